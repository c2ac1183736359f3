package graph

// sharedQuery gives a row for each plan and each of its statements on a thing
// that at least two plans name, and for parts of a project that another plan
// names as a whole. CROSS JOIN keeps SQLite to the order written: it would walk
// all plans for each row.
var sharedQuery = Analysis{
	Name: "shared",
	Zh:   "几份规划都提到的项目、指标或部门,各自怎么说",
	En:   "what several plans name, each in its own words",
	Filters: []Filter{
		{Name: "kind", Kind: FilterText, Zh: "project 项目、indicator 指标、department 部门", En: "project, indicator or department", Values: []string{"project", "indicator", "department"}},
	},
	Columns: []Column{
		{Name: "name"}, {Name: "relation"}, {Name: "why"}, {Name: "plan"}, {Name: "as_written"}, {Name: "status"},
		{Name: "op"}, {Name: "value"}, {Name: "unit"}, {Name: "year", Kind: ColumnInt},
		{Name: "section"}, {Name: "source"}, {Name: "line", Kind: ColumnInt}, {Name: "quote"},
		{Name: "_start", Kind: ColumnInt, Hidden: true}, {Name: "_key", Hidden: true}, {Name: "_id", Hidden: true},
	},
	Order: []string{"_id", "name", "relation", "plan", "_start", "_key"},
	SQL: `
WITH said(nid, kind, eid, section, goal) AS (
  SELECT dst, 'project', eid, src, NULL FROM edge WHERE type = 'LISTS'
  UNION ALL
  SELECT dst, 'department', eid, src, NULL FROM edge WHERE type = 'MENTIONS'
  UNION ALL
  SELECT m.dst, 'indicator', m.eid, t.src, m.src FROM edge m JOIN edge t ON t.dst = m.src AND t.type = 'SETS' WHERE m.type = 'MEASURES'
), several(nid) AS (
  SELECT q.nid FROM said q JOIN edge e ON e.eid = q.eid WHERE $kind IS NULL OR q.kind = $kind
  GROUP BY q.nid HAVING count(DISTINCT e.plan) > 1
), part(nid, whole) AS (
  SELECT DISTINCT x.src, x.dst FROM edge x JOIN node a ON a.nid = x.src
  WHERE x.type = 'PART_OF' AND a.label = 'Project' AND ($kind IS NULL OR $kind = 'project')
    AND EXISTS (SELECT 1 FROM edge l WHERE l.dst = x.dst AND l.type = 'LISTS' AND l.plan <> x.plan)
), shown(nid, shown, relation, why) AS (
  SELECT nid, nid, 'same', NULL FROM several
  UNION ALL
  SELECT p.nid, p.whole, 'part_of', w.name FROM part p JOIN node w ON w.nid = p.whole
)
SELECT n.name, r.relation, coalesce(r.why, n.name), e.plan, e.props->>'as_written', e.props->>'status',
       g.props->>'op', g.props->>'value', g.props->>'unit', g.props->>'year',
       s.props->>'path', p.props->>'source', v.line, v.quote, v.start, e.key, n.id
FROM shown r CROSS JOIN said q ON q.nid = r.nid CROSS JOIN edge e ON e.eid = q.eid CROSS JOIN node n ON n.nid = r.shown
CROSS JOIN node s ON s.nid = q.section CROSS JOIN evidence v ON v.vid = e.evidence
CROSS JOIN node p ON p.label = 'Plan' AND p.id = e.plan LEFT JOIN node g ON g.nid = q.goal`,
	Cypher: `
MATCH (s)-[e:LISTS]->(n:Project)
WHERE coalesce($kind, 'project') = 'project'
WITH n, collect({s: s, e: e, g: null}) AS all, count(DISTINCT e.plan) AS plans` + sharedRows + `
UNION ALL
MATCH (s)-[e:MENTIONS]->(n:Department)
WHERE coalesce($kind, 'department') = 'department'
WITH n, collect({s: s, e: e, g: null}) AS all, count(DISTINCT e.plan) AS plans` + sharedRows + `
UNION ALL
MATCH (s)-[:SETS]->(g:Target)-[e:MEASURES]->(n:Indicator)
WHERE coalesce($kind, 'indicator') = 'indicator'
WITH n, collect({s: s, e: e, g: g}) AS all, count(DISTINCT e.plan) AS plans` + sharedRows + `
UNION ALL
MATCH (a:Project)-[x:PART_OF]->(n:Project)
WHERE coalesce($kind, 'project') = 'project' AND EXISTS { MATCH ()-[l:LISTS]->(n) WHERE l.plan <> x.plan }
WITH DISTINCT a, n
MATCH (s)-[e:LISTS]->(a)
MATCH (p:Plan {id: e.plan})
RETURN n.name AS name, 'part_of' AS relation, n.name AS why, e.plan AS plan, e.as_written AS as_written, e.status AS status,
       null AS op, null AS value, null AS unit, null AS year,
       s.path AS section, p.source AS source, e.line AS line, e.quote AS quote, e.start AS start, e.key AS key, n.id AS id`,
}

// sharedRows ends each part of the Cypher query on what several plans name:
// from a thing and all that is said of it to a row for each statement.
const sharedRows = `
WHERE plans > 1
UNWIND all AS x
WITH n, x.s AS s, x.e AS e, x.g AS g
MATCH (p:Plan {id: e.plan})
RETURN n.name AS name, 'same' AS relation, n.name AS why, e.plan AS plan, e.as_written AS as_written, e.status AS status,
       g.op AS op, g.value AS value, g.unit AS unit, g.year AS year,
       s.path AS section, p.source AS source, e.line AS line, e.quote AS quote, e.start AS start, e.key AS key, n.id AS id`
