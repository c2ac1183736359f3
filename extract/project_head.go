package extract

import "slices"

// Head nouns: by which noun a name is the name of a work.

// headLists are the classes of head nouns of works, in the order in which a word
// that stands in several is read; works_not are words that only look like one.
var headLists = [...]string{"works_not", "works_line", "works_soft", "works_site", "works_box", "works_action"}

// The classes of works that those head nouns name, and that of a proper name without one in
// a list that says what its members are.
const (
	lineClass   = "line"
	siteClass   = "site"
	boxClass    = "box"
	softClass   = "soft"
	actionClass = "action"
	namedClass  = "named"
	alterClass  = "alter" // of a shared head: what is done to each member
)

// The bits of the classes.
const (
	notHead    = 1
	lineHead   = 2
	siteHead   = 8
	actionHead = 32
	anyHead    = 0xFF &^ notHead
)

// workIndex tells which words are head nouns of works and verbs of building.
type workIndex struct {
	workBits   []uint8 // by term: classes of works that it is a head noun of
	workRunes  []uint8 // by code: the same for words of one character
	worksVerbs []uint8 // by term: what is noted of a verb of building
}

// indexWorks notes for every term which classes of works it is a head noun of.
func (e *Extractor) indexWorks() {
	e.workBits, e.workRunes = make([]uint8, len(e.termLists)), make([]uint8, e.lex.codes)
	e.worksVerbs = make([]uint8, len(e.termLists))
	note := func(term int32, attrs map[string]string) {
		if attrs["box"] != "" {
			e.worksVerbs[term] |= boxVerb
		}
		if attrs["weak"] != "" {
			e.worksVerbs[term] |= weakVerb
		}
		if attrs["proper"] != "" {
			e.worksVerbs[term] |= properVerb
		}
		if attrs["names"] != "" {
			e.worksVerbs[term] |= namesVerb
		}
	}
	for t, attrs := range e.lists[listWorksVerb].termAttrs {
		note(int32(t), attrs)
	}
	for r, attrs := range e.lists[listWorksVerb].letterAttrs {
		if t, ok := e.lex.ids[string(r)]; ok {
			note(t, attrs)
		}
	}
	for bit, name := range headLists {
		id, ok := e.listID[name]
		if !ok {
			continue
		}
		for t := range e.termLists {
			if e.inList(int32(t), id) {
				e.workBits[t] |= 1 << bit
			}
		}
		for code := range e.workRunes {
			if e.singleIn(uint16(code), id) {
				e.workRunes[code] |= 1 << bit
				e.signs[code] |= 1 << bit
			}
		}
	}
}

// heads returns the classes of the head nouns that end at hi, and where the
// longest of them begins.
func (w *Worker) heads(lo, hi int32) (bits uint8, start int32) {
	t := &w.t
	start = hi
	for k := t.byEnd[hi]; k > 0; k = t.nextEnd[k-1] {
		h := t.hits[k-1]
		if b := w.e.workBits[h.Term]; b != 0 && h.Lo >= lo {
			bits |= b
			if b&^notHead != 0 {
				start = min(start, h.Lo)
			}
		}
	}
	if hi > lo {
		if b := w.e.workRunes[t.code[hi-1]]; b != 0 {
			bits |= b
			start = min(start, hi-1)
		}
	}
	return bits, start
}

// hasHead reports whether a head noun of one of the classes stands anywhere in r.
func (w *Worker) hasHead(r Range, classes uint8) bool {
	if r.Len() <= 0 {
		return false
	}
	for _, h := range w.t.hits[w.t.from[r.Lo]:w.t.from[r.Hi]] {
		if w.e.workBits[h.Term]&classes != 0 {
			return true
		}
	}
	for i := r.Lo; i < r.Hi; i++ {
		if w.e.workRunes[w.t.code[i]]&classes != 0 {
			return true
		}
	}
	return false
}

func (w *Worker) isWorksHead(r Range) bool { return w.headClass(r.Lo, r.Hi) != "" }

// headClass returns the class of the head noun that ends at hi.
func (w *Worker) headClass(lo, hi int32) string {
	bits, _ := w.heads(lo, hi)
	if bits&notHead != 0 {
		return ""
	}
	for bit, name := range headLists {
		if bits&(1<<bit) != 0 {
			return name[len("works_"):]
		}
	}
	return ""
}

