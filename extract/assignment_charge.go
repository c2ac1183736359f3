package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"plangraph/plan"
)

// charge is what a bracket, a field or a cell says about one body.
type charge struct {
	at    Range
	role  string
	comma bool // a comma stands behind it: its group ends
}

// charges is what a stretch that charges bodies holds beside them, too.
type charges struct {
	list       []charge
	due, scope Range
	ordered    bool // the first of the list leads
	standing   bool // and so for what follows
	each       []charge
	worded     bool // a field or a role word stands in it
	fields     bool // a field stands in it
}

// readCharges reads the bodies of r and their roles. A field word before the
// names (责任单位:) gives a role to all up to the next field; a role word behind
// them (甲、乙配合) to all since the one before it.
func (w *Worker) readCharges(r Range, role string) charges {
	var out charges
	t := &w.t
	if at, ok := w.orderIn(r); ok {
		out.ordered = true
		out.standing = w.standingIn(r)
		r = w.without(r, at)
	}
	r = w.readEach(r, &out)
	from, fieldRole := r.Lo, role
	flush := func(hi int32) {
		part := t.trim(Range{from, hi})
		if part.Len() == 0 {
			return
		}
		switch fieldRole {
		case "due":
			out.due = part
		case "scope":
			out.scope = part
		case "person":
		default:
			w.readField(part, fieldRole, &out)
		}
	}
	for pos := r.Lo; pos < r.Hi; pos++ {
		if t.R[pos] == ':' { // 主要任务:… behind the bodies names none
			if lo, ok := w.hasEnd(listChargeOtherLabel, pos); ok && lo >= from && t.depth(r.Lo, pos) == 0 && w.startsItem(lo) {
				flush(lo)
				from, fieldRole = pos+1, "person"
				continue
			}
		}
		end, ok := w.hasAt(listChargeField, pos)
		blank := ok && end < r.Hi && pos == r.Lo && t.blankBefore(end) // 责任单位 县水利局
		if !ok || end >= r.Hi || t.R[end] != ':' && t.R[end] != '为' && !blank || t.depth(r.Lo, pos) > 0 {
			continue
		}
		flush(pos)
		fieldRole = w.attrs(listChargeField, Range{pos, end})["role"]
		out.worded, out.fields = true, true
		from = end + 1
		if blank && t.R[end] != ':' && t.R[end] != '为' {
			from = end
		}
		pos = end
	}
	flush(r.Hi)
	lead := false
	for _, c := range out.list {
		lead = lead || c.role == "lead"
	}
	for i := range out.list {
		if out.list[i].role == "main" {
			out.list[i].role = "lead"
			if lead {
				out.list[i].role = "responsible"
			}
		}
	}
	return out
}

// startsItem reports whether a word at pos stands by itself: no character stands right
// before it.
func (w *Worker) startsItem(pos int32) bool {
	t := &w.t
	return pos == 0 || t.R[pos-1] < 0x3400 || t.R[pos-1] > 0x9fff || t.blankBefore(pos)
}

// orderIn returns the words of r that say that the first of a list leads:
// 列首位者为牵头单位, 第一家牵头, 牵头单位排在首位.
func (w *Worker) orderIn(r Range) (Range, bool) {
	for _, list := range [...]wordList{listChargeOrder, listChargeOrderFirst} {
		for lo := r.Lo; ; {
			at, ok := w.find(list, Range{lo, r.Hi})
			if !ok {
				break
			}
			if end, ok := w.hasAt(list, at.Lo); ok && end <= r.Hi {
				at.Hi = end // 排名第一位, of which 排名第一 is the shorter word
			}
			hi := at.Hi
			for end, ok := hi, true; ok; end, ok = w.hasAt(listChargeOrderGap, hi) {
				hi = end
				if end, ok := w.hasAt(listChargeOrderLead, hi); ok && end <= r.Hi {
					return Range{at.Lo, end}, true
				}
			}
			from := at.Lo
			for start, ok := from, list == listChargeOrder; ok; start, ok = w.hasEnd(listChargeOrderGap, from) {
				from = start
				if start, ok := w.hasEnd(listChargeOrderLead, from); ok && start >= r.Lo {
					return Range{start, at.Hi}, true
				}
			}
			lo = at.Hi
		}
	}
	return Range{}, false
}

