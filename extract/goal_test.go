package extract_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"plangraph/internal/golden"
	"plangraph/internal/testkit"
	"plangraph/plan"
)

// TestGoals compares the targets of invented passages, one a layout, with golden
// files that somebody read.
func TestGoals(t *testing.T) {
	files, err := filepath.Glob("testdata/goals/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no passages in testdata/goals", err)
	}
	w := testkit.Engine(t).NewWorker()
	for _, file := range files {
		doc := readFile(t, file)
		var b strings.Builder
		for _, p := range doc.Plans {
			for _, f := range w.Plan(doc, p) {
				if f.Target != nil {
					fmt.Fprintf(&b, "%d %s | %s %s %s %s %d%s\n", f.Line, f.Rule, f.Target.Indicator, f.Target.Op, f.Target.Value, f.Target.Unit, f.Target.Year, base(f.Target))
				}
			}
		}
		golden.Check(t, strings.TrimSuffix(file, ".txt")+".golden", b.String())
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
	doc := readFile(t, sample)
	w := testkit.Engine(t).NewWorker()
	var b strings.Builder
	for _, p := range doc.Plans {
		for _, f := range w.Plan(doc, p) {
			if r := f.Result; r != nil {
				fmt.Fprintf(&b, "%d %s | %s -> %s | %s %d\n", f.Line, r.Indicator, r.Planned, r.Achieved, r.Unit, r.Year)
			}
		}
	}
	golden.Check(t, "testdata/results.golden", b.String())
}
