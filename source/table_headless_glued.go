package source

import (
	"slices"
	"strconv"
	"strings"

	"plangraph/plan"
)

// Pieces of tables of tasks without their header and with nothing between their cells: numbered
// rows of a task, the bodies that carry it out and perhaps a time.

// noHeader is a header that no text has.
const noHeader = "\x00"

// headlessGlued reads such a piece in the line of unit i, one of the first of the text, and returns
// the unit behind it; i where there is none.
func (b *builder) headlessGlued(i int) int {
	const near, fewest = 3, 3 // units before it; rows
	s := b.text(i)
	want := gluedNumber(s, 0)
	if i >= near || want == 0 || len(b.headlessColumn) != headlessColumns || b.u[i].tab || !b.bareNumber(s, want) {
		return i
	}
	heads := slices.Delete(slices.Clone(b.headlessColumn), headlessText, headlessText+1)
	g := &gluedLines{builder: b, header: noHeader, want: want, raw: &rawTable{span: b.unitSpan(i, i+1), header: make([]plan.Cell, len(heads))}}
	g.columns = columns{texts: 1, first: headlessText, last: len(heads) - 1, due: true}
	timed := 0
	for p := 0; p < len(s); {
		end := g.rowEnd(s, p)
		rows := g.cut(b.u[i].start+p, b.u[i].start+end)
		if rows == nil || end < len(s) && !b.bareNumber(s[end:], g.want+1) {
			return i
		}
		for _, row := range rows {
			if !row.Cells[len(heads)-1].Empty() {
				timed++
			}
		}
		g.raw.rows = append(g.raw.rows, rows...)
		p = end
		g.want++
	}
	if g.want-want < fewest || timed*2 < len(g.raw.rows) {
		return i
	}
	g.raw.header, g.raw.implied = nil, heads
	b.addTable(g.raw)
	return i + 1
}

// bareNumber reports whether s begins with the number n and a word right behind it, as rows do
// and items of a text do not: 7加快…, but 7.加快….
func (b *builder) bareNumber(s string, n int) bool {
	rest, ok := strings.CutPrefix(s, strconv.Itoa(n))
	return ok && rest != "" && rest[0] != '.' && rest[0] != ' ' && b.gluedRow(s, 0, n)
}
