package source

import (
	"slices"
	"strings"

	"plangraph/internal/hanzi"
	"plangraph/plan"
)

// Tables with one cell a line: some header words, each on its line, then the cells.

// maxLineHeads is how many columns a header with a word a line may have.
const maxLineHeads = 10

// lineTable reads a table that has one cell a line, whose header's first word is unit i.
// It returns the unit behind the table, i where there is none.
func (b *builder) lineTable(i int) int {
	if j := b.valueLines(i); j > i {
		return j
	}
	if j := b.pathLines(i); j > i {
		return j
	}
	heads, halves := b.lineHeads(i)
	if heads < 2 || b.titleOverHeads(i, heads) {
		return i
	}
	heads += b.moreHeads(i, heads)
	if j := b.natureTable(i, heads); j > i {
		return j
	}
	if j := b.indicatorTable(i, heads); j > i {
		return j
	}
	return b.taskTable(i, heads, halves)
}

// lineHeads counts the units from i on that are words of a header. halves has the one of
// them, counted from i, whose word goes on with the next unit: 县政府 / 分管领导.
func (b *builder) lineHeads(i int) (n int, halves []int) {
	bodied := false // a column of bodies was there
	for most := maxLineHeads; i+n < len(b.u) && n < most; n++ {
		x := b.u[i+n]
		s := b.text(i + n)
		if n > 0 && len(halves) == 0 && !x.tab && b.halfHead(i+n) {
			halves = append(halves, n)
			most++
			continue
		}
		if x.tab || !b.lineHead(s, n) {
			break
		}
		s = joinTitle(s)
		if bodied && !b.bodyColumn(s) && !b.timeColumn(s) && !b.leaderColumn(s) && !b.gluedHeads.has(s) && !hasAny(s, b.columnLate...) {
			break // a task, whose words are those of headers
		}
		bodied = bodied || b.bodyColumn(s)
	}
	return n, halves
}

// halfHead reports whether the unit k is the first half of a head whose other one,
// (分管)领导, is the next unit.
func (b *builder) halfHead(k int) bool {
	if k+1 >= len(b.u) || b.u[k+1].tab || !b.governing(joinTitle(b.text(k))) {
		return false
	}
	next := b.text(k + 1)
	return runes(next) <= 6 && hasSuffix(joinTitle(next), b.columnLeader)
}

// lineHead reports whether the line s may be the word of the column n of a header.
func (b *builder) lineHead(s string, n int) bool {
	const longest = 40 // bytes
	if len(s) > longest || s[0] < '0' && s[0] != '(' || hasAny(s, ":", "：", ",", "，", "】", "——") || n > 0 && serial(s) {
		return false
	}
	if endsSentence(s) && !hasSuffix(s, []string{"〕", "]"}) || numberOf(s).class != classNone { // (一)气象部门: a heading
		return false
	}
	if word := joinTitle(s); runes(word) > 10 || !b.headCell(word) && (n < 2 || !hasAny(s, b.columnSum...)) {
		return false
	}
	_, label := b.labelAt(s) // 专栏1 主要指标, the title above
	return !label
}

// titleOverHeads reports whether the unit i, though it sounds like the first of the n words
// of a header, is the table's title above it: 任务分工表, 主要指标.
func (b *builder) titleOverHeads(i, n int) bool {
	if b.serialColumn(b.text(i+1)) && !b.classColumn(b.text(i)) {
		return true
	}
	title := joinTitle(b.text(i))
	if runes(title) <= 4 {
		return false
	}
	if b.titleLike(title) && !b.gluedHeads.has(title) && b.gluedHeads.has(joinTitle(b.text(i+1))) {
		return true
	}
	if !hasSuffix(title, b.tableIndicatorTitle) {
		return false
	}
	for k := i + 1; k < i+n; k++ {
		if slices.Contains(b.columnIndicator, joinTitle(b.text(k))) {
			return true
		}
	}
	return false
}

// moreHeads counts the cells behind the first n of a header whose words no other header
// has, up to the first number; 0 where none follows soon.
func (b *builder) moreHeads(i, n int) int {
	if !b.u[i].piped || !b.serialColumn(b.text(i)) {
		return 0
	}
	for k := 0; k < 6 && i+n+k < len(b.u); k++ {
		if s := b.text(i + n + k); serial(s) {
			return k
		} else if !b.u[i+n+k].piped || runes(s) > 14 || endsSentence(s) {
			return 0
		}
	}
	return 0
}

