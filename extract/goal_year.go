package extract

import (
	"slices"
	"strconv"

	"plangraph/plan"
	"plangraph/quantity"
)

// The year by which a goal holds: said in its clause, its sentence, its paragraph, the
// titles above, else the plan's last.

// noteYears reads the years of a sentence. A year before the plan's first makes
// the sentence past, unless it is only compared with.
func (r *reader) noteYears(s Range) {
	r.year, r.past, r.carried = 0, false, r.g.year
	for i := range r.g.periods {
		p := &r.g.periods[i]
		if !p.in(s) {
			continue
		}
		if p.p.Compared && !p.p.Relative {
			r.g.basis = max(r.g.basis, p.p.End)
		}
		if p.p.Compared || p.p.Since {
			continue
		}
		if y := r.yearOf(p); y > r.g.far && y < 2061 {
			r.g.far = y
		}
		if y := r.yearOf(p); y > 0 && y >= r.w.firstYear() && r.year == 0 {
			if r.year = y; !p.p.Relative && !p.p.Onward { // 从2030年起每年公布。新建泵站8座: the one says nothing of the other
				r.g.year = y
				if r.t.has(p.hi, "是") && p.lo == s.Lo {
					r.g.work = y
				}
				if c := r.t.R[p.lo]; c == '到' || c == '至' || c == '力' || r.g.aim > 0 && y > r.g.aim && p.lo == s.Lo {
					r.g.aim = y
				}
			}
		} else if y > r.year && r.year > 0 && !p.p.Relative && r.w.lastYear() == y && r.g.year >= r.year {
			r.g.year = 0 // year after year up to the plan's end: what follows holds for the whole
		} else if y > r.year && r.year > 0 && !p.p.Relative && r.g.year >= r.year && EndsClause(r.t.R[p.lo-1]) && !r.deadline(p) {
			r.g.year = y // 2030年…,2032年…: what follows goes on with the last
		}
	}
}

// deadline reports whether a period says only by when its own clause is to be done: 2031年底前.
func (r *reader) deadline(p *period) bool { return r.t.R[p.hi-1] == '前' || r.t.has(p.hi, "前") }

// byDeadline reports whether a clause begins with a deadline.
func (r *reader) byDeadline(c Range) bool {
	for i := range r.g.periods {
		if p := &r.g.periods[i]; p.lo == c.Lo && r.deadline(p) {
			return true
		}
	}
	return false
}

// noteAim notes by when a block without figures sets its goals, for the blocks behind it
// that name no year: 到2030年,服务体系基本健全。
func (r *reader) noteAim() {
	for i := range r.g.periods {
		p := &r.g.periods[i]
		if c := r.t.R[p.lo]; p.p.Compared || p.p.Since || p.p.Relative || c != '到' && c != '至' {
			continue
		}
		if y := r.yearOf(p); y > 0 && y >= r.w.firstYear() {
			r.g.aim = y
		}
	}
}

func (r *reader) yearOf(p *period) int {
	if !p.p.Relative {
		return p.p.End
	}
	if y := r.w.firstYear(); y > 0 {
		if p.p.End > 1 {
			return y + p.p.End - 1
		}
		return y + p.p.End
	}
	return 0
}

// yearAt returns the year for a goal in a clause: said there before it, else in
// the sentence, the paragraph, the titles, else the plan's end.
func (r *reader) yearAt(c Range) int {
	year := 0
	for i := range r.g.periods {
		p := &r.g.periods[i]
		if p.lo >= r.sentence.Lo && p.hi <= c.Hi && !p.p.Compared && !p.p.Since && (p.lo == 0 || r.t.R[p.lo-1] != '按') {
			if y := r.yearOf(p); y > 0 && (y >= r.w.firstYear() || r.t.BracketAt(p.lo) == r.t.BracketAt(c.Lo) && !p.p.Onward) { // not (按2020年价格计算)
				year = y
			}
		}
	}
	switch {
	case year > 0:
	case r.year > 0 && !r.yearLater(c):
		year = r.year
	case r.year == 0 && r.g.year > 0 && r.g.year >= r.w.firstYear():
		year = r.g.year
	case r.year > 0 && r.carried > 0 && r.carried >= r.w.firstYear():
		year = r.carried
	default:
		due, standing := r.w.dueInRow(r.t)
		if year = due; year == 0 {
			year = r.w.sectionYear()
		}
		if year == 0 {
			year = r.g.work
		}
		if year == 0 {
			year = r.w.lastYear()
		}
		for i := 0; year == 0 && i < len(r.g.periods); i++ { // further on in the paragraph
			if p := &r.g.periods[i]; !p.p.Compared && !p.p.Since && !p.p.Onward && !p.p.Relative && (p.p.End >= r.g.aim || p.hi < int32(len(r.t.R)) && isDigit(r.t.R[p.hi])) {
				year = p.p.End
			}
		}
		if year == 0 { // a text without a period of its own: as the goals before
			year = r.g.aim
		}
		if year == 0 && standing { // the limits of other rows are none of this one
			year = lastYearIn(r.t.Block.Table.Title)
		} else if year == 0 {
			year = r.w.onlyYear()
		}
	}
	return year
}

