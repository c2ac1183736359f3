package extract

import (
	"slices"
	"strings"

	"plangraph/plan"
	"plangraph/quantity"
)

// Goals as they are kept: name, value, year and nature, without what is no part of a name.

// saysNature reports whether the block ends in (约束性) or (预期性).
func (r *reader) saysNature() bool {
	n := int32(len(r.t.R))
	for n > 0 && (EndsClause(r.t.R[n-1]) || r.t.R[n-1] == ')') {
		n--
	}
	return r.w.endsWith(listGoalNature, n)
}

// natureBehind returns 约束性 or 预期性 from a bracket behind a figure.
func (r *reader) natureBehind(pos int32) string {
	if int(pos)+4 < len(r.t.R) && r.t.R[pos] == '(' {
		if end, ok := r.w.hasAt(listGoalNature, pos+1); ok {
			return r.t.String(Range{pos + 1, end})
		}
	}
	return r.nature()
}

// emit notes a goal; the span runs from the head of its words to the end of
// what the figure measures.
func (r *reader) emit(frame Kind, f *figure, c Range, name []Range, base int) *goal {
	kept := r.withoutManner(r.withoutBase(name))
	if len(kept) == 0 || tooThin(r.t, kept) || r.noIndicator(f, kept) {
		return nil
	}
	q := &f.q
	g := goal{frame: frame, name: kept, op: q.Op, value: written(r.t, q), unit: r.t.Written(Range{int32(q.UnitFrom), int32(q.UnitTo)}), year: r.yearAt(r.upTo(c, f)), baseYear: base, nature: r.natureBehind(f.end)}
	if y := r.yearBehind(f.end); y > 0 {
		g.year = y
	}
	if bare := strings.TrimRight(g.value, "萬億"); g.unit != "" && bare != "" { // in traditional characters the magnitude stands with the unit: 25 萬戶
		g.value, g.unit = bare, g.value[len(bare):]+g.unit
	}
	lo := r.strip(c).Lo
	if n := len(r.g.found); n > 0 {
		if prev := r.g.found[n-1].at.Hi; prev > lo && prev <= f.start {
			lo = prev
			for lo < f.start && (isJoin(r.t.R[lo]) || r.t.R[lo] == ',' || r.t.R[lo] == ':') {
				lo++
			}
		}
	}
	hi := f.end
	if last := kept[len(kept)-1]; last.Lo >= f.end && last.Hi <= c.Hi {
		hi = last.Hi
	}
	g.at = Range{min(lo, f.start), hi}
	r.measured = r.measure(kept[len(kept)-1])
	r.g.found = append(r.g.found, g)
	return &r.g.found[len(r.g.found)-1]
}

// withoutBase leaves out of a name what its value is compared with: 用水量|较2025年|下降,
// 城镇化率|较上年|提高.
func (r *reader) withoutBase(name []Range) (kept []Range) {
	for _, n := range name {
		kept = r.keepName(kept, n)
	}
	return kept
}

// withoutManner leaves out of a name how it is to grow: 产值|进一步|增长, 产值|再.
func (r *reader) withoutManner(name []Range) []Range {
	const shortest = 2 // characters before the adverb
	for k := len(name) - 1; k >= 0; k-- {
		stem, verb := r.beforeGrowth(name[k])
		if verb.Len() > 0 && r.w.attrs(listGrowthWord, verb)["noun"] == "yes" { // 经济持续增长率
			return name
		}
		end := stem.Hi
		for {
			lo, ok := r.w.endIn(listGrowthManner, Range{stem.Lo, end})
			if !ok || lo < stem.Lo+shortest && (k == 0 || lo > stem.Lo) { // 能耗|在2030年基础上|继续降低
				break
			}
			end = lo
		}
		if end < stem.Hi {
			return slices.Replace(slices.Clone(name), k, k+1, nonEmpty(Range{stem.Lo, end}, verb)...)
		}
	}
	return name
}

// noIndicator reports whether the words before a figure name nothing that it could measure:
// the name says only that something grows, a mark or a post is meant, or the figure stands
// in the title of a chapter or counts the projects of the list below it.
func (r *reader) noIndicator(f *figure, name []Range) bool {
	if len(name) == 1 && r.growthOnly(name[0]) {
		return true // 比去年增加1.6万亿元: of what, the clause does not say
	}
	q := &f.q
	switch last := name[len(name)-1]; r.t.Written(Range{int32(q.UnitFrom), int32(q.UnitTo)}) {
	case "分":
		if _, ok := r.w.endIn(listPointNoun, last); !ok {
			return true
		}
	case "名", "人":
		if _, ok := r.w.endIn(listPostNoun, last); ok {
			return true
		}
	}
	if len(name) == 1 && q.Family == quantity.Length && r.namedLine(name[0]) {
		return true
	}
	return r.t.Block.Kind == plan.Heading && len(r.w.plan.Sections) > 0 && (r.chapterTitle() || r.w.countsProjects(r.w.plan.Sections[r.t.Block.Section].Title))
}

// namedLine reports whether a name is that of a line from one place to another, of which a length
// is no goal where no verb is: 分别是|河口至安宁高速公路|89公里.
func (r *reader) namedLine(p Range) bool {
	if end, ok := r.w.hasAt(listTargetVerb, p.Lo); ok && end < p.Hi || r.w.works(p) != lineClass {
		return false
	}
	return slices.ContainsFunc(r.t.R[p.Lo+1:p.Hi], func(c rune) bool { return strings.ContainsRune("至—-", c) })
}

// chapterTitle reports whether the block is the title of a chapter; one with nothing below
// it is an item of a list.
func (r *reader) chapterTitle() bool {
	s := &r.w.plan.Sections[r.t.Block.Section]
	if s.Level != 1 {
		return s.Level < 1
	}
	return s.Number == "" || !countsItems(s.Number) && !strings.ContainsAny(s.Number, "(（") && r.w.hasText(r.t.Block.Section)
}

// upTo returns the clause up to the figure, where a year stands in that part: what comes
// behind may name the next year (到2028年达到50座、2030年80座).
func (r *reader) upTo(c Range, f *figure) Range {
	for i := range r.g.periods {
		if p := &r.g.periods[i]; p.lo >= c.Lo && p.hi <= f.start && !p.p.Compared && !p.p.Since {
			return Range{c.Lo, f.start}
		}
	}
	return c
}

// written returns the value as the source writes it, without 余.
func written(t *Text, q *quantity.Quantity) string {
	s := t.Written(Range{int32(q.From), int32(q.ValueEnd)})
	if q.HighFrom > 0 {
		sign := int32(q.HighFrom) - 1
		s += t.Written(Range{sign, int32(q.HighEnd)})
	}
	if strings.Contains(s, "余") || strings.Contains(s, "多") {
		s = strings.NewReplacer("余", "", "多", "").Replace(s)
	}
	return s
}

// nature: a title around says 约束性 or 预期性.
func (r *reader) nature() string { return r.w.natures[r.t.Block.Section] }
