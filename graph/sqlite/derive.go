package sqlite

import (
	"context"
	"iter"

	"plangraph/graph"
)

// Derived reports whether Derive ran after the last change.
func (s *Store) Derived(ctx context.Context) (bool, error) {
	var value string
	err := s.db.QueryRowContext(ctx, "SELECT value FROM meta WHERE key = 'derived'").Scan(&value)
	return value == "1", s.explain(err)
}

// Derive makes what follows from all plans together; see graph.Store.
func (s *Store) Derive(ctx context.Context, naming graph.Naming) error {
	done, err := s.Derived(ctx)
	if err != nil || done {
		return err
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return s.explain(err)
	}
	defer tx.Rollback()
	w, err := newWriter(ctx, tx)
	if err != nil {
		return s.explain(err)
	}
	if err := w.derive(naming); err != nil {
		return s.explain(err)
	}
	if err := w.exec("UPDATE meta SET value = '1' WHERE key = 'derived'"); err != nil {
		return s.explain(err)
	}
	return s.explain(tx.Commit())
}

// derive writes as it goes, but for what would change what it still reads:
// citations that move, and patches of documents, which may not be there before.
func (w *writer) derive(naming graph.Naming) error {
	if err := w.exec("DELETE FROM edge WHERE plan IS NULL"); err != nil {
		return err
	}
	plans, err := w.plans()
	if err != nil {
		return err
	}
	type patch struct {
		ref   graph.Ref
		props graph.Props
	}
	type move struct {
		key string
		to  graph.Node
	}
	var documents []patch
	var moves []move
	d := graph.Derivation{
		Naming: naming,
		Plans:  plans,
		Cites:  w.cites(),
		Uses:   w.uses(),
		Patch: func(ref graph.Ref, p graph.Props) error {
			if ref.Label == graph.Document {
				documents = append(documents, patch{ref, p})
				return nil
			}
			// Uses is being read. It neither reads nor goes by properties of nodes.
			return w.patch(ref, p)
		},
		Retarget: func(key string, to graph.Node) error {
			moves = append(moves, move{key, to})
			return nil
		},
		Settle: func() error {
			for _, m := range moves {
				if err := w.retarget(m.key, m.to); err != nil {
					return err
				}
			}
			if err := w.sweep(); err != nil {
				return err
			}
			for _, p := range documents {
				if err := w.patch(p.ref, p.props); err != nil {
					return err
				}
			}
			return nil
		},
		Add: w.addDerived,
	}
	if err := d.Run(); err != nil {
		return err
	}
	return w.flush()
}

func (w *writer) patch(ref graph.Ref, p graph.Props) error {
	w.buf = appendProps(w.buf[:0], p)
	return w.exec("UPDATE node SET props = ?3 WHERE label = ?1 AND id = ?2 AND props <> ?3", string(ref.Label), ref.ID, string(w.buf))
}

func (w *writer) addDerived(e graph.Edge) error {
	from, err := w.find(e.From)
	if err != nil {
		return err
	}
	to, err := w.find(e.To)
	if err != nil {
		return err
	}
	return w.putEdge(&e, from, to, nil, nil)
}

func (w *writer) plans() ([]graph.Node, error) {
	rows, err := w.tx.QueryContext(w.ctx, "SELECT id, props FROM node WHERE label = 'Plan'")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var plans []graph.Node
	for rows.Next() {
		var id, props string
		if err := rows.Scan(&id, &props); err != nil {
			return nil, err
		}
		p, err := parseProps(props, graph.NodeProps(graph.Plan))
		if err != nil {
			return nil, err
		}
		plans = append(plans, graph.Node{Ref: graph.Ref{Label: graph.Plan, ID: id}, Props: p})
	}
	return plans, rows.Err()
}

func (w *writer) cites() iter.Seq2[graph.Edge, error] {
	return func(yield func(graph.Edge, error) bool) {
		for e, err := range scanEdges(w.ctx, w.tx, "WHERE e.type = 'CITES'") {
			if !yield(e, err) {
				return
			}
		}
	}
}

// uses walks the shared nodes in the order of their index and, for each, the
// plans' edges on both sides.
func (w *writer) uses() iter.Seq2[graph.Use, error] {
	return func(yield func(graph.Use, error) bool) {
		for _, label := range []graph.Label{graph.Department, graph.Indicator, graph.Project} {
			const from = `FROM node n CROSS JOIN edge e ON (e.src = n.nid OR e.dst = n.nid)
				CROSS JOIN node a ON a.nid = e.src CROSS JOIN node b ON b.nid = e.dst
				LEFT JOIN evidence v ON v.vid = e.evidence
				WHERE n.label = ? AND e.plan IS NOT NULL ORDER BY n.label, n.id`
			rows, err := w.tx.QueryContext(w.ctx, "SELECT n.id, "+edgeColumns+from, string(label))
			if err != nil {
				yield(graph.Use{}, err)
				return
			}
			for rows.Next() {
				u := graph.Use{Node: graph.Ref{Label: label}}
				u.Edge, err = scanEdge(rows, &u.Node.ID)
				if !yield(u, err) || err != nil {
					rows.Close()
					return
				}
			}
			err = rows.Err()
			rows.Close()
			if err != nil {
				yield(graph.Use{}, err)
				return
			}
		}
	}
}
