package extract_test

import (
	"math/rand"
	"os"
	"path/filepath"
	"testing"
)

// TestScrambledText reads plans put together from torn pieces of others: no
// rule may panic, loop, or quote what is not at its span. The seed is fixed.
func TestScrambledText(t *testing.T) {
	files, err := filepath.Glob("testdata/goals/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no passages in testdata/goals", err)
	}
	var texts [][]rune
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, []rune(string(raw)))
	}
	rnd := rand.New(rand.NewSource(7))
	read, w := reader(t), engine(t).NewWorker()
	for range 400 {
		s := []rune("青川市人民政府关于印发青川市供水规划(2026—2030年)的通知\n\n")
		for range 60 {
			f := texts[rnd.Intn(len(texts))]
			k := rnd.Intn(len(f))
			s = append(s, f[k:min(len(f), k+1+rnd.Intn(9))]...)
		}
		doc, err := read.Read("scrambled.txt", []byte(string(s)))
		if err != nil {
			continue
		}
		for _, p := range doc.Plans {
			for _, f := range w.Plan(doc, p) {
				if f.Quote != doc.Slice(f.Span) || f.Span.Len() <= 0 || !p.Span.Contains(f.Span) {
					t.Fatalf("%q: %s quotes %q", string(s), f.Type, f.Quote)
				}
			}
		}
	}
}
