package source

import (
	"slices"
	"strings"

	"plangraph/plan"
)

// Tables of numbered rows with one cell a line, all rows of as many lines, under a header
// whose words the wrap cut: 责任 / 领导.

// evenTable reads such a table, whose header begins with unit i; i where there is none.
func (b *builder) evenTable(i int) int {
	const (
		mostHeads = 24 // units of a header
		longest   = 10 // characters of one of them
		bytes     = 40 // of the first
	)
	if len(b.text(i)) > bytes || !b.serialColumn(b.text(i)) || b.u[i].tab || b.u[i].piped { // cells that | ends may be empty
		return i
	}
	k := i + 1
	for ; k < len(b.u) && k < i+mostHeads && !serial(b.text(k)); k++ {
		if s := b.text(k); b.u[k].tab || runes(s) > longest || endsSentence(s) {
			return i
		}
	}
	if k >= len(b.u) || !serial(b.text(k)) {
		return i
	}
	w := b.rowLines(k)
	if w < 3 || k-i <= w {
		return i
	}
	if heads, halves := b.brokenHeads(i); heads > 0 && heads-len(halves) != w { // a cell of several lines
		return i
	}
	header := b.joinHeads(i, k, w)
	if header == nil {
		return i
	}
	r := &rawTable{header: header}
	end := k
	for want := rowNumber(b.text(k)); end+w <= len(b.u) && rowNumber(b.text(end)) == want && want > 0; want++ {
		row := plan.Row{Span: b.unitSpan(end, end+w)}
		for c := range w {
			row.Cells = append(row.Cells, b.unitCell(end+c))
		}
		r.rows = append(r.rows, row)
		end += w
	}
	r.span = b.unitSpan(i, end)
	b.addTable(r)
	return end
}

// brokenHeads counts the units from i on that are the words of a header of numbered rows, and
// tells which of them the wrap cut, for they make a word with the next: 责任 / 单位. 0 for none.
func (b *builder) brokenHeads(i int) (n int, halves []int) {
	const (
		bytes   = 40 // of the first
		longest = 10 // characters of the others
		short   = 3  // characters of a half
	)
	if len(b.text(i)) > bytes || !b.serialColumn(b.text(i)) || b.u[i].tab || b.u[i].piped {
		return 0, nil
	}
	bodies := false
	for n = 1; i+n < len(b.u) && n < 2*maxLineHeads && !serial(b.text(i+n)); n++ {
		s := joinTitle(b.text(i + n))
		if i+n+1 < len(b.u) && runes(s) <= short {
			if whole := s + joinTitle(b.text(i+n+1)); b.gluedHeads.has(whole) {
				halves = append(halves, n)
				s = whole
				n++
			}
		}
		if b.u[i+n].tab || runes(s) > longest || !b.headCell(s) {
			return 0, nil
		}
		bodies = bodies || b.bodyColumnOnly(s)
	}
	if len(halves) == 0 || !bodies || i+n >= len(b.u) {
		return 0, nil
	}
	return n, halves
}

// rowNumber returns the number of a row that s is, 0 for none.
func rowNumber(s string) int {
	if !serial(s) {
		return 0
	}
	return gluedNumber(s, 0)
}

// rowLines returns how many units the row that begins with unit k has, up to the next
// number; 0 where none follows.
func (b *builder) rowLines(k int) int {
	const most = 16
	want := rowNumber(b.text(k)) + 1
	for n := 3; n < most && k+n < len(b.u); n++ {
		if rowNumber(b.text(k+n)) == want {
			return n
		}
	}
	return 0
}

// joinHeads makes a header of w cells of the units [i,k), which are more: those that the wrap
// cut go together, before others two that make a known head, then one that is none with the
// next. Nil where it cannot be done.
func (b *builder) joinHeads(i, k, w int) []plan.Cell {
	known := func(s string) bool { return b.gluedHeads.has(joinTitle(s)) }
	joined := make([]bool, k-i) // the unit goes on with the next one
	for left := k - i - w; left > 0; left-- {
		best, score := -1, 0
		for c := 1; c+1 < k-i; c++ {
			if joined[c] || joined[c-1] || joined[c+1] {
				continue
			}
			n := 1
			if first := b.text(i + c); known(first + b.text(i+c+1)) {
				n = 3
			} else if !known(first) {
				n = 2
			}
			if n > score {
				best, score = c, n
			}
		}
		if score < 2 {
			return nil
		}
		joined[best] = true
	}
	var header []plan.Cell
	for c := 0; c < k-i; c++ {
		cell := plan.Cell{Pieces: []plan.Span{b.unitSpan(i+c, i+c+1)}}
		if joined[c] {
			c++
			cell.Pieces = append(cell.Pieces, b.unitSpan(i+c, i+c+1))
		}
		header = append(header, cell)
	}
	if !slices.ContainsFunc(header, func(c plan.Cell) bool { return b.bodyColumn(strings.TrimSpace(cellText(b.t, c))) }) {
		return nil
	}
	return header
}

// headsAbove counts the units from i on that head a table of numbered rows: as many as each of
// the first rows has lines, so that a word no other header has may be among them. 0 for none.
func (b *builder) headsAbove(i int) int {
	const (
		longest = 10 // characters of a head
		bytes   = 40 // of the first
	)
	if len(b.text(i)) > bytes {
		return 0
	}
	known, bodies := 0, false
	k := i
	for ; k < len(b.u) && k < i+maxLineHeads && !serial(b.text(k)); k++ {
		s := joinTitle(b.text(k))
		if b.u[k].tab || b.u[k].piped || runes(s) > longest || endsSentence(s) || numberOf(s).class != classNone {
			return 0
		}
		if b.headCell(s) {
			known++
		}
		bodies = bodies || b.bodyColumnOnly(s)
	}
	if w := k - i; bodies && known*2 >= w && b.linesEven(k, w) {
		return w
	}
	return 0
}

// linesEven reports whether row 1 begins with the unit k and has w units, and row 2 as many
// where another one follows it.
func (b *builder) linesEven(k, w int) bool {
	return w >= 3 && b.serialsFrom(k) && b.rowLines(k) == w && (b.rowLines(k+w) == 0 || b.rowLines(k+w) == w)
}
