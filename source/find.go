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

// wordsByFirst holds the words of a list by their first characters, in the order of the list,
// so that one pass over a text finds them all.
type wordsByFirst struct {
	list  []string
	words map[rune][]string
	// A bit for the last twelve bits of each first character: those of its last two bytes
	// where it has three. Most characters of a text need no more than a look at these.
	first [1 << 12 / 64]uint64
}

func byFirst(list []string) wordsByFirst {
	l := wordsByFirst{list: list, words: map[rune][]string{}}
	for _, w := range list {
		r, _ := utf8.DecodeRuneInString(w)
		l.words[r] = append(l.words[r], w)
		l.first[uint32(r)&0xfff/64] |= 1 << (uint32(r) % 64)
	}
	return l
}

// opening returns the first of the words that s begins with, "" for none.
func (l *wordsByFirst) opening(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	if l.first[uint32(r)&0xfff/64]>>(uint32(r)%64)&1 == 0 {
		return ""
	}
	return firstWord(s, l.words[r])
}

// has reports whether s is one of the words.
func (l *wordsByFirst) has(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return slices.Contains(l.words[r], s)
}

// in reports whether one of the words stands in s.
func (l *wordsByFirst) in(s string) bool {
	at, _ := l.index(s)
	return at >= 0
}

// index returns where the first of the words in s begins, and the word; -1 for none.
func (l *wordsByFirst) index(s string) (at int, word string) {
	for i := 0; i < len(s); {
		bits, w := uint(0), 0
		switch c := s[i]; {
		case c>>4 == 0xE && i+2 < len(s): // nearly all of a text
			bits, w = uint(s[i+1]&0x3f)<<6|uint(s[i+2]&0x3f), 3
		case c < utf8.RuneSelf:
			bits, w = uint(c), 1
		default:
			var r rune
			r, w = utf8.DecodeRuneInString(s[i:])
			bits = uint(r) & 0xfff
		}
		if l.first[bits/64]>>(bits%64)&1 != 0 {
			if w := l.opening(s[i:]); w != "" {
				return i, w
			}
		}
		i += w
	}
	return -1, ""
}
