package extract

import (
	"slices"
	"strings"

	"plangraph/internal/hanzi"
)

// Goals in words beside goals in figures: 居民收入与经济增长同步, 较大火灾事故零发生.

// wordGoals reads goals in words in a sentence that holds figures, too: 居民收入
// 与经济增长同步, 出口总额保持适度增长.
func (r *reader) wordGoals(s Range) {
	for lo := s.Lo; lo < s.Hi; {
		hi := lo
		for hi < s.Hi && (!EndsClause(r.t.R[hi]) || r.t.R[hi] == ':' && r.named(Range{lo, hi})) {
			hi++
		}
		c := Range{lo, hi}
		lo = hi + 1
		if at, ranked := r.rank(c); !ranked && r.hasFigure(c) || ranked && r.hasFigure(Range{c.Lo, at}) {
			continue
		}
		if c.Len() > 2 && r.t.R[c.Hi-1] == ')' { // (预期性)
			if b := r.t.closing(c.Hi - 1); b >= 0 && r.t.Brackets[b].Open > c.Lo+4 {
				c.Hi = r.t.Brackets[b].Open
			}
		}
		for mark := r.goalMark(c); mark > c.Lo; mark = r.goalMark(c) { // 收入和经济同步、报酬和生产率同步
			r.wordGoal(Range{c.Lo, mark})
			c.Lo = mark + 1
		}
		if c.Len() >= 4 && !r.handedDown(c) {
			r.wordGoal(c)
		}
	}
}

// handedDown reads a goal that is named by who set it before it says what it is: 完成省下达的
// 节能减排任务, of 节能减排 完成省下达的任务. It reports whether the clause is one.
func (r *reader) handedDown(c Range) bool {
	const longestGiver = 10 // characters: 国家和自治区
	w, t := r.w, r.t
	noun, ok := w.hasEnd(listTaskNoun, c.Hi)
	if !ok {
		return false
	}
	done, ok := w.find(listAllDone, Range{c.Lo, noun})
	if !ok || w.skip(r.afterPeriod(c), done.Lo, listTargetLead) != done.Lo { // no other body is to fulfil it
		return false
	}
	set, ok := w.find(listSetBy, Range{done.Hi, noun})
	if !ok || set.Lo-done.Hi > longestGiver || slices.Contains(t.R[done.Hi:set.Lo], '《') { // 《纲要》确定的: the plan's own
		return false
	}
	name := Range{set.Hi, noun}
	if name.Len() > 0 && t.R[name.Lo] == '的' {
		name.Lo++
	}
	if etc := w.etc(name); etc > 0 { // 节能减排等各项
		name.Hi = etc
	}
	value := t.Written(Range{done.Lo, name.Lo}) + t.Written(Range{noun, c.Hi})
	for _, name := range r.measures(name) {
		if r.namesMeasure(name) {
			r.g.found = append(r.g.found, goal{frame: frameWords, name: []Range{name}, op: "text", value: value, year: r.yearAt(c), nature: r.nature(), at: Range{done.Lo, c.Hi}})
		}
	}
	return true
}

// namesMeasure reports whether a name ends in what a goal in words may be set for, or in how
// that is to change: 减排, 二氧化碳排放降低.
func (r *reader) namesMeasure(name Range) bool {
	lo, ok := r.wordMeasure(name.Hi)
	if !ok {
		lo, ok = r.w.hasEnd(listGrowthWord, name.Hi)
	}
	return ok && lo >= name.Lo
}

// goalMark returns the mark of a list behind the first of several goals in words, each with
// a predicate of its own; 0 for none.
func (r *reader) goalMark(c Range) int32 {
	for i := c.Lo + 6; i+6 < c.Hi; i++ {
		if r.t.R[i] != '、' {
			continue
		}
		if lo, ok := r.w.hasEnd(listWordGoal, i); ok && lo > c.Lo+3 {
			return i
		}
	}
	return 0
}

// named reports whether a phrase before a colon is an indicator: 人均收入增长:与经济同步.
func (r *reader) named(p Range) bool {
	p = r.strip(p)
	return p.Len() >= 4 && r.measure(p) && !r.hasFigure(p)
}

// wordGoal reads one clause that ends in a goal in words: its measure, then what it is to be.
func (r *reader) wordGoal(c Range) {
	const shortest = 6 // characters
	lo, ok := r.w.hasEnd(listWordGoal, c.Hi)
	if !ok {
		lo, ok = r.rank(c)
	}
	if !ok || lo <= c.Lo {
		return
	}
	p := r.strip(c)
	attrs := r.w.attrs(listWordGoal, Range{lo, c.Hi})
	if attrs["zero"] == "yes" { // 较大火灾事故零发生
		r.zeroGoal(c, p, lo)
		return
	}
	if c.Len() < shortest {
		return
	}
	at := r.wordsFrom(p, Range{lo, c.Hi}, attrs["change"] == "yes")
	if attrs["with"] != "" {
		at = r.sharesFrom(p, lo, attrs["with"] == "some")
	}
	if at == 0 || at >= lo && attrs["noun"] == "yes" {
		return
	}
	if lead := r.t.Block.Lead; at >= lo && lead.Start <= int(r.t.off[p.Lo]) && int(r.t.off[p.Lo]) < lead.End { // ——综合能力稳步提高。…: the item's title
		return
	}
	value := Range{at, c.Hi}
	if r.t.R[at] == ':' {
		value.Lo++
	}
	for _, name := range r.measures(Range{p.Lo, at}) {
		r.foundInWords(c, p, append(r.measuredBefore(name), name), value)
	}
}

