package resolve

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"plangraph/plan"
)

// Facts makes the drafts of a plan, in the order of the text, its final rows:
// each body, project and document once, names resolved, with the rows for the
// plan, its sections and the tasks that assignments name.
func (r *Resolver) Facts(doc *plan.Document, p *plan.Plan, drafts []plan.Fact) []plan.Fact {
	region := p.Region
	if region.Name == "" && region.Level == "" {
		region = r.Region(doc, p)
	}
	if region.Code == "" && region.Name != "" {
		for _, pl := range r.lex.Named(region.Name) {
			region.Code, region.Level = pl.Codes[0], pl.Level
			break
		}
	}
	m := maker{r: r, doc: doc, p: p, region: region, folded: map[string]string{}, bodies: map[mention]Body{}, out: make([]plan.Fact, 0, len(drafts)+len(p.Sections))}
	m.structure()
	m.departments(drafts)
	m.rest(drafts)
	m.tasks(drafts)
	return m.sorted()
}

// sorted returns the rows in the order of the text; it moves numbers, not rows.
func (m *maker) sorted() []plan.Fact {
	index := make([]int32, len(m.out))
	for i := range index {
		index[i] = int32(i)
	}
	slices.SortFunc(index, func(i, j int32) int {
		a, b := &m.out[i], &m.out[j]
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(order(a.Type), order(b.Type)), cmp.Compare(b.Span.End, a.Span.End), cmp.Compare(i, j))
	})
	out := make([]plan.Fact, len(index))
	for i, j := range index {
		out[i] = m.out[j]
	}
	return out
}

// order puts structure before what stands in it.
func order(t plan.FactType) int {
	switch t {
	case plan.TypePlan:
		return 0
	case plan.TypeSection:
		return 1
	case plan.TypeTask:
		return 2
	}
	return 3
}

// maker makes the final rows of one plan.
type maker struct {
	r      *Resolver
	doc    *plan.Document
	p      *plan.Plan
	region plan.Region
	folded map[string]string // name -> fold
	bodies map[mention]Body
	groups []group // in the order of the text
	out    []plan.Fact
}

// mention is a name as the plan writes it, in a list of duty-bearers or not.
type mention struct {
	name   string
	listed bool
}

// body resolves a name of the plan, once: the maker goes with its plan, so that no
// name keeps the text of a plan in memory that was read long ago.
func (m *maker) body(name string, listed bool) Body {
	k := mention{name, listed}
	b, known := m.bodies[k]
	if !known {
		b = m.r.Body(name, m.region, listed)
		m.bodies[k] = b
	}
	return b
}

// fold is the form in which names are compared: NFKC, without blanks and
// quotation marks, simplified. A plan says most of its names again and again.
func (m *maker) fold(s string) string {
	if f, ok := m.folded[s]; ok {
		return f
	}
	f := m.r.fold(s)
	m.folded[s] = f
	return f
}

// fold writes a name so that spellings of one name are equal: simplified, half-width, in small
// letters, without blanks and quotation marks.
func (r *Resolver) fold(s string) string {
	out := make([]rune, 0, len(s)/3+1)
	for _, c := range s {
		switch {
		case c >= 0x4E00 && c <= 0x9FFF:
		case noInk(c) || strings.ContainsRune("“”\"‘’'「」《》·", c):
			continue
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= 0x80:
			for _, d := range norm.NFKC.String(string(c)) {
				out = append(out, unicode.ToLower(d))
			}
			continue
		}
		out = append(out, c)
	}
	return string(r.lex.Simplify(out))
}

// structure adds the rows of the plan and its sections.
func (m *maker) structure() {
	p := m.p
	line := m.doc.Line(p.Span.Start)
	m.out = append(m.out, plan.Fact{Type: plan.TypePlan, Plan: p.ID, Source: m.doc.Source, Span: p.Span, Line: line, Quote: p.Title,
		PlanInfo: &plan.PlanInfo{Title: p.Title, DocumentNumber: p.DocumentNumber, Issuer: p.Issuer, IssuedOn: p.IssuedOn,
			PeriodStart: p.PeriodStart, PeriodEnd: p.PeriodEnd, Horizon: p.Horizon, Region: m.region.Name, SHA256: p.SHA256}})
	for i := range p.Sections {
		s := &p.Sections[i]
		if i == 0 || s.TitleSpan.Len() <= 0 {
			continue
		}
		m.out = append(m.out, plan.Fact{Type: plan.TypeSection, Plan: p.ID, Source: m.doc.Source, Span: s.TitleSpan,
			Line: m.doc.Line(s.TitleSpan.Start), Quote: m.doc.Slice(s.TitleSpan),
			SectionOf: &plan.SectionInfo{Path: s.Path, Number: s.Number, Title: s.Title, Kind: s.Kind, Level: s.Level}})
	}
}

