package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// glued reads a table that was flattened with nothing between its cells: a run
// of header words behind 序号, then rows that their numbers part.
func (b *builder) glued(i int) int {
	s := b.text(i)
	at := strings.Index(s[:runeCut(s, 240)], "序号")
	if at < 0 {
		return i
	}
	r := &rawTable{span: plan.Span{Start: b.u[i].start + at, End: b.u[i].end}}
	head := b.u[i].start + at
	r.header = append(r.header, plan.Cell{Pieces: b.piece(head, head+6)})
	p := at + 6
	bodies := 0
	for {
		w := ""
		for _, h := range b.gluedHead {
			if len(h) > len(w) && strings.HasPrefix(s[p:], h) {
				w = h
			}
		}
		if w == "" {
			break
		}
		c := b.piece(b.u[i].start+p, b.u[i].start+p+len(w))
		if b.bodyColumn(w) {
			bodies++
		}
		r.header = append(r.header, plan.Cell{Pieces: c})
		p += len(w)
	}
	if len(r.header) < 3 || bodies == 0 || b.bodyColumn(cellText(b.t, r.header[1])) || !gluedRow(s, p, 1) {
		return i
	}
	want, j := 1, i
	for ; j < len(b.u); j++ {
		t := b.text(j)
		if j > i {
			p = 0
			if b.u[j].tab || !gluedRow(t, 0, want) {
				break
			}
		}
		for p < len(t) {
			end := len(t)
			for q := p + 1; q < len(t); q++ {
				if gluedRow(t, q, want+1) && b.nameEnds(t[p:q]) {
					end = q
					break
				}
			}
			row := b.gluedCells(r.header, b.u[j].start+p, b.u[j].start+end)
			if row.Cells == nil {
				return i
			}
			r.rows = append(r.rows, row)
			r.span.End = row.Span.End
			p = end
			want++
		}
	}
	if at > 0 {
		b.plain(unit{start: b.u[i].start, end: b.u[i].start + at, gap: b.u[i].gap}, i)
	}
	b.addTable(r)
	return j
}

// gluedCounters follow a figure that is no row's number.
const gluedCounters = "个所条座处公家万亿%年月日项户名人套台辆场次期号级件亩平米吨楼层千百元株支段种类批天小岁度路届院口间"

// gluedRow reports whether the row with the number n begins at t[p:].
func gluedRow(t string, p, n int) bool {
	num := itoa(n)
	if !strings.HasPrefix(t[p:], num) || p > 0 && (t[p-1] >= '0' && t[p-1] <= '9' || t[p-1] == '.') {
		return false
	}
	p += len(num)
	for p < len(t) && (t[p] == '.' || t[p] == ' ') {
		p++
	}
	next, _ := utf8.DecodeRuneInString(t[p:])
	return (next > 0x3400 || next == '“') && !strings.ContainsRune(gluedCounters, next)
}

// itoa writes the number of a row.
func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// nameEnds reports whether a name of a body, or a time, may end behind s.
func (ws *words) nameEnds(s string) bool {
	s = strings.TrimRight(s, " 。\u3000")
	return hasSuffix(s, ws.bodyEnd) || timeLike(s[max(0, len(s)-runeTail(s, 6)):])
}

// runeTail returns the length in bytes of the last n characters of s.
func runeTail(s string, n int) int {
	k := len(s)
	for ; n > 0 && k > 0; n-- {
		_, w := utf8.DecodeLastRuneInString(s[:k])
		k -= w
	}
	return len(s) - k
}

