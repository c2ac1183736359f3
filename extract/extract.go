// Package extract is the engine: it runs the compiled rules over the blocks of a
// plan and gives draft facts, which package resolve makes final.
//
// A block goes through it once. One scan finds all words of all lists and all
// literals that rules start from. Then come the layers: native recognisers
// (titles, quotations, quantities, bodies), then rules that emit mentions, in
// the order in which they refer to each other, last the rules that emit facts.
// Where two matches of one type claim the same words, the longer match wins,
// then the one that is declared over the other, then the more confident, then
// the lesser id; losers are kept for why.
package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/body"
	"plangraph/extract/rule"
	"plangraph/plan"
)

// Kind numbers a kind of mention.
type Kind int

// Mention is a recognised stretch of a text below the level of facts: a body, a
// quantity, a cited title.
type Mention struct {
	Range
	Rule  *rule.Rule // nil for a native recogniser
	Parts []Range    // what it was put together from (the members of a list)
	Value int32      // meaning depends on the kind: an index into what its recogniser keeps
}

// begins reports whether the mention, or a member of its list, begins at pos.
func (m *Mention) begins(pos int32) bool {
	return m.Lo == pos || slices.ContainsFunc(m.Parts, func(p Range) bool { return p.Lo == pos })
}

// Extractor is the compiled engine. It does not change after New and may be
// shared by any number of workers.
type Extractor struct {
	set         *rule.Set
	widths      *widths
	lex         *lexicon
	lists       []*list
	letterLists []uint64 // the lists that have words of one character
	titleMask   []uint64 // the lists whose words are looked for in titles
	chapterMask []uint64 // those of them that tell the engine a chapter's kind; titles that begin with an action have none
	listID      map[string]int
	written     map[string][]string // by list: its entries as the view writes them, for heads of tables
	referred    map[string]bool     // lists that a rule names
	inTitles    map[string]bool     // those that only_in or not_in name
	kinds       []string
	kindID      map[string]Kind

	termLists   [][]int32     // by term: ids of the lists that hold it
	listBits    []uint64      // by term, listWords each: a bit for each list that holds it
	simple      map[rune]rune // of traditional characters
	singles     []int32       // by code: where the bits of the lists stand that hold the character, -1 for none
	singleBits  []uint64
	listWords   int
	triggers    [][]anchor                      // by term: patterns that start from it; the scan reads
	anchors     []anchor                        // all of them one behind the other, …
	anchorsFrom []int32                         // … those of a term from here to where the next one's begin
	kindRules   [][]kindTrigger                 // by layer, in the order of kinds: patterns that start from a mention
	gates       []sectionGate                   // by rule index
	emissions   [][]emission                    // by rule index
	screens     [][]func(*Worker, Range) string // by rule index and pattern; nil for none
	groups      int                             // how many groups of emissions there are that contend for words
	layer       []int                           // by rule index: its layer
	layers      int
	rank        []int // by rule index: depth in the over relation
	tableRules  []*rule.Rule
	builders    map[string]Builder
	natives     []native
	bodies      *body.Lexicon
	places      *places
	segmenter   *segmenter
	workBits    []uint8 // by term: classes of works that it is a head noun of
	workRunes   []uint8 // by code: the same for words of one character
	signs       []signs // by code: what the character shows of a clause
	worksVerbs  []uint8 // by term: what is noted of a verb of building
}

type list struct {
	*rule.List
	single      []rune
	termAttrs   []map[string]string        // by term; nil where no word has any
	letterAttrs map[rune]map[string]string // by word of one character
}

type trigger struct {
	rule    int32
	pattern int32
	layer   int32
}

type kindTrigger struct {
	anchor
	kind Kind
}

// sectionGate holds the lists (ids) of which a title around a block must not,
// or must, have a word.
type sectionGate struct{ notIn, onlyIn []int }

// emission is what a rule emits, looked up once.
type emission struct {
	build Builder // nil for a mention
	kind  Kind    // of the mention
	group int     // matches of one group do not share words
}

// screen refuses the words of an anchor for a builder.
type screen struct {
	param  string // the argument that the anchor must be captured for
	refuse func(w *Worker, anchor Range) string
}

// native is a recogniser written in Go for what patterns cannot say.
type native func(w *Worker, t *Text)

// complaint notes a mistake in what stands under a key of a rule.
type complaint func(r *rule.Rule, key, hint, format string, args ...any)

