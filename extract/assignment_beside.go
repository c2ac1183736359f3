package extract

import "slices"

// The bodies beside the one that a rule found, many of which no lexicon has, and the
// parts that they have: 甲局、乙农办要…, 会同丙局…, 丁局配合,….

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

// cutCounterpart leaves out the body with whom the one before it settles something: of
// 甲局与各镇签订责任书 the subject is 甲局.
func (c *Context) cutCounterpart(d *duty) {
	n := len(d.who.Parts)
	if n < 2 || !c.startsWith(listDutySettle, d.who.Hi) {
		return
	}
	if last := d.who.Parts[n-1]; c.Text.R[last.Lo-1] == '与' || c.Text.R[last.Lo-1] == '同' {
		d.who.Parts = d.who.Parts[:n-1]
		d.who.Hi = d.who.Parts[n-2].Hi
	}
}

// listedBefore reports whether a list that grew to the left has taken in another
// mention, which takes in this one itself.
func (c *Context) listedBefore(who Mention, at Range) bool {
	for _, m := range c.Text.Mentions(kindDepartments) {
		if m.Lo >= who.Lo && m.Hi < at.Lo && joinsNames(c.Text.R[m.Hi]) {
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
	if d.who.Lo-lo < 3 || !joinsNames(t.R[d.who.Lo-1]) {
		return
	}
	if names := c.namesIn(Range{lo, d.who.Lo - 1}); names != nil && names[0].Lo == lo {
		d.who.Parts = append(c.onlyBodies(names, own), d.who.Parts...)
		d.who.Lo = lo
	}
}

// takeMembers is takeUnknown for names that say whose they are (市艺术馆、乙局承担…) and, where
// members are listed, as such lists have them: 甲电厂、乙局负责….
func (c *Context) takeMembers(d *duty, own Range, listed bool) {
	was := d.who
	c.takeUnknown(d, own)
	taken := d.who.Parts[:len(d.who.Parts)-len(was.Parts)]
	if len(taken) == 0 { // 推动甲银行与|各地|建立机制: what stands before names nobody
		d.who = was
	}
	for _, n := range taken {
		if !c.isMention(n) && !c.ofLevel(n) && !(listed && c.memberName(n)) {
			d.who = was
			return
		}
	}
}

// ofLevel reports whether a name that no lexicon has begins with a level and ends like a body's.
func (c *Context) ofLevel(n Range) bool {
	return n.Len() >= 4 && c.single(listAreaLetter, n.Lo) && c.single(listBodyLetter, n.Hi-1)
}

// unknownBehind returns the list with the names behind it that no lexicon has,
// and where they end.
func (c *Context) unknownBehind(parts []Range, pos int32, own Range) (int32, []Range) {
	t := c.Text
	if pos >= own.Hi {
		return 0, nil
	}
	if !joinsNames(t.R[pos]) { // 国家统计局 goes on: 国家统计局青川调查队
		last := parts[len(parts)-1]
		for p := pos + 2; p < own.Hi && p < pos+14; p++ {
			if _, ok := c.must(p); ok {
				names := c.onlyBodies(c.namesIn(Range{last.Lo, p}), own)
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
		if !ok && !part && !c.startsWith(listDutyBears, p) {
			continue
		}
		list := c.withoutSum(Range{pos + 1, c.beforeAdverbs(pos+1, p)}) // 乙局等也要…
		names := c.namesIn(list)
		if names == nil || names[len(names)-1].Hi != list.Hi {
			if lo, other := c.hasEnd(listDutyOther, p); other && ok && p-pos < 16 && lo > pos { // 宣传部门和新闻媒体要…
				return p, parts
			}
			if ok && t.R[pos] == '、' && p-pos < 16 && t.isHan(Range{pos + 1, p}) { // 甲所、乙大学丙系要…
				return p, parts
			}
			return 0, nil
		}
		return p, append(slices.Clone(parts), c.onlyBodies(names, own)...)
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

// onlyBodies leaves out companies, universities, associations and named places, which
// running text does not charge; own is their clause, which in a list of members charges them.
func (c *Context) onlyBodies(names []Range, own Range) []Range {
	members := c.inMemberList(own.Lo)
	return slices.DeleteFunc(names, func(n Range) bool {
		return c.Worker.endsWith(listDutyNoBody, n.Hi) && !(members && c.properName(n)) || c.ofArea(n.Hi-1) && !c.single(listAnyPlace, n.Lo) || c.Text.R[n.Lo] == '其' && !c.Text.has(n.Lo, "其他")
	})
}

// longestOther bounds how far names reach that follow a body and that no lexicon has.
const longestOther = 24

// othersBehind returns where names end that follow the body in its list, that no
// lexicon has, and that the verb of a duty follows (县残联和助残协会走访…), and the
// names; pos for none. A list behind 由 may hold several of them (by).
func (c *Context) othersBehind(pos int32, own Range, by bool) (int32, []Range) {
	if pos >= own.Hi || !joinsNames(c.Text.R[pos]) {
		return pos, nil
	}
	from, until := pos+1, pos+longestOther
	for p := pos + 3; p < own.Hi && p < until; p++ {
		if t := c.Text; by && t.R[p] == '、' && p > from && c.namesIn(Range{from, p}) != nil { // 、乙专班|、丙局
			from, until = p+1, p+longestOther
			continue
		}
		if _, person := c.personAt(p); person { // 甲局、乙大学有关负责人
			break
		}
		if behind := c.skipAdverbs(p, own.Hi); !c.startsDuty(p, own.Hi) && (behind == p || behind < own.Hi) { // 、丙局按职责分工,…
			continue
		}
		if c.Text.R[pos] == '与' && c.startsWith(listDutySettle, p) { // 甲局与各镇签订…
			break
		}
		list := c.withoutSum(Range{pos + 1, c.beforeAdverbs(pos+1, p)}) // 乙所等驻镇单位参照执行
		if names := c.namesIn(list); names != nil && names[len(names)-1].Hi == list.Hi {
			return p, names
		}
	}
	return pos, nil
}

// jointAt reads 会同乙 at pos; the mention has no parts where only 有关部门 is named.
func (c *Context) jointAt(pos int32, s Range) (*Mention, int32) {
	t := c.Text
	end, ok := c.hasAt(listDutyJoint, pos)
	if !ok || end < s.Hi && t.R[end] == ',' { // 甲局要会商,乙局负责汇总
		return nil, 0
	}
	for _, m := range t.Mentions(kindDepartments) {
		if m.Lo == pos && end == pos+1 && len(m.Parts) > 0 { // 甲部|商财政部, no 商财政部
			m.Lo, m.Parts = end, slices.Clone(m.Parts)
			m.Parts[0].Lo = end
		}
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
	if r, ok := c.hasAt(listChargeNoise, end); ok && int(r) < len(t.R) && !joinsNames(t.R[r]) {
		return &Mention{Range: Range{end, r}}, r
	}
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
		if !c.single(listBodyLetter, p-1) || !c.startsDuty(p, clause.Hi) {
			continue
		}
		if names := c.namesIn(Range{end, p}); names != nil && names[len(names)-1].Hi == p {
			return &Mention{Range: Range{end, p}, Parts: names}, p
		}
	}
	return nil, 0
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
	if role = c.attrs(listDutyPart, Range{pos, end})["role"]; role == "" {
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
		if cl := t.clauseOf(from, s); c.Worker.endsWith(listDutyMemberEnd, cl.Hi) && c.newSubject(cl) { // 乙局为成员单位,
			next = cl.Hi + 1
		}
		for _, m := range t.Mentions(kindDepartments) {
			if m.Lo == from {
				p := m.Hi
				if hi, ok := c.hasAt(listChargeOthers, p); ok {
					p = hi
				}
				if task := c.helpsWith(p, s); task > 0 { // 乙局配合|开展…: what they help with is the task
					return task, role, nil, others
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
	if from == end+1 && (role == "responsible" || t.R[end] == '、') { // 负责 only where others take part: 由甲局负责,乙局配合,修渠
		return 0, "", nil, nil
	}
	return from, role, nil, others
}

// helpsWith returns where the duty begins that the bodies whose names end at pos are said to help
// with (配合|开展巡查); 0 for none.
func (c *Context) helpsWith(pos int32, s Range) int32 {
	const short = 2 // characters of a word of helping: the verb behind it may be one word with it
	end, ok := c.hasAt(listDutyPart, pos)
	if !ok || c.attrs(listDutyPart, Range{pos, end})["role"] != "support" || end < s.Hi && c.Text.R[end] == ',' {
		return 0
	}
	for _, p := range [...]int32{end, pos + short} {
		if c.startsDuty(p, s.Hi) {
			return p
		}
	}
	return 0
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
			return cl.Hi + 1, c.onlyBodies(names, cl)
		}
	}
	return 0, nil
}

// emitOthers emits a duty for the bodies that partAt read and that no lexicon has.
func (c *Context) emitOthers(d *duty, others []Range) {
	if len(others) > 0 {
		c.emitDuty(&duty{who: Mention{Range: others[0], Parts: others}, role: "support", task: d.task})
	}
}

// joinedLater reads the bodies with whom the duty is done, where time or manner stands before
// them: 甲局每年会同乙局评估…, 甲局要根据规划,会同乙局编制….
func (c *Context) joinedLater(d *duty, b *subject) {
	at := c.skipAdverbs(c.skipTime(c.skipAdverbs(d.task.Lo, d.task.Hi), d.task.Hi), d.task.Hi)
	if b.joint != nil || !c.startsWith(listDutyWith, at) {
		return
	}
	j, after := c.jointAt(at, b.sentence)
	if j == nil || after+2 >= d.task.Hi {
		return
	}
	if at < b.own.Hi || !b.must && d.task.Lo == b.own.Hi+1 { // else rule assignment.with reads the others
		b.joint = j
	}
	d.task.Lo, d.role = after, "lead"
}
