package extract

import (
	"strings"

	"plangraph/internal/hanzi"
	"plangraph/plan"
	"plangraph/quantity"
)

// The figures of a block that may measure a goal, and those that cannot: dates, numbers of
// articles, codes.

// figure is a quantity of the text as the frames of targets read it, in
// positions of the view.
type figure struct {
	q          quantity.Quantity
	start, end int32 // with bounds
	from, to   int32 // number and unit
	noun       Range // what the unit ends in that is the thing counted, before a bound: 500张|床位|以上
}

// in reports whether the figure, bounds apart, stands in r.
func (f *figure) in(r Range) bool { return f.from >= r.Lo && f.to <= r.Hi }

// wordOne reports whether a figure is the word for one thing: 一个.
func (f *figure) wordOne() bool {
	return f.q.Words && f.q.Family == quantity.Count && f.q.Low.Cmp(quantity.Decimal{Coef: 1}) == 0
}

// period is a year or span of years said in the text.
type period struct {
	lo, hi int32
	p      quantity.Period
}

// in reports whether the period stands in r.
func (p *period) in(r Range) bool { return p.lo >= r.Lo && p.hi <= r.Hi }

// figures are the quantities and periods of the current block.
type figures struct {
	all     []figure
	periods []period
	bases   []basis // what the year of a comparison had: 比2030年的1.2吨下降
}

// basis is a figure that another one starts from, with 的 before it.
type basis struct {
	Range
	f figure
}

// readFigures finds the quantities and periods of a text. Ordinals, dates, list
// numbers, codes and numbers that specify a thing (时速250公里, 80米级) are none.
func (w *Worker) readFigures(t *Text, f *figures) {
	f.all, f.periods, f.bases = f.all[:0], f.periods[:0], f.bases[:0]
	words := quantity.Default()
	var q quantity.Quantity
	var p quantity.Period
	next := int(t.head()) // what stands before belongs to the block's number, or to a figure or period already read
	for _, start := range t.starts {
		i := int(start)
		if i < next {
			continue
		}
		if quantity.ParsePeriod(t.R, i, &p) {
			if next = p.To; !w.startsWith(listEditionWord, int32(p.To)) { // 符合2010年修订的规范
				f.periods = append(f.periods, period{int32(p.From), int32(p.To), p})
			}
			continue
		}
		if !quantity.IsStart(t.R[i]) || !words.Parse(t.R, i, &q) {
			continue
		}
		if w.inNamesBracket(t, start) {
			next = q.To
			continue
		}
		if w.startsWith(listNumeralName, start) || q.Words && int(w.e.places.at(t.R, start)) > q.To-1 && q.To-i > 1 { // 二次供水, 六盘水
			continue
		}
		noun := w.cutUnit(t, &q)
		if n := len(f.all); n > 0 && f.all[n-1].end > int32(q.Start) {
			q.Start = q.From
		}
		fig := figure{q, int32(q.Start), int32(q.End), int32(q.From), int32(q.To), noun}
		if n := len(f.periods); n > 0 && string(t.R[q.UnitFrom:q.UnitTo]) == "倍" && f.periods[n-1].hi == fig.start-1 && t.R[fig.start-1] == '的' { // 达到300亿元,是2030年的1.6倍: said again
			f.periods[n-1].p.Compared = true
		} else if f.base(t, fig) {
			f.bases = append(f.bases, basis{Range{fig.start - 1, fig.end}, fig})
		} else if f.listed(t, fig) || !w.specifies(t, fig) {
			f.all = append(f.all, fig)
		}
		next = q.To
	}
}

