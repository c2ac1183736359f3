package extract_test

import (
	"testing"

	"plangraph/extract"
	"plangraph/source"
)

// TestWhereAPatternStops: the mark stands before the element at which the match stopped, on
// either side of the word that it starts from.
func TestWhereAPatternStops(t *testing.T) {
	e := own(t, "match: 甲子 {x:name} 乙丑 {task:name} 由 {who:departments} 挂帅推进")
	reader := source.New(e.Words, e.Simplified)
	for text, want := range map[string]string{
		"甲子工程乙丑修渠由市领导挂帅推进。":    "甲子 {x:name} 乙丑 {task:name} 由 ▸{who:departments} 挂帅推进",
		"甲子工程乙丑修渠让青川市水务局挂帅推进。": "甲子 {x:name} 乙丑 {task:name} ▸由 {who:departments} 挂帅推进",
		"甲子工程丙寅修渠由青川市水务局挂帅推进。": "甲子 {x:name} ▸乙丑 {task:name} 由 {who:departments} 挂帅推进",
		"丁卯工程乙丑修渠由青川市水务局挂帅推进。": "▸甲子 {x:name} 乙丑 {task:name} 由 {who:departments} 挂帅推进",
		"甲子工程乙丑修渠由青川市水务局挂帅推进。": "",
	} {
		doc := reader.ParsePlan("example", text)
		trace := &extract.Trace{First: 1, Last: 1, Rule: "own"}
		e.NewWorker().Explain(doc, doc.Plans[0], trace)
		got := ""
		for _, a := range trace.Attempts {
			got = a.Pattern
		}
		if got != want {
			t.Errorf("%s\n stops at %s\n want      %s", text, got, want)
		}
	}
	if (&extract.Trace{Rule: "own"}).Asks("owner.charge") {
		t.Error("a trace of own asks for owner.charge")
	}
}
