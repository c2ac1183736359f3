package neo4j

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"plangraph/graph"
	"plangraph/graph/storetest"
)

var update = flag.Bool("update", false, "write the golden files anew")

type docQuery struct{ title, text string }

// docQueries are the statements under the headings of docs/neo4j.md.
func docQueries(t *testing.T) []docQuery {
	t.Helper()
	b, err := os.ReadFile("../../docs/neo4j.md")
	if err != nil {
		t.Fatal(err)
	}
	var out []docQuery
	for _, m := range regexp.MustCompile("(?s)### ([0-9]+\\. [^\n]+)\n\n```cypher\n(.*?)```").FindAllStringSubmatch(string(b), -1) {
		out = append(out, docQuery{m[1], m[2]})
	}
	if len(out) != 15 {
		t.Fatalf("docs/neo4j.md holds %d queries", len(out))
	}
	return out
}

// The answers over the invented example are those that somebody read.
func TestDocQueries(t *testing.T) {
	s := open(t, neo.Server(t))
	plans, err := storetest.Graphs()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Replace(t.Context(), plans); err != nil {
		t.Fatal(err)
	}
	if err := s.Derive(t.Context(), storetest.Naming{}); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, q := range docQueries(t) {
		rows, err := s.Cypher(t.Context(), q.text, nil, CypherOptions{})
		if err != nil {
			t.Errorf("%s: %v", q.title, err)
			continue
		}
		fmt.Fprintf(&b, "== %s\n%s\n", q.title, strings.Join(rows.Columns, " | "))
		for _, row := range rows.Values {
			line, err := json.Marshal(row)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%s\n", line)
		}
	}
	compareGolden(t, "testdata/queries.golden", b.String())
}

// sampleAnswers runs every query over the sample. The number of rows and the
// first of them are those that somebody read against the gazette; the queries
// with a named analysis beside them give as many rows as that.
func sampleAnswers(t *testing.T, s *Store) {
	t.Helper()
	count := func(analysis string, params graph.Params) int {
		t.Helper()
		rows, err := s.Query(t.Context(), graph.FindAnalysis(analysis), params)
		if err != nil {
			t.Fatal(err)
		}
		return len(rows.Values)
	}
	want := map[string]int{"1.": count("owners", nil), "2.": count("tasks", graph.Params{"unowned": true})}
	const shown = 8
	var b strings.Builder
	for _, q := range docQueries(t) {
		rows, err := s.Cypher(t.Context(), q.text, nil, CypherOptions{})
		if err != nil {
			t.Errorf("%s: %v", q.title, err)
			continue
		}
		number, _, _ := strings.Cut(q.title, " ")
		if n, ok := want[number]; ok && n != len(rows.Values) {
			t.Errorf("%s: %d rows over the sample, the analysis gives %d", q.title, len(rows.Values), n)
		}
		fmt.Fprintf(&b, "== %s: %d rows\n%s\n", q.title, len(rows.Values), strings.Join(rows.Columns, " | "))
		for _, row := range rows.Values[:min(shown, len(rows.Values))] {
			line, err := json.Marshal(row)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%s\n", line)
		}
	}
	compareGolden(t, "testdata/sample_queries.golden", b.String())
}

// compareGolden compares an answer with the file that holds the one somebody read.
func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the answers differ from %s (look at them, then -update):\n%s", file, got)
	}
}