// dueInRow returns the year by which a row is to be done, by the column for that, 0 where it
// names none; standing tells whether no date at all stands there: 长期.
func (w *Worker) dueInRow(t *Text) (year int, standing bool) {
	if t.Block.Kind != plan.TableRow {
		return 0, false
	}
	var p quantity.Period
	for i, head := range w.tableHeads(t.Block.Table) {
		c := t.cell(i)
		if c.Len() == 0 || !w.headerHas("table_due", head) {
			continue
		}
		standing = !slices.ContainsFunc(t.R[c.Lo:c.Hi], isDigit)
		for k := c.Lo; k < c.Hi; k++ {
			if !quantity.ParsePeriod(t.R, int(k), &p) {
				continue
			}
			if k = int32(p.To) - 1; !p.Compared && !p.Since && !p.Onward && !p.Relative && p.End >= w.firstYear() {
				year = p.End
			}
		}
	}
	return year, standing
}

// yearBehind returns the year that a bracket right behind a figure holds and nothing else, 0 for
// none: 5座|(2030年)|、8座(2031年底前).
func (r *reader) yearBehind(pos int32) int {
	if int(pos) >= len(r.t.R) || r.t.R[pos] != '(' {
		return 0
	}
	b := r.t.opening(pos)
	for i := range r.g.periods {
		if p := &r.g.periods[i]; b >= 0 && p.lo == pos+1 && !p.p.Compared && !p.p.Since && !p.p.Onward {
			end := p.hi
			for end < r.t.Brackets[b].Close && r.w.single(listYearTail, end) {
				end++
			}
			if y := r.yearOf(p); end == r.t.Brackets[b].Close && y >= r.w.firstYear() {
				return y
			}
		}
	}
	return 0
}

// yearLater reports whether the sentence's only year belongs to a later clause
// that is about something else: 占比达到50%,平台2022年底前建成.
func (r *reader) yearLater(c Range) bool {
	for i := range r.g.periods {
		p := &r.g.periods[i]
		if !p.in(r.sentence) || p.p.Compared {
			continue
		}
		if b := r.t.BracketAt(p.lo); p.lo >= c.Hi && b >= 0 && b != r.t.BracketAt(c.Lo) && r.hasFigure(Range{p.hi, r.t.Brackets[b].Close}) {
			return true // 120公里(2030年完成50公里): a part's own year
		} else if p.lo < c.Hi || b != r.t.BracketAt(c.Lo) {
			return false
		}
		own := r.t.Clause(p.lo)
		return p.lo > own.Lo+2 && own.Len() > 12 || p.lo == own.Lo && p.lo > c.Hi && r.deadline(p) || p.lo > c.Hi && r.w.startsWith(listPartLead, own.Lo)
	}
	return false
}

// yearsBefore returns the years of the sentence before a position where they are
// exactly n: 到2028年和2030年,X分别….
func (r *reader) yearsBefore(pos int32, n int) []int {
	var years []int
	for i := range r.g.periods {
		if p := &r.g.periods[i]; p.lo >= r.sentence.Lo && p.hi <= pos && !p.p.Compared {
			bare, _ := r.yearsJoined(p)
			years = append(append(years, bare...), r.yearOf(p))
		}
	}
	if len(years) == n {
		return years
	}
	return r.yearsOfSpan(pos, n)
}

// yearsJoined returns the years without 年 that a list has before one with it, and where the list
// begins: 2029、2030、|2031年.
func (r *reader) yearsJoined(last *period) (years []int, lo int32) {
	const digits = 4
	for lo = last.lo; lo > r.sentence.Lo+digits && joinsNames(r.t.R[lo-1]); lo -= digits + 1 {
		y, err := strconv.Atoi(r.t.String(Range{lo - 1 - digits, lo - 1}))
		if err != nil || y < 1900 || y >= r.yearOf(last) {
			break
		}
		years = slices.Insert(years, 0, y)
	}
	return years, lo
}

// yearsOfSpan returns the years of the span before a position where they are exactly n:
// 2031—2033年,分别新建….
func (r *reader) yearsOfSpan(pos int32, n int) []int {
	var years []int
	for i := range r.g.periods {
		p := &r.g.periods[i].p
		if r.g.periods[i].lo < r.sentence.Lo || r.g.periods[i].hi > pos || p.Compared || p.Relative || p.End-p.Start+1 != n || years != nil {
			continue
		}
		for y := p.Start; y <= p.End; y++ {
			years = append(years, y)
		}
	}
	return years
}
