package body

import "strings"

// Places and levels before the heads of names.

// placeAt returns the start of the place that ends at end and may stand before an organ.
// A county of one character (高县) may as well be the end of a word and a level (提高|县),
// and the first two characters of others a verb (会同|县财政局): those count only where a
// name may begin, or behind another place.
func (l *Lexicon) placeAt(text []rune, end int) (int, bool) {
	start, p, ok := l.place.longest(text, end)
	if !ok || !l.bare[p] {
		return 0, false
	}
	short := end-start == 2 && len(l.Places[l.placeOf[p]].Name) == len("两字") && !l.opens(text, start)
	if !short && end-start == 3 && l.wordIs(lowLevel, text[end-1:end]) {
		s, _, verb := l.stop.longest(text, start+2)
		short = verb && s == start
	}
	if short {
		if _, _, above := l.place.longest(text, start); !above {
			return 0, false
		}
	}
	return start, true
}

// placeBefore returns the start of the place or level that ends at end. solid is true
// where it is a place's name, false for a bare level (省).
func (l *Lexicon) placeBefore(text []rune, end int) (start int, solid, ok bool) {
	if s, found := l.placeAt(text, end); found {
		start, solid, ok = s, true, true
		for { // 南京市江宁区
			s, p, more := l.place.longest(text, start)
			if !more || !l.bare[p] {
				break
			}
			start = s
		}
		if reads(text, start-2, "中共") {
			start -= 2
		}
		return start, true, true
	}
	if end <= 0 || !l.levelLast.holds(text[end-1]) {
		return 0, false, false
	}
	for _, w := range l.levels[text[end-1]] {
		start = end - len(w.runes)
		if !hasAt(text, start, w.runes) || w.open && !l.opens(text, start) || len(w.runes) == 1 && start > 0 && l.NoLevel(text[start-1], text[start]) {
			continue
		}
		if reads(text, start-2, "中共") {
			start -= 2
		}
		return start, false, true
	}
	return 0, false, false
}

// unknownPlace returns where the name of a town, district or county that the
// lists lack begins, if a boundary stands within four characters.
func (l *Lexicon) unknownPlace(text []rune, level int) (int, bool) {
	if level > 0 && text[level-1] == '条' { // 第五条|市水利局
		return 0, false
	}
	for n := 1; n <= 3 && level-n >= 0; n++ {
		if !han(text[level-n]) {
			return 0, false
		}
		if n >= 2 && l.opens(text, level-n) {
			return level - n, true
		}
		if party := level - n - 2; n >= 2 && reads(text, party, "中共") && l.opens(text, party) {
			return party, true
		}
		if _, _, stop := l.stop.longest(text, level-n+1); stop {
			return 0, false
		}
	}
	return 0, false
}

// elidedPlaces returns where the names of places begin that a list before the place at start
// names for the same organ (喀什、和田地区财政局), start for none.
func (l *Lexicon) elidedPlaces(text []rune, start int) int {
	for start > 2 && strings.ContainsRune("、和及与", text[start-1]) {
		s, _, ok := l.place.longest(text, start-1)
		if !ok || !l.opens(text, s) {
			break
		}
		start = s
	}
	return start
}
