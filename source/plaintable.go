package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// cellLines reads a table that has one cell a line: some header words, each on
// its line, then the cells.
func (b *builder) cellLines(i int) int {
	n, bodied, halves := 0, false, 0
	half := [12]bool{} // by unit: its word goes on with the next one
	for i+n < len(b.u) && n < 10+halves {
		x := b.u[i+n]
		s := b.t[x.start:x.end]
		if n > 0 && halves == 0 && !x.tab && governing(joinTitle(s)) && i+n+1 < len(b.u) && !b.u[i+n+1].tab && runes(b.text(i+n+1)) <= 6 && strings.HasSuffix(joinTitle(b.text(i+n+1)), "领导") { // 县政府 / 分管领导
			half[n] = true
			halves++
			n++
			continue
		}
		if x.tab || x.end-x.start > 40 || s[0] < '0' && !strings.HasPrefix(s, "(") || !b.headCell(joinTitle(s)) && (n < 2 || !hasAny(s, "累计", "累計")) || runes(joinTitle(s)) > 10 || hasAny(s, ":", "：", ",", "，") || endsSentence(s) && !hasSuffix(s, []string{"〕", "]"}) || n > 0 && serial(s) {
			break
		}
		if _, ok := labelAt(s); ok { // 专栏1 主要指标, the title above
			break
		}
		s = joinTitle(s) // 牵 头 部 门
		if bodied && !b.bodyColumn(s) && !timeColumn(s) && !slices.Contains(b.gluedHead, s) && !hasAny(s, "年", "领导", "备注", "进度", "目标", "要求", "属性", "责任", "投资", "领域") {
			break // a task, whose words are those of headers
		}
		bodied = bodied || b.bodyColumn(s)
		n++
	}
	if n < 2 || hasAny(joinTitle(b.text(i+1)), "序号", "编号", "序號") && !b.classHead(i) { // a table's title stands above its head: 任务分工表
		return i
	}
	if hasSuffix(joinTitle(b.text(i)), []string{"指标", "指标表", "指標", "指標表"}) && runes(joinTitle(b.text(i))) > 4 {
		for c := 1; c < n; c++ { // the table's title above its header
			if s := joinTitle(b.text(i + c)); s == "指标" || s == "指标名称" || s == "指標" || s == "主要指标" {
				return i
			}
		}
	}
	n += b.moreHead(i, n)
	r := &rawTable{span: plan.Span{Start: b.u[i].start, End: b.u[i+n-1].end}}
	var isBody []bool
	bodies := 0
	for c := 0; c < n; c++ {
		from := b.u[i+c].start
		if c < len(half) && half[c] {
			c++
		}
		body := b.bodyColumn(joinTitle(b.text(i+c))) && joinTitle(b.text(i+c)) != "单位"
		r.header, isBody = append(r.header, b.cell(from, b.u[i+c].end)), append(isBody, body)
		if body {
			bodies++
		}
	}
	withSerial := hasAny(joinTitle(b.text(i)), "序号", "编号", "序號")
	if j := b.natureLines(i, n); j > i {
		return j
	}
	if j := b.indicatorLines(i, n); j > i {
		return j
	}
	if bodies == 0 && !withSerial {
		return i
	}
	heads := n
	n -= halves
	if !withSerial && bodies > 0 && b.serialsFrom(i+n) {
		// The rows have numbers, for which the header has no word.
		withSerial = true
		r.header = append([]plan.Cell{{}}, r.header...)
		isBody = append([]bool{false}, isBody...)
		n++
	}
	rows := i + heads
	if withSerial {
		rows = b.firstSerial(rows)
		if rows < 0 {
			return i
		}
	}
	if !withSerial && !b.bodyLines(i+heads) {
		return i
	}
	dueColumn := n > 2 && hasAny(b.text(i+heads-1), "时限", "时间", "期限", "進度")
	// Without any blank line, the first body of a row has the first column of bodies
	// to itself.
	flat := true
	for j := i + 1; j < len(b.u) && j < i+heads+12; j++ {
		flat = flat && !b.u[j].gap
	}
	leaders := make([]bool, n)
	for c := range leaders {
		leaders[c] = hasAny(joinTitle(cellText(b.t, r.header[c])), "领导", "责任人", "負責人", "负责人", "領導")
	}
	var row *plan.Row
	col, flushed := -1, false
	start := func(x unit) {
		r.rows = append(r.rows, plan.Row{Span: plan.Span{Start: x.start, End: x.end}, Cells: make([]plan.Cell, n)})
		row = &r.rows[len(r.rows)-1]
		col = -1
	}
	for k := i + heads; k < rows; k++ { // a title over the first rows
		b.plain(b.u[k], k)
		b.join = -1
	}
	j := rows
	titled := false // a title over rows is being read
	for ; j < len(b.u); j++ {
		x := b.u[j]
		s := b.t[x.start:x.end]
		if b.noise(s) {
			continue
		}
		if withSerial && len(r.rows) > 0 && !x.tab {
			if titled = titled && !serial(s) || numberAlone(s); titled {
				continue
			}
		}
		if x.tab || len(s) > 1500 {
			break
		}
		if _, ok := labelAt(s); ok {
			break
		}
		num := numberAt(s[:runeCut(s, 48)])
		if num.class == classChapter || num.class == classSection || withSerial && num.class == classHan {
			break
		}
		if !withSerial && (num.class == classHan || num.class == classParenHan) {
			// A heading between the rows, when no bodies follow it.
			if j+1 < len(b.u) && !b.bodyLike(b.text(j+1)) {
				if !b.bodyLines(j + 1) {
					break
				}
				if len(r.rows) > 0 {
					b.addTable(r)
					r = &rawTable{header: r.header, span: plan.Span{Start: x.start}}
				}
				b.numbered(x, num, j)
				b.join = -1
				row, flushed = nil, true
				continue
			}
		}
		// The header again, after a page break.
		if heads > 1 && j+heads <= len(b.u) && s == b.text(i) && b.text(j+1) == b.text(i+1) {
			j += heads - 1
			continue
		}
		body := b.bodyLike(s)
		switch {
		case withSerial && serial(s):
			start(x)
			col = 0
		case row == nil && withSerial:
			return i
		case withSerial && col == 0 && !isBody[1]: // 建成县图书馆。 ends like a body, too
			col = 1
		case withSerial && col == n-1 && dueColumn && !dueLike(s) && endsSentence(s): // a second task under one number
			above := row.Cells
			start(x)
			for c := range row.Cells { // its number and its bodies are those above, unless it has its own
				if c == 0 || isBody[c] {
					row.Cells[c] = plan.Cell{Pieces: above[c].Pieces, Filled: true}
				}
			}
			col = 1
		case withSerial && dueColumn && col > 0 && col < n-1 && !body && dueLike(s):
			col = n - 1
		case row != nil && !body && col > 0 && col < n && leaders[col] && runes(joinTitle(s)) <= 4 && col+1 < n && isBody[col+1]: // a second leader
		case row == nil:
			start(x)
			col = 0
			if body && !isBody[0] {
				if !flushed {
					return i
				}
				for !isBody[col] {
					col++
				}
			}
		case body && isBody[col]:
			// One body a line: the same cell, unless the next column is one of
			// bodies, too, and a blank line parts them.
			if col+1 < n && isBody[col+1] && (x.gap || x.piped || flat) {
				col++
			}
		case body && col+1 < n:
			next := col + 1
			for next < n && !isBody[next] {
				next++
			}
			if next < n {
				col = next
			}
		case !withSerial && !flushed && len(r.rows) >= 5 && bodyRows(r, isBody) < 2:
			return i // not a table: header words over a text
		case !withSerial && (col == n-1 || isBody[col]) && !isBody[0]:
			if next := col + 1; next < n && !isBody[next] && next > 0 && col < n-1 {
				col = next
			} else {
				start(x)
				col = 0
			}
		case col+1 < n:
			col++
		}
		if row.Cells[col].Filled {
			row.Cells[col] = plan.Cell{}
		}
		row.Cells[col].Pieces = append(row.Cells[col].Pieces, plan.Span{Start: x.start, End: x.end})
		row.Span.End = x.end
		r.span.End = x.end
	}
	if withSerial {
		oneLineEach(r)
	}
	if flushed && len(r.rows) == 0 {
		return j
	}
	if len(r.rows) == 0 || !flushed && !withSerial && bodyRows(r, isBody)*2 < len(r.rows) {
		return i
	}
	b.addTable(r)
	return j
}

