package body

// trie is a dictionary read from a word's last character to its first, because
// names are recognised from their heads. Its edges stand in one open hash table,
// each with all that a step reads, so that a step costs one look at memory.
type trie struct {
	edges []edge
	used  int
	nodes int32
	last  runeSet // characters that a word ends with: most looks need no more
}

// edge leads from one node to the next.
type edge struct {
	key  uint64 // node<<21 | character, +1; 0 is free
	next int32
	word int32 // index of the payload of the word that ends with it, +1; 0 for none
}

func newTrie() *trie { return &trie{edges: make([]edge, 64), nodes: 1} }

func edgeKey(node int32, r rune) uint64 { return uint64(node)<<21 | uint64(r&0x1fffff) + 1 }

// slot returns the place where the edge stands, or where it would stand.
func (t *trie) slot(key uint64) *edge {
	mask := uint64(len(t.edges) - 1)
	i := (key * 0x9e3779b97f4a7c15 >> 32) & mask
	for t.edges[i].key != 0 && t.edges[i].key != key {
		i = (i + 1) & mask
	}
	return &t.edges[i]
}

func (t *trie) grow() {
	old := t.edges
	t.edges = make([]edge, 2*len(old))
	for _, e := range old {
		if e.key != 0 {
			*t.slot(e.key) = e
		}
	}
}

// add enters a word; the first payload of a word stays.
func (t *trie) add(word string, payload int) {
	r := []rune(word)
	if len(r) > 0 {
		t.last.add(r[len(r)-1])
	}
	n := int32(0)
	for i := len(r) - 1; i >= 0; i-- {
		k := edgeKey(n, r[i])
		e := t.slot(k)
		if e.key == 0 {
			if 4*t.used >= len(t.edges) { // a quarter full at most: most looks are misses
				t.grow()
				e = t.slot(k)
			}
			*e = edge{key: k, next: t.nodes}
			t.nodes++
			t.used++
		}
		n = e.next
		if i == 0 && e.word == 0 {
			e.word = int32(payload) + 1
		}
	}
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
	n := int32(0)
	for i := end - 1; i >= 0; i-- {
		e := t.slot(edgeKey(n, text[i]))
		if e.key == 0 {
			return
		}
		if n = e.next; e.word != 0 {
			f(i, int(e.word)-1)
		}
	}
}

// longest returns the start and payload of the longest word that ends at end,
// or ok false.
func (t *trie) longest(text []rune, end int) (start, payload int, ok bool) {
	if t.none(text, end) {
		return 0, 0, false
	}
	n := int32(0)
	for i := end - 1; i >= 0; i-- {
		e := t.slot(edgeKey(n, text[i]))
		if e.key == 0 {
			break
		}
		if n = e.next; e.word != 0 {
			start, payload, ok = i, int(e.word)-1, true
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
