package neo4j

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"plangraph/graph"
	"plangraph/graph/neo4j/neo4jtest"
	"plangraph/graph/sqlite"
	"plangraph/graph/storetest"
)

var commandDir string // removed by TestMain

// command is the path of the command itself, built once.
var command = sync.OnceValues(func() (string, error) {
	var err error
	if commandDir, err = os.MkdirTemp("", "plangraph-command-"); err != nil {
		return "", err
	}
	file := filepath.Join(commandDir, "plangraph.exe")
	cmd := exec.Command("go", "build", "-o", file, "./cmd/plangraph")
	cmd.Dir = "../.."
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w: %s", err, out)
	}
	return file, nil
})

// try runs the command in the top folder, with the server as NEO4J_URI.
func try(t *testing.T, server *neo4jtest.Server, stdin string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	file, err := command()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(file, args...)
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "PLANGRAPH_STORE=", "NEO4J_URI="+server.URI, "NEO4J_USERNAME="+server.Username, "NEO4J_PASSWORD="+server.Password, "NEO4J_DATABASE=")
	cmd.Stdin = strings.NewReader(stdin)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	var exit *exec.ExitError
	if err := cmd.Run(); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	return out.String(), errs.String(), code
}

// plangraph runs the command, which must succeed, and returns what it printed.
func plangraph(t *testing.T, server *neo4jtest.Server, args ...string) string {
	t.Helper()
	out, errs, code := try(t, server, "", args...)
	if code != 0 {
		t.Fatalf("plangraph %v: exit code %d\n%s", args, code, errs)
	}
	return out
}

const facts = "graph/neo4j/testdata/invented.jsonl"

