package extract

import (
	"slices"
	"strings"

	"plangraph/internal/hanzi"
	"plangraph/plan"
)

// Programmes: undertakings that are named 工程, 行动, 计划, 项目, 专项 or 试点.

// longestClause bounds how far before its head noun the verb of a programme is
// looked for, in runes.
const longestClause = 400

// shortestName is the least that the name of a programme has, in runes.
const shortestName = 4

// programme is a programme while its name is being found.
type programme struct {
	*Worker
	head   Range // its head noun
	clause Range // around it
	quoted Range // the quotation that it ends, if it is a quoted name
	end    int32 // where the name ends: behind the head noun, or a phase behind that
	verb   Range // what governs it; empty where it is all that a heading says
	duty   Range // the words that govern it, in which the past or a reference would show
	name   Range
	status string
}

// buildProgramme makes projects of a programme that a verb of undertaking governs.
func buildProgramme(c *Context) bool {
	w := c.Worker
	head, ok := c.Range("head")
	if !ok || !w.runs(head.Lo) {
		return c.Refuse("不是正文 / not running text")
	}
	if w.inTitle(head) {
		return c.Refuse("在专栏或条目的标题之内 / inside the title of a box or item")
	}
	p := programme{Worker: w, head: head, end: head.Hi}
	if why := p.read(); why != "" {
		return c.Refuse(why)
	}
	if list := p.countedList(); list.Len() > 0 {
		tail := w.t.Written(Range{head.Lo, p.end})
		for _, m := range w.pieces(list) {
			c.Emit(plan.Fact{Type: plan.TypeProject, Project: &plan.Project{Name: w.t.Written(m) + tail, Kind: "prose", Status: p.status, Box: w.boxLabel()}}, m)
		}
		return true
	}
	if parts := p.sharedHead(); parts != nil && !p.ofFields(p.name, p.head) {
		tail := w.t.Written(Range{head.Lo, p.end})
		for _, m := range parts {
			c.Emit(plan.Fact{Type: plan.TypeProject, Project: &plan.Project{Name: w.t.Written(m) + tail, Kind: "prose", Status: p.status, Box: w.boxLabel()}}, m)
		}
		return true
	}
	why := p.unidentified()
	if why == "" && p.listsWorks() {
		why = "是工程的并列 / a list of works"
	}
	if why != "" {
		return c.Refuse(why)
	}
	kind := "prose"
	works := w.isWord(listPlainHead, head)
	if works && p.quoted.Len() == 0 && w.enumerated(p.name) && w.proper(p.name) { // 甲改造工程、乙扩建工程
		kind = "list"
	}
	for _, m := range w.programmeNames(p.name, head) {
		f := &plan.Project{Name: m.name, Kind: kind, Status: p.status, Box: w.boxLabel()}
		if f.Status == "" && works {
			f.Status = w.e.statusInName(w.t.String(m.at))
		}
		c.Emit(plan.Fact{Type: plan.TypeProject, Project: f}, m.at)
	}
	return true
}

// read finds the name around the head noun and what governs it, or says why there is none.
func (p *programme) read() string {
	if why := p.findClause(); why != "" {
		return why
	}
	if why := p.findEnd(); why != "" {
		return why
	}
	lo, why := p.findVerb()
	if why == "" {
		p.findName(lo)
	}
	return why
}

// findClause finds the clause around the head noun and the quotation that ends with it.
func (p *programme) findClause() string {
	t := &p.t
	p.clause = t.Clause(p.head.Lo)
	p.clause.Lo = max(p.clause.Lo, min(p.bodyStart(), p.head.Lo), p.head.Lo-longestClause)
	for _, q := range t.Mentions(kindQuote) {
		if q.Contains(p.head) {
			p.quoted = q.Range
		} else if q.Lo < p.clause.Lo && p.clause.Lo < q.Hi && q.Hi <= p.head.Lo { // “节水一滴,惠及一方”改造项目
			p.clause.Lo = max(t.Clause(q.Lo).Lo, p.head.Lo-longestClause)
		}
	}
	if p.quoted.Len() == 0 {
		return ""
	}
	if p.quoted.Hi-1 != p.head.Hi {
		return "在引语中间 / in the middle of a quoted phrase"
	}
	p.clause = t.Clause(p.quoted.Lo)
	p.clause.Hi = max(p.clause.Hi, p.quoted.Hi)
	return ""
}

