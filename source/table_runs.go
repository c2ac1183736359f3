package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// Tables of tasks that were flattened into one line and whose rows have no numbers: each row is
// known by the run of names that follows its text, and by the time behind these, if the header
// has a column of times: 重点任务责任单位 修建水渠县水利局、各乡镇 栽植果树县林业局.

// The least that such a table has.
const (
	runTableBytes = 120
	runTableHeads = 3
	runTableRows  = 2
)

// runTable reads the table that begins in unit i and returns the unit behind it; i where there
// is none.
func (b *builder) runTable(i int) int {
	if len(b.text(i)) < runTableBytes || b.u[i].piped {
		return i
	}
	g, p := b.runHeader(i)
	if g == nil {
		return b.bodiesFirstTable(i)
	}
	s, start := b.text(i), b.u[i].start
	end := p
	for _, how := range [...]runRules{{exact: true}, {}, {exact: true, bare: true}, {bare: true}} {
		g.raw.rows = g.raw.rows[:0]
		if end = g.readRuns(i, p, how); len(g.raw.rows) >= runTableRows && (how.bare || g.leveled()) {
			break
		}
	}
	if p = end; len(g.raw.rows) < runTableRows {
		return i
	}
	if p < len(s) && strings.Trim(s[p:], " \u3000。") != "" { // where the text breaks off
		row := plan.Row{Span: plan.Span{Start: start + p, End: b.u[i].end}, Cells: make([]plan.Cell, len(g.raw.header))}
		g.putRunText(&row, start+p, b.u[i].end)
		g.raw.rows = append(g.raw.rows, row)
	}
	g.evenTitles()
	b.textBefore(i, g.raw.span.Start)
	b.addTable(g.raw)
	return i + 1
}

// runRules say what a run of names has to be that ends a row.
type runRules struct {
	exact bool // a time follows where the header has a column of times, and blanks part cells where they part its words
	bare  bool // its first name may have no level: 教育局
}

// readRuns reads the rows from p in unit i on and returns where the last one ends.
func (g *gluedLines) readRuns(i, p int, how runRules) int {
	s, start := g.text(i), g.u[i].start
	spaced := how.exact && strings.ContainsAny(g.t[g.raw.span.Start:start+p], " \u3000")
	for at := p; p < len(s); {
		from, to := g.nameRun(s, at, how.bare)
		if from < 0 {
			break
		}
		if spaced {
			from = g.cellStart(s, p, from, to)
			if g.due && g.dueBehind(s[to:]) == 0 {
				to = g.nextCell(s, to)
			}
		}
		end := to
		if g.due {
			end += g.dueBehind(s[to:])
		}
		if at = end; how.exact && g.due && end == to && to < len(s) || spaced && !(g.blankAround(s, from) && g.blankAround(s, to)) {
			continue
		}
		row := plan.Row{Span: plan.Span{Start: start + p, End: start + end}, Cells: make([]plan.Cell, len(g.raw.header))}
		g.putRunText(&row, start+p, start+from)
		g.putNames(&row, g.runNames(start+from, start+to), start+to)
		if end > to {
			row.Cells[len(row.Cells)-1] = g.cell(start+to, start+end)
		}
		g.raw.rows = append(g.raw.rows, row)
		p = end
	}
	return p
}

// cellStart returns where the cell begins that the run [from,to) of names ends, if that reads
// like names, too: 城关|镇人民政府.
func (ws *words) cellStart(s string, p, from, to int) int {
	k := strings.LastIndexAny(s[p:from], " \u3000") + 1
	for k > 0 && !utf8.RuneStart(s[p+k]) {
		k++
	}
	if ws.bodyLike(s[p+k : to]) {
		return p + k
	}
	return from
}

// nextCell returns where the cell behind to ends, if it reads like names and a time follows it:
// 县水利局| 沿河各镇| 5月; to where not.
func (ws *words) nextCell(s string, to int) int {
	next := to + len(s[to:]) - len(strings.TrimLeft(s[to:], " \u3000"))
	end := len(s)
	if k := strings.IndexAny(s[next:], " \u3000"); k >= 0 {
		end = next + k
	}
	if next > to && ws.bodyLike(s[next:end]) && ws.dueBehind(s[end:]) > 0 {
		return end
	}
	return to
}

