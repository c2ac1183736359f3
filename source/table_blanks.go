package source

import (
	"slices"
	"strings"

	"plangraph/internal/hanzi"
	"plangraph/plan"
)

// Tables whose cells only blanks part, a row a line: 序号 工作任务 责任单位 完成时限.

// token is a run of a row between blanks; before counts the blanks before it.
type token struct {
	span   plan.Span
	before int
	rest   []plan.Span // what the lines below add to it, where the wrap cut it
}

// pieces returns where the token's text stands.
func (k token) pieces() []plan.Span { return append([]plan.Span{k.span}, k.rest...) }

// tokens cuts the unit x at its blanks.
func tokens(t string, x unit) []token {
	var out []token
	for i := x.start; i < x.end; {
		n := 0
		for w := cellBlank(t[i:x.end]); w > 0; w = cellBlank(t[i:x.end]) {
			i += w
			n++
		}
		s := i
		for i < x.end && cellBlank(t[i:x.end]) == 0 {
			i++
		}
		if s < i {
			out = append(out, token{span: plan.Span{Start: s, End: i}, before: n})
		}
	}
	return out
}

// cellBlank returns the length in bytes of the blank that s begins with, 0 for none.
func cellBlank(s string) int {
	switch {
	case strings.HasPrefix(s, " "):
		return 1
	case strings.HasPrefix(s, "\u3000"):
		return len("\u3000")
	}
	return 0
}

func (b *builder) word(k token) string {
	if k.rest == nil {
		return b.t[k.span.Start:k.span.End]
	}
	return cellText(b.t, plan.Cell{Pieces: k.pieces()})
}

// headTokens returns the words of a header. Single characters in a row are one word
// that was set wide (工 作 任 务), but the one for the numbers stands for itself, and a gap
// far wider than the one before parts two (指 标      属 性); a year takes its 年 along.
func (b *builder) headTokens(x unit) []token {
	var out []token
	wide, gap := false, 0 // the last word is made of single characters, so many blanks apart
	for _, k := range tokens(b.t, x) {
		n, single := len(out), runes(b.word(k)) == 1
		switch {
		case single && n > 0 && wide && !b.serialColumn(b.word(out[n-1])) && (gap == 0 || k.before <= 2*gap+1):
			out[n-1].span.End, gap = k.span.End, max(gap, k.before)
		case single && n > 0 && k.before == 1 && isYear(b.word(out[n-1])) && b.word(k) == "年":
			out[n-1].span.End = k.span.End
		default:
			out = append(out, k)
			wide, gap = single, 0
		}
	}
	return b.joinHalves(out)
}

// isYear reports whether a word is the number of a year.
func isYear(s string) bool {
	y, w := digits(s)
	return w == len(s) && hanzi.IsYear(y)
}

// joinHalves puts the words of a header together that the wrap cut in two: 完成 时限.
func (b *builder) joinHalves(head []token) []token {
	out := head[:0]
	for _, k := range head {
		if n := len(out); n > 0 {
			before := joinTitle(b.word(out[n-1]))
			if runes(before) <= 4 && !b.gluedHeads.has(before) && b.gluedHeads.has(before+joinTitle(b.word(k))) {
				out[n-1].span.End = k.span.End
				continue
			}
		}
		out = append(out, k)
	}
	return out
}

// wideApart reports whether two blanks or more stand between all words of a header.
func wideApart(head []token) bool {
	return len(head) > 1 && !slices.ContainsFunc(head[1:], func(k token) bool { return k.before < 2 })
}

// rowTokens cuts the unit k at its blanks, if wide is set only where two or more stand together.
func (b *builder) rowTokens(k int, wide bool) []token {
	tk := tokens(b.t, b.u[k])
	if !wide {
		return tk
	}
	out := tk[:0]
	for _, x := range tk {
		if n := len(out); n > 0 && x.before == 1 {
			out[n-1].span.End = x.span.End
			continue
		}
		out = append(out, x)
	}
	return out
}

// cellsOf gives each token a cell.
func cellsOf(tk []token) []plan.Cell {
	cells := make([]plan.Cell, len(tk))
	for c, k := range tk {
		cells[c].Pieces = k.pieces()
	}
	return cells
}

