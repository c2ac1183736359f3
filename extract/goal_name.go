package extract

import (
	"strings"

	"plangraph/internal/hanzi"
	"plangraph/plan"
)

// What of the words around a figure is the name of an indicator, and what stands beside
// it: years, adverbs, verbs, places, means.

// strip takes from the head of a phrase what is no part of an indicator: years,
// adverbs, causatives, scope; and from its end what joins it to the next.
func (r *reader) strip(p Range) Range {
	for p.Lo < p.Hi && !hanzi.Is(r.t.R[p.Lo]) && strings.ContainsRune(plan.ItemMarks, r.t.R[p.Lo]) {
		p.Lo++
	}
	if p.Lo == 0 {
		p.Lo = min(r.t.head(), p.Hi)
	}
	if p.Lo == 0 {
		p.Lo = r.afterSerial(p)
	} else if p.Lo == r.sentence.Lo || r.t.R[p.Lo-1] == ':' || r.t.cellStart(p.Lo) {
		p.Lo = r.t.afterItem(p)
	}
	for p.Lo < p.Hi {
		p.Lo = max(p.Lo, r.afterDoers(p)) // 市水利局|新建泵站
		lo := p.Lo
		for _, behind := range nameLeads {
			if p.Lo < p.Hi {
				p.Lo = behind(r, p)
			}
		}
		if p.Lo == lo {
			break
		}
	}
	for p.Hi > p.Lo && (isJoin(r.t.R[p.Hi-1]) || r.t.R[p.Hi-1] == ':') {
		if r.w.endsIn(listTargetVerb, p) { // 惠及
			break
		}
		p.Hi--
	}
	return p
}

// nameLeads are what may stand before the name of an indicator. Each returns where p goes on
// behind it, p.Lo where it does not stand there.
var nameLeads = [...]func(r *reader, p Range) int32{
	(*reader).afterPeriod, (*reader).afterYearBracket,
	func(r *reader, p Range) int32 { return r.t.afterDate(p) },
	(*reader).afterLead, (*reader).afterSubjectOfWill, (*reader).afterDash, (*reader).afterIntro, (*reader).afterMeans,
	(*reader).afterYearsOfWork, (*reader).afterManner, (*reader).afterWhere, (*reader).afterUnitOfWork, (*reader).afterToward, (*reader).afterWhom,
	(*reader).afterVerbLead,
}

// afterSerial returns where p goes on behind a number at the head of a block: 2. or 三、, or
// one whose cell stood before the text's.
func (r *reader) afterSerial(p Range) int32 {
	R := r.t.R
	for i := int32(0); i < p.Hi && i < 3; i++ {
		c := R[i]
		if (c == '.' || c == '．' || c == '、') && i > 0 && (i+1 == p.Hi || !isDigit(R[i+1])) {
			return i + 1
		}
		if isDigit(c) {
			continue
		}
		if i > 0 && r.startsVerb(i) {
			return i
		}
		break
	}
	lo := int32(0)
	for i := int32(0); i < p.Hi && i < 4; i++ {
		if R[i] == '、' && i > 0 {
			lo = i + 1
		} else if !numeral(R[i]) {
			break
		}
	}
	return lo
}

// afterItem returns where a cell or a sentence goes on behind the number of an item that it begins
// with: 3.|改造校舍, (二)|改造校舍, 一、|改造校舍, 3.|4A级景区, but not 3.5万, 三、四级公路.
func (t *Text) afterItem(p Range) int32 {
	const longest = 3
	i := p.Lo
	open := i < p.Hi && t.R[i] == '('
	if open {
		i++
	}
	from := i
	for i < p.Hi && i <= from+longest && (isDigit(t.R[i]) || numeral(t.R[i])) {
		i++
	}
	if i == from || i+2 >= p.Hi {
		return p.Lo
	}
	switch c := t.R[i]; {
	case open && c == ')' && i == from+1, !open && (c == '.' || c == '．' || c == '、') && i <= from+2:
	default:
		return p.Lo
	}
	next := i + 1
	if !open && (t.R[i] == '、' && numeral(t.R[next]) || isDigit(t.R[next]) && !isLatin(t.R[next+1])) {
		return p.Lo
	}
	return next
}

