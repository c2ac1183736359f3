package extract

import (
	"strings"

	"plangraph/quantity"
)

// Figures that count what stands behind them: 新建5所学校.

// eachSentence reports whether the sentence speaks of each of several (每个县,
// 各设区市, 至少), where a single thing is a goal.
func (r *reader) eachSentence() bool {
	for i := r.sentence.Lo; i < r.sentence.Hi; i++ {
		switch r.t.R[i] {
		case '每':
			return true
		case '各':
			if i+1 < r.sentence.Hi && r.w.single(listEachUnit, i+1) {
				return true
			}
		case '至':
			if i+1 < r.sentence.Hi && r.t.R[i+1] == '少' {
				return true
			}
		}
	}
	return false
}

// eachHas reports whether the words before a figure say that each of several has so many:
// 每个行政村有|1个以上健身组织.
func (r *reader) eachHas(p Range) bool {
	const shortest = 4
	return p.Len() >= shortest && r.t.R[p.Lo] == '每' && r.t.R[p.Hi-1] == '有'
}

// itemOfCounts reports whether the figure opens a short line below one of the same
// kind that set goals: 新增15家助餐点, then 2家服务中心 on a line of its own.
func (r *reader) itemOfCounts(f *figure) bool {
	return f.start <= 1 && len(r.t.R) <= shortItem && r.g.lastItem > 0 && r.g.lastItem == r.w.state.block
}

// countWords is a figure with the words around it as countGoal takes them apart.
type countWords struct {
	f       *figure
	clause  Range
	p       Range // the words before the figure
	verb    int32 // where the verb begins that ends them
	hasVerb bool
	tail    Range // the words behind the figure …
	noun    Range // … and those that it counts
	floor   bool  // 至少 or the like stands before it
}

// countGoal reads a verb, the figure, then the thing counted; with a ratio the thing that
// shares in something (95%以上县建立储备库).
func (r *reader) countGoal(f *figure, c, p Range, verb int32, hasVerb bool, tail Range) {
	w, t := r.w, r.t
	q := &f.q
	if q.Family == quantity.Time {
		if _, ok := w.endIn(listLevelVerb, p); ok && tail.Len() > 2 && t.R[tail.Lo] == '的' {
			r.emit(frameCount, f, c, []Range{{tail.Lo + 1, tail.Hi}}, r.base)
		}
		return
	}
	if end, ok := w.hasAt(listSpecUnit, int32(q.UnitFrom)); ok && end == int32(q.UnitTo) || f.noun.Len() > 0 {
		return // 提供100Mbps以上接入服务, 新建500张床位以上的医院
	}
	if q.Family == quantity.Money {
		r.sumGoal(f, c, Range{verb, p.Hi}, hasVerb || p.Len() == 0, tail)
		return
	}
	if _, ok := w.hasAt(listMannerLead, p.Lo); ok && (t.R[p.Lo] == '鼓' || t.R[p.Lo] == '有' || t.R[p.Lo] == '对' && hasVerb) {
		return
	}
	l := countWords{f: f, clause: c, p: p, verb: verb, hasVerb: hasVerb, tail: tail, noun: tail}
	if lo, ok := w.endIn(listAtLeast, p); ok {
		l.p.Hi, l.floor = lo, true
	}
	if q.Bounded == quantity.Before {
		l.verb, l.hasVerb = w.endIn(listTargetVerb, l.p)
	}
	if end, sized := w.hasAt(listSizedBy, int32(q.UnitFrom)); sized && end >= int32(q.UnitTo) && end < l.noun.Hi && t.R[end] == '的' && q.Op == quantity.EQ && !l.floor {
		return // 组建30人的救援队, 新建500张床位的医院: how big one thing is
	}
	if t.R[l.noun.Lo] == '的' {
		l.noun.Lo++
	}
	for i := l.noun.Lo + 2; i+2 < l.noun.Hi; i++ { // 40个县级库和N个乡镇点
		if isJoin(t.R[i]) && (t.R[i+1] == 'N' || t.R[i+1] == 'n') && strings.ContainsRune("个家座处", t.R[i+2]) {
			l.noun.Hi = i
			break
		}
	}
	if w.isWord(listBareCount, l.noun) { // 完善三项制度
		return
	}
	switch {
	case l.noun.Len() == 0:
	case q.Family == quantity.Ratio:
		r.shareGoal(&l)
	case !r.countsNothing(&l):
		r.thingsGoal(&l)
	}
}

