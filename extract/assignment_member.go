package extract

import (
	"slices"

	"plangraph/extract/rule"
	"plangraph/plan"
)

// Lists of members and their duties (甲局:做好保供。), and headings that name the body
// that the lines below charge.

// titled is the body that a heading names, which what stands under it is for:
// (二)县公安局, then 1.…, 2.….; or that a line announces the duties of: 县公安局应当履行下列
// 职责:, then (一)…, (二)….
type titled struct {
	section int    // of the heading
	block   int    // index of the heading's block, +1
	listed  bool   // a line announces a list
	items   string // the class of number of the list's items, once one was read
	names   []string
	by      *rule.Rule
}

// titleDuty keeps the bodies that a heading names.
func (c *Context) titleDuty(names []Range) bool {
	t := c.Text
	h := &c.state.duties.titled
	h.names = h.names[:0]
	for _, n := range names {
		h.names = append(h.names, t.Written(n))
	}
	h.section, h.block, h.by = t.Block.Section, c.state.block+1, c.Rule
	h.listed, h.items = false, ""
	return true
}

// listDuty reads a line that announces the duties of bodies: those that stand behind it in the
// same line, or the numbered lines below it.
func (c *Context) listDuty(names []Range) bool {
	t := c.Text
	rest := Range{c.Whole.Hi, int32(len(t.R))}
	if rest.Len() == 0 {
		c.titleDuty(names)
		c.state.duties.titled.listed = true
		return true
	}
	found := false
	for lo := rest.Lo; lo < rest.Hi; {
		item := Range{lo, t.next(lo, rest.Hi, EndsSentence)}
		lo = item.Hi + 1
		if item.Lo = t.afterNumber(item); item.Len() < 4 || c.newSubject(item) || !c.startsDuty(item.Lo, item.Hi) {
			continue
		}
		role, task := c.memberRole(item), c.withoutCharge(item)
		for _, n := range names {
			c.assign(t.Written(n), role, t.Written(task), true, item, nil)
		}
		found = true
	}
	return found || c.Refuse("没有列出职责 / no duties are listed")
}

// ended reports whether the current block ends what is for the bodies of a heading or line.
func (w *Worker) ended(h *titled) bool {
	b := w.t.Block
	if h.listed {
		class := numberClass(b.Number)
		if h.items == "" {
			h.items = class
		}
		return class == "" || class != h.items
	}
	in := b.Section
	for in > 0 && in != h.section {
		in = w.plan.Sections[in].Parent
	}
	return in <= 0
}

// titledDuties charges the bodies of the heading above with what stands under it.
func (w *Worker) titledDuties() {
	h, b := &w.state.duties.titled, w.t.Block
	if len(h.names) == 0 || h.block == w.state.block+1 || b.Kind == plan.TableRow {
		return
	}
	if w.ended(h) {
		h.names = h.names[:0]
		return
	}
	for i := len(w.facts) - 1; i >= 0 && w.facts[i].Span.Start >= b.Span().Start; i-- {
		if w.facts[i].Type == plan.TypeAssignment { // it names its own
			return
		}
	}
	t := &w.t
	lo := t.head()
	task := t.trim(Range{lo, t.next(lo, int32(len(t.R)), EndsSentence)})
	c := &Context{Worker: w, Text: t}
	if task.Len() < 4 || !c.startsDuty(task.Lo, task.Hi) {
		return
	}
	role := c.memberRole(task)
	span := task
	task = c.withoutCharge(task)
	for _, name := range h.names {
		w.charge(name, role, t.Written(task), span, h.by)
	}
}

// memberRole returns the role that the first words of a member's duty tell.
func (c *Context) memberRole(task Range) string {
	switch {
	case c.helps(task):
		return "support"
	case c.startsWith(listDutyLead, task.Lo):
		return "lead"
	}
	return "responsible"
}

// groupRole reads the bracket at pos that tells what the body before it is in its group: where
// it ends, and the role in its duties, "" for none. 甲局|(副指挥长单位), 甲局|(牵头单位).
func (c *Context) groupRole(pos int32) (end int32, role string, ok bool) {
	t := c.Text
	k := t.opening(pos)
	if k < 0 || t.Brackets[k].Close >= int32(len(t.R)) {
		return pos, "", false
	}
	in := Range{pos + 1, t.Brackets[k].Close}
	lo, ok := c.endIn(listDutyGroupRole, in)
	if !ok || lo-in.Lo > 3 || !t.isHan(in) { // (常务副|召集人单位)
		return pos, "", false
	}
	return in.Hi + 1, c.attrs(listDutyGroupRole, Range{lo, in.Hi})["role"], true
}

