package extract

import "plangraph/extract/rule"

// A pattern is tried at each word that it may be anchored at, and most tries end at the very
// next character. Which characters may stand beside the anchor is known from the pattern: a
// match is only begun where they do.

// letters is a set of characters, a bit for all that are alike in their last six bits: one
// whose bit is not set is surely not in it.
type letters uint64

// anyLetter is the set for what may be anything.
const anyLetter = ^letters(0)

func lettersOf(s string) (out letters) {
	for _, r := range s {
		out |= 1 << (r & 63)
	}
	return out
}

func (l letters) has(r rune) bool { return l&(1<<(r&63)) != 0 }

// beside is what may stand on one side of an anchor.
type beside struct {
	letters letters
	edge    bool // the text may end there
}

// anything is what may stand where the pattern does not say.
var anything = beside{anyLetter, true}

func (b beside) or(o beside) beside { return beside{b.letters | o.letters, b.edge || o.edge} }

// neighbours reads from a pattern what may stand on one side of its anchor.
type neighbours struct {
	e     *Extractor
	scope rule.Scope
	dir   int // 1 behind the anchor, -1 before it
}

// next returns what may come next where the element i of a sequence does; rest returns what may
// come behind the sequence.
func (n neighbours) next(elems []rule.Elem, i int, rest func() beside) beside {
	if i < 0 || i >= len(elems) {
		return rest()
	}
	further := func() beside { return n.next(elems, i+n.dir, rest) }
	el := &elems[i]
	var out beside
	switch {
	case el.Kind == rule.NegAhead:
		return further()
	case el.Kind == rule.Begin && n.dir < 0, el.Kind == rule.End && n.dir > 0:
		return n.bound()
	case el.Kind == rule.Literal:
		out = n.word(el.Runes)
	case el.Kind == rule.ListRef:
		for _, en := range n.e.lists[el.ID].Entries {
			out = out.or(n.word([]rune(n.e.normal(en.Term))))
		}
	case el.Kind == rule.Group:
		for _, alt := range el.Alts {
			first := 0
			if n.dir < 0 {
				first = len(alt) - 1
			}
			out = out.or(n.next(alt, first, further))
		}
	default: // a kind
		return anything
	}
	if el.Optional {
		out = out.or(further())
	}
	return out
}

// word returns the character of a word that stands next to the anchor.
func (n neighbours) word(w []rune) beside {
	switch {
	case len(w) == 0:
		return anything
	case n.dir < 0:
		return beside{letters: 1 << (w[len(w)-1] & 63)}
	}
	return beside{letters: 1 << (w[0] & 63)}
}

// bound returns the marks that the scope ends at, see Worker.scope.
func (n neighbours) bound() beside {
	marks := string(CellMark)
	switch n.scope {
	case rule.ScopeParagraph, rule.ScopeHeading: // all of the block
		return beside{edge: true}
	case rule.ScopeClause:
		marks += "。;!?,:"
	case rule.ScopeSentence:
		marks += "。;!?"
	}
	if n.dir < 0 {
		return beside{lettersOf(marks + "(〔"), true}
	}
	return beside{lettersOf(marks + ")〕"), true}
}

// anchor is a pattern that starts from a word or a mention, with what may stand beside that.
type anchor struct {
	trigger
	before, behind beside
}

// anchor makes the anchor of a pattern.
func (e *Extractor) anchor(tr trigger, p *rule.Pattern, scope rule.Scope) anchor {
	all := func() beside { return anything }
	return anchor{
		trigger: tr,
		before:  neighbours{e, scope, -1}.next(p.Elems, p.Anchor-1, all),
		behind:  neighbours{e, scope, 1}.next(p.Elems, p.Anchor+1, all),
	}
}

// fits reports whether what stands beside a range of a text lets the pattern match there.
func (a *anchor) fits(text []rune, at Range) bool {
	if lo := at.Lo - 1; lo < 0 && !a.before.edge || lo >= 0 && !a.before.letters.has(text[lo]) {
		return false
	}
	if int(at.Hi) == len(text) {
		return a.behind.edge
	}
	return a.behind.letters.has(text[at.Hi])
}
