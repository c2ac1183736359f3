package source

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"plangraph/internal/hanzi"
	"plangraph/plan"
)

// setMeta fills in title, number, issuer, date and period of p.
func (ws *words) setMeta(t string, u []unit, p *plan.Plan, f rawPlan) {
	p.DocumentNumber = f.number
	if f.number != "" {
		p.ID = f.number
	}
	own := f.title
	raw := t[f.titleSpan.Start:f.titleSpan.End]
	if i, _ := indexAny(raw, ws.aboutWord); i > 0 {
		p.Issuer = ws.issuers(raw[:i])
	}
	if hasSuffix(own, ws.circularWord) {
		own = ws.issuedTitle(own)
	}
	p.TitleSpan = f.titleSpan
	if f.titleSpan.Len() == 0 {
		p.TitleSpan = plan.Span{Start: p.Span.Start, End: p.Span.Start}
	}
	ws.signature(t, u, p)
	if p.Issuer == "" && len(u) > 0 { // 青川市人民政府文件
		if head, ok := cutEnd(t[u[0].start:u[0].end], ws.letterheadEnd); ok && ws.issuerLike(head) {
			p.Issuer = joinTitle(head)
		}
	}
	if own != "" {
		if at, ok := titleLines(t, u, own, f.titleSpan.Start); ok {
			p.TitleSpan = at
		}
	} else if named, at := ws.issuedInText(t, u); named != "" {
		own, p.TitleSpan = named, at
	} else {
		own = ws.titleAtHead(t, u, p)
	}
	p.Title = own
	head := own
	if len(u) > 0 {
		const longest = 6000 // bytes
		e := min(u[len(u)-1].end, u[0].start+longest)
		for e < len(t) && !utf8.RuneStart(t[e]) {
			e++
		}
		head = t[u[0].start:e]
	}
	ws.setPeriod(p, f.title+own, head, t[p.Span.Start:p.Span.End])
}

// titleLines finds the plan's own title in lines of their own, behind the circular's title.
func titleLines(t string, u []unit, title string, behind int) (plan.Span, bool) {
	const farthest, longest = 60, 300 // units; bytes of a line
	text := func(i int) string { return t[u[i].start:u[i].end] }
	for i := 0; i < len(u) && i <= farthest; i++ {
		s := text(i)
		if u[i].start <= behind || len(s) > longest || !strings.HasPrefix(title, joinTitle(s)) || runes(s) < 5 {
			continue
		}
		e := i
		joined := joinTitle(s)
		for e+1 < len(u) && len(joined) < len(title) && strings.HasPrefix(title, joined+joinTitle(text(e+1))) {
			e++
			joined += joinTitle(text(e))
		}
		if len(joined) == len(title) {
			return plan.Span{Start: u[i].start, End: u[e].end}, true
		}
	}
	return plan.Span{}, false
}

// titleAtHead finds the title of a text without a circular in its first lines, and notes
// where it stands; "" for none.
func (ws *words) titleAtHead(t string, u []unit, p *plan.Plan) string {
	const farthest, circularWithin = 12, 3 // units
	for i := 0; i < len(u) && i <= farthest; i++ {
		s := strings.TrimRight(t[u[i].start:u[i].end], "| ") // of a row of a table: 任务清单 | |
		end := u[i].start + len(s)
		if ws.noise(s) || u[i].tab || u[i].part {
			continue
		}
		if issuer, ok := ws.circularTitle(s); ok && i <= circularWithin {
			p.Issuer = issuer
			p.TitleSpan = plan.Span{Start: u[i].start, End: end}
			return ws.issuedTitle(joinTitle(s))
		}
		if runes(s) <= 60 && ws.titleLike(bareTitle(s)) && !hasAny(s, "。", ",", "，", ";") && numberOf(s).class == classNone {
			p.TitleSpan = plan.Span{Start: u[i].start, End: end}
			return joinTitle(s)
		}
	}
	return ""
}

// circularTitle reads the title of a circular that neither a number nor addressees follow, and
// returns who issued it: 甲县人民政府印发关于…的通知; the issuer is "" in 关于…的通知.
func (ws *words) circularTitle(s string) (issuer string, ok bool) {
	const longest = 90 // characters
	if runes(s) > longest || hasPrefix(s, ws.circularCited) || hasAny(s, "。", ":", "：", ";", "；") || numberOf(s).class != classNone || !hasSuffix(bareTitle(withoutPinyin(s)), ws.circularEnd) {
		return "", false
	}
	about, _ := indexAny(s, ws.aboutWord)
	if about < 0 {
		return "", false
	}
	head := strings.TrimSpace(s[:about])
	if rest, ok := cutEnd(head, ws.issueVerb); ok {
		head = rest
	}
	if head != "" && !ws.issuerLike(head) && !hasSuffix(head, ws.issuersEnd) {
		return "", false
	}
	return ws.issuers(head), true
}

