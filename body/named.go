package body

import (
	"slices"
	"strings"

	"plangraph/internal/hanzi"
)

// Organs by their listed names, each with a place or level before it.

// named finds an organ's name, [place] form, that ends at end; the longest of several.
func (l *Lexicon) named(text []rune, end int) (Mention, bool) {
	var best Mention
	found := false
	l.form.before(text, end, func(start, payload int) {
		if m, ok := l.formAt(text, start, end, &l.Forms[payload]); ok && (!found || m.Start < best.Start) {
			best, found = m, true
		}
	})
	if !found && end > 0 && text[end-1] == '局' {
		best, found = l.coined(text, end)
	}
	if !found && end > 3 && l.unlistedHead(text, end) {
		best, found = l.unlisted(text, end)
	}
	if !found {
		best, found = l.ownInstitution(text, end)
	}
	if end > 1 && text[end-2] == ')' && (!found || !slices.Contains(text[best.Start:end], '(')) { // never 地税)局 alone
		best, found = l.bracketed(text, end)
	}
	if end == 0 || text[end-1] != '委' {
		return best, found
	}
	if m, ok := l.league(text, end); ok {
		return m, true
	}
	if m, ok := l.committee(text, end); ok && (!found || m.Start < best.Start) {
		return m, true
	}
	return best, found
}

// bracketed finds the name of an organ that a second field stands in brackets in: 区城管(执法)局.
func (l *Lexicon) bracketed(text []rune, end int) (Mention, bool) {
	const longest = 8 // characters in the brackets
	j := end - 3
	for j > 0 && end-j <= longest && han(text[j]) {
		j--
	}
	if j < 2 || text[j] != '(' || end-j < 5 {
		return Mention{}, false
	}
	m, ok := l.named(append(slices.Clone(text[:j]), text[end-1]), j+1)
	m.End = end
	return m, ok && m.Kind != Collective && m.Start < j-1
}

// formAt finds the name that ends with the form f in [start,end).
func (l *Lexicon) formAt(text []rune, start, end int, f *Form) (m Mention, ok bool) {
	switch {
	case f.Company:
		return Mention{}, false
	case f.Kind == Whole:
		return l.wholeName(text, start, end, f)
	}
	if s := l.listed(text, f, start); s < start { // 县(市、区)妇联
		return Mention{Start: s, End: end, Kind: Class, Charged: l.institution.holds(text[end-1])}, true
	}
	s, solid, ok := l.ownerBefore(text, start, f)
	if ok {
		m, ok = l.ownedName(text, s, start, end, f, solid)
	} else {
		m, ok = l.bareName(text, start, end, f)
	}
	if ok && solid && f.Kind == Organ {
		if s := l.elidedPlaces(text, m.Start); s < m.Start { // 喀什、和田地区财政局
			m.Start, m.Kind = s, Collective
		}
	}
	return m, ok
}

// wholeName finds a name that means one body wherever it stands, with what of its official
// name or of its place stands before it.
func (l *Lexicon) wholeName(text []rune, start, end int, f *Form) (Mention, bool) {
	if end-start < 4 && !l.word(named3, f.Text) && !l.opens(text, start) {
		if _, solid, ok := l.placeBefore(text, start); !ok || !solid {
			return Mention{}, false
		}
	}
	if reads(text, start-2, "驻") {
		return Mention{}, false
	}
	m := Mention{Start: start, End: end, Kind: Body}
	if above, ok := strings.CutSuffix(f.Full, f.Text); ok && above != "" && hasAt(text, start-len([]rune(above)), []rune(above)) {
		m.Start -= len([]rune(above)) // 交通运输部长江航务管理局
	} else if reads(text, start-2, "国家") {
		m.Start -= 2
	} else if s, solid, ok := l.placeBefore(text, start); ok {
		switch text[end-1] {
		case '局':
			ok = solid
		case '院', '社':
			ok = !l.word(named3, f.Text) && (solid || l.opens(text, s))
		default:
			ok = false
		}
		if ok {
			m.Start = s // 成都铁路局
		}
	}
	return m, true
}

// ownerBefore finds the place or level before a form, maybe with what stands between them:
// 省委|组织部, 省政府|外办, 市十五届|人大常委会, 区科技和|工业信息化局. solid is true where it
// is a place's name.
func (l *Lexicon) ownerBefore(text []rune, start int, f *Form) (s int, solid, ok bool) {
	if s, solid, ok = l.placeBefore(text, l.session(text, f, start)); ok {
		return s, solid, true
	}
	for _, p := range l.councils {
		if hasAt(text, start-len(p), p) {
			if s, solid, ok = l.placeBefore(text, start-len(p)); ok {
				return s, solid, true
			}
		}
	}
	if start > 1 && (text[start-1] == '和' || text[start-1] == '与') {
		if field, isField := l.fieldBefore(text, start-1); isField {
			s, solid, ok = l.placeBefore(text, field)
			ok = ok && !solid
		}
	}
	return s, solid, ok
}

