package storetest

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"plangraph/graph"
	"plangraph/plan"
)

// Run checks that the stores which empty makes keep the contract of graph.Store.
// Each call of empty gives a store without plans; Run closes it. Where there is
// one database only, the call may empty it, so a store is not used after the next
// call.
func Run(t *testing.T, empty func(t *testing.T) graph.Store) {
	for _, test := range []struct {
		name string
		run  func(*harness)
	}{
		{"Analyses", analyses},
		{"Filters", filters},
		{"Units", units},
		{"Twice", twice},
		{"Order", order},
		{"Remove", remove},
		{"Change", change},
		{"Copy", copies},
		{"Derived", derived},
		{"Unknown", unknown},
		{"Hostile", hostile},
		{"Search", search},
		{"SearchOrder", searchOrder},
		{"SearchPlaces", searchPlaces},
		{"Names", names},
		{"Counts", counts},
	} {
		t.Run(test.name, func(t *testing.T) {
			graphs, err := Graphs()
			if err != nil {
				t.Fatal(err)
			}
			test.run(&harness{T: t, ctx: context.Background(), empty: empty, graphs: graphs})
		})
	}
}

type harness struct {
	*testing.T
	ctx    context.Context
	empty  func(*testing.T) graph.Store
	graphs []graph.PlanGraph
}

// store returns a new store with the plans, derived.
func (h *harness) store(plans ...graph.PlanGraph) graph.Store {
	h.Helper()
	s := h.empty(h.T)
	h.Cleanup(func() { s.Close() })
	h.must(s.Replace(h.ctx, plans))
	h.must(s.Derive(h.ctx, Naming{}))
	return s
}

func (h *harness) must(err error) {
	h.Helper()
	if err != nil {
		h.Fatal(err)
	}
}

// Dump writes all that a store holds as lines, for comparison.
func Dump(ctx context.Context, s graph.Store) ([]string, error) {
	var out []string
	err := s.Dump(ctx, func(n graph.Node) error {
		n.Props.Sort()
		out = append(out, fmt.Sprintf("%s %q %q", n.Label, n.ID, n.Props))
		return nil
	}, func(e graph.Edge) error {
		e.Props.Sort()
		line := fmt.Sprintf("%s %s %q %q %q %q", e.Type, e.Key, e.From, e.To, e.Plan, e.Props)
		if e.Evidence != nil {
			line += fmt.Sprintf(" %+v", *e.Evidence)
		}
		out = append(out, line)
		return nil
	})
	return out, err
}

func (h *harness) dump(s graph.Store) []string {
	h.Helper()
	out, err := Dump(h.ctx, s)
	h.must(err)
	return out
}

func (h *harness) same(what string, got, want []string) {
	h.Helper()
	for _, line := range got {
		if !slices.Contains(want, line) {
			h.Errorf("%s: too much: %s", what, line)
		}
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			h.Errorf("%s: missing: %s", what, line)
		}
	}
	if !h.Failed() && !slices.Equal(got, want) {
		h.Errorf("%s: not in the same order", what)
	}
}

// rows writes an answer as one line a row: the columns asked for, absent ones
// empty.
func (h *harness) rows(s graph.Store, analysis string, params graph.Params, columns ...string) []string {
	h.Helper()
	rows, err := s.Query(h.ctx, graph.FindAnalysis(analysis), params)
	if err != nil {
		h.Fatal(err)
	}
	var out []string
	for _, row := range rows.Values {
		var cells []string
		for _, name := range columns {
			i := slices.IndexFunc(rows.Columns, func(c graph.Column) bool { return c.Name == name })
			if i < 0 {
				h.Fatalf("query %s has no column %s", analysis, name)
			}
			cell := ""
			if row[i] != nil {
				cell = fmt.Sprint(row[i])
			}
			cells = append(cells, cell)
		}
		out = append(out, strings.Join(cells, "|"))
	}
	return out
}