// findPhase finds what phase returns.
func (w *Worker) findPhase(r Range) int32 {
	t := &w.t
	hi := r.Hi
	for hi > r.Lo {
		if t.R[hi-1] == ')' {
			if b := t.closing(hi - 1); b >= 0 && t.Brackets[b].Open >= r.Lo {
				hi = t.Brackets[b].Open
				continue
			}
		}
		if at, ok := w.endIn(listPlainHead, Range{r.Lo, hi}); ok && at > r.Lo && w.headClass(r.Lo, at) != "" {
			hi = at
			continue
		}
		lo, ok := w.hasEnd(listWorksPhase, hi)
		if !ok || lo <= r.Lo {
			break
		}
		hi = lo
	}
	return hi
}

// findUnaltered finds what unaltered returns.
func (w *Worker) findUnaltered(r Range) int32 {
	hi := r.Hi
	if at, ok := w.endIn(listPlainHead, r); ok {
		hi = at
	}
	lo, ok := w.hasEnd(listWorksAlter, hi)
	if !ok || lo <= r.Lo+1 {
		return r.Hi
	}
	for { // 加固改造|提升, 建设与|整治
		at, ok := w.hasEnd(listWorksAlter, lo)
		if !ok {
			at, ok = w.hasEnd(listWorksAction, lo)
		}
		if !ok && w.t.R[lo-1] != '、' && joinsNames(w.t.R[lo-1]) {
			if at, ok = w.hasEnd(listWorksAlter, lo-1); !ok {
				at, ok = w.hasEnd(listBuildNoun, lo-1)
			}
		}
		if !ok || at <= r.Lo+1 {
			break
		}
		lo = at
	}
	if lo > r.Lo+2 && w.t.R[lo-1] == '的' { // 青川小学的|抗震加固
		lo--
	}
	return lo
}

// findWorks finds what works returns.
func (w *Worker) findWorks(r Range) string {
	if r.Len() < 2 {
		return ""
	}
	if w.placeLikeHead(r) {
		return ""
	}
	if r.Len() > 4 && w.t.R[r.Hi-1] == '”' && w.t.R[r.Lo] != '“' && slices.ContainsFunc(w.t.R[r.Lo:r.Hi], isDigit) { // 惠山“1号公路”
		if c := w.works(before(r, r.Hi-1)); c == lineClass || c == siteClass {
			return c
		}
	}
	if c := w.headClass(r.Lo, r.Hi); c != "" && c != actionClass {
		if at, ok := w.endIn(listPlainHead, r); c == boxClass && r.Len() >= 4 && ok {
			if in := w.works(Range{r.Lo, at}); in == lineClass || in == siteClass {
				return in // …输变电工程, …3号线二期工程
			}
			if core := w.unaltered(r); core < r.Hi { // 青川机场迁建工程
				if in := w.works(Range{r.Lo, core}); in == lineClass || in == siteClass {
					return in
				}
			}
		}
		return c
	}
	if core := w.unaltered(r); core < r.Hi { // 金龙大道改造 is a road
		if c := w.works(Range{r.Lo, core}); c == lineClass || c == siteClass {
			return c
		}
	}
	if core := w.unaltered(r); core < r.Hi { // 老钢厂片区更新
		if name := (Range{r.Lo, core}); core > r.Lo+4 && w.route(Range{r.Lo, core}) && w.speaksOf(listLineWord, name) {
			return lineClass // 甲线乙—丙电气化改造
		}
		if lo, ok := w.hasEnd(listWorksArea, core); ok && lo >= r.Lo+2 {
			return siteClass
		}
		if w.water(Range{r.Lo, core}) { // 小清河复航
			return actionClass
		}
	}
	hi := w.phase(r)
	if c := w.headClass(r.Lo, hi); c != "" {
		return c
	}
	if roadCode(w.t.R[r.Lo:r.Hi]) || w.diversion(r) || hi < r.Hi && w.roadByNumber(r) {
		return lineClass
	}
	if _, part := w.part(r); part || w.numberName(r) || w.substation(r) { // 市十八中
		return siteClass
	}
	if hi < r.Hi { // …铁路上海至合肥段: a section of a line, or a phase of a river
		name := w.t.R[r.Lo:hi]
		if core := (Range{r.Lo, hi}); w.speaksOf(listLineWord, core) && w.route(before(core, hi)) || w.speaksOf(listLineNumber, core) || numbered(name) {
			return lineClass
		}
	}
	for i := r.Lo + 3; i < hi && hi < r.Hi; i++ { // 合武高铁安徽段
		if w.headClass(r.Lo, i) == lineClass && (w.e.places.at(w.t.R, i) == hi || hi-i <= 3 && w.t.R[r.Hi-1] == '段' && !w.kindOnly(Range{r.Lo, i})) {
			return lineClass
		}
	}
	if r.Len() > 5 && w.t.R[r.Hi-1] == '段' && w.sectionOf(before(r, r.Hi-1)) { // 新粤浙天然气湖南段
		return lineClass
	}
	if w.ringRoad(r) || w.single(listDirection, r.Hi-1) && r.Len() > 3 && w.headClass(r.Lo, r.Hi-1) == lineClass && !w.kindOnly(before(r, r.Hi-1)) { // 解放大道南
		return lineClass
	}
	if w.t.R[r.Hi-1] == '线' && (w.lineNumber(r) >= 0 || w.route(r) || numbered(w.t.R[r.Lo:r.Hi])) {
		return lineClass
	}
	return ""
}

