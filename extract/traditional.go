package extract

import (
	"unicode/utf8"

	"plangraph/extract/rule"
)

// Texts in traditional characters.

// traditionalOf returns the simplified characters by the traditional ones.
func traditionalOf(set *rule.Set) map[rune]rune {
	traditional := map[rune]rune{}
	if l := set.Lists["traditional"]; l != nil {
		for _, en := range l.Entries {
			if from, to := []rune(en.Term), []rune(en.Attrs["to"]); len(from) == 1 && len(to) == 1 {
				traditional[from[0]] = to[0]
			}
		}
	}
	return traditional
}

// Simplified returns a text in traditional characters in simplified ones, each of as many
// bytes as before; any other text as it is. The first characters tell which it is.
func (e *Extractor) Simplified(text string) string {
	if !e.traditional(text) {
		return text
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if s, ok := e.simple[r]; ok && utf8.RuneLen(s) == n {
			out = utf8.AppendRune(out, s)
		} else {
			out = append(out, text[i:i+n]...)
		}
		i += n
	}
	return string(out)
}

// traditional reports whether a text is written in traditional characters: one in ten of
// its first ones has a simplified form.
func (e *Extractor) traditional(text string) bool {
	const sample, oneIn = 1000, 10 // characters
	han, old := 0, 0
	for _, r := range text {
		if r < 0x3400 {
			continue
		}
		if e.widths.rune(r) != r || r >= 65536 { // most characters need no look at the map
			if _, ok := e.simple[r]; ok {
				old++
			}
		}
		if han++; han == sample {
			break
		}
	}
	return old*oneIn > han
}
