package graph

var tasksQuery = Analysis{
	Name: "tasks",
	Zh:   "全部任务及其责任部门;--unowned 只列无人负责的",
	En:   "every task with its bodies; --unowned: those that nobody has",
	Filters: []Filter{
		planFilter,
		{Name: "unowned", Kind: FilterFlag, Zh: "只列没有责任部门的任务", En: "only tasks without a body"},
	},
	Columns: where(Column{Name: "task"}, Column{Name: "lead", Kind: ColumnPlaced}, Column{Name: "joint", Kind: ColumnPlaced},
		Column{Name: "responsible", Kind: ColumnPlaced}, Column{Name: "support", Kind: ColumnPlaced},
		Column{Name: "host", Kind: ColumnPlaced}, Column{Name: "due", Kind: ColumnList}),
	Order: placeOrder,
	SQL: `
SELECT t.name,
       json_group_array(b.place || char(9) || b.name) FILTER (WHERE b.role = 'lead'),
       json_group_array(b.place || char(9) || b.name) FILTER (WHERE b.role = 'joint'),
       json_group_array(b.place || char(9) || b.name) FILTER (WHERE b.role = 'responsible'),
       json_group_array(b.place || char(9) || b.name) FILTER (WHERE b.role = 'support'),
       json_group_array(b.place || char(9) || b.name) FILTER (WHERE b.role = 'host'),
       json_group_array(b.due) FILTER (WHERE b.due IS NOT NULL),
       h.plan, s.props->>'path', p.props->>'source', v.line, v.quote, v.start, h.key
FROM edge h JOIN node t ON t.nid = h.dst JOIN node s ON s.nid = h.src JOIN evidence v ON v.vid = h.evidence
JOIN node p ON p.label = 'Plan' AND p.id = h.plan
LEFT JOIN (SELECT r.dst, d.name, r.props->>'role' AS role, r.props->>'due' AS due, r.props->>'order' AS place
           FROM edge r JOIN node d ON d.nid = r.src WHERE r.type = 'RESPONSIBLE_FOR') b ON b.dst = t.nid
WHERE h.type = 'HAS_TASK' AND ($plan IS NULL OR h.plan IN (SELECT value FROM json_each($plan)))
GROUP BY h.eid
HAVING NOT coalesce($unowned, 0) OR count(b.dst) = 0 AND NOT EXISTS (
  SELECT 1 FROM edge o JOIN edge r ON r.dst = o.src AND r.type = 'RESPONSIBLE_FOR' WHERE o.type = 'PART_OF' AND o.dst = t.nid)`,
	Cypher: `
MATCH (s)-[h:HAS_TASK]->(t:Task)
WHERE ($plan IS NULL OR h.plan IN $plan)
  AND (NOT coalesce($unowned, false) OR NOT EXISTS { (t)<-[:PART_OF*0..1]-(:Task)<-[:RESPONSIBLE_FOR]-() })
MATCH (p:Plan {id: h.plan})
OPTIONAL MATCH (d)-[r:RESPONSIBLE_FOR]->(t)
WITH s, h, t, p, collect({role: r.role, place: toString(r.order) + '\t' + d.name, due: r.due}) AS b
RETURN t.title, [x IN b WHERE x.role = 'lead' | x.place], [x IN b WHERE x.role = 'joint' | x.place],
       [x IN b WHERE x.role = 'responsible' | x.place], [x IN b WHERE x.role = 'support' | x.place],
       [x IN b WHERE x.role = 'host' | x.place], [x IN b WHERE x.due IS NOT NULL | x.due],
       h.plan, s.path, p.source, h.line, h.quote, h.start, h.key`,
}
