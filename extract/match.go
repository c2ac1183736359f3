package extract

import (
	"plangraph/extract/rule"
	"plangraph/internal/hanzi"
)

// Matching one pattern around its anchor, backwards and forwards.

// matcher runs one pattern around one anchor. Captures are ranges of the text;
// an element that took no part leaves its capture empty.
type matcher struct {
	e     *Extractor
	t     *Text
	scope Range
	caps  []Range

	// For why: the elements of the pattern between which all matched, the last that were tried.
	first, last int
	top         *rule.Elem // the pattern's first element; nil while nobody asks why
}

// maxGap bounds how far a primitive looks for what follows it, in runes: longer
// than any clause of official prose, so that time stays linear.
const maxGap = 160

// run tries the pattern with its anchor at the given range. What stands before the anchor and
// what stands behind it have no part in each other.
func (m *matcher) run(p *rule.Pattern, anchor Range) (Range, bool) {
	for i := range m.caps {
		m.caps[i] = Range{}
	}
	a := &p.Elems[p.Anchor]
	if a.Capture >= 0 {
		m.caps[a.Capture] = anchor
	}
	var whole Range
	m.first, m.last = p.Anchor, p.Anchor
	ok := m.forward(p.Elems, p.Anchor+1, anchor.Hi, func(hi int32) bool { whole.Hi = hi; return true }) &&
		m.backward(p.Elems, p.Anchor-1, anchor.Lo, func(lo int32) bool { whole.Lo = lo; return true })
	return whole, ok
}

// forward matches the elements from i on behind pos, trying longer stretches and further
// alternatives until done accepts the end; the captures are those of the match then.
func (m *matcher) forward(elems []rule.Elem, i int, pos int32, done func(int32) bool) bool {
	if m.top != nil && len(elems) > 0 && m.top == &elems[0] {
		m.last = max(m.last, i)
	}
	if i == len(elems) {
		return done(pos)
	}
	e := &elems[i]
	try := func(hi int32) bool {
		if e.Capture >= 0 {
			old := m.caps[e.Capture]
			m.caps[e.Capture] = Range{pos, hi}
			if m.forward(elems, i+1, hi, done) {
				return true
			}
			m.caps[e.Capture] = old
			return false
		}
		if e.Repeat && hi > pos && m.forward(elems, i, hi, done) {
			return true
		}
		return m.forward(elems, i+1, hi, done)
	}
	switch e.Kind {
	case rule.Begin:
		return pos == m.scope.Lo && m.forward(elems, i+1, pos, done)
	case rule.End:
		return pos == m.scope.Hi && m.forward(elems, i+1, pos, done)
	case rule.NegAhead:
		for _, alt := range e.Alts {
			if m.forward(alt, 0, pos, func(int32) bool { return true }) {
				return false
			}
		}
		return m.forward(elems, i+1, pos, done)
	case rule.Literal:
		if hi := pos + int32(len(e.Runes)); hi <= m.scope.Hi && equalRunes(m.t.R[pos:hi], e.Runes) && try(hi) {
			return true
		}
	case rule.ListRef:
		if m.listForward(e, pos, try) {
			return true
		}
	case rule.Group:
		for _, alt := range e.Alts {
			if m.forward(alt, 0, pos, try) {
				return true
			}
		}
	case rule.KindRef:
		if m.kindForward(elems, i, pos, try) {
			return true
		}
	}
	return e.Optional && m.forward(elems, i+1, pos, done)
}

// backward does the same for the elements from i down before pos.
func (m *matcher) backward(elems []rule.Elem, i int, pos int32, done func(int32) bool) bool {
	if i < 0 {
		return done(pos)
	}
	if m.top != nil && m.top == &elems[0] {
		m.first = min(m.first, i)
	}
	e := &elems[i]
	try := func(lo int32) bool {
		if e.Capture >= 0 {
			old := m.caps[e.Capture]
			m.caps[e.Capture] = Range{lo, pos}
			if m.backward(elems, i-1, lo, done) {
				return true
			}
			m.caps[e.Capture] = old
			return false
		}
		if e.Repeat && lo < pos && m.backward(elems, i, lo, done) {
			return true
		}
		return m.backward(elems, i-1, lo, done)
	}
	switch e.Kind {
	case rule.Begin:
		return pos == m.scope.Lo && m.backward(elems, i-1, pos, done)
	case rule.End:
		return pos == m.scope.Hi && m.backward(elems, i-1, pos, done)
	case rule.NegAhead: // it looks ahead on this side of the anchor, too
		for _, alt := range e.Alts {
			if m.forward(alt, 0, pos, func(int32) bool { return true }) {
				return false
			}
		}
		return m.backward(elems, i-1, pos, done)
	case rule.Literal:
		if lo := pos - int32(len(e.Runes)); lo >= m.scope.Lo && equalRunes(m.t.R[lo:pos], e.Runes) && try(lo) {
			return true
		}
	case rule.ListRef:
		if m.listBackward(e, pos, try) {
			return true
		}
	case rule.Group:
		for _, alt := range e.Alts {
			if m.backward(alt, len(alt)-1, pos, try) {
				return true
			}
		}
	case rule.KindRef:
		if m.kindBackward(elems, i, pos, try) {
			return true
		}
	}
	return e.Optional && m.backward(elems, i-1, pos, done)
}

