package extract

import (
	"slices"
	"strings"
)

// Which enumerations of works give records.

// admission is what decides whether an enumeration gives records where it stands: what its
// members are, and what the text around it is.
type admission struct {
	*Worker
	list     *worksList
	where    worksPlace
	inBox    bool
	listed   bool // a chapter of projects is around it
	sure     bool // what the words around the list say makes its members projects
	projects bool // so does 等项目, and enough of them are works or names
	among    bool // 等项目 closes the list, and half of its members or more have names: what is altered beside them is the one of its kind
	crowd    bool // nearly all of them have names: so is what only its kind tells
	soles    bool // the kind of a building of which a place has one is a name in it
	mostly   bool // most members are works: those by a proper name among them are, too

	kept                      int  // members that are left
	lines, sites, boxes, soft int  // those by class; action nouns count by what they are done to
	certain                   int  // those that by themselves are records anywhere
	named, sole               int  // those by a proper name; those of a kind of which each has a name
	kinds                     int  // those left out that only say what kind of thing it is
	whole                     bool // none is left out
	acts                      bool // one that is left out has a verb: it is a sentence
}

// admit reports whether an enumeration gives records here: lines, crossings,
// stations and bases by proper name anywhere, other things that are built only
// in boxes, single ones in running text only where they are lines. It leaves out the
// members that give none.
func (w *Worker) admit(l *worksList, where worksPlace) bool {
	if l.counted || len(l.members) == 0 || where == inText && !l.elided && w.onlyProgrammes(l.members) {
		return false
	}
	a := admission{Worker: w, list: l, where: where}
	a.inBox = w.box(w.t.Block.Section) >= 0
	a.listed = w.underProjects(w.t.Block.Section)
	a.count()
	a.choose()
	if !a.enough() {
		return false
	}
	l.members = slices.DeleteFunc(l.members, func(m member) bool { return m.leftOut })
	return a.fits()
}

// count finds what the list is one of, before any member is left out.
func (a *admission) count() {
	l := a.list
	n := len(l.members)
	works, known, names, things := 0, 0, 0, 0
	for _, m := range l.members {
		if m.class != "" && !a.kindName(m, m.class) || l.projects && l.open && a.specific(m) {
			things++
		}
		if m.proper || a.singled(m.at) {
			names++
		}
		if m.class != "" && m.class != softClass || m.proper {
			works++
		}
		if m.class == lineClass || m.class == siteClass || m.class == actionClass && m.proper {
			known++
		}
	}
	a.sure = l.staged || l.namely || l.projects && l.open && n > 1 && things == n // 甲实验室、乙平台等项目
	a.projects = l.projects && (n > 1 || l.namely || l.open && (names == n && !a.endsQuoted(l.members[0]) || l.figure)) && (a.sure || 3*works >= n || l.open && a.longNames(names > 0))
	a.mostly = n > 2 && 3*known >= 2*n
	a.among = n > 2 && l.projects && l.open && 2*names >= n
	a.crowd = n > 3 && 4*names >= 3*n
	a.soles = n > 1 && !slices.ContainsFunc(l.members, a.soleOfMany)
}

// endsQuoted reports whether a member ends in a quoted name, which names a thing by itself:
// 连云港“内河联运示范工程”等|联运示范项目.
func (a *admission) endsQuoted(m member) bool { return a.t.R[m.at.Hi-1] == '”' }

// specific reports whether a member says so much that it names one thing, whatever its head
// noun, where the list says that its members are projects: 煤矿综采成套装备、精密铸件等|项目.
func (a *admission) specific(m member) bool {
	const shortest = 6 // characters
	return m.at.Len() >= shortest && !a.kindName(m, m.class) && !a.speaksOf(listWorksInner, m.at) && !a.startsVerb(m.at.Lo)
}

// choose marks the members that name nothing that is built, and counts the others.
func (a *admission) choose() {
	members := a.list.members
	one, few := len(members) == 1, len(members) < 4
	for i := range members {
		m := &members[i]
		if m.class == "" && (a.projects || a.mostly && m.proper && m.at.Len() <= 16) && !a.startsVerb(m.at.Lo) {
			m.class = namedClass
		}
		if a.soles && a.soleKind(m.at) {
			m.class = siteClass
		}
		if m.leftOut = a.namesNothing(*m, one, few); !m.leftOut {
			a.tally(*m, !one)
			continue
		}
		a.acts = a.acts || a.speaksOf(listWorksInner, m.at)
		if !m.proper && (a.kindName(*m, m.class) || a.startsNumber(m.at.Lo)) {
			a.kinds++
		}
	}
}