// issuedTitle takes the plan's title out of a circular's: 关于印发X的通知 → X,
// else the title itself.
func (ws *words) issuedTitle(s string) string {
	for _, w := range ws.issueWord {
		i := strings.Index(s, w)
		if i < 0 {
			continue
		}
		x := withoutPinyin(ws.withoutCircular(s[i+len(w):]))
		for _, p := range [...][2]string{{"《", "》"}, {"〈", "〉"}} {
			x = strings.TrimSuffix(strings.TrimPrefix(x, p[0]), p[1])
		}
		if x != "" {
			return x
		}
	}
	return s
}

// withoutCircular cuts what a circular's title ends with off the plan's in it.
func (ws *words) withoutCircular(s string) string {
	for _, w := range ws.circularTail {
		if k := strings.LastIndex(s, w); k > 0 {
			return s[:k]
		}
	}
	for _, w := range ws.circularWord {
		s = strings.TrimSuffix(s, w)
	}
	return s
}

// issuedInText finds the title of the plan in the words of a circular without a
// title of its own: 现将《…》印发给你们. The span is that of the title's own lines
// further on, else of the words.
func (ws *words) issuedInText(t string, u []unit) (string, plan.Span) {
	const farthest = 12 // units
	for i := 0; i < len(u) && i <= farthest; i++ {
		s := t[u[i].start:u[i].end]
		open, word := indexAny(s, ws.issuedAs)
		if open < 0 {
			continue
		}
		open += len(word)
		end := strings.Index(s[open:], "》")
		if end < 0 || !hasAny(s[open+end:min(len(s), open+end+60)], ws.issuedTo...) {
			continue
		}
		title := joinTitle(s[open : open+end])
		for k := i + 1; k < len(u) && k < i+12; k++ {
			joined := ""
			for e := k; e < len(u) && e < k+4; e++ {
				if joined += joinTitle(t[u[e].start:u[e].end]); joined == title {
					return title, plan.Span{Start: u[k].start, End: u[e].end}
				} else if !strings.HasPrefix(title, joined) {
					break
				}
			}
		}
		return title, plan.Span{Start: u[i].start + open, End: u[i].start + open + end}
	}
	return "", plan.Span{}
}

// withoutPinyin takes out what converters leave behind a character: 規(guī)劃.
func withoutPinyin(s string) string {
	for from := 0; ; {
		open, width := openBracket(s, from)
		if width == 0 {
			return s
		}
		from = open + width
		end, tone := from, false
		for end < len(s) {
			r, n := utf8.DecodeRuneInString(s[end:])
			if !unicode.Is(unicode.Latin, r) {
				break
			}
			tone = tone || r > unicode.MaxASCII
			end += n
		}
		if !tone {
			continue
		}
		if r, n := utf8.DecodeRuneInString(s[end:]); r == ')' || r == '）' {
			s, from = s[:open]+s[end+n:], open
		}
	}
}

// openBracket returns where the first opening bracket behind from stands and how many bytes
// it has; 0 bytes for none.
func openBracket(s string, from int) (at, width int) {
	const wide = "（"
	at, width = strings.IndexByte(s[from:], '('), 1
	if w := strings.Index(s[from:], wide); w >= 0 && (at < 0 || w < at) {
		at, width = w, len(wide)
	}
	if at < 0 {
		return 0, 0
	}
	return from + at, width
}

// signature reads issuer and date from the end of the circular.
func (ws *words) signature(t string, u []unit, p *plan.Plan) {
	for pass := 0; pass < 2; pass++ {
		for k := range u {
			i := k
			if pass == 1 { // a single document: at its very end
				i = len(u) - 1 - k
			}
			if k > 40 {
				break
			}
			s := t[u[i].start:u[i].end]
			if len(s) > 120 {
				continue
			}
			iso, ok := wholeDate(s)
			if !ok {
				continue
			}
			p.IssuedOn = iso
			first := i
			for first > 0 && ws.issuerLike(t[u[first-1].start:u[first-1].end]) {
				first--
			}
			if first < i {
				p.Issuer = ws.issuers(t[u[first].start:u[i-1].end])
			}
			return
		}
	}
}