// foundInWords adds the goal of the clause c that an indicator is to be what value says.
func (r *reader) foundInWords(c, p Range, name []Range, value Range) {
	r.g.found = append(r.g.found, goal{frame: frameWords, name: name, op: "text", value: r.t.Written(value), year: r.yearAt(c), nature: r.nature(), at: Range{p.Lo, c.Hi}})
}

// zeroGoal reads a clause that says from lo on that something is not to be at all.
func (r *reader) zeroGoal(c, p Range, lo int32) {
	const shortest, longest = 3, 20 // characters of the name
	name := Range{p.Lo, lo}
	for at, ok := r.w.endIn(listLevelVerb, name); ok; at, ok = r.w.endIn(listLevelVerb, name) {
		name.Hi = at
	}
	if n := name.Len(); n < shortest || n > longest || r.startsVerb(name.Lo) {
		return
	}
	if first := r.t.R[name.Lo]; hanzi.Is(first) || first == '“' {
		r.foundInWords(c, p, []Range{name}, Range{lo, c.Hi})
	}
}

// wordsFrom returns where the predicate of the goal's words begins: behind the last measure before
// them; 0 for none. What it compares with may hold a measure, too (居民收入增长|与经济增长同步).
func (r *reader) wordsFrom(p, words Range, change bool) (at int32) {
	t := r.t
	for i := words.Lo; i > p.Lo+1; i-- {
		head, ok := r.wordMeasure(i)
		if !ok || head < p.Lo {
			if head, ok = r.w.hasEnd(listGrowthWord, i); !ok || head < p.Lo+2 || t.R[i] != '与' && t.R[i] != '和' && t.R[i] != '同' {
				continue
			}
		}
		if change && t.R[i] == '和' { // 竞争力和影响力稳步提升
			return words.Lo
		}
		if together := t.R[i] == '与' || t.R[i] == '和'; together && (at == 0 || t.R[i] == '与' || inStep(t, Range{at, words.Hi})) || at == 0 && r.predicate(i) {
			at = i
		} else if t.R[i] == ':' {
			return i
		}
	}
	return at
}

// sharesFrom returns where it begins with what an indicator is to go together, which is no part of
// its name: 最低标准|与全省平均水平同步增长; 0 for nowhere. Words that some indicators have by
// themselves (居民收入|同步增长) need none.
func (r *reader) sharesFrom(p Range, lo int32, alone bool) int32 {
	const shortest = 3 // characters of the name
	at := lo - 1
	for at > p.Lo && r.t.R[at] != '与' && r.t.R[at] != '同' {
		at--
	}
	if at >= p.Lo+shortest {
		return at
	}
	if _, measured := r.wordMeasure(lo); alone && measured {
		return lo
	}
	return 0
}

// measuredBefore returns what a goal in words that names only a measure of it leaves out, which
// the last goal before it in the sentence says: 营业收入达到30亿元,|增幅|高于全县平均水平.
func (r *reader) measuredBefore(name Range) []Range {
	if !r.partial(name) || r.t.R[name.Lo] != '占' && r.w.attrs(listPartialNoun, name)["strip"] == "yes" {
		return nil
	}
	for i := len(r.g.found) - 1; i >= 0; i-- {
		if g := &r.g.found[i]; g.at.Lo >= r.sentence.Lo && g.at.Hi <= name.Lo && g.frame != frameWords {
			return slices.Clone(g.name)
		}
	}
	return nil
}

// rank returns where the words of a rank begin that a clause ends in: 经济总量进入|全省前5位,
// 综合实力迈入|全国百强.
func (r *reader) rank(c Range) (int32, bool) {
	t := r.t
	hi := c.Hi
	if hi > c.Lo && strings.ContainsRune("位名强", t.R[hi-1]) {
		hi--
	}
	lo := hi
	for lo > c.Lo && (t.R[lo-1] >= '0' && t.R[lo-1] <= '9' || t.R[lo-1] == '百' || several(t.R[lo-1])) {
		lo--
	}
	strong := hi < c.Hi && t.R[hi] == '强' && r.w.endsWith(listWholePlace, lo)
	if lo == hi || lo < c.Lo+6 || t.R[lo-1] != '前' && !strong {
		return 0, false
	}
	for lo--; lo > c.Lo+2; lo-- {
		if at, ok := r.w.hasEnd(listLevelVerb, lo); ok && at > c.Lo+1 {
			return lo, true
		}
		if _, ok := r.w.hasAt(listGoalPredicate, lo); ok {
			return lo + 1, true
		}
	}
	return 0, false
}

// inStep reports whether the words of a goal say that two things keep step, so that 和
// before them joins the two.
func inStep(t *Text, p Range) bool {
	for i := p.Lo; i+1 < p.Hi; i++ {
		if t.R[i] == '同' && t.R[i+1] == '步' {
			return true
		}
	}
	return false
}

// measures parts a list of indicators, each of which ends in a word of measure
// (床位数、就诊人数); what is no such list is one name.
func (r *reader) measures(p Range) []Range {
	parts := r.members(p)
	for _, m := range parts {
		if lo, ok := r.w.hasEnd(listMeasureHead, m.Hi); !ok || lo <= m.Lo {
			return []Range{p}
		}
	}
	return parts
}

// wordMeasure returns where a word begins that ends at pos and names what a goal in words
// may be set for.
func (r *reader) wordMeasure(pos int32) (int32, bool) {
	if lo, ok := r.w.hasEnd(listMeasureHead, pos); ok {
		return lo, true
	}
	return r.w.hasEnd(listWordMeasure, pos)
}

// predicate reports whether a goal in words may begin at pos.
func (r *reader) predicate(pos int32) bool {
	_, ok := r.w.hasAt(listGoalPredicate, pos)
	return ok
}
