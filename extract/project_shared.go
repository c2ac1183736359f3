package extract

import (
	"slices"
	"strings"

	"plangraph/internal/hanzi"
)

// What the members of a list of works share and only the last one says: its head noun.

// completes reports whether a member of class own needs the head noun that the
// list shares: a bare place does, a line before 过江通道, a station before 枢纽.
func completes(own string, crossing bool, tail string) bool {
	if tail == alterClass { // 甲路、乙街等快速化改造
		return own == "" || own == lineClass || own == siteClass
	}
	return own == "" || own == lineClass && crossing || tail == siteClass && (own == siteClass || own == lineClass) || tail == boxClass && own == siteClass
}

// needsShared reports whether a member of class own by its own words needs the head noun that the
// list shares.
func (l *listReader) needsShared(m member, own string) bool {
	switch {
	case l.purpose && (own == siteClass || own == lineClass),
		l.hypernym && m.at.Len() >= 4,
		l.class == boxClass && l.soleKind(m.at),
		l.kindOf && (own != "" || l.list.figure):
		return false
	case completes(own, l.crossing, l.class), l.roadPart && own == lineClass, l.class == actionClass && l.speaksOf(listWorksArea, l.tail):
		return !l.saysShared(m)
	}
	return false
}

// sameHead reports whether p already ends in the shared head noun's own head.
func (w *Worker) sameHead(p Range, shared string) bool {
	rs := []rune(shared)
	hi := w.phase(p)
	n := int32(min(len(rs), 2))
	return int32(p.Len()) > n && w.t.String(Range{max(p.Lo, hi-n), hi}) == string(rs[len(rs)-int(n):])
}

// namedAlike returns the words of kind and the head noun of the last member, where both it
// and p begin with a short name: (沙坪, 石门大型水库): 大型水库; (东门, 西岭公交场站): 公交场站.
func (w *Worker) namedAlike(p, last Range) string {
	t := &w.t
	p.Lo = w.behindSpec(p)
	if p.Len() < 2 || p.Len() > 4 || w.startsVerb(p.Lo) || w.route(Range{p.Lo, p.Hi}) || w.nothingBut(p, listProjectGeneric, listWorksKind) {
		return ""
	}
	for _, r := range t.R[p.Lo:p.Hi] {
		if !hanzi.Is(r) {
			return ""
		}
	}
	bits, h := w.heads(last.Lo, w.phase(Range{last.Lo, w.unaltered(last)}))
	if bits&(lineHead|siteHead) == 0 || bits&notHead != 0 {
		return ""
	}
	const longest, longestFeature = 4, 7 // characters of a name, and of one such as 额尔古纳河
	for i := last.Lo + 2; i <= h && i <= last.Lo+longestFeature; i++ {
		if i > last.Lo+longest && !w.feature(i-1) {
			continue
		}
		if w.skip(w.behindSpec(Range{i, last.Hi}), h, listProjectGeneric, listWorksKind) == h && !w.nothingBut(Range{last.Lo, i}, listProjectGeneric, listWorksKind) {
			return t.Written(Range{i, last.Hi})
		}
	}
	return ""
}

// parallel returns what the last member adds after the part that answers to p:
// (泰州, 张家港水域救援大队) → 水域救援大队; (A河二期, B河三期整治工程) → 整治工程.
func (w *Worker) parallel(p, last Range) string {
	if rest := w.behindRoad(p, last); rest.Len() > 0 {
		return w.t.Written(rest)
	}
	if rest := w.behindTown(p, last); rest.Len() > 0 && w.works(rest) == siteClass && w.works(p) != siteClass { // 甲产业园, 乙工业园标准厂房
		return w.t.Written(rest)
	}
	if bits, _ := w.heads(p.Lo, p.Hi); bits&notHead == 0 && bits != 0 && !w.placeLikeHead(p) {
		return ""
	}
	for _, behind := range parallels {
		if rest := behind(w, p, last); rest.Len() > 0 && !w.partsWord(last, rest.Lo) {
			return w.t.Written(rest)
		}
	}
	return ""
}

