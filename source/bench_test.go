package source

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func sample(tb testing.TB) string {
	tb.Helper()
	raw, err := os.ReadFile("../samples/jiangsu-gazette-2021-17.txt")
	if err != nil {
		tb.Fatal(err)
	}
	return string(raw)
}

func BenchmarkParse(b *testing.B) {
	read, text := reader(b), strings.Repeat(sample(b), 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		read.Parse("gazette", text)
	}
}

// BenchmarkValid gives the machine's measure to hold BenchmarkParse against.
func BenchmarkValid(b *testing.B) {
	text := strings.Repeat(sample(b), 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if !utf8.ValidString(text) {
			b.Fatal("invalid")
		}
	}
}
