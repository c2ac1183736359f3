package rule

import (
	"fmt"
)

// Hints: what somebody who mistyped a name may have meant.

func suffix(hint string) string {
	if hint == "" {
		return ""
	}
	return "; " + hint
}

// Nearest proposes the known name that looks most like the given one, "" for none.
func Nearest(name string, known []string) string {
	best, score := "", 3
	for _, k := range known {
		if d := distance(name, k); d < score {
			best, score = k, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("是否指 %[1]q? / did you mean %[1]q?", best)
}

// distance is the Levenshtein distance in runes.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(x); i++ {
		prev := row[0]
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			next := min(row[j]+1, row[j-1]+1, prev+cost)
			prev, row[j] = row[j], next
		}
	}
	return row[len(y)]
}
