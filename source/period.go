package source

import (
	"iter"
	"strings"
	"unicode/utf8"

	"plangraph/internal/hanzi"
	"plangraph/plan"
)

// The years of a plan: from its title, its beginning, what it looks back at and ahead to.

// year reads a year of four digits, also 二〇二一 and ○ for 〇.
func year(s string) (v, w int) {
	if v, w = digits(s); w >= 4 {
		if !hanzi.IsYear(v) {
			return 0, 0
		}
		return v, w
	}
	v, w = 0, 0
	for k := 0; k < 4; k++ {
		r, n := utf8.DecodeRuneInString(s[w:])
		switch r {
		case '○', 'Ｏ', '０', '零', 'O', '0', '◯':
			v *= 10
		default:
			d := hanzi.Digit(r)
			if d < 0 {
				return 0, 0
			}
			v = v*10 + d
		}
		w += n
	}
	if !hanzi.IsYear(v) {
		return 0, 0
	}
	return v, w
}

// fiveYear are the periods that texts name by their ordinal, the latest first: 十四五, 第十四个五年.
var fiveYear = fiveYearPeriods(10, 16)

// fiveYearPeriod is such a period.
type fiveYearPeriod struct {
	word       string
	start, end int
}

// fiveYearPeriods names the periods of the plans with the numbers first to last. 十五 alone is
// no period.
func fiveYearPeriods(first, last int) (out []fiveYearPeriod) {
	start := func(n int) int { return 2001 + 5*(n-10) } // the tenth began in 2001
	for n := last; n >= first; n-- {
		if n > first {
			out = append(out, fiveYearPeriod{hanzi.Teen(n) + "五", start(n), start(n) + 4})
		}
		for _, counter := range [...]string{"个", "個"} {
			out = append(out, fiveYearPeriod{"第" + hanzi.Teen(n) + counter + "五年", start(n), start(n) + 4})
		}
	}
	return out
}

// setPeriod reads the plan's years from its titles, else from its beginning, and the
// horizon from anywhere.
func (ws *words) setPeriod(p *plan.Plan, title, head, whole string) {
	p.PeriodStart, p.PeriodEnd = ws.period(title, head)
	p.Horizon = ws.horizon(title, whole, p.PeriodEnd)
	if p.PeriodEnd == p.Horizon {
		p.Horizon = 0
	}
}

// period returns the first and the last year of a plan, 0 where nothing tells.
func (ws *words) period(title, head string) (start, end int) {
	const opening = 900 // bytes of the text in which its own years stand
	if a, b := ws.yearRange(title); a > 0 {
		return a, b
	}
	for _, f := range fiveYear {
		if strings.Contains(title, f.word) {
			return f.start, f.end
		}
	}
	first := head[:runeCut(head, opening)]
	if a, b := ws.yearRange(first); a > 0 {
		return a, b
	}
	year := firstYear(title)
	if year == 0 {
		year = ws.yearOfWork(first)
	}
	if year == 0 {
		if past := ws.yearReported(head); past > 0 {
			year = past + 1
		} else if title == "" {
			year = ws.yearAhead(head)
		}
	}
	if year == 0 && title == "" && strings.ContainsRune(head, '十') { // which each of their names has
		for _, f := range fiveYear {
			if ws.namesPeriod(head, f.word) {
				return ws.periodAhead(head, f)
			}
		}
	}
	return year, year
}

// horizon returns the year up to which a plan looks beyond its period: 展望2035年, else that
// of a sentence which opens with a later year than the plan's own (到2035年,…); 0 for none.
func (ws *words) horizon(title, whole string, end int) int {
	for rest := whole; ; {
		i, w := indexAny(rest, ws.horizonWord)
		if i < 0 {
			break
		}
		rest = rest[i+len(w):]
		ahead := rest
		for _, to := range ws.yearTo {
			ahead = strings.TrimPrefix(ahead, to)
		}
		if y, w := year(ahead); y > end && strings.HasPrefix(ahead[w:], "年") {
			return y
		}
	}
	if i, _ := indexAny(title, ws.visionTitle); i > 0 {
		if y, _ := yearBefore(title, i); y > 0 {
			return y
		}
	}
	const to = '到'
	for at := 0; end > 0; {
		i := strings.IndexRune(whole[at:], to)
		if i < 0 {
			break
		}
		before := whole[:at+i]
		at += i + utf8.RuneLen(to)
		if y, w := year(whole[at:]); y > end && strings.HasPrefix(whole[at+w:], "年") && (before == "" || endsSentence(before) || strings.ContainsRune("\n \u3000", lastRune(before))) {
			return y
		}
	}
	return 0
}

