package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// An enumeration of works: its members, and whether they are works at all.

// lineLetter ends the names of lines: 12号线, 京广线.
const lineLetter = '线'

// worksList is an enumeration of things that are built.
type worksList struct {
	members  []member
	open     bool   // 等 closes it
	figure   bool   // a count in figures stands behind 等: 等36个
	counted  bool   // the things are counted, not named (建设20个站)
	projects bool   // 等项目 closes it
	staged   bool   // 等项目 with what becomes of them closes it: 等项目开工
	namely   bool   // the words before it say that projects follow
	elided   bool   // the members share the head noun of the last
	alike    bool   // that noun is one of which each thing has a name of its own: 水库
	follows  bool   // it carries on a list before it in the sentence
	status   string // what its end says of all members: 等续建项目
}

// member is one name of an enumeration with the words that it stands on.
type member struct {
	name   string
	at     Range
	status string // its own status; "" where it has that of the list
	class  string // the class of its head noun of works; "" for none
	proper bool   // it holds a place's or another proper name

	leftOut bool // admit has found that it gives no record
}

// listReader reads an enumeration: 建设|甲、乙等5座水库, of which 甲、乙 is the body and what
// follows 等 or the count the tail.
type listReader struct {
	*Worker
	list       worksList
	body, tail Range
	parts      []Range // of the body
	shared     string  // the head noun that the tail gives the members; "" for none
	class      string  // and its class
	roadPart   bool    // it is a thing that roads have
	crossing   bool    // it is a crossing, which lines need behind their name, too
	hypernym   bool    // it says only of what kind the members are
	purpose    bool    // it says only what the members are for: 等骨干水源工程
	kindOf     bool    // 等民航项目 says of what kind they are, 等绿化项目 what is done
	among      bool    // a place is one of the first members: the others are places, too
	headless   bool    // all members but the last are proper names without a head noun
	counted    int     // how many of the last parts a count says that it is of; 0 where none does
	owner      string  // whose part a member is that names only the part: 甲医院门诊楼、住院楼
	prefix     string  // what stands before the number of a line, for the lines behind it
}

// parseList reads an enumeration: its members, and the head noun that they
// share (A、B等X; A、B、CX where A and B are only places or phases).
// What it returns holds until it is called again.
func (w *Worker) parseList(r Range) worksList {
	l := listReader{Worker: w, list: worksList{members: w.memberBuf[:0]}}
	l.read(r)
	w.memberBuf = l.list.members
	return l.list
}

// read reads the enumeration r.
func (l *listReader) read(r Range) {
	l.cutTail(r)
	if l.list.counted = l.countFirst(); l.list.counted || l.refers() {
		return
	}
	l.cutParts()
	if l.list.counted = l.countsParts(); l.list.counted {
		return
	}
	l.findShared()
	if l.list.open {
		l.shareAlteration()
	}
	if head := l.trimAction(l.tail); l.list.open && l.shared == "" && head.Len() > 16 && l.described(l.parts, head) { // 建设甲检验、乙试验等丙市丁基地
		l.list.members = append(l.list.members, member{name: l.t.Written(head), at: head, class: l.works(head), proper: true})
		l.list.open = false
		return
	}
	l.findProjects()
	l.findKind()
	for i := range l.parts {
		if l.parts[i].Len() > 0 {
			l.add(i)
		}
	}
	if n := len(l.list.members); l.tail.Len() == 0 && n > 1 && !l.list.projects { // 甲三期、乙制造项目
		last := l.list.members[n-1].at
		l.list.projects = l.endsIn(listProjectNoun, last) && last.Len() > 5
	}
}

// onlyLines reports whether all parts say by their head nouns that they are lines.
func (l *listReader) onlyLines() bool {
	return !slices.ContainsFunc(l.parts, func(p Range) bool { return l.works(p) != lineClass })
}

