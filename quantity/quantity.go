package quantity

import (
	"slices"

	"plangraph/internal/hanzi"
)

// Op is how a quantity bounds what it measures, as facts.md writes it.
type Op string

// The operators.
const (
	EQ     Op = "="     // 达到5家
	GE     Op = ">="    // 5家以上, 不少于5家
	GT     Op = ">"     // 超过5家
	LE     Op = "<="    // 5家以内, 控制在5家
	LT     Op = "<"     // 低于5家
	Approx Op = "~"     // 5家左右, 近5家
	Range  Op = "range" // 3—5家
)

// Quantity is a number expression with its unit and bounds. Positions are
// indices into the runes that Parse was given.
type Quantity struct {
	Start, End int     // the whole expression, bounds before and after it included
	From, To   int     // the number and its unit alone
	ValueEnd   int     // end of the first number, before the unit
	HighFrom   int     // start of the second number of a range with a sign between; 0 otherwise
	HighEnd    int     // end of that second number
	UnitFrom   int     // the unit as written; UnitFrom == UnitTo where there is none
	UnitTo     int     // end of the unit
	Low, High  Decimal // in base units: 万, 亿, % and 成 multiplied out; equal unless Op is Range
	Op         Op      // EQ where no word bounds it
	Family     Family  // what the unit measures
	Bounded    Side    // where the bound stood
	Words      bool    // the number is written in Chinese numerals
	Bare       bool    // a magnitude alone (万人, 亿元)
	Double     bool    // 翻一番, 翻番
}

// Side says on which side of the number a bound word stood.
type Side uint8

// The sides of a number.
const (
	NoBound Side = iota
	Before
	After
)

// Parse reads the quantity whose number starts at i. It reports false where
// there is none: an ordinal (第七), a code (4/5G, AB12), a digit string too long
// to be a quantity, a numeral that only begins a word (三农). Years and dates
// are no quantities either; see ParsePeriod.
func (w *Words) Parse(t []rune, i int, q *Quantity) bool {
	if !startsQuantity(t, i) {
		return false
	}
	*q = Quantity{Start: i, From: i, Op: EQ}
	switch {
	case t[i] == '翻':
		return w.double(t, i, q)
	case t[i] == '半' && at(t, i-1) == '过' && w.unitAt(t, i+1) == nil: // 占比过半
		q.overHalf(i)
		return true
	}
	n, ok := w.parseNumber(t, i)
	if !ok || t[i] == '半' && at(t, i-1) == '一' {
		return false
	}
	if t[i] == '一' && at(t, i+1) == '半' { // 一半, 一半以上
		n.low, n.end, n.fraction = Decimal{Coef: 5, Exp: -1}, i+2, true
		n.high = n.low
	}
	j := n.end
	q.ValueEnd, q.Words, q.Bare = j, n.words, n.bare
	q.Low, q.High = n.low, n.high
	if n.ranged {
		q.Op = Range
	}
	if k := moreThan(t, j, n.ranged); k > j {
		n.more, j = true, k
	}
	if isLetter(at(t, j)) && w.unitAt(t, j) == nil {
		return false
	}
	if !n.words && j-i <= 4 {
		if k := w.proportion(t, j); k > j {
			j, q.ValueEnd = k, k
		}
	}
	u := w.unitAfter(t, j)
	if !n.ranged {
		if u, ok = w.second(t, n, u, q); !ok {
			return false
		}
	}
	if n.words && u.from == u.to && !n.fraction {
		return false
	}
	if n.words && !n.ranged && u.to == u.from+1 && t[u.from] == '成' { // 三成 is a share, as 一半 is
		u.from, q.ValueEnd, n.fraction = u.to, u.to, true
	}
	q.UnitFrom, q.UnitTo, q.Family = u.from, u.to, u.family
	if n.fraction && u.from == u.to {
		q.Family = Ratio
	}
	q.Low, q.High = q.Low.scale(u.power), q.High.scale(u.power)
	q.To, q.End = u.end, u.end
	if q.Op == Range {
		q.bounds(w, t, true)
		return true
	}
	q.High = q.Low
	if n.more {
		q.Op = GT
	}
	q.bounds(w, t, false)
	return true
}