// taskLines is a table of tasks and the bodies that carry them out, one cell a line, while
// it is being read.
type taskLines struct {
	*builder
	raw      *rawTable
	first    int    // the header's first unit
	heads    int    // how many units the header has
	columns  int    // how many columns
	bodies   []bool // by column: it names bodies
	leaders  []bool // by column: it names persons
	serials  bool   // each row begins with its number
	due      bool   // the last column is one of times
	flat     bool   // no blank line parts anything: a row's first body has the first column of bodies to itself
	headings bool   // headings stand between the rows
	number   int    // of the last row

	row *plan.Row // the row being read, nil where none is
	col int       // the column of its last cell
}

// taskTable reads a table of tasks that has one cell a line, whose header has the given
// units from i on, some of them halves of words.
func (b *builder) taskTable(i, heads int, halves []int) int {
	t := b.newTaskLines(i, heads, halves)
	if t == nil {
		return i
	}
	rows := i + heads
	if t.serials {
		if rows = b.firstSerial(rows); rows < 0 {
			return i
		}
	} else if !b.bodyLines(rows) {
		return i
	}
	for k := i + heads; k < rows; k++ { // a title over the first rows
		b.plain(b.u[k])
		b.join = -1
	}
	end, ok := t.readRows(rows)
	if !ok {
		return i
	}
	switch n := len(t.raw.rows); {
	case n == 0 && t.headings:
		return end
	case n == 0, !t.headings && !t.serials && t.bodyRows()*2 < n:
		return i
	}
	b.addTable(t.raw)
	return end
}

// newTaskLines reads the header of a table of tasks; nil where its words are none of one.
func (b *builder) newTaskLines(i, heads int, halves []int) *taskLines {
	t := &taskLines{builder: b, first: i, heads: heads, serials: b.serialColumn(b.text(i)), col: -1}
	t.raw = &rawTable{span: plan.Span{Start: b.u[i].start, End: b.u[i+heads-1].end}}
	for c := 0; c < heads; c++ {
		head := b.unitCell(i + c)
		if slices.Contains(halves, c) {
			c++
			head.Pieces = append(head.Pieces, b.unitSpan(i+c, i+c+1))
		}
		t.raw.header = append(t.raw.header, head)
	}
	t.raw.header = b.spreadHead(t.raw.header)
	for c, h := range t.raw.header {
		word := cellText(b.t, h)
		t.bodies = append(t.bodies, b.bodyColumnOnly(word) || c == 0 && b.bodyColumn(word)) // measures stand behind what they measure
	}
	bodied := slices.Contains(t.bodies, true)
	if !bodied && !t.serials {
		return nil
	}
	if !t.serials && b.serialsFrom(i+heads) { // the rows have numbers, for which the header has no word
		t.serials = true
		t.raw.header = slices.Insert(t.raw.header, 0, plan.Cell{})
		t.bodies = slices.Insert(t.bodies, 0, false)
	}
	t.columns = len(t.raw.header)
	t.leaders = make([]bool, t.columns)
	for c, h := range t.raw.header {
		t.leaders[c] = b.leaderColumn(cellText(b.t, h))
	}
	t.due = t.columns > 2 && b.timeColumn(cellText(b.t, t.raw.header[t.columns-1]))
	t.flat = true
	for j := i + 1; j < len(b.u) && j < i+heads+12; j++ {
		t.flat = t.flat && !b.u[j].gap
	}
	return t
}

// readRows reads the rows from unit j on and returns the unit behind them; ok is false
// where they are no rows of a table.
func (t *taskLines) readRows(j int) (end int, ok bool) {
	for ; j < len(t.u); j++ {
		switch {
		case t.noise(t.text(j)):
		case t.ends(j):
			return j, true
		case t.headingBetween(j):
			if !t.bodyLines(j + 1) {
				return j, true
			}
			t.part(j)
		case t.headerAgain(j):
			j += t.heads - 1
		case !t.place(t.u[j]):
			return j, false
		default:
			t.put(t.u[j])
		}
	}
	return j, true
}

// ends reports whether the table ends before the unit j.
func (t *taskLines) ends(j int) bool {
	const longest = 1500 // bytes of a cell
	s := t.text(j)
	if t.u[j].tab || len(s) > longest || t.noteLine(s) {
		return true
	}
	if _, ok := t.labelAt(s); ok {
		return true
	}
	class := numberOf(s).class
	return class == classChapter || class == classSection || t.serials && class == classHan && !t.headingBetween(j)
}