// cutTail parts the list from what closes it: 等, or the count of its members.
func (l *listReader) cutTail(r Range) {
	l.body, l.tail = r, Range{r.Hi, r.Hi}
	if e := l.etc(r); e >= 0 {
		l.body, l.tail, l.list.open = Range{r.Lo, e}, Range{e + 1, r.Hi}, true
		l.tail.Lo = l.behindExtent(l.tail)
		if n := l.count(Range{l.tail.Lo - 1, r.Hi}); n == l.tail.Lo {
			l.tail.Lo, l.list.figure = l.afterCount(n), isDigit(l.t.R[n])
			l.tail.Lo = l.behindExtent(l.tail) // 等12条759公里|高速公路
		}
		l.tail.Lo = l.behindQualities(l.tail)
	} else if n := l.lastGroup(r); n > r.Lo+4 && l.countedBeside(r, n) {
		l.body = before(r, n-1)
	} else if n > r.Lo+1 && (slices.Contains(l.t.R[r.Lo:n], '、') && len(l.pieces(Range{r.Lo, n})) > 1 || l.pair(Range{r.Lo, n}) > 0 || l.joinsWorks(Range{r.Lo, n})) {
		l.body, l.tail, l.list.open = Range{r.Lo, n}, Range{l.afterCount(n), r.Hi}, true
		l.counted = countValue(l.t.R[n:])
		if l.t.R[n-1] == '“' { // 甲山、乙山“两大公园”改造
			l.body.Hi--
		}
	}
}

// behindQualities returns where the word for projects begins that closes a list, behind what
// it says of their qualities: 等一大批技术领先、附加值高的|重大项目.
func (l *listReader) behindQualities(r Range) int32 {
	if !l.endsIn(listProjectWord, r) {
		return r.Lo
	}
	for i := r.Hi - 1; i > r.Lo; i-- {
		if l.t.R[i-1] == '的' && l.generic(Range{i, r.Hi}) && l.works(before(r, i-1)) == "" { // but 等小学的改造工程
			return i
		}
	}
	return r.Lo
}

// lastGroup returns where the count of the last group of r begins, of groups that share their
// head noun: 甲、乙2座大型和丙、丁|2座中型水库; 0 for none.
func (l *listReader) lastGroup(r Range) int32 {
	n := l.count(r)
	for n > 0 {
		i := l.skip(l.afterCount(n), r.Hi, listGradeEnd)
		if i == l.afterCount(n) || i >= r.Hi || !isJoin(l.t.R[i-1]) && !isJoin(l.t.R[i]) {
			break
		}
		next := l.count(Range{i, r.Hi})
		if next == 0 {
			break
		}
		n = next
	}
	return n
}

// trimGroup leaves out of the last name of a group how many they are and of what size, where
// a later group has the head noun for both: 乙|2座大型.
func (w *Worker) trimGroup(r Range) Range {
	if n := w.count(r); n > r.Lo+1 {
		if i := w.afterCount(n); i < r.Hi && w.skip(i, r.Hi, listGradeEnd) == r.Hi {
			r.Hi = n
		}
	}
	return r
}

// behindExtent returns where the words begin behind how far the things in r reach: 约30公里|公交专用道.
func (l *listReader) behindExtent(r Range) int32 {
	i := r.Lo
	if i < r.Hi && l.single(listExtentAbout, i) {
		i++
	}
	at := i
	for i < r.Hi && (isDigit(l.t.R[i]) || l.t.R[i] == '.') {
		i++
	}
	if end, ok := l.hasAt(listExtentUnit, i); ok && i > at && end < r.Hi {
		return end
	}
	return r.Lo
}

// pair returns where 和 joins the two short names that r is (青湖和黄南|两个机场); 0 for none.
func (w *Worker) pair(r Range) int32 {
	for i := r.Lo + 2; i < r.Hi-2; i++ {
		if c := w.t.R[i]; (c == '和' || c == '与') && w.shortName(before(r, i)) && w.shortName(Range{i + 1, r.Hi}) {
			return i
		}
	}
	return 0
}

// countFirst reports whether the list begins with a count of things, which it then does not
// name; a single one (1座) is passed over.
func (l *listReader) countFirst() bool {
	if n := l.count(l.body); (n != l.body.Lo || n == 0) && !l.startsNumber(l.body.Lo) {
		return false
	}
	after := l.afterCount(l.body.Lo)
	if l.t.R[l.body.Lo] != '1' || after != l.body.Lo+2 {
		return true
	}
	l.body.Lo = after
	return false
}

