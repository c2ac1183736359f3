// Package resolve says what names stand for in a plan: which body, place and
// record. It makes the drafts that extract gives into the facts that users see.
//
// region.go says whose plan it is. name.go takes a name to the body that it stands
// for: official.go composes the official name of one whose parts package body knows,
// uncomposed.go finds that of others, many.go that of classes and of several at once.
// facts.go goes through the drafts of a plan and leaves each body, project and task
// once. describe.go tells the graph what else is known of a body: what it belongs to
// and what became of it. words.go reads the word lists.
package resolve