// departments keeps each written form's first mention, and adds the bodies that
// only assignments name.
func (m *maker) departments(drafts []plan.Fact) {
	d := m.named(drafts)
	seen := map[string]int{} // where in m.out each written form stands
	group := false           // a leading group was named before
	for i := range drafts {
		f := drafts[i]
		if f.Type != plan.TypeDepartment {
			continue
		}
		k := m.fold(f.Department.Name)
		charged := d.charged[k]
		if _, again := seen[k]; again || !charged && (f.Confidence == plan.Weak || d.inside(f.Span) || d.built(&f)) {
			continue
		}
		if m.r.lists.taskOffice.attrs[k]["named"] != "" && !group && !charged {
			continue
		}
		group = group || m.r.lists.taskGroup.ends(k)
		if f.Confidence == plan.Weak {
			f.Confidence = plan.Likely
		}
		seen[k] = len(m.out)
		m.out = append(m.out, f)
	}
	for _, f := range d.assignments {
		m.addCharged(f, seen)
	}
	m.resolveDepartments(d.charged)
}

// named is what is named beside departments, in the drafts of a plan.
type named struct {
	*maker
	assignments []*plan.Fact
	charged     map[string]bool // the written forms of whom they charge
	bodies      []plan.Span     // where those names stand, in order
	projects    []plan.Span     // where the names of projects stand, in order
}

// named gathers what assignments and projects name.
func (m *maker) named(drafts []plan.Fact) *named {
	d := &named{maker: m, charged: map[string]bool{}}
	for i := range drafts {
		switch f := &drafts[i]; f.Type {
		case plan.TypeAssignment:
			d.charged[m.fold(f.Assignment.Department)] = true
			d.assignments = append(d.assignments, f)
			if at := m.locate(f); at.Len() == len(f.Assignment.Department) {
				d.bodies = append(d.bodies, at)
			}
		case plan.TypeProject:
			d.projects = append(d.projects, f.Span)
		}
	}
	byStart := func(a, b plan.Span) int { return cmp.Compare(a.Start, b.Start) }
	slices.SortFunc(d.bodies, byStart)
	slices.SortFunc(d.projects, byStart)
	return d
}

// startsAt compares where a span starts with a place in the text.
func startsAt(s plan.Span, at int) int { return cmp.Compare(s.Start, at) }

// inside reports whether s is a part of the name of whom an assignment charges: 武警 in
// 武警支队, 乙县人民政府 in 甲县、乙县人民政府.
func (d *named) inside(s plan.Span) bool {
	i, _ := slices.BinarySearchFunc(d.bodies, s.Start+1, startsAt)
	for ; i > 0 && d.bodies[i-1].End > s.Start; i-- {
		if n := d.bodies[i-1]; n.Start <= s.Start && s.End <= n.End && n.Len() > s.Len() && d.closed(n, s) {
			return true
		}
	}
	return false
}

// built reports whether the name of a project begins with a department's, so that it is what
// is built: 市图书馆 in 市图书馆新馆.
func (d *named) built(f *plan.Fact) bool {
	if !d.r.lists.builtTail.ends(f.Department.Name) {
		return false
	}
	i, ok := slices.BinarySearchFunc(d.projects, f.Span.Start, startsAt)
	return ok && f.Span.End <= d.projects[i].End
}

// addCharged adds the body that an assignment names, or moves the one that is there to it
// where the assignment names it first.
func (m *maker) addCharged(o *plan.Fact, seen map[string]int) {
	k := m.fold(o.Assignment.Department)
	span := m.locate(o)
	if at, known := seen[k]; known {
		if d := &m.out[at]; span.Start < d.Span.Start && span.Len() > 0 && m.fold(m.doc.Slice(span)) == k {
			d.Span, d.Line, d.Quote, d.Section = span, m.doc.Line(span.Start), m.doc.Slice(span), o.Section
		}
		return
	}
	f := *o
	f.Type, f.Assignment = plan.TypeDepartment, nil
	f.Department = &plan.Department{Name: o.Assignment.Department}
	f.Span, f.Line, f.Quote = span, m.doc.Line(span.Start), m.doc.Slice(span)
	seen[k] = len(m.out)
	m.out = append(m.out, f)
}

// resolveDepartments gives the departments their canonical names and levels.
func (m *maker) resolveDepartments(charged map[string]bool) {
	for i := range m.out {
		f := &m.out[i]
		if f.Type != plan.TypeDepartment {
			continue
		}
		d := *f.Department
		b := m.body(d.Name, charged[m.fold(d.Name)])
		d.Canonical, d.Level = b.Canonical, b.Level
		if m.r.lists.taskGroup.ends(d.Canonical) && !m.r.lists.taskGroup.has(d.Name) {
			m.groups = append(m.groups, group{f.Span.Start, d.Canonical})
		}
		f.Department = &d
	}
	slices.SortStableFunc(m.groups, func(a, b group) int { return cmp.Compare(a.at, b.at) })
	for i := range m.out {
		if f := &m.out[i]; f.Type == plan.TypeDepartment {
			if office, ok := m.office(f.Department.Name, f.Span.Start); ok {
				f.Department.Canonical = office.Canonical
			}
		}
	}
}

// group is a leading group, where the plan first names it.
type group struct {
	at   int // byte
	name string
}