// ownedName finds the name of form f in [start,end) whose place or level begins at s.
func (l *Lexicon) ownedName(text []rune, s, start, end int, f *Form, solid bool) (Mention, bool) {
	switch {
	case !solid && f.Kind == Organ && !l.opens(text, s) && l.word(genericField, strings.TrimSuffix(f.Text, "局")): // 保护区管理局
		return Mention{}, false
	case f.Kind == Party && !solid && s < start && text[s] == '国',
		f.governing: // government and committee know more
		return Mention{}, false
	}
	m := Mention{Start: s, End: end, Kind: Body}
	lead := []rune(f.lead())
	if at := ledBy(text, s, lead, solid); at < s {
		m.Start = at
		return m, true
	}
	institution := l.institution.holds(text[end-1])
	m.Charged = text[end-1] == '队' && len(lead) == 0 || institution && start > s && text[start-1] == '级' // 县级疾控中心: a class
	if !solid && s > 0 && text[s-1] == '各' && text[start-1] == '级' {                                     // 各省级药品监管局
		m.Start, m.Kind = s-1, Class
		return m, true
	}
	if solid || start-s != 1 {
		return m, true
	}
	if reads(text, s-2, "设区市") { // 设区市图书馆: a class
		return Mention{Start: s - 2, End: end, Kind: Class, Charged: institution}, true
	}
	if s == 0 || text[s] == '省' && s >= 4 || !han(text[s-1]) || l.opens(text, s) {
		return m, true
	}
	if w, _, ok := l.scope.longest(text, start); ok && start-w > 1 && l.opens(text, w) { // 区县财政局: a class
		m.Start, m.Kind = w, Class
	} else if t, ok := l.unknownPlace(text, s); ok && (text[s] != '省' || t == 0) {
		m.Start = t
	}
	return m, true
}

// ledBy returns where the lead of an official name (国家税务总局|青川县税务局) begins, before the
// place at s or, where only a level stands there, before a place that no list has; s for none.
func ledBy(text []rune, s int, lead []rune, solid bool) int {
	if len(lead) == 0 {
		return s
	}
	shortest, longest := 0, 0 // characters of the place
	if !solid {
		shortest, longest = 1, 4
	}
	for n := shortest; n <= longest && s-n >= len(lead); n++ {
		if hasAt(text, s-n-len(lead), lead) {
			return s - n - len(lead)
		}
		if n < longest && s-n > 0 && !han(text[s-n-1]) {
			break
		}
	}
	return s
}

// bareName finds the name of form f in [start,end) that no place or level stands before.
func (l *Lexicon) bareName(text []rune, start, end int, f *Form) (Mention, bool) {
	own := f.Kind == State && l.word(ownName, f.Text)
	switch {
	case f.Kind == Party,
		f.Kind == State && !l.word(bareState, f.Text) && !(own && (l.amongBodies(text, start) || end < len(text) && text[end] == '、' && l.wordAt(bareState, text, end+1))),
		f.Kind == Organ && len([]rune(f.Text)) < 3 && !(l.word(bareState, f.Text) && l.closes(text, end)):
		return Mention{}, false
	}
	m := Mention{Start: start, End: end, Kind: Body, Charged: l.institution.holds(text[end-1]) && !own}
	if l.word(ofGarrison, f.Text) {
		if s, ok := l.unknownPlace(text, start+1); ok && s < start { // 青岚|军分区
			m.Start = s
			return m, true
		}
	}
	if f.Kind == State && start > 0 && text[start-1] == '各' { // 各中级人民法院
		m.Start, m.Kind = start-1, Class
		return m, true
	}
	const longStem, longName = 12, 5 // bytes, characters: such a stem is no part of another word
	long := f.Kind == Organ && len(f.Stem) >= longStem && end-start >= longName && text[end-1] != '心'
	return m, l.opens(text, start) || long && !l.grows(text, start)
}

// closes reports whether a short name that ends at end is no part of a longer word: a mark or a
// word of duty stands behind it, as behind 海关 in 海关|负责…, but not in 海关监管区.
func (l *Lexicon) closes(text []rune, end int) bool {
	return end >= len(text) || !han(text[end]) || l.wordAt(unlistedDuty, text, end)
}

