package source

import (
	"slices"
	"strconv"
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
	piped      bool // a cell of a table: a | ended its line
	ended      bool // a | alone in its line, or a rule, which ends a row, stands before it
}

// scanUnits cuts t into units. Blank lines yield none. With numbered, the lines
// carry numbers of their own (see lineNumbers), which are left out.
func (ws *words) scanUnits(t string, numbered bool) []unit {
	units := make([]unit, 0, 64+len(t)/200)
	gap, ended := true, false
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
		piped := false
		if s < e && t[e-1] == '|' && (strings.IndexByte(t[s:e], '|') == e-1-s || strings.Trim(t[s:e], "|") == "") { // a table with a cell a line
			for e > s && t[e-1] == '|' {
				e--
			}
			s, e = trim(t, s, e)
			piped = true
		}
		if opensRow(t[s:e], t[next:]) {
			s, e = trim(t, s+1, e-1)
			piped, ended = true, len(units) > 0 && units[len(units)-1].piped
		}
		if s < e && t[s] == '+' && strings.Trim(t[s:e], "+-= ") == "" { // a rule of a table: +---+---+
			pos, ended = next, true
			continue
		}
		if s < e {
			first := len(units)
			if piped {
				units = append(units, unit{start: s, end: e, gap: gap, piped: true})
			} else if head := ws.headParts(t[s:e], first == 0); head != nil {
				units = ws.splitHead(units, t, s, e, head)
			} else if tab >= 0 && tab+pos < e {
				// Leading tabs are empty cells; only blanks go.
				ts := pos
				for ts < e && (t[ts] == ' ' || t[ts] == '\r') {
					ts++
				}
				cut := strings.TrimRight(t[ts:end], "\r\n ")
				if strings.Count(cut, "\t") > 0 && ws.isRow(t[s:e], t[ts] == '\t', !gap && len(units) > 0 && units[len(units)-1].tab) {
					units = append(units, unit{start: ts, end: ts + len(cut), gap: gap, tab: true})
				} else {
					units = append(units, unit{start: s, end: e, gap: gap})
				}
			} else {
				units = ws.splitLine(units, t, s, e, gap)
			}
			if ended && first < len(units) {
				units[first].ended = true
			}
			gap, ended = false, false
		} else if piped {
			ended = true
		} else {
			gap = true
		}
		pos = next
	}
	return units
}

// opensRow reports whether s is the first cell of a row between two |, whose other cells have
// a line each that a | ends, as the text behind begins.
func opensRow(s, behind string) bool {
	if len(s) < 3 || s[0] != '|' || s[len(s)-1] != '|' || strings.IndexByte(s[1:], '|') != len(s)-2 {
		return false
	}
	line, _, _ := strings.Cut(behind, "\n")
	line = strings.TrimRight(line, " \r")
	return len(line) > 1 && strings.IndexByte(line, '|') == len(line)-1
}

// isRow tells a table's row from a paragraph that is indented by a tab or has one
// behind its number; led says that it begins with a tab, under that a row stands
// right above.
func (ws *words) isRow(s string, led, under bool) bool {
	if n := numberOf(s); n.class != classNone && !strings.Contains(s[n.width:], "\t") {
		return under && n.class == classDigit && strings.Contains(s, "\t")
	}
	if strings.Contains(s, "\t") {
		return !ws.fieldLine(s)
	}
	return led && under && utf8.RuneCountInString(s) <= 30 && !strings.HasSuffix(s, "。")
}

