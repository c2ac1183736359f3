// Package resolve makes the final facts of the drafts that package extract
// gives: bodies get their canonical names, what a plan says twice becomes one
// fact, and the rows for plan, sections and tasks are added. What it returns is
// what `plangraph extract` prints.
package resolve

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"plangraph/plan"
)

// Body is what the name of a body means in a plan.
type Body struct {
	Canonical string // full official name, or the form as written where it is not sure
	Level     string // 国家, 省, 市, 县, 各级, 其他
	ID        string // of the node: the canonical name, for a class or collective with @ and the plan's region
}

// Naming resolves the written name of a body in a plan.
type Naming interface {
	Body(written string, p *plan.Plan) Body
}

// Facts returns the final facts of a plan in the order of the text. Drafts come
// in the order of the text.
func Facts(doc *plan.Document, p *plan.Plan, drafts []plan.Fact, naming Naming) []plan.Fact {
	f := finisher{doc: doc, plan: p, naming: naming, departments: map[string]bool{}, citations: map[string]bool{}, projects: map[string]int{}, assignments: map[assignmentKey]bool{}, tasks: map[taskKey]bool{}}
	f.out = make([]plan.Fact, 0, len(drafts)+len(p.Sections)+1)
	f.structure()
	for _, d := range drafts {
		f.add(d)
	}
	f.missingTasks()
	slices.SortStableFunc(f.out, func(a, b plan.Fact) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(order[a.Type], order[b.Type]))
	})
	return f.out
}

// order is the order of facts that start at the same byte.
var order = map[plan.FactType]int{plan.TypePlan: 0, plan.TypeSection: 1, plan.TypeTask: 2, plan.TypeProject: 3,
	plan.TypeTarget: 4, plan.TypeResult: 5, plan.TypeAssignment: 6, plan.TypeDepartment: 7, plan.TypeCitation: 8}

type assignmentKey struct {
	department, task string
	line             int
}

type taskKey struct{ path, title string }

type finisher struct {
	doc    *plan.Document
	plan   *plan.Plan
	naming Naming
	out    []plan.Fact

	departments, citations map[string]bool
	projects               map[string]int // by name: index into out
	assignments            map[assignmentKey]bool
	tasks                  map[taskKey]bool
}

// structure adds the rows of the plan and its sections.
func (f *finisher) structure() {
	p := f.plan
	f.out = append(f.out, plan.Fact{Type: plan.TypePlan, Plan: p.ID, Source: f.doc.Source, Span: p.Span, Line: f.doc.Line(p.Span.Start),
		Quote: p.Title, PlanInfo: &plan.PlanInfo{Title: p.Title, DocumentNumber: p.DocumentNumber, Issuer: p.Issuer, IssuedOn: p.IssuedOn,
			PeriodStart: p.PeriodStart, PeriodEnd: p.PeriodEnd, Horizon: p.Horizon, Region: p.Region.Name}})
	for i := range p.Sections {
		s := &p.Sections[i]
		if s.Level == 0 || s.TitleSpan.Len() == 0 {
			continue
		}
		f.out = append(f.out, plan.Fact{Type: plan.TypeSection, Plan: p.ID, Source: f.doc.Source, Span: s.TitleSpan, Line: f.doc.Line(s.TitleSpan.Start),
			Quote:     f.doc.Slice(s.TitleSpan),
			SectionOf: &plan.SectionInfo{Path: s.Path, Number: s.Number, Title: s.Title, Kind: s.Kind, Level: s.Level}})
	}
}

func (f *finisher) add(d plan.Fact) {
	switch d.Type {
	case plan.TypeDepartment:
		name := fold(d.Department.Name)
		if name == "" || f.departments[name] {
			return
		}
		f.departments[name] = true
		b := f.naming.Body(d.Department.Name, f.plan)
		dep := *d.Department
		dep.Canonical, dep.Level = b.Canonical, b.Level
		d.Department = &dep
	case plan.TypeCitation:
		title := fold(d.Citation.Title)
		if f.citations[title] {
			return
		}
		f.citations[title] = true
	case plan.TypeProject:
		name := fold(d.Project.Name)
		if i, ok := f.projects[name]; ok {
			if rank(d.Project) < rank(f.out[i].Project) {
				f.out[i] = d
			}
			return
		}
		f.projects[name] = len(f.out)
	case plan.TypeAssignment:
		k := assignmentKey{fold(d.Assignment.Department), fold(d.Assignment.Task), d.Line}
		if f.assignments[k] {
			return
		}
		f.assignments[k] = true
		a := *d.Assignment
		a.DepartmentID = f.naming.Body(a.Department, f.plan).ID
		d.Assignment = &a
	case plan.TypeTask:
		if d.Task.SectionPath == "" {
			t := *d.Task
			t.SectionPath = f.path(d.Span.Start)
			d.Task = &t
		}
		k := taskKey{d.Task.SectionPath, fold(d.Task.Title)}
		if f.tasks[k] {
			return
		}
		f.tasks[k] = true
	}
	f.out = append(f.out, d)
}

// rank says which record of one project name stays: the box's title or list
// before running text.
func rank(p *plan.Project) int {
	switch {
	case p.Kind == "box":
		return 0
	case p.Kind == "box_item":
		return 1
	case p.Box != "":
		return 2
	}
	return 3
}

// missingTasks adds a task for every assignment whose task no row names yet.
func (f *finisher) missingTasks() {
	for _, d := range f.out {
		if d.Type != plan.TypeAssignment || d.Assignment.Task == "" {
			continue
		}
		path := f.path(d.Span.Start)
		k := taskKey{path, fold(d.Assignment.Task)}
		if f.tasks[k] {
			continue
		}
		f.tasks[k] = true
		t := d
		t.Type, t.Assignment = plan.TypeTask, nil
		t.Task = &plan.Task{Title: d.Assignment.Task, Kind: "paragraph", SectionPath: path}
		f.out = append(f.out, t)
	}
}

// path returns the ordinal path of the innermost section around an offset.
func (f *finisher) path(offset int) string {
	blocks := f.plan.Blocks
	i, found := slices.BinarySearchFunc(blocks, offset, func(b plan.Block, at int) int { return cmp.Compare(b.Span().Start, at) })
	if !found {
		i--
	}
	if i < 0 || i >= len(blocks) {
		return ""
	}
	return f.plan.Sections[blocks[i].Section].Path
}

// fold makes names comparable: compatibility forms are one, blanks and
// quotation marks do not count.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '\n', '\r', '\u3000', '“', '”', '"', '‘', '’', '\'', '「', '」':
			return -1
		}
		return r
	}, norm.NFKC.String(s))
}
