package extract

import (
	"strconv"
	"strings"

	"plangraph/quantity"
)

// The years that facts are in where their words name none: those of the plan, of its
// title and of the titles around.

// firstYear is the plan's first year: what lies before it is past.
func (w *Worker) firstYear() int { return w.state.firstYear }

func (w *Worker) readFirstYear() int {
	if w.plan.PeriodStart > 0 {
		return w.plan.PeriodStart
	}
	if len(w.plan.IssuedOn) >= 4 {
		if y, err := strconv.Atoi(w.plan.IssuedOn[:4]); err == nil {
			return y
		}
	}
	return w.titleYear()
}

// lastYear is the year by which goals hold that name no other.
func (w *Worker) lastYear() int {
	if w.plan.PeriodEnd > 0 {
		return w.plan.PeriodEnd
	}
	if y := w.titleYear(); y > 0 {
		return y
	}
	return w.firstYearOfIssue()
}

func (w *Worker) firstYearOfIssue() int {
	if len(w.plan.IssuedOn) >= 4 {
		y, _ := strconv.Atoi(w.plan.IssuedOn[:4])
		return y
	}
	return 0
}

// titleYear reads a year in the plan's title (2022年工作要点).
func (w *Worker) titleYear() int { return lastYearIn(w.plan.Title) }

// lastYearIn returns the last year that a text names, 0 for none.
func lastYearIn(s string) int {
	r := []rune(s)
	var p quantity.Period
	year := 0
	for i := 0; i < len(r); i++ {
		if quantity.ParsePeriod(r, i, &p) && !p.Relative && !p.Since {
			year = p.End
			i = p.To - 1
		}
	}
	return year
}

// onlyYear returns the year that a text without a period of its own names, where it names
// no other; else 0.
func (w *Worker) onlyYear() int {
	if w.state.onlyYear < 0 {
		w.state.onlyYear = w.e.soleYear([]rune(w.doc.Slice(w.plan.Span)))
	}
	return w.state.onlyYear
}

// soleYear returns the last year of the only period that a text names, or of the later of two
// that follow upon each other; 0 where it names none or several.
func (e *Extractor) soleYear(r []rune) int {
	var p, last quantity.Period
	year, spans, ofYear := 0, false, false
	for i := 0; i < len(r); i++ {
		if !quantity.ParsePeriod(r, i, &p) {
			continue
		}
		if p.Relative { // 实现“十六五”良好开局,今年…
			ofYear = true
			continue
		}
		i = p.To - 1
		spans = spans || p.Start < p.End
		if p.Compared || p.Since || p.Onward || p.End == year || chargedBy(r, p.From) {
			continue
		}
		switch {
		case year == 0:
			year = p.End
		case p.End == year-1 && opensSentence(r, p.From, p.To): // 2031年完成…。2030年,全县…: the year before is told of
		case p.End == year+1 && opensSentence(r, last.From, last.To):
			year = p.End
		default:
			return 0
		}
		last = p
	}
	if spans && ofYear {
		return 0
	}
	return year
}

// chargedBy reports whether a year stands in a bracket behind other words, as the time limit of the
// item that the bracket closes does: (县水利局负责,2031年6月底前完成).
func chargedBy(r []rune, pos int) bool {
	const longest = 80
	for i := pos - 1; i >= 0 && i > pos-longest; i-- {
		switch r[i] {
		case '(', '（', '〔', '[', '【':
			return i < pos-1
		case ')', '）', '〕', ']', '】', '。', '\n':
			return false
		}
	}
	return false
}

// opensSentence reports whether a year opens a sentence that goes on to tell of it: 2030年,….
func opensSentence(r []rune, lo, hi int) bool {
	return (lo == 0 || strings.ContainsRune("。\n \u3000", r[lo-1])) && hi < len(r) && strings.ContainsRune(",，", r[hi])
}

// sectionYear returns the year that a title around the block names: 2035年远景
// 目标; a title that speaks of the outlook means the plan's horizon.
func (w *Worker) sectionYear() int {
	for i := w.t.Block.Section; i > 0; i = w.plan.Sections[i].Parent {
		title := w.plan.Sections[i].Title
		if w.titleYears[i] < 0 {
			w.titleYears[i] = int32(lastYearIn(title))
		}
		if y := int(w.titleYears[i]); y > 0 && y >= w.firstYear() {
			return y
		}
		if w.horizon() > 0 && w.e.holds(listHorizonTitle, title) {
			return w.horizon()
		}
	}
	return 0
}

// horizon is the year of the plan's outlook: stated in its head, else the latest
// year named so far, where that lies behind the plan's end.
func (w *Worker) horizon() int {
	if w.plan.Horizon > 0 {
		return w.plan.Horizon
	}
	if w.goals.far > w.plan.PeriodEnd {
		return w.goals.far
	}
	return 0
}

// planYear returns the year in which the plan begins or was issued; 0 where nothing
// tells it.
func (w *Worker) planYear() int {
	if w.plan.PeriodStart > 0 {
		return w.plan.PeriodStart
	}
	for _, s := range [...]string{w.plan.IssuedOn, w.plan.DocumentNumber} {
		if i := strings.Index(s, "20"); i >= 0 && i+4 <= len(s) {
			if y, err := strconv.Atoi(s[i : i+4]); err == nil {
				return y
			}
		}
	}
	if len(w.plan.Blocks) > 0 { // a title that no circular frames
		text := w.doc.Slice(w.plan.Blocks[0].Span())
		if i := strings.Index(text, "20"); i >= 0 && len(text) < 150 && i+7 <= len(text) && text[i+4:i+7] == "年" {
			if y, err := strconv.Atoi(text[i : i+4]); err == nil {
				return y
			}
		}
	}
	return 0
}

// planPeriod reports whether a word of the past is the name of a five-year period that
// the plan is not later than: in a plan for 2011 to 2015, “十二五”期间 is no past.
func (c *Context) planPeriod(word Range) bool {
	until := c.attrs(listDutyPast, word)["until"]
	if until == "" {
		return false
	}
	end, err := strconv.Atoi(until)
	y := c.planYear()
	return err == nil && (y > 0 && y <= end || y == 0 && end > 2020)
}

// yearBefore reports whether a sentence begins with a year that lies before the plan's:
// 2027年,县公安局查处….
func (c *Context) yearBefore(s Range) bool {
	y := yearAt(c.Text.R, s.Lo)
	return y > 0 && y < c.planYear()
}

// yearAt reads a year (2027年) at pos; 0 for none.
func yearAt(text []rune, pos int32) (y int) {
	if int(pos)+5 > len(text) || text[pos] != '2' || text[pos+1] != '0' || text[pos+4] != '年' {
		return 0
	}
	for _, r := range text[pos : pos+4] {
		if !isDigit(r) {
			return 0
		}
		y = 10*y + int(r-'0')
	}
	return y
}
