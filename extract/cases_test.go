package extract_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"plangraph/extract/rule"
	"plangraph/extract/ruletest"
	"plangraph/internal/testkit"
)

// TestCases runs the corpus of invented passages in testdata/cases.
func TestCases(t *testing.T) {
	cases, err := rule.LoadCases(os.DirFS("."), "testdata/cases")
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) == 0 {
		t.Fatal("no cases in testdata/cases")
	}
	for _, f := range ruletest.Cases(testkit.Engine(t), cases) {
		t.Error(f)
	}
}

// Every form in which plans elsewhere are written has passages of its own:
// R responsibility, T targets, P projects, N names of bodies, D damaged text.
func TestEveryFormHasCases(t *testing.T) {
	cases, err := rule.LoadCases(os.DirFS("."), "testdata/cases")
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, c := range cases {
		form, _, ok := strings.Cut(c.ID, ".")
		if !ok {
			t.Errorf("%s:%d: the id %q is not form.number", c.File, c.Line, c.ID)
		}
		count[form]++
	}
	for group, forms := range map[string]int{"R": 28, "T": 14, "P": 5, "N": 7, "D": 2} {
		for n := 1; n <= forms; n++ {
			if form := fmt.Sprintf("%s%d", group, n); count[form] < 3 {
				t.Errorf("%s has %d cases, want at least 3", form, count[form])
			}
		}
	}
}
