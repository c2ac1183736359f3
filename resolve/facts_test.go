package resolve

import (
	"os"
	"slices"
	"testing"

	"plangraph/internal/testkit"
	"plangraph/plan"
	"plangraph/source"
)

const sample = "../samples/jiangsu-gazette-2021-17.txt"

// TestFacts checks on the whole sample what every user of the rows relies on:
// order, quotes, one row a name, no department without level.
func TestFacts(t *testing.T) {
	raw, err := os.ReadFile(sample)
	if err != nil {
		t.Fatal(err)
	}
	e := testkit.Engine(t)
	doc, err := source.New(e.Words, e.Simplified).Read(sample, raw)
	if err != nil {
		t.Fatal(err)
	}
	r, w := resolver(t), e.NewWorker()
	if len(doc.Plans) != 12 {
		t.Fatalf("%d plans in the sample, want 12", len(doc.Plans))
	}
	for _, p := range doc.Plans {
		names := map[string]bool{}
		last := 0
		fs := r.Facts(doc, p, w.Plan(doc, p))
		if len(fs) == 0 || fs[0].Type != plan.TypePlan || fs[0].PlanInfo.Region != "江苏省" {
			t.Errorf("%s: the first row is no plan of 江苏省", p.ID)
		}
		for _, f := range fs {
			if f.Span.Start < last {
				t.Errorf("line %d: %s out of order", f.Line, f.Type)
			}
			last = f.Span.Start
			if f.Type != plan.TypePlan && f.Quote != doc.Slice(f.Span) {
				t.Errorf("line %d: quote %q is not the text of its span", f.Line, f.Quote)
			}
			if f.Line != doc.Line(f.Span.Start) {
				t.Errorf("line %d: span starts on line %d", f.Line, doc.Line(f.Span.Start))
			}
			switch f.Type {
			case plan.TypeDepartment:
				if names[f.Department.Name] {
					t.Errorf("line %d: %s has two rows", f.Line, f.Department.Name)
				}
				names[f.Department.Name] = true
				if f.Department.Level == "" || f.Department.Canonical == "" {
					t.Errorf("line %d: %+v", f.Line, *f.Department)
				}
			case plan.TypeAssignment:
				if f.Assignment.DepartmentID == "" {
					t.Errorf("line %d: %s has no id", f.Line, f.Assignment.Department)
				}
			}
		}
		for _, f := range fs {
			if f.Type == plan.TypeAssignment && !names[f.Assignment.Department] {
				t.Errorf("line %d: %s is charged and has no row", f.Line, f.Assignment.Department)
			}
		}
	}
}

// TestOnce checks which of several drafts of one thing stays.
func TestOnce(t *testing.T) {
	doc := &plan.Document{Source: "x", Text: "市水务局负责。市水务局牵头。河湖工程。河湖工程。"}
	p := &plan.Plan{ID: "1", Span: plan.Span{End: len(doc.Text)}, Region: plan.Region{Code: "510700", Name: "绵阳市", Level: "市"},
		Sections: []plan.Section{{Parent: -1, Kind: plan.KindPlan, Span: plan.Span{End: len(doc.Text)}}}}
	draft := func(from, to int, f plan.Fact) plan.Fact {
		f.Span = plan.Span{Start: from, End: to}
		f.Quote, f.Line, f.Confidence = doc.Slice(f.Span), 1, plan.Certain
		return f
	}
	dep := func() *plan.Department { return &plan.Department{Name: "市水务局"} }
	fs := resolver(t).Facts(doc, p, []plan.Fact{
		draft(0, 12, plan.Fact{Type: plan.TypeDepartment, Department: dep()}),
		draft(21, 33, plan.Fact{Type: plan.TypeDepartment, Department: dep()}),
		draft(42, 54, plan.Fact{Type: plan.TypeProject, Project: &plan.Project{Name: "河湖工程", Kind: "prose", Status: "新建"}}),
		draft(57, 69, plan.Fact{Type: plan.TypeProject, Project: &plan.Project{Name: "河湖工程", Kind: "box"}}),
	})
	count := map[plan.FactType]int{}
	for _, f := range fs {
		count[f.Type]++
		if f.Type == plan.TypeDepartment && (f.Span.Start != 0 || f.Department.Canonical != "绵阳市水务局" || f.Department.Level != "市") {
			t.Errorf("department %+v at %d", *f.Department, f.Span.Start)
		}
		if f.Type == plan.TypeProject && (f.Project.Kind != "box" || f.Project.Status != "新建" || f.Span.Start != 57) {
			t.Errorf("project %+v at %d, want the box's with the status of the other", *f.Project, f.Span.Start)
		}
	}
	if count[plan.TypeDepartment] != 1 || count[plan.TypeProject] != 1 {
		t.Errorf("rows: %v", count)
	}
}