// sumGoal reads a sum of money that stands before what it measures: 完成5000亿元|交通投资. What a
// policy pays measures nothing (安排3亿元用于…).
func (r *reader) sumGoal(f *figure, c, verb Range, governed bool, p Range) {
	const longest = 12
	if noun, ok := r.w.hasEnd(listTaskNoun, p.Hi); ok && noun > p.Lo && p.Hi == c.Hi {
		p.Hi, c.Hi = noun, noun
	}
	if p.Len() > 2 && r.t.R[p.Lo] == '的' {
		p.Lo++
	}
	lo, ok := r.w.hasEnd(listSumNoun, p.Hi)
	if !governed || !ok || lo < p.Lo || p.Hi != c.Hi || p.Len() > longest {
		return
	}
	name := []Range{p}
	if r.w.attrs(listTargetVerb, verb)["keep"] == "yes" {
		name = []Range{verb, p}
	}
	r.emit(frameCount, f, c, name, r.base)
}

// shareGoal reads a share and the thing that shares in something: 95%以上县建立储备库.
func (r *reader) shareGoal(l *countWords) {
	w, t, f, c, p := r.w, r.t, l.f, l.clause, l.p
	noun := l.noun
	if r.coverShare(f, c, p, noun) || r.allAndShare(f, c, p, noun) {
		return
	}
	if bare := r.withoutPace(noun); bare.Hi < noun.Hi { // 保持8%的增长速度
		if noun = bare; !r.growthOnly(noun) {
			return
		}
	}
	if _, grows := w.hasAt(listGrowthWord, noun.Lo); grows && r.growthOnly(noun) { // 收入保持年均15%以上的增长
		stem, yearly := p, Range{}
		if lo, ok := w.endIn(listYearlyWord, p); ok {
			stem.Hi, yearly = lo, Range{lo, p.Hi}
		}
		for stem.Len() > 2 {
			lo, ok := w.endIn(listLevelVerb, stem)
			if !ok {
				break
			}
			stem.Hi = lo
		}
		if r.measure(stem) {
			r.emit(frameCount, f, c, nonEmpty(stem, yearly, noun), r.base)
			r.subject = []Range{stem}
			return
		}
	}
	stem := Range{p.Lo, l.verb}
	allots := l.hasVerb && w.attrs(listTargetVerb, Range{l.verb, p.Hi})["share"] == "yes"
	if lo, ok := w.endIn(listYearlyWord, stem); ok && allots {
		stem.Hi = lo
	}
	var name []Range
	_, predicate := w.hasAt(listShareVerb, noun.Lo)
	switch doer := r.whoReaches(l); {
	case allots && stem.Len() > 4: // 彩票公益金每年安排20%用于养老
		name = []Range{stem, noun}
	case doer.Len() > 0:
		name = []Range{doer, noun}
	case predicate && p.Len() > 1 && (!l.hasVerb || l.verb > p.Lo) && t.R[l.tail.Lo] != '的': // 药品生产100%符合规范
		name = []Range{p, noun}
	case l.hasVerb && p.Len() > 6, p.Len() == 0, !r.nominal(p):
		name = []Range{noun}
	default:
		name = []Range{p, noun}
	}
	if _, ok := w.hasAt(listMannerLead, p.Lo); ok && p.Len() > 0 {
		return
	}
	if pred := r.predicateOfNext(c, l.tail); pred.Len() > 0 {
		r.emit(frameCount, f, c, []Range{noun, pred}, r.base)
		return
	}
	if t.R[l.tail.Lo] == '的' && p.Len() == 0 && l.tail.Len() < 8 && r.sharedIn(noun).Len() == 0 {
		return
	}
	r.emit(frameCount, f, c, name, r.base)
}

// whoReaches returns whose share a verb of level gives in a thing that names nobody else:
// 残疾儿童|实现100%入学; none for a place.
func (r *reader) whoReaches(l *countWords) Range {
	const shortest = 3
	lo, ok := r.w.endIn(listLevelVerb, l.p)
	if !ok || r.t.R[l.tail.Lo] == '的' || r.sharedIn(l.noun).Len() > 0 {
		return Range{}
	}
	doer := Range{l.p.Lo, lo}
	if doer.Len() < shortest || r.place(doer) || r.startsVerb(doer.Lo) {
		return Range{}
	}
	return doer
}

