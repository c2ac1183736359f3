package extract

import (
	"slices"
	"strings"

	"plangraph/extract/rule"
	"plangraph/internal/hanzi"
	"plangraph/plan"
)

// held is what fields above their tasks say: 责任单位:甲局, then 1.…, 2.…, up to the
// next fields.
type held struct {
	block int // index of the last block that held a field, +1
	bare  bool
	by    *rule.Rule
	names []string
	roles []string
}

// Where a plan's fields, or its lines of bare names, stand.
const (
	fieldsUnknown = iota
	fieldsBelow   // below their tasks
	fieldsAbove   // above them
	fieldsNowhere // they are no charges
)

// hold keeps the charges of a field that stands above its tasks.
func (c *Context) hold(cs *charges) {
	d := &c.state.duties
	h := &d.held
	if h.block != c.state.block {
		h.names, h.roles = h.names[:0], h.roles[:0]
	}
	if cs.ordered && cs.standing {
		d.ordered = true
	}
	if len(cs.list) > 1 && !cs.mixed() && cs.list[0].role == "responsible" && (cs.ordered || d.ordered) && !slices.Contains(h.roles, "lead") {
		cs.list[0].role = "lead"
	}
	for _, x := range cs.list {
		h.names, h.roles = append(h.names, c.Text.Written(x.at)), append(h.roles, x.role)
	}
	h.block, h.by, h.bare = c.state.block+1, c.Rule, false
}

// heldDuties charges a numbered item with the bodies of the fields above it.
func (w *Worker) heldDuties() {
	d := &w.state.duties
	h, b := &d.held, w.t.Block
	if len(h.names) == 0 || h.block == w.state.block+1 || b.Kind == plan.TableRow || w.fieldBlock(b) {
		return
	}
	if b.Kind == plan.Heading && (b.Number == "" || numberClass(b.Number) == d.fieldsUnder || !countsItems(b.Number)) {
		h.names = h.names[:0]
		return
	}
	if b.Number == "" && !h.bare || d.block == w.state.block+1 {
		return
	}
	t := &w.t
	lo := t.head()
	span := Range{lo, t.next(lo, int32(len(t.R)), EndsSentence)}
	task := t.Written(t.trim(span))
	if _, due := w.dueIn(span); due && span.Len() <= 10 { // 12月底
		return
	}
	if task == "" {
		return
	}
	for i, name := range h.names {
		w.charge(name, h.roles[i], task, span, h.by)
	}
}

// fieldsFirst reports whether the fields that have lines of their own stand above
// their tasks in this plan: the first of them stands at the top, or right below a
// heading that is no item of the list that follows, and numbered items close the plan.
func (w *Worker) fieldsFirst() bool {
	d := &w.state.duties
	if d.fields == fieldsUnknown {
		d.fields = fieldsBelow
		if w.readFields() {
			d.fields = fieldsAbove
		}
	}
	return d.fields == fieldsAbove
}

// readFields finds out from the whole plan whether its fields of responsibility stand above
// the items that they are about: runs of field lines open the list and each is followed by a
// numbered item, never by the end of the plan.
func (w *Worker) readFields() bool {
	blocks := w.plan.Blocks
	var runs [][2]int
	for i := range blocks {
		if !w.fieldBlock(&blocks[i]) {
			continue
		}
		if n := len(runs); n > 0 && runs[n-1][1] == i {
			runs[n-1][1]++
		} else {
			runs = append(runs, [2]int{i, i + 1})
		}
	}
	if len(runs) == 0 {
		return false
	}
	first, last := runs[0], runs[len(runs)-1]
	if last[1] == len(blocks) || blocks[first[1]].Number == "" || blocks[last[1]].Number == "" {
		return false
	}
	if !opensList(blocks[first[1]].Number) { // (一)责任单位:…, (二)资金来源:…: the fields were items of this list
		return false
	}
	if first[0] == 0 {
		return true
	}
	above := &blocks[first[0]-1]
	switch {
	case above.Number == "":
		return above.Kind == plan.Cover || above.Kind == plan.Heading || first[0] == 1 && !strings.Contains(w.doc.Slice(above.Span()), "。")
	case above.Kind != plan.Heading && strings.Contains(w.doc.Slice(above.Span()), "。") || len(runs) < 2:
		return false
	}
	under := numberClass(above.Number)
	second := &blocks[runs[1][0]-1]
	if numberClass(blocks[first[1]].Number) == under || (second.Kind == plan.Heading || above.Kind != plan.Heading) && numberClass(second.Number) == under {
		return false
	}
	w.state.duties.fieldsUnder = under
	return true
}