// refers reports whether the list only refers to projects that are told of elsewhere.
func (l *listReader) refers() bool {
	if ref, ok := l.find(listProjectMention, l.trimAction(l.body)); ok && l.t.BracketAt(ref.Lo) == l.t.BracketAt(l.body.Lo) {
		return true
	}
	return l.startsWith(listProjectReference, l.body.Lo)
}

// cutParts cuts the body into its parts, without the nouns of action behind them.
func (l *listReader) cutParts() {
	w := l.Worker
	w.pieceBuf = w.appendPieces(w.pieceBuf[:0], l.body)
	l.parts = w.partBuf[:0]
	for _, p := range w.pieceBuf {
		l.parts = w.conjuncts(l.parts, p)
	}
	if n := len(l.parts) - 1; l.tail.Len() > 0 {
		if last := l.parts[n]; l.pair(last) > 0 {
			at := l.pair(last)
			l.parts = append(l.parts[:n], before(last, at), Range{at + 1, last.Hi})
		}
	}
	w.partBuf = l.parts
	for i := range l.parts {
		l.parts[i] = w.trimAttached(w.trimAction(w.trimSize(w.trimOne(w.trimGroup(l.parts[i])))))
	}
	if n := len(l.parts); l.tail.Len() == 0 && n > 1 && w.oneName(l.parts) {
		l.parts[0].Hi = l.parts[n-1].Hi
		l.parts = l.parts[:1]
	}
}

// countsParts reports whether the tail says that the parts are counted, or kinds of things
// that programmes are for.
func (l *listReader) countsParts() bool {
	if l.tail.Len() == 0 {
		return false
	}
	if n := l.count(l.tail); n > l.tail.Lo+1 && n >= l.tail.Hi-5 {
		l.tail.Hi = n // 等学校15所
	}
	return l.list.open && l.endsWith(listOtherEnd, l.tail.Hi) // 与甲、乙等港口合作
}

// mostlyWorks reports whether half of the parts at least are works by their head nouns.
func (l *listReader) mostlyWorks() bool {
	n := 0
	for _, p := range l.parts {
		if class := l.works(p); class == lineClass || class == siteClass {
			n++
		}
	}
	return n > 0 && 2*n >= len(l.parts)
}

// findShared finds the head noun that the tail gives the members: 等高速公路.
func (l *listReader) findShared() {
	if l.tail.Len() == 0 {
		return
	}
	w := l.Worker
	head := w.trimAction(l.tail)
	if at, ok := w.endIn(listProjectNoun, head); ok && w.headClass(head.Lo, at) != "" {
		head.Hi = at // 等高速公路项目
	}
	for at, ok := w.find(listWorksClass, head); ok && at.Hi < head.Hi; at, ok = w.find(listWorksClass, head) { // 等一批|重点|水库
		head.Lo = at.Hi
	}
	for end, ok := w.hasAt(listWorksStage, head.Lo); ok && end < head.Hi; end, ok = w.hasAt(listWorksStage, head.Lo) { // 等在建|高速公路
		head.Lo = end
	}
	if head.Len() > 4 && w.startsWith(listSharedWith, head.Lo) { // 等与周边互联互通铁路
		_, head.Lo = w.heads(head.Lo, head.Hi)
	}
	l.crossing, l.roadPart = w.endsWith(listWorksCrossing, head.Hi), w.isWord(listRoadPart, head)
	class := w.works(head)
	longest := 16
	if class == lineClass {
		longest = 18
	}
	if class == "" || head.Len() > longest || w.speaksOf(listWorksInner, head) || strings.ContainsAny(w.t.String(head), "、,") ||
		w.generic(head) {
		return
	}
	l.shared, l.class = w.sharedName(head), class
	l.purpose = w.saysPurpose(head)
	l.list.alike = w.namedApart(head)
	if lo, ok := w.hasEnd(listWorksTail, head.Hi); ok && lo > head.Lo && class == actionClass { // 污水处理厂提标改造
		if of := w.works(Range{head.Lo, lo}); of != "" {
			l.class = of
		}
	}
	if l.class == actionClass && w.startsWith(listWorksPart, head.Lo) { // 等校舍改造
		l.class = alterClass
	}
}

