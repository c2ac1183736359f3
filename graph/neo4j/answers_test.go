package neo4j

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"plangraph/graph"
)

// held is all that a store holds, for working out by hand what the statements of
// docs/neo4j.md must answer.
type held struct {
	nodes map[graph.Ref]graph.Node
	edges map[graph.EdgeType][]graph.Edge // in the order of plan and place
}

func readAll(t *testing.T, s graph.Store) *held {
	t.Helper()
	h := &held{map[graph.Ref]graph.Node{}, map[graph.EdgeType][]graph.Edge{}}
	err := s.Dump(context.Background(), func(n graph.Node) error { h.nodes[n.Ref] = n; return nil },
		func(e graph.Edge) error { h.edges[e.Type] = append(h.edges[e.Type], e); return nil })
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range h.edges {
		slices.SortStableFunc(list, func(a, b graph.Edge) int { return cmp.Or(cmp.Compare(a.Plan, b.Plan), start(a)-start(b)) })
	}
	return h
}

func start(e graph.Edge) int {
	if e.Evidence == nil {
		return 0
	}
	return e.Evidence.Start
}

func line(e graph.Edge) int {
	if e.Evidence == nil {
		return 0
	}
	return e.Evidence.Line
}

// get returns a property, nil when the node does not have it.
func (h *held) get(r graph.Ref, name string) any { return prop(h.nodes[r].Props, name) }

func (h *held) text(r graph.Ref, name string) string { return h.nodes[r].Props.Text(name) }

func prop(p graph.Props, name string) any {
	for _, x := range p {
		if x.Name == name {
			return x.Value
		}
	}
	return nil
}

// called is a node's title or name.
func (h *held) called(r graph.Ref) any {
	if l := r.Label.Title(); l != "" {
		return h.get(r, l)
	}
	return nil
}

// from are the edges of a type that begin at a node, to those that end there.
func (h *held) from(t graph.EdgeType, r graph.Ref) []graph.Edge {
	return filter(h.edges[t], func(e graph.Edge) bool { return e.From == r })
}

func (h *held) to(t graph.EdgeType, r graph.Ref) []graph.Edge {
	return filter(h.edges[t], func(e graph.Edge) bool { return e.To == r })
}

