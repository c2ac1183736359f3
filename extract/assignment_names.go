package extract

import (
	"slices"
	"strings"
	"unicode"

	"plangraph/internal/hanzi"
	"plangraph/plan"
)

// The names in a bracket, a field or a cell that charges bodies: how a list is cut into
// items, and which words of an item are a name.

// item is one member of a list with the separator behind it.
type item struct {
	at  Range
	sep rune
}

// items splits r at 、 , ; 。 outside of brackets, and puts together again what is
// one name: 各县、区政府; 甲区、乙区党工委; 教育、公安等部门.
func (w *Worker) items(r Range) []item {
	parts := w.splitItems(r)
	for i := len(parts) - 2; i >= 0; i-- {
		if parts[i].sep == '、' && w.belongs(parts[i].at, parts[i+1].at) {
			parts = joinItems(parts, i)
		}
	}
	return parts
}

// joinItems puts the item i together with the next one.
func joinItems(parts []item, i int) []item {
	parts[i] = item{Range{parts[i].at.Lo, parts[i+1].at.Hi}, parts[i+1].sep}
	return slices.Delete(parts, i+1, i+2)
}

// splitItems splits r at marks, and behind names at blanks and 或.
func (w *Worker) splitItems(r Range) []item {
	t := &w.t
	var parts []item
	lo := r.Lo
	for pos := r.Lo; pos < r.Hi; pos++ {
		switch c := t.R[pos]; {
		case c == '(' || c == '〔':
			if b := t.opening(pos); b >= 0 && t.Brackets[b].Close < r.Hi {
				pos = t.Brackets[b].Close
			}
		case pos > lo && w.blankBehindName(lo, pos, r.Hi):
			parts = append(parts, item{Range{lo, pos}, ' '})
			lo = pos
		case pos > lo && len(parts) > 0 && parts[len(parts)-1].sep == ' ' && w.personBefore(Range{lo, pos}):
			lo = pos
		case c == '或' && pos > lo && w.endsName(Range{lo, pos}): // 甲局或者乙局
			parts = append(parts, item{Range{lo, pos}, '、'})
			if lo = pos + 1; lo < r.Hi && t.R[lo] == '者' {
				lo++
			}
		case c == ':' && !w.isMention(Range{lo, pos}): // 领办处室:省气象局: a label that no list has is no body
			lo = pos + 1
		case !hanzi.Is(c) && (c == CellMark || strings.ContainsRune("、,;。:", c)):
			if pos > lo {
				parts = append(parts, item{Range{lo, pos}, c})
			} else if len(parts) > 0 {
				parts[len(parts)-1].sep = c
			}
			lo = pos + 1
		}
	}
	if lo < r.Hi {
		parts = append(parts, item{at: Range{lo, r.Hi}})
	}
	return parts
}

// blankBehindName reports whether a blank, or in a table a line's end, parts the name that
// begins at lo from what follows at pos.
func (w *Worker) blankBehindName(lo, pos, end int32) bool {
	t := &w.t
	blank := t.blankBefore(pos) && !t.spacedOut(pos) || t.Block.Kind == plan.TableRow && t.lineBefore(pos)
	return blank && !w.acrossName(Range{lo, pos}, Range{pos, end}) && w.endsName(Range{lo, pos}) && !w.bareTail(pos, end)
}

// bareTail reports whether no more than the last word of a name stands at pos, where a line of a
// cell begins: 移动|公司.
func (w *Worker) bareTail(pos, end int32) bool {
	const longest = 2 // characters
	t := &w.t
	hi := t.next(pos, end, func(c rune) bool { return strings.ContainsRune("、,;。 ", c) })
	if hi-pos > longest || !t.lineBefore(pos) || w.isMention(Range{pos, hi}) {
		return false
	}
	_, tail := w.hasEnd(listChargeTail, hi)
	return tail
}

// personBefore reports whether r, behind the name of a body and a blank, may be a person, and
// another body's name follows behind a blank: 甲局 张三 乙局.
func (w *Worker) personBefore(r Range) bool {
	const longest = 4 // characters of a name
	t := &w.t
	return r.Len() > 1 && r.Len() <= longest && t.blankBefore(r.Hi) && t.isHan(r) &&
		slices.ContainsFunc(t.mentions[kindDepartment], func(m Mention) bool { return m.Lo == r.Hi })
}

