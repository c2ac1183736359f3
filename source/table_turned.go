package source

import (
	"slices"
	"strings"

	"plangraph/plan"
)

// Tables of indicators that are turned: the indicators head the columns, and each row gives
// the figures of a year, or what they are (属性). They are turned back, a row an indicator.

// turnedTable reads such a table, whose first row is the unit i, and returns the unit
// behind it; i where there is none.
func (b *builder) turnedTable(i int) int {
	const longest = 1200 // bytes of the first row
	if s := b.text(i); len(s) > longest || !strings.Contains(b.turnedFirst, s[:runeCut(s, 1)]) {
		return i
	}
	if end := b.placeLines(i); end > i {
		return end
	}
	head, j := b.turnedRow(i)
	if len(head) < 3 || !slices.Contains(b.turnedHead, joinTitle(cellText(b.t, head[0]))) {
		return b.turnedLines(i)
	}
	for _, c := range head[1:] {
		if s := joinTitle(cellText(b.t, c)); b.yearLabel(s) || s == "" {
			return i
		}
	}
	rows, end := [][]plan.Cell{head}, i
	for j < len(b.u) {
		if strings.Trim(b.text(j), "|-: ") == "" { // the rule below a header
			j++
			continue
		}
		row, next := b.turnedRow(j)
		if len(row) == 0 || len(row) > len(head) || !b.turnedLabel(joinTitle(cellText(b.t, row[0]))) {
			break
		}
		rows, j, end = append(rows, row), next, next
	}
	if !b.turnedFigures(rows) {
		return i
	}
	b.addTurned(rows, b.unitSpan(i, end))
	return end
}

// turnedRow returns the cells of the row that the unit i begins, and the unit behind it:
// its label may stand alone in a line above its other cells.
func (b *builder) turnedRow(i int) ([]plan.Cell, int) {
	cells := b.rowCells(b.u[i])
	if len(cells) != 1 || i+1 >= len(b.u) || !b.u[i].piped {
		return cells, i + 1
	}
	more := b.rowCells(b.u[i+1])
	if len(more) < 2 {
		return nil, i + 1
	}
	return append(cells, more...), i + 2
}

// rowCells returns the cells of a line that tabs, | or blanks part, without empty ones at
// its ends.
func (b *builder) rowCells(x unit) []plan.Cell {
	s := b.t[x.start:x.end]
	if len(s) > 1200 {
		return nil
	}
	var cells []plan.Cell
	switch {
	case x.piped:
		return []plan.Cell{b.cell(x.start, x.end)}
	case strings.IndexByte(s, '\t') >= 0:
		cells = b.splitTabs(x)
	case strings.IndexByte(s, '|') >= 0:
		for from := x.start; from <= x.end; {
			to := strings.IndexByte(b.t[from:x.end], '|')
			if to < 0 {
				to = x.end - from
			}
			cells = append(cells, b.cell(from, from+to))
			from += to + 1
		}
	default:
		cells = cellsOf(b.headTokens(x))
	}
	cells = trimCells(cells)
	if len(cells) > 1 && cells[0].Empty() {
		cells = cells[1:]
	}
	return cells
}

// yearLabel reports a row's label that says for when its figures are: 2027年, 目标值.
func (b *builder) yearLabel(s string) bool {
	return runes(s) <= 20 && b.goalColumn(s)
}

// turnedLabel reports the label of a row of a turned table.
func (b *builder) turnedLabel(s string) bool {
	return b.yearLabel(s) || runes(s) <= 12 && (hasAny(s, b.turnedLabels...) || hasAny(s, b.natureHead...))
}

// turnedFigures reports whether most cells of the rows that give figures hold some.
func (b *builder) turnedFigures(rows [][]plan.Cell) bool {
	figures, cells := 0, 0
	for _, row := range rows[1:] {
		if !b.yearLabel(joinTitle(cellText(b.t, row[0]))) {
			continue
		}
		for _, c := range row[1:] {
			if cells++; hasFigure(cellText(b.t, c)) {
				figures++
			}
		}
	}
	return cells > 0 && figures*3 >= cells*2
}