// namesNothing reports whether a member gives no record whatever the others are; one says
// that there are no others, few that there are not many.
func (a *admission) namesNothing(m member, one, few bool) bool {
	switch {
	case one && a.where <= inItem && !a.inBox && a.onlyThing(m.at): // 迁建县中医院
		return true
	case a.list.elided && !m.proper && (m.class == lineClass || m.class == siteClass) && a.works(m.at) == "" &&
		a.nothingBut(m.at, kindWords...) && !a.pairName(m.at, kindWords...): // 雨水、污水等管网
		return true
	case !(a.list.namely && a.announcedName(m)) && !a.namesWork(m) && !(a.among && a.oneOfKind(m)) && !(a.soles && a.soleKind(m.at)):
		return true
	case m.class == actionClass && few && !a.projects:
		return !m.proper || one
	case m.class == namedClass && !a.list.namely && !m.proper:
		return a.kindName(m, "")
	}
	return false
}

// oneOfKind reports whether a member is only the kind of a thing of which a place has one:
// 市民中心, 垃圾填埋场.
func (a *admission) oneOfKind(m member) bool {
	altered := a.unaltered(m.at) < m.at.Hi
	return (m.class == siteClass || m.class == boxClass) && m.at.Len() >= 4 && (a.crowd || altered) && m.name == a.t.Written(m.at) &&
		!a.endsWith(listPlainHead, m.at.Hi) && !a.startsNumber(m.at.Lo) && !a.startsWith(listWorksVague, m.at.Lo)
}

// soleKind reports whether a name is the kind of a public building of which a place has one,
// with no more than whose it is before it: 市民中心, 市档案馆新馆.
func (w *Worker) soleKind(r Range) bool {
	if w.t.R[r.Hi-1] == ')' { // 文化馆(站)
		return false
	}
	hi := w.phase(Range{r.Lo, w.unaltered(r)})
	if at, part := w.hasEnd(listWorksPart, hi); part && w.endsWith(listWorksSole, at) { // 殡仪馆|新馆
		hi = at
	}
	lo, ok := w.hasEnd(listWorksSole, hi)
	return ok && (lo <= r.Lo || w.only(Range{r.Lo, lo}))
}

// soleOfMany reports whether a member is such a kind in all of several places, or something about
// one: 县级图书馆, 文化馆(站), 科技馆“三馆合一”工程.
func (a *admission) soleOfMany(m member) bool {
	return !m.proper && (a.endsWith(listWorksSole, a.phase(m.at)) || a.startsWith(listWorksSole, m.at.Lo)) && !a.soleKind(m.at)
}

// tally counts a kept member; several says that it is one of more.
func (a *admission) tally(m member, several bool) {
	a.kept++
	if m.proper {
		a.named++
	}
	if a.singled(m.at) || a.soles && a.soleKind(m.at) {
		a.sole++
	}
	switch {
	case m.class == siteClass, m.class == actionClass && m.proper,
		m.class == boxClass && m.proper && (several || a.list.follows) && a.endsWith(listPlainHead, m.at.Hi): // 甲境内工程、乙配套工程
		a.sites++
	case m.class == lineClass:
		a.lines++
	case m.class == boxClass, m.class == actionClass:
		a.boxes++
	case m.class == softClass:
		a.soft++
	}
	if a.sureName(m, several) {
		a.certain++
	}
}

// sureName reports whether a member names one work by itself.
func (a *admission) sureName(m member, several bool) bool {
	line, site := m.class == lineClass, m.class == siteClass
	switch {
	case m.proper, a.soles && a.soleKind(m.at):
		return true
	case (a.projects || site && several && (a.inBox || a.list.open)) && a.levelled(m.at):
		return true
	case line && several && m.at.Len() <= 8 && !a.kindOnly(m.at): // a short name before 高铁, 高速
		return true
	case a.list.alike && (several || a.list.open) && a.shortName(m.at): // 白岩、双龙等水库
		return true
	case line && (a.aloneRoad(m) || a.aloneLine(m)): // 新建西环路
		return true
	}
	return (several || a.list.open) && (a.singled(m.at) || site && a.levelledKind(m.at) || line && a.route(m.at))
}

// enough reports whether so many of the members are left that it is a list of works.
func (a *admission) enough() bool {
	n, all := a.kept, len(a.list.members)
	a.whole = n == all
	switch {
	case n == all:
		return n > 0
	case n == 0, 2*n < all:
		return false
	case a.where != inText || a.inBox:
		return true
	}
	sure := max(a.named, a.sole)
	return n+a.kinds == all && sure > 0 && (2*sure >= n && n > 1 || sure == n && a.list.open) || // the others say only what kinds there are
		n > 2 && a.named == n && 4*n >= 3*all && !a.acts ||
		n > 3 && 2*sure >= n && 5*n >= 4*all && !a.acts ||
		a.projects && 3*n >= 2*all
}

