package source

import (
	"slices"
	"strings"

	"plangraph/plan"
)

// tableForms read the table that begins with unit i, in the forms that have no tabs, and
// return the unit behind it; i where there is none. The first that does decides.
var tableForms = [...]func(b *builder, i int) int{
	(*builder).oneLineTable, (*builder).turnedTable, (*builder).alignedTable,
	(*builder).drawnTable, (*builder).ledTable, (*builder).pipeTable, (*builder).closedTable,
	(*builder).valueBlanks, (*builder).blankTable, (*builder).lineTable, (*builder).gluedIndicators, (*builder).gluedTable, (*builder).runTable,
	(*builder).headlessTable,
}

// cell makes a cell of [s,e).
func (b *builder) cell(s, e int) plan.Cell {
	if s, e = trim(b.t, s, e); s < e {
		return plan.Cell{Pieces: b.piece(s, e)}
	}
	return plan.Cell{}
}

// text of a cell without the breaks between its pieces.
func cellText(t string, c plan.Cell) string {
	if len(c.Pieces) == 1 {
		return t[c.Pieces[0].Start:c.Pieces[0].End]
	}
	var sb strings.Builder
	for _, p := range c.Pieces {
		sb.WriteString(t[p.Start:p.End])
	}
	return sb.String()
}

// rawTable is a table while it is being read.
type rawTable struct {
	header []plan.Cell
	rows   []plan.Row
	span   plan.Span
	turned bool // its columns were rows in the source

	implied []string // what its columns hold, where no header says so
}

// addTable puts the table and its rows into the plan.
func (b *builder) addTable(r *rawTable) {
	if len(r.rows) == 0 {
		// A header alone is a line of text.
		blk := plan.Block{Kind: plan.Paragraph, Section: b.current()}
		for _, c := range r.header {
			blk.Pieces = append(blk.Pieces, c.Pieces...)
		}
		sortSpans(blk.Pieces)
		blk.Pieces = slices.Compact(blk.Pieces) // a cell over two columns is there twice
		if len(blk.Pieces) > 0 {
			b.block(blk)
		}
		b.join = -1
		return
	}
	b.moveSerialHeader(r)
	b.alignSerials(r)
	for i := range r.rows {
		b.fitRow(r, &r.rows[i])
	}
	b.unshift(r)
	b.fill(r)
	b.fillBodies(r)
	tb := &plan.Table{Span: r.span, Section: b.current(), Header: r.header, Rows: r.rows, Turned: r.turned, Implied: r.implied}
	if top := b.stack[len(b.stack)-1]; top.rank == rankTable {
		tb.Title = b.p.Sections[top.section].Title
	} else if n := len(b.p.Blocks); n > 0 {
		// A title without a number: the line right above.
		if x := &b.p.Blocks[n-1]; x.Kind == plan.Paragraph && len(x.Pieces) == 1 && x.Number == "" {
			s := b.t[x.Pieces[0].Start:x.Pieces[0].End]
			if runes(s) <= 40 && !b.bodyLike(s) && !endsSentence(bareTitle(s)) && !hasAny(s, ",", "，", "。") {
				sp := x.Pieces[0]
				k := b.push(plan.Section{Title: s, Kind: plan.KindTable, Span: plan.Span{Start: sp.Start}, TitleSpan: sp}, rankTable, classLabel)
				x.Kind, x.Section, x.Lead = plan.Heading, k, plan.Span{}
				tb.Title, tb.Section = s, k
			}
		} else if x.Kind == plan.Heading && b.p.Sections[x.Section].Kind != plan.KindPlan {
			tb.Title = b.p.Sections[x.Section].Title
		}
	}
	for i := range tb.Rows {
		blk := plan.Block{Kind: plan.TableRow, Section: tb.Section, Table: tb, Row: i}
		for _, c := range tb.Rows[i].Cells {
			if !c.Filled {
				blk.Pieces = append(blk.Pieces, c.Pieces...)
			}
		}
		sortSpans(blk.Pieces)
		if len(blk.Pieces) > 0 {
			b.block(blk)
		}
	}
	if top := b.stack[len(b.stack)-1]; top.rank == rankTable {
		b.pop()
	}
	b.join = -1
}

// endRows adds the table r, whose rows end before the unit j, a title over more of them; the
// table that it returns has the same header and none of the rows yet.
func (b *builder) endRows(r *rawTable, j int) *rawTable {
	if len(r.rows) > 0 {
		b.addTable(r)
	}
	return &rawTable{header: r.header, span: b.unitSpan(j, j+1)}
}

// sortSpans puts spans in the order of the text; there are few.
func sortSpans(p []plan.Span) {
	for i := 1; i < len(p); i++ {
		for j := i; j > 0 && p[j].Start < p[j-1].Start; j-- {
			p[j], p[j-1] = p[j-1], p[j]
		}
	}
}

