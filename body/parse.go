package body

import (
	"sort"
	"strings"
)

// Name is a body's name taken apart.
type Name struct {
	Place   string // the place as written: 江苏省, 南京; "" when only a level is written
	Level   string // the level as written: 省, 市, 县, 区, 州, …, 国家; "" for none
	Places  []int  // indexes into Lexicon.Places: what Place may mean
	Council string // 人民政府 or 委 between place and form, as written
	Form    *Form  // nil for a government (Rest 政府) or a party committee (Rest 委)
	Rest    string // what is left when there is no form
}

// Parse takes a simplified name apart; ok is false when it is not composed of
// known parts.
func (l *Lexicon) Parse(name string) (Name, bool) {
	text := []rune(name)
	if len(text) == 3 && text[0] == '团' && text[2] == '委' && l.leagueLevel.holds(text[1]) {
		return l.Parse(string(text[1]) + "团委")
	}
	type found struct{ start, payload int }
	var forms []found
	l.form.before(text, len(text), func(start, payload int) { forms = append(forms, found{start, payload}) })
	for i := len(forms) - 1; i >= 0; i-- {
		f := &l.Forms[forms[i].payload]
		if f.Kind == Whole {
			if forms[i].start == 0 || name == f.Full {
				return Name{Form: f}, true
			}
			continue
		}
		head := text[:forms[i].start]
		if lead := []rune(f.lead()); len(lead) > 0 && len(lead) < len(head) && hasAt(head, 0, lead) {
			head = head[len(lead):] // 国家统计局宿州调查队
		}
		if n, ok := l.prefix(head); ok {
			if f.Kind == Party && n.Place == "" && n.Level == "" {
				continue
			}
			n.Form = f
			return n, true
		}
	}
	for _, w := range l.list(lookupNames[governingHead]) {
		rest := w.Term
		if head, ok := strings.CutSuffix(name, rest); ok {
			if n, ok := l.prefix([]rune(head)); ok && (n.Place != "" || n.Level != "") {
				n.Rest = rest
				if rest == "委员会" && !strings.HasPrefix(name, "中") {
					continue
				}
				return n, true
			}
		}
	}
	return Name{}, false
}

// prefix reads all of text as a place or level with 人民政府 or 委 behind it.
func (l *Lexicon) prefix(text []rune) (Name, bool) {
	var n Name
	s := string(text)
	for _, c := range l.councils {
		if t, ok := strings.CutSuffix(s, string(c)); ok && t != "" {
			s, n.Council = t, string(c)
			break
		}
	}
	s = strings.TrimPrefix(s, "中国共产党")
	s = strings.TrimPrefix(s, "中共")
	if s == "" {
		return n, n.Council == ""
	}
	if l.isLevel[s] {
		n.Level = s
		return n, true
	}
	n.Place = s
	r := []rune(s)
	start, p, ok := l.place.longest(r, len(r))
	if !ok {
		return n, false
	}
	n.Places = l.byPlace[l.placeAs[p]]
	for start > 0 { // the places before it say which one is meant
		t, q, more := l.place.longest(r, start)
		if !more {
			return n, false
		}
		n.Places = l.within(n.Places, l.byPlace[l.placeAs[q]])
		start = t
	}
	return n, true
}

// within keeps those places that lie in one of the outer ones; all of them when
// none does.
func (l *Lexicon) within(inner, outer []int) []int {
	var out []int
	for _, i := range inner {
		for _, o := range outer {
			if l.holds(o, i) {
				out = append(out, i)
				break
			}
		}
	}
	if len(out) == 0 {
		return inner
	}
	return out
}

// holds reports whether the place outer contains the place inner.
func (l *Lexicon) holds(outer, inner int) bool {
	for _, a := range l.Places[outer].Codes {
		for _, b := range l.Places[inner].Codes {
			if above(a, b) {
				return true
			}
		}
	}
	return false
}

// above reports whether the place of code a holds that of code b.
func above(a, b string) bool {
	if a == b || len(a) != 6 || len(b) != 6 {
		return false
	}
	if strings.HasSuffix(a, "0000") {
		return a[:2] == b[:2]
	}
	return strings.HasSuffix(a, "00") && a[:4] == b[:4]
}

