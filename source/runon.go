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

// itemStarts returns where numbers stand in order, each before a word: 1. 2. 3., or 11. 12.
// in a piece of a longer text.
func itemStarts(s, open, end string) (starts []int) {
	n := firstItem(s, open, end)
	if n == 0 {
		return nil
	}
	for from := 0; ; n++ {
		k := itemAt(s, from, open+strconv.Itoa(n)+end)
		if k < 0 {
			return starts
		}
		starts, from = append(starts, k), k+1
	}
}

// firstItem returns the first number of an item in s, 0 for none.
func firstItem(s, open, end string) int {
	for i := 0; i < len(s); i++ {
		if !digit(s[i]) {
			continue
		}
		n, w := digits(s[i:])
		if w <= 2 && n > 0 && strings.HasSuffix(s[:i], open) && itemAt(s[:min(len(s), i+w+len(end)+12)], i-len(open), open+strconv.Itoa(n)+end) == i-len(open) {
			return n
		}
		i += w
	}
	return 0
}

// itemAt returns where the mark of an item stands in s from a place on, before a word or a
// year; -1 where it does not.
func itemAt(s string, from int, mark string) int {
	for at := from; ; {
		k := strings.Index(s[at:], mark)
		if k < 0 {
			return -1
		}
		k += at
		at = k + len(mark)
		if k > 0 && (digit(s[k-1]) || s[k-1] == '.') {
			continue
		}
		rest := strings.TrimLeft(s[at:], " \u3000")
		if hanAt(rest) || strings.HasPrefix(rest, "“") || strings.HasPrefix(rest, "《") || firstYear(rest[:min(len(rest), 7)]) > 0 {
			return k
		}
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
