package extract

import (
	"strings"

	"plangraph/plan"
)

// skipVerbs passes over verbs of undertaking with the adverbs between them; an
// adverb that no verb follows belongs to the name (高标准农田).
func (w *Worker) skipVerbs(pos, hi int32, verbs ...wordList) int32 {
	end := pos
	for pos < hi {
		if _, name := w.hasAt(listWorksVerbNot, pos); name {
			break // 推进开发区…
		}
		if next := w.skipOne(pos, hi, verbs...); next > pos {
			pos, end = next, next
			continue
		}
		next := w.skipOne(pos, hi, listProjectAdverb)
		if next == pos {
			break
		}
		pos = next
	}
	return end
}

// longestClause bounds how far before its head noun the verb of a programme is
// looked for, in runes.
const longestClause = 400

// buildProgramme makes projects of a named 工程, 行动, 计划, 项目, 专项 or 试点
// that a verb of undertaking governs.
func buildProgramme(c *Context) bool {
	w, t := c.Worker, c.Text
	head, ok := c.Range("head")
	if !ok || !w.runs(head.Lo) {
		return c.Refuse("不是正文 / not running text")
	}
	if w.inTitle(head) {
		return c.Refuse("在专栏或条目的标题之内 / inside the title of a box or item")
	}
	clause := t.Clause(head.Lo)
	clause.Lo = max(clause.Lo, min(w.bodyStart(), head.Lo), head.Lo-longestClause)
	quoted := Range{}
	for _, q := range t.Mentions(kindQuote) {
		if q.Contains(head) {
			quoted = q.Range
		}
	}
	if quoted.Len() > 0 {
		if quoted.Hi-1 != head.Hi {
			return c.Refuse("在引语中间 / in the middle of a quoted phrase")
		}
		clause = t.Clause(quoted.Lo)
		clause.Hi = max(clause.Hi, quoted.Hi)
	}
	status := ""
	end := head.Hi
	if quoted.Len() == 0 {
		after, ok := w.hasAt(listProgrammeAfter, end)
		if _, other := w.hasAt(listProgrammeOther, end); other {
			return c.Refuse("并列转到了别的事物 / the list goes on to something else")
		}
		mark := end >= clause.Hi || isDigit(t.R[end]) && end > clause.Lo && !quoteFree(t.R[clause.Lo:head.Lo]) || strings.ContainsRune("、(),;。:”", t.R[end])
		if !ok && !mark && !w.quotedToEnd(end, clause) {
			return c.Refuse("中心词是更长词语的一部分 / the head noun is part of a longer word")
		}
		if ok && int(after) < len(t.R) && t.R[after] == '的' { // 完善X试点工作的协调机制
			return c.Refuse("它修饰别的事物 / it describes something else")
		}
		if ok {
			attrs := w.attrs(listProgrammeAfter, Range{end, after})
			if status = attrs["status"]; status != "" && t.is(head, "专项") {
				return c.Refuse("是研究 / a study")
			}
			if attrs["phase"] != "" {
				end = after
			}
		}
	}
	lo, verb, ok := w.governed(clause, head.Lo)
	duty := Range{clause.Lo, head.Lo}
	if !ok {
		if lo, verb, ok = w.listedUnder(clause, head); ok {
			duty = Range{t.Clause(verb.Lo).Lo, verb.Hi}
		}
	}
	if !ok && (w.isHeading(Range{clause.Lo, end}) || w.nameLines(Range{clause.Lo, end})) { // 一、就业促进工程
		lo, verb, ok = clause.Lo, Range{clause.Lo, clause.Lo}, true
	}
	if !ok {
		return c.Refuse("没有实施类动词支配它 / no verb of undertaking governs it")
	}
	if quoted.Len() > 0 {
		lo, end = quoted.Lo, quoted.Hi
	}
	if verb.Lo > 0 && t.R[verb.Lo-1] == '以' && t.has(end, "为") {
		return c.Refuse("只是实现他事的手段 / a means of something else")
	}
	if w.pastOrDenied(duty, verb) {
		return c.Refuse("说的是过去,或只是被提及 / it is told as past, or as what something refers to")
	}
	if status == "" && !t.is(verb, "研究") {
		status = w.attrs(listWorksVerb, verb)["status"]
	}
	if status == "开工" && verb.Lo >= 2 && w.endsWith(listStriveVerb, verb.Lo) {
		status = "力争开工"
	}
	lo = w.afterSibling(lo, head.Lo)
	if lo < head.Lo && t.R[lo] == '以' && end < clause.Hi && t.R[end] == '为' {
		lo++
	}
	lo = w.behindManner(lo, head.Lo)
	for lo < head.Lo && (joinsNames(t.R[lo]) && t.R[lo] != '、' || t.R[lo] == '并') && w.e.places.at(t.R, lo) == 0 { // 和县
		lo++
	}
	if n, ok := w.find(listProjectCount, Range{lo, head.Lo}); ok && n.Lo > lo && t.R[n.Lo-1] != '“' { // “五个一”工程
		lo = n.Hi
	}
	name := Range{lo, end}
	if quoted.Len() > 0 {
		name = Range{quoted.Lo + 1, quoted.Hi - 1}
	}
	if list := w.countedProgrammes(name, head); quoted.Len() == 0 && list.Len() > 0 {
		for _, m := range w.pieces(list) {
			c.Emit(plan.Fact{Type: plan.TypeProject, Project: &plan.Project{Name: t.Written(m) + t.Written(Range{head.Lo, end}), Kind: "prose", Status: status, Box: w.boxLabel()}}, m)
		}
		return true
	}
	if why := w.badProgramme(name, head, verb); why != "" {
		return c.Refuse(why)
	}
	if parts := w.pieces(name); len(parts) > 1 && (w.works(w.trimAction(parts[0])) != "" || w.parallel(w.trimAction(parts[0]), parts[len(parts)-1]) != "") {
		return c.Refuse("是工程的并列 / a list of works")
	}
	one := w.worksPlace() == inCivic && w.onePromise(name)
	if quoted.Len() == 0 && !one { // 甲隧道和乙路延伸工程
		for i := name.Lo + 1; i < name.Hi-1; i++ {
			if t.R[i] == '和' && w.twoGroups(Range{name.Lo, i}, Range{i + 1, name.Hi}) {
				return c.Refuse("是工程的并列 / a list of works")
			}
		}
		if parts := w.conjuncts(nil, name); len(parts) > 1 && w.proper(parts[0]) && w.proper(parts[1]) {
			if class := w.works(w.trimAction(parts[0])); class == lineClass || class == siteClass {
				return c.Refuse("是工程的并列 / a list of works")
			}
		}
	}
	kind := "prose"
	works := w.isWord(listPlainHead, head)
	if works && quoted.Len() == 0 && w.enumerated(name) && w.proper(name) {
		kind = "list" // 甲改造工程、乙扩建工程
	}
	for _, n := range w.members(name, head) {
		p := &plan.Project{Name: n.name, Kind: kind, Status: status, Box: w.boxLabel()}
		if p.Status == "" && works {
			p.Status = w.e.statusInName(n.name)
		}
		c.Emit(plan.Fact{Type: plan.TypeProject, Project: p}, n.at)
	}
	return true
}

