package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// Names of bodies and persons in tables that were flattened with nothing between their cells:
// where one begins, where it ends and another follows.

// personTail returns the length of the name of a person that s ends with behind the name of
// a body, 0 for none. Of two that may be it the one that begins with a surname is.
func (ws *words) personTail(s string) int {
	found := 0
	for n := 4; n >= 2; n-- { // runes
		k := runeTail(s, n)
		person := s[len(s)-k:]
		if k == len(s) || hasFigure(person) || hasAny(person, "、", "。", ",", "，") || !hasSuffix(strings.TrimRight(s[:len(s)-k], " \u3000)）"), ws.bodyEnd) {
			continue
		}
		if hasPrefix(person, ws.surname) {
			return k
		}
		if n < 4 && found == 0 {
			found = k
		}
	}
	return found
}

// nameEnds reports whether a name of a body, or a time, may end behind s.
func (ws *words) nameEnds(s string) bool {
	s = strings.TrimRight(s, " 。)）\u3000")
	return hasSuffix(s, ws.bodyEnd) || ws.timeLike(lastRunes(s, 6))
}

// gluedNext reports whether a name of a body ends before and another begins behind, with
// nothing between them: 住建局|水务集团.
func (ws *words) gluedNext(before, after string) bool {
	if k := strings.LastIndexByte(before, '('); k > 0 && strings.HasSuffix(before, ")") { // 高新园(和平镇)
		before = before[:k]
	}
	if !hasSuffix(before, ws.gluedEnd) || runes(before) < 3 || runes(after) < 2 {
		return false
	}
	return !hasPrefix(after, ws.gluedOn) && !ws.partFollows(after) && hasSuffix(strings.TrimRight(after, ")） 等"), ws.bodyEnd)
}

// partFollows reports whether the name of a body goes on with s, which is a part of that body:
// 县公安局|交警大队, 人民银行|县支行.
func (ws *words) partFollows(s string) bool {
	return hasPrefix(s, ws.gluedInner) || ws.branchName(s)
}

// branchName reports whether s goes on with the name of a branch, of the body named before it:
// 人民银行|平原中心支行, 人民银行|县支行.
func (ws *words) branchName(s string) bool {
	name := firstName(s)
	level := firstWord(name, ws.cellNameLetter)
	return hasSuffix(name, ws.gluedBranch) && level == "" || level != "" && hasPrefix(name[len(level):], ws.gluedBranch)
}

// gluedName reports whether a name of a body may begin at s.
func (ws *words) gluedName(s string) bool {
	if w := firstWord(s, ws.gluedLetter); w != "" {
		_, next := utf8.DecodeRuneInString(s[len(w):])
		return len(s) > len(w)+next
	}
	return ws.gluedStems.opening(s) != ""
}

// gluedBegin returns where the last name or list of names in [p,e) begins: at the
// last level whose words behind it read like bodies; p for nowhere.
func (b *builder) gluedBegin(p, e int) int {
	if !b.bodyLike(lastRunes(b.t[p:e], 60)) && !hasSuffix(b.t[p:e], b.bodyEnd) {
		return p
	}
	list := p
	if k := strings.Index(b.t[p:e], "、"); k >= 0 {
		// The first item of the list holds the boundary, if the others are names.
		for k >= 0 && !hasSuffix(b.t[p:list+k], b.bodyEnd) {
			next := strings.Index(b.t[list+k+3:e], "、")
			if next < 0 {
				list, k = e, -1
				break
			}
			list, k = list+k+3, next
		}
		if k >= 0 {
			list += k
		}
	} else {
		list = e
	}
	for q := list; q > p; {
		_, w := utf8.DecodeLastRuneInString(b.t[p:q])
		q -= w
		if list-q > 60 {
			break
		}
		if hasPrefix(b.t[q:list], b.gluedLevel) && runes(b.t[q:list]) >= 3 && b.bodyLike(b.t[q:e]) {
			return q
		}
	}
	return p
}

// gluedPerson returns the length of the name of a person in [s,e) that a body
// follows, 0 for none.
func (b *builder) gluedPerson(s, e int) int {
	t := b.t[s:e]
	for _, d := range b.doubleSurname {
		if strings.HasPrefix(t, d) {
			return runeCut(t, 12)
		}
	}
	for _, n := range [...]int{2, 3} {
		k, q := 0, 0
		for k < n && q < len(t) {
			r, w := utf8.DecodeRuneInString(t[q:])
			if r != ' ' && r != '\u3000' {
				k++
			}
			q += w
		}
		if q < len(t) && b.gluedName(t[q:]) {
			return q
		}
	}
	return 0
}

// namesFrom returns where names of bodies begin in [s,e), the first at s.
func (g *gluedLines) namesFrom(s, e int) []int {
	names := []int{s}
	for q := s + 1; q < e; q++ {
		if !utf8.RuneStart(g.t[q]) {
			continue
		}
		before, after := g.t[s:q], g.t[q:e]
		whole := runes(before) > 2 || g.gluedStems.has(before) // 残联|妇联, no 社会|组织管理科
		if whole && g.gluedName(after) && !g.partFollows(after) && hasSuffix(before, g.bodyEnd) && !hasSuffix(before, g.cellLevel) || g.gluedNext(before, after) {
			names = append(names, q)
		}
	}
	return names
}

// namesBefore returns where the names of bodies begin that the text [p,e) ends with, no more
// than there are columns for.
func (g *gluedLines) namesBefore(p, e int) (names []int) {
	for len(names) < g.last-g.first {
		q := g.gluedBegin(p, e)
		if q <= p {
			break
		}
		names = append(names, q)
		e = q
	}
	slices.Reverse(names)
	return names
}

// addNames adds the names [s,e) to the last cell of the last row.
func (g *gluedLines) addNames(s, e int) {
	for strings.HasPrefix(g.t[s:], ")") || strings.HasPrefix(g.t[s:], "）") {
		_, w := utf8.DecodeRuneInString(g.t[s:])
		s += w
	}
	if s >= e {
		return
	}
	row := &g.raw.rows[len(g.raw.rows)-1]
	last := &row.Cells[len(row.Cells)-1]
	for k := s + 1; k < e; k++ {
		if utf8.RuneStart(g.t[k]) && g.gluedNext(g.t[s:k], g.t[k:e]) {
			last.Pieces = append(last.Pieces, plan.Span{Start: s, End: k})
			s = k
		}
	}
	last.Pieces = append(last.Pieces, plan.Span{Start: s, End: e})
	row.Span.End, g.raw.span.End = e, e
}
