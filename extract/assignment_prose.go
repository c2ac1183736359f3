package extract

import (
	"slices"
	"strconv"
	"strings"

	"plangraph/plan"
)

// duty is what a sentence makes the business of a body.
type duty struct {
	who      Mention
	role     string
	task     Range
	explicit bool
}

// proseDuty reads the duty of a body in running text. The argument as says in
// what construction the body stands:
//
//	subject  it is the subject of a clause: 甲局要…, 甲局建立…
//	by       由甲局…
//	push     推动甲局…
//	found    成立甲领导小组,…
//	use      发挥甲联席会议作用,…
//	with     …,会同甲局…
//	noun     强化甲局…责任
//	over     加强甲党委对…的领导
func proseDuty(c *Context) bool {
	t := c.Text
	at, ok := c.Range("who")
	if !ok {
		return c.Refuse("不是机构 / no body")
	}
	who := Mention{Range: at, Parts: []Range{at}}
	for _, m := range t.Mentions(kindDepartments) {
		if m.Range == at {
			who = m
		}
	}
	if b := t.BracketAt(at.Lo); b >= 0 {
		return c.Refuse("在括号内 / it stands in a bracket")
	}
	if c.insideTitle(at.Lo) {
		return c.Refuse("在标题或引文之内 / it stands in a title or a quotation")
	}
	if _, person := c.personAt(at.Hi); person {
		return c.Refuse("说的是该机构的人员 / it is about a person of the body")
	}
	if c.divisionAt(at.Hi) {
		return c.Refuse("说的是机构的内设部门 / it is about a division of the body")
	}
	s := t.Sentence(at.Lo)
	if s.Lo < t.head() {
		s.Lo = min(t.head(), at.Lo)
	}
	if b := t.opening(s.Lo); b >= 0 && t.Brackets[b].Close < at.Lo { // (甲局牵头)乙局要…
		s.Lo = t.Brackets[b].Close + 1
	}
	if word, past := c.find(listDutyPast, s); past {
		// 应当报送上年度情况: what has to be done may be about the past.
		if _, must := c.must(c.skipAdverbs(at.Hi, s.Hi)); !must || word.Lo < at.Hi {
			return c.Refuse("该句叙述过去 / the sentence tells the past")
		}
	}
	if _, must := c.must(c.skipAdverbs(at.Hi, s.Hi)); !must && c.yearBefore(s) {
		return c.Refuse("该句说的是规划期之前的年份 / the sentence is about a year before the plan's")
	}
	if c.hasField(s) {
		return c.Refuse("该句是栏目的罗列 / the sentence is a list of fields")
	}
	d := duty{who: who, role: "responsible"}
	switch c.Arg("as") {
	case "subject":
		ok = c.subjectDuty(&d, s)
	case "by":
		ok = c.byDuty(&d, s)
	case "push":
		ok = c.pushDuty(&d, s)
	case "found", "use":
		ok = c.groupDuty(&d, s)
	case "with":
		ok = c.withDuty(&d, s)
	case "noun":
		ok = c.nounDuty(&d)
	case "over":
		d.task = Range{at.Hi, c.Whole.Hi}
	}
	if !ok || d.task.Len() < 2 {
		if c.refusal == "" {
			c.Refuse("没有说出职责 / no duty is said")
		}
		return false
	}
	c.emitDuty(&d)
	return true
}

// yearBefore reports whether a sentence begins with a year that lies before the plan's:
// 2027年,县公安局查处….
func (c *Context) yearBefore(s Range) bool {
	y := yearAt(c.Text.R, s.Lo)
	return y > 0 && y < c.planYear()
}

// yearAt reads a year (2027年) at pos; 0 for none.
func yearAt(text []rune, pos int32) (y int) {
	if int(pos)+5 > len(text) || text[pos] != '2' || text[pos+1] != '0' || text[pos+4] != '年' {
		return 0
	}
	for _, r := range text[pos : pos+4] {
		if r < '0' || r > '9' {
			return 0
		}
		y = 10*y + int(r-'0')
	}
	return y
}

// planYear returns the year in which the plan begins or was issued; 0 where nothing
// tells it.
func (w *Worker) planYear() int {
	if w.plan.PeriodStart > 0 {
		return w.plan.PeriodStart
	}
	for _, s := range [...]string{w.plan.IssuedOn, w.plan.DocumentNumber} {
		if i := strings.Index(s, "20"); i >= 0 && i+4 <= len(s) {
			if y, err := strconv.Atoi(s[i : i+4]); err == nil {
				return y
			}
		}
	}
	if len(w.plan.Blocks) > 0 { // a title that no circular frames
		text := w.doc.Slice(w.plan.Blocks[0].Span())
		if i := strings.Index(text, "20"); i >= 0 && len(text) < 150 && i+7 <= len(text) && text[i+4:i+7] == "年" {
			if y, err := strconv.Atoi(text[i : i+4]); err == nil {
				return y
			}
		}
	}
	return 0
}

// newspaper reports whether the text is a newspaper's: its first lines say so.
func (c *Context) newspaper() bool {
	if d := &c.state.duties; !d.news && c.state.block < 3 {
		_, d.news = c.find(listDutyNews, Range{0, int32(len(c.Text.R))})
	}
	return c.state.duties.news
}

// personAt reads a word for a person of the body at pos (主要负责人), which 负责人口普查
// and 负责人民调解 are not.
func (c *Context) personAt(pos int32) (int32, bool) {
	if _, no := c.Worker.hasAt(listDutyPersonNot, pos); no {
		return 0, false
	}
	return c.Worker.hasAt(listDutyPerson, pos)
}

// divisionAt reports whether the words at pos name a division of the body before them,
// which is no body: 市税务局|纳税服务科负责….
func (c *Context) divisionAt(pos int32) bool {
	t := c.Text
	for p := pos + 2; p < pos+8 && int(p) < len(t.R) && t.R[p] > 0x3400; p++ {
		if t.R[p] != '科' && t.R[p] != '股' || int(p)+1 >= len(t.R) {
			continue
		}
		_, part := c.hasAt(listDutyPart, p+1)
		_, must := c.must(p + 1)
		if part || must || t.R[p+1] == '、' {
			return true
		}
	}
	return false
}

// emitDuty emits a duty for every body of the list.
func (c *Context) emitDuty(d *duty) {
	t := c.Text
	task := plainTask(t.Written(d.task))
	span := Range{min(d.who.Lo, d.task.Lo), max(d.who.Hi, d.task.Hi)}
	for _, p := range c.eachBody(d.who.Parts) {
		c.assign(t.Written(p), d.role, task, d.explicit, span, nil)
	}
}

