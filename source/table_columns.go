package source

import (
	"slices"
	"strings"

	"plangraph/plan"
)

// Which words of a row that blanks part belong to which column: the wrap and blanks inside
// cells make more words than columns, empty cells fewer.

// rowFit puts the tokens of a row under the columns.
type rowFit struct {
	*builder
	heads       []string // of the columns
	tk          []token
	cells       []plan.Cell
	lo, hi      int // the tokens [lo,hi) have no place yet
	left, right int // the columns [left,right) are not filled yet
}

// fitColumns puts the tokens of a row under the columns: the first is the row's number, then
// times and bodies from the right, runs of figures in the middle, and texts for the rest,
// with words that the wrap broke put together again.
func (b *builder) fitColumns(heads []string, tk []token) []plan.Cell {
	tk = b.joinTimes(tk)
	n := len(heads)
	f := &rowFit{builder: b, heads: heads, tk: tk, cells: make([]plan.Cell, n), lo: 1, hi: len(tk), left: 1, right: n}
	indicators := b.indicatorHeads(heads)
	if len(tk) == n && (indicators || f.bodiesFit()) { // 1 林地保有量 万亩 62 65
		for k := range tk {
			f.put(k, k)
		}
		return f.cells
	}
	f.put(0, 0)
	f.behindText()
	for f.right-1 > f.left && f.hi-1 > f.lo && f.fromRight() {
	}
	if n := f.right - f.left; n > 3 && f.hi-f.lo >= n && indicators { // the name of an indicator that a blank cut: 平均受 教育年限 年 10.4 11.3
		for k := f.lo; k < f.hi; k++ {
			f.put(max(f.left, f.right-(f.hi-k)), k)
		}
		return f.cells
	}
	f.amounts()
	for f.right-1 > f.left && f.hi-1 > f.lo && f.fromRight() {
	}
	f.texts(f.lo, f.hi, f.left, f.right)
	return f.cells
}

