package extract

import "sort"

// Hit is a term of the lexicon found in a text.
type Hit struct {
	Lo, Hi int32
	Term   int32
}

// lexicon finds every occurrence of every term in one pass: a filter on pairs
// of characters rejects most positions with one look, a double array walks the
// rest. Codes number the characters that occur in terms, so the tables stay
// small enough for the processor's cache.
type lexicon struct {
	code   [65536]uint16 // 0: in no term
	pairs  []uint64      // bitmap over hashed pairs of codes
	single []uint64      // by code: 1 for a term of one character
	nodes  []node
	terms  []string
	ids    map[string]int32
	extra  []rune // characters that have a code without being in a term
	codes  int    // how many codes there are, with 0
}

// node is a node of the double array; a step reads all of it, so it stands in one
// place.
type node struct {
	base  int32
	check int32 // the node before it; -1 where the node is free
	term  int32 // term id + 1
}

func newLexicon() *lexicon { return &lexicon{ids: map[string]int32{}} }

// add registers a term and returns its id.
func (l *lexicon) add(term string) int32 {
	if id, ok := l.ids[term]; ok {
		return id
	}
	id := int32(len(l.terms))
	l.ids[term] = id
	l.terms = append(l.terms, term)
	return id
}

// letter gives a character a code though no term holds it.
func (l *lexicon) letter(r rune) { l.extra = append(l.extra, r) }

// pairBits is the size of the filter: 8 KB, which stay in the processor's nearest
// cache; 2,800 terms leave 96 of 100 bits unset.
const pairBits = 1 << 16

func pairHash(a, b uint16) uint32 { return (uint32(a)*40503 + uint32(b)*30011) & (pairBits - 1) }

// build freezes the lexicon.
func (l *lexicon) build() {
	type entry struct {
		runes []rune
		id    int32
	}
	entries := make([]entry, 0, len(l.terms))
	for id, t := range l.terms {
		entries = append(entries, entry{[]rune(t), int32(id)})
	}
	next := uint16(1)
	for _, e := range entries {
		for _, r := range e.runes {
			if r < 65536 && l.code[r] == 0 {
				l.code[r] = next
				next++
			}
		}
	}
	for _, r := range l.extra {
		if r < 65536 && l.code[r] == 0 {
			l.code[r] = next
			next++
		}
	}
	l.codes = int(next)
	l.pairs = make([]uint64, pairBits/64)
	l.single = make([]uint64, next)
	kept := entries[:0]
	for _, e := range entries {
		ok := len(e.runes) > 0
		for _, r := range e.runes {
			ok = ok && r < 65536
		}
		if !ok {
			continue
		}
		if len(e.runes) == 1 {
			l.single[l.code[e.runes[0]]] = 1
		} else {
			h := pairHash(l.code[e.runes[0]], l.code[e.runes[1]])
			l.pairs[h/64] |= 1 << (h % 64)
		}
		kept = append(kept, e)
	}
	sort.Slice(kept, func(i, j int) bool {
		a, b := kept[i].runes, kept[j].runes
		for k := 0; k < len(a) && k < len(b); k++ {
			if ca, cb := l.code[a[k]], l.code[b[k]]; ca != cb {
				return ca < cb
			}
		}
		return len(a) < len(b)
	})
	grow := func(n int) {
		for len(l.nodes) <= n {
			l.nodes = append(l.nodes, node{check: -1})
		}
	}
	grow(int(next) + 1)
	l.nodes[0].check = 0
	firstFree := 1
	// Where the last node of so many children found its place: the next one need not
	// look before it again. What stays free there is for nodes of fewer children.
	var placed [8]int
	var insert func(node int, lo, hi, depth int)
	insert = func(at int, lo, hi, depth int) {
		for lo < hi && len(kept[lo].runes) == depth {
			l.nodes[at].term = kept[lo].id + 1
			lo++
		}
		if lo == hi {
			return
		}
		type child struct {
			code   uint16
			lo, hi int
		}
		var children []child
		for i := lo; i < hi; {
			c := l.code[kept[i].runes[depth]]
			j := i
			for j < hi && l.code[kept[j].runes[depth]] == c {
				j++
			}
			children = append(children, child{c, i, j})
			i = j
		}
		for firstFree < len(l.nodes) && l.nodes[firstFree].check >= 0 {
			firstFree++
		}
		kind := min(len(children), len(placed)) - 1
		b := max(1, max(firstFree, placed[kind])-int(children[0].code))
	search:
		for ; ; b++ {
			for _, c := range children {
				n := b + int(c.code)
				grow(n)
				if l.nodes[n].check >= 0 {
					continue search
				}
			}
			break
		}
		l.nodes[at].base = int32(b)
		placed[kind] = b + int(children[0].code)
		for _, c := range children {
			l.nodes[b+int(c.code)].check = int32(at)
		}
		for _, c := range children {
			insert(b+int(c.code), c.lo, c.hi, depth+1)
		}
	}
	insert(0, 0, len(kept), 0)
	grow(len(l.nodes) + int(next)) // walks need no bounds check beyond this
}

