package source

import (
	"os"
	"strings"
	"testing"
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
	text := strings.Repeat(sample(b), 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Parse("gazette", text)
	}
}
