package graph

var plansQuery = Analysis{
	Name:    "plans",
	Zh:      "读过哪些规划,各有多少事实",
	En:      "what was read, and how much was found in it",
	Filters: []Filter{planFilter},
	Columns: []Column{
		{Name: "id"}, {Name: "title"}, {Name: "document_number"}, {Name: "issuer"}, {Name: "issued_on"},
		{Name: "period_start", Kind: ColumnInt}, {Name: "period_end", Kind: ColumnInt}, {Name: "horizon", Kind: ColumnInt}, {Name: "source"},
		{Name: "sections", Kind: ColumnInt}, {Name: "tasks", Kind: ColumnInt}, {Name: "assignments", Kind: ColumnInt},
		{Name: "departments", Kind: ColumnInt}, {Name: "projects", Kind: ColumnInt}, {Name: "targets", Kind: ColumnInt},
		{Name: "citations", Kind: ColumnInt}, {Name: "region"},
	},
	Order: []string{"id"},
	SQL: `
SELECT p.id, p.props->>'title', p.props->>'document_number', p.props->>'issuer', p.props->>'issued_on',
       p.props->>'period_start', p.props->>'period_end', p.props->>'horizon', p.props->>'source',
       count(CASE WHEN e.type = 'HAS_SECTION' THEN 1 END),
       count(CASE WHEN e.type = 'HAS_TASK' THEN 1 END),
       count(CASE WHEN e.type = 'RESPONSIBLE_FOR' THEN 1 END),
       count(DISTINCT CASE WHEN e.type = 'MENTIONS' THEN e.dst END),
       count(DISTINCT CASE WHEN e.type = 'LISTS' THEN e.dst END),
       count(CASE WHEN e.type = 'SETS' THEN 1 END),
       count(CASE WHEN e.type = 'CITES' THEN 1 END),
       p.props->>'region'
FROM node p LEFT JOIN edge e ON e.plan = p.id
WHERE p.label = 'Plan' AND ($plan IS NULL OR p.id IN (SELECT value FROM json_each($plan)))
GROUP BY p.id`,
	Cypher: `
MATCH (p:Plan) WHERE $plan IS NULL OR p.id IN $plan
RETURN p.id, p.title, p.document_number, p.issuer, toString(p.issued_on),
       p.period_start, p.period_end, p.horizon, p.source,
       COUNT { ()-[:HAS_SECTION {plan: p.id}]->() },
       COUNT { ()-[:HAS_TASK {plan: p.id}]->() },
       COUNT { ()-[:RESPONSIBLE_FOR {plan: p.id}]->() },
       COUNT { MATCH ()-[:MENTIONS {plan: p.id}]->(d) RETURN DISTINCT d },
       COUNT { MATCH ()-[:LISTS {plan: p.id}]->(d) RETURN DISTINCT d },
       COUNT { ()-[:SETS {plan: p.id}]->() },
       COUNT { ()-[:CITES {plan: p.id}]->() },
       p.region`,
}
