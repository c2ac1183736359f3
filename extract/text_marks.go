package extract

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"plangraph/internal/hanzi"
)

// What the marks and blanks of a text part: sentences, clauses, brackets, words.

// bound finds sentences and clauses: for every mark where those begin and end
// that a position before it, and behind the mark before, stands in. Sentences and
// clauses are bounded by their stops at the same depth of brackets, by the
// innermost bracket's own marks, and by the cell; brackets inside of them are
// jumped over.
func (t *Text) bound() {
	n := len(t.marks)
	t.sentences = slices.Grow(t.sentences[:0], n+1)[:n+1]
	t.parts = slices.Grow(t.parts[:0], n+1)[:n+1]
	t.sentences[0].Lo, t.parts[0].Lo = 0, 0
	for i := range t.marks {
		m := &t.marks[i]
		switch s, c := &t.sentences[i+1], &t.parts[i+1]; {
		case m.pair >= 0 && int(m.pair) < i:
			s.Lo, c.Lo = t.sentences[m.pair].Lo, t.parts[m.pair].Lo
		case m.r == '(' || m.r == '〔' || m.r == CellMark || EndsSentence(m.r):
			s.Lo, c.Lo = m.at+1, m.at+1
		case EndsClause(m.r):
			s.Lo, c.Lo = t.sentences[i].Lo, m.at+1
		default:
			s.Lo, c.Lo = t.sentences[i].Lo, t.parts[i].Lo
		}
	}
	t.sentences[n].Hi, t.parts[n].Hi = int32(len(t.R)), int32(len(t.R))
	for i := n - 1; i >= 0; i-- {
		m := &t.marks[i]
		switch s, c := &t.sentences[i], &t.parts[i]; {
		case int(m.pair) > i:
			s.Hi, c.Hi = t.sentences[m.pair+1].Hi, t.parts[m.pair+1].Hi
		case m.pair >= 0 || m.r == CellMark || EndsSentence(m.r):
			s.Hi, c.Hi = m.at, m.at
		case EndsClause(m.r):
			s.Hi, c.Hi = t.sentences[i+1].Hi, m.at
		default:
			s.Hi, c.Hi = t.sentences[i+1].Hi, t.parts[i+1].Hi
		}
	}
}

// Sentence returns the sentence around pos.
func (t *Text) Sentence(pos int32) Range {
	if len(t.sentences) == 0 {
		t.bound()
	}
	return around(t.sentences[t.markFrom(pos)], pos)
}

// Clause returns the clause around pos.
func (t *Text) Clause(pos int32) Range {
	if len(t.sentences) == 0 {
		t.bound()
	}
	return around(t.parts[t.markFrom(pos)], pos)
}

// markFrom returns the index of the first mark at or behind pos. Who asks has
// mostly asked for a place nearby before.
func (t *Text) markFrom(pos int32) int {
	i := t.cursor
	for n := 0; n < 8; n++ {
		switch {
		case i > 0 && t.marks[i-1].at >= pos:
			i--
		case i < len(t.marks) && t.marks[i].at < pos:
			i++
		default:
			t.cursor = i
			return i
		}
	}
	t.cursor = sort.Search(len(t.marks), func(i int) bool { return t.marks[i].at >= pos })
	return t.cursor
}

func around(r Range, pos int32) Range {
	if r.Hi < r.Lo { // pos is a stop itself
		r = Range{pos, pos}
	}
	return r
}

// nesting tells how r changes the depth of brackets, quotes and titles: 1 where it
// opens one, -1 where it closes one.
func nesting(r rune) int {
	switch r {
	case '(', '〔', '“', '《':
		return 1
	case ')', '〕', '”', '》':
		return -1
	}
	return 0
}

// EndsSentence reports whether r ends a sentence: 。 ; ! ? or the sign before the next item of a
// cell: △.
func EndsSentence(r rune) bool {
	return r == '。' || r == ';' || r == '!' || r == '?' || r == '△' || r == '▲'
}

// EndsClause reports whether r ends a clause: also , and :
func EndsClause(r rune) bool { return r == ',' || r == ':' || EndsSentence(r) }

// BracketAt returns the index of the innermost bracket around pos, or -1.
func (t *Text) BracketAt(pos int32) int {
	i := t.openedBefore(pos)
	for i >= 0 && t.Brackets[i].Close <= pos {
		i = t.Brackets[i].Parent
	}
	return i
}

