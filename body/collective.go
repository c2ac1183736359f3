package body

import (
	"slices"
	"strings"
)

// Several bodies under one name: 省各有关部门, 各县、区.

// collectiveWords are the words before the head of a collective: 省|各有关|部门.
type collectiveWords struct {
	start  int
	count  int
	every  bool // 各 is one of them
	bare   bool // only words of level (市级)
	worded bool // a word of level (市直, 县属) stands among them
}

// maxCollectiveWords is how many words may stand before the head of a collective.
const maxCollectiveWords = 8

// collective finds 省各有关部门, 市政府各委办局, 中省驻X各单位.
func (l *Lexicon) collective(text []rune, end int) (Mention, bool) {
	head, _, ok := l.colHead.longest(text, end)
	if !ok {
		return Mention{}, false
	}
	if m, with := l.withConcerned(text, head); with && end-head == 2 {
		m.End = end
		return m, true
	}
	w := l.collectiveWords(text, head)
	if w.count > maxCollectiveWords {
		return Mention{}, false
	}
	i := w.start
	for i < end && (text[i] == '及' || text[i] == '和' || text[i] == '与') {
		i++
	}
	start, solid := l.collectiveOwner(text, i, end)
	place := start
	start = l.everyBefore(text, start)
	for start < i && (text[start] == '、' || text[start] == '和') {
		start++
	}
	garrison := start < place-1 && text[place-1] == '驻' && l.wordAt(garrisonOf, text, start) // 中央驻青单位
	m := Mention{Start: start, End: end, Kind: Collective}
	switch {
	case !solid && !(w.worded && w.every) && !l.hasLevel(text[start:i]) && !l.wordAt(collectiveLevel, text[:end], start):
		// 各直属机构 in an addressee: whose they are says the plan
		return m, w.every && l.speaksOf(directWord, text[start:end]) && l.opens(text, start)
	case w.count == 0 && !(text[end-1] == '委' || solid || l.wordAt(collectiveAlone, text, start)),
		w.count == 0 && text[end-1] == '位' && !garrison,
		w.bare && text[end-1] == '构': // 市级机构: of any kind
		return Mention{}, false
	}
	return m, solid || start == 0 || text[start] == '各' || text[start] == '地' || l.opens(text, start)
}

// withConcerned finds the government to which the head at head only adds whoever is concerned,
// which is no body alone: 各县(市)区政府及有关|部门.
func (l *Lexicon) withConcerned(text []rune, head int) (Mention, bool) {
	s, _, ok := l.colWord.longest(text, head)
	if !ok || s < 3 || !strings.ContainsRune("及和与", text[s-1]) || !l.wordIs(relatedWord, text[s:head]) {
		return Mention{}, false
	}
	m, ok := l.government(text, s-1)
	m.Kind = Collective
	return m, ok
}

// collectiveWords reads the words before the head of a collective.
func (l *Lexicon) collectiveWords(text []rune, head int) collectiveWords {
	w := collectiveWords{start: head, bare: true}
	for w.count <= maxCollectiveWords {
		s, _, more := l.colWord.longest(text, w.start)
		if !more || text[s] == '区' && w.start-s == 1 {
			break
		}
		if p, place := l.placeAt(text, w.start); place && p < s {
			break
		}
		last := text[w.start-1]
		w.every = w.every || text[s] == '各'
		w.worded = w.worded || w.start-s > 1 && l.letterOf(levelTail, last) && l.hasLevel(text[s:w.start])
		w.bare = w.bare && last == '级'
		w.start = s
		w.count++
	}
	return w
}

// collectiveOwner finds the place or level before the words [i,end) of a collective, or where
// they garrison: 中央驻陕各单位. solid is true where it is a place.
func (l *Lexicon) collectiveOwner(text []rune, i, end int) (start int, solid bool) {
	start, garrison := i, false
	for n := 1; n <= 3 && i-n > 0; n++ { // the place may be written with one character
		if text[i-n] == '驻' && (n > 1 || i < end) {
			start, garrison = i-n+1, n > 1 && text[i-n+1] != '地'
		}
	}
	if garrison {
		return start, true
	}
	if l.wordAt(classOwner, text, i) && !slices.ContainsFunc(text[i:end], joinsBodies) { // 县级以上地方|人民政府有关部门
		if s, level := l.soup(text, i); level && s < i && (text[s] != '各' || s+1 < i && l.letterOf(levelLetter, text[s+1])) { // but not 各林区、州|政府各部门
			return s, false
		}
	}
	if s, solid, found := l.placeBefore(text, i); found {
		return s, solid
	}
	if s, _, found := l.scope.longest(text, i); found && l.hasLevel(text[s:i]) {
		start = s
	}
	return start, false
}

// joinsBodies reports whether r joins names: 政府及各部门 are two.
func joinsBodies(r rune) bool { return strings.ContainsRune("及和与", r) }

// everyBefore returns where the words for all of a level and of who garrisons a place begin
// that end at start: 各级|各部门, 中省驻|X各单位; start for none.
func (l *Lexicon) everyBefore(text []rune, start int) int {
	for start > 0 {
		s, _, more := l.scope.longest(text, start)
		if !more || text[start-1] == '关' || text[s] != '各' && text[s] != '地' {
			break
		}
		start = s
	}
	if start > 0 && text[start-1] == '驻' {
		for start--; start > 0 && l.letterOf(garrisonLetter, text[start-1]); start-- {
		}
	}
	return start
}

// places returns the start of a class of places that ends at end, as levels are put
// together anywhere: 各县、区, 各市(州)、县, 有关镇街, 三县一区.
func (l *Lexicon) places(text []rune, end int) (int, bool) {
	if s := l.counted(text, end); s < end {
		return s, l.opens(text, s)
	}
	if end > 1 && strings.ContainsRune("、和及", text[end-2]) && end < len(text) && han(text[end]) && (!l.wordAt(placeNext, text, end) || l.wordAt(fieldFirst, text, end)) { // 各街道、区园林局
		return 0, false
	}
	for _, tail := range l.tails { // 各县、区、各有关部门
		if hasAt(text, end-len(tail), tail) {
			if end -= len(tail); end > 1 && text[end-1] == '、' {
				end--
			}
			if end < 2 || text[end-1] == '、' {
				return 0, false
			}
			break
		}
	}
	inside, open := false, true // in a bracket; a level has to stand here
	last := end                 // where the unit read last ends
	for i := end; i > 0 && end-i < 28; {
		r := text[i-1]
		switch {
		case r == ')' && open && !inside:
			inside = true
		case r == '(' && !open && inside:
			inside, open = false, true
		case (r == '、' || r == '和' || r == '及') && !open:
			open = true
		case r == '各' && !open && !inside:
			return i - 1, true
		case r == '他' && !open && !inside && i > 1 && text[i-2] == '其': // 其他县
			return i - 2, l.opens(text, i-2)
		case r == '关' && !open && !inside && i > 1 && (text[i-2] == '有' || text[i-2] == '相'):
			if i > 2 && text[i-3] == '各' {
				return i - 3, true
			}
			return i - 2, l.opens(text, i-2)
		default:
			s, _, ok := l.unit.longest(text, i)
			if !ok || !open && i-s == 1 && i+1 < end && text[last-1] == '区' && last-i > 1 && s > 1 && strings.ContainsRune("、和及", text[s-1]) { // 各镇、县开发区管委会: the latter is one of the county's
				return 0, false
			}
			last = i
			i, open = s, false
			continue
		}
		i--
	}
	return 0, false
}
