package extract

import (
	"strings"
)

// A field behind its task or on the next line (责任单位:甲局), and sentences that do
// nothing but charge (由甲局、乙局负责落实。).

// fieldDuty reads fields that stand in the running text or on a line of their own.
func (c *Context) fieldDuty() bool {
	t := c.Text
	lo := c.Whole.Lo
	if t.BracketAt(lo) >= 0 {
		return c.Refuse("在括号内 / it stands in a bracket")
	}
	if c.fieldGoesOn(lo) {
		return c.Refuse("已由其前的栏目读取 / the field before it reads it, too")
	}
	run := Range{lo, c.fieldsEnd(lo)}
	cs := c.readCharges(run, "")
	if len(cs.list) == 0 && cs.due.Len() > 0 && lo <= t.head() && t.Block.Number == "" && c.dateAbove(cs.due) {
		return true
	}
	if len(cs.list) == 0 || !cs.fields {
		return c.Refuse("没有写出机构 / no body is named")
	}
	var tasks []string
	switch {
	case lo <= t.head() && c.startsWith(listChargeAll, lo): // 上述任务责任单位:甲局
		tasks = c.itemsAbove()
	case lo > t.head():
		tasks = []string{c.taskBefore(lo)}
	case c.fieldsFirst():
		c.hold(&cs)
		return true
	default:
		if tasks = c.recordTasks(); tasks == nil {
			tasks = []string{c.taskAbove()}
		}
	}
	if len(tasks) == 0 || tasks[0] == "" {
		return c.Refuse("其前没有任务 / there is no task before it")
	}
	for _, task := range tasks {
		c.assignAll(&cs, task, run)
	}
	return true
}

// dateAbove gives the time limit that has a line of its own to the item right above, or above its
// other fields: the last task that these were charged with. It reports whether one was.
func (c *Context) dateAbove(due Range) bool {
	i := c.state.block - 1
	for i > 0 && c.fieldBlock(&c.plan.Blocks[i]) {
		i--
	}
	if i < 0 || c.fieldsFirst() {
		return false
	}
	from, task := c.plan.Blocks[i].Span().Start, ""
	for k := len(c.facts) - 1; k >= 0 && c.facts[k].Span.Start >= from; k-- {
		a := c.facts[k].Assignment
		if a == nil || task != "" && a.Task != task {
			continue
		}
		task = a.Task
		if a.Due == "" {
			a.Due = c.Text.Written(due)
		}
	}
	return task != ""
}

// fieldStop reports whether a field and those on a line with it end at a character.
func fieldStop(r rune) bool { return r == '。' || r == CellMark }

// fieldsEnd returns where the fields that begin at lo end: each may be a sentence of its own
// (牵头单位:甲局。完成时限:年底。).
func (c *Context) fieldsEnd(lo int32) int32 {
	t, hi := c.Text, int32(len(c.Text.R))
	end := t.next(lo, hi, fieldStop)
	for end+1 < hi && t.R[end] == '。' {
		if _, ok := c.labelAt(Range{end + 1, hi}, end+1); !ok {
			break
		}
		end = t.next(end+1, hi, fieldStop)
	}
	return end
}

// fieldGoesOn reports whether another field stands before the one at lo, in its sentence or
// in the sentence before it.
func (c *Context) fieldGoesOn(lo int32) bool {
	t := c.Text
	start := func(p int32) int32 {
		for p > 0 && !fieldStop(t.R[p-1]) {
			p--
		}
		return p
	}
	from := start(lo)
	if c.hasField(Range{from, lo}) {
		return true
	}
	return from == lo && lo > 0 && t.R[lo-1] == '。' && c.hasField(Range{start(lo - 1), lo - 1})
}

