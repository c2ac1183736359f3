package graph

import (
	"fmt"
	"strconv"
	"strings"

	"plangraph/plan"
)

// Knowledge is what Build knows beside the facts.
type Knowledge struct {
	Naming     Naming     // what names of bodies and places say
	Quantities Quantities // what values and units amount to
}

// Build makes the graph of one plan from its facts, which hold all that is
// needed. The facts must begin with the plan's own row and be in the order of
// the text, as extract prints them; an error says which row is out of place.
func Build(facts []plan.Fact, know Knowledge) (PlanGraph, error) {
	if len(facts) == 0 || facts[0].PlanInfo == nil {
		return PlanGraph{}, fmt.Errorf("the facts of a plan must begin with its row of type plan; give all rows of it, in the order in which `plangraph extract` prints them")
	}
	b := &builder{
		know:     know,
		info:     facts[0].PlanInfo,
		graph:    PlanGraph{ID: facts[0].Plan, Source: facts[0].Source},
		nodes:    map[Ref]bool{},
		edges:    map[string]bool{},
		mentions: map[[2]string]bool{},
		charging: map[string]bool{},
		ids:      map[string]string{},
		tasks:    map[string][]taskAt{},
		ordinals: map[string]int{},
		boxes:    map[string]Ref{},
		titles:   map[string][]int{},
		byPath:   map[string]int{},
	}
	for i := range facts {
		f := &facts[i]
		if f.Plan != b.graph.ID {
			return PlanGraph{}, fmt.Errorf("plan %s: line %d of %s states a fact of plan %s; keep the rows of each plan together, as `plangraph extract` prints them", b.graph.ID, f.Line, f.Source, f.Plan)
		}
		if f.Type == plan.TypePlan && i > 0 {
			return PlanGraph{}, fmt.Errorf("plan %s has two rows of type plan; leave one out", f.Plan)
		}
	}
	b.plan(&facts[0])
	for i := range facts {
		if f := &facts[i]; f.SectionOf != nil {
			if err := b.section(f); err != nil {
				return PlanGraph{}, err
			}
		}
		if a := facts[i].Assignment; a != nil {
			if facts[i].Rule != "" { // facts of a file may name none
				b.charging[facts[i].Rule] = true
			}
			if a.DepartmentID != "" {
				b.ids[a.Department] = a.DepartmentID
			}
		}
	}
	for i := range facts {
		if f := &facts[i]; f.Task != nil {
			b.task(f)
		}
	}
	for i := range facts {
		switch f := &facts[i]; {
		case f.Target != nil:
			b.target(f)
		case f.Result != nil:
			b.result(f)
		case f.Project != nil:
			b.project(f)
		case f.Department != nil:
			b.department(f)
		case f.Citation != nil:
			b.citation(f)
		}
	}
	for i := range facts {
		if f := &facts[i]; f.Assignment != nil {
			b.assignment(f)
		}
	}
	b.about()
	b.partOfBoxes()
	return b.graph, nil
}

type builder struct {
	know  Knowledge
	info  *plan.PlanInfo
	graph PlanGraph
	nodes map[Ref]bool
	edges map[string]bool

	sections []sectionAt
	byPath   map[string]int   // ordinal path -> index into sections
	titles   map[string][]int // titles joined by " / " -> indexes into sections
	root     bool             // the section for facts outside all sections is made

	tasks    map[string][]taskAt // section id -> its tasks in the order of the text
	ordinals map[string]int      // section id -> last task's ordinal
	mentions map[[2]string]bool  // section id, department id
	charging map[string]bool     // ids of the rules that assignments were found by
	ids      map[string]string   // department as written -> id
	projects []thingAt
	targets  []thingAt
	boxes    map[string]Ref // box label -> the project that it is
	inBoxes  []inBox
	assigned int // assignments so far
}

type sectionAt struct {
	id, titles string
	start      int
}

type taskAt struct {
	ref   Ref
	title string // canonical
	kind  string
	start int
	line  int
	ev    *Evidence
	duty  bool // it is what an assignment names, no item of the plan's
}

type thingAt struct {
	ref   Ref
	name  string // canonical
	start int
	line  int
}

