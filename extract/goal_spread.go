package extract

import (
	"strings"

	"plangraph/quantity"
)

// One clause that gives goals to several: 甲、乙分别达到3%、4%, 甲、乙均达到5%,
// 产量2027年、2030年分别达到6吨、7吨.

// spread reads 分别, 均 and 各 over a list: one goal for each member.
func (r *reader) spread(c Range, first, last int) bool {
	w, t := r.w, r.t
	f := &r.g.all[first]
	for i := c.Lo; i < f.start; i++ {
		end, each := w.hasAt(listRespective, i)
		switch {
		case each && end <= f.start:
			return r.respectively(c, Range{i, end}, first, last)
		case first == last && i > c.Lo && r.saidOfAll(i):
			if end := i + 1; t.R[i] == '各' && end < f.start && !r.startsVerb(end) && !r.growthOnly(Range{end, f.start}) {
				continue
			}
			if r.evenly(c, Range{i, i + 1}, first) {
				return true
			}
		case t.R[i] == '均' && first == last && i == c.Lo:
			return r.evenlyAsBefore(c, Range{i, i + 1}, first)
		case first < last && r.eachOfList(Range{c.Lo, i}, last-first+1):
			if r.respectively(c, Range{i, i + 1}, first, last) {
				return true
			}
		}
	}
	if r.growInTurn(c, first, last) {
		return true
	}
	if word, ok := r.inTurn(c, first, last); ok {
		return r.respectively(c, word, first, last)
	}
	if n := (last - first + 1) / 2; n > 1 && 2*n == last-first+1 { // 甲率、乙率由60%、70%|分别提高到|75%、80%
		if end, ok := w.hasAt(listRespective, r.g.all[first+n-1].end); ok && r.startsOf(c, &r.g.all[first+n], n) != nil {
			return r.respectively(c, Range{r.g.all[first+n-1].end, end}, first+n, last)
		}
	}
	if first < last && r.evenlyBehind(c, last) {
		return true
	}
	for k := first; k < last-1; k++ { // 孕妇死亡率、5岁以下儿童死亡率分别控制在…: the figures before belong to the names
		if a := r.g.all[k].end; isJoin(t.R[a]) || EndsClause(t.R[a]) {
			break
		}
		for i := r.g.all[k].end; i+1 < r.g.all[k+1].start; i++ {
			if end, each := w.hasAt(listRespective, i); each {
				return r.respectively(c, Range{i, end}, k+1, last)
			}
		}
	}
	return false
}

// saidOfAll reports whether 均 or 各 at pos says of all members of a list what follows; it does not
// in 年均, 人均.
func (r *reader) saidOfAll(pos int32) bool {
	word := r.t.R[pos]
	if word != '均' && word != '各' {
		return false
	}
	if !r.w.single(listMeanBase, pos-1) {
		return true
	}
	return word == '各' && r.w.attrs(listMeanBase, Range{pos - 1, pos})["each"] != "yes"
}

// eachOfList reports whether 各 and a verb stand behind a list of n members that are no places:
// 省级、市级园区|各创建2个、5个.
func (r *reader) eachOfList(list Range, n int) bool {
	const shortest = 4
	if r.t.R[list.Hi] != '各' || list.Len() < shortest || !r.startsVerb(list.Hi+1) {
		return false
	}
	list = r.strip(list)
	return len(r.members(list)) == n && !r.placeList(list)
}

// inTurn reports whether a clause gives just as many figures, with nothing between but what
// joins them, as it names measures: 甲率和乙率|达到|65%和60%.
func (r *reader) inTurn(c Range, first, last int) (word Range, ok bool) {
	if first == last || !r.tailEmpty(Range{r.g.all[last].end, c.Hi}) {
		return Range{}, false
	}
	if !r.inRow(first, last) {
		return Range{}, false
	}
	lo, ok := r.w.endIn(listLevelVerb, Range{c.Lo, r.g.all[first].start})
	if !ok {
		return Range{}, false
	}
	list := r.members(r.strip(Range{c.Lo, lo}))
	if len(list) != last-first+1 {
		return Range{}, false
	}
	for _, m := range list {
		if !r.measure(m) {
			return Range{}, false
		}
	}
	return Range{lo, lo}, true
}