// standingIn reports whether r says that it holds for what follows.
func (w *Worker) standingIn(r Range) bool {
	_, ok := w.find(listChargeStanding, r)
	return ok
}

// without returns the part of r before at, or the one behind it where nothing
// stands before.
func (w *Worker) without(r, at Range) Range {
	before := w.t.trim(Range{r.Lo, at.Lo})
	if before.Len() > 0 && strings.ContainsRune("(〔", w.t.R[before.Hi-1]) { // 甲局、乙局(第一责任单位为牵头单位)
		before = w.t.trim(Range{before.Lo, before.Hi - 1})
	}
	if before.Len() > 0 {
		return before
	}
	return w.t.trim(Range{at.Hi, r.Hi})
}

// readEach takes a standing rule of the form 以下各项均需各区落实 out of r.
func (w *Worker) readEach(r Range, out *charges) Range {
	all := r
	if b := w.t.BracketAt(r.Lo); b >= 0 {
		all = Range{w.t.Brackets[b].Open + 1, w.t.Brackets[b].Close}
	}
	at, ok := w.find(listChargeEach, all)
	if !ok || !w.standingIn(all) && all.Hi < int32(len(w.t.R)) { // the text may break off before 不再列出
		return r
	}
	from := Range{at.Hi, w.t.next(at.Hi, all.Hi, EndsClause)}
	var sub charges
	w.readField(from, "", &sub)
	out.each = sub.list
	if at.Lo < r.Hi {
		return w.t.trim(Range{r.Lo, at.Lo})
	}
	return r
}

// next returns the first position from lo at which stop holds, or hi.
func (t *Text) next(lo, hi int32, stop func(rune) bool) int32 {
	for lo < hi && !stop(t.R[lo]) {
		lo++
	}
	return lo
}

// spacedOut reports whether blanks part all characters around pos, as where a
// title was spread: 市 教 育 局.
func (t *Text) spacedOut(pos int32) bool {
	return pos > 1 && t.blankBefore(pos-1) || int(pos)+1 < len(t.R) && t.blankBefore(pos+1)
}

// blankBefore reports whether the source has a blank, and no line end, before pos.
func (t *Text) blankBefore(pos int32) bool {
	_, n := utf8.DecodeRuneInString(t.Doc.Text[t.off[pos-1]:])
	from, to := int(t.off[pos-1])+n, int(t.off[pos])
	if from >= to {
		return false
	}
	gap := t.Doc.Text[from:to]
	return strings.ContainsAny(gap, " \t\u3000") && !strings.ContainsAny(gap, "\n\r│")
}

// lineBefore reports whether a line of the source ends before pos.
func (t *Text) lineBefore(pos int32) bool {
	_, n := utf8.DecodeRuneInString(t.Doc.Text[t.off[pos-1]:])
	return strings.Contains(t.Doc.Text[int(t.off[pos-1])+n:max(int(t.off[pos]), int(t.off[pos-1])+n)], "\n")
}

// depth counts the brackets that open and do not close between lo and pos.
func (t *Text) depth(lo, pos int32) int {
	n := 0
	for _, r := range t.R[lo:pos] {
		switch r {
		case '(', '〔':
			n++
		case ')', '〕':
			n--
		}
	}
	return n
}

// trim leaves out separators at both ends.
func (t *Text) trim(r Range) Range {
	mark := func(c rune) bool { return strings.ContainsRune(",;。、:.—", c) }
	for r.Lo < r.Hi && mark(t.R[r.Lo]) {
		r.Lo++
	}
	for r.Hi > r.Lo && mark(t.R[r.Hi-1]) {
		r.Hi--
	}
	return r
}

// item is one member of a list with the separator behind it.
type item struct {
	at  Range
	sep rune
}