func (h *harness) equal(what string, got []string, want ...string) {
	h.Helper()
	if !slices.Equal(got, want) {
		h.Errorf("%s:\ngot\n  %s\nwant\n  %s", what, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func analyses(h *harness) {
	s := h.store(h.graphs...)
	h.equal("plans", h.rows(s, "plans", nil, "id", "issued_on", "period_start", "source", "sections", "tasks", "assignments", "departments", "projects", "targets", "citations"),
		"和政办发〔2032〕9号|||b.txt|2|2|2|3|1|1|2",
		"和政发〔2031〕5号|2031-02-03|2031|a.txt|4|3|3|3|2|2|1",
		"青政发〔2033〕1号|||c.txt|1|1|1|1|1|0|3")
	h.equal("sections", h.rows(s, "sections", graph.Params{"plan": []string{"和政发〔2031〕5号"}}, "path", "title", "kind", "level"),
		"1|总体要求|chapter|1", "2|重点任务|chapter|1", "2.1|修渠引水|item|2", "2.2|重点工程|box|2")
	h.equal("owners", h.rows(s, "owners", nil, "department", "as_written", "role", "explicit", "task", "plan", "section"),
		"和江省水电厅|省水电厅|responsible|true|清点水表|和政办发〔2032〕9号|任务",
		"各级水利部门|各级水利部门|responsible|true|报送水情|和政办发〔2032〕9号|任务",
		"和江省水利厅|省水利厅|lead|true|修建干渠|和政发〔2031〕5号|重点任务 / 修渠引水",
		"青川市水务局|青川市水务局|support|true|修建干渠|和政发〔2031〕5号|重点任务 / 修渠引水",
		"农业、水利等部门|农业、水利等部门|support|true|修建干渠|和政发〔2031〕5号|重点任务 / 修渠引水",
		"青川市水务局|市水务局|responsible|true|管好水表|青政发〔2033〕1号|依据")
	h.equal("tasks", h.rows(s, "tasks", nil, "task", "lead", "responsible", "support", "plan"),
		"清点水表||[和江省水电厅]||和政办发〔2032〕9号", "报送水情||[各级水利部门]||和政办发〔2032〕9号",
		"修建干渠|[和江省水利厅]||[青川市水务局 农业、水利等部门]|和政发〔2031〕5号", "开展“清水”巡查||||和政发〔2031〕5号", "引江工程||||和政发〔2031〕5号",
		"管好水表||[青川市水务局]||青政发〔2033〕1号")
	h.equal("targets", h.rows(s, "targets", nil, "indicator", "op", "value", "unit", "number", "number_high", "year"),
		"节水器具 普及率|>=|97|%|0.97||2035", "节水器具普及率|>=|95|%|0.95||2035", "新增水库|range|3-5|座|3|5|2035")
	h.equal("conflicts", h.rows(s, "conflicts", nil, "indicator", "op", "value", "year", "other_plan", "other_value", "other_year", "other_quote", "plan", "quote"),
		"节水器具普及率|>=|97|2035|和政发〔2031〕5号|95|2035|节水器具普及率95%|和政办发〔2032〕9号|节水器具 普及率97%")
	h.equal("results", h.rows(s, "results", nil, "indicator", "planned", "achieved", "unit", "year"), "节水器具普及率|80|83|%|2030")
	h.equal("projects", h.rows(s, "projects", nil, "project", "as_written", "kind", "status", "box", "plan"),
		"引江工程|“引江”工程|prose|续建||和政办发〔2032〕9号", "引江工程|引江工程|box||专栏1|和政发〔2031〕5号",
		"青川市北库|青川市北库|list|新建|专栏1|和政发〔2031〕5号", "引江工程|引江工程|prose|||青政发〔2033〕1号")
	h.equal("departments", h.rows(s, "departments", nil, "department", "short_name", "level", "kind", "aliases", "lead", "responsible", "support", "plans"),
		"农业、水利等部门||省|collective||0|0|1|1",
		"各级水利部门||各级|class||0|1|0|1",
		"和江省人民政府|省人民政府|省|body|[省人民政府]|0|0|0|1",
		"和江省水利厅|省水利厅|省|body|[省水利厅]|1|0|0|1",
		"和江省水电厅|省水电厅|省|body|[省水电厅]|0|1|0|1",
		"青川市水务局|市水务局|市|body|[市水务局]|0|1|1|2")
	h.equal("citations", h.rows(s, "citations", nil, "title", "document_number", "kind", "resolves_to", "plan"),
		"和江省水网规划||plan|和政发〔2031〕5号|和政办发〔2032〕9号", "和江省粮食规划||plan||和政办发〔2032〕9号",
		"中华人民共和国水法||law||和政发〔2031〕5号", "和江省供水行动方案|和政办发〔2032〕9号|plan|和政办发〔2032〕9号|青政发〔2033〕1号",
		"和江省粮食规划|和政发〔2030〕8号|plan||青政发〔2033〕1号", "省政府关于印发和江省水网规划的通知|和政发〔2021〕5号|plan||青政发〔2033〕1号")
	h.equal("dependencies", h.rows(s, "dependencies", nil, "plan", "on", "via", "mutual", "what", "quote", "on_quote"),
		"和政办发〔2032〕9号|和江省粮食规划|citation||和江省粮食规划|《和江省粮食规划》|",
		"和政办发〔2032〕9号|和政发〔2031〕5号|coordination||和江省水网规划|《和江省水网规划》|",
		"和政办发〔2032〕9号|和政发〔2031〕5号|indicator|true|节水器具普及率|节水器具 普及率97%|节水器具普及率95%",
		"和政办发〔2032〕9号|和政发〔2031〕5号|project|true|引江工程|“引江”工程|引江工程",
		"青政发〔2033〕1号|和政办发〔2032〕9号|citation||和江省供水行动方案|《和江省供水行动方案》|",
		"青政发〔2033〕1号|和江省粮食规划|citation||和江省粮食规划|《和江省粮食规划》|",
		"青政发〔2033〕1号|省政府关于印发和江省水网规划的通知|citation||省政府关于印发和江省水网规划的通知|《省政府关于印发和江省水网规划的通知》|")
	s.Dump(h.ctx, func(n graph.Node) error {
		if n.Label == graph.Document && n.Props.Text("title") == "和江省粮食规划" && n.ID != "和江省粮食规划 和政发〔2030〕8号" {
			h.Errorf("the document %s stands beside the one with its number", n.ID)
		}
		return nil
	}, func(graph.Edge) error { return nil })
	h.equal("shared", h.rows(s, "shared", nil, "name", "relation", "plan", "as_written", "status", "value", "year"),
		"引江工程|part_of|和政发〔2031〕5号|青川市北库|新建||", "引江工程|same|和政办发〔2032〕9号|“引江”工程|续建||",
		"引江工程|same|和政发〔2031〕5号|引江工程|||",
		"节水器具普及率|same|和政办发〔2032〕9号|节水器具 普及率||97|2035", "节水器具普及率|same|和政发〔2031〕5号|节水器具普及率||95|2035",
		"青川市水务局|same|和政发〔2031〕5号|青川市水务局|||", "青川市水务局|same|青政发〔2033〕1号|市水务局|||")
}

func filters(h *harness) {
	s := h.store(h.graphs...)
	owners := func(params graph.Params) []string { return h.rows(s, "owners", params, "department", "task") }
	h.equal("a body with the collectives that name it", owners(graph.Params{"department": []string{"和江省水利厅"}}),
		"和江省水利厅|修建干渠", "农业、水利等部门|修建干渠")
	h.equal("its classes, too", owners(graph.Params{"department": []string{"和江省水利厅"}, "classes": true}),
		"各级水利部门|报送水情", "和江省水利厅|修建干渠", "农业、水利等部门|修建干渠")
	h.equal("a role", owners(graph.Params{"role": "lead"}), "和江省水利厅|修建干渠")
	h.equal("nobody", owners(graph.Params{"department": []string{}}))
	h.equal("unowned", h.rows(s, "tasks", graph.Params{"unowned": true}, "task", "plan"), "开展“清水”巡查|和政发〔2031〕5号", "引江工程|和政发〔2031〕5号")
	h.equal("part of an indicator", h.rows(s, "targets", graph.Params{"indicator": "普及", "plan": []string{"和政发〔2031〕5号"}, "year": int64(2035)}, "value"), "95")
	h.equal("part of an indicator in another spelling", h.rows(s, "targets", graph.Params{"indicator": []string{"普會", "普及"}, "plan": []string{"和政发〔2031〕5号"}, "year": int64(2035)}, "value"), "95")
	h.equal("the plan that is asked for stands first", h.rows(s, "conflicts", graph.Params{"plan": []string{"和政发〔2031〕5号"}}, "plan", "value", "other_value"), "和政发〔2031〕5号|95|97")
	h.equal("conflicts of another indicator", h.rows(s, "conflicts", graph.Params{"indicator": "水库"}, "plan"))
	h.equal("a status", h.rows(s, "projects", graph.Params{"status": "新建"}, "project"), "青川市北库")
	h.equal("a region", h.rows(s, "projects", graph.Params{"region": "青川"}, "project", "plan"), "青川市北库|和政发〔2031〕5号", "引江工程|青政发〔2033〕1号")
	h.equal("a level", h.rows(s, "departments", graph.Params{"level": "市"}, "department"), "青川市水务局")
	h.equal("a kind", h.rows(s, "shared", graph.Params{"kind": "indicator"}, "plan"), "和政办发〔2032〕9号", "和政发〔2031〕5号")
	h.equal("either side", h.rows(s, "dependencies", graph.Params{"plan": []string{"青政发〔2033〕1号"}}, "via"), "citation", "citation", "citation")
	for _, bad := range []graph.Params{{"rule": "x"}, {"role": "boss"}, {"plan": "x"}} {
		if _, err := s.Query(h.ctx, graph.FindAnalysis("owners"), bad); err == nil {
			h.Errorf("filter %v was taken", bad)
		}
	}
}

// units: two plans that say the same in units of another size do not contradict each other.
func units(h *harness) {
	say := func(id, value, unit string) graph.PlanGraph {
		s := begin(id, id+".txt", plan.PlanInfo{Title: "水网规划", Region: "和江省"})
		s.heading("1", "目标", "目标", plan.KindChapter)
		s.target("干渠总长", "=", value, unit, 2035)
		g, err := graph.Build(s.facts, Know)
		h.must(err)
		return g
	}
	s := h.store(say("甲1号", "12", "公里"), say("乙2号", "12000", "米"), say("丙3号", "13000", "米"))
	h.equal("conflicts", h.rows(s, "conflicts", graph.Params{"plan": []string{"丙3号"}}, "value", "unit", "other_value", "other_unit"),
		"13000|米|12000|米", "13000|米|12|公里")
	h.equal("the same in another unit", h.rows(s, "conflicts", graph.Params{"plan": []string{"甲1号"}}, "value", "other_value"), "12|13000")
}

func twice(h *harness) {
	s := h.store(h.graphs...)
	want := h.dump(s)
	h.must(s.Replace(h.ctx, h.graphs))
	h.must(s.Derive(h.ctx, Naming{}))
	h.same("written twice", h.dump(s), want)
}

func order(h *harness) {
	want := h.dump(h.store(h.graphs...))
	s := h.empty(h.T)
	defer s.Close()
	for i := range h.graphs {
		h.must(s.Replace(h.ctx, h.graphs[len(h.graphs)-1-i:][:1]))
		h.must(s.Derive(h.ctx, Naming{}))
	}
	h.same("written the other way round", h.dump(s), want)
}

func remove(h *harness) {
	for i := range h.graphs {
		s := h.store(h.graphs...)
		h.must(s.Remove(h.ctx, h.graphs[i].ID))
		h.must(s.Derive(h.ctx, Naming{}))
		got := h.dump(s)
		h.same("without "+h.graphs[i].ID, got, h.dump(h.store(slices.Concat(h.graphs[:i], h.graphs[i+1:])...)))
	}
}

func change(h *harness) {
	s := h.store(h.graphs...)
	facts := Plans()[1]
	g, err := graph.Build(facts[:len(facts)-3], Know)
	h.must(err)
	g.Stamp = "new"
	h.must(s.Replace(h.ctx, []graph.PlanGraph{g}))
	h.must(s.Derive(h.ctx, Naming{}))
	h.same("changed", h.dump(s), h.dump(h.store(h.graphs[0], g, h.graphs[2])))
	stamps, err := s.Stamps(h.ctx)
	h.must(err)
	if got := stamps[g.ID]; got != (graph.Stamp{Source: "b.txt", Digest: "new"}) || len(stamps) != 3 {
		h.Errorf("stamps: %v", stamps)
	}
}

func copies(h *harness) {
	s := h.store(h.graphs...)
	var all []graph.PlanGraph
	for _, g := range h.graphs {
		got, err := s.Read(h.ctx, g.ID)
		h.must(err)
		got.Sort()
		g.Sort()
		if !reflect.DeepEqual(got, g) {
			h.Errorf("read back:\n%+v\nwritten:\n%+v", got, g)
		}
		all = append(all, got)
	}
	want := h.dump(s)
	h.same("copied", h.dump(h.store(all...)), want)
}

func derived(h *harness) {
	s := h.store(h.graphs...)
	is := func(want bool) {
		h.Helper()
		got, err := s.Derived(h.ctx)
		h.must(err)
		if got != want {
			h.Errorf("derived: %v, want %v", got, want)
		}
	}
	is(true)
	h.must(s.Replace(h.ctx, h.graphs[:1]))
	is(false)
	h.must(s.Derive(h.ctx, Naming{}))
	is(true)
	h.must(s.Remove(h.ctx, h.graphs[0].ID))
	is(false)
}

func unknown(h *harness) {
	s := h.store(h.graphs[0])
	if err := s.Remove(h.ctx, "无此号"); !errors.Is(err, graph.ErrNoPlan) {
		h.Errorf("remove: %v", err)
	}
	if _, err := s.Read(h.ctx, "无此号"); !errors.Is(err, graph.ErrNoPlan) {
		h.Errorf("read: %v", err)
	}
	ok, err := s.Derived(h.ctx)
	h.must(err)
	if !ok {
		h.Error("a removal that failed changed the store")
	}
}

// hostile writes text that tries to be something else than text.
func hostile(h *harness) {
	words := []string{`"; DROP TABLE node; --`, "`}) DETACH DELETE n //", `'}]->() \u0000 \`, "a\x00b", "$plan {0} %s", "\u2028\x7f", strings.Repeat("长", 400000)}
	s := begin("坏〔2031〕1号", "x'y\".txt", plan.PlanInfo{Title: "恶意`计划", Region: "和江省"})
	for i, w := range words {
		s.heading(fmt.Sprint(i+1), w, w, "item")
		s.task(w, w)
		s.duty(w, "lead", w, w)
		s.at += 10 + len(w)
		s.project(w, "list", w, "")
		s.target(w, "=", w, w, 2030)
		s.cite(w, w, w, "")
	}
	g, err := graph.Build(s.facts, Know)
	h.must(err)
	store := h.store(h.graphs[0], g)
	got, err := store.Read(h.ctx, g.ID)
	h.must(err)
	got.Sort()
	g.Sort()
	if !reflect.DeepEqual(got, g) {
		for i := range min(len(got.Nodes), len(g.Nodes)) {
			if !reflect.DeepEqual(got.Nodes[i], g.Nodes[i]) {
				h.Fatalf("%.300q became %.300q", fmt.Sprint(g.Nodes[i]), fmt.Sprint(got.Nodes[i]))
			}
		}
		h.Fatalf("hostile text changed: %d nodes, %d edges; %d and %d before", len(got.Nodes), len(got.Edges), len(g.Nodes), len(g.Edges))
	}
	for _, a := range graph.Analyses() {
		if _, err := store.Query(h.ctx, a, nil); err != nil {
			h.Error(err)
		}
	}
	for _, w := range words[:6] {
		if _, err := store.Search(h.ctx, [][]string{{w}}, 5); err != nil {
			h.Errorf("search %q: %v", w, err)
		}
		h.rows(store, "targets", graph.Params{"indicator": w}, "value")
	}
	h.must(store.Remove(h.ctx, g.ID))
	h.must(store.Derive(h.ctx, Naming{}))
	h.same("after the hostile plan", h.dump(store), h.dump(h.store(h.graphs[0])))
}

func search(h *harness) {
	s := h.store(h.graphs...)
	find := func(words ...string) int {
		h.Helper()
		spelled := make([][]string, len(words))
		for i, w := range words {
			spelled[i] = []string{w}
		}
		rows, err := s.Search(h.ctx, spelled, 10)
		h.must(err)
		for _, row := range rows.Values {
			text := fmt.Sprint(row...)
			for _, w := range words {
				if !strings.Contains(text, w) {
					h.Errorf("search %v found %s", words, text)
				}
			}
		}
		return len(rows.Values)
	}
	for _, words := range [][]string{{"引江"}, {"干渠"}, {"修建干渠"}, {"水利", "牵头"}, {"渠"}} {
		if find(words...) == 0 {
			h.Errorf("search %v found nothing", words)
		}
	}
	for _, word := range []string{"江引", "8.8", "、"} { // 80 and 83 are no 8.8
		if n := find(word); n != 0 {
			h.Errorf("search %s found %d", word, n)
		}
	}
}

// found searches for words, each given in all its spellings, and writes the first so many cells
// of each row as a line, absent ones empty.
func (h *harness) found(s graph.Store, cells, limit int, words ...[]string) []string {
	h.Helper()
	rows, err := s.Search(h.ctx, words, limit)
	h.must(err)
	var out []string
	for _, row := range rows.Values {
		line := make([]string, cells)
		for i, v := range row[:cells] {
			if v != nil {
				line[i] = fmt.Sprint(v)
			}
		}
		out = append(out, strings.Join(line, "|"))
	}
	return out
}

func searchOrder(h *harness) {
	s := h.store(h.graphs...)
	texts := func(limit int, spellings ...string) []string {
		h.Helper()
		return h.found(s, 2, limit, spellings)
	}
	all := texts(100, "水")
	quotes := slices.IndexFunc(all, func(t string) bool { return strings.HasPrefix(t, "quote|") })
	if quotes < 4 || quotes > len(all)-4 {
		h.Fatalf("search 水: %d names of %d rows", quotes, len(all))
	}
	if !slices.IsSortedFunc(all[:quotes], func(a, b string) int { // the shortest name first
		_, a, _ = strings.Cut(a, "|")
		_, b, _ = strings.Cut(b, "|")
		return utf8.RuneCountInString(a) - utf8.RuneCountInString(b)
	}) {
		h.Errorf("search 水: names %q", all[:quotes])
	}
	h.equal("names leave quotes half of the room", texts(6, "水"), slices.Concat(all[:3], all[quotes:quotes+3])...)
	h.equal("no room", texts(0, "水"))
	if got, want := texts(100, "修築幹渠", "修建干渠", "、"), texts(100, "修建干渠"); len(want) == 0 || !slices.Equal(got, want) {
		h.Errorf("search in two spellings: %q, want %q", got, want)
	}
	if got := texts(100, "修築幹渠"); len(got) > 0 {
		h.Errorf("search 修築幹渠: %q", got)
	}
}

func searchPlaces(h *harness) {
	s := h.store(h.graphs...)
	places := func(word string) []string {
		h.Helper()
		return h.found(s, 6, 10, []string{word})
	}
	h.equal("where a task stands", places("清水"), "Task|开展“清水”巡查|和政发〔2031〕5号|重点任务 / 修渠引水|a.txt|4", "quote|开展“清水”巡查。|和政发〔2031〕5号|重点任务 / 修渠引水|a.txt|4")
	h.equal("where a chapter stands, once", places("重点任务"), "Section|重点任务|和政发〔2031〕5号||a.txt|1")
	h.equal("where a plan stands", places("水务计划"), "Plan|青川市水务计划|青政发〔2033〕1号||c.txt|")
	h.equal("what plans share stands where they say it", places("节水器具"), "Indicator|节水器具普及率||||",
		"quote|节水器具 普及率97%|和政办发〔2032〕9号|任务|b.txt|1", "quote|节水器具普及率95%|和政发〔2031〕5号|总体要求|a.txt|1", "quote|节水器具普及率\t80\t83|和政发〔2031〕5号|重点任务 / 重点工程|a.txt|5")
}

func names(h *harness) {
	s := h.store(h.graphs...)
	got, err := s.Names(h.ctx, graph.Department)
	h.must(err)
	i := slices.IndexFunc(got, func(n graph.Name) bool { return n.ID == "青川市水务局" })
	if i < 0 || got[i].Name != "青川市水务局" || !slices.Contains(got[i].Aliases, "市水务局") {
		h.Errorf("names: %v", got)
	}
	if !slices.IsSortedFunc(got, func(a, b graph.Name) int { return strings.Compare(a.ID, b.ID) }) {
		h.Error("names not in the order of ids")
	}
}

func counts(h *harness) {
	s := h.store(h.graphs...)
	got, err := s.Counts(h.ctx)
	h.must(err)
	nodes, edges := map[graph.Label]int{}, map[graph.EdgeType]int{}
	h.must(s.Dump(h.ctx, func(n graph.Node) error { nodes[n.Label]++; return nil }, func(e graph.Edge) error { edges[e.Type]++; return nil }))
	if !reflect.DeepEqual(got, graph.Counts{Nodes: nodes, Edges: edges}) {
		h.Errorf("counts %v, but the store holds %v and %v", got, nodes, edges)
	}
	for _, e := range []graph.EdgeType{graph.SucceededBy, graph.PartOf, graph.MemberOf, graph.About, graph.LocatedIn} {
		if edges[e] == 0 {
			h.Errorf("no %s at all", e)
		}
	}
}
