package extract

// Bodies that only help (甲局要修渠,乙局配合), and the duty before them that they help with.

// supportsOnly reports whether a clause says of its subject only that it helps: 乙局配合.
func (c *Context) supportsOnly(pos int32, own Range) bool {
	end, ok := c.hasAt(listDutyPart, pos)
	if !ok || end != own.Hi {
		return false
	}
	role := c.attrs(listDutyPart, Range{pos, end})["role"]
	return role == "support" || role == "joint"
}

// supported reads a clause that only says that a body helps with the duty before it:
// 甲局要修渠,乙局配合. Where that one says nothing, helping is the duty: 甲局统筹推进,乙局配合.
func (c *Context) supported(d *duty, b *subject) bool {
	if b.listed || b.must || b.own.Lo == b.sentence.Lo || !c.supportsOnly(b.verb, b.own) {
		return false
	}
	if c.attrs(listDutyPart, Range{b.verb, b.own.Hi})["says"] != "" {
		return false
	}
	lead, ok := c.leadBefore(b.own, b.sentence)
	if ok && c.emptyDuty(lead) {
		lead = Range{b.verb, b.own.Hi}
	}
	if ok {
		d.role, d.task, d.end = "support", lead, b.own.Hi
	}
	return ok
}

// saysNoDuty reports whether a clause behind one without a task does not say it: another
// subject begins there, or it only says by when or with what effect.
func (c *Context) saysNoDuty(cl Range) bool {
	return c.startsWith(listDutyEffect, cl.Lo) || c.limitOnly(cl) || c.newSubject(cl)
}

// leadBefore returns the duty of the body before the clause own, which the bodies of that
// clause help with: 甲局牵头组织演练,乙局配合.
func (c *Context) leadBefore(own, s Range) (Range, bool) {
	t := c.Text
	before := t.clauses(Range{s.Lo, max(s.Lo, own.Lo-1)})
	for i := len(before) - 1; i >= 0; i-- {
		who, ok := c.bodiesAt(before[i])
		if !ok || c.supportsOnly(who.Hi, before[i]) {
			continue
		}
		if task, ok := c.dutyOf(who, Range{s.Lo, own.Lo - 1}); ok {
			return task, true
		}
		break
	}
	for _, cl := range before { // 开展普查,由甲局牵头,乙局配合
		if t.R[cl.Lo] == '由' && c.leads(cl) {
			return c.saidBefore(cl.Lo, s)
		}
	}
	return Range{}, false
}

// bodiesAt returns the bodies that begin a clause, with 等部门 behind them.
func (c *Context) bodiesAt(cl Range) (Range, bool) {
	lo := cl.Lo
	if c.Text.R[lo] == '由' {
		lo++
	}
	for _, m := range c.Text.Mentions(kindDepartments) {
		if !m.begins(lo) || m.Hi > cl.Hi {
			continue
		}
		hi := m.Hi
		if end, ok := c.hasAt(listChargeOthers, hi); ok {
			hi = end
		}
		return Range{lo, hi}, true
	}
	return Range{}, false
}

// dutyOf returns the duty that the bodies who have in the part s of a sentence: (甲局)牵头修渠,
// (甲局)要修渠.
func (c *Context) dutyOf(who, s Range) (Range, bool) {
	t, pos := c.Text, who.Hi
	end, charged := c.must(pos)
	if charged {
		pos = end
	}
	if joint, behind := c.jointAt(pos, s); joint != nil {
		pos, charged = behind, true
	}
	for {
		end, ok := c.hasAt(listDutyPart, pos)
		if !ok || end > s.Hi {
			break
		}
		if pos, charged = end, true; pos == s.Hi { // 甲局牵头,乙局配合,修渠: it is behind them
			return Range{}, false
		}
	}
	if t.R[pos] == ',' && charged && c.startsDuty(pos+1, s.Hi) { // 甲局牵头,修缮戏台,乙局配合
		pos++
	}
	if t.R[pos] == ',' || !charged && !c.startsDuty(pos, t.clauseEnd(pos, s.Hi)) {
		return Range{}, false
	}
	task := c.withoutCharge(c.taskFrom(pos, who, s))
	return task, task.Len() > 1
}

// saidBefore returns the duties without a subject that end right before the clause at lo.
func (c *Context) saidBefore(lo int32, s Range) (Range, bool) {
	t := c.Text
	var said Range
	for _, cl := range t.clauses(Range{s.Lo, max(s.Lo, lo-1)}) {
		switch {
		case c.newSubject(cl) || c.isManner(cl) || !c.startsDuty(cl.Lo, cl.Hi):
			said = Range{}
		case said.Len() == 0:
			said = cl
		default:
			said.Hi = cl.Hi
		}
	}
	return said, said.Len() >= 4 && said.Hi == lo-1
}