// Above returns the place of a level (省, 市) that holds the place of the code;
// "" when unknown.
func (l *Lexicon) Above(code, level string) string {
	if len(code) != 6 {
		return ""
	}
	outer := code[:2] + "0000"
	if level == "市" {
		outer = code[:4] + "00"
	}
	if i, ok := l.byCode[outer]; ok && outer != code {
		return l.Places[i].Name
	}
	return ""
}

// Named returns the places of a full name, short form or abbreviation.
func (l *Lexicon) Named(name string) []Place {
	var out []Place
	for _, i := range l.byPlace[name] {
		out = append(out, l.Places[i])
	}
	return out
}

// Leading returns the innermost place that text begins with (江苏省南京市: 南京市)
// and where its name ends in runes; ok is false when it begins with none.
func (l *Lexicon) Leading(text string) (p Place, code string, end int, ok bool) {
	r := []rune(text)
	var outer []int
	for at := 0; at < len(r); {
		n := min(len(r), at+12)
		for ; n > at+1; n-- {
			if l.sure[string(r[at:n])] {
				break
			}
		}
		if n <= at+1 {
			break
		}
		name := string(r[at:n])
		found := l.byPlace[name]
		full := l.Places[found[0]].Name == name
		if ok && !full { // 江苏省南京: a short form counts only as the first name
			break
		}
		if outer != nil {
			in := l.within(found, outer)
			if !l.holds(outer[0], in[0]) {
				break
			}
			found = in
		}
		found = append([]int(nil), found...)
		sort.SliceStable(found, func(i, j int) bool { // the higher, and today's, before others
			a, b := l.Places[found[i]], l.Places[found[j]]
			return rank(a) < rank(b)
		})
		p, outer, ok, end = l.Places[found[0]], found[:1], true, n
		at = n
	}
	if ok {
		code = p.Codes[0]
	}
	return p, code, end, ok
}

// rank orders places that share a name: the higher level first, today's before former ones.
func rank(p Place) int {
	n := map[string]int{"省": 0, "市": 1, "县": 2}[p.Level]
	if p.Until != "" {
		n += 3
	}
	return n
}

// OrganOf returns the organ's form (民政厅) that has a field at a level.
func (l *Lexicon) OrganOf(field, level string) (string, bool) {
	best, heads := "", l.list(lookupNames[organHead])
	if level == "省" {
		heads = l.list(lookupNames[provinceHead])
	}
	for _, h := range heads {
		for _, w := range []string{h.Term, h.Attrs["short"]} {
			r := []rune(field + w)
			if w == "" {
				continue
			}
			if s, p, ok := l.form.longest(r, len(r)); ok && s == 0 && l.Forms[p].Kind == Organ && best == "" {
				best = string(r)
			}
		}
	}
	return best, best != ""
}

// Spellings returns the stems that mean the organ of a canonical stem, without
// heads, the canonical one first.
func (l *Lexicon) Spellings(stem string) []string {
	out := []string{stem}
	for _, i := range l.byStem[stem] {
		f := &l.Forms[i]
		s := f.Text
		for _, h := range []string{f.Head, "委员会", "办公室", "委", "办", "局", "厅", "部"} {
			if t, ok := strings.CutSuffix(s, h); ok && h != "" {
				s = t
				break
			}
		}
		known := false
		for _, o := range out {
			known = known || o == s
		}
		if !known {
			out = append(out, s)
		}
	}
	return out
}

// lead is what stands before the place in the official name: 国家统计局.
func (f *Form) lead() string {
	lead, _, ok := strings.Cut(f.Full, "{")
	if !ok {
		return ""
	}
	return lead
}

// PlacesIn calls f for every name of a place in text that is no common word,
// longest names only.
func (l *Lexicon) PlacesIn(text []rune, f func(p Place)) {
	for end := len(text); end > 1; end-- {
		s, p, ok := l.place.longest(text, end)
		if ok && l.bare[p] {
			f(l.Places[l.placeOf[p]])
			end = s + 1
		}
	}
}