// opensSentence reports whether a sentence, or what a colon announces, begins at pos.
func (c *Context) opensSentence(pos int32) bool {
	t := c.Text
	return pos > 0 && (EndsSentence(t.R[pos-1]) || t.R[pos-1] == ':')
}

// memberDuty reads what a list of members says about one of them.
func (c *Context) memberDuty() bool {
	t := c.Text
	who, ok := c.Range("who")
	task, okTask := c.Range("task")
	after := c.Arg("after")
	title := after == "title" || after == "list" // (二)县公安局: what stands under it is its duty
	if !ok || !title && (!okTask || task.Len() < 3) {
		return c.Refuse("没有写出机构或职责 / body or duty is not named")
	}
	if okTask && t.R[task.Lo] == '由' { // 宣传组:由甲局负责
		return c.Refuse("职责另有机构承担 / others have the duty")
	}
	if c.amongFields(who, task) || t.BracketAt(task.Lo) >= 0 {
		return c.Refuse("是责任分工的栏目 / a field of a charge")
	}
	who.Lo = c.behindHead(who)
	if in, before, ok := t.lastBracket(who); ok {
		if _, _, ok := c.groupRole(in.Lo - 1); ok {
			who = before
		}
	}
	names, joint := c.namesIn(who), []Range(nil)
	if lead, with := c.leadWith(who); !title && len(with) > 0 {
		names, joint = lead, with
	}
	if len(names) == 0 {
		return c.Refuse("其前的词语不是机构 / the words before it are no body")
	}
	if (after == "title" || after == "lead" && !c.opensSentence(who.Lo)) && who.Lo > t.head() && who.Lo != t.afterNumber(Range{t.head(), who.Hi}) {
		return c.Refuse("其前还有别的词语 / other words stand before it")
	}
	switch {
	case after == "title":
		return c.titleDuty(names)
	case after == "list" && t.lineWithin(Range{who.Lo, c.Whole.Hi}): // 成员单位:甲局 / 主要职责:
		return c.Refuse("是责任分工的栏目 / a field of a charge")
	case after == "list":
		return c.listDuty(names)
	}
	return c.itemDuty(who, names, joint, task)
}

// amongFields reports whether the names are those of a field (责任单位:甲局), or a field and no
// duty stands behind them (甲局。完成时限:年底).
func (c *Context) amongFields(who, task Range) bool {
	if _, field := c.fieldBefore(who.Hi); field {
		return true
	}
	if who.Lo > 0 && c.Text.R[who.Lo-1] == ':' {
		if _, field := c.fieldBefore(who.Lo - 1); field {
			return true
		}
	}
	_, field := c.labelAt(task, task.Lo)
	return field && task.Len() > 0
}

// behindHead is where the names of an item begin behind its number and a title on the same
// line: 三、成员单位职责 |甲局:负责….
func (c *Context) behindHead(who Range) int32 {
	t := c.Text
	if head := t.head(); who.Lo < head && head < who.Hi {
		who.Lo = head
	}
	for p := who.Lo + 2; p+2 < who.Hi; p++ {
		if t.blankBefore(p) && c.endsWith(listDutyTitleTail, p) {
			who.Lo = p
		}
	}
	return who.Lo
}

// leadWith parts the bodies of a label at 会同 (甲局会同乙局:…): who leads, and with whom.
func (c *Context) leadWith(who Range) (lead, with []Range) {
	for p := who.Lo + 3; p+2 < who.Hi; p++ {
		if end, ok := c.hasAt(listDutyWith, p); ok {
			if lead, with = c.namesIn(Range{who.Lo, p}), c.namesIn(Range{end, who.Hi}); len(lead) == 0 {
				return nil, nil
			}
			return lead, with
		}
	}
	return nil, nil
}

// opensMember reports whether a line that begins with names says what a member of a list has to
// do: 甲公司:做好…, 甲公司负责…. Where no colon stands, only names that no other rule reads count.
func (c *Context) opensMember(names []Range, task Range) bool {
	if c.Text.R[task.Lo-1] == ':' {
		return c.startsDuty(task.Lo, task.Hi)
	}
	if c.Text.R[task.Lo-1] == '。' && !c.startsDuty(task.Lo, task.Hi) { // 甲公司。2031年
		return false
	}
	if lo := names[0].Lo; lo != c.Text.head() || !slices.ContainsFunc(names, func(n Range) bool { return !c.isMention(n) }) {
		return false
	}
	if _, person := c.personAt(task.Lo - 2); person { // 甲局等单位主要负责|人
		return false
	}
	return !slices.ContainsFunc(names, func(n Range) bool { return !c.isMention(n) && !c.memberName(n) })
}

