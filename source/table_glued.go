package source

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// Tables that were flattened with nothing between their cells: a run of header words behind
// 序号, then rows that their numbers part.

// gluedLines is such a table while it is being read.
type gluedLines struct {
	*builder
	raw     *rawTable
	header  string // as it stands, for it may be there again on the next page
	want    int    // the number of the next row
	columns        // what the header says of them
}

// columns says which columns of a header hold what, from the left: the number, texts, one
// of leaders, bodies, times.
type columns struct {
	texts  int  // how many hold text
	leader bool // one of leaders stands before the bodies
	after  bool // one of leaders stands behind them
	first  int  // the first of bodies
	last   int  // the one behind the last of bodies
	due    bool // that one is of times
}

// gluedTable reads the table that begins with unit i and returns the unit behind it, i
// where there is none.
func (b *builder) gluedTable(i int) int {
	g, p := b.gluedHeader(i)
	if g == nil {
		return i
	}
	j := i
	for ; j < len(b.u); j++ {
		t := b.text(j)
		if j > i {
			if b.u[j].tab {
				break
			}
			p = 0
			if !b.gluedRow(t, 0, g.want) {
				if p = g.resume(j); p == 0 {
					break
				}
			}
		}
		for p < len(t) {
			if strings.HasPrefix(t[p:], g.header) { // again, on the next page
				p += len(g.header)
				continue
			}
			end := g.rowEnd(t, p)
			rows := g.cut(b.u[j].start+p, b.u[j].start+p+len(withoutCounter(t[p:end])))
			if end == len(t) && j+1 < len(b.u) && !b.u[j+1].tab && (rows == nil || g.breaksOff(rows, j)) {
				if whole, next := g.cutAcross(j, p); whole != nil {
					rows = whole
					j++
					t, end = b.text(j), next
				}
			}
			if rows == nil && len(g.raw.rows) > 0 && end == len(t) && j+1 < len(b.u) {
				row := plan.Row{Span: plan.Span{Start: b.u[j].start + p, End: b.u[j].end}, Cells: make([]plan.Cell, len(g.raw.header))}
				row.Cells[1] = b.cell(b.u[j].start+p, b.u[j].end)
				rows = append(rows, row)
			}
			if rows == nil {
				return i
			}
			g.raw.rows = append(g.raw.rows, rows...)
			g.raw.span.End = rows[len(rows)-1].Span.End
			p = end
			g.want++
		}
	}
	if at := g.raw.span.Start; at > b.u[i].start {
		b.plain(unit{start: b.u[i].start, end: at, gap: b.u[i].gap}, i)
	}
	b.addTable(g.raw)
	return j
}

// gluedHeader reads the header in unit i and returns where in it the first row begins; nil
// where none does.
func (b *builder) gluedHeader(i int) (*gluedLines, int) {
	const farthest = 240 // bytes before the header
	s, start := b.text(i), b.u[i].start
	at, serial := indexAny(s[:runeCut(s, farthest)], b.gluedSerial)
	if at < 0 {
		return nil, 0
	}
	g := &gluedLines{builder: b, raw: &rawTable{span: plan.Span{Start: start + at, End: b.u[i].end}}}
	p := at
	for w := serial; w != ""; w = b.gluedWordAt(s[p:]) {
		g.raw.header = append(g.raw.header, plan.Cell{Pieces: b.piece(start+p, start+p+len(w))})
		p += len(w)
	}
	if len(g.raw.header) < 3 || !g.findColumns() {
		return nil, 0
	}
	g.header, g.want = s[at:p], gluedNumber(s, p) // not 1 where a page break parts the table
	if !b.gluedRow(s, p, g.want) {
		return nil, 0
	}
	return g, p
}

