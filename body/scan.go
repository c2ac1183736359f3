package body

import (
	"slices"
	"strings"
	"unicode"
)

// Kind says what a found name is.
type Kind uint8

// The kinds of names.
const (
	Body       Kind = iota // one body
	Class                  // a class of bodies: 各级民政部门
	Collective             // several bodies named together: 省各有关部门
)

// Mention is a name of a body in a text.
type Mention struct {
	Start, End int // runes, half-open
	Kind       Kind
	Charged    bool // it counts only where a plan makes it responsible for something
}

// Scan finds the names of bodies in text, which Simplify has made simplified.
// Where two overlap, the longer stays.
func (l *Lexicon) Scan(text []rune) []Mention { return l.ScanTo(nil, text) }

// ScanTo is Scan with the memory of out, whose mentions it overwrites.
func (l *Lexicon) ScanTo(out []Mention, text []rune) []Mention {
	out = out[:0]
	for i := 1; i < len(text); i++ {
		ask := l.asked(text[i-1], text[i])
		if ask == 0 {
			continue
		}
		m, ok := l.at(text, i+1, ask)
		if n := len(out); !ok && n > 0 && out[n-1].End < i {
			m, ok = l.behind(text, out[n-1].End, i+1, ask)
		}
		if !ok || inNumber(text, m.End) {
			continue
		}
		if l.cut(text, m) {
			for m.Kind == Collective && len(out) > 0 && out[len(out)-1].Start >= m.Start { // 各级党委 in 各级党委和政府分管领导
				out = out[:len(out)-1]
			}
			continue
		}
		for len(out) > 0 {
			p := out[len(out)-1]
			if p.End <= m.Start {
				break
			}
			if m.Kind == Collective && p.Kind == Collective && p.Start < m.Start && p.End < m.End && text[m.Start-1] == '、' { // 各新区、区政府各部门
				out = out[:len(out)-1]
				continue
			}
			if p.End-p.Start > m.End-m.Start {
				ok = false
				break
			}
			out = out[:len(out)-1]
		}
		if n := len(out); ok && n > 0 && m.Kind == Body && out[n-1].Kind == Body && m.Start == out[n-1].End+2 && l.wordIs(belonging, text[m.Start-2:m.Start]) {
			m.Start = out[n-1].Start // 市交通局所属公路局
			out = out[:n-1]
		}
		if ok {
			out = append(out, m)
		}
	}
	for i := 0; i < len(out); i++ {
		end := l.eachNext(text, out[i])
		if end == 0 {
			continue
		}
		next := Mention{Start: out[i].End + 1, End: end, Kind: Class, Charged: out[i].Charged}
		if i+1 < len(out) && out[i+1].Start < end {
			out[i+1] = next
		} else {
			out = slices.Insert(out, i+1, next)
		}
	}
	return out
}

// behind returns the name that ends at end and begins where another one ended, without a
// mark between them: 国家发展改革委|财政部.
func (l *Lexicon) behind(text []rune, start, end int, ask uint16) (Mention, bool) {
	if end-start > longestBehind || !han(text[start]) {
		return Mention{}, false
	}
	m, ok := l.at(text[start:], end-start, ask)
	if !ok || m.Start > 0 {
		return Mention{}, false
	}
	m.Start, m.End = start, m.End+start
	return m, true
}

// longestBehind bounds how far a name reaches that stands right behind another one.
const longestBehind = 60

// eachNext returns where a class ends that a list goes on with behind one of which each is
// meant, 0 for none: 各镇人民政府、|街道办事处|,….
func (l *Lexicon) eachNext(text []rune, m Mention) int {
	if m.End+1 >= len(text) || text[m.End] != '、' || text[m.Start] != '各' && (m.Kind == Body || !slices.Contains(text[m.Start:m.End], '各')) {
		return 0
	}
	for _, w := range l.eachWords {
		if end := m.End + 1 + len(w); hasAt(text, m.End+1, w) && (end == len(text) || !han(text[end])) {
			return end
		}
	}
	return 0
}

