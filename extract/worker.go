package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/extract/rule"
	"plangraph/plan"
)

// Worker runs an Extractor; it owns the buffers, so each goroutine has its own.
type Worker struct {
	e     *Extractor
	t     Text
	doc   *plan.Document
	plan  *plan.Plan
	facts []plan.Fact
	m     matcher

	events     [][]event
	candidates []candidate
	caps       []Range   // of candidates, one behind the other
	order      []int32   // of candidates, the preferred first
	taken      [][]Range // by group of emissions
	ctx        Context   // of the candidate that is built
	columns    map[*plan.Table][]tableMatch
	loose      []looseWork // works of the block that only others beside them make sure of
	sureNames  bool        // the list that is read is one of things that are built, whatever their names
	civicPlan  bool        // the plan's title says that it lists works for the people
	civicHead  struct {    // the paragraph before numbered items that was last read, by its number from 1
		block     int
		announces bool
	}
	titleLists        []uint64 // by section, listWords each: the lists of which a title around it has a word
	titleCode         []uint16 // of the title that is read
	titleHits         []Hit
	titleYears        []int32  // by section: the year in its title, 0 for none, -1 not read yet
	natures           []string // by section: 约束性 or 预期性, where a title around it says so
	first             int      // what firstYear returns
	sole              int      // what onlyYear returns, -1 while it is not read
	line              int      // of the last fact
	memberBuf         []member // the buffer of parseList
	pieceBuf, partBuf []Range
	built             []plan.Fact // the buffer that the facts of a plan are gathered in
	paths             []string    // by section: titles joined by " / "

	goals goals  // what target.go keeps
	state Memory // what earlier blocks of the plan said that later ones need
	trace *Trace
}

type event struct {
	trigger
	at Range
}

type candidate struct {
	rule  *rule.Rule
	whole Range
	claim Range
	caps  []Range
	names []string
	cols  []int // table rules: the column of each capture
}

type tableMatch struct {
	rule  *rule.Rule
	cols  []int
	names []string // of the captures: those of the columns
}

// NewWorker returns a worker of the extractor.
func (e *Extractor) NewWorker() *Worker {
	w := &Worker{e: e, events: make([][]event, e.layers), taken: make([][]Range, e.groups)}
	w.t.mentions = make([][]Mention, len(e.kinds))
	return w
}

