package extract

import (
	"cmp"
	"slices"

	"plangraph/extract/rule"
	"plangraph/plan"
)

// Assignments: what makes the business of a body what. The forms of text that say so
// have a file each:
//
//	assignment_prose.go    running text, with _subject (甲局要…), _by (由甲局…), _beside (those
//	                       who do it with others), _object and _clause (what the duty is)
//	assignment_bracket.go  a bracket behind its task
//	assignment_field.go    a field (责任单位:甲局), its _label, and sentences that only charge
//	assignment_above.go    fields and lines of names that stand above their tasks
//	assignment_record.go   records with a field a line
//	assignment_cell.go     cells of tables
//	assignment_member.go   lists of members and their duties
//	assignment_charge.go   the names and roles in a bracket, a field or a cell, with _names and
//	                       _order (the first of a list leads)
//	assignment_task.go     where the task of a bracket or field stands

// duties is what the text said about responsibility that holds for what follows.
type duties struct {
	ordered     bool     // the first of a list leads (列首位者牵头,下同)
	led         string   // the task, where the last charge says who leads it: 牵头单位:甲局
	firsts      []int    // by fact: the first of a list that gives all of its bodies one role
	each        []string // bodies that every later item charges, too
	role        string
	by          *rule.Rule // the rule that found them
	block       int        // index of the last block with a charge of its own, +1
	boxed       int        // the last box in which something is charged
	listed      int        // index of the last block that reads 甲局:做好…, +1
	news        bool       // a newspaper tells of the plan
	titled      titled     // what a heading says that names a body
	held        held       // what fields above their tasks say
	records     records    // the records around the block
	fields      int        // where fields stand: fieldsBelow, fieldsAbove
	bare        int        // where lines of bare names stand
	fieldsUnder string     // the class of number of the headings that such fields stand under
	doneBlock   int        // the block that done speaks of, +1
	done        []int32    // where the brackets begin that were read
}

// buildAssignment makes assignments of a match. The argument form says how the
// match charges; without one the captures who and task say it all:
//
//	bracket  a bracket behind its task: (甲局牵头,乙局配合)
//	field    责任单位:甲局 outside of brackets, behind its task or on the next line
//	sentence a sentence that does nothing but charge: 由甲局、乙局负责落实。
//	bare     a line of names, below its task or above its tasks throughout the plan
//	order    the first of every list that follows leads; it states no fact
//	cell     a cell of a table (who), with its task in another (task, detail)
//	member   a line of a list of members and their duties: 甲局:做好保供。
//	prose    running text; the argument as says in what construction
//	host     an office (task) hosted by a body (who)
func buildAssignment(c *Context) bool {
	switch c.Arg("form") {
	case "bracket":
		return c.bracketDuty()
	case "field":
		return c.fieldDuty()
	case "sentence":
		return c.sentenceDuty()
	case "bare":
		return c.bareDuty()
	case "order":
		t := c.Text
		if b := t.BracketAt(c.Whole.Lo); b < 0 || t.Brackets[b].Open == 0 && !t.namesBody(Range{0, t.Brackets[b].Close}) { // (注:列首位的为牵头单位)
			c.orderAll()
		}
		return true
	case "cell":
		return c.cellDuty()
	case "host":
		return c.hostDuty()
	case "member":
		return c.memberDuty()
	case "prose":
		return proseDuty(c)
	}
	return c.plainDuty()
}

// orderAll notes that the first of every list leads: of those that follow and, as
// where a note below a list says it, of those before.
func (c *Context) orderAll() {
	d := &c.state.duties
	d.ordered = true
	for _, i := range d.firsts {
		c.facts[i].Assignment.Role = "lead"
	}
	d.firsts = d.firsts[:0]
}

