package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// Tables whose columns stand under each other, as fixed-width text has them: two blanks or
// more part the cells, and a cell that is too long goes on in the lines below.

// alignedCell is a cell's text in a line and where it begins, in columns of the screen.
type alignedCell struct {
	span plan.Span
	at   int
}

// alignedTable reads such a table, whose header is unit i, and returns the unit behind it; i
// where there is none or no cell goes on below its line.
func (b *builder) alignedTable(i int) int {
	if !hasPrefix(b.text(i), b.columnSerial) {
		return i
	}
	head := b.alignedCells(i)
	if len(head) < 3 {
		return i
	}
	r := &rawTable{span: b.unitSpan(i, i+1)}
	for _, h := range head {
		s := b.t[h.span.Start:h.span.End]
		if !b.headCell(joinTitle(s)) {
			return i
		}
		r.header = append(r.header, plan.Cell{Pieces: []plan.Span{h.span}})
	}
	j, wrapped := i+1, false
	for ; j < len(b.u) && !b.u[j].tab; j++ {
		cells := b.alignedCells(j)
		first := b.t[cells[0].span.Start:cells[0].span.End]
		switch {
		case serial(first) && cells[0].at < head[1].at:
			r.rows = append(r.rows, plan.Row{Span: b.unitSpan(j, j+1), Cells: make([]plan.Cell, len(head))})
		case len(r.rows) == 0 || b.u[j].gap || cells[0].at == 0:
			return b.endAligned(r, i, j, wrapped)
		default:
			wrapped = true
		}
		row := &r.rows[len(r.rows)-1]
		for _, c := range cells {
			k := b.alignedColumn(head, c)
			row.Cells[k].Pieces = append(row.Cells[k].Pieces, c.span)
		}
		row.Span.End, r.span.End = b.u[j].end, b.u[j].end
	}
	return b.endAligned(r, i, j, wrapped)
}

// endAligned adds the table and returns the unit j behind it, or i where it is none.
func (b *builder) endAligned(r *rawTable, i, j int, wrapped bool) int {
	if len(r.rows) == 0 || !wrapped {
		return i
	}
	b.addTable(r)
	return j
}

// alignedColumn returns the column under whose head a cell stands.
func (b *builder) alignedColumn(head []alignedCell, c alignedCell) int {
	const slack = 1 // columns of the screen that a cell may stand out to the left
	k, _ := slices.BinarySearchFunc(head, c.at+slack+1, func(h alignedCell, at int) int { return h.at - at })
	return max(0, k-1)
}

// alignedCells cuts the line of unit j where two blanks or more stand.
func (b *builder) alignedCells(j int) []alignedCell {
	x := b.u[j]
	line := strings.LastIndexByte(b.t[:x.start], '\n') + 1
	var cells []alignedCell
	at, blanks := 0, 2
	for p := line; p < x.end; {
		if w := cellBlank(b.t[p:x.end]); w > 0 {
			width := min(w, 2) // of the ideographic blank two
			at, blanks = at+width, blanks+width
			p += w
			continue
		}
		c, w := utf8.DecodeRuneInString(b.t[p:])
		if p >= x.start {
			if n := len(cells); blanks >= 2 || n == 0 {
				cells = append(cells, alignedCell{plan.Span{Start: p, End: p + w}, at})
			} else {
				cells[n-1].span.End = p + w
			}
		}
		blanks = 0
		p += w
		if at++; c >= 0x1100 { // wide characters
			at++
		}
	}
	return cells
}