// headingBetween reports a heading between the rows, which no bodies follow, and the number of
// a row does where rows have numbers.
func (t *taskLines) headingBetween(j int) bool {
	if j+1 >= len(t.u) || !t.headingLine(j) {
		return false
	}
	if t.serials {
		return t.rowBehind(j)
	}
	return !t.bodyLike(t.text(j + 1))
}

// headingLine reports whether the unit j has the number of a heading.
func (b *builder) headingLine(j int) bool {
	class := numberOf(b.text(j)).class
	return class == classHan || class == classParenHan
}

// rowBehind reports whether the number of the next row stands right behind the heading in
// unit j, or behind more headings there, over parts of the table that have no rows.
func (t *taskLines) rowBehind(j int) bool {
	for j++; j < len(t.u) && t.headingLine(j); j++ {
	}
	return j < len(t.u) && serial(t.text(j)) && rowNumber(t.text(j)) > t.number
}

// part ends the table before the heading in unit j and begins another behind it.
func (t *taskLines) part(j int) {
	x := t.u[j]
	t.raw = t.endRows(t.raw, j)
	t.numbered(x, numberOf(t.text(j)), j)
	t.join = -1
	t.row, t.headings = nil, true
}

// headerAgain reports whether the header stands again at the unit j, as after a page break.
func (t *taskLines) headerAgain(j int) bool {
	return t.heads > 1 && j+t.heads <= len(t.u) && t.text(j) == t.text(t.first) && t.text(j+1) == t.text(t.first+1)
}

// start begins the row whose first cell is x.
func (t *taskLines) start(x unit) {
	t.raw.rows = append(t.raw.rows, plan.Row{Span: plan.Span{Start: x.start, End: x.end}, Cells: make([]plan.Cell, t.columns)})
	t.row = &t.raw.rows[len(t.raw.rows)-1]
	t.col = 0
}

// put writes x into the cell that place found for it.
func (t *taskLines) put(x unit) {
	cell := &t.row.Cells[t.col]
	if cell.Filled { // taken over from the row above
		*cell = plan.Cell{}
	}
	cell.Pieces = append(cell.Pieces, plan.Span{Start: x.start, End: x.end})
	t.row.Span.End, t.raw.span.End = x.end, x.end
}

// place finds the row and the column of the line x, which may begin a row; false where
// lines stand so that there is no table.
func (t *taskLines) place(x unit) bool {
	s := t.t[x.start:x.end]
	body := t.bodyLike(s)
	if t.serials {
		switch {
		case serial(s):
			t.start(x)
			t.number = rowNumber(s)
			return true
		case t.row == nil:
			return false
		case t.placeUnderNumber(x, body):
			return true
		}
	}
	switch {
	case t.row == nil:
		t.start(x)
		if body && !t.bodies[0] {
			t.col = slices.Index(t.bodies, true)
			return t.headings
		}
	case !body && t.col > 0 && t.leaders[t.col] && runes(joinTitle(s)) <= 4 && t.bodyColumnAt(t.col+1): // a second leader
	case body && t.bodiesFirst() && t.col > 0:
		t.start(x)
	case body && (t.bodies[t.col] || t.col+1 < t.columns):
		t.placeBody(x)
	case !t.serials && !t.headings && len(t.raw.rows) >= 5 && t.bodyRows() < 2:
		return false // not a table: header words over a text
	default:
		t.placeText(x)
	}
	return true
}

// bodiesFirst reports whether the first column, and no other, is one of bodies.
func (t *taskLines) bodiesFirst() bool {
	return !t.serials && t.bodies[0] && t.columns > 1 && !slices.Contains(t.bodies[1:], true)
}

// bodyColumnAt reports whether there is a column c and it is one of bodies.
func (t *taskLines) bodyColumnAt(c int) bool { return c < t.columns && t.bodies[c] }

// placeUnderNumber finds the place of the line x, which is no number, where the number that
// rows have tells more; false where it does not.
func (t *taskLines) placeUnderNumber(x unit, body bool) bool {
	s := t.t[x.start:x.end]
	last := t.columns - 1
	switch {
	case t.col == 0 && !t.bodies[1]: // 建成县图书馆。 ends like a body, too
		t.col = 1
	case t.col == last && t.due && !t.dueLike(s) && endsSentence(s): // a second task under one number
		number := t.row.Cells
		t.start(x)
		for c := range t.row.Cells { // its number and its bodies are those above, unless it has its own
			if c == 0 || t.bodies[c] {
				t.row.Cells[c] = plan.Cell{Pieces: number[c].Pieces, Filled: true}
			}
		}
		t.col = 1
	case t.due && t.col > 0 && t.col < last && !body && t.dueLike(s):
		t.col = last
	default:
		return false
	}
	return true
}