// sentenceDuty reads a sentence that only names who does what the text before it says.
func (c *Context) sentenceDuty() bool {
	t := c.Text
	s := t.Sentence(c.Whole.Lo)
	s.Lo = max(s.Lo, min(t.head(), c.Whole.Lo, s.Hi)) // the number is no part of a name
	if t.BracketAt(s.Lo) >= 0 {
		return c.Refuse("在括号内 / it stands in a bracket")
	}
	at := int32(len(t.R))
	var items []string // of the list above: 以上任务由甲局牵头
	if head := t.head(); s.Lo <= head && head < s.Hi && c.startsWith(listChargeAll, head) {
		items = c.itemsAbove()
	}
	before := Range{} // the task, where it stands in the same sentence: 推广节水器具,由甲局牵头
	if t.R[c.Whole.Lo] == '由' && c.Whole.Lo > s.Lo {
		lo := max(s.Lo, min(t.head(), c.Whole.Lo))
		if b := t.opening(lo); b >= 0 && t.Brackets[b].Close < c.Whole.Lo { // (甲局)以上任务均由乙局落实
			lo = t.Brackets[b].Close + 1
		}
		if before = c.chargedBefore(Range{lo, c.Whole.Lo}, s); before.Len() > 0 {
			s.Lo = c.Whole.Lo
		}
		if _, above := c.hasAt(listChargeAbove, before.Lo); above && before.Len() <= 10 {
			at, before = before.Lo, Range{}
		}
	}
	cs := c.readCharges(s, "")
	said := s
	if last := t.clauseOf(s.Hi-1, s); last.Lo > s.Lo && c.limitOnly(last) { // …,11月底前完成
		said.Hi = last.Lo - 1
	}
	if !cs.worded || c.saysMore(said, cs.list) {
		return c.Refuse("该句不只说明由谁负责 / the sentence says more than who is responsible")
	}
	if before.Len() > 0 && before.Len() <= 12 && c.startsWith(listChargeBelow, before.Lo) { // 以下任务由甲局牵头:
		c.hold(&cs)
		return true
	}
	if len(items) > 1 { // 以上任务由甲局牵头
		for _, task := range items {
			c.assignAll(&cs, task, s)
		}
		return true
	}
	task := ""
	if before.Len() > 0 {
		task = t.Written(Range{before.Lo, t.next(before.Lo, before.Hi, EndsSentence)})
	} else if s.Lo <= t.head() {
		task = c.taskAbove()
	} else if at > s.Lo && c.behindAnothers(s, said) {
		return c.Refuse("前一句属于另一机构 / the sentence before it is another body's") // 甲局负责调度;乙局、丙局按职责分工负责
	} else {
		task = c.taskBefore(min(at, s.Lo))
	}
	if task == "" {
		return c.Refuse("其前没有任务 / there is no task before it")
	}
	c.assignAll(&cs, task, s)
	return true
}

// behindAnothers reports whether the sentence before s is another body's own: its duty is no task
// of what a semicolon parts from it, nor of who only carries something out (乙局负责组织实施).
func (c *Context) behindAnothers(s, said Range) bool {
	t := c.Text
	if t.R[s.Lo-1] != ';' && !c.Worker.endsWith(listDutyCarriesOut, said.Hi) {
		return false
	}
	prev := t.Sentence(s.Lo - 1)
	return c.newSubject(t.clauseOf(prev.Lo, prev)) && c.saysMore(prev, c.readCharges(prev, "").list)
}

// saysMore reports whether a sentence holds more than bodies, their roles and what
// stands between them: 甲局牵头组织联合执法,乙局配合.
func (c *Context) saysMore(s Range, list []charge) bool {
	t := c.Text
	more := 0
next:
	for p := s.Lo; p < s.Hi; {
		for _, x := range list {
			if x.at.Lo <= p && p < x.at.Hi {
				p = x.at.Hi
				continue next
			}
		}
		for _, l := range [...]wordList{listChargeWord, listChargeManner, listChargeOthers, listChargeNoise, listChargeLeadIn} {
			if end, ok := c.hasAt(l, p); ok {
				p = end
				continue next
			}
		}
		if !strings.ContainsRune("、,和与及由并—:", t.R[p]) {
			more++
		}
		p++
	}
	return more > 1
}

// chargedBefore returns the words of its own sentence, up to r.Hi, that 由甲局负责 charges
// somebody with: those of its clause where the clauses before are others', and the duty of the
// body before where the clause has none (甲局编制预案,具体|由乙局负责).
func (c *Context) chargedBefore(r, s Range) Range {
	t := c.Text
	own := Range{max(r.Lo, t.clauseOf(r.Hi, s).Lo), r.Hi}
	others := Range{r.Lo, max(r.Lo, own.Lo-1)}
	if others.Len() == 0 {
		return t.trim(r)
	}
	said := c.skipAdverbs(own.Lo, own.Hi) < own.Hi
	if !said {
		r.Hi = others.Hi
	}
	clauses := t.clauses(others)
	for i := len(clauses) - 1; i >= 0; i-- {
		if !c.newSubject(clauses[i]) {
			continue
		}
		if said {
			return t.trim(own)
		}
		for _, m := range t.Mentions(kindDepartments) {
			if m.Lo >= clauses[i].Lo && m.Hi < clauses[i].Hi && c.subjectAt(m.Range, s, false) {
				r.Lo = m.Hi
				if end, must := c.must(c.skipAdverbs(m.Hi, r.Hi)); must {
					r.Lo = end
				}
			}
		}
		break
	}
	return t.trim(r)
}

// limitOnly reports whether a clause says no more than by when something is to be done, or
// that it goes on: 2029年底前完成, 力争6月底前见效, 持续推进.
func (c *Context) limitOnly(cl Range) bool {
	if c.isWord(listChargeLasting, cl) {
		return true
	}
	lo := c.skipAdverbs(cl.Lo, cl.Hi)
	for _, l := range [...]wordList{listDutyBefore, listDutyEffect} {
		if end, ok := c.hasAt(l, lo); ok && end < cl.Hi {
			lo = end
		}
	}
	p := c.skipTime(lo, cl.Hi)
	return p > lo && (p == cl.Hi || c.isWord(listChargeWhen, Range{p, cl.Hi}))
}
