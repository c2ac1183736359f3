package extract

import (
	"slices"

	"plangraph/plan"
)

// Rivers and lakes, which nobody builds: what is done to them is the work.

// water reports whether r is the short name of a river or a lake: 青河, 柳林沟, 小王庄排污河.
func (w *Worker) water(r Range) bool {
	const shortest, longest = 2, 8
	return r.Len() >= shortest && r.Len() <= longest && (w.river(r.Hi-1) || w.single(listWaterLetter, r.Hi-1)) && !w.common(r.Hi-1) &&
		!w.startsVerb(r.Lo) && !w.nothingBut(r, kindWords...)
}

// onlyWaters reports whether all parts are the names of rivers and lakes.
func (l *listReader) onlyWaters() bool {
	return !slices.ContainsFunc(l.parts, func(p Range) bool { return !l.water(p) })
}

// classOfWaters reports whether r says only to which rivers those of a list belong, which is no part
// of what is done to each: 主要支流; but 城区河道.
func (w *Worker) classOfWaters(r Range) bool {
	lo, ok := w.hasEnd(listWaterKind, r.Hi)
	return ok && w.attrs(listWaterKind, Range{lo, r.Hi})["class"] != ""
}

// watersTreated makes projects of the rivers and lakes that a verb has for its objects:
// 整治|青河、柳林沟等5条河流. A single one in running text is none.
func (c *Context) watersTreated(verb Range) bool {
	w, t := c.Worker, c.Text
	clause := t.Clause(verb.Lo)
	names := Range{verb.Hi, clause.Hi}
	if first := w.firstPiece(names.Lo, names.Hi); first == clause.Hi || !w.water(before(names, first)) || !w.runs(verb.Lo) {
		return c.Refuse("后面不是并列的河湖 / no list of rivers and lakes behind it")
	}
	if w.inTitle(verb) || !w.opensClause(verb) {
		return c.Refuse("该动词不在分句开头 / the verb does not open its clause")
	}
	if w.pastOrDenied(verb, verb) {
		return c.Refuse("说的是过去 / it is told as past")
	}
	if e := w.etc(names); e >= 0 {
		if kind := (Range{e + 1, names.Hi}); kind.Len() > 0 && !w.kindOfWater(kind) {
			return c.Refuse("整治的不是河湖本身 / not the waters themselves are treated")
		}
		names.Hi = e
	}
	waters := w.pieces(names)
	if slices.ContainsFunc(waters, func(r Range) bool { return !w.water(r) }) {
		return c.Refuse("后面不是并列的河湖 / no list of rivers and lakes behind it")
	}
	for _, r := range waters {
		c.Emit(plan.Fact{Type: plan.TypeProject, Project: &plan.Project{Name: t.Written(r) + t.Written(verb), Kind: "list", Box: w.boxLabel()}}, r)
	}
	return true
}

// kindOfWater reports whether r says no more than how many waters there are, and of what kind:
// 5条河流, 农村河道.
func (w *Worker) kindOfWater(r Range) bool {
	if n := w.count(Range{r.Lo - 1, r.Hi}); n == r.Lo {
		r.Lo = w.afterCount(n)
	}
	return w.nothingBut(r, append(kindWords, listWaterKind)...)
}
