package extract

import (
	"strings"

	"plangraph/plan"
)

// runes returns the stretch of the view that a span of the source stands for.
func (t *Text) runes(s plan.Span) Range {
	r := Range{-1, -1}
	for i, o := range t.off {
		if int(o) < s.Start || int(o) >= s.End {
			continue
		}
		if r.Lo < 0 {
			r.Lo = int32(i)
		}
		r.Hi = int32(i) + 1
	}
	if r.Lo < 0 {
		return Range{}
	}
	return r
}

// box returns the index of the box around a section; -1 for none.
func (w *Worker) box(section int) int {
	for i := section; i > 0; i = w.plan.Sections[i].Parent {
		if w.plan.Sections[i].Kind == plan.KindBox {
			return i
		}
	}
	return -1
}

// boxLabel returns the label of the box around the block, without blanks.
func (w *Worker) boxLabel() string {
	if i := w.box(w.t.Block.Section); i > 0 {
		return w.e.normal(w.plan.Sections[i].Label)
	}
	return ""
}

// recognizeBoxTitle finds the title of a box that is no table of indicators.
func recognizeBoxTitle(w *Worker, t *Text) {
	s := &w.plan.Sections[t.Block.Section]
	if t.Block.Kind != plan.Heading || s.Kind != plan.KindBox {
		return
	}
	r := t.runes(s.TitleSpan)
	if r.Len() == 0 {
		return
	}
	next := w.state.block + 1
	table := next < len(w.plan.Blocks) && w.plan.Blocks[next].Kind == plan.TableRow
	if table && strings.Contains(t.String(r), "指标") {
		return
	}
	w.AddMention(w.Kind("box_title"), Mention{Range: r})
}

// recognizeItemTitle finds the title of an item in a box or under a chapter of
// projects: the leading short sentence of a paragraph, or a section's heading.
func recognizeItemTitle(w *Worker, t *Text) {
	b := t.Block
	s := &w.plan.Sections[b.Section]
	var r Range
	switch {
	case b.Kind == plan.Heading:
		if s.Kind == plan.KindBox || !w.underProjects(s.Parent) && w.box(s.Parent) < 0 {
			return
		}
		r = t.runes(s.TitleSpan)
		if w.box(b.Section) >= 0 && !w.hasText(b.Section) && w.wholeSentence(r) {
			return
		}
	case b.Kind != plan.Paragraph || b.Lead.Len() == 0:
		return
	case w.box(b.Section) > 0, b.Number != "" && w.InSection("project_chapter"):
		r = t.runes(b.Lead)
	}
	if r.Len() < 2 || b.Kind == plan.Paragraph && w.wholeSentence(r) {
		return
	}
	w.AddMention(w.Kind("item_title"), Mention{Range: r})
}

// hasText reports whether blocks of running text or tables stand in a section
// below its heading.
func (w *Worker) hasText(section int) bool {
	next := w.state.block + 1
	if next >= len(w.plan.Blocks) {
		return false
	}
	for i := w.plan.Blocks[next].Section; i > 0; i = w.plan.Sections[i].Parent {
		if i == section {
			return true
		}
	}
	return false
}

// wholeSentence reports whether a leading sentence is all of its paragraph and
// says what is done, so that it heads nothing.
func (w *Worker) wholeSentence(r Range) bool {
	t := &w.t
	if r.Hi+1 < int32(len(t.R)) {
		return false
	}
	if strings.ContainsRune(t.String(r), ',') {
		return true
	}
	for _, l := range []string{"works_verb", "undertake", "undertake_weak", "project_adverb", "sentence_verb"} {
		if _, ok := w.HasAt(l, r.Lo); ok {
			return true
		}
	}
	return false
}

// bodyStart returns where a block's words begin behind its list number.
func (w *Worker) bodyStart() int32 {
	t := &w.t
	if t.Block.Number == "" {
		return 0
	}
	n := int32(len([]rune(w.e.normal(t.Block.Number))))
	if n > int32(len(t.R)) || t.String(Range{0, n}) != w.e.normal(t.Block.Number) {
		return 0
	}
	for int(n) < len(t.R) && strings.ContainsRune(".、)。:-—", t.R[n]) {
		n++
	}
	return n
}

// underProjects reports whether a section is, or stands in, a chapter of projects.
func (w *Worker) underProjects(section int) bool {
	return w.sectionHas("project_chapter", section)
}

