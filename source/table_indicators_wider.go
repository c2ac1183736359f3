package source

import "plangraph/plan"

// Tables of indicators with one cell a line whose header ends in a word that no other has.

// widerTable reads such a table from unit i on, whose header has n known words before that one and
// whose lines end at the unit end; i where there is none.
func (b *builder) widerTable(i, n, end int) int {
	if i+n >= end || !b.lastHead(i+n) {
		return i
	}
	if head, cells := b.indicatorCells(i, n+1, end); cells != nil {
		return b.addCells(i, head, cells)
	}
	return b.groupTable(i, n+1, end)
}

// lastHead reports whether the unit k, which no other header has, may be the last word of one: a
// short one without a figure (来源, 备注).
func (b *builder) lastHead(k int) bool {
	const longest = 6 // characters
	s := b.text(k)
	return runes(s) <= longest && !hasFigure(s) && !endsSentence(s)
}

// groupLines is a table of indicators with a cell a line whose first column names a class
// once for the rows of a group, as merged cells leave it.
type groupLines struct {
	*builder
	columns, end int   // how many columns; the unit behind the table's last at the latest
	name         int   // the column of the indicators
	goals        []int // those of goals
}

// groupTable reads such a table from unit i on, whose header has n words: a row begins with
// the class or with the indicator, as the figures tell.
func (b *builder) groupTable(i, n, end int) int {
	g := &groupLines{builder: b, columns: n, end: end}
	if n < 3 || !b.classColumn(b.text(i)) || !g.readHeader(i) {
		return i
	}
	r := &rawTable{}
	for c := range n {
		r.header = append(r.header, b.unitCell(i+c))
	}
	at, short := i+n, 0
	for at < end {
		without := g.rowAt(at)
		if without < 0 {
			break
		}
		short += without
		row := plan.Row{Span: b.unitSpan(at, at+n-without), Cells: make([]plan.Cell, n)}
		for c := without; c < n; c++ {
			row.Cells[c] = b.unitCell(at + c - without)
		}
		r.rows = append(r.rows, row)
		at += n - without
	}
	if len(r.rows) < 3 || short == 0 {
		return i
	}
	r.span = b.unitSpan(i, at)
	b.addTable(r)
	return at
}

// readHeader reads what the header's words from unit i on name; false where they are none
// of a table of indicators.
func (g *groupLines) readHeader(i int) bool {
	for c := 1; c < g.columns; c++ {
		switch s := g.text(i + c); {
		case g.bodyColumnOnly(s):
			return false
		case g.name == 0 && g.nameColumn(s):
			g.name = c
		case g.goalColumn(s):
			g.goals = append(g.goals, c)
		}
	}
	return g.name > 0 && len(g.goals) > 0
}

// rowAt returns by how many cells the row at the unit at is shorter than the header: 0, or
// 1 where it has no class; -1 where no row stands there.
func (g *groupLines) rowAt(at int) int {
	either := func(at int) bool { return g.fits(at, 0) || g.fits(at, 1) }
	full, less := g.fits(at, 0), g.fits(at, 1)
	switch {
	case less && (!full || either(at+g.columns-1)) && !(full && either(at+g.columns)):
		return 1
	case full:
		return 0
	}
	return -1
}

// fits reports whether the units from at on may be a row that lacks the given number of
// cells: a name and figures stand where they must.
func (g *groupLines) fits(at, without int) bool {
	if at+g.columns-without > g.end {
		return false
	}
	if name := g.text(at + g.name - without); hasFigure(name) && runes(name) < 6 {
		return false
	}
	figures := 0
	for _, c := range g.goals {
		s := g.text(at + c - without)
		if hasFigure(s) {
			figures++
		} else if !g.valueLike(s) { // a stroke, where there is none
			return false
		}
	}
	return figures > 0
}
