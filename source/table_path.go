package source

import (
	"slices"

	"plangraph/plan"
)

// Tables whose cells stand one behind another, a line each or parted by blanks: which cell stands
// in which row and column is found by dynamic programming. Every way to put the cells under the
// columns has a cost, what each cell reads like under its column and what is missing or was cut,
// and the cheapest way is taken.

// atom is a line or a word of such a table: a cell, or where the wrap or a list cut it a part of one.
type atom struct {
	span plan.Span
	text string // without blanks
	gap  gapKind
	unit int // the unit in which it stands
}

// gapKind says what stands before an atom.
type gapKind uint8

const (
	blankGap gapKind = iota
	lineGap          // a line's end
	wideGap          // a blank line, or the mark of a cell
)

// Costs of what is unusual, in tenths.
const (
	rowWorth     = 80 // what a row may cost in all
	bareRowWorth = 40 // where no numbers tell rows apart
	subRowWorth  = 5  // of one without a number of its own among others
	atomWorth    = 8  // to have read an atom
	costNever    = 1 << 20
)

// cellPath is such a table while it is being read.
type cellPath struct {
	*builder
	atoms   []atom
	columns []columnKind
	serial  int    // the column of the rows' numbers, -1 for none
	texts   [2]int // the first and the last column of texts
	mixed   bool   // lines stand inside cells, and wide gaps part cells
	single  []int8 // what an atom reads like: see atomCost
	best    []pathState
}

// pathState is the cheapest way to have put the atoms before one into rows, the last of them under
// a given column of the last row.
type pathState struct {
	cost   int
	number int      // of the last row
	rows   int      // how many
	from   int      // the state before, as an index of best
	step   pathStep // from there
}

// pathStep is how a state was reached.
type pathStep uint8

const (
	noStep    pathStep = iota
	cellStep           // another cell of the same row
	rowStep            // the first cell of a row
	titleStep          // a title over the rows behind it
)

// state returns the place in best of the state with the atoms before i put, the last under column c.
func (p *cellPath) state(i, c int) int { return i*(len(p.columns)+1) + c + 1 }

// pathRows are the rows of such a table.
type pathRows struct {
	header []plan.Cell
	rows   []plan.Row
	titles []rowTitle // that stand over them
	last   atom       // of the last row
	worth  int        // the more the better they fit, 0 for no rows
}

// readPath puts the atoms behind a header under its columns. The column numbers has the rows' numbers
// though no word heads it, -1 where there is none.
func (b *builder) readPath(header []plan.Cell, atoms []atom, numbers int) pathRows {
	p := &cellPath{builder: b, atoms: atoms, serial: -1}
	header = b.spreadHead(header)
	if len(atoms) == 0 || !p.readColumns(header, numbers) {
		return pathRows{}
	}
	p.gaps()
	p.search()
	last, worth := p.cheapest()
	if last < 0 {
		return pathRows{}
	}
	rows, titles := p.rowsTo(last)
	return pathRows{header, rows, titles, atoms[last/(len(p.columns)+1)-1], worth}
}

// gaps tells whether blank lines part the cells, so that a line's end alone stands inside one.
func (p *cellPath) gaps() {
	lines, wide := 0, 0
	for _, a := range p.atoms[1:] {
		switch a.gap {
		case lineGap:
			lines++
		case wideGap:
			wide++
		}
	}
	p.mixed = lines*8 > len(p.atoms) && wide*3 > len(p.atoms)
}

// search finds the cheapest way to each state.
func (p *cellPath) search() {
	p.single = make([]int8, len(p.atoms)*int(columnKinds))
	for i := range p.single {
		p.single[i] = -1
	}
	p.best = make([]pathState, p.state(len(p.atoms), len(p.columns)))
	for k := range p.best {
		p.best[k].cost = costNever
	}
	p.best[p.state(0, -1)] = pathState{}
	for i := range p.atoms {
		p.beginRows(i)
		for c := range p.columns {
			if at := p.state(i, c); p.best[at].cost < costNever {
				p.nextCells(at, i, c)
			}
		}
	}
}

