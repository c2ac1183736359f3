package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// gluedTable reads a table that was flattened with nothing between its cells: a run
// of header words behind 序号, then rows that their numbers part.
func (b *builder) gluedTable(i int) int {
	s := b.text(i)
	at, serial := indexAny(s[:runeCut(s, 240)], b.gluedSerial)
	if at < 0 {
		return i
	}
	r := &rawTable{span: plan.Span{Start: b.u[i].start + at, End: b.u[i].end}}
	head := b.u[i].start + at
	r.header = append(r.header, plan.Cell{Pieces: b.piece(head, head+len(serial))})
	p := at + len(serial)
	bodies := 0
	for {
		w := ""
		for _, h := range b.gluedHead {
			if len(h) > len(w) && strings.HasPrefix(s[p:], h) {
				w = h
			}
		}
		if w == "" {
			if k := runeTail(s[p:], runes(s[p:])-3); k > 0 && b.governing(s[p:len(s)-k]) { // 县政府|分管领导
				for _, h := range b.gluedHead {
					if len(h) > len(w) && strings.HasPrefix(s[len(s)-k:], h) {
						w = s[p:len(s)-k] + h
					}
				}
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
	want, j := gluedNumber(s, p), i // not 1 where a page break parts the table
	if len(r.header) < 3 || bodies == 0 || b.bodyColumn(cellText(b.t, r.header[1])) || !b.gluedRow(s, p, want) {
		return i
	}
	header := s[at:p]
	for ; j < len(b.u); j++ {
		t := b.text(j)
		if j > i {
			p = 0
			if b.u[j].tab {
				break
			}
			if !b.gluedRow(t, 0, want) {
				if p = b.gluedResume(r, j, want, header); p == 0 {
					break
				}
			}
		}
		for p < len(t) {
			if strings.HasPrefix(t[p:], header) { // again, on the next page
				p += len(header)
				continue
			}
			end := len(t)
			for q := p + 1; q < len(t); q++ {
				if b.gluedRow(t, q, want+1) && b.nameEnds(t[p:q]) || strings.HasPrefix(t[q:], header) {
					end = q
					break
				}
			}
			rows := b.gluedCells(r.header, b.u[j].start+p, b.u[j].start+p+len(withoutCounter(t[p:end])))
			if rows == nil && end == len(t) && j+1 < len(b.u) && !b.u[j+1].tab { // the line breaks off in the row
				var next int
				if rows, next = b.gluedAcross(r.header, j, p, want); rows != nil {
					j++
					t, end = b.text(j), next
				}
			}
			if rows == nil && len(r.rows) > 0 && end == len(t) && j+1 < len(b.u) {
				row := plan.Row{Span: plan.Span{Start: b.u[j].start + p, End: b.u[j].end}, Cells: make([]plan.Cell, len(r.header))}
				row.Cells[1] = b.cell(b.u[j].start+p, b.u[j].end)
				rows = append(rows, row)
			}
			if rows == nil {
				return i
			}
			r.rows = append(r.rows, rows...)
			r.span.End = rows[len(rows)-1].Span.End
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

// gluedAcross reads the row that begins at p in the unit j and ends in the next line, which
// may have a number of its own before it, and returns where it ends there.
func (b *builder) gluedAcross(header []plan.Cell, j, p, want int) ([]plan.Row, int) {
	t := b.text(j + 1)
	from := 0
	if n := numberAt(t[:runeCut(t, 16)]); n.class == classDigit {
		from = n.width
	}
	end := len(t)
	for q := from + 1; q < len(t); q++ {
		if b.gluedRow(t, q, want+1) && b.nameEnds(t[from:q]) {
			end = q
			break
		}
	}
	gap := plan.Span{Start: b.u[j].end, End: b.u[j+1].start + from}
	rows := b.gluedCells(header, b.u[j].start+p, b.u[j+1].start+end)
	for i := range rows {
		for c := range rows[i].Cells {
			cell := &rows[i].Cells[c]
			for k, s := range cell.Pieces {
				if s.Start < gap.Start && gap.End < s.End {
					cell.Pieces = slices.Insert(slices.Clone(cell.Pieces), k+1, plan.Span{Start: gap.End, End: s.End})
					cell.Pieces[k].End = gap.Start
					break
				}
			}
		}
	}
	return rows, end
}

// gluedResume returns where the row with the number want begins in the unit j, a line
// whose beginning, perhaps behind a number of its own, is the rest of the row above; 0
// where there is none.
func (b *builder) gluedResume(r *rawTable, j, want int, header string) int {
	t := b.text(j)
	from := 0
	if n := numberAt(t[:runeCut(t, 16)]); n.class == classDigit {
		from = n.width
	}
	if k := strings.Index(t, header); k >= 0 && b.gluedRow(t, k+len(header), want) {
		return k
	}
	for q := from + 1; q < len(t) && q < from+240; q++ {
		if !b.gluedRow(t, q, want) || !b.nameEnds(t[from:q]) {
			continue
		}
		last := &r.rows[len(r.rows)-1]
		s := b.u[j].start + from
		for strings.HasPrefix(b.t[s:], ")") || strings.HasPrefix(b.t[s:], "）") {
			_, w := utf8.DecodeRuneInString(b.t[s:])
			s += w
		}
		if e := b.u[j].start + q; s < e {
			for k := s + 1; k < e; k++ {
				if utf8.RuneStart(b.t[k]) && b.gluedNext(b.t[s:k], b.t[k:e]) {
					last.Cells[len(last.Cells)-1].Pieces = append(last.Cells[len(last.Cells)-1].Pieces, plan.Span{Start: s, End: k})
					s = k
				}
			}
			last.Cells[len(last.Cells)-1].Pieces = append(last.Cells[len(last.Cells)-1].Pieces, plan.Span{Start: s, End: e})
			last.Span.End, r.span.End = e, e
		}
		return q
	}
	return 0
}

// gluedCounters follow a figure that is no row's number.
const gluedCounters = "个所条座处公家万亿%年月日项户名人套台辆场次期号级件亩平米吨楼层千百元株支段种类批天小岁度路届院口间"

// gluedRow reports whether the row with the number n begins at t[p:].
func (ws *words) gluedRow(t string, p, n int) bool {
	num := itoa(n)
	if !strings.HasPrefix(t[p:], num) || p > 0 && (t[p-1] >= '0' && t[p-1] <= '9' || t[p-1] == '.') {
		return false
	}
	p += len(num)
	for p < len(t) && (t[p] == '.' || t[p] == ' ') {
		p++
	}
	next, _ := utf8.DecodeRuneInString(t[p:])
	if strings.ContainsRune(gluedCounters, next) {
		return hasPrefix(t[p:], ws.gluedWord) // 公厕, no 公里
	}
	return next > 0x3400 || next == '“'
}

// gluedNumber reads the number of the first row at t[p:]; 0 for none.
func gluedNumber(t string, p int) (n int) {
	for ; p < len(t) && t[p] >= '0' && t[p] <= '9' && n < 1000; p++ {
		n = n*10 + int(t[p]-'0')
	}
	return n
}

// withoutCounter returns s without the page counter, or the beginning of one, at its end:
// 第2页共5页, 第.
func withoutCounter(s string) string {
	cut := strings.TrimRight(s, "第页共0123456789-—/ ")
	if tail := s[len(cut):]; strings.Contains(tail, "第") {
		return cut
	}
	return s
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
	s = strings.TrimRight(s, " 。)）\u3000")
	return hasSuffix(s, ws.bodyEnd) || ws.timeLike(s[max(0, len(s)-runeTail(s, 6)):])
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
// to the first name of a body, the leaders, the bodies, the time; more rows where bodies
// stand between its sentences.
func (b *builder) gluedCells(header []plan.Cell, s, e int) []plan.Row {
	row := plan.Row{Span: plan.Span{Start: s, End: e}, Cells: make([]plan.Cell, len(header))}
	p := s
	for p < e && (b.t[p] >= '0' && b.t[p] <= '9' || b.t[p] == '.' || b.t[p] == ' ') {
		p++
	}
	row.Cells[0] = b.cell(s, p)
	last := len(header)
	if b.timeColumn(cellText(b.t, header[last-1])) {
		last--
		for _, n := range [...]int{12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2} {
			cut := e - runeTail(b.t[p:e], n)
			if c, _ := utf8.DecodeRuneInString(b.t[cut:e]); strings.ContainsRune("0123456789年全长每持第当即常汛", c) && b.timeLike(b.t[cut:e]) && hasSuffix(b.t[p:cut], b.bodyEnd) {
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
	leader := first > 2 && b.leaderColumn(cellText(b.t, header[first-1]))
	texts := first - 1 // columns of text behind the number
	if leader {
		texts--
	}
	if first == last || texts < 1 || texts > 2 {
		return nil
	}
	if leader {
		if k, q := b.gluedSeam(p, e); q > 0 { // 修路。王五城建局|植树。赵六林业局
			head := b.gluedRowCells(row, header, p, k, q, first, last, texts, leader)
			rest := plan.Row{Span: plan.Span{Start: q, End: e}, Cells: make([]plan.Cell, len(header))}
			rest.Cells[0] = plan.Cell{Pieces: row.Cells[0].Pieces, Filled: true}
			rest.Cells[1] = plan.Cell{Pieces: head.Cells[1].Pieces, Filled: true}
			rows := []plan.Row{head}
			for {
				k, next := b.gluedSeam(q, e)
				to := e
				if next > 0 {
					to = next
				} else {
					k = b.lastStop(q, e)
				}
				one := plan.Row{Span: plan.Span{Start: q, End: to}, Cells: slices.Clone(rest.Cells)}
				if k < 0 {
					break
				}
				one = b.gluedRowCells(one, header, q, k, to, first, last, -texts, leader)
				rows = append(rows, one)
				if q = next; q == 0 {
					break
				}
			}
			return rows
		}
	}
	one := b.gluedRowCells(row, header, p, b.lastStop(p, e), e, first, last, texts, leader)
	if one.Cells == nil {
		return nil
	}
	return []plan.Row{one}
}

// lastStop returns the end of the last sentence in [s,e), -1 for none.
func (b *builder) lastStop(s, e int) int {
	if k := strings.LastIndex(b.t[s:e], "。"); k >= 0 {
		return s + k + len("。")
	}
	return -1
}

// gluedSeam returns the end of the first sentence in [s,e) that a leader and bodies
// follow, and where more text begins behind those; 0 where none does.
func (b *builder) gluedSeam(s, e int) (stop, next int) {
	for from := s; ; {
		k := strings.Index(b.t[from:e], "。")
		if k < 0 {
			return 0, 0
		}
		from += k + len("。")
		n := b.gluedPerson(from, e)
		if n == 0 || strings.LastIndex(b.t[from:e], "。") < 0 {
			continue
		}
		for q := from + n + 1; q < e; q++ {
			if !utf8.RuneStart(b.t[q]) {
				continue
			}
			c, _ := utf8.DecodeRuneInString(b.t[q:])
			if c >= '0' && c <= '9' || strings.ContainsRune(",。;，；", c) || q-from > 240 {
				break
			}
			if before := b.t[from+n : q]; hasSuffix(strings.TrimRight(before, ")）"), b.gluedEnd) && (hasPrefix(b.t[q:e], b.gluedVerb) || hasPrefix(b.t[q:e], b.directive)) {
				return from, q
			}
		}
	}
}

// gluedRowCells parts the text [p,e) of a row, whose last sentence but for the bodies ends
// at stop; with texts below nought its item is that of the row above.
func (b *builder) gluedRowCells(row plan.Row, header []plan.Cell, p, stop, e, first, last, texts int, leader bool) plan.Row {
	row.Span.End = e
	var cuts []int // where the names of bodies begin that nothing parts from what stands before
	from := p
	if stop >= 0 {
		from = stop
		b.gluedText(&row, p, from, texts)
		if leader {
			name := b.gluedPerson(from, e)
			row.Cells[first-1] = b.cell(from, from+name)
			from += name
		}
		cuts = append(cuts, from)
		for q := from + 1; q < e; q++ {
			if !utf8.RuneStart(b.t[q]) {
				continue
			}
			if b.gluedName(b.t[q:e]) && hasSuffix(b.t[from:q], b.bodyEnd) && !gluedShort(b.t[from:q]) || b.gluedNext(b.t[from:q], b.t[q:e]) {
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
					row.Cells[first-1] = b.cell(k, from)
					from = k
					break
				}
			}
		}
		b.gluedText(&row, p, from, texts)
	}
	for k, q := range cuts {
		end := e
		if k+1 < len(cuts) {
			end = cuts[k+1]
		}
		c := b.cell(q, end)
		if first+k < last {
			row.Cells[first+k] = c
		} else { // more names of the last column
			row.Cells[last-1].Pieces = append(row.Cells[last-1].Pieces, c.Pieces...)
		}
	}
	return row
}

// gluedNext reports whether a name of a body ends before and another begins behind, with
// nothing between them: 住建局|水务集团.
func (ws *words) gluedNext(before, after string) bool {
	if k := strings.LastIndexByte(before, '('); k > 0 && strings.HasSuffix(before, ")") { // 高新园(和平镇)
		before = before[:k]
	}
	if !hasSuffix(before, ws.gluedEnd) || runes(before) < 3 || runes(after) < 2 {
		return false
	}
	return !hasPrefix(after, ws.gluedOn) && hasSuffix(strings.TrimRight(after, ")） 等"), ws.bodyEnd)
}

// gluedText parts the text [s,e) of a row over its columns: the title of the item, and
// what is to be done, which begins with a verb.
func (b *builder) gluedText(row *plan.Row, s, e, texts int) {
	if texts < -1 {
		row.Cells[2] = b.cell(s, e)
		return
	}
	if cut := b.gluedTitle(b.t[s:e]); texts == 2 && cut > 0 {
		row.Cells[1], row.Cells[2] = b.cell(s, s+cut), b.cell(s+cut, e)
		return
	}
	row.Cells[1] = b.cell(s, e)
}

// gluedTitle returns where in s the title of an item ends and the sentence behind it
// begins; 0 for nowhere. The first verb that begins a task for certain counts (实施, 新建),
// else the first that may also end a title (改造, 提升).
func (ws *words) gluedTitle(s string) int {
	weak, n := 0, 0
	for q := 12; q < 72 && q < len(s); q++ { // 公厕改造提升|改造提升公厕9座
		for k := 6; k <= 12 && utf8.RuneStart(s[q]) && q+k <= len(s); k += 3 {
			if s[q-k:q] == s[q:q+k] && runes(s[q:q+k])*3 == k {
				return q
			}
		}
	}
	for q := 0; q < len(s); n++ {
		c, w := utf8.DecodeRuneInString(s[q:])
		if strings.ContainsRune(",。;:，；：", c) || n > 24 {
			break
		}
		if rest := s[q:]; n >= 4 {
			if hasPrefix(rest, ws.gluedVerb) {
				return q
			}
			if digit := len(rest) > w && rest[w] >= '0' && rest[w] <= '9'; digit && (c == '为' || c == '对') {
				return q
			}
			if weak == 0 && hasPrefix(rest, ws.directive) {
				weak = q
			}
		}
		q += w
	}
	return weak
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