// cutUnit takes from a unit in running text what belongs to the thing counted: 500张|床位,
// 5亿吨|钢铁产能, 2万|个体工商户. It returns that where a bound stands behind it: 500张|床位|以上.
func (w *Worker) cutUnit(t *Text, q *quantity.Quantity) Range {
	from, to := int32(q.UnitFrom), int32(q.UnitTo)
	if from == to || q.Family == quantity.Rate || t.Block.Kind == plan.TableRow {
		return Range{}
	}
	if end, ok := w.hasAt(listUnitWord, from); ok && end > to && !w.belongsOn(listUnitWord, from, end) {
		q.UnitTo, q.Family = q.UnitFrom, quantity.None
	} else if lo, ok := w.hasEnd(listUnitNoun, to); ok && lo > from {
		q.UnitTo = int(lo)
	} else {
		return Range{}
	}
	if q.End > q.To {
		return Range{int32(q.UnitTo), to}
	}
	q.To, q.End = q.UnitTo, q.UnitTo
	return Range{}
}

// inNamesBracket reports whether pos stands in a bracket that says more of an indicator in the
// middle of its name: 水质优良|(一、二类水质)|比例, 累计投资|(2031-2035)|达到.
func (w *Worker) inNamesBracket(t *Text, pos int32) bool {
	b := t.BracketAt(pos)
	if b < 0 || int(t.Brackets[b].Close)+1 >= len(t.R) {
		return false
	}
	const shortest = int32(len("2031-2035"))
	in := t.Brackets[b]
	if w.startsWith(listMeasureHead, in.Close+1) || w.startsWith(listMeasureTail, in.Close+1) {
		return true
	}
	for i := in.Open + 1; i < in.Close; i++ {
		if c := t.R[i]; !isDigit(c) && c != '-' && c != '—' && c != '~' && c != '年' {
			return false
		}
	}
	return in.Close-in.Open > shortest && w.startsWith(listLevelVerb, in.Close+1)
}

// listed reports whether a number without a unit goes on with a list of figures that only
// the last gives one: 达到18万、|21万|、12万人.
func (f *figures) listed(t *Text, fig figure) bool {
	n := len(f.all)
	return n > 0 && fig.q.UnitFrom == fig.q.UnitTo && f.all[n-1].end == fig.start-1 && f.all[n-1].q.Family == quantity.None &&
		isJoin(t.R[fig.start-1]) && int(fig.to) < len(t.R) && isJoin(t.R[fig.to])
}

// base reports whether a figure is what a year had that the clause compares with.
func (f *figures) base(t *Text, fig figure) bool {
	if fig.start < 1 {
		return false
	}
	switch at := fig.start - 1; t.R[at] {
	case '年', '底', '末': // 由2030年|60%
		n := len(f.periods)
		if n == 0 || f.periods[n-1].hi != fig.start || !f.periods[n-1].p.Compared || !isDigit(t.R[fig.start]) {
			return false
		}
		before := t.R[max(f.periods[n-1].lo-1, 0)]
		return before == '由' || before == '从'
	case '的':
		n := len(f.periods)
		return n > 0 && f.periods[n-1].hi == at && f.periods[n-1].p.Compared
	case '、', '和':
		n := len(f.bases)
		return n > 0 && f.bases[n-1].Hi == at
	}
	return false
}

// specifies reports whether a number is no measure of a goal: a date, a list
// number, a part of a name, a specification.
func (w *Worker) specifies(t *Text, f figure) bool {
	q := &f.q
	if q.UnitFrom == q.UnitTo && !q.Double && q.Family == quantity.None {
		if w.countsPeople(t, f) {
			return w.insideQuotes(t, f)
		}
		if w.countsNoUnit(t, f) {
			return true
		}
	}
	oneBatch := q.Words && f.to-f.from == 2 && t.R[f.from] == '一' && t.R[f.from+1] == '批'
	if w.countsListBefore(t, f) || oneBatch || q.Bare && !w.reached(t, f) || w.partOfDate(t, f) || w.spanOfYears(t, f) {
		return true
	}
	if end, ok := w.hasAt(listSpecUnit, int32(q.UnitFrom)); ok && end == int32(q.UnitTo) && (q.Bounded != quantity.Before && !w.endsWith(listLevelVerb, f.start) || w.attrs(listSpecUnit, Range{int32(q.UnitFrom), end})["always"] == "yes") { // 500千伏电网
		return true
	}
	if end, ok := w.hasAt(listAgeUnit, int32(q.UnitFrom)); ok && end == int32(q.UnitTo) && int(f.end) < len(t.R) && hanzi.Is(t.R[f.end]) {
		return true
	}
	if w.specifiedBefore(t, f) {
		return true
	}
	if end, ok := w.hasAt(listSpecAfter, f.end); ok && !w.belongsOn(listSpecAfter, f.end, end) && (q.Family != quantity.Count || end-f.end > 1 || t.R[f.to-1] == '人' && w.attrs(listSpecAfter, Range{f.end, end})["people"] == "yes") { // 5人制足球场
		if _, reach := w.hasAt(listReachWord, f.end); !reach {
			return true
		}
	}
	return w.insideQuotes(t, f)
}