// blankLines is a table whose cells blanks part while it is being read.
type blankLines struct {
	*builder
	raw      *rawTable
	head     []token
	class    bool    // the rows' number is the second column, behind their class
	cut      []token // of the last row, which has fewer than the header, for the wrap cut it
	row      []token // of the last row, from its number on
	whole    bool    // the last row's first line filled all columns
	wide     bool    // two blanks or more part the cells, one stands inside of them
	headings bool    // headings stand between the rows

	lastText int // the last column before those of leaders, times and bodies
}

// blankTable reads a table whose cells are parted by blanks: a header line, unit i, of at
// least three header words, then rows. It returns the unit behind the table, i where there
// is none.
func (b *builder) blankTable(i int) int {
	const longest = 200 // bytes of a header
	s := b.text(i)
	if len(s) > longest {
		return i
	}
	first := strings.IndexByte(s, ' ')
	if first < 0 {
		first = strings.Index(s, "\u3000")
	}
	if first < 0 || first > 60 || first > len("序") && !b.headCell(s[:first]) && !slices.Contains(b.unitHead, s[:first]) {
		return i
	}
	head, j := b.blankHeader(i)
	if !b.namedHead(head, j) && !b.pairRows(i, head) && !b.figureRows(i, head) && !b.chargedRows(i, head) {
		return i
	}
	t := &blankLines{builder: b, head: head, raw: &rawTable{header: cellsOf(head), span: b.unitSpan(i, j)}}
	t.lastText, t.wide = t.textColumns(), wideApart(head)
	read := t.plainRow
	if t.class = len(t.head) > 3 && !t.serialAt(0) && t.serialAt(1); t.class || t.serialAt(0) {
		read = t.numberedRow
	}
	for rows := j; j < len(b.u) && !b.u[j].tab; j++ {
		if b.noise(b.text(j)) {
			continue
		}
		if b.text(j) == s { // the header again, on the next page
			j += rows - i - 1
			continue
		}
		if tk := b.rowTokens(j, t.wide); len(tk) == 0 || !read(j, tk) {
			break
		}
	}
	if len(t.raw.rows) == 0 {
		if t.headings {
			return j
		}
		return i
	}
	b.addTable(t.raw)
	return j
}

// blankHeader returns the words of the header that begins with the unit i, and the unit behind
// it: where the wrap cut its cells it goes on up to row 1.
func (b *builder) blankHeader(i int) (head []token, next int) {
	const (
		lines   = 8
		longest = 10 // characters of a word
	)
	head, next = b.headTokens(b.u[i]), i+1
	if b.headBelow(head, next) {
		return head, next + 1
	}
	if !b.serialColumn(b.word(head[0])) {
		return head, next
	}
	row := next
	for ; row < len(b.u) && row < i+lines && !b.firstRow(row); row++ {
		if tk := tokens(b.t, b.u[row]); numberOf(b.text(row)).class != classNone || numberAlone(b.word(tk[0])) || slices.Contains(b.cellSum, b.word(tk[0])) || slices.ContainsFunc(tk, func(k token) bool { return runes(b.word(k)) > longest || endsSentence(b.word(k)) }) {
			return head, next
		}
	}
	if row == len(b.u) || !b.firstRow(row) {
		return head, next
	}
	for ; next < row; next++ {
		more := b.headTokens(b.u[next])
		if last := &head[len(head)-1]; b.cutHead(b.word(*last), b.word(more[0])) {
			last.rest = append(last.rest, more[0].span)
			more = more[1:]
		}
		head = append(head, more...)
	}
	return head, next
}

