package source

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"

	"plangraph/plan"
)

// titleRunes is how long the title of a numbered item that stands before its
// text may be; leadRunes the same for a paragraph's leading short sentence.
const (
	titleRunes = 30
	leadRunes  = 20
)

// open is a section that further blocks may fall into.
type open struct {
	section int
	rank    uint8
	class   class
}

// builder makes the sections and blocks of one plan.
type builder struct {
	*words
	t         string
	u         []unit
	p         *plan.Plan
	stray     bool        // blanks stand where they mean nothing
	spans     []plan.Span // where the pieces of blocks and cells are kept
	stack     []open
	kids      []int  // children so far, per section
	counts    counts // outside boxes
	box       box
	outerLead bool // the last plain paragraph outside a box had a lead

	join    int // block that the next unit may continue, or -1
	annexes int // last number of a list of annexes being read, 0 outside one
	decimal int // last number of a chapter numbered 1, 2 above 1.1, 0 before one
}

// ranks of what is not a numbered heading
const (
	rankPlan  = 0
	rankAnnex = 1
	rankBox   = 200
	rankTable = 250
)

func rankOf(c class) uint8 { return 2 + uint8(c) }

// buildPlan reads the structure of a plan of the document from t, which is its text in
// simplified characters.
func (ws *words) buildPlan(doc *plan.Document, t string, u []unit, f rawPlan) *plan.Plan {
	p := &plan.Plan{Span: plan.Span{Start: u[0].start, End: u[len(u)-1].end}}
	p.SHA256 = digest(doc.Slice(p.Span))
	p.ID = "sha256:" + p.SHA256[:12]
	ws.setMeta(t, u, p, f)
	p.Sections = make([]plan.Section, 0, 8+len(u)/3)
	b := &builder{words: ws, t: t, u: u, p: p, stray: strayBlanks(t[u[0].start:u[len(u)-1].end]), box: box{section: noBox}, join: -1}
	p.Sections = append(p.Sections, plan.Section{Parent: -1, Kind: plan.KindPlan, Title: p.Title, Span: p.Span, TitleSpan: p.TitleSpan})
	b.kids = append(b.kids, 0)
	b.stack = append(b.stack, open{0, rankPlan, classNone})
	p.Blocks = make([]plan.Block, 0, len(u))
	i := b.cover(f.body - f.first)
	for i < len(u) {
		i = b.step(i)
	}
	b.closeSpans()
	if p.PeriodStart == 0 {
		b.headingPeriod()
	}
	asWritten(doc, t, p)
	return p
}

// asWritten gives what the plan says in its own words the characters of the document, where
// it was read in others, t: simplified ones, or without the ends of lines.
func asWritten(doc *plan.Document, t string, p *plan.Plan) {
	if t == doc.Text {
		return
	}
	p.Title = written(doc, t, p.Title, p.TitleSpan)
	issuers := strings.Split(p.Issuer, "、")
	for i, name := range issuers {
		issuers[i] = written(doc, t, name, p.Span)
	}
	p.Issuer = strings.Join(issuers, "、")
	for i := range p.Sections {
		s := &p.Sections[i]
		s.Title = written(doc, t, s.Title, s.TitleSpan)
		s.Number = written(doc, t, s.Number, headOf(s.Span))
	}
	for i := range p.Blocks {
		if b := &p.Blocks[i]; len(b.Pieces) > 0 {
			b.Number = written(doc, t, b.Number, headOf(b.Pieces[0]))
		}
	}
}

// headOf is where the number of what begins at a span may stand.
func headOf(s plan.Span) plan.Span {
	const longest = 64 // bytes of a number and the blanks around it
	return plan.Span{Start: s.Start - longest, End: s.Start + longest}
}

// written returns s, which was read from t in the span, in the characters of the document;
// s itself where it was put together from several lines.
func written(doc *plan.Document, t, s string, in plan.Span) string {
	lo, hi := max(0, in.Start), min(len(t), in.End)
	if lo > hi || s == "" {
		return s
	}
	k := strings.Index(t[lo:hi], s)
	if k < 0 {
		return s
	}
	return strings.NewReplacer("\r", "", "\n", "").Replace(doc.Text[lo+k : lo+k+len(s)])
}

