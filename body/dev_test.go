package body

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

func TestDev(t *testing.T) {
	l := lexicon(t)
	f := os.Getenv("DEVFILE")
	if f == "" {
		t.Skip()
	}
	d, _ := os.ReadFile(f)
	w, _ := os.Create(os.Getenv("DEVOUT"))
	t0 := time.Now()
	for n, line := range strings.Split(string(d), "\n") {
		r := []rune(line)
		x := l.Simplify(r)
		for _, m := range l.Scan(x) {
			fmt.Fprintf(w, "%d\t%s\t%d\n", n+1, string(r[m.Start:m.End]), m.Kind)
		}
	}
	fmt.Println(float64(len(d))/time.Since(t0).Seconds()/1e6, "MB/s")
}
