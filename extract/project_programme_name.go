package extract

import (
	"slices"
	"strings"

	"plangraph/internal/hanzi"
)

// Whether the name of a programme identifies one.

// Reasons why a name does not.
const (
	isDescription = "是描述,不是名称 / a description, not a name"
	isCounting    = "是在计数 / it counts them"
	isCount       = "是项目的数量 / a count of programmes"
	isEnumeration = "是列举 / an enumeration"
	isClass       = "是一类项目 / a class of projects"
	isPaper       = "是书面计划 / a plan on paper"
	noModifier    = "没有能区分它的修饰语 / no modifier that identifies it"
	noBeginning   = "名称不会这样开头 / no name begins so"
	noLength      = "这样长的名称没有所指,或不止一个 / a name of this length names nothing, or more than one thing"
)

// unidentified says why the name does not identify a programme; "" where it does.
func (p *programme) unidentified() string {
	if n := p.name.Len(); n < shortestName || n > 45 {
		return noLength
	}
	if why := p.describes(); why != "" {
		return why
	}
	before := Range{p.name.Lo, min(p.head.Lo, p.name.Hi)} // what the head noun's modifier is
	switch {
	case p.unmodified(before):
		return noModifier
	case p.countOf():
		return isCount
	case p.enumerates(before):
		return isEnumeration
	case p.single(listNameNotFirst, p.name.Lo):
		return noBeginning
	}
	attrs := p.attrs(listProgrammeHead, p.head)
	if attrs["class"] != "" {
		return p.onlyClass(before)
	}
	if attrs["paper"] != "" && p.attrs(listUndertakeWeak, p.verb)["paper"] != "" {
		if lo, ok := p.hasEnd(listPlanKind, p.head.Lo); !ok || lo < p.name.Lo {
			return isPaper
		}
	}
	return ""
}

// describes says why the name, outside of quotations, is a description: it counts things, or
// holds what no name does.
func (p *programme) describes() string {
	t := &p.t
	quote := 0
	for i := p.name.Lo; i < p.name.Hi; i++ {
		switch c := t.R[i]; {
		case c == '“':
			quote++
		case c == '”':
			quote--
		case quote > 0:
		case p.single(listNameNotIn, i):
			return isDescription
		case i > p.name.Lo && isDigit(t.R[i-1]) && p.startsWith(listProgrammeUnit, i): // 新修渠道20个节水工程
			return isCounting
		}
	}
	return ""
}

// unmodified reports whether nothing before the head noun tells the programme from others.
func (p *programme) unmodified(before Range) bool {
	t := &p.t
	if p.generic(before) && p.head.Len() < 7 && !p.amongOthers(before) && !(p.quoted.Len() > 0 && p.pairName(before, listProjectGeneric)) {
		return true
	}
	if p.onlyPurpose(before) {
		return true
	}
	if p.isWord(listPlainHead, p.head) && p.classOfWorks(before) && !p.proper(before) && p.worksPlace() != inCivic {
		return true
	}
	for i := before.Hi - 1; i > before.Lo; i-- { // 碳中和 is a word
		if t.R[i] == '和' && t.R[i-1] != '中' && p.generic(Range{i + 1, before.Hi}) && quoteFree(t.R[before.Lo:before.Hi]) {
			return true
		}
	}
	return false
}

// amongOthers reports whether the name stands beside another one with its head noun in a list,
// and is long enough for what tells it from that, though each of its words is general:
// 数字化转型行动、|新兴产业创新发展|行动.
func (p *programme) amongOthers(before Range) bool {
	const shortest = 6 // characters
	if before.Len() < shortest {
		return false
	}
	R, head, n := p.t.R, p.t.Written(p.head), int32(p.head.Len())
	if at := p.name.Lo - 1; at > 0 && R[at] == '、' && p.t.ends(Range{0, at}, n, head) {
		return true
	}
	at := p.name.Hi
	if int(at) >= len(R) || R[at] != '、' {
		return false
	}
	next := at + 1
	for int(next) < len(R) && hanzi.Is(R[next]) {
		next++
	}
	return p.t.ends(Range{at, next}, n, head)
}