type inBox struct {
	ref Ref
	box string
	ev  *Evidence
}

func (b *builder) node(label Label, id string, props Props) Ref {
	ref := Ref{label, id}
	if !b.nodes[ref] {
		b.nodes[ref] = true
		b.graph.Nodes = append(b.graph.Nodes, Node{ref, props})
	}
	return ref
}

// edge adds an edge; status is the part of the key that is role or status.
func (b *builder) edge(t EdgeType, from, to Ref, status string, start int, ev *Evidence, props Props) {
	key := EdgeKey(t, from, to, b.graph.ID, status, start)
	if b.edges[key] {
		return
	}
	b.edges[key] = true
	b.graph.Edges = append(b.graph.Edges, Edge{Key: key, Type: t, From: from, To: to, Plan: b.graph.ID, Props: props, Evidence: ev})
}

// props builds Props and leaves out what is absent.
type props struct{ Props }

func (p *props) text(name, value string) {
	if value != "" {
		p.Props = append(p.Props, Prop{name, value})
	}
}

func (p *props) date(name, value string) {
	if value != "" {
		p.Props = append(p.Props, Prop{name, Date(value)})
	}
}

func (p *props) year(name string, value int) {
	if value != 0 {
		p.Props = append(p.Props, Prop{name, int64(value)})
	}
}

func (p *props) list(name string, value []string) {
	if len(value) > 0 {
		p.Props = append(p.Props, Prop{name, value})
	}
}

func evidence(f *plan.Fact) *Evidence {
	return &Evidence{Quote: f.Quote, Start: f.Span.Start, End: f.Span.End, Line: f.Line, Rule: f.Rule, Confidence: string(f.Confidence)}
}

func (b *builder) self() Ref { return Ref{Plan, b.graph.ID} }

func (b *builder) plan(f *plan.Fact) {
	var p props
	i := b.info
	p.text("title", i.Title)
	p.text("document_number", i.DocumentNumber)
	p.text("issuer", i.Issuer)
	p.date("issued_on", i.IssuedOn)
	p.year("period_start", i.PeriodStart)
	p.year("period_end", i.PeriodEnd)
	p.year("horizon", i.Horizon)
	p.text("region", i.Region)
	p.text("source", f.Source)
	p.text("sha256", i.SHA256)
	ref := b.node(Plan, f.Plan, p.Props)
	for _, name := range strings.Split(i.Issuer, "、") { // several may issue one together
		if name == "" {
			continue
		}
		var own props
		own.text("as_written", name)
		b.edge(IssuedBy, ref, b.body(name, nil), "", 0, nil, own.Props)
	}
}

func (b *builder) section(f *plan.Fact) error {
	s := f.SectionOf
	if s.Path == "" {
		b.rootSection()
		return nil
	}
	parent, titles, last := b.self(), s.Title, s.Path
	if i := strings.LastIndexByte(s.Path, '.'); i >= 0 {
		up, ok := b.byPath[s.Path[:i]]
		if !ok {
			return fmt.Errorf("plan %s: section %s stands before or without its parent %s (line %d of %s)", f.Plan, s.Path, s.Path[:i], f.Line, f.Source)
		}
		parent = Ref{Section, b.sections[up].id}
		if above := b.sections[up].titles; above != "" {
			titles = above + " / " + s.Title
		}
		last = s.Path[i+1:]
	}
	ordinal, err := strconv.Atoi(last)
	if err != nil {
		return fmt.Errorf("plan %s: section path %q is not made of numbers such as 3.2.1 (line %d of %s)", f.Plan, s.Path, f.Line, f.Source)
	}
	if _, twice := b.byPath[s.Path]; twice {
		return fmt.Errorf("plan %s: section %s is there twice (line %d of %s); leave one out", f.Plan, s.Path, f.Line, f.Source)
	}
	id := f.Plan + "#" + s.Path
	b.byPath[s.Path] = len(b.sections)
	b.titles[titles] = append(b.titles[titles], len(b.sections))
	b.sections = append(b.sections, sectionAt{id, titles, f.Span.Start})
	var p props
	p.text("title", s.Title)
	p.text("number", s.Number)
	p.text("kind", s.Kind)
	p.Props = append(p.Props, Prop{"level", int64(s.Level)}, Prop{"ordinal", int64(ordinal)})
	p.text("path", titles)
	ref := b.node(Section, id, p.Props)
	b.edge(HasSection, parent, ref, "", f.Span.Start, evidence(f), Props{{"ordinal", int64(ordinal)}})
	return nil
}

