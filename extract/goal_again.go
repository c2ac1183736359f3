package extract

import (
	"slices"

	"plangraph/internal/hanzi"
)

// Figures behind 分别 or 均 whose names the clause before gave: 生猪出栏50万头,肉牛存栏8万头,
// 分别增长5%和7%.

// respectivelyAsBefore makes goals of figures behind 分别 whose names are those of the clause
// before, or are told by years; p is what stands before 分别. done says that it decides.
func (r *reader) respectivelyAsBefore(c, word, p Range, first, n int) (ok, done bool) {
	mid := Range{word.Hi, r.g.all[first].start}
	if years := r.yearsBefore(word.Lo, n); years != nil && p.Len() == 0 { // 2030年、2031年分别新增泊位6千个、8千个
		if end, ok := r.w.hasAt(listTargetVerb, mid.Lo); ok && end < mid.Hi-1 {
			if r.w.attrs(listTargetVerb, Range{mid.Lo, end})["keep"] != "yes" {
				mid.Lo = end
			}
			return r.byYear(c, mid, Range{mid.Hi, mid.Hi}, first, years, r.base), true
		}
	}
	if r.w.isWord(listYearlyAlone, p) || r.countsIndicators(p, n) || p.Len() == 0 && r.hasFigure(r.before) && r.growthOnly(mid) {
		return r.grownAsBefore(c, word, first, n), true
	}
	done = r.partWord(p) && r.partsAsBefore(c, p, word, first, n)
	return done, done
}

// namedBefore returns the list that the clause before 分别 names: 甲和乙|在2022年的基础上
// 实现倍增,分别超过….
func (r *reader) namedBefore() Range {
	w, t := r.w, r.t
	p := r.strip(r.before)
	if p.Len() == 0 && r.before.Lo > r.sentence.Lo+2 { // 甲、乙年均增长5%,到2031年,分别达到…
		lo := r.before.Lo - 1
		for lo > r.sentence.Lo && !EndsClause(t.R[lo-1]) {
			lo--
		}
		p = r.strip(Range{lo, r.before.Lo - 1})
	}
	for i := p.Lo + 2; i < p.Hi; i++ {
		if end, lead := w.hasAt(listTargetLead, i); lead && end > i+1 || t.R[i] == '在' || t.R[i] == '比' || t.R[i] == '较' || t.R[i] == '按' || w.startsWith(listYearlyWord, i) || w.startsWith(listRespective, i) {
			p.Hi = i
			break
		}
	}
	return p
}

// countsIndicators reports whether a phrase only says how many indicators were named
// before: 上述三项指标.
func (r *reader) countsIndicators(p Range, n int) bool {
	t := r.t
	if p.Len() < 4 || p.Len() > 9 || !r.w.endsIn(listIndicatorWord, p) {
		return false
	}
	p.Hi -= 2
	if c := t.R[p.Hi-1]; c != '项' && c != '个' && c != '大' {
		return false
	}
	p.Hi--
	if end, ok := r.w.hasAt(listAforesaid, p.Lo); ok {
		p.Lo = end
	}
	return p.Len() == 1 && (t.R[p.Lo] == rune('0'+n) || hanzi.Digit(t.R[p.Lo]) == n)
}

// eachAsBefore says one figure of change of all goals that a list was given last: 氨氮、总磷排放量
// 分别控制在2万吨、1万吨,比2030年分别|下降8%.
func (r *reader) eachAsBefore(c, word Range, first int) bool {
	p, base := r.uncompare(r.strip(Range{c.Lo, word.Lo}), r.base)
	mid := Range{word.Hi, r.g.all[first].start}
	n := len(r.g.found)
	if p.Len() > 0 || n < 2 || !r.growthOnly(mid) {
		return false
	}
	last := &r.g.found[n-1]
	return r.goalsAgain(c, word, mid, first, base, func(g *goal) bool {
		return g.frame == frameSpread && g.at == last.at && g.at.Lo >= r.sentence.Lo
	})
}