// sectionOf reports whether the name of a place ends r, behind that of a line: 新粤浙天然气|湖南.
func (w *Worker) sectionOf(r Range) bool {
	const shortest, longest = 2, 4
	for n := int32(shortest); n <= longest && r.Hi-n > r.Lo; n++ {
		if w.e.places.at(w.t.R, r.Hi-n) == r.Hi {
			return true
		}
	}
	return false
}

// placeLikeHead reports whether r is two characters that rather name a place, though the
// last is a head noun (石桥, 津港), or ends in such a one to which a line goes (柳湾至白桥).
func (w *Worker) placeLikeHead(r Range) bool {
	if sign := r.Hi - 3; r.Len() > 4 && w.route(Range{sign - 1, r.Hi - 2}) {
		r.Lo = sign + 1
	}
	if r.Len() != 2 {
		return false
	}
	bits, h := w.heads(r.Lo, r.Hi)
	return h > r.Lo && (bits&lineHead != 0 && w.single(listPlaceFeature, h) || w.abbreviated(r))
}

// proper reports whether r holds a proper name: a place, a line's number, a
// phase, a quotation, or the name of a natural feature.
func (w *Worker) proper(r Range) bool {
	t := &w.t
	for i := r.Lo; i+1 < min(r.Hi, r.Lo+4); i++ {
		if w.single(listPlaceAbbr, i) && w.single(listPlaceAbbr, i+1) {
			return true
		}
	}
	phased := r
	if at, ok := w.endIn(listPlainHead, r); ok {
		phased.Hi = at // 提升工程 is no phase of anything
	}
	if w.e.places.in(t.R, r) || w.lineNumber(r) >= 0 || w.phase(phased) < phased.Hi || numbered(t.R[r.Lo:r.Hi]) {
		return true
	}
	if w.roadByNumber(r) || w.placeByNumber(r) || w.likeVerb(r.Lo) {
		return true
	}
	for i := r.Lo + 2; i+1 < r.Hi; i++ { // 华兴集团…
		if w.startsWith(listFirmEnd, i) {
			return true
		}
	}
	for i := r.Lo; i < r.Hi; i++ {
		if t.R[i] == '“' {
			return true
		}
	}
	if w.ordinal(r) || w.diversion(r) || w.numberName(r) || w.substation(r) {
		return true
	}
	core := w.unaltered(r)
	if core < r.Hi && w.water(before(r, core)) { // 四灶浦拓疏
		return true
	}
	hi := w.phase(before(r, core))
	if lo, ok := w.hasEnd(listWorksFacility, hi); ok && lo-r.Lo >= 4 && !w.generic(Range{r.Lo, lo}) {
		return true
	}
	if _, h := w.heads(r.Lo, hi); h < hi && !w.placeLikeHead(r) {
		hi = h
	}
	if r.Len() >= 2 && t.R[r.Lo+1] == '水' && !w.isWord(listWorksKind, Range{r.Lo, r.Lo + 2}) && (r.Len() == 2 || w.single(listRiverPart, r.Lo+2)) {
		return true // 沅水干流…
	}
	if r.Len() > 4 && w.attrs(listPlaceFeature, Range{r.Lo, r.Lo + 1})["side"] == "yes" && w.single(listDirection, r.Lo+1) {
		return true // 江北…, 河西…
	}
	if w.abbreviated(Range{r.Lo, hi}) && (hi == r.Hi || w.works(r) == lineClass) {
		return true
	}
	for i := r.Lo + 1; i < hi; i++ {
		if _, ok := w.hasAt(listPlaceFeature, i); ok && t.R[i-1] != '沿' && !w.common(i) {
			return true
		}
	}
	return false
}