// governing reports a line that names the government or the committee of a level alone,
// as the first half of a head of a column does: 县政府 / 分管领导.
func governing(s string) bool {
	first, w := utf8.DecodeRuneInString(s)
	switch s[w:] {
	case "政府", "委", "委政府", "委、市政府", "委、县政府", "委、区政府", "级":
		return strings.ContainsRune("省市县区州盟旗镇乡", first)
	}
	return false
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
		if b.serialsFrom(k + n) {
			return k + n
		}
	}
	return -1
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
	return s != "" && runes(s) <= 3 && strings.Trim(s, "一二三四五六七八九十") == ""
}

// indicatorLines reads a table of indicators that has one cell a line: up to n
// header words, then as many cells for every row. The header's last words may be
// the first indicator's (单位产值能耗), so the widest one that fits the cells is taken.
// Under a header that begins with 类别, lines such as 一、经济增长 stand between the rows.
func (b *builder) indicatorLines(i, n int) int {
	for k := i; k < i+n; k++ {
		if s := joinTitle(b.text(k)); b.bodyColumn(s) && slices.Contains(b.gluedHead, s) {
			return i // 责任单位 is no indicator's first word
		}
	}
	classed := hasAny(joinTitle(b.text(i)), "类别", "分类", "类型", "領域", "领域", "類別")
	end := i
	for ; end < len(b.u); end++ {
		x := b.u[end]
		s := b.t[x.start:x.end]
		if x.tab || len(s) > 120 || endsSentence(s) && !hasSuffix(s, []string{")", "）", "〕", "]"}) {
			break
		}
		if _, ok := labelAt(s); ok {
			break
		}
		if c := numberAt(s[:runeCut(s, 48)]).class; c == classChapter || c == classSection || c == classHan && !classed {
			break
		}
	}
	if classed { // each row names its class where no line of its own does (一、健康水平)
		classed = false
		for k := i + n; k < end && !classed; k++ {
			classed = numberAt(b.text(k)[:runeCut(b.text(k), 48)]).class == classHan
		}
	}
	heads := n
	for ; n >= 2; n-- {
		var head, cells []int // units
		for k := i; k < end; k++ {
			switch {
			case k < i+n:
				if k > i || !classed {
					head = append(head, k)
				}
			case classed && numberAt(b.text(k)[:runeCut(b.text(k), 48)]).class == classHan:
			default:
				cells = append(cells, k)
			}
		}
		w := len(head)
		if w < 2 || len(cells) < 2*w {
			continue
		}
		whole := len(cells)%w == 0
		name, bodies, goals := false, false, []int{}
		for c, k := range head {
			s := b.text(k)
			switch {
			case b.bodyColumn(s) && joinTitle(s) != "单位":
				bodies = true
			case hasAny(s, "指标", "名称") && !hasAny(s, "属性", "类", "值", "目标"):
				name = true
			case firstYear(s) > 0 || hasAny(s, "目标", "规划值"):
				goals = append(goals, c)
			}
		}
		figure := func(r int) (n int) {
			for _, c := range goals {
				if s := b.text(cells[r+c]); strings.ContainsAny(s, "0123456789") {
					n++
				}
			}
			return n
		}
		if !whole { // what stands behind the last row is another text
			cells = cells[:len(cells)/w*w]
			for len(cells) > 0 && figure(len(cells)-w) < len(goals) {
				cells = cells[:len(cells)-w]
			}
		}
		figures, seen := 0, 0
		for r := 0; r < len(cells); r += w {
			figures, seen = figures+figure(r), seen+len(goals)
		}
		if !name || bodies || len(cells) < 2*w || seen == 0 || 2*figures < seen || !whole && 10*figures < 9*seen {
			continue
		}
		end = cells[len(cells)-1] + 1
		r := &rawTable{span: plan.Span{Start: b.u[i].start, End: b.u[end-1].end}}
		for _, k := range head {
			r.header = append(r.header, b.cell(b.u[k].start, b.u[k].end))
		}
		for k := 0; k < len(cells); k += w {
			row := plan.Row{Span: plan.Span{Start: b.u[cells[k]].start, End: b.u[cells[k+w-1]].end}, Cells: make([]plan.Cell, w)}
			for c := range w {
				row.Cells[c] = b.cell(b.u[cells[k+c]].start, b.u[cells[k+c]].end)
			}
			r.rows = append(r.rows, row)
		}
		b.addTable(r)
		return end
	}
	return b.groupLines(i, heads, end)
}

