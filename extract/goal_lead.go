package extract

// Clauses of manner and of place that stand before the name of an indicator.

// afterManner: 依托职业院校|建设基地, 结合旧城改造|新建公园.
func (r *reader) afterManner(p Range) int32 {
	const farthest = 20 // characters to the verb
	end, ok := r.w.hasAt(listMannerLead, p.Lo)
	if !ok || r.w.attrs(listMannerLead, Range{p.Lo, end})["doing"] == "" {
		return p.Lo
	}
	for i := end + 2; i+3 < p.Hi && i < end+farthest; i++ {
		next, verb := r.w.hasAt(listTargetVerb, i)
		if verb && next+4 <= p.Hi && r.startsVerb(next) { // 结合旧城改造|新建公园
			continue
		}
		if verb && next+2 <= p.Hi && !r.suffixed(next) {
			return i
		}
	}
	return p.Lo
}

// afterPlace returns where a clause goes on behind the place that it begins with or the
// way of reckoning: 在黄土高原|建设淤地坝, 按可比价计算|达到.
func (r *reader) afterPlace(p Range) int32 {
	if r.t.R[p.Lo] == '按' {
		for i := p.Lo + 2; i+2 <= p.Hi && i < p.Lo+16; i++ {
			if end, ok := r.w.hasAt(listReckonedWord, i); ok {
				return end
			}
		}
		return p.Lo
	}
	const farthest, farthestOfMany = 12, 40 // characters of one place, of several: 在甲、乙等路口|新建
	longest := int32(farthest)
	for i := p.Lo + 3; i+4 <= p.Hi && i < p.Lo+longest; i++ {
		if isJoin(r.t.R[i-1]) {
			longest = farthestOfMany
		}
		if r.t.R[i-1] == '的' {
			break
		}
		if r.startsVerb(i) {
			return i
		}
	}
	return p.Lo
}