// rootSection is where facts on the cover and before the first heading stand.
func (b *builder) rootSection() Ref {
	ref := Ref{Section, b.graph.ID + "#0"}
	if !b.root {
		b.root = true
		var p props
		p.text("title", b.info.Title)
		p.text("kind", plan.KindPlan)
		p.Props = append(p.Props, Prop{"level", int64(0)}, Prop{"ordinal", int64(0)})
		b.node(Section, ref.ID, p.Props)
		b.edge(HasSection, b.self(), ref, "", 0, nil, Props{{"ordinal", int64(0)}})
	}
	return ref
}

// at returns the section that a fact stands in. Titles may be there several
// times (组织领导 under two chapters of one name): then the last one that begins
// before the fact is meant.
func (b *builder) at(f *plan.Fact) Ref {
	if f.Task != nil && f.Task.SectionPath != "" {
		if i, ok := b.byPath[f.Task.SectionPath]; ok {
			return Ref{Section, b.sections[i].id}
		}
	}
	if f.Section == "" {
		return b.rootSection()
	}
	found := -1
	if same := b.titles[f.Section]; same != nil {
		found = same[0]
		for _, i := range same {
			if b.sections[i].start <= f.Span.Start {
				found = i
			}
		}
	} else { // titles that no section row has: the place decides
		for i := range b.sections {
			if b.sections[i].start <= f.Span.Start {
				found = i
			}
		}
	}
	if found < 0 {
		return b.rootSection()
	}
	return Ref{Section, b.sections[found].id}
}

func (b *builder) task(f *plan.Fact) {
	b.addTask(b.at(f), f.Task.Title, f.Task.Kind, f)
}

func (b *builder) addTask(section Ref, title, kind string, f *plan.Fact) Ref {
	b.ordinals[section.ID]++
	id := section.ID + "/" + strconv.Itoa(b.ordinals[section.ID])
	ev := evidence(f)
	var p props
	p.text("title", title)
	p.text("text", f.Quote)
	p.text("kind", kind)
	ref := b.node(Task, id, p.Props)
	b.tasks[section.ID] = append(b.tasks[section.ID], taskAt{ref, Canonical(title), kind, f.Span.Start, f.Line, ev, b.charging[f.Rule]})
	b.edge(HasTask, section, ref, "", f.Span.Start, ev, nil)
	return ref
}

func (b *builder) assignment(f *plan.Fact) {
	a := f.Assignment
	section := b.at(f)
	body := b.body(a.Department, f)
	b.mention(section, body, a.Department, "", f)
	var p props
	p.text("as_written", a.Department)
	p.text("role", a.Role)
	p.Props = append(p.Props, Prop{"explicit", a.Explicit})
	p.text("due", a.Due)
	p.text("scope", a.Scope)
	b.assigned++ // one bracket names many bodies: this keeps their order
	p.Props = append(p.Props, Prop{"order", int64(b.assigned)})
	task := b.taskOf(section, f)
	b.edge(ResponsibleFor, body, task, a.Role, f.Span.Start, evidence(f), p.Props)
	b.partOfItems(section, task, f)
}

// taskOf finds the task that an assignment names: of the section's tasks with
// its title the nearest that begins no later, else the nearest of all. A title
// that no task has makes a task.
func (b *builder) taskOf(section Ref, f *plan.Fact) Ref {
	title := Canonical(f.Assignment.Task)
	best := -1
	tasks := b.tasks[section.ID]
	for i, t := range tasks {
		if t.title == title && (best < 0 || t.start <= f.Span.Start) {
			best = i
		}
	}
	if best >= 0 {
		return tasks[best].ref
	}
	return b.addTask(section, f.Assignment.Task, "", f)
}