// namesPeriod reports whether a text speaks of a five-year period other than to compare
// with it: 比“十四五”末增加.
func (ws *words) namesPeriod(s, word string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], word)
		if i < 0 {
			return false
		}
		lead := strings.TrimRight(s[:from+i], "“\"「 ")
		if !hasSuffix(lead, ws.comparedWith) {
			return true
		}
		from += i + len(word)
	}
}

// periodAhead returns the years that a text without a title plans for, where f is the latest
// period that it names: with the one before where it names that, too, and sets aims for it; where
// it sets no aim for a year of f, up to the aim that it sets for a later one (到2033年,达到…), from
// the end of f on where it looks back at f (“十六五”以来,建成…).
func (ws *words) periodAhead(s string, f fiveYearPeriod) (start, end int) {
	const span = 5
	aim, within, before := 0, false, false
	for i := 0; ; {
		at, to := indexAny(s[i:], ws.yearTo)
		if at < 0 {
			break
		}
		lead := s[:i+at]
		i += at + len(to)
		y, w := year(s[i:])
		if y == 0 || !strings.HasPrefix(s[i+w:], "年") || lead != "" && !strings.ContainsRune("。，,；;：:、\n \u3000", lastRune(lead)) {
			continue
		}
		within = within || y >= f.start && y <= f.end
		before = before || y >= f.start-span && y < f.start
		if aim == 0 && y > f.end && y <= f.end+span {
			aim = y
		}
	}
	switch {
	case before && ws.plansBefore(s, f):
		return f.start - span, f.end
	case within || aim == 0:
	case ws.looksBack(s, f, ws.gained):
		return f.end + 1, aim
	case aim < f.end+span:
		return f.start, aim
	}
	return f.start, f.end
}

// plansBefore reports whether a text names the period before f without looking back at it.
func (ws *words) plansBefore(s string, f fiveYearPeriod) bool {
	for _, g := range fiveYear {
		if g.end == f.start-1 && ws.namesPeriod(s, g.word) {
			return !ws.looksBack(s, g, nil)
		}
	}
	return false
}

// looksBack reports whether a text tells of what came of a period: the sentence that names it
// does, also by the words of more, or opens with its end (“十六五”末,全县…), or one behind it
// begins with its last year or the one before.
func (ws *words) looksBack(s string, f fiveYearPeriod, more []string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], f.word)
		if i < 0 {
			return false
		}
		lead := strings.TrimRight(s[:from+i], "“\"「 ")
		from += i + len(f.word)
		if hasPrefix(strings.TrimLeft(s[from:], "”\"」"), ws.periodClose) && (lead == "" || strings.HasSuffix(lead, "\n") || endsSentence(lead)) {
			return true
		}
		rest, behind, _ := strings.Cut(s[from:], "。")
		rest, _, _ = strings.Cut(rest, "\n")
		if hasAny(rest, ws.lookedBack...) || hasAny(rest, more...) {
			return true
		}
		for behind != "" {
			told := strings.TrimLeft(behind, " \n\u3000")
			if y, w := year(told); (y == f.end || y == f.end-1) && strings.HasPrefix(told[w:], "年") && hasPrefix(told[w+len("年"):], ws.yearOpening) {
				return true
			}
			_, behind, _ = strings.Cut(behind, "。")
		}
	}
}

// yearBefore reads the year that ends at at, and its width in bytes: four digits, or
// as many characters (二〇三〇); 0 for none.
func yearBefore(s string, at int) (y, w int) {
	for _, back := range [...]int{4, 12} {
		if at >= back {
			if y, w := year(s[at-back : at]); w == back {
				return y, w
			}
		}
	}
	return 0, 0
}

// saidYear is a year that a text names: 2031年, 二〇三一年.
type saidYear struct {
	year  int
	start int // where it begins
	end   int // where the text goes on behind 年
}

// yearsIn gives the years of a text in their order.
func yearsIn(s string) iter.Seq[saidYear] {
	const sign = "年"
	return func(yield func(saidYear) bool) {
		for at := 0; ; {
			k := strings.Index(s[at:], sign)
			if k < 0 {
				return
			}
			k, at = at+k, at+k+len(sign)
			if y, w := yearBefore(s, k); w > 0 && !yield(saidYear{y, k - w, at}) {
				return
			}
		}
	}
}

