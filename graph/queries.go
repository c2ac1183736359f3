package graph

import "slices"

// Analyses returns the named analyses in the order in which they are listed.
func Analyses() []*Analysis {
	return []*Analysis{&plansQuery, &sectionsQuery, &ownersQuery, &tasksQuery, &targetsQuery, &conflictsQuery, &resultsQuery, &projectsQuery,
		&departmentsQuery, &citationsQuery, &dependenciesQuery, &sharedQuery}
}

// FindAnalysis returns the analysis of a name, or nil.
func FindAnalysis(name string) *Analysis {
	all := Analyses()
	if i := slices.IndexFunc(all, func(a *Analysis) bool { return a.Name == name }); i >= 0 {
		return all[i]
	}
	return nil
}

// The texts of the analyses are written against these tables and this graph.
//
// SQL: node(nid, label, id, name, props), edge(eid, key, type, src, dst, plan,
// props, evidence), evidence(vid, quote, start, "end", line, rule, confidence).
// props is JSON; plan is the id of the plan that states the edge. A list
// parameter comes as a JSON array. In each text `plan` is the row's plan id.
//
// Cypher: every node has id; every edge that a plan states has the property plan
// beside those that docs/neo4j.md tells of.

var planFilter = Filter{Name: "plan", Kind: FilterIDs, Zh: "规划:文号、文号末尾(61号)或标题的一部分",
	En: "plan: its id, a unique end of it (61号) or part of its title"}

var indicatorFilter = Filter{Name: "indicator", Kind: FilterPart, Zh: "指标名称的一部分", En: "part of the indicator's name"}

// where are the columns that end each row of a question about facts.
func where(columns ...Column) []Column {
	return append(columns,
		Column{Name: "plan"}, Column{Name: "section"}, Column{Name: "source"},
		Column{Name: "line", Kind: ColumnInt}, Column{Name: "quote"},
		Column{Name: "_start", Kind: ColumnInt, Hidden: true}, Column{Name: "_key", Hidden: true})
}

var placeOrder = []string{"plan", "_start", "_key"}
