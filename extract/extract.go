package extract

import (
	"slices"
	"strings"

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
	set    *rule.Set
	widths *widths
	simple map[rune]rune // of traditional characters

	wordIndex
	ruleIndex
	builders  map[string]Builder
	natives   []native
	bodies    *body.Lexicon
	places    *places
	segmenter *segmenter
	workIndex
}

// wordIndex tells which lists hold a word that the scan found. Words of one
// character are no terms: they are looked up by their code.
type wordIndex struct {
	lex         *lexicon
	lists       []*list // the engine's own first, in the order of wordList
	listID      map[string]int
	written     map[string][]string // by list: its entries as the view writes them, for heads of tables
	termLists   [][]int32           // by term: ids of the lists that hold it
	listWords   int                 // how many words of 64 bits a set of lists takes
	listBits    []uint64            // sets of lists, listWords each, a bit for each list; terms of the same lists share one
	listSet     []int32             // by term: where the set of the lists that hold it begins
	singles     []int32             // by code: where the bits of the lists stand that hold the character, -1 for none
	singleBits  []uint64
	letterLists []uint64 // the lists that have words of one character
	titleMask   []uint64 // the lists whose words are looked for in titles
	chapterMask []uint64 // those of them that tell the engine a chapter's kind; titles that begin with an action have none
	signs       []signs  // by code: what the character shows of a clause
}

// ruleIndex tells which rules to try where, and what becomes of their matches.
type ruleIndex struct {
	kinds       []string
	kindID      map[string]Kind
	referred    map[string]bool                 // lists that a rule names
	inTitles    map[string]bool                 // those that only_in or not_in name
	triggers    [][]anchor                      // by term: patterns that start from it; the scan reads
	anchors     []anchor                        // all of them one behind the other, …
	anchorsFrom []int32                         // … those of a term from here to where the next one's begin
	kindRules   [][]kindTrigger                 // by layer, in the order of kinds: patterns that start from a mention
	tableRules  []*rule.Rule                    // rules of scope table
	gates       []sectionGate                   // by rule index
	emissions   [][]emission                    // by rule index
	screens     [][]func(*Worker, Range) string // by rule index and pattern; nil for none
	groups      int                             // how many groups of emissions there are that contend for words
	layer       []int                           // by rule index: its layer
	layers      int
	rank        []int // by rule index: depth in the over relation
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

// hasLetters reports whether a list has words of one character.
func (e *Extractor) hasLetters(list wordList) bool {
	return e.letterLists[uint(list)/64]&(1<<(uint(list)%64)) != 0
}

// singleIn reports whether a list holds the character of a code as a word.
func (e *Extractor) singleIn(code uint16, list int) bool {
	at := e.singles[code]
	return at >= 0 && e.singleBits[uint(at)+uint(list)/64]&(1<<(uint(list)%64)) != 0
}

// inList reports whether a list holds a term.
func (e *Extractor) inList(term int32, list int) bool {
	return e.listBits[uint(e.listSet[term])+uint(list)/64]&(1<<(uint(list)%64)) != 0
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