// behindRoad returns what stands behind the road in the last member, where p is a road, too, and
// that is a thing that roads have (甲路, 乙路|公交专用道); an empty range for none.
func (w *Worker) behindRoad(p, last Range) Range {
	lo, ok := w.hasEnd(listRoadPart, w.unaltered(last))
	if !ok || lo <= last.Lo+2 || w.works(p) != lineClass || w.kindOnly(p) || w.works(before(last, lo)) != lineClass {
		return Range{}
	}
	return Range{lo, last.Hi}
}

// parallels are the ways in which a part of the last member may answer to p. Each returns
// what stands behind that part, an empty range for none.
var parallels = [...]func(w *Worker, p, last Range) Range{
	(*Worker).behindPlace, (*Worker).behindSide, (*Worker).behindAlike, (*Worker).behindTown, (*Worker).behindFeature, (*Worker).behindPhase, (*Worker).behindSection,
	(*Worker).behindRoute, (*Worker).behindAbbreviation, (*Worker).behindWord,
}

// behindPlace: both are places (泰州, 张家港水域救援大队): 水域救援大队.
func (w *Worker) behindPlace(p, last Range) Range {
	t := &w.t
	if w.e.places.at(t.R, p.Lo) != p.Hi {
		return Range{}
	}
	end := w.e.places.at(t.R, last.Lo)
	if end > last.Lo+2 && end < last.Hi && t.R[end] == '级' { // 佳木斯 in 佳木斯市级疾控中心
		end--
	}
	if rest := (Range{end, last.Hi}); end > 0 && end < last.Hi && w.works(rest) != "" {
		return rest
	}
	return Range{}
}

// behindSide: both are sides of one thing (沙北, 沙南区域供热工程): 区域供热工程.
func (w *Worker) behindSide(p, last Range) Range {
	rest := Range{last.Lo + 2, last.Hi}
	if p.Len() != 2 || rest.Len() < 3 || w.t.R[p.Lo] != w.t.R[last.Lo] || !w.single(listDirection, p.Lo+1) || !w.single(listDirection, last.Lo+1) || w.works(rest) == "" {
		return Range{}
	}
	return rest
}

// behindAlike: both are as long and end in the same character (刘堡梁, 南岭梁饮水工程): 饮水工程.
func (w *Worker) behindAlike(p, last Range) Range {
	rest := Range{last.Lo + int32(p.Len()), last.Hi}
	if !w.shortName(p) || p.Len() < 3 || rest.Len() < 4 || w.t.R[rest.Lo-1] != w.t.R[p.Hi-1] || w.works(rest) == "" {
		return Range{}
	}
	return rest
}

// behindTown: both are small places (甲乡, 乙镇管网改造工程): 管网改造工程.
func (w *Worker) behindTown(p, last Range) Range {
	const longest = 6
	if p.Len() < 2 || p.Len() > longest || !w.endsWith(listTownEnd, p.Hi) {
		return Range{}
	}
	for i := last.Lo + 2; i <= last.Lo+longest && i+3 < last.Hi; i++ {
		if rest := (Range{i, last.Hi}); w.endsWith(listTownEnd, i) && w.works(rest) != "" {
			return rest
		}
	}
	return Range{}
}

// behindFeature: both end in a natural feature or a level (白水, 清水干流治理): 干流治理.
func (w *Worker) behindFeature(p, last Range) Range {
	t := &w.t
	if p.Len() < 2 || p.Len() > 4 || !w.feature(p.Hi-1) && !w.single(listWorksLevel, p.Hi-1) {
		return Range{}
	}
	for i := min(last.Lo+3, last.Hi-3); i > last.Lo; i-- {
		alike := t.R[i] == t.R[p.Hi-1] || w.river(i) && w.river(p.Hi-1)
		if rest := (Range{i + 1, last.Hi}); alike && !w.common(i) && (w.works(rest) != "" || w.isAction(rest)) {
			return rest
		}
	}
	return Range{}
}