// groupLines reads a table of indicators with a cell a line whose first column names a
// class once for the rows of a group, as merged cells leave it: a row begins with the
// class or with the indicator, as the figures tell.
func (b *builder) groupLines(i, n, end int) int {
	if !b.classHead(i) || n < 3 {
		return i
	}
	name, goals := 0, []int{}
	for c := 1; c < n; c++ {
		switch s := b.text(i + c); {
		case b.bodyColumn(s) && joinTitle(s) != "单位":
			return i
		case name == 0 && hasAny(s, "指标", "名称"):
			name = c
		case firstYear(s) > 0 || hasAny(s, "目标", "规划值"):
			goals = append(goals, c)
		}
	}
	if name == 0 || len(goals) == 0 {
		return i
	}
	figure := func(k int) bool { return strings.ContainsAny(b.text(k), "0123456789") }
	fits := func(at, without int) bool { // a row of n cells, or of one less, stands at at
		if at+n-without > end || figure(at+name-without) && runes(b.text(at+name-without)) < 6 {
			return false
		}
		for _, c := range goals {
			if !figure(at + c - without) {
				return false
			}
		}
		return true
	}
	r := &rawTable{}
	for c := range n {
		r.header = append(r.header, b.cell(b.u[i+c].start, b.u[i+c].end))
	}
	at, short := i+n, 0
	for at < end {
		without := 0
		switch full, less := fits(at, 0), fits(at, 1); {
		case less && (!full || fits(at+n-1, 0) || fits(at+n-1, 1)) && !(full && (fits(at+n, 0) || fits(at+n, 1))):
			without = 1
			short++
		case !full:
			if len(r.rows) < 3 || short == 0 {
				return i
			}
			end = at
			continue
		}
		row := plan.Row{Span: plan.Span{Start: b.u[at].start, End: b.u[at+n-without-1].end}, Cells: make([]plan.Cell, n)}
		for c := without; c < n; c++ {
			row.Cells[c] = b.cell(b.u[at+c-without].start, b.u[at+c-without].end)
		}
		r.rows = append(r.rows, row)
		at += n - without
	}
	if len(r.rows) < 3 || short == 0 {
		return i
	}
	r.span = plan.Span{Start: b.u[i].start, End: b.u[at-1].end}
	b.addTable(r)
	return at
}