// opensList reports whether a number is the first of its list.
func opensList(number string) bool {
	n := strings.TrimFunc(number, func(r rune) bool { return strings.ContainsRune("()（）〔〕.．、 ", r) })
	return n == "一" || n == "1" || n == "１" || n == "①" || n == "第一"
}

// bareDuty reads a line that names nothing but bodies. Where such lines stand above
// tasks throughout a plan, or below them, they charge the bodies with these.
func (c *Context) bareDuty() bool {
	t := c.Text
	b := t.Block
	if b.Kind != plan.Paragraph || b.Number != "" || !c.bareLine(b) {
		return c.Refuse("除名称外还有别的内容 / more stands there than names")
	}
	names := c.namesIn(Range{0, int32(len(t.R))})
	if len(names) == 0 {
		return c.Refuse("除名称外还有别的内容 / more stands there than names")
	}
	d := &c.state.duties
	if d.bare == fieldsUnknown {
		d.bare = c.readBare()
	}
	cs := charges{}
	for _, n := range names {
		cs.list = append(cs.list, charge{at: n, role: "responsible"})
	}
	switch d.bare {
	case fieldsAbove:
		c.hold(&cs)
		d.held.bare = true
		return true
	case fieldsBelow:
		if task := c.itemAbove(); task != "" {
			c.assignAll(&cs, task, Range{0, int32(len(t.R))})
			return true
		}
	}
	return c.Refuse("本计划中这类行不分派任务 / such lines charge nobody in this plan")
}

// readBare says where the lines of bare names stand: three at the least, all of them
// right below a numbered item (with one line between at the most), or all of them
// above text, the first below no item.
func (w *Worker) readBare() int {
	blocks := w.plan.Blocks
	runs, below, first := 0, 0, 0
	for i := 0; i < len(blocks); i++ {
		if !w.bareLine(&blocks[i]) {
			continue
		}
		runs++
		if w.itemBefore(i) >= 0 {
			below++
		}
		if runs == 1 {
			first = below
		}
		for i+1 < len(blocks) && w.bareLine(&blocks[i+1]) {
			i++
		}
		if first == 0 && (i+1 == len(blocks) || blocks[i+1].Kind != plan.Paragraph && blocks[i+1].Kind != plan.Heading) {
			return fieldsNowhere
		}
	}
	switch {
	case runs < 3:
		return fieldsNowhere
	case below == runs:
		return fieldsBelow
	case first > 0:
		return fieldsNowhere
	}
	return fieldsAbove
}

// itemBefore returns the numbered item that stands before block i, with one other line
// between at the most; -1 for none.
func (w *Worker) itemBefore(i int) int {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		b := &w.plan.Blocks[k]
		if b.Number != "" && countsItems(b.Number) {
			return k
		}
		if b.Kind != plan.Paragraph || w.bareLine(b) {
			break
		}
	}
	return -1
}

