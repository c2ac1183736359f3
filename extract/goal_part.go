package extract

import (
	"slices"
	"strings"

	"plangraph/quantity"
)

// Figures of the parts of a total, or of an indicator: 新建水窖60口,其中甲乡20口;
// 入学率达到95%,女童93%.

// totalOf notes what the clause gives the parts of, where it begins with 其中 or opens a
// bracket behind a figure: 新建水窖60口,其中甲乡20口.
func (r *reader) totalOf(c Range) {
	lead := r.w.startsWith(listPartLead, c.Lo)
	opens := r.inside && c.Lo > 1 && r.t.R[c.Lo-1] == '('
	n := len(r.g.found)
	if !lead && !opens || n == 0 {
		return
	}
	g := &r.g.found[n-1]
	if from := r.sentence.Lo; g.at.Lo < from && !(lead && c.Lo == from && r.closesSentence(g, from)) || opens && g.at.Hi < c.Lo-1 { // …120公里。其中:甲区50公里
		return
	}
	if g.unit != "" && (g.frame == frameLevel || g.frame == frameCount) {
		r.total, r.sumUnit = append([]Range(nil), g.name...), g.unit
	}
}

// sameLater returns the name of the goal that a sentence sets anew for a later year without
// naming it: 到2030年产量达到3万吨;到2035年达到6万吨. Of a total and its parts it is the total.
func (r *reader) sameLater(q *quantity.Quantity) []Range {
	n := len(r.g.found)
	if r.year == 0 || n == 0 || r.sentence.Lo == 0 || r.hasFigure(Range{r.sentence.Lo, int32(q.From)}) {
		return nil
	}
	prev := r.sentence.Lo - 1 // where the sentence before begins
	for prev > 0 && !EndsSentence(r.t.R[prev-1]) {
		prev--
	}
	unit := r.w.e.sameUnit(r.t.Written(Range{int32(q.UnitFrom), int32(q.UnitTo)}))
	for i := n - 1; i >= 0 && r.g.found[i].at.Lo >= prev; i-- {
		g := &r.g.found[i]
		if part := r.partsFrom(prev, g.at.Lo); part || r.w.e.sameUnit(g.unit) != unit {
			continue
		}
		if g.frame == frameLevel && g.year > 0 && g.year < r.year {
			return g.name
		}
		break
	}
	return nil
}

// partsFrom reports whether 其中 stands between two positions: what is behind are parts.
func (r *reader) partsFrom(lo, hi int32) bool {
	_, ok := r.w.find(listPartLead, Range{lo, hi})
	return ok
}

// closesSentence reports whether a goal, or the bracket that holds it or stands behind it,
// ends the sentence before from.
func (r *reader) closesSentence(g *goal, from int32) bool {
	if from < 2 || r.t.R[from-2] != ')' {
		return from-1 == g.at.Hi
	}
	b := r.t.closing(from - 2)
	return g.at.Hi == from-2 || b >= 0 && r.t.Brackets[b].Open == g.at.Hi
}

// partOfTotal reports whether a phrase names a part of the total (甲乡, 甲镇): a place, in a
// bracket any short name; its figure has the total's unit.
func (r *reader) partOfTotal(p Range, unit string) bool {
	if r.total == nil || p.Len() < 2 || p.Len() > 9 || unit != r.sumUnit && r.w.e.sameUnit(unit) != r.w.e.sameUnit(r.sumUnit) || r.startsVerb(p.Lo) || r.measure(p) || r.partial(p) {
		return false
	}
	p, _ = r.beforeGrowth(p)
	if last := r.total[len(r.total)-1]; last.Len() > 2 && p.Len() > 2 && t2(r.t, last) == t2(r.t, p) { // 4A级以上景区50家,其中5A级景区2家
		return false
	}
	if r.partWord(p) || r.inside && p.Len() <= 4 && r.t.R[p.Hi-1] != '”' && !r.w.single(listCountedEnd, p.Hi-1) {
		return true
	}
	return r.partClass(p) && (r.measure(r.total[len(r.total)-1]) || !r.doer(p))
}

// partClass reports whether a phrase names one of those that a total is parted among: 甲乡,
// 乡镇企业.
func (r *reader) partClass(p Range) bool {
	_, ok := r.w.hasEnd(listPartEnd, p.Hi)
	return ok
}

// partOfTopic reports whether a phrase only says for whom the topic of the sentence is given.
func (r *reader) partOfTopic(p Range) bool {
	return r.partWord(p) || r.placeList(p) || r.partClass(p) && !r.measure(p)
}

