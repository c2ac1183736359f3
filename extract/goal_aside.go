package extract

import "slices"

// Lists of figures in which a bracket behind one of them says more of it:
// 甲、乙排放量分别减少11%(其中工业源减少12%)、15%.

// overAsides returns where the clause c of a sentence ends that goes on behind such brackets, and
// what these hold; c's own end where it does not.
func (r *reader) overAsides(c, s Range) (end int32, asides []Range) {
	end = c.Hi
	if end >= s.Hi || r.t.R[end] != '(' || !r.w.speaksOf(listRespective, c) {
		return end, nil
	}
	for end < s.Hi && r.t.R[end] == '(' {
		b := r.t.opening(end)
		if b < 0 || r.t.Brackets[b].Close+2 >= s.Hi {
			break
		}
		in := Range{end + 1, r.t.Brackets[b].Close}
		if !r.hasFigure(in) || !joinsNames(r.t.R[in.Hi+1]) || !r.figureAt(in.Hi+2) {
			break
		}
		asides = append(asides, in)
		end = r.clauseEnd(in.Hi+1, s)
	}
	return end, asides
}

// figureAt reports whether a figure begins at pos.
func (r *reader) figureAt(pos int32) bool {
	return slices.ContainsFunc(r.g.all, func(f figure) bool { return f.start == pos })
}

// clauseWithAsides reads a clause without what the brackets inside it hold, then these: each
// says more of the goal right before it.
func (r *reader) clauseWithAsides(c, s Range, asides []Range) {
	all, found := r.g.all, len(r.g.found)
	r.g.all = slices.DeleteFunc(slices.Clone(all), func(f figure) bool {
		return slices.ContainsFunc(asides, func(in Range) bool { return in.Lo <= f.start && f.end <= in.Hi })
	})
	r.clauseAt(c, s)
	r.g.all = all
	for i := range r.g.found[found:] { // they claim no words of the brackets
		g := &r.g.found[found+i]
		g.at.Hi = min(g.at.Hi, asides[0].Lo-1)
	}
	goals := slices.Clone(r.g.found[found:])
	for k, in := range asides {
		if k < len(goals) {
			r.subject = goals[k].name
		}
		for lo := in.Lo; lo < in.Hi; {
			hi := r.clauseEnd(lo, in)
			if hi > lo {
				r.clauseAt(Range{lo, hi}, s)
			}
			lo = hi + 1
		}
	}
	r.before = c
}
