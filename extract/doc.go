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
//
// # Where things are
//
// The engine: compile.go makes an [Extractor] of a rule set; worker.go runs it
// over a plan; view.go, widths.go and lexicon.go scan a block; text.go is a block
// as rules see it; match.go matches a pattern around an anchor; context.go is what a
// builder sees; why.go tells how it went; builtin.go and wordlists.go name the
// recognisers, builders and word lists that the Go code knows.
//
// What rules alone cannot say, by the type of fact: assignment*.go, project*.go,
// goal*.go with target.go and figure.go (a goal becomes a target or a result),
// department.go, citation.go, task.go. They read word lists by lookup.go and
// what is around a block by titles.go, tables.go, year.go and place.go.
package extract