// behindPhase: both end in a phase (A河二期, B河三期整治工程): 整治工程.
func (w *Worker) behindPhase(p, last Range) Range {
	if w.phase(p) == p.Hi || w.works(p) != "" {
		return Range{}
	}
	unit := w.t.R[p.Hi-1]
	for i := last.Lo + 1; i < last.Hi-1; i++ {
		if rest := (Range{i + 1, last.Hi}); w.t.R[i] == unit && w.works(rest) != "" {
			return rest
		}
	}
	return Range{}
}

// behindSection: both say from where to where a line goes (甲至乙, 丙至丁高速公路): 高速公路.
func (w *Worker) behindSection(p, last Range) Range {
	if w.works(p) != "" || !w.route(p) || !w.route(last) {
		return Range{}
	}
	if bits, lo := w.heads(last.Lo, last.Hi); bits&lineHead != 0 && lo > last.Lo+2 {
		return Range{lo, last.Hi}
	}
	return Range{}
}

// behindRoute: as behindSection, with any sign of a route and a phase behind the head noun
// (甲县—乙县, 丙县—丁县高速公路二期): 高速公路二期.
func (w *Worker) behindRoute(p, last Range) Range {
	if p.Len() <= 2 || !w.route(Range{p.Lo, p.Hi}) || w.works(p) != "" {
		return Range{}
	}
	if h := w.headBeforePhase(last); h > last.Lo+2 && w.route(Range{last.Lo, h}) {
		return Range{w.specBefore(last, h), last.Hi}
	}
	return Range{}
}

// specBefore returns where the words begin before the head noun at h that say of what size a work
// is: 甲—乙|750千伏输变电工程; h where none do.
func (w *Worker) specBefore(r Range, h int32) int32 {
	i, ok := w.hasEnd(listWorksSpec, h)
	if !ok {
		return h
	}
	unit := i
	for i > r.Lo && isDigit(w.t.R[i-1]) {
		i--
	}
	if i == unit {
		return h
	}
	if i > r.Lo && w.t.R[i-1] == '±' {
		i--
	}
	return i
}

// behindAbbreviation: both are the short names of a line's ends (京沪, 哈大高速铁路): 高速铁路.
func (w *Worker) behindAbbreviation(p, last Range) Range {
	if !w.abbreviated(p) {
		return Range{}
	}
	if h := w.headBeforePhase(last); w.abbreviated(Range{last.Lo, h}) {
		return Range{h, last.Hi}
	}
	for i := last.Lo + 2; i <= last.Lo+4 && i+2 < last.Hi; i++ { // 甲乙铁路丙段
		kind, ok := w.hasAt(listWorksRoute, i)
		if ok && w.abbreviated(Range{last.Lo, i}) {
			if w.route(Range{i, last.Hi}) { // the section is that of the last alone
				return Range{i, kind}
			}
			return Range{i, last.Hi}
		}
	}
	return Range{}
}

// behindWord: both have the same two characters (甲灾害, 乙灾害监测网络): 监测网络.
func (w *Worker) behindWord(p, last Range) Range {
	t := &w.t
	if p.Len() <= 3 {
		return Range{}
	}
	for i := last.Lo + 1; i < last.Hi-3; i++ {
		if rest := (Range{i + 2, last.Hi}); equalRunes(t.R[i:i+2], t.R[p.Hi-2:p.Hi]) && w.works(rest) != "" {
			return rest
		}
	}
	return Range{}
}

// river reports whether the rune at pos ends the names of running water.
func (w *Worker) river(pos int32) bool {
	return w.single(listRiverLetter, pos) || w.attrs(listPlaceFeature, Range{pos, pos + 1})["river"] == "yes"
}

// feature reports whether the rune at pos ends the names of natural features.
func (w *Worker) feature(pos int32) bool {
	return w.single(listPlaceFeature, pos) || w.t.R[pos] == '水'
}

