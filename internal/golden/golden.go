// Package golden holds what a test got against a file that somebody read. With the flag
// -update the files are written anew: read the difference before you commit it.
package golden

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew; read the difference before you commit it")

// Check compares got with the file, line by line, and reports the first difference.
func Check(tb testing.TB, file, got string) {
	tb.Helper()
	want := read(tb, file, got)
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			tb.Errorf("%s:%d: got %q, want %q (after reading it: go test with -update)", file, i+1, line(g, i), line(w, i))
			return
		}
	}
}

// CheckLines compares the lines of got with those of the file in any order, and reports all
// that are missing or too many.
func CheckLines(tb testing.TB, file, got string) {
	tb.Helper()
	count := map[string]int{}
	for _, l := range strings.Split(got, "\n") {
		count[l]++
	}
	for _, l := range strings.Split(read(tb, file, got), "\n") {
		if count[l]--; count[l] < 0 {
			tb.Errorf("%s: not found: %s", file, l)
		}
	}
	for l, n := range count {
		for range n {
			tb.Errorf("not in %s: %s", file, l)
		}
	}
}

// read returns what the file holds, with -update after writing got to it.
func read(tb testing.TB, file, got string) string {
	tb.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	return string(want)
}

// line returns the line i, "" behind the last.
func line(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