// evenlyAsBefore says one figure of change of all goals of the clause before: 单产达到500公斤、
// 总产达到3万吨,均|比2030年增长8%.
func (r *reader) evenlyAsBefore(c, word Range, first int) bool {
	f := &r.g.all[first]
	mid, base := r.uncompare(Range{word.Hi, f.start}, r.base)
	if !f.q.Double && !r.growthOnly(mid) {
		return false
	}
	return r.goalsAgain(c, word, mid, first, base, func(g *goal) bool {
		return g.at.Lo >= r.before.Lo && g.at.Hi <= r.before.Hi
	})
}

// goalsAgain makes goals of the figure first, a change that mid names, for all goals found last
// that are meant; false where these are no two.
func (r *reader) goalsAgain(c, word, mid Range, first, base int, meant func(g *goal) bool) bool {
	k := len(r.g.found)
	for k > 0 && meant(&r.g.found[k-1]) {
		k--
	}
	if len(r.g.found)-k < 2 {
		return false
	}
	f := r.g.all[first]
	for _, was := range slices.Clone(r.g.found[k:]) {
		if g := r.emit(frameSpread, &f, c, slices.Concat(was.name, nonEmpty(mid)), base); g != nil {
			g.at = Range{word.Lo, f.end}
		}
	}
	return true
}

// grownAsBefore gives the n goals found last a figure each, of how they change or of another year:
// 生猪出栏50万头,肉牛存栏8万头,分别|增长5%和7%.
func (r *reader) grownAsBefore(c, word Range, first, n int) bool {
	mid, base := r.uncompare(Range{word.Hi, r.g.all[first].start}, r.base)
	if verbless := r.beforeLevel(mid); verbless.Len() > 0 {
		mid = verbless
	}
	k := len(r.g.found) - n
	if k < 0 {
		return false
	}
	if mid.Len() == 0 || mid.Len() <= 3 && r.levels(mid) { // 2030年分别达到…: what the list before named
		for i, g := range r.g.found[k:] {
			if f := &r.g.all[first+i]; r.w.e.sameUnit(g.unit) != r.w.e.sameUnit(string(r.t.R[f.q.UnitFrom:f.q.UnitTo])) && f.q.UnitTo > f.q.UnitFrom {
				return false
			}
		}
		mid = Range{}
	} else if !r.growthOnly(mid) || r.g.found[k].at.Lo < r.sentence.Lo {
		return false
	}
	yearly := Range{word.Lo, word.Lo} // 年均分别增长
	if lo, ok := r.w.endIn(listYearlyWord, Range{c.Lo, word.Lo}); ok {
		yearly.Lo = lo
	}
	last := first + n - 1
	for i, was := range slices.Clone(r.g.found[k:]) {
		f := r.g.all[first+i]
		if g := r.emit(frameSpread, &f, c, slices.Concat(was.name, nonEmpty(yearly, mid)), base); g != nil {
			r.lendBound(g, first+i, first, last)
			r.shareUnit(g, &r.g.all[last])
			g.at = Range{word.Lo, r.g.all[last].end}
		}
	}
	return true
}

// partsAsBefore gives a part the n goals found last, of another part, with a figure each:
// 城区供水率达到90%,污水处理率达到80%;|县城|分别达到70%、60%.
func (r *reader) partsAsBefore(c, part, word Range, first, n int) bool {
	k := len(r.g.found) - n
	if mid := (Range{word.Hi, r.g.all[first].start}); k < 0 || mid.Len() > 0 && !r.levels(mid) || part.Lo-r.g.found[k+n-1].at.Hi > 3 {
		return false
	}
	of := slices.Clone(r.g.found[k:])
	for i := range of {
		if f := &r.g.all[first+i]; of[i].unit != r.t.Written(Range{int32(f.q.UnitFrom), int32(f.q.UnitTo)}) {
			return false
		}
	}
	last := first + n - 1
	for i, was := range of {
		f := r.g.all[first+i]
		if g := r.emit(frameSpread, &f, c, append([]Range{part}, r.withoutPart(was.name)...), r.base); g != nil {
			r.lendBound(g, first+i, first, last)
			g.at = Range{part.Lo, r.g.all[last].end}
		}
	}
	return true
}