// alteredToo returns what is done to the second of two things of a kind, where
// nothing is said of the first: (甲一中, 乙二中改扩建): 改扩建.
func (w *Worker) alteredToo(p, last Range) string {
	lo := w.unaltered(last)
	if lo == last.Hi {
		if at, ok := w.hasEnd(listWorksPhase, last.Hi); !ok || !w.single(listPhaseAlter, at) {
			return ""
		} else {
			lo = at
		}
	}
	if w.endsWith(listPlainHead, p.Hi) {
		return ""
	}
	if c := w.works(p); w.t.R[lo] == '的' && (c == lineClass || c == siteClass) { // 甲路、乙街的快速化改造
		return w.t.Written(Range{lo + 1, last.Hi})
	}
	if w.endsWith(listWorksArea, p.Hi) && w.endsWith(listWorksArea, lo) { // 甲片区、乙片区更新
		return w.t.Written(Range{lo, last.Hi})
	}
	if w.endsWith(listWorksPhase, p.Hi) && !w.endsWith(listWorksPhase, lo) { // 甲高速三期、乙高速扩容: a phase is a work of its own
		return ""
	}
	end, core := w.phase(p), Range{last.Lo, w.phase(Range{last.Lo, lo})} // 甲路(乙路—丙路)
	a, h := w.heads(p.Lo, end)
	b, k := w.heads(last.Lo, core.Hi)
	alike := w.t.R[end-1] == w.t.R[core.Hi-1] || w.placeKind(p) != "" && w.placeKind(p) == w.placeKind(Range{last.Lo, lo}) || a&b&lineHead != 0 && h == end-1 && k == core.Hi-1 // 路, 街, 巷
	if a&^notHead == 0 || a&b == 0 || w.works(p) == "" || !alike || h == p.Lo || k == last.Lo {
		return ""
	}
	return strings.TrimPrefix(w.t.Written(Range{lo, last.Hi}), "的")
}

// route reports whether a name says from where to where: 甲至乙, 甲—乙, 甲到乙.
func (w *Worker) route(r Range) bool {
	for i := r.Lo + 1; i < r.Hi; i++ {
		if w.single(listRouteSign, i) && !w.endsWith(listRouteNot, i+1) && !w.startsWith(listRouteNot, i) {
			return true
		}
	}
	return false
}

// routeOnly reports whether r says from which place to which a line goes, and not of what
// kind it is: 哈密-罗布泊.
func (w *Worker) routeOnly(r Range) bool {
	const longest = 14
	return r.Len() >= 4 && r.Len() <= longest && w.route(Range{r.Lo, r.Hi}) && w.works(r) == "" && !w.startsVerb(r.Lo) &&
		!slices.ContainsFunc(w.t.R[r.Lo:r.Hi], func(c rune) bool { return !hanzi.Is(c) && !strings.ContainsRune("—-–", c) })
}

// abbreviated reports whether a name is only the abbreviations of the ends of a
// line: 京沪, 广深港.
func (w *Worker) abbreviated(r Range) bool {
	if r.Len() < 2 || r.Len() > 4 {
		return false
	}
	for i := r.Lo; i < r.Hi; i++ {
		if !w.single(listPlaceAbbr, i) && !w.single(listRouteAbbr, i) {
			return false
		}
	}
	return true
}

// headOf returns the head noun of a name with up to four characters before it.
func (w *Worker) headOf(r Range) string {
	if h := w.headBeforePhase(r); h-r.Lo >= 2 && h-r.Lo <= 4 {
		return w.t.Written(Range{h, r.Hi})
	}
	return ""
}

// allHeadless reports whether all parts but the last are proper names without a head
// noun of works, and the last has one: 甲市二期、乙市丙山抽水蓄能电站.
func (w *Worker) allHeadless(parts []Range) bool {
	last := parts[len(parts)-1]
	if c := w.works(last); c != lineClass && c != siteClass || !w.proper(last) {
		return false
	}
	if w.route(Range{last.Lo, last.Hi}) && !w.endsWith(listLineLetter, w.phase(last)) { // 甲至乙、丙至丁港: ends of lines
		return false
	}
	for _, p := range parts[:len(parts)-1] {
		if p.Len() < 2 || p.Len() > 8 || w.works(p) != "" || !w.e.places.in(w.t.R, p) {
			return false
		}
	}
	return true
}

