package body

import "slices"

// classHead is a word that ends the name of a class of bodies.
type classHead struct {
	runes  []rune
	behind [][]rune // what must stand before it; nil for anything
	inst   bool     // institutions: only public ones are meant
	org    bool     // organizations of the people
	office bool     // organs of the state: only some fields have them
	elided bool     // the heads of offices behind 等: 发改、财政等局
}

// classHeadAt returns the head that ends at end, and where it begins.
func (l *Lexicon) classHeadAt(text []rune, end int) (h classHead, start int, ok bool) {
	for _, h := range l.classHeads {
		start := end - len(h.runes)
		if hasAt(text, start, h.runes) && (h.behind == nil || slices.ContainsFunc(h.behind, func(w []rune) bool { return hasAt(text, start-len(w), w) })) {
			return h, start, true
		}
	}
	if !l.elided(text, end) {
		return classHead{}, 0, false
	}
	start = end - 1
	for text[start-1] != '等' {
		start--
	}
	return classHead{elided: true}, start, true
}

// class finds classes that say which by a field: 各级民政部门, 教育、公安等部门.
func (l *Lexicon) class(text []rune, end int) (Mention, bool) {
	if m, ok := l.relative(text, end); ok {
		return m, true
	}
	h, head, ok := l.classHeadAt(text, end)
	if !ok {
		return Mention{}, false
	}
	if h.org { // 工会组织
		if s, _, ok := l.field.longest(text, head); !ok || !l.wordIs(orgField, text[s:head]) {
			return Mention{}, false
		}
	}
	i, middle, public, ok := l.classMiddle(text, head)
	if !ok {
		return Mention{}, false
	}
	start, ok := l.fieldBefore(text, i)
	if !ok && middle && i < head && text[i] == '等' && l.speaksOf(fieldWord, text[i:head]) { // a field that the lists lack, the last of several
		s := i
		for s > 0 && han(text[s-1]) && i-s < 7 {
			s--
		}
		if s > 0 && text[s-1] == '、' && i-s > 1 && i-s < 7 {
			start, ok = s, true
		}
	}
	if !ok && middle { // 行业主管部门: the word between is the field
		start, ok = l.fieldBefore(text, head)
		middle = !ok
	}
	if !ok {
		return Mention{}, false
	}
	if middle && l.wordAt(relatedWord, text, i) && l.wordIs(fieldVerb, text[start:i]) {
		return Mention{}, false
	}
	if h.inst && !middle { // 安全监管 is a field and says by itself that it is public
		s, _, ok := l.instMiddle.longest(text, i)
		public = ok && s > start
		if !public && !l.wordIs(instField, text[start:i]) {
			return Mention{}, false
		}
	}
	if h.office && !middle && !l.wordIs(officeField, text[start:i]) {
		return Mention{}, false
	}
	etc := text[min(head, len(text)-1)-1] == '等' || i < head && text[i] == '等'
	if etc && start < i {
		if m, named := l.named(text, i); named && m.Kind == Body && (m.Start < start || l.behindBody(text, start)) { // 水利厅、省林业局等行业部门 names two
			return Mention{}, false
		}
	}
	start = l.fieldList(text, start, etc, h.org)
	if etc && start > 0 && start < i && l.wordIs(ownName, text[start:i]) && l.letterOf(levelLetter, text[start-1]) {
		return Mention{}, false // 县妇联等部门: a body by itself
	}
	if text[end-1] == '位' && etc && !slices.Contains(text[start:end], '、') {
		return Mention{}, false // 铁路等单位: the names before are no fields
	}
	return l.classOf(text, start, end, h, h.inst && !etc && !public)
}

// behindBody reports whether a mark of a list stands before start and behind a body: 环保总局、|林业局.
func (l *Lexicon) behindBody(text []rune, start int) bool {
	if start < 2 || text[start-1] != '、' {
		return false
	}
	m, ok := l.named(text, start-1)
	return ok && m.Kind == Body && !l.wordIs(ownName, text[m.Start:m.End]) // but 公安、法院、检察院等单位
}

// classMiddle returns where the words between a field and the head at head begin (主管,
// 有关, 等), whether there are any, and whether they say that the class is public. ok is
// false where a bracket stands there that belongs to no name.
func (l *Lexicon) classMiddle(text []rune, head int) (i int, middle, public, ok bool) {
	i = head
	bracket := false
	for n := 0; n < 3; n++ {
		if i > 0 && text[i-1] == ')' && !bracket {
			j := i - 2
			for j > 0 && i-j < 9 && han(text[j]) {
				j--
			}
			if j > 0 && text[j] == '(' {
				i, bracket = j, true
				continue
			}
			return i, middle, public, false
		}
		s, _, ok := l.middle.longest(text, i)
		if !ok {
			break
		}
		// a word that is part of the field itself (网络安全管理) stays with it
		if fs, _, isField := l.field.longest(text, i); isField && fs <= s {
			if before, more := l.fieldBefore(text, s); fs < s || !more || l.wordIs(organWord, text[before:s]) { // 行业主管部门
				break
			}
		}
		middle = true
		public = public || l.wordIs(instMiddle, text[s:i])
		i = s
	}
	return i, middle, public, true
}