// cellStart reports whether a cell of a table begins at pos.
func (t *Text) cellStart(pos int32) bool {
	for i := range t.Cells {
		if t.Cells[i].Lo == pos {
			return true
		}
	}
	return false
}

// afterPeriod: 2030年|…, 在2022年底前|….
func (r *reader) afterPeriod(p Range) int32 {
	lo := p.Lo
	for i := range r.g.periods {
		pd := &r.g.periods[i]
		if pd.lo == lo+1 && pd.hi <= p.Hi && r.t.R[lo] == '在' {
			lo = pd.lo
		}
		if pd.lo == lo && pd.hi <= p.Hi {
			p.Lo = pd.hi
			for p.Lo < p.Hi && r.w.single(listYearTail, p.Lo) {
				p.Lo++
			}
			if end, ok := r.w.hasAt(listBasisWord, p.Lo); ok && end <= p.Hi { // 在2030年|的基础上
				p.Lo = end
			}
		}
	}
	return p.Lo
}

// afterYearBracket: 近期|(2031年)|新增…, a bracket that holds a year and no more.
func (r *reader) afterYearBracket(p Range) int32 {
	const longest = 14
	b := r.t.opening(p.Lo)
	if r.t.R[p.Lo] != '(' || b < 0 || r.t.Brackets[b].Close >= p.Hi || r.t.Brackets[b].Close > p.Lo+longest {
		return p.Lo
	}
	for i := range r.g.periods {
		if pd := &r.g.periods[i]; pd.lo > p.Lo && pd.hi <= r.t.Brackets[b].Close {
			return r.t.Brackets[b].Close + 1
		}
	}
	return p.Lo
}

// afterLead: an adverb, a word of scope.
func (r *reader) afterLead(p Range) int32 {
	end, ok := r.w.hasAt(listTargetLead, p.Lo)
	if !ok || end > p.Hi || r.w.belongsOn(listTargetLead, p.Lo, end) || end == p.Lo+1 && isJoin(r.t.R[p.Lo]) && (r.w.startsWith(listJoinInside, p.Lo) || r.w.e.places.at(r.t.R, p.Lo) > 0) { // 和美乡村, 和平区
		return p.Lo
	}
	return end
}

// afterSubjectOfWill: 和县将|新建公路.
func (r *reader) afterSubjectOfWill(p Range) int32 {
	for i := p.Lo + 1; i+3 < p.Hi && i <= p.Lo+8; i++ {
		if r.t.R[i] == '将' && (r.startsVerb(i+1) || r.t.R[i+1] == '在') {
			return i + 1
		}
	}
	return p.Lo
}

// longestIntro bounds what announces a goal before its name, in characters.
const longestIntro = 28

// afterDash: 今年全县发展的主要预期目标——|地区生产总值增长.
func (r *reader) afterDash(p Range) int32 {
	for i := p.Lo + 2; i+2 < p.Hi && i < p.Lo+longestIntro; i++ {
		if r.t.R[i] == '—' && r.t.R[i+1] == '—' {
			return i + 2
		}
	}
	return p.Lo
}

// afterIntro: 奋斗目标主要是|事故死亡率下降.
func (r *reader) afterIntro(p Range) int32 {
	for i := p.Lo + 3; i+2 < p.Hi && i < p.Lo+longestIntro; i++ {
		if c := r.t.R[i]; c != '是' && c != '为' {
			continue
		}
		if at, ok := r.w.hasEnd(listGoalIntro, i+1); ok && at > p.Lo {
			return i + 1
		}
	}
	return p.Lo
}

