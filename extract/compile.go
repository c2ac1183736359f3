package extract

import (
	"encoding/binary"
	"slices"
	"strings"

	"plangraph/extract/rule"
)

// From a rule set to an Extractor: the words that the scan looks for, where each pattern is
// tried, and in which layer each rule runs.

// complaint notes a mistake in what stands under a key of a rule.
type complaint func(r *rule.Rule, key, hint, format string, args ...any)

// New compiles a rule set. Its errors name the rule at fault.
func New(set *rule.Set) (*Extractor, []rule.Problem) {
	e := &Extractor{set: set, builders: builders(), natives: natives(), bodies: newBodies(set), places: newPlaces(set.Lists), segmenter: &segmenter{lists: set.Lists}}
	e.lex, e.listID, e.kindID = newLexicon(), map[string]int{}, map[string]Kind{}
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
	if len(problems) > 0 {
		return nil, problems
	}
	for _, letters := range signLetters {
		for _, r := range letters {
			e.lex.letter(r)
		}
	}
	e.lex.build()
	e.freeze()
	e.indexSigns()
	e.indexWorks()
	e.simple = traditionalOf(set)
	e.widths = newWidths(e.simple)
	e.widths.encode(e.lex)
	e.writeLists()
	return e, nil
}

// indexSigns notes what single characters show of a clause.
func (e *Extractor) indexSigns() {
	e.signs = make([]signs, e.lex.codes)
	for kind, letters := range signLetters {
		for _, r := range letters {
			e.signs[e.lex.code[r]] |= kind
		}
	}
}

// writeLists notes the entries of all lists as the view writes them.
func (e *Extractor) writeLists() {
	e.written = make(map[string][]string, len(e.set.Lists))
	for name, l := range e.set.Lists {
		for _, en := range l.Entries {
			e.written[name] = append(e.written[name], e.normal(en.Term))
		}
	}
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
	id, ok := slices.BinarySearch(listNames, l.Name)
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

// addListSet returns where listBits has the set of the lists, which it enters unless sets,
// by what they hold, knows it. Few sets stay in the processor's cache; a set a term would not.
func (e *Extractor) addListSet(sets map[string]int32, lists []int32) int32 {
	slices.Sort(lists)
	key := make([]byte, 0, 64)
	for _, l := range lists {
		key = binary.LittleEndian.AppendUint32(key, uint32(l))
	}
	at, ok := sets[string(key)]
	if !ok {
		at = int32(len(e.listBits))
		sets[string(key)] = at
		e.listBits = append(e.listBits, make([]uint64, e.listWords)...)
		for _, l := range lists {
			e.listBits[int(at)+int(l)/64] |= 1 << (l % 64)
		}
	}
	return at
}

// freeze turns the lists of each term and character into bits.
func (e *Extractor) freeze() {
	e.listWords = len(e.lists)/64 + 1
	sets := map[string]int32{}
	for t, lists := range e.termLists {
		e.anchorsFrom = append(e.anchorsFrom, int32(len(e.anchors)))
		e.anchors = append(e.anchors, e.triggers[t]...)
		e.listSet = append(e.listSet, e.addListSet(sets, lists))
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
