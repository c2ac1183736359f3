package extract

import (
	"strings"

	"plangraph/plan"
	"plangraph/quantity"
)

// Goals in running text: reader walks a block sentence by sentence, clause by clause and
// figure by figure, and hands each figure with the words around it to the file that
// knows its form:
//
//	goal_level.go   the indicator stands before the figure: 普及率达到95%
//	goal_subject.go … or is named elsewhere: by the clause before, a title, a verb
//	goal_count.go   what is counted stands behind it: 新建学校5所
//	goal_reach.go   places within a time of each other: 县乡1小时通达
//	goal_spread.go  one clause for several: 甲、乙分别达到3%、4%
//	goal_aside.go   … with more on one of them in a bracket
//	goal_list.go    the lists of such clauses: what one member says for all
//	goal_whole.go   all of something, without a figure: 乡镇全覆盖
//	goal_words.go   goals in words: 与经济增长同步
//	goal_past.go    which sentences tell what was
//	goal_policy.go  which clauses say what a policy pays
//	goal_year.go    by when
//	goal_emit.go    what is kept of a goal
//	goal_name.go    what belongs to the name of an indicator
//	goal_part.go    parts of the total before: 其中甲乡20口; 12条8.6公里
//	goal_lead.go    clauses of manner and place before a name

// reader reads the goals of one block of running text, sentence by sentence,
// and remembers what later clauses leave out.
type reader struct {
	w *Worker
	t *Text
	g *goals

	sentence Range
	year     int     // said in the sentence
	partsOf  Range   // the measure that the clause gives for several (控制在小学45人、初中50人)
	carried  int     // said in the paragraph before the sentence
	base     int     // the year that the clause compares with
	past     bool    // the sentence reports or forecasts
	told     bool    // the one before did
	follows  bool    // it did, and a semicolon stands between the two
	dated    bool    // it began with a year before the plan's
	crowd    Range   // of how many people each measure of the clause is: 每千人口
	keep     Range   // a verb that belongs to the names after it, too (新增)
	subject  []Range // the last indicator of the sentence
	measured bool    // it had a measure (率, 量) before its verb
	reachOf  Range   // the place that 与…通达 is measured from
	outer    Range   // the words before a bracket that holds figures
	inside   bool    // the clause stands in a bracket
	before   Range   // the clause before
	topic    Range   // the measure that a clause of the sentence only names: 提高覆盖率,东部达到…
	paid     Range   // the last clause that said what a policy pays
	headRate Range   // the rate before a colon that is given for several: 损耗率:果蔬15%,肉类8%
	review   bool    // the block began with words of the past
	counted  Range   // what the last figure of the sentence counted
	staged   []Range // what one counted of which later ones say how many reach a stage
	approx   bool    // 基本实现
	floor    bool    // 至少
	total    []Range // what a bracket or 其中 gives the parts of, …
	sumUnit  string  // … and its unit
	areaOf   []Range // the indicator of the last goals for places, …
	areas    int     // … which were the last of so many goals
}

// block reads the sentences of the block for goals in figures, then, where those or a remark on
// their nature were found, for goals in words.
func (r *reader) block() {
	t := r.t
	n := int32(len(t.R))
	if lead, ok := r.w.find(listPastLead, Range{0, min(n, 12)}); ok {
		r.review = lead.Lo == 0 || EndsClause(t.R[lead.Lo-1])
	}
	from := int32(0)
	if t.Block.Kind == plan.Heading { // its text holds the number, too: 五、
		from = t.head()
	}
	for lo := from; lo < n; {
		hi := lo
		for hi < n && !EndsSentence(t.R[hi]) && t.R[hi] != CellMark {
			hi++
		}
		r.follows = r.told && lo > 0 && t.R[lo-1] == ';'
		r.sentenceAt(Range{lo, hi})
		lo = hi + 1
	}
	if len(r.g.found) == 0 && r.nature() == "" && !r.besideFigures() && !r.saysNature() {
		return
	}
	for lo := int32(0); lo < n; { // goals in words stand beside figures
		hi := lo
		for hi < n && !EndsSentence(t.R[hi]) && t.R[hi] != CellMark {
			hi++
		}
		s := Range{lo, hi}
		if !r.tellsPast(s) && s.Len() > 5 {
			r.sentence = s
			r.noteYears(s)
			r.wordGoals(s)
		}
		lo = hi + 1
	}
}