// natureLines reads a table of indicators that has one cell a line and whose last column
// says of each whether it binds (约束性, 预期性): what stands between two such cells is a
// row, before its first cells perhaps the names of a class, or what explains the row
// above.
func (b *builder) natureLines(i, n int) int {
	lo := 0
	if b.classHead(i) {
		lo = 1
	}
	if h := joinTitle(b.text(i + n - 1)); n-lo < 3 || !hasAny(h, b.natureHead...) {
		return i
	}
	name, w := -1, n-lo
	figure := make([]bool, w) // columns of figures
	for c := range w {
		switch s := joinTitle(b.text(i + lo + c)); {
		case hasAny(s, b.natureHead...):
		case firstYear(s) > 0 || hasAny(s, "目标", "基期", "现状", "规划值", "累计", "基准"):
			figure[c] = true
		case name < 0 && hasAny(s, "指标", "名称"):
			name = c
		}
	}
	if name < 0 || name+1 >= w || !figure[w-2] {
		return i
	}
	r := &rawTable{span: plan.Span{Start: b.u[i].start}}
	for c := range w {
		r.header = append(r.header, b.cell(b.u[i+lo+c].start, b.u[i+lo+c].end))
	}
	end, from := i, i+n
	for k := from; k < len(b.u) && k-from < 16; k++ {
		x := b.u[k]
		if _, ok := labelAt(b.text(k)); ok || x.tab || numberAt(b.text(k)[:runeCut(b.text(k), 48)]).class == classChapter {
			break
		}
		if !slices.Contains(b.natureWord, joinTitle(b.text(k))) {
			continue
		}
		cells := make([]int, 0, w) // -1: empty
		for c := max(from, k+1-w); c <= k; c++ {
			cells = append(cells, c)
		}
		if short := len(cells) == w-1; short || len(cells) == w && !b.valueLike(cells[name+1]) && figure[name+1] {
			if !short { // a class above a row that lacks a cell
				cells = cells[1:]
			}
			cells = append(cells[:w-2:w-2], -1, k)
		}
		from = k + 1
		if len(cells) != w || b.valueLike(cells[name]) {
			continue
		}
		row := plan.Row{Span: plan.Span{Start: b.u[cells[0]].start, End: x.end}, Cells: make([]plan.Cell, w)}
		for c, u := range cells {
			if u >= 0 {
				row.Cells[c] = b.cell(b.u[u].start, b.u[u].end)
			}
		}
		r.rows = append(r.rows, row)
		end = k + 1
	}
	if len(r.rows) < 2 {
		return i
	}
	r.span.End = b.u[end-1].end
	b.addTable(r)
	return end
}

// classHead reports whether a header's first cell, the unit i, is that of classes of rows.
func (b *builder) classHead(i int) bool {
	return runes(b.text(i)) <= 6 && hasAny(joinTitle(b.text(i)), "类别", "分类", "领域", "領域", "類別", "方面", "维度")
}

// valueLike reports whether the unit k reads like the cell of a figure: 76.5, >80, 〔18〕, -.
func (b *builder) valueLike(k int) bool {
	if k < 0 {
		return true
	}
	s := strings.TrimLeft(joinTitle(b.text(k)), "〔[(（<>≥≤＞＜≦≧约")
	if s == "" {
		return true
	}
	c, _ := utf8.DecodeRuneInString(s)
	return c >= '0' && c <= '9' && runes(s) <= 14 || strings.ContainsRune("-—－/–…", c)
}