// gluedCells parts the row [s,e): its number, the task up to its last full stop or
// to the first name of a body, the leaders, the bodies, the time.
func (b *builder) gluedCells(header []plan.Cell, s, e int) plan.Row {
	row := plan.Row{Span: plan.Span{Start: s, End: e}, Cells: make([]plan.Cell, len(header))}
	p := s
	for p < e && (b.t[p] >= '0' && b.t[p] <= '9' || b.t[p] == '.' || b.t[p] == ' ') {
		p++
	}
	row.Cells[0] = b.cell(s, p)
	last := len(header)
	if timeColumn(cellText(b.t, header[last-1])) {
		last--
		for _, n := range [...]int{12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2} {
			cut := e - runeTail(b.t[p:e], n)
			if c, _ := utf8.DecodeRuneInString(b.t[cut:e]); strings.ContainsRune("0123456789年全长每持第当即常汛", c) && timeLike(b.t[cut:e]) && hasSuffix(b.t[p:cut], b.bodyEnd) {
				row.Cells[last] = b.cell(cut, e)
				e = cut
				break
			}
		}
	}
	first := last
	for first > 1 && b.bodyColumn(cellText(b.t, header[first-1])) {
		first--
	}
	leader := first > 2 && hasAny(cellText(b.t, header[first-1]), "领导", "责任人")
	if first == last || first != 2 && !(leader && first == 3) {
		return plan.Row{}
	}
	var cuts []int // where the names of bodies begin that nothing parts from what stands before
	from := p
	if k := strings.LastIndex(b.t[p:e], "。"); k >= 0 {
		from = p + k + len("。")
		row.Cells[1] = b.cell(p, from)
		if leader {
			name := b.gluedPerson(from, e)
			row.Cells[2] = b.cell(from, from+name)
			from += name
		}
		cuts = append(cuts, from)
		for q := from + 1; q < e; q++ {
			if b.gluedName(b.t[q:e]) && hasSuffix(b.t[from:q], b.bodyEnd) && !gluedShort(b.t[from:q]) {
				cuts = append(cuts, q)
			}
		}
	} else {
		end := e
		for len(cuts) < last-first {
			q := b.gluedBegin(p, end)
			if q <= p {
				break
			}
			cuts = append(cuts, q)
			end = q
		}
		if len(cuts) == 0 {
			return plan.Row{}
		}
		slices.Reverse(cuts)
		from = cuts[0]
		if leader {
			for _, n := range [...]int{3, 2} {
				if k := from - runeTail(b.t[p:from], n); k > p && b.gluedPerson(k, e) == from-k {
					row.Cells[2] = b.cell(k, from)
					from = k
					break
				}
			}
		}
		row.Cells[1] = b.cell(p, from)
	}
	if len(cuts) > last-first {
		cuts = cuts[:last-first]
	}
	for k, q := range cuts {
		end := e
		if k+1 < len(cuts) {
			end = cuts[k+1]
		}
		row.Cells[first+k] = b.cell(q, end)
	}
	return row
}

// gluedName reports whether a name of a body may begin at s.
func (ws *words) gluedName(s string) bool {
	first, w := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("省市县区州各镇乡", first) {
		_, v := utf8.DecodeRuneInString(s[w:])
		return len(s) > w+v
	}
	for _, x := range ws.gluedStem {
		if strings.HasPrefix(s, x) {
			return true
		}
	}
	return false
}

// gluedShort reports whether what stands before a name ends in words that its own
// goes on behind: 市|市场监管局, 、|…
func gluedShort(s string) bool {
	last := lastRune(s)
	return strings.ContainsRune("市县区镇乡", last)
}

// gluedBegin returns where the last name or list of names in [p,e) begins: at the
// last level whose words behind it read like bodies; p for nowhere.
func (b *builder) gluedBegin(p, e int) int {
	if !b.bodyLike(b.t[max(p, e-runeTail(b.t[p:e], 60)):e]) && !hasSuffix(b.t[p:e], b.bodyEnd) {
		return p
	}
	list := p
	if k := strings.Index(b.t[p:e], "、"); k >= 0 {
		// The first item of the list holds the boundary, if the others are names.
		for k >= 0 && !hasSuffix(b.t[p:list+k], b.bodyEnd) {
			next := strings.Index(b.t[list+k+3:e], "、")
			if next < 0 {
				list, k = e, -1
				break
			}
			list, k = list+k+3, next
		}
		if k >= 0 {
			list += k
		}
	} else {
		list = e
	}
	for q := list; q > p; {
		_, w := utf8.DecodeLastRuneInString(b.t[p:q])
		q -= w
		c, _ := utf8.DecodeRuneInString(b.t[q:])
		if list-q > 60 {
			break
		}
		if strings.ContainsRune("省市县区州各", c) && runes(b.t[q:list]) >= 3 && b.bodyLike(b.t[q:e]) {
			return q
		}
	}
	return p
}

// gluedPerson returns the length of the name of a person in [s,e) that a body
// follows, 0 for none.
func (b *builder) gluedPerson(s, e int) int {
	t := b.t[s:e]
	for _, d := range b.doubleSurname {
		if strings.HasPrefix(t, d) {
			return runeCut(t, 12)
		}
	}
	for _, n := range [...]int{2, 3} {
		k, q := 0, 0
		for k < n && q < len(t) {
			r, w := utf8.DecodeRuneInString(t[q:])
			if r != ' ' && r != '\u3000' {
				k++
			}
			q += w
		}
		if q < len(t) && b.gluedName(t[q:]) {
			return q
		}
	}
	return 0
}
