package extract

import (
	"strings"

	"plangraph/quantity"
)

// Figures that say what an indicator reaches, which stands before them: 普及率达到95%.

// levelWords is a figure with the words before it as levelGoal takes them apart.
type levelWords struct {
	f        *figure
	clause   Range
	p        Range       // what is left of the words before the figure: the indicator, in the end
	hasLevel bool        // a verb of level stood before the figure
	before   Range       // the words before 不低于 (人员不低于在职人员的75%) …
	inner    quantity.Op // … and the bound that it sets
	keep     Range       // the verb that belongs to the name, and to those after it (新增)
	base     int         // the year that it is compared with
	grows    bool        // it only says how what was before it grows: 比重达到62%,较上年提升1个百分点
}

// levelGoal reads a figure whose indicator stands before it. level is where the verb of
// level begins that ends p.
func (r *reader) levelGoal(f *figure, c, p Range, level int32, hasLevel bool) {
	l := levelWords{f: f, clause: c, p: p, inner: quantity.EQ, hasLevel: hasLevel}
	level = r.cutRate(&l, level)
	l.p, l.hasLevel = r.cutLevelVerb(l.p, level, l.hasLevel)
	if r.perPhrase(&l) || r.specifies(&l) {
		return
	}
	r.cutQualifier(&l)
	if r.w.isWord(listFundSource, l.p) && !l.hasLevel || r.parts(f, c, l.p, l.hasLevel) {
		return
	}
	if _, floor := r.w.endIn(listAtLeast, Range{c.Lo, l.p.Lo}); floor && f.q.Op == quantity.EQ && l.p.Lo > c.Lo { // 至少|建小区12个
		l.inner = quantity.GE
	}
	l.p, l.base = r.uncompare(l.p, r.base)
	r.splitFloor(&l)
	if f.wordOne() && !r.eachSentence() || r.verbsOnly(&l) || r.ofEach(&l) {
		return
	}
	if l.p.Len() > 0 && l.before.Len() == 0 {
		r.openingVerb(&l)
	}
	if r.noLevel(&l) {
		return
	}
	r.cutStart(&l)
	if r.findSubject(&l) || r.ofTotal(&l) {
		return
	}
	if place, verb := r.beforeGrowth(l.p); r.areaGoal(f, c, place, verb) {
		return
	}
	name := r.partName(&l)
	if name == nil {
		name = r.levelName(&l)
	}
	if name != nil {
		r.emitLevel(&l, name)
	}
}

// cutRate takes what a figure is a rate of off the words before it (不少于|每年|60场), and
// the verb before that; it returns where the verb of level begins.
func (r *reader) cutRate(l *levelWords, level int32) int32 {
	w := r.w
	if lo, ok := w.endIn(listRatePhrase, l.p); ok && lo > l.p.Lo+2 {
		if at, floor := w.endIn(listAtLeast, Range{l.p.Lo, lo}); floor {
			l.p.Hi, l.inner = at, quantity.GE
		} else if at, ok := w.endIn(listLevelVerb, Range{l.p.Lo, lo}); ok {
			l.p.Hi, level, l.hasLevel = lo, at, true
		} else if l.f.q.Bounded == quantity.Before && !r.allVerbs(Range{l.p.Lo, lo}) { // 教师培训每人每年|不少于90学时
			l.p.Hi = lo
		}
	}
	if lo, ok := w.endIn(listPerUnit, l.p); ok && lo > l.p.Lo+2 { // 单产达到|每亩|500公斤
		if at, ok := w.endIn(listLevelVerb, Range{l.p.Lo, lo}); ok {
			l.p.Hi, level, l.hasLevel = lo, at, true
		}
	}
	return level
}

// perPhrase reads an indicator with what it is measured by behind its verb: 检验量达到每千人|4份.
func (r *reader) perPhrase(l *levelWords) bool {
	per, stem := r.perBehind(l.p)
	if per.Len() == 0 {
		return false
	}
	if g := r.emit(frameLevel, l.f, l.clause, []Range{stem, per}, r.base); g != nil {
		r.subject = []Range{stem}
	}
	return true
}