// afterYearsOfWork: 三年|改造道路.
func (r *reader) afterYearsOfWork(p Range) int32 {
	if i := r.afterYears(p); i > p.Lo && r.startsVerb(i) {
		return i
	}
	return p.Lo
}

// afterWhere: 在城区|新建…, 按标准|….
func (r *reader) afterWhere(p Range) int32 {
	if c := r.t.R[p.Lo]; c == '在' || c == '按' {
		return r.afterPlace(p)
	}
	return p.Lo
}

// afterUnitOfWork: 以村为单位|….
func (r *reader) afterUnitOfWork(p Range) int32 {
	if r.t.R[p.Lo] != '以' {
		return p.Lo
	}
	for i := p.Lo + 2; i+3 <= p.Hi && i < p.Lo+12; i++ {
		if end, ok := r.w.hasAt(listUnitOfWork, i); ok && end <= p.Hi {
			return end
		}
	}
	return p.Lo
}

// afterToward: 面向海内外|引进专家: where they come from is no part of it.
func (r *reader) afterToward(p Range) int32 {
	if !r.w.startsWith(listToward, p.Lo) {
		return p.Lo
	}
	for i := p.Lo + 3; i+2 <= p.Hi && i < p.Lo+14 && !isJoin(r.t.R[i]); i++ {
		if r.startsVerb(i) {
			return i
		}
	}
	return p.Lo
}

// afterWhom: 为全市老人|开展体检2万人: whom it is for is no part of it, unless the verb has
// nothing else (为|老人免费体检2万人).
func (r *reader) afterWhom(p Range) int32 {
	if r.t.R[p.Lo] != '为' {
		return p.Lo
	}
	for i := p.Lo + 3; i < p.Hi && i < p.Lo+24; i++ {
		if end, ok := r.w.hasAt(listTargetVerb, i); ok {
			if end == p.Hi {
				return p.Lo + 1
			}
			return i
		}
	}
	return p.Lo
}

// afterVerbLead: a word before a verb that governs the name.
func (r *reader) afterVerbLead(p Range) int32 {
	if end, ok := r.w.hasAt(listVerbLead, p.Lo); ok && end < p.Hi && r.startsVerb(end) {
		return end
	}
	return p.Lo
}

// afterDate returns where a clause goes on behind the month or the day, without a year, that
// it begins with (6月底前, 于10月20日前), else its start.
func (t *Text) afterDate(p Range) int32 {
	i := p.Lo
	if i < p.Hi && (t.R[i] == '在' || t.R[i] == '于') {
		i++
	}
	month := t.numeralEnd(Range{i, p.Hi})
	if month == i || month > i+2 || month >= p.Hi || t.R[month] != '月' {
		return p.Lo
	}
	i = month + 1
	if day := t.numeralEnd(Range{i, p.Hi}); day > i && day < p.Hi && t.R[day] == '日' {
		i = day + 1
	}
	for i < p.Hi && strings.ContainsRune("份底末初上中下旬之以前内", t.R[i]) {
		i++
	}
	return i
}

// numeralEnd returns where the figures that p begins with end.
func (t *Text) numeralEnd(p Range) int32 {
	for p.Lo < p.Hi && (isDigit(t.R[p.Lo]) || numeral(t.R[p.Lo])) {
		p.Lo++
	}
	return p.Lo
}