// amountBehind reports whether how much a programme is to do ends its clause at pos, and not
// how many of them there are: 技能提升行动|7.2万人次, but 民生工程12项.
func (p *programme) amountBehind(pos int32) bool {
	const longestUnit = 3
	t := &p.t
	i := t.numberEnd(pos)
	if i == pos || int(i) >= len(t.R) || p.single(listGroupUnit, i) || p.single(listWorksUnit, i) {
		return false
	}
	end := t.next(i, t.Clause(p.head.Lo).Hi, func(c rune) bool { return EndsClause(c) || c == '、' })
	return isDigit(t.R[pos]) && end-i <= longestUnit
}

// findEnd looks at what stands behind the head noun: the name goes on with a phase, another
// word may tell its status, and some words show that it is no name's end.
func (p *programme) findEnd() string {
	if p.quoted.Len() > 0 {
		return ""
	}
	t := &p.t
	if p.startsWith(listProgrammeOther, p.end) {
		return "并列转到了别的事物 / the list goes on to something else"
	}
	after, ok := p.hasAt(listProgrammeAfter, p.end)
	if !ok {
		if !p.endsBefore(p.end) && !p.quotedToEnd(p.end, p.clause) && !p.completedBehind() && !p.amountBehind(p.end) {
			return "中心词是更长词语的一部分 / the head noun is part of a longer word"
		}
		return ""
	}
	if int(after) < len(t.R) && t.R[after] == '的' { // 完善X试点工作的协调机制
		return "它修饰别的事物 / it describes something else"
	}
	attrs := p.attrs(listProgrammeAfter, Range{p.end, after})
	if p.status = attrs["status"]; p.status != "" && p.attrs(listProgrammeHead, p.head)["study"] != "" {
		return "是研究 / a study"
	}
	if attrs["phase"] != "" {
		p.end = after
	}
	return ""
}

// endsBefore reports whether a name may end before the character at pos: a mark, or a figure
// of what is listed with it.
func (p *programme) endsBefore(pos int32) bool {
	t := &p.t
	return pos >= p.clause.Hi || strings.ContainsRune("、(),;。:”", t.R[pos]) ||
		isDigit(t.R[pos]) && pos > p.clause.Lo && !quoteFree(t.R[p.clause.Lo:p.head.Lo])
}

// findVerb finds what governs the head noun, and returns where the words behind that begin.
func (p *programme) findVerb() (lo int32, why string) {
	t := &p.t
	p.duty = Range{p.clause.Lo, p.head.Lo}
	lo, verb, ok := p.governed(p.clause, p.head.Lo)
	if ok && lo >= p.head.Lo && verb.Lo > p.clause.Lo && p.head.Len() < shortestName && p.quoted.Len() == 0 { // 文明城市|创建工程: a part of the name
		ok = false
	}
	if !ok {
		if lo, verb, ok = p.listedUnder(p.clause, p.head); ok {
			p.duty = Range{t.Clause(verb.Lo).Lo, verb.Hi}
		}
	}
	if line := (Range{p.clause.Lo, p.end}); !ok && (p.isHeading(line) || p.nameLines(line) || p.isCell(line)) { // 一、就业促进工程
		lo, verb, ok = line.Lo, Range{line.Lo, line.Lo}, true
	}
	if !ok {
		if lo, ok = p.oneOfCounted(); ok {
			verb = Range{lo, lo}
		}
	}
	if !ok && p.completedBehind() && !p.startsVerb(p.clause.Lo) { // but 促进工程早日开工
		lo, verb, ok = p.clause.Lo, Range{p.clause.Lo, p.clause.Lo}, true
	}
	if !ok {
		return 0, "没有实施类动词支配它 / no verb of undertaking governs it"
	}
	if p.verb = verb; p.quoted.Len() > 0 {
		lo, p.end = p.quoted.Lo, p.quoted.Hi
	}
	if p.attrs(listUndertakeWeak, verb)["degree"] != "" && p.startsWith(listDegreeWord, p.end) { // 加大保护行动|力度, but 加大甲工程实施力度
		return 0, "说的是力度 / it tells of a degree"
	}
	if verb.Lo > 0 && t.R[verb.Lo-1] == '以' && t.has(p.end, "为") {
		return 0, "只是实现他事的手段 / a means of something else"
	}
	if p.pastOrDenied(p.duty, verb) {
		return 0, "说的是过去,或只是被提及 / it is told as past, or as what something refers to"
	}
	if attrs := p.attrs(listWorksVerb, verb); p.status == "" && attrs["works"] == "" {
		p.status = attrs["status"]
	}
	if strive, ok := p.hasEnd(listStriveVerb, verb.Lo); ok {
		p.status = p.strived(Range{strive, verb.Lo}, p.status)
	}
	return lo, ""
}