// yearOfWork returns the year whose tasks a text names: 现就2031年《政府工作报告》
// 确定的重点工作…, 2031年实事项目安排; 0 for none, and where it tells what became of them.
func (ws *words) yearOfWork(s string) int {
	const reach = 60 // bytes behind the year
	for y := range yearsIn(s) {
		rest := s[y.end:min(len(s), y.end+reach)]
		rest = rest[:clauseLen(rest)]
		if hasAny(rest, ws.yearWork...) && !hasAny(rest, ws.yearTold...) {
			return y.year
		}
	}
	return 0
}

// clauseLen returns where in s the first mark or line's end stands; its length for none.
func clauseLen(s string) int {
	if k := strings.IndexAny(s, "\n。,，、;；:："); k >= 0 {
		return k
	}
	return len(s)
}

// yearReported returns the year that a report looks back at before it comes to 今年:
// 2029年,全县生产总值完成…。今年的预期目标是….
func (ws *words) yearReported(s string) (reported int) {
	const reach = 160 // bytes behind the year
	head := s[:ws.comesToThisYear(s)]
	for y := range yearsIn(head) {
		lead := strings.TrimRight(head[:y.start], " \u3000\t")
		if lead != "" && !hasSuffix(lead, []string{"\n", "。", "!", "！", "…"}) {
			continue
		}
		rest := head[y.end:min(len(head), y.end+reach)]
		if (hasPrefix(rest, ws.yearOpening) || hasPrefix(rest, ws.yearDone)) && hasAny(rest, ws.yearDone...) {
			reported = max(reported, y.year)
		}
	}
	return reported
}

// comesToThisYear returns where a report begins to tell what this year is to bring; 0 where it
// does not.
func (ws *words) comesToThisYear(s string) (first int) {
	const reach = 48 // bytes behind the words for this year
	for _, w := range ws.thisYear {
		for from := 0; ; {
			k := strings.Index(s[from:], w)
			if k < 0 {
				break
			}
			k, from = from+k, from+k+len(w)
			if hasAny(s[from:min(len(s), from+reach)], ws.thisYearAhead...) {
				if first == 0 || k < first {
					first = k
				}
				break
			}
		}
	}
	return first
}

// yearAhead returns a year of which a text says what will be done, where it has told
// of the year before: 2029年,全县新修水渠…。2030年,将新修水渠….
func (ws *words) yearAhead(s string) int {
	const reach = 90 // bytes behind the year
	told := 0
	for y := range yearsIn(s) {
		lead := s[:y.start]
		if hasSuffix(lead, ws.yearTo) || hasSuffix(lead, ws.comparedWith) {
			continue
		}
		if told > 0 && y.year == told+1 {
			sentence, _, _ := strings.Cut(s[y.end:min(len(s), y.end+reach)], "。")
			if hasAny(sentence, ws.aheadWord...) {
				return y.year
			}
		}
		if hasPrefix(s[y.end:], ws.yearOpening) || hasSuffix(lead, []string{",", "，", "。"}) {
			told = y.year
		}
	}
	return 0
}

// yearRange finds 2021—2025年, 2021-2025年, 2021年至2025年 and the like.
func (ws *words) yearRange(s string) (a, b int) {
	for i := 0; i+8 < len(s); i++ {
		if c := s[i]; c != '1' && c != '2' && c != 0xef && c != 0xe4 || i > 0 && digit(s[i-1]) {
			continue
		}
		y, w := year(s[i:])
		if y == 0 {
			continue
		}
		j := i + w
		j += len(s[j:]) - len(strings.TrimPrefix(s[j:], "年"))
		k := j
		for _, d := range ws.rangeSign {
			for strings.HasPrefix(s[k:], d) {
				k += len(d)
			}
		}
		if k == j {
			continue
		}
		z, w2 := year(s[k:])
		if z > y && z-y <= 30 && strings.HasPrefix(s[k+w2:], "年") {
			return y, z
		}
	}
	return 0, 0
}

// firstYear returns the first «NNNN年» in a title.
func firstYear(s string) int {
	for i := 0; i+4 < len(s); i++ {
		if s[i] == '2' || s[i] == 0xef || s[i] == 0xe4 {
			if y, w := year(s[i:]); y > 0 && strings.HasPrefix(s[i+w:], "年") {
				return y
			}
		}
	}
	return 0
}
