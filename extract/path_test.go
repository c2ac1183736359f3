package extract_test

import (
	"bytes"
	"fmt"
	"os"
	"testing"
	"unicode/utf8"

	"plangraph/extract"
	"plangraph/extract/rule"
	"plangraph/graph"
	"plangraph/graph/storetest"
	"plangraph/internal/testkit"
	"plangraph/plan"
	"plangraph/resolve"
	"plangraph/source"
)

// checkPath takes a file's bytes the whole way to the graph and says what is
// broken on it.
func checkPath(read *source.Reader, w *extract.Worker, r *resolve.Resolver, raw []byte) error {
	doc, err := read.Read("fuzz.txt", raw)
	if err != nil {
		return nil // said to the user
	}
	if len(doc.Plans) == 0 { // a fragment goes the whole way, too
		doc = read.ParsePlan("fuzz.txt", doc.Text)
	}
	for _, p := range doc.Plans {
		facts := r.Facts(doc, p, w.Plan(doc, p))
		for i := range facts {
			f := &facts[i]
			s := f.Span
			if s.Start < 0 || s.End > len(doc.Text) || s.Start >= s.End || !p.Span.Contains(s) {
				return fmt.Errorf("%s by %q stands on %v, its plan on %v", f.Type, f.Rule, s, p.Span)
			}
			if !utf8.RuneStart(doc.Text[s.Start]) || s.End < len(doc.Text) && !utf8.RuneStart(doc.Text[s.End]) {
				return fmt.Errorf("%s by %q: %v cuts a character", f.Type, f.Rule, s)
			}
			if f.Type != plan.TypePlan && f.Quote != doc.Slice(s) {
				return fmt.Errorf("%s by %q quotes %q; its span is %q", f.Type, f.Rule, f.Quote, doc.Slice(s))
			}
			line := f.AppendJSON(nil)
			back, err := plan.ParseFact(line)
			if err != nil {
				return fmt.Errorf("%s: %w", line, err)
			}
			if again := back.AppendJSON(nil); !bytes.Equal(line, again) {
				return fmt.Errorf("JSON changes on its way:\n%s%s", line, again)
			}
		}
		if _, err := graph.Build(facts, storetest.Know); err != nil {
			return err
		}
	}
	return nil
}

// FuzzExtract takes any bytes the whole way: source.Read, extract, resolve,
// graph.Build.
func FuzzExtract(f *testing.F) {
	if raw, err := os.ReadFile(sample); err == nil {
		for at := 0; at+4000 < len(raw); at += len(raw) / 12 {
			f.Add(raw[at : at+4000])
		}
	}
	head := "青川市人民政府关于印发青川市水利规划(2026—2030年)的通知\n\n一、重点任务\n\n"
	cases, err := rule.LoadCases(os.DirFS("."), "testdata/cases")
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range cases {
		f.Add([]byte(head + c.Text))
	}
	e := testkit.Engine(f)
	read, w, r := testkit.Reader(f), e.NewWorker(), resolve.New(e.Bodies())
	f.Fuzz(func(t *testing.T, raw []byte) {
		if err := checkPath(read, w, r, bytes.Clone(raw)); err != nil {
			t.Fatal(err)
		}
	})
}