// findProjects finds whether the tail says that the members are projects, and that
// something becomes of them.
func (l *listReader) findProjects() {
	w := l.Worker
	if what := w.trimAction(l.tail); l.tail.Len() > 0 && w.generic(what) {
		l.list.projects = w.speaksOf(listPlainHead, l.tail) || w.speaksOf(listMajorWord, l.tail) && w.speaksOf(listFacilityNoun, l.tail)
	} else if l.list.open && (w.endsIn(listProjectNoun, what) || w.endsIn(listFacilityNoun, what) && what.Len() <= 4) && what.Len() <= 10 { // 等地产项目, 等重大龙头项目
		long := 0
		for _, p := range l.parts {
			if p.Len() > 4 || p.Len() > 2 && w.e.places.at(w.t.R, p.Lo) < p.Hi {
				long++
			}
		}
		l.list.projects = 2*long > len(l.parts) || l.list.figure // 等36个在建旅游项目
	}
	if lo, ok := w.hasEnd(listWorksDone, l.tail.Hi); ok && lo > l.tail.Lo && l.list.projects {
		l.list.staged = true
	}
	if end, ok := w.hasAt(listWorksVerb, l.tail.Lo); ok && l.list.projects { // 等24个|续建|项目
		l.list.status = w.attrs(listWorksVerb, Range{l.tail.Lo, end})["status"]
	}
	if l.allProjects() {
		l.list.projects, l.list.staged = true, true
	}
}

// allProjects reports whether each of several parts says that it is a project: 甲电池项目、乙制剂生产项目.
func (l *listReader) allProjects() bool {
	const shortest = 6
	for _, p := range l.parts {
		if p.Len() < shortest || !l.endsIn(listProjectNoun, p) {
			return false
		}
	}
	return len(l.parts) > 1
}

// findKind finds of what kind the shared head noun is, and whether the parts are places.
func (l *listReader) findKind() {
	l.hypernym = l.isHypernym(l.shared)
	if at, ok := l.endIn(listProjectNoun, l.trimAction(l.tail)); ok && l.class == boxClass {
		l.kindOf = !l.endsWith(listWorksPhase, at) && !l.endsWith(listWorksAlter, at) && !l.endsWith(listWorksAction, at)
	}
	for i := 0; i < len(l.parts)-1 && !l.among; i++ {
		l.among = l.parts[i].Len() > 1 && l.e.places.at(l.t.R, l.parts[i].Lo) == l.parts[i].Hi
	}
}

// add adds the part i to the members: with the head noun that it shares with the others,
// and as several where numerals in a row stand in it.
func (l *listReader) add(i int) {
	w := l.Worker
	m, quoted, ok := l.cutMember(i)
	if !ok {
		return
	}
	alike := false // named as the last member is
	own := m.class
	if l.hypernym && own == "" && m.at.Len() >= 4 {
		m.class = l.class
	}
	if own == "" && l.class == lineClass && l.t.R[m.at.Hi-1] == lineLetter && strings.HasSuffix(l.shared, string(lineLetter)) { // 崇海线、嘉江线等轨道交通线
		own, m.class = lineClass, lineClass
	}
	if l.class == alterClass && own == lineClass && l.buildsAnew() { // 甲路、乙街等道路新建工程
		l.list.elided = false
	} else if l.shared == "" {
		if i < len(l.parts)-1 {
			alike = l.completeFromNext(&m, i)
		}
	} else if i < len(l.parts)-l.counted && l.counted > 0 && own != "" { // 甲工程、|乙湖和丙湖2个水库
	} else if !quoted && l.needsShared(m, own) && !l.completeFromRoute(&m, i) {
		l.completeFromTail(&m)
	}
	if m.class == "" && w.numberedPhase(m.at, w.phase(m.at)) { // 光源二期, 银都广场(二期)
		m.class = siteClass
	}
	m.proper = alike || l.owner != "" || l.list.projects && l.yields(m.at) || w.proper(m.at) || l.prefix != "" && w.lineNumber(m.at) == m.at.Lo
	run := numeralRun(m.name)
	if len(run) == 0 {
		l.list.members = append(l.list.members, m)
	}
	for _, name := range run {
		m.name = name
		l.list.members = append(l.list.members, m)
	}
}