// leveled reports whether the names of a row begin with a level, and not all with 各, as those
// do beside names that have none: 教育局、各镇.
func (g *gluedLines) leveled() bool {
	return slices.ContainsFunc(g.raw.rows, func(row plan.Row) bool {
		return !strings.HasPrefix(cellText(g.t, row.Cells[g.first]), "各")
	})
}

// blankAround reports whether a cell may begin or end at s[p:] where blanks part cells.
func (ws *words) blankAround(s string, p int) bool {
	return p == len(s) || cellBlank(s[p:]) > 0 || strings.TrimRight(s[:p], " \u3000") != s[:p]
}

// runHeader reads the header in unit i and returns where in it the first row begins; nil where
// none does. Its first column, of numbers, is empty.
func (b *builder) runHeader(i int) (*gluedLines, int) {
	const farthest = 240 // bytes before the header's end
	s := b.text(i)
	head := s[:runeCut(s, farthest)]
	for from := 0; ; {
		k, word := b.tableBodyHeads.index(head[from:])
		if k < 0 {
			return nil, 0
		}
		body := from + k
		if g, p := b.headsAround(i, body); g != nil {
			return g, p
		}
		from = body + len(word)
	}
}

// headsAround reads the header in unit i one of whose words, of a column of bodies, has the
// byte at in it, and returns where the first row begins; nil where none stands there.
func (b *builder) headsAround(i, at int) (*gluedLines, int) {
	const longest = 75 // bytes of the header before that word
	s := b.text(i)
	lo := max(0, at-longest)
	if k := strings.LastIndexAny(s[:at], ",，。;；:：、"); k >= lo {
		lo = k + 1
	}
	for ; lo < at; lo++ {
		if !utf8.RuneStart(s[lo]) || b.gluedWordAt(s[lo:]) == "" {
			continue
		}
		g := &gluedLines{builder: b, raw: &rawTable{header: []plan.Cell{{}}, span: plan.Span{Start: b.u[i].start + lo, End: b.u[i].end}}}
		p := lo
		for w := b.gluedWordAt(s[p:]); w != ""; w = b.gluedWordAt(s[p:]) {
			p = g.addHead(i, p, w)
			p += len(s[p:]) - len(strings.TrimLeft(s[p:], " \u3000"))
		}
		if p <= at || len(g.raw.header) <= runTableHeads || !g.findColumns() || g.after {
			continue
		}
		if g.texts <= 2 || g.texts <= 4 && strings.ContainsAny(s[lo:p], " \u3000") {
			return g, p
		}
	}
	return nil, 0
}

// putRunText parts the text [s,e) of a row over its columns: at a blank, or where the verb of
// what is to be done follows the title.
func (g *gluedLines) putRunText(row *plan.Row, s, e int) {
	s, e = trim(g.t, s, e)
	if n := g.leaderTail(g.t[s:e]); g.leader && n > 0 {
		row.Cells[g.first-1] = g.cell(e-n, e)
		s, e = trim(g.t, s, e-n)
	}
	if fields := fieldsIn(g.t, s, e); g.texts > 1 && len(fields) > 1 {
		for len(fields) > g.texts { // a blank inside of a text
			last := len(fields) - 1
			fields[last-1].End = fields[last].End
			fields = fields[:last]
		}
		for k, f := range fields { // what is missing is missing on the left
			row.Cells[g.first-g.leaders()-len(fields)+k] = g.cell(f.Start, f.End)
		}
		return
	}
	if g.texts > 1 && g.classColumn(cellText(g.t, g.raw.header[1])) { // merged with that above
		row.Cells[g.texts] = g.cell(s, e)
		return
	}
	g.putText(row, s, e, false)
}

// leaders returns how many columns of leaders stand before the bodies.
func (c columns) leaders() int {
	if c.leader {
		return 1
	}
	return 0
}

