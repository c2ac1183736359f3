package graph_test

import (
	"bytes"
	"io"
	"testing"

	"plangraph/graph"
	"plangraph/graph/storetest"
	"plangraph/plan"
)

// FuzzBuild: of any facts that a file may hold Build makes a graph that is whole, or says what
// is wrong with them.
func FuzzBuild(f *testing.F) {
	for _, facts := range storetest.Plans() {
		var b []byte
		for i := range facts {
			b = facts[i].AppendJSON(b)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, rows []byte) {
		var facts []plan.Fact
		for r := plan.NewFactReader("facts.jsonl", bytes.NewReader(rows)); ; {
			fact, err := r.Read()
			if err == io.EOF {
				break
			}
			if err != nil {
				return
			}
			facts = append(facts, fact)
		}
		g, err := graph.Build(facts, storetest.Know)
		if err != nil {
			return
		}
		nodes, edges := map[graph.Ref]bool{}, map[string]bool{}
		for _, n := range g.Nodes {
			if nodes[n.Ref] {
				t.Errorf("the node %v is there twice", n.Ref)
			}
			nodes[n.Ref] = true
		}
		for _, e := range g.Edges {
			if edges[e.Key] || !nodes[e.From] || !nodes[e.To] {
				t.Errorf("the edge %s %v → %v is there twice or has no end", e.Type, e.From, e.To)
			}
			edges[e.Key] = true
		}
	})
}

// FuzzCanonical: the name by which plans meet is its own, and an id is parted where it was put
// together.
func FuzzCanonical(f *testing.F) {
	for _, s := range []string{"二〇三五年远景目标", "“两山”基地", "５Ｇ基站 (座)", "a@b", "", "\u200b", "㎡"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		name := graph.Canonical(s)
		if again := graph.Canonical(name); again != name {
			t.Errorf("%q: %q, and once more %q", s, name, again)
		}
		if got, region := graph.SplitID(name + "@江苏省"); name != "" && (got != name || region != "江苏省") {
			t.Errorf("%q: parted into %q and %q", name, got, region)
		}
	})
}