// buildsAnew reports whether what is done to the members is to build them, which their names
// need not say.
func (l *listReader) buildsAnew() bool {
	what := l.trimBuild(l.tail)
	if at, ok := l.endIn(listPlainHead, what); ok {
		what.Hi = at
	}
	lo, ok := l.endIn(listWorksVerb, what)
	return ok && l.attrs(listWorksVerb, Range{lo, what.Hi})["status"] != ""
}

// cutMember makes a member of the part i: without a bracket, verb or subject that is no part
// of its name, and quoted without its marks. ok is false where nothing is left.
func (l *listReader) cutMember(i int) (m member, quoted, ok bool) {
	w, t := l.Worker, &l.t
	m.class = w.works(l.parts[i])
	m.at, m.status = w.cutBracket(l.parts[i])
	if lo := w.skipVerbs(m.at.Lo, m.at.Hi, listWorksVerb); i > 0 && m.at.Hi-lo > 3 && w.works(Range{lo, m.at.Hi}) != "" {
		m.at.Lo = lo // 建设甲水库、加快建设乙铁路
	}
	if m.at = w.afterSubject(m.at); m.at.Len() <= 0 {
		return m, false, false
	}
	if quoted = m.at.Len() > 2 && t.R[m.at.Lo] == '“' && t.R[m.at.Hi-1] == '”'; quoted {
		m.at = Range{m.at.Lo + 1, m.at.Hi - 1}
		m.class = w.works(m.at)
	}
	if end, ok := w.hasAt(listStatusBehind, m.at.Hi); ok {
		m.status = w.attrs(listStatusBehind, Range{m.at.Hi, end})["status"]
	}
	m.name = w.named(m.at)
	if e := w.etc(m.at); e > 0 { // 眉太等13条高速
		if n := w.count(Range{e, m.at.Hi}); n == e+1 && w.afterCount(n) < m.at.Hi {
			m.name = lap(t.Written(Range{m.at.Lo, e}), t.Written(Range{w.afterCount(n), m.at.Hi}))
		}
	}
	if row := w.linesByNumber(m.at); row && l.prefix == "" {
		l.prefix = w.systemBefore(m.at.Lo)
		m.name = l.prefix + m.name // 地铁2号线…,新开工5、6号线
	} else if k := w.lineNumber(m.at); !row && k > m.at.Lo {
		l.prefix = t.Written(Range{m.at.Lo, k})
	} else if row || k == m.at.Lo {
		m.name = l.prefix + m.name // 甲市地铁1号线、2号线
	}
	if i > 0 && !isDigit(t.R[m.at.Lo]) && w.works(l.parts[0]) == "" {
		m.name = l.spec(l.parts[0]) + m.name // 500千伏蜀州、尖山变电站
	}
	if i > 0 {
		l.owner = w.ownerOf(l.parts[i-1], m.at, l.owner)
		m.name = l.owner + m.name
	}
	return m, quoted, true
}

// spec returns the figure with its unit at the head of a name that says of what size
// its works are (500千伏); "" for none.
func (l *listReader) spec(r Range) string { return l.t.Written(before(r, l.behindSpec(r))) }

// behindSpec returns where the words of a name begin behind such a figure.
func (w *Worker) behindSpec(r Range) int32 {
	i := r.Lo
	for i < r.Hi && isDigit(w.t.R[i]) {
		i++
	}
	if end, ok := w.hasAt(listWorksSpec, i); ok && i > r.Lo && end < r.Hi && w.t.R[end] != '/' { // but 13万吨/年
		return end
	}
	return r.Lo
}

// saysShared reports whether a member's name ends in the shared head noun already, or in
// what needs none.
func (l *listReader) saysShared(m member) bool {
	return strings.HasSuffix(m.name, l.shared) || l.e.ending(listFirmEnd, m.name) != "" || l.sameHead(m.at, l.shared) || l.sameKind(m.at, l.tail)
}