// doer reports whether a part is one of a class of doers (乡镇企业), which only a measure is
// parted among: 排放量, not 园区.
func (r *reader) doer(p Range) bool {
	lo, ok := r.w.hasEnd(listPartEnd, p.Hi)
	return ok && r.w.attrs(listPartEnd, Range{lo, p.Hi})["measure"] == "yes"
}

// partial reports whether a phrase needs the subject of the clause before: 总量,
// 占全市比重.
func (r *reader) partial(p Range) bool {
	if r.t.R[p.Lo] == '占' {
		return true
	}
	end, ok := r.w.hasAt(listPartialNoun, p.Lo)
	return ok && end == p.Hi
}

// isPart reports whether a phrase names a part of what the clause before
// measured: 农村87%以上.
func (r *reader) isPart(p Range) bool {
	return (r.measured || r.inside || r.ofLevel(p) && len(r.subject) > 0 && r.startsPart(r.subject[0])) && r.partWord(p)
}

// inUnit reports whether a figure has the unit of the goal before, as those of its parts have,
// maybe shortened: 吨标准煤, 吨.
func (r *reader) inUnit(q *quantity.Quantity) bool {
	n := len(r.g.found)
	if n == 0 {
		return true
	}
	unit := r.t.Written(Range{int32(q.UnitFrom), int32(q.UnitTo)})
	whole := strings.TrimLeft(r.g.found[n-1].unit, "萬億")
	return strings.HasPrefix(whole, unit) || r.w.e.sameUnit(unit) == r.w.e.sameUnit(whole)
}

// narrower returns what the subject measures where a phrase names a narrower class of what it is
// measured for: 规模养殖场|设施配套率达到95%,其中大型规模养殖场达到100%.
func (r *reader) narrower(p Range) Range {
	const shortest = 3
	if r.measure(p) {
		return Range{}
	}
	first := r.subject[0]
	for n := min(int32(p.Len())-1, int32(first.Len())-2); n >= shortest; n-- {
		if slices.Equal(r.t.R[p.Hi-n:p.Hi], r.t.R[first.Lo:first.Lo+n]) {
			return Range{first.Lo + n, first.Hi}
		}
	}
	return Range{}
}

func (r *reader) startsPart(p Range) bool {
	end, ok := r.w.hasAt(listPartWord, p.Lo)
	return ok && end < p.Hi
}

// withoutPart leaves out the part that a subject begins with, for another one
// takes its place: 城市污水处理率达到98%,农村65%.
func (r *reader) withoutPart(subject []Range) []Range {
	first := subject[0]
	end, ok := r.w.hasAt(listPartWord, first.Lo)
	if !ok || end >= first.Hi {
		return subject
	}
	if above, ok := r.w.hasAt(listAboveWord, end); ok && above < first.Hi {
		end = above
	}
	return append([]Range{{end, first.Hi}}, subject[1:]...)
}

func (r *reader) partWord(p Range) bool {
	if end, ok := r.w.hasAt(listPartWord, p.Lo); ok && end == p.Hi {
		return true
	}
	return p.Len() > 1 && p.Len() <= 4 && r.place(p) || r.ofLevel(p)
}

// parts reads a measure that is set for several in turn: 班额控制在小学45人、初中50人以内.
func (r *reader) parts(f *figure, c, p Range, hasLevel bool) bool {
	const longest = 4
	part := p
	if of := r.partsOf; of.Len() == 0 || hasLevel || p.Len() < 2 || p.Len() > longest {
		found := false
		for i := p.Lo + 2; i+2 < p.Hi && !found && !hasLevel; i++ {
			if end, ok := r.w.hasAt(listLevelVerb, i); ok && p.Hi-end >= 2 && p.Hi-end <= longest && r.measure(Range{p.Lo, i}) {
				r.partsOf, part, found = Range{p.Lo, i}, Range{end, p.Hi}, true
			}
		}
		if !found || f.end >= c.Hi || r.t.R[f.end] != '、' {
			r.partsOf = Range{}
			return false
		}
	}
	g := r.emit(frameLevel, f, c, []Range{part, r.partsOf}, r.base)
	for i := range r.g.all { // 以内 behind the last is for all
		if last := &r.g.all[i]; g != nil && g.op == quantity.EQ && last.from > f.from && last.to <= c.Hi && last.q.Bounded == quantity.After {
			g.op = last.q.Op
		}
	}
	return true
}

