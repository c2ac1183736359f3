package export_test

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"plangraph/graph"
	"plangraph/graph/export"
	"plangraph/graph/neo4j"
	"plangraph/graph/neo4j/neo4jtest"
)

// memory is a store's content, in order.
type memory struct {
	stamps map[string]graph.Stamp
	nodes  []graph.Node
	edges  []graph.Edge
}

func (m *memory) Stamps(context.Context) (map[string]graph.Stamp, error) { return m.stamps, nil }
func (m *memory) Derived(context.Context) (bool, error)                  { return true, nil }

func (m *memory) Dump(_ context.Context, node func(graph.Node) error, edge func(graph.Edge) error) error {
	for _, n := range m.nodes {
		if err := node(n); err != nil {
			return err
		}
	}
	for _, e := range m.edges {
		if err := edge(e); err != nil {
			return err
		}
	}
	return nil
}

const hostile = "a,b;c|\"q\" 'x' \\ `}) DETACH DELETE n // \r\n\ttab \u2028 𠮷\n\"\n, =cmd()"

func content() *memory {
	plans := []string{"青政发〔2022〕1号", "青政发〔2022〕1号#补"}
	m := &memory{stamps: map[string]graph.Stamp{}}
	node := func(l graph.Label, id string, props graph.Props) graph.Ref {
		n := graph.Node{Ref: graph.Ref{Label: l, ID: id}, Props: props}
		m.nodes = append(m.nodes, n)
		return n.Ref
	}
	edge := func(t graph.EdgeType, from, to graph.Ref, plan string, start int, props graph.Props) {
		e := graph.Edge{Key: graph.EdgeKey(t, from, to, plan, "", start), Type: t, From: from, To: to, Plan: plan, Props: props}
		if plan != "" {
			e.Evidence = &graph.Evidence{Quote: hostile, Start: start, End: start + len(hostile), Line: 3, Rule: "test.rule", Confidence: "certain"}
		}
		m.edges = append(m.edges, e)
	}
	body := node(graph.Department, "青川市民政局", graph.Props{{Name: "name", Value: "青川市民政局"}, {Name: "aliases", Value: []string{"市民政局", "民政局;" + hostile}}, {Name: "valid_from", Value: graph.Date("2018-10")}})
	later := node(graph.Department, "青川市社会工作部", graph.Props{{Name: "name", Value: "青川市社会工作部"}, {Name: "valid_from", Value: graph.Date("2023-10-01")}})
	edge(graph.SucceededBy, body, later, "", 0, graph.Props{{Name: "on", Value: graph.Date("2023-10-01")}})
	var refs []graph.Ref
	for i, id := range plans {
		m.stamps[id] = graph.Stamp{Source: "a, b.txt", Digest: "d\"" + id}
		p := node(graph.Plan, id, graph.Props{{Name: "title", Value: hostile}, {Name: "issued_on", Value: graph.Date("2022-03-01")}, {Name: "period_end", Value: int64(2025)}})
		s := node(graph.Section, id+"#1", graph.Props{{Name: "title", Value: " 重点任务 "}, {Name: "level", Value: int64(1)}})
		task := node(graph.Task, id+"#1/1", graph.Props{{Name: "title", Value: hostile}, {Name: "text", Value: strings.Repeat("长", 100_000)}})
		target := node(graph.Target, id+"|养老床位|2025|7", graph.Props{{Name: "number", Value: 0.1 + float64(i)}, {Name: "number_high", Value: 2e13}})
		edge(graph.HasSection, p, s, id, 0, graph.Props{{Name: "ordinal", Value: int64(1)}})
		edge(graph.HasTask, s, task, id, 5, nil)
		edge(graph.Sets, s, target, id, 7, nil)
		edge(graph.ResponsibleFor, body, task, id, 9, graph.Props{{Name: "role", Value: "lead"}, {Name: "explicit", Value: i == 0}})
		refs = append(refs, p)
	}
	edge(graph.OverlapsWith, refs[0], refs[1], "", 0, graph.Props{{Name: "via", Value: "project"}, {Name: "count", Value: int64(2)},
		{Name: "what", Value: []string{"甲,乙", "丙;丁"}}, {Name: "lines", Value: []int64{3, 40}}})
	m.sort()
	return m
}

func (m *memory) sort() {
	slices.SortFunc(m.nodes, func(a, b graph.Node) int { return cmp.Or(cmp.Compare(a.Label, b.Label), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(m.edges, func(a, b graph.Edge) int { return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Key, b.Key)) })
}

// The real neo4j-admin imports what is written, and plangraph takes the database
// for its own.
func TestNeoAdminImports(t *testing.T) {
	server := neo4jtest.NewLocal(t)
	want := content()
	dir := filepath.Join(t.TempDir(), "neo4j 导出")
	args, err := export.NeoAdmin(t.Context(), dir, want)
	if err != nil {
		t.Fatal(err)
	}
	if out, err := server.Admin(args...); err != nil {
		t.Fatalf("%s: %v\n%s", export.Command(args), err, out)
	}
	running := server.Start()
	store, err := neo4j.Open(t.Context(), neo4j.Config{URI: running.URI, Username: running.Username, Password: running.Password})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	got := &memory{}
	if got.stamps, err = store.Stamps(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.stamps, want.stamps) {
		t.Errorf("stamps %q, want %q", got.stamps, want.stamps)
	}
	err = store.Dump(t.Context(), func(n graph.Node) error { got.nodes = append(got.nodes, n); return nil },
		func(e graph.Edge) error { got.edges = append(got.edges, e); return nil })
	if err != nil {
		t.Fatal(err)
	}
	if len(got.nodes) != len(want.nodes) || len(got.edges) != len(want.edges) {
		t.Fatalf("%d nodes and %d edges, want %d and %d", len(got.nodes), len(got.edges), len(want.nodes), len(want.edges))
	}
	for i := range want.nodes {
		if !reflect.DeepEqual(got.nodes[i], want.nodes[i]) {
			t.Fatalf("node %d:\n got %.800q\nwant %.800q", i, got.nodes[i], want.nodes[i])
		}
	}
	for i := range want.edges {
		if !reflect.DeepEqual(got.edges[i], want.edges[i]) {
			t.Fatalf("edge %d:\n got %+v %+v\nwant %+v %+v", i, got.edges[i], got.edges[i].Evidence, want.edges[i], want.edges[i].Evidence)
		}
	}
	// A plan taken out takes all that is its own, and nothing of the plan whose id
	// begins like its own.
	if err := store.Remove(t.Context(), "青政发〔2022〕1号"); err != nil {
		t.Fatal(err)
	}
	counts, err := store.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if counts.Nodes[graph.Task] != 1 || counts.Nodes[graph.Target] != 1 || counts.Nodes[graph.Plan] != 1 {
		t.Errorf("after removing one of two plans: %v", counts)
	}
}

func TestNeoAdminWantsAnEmptyFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "x"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := export.NeoAdmin(t.Context(), dir, content()); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Fatal(err)
	}
}

func TestCommandQuotes(t *testing.T) {
	got := export.Command([]string{"import", "--nodes=Plan=/tmp/it's here/Plan.csv"})
	if want := `neo4j-admin import '--nodes=Plan=/tmp/it'\''s here/Plan.csv'`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
