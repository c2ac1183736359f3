package neo4j

import (
	"cmp"
	"context"
	"fmt"
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

// answers work out the questions of docs/neo4j.md without Cypher, by their numbers, all but
// reform, which has a parameter. Each gives its rows to add.
var answers = map[string]func(h *held, add func(row ...any)){
	"1":  (*held).owners,
	"2":  (*held).unowned,
	"3":  (*held).together,
	"4":  (*held).workload,
	"5":  (*held).conflicts,
	"6":  (*held).shared,
	"7":  (*held).dependencies,
	"9":  (*held).inherited,
	"10": (*held).cited,
	"11": (*held).overlaps,
	"12": (*held).fromGoals,
	"13": (*held).places,
	"14": (*held).connecting,
	"15": (*held).quotes,
}

// answer works out one question without Cypher.
func (h *held) answer(t *testing.T, title string, params map[string]any) (rows [][]any) {
	t.Helper()
	add := func(row ...any) { rows = append(rows, row) }
	number, _, _ := strings.Cut(title, ".")
	if bodies, ok := params["bodies"].([]string); ok {
		h.reform(bodies, add)
	} else if work := answers[number]; work != nil {
		work(h, add)
	} else {
		t.Fatalf("no way to work out %s", title)
	}
	return rows
}

func role(duty graph.Edge) string { return duty.Props.Text("role") }

func planOf(e graph.Edge) string { return e.Plan }

// section is where a task stands.
func (h *held) section(task graph.Ref) graph.Ref {
	in := h.to(graph.HasTask, task)
	if len(in) != 1 {
		panic(fmt.Sprintf("task %s stands in %d sections", task.ID, len(in)))
	}
	return in[0].From
}

// owned are the duties by their tasks.
func (h *held) owned() map[graph.Ref][]graph.Edge {
	return groups(h.edges[graph.ResponsibleFor], func(e graph.Edge) graph.Ref { return e.To })
}

// owners: who owns what.
func (h *held) owners(add func(row ...any)) {
	for _, e := range h.edges[graph.ResponsibleFor] {
		add(h.text(e.From, "name"), role(e), h.text(e.To, "title"), h.get(h.section(e.To), "path"), e.Plan, line(e))
	}
}

// unowned: tasks without an owner.
func (h *held) unowned(add func(row ...any)) {
	owned := h.owned()
	parts := map[graph.Ref]bool{} // tasks of which somebody has a part
	for _, e := range h.edges[graph.PartOf] {
		parts[e.To] = parts[e.To] || len(owned[e.From]) > 0
	}
	for _, e := range h.edges[graph.HasTask] {
		if len(owned[e.To]) == 0 && !parts[e.To] {
			add(e.Plan, h.get(e.From, "path"), h.text(e.To, "title"))
		}
	}
}

// together: bodies that carry a task together.
func (h *held) together(add func(row ...any)) {
	type pair struct{ a, b graph.Ref }
	tasks, roles := map[pair]map[graph.Ref]bool{}, map[pair][][2]string{}
	for task, list := range h.owned() {
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
}

// workload: the workload of a body by the year in which the plans end.
func (h *held) workload(add func(row ...any)) {
	type key struct {
		body string
		year any
	}
	for k, list := range groups(h.edges[graph.ResponsibleFor], func(e graph.Edge) key {
		return key{h.text(e.From, "name"), h.get(graph.Ref{Label: graph.Plan, ID: e.Plan}, "period_end")}
	}) {
		add(k.body, k.year, len(filter(list, func(e graph.Edge) bool { return role(e) == "lead" })), len(list))
	}
}

// conflicts: indicators on which plans differ.
func (h *held) conflicts(add func(row ...any)) {
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
}

// shared: projects that several plans name, as each writes them.
func (h *held) shared(add func(row ...any)) {
	for project, list := range groups(h.edges[graph.Lists], func(e graph.Edge) graph.Ref { return e.To }) {
		if plans := distinct(list, planOf); len(plans) > 1 {
			add(h.text(project, "name"), len(plans), distinct(list, func(e graph.Edge) string { return e.Props.Text("as_written") }))
		}
	}
}

// dependencies: what a plan depends on, directly and through another.
func (h *held) dependencies(add func(row ...any)) {
	for _, a := range h.edges[graph.DependsOn] {
		add(a.From.ID, []string{a.To.ID}, []string{a.Props.Text("via")})
		for _, b := range h.from(graph.DependsOn, a.To) {
			if b.To != a.From {
				add(a.From.ID, []string{a.To.ID, b.To.ID}, []string{a.Props.Text("via"), b.Props.Text("via")})
			}
		}
	}
}

// reform: what a reform that merges the bodies would touch.
func (h *held) reform(bodies []string, add func(row ...any)) {
	for ref := range h.nodes {
		if ref.Label != graph.Department || !slices.Contains(bodies, h.text(ref, "name")) {
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
}

// inherited: duties that reach a body through a collective or a class.
func (h *held) inherited(add func(row ...any)) {
	for _, m := range h.edges[graph.MemberOf] {
		for _, e := range h.from(graph.ResponsibleFor, m.To) {
			add(h.text(m.From, "name"), h.text(m.To, "name"), role(e), h.text(e.To, "title"), e.Plan)
		}
	}
}

// cited: what plans stand on most.
func (h *held) cited(add func(row ...any)) {
	for cited, list := range groups(h.edges[graph.Cites], func(e graph.Edge) graph.Ref { return e.To }) {
		add(h.text(cited, "title"), cited.Label, len(distinct(list, planOf)), len(list))
	}
}

// overlaps: plans that share projects or indicators.
func (h *held) overlaps(add func(row ...any)) {
	for _, e := range h.edges[graph.OverlapsWith] {
		add(e.From.ID, e.To.ID, prop(e.Props, "via"), prop(e.Props, "count"), prop(e.Props, "what"))
	}
}

// fromGoals: who answers for the tasks that are about a target or a project.
func (h *held) fromGoals(add func(row ...any)) {
	for _, e := range h.edges[graph.ResponsibleFor] {
		for _, a := range h.from(graph.About, e.To) {
			about := h.called(a.To)
			if m := h.from(graph.Measures, a.To); len(m) == 1 {
				about = h.called(m[0].To)
			}
			add(about, a.To.Label, h.text(e.From, "name"), role(e), h.text(e.To, "title"))
		}
	}
}

// places: projects by place and status.
func (h *held) places(add func(row ...any)) {
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
}

// connecting: bodies that connect most plans.
func (h *held) connecting(add func(row ...any)) {
	for body, list := range groups(h.edges[graph.Mentions], func(e graph.Edge) graph.Ref { return e.To }) {
		add(h.text(body, "name"), h.get(body, "level"), len(distinct(list, planOf)), len(h.from(graph.ResponsibleFor, body)))
	}
}

// quotes: quotes with a word, and where they stand.
func (h *held) quotes(add func(row ...any)) {
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