// behind returns the character behind a figure, 0 at the end.
func (f *figure) behind(t *Text) rune {
	if int(f.to) < len(t.R) {
		return t.R[f.to]
	}
	return 0
}

// great reports whether a figure ends in a magnitude: 50万.
func (f *figure) great(t *Text) bool { return strings.ContainsRune("万亿", t.R[f.to-1]) }

// countsListBefore reports whether a number is how many indicators the list before it has:
// 产量、产值|两项指标|分别达到….
func (w *Worker) countsListBefore(t *Text, f figure) bool {
	const farthest = 10 // characters
	if t.R[f.to-1] != '项' || !w.startsWith(listIndicatorWord, f.to) {
		return false
	}
	for i := f.to + 2; i < f.to+farthest && int(i)+1 < len(t.R) && !EndsClause(t.R[i]); i++ {
		if w.startsWith(listListTold, i) {
			return true
		}
	}
	return false
}

// countsPeople reports whether a number without a unit, but with a magnitude, counts what a verb
// does something for: 惠及|50万|群众.
func (w *Worker) countsPeople(t *Text, f figure) bool {
	return hanzi.Is(f.behind(t)) && f.great(t) && w.endsWith(listTargetVerb, f.start)
}

// countsNoUnit reports whether a number without a unit is a list number or a part of a date or a
// code, or one that nothing says to be reached.
func (w *Worker) countsNoUnit(t *Text, f figure) bool {
	q, next := &f.q, f.behind(t)
	if f.from == 0 && (next == '.' || next == '、' || next == ')' || next == '．') {
		return true
	}
	if next == '月' || next == '年' || next == '日' || next == '.' || next == '+' || f.from > 0 && t.R[f.from-1] == '+' {
		return true
	}
	grows := next > 0 && isJoin(next) && w.endsWith(listGrowthWord, f.start) // 分别提高4.9和2.9个百分点
	bare := !f.great(t) || !w.endsWith(listMeasureHead, f.start)             // 持卡人数5500万
	return bare && q.Bounded == quantity.NoBound && !grows && !w.endsWith(listLevelVerb, f.start) && q.Op != quantity.Range && !cellAlone(t, f)
}

// partOfDate reports whether a number is that of a month, or of a day behind one: 6月|5日.
func (w *Worker) partOfDate(t *Text, f figure) bool {
	unit := t.R[f.q.UnitFrom:f.q.UnitTo]
	if len(unit) != 1 || unit[0] != '日' && unit[0] != '月' {
		return false
	}
	return unit[0] == '月' || f.behind(t) != '达' && f.from > 0 && t.R[f.from-1] == '月'
}

// spanOfYears reports whether a number of years begins a clause and something is done in them:
// 五年累计培训…, 三年新建….
func (w *Worker) spanOfYears(t *Text, f figure) bool {
	unit := t.R[f.q.UnitFrom:f.q.UnitTo]
	if len(unit) != 1 || unit[0] != '年' || f.start > 0 && !EndsClause(t.R[f.start-1]) {
		return false
	}
	return w.startsWith(listTargetVerb, f.end) || w.startsWith(listSummedWord, f.end)
}

