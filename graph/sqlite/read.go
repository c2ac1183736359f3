package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"slices"

	"plangraph/graph"
)

// Stamps returns the stored plans; see graph.Store.
func (s *Store) Stamps(ctx context.Context) (map[string]graph.Stamp, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT plan, source, digest FROM stamp")
	if err != nil {
		return nil, s.explain(err)
	}
	defer rows.Close()
	out := map[string]graph.Stamp{}
	for rows.Next() {
		var id string
		var st graph.Stamp
		if err := rows.Scan(&id, &st.Source, &st.Digest); err != nil {
			return nil, s.explain(err)
		}
		out[id] = st
	}
	return out, s.explain(rows.Err())
}

// Query answers a named analysis; see graph.Store.
func (s *Store) Query(ctx context.Context, a *graph.Analysis, params graph.Params) (*graph.Rows, error) {
	params, err := a.Check(params)
	if err != nil {
		return nil, err
	}
	var args []any
	for _, f := range a.Filters {
		v := params[f.Name]
		if ids, ok := v.([]string); ok {
			text, err := json.Marshal(ids)
			if err != nil {
				return nil, err
			}
			v = string(text)
		}
		args = append(args, sql.Named(f.Name, v))
	}
	rows, err := s.db.QueryContext(ctx, a.SQL, args...)
	if err != nil {
		return nil, fmt.Errorf("query %s: %w", a.Name, s.explain(err))
	}
	defer rows.Close()
	var values [][]any
	for rows.Next() {
		row := make([]any, len(a.Columns))
		into := make([]any, len(row))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, fmt.Errorf("query %s: %w", a.Name, s.explain(err))
		}
		for i, c := range a.Columns {
			if row[i], err = convert(c.Kind, row[i]); err != nil {
				return nil, fmt.Errorf("query %s, column %s: %w", a.Name, c.Name, err)
			}
		}
		values = append(values, row)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("query %s: %w", a.Name, s.explain(err))
	}
	return a.Finish(values), nil
}

// convert makes a column's value of what SQLite gives, which has no booleans and
// no lists, and gives whole floats back as integers.
func convert(kind graph.ColumnKind, v any) (any, error) {
	switch kind {
	case graph.ColumnBool:
		switch v := v.(type) {
		case int64:
			return v != 0, nil
		case string:
			return v == "true", nil
		}
	case graph.ColumnNumber:
		if n, ok := v.(int64); ok {
			return float64(n), nil
		}
	case graph.ColumnList, graph.ColumnPlaced:
		if text, ok := v.(string); ok {
			var raw []*string // NULL elements are left out
			if err := json.Unmarshal([]byte(text), &raw); err != nil {
				return nil, err
			}
			list := make([]string, 0, len(raw))
			for _, s := range raw {
				if s != nil {
					list = append(list, *s)
				}
			}
			return list, nil
		}
	}
	if b, ok := v.([]byte); ok {
		return string(b), nil
	}
	return v, nil
}

// Search finds names first, by label and id, then quotes in the order of the
// text; see graph.Store.
func (s *Store) Search(ctx context.Context, words [][]string, limit int) (*graph.Rows, error) {
	m := match(words)
	if m == "" || limit <= 0 {
		return graph.SearchRows(nil, nil, 0), nil
	}
	names, err := s.search(ctx, `WITH found AS (SELECT n.nid, n.label, n.id, n.name, n.plan FROM name_words w JOIN node n ON n.nid = w.rowid WHERE w.words MATCH ?
		ORDER BY length(n.name), n.label, n.id LIMIT ?)
		SELECT n.label, n.name, n.plan, CASE WHEN c.label = 'Section' THEN c.props->>'path' END, p.props->>'source', v.line
		FROM found n LEFT JOIN edge h ON h.dst = n.nid AND h.type IN ('HAS_SECTION', 'HAS_TASK') LEFT JOIN evidence v ON v.vid = h.evidence
		LEFT JOIN node c ON c.nid = h.src LEFT JOIN node p ON p.label = 'Plan' AND p.id = n.plan
		ORDER BY length(n.name), n.label, n.id`, m, limit)
	if err != nil {
		return nil, err
	}
	quotes, err := s.search(ctx, `SELECT 'quote', v.quote, v.plan, c.props->>'path', p.props->>'source', v.line
		FROM quote_words w JOIN evidence v ON v.vid = w.rowid JOIN node p ON p.label = 'Plan' AND p.id = v.plan
		LEFT JOIN node c ON c.nid = v.section WHERE w.words MATCH ?
		ORDER BY v.plan, v.start, v."end", v.vid LIMIT ?`, m, 2*limit)
	if err != nil {
		return nil, err
	}
	return graph.SearchRows(names, quotes, limit), nil
}