// headingPeriod takes the period of a text without a title from its headings:
// «二、2031年主要任务».
func (b *builder) headingPeriod() {
	for i := range b.p.Sections {
		s := &b.p.Sections[i]
		if s.Level == 0 || s.Level > 2 || !hasAny(s.Title, b.yearHeading...) || hasAny(s.Title, b.yearTold...) {
			continue
		}
		if y := firstYear(s.Title); y > b.p.PeriodEnd {
			b.p.PeriodStart, b.p.PeriodEnd = y, y
		}
	}
}

func (b *builder) text(i int) string { return b.t[b.u[i].start:b.u[i].end] }

// cover emits the covering circular: its first n units (title and number) and
// what follows up to the signature's date or the plan's own title.
func (b *builder) cover(n int) int {
	if n == 0 {
		return 0
	}
	end := n
	for i := n; i < len(b.u) && i < n+40; i++ {
		s := b.text(i)
		if b.u[i].tab {
			break
		}
		num := numberOf(s)
		if num.class != classNone && num.class <= classParenHan || num.class == classDigit {
			break
		}
		if _, ok := wholeDate(s); ok {
			if i+1 < len(b.u) { // else the date under the whole document
				end = i + 1
			}
			break
		}
		if b.addressee(s) {
			end = i + 1
		}
		if b.u[i].start <= b.p.TitleSpan.Start && b.p.TitleSpan.Start < b.u[i].end {
			end = i
			break
		}
	}
	// Between the date and the plan's own title: «(此件公开发布)».
	for k := end; k < len(b.u) && k < end+4; k++ {
		if b.u[k].start == b.p.TitleSpan.Start {
			end = k
			break
		}
	}
	for i := 0; i < end; i++ {
		kind := plan.Cover
		if b.p.TitleSpan.Contains(plan.Span{Start: b.u[i].start, End: b.u[i].end}) && !hasSuffix(b.p.Title, b.circularWord) {
			kind = plan.Heading
		}
		if _, number := b.docNumber(b.text(i)); number { // 工信部联消费〔2023〕101号 names nobody
			continue
		}
		b.block(plan.Block{Kind: kind, Section: 0, Pieces: b.piece(b.u[i].start, b.u[i].end)})
	}
	for end < len(b.u) && b.p.TitleSpan.Start <= b.u[end].start && b.u[end].end <= b.p.TitleSpan.End {
		b.block(plan.Block{Kind: plan.Heading, Section: 0, Pieces: b.piece(b.u[end].start, b.u[end].end)})
		end++
	}
	b.join = -1
	return end
}

// piece returns a list of the one span [s,e), which may be appended to.
func (b *builder) piece(s, e int) []plan.Span {
	if strings.IndexByte(b.t[s:e], lineJoin) >= 0 {
		return b.lines(s, e)
	}
	if len(b.spans) == cap(b.spans) {
		b.spans = make([]plan.Span, 0, 256)
	}
	k := len(b.spans)
	b.spans = append(b.spans, plan.Span{Start: s, End: e})
	return b.spans[k : k+1 : k+1]
}

// block adds a block and returns its number.
func (b *builder) block(x plan.Block) int {
	b.p.Blocks = append(b.p.Blocks, x)
	return len(b.p.Blocks) - 1
}

// current returns the innermost open section.
func (b *builder) current() int { return b.stack[len(b.stack)-1].section }

// push opens a section of the given rank under what is open and outranks it.
func (b *builder) push(s plan.Section, rank uint8, c class) int {
	for len(b.stack) > 1 && b.stack[len(b.stack)-1].rank >= rank {
		b.pop()
	}
	parent := b.current()
	b.kids[parent]++
	s.Parent = parent
	s.Ordinal = b.kids[parent]
	s.Level = b.p.Sections[parent].Level + 1
	s.Path = strconv.Itoa(s.Ordinal)
	if pp := b.p.Sections[parent].Path; pp != "" {
		s.Path = pp + "." + s.Path
	}
	b.p.Sections = append(b.p.Sections, s)
	b.kids = append(b.kids, 0)
	k := len(b.p.Sections) - 1
	b.stack = append(b.stack, open{k, rank, c})
	return k
}