// namedApart reports whether r ends in a head noun of which each thing has a name of its
// own, as the short names before it are when a list shares it.
func (w *Worker) namedApart(r Range) bool {
	hi := w.phase(before(r, w.unaltered(r)))
	lo, ok := w.hasEnd(listWorksNamed, hi)
	return ok && w.attrs(listWorksNamed, Range{lo, hi})["alike"] != ""
}

// kindWords are the lists of words that say of no thing which it is, but of what kind.
var kindWords = []wordList{listProjectGeneric, listWorksKind, listWorksVague}

// shortName reports whether r is two to four characters without a head noun that say of
// no kind what a thing is: 白岩, 老虎嘴.
func (w *Worker) shortName(r Range) bool {
	const longest = 4
	return r.Len() >= 2 && r.Len() <= longest && !slices.ContainsFunc(w.t.R[r.Lo:r.Hi], func(c rune) bool { return !hanzi.Is(c) }) &&
		w.works(r) == "" && !w.startsVerb(r.Lo) && (!w.nothingBut(r, kindWords...) || w.pairName(r, kindWords...))
}

// headlessBefore reports whether all parts before the last are short names without a head
// noun of works: 藏木、老虎嘴、多布水电站.
func (w *Worker) headlessBefore(parts []Range) bool {
	for _, p := range parts[:len(parts)-1] {
		if !w.shortName(p) {
			return false
		}
	}
	return true
}

// lastHead returns the head noun of a name, with its phase.
func (w *Worker) lastHead(r Range) string {
	if h := w.headBeforePhase(r); h > r.Lo {
		return w.t.Written(Range{h, r.Hi})
	}
	return ""
}

// saysPurpose reports whether a shared head noun says no more than what works are for, which
// those with a head noun of their own are not named by: 甲水库、乙泵站等|供水工程.
func (w *Worker) saysPurpose(head Range) bool {
	at, ok := w.endIn(listPlainHead, head)
	if !ok || w.endsWith(listWorksAlter, at) {
		return false
	}
	lo, ok := w.endIn(listWorksPurpose, before(head, at))
	return ok && w.nothingBut(before(head, lo), listProjectGeneric, listWorksKind, listWorksClass)
}

// shareAlteration makes what is done to the members the words that they share, where the words that
// close the list say no more: 甲路、乙街等道路|绿化提升, 甲一中、乙二中等学校|改造.
func (l *listReader) shareAlteration() {
	what := l.trimBuild(l.tail)
	if end, ok := l.hasAt(listSomeOf, what.Lo); ok && end < what.Hi { // 等一批道路绿化提升
		what.Lo = end
	}
	lo := l.alterFrom(what)
	kind := Range{what.Lo, lo}
	said := lo < what.Hi && kind.Len() > 0 && (l.onlyWorks() && l.isHypernym(l.t.Written(kind)) || l.onlyWaters() && l.classOfWaters(kind) && !l.endsWith(listPlainHead, what.Hi)) // each says itself that it is a school
	if !said && l.shared != "" && l.class != boxClass && !(l.class == lineClass && l.onlyLines()) && !(l.class == actionClass && (l.mostlyWorks() || l.onlyWaters())) || !said && !l.alteration(l.tail) {
		return
	}
	if said || l.onlyLines() && !l.endsIn(listWorksPart, kind) { // but 人行道改造
		what.Lo = lo
	}
	l.shared, l.class = l.t.Written(what), alterClass
}

// onlyWorks reports whether all parts say by their head nouns that they are lines or sites.
func (l *listReader) onlyWorks() bool {
	return !slices.ContainsFunc(l.parts, func(p Range) bool { c := l.works(p); return c != lineClass && c != siteClass })
}