// likeVerb reports whether a name starts at pos that looks like a verb of building: 建设路.
func (w *Worker) likeVerb(pos int32) bool {
	end, ok := w.hasAt(listWorksVerbNot, pos)
	return ok && w.attrs(listWorksVerbNot, Range{pos, end})["name"] == "yes"
}

// common reports whether the feature at pos is part of a common word (铁路, 城乡).
func (w *Worker) common(pos int32) bool {
	for i := max(0, pos-1); i <= pos; i++ {
		if end, ok := w.hasAt(listWorksCommon, i); ok && end > pos {
			return true
		}
	}
	return false
}

// headBeforePhase returns where the head noun of a name begins, words of phase behind it left out:
// 青川|机场二期; where it would begin for none.
func (w *Worker) headBeforePhase(name Range) int32 {
	_, head := w.heads(name.Lo, w.phase(name))
	return head
}

// headOfThing is headBeforePhase without what is done to the thing: 青川|机场二期扩建.
func (w *Worker) headOfThing(name Range) int32 {
	return w.headBeforePhase(Range{name.Lo, w.unaltered(name)})
}

// ofArea reports whether the character at pos is a level down to the county.
func (w *Worker) ofArea(pos int32) bool {
	return w.single(listAreaLetter, pos) && w.attrs(listAreaLetter, Range{pos, pos + 1})["small"] == ""
}

// only reports whether r is the bare level of a place, of which there is one
// thing of a kind: 市博物馆, 县体育馆.
func (w *Worker) only(r Range) bool {
	return r.Len() == 1 && w.ofArea(r.Lo)
}

// onlyThing reports whether only the level of its place stands before the head noun.
func (w *Worker) onlyThing(r Range) bool {
	h := w.headOfThing(r)
	return w.only(Range{r.Lo, h})
}

// onlyProgrammes reports whether all members are named 工程 without a place,
// which a rule of their own reads.
func (w *Worker) onlyProgrammes(members []member) bool {
	for _, m := range members {
		if w.e.ending(listProgrammeNoun, m.name) == "" || w.proper(m.at) {
			return false
		}
	}
	return true
}

// namesWork reports whether a member names one thing that is built.
func (w *Worker) namesWork(m member) bool {
	class, proper := m.class, m.proper
	n := len([]rune(m.name))
	if m.at.Len() > 2 && w.single(listWorksUnit, m.at.Hi-1) && isDigit(w.t.R[m.at.Hi-2]) || m.at.Lo > 0 && isDigit(w.t.R[m.at.Lo]) && w.count(Range{m.at.Lo - 1, m.at.Hi}) == m.at.Lo {
		return false // 公办园12所, 6个镇域水厂: counted
	}
	if n == 3 && (class == lineClass && w.skipOne(m.at.Lo, m.at.Hi, listProjectGeneric, listWorksKind) < m.at.Lo+2 || class == lineClass && (w.likeVerb(m.at.Lo) || w.roadByWord(m.at)) || class == siteClass && proper) {
		n = 4 // 解放路, 6号线
	}
	if class == "" || n < 4 || n > 45 || w.e.holds(listWorkNotIn, m.name) || w.isWord(listWorksAlter, m.at) {
		return false
	}
	if w.single(listWorkNotFirst, m.at.Lo) && w.e.places.at(w.t.R, m.at.Lo) == 0 && m.at.Len() > 4 && !(m.at.Lo > 0 && w.t.R[m.at.Lo-1] == '、' && w.lineByEnds(m.at.Lo)) { // but 从江, 向阳路, 将淖铁路
		return false
	}
	if at, verb := w.find(listWorksInner, m.at); verb && at.Hi < m.at.Hi && (m.at.Lo == 0 || w.t.R[m.at.Lo-1] != '“') {
		return false
	}
	if lo := m.at.Lo; !proper && (numeral(w.t.R[lo]) || w.t.R[lo] == '两') && (n < 6 || w.single(listNumberUnit, lo+1)) {
		school := w.numberedSchool(m.at) || w.single(listNumberSchool, lo+1) || w.attrs(listNumberSchool, Range{m.at.Hi - 1, m.at.Hi})["tail"] == "yes"
		if class != siteClass || !school {
			return false
		}
	}
	if !proper && (w.genericWorks(m.at) && !(class == siteClass && w.levelled(m.at)) || w.startsNumber(m.at.Lo)) {
		return false
	}
	end, vague := w.hasAt(listWorksVague, m.at.Lo)
	if h := w.headBeforePhase(m.at); vague && (class == softClass || class == boxClass) && h-end >= 4 { // 基层医疗卫生云诊室系统
		return true
	}
	return !vague
}

