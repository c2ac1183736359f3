package extract_test

import (
	"os"
	"testing"

	"plangraph/extract/rule"
	"plangraph/extract/ruletest"
)

// TestCases runs the corpus of invented passages in testdata/cases.
func TestCases(t *testing.T) {
	cases, err := rule.LoadCases(os.DirFS("."), "testdata/cases")
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) == 0 {
		t.Fatal("no cases in testdata/cases")
	}
	for _, f := range ruletest.Cases(engine(t), cases) {
		t.Error(f)
	}
}
