package extract

import (
	"plangraph/plan"
	"plangraph/quantity"
)

// Goals without a figure that are about all of something: X全覆盖, X全部完成, 所有X达到….

// whole reads a clause without figures: X全覆盖, X全部完成, 覆盖所有X.
func (r *reader) whole(c, open Range) {
	w := r.w
	if r.t.Block.Kind == plan.Heading && !r.listedSentence() {
		return // a title says what a section is about
	}
	if y := r.yearAt(c); y > 0 && y < w.firstYear() {
		return
	}
	if _, ok := w.hasAt(listMannerLead, open.Lo); ok {
		return
	}
	if word, ok := w.find(listCoverWord, c); ok {
		r.cover(c, open, word)
		return
	}
	word, ok := w.find(listAllWord, c)
	if !ok {
		return
	}
	if next, more := w.find(listAllWord, Range{word.Hi, c.Hi}); more && w.attrs(listAllWord, word)["verb"] == "yes" && w.attrs(listAllWord, next)["verb"] == "yes" {
		for i := next.Lo - 3; i > word.Hi+1; i-- { // 贫困人口全部脱贫、贫困村全部退出
			if r.t.R[i] == '、' {
				r.whole(Range{c.Lo, i}, Range{open.Lo, i})
				r.whole(Range{i + 1, c.Hi}, r.strip(Range{i + 1, c.Hi}))
				return
			}
		}
	}
	r.allOf(c, open, word)
}

// listedSentence reports whether a numbered line is a sentence with no text below it: an item
// of a list, no title.
func (r *reader) listedSentence() bool {
	if !EndsSentence(r.t.R[len(r.t.R)-1]) {
		return false
	}
	next := r.w.state.block + 1
	return next >= len(r.w.plan.Blocks) || r.w.plan.Blocks[next].Kind == plan.Heading
}

// cover: 实现X全覆盖 at the end of the clause.
func (r *reader) cover(c, open, word Range) {
	t := r.t
	if rest := (Range{word.Hi, c.Hi}); rest.Len() > 0 && !t.is(rest, "”") && !r.w.isWord(listCoverTail, rest) {
		return
	}
	p := Range{open.Lo, word.Lo}
	_, caused := r.w.find(listCauseVerb, Range{c.Lo, open.Lo})
	name := r.realised(p, caused)
	if nameLen(name) < 2 {
		if who := r.bodiesBefore(word.Lo, c); who.Len() > 0 { // 村级调解组织|实现全覆盖
			name = []Range{who}
		}
	}
	switch n := nameLen(name); {
	case n < 2 && len(r.subject) == 0:
		return
	case n < 2:
		name = r.subject
	case r.topic.Len() > 0 && len(name) == 1 && r.partWord(name[0]): // 提高覆盖率,东部实现全覆盖
		name = append(name, r.topic)
	case n <= 4 && r.place(name[len(name)-1]) && r.lastObject(r.before).Len() > 2: // 争创X试点,实现设区市全覆盖
		name = append([]Range{r.lastObject(r.before)}, name...)
	}
	r.g.found = append(r.g.found, goal{frame: frameCover, name: name, op: r.wholeOp(c), value: t.Written(word), year: r.yearAt(c), nature: r.nature(), at: Range{open.Lo, word.Hi}})
}

// bodiesBefore returns the bodies at the head of a clause, between which and pos a verb stands at
// the most.
func (r *reader) bodiesBefore(pos int32, c Range) Range {
	const longest = 4 // characters of the verb: 基本实现
	for _, m := range r.t.mentions[kindDepartment] {
		if m.Lo >= c.Lo && m.Hi <= pos && m.Hi+longest >= pos && r.strip(before(c, m.Lo)).Len() == 0 {
			return m.Range
		}
	}
	return Range{}
}

// wholeOp is how sure a clause is of the whole: 基本实现…全覆盖 comes near it.
func (r *reader) wholeOp(c Range) quantity.Op {
	if _, approx := r.w.find(listApproxVerb, c); approx {
		return quantity.Approx
	}
	return quantity.EQ
}

// realised returns what is realised: in X实现Y it is X where X is a thing by
// itself (信息渠道实现…全覆盖), Y, with a short place before it, where X is only
// made to realise it (推动重点地区实现Y).
func (r *reader) realised(p Range, caused bool) []Range {
	t := r.t
	if end, ok := r.w.hasAt(listCauseVerb, p.Lo); ok && end < p.Hi && t.String(Range{p.Lo, end}) != "实现" {
		p.Lo, caused = end, true
	}
	for i := p.Lo; i+2 <= p.Hi; i++ {
		if t.R[i] != '实' || t.R[i+1] != '现' {
			continue
		}
		x, y := Range{p.Lo, i}, r.strip(Range{i + 2, p.Hi})
		if lo, ok := r.w.hasEnd(listApproxVerb, i+2); ok && lo > x.Lo { // 东部地区|基本实现
			x.Hi = lo
		}
		switch {
		case y.Len() == 0 || x.Len() >= 4 && r.w.isWord(listCoverKind, y): // 养老保险实现|制度|全覆盖
			return nonEmpty(x)
		case x.Len() == 0 || x.Len() > 12 || caused && x.Len() > 8:
			return []Range{y}
		case caused:
			return []Range{x, y}
		case x.Len() >= 4:
			return []Range{x}
		}
		return []Range{y}
	}
	return nonEmpty(r.cutVerb(p))
}

