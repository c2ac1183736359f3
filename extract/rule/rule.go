// Package rule reads the rule files and word lists of package rules: it parses,
// checks and compiles them, and says file, line and column of every mistake.
// It does not run rules; package extract does.
package rule

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"plangraph/plan"
)

// Format is the version of the rule file format that this program reads.
const Format = 1

// Problem is a mistake in a rule file or a word list.
type Problem struct {
	File         string // as the user can open it
	Line, Column int    // 1-based; the column counts bytes
	Rule         string // id of the rule; "" for a word list or a file
	Text         string // what is wrong
	Hint         string // what to do; "" when the text says it
}

// Error gives the problem on one line, as compilers do: where, what, what to do.
func (p Problem) Error() string {
	s := fmt.Sprintf("%s:%d:%d: ", p.File, p.Line, p.Column)
	if p.Rule != "" {
		s += "rule " + p.Rule + ": "
	}
	s += p.Text
	if p.Hint != "" {
		s += "; " + p.Hint
	}
	return s
}

// Scope is the stretch of text within which a rule's pattern must lie, and to
// whose ends ^ and $ refer.
type Scope string

// The scopes.
const (
	ScopeClause    Scope = "clause"    // between , ; : 。
	ScopeSentence  Scope = "sentence"  // between ; 。 and the paragraph's ends (the default)
	ScopeParagraph Scope = "paragraph" // a whole paragraph
	ScopeBracket   Scope = "bracket"   // the inside of the innermost bracket
	ScopeHeading   Scope = "heading"   // a title
	ScopeCell      Scope = "cell"      // a table's cell
	ScopeTable     Scope = "table"     // each row of a table whose header has the columns
)

// Value is an argument of an emission: a capture, or a fixed text.
type Value struct {
	Param   string // which argument of the builder
	Capture string // name of the capture or column; "" for a fixed text
	Text    string // the fixed text
}

// Emission says what a match states: the builder and its arguments.
type Emission struct {
	Builder string  // as docs/rule-language.md lists them: assignment, target, …
	Args    []Value // in the order of the rule
}

// Column is what a table rule asks of a header cell.
type Column struct {
	Name     string // by which emit names the cell
	List     *List  // a word of this list must stand in the header cell
	Optional bool   // the table may lack it (name?)
}

// Example is a text of a rule with what the rule must find in it.
type Example struct {
	Text    string              // the passage
	Section string              // title of the section that the text stands in
	Issuer  string              // whose plan it is, e.g. 青川市人民政府
	Want    []map[string]string // facts by this rule: type and the keys to compare
	Line    int                 // 1-based line of the passage in the rule's file
}

// Rule is one compiled rule.
type Rule struct {
	ID         string // subject.what, unique
	File       string
	Line       int // 1-based, of the rule in File
	Column     int
	Doc        string     // what it finds and why that is right
	Scope      Scope      // what a match must lie in
	Patterns   []*Pattern // any of which makes a match; none for scope table
	Columns    []Column   // scope table
	Emit       []Emission // what a match states, one fact or mention each
	Claim      string     // capture that no other rule's fact of the same type may claim, too; "" for the whole match
	Over       []string   // ids of the rules that it beats where both match equally well
	Confidence plan.Confidence
	Unless     []*Pattern // a match of one of these within the scope keeps the rule out
	OnlyIn     []string   // lists of title words: some section around the text must have one
	NotIn      []string   // lists of title words: no section around the text may have one
	Index      int        // position in Set.Rules

	Yes, No, Todo []Example // must match, must not, should one day

	node *yaml.Node
}

// Uses reports whether the rule reads a word list.
func (r *Rule) Uses(list string) bool {
	if slices.Contains(r.OnlyIn, list) || slices.Contains(r.NotIn, list) ||
		slices.ContainsFunc(r.Columns, func(c Column) bool { return c.List.Name == list }) {
		return true
	}
	return slices.ContainsFunc(slices.Concat(r.Patterns, r.Unless), func(p *Pattern) bool { return useList(p.Elems, list) })
}

func useList(elems []Elem, list string) bool {
	return slices.ContainsFunc(elems, func(e Elem) bool {
		return e.Kind == ListRef && e.Text == list || slices.ContainsFunc(e.Alts, func(alt []Elem) bool { return useList(alt, list) })
	})
}

// Problem is a mistake in what stands under one of the rule's keys.
func (r *Rule) Problem(key, hint, format string, args ...any) Problem {
	line, column := keyPosition(r.node, key)
	return Problem{File: r.File, Line: line, Column: column, Rule: r.ID, Text: fmt.Sprintf(format, args...), Hint: hint}
}

// Set is all rules and word lists, checked and compiled, in an order that does
// not depend on the file system.
type Set struct {
	Rules  []*Rule          // by file, then in the order of the file
	Lists  map[string]*List // by name, the user's entries added to the built-in ones
	Digest string           // hex SHA-256 over every file
}
