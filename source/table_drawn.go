package source

import (
	"slices"
	"unicode/utf8"

	"plangraph/plan"
)

// Tables drawn with ┌ ─ │.

// isDraw reports a box-drawing character.
func isDraw(r rune) bool { return r >= 0x2500 && r <= 0x257f }

// isRule reports a character that a horizontal rule is drawn with.
func isRule(r rune) bool { return r == '─' || r == '━' }

// segment is what a line of a drawn table holds in one column: a text or a piece of a rule.
type segment struct {
	rule bool
	span plan.Span
}

// drawing is a drawn table while it is being read.
type drawing struct {
	*builder
	lines   [][]segment
	columns int
	header  []plan.Cell // nil where the table has none
	plain   bool        // no rules between the rows: each has a line, or begins with its number
	parts   []bool      // by column: a rule there ends the row
	cells   []plan.Cell // of the row being read
	rows    []plan.Row
}

// drawnTable reads a table drawn with box characters whose first line is unit i. It returns
// the unit behind the table, i where there is none.
func (b *builder) drawnTable(i int) int {
	if r, _ := utf8.DecodeRuneInString(b.text(i)); !isDraw(r) || isRule(r) {
		return i
	}
	d := &drawing{builder: b}
	j := i
	for ; j < len(b.u); j++ {
		if r, _ := utf8.DecodeRuneInString(b.text(j)); !isDraw(r) || r == '─' {
			break
		}
		d.lines = append(d.lines, b.segments(b.u[j]))
		d.columns = max(d.columns, len(d.lines[len(d.lines)-1]))
	}
	d.readRows(d.readHeader())
	r := &rawTable{header: d.header, rows: d.rows, span: b.unitSpan(i, j)}
	if r.header == nil {
		r.implied = b.implyHeader(r)
	}
	b.addTable(r)
	return j
}

// segments cuts a line of a drawn table at its vertical rules.
func (b *builder) segments(x unit) (out []segment) {
	from, rule := x.start, false
	add := func(to int) {
		s, e := trim(b.t, from, to)
		out = append(out, segment{rule, plan.Span{Start: s, End: e}})
	}
	for k, r := range b.t[x.start:x.end] {
		switch {
		case isRule(r):
			rule = true
		case isDraw(r):
			if k > 0 {
				add(x.start + k)
			}
			from, rule = x.start+k+utf8.RuneLen(r), false
		}
	}
	if from < x.end {
		add(x.end)
	}
	return out
}

// readHeader reads the header, which ends at the first line of rules behind a text, and
// returns the first line of the rows.
func (d *drawing) readHeader() int {
	header := make([]plan.Cell, d.columns)
	seen := false
	k := 0
	for ; k < len(d.lines); k++ {
		if seen && d.allRules(k) {
			break
		}
		for c, sg := range d.lines[k] {
			if !sg.rule && sg.span.Len() > 0 {
				header[c].Pieces = append(header[c].Pieces, sg.span)
				seen = true
			}
		}
	}
	if d.plain = k == len(d.lines); d.plain {
		clear(header)
		for c, sg := range d.lines[0] {
			if sg.span.Len() > 0 {
				header[c].Pieces = []plan.Span{sg.span}
			}
		}
		k = 1
	}
	if !d.isHeader(d.t, header) {
		return 0
	}
	d.header = header
	return k
}

// allRules reports whether the line k holds rules alone.
func (d *drawing) allRules(k int) bool {
	return len(d.lines[k]) > 0 && !slices.ContainsFunc(d.lines[k], func(sg segment) bool { return !sg.rule })
}

// readRows reads the rows from line k on.
func (d *drawing) readRows(k int) {
	d.findParts()
	anyRule := !slices.Contains(d.parts, true)
	d.cells = make([]plan.Cell, d.columns)
	for ; k < len(d.lines); k++ {
		line := d.lines[k]
		if d.plain && len(line) > 0 && line[0].span.Len() > 0 { // a number begins a row
			d.endRow()
			clear(d.cells)
		}
		cut := false
		for c, sg := range line {
			cut = cut || sg.rule && (anyRule || d.parts[c])
		}
		if cut {
			d.endRow()
			d.carryOver(line)
		}
		for c, sg := range line {
			if !sg.rule && sg.span.Len() > 0 {
				d.put(c, sg.span)
			}
		}
	}
	d.endRow()
}

// findParts finds the columns whose rules part the rows: that of the numbers, else those of
// bodies, or what stands behind these where they are the first and merged over several tasks;
// none where every rule does.
func (d *drawing) findParts() {
	d.parts = make([]bool, d.columns)
	for _, parting := range [...]func(string) bool{d.serialColumn, d.bodyColumn} {
		for c, h := range d.header {
			d.parts[c] = parting(cellText(d.t, h))
		}
		if slices.Contains(d.parts, true) {
			break
		}
	}
	if d.columns > 2 && len(d.header) > 0 && d.parts[0] && d.bodyColumn(cellText(d.t, d.header[0])) && !slices.Contains(d.parts[1:], true) {
		d.parts[0], d.parts[1] = false, true
	}
}

// endRow adds the row that was read, if a cell of it has a text of its own.
func (d *drawing) endRow() {
	row := plan.Row{Cells: slices.Clone(d.cells), Span: plan.Span{Start: -1}}
	for _, c := range row.Cells {
		if c.Filled {
			continue
		}
		for _, p := range c.Pieces {
			if row.Span.Start < 0 || p.Start < row.Span.Start {
				row.Span.Start = p.Start
			}
			row.Span.End = max(row.Span.End, p.End)
		}
	}
	if row.Span.Start >= 0 {
		d.rows = append(d.rows, row)
	}
}

// carryOver begins a row behind a line of rules: a cell that no rule ends is merged with
// the one above.
func (d *drawing) carryOver(line []segment) {
	for c := range d.cells {
		switch {
		case c < len(line) && line[c].rule:
			d.cells[c] = plan.Cell{}
		case !d.cells[c].Empty():
			d.cells[c] = plan.Cell{Pieces: d.cells[c].Pieces, Filled: true}
		}
	}
}

// put adds a text to the cell of the column c. A merged cell that goes on below its first
// row gives the rows above the text, too.
func (d *drawing) put(c int, text plan.Span) {
	cell := &d.cells[c]
	if !cell.Filled {
		cell.Pieces = append(cell.Pieces, text)
		return
	}
	cell.Pieces = append(slices.Clone(cell.Pieces), text)
	for q := len(d.rows) - 1; q >= 0; q-- {
		above := &d.rows[q].Cells[c]
		own := !above.Filled
		above.Pieces = cell.Pieces
		if own {
			break
		}
	}
}
