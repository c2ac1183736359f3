package extract

import (
	"slices"

	"plangraph/plan"
)

// Duties of a body that is an object of its clause: 推动甲局修渠, 成立甲小组,修渠,
// 强化甲局修渠的责任, and, behind a subject's duty, 会同甲局修渠.

// withDuty reads a later duty of the sentence's subject that it has together
// with others: 甲局负责…,会同乙局….
func (c *Context) withDuty(d *duty, s Range) bool {
	t := c.Text
	own := t.clauseOf(d.who.Lo, s)
	if !c.newSubject(t.clauseOf(s.Lo, s)) || own.Lo == s.Lo {
		return c.Refuse("句中其前没有主语 / the sentence has no subject before it")
	}
	for _, m := range t.Mentions(kindDepartments) {
		if m.Lo >= own.Lo && m.Hi < d.who.Lo { // 甲局年底前会同乙局…: rule assignment.subject reads both
			return c.Refuse("读取前一机构的规则已读取它 / the rule that reads the first body reads this one")
		}
	}
	if first := t.clauseOf(s.Lo, s); own.Lo == first.Hi+1 {
		for _, m := range t.Mentions(kindDepartments) { // 甲局作为主管部门,要会同乙局…: rule assignment.subject reads both
			_, must := c.must(c.skipAdverbs(m.Hi, first.Hi))
			_, manner := c.mannerAt(m.Hi)
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
	from := c.behindOthers(d.who.Hi, own.Hi)
	if !c.startsDuty(from, own.Hi) {
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
	if end, ok := c.hasAt(listDutyBetween, from); ok {
		from = end
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
	d.task = c.taskFrom(from, Range{own.Lo, own.Lo + 1}, s)
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

// behindOthers moves on behind the others that stand at the end of a list of bodies and are
// none: 、行业协会商会等, 等机构.
func (c *Context) behindOthers(pos, hi int32) int32 {
	t := c.Text
	for pos < hi && joinsNames(t.R[pos]) {
		end := pos
		for p := min(hi, pos+16); p >= pos+3 && end == pos; p-- {
			if lo, ok := c.hasEnd(listDutyOther, p); ok && lo == pos+1 {
				end = p
			}
		}
		if end == pos {
			break
		}
		pos = end
	}
	if end, ok := c.hasAt(listChargeOthers, pos); ok && end <= hi {
		return end
	}
	return pos
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
		if c.startsWith(listDutySetUp, cl.Lo) || c.hostedIn(cl) {
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
	if c.newSubject(t.clauseOf(from, s)) {
		return c.Refuse("其后是另一主语 / another subject follows")
	}
	d.task = c.taskFrom(from, Range{own.Lo, own.Lo + 1}, s)
	if end, ok := c.hasAt(listDutyEntrusted, d.task.Lo); ok && d.task.Len() > 6 {
		d.task.Lo = end
	}
	if c.speaksOf(listDutyLead, Range{d.who.Hi, own.Hi}) {
		d.role = "lead"
	}
	return true
}

// hostedIn reports whether a clause says where an office is: 办公室设在甲局.
func (c *Context) hostedIn(cl Range) bool {
	at, ok := c.find(listDutyHosted, cl)
	return ok && at.Lo > cl.Lo+2 && c.Worker.endsWith(listOfficeName, at.Lo)
}

// nounDuty reads 强化甲局…责任: the words between body and noun are the task.
func (c *Context) nounDuty(d *duty) bool {
	t := c.Text
	if t.Block.Kind == plan.TableRow {
		return c.Refuse("表格单元格是旁边机构的任务 / a cell of a table is a task of the bodies beside it")
	}
	noun := Range{c.Whole.Hi - 2, c.Whole.Hi}
	for p, end := noun.Lo, t.Clause(d.who.Lo).Hi; p < end; p++ {
		if hi, ok := c.hasAt(listDutyNoun, p); ok && (hi == end || joinsNames(t.R[hi])) {
			noun = Range{p, hi}
			break
		}
	}
	weak := c.attrs(listDutyNoun, noun)["weak"] == "yes"
	if noun.Hi < int32(len(t.R)) && t.R[noun.Hi] == ',' && weak {
		s := t.Sentence(noun.Lo)
		if _, ok := c.hasEnd(listDutyGroup, d.who.Hi); ok && !c.newSubject(t.clauseOf(noun.Hi+1, s)) {
			return c.Refuse("职责在其后 / its duty follows")
		}
	}
	task := Range{d.who.Hi, noun.Lo}
	if slices.Contains(t.R[task.Lo:max(task.Lo, task.Hi)], '《') {
		return c.Refuse("该名词在标题内 / the noun stands in a title")
	}
	d.explicit = !weak
	if task.Len() > 0 && t.R[task.Lo] == '的' {
		task.Lo++
	}
	if task.Len() > 0 && (t.R[task.Lo] == '是' || t.R[task.Lo] == '为') {
		return c.Refuse("只说该机构是什么 / it says what the body is")
	}
	if task.Len() > 0 && (joinsNames(t.R[task.Lo]) || t.R[task.Lo] == '等') {
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
		if lo > task.Lo && c.attrs(listDutyNounBare, Range{lo, task.Hi})["task"] == "yes" {
			break
		}
		task.Hi = lo
	}
	if task.Len() > 0 && t.R[task.Hi-1] == '的' {
		task.Hi--
	}
	if c.speaksOf(listDutyLead, task) {
		d.role = "lead"
	}
	task = c.withoutCharge(task)
	if task.Len() < 2 {
		return c.Refuse("名词之前没有任务 / no task stands before the noun")
	}
	d.task = task
	return true
}
