package extract

import (
	"slices"
	"strings"

	"plangraph/extract/rule"
	"plangraph/plan"
)

// longestList bounds how far an enumeration is read, in runes, so that a text
// without full stops is read in linear time; lists of sixty lines have 1,500.
const longestList = 4000

// buildWorks makes projects of the things that a verb of building governs:
// lines, stations, crossings, bases; in a box also systems, centres, platforms.
func buildWorks(c *Context) bool {
	w, t := c.Worker, c.Text
	if label, ok := c.Range("label"); ok {
		return c.enumeration(label)
	}
	if done, ok := c.Range("done"); ok {
		return c.fronted(done)
	}
	verb, ok1 := c.Range("verb")
	list, ok2 := c.Range("list")
	if !ok1 || !ok2 {
		return c.Refuse("不是正文 / not running text")
	}
	if why := w.buildsNothing(verb); why != "" {
		return c.Refuse(why)
	}
	list.Lo = w.behindLabel(verb)
	list.Hi = min(t.Sentence(verb.Lo).Hi, list.Lo+longestList) // a list may be longer than a capture looks
	attrs := w.attrs(listWorksVerb, verb)
	where := w.worksPlace()
	place := w.placeBefore(verb)
	pos := w.skipVerbs(list.Lo, list.Hi, listWorksVerb)
	namely := w.namely(verb, Range{pos, list.Hi})
	if namely && pos < list.Hi && t.R[pos] == ':' {
		pos++
	}
	if w.startsWith(listPlainHead, pos) || pos < list.Hi && (t.R[pos] == '、' || (t.R[pos] == '和' || t.R[pos] == '及') && w.e.places.at(t.R, pos) == 0) {
		return c.Refuse("该动词是名称的结尾 / the verb is the end of a name")
	}
	status := attrs["status"]
	if s := w.attrs(listWorksVerb, Range{verb.Hi, pos})["status"]; status == "" {
		status = s
	}
	if status == "" && attrs["names"] != "" {
		status = w.statusBefore(verb.Lo)
	}
	if where == inTitled && w.partsOfFacility() {
		return c.Refuse("是有标题的系统或设施的组成部分 / parts of a titled system or facility")
	}
	follows := status != "" && w.statusBefore(verb.Lo) != "" && w.etc(Range{t.Sentence(verb.Lo).Lo, verb.Lo}) >= 0
	vague := w.encouraged(verb)
	found := false
	w.sureNames = status != "" || w.box(t.Block.Section) >= 0 || w.underProjects(t.Block.Section)
	defer func() { w.sureNames = false }()
	segs := w.segments(Range{pos, list.Hi})
	if namely {
		segs = w.groups(Range{pos, list.Hi})
	}
	for _, seg := range segs {
		l := w.parseList(seg)
		l.follows = follows || found // 甲、乙干流治理和丙河治理工程
		l.projects, l.namely = l.projects || namely, namely
		if attrs["proper"] != "" && !slices.ContainsFunc(l.members, func(m member) bool { return m.proper }) || vague && !w.e.places.in(t.R, seg) {
			continue
		}
		if _, verb := w.find(listWorksInner, seg); verb && attrs["helped"] != "" {
			continue // 支持A学校开展…
		}
		if !w.admit(&l, where) {
			if where == inText && !vague {
				w.keepLoose(c, &l, verb, status)
			}
			continue
		}
		kind := "list"
		if len(l.members) == 1 && !l.open && !l.follows && where == inText && w.box(t.Block.Section) < 0 && !w.underProjects(t.Block.Section) {
			kind = "prose"
		}
		for _, m := range l.members {
			name := m.name
			if place.Len() > 0 && len(l.members) == 1 && !w.proper(m.at) {
				name = t.Written(place) + name
			}
			p := &plan.Project{Name: name, Kind: kind, Status: status, Box: w.boxLabel()}
			switch after := t.String(Range{m.at.Hi, min(m.at.Hi+2, int32(len(t.R)))}); {
			case m.status != "":
				p.Status = m.status
			case status == "" && after == "研究":
				p.Status = "研究"
			case status == "" && w.endsWith(listStartEnd, seg.Hi): // 确保…开工
				p.Status = "开工"
				if w.startsWith(listStriveVerb, verb.Lo) {
					p.Status = "力争开工"
				}
			case status == "":
				p.Status = w.e.statusInName(name)
			}
			c.Emit(plan.Fact{Type: plan.TypeProject, Project: p}, m.at)
			found = true
		}
	}
	if !found {
		return c.Refuse("不是建设内容的并列 / no list of things to be built")
	}
	return true
}

