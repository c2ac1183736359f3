package source

import (
	"strings"
	"unicode/utf8"

	"plangraph/internal/hanzi"
	"plangraph/plan"
)

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
			d := hanzi.Digit(r)
			if d < 0 || r == '两' || r == '兩' { // which number nothing
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

// digits reads the number in Arabic figures, of either width, at the head of s, and returns its
// value and its length in bytes; 0 for none.
func digits(s string) (v, w int) {
	for w < len(s) && w < 5 && digit(s[w]) {
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

// skipBlank returns the position behind the blanks of any width at i.
func skipBlank(s string, i int) int {
	for i < len(s) {
		switch {
		case s[i] == ' ' || s[i] == '\t':
			i++
		case wideBlank(s[i:]) > 0:
			i += wideBlank(s[i:])
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
		return digit(c) || c == '(' || c == '-'
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

// bullet returns how many bytes the bullet takes that may stand before a number: «- 1. …»,
// «● (一)…».
func bullet(s string) int {
	for _, b := range [...]string{"- ", "* ", "·"} {
		if strings.HasPrefix(s, b) {
			return len(b)
		}
	}
	if r, w := utf8.DecodeRuneInString(s); r > 0x7f && strings.ContainsRune(plan.ItemMarks, r) {
		return w
	}
	return 0
}

// numberOf reads the number that s begins with, perhaps behind a bullet; it has no class where
// there is none.
func numberOf(s string) number {
	const longest = 48 // bytes of a number with the bullet before it
	s = s[:runeCut(s, longest)]
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
	if w := bullet(s); w > 0 {
		i = skipBlank(s, w)
	}
	n := bareNumber(s[i:])
	if n.class == classNone {
		return number{}
	}
	n.start += i
	n.width += i
	return n
}

// bareNumber reads the number at the head of s, before which no bullet stands.
func bareNumber(s string) number {
	if s == "" {
		return number{}
	}
	switch c := s[0]; {
	case digit(c), strings.HasPrefix(s, "\xef\xbc") && len(s) > 2 && s[2] >= 0x90 && s[2] <= 0x99:
		return digitNumber(s)
	case c == '(', strings.HasPrefix(s, "（"), strings.HasPrefix(s, "〔"):
		return bracketNumber(s)
	case strings.HasPrefix(s, "第"):
		return ordinalNumber(s)
	case strings.HasPrefix(s, "—"), strings.HasPrefix(s, "--"), strings.HasPrefix(s, "──"), strings.HasPrefix(s, "－－"), strings.HasPrefix(s, "――"):
		return dashes(s)
	case strings.HasPrefix(s, "“"):
		return quotedNumber(s)
	}
	if n := signNumber(s); n.class != classNone {
		return n
	}
	return wordNumber(s)
}

// upTo makes the number that ends at e, with the blanks behind it.
func upTo(s string, c class, value, e int) number {
	return number{class: c, value: value, len: e, width: skipBlank(s, e)}
}

// markAt returns the length of the first of the marks that s begins with at i, 0 for none.
func markAt(s string, i int, marks ...string) int {
	for _, m := range marks {
		if strings.HasPrefix(s[i:], m) {
			return len(m)
		}
	}
	return 0
}

// digitNumber reads 1. 1、 1) 1.1 01.
func digitNumber(s string) number {
	const highest = 1899 // in a list of all projects of a province; 2020. is a year
	v, w := digits(s)
	if w == 0 || v == 0 || v > highest {
		return number{}
	}
	if w+1 < len(s) && s[w] == '.' && digit(s[w+1]) && !wholeUnit(s[w+1:]) {
		return dottedNumber(s)
	}
	if n := markAt(s, w, ".", "．", "、", "﹒"); n > 0 {
		return upTo(s, classDigit, v, w+n)
	}
	if n := markAt(s, w, ")", "）"); n > 0 {
		return upTo(s, classParenDigit, v, w+n)
	}
	if e, ok := blankBeforeMark(s, w); ok {
		return upTo(s, classDigit, v, e)
	}
	if b := skipBlank(s, w); s[0] == '0' && w == 2 && b > w && b < len(s) && s[b] >= 0xe4 { // 01 河道整治
		return number{class: classDigit, value: v, len: w, width: b}
	}
	return number{}
}

// blankBeforeMark returns where the mark of a number ends whose figures end at w, where a blank
// stands between the two and Chinese text behind them: 1 ．建设.
func blankBeforeMark(s string, w int) (end int, ok bool) {
	b := skipBlank(s, w)
	n := markAt(s, b, ".", "．", "、", "﹒")
	if b == w || n == 0 {
		return 0, false
	}
	text := skipBlank(s, b+n)
	return b + n, text < len(s) && s[text] >= 0xe4
}

// bracketNumber reads (一) and (1), also ( 一 ).
func bracketNumber(s string) number {
	const highest = 200
	o := skipBlank(s, markAt(s, 0, "(", "（", "〔"))
	c := classParenHan
	v, w := hanNumber(s[o:])
	if w == 0 {
		c = classParenDigit
		v, w = digits(s[o:])
	}
	e := skipBlank(s, o+w)
	n := markAt(s, e, ")", "）", "〕")
	if w == 0 || v == 0 || v > highest || n == 0 {
		return number{}
	}
	return upTo(s, c, v, e+n)
}

// parts are the words for the parts of a text that 第 numbers.
var parts = [...]struct {
	word  string
	class class
}{{"编", classPart}, {"編", classPart}, {"篇", classPart}, {"部分", classPart}, {"章", classChapter}, {"节", classSection}, {"節", classSection}, {"条", classPlain}, {"條", classPlain}}

// ordinalNumber reads 第一章 and the like.
func ordinalNumber(s string) number {
	i := skipBlank(s, len("第"))
	v, w := hanNumber(s[i:])
	if w == 0 {
		v, w = digits(s[i:])
	}
	if w == 0 || v == 0 {
		return number{}
	}
	i = skipBlank(s, i+w)
	for _, p := range parts {
		if !strings.HasPrefix(s[i:], p.word) {
			continue
		}
		n := upTo(s, p.class, v, i+len(p.word))
		// «第一节课», «第一条高铁»: a number behind which the title runs on
		// without a blank is a heading only for chapters and parts.
		if n.width == n.len && (p.class == classPlain || p.class == classSection) && n.width < len(s) {
			return number{}
		}
		return n
	}
	return number{}
}

// dashes reads the dashes before the item of a list.
func dashes(s string) number {
	i := 0
	for n := 1; n > 0; i += n {
		n = markAt(s, i, "-", "—", "─", "－", "―")
	}
	return upTo(s, classDash, 1, i)
}

// quotedNumber reads “一” before a colon or a dash: “1+3”:….
func quotedNumber(s string) number {
	const longest = 12 // bytes before the closing mark
	e := strings.Index(s, "”")
	if e < 0 || e > longest {
		return number{}
	}
	e += len("”")
	n := markAt(s, e, "——", ":", "：")
	if n == 0 {
		return number{}
	}
	return number{class: classQuoted, value: 1, len: e, width: skipBlank(s, e+n)}
}

// signNumber reads a number that is one character: ① ⑴ ⒈ ㈠.
func signNumber(s string) number {
	switch r, w := utf8.DecodeRuneInString(s); {
	case r >= '①' && r <= '⑳':
		return upTo(s, classCircled, int(r-'①')+1, w)
	case r >= '⑴' && r <= '⒇':
		return upTo(s, classParenDigit, int(r-'⑴')+1, w)
	case r >= '⒈' && r <= '⒛':
		return upTo(s, classDigit, int(r-'⒈')+1, w)
	case r >= '㈠' && r <= '㈩':
		return upTo(s, classParenHan, int(r-'㈠')+1, w)
	}
	return number{}
}

// wordNumber reads 一、 and 一是.
func wordNumber(s string) number {
	const highestFirst = 20 // 一是 … 二十是
	v, w := hanNumber(s)
	if w == 0 || v == 0 || w >= len(s) {
		return number{}
	}
	if n := markAt(s, w, "、", "．", "﹒"); n > 0 {
		// «一、二、三级»: a list in a sentence.
		if _, more := hanNumber(s[w+n:]); more > 0 && strings.HasPrefix(s[w+n+more:], "、") {
			return number{}
		}
		return upTo(s, classHan, v, w+n)
	}
	if n := markAt(s, w, ".", ","); n > 0 {
		return upTo(s, classHan, v, w+n)
	}
	if n := markAt(s, w, "是", "要"); n > 0 && v <= highestFirst {
		return upTo(s, classFirst, v, w+n)
	}
	return number{}
}

// measures are the characters with which what a decimal measures begins.
const measures = "万亿千百十个倍吨公亩平米元人户家次年月天日辆台座条项克余"

// dottedNumber reads 2.1 and 2.1.3, which are no decimals: no unit stands behind.
func dottedNumber(s string) number {
	v, w := digits(s)
	parts := 1
	for w+1 < len(s) && s[w] == '.' && digit(s[w+1]) {
		n := 0
		v, n = digits(s[w+1:])
		w += 1 + n
		parts++
		if v == 0 || v > 40 || parts > 4 {
			return number{}
		}
	}
	b := skipBlank(s, w)
	if r, _ := utf8.DecodeRuneInString(s[b:]); !hanAt(s[b:]) && (r < 'Ⅰ' || r > 'Ⅻ') || strings.ContainsRune(measures, r) { // 3.1 Ⅰ级响应
		return number{}
	}
	class := classParenHan
	if parts > 2 {
		class = classDigit
	}
	return number{class: class, value: v, len: w, width: b}
}

// wholeUnit reports a text that begins with a number of what has no decimals, so that the
// point before it is an item's: 1.|9月底前, 2.|2025年底前, 3.|60岁以上老人.
func wholeUnit(s string) bool {
	v, w := digits(s)
	switch unit := s[w:]; {
	case strings.HasPrefix(unit, "月"):
		return v <= 12
	case strings.HasPrefix(unit, "年"):
		return w == 4
	}
	return hasAny(s[w:min(len(s), w+3)], "岁", "歲", "日")
}