// nextCells goes on from the state at, of the atoms before i and the column c, with another cell.
func (p *cellPath) nextCells(at, i, c int) {
	skipped := 0
	for to := c + 1; to < len(p.columns); to++ {
		if to == p.serial { // behind the class of its row
			if n := rowNumber(p.atoms[i].text); p.beginsRow(i, p.best[at].number) {
				next := p.onFrom(at, p.best[at].cost+p.jumpCost(n, p.best[at].number), cellStep)
				next.number = n
				p.reach(p.state(i+1, to), next)
			}
			return
		}
		p.cells(i, to, p.onFrom(at, p.best[at].cost+skipped, cellStep))
		skipped += p.emptyCost(to, false) + p.bareCost(c, to)
	}
}

// onFrom returns a state that is reached from the state at by a step, at the given cost in all.
func (p *cellPath) onFrom(at, cost int, step pathStep) pathState {
	s := pathState{cost: cost, number: p.best[at].number, rows: p.best[at].rows, from: at, step: step}
	if step == rowStep {
		s.rows++
	}
	return s
}

// bareCost is what it costs, where the column c has the last cell so far, that none of the columns
// up to skipped has one: a row without any text says nothing.
func (p *cellPath) bareCost(c, skipped int) int {
	if c < p.texts[0] && skipped == p.texts[1] {
		return 25
	}
	return 0
}

// cells puts each possible cell that begins with the atom i under the column to, which brings the
// state s about but for what the cell costs.
func (p *cellPath) cells(i, to int, s pathState) {
	kind, cost := p.columns[to], s.cost
	if p.mixed && p.atoms[i].gap == lineGap && i > 0 {
		cost += 30
	}
	for n := 1; n <= kind.most() && i+n <= len(p.atoms) && cost-s.cost <= rowWorth; n++ {
		if n > 1 {
			cost += p.joinCost(kind, i+n-1)
			if kind == bodyColumnKind && to+1 < len(p.columns) && p.columns[to+1] == bodyColumnKind {
				cost++ // of several bodies the first rather stands alone
			}
		}
		next := s
		next.cost = cost + p.cellCost(kind, i, i+n)
		p.reach(p.state(i+n, to), next)
	}
}

// reach notes a way to the state at if it is the cheapest so far.
func (p *cellPath) reach(at int, s pathState) {
	if s.cost < p.best[at].cost {
		p.best[at] = s
	}
}

// closed returns the cheapest state of the atoms before i with all rows closed, and its cost.
func (p *cellPath) closed(i int) (at, cost int) {
	at, cost = -1, costNever
	for c := -1; c < len(p.columns); c++ {
		s := p.state(i, c)
		if p.best[s].cost == costNever {
			continue
		}
		whole := p.best[s].cost
		if c >= 0 {
			for k := c + 1; k < len(p.columns); k++ {
				whole += p.emptyCost(k, false) + p.bareCost(c, k)
			}
		}
		if whole < cost {
			at, cost = s, whole
		}
	}
	return at, cost
}

// beginRows begins a row, or a title over rows, with the atom i where the rows before it are closed.
func (p *cellPath) beginRows(i int) {
	at, cost := p.closed(i)
	if at < 0 {
		return
	}
	for n := 1; n <= mostTitle && i+n < len(p.atoms); n++ {
		if title := p.titleCost(i, i+n); title < costNever && (p.beginsRow(i+n, p.best[at].number) || headingNumber(p.atoms[i+n].text)) {
			p.reach(p.state(i+n, -1), p.onFrom(at, cost+title, titleStep))
		}
	}
	skipped := 0
	for c, kind := range p.columns {
		switch {
		case kind == serialColumnKind:
			p.beginNumbered(at, i, cost+skipped)
			return
		case p.serial < 0:
			p.cells(i, c, p.onFrom(at, cost+skipped-bareRowWorth, rowStep))
			if kind == textColumnKind && !p.mergedText(c) {
				return
			}
		default: // a class before the row's number
			p.cells(i, c, p.onFrom(at, cost+skipped-rowWorth, rowStep))
		}
		skipped += p.emptyCost(c, p.best[at].rows == 0)
	}
}

