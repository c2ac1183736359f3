package source

import (
	"os"
	"strings"
	"testing"
)

// layout reads the project's own lists.
func layout(t testing.TB) map[string][]string {
	t.Helper()
	data, err := os.ReadFile("../rules/words/layout.txt")
	if err != nil {
		t.Fatal(err)
	}
	lists, name := map[string][]string{}, ""
	for _, line := range strings.Split(string(data), "\n") {
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			name = strings.Trim(line, "[]")
		default:
			lists[name] = append(lists[name], line)
		}
	}
	return lists
}

// simplifier writes texts in simplified characters, by rules/words/traditional.txt.
func simplifier(t testing.TB) func(string) string {
	raw, err := os.ReadFile("../rules/words/traditional.txt")
	if err != nil {
		t.Fatal(err)
	}
	var pairs []string
	for _, line := range strings.Split(string(raw), "\n") {
		if from, to, ok := strings.Cut(line, "\tto="); ok && len(from) == len(to) {
			pairs = append(pairs, from, to)
		}
	}
	return strings.NewReplacer(pairs...).Replace
}

// asIs leaves a text in the characters that it has.
func asIs(text string) string { return text }

func reader(t testing.TB) *Reader {
	lists := layout(t)
	return New(func(name string) []string { return lists[name] }, simplifier(t))
}

// TestLists: every list that is asked for is there, and none stands there unread.
func TestLists(t *testing.T) {
	lists := layout(t)
	asked := map[string]bool{}
	New(func(name string) []string {
		if len(lists[name]) == 0 {
			t.Errorf("layout.txt has no list %s", name)
		}
		asked[name] = true
		return lists[name]
	}, asIs)
	for name := range lists {
		if !asked[name] {
			t.Errorf("nothing reads the list %s of layout.txt", name)
		}
	}
}

// TestNoLists: without words a text is read all the same.
func TestNoLists(t *testing.T) {
	r := New(func(string) []string { return nil }, asIs)
	check(t, r.ParsePlan("a", "一、修路\n责任单位:县交通局\n序号\t任务\n1\t种树\n[ 索引"))
	check(t, r.Parse("b", "[\n\n一、修路"))
}