// isFigure reports whether s is made of digits alone.
func isFigure(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// joinTimes puts together the times that a blank cut: 6月底 前, 2031年 6月底, 11 月底.
func (b *builder) joinTimes(tk []token) []token {
	for k := len(tk) - 1; k > 1; k-- {
		before, after := b.word(tk[k-1]), b.word(tk[k])
		figure := isFigure(before) && hasPrefix(after, b.cellDate) && b.timeLike(after) // 11 月底
		if figure || hasFigure(before) && b.timeLike(before) && (slices.Contains(b.cellTimeEnd, after) || strings.HasSuffix(before, "年") && b.timeLike(after) && digit(after[0])) {
			last := tk[k-1]
			last.rest = append(last.rest[:len(last.rest):len(last.rest)], tk[k].pieces()...)
			tk = slices.Concat(tk[:k-1], []token{last}, tk[k+1:])
		}
	}
	return tk
}

func (f *rowFit) token(k int) string { return f.word(f.tk[k]) }

func (f *rowFit) head(c int) string { return f.heads[c] }

// bodiesFit reports whether of as many tokens as columns those are bodies that stand under
// their heads, and no blank more parts cells or words.
func (f *rowFit) bodiesFit() bool {
	const shortest = 2 // characters of a cell; fewer are the rest of a word
	bodies := false
	for c, head := range f.heads {
		body := f.bodyColumnOnly(head)
		if body && !f.bodyLike(f.token(c)) || c > 0 && (f.tk[c].before > 1 || f.goesOn(c) || runes(f.token(c)) < shortest) {
			return false
		}
		bodies = bodies || body
	}
	return bodies
}

// put adds the token k at the end of the cell c, putFirst at its beginning.
func (f *rowFit) put(c, k int) { f.cells[c].Pieces = append(f.cells[c].Pieces, f.tk[k].pieces()...) }

func (f *rowFit) putFirst(c, k int) {
	f.cells[c].Pieces = slices.Insert(f.cells[c].Pieces, 0, f.tk[k].pieces()...)
}

// fromRight fills the last column that is not filled, if it is one of persons, of times, of
// bodies or of what works are (新建) and the last tokens are such; false where not.
func (f *rowFit) fromRight() bool {
	head, last := f.head(f.right-1), f.token(f.hi-1)
	switch {
	case f.leaderColumn(head) && runes(last) <= 3 && !f.bodyLike(last):
		f.takeLast()
		for n := 1; n < 3 && runes(f.token(f.hi)) == 1 && f.hi-1 > f.lo && runes(f.token(f.hi-1)) == 1; n++ { // 张 海, 李 小 明
			f.takeMore()
		}
	case f.timeColumn(head) && f.timeLike(last), hasAny(head, f.columnStatus...) && slices.Contains(f.cellStatus, last):
		f.takeLast()
	case f.bodyColumn(head) && f.endsInBody():
		f.takeLast()
		f.restOfNames()
	default:
		return false
	}
	return true
}

// takeLast gives the last token to the last column, takeMore one more before it.
func (f *rowFit) takeLast() {
	f.right--
	f.hi--
	f.put(f.right, f.hi)
}

func (f *rowFit) takeMore() {
	f.hi--
	f.putFirst(f.right, f.hi)
}

// endsInBody reports whether the last token, with those before it that the wrap cut from
// it, reads like a body.
func (f *rowFit) endsInBody() bool {
	last := f.token(f.hi - 1)
	return f.bodyLike(last) ||
		f.hi-2 > f.lo && f.cutName(f.token(f.hi-2), last) ||
		f.hi-3 > f.lo && f.cutName(f.token(f.hi-3)+f.token(f.hi-2), last)
}

// restOfNames gives the column of bodies just filled what else is its: a list that the
// wrap cut behind its comma, or a name that it cut.
func (f *rowFit) restOfNames() {
	alone := f.right-1 > 0 && !f.bodyColumn(f.head(f.right-1)) // names that a blank parts have no other column
	for f.hi-1 > f.lo {
		before := f.token(f.hi - 1)
		if !strings.HasSuffix(before, "、") && !strings.HasSuffix(before, ",") && !f.cutName(before, f.token(f.hi)) &&
			!(alone && f.hi-2 > f.lo && f.bodyLike(before)) {
			break
		}
		f.takeMore()
	}
	if f.hi-2 > f.lo && !f.nameStart(f.token(f.hi)) && f.cutName(f.token(f.hi-2)+f.token(f.hi-1), f.token(f.hi)) { // 县财政局、县|住房城乡建|设局
		f.takeMore()
		f.takeMore()
	}
}

// amounts fills the last columns of bare figures, where a run of figures stands for them,
// and what is right of them.
func (f *rowFit) amounts() {
	c := f.right - 1
	for c > f.left && !f.amountColumn(f.head(c)) {
		c--
	}
	if c <= f.left {
		return
	}
	from := c
	for from-1 > f.left && f.amountColumn(f.head(from-1)) {
		from--
	}
	w := c + 1 - from
	if w == 1 && c != f.right-1 {
		return // one figure alone may be a text's
	}
	for k := f.hi - w; k > f.lo; k-- {
		if slices.ContainsFunc(f.tk[k:k+w], func(x token) bool { return !bareFigure(f.word(x)) }) {
			continue
		}
		for q := range w {
			f.put(from+q, k+q)
		}
		f.texts(k+w, f.hi, c+1, f.right)
		f.hi, f.right = k, from
		return
	}
}

// texts puts the tokens [lo,hi) under the columns [left,right), which hold text.
func (f *rowFit) texts(lo, hi, left, right int) {
	if lo >= hi || left >= right {
		return
	}
	if c, k := f.anchor(lo, hi, left, right); k >= lo {
		f.texts(lo, k, left, c)
		f.put(c, k)
		f.texts(k+1, hi, c+1, right)
		return
	}
	left += min(max(0, f.tk[lo].before-1), right-left-1) // blanks beyond one are empty cells
	groups := f.groups(lo, hi, right-left == 1)
	for len(groups) > right-left {
		k := f.closest(groups)
		groups[k].end = groups[k+1].end
		groups = slices.Delete(groups, k+1, k+2)
	}
	// With fewer groups than columns, what is missing is missing on the left, but for the name
	// that each row of a table of works has.
	c := right - len(groups)
	if left == 1 && slices.ContainsFunc(f.heads, func(s string) bool { return hasAny(s, f.columnStatus...) }) {
		c = left
	}
	for _, g := range groups {
		for k := g.from; k < g.end; k++ {
			f.put(c, k)
		}
		c++
	}
}

// anchor returns a column of [left,right) and the one of the tokens [lo,hi) that can stand in no
// other: what works are (新建), or an amount by itself; k is -1 where there is none.
func (f *rowFit) anchor(lo, hi, left, right int) (c, k int) {
	for c := left; c < right; c++ {
		status, amount := hasAny(f.head(c), f.columnStatus...), f.amountColumn(f.head(c))
		if !status && !amount {
			continue
		}
		for k := lo; k < hi; k++ {
			if status && slices.Contains(f.cellStatus, f.token(k)) ||
				amount && bareFigure(f.token(k)) && (k+1 == hi || !hasPrefix(f.token(k+1), f.gluedUnit)) { // no 安置房 860 套
				return c, k
			}
		}
	}
	return 0, -1
}

// group is the tokens [from,end) of one cell.
type group struct{ from, end int }

// groups puts tokens together that the wrap cut from each other: one of one or two
// characters goes with the one before; with one column all do.
func (f *rowFit) groups(lo, hi int, one bool) []group {
	var out []group
	for k := lo; k < hi; k++ {
		n := len(out)
		spelled := n == 1 && out[0].end-out[0].from <= 2 && runes(f.token(k-1)) == 1 && runes(f.token(out[0].from)) == 1
		if n > 0 && (one || runes(f.token(k)) <= 2 || spelled || f.goesOn(k)) {
			out[n-1].end = k + 1
			continue
		}
		out = append(out, group{k, k + 1})
	}
	return out
}

// goesOn reports whether the token k goes on with a sentence: 规范小餐饮 460家, 覆盖率 达到70%.
func (f *rowFit) goesOn(k int) bool {
	s := strings.TrimLeft(f.token(k), "≥≤<>")
	return s != "" && digit(s[0]) && numberOf(s).class == classNone && strings.Contains(f.token(k-1), ",") || f.boundWord.opening(s) != ""
}

// closest returns which group is best joined with the next one: the two that are shortest
// together, but for those that a verb or the width of their columns parts, and before all those that a figure joins.
func (f *rowFit) closest(groups []group) int {
	const (
		verb   = 8    // runes: a verb begins another cell
		wide   = 40   // a line much longer than those before stands in another, wider column
		least  = 10   // runes of such a line
		figure = 1000 // 基地 3 万亩: blanks around a figure part no cells
	)
	best, smallest := 0, 1<<30
	for g := 0; g+1 < len(groups); g++ {
		size := 0
		for k := groups[g].from; k < groups[g+1].end; k++ {
			size += runes(f.token(k))
		}
		before, after := f.token(groups[g].end-1), f.token(groups[g+1].from)
		if f.gluedVerbs.opening(after) != "" {
			size += verb
		}
		if digit(before[len(before)-1]) || digit(after[0]) && !startsYear(after) { // but not 划定禁养区 2030年底前…
			size -= figure
		}
		if n := runes(after); n >= least && n >= 2*f.longest(groups[g]) {
			size += wide
		}
		if size < smallest {
			best, smallest = g, size
		}
	}
	return best
}

// startsYear reports whether s begins with a year: 2030年.
func startsYear(s string) bool {
	y, w := year(s)
	return y > 0 && strings.HasPrefix(s[w:], "年")
}

// longest returns how many characters the longest token of a group has.
func (f *rowFit) longest(g group) (n int) {
	for k := g.from; k < g.end; k++ {
		n = max(n, runes(f.token(k)))
	}
	return n
}

// cutName reports whether the wrap cut the name of a body in two: a token that
// begins like a name and ends like none, before one that only ends like one.
func (ws *words) cutName(before, after string) bool {
	if k := max(strings.LastIndex(before, "、"), strings.LastIndex(before, ",")); k >= 0 {
		before = strings.TrimLeft(before[k:], "、,")
	}
	if k := strings.IndexAny(after, "、,"); k > 0 {
		after = after[:k]
	}
	if hasPrefix(after, ws.cellNameLetter) || ws.bodyLike(before) || !ws.bodyLike(before+after) {
		return false
	}
	n, rest := runes(before), runes(after)
	if rest <= 2 && n >= 3 && n <= 16 { // 青山县人民 政府
		return true
	}
	if hasPrefix(before, ws.cellNameLetter) {
		return n <= 12
	}
	return n >= 4 && n <= 12 && rest <= 4 && ws.gluedName(before) && !ws.gluedName(after) // 住房和城乡建 设局
}

// nameStart reports whether a token begins as a name of a body does.
func (ws *words) nameStart(s string) bool {
	return hasPrefix(s, ws.cellNameLetter) || ws.gluedName(s)
}