// specifies reports whether a figure says what a thing is like or how something is done.
func (r *reader) specifies(l *levelWords) bool {
	if r.w.endsWith(listDesignSpeed, l.p.Hi) || r.w.endsWith(listAdvisedWord, l.p.Hi) {
		return true
	}
	end, ok := r.w.hasAt(listMannerLead, l.p.Lo)
	return ok && (!r.measure(l.p) || r.w.attrs(listMannerLead, Range{l.p.Lo, end})["never"] == "yes")
}

// cutQualifier takes what a share is a share of and 每年 off the end of an indicator.
func (r *reader) cutQualifier(l *levelWords) {
	switch l.f.q.Family {
	case quantity.Ratio:
		l.p = r.cutShareOf(l.p)
	case quantity.Count: // 培训教师每年200名
		if lo, ok := r.w.endIn(listYearlyWord, l.p); ok && lo > l.p.Lo+2 && !r.w.endsWith(listPerHead, lo) {
			l.p.Hi = lo
		}
	}
}

// splitFloor parts the words at a bound that stands within them (人员|不低于|在职人员的75%);
// without one it leaves out who does it.
func (r *reader) splitFloor(l *levelWords) {
	word, ok := r.w.find(listAtLeast, l.p)
	if ok && l.f.q.Op == quantity.EQ && word.Lo > l.p.Lo && word.Hi < l.p.Hi {
		l.before, l.p, l.inner = Range{l.p.Lo, word.Lo}, Range{word.Hi, l.p.Hi}, quantity.GE
		return
	}
	l.p = r.cutSubject(l.p)
}

// cutStart takes the value at the start off an indicator: 比例由60%提高到80%,
// 由2025年的35%提高到….
func (r *reader) cutStart(l *levelWords) {
	w, t := r.w, r.t
	for i := l.p.Lo + 2; i+1 < l.p.Hi; i++ {
		if t.R[i] != '由' && t.R[i] != '从' {
			continue
		}
		start := quantity.IsStart(t.R[i+1]) || t.R[i+1] == '“' || w.startsWith(listPresentWord, i+1) || w.startsWith(listPerHead, i+1)
		if start && (r.hasFigure(Range{i, l.p.Hi}) || l.hasLevel && isDigit(t.R[i+1])) {
			l.p.Hi = i
			return
		}
	}
}

// startsOf returns the n figures that those of a list rise or fall from, of which f is the first:
// 由2030年的60%、70%|分别提高到|75%、80%; nil where the clause does not say.
func (r *reader) startsOf(c Range, f *figure, n int) []figure {
	const longest = 16 // characters between the two lists
	var out []figure
	for i := range r.g.bases {
		if b := &r.g.bases[i]; b.Lo >= c.Lo && b.Hi <= f.start {
			out = append(out, b.f)
		}
	}
	if len(out) == 0 {
		for i := range r.g.all {
			if g := &r.g.all[i]; g.start >= c.Lo && g.end <= f.start {
				out = append(out, *g)
			}
		}
		out = out[max(0, len(out)-n):]
	}
	if len(out) != n {
		return nil
	}
	for i := 1; i < n; i++ {
		if end := out[i-1].end; end+1 != out[i].start || !joinsNames(r.t.R[end]) {
			return nil
		}
	}
	if mid := (Range{out[n-1].end, f.start}); mid.Len() == 0 || mid.Len() > longest || separates(r.t, mid) || r.t.next(mid.Lo, mid.Hi, EndsClause) < mid.Hi || !r.becomes(mid) {
		return nil
	}
	if at := r.startsAt(out[0].start); at > c.Lo && (r.t.R[at] == '由' || r.t.R[at] == '从') {
		return out
	}
	return nil
}