// Plan extracts the draft facts of one plan, in the order of the text.
func (w *Worker) Plan(doc *plan.Document, p *plan.Plan) []plan.Fact {
	w.doc, w.plan = doc, p
	w.facts = w.built[:0]
	w.columns = map[*plan.Table][]tableMatch{}
	w.readTitles()
	w.civicHead.block = 0
	w.first, w.sole, w.line = w.readFirstYear(), -1, 1
	w.paths = make([]string, len(p.Sections))
	if w.state.tasks == nil {
		w.state.tasks, w.state.departments = map[taskKey]bool{}, map[mentioned]int{}
	}
	clear(w.state.tasks)
	clear(w.state.departments)
	w.state = Memory{tasks: w.state.tasks, departments: w.state.departments}
	w.goals.silent = map[*plan.Table][]bool{}
	w.goals.tables, w.goals.said, w.goals.far, w.goals.aim, w.goals.listed, w.goals.lastItem = map[*plan.Table]*indicatorTable{}, map[string][]string{}, 0, 0, 0, 0
	for i := range p.Blocks {
		if b := &p.Blocks[i]; b.Kind != plan.TableRow && b.Span().Len() > maxBlock {
			w.longBlock(b, i)
		} else {
			w.block(b, i)
		}
	}
	w.finish()
	slices.SortStableFunc(w.facts, func(a, b plan.Fact) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	w.built = w.facts
	out := slices.Clone(w.facts)
	clear(w.built)
	w.facts = nil
	return out
}

// maxBlock is the most bytes of a paragraph that are read at once. Real ones have
// a few thousand; a file without line ends or punctuation must not take memory
// in proportion.
const maxBlock = 16 << 10

// longBlock reads a paragraph in parts, cut behind a full stop where there is
// one, else between characters.
func (w *Worker) longBlock(b *plan.Block, index int) {
	part := *b
	for _, piece := range b.Pieces {
		for piece.Len() > 0 {
			end := min(piece.End, piece.Start+maxBlock)
			if end < piece.End {
				window := w.doc.Text[piece.Start:end]
				if k := strings.LastIndex(window, "。"); k > 0 {
					end = piece.Start + k + len("。")
				}
				for !utf8.RuneStart(w.doc.Text[end]) {
					end--
				}
			}
			part.Pieces = []plan.Span{{Start: piece.Start, End: end}}
			w.block(&part, index)
			part.Number, part.Lead = "", plan.Span{}
			piece.Start = end
		}
	}
}

func (w *Worker) block(b *plan.Block, index int) {
	e, t := w.e, &w.t
	t.load(e.widths, w.doc, w.plan, b)
	w.state.block = index
	if len(t.R) == 0 {
		return
	}
	t.from = slices.Grow(t.from[:0], len(t.R)+1)[:len(t.R)+1]
	t.hits = e.lex.scan(t.code, t.hits, t.from)
	for i := range w.events {
		w.events[i] = w.events[i][:0]
	}
	t.byEnd = slices.Grow(t.byEnd[:0], len(t.R)+1)[:len(t.R)+1]
	clear(t.byEnd)
	t.nextEnd = slices.Grow(t.nextEnd[:0], len(t.hits))[:len(t.hits)]
	for i := len(t.hits) - 1; i >= 0; i-- {
		h := t.hits[i]
		t.nextEnd[i] = t.byEnd[h.Hi]
		t.byEnd[h.Hi] = int32(i + 1)
	}
	t.lists = slices.Grow(t.lists[:0], e.listWords)[:e.listWords]
	copy(t.lists, e.letterLists) // to look for characters costs more than it would spare
	e.addLists(t.lists, t.hits)
	for _, h := range t.hits {
		for _, tr := range e.triggers[h.Term] {
			w.events[tr.layer] = append(w.events[tr.layer], event{tr, Range{h.Lo, h.Hi}})
		}
	}
	for _, run := range e.natives {
		run(w, t)
	}
	for layer := 0; layer < e.layers; layer++ {
		w.candidates, w.caps = w.candidates[:0], w.caps[:0]
		for _, tr := range e.kindRules[layer] {
			for _, m := range t.mentions[tr.kind] {
				w.try(event{tr.trigger, m.Range})
			}
		}
		for _, ev := range w.events[layer] {
			w.try(ev)
		}
		if layer == 0 && b.Kind == plan.TableRow {
			w.tableCandidates(b)
		}
		w.settle()
	}
	w.blockEnd()
}

// try runs one pattern at one anchor and notes the candidate.
func (w *Worker) try(ev event) {
	r := w.e.set.Rules[ev.rule]
	p := r.Patterns[ev.pattern]
	t := &w.t
	if w.gated(r) {
		if w.trace != nil {
			w.trace.add(w, r, ev.at, w.keptOut(r))
		}
		return
	}
	if s := w.e.screens[ev.rule]; s != nil && w.trace == nil { // a trace wants the match that the builder refuses
		if refuse := s[ev.pattern]; refuse != nil && refuse(w, ev.at) != "" {
			return
		}
	}
	scope, ok := w.scope(r.Scope, ev.at)
	if !ok {
		return
	}
	m := &w.m
	m.e, m.t, m.scope = w.e, t, scope
	if cap(m.caps) < len(p.Captures) {
		m.caps = make([]Range, len(p.Captures))
	}
	m.caps = m.caps[:len(p.Captures)]
	whole, ok := m.run(p, ev.at)
	if !ok {
		w.trace.failed(w, r, p, ev.at, m.deep)
		return
	}
	if len(r.Unless) > 0 {
		if why := w.unless(r, scope); why != "" {
			w.trace.add(w, r, whole, why)
			return
		}
	}
	n := len(w.caps)
	w.caps = append(w.caps, m.caps...)
	c := candidate{rule: r, whole: whole, claim: whole, names: p.Captures, caps: w.caps[n:len(w.caps):len(w.caps)]}
	for i, n := range p.Captures {
		if n == r.Claim && c.caps[i].Hi > c.caps[i].Lo {
			c.claim = c.caps[i]
		}
	}
	w.candidates = append(w.candidates, c)
}

func (w *Worker) scope(s rule.Scope, at Range) (Range, bool) {
	t := &w.t
	all := Range{0, int32(len(t.R))}
	switch s {
	case rule.ScopeParagraph:
		return all, true
	case rule.ScopeHeading:
		return all, t.Block.Kind == plan.Heading
	case rule.ScopeClause:
		return t.Clause(at.Lo), true
	case rule.ScopeBracket:
		b := t.BracketAt(at.Lo)
		if b < 0 {
			return all, false
		}
		return Range{t.Brackets[b].Open + 1, t.Brackets[b].Close}, true
	case rule.ScopeCell:
		for _, c := range t.Cells {
			if c.Contains(at) {
				return c, true
			}
		}
		return all, false
	}
	return t.Sentence(at.Lo), true
}

// gated reports whether a rule must not apply in the block's section.
func (w *Worker) gated(r *rule.Rule) bool {
	g := &w.e.gates[r.Index]
	for _, l := range g.notIn {
		if w.sectionHas(l) {
			return true
		}
	}
	for _, l := range g.onlyIn {
		if !w.sectionHas(l) {
			return true
		}
	}
	return false
}

// keptOut says why a rule is gated.
func (w *Worker) keptOut(r *rule.Rule) string {
	g := &w.e.gates[r.Index]
	for i, l := range g.notIn {
		if w.sectionHas(l) {
			return "所在章节的标题有此表之词 / a section around it has a title word of @" + r.NotIn[i]
		}
	}
	for i, l := range g.onlyIn {
		if !w.sectionHas(l) {
			return "所在章节的标题没有此表之词 / no section around it has a title word of @" + r.OnlyIn[i]
		}
	}
	return ""
}

// unless says which pattern of a rule's unless stands in the scope; "" for none.
func (w *Worker) unless(r *rule.Rule, scope Range) string {
	t := &w.t
	for _, p := range r.Unless {
		for _, h := range t.hits {
			if h.Lo < scope.Lo || h.Hi > scope.Hi {
				continue
			}
			sub := matcher{e: w.e, t: t, scope: scope, caps: make([]Range, len(p.Captures))}
			a := &p.Elems[max(0, p.Anchor)]
			if a.Kind == rule.Literal && !equalRunes2(t.R[h.Lo:h.Hi], a.Runes) || a.Kind == rule.ListRef && !w.e.inList(h.Term, a.ID) || p.Anchor < 0 {
				continue
			}
			if _, ok := sub.run(p, Range{h.Lo, h.Hi}); ok {
				return "范围内有 unless 的模式 / unless: " + p.Source
			}
		}
	}
	return ""
}

func equalRunes2(a, b []rune) bool { return len(a) == len(b) && equalRunes(a, b) }

// inSection reports whether the title of a section around the current block has
// a word of the list.
func (w *Worker) inSection(list wordList) bool { return w.sectionHas(int(list)) }

func (w *Worker) sectionHas(list int) bool {
	return list >= 0 && w.titleHas(list, w.t.Block.Section)
}

// titleHas reports whether the title of a section, or of one around it, has a
// word of the list.
func (w *Worker) titleHas(list, section int) bool {
	return section > 0 && w.titleLists[section*w.e.listWords+list/64]&(1<<(list%64)) != 0
}

// readTitles notes for every section of the plan the lists of which its title, or
// one around it, has a word.
func (w *Worker) readTitles() {
	e, n := w.e, w.e.listWords
	w.titleLists = slices.Grow(w.titleLists[:0], len(w.plan.Sections)*n)[:len(w.plan.Sections)*n]
	clear(w.titleLists)
	w.titleYears, w.natures = w.titleYears[:0], w.natures[:0]
	for i := range w.plan.Sections {
		s := &w.plan.Sections[i]
		w.titleYears, w.natures = append(w.titleYears, -1), append(w.natures, "")
		if i == 0 {
			w.titleCode = e.widths.codes(w.plan.Title, w.titleCode[:0])
			w.titleHits = e.lex.scan(w.titleCode, w.titleHits[:0], nil)
			w.civicPlan = slices.ContainsFunc(w.titleHits, func(h Hit) bool { return e.inList(h.Term, int(listProjectCivic)) })
			continue
		}
		switch {
		case strings.Contains(s.Title, "约束性指标"):
			w.natures[i] = "约束性"
		case strings.Contains(s.Title, "预期性指标"):
			w.natures[i] = "预期性"
		case s.Parent > 0:
			w.natures[i] = w.natures[s.Parent]
		}
		out := w.titleLists[i*n : i*n+n]
		w.titleCode = e.widths.codes(s.Title, w.titleCode[:0])
		w.titleHits = e.lex.scan(w.titleCode, w.titleHits[:0], nil)
		action := false // 夯实工作基础 is a task, no past
		for _, h := range w.titleHits {
			action = action || h.Lo == 0 && e.inList(h.Term, int(listSectionAction))
		}
		action = action || len(w.titleCode) > 0 && e.singleIn(w.titleCode[0], int(listSectionAction))
		if !action {
			e.addLists(out, w.titleHits)
			e.addLetters(out, w.titleCode)
			for k := range out {
				out[k] &= e.titleMask[k]
			}
			if len(w.titleCode) > 24 { // a whole sentence as a title: …将工作进展情况报甲局
				for _, l := range [...]wordList{listSectionPast, listSectionSituation} {
					if !w.endsTitle(l) || strings.ContainsAny(s.Title, ",，") {
						out[l/64] &^= 1 << (l % 64)
					}
				}
			}
			if !w.endsInProjects(s.Title) {
				out[listProjectChapter/64] &^= 1 << (listProjectChapter % 64)
			}
		}
		if s.Parent >= 0 {
			for k, bits := range w.titleLists[s.Parent*n : s.Parent*n+n] {
				out[k] |= bits
			}
		}
	}
}

// endsTitle reports whether the title just scanned ends with a word of the list.
func (w *Worker) endsTitle(list wordList) bool {
	return slices.ContainsFunc(w.titleHits, func(h Hit) bool {
		return h.Hi == int32(len(w.titleCode)) && w.e.inList(h.Term, int(list))
	})
}

// endsInProjects reports whether the title just scanned ends in the word for
// projects that it has: 发挥重大项目牵引作用 heads measures, no projects.
func (w *Worker) endsInProjects(title string) bool {
	full := int32(len(w.titleCode))
	if i := strings.LastIndexAny(title, "(（"); i > 0 && strings.IndexAny(title[i:], ")）") > len(title)-i-4 { // 新建项目(3个)
		full = int32(len(w.e.widths.codes(title[:i], nil)))
	}
	end := full
	for _, h := range w.titleHits {
		if w.e.inList(h.Term, int(listProjectChapterTail)) && h.Hi == full && h.Lo < end {
			end = h.Lo
		}
	}
	for _, h := range w.titleHits {
		if (h.Hi == end || h.Hi == full) && w.e.inList(h.Term, int(listProjectChapter)) {
			return true
		}
	}
	return false
}

// addLists adds to a set of lists those that hold one of the terms.
func (e *Extractor) addLists(set []uint64, hits []Hit) {
	n := len(set)
	for _, h := range hits {
		for k, bits := range e.listBits[int(h.Term)*n : int(h.Term)*n+n] {
			set[k] |= bits
		}
	}
}

// addLetters adds the lists that hold one of the characters as a word.
func (e *Extractor) addLetters(set []uint64, code []uint16) {
	for _, c := range code {
		if at := int(e.singles[c]); at >= 0 {
			for k, bits := range e.singleBits[at : at+len(set)] {
				set[k] |= bits
			}
		}
	}
}

// settle chooses among the candidates of a layer and runs the builders.
func (w *Worker) settle() {
	w.order = w.order[:0]
	for i := range w.candidates {
		w.order = append(w.order, int32(i))
	}
	slices.SortStableFunc(w.order, func(i, j int32) int {
		a, b := &w.candidates[i], &w.candidates[j]
		if n := cmp.Compare(b.whole.Len(), a.whole.Len()); n != 0 {
			return n
		}
		return cmp.Or(
			cmp.Compare(w.e.rank[b.rule.Index], w.e.rank[a.rule.Index]),
			cmp.Compare(confidenceOrder(a.rule.Confidence), confidenceOrder(b.rule.Confidence)),
			cmp.Compare(a.rule.ID, b.rule.ID),
			cmp.Compare(a.whole.Lo, b.whole.Lo))
	})
	for i := range w.taken {
		w.taken[i] = w.taken[i][:0]
	}
	if w.trace != nil {
		w.trace.winners = w.trace.winners[:0]
	}
	for _, i := range w.order {
		c := &w.candidates[i]
		var own uint64 // groups in which this match has claimed the words itself: it may state several facts
		for j := range c.rule.Emit {
			em := &c.rule.Emit[j]
			is := &w.e.emissions[c.rule.Index][j]
			group := is.group
			if own&(1<<group) == 0 && c.claim.Len() > 0 && overlapsAny(w.taken[group], c.claim) {
				if w.trace != nil {
					w.trace.lost(w, c, group)
				}
				continue
			}
			ctx := &w.ctx
			*ctx = Context{Worker: w, Text: &w.t, Rule: c.rule, Whole: c.whole, emission: em, is: is, c: c}
			var built bool
			if is.build == nil {
				built = ctx.mention()
			} else {
				built = is.build(ctx)
			}
			if built {
				w.taken[group] = append(w.taken[group], c.claim)
				own |= 1 << group
				if w.trace != nil {
					w.trace.won(w, c, group)
				}
			} else if w.trace != nil {
				w.trace.add(w, c.rule, c.whole, "未采用 / the "+em.Builder+" was refused: "+ctx.refusal)
			}
		}
	}
}

func overlapsAny(rs []Range, r Range) bool {
	for _, x := range rs {
		if x.Overlaps(r) {
			return true
		}
	}
	return false
}

// tableCandidates notes a candidate for every table rule whose columns the
// table's header has.
func (w *Worker) tableCandidates(b *plan.Block) {
	for _, tm := range w.tableMatches(b.Table) {
		if w.gated(tm.rule) || w.unless(tm.rule, Range{0, int32(len(w.t.R))}) != "" {
			continue
		}
		n := len(w.caps)
		c := candidate{rule: tm.rule, whole: Range{0, int32(len(w.t.R))}, cols: tm.cols, names: tm.names}
		for i, col := range tm.rule.Columns {
			r := Range{}
			if tm.cols[i] >= 0 && tm.cols[i] < len(w.t.Cells) {
				r = w.t.Cells[tm.cols[i]]
			}
			w.caps = append(w.caps, r)
			if col.Name == tm.rule.Claim {
				c.claim = r
			}
		}
		c.caps = w.caps[n:len(w.caps):len(w.caps)]
		w.candidates = append(w.candidates, c)
	}
}

// tableMatches returns the table rules whose columns the header of t has.
func (w *Worker) tableMatches(t *plan.Table) []tableMatch {
	matches, known := w.columns[t]
	if !known {
		heads := make([]string, len(t.Header))
		for i, c := range t.Header {
			heads[i], _ = w.headText(c)
		}
		for _, r := range w.e.tableRules {
			if cols, ok := w.matchColumns(r, heads); ok {
				m := tableMatch{rule: r, cols: cols}
				for _, c := range r.Columns {
					m.names = append(m.names, c.Name)
				}
				matches = append(matches, m)
			}
		}
		w.columns[t] = matches
	}
	return matches
}

// matchColumns finds for each column of the rule the header cell with the
// longest word of its list; a header cell serves one column.
func (w *Worker) matchColumns(r *rule.Rule, heads []string) ([]int, bool) {
	cols := make([]int, len(r.Columns))
	used := make([]bool, len(heads))
	for i, c := range r.Columns {
		cols[i] = -1
		best := 0
		for j, head := range heads {
			if used[j] || w.servesLater(r, i, j, heads) {
				continue
			}
			for _, term := range w.e.written[c.List.Name] {
				if n := len(term); n > best && strings.Contains(head, term) {
					best, cols[i] = n, j
				}
			}
		}
		if cols[i] < 0 && !c.Optional {
			return nil, false
		}
		if cols[i] >= 0 {
			used[cols[i]] = true
		}
	}
	return cols, true
}

// servesLater reports whether a header cell is just a word of the list of a column that
// may be missing and comes later in the rule (具体措施 of a task), where another cell
// has a word of the column's own list.
func (w *Worker) servesLater(r *rule.Rule, i, j int, heads []string) bool {
	later := false
	for _, c := range r.Columns[i+1:] {
		later = later || c.Optional && slices.Contains(w.e.written[c.List.Name], heads[j])
	}
	if !later {
		return false
	}
	for k, other := range heads {
		if k == j {
			continue
		}
		if slices.ContainsFunc(w.e.written[r.Columns[i].List.Name], func(term string) bool { return strings.Contains(other, term) }) {
			return true
		}
	}
	return false
}

// headText returns the text of a header cell without a bracket that says by what
// order a body of the column leads, and whether the first of a list leads in it. A head
// for those who lead and for the others (牵头及配合单位) is one of those responsible.
func (w *Worker) headText(c plan.Cell) (string, bool) {
	text := w.CellText(c)
	open := strings.IndexByte(text, '(')
	if open > 0 {
		w.titleCode = w.e.widths.codes(text[open:], w.titleCode[:0])
		w.titleHits = w.e.lex.scan(w.titleCode, w.titleHits[:0], nil)
		first, lead := false, false
		for _, h := range w.titleHits {
			first = first || w.e.inList(h.Term, int(listChargeOrder)) || w.e.inList(h.Term, int(listChargeOrderFirst))
			lead = lead || w.e.inList(h.Term, int(listChargeOrderLead))
		}
		if first && lead {
			return text[:open], true
		}
		if end := strings.IndexByte(text[open:], ')'); first && end > 0 {
			text = text[:open] + text[open+end+1:]
		}
	}
	if k := strings.Index(text, "牵头"); k >= 0 {
		before, behind := text[:k], text[k+len("牵头"):]
		for _, unit := range [...]string{"责任单位", "责任部门", "单位", "部门"} {
			if rest, ok := strings.CutPrefix(behind, unit); ok {
				behind = rest
				break
			}
		}
		for _, tie := range [...]string{"及", "和", "、", "与", "(", "/"} {
			others := ""
			if rest, ok := strings.CutPrefix(behind, tie); ok {
				others = rest
			} else if rest, ok := strings.CutSuffix(before, tie); ok {
				others = rest
			}
			for _, word := range [...]string{"责任", "配合", "参与", "参加", "协办", "协作", "协同"} {
				if k := strings.Index(others, word); k >= 0 && !strings.HasPrefix(others[k:], "责任人") && !strings.HasPrefix(others[k:], "责任领导") {
					return "责任单位", true
				}
			}
		}
	}
	return text, false
}

// CellText returns a cell's text as the view normalises it.
func (w *Worker) CellText(c plan.Cell) string {
	var b strings.Builder
	for _, s := range c.Pieces {
		b.WriteString(w.e.normal(w.doc.Slice(s)))
	}
	return b.String()
}

// SectionPath returns the titles of the sections around section i, joined.
func (w *Worker) SectionPath(i int) string {
	if i <= 0 {
		return ""
	}
	if w.paths[i] == "" {
		w.paths[i] = w.plan.Sections[i].Title
		if up := w.SectionPath(w.plan.Sections[i].Parent); up != "" {
			w.paths[i] = up + " / " + w.paths[i]
		}
	}
	return w.paths[i]
}
