package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

func TestRulesDocumentIsFresh(t *testing.T) {
	var out, errs bytes.Buffer
	if code := run([]string{"plangraph", "rules", "docs"}, strings.NewReader(""), &out, &errs); code != 0 {
		t.Fatal(errs.String())
	}
	have, err := os.ReadFile("../../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, out.Bytes()) {
		t.Error("docs/rules.md is not what the rules say; run: go run ./cmd/plangraph rules docs > docs/rules.md")
	}
}