// startsAt returns where 由 stands before a figure, with a year or a word for now between:
// 由|2030年的60%, 从|现在的60%. It returns what stands before the figure, where neither does.
func (r *reader) startsAt(pos int32) int32 {
	if pos > 0 && r.t.R[pos-1] == '的' {
		pos--
	}
	for i := range r.g.periods {
		if p := &r.g.periods[i]; p.hi == pos {
			return max(p.lo-1, 0)
		}
	}
	if lo, ok := r.w.hasEnd(listPresentWord, pos); ok {
		pos = lo
	}
	return max(pos-1, 0)
}

// becomes reports whether words between two figures say that one becomes the other: 提高到2032年的.
func (r *reader) becomes(p Range) bool {
	p = r.beforePeriod(p)
	if end, ok := r.w.hasAt(listRespective, p.Lo); ok && end < p.Hi {
		p.Lo = end
	}
	return r.w.endsIn(listLevelVerb, p)
}

// beforePeriod takes the year off words that end in one, and leaves them the 到 that belongs to
// both: 提高到|2032年的.
func (r *reader) beforePeriod(p Range) Range {
	hi := r.periodBefore(p)
	if hi < p.Hi && (r.t.R[hi] == '到' || r.t.R[hi] == '至') {
		hi++
	}
	return Range{p.Lo, hi}
}

// ofTotal reads a part of what the figure before counts: 新增床位500张,其中|康复床位100张.
func (r *reader) ofTotal(l *levelWords) bool {
	q := &l.f.q
	unit := r.t.Written(Range{int32(q.UnitFrom), int32(q.UnitTo)})
	if l.hasLevel || !r.partOfTotal(l.p, unit) {
		return false
	}
	r.emit(frameLevel, l.f, l.clause, append([]Range{l.p}, r.withoutPart(r.total)...), l.base)
	return true
}

// partName names a value of one part of what an indicator measures (清扫率|县城|达到75%): the
// part, then the indicator; nil for another.
func (r *reader) partName(l *levelWords) []Range {
	part, ok := r.w.endIn(listPartWord, l.p)
	if !ok || part <= l.p.Lo+1 || !l.hasLevel && l.f.q.Bounded != quantity.Before && l.f.q.Family != quantity.Ratio || !r.measure(Range{l.p.Lo, part}) {
		return nil
	}
	name := []Range{{part, l.p.Hi}, {l.p.Lo, part}}
	l.p.Hi = part
	r.subject = []Range{l.p}
	return name
}

// emitLevel gives the goal, and keeps what the figures behind it may lack: for which
// crowd, under which verb, of which indicator.
func (r *reader) emitLevel(l *levelWords, name []Range) {
	if crowd := r.perCrowd(name[0]); crowd.Len() > 0 {
		r.crowd = crowd
	} else if r.crowd.Lo >= l.clause.Lo && len(name) == 1 && !l.hasLevel && r.takesLead(name[0], r.crowd) { // 每千人口医师3人、|护士4人
		name = append([]Range{r.crowd}, name...)
	}
	if l.keep.Len() > 0 {
		r.keep = l.keep
	} else if len(name) == 1 && r.measure(l.p) { // an indicator of its own ends what the verb before governs
		r.keep = Range{}
	}
	if l.p.Len() > 0 && len(name) == 1 {
		r.subject = []Range{l.p}
	}
	if l.before.Len() > 0 {
		name = append([]Range{l.before}, name...)
	}
	g := r.emit(frameLevel, l.f, l.clause, name, l.base)
	if g == nil {
		return
	}
	if l.inner != quantity.EQ {
		g.op = l.inner
	}
	if from := r.startsOf(l.clause, l.f, 1); from != nil {
		g.baseline = written(r.t, &from[0].q)
	}
}

