package source

import (
	"slices"
	"strconv"
	"strings"

	"plangraph/plan"
)

// Tables that lost their line breaks: title, header and all rows stand in one line.

// oneLine are the cells of such a line.
type oneLine struct {
	cells []plan.Cell
	marks bool // | or tabs part them, so that an empty cell is one; else blanks do

	titles []rowTitle // between its rows
}

// rowTitle is a title over the rows from row on: (二)管养方面.
type rowTitle struct {
	row  int
	span plan.Span
}

// oneLineText returns the words of the cell k.
func (b *builder) oneLineText(l *oneLine, k int) string {
	return joinTitle(cellText(b.t, l.cells[k]))
}

// The least that a table in one line has: bytes, and marks or blanks between its cells.
const (
	lineTableBytes = 60
	lineTableMarks = 7
)

// oneLineTable reads a table that stands in the unit i with header and rows, their cells
// parted by |, by tabs or by blanks. What numbers, empty cells or the header's width part
// is a row.
func (b *builder) oneLineTable(i int) int {
	x, next := b.u[i], i+1
	for next < len(b.u) && b.u[next].part && !b.u[next].tab {
		x.end = b.u[next].end
		next++
	}
	l := b.cutLine(x)
	if l == nil {
		return i
	}
	b.cutTitle(l)
	lo := b.headOfLine(l)
	if lo < 0 {
		return i
	}
	fields := b.fieldsBehind(l, lo)
	r := &rawTable{span: plan.Span{Start: l.start(lo), End: fields.start}}
	if !b.rowsOfLine(r, l, lo) {
		return i
	}
	for k := range lo {
		if s, e := l.start(k), l.end(k); s < e {
			b.plain(unit{start: s, end: e, gap: x.gap})
			b.join = -1
		}
	}
	b.addParts(r, l.titles)
	if fields.start < x.end {
		b.plain(fields)
		b.join = -1
	}
	return next
}

// addParts adds the table, parted where titles stand between its rows.
func (b *builder) addParts(r *rawTable, titles []rowTitle) {
	rows, done := r.rows, 0
	for k := 0; k <= len(titles); k++ {
		to := len(rows)
		if k < len(titles) {
			to = titles[k].row
		}
		if to > done {
			part := *r
			part.rows = rows[done:to:to]
			b.addTable(&part)
			done = to
		}
		if k < len(titles) {
			b.join = -1
			b.plain(unit{start: titles[k].span.Start, end: titles[k].span.End})
			b.join = -1
		}
	}
}

// rowsOfLine reads the header and the rows from the cell lo up to the line's end. Blanks leave no
// trace of an empty cell, so that figures tell more than their place does.
func (b *builder) rowsOfLine(r *rawTable, l *oneLine, lo int) bool {
	if !l.marks && (b.valuesOnly(r, l, lo) || b.pathBlanks(r, l, lo)) {
		return true
	}
	return b.numberedRows(r, l, lo) || b.valuesOnly(r, l, lo) || b.markedRows(r, l, lo) || b.evenRows(r, l, lo)
}

// filled returns the cells from lo on that are not empty.
func (l *oneLine) filled(lo int) []plan.Cell {
	return slices.DeleteFunc(slices.Clone(l.cells[lo:]), plan.Cell.Empty)
}

// valuesOnly reads a table of indicators of which empty cells are left out, up to the line's end.
func (b *builder) valuesOnly(r *rawTable, l *oneLine, lo int) bool {
	filled := l.filled(lo)
	header, rows, n := b.valueRows(filled)
	if n < len(filled) || n == 0 {
		return false
	}
	r.header, r.rows = header, rows
	return true
}

// cutTitle gives the title of the table a cell of its own where only a blank parts it from the
// first word of the header: 任务清单 序号 | 任务.
func (b *builder) cutTitle(l *oneLine) {
	if !l.marks || l.cells[0].Empty() {
		return
	}
	s, e := l.start(0), l.end(0)
	k := strings.LastIndexAny(b.t[s:e], " \u3000")
	if k <= 0 || !b.lineFirst.has(strings.TrimLeft(b.t[s+k:e], " \u3000")) {
		return
	}
	l.cells = slices.Insert(l.cells, 0, b.cell(s, s+k))
	l.cells[1] = b.cell(s+k, e)
}

// fieldsBehind cuts the cells of a line where a field stands behind the table, 责任单位:…, and
// returns the unit from there on, an empty one where there is none.
func (b *builder) fieldsBehind(l *oneLine, lo int) unit {
	last := len(l.cells) - 1
	for last > lo && l.cells[last].Empty() {
		last--
	}
	behind := unit{start: l.end(last), end: l.end(last)}
	for k := lo + 1; k <= last; k++ {
		if !l.cells[k].Empty() && b.fieldLabel(cellText(b.t, l.cells[k])) {
			behind.start = l.start(k)
			l.cells = l.cells[:k]
			break
		}
	}
	return behind
}