// completeFromTail gives a member the shared head noun.
func (l *listReader) completeFromTail(m *member) {
	m.name = lap(m.name, l.shared)
	if m.class == "" {
		m.class = l.class
	}
	if m.class == actionClass || m.class == alterClass {
		if m.class = ""; l.class == alterClass && l.proper(m.at) || l.speaksOf(listWorksArea, l.tail) && !l.nothingBut(m.at, listProjectGeneric, listWorksKind) {
			m.class = siteClass // 甲里、乙巷等老旧小区改造
		}
	}
	l.list.elided = true
}

// completeFromRoute gives the ends of a line the kind that the next of the list has, which is
// nearer than that of the tail: 甲至乙、丙至丁|客运专线等铁路; false where the next has none.
func (l *listReader) completeFromRoute(m *member, i int) bool {
	if m.class != "" || i == len(l.parts)-1 {
		return false
	}
	kind := l.behindSection(m.at, l.parts[i+1])
	if kind.Len() == 0 {
		return false
	}
	m.name, m.class = m.name+l.t.Written(kind), lineClass
	return true
}

// nextAltered returns the first part behind i of which it is said what is done to it; the
// last where none is.
func (l *listReader) nextAltered(i int) Range {
	for _, p := range l.parts[i+1:] {
		if p.Len() > 0 && l.unaltered(p) < p.Hi {
			return p
		}
	}
	return l.parts[len(l.parts)-1]
}

// completeFromNext gives the member of the part i what only a later one says of its kind,
// and reports whether it is taken for a name because that one is named alike.
func (l *listReader) completeFromNext(m *member, i int) (alike bool) {
	w, t := l.Worker, &l.t
	next := i + 1 // the next that has a head noun says what this one is
	for next < len(l.parts)-1 && (l.parts[next].Len() == 0 || w.works(l.parts[next]) == "") {
		next++
	}
	last := l.parts[len(l.parts)-1]
	kind := w.sharedPart(l.parts, i)
	if kind == "" {
		kind = w.parallel(m.at, l.parts[next])
	}
	if kind == "" && w.unaltered(m.at) == m.at.Hi && t.R[l.parts[i+1].Lo-1] != ',' { // what a comma parts is whole: 甲水厂,乙水厂扩建
		kind = w.alteredToo(m.at, l.nextAltered(i))
	}
	if kind == "" && m.class == "" {
		if i == 0 {
			l.headless = w.allHeadless(l.parts)
		}
		if l.headless {
			kind = w.lastHead(last)
		}
		if kind == "" && l.among && m.at.Len() <= 4 {
			kind = w.headOf(l.parts[next])
		}
		if kind == "" && w.shortName(m.at) {
			kind = l.runKind(i, next)
		}
		if kind == "" && next == len(l.parts)-1 {
			if kind = l.baseAlike(); kind != "" {
				alike = true
			}
		}
		if kind == "" && (w.sureNames || w.endsWith(listWorksNamed, w.phase(last)) && w.proper(m.at) || (w.namedApart(last) || w.lineOfEnds(last)) && w.headlessBefore(l.parts)) {
			kind = w.namedAlike(m.at, l.parts[next])
			alike = kind != ""
		}
		if kind == "" {
			kind = l.kindOfNamed(m.at, last)
			alike = kind != ""
		}
	}
	if kind == "" || w.route(Range{m.at.Lo, w.phase(m.at)}) && w.works(l.parts[next]) == siteClass { // 甲至乙、丙至丁港
		return false
	}
	if end, from := string(t.R[m.at.Hi-1]), l.parts[next].Hi-int32(utf8.RuneCountInString(kind)); w.feature(m.at.Hi-1) && strings.HasPrefix(kind, end) && !w.partsWord(l.parts[next], from+1) { // 清水河, (白沙)河治理; but (清溪)水厂
		kind = kind[len(end):]
	}
	m.name += kind
	m.class = w.works(l.parts[next])
	return alike
}