// pop closes the innermost section; its span ends where the next one starts.
func (b *builder) pop() {
	top := b.stack[len(b.stack)-1]
	b.stack = b.stack[:len(b.stack)-1]
	if top.section == b.box.section {
		b.box.section = noBox
	}
}

// closeSpans sets the end of every section: the start of the next one that is
// not inside it.
func (b *builder) closeSpans() {
	ss := b.p.Sections
	for i := len(ss) - 1; i > 0; i-- {
		ss[i].Span.End = b.p.Span.End
	}
	// The last section of each level that is open, closed by the next at or above it.
	var chain []int
	for i := 1; i < len(ss); i++ {
		for len(chain) > 0 && ss[chain[len(chain)-1]].Level >= ss[i].Level {
			ss[chain[len(chain)-1]].Span.End = ss[i].Span.Start
			chain = chain[:len(chain)-1]
		}
		chain = append(chain, i)
	}
}

// step reads the unit i and returns the next one to read.
func (b *builder) step(i int) int {
	x := b.u[i]
	if x.tab {
		return b.tabbed(i)
	}
	if b.noise(b.text(i)) {
		return i + 1
	}
	for _, read := range tableForms {
		if n := read(b, i); n > i {
			return n
		}
	}
	x = b.unframed(x)
	s := b.t[x.start:x.end]
	if l, ok := b.labelAt(s); ok && annexList(s, l) {
		b.closeBox()
		b.annex(x, 1)
	} else if ok {
		return b.labelled(x, l, i)
	} else if n := b.numberAt(x, i); n.class == classNone || n.width >= len(s) {
		b.plain(x)
	} else if b.annexes > 0 && n.class == classDigit && n.value == b.annexes+1 && !strings.Contains(s, "。") {
		b.annex(x, n.value)
	} else if b.annexes = 0; b.fieldLabel(s[n.width:]) { // (二)责任单位:…: a field of the item above, no item
		x.start, x.end = trim(b.t, x.start+n.width, x.end)
		b.plain(x)
	} else {
		b.numbered(x, n, i)
	}
	return i + 1
}

// tabbed reads what begins with the unit i, a line with tabs: a table, or items or a title that
// stand in one.
func (b *builder) tabbed(i int) int {
	x := b.u[i]
	if items := numberedCells(b.t, x); items != nil {
		for _, item := range items {
			b.numbered(item, numberOf(b.t[item.start:item.end]), i)
		}
		return i + 1
	}
	if s := strings.TrimRight(b.text(i), "\t "); strings.IndexByte(s, '\t') < 0 {
		if l, ok := b.labelAt(s); ok {
			_, e := trim(b.t, x.start, x.end)
			return b.labelled(unit{start: x.start, end: e, gap: x.gap}, l, i)
		}
	}
	if n := b.oneLineTable(i); n > i {
		return n
	}
	if n := b.turnedTable(i); n > i {
		return n
	}
	return b.tabTable(i)
}

// annex adds the unit x as the annex number n in the list of those that follow the text:
// «附件:1. …», «2. …». They are no measures.
func (b *builder) annex(x unit, n int) {
	b.paragraph(x, "", plan.Span{})
	b.join, b.annexes = -1, n
}

// numberAt reads the number of the unit i, whose text is x.
func (b *builder) numberAt(x unit, i int) number {
	s := b.t[x.start:x.end]
	n := numberOf(s)
	if n.class == classNone && s != "" && digit(s[0]) {
		if n = b.decimalChapter(i); n.class != classNone {
			b.decimal = n.value
		}
	}
	return n
}

