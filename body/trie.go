package body

// trie is a dictionary read from a word's last character to its first, because
// names are recognised from their heads.
type trie struct {
	next []map[rune]int32
	word []int32 // index of the payload + 1; 0 for none
}

func newTrie() *trie { return &trie{next: []map[rune]int32{nil}, word: []int32{0}} }

// add enters a word; the first payload of a word stays.
func (t *trie) add(word string, payload int) {
	r := []rune(word)
	n := int32(0)
	for i := len(r) - 1; i >= 0; i-- {
		if t.next[n] == nil {
			t.next[n] = map[rune]int32{}
		}
		c, ok := t.next[n][r[i]]
		if !ok {
			c = int32(len(t.next))
			t.next = append(t.next, nil)
			t.word = append(t.word, 0)
			t.next[n][r[i]] = c
		}
		n = c
	}
	if t.word[n] == 0 && len(r) > 0 {
		t.word[n] = int32(payload) + 1
	}
}

// before calls f for each word that ends at end, shortest first, with the word's
// start and payload.
func (t *trie) before(text []rune, end int, f func(start, payload int)) {
	n := int32(0)
	for i := end - 1; i >= 0; i-- {
		c, ok := t.next[n][text[i]]
		if !ok {
			return
		}
		n = c
		if w := t.word[n]; w != 0 {
			f(i, int(w)-1)
		}
	}
}

// longest returns the start and payload of the longest word that ends at end,
// or ok false.
func (t *trie) longest(text []rune, end int) (start, payload int, ok bool) {
	n := int32(0)
	for i := end - 1; i >= 0; i-- {
		c, found := t.next[n][text[i]]
		if !found {
			break
		}
		n = c
		if w := t.word[n]; w != 0 {
			start, payload, ok = i, int(w)-1, true
		}
	}
	return start, payload, ok
}
