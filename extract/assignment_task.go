package extract

import (
	"strings"

	"plangraph/plan"
)

// Where the task of a bracket or a field stands: in the sentence before it, in the
// blocks above, in the title.

// taskBefore returns what the charge at pos stands for: the title of the box; else the
// leading short sentence of the text since the charge before it; else, where it
// is the paragraph's only charge, the nearest title; else that text's first sentence.
func (c *Context) taskBefore(pos int32) string {
	t := c.Text
	sec := &c.plan.Sections[t.Block.Section]
	if sec.Kind == plan.KindBox && t.Block.Number == "" {
		return sec.Title
	}
	lo, only := c.behindBrackets(pos)
	text := c.behindFields(Range{c.behindCharge(Range{lo, pos}), pos})
	if text.Lo > t.head() {
		text.Lo = t.afterNumber(text)
	}
	if text.Len() == 0 {
		return c.taskAbove()
	}
	item := t.Block.Number != ""
	for text.Lo < text.Hi && strings.ContainsRune(plan.ItemMarks, t.R[text.Lo]) { // ▲…: as much an item of its own as a numbered one
		item = true
		text.Lo++
	}
	first := Range{text.Lo, t.next(text.Lo, text.Hi, EndsSentence)}
	if isShort(t.R[first.Lo:first.Hi]) {
		return t.Written(first)
	}
	if only && !item && sec.Level > 0 && sec.TitleSpan.Len() > 0 && sec.TitleSpan.Start < t.Span(text).Start {
		return sec.Title
	}
	return t.Written(first)
}

// behindBrackets returns where the text before pos begins behind the last bracket that charges
// somebody, and whether the block has no such bracket but the one at pos.
func (c *Context) behindBrackets(pos int32) (lo int32, only bool) {
	t := c.Text
	lo, only = t.head(), true
	for i := range t.Brackets {
		b := &t.Brackets[i]
		if b.Parent >= 0 || b.Open == pos || !c.charges(i) {
			continue
		}
		only = false
		if b.Close < pos {
			lo = max(lo, min(b.Close+1, pos))
		}
	}
	return lo, only
}

// charges reports whether the bracket i of the block charges somebody.
func (c *Context) charges(i int) bool {
	b := &c.Text.Brackets[i]
	if !c.speaksOf(listChargeMark, Range{b.Open, b.Close}) && !c.closesTask(i) && !c.namesOnly(i) {
		return false
	}
	return len(c.readCharges(Range{b.Open + 1, b.Close}, "").list) > 0
}

// behindCharge returns where r goes on behind its last sentence that charges somebody with what
// stands before it: 此项工作由甲局负责。
func (c *Context) behindCharge(r Range) int32 {
	const nearest = 8 // characters up to 由
	t, lo := c.Text, r.Lo
	for p := r.Lo; p < r.Hi; {
		end := t.next(p, r.Hi, EndsSentence)
		by := min(p+nearest, end)
		if c.startsWith(listChargeAbove, p) && end < r.Hi && t.next(p, by, func(r rune) bool { return r == '由' }) < by {
			lo = end + 1
		}
		p = end + 1
	}
	return lo
}

// behindFields returns the last words of r that stand behind all fields in it, or before them where
// nothing does: a field charges what stands before it.
func (c *Context) behindFields(r Range) Range {
	t, lo := c.Text, r.Lo
	text := Range{lo, lo}
	for p := lo; p < r.Hi; p++ {
		if f, ok := c.labelBefore(p); ok {
			if said := t.trim(Range{lo, max(lo, f)}); said.Len() > 0 {
				text = said
			}
			lo = min(t.next(p, r.Hi, func(r rune) bool { return r == '。' })+1, r.Hi)
			p = lo
		}
	}
	if said := t.trim(Range{lo, r.Hi}); said.Len() > 0 {
		text = said
	}
	return text
}

// afterNumber returns where the text of r begins behind a list number that a
// converter left inside of a line.
func (t *Text) afterNumber(r Range) int32 {
	p := r.Lo
	open := p < r.Hi && t.R[p] == '('
	if open {
		p++
	}
	from := p
	for p < r.Hi && (isDigit(t.R[p]) || numeral(t.R[p])) {
		p++
	}
	if p == from || p >= r.Hi || p-from > 3 {
		return r.Lo
	}
	switch c := t.R[p]; {
	case open && c == ')', !open && (c == '.' || c == '、'):
		for p++; p < r.Hi && (t.R[p] == '.' || t.R[p] == '、'); p++ {
		}
		return p
	}
	return r.Lo
}

// isShort reports whether a sentence can stand as a title: no comma, at most 20 characters.
func isShort(s []rune) bool {
	if len(s) == 0 || len(s) > 20 {
		return false
	}
	for _, r := range s {
		if r == ',' {
			return false
		}
	}
	return true
}

// head returns where a block's text begins behind its list number.
func (t *Text) head() int32 {
	if t.Block.Number == "" || len(t.Block.Pieces) == 0 {
		return 0
	}
	text := t.Doc.Slice(t.Block.Pieces[0])
	i := strings.Index(text, t.Block.Number)
	if i < 0 {
		return 0
	}
	from := int32(t.Block.Pieces[0].Start + i + len(t.Block.Number))
	for p, o := range t.off {
		if o >= from {
			return int32(p)
		}
	}
	return 0
}