// cutLevelVerb leaves out what stands between an indicator and its figure: verbs of level,
// 均 and the like, years. It reports whether a verb of level was among it.
func (r *reader) cutLevelVerb(p Range, level int32, hasLevel bool) (Range, bool) {
	w, t := r.w, r.t
	if lo := r.periodBefore(p); lo < p.Hi { // 由30%提高到2030年的50%
		p.Hi = lo
		level, hasLevel = w.endIn(listLevelVerb, p)
	}
	if hasLevel && level >= p.Lo {
		p.Hi = level
		for {
			lo, ok := w.endIn(listLevelVerb, p)
			if ok {
				p.Hi = lo
				continue
			}
			if p.Hi > p.Lo && (t.R[p.Hi-1] == '均' || t.R[p.Hi-1] == '都' || t.R[p.Hi-1] == '应') {
				p.Hi--
				continue
			}
			if lo := r.periodBefore(p); lo < p.Hi { // 增加值力争2028年突破…
				p.Hi = lo
				continue
			}
			break
		}
	} else if end, ok := w.hasAt(listTargetVerb, p.Lo); ok && p.Hi > end+3 && (t.R[p.Hi-1] == '至' || t.R[p.Hi-1] == '到') && !isDigit(t.R[p.Hi-2]) { // 压减|开办时间|至1天, 扩容|节点|到12个
		return Range{end, p.Hi - 1}, true
	} else if p.Hi > p.Lo && t.R[p.Hi-1] == '各' { // 三类园区各8个
		p.Hi--
	}
	if p.Len() > 4 && t.R[p.Hi-1] == '共' && t.R[p.Hi-2] != '公' { // 供水、供热管网共300公里
		p.Hi--
	}
	if p.Len() > 2 && t.R[p.Hi-1] == '均' && !w.single(listMeanBase, p.Hi-2) { // 存贷款余额均超过
		p.Hi--
	}
	return p, hasLevel
}

// cutShareOf leaves out what a share is of: 办理时限压缩至法定时限的|三分之一.
func (r *reader) cutShareOf(p Range) Range {
	if p.Len() <= 4 || r.t.R[p.Hi-1] != '的' {
		return p
	}
	for i := p.Lo + 2; i < p.Hi-2; i++ {
		if _, ok := r.w.hasAt(listLevelVerb, i); ok && r.measure(Range{p.Lo, i}) {
			p.Hi = i
			break
		}
	}
	if p.Len() > 4 && r.t.R[p.Hi-1] == '的' { // 标准达到上年度人均支出的|65%
		p.Hi--
	}
	return p
}