// unframed leaves the brackets out that set a label apart: 【专栏3 供水工程】, 【专栏3】供水工程.
func (b *builder) unframed(x unit) unit {
	inner, ok := strings.CutPrefix(b.t[x.start:x.end], "【")
	if !ok {
		return x
	}
	if _, ok = b.labelAt(inner); !ok {
		return x
	}
	x.start += len("【")
	if strings.Count(inner, "】") == 1 && strings.HasSuffix(inner, "】") {
		x.end -= len("】")
	}
	return x
}

// annexList reports «附件:1. …», the list of annexes at the end of a text, which
// opens none.
func annexList(s string, l label) bool {
	return l.kind == plan.KindAnnex && (l.number == "" && l.width < len(s) || strings.HasSuffix(s, "。"))
}

// heading appends a Heading block for the section k.
func (b *builder) heading(k int, x unit, number string) {
	b.block(plan.Block{Kind: plan.Heading, Section: k, Pieces: b.piece(x.start, x.end), Number: number})
	b.join = -1
}

// labelled opens a box, an annex or a table's title.
func (b *builder) labelled(x unit, l label, i int) int {
	s := b.t[x.start:x.end]
	if runes(s) > 80 || strings.Count(s, "。") > 1 || hasAny(s, "。") && !strings.HasSuffix(s, "。") {
		b.plain(x)
		return i + 1
	}
	title := titleSpan(b.t, x.start+l.width, x.end)
	sec := plan.Section{Number: strings.TrimSpace(s[:l.len]), Title: b.t[title.Start:title.End], Kind: l.kind, Span: plan.Span{Start: x.start}, TitleSpan: title}
	next := i + 1
	if title.Len() <= 0 { // 附件, and a table below it: the label is all the title there is
		sec.TitleSpan = titleSpan(b.t, x.start, x.start+l.len)
		sec.Title = b.t[sec.TitleSpan.Start:sec.TitleSpan.End]
	}
	switch l.kind {
	case plan.KindBox:
		b.closeBox()
		sec.Label = l.text + l.number
		b.box = box{section: b.push(sec, rankBox, classLabel)}
		b.heading(b.box.section, x, sec.Number)
	case plan.KindAnnex:
		b.closeBox()
		// The title stands on the next line.
		if title.Start >= title.End && next < len(b.u) && !b.u[next].tab && runes(b.text(next)) <= 60 && !hasAny(b.text(next), "。") && numberOf(b.text(next)).class == classNone {
			sec.TitleSpan = plan.Span{Start: b.u[next].start, End: b.u[next].end}
			sec.Title = b.text(next)
			next++
		}
		k := b.push(sec, rankAnnex, classLabel)
		b.counts = counts{}
		b.heading(k, x, sec.Number)
		if next > i+1 {
			b.heading(k, b.u[i+1], "")
		}
	case plan.KindTable:
		// A table's title; the table itself follows and opens no further section.
		sec.Label = ""
		k := b.push(sec, rankTable, classLabel)
		b.heading(k, x, sec.Number)
	default: // a picture's caption
		b.block(plan.Block{Kind: plan.Heading, Section: b.current(), Pieces: b.piece(x.start, x.end), Number: sec.Number})
		b.join = -1
	}
	return next
}

// titleSpan is [s,e) without blanks around it and its full stop.
func titleSpan(t string, s, e int) plan.Span {
	s, e = trim(t, s, e)
	for s < e {
		r, w := utf8.DecodeLastRuneInString(t[s:e])
		if r != '。' && r != ':' && r != '：' && r != '.' && r != ';' && r != '；' {
			break
		}
		e -= w
	}
	return plan.Span{Start: s, End: e}
}

// firstSentence returns the end of the first sentence in [s,e), its full stop
// included, or -1 when there is none.
func firstSentence(t string, s, e int) int {
	if k := strings.Index(t[s:e], "。"); k >= 0 {
		return s + k + len("。")
	}
	return -1
}