// moveSerialHeader puts right a header that spans a column of numbers and the
// column of names behind it: its words belong to the names.
func (b *builder) moveSerialHeader(r *rawTable) {
	for c := 0; c+1 < len(r.header); c++ {
		if r.header[c].Empty() || !r.header[c+1].Empty() || b.serialColumn(cellText(b.t, r.header[c])) {
			continue
		}
		numbers := len(r.rows) > 0
		for _, row := range r.rows {
			if c >= len(row.Cells) || !serial(cellText(b.t, row.Cells[c])) {
				numbers = false
				break
			}
		}
		if numbers {
			r.header[c], r.header[c+1] = r.header[c+1], r.header[c]
		}
	}
}

// fitRow gives a row as many cells as the header has.
func (b *builder) fitRow(r *rawTable, row *plan.Row) {
	n := len(r.header)
	if n == 0 {
		return
	}
	for len(row.Cells) > n && row.Cells[len(row.Cells)-1].Empty() {
		row.Cells = row.Cells[:len(row.Cells)-1]
	}
	for k := len(row.Cells) - 1; k > 0 && len(row.Cells) > n; k-- {
		if row.Cells[k].Empty() {
			row.Cells = append(row.Cells[:k:k], row.Cells[k+1:]...)
		}
	}
	for len(row.Cells) < n {
		row.Cells = append(row.Cells, plan.Cell{})
	}
	if len(row.Cells) > n {
		// Surplus text stays with the last column.
		last := &row.Cells[n-1]
		for _, c := range row.Cells[n:] {
			last.Pieces = append(last.Pieces, c.Pieces...)
		}
		row.Cells = row.Cells[:n]
	}
}

// fill takes category cells over from the row above where a merged cell left
// them empty: columns left of the one that has a text in every row.
func (b *builder) fill(r *rawTable) {
	n := len(r.header)
	for _, row := range r.rows {
		n = max(n, len(row.Cells))
	}
	main := 0 // the first column, behind the numbers, that is filled everywhere
	for c := 0; c < n; c++ {
		filled, numbers := 0, 0
		for _, row := range r.rows {
			if c < len(row.Cells) && !row.Cells[c].Empty() {
				filled++
				if serial(cellText(b.t, row.Cells[c])) {
					numbers++
				}
			}
		}
		if filled*20 >= len(r.rows)*19 && numbers*2 < filled {
			main = c
			break
		}
	}
	for c := 0; c < main; c++ {
		for i := 1; i < len(r.rows); i++ {
			row, above := r.rows[i].Cells, r.rows[i-1].Cells
			if c < len(row) && c < len(above) && row[c].Empty() && !above[c].Empty() {
				row[c] = plan.Cell{Pieces: above[c].Pieces, Filled: true}
			}
		}
	}
}

// fillBodies takes bodies over from the row above where a merged cell left them empty: of a row
// that shares its number with that row, up to a cell of bodies that it has itself.
func (b *builder) fillBodies(r *rawTable) {
	if len(r.header) == 0 {
		return
	}
	for i := 1; i < len(r.rows); i++ {
		row, above := r.rows[i].Cells, r.rows[i-1].Cells
		if len(row) == 0 || !row[0].Filled || b.groupRow(row) {
			continue
		}
		for c := 1; c < min(len(row), len(above), len(r.header)); c++ {
			if !b.bodyColumnOnly(cellText(b.t, r.header[c])) {
				continue
			}
			if !row[c].Empty() {
				break
			}
			if !above[c].Empty() {
				row[c] = plan.Cell{Pieces: above[c].Pieces, Filled: true}
			}
		}
	}
}

// groupRow reports whether a row only names the group of those below it, perhaps with its
// number, or sums up those above: 二 | 水利类; 合计 | 12750.
func (b *builder) groupRow(row []plan.Cell) bool {
	return slices.ContainsFunc(row, func(c plan.Cell) bool {
		s := cellText(b.t, c)
		return !c.Filled && (numberAlone(s) || slices.Contains(b.cellSum, joinTitle(s)))
	})
}

// trimCells leaves out the empty cells at the end of a row.
func trimCells(cells []plan.Cell) []plan.Cell {
	for len(cells) > 0 && cells[len(cells)-1].Empty() {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// isHeader reports whether the cells are a table's header.
func (ws *words) isHeader(t string, cells []plan.Cell) bool {
	heads, full, units, figure := 0, 0, false, false
	places, named := 0, false // 指标名称 | 全市 | 甲县 | 乙区
	for _, c := range cells {
		if c.Empty() {
			continue
		}
		full++
		s := joinTitle(cellText(t, c))
		if full <= 2 && slices.Contains(ws.unitHead, s) { // 县(市、区) | 造林面积 | 新建道路
			units = true
		} else if s[0] >= '0' && s[0] <= '9' && !isYear(s) && firstYear(s) == 0 {
			figure = true // as no head of such a table begins
		}
		if full == 1 && numberOf(s).class != classNone {
			return false // a row, however its words sound
		}
		switch {
		case isYear(s) && named: // 指标 | 单位 | 2030
			heads++
		case ws.headCell(s) && !serial(s):
			heads++
			named = named || full == 1 && ws.lineFirst.has(s)
		case full > 1 && runes(s) <= 8 && hasSuffix(s, ws.columnPlace):
			places++
		}
	}
	return full >= 2 && (heads*2 > full || named && !figure && (heads+places)*2 > full || units && !figure && (full > 2 || heads > 0))
}
