package source

import (
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
		return b.headlessGlued(i)
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
	g.evenTitles()
	b.textBefore(i, g.raw.span.Start)
	b.addTable(g.raw)
	return j
}

// textBefore adds what stands in unit i before the table that begins at at: mostly its title.
func (b *builder) textBefore(i, at int) {
	if s, e := trim(b.t, b.u[i].start, at); s < e {
		b.plain(unit{start: s, end: e, gap: b.u[i].gap})
		b.join = -1
	}
}

// gluedHeader reads the header in unit i and returns where in it the first row begins; nil
// where none does.
func (b *builder) gluedHeader(i int) (*gluedLines, int) {
	const farthest = 240 // bytes before the header
	s := b.text(i)
	at, serial := b.gluedSerials.index(s[:runeCut(s, farthest)])
	if at < 0 {
		return nil, 0
	}
	g := &gluedLines{builder: b, raw: &rawTable{span: plan.Span{Start: b.u[i].start + at, End: b.u[i].end}}}
	p := at
	for w := serial; w != ""; w = b.gluedWordAt(s[p:]) {
		p = g.addHead(i, p, w)
	}
	if len(g.raw.header) < 3 || !g.findColumns() || g.texts > 2 {
		return nil, 0
	}
	g.header, g.want = s[at:p], gluedNumber(s, p) // not 1 where a page break parts the table
	if !b.gluedRow(s, p, g.want) {
		return nil, 0
	}
	return g, p
}

// addHead adds the word w, which stands at the byte p of the unit i, to the header, and returns
// where the text goes on behind it.
func (g *gluedLines) addHead(i, p int, w string) int {
	at := g.u[i].start + p
	g.raw.header = append(g.raw.header, plan.Cell{Pieces: g.piece(at, at+len(w))})
	return p + len(w)
}

// gluedWordAt returns the header's word that s begins with, the longest; "" for none.
func (ws *words) gluedWordAt(s string) string {
	if w := ws.gluedHeads.opening(s); w != "" {
		return w
	}
	const level = 3 // runes, at the most, of the first half in 县政府|分管领导
	if k := runeHead(s, level); k > 0 && ws.governing(s[:k]) {
		if w := ws.gluedHeads.opening(s[k:]); w != "" {
			return s[:k+len(w)]
		}
	}
	return ws.composedHead(s)
}

// composedHead returns the word of a header that s begins with and that is made of others:
// 县级|联系|领导; "" for none.
func (ws *words) composedHead(s string) string {
	for p := 0; ; {
		w := ws.columnModifier.opening(s[p:])
		if w == "" {
			return ""
		}
		p += len(w)
		if noun := ws.columnNoun.opening(s[p:]); noun != "" {
			return s[:p+len(noun)]
		}
	}
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
	return g.first < g.last && g.texts >= 1 && !g.bodyColumn(head(1))
}

// rowEnd returns where the row that begins at t[p:] ends: before the next one or the header.
func (g *gluedLines) rowEnd(t string, p int) int {
	for q := p + 1; q < len(t); q++ {
		if g.gluedRow(t, q, g.want+1) && g.endsRow(t[p:q]) || strings.HasPrefix(t[q:], g.header) {
			return q
		}
	}
	return len(t)
}

// endsRow reports whether a row may end behind s: with a body, a time or a leader.
func (g *gluedLines) endsRow(s string) bool {
	return g.nameEnds(s) || g.after && g.personTail(s) > 0
}

// breaksOff reports whether the last row of the unit j lacks its time or ends in the middle of a
// name, and a page break with a number of its own follows: …市城|2、管局12月底前.
func (g *gluedLines) breaksOff(rows []plan.Row, j int) bool {
	row := rows[len(rows)-1]
	next := g.text(j + 1)
	if ownNumber(next) == 0 || g.gluedRow(next, 0, g.want+1) {
		return false
	}
	if g.due {
		return row.Cells[len(row.Cells)-1].Empty()
	}
	return !g.endsRow(g.t[row.Span.Start:row.Span.End])
}

// ownNumber returns the width of the number that a line has for itself, before the rest of
// a row.
func ownNumber(t string) int {
	if n := numberOf(t); n.class == classDigit {
		return n.width
	}
	return 0
}

// cutAcross cuts the row that begins at p in the unit j and ends in the next line, which may
// have a number of its own before it, and returns where it ends there.
func (g *gluedLines) cutAcross(j, p int) ([]plan.Row, int) {
	t := g.text(j + 1)
	from := ownNumber(t)
	before := g.tail(g.u[j].start+p, g.u[j].end)
	end := len(t)
	for q := from + 1; q < len(t); q++ {
		if g.gluedRow(t, q, g.want+1) && g.endsRow(before+t[from:q]) || strings.HasPrefix(t[q:], g.header) {
			end = q
			break
		}
	}
	gap := plan.Span{Start: g.u[j].end, End: g.u[j+1].start + from}
	return g.cutWithout(gap, g.u[j].start+p, g.u[j+1].start+end), end
}