// moreover reports whether a 且 at pos parts two goals: 支出超30亿元且占比8%以上.
func (r *reader) moreover(lo, pos int32) bool {
	return r.t.R[pos] == '且' && pos > lo+2 && r.t.R[pos-1] != '并' && r.hasFigure(Range{lo, pos})
}

// group returns the section that a block is an item of.
func (r *reader) group() int {
	s := r.t.Block.Section
	if r.t.Block.Kind == plan.Heading || s > 0 && r.t.Block.Number != "" && r.t.Block.Span().Contains(r.w.plan.Sections[s].TitleSpan) { // an item that opens a section of its own
		s = r.w.plan.Sections[s].Parent
	}
	return s
}

// besideFigures reports whether the block is a short item of a list of goals,
// where items before it have figures.
func (r *reader) besideFigures() bool {
	return r.g.section > 0 && (r.t.Block.Number != "" || r.t.Block.Kind == plan.Heading) && r.itemLength() <= shortItem && r.group() == r.g.section
}

// itemLength is the length of the block without a bracket at its end, as one that says who is charged.
func (r *reader) itemLength() int32 {
	n := int32(len(r.t.R))
	if n > 0 && r.t.R[n-1] == ')' {
		if b := r.t.closing(n - 1); b >= 0 {
			return r.t.Brackets[b].Open
		}
	}
	return n
}

// sentenceAt reads one sentence: its years, whether it is about the future, then
// its clauses from left to right.
func (r *reader) sentenceAt(s Range) {
	if s.Len() < 3 {
		return
	}
	w := r.w
	if !r.hasFigure(s) {
		if _, ok := w.find(listCoverWord, s); !ok {
			if _, ok := w.find(listAllWord, s); !ok {
				r.noteYears(s)
				r.dated = r.ledByPast(s) || r.dated && r.plainly(s)
				return
			}
		}
	}
	r.sentence, r.keep, r.crowd, r.subject, r.measured, r.reachOf, r.approx, r.floor = s, Range{}, Range{}, nil, false, Range{}, false, false
	r.counted, r.staged, r.total, r.areas, r.topic, r.headRate = Range{}, nil, nil, 0, Range{}, Range{}
	r.noteYears(s)
	if r.isPast(s) {
		r.past = true
		return
	}
	r.outer, r.before = Range{}, Range{}
	for lo := s.Lo; lo < s.Hi; {
		hi := r.clauseEnd(lo, s)
		if end, asides := r.overAsides(Range{lo, hi}, s); asides != nil {
			hi = end
			r.clauseWithAsides(Range{lo, hi}, s, asides)
		} else if hi > lo {
			r.clauseAt(Range{lo, hi}, s)
		}
		lo = hi + 1
	}
	r.told = r.told || r.past // 去年新建水渠30公里;整修泵站9座
}

// isPast reports whether a whole sentence tells what was, and notes what that means for the next.
func (r *reader) isPast(s Range) bool {
	if r.tellsPast(s) || r.follows && r.year == 0 || r.year > 0 && r.year <= r.g.basis && r.w.firstYear() == 0 { // what a semicolon ties to the past is past
		r.told = true
		return true
	}
	if r.told && r.tellsOn(s) {
		return true
	}
	if r.reportsPart(s) {
		r.told = true
		return true
	}
	r.told = false
	if r.stateOfYear(s) {
		return true
	}
	led := r.ledByPast(s)
	r.dated = led || r.dated && r.plainly(s) // 2029年产量9万吨。占全省三成。
	if r.dated && !led {
		return true
	}
	if r.review {
		if _, future := r.w.find(listFutureWord, s); !future && !r.said(s) && !r.willDo(s) {
			return true
		}
		r.review = false
	}
	return false
}

