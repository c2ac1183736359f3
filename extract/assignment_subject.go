package extract

import (
	"slices"
	"strings"

	"plangraph/plan"
)

// Duties of a body that is the subject of its clause: 甲局要修渠, 甲局负责修渠,
// 开展整治,甲局牵头,乙局配合.

// subject is a body that is the subject of its clause, and what is known of the words
// behind it so far.
type subject struct {
	at       Range // the body
	sentence Range
	own      Range    // its clause
	pos      int32    // where the words behind it go on
	verb     int32    // the same, behind adverbs
	must     bool     // 要 or the like stands there
	from     int32    // where the duty begins
	joint    *Mention // bodies that it does it with
	others   []Range  // bodies that help and that no lexicon has
	parted   bool     // its role stands without the task: 甲局牵头,乙局配合,修渠
	mark     int32    // behind a colon or dash that follows it
	listed   bool     // 甲局:修渠
}

// subjectDuty reads the duty of a body that is the subject of its clause.
func (c *Context) subjectDuty(d *duty, s Range) bool {
	b := subject{at: d.who.Range, sentence: s, pos: d.who.Hi}
	if !c.placeSubject(d, &b) {
		return false
	}
	if c.sharedOut(d, &b) {
		return true
	}
	if b.listed {
		if _, builds := c.hasAt(listWorksVerb, b.mark); builds && c.Worker.box(c.Text.Block.Section) >= 0 {
			return c.Refuse("是清单的标签 / the label of a list") // 国家质检中心:新建…
		}
		b.from, d.explicit = b.mark, true
	}
	switch whole, ok := c.findDuty(d, &b); {
	case !ok:
		return false
	case whole:
		return true
	}
	if !c.takeTask(d, &b) {
		return false
	}
	if b.listed || (d.explicit || d.role == "support") && d.who.Lo == c.Text.head() {
		c.state.duties.listed = c.state.block + 1
	}
	if b.listed && d.role == "responsible" && c.helps(d.task) {
		d.role = "support"
	}
	c.emitJoint(b.joint, d.task)
	c.emitOthers(d, b.others)
	c.nextSentences(d, s)
	return true
}

// placeSubject reads what stands right behind the bodies: with whom they do it, what they must,
// a colon; false where they are no subject that acts.
func (c *Context) placeSubject(d *duty, b *subject) bool {
	t, s := c.Text, b.sentence
	c.cutList(d, s)
	c.cutCounterpart(d)
	if b.at, b.pos = d.who.Range, d.who.Hi; !c.behindBody(d, b) {
		return false
	}
	if c.membership(b.pos, s) {
		return c.Refuse("说的是小组由谁组成 / who belongs to a group is told")
	}
	later := c.nextStep(b)
	if joint, behind := c.jointAt(b.pos, s); joint != nil { // 会同乙 behind 甲
		b.joint, b.pos = joint, behind
		d.role, d.explicit = "lead", true
	}
	b.own = t.clauseOf(b.at.Lo, s)
	if later {
		b.own = t.clauseOf(b.pos, s)
	}
	if !c.behindIs(b) || !c.findMust(d, b) {
		return false
	}
	if c.membership(c.sumAt(b.pos), s) { // 甲局、乙公司共9个单位|为成员单位
		return c.Refuse("说的是小组由谁组成 / who belongs to a group is told")
	}
	if why := c.notActing(d, b); why != "" {
		return c.Refuse(why)
	}
	for b.mark = b.pos; b.mark < s.Hi && (t.R[b.mark] == '—' || b.mark == b.pos && t.R[b.mark] == ':'); b.mark++ {
	}
	b.listed = b.mark > b.pos && b.mark < s.Hi && c.startsDuty(b.mark, s.Hi)
	if c.onlyTitle(b) {
		return c.Refuse("是标题 / a title")
	}
	return true
}

// takeTask takes the task that begins at b.from; false where it is none.
func (c *Context) takeTask(d *duty, b *subject) bool {
	t, s := c.Text, b.sentence
	if b.from < s.Hi && t.R[b.from] == '不' || c.startsWith(listDutyForbid, b.from) {
		return c.Refuse("是禁止性规定 / a prohibition")
	}
	d.task = c.taskFrom(b.from, b.at, s)
	if d.task.Len() < 2 {
		return false
	}
	if whole, ok := c.foundedWith(d.task, s); ok {
		if !b.must {
			return c.Refuse("由规则 assignment.found 读取 / rule assignment.found reads it")
		}
		d.task = whole
	}
	if why := c.noTask(d.task, s); why != "" {
		return c.Refuse(why)
	}
	c.roleOf(d, s)
	c.joinedLater(d, b)
	c.taskElsewhere(d, b)
	return true
}

