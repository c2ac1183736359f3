package source

import (
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

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
		if l, ok := labelAt(b.t[s:e]); ok {
			b.labelled(x, l, i)
		} else {
			b.plain(x, i)
		}
		return i + 1
	}
	const apart = 4 // lines with fewer cells in a row
	if !led && (marks(i) < 2 || !full(i+1, i+2) && !(marks(i) > 2 && hasPrefix(joinTitle(b.text(i)), b.columnSerial) && full(i+1, i+apart))) {
		return i
	}
	r := &rawTable{span: plan.Span{Start: b.u[i].start, End: b.u[i].end}}
	j := i
	for ; j < len(b.u); j++ {
		s := b.text(j)
		last := j == len(b.u)-1 && j > i+1 && marks(j) > 0                                                                         // where the text breaks off in a row
		short := !led && r.header != nil && marks(j) > 0 && marks(j) < marks(i) && strings.HasSuffix(s, "|") && full(j+1, j+apart) // a title over rows, or cells merged with those above
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
			cells = append(cells, b.cell(p, p+e))
			p += e + 1
		}
		if j == i && b.isHeader(b.t, cells) {
			r.header = cells
			continue
		}
		if r.header != nil && sameCells(b.t, cells, r.header) {
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

func isDraw(r rune) bool { return r >= 0x2500 && r <= 0x257f }

// drawnTable reads a table drawn with ┌ ─ │ whose first line is unit i.
func (b *builder) drawnTable(i int) int {
	if r, _ := utf8.DecodeRuneInString(b.text(i)); !isDraw(r) || r == '─' || r == '━' {
		return i
	}
	type segment struct {
		rule bool
		span plan.Span
	}
	var lines [][]segment
	j := i
	for ; j < len(b.u); j++ {
		s := b.text(j)
		if r, _ := utf8.DecodeRuneInString(s); !isDraw(r) || r == '─' {
			break
		}
		var segs []segment
		from, rule := b.u[j].start, false
		for k, r := range s {
			at := b.u[j].start + k
			switch {
			case r == '─' || r == '━':
				rule = true
			case isDraw(r):
				if k > 0 {
					x, y := trim(b.t, from, at)
					segs = append(segs, segment{rule, plan.Span{Start: x, End: y}})
				}
				from, rule = at+utf8.RuneLen(r), false
			}
		}
		if from < b.u[j].end {
			x, y := trim(b.t, from, b.u[j].end)
			segs = append(segs, segment{rule, plan.Span{Start: x, End: y}})
		}
		lines = append(lines, segs)
	}
	cols := 0
	for _, l := range lines {
		cols = max(cols, len(l))
	}
	r := &rawTable{span: plan.Span{Start: b.u[i].start, End: b.u[j-1].end}}
	// The header ends at the first line of rules behind a text.
	k := 0
	header := make([]plan.Cell, cols)
	seen := false
	for ; k < len(lines); k++ {
		rules := len(lines[k]) > 0
		for _, sg := range lines[k] {
			rules = rules && sg.rule
		}
		if rules && seen {
			break
		}
		for c, sg := range lines[k] {
			if !sg.rule && sg.span.Len() > 0 {
				header[c].Pieces = append(header[c].Pieces, sg.span)
				seen = true
			}
		}
	}
	plain := k == len(lines) // no rules between the rows: a line is one
	if plain {
		for c := range header {
			header[c] = plan.Cell{}
			if c < len(lines[0]) && lines[0][c].span.Len() > 0 {
				header[c].Pieces = []plan.Span{lines[0][c].span}
			}
		}
		k = 1
	}
	if b.isHeader(b.t, header) {
		r.header = header
	} else {
		k = 0
	}
	// Rows are parted where the column of numbers has a rule, else where one of
	// bodies has, else where any has.
	parts := make([]bool, cols)
	named := false
	for c, h := range r.header {
		if b.serialColumn(cellText(b.t, h)) {
			parts[c], named = true, true
		}
	}
	for c, h := range r.header {
		if !named && b.bodyColumn(cellText(b.t, h)) {
			parts[c] = true
		}
	}
	for c := range parts {
		named = named || parts[c]
	}
	cur := make([]plan.Cell, cols)
	ruled := make([]bool, cols)
	var rows []plan.Row
	flush := func() {
		row := plan.Row{Cells: append([]plan.Cell(nil), cur...)}
		lo, hi := -1, 0
		for c := range row.Cells {
			if row.Cells[c].Filled {
				continue
			}
			for _, p := range row.Cells[c].Pieces {
				if lo < 0 || p.Start < lo {
					lo = p.Start
				}
				hi = max(hi, p.End)
			}
		}
		if lo >= 0 {
			row.Span = plan.Span{Start: lo, End: hi}
			rows = append(rows, row)
		}
	}
	for ; k < len(lines); k++ {
		cut := plain && len(lines[k]) > 0 && lines[k][0].span.Len() > 0 // a number begins a row
		if cut {
			flush()
			clear(cur)
			cut = false
		}
		for c, sg := range lines[k] {
			if sg.rule {
				ruled[c] = true
				if parts[c] || !named {
					cut = true
				}
			}
		}
		if cut {
			flush()
			for c := range cur {
				switch {
				case c < len(lines[k]) && lines[k][c].rule:
					cur[c] = plan.Cell{}
				case !cur[c].Empty():
					cur[c] = plan.Cell{Pieces: cur[c].Pieces, Filled: true}
				}
			}
		}
		for c, sg := range lines[k] {
			if sg.rule || sg.span.Len() == 0 {
				continue
			}
			if cur[c].Filled {
				// The merged cell goes on below: rows above have it, too.
				cur[c].Pieces = append(append([]plan.Span(nil), cur[c].Pieces...), sg.span)
				for q := len(rows) - 1; q >= 0; q-- {
					own := !rows[q].Cells[c].Filled
					rows[q].Cells[c].Pieces = cur[c].Pieces
					if own {
						break
					}
				}
				continue
			}
			cur[c].Pieces = append(cur[c].Pieces, sg.span)
		}
	}
	flush()
	r.rows = rows
	b.addTable(r)
	return j
}