// league finds the youth league's committee of a level: 团省委, 共青团省委.
func (l *Lexicon) league(text []rune, end int) (Mention, bool) {
	if end < 3 || !l.leagueLevel.holds(text[end-2]) {
		return Mention{}, false
	}
	if text[end-3] == '团' && l.opens(text, end-3) {
		return Mention{Start: end - 3, End: end, Kind: Body}, true
	}
	return Mention{Start: end - 5, End: end, Kind: Body}, reads(text, end-5, "共青团")
}

// committee finds the party's committee of a place or level, or those of several: 省委,
// 各县(市、区)委.
func (l *Lexicon) committee(text []rune, end int) (m Mention, found bool) {
	if s, solid, ok := l.placeBefore(text, end-1); ok && !l.wordAt(wholeCountry, text, s) {
		place := l.townBefore(text, s, end-1) // 青岚|区委
		if found = solid || l.opens(text, s) || place < s; found {
			m = Mention{Start: place, End: end, Kind: Body}
		}
	}
	s, level := l.soup(text, end-1)
	if level && s < end-2 && text[s] == '各' && text[s+1] != '级' && (!found || s < m.Start) && (end == len(text) || !han(text[end])) {
		m, found = Mention{Start: s, End: end, Kind: Class}, true
	}
	return m, found
}

// amongBodies reports whether a mark of a list stands before start and a body before that,
// so that a name without a level is one, too: 党政机关、|法院.
func (l *Lexicon) amongBodies(text []rune, start int) bool {
	if start < 4 || text[start-1] != '、' && text[start-1] != '和' {
		return false
	}
	return l.wordIs(amongTail, text[start-3:start-1])
}

// sessionNumerals number the sessions of an assembly in words.
const sessionNumerals = hanzi.Numerals + "百"

// session returns where the number of an assembly begins that stands between the place
// and the name of its committee (市十五届人大常委会), start for none.
func (l *Lexicon) session(text []rune, f *Form, start int) int {
	if f.Kind != State || start < 4 || text[start-1] != '届' || !strings.Contains(f.Text, "常") {
		return start
	}
	i := start - 1
	for i > 0 && strings.ContainsRune(sessionNumerals, text[i-1]) {
		i--
	}
	if i > 0 && text[i-1] == '第' {
		i--
	}
	return i
}

// listed returns where the levels begin that a class of organs of form f is named
// with, when more than one is (县(市、区)妇联, 乡镇(街道)团委), or a word for all low
// ones (基层残联); start for none.
func (l *Lexicon) listed(text []rune, f *Form, start int) int {
	if start < 2 || f.Kind == Party || l.word(governmentForm, f.Text) || text[start-1] != ')' && !reads(text, start-2, "基层") && !l.letterOf(lowLevel, text[start-1]) {
		return start
	}
	s, level := l.soup(text, start)
	provinces := false // 有关省、自治区、直辖市财政厅
	for p := s; p < s+4 && !provinces; p++ {
		provinces = reads(text, p, "省、自治区") || reads(text, p, "省、直辖市") || reads(text, p, "有关省、市")
	}
	if l.letterOf(lowLevel, text[start-1]) && !provinces && (!level || text[s] != '各' || start-s < 2 || slices.Contains(text[s:start], '、')) { // 各区县教育局
		return start
	}
	if text[start-1] != ')' {
		level = level || s < start
	}
	if !level || text[s] == '(' {
		return start
	}
	return s
}

// coined finds names that a place made of parts of its own: 文旅广体局, 农林水牧局.
func (l *Lexicon) coined(text []rune, end int) (Mention, bool) {
	i, parts := end-1, 0
	for i > 0 && parts < 6 {
		if s, _, ok := l.field.longest(text, i); ok {
			i = s
		} else if l.letter.holds(text[i-1]) {
			i--
		} else {
			break
		}
		parts++
	}
	if parts < 2 || end-i < 4 {
		return Mention{}, false
	}
	if s, _, ok := l.placeBefore(text, i); ok {
		return Mention{Start: s, End: end}, true
	}
	return Mention{Start: i, End: end}, l.opens(text, i)
}

// grows reports whether the words before a stem could be part of it, as a place
// that the lists lack or another field.
func (l *Lexicon) grows(text []rune, start int) bool {
	if start == 0 {
		return false
	}
	if l.letterOf(stemLetter, text[start-1]) {
		return true
	}
	_, _, ok := l.field.longest(text, start)
	return ok
}
