package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"plangraph/extract/rule"
)

// documentRules writes docs/rules.md.
func documentRules(c *cli.Context) error {
	set, _, err := loadRules(c)
	if err != nil {
		return err
	}
	w := c.App.Writer
	fmt.Fprint(w, "# Rules / 规则\n\nMade by `plangraph rules docs`; the sources are `rules/*.yaml`. How to write one: [rule-language.md](rule-language.md).\n\n"+
		"由 `plangraph rules docs` 生成,出处为 `rules/*.yaml`;写法见 [rule-language.zh-CN.md](rule-language.zh-CN.md)。\n\n"+
		"✓ must state the facts behind → (应得出 → 之后的事实); ✗ must state none by this rule (此规则不得得出事实). In examples ⏎ is a line end and | a tab (⏎ 为换行,| 为制表符).\n\n")
	var files []string
	rules := map[string][]*rule.Rule{}
	for _, r := range set.Rules {
		if rules[r.File] == nil {
			files = append(files, r.File)
		}
		rules[r.File] = append(rules[r.File], r)
	}
	for _, file := range files {
		fmt.Fprintf(w, "- [%s](#%s): %d\n", file, strings.ReplaceAll(file, ".", ""), len(rules[file]))
	}
	for _, file := range files {
		fmt.Fprintf(w, "\n## %s\n", file)
		for _, r := range rules[file] {
			documentRule(w, set, r)
		}
	}
	return nil
}

func documentRule(w io.Writer, set *rule.Set, r *rule.Rule) {
	fmt.Fprintf(w, "\n### %s\n\n%s\n\n", r.ID, strings.TrimSpace(r.Doc))
	for _, p := range r.Patterns {
		fmt.Fprintf(w, "    %s\n", p.Source)
	}
	if len(r.Columns) > 0 {
		var names []string
		for _, col := range r.Columns {
			names = append(names, col.Name+" @"+col.List.Name)
		}
		fmt.Fprintf(w, "    columns: %s\n", strings.Join(names, ", "))
	}
	fmt.Fprintf(w, "\nScope %s, confidence %s.", r.Scope, r.Confidence)
	for _, part := range []struct {
		says  string
		names []string
	}{{"Wins over", r.Over}, {"Only in sections of", listNames(r.OnlyIn)}, {"Not in sections of", listNames(r.NotIn)}} {
		if len(part.names) > 0 {
			fmt.Fprintf(w, " %s %s.", part.says, strings.Join(part.names, ", "))
		}
	}
	fmt.Fprint(w, "\n\n")
	documentLists(w, set, r)
	for _, ex := range r.Yes {
		fmt.Fprintf(w, "- ✓ %s", exampleText(ex.Text))
		for _, fact := range ex.Want {
			fmt.Fprintf(w, "  \n  → %s", factText(fact)) // two blanks break a line in Markdown
		}
		fmt.Fprintln(w)
	}
	for _, ex := range r.No {
		fmt.Fprintf(w, "- ✗ %s\n", exampleText(ex.Text))
	}
}

func listNames(names []string) []string {
	var out []string
	for _, n := range names {
		out = append(out, "@"+n)
	}
	return out
}

// someWords is how many words of a list are shown.
const someWords = 6

// documentLists shows the first words of the lists that a rule reads.
func documentLists(w io.Writer, set *rule.Set, r *rule.Rule) {
	var used []string
	for name := range set.Lists {
		if r.Uses(name) {
			used = append(used, name)
		}
	}
	slices.Sort(used)
	for _, name := range used {
		l := set.Lists[name]
		var words []string
		for _, e := range l.Entries[:min(someWords, len(l.Entries))] {
			words = append(words, e.Term)
		}
		more := ""
		if n := len(l.Entries) - len(words); n > 0 {
			more = fmt.Sprintf(" … (%d)", len(l.Entries))
		}
		fmt.Fprintf(w, "- `@%s` (%s): %s%s\n", name, l.File, strings.Join(words, " "), more)
	}
	if len(used) > 0 {
		fmt.Fprintln(w)
	}
}

// exampleText shows an example in one line.
func exampleText(text string) string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		cells := strings.Split(line, "\t")
		for i, c := range cells {
			cells[i] = strings.Join(strings.Fields(c), " ")
		}
		if line = strings.Join(cells, " | "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.ReplaceAll(strings.Join(lines, " ⏎ "), "<", "&lt;")
}

// factKeys come first where a fact is shown; others follow by name.
var factKeys = []string{"type", "department", "indicator", "name", "title", "role", "task", "op", "value", "unit", "year"}

func factText(fact map[string]string) string {
	keys := make([]string, 0, len(fact))
	for k := range fact {
		keys = append(keys, k)
	}
	place := func(key string) int {
		if i := slices.Index(factKeys, key); i >= 0 {
			return i
		}
		return len(factKeys)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if d := place(a) - place(b); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	var parts []string
	for _, k := range keys {
		if k == "type" {
			parts = append(parts, fact[k])
		} else {
			parts = append(parts, k+" "+exampleText(fact[k]))
		}
	}
	return strings.Join(parts, ", ")
}
