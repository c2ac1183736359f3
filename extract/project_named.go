package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// Works that a list names, announced by the words before it or by a heading.

// announcedBy reports whether a verb opens a list of projects that the words before it
// announce (民生类项目6项,具体为:…), or that a count of projects closes (包括A、B等5个项目):
// what such a list names is a project, of whatever kind it is.
func (w *Worker) announcedBy(verb, list Range) bool {
	t := &w.t
	if e := w.etc(list); e >= 0 {
		if n := w.count(Range{e, list.Hi}); n == e+1 {
			if hi := w.firstPiece(n, list.Hi); w.endsIn(listPlainHead, Range{n, hi}) || w.generic(Range{w.afterCount(n), hi}) && w.saysProject(Range{n, hi}) {
				return true
			}
		}
	}
	s := t.Sentence(verb.Lo)
	lo := verb.Lo // the clause before, with its count
	for lo > s.Lo && verb.Lo-lo < 40 && t.R[lo-1] != ';' {
		lo--
	}
	before := Range{lo, verb.Lo}
	for i := lo + 1; i < verb.Lo; i++ {
		if w.single(listWorksUnit, i) && isDigit(t.R[i-1]) || w.single(listGroupUnit, i) && several(t.R[i-1]) {
			return w.saysProject(before) || slices.Contains(t.R[lo:i], '类')
		}
	}
	return false
}

// countBehind returns the colon behind a count of works that a verb governs, where the works
// themselves follow, parted by commas or by 、: 实施十大重点工程|:甲中心,乙路改造,…; 0 for none.
func (w *Worker) countBehind(verb Range) int32 {
	const farthest, least = 24, 3 // characters to the colon, and commas behind it
	t := &w.t
	colon := verb.Hi
	for int(colon) < len(t.R) && colon-verb.Hi < farthest && !EndsClause(t.R[colon]) {
		colon++
	}
	if int(colon)+1 >= len(t.R) || t.R[colon] != ':' || w.startsWith(listFirstly, colon+1) || !w.countedProjects(Range{verb.Hi, colon}) {
		return 0
	}
	behind := Range{colon + 1, t.Sentence(colon).Hi}
	if w.predicate(behind) || len(w.commaParts(behind)) <= least && (len(w.commaParts(behind)) > 1 || len(w.pieces(behind)) <= least) {
		return 0
	}
	return colon
}

// commaParts splits r at its commas.
func (w *Worker) commaParts(r Range) (out []Range) {
	depth, lo := 0, r.Lo
	for i := r.Lo; i < r.Hi; i++ {
		if depth += nesting(w.t.R[i]); depth <= 0 && w.t.R[i] == ',' {
			out = append(out, Range{lo, i})
			lo = i + 1
		}
	}
	return append(out, Range{lo, r.Hi})
}

// saysProject reports whether r says that things are projects.
func (w *Worker) saysProject(r Range) bool {
	return w.speaksOf(listProjectWord, r)
}

// announced reports whether the block is an item of a list that the paragraph before its
// items announces as works for the people, or that lists works by name.
func (w *Worker) announced() bool {
	t := &w.t
	style := w.itemStyle(t.Block)
	if style == noItem {
		return false
	}
	i := w.state.block - 1
	for n := 0; i >= 0 && n < 60 && w.itemStyle(&w.plan.Blocks[i]) == style; n++ {
		i--
	}
	if w.state.civicHead.block != i+2 {
		w.state.civicHead.block, w.state.civicHead.announces = i+2, i >= 0 && w.announces(&w.plan.Blocks[i]) || w.listsWorks(i+1, style)
	}
	return w.state.civicHead.announces
}

// itemStyle is how the items of a list are numbered, by which those of one list are told
// from the headings above them.
type itemStyle uint8

// The styles of items: 第一节, (一), (1), 一、, 1., ①, ●.
const (
	noItem itemStyle = iota
	partItem
	bracketHanItem
	bracketDigitItem
	hanItem
	digitItem
	circledItem
	markedItem
)

