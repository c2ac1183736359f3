package body

// trie is a dictionary read from a word's last character to its first, because
// names are recognised from their heads. Its edges stand in one open hash table,
// so that a step costs one look at memory.
type trie struct {
	keys []uint64 // node<<21 | character, +1; 0 is free
	next []int32
	used int
	word []int32 // by node: index of the payload + 1; 0 for none
}

func newTrie() *trie {
	return &trie{keys: make([]uint64, 64), next: make([]int32, 64), word: []int32{0}}
}

func edge(node int32, r rune) uint64 { return uint64(node)<<21 | uint64(r&0x1fffff) + 1 }

// slot returns where the edge stands, or where it would stand.
func (t *trie) slot(key uint64) int {
	mask := uint64(len(t.keys) - 1)
	i := (key * 0x9e3779b97f4a7c15 >> 32) & mask
	for t.keys[i] != 0 && t.keys[i] != key {
		i = (i + 1) & mask
	}
	return int(i)
}

func (t *trie) grow() {
	keys, next := t.keys, t.next
	t.keys, t.next = make([]uint64, 2*len(keys)), make([]int32, 2*len(keys))
	for i, k := range keys {
		if k != 0 {
			s := t.slot(k)
			t.keys[s], t.next[s] = k, next[i]
		}
	}
}

// add enters a word; the first payload of a word stays.
func (t *trie) add(word string, payload int) {
	r := []rune(word)
	n := int32(0)
	for i := len(r) - 1; i >= 0; i-- {
		k := edge(n, r[i])
		s := t.slot(k)
		if t.keys[s] == 0 {
			if 4*t.used >= len(t.keys) { // a quarter full at most: most looks are misses
				t.grow()
				s = t.slot(k)
			}
			t.keys[s], t.next[s] = k, int32(len(t.word))
			t.word = append(t.word, 0)
			t.used++
		}
		n = t.next[s]
	}
	if t.word[n] == 0 && len(r) > 0 {
		t.word[n] = int32(payload) + 1
	}
}

// step follows the edge of r from node n; 0 when there is none.
func (t *trie) step(n int32, r rune) int32 {
	s := t.slot(edge(n, r))
	if t.keys[s] == 0 {
		return 0
	}
	return t.next[s]
}

// before calls f for each word that ends at end, shortest first, with the word's
// start and payload.
func (t *trie) before(text []rune, end int, f func(start, payload int)) {
	n := int32(0)
	for i := end - 1; i >= 0; i-- {
		if n = t.step(n, text[i]); n == 0 {
			return
		}
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
		if n = t.step(n, text[i]); n == 0 {
			break
		}
		if w := t.word[n]; w != 0 {
			start, payload, ok = i, int(w)-1, true
		}
	}
	return start, payload, ok
}