// gluedWordAt returns the header's word that s begins with, the longest; "" for none.
func (ws *words) gluedWordAt(s string) string {
	if w := firstWord(s, ws.gluedHead); w != "" {
		return w
	}
	const level = 3 // runes, at the most, of the first half in 县政府|分管领导
	if k := len(s) - runeTail(s, runes(s)-level); k > 0 && ws.governing(s[:k]) {
		if w := firstWord(s[k:], ws.gluedHead); w != "" {
			return s[:k+len(w)]
		}
	}
	return ""
}

// findColumns finds which columns hold what; false where the table is none of tasks and
// bodies.
func (g *gluedLines) findColumns() bool {
	head := func(c int) string { return cellText(g.t, g.raw.header[c]) }
	g.last = len(g.raw.header)
	if g.due = g.timeColumn(head(g.last - 1)); g.due {
		g.last--
	}
	if g.after = g.last > 2 && g.leaderColumn(head(g.last-1)); g.after {
		g.last--
	}
	g.first = g.last
	for g.first > 1 && g.bodyColumn(head(g.first-1)) {
		g.first--
	}
	g.texts = g.first - 1 // behind the number
	if g.leader = g.first > 2 && g.leaderColumn(head(g.first-1)); g.leader {
		g.texts--
	}
	return g.first < g.last && g.texts >= 1 && g.texts <= 2 && !g.bodyColumn(head(1))
}

// rowEnd returns where the row that begins at t[p:] ends: before the next one or the header.
func (g *gluedLines) rowEnd(t string, p int) int {
	for q := p + 1; q < len(t); q++ {
		if g.gluedRow(t, q, g.want+1) && (g.nameEnds(t[p:q]) || g.after && g.personTail(t[p:q]) > 0) || strings.HasPrefix(t[q:], g.header) {
			return q
		}
	}
	return len(t)
}

// breaksOff reports whether the last row of the unit j lacks its time, and a page break with a
// number of its own follows: …市城|2、管局12月底前.
func (g *gluedLines) breaksOff(rows []plan.Row, j int) bool {
	cells := rows[len(rows)-1].Cells
	next := g.text(j + 1)
	return g.due && cells[len(cells)-1].Empty() && ownNumber(next) > 0 && !g.gluedRow(next, 0, g.want+1)
}

// ownNumber returns the width of the number that a line has for itself, before the rest of
// a row.
func ownNumber(t string) int {
	const longest = 16 // bytes
	if n := numberAt(t[:runeCut(t, longest)]); n.class == classDigit {
		return n.width
	}
	return 0
}

// cutAcross cuts the row that begins at p in the unit j and ends in the next line, which may
// have a number of its own before it, and returns where it ends there.
func (g *gluedLines) cutAcross(j, p int) ([]plan.Row, int) {
	t := g.text(j + 1)
	from := ownNumber(t)
	end := len(t)
	for q := from + 1; q < len(t); q++ {
		if g.gluedRow(t, q, g.want+1) && g.nameEnds(t[from:q]) {
			end = q
			break
		}
	}
	gap := plan.Span{Start: g.u[j].end, End: g.u[j+1].start + from}
	return g.cutWithout(gap, g.u[j].start+p, g.u[j+1].start+end), end
}

// cutWithout cuts the row [s,e) as if nothing stood in the gap, where a page break parts it.
func (g *gluedLines) cutWithout(gap plan.Span, s, e int) []plan.Row {
	whole, joined := *g.builder, *g
	whole.t = g.t[:gap.Start] + g.t[gap.End:e]
	joined.builder = &whole
	width := gap.End - gap.Start
	behind := func(at int) int { // the place in the text of one behind the gap
		if at < gap.Start {
			return at
		}
		return at + width
	}
	rows := joined.cut(s, e-width)
	for i := range rows {
		rows[i].Span = plan.Span{Start: behind(rows[i].Span.Start), End: behind(rows[i].Span.End)}
		for c := range rows[i].Cells {
			var pieces []plan.Span
			for _, p := range rows[i].Cells[c].Pieces {
				if p.Start < gap.Start && p.End > gap.Start {
					pieces = append(pieces, plan.Span{Start: p.Start, End: gap.Start})
					p.Start = gap.Start
				}
				if p.End > gap.Start {
					p = plan.Span{Start: behind(p.Start), End: p.End + width}
				}
				pieces = append(pieces, p)
			}
			rows[i].Cells[c].Pieces = pieces
		}
	}
	return rows
}

