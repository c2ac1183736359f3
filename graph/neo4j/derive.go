package neo4j

import (
	"context"
	"fmt"
	"iter"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"plangraph/graph"
)

// Derive makes what follows from all plans together, in one transaction.
func (s *Store) Derive(ctx context.Context, naming graph.Naming) error {
	return s.write(ctx, func(tx driver.ManagedTransaction) error {
		rows, err := collect(ctx, tx, "MATCH (s:"+storeLabel+" {id: 'store'}) RETURN s.derived", nil)
		if err != nil || len(rows) == 1 && rows[0].Values[0] == true {
			return err
		}
		d := deriver{ctx: ctx, tx: tx, patches: map[graph.Label][]row{}, edges: writer{edges: map[edgeGroup][]row{}}}
		if err := d.run(naming); err != nil {
			return err
		}
		_, err = collect(ctx, tx, "MATCH (s:"+storeLabel+" {id: 'store'}) SET s.derived = true", nil)
		return err
	})
}

// deriver gathers what Run finds until Run has read everything: the server must
// not read what it is asked to write. New edges come after that, in batches.
type deriver struct {
	ctx     context.Context
	tx      driver.ManagedTransaction
	turns   []row
	patches map[graph.Label][]row
	edges   writer
	added   int
}

func (d *deriver) run(naming graph.Naming) error {
	for _, t := range []graph.EdgeType{graph.MemberOf, graph.PartOf, graph.SucceededBy, graph.DependsOn, graph.OverlapsWith} {
		if _, err := collect(d.ctx, d.tx, fmt.Sprintf("MATCH ()-[e:%s]->() WHERE e.plan IS NULL DELETE e", t), nil); err != nil {
			return err
		}
	}
	rows, err := collect(d.ctx, d.tx, "MATCH (p:Plan) RETURN properties(p)", nil)
	if err != nil {
		return err
	}
	work := graph.Derivation{Naming: naming, Cites: d.cites(), Uses: d.uses(), Patch: d.patch,
		Retarget: func(key string, to graph.Node) error {
			d.turns = append(d.turns, turn(key, to))
			return nil
		},
		Settle: d.settle,
		Add: func(e graph.Edge) error {
			d.edges.addEdge(e)
			if d.added++; d.added%batchRows != 0 {
				return nil
			}
			return d.flushEdges()
		}}
	for _, r := range rows {
		work.Plans = append(work.Plans, makeNode(graph.Plan, r.Values[0].(map[string]any)))
	}
	if err := work.Run(); err != nil {
		return err
	}
	return d.flushEdges()
}

// settle writes what had to wait until everything was read.
func (d *deriver) settle() error {
	// Documents that citations are turned to must be there for their patches and
	// for the edges that end at them.
	left, err := retarget(d.ctx, d.tx, d.turns)
	if err != nil {
		return err
	}
	if err := sweep(d.ctx, d.tx, map[graph.Label][]string{graph.Document: left}); err != nil {
		return err
	}
	for l := range d.patches {
		if err := d.flush(l); err != nil {
			return err
		}
	}
	return nil
}

func (d *deriver) flushEdges() error {
	err := d.edges.flush(d.ctx, d.tx)
	clear(d.edges.edges)
	return err
}

func (d *deriver) patch(ref graph.Ref, props graph.Props) error {
	d.patches[ref.Label] = append(d.patches[ref.Label], row{"id": dbID(ref.ID), "props": nodeValues(graph.Node{Ref: ref, Props: props})})
	// Properties do not decide what Uses reads, so these need not wait; there may be
	// very many. Documents are few and wait for their citations.
	if len(d.patches[ref.Label]) < batchRows || ref.Label == graph.Document {
		return nil
	}
	return d.flush(ref.Label)
}

func (d *deriver) flush(l graph.Label) error {
	rows := d.patches[l]
	d.patches[l] = nil
	return unwind(d.ctx, d.tx, fmt.Sprintf("UNWIND $rows AS r MATCH (n:%s {id: r.id}) SET n = r.props", l), rows)
}

func (d *deriver) cites() iter.Seq2[graph.Edge, error] {
	return func(yield func(graph.Edge, error) bool) {
		q := "MATCH (a)-[e:CITES]->(b) RETURN " + ends + ", properties(e)"
		err := each(d.ctx, d.tx, q, nil, func(r *driver.Record) bool {
			return yield(makeEdge(graph.Cites, refAt(r, 0), refAt(r, 2), r.Values[4].(map[string]any)), nil)
		})
		if err != nil {
			yield(graph.Edge{}, err)
		}
	}
}

func (d *deriver) uses() iter.Seq2[graph.Use, error] {
	return func(yield func(graph.Use, error) bool) {
		for _, l := range []graph.Label{graph.Department, graph.Indicator, graph.Project} { // by name, as the order asks
			more := true
			// The index on id gives the order, so that the server need not sort. id > ''
			// makes it choose that index.
			q := fmt.Sprintf("MATCH (n:%s) WHERE n.id > '' WITH n ORDER BY n.id MATCH (n)-[e]-() WHERE e.plan IS NOT NULL "+
				"WITH n, e, startNode(e) AS a, endNode(e) AS b RETURN "+ends+", type(e), properties(e), coalesce(n._id, n.id)", l)
			err := each(d.ctx, d.tx, q, nil, func(r *driver.Record) bool {
				e := makeEdge(graph.EdgeType(r.Values[4].(string)), refAt(r, 0), refAt(r, 2), r.Values[5].(map[string]any))
				more = yield(graph.Use{Node: graph.Ref{Label: l, ID: r.Values[6].(string)}, Edge: e}, nil)
				return more
			})
			if err != nil {
				yield(graph.Use{}, err)
				return
			}
			if !more {
				return
			}
		}
	}
}

// ends are the columns that refAt reads for a at 0 and for b at 2.
const ends = "labels(a)[0], coalesce(a._id, a.id), labels(b)[0], coalesce(b._id, b.id)"

func refAt(r *driver.Record, i int) graph.Ref {
	label, _ := r.Values[i].(string)
	id, _ := r.Values[i+1].(string)
	return graph.Ref{Label: graph.Label(label), ID: id}
}

// each streams the rows of a query until visit returns false.
func each(ctx context.Context, tx driver.ManagedTransaction, query string, params row, visit func(*driver.Record) bool) error {
	result, err := tx.Run(ctx, query, params)
	if err != nil {
		return err
	}
	for result.Next(ctx) {
		if !visit(result.Record()) {
			_, err := result.Consume(ctx)
			return err
		}
	}
	return result.Err()
}