// notActing says why the subject of a clause does nothing in it; "" for one that acts.
func (c *Context) notActing(d *duty, b *subject) string {
	switch {
	case !b.must && (c.skipTime(b.verb, b.own.Hi) == b.verb && c.has(b.verb) || c.placeGets(b)):
		return "只说该机构有什么 / it says what the body has"
	case !b.must && c.rateOf(b):
		return "说的是该机构的指标 / an indicator of the body is told"
	case !c.subjectAt(Range{d.who.Lo, b.at.Hi}, b.sentence, b.must):
		return "该机构不是所在分句的主语 / the body is not the subject of its clause"
	case c.describes(b.pos, b.sentence):
		return "描述的是机制 / a mechanism is described"
	}
	return ""
}

// foundedWith returns the whole of a duty that ends where the members of a group are told
// (要成立以县长为组长|,乙局为成员的领导小组,抓好落实); ok is false for other duties.
func (c *Context) foundedWith(task, s Range) (whole Range, ok bool) {
	t := c.Text
	end, found := c.hasAt(listDutyFound, c.skipAdverbs(task.Lo, task.Hi))
	if !found || end >= task.Hi || t.R[end] != '以' && t.R[end] != '由' || !c.Worker.endsWith(listDutyMemberEnd, task.Hi) {
		return task, false
	}
	named := false
	for _, cl := range t.clauses(Range{min(task.Hi+1, s.Hi), s.Hi}) {
		if named && c.newSubject(cl) {
			break
		}
		task.Hi = cl.Hi
		for p := cl.Lo + 2; p < cl.Hi && !named; p++ {
			named = t.R[p] == '的' && c.Worker.endsWith(listDutyMemberEnd, p)
		}
	}
	return task, true
}

// noTask says why the words behind a subject are no task of the sentence s; "" for a task.
func (c *Context) noTask(task, s Range) string {
	t := c.Text
	if t.R[task.Hi-1] == '的' && task.Hi < s.Hi && t.R[task.Hi] == ',' { // 甲局办案需要鉴定的,乙所应当…
		return "是条件 / a condition"
	}
	if task.Hi < int32(len(t.R)) && t.R[task.Hi] == ':' && c.speaksOf(listDutyAsFollows, task) {
		return "职责列在其后 / its duties are listed behind it"
	}
	if lo, ok := c.endIn(listDutyAnswers, task); ok && c.attrs(listDutyAnswers, Range{lo, task.Hi})["before"] == "" && c.emptyDuty(task) {
		return "没有说出该机构负责什么 / what the body answers for is not said"
	}
	return ""
}

// behindBody moves on behind the words that belong to the body itself: 等部门, brackets,
// 受乙局委托. It refuses a body whose persons, or whose office's seat, are spoken of.
func (c *Context) behindBody(d *duty, b *subject) bool {
	t, s := c.Text, b.sentence
	if end, ok := c.hasAt(listChargeOthers, b.pos); ok {
		b.pos = end
	}
	b.pos = c.sumAt(b.pos)
	if _, person := c.personAt(b.pos); person {
		return c.Refuse("说的是机构的人员 / it is about persons of the bodies")
	}
	k := t.opening(b.pos)
	if k >= 0 && c.startsWith(listDutyHosted, b.pos+1) {
		return c.Refuse("由规则 assignment.hosted 读取 / rule assignment.hosted reads it")
	}
	if end, role, ok := c.groupRole(b.pos); ok && end < s.Hi && !joinsNames(t.R[end]) { // 甲局(牵头单位)负责…
		if b.pos, k = end, -1; role != "" {
			d.role, d.explicit = role, true
		}
	}
	if k >= 0 {
		in, next := Range{b.pos + 1, t.Brackets[k].Close}, t.Brackets[k].Close+1
		if next < s.Hi && c.dutyAt(next, s) && c.namesIn(in) != nil { // 甲局(乙办):负责…
			b.pos = next
			d.who.Hi, b.at.Hi = next, next
			d.who.Parts = slices.Clone(d.who.Parts)
			d.who.Parts[len(d.who.Parts)-1].Hi = next
			k = t.opening(b.pos)
		}
	}
	if k >= 0 && t.Brackets[k].Close+1 < s.Hi && c.onlyAside(Range{b.pos, t.Brackets[k].Close + 1}) { // 甲局(名单见附件)要…
		b.pos = t.Brackets[k].Close + 1
	}
	if b.pos >= s.Hi || t.R[b.pos] != '受' {
		return true
	}
	own := t.clauseOf(b.pos, s)
	if c.endsIn(listDutyEntrusted, own) && own.Hi+1 < s.Hi { // 甲中心受乙局委托,承担…
		b.pos = own.Hi + 1
		return true
	}
	for p := b.pos + 2; p+2 < own.Hi; p++ {
		if end, ok := c.hasAt(listDutyEntrusted, p); ok { // 甲院受乙局委托负责…
			b.pos = end
			break
		}
	}
	return true
}

