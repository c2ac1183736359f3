package graph

import "plangraph/plan"

// departmentsQuery has no place in a text for its rows: a body is named at many.
var departmentsQuery = Analysis{
	Name: "departments",
	Zh:   "有哪些部门,各担多少任务",
	En:   "who is there, with how many duties of each role",
	Filters: []Filter{
		{Name: "level", Kind: FilterText, Zh: "层级", En: "level", Values: []string{plan.LevelNation, plan.LevelProvince, plan.LevelCity, plan.LevelCounty, plan.LevelAll, plan.LevelOther}},
		planFilter,
	},
	Columns: []Column{
		{Name: "department"}, {Name: "short_name"}, {Name: "level"}, {Name: "kind"}, {Name: "aliases", Kind: ColumnList},
		{Name: "lead", Kind: ColumnInt}, {Name: "joint", Kind: ColumnInt}, {Name: "responsible", Kind: ColumnInt},
		{Name: "support", Kind: ColumnInt}, {Name: "host", Kind: ColumnInt}, {Name: "plans", Kind: ColumnInt},
		{Name: "_id", Hidden: true},
	},
	Order: []string{"_id"},
	SQL: `
SELECT d.name, d.props->>'short_name', d.props->>'level', d.props->>'kind', d.props->'aliases',
       count(CASE WHEN e.props->>'role' = 'lead' THEN 1 END),
       count(CASE WHEN e.props->>'role' = 'joint' THEN 1 END),
       count(CASE WHEN e.props->>'role' = 'responsible' THEN 1 END),
       count(CASE WHEN e.props->>'role' = 'support' THEN 1 END),
       count(CASE WHEN e.props->>'role' = 'host' THEN 1 END),
       count(DISTINCT e.plan), d.id
FROM node d JOIN (
  SELECT src AS nid, plan, props FROM edge WHERE type = 'RESPONSIBLE_FOR'
  UNION ALL
  SELECT dst, plan, props FROM edge WHERE type = 'MENTIONS') e ON e.nid = d.nid
WHERE ($level IS NULL OR d.props->>'level' = $level)
  AND ($plan IS NULL OR e.plan IN (SELECT value FROM json_each($plan)))
GROUP BY d.nid`,
	Cypher: `
MATCH (d:Department)-[e:RESPONSIBLE_FOR|MENTIONS]-()
WHERE ($level IS NULL OR d.level = $level) AND ($plan IS NULL OR e.plan IN $plan)
RETURN d.name, d.short_name, d.level, d.kind, d.aliases,
       count(CASE WHEN e.role = 'lead' THEN 1 END), count(CASE WHEN e.role = 'joint' THEN 1 END),
       count(CASE WHEN e.role = 'responsible' THEN 1 END), count(CASE WHEN e.role = 'support' THEN 1 END),
       count(CASE WHEN e.role = 'host' THEN 1 END), count(DISTINCT e.plan), d.id`,
}
