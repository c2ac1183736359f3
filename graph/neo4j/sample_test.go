package neo4j

import (
	"fmt"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"plangraph/graph"
	"plangraph/graph/neo4j/neo4jtest"
	"plangraph/graph/sqlite"
	"plangraph/graph/storetest"
)

// buildSample builds the sample into both stores.
func buildSample(t *testing.T, server *neo4jtest.Server) (embedded *sqlite.Store, inNeo4j *Store) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "sample.db")
	plangraph(t, server, "build", "samples", "--store", file)
	plangraph(t, server, "build", "samples", "--store", server.URI)
	embedded, err := sqlite.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { embedded.Close() })
	return embedded, open(t, server)
}

// Both stores hold the same nodes, edges and properties and answer alike.
func TestSampleIsTheSameInBothStores(t *testing.T) {
	embedded, inNeo4j := buildSample(t, neo.Server(t))
	want, err := storetest.Dump(t.Context(), embedded)
	if err != nil {
		t.Fatal(err)
	}
	got, err := storetest.Dump(t.Context(), inNeo4j)
	if err != nil {
		t.Fatal(err)
	}
	if len(want) < 1000 {
		t.Fatalf("the sample gave only %d nodes and edges", len(want))
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("line %d of %d and %d:\nneo4j  %.600v\nsqlite %.600v", i, len(got), len(want), at(got, i), at(want, i))
		}
	}
	sampleAnswers(t, inNeo4j, embedded)
	plans, err := embedded.Stamps(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	one := []string{slices.Min(slices.Collect(maps.Keys(plans)))}
	bodies, err := embedded.Names(t.Context(), graph.Department)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range graph.Analyses() {
		questions := []graph.Params{nil}
		for _, f := range a.Filters {
			switch {
			case f.Name == "plan":
				questions = append(questions, graph.Params{"plan": one})
			case f.Name == "department":
				for _, b := range bodies[:min(20, len(bodies))] {
					questions = append(questions, graph.Params{"department": []string{b.ID}}, graph.Params{"department": []string{b.ID}, "classes": true})
				}
			case f.Kind == graph.FilterFlag && a.Name != "owners":
				questions = append(questions, graph.Params{f.Name: true})
			case (f.Kind == graph.FilterText || f.Kind == graph.FilterPart) && f.Values == nil:
				for _, part := range []string{"率", "工程", "南京", "江苏", "省", "新建", "续建", "%", "_", "%27", "无此"} {
					questions = append(questions, graph.Params{f.Name: part}, graph.Params{f.Name: part, "plan": one})
				}
			case f.Kind == graph.FilterYear:
				questions = append(questions, graph.Params{f.Name: int64(2025)})
			}
			for _, v := range f.Values {
				questions = append(questions, graph.Params{f.Name: v})
			}
		}
		for _, params := range questions {
			sameRows(t, fmt.Sprintf("%s %v", a.Name, params), func(s graph.Store) (*graph.Rows, error) { return s.Query(t.Context(), a, params) }, inNeo4j, embedded)
		}
	}
	for _, words := range [][][]string{{{"养老"}}, {{"養老", "养老"}}, {{"数字"}, {"建设"}}, {{"铁路"}}, {{"5G"}}, {{"路"}}, {{"2025年", "路"}}, {{"应急管理厅"}}, {{"、"}}} {
		sameRows(t, fmt.Sprintf("search %v", words), func(s graph.Store) (*graph.Rows, error) { return s.Search(t.Context(), words, 40) }, inNeo4j, embedded)
	}
}

func sameRows(t *testing.T, what string, ask func(graph.Store) (*graph.Rows, error), got, want graph.Store) {
	t.Helper()
	g, err := ask(got)
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	w, err := ask(want)
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	if !reflect.DeepEqual(g.Columns, w.Columns) {
		t.Errorf("%s: columns %v and %v", what, g.Columns, w.Columns)
	}
	for i := range max(len(g.Values), len(w.Values)) {
		if i >= len(g.Values) || i >= len(w.Values) || !reflect.DeepEqual(g.Values[i], w.Values[i]) {
			t.Errorf("%s: row %d of %d and %d:\nneo4j  %#v\nsqlite %#v", what, i, len(g.Values), len(w.Values), at(g.Values, i), at(w.Values, i))
			return
		}
	}
}
