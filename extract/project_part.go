package extract

// Parts of named things: 青川公园|体育设施, 甲医院|住院楼、门诊楼, and whose they are.

// part returns where the name of a part begins that stands behind the place that it is a
// part of: 青川公园|体育设施, 青川中学|食堂.
func (w *Worker) part(r Range) (int32, bool) {
	lo, ok := w.hasEnd(listWorksPart, r.Hi)
	if !ok || lo < r.Lo+2 {
		return 0, false
	}
	return lo, w.placeKind(Range{r.Lo, lo}) != ""
}

// sharedPart returns the part that the last of several places of a kind names for all of
// them (甲小学、乙中学、丙小学校舍消防设施); "" where the member at i names no such place, or
// others of the list name parts of their own.
func (w *Worker) sharedPart(parts []Range, i int) string {
	kind := w.placeKind(parts[i])
	if kind == "" {
		return ""
	}
	shared := Range{}
	for _, p := range parts[i+1:] {
		lo, ok := w.part(p)
		switch {
		case ok && shared.Len() > 0:
			return ""
		case ok && w.placeKind(Range{p.Lo, lo}) == kind:
			shared = Range{lo, p.Hi}
		case shared.Len() == 0 && w.placeKind(p) != kind:
			return ""
		}
	}
	return w.t.Written(shared)
}

// placeKind returns what kind of place with parts of its own a name ends in: a school, a
// hospital, a park; "" for none.
func (w *Worker) placeKind(r Range) string {
	if w.numberName(r) {
		return "school"
	}
	lo, ok := w.hasEnd(listPlaceWithParts, r.Hi)
	if !ok || lo <= r.Lo {
		return ""
	}
	return w.attrs(listPlaceWithParts, Range{lo, r.Hi})["kind"]
}

// ownerOf returns whose part a member of a list is that names only the part: of 甲医院住院楼,
// 门诊楼 and 感染楼 it is 甲医院 for the second, and by owner, that of the one before it, for
// the third; "" where it has an owner of its own.
func (w *Worker) ownerOf(before, p Range, owner string) string {
	core := Range{p.Lo, w.unaltered(p)}
	lo, ok := w.endIn(listWorksPart, core)
	if !ok || w.placeKind(Range{p.Lo, lo}) != "" || lo > p.Lo && !w.ordinal(p) && !w.nothingBut(Range{p.Lo, lo}, listProjectGeneric, listWorksKind, listDirection) {
		return ""
	}
	first := Range{before.Lo, w.unaltered(before)}
	if first.Hi, ok = w.endIn(listWorksPart, first); !ok {
		return ""
	}
	hi := int32(0)
	for _, h := range w.t.hits[w.t.from[first.Lo]:w.t.from[first.Hi]] {
		if h.Hi <= first.Hi && w.e.inList(h.Term, int(listPlaceWithParts)) {
			hi = max(hi, h.Hi)
		}
	}
	if hi-first.Lo < 3 {
		return owner
	}
	return w.t.Written(Range{first.Lo, hi})
}

// attached reports whether r says what belongs to the thing named before it, and is no
// work of its own: 站坪配套设施扩建工程.
func (w *Worker) attached(r Range) bool {
	at, ok := w.find(listAttachedWord, Range{r.Lo, min(r.Hi, r.Lo+6)})
	return ok && w.works(Range{r.Lo, at.Lo}) == ""
}

// trimAttached leaves out what belongs to a thing behind its name, where with it the name is that
// of no work: 跑道|及相关配套设施.
func (w *Worker) trimAttached(r Range) Range {
	for i := r.Lo + 2; i < r.Hi-2; i++ {
		if (w.t.R[i] == '及' || w.t.R[i] == '和') && w.attached(Range{i + 1, r.Hi}) && w.works(before(r, i)) != "" && w.works(r) == "" {
			return before(r, i)
		}
	}
	return r
}