func filter[T any](list []T, keep func(T) bool) []T {
	var out []T
	for _, x := range list {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}

// distinct keeps the first of equal values, and no absent ones.
func distinct[T any, K comparable](list []T, value func(T) K) []K {
	out := []K{}
	for _, x := range list {
		if v := value(x); !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// groups parts a list by a key.
func groups[T any, K comparable](list []T, key func(T) K) map[K][]T {
	out := map[K][]T{}
	for _, x := range list {
		out[key(x)] = append(out[key(x)], x)
	}
	return out
}

// answer works out one question without Cypher.
func (h *held) answer(t *testing.T, title string, params map[string]any) [][]any {
	t.Helper()
	number, _, _ := strings.Cut(title, ".")
	var out [][]any
	add := func(row ...any) { out = append(out, row) }
	duties, planOf := h.edges[graph.ResponsibleFor], func(e graph.Edge) string { return e.Plan }
	role := func(e graph.Edge) string { return e.Props.Text("role") }
	section := func(task graph.Ref) graph.Ref {
		in := h.to(graph.HasTask, task)
		if len(in) != 1 {
			t.Fatalf("task %s stands in %d sections", task.ID, len(in))
		}
		return in[0].From
	}
	owned := groups(duties, func(e graph.Edge) graph.Ref { return e.To })
	switch number {
	case "1":
		for _, e := range duties {
			add(h.text(e.From, "name"), role(e), h.text(e.To, "title"), h.get(section(e.To), "path"), e.Plan, line(e))
		}
	case "2":
		parts := map[graph.Ref]bool{} // tasks of which somebody has a part
		for _, e := range h.edges[graph.PartOf] {
			parts[e.To] = parts[e.To] || len(owned[e.From]) > 0
		}
		for _, e := range h.edges[graph.HasTask] {
			if len(owned[e.To]) == 0 && !parts[e.To] {
				add(e.Plan, h.get(e.From, "path"), h.text(e.To, "title"))
			}
		}
	case "3":
		type pair struct{ a, b graph.Ref }
		tasks, roles := map[pair]map[graph.Ref]bool{}, map[pair][][2]string{}
		for task, list := range owned {
			for _, x := range list {
				for _, y := range list {
					if p := (pair{x.From, y.From}); p.a.ID < p.b.ID {
						if tasks[p] == nil {
							tasks[p] = map[graph.Ref]bool{}
						}
						tasks[p][task] = true
						roles[p] = append(roles[p], [2]string{role(x), role(y)})
					}
				}
			}
		}
		for p := range tasks {
			slices.SortFunc(roles[p], func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
			add(h.text(p.a, "name"), h.text(p.b, "name"), len(tasks[p]), distinct(roles[p], func(r [2]string) string { return r[0] + "/" + r[1] }))
		}
	case "4":
		type key struct {
			body string
			year any
		}
		for k, list := range groups(duties, func(e graph.Edge) key {
			return key{h.text(e.From, "name"), h.get(graph.Ref{Label: graph.Plan, ID: e.Plan}, "period_end")}
		}) {
			add(k.body, k.year, len(filter(list, func(e graph.Edge) bool { return role(e) == "lead" })), len(list))
		}
	case "5":
		goals := filter(h.edges[graph.Measures], func(e graph.Edge) bool { return e.From.Label == graph.Target })
		bound := func(r graph.Ref) [3]any {
			low, high := h.get(r, "amount"), h.get(r, "amount_high")
			if low == nil {
				low, high = h.get(r, "number"), h.get(r, "number_high")
			}
			if low == nil {
				low = h.get(r, "value")
			}
			return [3]any{h.get(r, "op"), low, high}
		}
		says := func(r graph.Ref) string { return h.text(r, "op") + " " + h.text(r, "value") + h.text(r, "unit") }
		for _, a := range goals {
			for _, b := range goals {
				x, y := h.get(a.From, "year"), h.get(b.From, "year")
				if a.To == b.To && a.Plan < b.Plan && x != nil && y != nil && (x == y) != (bound(a.From) == bound(b.From)) {
					add(h.text(a.To, "name"), a.Plan, says(a.From), x, b.Plan, says(b.From), y)
				}
			}
		}
	case "6":
		for project, list := range groups(h.edges[graph.Lists], func(e graph.Edge) graph.Ref { return e.To }) {
			if plans := distinct(list, planOf); len(plans) > 1 {
				add(h.text(project, "name"), len(plans), distinct(list, func(e graph.Edge) string { return e.Props.Text("as_written") }))
			}
		}
	case "7":
		for _, a := range h.edges[graph.DependsOn] {
			add(a.From.ID, []string{a.To.ID}, []string{a.Props.Text("via")})
			for _, b := range h.from(graph.DependsOn, a.To) {
				if b.To != a.From {
					add(a.From.ID, []string{a.To.ID, b.To.ID}, []string{a.Props.Text("via"), b.Props.Text("via")})
				}
			}
		}
	case "8":
		for ref := range h.nodes {
			if ref.Label != graph.Department || !slices.Contains(params["bodies"].([]string), h.text(ref, "name")) {
				continue
			}
			for _, old := range h.before(ref) {
				for _, as := range append(distinctRefs(h.from(graph.MemberOf, old)), old) {
					for _, t := range []graph.EdgeType{graph.ResponsibleFor, graph.Mentions, graph.IssuedBy, graph.PartOf} {
						list := h.to(t, as)
						if t == graph.ResponsibleFor {
							list = h.from(t, as)
						}
						for _, e := range list {
							other := e.From
							if other == as {
								other = e.To
							}
							add(h.text(ref, "name"), h.text(as, "name"), t, role(e), other.Label, h.called(other), e.Plan, line(e))
						}
					}
				}
			}
		}
	case "9":
		for _, m := range h.edges[graph.MemberOf] {
			for _, e := range h.from(graph.ResponsibleFor, m.To) {
				add(h.text(m.From, "name"), h.text(m.To, "name"), role(e), h.text(e.To, "title"), e.Plan)
			}
		}
	case "10":
		for cited, list := range groups(h.edges[graph.Cites], func(e graph.Edge) graph.Ref { return e.To }) {
			add(h.text(cited, "title"), cited.Label, len(distinct(list, planOf)), len(list))
		}
	case "11":
		for _, e := range h.edges[graph.OverlapsWith] {
			add(e.From.ID, e.To.ID, prop(e.Props, "via"), prop(e.Props, "count"), prop(e.Props, "what"))
		}
	case "12":
		for _, e := range duties {
			for _, a := range h.from(graph.About, e.To) {
				about := h.called(a.To)
				if m := h.from(graph.Measures, a.To); len(m) == 1 {
					about = h.called(m[0].To)
				}
				add(about, a.To.Label, h.text(e.From, "name"), role(e), h.text(e.To, "title"))
			}
		}
	case "13":
		type key struct{ place, status string }
		there := map[key]map[graph.Ref]bool{}
		for _, e := range h.edges[graph.LocatedIn] {
			for _, l := range h.to(graph.Lists, e.From) {
				k := key{h.text(e.To, "name"), l.Props.Text("status")}
				if there[k] == nil {
					there[k] = map[graph.Ref]bool{}
				}
				there[k][e.From] = true
			}
		}
		for k, projects := range there {
			names := slices.Collect(maps.Keys(groups(slices.Collect(maps.Keys(projects)), func(r graph.Ref) string { return h.text(r, "name") })))
			slices.Sort(names)
			add(k.place, k.status, len(projects), names[:min(5, len(names))])
		}
	case "14":
		for body, list := range groups(h.edges[graph.Mentions], func(e graph.Edge) graph.Ref { return e.To }) {
			add(h.text(body, "name"), h.get(body, "level"), len(distinct(list, planOf)), len(h.from(graph.ResponsibleFor, body)))
		}
	case "15":
		type row struct {
			source, quote string
			line          int
		}
		rows := map[row]bool{}
		for _, list := range h.edges {
			for _, e := range list {
				if e.Evidence != nil && strings.Contains(e.Evidence.Quote, quoted) {
					rows[row{h.text(graph.Ref{Label: graph.Plan, ID: e.Plan}, "source"), e.Evidence.Quote, line(e)}] = true
				}
			}
		}
		for r := range rows {
			add(r.source, r.line, r.quote)
		}
	default:
		t.Fatalf("no way to work out %s", title)
	}
	return out
}

// quoted is the word that the last question looks for.
const quoted = "养老服务"

// before are a body and those that it took over, however long ago.
func (h *held) before(r graph.Ref) []graph.Ref {
	out := []graph.Ref{r}
	for i := 0; i < len(out); i++ {
		for _, e := range h.to(graph.SucceededBy, out[i]) {
			out = append(out, e.From)
		}
	}
	return out
}

func distinctRefs(list []graph.Edge) []graph.Ref {
	return distinct(list, func(e graph.Edge) graph.Ref { return e.To })
}