// moreHead counts the cells behind the first n of a header whose words no other header
// has, up to the first number; 0 where none follows soon.
func (b *builder) moreHead(i, n int) int {
	if !b.u[i].piped || !hasAny(joinTitle(b.text(i)), "序号", "编号", "序號") {
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

// dueLike reports whether a cell says by when something is to be done.
func dueLike(s string) bool {
	digit := strings.ContainsAny(s, "0123456789")
	return runes(s) <= 24 && (digit && hasAny(s, "年", "月", "季度", "日", ".") || hasAny(s, "长期", "持续", "全年", "年底", "月底", "季度"))
}

// oneLineEach gives each line of a row a column of its own where every row has
// just as many lines as there are columns.
func oneLineEach(r *rawTable) {
	for _, row := range r.rows {
		n := 0
		for _, c := range row.Cells {
			n += len(c.Pieces)
		}
		if n != len(row.Cells) {
			return
		}
	}
	for _, row := range r.rows {
		var lines []plan.Span
		for _, c := range row.Cells {
			lines = append(lines, c.Pieces...)
		}
		for i := range row.Cells {
			row.Cells[i].Pieces = lines[i : i+1 : i+1]
		}
	}
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
	n := 0
	for j := i; j < len(b.u) && j < i+8; j++ {
		if s := b.text(j); len(s) < 120 && b.bodyLike(s) {
			n++
		}
	}
	return n > 0
}

// bodyRows counts the rows that name a body.
func bodyRows(r *rawTable, isBody []bool) (n int) {
	for _, row := range r.rows {
		for c, cell := range row.Cells {
			if isBody[c] && !cell.Empty() {
				n++
				break
			}
		}
	}
	return n
}

// token is a run of a row between blanks; before counts the blanks before it.
type token struct {
	span   plan.Span
	before int
}

func tokens(t string, x unit) []token {
	var out []token
	for i := x.start; i < x.end; {
		n := 0
		for i < x.end {
			if t[i] == ' ' {
				i++
				n++
			} else if strings.HasPrefix(t[i:x.end], "\u3000") {
				i += 3
				n++
			} else {
				break
			}
		}
		s := i
		for i < x.end && t[i] != ' ' && !strings.HasPrefix(t[i:x.end], "\u3000") {
			i++
		}
		if s < i {
			out = append(out, token{plan.Span{Start: s, End: i}, n})
		}
	}
	return out
}

// headTokens returns the words of a header. Single characters in a row are one word
// that was set wide (工 作 任 务), but the one for the numbers stands for itself.
func headTokens(t string, x unit) []token {
	var out []token
	wide := false // the last word is made of single characters
	for _, k := range tokens(t, x) {
		single := runes(t[k.span.Start:k.span.End]) == 1
		if n := len(out); single && wide && !hasAny(joinTitle(t[out[n-1].span.Start:out[n-1].span.End]), "序号", "序號", "编号") {
			out[n-1].span.End = k.span.End
			continue
		}
		out = append(out, k)
		wide = single
	}
	return out
}

// joinHalves puts the words of a header together that the wrap cut in two: 完成 时限.
func (b *builder) joinHalves(head []token) []token {
	out := head[:0]
	for _, k := range head {
		if n := len(out); n > 0 {
			before := joinTitle(b.t[out[n-1].span.Start:out[n-1].span.End])
			if runes(before) <= 4 && !slices.Contains(b.gluedHead, before) && slices.Contains(b.gluedHead, before+joinTitle(b.t[k.span.Start:k.span.End])) {
				out[n-1].span.End = k.span.End
				continue
			}
		}
		out = append(out, k)
	}
	return out
}

// totalRow reports a row of sums.
func totalRow(first string) bool {
	switch first {
	case "合计", "总计", "小计", "共计", "合計", "總計", "小計":
		return true
	}
	return false
}

// spaced reads a table whose cells are parted by blanks: a header line of at
// least three header words, then rows that begin with their number.
func (b *builder) spaced(i int) int {
	x := b.u[i]
	if x.end-x.start > 200 || strings.IndexByte(b.t[x.start:x.end], ' ') < 0 && !strings.Contains(b.t[x.start:x.end], "\u3000") {
		return i
	}
	first := strings.IndexByte(b.t[x.start:x.end], ' ')
	if first < 0 {
		first = strings.Index(b.t[x.start:x.end], "\u3000")
	}
	if first > 60 || first > len("序") && !b.headCell(b.t[x.start:x.start+first]) {
		return i
	}
	head := b.joinHalves(headTokens(b.t, x))
	if len(head) < 3 {
		return i
	}
	r := &rawTable{span: plan.Span{Start: x.start, End: x.end}}
	for _, h := range head {
		if !b.headCell(joinTitle(b.t[h.span.Start:h.span.End])) {
			return i
		}
		r.header = append(r.header, plan.Cell{Pieces: []plan.Span{h.span}})
	}
	j := i + 1
	var cut []token // of a row that has fewer than the header, for the wrap cut it
	serialIn := func(k int) bool {
		return hasAny(b.t[head[k].span.Start:head[k].span.End], "序号", "编号", "序號")
	}
	numbered := serialIn(0)
	second := !numbered && len(head) > 3 && serialIn(1) // 类别 序号 任务: the class stands in the first of its rows only
	numbered = numbered || second
	parted := false
	titleAbove := func(num number) { // the unit j is a title over the rows that follow
		if len(r.rows) > 0 {
			b.addTable(r)
		}
		b.numbered(b.u[j], num, j)
		b.join, parted = -1, true
		r = &rawTable{header: r.header, span: plan.Span{Start: b.u[j].start, End: b.u[j].end}}
	}
	for ; j < len(b.u) && !b.u[j].tab; j++ {
		if b.noise(b.text(j)) || b.text(j) == b.text(i) {
			continue
		}
		tk := tokens(b.t, b.u[j])
		if len(tk) == 0 {
			break
		}
		if !numbered {
			// As many words as columns, and no sentence: a row as it stands.
			if num := numberAt(b.text(j)); (num.class == classHan || num.class == classParenHan) && len(tk) == 1 && j+1 < len(b.u) && !b.u[j+1].tab && len(tokens(b.t, b.u[j+1])) == len(head) && b.bodyColumns(head) {
				titleAbove(num)
				continue
			}
			if len(tk) != len(head) || strings.HasSuffix(b.text(j), "。") || numberAt(b.text(j)).class == classHan {
				break
			}
			row := plan.Row{Span: plan.Span{Start: b.u[j].start, End: b.u[j].end}}
			for _, k := range tk {
				row.Cells = append(row.Cells, plan.Cell{Pieces: []plan.Span{k.span}})
			}
			r.rows = append(r.rows, row)
			r.span.End = b.u[j].end
			continue
		}
		if noteLine(b.text(j)) {
			break
		}
		if totalRow(b.t[tk[0].span.Start:tk[0].span.End]) {
			continue
		}
		if num := numberAt(b.text(j)); (num.class == classHan || num.class == classParenHan) && len(tk) <= 2 && j+1 < len(b.u) && !b.u[j+1].tab && runes(b.text(j)) <= 40 {
			if next := tokens(b.t, b.u[j+1]); len(next) > 2 && serial(b.t[next[0].span.Start:next[0].span.End]) {
				titleAbove(num)
				continue
			}
		}
		class := 0
		if second && len(tk) > 2 && serial(b.t[tk[1].span.Start:tk[1].span.End]) {
			class = 1
		}
		if !serial(b.t[tk[class].span.Start:tk[class].span.End]) {
			// A row that the wrap cut: its rest belongs to the last cell.
			if len(r.rows) > 0 && !b.u[j].gap && numberAt(b.text(j)).class == classNone {
				row := &r.rows[len(r.rows)-1]
				if n := len(cut); n > 1 && n+len(tk)-1 == len(head) && b.figureHeads(r.header) { // …服务中心覆|盖率 % 46 100
					for c, k := range append(cut[:n:n], tk[1:]...) {
						row.Cells[c] = plan.Cell{Pieces: []plan.Span{k.span}}
					}
					row.Cells[n-1].Pieces = append(row.Cells[n-1].Pieces, tk[0].span)
					row.Span.End, r.span.End, cut = b.u[j].end, b.u[j].end, nil
					continue
				}
				row.Cells[len(row.Cells)-1].Pieces = append(row.Cells[len(row.Cells)-1].Pieces, plan.Span{Start: b.u[j].start, End: b.u[j].end})
				row.Span.End, r.span.End = b.u[j].end, b.u[j].end
				continue
			}
			break
		}
		cut = nil
		if second {
			cells := append([]plan.Cell{{}}, b.spread(r.header[1:], tk[class:])...)
			if class > 0 {
				cells[0].Pieces = []plan.Span{tk[0].span}
			}
			r.rows = append(r.rows, plan.Row{Span: plan.Span{Start: b.u[j].start, End: b.u[j].end}, Cells: cells})
			r.span.End = b.u[j].end
			continue
		}
		if len(tk) < len(head) {
			cut = tk
		}
		r.rows = append(r.rows, plan.Row{Span: plan.Span{Start: b.u[j].start, End: b.u[j].end}, Cells: b.spread(r.header, tk)})
		r.span.End = b.u[j].end
	}
	if len(r.rows) == 0 && parted {
		return j
	}
	if len(r.rows) == 0 {
		return i
	}
	b.addTable(r)
	return j
}

// bodyColumns reports whether one of the words of a header names a column of bodies.
func (b *builder) bodyColumns(head []token) bool {
	return slices.ContainsFunc(head, func(k token) bool { return b.bodyColumn(b.t[k.span.Start:k.span.End]) })
}

// timeColumn reports whether a header's cell names a column of times.
func timeColumn(s string) bool {
	return hasAny(joinTitle(s), "时限", "时间", "期限", "進度", "进度", "时間", "時限", "時間")
}

// timeLike reports whether a token reads like the time that a task has.
func timeLike(s string) bool {
	return runes(s) <= 14 && hasAny(s, "年", "月", "底", "季度", "长期", "持续", "常态", "全程", "汛期") && !hasAny(s, "、", ",")
}

// cutName reports whether the wrap cut the name of a body in two: a token that
// begins like a name and ends like none, before one that only ends like one.
func (ws *words) cutName(before, after string) bool {
	if k := max(strings.LastIndex(before, "、"), strings.LastIndex(before, ",")); k >= 0 {
		before = strings.TrimLeft(before[k:], "、,")
	}
	if k := strings.IndexAny(after, "、,"); k > 0 {
		after = after[:k]
	}
	level := func(s string) bool {
		first, _ := utf8.DecodeRuneInString(s)
		return strings.ContainsRune("省市县區区州盟旗镇乡各團团", first)
	}
	if runes(after) <= 2 && !level(after) && !ws.bodyLike(before) && runes(before) >= 3 && runes(before) <= 16 && ws.bodyLike(before+after) { // 青山县人民 政府
		return true
	}
	if !level(before) && ws.gluedName(before) && !ws.gluedName(after) && runes(after) <= 4 && runes(before) >= 4 && runes(before) <= 12 && !ws.bodyLike(before) && !level(after) && ws.bodyLike(before+after) { // 住房和城乡建 设局
		return true
	}
	return level(before) && runes(before) <= 12 && !ws.bodyLike(before) && !level(after) && ws.bodyLike(before+after)
}

// nameStart reports whether a token begins as a name of a body does.
func (b *builder) nameStart(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("省市县区州盟旗镇乡各", first) || b.gluedName(s)
}

// figureHeads reports whether a header is that of a table of indicators: years or goals in
// its columns.
func (b *builder) figureHeads(header []plan.Cell) bool {
	n, named := 0, false
	for _, c := range header {
		s := cellText(b.t, c)
		if firstYear(s) > 0 || hasAny(s, "目标值", "基期", "现状", "规划值") {
			n++
		}
		named = named || hasAny(s, "指标")
	}
	return n > 0 && named
}

// spread puts the tokens of a row under the columns: the bodies from the right,
// the longest text in the middle, what is left from the left, with words that
// the wrap broke put together again.
func (b *builder) spread(header []plan.Cell, tk []token) []plan.Cell {
	n := len(header)
	cells := make([]plan.Cell, n)
	text := func(k int) string { return b.t[tk[k].span.Start:tk[k].span.End] }
	put := func(c, k int) { cells[c].Pieces = append(cells[c].Pieces, tk[k].span) }
	if len(tk) == n && b.figureHeads(header) { // 1 林地保有量 万亩 62 65
		for k := range tk {
			put(k, k)
		}
		return cells
	}
	put(0, 0)
	lo, hi := 1, len(tk) // tokens not yet placed
	left, right := 1, n  // columns not yet filled
	// Times and bodies, from the right, as far as the header names such columns.
	for right-1 > left && hi-1 > lo {
		head := cellText(b.t, header[right-1])
		if hasAny(head, "领导", "责任人", "联系人", "负责人") && runes(text(hi-1)) <= 3 && !b.bodyLike(text(hi-1)) {
			right--
			hi--
			put(right, hi)
			for n := 1; n < 3 && runes(text(hi)) == 1 && hi-1 > lo && runes(text(hi-1)) == 1; n++ { // 张 海, 李 小 明
				hi--
				cells[right].Pieces = append([]plan.Span{tk[hi].span}, cells[right].Pieces...)
			}
			continue
		}
		if timeColumn(head) && timeLike(text(hi-1)) {
			right--
			hi--
			put(right, hi)
			continue
		}
		if !b.bodyColumn(head) || !b.bodyLike(text(hi-1)) && (hi-2 <= lo || !b.cutName(text(hi-2), text(hi-1))) && (hi-3 <= lo || !b.cutName(text(hi-3)+text(hi-2), text(hi-1))) {
			break
		}
		right--
		hi--
		put(right, hi)
		// A list that the wrap cut behind its comma, or a name that it cut.
		alone := right-1 > 0 && !b.bodyColumn(cellText(b.t, header[right-1])) // names that a blank parts have no other column
		for hi-1 > lo && (strings.HasSuffix(text(hi-1), "、") || strings.HasSuffix(text(hi-1), ",") || b.cutName(text(hi-1), text(hi)) || alone && hi-2 > lo && b.bodyLike(text(hi-1))) {
			hi--
			cells[right].Pieces = append([]plan.Span{tk[hi].span}, cells[right].Pieces...)
		}
		if hi-2 > lo && !b.nameStart(text(hi)) && b.cutName(text(hi-2)+text(hi-1), text(hi)) { // 县财政局、县|住房城乡建|设局
			hi -= 2
			cells[right].Pieces = append([]plan.Span{tk[hi].span, tk[hi+1].span}, cells[right].Pieces...)
		}
	}
	if n := right - left; n > 3 && hi-lo >= n && b.figureHeads(header) { // the name of an indicator that a blank cut: 平均受 教育年限 年 10.4 11.3
		for k := lo; k < hi; k++ {
			put(max(left, right-(hi-k)), k)
		}
		return cells
	}
	// Columns of figures in the middle, where a run of figures stands for them.
	for c := right - 1; c > left; c-- {
		if !figureColumn(cellText(b.t, header[c])) {
			continue
		}
		from := c
		for from-1 > left && figureColumn(cellText(b.t, header[from-1])) {
			from--
		}
		w := c + 1 - from
		for k := hi - w; k > lo && (w > 1 || c == right-1); k-- {
			run := true
			for q := k; q < k+w; q++ {
				run = run && bareFigure(text(q))
			}
			if !run {
				continue
			}
			for q := range w {
				put(from+q, k+q)
			}
			b.spreadText(cells, tk, k+w, hi, c+1, right)
			hi, right = k, from
			break
		}
		break
	}
	b.spreadText(cells, tk, lo, hi, left, right)
	return cells
}

// figureColumn reports whether a header's cell names a column of bare figures.
func figureColumn(s string) bool {
	return hasAny(s, "投资", "资金", "年限", "起止", "工期", "金额") && !hasAny(s, "来源", "内容", "主体", "单位")
}

// bareFigure reports whether a token is a figure or a span of years alone.
func bareFigure(s string) bool {
	n := 0
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			n++
		case !strings.ContainsRune(".-—–~～年月,、/", c):
			return false
		}
	}
	return n > 1
}

