package sqlite

import (
	"fmt"
	"strings"

	"plangraph/graph"
)

const tables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
INSERT INTO meta VALUES ('derived', '1');

-- the plans that are here, with the digest that tells whether one is up to date
CREATE TABLE stamp (plan TEXT PRIMARY KEY, source TEXT NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID;

-- name: the property name or title; plan: the plan that the node belongs to, NULL for shared nodes; props: JSON
CREATE TABLE node (nid INTEGER PRIMARY KEY, label TEXT NOT NULL, id TEXT NOT NULL, name TEXT, plan TEXT, props TEXT NOT NULL);
CREATE UNIQUE INDEX node_ref ON node (label, id);
CREATE INDEX node_plan ON node (plan) WHERE plan IS NOT NULL;

-- plan: the plan that states the edge, NULL for derived edges; evidence: evidence.vid
CREATE TABLE edge (eid INTEGER PRIMARY KEY, key TEXT NOT NULL, type TEXT NOT NULL, src INTEGER NOT NULL, dst INTEGER NOT NULL,
  plan TEXT, evidence INTEGER, props TEXT NOT NULL);
CREATE INDEX edge_src ON edge (src, type);
CREATE INDEX edge_dst ON edge (dst, type);
CREATE INDEX edge_plan ON edge (plan, type);

-- section: nid of the section that the words stand in
CREATE TABLE evidence (vid INTEGER PRIMARY KEY, plan TEXT NOT NULL, section INTEGER, quote TEXT NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, line INTEGER NOT NULL, rule TEXT, confidence TEXT);
CREATE INDEX evidence_plan ON evidence (plan);

-- full text, cut into pairs of characters; rowid: evidence.vid and node.nid
CREATE VIRTUAL TABLE quote_words USING fts5(words, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE name_words USING fts5(words, content='', contentless_delete=1, tokenize='ascii');
`

// schema is the text that makes the tables and the views. The views do without
// the operator ->>: SQLite before 3.38 (Ubuntu 22.04 has 3.37) would refuse the
// whole file for it.
func schema() string {
	var b strings.Builder
	fmt.Fprintf(&b, "PRAGMA application_id = %d;\nPRAGMA user_version = %d;\n", applicationID, format)
	b.WriteString(tables)
	for _, l := range graph.Labels() {
		fmt.Fprintf(&b, "CREATE VIEW %s AS SELECT id", l)
		for _, p := range graph.NodeProps(l) {
			fmt.Fprintf(&b, ", json_extract(props, '$.%s') AS %s", p.Name, p.Name)
		}
		fmt.Fprintf(&b, " FROM node WHERE label = '%s';\n", l)
	}
	for _, t := range graph.EdgeTypes() {
		fmt.Fprintf(&b, "CREATE VIEW %s AS SELECT a.label AS from_label, a.id AS from_id, b.label AS to_label, b.id AS to_id, e.key, e.plan", t)
		for _, p := range graph.EdgeProps(t) {
			fmt.Fprintf(&b, `, json_extract(e.props, '$.%s') AS "%s"`, p.Name, p.Name)
		}
		b.WriteString(`, v.quote, v.start, v."end", v.line, v.rule, v.confidence`)
		fmt.Fprintf(&b, " FROM edge e JOIN node a ON a.nid = e.src JOIN node b ON b.nid = e.dst LEFT JOIN evidence v ON v.vid = e.evidence WHERE e.type = '%s';\n", t)
	}
	return b.String()
}
