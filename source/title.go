package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// titleOf decides what a numbered unit is: a heading alone on its line, a title
// before its text, or (with an empty title) a paragraph that only has a number.
func (b *builder) titleOf(x unit, n number, i int) (kind string, title plan.Span, alone bool) {
	t := b.t
	kind = kindOf[n.class]
	body := x.start + n.width
	stop := firstSentence(t, body, x.end)
	if ts := spacedTitle(t, body, x.end, stop); ts.Len() > 0 && !b.stray && n.class <= classDigit && n.class >= classHan {
		return kind, ts, false
	}
	if stop < 0 || stop == x.end {
		// One sentence: a heading, or a measure without a title.
		ts := titleSpan(t, body, x.end)
		s := t[ts.Start:ts.End]
		length := runes(s)
		followed := i+1 < len(b.u) && !x.column
		field, same := false, false
		if followed {
			nx := b.text(i + 1)
			field = b.fieldLine(nx)
			same = numberOf(nx).class == n.class
			if n.class >= classDigit && stop < 0 && cutBefore(s, nx) && !field && !b.beginsAnew(nx) {
				return kind, plan.Span{}, false
			}
		}
		inner := hasAny(s, ";", "；") || hasAny(s, b.titleNot...) || stop == x.end && b.stageList(s)
		comma := strings.ContainsAny(s, ",") || strings.Contains(s, "，")
		switch {
		case n.class == classHan && comma && stop == x.end && same:
			return kind, plan.Span{}, false
		case n.class <= classHan && length <= 60 && !inner:
			return kind, ts, true
		case n.class == classParenHan && length <= 60 && !inner && !field && !(same && comma && stop > 0):
			return kind, ts, true
		case field && length <= 120 && !inner:
			return kind, ts, false
		case n.class >= classDigit && !inner && !comma && length <= 40 && (!same || stop < 0):
			return kind, ts, !same || length <= titleRunes
		case n.class >= classDigit && !inner && length <= titleRunes && !same && (followed || !comma):
			return kind, ts, true
		}
		return kind, plan.Span{}, false
	}
	ts := titleSpan(t, body, stop)
	s := t[ts.Start:ts.End]
	comma := strings.ContainsAny(s, ",;:") || hasAny(s, "，", "；", "：")
	length := runes(s)
	if length > 0 && length <= titleRunes && !(comma && (length > 26 || strings.ContainsAny(s, "0123456789%:;"))) {
		return kind, ts, false
	}
	if n.class <= classParenHan && length <= 60 && length > 0 && !strings.ContainsAny(s, "0123456789%:;") {
		return kind, ts, false
	}
	return kind, plan.Span{}, false
}

// cutBefore reports whether the width of a page cut a sentence behind the line s: it is wide and
// goes on behind a comma, and the sentence ends in the next line, which is no wider.
func cutBefore(s, next string) bool {
	const narrowest = 40 // columns
	w := lineWidth(s)
	return w >= narrowest && hasAny(s, ",", "，", "、") && endsSentence(next) && lineWidth(next) <= w+slack
}

// stageList reports whether a sentence lists the works of one stage: 续建项目:甲桥、乙水厂.
func (ws *words) stageList(s string) bool {
	for _, colon := range [...]string{":", "："} {
		if label, list, ok := strings.Cut(s, colon); ok {
			return list != "" && slices.Contains(ws.stageLabel, label)
		}
	}
	return false
}

// spacedTitle finds a title that only a blank parts from its text, as where line
// breaks were lost: «二、主要任务 全年要…。».
func spacedTitle(t string, s, e, stop int) plan.Span {
	window := runeCut(t[s:e], 4*leadRunes)
	k := strings.IndexByte(t[s:s+window], ' ')
	if w := strings.Index(t[s:s+window], "\u3000"); w >= 0 && (k < 0 || w < k) {
		k = w
	}
	if k <= 0 || stop < 0 || s+k >= stop {
		return plan.Span{}
	}
	title := t[s : s+k]
	if n := utf8.RuneCountInString(title); n < 4 || n > leadRunes || strings.ContainsAny(title, ",;:()%\"") || hasAny(title, "，", "、", "；", "：", "“") {
		return plan.Span{}
	}
	rest, _ := trim(t, s+k, e)
	if !hanAt(t[rest:e]) {
		return plan.Span{}
	}
	return plan.Span{Start: s, End: s + k}
}

// fieldLine reports a line that gives the bodies of the task above it:
// 责任单位:…, 【责任单位】…, 责任单位——…, ──由市畜牧局….
func (ws *words) fieldLine(s string) bool {
	s = labelHead(strings.TrimLeft(s, "(（〔[【 "))
	const longest = 39 // bytes of the label
	k := colon(s, longest)
	if k > 0 {
		return hasAny(s[:k], ws.fieldWord...)
	}
	for _, mark := range [...]string{" ", "\u3000", "】", "——"} { // 责任单位 县水利局: a blank for the colon
		if k = strings.Index(s[:min(len(s), longest+len(mark))], mark); k > 0 {
			break
		}
	}
	return k > 0 && hasSuffix(s[:k], ws.fieldWord) && runes(s[:k]) <= 8 || k > 0 && ws.bareLabel(s[:k])
}

// labelHead returns s with no pinyin of a converter where its label stands: 责任单(dān)位:.
func labelHead(s string) string {
	const longest = 96 // bytes of a label, each character with a syllable behind it
	cut := runeCut(s, longest)
	head := withoutPinyin(s[:cut])
	if len(head) == cut {
		return s
	}
	return head + s[cut:]
}

// bareLabel reports a line that is the label of a field and nothing else: 责任单位.
func (ws *words) bareLabel(s string) bool {
	s = labelHead(s)
	return len(s) <= 24 && hasSuffix(s, ws.fieldEnd) && hasAny(s, ws.fieldWord...) && !hasPrefix(s, ws.fieldNot) && !hasAny(s, "、", ",", "，", ":", "：")
}

// fieldLabel reports a text that begins with the label of a field of a task (责任单位:).
func (ws *words) fieldLabel(s string) bool {
	const longest = 8 // characters
	s = labelHead(s)
	label, _, ok := strings.Cut(strings.Replace(s[:runeCut(s, 3*longest+3)], "：", ":", 1), ":")
	label = strings.TrimSpace(label)
	return ok && hasSuffix(label, ws.fieldEnd) && hasAny(label, ws.fieldWord...) && !hasPrefix(label, ws.fieldNot) // 明确责任单位: a measure
}

// leadOf returns the leading short sentence of a paragraph's text, or a zero span.
func (b *builder) leadOf(s, e int) plan.Span {
	window := min(e, s+4*leadRunes+8)
	for window < e && !utf8.RuneStart(b.t[window]) {
		window++
	}
	k := strings.Index(b.t[s:window], "。")
	if k <= 0 {
		return plan.Span{}
	}
	lead := b.t[s : s+k]
	if s+k+len("。") == e {
		return plan.Span{} // the whole paragraph
	}
	if strings.ContainsAny(lead, ",;:!?") || hasAny(lead, "，", "；", "：") || utf8.RuneCountInString(lead) > leadRunes {
		return plan.Span{}
	}
	return plan.Span{Start: s, End: s + k}
}
