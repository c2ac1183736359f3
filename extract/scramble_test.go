package extract_test

import (
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"plangraph/extract/rule"
	"plangraph/internal/testkit"
	"plangraph/resolve"
	"plangraph/source"
)

// pieces cuts a text behind its punctuation.
var pieces = regexp.MustCompile(`[^,，。;；:：、\n()（）《》“”]*[,，。;；:：、\n()（）《》“”]?`)

// heads begin paragraphs of the scrambled texts.
var heads = []string{"", "(一)", "1.", "专栏1 重大工程\n", "专栏2\n", "附件\n", "责任单位:", "一是", "\t"}

// TestScrambledText takes plans put together from pieces of others the whole way to
// the graph, with pieces cut at punctuation or in the middle of words and marks where
// none belong: no rule may panic, loop, or quote what is not at its span. The seed is fixed.
func TestScrambledText(t *testing.T) {
	var parts []string
	for _, g := range []string{"testdata/goals/*.txt", "testdata/*.txt", "../source/testdata/cases/*.txt"} {
		files, err := filepath.Glob(g)
		if err != nil || len(files) == 0 {
			t.Fatal("no passages in", g, err)
		}
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			parts = append(parts, pieces.FindAllString(string(raw), -1)...)
		}
	}
	cases, err := rule.LoadCases(os.DirFS("."), "testdata/cases")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		parts = append(parts, pieces.FindAllString(c.Text, -1)...)
	}
	rnd := rand.New(rand.NewSource(7))
	e := testkit.Engine(t)
	read, w, r := source.New(e.Words, e.Simplified), e.NewWorker(), resolve.New(e.Bodies())
	for _, text := range []string{ // such texts that failed once
		"市、门市分别下降5%,丰市下降9%,3市均8%控制在",
		"责任单位县()政府(管委会",
	} {
		if err := checkPath(read, w, r, []byte(text)); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
	}
	marks := []rune("、,。;:()〔〕“”《》 0123456789一二三年%—")
	for n := range 900 {
		var b strings.Builder
		b.WriteString("青川市人民政府关于印发青川市供水规划(2026—2030年)的通知\n\n一、重点任务\n\n")
		if n%2 == 1 { // short texts, whose ends count
			b.Reset()
		}
		for range 80 - 70*(n%2) {
			k := rnd.Intn(len(parts) - 6)
			switch n % 3 {
			case 0:
				b.WriteString(parts[k])
			case 1:
				b.WriteString(strings.Join(parts[k:k+1+rnd.Intn(5)], ""))
			default: // the end of a piece
				if p := []rune(parts[k]); len(p) > 0 {
					b.WriteString(string(p[rnd.Intn(len(p)):]))
				}
			}
			if rnd.Intn(4) == 0 { // a mark where none belongs
				b.WriteRune(marks[rnd.Intn(len(marks))])
			}
			if rnd.Intn(12) == 0 {
				b.WriteString("\n\n" + heads[rnd.Intn(len(heads))])
			}
		}
		if err := checkPath(read, w, r, []byte(b.String())); err != nil {
			t.Fatalf("%v\n%s", err, b.String())
		}
	}
}
