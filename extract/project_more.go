package extract

import "slices"

// Lists of works behind other words than a verb of building: a second list behind a comma, what
// is done to works (对甲、乙进行整治), what they are held as (将甲、乙等10大项目作为…), items that
// are counted.

// moreList returns where a second list begins that the same verb governs behind a comma:
// 推进甲、乙等铁路项目,以及丙、丁等电站项目建设; 0 where none does.
func (w *Worker) moreList(list, rest Range) int32 {
	t := &w.t
	lo := rest.Lo
	if end, ok := w.hasAt(listAndAlso, lo); ok {
		lo = end
	}
	hi := lo
	for hi < rest.Hi && t.R[hi] != ',' {
		hi++
	}
	next := Range{lo, hi}
	if w.etc(list) < 0 || w.predicate(next) {
		return 0
	}
	if lo > rest.Lo && w.hasHead(next, lineHead|siteHead) || w.namedProjects(next) {
		return lo
	}
	return 0
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
	return next.Hi < rest.Hi && w.t.R[next.Hi] == '、' && (c != "" || w.e.places.at(w.t.R, next.Lo) == next.Hi || w.routeOnly(next)) || (c == lineClass || c == siteClass) && w.proper(next)
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
	if n := len(l.members); n == 0 || n == 1 && (l.members[0].class != lineClass || !l.members[0].proper || slices.ContainsFunc(t.R[list.Lo:list.Hi], isDigit)) {
		return c.Refuse("不是建设内容的并列 / no list of things to be built")
	}
	named := slices.ContainsFunc(l.members, func(m member) bool { return w.areaByName(m.at) })
	for i := range l.members {
		m := &l.members[i]
		m.name = lap(m.name, t.Written(act))
		if m.class == "" && (m.proper || w.areaByName(m.at) || named && w.shortName(m.at)) {
			m.class, m.proper = siteClass, true
		}
	}
	if !w.admit(&l, w.worksPlace()) {
		return c.Refuse("不是建设内容的并列 / no list of things to be built")
	}
	return c.emitMembers(l.members)
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
	l.staged, l.namely = l.projects, l.projects // 等10大项目: all of them are
	if !l.projects || !w.admit(&l, inText) {
		return c.Refuse("不是建设内容的并列 / no list of things to be built")
	}
	return c.emitMembers(l.members)
}

// trimOne leaves out the count behind the name of a single thing: 青川中学宿舍楼1栋.
func (w *Worker) trimOne(r Range) Range {
	t := &w.t
	if n := r.Hi - 2; r.Len() > 4 && (t.R[n] == '1' || t.R[n] == '一') && !isDigit(t.R[n-1]) && w.single(listWorksUnit, n+1) && w.works(Range{r.Lo, n}) != "" {
		r.Hi = n
	}
	return r
}
