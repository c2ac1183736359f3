package source

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"plangraph/plan"
)

// setMeta fills in title, number, issuer, date and period of p.
func (ws *words) setMeta(t string, u []unit, p *plan.Plan, f frame) {
	p.DocumentNumber = f.number
	if f.number != "" {
		p.ID = f.number
	}
	own := f.title
	for _, w := range [...]string{"关于", "關於"} {
		if i := strings.Index(own, w); i > 0 {
			p.Issuer = own[:i]
			break
		}
	}
	if strings.HasSuffix(own, "通知") || strings.HasSuffix(own, "通知)") {
		own = issuedTitle(own)
	}
	p.TitleSpan = f.titleSpan
	if f.titleSpan.Len() == 0 {
		p.TitleSpan = plan.Span{Start: p.Span.Start, End: p.Span.Start}
	}
	ws.signature(t, u, p)
	// The plan's own title line, where the text has it behind the circular.
	if own != "" {
		for i := range u {
			if i > 60 {
				break
			}
			s := t[u[i].start:u[i].end]
			if u[i].start <= f.titleSpan.Start || len(s) > 300 || !strings.HasPrefix(own, joinTitle(s)) || runes(s) < 5 {
				continue
			}
			e := i
			joined := joinTitle(s)
			for e+1 < len(u) && len(joined) < len(own) && strings.HasPrefix(own, joined+joinTitle(t[u[e+1].start:u[e+1].end])) {
				e++
				joined += joinTitle(t[u[e].start:u[e].end])
			}
			if len(joined) == len(own) {
				p.TitleSpan = plan.Span{Start: u[i].start, End: u[e].end}
				break
			}
		}
	} else if named, at := issuedInText(t, u); named != "" {
		own = named
		p.TitleSpan = at
	} else {
		for i := range u {
			if i > 12 {
				break
			}
			s := t[u[i].start:u[i].end]
			if ws.noise(s) || u[i].tab || u[i].part {
				continue
			}
			if at := strings.Index(s, "关于印发"); at > 0 && runes(s) <= 90 && strings.HasSuffix(s, "的通知") { // a circular's title that no circular follows
				p.Issuer, own = s[:at], issuedTitle(joinTitle(s))
				p.TitleSpan = plan.Span{Start: u[i].start, End: u[i].end}
				break
			}
			if runes(s) <= 60 && ws.titleLike(bareTitle(s)) && !hasAny(s, "。", ",", "，", ";") && numberAt(s).class == classNone {
				own = joinTitle(s)
				p.TitleSpan = plan.Span{Start: u[i].start, End: u[i].end}
				break
			}
		}
	}
	p.Title = own
	head := own
	if len(u) > 0 {
		e := min(u[len(u)-1].end, u[0].start+6000)
		for e < len(t) && !utf8.RuneStart(t[e]) {
			e++
		}
		head = t[u[0].start:e]
	}
	setPeriod(p, f.title+own, head, t[p.Span.Start:p.Span.End])
}

// issuedTitle takes the plan's title out of a circular's: 关于印发X的通知 → X,
// else the title itself.
func issuedTitle(s string) string {
	for _, w := range [...]string{"关于印发", "关于转发", "关于批转", "关于下发", "关于发布", "關於印發", "關於轉發", "印发", "转发", "印發", "轉發"} {
		if i := strings.Index(s, w); i >= 0 {
			x := s[i+len(w):]
			if k := strings.LastIndex(x, "的通知"); k > 0 {
				x = x[:k]
			} else {
				x = strings.TrimSuffix(x, "通知")
			}
			x = withoutPinyin(x)
			for _, p := range [...][2]string{{"《", "》"}, {"〈", "〉"}} {
				x = strings.TrimSuffix(strings.TrimPrefix(x, p[0]), p[1])
			}
			if x != "" {
				return x
			}
		}
	}
	return s
}

