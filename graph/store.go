package graph

import (
	"context"
	"errors"
	"slices"
)

// What may be wrong with a store. Stores wrap these with the store's name and
// what to do about it; callers test them with errors.Is.
var (
	ErrNotThere = errors.New("store does not exist")
	ErrNotStore = errors.New("not a plangraph store")
	ErrNewer    = errors.New("store written by a newer plangraph")
	ErrHeld     = errors.New("store held by another process")
	ErrReadOnly = errors.New("store is read-only")
	ErrNoFolder = errors.New("there is no such folder for the store")
	ErrFolder   = errors.New("store is a folder")
	ErrFull     = errors.New("no space left for the store")
	ErrDamaged  = errors.New("store is damaged")
	ErrNoPlan   = errors.New("no such plan in the store")
)

// Stamp tells whether a stored plan is up to date and where it came from.
type Stamp struct {
	Source string // the file it was last read from
	Digest string // PlanGraph.Stamp
}

// Store keeps the graph of any number of plans. Every method leaves each plan
// either wholly as it was or wholly as asked, also when the process is killed.
// What a store holds after Derive depends on the set of its plans alone, not on
// the order or number of the writes that led there.
type Store interface {
	// Stamps returns the stored plans by id.
	Stamps(ctx context.Context) (map[string]Stamp, error)

	// Replace writes plans, each in one transaction, several together where a store can.
	// What a stored plan of the same id stated is gone afterwards, with the nodes that
	// nothing else holds.
	Replace(ctx context.Context, plans []PlanGraph) error

	// Remove takes a plan out; ErrNoPlan when it is not there.
	Remove(ctx context.Context, plan string) error

	// Derive makes, in a transaction of its own, what follows from all plans
	// together (see Derivation). It does nothing when nothing changed since.
	Derive(ctx context.Context, naming Naming) error

	// Derived reports whether Derive ran after the last change.
	Derived(ctx context.Context) (bool, error)

	// Query answers a named analysis.
	Query(ctx context.Context, analysis *Analysis, params Params) (*Rows, error)

	// Search returns the names and quotes that hold every word in one of its
	// spellings, at most limit: see SearchRows.
	Search(ctx context.Context, words [][]string, limit int) (*Rows, error)

	// Names returns id, name and aliases of all nodes of a label, by id.
	Names(ctx context.Context, label Label) ([]Name, error)

	// Counts returns how many nodes and edges of each kind there are.
	Counts(ctx context.Context) (Counts, error)

	// Read returns what Replace was given for a plan; ErrNoPlan when it is not
	// there. Nodes and edges come in the order of their refs and keys.
	Read(ctx context.Context, plan string) (PlanGraph, error)

	// Dump visits all nodes by label and id, then all edges by type and key,
	// what Derive made included.
	Dump(ctx context.Context, node func(Node) error, edge func(Edge) error) error

	// Close gives up what the store holds open; nothing may be called afterwards.
	Close() error
}

// Name is what a node is called, for finding it by what a user types.
type Name struct {
	ID      string   // of the node
	Name    string   // Plan, Section, Task, Document: the title
	Aliases []string // other ways to write it, sorted
}

// Counts is the size of a store.
type Counts struct {
	Nodes map[Label]int
	Edges map[EdgeType]int
}

// SearchRows puts an answer of Search together: first names, the shortest first, as
// the words say most of those, then by label and id; then quotes in the order of the
// text, but for those that are a title found already. Where both together are too
// many, names leave quotes half of the room. A store hands over up to limit names and
// twice as many quotes.
func SearchRows(names, quotes [][]any, limit int) *Rows {
	type place struct{ text, plan, line any }
	at := func(row []any) place { return place{row[1], row[2], row[5]} }
	titles := make(map[place]bool, len(names))
	for _, row := range names {
		titles[at(row)] = true
	}
	quotes = slices.DeleteFunc(quotes, func(row []any) bool { return titles[at(row)] })
	if over := len(names) + len(quotes) - limit; over > 0 {
		kept := max(limit/2, len(names)-over)
		names = names[:min(kept, len(names))]
		quotes = quotes[:limit-len(names)]
	}
	return &Rows{Columns: SearchColumns(), Values: slices.Concat(names, quotes)}
}

// SearchColumns are the columns of an answer of Search: kind is a label or
// "quote", text the name or the quote; names that several plans share have no
// plan and no place.
func SearchColumns() []Column {
	return []Column{{Name: "kind"}, {Name: "text"}, {Name: "plan"}, {Name: "section"}, {Name: "source"}, {Name: "line", Kind: ColumnInt}}
}
