package extract

import (
	"plangraph/quantity"
)

// What a figure measures that has no indicator of its own before it: the clause before it, the
// title above it or the verb that governs it say.

// findSubject looks for the indicator in what stands before the clause, where the clause
// names none or only a part of one: 企业数量实现倍增,超过200家; 形成快速路网,规模达300公里.
// It reports whether the goal was read with it.
func (r *reader) findSubject(l *levelWords) bool {
	p, q := l.p, &l.f.q
	if rate := r.rateOfSeveral(l); rate.Len() > 0 {
		r.emit(frameLevel, l.f, l.clause, []Range{p, rate}, l.base)
		return true
	}
	if r.subject != nil {
		return false
	}
	if m := r.startsFromBasis(); m.Len() > 0 && r.growthOnly(r.behindYearly(p)) {
		r.emit(frameLevel, l.f, l.clause, []Range{m, p}, l.base)
		return true
	}
	if r.topic.Len() > 0 && p.Len() > 1 && l.hasLevel && r.partOfTopic(p) {
		r.subject, r.measured = []Range{r.topic}, true
		return false
	}
	if m := r.beforeColon(l.clause); m.Len() > 2 && r.partWord(p) && r.measure(m) { // 中心覆盖率:城市100%
		r.subject, r.measured = []Range{m}, true
		return false
	}
	if p.Len() == 0 || r.partial(p) {
		if m := r.beforeColon(l.clause); (p.Len() == 0 || r.growthOnly(p)) && m.Len() > 2 {
			r.subject = []Range{m}
		} else if o := r.doneBefore(); p.Len() == 0 && q.Family == quantity.Count && q.Op == quantity.GE && o.Len() > 3 && r.w.startsWith(listYearlyWord, l.clause.Lo) { // 举办招聘会,每年不少于2场
			r.emit(frameLevel, l.f, l.clause, []Range{o}, l.base)
			return true
		} else if m := r.beforeMeasure(); m.Len() > 2 {
			r.subject = []Range{m}
		} else if o := r.lastObject(r.before); p.Len() > 0 && r.t.R[p.Lo] != '占' && o.Len() > 2 && !r.hasFigure(o) {
			r.subject = []Range{o}
		}
	}
	if r.subject == nil && r.partial(p) && r.t.R[p.Lo] != '占' && !r.w.endsIn(listIncomeWord, p) && r.strip(r.before).Len() == 0 { // 2.技能人才。到2030年,总量达到…
		if lead := r.titleNoun(); lead.Len() > 2 {
			r.subject = []Range{lead}
		}
	}
	return false
}

// rateOfSeveral returns the rate before a colon that the figures behind it are given in, each
// for a thing of its own: 损耗率:|果蔬|15%以下,|肉类|8%以下.
func (r *reader) rateOfSeveral(l *levelWords) Range {
	const shortest, longest = 2, 6
	p := l.p
	if l.hasLevel || l.f.q.Family != quantity.Ratio || p.Len() < shortest || p.Len() > longest || r.measure(p) || r.partial(p) || r.startsVerb(p.Lo) {
		return Range{}
	}
	if m := r.beforeColon(l.clause); m.Len() > 0 && r.t.R[m.Hi-1] == '率' && !r.partWord(p) {
		r.headRate = m
	}
	return r.headRate
}

// introduces reports whether a figure counts what the text goes on to list: 项目为10项,
// 分别是….
func (r *reader) introduces(f *figure, p Range) bool {
	if int(f.end) >= len(r.t.R) || !EndsClause(r.t.R[f.end]) {
		return false
	}
	if _, items := r.w.hasEnd(listListCount, p.Hi); !items {
		return false
	}
	if int(f.end)+1 == len(r.t.R) { // 谋划农业项目4个: with the items on lines of their own
		return r.t.R[f.end] == ':'
	}
	_, ok := r.w.hasAt(listListIntro, f.end+1)
	return ok
}

// countedIn returns what the last goal of the sentence that has the unit counts, without
// its verbs; nil where none has.
func (r *reader) countedIn(unit string) []Range {
	for i := len(r.g.found) - 1; i >= 0 && unit != ""; i-- {
		g := &r.g.found[i]
		if g.at.Lo < r.sentence.Lo {
			break
		}
		if g.unit != unit || g.frame != frameLevel && g.frame != frameCount {
			continue
		}
		noun := append([]Range(nil), g.name...)
		for {
			end, ok := r.w.hasAt(listTargetVerb, noun[0].Lo)
			if !ok || r.suffixed(end) || end >= noun[0].Hi && len(noun) == 1 {
				break
			}
			if noun[0].Lo = end; end >= noun[0].Hi {
				noun = noun[1:]
			}
		}
		return noun
	}
	return nil
}