// openedBefore returns the index of the last bracket that opens before pos, or
// -1. Brackets stand in the order of their opening marks.
func (t *Text) openedBefore(pos int32) int {
	if len(t.Brackets) == 0 || t.Brackets[0].Open >= pos {
		return -1
	}
	return sort.Search(len(t.Brackets), func(i int) bool { return t.Brackets[i].Open >= pos }) - 1
}

// closing returns the index of the bracket that closes at pos, or -1.
func (t *Text) closing(pos int32) int {
	found := -1
	for i := t.openedBefore(pos); i >= 0 && t.Brackets[i].Close <= pos; i = t.Brackets[i].Parent {
		if t.Brackets[i].Close == pos { // several end with a cell or the text: the outermost counts
			found = i
		}
	}
	return found
}

// opening returns the index of the bracket that opens at pos, or -1.
func (t *Text) opening(pos int32) int {
	if i := t.openedBefore(pos + 1); i >= 0 && t.Brackets[i].Open == pos {
		return i
	}
	return -1
}

// next returns the first position from lo at which stop holds, or hi.
func (t *Text) next(lo, hi int32, stop func(rune) bool) int32 {
	for lo < hi && !stop(t.R[lo]) {
		lo++
	}
	return lo
}

// spacedOut reports whether blanks part all characters around pos, as where a
// title was spread: 市 教 育 局, but 市残联 张 三.
func (t *Text) spacedOut(pos int32) bool {
	return pos < 2 || t.blankBefore(pos-1) || t.R[pos-2] == CellMark
}

// gapBefore returns what the source has between the characters before and at pos, of which the
// text has nothing.
func (t *Text) gapBefore(pos int32) string {
	before := t.off[pos-1]
	_, n := utf8.DecodeRuneInString(t.Doc.Text[before:])
	from := int(before) + n
	return t.Doc.Text[from:max(int(t.off[pos]), from)]
}

// blankBefore reports whether the source has a blank, and no line end, before pos.
func (t *Text) blankBefore(pos int32) bool {
	gap := t.gapBefore(pos)
	return strings.ContainsAny(gap, " \t\u3000") && !strings.ContainsAny(gap, "\n\r│")
}

// lineWithin reports whether a line of the source ends inside of r.
func (t *Text) lineWithin(r Range) bool {
	for p := r.Lo + 1; p < r.Hi; p++ {
		if t.lineBefore(p) {
			return true
		}
	}
	return false
}

// lineBefore reports whether a line of the source ends before pos.
func (t *Text) lineBefore(pos int32) bool {
	gap := t.gapBefore(pos)
	return strings.Contains(gap, "\n") || strings.Contains(gap, "<br")
}

// depth counts the brackets that open and do not close between lo and pos.
func (t *Text) depth(lo, pos int32) int {
	n := 0
	for _, r := range t.R[lo:pos] {
		switch r {
		case '(', '〔':
			n++
		case ')', '〕':
			n--
		}
	}
	return n
}

// trim leaves out separators at both ends.
func (t *Text) trim(r Range) Range {
	mark := func(c rune) bool { return !hanzi.Is(c) && strings.ContainsRune(",;。、:.—", c) }
	for r.Lo < r.Hi && mark(t.R[r.Lo]) {
		r.Lo++
	}
	for r.Hi > r.Lo && mark(t.R[r.Hi-1]) {
		r.Hi--
	}
	return r
}

// isHan reports whether r is made of Chinese characters alone.
func (t *Text) isHan(r Range) bool {
	return r.Len() > 0 && !slices.ContainsFunc(t.R[r.Lo:r.Hi], func(c rune) bool { return !hanzi.Is(c) })
}

// lastBracket returns the inside of a bracket at the end of r, and what stands
// before it.
func (t *Text) lastBracket(r Range) (in, before Range, ok bool) {
	if r.Len() < 4 || t.R[r.Hi-1] != ')' && t.R[r.Hi-1] != '〕' {
		return in, before, false
	}
	b := t.closing(r.Hi - 1)
	if b < 0 || t.Brackets[b].Open <= r.Lo {
		return in, before, false
	}
	return Range{t.Brackets[b].Open + 1, r.Hi - 1}, Range{r.Lo, t.Brackets[b].Open}, true
}