// resume returns where the next row begins in the unit j, a line whose beginning, perhaps
// behind a number of its own, is the rest of the row above; 0 where none does.
func (g *gluedLines) resume(j int) int {
	const farthest = 240 // bytes of that rest
	t := g.text(j)
	from := ownNumber(t)
	if k := strings.Index(t, g.header); k >= 0 && g.gluedRow(t, k+len(g.header), g.want) {
		return k
	}
	for q := from + 1; q < len(t) && q < from+farthest; q++ {
		if g.gluedRow(t, q, g.want) && g.nameEnds(t[from:q]) {
			g.addNames(g.u[j].start+from, g.u[j].start+q)
			return q
		}
	}
	return 0
}

// addNames adds the names [s,e) to the last cell of the last row.
func (g *gluedLines) addNames(s, e int) {
	for strings.HasPrefix(g.t[s:], ")") || strings.HasPrefix(g.t[s:], "）") {
		_, w := utf8.DecodeRuneInString(g.t[s:])
		s += w
	}
	if s >= e {
		return
	}
	row := &g.raw.rows[len(g.raw.rows)-1]
	last := &row.Cells[len(row.Cells)-1]
	for k := s + 1; k < e; k++ {
		if utf8.RuneStart(g.t[k]) && g.gluedNext(g.t[s:k], g.t[k:e]) {
			last.Pieces = append(last.Pieces, plan.Span{Start: s, End: k})
			s = k
		}
	}
	last.Pieces = append(last.Pieces, plan.Span{Start: s, End: e})
	row.Span.End, g.raw.span.End = e, e
}

// cut parts the row [s,e): its number, the task up to its last full stop or to the first
// name of a body, the leaders, the bodies, the time; more rows where bodies stand between
// its sentences, nil where it names none.
func (g *gluedLines) cut(s, e int) []plan.Row {
	row := plan.Row{Span: plan.Span{Start: s, End: e}, Cells: make([]plan.Cell, len(g.raw.header))}
	p := s
	for p < e && (digit(g.t[p]) || g.t[p] == '.' || g.t[p] == ' ') {
		p++
	}
	row.Cells[0] = g.cell(s, p)
	if g.due {
		if k := g.dueAt(p, e); k < e {
			row.Cells[len(row.Cells)-1] = g.cell(k, e)
			e = k
		}
	}
	if n := g.personTail(g.t[p:e]); g.after && n > 0 {
		row.Cells[g.last] = g.cell(e-n, e)
		e -= n
	}
	if g.leader {
		if stop, next := g.gluedSeam(p, e); next > 0 {
			return g.cutTasks(row, p, stop, next, e)
		}
	}
	if !g.cutRow(&row, p, g.lastStop(p, e), e, false) {
		return nil
	}
	return []plan.Row{row}
}

// dueAt returns where the time begins that the row's text [p,e) ends with, e for nowhere.
func (g *gluedLines) dueAt(p, e int) int {
	for n := 2; n <= 12; n++ { // runes
		k := e - runeTail(g.t[p:e], n)
		if t := g.t[k:e]; (t != "" && digit(t[0]) || hasPrefix(t, g.gluedDue)) && !strings.Contains(t, "。") && g.timeLike(t) && (hasSuffix(strings.TrimRight(g.t[p:k], ")）"), g.bodyEnd) || g.after && g.personTail(g.t[p:k]) > 0) {
			return k
		}
	}
	return e
}