// itemStyle returns how the block is numbered; noItem for what is no item.
func (w *Worker) itemStyle(b *plan.Block) itemStyle {
	switch {
	case b.Kind == plan.TableRow || len(b.Pieces) == 0:
		return noItem
	case b.Number == "" && plan.Bulleted(w.doc.Slice(b.Pieces[0])):
		return markedItem
	case b.Number == "":
		return noItem
	}
	inner := strings.TrimLeft(b.Number, "(（〔 ")
	style := hanItem
	switch first, _ := utf8.DecodeRuneInString(inner); {
	case first == '第':
		return partItem
	case first >= '①' && first <= '⑳':
		return circledItem
	case first == '专' || first == '專':
		return noItem
	case isDigit(w.e.widths.rune(first)):
		style = digitItem
	}
	if len(inner) < len(b.Number) {
		style -= hanItem - bracketHanItem
	}
	return style
}

// listsWorks reports whether most of the numbered items from a block on begin with the name
// of a work, so that they are a list of works though nothing announces it.
func (w *Worker) listsWorks(block int, style itemStyle) bool {
	const least, most = 3, 20
	items, named := 0, 0
	for _, b := range w.plan.Blocks[block:] {
		if items == most || w.itemStyle(&b) != style {
			break
		}
		items++
		if w.namesFirst(&b) {
			named++
		}
	}
	return named >= least && 2*named > items
}

// namesFirst reports whether the first clause of a block is the name of a work.
func (w *Worker) namesFirst(b *plan.Block) bool {
	const least, longest = 6, 40 // characters, with the number
	s := w.doc.Slice(b.Pieces[0])
	if hi := strings.IndexAny(s, ",:;，：；。"); hi > 0 {
		s = s[:hi]
	}
	w.scanTitle(s)
	if n := len(w.titleCode); n < least || n > longest || !w.endsTitle(listPlainHead) || strings.Count(s, "、") > 4 {
		return false
	}
	return !slices.ContainsFunc(w.titleHits, func(h Hit) bool {
		return h.Lo <= 4 && (w.e.inList(h.Term, int(listUndertake)) || w.e.inList(h.Term, int(listWorksVerb)) || w.e.inList(h.Term, int(listUndertakeWeak)))
	})
}

// announces reports whether a paragraph says that works for the people follow.
func (w *Worker) announces(b *plan.Block) bool {
	if b.Kind != plan.Paragraph || b.Number != "" || b.Span().Len() > 900 {
		return false
	}
	text := w.e.normal(w.doc.Slice(b.Span()))
	return (w.e.ending(listCivicEnd, text) != "" || w.e.holds(listAsFollows, text)) && w.e.holds(listProjectCivic, text)
}

// urged reports whether a word of manner or time stands right before a verb, so
// that it is the predicate whatever the subject: 开发区重点推进…, 年内完成….
func (w *Worker) urged(verb Range) bool {
	lo, ok := w.hasEnd(listProjectAdverb, verb.Lo)
	if ok {
		_, acts := w.hasEnd(listUndertake, verb.Lo)
		_, weak := w.hasEnd(listUndertakeWeak, verb.Lo)
		ok = !acts && !weak && verb.Lo-lo > 1
	}
	if !ok {
		if lo, ok = w.hasEnd(listWorksWhen, verb.Lo); !ok {
			if lo = w.monthBefore(verb.Lo); lo == verb.Lo {
				return false
			}
		}
	}
	return lo == 0 || w.t.R[lo-1] != '的'
}

// announcedName reports whether a member of a list that is said to be one of
// projects can be a name.
func (w *Worker) announcedName(m member) bool {
	n := len([]rune(m.name))
	return n >= 3 && n <= 40 && !w.e.holds(listListedNotIn, m.name) && !w.generic(m.at)
}

// kindName reports whether a member only says what kind of things are built
// (保障性租赁住房, 郊野公园): it gives no record, and the names beside it do.
func (w *Worker) kindName(m member, class string) bool {
	if class == "" {
		return m.at.Len() <= 8 && w.nothingBut(m.at, listProjectGeneric, listWorksKind, listWorksVague)
	}
	h := w.headOfThing(m.at)
	return w.nothingBut(Range{m.at.Lo, h}, listProjectGeneric, listWorksKind, listWorksVague)
}

