package source

import (
	"slices"

	"plangraph/plan"
)

// Rows whose cells merged ones have shifted: where a class stands over several rows, its
// own row may have it in the column of items and its item in that of bodies, the rows below
// their items in the column of classes.

// mergedTable says where in a table cells may have been shifted.
type mergedTable struct {
	*builder
	rows      []plan.Row
	body, end int // the columns [body,end) of bodies; right before them stands the column of items
}

// unshift puts cells back that merged columns have shifted, in a table with columns of
// texts and then of bodies.
func (b *builder) unshift(r *rawTable) {
	t := &mergedTable{builder: b, rows: r.rows}
	if !t.findColumns(r.header) {
		return
	}
	for i := range t.rows {
		if t.shifted(i) {
			t.putBack(t.rows[i].Cells)
		}
	}
}

// alignSerials puts rows right that begin with their number though its column stands behind
// those of classes, whose merged cells only the first of several rows has.
func (b *builder) alignSerials(r *rawTable) {
	col := slices.IndexFunc(r.header, func(h plan.Cell) bool { return b.serialColumn(cellText(b.t, h)) })
	if col < 1 {
		return
	}
	for i := range r.rows {
		cells := trimCells(r.rows[i].Cells)
		if len(cells) > 1 && len(cells)+col <= len(r.header) && serial(cellText(b.t, cells[0])) {
			r.rows[i].Cells = append(make([]plan.Cell, col, col+len(cells)), cells...)
		}
	}
}

// findColumns finds the columns of bodies, which have to stand side by side, and of items.
func (t *mergedTable) findColumns(header []plan.Cell) bool {
	for c, h := range header {
		if !t.bodyColumn(cellText(t.t, h)) {
			continue
		}
		switch t.end {
		case 0:
			t.body, t.end = c, c+1
		case c:
			t.end++
		default:
			return false
		}
	}
	return t.body > 0 && len(header) > 2 && !t.leaderColumn(cellText(t.t, header[t.body-1]))
}

// shifted reports whether cells of the row i stand beside their columns: no item, a body in
// its place, or the item among the bodies where the row below has its own too far left.
func (t *mergedTable) shifted(i int) bool {
	cells := t.rows[i].Cells
	switch item := cells[t.body-1]; {
	case item.Empty():
		return true
	case t.stray(cells):
		return i+1 < len(t.rows) && t.shiftedLeft(t.rows[i+1].Cells)
	default:
		return t.lastFilled(cells, t.body-1) && t.bodyLike(cellText(t.t, item))
	}
}

// first returns the first column of texts, behind the row's number.
func (t *mergedTable) first(cells []plan.Cell) int {
	if serial(cellText(t.t, cells[0])) {
		return 1
	}
	return 0
}

// stray reports whether a column of bodies holds what is none.
func (t *mergedTable) stray(cells []plan.Cell) bool {
	for _, c := range cells[t.body:t.end] {
		if !c.Empty() && !t.bodyLike(cellText(t.t, c)) {
			return true
		}
	}
	return false
}

// shiftedLeft reports whether a row names bodies and has its item left of the column of
// items.
func (t *mergedTable) shiftedLeft(cells []plan.Cell) bool {
	if !cells[t.body-1].Empty() || cells[t.body].Empty() || t.stray(cells) {
		return false
	}
	for _, c := range cells[t.first(cells) : t.body-1] {
		if !c.Empty() {
			return true
		}
	}
	return false
}

// putBack puts the texts of a row next to each other, the last under the items, and its
// bodies under theirs.
func (t *mergedTable) putBack(cells []plan.Cell) {
	lo := t.first(cells)
	var texts, bodies []plan.Cell
	for c, x := range cells[:t.end] {
		switch {
		case c < lo || x.Empty():
		case t.bodyLike(cellText(t.t, x)) && (c >= t.body || len(texts) > 0 && t.lastFilled(cells, c)):
			bodies = append(bodies, x)
		default:
			texts = append(texts, x)
		}
	}
	if len(texts) == 0 || len(texts) > t.body-lo || len(bodies) > t.end-t.body {
		return
	}
	clear(cells[t.body:t.end])
	copy(cells[t.body:], bodies)
	clear(cells[lo:t.body])
	copy(cells[t.body-len(texts):], texts)
}

// lastFilled reports whether no cell behind the column c is filled.
func (t *mergedTable) lastFilled(cells []plan.Cell, c int) bool {
	for _, x := range cells[c+1:] {
		if !x.Empty() {
			return false
		}
	}
	return true
}
