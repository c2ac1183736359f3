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
	marks := func(k int) int { return strings.Count(b.text(k), "|") }
	led := b.t[b.u[i].start] == '|'
	full := func(lo, hi int) bool { // a line of as many cells as the first stands there
		for k := lo; k < hi && k < len(b.u) && marks(k) > 0; k++ {
			if marks(k) == marks(i) {
				return true
			}
		}
		return false
	}
	if k := strings.IndexByte(b.text(i), '|'); !led && k > 0 && marks(i) > 1 && strings.Trim(b.text(i)[k:], "| ") == "" && i+1 < len(b.u) && marks(i+1) > 1 { // a title above the header, over all columns
		s, e := trim(b.t, b.u[i].start, b.u[i].start+k)
		x := unit{start: s, end: e, gap: b.u[i].gap}
		if l, ok := b.labelAt(b.t[s:e]); ok {
			b.labelled(x, l, i)
		} else {
			b.plain(x)
		}
		return i + 1
	}
	const apart = 4 // lines with fewer cells in a row
	next := i + 1
	if next < len(b.u) && b.titleInPipes(next, marks(i)) {
		next++
	}
	if !led && (marks(i) < 2 && !(marks(i) == 1 && b.pairHeader(i)) || !full(next, next+1) && !(marks(i) > 2 && hasPrefix(joinTitle(b.text(i)), b.columnSerial) && full(i+1, i+apart))) {
		return i
	}
	r := &rawTable{span: plan.Span{Start: b.u[i].start, End: b.u[i].end}}
	ruled := led && b.u[i].ended && next < len(b.u) && b.u[next].ended // a rule stands between rows
	j := i
	for ; j < len(b.u); j++ {
		s := b.text(j)
		last := j == len(b.u)-1 && j > i+1 && marks(j) > 0                                                                         // where the text breaks off in a row
		short := !led && r.header != nil && marks(j) > 0 && marks(j) < marks(i) && strings.HasSuffix(s, "|") && full(j+1, j+apart) // a title over rows, or cells merged with those above
		if !led && j > i && b.titleInPipes(j, marks(i)) {
			continue
		}
		if led && s[0] != '|' || !led && marks(j) != marks(i) && !last && !short || b.u[j].tab {
			break
		}
		r.span.End = b.u[j].end
		if strings.Trim(s, "|-: ") == "" {
			continue
		}
		var cells []plan.Cell
		p := b.u[j].start
		if led {
			p++
		}
		for p < b.u[j].end {
			e := strings.IndexByte(b.t[p:b.u[j].end], '|')
			if e < 0 {
				e = b.u[j].end - p
			}
			cells = append(cells, b.brokenCell(p, p+e))
			p += e + 1
		}
		if j == i && b.isHeader(b.t, cells) {
			r.header = cells
			continue
		}
		if r.header != nil && sameCells(b.t, cells, r.header) {
			continue
		}
		if ruled && !b.u[j].ended && len(r.rows) > 0 { // the wrap cut the row
			b.appendLine(&r.rows[len(r.rows)-1], cells)
			continue
		}
		if missing := len(r.header) - len(cells); short && missing > 0 && len(cells) > 2 && !serial(cellText(b.t, cells[0])) {
			cells = append(make([]plan.Cell, missing), cells...) // merged on the left
		}
		r.rows = append(r.rows, plan.Row{Span: plan.Span{Start: b.u[j].start, End: b.u[j].end}, Cells: cells})
	}
	b.addTable(r)
	return j
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
	if len(rows) < 2 || len(rows[0].Cells) < 3 || !b.isHeader(b.t, rows[0].Cells) {
		return i
	}
	r := &rawTable{header: rows[0].Cells, rows: rows[1:], span: plan.Span{Start: b.u[i].start, End: b.u[j-1].end}}
	for k := range r.rows {
		if missing := len(r.header) - len(r.rows[k].Cells); missing > 0 && len(r.rows[k].Cells) > 1 { // merged on the left
			r.rows[k].Cells = append(make([]plan.Cell, missing), r.rows[k].Cells...)
		}
	}
	b.addTable(r)
	return j
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
	if len(rows) < 2 || len(rows[0].Cells) < 3 || !b.isHeader(b.t, rows[0].Cells) {
		return i
	}
	b.addTable(&rawTable{header: rows[0].Cells, rows: rows[1:], span: b.unitSpan(i, j)})
	return j
}