// nextStep moves on behind what the body has done already, and reports whether it did:
// 甲局已完成4处,下一步将….
func (c *Context) nextStep(b *subject) bool {
	t := c.Text
	if b.pos >= b.sentence.Hi || t.R[b.pos] != '已' {
		return false
	}
	for _, cl := range t.clauses(Range{b.pos, b.sentence.Hi}) {
		if end, ok := c.hasAt(listDutyNextStep, cl.Lo); ok && end < cl.Hi {
			if b.pos = end; t.R[end] == '将' && end+1 < cl.Hi {
				b.pos++
			}
			return true
		}
	}
	return false
}

// behindIs moves on behind a clause that says what the body is: 甲局是责任主体,负责….
// It refuses where nothing else is said, or where its persons are what goes on.
func (c *Context) behindIs(b *subject) bool {
	t, s := c.Text, b.sentence
	if b.pos >= b.own.Hi || t.R[b.pos] != '是' && t.R[b.pos] != '为' {
		return true
	}
	head := c.Worker.endsWith(listListHead, b.own.Hi)
	if head && b.own.Hi >= s.Hi {
		return c.Refuse("只说该机构是什么 / it says what the body is")
	}
	if b.own.Hi >= s.Hi || !head && !c.Worker.endsWith(listChargeMark, b.own.Hi) {
		return true
	}
	b.pos = b.own.Hi + 1
	b.own = t.clauseOf(b.pos, s)
	for b.own.Hi+1 < s.Hi && c.Worker.endsWith(listDutyMemberEnd, b.own.Hi) { // 主要领导为第一责任人,要…
		b.pos = b.own.Hi + 1
		b.own = t.clauseOf(b.pos, s)
	}
	if _, person := c.personAt(b.pos); person { // 甲局是责任主体,主要负责同志要…
		return c.Refuse("说的是机构的人员 / it is about persons of the bodies")
	}
	return true
}

// findMust looks for 要 or the like behind the body, and adds the names beside it that
// no lexicon has. It refuses a body that another match reads with those.
func (c *Context) findMust(d *duty, b *subject) bool {
	t, s := c.Text, b.sentence
	c.joinedBehind(d, b)
	b.verb = c.skipAdverbs(b.pos, s.Hi)
	b.from, b.must = c.must(b.verb)
	if !b.must && d.who.Lo > b.own.Lo && c.startsDuty(b.verb, b.own.Hi) {
		c.takeMembers(d, b.own, b.own.Lo == t.head())
	}
	if !b.must {
		if b.from, b.must = c.laterMust(b.pos, b.own, s); b.must && b.from < b.own.Hi && c.object(Range{b.pos, b.from}) { // 甲局对违规船主要依法处罚
			b.from = b.pos
		}
	}
	if b.must {
		if c.takeUnknown(d, b.own); c.listedBefore(d.who, b.at) {
			return c.Refuse("已与其前的名称一并读取 / it is read with the names before it")
		}
	} else if end, more := c.unknownBehind(d.who.Parts, b.pos, b.own); more != nil {
		d.who.Parts = more
		b.pos = end
		b.verb = c.skipAdverbs(end, s.Hi)
		if b.from, b.must = c.must(b.verb); b.must {
			c.takeUnknown(d, b.own)
		}
	} else if end, names := c.othersBehind(b.pos, b.own, false); end > b.pos {
		d.who.Parts = append(slices.Clone(d.who.Parts), c.onlyBodies(names, b.own)...)
		b.pos, b.verb = end, c.skipAdverbs(end, s.Hi)
	}
	at := b.verb
	if b.must {
		at = b.from
	}
	if c.startsWith(listDutyPlay, at) { // 要发挥牵头作用,会同…
		if head := t.clauseOf(at, s); c.endsIn(listDutyPlayEnd, head) && head.Hi+1 < s.Hi {
			if j, after := c.jointAt(head.Hi+1, s); j != nil { // rule assignment.with reads the others
				if b.from, d.role = after, "lead"; !b.must {
					b.pos, d.explicit = after, true
				}
			}
		}
	}
	return true
}

