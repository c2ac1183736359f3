package rules_test

import (
	"testing"

	"plangraph/extract/ruletest"
	"plangraph/internal/testkit"
)

// TestExamples runs the examples of every rule, one subtest a rule.
func TestExamples(t *testing.T) {
	e := testkit.Engine(t)
	for _, r := range e.Rules() {
		t.Run(r.ID, func(t *testing.T) {
			failures, _ := ruletest.Run(e, r.ID)
			for _, f := range failures {
				if f.Rule == r.ID {
					t.Error(f)
				}
			}
		})
	}
}