// kindOfNamed returns what the last member says of the kind of a short name before it, which then is
// one, too: of a part of a town to which something is done (白云, 沙湾|片区旧城改造), of a line from one
// place to another (寻龙, 安远至全南|高速); "" where it says nothing.
func (l *listReader) kindOfNamed(p, last Range) string {
	const longest = 4 // characters of the name
	if !l.shortName(p) || !l.headlessBefore(l.parts) {
		return ""
	}
	if l.routeOfKind(last) {
		return l.lastHead(last)
	}
	for i := last.Lo + 2; i <= last.Lo+longest && i < l.unaltered(last); i++ {
		if l.startsWith(listWorksArea, i) && l.shortName(before(last, i)) && l.unaltered(last) < last.Hi {
			return l.t.Written(Range{i, last.Hi})
		}
	}
	return ""
}

// isHypernym reports whether a shared head noun says only of what kind the members are.
func (w *Worker) isHypernym(s string) bool {
	for _, en := range w.e.lists[listWorksHypernym].Entries {
		if en.Term == s {
			return true
		}
	}
	return false
}

// lap joins a name with the head noun that it shares, where the end of the one is
// the beginning of the other: 金山棚户区 + 棚户区改造.
func lap(name, head string) string {
	n, h := []rune(name), []rune(head)
	for k := min(len(n)-1, len(h), 4); k >= 2; k-- {
		if string(n[len(n)-k:]) == string(h[:k]) {
			return name + string(h[k:])
		}
	}
	return name + head
}

// sameKind reports whether a name already says of what kind of place with parts the list
// is: 第四实小 in a list of 小学.
func (w *Worker) sameKind(p, tail Range) bool {
	kind := w.placeKind(p)
	what := w.trimAction(tail)
	lo, ok := w.hasEnd(listPlaceWithParts, what.Hi)
	return kind != "" && ok && w.attrs(listPlaceWithParts, Range{lo, what.Hi})["kind"] == kind
}

// sharedName returns the words of a shared head noun, without 的 before what is done, and without
// the end of a quotation that its count begins: 小学|改造工程 of 等小学的改造工程, 公园|改造工程
// of “两大公园”改造工程.
func (w *Worker) sharedName(head Range) string {
	t := &w.t
	for i := head.Lo + 1; i < head.Hi && t.R[i] != '“'; i++ {
		if t.R[i] == '”' {
			return t.Written(before(head, i)) + t.Written(Range{i + 1, head.Hi})
		}
	}
	for i := head.Lo + 1; i < head.Hi-1; i++ {
		if t.R[i] == '的' && (w.isAction(Range{i + 1, head.Hi}) || w.startsWith(listWorksAlter, i+1)) {
			return t.Written(before(head, i)) + t.Written(Range{i + 1, head.Hi})
		}
	}
	return t.Written(head)
}

// alteration reports whether the words that close a list say only what is done to its
// members: 等快速化改造, 等道路绿化提升工程.
func (w *Worker) alteration(tail Range) bool {
	what := w.trimBuild(tail)
	lo := w.alterFrom(what)
	if at, ok := w.endIn(listPlainHead, what); ok {
		what.Hi = at
	}
	return lo < what.Hi && what.Len() >= 3 && w.attrs(listWorksAlter, Range{lo, what.Hi})["stage"] == "" && !w.startsWith(listPlainHead, what.Lo) && (lo == what.Lo || w.nothingBut(Range{what.Lo, lo}, listProjectGeneric, listWorksKind, listWorksClass, listWorksCommon, listWorksArea))
}

// alterFrom returns where the words begin that say what is done, at the end of what closes a
// list: 道路|绿化提升工程; its end where none do.
func (w *Worker) alterFrom(what Range) int32 {
	core := what
	if at, ok := w.endIn(listPlainHead, what); ok {
		core.Hi = at
	}
	lo := what.Hi
	for at, ok := w.endIn(listWorksAlter, core); ok; at, ok = w.endIn(listWorksAlter, core) { // 整修|改造
		lo, core.Hi = at, at
	}
	return lo
}

// trimBuild leaves out of the words that close a list that it is built: 改造工程|建设.
func (w *Worker) trimBuild(tail Range) Range {
	if lo, ok := w.endIn(listBuildNoun, tail); ok && lo > tail.Lo+2 {
		tail.Hi = lo
	}
	return tail
}