// reached reports whether a magnitude alone is what an indicator reaches: 产值超亿元,
// 突破千亿|大关, but not 30家亿元以上企业.
func (w *Worker) reached(t *Text, f figure) bool {
	tail := f.end
	for int(tail) < len(t.R) && hanzi.Is(t.R[tail]) {
		tail++
	}
	if tail == f.end {
		return f.q.Bounded != quantity.NoBound || w.endsWith(listLevelVerb, f.start)
	}
	return (f.q.Bounded == quantity.Before || w.endsWith(listLevelVerb, f.start)) && w.isWord(listFigureTail, Range{f.end, tail})
}

// specifiedBefore reports whether the words before a figure say that it specifies
// something (占地30亩), unless they say that just this is to be done (完成项目投资2亿元).
func (w *Worker) specifiedBefore(t *Text, f figure) bool {
	lo, ok := w.hasEnd(listSpecBefore, f.start)
	if !ok || w.sumsUp(lo, f.start) || w.perHead(lo) || added(t.R, lo) || w.landPut(t, lo, f.start) || untilDate(t.R, lo) {
		return false
	}
	switch attrs := w.attrs(listSpecBefore, Range{lo, f.start}); {
	case attrs["goal"] == "yes":
		return false
	case attrs["done"] == "yes":
		return !w.endsWith(listCompletedVerb, lo)
	}
	return true
}

// sumsUp reports whether a word before a figure says what a measure comes to in all: 处理能力|总计.
func (w *Worker) sumsUp(lo, hi int32) bool {
	return (w.endsWith(listMeasureHead, lo) || w.endsWith(listMeasureTail, lo)) && w.endsWith(listLevelVerb, hi)
}

// perHead reports whether what a word that specifies measures is said for each person or family:
// 人均住房|建筑面积.
func (w *Worker) perHead(pos int32) bool {
	const farthest = 6
	for i := pos; i >= 0 && i > pos-farthest && (i == pos || !EndsClause(w.t.R[i])); i-- {
		if w.startsWith(listPerHead, i) {
			return true
		}
	}
	return false
}

// belongsOn reports whether a word of a list is only the beginning of a longer one,
// by the characters that its attribute not names: 大 in 大关.
func (w *Worker) belongsOn(list wordList, lo, hi int32) bool {
	not := w.attrs(list, Range{lo, hi})["not"]
	return not != "" && int(hi) < len(w.t.R) && strings.ContainsRune(not, w.t.R[hi])
}

// added reports whether what a word that specifies measures is newly added
// (新增冷库库容200万立方米), so that it is a goal.
func added(rs []rune, pos int32) bool {
	for i := pos - 1; i > 0 && pos-i < 10 && !EndsClause(rs[i]) && rs[i] != '、'; i-- {
		if rs[i-1] == '新' && rs[i] == '增' {
			return true
		}
	}
	return false
}

// untilDate reports whether 前 at pos ends a date, and puts the figure behind it in no rank:
// 9月底前|10个村.
func untilDate(rs []rune, pos int32) bool {
	return pos > 0 && rs[pos] == '前' && strings.ContainsRune("底日月末旬", rs[pos-1])
}

// landPut reports whether 用地 before a figure is what a verb is about: 盘活低效用地900亩.
func (w *Worker) landPut(t *Text, lo, hi int32) bool {
	if !w.isWord(listLandWord, Range{lo, hi}) {
		return false
	}
	for i := lo - 2; i >= 0 && lo-i < 10 && !EndsClause(t.R[i]); i-- {
		if _, ok := w.hasAt(listLandVerb, i); ok {
			return true
		}
	}
	return false
}

func cellAlone(t *Text, f figure) bool {
	for _, c := range t.Cells {
		if c.Lo <= f.start && f.end <= c.Hi {
			return true
		}
	}
	return false
}

func (w *Worker) insideQuotes(t *Text, f figure) bool {
	for _, k := range [...]Kind{kindQuote, kindTitle} {
		for _, m := range t.mentions[k] {
			if m.Lo < f.from && f.to < m.Hi {
				return true
			}
		}
	}
	return false
}
