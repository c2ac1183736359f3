package extract

import (
	"strings"

	"plangraph/plan"
	"plangraph/quantity"
)

// reader reads the goals of one block of running text, sentence by sentence,
// and remembers what later clauses leave out.
type reader struct {
	w *Worker
	t *Text
	g *goals

	sentence Range
	year     int     // said in the sentence
	base     int     // the year that the clause compares with
	past     bool    // the sentence reports or forecasts
	keep     Range   // a verb that belongs to the names after it, too (新增)
	subject  []Range // the last indicator of the sentence
	measured bool    // it had a measure (率, 量) before its verb
	reachOf  Range   // the place that 与…通达 is measured from
	prev     Range   // what the clause before says a number of
	outer    Range   // the words before a bracket that holds figures
	inside   bool    // the clause stands in a bracket
	before   Range   // the object of the clause before
	approx   bool    // 基本实现
	floor    bool    // 至少
}

func (r *reader) block() {
	t := r.t
	n := int32(len(t.R))
	for lo := int32(0); lo < n; {
		hi := lo
		for hi < n && !EndsSentence(t.R[hi]) && t.R[hi] != CellMark {
			hi++
		}
		r.sentenceAt(Range{lo, hi})
		lo = hi + 1
	}
	if len(r.g.found) == 0 && r.nature() == "" {
		return
	}
	for lo := int32(0); lo < n; { // goals in words stand beside figures
		hi := lo
		for hi < n && !EndsSentence(t.R[hi]) && t.R[hi] != CellMark {
			hi++
		}
		s := Range{lo, hi}
		if _, past := r.w.find(listPastWord, s); !past && s.Len() > 5 {
			r.sentence = s
			r.noteYears(s)
			r.wordGoals(s)
		}
		lo = hi + 1
	}
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
				return
			}
		}
	}
	r.sentence, r.keep, r.subject, r.measured, r.reachOf, r.approx, r.floor = s, Range{}, nil, false, Range{}, false, false
	r.noteYears(s)
	if _, r.past = w.find(listPastWord, s); r.past {
		return
	}
	r.outer, r.prev, r.before = Range{}, Range{}, Range{}
	for lo := s.Lo; lo < s.Hi; {
		hi := lo
		for hi < s.Hi && !EndsClause(r.t.R[hi]) && r.t.R[hi] != '(' && r.t.R[hi] != ')' {
			hi++
			if hi < s.Hi && r.t.R[hi] == '(' { // a bracket without a figure belongs to its clause
				if b := r.t.opening(hi); b >= 0 && r.t.Brackets[b].Close < s.Hi && !r.hasFigure(Range{hi, r.t.Brackets[b].Close}) {
					hi = r.t.Brackets[b].Close + 1
				}
			}
		}
		if hi > lo {
			c := Range{lo, hi}
			r.inside = lo > s.Lo && r.t.BracketAt(lo) >= 0
			if r.done(c) {
				r.past = true
			} else if r.past && r.said(c) {
				r.past = false
			}
			if !r.past {
				r.clause(c)
			}
			r.prev, r.before = r.object(c), r.lastObject(c)
			if hi < s.Hi && r.t.R[hi] == '(' {
				if r.outer = r.strip(c); r.hasFigure(c) {
					r.outer = Range{}
				}
			}
		}
		lo = hi + 1
	}
}

// done reports whether a clause says what is done already; 已 before a noun's
// verb (和已建成小区) does not.
func (r *reader) done(c Range) bool {
	word, ok := r.w.find(listPastClause, c)
	if !ok {
		return false
	}
	if word.Lo > c.Lo {
		switch r.t.R[word.Lo-1] {
		case '和', '、', '对', '将', '及', '与', '把', '在':
			return false
		}
	}
	return true
}

// said reports whether a clause names a year to come.
func (r *reader) said(c Range) bool {
	for i := range r.g.periods {
		if p := &r.g.periods[i]; p.lo >= c.Lo && p.hi <= c.Hi && !p.p.Compared && r.yearOf(p) >= r.w.firstYear() {
			return true
		}
	}
	return false
}

func (r *reader) hasFigure(s Range) bool {
	for i := range r.g.all {
		if f := &r.g.all[i]; f.from >= s.Lo && f.to <= s.Hi {
			return true
		}
	}
	return false
}