// joinedBehind takes the names that a word of joining adds to the body and that no lexicon
// has (甲局,以及乙海关负责…), and moves on behind others that end its list and are none.
func (c *Context) joinedBehind(d *duty, b *subject) {
	pos := b.pos
	if lo, other := c.hasEnd(listDutyOther, b.own.Hi); other && lo > pos && b.own.Hi < b.sentence.Hi && b.own.Hi-pos <= 16 && joinsNames(c.Text.R[pos]) {
		b.pos = b.own.Hi // 甲局、重要厂矿企业,要…
		return
	}
	if pos < b.sentence.Hi && c.Text.R[pos] == ',' {
		pos++
	}
	end, ok := c.hasAt(listListJoin, pos)
	if !ok || end >= b.sentence.Hi || end-1 <= b.pos || !joinsNames(c.Text.R[end-1]) {
		return
	}
	own := b.own
	if end > own.Hi {
		own = c.Text.clauseOf(end, b.sentence)
	}
	if to, names := c.unknownBehind(d.who.Parts, end-1, own); names != nil {
		d.who.Parts, b.pos, b.own = names, to, own
	}
}

// rateOf reports whether the words behind bodies say that they are to be everywhere (实现全覆盖), or
// name a rate of a class of institutions and set it: (调解中心)调解成功率达到95%.
func (c *Context) rateOf(b *subject) bool {
	t := c.Text
	p := Range{b.pos, b.own.Hi}
	const longestVerb = 4 // characters: 基本实现|全覆盖
	if word, ok := c.find(listCoverWord, p); ok && word.Hi == p.Hi && word.Lo-p.Lo <= longestVerb {
		return true
	}
	if !slices.ContainsFunc(t.Mentions(kindDepartment), func(m Mention) bool { return m.Range == b.at && m.Value == DepartmentCharged }) || c.isLocality(b.at) {
		return false
	}
	for i := p.Lo + 2; i+1 < p.Hi && i <= p.Lo+10; i++ {
		if t.R[i] == '率' && t.R[i+1] != '先' {
			return c.counted(p)
		}
	}
	return false
}

// onlyTitle reports whether the block is a title: 县教育局2030年为民办实事.
func (c *Context) onlyTitle(b *subject) bool {
	t := c.Text
	if b.must {
		return false
	}
	if c.state.block == 0 && len(t.marks) == 0 && len(t.R) < 40 {
		return true
	}
	short := t.Block.Kind == plan.Heading || c.state.block == 0 && len(c.plan.Blocks) > 1 && len(t.R) <= 60
	end := t.R[len(t.R)-1]
	return short && end != '。' && end != ';' && !b.listed && !c.startsWith(listDutyCharges, b.verb)
}

// sharedOut reads a clause that only says which part a body has in the duty that the
// sentence begins with: 开展整治,甲局牵头,乙局配合.
func (c *Context) sharedOut(d *duty, b *subject) bool {
	if b.own.Lo == b.sentence.Lo || b.at.Lo != b.own.Lo || !c.roleAlone(b.verb, b.own) {
		return false
	}
	lead, ok := c.taskShared(b.own, b.sentence)
	if !ok {
		return false
	}
	part := c.attrs(listDutyPart, Range{b.verb, b.own.Hi})["role"]
	switch part {
	case "lead":
		d.role = "lead"
	case "support", "joint":
		d.role = "support"
	}
	d.task, d.end, d.explicit = lead, b.own.Hi, b.must || d.role == "lead" || part == "responsible"
	return true
}

