package graph

var citationsQuery = Analysis{
	Name:    "citations",
	Zh:      "规划依据、衔接哪些文件",
	En:      "what a plan stands on: laws, regulations, standards, plans",
	Filters: []Filter{planFilter},
	Columns: where(Column{Name: "title"}, Column{Name: "document_number"}, Column{Name: "kind"}, Column{Name: "resolves_to"}),
	Order:   placeOrder,
	SQL: `
SELECT e.props->>'title', e.props->>'document_number', e.props->>'kind', CASE WHEN d.label = 'Plan' THEN d.id END,
       e.plan, s.props->>'path', p.props->>'source', v.line, v.quote, v.start, e.key
FROM edge e JOIN node d ON d.nid = e.dst JOIN node s ON s.nid = e.src JOIN evidence v ON v.vid = e.evidence
JOIN node p ON p.label = 'Plan' AND p.id = e.plan
WHERE e.type = 'CITES' AND ($plan IS NULL OR e.plan IN (SELECT value FROM json_each($plan)))`,
	Cypher: `
MATCH (s)-[e:CITES]->(d) WHERE $plan IS NULL OR e.plan IN $plan
MATCH (p:Plan {id: e.plan})
RETURN e.title, e.document_number, e.kind, CASE WHEN d:Plan THEN d.id END,
       e.plan, s.path, p.source, e.line, e.quote, e.start, e.key`,
}