// maxCut is how long a line may be to be cut into paragraphs, in bytes: far more
// than any document without line breaks, and a bound on the memory that a file
// of one endless line takes.
const maxCut = 4 << 20

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
	if e-s < 40 || e-s > maxCut || pipedRow(t[s:e]) || strings.HasPrefix(t[s:e], "│") || strings.HasPrefix(t[s:e], "┃") {
		return append(units, unit{start: s, end: e, gap: gap})
	}
	first := len(units)
	from := s
	cut := func(at int) {
		ps, pe := trim(t, from, at)
		if k := ws.fieldBehind(t[ps:max(ps, pe)]); k > 0 && len(units) > first { // (二)整治河道 责任单位:…
			_, te := trim(t, ps, ps+k)
			units = append(units, unit{start: ps, end: te, part: true})
			ps, _ = trim(t, ps+k, pe)
		}
		for k := headingEnds(t[ps:max(ps, pe)]); k > 0; k = headingEnds(t[ps:pe]) {
			units = append(units, unit{start: ps, end: ps + k, gap: gap && len(units) == first, part: len(units) > first})
			ps += k
		}
		if ps < pe {
			units = append(units, unit{start: ps, end: pe, gap: gap && len(units) == first, part: len(units) > first})
		}
		from = at
	}
	if n := ws.boxTitle(t[s:e]); n > 0 {
		cut(s + n)
	}
	if n := ws.titleInLine(t[s:e]); n > 0 {
		cut(s + n)
	}
	inLine := 0 // the number that comes next where the line itself is such an item: (1)…。(2)…。
	if n := numberAt(t[from:min(e, from+48)]); n.class == classParenDigit {
		inLine = n.value + 1
	}
	for i := from; i < e; {
		stop := nextStop(t, i, e)
		if stop < 0 {
			break
		}
		_, w := utf8.DecodeRuneInString(t[stop:])
		i = stop + w
		at, _ := trim(t, i, e)
		if at >= e {
			break
		}
		if n := ws.boxTitle(t[at:e]); n > 0 && t[stop] != ' ' {
			cut(at)
			cut(at + n)
			i = at + n
			continue
		}
		if !mayBeNumber(t[at:e]) {
			continue
		}
		n := numberAt(t[at:min(e, at+48)])
		if n.class == classNone || n.class == classDash || n.class == classQuoted || n.class == classFirst || n.class == classLabel {
			continue
		}
		blank := t[stop] == ' '
		if blank && !spaceCutAllowed(t[from:stop], n) || (blank || at > i) && stop > s && decimal(t[at:e]) && inRow(t[s:stop]) {
			continue
		}
		if (t[stop] == ';' || t[stop] == ':' || strings.HasPrefix(t[stop:], "；") || strings.HasPrefix(t[stop:], "：")) && n.class >= classDigit {
			continue // an enumeration inside a sentence
		}
		if n.class == classParenDigit && n.value == inLine && strings.HasPrefix(t[stop:], "。") {
			inLine++ // items that lost their line breaks
		} else if n.class >= classParenDigit {
			continue
		}
		cut(at)
		i = at + n.width
	}
	// «一、强化支持(一)财税保障。»: a heading and its first item without a break.
	if n := numberAt(t[from:min(e, from+48)]); n.class == classHan && from+n.width < e {
		rest := t[from+n.width : min(e, from+n.width+120)]
		for _, w := range ws.reviewEnd { // «一、2029年工作回顾2029年,面对…»
			if k := strings.Index(rest, w); k >= 0 && k < 48 && !hasAny(rest[:k], ",", "。", ";", ":", "，", "；", "：") {
				cut(from + n.width + k + len(w))
				break
			}
		}
		for _, open := range []string{"(一)", "（一）"} {
			if k := strings.Index(rest, open); k > 0 && !strings.ContainsAny(rest[:k], ",。;:，；：") {
				cut(from + n.width + k)
				break
			}
		}
	}
	cut(e)
	return ws.cutBehindNames(units, t, first)
}

// titleInLine returns the length of a plan's title that s begins with, where its first item goes
// on in the same line: 2029年工作要点 1.修建公路。…; 0 for none.
func (ws *words) titleInLine(s string) int {
	const longest = 180 // bytes
	head := s[:runeCut(s, min(len(s), longest))]
	k, _ := indexAny(head, []string{"一、", "1.", "1．", "1、", "(一)", "（一）", "(1)", "（1）"})
	if k <= 0 || digit(s[k-1]) || strings.ContainsAny(head[:k], "。;:,；：，") || numberOf(head).class != classNone {
		return 0
	}
	if numberAt(head[k:]).class == classNone || !ws.titleLike(bareTitle(strings.TrimRight(head[:k], " \u3000"))) {
		return 0
	}
	return k
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
	rest = rest[:runeCut(rest, min(len(rest), longest))]
	k, _ := indexAny(rest, []string{"1.", "1．", "1、", "(1)", "（1）", "(一)", "（一）", "①"})
	if k <= 0 || strings.ContainsAny(rest[:k], "。;:,；：，") {
		return 0
	}
	return l.width + k
}