// clauseEnd returns where the clause that begins at lo ends, before a mark or a bracket.
func (r *reader) clauseEnd(lo int32, s Range) int32 {
	hi := lo
	for hi < s.Hi && (!EndsClause(r.t.R[hi]) || r.share(hi)) && r.t.R[hi] != '(' && r.t.R[hi] != ')' && !r.moreover(lo, hi) {
		hi++
		if hi < s.Hi && r.t.R[hi] == '(' { // a bracket without a figure belongs to its clause
			if b := r.t.opening(hi); b >= 0 && r.t.Brackets[b].Close < s.Hi && !r.hasFigure(Range{hi, r.t.Brackets[b].Close}) && !r.charges(b) {
				hi = r.t.Brackets[b].Close + 1
			}
		}
	}
	return hi
}

// clauseAt reads one clause of a sentence, unless it tells what was.
func (r *reader) clauseAt(c, s Range) {
	r.inside = c.Lo > s.Lo && r.t.BracketAt(c.Lo) >= 0
	if _, effect := r.w.find(listEffectWord, c); effect || r.done(c) {
		r.past = true
	} else if r.past && r.said(c) {
		r.past = false
	}
	if !r.past && !(r.inside && (r.countsItems(c) || r.defines(c) || r.w.startsWith(listReferenceLead, c.Lo))) {
		r.totalOf(c)
		r.clause(c)
	}
	r.before = c
	r.noteTopic(c)
	if c.Hi < s.Hi && r.t.R[c.Hi] == '(' {
		if r.outer = r.strip(c); r.hasFigure(c) {
			r.outer = Range{}
		}
	}
}

// noteTopic notes the measure that a clause is to raise or lower without saying to what
// (提高|快递通达率), or only names: 污水处理率,县城达到….
func (r *reader) noteTopic(c Range) {
	const longestAdverb, longestName = 4, 16
	rate := strings.ContainsRune("率量", r.t.R[c.Hi-1])
	if !rate && !r.w.speaksOf(listGrowthWord, c) || r.hasFigure(c) {
		return
	}
	p := r.strip(c)
	if !r.measure(p) {
		return
	}
	if rate && p.Hi == c.Hi && p.Len() <= longestName && p.Len() > 3 && !r.startsVerb(p.Lo) {
		if _, verb := r.w.find(listGrowthWord, p); !verb {
			r.topic = p
			return
		}
	}
	for i := p.Lo; i+4 < p.Hi && i <= p.Lo+longestAdverb; i++ {
		if end, ok := r.w.hasAt(listGrowthWord, i); ok && end+2 < p.Hi {
			r.topic = Range{end, p.Hi}
			return
		}
	}
}

// charges reports whether the bracket b names a body behind its mark, as one does
// that says who is responsible.
func (r *reader) charges(b int) bool {
	in := r.t.Brackets[b]
	for _, m := range r.t.Mentions(kindDepartment) {
		if m.Lo > in.Open && m.Hi <= in.Close {
			return true
		}
	}
	return false
}

// share reports whether the mark at i stands inside a figure (2:1).
func (r *reader) share(i int32) bool {
	return r.t.R[i] == ':' && r.w.betweenDigits(i)
}

// countsItems reports whether the bracket around a clause counts what the title
// before it heads: (项目6个,其中基建类5个).
func (r *reader) countsItems(c Range) bool {
	b := r.t.BracketAt(c.Lo)
	if b < 0 {
		return false
	}
	end, ok := r.w.hasAt(listListCount, r.t.Brackets[b].Open+1)
	if !ok {
		return false
	}
	for i := range r.g.all {
		if r.g.all[i].start == end {
			return true
		}
	}
	return false
}

