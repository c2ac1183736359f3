package extract

import (
	"slices"
	"strings"
)

// How sentences fall into clauses, and which of them begin a duty.

// plainTask leaves out what a thing consists of: 建设集甲、乙于一体的平台 is 建设平台.
func (e *Extractor) plainTask(s string) string {
	i := strings.Index(s, "集")
	if i < 0 {
		return s
	}
	for _, end := range e.lists[listMadeOfEnd].Entries {
		if j := strings.Index(s[i:], end.Term); j > 0 && strings.Contains(s[i:i+j], "、") {
			return s[:i] + s[i+j+len(end.Term):]
		}
	}
	return s
}

// insideTitle reports whether pos stands inside a quoted title or quotation.
func (c *Context) insideTitle(pos int32) bool {
	for _, kind := range [...]Kind{kindTitle, kindQuote} {
		for _, m := range c.Text.Mentions(kind) {
			if m.Lo < pos && pos < m.Hi {
				return true
			}
		}
	}
	return false
}

// clauses parts a range at commas and colons outside of brackets.
func (t *Text) clauses(r Range) []Range {
	var out []Range
	for lo := r.Lo; lo < r.Hi; {
		hi := t.clauseEnd(lo, r.Hi)
		if hi > lo {
			out = append(out, Range{lo, hi})
		}
		lo = hi + 1
	}
	return out
}

// clauseOf returns the clause of s around pos; s itself where there is none.
func (t *Text) clauseOf(pos int32, s Range) Range {
	for lo := s.Lo; lo < s.Hi; {
		hi := t.clauseEnd(lo, s.Hi)
		if hi > lo && pos < hi {
			return Range{lo, hi}
		}
		lo = hi + 1
	}
	return s
}

// clauseEnd returns the first comma or colon outside of brackets in [lo,hi); hi for none.
func (t *Text) clauseEnd(lo, hi int32) int32 {
	depth := 0
	for p := lo; p < hi; p++ {
		depth += nesting(t.R[p])
		if depth <= 0 && (t.R[p] == ',' || t.R[p] == ':') {
			return p
		}
	}
	return hi
}

// subjectAt reports where the clause of a body begins, and whether the body is
// its subject: nothing but a modifier or an adverb stands before it.
func (c *Context) subjectAt(at Range, s Range, must bool) bool {
	t := c.Text
	cl := t.clauseOf(at.Lo, s)
	lo := cl.Lo
	for {
		if end, ok := c.hasAt(listDutyBefore, lo); ok && end <= at.Lo {
			lo = end
			continue
		}
		if end, ok := c.hasAt(listDutyRoleClass, lo); ok && end < at.Lo && joinsNames(t.R[end]) { // 各有关部门、各镇要…
			lo = end + 1
			continue
		}
		break
	}
	if lo == at.Lo || c.skipTime(lo, at.Lo) == at.Lo && (must || t.R[lo] == '每' || c.single(listTimeBound, at.Lo-1)) { // 每月5日前各镇要…
		return true
	}
	before := Range{lo, at.Lo}
	if c.ofSpot(before) { // 湿地所在地|乡镇人民政府要…
		return true
	}
	if _, no := c.find(listDutyNotBefore, before); no {
		return false
	}
	if t.R[at.Lo-1] == '的' { // 未建系统的省级部门
		if must {
			return true
		}
		_, ok := c.hasAt(listDutyModifier, lo)
		return ok
	}
	if t.R[at.Lo-1] == '时' || t.R[at.Lo-1] == '△' || t.R[at.Lo-1] == '●' {
		return true
	}
	return false
}

// ofSpot reports whether the words before a government only say of which place it is.
func (c *Context) ofSpot(before Range) bool {
	const longest = 12 // characters
	_, ok := c.hasEnd(listGovernmentSpot, before.Hi)
	return ok && before.Len() <= longest && c.Text.isHan(before) && !c.single(listSpotNot, before.Lo) && !c.startsDuty(before.Lo, before.Hi)
}

