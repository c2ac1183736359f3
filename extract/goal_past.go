package extract

import (
	"slices"
	"strings"

	"plangraph/plan"
	"plangraph/quantity"
)

// Whether a sentence or clause with a figure tells what was, which is no goal.

// tellsPast reports whether a sentence has a word of the past; a weak one (同比) counts
// only where the sentence does not say that it sets a goal.
func (r *reader) tellsPast(s Range) bool {
	for lo := s.Lo; lo < s.Hi; {
		word, ok := r.w.find(listPastWord, Range{lo, s.Hi})
		if !ok {
			return false
		}
		attrs := r.w.attrs(listPastWord, word)
		lo = word.Hi
		switch _, goal := r.w.find(listGoalWord, s); {
		case attrs["after"] != "" && word.Lo > 0 && strings.ContainsRune(attrs["after"], r.t.R[word.Lo-1]): // 学前三年 is no 前三年
		case attrs["span"] != "" && (r.year > 0 && r.w.firstYear() > 0 || r.spans(s, word.Lo)): // 五年累计完成投资
		case attrs["weak"] == "bound": // 完成年度任务的64%; but no 完成年度任务的50%以上
			if !goal && !r.bounded(s) {
				return true
			}
		case attrs["weak"] == "" && attrs["span"] == "":
			return true
		case attrs["span"] != "" && r.g.aim > 0: // what the years ahead add up to: 到2031年,…; 累计完成投资
		case !goal && !r.bounded(s) && len(r.g.found) == 0 && !r.w.inSection(listSectionGoals) && !r.inTaskTable() && !(attrs["weak"] == "planned" && r.planned()): // where goals are set 同比增长10% is one
			return true
		}
	}
	return false
}

// inTaskTable reports whether the block is a row of a table that charges bodies with tasks.
func (r *reader) inTaskTable() bool {
	if r.t.Block.Kind != plan.TableRow {
		return false
	}
	return slices.ContainsFunc(r.w.tableMatches(r.t.Block.Table), func(m tableMatch) bool {
		return strings.HasPrefix(m.rule.ID, "assignment.table")
	})
}

// tellsOn reports whether a sentence goes on with the report of the one before: 截至2030年底,
// 共有泵站40座。|其中,电动泵站25座。|累计铺设管道60公里。
func (r *reader) tellsOn(s Range) bool {
	if _, more := r.w.find(listPastMore, Range{s.Lo, min(s.Hi, s.Lo+8)}); !more {
		return false
	}
	return r.plainly(s)
}

// planned reports whether what a block compares with the year before is planned: the plan has a
// period of its own, and the block has not begun with what was.
func (r *reader) planned() bool { return r.w.firstYear() > 0 && !r.review && !r.told }

// ledByPast reports whether a sentence begins with a year before the plan's first and
// names none of its own.
func (r *reader) ledByPast(s Range) bool {
	if r.year > 0 {
		return false
	}
	for i := range r.g.periods {
		if p := &r.g.periods[i]; p.in(s) && (p.lo <= s.Lo+1 || EndsClause(r.t.R[p.lo-1]) || r.levelAt(p.hi)) && !p.p.Compared && !p.p.Relative && !p.p.Onward && p.p.End < r.w.firstYear() {
			return true
		}
	}
	return false
}

// stateOfYear reports whether a sentence of a text without a period of its own begins with a year,
// before those that it has set goals for, and says only what there was: 2029年,全市床位数3.4张.
func (r *reader) stateOfYear(s Range) bool {
	if r.w.firstYear() > 0 {
		return false
	}
	for i := range r.g.periods {
		p := &r.g.periods[i]
		if p.lo != s.Lo || p.p.Compared || p.p.Relative || p.p.Start != p.p.End && r.t.R[p.hi-1] != '末' || r.g.aim > 0 && p.p.End >= r.g.aim {
			continue
		}
		at := p.hi
		for at < s.Hi && r.w.single(listYearTail, at) && r.t.R[at] != '前' {
			at++
		}
		if at+1 >= s.Hi || r.t.R[at] != ',' {
			return false
		}
		end, ok := r.w.hasAt(listWholePlace, at+1)
		rest := Range{end, s.Hi}
		if !ok || r.bounded(s) || r.startsVerb(end) {
			return false
		}
		_, level := r.w.find(listLevelVerb, rest)
		_, grows := r.w.find(listGrowthWord, rest)
		return !level && !grows
	}
	return false
}