// defines reports whether a bracket says from which size on the things before it count, and the
// clause goes on behind it: 规模养殖场(存栏500头以上)粪污处理设施配套率….
func (r *reader) defines(c Range) bool {
	b := r.t.BracketAt(c.Lo)
	if b < 0 {
		return false
	}
	in := r.t.Brackets[b]
	if in.Open+1 != c.Lo || in.Close != c.Hi || c.Hi+2 >= r.sentence.Hi || r.hasFigure(Range{r.t.Clause(in.Open).Lo, in.Open}) {
		return false
	}
	if next := r.t.R[c.Hi+1]; EndsClause(next) || isJoin(next) {
		return false
	}
	first, last := r.figuresIn(c)
	return first >= 0 && first == last && r.g.all[first].q.Bounded == quantity.After && r.g.all[first].end == c.Hi && r.g.all[first].q.Family != quantity.Ratio
}

func (r *reader) hasFigure(s Range) bool {
	for i := range r.g.all {
		if f := &r.g.all[i]; f.in(s) {
			return true
		}
	}
	return false
}

// clause reads the figures of one clause; without one it may still cover all of
// something.
func (r *reader) clause(c Range) {
	w := r.w
	first, last := r.figuresIn(c)
	r.base, r.floor, r.partsOf = r.comparedWith(c), false, Range{}
	if first < 0 && r.keep == (Range{}) && !w.speaksOf(listCoverWord, c) && !w.speaksOf(listAllWord, c) {
		return // nothing for whole, and no verb that might no longer govern
	}
	open := r.strip(c)
	if first < 0 {
		if r.startsVerb(open.Lo) {
			r.keep = Range{} // another verb governs what follows
		}
		r.whole(c, open)
		return
	}
	if all, ok := w.find(listAllWord, Range{r.g.all[last].end, c.Hi}); ok && w.attrs(listAllWord, all)["verb"] == "yes" && all.Lo >= r.g.all[last].end+2 { // 56人以上大班额全部消除
		n := len(r.g.found)
		if r.whole(c, open); len(r.g.found) > n {
			return
		}
	}
	if r.pays(c, first, last) || r.norm(c, first, last) {
		return
	}
	if y := r.yearAt(c); y > 0 && y < w.firstYear() || r.condition(c, open) {
		return
	}
	if !r.spread(c, first, last) {
		r.oneByOne(c, first, last)
	}
}