// behindNumber reports whether the number of an article or item that a converter left inside of
// a line ends at pos: 第七条|, 三、职责分工(一)|.
func (t *Text) behindNumber(pos int32) bool {
	p := pos - 1
	if p < 2 || t.R[p] != '条' && t.R[p] != ')' {
		return false
	}
	open := '第'
	if t.R[p] == ')' {
		open = '('
	}
	for p--; p > 0 && (numeral(t.R[p]) || isDigit(t.R[p])); p-- {
	}
	return p < pos-2 && t.R[p] == open
}

// must returns the end of a word of obligation at pos.
func (c *Context) must(pos int32) (int32, bool) {
	if _, no := c.hasAt(listDutyMustNot, pos); no {
		return 0, false
	}
	end, ok := c.hasAt(listDutyMust, pos)
	if ok {
		if _, inside := c.hasEnd(listDutyMustInside, pos+1); inside { // 所需, 供应
			return 0, false
		}
	}
	return end, ok
}

// skipAdverbs returns the position behind adverbs at pos.
func (c *Context) skipAdverbs(pos, hi int32) int32 {
	for pos < hi {
		end, ok := c.hasAt(listDutyAdverb, pos)
		if !ok || end > hi || end < hi && strings.ContainsRune("和及的", c.Text.R[end]) && c.startsWith(listDutyManner, pos) { // 按照规定|和乙办法,…
			break
		}
		pos = end
	}
	return pos
}

// has reports whether the text at pos begins with s.
func (t *Text) has(pos int32, s string) bool {
	for _, r := range s {
		if int(pos) >= len(t.R) || t.R[pos] != r {
			return false
		}
		pos++
	}
	return true
}

// laterMust finds the word of obligation behind a phrase of manner:
// 甲局编制规划时,要…; 甲局根据…,应…
func (c *Context) laterMust(pos int32, own, s Range) (int32, bool) {
	t := c.Text
	if pos >= own.Hi {
		for n := 0; n < 3 && pos+1 < s.Hi; n++ { // 甲局,对上述任务,要…
			if end, ok := c.must(c.skipAdverbs(pos+1, s.Hi)); ok {
				return end, true
			}
			next := t.clauseOf(pos+1, s)
			if !c.isManner(next) || c.newSubject(next) {
				break
			}
			pos = next.Hi
		}
		return 0, false
	}
	_, manner := c.mannerAt(pos)
	if t.R[pos] == '是' && own.Hi+1 < s.Hi { // 甲局是责任主体,要…
		return c.must(own.Hi + 1)
	}
	if !manner && !c.isMannerEnd(own) {
		return 0, false
	}
	for p := pos; manner && p < own.Hi; p++ {
		if _, inside := c.hasEnd(listDutyMustInside, p+1); inside { // 纲要, 供应
			continue
		}
		if end, ok := c.must(p); ok && !c.insideTitle(p) {
			return end, true
		}
	}
	if own.Hi+1 < s.Hi {
		return c.must(c.skipAdverbs(own.Hi+1, s.Hi))
	}
	return 0, false
}

