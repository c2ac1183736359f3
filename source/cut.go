package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// Lines that hold several paragraphs, for the breaks between these were lost: where they are
// cut.

// maxCut is how long a line may be to be cut into paragraphs, in bytes: far more
// than any document without line breaks, and a bound on the memory that a file
// of one endless line takes.
const maxCut = 4 << 20

// firstItems are the numbers of the first item of a list, firstNumbers those and that of the
// first chapter.
var (
	firstItems   = []string{"1.", "1．", "1、", "(1)", "（1）", "(一)", "（一）", "①"}
	firstNumbers = byFirst(append([]string{"一、"}, firstItems...))
)

// splitLine appends the line [s,e) to units, cut where a numbered paragraph
// starts in mid-line: behind the end of a sentence or behind a blank.
func (ws *words) splitLine(units []unit, t string, s, e int, gap bool) []unit {
	if starts := ws.runOnItems(t[s:e]); starts != nil {
		return ws.splitItems(units, t, s, e, starts, gap)
	}
	if k := ws.headerBehind(t[s:e]); k > 0 {
		_, te := trim(t, s, s+k)
		return append(units, unit{start: s, end: te, gap: gap}, unit{start: s + k, end: e, gap: true, part: true})
	}
	if k := ws.fieldBehind(t[s:e]); k > 0 {
		units = ws.splitLine(units, t, s, s+k, gap)
		fs, fe := trim(t, s+k, e)
		n := len(units) // further items may follow in the same line
		units = ws.splitLine(units, t, fs, fe, false)
		units[n].part = true
		return units
	}
	const shortest = 40 // bytes of a line that holds more than one paragraph
	if e-s < shortest || e-s > maxCut || pipedRow(t[s:e]) || strings.HasPrefix(t[s:e], "│") || strings.HasPrefix(t[s:e], "┃") {
		return append(units, unit{start: s, end: e, gap: gap})
	}
	c := lineCutter{words: ws, t: t, units: units, first: len(units), line: s, from: s, end: e, gap: gap}
	if n := ws.boxTitle(t[s:e]); n > 0 {
		c.cut(s + n)
	}
	if n := ws.titleInLine(t[s:e]); n > 0 {
		c.cut(s + n)
	}
	c.cutAtNumbers()
	if at := c.headingEnd(); at > 0 {
		c.cut(at)
	}
	c.cut(e)
	return ws.cutBehindHeadings(c.units, t, c.first)
}

// lineCutter cuts one line into paragraphs.
type lineCutter struct {
	*words
	t     string
	units []unit // those of the text so far
	first int    // the first of this line among them
	line  int    // where the line begins
	from  int    // where what is not cut yet begins
	end   int    // where the line ends
	gap   bool   // a blank line stands before it
	item  int    // the number that comes next where the line is such an item itself: (1)…。(2)…。
}

// add adds [s,e) as a unit.
func (c *lineCutter) add(s, e int) {
	begun := len(c.units) > c.first
	c.units = append(c.units, unit{start: s, end: e, gap: c.gap && !begun, part: begun})
}

// cut ends the paragraph that is read before at, and parts the headings and the field from
// it that it has in itself.
func (c *lineCutter) cut(at int) {
	s, e := trim(c.t, c.from, at)
	c.from = at
	if k := c.fieldBehind(c.t[s:max(s, e)]); k > 0 && len(c.units) > c.first { // (二)整治河道 责任单位:…
		_, end := trim(c.t, s, s+k)
		c.add(s, end)
		s, _ = trim(c.t, s+k, e)
	}
	for k := headingEnds(c.t[s:max(s, e)]); k > 0; k = headingEnds(c.t[s:e]) {
		c.add(s, s+k)
		s += k
	}
	if s < e {
		c.add(s, e)
	}
}

// cutAtNumbers cuts before each number that begins a paragraph.
func (c *lineCutter) cutAtNumbers() {
	if n := numberOf(c.t[c.from:c.end]); n.class == classParenDigit {
		c.item = n.value + 1
	}
	for i := c.from; i < c.end; {
		stop := nextStop(c.t, i, c.end)
		if stop < 0 {
			return
		}
		_, w := utf8.DecodeRuneInString(c.t[stop:])
		i = stop + w
		at, _ := trim(c.t, i, c.end)
		if at >= c.end {
			return
		}
		if n := c.boxTitle(c.t[at:c.end]); n > 0 && c.t[stop] != ' ' {
			c.cut(at)
			c.cut(at + n)
			i = at + n
		} else if n := c.numberBehind(stop, at, at > i); n.class != classNone {
			c.cut(at)
			i = at + n.width
		}
	}
}