// beginNumbered begins a row with the atom i as its number, or as another task under the number of
// the row above.
func (p *cellPath) beginNumbered(at, i, cost int) {
	from := p.best[at]
	if n := rowNumber(p.atoms[i].text); p.beginsRow(i, from.number) {
		next := p.onFrom(at, cost+p.jumpCost(n, from.number)-rowWorth, rowStep)
		next.number = n
		p.reach(p.state(i+1, p.serial), next)
	}
	if p.serial+1 < len(p.columns) && from.rows > 0 && p.sentenceLike(p.atoms[i].text) {
		p.cells(i, p.serial+1, p.onFrom(at, cost-subRowWorth, rowStep))
	}
}

// beginsRow reports whether the atom i may be the number of the row behind that of the given number;
// rows may be left out where numbers have lines of their own.
func (p *cellPath) beginsRow(i, number int) bool {
	const farthest = 60
	if p.serial < 0 {
		return true
	}
	n := rowNumber(p.atoms[i].text)
	return n > 0 && (number == 0 || n == number+1 || n > number && n < number+farthest && p.atoms[i].gap != blankGap)
}

// jumpCost is what it costs that the row of number n follows that of the given number.
func (p *cellPath) jumpCost(n, number int) int {
	if number == 0 || n == number+1 {
		return 0
	}
	return 15
}

// cheapest returns the state in which the rows end for which the table is worth most, and what it is
// worth; -1 where the faults of a row are too many.
func (p *cellPath) cheapest() (last, worth int) {
	rowWorth, faults := rowWorth, 45 // what those of a row may cost
	if p.serial < 0 {
		rowWorth, faults = bareRowWorth, 24
	}
	last = -1
	most := 0
	for i := 1; i <= len(p.atoms); i++ {
		at, cost := p.closed(i)
		if at < 0 || at == p.state(i, -1) || p.best[at].rows < 2 || cost > p.best[at].rows*(faults-rowWorth) {
			continue
		}
		if w := atomWorth*i - cost; w > most {
			last, most = at, w
			worth = w - p.best[at].rows*rowWorth
		}
	}
	return last, max(worth, 0)
}

// rowsTo makes the rows that end with the state at.
func (p *cellPath) rowsTo(at int) (rows []plan.Row, titles []rowTitle) {
	w := len(p.columns) + 1
	row := plan.Row{Cells: make([]plan.Cell, len(p.columns))}
	for s := p.best[at]; s.step != noStep; at, s = s.from, p.best[s.from] {
		lo, hi, c := s.from/w, at/w, at%w-1
		if s.step == titleStep {
			title := plan.Span{Start: p.atoms[lo].span.Start, End: p.atoms[hi-1].span.End}
			if p.atoms[hi-1].gap != blankGap && hi-lo > 1 { // behind its number, in a line of its own
				title.Start = p.atoms[hi-1].span.Start
			}
			titles = append(titles, rowTitle{len(rows), title})
			continue
		}
		for _, a := range p.atoms[lo:hi] {
			row.Cells[c].Pieces = append(row.Cells[c].Pieces, a.span)
		}
		row.Span.Start = p.atoms[lo].span.Start
		row.Span.End = max(row.Span.End, p.atoms[hi-1].span.End)
		if s.step == rowStep {
			rows = append(rows, row)
			row = plan.Row{Cells: make([]plan.Cell, len(p.columns))}
		}
	}
	slices.Reverse(rows)
	slices.Reverse(titles)
	for k := range titles {
		titles[k].row = len(rows) - titles[k].row
	}
	return rows, titles
}
