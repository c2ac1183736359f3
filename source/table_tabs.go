package source

import (
	"strings"

	"plangraph/plan"
)

// Tables whose cells tabs part, a row a line.

// splitTabs returns the cells of a tab-separated row.
func (b *builder) splitTabs(x unit) []plan.Cell {
	cells := make([]plan.Cell, 0, 1+strings.Count(b.t[x.start:x.end], "\t"))
	for s := x.start; ; {
		e := strings.IndexByte(b.t[s:x.end], '\t')
		if e < 0 {
			return append(cells, b.cell(s, x.end))
		}
		cells = append(cells, b.cell(s, s+e))
		s += e + 1
	}
}

// tabLines is such a table while it is being read.
type tabLines struct {
	*builder
	raw      *rawTable
	first    int         // its first unit
	head     []plan.Cell // of that unit
	second   []plan.Cell // of the second line of the header; nil where that has one line
	serials  bool        // the first unit is a header, and each row below begins with its number
	headings bool        // headings stand between the rows
}

// tabTable reads the table that begins with unit i, a row with tabs, and returns the unit behind
// it.
func (b *builder) tabTable(i int) int {
	t := &tabLines{builder: b, first: i, head: b.splitTabs(b.u[i]), raw: &rawTable{span: b.unitSpan(i, i+1)}}
	headed := b.isHeader(b.t, t.head)
	if headed {
		t.raw.header = trimCells(t.head)
		t.serials = b.serialColumn(cellText(b.t, t.head[0]))
	} else {
		t.row(i, t.head)
	}
	j := i + 1
	for ; j < len(b.u); j++ {
		read := t.line
		if b.u[j].tab {
			read = t.tabbed
		}
		if !read(j) {
			break
		}
	}
	r := t.raw
	if r.header == nil && len(r.rows) > 1 {
		r.implied = b.implyHeader(r)
	}
	if len(r.rows) > 0 || !t.headings {
		b.addTable(r)
	}
	return j
}

// tabbed reads the unit j, a line with tabs; false where another table begins with it.
func (t *tabLines) tabbed(j int) bool {
	cells := t.splitTabs(t.u[j])
	headed := len(t.raw.header) > 0
	switch {
	case numberedCells(t.t, t.u[j]) != nil: // items of a box in two columns
		return false
	case headed && j == t.first+1 && t.subHeader(t.t, cells):
		t.second = cells
		t.raw.header = joinHeaders(t.raw.header, cells)
		t.raw.span.End = t.u[j].end
	case headed && (sameCells(t.t, cells, t.head) || t.second != nil && sameCells(t.t, cells, t.second)): // on the next page
	case headed && t.u[j].gap && t.allHeads(t.t, cells) && t.isHeader(t.t, cells):
		return false
	case t.goesOnBelow() && !cells[0].Empty() && !serial(cellText(t.t, cells[0])) && len(t.last().Cells) < len(t.head): // a line break inside a cell cut the row
		t.goOn(cells, j)
	default:
		t.row(j, cells)
	}
	return true
}

// line reads the unit j, a line without tabs; false where the table ends before it.
func (t *tabLines) line(j int) bool {
	num := numberOf(t.text(j))
	headed := len(t.raw.header) > 0
	switch {
	case t.goesOnBelow() && t.cellLine(j):
		t.goOn([]plan.Cell{t.unitCell(j)}, j)
	case t.noise(t.text(j)) && j+1 < len(t.u) && t.u[j+1].tab: // a page counter between two pages
	case headed && t.classBetween(j, t.raw.header):
		t.row(j, []plan.Cell{t.unitCell(j)})
	case headed && t.between(j, num):
		t.raw = t.endRows(t.raw, j)
		t.numbered(t.u[j], num, j)
		t.join, t.headings = -1, true
	default:
		return false
	}
	return true
}

// row adds the unit j, whose cells are given, as a row.
func (t *tabLines) row(j int, cells []plan.Cell) {
	t.raw.rows = append(t.raw.rows, plan.Row{Span: t.wordsOf(j), Cells: cells})
	t.raw.span.End = t.u[j].end
}

// last returns the last row.
func (t *tabLines) last() *plan.Row { return &t.raw.rows[len(t.raw.rows)-1] }

// goesOnBelow reports whether the last row may go on below, as rows begin with numbers.
func (t *tabLines) goesOnBelow() bool {
	return t.serials && len(t.raw.rows) > 0
}

// goOn adds the cells of the unit j to the last row.
func (t *tabLines) goOn(cells []plan.Cell, j int) {
	appendCells(t.last(), cells)
	end := t.wordsOf(j).End
	t.last().Span.End, t.raw.span.End = end, end
}

