package extract

import (
	"math/rand"
	"strings"
	"testing"
)

// TestScanFindsWhatASearchFinds compares the one scan with a search for every
// term at every position, over random texts of few characters (so that terms
// overlap, nest and repeat).
func TestScanFindsWhatASearchFinds(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	letters := []rune("省市县委办厅局A𠀀")
	word := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteRune(letters[rng.Intn(len(letters))])
		}
		return b.String()
	}
	for round := range 200 {
		l := newLexicon()
		terms := map[string]bool{}
		for range 1 + rng.Intn(12) {
			w := word(1 + rng.Intn(4))
			if !strings.ContainsRune(w, '𠀀') { // beyond the basic plane nothing is scanned for
				terms[w] = true
				l.add(w)
			}
		}
		l.build()
		text := []rune(word(60))
		got := map[string]int{}
		for _, h := range l.scan(l.encode(text), nil, nil) {
			if s := string(text[h.Lo:h.Hi]); s != l.terms[h.Term] {
				t.Fatalf("round %d: hit of %q stands on %q", round, l.terms[h.Term], s)
			}
			got[l.terms[h.Term]]++
		}
		for w := range terms {
			want := 0
			n := len([]rune(w))
			for i := 0; i+n <= len(text); i++ {
				if string(text[i:i+n]) == w {
					want++
				}
			}
			if got[w] != want {
				t.Fatalf("round %d: %q found %d times, stands there %d times", round, w, got[w], want)
			}
		}
	}
}

func TestPinyin(t *testing.T) {
	for s, want := range map[string]int{"jīng)開": len("jīng)"), "設)": 0, "GDP)": 0, "pct)": 0, "jing": 0, "shè）": len("shè）")} {
		if got := pinyin(s); got != want {
			t.Errorf("pinyin(%q) = %d bytes, want %d", s, got, want)
		}
	}
}
