package plan

// FactType names what a fact states; docs/facts.md tells users of each.
type FactType string

// The types of facts.
const (
	TypePlan       FactType = "plan"
	TypeSection    FactType = "section"
	TypeTask       FactType = "task"
	TypeTarget     FactType = "target"
	TypeResult     FactType = "result"
	TypeProject    FactType = "project"
	TypeAssignment FactType = "assignment"
	TypeDepartment FactType = "department"
	TypeCitation   FactType = "citation"
)

// FactTypes are the types of rows, in the order in which they are documented.
func FactTypes() []FactType {
	return []FactType{TypePlan, TypeSection, TypeTask, TypeTarget, TypeResult, TypeProject, TypeAssignment, TypeDepartment, TypeCitation}
}

// Roles are what a body may be to a task, as annotation of plans names them: it leads, it
// carries out with the one that leads, it answers for it, it helps, or it houses the office.
func Roles() []string { return []string{"lead", "joint", "responsible", "support", "host"} }

// Ops are how a target's value bounds its indicator; text is a goal in words.
func Ops() []string { return []string{"=", ">=", ">", "<=", "<", "~", "range", "text"} }

// Confidence says how sure a rule is of what it states.
type Confidence string

// The three degrees of confidence.
const (
	Certain Confidence = "certain" // the words say it
	Likely  Confidence = "likely"  // the words may say something else, and seldom do
	Weak    Confidence = "weak"    // it counts only where something else in the plan bears it out
)

// Fact is one statement with the words it stands on. Exactly one of the
// pointers is set, the one that Type names.
type Fact struct {
	Type       FactType   // which of the pointers is set
	Plan       string     // id of the plan
	Section    string     // titles of the sections around it, joined by " / "
	Source     string     // the file as named on the command line
	Span       Span       // bytes into the decoded source
	Line       int        // 1-based line of Span.Start
	Quote      string     // exactly the text of Span (type plan: the title)
	Rule       string     // id of the rule; "" for plan and section
	Confidence Confidence // of the rule; "" for plan and section

	PlanInfo   *PlanInfo
	SectionOf  *SectionInfo
	Task       *Task
	Target     *Target
	Result     *Result
	Project    *Project
	Assignment *Assignment
	Department *Department
	Citation   *Citation
}

// PlanInfo are the keys of a plan row.
type PlanInfo struct {
	Title, DocumentNumber, Issuer, IssuedOn string // as in Plan
	PeriodStart, PeriodEnd, Horizon         int    // years; 0 when absent
	Region                                  string // full name of the place; "" when unknown
	SHA256                                  string // hex digest of the plan's own text
}

// SectionInfo are the keys of a section row.
type SectionInfo struct {
	Path, Number, Title, Kind string // as in Section
	Level                     int    // 1 for chapters, …
}

// Task is a unit of work that the plan sets.
type Task struct {
	Title       string // its first sentence, or the title above it
	Kind        string // row, box, item, paragraph
	SectionPath string // ordinal path of its section
}

// Target is a plan's goal for one indicator.
type Target struct {
	Indicator    string // what is measured, put together from the words around the figure
	Op           string // = >= > <= < ~ range text
	Value        string // as written, without the unit
	Unit         string // as written: 万吨, %, 家; "" for none
	Year         int    // by which; 0 when unknown
	Baseline     string // what it starts from, as written; "" when not said
	BaselineYear int    // the year of that, or the one that a change is compared with; 0 for none
	Nature       string // 约束性, 预期性; "" when not said
	Origin       string // table, prose
}

// Result is a past result that a plan's table reports.
type Result struct {
	Indicator, Planned, Achieved, Unit string // as written; Planned is "" when not said
	Year                               int    // to which it speaks; 0 when unknown
}

// Project is a named undertaking.
type Project struct {
	Name   string // put together where a list leaves a head noun out
	Status string // "" when not said; 续建, 开工, 力争开工, 规划, 研究, 新建, 改扩建
	Kind   string // box, box_item, list, prose
	Box    string // "" outside of boxes; label and number without spaces: 专栏5
}

// Assignment makes a body responsible for a task.
type Assignment struct {
	Department   string // as written
	DepartmentID string // the body's id in the graph
	Role         string // lead, joint, support, responsible, host
	Task         string // what is to be done, as written
	Explicit     bool   // the text says in so many words that the body is responsible
	Due          string // time limit of the charge, as written; "" for none
	Scope        string // where it holds (适用范围), as written; "" for none
}

// Department is the first mention of a body in a plan.
type Department struct {
	Name      string // as written
	Canonical string // full official name, or the form as written where it is not sure
	Level     string // 国家, 省, 市, 县, 各级, 其他
}

// Citation is a document that the plan stands on.
type Citation struct {
	Title, DocumentNumber, Kind string // kind: law, regulation, standard, plan, notice, other
}