// afterDoers returns where a clause goes on behind the bodies that it begins with and
// their word of duty, if a verb follows: 县林业局、县公安局要|组建巡护队, 由县水利局牵头|建设泵站;
// else its start.
func (r *reader) afterDoers(p Range) int32 {
	pos := p.Lo
	if pos < p.Hi && r.t.R[pos] == '由' {
		pos++
	}
	for _, m := range r.t.mentions[kindDepartment] {
		if m.Lo < pos || m.Hi >= p.Hi {
			continue
		}
		if m.Lo > pos {
			break
		}
		pos = m.Hi
		if pos+1 < p.Hi && isJoin(r.t.R[pos]) {
			pos++
			if end := r.unknownDoer(pos, p.Hi); end > pos {
				return end
			}
			continue
		}
		if with, ok := r.w.hasAt(listDutyWith, pos+r.modal(pos)); ok && with < p.Hi { // 甲局要会同|乙局
			pos = with
			continue
		}
		if end := r.afterTime(pos, p.Hi); end > pos && r.startsVerb(end) {
			return end
		}
		if modal := r.modal(pos); modal > 0 && pos < p.Hi {
			if pos += modal; r.afterTime(pos, p.Hi) > pos || r.w.startsWith(listTargetLead, pos) {
				return pos
			}
		}
		if end, ok := r.w.hasAt(listDutyPart, pos); ok && end < p.Hi && r.startsVerb(end) {
			return end
		}
		if pos < p.Hi && r.startsVerb(pos) {
			return pos
		}
		if r.t.Block.Kind == plan.TableRow && pos+2 <= p.Hi && (r.t.blankBefore(pos) || r.t.lineBefore(pos)) { // a cell of bodies before that of the work
			return pos
		}
		break
	}
	return p.Lo
}

// modal is the length of the word of duty at pos, 0 for none: 县林业局|要.
func (r *reader) modal(pos int32) int32 {
	if int(pos) < len(r.t.R) && strings.ContainsRune("要应须需将", r.t.R[pos]) {
		return 1
	}
	return 0
}

// afterTime returns where a clause goes on behind a time limit: 6月底前|新建, 每年|组织.
func (r *reader) afterTime(pos, hi int32) int32 {
	if end := r.w.skipTime(pos, hi); end > pos {
		return end
	}
	if r.t.has(pos, "每年") {
		return pos + 2
	}
	return pos
}

// unknownDoer returns where the verb begins behind the last name of a list of bodies
// that no lexicon has: 县水利局、县水投集团|修建泵站; pos for none.
func (r *reader) unknownDoer(pos, hi int32) int32 {
	for _, m := range r.t.mentions[kindDepartment] {
		if m.Lo == pos {
			return pos
		}
	}
	for i := pos + 3; i < hi && i < pos+14; i++ {
		if end := r.afterTime(i, hi); (r.startsVerb(i) || end > i && r.startsVerb(end)) && r.w.endsWith(listChargeTail, i) {
			return end
		}
	}
	return pos
}

// afterMeans returns where a clause goes on behind the money and the places that it
// begins with: 投资300万元|新建校舍, 在12个乡镇|安装路灯.
func (r *reader) afterMeans(p Range) int32 {
	place := p.Lo < p.Hi && r.t.R[p.Lo] == '在'
	if !place && !r.w.startsWith(listOutlayWord, p.Lo) {
		return p.Lo
	}
	for i := range r.g.all {
		f := &r.g.all[i]
		switch {
		case f.start <= p.Lo || f.start > p.Lo+4:
		case place && f.start == p.Lo+1:
			for i := f.end; i < p.Hi && i < f.end+16; i++ {
				if r.startsVerb(i) {
					return i
				}
			}
		case !place && f.end < p.Hi && r.t.R[f.end-1] == '元' && r.startsVerb(f.end):
			return f.end
		case !place && f.end < p.Hi && r.t.R[f.end-1] == '元' && r.t.R[f.end] == '为': // 投入90万元为20所学校|更换桌椅
			for i := f.end + 2; i < p.Hi && i < f.end+16; i++ {
				if r.startsVerb(i) {
					return i
				}
			}
		}
	}
	return p.Lo
}

// afterYears returns where a phrase goes on behind a count of years that it begins with.
func (r *reader) afterYears(p Range) int32 {
	const longest = 3
	for i := p.Lo; i < p.Hi && i < p.Lo+longest; i++ {
		switch {
		case r.t.R[i] == '年' && i > p.Lo:
			return i + 1
		case !several(r.t.R[i]) && r.t.R[i] != '1':
			return p.Lo
		}
	}
	return p.Lo
}

