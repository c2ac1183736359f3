package extract

import (
	"slices"
	"strings"

	"plangraph/internal/hanzi"
)

// Duties in running text: what a sentence makes the business of the bodies that it
// names. This file has the way in and what all constructions share; each construction
// has a file of its own:
//
//	assignment_subject.go  the body is the subject: 甲局要修渠
//	assignment_by.go       由甲局修渠
//	assignment_object.go   the body is an object: 推动甲局修渠, 强化甲局修渠的责任
//	assignment_beside.go   the bodies beside it, and the parts that they have: 会同乙局, 丙局配合
//	assignment_help.go     bodies that only help with the duty before them: 甲局要修渠,乙局配合
//	assignment_clause.go   how sentences fall into clauses, and which of them begin a duty

// duty is what a sentence makes the business of a body.
type duty struct {
	who      Mention
	role     string
	task     Range
	end      int32 // of the clause of the body, where the task stands before it
	explicit bool
}

// otherUse says why a name of a body in running text does not stand for the body as one
// that acts; "" where it does.
func (c *Context) otherUse(at Range) string {
	if c.Text.BracketAt(at.Lo) >= 0 {
		return "在括号内 / it stands in a bracket"
	}
	if c.insideTitle(at.Lo) {
		return "在标题或引文之内 / it stands in a title or a quotation"
	}
	if _, person := c.personAt(at.Hi); person {
		return "说的是该机构的人员 / it is about a person of the body"
	}
	if c.divisionAt(at.Hi) {
		return "说的是机构的内设部门 / it is about a division of the body"
	}
	return ""
}

// pastSentence says why a sentence with a body in it is about what has been; "" for others.
func (c *Context) pastSentence(at, s Range) string {
	_, must := c.must(c.skipAdverbs(at.Hi, s.Hi))
	// 应当报送上年度情况: what has to be done may be about the past.
	if word, past := c.find(listDutyPast, s); past && !c.planPeriod(word) && (!must || word.Lo < at.Hi) {
		return "该句叙述过去 / the sentence tells the past"
	}
	if !must && c.yearBefore(s) {
		return "该句说的是规划期之前的年份 / the sentence is about a year before the plan's"
	}
	return ""
}

// behindLabel is where the sentence of a body begins behind a label: 主要任务:|甲局负责….
func (c *Context) behindLabel(at, s Range) int32 {
	for p := at.Lo - 1; p > s.Lo; p-- {
		if c.Text.R[p] != ':' {
			continue
		}
		if lo, ok := c.hasEnd(listChargeOtherLabel, p); ok && lo >= s.Lo && c.startsItem(lo) {
			return p + 1
		}
		break
	}
	return s.Lo
}

// emitJoint gives the duty of those who carry out a task with another; none without.
func (c *Context) emitJoint(joint *Mention, task Range) {
	if joint != nil {
		c.emitDuty(&duty{who: *joint, role: "joint", task: task, explicit: true})
	}
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
	if why := c.otherUse(at); why != "" {
		return c.Refuse(why)
	}
	s := t.Sentence(at.Lo)
	if s.Lo < t.head() {
		s.Lo = min(t.head(), at.Lo)
	}
	if b := t.opening(s.Lo); b >= 0 && t.Brackets[b].Close < at.Lo { // (甲局牵头)乙局要…
		s.Lo = t.Brackets[b].Close + 1
	}
	if t.behindNumber(at.Lo) { // 三、职责分工(一)甲局要…
		s.Lo = at.Lo
	}
	if why := c.pastSentence(at, s); why != "" {
		return c.Refuse(why)
	}
	s.Lo = c.behindLabel(at, s)
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

// namedPerson reports whether a person is named at pos with an office that becomes another
// one: 甲局|李某某副局长任办公室主任.
func (c *Context) namedPerson(pos int32) bool {
	for p := pos + 2; p <= pos+4; p++ {
		if end, ok := c.personAt(p); ok && c.membership(end, c.Text.Sentence(pos)) {
			return true
		}
	}
	return false
}

// divisionAt reports whether the words at pos name a division of the body before them,
// which is no body: 市税务局|纳税服务科负责….
func (c *Context) divisionAt(pos int32) bool {
	t := c.Text
	for p := pos + 2; p < pos+8 && int(p) < len(t.R) && hanzi.Is(t.R[p]); p++ {
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
	task := c.e.plainTask(t.Written(d.task))
	span := Range{min(d.who.Lo, d.task.Lo), max(d.who.Hi, d.task.Hi, d.end)}
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

// counted reports whether a clause holds a number.
func (c *Context) counted(r Range) bool {
	return slices.ContainsFunc(c.Text.R[r.Lo:r.Hi], isDigit)
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
	if d.role == "responsible" {
		switch behind := (Range{c.skipAdverbs(head.Lo, head.Hi), head.Hi}); {
		case c.leads(head):
			d.role = "lead"
		case c.helps(head) || c.helps(behind):
			d.role = "support"
		case c.together(head.Lo):
			d.role = "joint"
		}
	}
	_, told := c.find(listDutyExplicit, head)
	d.explicit = d.explicit || told
	for _, cl := range t.clauses(d.task) {
		_, told := c.hasAt(listDutyExplicitHead, c.skipAdverbs(c.skipTime(cl.Lo, cl.Hi), cl.Hi))
		d.explicit = d.explicit || told
	}
	d.task = c.withoutCharge(d.task)
}

// leads reports whether the subject is what 牵头 speaks of: not in 建立甲部门牵头、乙
// 部门配合的机制.
func (c *Context) leads(r Range) bool {
	at, ok := c.find(listDutyLead, r)
	if !ok || c.speaksOf(listDutyLeadNot, Range{r.Lo, at.Lo}) {
		return false
	}
	if _, class := c.endIn(listListHead, Range{r.Lo, at.Lo}); class || at.Hi >= r.Hi {
		return !class
	}
	behind := c.Text.R[at.Hi:r.Hi]
	return behind[0] != '的' && !(behind[0] == '、' && slices.Contains(behind, '的'))
}

// helps reports whether a duty begins with a verb of helping: 配合…, 要积极参与….
func (c *Context) helps(r Range) bool {
	pos, must := c.must(r.Lo)
	if !must {
		pos = r.Lo
	}
	if end, ok := c.hasAt(listDutyHelpLead, pos); ok && !(must && c.attrs(listDutyHelpLead, Range{pos, end})["bare"] == "yes") {
		pos = end
	}
	end, ok := c.hasAt(listDutyHelp, pos)
	return ok && end <= r.Hi
}

// together reports whether a duty begins with 共同 or 应当共同.
func (c *Context) together(pos int32) bool {
	if end, ok := c.must(pos); ok {
		pos = end
	}
	return c.startsWith(listDutyTogether, pos)
}