// taskAbove returns the task of a charge that has a line of its own: the text of
// the block above it.
func (c *Context) taskAbove() string {
	t := c.Text
	sec := &c.plan.Sections[t.Block.Section]
	if box := c.closesBox(); box > 0 {
		return c.plan.Sections[box].Title
	}
	i := c.state.block - 1
	if i < 0 {
		return sec.Title
	}
	if task := c.labelledTask(i); task != "" {
		return task
	}
	if title := c.listHeading(i); title != "" {
		return title
	}
	for i > 0 && (c.membersLine(&c.plan.Blocks[i]) || c.fieldBlock(&c.plan.Blocks[i])) { // 能源组 / 组长:王×× / 牵头单位:甲局 / 配合单位:乙局
		i--
	}
	b := &c.plan.Blocks[i]
	if c.fieldBlock(b) { // the task itself was cut off
		return sec.Title
	}
	if b.Kind == plan.TableRow || b.Kind == plan.Cover || b.Section != t.Block.Section && b.Kind != plan.Paragraph {
		return sec.Title
	}
	if b.Kind == plan.Heading {
		return c.plan.Sections[b.Section].Title
	}
	if tail := c.afterCharge(b); tail != "" {
		return tail
	}
	if b.Lead.Len() > 0 {
		if lead := c.e.normal(c.doc.Slice(b.Lead)); isShort([]rune(lead)) || b.Number != "" {
			return lastTitle(c.doc.Slice(b.Lead))
		}
	}
	if sec.Level > 0 && sec.Title != "" && b.Number == "" {
		return sec.Title
	}
	var text strings.Builder
	for _, s := range b.Pieces {
		text.WriteString(c.doc.Slice(s))
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(text.String()), b.Number), "。")
	return strings.TrimSpace(first)
}

// membersLine reports whether a block is a line that tells who heads a group or belongs to it:
// 组长:王××.
func (w *Worker) membersLine(b *plan.Block) bool { return w.hasLabel(b, listDutyMemberEnd) }

// listHeading returns the title above a list of (1), (2), … whose last item is the block i,
// where the charge behind it is the only one there: it is for all of them.
func (c *Context) listHeading(i int) string {
	blocks := c.plan.Blocks
	last := &blocks[i]
	if last.Number == "" || !strings.ContainsAny(last.Number, ")）①②③④⑤⑥⑦⑧⑨") || strings.ContainsAny(last.Number, numerals) {
		return ""
	}
	class := numberClass(last.Number)
	circled := !strings.ContainsAny(last.Number, ")）")
	if next := c.state.block + 1; next < len(blocks) && blocks[next].Number != "" && (numberClass(blocks[next].Number) == class || circled && !strings.ContainsAny(blocks[next].Number, ".、．)）")) {
		return ""
	}
	n := 0
	for k := i; k >= 0 && n < 20; k-- {
		b := &blocks[k]
		if b.Kind == plan.Heading && b.Number != "" && numberClass(b.Number) != class && !circled {
			if n < 2 || !countsItems(b.Number) {
				return ""
			}
			return c.plan.Sections[b.Section].Title
		}
		if b.Number == "" || numberClass(b.Number) != class && !circled || c.e.holds(listChargeSign, c.e.normal(c.doc.Slice(b.Span()))) {
			return ""
		}
		n++
	}
	return ""
}

// closesBox returns the box of several items that the block, a charge by itself, ends,
// where it is the only charge in there: it is for all of them. 0 for none.
func (c *Context) closesBox() int {
	box := c.box(c.Text.Block.Section)
	if box <= 0 || c.state.duties.boxed == box {
		return 0
	}
	if next := c.state.block + 1; next < len(c.plan.Blocks) && c.box(c.plan.Blocks[next].Section) == box {
		return 0
	}
	items := 0
	for i := c.state.block - 1; i >= 0 && c.box(c.plan.Blocks[i].Section) == box; i-- {
		if b := &c.plan.Blocks[i]; b.Number != "" && (b.Kind != plan.Heading || b.Section != box) {
			items++
		}
	}
	if items < 2 {
		return 0
	}
	return box
}

// afterCharge returns the first sentence behind the last charge of a block that goes
// on after it: …。(县水利局负责)新修渠道20公里。 with the next charge on the next line.
func (c *Context) afterCharge(b *plan.Block) string {
	if len(b.Pieces) == 0 {
		return ""
	}
	text := c.e.normal(c.doc.Slice(b.Pieces[len(b.Pieces)-1]))
	end := strings.LastIndexByte(text, ')')
	if end < 0 || end+1 == len(text) || !strings.HasPrefix(text[end+1:], "。") && !strings.HasSuffix(text, "。") {
		return ""
	}
	open := strings.LastIndexByte(text[:end], '(')
	if open < 3 || !strings.HasSuffix(text[:open], "。") || !c.e.holds(listChargeSign, text[open:end]) {
		return ""
	}
	first, _, _ := strings.Cut(strings.TrimLeft(text[end+1:], "。 "), "。")
	return strings.TrimSpace(first)
}

// lastTitle leaves out a title before a list number inside of it (一、总则(一)目的).
func lastTitle(s string) string {
	for i := strings.LastIndexAny(s, "(（"); i > 0; i = strings.LastIndexAny(s[:i], "(（") {
		if j := strings.IndexAny(s[i:], ")）"); j > 0 && strings.Trim(s[i:i+j], "(（0123456789"+numerals) == "" {
			return strings.TrimLeft(s[i+j:], ")）")
		}
	}
	return s
}