// looseWork is a work that a sentence of running text names alone behind its verb,
// with the sentence: a record only where the sentence goes through several works
// (建成甲水厂,扩建乙医院,启动丙机场前期工作).
type looseWork struct {
	sentence, at Range
	project      plan.Project
	by           *rule.Rule
}

// keepLoose keeps the lines and sites by name that a verb governs in running text,
// where the verb's list alone gives no record.
func (w *Worker) keepLoose(c *Context, l *worksList, verb Range, status string) {
	whose := slices.ContainsFunc(l.members, func(m member) bool { return w.levelled(m.at) })
	for _, m := range l.members {
		if whose && m.class == siteClass && m.at.Len() >= 3 && w.genericWorks(m.at) { // 市博物馆、科技馆
			continue
		}
		if l.counted || m.class != lineClass && m.class != siteClass || !w.namesWork(m) || w.startsVerb(m.at.Lo) || strings.Contains(m.name, "建设") {
			return
		}
		if !m.proper && !w.singled(m.at) && !w.onlyThing(m.at) && !w.levelled(m.at) {
			return
		}
	}
	for _, m := range l.members {
		p := plan.Project{Name: m.name, Kind: "list", Status: status, Box: w.boxLabel()}
		if p.Status == "" {
			p.Status = w.e.statusInName(m.name)
		}
		w.loose = append(w.loose, looseWork{w.t.Sentence(verb.Lo), m.at, p, c.Rule})
	}
}

// looseWorks makes records of the block's loose works that stand beside other works
// in their sentence, or are three of them.
func (w *Worker) looseWorks() {
	for i := range w.loose {
		a := &w.loose[i]
		seen, others := false, 0
		for j := range w.loose {
			b := &w.loose[j]
			if b.sentence != a.sentence || b.at == a.at {
				seen = seen || j < i && b.at == a.at
				continue
			}
			others++
		}
		if !seen && (others > 1 || w.worksIn(a.sentence, others > 0)) {
			p := a.project
			w.emit(plan.Fact{Type: plan.TypeProject, Project: &p}, a.at, a.by)
		}
	}
	w.loose = w.loose[:0]
}

