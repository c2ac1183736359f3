package extract

import (
	"slices"
)

// Duties of a body behind 由: 由甲局修渠, 水渠由甲局修, 由甲局牵头,乙局配合,修渠.

// byDuty reads 由甲局…
func (c *Context) byDuty(d *duty, s Range) bool {
	t := c.Text
	own := t.clauseOf(d.who.Lo, s)
	pos, ok := c.namesBy(d, own)
	if !ok {
		return c.Refuse("并列中有的不是机构 / a member of the list is no body")
	}
	if end, ok := c.must(pos); ok {
		pos = end
	}
	if verb, ok := c.hasAt(listDutyVerb, c.skipAdverbs(pos, s.Hi)); ok && verb < s.Hi && t.R[verb] == '的' {
		return c.Refuse("修饰其后的名词 / it only modifies a noun") // 应由甲局解决的经费
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
		if bare = !c.newSubject(t.clauseOf(end+1, s)); bare {
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
	if _, person := c.personAt(pos); person || c.namedPerson(pos) || c.endsWith(listDutyConsists, t.clauseOf(d.who.Lo, s).Hi) {
		return c.Refuse("说的是小组由谁组成 / who belongs to a group is told")
	}
	by := min(max(c.Whole.Lo, own.Lo), d.who.Lo-1) // where 由 stands
	if joint == nil && !c.startsDuty(pos, own.Hi) && (own.Lo+1 != d.who.Lo || own.Hi-pos < 4) {
		if _, ok := c.hasAt(listDutyVerb, c.skipAdverbs(pos, own.Hi)); !ok {
			return c.Refuse("机构之后没有职责动词 / no verb of a duty follows the body")
		}
	}
	d.explicit = true
	d.task = c.taskFrom(pos, d.who.Range, s)
	c.roleOf(d, s)
	if c.isWord(listDutyNoTask, d.task) {
		return c.Refuse("负责解释文件,不是计划的任务 / who explains the document has no task of the plan")
	}
	if own.Lo < by && c.endsWith(listDutyMechanismVerb, by) {
		return c.Refuse("描述的是机制 / a mechanism is described")
	}
	c.taskBy(d, s, own, by, bare, said)
	if s.Lo == by && c.isWord(listDutyEmpty, d.task) {
		return c.Refuse("没有说出该机构负责什么 / what the body answers for is not said")
	}
	c.emitJoint(joint, d.task)
	c.emitOthers(d, others)
	return true
}

// namesBy reads the names behind 由 that the rule's list goes on with or begins after, and returns
// where they end; ok is false where one of them is no body.
func (c *Context) namesBy(d *duty, own Range) (pos int32, ok bool) {
	t := c.Text
	pos = d.who.Hi
	before, ok := c.coinedFirst(d.who.Lo, own)
	if !ok {
		return pos, false
	}
	if end, names := c.othersBehind(pos, own, true); end > pos { // 由甲局、乙供水站组织…
		pos = end
		if !c.startsWith(listDutyPart, pos) { // 由甲局、乙公司牵头: the role charges it
			names = c.onlyBodies(names, own)
		}
		d.who.Parts = append(slices.Clone(d.who.Parts), names...)
	}
	if pos < own.Hi && t.R[pos] == '、' {
		return pos, false
	}
	if len(before) > 0 {
		d.who.Lo, d.who.Parts = before[0].Lo, append(before, d.who.Parts...)
		if !c.startsWith(listDutyPart, pos) {
			d.who.Parts = c.onlyBodies(d.who.Parts, own)
		}
	}
	if end, ok := c.hasAt(listChargeOthers, pos); ok {
		pos = end
	}
	return pos, true
}

// taskBy settles what a duty behind 由 is about where the words behind the verb do not say it: what
// was said before, the title of the item, or what stands before 由.
func (c *Context) taskBy(d *duty, s, own Range, by int32, titled bool, said Range) {
	if titled {
		if title, ok := c.titleBefore(s); ok && c.goalOnly(d.task) {
			d.task = title // 流通环节。由甲局负责,合格率达到…
		}
	}
	if own.Lo < by && (d.task.Hi == s.Hi || d.task.Hi == own.Hi) && c.objectBefore(d.task) { // 具体办法由甲局另行制定
		d.task.Lo = own.Lo
	}
	if said.Len() > 0 { // 开展评估,由甲局牵头,结果向社会公布
		d.task = said
	} else if d.task.Len() <= 8 && c.emptyDuty(d.task) {
		c.taskAround(d, s, own, by)
	} else if head := (Range{d.task.Lo, min(d.task.Hi, own.Hi)}); by-own.Lo >= 4 && head.Len() <= 8 && c.emptyDuty(head) { // 中期评估由甲局组织开展,经批准后对规划进行调整
		d.task = Range{own.Lo, by}
	}
}

// coinedFirst returns the bodies between 由 and the one at pos in a list that begins with
// names that no lexicon has: 由|乙专班、丙集团|、甲局. ok is false where one of them is none.
func (c *Context) coinedFirst(pos int32, own Range) (names []Range, ok bool) {
	t, by := c.Text, c.Whole.Lo
	if by < own.Lo || t.R[by] != '由' || pos < by+3 || t.R[pos-1] != '、' {
		return nil, true
	}
	if c.endsWith(listByInner, by+1) { // 自由贸易港法院、甲局
		return nil, false
	}
	names = c.namesIn(Range{by + 1, pos - 1})
	return names, names != nil
}

// taskAround takes the task of a duty that names none from the words before 由 (…落地实施,
// 由甲局组织推动) or from the next clause (节水工作,由甲局负责牵头,组织乙局制定办法). own is
// the clause of the body, by is where 由 stands.
func (c *Context) taskAround(d *duty, s, own Range, by int32) {
	t := c.Text
	var before Range
	for _, cl := range t.clauses(s) {
		if cl.Hi <= own.Lo {
			before = cl
		}
	}
	if by-own.Lo >= 4 {
		before = Range{own.Lo, by}
	}
	if before.Len() == 0 {
		return
	}
	next := t.clauseOf(own.Hi+1, s)
	switch {
	case own.Hi+1 < s.Hi && c.startsDuty(next.Lo, next.Hi) && !c.newSubject(next) && !c.startsDuty(before.Lo, before.Hi):
		d.task = c.taskFrom(next.Lo, d.who.Range, s)
	case !c.isManner(before) || c.startsWith(listDutyMatter, before.Lo): // 关于“…”的问题,由甲局研究提出意见
		d.task = before
	}
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
	pos := c.skipAdverbs(c.skipTime(task.Lo, task.Hi), task.Hi)
	if _, effect := c.hasAt(listDutyEffect, task.Lo); effect && len(c.Text.clauses(task)) == 1 { // 做到家喻户晓
		return true
	}
	verb, level := c.find(listLevelVerb, task)
	level = level && c.single(listGoalLetter, verb.Lo)
	if !level {
		verb, level = c.find(listAtLeast, task) // 占比不低于60%
	}
	return level && verb.Lo > pos && c.counted(task) && !c.startsDuty(pos, task.Hi)
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
