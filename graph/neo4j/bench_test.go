package neo4j

import (
	"fmt"
	"os"
	"slices"
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

// bareLoops are the ways in which one would write rows with the bare driver.
var bareLoops = []struct {
	name   string
	create bool // edges by CREATE, which is right only where none of them is there yet
	whole  bool // all batches of 50,000 items in one transaction, else each in its own
}{
	{"merge", false, false},
	{"create", true, false},
	{"merge-whole", false, true},
	{"create-whole", true, true},
}

// BenchmarkWrite compares the store with the bare driver's UNWIND loops over rows
// of the same kind, without anything taken out before, in the same run on the
// same server; s-of-best is the store's speed against that of the fastest of
// them, cpu-s-of-best the same by the server's processor time, which others on
// the machine disturb less.
// PLANGRAPH_BENCH_PLANS sets the size: so many plans (451 nodes, 1,500 edges) for
// each of the five.
//
//	PLANGRAPH_TEST_NEO4J_HEAP=4g go test ./graph/neo4j -run xxx -bench Write -benchtime 1x
func BenchmarkWrite(b *testing.B) {
	plans := 50
	if v, err := strconv.Atoi(os.Getenv("PLANGRAPH_BENCH_PLANS")); err == nil {
		plans = v
	}
	const round = 25 // plans: about 50,000 items
	writers := 1 + len(bareLoops)
	for range b.N {
		server := neo.Server(b)
		s := open(b, server)
		next := 0
		several := func(n int) (out []graph.PlanGraph) {
			for range n {
				out = append(out, syntheticPlan(next))
				next++
			}
			return out
		}
		took, items := make([]time.Duration, writers), make([]int, writers)
		cpu := make([]time.Duration, writers) // of the server
		write := func(i, n int) {
			part := several(n)
			for _, p := range part {
				items[i] += len(p.Nodes) + len(p.Edges)
			}
			start := time.Now()
			before, _ := server.CPU()
			if i == 0 {
				if err := s.Replace(b.Context(), part); err != nil {
					b.Fatal(err)
				}
			} else {
				writeBare(b, s, part, bareLoops[i-1].create, bareLoops[i-1].whole)
			}
			took[i] += time.Since(start)
			after, _ := server.CPU()
			cpu[i] += after - before
		}
		// The server plans each statement once and is several times as fast when its
		// compiler has seen some rounds.
		for i := range 3 * writers {
			write(i%writers, round)
		}
		clear(took)
		clear(cpu)
		clear(items)
		// Turn and turn about, each first in its turn, so that none has the larger
		// graph or the colder server.
		for from, turn := 0, 0; from < plans; from, turn = from+round, turn+1 {
			for i := range writers {
				write((i+turn)%writers, min(round, plans-from))
			}
		}
		report := func(spent []time.Duration, unit string) {
			speed := func(i int) float64 { return float64(items[i]) / spent[i].Seconds() }
			best := 0.0
			for i, loop := range bareLoops {
				b.ReportMetric(speed(i+1), loop.name+"-items/"+unit)
				best = max(best, speed(i+1))
			}
			b.ReportMetric(speed(0), "items/"+unit)
			b.ReportMetric(speed(0)/best, unit+"-of-best")
		}
		report(took, "s")
		if cpu[0] > 0 {
			report(cpu, "cpu-s")
		}
	}
}

// writeBare is the loop that anybody would write: batches of rows, nodes first.
func writeBare(b *testing.B, s *Store, plans []graph.PlanGraph, create, whole bool) {
	w := newWriter(plans)
	session := s.session(b.Context(), driver.AccessModeWrite)
	defer session.Close(b.Context())
	type statement struct {
		query string
		rows  []row
	}
	var all []statement
	add := func(query string, rows []row) {
		for part := range slices.Chunk(rows, batchRows) {
			all = append(all, statement{query, part})
		}
	}
	for l, rows := range w.nodes {
		add(fmt.Sprintf("UNWIND $rows AS r MERGE (n:%s {id: r.id}) SET n += r.props", l), rows)
	}
	edge := "MERGE (a)-[e:%s {key: r.props.key}]->(b) SET e += r.props"
	if create {
		edge = "CREATE (a)-[e:%s]->(b) SET e = r.props"
	}
	for g, rows := range w.edges {
		add(fmt.Sprintf("UNWIND $rows AS r MATCH (a:%s {id: r.from}) MATCH (b:%s {id: r.to}) "+edge, g.from, g.to, g.kind), rows)
	}
	send := func(part []statement) {
		_, err := session.ExecuteWrite(b.Context(), func(tx driver.ManagedTransaction) (any, error) {
			for _, st := range part {
				if _, err := collect(b.Context(), tx, st.query, row{"rows": st.rows}); err != nil {
					return nil, err
				}
			}
			return nil, nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	if whole {
		send(all)
		return
	}
	for i := range all {
		send(all[i : i+1])
	}
}