// onePromise reports whether a clause of a list of works for the people names one
// 工程 or 项目, though 和 stands in it: 实施主城区公园和小游园建设项目.
func (w *Worker) onePromise(clause Range) bool {
	t := &w.t
	return w.endsIn(listPlainHead, clause) && clause.Len() >= 6 && len(w.pieces(clause)) == 1 && !w.proper(clause) && !slices.Contains(t.R[clause.Lo:clause.Hi], '的')
}

// classOfWorks reports whether r is a head noun of works and nothing else, so that
// with 工程 behind it only a class is named: 航道工程.
func (w *Worker) classOfWorks(r Range) bool {
	bits, h := w.heads(r.Lo, r.Hi)
	return bits&(lineHead|siteHead) != 0 && (h == r.Lo || !w.levelled(r) && !w.only(Range{r.Lo, h}) && w.nothingBut(Range{r.Lo, h}, listProjectGeneric, listWorksKind))
}

// aloneRoad reports whether a member is the short name of a road or a bridge, which
// counts by itself: 西环路.
func (w *Worker) aloneRoad(m member) bool {
	if w.ringRoad(m.at) {
		return true
	}
	return m.at.Len() <= 6 && !strings.ContainsAny(m.name, joins) && !w.kindOnly(m.at) && w.singled(m.at) && !w.common(m.at.Hi-1)
}

// ringRoad reports whether r is the road of a ring by its side, which is a name though
// only words of kind make it: 东环路改造, 北二环.
func (w *Worker) ringRoad(r Range) bool {
	r.Hi = w.phase(Range{r.Lo, w.unaltered(r)})
	if r.Len() < 2 || !w.single(listDirection, r.Lo) {
		return false
	}
	end, ok := w.hasAt(listRingRoad, r.Lo+1)
	return ok && end == r.Hi
}

// fronted makes projects of what stands before a word of completion that ends its
// clause: 甲大桥、乙隧道年内建成通车.
func (c *Context) fronted(done Range) bool {
	w, t := c.Worker, c.Text
	if !w.runs(done.Lo) || w.inTitle(done) {
		return c.Refuse("不是正文 / not running text")
	}
	clause := t.Clause(done.Lo)
	end := w.skip(done.Hi, clause.Hi, listWorksDone, listWorksTail, listProjectAdverb)
	besides, _ := w.hasAt(listBesides, end) // 除甲、乙等项目加快建设|外
	if end < clause.Hi && besides < clause.Hi && w.behindSum(end) < clause.Hi {
		return c.Refuse("不在分句末尾 / it does not end its clause")
	}
	lo := w.behindNumber(max(clause.Lo, min(w.bodyStart(), done.Lo)), done.Lo)
	list := Range{lo, done.Lo}
	list.Hi = w.beforeManner(list)
	for {
		next := w.skipOne(list.Lo, list.Hi, listWorksWhen, listBesides)
		if next == list.Lo {
			break
		}
		list.Lo = next
	}
	if list.Len() < 3 || w.predicate(list) {
		return c.Refuse("前面没有要建的东西 / nothing that is built stands before it")
	}
	sentence := t.Sentence(done.Lo)
	if _, past := w.find(listPastWord, sentence); past || w.pastOrDenied(done, done) {
		return c.Refuse("说的是过去 / it is told as past")
	}
	if !w.hasHead(list, lineHead|siteHead) && !w.namedProjects(list) && !numbered(t.R[list.Lo:list.Hi]) {
		return c.Refuse("所在分句没有工程类中心词 / no head noun of works in its clause")
	}
	where := w.worksPlace()
	ahead := where == inCivic || t.Block.Kind == plan.TableRow || w.speaksOf(listWorksAhead, Range{sentence.Lo, done.Hi}) || w.opensAhead(done.Lo)
	if where > inCivic {
		where = inText
	}
	l := w.parseList(list)
	l.staged = l.projects
	if !w.admit(&l, where) {
		if _, when := w.find(listWorksWhen, list); where == inText && !when {
			w.keepLoose(c, &l, done, w.attrs(listWorksDone, done)["status"])
		}
		return c.Refuse("不是建设内容的并列 / no list of things to be built")
	}
	kind := "list"
	if len(l.members) == 1 && !l.open {
		kind = "prose"
	}
	for _, m := range l.members {
		p := plan.Project{Name: m.name, Kind: kind, Status: m.status, Box: w.boxLabel()}
		if p.Status == "" {
			p.Status = w.attrs(listWorksDone, done)["status"]
		}
		if !ahead {
			w.loose = append(w.loose, looseWork{t.period(done.Lo), m.at, p, c.Rule})
			continue
		}
		c.Emit(plan.Fact{Type: plan.TypeProject, Project: &p}, m.at)
	}
	return true
}