// New compiles a rule set. Its errors name the rule at fault.
func New(set *rule.Set) (*Extractor, []rule.Problem) {
	e := &Extractor{set: set, lex: newLexicon(), listID: map[string]int{}, kindID: map[string]Kind{}, builders: builders(), natives: natives(), bodies: newBodies(set), places: newPlaces(set.Lists), segmenter: &segmenter{lists: set.Lists}}
	for _, k := range nativeKinds {
		e.addKind(k)
	}
	var problems []rule.Problem
	complain := func(r *rule.Rule, key, hint, format string, args ...any) {
		problems = append(problems, r.Problem(key, hint, format, args...))
	}
	for _, r := range set.Rules {
		for _, em := range r.Emit {
			if em.Builder == "mention" {
				e.addKind(argText(em, "kind"))
			}
			if text, hint := checkEmission(em); text != "" {
				complain(r, "emit", hint, "emit: %s", text)
			}
		}
	}
	e.noteReferred()
	for range listNames { // the engine's own lists come first; one that the rule set lacks is empty
		e.lists = append(e.lists, &list{List: &rule.List{}})
	}
	for _, name := range sortedNames(set.Lists) {
		e.addList(set.Lists[name])
	}
	for _, r := range set.Rules {
		for _, p := range append(slices.Clone(r.Patterns), r.Unless...) {
			e.bind(r, p.Elems, complain)
		}
	}
	if len(problems) > 0 {
		return nil, problems
	}
	e.order(complain)
	e.indexTriggers()
	e.indexEmissions()
	for _, letters := range signLetters {
		for _, r := range letters {
			e.lex.letter(r)
		}
	}
	e.lex.build()
	e.freeze()
	e.worksTerms()
	traditional := traditionalOf(set)
	e.simple = traditional
	e.widths = newWidths(traditional)
	e.widths.encode(e.lex)
	e.written = make(map[string][]string, len(set.Lists))
	for name, l := range set.Lists {
		for _, en := range l.Entries {
			e.written[name] = append(e.written[name], e.normal(en.Term))
		}
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return e, nil
}

// noteReferred notes the lists that rules refer to, in patterns and by the titles around.
func (e *Extractor) noteReferred() {
	e.referred, e.inTitles = map[string]bool{}, map[string]bool{}
	for _, r := range e.set.Rules {
		for _, name := range slices.Concat(r.NotIn, r.OnlyIn) {
			e.referred[name], e.inTitles[name] = true, true
		}
		for _, p := range append(slices.Clone(r.Patterns), r.Unless...) {
			walk(p.Elems, func(el *rule.Elem) {
				if el.Kind == rule.ListRef {
					e.referred[el.Text] = true
				}
			})
		}
	}
}

// traditionalOf returns the simplified characters by the traditional ones.
func traditionalOf(set *rule.Set) map[rune]rune {
	traditional := map[rune]rune{}
	if l := set.Lists["traditional"]; l != nil {
		for _, en := range l.Entries {
			if from, to := []rune(en.Term), []rune(en.Attrs["to"]); len(from) == 1 && len(to) == 1 {
				traditional[from[0]] = to[0]
			}
		}
	}
	return traditional
}

func sortedNames(m map[string]*rule.List) []string {
	names := make([]string, 0, len(m))
	for n := range m {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

func argText(em rule.Emission, param string) string {
	for _, v := range em.Args {
		if v.Param == param {
			return v.Text
		}
	}
	return ""
}

func (e *Extractor) addKind(name string) Kind {
	if k, ok := e.kindID[name]; ok {
		return k
	}
	k := Kind(len(e.kinds))
	e.kinds = append(e.kinds, name)
	e.kindID[name] = k
	return k
}

// sectionWords is the file of the lists that tell chapters by their titles.
const sectionWords = "words/sections.txt"

// ownTables are the files whose lists packages source, body and resolve and the segmenter make
// tables of; they are scanned for only where a rule's pattern refers to them.
var ownTables = map[string]bool{"words/traditional.txt": true, "words/regions.txt": true, "words/organs.txt": true, "words/bodies.txt": true, "words/levels.txt": true, "words/layout.txt": true, "words/vocabulary.txt": true}

// addList enters the words of a list into the lexicon; one that only other packages read is
// left out unless a rule refers to it.
func (e *Extractor) addList(l *rule.List) {
	if ownTables[l.File] && !e.referred[l.Name] {
		return
	}
	out := &list{List: l, letterAttrs: map[rune]map[string]string{}}
	id, ok := slices.BinarySearch(listNames[:], l.Name)
	if ok {
		e.lists[id] = out
	} else {
		id = len(e.lists)
		e.lists = append(e.lists, out)
	}
	e.listID[l.Name] = id
	for _, en := range l.Entries {
		term := e.normal(en.Term)
		rs := []rune(term)
		if len(rs) == 1 {
			if en.Attrs != nil {
				out.letterAttrs[rs[0]] = en.Attrs
			}
			out.single = append(out.single, rs[0])
			e.lex.letter(rs[0])
			continue
		}
		t := e.lex.add(term)
		if en.Attrs != nil {
			if n := len(e.lex.terms); len(out.termAttrs) < n {
				out.termAttrs = append(out.termAttrs, make([]map[string]string, n-len(out.termAttrs))...)
			}
			out.termAttrs[t] = en.Attrs
		}
		e.own(t, int32(id))
	}
}

// own notes that a list holds a term.
func (e *Extractor) own(term, list int32) {
	for len(e.termLists) <= int(term) {
		e.termLists = append(e.termLists, nil)
		e.triggers = append(e.triggers, nil)
	}
	if list >= 0 && !slices.Contains(e.termLists[term], list) {
		e.termLists[term] = append(e.termLists[term], list)
	}
}

// normal writes a literal as the view does: half-width, without blanks.
func (e *Extractor) normal(s string) string {
	if e.widths == nil {
		e.widths = newWidths(nil)
	}
	same := true
	for _, r := range s {
		if e.widths.rune(r) != r {
			same = false
			break
		}
	}
	if same {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r = e.widths.rune(r); r != 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// bind turns the names of lists and kinds in a pattern into their ids, and complains of unknown ones.
func (e *Extractor) bind(r *rule.Rule, elems []rule.Elem, complain complaint) {
	for i := range elems {
		el := &elems[i]
		switch el.Kind {
		case rule.Literal:
			el.Runes = []rune(e.normal(el.Text))
		case rule.ListRef:
			id, ok := e.listID[el.Text]
			if !ok {
				complain(r, "match", "", "词表 @%[1]s 不能用于模式 / the list @%[1]s cannot be used in a pattern", el.Text)
			}
			el.ID = id
		case rule.KindRef:
			if rule.Primitives[el.Text] {
				el.ID = primitives[el.Text]
				break
			}
			id, ok := e.kindID[el.Text]
			if !ok {
				known := append(slices.Clone(e.kinds), "clause", "span", "any", "name", "han")
				hint := rule.Nearest(el.Text, known)
				if hint == "" {
					hint = "可用的类 / the kinds are " + strings.Join(known, ", ")
				}
				complain(r, "match", hint, "没有这种类 / unknown kind %q", el.Text)
			}
			el.ID = int(id)
		}
		for _, alt := range el.Alts {
			e.bind(r, alt, complain)
		}
	}
}

// order gives every rule its layer: one more than the highest layer of the
// kinds it reads. A circle is an error.
func (e *Extractor) order(complain complaint) {
	emits := map[int][]*rule.Rule{}
	for _, r := range e.set.Rules {
		for _, em := range r.Emit {
			if em.Builder == "mention" {
				k := int(e.kindID[argText(em, "kind")])
				emits[k] = append(emits[k], r)
			}
		}
	}
	e.layer = make([]int, len(e.set.Rules))
	e.rank = make([]int, len(e.set.Rules))
	state := make([]int, len(e.set.Rules))
	var visit func(r *rule.Rule) int
	visit = func(r *rule.Rule) int {
		if state[r.Index] == 1 {
			complain(r, "match", "规则只能读取前面各层的提及 / a rule reads completed layers only", "规则互相引用成环 / rules refer to each other in a circle")
			return 0
		}
		if state[r.Index] == 2 {
			return e.layer[r.Index]
		}
		state[r.Index] = 1
		layer := 0
		for _, p := range append(slices.Clone(r.Patterns), r.Unless...) {
			walk(p.Elems, func(el *rule.Elem) {
				if el.Kind == rule.KindRef && !rule.Primitives[el.Text] {
					for _, from := range emits[el.ID] {
						layer = max(layer, visit(from)+1)
					}
				}
			})
		}
		state[r.Index] = 2
		e.layer[r.Index] = layer
		return layer
	}
	byID := map[string]*rule.Rule{}
	for _, r := range e.set.Rules {
		byID[r.ID] = r
		e.layers = max(e.layers, visit(r)+1)
	}
	for range e.set.Rules { // ranks: a rule stands over what it names, however long the chain
		for _, r := range e.set.Rules {
			for _, o := range r.Over {
				e.rank[r.Index] = min(len(e.set.Rules), max(e.rank[r.Index], e.rank[byID[o].Index]+1))
			}
		}
	}
}

func walk(elems []rule.Elem, f func(*rule.Elem)) {
	for i := range elems {
		f(&elems[i])
		for _, alt := range elems[i].Alts {
			walk(alt, f)
		}
	}
}

// indexTriggers notes for every literal, list word and kind at which patterns are anchored there,
// so that a rule is tried only where the scan found its anchor.
func (e *Extractor) indexTriggers() {
	e.kindRules = make([][]kindTrigger, e.layers)
	byKind := make([][]anchor, len(e.kinds))
	for _, r := range e.set.Rules {
		if r.Scope == rule.ScopeTable {
			e.tableRules = append(e.tableRules, r)
		}
		for pi, p := range r.Patterns {
			tr := e.anchor(trigger{int32(r.Index), int32(pi), int32(e.layer[r.Index])}, p, r.Scope)
			for _, w := range p.Anchors() {
				if w.Kind == rule.KindRef {
					byKind[w.ID] = append(byKind[w.ID], tr)
				}
				for _, term := range e.scannedFor(w) {
					e.trigger(term, tr)
				}
			}
		}
		for _, p := range r.Unless {
			for _, w := range p.Anchors() {
				e.scannedFor(w)
			}
		}
	}
	for k, trs := range byKind {
		for _, tr := range trs {
			e.kindRules[tr.layer] = append(e.kindRules[tr.layer], kindTrigger{tr, Kind(k)})
		}
	}
	for len(e.termLists) < len(e.lex.terms) {
		e.termLists = append(e.termLists, nil)
		e.triggers = append(e.triggers, nil)
	}
}

// scannedFor enters the words of a literal or a list into the lexicon, so that the scan finds
// every one of them, and returns their terms.
func (e *Extractor) scannedFor(w *rule.Elem) (terms []int32) {
	switch w.Kind {
	case rule.Literal:
		term := e.lex.add(string(w.Runes))
		e.own(term, -1)
		terms = append(terms, term)
	case rule.ListRef:
		for _, en := range e.lists[w.ID].Entries {
			term := e.lex.add(e.normal(en.Term))
			e.own(term, int32(w.ID))
			terms = append(terms, term)
		}
	}
	return terms
}

// trigger has a pattern tried wherever the scan finds a term.
func (e *Extractor) trigger(term int32, tr anchor) {
	e.own(term, -1)
	if !slices.Contains(e.triggers[term], tr) {
		e.triggers[term] = append(e.triggers[term], tr)
	}
}

// indexEmissions looks up what rules emit, and the lists that their sections
// must and must not name.
func (e *Extractor) indexEmissions() {
	groups := map[string]int{}
	e.emissions, e.gates = make([][]emission, len(e.set.Rules)), make([]sectionGate, len(e.set.Rules))
	ids := func(names []string) (out []int) {
		for _, n := range names {
			id, ok := e.listID[n]
			if !ok {
				id = -1
			}
			out = append(out, id)
		}
		return out
	}
	for _, r := range e.set.Rules {
		e.gates[r.Index] = sectionGate{ids(r.NotIn), ids(r.OnlyIn)}
		for _, em := range r.Emit {
			out := emission{build: e.builders[em.Builder]}
			group := em.Builder
			if group == "mention" {
				out.build, out.kind = nil, e.kindID[argText(em, "kind")]
				group = "mention " + argText(em, "kind")
			}
			if _, ok := groups[group]; !ok {
				groups[group] = len(groups)
			}
			out.group = groups[group]
			e.emissions[r.Index] = append(e.emissions[r.Index], out)
		}
	}
	e.groups = len(groups)
	all := screens()
	e.screens = make([][]func(*Worker, Range) string, len(e.set.Rules))
	for _, r := range e.set.Rules {
		if len(r.Emit) != 1 || all[r.Emit[0].Builder].refuse == nil {
			continue
		}
		s := all[r.Emit[0].Builder]
		e.screens[r.Index] = make([]func(*Worker, Range) string, len(r.Patterns))
		for i, p := range r.Patterns {
			for _, v := range r.Emit[0].Args {
				if p.Anchor >= 0 && v.Capture != "" && v.Param == s.param && v.Capture == p.Elems[p.Anchor].Name {
					e.screens[r.Index][i] = s.refuse
				}
			}
		}
	}
}

// hasLetters reports whether a list has words of one character.
func (e *Extractor) hasLetters(list wordList) bool {
	return e.letterLists[list/64]&(1<<(list%64)) != 0
}

// singleIn reports whether a list holds the character of a code as a word.
func (e *Extractor) singleIn(code uint16, list int) bool {
	at := e.singles[code]
	return at >= 0 && e.singleBits[int(at)+list/64]&(1<<(list%64)) != 0
}

// inList reports whether a list holds a term.
func (e *Extractor) inList(term int32, list int) bool {
	return e.listBits[int(term)*e.listWords+list/64]&(1<<(list%64)) != 0
}

// freeze turns the lists of each term and character into bits.
func (e *Extractor) freeze() {
	e.listWords = len(e.lists)/64 + 1
	e.listBits = make([]uint64, len(e.lex.terms)*e.listWords)
	for t, lists := range e.termLists {
		e.anchorsFrom = append(e.anchorsFrom, int32(len(e.anchors)))
		e.anchors = append(e.anchors, e.triggers[t]...)
		for _, l := range lists {
			e.listBits[t*e.listWords+int(l)/64] |= 1 << (l % 64)
		}
	}
	e.anchorsFrom = append(e.anchorsFrom, int32(len(e.anchors)))
	e.titleMask, e.chapterMask, e.letterLists = make([]uint64, e.listWords), make([]uint64, e.listWords), make([]uint64, e.listWords)
	e.singles = make([]int32, e.lex.codes)
	for i := range e.singles {
		e.singles[i] = -1
	}
	for id, l := range e.lists {
		if n := len(e.lex.terms) - len(l.termAttrs); l.termAttrs != nil {
			l.termAttrs = append(l.termAttrs, make([]map[string]string, n)...)
		}
		if !ownTables[l.File] || e.inTitles[l.Name] {
			e.titleMask[id/64] |= 1 << (id % 64)
		}
		if l.File == sectionWords || id < len(listNames) {
			e.chapterMask[id/64] |= 1 << (id % 64)
		}
		for _, r := range l.single {
			if r >= 65536 {
				continue // beyond the basic plane nothing is scanned for
			}
			e.letterLists[id/64] |= 1 << (id % 64)
			code := e.lex.code[r]
			if e.singles[code] < 0 {
				e.singles[code] = int32(len(e.singleBits))
				e.singleBits = append(e.singleBits, make([]uint64, e.listWords)...)
			}
			e.singleBits[int(e.singles[code])+id/64] |= 1 << (id % 64)
		}
	}
}

// Digest identifies the rules and word lists (hex SHA-256).
func (e *Extractor) Digest() string { return e.set.Digest }

// Bodies returns the lexicon of bodies that the rule set's lists make.
func (e *Extractor) Bodies() *body.Lexicon { return e.bodies }

// Words returns the words of a list; nil where there is none of that name.
func (e *Extractor) Words(list string) []string {
	l := e.set.Lists[list]
	if l == nil {
		return nil
	}
	out := make([]string, len(l.Entries))
	for i := range l.Entries {
		out[i] = l.Entries[i].Term
	}
	return out
}

// Simplified returns a text in traditional characters in simplified ones, each of as many
// bytes as before; any other text as it is. The first characters tell which it is.
func (e *Extractor) Simplified(text string) string {
	if !e.traditional(text) {
		return text
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if s, ok := e.simple[r]; ok && utf8.RuneLen(s) == n {
			out = utf8.AppendRune(out, s)
		} else {
			out = append(out, text[i:i+n]...)
		}
		i += n
	}
	return string(out)
}

// traditional reports whether a text is written in traditional characters: one in ten of
// its first ones has a simplified form.
func (e *Extractor) traditional(text string) bool {
	const sample, oneIn = 1000, 10 // characters
	han, old := 0, 0
	for _, r := range text {
		if r < 0x3400 {
			continue
		}
		if _, ok := e.simple[r]; ok {
			old++
		}
		if han++; han == sample {
			break
		}
	}
	return old*oneIn > han
}

// Rules returns the compiled rules in order.
func (e *Extractor) Rules() []*rule.Rule { return e.set.Rules }

// confidenceOrder ranks degrees of confidence, the surest first.
func confidenceOrder(c plan.Confidence) int {
	switch c {
	case plan.Certain:
		return 0
	case plan.Likely:
		return 1
	}
	return 2
}