// body returns the node of a body. With a fact, a collective's members are made
// and tied to it.
func (b *builder) body(written string, f *plan.Fact) Ref {
	id := b.ids[written]
	if f != nil && f.Assignment != nil && f.Assignment.DepartmentID != "" {
		id = f.Assignment.DepartmentID
	}
	if id == "" {
		name := written
		if f != nil && f.Department != nil && f.Department.Canonical != "" {
			name = f.Department.Canonical
		}
		id = b.know.Naming.ID(name, b.info.Region)
		b.ids[written] = id
	}
	known := b.nodes[Ref{Department, id}]
	ref := b.node(Department, id, bodyProps(id))
	if f == nil || known {
		return ref
	}
	for _, m := range b.know.Naming.Describe(id).Members {
		if b.know.Naming.Describe(m).Kind == "class" {
			b.edge(MemberOf, b.node(Department, m, bodyProps(m)), ref, "", f.Span.Start, evidence(f), nil)
		}
	}
	return ref
}

// bodyProps are the properties that follow from the id; Derive adds the rest.
func bodyProps(id string) Props {
	name, _ := SplitID(id)
	return Props{{"name", name}}
}

// mention ties a body to the section, once.
func (b *builder) mention(section, body Ref, written, level string, f *plan.Fact) {
	if b.mentions[[2]string{section.ID, body.ID}] {
		return
	}
	b.mentions[[2]string{section.ID, body.ID}] = true
	var p props
	p.text("as_written", written)
	p.text("level", level)
	b.edge(Mentions, section, body, "", f.Span.Start, evidence(f), p.Props)
}

func (b *builder) department(f *plan.Fact) {
	b.mention(b.at(f), b.body(f.Department.Name, f), f.Department.Name, f.Department.Level, f)
}

// common is the name of a node that plans share; how each plan writes it stands on its edge.
func (b *builder) common(name string) string { return Canonical(b.know.Naming.Simplify(name)) }

func (b *builder) indicator(name, unit string) (Ref, string) {
	family := b.know.Quantities.Family(unit)
	canonical := b.common(name)
	return b.node(Indicator, canonical+"|"+family, Props{{"name", canonical}, {"unit_family", family}}), canonical
}

func (b *builder) target(f *plan.Fact) {
	t := f.Target
	indicator, name := b.indicator(t.Indicator, t.Unit)
	var p props
	p.text("op", t.Op)
	p.text("value", t.Value)
	p.text("unit", t.Unit)
	if t.Op != "text" {
		if low, high, isRange, ok := b.know.Quantities.Number(t.Value, t.Unit); ok {
			p.Props = append(p.Props, Prop{"number", low})
			if isRange {
				p.Props = append(p.Props, Prop{"number_high", high})
			}
			if low, high, ok := b.know.Quantities.Amount(t.Value, t.Unit); ok {
				p.Props = append(p.Props, Prop{"amount", low})
				if isRange {
					p.Props = append(p.Props, Prop{"amount_high", high})
				}
			}
		}
	}
	p.year("year", t.Year)
	p.text("nature", t.Nature)
	p.text("baseline", t.Baseline)
	p.year("baseline_year", t.BaselineYear)
	p.text("origin", t.Origin)
	ref := b.node(Target, b.goalID(indicator, t.Year, f), p.Props)
	b.measured(Sets, ref, indicator, t.Indicator, f)
	b.targets = append(b.targets, thingAt{ref, name, f.Span.Start, f.Line})
}

func (b *builder) result(f *plan.Fact) {
	r := f.Result
	indicator, _ := b.indicator(r.Indicator, r.Unit)
	var p props
	p.text("planned", r.Planned)
	p.text("achieved", r.Achieved)
	p.text("unit", r.Unit)
	p.year("year", r.Year)
	b.measured(Reports, b.node(Result, b.goalID(indicator, r.Year, f), p.Props), indicator, r.Indicator, f)
}

func (b *builder) goalID(indicator Ref, year int, f *plan.Fact) string {
	return b.graph.ID + "/" + indicator.ID + "/" + strconv.Itoa(year) + "/" + strconv.Itoa(f.Span.Start)
}

