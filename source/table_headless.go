package source

import (
	"strings"

	"plangraph/plan"
)

// Pieces of tables of tasks whose header stands on another page: numbered rows of a task, the
// bodies that carry it out and perhaps a time, at the beginning of a text.

// The columns of such a table, whose heads stand in the same order in the word list
// headless_column.
const (
	headlessNumber = iota
	headlessItem
	headlessText
	headlessBody
	headlessMore
	headlessTime
	headlessColumns
)

// headlessTable reads such a table from unit i on, with a row a line or a cell a line; i where
// there is none.
func (b *builder) headlessTable(i int) int {
	const near, nearCells = 3, 12 // units before it, as titles over rows, or cells of a row that begins elsewhere
	if len(b.headlessColumn) != headlessColumns {
		return i
	}
	if i < nearCells || b.bindsNear(i) {
		if end := b.hiddenIndicators(i); end > i {
			return end
		}
	}
	if end := b.headlessGroups(i); end > i || i >= near && !(i < nearCells && serial(strings.TrimRight(b.text(i), "| "))) {
		return end
	}
	for _, read := range [...]func(*builder, int) int{(*builder).hiddenWorks, (*builder).hiddenTasks} {
		if end := read(b, i); end > i {
			return end
		}
	}
	if !b.startsNumber(i) {
		return b.headlessBlanks(i)
	}
	for _, read := range [...]func(*builder, int) (plan.Row, int){(*builder).headlessLine, (*builder).headlessLines} {
		r := &rawTable{implied: b.headlessColumn}
		end := i
		for want := 0; end < len(b.u); want++ {
			row, next := read(b, end)
			n := rowNumber(strings.TrimRight(cellText(b.t, firstCell(row)), " "))
			if next == end || want > 0 && n != want {
				break
			}
			want = n
			r.rows = append(r.rows, row)
			end = next
		}
		if len(r.rows) > 1 {
			r.span = b.unitSpan(i, end)
			b.addTable(r)
			return end
		}
	}
	return b.headlessBlanks(i)
}

// firstCell returns the first cell of a row, an empty one where it has none.
func firstCell(row plan.Row) plan.Cell {
	if len(row.Cells) == 0 {
		return plan.Cell{}
	}
	return row.Cells[0]
}

// startsNumber reports whether the unit i begins with the number of a row.
func (b *builder) startsNumber(i int) bool {
	s, _, _ := strings.Cut(b.text(i), " ")
	return serial(s) && !b.u[i].tab
}

// headlessLine reads the row in the line of unit i, and returns the unit behind it; i where it
// is none.
func (b *builder) headlessLine(i int) (row plan.Row, next int) {
	if b.u[i].tab {
		return row, i
	}
	tk := tokens(b.t, b.u[i])
	hi := len(tk)
	if hi < 3 || !serial(b.word(tk[0])) {
		return row, i
	}
	cells := make([]plan.Cell, headlessColumns)
	put := func(c int, k token) { cells[c].Pieces = append(cells[c].Pieces, k.span) }
	put(headlessNumber, tk[0])
	if b.timeLike(b.word(tk[hi-1])) && !b.bodyLike(b.word(tk[hi-1])) {
		hi--
		put(headlessTime, tk[hi])
	}
	lo := hi
	for lo > 1 && b.bodyLike(b.word(tk[lo-1])) {
		lo--
	}
	if n := hi - lo; n == 0 || n > 2 || lo < 2 || lo > 3 {
		return row, i
	}
	for k := lo; k < hi; k++ {
		put(headlessBody+k-lo, tk[k])
	}
	if lo == 3 {
		put(headlessItem, tk[1])
	}
	put(headlessText, tk[lo-1])
	return plan.Row{Span: b.unitSpan(i, i+1), Cells: cells}, i + 1
}

// headlessLines reads the row whose number is the whole of unit i, with a cell a line, which a |
// may end. A person, a figure or a word on the state of the task may stand beside the bodies.
func (b *builder) headlessLines(i int) (row plan.Row, next int) {
	text := func(k int) string { return strings.TrimRight(b.text(k), "| ") }
	if !serial(text(i)) || b.u[i].tab {
		return row, i
	}
	cells := make([]plan.Cell, headlessColumns)
	put := func(c, k int) {
		cells[c].Pieces = append(cells[c].Pieces, plan.Span{Start: b.u[k].start, End: b.u[k].start + len(text(k))})
	}
	in := func(k int) bool { return k < len(b.u) && !b.u[k].tab && text(k) != "" }
	put(headlessNumber, i)
	j := i + 1
	for ; j <= i+2 && in(j) && !b.bodyLike(text(j)) && !serial(text(j)); j++ {
	}
	for j > i+2 && b.besideText(text(j-1)) {
		j--
	}
	texts := j - i - 1
	if texts == 2 {
		put(headlessItem, i+1)
	}
	for in(j) && !serial(text(j)) && b.besideText(text(j)) {
		j++
	}
	if texts < 1 || !in(j) || !b.bodyLike(text(j)) {
		return row, i
	}
	put(headlessText, i+texts)
	for c := headlessBody; in(j) && b.bodyLike(text(j)); j++ {
		put(c, j)
		c = headlessMore
	}
	if in(j) && !serial(text(j)) && b.dueLike(text(j)) {
		put(headlessTime, j)
		j++
	}
	row = plan.Row{Span: b.unitSpan(i, j), Cells: cells}
	if j+1 < len(b.u) && !serial(text(j)) && rowNumber(text(j+1)) == rowNumber(text(i))+1 && in(j) { // how far it is
		j++
	}
	return row, j
}

// besideText reports whether a cell between a task and its bodies is no part of it: a person's name,
// how much is done, by when.
func (b *builder) besideText(s string) bool {
	kind := b.kindOf(s)
	return kind == personCell || kind == valueCell || kind == timeCell
}

// implyHeader says what the columns of a table with no header hold, and gives each row a cell for
// each; nil where the cells tell too little.
func (b *builder) implyHeader(r *rawTable) []string {
	heads := b.hiddenHeads(r.rows)
	for i := range r.rows {
		row := &r.rows[i]
		for len(row.Cells) < len(heads) {
			row.Cells = append(row.Cells, plan.Cell{})
		}
	}
	return heads
}