// verbsOnly reads a figure before which only verbs stand, maybe behind a place: what it
// counts was said before (2031年改造20个村,2032年改造30个), comes behind the last figure
// (建成3个、开工5个配送中心), or is the verb itself (完成造林12万亩).
func (r *reader) verbsOnly(l *levelWords) bool {
	w, t, f, c := r.w, r.t, l.f, l.clause
	q, last := &f.q, r.lastTail(c)
	verb, ok := w.endIn(listTargetVerb, l.p)
	var attrs map[string]string
	if ok {
		attrs = w.attrs(listTargetVerb, Range{verb, l.p.Hi})
	}
	if f.noun.Len() > 0 {
		if last = f.noun; attrs["keep"] == "yes" { // for those behind it, too
			r.keep = Range{verb, l.p.Hi}
		}
	}
	verbs := r.allVerbs(l.p)
	l.grows = r.subject != nil && r.growthOnly(l.p) && (q.Family == quantity.Ratio || !(verbs && q.Family == quantity.Count) && r.asBefore(q))
	var noun, name []Range
	if verbs && q.Family == quantity.Count {
		noun = r.countedIn(t.Written(Range{int32(q.UnitFrom), int32(q.UnitTo)}))
	}
	switch {
	case ok && verbs && last.Len() <= 1 && attrs["alone"] == "yes":
		p := l.p
		for p.Lo < verb { // 搬迁安置, but not 完成安置
			end, ok := w.hasAt(listTargetVerb, p.Lo)
			if !ok || w.attrs(listTargetVerb, Range{p.Lo, end})["keep"] == "yes" {
				break
			}
			p.Lo = end
		}
		name = []Range{p}
		r.subject = name
	case verbs && r.subject == nil && r.counted.Len() > 0 && last.Len() <= 1:
		name = []Range{l.p, r.counted}
	case ok && verb > l.p.Lo+2 && r.allotted(Range{l.p.Lo, verb}) && last.Len() > 1 && attrs["keep"] == "": // 每个市建设2条以上、每个县建设1条以上河湖
		name = []Range{last}
	case verbs && r.subject == nil:
		if last.Len() <= 1 {
			return true
		}
		name = []Range{l.p, last}
	case noun != nil: // 实施项目20个,完成投资9亿元,竣工12个
		name = r.anotherAct(l.p, noun)
	case verbs && !l.grows && q.Family != quantity.Ratio && r.w.endsWith(listShareHead, r.subject[len(r.subject)-1].Hi): // 绿化率达到30%,改造2万户: of what, nothing says
		return true
	case verbs && !l.grows: // 新建农田15万亩,改造提升8万亩
		name = r.anotherAct(l.p, r.subjectStem(false))
	case ok && verb > l.p.Lo+2 && r.counted.Len() > 0 && q.Family == quantity.Count && t.R[verb-1] == '各' && r.place(Range{l.p.Lo, verb - 1}): // 县级各建成1个
		name = []Range{{l.p.Lo, verb - 1}, r.counted}
	case ok && verb > l.p.Lo && r.subject != nil && q.Family == quantity.Count && r.place(Range{l.p.Lo, verb}) && !r.w.endsWith(listPlaceKind, verb): // 县级培育2个以上, but not 棚户区改造2万户
		name = append([]Range{{l.p.Lo, verb}}, r.subject...)
	default:
		return false
	}
	r.emit(frameLevel, f, c, name, l.base)
	return true
}

// asBefore reports whether a figure has the unit of the goal before it in its sentence:
// 播种面积12万亩,比上年减少|2万亩.
func (r *reader) asBefore(q *quantity.Quantity) bool {
	n := len(r.g.found)
	return n > 0 && r.g.found[n-1].at.Lo >= r.sentence.Lo && r.inUnit(q)
}

// anotherAct puts a verb before what the subject names, or in the place of the verb that this ends
// with: 新建农田15万亩,|改造提升|8万亩, 生猪存栏60万头、|出栏|90万头.
func (r *reader) anotherAct(verb Range, subject []Range) []Range {
	last := &subject[len(subject)-1]
	if lo, ok := r.w.endIn(listTargetVerb, *last); ok && lo > last.Lo+1 && !r.w.partsWord(*last, lo) { // but 社会组织3个,培育2个
		last.Hi = lo
		return append(subject, verb)
	}
	return append([]Range{verb}, subject...)
}

// ofEach reads a figure before which only stands for whom it is; what it counts is the
// object of the clause before: 认定一批基地,每个设区市至少1家.
func (r *reader) ofEach(l *levelWords) bool {
	if p := l.p; p.Len() > 2 && r.t.R[p.Lo] == '平' && r.t.R[p.Lo+1] == '均' && r.t.R[p.Lo+2] == '每' {
		l.p.Lo += 2
	}
	if !r.allotted(l.p) {
		return false
	}
	if several := r.object(r.before); several.Len() > 2 {
		r.emit(frameLevel, l.f, l.clause, []Range{several}, l.base)
		return true
	}
	if o := r.lastObject(r.before); o.Len() > 2 && !r.inside && !r.hasFigure(r.before) { // 培育草根社团,每个村不少于3个
		r.emit(frameLevel, l.f, l.clause, []Range{l.p, o}, l.base)
		return true
	}
	return false
}

