package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/extract/rule"
	"plangraph/plan"
)

// The run over a plan: blocks are scanned in batches, then read one by one, layer by layer.

// Worker runs an Extractor; it owns the buffers, so each goroutine has its own.
type Worker struct {
	e     *Extractor
	t     Text // the block that is read
	batch batch
	doc   *plan.Document
	plan  *plan.Plan
	facts []plan.Fact // of the plan
	built []plan.Fact // the buffer that they are gathered in
	line  int         // of the last fact
	trace *Trace      // nil unless somebody asks why

	matching
	titles
	state      memory
	goals      goals  // what target.go keeps
	goalReader reader // of the block
	workNotes
	memo              nameMemo // of the block
	memberBuf         []member // the buffer of parseList
	pieceBuf, partBuf []Range
}

// matching holds the buffers in which the rules of a block are run and settled.
type matching struct {
	m          matcher
	events     [][]event // by layer
	candidates []candidate
	caps       []Range   // of candidates, one behind the other
	order      []int32   // of candidates, the preferred first
	taken      [][]Range // by group of emissions
	ctx        Context   // of the candidate that is built
}

// workNotes is what the builders of projects hand on within a block.
type workNotes struct {
	loose     []looseWork // works that only others beside them make sure of
	sureNames bool        // the list that is read is one of things that are built, whatever their names
}

// memory is what a plan's earlier blocks said that later ones need, and what is
// read once a plan. It is cleared before each plan.
type memory struct {
	block       int // index of the current block
	tasks       map[taskKey]bool
	departments map[mentioned]int // names of bodies met: the block of the latest draft
	duties      duties
	columns     map[*plan.Table][]tableMatch
	firstYear   int      // of the plan's period
	onlyYear    int      // what onlyYear returns, -1 while it is not read
	civicHead   struct { // the paragraph before numbered items that was last read, by its number from 1
		block     int
		announces bool
	}
}

// clear makes the memory ready for the next plan.
func (m *memory) clear() {
	if m.tasks == nil {
		m.tasks, m.departments = map[taskKey]bool{}, map[mentioned]int{}
	}
	clear(m.tasks)
	clear(m.departments)
	*m = memory{tasks: m.tasks, departments: m.departments, columns: map[*plan.Table][]tableMatch{}, onlyYear: -1}
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

// NewWorker returns a worker of the extractor.
func (e *Extractor) NewWorker() *Worker {
	w := &Worker{e: e, matching: matching{events: make([][]event, e.layers), taken: make([][]Range, e.groups)}}
	w.t.mentions = make([][]Mention, len(e.kinds))
	return w
}

// Plan extracts the draft facts of one plan, in the order of the text.
func (w *Worker) Plan(doc *plan.Document, p *plan.Plan) []plan.Fact {
	w.doc, w.plan = doc, p
	w.facts = w.built[:0]
	w.line = 1
	w.state.clear()
	w.goals.clear()
	w.readTitles()
	w.state.firstYear = w.readFirstYear()
	for i := range p.Blocks {
		if b := &p.Blocks[i]; b.Kind != plan.TableRow && b.Span().Len() > maxBlock {
			w.longBlock(b, i)
		} else {
			w.read(b, i)
		}
	}
	w.readBatch()
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
	number, lead := b.Number, b.Lead
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
			part := *b
			part.Pieces, part.Number, part.Lead = []plan.Span{{Start: piece.Start, End: end}}, number, lead
			w.read(&part, index)
			number, lead = "", plan.Span{}
			piece.Start = end
		}
	}
}

// read reads a block, at the latest when readBatch is called.
func (w *Worker) read(b *plan.Block, index int) {
	w.batch.add(w.e.widths, w.doc.Text, b, index)
	if w.batch.full() {
		w.readBatch()
	}
}

// readBatch reads the blocks that were gathered.
func (w *Worker) readBatch() {
	w.batch.scan(w.e)
	for i := range w.batch.views[:w.batch.used] {
		w.block(&w.batch.views[i])
	}
	w.batch.used, w.batch.runes = 0, 0
}