// numberBehind reads the number at at, behind the mark or blank at stop and perhaps more blanks;
// it has no class where it does not begin a paragraph.
func (c *lineCutter) numberBehind(stop, at int, blanks bool) number {
	if !mayBeNumber(c.t[at:c.end]) {
		return number{}
	}
	n := numberOf(c.t[at:c.end])
	mark := c.t[stop:c.end]
	blank := mark[0] == ' '
	switch {
	case n.class == classDash || n.class == classQuoted || n.class == classFirst || n.class == classLabel,
		blank && !spaceCutAllowed(c.t[c.from:stop], n),
		(blank || blanks) && stop > c.line && decimal(c.t[at:c.end]) && c.inRow(c.t[c.line:stop]),
		n.class >= classDigit && hasPrefix(mark, listMarks): // an enumeration inside a sentence
		return number{}
	case n.class == classParenDigit && n.value == c.item && strings.HasPrefix(mark, "。"):
		c.item++ // items that lost their line breaks
	case n.class >= classParenDigit:
		return number{}
	}
	return n
}

// listMarks are those behind which the numbers of a list go on in one sentence.
var listMarks = []string{";", ":", "；", "："}

// headingEnd returns where a heading ends that what is not cut yet begins with, as no break
// parts its first item or its text from it; 0 for none.
func (c *lineCutter) headingEnd() int {
	const longest = 48 // bytes
	n := numberOf(c.t[c.from:c.end])
	if n.class != classHan || c.from+n.width >= c.end {
		return 0
	}
	at := c.from + n.width
	rest := c.t[at:min(c.end, at+120)]
	for _, w := range c.reviewEnd { // 一、2029年工作回顾2029年,面对…
		if k := strings.Index(rest, w); k >= 0 && k < longest && !hasAny(rest[:k], sentenceMarks...) {
			return at + k + len(w)
		}
	}
	for _, open := range [...]string{"(一)", "（一）"} { // 一、强化支持(一)财税保障。
		if k := strings.Index(rest, open); k > 0 && !hasAny(rest[:k], sentenceMarks...) {
			return at + k
		}
	}
	return 0
}

// titleInLine returns the length of a plan's title that s begins with, where its first item goes
// on in the same line: 2029年工作要点 1.修建公路。…; 0 for none.
func (ws *words) titleInLine(s string) int {
	const longest = 180 // bytes
	head := s[:runeCut(s, longest)]
	k, _ := firstNumbers.index(head[:titleStop(head)])
	if k <= 0 || digit(s[k-1]) || numberOf(head).class != classNone {
		return 0
	}
	if numberOf(head[k:]).class == classNone || !ws.titleLike(bareTitle(strings.TrimRight(head[:k], " \u3000"))) {
		return 0
	}
	return k
}

// titleStop returns where the first mark of s stands that no title has in it; its length where
// there is none.
func titleStop(s string) int {
	for i, r := range s {
		switch r {
		case '。', ';', ':', ',', '；', '：', '，':
			return i
		}
	}
	return len(s)
}

// boxTitle returns the length of the label and title of a box with numbered items that s
// begins with, where nothing breaks the line behind them: 专栏3 供水工程 1.水库。….
func (ws *words) boxTitle(s string) int {
	const longest = 150 // bytes
	l, ok := ws.labelAt(s)
	if !ok || l.kind != plan.KindBox || !l.alone { // 任务1 and the like may be words of the text
		return 0
	}
	rest := s[l.width:]
	rest = rest[:runeCut(rest, longest)]
	k, _ := indexAny(rest, firstItems)
	if k <= 0 || strings.ContainsAny(rest[:k], "。;:,；：，") {
		return 0
	}
	return l.width + k
}

