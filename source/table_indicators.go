package source

import (
	"slices"

	"plangraph/plan"
)

// Tables of indicators with one cell a line. As an indicator's name may itself sound like a
// header's word (单位产值能耗), the figures tell where a row begins.

// indicatorTable reads a table of indicators that has one cell a line: up to n header
// words from unit i on, then as many cells for every row. The header's last words may be
// the first indicator's, so the widest header that fits the cells is taken.
func (b *builder) indicatorTable(i, n int) int {
	for k := i; k < i+n; k++ {
		if s := joinTitle(b.text(k)); b.bodyColumn(s) && b.gluedHeads.has(s) {
			return i // 责任单位 is no indicator's first word
		}
	}
	classed := hasAny(joinTitle(b.text(i)), b.columnClass...)
	end := b.indicatorEnd(i, classed, longestCell)
	for w := n; w >= 2; w-- {
		if head, cells := b.indicatorCells(i, w, end); cells != nil {
			return b.addCells(i, head, cells)
		}
	}
	return b.widerTable(i, n, end)
}

// longestCell is how long a cell of a table of indicators may be, in bytes.
const longestCell = 120

// indicatorEnd returns the unit from i on before which a table of indicators, whose lines have no
// more bytes than longest, ends at the latest.
func (b *builder) indicatorEnd(i int, classed bool, longest int) int {
	for ; i < len(b.u); i++ {
		s := b.text(i)
		if b.u[i].tab || len(s) > longest || endsSentence(s) && !serial(s) && !hasSuffix(s, []string{")", "）", "〕", "]"}) {
			break
		}
		if _, ok := b.labelAt(s); ok {
			break
		}
		if c := numberOf(s).class; c == classChapter || c == classSection || c == classHan && !classed {
			break
		}
	}
	return i
}

// indicatorCells returns the units that are the header's words, and those that are cells,
// of a table of indicators in the units [i,end) whose header has n; nil where the cells
// do not fit such a header.
func (b *builder) indicatorCells(i, n, end int) (head, cells []int) {
	for k := i; k < end; k++ {
		if k < i+n {
			head = append(head, k)
		} else {
			cells = append(cells, k)
		}
	}
	w := len(head)
	if w < 2 || len(cells) < 2*w {
		return nil, nil
	}
	goals, ok := b.indicatorColumns(head)
	if !ok {
		return nil, nil
	}
	figures := func(row int) (n int) { // how many of the row's goals are figures
		for _, c := range goals {
			if hasFigure(b.text(cells[row+c])) {
				n++
			}
		}
		return n
	}
	whole := len(cells)%w == 0
	if !whole { // what stands behind the last row is another text
		cells = cells[:len(cells)/w*w]
		for len(cells) > 0 && figures(len(cells)-w) < len(goals) {
			cells = cells[:len(cells)-w]
		}
	}
	found, all := 0, 0
	for row := 0; row < len(cells); row += w {
		found, all = found+figures(row), all+len(goals)
	}
	if len(cells) < 2*w || all == 0 || 2*found < all || !whole && 10*found < 9*all {
		return nil, nil
	}
	return head, cells
}

// indicatorColumns returns which of a header's words are columns of goals; ok is false
// where the header is none of a table of indicators.
func (b *builder) indicatorColumns(head []int) (goals []int, ok bool) {
	for c, k := range head {
		s := b.text(k)
		switch {
		case b.bodyColumnOnly(s):
			return nil, false
		case b.nameColumn(s) && !hasAny(s, b.columnNameNot...):
			ok = true
		case b.goalColumn(s):
			goals = append(goals, c)
		}
	}
	return goals, ok
}

// addCells adds the table from unit i on with the given header and cells, as many a row,
// and returns the unit behind it.
func (b *builder) addCells(i int, head, cells []int) int {
	w := len(head)
	end := cells[len(cells)-1] + 1
	r := &rawTable{span: b.unitSpan(i, end)}
	for _, k := range head {
		r.header = append(r.header, b.unitCell(k))
	}
	for k := 0; k < len(cells); k += w {
		row := plan.Row{Span: b.unitSpan(cells[k], cells[k+w-1]+1), Cells: make([]plan.Cell, w)}
		for c := range w {
			row.Cells[c] = b.unitCell(cells[k+c])
		}
		r.rows = append(r.rows, row)
	}
	b.addTable(r)
	return end
}

// unitCell makes a cell of the unit k.
func (b *builder) unitCell(k int) plan.Cell { return b.cell(b.u[k].start, b.u[k].end) }

// unitSpan is the span of the units [i,end).
func (b *builder) unitSpan(i, end int) plan.Span {
	return plan.Span{Start: b.u[i].start, End: b.u[end-1].end}
}