// fieldList returns where the list of fields begins that the one at start ends: 教育、公安
// 等. etc says that 等 closes it, org that the head is 组织.
func (l *Lexicon) fieldList(text []rune, start int, etc, org bool) int {
	for start > 1 {
		mark := start - 1
		s, more := 0, false
		switch text[mark] {
		case '、':
			if org && l.wordBefore(organWord, text, mark) { // 残联组织、妇联组织 are two
				return start
			}
			s, more = l.fieldBefore(text, beforeAside(text, mark))
			if more && !etc && l.wordIs(ownName, text[s:mark]) { // 人民银行、金融监管部门 are two
				return start
			}
			if !more && etc { // a field that the lists lack, between two marks
				for s = mark; s > 0 && han(text[s-1]) && start-s < 8; s-- {
				}
				more = s > 0 && text[s-1] == '、' && mark-s > 1
			}
		case '和', '及':
			if reads(text, mark-1, "以及") {
				mark--
			}
			s, more = l.fieldBefore(text, mark)
			more = more && !l.wordIs(ownName, text[s:mark])
		}
		if !more {
			break
		}
		start = s
	}
	return start
}

// beforeAside returns where a short bracket begins that ends at end and says more of a field
// (农业(海洋渔业)、…); end for none.
func beforeAside(text []rune, end int) int {
	const longest = 10 // characters in it
	if end < 4 || text[end-1] != ')' {
		return end
	}
	j := end - 2
	for j > 0 && end-j <= longest && (han(text[j]) || text[j] == '、') {
		j--
	}
	if text[j] != '(' {
		return end
	}
	return j
}

// classOf returns a class with the place, the level or the government whose it is, which
// stands before its fields. charged says that it counts only where a plan charges it.
func (l *Lexicon) classOf(text []rune, start, end int, h classHead, charged bool) (Mention, bool) {
	m := Mention{Start: start, End: end, Kind: Class}
	for _, g := range l.classOwners { // 县级以上人民政府卫生健康主管部门
		if hasAt(text, start-len(g), g) {
			if s, level := l.soup(text, start-len(g)); level && s < start-len(g) {
				m.Start = s
				return m, true
			}
			break
		}
	}
	if start > 1 && text[start-1] == '委' { // 市委宣传部门, 党委政法部门
		if s, _, ok := l.placeBefore(text, start-1); ok {
			m.Start = s
			return m, true
		}
		if reads(text, start-2, "党委") {
			s, level := l.soup(text, start-2)
			if !level {
				s = start - 2
			}
			m.Start = s
			return m, true
		}
	}
	if i := start - 2; i >= 0 && text[i] == '驻' && text[i+1] != '地' { // 中央驻滇金融管理部门
		m.Start = i
		if l.wordBefore(garrisonOf, text, i) {
			m.Start = i - 2
		}
		return m, true
	}
	s, level := l.soup(text, start)
	if l.wordIs(samePlace, text[s:start]) {
		m.Charged = charged
		return m, true
	}
	if level && s < start {
		m.Start, m.Charged = s, h.org
		return m, true
	}
	if start > 0 && text[start-1] == '各' && !h.inst {
		m.Start, m.Charged = start-1, h.org
		return m, true
	}
	if start > 0 && text[start-1] == '等' { // 甲局、乙局等|行业主管部门: the words sum up who is named
		return Mention{}, false
	}
	m.Charged = h.org || charged
	// a field known by its words needs no boundary before it, a one-word class does
	return m, l.opens(text, start) || end-start >= 6
}

// longestRelative bounds how far a clause that tells a class of bodies reaches.
const longestRelative = 30

// relative finds classes that say which by the duty that they have
// (负有消防安全监管职责的部门, 承担应急救援任务的单位).
func (l *Lexicon) relative(text []rune, end int) (Mention, bool) {
	head := end - 2
	if head < 8 || !l.wordAt(relativeHead, text, head) {
		return Mention{}, false
	}
	if text[head-1] != '的' { // 负有…职责的省级部门
		s, _, ok := l.scope.longest(text, head)
		if !ok || text[s-1] != '的' {
			return Mention{}, false
		}
		head = s
	}
	if !l.wordBefore(relativeDuty, text, head-1) {
		return Mention{}, false
	}
	for i := head - 4; i >= 0 && head-i < longestRelative && (han(text[i]) || text[i] == '、'); i-- {
		if !l.wordAt(relativeVerb, text, i) || !l.opens(text, i) && text[i-1] != '对' && !l.wordIs(relativeVerb, text[i:i+2]) {
			continue
		}
		start := i
		if j := i - 1; i > 1 && han(text[j]) { // 对口岸负有监管职责的部门
			for j > 0 && i-j < 12 && han(text[j]) && text[j] != '对' {
				j--
			}
			if text[j] == '对' && l.opens(text, j) {
				start = j
			}
		}
		field := text[i+2 : head-3]
		if start == i && (len(field) < 3 || l.wordIs(relativeVague, field)) {
			return Mention{}, false
		}
		return Mention{Start: start, End: end, Kind: Class}, true
	}
	return Mention{}, false
}

// elided reports whether such a head ends at end and the name with it.
func (l *Lexicon) elided(text []rune, end int) bool {
	for _, h := range l.elidedHeads {
		if at := end - len(h); at > 2 && text[at-1] == '等' && hasAt(text, at, h) {
			return true
		}
	}
	return false
}

// fieldBefore returns the start of the field that ends at end; fields may be
// put together (卫生健康和医保).
func (l *Lexicon) fieldBefore(text []rune, end int) (int, bool) {
	s, _, ok := l.field.longest(text, end)
	if !ok {
		return 0, false
	}
	for {
		t, _, more := l.field.longest(text, s)
		if !more || l.wordIs(organWord, text[t:s]) && !l.wordAt(organNext, text, s) { // 组织发改等部门制定办法
			return s, true
		}
		s = t
	}
}