// startsQuantity reports whether a number may start at i that is no part of an ordinal, a
// code or a longer number.
func startsQuantity(t []rune, i int) bool {
	if i >= len(t) || !IsStart(t[i]) {
		return false
	}
	prev, before := at(t, i-1), at(t, i-2)
	switch {
	case prev == '第' || isLetter(prev) || digit(prev) >= 0 || hanzi.Digit(prev) >= 0 && prev != '零' || hanzi.Power(prev) > 0,
		(prev == '.' || prev == '．' || prev == '/') && digit(before) >= 0,
		isDash(prev) && (digit(before) >= 0 || isLetter(before)): // GB50763-2012
		return false
	}
	return true
}

// overHalf makes q the quantity of 过半, of which 半 stands at i.
func (q *Quantity) overHalf(i int) {
	q.Low = Decimal{Coef: 5, Exp: -1}
	q.High, q.Family, q.Words, q.Op, q.Bounded = q.Low, Ratio, true, GT, Before
	q.Start, q.From = i-1, i-1
	q.ValueEnd, q.To, q.End, q.UnitFrom, q.UnitTo = i+1, i+1, i+1, i+1, i+1
}

// moreThan returns where what says that it is more than the number ends behind j, j for
// none: 50余家, 9万 多人. 多元 and 多式 are other words.
func moreThan(t []rune, j int, ranged bool) int {
	k := j
	for at(t, k) == ' ' {
		k++
	}
	next := at(t, k+1)
	switch at(t, k) {
	case '余':
		if !ranged && next != '式' || next == '元' {
			return k + 1
		}
	case '多', '餘':
		if !ranged && next != '式' && next != '元' {
			return k + 1
		}
	}
	return j
}

// proportion returns where a proportion ends whose first number ends at j, j for none: 2:1,
// 14:44.5:41.5.
func (w *Words) proportion(t []rune, j int) int {
	const longest = 6 // characters of a further number, with its colon
	colon := at(t, j)
	if colon != ':' && colon != '∶' && colon != '：' || digit(at(t, j+1)) < 0 {
		return j
	}
	m, ok := w.parseNumber(t, j+1)
	if !ok {
		return j
	}
	if m.end-j <= 4 && at(t, m.end) != colon {
		return m.end
	}
	if m.end-j <= longest && digit(at(t, m.end+1)) >= 0 { // 产业结构 14:44.5:41.5
		if l, ok := w.parseNumber(t, m.end+1); ok && l.end-m.end <= longest && at(t, l.end) != colon && w.unitAt(t, l.end) == nil {
			return l.end
		}
	}
	return j
}

// second reads a second number that makes a range with n, whose unit is u: 4.5%—5%, 6—8个,
// 5至10家. It returns the unit of the whole; ok is false where what follows is a code.
func (w *Words) second(t []rune, n number, u unitSpan, q *Quantity) (whole unitSpan, ok bool) {
	k, sign := rangeSign(t, u.end)
	if !sign || n.words && hanzi.Digit(at(t, k)) <= 0 || !n.words && digit(at(t, k)) < 0 {
		return u, true
	}
	m, ok := w.parseNumber(t, k)
	if !ok {
		return u, true
	}
	v := w.unitAfter(t, m.end)
	if isLetter(at(t, m.end)) && v.family == None {
		return u, false
	}
	if u.from != u.to && v.from != v.to && !slices.Equal(t[u.from:u.to], t[v.from:v.to]) {
		return u, true
	}
	q.HighFrom, q.HighEnd, q.High, q.Op = k, m.end, m.low, Range
	if u.from == u.to && q.Low.Exp < m.low.Exp && m.low.Exp > 0 && q.ValueEnd > 0 && hanzi.Power(at(t, q.ValueEnd-1)) == 0 {
		if mag := trailing(t, m.end); mag > 0 { // 5—6万: the magnitude holds for both
			q.Low = q.Low.scale(mag)
		}
	}
	if v.from != v.to {
		return v, true
	}
	u.end = m.end
	return u, true
}