// allOf: X全部完成, 所有X达到…, 覆盖所有X.
func (r *reader) allOf(c, open, word Range) {
	t := r.t
	var before, after Range
	verbal := r.w.attrs(listAllWord, word)["verb"] == "yes"
	for next := word; !verbal; { // 所有X全部完成
		var ok bool
		if next, ok = r.w.find(listAllWord, Range{next.Hi, c.Hi}); !ok {
			break
		}
		if r.w.attrs(listAllWord, next)["verb"] == "yes" {
			word, verbal = next, true
		}
	}
	before, after = r.strip(Range{open.Lo, max(open.Lo, word.Lo)}), Range{word.Hi, c.Hi}
	if lo, ok := r.w.endIn(listAllReached, before); ok {
		r.reached(c, open, before, word, after, lo)
		return
	}
	if verbal {
		end, ok := r.w.hasAt(listAllVerb, after.Lo)
		if !ok && before.Len() == 0 { // 全部乡镇建成…
			r.everyOne(c, open, word, after)
			return
		}
		if !ok || end > c.Hi {
			return
		}
		after.Hi = r.firstDuty(after)
		verb := Range{after.Lo, end}
		rest := after
		if r.w.attrs(listAllVerb, verb)["empty"] == "yes" {
			rest.Lo = end
		}
		if end, ok := r.w.hasAt(listAllWord, before.Lo); ok && end < before.Hi && r.w.attrs(listAllWord, Range{before.Lo, end})["verb"] == "" {
			before.Lo = end
		}
		var q quantity.Quantity
		if before.Len() > 3 && quantity.IsStart(t.R[before.Lo]) && quantity.Default().Parse(t.R[:before.Hi], int(before.Lo), &q) && q.Family == quantity.Count && q.Bounded == quantity.NoBound && int32(q.End) < before.Hi { // 88个贫困县
			before.Lo = int32(q.End)
		}
		if before.Len() > 0 {
			switch t.R[before.Lo] {
			case '将', '把':
				before.Lo++
			}
		}
		if before.Len() < 2 && (rest.Len() < 4 || r.allVerbs(rest)) {
			return
		}
		r.g.found = append(r.g.found, goal{frame: frameAll, name: nonEmpty(before, rest), op: quantity.EQ, value: t.Written(word), year: r.yearAt(c), nature: r.nature(), at: Range{open.Lo, c.Hi}})
		return
	}
	if before.Len() == 0 {
		r.everyOne(c, open, word, after)
	}
}

// reached: 监测网覆盖所有乡镇; the verb begins at verb.
func (r *reader) reached(c, open, before, word, after Range, verb int32) {
	if after.Len() < 2 || after.Len() > 14 || r.startsVerb(before.Lo) && verb > before.Lo {
		return
	}
	name := []Range{before, after}
	if verb > before.Lo+1 && r.t.R[verb-1] == '将' {
		name = []Range{{before.Lo, verb - 1}, {verb, before.Hi}, after}
	}
	if verb < before.Lo+3 {
		stem := r.subjectStem(true)
		if verb > before.Lo || len(stem) == 0 {
			return
		}
		name = append(stem, name...)
	}
	r.g.found = append(r.g.found, goal{frame: frameAll, name: name, op: quantity.EQ, value: r.t.Written(word), year: r.yearAt(c), nature: r.nature(), at: Range{open.Lo, c.Hi}})
}

// everyOne: 所有X达到…; with a year said, 所有X开展…, too.
func (r *reader) everyOne(c, open, word, after Range) {
	t := r.t
	for i := after.Lo + 2; i+2 <= after.Hi; i++ {
		end, ok := r.w.hasAt(listEveryVerb, i)
		if !ok || end > after.Hi || r.year == 0 && r.w.attrs(listEveryVerb, Range{i, end})["dated"] == "yes" {
			continue
		}
		if end < after.Hi || end-i > 2 { // 通客车 has its object in it
			r.g.found = append(r.g.found, goal{frame: frameAll, name: []Range{after}, op: r.wholeOp(c), value: t.Written(word), year: r.yearAt(c), nature: r.nature(), at: Range{open.Lo, c.Hi}})
		}
		return
	}
}

// firstDuty returns where the first of several things ends that are done with all
// of something (全部消除甲、建成乙).
func (r *reader) firstDuty(p Range) int32 {
	for i := p.Lo + 2; i+2 < p.Hi; i++ {
		if r.t.R[i] != '、' {
			continue
		}
		if end, ok := r.w.hasAt(listAllVerb, p.Lo); r.startsVerb(i+1) || ok && end == i { // 全部退出、贫困县摘帽
			return i
		}
	}
	return p.Hi
}

// townAndCountry reports whether a name stands for two: 城乡居民收入.
func (r *reader) townAndCountry(p Range) bool { return p.Len() > 4 && r.t.has(p.Lo, "城乡") }