// plainDuty charges the bodies that the rule captured with the task that it captured.
func (c *Context) plainDuty() bool {
	t := c.Text
	who, ok := c.Range("who")
	if !ok {
		who, ok = c.Range("department")
	}
	task, okTask := c.Range("task")
	if !ok || !okTask {
		return c.Refuse("没有写出机构或任务 / body or task is not named")
	}
	var names []Range
	for _, m := range t.Mentions(kindDepartments) {
		if m.Range == who {
			names = c.eachBody(m.Parts)
		}
	}
	if len(names) == 0 {
		names = c.namesIn(who)
	}
	if len(names) == 0 {
		return c.Refuse("捕获的词语不是机构 / the words captured as its body are none")
	}
	if head := t.head(); task.Lo < head && head < task.Hi { // (三)修建水渠: the number is no part of it
		task.Lo = head
	}
	cs := &charges{}
	if due, ok := c.Range("due"); ok {
		cs.due = due
	}
	for _, n := range names {
		c.assign(t.Written(n), cmp.Or(c.Arg("role"), "responsible"), c.e.plainTask(t.Written(task)), c.Arg("explicit") != "false", c.Whole, cs)
	}
	return true
}

// assign emits an assignment of one body.
func (c *Context) assign(who, role, task string, explicit bool, span Range, cs *charges) {
	if who == "" || task == "" {
		return
	}
	a := &plan.Assignment{Department: who, Role: role, Task: task, Explicit: explicit}
	if cs != nil {
		if cs.due.Len() > 0 {
			a.Due = c.Text.Written(cs.due)
		}
		if cs.scope.Len() > 0 {
			a.Scope = c.Text.Written(cs.scope)
		}
	}
	c.Emit(plan.Fact{Type: plan.TypeAssignment, Assignment: a}, span)
}

// assignAll emits what a stretch charges with a task, and what standing rules add.
func (c *Context) assignAll(cs *charges, task string, span Range) {
	d := &c.state.duties
	if cs.ordered && cs.standing {
		d.ordered = true
	}
	if d.led != task {
		d.led = ""
	}
	if len(cs.list) > 1 && !cs.mixed() && cs.list[0].role == "responsible" && d.led == "" {
		if cs.ordered || d.ordered {
			cs.list[0].role = "lead"
		} else {
			d.firsts = append(d.firsts, len(c.facts))
		}
	}
	if cs.led() {
		d.led = task
	}
	seen := map[string]bool{}
	for _, x := range cs.list {
		name := c.Text.Written(x.at)
		if !seen[name] {
			seen[name] = true
			c.assign(name, x.role, task, true, span, cs)
		}
	}
	for _, name := range d.each {
		if !seen[name] {
			c.assign(name, d.role, task, true, span, nil)
		}
	}
	for _, x := range cs.each {
		d.each = append(d.each, c.Text.Written(x.at))
		d.role, d.by = x.role, c.Rule
	}
	d.block = c.state.block + 1
	d.boxed = c.box(c.Text.Block.Section)
}

// mixed reports whether the text itself gives more than one role.
func (cs *charges) mixed() bool {
	for _, x := range cs.list {
		if x.role != cs.list[0].role {
			return true
		}
	}
	return false
}

// led reports whether the text names a body that leads.
func (cs *charges) led() bool {
	return slices.ContainsFunc(cs.list, func(x charge) bool { return x.role == "lead" })
}