// longest returns the end of the longest term that starts at pos; 0 for none.
func (l *lexicon) longest(text []rune, pos int32) int32 {
	at, end := int32(0), int32(0)
	for ; int(pos) < len(text) && text[pos] < 65536; pos++ {
		k := l.code[text[pos]]
		b := l.nodes[at].base
		if k == 0 || b == 0 || l.nodes[b+int32(k)].check != at {
			break
		}
		at = b + int32(k)
		if l.nodes[at].term != 0 {
			end = pos + 1
		}
	}
	return end
}

// scan appends the hits in a text of codes to hits, ordered by start, then by
// length. Where from is given, it gets for each position, and for the end, the
// index of the first hit that starts there or behind. The positions that the
// filter lets pass are gathered first, without a branch that the processor would
// guess wrong, a stretch at a time.
func (l *lexicon) scan(text []uint16, hits []Hit, from []int32) []Hit {
	const stretch = 256
	var passed [stretch]uint32
	if from != nil {
		from[len(text)] = 0 // checks once that it is long enough
	}
	done := 0 // from is written up to here
	for lo := 0; lo < len(text); lo += stretch {
		part := text[lo:min(len(text), lo+stretch)]
		n := l.filter(part, text[lo+len(part):], &passed)
		for _, p := range passed[:n] {
			i := lo + int(p)
			if from != nil {
				for ; done <= i; done++ {
					from[done] = int32(len(hits))
				}
			}
			hits = l.walk(text, i, hits)
		}
	}
	if from != nil {
		for ; done <= len(text); done++ {
			from[done] = int32(len(hits))
		}
	}
	return hits
}

// filter notes the positions of part at which a term may start, and returns how
// many they are; rest is what follows.
func (l *lexicon) filter(part, rest []uint16, passed *[256]uint32) int {
	pairs, single := (*[pairBits / 64]uint64)(l.pairs), l.single
	n := 0
	last := len(part) - 1
	c := part[0]
	for i, d := range part[1:] {
		h := pairHash(c, d)
		passed[n&255] = uint32(i)
		n += int(pairs[h/64]>>(h%64)&1 | single[c])
		c = d
	}
	passed[n&255] = uint32(last)
	if len(rest) > 0 {
		h := pairHash(c, rest[0])
		n += int(pairs[h/64] >> (h % 64) & 1)
	}
	if single[c] != 0 && (n == 0 || passed[n-1] != uint32(last)) {
		n++
	}
	return n
}

// walk appends the terms that start at position i.
func (l *lexicon) walk(text []uint16, i int, hits []Hit) []Hit {
	nodes := l.nodes
	at := nodes[0].base + int32(text[i])
	if l.single[text[i]] != 0 {
		hits = append(hits, Hit{int32(i), int32(i + 1), nodes[at].term - 1})
	}
	if text[i] == 0 {
		return hits
	}
	for j := i + 1; j < len(text) && text[j] != 0; j++ {
		b := nodes[at].base
		next := b + int32(text[j])
		if b == 0 || nodes[next].check != at {
			break
		}
		at = next
		if id := nodes[at].term; id != 0 {
			hits = append(hits, Hit{int32(i), int32(j + 1), id - 1})
		}
	}
	return hits
}