// sharedIn returns what a noun behind a share is said to share in: 90%的村|通客车.
func (r *reader) sharedIn(noun Range) Range {
	for i := noun.Lo + 1; i+1 < noun.Hi; i++ {
		if _, ok := r.w.hasAt(listShareVerb, i); ok {
			return Range{i, noun.Hi}
		}
	}
	return Range{}
}

// allAndShare reads all of one kind beside a share of another: 所有城区和90%的县城|达到标准.
func (r *reader) allAndShare(f *figure, c, p, noun Range) bool {
	end, ok := r.w.hasAt(listAllWord, p.Lo)
	if !ok || end+1 >= p.Hi || p.Hi >= f.start || !isJoin(r.t.R[p.Hi]) {
		return false
	}
	in := r.sharedIn(noun)
	if in.Len() == 0 {
		return false
	}
	r.g.found = append(r.g.found, goal{frame: frameAll, name: []Range{{end, p.Hi}, in}, op: quantity.EQ, value: r.t.Written(Range{p.Lo, end}), year: r.yearAt(c), nature: r.nature(), at: p})
	r.emit(frameCount, f, c, []Range{noun}, r.base)
	return true
}

// countsNothing reports whether a count of things sets no goal: no verb governs it and
// nothing else bounds it, or it counts occasions.
func (r *reader) countsNothing(l *countWords) bool {
	q := &l.f.q
	if !l.hasVerb && !l.floor && l.p.Len() > 0 && !r.eachEnds(l.p) && q.Bounded != quantity.Before {
		return true
	}
	if q.Words && separates(r.t, l.p) && r.countsList(l) || r.sizedThing(l) {
		return true
	}
	if l.hasVerb && q.Op == quantity.EQ && r.w.attrs(listTargetVerb, Range{l.verb, l.p.Hi})["weak"] == "yes" && !r.completes(l) && !r.countsProjects(l) {
		return true
	}
	if r.becomesOf(l) {
		return false
	}
	if !l.hasVerb && l.p.Len() == 0 && r.keep.Len() == 0 && !r.eachDoes(l.noun) && !r.continues(l.f) && !r.itemOfCounts(l.f) && !l.floor && q.Bounded == quantity.NoBound && !r.completes(l) {
		return true
	}
	return q.Words && q.Low.Cmp(quantity.Decimal{Coef: 1}) == 0 && (!r.eachSentence() || q.UnitTo > q.UnitFrom && r.w.single(listOccasionUnit, int32(q.UnitFrom))) // 每两年开展一次
}

// sizedThing reports whether a number of people or more says how big a thing is, not how many
// there are to be: 消除56人以上大班额.
func (r *reader) sizedThing(l *countWords) bool {
	q := &l.f.q
	return q.Bounded == quantity.After && q.UnitTo == q.UnitFrom+1 && r.w.single(listPeopleUnit, int32(q.UnitFrom)) && r.w.endsWith(listSizedThing, l.noun.Hi)
}

// thingsGoal reads a count of things: 新建5所学校.
func (r *reader) thingsGoal(l *countWords) {
	w, t, f, c, p := r.w, r.t, l.f, l.clause, l.p
	q := &f.q
	if l.hasVerb {
		r.keep = Range{}
		if w.attrs(listTargetVerb, Range{l.verb, p.Hi})["keep"] == "yes" {
			r.keep = Range{l.verb, p.Hi}
		}
		if _, ok := w.endIn(listAtLeast, Range{p.Lo, l.verb}); ok {
			l.floor = true
		}
		l.floor = l.floor || r.floor // 至少 holds for the whole clause
		r.floor = l.floor
	} else if p.Len() == 0 && r.floor {
		l.floor = true
	}
	if p.Len() == 0 && !l.hasVerb {
		for i := l.noun.Lo + 1; i < l.noun.Hi && i < l.noun.Lo+6; i++ { // 14个街道各打造一处园林
			if t.R[i] == '各' && r.startsVerb(i+1) {
				r.emit(frameCount, f, c, []Range{{i + 1, l.noun.Hi}, {l.noun.Lo, i}}, r.base)
				return
			}
		}
	}
	noun := r.shorten(l.noun)
	if things := r.countedBefore(f); len(things) > 0 && r.stage(noun) { // 启动30个项目,确保20个竣工投产
		r.emit(frameCount, f, c, append(things[:len(things):len(things)], noun), r.base)
		r.staged = things
		return
	}
	if end, ok := w.hasAt(listWholePlace, noun.Lo); ok && noun.Len() > 5 && t.R[end] != '性' {
		noun.Lo = end
	}
	name := []Range{noun}
	switch {
	case p.Len() > 2 && t.R[p.Lo] == '每' && r.perNumber(p):
		name = []Range{p, noun}
	case r.keep.Len() > 0 && (l.hasVerb || r.carries(c)):
		name = []Range{r.keep, noun}
	case l.hasVerb && l.verb > p.Lo:
		if head := r.strip(Range{p.Lo, l.verb}); head.Len() > 0 && head.Len() <= 8 && t.R[head.Lo] != '在' && t.R[head.Lo] != '每' && t.R[head.Lo] != '各' && r.place(head) {
			name = []Range{head, noun}
		}
	}
	if q.Bounded == quantity.Before && q.Op == quantity.GE {
		r.floor = true
	}
	r.counted, r.staged = noun, nil
	r.lendHead(f, noun)
	g := r.emit(frameCount, f, c, name, r.base)
	if l.floor && g != nil && g.op == quantity.EQ {
		g.op = quantity.GE
	}
}