// tail returns the end of the text [s,e), where a page break may cut a name: 各街|道.
func (g *gluedLines) tail(s, e int) string {
	const longest = 12 // runes
	return lastRunes(g.t[s:e], longest)
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
	from, before := ownNumber(t), g.tail(g.u[j-1].start, g.u[j-1].end)
	if k := strings.Index(t, g.header); k >= 0 && g.gluedRow(t, k+len(g.header), g.want) {
		return k
	}
	for q := from + 1; q < len(t) && q < from+farthest; q++ {
		if g.gluedRow(t, q, g.want) && g.endsRow(before+t[from:q]) {
			g.addNames(g.u[j].start+from, g.u[j].start+q)
			return q
		}
	}
	return 0
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
		if from, to := g.nameRun(g.t[:e], p, false); to == e && from <= names[0] { // more names than columns
			names = g.namesFrom(from, e)
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

// putText parts the text [s,e) of a row over its columns: the title of the item, and what is
// to be done, which begins with a verb.
func (g *gluedLines) putText(row *plan.Row, s, e int, goesOn bool) {
	if g.texts == 2 {
		if goesOn {
			row.Cells[2] = g.cell(s, e)
			return
		}
		if cut := g.itemEnd(g.t[s:e]); cut > 0 {
			row.Cells[1], row.Cells[2] = g.cell(s, s+cut), g.cell(s+cut, e)
			return
		}
	}
	row.Cells[1] = g.cell(s, e)
}

// itemEnd returns where in the text s of a row what the first column of text holds ends; 0 for
// nowhere.
func (g *gluedLines) itemEnd(s string) int {
	if hasAny(cellText(g.t, g.raw.header[1]), g.columnProblem...) {
		if end := g.problemCut(s); end > 0 {
			return end
		}
	}
	return g.gluedTitle(s)
}

// problemCut returns where in s the words end that tell what is wrong: before a verb, or else
// behind the first of the words with which they end; 0 for nowhere.
func (ws *words) problemCut(s string) int {
	first := 0
	for q := range s {
		if !hasSuffix(s[:q], ws.problemEnd) || hasPrefix(s[q:], ws.problemEnd) {
			continue
		}
		if ws.startsTask(s[q:]) {
			return q
		}
		if c, _ := utf8.DecodeRuneInString(s[q:]); first == 0 && !strings.ContainsRune("、,，;；的和及等", c) {
			first = q
		}
	}
	return first
}

// evenTitles parts the titles of rows whose text begins with no verb from it, where the titles
// of all others have as many characters: 教育提质|新建…, 健康惠民|县医院….
func (g *gluedLines) evenTitles() {
	n := g.titleRunes()
	if n == 0 {
		return
	}
	for _, row := range g.raw.rows {
		text := row.Cells[1].Pieces
		if !row.Cells[2].Empty() || len(text) == 0 {
			continue
		}
		s, e := text[0].Start, text[0].End
		cut := s + runeHead(g.t[s:e], n)
		if cut > s && cut < e && !strings.ContainsAny(g.t[s:cut], ",、") {
			row.Cells[2].Pieces = append([]plan.Span{{Start: cut, End: e}}, text[1:]...)
			row.Cells[1] = g.cell(s, cut)
		}
	}
}

// titleRunes returns how many characters each of the titles has that are parted from their
// texts; 0 where they differ or are long, or where there are not two.
func (g *gluedLines) titleRunes() (n int) {
	const longest = 6
	if g.texts != 2 {
		return 0
	}
	titled := 0
	for _, row := range g.raw.rows {
		if row.Cells[2].Empty() {
			continue
		}
		length := runes(cellText(g.t, row.Cells[1]))
		if titled++; titled > 1 && length != n || length > longest {
			return 0
		}
		n = length
	}
	if titled < 2 {
		return 0
	}
	return n
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
			if before := b.t[from+n : q]; hasSuffix(strings.TrimRight(before, ")）"), b.gluedEnd) && (b.gluedVerbs.opening(b.t[q:e]) != "" || hasPrefix(b.t[q:e], b.directive)) {
				return from, q
			}
		}
	}
}

// startsTask reports whether s begins with a verb of a task.
func (ws *words) startsTask(s string) bool {
	return ws.gluedVerbs.opening(s) != "" || hasPrefix(s, ws.directive) || hasPrefix(s, ws.measureVerb)
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
			if ws.gluedVerbs.opening(rest) != "" || hasSuffix(s[:q], ws.gluedTitleEnd) && hasPrefix(rest, ws.directive) {
				return q
			}
			if len(rest) > w && digit(rest[w]) && hasPrefix(rest, ws.gluedOpening) {
				return q
			}
			if verb := firstWord(rest, ws.directive); weak == 0 && verb != "" {
				if weak = q; ws.startsTask(rest[len(verb):]) { // 道路交通整治|治理…
					return q + len(verb)
				}
			}
		}
		q += w
	}
	return weak
}