// sum reports whether a name ends in an amount of its own (成交额), of which no other is a part.
func (r *reader) sum(p Range) bool {
	_, ok := r.w.hasEnd(listSumEnd, p.Hi)
	return ok
}

// governs reports whether a verb stands before a measure without being part of its
// name: 完成工业投资, but not 完成率, and not 完成投资, where the rest alone says nothing.
func (r *reader) governs(verb Range, end int32) bool {
	if r.w.attrs(listTargetVerb, verb)["not"] == "" || r.w.belongsOn(listTargetVerb, verb.Lo, verb.Hi) {
		return false
	}
	spec, ok := r.w.hasAt(listSpecNoun, verb.Hi)
	return !ok || spec != end
}

// grewInPoints reports whether the goal before is by how many points a share changes, and
// this figure the share itself: 普及率提高3个百分点,达到62%.
func (r *reader) grewInPoints(q *quantity.Quantity) bool {
	n := len(r.g.found)
	return n > 0 && r.g.found[n-1].at.Lo >= r.sentence.Lo && r.w.e.ending(listPointUnit, r.g.found[n-1].unit) != "" && !r.w.endsIn(listPointUnit, Range{int32(q.UnitFrom), int32(q.UnitTo)})
}

// growthOnly reports whether a phrase says only that something grows: 增长, (比上年)增.
func (r *reader) growthOnly(p Range) bool {
	if p.Len() == 1 {
		return r.w.single(listGrowthShort, p.Lo)
	}
	end, ok := r.w.hasAt(listGrowthWord, p.Lo)
	return ok && end == p.Hi
}

// doneBefore returns the verb and the object of a clause before that has no figure:
// 定期开展|食品抽检.
func (r *reader) doneBefore() Range {
	if r.before.Len() < 5 || r.hasFigure(r.before) {
		return Range{}
	}
	for i := r.before.Lo; i+3 < r.before.Hi; i++ {
		if end, ok := r.w.hasAt(listTargetVerb, i); ok && end+1 < r.before.Hi && r.before.Hi-end <= 16 && !r.suffixed(end) {
			return Range{i, r.before.Hi}
		}
	}
	return Range{}
}

// titleNoun returns the block's leading words where they only name something.
func (r *reader) titleNoun() Range {
	lead := r.leadRange()
	for lead.Len() > 0 && (EndsClause(r.t.R[lead.Hi-1]) || r.t.R[lead.Hi-1] == ' ') {
		lead.Hi--
	}
	lead = r.strip(lead)
	if lead.Len() > 12 || lead.Len() < 3 || r.startsVerb(lead.Lo) || r.hasFigure(lead) || r.measure(lead) || lead.Hi > r.sentence.Lo {
		return Range{}
	}
	if _, ok := r.w.hasAt(listTargetLead, lead.Lo); ok {
		return Range{}
	}
	if _, ok := r.w.hasAt(listCauseVerb, lead.Lo); ok {
		return Range{}
	}
	if _, ok := r.w.endIn(listEmptyTitle, lead); ok {
		return Range{}
	}
	return lead
}

// beforeColon returns the indicator that stands before a colon, its figure alone
// behind it: 人均公园绿地面积:15平方米.
func (r *reader) beforeColon(c Range) Range {
	if c.Lo < 1 || r.t.R[c.Lo-1] != ':' || r.before.Hi != c.Lo-1 || r.hasFigure(r.before) {
		return Range{}
	}
	p := r.strip(r.before)
	if p.Len() < 3 || !r.measure(p) && len(r.t.R) > 2*shortItem {
		return Range{}
	}
	if r.w.endsWith(listAnnouncingEnd, p.Hi) {
		return Range{}
	}
	return p
}

// startsFromBasis returns the measure of the clause before, which only says what it starts from:
// 死亡人数|在“十五”末的基础上,每年下降2.5%.
func (r *reader) startsFromBasis() Range {
	p := r.strip(r.before)
	if !r.w.endsIn(listBasisWord, p) || r.hasFigure(p) {
		return Range{}
	}
	for i := p.Lo + 3; i < p.Hi; i++ {
		if r.t.R[i] == '在' && r.measure(Range{p.Lo, i}) {
			return Range{p.Lo, i}
		}
	}
	return Range{}
}

// behindYearly leaves out the word at the head of a phrase by which it is said for each year:
// 每年|下降.
func (r *reader) behindYearly(p Range) Range {
	if end, ok := r.w.hasAt(listYearlyWord, p.Lo); ok && end < p.Hi {
		p.Lo = end
	}
	return p
}

// beforeMeasure returns the measure that the clause before speaks of without a
// figure: 企业数量实现倍增 → 企业数量.
func (r *reader) beforeMeasure() Range {
	if r.before.Len() < 4 || r.hasFigure(r.before) {
		return Range{}
	}
	p := r.strip(r.before)
	for i := p.Lo + 2; i < p.Hi; i++ {
		if _, ok := r.w.hasAt(listLevelVerb, i); !ok && !r.predicate(i) && !r.w.startsWith(listMultiplied, i) {
			continue
		}
		if r.measure(Range{p.Lo, i}) {
			return Range{p.Lo, i}
		}
	}
	return Range{}
}

