package source

import (
	"strings"
	"unicode/utf8"
)

// The head of a text that lost its line breaks: the circular's title, its number, whom it goes to,
// the letter with its date, and the plan's title stand in one line with the plan.

// Bounds of such a head, in bytes.
const (
	leastHeadLine = 240  // of a line that holds more than a head
	longestHead   = 900  // of title, number and addressees
	longestLetter = 1500 // of the circular's own words
	longestSigner = 90   // of the names of those who sign, before the date
	longestDate   = 40
)

// splitHead appends the first line [s,e) of a text to units, each of the parts of its head, of
// which the lengths are given, as a unit of its own.
func (ws *words) splitHead(units []unit, t string, s, e int, parts []int) []unit {
	for _, k := range parts {
		lo, hi := trim(t, s, s+k)
		if lo < hi {
			units = append(units, unit{start: lo, end: hi, gap: true})
		}
		s += k
	}
	if s, e = trim(t, s, e); s == e {
		return units
	}
	return ws.splitLine(units, t, s, e, true)
}

// headParts returns how long the parts of the head are that a line begins with; nil where it is no
// such line, and no first one.
func (ws *words) headParts(s string, opens bool) (parts []int) {
	if !opens || len(s) < leastHeadLine {
		return nil
	}
	title, number := ws.titleAndNumber(s)
	if title == 0 {
		return nil
	}
	parts, at := append(parts, title), title
	next := func(n int) {
		if n > 0 {
			parts, at = append(parts, n), at+n
		}
	}
	next(number)
	next(ws.addresseesAt(s[at:]))
	letter, signer, date := ws.signedLetter(s[at:])
	next(letter)
	next(signer)
	next(date)
	return parts
}

// titleAndNumber returns how long the title of a circular is that a line begins with, and the
// number behind it; the title is 0 where neither a number nor addressees follow it.
func (ws *words) titleAndNumber(s string) (title, number int) {
	head := s[:runeCut(s, longestHead)]
	end := strings.Index(head, "号") + len("号")
	stop := strings.Index(head, "。")
	for k := range head {
		if stop >= 0 && k > stop {
			break
		}
		if k == 0 || !hasSuffix(head[:k], ws.circularEnd) {
			continue
		}
		if end > k { // the last of such words ends the title
			if _, ok := ws.docNumber(head[k:end]); ok {
				title, number = k, end-k
			}
		}
		if number == 0 && ws.addresseesAt(head[k:]) > 0 {
			title = k
		}
	}
	return title, number
}

// addresseesAt returns how long the names of those to whom a circular goes are that s begins
// with, with the colon behind; 0 for none.
func (ws *words) addresseesAt(s string) int {
	k := strings.IndexAny(s, ":：")
	if k < 0 {
		return 0
	}
	_, w := utf8.DecodeRuneInString(s[k:])
	if k += w; ws.addressee(s[:k]) {
		return k
	}
	return 0
}

// signedLetter returns how long the letter is that s begins with, the names of those who sign it
// and its date; all 0 where no date behind a sentence ends it.
func (ws *words) signedLetter(s string) (letter, signer, date int) {
	s = s[:runeCut(s, longestLetter)]
	for k := 0; ; {
		stop := strings.Index(s[k:], "。")
		if stop < 0 {
			return 0, 0, 0
		}
		k += stop + len("。")
		rest := s[k:]
		day := strings.Index(rest, "日")
		if day < 0 || day > longestSigner+longestDate {
			continue
		}
		end := day + len("日")
		for from := max(0, end-longestDate); from < end; from++ {
			if !utf8.RuneStart(rest[from]) || from > 0 && digit(rest[from]) && digit(rest[from-1]) {
				continue
			}
			if _, ok := wholeDate(rest[from:end]); ok && (from == 0 || ws.issuerLike(rest[:from])) {
				return k, from, end - from
			}
		}
	}
}

// headingEnds returns where the heading of a chapter or a section ends that s begins with, as the
// next number stands right behind its words: 二、重点任务|(一)…, (二)提质行动|4.…; 0 where it does not.
func headingEnds(s string) int {
	const shortest, longest = 6, 90 // bytes
	n := numberOf(s)
	if n.class != classHan && n.class != classParenHan {
		return 0
	}
	for k := n.width; k < len(s) && k < n.width+longest; k++ {
		switch m := numberOf(s[k:]); {
		case hasPrefix(s[k:], sentenceMarks):
			return 0
		case !utf8.RuneStart(s[k]) || k < n.width+shortest || !hanBefore(s, k):
		case m.class == classParenHan && m.value == 1 && n.class == classHan, m.class == classDigit && digit(s[k]) && hanAt(s[k+m.width:]):
			return k
		}
	}
	return 0
}

// sentenceMarks are what no heading goes on behind.
var sentenceMarks = []string{"。", ";", "；", ",", "，", ":", "："}

// hanBefore reports whether a Chinese character stands before k.
func hanBefore(s string, k int) bool {
	_, w := utf8.DecodeLastRuneInString(s[:k])
	return hanAt(s[k-w:])
}
