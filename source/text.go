package source

import (
	"strings"
	"unicode/utf8"

	"plangraph/internal/hanzi"
)

// What a piece of text is asked: its marks, blanks and words.

// blank reports whether c is a blank, a tab or an end-of-line byte.
func blank(c byte) bool {
	return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == '\n'
}

// wideBlank returns how many bytes the blank beyond ASCII has that s begins with, 0 for
// none: the ideographic and the no-break space, and the em, en and thin spaces and
// zero-width marks of word processors (U+2000 to U+200B).
func wideBlank(s string) int {
	switch {
	case len(s) >= 2 && s[0] == 0xc2 && s[1] == 0xa0:
		return 2
	case len(s) >= 3 && (s[0] == 0xe3 && s[1] == 0x80 && s[2] == 0x80 || s[0] == 0xe2 && s[1] == 0x80 && s[2] >= 0x80 && s[2] <= 0x8b):
		return 3
	}
	return 0
}

// trim returns the range without blanks and the question marks or squares that lost
// indents leave.
func trim(t string, s, e int) (int, int) {
	for s < e {
		switch {
		case blank(t[s]):
			s++
		case wideBlank(t[s:e]) > 0:
			s += wideBlank(t[s:e])
		case strings.HasPrefix(t[s:e], "\ufeff"), strings.HasPrefix(t[s:e], "\ufffd"):
			s += 3
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
		case e-s >= 3 && wideBlank(t[e-3:e]) == 3:
			e -= 3
		case e-s >= 2 && wideBlank(t[e-2:e]) == 2:
			e -= 2
		default:
			return s, e
		}
	}
	return s, e
}

// hanAt reports whether s begins with a Chinese character.
func hanAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return hanzi.Is(r)
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

// decimal reports whether s begins with a decimal: 11.3, as a cell behind another figure.
func decimal(s string) bool {
	k := 0
	for k < len(s) && s[k] >= '0' && s[k] <= '9' {
		k++
	}
	return k > 0 && k+1 < len(s) && s[k] == '.' && s[k+1] >= '0' && s[k+1] <= '9'
}

// hasPrefix reports whether s begins with one of the words.
func hasPrefix(s string, heads []string) bool {
	for _, h := range heads {
		if strings.HasPrefix(s, h) {
			return true
		}
	}
	return false
}

// hasSuffix reports whether s ends with one of the words.
func hasSuffix(s string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// firstWord returns the first of the words that s begins with, "" for none.
func firstWord(s string, words []string) string {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}

// indexAny returns where the first of the words in s begins, and the word; -1 for none.
func indexAny(s string, words []string) (at int, word string) {
	at = -1
	for _, w := range words {
		if k := strings.Index(s, w); k >= 0 && (at < 0 || k < at) {
			at, word = k, w
		}
	}
	return at, word
}

// joinTitle joins the lines of a title and drops blanks inside it.
func joinTitle(s string) string {
	if !strings.ContainsAny(s, " \t\r\n\v") && !strings.Contains(s, "\u3000") && !strings.Contains(s, "\u00a0") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	from := 0 // what stands before it is in b
	for i := 0; i < len(s); {
		blank := 0 // its bytes
		switch c := s[i]; {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == lineJoin:
			blank = 1
		case c == 0xE3 && strings.HasPrefix(s[i:], "\u3000"):
			blank = 3
		case c == 0xC2 && strings.HasPrefix(s[i:], "\u00a0"):
			blank = 2
		case c>>4 == 0xE: // nearly all of a text
			i += 3
			continue
		default:
			i++
			continue
		}
		b.WriteString(s[from:i])
		i += blank
		from = i
	}
	b.WriteString(s[from:])
	return b.String()
}

// unquoted takes the marks from a title that stands wholly in them.
func unquoted(s string) string {
	if in, ok := strings.CutPrefix(s, "《"); ok && strings.HasSuffix(in, "》") && strings.Index(in, "》") == len(in)-len("》") {
		return strings.TrimSuffix(in, "》")
	}
	return s
}

// bareTitle drops a bracketed period or state at the end of a title:
// (2021—2025年), (征求意见稿), 的通知(节选).
func bareTitle(s string) string {
	s = unquoted(strings.TrimRight(s, " 。|")) // 任务清单 | ||: a title over the columns of a table
	for strings.HasSuffix(s, ")") || strings.HasSuffix(s, "）") {
		k := max(strings.LastIndexByte(s, '('), strings.LastIndex(s, "（"))
		if k <= 0 {
			break
		}
		s = strings.TrimRight(s[:k], " ")
	}
	return s
}

// runeTail returns the length in bytes of the last n characters of s.
func runeTail(s string, n int) int {
	k := len(s)
	for ; n > 0 && k > 0; n-- {
		_, w := utf8.DecodeLastRuneInString(s[:k])
		k -= w
	}
	return len(s) - k
}

// lastRunes returns the last n characters of s.
func lastRunes(s string, n int) string { return s[len(s)-runeTail(s, n):] }

// runeHead returns the length in bytes of the first n characters of s.
func runeHead(s string, n int) int {
	k := 0
	for ; n > 0 && k < len(s); n-- {
		_, w := utf8.DecodeRuneInString(s[k:])
		k += w
	}
	return k
}

// colon returns where the first colon of s stands, of either width, if no more than so many bytes
// are before it; -1 for none.
func colon(s string, most int) int {
	narrow, wide := strings.IndexByte(s[:min(len(s), most+len(":"))], ':'), strings.Index(s[:min(len(s), most+len("："))], "：")
	if narrow < 0 || wide >= 0 && wide < narrow {
		return wide
	}
	return narrow
}

// digit reports whether c is an Arabic digit.
func digit(c byte) bool { return c >= '0' && c <= '9' }

// hasFigure reports whether s holds an Arabic digit.
func hasFigure(s string) bool { return strings.ContainsAny(s, "0123456789") }

// runeCut returns the length of the shortest beginning of s that has n bytes or more and cuts
// no character; that of s where it is shorter.
func runeCut(s string, n int) int {
	n = min(n, len(s))
	for n < len(s) && !utf8.RuneStart(s[n]) {
		n++
	}
	return n
}

// strayBlanks reports whether a text has so many blanks between Han characters, as some
// converters leave, that they mean nothing: 加强基 础设施.
func strayBlanks(t string) bool {
	const sample, fewest, oneIn = 6000, 6, 40 // bytes, blanks, Han characters
	t = t[:runeCut(t, sample)]
	han, blanks := 0, 0
	before := false // a Han character stands right before
	for i, r := range t {
		if hanzi.Is(r) {
			han++
			before = true
			continue
		}
		if r == ' ' && before && hanAt(t[i+1:]) {
			blanks++
		}
		before = false
	}
	return blanks >= fewest && blanks*oneIn > han
}

// cutEnd takes off s the word of a list that it ends with; ok is false where it ends with none.
func cutEnd(s string, ends []string) (head string, ok bool) {
	for _, end := range ends {
		if head, ok = strings.CutSuffix(s, end); ok {
			return head, true
		}
	}
	return s, false
}

// countOf counts how often one of the words stands in s.
func countOf(s string, words []string) (n int) {
	for _, w := range words {
		n += strings.Count(s, w)
	}
	return n
}
