package source

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Look-ups of words: lists by the first characters of their words, and one pass over a text
// for the words of a list.

// firstLetters returns the first characters of words, each once.
func firstLetters(lists ...[]string) (letters string) {
	for _, w := range slices.Concat(lists...) {
		if c := w[:runeCut(w, 1)]; !strings.Contains(letters, c) {
			letters += c
		}
	}
	return letters
}

// wordsByFirst holds the words of a list by their first characters, in the order of the list.
type wordsByFirst map[rune][]string

func byFirst(list []string) wordsByFirst {
	out := wordsByFirst{}
	for _, w := range list {
		r, _ := utf8.DecodeRuneInString(w)
		out[r] = append(out[r], w)
	}
	return out
}

// opening returns the first of the words that s begins with, "" for none.
func (l wordsByFirst) opening(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	return firstWord(s, l[r])
}

// has reports whether s is one of the words.
func (l wordsByFirst) has(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return slices.Contains(l[r], s)
}

// finder looks for the words of a list in one pass over a text.
type finder struct {
	list  []string
	words wordsByFirst
	third uint64 // a bit for the last byte of each first character: most characters of a text need no more
	plain bool   // all words begin with a character of three bytes, as nearly all Chinese ones are
}

func newFinder(list []string) finder {
	f := finder{list: list, words: byFirst(list), plain: true}
	for r := range f.words {
		f.plain = f.plain && utf8.RuneLen(r) == 3
		f.third |= 1 << (r & 63)
	}
	return f
}

// index returns where the first of the words in s begins, and the word; -1 for none.
func (f *finder) index(s string) (at int, word string) {
	if !f.plain {
		return indexAny(s, f.list)
	}
	for i := 0; i+2 < len(s); {
		if s[i]>>4 != 0xE { // of another length, or not its first byte
			i++
			continue
		}
		if f.third>>(s[i+2]&63)&1 != 0 {
			if w := f.words.opening(s[i:]); w != "" {
				return i, w
			}
		}
		i += 3
	}
	return -1, ""
}
