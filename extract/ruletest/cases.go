package ruletest

import (
	"fmt"
	"strings"

	"plangraph/extract"
	"plangraph/extract/rule"
	"plangraph/plan"
	"plangraph/resolve"
	"plangraph/source"
)

// Cases runs annotated passages through extraction and resolution and returns
// those that are not kept. A case with a todo must fail: one that passes asks to
// have its todo taken out.
func Cases(e *extract.Extractor, cases []rule.Case) (failures []Failure) {
	reader, w, r := source.New(e.Words, e.Simplified), e.NewWorker(), resolve.New(e.Bodies())
	for _, c := range cases {
		why := checkCase(reader, w, r, c)
		switch {
		case c.Todo != "" && why == "":
			why = "这条 todo 已成立,请去掉 todo / this todo passes now: take its todo out"
		case c.Todo != "":
			why = ""
		}
		if why != "" {
			failures = append(failures, Failure{c.ID, c.File, c.Line, c.Text, why})
		}
	}
	return failures
}

// checkCase runs one case and says what differs from what it wants; "" when
// nothing does.
func checkCase(reader *source.Reader, w *extract.Worker, r *resolve.Resolver, c rule.Case) string {
	doc, p := Document(reader, rule.Example{Text: c.Text, Section: c.Section, Issuer: c.Issuer})
	types := map[string]bool{}
	for _, t := range c.Types {
		types[t] = true
	}
	if p.Region.Name == "" {
		p.Region = r.Region(doc, p)
	}
	var got []plan.Fact
	for _, f := range r.Facts(doc, p, w.Plan(doc, p)) {
		if types[string(f.Type)] {
			got = append(got, f)
		}
	}
	var why []string
	for _, want := range c.Want {
		found := -1
		for i, f := range got {
			if matches(f, want) {
				found = i
				break
			}
		}
		if found < 0 {
			why = append(why, "未得出 / not found: "+show(want))
			continue
		}
		got = append(got[:found], got[found+1:]...)
	}
	for _, f := range got {
		why = append(why, fmt.Sprintf("多得出 / not wanted: %s by %s", show(Values(f)), f.Rule))
	}
	return strings.Join(why, "; ")
}
