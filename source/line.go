package source

import (
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// unit is a line, or a part of a line that holds several numbered paragraphs,
// without the blanks around it.
type unit struct {
	start, end int
	gap        bool // a blank line, or the text's beginning, stands before it
	tab        bool // holds a tab or starts with one: a row of a table
	part       bool // not the first part of its line
	column     bool // a cell of a table whose cells are numbered items
}

// blank reports whether c is a blank, a tab or an end-of-line byte.
func blank(c byte) bool {
	return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == '\n'
}

// trim returns the range without ASCII blanks, ideographic and no-break spaces,
// zero-width marks and the question marks or squares that lost indents leave.
func trim(t string, s, e int) (int, int) {
	for s < e {
		switch {
		case blank(t[s]):
			s++
		case strings.HasPrefix(t[s:e], "\u3000"), strings.HasPrefix(t[s:e], "\u200b"), strings.HasPrefix(t[s:e], "\ufeff"), strings.HasPrefix(t[s:e], "\ufffd"):
			s += 3
		case strings.HasPrefix(t[s:e], "\u00a0"):
			s += 2
		case strings.HasPrefix(t[s:e], "??"):
			for s < e && t[s] == '?' {
				s++
			}
		default:
			goto tail
		}
	}
tail:
	for s < e {
		switch {
		case blank(t[e-1]):
			e--
		case e-s >= 3 && (t[e-3:e] == "\u3000" || t[e-3:e] == "\u200b"):
			e -= 3
		case e-s >= 2 && t[e-2:e] == "\u00a0":
			e -= 2
		default:
			return s, e
		}
	}
	return s, e
}

// scanUnits cuts t into units. Blank lines yield none. With numbered, the lines
// carry numbers of their own (see lineNumbers), which are left out.
func scanUnits(t string, numbered bool) []unit {
	units := make([]unit, 0, 64+len(t)/200)
	gap := true
	for pos := 0; pos < len(t); {
		end := strings.IndexByte(t[pos:], '\n')
		next := len(t)
		if end < 0 {
			end = len(t)
		} else {
			end += pos
			next = end + 1
		}
		tab := strings.IndexByte(t[pos:end], '\t')
		s, e := trim(t, pos, end)
		if numbered {
			if n := numberAt(t[s:min(e, s+16)]); n.class == classDigit {
				s, e = trim(t, s+n.width, e)
			}
		}
		if s < e {
			if tab >= 0 && tab+pos < e {
				// Leading tabs are empty cells; only blanks go.
				ts := pos
				for ts < e && (t[ts] == ' ' || t[ts] == '\r') {
					ts++
				}
				cut := strings.TrimRight(t[ts:end], "\r\n ")
				if strings.Count(cut, "\t") > 0 && isRow(t[s:e], t[ts] == '\t') {
					units = append(units, unit{start: ts, end: ts + len(cut), gap: gap, tab: true})
				} else {
					units = append(units, unit{start: s, end: e, gap: gap})
				}
			} else {
				units = splitLine(units, t, s, e, gap)
			}
			gap = false
		} else {
			gap = true
		}
		pos = next
	}
	return units
}

// isRow tells a table's row from a paragraph that is indented by a tab.
func isRow(s string, led bool) bool {
	if strings.Contains(s, "\t") {
		return true
	}
	return led && utf8.RuneCountInString(s) <= 30 && !strings.HasSuffix(s, "。")
}

// maxCut is how long a line may be to be cut into paragraphs, in bytes: far more
// than any document without line breaks, and a bound on the memory that a file
// of one endless line takes.
const maxCut = 4 << 20

// splitLine appends the line [s,e) to units, cut where a numbered paragraph
// starts in mid-line: behind the end of a sentence or behind a blank.
func splitLine(units []unit, t string, s, e int, gap bool) []unit {
	if e-s < 40 || e-s > maxCut || t[s] == '|' || strings.HasPrefix(t[s:e], "│") {
		return append(units, unit{start: s, end: e, gap: gap})
	}
	first := len(units)
	from := s
	cut := func(at int) {
		ps, pe := trim(t, from, at)
		if ps < pe {
			units = append(units, unit{start: ps, end: pe, gap: gap && len(units) == first, part: len(units) > first})
		}
		from = at
	}
	var st stops
	for i := s; i < e; {
		stop := st.next(t, i, e)
		if stop < 0 {
			break
		}
		_, w := utf8.DecodeRuneInString(t[stop:])
		i = stop + w
		at, _ := trim(t, i, e)
		if at >= e {
			break
		}
		if !mayBeNumber(t[at:e]) {
			continue
		}
		n := numberAt(t[at:min(e, at+48)])
		if n.class == classNone || n.class == classDash || n.class == classQuoted || n.class == classFirst || n.class == classLabel {
			continue
		}
		if t[stop] == ' ' && !spaceCutAllowed(t[from:stop], n) {
			continue
		}
		if (t[stop] == ';' || t[stop] == ':' || strings.HasPrefix(t[stop:], "；") || strings.HasPrefix(t[stop:], "：")) && n.class >= classDigit {
			continue // an enumeration inside a sentence
		}
		if n.class >= classParenDigit {
			continue
		}
		cut(at)
		i = at + n.width
	}
	// «一、强化支持(一)财税保障。»: a heading and its first item without a break.
	if n := numberAt(t[from:min(e, from+48)]); n.class == classHan && from+n.width < e {
		rest := t[from+n.width : min(e, from+n.width+120)]
		for _, open := range []string{"(一)", "（一）"} {
			if k := strings.Index(rest, open); k > 0 && !strings.ContainsAny(rest[:k], ",。;:，；：") {
				cut(from + n.width + k)
				break
			}
		}
	}
	cut(e)
	return units
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

// stopMarks are the marks behind which a number may start.
var stopMarks = [...]string{"。", " ", ")", "；", "）", ";", "：", ":"}

// stops finds the next mark; it keeps where each kind stands next, so that a
// line is searched once per kind however long it is.
type stops struct {
	at [len(stopMarks)]int // offset plus one; 0 not searched yet, -1 none left
}

// next returns the offset of the next mark in t[i:e], -1 when there is none.
func (s *stops) next(t string, i, e int) int {
	best := -1
	for k, p := range stopMarks {
		if s.at[k] >= 0 && s.at[k] <= i {
			var j int
			if len(p) == 1 {
				j = strings.IndexByte(t[i:e], p[0])
			} else {
				j = strings.Index(t[i:e], p)
			}
			if j < 0 {
				s.at[k] = -1
			} else {
				s.at[k] = i + j + 1
			}
		}
		if at := s.at[k] - 1; at >= 0 && (best < 0 || at < best) {
			best = at
		}
	}
	return best
}

// class is the kind of a number at the head of a line, from the outermost in.
type class uint8

const (
	classNone       class = iota
	classPart             // 第一编, 第一篇, 第一部分
	classChapter          // 第一章
	classSection          // 第一节
	classHan              // 一、
	classParenHan         // (一)
	classDigit            // 1. 1． 1、
	classParenDigit       // (1) 1)
	classCircled          // ①
	classFirst            // 一是, 首先
	classQuoted           // “1”——
	classDash             // ——
	classPlain            // 第一条
	classLabel            // 专栏1, 表1, 附件1
)

// number is a number at the head of a unit.
type number struct {
	class class
	value int
	start int // where the number itself begins (behind a bullet)
	len   int // of the number as written
	width int // bytes up to the text behind it
}

const hanDigits = "〇一二三四五六七八九"

// hanNumber reads a Chinese numeral up to 99 and returns its width.
func hanNumber(s string) (v, w int) {
	for w < len(s) {
		r, n := utf8.DecodeRuneInString(s[w:])
		switch {
		case r == '十':
			if v == 0 {
				v = 1
			}
			v *= 10
		case r == '百':
			v *= 10
		case r == '零' || r == '〇':
		default:
			d := -1
			if n == 3 {
				if k := strings.Index(hanDigits, s[w:w+n]); k >= 0 {
					d = k / 3
				}
			}
			if d < 0 {
				return v, w
			}
			v += d
		}
		w += n
		if w > 15 {
			return 0, 0
		}
	}
	return v, w
}

func digits(s string) (v, w int) {
	for w < len(s) && w < 5 && s[w] >= '0' && s[w] <= '9' {
		v = v*10 + int(s[w]-'0')
		w++
	}
	if w > 0 {
		return v, w
	}
	for w+3 <= len(s) && w < 15 && s[w] == 0xef && s[w+1] == 0xbc && s[w+2] >= 0x90 && s[w+2] <= 0x99 {
		v = v*10 + int(s[w+2]-0x90)
		w += 3
	}
	return v, w
}

func skipBlank(s string, i int) int {
	for i < len(s) {
		switch {
		case s[i] == ' ' || s[i] == '\t':
			i++
		case strings.HasPrefix(s[i:], "\u3000"):
			i += 3
		case strings.HasPrefix(s[i:], "\u00a0"):
			i += 2
		default:
			return i
		}
	}
	return i
}

// mayBeNumber is a quick test for what cannot begin a number, bullets apart.
func mayBeNumber(s string) bool {
	c := s[0]
	if c < utf8.RuneSelf {
		return c >= '0' && c <= '9' || c == '(' || c == '-'
	}
	if len(s) < 3 {
		return false
	}
	switch c {
	case 0xe2, 0xe3: // quotation marks, dashes, ①, 〔, 〇
		return true
	case 0xe4: // 一七三九二五
		return s[1] == 0xb8 || s[1] == 0xb9 || s[1] == 0xba
	case 0xe5: // 八六十四
		return s[1] == 0x85 || s[1] == 0x8d || s[1] == 0x9b
	case 0xe7: // 第, 百
		return s[1] == 0xac || s[1] == 0x99
	case 0xef: // full-width forms
		return s[1] == 0xbc
	}
	return false
}

// bullets may stand before a number: «- 1. …», «● (一)…».
var bullets = [...]string{"- ", "* ", "●", "■", "◆", "•", "·", "▲", "△"}

// numberAt reads the number at the head of s.
func numberAt(s string) number {
	if len(s) < 2 {
		return number{}
	}
	i := 0
	if c := s[0]; c != '-' && c != '*' && c != 0xe2 && c != 0xc2 {
		if !mayBeNumber(s) {
			return number{}
		}
		return bareNumber(s)
	}
	for _, b := range bullets {
		if strings.HasPrefix(s, b) {
			i = skipBlank(s, len(b))
			break
		}
	}
	n := bareNumber(s[i:])
	if n.class == classNone {
		return number{}
	}
	n.start += i
	n.width += i
	return n
}

func bareNumber(s string) number {
	if s == "" {
		return number{}
	}
	c := s[0]
	switch {
	case c >= '0' && c <= '9', strings.HasPrefix(s, "\xef\xbc") && len(s) > 2 && s[2] >= 0x90 && s[2] <= 0x99:
		v, w := digits(s)
		if w == 0 || v == 0 || v > 500 {
			return number{}
		}
		rest := s[w:]
		switch {
		case strings.HasPrefix(rest, "."):
			if len(rest) > 1 && rest[1] >= '0' && rest[1] <= '9' {
				return number{}
			}
			return number{class: classDigit, value: v, len: w + 1, width: skipBlank(s, w+1)}
		case strings.HasPrefix(rest, "．"), strings.HasPrefix(rest, "、"):
			return number{class: classDigit, value: v, len: w + 3, width: skipBlank(s, w+3)}
		case strings.HasPrefix(rest, ")"):
			return number{class: classParenDigit, value: v, len: w + 1, width: skipBlank(s, w+1)}
		case strings.HasPrefix(rest, "）"):
			return number{class: classParenDigit, value: v, len: w + 3, width: skipBlank(s, w+3)}
		}
		return number{}
	case c == '(', strings.HasPrefix(s, "（"), strings.HasPrefix(s, "〔"):
		o := 1
		if c != '(' {
			o = 3
		}
		cl := classParenHan
		v, w := hanNumber(s[o:])
		if w == 0 {
			cl = classParenDigit
			v, w = digits(s[o:])
		}
		if w == 0 || v == 0 || v > 200 {
			return number{}
		}
		e := o + w
		switch {
		case strings.HasPrefix(s[e:], ")"):
			e++
		case strings.HasPrefix(s[e:], "）"), strings.HasPrefix(s[e:], "〕"):
			e += 3
		default:
			return number{}
		}
		return number{class: cl, value: v, len: e, width: skipBlank(s, e)}
	case strings.HasPrefix(s, "第"):
		i := skipBlank(s, 3)
		v, w := hanNumber(s[i:])
		if w == 0 {
			v, w = digits(s[i:])
		}
		if w == 0 || v == 0 {
			return number{}
		}
		i = skipBlank(s, i+w)
		for _, m := range [...]struct {
			word string
			cl   class
		}{{"编", classPart}, {"篇", classPart}, {"部分", classPart}, {"章", classChapter}, {"节", classSection}, {"条", classPlain}} {
			if strings.HasPrefix(s[i:], m.word) {
				e := i + len(m.word)
				b := skipBlank(s, e)
				// «第一节课», «第一条高铁»: a number behind which the title runs on
				// without a blank is a heading only for chapters and parts.
				if b == e && (m.cl == classPlain || m.cl == classSection) && b < len(s) {
					return number{}
				}
				return number{class: m.cl, value: v, len: e, width: b}
			}
		}
		return number{}
	case strings.HasPrefix(s, "—"), strings.HasPrefix(s, "--"), strings.HasPrefix(s, "──"), strings.HasPrefix(s, "－－"), strings.HasPrefix(s, "――"):
		i := 0
		for i < len(s) {
			if s[i] == '-' {
				i++
			} else if strings.HasPrefix(s[i:], "—") || strings.HasPrefix(s[i:], "─") || strings.HasPrefix(s[i:], "－") || strings.HasPrefix(s[i:], "―") {
				i += 3
			} else {
				break
			}
		}
		return number{class: classDash, value: 1, len: i, width: skipBlank(s, i)}
	case strings.HasPrefix(s, "“"):
		e := strings.Index(s, "”")
		if e < 0 || e > 12 {
			return number{}
		}
		w := e + 3
		switch {
		case strings.HasPrefix(s[w:], "——"):
			return number{class: classQuoted, value: 1, len: w, width: skipBlank(s, w+6)}
		case strings.HasPrefix(s[w:], ":"):
			return number{class: classQuoted, value: 1, len: w, width: skipBlank(s, w+1)}
		case strings.HasPrefix(s[w:], "："):
			return number{class: classQuoted, value: 1, len: w, width: skipBlank(s, w+3)}
		}
		return number{}
	}
	if r, w := utf8.DecodeRuneInString(s); r >= '①' && r <= '⑳' {
		return number{class: classCircled, value: int(r-'①') + 1, len: w, width: skipBlank(s, w)}
	}
	v, w := hanNumber(s)
	if w > 0 && v > 0 && w < len(s) {
		switch {
		case strings.HasPrefix(s[w:], "、"), strings.HasPrefix(s[w:], "．"):
			// «一、二、三级»: a list in a sentence.
			if _, more := hanNumber(s[w+3:]); more > 0 && strings.HasPrefix(s[w+3+more:], "、") {
				return number{}
			}
			return number{class: classHan, value: v, len: w + 3, width: skipBlank(s, w+3)}
		case strings.HasPrefix(s[w:], ".") || strings.HasPrefix(s[w:], ","):
			return number{class: classHan, value: v, len: w + 1, width: skipBlank(s, w+1)}
		case strings.HasPrefix(s[w:], "是"), strings.HasPrefix(s[w:], "要"):
			if v <= 20 {
				return number{class: classFirst, value: v, len: w + 3, width: skipBlank(s, w+3)}
			}
		}
	}
	return number{}
}

// labels are the words that open a box, a table, a picture or an annex when a
// number follows.
var labels = [...]struct {
	word string
	kind string
}{
	{"专栏", plan.KindBox}, {"專欄", plan.KindBox}, {"重点工程", plan.KindBox}, {"重点应用", plan.KindBox},
	{"重大工程", plan.KindBox}, {"重点任务", plan.KindBox}, {"重点项目", plan.KindBox}, {"重大项目", plan.KindBox},
	{"重点行动", plan.KindBox}, {"重大行动", plan.KindBox}, {"重点专栏", plan.KindBox}, {"任务", plan.KindBox},
	{"工程", plan.KindBox}, {"行动", plan.KindBox}, {"附表", plan.KindAnnex}, {"表", plan.KindTable}, {"图", ""},
	{"附件", plan.KindAnnex}, {"附录", plan.KindAnnex}, {"附", plan.KindAnnex},
}

// label is a box, table, picture or annex mark at the head of a line.
type label struct {
	kind  string
	word  string
	len   int // of word and number as written
	width int // up to the title
	num   string
}

// labelAt reads a label at the head of s; the number may be missing for annexes.
func labelAt(s string) (label, bool) {
	if len(s) < 4 || s[0] < 0xe4 {
		return label{}, false
	}
	switch s[:3] {
	case "专", "專", "重", "任", "工", "行", "附", "表", "图":
	default:
		return label{}, false
	}
	for _, l := range labels {
		if !strings.HasPrefix(s, l.word) {
			continue
		}
		i := skipBlank(s, len(l.word))
		v, w := digits(s[i:])
		if w == 0 {
			v, w = hanNumber(s[i:])
		}
		if w == 0 {
			if l.word == "附件" && (i == len(s) || strings.HasPrefix(s[i:], ":") || strings.HasPrefix(s[i:], "：")) {
				e := i
				if i < len(s) {
					_, n := utf8.DecodeRuneInString(s[i:])
					e = i + n
				}
				return label{kind: l.kind, word: l.word, len: len(l.word), width: skipBlank(s, e)}, true
			}
			continue
		}
		if v == 0 || v > 300 {
			return label{}, false
		}
		num := s[i : i+w]
		e := i + w
		// «表1-2», «专栏3.1»
		if e+1 < len(s) && (s[e] == '-' || s[e] == '.') && s[e+1] >= '0' && s[e+1] <= '9' {
			_, w2 := digits(s[e+1:])
			num = s[i : e+1+w2]
			e += 1 + w2
		}
		b := skipBlank(s, e)
		sep := b > e
		for _, p := range [...]string{":", "：", ".", "．", "、", "——", "—"} {
			if strings.HasPrefix(s[b:], p) {
				b = skipBlank(s, b+len(p))
				sep = true
				break
			}
		}
		// «任务3项», «表1显示»: without a blank or colon only the sure words open one.
		if !sep && b < len(s) {
			r, _ := utf8.DecodeRuneInString(s[b:])
			sure := l.word == "专栏" || l.word == "專欄" || strings.HasPrefix(l.word, "重点工程") || strings.HasPrefix(l.word, "重点应用")
			if !sure && !(r == '“' || r == '《') {
				return label{}, false
			}
		}
		return label{kind: l.kind, word: l.word, len: e, width: b, num: num}, true
	}
	return label{}, false
}

// lastRune returns the last rune of s.
func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// endsSentence reports whether a paragraph may end behind s.
func endsSentence(s string) bool {
	switch lastRune(s) {
	case '。', ';', '；', '!', '！', '?', '？', ':', '：', '…', '”', '"', '》', '】', ')', '）', '.', '〕', ']':
		return true
	}
	return false
}

// unclosed reports whether a bracket or quotation mark opened near the end of s
// is not closed there.
func unclosed(s string) bool {
	const reach = 600 // bytes; no bracket or title is longer
	round, book, quote := 0, 0, 0
	for i := len(s) - 1; i >= 0 && i > len(s)-reach; i-- {
		switch s[i] {
		case ')':
			round++
		case '(':
			if round--; round < 0 {
				return true
			}
		case 0x88, 0x89, 0x8a, 0x8b, 0x9c, 0x9d: // last bytes of the wide ones
			if i < 2 {
				continue
			}
			switch s[i-2 : i+1] {
			case "）":
				round++
			case "（":
				if round--; round < 0 {
					return true
				}
			case "》":
				book++
			case "《":
				if book--; book < 0 {
					return true
				}
			case "”":
				quote++
			case "“":
				if quote--; quote < 0 {
					return true
				}
			}
		}
	}
	return false
}

// runes counts characters, up to a limit that no title reaches.
func runes(s string) int {
	if len(s) > 1200 {
		return 400
	}
	return utf8.RuneCountInString(s)
}

// hasAny reports whether s contains one of the words.
func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// lineNumbers reports a text whose every line was given a number («1、», «2、»)
// before the numbers that it had, as some sites' lists do.
func lineNumbers(t string, u []unit) bool {
	if len(u) == 0 {
		return false
	}
	doubled, want := false, 1
	for i := range u {
		if u[i].part {
			continue
		}
		s := t[u[i].start:min(u[i].end, u[i].start+64)]
		n := numberAt(s)
		if n.class != classDigit || n.value != want {
			return false
		}
		if m := numberAt(s[n.width:]); m.class == classHan || m.class == classParenHan || m.class == classChapter {
			doubled = true
		}
		want++
	}
	return doubled
}
