package extract

import (
	"slices"
	"strings"

	"plangraph/plan"
)

// numberName reports whether a name is only the number of a school or hospital, maybe
// behind the level whose it is: 市十八中, 37中.
func (w *Worker) numberName(r Range) bool {
	t := &w.t
	return r.Len() >= 2 && r.Len() <= 6 && w.attrs(listNumberSchool, Range{r.Hi - 1, r.Hi})["short"] == "yes" && (numeral(t.R[r.Hi-2]) || isDigit(t.R[r.Hi-2]))
}

// diversion reports whether a name tells from where to where water is led: 引汉济渭,
// 引大入秦, 北水南调, 滇中引水.
func (w *Worker) diversion(r Range) bool {
	t := &w.t
	s := t.R[r.Lo:r.Hi]
	if len(s) < 4 || len(s) > 8 {
		return false
	}
	if s[0] == '引' && (len(s) == 4 || !w.hasHead(r, lineHead|siteHead)) {
		for i := r.Lo + 2; i < min(r.Hi-1, r.Lo+5); i++ {
			if w.single(listDiversionWay, i) {
				return true
			}
		}
	}
	return len(s) == 4 && s[1] == '水' && s[3] == '调' || len(s) <= 6 && w.t.ends(r, 2, "引水") && !w.nothingBut(Range{r.Lo, r.Hi - 2}, listProjectGeneric, listWorksKind)
}

// part returns where the name of a part begins that stands behind the place that it is a
// part of: 青川公园|体育设施, 青川中学|食堂.
func (w *Worker) part(r Range) (int32, bool) {
	lo, ok := w.hasEnd(listWorksPart, r.Hi)
	if !ok || lo < r.Lo+2 {
		return 0, false
	}
	return lo, w.placeKind(Range{r.Lo, lo}) != ""
}

// sharedPart returns the part that the last of several places of a kind names for all of
// them (甲小学、乙中学、丙小学校舍消防设施); "" where the member at i names no such place, or
// others of the list name parts of their own.
func (w *Worker) sharedPart(parts []Range, i int) string {
	kind := w.placeKind(parts[i])
	if kind == "" {
		return ""
	}
	shared := Range{}
	for _, p := range parts[i+1:] {
		lo, ok := w.part(p)
		switch {
		case ok && shared.Len() > 0:
			return ""
		case ok && w.placeKind(Range{p.Lo, lo}) == kind:
			shared = Range{lo, p.Hi}
		case shared.Len() == 0 && w.placeKind(p) != kind:
			return ""
		}
	}
	return w.t.Written(shared)
}

// placeKind returns what kind of place with parts of its own a name ends in: a school, a
// hospital, a park; "" for none.
func (w *Worker) placeKind(r Range) string {
	if w.numberName(r) {
		return "school"
	}
	lo, ok := w.hasEnd(listPlaceWithParts, r.Hi)
	if !ok || lo <= r.Lo {
		return ""
	}
	return w.attrs(listPlaceWithParts, Range{lo, r.Hi})["kind"]
}

// named returns a name as it is written, without the brackets that only say how large
// the thing is: 青川水厂(规模30万吨/日)二期 is 青川水厂二期.
func (w *Worker) named(r Range) string {
	t := &w.t
	out, lo := "", r.Lo
	for i := r.Lo; i < r.Hi; i++ {
		if t.R[i] != '(' {
			continue
		}
		b := t.BracketAt(i + 1)
		if b < 0 || t.Brackets[b].Close >= r.Hi || !w.givesSize(Range{i + 1, t.Brackets[b].Close}) {
			continue
		}
		out += t.Written(Range{lo, i})
		lo = t.Brackets[b].Close + 1
		if lo < r.Hi && t.R[lo] == '的' {
			lo++
		}
		i = lo - 1
	}
	if lo == r.Lo {
		return t.Written(r)
	}
	return out + t.Written(Range{lo, r.Hi})
}

// givesSize reports whether a bracket gives the size or the cost of a thing: a figure
// stands in it, and it ends in a unit.
func (w *Worker) givesSize(r Range) bool {
	return r.Len() > 1 && w.single(listSizeUnit, r.Hi-1) && slices.ContainsFunc(w.t.R[r.Lo:r.Hi], isDigit)
}