// buildProject makes a project of a title.
func buildProject(c *Context) bool {
	r, ok := c.Range("name")
	if !ok {
		return c.Refuse("no name")
	}
	p := &plan.Project{Name: c.Text.Written(r), Kind: c.Arg("kind"), Box: c.Worker.boxLabel()}
	if t := c.Text; t.Block.Kind == plan.TableRow {
		col := c.Column("name")
		if _, total := c.Worker.HasAt("project_total", r.Lo); total || r.Len() < 4 || t.Block.Table.Rows[t.Block.Row].Cells[col].Filled {
			return c.Refuse("no project's row")
		}
	}
	if p.Kind == "box_item" {
		if why := c.noUndertaking(r); why != "" {
			return c.Refuse(why)
		}
		p.Status = c.titleStatus(r)
	}
	c.Emit(plan.Fact{Type: plan.TypeProject, Project: p}, r)
	return true
}

// noUndertaking says why an item's title names nothing that is built or done.
func (c *Context) noUndertaking(r Range) string {
	w := c.Worker
	s := c.Text.String(r)
	if strings.ContainsRune(s, '《') {
		return "a document"
	}
	if strings.Contains(s, "包括") {
		return "a sentence, not a title"
	}
	if lo, ok := w.HasEnd("class_title", r.Hi); ok && lo >= r.Lo && (lo == r.Lo || w.e.places.in(c.Text.R, r) || !strings.HasSuffix(s, "项目")) {
		return "the title names a class"
	}
	if _, ok := w.Find("undertaking_word", r); (!ok || r.Len() < 4) && !(r.Len() >= 6 && w.boxOfProjects()) {
		return "the title names only a field"
	}
	if w.generic(r) {
		return "the title has nothing that identifies"
	}
	return ""
}

// boxOfProjects reports whether the title of the box around the block says that
// its items are projects, so that they need not say it again.
func (w *Worker) boxOfProjects() bool {
	i := w.box(w.t.Block.Section)
	if i < 0 {
		return false
	}
	title := w.e.normal(w.plan.Sections[i].Title)
	id, ok := w.e.listID["project_box"]
	if !ok {
		return false
	}
	for _, en := range w.e.lists[id].Entries {
		if strings.HasSuffix(title, en.Term) {
			return true
		}
	}
	return false
}

// titleStatus reads a status from the end of a title, or from the verb that
// opens the sentence after it and has the same thing for its object.
func (c *Context) titleStatus(r Range) string {
	w := c.Worker
	if lo, ok := w.HasEnd("works_verb", r.Hi); ok && lo > r.Lo {
		if s := w.Attrs("works_verb", c.Text.String(Range{lo, r.Hi})); s["weak"] == "" && s["status"] != "" {
			return s["status"]
		}
	}
	next := r.Hi
	for int(next) < len(c.Text.R) && (EndsClause(c.Text.R[next])) {
		next++
	}
	if end, ok := w.HasAt("works_verb", next); ok && end+2 <= int32(len(c.Text.R)) && equalRunes(c.Text.R[end:end+2], c.Text.R[r.Lo:r.Lo+2]) {
		if s := w.Attrs("works_verb", c.Text.String(Range{next, end})); s["weak"] == "" {
			return s["status"]
		}
	}
	return ""
}

// generic reports whether nothing is left of r after words that identify nothing.
func (w *Worker) generic(r Range) bool { return w.nothingBut(r, "project_generic") }

// nothingBut reports whether less than two characters of r stand beside words of
// the lists.
func (w *Worker) nothingBut(r Range, lists ...string) bool {
	left := int32(0)
	for pos := r.Lo; pos < r.Hi; {
		if end := w.skipOne(pos, r.Hi, lists...); end > pos {
			pos = end
			continue
		}
		left++
		pos++
	}
	return left < 2
}

// skip passes over words of the lists, with the connectives between them.
func (w *Worker) skip(pos, hi int32, lists ...string) int32 {
	for pos < hi {
		next := w.skipOne(pos, hi, lists...)
		if next == pos {
			break
		}
		pos = next
	}
	return pos
}

// skipVerbs passes over verbs of undertaking with the adverbs between them; an
// adverb that no verb follows belongs to the name (高标准农田).
func (w *Worker) skipVerbs(pos, hi int32, verbs ...string) int32 {
	end := pos
	for pos < hi {
		if next := w.skipOne(pos, hi, verbs...); next > pos {
			pos, end = next, next
			continue
		}
		next := w.skipOne(pos, hi, "project_adverb")
		if next == pos {
			break
		}
		pos = next
	}
	return end
}

// skipOne passes over the longest word of the lists that starts at pos.
func (w *Worker) skipOne(pos, hi int32, lists ...string) int32 {
	next := pos
	for _, l := range lists {
		if end, ok := w.HasAt(l, pos); ok && end <= hi {
			next = max(next, end)
		}
	}
	return next
}

