package extract

import (
	"cmp"
	"slices"
)

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

// spelled is a term as characters.
type spelled struct {
	runes []rune
	id    int32
}

// build freezes the lexicon.
func (l *lexicon) build() {
	entries := l.giveCodes()
	kept := entries[:0]
	for _, e := range entries {
		if len(e.runes) == 0 || slices.ContainsFunc(e.runes, func(r rune) bool { return r >= 65536 }) {
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
	slices.SortFunc(kept, func(a, b spelled) int {
		return slices.CompareFunc(a.runes, b.runes, func(x, y rune) int { return cmp.Compare(l.code[x], l.code[y]) })
	})
	in := inserter{lexicon: l, terms: kept, firstFree: 1}
	in.grow(l.codes + 1)
	l.nodes[0].check = 0
	in.insert(0, 0, len(kept), 0)
	in.grow(len(l.nodes) + l.codes) // walks need no bounds check beyond this
}

// giveCodes gives each character that occurs a code, and returns the terms.
func (l *lexicon) giveCodes() []spelled {
	next := uint16(1)
	give := func(r rune) {
		if r < 65536 && l.code[r] == 0 {
			l.code[r] = next
			next++
		}
	}
	terms := make([]spelled, len(l.terms))
	for id, t := range l.terms {
		terms[id] = spelled{[]rune(t), int32(id)}
		for _, r := range terms[id].runes {
			give(r)
		}
	}
	for _, r := range l.extra {
		give(r)
	}
	l.codes = int(next)
	l.pairs = make([]uint64, pairBits/64)
	l.single = make([]uint64, next)
	return terms
}

// inserter builds the double array out of the terms, in the order of their codes.
type inserter struct {
	*lexicon
	terms     []spelled
	firstFree int // no node before it is free
	// Where the last node of so many children found its place: the next one need not
	// look before it again. What stays free there is for nodes of fewer children.
	placed [8]int
}

// child is the terms [lo,hi) that have the same character at some depth.
type child struct {
	code   uint16
	lo, hi int
}

// grow makes room for the node n.
func (in *inserter) grow(n int) {
	for len(in.nodes) <= n {
		in.nodes = append(in.nodes, node{check: -1})
	}
}

// insert builds what is below the node at: the terms [lo,hi), which are alike up to depth.
func (in *inserter) insert(at, lo, hi, depth int) {
	for lo < hi && len(in.terms[lo].runes) == depth {
		in.nodes[at].term = in.terms[lo].id + 1
		lo++
	}
	if lo == hi {
		return
	}
	children := in.children(lo, hi, depth)
	base := in.place(children)
	in.nodes[at].base = int32(base)
	for _, c := range children {
		in.nodes[base+int(c.code)].check = int32(at)
	}
	for _, c := range children {
		in.insert(base+int(c.code), c.lo, c.hi, depth+1)
	}
}

// children parts the terms [lo,hi) by their characters at depth.
func (in *inserter) children(lo, hi, depth int) (out []child) {
	for i := lo; i < hi; {
		c := in.code[in.terms[i].runes[depth]]
		j := i
		for j < hi && in.code[in.terms[j].runes[depth]] == c {
			j++
		}
		out = append(out, child{c, i, j})
		i = j
	}
	return out
}

// place finds the first base at which the nodes of all children are free.
func (in *inserter) place(children []child) int {
	for in.firstFree < len(in.nodes) && in.nodes[in.firstFree].check >= 0 {
		in.firstFree++
	}
	kind := min(len(children), len(in.placed)) - 1
	first := int(children[0].code)
	base := max(1, max(in.firstFree, in.placed[kind])-first)
	for slices.ContainsFunc(children, func(c child) bool {
		n := base + int(c.code)
		in.grow(n)
		return in.nodes[n].check >= 0
	}) {
		base++
	}
	in.placed[kind] = base + first
	return base
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
