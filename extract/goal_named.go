package extract

import (
	"slices"

	"plangraph/quantity"
)

// Figures that count works which are named beside them, and so are no goals.

// countsNamed reports whether a figure behind p only counts works that p lists by name:
// 打通东环路、学府路等断头路|4条.
func (r *reader) countsNamed(f *figure, p Range) bool {
	w := r.w
	if f.q.Family != quantity.Count {
		return false
	}
	e := w.etc(p)
	if e < 0 || !slices.Contains(r.t.R[p.Lo:e], '、') || slices.Contains(r.t.R[e:p.Hi], '的') || w.speaksOf(listTargetVerb, Range{e + 1, p.Hi}) {
		return false
	}
	for _, m := range w.parseList(Range{w.skipVerbs(p.Lo, e, listWorksVerb), p.Hi}).members {
		if (m.class == lineClass || m.class == siteClass) && w.namesWork(m) && (m.proper || w.singled(m.at) || w.ringRoad(m.at)) {
			return true
		}
	}
	return false
}
