package body

import (
	"slices"

	"plangraph/internal/doublearray"
)

// trie is a dictionary read from a word's last character to its first, because
// names are recognised from their heads. Words are added to it first; once it is
// built it is only read.
type trie struct {
	alphabet *alphabet
	words    []doublearray.Word
	nodes    []doublearray.Node
	last     runeSet // characters that a word ends with: most looks need no more
}

// alphabet numbers the characters of the words of all tries, from 1 on; 0 is for any other
// character. What is beyond the basic plane is in no word.
type alphabet struct {
	code [1 << 16]uint16
	used int
}

// of returns the code of a character, 0 for one that no word has.
func (a *alphabet) of(r rune) uint16 {
	if r >= 1<<16 {
		return 0
	}
	return a.code[r]
}

// give returns the code of a character of a word; ok is false beyond the basic plane.
func (a *alphabet) give(r rune) (code uint16, ok bool) {
	if r >= 1<<16 {
		return 0, false
	}
	if a.code[r] == 0 {
		a.used++
		a.code[r] = uint16(a.used)
	}
	return a.code[r], true
}

// add enters a word; the first payload of a word stays.
func (t *trie) add(word string, payload int) {
	r := []rune(word)
	if len(r) > 0 {
		t.last.add(r[len(r)-1])
	}
	slices.Reverse(r)
	t.enter(r, payload)
}

// addForward enters a word that is read from its first character to its last, which only
// step does.
func (t *trie) addForward(word string, payload int) { t.enter([]rune(word), payload) }

func (t *trie) enter(r []rune, payload int) {
	codes := make([]uint16, len(r))
	for i := range r {
		c, ok := t.alphabet.give(r[i])
		if !ok {
			return
		}
		codes[i] = c
	}
	if len(r) > 0 {
		t.words = append(t.words, doublearray.Word{Codes: codes, Value: int32(payload)})
	}
}

// build makes the trie ready to be asked.
func (t *trie) build() {
	t.nodes = doublearray.Build(t.words, t.alphabet.used+1)
	t.words = nil
}

// step returns the node behind one by a character, -1 for none.
func (t *trie) step(at int32, r rune) int32 {
	next := t.nodes[at].Base + int32(t.alphabet.of(r))
	if t.nodes[next].Check != at {
		return -1
	}
	return next
}

// none reports whether no word ends at end, by its last character.
func (t *trie) none(text []rune, end int) bool {
	return end < 1 || !t.last.has(text[end-1])
}

// before calls f for each word that ends at end, shortest first, with the word's
// start and payload.
func (t *trie) before(text []rune, end int, f func(start, payload int)) {
	if t.none(text, end) {
		return
	}
	at := int32(0)
	for i := end - 1; i >= 0; i-- {
		next := t.step(at, text[i])
		if next < 0 {
			return
		}
		at = next
		if v := t.nodes[at].Value; v != 0 {
			f(i, int(v)-1)
		}
	}
}

// longest returns the start and payload of the longest word that ends at end,
// or ok false.
func (t *trie) longest(text []rune, end int) (start, payload int, ok bool) {
	if t.none(text, end) {
		return 0, 0, false
	}
	at := int32(0)
	for i := end - 1; i >= 0; i-- {
		next := t.step(at, text[i])
		if next < 0 {
			break
		}
		at = next
		if v := t.nodes[at].Value; v != 0 {
			start, payload, ok = i, int(v)-1, true
		}
	}
	return start, payload, ok
}

// runeSet is a set of characters, a bit for each of the basic plane; those beyond
// it count as held, so that it serves as a filter before a look that costs more.
type runeSet [1 << 10]uint64

func (s *runeSet) add(r rune) {
	if r < 1<<16 {
		s[r>>6] |= 1 << (r & 63)
	}
}

func (s *runeSet) has(r rune) bool { return r >= 1<<16 || s[r>>6]&(1<<(r&63)) != 0 }

// holds is has for a set that is no filter: it holds none beyond the basic plane.
func (s *runeSet) holds(r rune) bool { return r < 1<<16 && s[r>>6]&(1<<(r&63)) != 0 }

// all yields the characters of the set.
func (s *runeSet) all(yield func(rune) bool) {
	for r := range rune(1 << 16) {
		if s.has(r) && !yield(r) {
			return
		}
	}
}
