package graph

// Statuses are what a plan usually says of a project; it may say something else.
var Statuses = []string{"续建", "新建", "开工", "力争开工", "改扩建", "规划", "研究"}

var projectsQuery = Analysis{
	Name: "projects",
	Zh:   "点名的工程、项目、行动",
	En:   "named undertakings",
	Filters: []Filter{
		{Name: "project", Kind: FilterPart, Zh: "名称的一部分", En: "part of the name"},
		planFilter,
		{Name: "status", Kind: FilterText, Zh: "状态:续建、新建、开工、力争开工、改扩建、规划、研究", En: "status as the plan gives it: 续建, 新建, 开工, 力争开工, 改扩建, 规划, 研究"},
		{Name: "region", Kind: FilterPart, Zh: "所在地名称", En: "name of its place"},
	},
	Columns: where(Column{Name: "project"}, Column{Name: "as_written"}, Column{Name: "kind"}, Column{Name: "status"}, Column{Name: "box"}),
	Order:   placeOrder,
	SQL: `
SELECT j.name, e.props->>'as_written', e.props->>'kind', e.props->>'status', e.props->>'box',
       e.plan, s.props->>'path', p.props->>'source', v.line, v.quote, v.start, e.key
FROM edge e JOIN node j ON j.nid = e.dst JOIN node s ON s.nid = e.src JOIN evidence v ON v.vid = e.evidence
JOIN node p ON p.label = 'Plan' AND p.id = e.plan
WHERE e.type = 'LISTS'
  AND ($plan IS NULL OR e.plan IN (SELECT value FROM json_each($plan)))
  AND ($project IS NULL OR EXISTS (SELECT 1 FROM json_each($project) WHERE instr(lower(j.name), lower(value)) > 0 OR instr(lower(e.props->>'as_written'), lower(value)) > 0))
  AND ($status IS NULL OR e.props->>'status' = $status)
  AND ($region IS NULL OR EXISTS (SELECT 1 FROM edge l JOIN node r ON r.nid = l.dst
        WHERE l.src = j.nid AND l.type = 'LOCATED_IN' AND EXISTS (SELECT 1 FROM json_each($region) WHERE instr(lower(r.name), lower(value)) > 0)))`,
	Cypher: `
MATCH (s)-[e:LISTS]->(j:Project)
WHERE ($plan IS NULL OR e.plan IN $plan)
  AND ($project IS NULL OR any(x IN $project WHERE toLower(j.name) CONTAINS toLower(x) OR toLower(e.as_written) CONTAINS toLower(x)))
  AND ($status IS NULL OR e.status = $status)
  AND ($region IS NULL OR EXISTS { MATCH (j)-[:LOCATED_IN]->(r) WHERE any(x IN $region WHERE toLower(r.name) CONTAINS toLower(x)) })
MATCH (p:Plan {id: e.plan})
RETURN j.name, e.as_written, e.kind, e.status, e.box, e.plan, s.path, p.source, e.line, e.quote, e.start, e.key`,
}