// evenlyBehind reads 均 before the clause's last figure where the figures before belong to
// the names: 200人以上自然村通达率和通车率|均为100%.
func (r *reader) evenlyBehind(c Range, last int) bool {
	t, before := r.t, &r.g.all[last-1]
	if isJoin(t.R[before.end]) || before.start <= c.Lo || isJoin(t.R[before.start-1]) && before.q.Bounded != quantity.After {
		return false
	}
	for i := before.end; i < r.g.all[last].start; i++ {
		if t.R[i] == '均' && !r.w.single(listMeanBase, i-1) {
			return r.evenly(c, Range{i, i + 1}, last)
		}
	}
	return false
}

// uncompareMean leaves out what a list is compared with at its end: 较前三年平均值.
func (r *reader) uncompareMean(p Range) Range {
	if _, ok := r.w.endIn(listCompareMean, p); !ok {
		return p
	}
	for i := p.Hi - 3; i > p.Lo+1 && i > p.Hi-16; i-- {
		if c := r.t.R[i]; c == '较' || c == '比' {
			p.Hi = i
			break
		}
	}
	return p
}

// fromTo returns the first of the figures that a list rises to where it names those it
// rises from before them: 分别|从12所、300张增至15所、500张.
func (r *reader) fromTo(word Range, first, last int) (Range, int) {
	t, n := r.t, last-first+1
	if c := t.R[word.Hi]; n < 4 || n%2 > 0 || c != '从' && c != '由' || word.Hi+1 != r.g.all[first].start {
		return word, first
	}
	k := first + n/2
	mid := Range{r.g.all[k-1].end, r.g.all[k].start}
	if mid.Len() < 2 || mid.Len() > 4 || joinsNames(t.R[mid.Lo]) {
		return word, first
	}
	return Range{word.Lo, mid.Lo}, k
}

// respectively makes goals of the figures [first,last] behind 分别, one for each member of the
// list before it: A、B分别下降24%、25%以上.
func (r *reader) respectively(c, word Range, first, last int) bool {
	word, first = r.fromTo(word, first, last)
	n := last - first + 1
	mid := Range{word.Hi, r.g.all[first].start}
	if n < 2 {
		told := r.w.endsIn(listLevelVerb, mid) || r.w.endsIn(listGrowthWord, mid) || r.w.endsIn(listTargetVerb, mid) || r.g.all[first].q.Double && mid.Len() == 0
		return told && (r.evenly(c, word, first) || r.eachAsBefore(c, word, first))
	}
	p := r.strip(Range{c.Lo, word.Lo})
	if rest, _ := r.uncompare(p, 0); rest.Len() == 0 { // 比2030年的3万吨、2万吨分别减少
		p = rest
	}
	if verb, list := r.listBehind(mid); p.Len() == 0 && len(list) == n { // 分别淘汰|水泥、炼铁|产能20万吨、5万吨
		r.spreadOver(c, Range{mid.Hi, mid.Hi}, first, last, spreadList{verb: verb, list: Range{verb.Hi, mid.Hi}, subjects: list, base: r.base})
		return true
	}
	if ok, done := r.respectivelyAsBefore(c, word, r.withoutYearly(p), first, n); done {
		return ok
	}
	if p.Len() == 0 { // 甲和乙在2022年的基础上实现倍增,分别超过…
		p = r.namedBefore()
		if len(r.members(p)) != n && !r.townAndCountry(p) {
			return r.grownAsBefore(c, word, first, n)
		}
	}
	p, base := r.listAlone(p)
	yearly := Range{}
	if lo, ok := r.w.endIn(listYearlyWord, p); ok && lo > p.Lo+2 { // 甲、乙产量|年均|分别增长
		p.Hi, yearly = lo, Range{lo, p.Hi}
	}
	subjects := r.members(p)
	if years := r.yearsBefore(word.Lo, n); len(subjects) < n && years != nil {
		return r.byYear(c, p, word, first, years, base)
	}
	if pair, ok := r.w.find(listPaired, p); n == 2 && len(subjects) == 1 && (ok || r.townAndCountry(p)) {
		r.pairGoals(c, p, pair, word, first, base)
		return true
	}
	if len(subjects) < n {
		return false
	}
	l := spreadList{list: p, subjects: mergeMembers(subjects, n), base: base, yearly: yearly}
	r.spreadOver(c, mid, first, last, l)
	return true
}

