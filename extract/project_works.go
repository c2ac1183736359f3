package extract

import (
	"cmp"
	"slices"
	"strings"

	"plangraph/plan"
)

// Works in running text: enumerations of things that are built, behind a verb of building.

// longestList bounds how far an enumeration is read, in runes, so that a text
// without full stops is read in linear time; lists of sixty lines have 1,500.
const longestList = 4000

// governedWorks is what a verb of building governs.
type governedWorks struct {
	*Worker
	verb, list Range
	says       map[string]string // what the word list says of the verb
	place      Range             // of 在X建设Y
	where      worksPlace
	status     string
	sure       bool // the verb itself gives the status
	namely     bool // the words before say that projects follow
	told       bool // a count of works stands before, and they are told behind a colon
	vague      bool // it is left to others, or open
	follows    bool // it carries on a list before it in the sentence
}

// buildWorks makes projects of the things that a verb of building governs:
// lines, stations, crossings, bases; in a box also systems, centres, platforms.
func buildWorks(c *Context) bool {
	w := c.Worker
	if label, ok := c.Range("label"); ok {
		return c.enumeration(label)
	}
	if done, ok := c.Range("done"); ok {
		return c.fronted(done)
	}
	if act, ok := c.Range("act"); ok {
		return c.treated(act)
	}
	if held, ok := c.Range("held"); ok {
		return c.heldAs(held)
	}
	if treat, ok := c.Range("treat"); ok {
		return c.watersTreated(treat)
	}
	if word, ok := c.Range("closed"); ok {
		list, _ := c.Range("list")
		return c.closedBy(list, word)
	}
	verb, ok := c.Range("verb")
	if _, list := c.Range("list"); !ok || !list {
		return c.Refuse("不是正文 / not running text")
	}
	if why := w.buildsNothing(verb); why != "" {
		return c.Refuse(why)
	}
	g := governedWorks{Worker: w, verb: verb, says: w.attrs(listWorksVerb, verb), where: w.worksPlace()}
	if why := g.read(); why != "" {
		return c.Refuse(why)
	}
	w.sureNames = g.sure || w.box(w.t.Block.Section) >= 0 || w.underProjects(w.t.Block.Section)
	defer func() { w.sureNames = false }()
	lists := w.segments
	switch {
	case g.told:
		lists = w.commaParts
	case g.namely:
		lists = w.groups
	}
	found := false
	for _, seg := range lists(g.list) {
		if g.emit(c, seg) {
			found = true
			g.follows = true // 甲、乙干流治理和丙河治理工程
		}
	}
	if !found {
		return c.Refuse("不是建设内容的并列 / no list of things to be built")
	}
	return true
}

// read finds the list behind the verb and its status, or says why there is none.
func (g *governedWorks) read() string {
	t, verb := &g.t, g.verb
	lo := g.behindLabel(verb)
	g.list.Hi = min(t.Sentence(verb.Lo).Hi, lo+longestList) // a list may be longer than a capture looks
	g.list.Lo = g.skipVerbs(lo, g.list.Hi, listWorksVerb)
	lists := g.startsWith(listWorksNamely, verb.Lo)
	if lists && g.list.Len() > 0 && (t.R[g.list.Lo] == ':' || t.R[g.list.Lo] == ',') { // 其中包括,…
		g.list.Lo++
	}
	g.namely = lists && g.announcedBy(verb, g.list)
	if colon := g.countBehind(verb); colon > 0 {
		g.list.Lo, g.namely = colon+1, true
		g.told = len(g.commaParts(Range{g.list.Lo, t.Sentence(colon).Hi})) > 1
	}
	if g.startsWith(listWorksInner, g.list.Lo) {
		return "其后是别的动词 / another verb follows" // 力争引进…
	}
	if g.startsWith(listPlainHead, g.list.Lo) || g.onlyHead(g.list.Lo) || g.list.Len() > 0 && (t.R[g.list.Lo] == '(' || g.goesOn(g.list.Lo) && !g.startsWith(listAndName, g.list.Lo)) { // but 实施和平路…
		return "该动词是名称的结尾 / the verb is the end of a name"
	}
	if g.status = g.says["status"]; g.status == "" {
		g.status = g.attrs(listWorksVerb, Range{verb.Hi, g.list.Lo})["status"] // of more verbs
	}
	if lo, ok := g.hasEnd(listStriveVerb, verb.Lo); ok { // 力争|新开工
		g.status = g.strived(Range{lo, verb.Lo}, g.status)
	} else if end, ok := g.hasAt(listStriveVerb, verb.Lo); ok {
		g.status = g.strived(Range{verb.Lo, end}, g.status)
	}
	own := g.status != ""
	if !own && (lists || g.says["names"] != "") {
		g.status = g.statusBefore(verb.Lo)
	}
	if g.status == "" {
		g.status = g.statusAbove()
	}
	if g.where == inTitled && g.partsOfFacility() {
		return "是有标题的系统或设施的组成部分 / parts of a titled system or facility"
	}
	g.sure = own
	g.place = g.placeBefore(verb)
	g.follows = g.status != "" && g.statusBefore(verb.Lo) != "" && g.etc(Range{t.Sentence(verb.Lo).Lo, verb.Lo}) >= 0
	g.vague = g.encouraged(verb)
	return ""
}