// startsDuty reports whether a verb of a duty with something behind it stands at pos.
func (c *Context) startsDuty(pos, hi int32) bool {
	t := c.Text
	pos = c.skipAdverbs(pos, hi)
	if p := c.skipTime(pos, hi); p > pos { // 每月25日前将…
		pos = c.skipAdverbs(p, hi)
	}
	if _, noun := c.hasAt(listDutyVerbNot, pos); noun { // 各市实施方案于…
		return false
	}
	if pos < hi && strings.ContainsRune("与同", t.R[pos]) { // 村委会与农户签订…
		verb, strong := c.find(listDutyStrong, Range{pos, hi})
		return strong && verb.Lo > pos+1
	}
	end, ok := c.hasAt(listDutyVerb, pos)
	if !ok {
		if prev, was := c.hasEnd(listDutyAdverb, pos); was && prev < pos { // an adverb that is a verb, too
			end, ok = c.hasAt(listDutyVerb, prev)
			ok = ok && end == pos
		}
		if !ok {
			return false
		}
	}
	if slices.ContainsFunc(t.Mentions(kindDepartment), func(m Mention) bool { return m.Lo == pos }) { // signatures: 甲部 发展改革委
		return false
	}
	if c.startsWith(listDutyCharges, pos) || t.has(end, "与") && c.isWord(listDutyWithVerb, Range{pos, end}) {
		return true
	}
	if e, whole := c.hasAt(listChargeWord, pos); whole && e == hi && e-pos >= 4 { // 各县区组织实施
		if _, part := c.hasAt(listDutyPart, pos); !part {
			return true
		}
	}
	if _, adverb := c.hasEnd(listDutyAdverb, pos); adverb && (end == hi || t.R[end] == '、') { // 甲局具体组织实施, 乙局按月督查
		return true
	}
	if end+2 < hi && (t.R[end] == '、' || t.R[end] == '和') { // 甲局组织、协调、指导防汛工作
		if _, verb := c.hasAt(listDutyVerb, end+1); verb {
			return c.startsDuty(end+1, hi)
		}
	}
	return end+1 < hi && !c.single(listVerbObjectNot, end)
}

// skipTime returns where a time limit at pos ends: 每月25日前, 于2月底前, 年底前; pos for
// none.
func (w *Worker) skipTime(pos, hi int32) int32 {
	t := &w.t
	p := pos
	if p < hi && w.single(listTimeLead, p) {
		p++
	}
	unit, end := false, pos
	for ; p < hi; p++ {
		switch r := t.R[p]; {
		case w.single(listTimeUnit, p) || r == '时' && p > pos: // 5时
			unit, end = true, p+1
		case w.single(listTimeBound, p):
			if !unit {
				return pos
			}
			end = p + 1
		case isDigit(r) || w.single(listTimeLetter, p):
		default:
			if unit {
				return end
			}
			return pos
		}
	}
	if unit {
		return end
	}
	return pos
}

// isManner reports whether a clause tells how, when or for what something is done, and is
// no duty itself: 按照方案要求, 在验收之前.
func (c *Context) isManner(cl Range) bool {
	t := c.Text
	lo := c.skipAdverbs(cl.Lo, cl.Hi)
	if lo > cl.Lo+1 && c.endsWith(listDutyWithVerb, lo) && t.has(lo, "对") { // 切实加强对…的领导
		return false
	}
	if p := c.skipTime(cl.Lo, cl.Hi); p > cl.Lo && c.startsDuty(p, cl.Hi) { // 在每年11月底前报送…
		return false
	}
	if end, ok := c.mannerAt(cl.Lo); (!ok || end <= lo) && lo > cl.Lo && c.startsDuty(lo, cl.Hi) {
		if _, ok := c.mannerAt(lo); !ok {
			return false
		}
	}
	_, manner := c.mannerAt(cl.Lo)
	if !manner {
		_, manner = c.mannerAt(lo)
	}
	if !manner {
		return c.isMannerEnd(cl) && (strings.ContainsRune("时后前的", t.R[cl.Hi-1]) || !c.startsDuty(cl.Lo, cl.Hi))
	}
	if c.Worker.endsWith(listDutyInCharge, cl.Hi) { // 对本地区食品安全负总责
		return false
	}
	if verb, ok := c.find(listDutyStrong, Range{min(cl.Lo+3, cl.Hi), cl.Hi}); ok && verb.Hi+2 <= cl.Hi && t.R[verb.Hi] != '的' && t.R[verb.Lo-1] != '的' { // 围绕方案的推进实施 has no verb
		return c.isMannerEnd(cl)
	}
	return true
}

// mannerAt returns the end of a word at pos that begins a clause of manner, and not a longer
// word that only looks like one: 自2031年起, but not 自然保护地.
func (c *Context) mannerAt(pos int32) (int32, bool) {
	end, ok := c.hasAt(listDutyManner, pos)
	if ok {
		if other, longer := c.hasAt(listDutyMannerNot, pos); longer && other > end {
			return 0, false
		}
	}
	return end, ok
}