// issuedInText finds the title of the plan in the words of a circular without a
// title of its own: 现将《…》印发给你们. The span is that of the title's own lines
// further on, else of the words.
func issuedInText(t string, u []unit) (string, plan.Span) {
	for i := range u {
		if i > 12 {
			break
		}
		s := t[u[i].start:u[i].end]
		open := strings.Index(s, "现将《")
		if open < 0 {
			continue
		}
		open += len("现将《")
		end := strings.Index(s[open:], "》")
		if end < 0 || !hasAny(s[open+end:min(len(s), open+end+60)], "印发", "下发", "发给") {
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
		open := strings.IndexByte(s[from:], '(')
		if open < 0 {
			return s
		}
		open += from
		from = open + 1
		end := open + 1
		tone := false
		for end < len(s) && s[end] != ')' {
			r, n := utf8.DecodeRuneInString(s[end:])
			if !unicode.Is(unicode.Latin, r) {
				break
			}
			tone = tone || r > unicode.MaxASCII
			end += n
		}
		if tone && end < len(s) && s[end] == ')' {
			s, from = s[:open]+s[end+1:], open
		}
	}
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
			if i > 0 {
				if prev := t[u[i-1].start:u[i-1].end]; ws.issuerLike(prev) {
					p.Issuer = joinTitle(prev)
				}
			}
			return
		}
	}
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
		if v < 1949 || v > 2100 {
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
			i := strings.IndexRune(hanDigits, r)
			if i < 0 {
				return 0, 0
			}
			v = v*10 + i/3
		}
		w += n
	}
	if v < 1949 || v > 2100 {
		return 0, 0
	}
	return v, w
}

// fiveYear lists the periods that texts name by their ordinal.
var fiveYear = []struct {
	word       string
	start, end int
}{
	{"十六五", 2031, 2035}, {"十五五", 2026, 2030}, {"十四五", 2021, 2025}, {"十三五", 2016, 2020}, {"十二五", 2011, 2015}, {"十一五", 2006, 2010},
	{"第十五个五年", 2026, 2030}, {"第十四个五年", 2021, 2025}, {"第十三个五年", 2016, 2020}, {"第十二个五年", 2011, 2015},
	{"第十一个五年", 2006, 2010}, {"第十個五年", 2001, 2005}, {"第十个五年", 2001, 2005},
}

// setPeriod reads the plan's years from its titles, else from its beginning, and
// the horizon from anywhere: 展望2035年, else a sentence that opens with a later year
// than the plan's own (到2035年,…).
func setPeriod(p *plan.Plan, title, head, whole string) {
	if a, b := yearRange(title); a > 0 {
		p.PeriodStart, p.PeriodEnd = a, b
	}
	for _, f := range fiveYear {
		if p.PeriodStart == 0 && strings.Contains(title, f.word) {
			p.PeriodStart, p.PeriodEnd = f.start, f.end
		}
	}
	if p.PeriodStart == 0 {
		if a, b := yearRange(head[:runeCut(head, 900)]); a > 0 {
			p.PeriodStart, p.PeriodEnd = a, b
		}
	}
	if p.PeriodStart == 0 {
		if y := firstYear(title); y > 0 {
			p.PeriodStart, p.PeriodEnd = y, y
		}
	}
	if p.PeriodStart == 0 {
		if y := yearOfWork(head[:runeCut(head, 900)]); y > 0 {
			p.PeriodStart, p.PeriodEnd = y, y
		}
	}
	if p.PeriodStart == 0 {
		if y := yearReported(head); y > 0 {
			p.PeriodStart, p.PeriodEnd = y+1, y+1
		} else if y := yearAhead(head); y > 0 && title == "" {
			p.PeriodStart, p.PeriodEnd = y, y
		}
	}
	if p.PeriodStart == 0 && title == "" {
		for _, f := range fiveYear {
			if p.PeriodStart == 0 && namesPeriod(head, f.word) {
				p.PeriodStart, p.PeriodEnd = f.start, f.end
			}
		}
	}
	for at := 0; p.Horizon == 0; {
		i := strings.Index(whole[at:], "展望")
		if i < 0 {
			break
		}
		at += i + len("展望")
		rest := whole[at:]
		for _, w := range [...]string{"到", "至"} {
			rest = strings.TrimPrefix(rest, w)
		}
		if y, w := year(rest); y > p.PeriodEnd && strings.HasPrefix(rest[w:], "年") {
			p.Horizon = y
		}
	}
	if i := strings.Index(title, "年远景目标"); i > 0 && p.Horizon == 0 {
		p.Horizon, _ = yearBefore(title, i)
	}
	for at := 0; p.Horizon == 0 && p.PeriodEnd > 0; {
		i := strings.Index(whole[at:], "到")
		if i < 0 {
			break
		}
		before := whole[:at+i]
		at += i + len("到")
		if y, w := year(whole[at:]); y > p.PeriodEnd && strings.HasPrefix(whole[at+w:], "年") && (before == "" || endsSentence(before) || strings.ContainsRune("\n 　", lastRune(before))) {
			p.Horizon = y
		}
	}
	if p.PeriodEnd == p.Horizon && p.Horizon != 0 {
		p.Horizon = 0
	}
}

