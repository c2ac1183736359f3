package body

import (
	"os"
	"testing"
)

// BenchmarkScan measures the recognition of names in the sample.
func BenchmarkScan(b *testing.B) {
	l := lexicon(b)
	data, err := os.ReadFile("../samples/jiangsu-gazette-2021-17.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := l.Simplify([]rune(string(data)))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		l.Scan(text)
	}
}