// onlyHead reports whether the first member of a list is no more than the head noun of a
// programme: the verb before it is the end of the name of one (县域商业建设|行动、甲工程).
func (w *Worker) onlyHead(pos int32) bool {
	end, ok := w.hasAt(listProgrammeHead, pos)
	return ok && (w.closed(end) || joinsNames(w.t.R[end]))
}

// statusAbove returns the status that the label of the sentence gives to what is told behind it:
// 续建项目42个:|抓紧甲、乙等项目收尾.
func (g *governedWorks) statusAbove() string {
	const longest = 16 // characters of a label
	s := g.t.Sentence(g.verb.Lo)
	for i := s.Lo; i < min(g.verb.Lo, s.Lo+longest); i++ {
		if g.t.R[i] == ':' && g.saysProject(before(s, i)) {
			status, _ := g.labelStatus(before(s, i+1))
			return status
		}
	}
	return ""
}

// goesOn reports whether a list goes on at pos with another member, so that what stands
// before is one.
func (w *Worker) goesOn(pos int32) bool {
	c := w.t.R[pos]
	return c == '、' || c == '等' || (c == '和' || c == '及') && w.e.places.at(w.t.R, pos) == 0 && !w.lineByEnds(pos)
}

// lineByEnds reports whether the name of a line by the short names of its ends begins at pos,
// though its first character is one that no name begins with: 续建|和若铁路, 加快|将淖铁路.
func (w *Worker) lineByEnds(pos int32) bool {
	const ends = 3 // characters, at the most
	for i := pos + 2; i <= pos+ends && int(i) < len(w.t.R); i++ {
		if _, ok := w.hasAt(listWorksRoute, i); ok {
			return !w.startsVerb(pos + 1)
		}
	}
	return false
}

// emit makes projects of one of the lists that the verb governs; false where it gives none.
func (g *governedWorks) emit(c *Context, seg Range) bool {
	t := &g.t
	l := g.parseList(seg)
	g.alterAreas(&l)
	l.follows = g.follows
	l.projects, l.namely = l.projects || g.namely, g.namely
	switch {
	case g.leads(seg),
		g.needsName() && !slices.ContainsFunc(l.members, func(m member) bool { return m.proper }),
		g.vague && !g.e.places.in(t.R, seg),
		g.says["helped"] != "" && g.speaksOf(listWorksInner, seg): // 支持A学校开展…
		return false
	case !g.admit(&l, g.where):
		if (g.where == inText || g.where == inCivic) && !g.vague {
			g.keepLoose(c, &l, g.verb, g.status)
		}
		return false
	}
	kind := "list"
	if len(l.members) == 1 && !l.open && !l.follows && !g.told && g.where == inText && g.box(t.Block.Section) < 0 && !g.underProjects(t.Block.Section) {
		kind = "prose"
	}
	for _, m := range l.members {
		name := m.name
		if g.place.Len() > 0 && len(l.members) == 1 && !g.proper(m.at) {
			name = t.Written(g.place) + name
		}
		c.Emit(plan.Fact{Type: plan.TypeProject, Project: &plan.Project{Name: name, Kind: kind, Status: g.statusOf(m, name, &l, seg), Box: g.boxLabel()}}, m.at)
	}
	return len(l.members) > 0
}

// leads reports whether the list is only what goes somewhere: 推进|甲、乙等医院向郊区疏解.
func (g *governedWorks) leads(list Range) bool {
	if _, moves := g.hasEnd(listTowardEnd, list.Hi); !moves {
		return false
	}
	return slices.Contains(g.t.R[min(list.Lo+2, list.Hi):list.Hi], '向')
}