// placeBody finds the column of x, which reads like a body. One body a line is more of the
// same cell, unless the next column is one of bodies, too, and something parts them.
func (t *taskLines) placeBody(x unit) {
	if t.bodies[t.col] {
		if t.bodyColumnAt(t.col+1) && (x.gap || x.piped || t.flat) {
			t.col++
		}
		return
	}
	if next := slices.Index(t.bodies[t.col+1:], true); next >= 0 {
		t.col += 1 + next
	}
}

// placeText finds the row and the column of x, which reads like no body.
func (t *taskLines) placeText(x unit) {
	last, s := t.columns-1, t.t[x.start:x.end]
	switch {
	case t.goesOn(s):
	case t.bodiesFirst() && (t.col == last || t.col > 0 && numberOf(s).class != classNone): // another task of the body above
		above := t.row.Cells[0].Pieces
		t.start(x)
		t.row.Cells[0] = plan.Cell{Pieces: above, Filled: true}
		t.col = 1
	case !t.serials && (t.col == last || t.bodies[t.col]) && !t.bodies[0]:
		if t.col < last && !t.bodies[t.col+1] {
			t.col++
		} else {
			t.start(x)
		}
	case t.col < last:
		t.col++
	}
}

// goesOn reports whether the line s, which reads like no body, is more of the last cell: of a
// task before the column of bodies or of persons, or another person.
func (t *taskLines) goesOn(s string) bool {
	const item = "——"
	next, sentence := t.col+1, t.sentenceLike(s)
	switch {
	case strings.HasPrefix(s, item) && strings.HasPrefix(cellText(t.t, t.row.Cells[t.col]), item):
		return true // ——甲。/ ——乙。
	case t.col == 0:
		return false
	case next == t.columns:
		return t.bodiesFirst() && t.leaders[t.col] && !sentence
	case t.serials && t.bodies[next]:
		return sentence
	case t.bodiesFirst() && (t.leaders[next] || t.due && next == t.columns-1):
		return sentence && numberOf(s).class == classNone
	}
	return false
}

// sentenceLike reports whether a cell says what is to be done, as no name of a body does.
func (ws *words) sentenceLike(s string) bool {
	return strings.HasSuffix(s, "。") || hasAny(s, ",", "，", ";", "；") || ws.taskLike(s)
}

// bodyRows counts the rows that name a body.
func (t *taskLines) bodyRows() (n int) {
	for _, row := range t.raw.rows {
		for c, cell := range row.Cells {
			if t.bodies[c] && !cell.Empty() {
				n++
				break
			}
		}
	}
	return n
}

// firstSerial returns the unit at k, or soon behind a title over the first rows, that
// is the number of a row; -1 for none.
func (b *builder) firstSerial(k int) int {
	if k < len(b.u) && serial(b.text(k)) {
		return k
	}
	for n := 1; n <= 4 && k+n < len(b.u); n++ {
		if s := b.text(k + n - 1); b.u[k+n-1].tab || runes(s) > 40 || b.bodyLike(s) {
			return -1
		}
		if b.serialsFrom(k+n) || b.headingLine(k+n-1) && serial(b.text(k+n)) {
			return k + n
		}
	}
	return -1
}

// serialsFrom reports whether unit i is the number 1 on a line of its own and 2
// stands on another soon behind it.
func (b *builder) serialsFrom(i int) bool {
	if i >= len(b.u) || strings.TrimRight(b.text(i), ".、．") != "1" {
		return false
	}
	for j := i + 2; j < len(b.u) && j < i+20; j++ {
		if strings.TrimRight(b.text(j), ".、．") == "2" {
			return true
		}
	}
	return false
}

// bodyLines reports whether bodies stand on lines of their own soon behind unit i.
func (b *builder) bodyLines(i int) bool {
	for j := i; j < len(b.u) && j < i+8; j++ {
		if s := b.text(j); len(s) < 120 && b.bodyLike(s) {
			return true
		}
	}
	return false
}

// numberAlone reports a line that is only the number of a title, which a converter
// gave a cell of its own: (二), 三、.
func numberAlone(s string) bool {
	s = strings.TrimRight(s, "、.． ")
	if in, ok := strings.CutPrefix(s, "("); ok {
		s = strings.TrimSuffix(in, ")")
	} else if in, ok := strings.CutPrefix(s, "（"); ok {
		s = strings.TrimSuffix(in, "）")
	}
	return s != "" && runes(s) <= 3 && strings.Trim(s, hanzi.Numerals) == ""
}