// fieldsIn returns what blanks part in t[s:e].
func fieldsIn(t string, s, e int) (fields []plan.Span) {
	for _, k := range tokens(t, unit{start: s, end: e}) {
		fields = append(fields, k.span)
	}
	return fields
}

// leaderTail returns the length of the name of a person that the text s ends with, 0 for none:
// behind a blank, or else one with a surname.
func (ws *words) leaderTail(s string) int {
	const longest = 4 // runes, with a blank
	for n := longest; n >= 2; n-- {
		k := len(s) - runeTail(s, n)
		person, before := s[k:], s[:k]
		if before == "" || hasFigure(person) || strings.ContainsAny(person, ",，。、") {
			continue
		}
		blank := strings.TrimRight(before, " \u3000") != before
		if blank && strings.TrimLeft(person, " \u3000") == person || n < longest && hasPrefix(person, ws.surname) {
			return len(person)
		}
	}
	return 0
}

// nameRun returns where the first run of names of bodies in s[p:] begins and ends; -1 for none.
// Its first name has a level, or with bare is short.
func (ws *words) nameRun(s string, p int, bare bool) (from, to int) {
	const (
		least   = 6  // bytes of a row's text
		longest = 21 // bytes of a name without a level
	)
	for q := p + runeCut(s[p:], least); q < len(s); q++ {
		if !utf8.RuneStart(s[q]) || hasSuffix(s[p:q], ws.gluedWhole) {
			continue
		}
		leveled := hasPrefix(s[q:], ws.gluedLetter) && !hasPrefix(s[q:], ws.gluedNot) || hasPrefix(s[q:], ws.gluedOwn)
		if !leveled && !bare {
			continue
		}
		if n := ws.nameLength(s[q:]); n > 0 && (leveled || n <= longest) {
			return ws.sureBegin(s, q, q+n), ws.namesAt(s, q)
		}
	}
	return -1, 0
}

// sureBegin returns where the first name of a run begins for certain, of which [q,to) is thought
// to be all: 区间测速|县公安局.
func (ws *words) sureBegin(s string, q, to int) int {
	bare := !hasPrefix(s[q:], ws.gluedLetter)
	for k := q; k < to; k++ {
		if !utf8.RuneStart(s[k]) {
			continue
		}
		level := firstWord(s[k:], ws.gluedLetter)
		if level != "" && ws.gluedStems.opening(s[k+len(level):]) != "" && !hasPrefix(s[k:], ws.gluedNot) ||
			bare && k > q && ws.gluedStems.opening(s[k:]) != "" && !ws.stems(s[q:k]) {
			return k
		}
	}
	return q
}

// stems reports whether s is made of stems of names alone: 文化|旅游, 住房和|城乡.
func (ws *words) stems(s string) bool {
	for s != "" {
		s = strings.TrimLeft(s, "和")
		w := ws.gluedStems.opening(s)
		if w == "" {
			return false
		}
		s = strings.TrimLeft(s[len(w):], "和")
	}
	return true
}

// namesAt returns where the run of names ends that begins at s[q:], q for none.
func (ws *words) namesAt(s string, q int) int {
	for end := q; ; {
		next, marked := end, false
		if end > q {
			rest := strings.TrimLeft(s[end:], " \u3000")
			next = len(s) - len(rest)
			if k := strings.IndexFunc(rest, nameMark); k == 0 {
				_, w := utf8.DecodeRuneInString(rest)
				next, marked = next+w, true
			}
		}
		n := ws.nameLength(s[next:])
		if n == 0 && marked {
			n = ws.listedName(s[next:])
		}
		if n == 0 {
			return end
		}
		end = next + n
	}
}

// listedName returns how long the name is that a mark parts from the names before it and another
// mark or a blank from what follows, 0 for none.
func (ws *words) listedName(s string) int {
	const longest = 42 // bytes
	k := strings.IndexFunc(s, func(r rune) bool { return nameMark(r) || r == ' ' || r == '\u3000' })
	if k < 0 {
		k = len(s)
	}
	if k > longest || !ws.bodyLike(s[:k]) {
		return 0
	}
	return k
}

