package extract

import (
	"slices"
	"strings"

	"plangraph/internal/hanzi"
	"plangraph/plan"
)

// Numbers in the names of works: what counts them, and what is part of a name.

// phaseEnd stands behind the number of a phase: 二期.
const phaseEnd = '期'

// countNumerals count things in words up to nine (三座); 一 and 二 rather say which one it is.
const countNumerals = "两三四五六七八九"

// count returns where a count (4座, 6个) begins in r; 0 for none.
func (w *Worker) count(r Range) int32 {
	for i := r.Lo + 1; i < r.Hi; i++ {
		if i > r.Lo+1 && w.single(listGroupUnit, i) && w.t.R[i-2] != '、' && (strings.ContainsRune(countNumerals, w.t.R[i-1]) || w.t.R[i-1] == '十' && !numeral(w.t.R[i-2])) && w.t.BracketAt(i-1) < 0 {
			return i - 1
		}
		if !w.single(listWorksUnit, i) && !w.single(listGroupUnit, i) {
			continue
		}
		if n := w.roughly(i); isDigit(w.t.R[n-1]) {
			at := n // i itself only goes forward: a count in a bracket is passed over
			for at > r.Lo && isDigit(w.t.R[at-1]) {
				at--
			}
			if w.t.BracketAt(at) < 0 {
				return at
			}
		}
	}
	return 0
}

// roughly returns where the word before hi begins that says of a count that it is a rough one
// (30|余座, 260|多处); hi where there is none.
func (w *Worker) roughly(hi int32) int32 {
	if hi > 1 && (w.t.R[hi-1] == '多' || w.t.R[hi-1] == '余') {
		return hi - 1
	}
	return hi
}

// startsNumber reports whether a count, in figures or vague (一批, 若干), starts at pos.
func (w *Worker) startsNumber(pos int32) bool {
	t := &w.t
	if int(pos) >= len(t.R) {
		return false
	}
	if w.startsWith(listSomeOf, pos) {
		return true
	}
	if !isDigit(t.R[pos]) || w.leadsNumberName(pos) {
		return false
	}
	i := pos
	for int(i) < len(t.R) && isDigit(t.R[i]) {
		i++
	}
	for int(i)+1 < len(t.R) && t.R[i] == '、' && isDigit(t.R[i+1]) { // 5、6号线
		for i++; int(i) < len(t.R) && isDigit(t.R[i]); i++ {
		}
	}
	if end, ok := w.hasAt(listWorksSpec, i); ok { // 220千伏…输变电工程, but 30万千瓦以上风电项目
		return int(end) < len(t.R) && t.R[end] == '以'
	}
	if w.startsWith(listRoadClass, i) || int(i) >= len(t.R) { // 107国道
		return false
	}
	return t.R[i] != '号' && !isLatin(t.R[i]) && !w.single(listNumberPlace, i) // 3D打印园, 54团
}

// yields reports whether a name says by a figure with its unit how much of what a work makes:
// 恒源石化20万吨乙二醇.
func (w *Worker) yields(r Range) bool {
	const owner, product = 2, 2 // characters before the figure and behind its unit, at the least
	for i := r.Lo + owner; i < r.Hi-product; i++ {
		if !isDigit(w.t.R[i]) || !hanzi.Is(w.t.R[i-1]) {
			continue
		}
		unit := i
		for unit < r.Hi && isDigit(w.t.R[unit]) {
			unit++
		}
		if unit >= r.Hi-product {
			break
		}
		if w.startsWith(listWorksSpec, unit) { // 10|万辆
			return true
		}
		if w.t.R[unit] == '万' || w.t.R[unit] == '亿' {
			unit++
		}
		if unit < r.Hi-product && (w.startsWith(listWorksSpec, unit) || w.single(listWorksUnit, unit)) {
			return true
		}
	}
	return false
}

// countValue returns how many the count at the head of rs says, as far as it is written with
// one figure; 0 for any other.
func countValue(rs []rune) int {
	if len(rs) < 2 || isDigit(rs[1]) {
		return 0
	}
	if i := slices.Index([]rune(countNumerals), rs[0]); i >= 0 {
		return max(i+1, 2)
	}
	if isDigit(rs[0]) {
		return int(rs[0] - '0')
	}
	return 0
}

// afterCount returns where the count that starts at pos ends, behind its measure word.
func (w *Worker) afterCount(pos int32) int32 {
	if w.t.R[pos] > '9' { // 三座
		return pos + 2
	}
	for int(pos) < len(w.t.R) && isDigit(w.t.R[pos]) {
		pos++
	}
	if int(pos)+1 < len(w.t.R) && w.roughly(pos+1) == pos {
		pos++
	}
	return pos + 1
}

// numberEnd returns where the number at pos ends, with its magnitude: 1.2万; pos for none.
func (t *Text) numberEnd(pos int32) int32 {
	for int(pos) < len(t.R) && (isDigit(t.R[pos]) || t.R[pos] == '.' || strings.ContainsRune(magnitudes, t.R[pos])) {
		pos++
	}
	return pos
}

