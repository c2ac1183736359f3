package source

import (
	"strings"

	"plangraph/plan"
)

// Pieces of tables of two columns with one cell a line: what is to be reached, and below it the
// bodies that are charged with it, a line each.

// headlessGroups reads such a piece from unit i on; i where there is none.
func (b *builder) headlessGroups(i int) int {
	const fewest = 3 // groups; two may be a text and who signs it
	if _, bodies := b.groupAt(i); bodies == i {
		return i
	}
	r := &rawTable{implied: []string{b.headlessColumn[headlessItem], b.headlessColumn[headlessBody]}}
	groups, listed, end := 0, false, i // listed: a line each, as in a cell; one line below its item is no table
	for {
		texts, bodies := b.groupAt(end)
		if bodies == end {
			break
		}
		for k := end; k < texts; k++ {
			row := plan.Row{Span: b.unitSpan(k, bodies), Cells: []plan.Cell{b.itemCell(k), {Filled: k+1 < texts}}}
			for u := texts; u < bodies; u++ {
				row.Cells[1].Pieces = append(row.Cells[1].Pieces, b.unitCell(u).Pieces...)
			}
			r.rows = append(r.rows, row)
		}
		listed = listed || bodies-texts > 1
		groups++
		end = bodies
	}
	if groups < fewest || !listed {
		return i
	}
	r.span = b.unitSpan(i, end)
	b.addTable(r)
	return end
}

// groupAt returns the units behind the texts and behind the bodies of the group that begins
// with unit i; i where there is none. Of several texts each stands behind a dash.
func (b *builder) groupAt(i int) (texts, bodies int) {
	const most = 6 // texts
	texts = i
	for texts < len(b.u) && texts < i+most && !b.u[texts].tab && !b.bodyLine(texts) {
		if texts > i && !(strings.HasPrefix(b.text(texts), "—") && strings.HasPrefix(b.text(i), "—")) {
			return i, i
		}
		texts++
	}
	if texts == i {
		return i, i
	}
	for bodies = texts; bodies < len(b.u) && b.bodyLine(bodies); bodies++ {
	}
	if bodies == texts {
		return i, i
	}
	return texts, bodies
}

// itemCell makes a cell of the unit k without the dash before it.
func (b *builder) itemCell(k int) plan.Cell {
	return b.cell(b.u[k].end-len(strings.TrimLeft(b.text(k), itemSigns+"-—─－―")), b.u[k].end)
}

// bodyLine reports whether the unit k is the name of a body alone.
func (b *builder) bodyLine(k int) bool {
	const longest = 60 // bytes
	s := b.text(k)
	return len(s) <= longest && !b.u[k].tab && b.nameStart(s) && b.bodyLike(s)
}