// kindOnly reports whether a name says only of what kind a line is (货运铁路).
func (w *Worker) kindOnly(r Range) bool {
	if w.ringRoad(r) || w.roadByWord(r) {
		return false
	}
	h := w.headOfThing(r)
	return w.nothingBut(Range{r.Lo, h}, listProjectGeneric, listWorksKind)
}

// longestOwner is the most characters that stand before the head noun of a work with a
// name of its own, as an institute's before its building.
const longestOwner = 14

// singled reports whether r is the name of a work of a kind of which each has a
// name of its own, though no list knows it: 固军水库.
func (w *Worker) singled(r Range) bool {
	if w.roadByWord(r) {
		return true
	}
	lo, ok := w.hasEnd(listWorksNamed, w.phase(Range{r.Lo, w.unaltered(r)}))
	return ok && lo-r.Lo >= 2 && lo-r.Lo <= longestOwner && (!w.nothingBut(Range{r.Lo, lo}, listProjectGeneric, listWorksKind) || w.pairName(Range{r.Lo, lo}, listProjectGeneric, listWorksKind))
}

// levelled reports whether a name begins with the level of whose it is: 省妇幼
// 保健院新院区, 国家重大传染病防治基地.
func (w *Worker) levelled(r Range) bool {
	end, ok := w.hasAt(listWorksLevel, r.Lo)
	return ok && r.Hi-end >= 4 && !w.partsWord(r, end) // 区域性联络线
}

// pairName reports whether r is two characters that no word of the lists is, though
// one of them may be: 新华, 高新.
func (w *Worker) pairName(r Range, lists ...wordList) bool {
	return r.Len() == 2 && w.skipOne(r.Lo, r.Hi, lists...) < r.Hi
}

// levelledKind reports whether a name says of what level and of what special kind
// the one thing is: 国家级杂交水稻制种基地.
func (w *Worker) levelledKind(r Range) bool {
	end, ok := w.hasAt(listWorksLevel, r.Lo)
	h := w.headBeforePhase(r)
	return ok && h-end >= 4 && !w.nothingBut(Range{end, h}, listProjectGeneric, listWorksKind)
}

// genericWorks reports whether nothing but a class stands before the head noun.
func (w *Worker) genericWorks(r Range) bool {
	if w.ordinal(r) || w.ringRoad(r) || w.likeVerb(r.Lo) || w.roadByWord(r) {
		return false
	}
	if core := w.unaltered(r); core < r.Hi && w.t.R[core] == '的' { // 大型灌区的节水改造
		r.Hi = core
	}
	hi := w.phase(r)
	if bits, _ := w.heads(r.Lo, hi); bits&^(notHead|actionHead) == 0 {
		hi = w.phase(Range{r.Lo, w.unaltered(r)})
	}
	if _, h := w.heads(r.Lo, hi); h < hi {
		return h == r.Lo || w.generic(Range{r.Lo, h}) && !w.only(Range{r.Lo, h}) && !w.pairName(Range{r.Lo, h}, listProjectGeneric, listWorksKind)
	}
	return w.generic(r) && !w.pairName(r, listProjectGeneric)
}
