package sqlite

import (
	"path/filepath"
	"strings"
	"testing"

	"plangraph/graph/storetest"
)

// FuzzSearch: whatever a user types is a search that the full-text index understands.
func FuzzSearch(f *testing.F) {
	for _, s := range []string{"养老 护理", "\"", "a* OR b", "NEAR(", "3.2", "-x", "一", "\x00", "（）", "😀"} {
		f.Add(s)
	}
	s, err := Create(f.Context(), filepath.Join(f.TempDir(), "p.db"))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { s.Close() })
	graphs, err := storetest.Graphs()
	if err == nil {
		err = s.Replace(f.Context(), graphs)
	}
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		var words [][]string
		for _, w := range strings.Fields(typed) {
			words = append(words, []string{w, strings.ToUpper(w)})
		}
		if rows, err := s.Search(t.Context(), words, 5); err != nil || len(rows.Values) > 5 {
			t.Errorf("%q: %v, %v", typed, rows, err)
		}
	})
}