// personTail returns the length of the name of a person that s ends with behind the name of
// a body, 0 for none. Of two that may be it the one that begins with a surname is.
func (ws *words) personTail(s string) int {
	found := 0
	for n := 4; n >= 2; n-- { // runes
		k := runeTail(s, n)
		person := s[len(s)-k:]
		if k == len(s) || hasFigure(person) || hasAny(person, "、", "。", ",", "，") || !hasSuffix(strings.TrimRight(s[:len(s)-k], " \u3000"), ws.bodyEnd) {
			continue
		}
		if hasPrefix(person, ws.surname) {
			return k
		}
		if n < 4 && found == 0 {
			found = k
		}
	}
	return found
}

// cutTasks parts a row with several tasks under one number, each with its leader and bodies:
// 修路。王五城建局|植树。赵六林业局. The first ends its text at stop, the second begins at next.
func (g *gluedLines) cutTasks(row plan.Row, p, stop, next, e int) []plan.Row {
	g.cutRow(&row, p, stop, next, false)
	rows := []plan.Row{row}
	for from := next; from > 0; from = next {
		to := e
		if stop, next = g.gluedSeam(from, e); next > 0 {
			to = next
		} else if stop = g.lastStop(from, e); stop < 0 {
			break
		}
		one := plan.Row{Span: plan.Span{Start: from, End: to}, Cells: make([]plan.Cell, len(row.Cells))}
		for c := range 2 { // the number and the item are those of the first
			one.Cells[c] = plan.Cell{Pieces: row.Cells[c].Pieces, Filled: true}
		}
		g.cutRow(&one, from, stop, to, true)
		rows = append(rows, one)
	}
	return rows
}

// cutRow parts the text [p,e) of a row, whose last sentence but for the bodies ends at stop,
// -1 where it has no full stop; with goesOn its item is that of the row above. False where
// it names no bodies.
func (g *gluedLines) cutRow(row *plan.Row, p, stop, e int, goesOn bool) bool {
	row.Span.End = e
	text := stop    // where the text ends
	var names []int // where the names of bodies begin that nothing parts from what stands before
	if stop >= 0 {
		from := stop
		if g.leader {
			from += g.gluedPerson(stop, e)
			row.Cells[g.first-1] = g.cell(stop, from)
		}
		names = g.namesFrom(from, e)
	} else {
		if names = g.namesBefore(p, e); len(names) == 0 {
			return false
		}
		text = names[0]
		for n := 3; n >= 2 && g.leader; n-- { // runes of a person's name
			if k := names[0] - runeTail(g.t[p:names[0]], n); k > p && g.gluedPerson(k, e) == names[0]-k {
				row.Cells[g.first-1] = g.cell(k, names[0])
				text = k
				break
			}
		}
	}
	g.putText(row, p, text, goesOn)
	g.putNames(row, names, e)
	return true
}

// namesFrom returns where names of bodies begin in [s,e), the first at s.
func (g *gluedLines) namesFrom(s, e int) []int {
	names := []int{s}
	for q := s + 1; q < e; q++ {
		if !utf8.RuneStart(g.t[q]) {
			continue
		}
		before, after := g.t[s:q], g.t[q:e]
		whole := runes(before) > 2 || slices.Contains(g.gluedStem, before) // 残联|妇联, no 社会|组织管理科
		if whole && g.gluedName(after) && !g.branchName(after) && hasSuffix(before, g.bodyEnd) && !hasSuffix(before, g.cellLevel) || g.gluedNext(before, after) {
			names = append(names, q)
		}
	}
	return names
}

// namesBefore returns where the names of bodies begin that the text [p,e) ends with, no more
// than there are columns for.
func (g *gluedLines) namesBefore(p, e int) (names []int) {
	for len(names) < g.last-g.first {
		q := g.gluedBegin(p, e)
		if q <= p {
			break
		}
		names = append(names, q)
		e = q
	}
	slices.Reverse(names)
	return names
}

