package golden

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// recorder is a test that notes what is reported of it.
type recorder struct {
	testing.TB
	said []string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.said = append(r.said, fmt.Sprintf(format, args...))
}

// TestDifferences: each difference is reported, and none where there is none.
func TestDifferences(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.golden")
	if err := os.WriteFile(file, []byte("a\nb\nb\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		got          string
		check, lines int
	}{
		{"a\nb\nb\n", 0, 0},
		{"b\na\nb\n", 1, 0},
		{"a\nb\n", 1, 1},
		{"a\nb\nb\nc\n", 1, 1},
		{"a\nx\nb\n", 1, 2},
		{"", 1, 3},
	} {
		var ordered, any recorder
		Check(&ordered, file, c.got)
		CheckLines(&any, file, c.got)
		if len(ordered.said) != c.check || len(any.said) != c.lines {
			t.Errorf("%q: in order %q, in any order %q; want %d and %d", c.got, ordered.said, any.said, c.check, c.lines)
		}
	}
}