// listBehind parts the words between 分别 and its figures into a verb and the members of a list; nil
// where no verb begins them.
func (r *reader) listBehind(mid Range) (verb Range, list []Range) {
	end, ok := r.w.hasAt(listTargetVerb, mid.Lo)
	if !ok || end >= mid.Hi || r.suffixed(end) {
		return Range{}, nil
	}
	if verb = (Range{mid.Lo, end}); r.w.attrs(listTargetVerb, verb)["keep"] != "yes" { // 分别|建成
		verb.Lo = end
	}
	return verb, r.members(Range{end, mid.Hi})
}

// spreadList is a list of names over which figures are spread.
type spreadList struct {
	verb     Range // that stands before the list and belongs to the names
	list     Range
	subjects []Range // its members, one for each figure
	base     int     // the figure that the goals start from
	yearly   Range   // 年均, where it stands behind the list
}

// spreadOver gives each member of a list its figure. mid is what stands between the list and the
// figures: the verb, and words that belong to each name.
func (r *reader) spreadOver(c, mid Range, first, last int, l spreadList) {
	subjects := l.subjects
	if lead := r.strip(subjects[0]); lead.Len() > 0 {
		subjects[0] = lead
	}
	shared := r.placeRest(subjects)
	head, lead := r.sharedHead(subjects), r.sharedLead(subjects)
	var of []Range
	if r.placeList(l.list) {
		of = r.ofPlaces(r.grows(mid))
	} else if r.ratesOfTotal(subjects, &r.g.all[first]) {
		of = r.withoutPart(r.total)
	}
	from := r.startsOf(c, &r.g.all[first], len(subjects))
	if n := len(from); n > 0 && from[n-1].end > mid.Lo { // 分别|由2030年的60%、70%|提高到…
		mid.Lo = from[n-1].end
	}
	mid = r.beforeLevel(r.beforePeriod(mid))
	if lo, ok := r.w.endIn(listTargetVerb, mid); ok && r.w.attrs(listTargetVerb, Range{lo, mid.Hi})["keep"] != "yes" {
		mid.Hi = lo
	}
	lastF := &r.g.all[last]
	tail := Range{lastF.end, c.Hi}
	if r.tailEmpty(tail) || lastF.q.Family == quantity.Ratio {
		tail = Range{}
	}
	for k, subject := range subjects {
		own := shared
		if k == len(subjects)-1 || shared.Len() == 0 || !r.place(subject) {
			own = r.headOf(subjects, k, head)
		}
		name := nonEmpty(l.verb, subject, own, l.yearly, mid, tail)
		if of != nil {
			name = append([]Range{subject}, append(of[:len(of):len(of)], nonEmpty(mid, tail)...)...)
		} else if r.topic.Len() > 0 && r.partWord(subjects[len(subjects)-1]) {
			name = nonEmpty(subject, own, r.topic, mid, tail)
		}
		if k > 0 && r.takesLead(subject, lead) {
			name = append([]Range{lead}, name...)
		}
		f := r.g.all[first+k]
		g := r.emit(frameSpread, &f, c, name, l.base)
		if g == nil {
			continue
		}
		r.lendBound(g, first+k, first, last)
		if from != nil {
			g.baseline = written(r.t, &from[k].q)
		}
		r.shareUnit(g, lastF)
		g.at = Range{r.strip(c).Lo, max(lastF.end, tail.Hi)}
	}
	r.noteAreas(of)
}

