package neo4j

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"plangraph/graph"
)

// Stamps returns the stored plans by id.
func (s *Store) Stamps(ctx context.Context) (map[string]graph.Stamp, error) {
	out := map[string]graph.Stamp{}
	err := s.read(ctx, func(tx driver.ManagedTransaction) error {
		clear(out)
		return each(ctx, tx, "MATCH (p:Plan) WHERE p._stamp IS NOT NULL RETURN p.id, p._source, p._stamp", nil, func(r *driver.Record) bool {
			var st graph.Stamp
			st.Source, _ = r.Values[1].(string)
			st.Digest, _ = r.Values[2].(string)
			out[r.Values[0].(string)] = st
			return true
		})
	})
	return out, err
}

// Derived reports whether Derive ran after the last change.
func (s *Store) Derived(ctx context.Context) (derived bool, err error) {
	err = s.read(ctx, func(tx driver.ManagedTransaction) error {
		rows, err := collect(ctx, tx, "MATCH (s:"+storeLabel+" {id: 'store'}) RETURN s.derived", nil)
		derived = len(rows) == 1 && rows[0].Values[0] == true
		return err
	})
	return derived, err
}

// Names returns id, name and aliases of all nodes of a label, by id.
func (s *Store) Names(ctx context.Context, label graph.Label) ([]graph.Name, error) {
	var out []graph.Name
	if !slices.Contains(graph.Labels(), label) {
		return nil, fmt.Errorf("unknown label %q", label)
	}
	title := label.Title()
	if title == "" {
		title = "name" // no node of this label has one: names are empty
	}
	err := s.read(ctx, func(tx driver.ManagedTransaction) error {
		out = nil
		return each(ctx, tx, fmt.Sprintf("MATCH (n:%s) RETURN coalesce(n._id, n.id), n.%s, n.aliases, n.short_name", label, title), nil, func(r *driver.Record) bool {
			n := graph.Name{ID: r.Values[0].(string)}
			n.Name, _ = r.Values[1].(string)
			if list, ok := r.Values[2].([]any); ok {
				n.Aliases = typed[string](list)
			}
			if short, ok := r.Values[3].(string); ok && !slices.Contains(n.Aliases, short) {
				n.Aliases = append(n.Aliases, short)
			}
			out = append(out, n)
			return true
		})
	})
	slices.SortFunc(out, func(a, b graph.Name) int { return cmp.Compare(a.ID, b.ID) })
	return out, err
}

// Counts returns how many nodes and edges of each kind there are. The server
// keeps these counts, so it is quick on any size.
func (s *Store) Counts(ctx context.Context) (graph.Counts, error) {
	var c graph.Counts
	err := s.read(ctx, func(tx driver.ManagedTransaction) error {
		c = graph.Counts{Nodes: map[graph.Label]int{}, Edges: map[graph.EdgeType]int{}}
		for _, l := range graph.Labels() {
			n, err := countOf(ctx, tx, fmt.Sprintf("MATCH (n:%s) RETURN count(n)", l))
			if err != nil {
				return err
			}
			if n > 0 {
				c.Nodes[l] = n
			}
		}
		for _, t := range graph.EdgeTypes() {
			n, err := countOf(ctx, tx, fmt.Sprintf("MATCH ()-[e:%s]->() RETURN count(e)", t))
			if err != nil {
				return err
			}
			if n > 0 {
				c.Edges[t] = n
			}
		}
		return nil
	})
	return c, err
}

func countOf(ctx context.Context, tx driver.ManagedTransaction, query string) (int, error) {
	rows, err := collect(ctx, tx, query, nil)
	if err != nil {
		return 0, err
	}
	n, _ := rows[0].Values[0].(int64)
	return int(n), nil
}