// buildProgramme makes projects of a named 工程, 行动, 计划, 项目, 专项 or 试点
// that a verb of undertaking governs.
func buildProgramme(c *Context) bool {
	w, t := c.Worker, c.Text
	head, ok := c.Range("head")
	if !ok || t.Block.Kind == plan.Cover || t.Block.Kind == plan.TableRow {
		return c.Refuse("not running text")
	}
	if w.inTitle(head) {
		return c.Refuse("inside the title of a box or item")
	}
	clause := t.Clause(head.Lo)
	clause.Lo = max(clause.Lo, min(w.bodyStart(), head.Lo))
	quoted := Range{}
	for _, q := range t.Mentions(w.Kind("quote")) {
		if q.Contains(head) {
			quoted = q.Range
		}
	}
	if quoted.Len() > 0 {
		if quoted.Hi-1 != head.Hi {
			return c.Refuse("in the middle of a quoted phrase")
		}
		clause = t.Clause(quoted.Lo)
		clause.Hi = max(clause.Hi, quoted.Hi)
	}
	status := ""
	end := head.Hi
	if quoted.Len() == 0 {
		after, ok := w.HasAt("programme_after", end)
		if _, other := w.HasAt("programme_other", end); other {
			return c.Refuse("the list goes on to something else")
		}
		mark := end >= clause.Hi || strings.ContainsRune("、(),;。:”", t.R[end])
		if !ok && !mark {
			return c.Refuse("the head noun is part of a longer word")
		}
		if ok && strings.HasPrefix(t.String(Range{end, after}), "研究") {
			if t.String(head) == "专项" {
				return c.Refuse("a study")
			}
			status = "研究"
		}
		if ok && strings.HasSuffix(t.String(Range{end, after}), "期") {
			end = after
		}
	}
	lo, verb, ok := w.governed(clause, head.Lo)
	if !ok {
		return c.Refuse("no verb of undertaking governs it")
	}
	if quoted.Len() > 0 {
		lo, end = quoted.Lo, quoted.Hi
	}
	if w.pastOrDenied(Range{clause.Lo, head.Lo}, verb) {
		return c.Refuse("it is told as past, or as what something refers to")
	}
	if v := t.String(verb); status == "" && v != "研究" {
		status = w.Attrs("works_verb", v)["status"]
	}
	lo = w.afterSibling(lo, head.Lo)
	if lo < head.Lo && t.R[lo] == '以' && end < clause.Hi && t.R[end] == '为' {
		lo++
	}
	for lo < head.Lo && strings.ContainsRune("及和与并", t.R[lo]) {
		lo++
	}
	if n, ok := w.Find("project_count", Range{lo, head.Lo}); ok && n.Lo > lo {
		lo = n.Hi
	}
	name := Range{lo, end}
	if quoted.Len() > 0 {
		name = Range{quoted.Lo + 1, quoted.Hi - 1}
	}
	if why := w.badProgramme(name, head, verb); why != "" {
		return c.Refuse(why)
	}
	if parts := w.pieces(name); len(parts) > 1 && (w.works(w.trimTail(parts[0])) != "" || w.parallel(w.trimTail(parts[0]), parts[len(parts)-1]) != "") {
		return c.Refuse("a list of works")
	}
	for _, n := range w.members(name, head) {
		p := &plan.Project{Name: n.name, Kind: "prose", Status: status, Box: w.boxLabel()}
		c.Emit(plan.Fact{Type: plan.TypeProject, Project: p}, n.at)
	}
	return true
}

// inTitle reports whether r lies in the title of a box or an item that has a
// record of its own.
func (w *Worker) inTitle(r Range) bool {
	for _, kind := range []string{"box_title", "item_title"} {
		for _, m := range w.t.Mentions(w.Kind(kind)) {
			if m.Contains(r) {
				return true
			}
		}
	}
	return false
}