// wordsOf is the span of the unit j without the tabs of empty cells at its ends.
func (t *tabLines) wordsOf(j int) plan.Span {
	s, e := trim(t.t, t.u[j].start, t.u[j].end)
	return plan.Span{Start: s, End: e}
}

// between reports whether the unit j is a numbered heading between two rows of a
// table, with more rows of the kind behind it.
func (b *builder) between(j int, num number) bool {
	const longest = 40 // characters
	if num.class != classHan && num.class != classParenHan || runes(b.text(j)) > longest || endsSentence(b.text(j)) {
		return false
	}
	return b.rowBelow(j) != nil && numberedCells(b.t, b.u[j+1]) == nil
}

// rowBelow returns the cells of the row right below the line j of a table; nil where there is none.
func (b *builder) rowBelow(j int) []plan.Cell {
	if j+1 >= len(b.u) || !b.u[j+1].tab {
		return nil
	}
	cells := b.splitTabs(b.u[j+1])
	if len(cells) < 2 || b.isHeader(b.t, cells) {
		return nil
	}
	return cells
}

// classBetween reports whether the unit j, without a number, is a line that names the class of the
// rows below it in a table of indicators: 学前教育.
func (b *builder) classBetween(j int, header []plan.Cell) bool {
	const longest = 14 // characters
	s := b.text(j)
	if runes(s) > longest || hasFigure(s) || endsSentence(s) || hasAny(s, ":", "：") || !b.indicatorHeader(header) {
		return false
	}
	cells := b.rowBelow(j)
	return cells != nil && !cells[0].Empty() && b.valueLike(cellText(b.t, cells[len(cells)-1]))
}

// cellLine reports whether the unit j, a line without tabs inside a table with
// numbered rows, is more text of the row above.
func (b *builder) cellLine(j int) bool {
	s := b.text(j)
	if runes(s) > 60 || b.noise(s) || numberOf(s).class != classNone {
		return false
	}
	if _, ok := b.labelAt(s); ok {
		return false
	}
	return b.bodyLike(s) || j+1 < len(b.u) && b.u[j+1].tab
}

// appendCells goes on with a row that a line break cut: the first cell is more
// text of the row's last one.
func appendCells(row *plan.Row, more []plan.Cell) {
	last := &row.Cells[len(row.Cells)-1]
	last.Pieces = append(last.Pieces[:len(last.Pieces):len(last.Pieces)], more[0].Pieces...)
	row.Cells = append(row.Cells, more[1:]...)
}

// allHeads reports whether every cell of a row could stand in a header.
func (ws *words) allHeads(t string, cells []plan.Cell) bool {
	for _, c := range trimCells(cells) {
		if !c.Empty() && !ws.headCell(joinTitle(cellText(t, c))) {
			return false
		}
	}
	return true
}

// subHeader reports the second row of a header of two: its first cell is empty, the others are
// header words.
func (ws *words) subHeader(t string, cells []plan.Cell) bool {
	if len(cells) == 0 || !cells[0].Empty() {
		return false
	}
	full := 0
	for _, c := range cells {
		if c.Empty() {
			continue
		}
		full++
		if !ws.headCell(joinTitle(cellText(t, c))) {
			return false
		}
	}
	return full >= 2
}

// joinHeaders joins a header of two rows per column; a cell that spans several
// columns stands over each.
func joinHeaders(head, sub []plan.Cell) []plan.Cell {
	n := max(len(head), len(trimCells(sub)))
	out := make([]plan.Cell, n)
	for c := range out {
		if c < len(head) {
			out[c].Pieces = append([]plan.Span(nil), head[c].Pieces...)
		}
		if c < len(sub) && !sub[c].Empty() {
			if out[c].Empty() {
				for k := c - 1; k >= 0; k-- {
					if k < len(head) && !head[k].Empty() {
						out[c].Pieces = append(out[c].Pieces, head[k].Pieces...)
						break
					}
				}
			}
			out[c].Pieces = append(out[c].Pieces, sub[c].Pieces...)
		}
	}
	return out
}

// sameCells reports whether two rows read alike, blanks apart.
func sameCells(t string, a, b []plan.Cell) bool {
	a, b = trimCells(a), trimCells(b)
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		x, y := cellText(t, a[i]), cellText(t, b[i])
		if x == y {
			continue
		}
		if !strings.ContainsAny(x, " \u3000") && !strings.ContainsAny(y, " \u3000") {
			return false
		}
		if joinTitle(cellText(t, a[i])) != joinTitle(cellText(t, b[i])) {
			return false
		}
	}
	return true
}
