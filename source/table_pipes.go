package source

import (
	"strings"

	"plangraph/plan"
)

// Tables whose cells | parts, as Markdown and copies of web pages write them.

// pipeTable reads a table whose cells | parts, as Markdown and copies of web pages
// write it, and whose first line is unit i. A line need not begin with | where
// the next has as many.
func (b *builder) pipeTable(i int) int {
	if title, ok := b.titleOverColumns(i); ok {
		l, ok := b.labelAt(b.t[title.start:title.end])
		if !ok {
			b.plain(title)
			return i + 1
		}
		if below, ok := b.titleOverColumns(i + 1); ok { // the title of an annex
			b.u[i+1] = below
		}
		return b.labelled(title, l, i)
	}
	p := pipeRows{builder: b, first: i, marks: b.pipes(i), led: b.t[b.u[i].start] == '|'}
	if !p.led && !p.begins() {
		return i
	}
	p.raw.span = b.unitSpan(i, i+1)
	p.ruled = p.led && b.u[i].ended && i+1 < len(b.u) && b.u[i+1].ended
	j := i
	for j < len(b.u) && p.line(j) {
		j++
	}
	if p.raw.header == nil && len(p.raw.rows) > 1 {
		p.raw.implied = b.implyHeader(&p.raw)
	}
	b.addTable(&p.raw)
	return j
}

// pipes counts the | in unit k.
func (b *builder) pipes(k int) int { return strings.Count(b.text(k), "|") }

// titleOverColumns returns the unit i without its | where it is a title above a header, over
// all columns: 任务清单 | ||.
func (b *builder) titleOverColumns(i int) (unit, bool) {
	if i+1 >= len(b.u) || b.pipes(i) < 2 || b.pipes(i+1) < 2 {
		return unit{}, false
	}
	k := strings.IndexByte(b.text(i), '|')
	if k == 0 || strings.Trim(b.text(i)[k:], "| ") != "" {
		return unit{}, false
	}
	s, e := trim(b.t, b.u[i].start, b.u[i].start+k)
	return unit{start: s, end: e, gap: b.u[i].gap}, true
}

// pipeRows is a table with | between its cells while it is being read.
type pipeRows struct {
	*builder
	raw   rawTable
	first int  // the header's unit
	marks int  // how many | it has
	led   bool // one begins each row
	ruled bool // a rule stands between rows, so that a line without one is more of the row above
}

// shortLines is how many lines with fewer cells may stand together between those of a table.
const shortLines = 4

// begins reports whether the first unit is the header of such a table whose rows no | begins.
func (p *pipeRows) begins() bool {
	if p.marks < 2 && !(p.marks == 1 && (p.pairHeader(p.first) || p.bodyPair(p.first) && p.bodyPair(p.first+1))) {
		return false
	}
	next := p.first + 1
	if next < len(p.u) && p.titleInPipes(next, p.marks) {
		next++
	}
	return p.full(next, next+1) || p.marks > 2 && hasPrefix(joinTitle(p.text(p.first)), p.columnSerial) && p.full(p.first+1, p.first+shortLines)
}

// full reports whether one of the lines [lo,hi), up to one without |, has as many cells as the
// header.
func (p *pipeRows) full(lo, hi int) bool {
	for k := lo; k < hi && k < len(p.u) && p.pipes(k) > 0; k++ {
		if p.pipes(k) == p.marks {
			return true
		}
	}
	return false
}

// line reads the unit j; false where the table ends before it.
func (p *pipeRows) line(j int) bool {
	s, x, marks := p.text(j), p.u[j], p.pipes(j)
	short := false // a title over rows, or cells merged with those above
	if !p.led {
		if j > p.first && p.titleInPipes(j, p.marks) {
			return true
		}
		short = p.raw.header != nil && marks > 0 && marks < p.marks && strings.HasSuffix(s, "|") && p.full(j+1, j+shortLines)
		breaksOff := j == len(p.u)-1 && j > p.first+1 && marks > 0 // where the text ends
		if marks != p.marks && !short && !breaksOff {
			return false
		}
	}
	if x.tab || p.led && s[0] != '|' {
		return false
	}
	p.raw.span.End = x.end
	if strings.Trim(s, "|-: ") == "" {
		return true
	}
	cells := p.cells(x)
	switch rows := p.raw.rows; {
	case j == p.first && p.isHeader(p.t, cells):
		p.raw.header = cells
	case p.raw.header != nil && sameCells(p.t, cells, p.raw.header): // again, on the next page
	case p.ruled && !x.ended && len(rows) > 0: // the wrap cut the row
		p.appendLine(&rows[len(rows)-1], cells)
	default:
		if missing := len(p.raw.header) - len(cells); short && missing > 0 && len(cells) > 2 && !serial(cellText(p.t, cells[0])) {
			cells = append(make([]plan.Cell, missing), cells...) // merged on the left
		}
		p.raw.rows = append(p.raw.rows, plan.Row{Span: plan.Span{Start: x.start, End: x.end}, Cells: cells})
	}
	return true
}

// cells returns the cells of a line.
func (p *pipeRows) cells(x unit) (cells []plan.Cell) {
	at := x.start
	if p.led {
		at++
	}
	for at < x.end {
		e := strings.IndexByte(p.t[at:x.end], '|')
		if e < 0 {
			e = x.end - at
		}
		cells = append(cells, p.brokenCell(at, at+e))
		at += e + 1
	}
	return cells
}