// namesPeriod reports whether a text speaks of a five-year period other than to compare
// with it: 比“十四五”末增加.
func namesPeriod(s, word string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], word)
		if i < 0 {
			return false
		}
		lead := strings.TrimRight(s[:from+i], "“\"「 ")
		if !hasSuffix(lead, []string{"比", "较", "較", "与", "與", "和", "在"}) {
			return true
		}
		from += i + len(word)
	}
}

// yearOfWork returns the year whose tasks a text names: 现就2031年《政府工作报告》
// 确定的重点工作…, 2031年实事项目安排; 0 for none, and where it tells what became of them.
func yearOfWork(s string) int {
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
		if !hasAny(rest, "政府工作报告", "重点工作", "主要工作", "工作要点", "实事", "目标任务", "工作任务", "重点项目", "重点工程", "政府工作報告", "重點工作", "目標任務", "预期目标", "預期目標", "工作目标", "工作目標") || hasAny(rest, "完成", "回顾", "总结", "情况", "进展", "回顧", "總結", "情況") {
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
func yearReported(s string) (y int) {
	end := -1
	for _, w := range [...]string{"今年", "新的一年"} {
		for from := 0; ; {
			i := strings.Index(s[from:], w)
			if i < 0 {
				break
			}
			at := from + i
			from = at + len(w)
			rest := s[from:min(len(s), from+48)]
			if hasAny(rest, "目标", "目標", "要", "将", "將", "任务", "任務") && (end < 0 || at < end) {
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
		if rest := s[i:min(end, i+160)]; hasPrefix(rest, []string{",", "，", "全", "我", "实现", "完成"}) && hasAny(rest, "完成", "实现", "達到", "达到", "實現", "增长", "增長") {
			y = max(y, v)
		}
	}
	return y
}

// yearAhead returns a year of which a text says what will be done, where it has told
// of the year before: 2029年,全县新修水渠…。2030年,将新修水渠….
func yearAhead(s string) int {
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
		if w == 0 || hasSuffix(lead, []string{"到", "至", "比", "较"}) {
			continue
		}
		if seen > 0 && y == seen+1 {
			rest, _, _ := strings.Cut(s[i:min(len(s), i+90)], "。")
			if hasAny(rest, "将", "將", "力争", "力爭", "计划", "計劃") {
				return y
			}
		}
		if hasPrefix(s[i:], []string{",", "，", "全", "我"}) || hasSuffix(lead, []string{",", "，", "。"}) {
			seen = y
		}
	}
}

// yearRange finds 2021—2025年, 2021-2025年, 2021年至2025年 and the like.
func yearRange(s string) (a, b int) {
	for i := 0; i+8 < len(s); i++ {
		if c := s[i]; c != '1' && c != '2' && c != 0xef && c != 0xe4 || i > 0 && s[i-1] >= '0' && s[i-1] <= '9' {
			continue
		}
		y, w := year(s[i:])
		if y == 0 {
			continue
		}
		j := i + w
		j += len(s[j:]) - len(strings.TrimPrefix(s[j:], "年"))
		k := j
		for _, d := range [...]string{"—", "－", "–", "-", "～", "~", "至", "到"} {
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