// moreList returns where a second list begins that the same verb governs behind a comma:
// 推进甲、乙等铁路项目,以及丙、丁等电站项目建设; 0 where none does.
func (w *Worker) moreList(list, rest Range) int32 {
	t := &w.t
	lo := rest.Lo
	if t.has(lo, "以及") {
		lo += 2
	}
	hi := lo
	for hi < rest.Hi && t.R[hi] != ',' {
		hi++
	}
	next := Range{lo, hi}
	if w.etc(list) < 0 || w.predicate(next) || w.opensOtherwise(next) {
		return 0
	}
	if lo > rest.Lo && w.hasHead(next, lineHead|siteHead) || w.namedProjects(next) {
		return lo
	}
	return 0
}

// sameKind reports whether a name already says of what kind of place with parts the list
// is: 第四实小 in a list of 小学.
func (w *Worker) sameKind(p, tail Range) bool {
	kind := w.placeKind(p)
	what := w.trimAction(tail)
	lo, ok := w.hasEnd(listPlaceWithParts, what.Hi)
	return kind != "" && ok && w.attrs(listPlaceWithParts, Range{lo, what.Hi})["kind"] == kind
}

// countedGroups reports whether r begins with a list of its own that a count closes, and
// such a list ends it: 乙幼儿园等3所幼儿园.
func (w *Worker) countedGroups(r Range) bool {
	t := &w.t
	first := Range{r.Lo, w.firstPiece(r.Lo, r.Hi)}
	if first.Hi+1 >= r.Hi || t.R[first.Hi] != '等' || !w.startsNumber(first.Hi+1) {
		return false
	}
	last := r.Hi - 1
	for t.R[last] != '等' {
		last--
	}
	return w.startsNumber(last + 1)
}

// trimOne leaves out the count behind the name of a single thing: 青川中学宿舍楼1栋.
func (w *Worker) trimOne(r Range) Range {
	t := &w.t
	if n := r.Hi - 2; r.Len() > 4 && (t.R[n] == '1' || t.R[n] == '一') && !isDigit(t.R[n-1]) && w.single(listWorksUnit, n+1) && w.works(Range{r.Lo, n}) != "" {
		r.Hi = n
	}
	return r
}

// leadsNumberName reports whether the figure at pos is the name of a school or a hospital
// and counts nothing: 36中、37中.
func (w *Worker) leadsNumberName(pos int32) bool {
	t := &w.t
	i := pos
	for int(i) < len(t.R) && isDigit(t.R[i]) {
		i++
	}
	if int(i) >= len(t.R) || !w.single(listNumberSchool, i) {
		return false
	}
	i++
	if int(i) >= len(t.R) || strings.ContainsRune("、和及等,。;(东西南北新", t.R[i]) {
		return true
	}
	return w.startsWith(listWorksPart, i) || w.startsWith(listWorksAlter, i)
}

// ownerOf returns whose part a member of a list is that names only the part: of 甲医院住院楼,
// 门诊楼 and 感染楼 it is 甲医院 for the second, and by owner, that of the one before it, for
// the third; "" where it has an owner of its own.
func (w *Worker) ownerOf(before, p Range, owner string) string {
	core := Range{p.Lo, w.unaltered(p)}
	lo, ok := w.endIn(listWorksPart, core)
	if !ok || w.placeKind(Range{p.Lo, lo}) != "" || lo > p.Lo && !w.ordinal(p) && !w.nothingBut(Range{p.Lo, lo}, listProjectGeneric, listWorksKind, listDirection) {
		return ""
	}
	first := Range{before.Lo, w.unaltered(before)}
	if first.Hi, ok = w.endIn(listWorksPart, first); !ok {
		return ""
	}
	hi := int32(0)
	for _, h := range w.t.hits[w.t.from[first.Lo]:w.t.from[first.Hi]] {
		if h.Hi <= first.Hi && w.e.inList(h.Term, int(listPlaceWithParts)) {
			hi = max(hi, h.Hi)
		}
	}
	if hi-first.Lo < 3 {
		return owner
	}
	return w.t.Written(Range{first.Lo, hi})
}

