package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// What is decided when a plan has been read: one record for each name.

// projectRank orders the kinds of a name's records: a box keeps the record, then
// its items, then lists in boxes, lists and prose.
func projectRank(p *plan.Project) int {
	switch p.Kind {
	case "box_item":
		return 1
	case "list":
		if p.Box != "" {
			return 2
		}
		return 3
	case "prose":
		return 5
	}
	return 0
}

// finishProjects leaves one record of each distinct name in a plan.
func (w *Worker) finishProjects() {
	var idx []int
	for i := range w.facts {
		if w.facts[i].Type == plan.TypeProject {
			idx = append(idx, i)
		}
	}
	slices.SortStableFunc(idx, func(a, b int) int {
		if d := projectRank(w.facts[a].Project) - projectRank(w.facts[b].Project); d != 0 {
			return d
		}
		return w.facts[a].Span.Start - w.facts[b].Span.Start
	})
	drop := make([]bool, len(w.facts))
	w.dropNested(idx, drop)
	kept := map[string][]projectName{} // by numbers: names with other numbers are never the same
	for _, i := range idx {
		if drop[i] {
			continue
		}
		n := w.e.newProjectName(w.e.normal(w.facts[i].Project.Name))
		n.title = w.facts[i].Project.Kind == boxClass
		n.box = w.facts[i].Project.Box != "" && w.facts[i].Project.Kind != "prose"
		same := false
		like := kept[n.numbers]
		for j := range like {
			if w.e.sameProject(&like[j], &n) {
				same = true
				break
			}
		}
		if same {
			drop[i] = true
			continue
		}
		kept[n.numbers] = append(like, n)
	}
	if !slices.Contains(drop, true) {
		return
	}
	out := w.facts[:0]
	for i, f := range w.facts {
		if !drop[i] {
			out = append(out, f)
		}
	}
	w.facts = out
}

// dropNested drops one of two readings of the same words, a name of works (idx) and what
// others found inside it: the whole where it is a list of several (甲水库扩容和乙引水工程), else
// the piece (甲博物馆|续建工程).
func (w *Worker) dropNested(idx []int, drop []bool) {
	byPlace := slices.DeleteFunc(slices.Clone(idx), func(i int) bool { return projectRank(w.facts[i].Project) < projectRank(&plan.Project{Kind: "list"}) })
	slices.SortStableFunc(byPlace, func(a, b int) int {
		x, y := w.facts[a].Span, w.facts[b].Span
		return cmp.Or(x.Start-y.Start, y.End-x.End)
	})
	for k, whole := range byPlace {
		var inner []int
		for _, i := range byPlace[k+1:] {
			if w.facts[i].Span.Start >= w.facts[whole].Span.End {
				break
			}
			if w.facts[i].Span != w.facts[whole].Span && w.facts[i].Span.End <= w.facts[whole].Span.End {
				inner = append(inner, i)
			}
		}
		if len(inner) > 1 {
			inner = []int{whole}
		}
		for _, i := range inner {
			drop[i] = true
		}
	}
}

// projectName is a name ready for comparison.
type projectName struct {
	core    []rune // without quotes and brackets' marks, generic endings
	route   []rune // of a line: from where to where
	numbers string // its digits and Chinese numerals, in order
	title   bool   // it is the title of a box
	box     bool   // it stands in a box: only the very same name is the same there
}

// newProjectName takes a name apart for comparing it with others of the plan.
func (e *Extractor) newProjectName(s string) projectName {
	s = behindPeriod(s)
	n := projectName{core: make([]rune, 0, len(s)/3+4)}
	var buf [32]rune
	numbers := buf[:0]
	for _, r := range s {
		switch r {
		case '“', '”', '(', ')', '·', '—', '级':
			continue
		}
		if isDigit(r) || numeral(r) {
			numbers = append(numbers, r)
		}
		n.core = append(n.core, r)
	}
	n.numbers = string(numbers)
	for _, t := range e.lists[listProjectEnding].Entries {
		if cut, ok := cutSuffix(n.core, t.Term); ok && len(cut) >= 4 {
			n.core = cut
			break
		}
	}
	n.route = e.route(n.core)
	return n
}

// behindPeriod leaves out whose plan a title belongs to, with its period (江苏省“十四五”…).
func behindPeriod(s string) string {
	if before, after, ok := strings.Cut(s, "五”"); ok && after != "" && strings.Contains(before, "“十") {
		return after
	}
	return s
}

// sameProject reports whether a name b gives no second record beside a: it is the same,
// a shorter form of a, or a with words put in between.
func (e *Extractor) sameProject(a, b *projectName) bool {
	if a.numbers != b.numbers {
		return false
	}
	if slices.Equal(a.core, b.core) {
		return true
	}
	if a.title || b.box || len(b.core) < 3 || len(a.core) < 4 {
		return false
	}
	if len(b.core) == 3 {
		return slices.Equal(b.core, a.core[:3]) && b.core[2] == '站'
	}
	if len(b.core) <= len(a.core) {
		if slices.Equal(b.core, a.core[:len(b.core)]) && !e.ofLine(b.core, a.core) || len(b.core) >= 6 && slices.Equal(b.core, a.core[len(a.core)-len(b.core):]) {
			return true
		}
		return 3*len(b.core) >= len(a.core) && within(b.core, a.core) || len(b.route) > 0 && slices.Equal(a.route, b.route)
	}
	return 2*len(a.core) >= len(b.core) && within(a.core, b.core) || len(b.route) > 0 && slices.Equal(a.route, b.route)
}

// ofLine reports whether b is a line and a a station or a crossing on it.
func (e *Extractor) ofLine(b, a []rune) bool {
	rest := string(a[len(b):])
	if !slices.Contains(e.lists[listLineLetter].single, b[len(b)-1]) {
		return false
	}
	part := e.ending(listLinePart, rest)
	return part != "" && len(rest) > len(part)
}

// within reports whether s is l with parts left out between the same beginning
// and end.
func within(s, l []rune) bool {
	if !slices.Equal(s[:2], l[:2]) || s[len(s)-1] != l[len(l)-1] {
		return false
	}
	i := 0
	for _, r := range l {
		if i < len(s) && s[i] == r {
			i++
		}
	}
	return i == len(s)
}

// route returns the part of a line's name that says from where to where, without
// the kind of line; nil where the name is none.
func (e *Extractor) route(s []rune) []rune {
	if !slices.Contains(s, '至') {
		return nil
	}
	for _, t := range e.lists[listLineKind].Entries {
		if cut, ok := cutSuffix(s, t.Term); ok && len(cut) > 4 {
			return cut
		}
	}
	return nil
}

// cutSuffix is strings.CutSuffix for runes.
func cutSuffix(s []rune, suffix string) ([]rune, bool) {
	i := len(s)
	for suffix != "" {
		r, n := utf8.DecodeLastRuneInString(suffix)
		if i == 0 || s[i-1] != r {
			return s, false
		}
		i--
		suffix = suffix[:len(suffix)-n]
	}
	return s[:i], true
}
