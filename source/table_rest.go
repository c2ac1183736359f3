package source

import (
	"slices"
	"strings"

	"plangraph/plan"
)

// What stands behind the text of a row that blanks part: leaders, times and bodies, of
// which the wrap may have cut any name in pieces.

// behindText fills the columns behind those of text from the tokens behind the row's last
// full stop, or from the name of its leader on; false where these do not tell which
// token belongs where.
func (f *rowFit) behindText() bool {
	end := f.right // the columns [first,end) are those of bodies
	for end > f.left && !f.bodyColumn(f.head(end-1)) {
		end--
	}
	first := end
	for first > f.left && f.bodyColumn(f.head(first-1)) {
		first--
	}
	start := first // the columns [start,first) of leaders and times stand before them
	for start > f.left && (f.leaderColumn(f.head(start-1)) || f.timeColumn(f.head(start-1))) {
		start--
	}
	if first == end || start == f.left || slices.ContainsFunc(f.heads[end:f.right], func(s string) bool { return !f.timeColumn(s) }) {
		return false
	}
	at := f.textEnd(start, first)
	if at <= f.lo || at >= f.hi {
		return false
	}
	cells := make([]plan.Cell, len(f.cells))
	give := func(c, lo, hi int) {
		for k := lo; k < hi; k++ {
			cells[c].Pieces = append(cells[c].Pieces, f.tk[k].pieces()...)
		}
	}
	lo, hi := at, f.hi
	for c := f.right - 1; c >= end && hi > lo && f.timeLike(f.token(hi-1)); c-- {
		hi--
		give(c, hi, hi+1)
	}
	for c := start; c < first; c++ {
		n := f.leading(c, lo, hi)
		give(c, lo, lo+n)
		lo += n
	}
	for c := first; c < end && lo < hi; c++ {
		n := f.bodiesAt(lo, hi, end-c)
		if n == 0 {
			return false
		}
		give(c, lo, lo+n)
		lo += n
	}
	if lo < hi {
		return false
	}
	copy(f.cells[start:], cells[start:f.right])
	f.hi, f.right = at, start
	return true
}

// textEnd returns the token behind the text of the row: behind its last full stop, or where
// the columns [start,first) hold leaders at the last name of a person; 0 for none.
func (f *rowFit) textEnd(start, first int) int {
	for k := f.hi - 1; k >= f.lo; k-- {
		if strings.HasSuffix(f.token(k), "。") {
			return k + 1
		}
	}
	for c := start; c < first; c++ {
		if !f.leaderColumn(f.head(c)) {
			continue
		}
		for k := f.hi - 1; k > f.lo; k-- {
			if f.personAt(k, f.hi) > 0 && (k == f.lo+1 || f.personAt(k-1, f.hi) == 0) {
				return k
			}
		}
	}
	return 0
}

// personAt returns how many of the tokens [k,hi) are the name of a person, which blanks may
// part (李 明); 0 for none.
func (f *rowFit) personAt(k, hi int) int {
	if s := f.token(k); !hasPrefix(s, f.surname) || f.bodyLike(s) || runes(s) > 3 || k > f.lo && hasFigure(lastRunes(f.token(k-1), 1)) { // 2.3 万亩
		return 0
	} else if runes(s) > 1 {
		return 1
	}
	n := 1
	for n < 3 && k+n < hi && runes(f.token(k+n)) == 1 {
		n++
	}
	if n == 1 {
		return 0
	}
	return n
}

// leading returns how many of the tokens [lo,hi) belong to the column c of leaders or times.
func (f *rowFit) leading(c, lo, hi int) int {
	n := 0
	if f.timeColumn(f.head(c)) {
		if lo < hi && f.timeLike(f.token(lo)) {
			n = 1
		}
		return n
	}
	for lo+n < hi {
		k := f.personAt(lo+n, hi)
		if k == 0 {
			break
		}
		n += k
	}
	return n
}

// bodiesAt returns how many of the tokens [lo,hi) are the names of one column of bodies,
// before those of columns-1 more: the fewest that are whole names and leave whole names,
// all where there are no more columns; 0 where there are none such.
func (f *rowFit) bodiesAt(lo, hi, columns int) int {
	cut := 0
	for k := hi - 1; k > lo && columns > 1; k-- {
		if f.wholeNames(lo, k) && f.wholeNames(k, hi) && (cut == 0 || f.nameStart(f.token(k)) || !f.nameStart(f.token(cut))) {
			cut = k
		}
	}
	if cut > 0 {
		return cut - lo
	}
	if f.wholeNames(lo, hi) {
		return hi - lo
	}
	return 0
}

// wholeNames reports whether the tokens [lo,hi), put together, are names of bodies.
func (f *rowFit) wholeNames(lo, hi int) bool {
	var sb strings.Builder
	for k := lo; k < hi; k++ {
		sb.WriteString(f.token(k))
	}
	names := strings.FieldsFunc(sb.String(), nameMark)
	return len(names) > 0 && !slices.ContainsFunc(names, func(s string) bool { return !f.bodyLike(s) && !f.bodyLike(strings.TrimSuffix(s, "等")) })
}

// nameMark reports a mark between names.
func nameMark(r rune) bool { return strings.ContainsRune("、,，;；", r) }

// firstName returns what stands before the first mark between names in s.
func firstName(s string) string {
	if k := strings.IndexFunc(s, nameMark); k >= 0 {
		return s[:k]
	}
	return s
}
