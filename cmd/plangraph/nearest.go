package main

import (
	"cmp"
	"slices"
	"strings"
)

// nearest returns the n names most like what was typed, the likest first, those that hold
// all of it before others; names that share nothing with it are left out.
func nearest(typed string, names []string, n int) []string {
	type scored struct {
		name  string
		score float64
	}
	var all []scored
	for _, name := range names {
		s := similarity([]rune(typed), []rune(name))
		if typed != "" && strings.Contains(name, typed) {
			s++
		}
		if s > 0.4 {
			all = append(all, scored{name, s})
		}
	}
	slices.SortStableFunc(all, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.name, b.name))
	})
	var out []string
	for _, s := range all {
		if len(out) < n && !slices.Contains(out, s.name) {
			out = append(out, s.name)
		}
	}
	return out
}

// similarity looks at the longest common subsequence, as short names of Chinese
// bodies are subsequences of the long ones: at its share of both names, and at
// its share of what was typed, which may be a few characters of a long title.
func similarity(a, b []rune) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = above
		}
	}
	common := float64(row[len(b)])
	return common/float64(len(a)+len(b)) + common/float64(2*max(1, len(a)))
}
