package main

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// readHouse reads the table of CONTRIBUTING.md, which says what each of our packages holds
// and which others it may import: data flows one way, and a newcomer finds every room by
// its name. Tests may import more.
func readHouse(t *testing.T) map[string][]string {
	t.Helper()
	text, err := os.ReadFile("../../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, ok := strings.Cut(string(text), "| room | holds | may import (ours) |\n")
	if !ok {
		t.Fatal("CONTRIBUTING.md has no table of the house")
	}
	house := map[string][]string{}
	for _, line := range strings.Split(table, "\n") {
		cells := strings.Split(line, "|")
		if len(cells) != 5 {
			break
		}
		may := strings.Split(strings.TrimSpace(cells[3]), ", ")
		for i, room := range strings.Split(cells[1], "`") {
			if i%2 == 1 {
				house[room] = may
			}
		}
	}
	return house
}

func TestHouse(t *testing.T) {
	house := readHouse(t)
	if len(house) < 20 {
		t.Fatalf("the table of CONTRIBUTING.md has %d rooms", len(house))
	}
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
		if !ours || fields[2] == "0" {
			continue
		}
		may, known := house[name]
		if !known {
			t.Errorf("package %s is not in the table of CONTRIBUTING.md: say there what it holds and what it may import", name)
			continue
		}
		seen[name] = true
		for _, imported := range strings.Fields(fields[1]) {
			if room, ours := strings.CutPrefix(imported, "plangraph/"); ours && !slices.Contains(may, room) && may[0] != "everything" {
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
