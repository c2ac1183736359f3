package source

import (
	"strings"
	"sync"
	"testing"

	"plangraph/extract/rule"
	"plangraph/rules"
)

// own are the project's own rules and word lists, read once.
var own = sync.OnceValues(func() (*rule.Set, []rule.Problem) { return rule.Load(rules.FS) })

// lists are the terms of the project's own lists.
func lists(t testing.TB) map[string][]string {
	t.Helper()
	set, problems := own()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	out := map[string][]string{}
	for name, l := range set.Lists {
		for _, e := range l.Entries {
			out[name] = append(out[name], e.Term)
		}
	}
	return out
}

// simplifier writes texts in simplified characters, by the list of traditional ones.
func simplifier(t testing.TB) func(string) string {
	t.Helper()
	set, problems := own()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var pairs []string
	for _, e := range set.Lists["traditional"].Entries {
		if to := e.Attrs["to"]; len(e.Term) == len(to) {
			pairs = append(pairs, e.Term, to)
		}
	}
	return strings.NewReplacer(pairs...).Replace
}

// asIs leaves a text in the characters that it has.
func asIs(text string) string { return text }

func reader(t testing.TB) *Reader {
	words := lists(t)
	return New(func(name string) []string { return words[name] }, simplifier(t))
}

// TestNoLists: without words a text is read all the same.
func TestNoLists(t *testing.T) {
	r := New(func(string) []string { return nil }, asIs)
	check(t, r.ParsePlan("a", "一、修路\n责任单位:县交通局\n序号\t任务\n1\t种树\n[ 索引"))
	check(t, r.Parse("b", "[\n\n一、修路"))
}
