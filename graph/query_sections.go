package graph

var sectionsQuery = Analysis{
	Name:    "sections",
	Zh:      "规划的章节树",
	En:      "a plan's tree of chapters, sections, boxes and tables",
	Filters: []Filter{planFilter},
	Columns: []Column{
		{Name: "path"}, {Name: "number"}, {Name: "title"}, {Name: "kind"}, {Name: "level", Kind: ColumnInt},
		{Name: "line", Kind: ColumnInt}, {Name: "plan"},
		{Name: "_start", Kind: ColumnInt, Hidden: true}, {Name: "_key", Hidden: true},
	},
	Order: placeOrder,
	SQL: `
SELECT substr(s.id, length(h.plan) + 2), s.props->>'number', s.props->>'title', s.props->>'kind', s.props->>'level',
       v.line, h.plan, v.start, h.key
FROM edge h JOIN node s ON s.nid = h.dst LEFT JOIN evidence v ON v.vid = h.evidence
WHERE h.type = 'HAS_SECTION' AND ($plan IS NULL OR h.plan IN (SELECT value FROM json_each($plan)))`,
	Cypher: `
MATCH ()-[h:HAS_SECTION]->(s) WHERE $plan IS NULL OR h.plan IN $plan
RETURN substring(s.id, size(h.plan) + 1), s.number, s.title, s.kind, s.level, h.line, h.plan, h.start, h.key`,
}