// strived returns the status that a word of striving makes of one: 力争…开工.
func (w *Worker) strived(word Range, status string) string {
	if attrs := w.attrs(listStriveVerb, word); status != "" && attrs["of"] == status {
		return attrs["status"]
	}
	return status
}

// findName finds where the name begins, at lo or behind what stands before it there.
func (p *programme) findName(lo int32) {
	t, head := &p.t, p.head.Lo
	if p.quoted.Len() > 0 {
		p.name = Range{p.quoted.Lo + 1, p.quoted.Hi - 1}
		return
	}
	lo = p.afterSibling(lo, head)
	if lo < head && t.R[lo] == '以' && p.end < p.clause.Hi && t.R[p.end] == '为' {
		lo++
	}
	lo = p.behindManner(lo, head)
	if head > lo && t.R[head-1] == '”' {
		if at := p.quotedBehindEtc(Range{lo, head}); at > lo {
			lo, p.status = at, "" // the verb builds the works before it
		}
	}
	for lo < head && (joinsNames(t.R[lo]) && t.R[lo] != '、' || t.R[lo] == '并') && p.e.places.at(t.R, lo) == 0 { // 和县
		lo++
	}
	if n, ok := p.find(listProjectCount, Range{lo, head}); ok && n.Lo > lo && t.R[n.Lo-1] != '“' { // “五个一”工程
		lo = n.Hi
	}
	p.name = Range{lo, p.end}
}

// quotedBehindEtc returns where the quoted name begins that is all that stands between 等 and a
// head noun, of works that belong to it: 青川路、柳溪桥等|“连城”工程; r.Lo where there is none.
func (p *programme) quotedBehindEtc(r Range) int32 {
	for _, q := range p.t.Mentions(kindQuote) {
		if q.Hi == r.Hi && q.Lo > r.Lo && p.t.R[q.Lo-1] == '等' && quoteFree(p.t.R[r.Lo:q.Lo]) {
			return q.Lo
		}
	}
	return r.Lo
}

// countedList returns the list before the count of a head noun that its
// members share: 甲治理、乙改造、丙提升三大工程.
func (p *programme) countedList() Range {
	t, hi := &p.t, p.head.Lo
	if p.quoted.Len() > 0 || hi-p.name.Lo < 8 || !p.single(listGroupUnit, hi-1) || !several(t.R[hi-2]) || isDigit(t.R[hi-3]) || numeral(t.R[hi-3]) {
		return Range{}
	}
	if hi -= 2; t.R[hi-1] == '等' {
		hi--
	}
	list := Range{p.name.Lo, hi}
	parts := p.pieces(list)
	if len(parts) < 2 {
		return Range{}
	}
	for _, m := range parts {
		if m.Len() < 4 || p.generic(m) {
			return Range{}
		}
	}
	return list
}