// behindSum returns where a sum of money that begins at pos ends, with its bound: 30亿元以上; pos
// where none does.
func (w *Worker) behindSum(pos int32) int32 {
	t := &w.t
	i := t.numberEnd(pos)
	if i == pos || int(i) >= len(t.R) || t.R[i] != '元' {
		return pos
	}
	i++
	if end, ok := w.hasAt(listSumBound, i); ok {
		return end
	}
	return i
}

// trimSize leaves out how large a thing is behind its name: 青川至白石高速公路|72公里.
func (w *Worker) trimSize(r Range) Range {
	const shortest = 4 // characters of a name
	unit, ok := w.hasEnd(listExtentUnit, r.Hi)
	if !ok {
		return r
	}
	i := unit
	for i > r.Lo && (isDigit(w.t.R[i-1]) || w.t.R[i-1] == '.' || strings.ContainsRune(magnitudes, w.t.R[i-1])) {
		i--
	}
	if i == unit || i < r.Lo+shortest || !isDigit(w.t.R[i]) {
		return r
	}
	if name := before(r, i); w.works(name) != "" && w.speaksOf(listLineWord, name) && !w.kindOnly(name) && (w.route(name) || w.proper(name)) { // 雨污管网30公里 is a count of them
		return name
	}
	return r
}

// numeralRunEnd is what stands behind figures in a row that number the things of a name.
const numeralRunEnd = "号號期"

// numeralRun returns the names that a name with numerals in a row stands for, none where it
// stands for itself: 白沙电厂5、6号机组, 白沙一、二期工程.
func numeralRun(name string) []string {
	if !strings.Contains(name, "、") {
		return nil
	}
	rs := []rune(name)
	lo := -1
	for i, r := range rs {
		if r == '、' && i > 0 && i+1 < len(rs) {
			lo = i
			break
		}
	}
	if lo < 0 {
		return nil
	}
	is := isDigit
	if numeral(rs[lo-1]) {
		is = numeral
	}
	for lo > 0 && is(rs[lo-1]) {
		lo--
	}
	var numbers []string
	hi := lo
	for {
		at := hi
		for hi < len(rs) && is(rs[hi]) {
			hi++
		}
		if hi == at {
			return nil
		}
		numbers = append(numbers, string(rs[at:hi]))
		if hi+1 >= len(rs) || rs[hi] != '、' {
			break
		}
		hi++
	}
	rest := rs[hi:]
	if len(numbers) < 2 || lo < 1 || len(rest) == 0 || isDigit(rs[lo]) && (!strings.ContainsRune(numeralRunEnd, rest[0]) || len(rest) > 6) {
		return nil
	}
	var out []string
	for _, n := range numbers {
		out = append(out, string(rs[:lo])+n+string(rest))
	}
	return out
}

// lineNumber returns where the number of a line (12号线) begins in r; -1 for none.
func (w *Worker) lineNumber(r Range) int32 {
	t := &w.t
	for i := r.Lo + 1; i < r.Hi-1; i++ {
		if t.R[i] == '号' && t.R[i+1] == '线' && isDigit(t.R[i-1]) {
			for i > r.Lo && isDigit(t.R[i-1]) {
				i--
			}
			return i
		}
		if t.R[i+1] == '线' && isDigit(t.R[i]) && t.R[i-1] >= 'A' && t.R[i-1] <= 'Z' { // R1线
			return i - 1
		}
	}
	return -1
}

// numbered reports whether rs holds the number of a road (G318线, S206).
func numbered(rs []rune) bool {
	for i := 0; i+2 < len(rs); i++ {
		switch rs[i] {
		case 'G', 'S', 'X', 'Y':
			if isDigit(rs[i+1]) {
				return true
			}
		}
	}
	return false
}

// several reports whether a figure or numeral of one character says more than one.
func several(r rune) bool {
	return r == '两' || r != '一' && numeral(r) || r > '1' && isDigit(r)
}

// placeByNumber reports whether a place of the corps stands in r by its number: 54团泵站.
func (w *Worker) placeByNumber(r Range) bool {
	for i := r.Lo + 1; i+1 < r.Hi; i++ {
		if w.single(listNumberPlace, i) && (isDigit(w.t.R[i-1]) || numeral(w.t.R[i-1])) {
			return true
		}
	}
	return false
}

// roadByNumber reports whether a road stands in r by its number and class: 107国道.
func (w *Worker) roadByNumber(r Range) bool {
	for i := r.Lo + 1; i+1 < r.Hi; i++ {
		if isDigit(w.t.R[i-1]) && w.startsWith(listRoadClass, i) {
			return true
		}
	}
	return false
}

// substation reports whether r is the short name of a substation: 220千伏云锦变.
func (w *Worker) substation(r Range) bool {
	lo := w.behindSpec(r)
	return lo > r.Lo && r.Hi-lo >= 3 && w.t.R[r.Hi-1] == '变'
}

// phased reports whether rs speaks of a phase by its number: 恒宇二期.
func phased(rs []rune) bool {
	for i := 1; i < len(rs); i++ {
		if rs[i] == phaseEnd && numeral(rs[i-1]) {
			return true
		}
	}
	return false
}

