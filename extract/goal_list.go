package extract

import "strings"

// Lists of what goals are set for: their members, and what only the first or the last of
// them says for all (甲、乙总产量).

// members splits a list at its marks.
func (r *reader) members(p Range) []Range {
	var out []Range
	lo := p.Lo
	depth := 0
	for i := p.Lo; i <= p.Hi; i++ {
		if i < p.Hi {
			switch r.t.R[i] {
			case '(':
				depth++
			case ')':
				depth--
			}
			if depth > 0 {
				continue
			}
		}
		if i > lo && i+1 < p.Hi && r.t.R[i-1] == '”' && r.t.R[i] == '“' && r.quoteEnd(i) > i { // “甲”“乙”
			out = append(out, Range{lo, i})
			lo = i
		}
		if i == p.Hi || r.t.R[i] == ',' || joinsNames(r.t.R[i]) && !r.insideWord(lo, i) {
			if i > lo {
				out = append(out, Range{lo, i})
			}
			lo = i + 1
		}
	}
	return out
}

// insideWord reports whether a character that joins names is a part of a word at pos, in
// a name that begins at lo: 普|及|率, |和|平区.
func (r *reader) insideWord(lo, pos int32) bool {
	const longest = 2 // how far behind the word's begin it stands at most
	if pos == lo {
		return r.w.e.places.at(r.t.R, pos) > 0
	}
	for i := pos; i >= lo && i >= pos-longest; i-- {
		if end, ok := r.w.hasAt(listJoinInside, i); ok && end > pos {
			return true
		}
	}
	return false
}

// shareOfThose reports whether a phrase is the share of those that something is true of:
// 达到规定标准的比例.
func (r *reader) shareOfThose(p Range) bool {
	for i := p.Lo + 2; i+1 < p.Hi; i++ {
		if r.t.R[i] == '的' {
			return r.measure(Range{i + 1, p.Hi})
		}
	}
	return false
}

// quoteEnd returns where the quotation that begins at pos ends.
func (r *reader) quoteEnd(pos int32) int32 {
	for i := pos + 1; int(i) < len(r.t.R) && i < pos+16; i++ {
		if r.t.R[i] == '”' {
			return i + 1
		}
	}
	return pos
}

// placeRest returns what stands behind the place in the last of a list of
// places: 甲县、乙县产值 → 产值.
func (r *reader) placeRest(list []Range) Range {
	last := list[len(list)-1]
	if r.place(last) && !r.startsPart(last) {
		return Range{}
	}
	if lo := r.behindClass(list); lo > 0 {
		return Range{lo, last.Hi}
	}
	for i := last.Hi - 2; i > last.Lo; i-- {
		if r.place(Range{last.Lo, i}) {
			return Range{i, last.Hi}
		}
	}
	return Range{}
}

// mergeMembers joins the first members of a list that has more than n.
func mergeMembers(list []Range, n int) []Range {
	extra := len(list) - n
	out := []Range{{list[0].Lo, list[extra].Hi}}
	return append(out, list[extra+1:]...)
}

// sharedHead returns the head noun that the last member of a list says for all:
// 核桃、板栗产量.
func (r *reader) sharedHead(list []Range) Range {
	last := list[len(list)-1]
	if lo := r.behindClass(list); lo > last.Lo {
		return Range{lo, last.Hi}
	}
	if lo, ok := r.w.hasEnd(listSharedHead, last.Hi); ok && lo > last.Lo {
		return Range{lo, last.Hi}
	}
	return r.sharedMeasure(list)
}

// behindClass returns where the last member of a list goes on behind what tells it from the one
// before: 城市、县城|污水处理率, 小学和初中|学龄儿童入学率, 高血压、糖尿病|患者管理率; 0 where
// it does not say.
func (r *reader) behindClass(list []Range) int32 {
	last, prev := list[len(list)-1], list[len(list)-2]
	if _, measured := r.w.hasEnd(listMeasureHead, last.Hi); !measured || r.measure(prev) {
		return 0
	}
	for i := last.Lo + 2; i+2 < last.Hi; i++ { // 甲市、乙市的|城镇化率
		if r.t.R[i] == '的' && r.placeName(prev) && r.placeName(Range{last.Lo, i}) {
			return i + 1
		}
	}
	_, crowd := r.w.hasEnd(listPerCrowd, prev.Hi)
	if end := last.Lo + int32(prev.Len()); end+1 < last.Hi && r.partWord(prev) && r.w.isWord(listPartWord, Range{last.Lo, end}) { // 城镇、农村|居民收入
		return end
	}
	if end, ok := r.w.hasAt(listPartWord, last.Lo); ok && end+1 < last.Hi && (crowd || r.partWord(prev)) {
		return end
	}
	for i := last.Lo + 2; !crowd && i+2 < last.Hi; i++ {
		if _, ok := r.w.hasAt(listGroupNoun, i); ok {
			return i
		}
		if _, ok := r.w.hasAt(listLevelVerb, i); ok && r.t.BracketAt(i) == r.t.BracketAt(last.Lo) && r.shareOfThose(Range{i, last.Hi}) {
			return i
		}
	}
	return 0
}