// Read returns what Replace was given for a plan.
func (s *Store) Read(ctx context.Context, plan string) (graph.PlanGraph, error) {
	var p graph.PlanGraph
	err := s.read(ctx, func(tx driver.ManagedTransaction) error {
		p = graph.PlanGraph{ID: plan}
		params := row{"id": plan}
		rows, err := collect(ctx, tx, "MATCH (p:Plan {id: $id}) WHERE p._stamp IS NOT NULL RETURN properties(p)", params)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return fmt.Errorf("%s: %w: %s", s.uri, graph.ErrNoPlan, plan)
		}
		values := rows[0].Values[0].(map[string]any)
		p.Source, _ = values["_source"].(string)
		p.Stamp, _ = values["_stamp"].(string)
		p.Nodes = append(p.Nodes, makeNode(graph.Plan, values))
		for _, l := range ownLabels {
			err := each(ctx, tx, fmt.Sprintf("MATCH (n:%s {plan: $id}) RETURN properties(n)", l), params, func(r *driver.Record) bool {
				p.Nodes = append(p.Nodes, makeNode(l, r.Values[0].(map[string]any)))
				return true
			})
			if err != nil {
				return err
			}
		}
		seen := map[graph.Ref]bool{}
		shared := func(ref graph.Ref, values any) {
			if m, ok := values.(map[string]any); ok && ref.Label.Shared() && !seen[ref] {
				seen[ref] = true
				n := makeNode(ref.Label, m)
				n.Props = graph.Base(ref.Label, n.Props)
				p.Nodes = append(p.Nodes, n)
			}
		}
		for _, t := range graph.EdgeTypes() {
			q := fmt.Sprintf("MATCH (a)-[e:%s {plan: $id}]->(b) RETURN "+ends+", properties(e), properties(a), properties(b)", t)
			err := each(ctx, tx, q, params, func(r *driver.Record) bool {
				from, to, values := refAt(r, 0), refAt(r, 2), r.Values[4].(map[string]any)
				shared(from, r.Values[5])
				if t == graph.Cites {
					doc := citedDocument(values)
					to = doc.Ref
					shared(to, nodeValues(doc))
				} else {
					shared(to, r.Values[6])
				}
				p.Edges = append(p.Edges, makeEdge(t, from, to, values))
				return true
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	slices.SortFunc(p.Nodes, func(a, b graph.Node) int { return compareRefs(a.Ref, b.Ref) })
	slices.SortFunc(p.Edges, func(a, b graph.Edge) int { return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Key, b.Key)) })
	return p, err
}

func compareRefs(a, b graph.Ref) int {
	return cmp.Or(cmp.Compare(a.Label, b.Label), cmp.Compare(a.ID, b.ID))
}

// stopped tells an error of a visitor from one of the server.
type stopped struct{ error }

func (s stopped) Unwrap() error { return s.error }

// Dump visits all nodes by label and id, then all edges by type and key.
func (s *Store) Dump(ctx context.Context, node func(graph.Node) error, edge func(graph.Edge) error) error {
	labels, types := graph.Labels(), graph.EdgeTypes()
	slices.Sort(labels)
	slices.Sort(types)
	// Not a managed transaction: a second try would visit everything twice.
	session := s.session(ctx, driver.AccessModeRead)
	defer session.Close(ctx)
	tx, err := session.BeginTransaction(ctx)
	if err != nil {
		return s.explain(err)
	}
	defer tx.Close(ctx)
	visit := func(query string, one func(*driver.Record) error) error {
		var failed error
		err := each(ctx, tx, query, nil, func(r *driver.Record) bool {
			failed = one(r)
			return failed == nil
		})
		if failed != nil {
			return stopped{failed}
		}
		return err
	}
	for _, l := range labels {
		err := visit(fmt.Sprintf("MATCH (n:%s) WHERE n.id > '' RETURN properties(n) ORDER BY n.id", l), func(r *driver.Record) error {
			return node(makeNode(l, r.Values[0].(map[string]any)))
		})
		if err != nil {
			return s.visitError(err)
		}
	}
	for _, t := range types {
		q := fmt.Sprintf("MATCH (a)-[e:%s]->(b) WHERE e.key > '' RETURN "+ends+", properties(e) ORDER BY e.key", t)
		err := visit(q, func(r *driver.Record) error {
			return edge(makeEdge(t, refAt(r, 0), refAt(r, 2), r.Values[4].(map[string]any)))
		})
		if err != nil {
			return s.visitError(err)
		}
	}
	return nil
}

func (s *Store) visitError(err error) error {
	var own stopped
	if errors.As(err, &own) {
		return own.error
	}
	return s.explain(err)
}