// behindNumber passes over the number of an item inside a paragraph: (7), 3., ②, 1、, 二是.
func (w *Worker) behindNumber(lo, hi int32) int32 {
	t := &w.t
	i := lo
	for i < hi && strings.ContainsRune(plan.ItemMarks, t.R[i]) { // ▶
		i, lo = i+1, i+1
	}
	if i < hi && t.R[i] == '(' {
		i++
	}
	at := i
	for i < hi && (isDigit(t.R[i]) || numeral(t.R[i])) {
		i++
	}
	if i > at && i < hi && strings.ContainsRune(")、.", t.R[i]) {
		return i + 1
	}
	if lo < hi && t.R[lo] >= '①' && t.R[lo] <= '⑳' {
		return lo + 1
	}
	if end, ok := w.hasAt(listCountingIs, lo); ok && end <= hi {
		return end
	}
	return lo
}

// numberedSchool reports whether a name is which of its kind a school is: 二十一小学.
func (w *Worker) numberedSchool(r Range) bool {
	i := r.Lo
	for i < r.Hi && numeral(w.t.R[i]) {
		i++
	}
	h := w.headBeforePhase(r)
	return h == i && i > r.Lo && w.single(listSchoolLevel, i)
}

// monthBefore returns where a month that ends at hi begins: 10月份, 6月底前.
func (w *Worker) monthBefore(hi int32) int32 {
	t := &w.t
	i := hi
	for i > 0 && hi-i < 4 && w.single(listMonthTail, i-1) {
		i--
	}
	if i < 1 || t.R[i-1] != '月' && t.R[i-1] != '年' {
		return hi
	}
	i--
	at := i
	for i > 0 && isDigit(t.R[i-1]) {
		i--
	}
	if i == at {
		return hi
	}
	return i
}

// roadCode reports whether rs ends in the code of a road: G352, 沿边公路G219.
func roadCode(rs []rune) bool {
	i := len(rs)
	for i > 0 && isDigit(rs[i-1]) {
		i--
	}
	return len(rs)-i >= 2 && i > 0 && strings.ContainsRune("GSX", rs[i-1])
}

// numberedPhase reports whether a name ends in which phase of it is built, behind
// what is no common word.
func (w *Worker) numberedPhase(r Range, hi int32) bool {
	if hi-r.Lo < 2 || hi == r.Hi {
		return false
	}
	end := r.Hi
	if w.t.R[end-1] == ')' {
		end--
	}
	return w.t.R[end-1] == phaseEnd && numeral(w.t.R[end-2]) && !w.nothingBut(Range{r.Lo, hi}, listProjectGeneric, listWorksKind)
}

// ordinal reports whether a name begins with which one of its kind it is, maybe
// behind the level whose it is: 第三水厂, 市第二人民医院.
func (w *Worker) ordinal(r Range) bool {
	t := &w.t
	lo := r.Lo
	if w.ofArea(lo) {
		lo++
	}
	if lo+3 >= r.Hi || t.R[lo] != '第' || !numeral(t.R[lo+1]) && (!isDigit(t.R[lo+1]) || t.R[lo+1] == '0') {
		return false
	}
	return !w.single(listOrdinalNot, lo+2)
}

// numberName reports whether a name is only the number of a school or hospital, maybe
// behind the level whose it is: 市十八中, 37中.
func (w *Worker) numberName(r Range) bool {
	t := &w.t
	return r.Len() >= 2 && r.Len() <= 6 && (isDigit(t.R[r.Hi-2]) || numeral(t.R[r.Hi-2])) && w.attrs(listNumberSchool, Range{r.Hi - 1, r.Hi})["short"] == "yes"
}

// leadsNumberName reports whether the figure at pos is the name of a school or a hospital
// and counts nothing: 36中、37中.
func (w *Worker) leadsNumberName(pos int32) bool {
	t := &w.t
	i := pos
	for int(i) < len(t.R) && isDigit(t.R[i]) {
		i++
	}
	if int(i) >= len(t.R) || !w.single(listNumberSchool, i) {
		return false
	}
	i++
	if int(i) >= len(t.R) || strings.ContainsRune("、和及等,。;(东西南北新", t.R[i]) {
		return true
	}
	return w.startsWith(listWorksPart, i) || w.startsWith(listWorksAlter, i)
}

// linesByNumber reports whether a member is only the numbers of lines in a row: 5、6号线.
func (w *Worker) linesByNumber(r Range) bool {
	return isDigit(w.t.R[r.Lo]) && slices.Contains(w.t.R[r.Lo:r.Hi], '、') && w.speaksOf(listLineNumber, r)
}

// systemBefore returns the system whose lines the sentence told of before pos by number
// (地铁2号线…,新开工|5号线); "" for none.
func (w *Worker) systemBefore(pos int32) string {
	t := &w.t
	for i := pos - 2; i > t.Sentence(pos).Lo; i-- {
		if lo, ok := w.hasEnd(listLineSystem, i); ok && isDigit(t.R[i]) {
			return t.Written(Range{lo, i})
		}
	}
	return ""
}