// sharedLead returns what the first of a list of measures is counted by and the others
// are, too: 单位生产总值|能耗和二氧化碳排放.
func (r *reader) sharedLead(list []Range) Range {
	m := list[0]
	if crowd := r.perCrowd(m); crowd.Len() > 0 {
		return crowd
	}
	if r.bareRates(list[1:]) && m.Len() >= 2*bareRate && r.t.R[m.Hi-1] == '率' && !r.w.partsWord(m, m.Hi-bareRate) { // 亿元以上项目|签约率、开工率
		return Range{m.Lo, m.Hi - bareRate}
	}
	at, ok := r.w.find(listPerLead, m)
	if !ok {
		if lo, ok := r.w.hasEnd(listMeasureTail, m.Hi); ok && lo > m.Lo+1 { // 粮食面积、产量
			return Range{m.Lo, lo}
		}
		return r.ageGroup(m)
	}
	for i := m.Hi - 1; i > at.Hi; i-- {
		if lo, ok := r.w.hasEnd(listPerBase, i); ok && lo >= at.Lo {
			return Range{m.Lo, i}
		}
	}
	return Range{}
}

// bareRate is how many characters the name of a rate has that leaves out of what it is one: 开工率.
const bareRate = 3

// bareRates reports whether all names are of such rates.
func (r *reader) bareRates(list []Range) bool {
	for _, m := range list {
		if m.Len() != bareRate || r.t.R[m.Hi-1] != '率' || r.w.isWord(listOwnRate, m) {
			return false
		}
	}
	return len(list) > 0
}

// ageGroup returns the people of an age that a rate is of, whom the next of a list may leave
// out: 5岁以下儿童|贫血率、生长迟缓率.
func (r *reader) ageGroup(m Range) Range {
	if !isDigit(r.t.R[m.Lo]) || r.t.R[m.Hi-1] != '率' {
		return Range{}
	}
	for i := m.Lo + 3; i+2 < m.Hi; i++ {
		if end, ok := r.w.hasAt(listAgeGroup, i); ok && end+1 < m.Hi {
			return Range{m.Lo, end}
		}
	}
	return Range{}
}

// takesLead reports whether a member of a list is a measure without such words of its own.
func (r *reader) takesLead(m, lead Range) bool {
	if lead.Len() == 0 || m.Len() < 2 || r.w.startsWith(listPerHead, m.Lo) {
		return false
	}
	if _, own := r.w.find(listPerLead, m); own || r.t.R[m.Lo] == '每' {
		return false
	}
	if r.t.R[lead.Lo] == '每' {
		return m.Lo > lead.Hi && r.t.R[m.Hi-1] != '率'
	}
	if _, aged := r.w.find(listAgeGroup, lead); aged && isDigit(r.t.R[lead.Lo]) {
		_, own := r.w.find(listAgeGroup, m)
		return !own && r.t.R[m.Hi-1] == '率'
	}
	if end := lead.Hi + bareRate; int(end) <= len(r.t.R) && r.t.R[end-1] == '率' && r.bareRates([]Range{m}) {
		return true
	}
	if _, led := r.w.find(listPerLead, lead); !led {
		return r.partial(m) && !r.t.has(m.Hi-2, r.t.String(Range{lead.Hi, lead.Hi + 2})) // 税收|收入、营业收入
	}
	_, measured := r.w.hasEnd(listPerMeasure, m.Hi)
	return measured
}

// sharedMeasure returns the measure that only the last member of a list says:
// 茶叶、中药材产值 → 产值; with all that stands between it and what answers to the member
// before: 失业、工伤保险参保人数 → 保险参保人数.
func (r *reader) sharedMeasure(list []Range) Range {
	last, prev := list[len(list)-1], list[len(list)-2]
	lo, ok := r.w.hasEnd(listMeasureTail, last.Hi)
	if !ok {
		lo, ok = r.w.hasEnd(listMeasureHead, last.Hi)
	}
	if !ok || lo <= last.Lo+1 {
		return Range{}
	}
	if r.t.R[lo] == '率' && lo-2 > last.Lo+1 { // 垃圾|处理率: of what it is a rate, two characters say
		lo -= 2
	}
	for _, m := range list[:len(list)-1] {
		if r.measure(m) {
			return Range{}
		}
	}
	for i := last.Lo + 1; i+2 < lo; i++ { // 甲、乙两大主导产业产值: their number is no part of the names
		if strings.ContainsRune("两二三四五六七八九十", r.t.R[i]) && strings.ContainsRune("大个类种项", r.t.R[i+1]) && r.t.BracketAt(i) == r.t.BracketAt(last.Lo) {
			return Range{i + 2, last.Hi}
		}
	}
	if end, ok := r.w.ownPart(prev, last); ok && end < lo { // 国、省|控断面水质达标率
		lo = end
	}
	return Range{lo, last.Hi}
}