func (s *Store) search(ctx context.Context, text, match string, limit int) ([][]any, error) {
	rows, err := s.db.QueryContext(ctx, text, match, limit)
	if err != nil {
		return nil, s.explain(err)
	}
	defer rows.Close()
	var out [][]any
	for rows.Next() {
		row := make([]any, len(graph.SearchColumns()))
		into := make([]any, len(row))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, s.explain(err)
		}
		out = append(out, row)
	}
	return out, s.explain(rows.Err())
}

// Names returns what the nodes of a label are called; see graph.Store.
func (s *Store) Names(ctx context.Context, label graph.Label) ([]graph.Name, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id, coalesce(name, ''), props->>'short_name', props->>'aliases' FROM node WHERE label = ? ORDER BY id`, string(label))
	if err != nil {
		return nil, s.explain(err)
	}
	defer rows.Close()
	var out []graph.Name
	for rows.Next() {
		var n graph.Name
		var short, aliases sql.NullString
		if err := rows.Scan(&n.ID, &n.Name, &short, &aliases); err != nil {
			return nil, s.explain(err)
		}
		if aliases.Valid {
			if err := json.Unmarshal([]byte(aliases.String), &n.Aliases); err != nil {
				return nil, fmt.Errorf("%s: damaged aliases of %s: %w", s.path, n.ID, err)
			}
		}
		if short.Valid && !slices.Contains(n.Aliases, short.String) {
			n.Aliases = append(n.Aliases, short.String)
		}
		out = append(out, n)
	}
	return out, s.explain(rows.Err())
}

// Counts returns the size of the store; see graph.Store.
func (s *Store) Counts(ctx context.Context) (graph.Counts, error) {
	c := graph.Counts{Nodes: map[graph.Label]int{}, Edges: map[graph.EdgeType]int{}}
	rows, err := s.db.QueryContext(ctx, "SELECT 0, label, count(*) FROM node GROUP BY label UNION ALL SELECT 1, type, count(*) FROM edge GROUP BY type")
	if err != nil {
		return c, s.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var kind, n int
		var name string
		if err := rows.Scan(&kind, &name, &n); err != nil {
			return c, s.explain(err)
		}
		if kind == 0 {
			c.Nodes[graph.Label(name)] = n
		} else {
			c.Edges[graph.EdgeType(name)] = n
		}
	}
	return c, s.explain(rows.Err())
}

// Read returns a plan as Replace was given it; see graph.Store.
func (s *Store) Read(ctx context.Context, plan string) (graph.PlanGraph, error) {
	g := graph.PlanGraph{ID: plan}
	err := s.db.QueryRowContext(ctx, "SELECT source, digest FROM stamp WHERE plan = ?", plan).Scan(&g.Source, &g.Stamp)
	if err == sql.ErrNoRows {
		return g, fmt.Errorf("%s: %w: %s", s.path, graph.ErrNoPlan, plan)
	}
	if err != nil {
		return g, s.explain(err)
	}
	nodes := map[graph.Ref]graph.Node{}
	for n, err := range s.nodes(ctx, `WHERE plan = ?1 OR (plan IS NULL AND nid IN (
		SELECT src FROM edge WHERE plan = ?1 UNION SELECT dst FROM edge WHERE plan = ?1))`, plan) {
		if err != nil {
			return g, err
		}
		if n.Label == graph.Document { // as the plan's citations make it, below
			continue
		}
		n.Props = graph.Base(n.Label, n.Props)
		nodes[n.Ref] = n
	}
	for e, err := range scanEdges(ctx, s.db, "WHERE e.plan = ?", plan) {
		if err != nil {
			return g, s.explain(err)
		}
		if e.Type == graph.Cites { // Derive may have turned it
			doc := graph.CitedDocument(e.Props.Text("title"), e.Props.Text("document_number"))
			e.To, nodes[doc.Ref] = doc.Ref, doc
		}
		g.Edges = append(g.Edges, e)
	}
	for _, n := range nodes {
		g.Nodes = append(g.Nodes, n)
	}
	g.Sort()
	return g, nil
}

// Dump visits everything; see graph.Store.
func (s *Store) Dump(ctx context.Context, node func(graph.Node) error, edge func(graph.Edge) error) error {
	for n, err := range s.nodes(ctx, "ORDER BY label, id") {
		if err != nil {
			return err
		}
		if err := node(n); err != nil {
			return err
		}
	}
	for e, err := range scanEdges(ctx, s.db, "ORDER BY e.type, e.key") {
		if err != nil {
			return s.explain(err)
		}
		if err := edge(e); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) nodes(ctx context.Context, which string, args ...any) iter.Seq2[graph.Node, error] {
	return func(yield func(graph.Node, error) bool) {
		rows, err := s.db.QueryContext(ctx, "SELECT label, id, props FROM node "+which, args...)
		if err != nil {
			yield(graph.Node{}, s.explain(err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			var label, props string
			var n graph.Node
			if err := rows.Scan(&label, &n.ID, &props); err != nil {
				yield(n, s.explain(err))
				return
			}
			n.Label = graph.Label(label)
			n.Props, err = parseProps(props, graph.NodeProps(n.Label))
			if err != nil {
				err = fmt.Errorf("%s: %s %s: %w", s.path, label, n.ID, err)
			}
			if !yield(n, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(graph.Node{}, s.explain(err))
		}
	}
}

// edgeColumns are what scanEdge reads, for an edge e from a to b with evidence v.
const edgeColumns = `e.key, e.type, a.label, a.id, b.label, b.id, coalesce(e.plan, ''), e.props,
	v.quote, v.start, v."end", v.line, v.rule, v.confidence `

type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func scanEdges(ctx context.Context, db querier, which string, args ...any) iter.Seq2[graph.Edge, error] {
	return func(yield func(graph.Edge, error) bool) {
		rows, err := db.QueryContext(ctx, "SELECT "+edgeColumns+`FROM edge e JOIN node a ON a.nid = e.src JOIN node b ON b.nid = e.dst
			LEFT JOIN evidence v ON v.vid = e.evidence `+which, args...)
		if err != nil {
			yield(graph.Edge{}, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			e, err := scanEdge(rows)
			if !yield(e, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(graph.Edge{}, err)
		}
	}
}

// scanEdge reads edgeColumns behind the columns that go into before.
func scanEdge(rows *sql.Rows, before ...any) (graph.Edge, error) {
	var e graph.Edge
	var kind, from, to, props string
	var quote, rule, confidence sql.NullString
	var start, end, line sql.NullInt64
	err := rows.Scan(append(before, &e.Key, &kind, &from, &e.From.ID, &to, &e.To.ID, &e.Plan, &props,
		&quote, &start, &end, &line, &rule, &confidence)...)
	if err != nil {
		return e, err
	}
	e.Type, e.From.Label, e.To.Label = graph.EdgeType(kind), graph.Label(from), graph.Label(to)
	if quote.Valid {
		e.Evidence = &graph.Evidence{Quote: quote.String, Start: int(start.Int64), End: int(end.Int64), Line: int(line.Int64),
			Rule: rule.String, Confidence: confidence.String}
	}
	e.Props, err = parseProps(props, graph.EdgeProps(e.Type))
	if err != nil {
		err = fmt.Errorf("edge %s %s: %w", kind, e.Key, err)
	}
	return e, err
}