// belongs reports whether the item b goes on with the name that a begins.
func (w *Worker) belongs(a, b Range) bool {
	t := &w.t
	if w.speaksOf(listChargeWord, a) {
		return false
	}
	if word, ok := w.find(listChargeWord, b); ok && word.Lo > b.Lo {
		b.Hi = word.Lo
	}
	if w.acrossName(a, b) || w.goesOnWithUnit(a, b) {
		return true
	}
	if t.R[b.Lo] != '等' && slices.Contains(t.R[b.Lo:b.Hi], '等') && a.Len() <= 8 && t.isHan(a) { // 南京、苏州等设区市人民政府; 教育、公安等部门
		if _, tail := w.listTail(b); !tail {
			// 南京、苏州, which end like names, but not 水利厅、财政厅等和各县政府
			return a.Len() <= 4 && (!w.endsName(a) || w.single(listAreaLetter, a.Hi-1))
		}
		return !w.endsName(a) && (slices.Contains(t.R[b.Lo:b.Hi], '、') || !w.endsName(b) || a.Len() <= 4)
	}
	if w.elidedCompany(a, b) {
		return true
	}
	if !w.endsName(a) {
		return a.Len() <= 8 && t.isHan(a) && t.R[a.Hi-1] != '某' && w.endsName(b) // but not 王××、县水利局
	}
	if w.endsInPlace(a) { // 甲区、乙区党工委和管委会, also where the text breaks off
		if lo, ok := w.hasEnd(listChargeHalf, b.Hi); ok && b.Hi-lo >= 2 && lo > b.Lo {
			return w.single(listHalfBefore, lo-1)
		}
		return b.Hi == int32(len(t.R)) && b.Len() <= 2
	}
	return false
}

// elidedCompany reports whether a is a company named by one word whose head b says for both:
// 电信、移动青川分公司.
func (w *Worker) elidedCompany(a, b Range) bool {
	end, ok := w.hasAt(listCompanyWord, b.Lo)
	return ok && w.isWord(listCompanyWord, a) && w.attrs(listCompanyWord, Range{b.Lo, end})["own"] == "" && w.endsIn(listCompanyHead, b)
}

// goesOnWithUnit reports whether b is a level or a class that goes on with what 各 in a
// begins: 各镇、街道; 各县、区人民政府; 各县(市、区)人民政府、管委会.
func (w *Worker) goesOnWithUnit(a, b Range) bool {
	t := &w.t
	each := t.R[a.Lo] == '各' || w.countsUnits(a)
	government := w.endsIn(listGovernmentEnd, a)
	if end, ok := w.hasAt(listChargeUnit, b.Lo); ok && end == b.Hi && each && !(b.Len() > 4 && government) {
		return true
	}
	if w.single(listChargeLevel, b.Lo) {
		rest := Range{b.Lo + 1, b.Hi}
		if rest.Len() == 0 || t.R[rest.Lo] == '(' { // also where the text breaks off: 甲局、市
			return each || !w.endsName(a)
		}
		if e, ok := w.hasAt(listChargeHalf, rest.Lo); ok && e-rest.Lo >= 2 && (e == b.Hi || t.R[e] == '(' || !w.endsName(a)) { // but not 县政府督查室
			return true
		}
	}
	end, ok := w.hasAt(listChargeHalf, b.Lo)
	return ok && end == b.Hi && b.Len() > 2 && each && government
}

// countsUnits reports whether a says how many bodies of a kind there are: 13个街道.
func (w *Worker) countsUnits(a Range) bool {
	t := &w.t
	pos := a.Lo
	for pos < a.Hi && (isDigit(t.R[pos]) || numeral(t.R[pos])) {
		pos++
	}
	return pos > a.Lo && pos+1 < a.Hi && w.single(listEtcCount, pos)
}

// endsInPlace reports whether a may be the name of a place alone.
func (w *Worker) endsInPlace(a Range) bool {
	t := &w.t
	if t.R[a.Lo] == '各' || a.Len() > 12 {
		return false
	}
	return w.single(listChargePlace, a.Hi-1) && (a.Len() > 2 || w.attrs(listChargePlace, Range{a.Hi - 1, a.Hi})["short"] != "")
}

// endsName reports whether the words of r, without 等 and a role word behind
// them, end like a body's name.
func (w *Worker) endsName(r Range) bool {
	_, ok := w.nameOf(r)
	return ok
}