// start returns where the cell k begins, 0 for an empty one.
func (l *oneLine) start(k int) int {
	if l.cells[k].Empty() {
		return 0
	}
	return l.cells[k].Pieces[0].Start
}

// end returns where the cell k ends.
func (l *oneLine) end(k int) int {
	if l.cells[k].Empty() {
		return 0
	}
	return l.cells[k].Pieces[len(l.cells[k].Pieces)-1].End
}

// cutLine cuts the unit x at its marks, or where it has none at its blanks; nil where they
// are too few for a table.
func (b *builder) cutLine(x unit) *oneLine {
	s := b.t[x.start:x.end]
	if len(s) < lineTableBytes || len(s) > maxCut {
		return nil
	}
	for _, mark := range [...]string{"|", "\t", ","} {
		if strings.Count(s, mark) >= lineTableMarks && (mark != "," || b.serialBefore(s, mark)) {
			l := &oneLine{marks: true}
			for from := x.start; from <= x.end; {
				to := strings.Index(b.t[from:x.end], mark)
				if to < 0 {
					to = x.end - from
				}
				l.cells = append(l.cells, b.cell(from, from+to))
				from += to + 1
			}
			return l
		}
	}
	if strings.Count(s, " ")+strings.Count(s, "\u3000") < lineTableMarks || !b.lineFirst.in(s[:runeCut(s, 240)]) {
		return nil
	}
	return &oneLine{cells: cellsOf(b.joinHalves(tokens(b.t, x)))}
}

// serialBefore reports whether the mark stands behind 序号 near the beginning of s, as a comma
// does where it parts the cells of a line of values.
func (b *builder) serialBefore(s, mark string) bool {
	const near = 240 // bytes
	k, word := b.columnSerials.index(s[:runeCut(s, near)])
	return k >= 0 && strings.HasPrefix(s[k+len(word):], mark)
}

// headOfLine returns the first cell of the header, before which titles may stand; -1 where
// there is none.
func (b *builder) headOfLine(l *oneLine) int {
	for k := 0; k < len(l.cells) && k < 8; k++ {
		if s := b.oneLineText(l, k); b.lineFirst.has(s) || l.marks && slices.Contains(b.unitHead, s) {
			return k
		}
	}
	return -1
}

// numberedRows reads the rows of a header whose first cell, or the second behind that of
// classes, is 序号: each begins with its number, behind its class if it names one.
func (b *builder) numberedRows(r *rawTable, l *oneLine, lo int) bool {
	classed := !b.serialColumn(b.oneLineText(l, lo))
	if classed {
		if lo+1 >= len(l.cells) || !b.serialColumn(b.oneLineText(l, lo+1)) {
			return false
		}
		lo++
	}
	first := -1
	for k := lo + 3; k < len(l.cells) && k <= lo+10; k++ {
		if strings.TrimRight(b.oneLineText(l, k), ".、．") == "1" {
			first = k
			break
		}
	}
	if first < 0 {
		return false
	}
	end := first // of the header
	if !classed {
		end = b.titleBefore(l, lo+2, first)
	}
	if classed && end > lo+3 && (!b.headCell(b.oneLineText(l, end-1)) || b.nextNumber(l, trimCells(l.cells[lo:end]), first, 2)-first == end-1-lo) {
		end-- // the class of row 1, which may be made like a head: 总体规模
	}
	r.header = trimCells(l.cells[lo:end])
	heads := 0
	for _, c := range r.header {
		if b.headCell(joinTitle(cellText(b.t, c))) {
			heads++
		}
	}
	if heads*3 < len(r.header)*2 {
		return false
	}
	l.addTitle(0, end, first)
	for at, want := first, 2; at < len(l.cells); want++ {
		to := b.nextNumber(l, r.header, at, want)
		end := to
		if n := len(r.header); classed && to-at == n+1 { // the class of the next row
			end--
		} else if !classed && to < len(l.cells) {
			end = b.titleBefore(l, at+2, to)
		}
		r.rows = append(r.rows, b.lineRow(l, r.header, at, end))
		if !classed {
			l.addTitle(len(r.rows), end, to)
		}
		at = to
	}
	if len(r.rows) > 1 {
		return true
	}
	r.rows, l.titles = nil, nil
	return false
}

// titleBefore returns the first cell of the title over rows that stands right before the cell
// at, which a blank may part, behind the cell lo; at where there is none.
func (b *builder) titleBefore(l *oneLine, lo, at int) int {
	longest := 3 // cells
	if l.marks {
		longest = maxLineHeads
	}
	for k := at - 1; k >= max(lo, at-longest); k-- {
		if l.cells[k].Empty() || l.marks && k < at-1 && !l.cells[k+1].Empty() {
			continue
		}
		if class := numberOf(cellText(b.t, l.cells[k])).class; class == classHan || class == classParenHan {
			return k
		}
	}
	return at
}