func (r *reader) startsVerb(pos int32) bool {
	_, ok := r.w.hasAt(listTargetVerb, pos)
	return ok
}

func isJoin(c rune) bool { return c == '、' || c == '和' || c == '及' || c == '与' || c == '并' }

// cutSubject takes the doer off a phrase that names each of several doers and
// then a verb: 每个设区市每年培育示范组织.
func (r *reader) cutSubject(p Range) Range {
	t := r.t
	if p.Len() < 4 || t.R[p.Lo] != '每' && t.R[p.Lo] != '各' || r.perNumber(p) {
		return p
	}
	for i := p.Lo + 2; i+2 < p.Hi; i++ {
		if end, ok := r.w.hasAt(listTargetVerb, i); ok && !(end+1 == p.Hi && strings.ContainsRune("率量度比", t.R[end])) { // but not 各县预案修订率
			return Range{i, p.Hi}
		}
	}
	return p
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

// uncompare takes 比2015年, 较“十三五”末 out of the end or the middle of a phrase.
func (r *reader) uncompare(p Range, base int) (Range, int) {
	if end := r.compared(p.Lo); end > 0 && end < p.Hi { // 较上年提升
		p.Lo = end
	}
	for i := range r.g.periods {
		pd := &r.g.periods[i]
		if pd.p.Compared && pd.lo == p.Lo+1 && pd.hi < p.Hi { // 比2030年提高
			base = r.yearOf(pd)
			p.Lo = pd.hi
			for _, b := range r.g.bases {
				if b.Lo == p.Lo && b.Hi <= p.Hi {
					p.Lo = b.Hi
				}
			}
			continue
		}
		if pd.p.Compared && pd.lo > p.Lo && pd.hi <= p.Hi {
			base = r.yearOf(pd)
			if c := r.t.R[pd.lo-1]; pd.hi >= p.Hi || c == '由' || c == '从' {
				p.Hi = pd.lo - 1
			}
		}
	}
	return p, base
}

// compared returns where the comparison with an earlier time ends that begins at pos
// (较上年), 0 where none does.
func (r *reader) compared(pos int32) int32 {
	if int(pos) >= len(r.t.R) || r.t.R[pos] != '较' && r.t.R[pos] != '比' {
		return 0
	}
	end, _ := r.w.hasAt(listCompareBase, pos+1)
	return end
}

// keepName appends to kept what of n belongs to an indicator's name: not what it is compared
// with, nor when in the year it is to hold.
func (r *reader) keepName(kept []Range, n Range) []Range {
	for i := range r.g.periods { // 用水量较2025年下降
		if pd := &r.g.periods[i]; pd.p.Compared && pd.lo > n.Lo && pd.hi < n.Hi {
			kept = append(kept, Range{n.Lo, pd.lo - 1})
			n.Lo = pd.hi
			for k := range r.g.bases { // 处理率比2030年|的60%|提高
				if b := &r.g.bases[k]; b.Lo == n.Lo && b.Hi < n.Hi {
					n.Lo = b.Hi
				}
			}
			if r.t.has(n.Lo, "的") {
				n.Lo++
			}
			if r.t.has(n.Lo, "基础上") {
				n.Lo += 3
			}
		}
	}
	for i := n.Lo + 2; i < n.Hi; i++ { // 城镇化率较上年提高, 资金于6月底前支出
		end := r.compared(i)
		if end == 0 {
			end = r.timeOfYear(i)
		}
		if end == 0 || end > n.Hi {
			continue
		}
		for i > n.Lo+2 && r.w.single(listWhenLead, i-1) {
			i--
		}
		kept = append(kept, Range{n.Lo, i})
		n.Lo, i = end, end
	}
	if n.Len() > 0 {
		kept = append(kept, n)
	}
	return kept
}

// timeOfYear returns where words end that begin at pos and say by when in the year: 年底前,
// 6月底前; 0 for none.
func (r *reader) timeOfYear(pos int32) int32 {
	for i := range r.g.periods { // 2031年6月底前
		if pd := &r.g.periods[i]; pd.lo == pos && !pd.p.Compared {
			pos = pd.hi
		}
	}
	if end, ok := r.w.hasAt(listTimeOfYear, pos); ok {
		return end
	}
	i := pos
	for int(i) < len(r.t.R) && isDigit(r.t.R[i]) && i < pos+2 {
		i++
	}
	if i == pos || int(i) >= len(r.t.R) || r.t.R[i] != '月' || isDigit(r.t.R[pos-1]) {
		return 0
	}
	end := i + 1
	for int(end) < len(r.t.R) && r.w.single(listMonthTail, end) {
		end++
	}
	if end == i+1 {
		return 0 // 6月: of which it may tell the size
	}
	return end
}

// compounds reports whether a verb makes a noun with what follows it: 供应|建设用地.
func (r *reader) compounds(verb Range) bool {
	with := r.w.attrs(listTargetVerb, verb)["with"]
	return with != "" && strings.ContainsRune(with, r.t.R[verb.Hi])
}

// sizes reports whether a clause says how big a work is, and nothing else.
func (r *reader) sizes(c Range) bool {
	word, ok := r.w.find(listSpecNoun, c)
	return ok && word.Hi < c.Hi && isDigit(r.t.R[word.Hi]) && !r.hasFigure(c) && r.w.attrs(listSpecNoun, word)["bare"] == ""
}

// specNoun reports whether a name only says how big a work is; bare: no verb and no bound
// says that this is to be reached.
func (r *reader) specNoun(p Range, bare bool) bool {
	end, ok := r.w.hasAt(listSpecNoun, p.Lo)
	if lo, of := r.w.hasEnd(listSpecBefore, p.Hi); of && r.w.attrs(listSpecBefore, Range{lo, p.Hi})["goal"] == "yes" { // 年度计划投资
		return false
	}
	return ok && end == p.Hi && (bare || r.w.attrs(listSpecNoun, p)["bare"] == "")
}

// measure reports whether a phrase ends with a measure: 率, 量, 收入.
func (r *reader) measure(p Range) bool {
	_, ok := r.w.endIn(listMeasureHead, p)
	if !ok {
		_, ok = r.w.endIn(listGrowthWord, p)
	}
	return ok
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

// place reports whether a phrase before a verb is a place or a level that tells
// one thing from another.
func (r *reader) place(p Range) bool {
	if r.t.R[p.Hi-1] == ')' { // 县(市、区)
		return r.t.R[p.Lo] == '县' || r.t.R[p.Lo] == '各' || r.t.R[p.Lo] == '市' || r.t.R[p.Lo] == '区'
	}
	return r.w.single(listPlaceEnd, p.Hi-1)
}

// perNumber: 每百张…, 每万人…: the base belongs to the indicator.
func (r *reader) perNumber(p Range) bool {
	switch r.t.R[p.Lo+1] {
	case '百', '千', '万', '十':
		return true
	}
	return isDigit(r.t.R[p.Lo+1])
}

// tooThin refuses names of one character and of marks.
func tooThin(t *Text, name []Range) bool {
	n := 0
	for _, p := range name {
		for _, c := range t.R[p.Lo:p.Hi] {
			if hanzi.Is(c) || isLatin(c) {
				n++
			}
		}
	}
	return n < 2
}

func nonEmpty(rs ...Range) []Range {
	var out []Range
	for _, r := range rs {
		if r.Len() > 0 {
			out = append(out, r)
		}
	}
	return out
}

func nameLen(name []Range) int {
	n := 0
	for _, p := range name {
		n += p.Len()
	}
	return n
}
