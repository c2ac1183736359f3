package neo4j

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"plangraph/graph"
	"plangraph/graph/neo4j/neo4jtest"
	"plangraph/graph/storetest"
	"plangraph/plan"
)

var neo neo4jtest.Lazy

func TestMain(m *testing.M) {
	code := neo.Run(m)
	os.RemoveAll(commandDir)
	os.Exit(code)
}

func configOf(server *neo4jtest.Server) Config {
	return Config{URI: server.URI, Username: server.Username, Password: server.Password, Patience: time.Minute}
}

func open(t testing.TB, server *neo4jtest.Server) *Store {
	t.Helper()
	s, err := Open(t.Context(), configOf(server))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// naming knows as much of names as these tests need.
type naming struct{}

func (naming) ID(name, region string) string {
	if strings.HasPrefix(name, "各") {
		return name + "@" + region
	}
	return region + strings.TrimPrefix(strings.TrimPrefix(name, region), "市")
}

func (naming) Describe(id string) graph.Body {
	name, region := graph.SplitID(id)
	b := graph.Body{Level: "市", Kind: "body", Region: region, ShortName: strings.Replace(name, "青川市", "市", 1)}
	if region != "" {
		b.Kind = "class"
	} else {
		b.Classes = []string{"各市级部门@青川市"}
	}
	if name == "青川市卫生局" {
		b.ValidTo = "2018-10-01"
		b.Successors = []graph.Succession{{ID: "青川市卫生健康委员会", On: "2018-10-02"}}
	}
	return b
}

func (naming) Place(string, string) string    { return "" }
func (naming) Simplify(name string) string    { return name }
func (naming) Region(string) (string, string) { return "市", "" }

type quantities struct{}

func (quantities) Number(value, _ string) (float64, float64, bool, bool) {
	var f float64
	_, err := fmt.Sscanf(value, "%g", &f)
	return f, f, false, err == nil
}

func (quantities) Amount(value, unit string) (low, high float64, ok bool) { return 0, 0, false }

func (quantities) Family(string) string { return "count" }

// hostile is what a plan may hold and a statement must never become.
const hostile = "`}) DETACH DELETE n // ' \" \\ $id {x} \x00 𠮷 \u2028 e\u0301"

// invented are the facts of plan n of as many as one likes. All name the same
// project, indicator and bodies; each later one cites the one before.
func invented(t testing.TB, n int) graph.PlanGraph {
	t.Helper()
	id := fmt.Sprintf("青政发〔2022〕%d号", n)
	source := fmt.Sprintf("plans/%d.txt", n)
	at := 0
	fact := func(f plan.Fact, quote string) plan.Fact {
		f.Plan, f.Source, f.Quote, f.Line = id, source, quote, at/100+1
		f.Span = plan.Span{Start: at, End: at + len(quote)}
		if f.SectionOf == nil && f.PlanInfo == nil {
			f.Rule, f.Confidence, f.Section = "test.rule", plan.Certain, "重点任务 / 养老服务"
		}
		at += len(quote) + 10
		return f
	}
	title := fmt.Sprintf("青川市养老服务规划之%d", n)
	facts := []plan.Fact{
		fact(plan.Fact{Type: plan.TypePlan, PlanInfo: &plan.PlanInfo{Title: title, DocumentNumber: id, Issuer: "青川市人民政府",
			IssuedOn: "2022-03-01", PeriodStart: 2021, PeriodEnd: 2025, Region: "青川市"}}, title),
		fact(plan.Fact{Type: plan.TypeSection, SectionOf: &plan.SectionInfo{Path: "1", Number: "一、", Title: "重点任务", Kind: plan.KindChapter, Level: 1}}, "重点任务"),
		fact(plan.Fact{Type: plan.TypeSection, SectionOf: &plan.SectionInfo{Path: "1.1", Number: "(一)", Title: "养老服务", Kind: plan.KindSection, Level: 2}}, "养老服务"),
		fact(plan.Fact{Type: plan.TypeTask, Task: &plan.Task{Title: "建设养老院", Kind: "item", SectionPath: "1.1"}}, "建设养老院。"+hostile),
		fact(plan.Fact{Type: plan.TypeDepartment, Department: &plan.Department{Name: "各市级部门", Canonical: "各市级部门", Level: "市"}}, "各市级部门"),
		fact(plan.Fact{Type: plan.TypeDepartment, Department: &plan.Department{Name: "市卫生局", Canonical: "青川市卫生局", Level: "市"}}, "市卫生局"),
		fact(plan.Fact{Type: plan.TypeAssignment, Assignment: &plan.Assignment{Department: "市民政局", Role: "lead", Task: "建设养老院", Explicit: true, Due: "2023年底"}}, "市民政局牵头"),
		fact(plan.Fact{Type: plan.TypeAssignment, Assignment: &plan.Assignment{Department: "市卫生健康委员会", Role: "support", Task: "建设养老院", Explicit: true}}, "市卫生健康委员会配合"),
		fact(plan.Fact{Type: plan.TypeTarget, Target: &plan.Target{Indicator: "养老床位", Op: ">=", Value: fmt.Sprint(1000 + n), Unit: "张", Year: 2025, Origin: "prose"}}, "养老床位达到1000张以上"),
		fact(plan.Fact{Type: plan.TypeResult, Result: &plan.Result{Indicator: "高龄津贴发放率", Planned: "95", Achieved: "98", Unit: "%", Year: 2020}}, "高龄津贴发放率\t95\t98"),
		fact(plan.Fact{Type: plan.TypeProject, Project: &plan.Project{Name: "银龄工程" + hostile, Kind: "prose", Status: "新建"}}, "实施银龄工程"),
		fact(plan.Fact{Type: plan.TypeCitation, Citation: &plan.Citation{Title: fmt.Sprintf("青川市养老服务规划之%d", n-1), Kind: "plan"}}, "衔接《规划》"),
		fact(plan.Fact{Type: plan.TypeCitation, Citation: &plan.Citation{Title: "中华人民共和国老年人权益保障法", Kind: "law"}}, "《中华人民共和国老年人权益保障法》"),
	}
	p, err := graph.Build(facts, graph.Knowledge{Naming: naming{}, Quantities: quantities{}})
	if err != nil {
		t.Fatal(err)
	}
	p.Stamp = "stamp of " + id
	return p
}

// snapshot is all that a store shows of itself.
type snapshot struct {
	Nodes  []graph.Node
	Edges  []graph.Edge
	Counts graph.Counts
	Stamps map[string]graph.Stamp
}

func snap(t testing.TB, s graph.Store) snapshot {
	t.Helper()
	var out snapshot
	ctx := context.Background()
	err := s.Dump(ctx, func(n graph.Node) error { out.Nodes = append(out.Nodes, n); return nil },
		func(e graph.Edge) error { out.Edges = append(out.Edges, e); return nil })
	if err != nil {
		t.Fatal(err)
	}
	if out.Counts, err = s.Counts(ctx); err != nil {
		t.Fatal(err)
	}
	if out.Stamps, err = s.Stamps(ctx); err != nil {
		t.Fatal(err)
	}
	return out
}

func same(t testing.TB, what string, got, want snapshot) {
	t.Helper()
	if reflect.DeepEqual(got, want) {
		return
	}
	for i := range max(len(got.Nodes), len(want.Nodes)) {
		if i >= len(got.Nodes) || i >= len(want.Nodes) || !reflect.DeepEqual(got.Nodes[i], want.Nodes[i]) {
			t.Errorf("%s: node %d differs:\n got %+v\nwant %+v", what, i, at(got.Nodes, i), at(want.Nodes, i))
			break
		}
	}
	for i := range max(len(got.Edges), len(want.Edges)) {
		if i >= len(got.Edges) || i >= len(want.Edges) || !reflect.DeepEqual(got.Edges[i], want.Edges[i]) {
			t.Errorf("%s: edge %d differs:\n got %+v\nwant %+v", what, i, at(got.Edges, i), at(want.Edges, i))
			break
		}
	}
	t.Fatalf("%s: %v and %v, stamps %v and %v", what, got.Counts, want.Counts, got.Stamps, want.Stamps)
}

func at[T any](list []T, i int) any {
	if i < len(list) {
		return list[i]
	}
	return "nothing"
}

func build(t testing.TB, s graph.Store, plans ...graph.PlanGraph) {
	t.Helper()
	if err := s.Replace(context.Background(), plans); err != nil {
		t.Fatal(err)
	}
	if err := s.Derive(context.Background(), naming{}); err != nil {
		t.Fatal(err)
	}
}

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) graph.Store { return open(t, neo.Server(t)) })
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	s := open(t, neo.Server(t))
	want := invented(t, 1)
	build(t, s, invented(t, 2), want)
	got, err := s.Read(t.Context(), want.ID)
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(want.Nodes, func(a, b graph.Node) int { return compareRefs(a.Ref, b.Ref) })
	slices.SortFunc(want.Edges, func(a, b graph.Edge) int { return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Key, b.Key)) })
	for i := range want.Nodes {
		if !reflect.DeepEqual(got.Nodes[i], want.Nodes[i]) {
			t.Errorf("node:\n got %#v\nwant %#v", got.Nodes[i], want.Nodes[i])
		}
	}
	for i := range want.Edges {
		if !reflect.DeepEqual(got.Edges[i], want.Edges[i]) {
			t.Errorf("edge:\n got %#v\nwant %#v", got.Edges[i], want.Edges[i])
		}
	}
	if len(got.Nodes) != len(want.Nodes) || len(got.Edges) != len(want.Edges) || got.Stamp != want.Stamp || got.Source != want.Source {
		t.Fatalf("read %d nodes, %d edges of %d, %d", len(got.Nodes), len(got.Edges), len(want.Nodes), len(want.Edges))
	}
}