// onlyPurpose reports whether a name says no more than what the works are for: 城市防洪工程.
func (p *programme) onlyPurpose(before Range) bool {
	lo, ok := p.endIn(listWorksPurpose, before)
	if !ok || p.quoted.Len() > 0 || !p.isWord(listPlainHead, p.head) || !p.nothingBut(Range{before.Lo, lo}, listProjectGeneric) {
		return false
	}
	return p.worksPlace() != inCivic && !p.nameLines(p.name)
}

// countOf reports whether the name begins with how many there are: 5个…, 三大….
func (p *programme) countOf() bool {
	t, lo := &p.t, p.name.Lo
	if isDigit(t.R[lo]) { // but 500千伏青川输变电工程 is one, of that size
		size := p.behindSpec(p.name)
		return (lo == 0 || t.R[lo-1] != '“') && (size == lo || t.R[size] == '以')
	}
	return (numeral(t.R[lo]) || t.R[lo] == '两') && p.single(listProgrammeCount, lo+1)
}

// enumerates reports whether the name lists works or programmes instead of naming one.
func (p *programme) enumerates(before Range) bool {
	t, name := &p.t, p.name
	if !quoteFree(t.R[name.Lo:name.Hi]) {
		return false
	}
	if e := p.etc(before); e >= 0 && e < before.Hi-1 { // 甲、乙等高速公路项目
		list, counted := Range{name.Lo, e}, isDigit(t.R[e+1])
		if counted || p.works(Range{e + 1, before.Hi}) != "" && (len(p.pieces(list)) > 1 || p.works(list) != "" || p.e.places.in(t.R, list) || p.shortName(list)) {
			return true
		}
	}
	if p.twoWorks(before) || p.onlyKinds(before) {
		return true
	}
	if etc := p.etcBefore(name, p.head); etc > name.Lo && t.R[p.head.Lo-1] != '等' { // 退耕还林、防沙治沙等重点工程, but 教育、卫生等重大工程
		return slices.ContainsFunc(p.pieces(Range{name.Lo, etc}), func(m Range) bool { return m.Len() < shortestName })
	}
	return len(p.pieces(name)) > 2 && t.R[p.head.Lo-1] != '等' && !p.ofFields(name, p.head) && !(p.attrs(listProgrammeHead, p.head)["special"] != "" && p.etc(name) < 0)
}

// onlyKinds reports whether what 等 closes before the head noun are kinds of works and no names:
// 道路、供水、供电等|项目.
func (p *programme) onlyKinds(before Range) bool {
	e := p.etc(before)
	return e == before.Hi-1 && !slices.ContainsFunc(p.pieces(Range{before.Lo, e}), func(m Range) bool {
		return m.Len() > shortestName || !p.nothingBut(m, kindWords...) && !p.isWord(listWorksPurpose, m)
	})
}

// twoWorks reports whether what stands before the head noun names several works, each by
// itself: 甲机场改扩建和乙机场建设|项目.
func (p *programme) twoWorks(before Range) bool {
	var works []Range
	for _, piece := range p.pieces(before) {
		works = p.conjuncts(works, piece)
	}
	for _, r := range works {
		what := p.trimAction(r)
		class := p.works(what)
		if built := (class == lineClass || class == siteClass) && (p.proper(what) || p.singled(what)); !built && !(what.Hi < r.Hi && p.proper(r)) {
			return false
		}
	}
	return len(works) > 1
}

