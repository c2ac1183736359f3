package main

import (
	"slices"
	"testing"
)

func TestSpellings(t *testing.T) {
	for _, test := range []struct {
		typed string
		want  []string // among others
	}{
		{"研發", []string{"研發", "研发"}},
		{"研发", []string{"研发", "研發"}},
		{"系统发展", []string{"系统发展", "系統發展"}},
		{"“养老” 床位", []string{"“养老” 床位", "养老床位", "養老床位"}},
		{"5G基站", []string{"5G基站"}},
	} {
		got := spellings(test.typed)
		for _, w := range test.want {
			if !slices.Contains(got, w) {
				t.Errorf("%s: %q is missing in %q", test.typed, w, got)
			}
		}
		if got[0] != test.typed || len(got) > maxWritings+2 {
			t.Errorf("%s: %d spellings: %q", test.typed, len(got), got)
		}
	}
	if got := spellings("“"); len(got) != 1 {
		t.Errorf("a quotation mark: %q", got)
	}
	if got := spellings("里后台系复干历发面云谷千板"); len(got) > maxWritings+2 {
		t.Errorf("%d spellings", len(got))
	}
}