// itemAbove returns the first sentence of the numbered item above the block.
func (c *Context) itemAbove() string {
	k := c.itemBefore(c.state.block)
	if k < 0 {
		return ""
	}
	b := &c.plan.Blocks[k]
	if b.Kind == plan.Heading {
		return c.plan.Sections[b.Section].Title
	}
	if b.Lead.Len() > 0 {
		return c.doc.Slice(b.Lead)
	}
	text := strings.TrimPrefix(strings.TrimSpace(c.doc.Slice(b.Pieces[0])), b.Number)
	first, _, _ := strings.Cut(strings.TrimLeft(text, ".、． "), "。")
	return strings.TrimRight(strings.TrimSpace(first), ";；")
}

// itemsAbove returns the first sentences of the numbered items that stand right above
// the block, one list of them.
func (c *Context) itemsAbove() []string {
	class, out := "", []string(nil)
	for k := c.state.block - 1; k >= 0 && len(out) < 40; k-- {
		b := &c.plan.Blocks[k]
		if b.Number == "" || len(b.Pieces) == 0 || b.Kind != plan.Paragraph && b.Kind != plan.Heading || class != "" && numberClass(b.Number) != class {
			break
		}
		class = numberClass(b.Number)
		text := strings.TrimSpace(c.doc.Slice(b.Pieces[0]))
		text = strings.TrimLeft(strings.TrimPrefix(text, b.Number), ".、． ")
		first, _, _ := strings.Cut(text, "。")
		out = append(out, strings.TrimRight(strings.TrimSpace(first), ";；,，"))
		if n := c.e.normal(b.Number); strings.HasPrefix(n, "1.") || strings.HasPrefix(n, "1、") || strings.Contains(n, "(1)") || strings.Contains(n, "(一)") || n == "一、" || n == "①" {
			break
		}
	}
	slices.Reverse(out)
	return out
}

// bareLine reports whether a paragraph reads like names of bodies and nothing else.
func (w *Worker) bareLine(b *plan.Block) bool {
	const longest = 600 // bytes
	if b.Kind != plan.Paragraph || b.Number != "" || len(b.Pieces) != 1 || b.Pieces[0].Len() > longest {
		return false
	}
	text := w.e.normal(w.doc.Slice(b.Pieces[0]))
	if strings.ContainsAny(text, ".:;!?\"") || strings.ContainsAny(text, "。《》“”") {
		return false
	}
	known := false
	for open := strings.IndexByte(text, '('); open > 0; open = strings.IndexByte(text, '(') { // 各县(市、区)
		n := strings.IndexByte(text[open:], ')')
		if n < 0 {
			return false
		}
		text = text[:open] + text[open+n+1:]
	}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '、' || r == ',' }) {
		part = strings.TrimSuffix(strings.TrimSpace(part), "等")
		w.titleCode = w.e.widths.codes(part, w.titleCode[:0])
		n := len(w.titleCode)
		if n < 2 || n > 24 {
			return false
		}
		ends := w.e.hasLetters(listChargeTail) && w.e.singleIn(w.titleCode[n-1], int(listChargeTail))
		w.titleHits = w.e.lex.scan(w.titleCode, w.titleHits[:0])
		for _, h := range w.titleHits {
			ends = ends || int(h.Hi) == n && w.e.inList(h.Term, int(listChargeTail))
		}
		if !ends {
			return false
		}
		known = known || w.e.singleIn(w.titleCode[0], int(listBodyFirst))
	}
	return known
}