// isMannerEnd reports whether a clause ends as such a clause does: …的基础上.
func (c *Context) isMannerEnd(cl Range) bool {
	lo, ok := c.hasEnd(listDutyMannerEnd, cl.Hi)
	return ok && lo > cl.Lo
}

// taskFrom returns the words of the duty that begins at from: without clauses of
// manner before and of effect at the end, up to where another body or subject
// begins; of a body in mid-sentence behind clauses without a subject, its own clause.
func (c *Context) taskFrom(from int32, at, s Range) Range {
	t := c.Text
	rest := t.clauses(Range{from, s.Hi})
	if len(rest) == 0 {
		return Range{}
	}
	all := len(rest)
	limit := all
	for i := 1; i < len(rest); i++ {
		if c.newSubject(rest[i]) || c.hostedIn(rest[i]) {
			limit = i
			break
		}
	}
	rest = rest[:limit]
	first := 0
	for first+1 < len(rest) && c.isManner(rest[first]) && !c.object(rest[first]) {
		first++
	}
	if _, effect := c.hasAt(listDutyEffect, rest[first].Lo); effect && first > 0 && c.endsIn(listDutySetOut, rest[first-1]) { // 根据分工行动起来,形成合力: the verb stands before
		first--
	}
	last := len(rest)
	for i := first + 1; i < last; i++ {
		if _, ok := c.hasAt(listDutyDetail, rest[i].Lo); ok {
			last = i
		}
	}
	for last > first+1 {
		_, effect := c.hasAt(listDutyEffect, rest[last-1].Lo)
		effect = effect || c.goalOnly(rest[last-1])                 // …,合格率达到95%
		if !effect && (limit == all || !c.isManner(rest[last-1])) { // a clause of manner belongs to the subject that follows
			break
		}
		last--
	}
	if c.midSentence(at, s) {
		last = first + 1
		for last < len(rest) && (t.R[rest[last].Lo] == '并' || t.R[rest[last].Lo] == '且') {
			last++
		}
	}
	task := Range{rest[first].Lo, rest[last-1].Hi}
	if t.R[task.Lo] == '将' { // the future, not the preposition
		_, adverb := c.hasAt(listDutyAdverb, task.Lo+1)
		if adverb || c.startsWith(listDutyFuture, task.Lo) {
			task.Lo++
		}
	}
	return task
}

// object reports whether a clause says whom the verb behind it is about: 对无证船只,
// 责令停航.
func (c *Context) object(cl Range) bool {
	t := c.Text
	return cl.Len() > 3 && t.R[cl.Lo] == '对' && !c.startsWith(listDutyObjectNot, cl.Lo) && !strings.ContainsRune("时后前下中", t.R[cl.Hi-1])
}