// runKind returns what the part next gives to one of the parts without a head noun before it,
// among which that of i is: what 黄河|国家公园 gives to 长城 it gives to 长征 beside it.
func (l *listReader) runKind(i, next int) string {
	lo := i
	for lo > 0 && l.works(l.parts[lo-1]) == "" {
		lo--
	}
	for k := lo; k < next; k++ {
		if k == i || l.parts[k].Len() == 0 {
			continue
		}
		kind := l.parallel(l.parts[k], l.parts[next])
		if kind == "" && l.proper(l.parts[k]) {
			kind = l.namedAlike(l.parts[k], l.parts[next])
		}
		if kind != "" {
			return kind
		}
	}
	return ""
}

// baseAlike returns the words that follow the name of the last part, a base, where the parts
// before it are only names and all as long: 马东、孙庄、四合|猕猴桃生产基地.
func (l *listReader) baseAlike() string {
	const least = 3 // names: two may be what one thing lies in (苏中、苏北粮食基地)
	if len(l.parts) < least {
		return ""
	}
	last := l.parts[len(l.parts)-1]
	n := l.parts[0].Len()
	for _, p := range l.parts[:len(l.parts)-1] {
		if p.Len() != n || !l.shortName(p) {
			return ""
		}
	}
	name := Range{last.Lo, last.Lo + int32(n)}
	if lo, ok := l.hasEnd(listWorksDepot, l.phase(last)); !ok || lo <= name.Hi || !l.shortName(name) || l.partsWord(last, name.Hi) {
		return ""
	}
	return l.t.Written(Range{name.Hi, last.Hi})
}

// startsVerb reports whether a verb of building or of undertaking starts at pos, and no name
// that looks like one: 建设路.
func (w *Worker) startsVerb(pos int32) bool {
	return !w.startsWith(listWorksVerbNot, pos) && (w.startsWith(listWorksVerb, pos) || w.startsWith(listUndertake, pos))
}

// predicate reports whether r begins with a verb of building, maybe behind adverbs.
func (w *Worker) predicate(r Range) bool {
	for pos := r.Lo; pos < r.Hi; {
		if w.startsVerb(pos) {
			return true
		}
		next := w.skipOne(pos, r.Hi, listProjectAdverb, listWorksWhen)
		if next == pos {
			return false
		}
		pos = next
	}
	return false
}

// isAction reports whether r ends in a noun of action (治理, 搬迁).
func (w *Worker) isAction(r Range) bool {
	lo, ok := w.hasEnd(listWorksAction, r.Hi)
	return ok && lo >= r.Lo
}

// cutBracket leaves out a closing bracket that is no part of the name: what it leans on
// (依托…), where it stands (青川路以北), or its status, which it returns.
func (w *Worker) cutBracket(r Range) (Range, string) {
	in, before, ok := w.t.lastBracket(r)
	if !ok || w.t.R[in.Hi] != ')' {
		return r, ""
	}
	if end, ok := w.hasAt(listStatusBehind, in.Lo); ok && end <= in.Hi {
		return before, w.attrs(listStatusBehind, Range{in.Lo, end})["status"]
	}
	if w.startsWith(listProjectReference, in.Lo) || w.endsWith(listWhereEnd, in.Hi) {
		return before, ""
	}
	return r, ""
}

// trimAction leaves out the nouns of action after a name (建设, 前期工作).
func (w *Worker) trimAction(r Range) Range {
	for r.Len() > 2 {
		if w.isWorksHead(r) && !w.endsWith(listPlainHead, r.Hi) {
			return r
		}
		lo, ok := w.hasEnd(listWorksTail, r.Hi)
		if month := w.monthBefore(r.Hi); month < r.Hi { // 6月底前|建成通车
			lo, ok = month, true
		}
		if !ok || lo < r.Lo {
			return r
		}
		if tail := (Range{lo, r.Hi}); w.isWord(listPlainHead, tail) && lo-r.Lo >= 2 {
			return r // part of the name, unless it is all that the tail says
		}
		if hi := lo - 1; lo > r.Lo+4 && joinsNames(w.t.R[hi]) && w.endsWith(listWorksTail, hi) { // 立项及|前期工作
			lo = hi
		}
		r.Hi = lo
	}
	if r.Len() == 2 && (w.isWord(listPlainHead, r) || w.isWord(listBuildNoun, r)) {
		r.Hi = r.Lo
	}
	return r
}