// addTitle notes the cells [from,to) as a title over the rows from row on.
func (l *oneLine) addTitle(row, from, to int) {
	for to > from && l.cells[to-1].Empty() {
		to--
	}
	if from < to {
		l.titles = append(l.titles, rowTitle{row, plan.Span{Start: l.start(from), End: l.end(to - 1)}})
	}
}

// nextNumber returns the cell behind the cell at that holds the number n of the next row,
// or how many cells there are.
func (b *builder) nextNumber(l *oneLine, header []plan.Cell, at, n int) int {
	least := len(header)
	if !l.marks {
		least = max(3, len(header)-2)
	}
	for k := at + least; k < len(l.cells); k++ {
		if strings.TrimRight(b.oneLineText(l, k), ".、．") != strconv.Itoa(n) {
			continue
		}
		if l.marks || b.rowEnds(header, cellText(b.t, l.cells[b.titleBefore(l, at+2, k)-1])) {
			return k
		}
	}
	return len(l.cells)
}

// rowEnds reports whether a cell may be the last one of a row: under a column of bodies or
// of times.
func (b *builder) rowEnds(header []plan.Cell, s string) bool {
	switch head := cellText(b.t, header[len(header)-1]); {
	case b.bodyColumn(head):
		return b.bodyLike(s)
	case b.timeColumn(head):
		return b.timeLike(s) || b.bodyLike(s)
	}
	return true
}

// lineRow makes a row of the cells [at,to).
func (b *builder) lineRow(l *oneLine, header []plan.Cell, at, to int) plan.Row {
	cells := l.cells[at:to:to]
	row := plan.Row{Span: plan.Span{Start: l.start(at), End: l.end(at)}}
	var tk []token
	for k := at; k < to; k++ {
		row.Span.End = max(row.Span.End, l.end(k))
		if !l.marks {
			tk = append(tk, token{span: l.cells[k].Pieces[0], before: 1})
		}
	}
	if !l.marks && len(tk) != len(header) {
		cells = b.fitColumns(b.heads(header), tk)
	}
	row.Cells = cells
	return row
}

// markedRows reads rows that empty cells at even distances part, as the breaks between
// lines leave them: | 县区 | 造林 |  | 甲县 | 3 |.
func (b *builder) markedRows(r *rawTable, l *oneLine, lo int) bool {
	if !l.marks {
		return false
	}
	w := lo
	for w < len(l.cells) && !l.cells[w].Empty() {
		w++
	}
	if w -= lo; w < 2 {
		return false
	}
	r.header = l.cells[lo : lo+w]
	for at := lo + w + 1; at < len(l.cells); at += w + 1 {
		if at > lo+w+1 && !l.cells[at-1].Empty() {
			return false
		}
		if to := min(at+w, len(l.cells)); !l.cells[at].Empty() {
			r.rows = append(r.rows, b.lineRow(l, r.header, at, to))
		}
	}
	return len(r.rows) > 1
}

// evenRows reads rows of as many cells as the header has, which ends where no more words
// of headers stand, or before the first cell that a figure follows.
func (b *builder) evenRows(r *rawTable, l *oneLine, lo int) bool {
	for len(l.cells) > 0 && l.cells[len(l.cells)-1].Empty() {
		l.cells = l.cells[:len(l.cells)-1]
	}
	hi := lo
	for hi < len(l.cells) && b.headCell(b.oneLineText(l, hi)) && !b.figureAt(l, hi) {
		hi++
	}
	figure := lo
	for figure < len(l.cells) && !b.figureAt(l, figure) {
		figure++
	}
	for _, to := range [...]int{hi, figure - 1} {
		if w := to - lo; w >= 3 && (len(l.cells)-to)%w == 0 && len(l.cells)-to >= 2*w && b.figuresFit(l, to, w) {
			r.header = l.cells[lo:to]
			for at := to; at < len(l.cells); at += w {
				r.rows = append(r.rows, b.lineRow(l, r.header, at, at+w))
			}
			return true
		}
	}
	return false
}

// figureAt reports whether the cell k is a figure and no year.
func (b *builder) figureAt(l *oneLine, k int) bool {
	s := strings.TrimLeft(b.oneLineText(l, k), "≥≤><=〔(")
	return s != "" && digit(s[0]) && !strings.HasSuffix(s, "年") && firstYear(s) == 0
}

// figuresFit reports whether figures stand in the same columns of all rows of w cells from
// the cell at on, and in no first one.
func (b *builder) figuresFit(l *oneLine, at, w int) bool {
	full := false // a column of figures
	for c := range w {
		n, rows := 0, 0
		for k := at + c; k < len(l.cells); k += w {
			if rows++; b.figureAt(l, k) {
				n++
			}
		}
		if c == 0 && n > 0 {
			return false
		}
		full = full || n*4 >= rows*3
	}
	return full
}
