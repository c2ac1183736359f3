package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// house says which of our packages each may import: data flows one way, and a
// newcomer finds every room by its name. Tests may import more.
var house = map[string][]string{
	"plan":             {},
	"quantity":         {},
	"rules":            {},
	"body":             {},
	"source":           {"plan"},
	"extract/rule":     {"plan"},
	"extract":          {"plan", "quantity", "body", "extract/rule"},
	"extract/ruletest": {"plan", "source", "extract", "extract/rule", "resolve"},
	"resolve":          {"plan", "quantity", "body", "extract/rule"},
	"graph":            {"plan", "quantity"},
	"graph/sqlite":     {"graph", "plan"},
	"graph/neo4j":      {"graph", "plan"},
	"graph/export":     {"graph", "plan"},
	"graph/synthetic":  {"graph", "plan"},
	"report":           {},
	"eval":             {"plan"},
	"pipeline":         {"plan", "source", "extract", "resolve"},
	"internal/golden":  {},
	"internal/testkit": {"source", "extract", "extract/rule", "rules"}, // only tests and docs/ import it
}

func TestHouse(t *testing.T) {
	cmd := exec.Command("go", "list", "-f", "{{.ImportPath}}\t{{join .Imports \" \"}}\t{{len .GoFiles}}", "./...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		fields := strings.Split(line, "\t")
		name, ours := strings.CutPrefix(fields[0], "plangraph/")
		if !ours || fields[2] == "0" || strings.HasPrefix(name, "cmd/") || strings.HasPrefix(name, "docs/") || strings.HasSuffix(name, "test") && house[name] == nil {
			continue
		}
		may, known := house[name]
		if !known {
			t.Errorf("package %s is not in the table of the house: say in house_test.go what it may import, and in CONTRIBUTING.md what it holds", name)
			continue
		}
		seen[name] = true
		for _, imported := range strings.Fields(fields[1]) {
			if room, ours := strings.CutPrefix(imported, "plangraph/"); ours && !slices.Contains(may, room) {
				t.Errorf("%s imports %s; it may import %v", name, room, may)
			}
			if imported == "gopkg.in/yaml.v3" && name != "extract/rule" {
				t.Errorf("%s imports yaml; only extract/rule may", name)
			}
		}
	}
	for name := range house {
		if !seen[name] {
			t.Errorf("package %s is in the table and not in the tree", name)
		}
	}
}
