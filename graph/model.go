// Package graph turns the facts of a plan into nodes, edges and evidence, says
// what a store must be able to do with them, and holds the named analyses. It
// knows neither SQLite nor Neo4j.
package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
)

// Label is the kind of a node. Labels are the ones that users type in Cypher;
// nothing else ever becomes part of a query's text.
type Label string

// The labels.
const (
	Plan       Label = "Plan"
	Section    Label = "Section"
	Task       Label = "Task"
	Project    Label = "Project"
	Indicator  Label = "Indicator"
	Target     Label = "Target"
	Result     Label = "Result"
	Department Label = "Department"
	Region     Label = "Region"
	Document   Label = "Document"
)

// Labels returns the closed list of labels, in the order in which docs/neo4j.md tells of them.
func Labels() []Label {
	return []Label{Plan, Section, Task, Project, Indicator, Target, Result, Department, Region, Document}
}

// Shared reports whether plans meet in nodes of this label. A shared node lives
// as long as an edge of some plan touches it; the others belong to one plan.
func (l Label) Shared() bool {
	switch l {
	case Project, Indicator, Department, Region, Document:
		return true
	}
	return false
}

// EdgeType is the kind of an edge.
type EdgeType string

// The edge types.
const (
	HasSection     EdgeType = "HAS_SECTION"
	HasTask        EdgeType = "HAS_TASK"
	ResponsibleFor EdgeType = "RESPONSIBLE_FOR"
	About          EdgeType = "ABOUT"
	Lists          EdgeType = "LISTS"
	Sets           EdgeType = "SETS"
	Reports        EdgeType = "REPORTS"
	Measures       EdgeType = "MEASURES"
	Mentions       EdgeType = "MENTIONS"
	IssuedBy       EdgeType = "ISSUED_BY"
	Cites          EdgeType = "CITES"
	LocatedIn      EdgeType = "LOCATED_IN"
	MemberOf       EdgeType = "MEMBER_OF"
	PartOf         EdgeType = "PART_OF"
	SucceededBy    EdgeType = "SUCCEEDED_BY"
	DependsOn      EdgeType = "DEPENDS_ON"
	OverlapsWith   EdgeType = "OVERLAPS_WITH"
)

// EdgeTypes returns the closed list of edge types, in the order in which docs/neo4j.md tells of them.
func EdgeTypes() []EdgeType {
	return []EdgeType{HasSection, HasTask, ResponsibleFor, About, Lists, Sets, Reports, Measures, Mentions,
		IssuedBy, Cites, LocatedIn, MemberOf, PartOf, SucceededBy, DependsOn, OverlapsWith}
}

// Prop is one property of a node or an edge. Value is a string, Date, int64,
// float64, bool, []string or []int64; never nil and never empty text: what is
// absent has no Prop.
type Prop struct {
	Name  string
	Value any
}

// Date is an ISO date (2021-08-27), or the part of one that the text gives. A
// store with a date type of its own keeps whole dates in it.
type Date string

// Props are properties in the order in which they are shown. Names are unique.
type Props []Prop

// Get returns the value of a property, or nil.
func (p Props) Get(name string) any {
	for i := range p {
		if p[i].Name == name {
			return p[i].Value
		}
	}
	return nil
}

// Text returns the value of a property that is text, or "".
func (p Props) Text(name string) string {
	switch v := p.Get(name).(type) {
	case string:
		return v
	case Date:
		return string(v)
	}
	return ""
}

// Ref names a node.
type Ref struct {
	Label Label
	ID    string // unique among the nodes of the label
}

// Node is a node without its edges. Nodes of shared labels carry, as Build makes
// them, only what follows from their id; what depends on the plans around them
// (aliases, level, kind, status) is set by Derive.
type Node struct {
	Ref
	Props Props // without "id"
}

// Edge is one edge. Two edges are the same when their keys are.
type Edge struct {
	Key      string // 32 hex digits, see EdgeKey
	Type     EdgeType
	From, To Ref       // both are among the nodes of the graph
	Plan     string    // id of the plan that states it; "" for derived edges
	Props    Props     // without key, plan and evidence
	Evidence *Evidence // nil for edges that no words state
}

// Evidence is where a fact stands and how it was found.
type Evidence struct {
	Quote      string // exactly the text from Start to End
	Start, End int    // bytes into the decoded text of the plan's source, half-open
	Line       int    // 1-based
	Rule       string // id
	Confidence string // certain, likely, weak
}

// EdgeKey returns the key of an edge: a digest of its type, both ends, the plan
// that states it, its role or status, and where the statement starts. The plan
// is part of it because two plans may say one thing of two shared nodes.
func EdgeKey(t EdgeType, from, to Ref, plan, role string, start int) string {
	h := sha256.New()
	for _, s := range [...]string{string(t), string(from.Label), from.ID, string(to.Label), to.ID, plan, role, strconv.Itoa(start)} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// PlanGraph is everything that one plan contributes to the graph. Nodes are
// unique by Ref, edges by Key; every end of an edge is among the nodes.
type PlanGraph struct {
	ID     string // the plan's id
	Source string // the file that it was read from; build gives its whole path
	Stamp  string // digest of text, rules and program version; kept by the store, no property of a node
	Nodes  []Node // the plan's own, and the shared ones that its edges end at
	Edges  []Edge
}

// Sort puts nodes in the order of their refs, edges in that of type and key, and
// properties in that of their names: the form in which stores give graphs back.
func (g *PlanGraph) Sort() {
	slices.SortFunc(g.Nodes, func(a, b Node) int { return compareRefs(a.Ref, b.Ref) })
	slices.SortFunc(g.Edges, func(a, b Edge) int {
		if c := strings.Compare(string(a.Type), string(b.Type)); c != 0 {
			return c
		}
		return strings.Compare(a.Key, b.Key)
	})
	for _, n := range g.Nodes {
		n.Props.Sort()
	}
	for _, e := range g.Edges {
		e.Props.Sort()
	}
}

// Sort puts properties in the order of their names.
func (p Props) Sort() {
	slices.SortFunc(p, func(a, b Prop) int { return strings.Compare(a.Name, b.Name) })
}
