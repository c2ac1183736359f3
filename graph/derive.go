package graph

import "iter"

// Derivation is what a store hands over to find what follows from all plans
// together, and where the result goes. Derive works on streams: a store of any
// size needs memory for its bodies and its pairs of overlapping plans only.
type Derivation struct {
	Naming Naming

	// Plans are the Plan nodes, in any order.
	Plans []Node

	// Cites are all CITES edges with their evidence, in any order.
	Cites iter.Seq2[Edge, error]

	// Uses are the edges of plans (not derived ones) that touch a node of a shared
	// label other than Region and Document, sorted by the node's label and id.
	Uses iter.Seq2[Use, error]

	// Patch sets the properties of a shared node; those not named are dropped.
	Patch func(Ref, Props) error

	// Retarget lets a CITES edge end at another node, made if need be; the edge
	// keeps its key. The node that it ended at goes when no plan's edge is left.
	Retarget func(key string, to Node) error

	// Add writes a derived edge. All earlier ones are gone by then.
	Add func(Edge) error
}

// Use is one plan's edge at a shared node.
type Use struct {
	Node Ref
	Edge Edge
}
