package body

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// lexicon reads the project's own lists.
func lexicon(t testing.TB) *Lexicon {
	t.Helper()
	lists := map[string][]Word{}
	files, err := filepath.Glob("../rules/words/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(f), ".txt")
		for _, line := range strings.Split(string(data), "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			if line[0] == '[' {
				name = strings.Trim(line, "[]")
				continue
			}
			parts := strings.Split(line, "\t")
			w := Word{Term: parts[0], Attrs: map[string]string{}}
			for _, p := range parts[1:] {
				if k, v, ok := strings.Cut(p, "="); ok {
					w.Attrs[k] = v
				}
			}
			lists[name] = append(lists[name], w)
		}
	}
	return New(func(n string) []Word { return lists[n] })
}