// opensAhead reports whether the paragraph opens with what is to come and tells nothing past
// up to pos: 今年,甲区将建成…。|乙厂等项目投产.
func (w *Worker) opensAhead(pos int32) bool {
	first := w.t.Sentence(0)
	if first.Hi > pos || !w.speaksOf(listWorksAhead, first) {
		return false
	}
	_, past := w.find(listPastWord, Range{0, pos})
	return !past
}

// beforeManner returns where a list ends before the words of manner and time in
// front of a word of completion: 年内, 如期, 10月份, 实现.
func (w *Worker) beforeManner(list Range) int32 {
	hi := list.Hi
	for hi > list.Lo {
		if lo := w.monthBefore(hi); lo < hi && lo > list.Lo { // before 月底前, which is a word of time by itself
			hi = lo
		} else if lo, ok := w.hasEnd(listWorksWhen, hi); ok && lo >= list.Lo {
			hi = lo
		} else if lo, ok := w.hasEnd(listProjectAdverb, hi); ok && lo >= list.Lo && hi-lo > 1 {
			hi = lo
		} else if lo, ok := w.hasEnd(listWorksTail, hi); ok && lo > list.Lo && !w.endsIn(listPlainHead, Range{list.Lo, hi}) {
			hi = lo
		} else if lo, ok := w.hasEnd(listWorksDone, hi); ok && lo > list.Lo {
			hi = lo
		} else if lo, ok := w.endIn(listDoneManner, Range{list.Lo, hi}); ok {
			hi = lo
		} else {
			break
		}
	}
	return hi
}

// promised reports whether a numbered line of a list of works for the people is
// nothing but the name of a project (3.松岭中学食堂扩建工程).
func (w *Worker) promised(r Range) bool {
	t := &w.t
	hi := r.Hi
	if t.R[hi-1] == ')' {
		if b := t.closing(hi - 1); b >= 0 && t.Brackets[b].Open > r.Lo {
			hi = t.Brackets[b].Open
		}
	}
	for i := r.Lo; i < hi; i++ {
		if (EndsClause(t.R[i]) || t.R[i] == '、') && t.BracketAt(i) < 0 {
			return false
		}
	}
	if w.count(Range{r.Lo, hi}) > 0 {
		return false
	}
	_, head := w.hasEnd(listProgrammeHead, hi)
	_, tail := w.hasEnd(listWorksTail, hi)
	_, alter := w.hasEnd(listWorksAlter, hi)
	if !head && !tail && !alter && !w.isAction(Range{r.Lo, hi}) {
		return false
	}
	return !w.startsVerb(r.Lo) && w.civic()
}

// aloneLine reports whether a member is a line by the short names of its ends,
// which no list may know: 许信高速.
func (w *Worker) aloneLine(m member) bool {
	return w.lineOfEnds(m.at) && !w.kindOnly(m.at) && !strings.ContainsAny(m.name, joins+"的")
}

// routeOfKind reports whether r says from where to where a line goes, and ends in its kind: 安远至全南|高速.
func (w *Worker) routeOfKind(r Range) bool {
	_, h := w.heads(r.Lo, r.Hi)
	_, ok := w.hasAt(listWorksRoute, h)
	return ok && w.route(before(r, h))
}

// lineOfEnds reports whether r is two to four characters before the kind of a line: 渝赤叙|高速.
func (w *Worker) lineOfEnds(r Range) bool {
	const shortest, longest = 2, 4
	_, h := w.heads(r.Lo, r.Hi)
	if n := h - r.Lo; n < shortest || n > longest {
		return false
	}
	_, ok := w.hasAt(listWorksRoute, h)
	return ok && !w.common(h-1)
}
