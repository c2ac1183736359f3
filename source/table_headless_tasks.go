package source

import (
	"strings"

	"plangraph/plan"
)

// Pieces of tables of tasks whose header stands on another page, with a row a line whose cells
// blanks part, and rows that need no number: 县志出版 县档案馆 县财政局、各镇 9月底.

// hiddenTasks reads such a piece from unit i on; i where there is none.
func (b *builder) hiddenTasks(i int) int {
	const fewest = 2 // rows
	r := &rawTable{}
	if len(b.headlessHead) != hiddenHeads {
		return i
	}
	end, group := i, -1
	for ; end < len(b.u); end++ {
		row, ok := b.hiddenTaskRow(end)
		if !ok {
			if group >= 0 || len(r.rows) == 0 || !b.groupBetween(end) {
				break
			}
			group = end
			continue
		}
		if group >= 0 {
			title := plan.Row{Span: b.unitSpan(group, group+1), Cells: make([]plan.Cell, len(row.Cells))}
			title.Cells[1] = b.unitCell(group)
			r.rows = append(r.rows, title)
		}
		r.rows, group = append(r.rows, row), -1
	}
	if group >= 0 {
		end = group
	}
	if len(r.rows) < fewest {
		return i
	}
	for _, head := range [...]int{hiddenNumber, hiddenClass, hiddenTask, hiddenPerson, hiddenBody, hiddenMore, hiddenTime} {
		r.implied = append(r.implied, b.headlessHead[head])
	}
	r.span = b.unitSpan(i, end)
	b.addTable(r)
	return end
}

// groupBetween reports whether the unit k is a numbered line that names the group of the rows
// below it: 二、民生保障.
func (b *builder) groupBetween(k int) bool {
	const longest = 20 // characters
	s := b.text(k)
	n := numberOf(s).class
	return (n == classHan || n == classParenHan) && runes(s) <= longest && !strings.Contains(s, " ") && !endsSentence(s)
}

// joinNames puts together the names that a blank parts behind the surname: 王 芳.
func (b *builder) joinNames(tk []token) []token {
	const given = 2 // characters
	var out []token
	for k, x := range tk {
		if n := len(out); n > 0 && out[n-1].rest == nil && runes(b.word(tk[k-1])) == 1 && hasPrefix(b.word(tk[k-1]), b.surname) && runes(b.word(x)) <= given && b.kindOf(b.word(x)) != bodyCell && !hasFigure(b.word(x)) {
			out[n-1].rest = []plan.Span{x.span}
			continue
		}
		out = append(out, x)
	}
	return out
}

// hiddenTaskRow reads the row in the line of unit k: what is to be done, in one or two runs without a
// blank, and behind it one or two of bodies; perhaps a class and a number before, points and a
// person between, a time behind.
func (b *builder) hiddenTaskRow(k int) (row plan.Row, ok bool) {
	const number, class, task, person, body, more, due, longest, longestClass = 0, 1, 2, 3, 4, 5, 6, 300, 6
	s := b.text(k)
	if b.u[k].tab || len(s) > longest || strings.ContainsAny(s, ":：|│") || b.noteLine(s) {
		return row, false
	}
	tk := b.joinNames(tokens(b.t, b.u[k]))
	cells := make([]plan.Cell, due+1)
	put := func(c int, t token) { cells[c].Pieces = append(cells[c].Pieces, t.pieces()...) }
	hi := len(tk)
	if hi > 2 && b.kindOf(b.word(tk[hi-1])) == timeCell {
		hi--
		put(due, tk[hi])
	}
	lo := hi
	for lo > 0 && hi-lo < 2 && b.bodyLike(b.word(tk[lo-1])) {
		lo--
	}
	if lo == hi || lo == 0 || b.bodyLike(b.word(tk[lo-1])) {
		return row, false
	}
	for c := lo; c < hi; c++ {
		put(body+c-lo, tk[c])
	}
	hi = lo
	if hi > 1 && b.person(b.word(tk[hi-1])) {
		hi--
		put(person, tk[hi])
	}
	if hi > 1 && isFigure(b.word(tk[hi-1])) { // the points that it gives
		hi--
	}
	first := 0
	if hi > 1 && !serial(b.word(tk[0])) && (serial(b.word(tk[1])) || runes(b.word(tk[0])) <= longestClass) {
		put(class, tk[0])
		first++
	}
	if hi-first > 1 && serial(b.word(tk[first])) {
		put(number, tk[first])
		first++
	}
	if hi-first != 1 || runes(b.word(tk[first])) < 4 {
		return row, false
	}
	put(task, tk[first])
	return plan.Row{Span: b.unitSpan(k, k+1), Cells: cells}, true
}