// ratesOfTotal reports whether the members of a list are parts of what the clause before gave the
// rate of: 机械化率达到82%,其中|小麦、玉米|分别达到98%、95%.
func (r *reader) ratesOfTotal(list []Range, f *figure) bool {
	if r.total == nil || f.q.Family != quantity.Ratio || r.sumUnit != "%" || !r.measure(r.total[len(r.total)-1]) {
		return false
	}
	for _, m := range list {
		if r.measure(m) || r.partial(m) || m.Len() > 9 {
			return false
		}
	}
	return true
}

// listAlone takes out of the words before 分别 what is no list of indicators: a bracket, what
// they are compared with, the year, how many they are (两项指标). It returns the year compared
// with, too.
func (r *reader) listAlone(p Range) (Range, int) {
	t := r.t
	if b := t.closing(p.Hi - 1); b >= 0 && t.R[p.Hi-1] == ')' && t.Brackets[b].Open > p.Lo+6 { // 甲、乙排放量(含生活源)分别…
		p.Hi = t.Brackets[b].Open
	}
	base := r.base
	for i := range r.g.periods { // 比2015年 before 分别
		pd := &r.g.periods[i]
		if pd.p.Compared && pd.lo > p.Lo && pd.hi <= p.Hi {
			base = r.yearOf(pd)
			p.Hi = pd.lo - 1
		} else if pd.hi == p.Hi && pd.lo > p.Lo+2 { // 产量、产值到2031年分别达到…
			for _, p.Hi = r.yearsJoined(pd); p.Hi > p.Lo && strings.ContainsRune("到至在", t.R[p.Hi-1]); {
				p.Hi--
			}
			p.Hi = max(p.Hi, p.Lo)
		}
	}
	for i := p.Lo + 2; i+1 < p.Hi; i++ { // 甲率、乙率|由60%、70%|分别提高到…
		if c := t.R[i]; (c == '由' || c == '从') && r.hasFigure(Range{i, p.Hi}) && (quantity.IsStart(t.R[i+1]) || r.w.startsWith(listPresentWord, i+1)) {
			p.Hi = i
		}
	}
	for i := p.Hi - 2; i > p.Lo+3 && i > p.Hi-5; i-- { // 产量、产值两项指标分别达到…
		if r.w.isWord(listIndicatorWord, Range{i, p.Hi}) && t.R[i-1] == '项' {
			for p.Hi = i - 2; t.R[p.Hi-1] == '等'; {
				p.Hi--
			}
			break
		}
	}
	return p, base
}

// pairGoals reads one figure for the towns and one for the country (城乡居民收入分别增长6%、
// 7%), or for each of the two that a word such as 存贷款 holds at pair.
func (r *reader) pairGoals(c, p, pair, word Range, first, base int) {
	mid := r.beforeLevel(Range{word.Hi, r.g.all[first].start})
	for k := range int32(2) {
		f := r.g.all[first+int(k)]
		name := nonEmpty(p, mid)
		if pair.Len() > 0 { // 存贷款: 存|款, 贷款
			name = nonEmpty(Range{p.Lo, pair.Lo}, Range{pair.Lo + k, pair.Lo + k + 1}, Range{pair.Lo + 2, p.Hi}, mid)
		}
		if g := r.emit(frameSpread, &f, c, name, base); g != nil {
			r.lendBound(g, first+int(k), first, first+1)
			g.at = Range{max(p.Lo, c.Lo), r.g.all[first+1].end}
		}
	}
}

// levels reports whether a phrase is a verb of level alone.
func (r *reader) levels(p Range) bool {
	lo, ok := r.w.endIn(listLevelVerb, p)
	return ok && lo == p.Lo
}

// byYear makes one goal for each year of one indicator.
func (r *reader) byYear(c, p, word Range, first int, years []int, base int) bool {
	mid := r.beforeLevel(Range{word.Hi, r.g.all[first].start})
	for i := range r.g.periods { // 治理率2030年、2032年分别达到…
		if pd := &r.g.periods[i]; pd.lo > p.Lo+1 && pd.lo < p.Hi {
			_, p.Hi = r.yearsJoined(pd)
			break
		}
	}
	at := Range{r.strip(c).Lo, r.g.all[first+len(years)-1].end}
	for k, year := range years {
		f := r.g.all[first+k]
		if g := r.emit(frameSpread, &f, c, nonEmpty(p, mid), base); g != nil {
			g.year, g.at = year, at
			r.lendBound(g, first+k, first, first+len(years)-1)
		}
	}
	return true
}

