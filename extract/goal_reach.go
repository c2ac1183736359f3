package extract

import "plangraph/quantity"

// How soon something is reached: 30分钟通达, 一小时交通圈.

// reachWord finds 通达, 交通圈 or the like behind a time.
func (r *reader) reachWord(f *figure) (int32, bool) {
	if f.q.Family != quantity.Time {
		return 0, false
	}
	for i := f.end; i < f.end+4; i++ {
		if end, ok := r.w.hasAt(listReachWord, i); ok && (i == f.end || r.t.R[end-1] == '圈') {
			return end, true
		}
		if int(i) >= len(r.t.R) || EndsClause(r.t.R[i]) || isJoin(r.t.R[i]) {
			break
		}
	}
	return 0, false
}

// reach: places and a time: 与各设区市1.5小时通达, 打造沪宁半小时交通圈.
func (r *reader) reach(f *figure, c, p Range, end int32) {
	if r.w.emergency { // how soon somebody is there whenever it comes to that
		return
	}
	t := r.t
	word := Range{f.end, end}
	if end < c.Hi {
		switch rest := t.String(Range{end, c.Hi}); {
		case r.w.isWord(listCoverVerb, word):
			word.Hi = c.Hi
		case rest[0] == ')' || isJoin(t.R[end]):
		case len([]rune(rest)) > 6 && !isJoin(t.R[end]):
			return
		}
	}
	if lo, ok := r.w.endIn(listTargetVerb, p); ok {
		p.Hi = lo
	}
	p = r.cutVerb(p)
	if p.Len() > 2 && r.w.single(listWhenLead, p.Hi-1) { // 救护车|在10分钟内到达
		p.Hi--
	}
	if p.Len() > 3 && t.String(Range{p.Lo, p.Lo + 2}) == "所有" {
		p.Lo += 2
	}
	if _, ok := r.w.hasAt(listMannerLead, p.Lo); ok {
		return
	}
	approx := false
	for i := c.Lo; i+3 < c.Hi && i < p.Lo; i++ {
		if t.R[i] == '基' && t.R[i+1] == '本' {
			approx = true
		}
	}
	var name []Range
	elided := p.Len() > 0 && (t.R[p.Lo] == '与' || t.R[p.Lo] == '至' || t.R[p.Lo] == '到')
	switch {
	case elided && r.reachOf.Len() > 0:
		name = []Range{r.reachOf, p, word}
		approx = approx || r.approx
	case p.Len() == 0 && r.reachOf.Len() > 0 && r.reachOf.Lo >= c.Lo: // 热线诉求1小时响应、24小时办结
		name = []Range{r.reachOf, word}
	case p.Len() == 0:
		lead := r.leadRange()
		if lead.Len() > 0 && lead.Hi <= f.start {
			name = []Range{lead, word}
		} else {
			name = []Range{word}
		}
	default:
		name = []Range{p, word}
		r.reachOf = p
		for i := p.Lo + 1; i < p.Hi; i++ {
			if c := t.R[i]; c == '与' || c == '至' || c == '到' {
				r.reachOf.Hi = i
				break
			}
		}
	}
	r.approx = approx
	if g := r.emit(frameReach, f, c, name, 0); g != nil {
		if approx && g.op == quantity.EQ {
			g.op = quantity.Approx
		}
		if within := f.end - f.to; within > 0 && g.op == quantity.EQ {
			g.op = quantity.LE
		}
		g.at.Hi = max(g.at.Hi, word.Hi)
	}
}

// cutVerb takes a leading verb off a phrase: 打造沪宁, 形成….
func (r *reader) cutVerb(p Range) Range {
	if end, ok := r.w.hasAt(listTargetVerb, p.Lo); ok && end < p.Hi {
		p.Lo = end
	}
	return p
}

// leadRange returns the block's leading short sentence in the view.
func (r *reader) leadRange() Range {
	l := r.t.Block.Lead
	if l.Len() <= 0 {
		return Range{}
	}
	out := Range{-1, -1}
	for i := range r.t.R {
		o := int(r.t.off[i])
		if o >= l.Start && o < l.End {
			if out.Lo < 0 {
				out.Lo = int32(i)
			}
			out.Hi = int32(i) + 1
		}
	}
	if out.Lo < 0 {
		return Range{}
	}
	return out
}