// listedUnder returns where the names begin that a clause lists of programmes which the
// clause before undertakes without naming them: 实施五大行动,包括|甲行动、乙行动.
func (w *Worker) listedUnder(clause, head Range) (int32, Range, bool) {
	t := &w.t
	lo, ok := w.hasAt(listListIntro, clause.Lo)
	if !ok || lo >= head.Lo || clause.Lo < 6 || t.R[clause.Lo-1] != ',' && t.R[clause.Lo-1] != ':' {
		return 0, Range{}, false
	}
	before := t.Clause(clause.Lo - 2)
	at, ok := w.hasEnd(listProgrammeHead, before.Hi)
	if !ok || before.Hi != clause.Lo-1 {
		return 0, Range{}, false
	}
	_, verb, ok := w.governed(before, at)
	return lo, verb, ok
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

// statusInName returns the status that the end of a name tells: 福利院改扩建项目.
func (e *Extractor) statusInName(name string) string {
	name = strings.TrimSuffix(name, e.ending(listPlainHead, name))
	for _, en := range e.lists[listStatusInName].Entries {
		if strings.HasSuffix(name, en.Term) {
			return en.Attrs["status"]
		}
	}
	return ""
}

// countedProgrammes returns the list before the count of a head noun that its
// members share: 甲治理、乙改造、丙提升三大工程.
func (w *Worker) countedProgrammes(name, head Range) Range {
	t := &w.t
	hi := head.Lo
	if hi-name.Lo < 8 || !w.single(listGroupUnit, hi-1) || !several(t.R[hi-2]) || isDigit(t.R[hi-3]) || numeral(t.R[hi-3]) {
		return Range{}
	}
	if hi -= 2; t.R[hi-1] == '等' {
		hi--
	}
	list := Range{name.Lo, hi}
	parts := w.pieces(list)
	if len(parts) < 2 {
		return Range{}
	}
	for _, p := range parts {
		if p.Len() < 4 || w.generic(p) {
			return Range{}
		}
	}
	return list
}

// quotedToEnd reports whether a quotation that begins at pos, a name's by-name, is
// all that follows in the clause (深化整治行动“回头看”。).
func (w *Worker) quotedToEnd(pos int32, clause Range) bool {
	for _, q := range w.t.Mentions(kindQuote) {
		if q.Lo == pos {
			return q.Hi >= clause.Hi || EndsClause(w.t.R[q.Hi])
		}
	}
	return false
}

// behindManner moves the start of a name behind a phrase that says how or with whom
// it is done: 以信用为基础的, 以企业为主体的, 与港澳的.
func (w *Worker) behindManner(lo, head int32) int32 {
	t := &w.t
	if t.R[lo] != '以' && t.R[lo] != '与' {
		return lo
	}
	means := t.R[lo] == '与'
	for i := lo + 2; i < head-2; i++ {
		switch t.R[i] {
		case '为':
			means = true
		case '的':
			if means {
				return i + 1
			}
		}
	}
	return lo
}

// inTitle reports whether r lies in the title of a box or an item that has a
// record of its own.
func (w *Worker) inTitle(r Range) bool {
	for _, kind := range [...]Kind{kindBoxTitle, kindItemTitle} {
		for _, m := range w.t.Mentions(kind) {
			if m.Contains(r) {
				return true
			}
		}
	}
	return false
}

// governed returns where the name before head begins: after the last verb of
// undertaking, or after the verbs at the head of the clause.
func (w *Worker) governed(clause Range, head int32) (int32, Range, bool) {
	t := &w.t
	lo, verb := int32(-1), Range{}
	quote := 0
	for pos := clause.Lo; pos < head; pos++ {
		switch t.R[pos] {
		case '“':
			quote++
		case '”':
			quote--
		}
		if quote > 0 {
			continue
		}
		if end, ok := w.hasAt(listUndertakeNot, pos); ok {
			pos = end - 1
			continue
		}
		if end, ok := w.hasAt(listUndertake, pos); ok && end <= head {
			after := w.skipVerbs(end, head, listUndertake, listUndertakeWeak)
			if head-after >= 2 || head == after && lo < 0 {
				lo, verb = after, Range{pos, end}
			}
			pos = end - 1
		}
	}
	if lo >= 0 {
		return lo, verb, true
	}
	pos := w.skip(clause.Lo, head, listProjectAdverb)
	if end, ok := w.hasAt(listUndertakeWeak, pos); ok && end <= head {
		return w.skipVerbs(end, head, listUndertake, listUndertakeWeak), Range{pos, end}, true
	}
	if pos > clause.Lo {
		for p := clause.Lo; p < pos; p++ { // the adverbs hold the verb (加快推广)
			if end, ok := w.hasAt(listUndertakeWeak, p); ok && end == pos {
				return pos, Range{p, end}, true
			}
		}
	}
	return 0, Range{}, false
}

// pastOrDenied reports whether the words before a name tell the past or refer to
// the name instead of undertaking it.
func (w *Worker) pastOrDenied(r, verb Range) bool {
	t := &w.t
	if verb.Hi < int32(len(t.R)) && (t.R[verb.Hi] == '了' || t.R[verb.Hi] == '的') {
		return true
	}
	if verb.Lo > 0 && t.R[verb.Lo-1] == '已' {
		return true
	}
	if _, ok := w.hasAt(listProjectReference, w.skip(verb.Hi, r.Hi, listProjectAdverb)); ok {
		return true
	}
	word, ok := w.find(listProjectMention, Range{verb.Hi, r.Hi})
	return ok && (word.Hi < r.Hi || r.Hi == verb.Hi) // 校企对接行动: before the head noun it is a part of the name
}

// afterSibling moves the start of a name behind the last sibling before it: a
// programme or a quoted name that ends at a mark of enumeration.
func (w *Worker) afterSibling(lo, head int32) int32 {
	t := &w.t
	for pos := head - 1; pos > lo; pos-- {
		n := int32(1)
		if t.R[pos] == '和' && w.e.places.at(t.R, pos) > 0 { // 和县
			continue
		}
		switch t.R[pos] {
		case '、', '和', '及', '与':
			if pos > lo && t.R[pos] == '及' && t.R[pos-1] == '以' {
				pos, n = pos-1, 2
			}
		default:
			continue
		}
		before := pos
		if before > lo && t.R[before-1] == '等' {
			before--
		}
		if tail, ok := w.hasEnd(listWorksTail, before); ok && tail > lo {
			if h, ok := w.hasEnd(listProgrammeHead, tail); ok && h > lo {
				return w.skipVerbs(pos+n, head, listUndertake, listUndertakeWeak)
			}
		}
		if h, ok := w.hasEnd(listProgrammeHead, before); ok && h >= lo {
			return w.skipVerbs(pos+n, head, listUndertake, listUndertakeWeak)
		}
	}
	return lo
}

// isHeading reports whether r is all that the heading of a section or the title of
// a paragraph says, which does not only announce projects (重点工程).
func (w *Worker) isHeading(r Range) bool {
	t := &w.t
	title := t.Block.Lead
	if t.Block.Kind == plan.Heading {
		title = w.plan.Sections[t.Block.Section].TitleSpan
	}
	if title.Len() <= 0 || w.plan.TitleSpan.Contains(title) || r.Lo != w.bodyStart() || w.underProjects(t.Block.Section) {
		return false
	}
	hi := t.runes(title).Hi
	if _, before, ok := t.lastBracket(Range{r.Lo, hi}); ok { // (项目6个)
		hi = before.Hi
	}
	return hi == r.Hi
}

// badProgramme says why a name does not identify a programme.
func (w *Worker) badProgramme(name, head, verb Range) string {
	t := &w.t
	n := name.Len()
	if n < 4 || n > 45 {
		return "这样长的名称没有所指,或不止一个 / a name of this length names nothing, or more than one thing"
	}
	quote := 0
	for i := name.Lo; i < name.Hi; i++ {
		switch t.R[i] {
		case '个', '項', '项':
			if quote <= 0 && i > name.Lo && isDigit(t.R[i-1]) { // 新修渠道20个节水工程
				return "是在计数 / it counts them"
			}
		case '“':
			quote++
		case '”':
			quote--
		case '的', '在', ',', '。', ';', '《', '》':
			if quote <= 0 {
				return "是描述,不是名称 / a description, not a name"
			}
		}
	}
	before := Range{name.Lo, min(head.Lo, name.Hi)}
	if w.generic(before) && head.Len() < 7 || (w.t.is(head, "工程") || w.t.is(head, "项目")) && w.classOfWorks(before) && !w.proper(before) && w.worksPlace() != inCivic {
		return "没有能区分它的修饰语 / no modifier that identifies it"
	}
	for i := before.Hi - 1; i > before.Lo; i-- {
		if t.R[i] == '和' && t.R[i-1] != '中' && w.generic(Range{i + 1, before.Hi}) && quoteFree(t.R[before.Lo:before.Hi]) {
			return "没有能区分它的修饰语 / no modifier that identifies it"
		}
	}
	if c := t.R[name.Lo]; isDigit(c) && (name.Lo == 0 || t.R[name.Lo-1] != '“') || strings.ContainsRune("一二两三四五六七八九十", c) && strings.ContainsRune("项大个批", t.R[name.Lo+1]) {
		return "是项目的数量 / a count of programmes"
	}
	if e := w.etc(before); e >= 0 && e < before.Hi-1 && quoteFree(t.R[name.Lo:name.Hi]) && (w.works(Range{e + 1, before.Hi}) != "" || w.t.R[e+1] >= '0' && w.t.R[e+1] <= '9') &&
		(w.t.R[e+1] >= '0' && w.t.R[e+1] <= '9' || len(w.pieces(Range{name.Lo, e})) > 1 || w.works(Range{name.Lo, e}) != "" || w.e.places.in(t.R, Range{name.Lo, e})) {
		return "是列举 / an enumeration" // 甲、乙等高速公路项目
	}
	if len(w.pieces(name)) > 2 && t.R[head.Lo-1] != '等' && !(w.attrs(listProgrammeHead, head)["special"] != "" && w.etc(name) < 0) && quoteFree(t.R[name.Lo:name.Hi]) {
		return "是列举 / an enumeration"
	}
	if strings.ContainsRune("、等各该此其本这每在对向将从到与", t.R[name.Lo]) {
		return "名称不会这样开头 / no name begins so"
	}
	switch attrs := w.attrs(listProgrammeHead, head); {
	case attrs["class"] != "":
		if w.worksPlace() == inCivic && w.closed(name.Hi) && before.Len() >= 4 && len(w.pieces(before)) == 1 {
			return "" // 实施农村公路建设项目,新建…
		}
		if verb.Len() == 0 && w.nameLines(name) {
			return ""
		}
		if class := w.works(before); (class == lineClass || class == siteClass) && w.proper(before) && w.etc(before) < 0 && len(w.pieces(before)) == 1 && !w.isAction(before) && w.conjuncts(nil, before)[0] == before {
			return "" // 申报甲至乙公路项目
		}
		if before.Len() >= 6 && w.e.places.in(t.R, before) && len(w.pieces(before)) == 1 && w.etc(before) < 0 && w.works(w.trimAction(before)) != "" {
			return "" // 推进青川国家级海洋牧场示范区项目建设
		}
		if before.Len() < 5 && t.R[name.Lo] != '“' {
			return "是一类项目 / a class of projects"
		}
		if s := t.String(before); strings.Contains(s, "、") && strings.Contains(s, "和") && quoteFree(t.R[before.Lo:before.Hi]) {
			return "是列举 / an enumeration"
		}
		if _, doing := w.hasAt(listProjectDoing, verb.Lo); !doing && t.R[name.Hi-1] != '期' && t.R[name.Lo] != '“' && !w.closed(name.Hi) {
			return "是一类项目 / a class of projects"
		}
		if at, class := w.find(listProjectClass, before); class && !(at.Lo > before.Lo && w.wholeTitle(name, verb)) {
			return "是一类项目 / a class of projects"
		}
	case attrs["paper"] != "" && w.attrs(listUndertakeWeak, verb)["paper"] != "":
		if lo, ok := w.hasEnd(listPlanKind, head.Lo); !ok || lo < name.Lo {
			return "是书面计划 / a plan on paper"
		}
	}
	return ""
}

// closed reports whether a clause or a member of a list ends at pos.
func (w *Worker) closed(pos int32) bool {
	t := &w.t
	return int(pos) >= len(t.R) || EndsClause(t.R[pos]) || t.R[pos] == '、' || t.R[pos] == '(' || t.R[pos] == ')'
}

// nameLines reports whether r is all that a line of the text says, and it is one of three
// or more in a row that do nothing but name an undertaking each.
func (w *Worker) nameLines(r Range) bool {
	if r.Lo > 0 || int(r.Hi) < len(w.t.R) || !w.nameLine(w.state.block) {
		return false
	}
	n := 1
	for k := w.state.block - 1; k >= 0 && n < 3 && w.nameLine(k); k-- {
		n++
	}
	for k := w.state.block + 1; n < 3 && k < len(w.plan.Blocks) && w.nameLine(k); k++ {
		n++
	}
	return n > 2
}

// nameLine reports whether a block is a line without a number that ends like the name of
// an undertaking and has no marks.
func (w *Worker) nameLine(k int) bool {
	const least, longest = 15, 120 // bytes
	b := &w.plan.Blocks[k]
	if b.Kind != plan.Paragraph || b.Number != "" || len(b.Pieces) != 1 || b.Pieces[0].Len() > longest || b.Pieces[0].Len() < least {
		return false
	}
	s := w.doc.Slice(b.Pieces[0])
	if strings.ContainsAny(s, ",;:|\t，；：。、") {
		return false
	}
	w.titleCode = w.e.widths.codes(s, w.titleCode[:0])
	w.titleHits = w.e.lex.scan(w.titleCode, w.titleHits[:0], nil)
	return w.endsTitle(listProgrammeHead)
}

// wholeTitle reports whether a long name is all that a numbered title says: 1.青川站站前广场
// 及周边配套设施建设项目, perhaps with a remark in brackets.
func (w *Worker) wholeTitle(name, verb Range) bool {
	t := &w.t
	return t.Block.Number != "" && name.Len() >= 10 && (name.Lo == t.head() || verb.Len() > 0 && verb.Lo == t.head() && verb.Hi == name.Lo) && (int(name.Hi) >= len(t.R) || t.R[name.Hi] == '(' || t.R[name.Hi] == '。' || t.R[name.Hi] == ':')
}

func quoteFree(rs []rune) bool {
	for _, r := range rs {
		if r == '“' {
			return false
		}
	}
	return true
}

// members splits a programme's name: adjacent quotes share the head noun, and a
// member before 、 is completed by the modifiers of the last one's head.
func (w *Worker) members(name, head Range) []member {
	t := &w.t
	tail := t.Written(Range{head.Lo, name.Hi})
	if head.Lo-1 > name.Lo && t.R[head.Lo-1] == '等' {
		var out []member
		for _, p := range w.pieces(Range{name.Lo, head.Lo - 1}) {
			if p.Len() < 2 {
				continue
			}
			n := t.Written(p)
			if !w.hasProgrammeHead(p) && tail != "项目" {
				n += tail
			}
			out = append(out, member{name: n, at: p})
		}
		return out
	}
	var quotes []Range
	for _, q := range t.Mentions(kindQuote) {
		if name.Contains(q.Range) {
			quotes = append(quotes, q.Range)
		}
	}
	if n := len(quotes); n > 1 && quotes[n-1].Hi <= head.Lo {
		adjacent := quotes[0].Lo == name.Lo
		for i := 1; i < n; i++ {
			gap := Range{quotes[i-1].Hi, quotes[i].Lo}
			adjacent = adjacent && (gap.Len() == 0 || gap.Len() == 1 && joinsNames(t.R[gap.Lo]))
		}
		if adjacent {
			behind := Range{quotes[n-1].Hi, name.Hi}
			if t.R[behind.Lo] == '等' { // 等五大工程
				if behind.Lo++; w.count(Range{behind.Lo - 1, behind.Hi}) == behind.Lo {
					behind.Lo += 2
				}
			}
			tail = t.Written(behind)
			var out []member
			for _, q := range quotes {
				n := t.Written(q)
				if !w.hasProgrammeHead(Range{q.Lo, q.Hi - 1}) {
					n += tail
				}
				out = append(out, member{name: n, at: q})
			}
			return out
		}
	}
	mod := head.Lo
	for {
		lo, ok := w.hasEnd(listHeadModifier, mod)
		if !ok || lo <= name.Lo {
			break
		}
		mod = lo
	}
	if mod < head.Lo || w.attrs(listProgrammeHead, head)["special"] != "" {
		parts := w.pieces(Range{name.Lo, mod})
		if len(parts) > 1 {
			var out []member
			for _, p := range parts {
				if p.Len() > 2 && t.R[p.Hi-1] == '等' {
					p.Hi--
				}
				out = append(out, member{name: t.Written(p) + t.Written(Range{mod, name.Hi}), at: p})
			}
			return out
		}
	}
	return []member{{name: t.Written(name), at: name}}
}

// hasProgrammeHead reports whether r ends in a head noun of programmes, maybe
// inside quotation marks.
func (w *Worker) hasProgrammeHead(r Range) bool {
	if r.Len() > 0 && w.t.R[r.Hi-1] == '”' {
		r.Hi--
	}
	lo, ok := w.hasEnd(listProgrammeHead, r.Hi)
	return ok && lo > r.Lo
}
