package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// Whether a text without a circular around it sets tasks, and so is a plan.

// fragment is the most bytes that a text may have to be taken for a piece of a plan whose
// title stands elsewhere.
const fragment = 4 << 10

// judged is the most bytes of a text that are looked at.
const judged = 200 << 10

// looksLikePlan judges a text without a circular: whether it sets tasks.
func (ws *words) looksLikePlan(t string, u []unit) bool {
	end := u[0].start + min(u[len(u)-1].end-u[0].start, judged)
	for end < len(t) && !utf8.RuneStart(t[end]) {
		end++
	}
	s := t[u[0].start:end]
	if setWide(s) {
		s = strings.ReplaceAll(s, " ", "")
		inner := ws.scanUnits(s, false)
		return len(inner) > 0 && ws.looksLikePlan(s, inner)
	}
	if ws.dutySign.in(s) || ws.dutySign.in(joinTitle(s[:runeCut(s, 3000)])) { // also where a header is set wide
		return true
	}
	story := hasAny(s[:min(len(s), 3000)], ws.storyWord...)
	head := ws.readHead(t, u, story)
	if head.decides {
		return head.plan
	}
	if head.title != "" && hasSuffix(head.title, ws.goalTitleEnd) {
		return true
	}
	if first, _ := utf8.DecodeRuneInString(s); first == '┌' || first == '┏' { // a drawn table by itself
		return hasAny(s, ws.taskSign...) || hasAny(s, ws.natureWord...)
	}
	if ws.goalHeader(t, u) || ws.periodHeader(t, u, head.titled) {
		return true
	}
	const manyWorks = 5 // in one sentence
	c := ws.countSigns(t, u, end)
	opening := s[:runeCut(s, 1500)]
	switch {
	case head.titled && (c.orders > 0 || c.numbered > 0 || c.aims > 0):
		return true
	case (c.works >= 3 || strings.Count(opening, ";")+strings.Count(opening, "；") >= manyWorks) && hasAny(opening, ws.promiseWord...) && !hasAny(opening, ws.outcomeWord...):
		return true // what is to be done for the people, by name
	case !story && countOf(s, ws.projectMark) >= 3 && hasAny(s, ws.projectList...) && !hasAny(s, ws.progressWord...) && !hasAny(s, ws.progressTotal...):
		return true // a list of projects with what is invested in them
	case story:
		return c.storyOfPlan()
	case len(s) < fragment:
		return ws.pieceOfPlan(t, u, &c)
	case c.numbered > 0:
		return c.orders >= 1 && c.orders*6 >= c.sentences
	}
	return c.orders >= 1 && c.orders*4 >= c.sentences
}

// textHead is what the first lines of a text tell.
type textHead struct {
	title   string // "" for none
	titled  bool   // the title, or a line below the site's name, is one of a plan
	decides bool   // they tell for certain whether it is a plan
	plan    bool
}

// readHead reads the first lines of a text.
func (ws *words) readHead(t string, u []unit, story bool) (h textHead) {
	const farthest = 12 // units
	for i := 0; i < len(u) && i < farthest; i++ {
		line := t[u[i].start:min(u[i].end, u[i].start+200)]
		if ws.addressee(t[u[i].start:min(u[i].end, u[i].start+800)]) {
			return textHead{decides: true, plan: true}
		}
		if l, ok := ws.labelAt(line); ok && (l.kind == plan.KindBox || l.kind == plan.KindTable && (hasAny(line, ws.columnIndicator...) || hasAny(line, ws.goalHeading...))) {
			return textHead{decides: true, plan: true} // a box, or a table of goals
		}
		if ws.onlyLabel(line) {
			continue // 附件1, and the title below it
		}
		if h.title == "" && !ws.noise(line) && runes(line) < 60 && (!endsSentence(line) || hasSuffix(bareTitle(line), ws.goalTitleEnd)) && !endsSentence(bareTitle(line)) {
			h.title = bareTitle(ws.withoutUnit(line))
			for _, w := range ws.titleRemark {
				h.title = strings.TrimSuffix(h.title, w)
			}
			h.title = strings.TrimRight(h.title, " \u3000")
			if hasSuffix(h.title, ws.noPlanTitle) && !hasSuffix(h.title, ws.reportTitle) {
				return textHead{decides: true}
			}
			h.titled = ws.titleLike(h.title)
		} else if !h.titled && !story && runes(line) < 60 && !ws.noise(line) { // the site's name may stand above the title
			h.titled = ws.titleLike(bareTitle(line)) && numberOf(line).class == classNone
		}
	}
	return h
}

// onlyLabel reports a line that is the label of an annex and nothing else: 附件1, 附 件:.
func (ws *words) onlyLabel(line string) bool {
	const longest = 24 // bytes
	if len(line) > longest {
		return false
	}
	line = joinTitle(line)
	l, ok := ws.labelAt(line)
	return ok && l.kind == plan.KindAnnex && strings.Trim(line[l.len:], ":：") == ""
}