var kindOf = map[class]string{
	classPart: plan.KindChapter, classChapter: plan.KindChapter, classSection: plan.KindSection,
	classHan: plan.KindChapter, classParenHan: plan.KindSection, classDigit: plan.KindItem,
	classParenDigit: plan.KindItem, classCircled: plan.KindItem, classPlain: plan.KindItem,
}

// numbered places the unit x, which begins with the number n.
func (b *builder) numbered(x unit, n number, i int) {
	t := b.t
	body := x.start + n.width
	num := t[x.start+n.start : x.start+n.start+n.len]
	if n.class == classDash || n.class == classQuoted || n.class == classFirst {
		lead := b.leadOf(body, x.end)
		b.paragraph(x, num, lead)
		return
	}
	kind, title, alone := b.titleOf(x, n, i)
	b.placeInBox(n, alone, x.column)
	sec := plan.Section{Number: num, Title: t[title.Start:title.End], Kind: kind, Span: plan.Span{Start: x.start}, TitleSpan: title}
	rank := rankOf(n.class)
	if n.class == classPlain {
		rank = rankOf(classDigit)
	}
	if b.box.open() {
		rank += rankBox
		sec.Kind = plan.KindItem
		b.box.counts.add(n)
		b.box.numbered = true
	} else {
		b.counts.add(n)
		b.outerLead = false
	}
	if title.Len() == 0 {
		for len(b.stack) > 1 && b.stack[len(b.stack)-1].rank >= rank {
			b.pop()
		}
		b.paragraph(x, num, b.leadOf(body, x.end))
		return
	}
	k := b.push(sec, rank, n.class)
	if alone {
		b.heading(k, x, num)
		return
	}
	b.paragraph(x, num, title)
}

// plain places a unit without number or label.
func (b *builder) plain(x unit) {
	s := b.t[x.start:x.end]
	if b.continues(x, s) {
		blk := &b.p.Blocks[b.join]
		blk.Pieces = append(blk.Pieces, plan.Span{Start: x.start, End: x.end})
		return
	}
	lead := b.leadOf(x.start, x.end)
	if b.box.open() {
		b.plainInBox(lead)
	}
	// A table's title section holds the table alone.
	if top := b.stack[len(b.stack)-1]; top.rank == rankTable {
		b.pop()
	}
	if !b.box.open() {
		b.outerLead = lead.Len() > 0
	}
	if b.preface(s) {
		k := b.push(plan.Section{Title: s, Kind: plan.KindChapter, Span: plan.Span{Start: x.start}, TitleSpan: plan.Span{Start: x.start, End: x.end}}, rankOf(classHan), classHan)
		b.heading(k, x, "")
		return
	}
	b.paragraph(x, "", lead)
}

// paragraph adds the unit x as a paragraph of the innermost section; a table's title section,
// which holds the table alone, is closed before.
func (b *builder) paragraph(x unit, num string, lead plan.Span) {
	if top := b.stack[len(b.stack)-1]; top.rank == rankTable {
		b.pop()
	}
	k := b.block(plan.Block{Kind: plan.Paragraph, Section: b.current(), Pieces: b.piece(x.start, x.end), Number: num, Lead: lead})
	b.join = k
}

// numberedCells cuts a row whose cells are all numbered items (a two-column box
// read across) into units; nil when it is another kind of row.
func numberedCells(t string, x unit) []unit {
	var out []unit
	for s := x.start; s <= x.end; {
		e := strings.IndexByte(t[s:x.end], '\t')
		if e < 0 {
			e = x.end
		} else {
			e += s
		}
		if cs, ce := trim(t, s, e); cs < ce {
			n := numberOf(t[cs:ce])
			if n.class != classDigit && n.class != classParenDigit || n.width >= ce-cs {
				return nil
			}
			out = append(out, unit{start: cs, end: ce, column: true})
		}
		s = e + 1
	}
	return out
}

// digest returns the hex SHA-256 of s.
func digest(s string) string {
	sum := sha256.Sum256(unsafe.Slice(unsafe.StringData(s), len(s)))
	return hex.EncodeToString(sum[:])
}