// putText parts the text [s,e) of a row over its columns: the title of the item, and what is
// to be done, which begins with a verb.
func (g *gluedLines) putText(row *plan.Row, s, e int, goesOn bool) {
	if g.texts == 2 {
		if goesOn {
			row.Cells[2] = g.cell(s, e)
			return
		}
		if cut := g.gluedTitle(g.t[s:e]); cut > 0 {
			row.Cells[1], row.Cells[2] = g.cell(s, s+cut), g.cell(s+cut, e)
			return
		}
	}
	row.Cells[1] = g.cell(s, e)
}

// putNames gives each name that begins at one of the places a column of bodies; more names
// than columns are the last column's.
func (g *gluedLines) putNames(row *plan.Row, names []int, e int) {
	for k, q := range names {
		end := e
		if k+1 < len(names) {
			end = names[k+1]
		}
		if c := g.cell(q, end); g.first+k < g.last {
			row.Cells[g.first+k] = c
		} else {
			last := &row.Cells[g.last-1]
			last.Pieces = append(last.Pieces, c.Pieces...)
		}
	}
}

// gluedRow reports whether the row with the number n begins at t[p:].
func (ws *words) gluedRow(t string, p, n int) bool {
	num := strconv.Itoa(n)
	if !strings.HasPrefix(t[p:], num) || p > 0 && (digit(t[p-1]) || t[p-1] == '.') {
		return false
	}
	p += len(num)
	for p < len(t) && (t[p] == '.' || t[p] == ' ') {
		p++
	}
	next, _ := utf8.DecodeRuneInString(t[p:])
	if hasPrefix(t[p:], ws.gluedCounter) {
		return hasPrefix(t[p:], ws.gluedWord) // 公厕, no 公里
	}
	return next > 0x3400 || next == '“'
}

// gluedNumber reads the number of the first row at t[p:]; 0 for none.
func gluedNumber(t string, p int) (n int) {
	for ; p < len(t) && digit(t[p]) && n < 1000; p++ {
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

// nameEnds reports whether a name of a body, or a time, may end behind s.
func (ws *words) nameEnds(s string) bool {
	s = strings.TrimRight(s, " 。)）\u3000")
	return hasSuffix(s, ws.bodyEnd) || ws.timeLike(s[max(0, len(s)-runeTail(s, 6)):])
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
			if digit(b.t[q]) || strings.ContainsRune(",。;，；", c) || q-from > 240 {
				break
			}
			if before := b.t[from+n : q]; hasSuffix(strings.TrimRight(before, ")）"), b.gluedEnd) && (hasPrefix(b.t[q:e], b.gluedVerb) || hasPrefix(b.t[q:e], b.directive)) {
				return from, q
			}
		}
	}
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
	return !hasPrefix(after, ws.gluedOn) && !ws.branchName(after) && hasSuffix(strings.TrimRight(after, ")） 等"), ws.bodyEnd)
}

// branchName reports whether s goes on with the name of a branch, of the body named before it:
// 人民银行|平原中心支行, 人民银行|县支行.
func (ws *words) branchName(s string) bool {
	name := firstName(s)
	level := firstWord(name, ws.cellNameLetter)
	return hasSuffix(name, ws.gluedBranch) && level == "" || level != "" && hasPrefix(name[len(level):], ws.gluedBranch)
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
			if hasPrefix(rest, ws.gluedVerb) || hasSuffix(s[:q], ws.gluedTitleEnd) && hasPrefix(rest, ws.directive) {
				return q
			}
			if len(rest) > w && digit(rest[w]) && hasPrefix(rest, ws.gluedOpening) {
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
	if w := firstWord(s, ws.gluedLetter); w != "" {
		_, next := utf8.DecodeRuneInString(s[len(w):])
		return len(s) > len(w)+next
	}
	return hasPrefix(s, ws.gluedStem)
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
		if list-q > 60 {
			break
		}
		if hasPrefix(b.t[q:list], b.gluedLevel) && runes(b.t[q:list]) >= 3 && b.bodyLike(b.t[q:e]) {
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