// cutBehindHeadings cuts the units from first on where the first item or the text begins right
// behind a heading.
func (ws *words) cutBehindHeadings(units []unit, t string, first int) []unit {
	for i := first; i < len(units); i++ {
		x := units[i]
		s := t[x.start:x.end]
		n := numberOf(s)
		if n.class != classHan {
			continue
		}
		if k := ws.headingBefore(s, n.width); k > 0 {
			units = slices.Insert(units, i+1, unit{start: x.start + k, end: x.end, part: true})
			units[i].end = x.start + k
		}
	}
	return units
}

// headingBefore returns where in s the heading ends whose words begin behind its number, as its
// first item or its text follows: 二、主要任务1.清理河道…; 0 for none.
func (ws *words) headingBefore(s string, number int) int {
	const shortest, longest = 6, 48 // bytes
	rest := s[number:min(len(s), number+120)]
	k := strings.Index(rest, "1.")
	if k <= shortest || k >= longest || hasAny(rest[:k], sentenceMarks...) || !hanAt(rest[k+2:]) {
		k = ws.headingBeforeBlank(rest)
	}
	if k == 0 {
		return 0
	}
	return number + k
}

// headingBeforeBlank returns the length of a heading that s begins with, where its text goes on
// behind a blank that stands for a lost line break: 主要目标 到2029年,…; 0 for none.
func (ws *words) headingBeforeBlank(s string) int {
	k := strings.IndexByte(s, ' ')
	if k <= 0 || strings.ContainsAny(s[:k], ",。;:，；：、") || !ws.titleLike(s[:k]) && !hasSuffix(s[:k], ws.headingEnd) {
		return 0
	}
	text := strings.TrimLeft(s[k:], " ")
	if !strings.ContainsAny(text, ",，。") {
		return 0
	}
	return k
}

// fieldBehind returns where such a field begins in a numbered line that gives its
// task first, 0 where none does.
func (ws *words) fieldBehind(s string) int {
	if len(s) > 1200 || s == "" || !mayBeNumber(s) || strings.IndexByte(s, ' ') < 0 && !strings.Contains(s, "\u3000") || strings.IndexByte(s, ':') < 0 && !strings.Contains(s, "：") {
		return 0
	}
	if numberOf(s).class == classNone {
		return 0
	}
	best := 0
	for _, w := range ws.fieldInline {
		k := strings.Index(s, w)
		if k <= 0 || best > 0 && k >= best || s[k-1] != ' ' && !strings.HasSuffix(s[:k], "\u3000") {
			continue
		}
		if rest := s[k+len(w):]; strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：") {
			best = k
		}
	}
	if best == 0 || unclosed(s[:best]) || endsSentence(strings.TrimRight(s[:best], " \u3000")) {
		return 0
	}
	return best
}

// spaceCutAllowed says whether a number behind a blank starts a new paragraph:
// not when the blank parts a number from its text, or a table's cells.
func spaceCutAllowed(before string, n number) bool {
	if n.class == classDigit {
		return strings.HasSuffix(strings.TrimRight(before, " \u3000"), "。")
	}
	if n.class == classPlain {
		return false
	}
	before = strings.TrimRight(before, " \u3000")
	return len(before) >= 24
}

// nextStop returns the offset in t[i:e] of the next mark behind which a number may
// start (one of stops), -1 where there is none. It looks at the first byte of most
// characters only, as a line is searched whole.
func nextStop(t string, i, e int) int {
	for i < e {
		w := int(noStop[t[i]])
		if w == 0 {
			if hasPrefix(t[i:e], stops[:]) {
				return i
			}
			w = 3 // of the mark
		}
		i += w
	}
	return -1
}

// stops are those marks.
var stops = [...]string{" ", "。", ";", "；", ")", "）", ":", "："}

// noStop gives by its first byte how many bytes a character has, or how many to go on by, that
// is none of stops; 0 for what may be one.
var noStop = func() (width [256]uint8) {
	for c := range width {
		if width[c] = 1; c>>4 == 0xE {
			width[c] = 3
		}
	}
	for _, mark := range stops {
		width[mark[0]] = 0
	}
	return width
}()

// inRow reports whether what stands before a blank is a figure or a unit, behind which a
// decimal is the next cell of a row: % 2.4, 公里 8.5, 覆盖率(%) 47.2.
func (ws *words) inRow(before string) bool {
	before = strings.TrimRight(before, ")）")
	return before != "" && digit(before[len(before)-1]) || hasSuffix(before, ws.cellUnitEnd)
}