// governed returns where the name before head begins: after the last verb of
// undertaking, or after the verbs at the head of the clause.
func (w *Worker) governed(clause Range, head int32) (int32, Range, bool) {
	t := &w.t
	lo, verb := int32(-1), Range{}
	quote := 0
	for pos := clause.Lo; pos < head; pos++ {
		switch t.R[pos] {
		case '“':
			quote++
		case '”':
			quote--
		}
		if quote > 0 {
			continue
		}
		if end, ok := w.HasAt("undertake", pos); ok && end <= head {
			after := w.skipVerbs(end, head, "undertake", "undertake_weak")
			if head-after >= 2 || head == after && lo < 0 {
				lo, verb = after, Range{pos, end}
			}
			pos = end - 1
		}
	}
	if lo >= 0 {
		return lo, verb, true
	}
	pos := w.skip(clause.Lo, head, "project_adverb")
	if end, ok := w.HasAt("undertake_weak", pos); ok && end <= head {
		return w.skipVerbs(end, head, "undertake", "undertake_weak"), Range{pos, end}, true
	}
	if pos > clause.Lo {
		for p := clause.Lo; p < pos; p++ { // the adverbs hold the verb (加快推广)
			if end, ok := w.HasAt("undertake_weak", p); ok && end == pos {
				return pos, Range{p, end}, true
			}
		}
	}
	return 0, Range{}, false
}

// pastOrDenied reports whether the words before a name tell the past or refer to
// the name instead of undertaking it.
func (w *Worker) pastOrDenied(r, verb Range) bool {
	t := &w.t
	if verb.Hi < int32(len(t.R)) && (t.R[verb.Hi] == '了' || t.R[verb.Hi] == '的') {
		return true
	}
	if verb.Lo > 0 && t.R[verb.Lo-1] == '已' {
		return true
	}
	if _, ok := w.HasAt("project_reference", w.skip(verb.Hi, r.Hi, "project_adverb")); ok {
		return true
	}
	_, ok := w.Find("project_mention", Range{verb.Hi, r.Hi})
	return ok
}

// afterSibling moves the start of a name behind the last sibling before it: a
// programme or a quoted name that ends at a mark of enumeration.
func (w *Worker) afterSibling(lo, head int32) int32 {
	t := &w.t
	for pos := head - 1; pos > lo; pos-- {
		n := int32(1)
		switch t.R[pos] {
		case '、', '和', '及', '与':
			if pos > lo && t.R[pos] == '及' && t.R[pos-1] == '以' {
				pos, n = pos-1, 2
			}
		default:
			continue
		}
		before := pos
		if before > lo && t.R[before-1] == '等' {
			before--
		}
		if tail, ok := w.HasEnd("works_tail", before); ok && tail > lo {
			if h, ok := w.HasEnd("programme_head", tail); ok && h > lo {
				return w.skipVerbs(pos+n, head, "undertake", "undertake_weak")
			}
		}
		if h, ok := w.HasEnd("programme_head", before); ok && h >= lo {
			return w.skipVerbs(pos+n, head, "undertake", "undertake_weak")
		}
	}
	return lo
}

// badProgramme says why a name does not identify a programme.
func (w *Worker) badProgramme(name, head, verb Range) string {
	t := &w.t
	n := name.Len()
	if n < 4 || n > 45 {
		return "a name of this length names nothing, or more than one thing"
	}
	quote := 0
	for i := name.Lo; i < name.Hi; i++ {
		switch t.R[i] {
		case '“':
			quote++
		case '”':
			quote--
		case '的', '在', ',', '。', ';', '《', '》':
			if quote <= 0 {
				return "a description, not a name"
			}
		}
	}
	before := Range{name.Lo, min(head.Lo, name.Hi)}
	if w.generic(before) && head.Len() < 7 {
		return "no modifier that identifies it"
	}
	for i := before.Hi - 1; i > before.Lo; i-- {
		if t.R[i] == '和' && t.R[i-1] != '中' && w.generic(Range{i + 1, before.Hi}) && quoteFree(t.R[before.Lo:before.Hi]) {
			return "no modifier that identifies it"
		}
	}
	if c := t.R[name.Lo]; '0' <= c && c <= '9' && (name.Lo == 0 || t.R[name.Lo-1] != '“') || strings.ContainsRune("一二两三四五六七八九十", c) && strings.ContainsRune("项大个批", t.R[name.Lo+1]) {
		return "a count of programmes"
	}
	if len(w.pieces(name)) > 2 && t.R[head.Lo-1] != '等' && quoteFree(t.R[name.Lo:name.Hi]) {
		return "an enumeration"
	}
	if strings.ContainsRune("、等各该此其本这每在对向将从到与", t.R[name.Lo]) {
		return "no name begins so"
	}
	switch t.String(head) {
	case "项目", "示范项目":
		if before.Len() < 5 && t.R[name.Lo] != '“' {
			return "a class of projects"
		}
		if _, doing := w.HasAt("project_doing", verb.Lo); !doing && t.R[name.Hi-1] != '期' && t.R[name.Lo] != '“' && !w.closed(name.Hi) {
			return "a class of projects"
		}
		if _, class := w.Find("project_class", before); class {
			return "a class of projects"
		}
	case "计划":
		if v := t.String(verb); v == "制定" || v == "完善" || v == "申报" {
			if lo, ok := w.HasEnd("plan_kind", head.Lo); !ok || lo < name.Lo {
				return "a plan on paper"
			}
		}
	}
	return ""
}