// What the command copies to a server and back is the same, and so is what it
// builds there from facts; each verb then prints the same of both stores.
func TestCommandCopiesThereAndBack(t *testing.T) {
	server, dir := neo.Server(t), t.TempDir()
	first, back := filepath.Join(dir, "first.db"), filepath.Join(dir, "back.db")
	plangraph(t, server, "build", "--facts", facts, "--store", first)
	plangraph(t, server, "copy", "--from", first, "--to", server.URI)
	plangraph(t, server, "copy", "--from", server.URI, "--to", back)
	dump := func(file string) string {
		s, err := sqlite.Open(t.Context(), file)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		lines, err := storetest.Dump(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(lines, "\n")
	}
	want := dump(first)
	if got := dump(back); got != want {
		t.Errorf("copied there and back:\n%s\nbefore:\n%s", got, want)
	}
	if out := plangraph(t, server, "build", "--facts", facts); !strings.Contains(out, "4 plans: 0 read, 4 unchanged") {
		t.Errorf("building what was copied: %s", out)
	}
	before := snap(t, open(t, server))
	plangraph(t, server, "build", "--facts", facts, "--force")
	same(t, "built again with --force", snap(t, open(t, server)), before)

	for _, a := range graph.Analyses() {
		for _, format := range []string{"csv", "json", "jsonl", "table"} {
			got, want := plangraph(t, server, "query", a.Name, "--format", format), plangraph(t, server, "query", a.Name, "--format", format, "--store", first)
			if got != want || strings.Count(want, "\n") < 2 {
				t.Errorf("query %s --format %s:\n%s\nof the embedded store:\n%s", a.Name, format, got, want)
			}
		}
	}
	for _, args := range [][]string{
		{"query", "owners", "--department", "省民政厅"}, {"query", "owners", "--department", "省民政厅", "--classes"}, {"query", "owners", "--plan", "930号", "--role", "lead"},
		{"query", "tasks", "--unowned", "--plan", "养老服务规划"}, {"query", "targets", "--indicator", "床位", "--year", "2025"}, {"query", "projects", "--region", "天水市", "--status", "续建"},
		{"schema"}, {"search", "护理", "工程"},
	} {
		if got, want := plangraph(t, server, args...), plangraph(t, server, append(args, "--store", first)...); got != want || want == "" {
			t.Errorf("%v:\n%s\nof the embedded store:\n%s", args, got, want)
		}
	}
	if out := plangraph(t, server, "remove", "905号"); !strings.Contains(out, "天政办发〔2022〕905号") {
		t.Errorf("remove: %s", out)
	}
	if n := strings.Count(plangraph(t, server, "query", "plans"), "\n"); n != 3 {
		t.Errorf("%d plans are left of 4", n)
	}
}

func TestCommandCypher(t *testing.T) {
	server := neo.Server(t)
	plangraph(t, server, "build", "--facts", facts)
	for _, c := range []struct {
		stdin, args  string // parted by |
		out, message string // what standard output is, and what stands in standard error
		code         int
	}{
		{"", "MATCH (p:Plan) WHERE p.id CONTAINS $id RETURN p.id AS id, p.period_end AS end, p.horizon AS horizon|--param|id=930号|--format|csv", "id,end,horizon\n甘政办发〔2021〕930号,2025,\n", "", 0},
		{"", "MATCH (p:Plan) WHERE p.period_end IN $years RETURN p.id AS id ORDER BY id|--param|years=[2020,2026]|--format|jsonl", `{"id":"天政办发〔2022〕905号"}` + "\n" + `{"id":"甘政发〔2016〕912号"}` + "\n", "", 0},
		{"", "RETURN 1 AS one|--format|json", "[\n{\"one\":1}\n]\n", "", 0},
		{"", "RETURN 1 AS one|--format|table", "one\n---\n  1\n", "", 0},
		{"// from a file\nMATCH (p:Plan)\nRETURN count(p) AS plans;\n", "-", "{\"plans\":4}\n", "", 0},
		{"", "UNWIND range(1, 5) AS i RETURN i|--limit|2", "{\"i\":1}\n{\"i\":2}\n", "only the first 2 rows; see --limit", 0},
		{"", "UNWIND range(1, 2000) AS i RETURN i", "", "only the first 1000 rows", 0},
		{"", "MATCH (p:Plan) WHERE p.id = 'x' RETURN p.id", "", "nothing found", 0},
		{"", "MATCH (p:Plann) RETURN p", "", "Plann", 0},
		{"", "MATCH (p:Plan) SET p.title = ''", "", "would write; --write allows it", 1},
		{"", "MATCH (p:Plan RETURN p", "", "line 1, column 15", 1},
		{"", "RETURN $x", "", "x", 1},
		{"", "UNWIND range(1, 100000) AS i UNWIND range(1, 100000) AS j RETURN sum(i * j)|--timeout|500ms", "", "ran out of time (500ms); --timeout gives it more", 1},
		{"", "RETURN 1|--param|x", "", "NAME=VALUE", 2},
		{"", "RETURN 1|--store|plan.db", "", "--store neo4j://", 2},
		{"", "RETURN 1|--database|nosuch", "", "no such database", 1},
	} {
		out, errs, code := try(t, server, c.stdin, append([]string{"cypher"}, flagsFirst(strings.Split(c.args, "|"))...)...)
		if code != c.code || c.out != "" && out != c.out || !strings.Contains(errs, c.message) {
			t.Errorf("%s: exit code %d\n%s%s", c.args, code, out, errs)
		}
	}
	if out := plangraph(t, server, "cypher", "--write", "MATCH (p:Plan {id: '甘政发〔2016〕912号'}) SET p.note = 'read' RETURN p.note AS note"); out != "{\"note\":\"read\"}\n" {
		t.Errorf("--write: %s", out)
	}
}

// The statement of the READMEs gives the bodies with the most tasks, the most first.
func TestCommandOfReadme(t *testing.T) {
	server := neo.Server(t)
	plangraph(t, server, "build", "--facts", facts)
	statements := map[string]bool{}
	for _, name := range []string{"../../README.md", "../../README.zh-CN.md"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(string(text), "plangraph cypher '")
		statement, _, ok := strings.Cut(rest, "'")
		if !ok {
			t.Fatalf("%s has no statement", name)
		}
		statements[statement] = true
	}
	if len(statements) != 1 {
		t.Fatalf("the READMEs have different statements: %v", statements)
	}
	for statement := range statements {
		lines := strings.Split(strings.TrimSpace(plangraph(t, server, "cypher", "--format", "csv", statement)), "\n")[1:]
		var counts []int
		for _, line := range lines {
			_, count, _ := strings.Cut(line, ",")
			n, err := strconv.Atoi(count)
			if err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			counts = append(counts, n)
		}
		slices.Reverse(counts)
		if len(counts) != 10 || !slices.IsSorted(counts) || counts[9] < 2 {
			t.Errorf("%s gives\n%s", statement, strings.Join(lines, "\n"))
		}
	}
}

// flagsFirst moves the first argument to the end.
func flagsFirst(args []string) []string { return append(args[1:len(args):len(args)], args[0]) }