// fits reports whether the members that are left are records where they stand.
func (a *admission) fits() bool {
	l := a.list
	first, one := l.members[0], len(l.members) == 1
	quoted := first.at.Lo > 0 && a.t.R[first.at.Lo-1] == '“'
	if a.where == inUntitled || a.where == inTitled && a.soft == 0 || quoted && a.listed {
		return true
	}
	if a.where == inItem && len(l.members) == 1 && a.certain == 0 && !a.levelled(first.at) && !a.single(listAreaLetter, first.at.Lo) && a.endsWith(listWorksDepot, a.phase(first.at)) { // 建好茶叶基地: a kind of base
		return false
	}
	if whole := a.soft == 0 && !strings.ContainsRune(first.name, '、'); whole &&
		(a.where == inCivic || a.where == inItem && (a.boxes == 0 || a.single(listAreaLetter, first.at.Lo))) {
		return true
	}
	if a.certain > 0 && a.where == inText {
		a.certain += a.depots()
	}
	if a.projects {
		return a.sure || 3*a.certain >= len(l.members) || l.open && (!one || l.figure) && a.whole && a.longNames(a.named > 0)
	}
	many := len(l.members) > 1 || l.open || l.follows
	expected := many && (a.inBox || a.listed)
	if a.soft > 0 && !(expected && a.boxes > a.soft) || a.boxes > 0 && !expected && !a.listed && !(2*a.boxes < a.kept && a.sites+a.lines > 1) {
		return false
	}
	if !many && a.sites > 0 && !a.listed {
		return a.inBox && a.endsWith(listWorksDepot, a.phase(first.at)) && (a.certain > 0 || a.levelled(first.at))
	}
	if l.elided {
		return 3*a.certain >= len(l.members)
	}
	return 2*a.certain >= len(l.members)
}

// longNames reports whether all members of a list that 等项目 closes are too long for fields
// (健康养老) and say of no kind what they are; beside a proper name others may be as short.
func (a *admission) longNames(proper bool) bool {
	shortest := 5 // characters of a name that no list knows
	if proper && len(a.list.members) > 2 {
		shortest--
	}
	return !slices.ContainsFunc(a.list.members, func(m member) bool { return m.at.Len() < shortest || a.kindName(m, m.class) })
}

// depots counts the bases beside one of a place that are named by what they are for:
// 甲河繁育基地、朱鹮种源基地.
func (a *admission) depots() (n int) {
	for _, m := range a.list.members {
		if lo, ok := a.hasEnd(listWorksDepot, m.at.Hi); ok && !m.proper && lo-m.at.Lo >= 3 && !a.nothingBut(Range{m.at.Lo, lo}, listProjectGeneric, listWorksKind) {
			n++
		}
	}
	return n
}

// leadsWater reports whether a name ends as works do that lead water, and tells which one it is:
// 滇中|引水.
func (w *Worker) leadsWater(r Range) bool {
	at, ok := w.endIn(listWaterLed, r)
	return ok && !w.nothingBut(Range{r.Lo, at}, listProjectGeneric, listWorksKind)
}

// diversion reports whether a name tells from where to where water is led: 引汉济渭,
// 引大入秦, 北水南调, 滇中引水.
func (w *Worker) diversion(r Range) bool {
	t := &w.t
	if end := w.e.places.at(t.R, r.Lo); end > 0 && end < r.Hi { // 陕西|引汉济渭
		r.Lo = end
	}
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
	return len(s) == 4 && s[1] == '水' && s[3] == '调' || len(s) <= 6 && w.leadsWater(r)
}

// named returns a name as it is written, without the brackets that only say how large
// the thing is, and without 的 before what is done to it: 青川水厂(规模30万吨/日)二期 is
// 青川水厂二期, 青川小学的加固 is 青川小学加固.
func (w *Worker) named(r Range) string {
	t := &w.t
	out, lo := "", r.Lo
	for i := r.Lo; i < r.Hi; i++ {
		if t.R[i] == '的' && w.ofName(r, i) {
			out += t.Written(Range{lo, i})
			lo = i + 1
		}
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

// ownLine reports whether a line has a name of its own, though no list knows it: the words
// before its head noun say of no kind what it is.
func (w *Worker) ownLine(m member) bool {
	if m.class != lineClass {
		return false
	}
	r := m.at
	h := w.headOfThing(r)
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