// readField reads a list of names with role words behind them.
func (w *Worker) readField(r Range, role string, out *charges) {
	t := &w.t
	pending := len(out.list)
	prefix := "" // the role that 会同 gives to what follows
	first := pending
	settle := func(role string, byWord bool) {
		if byWord && role == "support" && pending == first { // 甲局,乙局、丙局配合: the first group is responsible
			for i := len(out.list) - 2; i >= pending; i-- {
				if out.list[i].comma {
					for ; i >= pending; i-- {
						out.list[i].role = "responsible"
					}
				}
			}
		}
		for i := pending; i < len(out.list); i++ {
			if out.list[i].role == "" {
				out.list[i].role = role
			}
		}
		pending = len(out.list)
		prefix = ""
	}
	var read func(it item, sep rune)
	read = func(it item, sep rune) {
		lo, hi := it.at.Lo, it.at.Hi
		if end, ok := w.hasAt(listChargeLeadIn, lo); ok {
			lo = end
		}
		for pos := lo; pos < hi; pos++ {
			if t.R[pos] == '(' || t.R[pos] == '〔' {
				if b := t.opening(pos); b >= 0 && t.Brackets[b].Close < hi {
					pos = t.Brackets[b].Close
					continue
				}
			}
			end, ok := w.hasAt(listChargeWord, pos)
			if !ok || end > hi {
				continue
			}
			attrs := w.attrs(listChargeWord, Range{pos, end})
			if attrs["end"] == "yes" && end < hi || pos > lo && w.withinName(Range{pos, end}) { // 就业指导中心, 县工商业联合会
				continue
			}
			word := attrs["role"]
			if pos == lo && word != "with" && (pending == len(out.list) || end < hi) {
				return // 落实河长制的乡镇, 参加一次活动: the word closes no names
			}
			w.addNames(Range{lo, pos}, prefix, out)
			out.worded = true
			if word == "with" {
				settle("lead", true)
				prefix = "joint"
			} else {
				settle(word, true)
			}
			if end < hi {
				read(item{at: Range{end, hi}}, sep)
			}
			return
		}
		w.addNames(Range{lo, hi}, prefix, out)
	}
	for _, it := range w.items(r) {
		if at, ok := w.dueIn(it.at); ok {
			if out.due.Len() == 0 {
				out.due = at
			}
			continue
		}
		read(it, it.sep)
		if n := len(out.list); it.sep == ',' && n > pending {
			out.list[n-1].comma = true
		}
		if it.sep == ';' || it.sep == '。' {
			settle(cmpOr(role, "responsible"), false)
		}
	}
	settle(cmpOr(role, "responsible"), false)
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// dueIn reports whether an item is a time limit.
func (w *Worker) dueIn(r Range) (Range, bool) {
	if _, ok := w.find(listChargeDue, r); ok {
		return r, true
	}
	digits, unit := false, false
	for _, c := range w.t.R[r.Lo:r.Hi] {
		digits = digits || isDigit(c)
		unit = unit || c == '年' || c == '月' || c == '日'
	}
	return r, digits && unit
}

// items splits r at 、 , ; 。 outside of brackets, and puts together again what is
// one name: 各县、区政府; 甲区、乙区党工委; 教育、公安等部门.
func (w *Worker) items(r Range) []item {
	t := &w.t
	var parts []item
	lo := r.Lo
	for pos := r.Lo; pos <= r.Hi; pos++ {
		if pos < r.Hi {
			c := t.R[pos]
			if c == '(' || c == '〔' {
				if b := t.opening(pos); b >= 0 && t.Brackets[b].Close < r.Hi {
					pos = t.Brackets[b].Close
				}
				continue
			}
			if pos > lo && (t.blankBefore(pos) && !t.spacedOut(pos) && !w.acrossName(Range{lo, pos}, Range{pos, r.Hi}) || t.Block.Kind == plan.TableRow && t.lineBefore(pos) && !w.acrossName(Range{lo, pos}, Range{pos, r.Hi})) && w.endsName(Range{lo, pos}) {
				parts = append(parts, item{Range{lo, pos}, ' '})
				lo = pos
				continue
			}
			if c == '或' && pos > lo && w.endsName(Range{lo, pos}) { // 甲局或者乙局
				parts = append(parts, item{Range{lo, pos}, '、'})
				if lo = pos + 1; lo < r.Hi && t.R[lo] == '者' {
					lo++
				}
				continue
			} else if c != '、' && c != ',' && c != ';' && c != '。' && c != ':' && c != CellMark {
				continue
			}
			if c == ':' && !w.isMention(Range{lo, pos}) { // 领办处室:省气象局: a label that no list has is no body
				lo = pos + 1
				continue
			}
		}
		if pos > lo {
			sep := rune(0)
			if pos < r.Hi {
				sep = t.R[pos]
			}
			parts = append(parts, item{Range{lo, pos}, sep})
		} else if len(parts) > 0 && pos < r.Hi {
			parts[len(parts)-1].sep = t.R[pos]
		}
		lo = pos + 1
	}
	for i := len(parts) - 2; i >= 0; i-- {
		if parts[i].sep == '、' && w.belongs(parts[i].at, parts[i+1].at) {
			parts[i] = item{Range{parts[i].at.Lo, parts[i+1].at.Hi}, parts[i+1].sep}
			parts = slices.Delete(parts, i+1, i+2)
		}
	}
	for j := len(parts) - 1; j > 0; j-- { // 民政、教育、妇联、团委等部门: one elided list, though its last members are names
		if parts[j-1].sep != '、' || !w.etcHeads(parts[j].at) {
			continue
		}
		if before := parts[j-1].at; slices.Contains(t.R[before.Lo:before.Hi], '、') && !w.isMention(before) && t.depth(before.Lo, before.Hi) == 0 && t.isElided(before) {
			parts[j-1] = item{Range{before.Lo, parts[j].at.Hi}, parts[j].sep}
			parts = slices.Delete(parts, j, j+1)
		}
	}
	return parts
}

// etcHeads reports whether 等部门 or the like stands in r.
func (w *Worker) etcHeads(r Range) bool {
	for p := r.Lo + 2; p < r.Hi-1; p++ {
		if w.t.R[p] == '等' {
			_, head := w.hasAt(listListHead, p+1)
			return head
		}
	}
	return false
}

// isElided reports whether a list is made of short words only, as fields without their
// head noun are: 民政、教育、妇联.
func (t *Text) isElided(r Range) bool {
	n := 0
	for _, c := range t.R[r.Lo:r.Hi] {
		if c == '、' {
			n = 0
		} else if n++; n > 6 || c < 0x3400 || c > 0x9fff {
			return false
		}
	}
	return true
}

// belongs reports whether the item b goes on with the name that a begins.
func (w *Worker) belongs(a, b Range) bool {
	t := &w.t
	if _, ok := w.find(listChargeWord, a); ok {
		return false
	}
	if word, ok := w.find(listChargeWord, b); ok && word.Lo > b.Lo {
		b.Hi = word.Lo
	}
	if w.acrossName(a, b) {
		return true
	}
	if end, ok := w.hasAt(listChargeUnit, b.Lo); ok && end == b.Hi && t.R[a.Lo] == '各' && !(b.Len() > 4 && t.ends(a, 2, "政府")) {
		return true // 各镇、街道
	}
	if r := t.R[b.Lo]; r == '县' || r == '市' || r == '区' || r == '旗' { // 各县、区人民政府
		rest := Range{b.Lo + 1, b.Hi}
		if rest.Len() == 0 || t.R[rest.Lo] == '(' { // also where the text breaks off: 甲局、市
			return t.R[a.Lo] == '各' || !w.endsName(a)
		}
		if e, ok := w.hasAt(listChargeHalf, rest.Lo); ok && e-rest.Lo >= 2 && (e == b.Hi || t.R[e] == '(' || !w.endsName(a)) { // but not 县政府督查室
			return true
		}
	}
	if end, ok := w.hasAt(listChargeHalf, b.Lo); ok && end == b.Hi && b.Len() > 2 && t.R[a.Lo] == '各' && strings.HasSuffix(t.String(a), "政府") {
		return true // 各县(市、区)人民政府、管委会
	}
	s := t.String(b)
	place := t.R[a.Lo] != '各' && (t.R[a.Hi-1] == '区' || t.R[a.Hi-1] == '县' || a.Len() > 2 && strings.ContainsRune("市州旗盟", t.R[a.Hi-1])) && a.Len() <= 12
	if i := strings.Index(s, "等"); i > 0 && a.Len() <= 8 && t.isHan(a) { // 南京、苏州等设区市人民政府; 教育、公安等部门
		if _, tail := w.listTail(b); !tail {
			// 南京、苏州, which end like names, but not 水利厅、财政厅等和各县政府
			return a.Len() <= 4 && (!w.endsName(a) || w.single(listAreaLetter, a.Hi-1))
		}
		return !w.endsName(a) && (strings.Contains(s, "、") || !w.endsName(b) || a.Len() <= 4)
	}
	if !w.endsName(a) {
		return a.Len() <= 8 && t.isHan(a) && w.endsName(b)
	}
	if place { // 甲区、乙区党工委和管委会, also where the text breaks off
		if lo, ok := w.hasEnd(listChargeHalf, b.Hi); ok && b.Hi-lo >= 2 && lo > b.Lo {
			return strings.ContainsRune("区县市州旗盟和(", t.R[lo-1])
		}
		return b.Hi == int32(len(t.R)) && b.Len() <= 2
	}
	return false
}

func (t *Text) isHan(r Range) bool {
	for _, c := range t.R[r.Lo:r.Hi] {
		if c < 0x3400 || c > 0x9fff {
			return false
		}
	}
	return r.Len() > 0
}

// endsName reports whether the words of r, without 等 and a role word behind
// them, end like a body's name.
func (w *Worker) endsName(r Range) bool {
	_, ok := w.nameOf(r)
	return ok
}

// addNames adds the bodies of an item: one, or several tied by 和 及 与.
func (w *Worker) addNames(r Range, role string, out *charges) {
	if in, before, ok := w.t.lastBracket(r); ok { // 甲局(牵头)
		if end, ok := w.hasAt(listChargeWord, in.Lo); ok && end == in.Hi {
			if word := w.attrs(listChargeWord, in)["role"]; word != "with" {
				r, role = before, word
				out.worded = true
			}
		}
	}
	for _, n := range w.names(r) {
		out.list = append(out.list, charge{at: n, role: role})
	}
}

// lastBracket returns the inside of a bracket at the end of r, and what stands
// before it.
func (t *Text) lastBracket(r Range) (in, before Range, ok bool) {
	if r.Len() < 4 || t.R[r.Hi-1] != ')' && t.R[r.Hi-1] != '〕' {
		return in, before, false
	}
	b := t.closing(r.Hi - 1)
	if b < 0 || t.Brackets[b].Open <= r.Lo {
		return in, before, false
	}
	return Range{t.Brackets[b].Open + 1, r.Hi - 1}, Range{r.Lo, t.Brackets[b].Open}, true
}

// names returns the bodies of an item.
func (w *Worker) names(r Range) []Range {
	t := &w.t
	r = t.trim(r)
	for r.Lo < r.Hi && strings.ContainsRune("由和及与并以", t.R[r.Lo]) && !(t.R[r.Lo] == '和' && r.Lo > 0 && strings.ContainsRune("、,", t.R[r.Lo-1]) && w.e.places.at(t.R, r.Lo) > r.Lo+2) { // 、和平区政府
		r.Lo++
	}
	for pos := r.Hi - 1; pos > r.Lo; pos-- {
		if !strings.ContainsRune("和及与", t.R[pos]) || t.depth(r.Lo, pos) > 0 || w.insideName(pos) {
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
		if pos+1 < r.Hi && t.R[pos+1] == '其' {
			continue // 甲局及其有关部门 is one
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
		if t.R[at] != '等' || t.R[at-1] == '高' || t.R[at-1] == '中' {
			continue
		}
		pos := at + 1
		for pos < r.Hi && (isDigit(t.R[pos]) || numeral(t.R[pos]) || t.R[pos] == '个' || t.R[pos] == '家' || t.R[pos] == '各') {
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
	if a.Len() > 2 && b.Len() > 2 && strings.ContainsRune("局委厅办", w.t.R[a.Hi-1]) && strings.ContainsRune("省市县区州盟旗镇乡", w.t.R[b.Lo]) && w.t.lineBefore(b.Lo) {
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
	if r.Len() < 2 || r.Len() > 40 || slices.ContainsFunc(t.R[r.Lo:r.Hi], unicode.IsSymbol) {
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