func (b *builder) measured(t EdgeType, goal, indicator Ref, written string, f *plan.Fact) {
	ev := evidence(f)
	b.edge(t, b.at(f), goal, "", f.Span.Start, ev, nil)
	b.edge(Measures, goal, indicator, "", f.Span.Start, ev, Props{{"as_written", written}})
}

func (b *builder) project(f *plan.Fact) {
	p := f.Project
	name := b.common(p.Name)
	place := b.know.Naming.Place(name, b.info.Region)
	id := name
	if place == "" && b.info.Region != "" {
		id, place = name+"@"+b.info.Region, b.info.Region
	}
	ref := b.node(Project, id, Props{{"name", name}})
	ev := evidence(f)
	var own props
	own.text("as_written", p.Name)
	own.text("kind", p.Kind)
	own.text("status", p.Status)
	own.text("box", p.Box)
	b.edge(Lists, b.at(f), ref, p.Status, f.Span.Start, ev, own.Props)
	if place != "" {
		b.edge(LocatedIn, ref, b.region(place), "", f.Span.Start, ev, nil)
	}
	b.projects = append(b.projects, thingAt{ref, name, f.Span.Start, f.Line})
	if p.Box == "" {
		return
	}
	if p.Kind == "box" {
		b.boxes[p.Box] = ref
	} else {
		b.inBoxes = append(b.inBoxes, inBox{ref, p.Box, ev})
	}
}

// region returns a place's node, tied to the places above it.
func (b *builder) region(name string) Ref {
	level, above := b.know.Naming.Region(name)
	p := props{Props{{"name", name}}}
	p.text("level", level)
	known := b.nodes[Ref{Region, name}]
	ref := b.node(Region, name, p.Props)
	if above != "" && !known {
		b.edge(PartOf, ref, b.region(above), "", 0, nil, nil)
	}
	return ref
}

func (b *builder) partOfBoxes() {
	for _, p := range b.inBoxes {
		if box, ok := b.boxes[p.box]; ok && box != p.ref {
			b.edge(PartOf, p.ref, box, "", p.ev.Start, p.ev, nil)
		}
	}
}

func (b *builder) citation(f *plan.Fact) {
	c := f.Citation
	doc := CitedDocument(c.Title, c.DocumentNumber)
	ref := b.node(doc.Label, doc.ID, doc.Props)
	var p props
	p.text("title", c.Title)
	p.text("document_number", c.DocumentNumber)
	p.text("kind", c.Kind)
	b.edge(Cites, b.at(f), ref, "", f.Span.Start, evidence(f), p.Props)
}

// CitedDocument is the node of a cited work that is not itself in the graph; a
// CITES edge carries both arguments, so the node can be made again when the plan
// that the edge ended at goes.
func CitedDocument(title, number string) Node {
	var p props
	p.text("title", Canonical(title))
	p.text("document_number", Canonical(number))
	id := Canonical(title)
	if number != "" {
		id += " " + Canonical(number)
	}
	return Node{Ref{Document, id}, p.Props}
}

// about ties tasks to what they are: the project of their title, the targets of
// their table row.
func (b *builder) about() {
	projects := map[string]Ref{}
	for _, p := range b.projects {
		if _, twice := projects[p.name]; !twice {
			projects[p.name] = p.ref
		}
	}
	rows := map[int][]thingAt{}
	for _, t := range b.targets {
		rows[t.line] = append(rows[t.line], t)
	}
	for _, s := range b.sections {
		b.aboutTasks(b.tasks[s.id], projects, rows)
	}
	b.aboutTasks(b.tasks[b.graph.ID+"#0"], projects, rows)
}

func (b *builder) aboutTasks(tasks []taskAt, projects map[string]Ref, rows map[int][]thingAt) {
	for _, t := range tasks {
		title := b.common(t.title)
		if p, ok := projects[title]; ok {
			b.edge(About, t.ref, p, "", t.start, t.ev, nil)
		}
		for _, goal := range rows[t.line] {
			inRow := t.kind == "row" && goal.start >= t.start && goal.start < t.ev.End
			if inRow || goal.name == title {
				b.edge(About, t.ref, goal.ref, "", t.start, t.ev, nil)
			}
		}
	}
}