// headBelow completes the words of a header with the rest of some that stands in the unit k, the
// line below: 序 任务 完成 / 号 时限. False where that is no line of a header.
func (b *builder) headBelow(head []token, k int) bool {
	if k >= len(b.u) || len(head) < 3 || b.serialColumn(b.word(head[0])) {
		return false
	}
	rest := tokens(b.t, b.u[k])
	if len(rest) >= len(head) || !b.serialHead(b.word(head[0])+b.word(rest[0])) {
		return false
	}
	places := make([]int, len(rest))
	for k, c := 1, 1; k < len(rest); k++ {
		for c < len(head) && !b.gluedHeads.has(b.word(head[c])+b.word(rest[k])) {
			c++
		}
		if c == len(head) {
			return false
		}
		places[k] = c
		c++
	}
	for k, c := range places {
		head[c].rest = append(head[c].rest, rest[k].pieces()...)
	}
	return true
}

// serialHead reports whether s is the whole head of the column of the rows' numbers.
func (ws *words) serialHead(s string) bool { return slices.Contains(ws.columnSerial, s) }

// firstRow reports whether the unit k begins with the number of row 1.
func (b *builder) firstRow(k int) bool {
	tk := tokens(b.t, b.u[k])
	return len(tk) > 1 && rowNumber(b.word(tk[0])) == 1
}

// cutHead reports whether the wrap cut a word of a header between before and after.
func (b *builder) cutHead(before, after string) bool {
	return b.gluedHeads.has(before+after) || !b.headCell(before) || !b.headCell(after)
}

// namedHead reports whether head is a header: words of headers alone, or half of them such
// words where row 1 begins with the unit next behind it.
func (b *builder) namedHead(head []token, next int) bool {
	if len(head) < 3 {
		return false
	}
	known, bodies := 0, false
	for _, k := range head {
		s := joinTitle(b.word(k))
		if b.headCell(s) {
			known++
		}
		bodies = bodies || b.bodyColumnOnly(s)
	}
	return known == len(head) || bodies && known*2 >= len(head) && b.serialColumn(b.word(head[0])) && next < len(b.u) && b.firstRow(next)
}

// pairRows reports whether the header in unit i has two words, places or bodies and what each
// is to do, and rows of two words follow it: 乡镇 任务.
func (b *builder) pairRows(i int, head []token) bool {
	if len(head) != 2 || !slices.Contains(b.unitHead, b.word(head[0])) || !b.headCell(b.word(head[1])) || i+2 >= len(b.u) {
		return false
	}
	return len(tokens(b.t, b.u[i+1])) == 2 && len(tokens(b.t, b.u[i+2])) == 2
}

// chargedRows reports whether the header in unit i has two words, what is to be done and the
// bodies that do it, and rows that end in names of bodies follow: 目标任务 责任单位.
func (b *builder) chargedRows(i int, head []token) bool {
	const rows = 2
	if len(head) != 2 || !b.headCell(joinTitle(b.word(head[0]))) || b.bodyColumn(b.word(head[0])) || !b.bodyColumnOnly(b.word(head[1])) || i+rows >= len(b.u) {
		return false
	}
	for k := i + 1; k <= i+rows; k++ {
		tk := tokens(b.t, b.u[k])
		if n := b.textTokens(tk); n == 0 || n == len(tk) {
			return false
		}
	}
	return true
}

// textTokens counts the tokens of a row before the names of bodies that it ends with.
func (b *builder) textTokens(tk []token) int {
	n := len(tk)
	for n > 0 && b.bodyLike(b.word(tk[n-1])) {
		n--
	}
	return n
}

// twoCells puts the tokens of a row together for its two columns, of texts and of bodies; nil
// where it has not both.
func (t *blankLines) twoCells(tk []token) []plan.Cell {
	n := t.textTokens(tk)
	if n == 0 || n == len(tk) {
		return nil
	}
	cells := make([]plan.Cell, 2)
	for k, x := range tk {
		c := &cells[0]
		if k >= n {
			c = &cells[1]
		}
		c.Pieces = append(c.Pieces, x.pieces()...)
	}
	return cells
}

// figureRows reports whether the header in unit i begins with places or bodies and rows of
// as many words follow it, all figures but the first: 县区 造林面积 新建道路.
func (b *builder) figureRows(i int, head []token) bool {
	const rows = 2
	if len(head) < 3 || !slices.Contains(b.unitHead, joinTitle(b.word(head[0]))) || i+rows >= len(b.u) {
		return false
	}
	for k := i + 1; k <= i+rows; k++ {
		tk := b.rowTokens(k, wideApart(head))
		if len(tk) != len(head) || !b.valueLike(b.word(tk[1])) {
			return false
		}
		for c, x := range tk[2:] {
			if !b.valueLike(b.word(x)) && !b.headCell(b.word(head[c+2])) { // 责任人
				return false
			}
		}
	}
	return true
}

