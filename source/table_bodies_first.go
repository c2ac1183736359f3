package source

import (
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// Tables of duties that were flattened into one line and whose first column names the bodies:
// 单位工作任务完成时限 县教育局建成幼儿园2所8月底 县水利局疏浚河道9公里9月底. A row ends with its
// time, or where there is none with a full stop, and the next begins with a name.

// dateRunes are what dates with figures are made of.
const dateRunes = "0123456789.-—至年月日底前末初中上下旬第季度半"

// bodiesFirstTable reads such a table in unit i and returns the unit behind it; i where there is
// none.
func (b *builder) bodiesFirstTable(i int) int {
	const farthest = 240 // bytes before the header's end
	s, start := b.text(i), b.u[i].start
	head := s[:runeCut(s, farthest)]
	for from := 0; ; {
		k, word := b.tableBodyHeads.index(head[from:])
		if k < 0 {
			return i
		}
		from += k
		r, p := b.bodiesFirstHeader(s, start, from)
		if r == nil {
			from += len(word)
			continue
		}
		b.bodiesFirstRows(r, s, start, p)
		if len(r.rows) < runTableRows {
			return i
		}
		if r.span.Start > start {
			b.plain(unit{start: start, end: r.span.Start, gap: b.u[i].gap})
			b.join = -1
		}
		b.addTable(r)
		return i + 1
	}
}

// bodiesFirstHeader reads the header at s[at:], bodies, what they do and perhaps times, where s begins at start in the text, and returns
// where in s the first row begins; nil where there is none.
func (b *builder) bodiesFirstHeader(s string, start, at int) (*rawTable, int) {
	const most = 3 // words of the header before that of times
	r := &rawTable{span: plan.Span{Start: start + at, End: start + len(s)}}
	p := at
	w := b.gluedWordAt(s[p:])
	if w == "" {
		w = firstWord(s[p:], b.columnMeasure) // 单位
	}
	for ; w != ""; w = b.gluedWordAt(s[p:]) {
		r.header = append(r.header, plan.Cell{Pieces: b.piece(start+p, start+p+len(w))})
		p += len(w)
	}
	last := len(r.header) - 1
	if last > 0 && !b.timeColumn(cellText(b.t, r.header[last])) {
		last++ // none of times
	}
	if last < 1 || last > most || !b.bodyColumn(cellText(b.t, r.header[0])) || b.namesAt(s, p) == p {
		return nil, 0
	}
	duty := plan.Cell{Pieces: b.piece(r.header[1].Pieces[0].Start, start+p)} // 重点工作|任务
	if last < len(r.header) {
		duty.Pieces[0].End = r.header[last].Pieces[0].Start
	}
	if word := cellText(b.t, duty); b.bodyColumn(word) || b.timeColumn(word) || b.leaderColumn(word) {
		return nil, 0
	}
	r.header = append([]plan.Cell{r.header[0], duty}, r.header[last:]...)
	return r, p
}

// bodiesFirstRows reads the rows from s[p:] on.
func (b *builder) bodiesFirstRows(r *rawTable, s string, start, p int) {
	for p < len(s) {
		names := b.namesAt(s, p)
		if names == p {
			return
		}
		text, end := b.bodiesFirstEnd(s, names, len(r.header) == 3)
		if text == names {
			return
		}
		row := plan.Row{Span: plan.Span{Start: start + p, End: start + end}, Cells: make([]plan.Cell, len(r.header))}
		row.Cells[0], row.Cells[1] = b.cell(start+p, start+names), b.cell(start+names, start+text)
		if end > text {
			row.Cells[2] = b.cell(start+text, start+end)
		}
		r.rows = append(r.rows, row)
		p = end
	}
}

// bodiesFirstEnd returns where the text at s[from:] ends, and where the row does, behind its time
// if due is set.
func (b *builder) bodiesFirstEnd(s string, from int, due bool) (text, end int) {
	for q := from; q < len(s); q++ {
		if !utf8.RuneStart(s[q]) || q == from {
			continue
		}
		end := q
		if due {
			if end += b.dueBehind(s[q:]); end == q || hasFigure(s[q:end]) && strings.Trim(s[q:end], dateRunes) != "" { // 80个|9月底
				continue
			}
		} else if !strings.HasSuffix(s[:q], "。") {
			continue
		}
		if end == len(s) || b.namesAt(s, end) > end {
			return q, end
		}
	}
	return len(s), len(s)
}