// lendHead gives what a noun names behind its grade to the goals right before that counted
// a grade alone: 2个国家级、10个省级|创新平台.
func (r *reader) lendHead(f *figure, noun Range) {
	const longest = 6
	head := Range{}
	for i := noun.Lo + 2; i+1 < noun.Hi && i <= noun.Lo+longest && head.Len() == 0; i++ {
		if r.w.endsWith(listGradeEnd, i) {
			head = Range{i, noun.Hi}
		}
	}
	if head.Len() == 0 {
		r.lendAct(f, noun)
		return
	}
	next := f.start
	for n := len(r.g.found) - 1; n >= 0; n-- {
		g := &r.g.found[n]
		last := g.name[len(g.name)-1]
		if g.frame != frameCount || g.at.Hi != next-1 || !joinsNames(r.t.R[next-1]) || last.Hi != g.at.Hi || last.Len() > longest || !r.w.endsWith(listGradeEnd, last.Hi) {
			return
		}
		g.name, next = append(g.name, head), g.at.Lo
	}
}

// lendAct gives what a noun says is done to the places right before that were only counted:
// 3个乡镇、12个村|整村推进.
func (r *reader) lendAct(f *figure, noun Range) {
	act, ok := r.w.hasEnd(listExitVerb, noun.Hi)
	n := len(r.g.found)
	if !ok || act <= noun.Lo || n == 0 {
		return
	}
	g := &r.g.found[n-1]
	last := g.name[len(g.name)-1]
	if g.frame == frameCount && g.at.Hi == f.start-1 && joinsNames(r.t.R[f.start-1]) && last.Hi == g.at.Hi && r.partWord(last) {
		g.name = append(g.name, Range{act, noun.Hi})
	}
}

// treated reads what is done to a number of things: 对12个小区进行改造, 对全县56座水库实施加固.
func (r *reader) treated(f *figure, c, p, tail Range) bool {
	t := r.t
	switch q := &f.q; {
	case p.Len() == 0 || q.Bounded != quantity.NoBound, q.Family == quantity.Money, q.Family == quantity.Ratio, q.Family == quantity.Time:
		return false
	case t.R[p.Hi-1] == '对' && (p.Len() == 1 || r.w.isWord(listTargetVerb, Range{p.Lo, p.Hi - 1})):
	case t.R[p.Lo] == '对' && p.Len() > 2 && r.place(Range{p.Lo + 1, p.Hi}):
	default:
		return false
	}
	light, ok := r.w.find(listLightVerb, tail)
	if !ok {
		return false
	}
	thing, act := Range{tail.Lo, light.Lo}, Range{light.Hi, tail.Hi}
	if _, over := r.w.find(listOversight, act); over || thing.Len() < 2 || act.Len() < 2 || t.R[thing.Lo] == '的' {
		return false
	}
	r.emit(frameCount, f, c, []Range{thing, act}, r.base)
	r.counted = act // for what is done to some of them by then
	return true
}