// issuers writes the names of those who issued a document, which lines or blanks part, with
// commas of enumeration between them; one that was set wide (水 利 部) is one name.
func (ws *words) issuers(s string) string {
	const shortest = 3 // characters of a name: 财政部
	names := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == lineJoin })
	for _, name := range names {
		if runes(name) < shortest || !ws.issuerLike(name) {
			return joinTitle(s)
		}
	}
	return strings.Join(names, "、")
}

// wholeDate reads a date that is the whole line: 2021年8月27日, 二〇二一年八月二十七日,
// also in brackets.
func wholeDate(s string) (string, bool) {
	s = joinTitle(strings.Trim(s, "()（） "))
	y, i := year(s)
	if y == 0 || !strings.HasPrefix(s[i:], "年") {
		return "", false
	}
	i += 3
	m, w := digits(s[i:])
	if w == 0 {
		m, w = hanNumber(s[i:])
	}
	i += w
	if w == 0 || m > 12 || m == 0 || !strings.HasPrefix(s[i:], "月") {
		return "", false
	}
	i += 3
	d, w := digits(s[i:])
	if w == 0 {
		d, w = hanNumber(s[i:])
	}
	i += w
	if w == 0 || d == 0 || d > 31 || s[i:] != "日" {
		return "", false
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d), true
}

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

// fiveYear are the periods that texts name by their ordinal, the shorter names first:
// 十四五, 第十四个五年.
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
	for n := last; n > first; n-- {
		out = append(out, fiveYearPeriod{hanzi.Teen(n) + "五", start(n), start(n) + 4})
	}
	for n := last; n >= first; n-- {
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

// yearOfWork returns the year whose tasks a text names: 现就2031年《政府工作报告》
// 确定的重点工作…, 2031年实事项目安排; 0 for none, and where it tells what became of them.
func (ws *words) yearOfWork(s string) int {
	for i := 0; ; {
		k := strings.Index(s[i:], "年")
		if k < 0 {
			return 0
		}
		at := i + k
		i = at + len("年")
		rest := s[i:min(len(s), i+60)]
		if k := strings.IndexAny(rest, "\n"); k >= 0 {
			rest = rest[:k]
		}
		for _, c := range []string{"。", ",", "，", "、", ";", "；", ":", "："} {
			rest, _, _ = strings.Cut(rest, c)
		}
		if !hasAny(rest, ws.yearWork...) || hasAny(rest, ws.yearTold...) {
			continue
		}
		if y, w := yearBefore(s, at); w > 0 {
			return y
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

// yearReported returns the year that a report looks back at before it comes to 今年:
// 2029年,全县生产总值完成…。今年的预期目标是….
func (ws *words) yearReported(s string) (y int) {
	end := -1
	for _, w := range ws.thisYear {
		for from := 0; ; {
			i := strings.Index(s[from:], w)
			if i < 0 {
				break
			}
			at := from + i
			from = at + len(w)
			rest := s[from:min(len(s), from+48)]
			if hasAny(rest, ws.thisYearAhead...) && (end < 0 || at < end) {
				end = at
				break
			}
		}
	}
	for i := 0; i < end; {
		k := strings.Index(s[i:end], "年")
		if k < 0 {
			break
		}
		at := i + k
		i = at + len("年")
		v, w := yearBefore(s, at)
		lead := strings.TrimRight(s[:at-w], " \u3000\t")
		if w == 0 || lead != "" && !hasSuffix(lead, []string{"\n", "。", "!", "！", "…"}) {
			continue
		}
		if rest := s[i:min(end, i+160)]; (hasPrefix(rest, ws.yearOpening) || hasPrefix(rest, ws.yearDone)) && hasAny(rest, ws.yearDone...) {
			y = max(y, v)
		}
	}
	return y
}

// yearAhead returns a year of which a text says what will be done, where it has told
// of the year before: 2029年,全县新修水渠…。2030年,将新修水渠….
func (ws *words) yearAhead(s string) int {
	seen := 0
	for i := 0; ; {
		k := strings.Index(s[i:], "年")
		if k < 0 {
			return 0
		}
		at := i + k
		i = at + len("年")
		y, w := yearBefore(s, at)
		lead := s[:at-w]
		if w == 0 || (hasSuffix(lead, ws.yearTo) || hasSuffix(lead, ws.comparedWith)) {
			continue
		}
		if seen > 0 && y == seen+1 {
			rest, _, _ := strings.Cut(s[i:min(len(s), i+90)], "。")
			if hasAny(rest, ws.aheadWord...) {
				return y
			}
		}
		if hasPrefix(s[i:], ws.yearOpening) || hasSuffix(lead, []string{",", "，", "。"}) {
			seen = y
		}
	}
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