// figuresIn returns the first and the last figure of a clause, by their index; -1 for none.
func (r *reader) figuresIn(c Range) (first, last int) {
	first, last = -1, -1
	for i := range r.g.all {
		if f := &r.g.all[i]; f.in(c) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// comparedWith is the year that a clause compares with (与2030年相比), in it or in the clause
// before, where that says nothing else; 0 for none.
func (r *reader) comparedWith(c Range) (base int) {
	for i := range r.g.periods {
		p := &r.g.periods[i]
		if !p.p.Compared {
			continue
		}
		here := p.in(c)
		if here || base == 0 && p.in(r.before) && !r.hasFigure(r.before) {
			base = r.yearOf(p)
		}
	}
	return base
}

// oneByOne reads the figures of a clause, each with the words before it and those up to the
// next.
func (r *reader) oneByOne(c Range, first, last int) {
	at := c.Lo
	until := func(i int) int32 { // where the words behind a figure end
		if i < last {
			return r.g.all[i+1].start
		}
		return c.Hi
	}
	for i := first; i <= last; i++ {
		f := &r.g.all[i]
		left := Range{at, f.start}
		switch {
		case i == last:
			at = r.figure(f, c, left, Range{f.end, until(i)})
		case r.qualified(f, &r.g.all[i+1], at): // 建成12个年接待20万人次以上的景区
			i++
			at = r.figure(f, c, left, Range{f.end, until(i)})
		case r.households(f, &r.g.all[i+1], left): // 脱贫1200户4500人
			r.figure(f, c, left, Range{f.end, f.end})
			r.subject = nil
			i++
			at = r.figure(&r.g.all[i], c, left, Range{r.g.all[i].end, until(i)})
		case i+1 == last && r.sharesInOne(f, &r.g.all[last]):
			r.figure(f, c, left, Range{f.end, c.Hi})
			i = last
		case r.inName(f, &r.g.all[i+1]):
		default:
			at = r.figure(f, c, left, Range{f.end, until(i)})
		}
	}
}

// sharesInOne reports whether a share is one of those that are to have one thing each, which the next
// figure counts: 90%以上的乡镇|建设|1所儿童之家.
func (r *reader) sharesInOne(f, next *figure) bool {
	const shortest = 2 // characters of who is to have it
	one := quantity.Decimal{Coef: 1}
	if f.q.Family != quantity.Ratio || next.q.Family != quantity.Count || next.q.Low.Cmp(one) != 0 || next.q.Op == quantity.Range {
		return false
	}
	between := Range{f.end, next.start}
	verb, ok := r.w.endIn(listTargetVerb, between)
	return ok && verb > between.Lo+shortest && r.t.R[between.Lo] == '的' && !separates(r.t, between)
}

// inName reports whether a figure is part of the name of what the next one counts:
// 营业收入10亿元以上|企业55家.
func (r *reader) inName(f, next *figure) bool {
	t := r.t
	return f.end == next.start || !isJoin(t.R[f.end]) && !separates(t, Range{f.end, next.start}) || r.qualifies(f, next)
}

// qualified reports whether a figure counts a noun that the next figure says more of:
// 12个|年接待20万人次以上的|景区.
func (r *reader) qualified(f, next *figure, at int32) bool {
	t := r.t
	if f.q.Family != quantity.Count || f.q.UnitFrom == f.q.UnitTo || f.end >= next.start || int(next.end) >= len(t.R) || t.R[next.end] != '的' {
		return false
	}
	for i := f.end; i < next.start; i++ {
		if isJoin(t.R[i]) || t.R[i] == '(' || t.R[i] == '的' {
			return false
		}
	}
	_, verb := r.w.endIn(listTargetVerb, Range{at, f.start})
	return verb || f.start > 0 && (t.R[f.start-1] == '、' || t.R[f.start-1] == '和')
}

// qualifies reports whether a figure belongs to the name of what the next one measures,
// though that name is a list: 收入超过2亿元的|工厂和作坊数达到10家.
func (r *reader) qualifies(f, next *figure) bool {
	if int(f.end) >= len(r.t.R) || r.t.R[f.end] != '的' {
		return false
	}
	name := Range{f.end + 1, next.start}
	if lo, ok := r.w.endIn(listLevelVerb, name); !ok || lo < name.Lo+4 {
		return false
	}
	_, verb := r.w.find(listTargetVerb, name)
	return !verb
}

// suffixed reports whether a verb that ends at pos is made a quality by the
// character behind it: 修复性养护.
func (r *reader) suffixed(pos int32) bool {
	return int(pos) < len(r.t.R) && (r.t.R[pos] == '性' || r.t.R[pos] == '型')
}

// separates reports whether a list mark parts two figures.
func separates(t *Text, p Range) bool {
	for i := p.Lo; i < p.Hi; i++ {
		if (t.R[i] == '、' || t.R[i] == '和' || t.R[i] == '及') && t.BracketAt(i) == t.BracketAt(p.Lo) { // 十亿元|县(市、区)|20个
			return true
		}
	}
	return false
}

// figure reads one figure with the words left and right of it, and returns
// where the next figure's words begin.
func (r *reader) figure(f *figure, c, left, right Range) int32 {
	w, t := r.w, r.t
	q := &f.q
	p := r.strip(left)
	tail := r.wordsBehind(right, c)
	done := max(f.end, tail.Hi)
	if _, joins := w.find(listCircleJoin, p); joins && q.Family == quantity.Time && tail.Len() > 1 && t.R[tail.Hi-1] == '圈' { // 融入1小时通勤圈: the number is part of the name
		return done
	}
	if end, ok := r.reachWord(f); ok && end <= c.Hi {
		if word, all := w.find(listCoverWord, Range{end, c.Hi}); all && word.Hi == c.Hi && t.R[end-1] == '圈' { // 社区15分钟健身圈实现全覆盖
			r.cover(c, r.strip(c), word)
			return c.Hi
		}
		r.reach(f, c, p, end)
		return end
	}
	if tail.Lo < tail.Hi && (t.R[tail.Lo] == '、' || isJoin(t.R[tail.Lo])) {
		tail.Hi = tail.Lo
		done = f.end
	}
	if q.Family == quantity.Time && p.Len() > 1 && (t.R[p.Hi-1] == '后' && r.helped(f, c, tail) || r.helpedWithin(f, c, p, tail)) {
		return done
	}
	verb, hasVerb := w.endIn(listTargetVerb, p)
	if hasVerb && verb > p.Lo && (t.R[verb-1] == '”' || t.R[verb-1] == '》') && w.attrs(listTargetVerb, Range{verb, p.Hi})["noun"] == "yes" {
		return done // 国家“十四五”规划102项重大工程: another plan's
	}
	level, hasLevel := w.endIn(listLevelVerb, p)
	if hasVerb && hasLevel && verb < level { // 建设 ends like 设
		hasLevel = false
	}
	if tail.Len() == 1 && t.R[tail.Lo] == '的' && tail.Hi == c.Hi && c.Hi < r.sentence.Hi && t.R[c.Hi] == ',' {
		return done // 增速超过20%的,奖励…: a condition
	}
	if (hasLevel || q.Bounded == quantity.Before) && tail.Len() > 2 && (t.R[tail.Lo] == '的' && (r.binds(tail) || w.speaksOf(listEntitleWord, left)) || t.R[tail.Lo] == '时' && r.startsVerb(tail.Lo+1)) {
		return done // 超过50人的车间必须…, 超过50微克时启动…, 禁止使用含硫量高于0.7%的煤: to whom, to what or when a rule applies
	}
	if r.tailEmpty(tail) || r.bracketed(tail) {
		r.levelGoal(f, c, p, level, hasLevel)
		return done
	}
	if !hasVerb {
		if end, ok := r.openingCount(p); ok {
			hasVerb, verb, p.Hi = true, p.Lo, end
		} else if r.eachHas(p) {
			hasVerb, verb = true, p.Hi-1
		}
	}
	if r.treated(f, c, p, tail) || r.doneAt(f, c, left, tail) {
		return done
	}
	if !hasVerb && r.thereAre(p) {
		p.Lo, hasLevel = p.Hi, false
	}
	if p.Len() == 1 && t.R[p.Lo] == '为' { // 为800名老人体检
		p.Lo = p.Hi
		if q.Family == quantity.Count {
			r.emit(frameCount, f, c, []Range{tail}, r.base)
		}
		return done
	}
	if hasVerb || p.Len() == 0 || q.Family == quantity.Ratio || r.eachEnds(p) || r.floorEnds(p) || q.Bounded == quantity.Before || hasLevel && t.R[tail.Lo] == '的' {
		r.countGoal(f, c, p, verb, hasVerb, tail)
	}
	return done
}

// binds reports whether words say what somebody has to do or may have: 必须配备, 可以申请.
func (r *reader) binds(p Range) bool {
	if _, may := r.w.find(listEntitleWord, p); may {
		return true
	}
	for i := p.Lo + 1; i < p.Hi; i++ { // but not in 供应量, 需求量
		if end, must := r.w.hasAt(listDutyMust, i); must && end < p.Hi && (end > i+1 || r.startsVerb(end)) {
			return true
		}
	}
	return false
}

// wordsBehind are the words behind a figure, up to where those of the next one begin.
func (r *reader) wordsBehind(right, c Range) Range {
	t, tail := r.t, right
	if tail.Hi < c.Hi {
		for i := tail.Lo; i < tail.Hi; i++ {
			if t.R[i] == '、' || t.R[i] == '和' || t.R[i] == '及' {
				tail.Hi = i
			}
		}
	}
	for tail.Hi > tail.Lo && isJoin(t.R[tail.Hi-1]) {
		tail.Hi--
	}
	return tail
}

// openingCount returns where the verb of a count ends that opens the words before a figure,
// with a place or what the things are like behind it: 完成|城区3所小学改建,
// 启动|总投资90亿元的12个项目, 建成|集种养、加工为一体的6000亩园区.
func (r *reader) openingCount(p Range) (int32, bool) {
	t := r.t
	end, ok := r.w.hasAt(listTargetVerb, p.Lo)
	if !ok {
		return 0, false
	}
	if end < p.Hi && p.Hi-end <= 6 && (r.place(Range{end, p.Hi}) || r.batch(Range{end, p.Hi})) {
		return end, true
	}
	like := p.Len() > 6 && t.R[p.Hi-1] == '的' && end < p.Hi-3
	return end, like && (t.R[p.Hi-2] == '元' || r.w.endsIn(listAboveWord, Range{p.Lo, p.Hi - 1}) || r.relative(end))
}

// relative reports whether words that say what a thing is like begin at pos: 打造|具有影响力的
// 3个集群.
func (r *reader) relative(pos int32) bool {
	_, ok := r.w.hasAt(listRelativeLead, pos)
	return ok
}

// helped reads a time within which somebody gets something: 灾害发生后10小时内受灾
// 群众得到救助.
func (r *reader) helped(f *figure, c, tail Range) bool {
	if f.end == f.to {
		return false
	}
	for i := tail.Lo + 2; i+3 < tail.Hi; i++ {
		if r.t.R[i] == '得' && r.t.R[i+1] == '到' {
			g := r.emit(frameReach, f, c, []Range{tail}, r.base)
			if g != nil && g.op == quantity.EQ {
				g.op = quantity.LE
			}
			return true
		}
	}
	return false
}

// helpedWithin reads a time within which the subject gets something: 受灾群众12小时内得到救助.
func (r *reader) helpedWithin(f *figure, c, p, tail Range) bool {
	if f.q.Bounded != quantity.After || tail.Len() < 4 || !r.w.startsWith(listGetWord, tail.Lo) {
		return false
	}
	for i := p.Hi - 3; i > p.Lo; i-- { // 灾害发生后|受灾群众
		if r.t.R[i-1] == '后' {
			p.Lo = i
			break
		}
	}
	r.emit(frameReach, f, c, []Range{p, tail}, r.base)
	return true
}

// batch reports whether a phrase only says which ones are counted, or by when: 首批, 9月底前.
func (r *reader) batch(p Range) bool {
	end, ok := r.w.hasAt(listTargetBatch, p.Lo)
	return ok && end == p.Hi || p.Len() > 0 && r.t.afterDate(p) == p.Hi
}

func (r *reader) eachEnds(p Range) bool {
	_, ok := r.w.endIn(listEachWord, p)
	return ok
}

func (r *reader) floorEnds(p Range) bool {
	_, ok := r.w.endIn(listAtLeast, p)
	return ok
}

// tailEmpty reports whether nothing that matters stands behind a figure.
func (r *reader) tailEmpty(tail Range) bool {
	if tail.Len() == 0 || r.t.R[tail.Lo] == '…' || r.t.R[tail.Lo] == '—' { // 达到30%——市财政局
		return true
	}
	for _, m := range r.t.mentions[kindDepartments] { // a body in the next column
		if m.Lo == tail.Lo && m.Len() >= 3 {
			return true
		}
	}
	return (r.t.R[tail.Lo] == '”' || r.t.R[tail.Lo] == '.') && tail.Len() == 1 || r.w.isWord(listFigureTail, tail)
}

// bracketed reports whether a bracket is all that stands behind a figure: 97%(预期性).
func (r *reader) bracketed(tail Range) bool {
	if r.t.R[tail.Lo] != '(' {
		return false
	}
	b := r.t.opening(tail.Lo)
	return b >= 0 && r.t.Brackets[b].Close+1 == tail.Hi
}

// countsItems reports whether a number is one of items (1. ①), not of chapters (一、).
func countsItems(number string) bool {
	return strings.ContainsFunc(number, func(r rune) bool { return isDigit(r) || '０' <= r && r <= '９' || '①' <= r && r <= '⑳' })
}
