package extract_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"plangraph/extract"
	"plangraph/internal/golden"
	"plangraph/internal/testkit"
	"plangraph/plan"
)

// TestDuties compares who is charged with what in invented circulars, plans and
// tables with what somebody who read them wrote down: a line for each
// assignment with its line, body, role, explicitness, task, deadline.
func TestDuties(t *testing.T) {
	w := testkit.Engine(t).NewWorker()
	files, err := filepath.Glob("testdata/duties-*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no files to read", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			golden.CheckLines(t, strings.TrimSuffix(name, ".txt")+".golden", duties(t, w, readFile(t, name)))
		})
	}
}

// duties lists the assignments of a document, a line each.
func duties(t testing.TB, w *extract.Worker, doc *plan.Document) string {
	var b strings.Builder
	for _, p := range doc.Plans {
		for _, f := range w.Plan(doc, p) {
			if f.Type != plan.TypeAssignment {
				continue
			}
			if f.Quote != doc.Slice(f.Span) {
				t.Errorf("line %d: quote %q is not the text of its span", f.Line, f.Quote)
			}
			a := f.Assignment
			fmt.Fprintf(&b, "%d\t%s\t%s\t%t\t%s\t%s\n", f.Line, a.Department, a.Role, a.Explicit, a.Task, a.Due)
		}
	}
	return b.String()
}

// FuzzDuties reads any text as a bracket, a field and a sentence: nothing may
// panic, and every fact must stand on the text that it quotes.
func FuzzDuties(f *testing.F) {
	for _, s := range []string{"市教育局牵头,市财政局配合", "责任单位:各县(市、区)政府;完成时限:6月", "列首位者牵头,下同", "甲区、乙区党工委和管委会", "会同", "(((", "各、,;"} {
		f.Add(s)
	}
	read, w := testkit.Reader(f), testkit.Engine(f).NewWorker()
	f.Fuzz(func(t *testing.T, s string) {
		text := "青川市工作方案\n\n一、重点任务\n\n1.修建水渠。(" + s + ")\n\n2.种树。责任单位:" + s + "\n\n" + s + "要负责" + s + "。由" + s + "牵头。\n"
		doc := read.ParsePlan("fuzz", text)
		for _, p := range doc.Plans {
			for _, f := range w.Plan(doc, p) {
				if f.Quote != doc.Slice(f.Span) {
					t.Errorf("quote %q is not the text of its span %v", f.Quote, f.Span)
				}
			}
		}
	})
}