// closedList reports whether list is closed by 等 with what its members are, and rest
// begins with another thing that is built: 甲、乙等铁路和丙站、丁站建设.
func (w *Worker) closedList(list, rest Range) bool {
	e := w.etc(list)
	if e < 0 || e+2 >= list.Hi || w.e.places.at(w.t.R, list.Hi) > list.Hi+1 {
		return false
	}
	closing := Range{e + 1, list.Hi}
	if w.headClass(closing.Lo, closing.Hi) == "" && !w.endsWith(listWorksTail, closing.Hi) {
		return false
	}
	next := Range{rest.Lo, w.firstPiece(rest.Lo, rest.Hi)}
	c := w.works(w.trimAction(next))
	return next.Hi < rest.Hi && w.t.R[next.Hi] == '、' && (c != "" || w.e.places.at(w.t.R, next.Lo) == next.Hi) || (c == lineClass || c == siteClass) && w.proper(next)
}

// listOfKind reports whether a name is no more than members with what they are in common
// behind 等: 引郁入黔等重大水利|工程, 甲、乙等水利|工程.
func (w *Worker) listOfKind(name Range) bool {
	e := w.etc(name)
	if e < 0 || !quoteFree(w.t.R[name.Lo:name.Hi]) {
		return false
	}
	what := Range{e + 1, name.Hi}
	if w.isAction(what) || w.endsWith(listWorksAlter, what.Hi) { // 甲、乙等扩建|项目: what is done to each
		return false
	}
	return what.Len() > 0 && w.nothingBut(what, listProjectGeneric, listWorksKind, listWorksClass) && w.hasHead(Range{name.Lo, e}, lineHead|siteHead) || w.diversion(Range{name.Lo, e})
}

// ownLine reports whether a line has a name of its own, though no list knows it: the words
// before its head noun say of no kind what it is.
func (w *Worker) ownLine(m member) bool {
	if m.class != lineClass {
		return false
	}
	r := m.at
	_, h := w.heads(r.Lo, w.phase(Range{r.Lo, w.unaltered(r)}))
	n := h - r.Lo
	return n >= 2 && n <= 6 && h < r.Hi && !w.common(h-1) && w.skipOne(r.Lo, h, listProjectGeneric, listWorksKind, listWorksVague, listWorksClass) == r.Lo
}

// period returns the stretch around pos that full stops bound, whatever semicolons part it.
func (t *Text) period(pos int32) Range {
	r := Range{pos, pos}
	for r.Lo > 0 && t.R[r.Lo-1] != '。' {
		r.Lo--
	}
	for int(r.Hi) < len(t.R) && t.R[r.Hi] != '。' {
		r.Hi++
	}
	return r
}

// alteration reports whether the words that close a list say only what is done to its
// members: 等快速化改造, 等道路绿化提升工程.
func (w *Worker) alteration(tail Range) bool {
	what := w.trimBuild(tail)
	if at, ok := w.endIn(listPlainHead, what); ok {
		what.Hi = at
	}
	lo, ok := w.endIn(listWorksAlter, what)
	return ok && what.Len() >= 3 && !w.startsWith(listPlainHead, what.Lo) && (lo == what.Lo || w.nothingBut(Range{what.Lo, lo}, listProjectGeneric, listWorksKind, listWorksClass, listWorksCommon, listWorksArea))
}

// trimBuild leaves out of the words that close a list that it is built: 改造工程|建设.
func (w *Worker) trimBuild(tail Range) Range {
	if lo, ok := w.endIn(listBuildNoun, tail); ok && lo > tail.Lo+2 {
		tail.Hi = lo
	}
	return tail
}

// attached reports whether r says what belongs to the thing named before it, and is no
// work of its own: 站坪配套设施扩建工程.
func (w *Worker) attached(r Range) bool {
	at, ok := w.find(listAttachedWord, Range{r.Lo, min(r.Hi, r.Lo+6)})
	return ok && w.works(Range{r.Lo, at.Lo}) == ""
}

// actsOnTwo reports whether 和 parts what is done to two things that are both named:
// 青湖水源地保护和白河河道整治工程.
func (w *Worker) actsOnTwo(left, right Range) bool {
	return w.isAction(left) && left.Len() >= 6 && w.proper(left) && w.proper(right) && w.works(w.trimAction(right)) != ""
}