// cutBehindNames cuts the units from first on where the next item of a list begins
// right behind the names that a field gives the item before: …责任单位:县水利局、各村2.修剪….
func (ws *words) cutBehindNames(units []unit, t string, first int) []unit {
	for i := first; i < len(units); i++ {
		x := units[i]
		n := numberAt(t[x.start:min(x.end, x.start+48)])
		if n.class == classHan { // 二、主要任务1.清理河道…
			rest := t[x.start+n.width : min(x.end, x.start+n.width+120)]
			k := strings.Index(rest, "1.")
			if k <= 6 || k >= 48 || strings.ContainsAny(rest[:k], ",。;:，；：") || !hanAt(rest[k+2:]) {
				k = ws.headingBeforeBlank(rest)
			}
			if k > 0 {
				units = append(units, unit{})
				copy(units[i+2:], units[i+1:])
				units[i].end = x.start + n.width + k
				units[i+1] = unit{start: units[i].end, end: x.end, part: true}
			}
			continue
		}
		if n.class != classDigit || n.value < 1 || n.value > 98 {
			continue
		}
		next := strconv.Itoa(n.value + 1)
		for p := x.start + n.width; p < x.end; {
			k := strings.Index(t[p:x.end], next)
			if k < 0 {
				break
			}
			at := p + k
			p = at + len(next)
			if c := t[at-1]; c >= '0' && c <= '9' || c == '.' || p >= x.end {
				continue
			}
			behind := t[p:x.end]
			if rest, ok := strings.CutPrefix(behind, "."); ok {
				behind = rest
			} else if rest, ok := strings.CutPrefix(behind, "、"); ok {
				behind = rest
			} else {
				continue
			}
			before := t[x.start:at]
			colon := max(strings.LastIndex(before, ":"), strings.LastIndex(before, "："))
			if !hanAt(behind) || colon < 0 {
				continue
			}
			label := strings.TrimRight(before[:colon], " ")
			names := strings.TrimLeft(before[colon:], ":：")
			if !hasSuffix(label, ws.fieldEnd) || !ws.bodyLike(names) && !ws.timeLike(names) && !hasSuffix(strings.TrimRight(names, ")）"), ws.fieldVillage) {
				continue
			}
			units = append(units, unit{})
			copy(units[i+2:], units[i+1:])
			units[i].end = at
			units[i+1] = unit{start: at, end: x.end, part: true}
			break
		}
	}
	return units
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
	if best == 0 || unclosed(s[:best]) || endsSentence(strings.TrimRight(s[:best], " \u3000")) || ws.labelled(s[:best]) {
		return 0
	}
	return best
}

// labelled reports whether a label of a field with its colon stands in s.
func (ws *words) labelled(s string) bool {
	return slices.ContainsFunc(ws.fieldEnd, func(end string) bool { return hasAny(s, end+":", end+"：") })
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

// pipedRow reports a line that is a row whose cells | parts: one begins it, or several with
// one at its end do.
func pipedRow(s string) bool {
	return s[0] == '|' || s[len(s)-1] == '|' && strings.Count(s, "|") > 2
}

// nextStop returns the offset in t[i:e] of the next mark behind which a number may
// start (。 ; ) : of either width, or a blank), -1 where there is none. It looks at
// the first byte of each character only, as a line is searched whole.
func nextStop(t string, i, e int) int {
	for i < e {
		switch c := t[i]; {
		case c == ' ' || c == ')' || c == ';' || c == ':':
			return i
		case c < utf8.RuneSelf:
			i++
		case c == 0xE3 && strings.HasPrefix(t[i:e], "。"), c == 0xEF && (strings.HasPrefix(t[i:e], "；") || strings.HasPrefix(t[i:e], "）") || strings.HasPrefix(t[i:e], "：")):
			return i
		case c>>4 == 0xE:
			i += 3
		default:
			i++
		}
	}
	return -1
}

// inRow reports whether what stands before a blank is a figure or a unit, behind which a
// decimal is the next cell of a row: % 2.4, 公里 8.5, 覆盖率(%) 47.2.
func inRow(before string) bool {
	last := lastRune(strings.TrimRight(before, ")）"))
	return last >= '0' && last <= '9' || strings.ContainsRune("%‰米里吨顷亩元克时次户座个条张件家辆套册岁年床棵株只台", last)
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
