package graph

import "strings"

// Naming tells what the name of a body says about it. It is a pure function of
// the id, so that a node looks the same whichever plan was read first; package
// resolve has the real one.
type Naming interface {
	// Describe takes a Department's id: a name, or a name + "@" + region.
	Describe(id string) Body
	// RegionLevel returns 国家, 省, 市 or 县 for a place's full name, "" when unknown.
	RegionLevel(name string) string
}

// Body is what is known of a body by its name alone. Ids are Department ids;
// those of nodes that are not in the graph are passed over.
type Body struct {
	ShortName  string // 江苏省民政厅: 省民政厅
	Level      string // 国家, 省, 市, 县, 各级, 其他
	Kind       string // body, class, collective
	Region     string // full name of the place; "" for national bodies
	ValidFrom  Date   // first day under this name; "" when unknown or always
	ValidTo    Date   // last day under this name
	Above      string // id of the body that it is a part of
	Members    []string
	Classes    []string
	Successors []Succession
}

// Succession is a rename or a merger: the body's duties went to another.
type Succession struct {
	ID string
	On Date
}

// Members: for a collective (教育、公安、民政等部门@江苏省), the classes that it
// names (民政部门@江苏省) and the bodies that those are in its region
// (江苏省民政厅). Classes: for a body, the classes that it belongs to
// (各级民政部门@江苏省). Both give MEMBER_OF edges; `query owners` follows those
// to collectives always and those to classes with --classes.

// SplitID parts a node's id into name and region ("" when it has none).
func SplitID(id string) (name, region string) {
	if i := strings.LastIndexByte(id, '@'); i > 0 {
		return id[:i], id[i+1:]
	}
	return id, ""
}
