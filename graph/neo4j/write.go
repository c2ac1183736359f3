package neo4j

import (
	"context"
	"fmt"
	"slices"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"plangraph/graph"
)

const (
	// batchRows is how many rows one UNWIND takes: enough that the round trip does
	// not count, few enough that the server holds them easily.
	batchRows = 10_000

	// transactionItems is how many nodes and edges one transaction takes at most,
	// unless a single plan has more. The server keeps a transaction in its heap.
	transactionItems = 50_000
)

// row is one element of an UNWIND list.
type row = map[string]any

// Replace writes plans in one transaction, or in several of whole plans when
// they are many.
func (s *Store) Replace(ctx context.Context, plans []graph.PlanGraph) error {
	for i := range plans {
		if err := checkPlan(&plans[i]); err != nil {
			return err
		}
	}
	for len(plans) > 0 {
		n, items := 0, 0
		for n < len(plans) && (n == 0 || items+len(plans[n].Nodes)+len(plans[n].Edges) <= transactionItems) {
			items += len(plans[n].Nodes) + len(plans[n].Edges)
			n++
		}
		if err := s.replace(ctx, plans[:n]); err != nil {
			return err
		}
		plans = plans[n:]
	}
	return nil
}

func (s *Store) replace(ctx context.Context, plans []graph.PlanGraph) error {
	w := newWriter(plans)
	return s.write(ctx, func(tx driver.ManagedTransaction) error {
		touched, err := clearPlans(ctx, tx, w.ids)
		if err != nil {
			return err
		}
		if err := w.flush(ctx, tx); err != nil {
			return err
		}
		if err := sweep(ctx, tx, touched); err != nil {
			return err
		}
		return markChanged(ctx, tx)
	})
}

// Remove takes a plan out.
func (s *Store) Remove(ctx context.Context, plan string) error {
	return s.write(ctx, func(tx driver.ManagedTransaction) error {
		rows, err := collect(ctx, tx, "MATCH (p:Plan {id: $id}) WHERE p._stamp IS NOT NULL RETURN p.id", row{"id": plan})
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return fmt.Errorf("%s: %w: %s", s.uri, graph.ErrNoPlan, plan)
		}
		touched, err := clearPlans(ctx, tx, []string{plan})
		if err != nil {
			return err
		}
		if err := sweep(ctx, tx, touched); err != nil {
			return err
		}
		return markChanged(ctx, tx)
	})
}

// checkPlan refuses what could not be taken out again.
func checkPlan(p *graph.PlanGraph) error {
	if !slices.ContainsFunc(p.Nodes, func(n graph.Node) bool { return n.Ref == graph.Ref{Label: graph.Plan, ID: p.ID} }) {
		return fmt.Errorf("plan %s has no Plan node of its own", p.ID)
	}
	for _, n := range p.Nodes {
		if !slices.Contains(graph.Labels(), n.Label) {
			return fmt.Errorf("plan %s: node %s has the unknown label %q", p.ID, n.ID, n.Label)
		}
		if name := unknownProp(n.Props, graph.NodeProps(n.Label)); name != "" {
			return fmt.Errorf("plan %s: %s %s has the unknown property %q", p.ID, n.Label, n.ID, name)
		}
	}
	for _, e := range p.Edges {
		if !slices.Contains(graph.EdgeTypes(), e.Type) {
			return fmt.Errorf("plan %s: edge %s has the unknown type %q", p.ID, e.Key, e.Type)
		}
		if name := unknownProp(e.Props, graph.EdgeProps(e.Type)); name != "" {
			return fmt.Errorf("plan %s: %s %s has the unknown property %q", p.ID, e.Type, e.Key, name)
		}
	}
	return nil
}

// unknownProp returns the first property that Dump and Read would not find
// again.
func unknownProp(props graph.Props, types []graph.PropType) string {
	for _, p := range props {
		if !slices.ContainsFunc(types, func(t graph.PropType) bool { return t.Name == p.Name }) {
			return p.Name
		}
	}
	return ""
}

