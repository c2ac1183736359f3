package extract

import "plangraph/quantity"

// Sums and shares that a policy pays, and to whom, which are no goals: 每户补助3000元.

// pays reports whether a clause with the figures from first to last says what a policy pays.
func (r *reader) pays(c Range, first, last int) bool {
	if r.paid.Hi > 0 && r.paid == r.before && r.t.has(c.Lo, "其中") && r.sums(first, last) { // 每户补助3000元,|其中省级2000元
		r.paid = c
		return true
	}
	if !r.paying(c, first, last) {
		return false
	}
	r.paid = c
	return true
}

// paying reports whether the words of a clause say so.
func (r *reader) paying(c Range, first, last int) bool {
	word, ok := r.w.find(listPolicyWord, c)
	if !ok || r.suffixed(word.Hi) || r.w.belongsOn(listPolicyWord, word.Lo, word.Hi) { // 补贴性培训 is a kind of training
		return false
	}
	attrs, sums := r.w.attrs(listPolicyWord, word), r.sums(first, last)
	if !sums && (attrs["sum"] == "yes" || r.t.R[word.Lo] == '每') { // 资助学生2万人次, 每人每年不少于90学时
		return false
	}
	if r.raisesRate(c, word.Lo) || r.rated(first) && !r.w.startsWith(listRateWord, word.Hi) {
		return false
	}
	return r.g.all[first].q.Family != quantity.Ratio || attrs["share"] == ""
}

// norm reports whether a clause says by what measure something is to be provided, which is
// no goal: 新建小区按每百户不少于20平方米配建.
func (r *reader) norm(c Range, first, last int) bool {
	at := Range{c.Lo, r.g.all[first].start}
	area := r.g.all[last].q.Family == quantity.Area
	for i := at.Lo; i < at.Hi; i++ {
		if area && r.t.R[i] == '每' && i+2 < at.Hi && r.perNumber(Range{i, at.Hi}) { // 每百户配建用房不少于20平方米
			_, ok := r.w.find(listNormWord, Range{i, at.Hi})
			return ok
		}
		if r.t.R[i] == '按' {
			_, ok := r.w.find(listNormWord, Range{r.g.all[last].end, c.Hi})
			return ok
		}
	}
	return false
}

// condition reports whether a clause only says who gets what the next one grants: 对产值达到
// 2亿元的企业,|奖励….
func (r *reader) condition(c, open Range) bool {
	if _, ok := r.w.hasAt(listMannerLead, open.Lo); !ok || c.Hi >= r.sentence.Hi || r.t.R[c.Hi] != ',' {
		return false
	}
	next := c.Hi + 1
	for next < r.sentence.Hi && !EndsClause(r.t.R[next]) {
		next++
	}
	_, pays := r.w.find(listPolicyWord, Range{c.Hi, next})
	return pays
}

// raisesRate reports whether words that elsewhere open a sum paid by the head say what a
// standard is set to: 低保标准提高到|每人每月650元.
func (r *reader) raisesRate(c Range, pos int32) bool {
	lo, ok := r.w.hasEnd(listLevelVerb, pos)
	if !ok {
		lo, ok = r.w.hasEnd(listAtLeast, pos)
	}
	if !ok || lo <= c.Lo+2 {
		return false
	}
	for at, ok := r.w.hasEnd(listRateAdverb, lo); ok; at, ok = r.w.hasEnd(listRateAdverb, lo) {
		lo = at
	}
	_, ok = r.w.hasEnd(listRateHead, lo)
	return ok
}

// sums reports whether one of the figures is a sum of money or a share.
func (r *reader) sums(first, last int) bool {
	for i := first; i <= last; i++ {
		if f := r.g.all[i].q.Family; f == quantity.Money || f == quantity.Ratio || f == quantity.Rate {
			return true
		}
	}
	return false
}

// rated reports whether a share follows a measure (覆盖率100%): then it is no
// share that a policy pays.
func (r *reader) rated(i int) bool {
	f := &r.g.all[i]
	if f.q.Family != quantity.Ratio || f.start < 2 {
		return false
	}
	end := f.start
	if lo, ok := r.w.hasEnd(listLevelVerb, end); ok {
		end = lo
	}
	if end > 0 && r.t.R[end-1] == '均' {
		end--
	}
	return end > 0 && (r.t.R[end-1] == '率' || end > 1 && r.t.R[end-2] == '比' && r.t.R[end-1] == '例')
}
