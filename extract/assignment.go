package extract

import (
	"cmp"
	"slices"
	"strings"

	"plangraph/extract/rule"
	"plangraph/plan"
)

// duties is what the text said about responsibility that holds for what follows.
type duties struct {
	ordered     bool     // the first of a list leads (列首位者牵头,下同)
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
		if b := t.BracketAt(c.Whole.Lo); b < 0 || t.Brackets[b].Open == 0 && !c.namesBody(Range{0, t.Brackets[b].Close}) { // (注:列首位的为牵头单位)
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
		c.assign(t.Written(n), cmp.Or(c.Arg("role"), "responsible"), plainTask(t.Written(task)), c.Arg("explicit") != "false", c.Whole, cs)
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
	if len(cs.list) > 1 && !cs.mixed() && cs.list[0].role == "responsible" {
		if cs.ordered || d.ordered {
			cs.list[0].role = "lead"
		} else {
			d.firsts = append(d.firsts, len(c.facts))
		}
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

// bracketDuty reads a bracket that closes a task.
func (c *Context) bracketDuty() bool {
	t := c.Text
	b := t.BracketAt(c.Whole.Lo)
	if b < 0 {
		b = t.BracketAt(min(c.Whole.Hi, int32(len(t.R))-1))
	}
	if b < 0 {
		b = t.closing(c.Whole.Lo)
	}
	if b < 0 || t.Brackets[b].Parent >= 0 {
		return c.Refuse("括号套在另一括号内 / the bracket stands in another one")
	}
	in := Range{t.Brackets[b].Open + 1, t.Brackets[b].Close}
	d := &c.state.duties
	if d.doneBlock != c.state.block+1 {
		d.doneBlock, d.done = c.state.block+1, d.done[:0]
	}
	if slices.Contains(d.done, in.Lo) {
		return c.Refuse("括号已读取 / the bracket was read")
	}
	cs := c.readCharges(in, "")
	if len(cs.list) == 0 {
		return c.Refuse("没有写出机构 / no body is named")
	}
	if !cs.worded && !c.closesTask(b) && !c.namesOnly(b) {
		return c.Refuse("括号未写角色,也不在句末 / the bracket says no role and closes no sentence")
	}
	if !cs.fields && !c.closesTask(b) && !c.endsText(t.Brackets[b].Close+1) && !c.namesBody(in) {
		return c.Refuse("句中括号内没有已知机构 / no known body stands in a bracket within a sentence")
	}
	task := c.taskBefore(t.Brackets[b].Open)
	if task == "" {
		return c.Refuse("其前没有任务 / there is no task before it")
	}
	d.done = append(d.done, in.Lo)
	c.assignAll(&cs, task, Range{in.Lo - 1, min(in.Hi+1, int32(len(t.R)))})
	return true
}

// namesOnly reports whether a bracket before the full stop holds nothing but bodies,
// which what stands before it does not name: 新建书屋6座(县文旅局、各乡镇)。
func (c *Context) namesOnly(b int) bool {
	t := c.Text
	open, end := t.Brackets[b].Open, t.Brackets[b].Close
	if !c.endsText(end+1) || open < 4 {
		return false
	}
	if _, head := c.hasEnd(listListHead, open); head {
		return false
	}
	for _, m := range t.Mentions(kindDepartment) {
		if m.Hi == open { // 市交通委(市道运局)
			return false
		}
	}
	in := Range{open + 1, end}
	known := false
	for _, it := range c.items(in) {
		if _, due := c.dueIn(it.at); due {
			continue
		}
		if len(c.names(it.at)) == 0 {
			return false
		}
		known = true
	}
	return known && c.namesBody(in)
}

// endsText reports whether a sentence or the text ends at pos.
func (c *Context) endsText(pos int32) bool {
	t := c.Text
	return pos >= int32(len(t.R)) || EndsSentence(t.R[pos]) || t.R[pos] == CellMark
}

// namesBody reports whether a known body is named in r.
func (c *Context) namesBody(r Range) bool {
	for _, m := range c.Text.Mentions(kindDepartment) {
		if r.Contains(m.Range) {
			return true
		}
	}
	return false
}

// closesTask reports whether a bracket stands behind a whole sentence.
func (c *Context) closesTask(b int) bool {
	t := c.Text
	open := t.Brackets[b].Open
	if open == 0 || EndsSentence(t.R[open-1]) {
		return true
	}
	d := &c.state.duties // by a standing rule bare names before the full stop will do
	end := t.Brackets[b].Close + 1
	return (d.ordered || len(d.each) > 0) && end < int32(len(t.R)) && t.R[end] == '。'
}

// taskBefore returns what the charge at pos stands for: the title of the box; else the
// leading short sentence of the text since the charge before it; else, where it
// is the paragraph's only charge, the nearest title; else that text's first sentence.
func (c *Context) taskBefore(pos int32) string {
	t := c.Text
	sec := &c.plan.Sections[t.Block.Section]
	if sec.Kind == plan.KindBox && t.Block.Number == "" {
		return sec.Title
	}
	lo := t.head()
	only := true
	for i := range t.Brackets {
		b := &t.Brackets[i]
		if b.Parent >= 0 || b.Open == pos {
			continue
		}
		if _, ok := c.find(listChargeMark, Range{b.Open, b.Close}); !ok && !c.closesTask(i) && !c.namesOnly(i) {
			continue
		}
		if len(c.readCharges(Range{b.Open + 1, b.Close}, "").list) == 0 {
			continue
		}
		only = false
		if b.Close < pos {
			lo = max(lo, min(b.Close+1, pos))
		}
	}
	for p := lo; p < pos; { // 此项工作由甲局负责。 charges what stands before it, too
		end := t.next(p, pos, EndsSentence)
		if _, above := c.hasAt(listChargeAbove, p); above && end < pos && t.next(p, min(p+8, end), func(r rune) bool { return r == '由' }) < min(p+8, end) {
			lo = end + 1
		}
		p = end + 1
	}
	text := Range{lo, lo}
	for p := lo; p < pos; p++ { // a field that stands before charges what stands before it, too
		if t.R[p] == ':' {
			if f, ok := c.hasEnd(listChargeField, p); ok {
				if said := t.trim(Range{lo, max(lo, f)}); said.Len() > 0 {
					text = said
				}
				lo = min(t.next(p, pos, func(r rune) bool { return r == '。' })+1, pos)
				p = lo
			}
		}
	}
	if said := t.trim(Range{lo, pos}); said.Len() > 0 {
		text = said
	}
	if text.Lo > t.head() {
		text.Lo = t.afterNumber(text)
	}
	if text.Len() == 0 {
		return c.taskAbove()
	}
	if lo == t.head() && t.Block.Number != "" && c.goesOn() {
		return c.taskAbove()
	}
	first := Range{text.Lo, t.next(text.Lo, text.Hi, EndsSentence)}
	if isShort(t.R[first.Lo:first.Hi]) {
		return t.Written(first)
	}
	if only && t.Block.Number == "" && sec.Level > 0 && sec.TitleSpan.Len() > 0 && sec.TitleSpan.Start < t.Span(text).Start {
		return sec.Title
	}
	return t.Written(first)
}

// afterNumber returns where the text of r begins behind a list number that a
// converter left inside of a line.
func (t *Text) afterNumber(r Range) int32 {
	p := r.Lo
	open := p < r.Hi && t.R[p] == '('
	if open {
		p++
	}
	from := p
	for p < r.Hi && strings.ContainsRune("0123456789一二三四五六七八九十", t.R[p]) {
		p++
	}
	if p == from || p >= r.Hi || p-from > 3 {
		return r.Lo
	}
	switch c := t.R[p]; {
	case open && c == ')', !open && (c == '.' || c == '、'):
		for p++; p < r.Hi && (t.R[p] == '.' || t.R[p] == '、'); p++ {
		}
		return p
	}
	return r.Lo
}

// isShort reports whether a sentence can stand as a title: no comma, at most 20 characters.
func isShort(s []rune) bool {
	if len(s) == 0 || len(s) > 20 {
		return false
	}
	for _, r := range s {
		if r == ',' {
			return false
		}
	}
	return true
}

// head returns where a block's text begins behind its list number.
func (t *Text) head() int32 {
	if t.Block.Number == "" || len(t.Block.Pieces) == 0 {
		return 0
	}
	text := t.Doc.Slice(t.Block.Pieces[0])
	i := strings.Index(text, t.Block.Number)
	if i < 0 {
		return 0
	}
	from := int32(t.Block.Pieces[0].Start + i + len(t.Block.Number))
	for p, o := range t.off {
		if o >= from {
			return int32(p)
		}
	}
	return 0
}

// taskAbove returns the task of a charge that has a line of its own: the text of
// the block above it.
func (c *Context) taskAbove() string {
	t := c.Text
	sec := &c.plan.Sections[t.Block.Section]
	if box := c.closesBox(); box > 0 {
		return c.plan.Sections[box].Title
	}
	i := c.state.block - 1
	if i < 0 {
		return sec.Title
	}
	if task := c.labelledTask(i); task != "" {
		return task
	}
	b := &c.plan.Blocks[i]
	if b.Kind == plan.TableRow || b.Kind == plan.Cover || b.Section != t.Block.Section && b.Kind != plan.Paragraph {
		return sec.Title
	}
	if b.Kind == plan.Heading {
		return c.plan.Sections[b.Section].Title
	}
	if tail := c.afterCharge(b); tail != "" {
		return tail
	}
	if b.Lead.Len() > 0 {
		if lead := c.e.normal(c.doc.Slice(b.Lead)); isShort([]rune(lead)) || b.Number != "" {
			return lastTitle(c.doc.Slice(b.Lead))
		}
	}
	if sec.Level > 0 && sec.Title != "" {
		return sec.Title
	}
	var text strings.Builder
	for _, s := range b.Pieces {
		text.WriteString(c.doc.Slice(s))
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(text.String()), b.Number), "。")
	return strings.TrimSpace(first)
}

// closesBox returns the box of several items that the block, a charge by itself, ends,
// where it is the only charge in there: it is for all of them. 0 for none.
func (c *Context) closesBox() int {
	box := c.box(c.Text.Block.Section)
	if box <= 0 || c.state.duties.boxed == box {
		return 0
	}
	if next := c.state.block + 1; next < len(c.plan.Blocks) && c.box(c.plan.Blocks[next].Section) == box {
		return 0
	}
	items := 0
	for i := c.state.block - 1; i >= 0 && c.box(c.plan.Blocks[i].Section) == box; i-- {
		if b := &c.plan.Blocks[i]; b.Number != "" && (b.Kind != plan.Heading || b.Section != box) {
			items++
		}
	}
	if items < 2 {
		return 0
	}
	return box
}

// afterCharge returns the first sentence behind the last charge of a block that goes
// on after it: …。(县水利局负责)新修渠道20公里。 with the next charge on the next line.
func (c *Context) afterCharge(b *plan.Block) string {
	if len(b.Pieces) == 0 {
		return ""
	}
	text := c.e.normal(c.doc.Slice(b.Pieces[len(b.Pieces)-1]))
	end := strings.LastIndexByte(text, ')')
	if end < 0 || end+1 == len(text) || !strings.HasPrefix(text[end+1:], "。") && !strings.HasSuffix(text, "。") {
		return ""
	}
	open := strings.LastIndexByte(text[:end], '(')
	if open < 3 || !strings.HasSuffix(text[:open], "。") || !strings.Contains(text[open:end], "牵头") && !strings.Contains(text[open:end], "负责") && !strings.Contains(text[open:end], "责任") {
		return ""
	}
	first, _, _ := strings.Cut(strings.TrimLeft(text[end+1:], "。 "), "。")
	return strings.TrimSpace(first)
}

// goesOn reports whether the block above breaks off in mid-sentence, as where a
// converter numbered the lines of the page.
func (c *Context) goesOn() bool {
	if c.state.block == 0 || c.state.duties.block == c.state.block {
		return false
	}
	b := &c.plan.Blocks[c.state.block-1]
	if b.Kind != plan.Paragraph || b.Number == "" || b.Span().Len() < 90 {
		return false
	}
	text := c.e.normal(c.doc.Slice(b.Pieces[len(b.Pieces)-1]))
	return !strings.ContainsAny(text[len(text)-1:], ".;:!?)") && !strings.HasSuffix(text, "。") && !strings.HasSuffix(text, "”")
}

// lastTitle leaves out a title before a list number inside of it (一、总则(一)目的).
func lastTitle(s string) string {
	for i := strings.LastIndexAny(s, "(（"); i > 0; i = strings.LastIndexAny(s[:i], "(（") {
		if j := strings.IndexAny(s[i:], ")）"); j > 0 && strings.Trim(s[i:i+j], "(（一二三四五六七八九十0123456789") == "" {
			return strings.TrimLeft(s[i+j:], ")）")
		}
	}
	return s
}

// fieldDuty reads fields that stand in the running text or on a line of their own.
func (c *Context) fieldDuty() bool {
	t := c.Text
	lo, hi := c.Whole.Lo, int32(len(t.R))
	if t.BracketAt(lo) >= 0 {
		return c.Refuse("在括号内 / it stands in a bracket")
	}
	from := lo
	for from > 0 && t.R[from-1] != '。' && t.R[from-1] != CellMark {
		from--
	}
	if c.hasField(Range{from, lo}) {
		return c.Refuse("已由其前的栏目读取 / the field before it reads it, too")
	}
	cs := c.readCharges(Range{lo, t.next(lo, hi, func(r rune) bool { return r == '。' || r == CellMark })}, "")
	if len(cs.list) == 0 {
		return c.Refuse("没有写出机构 / no body is named")
	}
	task := ""
	if lo <= t.head() {
		if c.fieldsFirst() {
			c.hold(&cs)
			return true
		}
		task = c.taskAbove()
	} else {
		task = c.taskBefore(lo)
	}
	if task == "" {
		return c.Refuse("其前没有任务 / there is no task before it")
	}
	c.assignAll(&cs, task, Range{lo, t.next(lo, hi, func(r rune) bool { return r == '。' })})
	return true
}

// sentenceDuty reads a sentence that only names who does what the text before it says.
func (c *Context) sentenceDuty() bool {
	t := c.Text
	s := t.Sentence(c.Whole.Lo)
	if t.BracketAt(s.Lo) >= 0 {
		return c.Refuse("在括号内 / it stands in a bracket")
	}
	at := int32(len(t.R))
	before := Range{} // the task, where it stands in the same sentence: 推广节水器具,由甲局牵头
	if t.R[c.Whole.Lo] == '由' && c.Whole.Lo > s.Lo {
		lo := max(s.Lo, min(t.head(), c.Whole.Lo))
		if b := t.opening(lo); b >= 0 && t.Brackets[b].Close < c.Whole.Lo { // (甲局)以上任务均由乙局落实
			lo = t.Brackets[b].Close + 1
		}
		if before = t.trim(Range{lo, c.Whole.Lo}); before.Len() > 0 {
			s.Lo = c.Whole.Lo
		}
		if _, above := c.hasAt(listChargeAbove, before.Lo); above && before.Len() <= 10 {
			at, before = before.Lo, Range{}
		}
	}
	cs := c.readCharges(s, "")
	named := 0
	for _, x := range cs.list {
		named += x.at.Len()
	}
	const frame = 5 // 由…负责落实 around the names
	if !cs.worded || 2*named < s.Len()-frame || c.saysMore(s, cs.list) {
		return c.Refuse("该句不只说明由谁负责 / the sentence says more than who is responsible")
	}
	task := ""
	if before.Len() > 0 {
		task = t.Written(Range{before.Lo, t.next(before.Lo, before.Hi, EndsSentence)})
	} else if s.Lo <= t.head() {
		task = c.taskAbove()
	} else if prev := t.Sentence(s.Lo - 1); at > s.Lo && t.R[s.Lo-1] == ';' && c.newSubject(t.clauseOf(prev.Lo, prev), prev) {
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
		for _, l := range [...]wordList{listChargeWord, listChargeOthers, listChargeNoise, listChargeLeadIn} {
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

// cellDuty reads a cell of a table of duties.
func (c *Context) cellDuty() bool {
	who, ok := c.Range("who")
	if !ok {
		return c.Refuse("机构一栏为空 / the cell of bodies is empty")
	}
	cs := c.readCharges(who, c.Arg("role"))
	if len(cs.list) == 0 {
		return c.Refuse("没有写出机构 / no body is named")
	}
	task := c.cellTask()
	if task == "" {
		return c.Refuse("该行没有任务 / the row names no task")
	}
	if due, ok := c.Range("due"); ok {
		cs.due = due
	}
	c.orderCell(&cs)
	cells := c.Text.Block.Table.Rows[c.Text.Block.Row].Cells
	for i, x := range cs.list {
		span := who
		if col := c.Column("who"); col >= 0 && len(cells[col].Pieces) > 1 {
			span = x.at
		} else if cells[col].Filled {
			if r, ok := c.Range("task"); ok {
				span = r
			}
		}
		one := cs
		one.list, one.each = cs.list[i:i+1], nil
		c.assign(c.Text.Written(x.at), x.role, task, true, span, &one)
	}
	return true
}

// orderCell applies what the text or the head of the column says about the first of
// a list: 责任单位(列首位的为牵头单位). A table that names who leads in a column of its
// own has no need of it.
func (c *Context) orderCell(cs *charges) {
	if len(cs.list) < 2 || cs.mixed() || cs.list[0].role != "responsible" {
		return
	}
	table := c.Text.Block.Table
	for _, m := range c.tableMatches(table) {
		for i := range m.rule.Emit {
			for _, v := range m.rule.Emit[i].Args {
				if v.Param == "role" && v.Text == "lead" {
					return
				}
			}
		}
	}
	d := &c.state.duties
	said := cs.ordered || d.ordered
	if col := c.Column("who"); !said && col >= 0 && col < len(table.Header) {
		_, said = c.headText(table.Header[col])
	}
	if said {
		cs.list[0].role = "lead"
	} else {
		d.firsts = append(d.firsts, len(c.facts))
	}
}

// cellTask returns a row's task: the item, or where that is taken over from the
// row above the leading sentence of its details.
func (c *Context) cellTask() string {
	t := c.Text
	r, ok := c.Range("task")
	detail, more := c.Range("detail")
	if col := c.Column("task"); more && (!ok || col >= 0 && t.Block.Table.Rows[t.Block.Row].Cells[col].Filled) {
		r = detail
		r.Hi = t.next(r.Lo, r.Hi, EndsSentence)
	} else if !ok {
		return ""
	}
	mark := func(c rune) bool { return strings.ContainsRune("△▲●○◆◇■□★☆", c) }
	for r.Lo < r.Hi && mark(t.R[r.Lo]) {
		r.Lo++
	}
	r.Lo = t.afterNumber(r)
	r.Hi = t.next(r.Lo, r.Hi, func(c rune) bool { return mark(c) || c == '。' })
	return t.Written(r)
}

// hostDuty notes which body an office stands in.
func (c *Context) hostDuty() bool {
	t := c.Text
	task, ok := c.Range("task")
	who, okWho := c.Range("who")
	if !ok || !okWho {
		return c.Refuse("没有写出办公室或其所在单位 / office or host is not named")
	}
	names := c.names(Range{who.Lo, t.next(who.Lo, who.Hi, func(r rune) bool { return r == '、' || r == ',' })})
	if len(names) == 0 {
		return c.Refuse("没有写出机构 / no body is named")
	}
	clause := t.Clause(who.Lo)
	c.assign(t.Written(names[0]), "host", t.Written(task), true, clause, nil)
	named := task.Lo == clause.Lo || task.Len() > 3 // 下设办公室于…: the office has no name of its own
	next := clause.Hi + 1
	if b := t.BracketAt(who.Lo); b >= 0 && t.Brackets[b].Open == task.Hi { // 办公室(设在甲局)承担…
		next = t.Brackets[b].Close + 1
	} else if clause.Hi >= int32(len(t.R)) || t.R[clause.Hi] != ',' {
		return true
	}
	if !named || next >= int32(len(t.R)) {
		return true
	}
	duty := t.Clause(next)
	duty.Lo = max(duty.Lo, next)
	if end, ok := c.hasAt(listDutyHost, next); ok {
		if t.ends(Range{next, end}, 2, "负责") {
			duty.Lo += end - next
		}
		c.assign(t.Written(task), "responsible", t.Written(duty), true, Range{clause.Lo, duty.Hi}, nil)
		return true
	}
	if c.startsDuty(next, duty.Hi) && !c.newSubject(duty, t.Sentence(next)) {
		c.assign(t.Written(task), "responsible", t.Written(duty), false, Range{clause.Lo, duty.Hi}, nil)
	}
	return true
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
		w.emit(plan.Fact{Type: plan.TypeAssignment, Assignment: &plan.Assignment{Department: name, Role: d.role, Task: task, Explicit: true}}, span, d.by)
	}
}

// memberDuty reads what a list of members says about one of them.
func (c *Context) memberDuty() bool {
	t := c.Text
	who, ok := c.Range("who")
	task, okTask := c.Range("task")
	title := c.Arg("after") == "title" // (二)县公安局: what stands under it is its duty
	if !ok || !title && (!okTask || task.Len() < 3) {
		return c.Refuse("没有写出机构或职责 / body or duty is not named")
	}
	if t.BracketAt(task.Lo) >= 0 || c.endsWith(listChargeField, who.Hi) {
		return c.Refuse("是责任分工的栏目 / a field of a charge")
	}
	if head := t.head(); who.Lo < head && head < who.Hi {
		who.Lo = head
	}
	if b := t.opening(who.Lo); b >= 0 && t.Brackets[b].Close < who.Hi-1 { // (2)甲局负责…
		if inner := (Range{who.Lo + 1, t.Brackets[b].Close}); t.isNumber(inner) {
			who.Lo = t.Brackets[b].Close + 1
		}
	}
	names := c.namesIn(who)
	var joint []Range // 甲局会同乙局:…
	for p := who.Lo + 3; p+2 < who.Hi && !title; p++ {
		if t.has(p, "会同") {
			if lead, with := c.namesIn(Range{who.Lo, p}), c.namesIn(Range{p + 2, who.Hi}); len(lead) > 0 && len(with) > 0 {
				names, joint = lead, with
			}
			break
		}
	}
	if len(names) == 0 {
		return c.Refuse("其前的词语不是机构 / the words before it are no body")
	}
	if after := c.Arg("after"); (title || after == "lead") && who.Lo > t.head() && who.Lo != t.afterNumber(Range{t.head(), who.Hi}) {
		return c.Refuse("其前还有别的词语 / other words stand before it")
	}
	if title {
		return c.titleDuty(names)
	}
	if c.Arg("after") == "lead" && !c.startsDuty(task.Lo, task.Hi) { // 县公安局。负责…
		return c.Refuse("机构之后没有职责动词 / no verb of a duty follows the body")
	}
	if c.Arg("after") == "member" { // a company in a list of members that no title announces
		if d := &c.state.duties; d.listed == 0 || d.listed != c.state.block || !c.startsDuty(task.Lo, task.Hi) {
			return c.Refuse("其前没有同类的行 / no line of the kind stands before it")
		}
		c.state.duties.listed = c.state.block + 1
	}
	for i, cl := range t.clauses(task) { // 甲局负责核实,乙局要拨付: another subject has its own
		if i > 0 && c.newSubject(cl, task) {
			task.Hi = cl.Lo - 1
			break
		}
	}
	role := c.memberRole(task)
	span := Range{who.Lo, task.Hi}
	task = c.withoutCharge(task)
	if len(joint) > 0 {
		role = "lead"
	}
	for _, n := range names {
		c.assign(t.Written(n), role, t.Written(task), true, span, nil)
	}
	for _, n := range joint {
		c.assign(t.Written(n), "joint", t.Written(task), true, span, nil)
	}
	return true
}

// withoutCharge leaves out the words at the head of a duty that only say that it is
// one: 负责推进….
func (c *Context) withoutCharge(task Range) Range {
	if end, ok := c.hasAt(listChargeOpening, task.Lo); ok && end+1 < task.Hi {
		task.Lo = end
	}
	return task
}

// isNumber reports whether r is the number of an item: 2, 十二.
func (t *Text) isNumber(r Range) bool {
	for _, c := range t.R[r.Lo:r.Hi] {
		if (c < '0' || c > '9') && !strings.ContainsRune("一二三四五六七八九十", c) {
			return false
		}
	}
	return r.Len() > 0
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
