package body

import (
	"strings"

	"plangraph/internal/hanzi"
)

// Governments and party committees, and the places and levels in rows before their heads.

// government finds governments, party committees and their collectives:
// 各市、县(市、区)人民政府, 各级党委、政府, 当地人民政府.
func (l *Lexicon) government(text []rune, end int) (Mention, bool) {
	for _, h := range l.governments {
		if !hasAt(text, end-len(h), h) {
			continue
		}
		start, level := l.soup(text, end-len(h))
		if s, _, spot := l.spot.longest(text, start); spot && end-len(h)-start <= 1 && (h[0] == '人' || h[0] == '政') { // 事发地人民政府, 所在镇人民政府
			return Mention{Start: s, End: end, Kind: Class}, true
		}
		level = level || start < end-len(h) && l.hasLevel(h) && h[0] != '人'
		if !level || start == end-len(h) { // 乡镇党委 is a head and 党委 another
			continue
		}
		m := Mention{Start: start, End: end, Kind: Body, Charged: text[end-1] == '政'}
		if town := l.townWithLevel(text, start, end-len(h)); town < start { // 红|旗镇人民政府
			m.Start = town
			return m, true
		}
		if town := l.townBefore(text, start, end-len(h)); town < start { // 石桥|镇人民政府
			m.Start = town
			return m, true
		}
		if s, solid, ok := l.placeBefore(text, end-len(h)); !(ok && s == start && (solid || end-len(h)-s == 1)) {
			m.Kind = Collective
		}
		return m, true
	}
	return Mention{}, false
}

// townBefore returns where the name of a town or the like that no list has begins before
// its level, which stands at start and ends at end; start for none. All provinces are
// listed, and behind 委 a second body begins (县委县政府).
func (l *Lexicon) townBefore(text []rune, start, end int) int {
	if end-start != 1 || start == 0 || text[start] == '省' || text[start-1] == '委' || !han(text[start-1]) || l.opens(text, start) {
		return start
	}
	t, ok := l.unknownPlace(text, start)
	if !ok || t > 0 && l.NoLevel(text[start-1], text[start]) || l.wordIs(noPlaceName, text[t:start]) {
		return start
	}
	return t
}

// townWithLevel returns where the name of a town begins whose last character is one for a level,
// too, which stands at start before the town's own (红旗镇); start for none.
func (l *Lexicon) townWithLevel(text []rune, start, end int) int {
	if end-start != 2 || start == 0 || !l.wordIs(lowLevel, text[end-1:end]) || !han(text[start-1]) || l.opens(text, start) {
		return start
	}
	if t, ok := l.unknownPlace(text, end-1); ok && t < start && !l.wordIs(noPlaceName, text[t:end-1]) {
		return t
	}
	return start
}

// soup reads backwards over levels, places, brackets and separators as they
// stand before a government's head; level is true when one was met.
func (l *Lexicon) soup(text []rune, end int) (start int, level bool) {
	start = end
	depth := 0       // in brackets
	listing := false // a mark of a list was read last
	for i := end; i > 0; {
		switch r := text[i-1]; {
		case r == ')' || r == '〕':
			depth++
			listing = false
			i--
			continue
		case r == '(' || r == '〔':
			if depth == 0 {
				return start, level
			}
			depth--
			i--
			listing = listing && !(depth == 0 && level) // the word before the bracket must follow
			continue
		case r == '、' || r == '和' || r == '及' || r == '与' || depth > 0 && r == ',':
			if i == end || listing {
				return start, level
			}
			listing = true
			i--
			continue
		}
		s, ok := l.token(text, i)
		if !ok && depth > 0 && text[i-1] == '地' { // 各市(州、地)人民政府
			s, ok = i-1, true
		}
		if !ok && listing && depth == 0 {
			s, ok = l.shortPlace(text, i)
		}
		if !ok || i-s == 1 && depth == 0 && s > 0 && l.letterOf(ownLetter, text[s-1]) { // 全|省, 我|市
			break
		}
		if listing && depth == 0 && !l.joins(text, s, i, start) {
			break
		}
		i = s
		listing = false
		if depth == 0 {
			start = s
		}
		level = level || l.hasLevel(text[s:end])
	}
	if start < end && text[start] == '等' {
		start = l.namesBeforeEtc(text, start)
	}
	if start > 0 && start < end && text[start-1] == '驻' {
		start--
	}
	return start, level
}

// shortPlace returns the start of a short name that stands alone before a mark of a list:
// 天峻、都兰、|乌兰县政府.
func (l *Lexicon) shortPlace(text []rune, end int) (int, bool) {
	s, _, ok := l.place.longest(text, end)
	return s, ok && (s == 0 || !han(text[s-1]))
}

// namesBeforeEtc returns where the names of places begin that the 等 at etc closes: 甲、乙
// 等市县政府; behind it where none stand there.
func (l *Lexicon) namesBeforeEtc(text []rune, etc int) int {
	start := etc + 1
	for p := etc; ; {
		s, _, ok := l.place.longest(text, p)
		if !ok {
			return start
		}
		if start, p = s, s; p > 1 && text[p-1] == '、' {
			p--
		}
	}
}

// joins reports whether the token before a separator belongs to the same list
// of places as what follows: 市、县(市、区), but not 省委、省.
func (l *Lexicon) joins(text []rune, s, e, start int) bool {
	// behind the separator must stand a level or place that the token before can be coordinated with
	before, after := text[s:e], text[start:]
	if len(before) == 0 || len(after) == 0 {
		return false
	}
	if len(before) == 1 && before[0] == '省' && (after[0] == '省' || len(after) > 1 && after[0] == '市' && (after[1] == '委' || after[1] == '政')) {
		return false
	}
	if after[0] == '省' || l.wordAt(newList, text, start) || after[0] == '各' && before[0] != '各' {
		return false
	}
	return !l.wordIs(ownList, before)
}

// token returns the start of the scope word or place that ends at end.
func (l *Lexicon) token(text []rune, end int) (int, bool) {
	a, okA := l.placeAt(text, end)
	b, _, okB := l.scope.longest(text, end)
	if n := l.counted(text, end); n < end { // 三县一区人民政府
		return n, true
	}
	switch {
	case okA && (!okB || a < b):
		return a, true
	case okB:
		if end-b == 1 && b > 0 && l.NoLevel(text[b-1], text[b]) {
			return 0, false
		}
		return b, true
	case end >= 2 && text[end-1] == '等' && han(text[end-2]):
		if _, _, place := l.place.longest(text, end-1); place {
			return end - 1, true
		}
	}
	return 0, false
}

// hasLevel reports whether a level or a place stands in words before a body's head.
func (l *Lexicon) hasLevel(t []rune) bool {
	for _, r := range t {
		if l.letterOf(levelLetter, r) {
			return true
		}
	}
	return len(t) > 1 && t[0] != '有' && t[0] != '相' && t[0] != '所'
}

// counting are the numerals that count places: 三县一区.
const counting = hanzi.Numerals + "两"

// counted returns the start of what counts the places of two levels that ends at end
// (三县一区); end for none.
func (l *Lexicon) counted(text []rune, end int) int {
	i := end
	for i > 1 && l.letterOf(countedLevel, text[i-1]) && strings.ContainsRune(counting, text[i-2]) {
		i -= 2
	}
	if end-i < 4 {
		return end
	}
	return i
}