// TestOffices checks whose office is meant where a plan with several groups calls it by its
// kind alone, and that a citation keeps the number that only a later mention has.
func TestOffices(t *testing.T) {
	e := testkit.Engine(t)
	facts := func(text string) []plan.Fact {
		doc := source.New(e.Words, e.Simplified).ParsePlan("x", "绵阳市水利工作方案\n\n一、组织领导\n\n"+text+"\n")
		doc.Plans[0].Region = plan.Region{Code: "510700", Name: "绵阳市", Level: "市"}
		return resolver(t).Facts(doc, doc.Plans[0], e.NewWorker().Plan(doc, doc.Plans[0]))
	}
	of := map[string]string{} // task -> id of the body
	for _, f := range facts("成立市防汛抗旱工作领导小组,领导小组办公室负责日常调度。成立市水利建设指挥部,指挥部办公室负责工程检查。" +
		"成立市节约用水工作领导小组,领导小组办公室负责节水宣传。") {
		if f.Type == plan.TypeAssignment {
			of[f.Assignment.Task] = f.Assignment.DepartmentID
		}
	}
	for task, want := range map[string]string{
		"日常调度": "绵阳市防汛抗旱工作领导小组办公室", "工程检查": "绵阳市水利建设指挥部办公室", "节水宣传": "绵阳市节约用水工作领导小组办公室",
	} {
		if of[task] != want {
			t.Errorf("%s: %q is charged, want %s", task, of[task], want)
		}
	}
	var unnamed []string
	for _, f := range facts("领导小组办公室负责日常调度。") { // whose, the plan does not say
		if f.Type == plan.TypeAssignment {
			unnamed = append(unnamed, f.Assignment.DepartmentID)
		}
	}
	if !slices.Equal(unnamed, []string{"领导小组办公室@绵阳市"}) {
		t.Errorf("an office without a group has the ids %q", unnamed)
	}
	var numbers []string
	for _, f := range facts("落实《蜀江水利规划》。根据《蜀江水利规划》(绵府发〔2020〕5号),建设水网。") {
		if f.Type == plan.TypeCitation {
			numbers = append(numbers, f.Citation.DocumentNumber)
		}
	}
	if len(numbers) != 1 || numbers[0] != "绵府发〔2020〕5号" {
		t.Errorf("numbers of the citation: %q", numbers)
	}
}

// BenchmarkFacts measures the way from drafts to rows on the sample's bytes.
func BenchmarkFacts(b *testing.B) {
	raw, err := os.ReadFile(sample)
	if err != nil {
		b.Fatal(err)
	}
	e := testkit.Engine(b)
	doc, err := source.New(e.Words, e.Simplified).Read(sample, raw)
	if err != nil {
		b.Fatal(err)
	}
	r, w := resolver(b), e.NewWorker()
	drafts := make([][]plan.Fact, len(doc.Plans))
	for i, p := range doc.Plans {
		drafts[i] = append(drafts[i], w.Plan(doc, p)...)
	}
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		for i, p := range doc.Plans {
			r.Facts(doc, p, drafts[i])
		}
	}
}
