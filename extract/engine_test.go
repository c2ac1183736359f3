package extract

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"plangraph/extract/rule"
	"plangraph/rules"
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
		from := make([]int32, len(text)+1)
		hits := l.scan(encode(l, text), nil)
		firstHits(hits, from)
		for i, k := range from {
			if int(k) > 0 && hits[k-1].Lo >= int32(i) || int(k) < len(hits) && hits[k].Lo < int32(i) {
				t.Fatalf("round %d: hit %d is not the first at or behind position %d", round, k, i)
			}
		}
		for _, h := range hits {
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
	for s, want := range map[string]int{"jīng)開": len("jīng)"), "設)": 0, "GDP)": 0, "pct)": 0, "jing": 0, "zhuang)": len("zhuang)"), "ha)": 0, "app)": 0, "km)": 0, "shè）": len("shè）")} {
		if got := pinyin(s); got != want {
			t.Errorf("pinyin(%q) = %d bytes, want %d", s, got, want)
		}
	}
}

// TestBoundsAreThoseThatReadingFindsMarkByMark compares the sentences and clauses
// of random texts, asked for in random order, with a walk over the marks from each
// position: left and right to the next stop at the same depth of brackets.
func TestBoundsAreThoseThatReadingFindsMarkByMark(t *testing.T) {
	walk := func(x *Text, pos int32, stop func(rune) bool) Range {
		out := Range{0, int32(len(x.R))}
		next := 0
		for next < len(x.marks) && x.marks[next].at < pos {
			next++
		}
		for i := next - 1; i >= 0; i-- {
			m := x.marks[i]
			if m.pair >= 0 && int(m.pair) < i {
				i = int(m.pair)
			} else if m.r == '(' || m.r == '〔' || m.r == CellMark || stop(m.r) {
				out.Lo = m.at + 1
				break
			}
		}
		for i := next; i < len(x.marks); i++ {
			m := x.marks[i]
			if int(m.pair) > i {
				i = int(m.pair)
			} else if m.pair >= 0 || m.r == CellMark || stop(m.r) {
				out.Hi = m.at
				break
			}
		}
		if out.Hi < out.Lo {
			return Range{pos, pos}
		}
		return out
	}
	rng := rand.New(rand.NewSource(2))
	letters := []rune("甲乙丙丁、,:。;!()〔〕“”\t")
	for round := range 300 {
		var x Text
		for range 1 + rng.Intn(60) {
			r := letters[rng.Intn(len(letters))]
			if strings.ContainsRune("、,:。;!()〔〕“”\t", r) {
				x.marks = append(x.marks, mark{int32(len(x.R)), r, -1})
			}
			x.R = append(x.R, r)
		}
		x.findBrackets()
		for range 60 {
			pos := int32(rng.Intn(len(x.R) + 1))
			if got, want := x.Sentence(pos), walk(&x, pos, EndsSentence); got != want {
				t.Fatalf("round %d: sentence around %d of %q is %v, want %v", round, pos, string(x.R), got, want)
			}
			if got, want := x.Clause(pos), walk(&x, pos, EndsClause); got != want {
				t.Fatalf("round %d: clause around %d of %q is %v, want %v", round, pos, string(x.R), got, want)
			}
		}
	}
}

// TestListNamesAreSorted: the engine looks its own lists up by binary search.
func TestListNamesAreSorted(t *testing.T) {
	if !slices.IsSorted(listNames) {
		t.Error("listNames is not sorted")
	}
}

// encode returns the lexicon's codes of a text.
func encode(l *lexicon, text []rune) []uint16 {
	out := make([]uint16, len(text))
	for i, r := range text {
		if r < 65536 {
			out[i] = l.code[r]
		}
	}
	return out
}

// builtIn returns an engine with the built-in rules.
func builtIn(t *testing.T) *Extractor {
	t.Helper()
	set, problems := rule.Load(rules.FS)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	e, problems := New(set)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return e
}

// TestHitsStandInTheText: of the two characters that any pair of those in the project's own
// words are, the scan reports no word that does not stand there, whatever the filter lets pass.
func TestHitsStandInTheText(t *testing.T) {
	e := builtIn(t)
	var letters []rune
	for r, code := range e.lex.code {
		if code != 0 {
			letters = append(letters, rune(r))
		}
	}
	var hits []Hit
	text := make([]uint16, 2)
	for _, a := range letters {
		text[0] = e.lex.code[a]
		for _, b := range letters {
			text[1] = e.lex.code[b]
			if h := pairHash(text[0], text[1]); e.lex.pairs[h/64]>>(h%64)&1 == 0 {
				continue
			}
			hits = e.lex.scan(text, hits[:0])
			for _, h := range hits {
				if got := string([]rune{a, b}[h.Lo:h.Hi]); got != e.lex.terms[h.Term] {
					t.Fatalf("the scan reports %q in %q", e.lex.terms[h.Term], string([]rune{a, b}))
				}
			}
		}
	}
}
