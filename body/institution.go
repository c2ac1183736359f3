package body

import "strings"

// Institutions and other bodies that no list has, by their heads and what stands around them.

// unlisted finds a name that no list has, where a level opens it and the words
// behind it say that it is somebody: 市大桥局要…, 县创卫办、…
func (l *Lexicon) unlisted(text []rune, end int) (Mention, bool) {
	next := end >= len(text) || !han(text[end]) || l.wordAt(unlistedNext, text, end) || l.institution.holds(text[end-1]) && l.acts(text, end)
	if !next || l.wordIs(unlistedNot, text[end-2:end]) {
		return Mention{}, false
	}
	for i := end - 2; i > 0 && end-i <= 11 && han(text[i-1]) && !l.wordAt(unlistedStop, text, i); i-- {
		if end-i < 3 || !l.levelLast.holds(text[i-1]) {
			continue
		}
		s, _, ok := l.placeBefore(text, i)
		if w, _, all := l.scope.longest(text, i); all && i-w > 1 && (!ok || w < s) { // 各乡镇劳保所
			s, ok = w, true
		}
		if ok && !l.wordIs(unlistedNot, text[i-1:i+1]) {
			if s > 0 && text[s-1] == '各' {
				s--
			}
			if l.opens(text, s) {
				return Mention{Start: s, End: end}, true
			}
		}
	}
	return Mention{}, false
}

// ownInstitution finds an institution by its head, with whatever name of its own stands
// before it in its clause: 红旗水库管理处负责….
func (l *Lexicon) ownInstitution(text []rune, end int) (Mention, bool) {
	const shortest, longest = 2, 14         // characters before the head
	if !l.wordAt(unlistedDuty, text, end) { // costs less than the look for a head
		return Mention{}, false
	}
	head, _, ok := l.ownHead.longest(text, end)
	if !ok {
		return Mention{}, false
	}
	i := head
	for i > 0 && head-i <= longest && han(text[i-1]) && !l.wordIs(unlistedStop, text[i-1:i]) {
		i--
	}
	if head-i < shortest || head-i > longest || !l.opens(text, i) || l.building(text, i) {
		return Mention{}, false
	}
	m := Mention{Start: i, End: end}
	if s := l.elidedNames(text, i); s < i { // 九湾沟、黄石岭|景区管理局
		m.Start, m.Kind = s, Collective
	}
	return m, true
}

// elidedNames returns where the short names begin that a list before the institution at start
// names for the same head, start for none: none of them is a field, a level or a body.
func (l *Lexicon) elidedNames(text []rune, start int) int {
	const shortest, longest = 2, 4 // characters of each
	for i := start; i > shortest && text[i-1] == '、'; {
		s := i - 1
		for s > 0 && i-1-s <= longest && han(text[s-1]) {
			s--
		}
		if n := i - 1 - s; n < shortest || n > longest || l.letterOf(bodyLetter, text[i-2]) || l.letterOf(levelLetter, text[i-2]) || l.letterOf(levelLetter, text[s]) {
			break
		}
		if f, _, field := l.field.longest(text, i-1); field && f <= s {
			break
		}
		if i = s; s == 0 || text[s-1] != '、' {
			return s
		}
	}
	return start
}

// acts reports whether what stands at pos says that the institution of a level before it does
// something.
func (l *Lexicon) acts(text []rune, pos int) bool {
	return l.wordAt(unlistedDuty, text, pos) || l.wordAt(unlistedAct, text, pos)
}

// unlistedHead reports whether the head of a body of a level may end at end.
func (l *Lexicon) unlistedHead(text []rune, end int) bool {
	if l.institution.holds(text[end-1]) {
		return l.acts(text, end)
	}
	for _, h := range l.unlistedHeads[text[end-1]] {
		if hasAt(text, end-len(h), h) {
			return true
		}
	}
	return false
}

// longestInstitute bounds how far an institution's name reaches before its head.
const longestInstitute = 20