// kindForward tries the mentions of a kind that begin at pos, the longest first, or stretches of
// running text, the shortest first.
func (m *matcher) kindForward(elems []rule.Elem, i int, pos int32, try func(int32) bool) bool {
	e := &elems[i]
	if e.ID >= 0 {
		ms := m.t.mentions[e.ID]
		for j := len(ms) - 1; j >= 0; j-- {
			if ms[j].Lo == pos && ms[j].Hi <= m.scope.Hi && try(ms[j].Hi) {
				return true
			}
		}
		return false
	}
	limit := m.extent(e.ID, pos, 1)
	if i+1 == len(elems) {
		return limit > pos && try(limit)
	}
	first := pos + 1
	if elems[i+1].Kind == rule.End { // only the farthest end can be the scope's
		first = max(first, limit)
	}
	for hi := first; hi <= limit; hi++ {
		if try(hi) {
			return true
		}
	}
	return false
}

// kindBackward does the same for what ends at pos.
func (m *matcher) kindBackward(elems []rule.Elem, i int, pos int32, try func(int32) bool) bool {
	e := &elems[i]
	if e.ID >= 0 {
		for _, mt := range m.t.mentions[e.ID] {
			if mt.Hi == pos && mt.Lo >= m.scope.Lo && try(mt.Lo) {
				return true
			}
		}
		return false
	}
	limit := m.extent(e.ID, pos, -1)
	if i == 0 {
		return limit < pos && try(limit)
	}
	first := pos - 1
	if elems[i-1].Kind == rule.Begin { // only the farthest can be the scope's
		first = min(first, limit)
	}
	for lo := first; lo >= limit; lo-- {
		if try(lo) {
			return true
		}
	}
	return false
}

// equalRunes reports whether b begins with the runes of a.
func equalRunes(a, b []rune) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// listForward tries the words of a list that start at pos, the longest first.
func (m *matcher) listForward(e *rule.Elem, pos int32, try func(int32) bool) bool {
	t := m.t
	if int(pos) >= len(t.R) {
		return false
	}
	for k := t.from[pos+1] - 1; k >= t.from[pos]; k-- {
		h := t.hits[k]
		if h.Hi <= m.scope.Hi && m.e.inList(h.Term, e.ID) && try(h.Hi) {
			return true
		}
	}
	return pos < m.scope.Hi && m.e.singleIn(t.code[pos], e.ID) && try(pos+1)
}

// listBackward tries the words of a list that end at pos, the longest first.
func (m *matcher) listBackward(e *rule.Elem, pos int32, try func(int32) bool) bool {
	t := m.t
	for k := t.byEnd[pos]; k > 0; k = t.nextEnd[k-1] {
		if h := t.hits[k-1]; h.Lo >= m.scope.Lo && m.e.inList(h.Term, e.ID) && try(h.Lo) {
			return true
		}
	}
	return pos > m.scope.Lo && m.e.singleIn(t.code[pos-1], e.ID) && try(pos-1)
}

// primitives are the ids of the kinds that stretch over running text.
var primitives = map[string]int{"clause": -1, "span": -2, "name": -3, "han": -4, "any": -5}

// stops reports whether a primitive ends before a rune.
func stops(kind int, r rune) bool {
	switch kind {
	case -1:
		return EndsClause(r)
	case -2:
		return EndsSentence(r)
	case -3:
		return EndsClause(r) || r == '、' || r == '(' || r == ')' || r == '〔' || r == '〕'
	case -4:
		return !hanzi.Is(r)
	}
	return false
}

// extent returns how far a primitive may reach from pos, forwards (+1) or
// backwards (-1).
func (m *matcher) extent(kind int, pos int32, dir int32) int32 {
	text := m.t.R
	for n := 0; n < maxGap; n++ {
		at := pos // of the next character
		if dir < 0 {
			at--
		}
		if at < m.scope.Lo || at >= m.scope.Hi {
			break
		}
		r := text[at]
		if hanzi.Is(r) { // no mark, as most
			pos += dir
			continue
		}
		if r == CellMark || stops(kind, r) {
			break
		}
		pos = m.past(at, r, dir)
	}
	return pos
}

// past returns the position behind the character r that stands at pos, forwards (+1) or
// backwards (-1). A bracket belongs whole to what it stands in.
func (m *matcher) past(pos int32, r rune, dir int32) int32 {
	if dir > 0 {
		if r == '(' || r == '〔' {
			if b := m.t.opening(pos); b >= 0 && m.t.Brackets[b].Close < m.scope.Hi {
				return m.t.Brackets[b].Close + 1
			}
		}
		return pos + 1
	}
	if r == ')' || r == '〕' {
		if b := m.t.closing(pos); b >= 0 && m.t.Brackets[b].Open >= m.scope.Lo {
			return m.t.Brackets[b].Open
		}
	}
	return pos
}
