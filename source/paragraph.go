package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// What a line without a number is: more of the paragraph before it, a title, a note, a member
// of a list.

// preface reports the title of an unnumbered chapter before the first.
func (ws *words) preface(s string) bool {
	if len(s) > 60 {
		return false
	}
	s = joinTitle(s)
	return slices.Contains(ws.prefaceTitle, s) || runes(s) <= 16 && hasSuffix(s, ws.reviewEnd)
}

// continues reports whether a unit goes on with the paragraph before it, which a
// page's or a line's end has cut.
func (b *builder) continues(x unit, s string) bool {
	if b.join < 0 || x.part {
		return false
	}
	blk := &b.p.Blocks[b.join]
	last := blk.Pieces[len(blk.Pieces)-1]
	prev := b.t[last.Start:last.End]
	if b.noteLine(s) || b.fieldLine(s) || b.recordLine(s) || b.recordLine(prev) && b.timeLike(lastRunes(prev, 6)) || b.rosterLine(s) || b.rosterLine(prev) || b.memberLine(s) {
		return false
	}
	if strings.HasSuffix(prev, "。") || b.bareLabel(s) {
		return false
	}
	if first := blk.Pieces[0]; b.bareLabel(b.t[first.Start:first.End]) {
		return b.fieldGoesOn(prev, s, len(blk.Pieces))
	}
	if unclosed(prev) {
		return true
	}
	if hasSuffix(prev, b.workEnd) && hasSuffix(s, b.workEnd) && !hasAny(s, ",", "，", "、", ":", "：") && runes(s) <= 30 { // a name a line
		return false
	}
	if len(blk.Pieces) == 1 && b.titleLine(prev, b.join == 0) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s); strings.ContainsRune(",、。;:，；：)）》”", r) {
		return true
	}
	if endsSentence(prev) || b.endsDue(prev) || plan.Bulleted(s) || x.gap && len(blk.Pieces) == 1 && runes(prev) < shortLine && !endsSentence(s) {
		return false
	}
	if b.fieldLine(prev) && !hasSuffix(prev, []string{"、", ",", "，"}) && (x.gap || runes(s) > runes(prev)+2) { // a list that was wrapped goes on right below, in a line that is no longer
		return false
	}
	if b.goalLine(prev, s) {
		return false
	}
	return runes(prev) >= 15 || !x.gap && len(blk.Pieces) > 1
}

// goalLine reports whether the line prev is a goal of its own (登记率达到95%以上) and s another
// or a text: it ends in an amount and s does, too, or is longer than any line that a page's
// width has cut. Where s names the amount again, prev is its headline.
func (ws *words) goalLine(prev, s string) bool {
	n := runes(prev)
	if n > 2*shortLine || hasPrefix(s, ws.lineGoesOn) {
		return false
	}
	if hasSuffix(prev, ws.goalEnd) {
		return true
	}
	amount := ws.lastAmount(prev)
	return amount != "" && (ws.lastAmount(s) != "" || runes(s) > n+shortLine/2) && !strings.Contains(s, amount)
}

// lastAmount returns the figure and the unit that a line ends in: 320万亩, 45所左右; "" for none.
func (ws *words) lastAmount(s string) string {
	const longest = 4 // runes of a unit
	for _, bound := range ws.boundWord.list {
		s = strings.TrimSuffix(s, bound)
	}
	k := strings.LastIndexAny(s, "0123456789") + 1
	unit := s[k:]
	first, _ := utf8.DecodeRuneInString(unit)
	if k == 0 || unit == "" || runes(unit) > longest || strings.ContainsRune("年月日号", first) {
		return ""
	}
	return s[len(strings.TrimRight(s[:k], "0123456789.")):]
}

// fieldGoesOn reports whether the line s belongs to a field whose label is a line of its own
// (责任单位 / 县水利局、 / 各乡镇), of which prev is the line before and n how many there are.
func (ws *words) fieldGoesOn(prev, s string, n int) bool {
	switch {
	case n > 1:
		return hasSuffix(prev, []string{"、", ",", "，"})
	case hasSuffix(prev, ws.dueLabel):
		return ws.timeLike(s)
	}
	return ws.bodyLike(s)
}

// endsDue reports a line that ends in a field of time: …【完成时限】持续推进.
func (ws *words) endsDue(s string) bool {
	for _, mark := range [...]string{":", "：", "】"} {
		if k := strings.LastIndex(s, mark); k > 0 && hasSuffix(s[:k], ws.dueLabel) && ws.timeLike(s[k+len(mark):]) {
			return true
		}
	}
	return false
}

// recordLine reports a line of a record of which every line has a label: 整改目标:….
func (ws *words) recordLine(s string) bool {
	const shortest, longest = 12, 24 // bytes of the label
	k := colon(s, longest)
	return k >= shortest && k <= longest && hasSuffix(s[:k], ws.recordLabel) && strings.IndexByte(s[:k], ' ') < 0 && numberOf(s[:k]).class == classNone
}

// noteLine reports the first line of a note below a text or table.
func (ws *words) noteLine(s string) bool { return hasPrefix(s, ws.noteLabel) }

// shortLine is the length, in runes, below which a line without a full stop that a blank line
// and another such line follow was cut by no page: both are items of a list.
const shortLine = 28

// titleLine reports a line that is the title of what follows: the first line of a
// text where it names a kind of document, later ones that announce a list of duties.
func (ws *words) titleLine(s string, first bool) bool {
	s = bareTitle(s)
	if strings.ContainsAny(s, ",;:。，；：") {
		return false
	}
	if hasSuffix(s, ws.dutyTitle) {
		return true
	}
	return first && (hasSuffix(s, ws.circularEnd) || hasSuffix(s, ws.planEnd))
}

// memberLine reports a line of a list of bodies and their duties: «县水利局:负责…».
func (ws *words) memberLine(s string) bool {
	const shortest, longest = 6, 90 // bytes of the name
	k := colon(s, longest)
	return k >= shortest && !strings.ContainsAny(s[:k], "。；;，,“”《") && hasSuffix(s[:k], ws.memberEnd)
}

// rosterLine reports a line of a list of members: «副组长:李 明 县财政局局长».
func (ws *words) rosterLine(s string) bool {
	const longest = 30 // bytes of the label
	k := colon(s, longest)
	return k > 0 && slices.Contains(ws.rosterWord, joinTitle(s[:k]))
}
