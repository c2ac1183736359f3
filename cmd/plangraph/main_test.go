package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"plangraph": main})
}

// TestScripts runs the command as a user does; each script is one story.
func TestScripts(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("SAMPLES", filepath.Join(root, "samples"))
			for _, name := range []string{"PLANGRAPH_STORE", "NEO4J_URI", "NEO4J_PASSWORD"} {
				e.Setenv(name, "")
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"write": writeFile,
			"count": countLines,
		},
	})
}

// writeFile makes a file that a script cannot hold: write FILE KIND.
func writeFile(ts *testscript.TestScript, _ bool, args []string) {
	var content []byte
	switch kind := args[1]; kind {
	case "empty":
	case "picture":
		content = append([]byte("\x89PNG\r\n\x1a\n"), make([]byte, 4096)...)
	case "truncated":
		text := strings.Repeat("加强水资源管理。\n", 50)
		content = []byte(text[:len(text)-2])
	case "line":
		content = bytes.Repeat([]byte("由青川市水务局牵头编制实施方案,"), 8000)
	case "endless":
		content = append([]byte("行动计划\n"), bytes.Repeat([]byte("由青川市水务局牵头编制实施方案,"), 100000)...)
	default:
		ts.Fatalf("unknown kind %s", kind)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), content, 0o644))
}

// countLines checks how many lines a file has: count N FILE.
func countLines(ts *testscript.TestScript, _ bool, args []string) {
	n := strings.Count(ts.ReadFile(args[1]), "\n")
	if args[0] != strconv.Itoa(n) {
		ts.Fatalf("%s has %d lines, want %s", args[1], n, args[0])
	}
}