// sharedName returns the words of a shared head noun, without 的 before what is done: 小学|改造工程
// of 等小学的改造工程.
func (w *Worker) sharedName(head Range) string {
	t := &w.t
	for i := head.Lo + 1; i < head.Hi-1; i++ {
		if t.R[i] == '的' && (w.isAction(Range{i + 1, head.Hi}) || w.startsWith(listWorksAlter, i+1)) {
			return t.Written(before(head, i)) + t.Written(Range{i + 1, head.Hi})
		}
	}
	return t.Written(head)
}

// ofPlace reports whether a name is a part of a school, a hospital or the like that is named.
func (w *Worker) ofPlace(r Range) bool {
	lo, ok := w.part(Range{r.Lo, w.unaltered(r)})
	return ok && lo-r.Lo >= 3
}

// countedProjects reports whether a count of projects ends a clause: 十大城建工程, 12项民生实事.
func (w *Worker) countedProjects(r Range) bool {
	if !w.saysProject(Range{max(r.Lo, r.Hi-6), r.Hi}) {
		return false
	}
	for i := r.Lo + 1; i < r.Hi; i++ {
		if c := w.t.R[i-1]; (w.single(listGroupUnit, i) || w.single(listWorksUnit, i)) && (isDigit(c) || numeral(c)) {
			return true
		}
	}
	return false
}

// linesByNumber reports whether a member is only the numbers of lines in a row: 5、6号线.
func (w *Worker) linesByNumber(r Range) bool {
	return isDigit(w.t.R[r.Lo]) && slices.Contains(w.t.R[r.Lo:r.Hi], '、') && w.speaksOf(listLineNumber, r)
}

// systemBefore returns the system whose lines the sentence told of before pos by number
// (地铁2号线…,新开工|5号线); "" for none.
func (w *Worker) systemBefore(pos int32) string {
	t := &w.t
	for i := pos - 2; i > t.Sentence(pos).Lo; i-- {
		if lo, ok := w.hasEnd(listLineSystem, i); ok && isDigit(t.R[i]) {
			return t.Written(Range{lo, i})
		}
	}
	return ""
}

// treated makes projects of the things that something is done to: 对甲河、乙河进行|环境整治.
func (c *Context) treated(act Range) bool {
	w, t := c.Worker, c.Text
	list, ok := c.Range("list")
	if !ok || !w.runs(act.Lo) || w.inTitle(act) || !w.closed(act.Hi) {
		return c.Refuse("不是正文 / not running text")
	}
	if w.pastOrDenied(act, act) {
		return c.Refuse("说的是过去 / it is told as past")
	}
	l := w.parseList(list)
	if len(l.members) < 2 {
		return c.Refuse("不是建设内容的并列 / no list of things to be built")
	}
	for i := range l.members {
		m := &l.members[i]
		if m.name = lap(m.name, t.Written(act)); m.class == "" && m.proper {
			m.class = siteClass
		}
	}
	if !w.admit(&l, w.worksPlace()) {
		return c.Refuse("不是建设内容的并列 / no list of things to be built")
	}
	for _, m := range l.members {
		c.Emit(plan.Fact{Type: plan.TypeProject, Project: &plan.Project{Name: m.name, Kind: "list", Status: m.status, Box: w.boxLabel()}}, m.at)
	}
	return true
}

// heldAs makes projects of a list that the plan holds as what matters: 将甲桥、乙水厂等10大项目|作为
// 全年重点. Only what is said to be projects counts.
func (c *Context) heldAs(held Range) bool {
	w := c.Worker
	list, ok := c.Range("list")
	if !ok || !w.runs(held.Lo) || w.inTitle(held) || w.pastOrDenied(held, held) {
		return c.Refuse("不是正文 / not running text")
	}
	l := w.parseList(list)
	l.staged = l.projects
	if !l.projects || !w.admit(&l, inText) {
		return c.Refuse("不是建设内容的并列 / no list of things to be built")
	}
	for _, m := range l.members {
		c.Emit(plan.Fact{Type: plan.TypeProject, Project: &plan.Project{Name: m.name, Kind: "list", Status: m.status, Box: w.boxLabel()}}, m.at)
	}
	return true
}

// countedItem returns where the name begins that a clause gives of one of the undertakings
// that the words before count: 抓好“十大工程”:一是|道路通达工程,….
func (w *Worker) countedItem(line Range) (int32, bool) {
	lo, ok := w.hasAt(listCountingIs, line.Lo)
	return lo, ok && lo < line.Hi && w.closed(line.Hi) && w.civic()
}