// instituteName finds an institution that exists, named by a place or level and by
// what it does: 江苏版权纠纷调解中心, 省产业技术研究院. Not one that is only built, nor
// what a city is to become (金融中心).
func (l *Lexicon) instituteName(text []rune, end int) (Mention, bool) {
	head, _, ok := l.institute.longest(text, end)
	if !ok || end-4 >= 0 && l.wordIs(instituteNot, text[end-4:end]) {
		return Mention{}, false
	}
	leans := false // 依托省药品研究院建设…: what is built is another thing
	if end < len(text) && han(text[end]) && !l.wordAt(instituteNext, text, end) {
		if text[end-1] == '心' && !l.branches(text, end) {
			return Mention{}, false // 中心 begins many a word, 研究院 few
		}
		leans = l.wordAt(instituteCut, text, end)
	}
	bracket := false
	for i := head; i > 0 && head-i <= longestInstitute; i-- {
		if i == head && text[i-1] == ')' { // 区域专利信息服务(南京)中心
			j := i - 2
			for j > 0 && han(text[j]) {
				j--
			}
			if s, _, ok := l.placeBefore(text, i-1); !ok || s != j+1 || text[j] != '(' {
				return Mention{}, false
			}
			i, bracket = j+1, true
			continue
		}
		if !han(text[i-1]) || l.wordIs(unlistedStop, text[i-1:i]) && !l.inWord(text, i-1) {
			return Mention{}, false
		}
		if s, _, stop := l.stop.longest(text, i); stop && i-s > 1 && !bracket || text[i-1] == '级' {
			return Mention{}, false
		}
		if head-i < 2 {
			continue
		}
		if s, _, ok := l.placeBefore(text, i); ok && text[i] != '级' && !l.wordIs(unlistedNot, text[i-1:i+1]) && !l.building(text, s) {
			if leans && !reads(text, s-2, "依托") {
				return Mention{}, false
			}
			if l.opens(text, s) {
				return Mention{Start: s, End: end}, true
			}
			if m, ok := l.named(text, s); ok && m.Kind == Body && text[m.Start] == '中' { // 中科院合肥技术创新院
				return Mention{Start: m.Start, End: end}, true
			}
		}
		if bracket && strings.ContainsRune("局委部院会", text[i-1]) {
			if m, ok := l.named(text, i); ok && m.Kind == Body && !l.building(text, m.Start) {
				return Mention{Start: m.Start, End: end}, true
			}
		}
	}
	return Mention{}, false
}

// branches reports whether the name of a branch follows at pos: 江苏分中心.
func (l *Lexicon) branches(text []rune, pos int) bool {
	for i := pos + 2; i < len(text) && i <= pos+5 && han(text[i]); i++ {
		if l.wordAt(instBranch, text, i) {
			return true
		}
	}
	return false
}

// inWord reports whether the character at pos belongs to a word that names of
// institutions hold, though it says by itself that a name ended: 应对, 对外.
func (l *Lexicon) inWord(text []rune, pos int) bool {
	return l.wordIs(instInner, text[pos:min(pos+2, len(text))]) || pos > 0 && l.wordIs(instInner, text[pos-1:pos+1])
}

// building reports whether a verb of building stands before pos in its clause, or
// begins what looks like a place there (新建区…).
func (l *Lexicon) building(text []rune, pos int) bool {
	if s, _, ok := l.builds.longest(text, min(pos+2, len(text))); ok && s == pos {
		return true
	}
	for i := pos; i > 0 && pos-i < 60; i-- {
		switch text[i-1] {
		case ',', '。', ';', ':':
			return false
		}
		if _, _, ok := l.builds.longest(text, i); ok {
			return true
		}
	}
	return false
}

// publicClass finds classes of public institutions by the words for such ones, with what
// they are for and of which level before them: 各级法律援助机构, 市、县两级医疗纠纷人民
// 调解委员会. They count only where a plan charges them.
func (l *Lexicon) publicClass(text []rune, end int) (Mention, bool) {
	head, _, ok := l.publicHead.longest(text, end)
	if !ok {
		return Mention{}, false
	}
	for i := head; head-i <= longestPublic; i-- {
		if s, level := l.soup(text, i); level && s < i && l.opens(text, s) {
			return Mention{Start: s, End: end, Kind: Class, Charged: true}, true
		}
		if i > 0 && text[i-1] == '各' {
			return Mention{Start: i - 1, End: end, Kind: Class, Charged: true}, true
		}
		if l.opens(text, i) {
			return Mention{Start: i, End: end, Kind: Class, Charged: true}, true
		}
	}
	return Mention{}, false
}

// longestPublic bounds how far the field of a public institution reaches before its head.
const longestPublic = 10
