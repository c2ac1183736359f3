package graph

// conflictsQuery gives a row for each two goals of different plans for one
// indicator that are not the same: another bound for the same year, or the same bound
// for another year. Numbers are compared in base units (1.2万 is 12000), and in the standard
// unit of their kind where there is one (120平方公里 is 12000公顷). Where a plan is asked for,
// its goal stands first. MATERIALIZED keeps SQLite from working the goals out
// anew for each pair.
var conflictsQuery = Analysis{
	Name: "conflicts",
	Zh:   "哪些规划对同一指标定了不同的值或年份",
	En:   "where plans set different values, or different years, for one indicator",
	Filters: []Filter{
		indicatorFilter,
		planFilter,
	},
	Columns: append(where(Column{Name: "indicator"}, Column{Name: "op"}, Column{Name: "value"}, Column{Name: "unit"}, Column{Name: "year", Kind: ColumnInt},
		Column{Name: "other_plan"}, Column{Name: "other_op"}, Column{Name: "other_value"}, Column{Name: "other_unit"}, Column{Name: "other_year", Kind: ColumnInt},
		Column{Name: "other_line", Kind: ColumnInt}, Column{Name: "other_quote"}),
		Column{Name: "_other_start", Kind: ColumnInt, Hidden: true}, Column{Name: "_other_key", Hidden: true}),
	Order: []string{"indicator", "plan", "_start", "_key", "other_plan", "_other_start", "_other_key"},
	SQL: `
WITH goal(indicator, plan, op, value, unit, year, low, high, section, evidence, key) AS MATERIALIZED (
  SELECT m.dst, e.plan, g.props->>'op', g.props->>'value', g.props->>'unit', g.props->>'year',
         coalesce(g.props->>'amount', g.props->>'number', g.props->>'value'), coalesce(g.props->>'amount_high', g.props->>'number_high', ''), e.src, e.evidence, e.key
  FROM edge e JOIN node g ON g.nid = e.dst JOIN edge m ON m.src = g.nid AND m.type = 'MEASURES'
  WHERE e.type = 'SETS'
)
SELECT i.name, a.op, a.value, a.unit, a.year, b.plan, b.op, b.value, b.unit, b.year, w.line, w.quote,
       a.plan, s.props->>'path', p.props->>'source', v.line, v.quote, v.start, a.key, w.start, b.key
FROM goal a JOIN goal b ON b.indicator = a.indicator AND b.plan <> a.plan JOIN node i ON i.nid = a.indicator
JOIN node s ON s.nid = a.section JOIN evidence v ON v.vid = a.evidence JOIN evidence w ON w.vid = b.evidence
JOIN node p ON p.label = 'Plan' AND p.id = a.plan
WHERE (a.year = b.year) <> (a.op = b.op AND a.low = b.low AND a.high = b.high)
  AND ($indicator IS NULL OR EXISTS (SELECT 1 FROM json_each($indicator) WHERE instr(lower(i.name), lower(value)) > 0))
  AND CASE WHEN $plan IS NULL THEN a.plan < b.plan
      ELSE a.plan IN (SELECT value FROM json_each($plan)) AND (a.plan < b.plan OR b.plan NOT IN (SELECT value FROM json_each($plan))) END`,
	Cypher: `
MATCH (s)-[e:SETS]->(a:Target)-[:MEASURES]->(i:Indicator)
WHERE ($indicator IS NULL OR any(x IN $indicator WHERE toLower(i.name) CONTAINS toLower(x))) AND ($plan IS NULL OR e.plan IN $plan)
MATCH (i)<-[:MEASURES]-(b:Target)<-[f:SETS]-()
WHERE f.plan <> e.plan
  AND CASE WHEN $plan IS NULL THEN e.plan < f.plan ELSE e.plan < f.plan OR NOT f.plan IN $plan END
  AND (a.year = b.year) <> (a.op = b.op AND coalesce(a.amount, a.number, a.value) = coalesce(b.amount, b.number, b.value)
    AND coalesce(a.amount_high, a.number_high, '') = coalesce(b.amount_high, b.number_high, ''))
MATCH (p:Plan {id: e.plan})
RETURN i.name, a.op, a.value, a.unit, a.year, f.plan, b.op, b.value, b.unit, b.year, f.line, f.quote,
       e.plan, s.path, p.source, e.line, e.quote, e.start, e.key, f.start, f.key`,
}