// clearMember reports whether a line says by itself that it is one of a list of members, whose
// title and other lines stand elsewhere: names alone before the colon, and behind it what only one
// who is charged does. 甲公司:负责…, 甲局、乙火车站负责….
func (c *Context) clearMember(names []Range, task Range) bool {
	t := c.Text
	if names[0].Lo != t.head() || t.R[task.Lo-1] == '。' {
		return false
	}
	if !slices.ContainsFunc(names, func(n Range) bool { return !c.isMention(n) }) { // other rules read them
		return false
	}
	charged := t.R[task.Lo-1] != ':' // the verb before the task
	if charged {
		if _, person := c.personAt(task.Lo - 2); person || task.Hi+1 < int32(len(t.R)) { // 甲公司负责人, running text
			return false
		}
	} else if _, charged = c.hasAt(listDutyMemberOpen, task.Lo); !charged { // 及时组织…
		_, charged = c.hasAt(listDutyMemberOpen, c.skipAdverbs(task.Lo, task.Hi))
	}
	return charged && !slices.ContainsFunc(names, func(n Range) bool {
		_, place := c.Worker.hasEnd(listDutyMemberPlace, n.Hi)
		return !c.isMention(n) && !c.memberName(n) && !(place && len(names) > 1)
	})
}

// inMemberList reports whether the clause at lo begins a line of a list of members and their
// duties, which charges companies, too.
func (c *Context) inMemberList(lo int32) bool {
	l := c.state.duties.listed
	return lo == c.Text.head() && l > 0 && (l == c.state.block || l == c.state.block+1)
}

// memberName reports whether a name that no lexicon has is one of those that lists of members
// name beside bodies, a company or a station.
func (c *Context) memberName(n Range) bool {
	return c.properName(n) && (c.Worker.endsWith(listDutyNoBody, n.Hi) || c.Worker.endsWith(listDutyMemberTail, n.Hi))
}

// properName reports whether the name of a company or school says which: not 用人单位, 各企业.
func (c *Context) properName(n Range) bool {
	lo, ok := c.hasEnd(listDutyNoBody, n.Hi)
	return n.Len() >= 4 && c.Text.R[n.Lo] != '各' && !(ok && c.attrs(listDutyNoBody, Range{lo, n.Hi})["class"] == "yes")
}

// itemDuty gives the task of an item to the bodies that it names: 甲局:负责….
func (c *Context) itemDuty(who Range, names, joint []Range, task Range) bool {
	t := c.Text
	if c.Arg("after") == "lead" && !c.startsDuty(task.Lo, task.Hi) { // 县公安局。负责…
		return c.Refuse("机构之后没有职责动词 / no verb of a duty follows the body")
	}
	if c.Arg("after") == "lead" && who.Lo == t.head() {
		c.state.duties.listed = c.state.block + 1
	}
	if c.Arg("after") == "member" { // a company in a list of members that no title announces
		if d := &c.state.duties; (d.listed == 0 || d.listed != c.state.block || !c.opensMember(names, task)) && !c.clearMember(names, task) {
			return c.Refuse("其前没有同类的行 / no line of the kind stands before it")
		}
		c.state.duties.listed = c.state.block + 1
	}
	for i, cl := range t.clauses(task) { // 甲局负责核实,乙局要拨付: another subject has its own
		if i > 0 && c.newSubject(cl) {
			task.Hi = cl.Lo - 1
			break
		}
	}
	role := c.memberRole(task)
	if _, told, ok := c.groupRole(who.Hi); ok && told != "" {
		role = told
	}
	span := Range{who.Lo, task.Hi}
	task = c.withoutCharge(task)
	if m, after := c.jointAt(task.Lo, task); m != nil && len(joint) == 0 && after+2 < task.Hi { // 甲局:会同乙局查处…
		if joint, task.Lo = m.Parts, after; t.R[after] == ',' {
			task.Lo++
		}
		role = "lead"
	}
	if len(joint) > 0 {
		role = "lead"
	}
	for _, n := range names {
		c.assign(t.Written(n), role, t.Written(task), true, span, nil)
	}
	for _, n := range joint {
		c.assign(t.Written(n), "joint", t.Written(task), true, span, nil)
	}
	c.nextSentences(&duty{who: Mention{Range: who, Parts: names}}, t.Sentence(who.Lo))
	return true
}

// membership reports whether the clause at pos says what the bodies are in a
// group: 甲局、乙局为成员单位.
func (c *Context) membership(pos int32, s Range) bool {
	t := c.Text
	if pos >= s.Hi || !c.single(listDutyMemberVerb, pos) {
		return false
	}
	if _, ok := c.hasAt(listDutyMemberEnd, pos+1); ok { // 甲局为成员的领导小组
		return true
	}
	cl := t.clauseOf(pos, s)
	_, ok := c.hasEnd(listDutyMemberEnd, cl.Hi)
	return ok
}