// natureLines is a table of indicators with one cell a line whose last column says of each
// whether it binds (约束性, 预期性).
type natureLines struct {
	*builder
	columns int
	name    int    // the column of the indicators
	figure  []bool // by column: it has figures
	late    bool   // the last of these is one of changes up to then, which many rows lack
	serials bool   // each row begins with its number
}

// natureTable reads such a table, whose header has the n units from i on: what stands
// between two such cells is a row, before its first cells perhaps the names of a class, or
// what explains the row above.
func (b *builder) natureTable(i, n int) int {
	const farthest = 16 // units between two cells of the last column
	head := i
	if b.classColumn(b.text(i)) {
		head++
	}
	from := i + n
	t := b.natureHeader(head, from)
	if t == nil {
		return i
	}
	r := &rawTable{}
	for k := head; k < from; k++ {
		r.header = append(r.header, b.unitCell(k))
	}
	end := i
	for k := from; k < len(b.u) && k-from < farthest; k++ {
		s := b.text(k)
		if _, ok := b.labelAt(s); ok || b.u[k].tab || numberOf(s).class == classChapter {
			break
		}
		if !slices.Contains(b.natureWord, joinTitle(s)) {
			continue
		}
		if row, ok := t.row(from, k); ok {
			r.rows = append(r.rows, row)
			end = k + 1
		}
		from = k + 1
	}
	if len(r.rows) < 2 {
		return i
	}
	r.span = b.unitSpan(i, end)
	b.addTable(r)
	return end
}

// natureHeader reads the header in the units [head,end); nil where it is none of such a
// table.
func (b *builder) natureHeader(head, end int) *natureLines {
	t := &natureLines{builder: b, columns: end - head, name: -1}
	if t.columns < 3 || !hasAny(joinTitle(b.text(end-1)), b.natureHead...) {
		return nil
	}
	t.figure = make([]bool, t.columns)
	for c := range t.columns {
		switch s := joinTitle(b.text(head + c)); {
		case hasAny(s, b.natureHead...):
		case b.goalColumn(s) || hasAny(s, b.columnValue...):
			t.figure[c] = true
		case t.name < 0 && b.nameColumn(s):
			t.name = c
		}
	}
	if t.name < 0 || t.name+1 >= t.columns || !t.figure[t.columns-2] {
		return nil
	}
	t.late = hasAny(joinTitle(b.text(end-2)), b.columnSum...) || firstYear(b.text(end-2)) == 0
	t.serials = b.serialColumn(b.text(head))
	return t
}

// row makes a row of the units from from on that ends with unit k, its cell of the last
// column; ok is false where they are none.
func (t *natureLines) row(from, k int) (row plan.Row, ok bool) {
	w := t.columns
	if t.serials {
		for c := k - 1; c >= from; c-- {
			if serial(t.text(c)) && k-c+1 > t.name+2 && k-c < w && !t.valueLike(t.text(c+t.name)) {
				return t.rowOf(t.align(c, k)), true
			}
		}
		return plan.Row{}, false
	}
	cells := make([]int, 0, w)
	for c := max(from, k+1-w); c <= k; c++ {
		cells = append(cells, c)
	}
	value := func(c int) bool { return cells[c] == noUnit || t.valueLike(t.text(cells[c])) }
	if short := len(cells) == w-1; short || len(cells) == w && t.figure[t.name+1] && !value(t.name+1) {
		if !short { // a class above a row that lacks a cell
			cells = cells[1:]
		}
		cells = append(cells[:w-2:w-2], noUnit, k)
	}
	if len(cells) != w || value(t.name) {
		return plan.Row{}, false
	}
	return t.rowOf(cells), true
}

// noUnit stands for an empty cell.
const noUnit = -1

// align puts the units [c,k], a row from its number to its last column, under the columns:
// where figures are missing it is those of the past, or of changes that the last such
// column gives.
func (t *natureLines) align(c, k int) []int {
	w := t.columns
	missing := w - (k - c + 1)
	cells := make([]int, 0, w)
	for u := c; u <= c+t.name; u++ {
		cells = append(cells, u)
	}
	first := c + t.name + 1
	past := firstYear(t.text(first)) > 0 // 2022—2027年平均增长5%, in words
	if past && first < k {
		cells = append(cells, first)
		first++
	}
	for ; missing > 0 && (past || !t.late); missing-- {
		cells = append(cells, noUnit)
	}
	for u := first; u < k; u++ {
		cells = append(cells, u)
	}
	for ; missing > 0; missing-- {
		cells = append(cells, noUnit)
	}
	return append(cells, k)
}

// rowOf makes a row of the units that are its cells.
func (t *natureLines) rowOf(cells []int) plan.Row {
	row := plan.Row{Span: plan.Span{Start: t.u[cells[0]].start, End: t.u[cells[len(cells)-1]].end}, Cells: make([]plan.Cell, t.columns)}
	for c, u := range cells {
		if u != noUnit {
			row.Cells[c] = t.unitCell(u)
		}
	}
	return row
}
