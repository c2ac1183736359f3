package extract_test

import (
	"testing"
	"testing/fstest"

	"plangraph/extract"
	"plangraph/extract/rule"
	"plangraph/rules"
	"plangraph/source"
)

// TestWhereAPatternStops: the mark stands before the element at which the match stopped, on
// either side of the word that it starts from.
func TestWhereAPatternStops(t *testing.T) {
	own := fstest.MapFS{"own.yaml": {Data: []byte(`format: 1
rules:
  - id: own.charge
    doc: A charge in the manner of one office.
    match: 甲子 {x:name} 乙丑 {task:name} 由 {who:departments} 挂帅推进
    emit: assignment(who=who, task=task, role=lead)
    yes:
      - text: 甲子工程乙丑修渠由青川市水务局挂帅推进。
        want: [{type: assignment, department: 青川市水务局, role: lead}]
    no: [甲子工程乙丑修渠由市领导挂帅推进。]
`)}}
	set, problems := rule.Load(rules.FS, own)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	e, problems := extract.New(set)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
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