// doneAt reads at how many places something is done: 在|全市16家影院|开设无障碍专场. Places that
// another figure of the clause counts the works of are no goal of their own.
func (r *reader) doneAt(f *figure, c, left, tail Range) bool {
	const farthest = 12 // characters from the count to the verb
	q := &f.q
	if left.Len() == 0 || q.Family != quantity.Count || q.UnitFrom == q.UnitTo || q.Bounded == quantity.After || tail.Len() < 4 {
		return false
	}
	if first, last := r.figuresIn(c); first != last {
		return false
	}
	in := left.Hi - 1
	if lo, ok := r.w.hasEnd(listWholePlace, left.Hi); ok && lo > left.Lo {
		in = lo - 1
	}
	if r.t.R[in] != '在' || in > c.Lo && r.strip(Range{c.Lo, in}).Len() > 0 {
		return false
	}
	for i := tail.Lo + 1; i+2 < tail.Hi && i < tail.Lo+farthest; i++ {
		end, ok := r.w.hasAt(listTargetVerb, i)
		if !ok || end+2 > tail.Hi || r.suffixed(end) {
			continue
		}
		name := Range{end, tail.Hi}
		if r.w.attrs(listTargetVerb, Range{i, end})["keep"] == "yes" {
			name.Lo = tail.Lo
		}
		r.emit(frameCount, f, c, []Range{name}, r.base)
		return true
	}
	return false
}

// thereAre reports whether the words before a count only say that there are to be so many:
// 5年内|有|10家企业上市.
func (r *reader) thereAre(p Range) bool {
	if p.Len() == 0 || r.t.R[p.Hi-1] != '有' {
		return false
	}
	p.Hi--
	if at := r.afterYears(p); at > p.Lo && at < p.Hi && r.t.R[at] == '内' {
		return at+1 == p.Hi
	}
	return r.strip(p).Len() == 0
}

// withoutPace takes from a noun behind a share the word that only says it is a pace of
// growth: 8%的增长|速度, 8%的年均|增长|水平.
func (r *reader) withoutPace(noun Range) Range {
	lo, ok := r.w.hasEnd(listPaceWord, noun.Hi)
	if !ok || lo <= noun.Lo {
		return noun
	}
	bare := Range{noun.Lo, lo}
	if end, ok := r.w.hasAt(listYearlyWord, bare.Lo); ok {
		bare.Lo = min(end, bare.Hi)
	}
	if bare.Len() < 2 || !r.growthOnly(bare) {
		return noun
	}
	return bare
}

// predicateOfNext returns what a share has in common with the next one, which alone says
// it: 70%的乡镇和90%的街道|设立文化站.
func (r *reader) predicateOfNext(c, tail Range) Range {
	t := r.t
	if t.R[tail.Lo] != '的' || tail.Hi >= c.Hi || !isJoin(t.R[tail.Hi]) && t.R[tail.Hi] != ',' {
		return Range{}
	}
	for i := range r.g.all {
		next := &r.g.all[i]
		if next.start != tail.Hi+1 {
			continue
		}
		if next.q.Family != quantity.Ratio || next.end >= c.Hi || t.R[next.end] != '的' {
			return Range{}
		}
		for j := next.end + 3; j+1 < c.Hi; j++ {
			if _, ok := r.w.hasAt(listShareVerb, j); ok {
				return Range{j, c.Hi}
			}
		}
	}
	return Range{}
}

// coverShare reads 覆盖所有A和90%B: both shares of what the clause before, or the
// words before, name.
func (r *reader) coverShare(f *figure, c, p, noun Range) bool {
	t := r.t
	end, ok := r.w.hasAt(listCoverVerb, p.Lo)
	if !ok || end > p.Hi {
		return false
	}
	stem := r.subjectStem(true)
	verb := Range{p.Lo, end}
	if rest := (Range{end, p.Hi}); rest.Len() > 2 && t.String(Range{rest.Lo, rest.Lo + 2}) == "所有" {
		r.g.found = append(r.g.found, goal{frame: frameAll, name: append(append([]Range(nil), stem...), verb, Range{rest.Lo + 2, rest.Hi}), op: quantity.EQ, value: "所有", year: r.yearAt(c), at: Range{p.Lo, rest.Hi}})
	}
	r.emit(frameCount, f, c, append(append([]Range(nil), stem...), verb, noun), r.base)
	return true
}

// continues reports whether a figure without a verb continues a list of goals.
func (r *reader) continues(f *figure) bool {
	n := len(r.g.found)
	if n == 0 {
		return false
	}
	last := &r.g.found[n-1]
	return last.frame == frameCount && last.at.Lo >= r.sentence.Lo && f.start-last.at.Hi <= 3
}

