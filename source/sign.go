package source

import (
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// Whether a text without a circular around it sets tasks, and so is a plan.

// fragment is the most bytes that a text without a title may have to be taken for a
// piece of a plan by its words of obligation alone.
const fragment = 4 << 10

// looksLikePlan judges a text without a circular: whether it sets tasks.
func (ws *words) looksLikePlan(t string, u []unit) bool {
	end := u[0].start + min(u[len(u)-1].end-u[0].start, 200<<10)
	for end < len(t) && !utf8.RuneStart(t[end]) {
		end++
	}
	s := t[u[0].start:end]
	if countAny(s, ws.dutySign, 1) > 0 || countAny(joinTitle(s[:runeCut(s, 3000)]), ws.dutySign, 1) > 0 { // also where a header is set wide
		return true
	}
	story := hasAny(s[:min(len(s), 3000)], "本报讯", "本报记者", "新华社", "记者", "小说")
	title, titled := "", false
	for i := 0; i < len(u) && i < 12; i++ {
		line := t[u[i].start:min(u[i].end, u[i].start+200)]
		if addressee(t[u[i].start:min(u[i].end, u[i].start+800)]) {
			return true
		}
		if l, ok := labelAt(line); ok && (l.kind == plan.KindBox || l.kind == plan.KindTable && hasAny(line, "指标", "目标")) {
			return true // a box, or a table of goals
		}
		if title == "" && !ws.noise(line) && runes(line) < 60 && !endsSentence(bareTitle(line)) {
			title = bareTitle(withoutUnit(line))
			if title = strings.TrimRight(strings.TrimSuffix(title, "附解读"), " \u3000"); hasSuffix(title, ws.noPlanTitle) && !strings.HasSuffix(title, "政府工作报告") {
				return false
			}
			titled = ws.titleLike(title)
		} else if !titled && !story && runes(line) < 60 && !ws.noise(line) { // the site's name may stand above the title
			titled = ws.titleLike(bareTitle(line)) && numberAt(line).class == classNone
		}
	}
	if title != "" && hasSuffix(title, ws.goalTitleEnd) {
		return true
	}
	if first, _ := utf8.DecodeRuneInString(s); first == '┌' || first == '┏' {
		return hasAny(s, "责任", "任务", "目标", "牵头", "責任", "任務", "目標") // a drawn table by itself
	}
	rows := 0
	for i := range u {
		switch marks := strings.Count(t[u[i].start:u[i].end], "|"); {
		case marks > 3*lineTableMarks: // rows that lost their line breaks
			rows += 3
		case u[i].tab || marks > 0:
			rows++
		}
	}
	if titled && rows > 2 || ws.goalHeader(t, u) {
		return true
	}
	sentences, orders, aims, charges, numbered, works := 0, 0, 0, 0, 0, 0
	for i := range u {
		if u[i].start > end || sentences > 4000 {
			break
		}
		x := t[u[i].start:u[i].end]
		if n := numberAt(x[:min(len(x), 48)]); n.class != classNone {
			numbered++
			x = x[n.width:]
			if hasSuffix(strings.TrimRight(x, "；;。 "), ws.workEnd) {
				works++
			}
			if head := x[:max(0, strings.Index(x+"。", "。"))]; len(head) <= 60 && hasAny(head, "目标", "目標") && !hasAny(head, "完成", "回顾", "情况", "情況") {
				orders += 3 // a heading of goals
			}
		}
		for k := 0; k < len(x); {
			e := strings.Index(x[k:], "。")
			if e < 0 {
				e = len(x) - k
			}
			if v := withoutPinyin(strings.TrimLeft(x[k:k+e], " \u3000")); len(v) > 12 {
				sentences++
				_, w := digits(v)
				if n := numberOf(v); n.class == classParenDigit && k > 0 { // (2)… in the same line
					w = n.width
					numbered++
				}
				must := bodyMust(v)
				if must {
					charges++
				}
				if must || hasPrefix(strings.TrimLeft(v[w:], " .、▶►▷▸➤➢●■◆◇★☆▲△□▪※✔√"), ws.directive) || hasAny(v, ws.orderWord...) || hasAny(v, ws.boundWord...) && !hasAny(v, ws.toldWord...) {
					orders++
				}
				if hasAny(v, ws.aimWord...) && !hasAny(v, ws.toldWord...) {
					aims++
				}
			}
			k += e + 3
			if k > 200<<10 {
				break
			}
		}
	}
	switch {
	case titled && (orders > 0 || numbered > 0):
		return true
	case works >= 3 && hasAny(s[:runeCut(s, 1500)], "实事", "實事") && !hasAny(s[:runeCut(s, 1500)], "完成情况", "完成情況", "进展情况", "進展情況", "落实情况", "投入使用", "回顾"):
		return true // what is to be done for the people, by name
	case !story && strings.Count(s, "项目")+strings.Count(s, "項目") >= 3 && hasAny(s, ws.projectList...) && !hasAny(s, "完成情况", "进展情况", "累计完成", "完成情況", "累計完成"):
		return true // a list of projects with what is invested in them
	case story:
		return orders*3 >= sentences && (numbered >= 3 || aims >= 2 && orders >= 2) || orders >= 3 && orders*2 >= sentences || // a plan as the papers tell it
			charges >= 3 && charges*3 >= sentences || charges >= 2 && charges*2 >= sentences // or a circular: 农业部门要…,商务部门要…
	case len(s) < fragment && (title == "" && countAny(s, ws.obligation, 1) > 0 || ws.directs(s)):
		return true // a fragment: a plan's title stands elsewhere
	case numbered > 0:
		return orders >= 1 && orders*6 >= sentences
	}
	return orders >= 1 && orders*4 >= sentences
}

// withoutUnit returns a title without what it says behind a blank of a table's units:
// 任务分解表 单位:万亩.
func withoutUnit(s string) string {
	for _, w := range [...]string{" 单位:", " 单位：", "\u3000单位:", "\u3000单位：", " 單位:", " 單位："} {
		if k := strings.Index(s, w); k > 0 {
			return strings.TrimRight(s[:k], " \u3000")
		}
	}
	return s
}

// goalHeader reports a text that begins with the header of a table of goals, as a piece
// of a plan whose title stands elsewhere does: 项目名称|年度目标|….
func (ws *words) goalHeader(t string, u []unit) bool {
	for i := 0; i < len(u) && i < 12; i++ {
		s := t[u[i].start:min(u[i].end, u[i].start+600)]
		s = s[:runeCut(s, 80)]
		if !hasAny(s, ws.goalSign...) || hasAny(s, "。", "完成情况", "进展情况", "完成情況", "進展情況") {
			continue
		}
		if u[i].tab || u[i].piped || runes(s) <= 8 || strings.Count(s, "|") > 1 || strings.Count(s, " ")+strings.Count(s, "\u3000") > 1 {
			return true
		}
	}
	return false
}

// directs reports whether the clauses of a text say one after the other what is to be
// done (改扩建甲、乙机场;迁建丙机场;新建丁机场), and nothing in it tells the past.
func (ws *words) directs(s string) bool {
	const least, share = 3, 3 // a third of the clauses, three at the least
	if hasAny(s, ws.toldWord...) {
		return false
	}
	clauses, orders := 0, 0
	for _, c := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("，,；;：:。\n", r) }) {
		if clauses++; hasPrefix(strings.TrimLeft(c, " \u3000"), ws.directive) {
			orders++
		}
	}
	return orders >= least && orders*share >= clauses
}

// bodyMust reports a sentence in which a body or a place has to do something:
// 县水利局要…, 各镇应….
func bodyMust(s string) bool {
	for _, must := range [...]string{"要", "应", "應"} {
		for from := 0; ; {
			i := strings.Index(s[from:], must)
			if i < 0 {
				break
			}
			at := from + i
			from = at + len(must)
			if hasPrefix(s[from:], []string{"求", "素", "点", "點", "急", "用", "对", "收"}) {
				continue
			}
			if strings.ContainsRune("局委办厅部院署门位府区县市镇乡地社队处辦廳門縣鎮鄉區隊處", lastRune(s[:at])) {
				return true
			}
		}
	}
	return false
}
