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
// over a plan; view.go, widths.go and lexicon.go scan a block; text.go and text_marks.go
// are a block as rules see it, traditional.go in simplified characters; match.go matches
// a pattern around an anchor that neighbour.go finds worth trying; extract.go has the
// mentions that come of it, context.go what a builder sees; why.go tells how it went;
// builtin.go and wordlists.go name the recognisers, builders and word lists that the Go
// code knows.
//
// What rules alone cannot say, by the type of fact:
//
//	assignment*.go  assignment.go lists the files, one for each form of charge
//	goal*.go        goal_prose.go lists those of running text; goal_table.go, goal_header.go
//	                and goal_cell.go read tables; figure.go reads the figures, and target.go
//	                makes a target or a result of a goal
//	project*.go     project_programme*.go read undertakings by name (工程, 行动), project_works.go
//	                lists of works behind verbs of building: project_screen.go and
//	                project_admit.go say which of them count, project_split.go, project_list.go
//	                and project_shared.go find their members, project_head.go knows their head
//	                nouns; project_finish.go makes one record of each name
//	department.go, citation.go, task.go
//
// They read word lists by lookup.go, part running text into words by segment.go, and see
// what is around a block by titles.go, tables.go, year.go and place.go.
package extract
