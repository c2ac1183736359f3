package graph

import "plangraph/plan"

// ownersQuery counts for a body its own duties, those of the collectives that
// name it, and with --classes those of the classes that it belongs to.
var ownersQuery = Analysis{
	Name: "owners",
	Zh:   "哪个部门负责哪项任务(含点名它的部门集合)",
	En:   "which body owns which task, the collectives that name it included",
	Filters: []Filter{
		{Name: "department", Kind: FilterIDs, Zh: "部门的任一名称", En: "any name of the body"},
		{Name: "role", Kind: FilterText, Zh: "职责", En: "role", Values: plan.Roles()},
		planFilter,
		{Name: "classes", Kind: FilterFlag, Zh: "并列出它所属类别(各级民政部门)的任务", En: "add the classes that it belongs to (各级民政部门)"},
	},
	Columns: append(where(Column{Name: "department"}, Column{Name: "as_written"}, Column{Name: "role"},
		Column{Name: "explicit", Kind: ColumnBool}, Column{Name: "task"}, Column{Name: "about", Kind: ColumnList},
		Column{Name: "due"}, Column{Name: "scope"}),
		Column{Name: "_order", Kind: ColumnInt, Hidden: true}),
	Order: []string{"plan", "_start", "_order", "_key"},
	SQL: `
WITH own(nid) AS (
  SELECT nid FROM node WHERE label = 'Department' AND id IN (SELECT value FROM json_each($department))
), bodies(nid) AS (
  SELECT nid FROM own
  UNION
  SELECT m.dst FROM edge m JOIN own ON own.nid = m.src JOIN node c ON c.nid = m.dst
  WHERE m.type = 'MEMBER_OF' AND (c.props->>'kind' = 'collective' OR $classes)
)
SELECT d.name, r.props->>'as_written', r.props->>'role', r.props->'explicit', t.name,
       (SELECT json_group_array(g.name) FROM (
          SELECT DISTINCT coalesce(i.name, x.name) AS name
          FROM edge a JOIN node x ON x.nid = a.dst
          LEFT JOIN edge ms ON ms.src = x.nid AND ms.type = 'MEASURES' LEFT JOIN node i ON i.nid = ms.dst
          WHERE a.src = t.nid AND a.type = 'ABOUT') g),
       r.props->>'due', r.props->>'scope',
       r.plan, s.props->>'path', p.props->>'source', v.line, v.quote, v.start, r.key, r.props->>'order'
FROM edge r JOIN node d ON d.nid = r.src JOIN node t ON t.nid = r.dst JOIN evidence v ON v.vid = r.evidence
JOIN edge h ON h.dst = t.nid AND h.type = 'HAS_TASK' JOIN node s ON s.nid = h.src
JOIN node p ON p.label = 'Plan' AND p.id = r.plan
WHERE r.type = 'RESPONSIBLE_FOR'
  AND ($department IS NULL OR r.src IN (SELECT nid FROM bodies))
  AND ($role IS NULL OR r.props->>'role' = $role)
  AND ($plan IS NULL OR r.plan IN (SELECT value FROM json_each($plan)))`,
	Cypher: `
MATCH (d:Department)-[r:RESPONSIBLE_FOR]->(t:Task)<-[:HAS_TASK]-(s:Section)
WHERE ($department IS NULL OR d.id IN $department OR EXISTS {
         MATCH (own:Department)-[:MEMBER_OF]->(d) WHERE own.id IN $department AND (d.kind = 'collective' OR coalesce($classes, false)) })
  AND ($role IS NULL OR r.role = $role)
  AND ($plan IS NULL OR r.plan IN $plan)
MATCH (p:Plan {id: r.plan})
RETURN d.name, r.as_written, r.role, r.explicit, t.title,
       COLLECT { MATCH (t)-[:ABOUT]->(x) OPTIONAL MATCH (x)-[:MEASURES]->(i) RETURN DISTINCT coalesce(i.name, x.name) },
       r.due, r.scope, r.plan, s.path, p.source, r.line, r.quote, r.start, r.key, r.order`,
}
