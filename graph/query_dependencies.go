package graph

// dependenciesQuery gives a row for each thing that ties two plans. A plan that
// is asked for stands on either side.
var dependenciesQuery = Analysis{
	Name:    "dependencies",
	Zh:      "哪份规划依据或衔接哪份规划,哪些规划有相同的项目或指标",
	En:      "which plan depends on which, or overlaps with it",
	Filters: []Filter{planFilter},
	Columns: []Column{
		{Name: "plan"}, {Name: "on"}, {Name: "via"}, {Name: "mutual", Kind: ColumnBool}, {Name: "what"},
		{Name: "quote"}, {Name: "line", Kind: ColumnInt}, {Name: "on_quote"}, {Name: "on_line", Kind: ColumnInt},
		{Name: "_place", Kind: ColumnInt, Hidden: true},
	},
	Order: []string{"plan", "via", "on", "_place"},
	SQL: `
SELECT a.id, CASE WHEN b.label = 'Plan' THEN b.id ELSE b.name END, e.props->>'via',
       CASE WHEN e.type = 'OVERLAPS_WITH' THEN 1 END, w.value,
       e.props->'quotes'->>w.key, e.props->'lines'->>w.key, e.props->'on_quotes'->>w.key, e.props->'on_lines'->>w.key, w.key
FROM edge e JOIN node a ON a.nid = e.src JOIN node b ON b.nid = e.dst JOIN json_each(e.props, '$.what') w
WHERE e.type IN ('DEPENDS_ON', 'OVERLAPS_WITH')
  AND ($plan IS NULL OR a.id IN (SELECT value FROM json_each($plan)) OR (b.label = 'Plan' AND b.id IN (SELECT value FROM json_each($plan))))`,
	Cypher: `
MATCH (a:Plan)-[e:DEPENDS_ON|OVERLAPS_WITH]->(b)
WHERE $plan IS NULL OR a.id IN $plan OR (b:Plan AND b.id IN $plan)
UNWIND range(0, size(e.what) - 1) AS i
RETURN a.id, CASE WHEN b:Plan THEN b.id ELSE b.title END, e.via,
       CASE WHEN type(e) = 'OVERLAPS_WITH' THEN true END, e.what[i],
       e.quotes[i], e.lines[i], e.on_quotes[i], e.on_lines[i], i`,
}