// alterAreas makes works of the parts of towns by name that a verb says something is done to:
// 改造|甲小区、乙片区, as 甲小区改造 is one.
func (g *governedWorks) alterAreas(l *worksList) {
	if !g.isWord(listWorksAlter, g.verb) || g.says["status"] != "" {
		return
	}
	for i := range l.members {
		if m := &l.members[i]; (m.class == "" || m.class == siteClass) && g.areaByName(m.at) {
			m.class, m.proper = siteClass, true
		}
	}
}

// areaByName reports whether a part of a town has a name: 青川小区, but 主要街道.
func (w *Worker) areaByName(r Range) bool {
	const shortest = 2 // characters of the name
	lo, ok := w.hasEnd(listWorksArea, r.Hi)
	return ok && lo >= r.Lo+shortest && !w.nothingBut(Range{r.Lo, lo}, kindWords...)
}

// needsName reports whether the verb builds only what has a proper name: 保障, or 打造 outside
// of boxes.
func (g *governedWorks) needsName() bool {
	section := g.t.Block.Section
	return g.says["proper"] == "yes" || g.says["proper"] == "text" && g.box(section) < 0 && !g.underProjects(section)
}

// statusOf returns the status of a member of the list l: its own, the verb's, or what stands
// behind it or the list.
func (g *governedWorks) statusOf(m member, name string, l *worksList, list Range) string {
	if status := cmp.Or(m.status, g.status, l.status); status != "" {
		return status
	}
	if status := g.studied(m, l, list); status != "" {
		return status
	}
	if status := cmp.Or(g.e.statusInName(name), g.e.statusInName(g.t.String(m.at))); status != "" { // 甲水库续建和乙水库开工建设
		return status
	}
	if lo, ok := g.hasEnd(listStartEnd, list.Hi); ok { // 确保…开工
		status := g.attrs(listStartEnd, Range{lo, list.Hi})["status"]
		if end, ok := g.hasAt(listStriveVerb, g.verb.Lo); ok {
			status = g.strived(Range{g.verb.Lo, end}, status)
		}
		return status
	}
	return ""
}

// studied returns the status of a member of which the words behind it, or behind the list where
// its members share them, say that it is studied: 甲高速|通道方案研究, 乙、丙等铁路|前期研究.
func (g *governedWorks) studied(m member, l *worksList, list Range) string {
	tail := Range{m.at.Hi, m.at.Hi}
	if end, ok := g.hasAt(listWorksTail, m.at.Hi); ok {
		tail.Hi = end
	} else if end, ok := g.hasAt(listStudyNoun, m.at.Hi); ok {
		tail.Hi = end
	}
	study, ok := g.find(listStudyNoun, tail)
	if lo, all := g.hasEnd(listWorksTail, list.Hi); !ok && all && (l.open || l.elided) {
		study, _ = g.find(listStudyNoun, Range{lo, list.Hi})
	}
	return g.attrs(listStudyNoun, study)["status"]
}

// encouraged reports whether what a verb governs is left to others, or open between
// two verbs, so that only a proper name makes it a work of the plan: 鼓励有条件的县
// 新建…, 改建或扩建….
func (w *Worker) encouraged(verb Range) bool {
	t := &w.t
	if verb.Lo > 0 && t.R[verb.Lo-1] == '或' {
		return true
	}
	_, ok := w.find(listDutyNotBefore, Range{t.Clause(verb.Lo).Lo, verb.Lo})
	return ok
}

// recognizeListLabel finds what heads a bare enumeration in a box: a label before
// a colon (续建项目:), or a title of a class (重点园区。).
func recognizeListLabel(w *Worker, t *Text) {
	b := t.Block
	if b.Kind != plan.Paragraph {
		return
	}
	r := Range{w.bodyStart(), 0}
	if w.box(b.Section) < 0 && !w.underProjects(b.Section) {
		if r = t.runes(b.Lead); r.Len() == 0 { // 续建项目:…
			for r = (Range{w.bodyStart(), w.bodyStart()}); int(r.Hi) < len(t.R) && r.Len() <= 12 && !EndsClause(t.R[r.Hi]); r.Hi++ {
			}
			if int(r.Hi) >= len(t.R) || t.R[r.Hi] != ':' || r.Len() < 2 {
				return
			}
		}
		if int(r.Hi) >= len(t.R) {
			return
		}
		if _, ok := w.classTitle(r); !ok {
			return
		}
	} else if ms := t.Mentions(kindItemTitle); len(ms) > 0 {
		r = ms[0].Range
		if int(r.Hi) >= len(t.R) || t.R[r.Hi] != '。' && t.R[r.Hi] != ':' {
			return
		}
	} else {
		for r.Hi = r.Lo; int(r.Hi) < len(t.R) && r.Len() <= 14 && !EndsClause(t.R[r.Hi]); r.Hi++ {
		}
		if int(r.Hi) >= len(t.R) || t.R[r.Hi] != ':' {
			return
		}
	}
	if _, told := w.hasAt(listWorksTold, r.Hi+1); r.Len() >= 2 && !told {
		w.AddMention(kindListLabel, Mention{Range: Range{r.Lo, r.Hi + 1}})
		w.laterLabels(r.Hi + 1)
	}
}