// openingVerb leaves out the verb that the words before a figure begin with, or keeps it
// where it belongs to the name.
func (r *reader) openingVerb(l *levelWords) {
	w, t := r.w, r.t
	end, ok := w.hasAt(listTargetVerb, l.p.Lo)
	if !ok || end >= l.p.Hi || r.suffixed(end) || w.belongsOn(listTargetVerb, l.p.Lo, end) { // 保障性住房
		return
	}
	verb := Range{l.p.Lo, end}
	switch {
	case w.attrs(listTargetVerb, verb)["keep"] == "yes":
		l.keep = r.joinedVerbs(verb, l.p.Hi)
		return
	case w.isWord(listProjectBare, Range{end, l.p.Hi}): // 竣工项目60个: 项目 alone says nothing
		return
	case r.measure(l.p) && l.f.q.Family != quantity.Count && !r.governs(verb, l.p.Hi):
		return
	}
	l.p.Lo = end
	if next, ok := w.hasAt(listTargetVerb, end); ok && next < l.p.Hi && !r.suffixed(next) && !r.compounds(Range{end, next}) {
		if w.attrs(listTargetVerb, Range{end, next})["keep"] == "yes" { // 完成新改建公路
			l.keep = Range{end, next}
		} else if !w.isWord(listProjectBare, Range{next, l.p.Hi}) { // 培养引进人才, but 谋划储备项目
			l.p.Lo = next
		}
	}
	if l.p.Len() > 4 && (t.R[l.p.Lo] == '和' || t.R[l.p.Lo] == '与' || t.R[l.p.Lo] == '或') { // 引进和培育
		if next, ok := w.hasAt(listTargetVerb, l.p.Lo+1); ok && next < l.p.Hi {
			l.p.Lo = next
		}
	}
	if t.R[l.p.Lo] == '的' || t.R[l.p.Lo] == '了' {
		l.p.Lo++
	}
	r.keep = Range{}
}

// joinedVerbs returns a verb with those that are joined to it: 新增|和提档升级, 新建|(改扩建).
func (r *reader) joinedVerbs(verb Range, hi int32) Range {
	for at := verb.Hi; at+2 < hi; at = verb.Hi {
		open := r.t.R[at] == '('
		if !open && !isJoin(r.t.R[at]) {
			break
		}
		end, ok := r.w.hasAt(listTargetVerb, at+1)
		if open && ok && end < hi && r.t.R[end] == ')' {
			end++
		} else if open {
			break
		}
		if !ok || end >= hi || r.suffixed(end) {
			break
		}
		verb.Hi = end
	}
	return verb
}

// noLevel reports whether a figure says nothing that an indicator reaches: a duration that
// measures nothing, a bare numeral, a specification, the rhythm of office work, how many works are named.
func (r *reader) noLevel(l *levelWords) bool {
	q := &l.f.q
	bare := !l.hasLevel && q.Bounded == quantity.NoBound
	if r.w.isWord(listRatePhrase, l.p) { // 每学期不少于2次
		return true
	}
	if bare && q.Family == quantity.Count && l.keep.Len() == 0 && r.sizes(r.before) { // 项目总建筑面积3万平方米,地下停车位420个
		return true
	}
	return q.Family == quantity.Time && !r.timed(l.p, l.hasLevel) ||
		bare && q.Words && q.Family == quantity.Count && !r.startsVerb(l.p.Lo) ||
		bare && q.Family == quantity.None && len(r.t.Cells) == 0 && !r.measure(l.p) ||
		r.specNoun(l.p, bare && l.keep.Len() == 0 && (r.keep.Len() == 0 || r.keep.Lo < l.clause.Lo) && !r.goesOnReaching()) || r.perStep(l.p) || r.routine(l.p) || r.countsNamed(l.f, l.p) || q.Family == quantity.Count && r.introduces(l.f, l.p)
}

