package main

import (
	"bytes"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"

	"plangraph/graph"
)

func TestExitCodes(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, test := range []struct {
		args string
		want int
	}{
		{"-h", 0},
		{"--version", 0},
		{"query --list", 0},
		{"rules lint", 0},
		{"help", 0},
		{"help query owners", 0},
		{"version", 0},
		{"completion bash", 0},
		{"query --list --format json", 0},
		{"__complete", 0},
		{"query plans", 1},         // no store
		{"extract nothing.txt", 1}, // no file
		{"bild", 2},
		{"build", 2},
		{"build --jobs 0 x", 2},
		{"build --jobs", 2},
		{"build x --nosuch", 2},
		{"query", 2},
		{"query nosuch", 2},
		{"query owners extra", 2},
		{"query targets --year soon", 2},
		{"query plans --format xml", 2},
		{"search", 2},
		{"--nosuch", 2},
		{"help nosuch", 2},
		{"completion", 2},
		{"completion dos", 2},
		{"query --list --format xml", 2},
		{"why x", 2},
		{"why x:0", 2},
		{"eval x", 2},
		{"eval --gold g --require target=1 x", 2},
		{"rules nosuch", 2},
		{"rules new Bad", 2},
		{"rules test assignment target", 2},
		{"rules docs x", 2},
		{"version x", 2},
		{"schema x", 2},
		{"eval --gold g --misses -1 x", 2},
		{"eval --gold g --require target.f1=93 x", 2},
		{"cypher x --store neo4j://h --timeout 3", 2},
		{"remove", 2},
		{"copy", 2},
		{"export --format xml d", 2},
		{"cypher x", 2},
		{"cypher x --store neo4j://h --param y", 2},
	} {
		var out, errs bytes.Buffer
		got := run(append([]string{"plangraph"}, strings.Fields(test.args)...), strings.NewReader(""), &out, &errs)
		if got != test.want {
			t.Errorf("plangraph %s: exit %d, want %d\n%s", test.args, got, test.want, errs.String())
		}
		if got == 0 && errs.Len() > 0 || got == 2 && !bilingual.MatchString(errs.String()) {
			t.Errorf("plangraph %s: standard error: %s", test.args, errs.String())
		}
	}
}

// bilingual is a message in Chinese with its English behind it.
var bilingual = regexp.MustCompile(`\p{Han}[^\n]* / [^\n]*[a-z]{2}`)

// The examples that -h of an analysis shows are understood: they fail for want of
// a store only.
func TestExamples(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, a := range graph.Analyses() {
		example := strings.Fields(examples[a.Name])
		if len(example) < 3 || example[2] != a.Name {
			t.Errorf("%s: example %q", a.Name, examples[a.Name])
			continue
		}
		var out, errs bytes.Buffer
		if got := run(example, strings.NewReader(""), &out, &errs); got != 1 || !strings.Contains(errs.String(), "plangraph build") {
			t.Errorf("%s: exit %d\n%s", examples[a.Name], got, errs.String())
		}
	}
}

// Options may stand before, between and behind arguments.
func TestPermute(t *testing.T) {
	app := newApp(nil, nil, nil)
	for in, want := range map[string]string{
		"p build a b --force --store s":  "p build --force --store s -- a b",
		"p query owners --role lead":     "p query owners --role lead",
		"p why f:1 --rule r":             "p why --rule r -- f:1",
		"p build --jobs=2 a -- --x":      "p build --jobs=2 -- a --x",
		"p extract -":                    "p extract -- -",
		"p nosuch --x":                   "p --x -- nosuch",
		"p query --format csv owners":    "p query owners --format csv",
		"p --store s query plans -f csv": "p query plans --store s -f csv",
		"p query --list":                 "p query --list",
		"p query --role lead":            "p query --role -- lead",
		"p --jobs 2 -- build a":          "p --jobs -- 2 build a",
		"p build --force -- query":       "p build --force -- query",
		"p build query":                  "p build -- query",
	} {
		if got := strings.Join(permute(app, strings.Fields(in)), " "); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// A result that could not be written is a failure of whatever verb.
func TestUnwritten(t *testing.T) {
	for _, args := range []string{"-h", "query --list", "rules docs", "rules lint", "schema --cypher", "extract ../../samples"} {
		var errs bytes.Buffer
		got := run(append([]string{"plangraph"}, strings.Fields(args)...), strings.NewReader(""), full{}, &errs)
		if got != 1 || !strings.Contains(errs.String(), "磁盘已满") {
			t.Errorf("plangraph %s on a full disk: exit %d\n%s", args, got, errs.String())
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

// FuzzPermute: whatever is typed keeps its words, options before arguments.
func FuzzPermute(f *testing.F) {
	for _, s := range []string{"build a b --force --store s", "query --format csv owners", "-- x --", "--jobs", "query --list -- --x", "-", "--=", "rules new a.b --dir d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		words := append([]string{"plangraph"}, strings.Fields(typed)...)
		count := func(words []string) map[string]int {
			n := map[string]int{}
			for _, w := range words {
				if w != "--" {
					n[w]++
				}
			}
			return n
		}
		got := permute(newApp(nil, nil, nil), slices.Clone(words))
		if !maps.Equal(count(words), count(got)) {
			t.Errorf("%q became %q", words, got)
		}
		complete(newApp(strings.NewReader(""), io.Discard, io.Discard), words[1:])
	})
}

// FuzzBars: a bar is what it was written as, or refused as misuse.
func FuzzBars(f *testing.F) {
	for _, s := range []string{"target.f1=0.93", "assignment.role=1", "target.f1=", "target=1", "x.f1=1", "target.f1=NaN", "=", "target.f1=1=2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		bars, err := parseBars([]string{text})
		if err != nil {
			return
		}
		if b := bars[0]; !strings.HasPrefix(text, string(b.t)+"."+b.measure+"=") || !(b.least <= 1) {
			t.Errorf("%q: %+v", text, b)
		}
	})
}