// carries reports whether the verb kept from before holds here: in its own
// clause any does, in a later one only 新增 and its like.
func (r *reader) carries(c Range) bool {
	if r.keep.Lo >= c.Lo {
		return true
	}
	open := r.strip(c)
	if open.Lo > c.Lo {
		if _, ok := r.w.find(listRealise, Range{c.Lo, open.Lo}); ok { // 新建公路12公里,实现3个村脱贫
			return false
		}
	}
	return (r.t.R[r.keep.Lo] == '新' || r.t.R[r.keep.Lo] == '增') && open.Len() > 0 && r.t.R[open.Lo] != '新' && !r.startsVerb(open.Lo)
}

// routine reports whether a phrase is about the rhythm of office work: 每月调度.
func (r *reader) routine(p Range) bool {
	if r.measure(p) { // 每周锻炼一次以上的人数
		return false
	}
	for i := p.Lo; i+1 < p.Hi && i < p.Lo+6; i++ {
		if r.t.R[i] == '每' && r.w.single(listRhythmUnit, i+1) {
			return true
		}
	}
	return false
}

// lastTail returns what stands behind the last figure of a clause.
func (r *reader) lastTail(c Range) Range {
	for i := len(r.g.all) - 1; i >= 0; i-- {
		if f := &r.g.all[i]; f.in(c) {
			return Range{f.end, c.Hi}
		}
	}
	return Range{}
}

// allVerbs reports whether a phrase has verbs only, its object left out.
func (r *reader) allVerbs(p Range) bool {
	if p.Len() < 2 {
		return false
	}
	for p.Lo < p.Hi {
		end, ok := r.w.hasAt(listTargetVerb, p.Lo)
		if !ok || end > p.Hi {
			return false
		}
		p.Lo = end
	}
	return true
}

// allotted reports whether a phrase only says for whom: 每个设区市, 各县.
func (r *reader) allotted(p Range) bool {
	if p.Len() < 2 || r.t.R[p.Lo] != '每' && r.t.R[p.Lo] != '各' || r.perNumber(p) {
		return false
	}
	return r.place(p) || r.t.R[p.Hi-1] == ')' || r.w.endsWith(listVillageEnd, p.Hi)
}

// object returns what a clause says several of: 认定一批孵化基地 → 孵化基地.
func (r *reader) object(c Range) Range {
	t := r.t
	for i := c.Lo; i+3 < c.Hi; i++ {
		if t.R[i] == '一' && t.R[i+1] == '批' {
			return r.shorten(Range{i + 2, c.Hi})
		}
	}
	return Range{}
}

// lastObject returns the words behind the last verb of a clause: 支持甲市争创
// 国家试点 → 国家试点.
func (r *reader) lastObject(c Range) Range {
	for i := c.Hi - 3; i > c.Lo; i-- {
		if end, ok := r.w.hasAt(listTargetVerb, i); ok && end < c.Hi && c.Hi-end <= 20 && c.Hi-end >= 3 {
			return Range{end, c.Hi}
		}
	}
	return Range{}
}

// timed reports whether a duration measures something: 时间缩短至10小时.
func (r *reader) timed(p Range, hasLevel bool) bool {
	if p.Len() == 0 {
		return hasLevel && r.subject != nil
	}
	_, ok := r.w.find(listTimeNoun, p)
	return ok
}

// ofLevel reports whether a phrase is only a level: 市(州)级.
func (r *reader) ofLevel(p Range) bool { return p.Len() > 1 && p.Len() <= 7 && r.t.R[p.Hi-1] == '级' }

// quoted reports whether a phrase is one quotation.
func (r *reader) quoted(p Range) bool {
	return p.Len() > 2 && r.t.R[p.Lo] == '“' && r.t.R[p.Hi-1] == '”'
}

// sumNoun returns what a sum later in the sentence counts: “甲”3座、“乙”2座,共计5座桥.
func (r *reader) sumNoun(f *figure) Range {
	t := r.t
	for i := f.end; i+2 < r.sentence.Hi; i++ {
		if t.R[i] != '计' && t.R[i] != '共' || !isDigit(t.R[i+1]) {
			continue
		}
		var q quantity.Quantity
		if quantity.Default().Parse(t.R[:r.sentence.Hi], int(i+1), &q) {
			p := Range{int32(q.End), int32(q.End)}
			for p.Hi < r.sentence.Hi && !EndsClause(t.R[p.Hi]) {
				p.Hi++
			}
			return p
		}
	}
	return Range{}
}
