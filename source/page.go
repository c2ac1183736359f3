package source

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"plangraph/internal/hanzi"
)

// What a line around a plan is: a document number, an addressee, an issuer, a row of the web page
// or gazette that the plan was taken from.

// docNumber reads a document number (苏政办发〔2021〕58号) that is the whole of
// s and returns it with 〔〕 and without blanks.
func (ws *words) docNumber(s string) (string, bool) {
	const longestLine, shortest, longest = 110, 12, 80 // bytes, the latter two of the number
	if len(s) > longestLine {
		return "", false
	}
	for _, label := range ws.numberLabel {
		if rest, ok := strings.CutPrefix(s, label); ok {
			s = strings.TrimLeft(rest, " :：|\t\u3000")
		}
	}
	if in, ok := strings.CutPrefix(s, "("); ok && strings.HasSuffix(in, "号)") {
		s = strings.TrimSuffix(in, ")")
	}
	if len(s) < shortest || !hasSuffix(s, numberSign) {
		return "", false
	}
	if s = withoutPinyin(s); len(s) > longest {
		return "", false
	}
	open, bracket := indexAny(s, yearBrackets)
	if open <= 0 {
		return "", false
	}
	issuer := strings.ReplaceAll(strings.TrimSpace(s[:open]), " ", "")
	year, number, ok := yearAndNumber(s[open+len(bracket):])
	if !ok || !issuerWord(issuer) {
		return "", false
	}
	return fmt.Sprintf("%s〔%d〕%d号", issuer, year, number), true
}

// What the year of a document number may stand in, and what its number ends with.
var (
	yearBrackets = []string{"〔", "[", "(", "（", "［", "【", "﹝"}
	numberSign   = []string{"号", "號"}
)

// issuerWord reports whether s may be the issuer's word in a document number: 苏政办发.
func issuerWord(s string) bool {
	const longest = 14 // characters
	return s != "" && runes(s) <= longest && strings.IndexFunc(s, func(r rune) bool { return !hanzi.Is(r) }) < 0
}

// yearAndNumber reads what stands behind the opening bracket of a document number: 2021〕58号.
func yearAndNumber(s string) (year, number int, ok bool) {
	i := skipBlank(s, 0)
	year, w := digits(s[i:])
	if !hanzi.IsYear(year) {
		return 0, 0, false
	}
	i = skipBlank(s, i+w)
	_, w = utf8.DecodeRuneInString(s[i:]) // the closing bracket, whatever it is
	i = skipBlank(s, i+w)
	i = skipBlank(s, i+markAt(s, i, "第"))
	number, w = digits(s[i:])
	i = skipBlank(s, i+w)
	sign := markAt(s, i, numberSign...)
	return year, number, w > 0 && sign > 0 && strings.TrimSpace(s[i+sign:]) == ""
}

// titleLike reports whether a line ends as the title of a plan does.
func (ws *words) titleLike(s string) bool {
	if hasPrefix(s, ws.columnSerial) { // the head of a table
		return false
	}
	return hasSuffix(s, ws.planEnd) || hasSuffix(s, ws.titleEnd)
}

// tocLine reports a line of a table of contents: dots and a page.
func tocLine(s string) bool {
	return strings.Contains(s, "……") || strings.Contains(s, "......") || strings.Contains(s, "·····")
}

// addressee reports a line that names whom a circular is sent to.
func (ws *words) addressee(s string) bool {
	if !strings.HasSuffix(s, ":") && !strings.HasSuffix(s, "：") || len(s) > 700 || hasAny(s, "。", ";", "；") {
		return false
	}
	return hasAny(s, ws.addresseeBody...) &&
		(strings.HasPrefix(s, "各") || hasAny(s, ",", "，", "、"))
}

// issuerLike reports a line that is only the name of an issuing body.
func (ws *words) issuerLike(s string) bool {
	if runes(s) > 40 || hasAny(s, "。", ",", "，", ":", "：", "《") || hasAny(s, ws.aboutWord...) {
		return false
	}
	s = strings.TrimRight(s, " ")
	return hasSuffix(s, ws.issuerEnd)
}

// letterhead reports a line above the number of a red-headed original: 青川市人民政府文件.
func (ws *words) letterhead(s string) bool {
	return len(s) < 90 && (ws.issuerLike(s) || hasSuffix(s, ws.letterheadEnd))
}

// noise reports a metadata row, a share-site line or a page counter.
func (ws *words) noise(s string) bool {
	if len(s) > 240 {
		return false
	}
	if pageCounter(s) || clockLine(s) {
		return true
	}
	if !strings.Contains(ws.pageRowHead, s[:runeCut(s, 1)]) {
		return false
	}
	if in, ok := strings.CutPrefix(s, "["); ok && hasPrefix(strings.TrimPrefix(in, " "), ws.pageRowBracketed) {
		return true
	}
	return hasPrefix(s, ws.pageRow) || ws.siteOwner(s)
}

// siteOwner reports the line of a web page's foot that says who keeps the site.
func (ws *words) siteOwner(s string) bool {
	for _, w := range ws.siteOwners {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return hasAny(s, ws.siteWord...) || hasSuffix(bareTitle(rest), ws.siteOwnerEnd) && !hasAny(s, "、", ",", "，") && !hasAny(s, ws.siteOwnerNot...)
		}
	}
	return false
}

// clockLine reports when a page was put on the web: 2020年07月23日06:05:59.
func clockLine(s string) bool {
	if len(s) > 40 || !hasAny(s, ":", "：") || s[0] < '0' || s[0] > '9' {
		return false
	}
	for _, r := range s {
		if (r < '0' || r > '9') && !strings.ContainsRune("年月日时分秒-/.:： ", r) {
			return false
		}
	}
	return true
}

// pageCounter reports «- 3 -», «— 12 —», «第3页 共9页», «3/9» or a bare page number.
func pageCounter(s string) bool {
	if len(s) > 40 {
		return false
	}
	i := 0
	seen := false
	words := false
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		switch {
		case r >= '0' && r <= '9' || r >= '０' && r <= '９':
			seen = true
		case r == ' ', r == '-', r == '—', r == '–', r == '―', r == '·', r == '/', r == '\u3000', r == '－':
			words = words || r != ' '
		case r == '第' || r == '页' || r == '共':
			words = true
		default:
			return false
		}
		i += w
	}
	return seen && words && strings.IndexByte(s, '.') < 0 && !(strings.Contains(s, "第") && !strings.Contains(s, "页"))
}

// backHead reports the first line of a part that follows the plans of a gazette
// or the last lines of a single document.
func (ws *words) backHead(s string) bool {
	if len(s) >= 290 {
		return false
	}
	if hasPrefix(s, ws.imprint) {
		return true
	}
	if hasAny(s, ws.gazetteMark...) && !strings.Contains(s, "。") && runes(s) < 40 {
		return true
	}
	return hasSuffix(s, ws.imprintEnd) && strings.Contains(s, "年") && strings.Contains(s, "日") && runes(s) < 50
}

// plainTitle leaves out what copies of a title differ in.
func plainTitle(s string) string {
	return strings.NewReplacer(" ", "", "\u3000", "", "《", "", "》", "").Replace(s)
}

// lastMark returns the end of s in which its last mark stands, of either width.
func lastMark(s string) string {
	if len(s) > 3 {
		return s[len(s)-3:]
	}
	return s
}