// serialAt reports whether the header's word k heads the rows' numbers.
func (t *blankLines) serialAt(k int) bool { return t.serialColumn(t.word(t.head[k])) }

// add adds the cells of the unit j as a row.
func (t *blankLines) add(j int, cells []plan.Cell) {
	t.raw.rows = append(t.raw.rows, plan.Row{Span: t.unitSpan(j, j+1), Cells: cells})
	t.raw.span.End = t.u[j].end
}

// titleOver ends the rows above the unit j, a title over those that follow, which place puts
// into the plan.
func (t *blankLines) titleOver(j int, place func()) {
	t.raw = t.endRows(t.raw, j)
	place()
	t.join, t.headings = -1, true
}

// titleAt reads the number of the unit j if it may be a title over rows; ok says whether.
func (t *blankLines) titleAt(j int) (num number, ok bool) {
	num = numberOf(t.text(j))
	return num, (num.class == classHan || num.class == classParenHan) && j+1 < len(t.u) && !t.u[j+1].tab
}

// plainRow reads the unit j of a table whose rows have no numbers; false where the table
// ends. As many words as columns, and no sentence, are a row as it stands.
func (t *blankLines) plainRow(j int, tk []token) bool {
	if num, ok := t.titleAt(j); ok && len(tk) == 1 && len(tokens(t.t, t.u[j+1])) == len(t.head) && (t.namesBodies() || t.indicatorHeader(t.raw.header)) {
		t.titleOver(j, func() { t.numbered(t.u[j], num, j) })
		return true
	}
	if t.lacksClass(j, tk) {
		t.add(j, slices.Insert(cellsOf(tk), 0, plan.Cell{}))
		return true
	}
	if n := len(tk); n < len(t.head) && n > 1 && slices.Contains(t.cellSum, joinTitle(t.word(tk[0]))) && t.valueLike(t.word(tk[n-1])) { // nobody answers for the sum
		t.add(j, cellsOf(tk))
		return true
	}
	if len(t.head) == 2 && t.bodyColumnOnly(t.word(t.head[1])) {
		cells := t.twoCells(tk)
		if cells != nil {
			t.add(j, cells)
		}
		return cells != nil
	}
	if len(tk) != len(t.head) || strings.HasSuffix(t.text(j), "。") || numberOf(t.text(j)).class == classHan {
		return false
	}
	t.add(j, cellsOf(tk))
	return true
}

// lacksClass reports whether the unit j is a row without its first cell, a class that stands
// in a row above: its other cells read like those of that row.
func (t *blankLines) lacksClass(j int, tk []token) bool {
	n := len(t.head)
	if len(t.raw.rows) == 0 || n < 4 || len(tk) != n-1 || t.u[j].gap {
		return false
	}
	above := t.raw.rows[len(t.raw.rows)-1].Cells
	if len(above) < n { // a sum, for which nobody answers
		return false
	}
	if t.indicatorHeader(t.raw.header) { // a goal may be a figure, a dash or words
		nature := slices.Contains(t.natureWord, cellText(t.t, above[n-1]))
		name := t.word(tk[0])
		name = name[numberOf(name).width:]
		return slices.Contains(t.natureWord, t.word(tk[n-2])) == nature && !t.valueLike(name) &&
			slices.ContainsFunc(tk[1:], func(k token) bool { return t.valueLike(t.word(k)) })
	}
	for c := 2; c < n; c++ { // behind the class and the item
		s, up := t.word(tk[c-1]), cellText(t.t, above[c])
		if t.bodyLike(s) != t.bodyLike(up) || t.valueLike(s) != t.valueLike(up) {
			return false
		}
	}
	return true
}

