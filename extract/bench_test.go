package extract_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/go-ego/gse"

	"plangraph/internal/testkit"
	"plangraph/resolve"
	"plangraph/source"
)

// BenchmarkRatio measures the whole of extraction (decoding, structure, rules) on
// one core over 50 MB of the sample, and in the same run, on the same bytes,
// utf8.Valid and gse's Segment with its default dictionary. Machines differ and
// are shared, so the ratios are what counts: x_gse is how many times faster than
// gse extraction is, x_utf8 which part of utf8.Valid's speed it reaches.
func BenchmarkRatio(b *testing.B) {
	raw, err := os.ReadFile(sample)
	if err != nil {
		b.Fatal(err)
	}
	var seg gse.Segmenter
	seg.SkipLog = true
	if err := seg.LoadDict(); err != nil {
		b.Skipf("gse's default dictionary is not to be had: %v", err)
	}
	const size = 50 << 20
	copies := size/len(raw) + 1
	read, w := testkit.Reader(b), testkit.Engine(b).NewWorker()
	speed := func(bytes int, run func()) float64 {
		start := time.Now()
		run()
		return float64(bytes) / 1e6 / time.Since(start).Seconds()
	}
	all := bytes.Repeat(raw, copies)
	b.SetBytes(int64(copies * len(raw)))
	for b.Loop() {
		ours := speed(copies*len(raw), func() {
			for range copies {
				doc, err := read.Read(sample, raw)
				if err != nil {
					b.Fatal(err)
				}
				for _, p := range doc.Plans {
					w.Plan(doc, p)
				}
			}
		})
		valid := speed(len(all), func() { utf8.Valid(all) })
		// a tenth is enough for gse: its speed does not depend on the amount
		tenth := all[:len(raw)*(copies/10)]
		theirs := speed(len(tenth), func() {
			for i := 0; i < len(tenth); i += len(raw) {
				seg.Segment(tenth[i : i+len(raw)])
			}
		})
		b.ReportMetric(ours, "MB/s_extract")
		b.ReportMetric(valid, "MB/s_utf8.Valid")
		b.ReportMetric(theirs, "MB/s_gse")
		b.ReportMetric(ours/theirs, "x_gse")
		b.ReportMetric(ours/valid, "x_utf8")
	}
}

// BenchmarkPlan measures extraction from parsed plans on one core.
func BenchmarkPlan(b *testing.B) {
	raw, err := os.ReadFile(sample)
	if err != nil {
		b.Fatal(err)
	}
	read, w := testkit.Reader(b), testkit.Engine(b).NewWorker()
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		doc, err := read.Read(sample, raw)
		if err != nil {
			b.Fatal(err)
		}
		for _, p := range doc.Plans {
			w.Plan(doc, p)
		}
	}
}

// BenchmarkSize reads files of 1 to 64 MB: the sample again and again, and lines
// without any end made of what could tempt a rule to look back or ahead for
// ever. MB/s stays level as the size grows where time is linear.
func BenchmarkSize(b *testing.B) {
	raw, err := os.ReadFile(sample)
	if err != nil {
		b.Fatal(err)
	}
	head := "青川市人民政府关于印发青川市水利规划(2026—2030年)的通知\n\n一、重点任务\n\n"
	units := []struct{ name, text string }{
		{"sample", string(raw)},
		{"one line", "各地结合实际推进有关工作"},
		{"open brackets", "("},
		{"pairs of brackets", "()"},
		{"digits", "7"},
		{"enumeration commas", "、"},
		{"names", "市水务局、"},
		{"quotation marks", "“"},
	}
	e := testkit.Engine(b)
	for _, u := range units {
		for _, mb := range []int{1, 4, 16, 64} {
			b.Run(fmt.Sprintf("%s/%dMB", u.name, mb), func(b *testing.B) {
				text := head + strings.Repeat(u.text, (mb<<20)/len(u.text)+1)
				read, w, r := source.New(e.Words, e.Simplified), e.NewWorker(), resolve.New(e.Bodies())
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					// ParsePlan, for Parse sees no plan in a line of brackets
					doc := read.Parse("size.txt", text)
					if u.name != "sample" {
						doc = read.ParsePlan("size.txt", text)
					}
					if len(doc.Plans) == 0 {
						b.Fatal("no plan was read")
					}
					for _, p := range doc.Plans {
						r.Facts(doc, p, w.Plan(doc, p))
					}
				}
			})
		}
	}
}