// completes reports whether what is counted is said to reach or finish something: 187条
// 山洪沟完成治理, 36个村退出, 2万人脱贫.
func (r *reader) completes(l *countWords) bool {
	p, q := l.noun, &l.f.q
	for i := p.Lo + 1; i+3 < p.Hi; i++ {
		if r.w.startsWith(listCompletedVerb, i) {
			return !r.w.endsWith(listWordGoal, p.Hi) && !r.t.rank(Range{i, p.Hi}) // 四项污染物减排完成省下达任务, 4所高校进入前60名
		}
	}
	lo, ok := r.w.hasEnd(listExitVerb, p.Hi)
	return ok && (lo > p.Lo || lo == p.Lo && q.UnitTo > q.UnitFrom && r.w.single(listPeopleUnit, int32(q.UnitFrom)))
}

// becomesOf reports whether a figure without a verb before it says how many of what was counted
// before reach a stage: 新建住房3000套,1500套|竣工.
func (r *reader) becomesOf(l *countWords) bool {
	return !l.hasVerb && l.p.Len() == 0 && r.stage(l.noun) && len(r.countedBefore(l.f)) > 0
}

// stage reports whether a phrase says only what becomes of things: 主体竣工, 投产.
func (r *reader) stage(p Range) bool {
	return p.Len() > 1 && r.w.skip(p.Lo, p.Hi, listTargetVerb, listExitVerb, listWorksDone, listStageWord) == p.Hi
}

// countedBefore returns what the sentence last counted before the figure f, or counted in its
// unit with the thing before the number.
func (r *reader) countedBefore(f *figure) []Range {
	things := r.staged
	switch {
	case things != nil:
	case r.counted.Len() > 0:
		things = []Range{r.counted}
	default:
		things = r.countedIn(r.t.Written(Range{int32(f.q.UnitFrom), int32(f.q.UnitTo)}))
	}
	if len(things) == 1 && r.stage(things[0]) { // 4万人|脱贫、6000人|转移就业
		return nil
	}
	return things
}

// countsProjects reports whether what is counted in figures are projects of some kind:
// 30个|重点前期项目. That the plan sees to them is its goal.
func (r *reader) countsProjects(l *countWords) bool {
	p := l.noun
	if p.Len() > 2 && r.t.R[p.Hi-1] == '等' {
		p.Hi--
	}
	if lo, ok := r.w.endIn(listBuildNoun, p); ok {
		p.Hi = lo
	}
	at, ok := r.w.endIn(listPlainHead, p)
	return ok && at >= p.Lo+2 && !l.f.q.Words && l.f.q.Family == quantity.Count
}

// rank reports whether r says among how many of the first something is: 前60名.
func (t *Text) rank(r Range) bool {
	for i := r.Lo; i+1 < r.Hi; i++ {
		if t.R[i] == '前' && isDigit(t.R[i+1]) {
			return true
		}
	}
	return false
}

// countsList reports whether a count of projects is that of the list before it: 甲桥、乙路、丙港三个|项目.
func (r *reader) countsList(l *countWords) bool {
	list := r.members(r.strip(l.p))
	return r.w.startsWith(listProjectBare, l.noun.Lo) && !r.allVerbs(list[0]) && l.f.q.Low.Cmp(quantity.Decimal{Coef: int64(len(list))}) == 0
}

// eachDoes reports whether a noun is followed by 各 and a verb.
func (r *reader) eachDoes(p Range) bool {
	for i := p.Lo + 1; i+1 < p.Hi && i < p.Lo+6; i++ {
		if r.t.R[i] == '各' && r.startsVerb(i+1) {
			return true
		}
	}
	return false
}

// shorten cuts what a noun phrase only adds: an evaluation before the last 的, a
// purpose behind the noun.
func (r *reader) shorten(p Range) Range {
	t := r.t
	switch t.R[p.Lo] {
	case '对', '在', '具', '有', '精', '能', '集', '以':
		for i := p.Hi - 2; i > p.Lo; i-- {
			if t.R[i] == '的' {
				p.Lo = i + 1
				break
			}
		}
	}
	s := t.R[p.Lo:p.Hi]
	if n := len(s); n > 3 && s[n-1] == '等' && !r.w.endsWith(listEtcNot, p.Hi) { // 建成学校3所、510套公租房等
		p.Hi--
	}
	for i := p.Lo + 2; i+1 < p.Hi; i++ {
		end, ok := r.w.hasAt(listAsideWord, i)
		if ok && end <= p.Hi && (i >= p.Lo+4 || r.w.attrs(listAsideWord, Range{i, end})["far"] == "") {
			p.Hi = i
			return p
		}
	}
	return p
}
