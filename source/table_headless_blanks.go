package source

import (
	"slices"
	"strings"

	"plangraph/plan"
)

// Pieces of tables of tasks without their header, whose cells blanks part and whose words the
// wrap broke.

// headlessBlanks reads such a piece from unit i on, whose first row may have lost its number;
// i where there is none.
func (b *builder) headlessBlanks(i int) int {
	if blankBeforeStop(b.text(i)) {
		return i
	}
	rows, starts := b.blankRows(i)
	if len(rows) < 2 {
		return b.headlessLineRows(i)
	}
	r := b.headlessRows(rows)
	if r == nil {
		return i
	}
	r.span = b.unitSpan(i, starts[len(rows)])
	b.addTable(r)
	return starts[len(rows)]
}

// blankBeforeStop reports whether a blank stands before a mark that ends words, where it parts no
// cells: 建成工厂6家 ，产值30亿元 。
func blankBeforeStop(s string) bool {
	for _, mark := range [...]string{" ，", " 。", " 、", " ；", " ,", " ;"} {
		if strings.Contains(s, mark) {
			return true
		}
	}
	return false
}

// headlessRows makes a table of the tokens of its rows; nil where they do not fit.
func (b *builder) headlessRows(rows [][]token) *rawTable {
	heads := b.headlessHeads(rows)
	r := &rawTable{implied: heads}
	for _, row := range rows {
		cells := b.headlessCells(heads, row)
		if cells == nil {
			return nil
		}
		last := row[len(row)-1].pieces()
		r.rows = append(r.rows, plan.Row{Span: plan.Span{Start: row[0].span.Start, End: last[len(last)-1].End}, Cells: cells})
	}
	return r
}

// headlessLineRows reads such a piece whose rows all stand in the line of unit i; the rest of
// another row may stand before them.
func (b *builder) headlessLineRows(i int) int {
	const fewest = 4 // tokens of a row
	x := b.u[i]
	if s := b.text(i); x.tab || len(s) < lineTableBytes || len(s) > maxCut || strings.Count(s, " ") < lineTableMarks {
		return i
	}
	tk := tokens(b.t, x)
	var rows [][]token
	first, from, want := 0, 0, 0
	for k := range tk {
		n := rowNumber(b.word(tk[k]))
		if n == 0 || want > 0 && (n != want || k-from < fewest) || k > 0 && !b.bodyLike(b.word(tk[k-1])) && !b.timeLike(b.word(tk[k-1])) {
			continue
		}
		if want > 0 {
			rows = append(rows, tk[from:k:k])
		} else {
			first = k
		}
		from, want = k, n+1
	}
	if len(rows) == 0 || len(tk)-from < fewest {
		return i
	}
	r := b.headlessRows(append(rows, tk[from:]))
	if r == nil {
		return i
	}
	r.span = plan.Span{Start: tk[first].span.Start, End: x.end}
	if first > 0 {
		b.plain(unit{start: x.start, end: tk[first-1].span.End, gap: x.gap})
		b.join = -1
	}
	b.addTable(r)
	return i + 1
}

// blankRows returns the tokens of the rows from unit i on, each beginning with its number, the
// first perhaps with none, and the units where they and what follows begin.
func (b *builder) blankRows(i int) (rows [][]token, starts []int) {
	const fewest = 3 // tokens of a row
	want := 0
	j := i
	for ; j < len(b.u) && !b.u[j].tab && !b.noteLine(b.text(j)); j++ {
		tk := tokens(b.t, b.u[j])
		n := rowNumber(b.word(tk[0]))
		switch {
		case n > 0 && (want == 0 || n == want) && len(tk) >= fewest:
			rows, starts, want = append(rows, tk), append(starts, j), n+1
		case len(rows) > 0:
			last := &rows[len(rows)-1]
			*last = b.joinLines(*last, tk)
		case len(tk) >= fewest: // its number stands on another page
			none := token{span: plan.Span{Start: tk[0].span.Start, End: tk[0].span.Start}}
			rows, starts = append(rows, append([]token{none}, tk...)), append(starts, j)
		default:
			return nil, nil
		}
	}
	return rows, append(starts, j)
}

// headlessHeads returns what the columns of such a piece hold, their class first: times stand
// behind the bodies, or between them and the text.
func (b *builder) headlessHeads(rows [][]token) []string {
	last, middle := 0, 0 // rows with a time there
	for k, row := range rows {
		rows[k] = b.joinTimes(row)
		if n := len(rows[k]); b.timeLike(b.word(rows[k][n-1])) {
			last++
		}
		if b.timeBehindText(rows[k]) {
			middle++
		}
	}
	heads := slices.Clone(b.headlessColumn)
	due := heads[headlessTime]
	switch {
	case middle*2 >= len(rows):
		heads = slices.Insert(heads[:headlessTime], headlessBody, due)
	case last*2 < len(rows):
		heads = heads[:headlessTime]
	}
	return slices.Insert(heads, 1, b.columnClass[0])
}

// timeBehindText reports whether a time stands behind the last full stop of a row, before its
// bodies.
func (b *builder) timeBehindText(row []token) bool {
	for k := len(row) - 3; k > 0; k-- {
		if strings.HasSuffix(b.word(row[k]), "。") {
			return b.timeLike(b.word(row[k+1])) && !b.bodyLike(b.word(row[k+1]))
		}
	}
	return false
}

// headlessCells puts the tokens of a row under the heads; nil where they do not fit: each row
// has a task and a body.
func (b *builder) headlessCells(heads []string, row []token) []plan.Cell {
	const class, item, text = 1, headlessItem + 1, headlessText + 1
	body := slices.Index(heads, b.headlessColumn[headlessBody])
	named := numberOf(b.word(row[1])).class != classNone // the class has a number
	fit := heads
	if !named {
		fit = slices.Delete(slices.Clone(heads), class, item)
	}
	cells := b.fitColumns(fit, row)
	if !named {
		cells = slices.Insert(cells, class, plan.Cell{})
	} else if cells[class].Empty() {
		cells[class], cells[item] = cells[item], plan.Cell{}
	}
	if row[0].span.Start == row[0].span.End {
		cells[0] = plan.Cell{}
	}
	bodies := cellText(b.t, cells[body]) + cellText(b.t, cells[body+1])
	if bodies == "" || markAt(bodies, 0, "(", "（", "〔") > 0 || hasAny(bodies, ":", "：") || cells[item].Empty() && cells[text].Empty() {
		return nil
	}
	return cells
}