// headed reports whether a member of a list has a head noun that it could share.
func (r *reader) headed(m Range) bool {
	lo, ok := r.w.hasEnd(listSharedHead, m.Hi)
	return ok && lo > m.Lo
}

// earlier gathers the members that stand in clauses of their own before: A投资,
// B和C投资,D投资均增长….
func (r *reader) earlier(c Range, list []Range) []Range {
	t := r.t
	if len(list) == 0 {
		return nil
	}
	last := list[len(list)-1]
	if last.Len() < 3 {
		return nil
	}
	tail := t.String(Range{last.Hi - 2, last.Hi})
	var out []Range
	hi := c.Lo - 1
	for hi > r.sentence.Lo {
		lo := hi
		for lo > r.sentence.Lo && !EndsClause(t.R[lo-1]) {
			lo--
		}
		m := r.strip(Range{lo, hi})
		if m.Len() < 3 || t.String(Range{m.Hi - 2, m.Hi}) != tail || r.hasFigure(m) {
			break
		}
		out = append([]Range{m}, out...)
		hi = lo - 1
	}
	return out
}

// headOf returns the head noun that the member k of a list leaves to a later one: to the
// next measure (固废、垃圾|利用率|和水回用率), else to the last of the list, whose head is given.
func (r *reader) headOf(list []Range, k int, head Range) Range {
	m := list[k]
	if k == len(list)-1 || r.headed(m) && (r.measure(m) || !r.measure(head)) || head.Len() > 0 && r.t.R[m.Hi-1] == '率' && r.t.R[head.Hi-1] == '率' { // 达标率、覆盖率
		return Range{}
	}
	if head.Len() == 0 && !r.measure(m) {
		for j := k + 1; j < len(list)-1; j++ {
			if r.measure(list[j]) {
				return r.sharedHead(list[k : j+1])
			}
		}
	}
	return head
}

// perCrowd returns the words at the head of a measure by which it is one for so many people:
// 每千人口拥有|床位.
func (r *reader) perCrowd(p Range) Range {
	if p.Len() < 5 || r.t.R[p.Lo] != '每' || !r.perNumber(p) {
		return Range{}
	}
	for i := p.Lo + 2; i < p.Lo+6 && i < p.Hi; i++ {
		end, ok := r.w.hasAt(listPerCrowd, i)
		if !ok || end >= p.Hi {
			continue
		}
		if verb, ok := r.w.hasAt(listPerCrowdVerb, end); ok && verb < p.Hi {
			end = verb
		}
		return Range{p.Lo, end}
	}
	return Range{}
}

// withoutYearly leaves out 年均 at the end of the words that say of how many indicators a list speaks:
// 三项指标|年均|分别增长.
func (r *reader) withoutYearly(p Range) Range {
	if lo, ok := r.w.endIn(listYearlyWord, p); ok && lo > p.Lo {
		p.Hi = lo
	}
	return p
}

// growInTurn reads a clause that says only by how much each thing of the list before grows:
// 甲、乙产量分别达到3万吨、2万吨,|年均增长6%、9%.
func (r *reader) growInTurn(c Range, first, last int) bool {
	n, f := last-first+1, &r.g.all[first]
	grow := r.strip(Range{c.Lo, f.start})
	k := len(r.g.found) - n
	if n < 2 || k < 0 || !r.growthOnly(grow) || !r.inRow(first, last) {
		return false
	}
	for _, g := range r.g.found[k:] {
		if g.frame != frameSpread || g.at.Hi > c.Lo || g.at.Lo < r.before.Lo {
			return false
		}
	}
	return r.grownAsBefore(c, Range{grow.Lo, grow.Lo}, first, n)
}

// inRow reports whether nothing but marks that join names stands between the figures of a list.
func (r *reader) inRow(first, last int) bool {
	for k := first; k < last; k++ {
		if end := r.g.all[k].end; end+1 != r.g.all[k+1].start || !joinsNames(r.t.R[end]) {
			return false
		}
	}
	return true
}