// reportsPart reports whether a sentence opens with a part of the year and says by how much what it
// measures grew in it, without a bound and a word of intent: 一季度,完成投资3亿元,增长8%.
func (r *reader) reportsPart(s Range) bool {
	end, ok := r.w.hasAt(listPartOfYear, s.Lo)
	if !ok || end >= s.Hi || !r.plainly(Range{end, s.Hi}) {
		return false
	}
	for i := range r.g.all {
		f := &r.g.all[i]
		if f.start < end || f.end > s.Hi || f.q.Family != quantity.Ratio || f.q.Bounded != quantity.NoBound {
			continue
		}
		if _, grew := r.w.endIn(listGrowthWord, Range{end, f.start}); grew {
			return true
		}
	}
	return false
}

// levelAt reports whether a verb of level stands at pos: 产量2029年|达到….
func (r *reader) levelAt(pos int32) bool {
	_, ok := r.w.hasAt(listLevelVerb, pos)
	return ok
}

// plainly reports whether a sentence names no year and no goal and gives no bound.
func (r *reader) plainly(s Range) bool {
	for i := range r.g.periods {
		if p := &r.g.periods[i]; p.in(s) && !p.p.Compared {
			return false
		}
	}
	if _, ok := r.w.find(listGoalWord, s); ok {
		return false
	}
	_, future := r.w.find(listFutureWord, s)
	return !future && !r.bounded(s)
}

// spans reports whether a count of years stands before pos in its clause: 5年累计完成.
func (r *reader) spans(s Range, pos int32) bool {
	return pos > s.Lo+1 && r.t.R[pos-1] == '年' && (isDigit(r.t.R[pos-2]) || strings.ContainsRune("三四五两十", r.t.R[pos-2]))
}

// bounded reports whether a figure of a sentence has a bound behind it (9%以上), as
// goals have and reports do not.
func (r *reader) bounded(s Range) bool {
	for i := range r.g.all {
		if f := &r.g.all[i]; f.in(s) && f.q.Bounded == quantity.After && f.q.Op != quantity.Approx {
			return true
		}
	}
	return false
}

// done reports whether a clause says what is done already; 已 before a noun's
// verb (和已建成小区) does not.
func (r *reader) done(c Range) bool {
	word, ok := r.w.find(listPastClause, c)
	if !ok {
		return false
	}
	if word.Lo > c.Lo && strings.ContainsRune(r.w.attrs(listPastClause, word)["after"], r.t.R[word.Lo-1]) { // 投资不低于上年水平, 标准达到上年度人均支出的60%
		return false
	}
	if c0 := r.t.R[word.Lo]; word.Lo > c.Lo+2 && (c0 == '上' || c0 == '去') { // 标准达到上年度人均支出的60%
		if _, level := r.w.find(listLevelVerb, Range{c.Lo + 2, word.Lo}); level {
			return false
		}
	}
	if r.w.attrs(listPastClause, word)["has"] == "yes" && !r.owns(word, c) {
		return false
	}
	if word.Lo > c.Lo {
		switch r.t.R[word.Lo-1] {
		case '和', '、', '对', '将', '及', '与', '把', '在', '由', '从', '比', '较':
			return false
		}
		if _, ok := r.w.endIn(listTargetVerb, Range{c.Lo, word.Lo}); ok && r.t.R[word.Lo] == '已' { // 收购已建成住房
			return false
		}
	}
	return true
}

// owns reports whether a word such as 现有 is the verb of its clause, which has no other and a
// figure: 全县|现有|耕地26万亩.
func (r *reader) owns(word, c Range) bool {
	if !r.hasFigure(Range{word.Hi, c.Hi}) || r.bounded(c) {
		return false
	}
	for _, part := range [...]Range{{c.Lo, word.Lo}, {word.Hi, c.Hi}} {
		if _, verb := r.w.find(listTargetVerb, part); verb {
			return false
		}
	}
	_, level := r.w.find(listLevelVerb, Range{word.Hi, c.Hi})
	return !level
}

// said reports whether a clause names a year to come.
func (r *reader) said(c Range) bool {
	for i := range r.g.periods {
		if p := &r.g.periods[i]; p.in(c) && !p.p.Compared && (p.p.Relative || r.yearOf(p) >= max(r.w.firstYear(), r.g.aim)) {
			return true
		}
	}
	return false
}

// willDo reports whether a sentence says what will be done: 五年间,全市将新建….
func (r *reader) willDo(s Range) bool {
	for i := s.Lo; i+2 < s.Hi; i++ {
		if r.t.R[i] == '将' && r.startsVerb(i+1) {
			return true
		}
	}
	return false
}
