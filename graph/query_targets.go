package graph

var targetsQuery = Analysis{
	Name: "targets",
	Zh:   "承诺了哪些指标",
	En:   "what is promised: indicators with their values",
	Filters: []Filter{
		indicatorFilter,
		planFilter,
		{Name: "year", Kind: FilterYear, Zh: "目标年份", En: "the year by which it is to hold"},
		{Name: "nature", Kind: FilterText, Zh: "约束性或预期性", En: "约束性 (binding) or 预期性 (expected)", Values: []string{"约束性", "预期性"}},
	},
	Columns: where(Column{Name: "indicator"}, Column{Name: "op"}, Column{Name: "value"}, Column{Name: "unit"},
		Column{Name: "number", Kind: ColumnNumber}, Column{Name: "number_high", Kind: ColumnNumber},
		Column{Name: "year", Kind: ColumnInt}, Column{Name: "nature"}, Column{Name: "baseline"},
		Column{Name: "baseline_year", Kind: ColumnInt}, Column{Name: "origin"}),
	Order: placeOrder,
	SQL: `
SELECT m.props->>'as_written', g.props->>'op', g.props->>'value', g.props->>'unit', g.props->>'number', g.props->>'number_high',
       g.props->>'year', g.props->>'nature', g.props->>'baseline', g.props->>'baseline_year', g.props->>'origin',
       e.plan, s.props->>'path', p.props->>'source', v.line, v.quote, v.start, e.key
FROM edge e JOIN node g ON g.nid = e.dst JOIN node s ON s.nid = e.src JOIN evidence v ON v.vid = e.evidence
JOIN edge m ON m.src = g.nid AND m.type = 'MEASURES' JOIN node i ON i.nid = m.dst
JOIN node p ON p.label = 'Plan' AND p.id = e.plan
WHERE e.type = 'SETS'
  AND ($plan IS NULL OR e.plan IN (SELECT value FROM json_each($plan)))
  AND ($indicator IS NULL OR EXISTS (SELECT 1 FROM json_each($indicator) WHERE instr(lower(i.name), lower(value)) > 0 OR instr(lower(m.props->>'as_written'), lower(value)) > 0))
  AND ($year IS NULL OR g.props->>'year' = $year)
  AND ($nature IS NULL OR g.props->>'nature' = $nature)`,
	Cypher: `
MATCH (s)-[e:SETS]->(g:Target)-[m:MEASURES]->(i:Indicator)
WHERE ($plan IS NULL OR e.plan IN $plan)
  AND ($indicator IS NULL OR any(x IN $indicator WHERE toLower(i.name) CONTAINS toLower(x) OR toLower(m.as_written) CONTAINS toLower(x)))
  AND ($year IS NULL OR g.year = $year)
  AND ($nature IS NULL OR g.nature = $nature)
MATCH (p:Plan {id: e.plan})
RETURN m.as_written, g.op, g.value, g.unit, g.number, g.number_high, g.year, g.nature, g.baseline, g.baseline_year, g.origin,
       e.plan, s.path, p.source, e.line, e.quote, e.start, e.key`,
}
