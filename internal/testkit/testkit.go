// Package testkit loads the project's own rules, once for all the tests of a package
// that run the engine.
package testkit

import (
	"errors"
	"sync"
	"testing"

	"plangraph/extract"
	"plangraph/extract/rule"
	"plangraph/rules"
	"plangraph/source"
)

// Load returns the engine with the built-in rules. It reads them once; the engine does
// not change and may be shared. The error holds every mistake in the rules, a line each.
var Load = sync.OnceValues(load)

func load() (*extract.Extractor, error) {
	set, problems := rule.Load(rules.FS)
	if len(problems) == 0 {
		var e *extract.Extractor
		if e, problems = extract.New(set); len(problems) == 0 {
			return e, nil
		}
	}
	errs := make([]error, len(problems))
	for i, p := range problems {
		errs[i] = p
	}
	return nil, errors.Join(errs...)
}

// Engine is Load for a test, which fails where the rules have mistakes.
func Engine(tb testing.TB) *extract.Extractor {
	tb.Helper()
	e, err := Load()
	if err != nil {
		tb.Fatalf("mistakes in the rules; `go run ./cmd/plangraph rules lint` tells more:\n%v", err)
	}
	return e
}

// Reader returns a reader of documents that knows the project's words of layout.
func Reader(tb testing.TB) *source.Reader {
	tb.Helper()
	e := Engine(tb)
	return source.New(e.Words, e.Simplified)
}
