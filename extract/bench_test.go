package extract_test

import (
	"bytes"
	"os"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/go-ego/gse"

	"plangraph/internal/testkit"
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
