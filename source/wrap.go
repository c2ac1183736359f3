package source

import (
	"strings"

	"plangraph/plan"
)

// Texts whose paragraphs were broken into lines of one width, as those taken out of PDF
// files are.

// lineJoin stands in a text that is read for the end of a line after which its paragraph
// goes on.
const lineJoin = '\v'

// unwrapped returns t with the ends of such lines in mid-paragraph made lineJoin, so that
// every place keeps its offset; t itself where lines end where paragraphs do.
func (ws *words) unwrapped(t string) string {
	width := ws.wrapWidth(t)
	if width == 0 {
		return t
	}
	out := []byte(t)
	begun := 0 // where the paragraph begins
	for lo := 0; lo < len(t); {
		hi := lineEnd(t, lo)
		switch {
		case hi+1 >= len(t):
		case ws.goesOn(t[begun:hi], t[lo:hi], t[hi+1:lineEnd(t, hi+1)], width):
			out[hi] = lineJoin
		default:
			begun = hi + 1
		}
		lo = hi + 1
	}
	return string(out)
}

// lineEnd returns where the line that begins at lo ends.
func lineEnd(t string, lo int) int {
	if k := strings.IndexByte(t[lo:], '\n'); k >= 0 {
		return lo + k
	}
	return len(t)
}

// cellMarks part the cells of a table's row.
const cellMarks = "\t|│┃"

// slack is by how much the lines of one width differ: no line begins with a comma.
const slack = 4

// wrapWidth returns the width at which the lines of a text were broken, 0 where they were
// not: many lines are about as wide as the widest, most of these end in mid-sentence, and
// hardly any of them has an item or a field right below. In a short text or one of many short
// items two lines of a page's width are enough, where nothing speaks against it.
func (ws *words) wrapWidth(t string) int {
	const (
		fewest, fewestWide = 8, 3    // lines
		page               = 56      // columns of a page that is wide enough to show by two lines
		narrowest, widest  = 36, 120 // columns
		sample             = 400     // lines
		fullPart, openPart = 3, 2    // one line in three is full, one of these in two is open
		newPart            = 8       // fewer than one of the open ones in so many has an item below
	)
	lines := make([]string, 0, sample)
	width, rows := 0, 0
	for lo := 0; lo < len(t) && len(lines) < sample; {
		hi := lineEnd(t, lo)
		if s := strings.Trim(t[lo:hi], " \r\u3000"); s != "" {
			lines = append(lines, s)
			if width = max(width, lineWidth(s)); width > widest { // as most texts soon show
				return 0
			}
			if strings.Count(s, " ")+strings.Count(s, "\u3000") > 1 || strings.ContainsAny(s, cellMarks) { // or cells that blanks part
				rows++
			}
		}
		lo = hi + 1
	}
	if len(lines) < fewestWide || width < narrowest || rows*fullPart > len(lines) {
		return 0
	}
	full, open, below := 0, 0, 0
	for i, s := range lines {
		if lineWidth(s) < width-slack {
			continue
		}
		if full++; endsSentence(s) || i+1 == len(lines) {
			continue
		}
		if open++; ws.beginsAnew(lines[i+1]) {
			below++
		}
	}
	many := len(lines) >= fewest && full*fullPart >= len(lines) && below*newPart <= open
	wide := width >= page && full > 1 && below == 0
	if !many && !wide || open*openPart < full {
		return 0
	}
	return width
}

// beginsAnew reports whether a line begins with a number, a label or a field.
func (ws *words) beginsAnew(s string) bool {
	_, label := ws.labelAt(s)
	_, w := digits(s)
	row := w > 0 && (w == len(s) || s[w] == ' ') // 3 新建校舍
	return label || row || numberOf(s).class != classNone || strings.ContainsAny(s, cellMarks) || ws.beginsField(s)
}

// beginsField reports whether a line begins with a field's label: 责任单位:甲局, but not the
// rest of a list before one, 乙局;责任单位:甲局.
func (ws *words) beginsField(s string) bool {
	label, _, _ := strings.Cut(strings.ReplaceAll(s[:runeCut(s, 42)], "：", ":"), ":")
	return ws.fieldLine(s) && !strings.ContainsAny(label, ",;、，；。") && !strings.ContainsAny(strings.TrimLeft(label, "(（〔[【 "), "(（〔[【")
}

// lineWidth is the width of a line: 2 for a Han character, 1 for a figure.
func lineWidth(s string) (n int) {
	for _, r := range s {
		if n++; r >= 0x2e80 {
			n++
		}
	}
	return n
}

// goesOn reports whether a paragraph, of which line is the last one read, goes on with the
// next line.
func (ws *words) goesOn(paragraph, line, next string, width int) bool {
	line = strings.TrimRight(line, " \r\u3000")
	if lineWidth(line) < width-slack || strings.ContainsAny(line, cellMarks) || strings.ContainsAny(next, cellMarks) {
		return false
	}
	if s := strings.TrimLeft(next, " \u3000"); s == "" || strings.HasPrefix(next, "\u3000") || strings.HasPrefix(next, "  ") {
		return false
	} else if !endsSentence(line) || unclosed(paragraph) {
		return true
	} else {
		return !ws.beginsAnew(s)
	}
}

// lines are the spans of the lines of [s,e), which lineJoin parts.
func (b *builder) lines(s, e int) (out []plan.Span) {
	for s < e {
		k := strings.IndexByte(b.t[s:e], lineJoin)
		if k < 0 {
			k = e - s
		}
		if lo, hi := trim(b.t, s, s+k); lo < hi {
			out = append(out, plan.Span{Start: lo, End: hi})
		}
		s += k + 1
	}
	return out
}