// signs counts what shows in a text that it sets tasks.
type signs struct {
	sentences int
	orders    int // sentences that set a task
	charges   int // those of them that say who has to
	aims      int // sentences that tell what is to come
	told      int // sentences that tell what was
	numbered  int // numbered paragraphs
	works     int // those of them that name a thing to be done
}

// storyOfPlan reports whether a story is a plan as the papers tell it, or a circular:
// 农业部门要…,商务部门要….
func (c *signs) storyOfPlan() bool {
	return c.orders*3 >= c.sentences && (c.numbered >= 3 || c.aims >= 2 && c.orders >= 2) ||
		c.orders >= 3 && c.orders*2 >= c.sentences ||
		c.charges >= 3 && c.charges*3 >= c.sentences ||
		c.charges >= 2 && c.charges*2 >= c.sentences ||
		c.aims >= 1 && c.aims*4 >= c.sentences // short news of what a plan is to reach
}

// countSigns counts the signs in the units that begin before end.
func (ws *words) countSigns(t string, u []unit, end int) (c signs) {
	const most = 4000 // sentences
	for i := range u {
		if u[i].start > end || c.sentences > most {
			break
		}
		x := t[u[i].start:u[i].end]
		if n := numberOf(x); n.class != classNone {
			x = x[n.width:]
			ws.countNumbered(&c, x)
		}
		for k := 0; k < len(x) && k <= judged; {
			e := strings.Index(x[k:], "。")
			if e < 0 {
				e = len(x) - k
			}
			ws.countSentence(&c, x[k:k+e], k > 0)
			k += e + len("。")
		}
	}
	return c
}

// countNumbered counts a paragraph with a number, which s is without it.
func (ws *words) countNumbered(c *signs, s string) {
	c.numbered++
	name := s
	if i := strings.IndexAny(s, ",，:："); i > 0 { // 教育设施建设工程,包括…
		name = s[:i]
	}
	if hasSuffix(strings.TrimRight(s, "；;。 "), ws.workEnd) || hasSuffix(name, ws.workEnd) {
		c.works++
	}
	first, _, _ := strings.Cut(s, "。")
	if len(first) <= 60 && hasAny(first, ws.goalHeading...) && !hasAny(first, ws.yearTold...) {
		c.orders += 3 // a heading of goals
	}
}

// amongThem opens a sentence that gives the parts of what the one before it gives as a whole.
const amongThem = "其中"

// countSentence counts a sentence; inside says that it is not the first of its line.
func (ws *words) countSentence(c *signs, s string, inside bool) {
	s = withoutPinyin(joinTitle(s))
	if len(s) <= 12 || c.sentences > 0 && strings.HasPrefix(s, amongThem) {
		return // what 其中 gives the parts of is the sentence before
	}
	c.sentences++
	_, w := digits(s)
	if n := numberOf(s); n.class == classParenDigit && inside { // (2)… in the same line
		w = n.width
		c.numbered++
	}
	must := ws.bodyMust(s) || inside && ws.namesBody(s)
	if must {
		c.charges++
	}
	text := strings.TrimLeft(s[w:], itemSigns)
	if must || hasPrefix(text, ws.directive) || hasPrefix(text, ws.measureVerb) || ws.orderWord.in(s) || ws.setsBound(s) || ws.bodyDoes(s) {
		c.orders++
	}
	told := ws.told(s)
	if told || strings.Contains(s, perfective) {
		c.told++
	}
	if !told && ws.aimWord.in(s) {
		c.aims++
	}
}

// namesBody reports a bracket behind a sentence that ends in a body, which is charged with it:
// 整治河道。(市水利局、市园林局).
func (ws *words) namesBody(s string) bool {
	open := markAt(s, 0, "(", "（", "〔")
	if open == 0 {
		return false
	}
	in, _, closed := strings.Cut(strings.Replace(s[open:], "）", ")", 1), ")")
	return closed && hasSuffix(in, ws.mustBody)
}

// itemSigns may stand before the words of an item.
const itemSigns = " .、" + plan.ItemMarks

// withoutUnit returns a title without what it says behind a blank of a table's units:
// 任务分解表 单位:万亩.
func (ws *words) withoutUnit(s string) string {
	for _, w := range ws.unitNote {
		for _, blank := range [...]string{" ", "\u3000"} {
			if k := strings.Index(s, blank+w); k > 0 {
				return strings.TrimRight(s[:k], " \u3000")
			}
		}
	}
	return s
}

// told reports whether a sentence tells what was. What a goal is compared with is none of
// it: 由去年的48%提高到55%, 同比增长5%.
func (ws *words) told(s string) bool {
	if ws.toldBase.in(s) {
		for _, base := range ws.toldBase.list {
			s = strings.ReplaceAll(s, base, "")
		}
	}
	return ws.toldWord.in(s)
}

// setsBound reports whether a sentence, or one of the parts that semicolons make of it, gives
// a bound (达到, 以上) without a word that tells what was.
func (ws *words) setsBound(s string) bool {
	for len(s) > 0 {
		end, next := len(s), len(s)
		for _, mark := range [...]string{"；", ";"} {
			if k := strings.Index(s, mark); k >= 0 && k < end {
				end, next = k, k+len(mark)
			}
		}
		if part := s[:end]; ws.boundWord.in(part) && !ws.told(part) {
			return true
		}
		s = s[next:]
	}
	return false
}