// evenly makes goals of one figure that holds for each member of a list: A、B均增长12%以上;
// A、B示范基地各10万亩; A、B各配置1辆指挥车.
func (r *reader) evenly(c, word Range, first int) bool {
	f := &r.g.all[first]
	p, kind := r.kindOfPlaces(r.evenList(Range{c.Lo, word.Lo}))
	list := r.members(p)
	if r.t.R[word.Lo] == '均' {
		list = append(r.earlier(c, list), list...)
	}
	if len(list) == 1 && r.placeName(p) { // 其余3县均下降5%
		return r.areaGoal(f, c, p, Range{word.Hi, f.start})
	}
	if len(list) < 2 {
		return false
	}
	mid := Range{word.Hi, f.start}
	var of []Range
	if r.placeList(p) {
		of = r.ofPlaces(r.grows(mid))
	}
	mid = r.evenWords(mid, f.end < c.Hi)
	tail := Range{f.end, c.Hi}
	if r.tailEmpty(tail) {
		tail = Range{}
	}
	head, lead := r.sharedHead(list), r.sharedLead(list)
	unit := r.t.Written(Range{int32(f.q.UnitFrom), int32(f.q.UnitTo)})
	at := Range{min(list[0].Lo, r.strip(c).Lo), max(f.end, tail.Hi)}
	follows, bound := of != nil && r.areas == len(r.g.found) && mid.Len() == 0, quantity.EQ
	if follows {
		bound = r.g.found[r.areas-1].op
	}
	for k, m := range list {
		name := nonEmpty(m, kind, r.headOf(list, k, head), mid, tail)
		if k > 0 && r.takesLead(m, lead) {
			name = append([]Range{lead}, name...)
		}
		if of != nil {
			name = append([]Range{m}, append(of[:len(of):len(of)], nonEmpty(mid, tail)...)...)
		} else if len(name) == 1 && r.partOfTotal(m, unit) {
			name = append(name, r.total...)
		}
		if g := r.emit(frameSpread, f, c, name, r.base); g != nil {
			g.at = at
			if follows && g.op == quantity.EQ {
				g.op = bound
			}
		}
	}
	r.noteAreas(of)
	return true
}

// evenList returns the list before 均 or 各, without its verb and what it is compared with.
func (r *reader) evenList(p Range) Range {
	p = r.strip(p)
	p.Lo = r.behindVerb(p)
	if rest, _ := r.uncompare(p, 0); rest.Len() < p.Len() { // 产值、税收力争比“十五五”末均增长
		p = rest
		for lo, ok := r.w.endIn(listLevelVerb, p); ok; lo, ok = r.w.endIn(listLevelVerb, p) {
			p.Hi = lo
		}
	}
	return r.uncompareMean(p)
}

// evenWords returns what of the words between 均 or 各 and the figure belongs to each name: no verb
// but one that names keep, where what is counted does not follow.
func (r *reader) evenWords(mid Range, followed bool) Range {
	w := r.w
	for i := range r.g.periods { // 均比2030年|翻一番
		if pd := &r.g.periods[i]; pd.p.Compared && pd.lo == mid.Lo+1 && pd.hi == mid.Hi {
			mid.Lo = mid.Hi
		}
	}
	if lo, ok := w.endIn(listLevelVerb, mid); ok && !w.endsLonger(listTargetVerb, mid, lo) { // 建设 ends like 设
		mid.Hi = lo
	}
	if lo, ok := w.endIn(listTargetVerb, mid); ok && (followed || w.attrs(listTargetVerb, Range{lo, mid.Hi})["keep"] != "yes") {
		mid.Hi = lo
	}
	return mid
}