// laterLabels finds the labels of further lists in a block: each opens a sentence and says at
// what stage the works behind it are (续建:甲、乙。|储备:|丙、丁。).
func (w *Worker) laterLabels(pos int32) {
	const longest = 14
	t := &w.t
	for ; int(pos)+2 < len(t.R); pos++ {
		if !EndsSentence(t.R[pos]) {
			continue
		}
		hi := pos + 1
		for int(hi) < len(t.R) && hi-pos <= longest && !EndsClause(t.R[hi]) {
			hi++
		}
		if hi < pos+3 || int(hi) >= len(t.R) || t.R[hi] != ':' {
			continue
		}
		label := Range{pos + 1, hi + 1}
		if _, staged := w.labelStatus(label); staged {
			w.AddMention(kindListLabel, Mention{Range: label})
		}
	}
}

// enumeration makes projects of the members of a bare list behind a label.
func (c *Context) enumeration(label Range) bool {
	w, t := c.Worker, c.Text
	list := Range{label.Hi, label.Hi}
	for int(list.Hi) < len(t.R) && list.Len() < longestList && !EndsSentence(t.R[list.Hi]) {
		list.Hi++
	}
	if end := w.skipOne(list.Lo, list.Hi, listProjectAdverb, listWorksVerb, listUndertake, listUndertakeWeak, listProjectReference); end > list.Lo {
		return c.Refuse("名单以动词开头 / a verb heads the list")
	}
	l := w.sureList(list)
	l.projects = true
	w.labelKind(label, &l)
	where := inTitled
	if w.headClass(label.Lo, label.Hi-1) == softClass && w.worksPlace() != inText { // 科技资源平台:甲平台、乙数据库
		where = inUntitled
	}
	classed := 0
	for _, m := range l.members {
		if m.class != "" && (m.class != softClass || where == inUntitled) {
			classed++
		}
	}
	least := w.leastOf(label)
	status, staged := w.labelStatus(label)
	if staged && t.R[label.Hi-1] == ':' {
		if least = min(least, 2); w.worksPlace() != inText {
			least = 1
		}
		classed = classNamed(l.members, classed)
	}
	if len(l.members) < least || 4*classed < 3*len(l.members) || !w.admit(&l, where) {
		return c.Refuse("不是建设内容的并列 / no list of things to be built")
	}
	for _, m := range l.members {
		c.Emit(plan.Fact{Type: plan.TypeProject, Project: &plan.Project{Name: m.name, Kind: "list", Status: cmp.Or(m.status, status), Box: w.boxLabel()}}, m.at)
	}
	return true
}

// sureList reads an enumeration of which it is known that it is one of things that are
// built, whatever their names.
func (w *Worker) sureList(r Range) worksList {
	w.sureNames = true
	l := w.parseList(r)
	w.sureNames = false
	return l
}

// labelKind gives the members of a list the head noun of its label, where the last member has
// it and they end in none, or in a letter that elsewhere is one: 中型水库:甲县石口、乙县花桥、丙县沙坝水库.
func (w *Worker) labelKind(label Range, l *worksList) {
	name := Range{label.Lo, label.Hi - 1}
	_, lo := w.heads(name.Lo, name.Hi)
	if kind := w.t.Written(Range{lo, name.Hi}); name.Hi-lo > 1 && len(l.members) > 1 {
		last := l.members[len(l.members)-1]
		if !strings.HasSuffix(last.name, kind) {
			return
		}
		for i := range l.members {
			m := &l.members[i]
			if _, own := w.heads(m.at.Lo, m.at.Hi); m.class == "" || m.class != last.class && own == m.at.Hi-1 {
				m.name, m.class = lap(m.name, kind), last.class
			}
		}
	}
}