// goalHeader reports a text that begins with the header of a table of goals, as a piece
// of a plan whose title stands elsewhere does: 项目名称|年度目标|….
func (ws *words) goalHeader(t string, u []unit) bool {
	for i := 0; i < len(u) && i < 12; i++ {
		s := t[u[i].start:min(u[i].end, u[i].start+600)]
		s = s[:runeCut(s, 200)]
		if !ws.goalSign.in(s) || strings.Contains(s, "。") || hasAny(s, ws.progressWord...) {
			continue
		}
		if u[i].tab || u[i].piped || runes(s) <= 8 || strings.Count(s, "|") > 1 || strings.Count(s, " ")+strings.Count(s, "\u3000") > 1 {
			return true
		}
	}
	return false
}

// periodHeader reports a text that begins with the header of a table of indicators for the
// years that a plan begins and ends with: 指标 | 2025年 | 2030年; below a plan's title any years do.
func (ws *words) periodHeader(t string, u []unit, titled bool) bool {
	const farthest, apart, longest = 6, 5, 300 // units, years, bytes
	named, lo, hi := false, 0, 0
	for i := 0; i < len(u) && i < farthest; i++ {
		s := t[u[i].start:min(u[i].end, u[i].start+longest)]
		if strings.ContainsAny(s, "。,，") || hasAny(s, ws.progressWord...) {
			return false
		}
		for _, cell := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("\t |\u3000", r) }) {
			named = named || slices.Contains(ws.columnIndicator, cell)
			if year := strings.TrimSuffix(cell, "年"); isYear(year) {
				y, _ := digits(year)
				if hi = max(hi, y); lo == 0 || y < lo {
					lo = y
				}
			}
		}
	}
	return named && lo > 0 && (hi-lo == apart || titled && hi > lo)
}

// pieceOfPlan reports whether a short text without a title of a plan may be a piece of one,
// whose title stands elsewhere: it sets or names something, and does not tell for the most
// part what was.
func (ws *words) pieceOfPlan(t string, u []unit, c *signs) bool {
	first := t[u[0].start:u[0].end]
	reports := runes(first) < 60 && numberOf(first).class == classNone && hasAny(first, ws.outcomeWord...)
	if reports || c.told > c.orders+c.aims && c.told*2 >= c.sentences {
		return false
	}
	return c.orders+c.aims > 0 || slices.ContainsFunc(u, func(x unit) bool { return ws.names(t[x.start:x.end]) })
}

// names reports whether a line gives what plans are made of: an item, a row of a table, a body
// that something is said of, an order, or a work.
func (ws *words) names(line string) bool {
	const cells = 3 // that blanks part
	if strings.ContainsAny(line, "\t|│") || len(strings.Fields(line)) >= cells || isFigure(line) || numberOf(line).class > classSection {
		return true
	}
	subject := line
	if i := strings.IndexAny(line, ":："); i > 0 {
		subject = line[:i]
	}
	if hasSuffix(subject, ws.mustBody) {
		return true
	}
	return slices.ContainsFunc(strings.FieldsFunc(line, endsClause), func(clause string) bool {
		return ws.orders(clause) || hasSuffix(clause, ws.workEnd)
	})
}

// orders reports whether a clause says what is to be done, maybe behind a short subject
// (今年我市|大力推进…).
func (ws *words) orders(clause string) bool {
	const subject = 6 // runes, at the most
	clause = strings.TrimLeft(clause, itemSigns)
	for range subject {
		if hasPrefix(clause, ws.directive) {
			return true
		}
		_, w := utf8.DecodeRuneInString(clause)
		clause = clause[w:]
	}
	return false
}

// endsClause reports whether r ends a clause.
func endsClause(r rune) bool { return strings.ContainsRune("，,；;：:。\n", r) }

// setWide reports a text with a blank behind each character, as converters of PDF files make it.
func setWide(s string) bool {
	s = s[:min(len(s), 3000)]
	return strings.Count(s, " ")*5 > len(s) // of the four bytes that a character and its blank take
}

// bodyMust reports a sentence in which a body or a place has to do something:
// 县水利局要…, 各镇应….
func (ws *words) bodyMust(s string) bool { return ws.bodyThen(s, ws.mustWord) }

// perfective says behind a verb that it is done.
const perfective = "了"

// bodyDoes reports whether a sentence says of a body what it does, and not what it did:
// 市财政局统筹资金.
func (ws *words) bodyDoes(s string) bool {
	return ws.bodyThen(s, ws.dutyWord) && !ws.told(s) && !strings.Contains(s, perfective)
}

// bodyThen reports whether one of the words stands right behind the last character of a body.
func (ws *words) bodyThen(s string, words []string) bool {
	for _, must := range words {
		for from := 0; ; {
			i := strings.Index(s[from:], must)
			if i < 0 {
				break
			}
			before := s[:from+i]
			from += i + len(must)
			if !hasPrefix(s[from:], ws.mustNot) && hasSuffix(before, ws.mustBody) {
				return true
			}
		}
	}
	return false
}