// cut reports whether the words behind a name make its head another word.
func (l *Lexicon) cut(text []rune, m Mention) bool {
	if m.End >= len(text) || !l.cuts.has(text[m.End]) {
		return false
	}
	for n := 1; n <= 4 && m.Start <= m.End-n; n++ {
		for _, tail := range l.notAfter[string(text[m.End-n:m.End])] {
			if hasAt(text, m.End, tail) {
				return true
			}
		}
	}
	return false
}

// inNumber reports whether a document's number goes on at end, which begins with who issued
// it: 工信部|联节〔2022〕88号.
func inNumber(text []rune, end int) bool {
	const longest, year = 3, 4 // characters
	k := end
	for k < len(text) && k-end <= longest && han(text[k]) {
		k++
	}
	if k == end || k+year+2 >= len(text) || !strings.ContainsRune("〔[(", text[k]) || !strings.ContainsRune("〕])", text[k+year+1]) {
		return false
	}
	for i, r := range text[k+1 : k+year+3] {
		if i != year && (r < '0' || r > '9') {
			return false
		}
	}
	return true
}

// hasAt reports whether the word stands at a position of the text.
func hasAt(text []rune, at int, word []rune) bool {
	if at < 0 || at+len(word) > len(text) {
		return false
	}
	for i, r := range word {
		if text[at+i] != r {
			return false
		}
	}
	return true
}

// reads is hasAt for a word that is written out.
func reads(text []rune, at int, word string) bool {
	if at < 0 {
		return false
	}
	for _, r := range word {
		if at >= len(text) || text[at] != r {
			return false
		}
		at++
	}
	return true
}

// at returns the longest name that ends at end, as the recognisers of ask see it.
func (l *Lexicon) at(text []rune, end int, ask uint16) (Mention, bool) {
	var best Mention
	found := false
	take := func(m Mention, ok bool) {
		if ok && (!found || m.Start < best.Start) {
			best, found = m, true
		}
	}
	if ask&askNamed != 0 {
		take(l.named(text, end))
	}
	if ask&askGovernment != 0 {
		take(l.government(text, end))
	}
	if ask&askClass != 0 {
		take(l.class(text, end))
	}
	if ask&askCollective != 0 {
		take(l.collective(text, end))
	}
	if ask&askGroup != 0 {
		take(l.groupName(text, end))
	}
	if ask&askZone != 0 {
		take(l.zone(text, end))
		take(l.street(text, end))
	}
	if ask&askInstitute != 0 {
		if !found {
			take(l.instituteName(text, end))
		}
		take(l.publicClass(text, end))
	}
	if ask&askBranch != 0 {
		take(l.branch(text, end))
	}
	if ask&askForce != 0 {
		take(l.forceName(text, end))
	}
	if ask&askLocality != 0 {
		if s, _, ok := l.locality.longest(text, end); ok && (!found && l.opens(text, s) || found && s <= best.Start) {
			take(Mention{Start: s, End: end, Kind: Collective}, true)
			best.Charged = true
		}
		if s, ok := l.places(text, end); ok && (!found || s < best.Start) {
			take(Mention{Start: s, End: end, Kind: Collective, Charged: true}, true)
		}
	}
	return best, found
}

// han reports whether r is a character that names are made of.
//
// Nearly all stand in one block, which spares the look at the table of all blocks.
func han(r rune) bool { return 0x4e00 <= r && r <= 0x9fff || unicode.Is(unicode.Han, r) }

// opens reports whether a name may begin at i: at the text's start, behind
// punctuation, or behind a word that no name runs over.
func (l *Lexicon) opens(text []rune, i int) bool {
	if i <= 0 || !han(text[i-1]) {
		return true
	}
	_, _, ok := l.stop.longest(text, i)
	return ok
}
