package sqlite

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"plangraph/graph"
	"plangraph/graph/storetest"
)

// TestWrongStores checks that every file that is no store of ours is named, told
// what is wrong with it, and left alone.
func TestWrongStores(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write := func(name, text string) {
		if err := os.WriteFile(at(name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("text", "第一章 总则\n")
	write("torn", "SQLite format 3\x00 and then something else")
	other, err := sql.Open("sqlite", at("other"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Exec("CREATE TABLE t (x); PRAGMA user_version = 9"); err != nil {
		t.Fatal(err)
	}
	other.Close()
	s, err := Create(ctx, at("newer"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	before, _ := os.ReadDir(dir)
	for name, want := range map[string]error{
		"":      graph.ErrFolder,
		"text":  graph.ErrNotStore,
		"torn":  graph.ErrNotStore,
		"other": graph.ErrNotStore,
		"newer": graph.ErrNewer,
	} {
		_, openErr := Open(ctx, at(name))
		_, createErr := Create(ctx, at(name))
		for _, err := range []error{openErr, createErr} {
			if !errors.Is(err, want) || !strings.Contains(err.Error(), at(name)) {
				t.Errorf("%s: %v, want %v with the file's name", name, err, want)
			}
		}
	}
	if _, err := Open(ctx, at("absent")); !errors.Is(err, graph.ErrNotThere) {
		t.Errorf("absent: %v", err)
	}
	if _, err := Create(ctx, at("no/folder/x.db")); !errors.Is(err, graph.ErrNoFolder) {
		t.Errorf("without a folder: %v", err)
	}
	after, _ := os.ReadDir(dir)
	if len(before) != len(after) {
		t.Errorf("files were made or lost: %v, before %v", after, before)
	}
}

// filled makes a store with the example plans.
func filled(t *testing.T, path string) {
	t.Helper()
	ctx := context.Background()
	graphs, err := storetest.Graphs()
	if err != nil {
		t.Fatal(err)
	}
	s, err := Create(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Replace(ctx, graphs); err != nil {
		t.Fatal(err)
	}
	if err := s.Derive(ctx, storetest.Naming{}); err != nil {
		t.Fatal(err)
	}
}

func TestReadOnly(t *testing.T) {
	if os.Getuid() == 0 {
		t.Log("root writes everywhere: only the query's own lock is checked")
	}
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "x.db")
	filled(t, path)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	rows, err := s.Query(ctx, graph.FindAnalysis("plans"), nil)
	if err != nil || len(rows.Values) != 3 {
		t.Errorf("a read-only file: %v, %v", rows, err)
	}
	if err := s.Remove(ctx, "和政发〔2031〕5号"); !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("written through a store opened for reading: %v", err)
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
		t.Errorf("a query left files: %v", files)
	}
}

func TestHeld(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "x.db")
	filled(t, path)
	holder, err := sql.Open("sqlite", "file:"+path+"?_txlock=exclusive")
	if err != nil {
		t.Fatal(err)
	}
	defer holder.Close()
	tx, err := holder.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	if _, err := Create(ctx, path); !errors.Is(err, graph.ErrHeld) {
		t.Errorf("held by another: %v", err)
	}
}

// TestKilled ends a process that writes plans without pause, behind one commit or
// several, and looks whether every plan is wholly old or wholly new.
func TestKilled(t *testing.T) {
	if path := os.Getenv("PLANGRAPH_TEST_WRITER"); path != "" {
		writeForever(path)
	}
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "x.db")
	filled(t, path)
	states, seen := map[string]bool{}, map[string]bool{}
	for _, g := range [][]graph.PlanGraph{version(1), version(2)} {
		p := filepath.Join(t.TempDir(), "y.db")
		s, err := Create(ctx, p)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Replace(ctx, g); err != nil {
			t.Fatal(err)
		}
		for i := range g {
			states[content(t, s, g[i].ID)] = true
		}
		s.Close()
	}
	for i := range 12 {
		c := exec.Command(os.Args[0], "-test.run=TestKilled$")
		c.Env = append(os.Environ(), "PLANGRAPH_TEST_WRITER="+path)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		told := bufio.NewReader(out)
		for range 1 + i { // it goes on writing while it is killed
			if _, err := told.ReadString('\n'); err != nil {
				t.Fatalf("the writer ended: %v", err)
			}
		}
		c.Process.Kill()
		c.Wait()
		s, err := Open(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range version(1) {
			if got := content(t, s, g.ID); !states[got] {
				t.Errorf("kill %d: plan %s is neither old nor new:\n%.2000s", i, g.ID, got)
			} else {
				seen[got] = true
			}
		}
		s.Close()
	}
	if len(seen) <= len(version(1)) {
		t.Errorf("%d states of %d plans were met: no kill came upon both the old and the new", len(seen), len(version(1)))
	}
	s, err := Create(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var check string
	if err := s.db.QueryRow("PRAGMA integrity_check").Scan(&check); err != nil || check != "ok" {
		t.Errorf("integrity: %s %v", check, err)
	}
}

// version gives the example plans; in version 2 every quote is another one.
func version(n int) []graph.PlanGraph {
	graphs, err := storetest.Graphs()
	if err != nil {
		panic(err)
	}
	for i := range graphs {
		for j := range graphs[i].Edges {
			if e := graphs[i].Edges[j].Evidence; e != nil && n == 2 {
				changed := *e
				changed.Quote += "(改)"
				graphs[i].Edges[j].Evidence = &changed
			}
		}
	}
	return graphs
}

func content(t *testing.T, s *Store, id string) string {
	t.Helper()
	g, err := s.Read(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, n := range g.Nodes {
		fmt.Fprintln(&b, n)
	}
	for _, e := range g.Edges {
		quote := ""
		if e.Evidence != nil {
			quote = e.Evidence.Quote
		}
		fmt.Fprintln(&b, e.Type, e.Key, e.From, e.To, quote)
	}
	return b.String()
}

func writeForever(path string) {
	ctx := context.Background()
	s, err := Create(ctx, path)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for i := 0; ; i++ {
		if err := s.Replace(ctx, version(2-i%2)); err != nil {
			os.Exit(1)
		}
		fmt.Println("written")
		if i%3 == 0 {
			if err := s.Derive(ctx, storetest.Naming{}); err != nil {
				os.Exit(1)
			}
		}
	}
}

// TestViews reads each view as any SQLite tool would.
func TestViews(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "x.db")
	filled(t, path)
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	counts, err := s.Counts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	check := func(view string, want int) {
		var n int
		if err := s.db.QueryRow("SELECT count(*) FROM " + view).Scan(&n); err != nil || n != want || n == 0 {
			t.Errorf("view %s: %d rows, want %d (%v)", view, n, want, err)
		}
	}
	for _, l := range graph.Labels() {
		check(string(l), counts.Nodes[l])
	}
	for _, e := range graph.EdgeTypes() {
		check(string(e), counts.Edges[e])
	}
	var body, role, quote string
	row := s.db.QueryRow(`SELECT from_id, role, quote FROM RESPONSIBLE_FOR WHERE role = 'lead'`)
	if err := row.Scan(&body, &role, &quote); err != nil || body != "和江省水利厅" {
		t.Errorf("%s %s %s %v", body, role, quote, err)
	}
}

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"":              "",
		"水":             "水",
		"修建干渠,5G 网":     "修建 建干 干渠 渠 5g 网",
		"ＡＢ“甲”——":       "ab 甲",
		"\x00 \"OR\" *": "or",
	} {
		if got := string(appendWords(nil, text)); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	for _, c := range []struct {
		words [][]string
		want  string
	}{
		{[][]string{{"干渠"}}, `("干渠")`},
		{[][]string{{"修建干渠"}, {"网"}}, `("修建 建干 干渠") AND ("网"*)`},
		{[][]string{{"5G网络"}}, `(("5g"* AND "网络"))`},
		{[][]string{{"网络", "網絡", "“网络”"}, {"渠"}}, `("网络" OR "網絡") AND ("渠"*)`},
		{[][]string{{"“”"}, nil}, ``},
	} {
		if got := match(c.words); got != c.want {
			t.Errorf("%q: got %s, want %s", c.words, got, c.want)
		}
	}
}

// TestSameBytes checks that the same plans make the same file.
func TestSameBytes(t *testing.T) {
	a, b := filepath.Join(t.TempDir(), "a.db"), filepath.Join(t.TempDir(), "b.db")
	filled(t, a)
	filled(t, b)
	x, errA := os.ReadFile(a)
	y, errB := os.ReadFile(b)
	if errA != nil || errB != nil || !slices.Equal(x, y) {
		t.Errorf("two builds of the same plans differ (%v, %v)", errA, errB)
	}
}