// goesOnReaching reports whether the clause before said what something is to reach, so that a bare
// figure goes on with it: 养老机构达到45家,床位|6000张.
func (r *reader) goesOnReaching() bool {
	n := len(r.g.found)
	if n == 0 || r.inside || r.before.Len() == 0 {
		return false
	}
	g := &r.g.found[n-1]
	return g.frame == frameLevel && g.at.Lo >= r.before.Lo && r.before.Lo >= r.sentence.Lo && r.w.speaksOf(listLevelVerb, Range{r.before.Lo, g.at.Hi}) && r.t.R[g.at.Hi-1] != '元'
}

// perStep reports whether a figure is the step of a rule: 缴费年限每增加|1年.
func (r *reader) perStep(p Range) bool {
	lo, ok := r.w.endIn(listGrowthWord, p)
	return ok && lo > p.Lo && r.t.R[lo-1] == '每'
}

// levelName puts the name of an indicator together from the words before its figure and
// the subject before; nil where there is none.
func (r *reader) levelName(l *levelWords) []Range {
	p, q := l.p, &l.f.q
	switch {
	case p.Len() == 0:
		if r.subject == nil {
			if q.Family == quantity.Count && r.counted.Len() > 0 && r.byDeadline(l.clause) { // 搬迁3万户,2030年底前完成1万户
				return []Range{r.counted}
			}
			if l.hasLevel {
				return r.sameLater(q)
			}
			return nil
		}
		if r.keep.Len() > 0 && !l.hasLevel && r.keep.Lo == r.subject[0].Lo && r.goesOnYearly(l) { // 新建泵站5座(2030年)、8座(2031年)
			return r.subject
		}
		if q.Family != quantity.Ratio && !q.Double || r.grewInPoints(q) {
			return r.subjectStem(false)
		}
		return r.subject
	case l.grows:
		if n := len(r.g.found); n > 0 && r.g.found[n-1].at.Lo >= r.sentence.Lo && r.w.isWord(listPointUnit, Range{int32(q.UnitFrom), int32(q.UnitTo)}) {
			return append(append([]Range(nil), r.g.found[n-1].name...), p)
		}
		return append(r.subjectStem(false), p)
	case r.partial(p):
		if r.subject == nil {
			return []Range{p}
		}
		strip := r.w.attrs(listPartialNoun, p)["strip"] == "yes"
		stem := r.subjectStem(strip)
		if strip && (r.t.R[p.Hi-1] == '率' && r.measured || r.sum(stem[len(stem)-1])) && stem[len(stem)-1].Hi == r.subject[len(r.subject)-1].Hi { // 满意率 after a measure of its own
			return append(r.besideRate(p), p)
		}
		return append(stem, p)
	case r.subject != nil && (r.predicate(p.Lo) && r.w.endsWith(listWordGoal, p.Hi) || r.exceeds(p, q)): // 收入增长8%,|高于全省平均水平|2个百分点
		return append(append([]Range(nil), r.subject...), p)
	case len(r.shareOf(p)) > 0:
		return append([]Range{p}, r.shareOf(p)...)
	case r.inside && r.outer.Len() > 3 && r.partWord(p):
		return []Range{p, r.outer}
	case q.Family == quantity.Count && r.quoted(p) && r.sumNoun(l.f).Len() > 0:
		return []Range{p, r.sumNoun(l.f)}
	case l.keep.Len() == 0 && r.subject != nil && q.Family == quantity.Count && r.sameGrade(p) != nil:
		return r.sameGrade(p)
	case r.subject != nil && r.subject[0] == r.topic && r.partOfTopic(p):
		return []Range{p, r.topic}
	case r.subject != nil && r.inUnit(q) && len(r.sameLevel(p)) > 0:
		return r.sameLevel(p)
	case r.isPart(p) && r.subject != nil && r.inUnit(q):
		return append([]Range{p}, r.withoutPart(r.subject)...)
	case r.subject != nil && r.measured && q.Family == quantity.Ratio && r.narrower(p).Len() > 0:
		return append([]Range{p, r.narrower(p)}, r.subject[1:]...)
	case l.keep.Len() == 0 && r.keep.Len() > 0 && r.carries(l.clause) && !l.hasLevel && (r.total != nil || !surpasses(q)) && q.Family != quantity.Ratio && !r.measure(p) && !(r.t.R[r.keep.Hi-1] == '建' && r.w.endsWith(listTargetVerb, p.Hi)): // 新建公路20公里,危桥|改造3座
		return []Range{r.keep, p}
	}
	return []Range{p}
}