// office resolves the office of a group that the plan calls by its kind alone
// (领导小组办公室, 办公室): that of the last group of the kind named before pos,
// else of the first one. Where the plan names none, the name stands as written. ok is false
// for another body.
func (m *maker) office(name string, pos int) (b Body, ok bool) {
	kind, ok := m.r.lists.taskOffice.attrs[name]
	if !ok {
		return Body{}, false
	}
	b = m.body(name, true)
	b.Canonical, b.ID = name, at(name, m.region)
	for i, g := range m.groups {
		if strings.HasSuffix(g.name, kind["of"]) && (b.Canonical == name || m.groups[i].at < pos) {
			b.Canonical = g.name + kind["behind"]
			b.ID = b.Canonical
		}
	}
	return b, true
}

// closed reports whether no bracket opens in a name before a part of it: 市交通委(市道运局)
// names two bodies.
func (m *maker) closed(name, part plan.Span) bool {
	return !strings.ContainsAny(m.doc.Text[name.Start:part.Start], "(（〔")
}

// locate finds where an assignment's span names its body; the whole span where
// the name is not written out in it.
func (m *maker) locate(f *plan.Fact) plan.Span {
	if i := strings.Index(f.Quote, f.Assignment.Department); i >= 0 {
		return plan.Span{Start: f.Span.Start + i, End: f.Span.Start + i + len(f.Assignment.Department)}
	}
	return f.Span
}

// projectRank orders the origins of a project: the record of a box stays.
func projectRank(kind string) int {
	switch kind {
	case "box":
		return 0
	case "box_item":
		return 1
	case "list":
		return 2
	}
	return 3
}

// rest keeps projects and citations once, targets said again in prose once, and
// gives assignments the id of their body.
func (m *maker) rest(drafts []plan.Fact) {
	projects, citations := map[string]int{}, map[string]int{} // where the first of a name stands in m.out
	seen := map[string]bool{}
	for i := range drafts {
		f := drafts[i]
		switch f.Type {
		case plan.TypeDepartment:
			continue
		case plan.TypeProject:
			k := m.fold(f.Project.Name)
			if at, again := projects[k]; again {
				old := m.out[at]
				if projectRank(f.Project.Kind) < projectRank(old.Project.Kind) {
					if f.Project.Status == "" && old.Project.Status != "" {
						p := *f.Project
						p.Status = old.Project.Status
						f.Project = &p
					}
					m.out[at] = f
				} else if old.Project.Status == "" && f.Project.Status != "" {
					p := *old.Project
					p.Status = f.Project.Status
					m.out[at].Project = &p
				}
				continue
			}
			projects[k] = len(m.out)
		case plan.TypeCitation:
			k := m.fold(f.Citation.Title)
			if first, again := citations[k]; again { // the number may stand at a later mention
				if old := m.out[first].Citation; old.DocumentNumber == "" && f.Citation.DocumentNumber != "" {
					c := *old
					c.DocumentNumber = f.Citation.DocumentNumber
					m.out[first].Citation = &c
				}
				continue
			}
			citations[k] = len(m.out)
		case plan.TypeTarget:
			t := f.Target
			k := strings.Join([]string{"t", m.fold(t.Indicator), t.Op, t.Value, t.Unit, strconv.Itoa(t.Year), t.Origin}, "|")
			if t.Origin == "prose" && seen[k] {
				continue
			}
			seen[k] = true
		case plan.TypeAssignment:
			a := *f.Assignment
			a.DepartmentID = m.body(a.Department, true).ID
			if office, ok := m.office(a.Department, f.Span.Start); ok {
				a.DepartmentID = office.ID
			}
			f.Assignment = &a
		}
		m.out = append(m.out, f)
	}
}

// tasks adds a task for what an assignment names and no task row of its section
// says yet.
func (m *maker) tasks(drafts []plan.Fact) {
	known := map[string]bool{}
	for i := range m.out {
		if f := &m.out[i]; f.Type == plan.TypeTask {
			known[f.Section+"|"+m.fold(f.Task.Title)] = true
		}
	}
	for i := range drafts {
		f := drafts[i]
		if f.Type != plan.TypeAssignment || f.Assignment.Task == "" {
			continue
		}
		k := f.Section + "|" + m.fold(f.Assignment.Task)
		if known[k] {
			continue
		}
		known[k] = true
		title := f.Assignment.Task
		kind := "paragraph"
		if strings.Contains(f.Quote, "\t") {
			kind = "row"
		}
		f.Type, f.Assignment = plan.TypeTask, nil
		f.Task = &plan.Task{Title: title, Kind: kind, SectionPath: m.sectionPath(f.Span.Start)}
		m.out = append(m.out, f)
	}
}

// sectionPath returns the ordinal path of the innermost section around a
// position.
func (m *maker) sectionPath(pos int) string {
	blocks := m.p.Blocks // a box ends before the next heading, where its text does: blocks know
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span().Start > pos }) - 1
	if i < 0 {
		return ""
	}
	return m.p.Sections[blocks[i].Section].Path
}
