package neo4j

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"plangraph/graph"
	"plangraph/internal/golden"
)

type docQuery struct{ title, text string }

// docQueries are the statements under the headings of docs/neo4j.md.
func docQueries(t *testing.T) []docQuery {
	t.Helper()
	b, err := os.ReadFile("../../docs/neo4j.md")
	if err != nil {
		t.Fatal(err)
	}
	var out []docQuery
	for _, m := range regexp.MustCompile("(?s)### ([0-9]+\\. [^\n]+)\n.*?```cypher\n(.*?)```").FindAllStringSubmatch(string(b), -1) {
		out = append(out, docQuery{m[1], m[2]})
	}
	if len(out) != 15 {
		t.Fatalf("docs/neo4j.md holds %d queries", len(out))
	}
	return out
}

// The style for Neo4j Browser and the picture of the model name every label and
// every edge type, and none that there is not.
func TestDocsNameTheModel(t *testing.T) {
	read := func(file string) string {
		b, err := os.ReadFile("../../docs/" + file)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	style := read("neo4j.grass")
	var labels []string
	for _, m := range regexp.MustCompile(`(?m)^node\.(\w+) \{.*caption: '\{(\w+)\}'.*\}$`).FindAllStringSubmatch(style, -1) {
		labels = append(labels, m[1])
		if !slices.ContainsFunc(graph.NodeProps(graph.Label(m[1])), func(p graph.PropType) bool { return p.Name == m[2] }) {
			t.Errorf("neo4j.grass: %s has no property %s", m[1], m[2])
		}
	}
	for _, l := range graph.Labels() {
		if !slices.Contains(labels, string(l)) {
			t.Errorf("neo4j.grass does not name %s", l)
		}
	}
	for _, m := range regexp.MustCompile(`relationship\.(\w+)`).FindAllStringSubmatch(style, -1) {
		if !slices.Contains(graph.EdgeTypes(), graph.EdgeType(m[1])) {
			t.Errorf("neo4j.grass: there is no edge type %s", m[1])
		}
	}
	_, picture, _ := strings.Cut(read("neo4j.md"), "```mermaid")
	picture, _, _ = strings.Cut(picture, "```")
	drawn := map[graph.EdgeType]bool{}
	for _, m := range regexp.MustCompile(`(?m)^  (\w+) -- "?(\w+)[^-]*--> (\w+)$`).FindAllStringSubmatch(picture, -1) {
		drawn[graph.EdgeType(m[2])] = true
		if !slices.Contains(graph.EdgeTypes(), graph.EdgeType(m[2])) || !slices.Contains(graph.Labels(), graph.Label(m[1])) || !slices.Contains(graph.Labels(), graph.Label(m[3])) {
			t.Errorf("docs/neo4j.md draws %s, which the graph does not have", m[0])
		}
	}
	for _, e := range graph.EdgeTypes() {
		if !drawn[e] {
			t.Errorf("docs/neo4j.md does not draw %s", e)
		}
	}
}

// docParams are the parameters of the statements that have some.
func docParams(title string, bodies ...string) map[string]any {
	if strings.HasPrefix(title, "8. ") {
		return map[string]any{"bodies": bodies}
	}
	return nil
}

// The answers over four invented plans are those that somebody read, and none
// is empty. The facts are in a file, so that better rules do not change them.
func TestDocQueries(t *testing.T) {
	server := neo.Server(t)
	plangraph(t, server, "build", "--facts", "graph/neo4j/testdata/invented.jsonl", "--store", server.URI)
	s := open(t, server)
	held := readAll(t, s)
	var b strings.Builder
	for _, q := range docQueries(t) {
		params := docParams(q.title, "甘肃省卫生健康委员会", "甘肃省民政厅")
		rows, err := s.Cypher(t.Context(), q.text, params, CypherOptions{})
		if err != nil {
			t.Errorf("%s: %v", q.title, err)
			continue
		}
		if len(rows.Values) == 0 {
			t.Errorf("%s: no answer", q.title)
		}
		lines := asJSON(t, rows.Values)
		sameAnswer(t, q.title, lines, asJSON(t, held.answer(t, q.title, params)))
		fmt.Fprintf(&b, "== %s\n%s\n", q.title, strings.Join(rows.Columns, " | "))
		for _, line := range lines {
			fmt.Fprintln(&b, line)
		}
	}
	golden.Check(t, "testdata/queries.golden", b.String())
}

// known are rows of the answers over the sample that somebody looked up in the
// gazette: of each row the pieces that it must hold. All are right, so better
// rules keep them.
var known = map[string][][]string{
	"1": {{"江苏省民政厅", "lead", "养老服务综合监管", "1618"}, {"江苏省大数据管理中心", "responsible", "一体化基座提升工程", "1315"},
		{"各级民政部门", "responsible", "健全完善养老服务机构风险隐患主动发现通报机制", "2344"}},
	"2":  {{"苏政办发〔2021〕58号", "加强知识产权地方立法"}},
	"3":  {{"江苏省大数据管理中心", "江苏省政务服务管理办公室", "responsible/responsible"}},
	"4":  {{"江苏省市场监督管理局", "2025"}},
	"5":  {{"年均每十万人受灾人次", "苏政办发〔2021〕68号", `"< 5000",2025`, "苏政办发〔2021〕69号", `"<= 5000",2025`}},
	"6":  {{"国家水域救援大队(南京)"}},
	"7":  {{"苏政办发〔2021〕58号", "江苏省国民经济和社会发展第十四个五年规划和2035年远景目标纲要", "citation"}},
	"8":  {{"江苏省民政厅", "各级民政部门", "RESPONSIBLE_FOR", "Task", "2344"}, {"江苏省粮食和物资储备局", "MENTIONS", "Section"}},
	"9":  {{"江苏省民政厅", "各级民政部门", "responsible", "健全完善养老服务机构风险隐患主动发现通报机制"}},
	"10": {{"江苏省国民经济和社会发展第十四个五年规划和2035年远景目标纲要", "Document"}},
	"11": {{"苏政办发〔2021〕68号", "苏政办发〔2021〕74号", "project", "张家港水域救援大队"}, {"苏政办发〔2021〕68号", "苏政办发〔2021〕69号", "indicator", "年均每十万人受灾人次"}},
	"12": {{"一体化基座提升工程", "Project", "江苏省大数据管理中心", "responsible"}},
	"13": {{"南京市", "力争开工", "南京市域18号线"}},
	"14": {{"江苏省人民政府办公厅", "省"}},
	"15": {{"1618", "养老服务综合监管"}},
}

// sampleAnswers runs every query over the sample: its answer is the one that the
// test works out from what the embedded store holds, the named analyses beside
// some of them give as many rows, and rows that are known are there.
func sampleAnswers(t *testing.T, inNeo4j *Store, embedded graph.Store) {
	t.Helper()
	count := func(analysis string, params graph.Params) int {
		t.Helper()
		rows, err := embedded.Query(t.Context(), graph.FindAnalysis(analysis), params)
		if err != nil {
			t.Fatal(err)
		}
		return len(rows.Values)
	}
	want := map[string]int{"1": count("owners", nil), "2": count("tasks", graph.Params{"unowned": true})}
	held := readAll(t, embedded)
	for _, q := range docQueries(t) {
		params := docParams(q.title, "江苏省粮食和物资储备局", "江苏省民政厅")
		rows, err := inNeo4j.Cypher(t.Context(), q.text, params, CypherOptions{})
		if err != nil {
			t.Errorf("%s: %v", q.title, err)
			continue
		}
		number, _, _ := strings.Cut(q.title, ".")
		if n, ok := want[number]; ok && n != len(rows.Values) {
			t.Errorf("%s: %d rows over the sample, the analysis gives %d", q.title, len(rows.Values), n)
		}
		lines := asJSON(t, rows.Values)
		sameAnswer(t, q.title, lines, asJSON(t, held.answer(t, q.title, params)))
		for _, pieces := range known[number] {
			if !slices.ContainsFunc(lines, func(line string) bool {
				return !slices.ContainsFunc(pieces, func(piece string) bool { return !strings.Contains(line, piece) })
			}) {
				t.Errorf("%s: no row with %q", q.title, pieces)
			}
		}
		if len(known[number]) == 0 {
			t.Errorf("%s: nobody looked up a row of the answer", q.title)
		}
		if dir := os.Getenv("PLANGRAPH_TEST_ANSWERS"); dir != "" { // to read them all
			if err := os.WriteFile(filepath.Join(dir, number), []byte(strings.Join(lines, "\n")), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// asJSON writes each row as a line.
func asJSON(t *testing.T, rows [][]any) []string {
	t.Helper()
	var out []string
	for _, row := range rows {
		var b strings.Builder
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(row); err != nil {
			t.Fatal(err)
		}
		out = append(out, strings.TrimSpace(b.String()))
	}
	return out
}

// sameAnswer compares two answers, whatever the order of their rows.
func sameAnswer(t *testing.T, what string, got, want []string) {
	t.Helper()
	got, want = slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Errorf("%s: %d rows, %d worked out without Cypher; the first difference:\ngot  %v\nwant %v", what, len(got), len(want), at(got, i), at(want, i))
			return
		}
	}
}
