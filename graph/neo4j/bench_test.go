package neo4j

import (
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"plangraph/graph"
)

// syntheticPlan is plan n with 451 nodes of its own and 1,500 edges, of
// which most end at nodes that all plans share: one node to three edges.
func syntheticPlan(n int) graph.PlanGraph {
	id := fmt.Sprintf("综政发〔2030〕%d号", n)
	p := graph.PlanGraph{ID: id, Source: "synthetic.txt", Stamp: "s"}
	node := func(l graph.Label, id string, props ...graph.Prop) graph.Ref {
		ref := graph.Ref{Label: l, ID: id}
		p.Nodes = append(p.Nodes, graph.Node{Ref: ref, Props: props})
		return ref
	}
	edge := func(t graph.EdgeType, from, to graph.Ref, start int, props ...graph.Prop) {
		p.Edges = append(p.Edges, graph.Edge{Key: graph.EdgeKey(t, from, to, id, "", start), Type: t, From: from, To: to, Plan: id, Props: props,
			Evidence: &graph.Evidence{Quote: "由市民政局牵头,建设综合为老服务中心" + strconv.Itoa(start), Start: start, End: start + 50, Line: start / 10, Rule: "assign.lead", Confidence: "certain"}})
	}
	self := node(graph.Plan, id, graph.Prop{Name: "title", Value: "综合规划之" + strconv.Itoa(n)}, graph.Prop{Name: "period_end", Value: int64(2035)})
	var bodies []graph.Ref
	for i := range 50 {
		name := fmt.Sprintf("第%d局", (n+i*7)%400)
		bodies = append(bodies, node(graph.Department, name, graph.Prop{Name: "name", Value: name}))
	}
	for s := range 50 {
		section := node(graph.Section, fmt.Sprintf("%s#%d", id, s+1), graph.Prop{Name: "title", Value: "重点任务" + strconv.Itoa(s)}, graph.Prop{Name: "level", Value: int64(1)})
		edge(graph.HasSection, self, section, s*1000, graph.Prop{Name: "ordinal", Value: int64(s + 1)})
		for t := range 8 {
			start := s*1000 + t*100
			task := node(graph.Task, fmt.Sprintf("%s/%d", section.ID, t+1), graph.Prop{Name: "title", Value: "建设服务中心" + strconv.Itoa(t)}, graph.Prop{Name: "text", Value: "由市民政局牵头,建设综合为老服务中心"})
			edge(graph.HasTask, section, task, start)
			edge(graph.ResponsibleFor, bodies[(s+t)%50], task, start+1, graph.Prop{Name: "as_written", Value: "局"}, graph.Prop{Name: "role", Value: "lead"}, graph.Prop{Name: "explicit", Value: true})
			edge(graph.ResponsibleFor, bodies[(s+t+9)%50], task, start+2, graph.Prop{Name: "as_written", Value: "局"}, graph.Prop{Name: "role", Value: "support"}, graph.Prop{Name: "explicit", Value: true})
		}
		for m := range 5 {
			edge(graph.Mentions, section, bodies[(s+m*3)%50], s*1000+m, graph.Prop{Name: "as_written", Value: "局"})
		}
	}
	return p
}

// BenchmarkWrite compares the store with the bare driver's UNWIND loop over the
// same rows, without transactions of whole plans, without anything taken out
// before, in the same run on the same server. PLANGRAPH_BENCH_PLANS sets the
// size (2,000 plans are 0.9 million nodes and 3 million edges).
//
//	PLANGRAPH_TEST_NEO4J_HEAP=4g go test ./graph/neo4j -run xxx -bench Write -benchtime 1x
func BenchmarkWrite(b *testing.B) {
	plans := 100
	if v, err := strconv.Atoi(os.Getenv("PLANGRAPH_BENCH_PLANS")); err == nil {
		plans = v
	}
	for range b.N {
		server := neo.Server(b)
		s := open(b, server)
		if err := s.Replace(b.Context(), []graph.PlanGraph{syntheticPlan(plans + 1)}); err != nil { // plans the queries
			b.Fatal(err)
		}
		// Turn and turn about, so that neither has the larger graph or the colder server.
		var ours, bare time.Duration
		items := 0
		for from := 0; from < plans; from += 50 {
			var even, odd []graph.PlanGraph
			for n := from; n < min(from+50, plans); n++ {
				if n%2 == 0 {
					even = append(even, syntheticPlan(n))
				} else {
					odd = append(odd, syntheticPlan(n))
				}
			}
			for _, p := range even {
				items += len(p.Nodes) + len(p.Edges)
			}
			start := time.Now()
			if err := s.Replace(b.Context(), even); err != nil {
				b.Fatal(err)
			}
			ours += time.Since(start)
			start = time.Now()
			writeBare(b, s, odd)
			bare += time.Since(start)
		}
		b.ReportMetric(float64(items)/ours.Seconds(), "items/s")
		b.ReportMetric(float64(items)/bare.Seconds(), "bare-items/s")
		b.ReportMetric(bare.Seconds()/ours.Seconds(), "of-bare")
	}
}

// writeBare is the loop that anybody would write: a batch, a transaction.
func writeBare(b *testing.B, s *Store, plans []graph.PlanGraph) {
	w := newWriter(plans)
	session := s.session(b.Context(), driver.AccessModeWrite)
	defer session.Close(b.Context())
	send := func(query string, rows []row) {
		for len(rows) > 0 {
			n := min(len(rows), batchRows)
			if _, err := run(b.Context(), session, query, row{"rows": rows[:n]}); err != nil {
				b.Fatal(err)
			}
			rows = rows[n:]
		}
	}
	for l, rows := range w.nodes {
		send(fmt.Sprintf("UNWIND $rows AS r MERGE (n:%s {id: r.id}) SET n += r.props", l), rows)
	}
	for g, rows := range w.edges {
		send(fmt.Sprintf("UNWIND $rows AS r MATCH (a:%s {id: r.from}) MATCH (b:%s {id: r.to}) MERGE (a)-[e:%s {key: r.props.key}]->(b) SET e += r.props", g.from, g.to, g.kind), rows)
	}
}