// newSubject reports whether a clause begins with another body or subject.
func (c *Context) newSubject(cl Range) bool {
	t := c.Text
	lo := cl.Lo
	if end, ok := c.hasAt(listDutyBefore, lo); ok {
		lo = end
	}
	if lo < cl.Hi && t.R[lo] == '由' {
		lo++
	}
	if lo >= cl.Hi {
		return false
	}
	if _, person := c.personAt(lo); person { // 主要负责人每月…
		return true
	}
	if end, ok := c.hasAt(listDutyRoleClass, lo); ok && end < cl.Hi {
		return true
	}
	if lo+1 < cl.Hi && t.R[lo] == '每' && c.single(listEachSubject, lo+1) {
		return true // 每个社区配备…
	}
	if end, ok := c.hasAt(listDutyNotBefore, lo); ok && end < cl.Hi && t.R[end-1] == '的' {
		return true // 有条件的要…
	}
	_, modified := c.hasAt(listDutyModifier, lo)
	for _, m := range t.Mentions(kindDepartments) {
		if m.begins(lo) || modified && m.Hi == cl.Hi {
			return true
		}
		if m.Lo > lo+3 && m.Hi < cl.Hi && t.R[m.Lo-1] == '、' && c.ofLevel(Range{lo, m.Lo - 1}) && !slices.Contains(t.R[lo:m.Lo-1], '、') { // 市艺术馆、乙局承担…
			return true
		}
		if m.Lo > lo+2 && m.Lo < lo+12 && m.Hi < cl.Hi && t.R[m.Lo-1] == '由' { // 重大问题由甲局提请…
			if _, adverb := c.hasAt(listDutyAdverb, lo); !adverb && (t.R[lo] == '对' || c.Worker.endsWith(listDutyAnswers, cl.Hi) || !c.startsDuty(lo, cl.Hi)) { // 监测工作由甲局负责, 对滞后的由甲局督办
				return true
			}
		}
	}
	for p := lo + 2; p < cl.Hi && p < lo+24; p++ { // 物业企业要…, 医疗机构不得…
		if t.R[p] == '由' && c.personBehind(p+1, cl.Hi) && !c.startsDuty(lo, cl.Hi) { // 排名末位的村由镇主要领导约谈
			return true
		}
		if _, other := c.hasEnd(listDutyOther, p); other && (c.startsWith(listOtherMustNot, p) || c.doesItself(lo, p, cl.Hi)) {
			return true
		}
		if _, class := c.hasEnd(listListHead, p); class && c.startsWith(listDutyCharges, p) {
			return true
		}
		if end, ok := c.hasAt(listChargeWord, p); ok && end == cl.Hi && (t.R[lo] == '各' || c.single(listBodyLetter, p-1)) { // 县供水所具体落实
			return !c.startsDuty(lo, cl.Hi) && c.namesIn(Range{lo, p}) != nil
		}
		if end, ok := c.must(p); !ok || t.R[p] == '需' || t.R[end-1] == '需' {
			continue
		}
		if _, ok := c.hasEnd(listDutyOther, p); ok {
			return true
		}
		if _, ok := c.hasAt(listDutyAdverb, lo); ok || c.startsDuty(lo, cl.Hi) {
			return false
		}
		return c.namesIn(Range{lo, p}) != nil
	}
	return false
}

// personBehind reports whether a person of some body follows at pos: (由)镇主要领导.
func (c *Context) personBehind(pos, hi int32) bool {
	const longest = 6 // characters of the body
	for p := pos; p < hi && p <= pos+longest; p++ {
		if end, ok := c.hasAt(listDutyPerson, p); ok && end <= hi {
			return true
		}
	}
	return false
}

// doesItself reports whether the words from lo to pos, which name no body, are the subject of
// a duty behind them: 电力企业|负责抢修, but not 支持|企业改造.
func (c *Context) doesItself(lo, pos, hi int32) bool {
	const longest = 12
	if pos-lo > longest || !c.startsDuty(pos, hi) || c.startsDuty(lo, hi) {
		return false
	}
	_, adverb := c.hasAt(listDutyAdverb, lo)
	return !adverb
}

// midSentence reports whether a clause with a duty of its own, and no subject,
// stands before the clause of the body.
func (c *Context) midSentence(at, s Range) bool {
	t := c.Text
	for _, cl := range t.clauses(s) {
		if cl.Hi > at.Lo {
			break
		}
		if !c.isManner(cl) && !c.reports(cl) {
			return !c.newSubject(cl)
		}
	}
	return false
}

// reports reports whether a clause only says who says what follows: 会议强调.
func (w *Worker) reports(cl Range) bool {
	if cl.Len() > 8 {
		return false
	}
	_, ok := w.hasEnd(listDutyReport, cl.Hi)
	return ok
}

// isLocality reports whether r names places of a kind and none by name: 各县(市、区).
func (c *Context) isLocality(r Range) bool {
	if _, before, ok := c.Text.lastBracket(r); ok && c.Worker.endsWith(listLocalityTail, before.Hi) {
		return true
	}
	return c.Worker.endsWith(listLocalityTail, r.Hi)
}