func markChanged(ctx context.Context, tx driver.ManagedTransaction) error {
	_, err := collect(ctx, tx, "MATCH (s:"+storeLabel+" {id: 'store'}) SET s.derived = false", nil)
	return err
}

// clearPlans deletes what plans state: their edges and the nodes that are theirs
// alone. It returns the shared nodes that those edges touched, by label; some of
// them may now hang in the air.
func clearPlans(ctx context.Context, tx driver.ManagedTransaction, ids []string) (map[graph.Label][]string, error) {
	known, err := collect(ctx, tx, "MATCH (p:Plan) WHERE p.id IN $ids RETURN p.id", row{"ids": ids})
	if err != nil || len(known) == 0 {
		return nil, err // the usual case of a first build
	}
	stored := make([]any, len(known))
	for i, k := range known {
		stored[i] = k.Values[0]
	}
	params := row{"ids": stored}

	// A citation that Derive turned to one of these plans goes back to the
	// document as its own plan wrote it; the next Derive turns it again.
	rows, err := collect(ctx, tx, "UNWIND $ids AS id MATCH (:Plan {id: id})<-[e:CITES]-() WHERE NOT e.plan IN $ids RETURN properties(e)", params)
	if err != nil {
		return nil, err
	}
	var turns []row
	for _, r := range rows {
		values := r.Values[0].(map[string]any)
		turns = append(turns, turn(values["key"].(string), citedDocument(values)))
	}
	if _, err := retarget(ctx, tx, turns); err != nil {
		return nil, err
	}

	touched := map[graph.Label][]string{}
	for _, t := range graph.EdgeTypes() {
		q := fmt.Sprintf("UNWIND $ids AS id MATCH (a)-[e:%s {plan: id}]->(b) DELETE e "+
			"WITH [a, b] AS ends UNWIND ends AS n WITH DISTINCT n WHERE n:%s RETURN labels(n)[0], n.id", t, join(sharedLabels(), "|"))
		rows, err := collect(ctx, tx, q, params)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			l := graph.Label(r.Values[0].(string))
			touched[l] = append(touched[l], r.Values[1].(string))
		}
	}
	for _, l := range ownLabels {
		if _, err := collect(ctx, tx, fmt.Sprintf("UNWIND $ids AS id MATCH (n:%s {plan: id}) DETACH DELETE n", l), params); err != nil {
			return nil, err
		}
	}
	_, err = collect(ctx, tx, "UNWIND $ids AS id MATCH (p:Plan {id: id}) DETACH DELETE p", params)
	return touched, err
}

// sweep deletes those of the shared nodes that no plan's edge touches any more.
func sweep(ctx context.Context, tx driver.ManagedTransaction, touched map[graph.Label][]string) error {
	for l, ids := range touched {
		slices.Sort(ids)
		ids = slices.Compact(ids)
		for part := range slices.Chunk(ids, batchRows) {
			q := fmt.Sprintf("UNWIND $ids AS id MATCH (n:%s {id: id}) WHERE NOT EXISTS { (n)-[e]-() WHERE e.plan IS NOT NULL } DETACH DELETE n", l)
			if _, err := collect(ctx, tx, q, row{"ids": part}); err != nil {
				return err
			}
		}
	}
	return nil
}

func sharedLabels() []graph.Label {
	return slices.DeleteFunc(graph.Labels(), func(l graph.Label) bool { return !l.Shared() })
}

// edgeGroup are edges that one statement can write.
type edgeGroup struct {
	kind     graph.EdgeType
	from, to graph.Label
}

// writer holds plans as rows, made once and sent again when a transaction is
// retried.
type writer struct {
	ids   []string
	nodes map[graph.Label][]row
	edges map[edgeGroup][]row
	seen  map[graph.Ref]bool // shared nodes that are among nodes
}