// closedBy makes projects of a list in a box of projects that no verb governs and a word for
// projects closes: 甲装置、乙基地等|项目.
func (c *Context) closedBy(list, word Range) bool {
	w := c.Worker
	if w.box(w.t.Block.Section) <= 0 && !w.underProjects(w.t.Block.Section) {
		return c.Refuse("不在项目专栏里 / in no box of projects")
	}
	if w.skipOne(list.Lo, list.Hi, listProjectAdverb, listWorksVerb, listUndertake, listUndertakeWeak, listProjectReference) > list.Lo {
		return c.Refuse("名单以动词开头 / a verb heads the list")
	}
	l := w.sureList(Range{list.Lo, word.Hi})
	if len(l.members) < 2 || !w.admit(&l, inTitled) {
		return c.Refuse("不是建设内容的并列 / no list of things to be built")
	}
	return c.emitMembers(l.members)
}

// emitMembers makes projects of the members of a list; false where there is none.
func (c *Context) emitMembers(members []member) bool {
	for _, m := range members {
		c.Emit(plan.Fact{Type: plan.TypeProject, Project: &plan.Project{Name: m.name, Kind: "list", Status: m.status, Box: c.boxLabel()}}, m.at)
	}
	return len(members) > 0
}

// leastOf returns how many members a list behind a label must have.
func (w *Worker) leastOf(label Range) int {
	name := Range{label.Lo, label.Hi - 1}
	switch {
	case w.worksPlace() == inText:
		return 6 // without a box around it, only what cannot be mistaken
	case w.endsWith(listPlainHead, name.Hi): // 续建项目:
		return 1
	case w.t.R[name.Hi] == ':' && name.Len() <= 8 && w.headClass(name.Lo, name.Hi) != "": // 大型水库:
		return 1
	case w.t.R[name.Hi] == ':' && w.underProjects(w.t.Block.Section): // 专栏2 制造业重点项目 … 光电信息:
		return 2
	}
	return 3
}

// labelStatus returns the status that a label gives, and whether it says at what stage its
// members are: 在建:, 拟建项目:.
func (w *Worker) labelStatus(label Range) (status string, staged bool) {
	for i := label.Lo; i < label.Hi && status == ""; i++ {
		if end, ok := w.hasAt(listWorksVerb, i); ok {
			status = w.attrs(listWorksVerb, Range{i, end})["status"]
		}
	}
	end, ok := w.hasAt(listWorksStage, label.Lo)
	return status, status != "" || ok && label.Hi-end <= 3
}

// classNamed makes proper names without a head noun works where, with classed members of
// others, they are half of a list; it returns how many members then have a class.
func classNamed(members []member, classed int) int {
	for _, m := range members {
		if m.class == "" && m.proper {
			classed++
		}
	}
	if 2*classed < len(members) {
		return classed
	}
	for i := range members {
		if members[i].class == "" {
			members[i].class = namedClass
		}
	}
	return len(members)
}

// worksPlace says what kind of text a block is for the purposes of works.
type worksPlace int

const (
	inText     worksPlace = iota // running text
	inItem                       // a short numbered item outside of boxes
	inCivic                      // a list of works for the people: 十件民生实事
	inTitled                     // an item with a title in a box
	inUntitled                   // an item without a title in a box
)

// worksPlace tells items in boxes from running text. A whole paragraph in a box
// that is neither numbered nor titled describes the box, as running text does.
func (w *Worker) worksPlace() worksPlace {
	if w.t.place < 0 {
		w.t.place = w.findPlace()
	}
	return w.t.place
}

// findPlace works out what worksPlace keeps.
func (w *Worker) findPlace() worksPlace {
	b := w.t.Block
	if b.Kind == plan.TableRow {
		return inItem // runs lets in what a table of duties sets as a task
	}
	if w.box(b.Section) < 0 {
		if b.Number != "" && b.Kind == plan.Paragraph && len(w.t.R) <= 80 && !w.civic() {
			return inItem
		}
		if w.civic() {
			return inCivic
		}
		return inText
	}
	if len(w.t.Mentions(kindItemTitle)) > 0 {
		return inTitled
	}
	if b.Number != "" || b.Kind == plan.Heading {
		return inUntitled
	}
	for i, r := range w.t.R {
		if i > 14 || EndsSentence(r) || r == ',' {
			break
		}
		if r == ':' {
			return inUntitled // a field's label: 智慧交通:
		}
	}
	return inText
}

