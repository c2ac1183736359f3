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
func (l *Lexicon) Scan(text []rune) []Mention {
	var out []Mention
	for i, r := range text {
		if i == 0 || r >= 1<<16 || l.last[r] == 0 || l.last[r]&askUnlisted == 0 && !l.ends(text[i-1], r) {
			continue
		}
		m, ok := l.at(text, i+1, l.last[r])
		if n := len(out); !ok && n > 0 && out[n-1].End < i { // 国家发展改革委财政部: names without a mark between them
			behind := out[n-1].End
			if m, ok = l.at(text[behind:], i+1-behind, l.last[r]); ok && m.Start == 0 {
				m.Start, m.End = m.Start+behind, m.End+behind
			} else {
				ok = false
			}
		}
		if !ok {
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
		if n := len(out); ok && n > 0 && m.Kind == Body && out[n-1].Kind == Body && m.Start == out[n-1].End+2 && l.word(belonging, string(text[m.Start-2:m.Start])) {
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
		next := Mention{Start: out[i].End + 1, End: end, Kind: Class}
		if i+1 < len(out) && out[i+1].Start < end {
			out[i+1] = next
		} else {
			out = slices.Insert(out, i+1, next)
		}
	}
	return out
}

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
func han(r rune) bool { return unicode.Is(unicode.Han, r) }

// opens reports whether a name may begin at i: at the text's start, behind
// punctuation, or behind a word that no name runs over.
func (l *Lexicon) opens(text []rune, i int) bool {
	if i <= 0 || !han(text[i-1]) {
		return true
	}
	_, _, ok := l.stop.longest(text, i)
	return ok
}

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
	if !short && end-start == 3 && l.word(lowLevel, string(text[end-1])) {
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

// place returns the start of the place or level that ends at end. solid is true
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
	if end <= 0 {
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

// named finds an organ's name: [place] form.
func (l *Lexicon) named(text []rune, end int) (Mention, bool) {
	var best Mention
	found := false
	l.form.before(text, end, func(start, payload int) {
		f := &l.Forms[payload]
		if f.Company {
			return
		}
		m := Mention{Start: start, End: end, Kind: Body}
		if f.Kind == Whole {
			if len([]rune(f.Text)) < 4 && !l.word(named3, f.Text) && !l.opens(text, start) {
				if _, solid, ok := l.placeBefore(text, start); !ok || !solid {
					return
				}
			}
			if reads(text, start-2, "驻") {
				return
			}
			if above, ok := strings.CutSuffix(f.Full, f.Text); ok && above != "" && hasAt(text, start-len([]rune(above)), []rune(above)) {
				m.Start -= len([]rune(above)) // 交通运输部长江航务管理局
			} else if reads(text, start-2, "国家") {
				m.Start -= 2
			} else if s, solid, ok := l.placeBefore(text, start); ok && (solid && f.Text[len(f.Text)-3:] == "局" || (f.Text[len(f.Text)-3:] == "院" || f.Text[len(f.Text)-3:] == "社") && !l.word(named3, f.Text) && (solid || l.opens(text, s))) {
				m.Start = s // 成都铁路局
			}
			if !found || m.Start < best.Start {
				best, found = m, true
			}
			return
		}
		if s := l.listed(text, f, start); s < start { // 县(市、区)妇联
			m.Start, m.Kind, m.Charged = s, Class, l.institution[text[end-1]]
			if !found || m.Start < best.Start {
				best, found = m, true
			}
			return
		}
		s, solid, ok := l.placeBefore(text, l.session(text, f, start))
		if !ok { // 省委组织部, 省政府外办
			for _, p := range l.councils {
				if hasAt(text, start-len(p), p) {
					if s, solid, ok = l.placeBefore(text, start-len(p)); ok {
						break
					}
				}
			}
		}
		if !ok && start > 1 && (text[start-1] == '和' || text[start-1] == '与') { // 区科技和工业信息化局
			if fs, isField := l.fieldBefore(text, start-1); isField {
				if s, solid, ok = l.placeBefore(text, fs); ok && solid {
					ok = false
				}
			}
		}
		switch {
		case ok:
			if !solid && f.Kind == Organ && !l.opens(text, s) && l.word(genericField, strings.TrimSuffix(f.Text, "局")) { // 保护区管理局
				return
			}
			m.Start = s
			if lead := []rune(f.lead()); solid && len(lead) > 0 && hasAt(text, s-len(lead), lead) {
				m.Start = s - len(lead)
			}
			m.Charged = text[end-1] == '队' && f.lead() == "" || l.institution[text[end-1]] && start > s && text[start-1] == '级' // 县级疾控中心: a class
			if f.Kind == Party && !solid && s < start && text[s] == '国' {
				return
			}
			if f.Text == "政府" || f.Text == "人民政府" || f.Text == "委" {
				return // the government rule knows more
			}
			if !solid && start-s == 1 && reads(text, s-2, "设区市") { // 设区市图书馆: a class
				m.Start, m.Kind, m.Charged = s-2, Class, l.institution[text[end-1]]
			} else if !solid && start-s == 1 && s > 0 && (text[s] != '省' || s < 4) && han(text[s-1]) && !l.opens(text, s) {
				if w, _, ok := l.scope.longest(text, start); ok && start-w > 1 && l.opens(text, w) { // 区县财政局: a class
					m.Start, m.Kind = w, Class
				} else if t, isPlace := l.unknownPlace(text, s); isPlace && (text[s] != '省' || t == 0) {
					m.Start = t
				}
			}
		case f.Kind == Party:
			return
		default:
			if f.Kind == State && !l.word(bareState, f.Text) && !(l.word(ownName, f.Text) && l.amongBodies(text, start)) {
				return
			}
			if len([]rune(f.Text)) < 3 && f.Kind == Organ {
				return
			}
			every := f.Kind == State && start > 0 && text[start-1] == '各'
			if every { // 各中级人民法院
				m.Start, m.Kind = start-1, Class
			}
			if !every && !l.opens(text, start) && !(f.Kind == Organ && len(f.Stem) >= 12 && start-end <= -5 && text[end-1] != '心' && !l.grows(text, start)) {
				return
			}
			m.Charged = l.institution[text[end-1]] && !(f.Kind == State && l.word(ownName, f.Text))
		}
		if solid && f.Kind == Organ {
			if s := l.elidedPlaces(text, m.Start); s < m.Start { // 喀什、和田地区财政局
				m.Start, m.Kind = s, Collective
			}
		}
		if !found || m.Start < best.Start {
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
	if end > 2 && text[end-1] == '委' && text[end-3] == '团' && l.leagueLevel[text[end-2]] && l.opens(text, end-3) { // 团省委
		return Mention{Start: end - 3, End: end, Kind: Body}, true
	}
	if end > 4 && text[end-1] == '委' && l.leagueLevel[text[end-2]] && reads(text, end-5, "共青团") {
		return Mention{Start: end - 5, End: end, Kind: Body}, true
	}
	// 省委, 市委, 区委
	if end > 0 && text[end-1] == '委' {
		if s, solid, ok := l.placeBefore(text, end-1); ok && (solid || l.opens(text, s)) && (!found || s < best.Start) {
			if !reads(text, s, "国家") && !reads(text, s, "全国") {
				best, found = Mention{Start: s, End: end, Kind: Body}, true
			}
		}
		if s, level := l.soup(text, end-1); level && s < end-2 && text[s] == '各' && text[s+1] != '级' && (!found || s < best.Start) && (end == len(text) || !han(text[end])) { // 各县(市、区)委
			best, found = Mention{Start: s, End: end, Kind: Class}, true
		}
	}
	return best, found
}

// amongBodies reports whether a mark of a list stands before start and a body before that,
// so that a name without a level is one, too: 党政机关、|法院.
func (l *Lexicon) amongBodies(text []rune, start int) bool {
	if start < 4 || text[start-1] != '、' && text[start-1] != '和' {
		return false
	}
	return l.word(amongTail, string(text[start-3:start-1]))
}

// session returns where the number of an assembly begins that stands between the place
// and the name of its committee (市十五届人大常委会), start for none.
func (l *Lexicon) session(text []rune, f *Form, start int) int {
	if f.Kind != State || start < 4 || text[start-1] != '届' || !strings.Contains(f.Text, "常") {
		return start
	}
	i := start - 1
	for i > 0 && strings.ContainsRune("一二三四五六七八九十百", text[i-1]) {
		i--
	}
	if i > 0 && text[i-1] == '第' {
		i--
	}
	return i
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

// listed returns where the levels begin that a class of organs of form f is named
// with, when more than one is (县(市、区)妇联, 乡镇(街道)团委), or a word for all low
// ones (基层残联); start for none.
func (l *Lexicon) listed(text []rune, f *Form, start int) int {
	if start < 2 || f.Kind == Party || f.Text == "政府" || f.Text == "人民政府" || text[start-1] != ')' && !reads(text, start-2, "基层") && !l.letterOf(lowLevel, text[start-1]) {
		return start
	}
	s, level := l.soup(text, start)
	provinces := false // 有关省、自治区、直辖市财政厅
	for p := s; p < s+4 && !provinces; p++ {
		provinces = reads(text, p, "省、自治区")
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
		} else if l.letter[text[i-1]] {
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

// unlisted finds a name that no list has, where a level opens it and the words
// behind it say that it is somebody: 市大桥局要…, 县创卫办、…
func (l *Lexicon) unlisted(text []rune, end int) (Mention, bool) {
	if end < len(text) && han(text[end]) && !l.wordAt(unlistedNext, text, end) || l.word(unlistedNot, string(text[end-2:end])) {
		return Mention{}, false
	}
	for i := end - 2; i > 0 && end-i <= 11 && han(text[i-1]) && !l.word(unlistedStop, string(text[i])); i-- {
		if end-i < 3 || l.levels[text[i-1]] == nil {
			continue
		}
		s, _, ok := l.placeBefore(text, i)
		if w, _, all := l.scope.longest(text, i); all && i-w > 1 && (!ok || w < s) { // 各乡镇劳保所
			s, ok = w, true
		}
		if ok && !l.word(unlistedNot, string(text[i-1:i+1])) {
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
	for i > 0 && head-i <= longest && han(text[i-1]) && !l.word(unlistedStop, string(text[i-1])) {
		i--
	}
	if head-i < shortest || head-i > longest || !l.opens(text, i) || l.building(text, i) {
		return Mention{}, false
	}
	return Mention{Start: i, End: end}, true
}

// unlistedHead reports whether the head of a body of a level may end at end.
func (l *Lexicon) unlistedHead(text []rune, end int) bool {
	if l.institution[text[end-1]] {
		return l.wordAt(unlistedDuty, text, end)
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
	if !ok || end-4 >= 0 && l.word(instituteNot, string(text[end-4:end])) {
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
		if !han(text[i-1]) || l.word(unlistedStop, string(text[i-1])) && !l.inWord(text, i-1) {
			return Mention{}, false
		}
		if s, _, stop := l.stop.longest(text, i); stop && i-s > 1 && !bracket || text[i-1] == '级' {
			return Mention{}, false
		}
		if head-i < 2 {
			continue
		}
		if s, _, ok := l.placeBefore(text, i); ok && text[i] != '级' && !l.word(unlistedNot, string(text[i-1:i+1])) && !l.building(text, s) {
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
	return l.word(instInner, string(text[pos:min(pos+2, len(text))])) || pos > 0 && l.word(instInner, string(text[pos-1:pos+1]))
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

// wordAt reports whether a word of a looked-up list, of up to four characters, stands
// at pos.
func (l *Lexicon) wordAt(list lookup, text []rune, pos int) bool {
	if pos >= len(text) || !l.words[list].first.has(text[pos]) {
		return false
	}
	for n := 1; n <= 4 && pos+n <= len(text); n++ {
		if l.word(list, string(text[pos:pos+n])) {
			return true
		}
	}
	return false
}

// wordBefore reports whether a word of a looked-up list, of up to four characters, ends
// at end.
func (l *Lexicon) wordBefore(list lookup, text []rune, end int) bool {
	for n := 2; n <= 4 && n <= end; n++ {
		if l.word(list, string(text[end-n:end])) {
			return true
		}
	}
	return false
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

// unknownPlace returns where the name of a town, district or county that the
// lists lack begins, if a boundary stands within four characters.
func (l *Lexicon) unknownPlace(text []rune, level int) (int, bool) {
	for n := 1; n <= 3 && level-n >= 0; n++ {
		if !han(text[level-n]) {
			return 0, false
		}
		if n >= 2 && l.opens(text, level-n) {
			return level - n, true
		}
		if _, _, stop := l.stop.longest(text, level-n+1); stop {
			return 0, false
		}
	}
	return 0, false
}
