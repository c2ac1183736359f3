package main

import (
	"io/fs"
	"slices"

	"plangraph/extract/rule"
	"plangraph/graph"
	"plangraph/rules"
)

// spellings are the forms in which what a user typed may stand in a store: as typed,
// as names are made canonical, and in simplified and in traditional characters.
// Names and quotes keep the characters of their source.
func spellings(typed string) []string {
	simplified, traditional := characters()
	plain := graph.Canonical(typed)
	var simple []rune
	for _, r := range plain {
		if s, ok := simplified[r]; ok {
			r = s
		}
		simple = append(simple, r)
	}
	out := []string{typed}
	for _, s := range append([]string{plain}, writings(simple, traditional)...) {
		if s != "" && !slices.Contains(out, s) { // of quotation marks nothing is left, which is part of every name
			out = append(out, s)
		}
	}
	return out
}

// maxWritings bounds the spellings of one word: some characters stand for several
// traditional ones (系: 系, 係, 繫).
const maxWritings = 32

// writings returns a text in simplified characters and in the traditional ones that
// it may stand for.
func writings(simple []rune, traditional map[rune][]rune) []string {
	all := [][]rune{nil}
	for _, r := range simple {
		forms := append([]rune{r}, traditional[r]...)
		if len(all)*len(forms) > maxWritings {
			forms = forms[:1]
		}
		var next [][]rune
		for _, form := range forms {
			for _, begun := range all {
				next = append(next, append(slices.Clone(begun), form))
			}
		}
		all = next
	}
	out := make([]string, len(all))
	for i, rs := range all {
		out[i] = string(rs)
	}
	return out
}

// characters reads the word list of traditional characters, without all the others.
func characters() (simplified map[rune]rune, traditional map[rune][]rune) {
	simplified, traditional = map[rune]rune{}, map[rune][]rune{}
	const file = "words/traditional.txt"
	text, err := fs.ReadFile(rules.FS, file)
	if err != nil {
		return simplified, traditional // TestSpellings would fail
	}
	lists, _ := rule.ParseWords(file, string(text)) // lint finds mistakes
	for _, l := range lists {
		for _, e := range l.Entries {
			if from, to := []rune(e.Term), []rune(e.Attrs["to"]); len(from) == 1 && len(to) == 1 {
				simplified[from[0]] = to[0]
				traditional[to[0]] = append(traditional[to[0]], from[0])
			}
		}
	}
	return simplified, traditional
}