// sharedHead returns the names of three programmes or more that share the head noun of the last:
// 实施|节水增粮、农村饮水安全、水土流失治理和河道治理|工程; nil where the name is none of such.
func (p *programme) sharedHead() []Range {
	const least, shortest = 3, 3 // names, characters of each
	t := &p.t
	list := Range{p.name.Lo, p.head.Lo}
	if list.Len() <= 0 || p.verb.Len() == 0 || p.quoted.Len() > 0 || !quoteFree(t.R[list.Lo:list.Hi]) || !p.isWord(listProgrammeNoun, p.head) || p.etc(list) >= 0 {
		return nil
	}
	parts := p.pieces(list)
	last := parts[len(parts)-1]
	for i := last.Lo + shortest; i+shortest < last.Hi && len(parts) > 1; i++ {
		if joinsNames(t.R[i]) && p.e.places.at(t.R, i) == 0 {
			parts = append(parts[:len(parts)-1], before(last, i), Range{i + 1, last.Hi})
			break
		}
	}
	if len(parts) < least {
		return nil
	}
	for _, m := range parts {
		if m.Len() < shortest || p.generic(m) || p.e.places.in(t.R, m) || p.startsVerb(m.Lo) || p.startsNumber(m.Lo) || p.speaksOf(listProgrammeHead, m) || slices.ContainsFunc(t.R[m.Lo:m.Hi], func(c rune) bool { return !hanzi.Is(c) || c == '的' }) {
			return nil
		}
		if class := p.works(m); class == lineClass || class == siteClass {
			return nil
		}
	}
	return parts
}

// listsWorks reports whether the name is a list of works, which a rule of their own reads.
func (p *programme) listsWorks() bool {
	t, name := &p.t, p.name
	if p.ofFields(name, p.head) {
		return false
	}
	if p.listOfKind(Range{name.Lo, p.head.Lo}) {
		return true
	}
	if parts := p.pieces(name); len(parts) > 1 {
		first := p.trimAction(parts[0])
		if p.works(first) != "" || p.parallel(first, parts[len(parts)-1]) != "" {
			return true
		}
	}
	if p.quoted.Len() > 0 || p.worksPlace() == inCivic && p.onePromise(name) {
		return false
	}
	for i := name.Lo + 1; i < name.Hi-1; i++ { // 甲隧道和乙路延伸工程
		if t.R[i] == '和' && p.twoGroups(Range{name.Lo, i}, Range{i + 1, name.Hi}) {
			return true
		}
	}
	parts := p.conjuncts(nil, name)
	if len(parts) < 2 || !p.proper(parts[0]) || !p.proper(parts[1]) {
		return false
	}
	class := p.works(p.trimAction(parts[0]))
	return class == lineClass || class == siteClass
}

// enumerated reports whether a name is one of several: it holds an enumeration, or
// a mark of one stands beside it.
func (w *Worker) enumerated(name Range) bool {
	t := &w.t
	if int(name.Hi) < len(t.R) && t.R[name.Hi] == '、' || name.Lo > 0 && (t.R[name.Lo-1] == '、' || t.R[name.Lo-1] == '和') {
		return true
	}
	return len(w.pieces(name)) > 1
}

// programmeNames splits a programme's name: adjacent quotes share the head noun, and a
// member before 、 is completed by the modifiers of the last one's head.
func (w *Worker) programmeNames(name, head Range) []member {
	if out := w.quotedNames(name, head); out != nil {
		return out
	}
	if etc := w.etcBefore(name, head); etc > name.Lo {
		return w.namesBeforeEtc(Range{name.Lo, etc}, Range{head.Lo, name.Hi})
	}
	if w.ofFields(name, head) {
		return []member{{name: w.t.Written(name), at: name}}
	}
	if out := w.modifiedNames(name, head); out != nil {
		return out
	}
	return []member{{name: w.t.Written(name), at: name}}
}

// etcBefore returns where 等 stands between the names and their head noun, with nothing but
// words between that are in no name (等重点工程); name.Lo where it does not.
func (w *Worker) etcBefore(name, head Range) int32 {
	for i := head.Lo - 1; i > name.Lo; i-- {
		if w.t.R[i] == '等' {
			if between := (Range{i + 1, head.Lo}); w.skip(between.Lo, between.Hi, listProjectGeneric) == head.Lo || w.saysKey(between) {
				return i
			}
			break
		}
	}
	return name.Lo
}

// saysKey reports whether the words between 等 and its head noun only say that the members
// matter, and in which field: 等重点林业生态|工程.
func (w *Worker) saysKey(between Range) bool {
	const longest = 8 // characters
	return between.Len() <= longest && w.speaksOf(listKeyWord, between)
}