func newWriter(plans []graph.PlanGraph) *writer {
	w := &writer{nodes: map[graph.Label][]row{}, edges: map[edgeGroup][]row{}, seen: map[graph.Ref]bool{}}
	for i := range plans {
		p := &plans[i]
		w.ids = append(w.ids, p.ID)
		for _, n := range p.Nodes {
			if n.Label.Shared() {
				if w.seen[n.Ref] {
					continue
				}
				w.seen[n.Ref] = true
			}
			values := nodeValues(n)
			switch {
			case n.Ref == graph.Ref{Label: graph.Plan, ID: p.ID}:
				values["_source"], values["_stamp"] = p.Source, p.Stamp
			case !n.Label.Shared():
				values[planProp] = p.ID
			}
			w.nodes[n.Label] = append(w.nodes[n.Label], row{"id": values["id"], "props": values})
		}
		for _, e := range p.Edges {
			w.addEdge(e)
		}
	}
	return w
}

func (w *writer) addEdge(e graph.Edge) {
	g := edgeGroup{e.Type, e.From.Label, e.To.Label}
	w.edges[g] = append(w.edges[g], row{"from": dbID(e.From.ID), "to": dbID(e.To.ID), "props": edgeValues(e)})
}

// flush sends nodes, then one edge type after the other. Labels and types in the
// statements come from the closed lists, all else travels as parameters.
func (w *writer) flush(ctx context.Context, tx driver.ManagedTransaction) error {
	for _, l := range graph.Labels() {
		q := "UNWIND $rows AS r MERGE (n:%s {id: r.id}) SET n = r.props"
		if slices.Contains(ownLabels, l) { // what the plans had is gone
			q = "UNWIND $rows AS r CREATE (n:%s) SET n = r.props"
		}
		if err := unwind(ctx, tx, fmt.Sprintf(q, l), w.nodes[l]); err != nil {
			return err
		}
	}
	for _, t := range graph.EdgeTypes() {
		for _, from := range graph.Labels() {
			for _, to := range graph.Labels() {
				rows := w.edges[edgeGroup{t, from, to}]
				// No MERGE: what the plans stated is gone, so none of these is there.
				q := fmt.Sprintf("UNWIND $rows AS r MATCH (a:%s {id: r.from}) MATCH (b:%s {id: r.to}) CREATE (a)-[e:%s]->(b) SET e = r.props", from, to, t)
				if err := unwind(ctx, tx, q, rows); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func unwind(ctx context.Context, tx driver.ManagedTransaction, query string, rows []row) error {
	for part := range slices.Chunk(rows, batchRows) {
		result, err := tx.Run(ctx, query, row{"rows": part})
		if err != nil {
			return err
		}
		if _, err := result.Consume(ctx); err != nil {
			return err
		}
	}
	return nil
}

// turn is the row that lets a CITES edge end at another node.
func turn(key string, to graph.Node) row {
	return row{"key": key, "label": string(to.Label), "id": dbID(to.ID), "props": nodeValues(to)}
}

// retarget turns CITES edges. Neo4j cannot move an edge, so it is made anew with
// its properties. It returns the ids of the Document nodes that the edges left.
func retarget(ctx context.Context, tx driver.ManagedTransaction, turns []row) ([]string, error) {
	var left []string
	for _, l := range []graph.Label{graph.Plan, graph.Document} {
		var rows []row
		for _, t := range turns {
			if t["label"] == string(l) {
				rows = append(rows, t)
			}
		}
		// The key is unique, so the old edge goes before the new one comes.
		q := fmt.Sprintf("UNWIND $rows AS r MATCH (a)-[old:CITES {key: r.key}]->(b) "+
			"WITH r, a, old, properties(old) AS props, CASE WHEN b:Document THEN b.id END AS leaves DELETE old "+
			"MERGE (c:%s {id: r.id}) ON CREATE SET c = r.props CREATE (a)-[e:CITES]->(c) SET e = props RETURN leaves", l)
		for part := range slices.Chunk(rows, batchRows) {
			got, err := collect(ctx, tx, q, row{"rows": part})
			if err != nil {
				return nil, err
			}
			for _, g := range got {
				if id, ok := g.Values[0].(string); ok {
					left = append(left, id)
				}
			}
		}
	}
	return left, nil
}
