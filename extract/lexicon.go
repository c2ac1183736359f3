package extract

import "plangraph/internal/doublearray"

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
	at := nodes[0].Base + int32(text[i])
	if l.single[text[i]] != 0 {
		hits = append(hits, Hit{int32(i), int32(i + 1), nodes[at].Value - 1})
	}
	if text[i] == 0 {
		return hits
	}
	for j := i + 1; j < len(text); j++ {
		next := nodes[at].Base + int32(text[j])
		if nodes[next].Check != at {
			break
		}
		at = next
		if v := nodes[at].Value; v != 0 {
			hits = append(hits, Hit{int32(i), int32(j + 1), v - 1})
		}
	}
	return hits
}