// noteYears reads the years of a sentence. A year before the plan's first makes
// the sentence past, unless it is only compared with.
func (r *reader) noteYears(s Range) {
	r.year, r.past = 0, false
	for i := range r.g.periods {
		p := &r.g.periods[i]
		if p.lo < s.Lo || p.hi > s.Hi {
			continue
		}
		if p.p.Compared {
			continue
		}
		if y := r.yearOf(p); y > r.g.far && y < 2061 {
			r.g.far = y
		}
		if y := r.yearOf(p); y > 0 && y >= r.w.firstYear() && r.year == 0 {
			if r.year = y; !p.p.Relative {
				r.g.year = y
			}
		}
	}
}

func (r *reader) yearOf(p *period) int {
	if !p.p.Relative {
		return p.p.End
	}
	if y := r.w.firstYear(); y > 0 {
		if p.p.End > 1 {
			return y + p.p.End - 1
		}
		return y + p.p.End
	}
	return 0
}

// yearAt returns the year for a goal in a clause: said there before it, else in
// the sentence, the paragraph, the titles, else the plan's end.
func (r *reader) yearAt(c Range) int {
	year := 0
	for i := range r.g.periods {
		p := &r.g.periods[i]
		if p.lo >= r.sentence.Lo && p.hi <= c.Hi && !p.p.Compared {
			if y := r.yearOf(p); y > 0 {
				year = y
			}
		}
	}
	switch {
	case year > 0:
	case r.year > 0:
		year = r.year
	case r.g.year > 0 && r.g.year >= r.w.firstYear():
		year = r.g.year
	default:
		if year = r.w.sectionYear(); year == 0 {
			year = r.w.lastYear()
		}
	}
	return year
}

// strip takes from the head of a phrase what is no part of an indicator: years,
// adverbs, causatives, scope.
func (r *reader) strip(p Range) Range {
	for i := p.Lo; i < p.Hi && i < p.Lo+3 && p.Lo == 0; i++ { // 2. at the head of a block
		if c := r.t.R[i]; (c == '.' || c == '．' || c == '、') && i > 0 && (i+1 == p.Hi || r.t.R[i+1] < '0' || r.t.R[i+1] > '9') {
			p.Lo = i + 1
			break
		} else if c < '0' || c > '9' {
			if i > 0 && r.startsVerb(i) { // the number's cell stood before the text's
				p.Lo = i
			}
			break
		}
	}
	for p.Lo < p.Hi {
		lo := p.Lo
		for i := range r.g.periods {
			if pd := &r.g.periods[i]; pd.lo == lo && pd.hi <= p.Hi {
				p.Lo = pd.hi
				for p.Lo < p.Hi && (r.t.R[p.Lo] == '年' || r.t.R[p.Lo] == '末' || r.t.R[p.Lo] == '底' || r.t.R[p.Lo] == '前') {
					p.Lo++
				}
			}
		}
		if end, ok := r.w.hasAt(listTargetLead, p.Lo); ok && end <= p.Hi {
			p.Lo = end
		}
		if p.Lo < p.Hi && r.t.R[p.Lo] == '以' {
			for i := p.Lo + 2; i+3 <= p.Hi && i < p.Lo+12; i++ {
				if r.t.String(Range{i, i + 3}) == "为单位" {
					p.Lo = i + 3
					break
				}
			}
		}
		if p.Lo < p.Hi && r.t.R[p.Lo] == '并' && r.startsVerb(p.Lo+1) {
			p.Lo++
		}
		if p.Lo == lo {
			break
		}
	}
	for p.Hi > p.Lo && (isJoin(r.t.R[p.Hi-1]) || r.t.R[p.Hi-1] == ':') {
		p.Hi--
	}
	return p
}

func (r *reader) startsVerb(pos int32) bool {
	_, ok := r.w.hasAt(listTargetVerb, pos)
	return ok
}

func isJoin(c rune) bool { return c == '、' || c == '和' || c == '及' || c == '与' || c == '并' }