// closed reports whether a clause or a member of a list ends at pos.
func (w *Worker) closed(pos int32) bool {
	t := &w.t
	return int(pos) >= len(t.R) || EndsClause(t.R[pos]) || t.R[pos] == '、' || t.R[pos] == '(' || t.R[pos] == ')'
}

func quoteFree(rs []rune) bool {
	for _, r := range rs {
		if r == '“' {
			return false
		}
	}
	return true
}

// member is one name of an enumeration with the words that it stands on.
type member struct {
	name   string
	at     Range
	status string // its own status; "" where it has that of the list
}

// members splits a programme's name: adjacent quotes share the head noun, and a
// member before 、 is completed by the modifiers of the last one's head.
func (w *Worker) members(name, head Range) []member {
	t := &w.t
	tail := t.Written(Range{head.Lo, name.Hi})
	if head.Lo-1 > name.Lo && t.R[head.Lo-1] == '等' {
		var out []member
		for _, p := range w.pieces(Range{name.Lo, head.Lo - 1}) {
			if p.Len() < 2 {
				continue
			}
			n := t.Written(p)
			if !w.hasProgrammeHead(p) {
				n += tail
			}
			out = append(out, member{name: n, at: p})
		}
		return out
	}
	var quotes []Range
	for _, q := range t.Mentions(w.Kind("quote")) {
		if name.Contains(q.Range) {
			quotes = append(quotes, q.Range)
		}
	}
	if n := len(quotes); n > 1 && quotes[n-1].Hi <= head.Lo {
		adjacent := quotes[0].Lo == name.Lo
		for i := 1; i < n; i++ {
			gap := Range{quotes[i-1].Hi, quotes[i].Lo}
			adjacent = adjacent && (gap.Len() == 0 || gap.Len() == 1 && strings.ContainsRune("、和及与", t.R[gap.Lo]))
		}
		if adjacent {
			tail = t.Written(Range{quotes[n-1].Hi, name.Hi})
			var out []member
			for _, q := range quotes {
				n := t.Written(q)
				if !w.hasProgrammeHead(Range{q.Lo, q.Hi - 1}) {
					n += tail
				}
				out = append(out, member{name: n, at: q})
			}
			return out
		}
	}
	mod := head.Lo
	for {
		lo, ok := w.HasEnd("head_modifier", mod)
		if !ok || lo <= name.Lo {
			break
		}
		mod = lo
	}
	if mod < head.Lo || strings.HasPrefix(t.String(head), "专项") {
		parts := w.pieces(Range{name.Lo, mod})
		if len(parts) > 1 {
			var out []member
			for _, p := range parts {
				if p.Len() > 2 && t.R[p.Hi-1] == '等' {
					p.Hi--
				}
				out = append(out, member{name: t.Written(p) + t.Written(Range{mod, name.Hi}), at: p})
			}
			return out
		}
	}
	return []member{{name: t.Written(name), at: name}}
}

// hasProgrammeHead reports whether r ends in a head noun of programmes, maybe
// inside quotation marks.
func (w *Worker) hasProgrammeHead(r Range) bool {
	if r.Len() > 0 && w.t.R[r.Hi-1] == '”' {
		r.Hi--
	}
	lo, ok := w.HasEnd("programme_head", r.Hi)
	return ok && lo > r.Lo
}

// betweenDigits reports whether the mark at i parts numbers of one thing (2、6号线).
func (w *Worker) betweenDigits(i int32) bool {
	t := &w.t
	digit := func(r rune) bool { return r >= '0' && r <= '9' }
	return i > 0 && int(i)+1 < len(t.R) && digit(t.R[i-1]) && digit(t.R[i+1])
}

// pieces splits r at the 、 outside of brackets and quotes.
func (w *Worker) pieces(r Range) []Range {
	var out []Range
	depth, lo := 0, r.Lo
	for i := r.Lo; i < r.Hi; i++ {
		switch w.t.R[i] {
		case '(', '〔', '“':
			depth++
		case ')', '〕', '”':
			depth--
		case '、', ',':
			if depth <= 0 && !w.betweenDigits(i) {
				out = append(out, Range{lo, i})
				lo = i + 1
			}
		}
	}
	return append(out, Range{lo, r.Hi})
}