// What a store holds depends on the set of its plans alone.
func TestTheWayThereLeavesNoTrace(t *testing.T) {
	s := open(t, neo.Server(t))
	build(t, s, invented(t, 1), invented(t, 2), invented(t, 3))
	want := snap(t, s)
	if want.Counts.Edges[graph.DependsOn] == 0 || want.Counts.Edges[graph.OverlapsWith] == 0 || want.Counts.Edges[graph.SucceededBy] == 0 {
		t.Fatalf("nothing derived: %v", want.Counts)
	}

	build(t, s, invented(t, 2), invented(t, 3), invented(t, 1))
	same(t, "the same build again", snap(t, s), want)

	if err := s.Remove(t.Context(), invented(t, 2).ID); err != nil {
		t.Fatal(err)
	}
	build(t, s, invented(t, 4))
	if err := s.Remove(t.Context(), invented(t, 4).ID); err != nil {
		t.Fatal(err)
	}
	build(t, s, invented(t, 2))
	same(t, "removed and written again", snap(t, s), want)

	for _, n := range []int{1, 2, 3} {
		if err := s.Remove(t.Context(), invented(t, n).ID); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Derive(t.Context(), naming{}); err != nil {
		t.Fatal(err)
	}
	if left := snap(t, s); len(left.Nodes)+len(left.Edges) > 0 {
		t.Fatalf("after removing all: %+v", left)
	}
	if err := s.Remove(t.Context(), "青政发〔2022〕1号"); !errors.Is(err, graph.ErrNoPlan) {
		t.Fatalf("removing what is not there: %v", err)
	}
}

func TestTwoBuildsAtOnce(t *testing.T) {
	server := neo.Server(t)
	first := open(t, server)
	build(t, first, invented(t, 1), invented(t, 2), invented(t, 3))
	want := snap(t, first)
	if err := server.Wipe(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error)
	for _, order := range [][]int{{1, 2, 3}, {3, 1, 2}} {
		go func() {
			s, err := Open(context.Background(), configOf(server))
			if err != nil {
				done <- err
				return
			}
			defer s.Close()
			for _, n := range order {
				err = errors.Join(err, s.Replace(context.Background(), []graph.PlanGraph{invented(t, n)}))
			}
			done <- errors.Join(err, s.Derive(context.Background(), naming{}))
		}()
	}
	if err := errors.Join(<-done, <-done); err != nil {
		t.Fatal(err)
	}
	same(t, "two builds at once", snap(t, first), want)
}

func TestEveryAnalysisRuns(t *testing.T) {
	s := open(t, neo.Server(t))
	build(t, s, invented(t, 1), invented(t, 2))
	for _, a := range graph.Analyses() {
		params := graph.Params{}
		if a.Name == "shared" {
			params["kind"] = "project"
		}
		rows, err := s.Query(t.Context(), a, params)
		if err != nil {
			t.Errorf("%s: %v", a.Name, err)
		} else if len(rows.Values) == 0 {
			t.Errorf("%s: no rows", a.Name)
		}
	}
}

func TestSearch(t *testing.T) {
	s := open(t, neo.Server(t))
	build(t, s, invented(t, 1), invented(t, 2))
	for _, c := range []struct {
		words [][]string
		limit int
		want  int // rows
	}{
		{[][]string{{"银龄"}}, 10, 3},         // the project, a quote in each plan
		{[][]string{{"银龄"}, {"实施"}}, 10, 2}, // both words
		{[][]string{{"银"}}, 10, 3},          // one character
		{[][]string{{"银龄"}}, 2, 2},          // limit
		{[][]string{{"床实"}}, 10, 0},         // nowhere
		{[][]string{{`" OR *:* "`}}, 10, 0}, // no way into the index's own language
		{[][]string{{"銀齡", "银龄"}}, 10, 3},   // in two spellings
		{[][]string{{" "}}, 10, 0},
	} {
		rows, err := s.Search(t.Context(), c.words, c.limit)
		if err != nil {
			t.Errorf("%q: %v", c.words, err)
			continue
		}
		if len(rows.Values) != c.want {
			t.Errorf("%q: %d rows, want %d: %v", c.words, len(rows.Values), c.want, rows.Values)
		}
	}
}
