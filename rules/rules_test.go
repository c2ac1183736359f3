package rules_test

import (
	"testing"

	"plangraph/extract"
	"plangraph/extract/rule"
	"plangraph/extract/ruletest"
	"plangraph/rules"
)

// TestExamples runs the examples of every rule, one subtest a rule.
func TestExamples(t *testing.T) {
	set, problems := rule.Load(rules.FS)
	for _, p := range problems {
		t.Error(p)
	}
	if set == nil {
		t.FailNow()
	}
	e, problems := extract.New(set)
	for _, p := range problems {
		t.Error(p)
	}
	if e == nil {
		t.FailNow()
	}
	for _, r := range set.Rules {
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