// subjectStem returns the subject without its growth word, and with strip
// without its measure (粮食播种面积 → 粮食).
func (r *reader) subjectStem(strip bool) []Range {
	out := append([]Range(nil), r.subject...)
	if len(out) == 0 {
		return nil
	}
	last := &out[len(out)-1]
	if out[0].Len() > 2 {
		if end, ok := r.w.hasAt(listTargetVerb, out[0].Lo); ok && end < out[0].Hi && !r.suffixed(end) && !r.w.belongsOn(listTargetVerb, out[0].Lo, end) {
			out[0].Lo = end
		}
	}
	for {
		lo, ok := r.w.hasEnd(listGrowthWord, last.Hi)
		if !ok || lo <= last.Lo {
			break
		}
		last.Hi = lo
	}
	for i := range r.g.periods { // 能耗比2030年|下降: what it was compared with goes, too
		if pd := &r.g.periods[i]; pd.p.Compared && pd.hi == last.Hi && pd.lo > last.Lo+2 {
			last.Hi = pd.lo - 1
		}
	}
	if strip {
		if lo, ok := r.w.hasEnd(listMeasureTail, last.Hi); ok && lo > last.Lo {
			last.Hi = lo
		}
	}
	return out
}

// t2 returns the last two characters of a name.
func t2(t *Text, r Range) [2]rune { return [2]rune{t.R[r.Hi-2], t.R[r.Hi-1]} }

// ofPlaces returns what a clause that only names places sets for them: the indicator of
// the goal before, without the place that it may begin with, and without its growth where
// the clause says its own (全市能耗下降5%,甲县、乙县分别下降4%、6%).
func (r *reader) ofPlaces(grows bool) []Range {
	n := len(r.g.found)
	if n == 0 || r.g.found[n-1].at.Lo < r.sentence.Lo {
		return nil
	}
	name := r.g.found[n-1].name
	if r.areas == n {
		name = r.areaOf
	}
	name = append([]Range(nil), name...)
	if len(name) > 1 && (r.placeList(name[0]) || len(r.total) > 0 && len(name) == len(r.total)+1 && name[1] == r.total[0]) {
		name = name[1:]
	}
	for i := name[0].Lo + 2; i+2 <= name[0].Hi && i < name[0].Lo+8; i++ { // 乙县|产值
		if r.placeName(Range{name[0].Lo, i}) {
			name[0].Lo = i
			break
		}
	}
	last := &name[len(name)-1]
	if lo, ok := r.w.hasEnd(listGrowthWord, last.Hi); grows && ok && lo >= last.Lo {
		if last.Hi = lo; last.Len() == 0 {
			name = name[:len(name)-1]
		}
	}
	for i := range r.g.periods {
		if pd := &r.g.periods[i]; grows && len(name) > 0 && pd.p.Compared && pd.hi == name[len(name)-1].Hi {
			name[len(name)-1].Hi = pd.lo - 1
		}
	}
	if len(name) == 0 { // nothing but growth: 提高5%,甲县、乙县均提高3%
		return nil
	}
	return name
}

// noteAreas remembers the indicator that goals for places were made of.
func (r *reader) noteAreas(of []Range) {
	if of != nil {
		r.areas, r.areaOf = len(r.g.found), of
	}
}

// areaGoal reads a figure that only a place stands before, or a place and words of
// growth or level: 甲县下降4%, 甲县、乙县40处. Its indicator is that of the goal before, and
// so is its bound where a list goes on.
func (r *reader) areaGoal(f *figure, c, place, verb Range) bool {
	q := &f.q
	n := len(r.g.found)
	if n == 0 || !r.placeList(place) {
		return false
	}
	before := r.g.found[n-1]
	if unit := r.t.Written(Range{int32(q.UnitFrom), int32(q.UnitTo)}); r.w.e.sameUnit(unit) != r.w.e.sameUnit(before.unit) {
		return false
	}
	grows := r.grows(verb)
	if lo, ok := r.w.endIn(listLevelVerb, verb); ok {
		verb.Hi = lo
	}
	of := r.ofPlaces(grows)
	if of == nil {
		return false
	}
	follows := r.areas == n && int(place.Hi) == int(f.from)
	g := r.emit(frameLevel, f, c, append([]Range{place}, append(of[:len(of):len(of)], nonEmpty(verb)...)...), r.base)
	if g != nil && follows && g.op == quantity.EQ {
		g.op = before.op
	}
	r.noteAreas(of)
	return true
}

