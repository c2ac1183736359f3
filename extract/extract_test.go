package extract_test

import (
	"os"
	"strings"
	"testing"

	"plangraph/internal/testkit"
	"plangraph/plan"
)

const sample = "../samples/jiangsu-gazette-2021-17.txt"

// readFile reads a document.
func readFile(tb testing.TB, file string) *plan.Document {
	tb.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	doc, err := testkit.Reader(tb).Read(file, raw)
	if err != nil {
		tb.Fatal(err)
	}
	return doc
}

// TestQuotesAreTheirSpans checks on the whole sample that every fact stands on
// the bytes that it quotes, inside its plan.
func TestQuotesAreTheirSpans(t *testing.T) {
	doc := readFile(t, sample)
	w := testkit.Engine(t).NewWorker()
	facts := 0
	for _, p := range doc.Plans {
		for _, f := range w.Plan(doc, p) {
			facts++
			if f.Quote != doc.Slice(f.Span) {
				t.Errorf("line %d: quote %q is not the text of its span", f.Line, f.Quote)
			}
			if !p.Span.Contains(f.Span) {
				t.Errorf("line %d: %s outside of plan %s", f.Line, f.Type, p.ID)
			}
		}
	}
	if facts < 50 {
		t.Errorf("%d facts in the sample; the engine found next to nothing", facts)
	}
}

// TestLongParagraphIsReadInParts: what stands at the end of a paragraph far
// longer than real ones is found where it stands.
func TestLongParagraphIsReadInParts(t *testing.T) {
	filler := strings.Repeat("各地结合实际推进有关工作。", 4000)
	text := filler + "到2025年,森林覆盖率达到31%。"
	doc := testkit.Reader(t).ParsePlan("long.txt", text)
	var found []plan.Fact
	for _, f := range testkit.Engine(t).NewWorker().Plan(doc, doc.Plans[0]) {
		if f.Type == plan.TypeTarget {
			found = append(found, f)
		}
	}
	if len(found) != 1 || found[0].Target.Indicator != "森林覆盖率" || found[0].Target.Value != "31" {
		t.Fatalf("found %d targets in the last sentence; want 森林覆盖率 31%%", len(found))
	}
	if got := doc.Slice(found[0].Span); !strings.Contains(got, "31%") {
		t.Errorf("the target stands on %q", got)
	}
}
