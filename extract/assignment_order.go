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

// readEach takes a standing rule of the form 以下各项均需各区落实 out of r.
func (w *Worker) readEach(r Range, out *charges) Range {
	all := r
	if b := w.t.BracketAt(r.Lo); b >= 0 {
		all = Range{w.t.Brackets[b].Open + 1, w.t.Brackets[b].Close}
	}
	at, ok := w.find(listChargeEach, all)
	if !ok || !w.standingIn(all) && all.Hi < int32(len(w.t.R)) { // the text may break off before 不再列出
		return r
	}
	from := Range{at.Hi, w.t.next(at.Hi, all.Hi, EndsClause)}
	var sub charges
	w.readField(from, "", &sub)
	out.each = sub.list
	if at.Lo < r.Hi {
		return w.t.trim(Range{r.Lo, at.Lo})
	}
	return r
}
