package extract

import "strings"

// What a charge says of all the bodies that it names: that the first leads, that it holds
// for what follows, that each is meant.

// orderIn returns the words of r that say that the first of a list leads:
// 列首位者为牵头单位, 第一家牵头, 牵头单位排在首位.
func (w *Worker) orderIn(r Range) (Range, bool) {
	for _, list := range [...]wordList{listChargeOrder, listChargeOrderFirst} {
		for lo := r.Lo; ; {
			at, ok := w.find(list, Range{lo, r.Hi})
			if !ok {
				break
			}
			if end, ok := w.hasAt(list, at.Lo); ok && end <= r.Hi {
				at.Hi = end // 排名第一位, of which 排名第一 is the shorter word
			}
			hi := at.Hi
			for end, ok := hi, true; ok; end, ok = w.hasAt(listChargeOrderGap, hi) {
				hi = end
				if end, ok := w.hasAt(listChargeOrderLead, hi); ok && end <= r.Hi {
					return Range{at.Lo, end}, true
				}
			}
			from := at.Lo
			for start, ok := from, list == listChargeOrder; ok; start, ok = w.hasEnd(listChargeOrderGap, from) {
				from = start
				if start, ok := w.hasEnd(listChargeOrderLead, from); ok && start >= r.Lo {
					return Range{start, at.Hi}, true
				}
			}
			lo = at.Hi
		}
	}
	return Range{}, false
}

// standingIn reports whether r says that it holds for what follows.
func (w *Worker) standingIn(r Range) bool {
	_, ok := w.find(listChargeStanding, r)
	return ok
}

// without returns the part of r before at, or the one behind it where nothing
// stands before.
func (w *Worker) without(r, at Range) Range {
	before := w.t.trim(Range{r.Lo, at.Lo})
	if before.Len() > 0 && strings.ContainsRune("(〔", w.t.R[before.Hi-1]) { // 甲局、乙局(第一责任单位为牵头单位)
		before = w.t.trim(Range{before.Lo, before.Hi - 1})
	}
	if before.Len() > 0 {
		return before
	}
	return w.t.trim(Range{at.Hi, r.Hi})
}

// readEach takes a standing rule (以下各项均需各区落实, 各区均为责任单位) out of r.
func (w *Worker) readEach(r Range, out *charges) Range {
	all := r
	if b := w.t.BracketAt(r.Lo); b >= 0 {
		all = Range{w.t.Brackets[b].Open + 1, w.t.Brackets[b].Close}
	}
	stated, names := w.eachRule(all)
	if names.Len() == 0 || !w.standingIn(all) && all.Hi < int32(len(w.t.R)) { // the text may break off before 不再列出
		return r
	}
	var sub charges
	w.readField(names, "", &sub)
	out.each = sub.list
	if names.Hi < stated.Hi { // 各区均为责任单位: of this item, too
		out.list = append(out.list, sub.list...)
	}
	if stated.Lo < r.Hi {
		return w.t.trim(Range{r.Lo, stated.Lo})
	}
	return r
}

// eachRule finds the clause of r that names bodies for all that follows, and the names in it.
func (w *Worker) eachRule(r Range) (stated, names Range) {
	clause := func(pos int32) int32 {
		for pos > r.Lo && !EndsClause(w.t.R[pos-1]) {
			pos--
		}
		return pos
	}
	if at, ok := w.find(listChargeEach, r); ok {
		if end, ok := w.hasAt(listChargeEach, at.Lo); ok { // 均需要, of which 均需 is the shorter word
			at.Hi = end
		}
		if lo := clause(at.Lo); w.startsWith(listChargeRuleFirst, lo) { // 以下政策措施|均需
			at.Lo = lo
		}
		end := w.t.next(at.Hi, r.Hi, EndsClause)
		return Range{at.Lo, end}, Range{at.Hi, end}
	}
	if at, ok := w.find(listChargeShared, r); ok {
		lo := clause(at.Lo)
		return Range{lo, at.Hi}, Range{lo, at.Lo}
	}
	return Range{}, Range{}
}