// nameLength returns how long the name of a body is that s begins with, 0 for none: it begins
// with a level or the stem of a body's name, and ends where no more of it can follow.
func (ws *words) nameLength(s string) int {
	const longest = 14 // runes
	if !ws.gluedName(s) {
		return 0
	}
	n := 0
	for k, r := range s {
		if n > longest || strings.ContainsRune(" \u3000,;:。，；：、", r) || r >= '0' && r <= '9' {
			break
		}
		n++
		end := k + utf8.RuneLen(r)
		name, after := s[:end], s[end:]
		if n < 2 || !ws.endsGlued(name) {
			continue
		}
		if ws.nameGoesOn(name, after) {
			continue
		}
		end += len(bracketAt(after))
		if strings.HasPrefix(name, "各") { // 各县(市、区)|人民政府
			if each := firstWord(s[end:], ws.gluedEach); each != "" {
				end += len(each) + len(bracketAt(s[end+len(each):]))
			}
		}
		return end
	}
	return 0
}

// endsGlued reports whether the name of a body may end behind name: 县财政局, 各镇, but not 市委|宣传部.
func (ws *words) endsGlued(name string) bool {
	if strings.HasPrefix(name, "各") {
		return hasSuffix(name, ws.bodyEnd)
	}
	return runes(name) > 2 && (hasSuffix(name, ws.gluedEnd) || hasSuffix(name, ws.gluedShort))
}

// nameGoesOn reports whether the name of a body that could end before the words after goes on
// with them: 县政府|办公室, 人民银行|县支行, but not 各街道|医院.
func (ws *words) nameGoesOn(name, after string) bool {
	if strings.HasPrefix(name, "各") {
		return hasPrefix(after, ws.gluedEach) || hasPrefix(after, ws.cellLevel)
	}
	return hasPrefix(after, ws.gluedOn) && !hasPrefix(after, nameJoins) || ws.partFollows(after)
}

// bracketAt returns the bracket that s begins with, "" for none: 各乡镇|(街道).
func bracketAt(s string) string {
	const longest = 40 // bytes
	if strings.HasPrefix(s, "(") || strings.HasPrefix(s, "（") {
		if k, w := indexAny(s, closingBrackets); k > 0 && k < longest {
			return s[:k+len(w)]
		}
	}
	return ""
}

// nameJoins are what may stand behind a name that is whole.
var nameJoins = []string{"(", "（", ")", "）", "、", ",", "，", "和", "及", "与", "等"}

var closingBrackets = []string{")", "）"}

// runNames returns where names begin in the run [s,e) that stands for several columns: behind
// blanks, else where nothing parts them.
func (g *gluedLines) runNames(s, e int) []int {
	names := []int{s}
	for q := s + 1; q < e; q++ {
		if cellBlank(g.t[q:e]) > 0 && cellBlank(g.t[q+cellBlank(g.t[q:e]):e]) == 0 {
			names = append(names, q+cellBlank(g.t[q:e]))
		}
	}
	if len(names) > 1 {
		return names
	}
	return g.namesFrom(s, e)
}

// dueBehind returns how long the time is that s begins with, 0 for none.
func (ws *words) dueBehind(s string) int {
	const longest = 14 // runes
	blank := len(s) - len(strings.TrimLeft(s, " \u3000"))
	t := s[blank:]
	if t == "" || !digit(t[0]) && !hasPrefix(t, ws.gluedDue) {
		return 0
	}
	best := 0
	for n, k := 1, 0; n <= longest && k < len(t); n++ {
		r, w := utf8.DecodeRuneInString(t[k:])
		if k += w; strings.ContainsRune(" \u3000", r) {
			break
		}
		if hasSuffix(t[:k], ws.cellTime) || hasSuffix(t[:k], ws.cellTimeEnd) {
			best = k
		}
	}
	if best == 0 {
		return 0
	}
	if verb := firstWord(t[best:], ws.timeVerb); verb != "" && !hasFigure(t[:best]) {
		if rest := t[best+len(verb):]; rest == "" || ws.startsTask(rest) { // 持续推进|新建…
			best += len(verb)
		}
	}
	return blank + best
}