// turnedLines reads a turned table that has one cell a line: the header's words, then
// rows that begin with a year each.
func (b *builder) turnedLines(i int) int {
	if !slices.Contains(b.turnedHead, joinTitle(b.text(i))) {
		return i
	}
	w := 1
	for ; i+w < len(b.u) && w < 12; w++ {
		if s := b.text(i + w); b.u[i+w].tab || runes(s) > 24 || endsSentence(s) && !hasSuffix(s, []string{")", "）"}) {
			return i
		} else if b.yearLabel(joinTitle(s)) {
			break
		}
	}
	if w < 3 || w == 12 {
		return i
	}
	var rows [][]plan.Cell
	end := i
	for k := i; k+w <= len(b.u) && (k == i || b.turnedLabel(joinTitle(b.text(k)))); k += w {
		var row []plan.Cell
		for c := range w {
			row = append(row, b.unitCell(k+c))
		}
		rows, end = append(rows, row), k+w
	}
	if len(rows) < 2 || !b.turnedFigures(rows) {
		return i
	}
	b.addTurned(rows, b.unitSpan(i, end))
	return end
}

// placeLines reads a table that has one cell a line and gives each place its figures: the
// header's words, perhaps under years that stand over several of them, then rows of a name
// and figures.
func (b *builder) placeLines(i int) int {
	if !slices.Contains(b.unitHead, joinTitle(b.text(i))) {
		return i
	}
	header, end := b.placeHeader(i)
	w := len(header)
	if w < 2 {
		return i
	}
	r := &rawTable{header: header}
	for ; end+w <= len(b.u) && !b.figureUnit(end); end += w {
		row := plan.Row{Span: b.unitSpan(end, end+w), Cells: []plan.Cell{b.unitCell(end)}}
		for k := end + 1; k < end+w && (b.figureUnit(k) || b.valueLike(b.text(k))); k++ {
			row.Cells = append(row.Cells, b.unitCell(k))
		}
		if len(row.Cells) < w {
			break
		}
		r.rows = append(r.rows, row)
	}
	if len(r.rows) < 2 {
		return i
	}
	r.span = b.unitSpan(i, end)
	b.addTable(r)
	return end
}

// placeHeader reads the header of such a table and returns the unit of the first row; none
// where the units from i on are no header.
func (b *builder) placeHeader(i int) (header []plan.Cell, row int) {
	const (
		most    = 16 // columns
		longest = 16 // characters of a head
	)
	years := i + 1
	for years < len(b.u) && firstYear(b.text(years)) > 0 {
		years++
	}
	row = years
	for row < len(b.u) && row <= years+most && !b.figureUnit(row) {
		if s := b.text(row); runes(s) > longest || endsSentence(s) && !hasSuffix(s, []string{")", "）"}) {
			return nil, i
		}
		row++
	}
	row-- // the name of the first place
	spanned := years - i - 1
	if n := row - years; n < 1 || n > most || spanned > 0 && n%spanned != 0 {
		return nil, i
	}
	header = []plan.Cell{b.unitCell(i)}
	for k := years; k < row; k++ {
		cell := b.unitCell(k)
		if spanned > 0 {
			over := b.unitCell(i + 1 + (k-years)/((row-years)/spanned))
			cell.Pieces = append(slices.Clone(over.Pieces), cell.Pieces...)
		}
		header = append(header, cell)
	}
	return header, row
}

// figureUnit reports whether the unit k is a figure.
func (b *builder) figureUnit(k int) bool {
	s := b.text(k)
	return !b.u[k].tab && hasFigure(s) && b.valueLike(s)
}

// addTurned puts the table into the plan with its rows and columns exchanged.
func (b *builder) addTurned(rows [][]plan.Cell, span plan.Span) {
	r := &rawTable{span: span, turned: true}
	for _, row := range rows {
		r.header = append(r.header, row[0])
	}
	for c := 1; c < len(rows[0]); c++ {
		cells := make([]plan.Cell, len(rows))
		one := plan.Row{Span: span, Cells: cells}
		for k, row := range rows {
			if c < len(row) {
				cells[k] = row[c]
			}
		}
		r.rows = append(r.rows, one)
	}
	b.addTable(r)
}
