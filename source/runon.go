package source

import (
	"strconv"
	"strings"
)

// Texts that lost all their line breaks: numbered items with fields of their own, one
// behind the other, as in «1.修路。责任单位:甲局 2.种树。责任单位:乙局».

// itemMarks are the ways in which items are numbered: what stands before and behind.
var itemMarks = [...]struct{ open, end string }{{"", "."}, {"", "、"}, {"", "．"}, {"(", ")"}, {"（", "）"}}

// runOnItems returns where the items begin in a line that holds several with fields; nil
// where it is no such line.
func (ws *words) runOnItems(s string) []int {
	const shortest = 100 // bytes
	if len(s) < shortest || strings.Count(s, ":")+strings.Count(s, "：") < 2 {
		return nil
	}
	for _, m := range itemMarks {
		starts := itemStarts(s, m.open, m.end)
		if n := len(starts); n >= 2 && ws.withFields(s, starts) {
			return starts
		}
	}
	return nil
}

// splitItems appends the units of the line [s,e), in which items begin at starts.
func (ws *words) splitItems(units []unit, t string, s, e int, starts []int, gap bool) []unit {
	first := len(units)
	ends := make([]int, 0, len(starts)+1)
	if starts[0] > 0 {
		ends = append(ends, s+starts[0])
	}
	for _, k := range starts[1:] {
		ends = append(ends, s+k)
	}
	for _, end := range append(ends, e) {
		lo, hi := trim(t, s, end)
		if s = end; lo >= hi {
			continue
		}
		n := len(units)
		units = ws.splitLine(units, t, lo, hi, gap && n == first)
		units[n].part = n > first
	}
	return units
}

// itemStarts returns where the numbers 1, 2, 3 … stand in order, each before a word.
func itemStarts(s, open, end string) (starts []int) {
	for from, n := 0, 1; ; n++ {
		mark := open + strconv.Itoa(n) + end
		at := from
		for {
			k := strings.Index(s[at:], mark)
			if k < 0 {
				return starts
			}
			k += at
			at = k + len(mark)
			if rest := strings.TrimLeft(s[at:], " \u3000"); (k == 0 || !digit(s[k-1]) && s[k-1] != '.') && (hanAt(rest) || strings.HasPrefix(rest, "“") || strings.HasPrefix(rest, "《")) {
				starts = append(starts, k)
				break
			}
		}
		from = at
	}
}

// withFields reports whether all items but one have a field.
func (ws *words) withFields(s string, starts []int) bool {
	without := 0
	for i, lo := range starts {
		hi := len(s)
		if i+1 < len(starts) {
			hi = starts[i+1]
		}
		if !ws.hasField(s[lo:hi]) {
			without++
		}
	}
	return without <= 1 && without < len(starts)-1
}

// hasField reports whether a field's label and its colon stand in s: 责任单位:.
func (ws *words) hasField(s string) bool {
	for from := 0; ; {
		k := strings.IndexAny(s[from:], ":：")
		if k < 0 {
			return false
		}
		k += from
		if hasSuffix(strings.TrimRight(s[:k], " \u3000"), ws.fieldEnd) {
			return true
		}
		from = k + 1
	}
}