// block reads one block, in which the scan has found all words: it lets the recognisers
// written in Go run, then the rules layer by layer.
func (w *Worker) block(v *view) {
	t := &w.t
	t.open(w.doc, w.plan, v)
	t.index(w.e)
	w.memo.next()
	w.state.block = v.index
	w.anchor()
	for _, run := range w.e.natives {
		run(w, t)
	}
	for layer := range w.e.layers {
		w.layer(layer)
	}
	w.blockEnd()
}

// anchor notes by layer which patterns to try at which words of the block.
func (w *Worker) anchor() {
	e, t := w.e, &w.t
	for i := range w.events {
		w.events[i] = w.events[i][:0]
	}
	for _, h := range t.hits {
		at := Range{h.Lo, h.Hi}
		anchors := e.anchors[e.anchorsFrom[h.Term]:e.anchorsFrom[h.Term+1]]
		for k := range anchors {
			if a := &anchors[k]; w.trace != nil || a.fits(t.R, at) { // a trace wants the match that fails, too
				w.events[a.layer] = append(w.events[a.layer], event{a.trigger, at})
			}
		}
	}
}

// layer runs the rules of a layer, of which all mentions that they read are there.
func (w *Worker) layer(layer int) {
	e, t := w.e, &w.t
	w.candidates, w.caps = w.candidates[:0], w.caps[:0]
	for k := range e.kindRules[layer] {
		kr := &e.kindRules[layer][k]
		for _, m := range t.mentions[kr.kind] {
			if w.trace != nil || kr.fits(t.R, m.Range) {
				w.try(event{kr.trigger, m.Range})
			}
		}
	}
	for _, ev := range w.events[layer] {
		w.try(ev)
	}
	if layer == 0 && t.Block.Kind == plan.TableRow {
		w.tableCandidates(t.Block)
	}
	w.settle()
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
	m.top = nil
	if w.trace != nil {
		m.top = &p.Elems[0]
	}
	whole, ok := m.run(p, ev.at)
	if !ok {
		w.trace.failed(w, r, p, ev.at, m.first, m.last)
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

// scope returns the stretch around at in which a rule of the scope may match; false where it
// applies to none here.
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

// unless says which pattern of a rule's unless stands in the scope; "" for none.
func (w *Worker) unless(r *rule.Rule, scope Range) string {
	for _, p := range r.Unless {
		sub := matcher{e: w.e, t: &w.t, scope: scope, caps: make([]Range, len(p.Captures))}
		for _, a := range p.Anchors() {
			for _, at := range w.anchored(a) {
				if at.Lo < scope.Lo || at.Hi > scope.Hi {
					continue
				}
				if _, ok := sub.run(p, at); ok {
					return "范围内有 unless 的模式 / unless: " + p.Source
				}
			}
		}
	}
	return ""
}

// anchored returns where in the block a pattern may be anchored with the element.
func (w *Worker) anchored(a *rule.Elem) (at []Range) {
	t := &w.t
	if a.Kind == rule.KindRef {
		for _, m := range t.Mentions(Kind(a.ID)) {
			at = append(at, m.Range)
		}
		return at
	}
	for _, h := range t.hits {
		if a.Kind == rule.Literal && slices.Equal(t.R[h.Lo:h.Hi], a.Runes) || a.Kind == rule.ListRef && w.e.inList(h.Term, a.ID) {
			at = append(at, Range{h.Lo, h.Hi})
		}
	}
	return at
}

// addLists adds to a set of lists those that hold one of the terms.
func (e *Extractor) addLists(set []uint64, hits []Hit) {
	n := len(set)
	for _, h := range hits {
		bits := e.listBits[e.listSet[h.Term]:][:n]
		for k := range set {
			set[k] |= bits[k]
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

// overlapsAny reports whether r overlaps one of the ranges.
func overlapsAny(rs []Range, r Range) bool {
	for _, x := range rs {
		if x.Overlaps(r) {
			return true
		}
	}
	return false
}