// labelledTask returns the task of a record of which every line has a label, from the
// line i on upwards: 工作任务:…, 目标要求:…, and then the fields; "" where there is none.
func (w *Worker) labelledTask(i int) string {
	const lines = 12
	items, others := false, 0 // numbered items below a label; lines of other labels
	peers := ""               // the class of the items' numbers
	for k := i; k >= 0 && k > i-lines && others < 6; k-- {
		b := &w.plan.Blocks[k]
		if b.Kind != plan.Paragraph && b.Kind != plan.Heading || len(b.Pieces) == 0 || w.doc.Text[b.Span().Start] == '|' {
			break
		}
		text := strings.TrimSpace(w.doc.Slice(b.Pieces[0]))
		if b.Number != "" && !items && b.Kind == plan.Paragraph || items && b.Number != "" { // 整改措施: / 1.… / 2.…
			items, peers = true, numberClass(b.Number)
			continue
		}
		if w.labelIn(text, listChargeTaskLabel) && !items {
			if k > 0 && w.plan.Blocks[k-1].Kind == plan.Heading && w.titled(w.plan.Blocks[k-1].Section) && !strings.ContainsAny(w.plan.Sections[w.plan.Blocks[k-1].Section].Title, ",，。") { // (一)整治河道 heads the record
				break
			}
			_, value, _ := strings.Cut(strings.Replace(text, "：", ":", 1), ":")
			value, _, _ = strings.Cut(value, "。")
			return strings.TrimSpace(value)
		}
		if w.fieldBlock(b) { // with a blank for its mark, too
			items = false
			others++
			continue
		}
		head, value, ok := strings.Cut(w.e.normal(text), ":")
		if others > 0 && b.Kind == plan.Heading && w.titled(b.Section) { // (一)河道淤塞 / 整改目标:… / 整改措施:1.…
			if b.Number != "" && numberClass(b.Number) == peers { // an item beside the last: 二、修桥 / 责任单位:… / 三、修路;植树。
				return ""
			}
			return w.plan.Sections[b.Section].Title
		}
		value = strings.TrimSpace(value)
		if !ok || len(head) > 30 || b.Number != "" || items && value != "" && !strings.HasPrefix(value, "1.") && !strings.HasPrefix(value, "(1)") {
			break
		}
		items = false
		others++
	}
	return ""
}

// titled reports whether a section has a number and a title of its own.
func (w *Worker) titled(i int) bool {
	s := &w.plan.Sections[i]
	return s.Number != "" && s.Title != "" && s.Title != s.Number
}

// fieldBlock reports whether a paragraph is a line of fields: 责任单位:….
func (w *Worker) fieldBlock(b *plan.Block) bool {
	return w.hasLabel(b, listChargeField)
}

// hasLabel reports whether a block is a paragraph that begins with a label of the list.
func (w *Worker) hasLabel(b *plan.Block, labels wordList) bool {
	return b.Kind == plan.Paragraph && b.Number == "" && len(b.Pieces) > 0 && w.labelIn(w.doc.Slice(b.Pieces[0]), labels)
}

// labelIn reports whether a text begins with a word of the list that a mark sets off as a
// label (责任单位:, 【责任单位】, 责任单位——, 整改任务二:, or with a blank alone), or is such a word.
func (w *Worker) labelIn(text string, list wordList) bool {
	const longest = 40 // bytes
	text = strings.TrimLeft(text, "【 \u3000")
	end := len(text)
	for _, mark := range [...]string{":", "：", "】", "——"} {
		if k := strings.Index(text[:min(len(text), longest)], mark); k >= 0 && k < end {
			end = k
		}
	}
	if k := strings.IndexByte(text, ' '); end == len(text) && k > 0 {
		end = k
	}
	if end == 0 || end > longest {
		return false
	}
	w.scanTitle(strings.TrimRight(strings.TrimSpace(text[:end]), numerals+"0123456789"))
	for _, h := range w.titleHits {
		if h.Lo == 0 && int(h.Hi) == len(w.titleCode) && w.e.inList(h.Term, int(list)) {
			return true
		}
	}
	return false
}

// numberClass returns the kind of a list number: its marks, with one figure for all.
func numberClass(s string) string {
	var out strings.Builder
	last := rune(0)
	for _, r := range s {
		switch {
		case isDigit(r):
			r = '1'
		case hanzi.Digit(r) >= 0 || r == '十' || r == '百':
			r = '一'
		}
		if r != last || r != '1' && r != '一' {
			out.WriteRune(r)
		}
		last = r
	}
	return out.String()
}