// eachBody parts names that stand by themselves before 等部门 (财政部、人民银行等部门);
// an elided list (教育、公安等部门) is one body.
func (c *Context) eachBody(parts []Range) []Range {
	t := c.Text
	var out []Range
	for _, p := range parts {
		cut, tail := c.Worker.listTail(p)
		if tail && strings.Contains(t.String(cut), "、") {
			names := c.namesIn(p)
			part := func(n Range) bool {
				return slices.ContainsFunc(t.R[n.Lo:n.Hi], func(r rune) bool { return r == '、' || r == '等' })
			} // 民政、人社 of 民政、人社、教育等部门
			if len(names) > 1 && !slices.ContainsFunc(names, part) {
				out = append(out, names...)
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

// subjectDuty reads the duty of a body that is the subject of its clause.
func (c *Context) subjectDuty(d *duty, s Range) bool {
	t := c.Text
	c.cutList(d, s)
	at := d.who.Range
	pos := at.Hi
	if end, ok := c.hasAt(listChargeOthers, pos); ok {
		pos = end
	}
	if _, person := c.personAt(pos); person {
		return c.Refuse("说的是机构的人员 / it is about persons of the bodies")
	}
	if b := t.opening(pos); b >= 0 && (t.has(pos+1, "设在") || t.has(pos+1, "设于") || t.has(pos+1, "挂靠在")) {
		return c.Refuse("由规则 assignment.hosted 读取 / rule assignment.hosted reads it")
	}
	if b := t.opening(pos); b >= 0 && t.Brackets[b].Close+1 < s.Hi && c.dutyAt(t.Brackets[b].Close+1, s) && c.namesIn(Range{pos + 1, t.Brackets[b].Close}) != nil { // 甲局(乙办):负责…
		pos = t.Brackets[b].Close + 1
		d.who.Hi, at.Hi = pos, pos
		d.who.Parts = slices.Clone(d.who.Parts)
		d.who.Parts[len(d.who.Parts)-1].Hi = pos
	}
	if b := t.opening(pos); b >= 0 && t.Brackets[b].Close+1 < s.Hi && c.onlyAside(Range{pos, t.Brackets[b].Close + 1}) { // 甲局(名单见附件)要…
		pos = t.Brackets[b].Close + 1
	}
	if own := t.clauseOf(pos, s); pos < s.Hi && t.R[pos] == '受' && t.ends(own, 2, "委托") && own.Hi+1 < s.Hi { // 甲中心受乙局委托,承担…
		pos = own.Hi + 1
	} else if pos < s.Hi && t.R[pos] == '受' {
		for p := pos + 2; p+2 < own.Hi; p++ {
			if t.has(p, "委托") { // 甲院受乙局委托负责…
				pos = p + 2
				break
			}
		}
	}
	if c.membership(pos, s) {
		return c.Refuse("说的是小组由谁组成 / who belongs to a group is told")
	}
	later := false
	if pos < s.Hi && t.R[pos] == '已' { // 甲局已完成4处,下一步将…
		for _, cl := range t.clauses(Range{pos, s.Hi}) {
			if end, ok := c.hasAt(listDutyNextStep, cl.Lo); ok && end < cl.Hi {
				if pos, later = end, true; t.R[pos] == '将' && pos+1 < cl.Hi {
					pos++
				}
				break
			}
		}
	}
	// 会同乙 behind 甲
	joint, pos2 := c.jointAt(pos, s)
	if joint != nil {
		pos = pos2
		d.role, d.explicit = "lead", true
	}
	own := t.clauseOf(at.Lo, s)
	if later {
		own = t.clauseOf(pos, s)
	}
	if pos < own.Hi && (t.R[pos] == '是' || t.R[pos] == '为') && c.Worker.endsWith(listListHead, own.Hi) && own.Hi >= s.Hi {
		return c.Refuse("只说该机构是什么 / it says what the body is")
	}
	if own.Hi < s.Hi && pos < own.Hi && (t.R[pos] == '是' || t.R[pos] == '为') && (c.Worker.endsWith(listChargeMark, own.Hi) || c.Worker.endsWith(listListHead, own.Hi)) { // 甲局是责任主体,负责…
		pos = own.Hi + 1
		own = t.clauseOf(pos, s)
		for own.Hi+1 < s.Hi && c.Worker.endsWith(listDutyMemberEnd, own.Hi) { // 主要领导为第一责任人,要…
			pos = own.Hi + 1
			own = t.clauseOf(pos, s)
		}
		if _, person := c.personAt(pos); person { // 甲局是责任主体,主要负责同志要…
			return c.Refuse("说的是机构的人员 / it is about persons of the bodies")
		}
	}
	p := c.skipAdverbs(pos, s.Hi)
	from, must := c.must(p)
	if !must {
		if from, must = c.laterMust(pos, own, s); must && from < own.Hi && t.object(Range{pos, from}) { // 甲局对违规船主要依法处罚
			from = pos
		}
	}
	if must {
		if c.takeUnknown(d, own); c.listedBefore(d.who, at) {
			return c.Refuse("已与其前的名称一并读取 / it is read with the names before it")
		}
	} else if end, more := c.unknownBehind(d.who.Parts, pos, own); more != nil {
		d.who.Parts = more
		pos = end
		p = c.skipAdverbs(pos, s.Hi)
		from, must = c.must(p)
	} else if end, names := c.othersBehind(pos, own); end > pos {
		d.who.Parts = append(slices.Clone(d.who.Parts), c.onlyBodies(names)...)
		pos, p = end, c.skipAdverbs(end, s.Hi)
	}
	if must && t.has(from, "发挥") { // 要发挥牵头作用,会同…
		if head := t.clauseOf(from, s); t.ends(head, 2, "作用") && head.Hi+1 < s.Hi {
			if j, after := c.jointAt(head.Hi+1, s); j != nil {
				from, d.role = after, "lead" // rule assignment.with reads the others
			}
		}
	}
	if !must && (t.skipTime(p, own.Hi) == p && c.has(p) || t.has(p, "配备") && c.isLocality(at) && c.counted(t.clauseOf(p, s))) {
		return c.Refuse("只说该机构有什么 / it says what the body has")
	}
	if !c.subjectAt(Range{d.who.Lo, at.Hi}, s, must) {
		return c.Refuse("该机构不是所在分句的主语 / the body is not the subject of its clause")
	}
	if c.describes(pos, s) {
		return c.Refuse("描述的是机制 / a mechanism is described")
	}
	if !must && c.state.block == 0 && len(t.marks) == 0 && len(t.R) < 40 { // 县教育局2030年为民办实事
		return c.Refuse("是标题 / a title")
	}
	mark := pos // 甲局:负责…, 甲局——负责…
	for mark < s.Hi && (t.R[mark] == '—' || mark == pos && t.R[mark] == ':') {
		mark++
	}
	listed := mark > pos && mark < s.Hi && c.startsDuty(mark, s.Hi)
	if (t.Block.Kind == plan.Heading || c.state.block == 0 && len(c.plan.Blocks) > 1 && len(t.R) <= 60) && t.R[len(t.R)-1] != '。' && t.R[len(t.R)-1] != ';' && !must && !listed && !t.has(p, "负责") && !t.has(p, "牵头") {
		return c.Refuse("是标题 / a title")
	}
	if own.Lo > s.Lo && at.Lo == own.Lo && c.roleAlone(p, own) {
		if lead, ok := c.taskShared(own, s); ok {
			word := t.String(Range{p, own.Hi})
			switch {
			case strings.Contains(word, "牵头"):
				d.role = "lead"
			case supports(word) || strings.HasSuffix(word, "参加"):
				d.role = "support"
			}
			d.task, d.explicit = lead, must || d.role == "lead" || strings.Contains(word, "负责")
			return true
		}
	}
	part, role, with, others := c.partAt(pos, s)
	switch {
	case listed:
		from, d.explicit = mark, true
	case role != "":
		if role == "support" && own.Lo > s.Lo {
			if _, due := c.dueIn(Range{part, s.Hi}); due && s.Hi-part <= 12 { // …,乙局配合,年底前完成
				if lead, ok := c.leadBefore(own, s); ok {
					d.role, d.task = role, lead
					return true
				}
			}
		}
		for _, m := range t.Mentions(kindDepartments) {
			if m.Lo == part && with == nil { // 甲办牵头抓总,乙局建立…
				return c.Refuse("其后的分句属于另一机构 / the clause behind is another body's")
			}
		}
		from, d.role, joint = part, role, with
		d.explicit = role == "lead" || joint != nil
	case must:
		d.explicit = true
		if joint == nil {
			q := c.skipAdverbs(from, s.Hi)
			if j, after := c.jointAt(q, s); j != nil {
				joint, from = j, after
				d.role = "lead"
				if from < s.Hi && t.R[from] == ',' {
					from++
				}
			}
		}
	case joint != nil:
		from = pos
		if from < s.Hi && t.R[from] == ',' {
			from++
		}
	case c.startsDuty(p, own.Hi) && c.newspaper() && !t.has(pos, "将") && !t.has(p, "负责") && !t.has(p, "牵头"):
		return c.Refuse("报道已做之事 / a newspaper tells what was done")
	case c.startsDuty(p, own.Hi):
		from = pos
	case p < s.Hi && t.R[p] == ',' && (c.directClause(p+1, s)):
		from = p + 1
	case c.afterwards(pos, own, s) > 0 && !c.newspaper():
		from = c.afterwards(pos, own, s)
	case c.supportsOnly(p, own) && own.Lo > s.Lo:
		lead, ok := c.leadBefore(own, s)
		if !ok {
			return c.Refuse("所配合之事之前没有职责 / no duty stands before what it supports")
		}
		d.role, d.task = "support", lead
		return true
	default:
		return c.Refuse("机构之后没有职责动词 / no verb of a duty follows the body")
	}
	if from < s.Hi && t.R[from] == '不' || t.has(from, "严禁") || t.has(from, "禁止") {
		return c.Refuse("是禁止性规定 / a prohibition")
	}
	d.task = c.taskFrom(d, from, at, s)
	if d.task.Len() < 2 {
		return false
	}
	if t.ends(d.task, 2, "负责") && c.emptyDuty(d.task) {
		return c.Refuse("没有说出该机构负责什么 / what the body answers for is not said")
	}
	c.roleOf(d, s)
	if own.Lo > s.Lo && at.Lo == own.Lo && (t.ends(d.task, 2, "负责") || t.ends(d.task, 4, "负责落实")) && c.emptyDuty(d.task) { // 设立基金,甲局、乙局按职责分工负责
		lead := Range{s.Lo, own.Lo - 1}
		if !slices.ContainsFunc(t.clauses(lead), func(cl Range) bool { return c.newSubject(cl, s) || t.R[cl.Lo] == '由' }) {
			d.task, d.explicit = lead, true
		}
	}
	if role != "" && c.goalOnly(d.task) { // 流通环节。由甲局负责,乙局参加,合格率达到…
		if title, ok := c.titleBefore(s); ok {
			d.task = title
		}
	}
	if listed {
		c.state.duties.listed = c.state.block + 1
		if d.role == "responsible" && supports(t.String(d.task)) {
			d.role = "support"
		}
	}
	if joint != nil {
		j := duty{who: *joint, role: "joint", task: d.task, explicit: true}
		c.emitDuty(&j)
	}
	c.emitOthers(d, others)
	c.nextSentences(d, s)
	return true
}

// afterwards returns where the duty begins that a body has once something has happened:
// 甲局接报后1小时内上报…, 甲局接到报告后,立即核实…; 0 for none.
func (c *Context) afterwards(pos int32, own, s Range) int32 {
	t := c.Text
	for p := pos + 2; p < own.Hi && p < pos+16; p++ {
		switch {
		case t.R[p] != '后' && t.R[p] != '时':
		case p+1 < own.Hi:
			if c.startsDuty(p+1, own.Hi) {
				return p + 1
			}
		case own.Hi+1 < s.Hi:
			if next := t.clauseOf(own.Hi+1, s); !c.newSubject(next, s) && c.startsDuty(next.Lo, next.Hi) {
				return next.Lo
			}
		}
	}
	return 0
}

// dutyAt reports whether a word stands at pos that only follows who has a duty.
func (c *Context) dutyAt(pos int32, s Range) bool {
	if c.Text.R[pos] == ':' {
		return true
	}
	pos = c.skipAdverbs(pos, s.Hi)
	if _, ok := c.must(pos); ok {
		return true
	}
	_, part := c.hasAt(listDutyPart, pos)
	return part || c.Text.has(pos, "承担")
}

// roleAlone reports whether a clause says of its subject only its role: 甲局牵头.
func (c *Context) roleAlone(pos int32, own Range) bool {
	end, ok := c.hasAt(listDutyPart, pos)
	return ok && end == own.Hi
}

// taskShared returns the duty that a sentence begins with and that the clauses behind
// it only share out: 开展整治,甲局牵头,乙局配合.
func (c *Context) taskShared(own, s Range) (Range, bool) {
	t := c.Text
	hi := own.Lo - 1
	clauses := t.clauses(Range{s.Lo, hi})
	for n := len(clauses); n > 0; n-- { // those that share it out, too
		cl := clauses[n-1]
		shared := false
		for _, m := range t.Mentions(kindDepartments) {
			if m.Lo == cl.Lo {
				pos := m.Hi
				if end, ok := c.hasAt(listChargeOthers, pos); ok {
					pos = end
				}
				shared = c.roleAlone(c.skipAdverbs(pos, cl.Hi), cl)
			}
		}
		if !shared {
			break
		}
		clauses, hi = clauses[:n-1], cl.Lo-1
	}
	if len(clauses) == 0 || !c.startsDuty(c.skipAdverbs(s.Lo, clauses[0].Hi), clauses[0].Hi) {
		return Range{}, false
	}
	for _, cl := range clauses {
		if c.newSubject(cl, s) {
			return Range{}, false
		}
	}
	return Range{s.Lo, hi}, true
}

// supportsOnly reports whether a clause says of its subject only that it helps: 乙局配合.
func (c *Context) supportsOnly(pos int32, own Range) bool {
	end, ok := c.hasAt(listDutyPart, pos)
	if !ok || end != own.Hi {
		return false
	}
	text := c.Text.String(Range{pos, end})
	return supports(text) || strings.HasSuffix(text, "参加")
}

// leadBefore returns the duty of the body that begins the sentence, which the bodies
// of the clause own help with: 甲局牵头组织演练,乙局配合.
func (c *Context) leadBefore(own, s Range) (Range, bool) {
	t := c.Text
	for _, m := range t.Mentions(kindDepartments) {
		if m.Lo != s.Lo {
			continue
		}
		pos := m.Hi
		if end, ok := c.hasAt(listChargeOthers, pos); ok {
			pos = end
		}
		if end, ok := c.must(pos); ok {
			pos = end
		}
		leads := false
		for {
			end, ok := c.hasAt(listDutyPart, pos)
			if !ok || end > own.Lo {
				break
			}
			pos, leads = end, true
		}
		if t.R[pos] == ',' && c.startsDuty(pos+1, own.Lo) { // 甲局牵头,修缮戏台,乙局配合
			pos++
		}
		task := Range{pos, own.Lo - 1}
		return task, leads && task.Len() > 3 && t.R[pos] != ','
	}
	for _, cl := range t.clauses(Range{s.Lo, max(s.Lo, own.Lo-1)}) { // 开展普查,由甲局牵头,乙局配合
		if t.R[cl.Lo] == '由' && leads(t.String(cl)) {
			return c.saidBefore(cl.Lo, s)
		}
	}
	return Range{}, false
}

// saidBefore returns the duties without a subject that end right before the clause at lo.
func (c *Context) saidBefore(lo int32, s Range) (Range, bool) {
	t := c.Text
	var said Range
	for _, cl := range t.clauses(Range{s.Lo, max(s.Lo, lo-1)}) {
		switch {
		case c.newSubject(cl, s) || t.isManner(c, cl) || !c.startsDuty(cl.Lo, cl.Hi):
			said = Range{}
		case said.Len() == 0:
			said = cl
		default:
			said.Hi = cl.Hi
		}
	}
	return said, said.Len() >= 4 && said.Hi == lo-1
}

// cutList leaves out the names that end the clause before: of 报送甲局,乙局要审核 the
// subject is 乙局.
func (c *Context) cutList(d *duty, s Range) {
	t := c.Text
	if len(d.who.Parts) < 2 || c.subjectAt(d.who.Range, s, true) && (d.who.Lo == 0 || t.R[d.who.Lo-1] != '的') { // 对未整改的市县,省水利厅…
		return
	}
	for i := len(d.who.Parts) - 1; i > 0; i-- {
		if p := d.who.Parts[i]; t.R[p.Lo-1] == ',' {
			d.who.Parts = d.who.Parts[i:]
			d.who.Lo = p.Lo
			return
		}
	}
}

// membership reports whether the clause at pos says what the bodies are in a
// group: 甲局、乙局为成员单位.
func (c *Context) membership(pos int32, s Range) bool {
	t := c.Text
	if pos >= s.Hi || !strings.ContainsRune("为任是担作", t.R[pos]) {
		return false
	}
	if _, ok := c.hasAt(listDutyMemberEnd, pos+1); ok { // 甲局为成员的领导小组
		return true
	}
	cl := t.clauseOf(pos, s)
	_, ok := c.hasEnd(listDutyMemberEnd, cl.Hi)
	return ok
}

// listedBefore reports whether a list that grew to the left has taken in another
// mention, which takes in this one itself.
func (c *Context) listedBefore(who Mention, at Range) bool {
	for _, m := range c.Text.Mentions(kindDepartments) {
		if m.Lo >= who.Lo && m.Hi < at.Lo && strings.ContainsRune("、和及与", c.Text.R[m.Hi]) {
			return true
		}
	}
	return false
}

// takeUnknown adds the names that stand before the body in its list and that no
// lexicon has (县农海局、县财政局要…).
func (c *Context) takeUnknown(d *duty, own Range) {
	t := c.Text
	lo := own.Lo
	for {
		end, ok := c.hasAt(listDutyBefore, lo)
		if !ok || end > d.who.Lo {
			break
		}
		lo = end
	}
	if d.who.Lo-lo < 3 || !strings.ContainsRune("、和及与", t.R[d.who.Lo-1]) {
		return
	}
	if names := c.namesIn(Range{lo, d.who.Lo - 1}); names != nil && names[0].Lo == lo {
		d.who.Parts = append(c.onlyBodies(names), d.who.Parts...)
		d.who.Lo = lo
	}
}

// unknownBehind returns the list with the names behind it that no lexicon has,
// and where they end.
func (c *Context) unknownBehind(parts []Range, pos int32, own Range) (int32, []Range) {
	t := c.Text
	if pos >= own.Hi {
		return 0, nil
	}
	if !strings.ContainsRune("、和及与", t.R[pos]) { // 国家统计局 goes on: 国家统计局青川调查队
		last := parts[len(parts)-1]
		for p := pos + 2; p < own.Hi && p < pos+14; p++ {
			if _, ok := c.must(p); ok {
				names := c.namesIn(Range{last.Lo, p})
				if len(names) != 1 || names[0].Lo != last.Lo {
					break
				}
				end := names[0].Hi
				if hi, ok := c.hasAt(listChargeOthers, end); ok {
					end = hi
				}
				if end == p {
					return p, append(slices.Clone(parts[:len(parts)-1]), names...)
				}
				break
			}
		}
		return 0, nil
	}
	for p := pos + 3; p < own.Hi && p < pos+40; p++ {
		if _, person := c.personAt(p); person { // 甲局、乙大学有关负责人
			break
		}
		_, ok := c.must(p)
		_, part := c.hasAt(listDutyPart, p)
		if !ok && !part && !t.has(p, "承担") {
			continue
		}
		end := c.beforeAdverbs(pos+1, p) // 乙局等也要…
		names := c.namesIn(Range{pos + 1, end})
		if names == nil || names[len(names)-1].Hi != end {
			if lo, other := c.hasEnd(listDutyOther, p); other && ok && p-pos < 16 && lo > pos { // 宣传部门和新闻媒体要…
				return p, parts
			}
			return 0, nil
		}
		return p, append(slices.Clone(parts), c.onlyBodies(names)...)
	}
	return 0, nil
}

// beforeAdverbs returns where adverbs and words such as 等部门 that end at hi begin.
func (c *Context) beforeAdverbs(lo, hi int32) int32 {
	for {
		at, ok := c.hasEnd(listDutyAdverb, hi)
		if !ok {
			at, ok = c.hasEnd(listChargeOthers, hi)
		}
		if !ok || at <= lo {
			return hi
		}
		hi = at
	}
}

// onlyAside reports whether r is a bracket that is no part of the name before it.
func (c *Context) onlyAside(r Range) bool {
	b := c.Text.opening(r.Lo)
	if b < 0 || c.Text.Brackets[b].Close+1 != r.Hi {
		return false
	}
	_, ok := c.hasAt(listChargeTold, r.Lo+1)
	return ok
}

// onlyBodies leaves out companies, universities and associations, which running
// text does not charge.
func (c *Context) onlyBodies(names []Range) []Range {
	return slices.DeleteFunc(names, func(n Range) bool {
		return c.Worker.endsWith(listDutyNoBody, n.Hi) || c.Text.R[n.Lo] == '其' && !c.Text.has(n.Lo, "其他")
	})
}

// othersBehind returns where names end that follow the body in its list, that no
// lexicon has, and that the verb of a duty follows (县残联和助残协会走访…), and the
// names; pos for none.
func (c *Context) othersBehind(pos int32, own Range) (int32, []Range) {
	if pos >= own.Hi || !strings.ContainsRune("、和及与", c.Text.R[pos]) {
		return pos, nil
	}
	for p := pos + 3; p < own.Hi && p < pos+14; p++ {
		if _, person := c.personAt(p); person { // 甲局、乙大学有关负责人
			break
		}
		if !c.startsDuty(p, own.Hi) {
			continue
		}
		if names := c.namesIn(Range{pos + 1, p}); names != nil && names[len(names)-1].Hi == p {
			return p, names
		}
	}
	return pos, nil
}

// counted reports whether a clause holds a number.
func (c *Context) counted(r Range) bool {
	return slices.ContainsFunc(c.Text.R[r.Lo:r.Hi], func(r rune) bool { return r >= '0' && r <= '9' })
}

// has reports whether the text at pos only says what a body has: 建有一所医院,
// 有2支队伍, 1家.
func (c *Context) has(pos int32) bool {
	t := c.Text
	if _, ok := c.hasAt(listDutyHave, pos); ok {
		return true
	}
	if t.has(pos, "有") {
		pos++
	}
	if int(pos)+1 >= len(t.R) {
		return false
	}
	if end := pos; t.R[pos] >= '0' && t.R[pos] <= '9' {
		for int(end) < len(t.R) && t.R[end] >= '0' && t.R[end] <= '9' {
			end++
		}
		return int(end) >= len(t.R) || t.R[end] != '次' // 每周至少2次向乡政府报告
	}
	return strings.ContainsRune("一两二三四五六七八九十", t.R[pos]) && strings.ContainsRune("个家所支座处名项条辆艘", t.R[pos+1])
}

// describes reports whether the role at pos belongs to the description of a
// mechanism: 甲局主导、乙局配合的机制.
func (c *Context) describes(pos int32, s Range) bool {
	t := c.Text
	end, ok := c.hasAt(listDutyPart, pos)
	if !ok || end >= s.Hi || !strings.ContainsRune("、的,", t.R[end]) {
		return false
	}
	for _, cl := range t.clauses(Range{pos, s.Hi}) {
		if lo, ok := c.hasEnd(listDutyMechanism, cl.Hi); ok && strings.ContainsRune(t.String(Range{pos, lo}), '的') {
			return true
		}
	}
	return false
}

// directClause reports whether the clause at pos begins with the verb of a duty
// (已建系统的部门,统一接入平台).
func (c *Context) directClause(pos int32, s Range) bool {
	if c.Text.R[pos-2] == '的' {
		return false
	}
	if c.Text.isManner(c, c.Text.clauseOf(pos, s)) {
		return true
	}
	return c.startsDuty(c.skipAdverbs(pos, s.Hi), c.Text.clauseOf(pos, s).Hi)
}

// jointAt reads 会同乙 at pos; the mention has no parts where only 有关部门 is named.
func (c *Context) jointAt(pos int32, s Range) (*Mention, int32) {
	t := c.Text
	end, ok := c.hasAt(listDutyJoint, pos)
	if !ok {
		return nil, 0
	}
	for _, m := range t.Mentions(kindDepartments) {
		if m.Lo >= end && m.Lo <= end+3 && m.Hi <= s.Hi {
			hi := m.Hi
			if hi < s.Hi && t.R[hi] == '等' {
				hi++
			}
			if tail, ok := c.hasAt(listDutyJointTail, hi); ok {
				hi = tail
			}
			return &m, hi
		}
	}
	clause := t.clauseOf(end, s)
	if clause.Hi < s.Hi {
		if names := c.namesIn(Range{end, clause.Hi}); names != nil {
			return &Mention{Range: Range{end, clause.Hi}, Parts: names}, clause.Hi
		}
	}
	if r, ok := c.hasAt(listChargeNoise, end); ok {
		return &Mention{Range: Range{end, r}}, r
	}
	if r, ok := c.hasAt(listDutyRoleClass, end); ok {
		return &Mention{Range: Range{end, r}}, r
	}
	if r, ok := c.hasAt(listDutyJointUnnamed, end); ok {
		return &Mention{Range: Range{end, r}}, r
	}
	for p := end + 4; p < clause.Hi && p < end+40; p++ { // names that no lexicon has, before the verb of the duty
		if !strings.ContainsRune("局委办厅部院所站社会关心署处司队", t.R[p-1]) || !c.startsDuty(p, clause.Hi) {
			continue
		}
		if names := c.namesIn(Range{end, p}); names != nil && names[len(names)-1].Hi == p {
			return &Mention{Range: Range{end, p}, Parts: names}, p
		}
	}
	return nil, 0
}

// roleOf reads role and explicitness from the words of a duty.
func (c *Context) roleOf(d *duty, s Range) {
	t := c.Text
	head := t.clauseOf(d.who.Hi, s)
	if d.who.Hi < head.Hi {
		head.Lo = d.who.Hi
	}
	if end, ok := c.hasAt(listChargeOthers, head.Lo); ok && end < head.Hi {
		head.Lo = end
	}
	text := t.String(Range{head.Lo, max(head.Hi, head.Lo)})
	if d.role == "responsible" {
		switch {
		case leads(text):
			d.role = "lead"
		case supports(text) || supports(t.String(Range{min(c.skipAdverbs(head.Lo, head.Hi), head.Hi), head.Hi})):
			d.role = "support"
		case strings.HasPrefix(text, "共同") || strings.HasPrefix(text, "要共同") || strings.HasPrefix(text, "应共同") || strings.HasPrefix(text, "应当共同"):
			d.role = "joint"
		}
	}
	_, told := c.find(listDutyExplicit, head)
	d.explicit = d.explicit || told
	for _, cl := range t.clauses(d.task) {
		_, told := c.hasAt(listDutyExplicitHead, c.skipAdverbs(cl.Lo, cl.Hi))
		d.explicit = d.explicit || told
	}
	d.task = c.withoutCharge(d.task)
}

// leads reports whether the subject is what 牵头 speaks of: not in 建立甲部门牵头、乙
// 部门配合的机制.
func leads(s string) bool {
	i := strings.Index(s, "牵头")
	if i < 0 {
		return false
	}
	before, behind := s[:i], s[i+len("牵头"):]
	return !strings.HasPrefix(behind, "的") && !strings.HasSuffix(before, "部门") && !strings.HasSuffix(before, "单位") && !(strings.HasPrefix(behind, "、") && strings.Contains(behind, "的"))
}

func supports(s string) bool {
	for _, p := range []string{"", "要", "应", "应当", "积极", "要积极", "应积极", "共同", "密切", "全力", "派员"} {
		for _, w := range []string{"配合", "协助", "参与", "协同配合"} {
			if strings.HasPrefix(s, p+w) {
				return true
			}
		}
	}
	return false
}

// nextSentences emits the sentences behind s that begin with 要 or 应: their body
// is the one of s.
func (c *Context) nextSentences(d *duty, s Range) {
	t := c.Text
	for s.Hi+1 < int32(len(t.R)) && EndsSentence(t.R[s.Hi]) {
		next := t.Sentence(s.Hi + 1)
		next.Lo = s.Hi + 1
		from, ok := c.must(next.Lo)
		if !ok || next.Len() < 4 || t.R[next.Lo] != '要' && t.R[next.Lo] != '应' {
			return
		}
		n := duty{who: Mention{Range: Range{next.Lo, from}, Parts: d.who.Parts}, role: "responsible", explicit: true}
		n.task = c.taskFrom(&n, from, Range{next.Lo, from}, next)
		if n.task.Len() >= 2 && t.R[n.task.Lo] != '不' {
			c.emitDuty(&n)
		}
		s = next
	}
}

// byDuty reads 由甲局…
func (c *Context) byDuty(d *duty, s Range) bool {
	t := c.Text
	own := t.clauseOf(d.who.Lo, s)
	pos := d.who.Hi
	if end, ok := c.hasAt(listChargeOthers, pos); ok {
		pos = end
	}
	if end, ok := c.must(pos); ok {
		pos = end
	}
	joint, after := c.jointAt(pos, s)
	if joint != nil {
		pos = after
		d.role = "lead"
	}
	part, role, with, others := c.partAt(pos, s)
	end, bare := c.hasAt(listDutyPart, pos)
	bare = bare && joint == nil && end+1 < s.Hi && t.R[end] == ','
	if role == "" && bare {
		if bare = !c.newSubject(t.clauseOf(end+1, s), s); bare {
			pos, own.Hi = end+1, s.Hi
		}
	}
	var said Range
	if role != "" {
		if c.Whole.Lo == own.Lo {
			said, _ = c.saidBefore(own.Lo, s)
		}
		pos, d.role = part, role
		if with != nil {
			joint = with
		}
		own.Hi = s.Hi
	}
	if _, person := c.personAt(pos); person || t.ends(t.clauseOf(d.who.Lo, s), 2, "组成") {
		return c.Refuse("说的是小组由谁组成 / who belongs to a group is told")
	}
	by := min(max(c.Whole.Lo, own.Lo), d.who.Lo-1) // where 由 stands
	if joint == nil && !c.startsDuty(pos, own.Hi) && (own.Lo+1 != d.who.Lo || own.Hi-pos < 4) {
		if _, ok := c.hasAt(listDutyVerb, c.skipAdverbs(pos, own.Hi)); !ok {
			return c.Refuse("机构之后没有职责动词 / no verb of a duty follows the body")
		}
	}
	d.explicit = true
	d.task = c.taskFrom(d, pos, d.who.Range, s)
	c.roleOf(d, s)
	if t.is(d.task, "解释") || t.is(d.task, "负责解释") {
		return c.Refuse("负责解释文件,不是计划的任务 / who explains the document has no task of the plan")
	}
	if own.Lo < by {
		if _, ok := c.hasEnd(listDutyMechanismVerb, by); ok {
			return c.Refuse("描述的是机制 / a mechanism is described")
		}
	}
	if bare {
		if title, ok := c.titleBefore(s); ok && c.goalOnly(d.task) {
			d.task = title // 流通环节。由甲局负责,合格率达到…
		}
	}
	if own.Lo < by && d.task.Hi == s.Hi && c.objectBefore(d.task) { // 具体办法由甲局另行制定
		d.task.Lo = own.Lo
	}
	if said.Len() > 0 { // 开展评估,由甲局牵头,结果向社会公布
		d.task = said
	} else if d.task.Hi-d.task.Lo <= 8 && c.emptyDuty(d.task) { // the object stands before: …落地实施,由甲局组织推动
		var prev Range
		for _, cl := range t.clauses(s) {
			if cl.Hi <= own.Lo {
				prev = cl
			}
		}
		lead := Range{own.Lo, by}
		if lead.Len() >= 4 {
			prev = lead
		}
		switch next := t.clauseOf(own.Hi+1, s); {
		case prev.Len() > 0 && own.Hi+1 < s.Hi && c.startsDuty(next.Lo, next.Hi) && !c.newSubject(next, s) && !c.startsDuty(prev.Lo, prev.Hi): // 节水工作,由甲局负责牵头,组织乙局制定办法
			d.task = c.taskFrom(d, next.Lo, d.who.Range, s)
		case prev.Len() > 0 && !t.isManner(c, prev):
			d.task = prev
		}
	}
	if joint != nil {
		j := duty{who: *joint, role: "joint", task: d.task, explicit: true}
		c.emitDuty(&j)
	}
	c.emitOthers(d, others)
	return true
}

// objectBefore reports whether a duty is only a verb whose object stands before the body.
func (c *Context) objectBefore(task Range) bool {
	pos := c.skipAdverbs(task.Lo, task.Hi)
	end, ok := c.hasAt(listDutyObjectBefore, pos)
	return ok && end == task.Hi
}

// goalOnly reports whether the words of a duty only say what is to be reached: 合格率达到95%,
// 确保安全.
func (c *Context) goalOnly(task Range) bool {
	pos := c.skipAdverbs(c.Text.skipTime(task.Lo, task.Hi), task.Hi)
	if _, effect := c.hasAt(listDutyEffect, task.Lo); effect && len(c.Text.clauses(task)) == 1 { // 做到家喻户晓
		return true
	}
	verb, level := c.find(listLevelVerb, task)
	return level && verb.Lo > pos && strings.ContainsRune("达不控超", c.Text.R[verb.Lo]) && c.counted(task) && !c.startsDuty(pos, task.Hi)
}

// titleBefore returns the short sentence before s that heads its paragraph.
func (c *Context) titleBefore(s Range) (Range, bool) {
	t := c.Text
	if s.Lo < 2 || !EndsSentence(t.R[s.Lo-1]) {
		return Range{}, false
	}
	title := t.Sentence(s.Lo - 2)
	title.Lo = max(title.Lo, min(t.head(), title.Hi))
	if title.Lo > t.head() || title.Len() < 2 || title.Len() > 20 || slices.Contains(t.R[title.Lo:title.Hi], ',') {
		return Range{}, false
	}
	return title, true
}

// emitOthers emits a duty for the bodies that partAt read and that no lexicon has.
func (c *Context) emitOthers(d *duty, others []Range) {
	if len(others) > 0 {
		c.emitDuty(&duty{who: Mention{Range: others[0], Parts: others}, role: "support", task: d.task})
	}
}

// emptyDuty reports whether a duty says no more than that it is one: 组织实施, 负责落实.
func (c *Context) emptyDuty(task Range) bool {
	pos := c.skipAdverbs(task.Lo, task.Hi)
	for pos < task.Hi {
		end, ok := c.hasAt(listDutyEmpty, pos)
		if !ok || end > task.Hi {
			return false
		}
		pos = end
	}
	return true
}

// partAt reads a role without a task at pos (牵头, 配合,): the task stands behind
// the other bodies' roles (甲局牵头,乙局配合,开展…). It returns where the task begins,
// the bodies of 会同, and the others that no lexicon has.
func (c *Context) partAt(pos int32, s Range) (from int32, role string, joint *Mention, others []Range) {
	t := c.Text
	end, ok := c.hasAt(listDutyPart, pos)
	if !ok || end+1 >= s.Hi || t.R[end] != ',' && t.R[end] != '、' {
		return 0, "", nil, nil
	}
	word := pos
	if manner, ok := c.hasAt(listDutyMannerWord, pos); ok && manner < end { // 密切配合
		word = manner
	}
	switch t.String(Range{word, word + 2}) {
	case "牵头", "主导":
		role = "lead"
	case "配合", "参与", "协同", "参加", "协助", "协办":
		role = "support"
	case "共同":
		role = "joint"
	case "负责": // where others take part: 由甲局负责,乙局配合,修渠
		role = "responsible"
	default:
		return 0, "", nil, nil
	}
	from = end + 1
	for from < s.Hi {
		if j, after := c.jointAt(from, s); j != nil {
			if after < s.Hi && t.R[after] == ',' {
				after++
			}
			return after, role, j, others
		}
		next := int32(0)
		for _, m := range t.Mentions(kindDepartments) {
			if m.Lo == from {
				p := m.Hi
				if hi, ok := c.hasAt(listChargeOthers, p); ok {
					p = hi
				}
				if end, ok := c.hasAt(listDutyPart, p); ok && end+1 < s.Hi && t.R[end] == ',' {
					if next = end + 1; t.R[from-1] == '、' { // 由甲局牵头、乙局配合,修渠
						others = append(others, c.namesIn(m.Range)...)
					}
				}
			}
		}
		if next == 0 {
			var names []Range
			next, names = c.unknownPart(t.clauseOf(from, s))
			others = append(others, names...)
		}
		if next == 0 || next >= s.Hi {
			break
		}
		from = next
	}
	if from == end+1 && (role == "responsible" || t.R[end] == '、') {
		return 0, "", nil, nil
	}
	return from, role, nil, others
}

// unknownPart returns where the text goes on behind a clause that says of bodies, some of
// which no lexicon has, only that they help (镇农办、各小学密切配合,); 0 for none.
// It returns the names, too, where the first of them is unknown, so that no other
// match reads them.
func (c *Context) unknownPart(cl Range) (int32, []Range) {
	for p := cl.Lo + 2; p+2 <= cl.Hi; p++ {
		if end, ok := c.hasAt(listDutyPart, p); ok && end == cl.Hi {
			names := c.namesIn(Range{cl.Lo, p})
			switch {
			case names == nil:
				return 0, nil
			case c.isMention(names[0]):
				return cl.Hi + 1, nil
			}
			return cl.Hi + 1, c.onlyBodies(names)
		}
	}
	return 0, nil
}

// withDuty reads a later duty of the sentence's subject that it has together
// with others: 甲局负责…,会同乙局….
func (c *Context) withDuty(d *duty, s Range) bool {
	t := c.Text
	own := t.clauseOf(d.who.Lo, s)
	if !c.newSubject(t.clauseOf(s.Lo, s), s) || own.Lo == s.Lo {
		return c.Refuse("句中其前没有主语 / the sentence has no subject before it")
	}
	if first := t.clauseOf(s.Lo, s); own.Lo == first.Hi+1 {
		for _, m := range t.Mentions(kindDepartments) { // 甲局作为主管部门,要会同乙局…: rule assignment.subject reads both
			_, must := c.must(c.skipAdverbs(m.Hi, first.Hi))
			_, manner := c.hasAt(listDutyManner, m.Hi)
			if end, part := c.hasAt(listDutyPart, m.Hi); part && end == first.Hi && m.Lo-first.Lo <= 1 { // 甲局牵头,会同乙局…, 由甲局负责,会同乙局…
				return c.Refuse("读取前一机构的规则已读取它 / the rule that reads the first body reads this one")
			}
			if m.Lo == first.Lo && !must && (manner || !c.startsDuty(m.Hi, first.Hi)) {
				return c.Refuse("其前的职责就是它 / the duty before it is this one")
			}
		}
	}
	pos := d.who.Hi
	if end, ok := c.hasAt(listChargeOthers, pos); ok {
		pos = end
	}
	d.role, d.explicit = "joint", true
	d.task = Range{pos, own.Hi}
	return d.task.Len() > 2
}

// pushDuty reads 推动甲局…: localities are the subject of their own clauses only.
func (c *Context) pushDuty(d *duty, s Range) bool {
	t := c.Text
	own := t.clauseOf(d.who.Lo, s)
	if !c.startsDuty(d.who.Hi, own.Hi) {
		return c.Refuse("机构之后没有职责动词 / no verb of a duty follows the body")
	}
	parts := d.who.Parts[:0:0]
	for _, p := range d.who.Parts {
		if !c.isLocality(p) {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return c.Refuse("是泛指的地方 / a locality")
	}
	d.who.Parts = parts
	from := d.who.Hi
	if t.has(from, "之间") {
		from += 2
	}
	if own.Hi < s.Hi { // 推动甲…,鼓励乙…: what the plan does next is no duty of the first
		for _, cl := range t.clauses(Range{own.Hi + 1, s.Hi}) {
			lo := c.skipAdverbs(cl.Lo, cl.Hi)
			_, push := c.hasAt(listDutyPush, lo)
			_, other := c.hasAt(listDutyNotBefore, lo)
			if push || other {
				s.Hi = cl.Lo - 1
				break
			}
		}
	}
	d.task = c.taskFrom(d, from, Range{own.Lo, own.Lo + 1}, s)
	for i, cl := range t.clauses(d.task) { // 推动甲局…,发挥乙局作用
		if i > 0 && c.concernsOther(cl) {
			d.task.Hi = cl.Lo - 1
			break
		}
	}
	c.roleOf(d, s)
	d.explicit = false
	return true
}

// concernsOther reports whether a clause begins with a verb that another body is
// the object of: 发挥乙局…, 督促丙局….
func (c *Context) concernsOther(cl Range) bool {
	lo := c.skipAdverbs(cl.Lo, cl.Hi)
	for _, list := range [...]wordList{listDutyNounVerb, listDutyPush, listDutyFound} {
		for _, at := range [...]int32{cl.Lo, lo} {
			if end, ok := c.hasAt(list, at); ok {
				for _, m := range c.Text.Mentions(kindDepartments) {
					if m.Lo == end {
						return true
					}
				}
			}
		}
	}
	return false
}

// groupDuty reads what a leading group is founded or used for: the clauses
// behind the one that names it.
func (c *Context) groupDuty(d *duty, s Range) bool {
	t := c.Text
	parts := d.who.Parts[:0:0]
	for _, p := range d.who.Parts {
		if _, ok := c.hasEnd(listDutyGroup, p.Hi); ok || c.Arg("as") == "found" {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return c.Refuse("不是领导小组 / no leading group")
	}
	d.who.Parts = parts
	own := t.clauseOf(d.who.Hi-1, s) // 成立甲领导小组,甲领导小组办公室设在…: names that a comma joins
	if own.Hi+1 >= s.Hi {
		return c.Refuse("其后没有职责 / no duty follows")
	}
	from := own.Hi + 1
	for { // 成立甲领导小组,由县长任组长,乙局为成员,统筹…
		cl := t.clauseOf(from, s)
		if t.has(cl.Lo, "下设") || c.hostedIn(cl) {
			if cl.Hi+1 >= s.Hi {
				return c.Refuse("其后没有职责 / no duty follows")
			}
			from = cl.Hi + 1
			continue
		}
		if _, ok := c.hasEnd(listDutyMemberEnd, cl.Hi); !ok {
			break
		}
		if cl.Hi+1 >= s.Hi {
			return c.Refuse("其后没有职责 / no duty follows")
		}
		from = cl.Hi + 1
	}
	if c.newSubject(t.clauseOf(from, s), s) {
		return c.Refuse("其后是另一主语 / another subject follows")
	}
	d.task = c.taskFrom(d, from, Range{own.Lo, own.Lo + 1}, s)
	if t.has(d.task.Lo, "委托") && d.task.Len() > 6 {
		d.task.Lo += 2
	}
	if strings.Contains(t.String(Range{d.who.Hi, own.Hi}), "牵头") {
		d.role = "lead"
	}
	return true
}

// hostedIn reports whether a clause says where an office is: 办公室设在甲局.
func (c *Context) hostedIn(cl Range) bool {
	at, ok := c.find(listDutyHosted, cl)
	return ok && at.Lo > cl.Lo+2 && (c.Text.has(at.Lo-2, "公室") || c.Text.has(at.Lo-1, "办"))
}

// nounDuty reads 强化甲局…责任: the words between body and noun are the task.
func (c *Context) nounDuty(d *duty) bool {
	t := c.Text
	if t.Block.Kind == plan.TableRow {
		return c.Refuse("表格单元格是旁边机构的任务 / a cell of a table is a task of the bodies beside it")
	}
	noun := Range{c.Whole.Hi - 2, c.Whole.Hi}
	for p, end := noun.Lo, t.Clause(d.who.Lo).Hi; p < end; p++ {
		if hi, ok := c.hasAt(listDutyNoun, p); ok && (hi == end || strings.ContainsRune("、和及与", t.R[hi])) {
			noun = Range{p, hi}
			break
		}
	}
	if noun.Hi < int32(len(t.R)) && t.R[noun.Hi] == ',' && t.String(noun) == "作用" {
		if _, ok := c.hasEnd(listDutyGroup, d.who.Hi); ok {
			return c.Refuse("职责在其后 / its duty follows")
		}
	}
	task := Range{d.who.Hi, noun.Lo}
	if slices.Contains(t.R[task.Lo:max(task.Lo, task.Hi)], '《') {
		return c.Refuse("该名词在标题内 / the noun stands in a title")
	}
	d.explicit = t.String(noun) != "作用"
	if task.Len() > 0 && t.R[task.Lo] == '的' {
		task.Lo++
	}
	if task.Len() > 0 && strings.ContainsRune("和与及、等", t.R[task.Lo]) {
		return c.Refuse("该机构是更长名单的一部分 / the body is part of a longer list")
	}
	if t.has(task.Lo, "在") {
		return c.Refuse("只说在某事中的角色,不是任务 / a role in something, no task")
	}
	for task.Len() > 0 {
		lo, ok := c.hasEnd(listDutyNounBare, task.Hi)
		if !ok || lo < task.Lo {
			break
		}
		if word := t.String(Range{lo, task.Hi}); lo > task.Lo && (word == "监督" || word == "领导" || word == "组织" || word == "统筹") {
			break
		}
		task.Hi = lo
	}
	if task.Len() > 0 && t.R[task.Hi-1] == '的' {
		task.Hi--
	}
	if strings.Contains(t.String(task), "牵头") {
		d.role = "lead"
	}
	if t.has(task.Lo, "负责") && task.Len() > 3 {
		task.Lo += 2
	}
	if task.Len() < 2 {
		return c.Refuse("名词之前没有任务 / no task stands before the noun")
	}
	d.task = task
	return true
}