// beforeGrowth parts a phrase before the verb of growth that it ends in.
func (r *reader) beforeGrowth(p Range) (head, verb Range) {
	if lo, ok := r.w.endIn(listGrowthWord, p); ok {
		return Range{p.Lo, lo}, Range{lo, p.Hi}
	}
	return p, Range{p.Hi, p.Hi}
}

// placeList reports whether a phrase only names places: 甲县、乙县, 其余3县.
func (r *reader) placeList(p Range) bool {
	if p.Len() < 2 {
		return false
	}
	for _, m := range r.members(p) {
		if !r.placeName(m) {
			return false
		}
	}
	return true
}

// placeName reports whether a phrase has the form of one place's name, or of the rest of
// them: 甲县, 其余3县; a kind of place (示范区, 社区) has not.
func (r *reader) placeName(p Range) bool {
	const longest = 9
	if p.Len() < 2 || p.Len() > longest {
		return false
	}
	if _, kind := r.w.hasEnd(listPlaceKind, p.Hi); kind && r.w.e.places.at(r.t.R, p.Lo) != p.Hi { // 丰城市 is a place
		return false
	}
	_, ok := r.w.hasEnd(listAreaEnd, p.Hi)
	return ok && !r.startsVerb(p.Lo)
}

// sameGrade puts a grade in the place of the one that the subject before begins or ends
// with: 创建A级6家、|B级|15家, 5A级景区2家、|4A级|3家; nil for what is no grade.
func (r *reader) sameGrade(p Range) []Range {
	const longest = 4
	if r.w.endsIn(listAboveWord, p) { // 10亿元以上项目9个,|20亿元以上|2个
		for i := r.subject[0].Lo + 2; i+3 < r.subject[0].Hi; i++ {
			if end, ok := r.w.hasAt(listAboveWord, i); ok {
				return append([]Range{p, {end, r.subject[0].Hi}}, r.subject[1:]...)
			}
		}
	}
	last := r.subject[len(r.subject)-1]
	if p.Len() > longest || last.Len() <= p.Len() || !r.grade(p) {
		return nil
	}
	if ends := (Range{last.Hi - 2, last.Hi}); r.grade(ends) {
		return append(append([]Range(nil), r.subject[:len(r.subject)-1]...), Range{last.Lo, last.Hi - int32(p.Len())}, p)
	}
	first := r.subject[0]
	for i := first.Lo + 2; i <= first.Lo+longest && i+1 < first.Hi; i++ {
		if r.grade(Range{first.Lo, i}) {
			return append([]Range{p, {i, first.Hi}}, r.subject[1:]...)
		}
	}
	for i := first.Lo + longest; i <= first.Lo+3*longest && i+1 < first.Hi; i++ { // 创建国家|5A级|旅游景区
		if lo := i - int32(p.Len()); r.grade(Range{lo, i}) {
			return append(nonEmpty(Range{first.Lo, lo}, p, Range{i, first.Hi}), r.subject[1:]...)
		}
	}
	return nil
}

// sameLevel puts a level in the place of the one that stands behind the verb of the subject
// before: 新建国家级示范区3处、|省级|5处.
func (r *reader) sameLevel(p Range) []Range {
	first := r.subject[0]
	end, ok := r.w.hasAt(listTargetVerb, first.Lo)
	if !ok || end >= first.Hi || !r.ofLevel(p) || !r.startsPart(Range{end, first.Hi}) {
		return nil
	}
	behind := append([]Range{{end, first.Hi}}, r.subject[1:]...)
	return append([]Range{{first.Lo, end}, p}, r.withoutPart(behind)...)
}

// grade reports whether a phrase ends as a grade does: 5A级, 三星级, 甲等.
func (r *reader) grade(p Range) bool {
	if p.Len() < 2 {
		return false
	}
	if _, ok := r.w.hasEnd(listGradeEnd, p.Hi); !ok {
		return false
	}
	_, ok := r.w.hasEnd(listGradeMark, p.Hi-1)
	return ok
}

// households reports whether two figures say how many of what the words left of them build there
// are and how far they reach, or how many families and their people: 衬砌渠道|6条14.3公里, 1200户4500人.
func (r *reader) households(f, next *figure, left Range) bool {
	if f.end != next.start || f.q.Family != quantity.Count {
		return false
	}
	switch next.q.Family {
	case quantity.Length, quantity.Area:
		return f.q.UnitTo > f.q.UnitFrom && next.q.Bounded == quantity.NoBound && r.startsVerb(r.strip(left).Lo)
	}
	return next.q.Family == quantity.Count && r.t.R[f.end-1] == '户' && r.t.R[next.end-1] == '人'
}
