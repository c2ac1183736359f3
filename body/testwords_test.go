package body

import (
	"testing"

	"plangraph/extract/rule"
	"plangraph/rules"
)

// lexicon reads the project's own lists.
func lexicon(t testing.TB) *Lexicon {
	t.Helper()
	set, problems := rule.Load(rules.FS)
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	return New(func(name string) []Word {
		var out []Word
		if l := set.Lists[name]; l != nil {
			for _, e := range l.Entries {
				out = append(out, Word{Term: e.Term, Attrs: e.Attrs})
			}
		}
		return out
	})
}