// names returns the bodies of an item.
func (w *Worker) names(r Range) []Range {
	t := &w.t
	r = t.trim(r)
	for r.Lo < r.Hi && w.single(listNameTie, r.Lo) && !(t.R[r.Lo] == '和' && r.Lo > 0 && strings.ContainsRune("、,", t.R[r.Lo-1]) && w.e.places.at(t.R, r.Lo) > r.Lo+2) { // 、和平区政府
		r.Lo++
	}
	r = w.withoutSum(r)
	for pos := r.Hi - 1; pos > r.Lo; pos-- {
		if t.R[pos] == '、' || !joinsNames(t.R[pos]) || t.depth(r.Lo, pos) > 0 || w.insideName(pos) {
			continue
		}
		if end, noise := w.hasAt(listChargeNoise, r.Lo); noise && end == pos { // 有关部门和各县
			return w.names(Range{pos + 1, r.Hi})
		}
		left, ok := w.nameOf(Range{r.Lo, pos})
		right, okRight := w.nameOf(Range{pos + 1, r.Hi})
		if !ok || left.Len() < 2 {
			continue
		}
		rest := w.trimTail(Range{pos + 1, r.Hi})
		if end, half := w.hasAt(listChargeHalf, rest.Lo); half && end == rest.Hi {
			continue // 党委和政府 is one
		}
		if end, noise := w.hasAt(listChargeNoise, rest.Lo); noise && end == rest.Hi {
			return w.names(left)
		}
		if w.elidedCompany(left, right) || w.endsIn(listCompanyWord, left) && slices.Contains(t.R[left.Lo:left.Hi], '、') {
			continue // 电信、移动和联通公司 is one
		}
		if okRight && right.Len() >= 2 {
			return append(w.names(left), right)
		}
	}
	if n, ok := w.nameOf(r); ok {
		return []Range{n}
	}
	return nil
}

// withoutSum leaves out of the last name of a list how many the names are: 市水利局|共9个部门和单位.
func (w *Worker) withoutSum(r Range) Range {
	out := r
	for at := r.Hi - 3; at > r.Lo+1; at-- {
		if end := w.sumAt(at); end > at && end >= r.Hi {
			out = before(r, at)
		}
	}
	return out
}

// sumAt returns where the words end that say at pos how many bodies were listed: 共9个部门和单位,
// 等9个部门, 9家单位; pos where none do.
func (w *Worker) sumAt(pos int32) int32 {
	t := &w.t
	at := pos
	if t.has(at, "共") || t.has(at, "等") {
		at++
	}
	from := at
	for int(at) < len(t.R) && (isDigit(t.R[at]) || numeral(t.R[at])) {
		at++
	}
	if at == from || int(at) >= len(t.R) || !w.single(listEtcCount, at) {
		return pos
	}
	if end, ok := w.hasAt(listListHead, at+1); ok {
		return end
	}
	return pos
}

// trimTail leaves out 等, 等部门, 等有关部门 behind a list.
func (w *Worker) trimTail(r Range) Range {
	r, _ = w.listTail(r)
	return r
}

// listTail leaves out what closes a list of names (等, 等8个部门, 等省有关部门, 分别)
// and reports whether there was such a tail.
func (w *Worker) listTail(r Range) (Range, bool) {
	t := &w.t
	if lo, ok := w.hasEnd(listListCloser, r.Hi); ok && lo > r.Lo {
		return Range{r.Lo, lo}, true
	}
	for at := r.Hi - 1; at > r.Lo; at-- {
		if t.R[at] != '等' || w.endsWith(listEtcNot, at+1) {
			continue
		}
		pos := at + 1
		for pos < r.Hi && (isDigit(t.R[pos]) || numeral(t.R[pos]) || w.single(listEtcCount, pos)) {
			pos++
		}
		for {
			end, ok := w.hasAt(listListScope, pos)
			if !ok || end > r.Hi {
				break
			}
			pos = end
		}
		if end, ok := w.hasAt(listListHead, pos); pos == r.Hi || ok && end == r.Hi {
			return Range{r.Lo, at}, true
		}
		break
	}
	return r, false
}

// isMention reports whether r is the name of a body from end to end.
func (w *Worker) isMention(r Range) bool {
	return slices.ContainsFunc(w.t.mentions[kindDepartment], func(m Mention) bool { return m.Range == r })
}