// civic reports whether the block belongs to a list of works for the people: its
// title or the plan's says so, or the words before the block's first colon.
func (w *Worker) civic() bool {
	t := &w.t
	if w.civicPlan || w.inSection(listProjectCivic) || w.announced() {
		return true
	}
	for i, r := range t.R[:min(80, len(t.R))] {
		if EndsSentence(r) && i > 60 {
			break
		}
		if r == ':' {
			_, ok := w.find(listProjectCivic, Range{0, int32(i)})
			return ok || w.startsWith(listFirstly, int32(i)+1) && w.countedProjects(Range{0, int32(i)})
		}
		if r == ',' && w.startsWith(listFirstly, int32(i)+1) { // 十大城建工程,一是…
			return w.countedProjects(Range{0, int32(i)})
		}
	}
	return false
}

// opensClause reports whether a verb stands where the predicate of its clause
// begins: at its head, or behind adverbs and adverbial phrases.
func (w *Worker) opensClause(verb Range) bool {
	t := &w.t
	lo := max(t.Clause(verb.Lo).Lo, min(w.bodyStart(), verb.Lo))
	if ms := t.Mentions(kindItemTitle); len(ms) > 0 && lo < ms[0].Hi {
		return ms[0].Hi+2 == verb.Lo && t.has(ms[0].Hi, "——")
	}
	lo = w.behindNumber(lo, verb.Lo)
	pos := w.skip(lo, verb.Lo, listProjectAdverb, listWorksVerb)
	if pos == verb.Lo {
		return true
	}
	if w.urged(verb) || w.sumBefore(verb.Lo) || w.endsWith(listTopicEnd, verb.Lo) && verb.Lo-lo <= 8 {
		return true
	}
	if w.single(listClauseOpening, lo) {
		return true
	}
	if end := w.e.places.at(t.R, pos); end > 0 { // a place as subject
		for next := end; next < verb.Lo; end = next { // 青川市今年将…
			if next = w.skipOne(end, verb.Lo, listWorksWhen); next == end {
				break
			}
		}
		return w.skip(end, verb.Lo, listProjectAdverb, listWorksVerb) == verb.Lo
	}
	for i := lo; i < verb.Lo && verb.Lo-lo <= 8; i++ {
		if w.ofArea(i) || w.single(listWhenLetter, i) {
			return true
		}
	}
	return false
}

// sumBefore reports whether a sum ends at pos, for which something is built: 计划投资3.6亿元|建设….
func (w *Worker) sumBefore(pos int32) bool {
	const currency, magnitudes = '元', "万亿余多" // 8000余万元
	i := pos - 1
	if i < 1 || w.t.R[i] != currency {
		return false
	}
	for i--; i > 0 && strings.ContainsRune(magnitudes, w.t.R[i]); i-- {
	}
	return isDigit(w.t.R[i]) || numeral(w.t.R[i])
}

// placeBefore returns the place of 在X建设Y.
func (w *Worker) placeBefore(verb Range) Range {
	t := &w.t
	lo := max(t.Clause(verb.Lo).Lo, min(w.bodyStart(), verb.Lo))
	if t.R[lo] != '在' || verb.Lo-lo > 16 || strings.ContainsAny(t.String(Range{lo, verb.Lo}), "、和等") || w.single(listPlaceSide, verb.Lo-1) {
		return Range{}
	}
	hi := verb.Lo
	if h, ok := w.hasEnd(listProjectAdverb, hi); ok && h > lo+2 {
		hi = h
	}
	return Range{lo + 1, hi}
}

// statusBefore returns the status that the nearest verb before pos in its
// sentence gives.
func (w *Worker) statusBefore(pos int32) string {
	for i := pos - 1; i >= w.t.Sentence(pos).Lo; i-- {
		if end, ok := w.hasAt(listWorksVerb, i); ok {
			if s := w.attrs(listWorksVerb, Range{i, end})["status"]; s != "" {
				return s
			}
		}
	}
	return ""
}

// partsOfFacility reports whether the item around the block is itself a system
// or a facility, so that what is built in it are its parts.
func (w *Worker) partsOfFacility() bool {
	t := &w.t
	for _, m := range t.Mentions(kindItemTitle) {
		hi := m.Hi
		for {
			if t.R[hi-1] == ')' {
				if b := t.closing(hi - 1); b >= 0 && t.Brackets[b].Open > m.Lo {
					hi = t.Brackets[b].Open
					continue
				}
			}
			lo, ok := w.hasEnd(listWorksTail, hi)
			if !ok || lo <= m.Lo {
				break
			}
			hi = lo
		}
		if _, ok := w.hasEnd(listFacilityTitle, hi); ok {
			return true
		}
	}
	return false
}