// endsLonger reports whether r ends in a word of a list that begins before pos.
func (w *Worker) endsLonger(list wordList, r Range, pos int32) bool {
	lo, ok := w.endIn(list, r)
	return ok && lo < pos
}

// kindOfPlaces parts what the places of a list are from their names: 甲、乙、丙等|县. The last one
// is as short as the others.
func (r *reader) kindOfPlaces(list Range) (names, kind Range) {
	const shortest = 4 // 甲、乙
	if list.Len() <= shortest || r.t.R[list.Hi-2] != '等' || !r.w.endsWith(listAreaEnd, list.Hi) {
		return list, Range{}
	}
	if r.t.R[list.Lo] == '在' {
		list.Lo++
	}
	return Range{list.Lo, list.Hi - 2}, Range{list.Hi - 1, list.Hi}
}

// behindVerb returns where a list of names begins behind its verb; one that indicators keep is a
// part of the first name where that is a measure: 新建居住区设施达标率、老人探访率均达到….
func (r *reader) behindVerb(list Range) int32 {
	end, ok := r.w.hasAt(listTargetVerb, list.Lo)
	if !ok || end >= list.Hi || r.w.belongsOn(listTargetVerb, list.Lo, end) {
		return list.Lo
	}
	if r.w.attrs(listTargetVerb, Range{list.Lo, end})["keep"] == "yes" && r.measure(r.members(list)[0]) {
		return list.Lo
	}
	return end
}

// grows reports whether the words before a figure end in a verb of growth.
func (r *reader) grows(mid Range) bool {
	_, ok := r.w.endIn(listGrowthWord, mid)
	return ok
}

// beforeLevel returns p without the verb of level that it ends with: 年均|达到.
func (r *reader) beforeLevel(p Range) Range {
	if lo, ok := r.w.endIn(listLevelVerb, p); ok {
		p.Hi = lo
	}
	return p
}

// lendBound gives a goal of the figure k, where that has no bound of its own, the one of the list
// of figures from first to last.
func (r *reader) lendBound(g *goal, k, first, last int) {
	if g.op == quantity.EQ {
		g.op = r.boundOf(k, first, last)
	}
}

// boundOf returns the bound of the figures from first to last that holds for the plain one k, too:
// the one before the first (分别不低于3%、4%), or the only one behind, if it ends the list or the
// figures of k's unit (分别达到|97%、|60%以上和15年以上). Where several have their own
// (8%、|10%以上、12%以上), a plain one has none.
func (r *reader) boundOf(k, first, last int) quantity.Op {
	all := r.g.all[first : last+1]
	if all[0].q.Bounded == quantity.Before {
		return all[0].q.Op
	}
	if op, n := lastBound(all); n == 1 {
		return op
	}
	unit, alike := r.g.all[k].q.Unit(r.t.R), []figure(nil)
	for i := range all {
		if strings.HasPrefix(all[i].q.Unit(r.t.R), unit) {
			alike = append(alike, all[i])
		}
	}
	if op, n := lastBound(alike); n == 1 {
		return op
	}
	return quantity.EQ
}

// lastBound returns the bound behind the last of some figures, EQ for none, and how many of them
// have one.
func lastBound(all []figure) (op quantity.Op, n int) {
	op = quantity.EQ
	for i := range all {
		op = quantity.EQ
		if all[i].q.Bounded == quantity.After {
			op = all[i].q.Op
			n++
		}
	}
	return op, n
}

// shareUnit gives a goal the unit of the last figure of its list, where its own figure has
// none or only the head of that: 3个和4个工作日. The magnitude goes with it: 12、8、3万吨.
func (r *reader) shareUnit(g *goal, last *figure) {
	const magnitudes = "万亿"
	if value := written(r.t, &last.q); g.unit == "" && strings.TrimRight(g.value, magnitudes) == g.value {
		g.value += value[len(strings.TrimRight(value, magnitudes)):]
	}
	if unit := last.q.Unit(r.t.R); g.unit == "" || g.unit == "个" && strings.HasPrefix(unit, g.unit) {
		g.unit = unit
	}
}
