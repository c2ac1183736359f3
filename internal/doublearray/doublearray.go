// Package doublearray builds dictionaries as double arrays (Aoe 1989): the nodes of a trie
// in one array, in which a step from a node to its child is one addition and one comparison.
package doublearray

import (
	"cmp"
	"slices"
)

// Node is a node of the trie; a step reads all of it, so it stands in one place. The child
// of the node at for a code is the node next = at.Base+code where that one's Check is at; else there is none.
type Node struct {
	Base  int32
	Check int32 // the node before it; -1 for the root and where the node is free
	Value int32 // of the word that ends here, +1; 0 for none
}

// Word is an entry: characters as codes from 1 on, and what stands for the word.
type Word struct {
	Codes []uint16
	Value int32
}

// Build returns the nodes for the words, the root first; of two equal words the first one's
// value stays. codes is one more than the greatest code: a step with a code below it, or with
// 0 for a character that no word has, stays within the array.
func Build(words []Word, codes int) []Node {
	order := make([]int, len(words))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(slices.Compare(words[i].Codes, words[j].Codes), i-j) })
	sorted := make([]Word, len(words))
	for k, i := range order {
		sorted[k] = words[i]
	}
	words = sorted
	in := inserter{words: words, firstFree: 1}
	in.grow(codes)
	in.insert(0, 0, len(words), 0)
	in.grow(len(in.nodes) + codes)
	return in.nodes
}

// inserter builds the double array out of the words, in the order of their codes.
type inserter struct {
	nodes     []Node
	words     []Word
	firstFree int // no node before it is free
	// Where the last node of so many children found its place: the next one need not
	// look before it again. What stays free there is for nodes of fewer children.
	placed [8]int
}

// child is the words [lo,hi) that have the same character at some depth.
type child struct {
	code   uint16
	lo, hi int
}

// grow makes room for the node n.
func (in *inserter) grow(n int) {
	for len(in.nodes) <= n {
		in.nodes = append(in.nodes, Node{Check: -1})
	}
}

// insert builds what is below the node at: the words [lo,hi), which are alike up to depth.
func (in *inserter) insert(at, lo, hi, depth int) {
	for ; lo < hi && len(in.words[lo].Codes) == depth; lo++ {
		if in.nodes[at].Value == 0 {
			in.nodes[at].Value = in.words[lo].Value + 1
		}
	}
	if lo == hi {
		return
	}
	children := in.children(lo, hi, depth)
	base := in.place(children)
	in.nodes[at].Base = int32(base)
	for _, c := range children {
		in.nodes[base+int(c.code)].Check = int32(at)
	}
	for _, c := range children {
		in.insert(base+int(c.code), c.lo, c.hi, depth+1)
	}
}

// children parts the words [lo,hi) by their characters at depth.
func (in *inserter) children(lo, hi, depth int) (out []child) {
	for i := lo; i < hi; {
		c := in.words[i].Codes[depth]
		j := i
		for j < hi && in.words[j].Codes[depth] == c {
			j++
		}
		out = append(out, child{c, i, j})
		i = j
	}
	return out
}

// place finds the first base at which the nodes of all children are free.
func (in *inserter) place(children []child) int {
	for in.firstFree < len(in.nodes) && in.nodes[in.firstFree].Check >= 0 {
		in.firstFree++
	}
	kind := min(len(children), len(in.placed)) - 1
	first := int(children[0].code)
	base := max(1, max(in.firstFree, in.placed[kind])-first)
	for slices.ContainsFunc(children, func(c child) bool {
		n := base + int(c.code)
		in.grow(n)
		return in.nodes[n].Check >= 0
	}) {
		base++
	}
	in.placed[kind] = base + first
	return base
}