// onlyClass says why a name that ends in 项目 names a class of projects or several; "" where
// what stands before tells which one it is.
func (p *programme) onlyClass(before Range) string {
	t, name := &p.t, p.name
	one := len(p.pieces(before)) == 1
	quoted := t.R[name.Lo] == '“'
	switch {
	case one && before.Len() >= 4 && (p.worksPlace() == inCivic || p.pointOf()) && p.closed(name.Hi): // 实施农村公路建设项目,新建…
		return ""
	case p.verb.Len() == 0 && p.nameLines(name):
		return ""
	case one && p.oneWork(before):
		return ""
	case before.Len() < 5 && !quoted:
		return isClass
	case slices.Contains(t.R[before.Lo:before.Hi], '、') && slices.Contains(t.R[before.Lo:before.Hi], '和') && quoteFree(t.R[before.Lo:before.Hi]):
		return isEnumeration
	case !p.startsWith(listProjectDoing, p.verb.Lo) && t.R[name.Hi-1] != phaseEnd && !quoted && !p.closed(name.Hi):
		return isClass
	}
	if at, class := p.find(listProjectClass, before); class && !(at.Lo > before.Lo && (p.wholeTitle(name, p.verb) || strings.ContainsRune("乡镇村", t.R[at.Lo-1]))) {
		return isClass
	}
	return ""
}

// pointOf reports whether the name is all of the first clause of a counted point, and the
// clauses behind say what it consists of: 三是实施|农村公路建设项目|,新建….
func (p *programme) pointOf() bool {
	t := &p.t
	s := t.Sentence(p.name.Lo)
	if int(p.name.Hi) >= len(t.R) || t.R[p.name.Hi] != ',' || !p.startsWith(listProjectDoing, p.verb.Lo) {
		return false
	}
	lo := p.behindNumber(max(s.Lo, min(p.bodyStart(), p.verb.Lo)), p.verb.Lo)
	end, counted := p.hasAt(listCountingIs, lo)
	return counted && end == p.verb.Lo || lo == p.verb.Lo && lo > s.Lo
}

// oneWork reports whether the words before 项目 name one work: 申报|甲至乙公路|项目,
// 推进|青川国家级海洋牧场示范区|项目建设.
func (p *programme) oneWork(before Range) bool {
	if p.etc(before) >= 0 {
		return false
	}
	if class := p.works(before); (class == lineClass || class == siteClass) && p.proper(before) && !p.isAction(before) && p.conjuncts(nil, before)[0] == before {
		return true
	}
	const longest = 12 // of a class of projects with its place
	return before.Len() >= 6 && p.e.places.in(p.t.R, before) && p.works(p.trimAction(before)) != "" ||
		before.Len() > longest && p.e.places.at(p.t.R, before.Lo) > 0
}

// closed reports whether a clause or a member of a list ends at pos.
func (w *Worker) closed(pos int32) bool {
	t := &w.t
	return int(pos) >= len(t.R) || EndsClause(t.R[pos]) || t.R[pos] == '、' || t.R[pos] == '(' || t.R[pos] == ')'
}

// wholeTitle reports whether a long name is all that a numbered title says: 1.青川站站前广场
// 及周边配套设施建设项目, perhaps with a remark in brackets.
func (w *Worker) wholeTitle(name, verb Range) bool {
	t := &w.t
	return t.Block.Number != "" && name.Len() >= 10 && (name.Lo == t.head() || verb.Len() > 0 && verb.Lo == t.head() && verb.Hi == name.Lo) && (int(name.Hi) >= len(t.R) || t.R[name.Hi] == '(' || t.R[name.Hi] == '。' || t.R[name.Hi] == ':')
}

// quoteFree reports whether rs holds no quotation.
func quoteFree(rs []rune) bool { return !slices.Contains(rs, '“') }

// statusInName returns the status that the end of a name tells: 福利院改扩建项目.
func (e *Extractor) statusInName(name string) string {
	name = e.normal(name)
	name = strings.TrimSuffix(name, e.ending(listPlainHead, name))
	for _, en := range e.lists[listStatusInName].Entries {
		if strings.HasSuffix(name, en.Term) {
			return en.Attrs["status"]
		}
	}
	return ""
}