// double reads 翻番, 翻一番, 翻两番: twice, twice, four times.
func (w *Words) double(t []rune, i int, q *Quantity) bool {
	j, times := i+1, 1
	if v := hanzi.Digit(at(t, j)); v > 0 {
		times, j = v, j+1
	}
	if at(t, j) != '番' {
		return false
	}
	if at(t, j+1) == '半' || at(t, j+1) == '多' { // 翻一番半
		j++
	}
	q.Low = Decimal{Coef: 1 << times}
	q.High, q.Family, q.Double = q.Low, Ratio, true
	q.ValueEnd, q.To, q.End, q.UnitFrom, q.UnitTo = j+1, j+1, j+1, j+1, j+1
	q.bounds(w, t, false)
	return true
}

// bounds looks for words such as 不少于 before and 以上 behind the number. A
// range keeps its operator, but its span takes the words in.
func (q *Quantity) bounds(w *Words, t []rune, ranged bool) {
	set := func(op Op, side Side) {
		if !ranged {
			q.Op = op
		}
		q.Bounded = side
	}
	i := q.From
	for at(t, i-1) == ' ' {
		i--
	}
	if op, from, ok := w.before.endingAt(t, i); ok {
		q.Start = from
		set(op, Before)
	}
	j := q.To
	for at(t, j) == ' ' {
		j++
	}
	if op, to, ok := w.after.startingAt(t, j); ok {
		q.End = to
		if op == LE && q.Bounded == Before && q.Op == GE {
			return
		}
		set(op, After)
	}
}

// rangeSign returns where the sign of a range that stands at i ends, blanks included: —, 至.
func rangeSign(t []rune, i int) (int, bool) {
	for at(t, i) == ' ' {
		i++
	}
	j := i
	for isDash(at(t, j)) {
		j++
	}
	if j == i && (at(t, j) == '至' || at(t, j) == '到') {
		j++
	}
	ok := j > i && j-i <= 2
	for ok && at(t, j) == ' ' {
		j++
	}
	return j, ok
}

// isDash reports a dash of any width.
func isDash(r rune) bool {
	switch r {
	case '-', '—', '–', '－', '~', '～', '−', '─', '∼':
		return true
	}
	return false
}

// trailing returns the power of ten of the magnitude characters that end at j.
func trailing(t []rune, j int) int {
	p := 0
	for hanzi.Power(at(t, j-1)) > 0 {
		p += hanzi.Power(t[j-1])
		j--
	}
	return p
}

// Value returns the value as facts write it, without the unit, without spaces
// and without 余: 4.5—5, 2万, 两.
func (q *Quantity) Value(t []rune) string {
	out := make([]rune, 0, 12)
	put := func(from, to int) {
		for _, r := range t[from:to] {
			if r != ' ' && r != '余' && r != '多' {
				out = append(out, r)
			}
		}
	}
	put(q.From, q.ValueEnd)
	if q.HighFrom > 0 {
		k := q.HighFrom - 1
		for k > 0 && at(t, k) == ' ' {
			k--
		}
		out = append(out, t[k])
		put(q.HighFrom, q.HighEnd)
	}
	return string(out)
}

// Unit returns the unit as written, "" where there is none.
func (q *Quantity) Unit(t []rune) string { return string(t[q.UnitFrom:q.UnitTo]) }

// Number gives the numbers of a fact's value and unit in base units (80 and %
// are 0.8, 2 and 万吨 are 20000); low and high differ for a range only. It
// reports false where the value is no number (a goal in words).
func (w *Words) Number(value, unit string) (low, high Decimal, family Family, ok bool) {
	if f, known := w.whole[value]; known && unit == "" {
		return f, f, Ratio, true
	}
	t := []rune(value + unit)
	i := 0
	for i < len(t) && !IsStart(t[i]) {
		if i++; i > 3 {
			break
		}
	}
	var q Quantity
	if i < len(t) && w.Parse(t, i, &q) {
		if q.To == len(t) || q.End == len(t) || q.UnitFrom == q.UnitTo {
			return q.Low, q.High, q.Family, true
		}
	}
	if n, got := w.loneNumber([]rune(value)); got {
		f, p := w.Family(unit)
		return n.low.scale(p), n.high.scale(p), f, true
	}
	return Decimal{}, Decimal{}, None, false
}

// loneNumber reads a number that is all of t.
func (w *Words) loneNumber(t []rune) (number, bool) {
	if len(t) == 0 || !IsStart(t[0]) || t[0] == '翻' {
		return number{}, false
	}
	n, ok := w.parseNumber(t, 0)
	return n, ok && n.end == len(t)
}