// figureEnd reports whether a token ends in a figure that what stands behind goes on with.
func figureEnd(s string) bool {
	return s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

// figureStart reports whether a token begins with a figure and goes on with words.
func figureStart(s string) bool { return s[0] >= '0' && s[0] <= '9' }

// spreadText puts the tokens [lo,hi) of a row under the columns [left,right), which hold
// text.
func (b *builder) spreadText(cells []plan.Cell, tk []token, lo, hi, left, right int) {
	text := func(k int) string { return b.t[tk[k].span.Start:tk[k].span.End] }
	put := func(c, k int) { cells[c].Pieces = append(cells[c].Pieces, tk[k].span) }
	if lo >= hi || left >= right {
		return
	}
	// Blanks beyond one are empty cells.
	skip := min(max(0, tk[lo].before-1), max(0, right-left-1))
	left += skip
	// Words that the wrap broke: a token of one or two characters goes with the
	// one before; with too many tokens, more of them.
	var groups [][]int
	for k := lo; k < hi; k++ {
		if len(groups) > 0 && (runes(text(k)) <= 2 || right-left == 1) {
			groups[len(groups)-1] = append(groups[len(groups)-1], k)
			continue
		}
		if len(groups) == 1 && len(groups[0]) <= 2 && runes(text(k-1)) == 1 && runes(text(groups[0][0])) == 1 {
			groups[len(groups)-1] = append(groups[len(groups)-1], k)
			continue
		}
		groups = append(groups, []int{k})
	}
	for len(groups) > right-left {
		// Join the two neighbours that are shortest together, but not the last
		// text, which is the one that has sentences.
		best, size := 0, 1<<30
		for g := 0; g+1 < len(groups); g++ {
			sz := 0
			for _, q := range [2][]int{groups[g], groups[g+1]} {
				for _, k := range q {
					sz += runes(text(k))
				}
			}
			if hasPrefix(text(groups[g+1][0]), b.gluedVerb) {
				sz += 8 // a verb begins another cell
			}
			if figureEnd(text(groups[g][len(groups[g])-1])) || figureStart(text(groups[g+1][0])) {
				sz -= 1000 // 基地 3 万亩: blanks around a figure part no cells
			}
			if sz < size {
				best, size = g, sz
			}
		}
		groups[best] = append(groups[best], groups[best+1]...)
		groups = append(groups[:best+1], groups[best+2:]...)
	}
	// Fewer groups than columns: what is missing is missing on the left.
	c := left + (right - left - len(groups))
	for _, g := range groups {
		for _, k := range g {
			put(c, k)
		}
		c++
	}
}