// findDuty finds where the duty of the body begins, and the role that stands before it.
// It reports whether the whole duty is known then (乙局配合, of a duty named before).
func (c *Context) findDuty(d *duty, b *subject) (whole, ok bool) {
	t, s := c.Text, b.sentence
	part, role, with, others := c.partAt(b.pos, s)
	if (role == "" || role == "support" && c.saysNoDuty(t.clauseOf(part, s))) && c.supported(d, b) {
		return true, true
	}
	b.parted, b.others = role != "", others
	switch {
	case b.listed:
	case role != "":
		for _, m := range t.Mentions(kindDepartments) {
			if m.Lo == part && with == nil { // 甲办牵头抓总,乙局建立…
				return false, c.Refuse("其后的分句属于另一机构 / the clause behind is another body's")
			}
		}
		b.from, d.role, b.joint = part, role, with
		d.explicit = role == "lead" || with != nil
	case b.must:
		d.explicit = true
		if b.joint == nil {
			if j, after := c.jointAt(c.skipAdverbs(b.from, s.Hi), s); j != nil {
				b.joint, b.from, d.role = j, after, "lead"
				if after < s.Hi && t.R[after] == ',' {
					b.from++
				}
			}
		}
	case b.joint != nil:
		b.from = b.pos
		if b.pos < s.Hi && t.R[b.pos] == ',' {
			b.from++
		}
	case c.startsDuty(b.verb, b.own.Hi):
		if c.newspaper() && !t.has(b.pos, "将") && !c.startsWith(listDutyCharges, b.verb) {
			return false, c.Refuse("报道已做之事 / a newspaper tells what was done")
		}
		b.from = b.pos
	case b.verb < s.Hi && t.R[b.verb] == ',' && c.directClause(b.verb+1, s):
		if b.from = b.verb + 1; c.helps(Range{b.from, s.Hi}) { // 甲局,配合乙局…
			d.role = "support"
		}
	case !c.newspaper() && c.afterwards(b.pos, b.own, s) > 0:
		b.from = c.afterwards(b.pos, b.own, s)
	default:
		return false, c.Refuse("机构之后没有职责动词 / no verb of a duty follows the body")
	}
	return false, true
}

// taskElsewhere takes the task from the words before the body where those behind it only
// say that it has one (设立基金,甲局按职责分工负责) or what is to be reached (流通环节。
// 由甲局负责,乙局参加,合格率达到…).
func (c *Context) taskElsewhere(d *duty, b *subject) {
	t, s := c.Text, b.sentence
	if b.own.Lo > s.Lo && b.at.Lo == b.own.Lo && c.endsWith(listDutyAnswers, d.task.Hi) && c.emptyDuty(d.task) {
		lead := Range{s.Lo, b.own.Lo - 1}
		if !slices.ContainsFunc(t.clauses(lead), func(cl Range) bool { return c.newSubject(cl) || t.R[cl.Lo] == '由' }) {
			d.task, d.explicit = lead, true
		}
	}
	if b.parted && c.goalOnly(d.task) {
		if title, ok := c.titleBefore(s); ok {
			d.task = title
		}
	}
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
			if next := t.clauseOf(own.Hi+1, s); !c.newSubject(next) && c.startsDuty(next.Lo, next.Hi) {
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
	return part || c.startsWith(listDutyBears, pos)
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
		if c.newSubject(cl) {
			return Range{}, false
		}
	}
	return Range{s.Lo, hi}, true
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
	if end := pos; isDigit(t.R[pos]) {
		for int(end) < len(t.R) && isDigit(t.R[end]) {
			end++
		}
		return int(end) >= len(t.R) || t.R[end] != '次' // 每周至少2次向乡政府报告
	}
	return (numeral(t.R[pos]) || t.R[pos] == '两') && c.single(listDutyHaveUnit, pos+1)
}

// placeGets reports whether a clause only counts what each of a class of places is to
// have: 每个镇至少建成1处公园.
func (c *Context) placeGets(b *subject) bool {
	t := c.Text
	each, verb := c.speaksOf(listDutyEach, Range{b.pos, b.verb}), b.verb
	for {
		end, ok := c.hasAt(listDutyEach, verb)
		if !ok || end >= b.own.Hi {
			break
		}
		each, verb = true, end
	}
	if !c.startsWith(listDutyHavePlace, verb) && !(each && c.startsWith(listDutyPlaceGets, verb)) {
		return false
	}
	return c.isLocality(b.at) && c.counted(t.clauseOf(verb, b.sentence))
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
	if c.isManner(c.Text.clauseOf(pos, s)) {
		return true
	}
	return c.startsDuty(c.skipAdverbs(pos, s.Hi), c.Text.clauseOf(pos, s).Hi)
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
		n.task = c.taskFrom(from, Range{next.Lo, from}, next)
		if n.task.Len() >= 2 && t.R[n.task.Lo] != '不' {
			c.emitDuty(&n)
		}
		s = next
	}
}
