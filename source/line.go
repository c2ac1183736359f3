package source

import (
	"strings"
	"unicode/utf8"
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
	sc := unitScanner{words: ws, t: t, numbered: numbered, units: make([]unit, 0, 64+len(t)/200), gap: true}
	for pos := 0; pos < len(t); {
		end := lineEnd(t, pos)
		sc.line(pos, end)
		pos = end + 1
	}
	return sc.units
}

// unitScanner cuts a text into units, line by line.
type unitScanner struct {
	*words
	t        string
	numbered bool   // each line has a number of its own
	units    []unit // so far
	gap      bool   // the next line is the text's first, or a blank one stands before it
	ended    bool   // what ends a row stands before the next line
}

// line reads the line [pos,end).
func (sc *unitScanner) line(pos, end int) {
	t := sc.t
	s, e := trim(t, pos, end)
	if sc.numbered {
		if n := numberOf(t[s:e]); n.class == classDigit {
			s, e = trim(t, s+n.width, e)
		}
	}
	piped := closesCell(t[s:e])
	if piped {
		for e > s && t[e-1] == '|' {
			e--
		}
		s, e = trim(t, s, e)
	}
	if opensRow(t[s:e], t[min(end+1, len(t)):]) {
		s, e = trim(t, s+1, e-1)
		piped, sc.ended = true, len(sc.units) > 0 && sc.units[len(sc.units)-1].piped
	}
	switch {
	case s < e && tableRule(t[s:e]):
		sc.ended = true
	case s < e:
		first := len(sc.units)
		if piped {
			sc.units = append(sc.units, unit{start: s, end: e, gap: sc.gap, piped: true})
		} else {
			sc.cut(pos, end, s, e)
		}
		if sc.ended && first < len(sc.units) {
			sc.units[first].ended = true
		}
		sc.gap, sc.ended = false, false
	case piped:
		sc.ended = true
	default:
		sc.gap = true
	}
}

// cut adds the units of the line [pos,end), which is [s,e) without the blanks around it.
func (sc *unitScanner) cut(pos, end, s, e int) {
	t := sc.t
	if head := sc.headParts(t[s:e], len(sc.units) == 0); head != nil {
		sc.units = sc.splitHead(sc.units, t, s, e, head)
		return
	}
	if strings.IndexByte(t[pos:e], '\t') < 0 {
		sc.units = sc.splitLine(sc.units, t, s, e, sc.gap)
		return
	}
	for pos < e && (t[pos] == ' ' || t[pos] == '\r') { // leading tabs are empty cells: only blanks go
		pos++
	}
	row := strings.TrimRight(t[pos:end], "\r\n ")
	under := !sc.gap && len(sc.units) > 0 && sc.units[len(sc.units)-1].tab
	if strings.Contains(row, "\t") && sc.isRow(t[s:e], t[pos] == '\t', under) {
		sc.units = append(sc.units, unit{start: pos, end: pos + len(row), gap: sc.gap, tab: true})
	} else {
		sc.units = append(sc.units, unit{start: s, end: e, gap: sc.gap})
	}
}

// closesCell reports whether s is a cell that a | ends, as in a table with a cell a line; a | or
// more alone are an empty one.
func closesCell(s string) bool {
	return s != "" && s[len(s)-1] == '|' && (strings.IndexByte(s, '|') == len(s)-1 || strings.Trim(s, "|") == "")
}

// tableRule reports a rule between the rows of a table: +---+---+.
func tableRule(s string) bool { return s[0] == '+' && strings.Trim(s, "+-= ") == "" }

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

// pipedRow reports a line that is a row whose cells | parts: one begins it, or several with
// one at its end do.
func pipedRow(s string) bool {
	return s[0] == '|' || s[len(s)-1] == '|' && strings.Count(s, "|") > 2
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
		n := numberOf(s)
		if n.class != classDigit || n.value != want {
			return false
		}
		if m := numberOf(s[n.width:]); m.class == classHan || m.class == classParenHan || m.class == classChapter {
			doubled = true
		}
		want++
	}
	return doubled
}
