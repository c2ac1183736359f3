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
	single []bool        // by code: a term of one character
	base   []int32
	check  []int32
	term   []int32 // by node: term id + 1
	terms  []string
	ids    map[string]int32
	extra  []rune // characters that have a code without being in a term
	codes  int    // how many codes there are, with 0
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

const pairBits = 1 << 18

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
	l.single = make([]bool, next)
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
			l.single[l.code[e.runes[0]]] = true
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
		for len(l.base) <= n {
			l.base = append(l.base, 0)
			l.check = append(l.check, -1)
			l.term = append(l.term, 0)
		}
	}
	grow(int(next) + 1)
	l.check[0] = 0
	firstFree := 1
	var insert func(node int, lo, hi, depth int)
	insert = func(node int, lo, hi, depth int) {
		for lo < hi && len(kept[lo].runes) == depth {
			l.term[node] = kept[lo].id + 1
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
		for firstFree < len(l.check) && l.check[firstFree] >= 0 {
			firstFree++
		}
		b := max(1, firstFree-int(children[0].code))
	search:
		for ; ; b++ {
			for _, c := range children {
				n := b + int(c.code)
				grow(n)
				if l.check[n] >= 0 {
					continue search
				}
			}
			break
		}
		l.base[node] = int32(b)
		for _, c := range children {
			l.check[b+int(c.code)] = int32(node)
		}
		for _, c := range children {
			insert(b+int(c.code), c.lo, c.hi, depth+1)
		}
	}
	insert(0, 0, len(kept), 0)
	grow(len(l.base) + int(next)) // walks need no bounds check beyond this
}

// longest returns the end of the longest term that starts at pos; 0 for none.
func (l *lexicon) longest(text []rune, pos int32) int32 {
	node, end := int32(0), int32(0)
	for ; int(pos) < len(text) && text[pos] < 65536; pos++ {
		k := l.code[text[pos]]
		b := l.base[node]
		if k == 0 || b == 0 || l.check[b+int32(k)] != node {
			break
		}
		node = b + int32(k)
		if l.term[node] != 0 {
			end = pos + 1
		}
	}
	return end
}

// encode returns the codes of a text.
func (l *lexicon) encode(text []rune) []uint16 {
	out := make([]uint16, len(text))
	for i, r := range text {
		if r < 65536 {
			out[i] = l.code[r]
		}
	}
	return out
}

// scan appends the hits in a text of codes to hits, ordered by start, then by
// length. Where from is given, it gets for each position, and for the end, the
// index of the first hit that starts there or behind.
func (l *lexicon) scan(text []uint16, hits []Hit, from []int32) []Hit {
	check, base, term, pairs, single := l.check, l.base, l.term, l.pairs, l.single
	if from != nil {
		from[len(text)] = 0 // checks once that it is long enough
	}
	first := base[0]
	for i, c := range text {
		if from != nil {
			from[i] = int32(len(hits))
		}
		if c == 0 {
			continue
		}
		node := first + int32(c)
		if single[c] {
			hits = append(hits, Hit{int32(i), int32(i + 1), term[node] - 1})
		}
		if i+1 >= len(text) || text[i+1] == 0 {
			continue
		}
		if h := pairHash(c, text[i+1]); pairs[h/64]&(1<<(h%64)) == 0 {
			continue
		}
		for j := i + 1; j < len(text) && text[j] != 0; j++ {
			b := base[node]
			next := b + int32(text[j])
			if b == 0 || check[next] != node {
				break
			}
			node = next
			if id := term[node]; id != 0 {
				hits = append(hits, Hit{int32(i), int32(j + 1), id - 1})
			}
		}
	}
	if from != nil {
		from[len(text)] = int32(len(hits))
	}
	return hits
}