// appendLine goes on with the cells of a row in the next line.
func (b *builder) appendLine(row *plan.Row, cells []plan.Cell) {
	for c := range min(len(row.Cells), len(cells)) {
		row.Cells[c].Pieces = append(row.Cells[c].Pieces[:len(row.Cells[c].Pieces):len(row.Cells[c].Pieces)], cells[c].Pieces...)
		if !cells[c].Empty() {
			row.Span.End = max(row.Span.End, cells[c].Pieces[len(cells[c].Pieces)-1].End)
		}
	}
}

// brokenCell makes a cell of [s,e) whose lines <br> parts, as Markdown writes them.
func (b *builder) brokenCell(s, e int) plan.Cell {
	var cell plan.Cell
	for s < e {
		k := strings.Index(b.t[s:e], "<br")
		if k < 0 {
			k = e - s
		}
		cell.Pieces = append(cell.Pieces, b.cell(s, s+k).Pieces...)
		s += k
		if end := strings.IndexByte(b.t[s:e], '>'); s < e && end >= 0 {
			s += end + 1
		} else {
			s = e
		}
	}
	return cell
}

// titleInPipes reports whether the unit j is a title over the rows behind it and stands
// between rows of so many marks, as 一、交通类 does.
func (b *builder) titleInPipes(j, marks int) bool {
	const longest = 60 // bytes
	return b.u[j].end-b.u[j].start <= longest && !strings.Contains(b.text(j), "|") && !b.u[j].tab && !endsSentence(b.text(j)) && j+1 < len(b.u) &&
		strings.Count(b.text(j+1), "|") == marks && !hasPrefix(joinTitle(b.text(j+1)), b.columnSerial)
}

// bodyPair reports whether the unit k, with one |, is a body and what it has to do.
func (b *builder) bodyPair(k int) bool {
	if k >= len(b.u) || b.u[k].tab || b.pipes(k) != 1 {
		return false
	}
	body, duty, _ := strings.Cut(b.text(k), "|")
	return b.bodyLike(body) && runes(duty) > 4 && !b.bodyLike(strings.TrimLeft(duty, " "))
}

// pairHeader reports whether the unit i, with one |, is the header of a table of two columns:
// 乡镇 | 任务.
func (b *builder) pairHeader(i int) bool {
	const longest = 60 // bytes
	x := b.u[i]
	k := strings.IndexByte(b.text(i), '|')
	return x.end-x.start <= longest && b.isHeader(b.t, []plan.Cell{b.cell(x.start, x.start+k), b.cell(x.start+k+1, x.end)})
}

// ledTable reads a table whose cells have a line or more each, all but the first of a row
// led by a |, and whose rows a | alone in its line ends.
func (b *builder) ledTable(i int) int {
	led := func(k int) bool {
		return k < len(b.u) && !b.u[k].tab && b.t[b.u[k].start] == '|' && strings.Count(b.text(k), "|") == 1
	}
	if led(i) || b.u[i].tab || !led(i+1) && !led(i+2) && !led(i+3) {
		return i
	}
	var rows []plan.Row
	var row plan.Row
	flush := func() {
		if len(row.Cells) > 0 {
			rows = append(rows, row)
		}
		row = plan.Row{}
	}
	j := i
	for ; j < len(b.u) && !b.u[j].tab; j++ {
		x := b.u[j]
		if x.ended {
			flush()
			if !led(j) && !led(j+1) && !led(j+2) && !led(j+3) {
				break
			}
		}
		if len(row.Cells) == 0 {
			row.Span.Start = x.start
		}
		row.Span.End = x.end
		s, e := x.start, x.end
		if new := led(j); new || len(row.Cells) == 0 {
			if new {
				s++
			}
			row.Cells = append(row.Cells, b.cell(s, e))
			continue
		}
		last := &row.Cells[len(row.Cells)-1]
		last.Pieces = append(last.Pieces, plan.Span{Start: s, End: e})
	}
	flush()
	r := b.headedTable(rows, b.unitSpan(i, j))
	if r == nil {
		return i
	}
	for k := range r.rows {
		if missing := len(r.header) - len(r.rows[k].Cells); missing > 0 && len(r.rows[k].Cells) > 1 { // merged on the left
			r.rows[k].Cells = append(make([]plan.Cell, missing), r.rows[k].Cells...)
		}
	}
	b.addTable(r)
	return j
}

// headedTable makes a table of rows the first of which is the header; nil where it is none.
func (b *builder) headedTable(rows []plan.Row, span plan.Span) *rawTable {
	if len(rows) < 2 || len(rows[0].Cells) < 3 || !b.isHeader(b.t, rows[0].Cells) {
		return nil
	}
	return &rawTable{header: rows[0].Cells, rows: rows[1:], span: span}
}

// closedTable reads a table whose cells have a line each that a | ends, and whose rows are told
// apart, from the header in unit i on.
func (b *builder) closedTable(i int) int {
	if !b.u[i].piped {
		return i
	}
	var rows []plan.Row
	j := i
	for j < len(b.u) && b.u[j].piped {
		from := j
		row := plan.Row{}
		for ; j < len(b.u) && b.u[j].piped && (j == from || !b.u[j].ended); j++ {
			row.Cells = append(row.Cells, b.unitCell(j))
		}
		row.Span = b.unitSpan(from, j)
		if len(rows) > 0 && len(row.Cells) > len(rows[0].Cells) {
			return i
		}
		rows = append(rows, row)
	}
	r := b.headedTable(rows, b.unitSpan(i, j))
	if r == nil {
		return i
	}
	b.addTable(r)
	return j
}