// hostDuty notes which body an office stands in.
func (c *Context) hostDuty() bool {
	t := c.Text
	task, ok := c.Range("task")
	who, okWho := c.Range("who")
	if !ok || !okWho {
		return c.Refuse("没有写出办公室或其所在单位 / office or host is not named")
	}
	for _, m := range t.Mentions(kindDepartment) {
		if m.Lo == who.Lo && m.Hi > who.Hi { // 城管(执法)局
			who = m.Range
		}
	}
	numbered := task.Lo
	task = t.withoutHead(task)
	names := c.names(Range{who.Lo, t.next(who.Lo, who.Hi, func(r rune) bool { return r == '、' || r == ',' })})
	if len(names) == 0 {
		return c.Refuse("没有写出机构 / no body is named")
	}
	clause := t.Clause(who.Lo)
	c.assign(t.Written(names[0]), "host", t.Written(task), true, clause, nil)
	named := numbered == clause.Lo || task.Len() > 3 // 下设办公室于…: the office has no name of its own
	next, from := clause.Hi+1, clause.Lo
	if b := t.BracketAt(who.Lo); b >= 0 && t.Brackets[b].Open == task.Hi { // 办公室(设在甲局)承担…
		next, from = t.Brackets[b].Close+1, task.Lo
	} else if clause.Hi >= int32(len(t.R)) || t.R[clause.Hi] != ',' {
		return true
	}
	if !named || next >= int32(len(t.R)) {
		return true
	}
	s := t.Sentence(next)
	for cl := t.clauseOf(next, s); c.endsWith(listDutyConsists, cl.Hi) && cl.Hi+1 < s.Hi; cl = t.clauseOf(next, s) { // 办公室设在甲局,由甲局、乙局派员组成,承担…
		next = cl.Hi + 1
	}
	c.officeDuty(task, Range{next, s.Hi}, Range{from, next})
	return true
}

// officeDuty gives the office what the words behind its seat make its business, if anything:
// 办公室(设在甲局)|承担日常工作, |要按月通报.
func (c *Context) officeDuty(office, behind, seat Range) {
	t := c.Text
	if end, must := c.must(c.skipAdverbs(behind.Lo, behind.Hi)); must && end < behind.Hi {
		duty := c.taskFrom(end, Range{behind.Lo, behind.Lo}, behind)
		c.assign(t.Written(office), "responsible", t.Written(duty), true, Range{seat.Lo, duty.Hi}, nil)
		return
	}
	duty := c.taskFrom(behind.Lo, Range{behind.Lo, behind.Lo}, behind)
	if end, ok := c.hasAt(listDutyHost, behind.Lo); ok {
		if c.attrs(listDutyHost, Range{behind.Lo, end})["drop"] != "" {
			duty.Lo += end - behind.Lo
		}
		c.assign(t.Written(office), "responsible", t.Written(duty), true, Range{seat.Lo, duty.Hi}, nil)
		return
	}
	if c.startsDuty(behind.Lo, duty.Hi) && !c.newSubject(Range{behind.Lo, t.clauseEnd(behind.Lo, behind.Hi)}) {
		c.assign(t.Written(office), "responsible", t.Written(duty), false, Range{seat.Lo, duty.Hi}, nil)
	}
}

// standingDuties charges an item that has no bracket of its own with the bodies
// of a standing rule.
func (w *Worker) standingDuties() {
	d := &w.state.duties
	b := w.t.Block
	if len(d.each) == 0 || d.by == nil || d.block == w.state.block+1 || b.Number == "" || b.Kind == plan.TableRow {
		return
	}
	if b.Kind == plan.Heading && (!countsItems(b.Number) || w.hasText(b.Section)) {
		return
	}
	lo := w.t.head()
	span := Range{lo, w.t.next(lo, int32(len(w.t.R)), EndsSentence)}
	task := w.t.Written(span)
	if task == "" {
		return
	}
	for _, name := range d.each {
		w.charge(name, d.role, task, span, d.by)
	}
}

// charge emits the task of a body whom something above the block charges, by the rule that read
// that.
func (w *Worker) charge(name, role, task string, span Range, by *rule.Rule) {
	w.emit(plan.Fact{Type: plan.TypeAssignment, Assignment: &plan.Assignment{Department: name, Role: role, Task: task, Explicit: true}}, span, by)
}

// withoutCharge leaves out the words at the head of a duty that only say that it is
// one: 负责推进….
func (c *Context) withoutCharge(task Range) Range {
	if end, ok := c.hasAt(listChargeOpening, task.Lo); ok && end+1 < task.Hi {
		task.Lo = end
	}
	return task
}

// namesIn returns the bodies of a list that is made of nothing else.
func (c *Context) namesIn(r Range) []Range {
	var out []Range
	for _, it := range c.items(r) {
		names := c.names(it.at)
		if len(names) == 0 {
			return nil
		}
		out = append(out, names...)
	}
	return out
}