// worksIn reports whether a list of works has been found in a sentence, or with
// single a single one.
func (w *Worker) worksIn(sentence Range, single bool) bool {
	span := w.t.Span(sentence)
	for i := len(w.facts) - 1; i >= 0 && w.facts[i].Span.Start >= span.Start; i-- {
		if f := &w.facts[i]; f.Type == plan.TypeProject && f.Span.End <= span.End && (f.Project.Kind == "list" ||
			single && (strings.HasSuffix(f.Project.Name, "期") || w.e.ending(listPlainHead, f.Project.Name) != "")) {
			return true
		}
	}
	return false
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

// buildsNothing says why a verb of building governs no works, as far as that can
// be seen without reading them; "" where it may. Most verbs build nothing, so what
// costs least is asked first.
func (w *Worker) buildsNothing(verb Range) string {
	t := &w.t
	if !w.runs(verb.Lo) {
		return "不是正文 / not running text"
	}
	bits := w.verbBits(verb)
	where := w.worksPlace()
	if where <= inCivic && where != inItem && bits&boxVerb != 0 && (w.box(t.Block.Section) < 0 || bits&properVerb != 0) && !(bits&properVerb != 0 && w.underProjects(t.Block.Section)) {
		return "该动词只在专栏中表示建设 / this verb builds only in boxes"
	}
	if _, name := w.hasAt(listWorksVerbNot, verb.Lo); bits&longerVerb != 0 || name {
		return "是更长动词的一部分 / part of a longer verb"
	}
	first := Range{verb.Hi, verb.Hi}
	if lo := w.behindLabel(verb); lo > verb.Hi {
		first = Range{lo, lo}
	}
	for end := min(t.Sentence(verb.Lo).Hi, verb.Hi+longestList); first.Hi < end && !EndsClause(t.R[first.Hi]); {
		first.Hi++
	}
	_, namely := w.hasAt(listWorksNamely, verb.Lo)
	namely = namely || bits&namesVerb != 0
	if !w.hasHead(first, anyHead) && !namely && !w.namedProjects(first) && !numbered(t.R[first.Lo:first.Hi]) {
		return "所在分句没有工程类中心词 / no head noun of works in its clause"
	}
	if w.inTitle(verb) {
		return "不是正文 / not running text"
	}
	if bits&weakVerb != 0 && !namely && !w.opensClause(verb) {
		return "该动词不在分句开头 / the verb does not open its clause"
	}
	if w.pastOrDenied(verb, verb) {
		return "说的是过去 / it is told as past"
	}
	if where == inCivic && w.onePromise(first) {
		return "是一项有名工程,由工程的规则来读 / one named programme"
	}
	if where == inText && w.etc(first) < 0 && !w.underProjects(t.Block.Section) && // a single thing in running text is a line or a site
		!w.hasHead(first, lineHead|siteHead) && !namely && !numbered(t.R[first.Lo:first.Hi]) &&
		!(w.hasHead(first, actionHead) && (slices.Contains(t.R[first.Lo:first.Hi], '、') || slices.Contains(t.R[first.Lo:first.Hi], '和'))) {
		return "所在分句没有线路或场所 / no line and no site in its clause"
	}
	return ""
}

// behindLabel returns where the list begins that a verb of building is the label of,
// inside a paragraph (…。续建:甲水库、乙水库;新建项目:丙水库); verb.Hi where it is none.
func (w *Worker) behindLabel(verb Range) int32 {
	t := &w.t
	at := verb.Hi
	if t.has(at, "项目") || t.has(at, "工程") {
		at += 2
	}
	if int(at)+2 < len(t.R) && t.R[at] == ':' && verb.Lo > w.bodyStart() && EndsSentence(t.R[verb.Lo-1]) && w.attrs(listWorksVerb, verb)["status"] != "" {
		return at + 1
	}
	return verb.Hi
}

// runs reports whether the text at pos is running text: not on a cover, and in a
// table only in a cell that says what is to be done by the bodies of its row.
func (w *Worker) runs(pos int32) bool {
	t := &w.t
	switch t.Block.Kind {
	case plan.Cover:
		return false
	case plan.TableRow:
		for _, tm := range w.tableMatches(t.Block.Table) {
			if !strings.HasPrefix(tm.rule.ID, "assignment.table") {
				continue
			}
			for i, name := range tm.names {
				col := tm.cols[i]
				if (name == "task" || name == "detail") && col >= 0 && col < len(t.Cells) && t.Cells[col].Lo <= pos && pos < t.Cells[col].Hi && !t.Block.Table.Rows[t.Block.Row].Cells[col].Filled {
					return true
				}
			}
		}
		return false
	}
	return true
}

// namedProjects reports whether a clause lists things and says that they are
// projects: A、B等58个项目开工.
func (w *Worker) namedProjects(r Range) bool {
	t := &w.t
	e := w.etc(r)
	if e < 0 || !slices.Contains(t.R[r.Lo:e], '、') {
		return false
	}
	for i := e + 1; i+1 < min(r.Hi, e+14); i++ {
		if w.startsWith(listPlainHead, i) || t.is(Range{i, i + 2}, "设施") {
			return true
		}
	}
	return false
}

// What worksTerms notes of a verb of building.
const (
	boxVerb    = 1 << iota // it builds only in boxes
	weakVerb               // it counts only where it opens its clause
	longerVerb             // a longer verb starts with it, here
	properVerb             // it counts only with a proper name
	namesVerb              // names stand behind it, whatever their head nouns
)

// verbBits returns what is noted of the verb that r is.
func (w *Worker) verbBits(r Range) (bits uint8) {
	t := &w.t
	for k := t.from[r.Lo+1] - 1; k >= t.from[r.Lo]; k-- {
		switch h := &t.hits[k]; {
		case h.Hi == r.Hi:
			return bits | w.e.worksVerbs[h.Term]
		case h.Hi > r.Hi && w.e.inList(h.Term, int(listWorksVerb)):
			bits = longerVerb
		}
	}
	return bits
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
		if lo, ok := w.hasEnd(listClassTitle, r.Hi); !ok || lo < r.Lo {
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
	if r.Len() >= 2 {
		w.AddMention(kindListLabel, Mention{Range: Range{r.Lo, r.Hi + 1}})
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
	w.sureNames = true
	l := w.parseList(list)
	w.sureNames = false
	l.projects = true
	n, where := 0, inTitled
	if w.headClass(label.Lo, label.Hi-1) == softClass && w.worksPlace() != inText { // 科技资源平台:甲平台、乙数据库
		where = inUntitled
	}
	for _, m := range l.members {
		if m.class != "" && (m.class != softClass || where == inUntitled) {
			n++
		}
	}
	status := ""
	for i := label.Lo; i < label.Hi && status == ""; i++ {
		if end, ok := w.hasAt(listWorksVerb, i); ok {
			status = w.attrs(listWorksVerb, Range{i, end})["status"]
		}
	}
	least := 3
	if w.worksPlace() == inText {
		least = 6 // without a box around it, only what cannot be mistaken
	} else if w.endsWith(listPlainHead, label.Hi-1) {
		least = 1 // 续建项目:
	} else if at := (Range{label.Lo, label.Hi - 1}); t.R[at.Hi] == ':' && at.Len() <= 8 && w.headClass(at.Lo, at.Hi) != "" {
		least = 1 // 大型水库:
	}
	stage := status != ""
	if end, ok := w.hasAt(listWorksStage, label.Lo); ok && label.Hi-end <= 3 { // 在建:, 拟建项目:
		stage = true
	}
	if stage && t.R[label.Hi-1] == ':' { // a label that says at what stage they are
		if least = min(least, 2); w.worksPlace() != inText {
			least = 1
		}
		for _, m := range l.members {
			if m.class == "" && m.proper {
				n++
			}
		}
		if 2*n >= len(l.members) {
			for i := range l.members {
				if l.members[i].class == "" {
					l.members[i].class = namedClass
				}
			}
			n = len(l.members)
		}
	}
	if len(l.members) < least || 4*n < 3*len(l.members) || !w.admit(&l, where) {
		return c.Refuse("不是建设内容的并列 / no list of things to be built")
	}
	for _, m := range l.members {
		p := &plan.Project{Name: m.name, Kind: "list", Status: status, Box: w.boxLabel()}
		if m.status != "" {
			p.Status = m.status
		}
		c.Emit(plan.Fact{Type: plan.TypeProject, Project: p}, m.at)
	}
	return true
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
			return ok
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
	if w.urged(verb) {
		return true
	}
	switch t.R[lo] {
	case '在', '以', '依', '联', '围', '按', '通', '与', '由', '统':
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
		if w.ofArea(i) || t.R[i] == '期' || t.R[i] == '时' {
			return true
		}
	}
	return false
}

// placeBefore returns the place of 在X建设Y.
func (w *Worker) placeBefore(verb Range) Range {
	t := &w.t
	lo := max(t.Clause(verb.Lo).Lo, min(w.bodyStart(), verb.Lo))
	if t.R[lo] != '在' || verb.Lo-lo > 16 || strings.ContainsAny(t.String(Range{lo, verb.Lo}), "、和等") || strings.ContainsRune("中上下", t.R[verb.Lo-1]) {
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
