package eval

import (
	"encoding/json"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"plangraph/plan"
)

// The facts of testdata are annotations of samples/gold, spoilt in every way that
// the comparison must bear: names cut and lengthened, quotation marks, widths,
// magnitudes moved, lines off, roles changed, rows doubled. scores.json is what
// the reference implementation of the convention, a program of another language,
// printed for them; this one must print the same.
func TestSameFiguresAsReference(t *testing.T) {
	found := readFacts(t, "testdata/facts.jsonl")
	names, err := filepath.Glob("../samples/gold/*.jsonl")
	if err != nil || len(names) != 4 {
		t.Fatal(names, err)
	}
	var rep Report
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		g, err := ReadGold(name, f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		rep.Compare(found, g)
	}
	raw, err := os.ReadFile("testdata/scores.json")
	if err != nil {
		t.Fatal(err)
	}
	var want map[plan.FactType]map[string]*float64
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	for _, typ := range Types {
		s := rep.Total[typ]
		got := map[string]float64{"ok": float64(s.OK), "extra": float64(s.Extra), "missed": float64(s.Missed),
			"precision": s.Precision(), "recall": s.Recall(), "f1": s.F1()}
		for k, a := range rep.Attributes[typ] {
			got[k] = float64(a.Right) / float64(a.Of)
		}
		if typ == plan.TypeAssignment {
			got["task"] = rep.Task()
		}
		for k, w := range want[typ] {
			g, ok := got[k]
			if w == nil {
				if ok && k != "task" {
					t.Errorf("%s %s: got %v, the reference has none", typ, k, g)
				}
				continue
			}
			if !ok || math.Abs(g-*w) > 1e-9 {
				t.Errorf("%s %s: got %v, the reference %v", typ, k, g, *w)
			}
		}
	}
}

func readFacts(t *testing.T, name string) []Row {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []Row
	for r := plan.NewFactReader(name, f); ; {
		fact, err := r.Read()
		if err == io.EOF {
			return rows
		}
		if err != nil {
			t.Fatal(err)
		}
		if row, ok := FromFact(&fact); ok {
			rows = append(rows, row)
		}
	}
}

func TestByRule(t *testing.T) {
	gold := Gold{Name: "g", Last: 99, Rows: []Row{
		{Type: plan.TypeProject, Line: 3, Keys: map[string]string{"name": "青川市水系连通工程"}},
		{Type: plan.TypeProject, Line: 9, Keys: map[string]string{"name": "青川市二期供水工程"}}}}
	found := []Row{
		{Type: plan.TypeProject, Line: 3, Rule: "a", Keys: map[string]string{"name": "水系连通工程"}},
		{Type: plan.TypeProject, Line: 9, Rule: "b", Keys: map[string]string{"name": "青川市一期供水工程"}}}
	var rep Report
	rep.Compare(found, gold)
	want := []RuleScore{{"a", plan.TypeProject, Score{OK: 1}}, {"b", plan.TypeProject, Score{Extra: 1}}} // 一期 is not 二期
	if !slices.Equal(rep.Rules, want) {
		t.Errorf("got %+v, want %+v", rep.Rules, want)
	}
	if len(rep.Misses) != 2 {
		t.Errorf("want one extra and one missed: %+v", rep.Misses)
	}
}