// namesBeforeEtc: “甲”、“乙”等专项行动, 甲行动、乙计划等项目; behind is the head noun with what
// belongs to it.
func (w *Worker) namesBeforeEtc(names, behind Range) (out []member) {
	tail := w.t.Written(behind)
	for _, p := range w.pieces(names) {
		if p.Len() < 2 {
			continue
		}
		n := w.t.Written(p)
		if !w.isWord(listProjectNoun, behind) {
			n += tail
		}
		out = append(out, member{name: n, at: p})
	}
	return out
}

// quotedNames: “甲”“乙”工程, “甲”、“乙”等五大工程; nil where the name is none of such.
func (w *Worker) quotedNames(name, head Range) (out []member) {
	t := &w.t
	var quotes []Range
	for _, q := range t.Mentions(kindQuote) {
		if name.Contains(q.Range) {
			quotes = append(quotes, q.Range)
		}
	}
	n := len(quotes)
	if n < 2 || quotes[n-1].Hi > head.Lo || quotes[0].Lo != name.Lo {
		return nil
	}
	for i := 1; i < n; i++ {
		if gap := (Range{quotes[i-1].Hi, quotes[i].Lo}); gap.Len() > 1 || gap.Len() == 1 && !joinsNames(t.R[gap.Lo]) {
			return nil
		}
	}
	behind := Range{quotes[n-1].Hi, name.Hi}
	if t.R[behind.Lo] == '等' { // 等五大工程
		if behind.Lo++; w.count(Range{behind.Lo - 1, behind.Hi}) == behind.Lo {
			behind.Lo += 2
		}
	}
	tail := t.Written(behind)
	for _, q := range quotes {
		out = append(out, member{name: t.Written(q) + tail, at: q})
	}
	return out
}

// ofFields reports whether a name is one of several fields that share what stands behind the last
// of them: 矿山、冶金行业|隐患治理|行动. What is a head noun's own modifier (安全专项整治) is each
// one's.
func (w *Worker) ofFields(name, head Range) bool {
	const shortest = 2 // characters of what they share
	t := &w.t
	parts := w.pieces(Range{name.Lo, head.Lo})
	if len(parts) < 2 || !quoteFree(t.R[name.Lo:head.Lo]) {
		return false
	}
	last := parts[len(parts)-1]
	for _, m := range parts[:len(parts)-1] {
		if !w.isWord(listProgrammeField, m) {
			return false
		}
	}
	end, ok := w.hasAt(listProgrammeField, last.Lo)
	for ok && end < last.Hi && joinsNames(t.R[end]) {
		end, ok = w.hasAt(listProgrammeField, end+1)
	}
	if !ok || end >= last.Hi {
		return false
	}
	if t.R[end] == '等' {
		end++
	}
	shared := Range{end, head.Lo}
	if shared.Len() < shortest || w.generic(shared) || isDigit(t.R[end]) || several(t.R[end]) && w.single(listProgrammeCount, end+1) { // 三大领域|培训行动 are three
		return false
	}
	own := w.attrs(listProgrammeHead, head)["special"] != ""
	return !own || !w.nothingBut(shared, listHeadModifier)
}

// modifiedNames: 甲、乙安全专项整治, where the words before the head noun are each one's; nil
// where the name is none of such.
func (w *Worker) modifiedNames(name, head Range) (out []member) {
	mod := head.Lo
	for {
		lo, ok := w.hasEnd(listHeadModifier, mod)
		if !ok || lo <= name.Lo {
			break
		}
		mod = lo
	}
	if mod == head.Lo && w.attrs(listProgrammeHead, head)["special"] == "" {
		return nil
	}
	parts := w.pieces(Range{name.Lo, mod})
	if len(parts) < 2 {
		return nil
	}
	tail := w.t.Written(Range{mod, name.Hi})
	for _, p := range parts {
		if p.Len() > 2 && w.t.R[p.Hi-1] == '等' {
			p.Hi--
		}
		out = append(out, member{name: w.t.Written(p) + tail, at: p})
	}
	return out
}