// clause reads the figures of one clause; without one it may still cover all of
// something.
func (r *reader) clause(c Range) {
	w, t := r.w, r.t
	var first, last = -1, -1
	for i := range r.g.all {
		f := &r.g.all[i]
		if f.from >= c.Lo && f.to <= c.Hi {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	open := r.strip(c)
	r.base, r.floor = 0, false
	for i := range r.g.periods {
		if p := &r.g.periods[i]; p.p.Compared && p.lo >= c.Lo && p.hi <= c.Hi {
			r.base = p.p.End
		}
	}
	if first < 0 {
		r.whole(c, open)
		return
	}
	if word, ok := w.find(listPolicyWord, c); ok && !r.rated(first) && (r.g.all[first].q.Family != quantity.Ratio || t.String(word) != "安排") {
		return
	}
	if y := r.yearAt(c); y > 0 && y < w.firstYear() {
		return
	}
	if r.spread(c, first, last) {
		return
	}
	at := c.Lo
	for i := first; i <= last; i++ {
		f := &r.g.all[i]
		next := c.Hi
		if i < last {
			next = r.g.all[i+1].start
		}
		// 营业收入10亿元以上企业55家: the first figure is a part of the name.
		if i < last && (f.end == next || !isJoin(t.R[f.end]) && !separates(t, Range{f.end, next})) {
			continue
		}
		left := Range{at, f.start}
		right := Range{f.end, next}
		at = r.figure(f, c, left, right)
	}
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
	return end > 0 && (r.t.R[end-1] == '率' || end > 1 && r.t.R[end-2] == '比' && r.t.R[end-1] == '例')
}

// separates reports whether a list mark parts two figures.
func separates(t *Text, p Range) bool {
	for i := p.Lo; i < p.Hi; i++ {
		if t.R[i] == '、' || t.R[i] == '和' || t.R[i] == '及' {
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
	// the words behind the figure end where the next one's begin
	tail := right
	if tail.Hi < c.Hi {
		cut := tail.Lo
		for i := tail.Lo; i < tail.Hi; i++ {
			if t.R[i] == '、' || t.R[i] == '和' || t.R[i] == '及' {
				cut = i
				break
			}
			cut = i + 1
		}
		tail.Hi = cut
	}
	for tail.Hi > tail.Lo && isJoin(t.R[tail.Hi-1]) {
		tail.Hi--
	}
	done := max(f.end, tail.Hi)
	if end, ok := r.reachWord(f); ok && end <= c.Hi {
		r.reach(f, c, p, end)
		return end
	}
	if tail.Lo < tail.Hi && (t.R[tail.Lo] == '、' || isJoin(t.R[tail.Lo])) {
		tail.Hi = tail.Lo
		done = f.end
	}
	verb, hasVerb := w.endIn(listTargetVerb, p)
	level, hasLevel := w.endIn(listLevelVerb, p)
	if r.tailEmpty(tail) {
		r.levelGoal(f, c, p, level, hasLevel)
		return done
	}
	if !hasVerb { // 完成城区3所小学改建
		if end, ok := w.hasAt(listTargetVerb, p.Lo); ok && end < p.Hi && p.Hi-end <= 6 && r.place(Range{end, p.Hi}) {
			hasVerb, verb = true, p.Lo
			p.Hi = end
		}
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

// reachWord finds 通达, 交通圈 or the like behind a time.
func (r *reader) reachWord(f *figure) (int32, bool) {
	if f.q.Family != quantity.Time {
		return 0, false
	}
	for i := f.end; i < f.end+4; i++ {
		if end, ok := r.w.hasAt(listReachWord, i); ok && (i == f.end || r.t.R[end-1] == '圈') {
			return end, true
		}
		if int(i) >= len(r.t.R) || EndsClause(r.t.R[i]) || isJoin(r.t.R[i]) {
			break
		}
	}
	return 0, false
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
	if tail.Len() == 0 {
		return true
	}
	for _, m := range r.t.mentions[r.w.Kind("departments")] { // a body in the next column
		if m.Lo == tail.Lo && m.Len() >= 3 {
			return true
		}
	}
	switch s := r.t.String(tail); s {
	case "的目标", "目标", "的水平", "水平", "的规模", "规模", "的要求", "大关", "的任务", "的", "的标准", "次", "及", "台阶", "的比例", "的覆盖率", "”", "份额", "等", "用量", "的增速":
		return true
	}
	return false
}

// levelGoal: the indicator stands before the figure.
func (r *reader) levelGoal(f *figure, c, p Range, level int32, hasLevel bool) {
	w, t := r.w, r.t
	q := &f.q
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
	} else if p.Hi > p.Lo && t.R[p.Hi-1] == '各' { // 三类园区各8个
		p.Hi--
	}
	if _, ok := w.hasAt(listMannerLead, p.Lo); ok && !r.measure(p) {
		return
	}
	base := r.base
	p, base = r.uncompare(p, base)
	var name []Range
	keep := Range{}
	inner := quantity.EQ
	var before Range
	if word, ok := w.find(listAtLeast, p); ok && q.Op == quantity.EQ && word.Lo > p.Lo && word.Hi < p.Hi { // 人员不低于在职人员的75%
		before, p, inner = Range{p.Lo, word.Lo}, Range{word.Hi, p.Hi}, quantity.GE
	}
	if before.Len() == 0 {
		p = r.cutSubject(p)
	}
	if q.Words && q.Family == quantity.Count && q.Low.Cmp(quantity.Decimal{Coef: 1}) == 0 && !r.eachSentence() {
		return
	}
	if r.allVerbs(p) && r.subject == nil { // 建成3个、开工5个配送中心
		if last := r.lastTail(c); last.Len() > 1 {
			r.emit(frameLevel, f, c, []Range{p, last}, base)
		}
		return
	}
	if r.allVerbs(p) { // 新建农田15万亩,改造提升8万亩
		r.emit(frameLevel, f, c, append([]Range{p}, r.subjectStem(false)...), base)
		return
	}
	if lo, ok := w.endIn(listTargetVerb, p); ok && lo > p.Lo && r.subject != nil && q.Family == quantity.Count && r.place(Range{p.Lo, lo}) { // 县级培育2个以上
		r.emit(frameLevel, f, c, append([]Range{{p.Lo, lo}}, r.subject...), base)
		return
	}
	if r.allotted(p) && r.prev.Len() > 2 { // 认定一批基地,每个设区市至少1家
		name = []Range{r.prev}
		r.emit(frameLevel, f, c, name, base)
		return
	}
	if p.Len() > 0 && before.Len() == 0 {
		if end, ok := w.hasAt(listTargetVerb, p.Lo); ok && end < p.Hi {
			verb := Range{p.Lo, end}
			if w.Attrs("target_verb", t.String(verb))["keep"] == "yes" {
				keep = verb
			} else if !r.measure(p) || q.Family == quantity.Count {
				p.Lo = end
				if next, ok := w.hasAt(listTargetVerb, end); ok && next < p.Hi { // 培养引进人才
					p.Lo = next
				}
				if t.R[p.Lo] == '的' || t.R[p.Lo] == '了' {
					p.Lo++
				}
				r.keep = Range{}
			}
		}
	}
	if q.Family == quantity.Time && !r.timed(p, hasLevel) {
		return
	}
	if q.Words && q.Family == quantity.Count && !hasLevel && q.Bounded == quantity.NoBound && !r.startsVerb(p.Lo) {
		return
	}
	if q.Family == quantity.None && !hasLevel && q.Bounded == quantity.NoBound && len(t.Cells) == 0 {
		return
	}
	if r.specNoun(p) || r.routine(p) {
		return
	}
	for i := p.Lo + 2; i+1 < p.Hi; i++ { // 比例由60%提高到80%, 由2025年的35%提高到…
		if (t.R[i] == '由' || t.R[i] == '从') && (quantity.IsStart(t.R[i+1]) || t.R[i+1] == '“') && r.hasFigure(Range{i, p.Hi}) {
			p.Hi = i
			break
		}
	}
	switch {
	case p.Len() == 0:
		if r.subject == nil {
			return
		}
		name = r.subject
		if q.Family != quantity.Ratio && !q.Double {
			name = r.subjectStem(false)
		}
	case r.partial(p):
		if r.subject == nil {
			name = []Range{p}
			break
		}
		strip := w.Attrs("partial_noun", t.String(p))["strip"] == "yes"
		name = append(r.subjectStem(strip), p)
	case r.inside && r.outer.Len() > 3 && r.partWord(p):
		name = []Range{p, r.outer}
	case q.Family == quantity.Count && r.quoted(p) && r.sumNoun(f).Len() > 0:
		name = []Range{p, r.sumNoun(f)}
	case r.isPart(p) && r.subject != nil:
		name = append([]Range{p}, r.subject...)
	case keep.Len() == 0 && r.keep.Len() > 0 && r.carries(c) && !hasLevel && q.Family != quantity.Ratio && !r.measure(p):
		name = []Range{r.keep, p}
	default:
		name = []Range{p}
	}
	if keep.Len() > 0 {
		r.keep = keep
	}
	if p.Len() > 0 && len(name) == 1 {
		r.subject = []Range{p}
	}
	if before.Len() > 0 {
		name = append([]Range{before}, name...)
	}
	if g := r.emit(frameLevel, f, c, name, base); g != nil && inner != quantity.EQ {
		g.op = inner
	}
}

// carries reports whether the verb kept from before holds here: in its own
// clause any does, in a later one only 新增 and its like.
func (r *reader) carries(c Range) bool {
	return r.keep.Lo >= c.Lo || r.t.R[r.keep.Lo] == '新' || r.t.R[r.keep.Lo] == '增'
}

// routine reports whether a phrase is about the rhythm of office work: 每月调度.
func (r *reader) routine(p Range) bool {
	for i := p.Lo; i+1 < p.Hi && i < p.Lo+6; i++ {
		if r.t.R[i] == '每' && strings.ContainsRune("月季周日旬半", r.t.R[i+1]) {
			return true
		}
	}
	return false
}

// lastTail returns what stands behind the last figure of a clause.
func (r *reader) lastTail(c Range) Range {
	for i := len(r.g.all) - 1; i >= 0; i-- {
		if f := &r.g.all[i]; f.from >= c.Lo && f.to <= c.Hi {
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

// periodBefore returns where a year at the end of a phrase begins, with the 的
// behind it; the phrase's end where it has none.
func (r *reader) periodBefore(p Range) int32 {
	hi := p.Hi
	if hi > p.Lo && r.t.R[hi-1] == '的' {
		hi--
	}
	for i := range r.g.periods {
		if pd := &r.g.periods[i]; pd.hi == hi && pd.lo > p.Lo && !pd.p.Compared {
			return pd.lo
		}
	}
	return p.Hi
}

// cutSubject takes the doer off a phrase that names each of several doers and
// then a verb: 每个设区市每年培育示范组织.
func (r *reader) cutSubject(p Range) Range {
	t := r.t
	if p.Len() < 4 || t.R[p.Lo] != '每' && t.R[p.Lo] != '各' || r.perNumber(p) {
		return p
	}
	for i := p.Lo + 2; i+2 < p.Hi; i++ {
		if _, ok := r.w.hasAt(listTargetVerb, i); ok {
			return Range{i, p.Hi}
		}
	}
	return p
}

// allotted reports whether a phrase only says for whom: 每个设区市, 各县.
func (r *reader) allotted(p Range) bool {
	if p.Len() < 2 || r.t.R[p.Lo] != '每' && r.t.R[p.Lo] != '各' || r.perNumber(p) {
		return false
	}
	return r.place(p) || r.t.R[p.Hi-1] == ')' || r.t.R[p.Hi-1] == '村' || r.t.R[p.Hi-1] == '镇'
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

// uncompare takes 比2015年, 较“十三五”末 out of the end or the middle of a phrase.
func (r *reader) uncompare(p Range, base int) (Range, int) {
	for i := range r.g.periods {
		pd := &r.g.periods[i]
		if pd.p.Compared && pd.lo > p.Lo && pd.hi <= p.Hi {
			base = pd.p.End
			if pd.hi >= p.Hi {
				p.Hi = pd.lo - 1
			}
		}
	}
	return p, base
}

// timed reports whether a duration measures something: 时间缩短至10小时.
func (r *reader) timed(p Range, hasLevel bool) bool {
	if p.Len() == 0 {
		return hasLevel && r.subject != nil
	}
	s := r.t.String(p)
	for _, w := range [...]string{"时间", "时限", "时长", "周期", "年限", "寿命", "用时", "工期", "天数", "时效", "耗时", "比例"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// specNoun reports whether a name only says how big a work is.
func (r *reader) specNoun(p Range) bool {
	end, ok := r.w.hasAt(listSpecNoun, p.Lo)
	return ok && end == p.Hi
}

// measure reports whether a phrase ends with a measure: 率, 量, 收入.
func (r *reader) measure(p Range) bool {
	_, ok := r.w.endIn(listMeasureHead, p)
	if !ok {
		_, ok = r.w.endIn(listGrowthWord, p)
	}
	return ok
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
func (r *reader) isPart(p Range) bool { return (r.measured || r.inside) && r.partWord(p) }

// quoted reports whether a phrase is one quotation.
func (r *reader) quoted(p Range) bool {
	return p.Len() > 2 && r.t.R[p.Lo] == '“' && r.t.R[p.Hi-1] == '”'
}

// sumNoun returns what a sum later in the sentence counts: “甲”3座、“乙”2座,共计5座桥.
func (r *reader) sumNoun(f *figure) Range {
	t := r.t
	for i := f.end; i+2 < r.sentence.Hi; i++ {
		if t.R[i] != '计' && t.R[i] != '共' || t.R[i+1] < '0' || t.R[i+1] > '9' {
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

func (r *reader) partWord(p Range) bool {
	if end, ok := r.w.hasAt(listPartWord, p.Lo); ok && end == p.Hi {
		return true
	}
	return p.Len() > 1 && p.Len() <= 4 && r.place(p)
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
		if end, ok := r.w.hasAt(listTargetVerb, out[0].Lo); ok && end < out[0].Hi {
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
	if strip {
		if lo, ok := r.w.hasEnd(listMeasureTail, last.Hi); ok && lo > last.Lo {
			last.Hi = lo
		}
	}
	return out
}

// eachSentence reports whether the sentence speaks of each of several (每个县,
// 各设区市, 至少), where a single thing is a goal.
func (r *reader) eachSentence() bool {
	for i := r.sentence.Lo; i < r.sentence.Hi; i++ {
		switch r.t.R[i] {
		case '每':
			return true
		case '各':
			if i+1 < r.sentence.Hi && strings.ContainsRune("设县市区乡镇地街村社州盟旗校配", r.t.R[i+1]) {
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

// countGoal: a verb, the figure, then the thing counted; with a ratio the thing
// that shares in something (95%以上县建立储备库).
func (r *reader) countGoal(f *figure, c, p Range, verb int32, hasVerb bool, tail Range) {
	w, t := r.w, r.t
	q := &f.q
	if q.Family == quantity.Time && t.R[tail.Lo] != '的' || q.Family == quantity.Energy && !hasVerb {
		return
	}
	if q.Family == quantity.Time {
		if _, ok := w.endIn(listLevelVerb, p); ok && tail.Len() > 2 {
			r.emit(frameCount, f, c, []Range{{tail.Lo + 1, tail.Hi}}, r.base)
		}
		return
	}
	if q.Family == quantity.Money {
		return // 安排3亿元用于…: a sum, no measure
	}
	if _, ok := w.hasAt(listMannerLead, p.Lo); ok && (t.R[p.Lo] == '鼓' || t.R[p.Lo] == '有') {
		return
	}
	floor := false
	if lo, ok := w.endIn(listAtLeast, p); ok {
		p.Hi, floor = lo, true
	}
	if q.Bounded == quantity.Before {
		verb, hasVerb = w.endIn(listTargetVerb, p)
	}
	noun := tail
	if t.R[noun.Lo] == '的' {
		noun.Lo++
	}
	if noun.Len() == 0 {
		return
	}
	var name []Range
	if q.Family == quantity.Ratio {
		if r.coverShare(f, c, p, noun) {
			return
		}
		switch {
		case hasVerb && p.Len() > 6, p.Len() == 0, !r.nominal(p):
			name = []Range{noun}
		default:
			name = []Range{p, noun}
		}
		if _, ok := w.hasAt(listMannerLead, p.Lo); ok && p.Len() > 0 {
			return
		}
		if t.R[tail.Lo] == '的' && p.Len() == 0 && tail.Len() < 8 {
			return
		}
		r.emit(frameCount, f, c, name, r.base)
		return
	}
	if !hasVerb && !floor && p.Len() > 0 && !r.eachEnds(p) && q.Bounded != quantity.Before {
		return
	}
	if hasVerb && q.Op == quantity.EQ && w.Attrs("target_verb", t.String(Range{verb, p.Hi}))["weak"] == "yes" {
		return
	}
	if !hasVerb && p.Len() == 0 && r.keep.Len() == 0 && !r.eachDoes(noun) && !r.continues(c, f) && !floor && q.Bounded == quantity.NoBound {
		return
	}
	if q.Words && q.Low.Cmp(quantity.Decimal{Coef: 1}) == 0 && !r.eachSentence() {
		return
	}
	if hasVerb {
		r.keep = Range{}
		if w.Attrs("target_verb", t.String(Range{verb, p.Hi}))["keep"] == "yes" {
			r.keep = Range{verb, p.Hi}
		}
		if _, ok := w.endIn(listAtLeast, Range{p.Lo, verb}); ok {
			floor = true
		}
		floor = floor || r.floor // 至少 holds for the whole clause
		r.floor = floor
	} else if p.Len() == 0 && r.floor {
		floor = true
	}
	if p.Len() == 0 && !hasVerb {
		for i := noun.Lo + 1; i < noun.Hi && i < noun.Lo+6; i++ { // 14个街道各打造一处园林
			if t.R[i] == '各' && r.startsVerb(i+1) {
				r.emit(frameCount, f, c, []Range{{i + 1, noun.Hi}, {noun.Lo, i}}, r.base)
				return
			}
		}
	}
	noun = r.shorten(noun)
	if per := (Range{p.Lo, p.Hi}); per.Len() > 2 && t.R[per.Lo] == '每' && r.perNumber(per) {
		name = []Range{per, noun}
	} else if r.keep.Len() > 0 {
		name = []Range{r.keep, noun}
	} else {
		name = []Range{noun}
		if hasVerb && verb > p.Lo {
			if head := r.strip(Range{p.Lo, verb}); head.Len() > 0 && head.Len() <= 8 && t.R[head.Lo] != '在' && t.R[head.Lo] != '每' && t.R[head.Lo] != '各' && r.place(head) {
				name = []Range{head, noun}
			}
		}
	}
	if q.Bounded == quantity.Before && q.Op == quantity.GE {
		r.floor = true
	}
	g := r.emit(frameCount, f, c, name, r.base)
	if floor && g != nil && g.op == quantity.EQ {
		g.op = quantity.GE
	}
}

// coverShare reads 覆盖所有A和90%B: both shares of what the clause before, or the
// words before, name.
func (r *reader) coverShare(f *figure, c, p, noun Range) bool {
	t := r.t
	if p.Len() < 2 || t.R[p.Lo] != '覆' || t.R[p.Lo+1] != '盖' {
		return false
	}
	stem := r.subjectStem(true)
	verb := Range{p.Lo, p.Lo + 2}
	if rest := (Range{p.Lo + 2, p.Hi}); rest.Len() > 2 && t.String(Range{rest.Lo, rest.Lo + 2}) == "所有" {
		r.g.found = append(r.g.found, goal{frame: frameAll, name: append(append([]Range(nil), stem...), verb, Range{rest.Lo + 2, rest.Hi}), op: quantity.EQ, value: "所有", year: r.yearAt(c), at: Range{p.Lo, rest.Hi}})
	}
	r.emit(frameCount, f, c, append(append([]Range(nil), stem...), verb, noun), r.base)
	return true
}

// place reports whether a phrase before a verb is a place or a level that tells
// one thing from another.
func (r *reader) place(p Range) bool {
	switch r.t.R[p.Hi-1] {
	case '级', '市', '县', '区', '段', '州', '省', '南', '北', '中', '东', '西', '城', '旗', '盟':
		return true
	case ')': // 县(市、区)
		return r.t.R[p.Lo] == '县' || r.t.R[p.Lo] == '各' || r.t.R[p.Lo] == '市' || r.t.R[p.Lo] == '区'
	}
	return false
}

// nominal reports whether a phrase before a share is a noun that belongs to it.
func (r *reader) nominal(p Range) bool {
	if p.Len() < 3 {
		return false
	}
	if _, ok := r.w.hasEnd(listLevelVerb, p.Hi); ok {
		return false
	}
	if _, ok := r.w.hasEnd(listTargetVerb, p.Hi); ok {
		return false
	}
	return true
}

// perNumber: 每百张…, 每万人…: the base belongs to the indicator.
func (r *reader) perNumber(p Range) bool {
	switch r.t.R[p.Lo+1] {
	case '百', '千', '万', '十':
		return true
	}
	return r.t.R[p.Lo+1] >= '0' && r.t.R[p.Lo+1] <= '9'
}

// continues reports whether a figure without a verb continues a list of goals.
func (r *reader) continues(c Range, f *figure) bool {
	n := len(r.g.found)
	if n == 0 {
		return false
	}
	last := &r.g.found[n-1]
	return last.frame == frameCount && last.at.Lo >= r.sentence.Lo && f.start-last.at.Hi <= 3
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
	for i := 2; i+1 < len(s); i++ {
		switch string(s[i : i+2]) {
		case "进入", "参与":
			if i < 4 {
				continue
			}
			fallthrough
		case "的目", "深入", "前往", "用于", "的要":
			p.Hi = p.Lo + int32(i)
			return p
		}
	}
	return p
}

// reach: places and a time: 与各设区市1.5小时通达, 打造沪宁半小时交通圈.
func (r *reader) reach(f *figure, c, p Range, end int32) {
	t := r.t
	word := Range{f.end, end}
	if end < c.Hi {
		switch rest := t.String(Range{end, c.Hi}); {
		case t.String(word) == "覆盖":
			word.Hi = c.Hi
		case rest[0] == ')' || isJoin(t.R[end]):
		case len([]rune(rest)) > 6 && !isJoin(t.R[end]):
			return
		}
	}
	if lo, ok := r.w.endIn(listTargetVerb, p); ok {
		p.Hi = lo
	}
	p = r.cutVerb(p)
	if _, ok := r.w.hasAt(listMannerLead, p.Lo); ok {
		return
	}
	approx := false
	for i := c.Lo; i+3 < c.Hi && i < p.Lo; i++ {
		if t.R[i] == '基' && t.R[i+1] == '本' {
			approx = true
		}
	}
	var name []Range
	elided := p.Len() > 0 && (t.R[p.Lo] == '与' || t.R[p.Lo] == '至' || t.R[p.Lo] == '到')
	switch {
	case elided && r.reachOf.Len() > 0:
		name = []Range{r.reachOf, p, word}
		approx = approx || r.approx
	case p.Len() == 0:
		lead := r.leadRange()
		if lead.Len() > 0 && lead.Hi <= f.start {
			name = []Range{lead, word}
		} else {
			name = []Range{word}
		}
	default:
		name = []Range{p, word}
		r.reachOf = p
		for i := p.Lo + 1; i < p.Hi; i++ {
			if c := t.R[i]; c == '与' || c == '至' || c == '到' {
				r.reachOf.Hi = i
				break
			}
		}
	}
	r.approx = approx
	if g := r.emit(frameReach, f, c, name, 0); g != nil {
		if approx && g.op == quantity.EQ {
			g.op = quantity.Approx
		}
		if within := f.end - f.to; within > 0 && g.op == quantity.EQ {
			g.op = quantity.LE
		}
		g.at.Hi = max(g.at.Hi, word.Hi)
	}
}

// cutVerb takes a leading verb off a phrase: 打造沪宁, 形成….
func (r *reader) cutVerb(p Range) Range {
	if end, ok := r.w.hasAt(listTargetVerb, p.Lo); ok && end < p.Hi {
		p.Lo = end
	}
	return p
}

// leadRange returns the block's leading short sentence in the view.
func (r *reader) leadRange() Range {
	l := r.t.Block.Lead
	if l.Len() <= 0 {
		return Range{}
	}
	out := Range{-1, -1}
	for i := range r.t.R {
		o := int(r.t.off[i])
		if o >= l.Start && o < l.End {
			if out.Lo < 0 {
				out.Lo = int32(i)
			}
			out.Hi = int32(i) + 1
		}
	}
	if out.Lo < 0 {
		return Range{}
	}
	return out
}

// emit notes a goal; the span runs from the head of its words to the end of
// what the figure measures.
func (r *reader) emit(frame string, f *figure, c Range, name []Range, base int) *goal {
	var kept []Range
	for _, n := range name {
		for i := range r.g.periods { // 用水量较2025年下降: the base is no part of the name
			if pd := &r.g.periods[i]; pd.p.Compared && pd.lo > n.Lo && pd.hi < n.Hi {
				kept = append(kept, Range{n.Lo, pd.lo - 1})
				n.Lo = pd.hi
			}
		}
		if n.Len() > 0 {
			kept = append(kept, n)
		}
	}
	if len(kept) == 0 || tooThin(r.t, kept) {
		return nil
	}
	q := &f.q
	g := goal{frame: frame, name: kept, op: q.Op, value: written(r.t, q), unit: r.t.Written(Range{int32(q.UnitFrom), int32(q.UnitTo)}), year: r.yearAt(c), baseYear: base, nature: r.nature()}
	if r.t.Block.Kind == plan.Heading && len(r.w.plan.Sections) > 0 && r.w.plan.Sections[r.t.Block.Section].Level <= 1 {
		return nil
	}
	lo := r.strip(c).Lo
	if n := len(r.g.found); n > 0 {
		if prev := r.g.found[n-1].at.Hi; prev > lo && prev <= f.start {
			lo = prev
			for lo < f.start && (isJoin(r.t.R[lo]) || r.t.R[lo] == ',' || r.t.R[lo] == ':') {
				lo++
			}
		}
	}
	hi := f.end
	if last := kept[len(kept)-1]; last.Lo >= f.end && last.Hi <= c.Hi {
		hi = last.Hi
	}
	g.at = Range{min(lo, f.start), hi}
	r.measured = r.measure(kept[len(kept)-1])
	r.g.found = append(r.g.found, g)
	return &r.g.found[len(r.g.found)-1]
}

// written returns the value as the source writes it, without 余.
func written(t *Text, q *quantity.Quantity) string {
	s := t.Written(Range{int32(q.From), int32(q.ValueEnd)})
	if q.HighFrom > 0 {
		sign := int32(q.HighFrom) - 1
		s += t.Written(Range{sign, int32(q.HighEnd)})
	}
	return strings.NewReplacer("余", "", "多", "").Replace(s)
}

// tooThin refuses names of one character and of marks.
func tooThin(t *Text, name []Range) bool {
	n := 0
	for _, p := range name {
		for _, c := range t.R[p.Lo:p.Hi] {
			if c > 0x3400 || isLatin(c) {
				n++
			}
		}
	}
	return n < 2
}

// nature: a title around says 约束性 or 预期性.
func (r *reader) nature() string {
	for i := r.t.Block.Section; i > 0; i = r.w.plan.Sections[i].Parent {
		title := r.w.plan.Sections[i].Title
		for _, n := range [...]string{"约束性指标", "预期性指标"} {
			if strings.Contains(title, n) {
				return n[:len("约束性")]
			}
		}
	}
	return ""
}