// namesBodies reports whether one of the header's words names a column of bodies.
func (t *blankLines) namesBodies() bool {
	return slices.ContainsFunc(t.head, func(k token) bool { return t.bodyColumn(t.word(k)) })
}

// numberedRow reads the unit j of a table whose rows have numbers; false where the table
// ends.
func (t *blankLines) numberedRow(j int, tk []token) bool {
	const longestTitle = 40 // runes
	switch {
	case t.noteLine(t.text(j)):
		return false
	case slices.Contains(t.cellSum, t.word(tk[0])):
		return true
	}
	if num, ok := t.titleAt(j); ok && len(tk) <= 2 && runes(t.text(j)) <= longestTitle {
		if next := tokens(t.t, t.u[j+1]); len(next) > 2 && serial(t.word(next[0])) {
			t.titleOver(j, func() { t.numbered(t.u[j], num, j) })
			return true
		}
	}
	if len(tk) == 2 && numberAlone(t.word(tk[0])) && j+1 < len(t.u) && t.startsNumber(j+1) { // 一 市容环境
		t.titleOver(j, func() { t.plain(t.u[j]) })
		return true
	}
	from := 0 // the row's number
	if t.class && len(tk) > 2 && serial(t.word(tk[1])) {
		from = 1
	}
	switch {
	case !serial(t.word(tk[from])):
		return t.restOfRow(j, tk)
	case t.class:
		cells := append([]plan.Cell{{}}, t.fit(tk[from:])...)
		if from > 0 {
			cells[0].Pieces = tk[0].pieces()
		}
		t.cut = nil
		t.add(j, cells)
	default:
		t.cut = nil
		if len(tk) < len(t.head) {
			t.cut = tk
		}
		cells := t.fit(tk)
		t.whole = t.lastText > 0 && !slices.ContainsFunc(cells, plan.Cell.Empty)
		t.add(j, cells)
	}
	return true
}

// fit puts the tokens of a row, from its number on, under the columns.
func (t *blankLines) fit(tk []token) []plan.Cell {
	heads := t.heads(t.raw.header)
	if t.class {
		heads = heads[1:]
	}
	t.row = tk
	return t.fitColumns(heads, tk)
}

// restOfRow adds the unit j to the row above, which the wrap cut: it belongs to the last
// cell. False where there is no such row.
func (t *blankLines) restOfRow(j int, tk []token) bool {
	if len(t.raw.rows) == 0 || t.u[j].gap || numberOf(t.text(j)).class != classNone {
		return false
	}
	row := &t.raw.rows[len(t.raw.rows)-1]
	row.Span.End, t.raw.span.End = t.u[j].end, t.u[j].end
	if n := len(t.cut); n > 1 && n+len(tk)-1 == len(t.head) && t.indicatorHeader(t.raw.header) { // …服务中心覆|盖率 % 46 100
		for c, k := range append(t.cut[:n:n], tk[1:]...) {
			row.Cells[c] = plan.Cell{Pieces: []plan.Span{k.span}}
		}
		row.Cells[n-1].Pieces = append(row.Cells[n-1].Pieces, tk[0].span)
		t.cut = nil
		return true
	}
	if t.continued(row, tk) {
		return true
	}
	if t.namesBodies() {
		cells := t.fit(t.joinLines(t.row, tk))
		copy(row.Cells[len(row.Cells)-len(cells):], cells)
		return true
	}
	last := &row.Cells[len(row.Cells)-1]
	last.Pieces = append(last.Pieces, t.unitSpan(j, j+1))
	return true
}

// joinLines returns the tokens of a row that goes on in the next line: a line break stands
// inside a cell, unless a body ends before it and none goes on behind it.
func (b *builder) joinLines(row, more []token) []token {
	n := len(row) - 1
	last := row[n]
	if before, after := b.word(last), b.word(more[0]); n > 0 && (!b.bodyLike(before) || b.bodyLike(after) || b.cutName(before, after)) {
		last.rest = append(append(last.rest[:len(last.rest):len(last.rest)], more[0].span), more[0].rest...)
		row, more = append(row[:n:n], last), more[1:]
	}
	return append(row[:len(row):len(row)], more...)
}