// insideName reports whether the 和 at pos belongs to a body's name: 文化广电和旅游局,
// but not to a list with 等部门.
func (w *Worker) insideName(pos int32) bool {
	return slices.ContainsFunc(w.t.mentions[kindDepartment], func(m Mention) bool {
		return m.Lo < pos && m.Hi > pos+1 && !slices.ContainsFunc(w.t.R[m.Lo:m.Hi], func(c rune) bool { return c == '等' })
	})
}

// withinName reports whether r stands inside a body's name that goes on behind it.
func (w *Worker) withinName(r Range) bool {
	return slices.ContainsFunc(w.t.mentions[kindDepartment], func(m Mention) bool {
		return m.Lo < r.Lo && m.Hi > r.Hi && !slices.Contains(w.t.R[m.Lo:m.Hi], '、')
	})
}

// acrossName reports whether a name of a body stands across the end of a and the
// beginning of b: 各省、自治区、直辖市人民政府.
func (w *Worker) acrossName(a, b Range) bool {
	if a.Len() > 2 && b.Len() > 2 && w.single(listOfficeEnd, a.Hi-1) && (w.single(listAreaLetter, b.Lo) || w.t.R[b.Lo] == '各') && w.t.lineBefore(b.Lo) {
		return false // 市财政局 / 市市场监管局
	}
	return slices.ContainsFunc(w.t.mentions[kindDepartment], func(m Mention) bool {
		return m.Lo < a.Hi && m.Hi > b.Lo && !slices.Contains(w.t.R[m.Lo:m.Hi], '等') // 财政部、人民银行等部门 names two
	})
}

// namedAs returns the body of which r says what it is: 甲局为组长单位.
func (w *Worker) namedAs(r Range) (Range, bool) {
	for _, m := range w.t.mentions[kindDepartment] {
		if m.Lo == r.Lo && m.Hi < r.Hi && w.t.R[m.Hi] == '为' {
			return m.Range, true
		}
	}
	return r, false
}

// isSymbol is unicode.IsSymbol, which spares the common Chinese characters the look at its tables.
func isSymbol(r rune) bool { return (r < 0x4e00 || r > 0x9fff) && unicode.IsSymbol(r) }

// nameOf returns the body's name that r is, without 等 behind it; ok is false
// for role classes, time limits, persons and whatever does not end like a name.
func (w *Worker) nameOf(r Range) (Range, bool) {
	t := &w.t
	full := r
	r = w.trimTail(r)
	if r.Hi < full.Hi && full.Hi-r.Hi > 1 { // an elided list keeps its head: 教育、公安等部门
		list := slices.Contains(t.R[r.Lo:r.Hi], '、')
		for p := r.Lo; list && p <= r.Hi; p++ {
			if p == r.Hi || t.R[p] == '、' {
				if _, ok := w.hasEnd(listChargeTail, p); !ok {
					r = full
					break
				}
			}
		}
	}
	if r.Hi < int32(len(t.R)) && t.R[r.Hi] == '在' && t.R[r.Hi-1] == '所' { // 矫正人员所|在单位
		return r, false
	}
	if r.Len() < 2 || r.Len() > 40 || slices.ContainsFunc(t.R[r.Lo:r.Hi], isSymbol) {
		return r, false
	}
	if end, ok := w.hasAt(listChargeNoise, r.Lo); ok && end == r.Hi {
		return r, false
	}
	if _, no := w.find(listChargeNotName, r); no {
		return r, false
	}
	if w.isMention(r) {
		return r, true
	}
	if n, ok := w.namedAs(r); ok {
		return n, true
	}
	end := r.Hi
	if c := t.R[end-1]; c == ')' || c == '〕' {
		b := t.closing(end - 1)
		if b < 0 || t.Brackets[b].Open <= r.Lo {
			return r, false
		}
		end = t.Brackets[b].Open
		if _, told := w.hasAt(listChargeTold, end+1); told { // 各区政府(含开发区管委会,下同)
			r.Hi = end
			if w.isMention(r) {
				return r, true
			}
		}
	}
	if _, ok := w.hasEnd(listChargeTail, end); !ok && !(t.R[r.Lo] == '各' && w.endsWith(listChargeEachHead, end)) {
		return r, false
	}
	if slices.Contains(t.R[r.Lo:r.Hi], '的') && !w.speaksOf(listChargeBearing, r) || w.startsWith(listChargeNotFirst, r.Lo) {
		return r, false
	}
	return r, true
}
