package graph

var resultsQuery = Analysis{
	Name: "results",
	Zh:   "上一期指标完成得怎样",
	En:   "what came of past targets: planned and achieved, as plans' tables report it",
	Filters: []Filter{
		indicatorFilter,
		planFilter,
	},
	Columns: where(Column{Name: "indicator"}, Column{Name: "planned"}, Column{Name: "achieved"}, Column{Name: "unit"}, Column{Name: "year", Kind: ColumnInt}),
	Order:   placeOrder,
	SQL: `
SELECT m.props->>'as_written', g.props->>'planned', g.props->>'achieved', g.props->>'unit', g.props->>'year',
       e.plan, s.props->>'path', p.props->>'source', v.line, v.quote, v.start, e.key
FROM edge e JOIN node g ON g.nid = e.dst JOIN node s ON s.nid = e.src JOIN evidence v ON v.vid = e.evidence
JOIN edge m ON m.src = g.nid AND m.type = 'MEASURES' JOIN node i ON i.nid = m.dst
JOIN node p ON p.label = 'Plan' AND p.id = e.plan
WHERE e.type = 'REPORTS'
  AND ($plan IS NULL OR e.plan IN (SELECT value FROM json_each($plan)))
  AND ($indicator IS NULL OR EXISTS (SELECT 1 FROM json_each($indicator) WHERE instr(lower(i.name), lower(value)) > 0 OR instr(lower(m.props->>'as_written'), lower(value)) > 0))`,
	Cypher: `
MATCH (s)-[e:REPORTS]->(g:Result)-[m:MEASURES]->(i:Indicator)
WHERE ($plan IS NULL OR e.plan IN $plan)
  AND ($indicator IS NULL OR any(x IN $indicator WHERE toLower(i.name) CONTAINS toLower(x) OR toLower(m.as_written) CONTAINS toLower(x)))
MATCH (p:Plan {id: e.plan})
RETURN m.as_written, g.planned, g.achieved, g.unit, g.year,
       e.plan, s.path, p.source, e.line, e.quote, e.start, e.key`,
}
