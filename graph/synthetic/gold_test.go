package synthetic

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"plangraph/graph"
	"plangraph/graph/sqlite"
	"plangraph/graph/storetest"
	"plangraph/plan"
)

// gold reads the annotations of the sample as facts. They have no sections and
// no spans: a place is made of line and order.
func gold(t testing.TB) [][]plan.Fact {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "samples", "gold", "*.jsonl"))
	if err != nil || len(files) != 4 {
		t.Fatalf("the gold of the sample: %v %v", files, err)
	}
	var plans [][]plan.Fact
	for _, name := range files {
		number := strings.Split(filepath.Base(name), "-")[0]
		id := "苏政办发〔2021〕" + number + "号"
		facts := []plan.Fact{{Type: plan.TypePlan, Plan: id, Source: name, Line: 1, Quote: id,
			PlanInfo: &plan.PlanInfo{Title: "江苏省规划" + number, DocumentNumber: id, PeriodEnd: 2025, Region: "江苏省"}}}
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var r struct {
				Type, Quote, Indicator, Op, Value, Unit, Nature, Baseline, Origin, Planned, Achieved string
				Name, Status, Kind, Department, Role, Task, Canonical, Level                         string
				Line, Year                                                                           int
				Explicit                                                                             bool
			}
			if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
				t.Fatal(err)
			}
			start := r.Line*1000 + len(facts)%500
			fact := plan.Fact{Type: plan.FactType(r.Type), Plan: id, Source: name, Section: "", Line: r.Line, Quote: r.Quote,
				Span: plan.Span{Start: start, End: start + len(r.Quote)}, Rule: "gold", Confidence: plan.Certain}
			switch fact.Type {
			case plan.TypeTarget:
				fact.Target = &plan.Target{Indicator: r.Indicator, Op: r.Op, Value: r.Value, Unit: r.Unit, Year: r.Year, Nature: r.Nature, Baseline: r.Baseline, Origin: r.Origin}
			case plan.TypeResult:
				fact.Result = &plan.Result{Indicator: r.Indicator, Planned: r.Planned, Achieved: r.Achieved, Unit: r.Unit, Year: r.Year}
			case plan.TypeProject:
				fact.Project = &plan.Project{Name: r.Name, Status: r.Status, Kind: r.Kind}
			case plan.TypeAssignment:
				fact.Assignment = &plan.Assignment{Department: r.Department, Role: r.Role, Task: r.Task, Explicit: r.Explicit}
			case plan.TypeDepartment:
				fact.Department = &plan.Department{Name: r.Name, Canonical: r.Canonical, Level: r.Level}
			default:
				continue
			}
			facts = append(facts, fact)
		}
		f.Close()
		plans = append(plans, facts)
	}
	return plans
}

var places = []string{"江苏", "南京", "苏州", "无锡", "常州", "镇江", "扬州", "泰州", "南通", "徐州", "淮安", "盐城", "宿迁"}

func set(t testing.TB) Set { return Set{Plans: gold(t), Places: places, Mark: "苏"} }

// TestGoldInStore checks that a store gives every annotated duty back.
func TestGoldInStore(t *testing.T) {
	ctx := context.Background()
	s, err := sqlite.Create(ctx, filepath.Join(t.TempDir(), "gold.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	want := 0
	for _, facts := range gold(t) {
		g, err := graph.Build(facts, storetest.Know)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Replace(ctx, []graph.PlanGraph{g}); err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, f := range facts {
			if a := f.Assignment; a != nil {
				seen[fmt.Sprint(a.Department, a.Role, a.Task, f.Span.Start)] = true
			}
		}
		want += len(seen)
	}
	if err := s.Derive(ctx, storetest.Naming{}); err != nil {
		t.Fatal(err)
	}
	rows, err := s.Query(ctx, graph.FindAnalysis("owners"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows.Values) != want || want < 500 {
		t.Errorf("owners: %d rows, the gold has %d", len(rows.Values), want)
	}
}

func TestGenerate(t *testing.T) {
	s := set(t)
	run := func() (ids []string, sample string) {
		err := s.Generate(40, func(facts []plan.Fact) error {
			g, err := graph.Build(facts, storetest.Know)
			if err != nil {
				return err
			}
			ids = append(ids, g.ID)
			var b []byte
			for i := range facts {
				b = facts[i].AppendJSON(b)
			}
			sample = string(b)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return ids, sample
	}
	ids, last := run()
	again, lastAgain := run()
	if !slices.Equal(ids, again) || last != lastAgain {
		t.Error("two runs differ")
	}
	slices.Sort(ids)
	if len(slices.Compact(ids)) != 40 {
		t.Errorf("ids not distinct: %v", ids)
	}
	for _, p := range places {
		if strings.Contains(last, p) {
			t.Errorf("%s is left in a copy", p)
		}
	}
	if err := s.Generate(1<<30, nil); err == nil {
		t.Error("more plans than names")
	}
}

// BenchmarkReplace writes plans in transactions of a dozen and derives at the
// end. It prints items a second and the store's size a plan.
func BenchmarkReplace(b *testing.B) {
	ctx := context.Background()
	path := filepath.Join(b.TempDir(), "bench.db")
	s, err := sqlite.Create(ctx, path)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	items := 0
	n := min(b.N, MaxCopies)
	var batch []graph.PlanGraph
	flush := func() error {
		err := s.Replace(ctx, batch)
		batch = batch[:0]
		return err
	}
	b.ResetTimer()
	err = set(b).Generate(n, func(facts []plan.Fact) error {
		g, err := graph.Build(facts, storetest.Know)
		if err != nil {
			return err
		}
		items += len(g.Nodes) + len(g.Edges)
		if batch = append(batch, g); len(batch) == 12 {
			return flush()
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	if err := flush(); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(items)/b.Elapsed().Seconds(), "written/s")
	before := b.Elapsed()
	if err := s.Derive(ctx, storetest.Naming{}); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(items)/(b.Elapsed()-before).Seconds(), "derived/s")
	b.StopTimer()
	if info, err := os.Stat(path); err == nil {
		b.ReportMetric(float64(info.Size())/float64(n), "B/plan")
	}
}
