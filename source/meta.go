package source

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

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
