package extract

import "plangraph/internal/doublearray"

// The scan: all words of all lists, found in one pass.

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
	nodes  []doublearray.Node
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

// pairBits is the size of the filter: 8 KB, which stay in the processor's nearest
// cache; 2,800 terms leave 96 of 100 bits unset.
const pairBits = 1 << 16

func pairHash(a, b uint16) uint32 { return (uint32(a)*40503 + uint32(b)*30011) & (pairBits - 1) }

// build freezes the lexicon.
func (l *lexicon) build() {
	words := l.giveCodes()
	for _, w := range words {
		if c := w.Codes; len(c) == 1 {
			l.single[c[0]] = 1
		} else {
			h := pairHash(c[0], c[1])
			l.pairs[h/64] |= 1 << (h % 64)
		}
	}
	l.nodes = doublearray.Build(words, l.codes)
}

// giveCodes gives each character that occurs a code, and returns the terms. A term with a
// character beyond the basic plane is none of them.
func (l *lexicon) giveCodes() []doublearray.Word {
	next := uint16(1)
	give := func(r rune) {
		if r < 65536 && l.code[r] == 0 {
			l.code[r] = next
			next++
		}
	}
	var words []doublearray.Word
	for id, t := range l.terms {
		w := doublearray.Word{Value: int32(id)}
		whole := t != ""
		for _, r := range t {
			give(r)
			if whole = whole && r < 65536; whole {
				w.Codes = append(w.Codes, l.code[r])
			}
		}
		if whole {
			words = append(words, w)
		}
	}
	for _, r := range l.extra {
		give(r)
	}
	l.codes = int(next)
	l.pairs = make([]uint64, pairBits/64)
	l.single = make([]uint64, next)
	return words
}

// longest returns the end of the longest term that starts at pos; 0 for none.
func (l *lexicon) longest(text []rune, pos int32) int32 {
	at, end := int32(0), int32(0)
	for ; int(pos) < len(text) && text[pos] < 65536; pos++ {
		k := l.code[text[pos]]
		next := l.nodes[at].Base + int32(k)
		if l.nodes[next].Check != at {
			break
		}
		at = next
		if l.nodes[at].Value != 0 {
			end = pos + 1
		}
	}
	return end
}

// stretch is how many positions of a text are scanned at a time.
const stretch = 256

// scan appends the hits in a text of codes to hits, ordered by start, then by
// length. It goes a stretch at a time, in three steps, of which the first two have no
// branch that the processor would guess wrong: the filter gathers the positions where a
// term may start, enter takes the first two characters of all of them, walk takes the rest.
func (l *lexicon) scan(text []uint16, hits []Hit) []Hit {
	var passed [stretch]uint32
	var entered [stretch]int32
	for lo := 0; lo < len(text); lo += stretch {
		part := text[lo:min(len(text), lo+stretch)]
		n := l.filter(part, text[lo+len(part):], &passed)
		l.enter(text[lo:], passed[:n], &entered)
		for k, p := range passed[:n] {
			hits = l.walk(text, lo+int(p), entered[k&(stretch-1)], hits)
		}
	}
	return hits
}

// firstHits writes for each position of a text, and for its end, the index of the first hit
// that starts there or behind; from is one longer than the text.
func firstHits(hits []Hit, from []int32) {
	clear(from)
	last := int32(len(from) - 1)
	for i := range hits {
		if next := hits[i].Lo + 1; next <= last {
			from[next]++
		}
	}
	sum := int32(0)
	for i := range from {
		sum += from[i]
		from[i] = sum
	}
}

// filter notes the positions of part at which a term may start, and returns how
// many they are; rest is what follows.
func (l *lexicon) filter(part, rest []uint16, passed *[stretch]uint32) int {
	pairs, single := (*[pairBits / 64]uint64)(l.pairs), l.single
	n := 0
	last := len(part) - 1
	c := part[0]
	for i, d := range part[1:] {
		h := pairHash(c, d)
		passed[n&(stretch-1)] = uint32(i)
		n += int(pairs[h/64]>>(h%64)&1 | single[c])
		c = d
	}
	passed[n&(stretch-1)] = uint32(last)
	if len(rest) > 0 {
		h := pairHash(c, rest[0])
		n += int(pairs[h/64] >> (h % 64) & 1)
	}
	if single[c] != 0 && (n == 0 || passed[n-1] != uint32(last)) {
		n++
	}
	return n
}

// enter notes for each position the node of the two characters there; 0 where no term
// begins with them.
func (l *lexicon) enter(text []uint16, passed []uint32, entered *[stretch]int32) {
	nodes, root := l.nodes, l.nodes[0].Base
	for k, p := range passed {
		first := root + int32(text[p])
		d := uint16(0)
		if int(p)+1 < len(text) {
			d = text[p+1]
		}
		second := nodes[first].Base + int32(d)
		if nodes[first].Check != 0 || nodes[second].Check != first { // first may be a child of another node than the root
			second = 0
		}
		entered[k&(stretch-1)] = second
	}
}

// walk appends the terms that start at position i, whose first two characters lead to the
// node at.
func (l *lexicon) walk(text []uint16, i int, at int32, hits []Hit) []Hit {
	nodes := l.nodes
	if l.single[text[i]] != 0 {
		hits = append(hits, Hit{int32(i), int32(i + 1), nodes[nodes[0].Base+int32(text[i])].Value - 1})
	}
	for j := i + 2; at != 0; j++ {
		if v := nodes[at].Value; v != 0 {
			hits = append(hits, Hit{int32(i), int32(j), v - 1})
		}
		if j >= len(text) {
			break
		}
		next := nodes[at].Base + int32(text[j])
		if nodes[next].Check != at {
			break
		}
		at = next
	}
	return hits
}
