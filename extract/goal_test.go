package extract_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"plangraph/internal/testkit"
	"plangraph/plan"
)

var updateGoals = flag.Bool("update-goals", false, "write the golden files of goals and results anew; read the difference before committing it")

// TestGoals compares the targets of invented passages, one a layout, with golden
// files that somebody read.
func TestGoals(t *testing.T) {
	files, err := filepath.Glob("testdata/goals/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no passages in testdata/goals", err)
	}
	read, w := testkit.Reader(t), testkit.Engine(t).NewWorker()
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := read.Read(file, raw)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, p := range doc.Plans {
			for _, f := range w.Plan(doc, p) {
				if f.Target != nil {
					fmt.Fprintf(&b, "%d %s | %s %s %s %s %d%s\n", f.Line, f.Rule, f.Target.Indicator, f.Target.Op, f.Target.Value, f.Target.Unit, f.Target.Year, base(f.Target))
				}
			}
		}
		golden(t, strings.TrimSuffix(file, ".txt")+".golden", b.String())
	}
}

func base(t *plan.Target) string {
	s := ""
	if t.Baseline != "" {
		s += " from " + t.Baseline
	}
	if t.BaselineYear > 0 {
		s += fmt.Sprintf(" in %d", t.BaselineYear)
	}
	if t.Nature != "" {
		s += " " + t.Nature
	}
	return s
}

// TestResults reads the sample's three tables of past results whole.
func TestResults(t *testing.T) {
	raw, err := os.ReadFile(sample)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := testkit.Reader(t).Read(sample, raw)
	if err != nil {
		t.Fatal(err)
	}
	w := testkit.Engine(t).NewWorker()
	var b strings.Builder
	for _, p := range doc.Plans {
		for _, f := range w.Plan(doc, p) {
			if r := f.Result; r != nil {
				fmt.Fprintf(&b, "%d %s | %s -> %s | %s %d\n", f.Line, r.Indicator, r.Planned, r.Achieved, r.Unit, r.Year)
			}
		}
	}
	golden(t, "testdata/results.golden", b.String())
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *updateGoals {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		a, b := "", ""
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Errorf("%s:%d: got %q, want %q (after reading: go test ./extract -update-goals)", file, i+1, a, b)
			return
		}
	}
}
