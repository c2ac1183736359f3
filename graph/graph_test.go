package graph_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"plangraph/graph"
	"plangraph/graph/storetest"
	"plangraph/internal/golden"
	"plangraph/plan"
)

// TestBuild compares the graphs of the invented plans with a file that somebody
// read.
func TestBuild(t *testing.T) {
	graphs, err := storetest.Graphs()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, g := range graphs {
		fmt.Fprintf(&b, "# %s from %s\n", g.ID, g.Source)
		for _, n := range g.Nodes {
			fmt.Fprintf(&b, "%s %s%s\n", n.Label, n.ID, show(n.Props))
		}
		for _, e := range g.Edges {
			fmt.Fprintf(&b, "%s %s → %s%s", e.Type, e.From.ID, e.To.ID, show(e.Props))
			if v := e.Evidence; v != nil {
				fmt.Fprintf(&b, " | %d-%d line %d %s %s", v.Start, v.End, v.Line, v.Rule, v.Quote)
			}
			b.WriteString("\n")
		}
	}
	golden.Check(t, "testdata/build.golden", b.String())
}

func show(p graph.Props) string {
	var b strings.Builder
	for _, prop := range p {
		fmt.Fprintf(&b, " %s=%v", prop.Name, prop.Value)
	}
	return b.String()
}

// TestBuildKeepsToSchema checks that nothing is written that the closed lists do
// not name, and that graphs are whole.
func TestBuildKeepsToSchema(t *testing.T) {
	graphs, err := storetest.Graphs()
	if err != nil {
		t.Fatal(err)
	}
	known := func(types []graph.PropType, p graph.Props, of string) {
		for _, prop := range p {
			if !slices.ContainsFunc(types, func(t graph.PropType) bool { return t.Name == prop.Name }) {
				t.Errorf("%s has the property %s, which the schema does not know", of, prop.Name)
			}
		}
	}
	for _, g := range graphs {
		refs, keys := map[graph.Ref]bool{}, map[string]bool{}
		for _, n := range g.Nodes {
			if refs[n.Ref] {
				t.Errorf("%s: node %s is there twice", g.ID, n.ID)
			}
			refs[n.Ref] = true
			known(graph.NodeProps(n.Label), n.Props, string(n.Label))
		}
		for _, e := range g.Edges {
			if keys[e.Key] || !refs[e.From] || !refs[e.To] || e.Plan != g.ID {
				t.Errorf("%s: edge %s %s → %s is there twice, or an end or its plan is wrong", g.ID, e.Type, e.From.ID, e.To.ID)
			}
			keys[e.Key] = true
			known(graph.EdgeProps(e.Type), e.Props, string(e.Type))
		}
	}
}

// TestBuildFromRows checks that the rows, written and read, give the same graph.
func TestBuildFromRows(t *testing.T) {
	for _, facts := range storetest.Plans() {
		var b []byte
		for i := range facts {
			b = facts[i].AppendJSON(b)
		}
		r := plan.NewFactReader("facts.jsonl", strings.NewReader(string(b)))
		var again []plan.Fact
		for range facts {
			f, err := r.Read()
			if err != nil {
				t.Fatal(err)
			}
			again = append(again, f)
		}
		want, _ := graph.Build(facts, storetest.Know)
		got, err := graph.Build(again, storetest.Know)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: not the same graph (%v)", facts[0].Plan, err)
		}
	}
}

func TestBuildRefuses(t *testing.T) {
	head := plan.Fact{Type: plan.TypePlan, Plan: "p", PlanInfo: &plan.PlanInfo{Title: "t"}}
	section := func(path string) plan.Fact {
		return plan.Fact{Type: plan.TypeSection, Plan: "p", Line: 7, Source: "f.txt", SectionOf: &plan.SectionInfo{Path: path, Title: "s"}}
	}
	other := section("1")
	other.Plan = "q"
	for _, c := range []struct {
		facts []plan.Fact
		want  string
	}{
		{nil, "must begin"},
		{[]plan.Fact{section("1")}, "must begin"},
		{[]plan.Fact{head, head}, "two rows"},
		{[]plan.Fact{head, other}, "plan q"},
		{[]plan.Fact{head, section("1.1")}, "parent 1 (line 7 of f.txt)"},
		{[]plan.Fact{head, section("1"), section("1")}, "twice"},
		{[]plan.Fact{head, section("1a")}, "numbers"},
	} {
		if _, err := graph.Build(c.facts, storetest.Know); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want one with %q", err, c.want)
		}
	}
}

// TestCharactersMeet: plans in traditional and in simplified characters share the nodes of
// projects and indicators, each in its own characters on the edge.
func TestCharactersMeet(t *testing.T) {
	nodes := func(color string) (ids, written []string) {
		id := "plan-" + color
		g, err := graph.Build([]plan.Fact{
			{Type: plan.TypePlan, Plan: id, PlanInfo: &plan.PlanInfo{Title: "t"}},
			{Type: plan.TypeTarget, Plan: id, Target: &plan.Target{Indicator: color + "地率", Op: "=", Value: "40", Unit: "%"}},
			{Type: plan.TypeProject, Plan: id, Project: &plan.Project{Name: color + "廊工程", Kind: "prose"}},
		}, storetest.Know)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range g.Nodes {
			if n.Label == graph.Indicator || n.Label == graph.Project {
				ids = append(ids, n.ID)
			}
		}
		for _, e := range g.Edges {
			if w := e.Props.Text("as_written"); w != "" {
				written = append(written, w)
			}
		}
		return ids, written
	}
	simplified, _ := nodes("绿")
	traditional, written := nodes("綠")
	if len(simplified) != 2 || !slices.Equal(simplified, traditional) {
		t.Errorf("nodes %q and %q, want the same two", simplified, traditional)
	}
	if !slices.Contains(written, "綠地率") || !slices.Contains(written, "綠廊工程") {
		t.Errorf("edges say %q, want the plan's own characters", written)
	}
}

func TestCanonical(t *testing.T) {
	for in, want := range map[string]string{
		"“清水”工程(一期)":             "清水工程(一期)",
		"清水工程(一期)":               "清水工程(一期)",
		"１号线 北延":                 "1号线北延",
		"《水法》":                   "水法",
		"A\tb\r\nＣ":              "AbC",
		"清\u200b水\u00ad工程\ufeff": "清水工程",
		"二期":                     "二期",
		"二〇三五年远景":                "2035年远景",
		"一九九八年、二○○六年":            "1998年、2006年",
		"二〇三五工程":                 "二〇三五工程",
		"一二三四年":                  "一二三四年",
		"“创业@未来”计划":              "创业＠未来计划",
	} {
		if got := graph.Canonical(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