// goesOnYearly reports whether a figure goes on with a list of what one verb is to bring year by
// year: nothing but a year in a bracket and a mark stand between it and the figure before.
func (r *reader) goesOnYearly(l *levelWords) bool {
	n := len(r.g.found)
	if n == 0 || r.g.found[n-1].at.Lo < r.sentence.Lo {
		return false
	}
	prev := r.g.found[n-1].at.Hi
	if r.yearBehind(prev) > 0 {
		prev = r.t.Brackets[r.t.opening(prev)].Close + 1
	}
	rest := Range{prev + 1, l.f.start}
	return prev < l.f.start && joinsNames(r.t.R[prev]) && (rest.Len() == 0 || r.strip(rest).Len() == 0)
}

// besideRate returns of what a rate is that stands right behind the figure of another measure of the
// same: 消火栓建有率100%、|完好率|95%.
func (r *reader) besideRate(p Range) []Range {
	const measure, shortest = 3, 2 // characters: 建有率, and what it is a rate of
	n, stem := len(r.g.found), r.subjectStem(false)
	last := &stem[len(stem)-1]
	if n == 0 || r.g.found[n-1].at.Hi != p.Lo-1 || last.Len() < measure+shortest || !strings.ContainsRune("率量数", r.t.R[last.Hi-1]) {
		return nil
	}
	last.Hi -= measure
	return stem
}

// exceeds reports whether a figure says by how many points something is to be ahead of
// something else: 占比达到8%,|超出考核标准|0.5个百分点.
func (r *reader) exceeds(p Range, q *quantity.Quantity) bool {
	_, ok := r.w.hasAt(listCompareVerb, p.Lo)
	return ok && r.w.endsIn(listPointUnit, Range{int32(q.UnitFrom), int32(q.UnitTo)})
}

// surpasses reports whether a quantity's bound says what something is to rise above, as a verb of
// level does: 用户突破30万户.
func surpasses(q *quantity.Quantity) bool {
	return q.Bounded == quantity.Before && q.Op == quantity.GT
}

// shareOf returns what a phrase that ends in 占 leaves out, which the goal before says:
// 技师占技工总量的5%,高级工占|20%.
func (r *reader) shareOf(p Range) []Range {
	n := len(r.g.found)
	if n == 0 || p.Len() < 3 || r.t.R[p.Hi-1] != '占' || r.g.found[n-1].at.Lo < r.sentence.Lo {
		return nil
	}
	name := r.g.found[n-1].name
	for k, part := range name {
		for i := part.Lo + 1; i+1 < part.Hi; i++ {
			if r.t.R[i] == '占' {
				return append([]Range{{i + 1, part.Hi}}, name[k+1:]...)
			}
		}
	}
	return nil
}

// perBehind parts a measure from the number of people or things that a figure behind the
// verb of level holds for: 检验量|达到|每千人.
func (r *reader) perBehind(p Range) (per, stem Range) {
	const longest = 7
	for i := p.Hi - 2; i > p.Lo+2 && i >= p.Hi-longest; i-- {
		if r.t.R[i] != '每' {
			continue
		}
		if lo, ok := r.w.hasEnd(listLevelVerb, i); ok && lo > p.Lo+1 && r.perNumber(Range{i, p.Hi}) && r.measure(Range{p.Lo, lo}) {
			return Range{i, p.Hi}, Range{p.Lo, lo}
		}
		break
	}
	return Range{}, Range{}
}
