package extract

import (
	"slices"
	"strings"

	"plangraph/plan"
	"plangraph/quantity"
)

// The builders of projects: what a rule captured becomes one project, several, or none.

// runes returns the stretch of the view that a span of the source stands for.
func (t *Text) runes(s plan.Span) Range {
	if s.Len() <= 0 {
		return Range{}
	}
	if t.Block.Kind != plan.TableRow { // the pieces of cells only may be out of order
		lo, _ := slices.BinarySearch(t.off, int32(s.Start))
		hi, _ := slices.BinarySearch(t.off, int32(s.End))
		if lo == hi {
			return Range{}
		}
		return Range{int32(lo), int32(hi)}
	}
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
	if r.Len() == 0 || s.Title == s.Number { // 专栏1, and no title
		return
	}
	next := w.state.block + 1
	table := next < len(w.plan.Blocks) && w.plan.Blocks[next].Kind == plan.TableRow
	if table {
		if it := w.indicatorTable(w.plan.Blocks[next].Table); w.speaksOf(listIndicatorWord, r) || it != nil && it.units == nil && !it.figures {
			return
		}
	}
	w.AddMention(kindBoxTitle, Mention{Range: r})
}

// recognizeItemTitle finds the title of an item in a box or under a chapter of
// projects: the leading short sentence of a paragraph, or a section's heading.
func recognizeItemTitle(w *Worker, t *Text) {
	b := t.Block
	s := &w.plan.Sections[b.Section]
	var r Range
	switch {
	case b.Kind == plan.Heading:
		if s.Kind == plan.KindBox || w.countsProjects(s.Title) {
			return
		}
		r = t.runes(s.TitleSpan)
		label := w.labelTitle()
		if label.Len() > 0 && label.Lo == r.Lo && label.Hi < r.Hi { // 数字农场项目:建设…
			r = label
		} else if !w.underProjects(s.Parent) && w.box(s.Parent) < 0 && !(b.Number != "" && r.Len() >= 5 && r.Len() <= 40 && w.promised(r)) {
			return
		}
		if w.box(b.Section) >= 0 && !w.hasText(b.Section) && w.wholeSentence(r) {
			return
		}
	case b.Kind != plan.Paragraph:
		return
	case b.Lead.Len() == 0:
		if r = w.labelTitle(); r.Len() == 0 {
			if r = w.bareTitle(); r.Len() == 0 {
				if r = w.namedItem(w.bodyStart()); b.Number == "" || r.Len() == 0 || w.inlineTitle(r.Hi).Len() == 0 {
					return
				}
			}
		}
	case w.box(b.Section) > 0, b.Number != "" && w.inSection(listProjectChapter):
		r = t.runes(b.Lead)
		if _, chapter := w.find(listProjectChapter, r); chapter && w.box(b.Section) < 0 {
			return // it is what the chapter is called
		}
	}
	if r.Len() < 2 || b.Kind == plan.Paragraph && w.wholeSentence(r) {
		return
	}
	w.AddMention(kindItemTitle, Mention{Range: r})
	w.inlineTitles(r.Hi)
}

// inlineTitles finds the titles of the items that follow the first in its paragraph:
// (1)甲项目;(2)乙工程;(3)丙行动。
func (w *Worker) inlineTitles(pos int32) {
	t := &w.t
	if t.Block.Number == "" || w.box(t.Block.Section) <= 0 && !w.underProjects(t.Block.Section) {
		return
	}
	for r := w.inlineTitle(pos); r.Len() > 0; r = w.inlineTitle(r.Hi) {
		w.AddMention(kindItemTitle, Mention{Range: r})
	}
}

// inlineTitle returns the title of the item whose number follows the mark at pos.
func (w *Worker) inlineTitle(pos int32) Range {
	t := &w.t
	if int(pos)+5 >= len(t.R) || !EndsSentence(t.R[pos]) {
		return Range{}
	}
	lo := pos + 1
	if k := t.opening(lo); k >= 0 && t.Brackets[k].Close <= lo+3 {
		lo = t.Brackets[k].Close + 1
	} else {
		for int(lo)+2 < len(t.R) && isDigit(t.R[lo]) {
			lo++
		}
		if lo == pos+1 || t.R[lo] != '.' {
			return Range{}
		}
		lo++
	}
	return w.namedItem(lo)
}

// namedItem returns the clause at lo where it is the name of a programme.
func (w *Worker) namedItem(lo int32) Range {
	t := &w.t
	hi := lo
	for int(hi) < len(t.R) && !EndsClause(t.R[hi]) && hi-lo <= 40 {
		hi++
	}
	if int(hi) >= len(t.R) || !EndsSentence(t.R[hi]) || hi-lo < 5 {
		return Range{}
	}
	if at, ok := w.hasEnd(listProgrammeHead, hi); !ok || at < lo+2 {
		return Range{}
	}
	return Range{lo, hi}
}

// listTitle makes list records of a title that is a list of works by name, and no title:
// 1. 甲医院迁建、乙学校扩建等4个项目。
func (c *Context) listTitle(r Range) bool {
	w := c.Worker
	members := w.namedList(r)
	for i := range members {
		if m := &members[i]; m.status == "" {
			m.status = w.e.statusInName(m.name)
		}
	}
	return c.emitMembers(members)
}

// namedList returns the members of r where it runs to the end of the block and lists several
// works by name; none else.
func (w *Worker) namedList(r Range) []member {
	if r.Hi+1 < int32(len(w.t.R)) || !slices.Contains(w.t.R[r.Lo:r.Hi], '、') {
		return nil
	}
	l := w.sureList(r)
	for _, m := range l.members {
		if !w.namesWork(m) || !m.proper && !w.levelled(m.at) {
			return nil
		}
	}
	if len(l.members) < 2 {
		return nil
	}
	return l.members
}

// classTitle returns where the word begins with which r names only a class of works
// (公路|续建项目), and not one of them (青川水厂|改扩建项目).
func (w *Worker) classTitle(r Range) (lo int32, ok bool) {
	if lo, ok = w.hasEnd(listClassTitle, r.Hi); !ok || lo < r.Lo {
		return 0, false
	}
	before := Range{r.Lo, lo}
	return lo, before.Len() < 3 || w.works(before) == "" || w.genericWorks(before)
}

// labelTitle returns the title of an item in a box that a colon or a dash parts from
// its text (现代种业提升工程:建设…); a label of a list (续建项目:) is none.
func (w *Worker) labelTitle() Range {
	t := &w.t
	r := Range{w.bodyStart(), w.bodyStart()}
	for int(r.Hi)+1 < len(t.R) && r.Len() <= 20 && !EndsClause(t.R[r.Hi]) && t.R[r.Hi] != '—' && t.R[r.Hi] != '、' {
		r.Hi++
	}
	if r.Len() < 5 || r.Len() > 20 || int(r.Hi)+1 >= len(t.R) || t.R[r.Hi] != ':' && !t.has(r.Hi, "——") {
		return Range{}
	}
	if w.box(t.Block.Section) <= 0 && !((w.isItem(t.Block) || t.Block.Kind == plan.Heading) && w.underProjects(w.listSection())) && !w.announced() {
		return Range{}
	}
	if _, ok := w.classTitle(r); ok {
		return Range{}
	}
	for i := r.Lo; i < r.Hi; i++ { // 规划研究项目, 前期工作项目
		if end, ok := w.hasAt(listWorksVerb, i); ok && w.attrs(listWorksVerb, Range{i, end})["status"] != "" && r.Hi-end <= 4 {
			return Range{}
		}
	}
	if lo, ok := w.hasEnd(listProgrammeHead, r.Hi); ok && lo > r.Lo+3 {
		return r
	}
	if w.isItem(t.Block) || t.ends(r, 2, "建设") {
		return r
	}
	return Range{}
}

// bareTitle returns the name that is all of a numbered item in a box
// (3. 青川水库扩容工程。): a title without a text below it.
func (w *Worker) bareTitle() Range {
	t := &w.t
	if !w.isItem(t.Block) && (len(t.R) > 20 || w.box(t.Block.Section) <= 0) {
		return Range{}
	}
	r := Range{w.bodyStart(), int32(len(t.R))}
	if r.Len() > 0 && (t.R[r.Hi-1] == '。' || t.R[r.Hi-1] == ';') {
		r.Hi--
	}
	if w.box(t.Block.Section) <= 0 {
		if r.Len() >= 5 && r.Len() <= 40 && w.promised(r) || w.listsNames(r) {
			return r
		}
		return w.promisedFirst(r)
	}
	if r.Len() < 5 || r.Len() > 40 {
		return Range{}
	}
	for _, c := range t.R[r.Lo:r.Hi] {
		if EndsClause(c) || c == '、' {
			return Range{}
		}
	}
	if lo, ok := w.hasEnd(listProgrammeHead, w.phase(r)); ok && lo > r.Lo+2 { // 青川机场|三期
		return r
	}
	if t.R[r.Lo] == '“' || t.Block.Number != "" && w.properWork(r) {
		return r
	}
	return Range{}
}

// listsNames reports whether r is all of an item in a list of works and lists some of them
// without a verb: 5.白塔路东延、柳溪路南延建设项目.
func (w *Worker) listsNames(r Range) bool {
	const longest = 80
	return r.Len() <= longest && w.t.next(r.Lo, r.Hi, EndsClause) == r.Hi && !w.startsVerb(r.Lo) && w.announced() && len(w.namedList(r)) > 0
}

// properWork reports whether r is the proper name of a line or a place that is built: 青川机场改扩建.
func (w *Worker) properWork(r Range) bool {
	class := w.works(r)
	return (class == lineClass || class == siteClass) && w.proper(r)
}

// promisedFirst returns the first clause of an item of a list of works for the people where it is
// the name of one, and the clauses behind say what belongs to it: 3.校舍改造工程|,包括….
func (w *Worker) promisedFirst(r Range) Range {
	const least, longest = 6, 25
	name := Range{r.Lo, r.Lo}
	for name.Hi < r.Hi && !EndsClause(w.t.R[name.Hi]) {
		name.Hi++
	}
	if _, done := w.find(listUndertake, name); done || name.Hi == r.Hi || w.t.R[name.Hi] != ',' || name.Len() < least || name.Len() > longest || w.single(listNameNotFirst, name.Lo) || !w.endsIn(listPlainHead, name) || !w.promised(name) {
		return Range{}
	}
	return name
}

// hasText reports whether blocks of running text or tables stand in a section below its
// heading; fields, which only say whose the heading is, are none.
func (w *Worker) hasText(section int) bool {
	next := w.state.block + 1
	for next < len(w.plan.Blocks) && w.plan.Blocks[next].Section == section && w.fieldBlock(&w.plan.Blocks[next]) {
		next++
	}
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
	if slices.Contains(t.R[r.Lo:r.Hi], ',') {
		return true
	}
	for _, l := range [...]wordList{listWorksVerb, listUndertake, listUndertakeWeak, listSentenceVerb} {
		if _, ok := w.hasAt(l, r.Lo); ok {
			return true
		}
	}
	end, adverb := w.hasAt(listProjectAdverb, r.Lo)
	if !adverb {
		return false
	}
	if lo, ok := w.hasEnd(listProgrammeHead, r.Hi); ok && r.Len() <= 20 && lo > end+1 && !w.startsVerb(end) { // 精准帮扶行动 is a name
		return false
	}
	return true
}

// isItem reports whether a block is an item of a list, by its number or its mark.
func (w *Worker) isItem(b *plan.Block) bool {
	return w.itemStyle(b) != noItem
}

// bodyStart returns where a block's words begin behind its list number.
func (w *Worker) bodyStart() int32 {
	if w.t.body < 0 {
		w.t.body = w.findBody()
	}
	return w.t.body
}

// findBody looks for the block's own number at its beginning; 0 where the text does not hold it.
func (w *Worker) findBody() int32 {
	t := &w.t
	if t.Block.Number == "" {
		if plan.Bulleted(t.Written(Range{0, min(1, int32(len(t.R)))})) {
			return 1
		}
		return 0
	}
	n := int32(0)
	for _, r := range t.Block.Number {
		if r = w.e.widths.rune(r); r == 0 {
			continue
		}
		if int(n) >= len(t.R) || t.R[n] != r {
			return 0
		}
		n++
	}
	for int(n) < len(t.R) && strings.ContainsRune(".、)。:-—", t.R[n]) {
		n++
	}
	return n
}

// underProjects reports whether a section is, or stands in, a chapter of projects.
func (w *Worker) underProjects(section int) bool {
	return w.titleHas(int(listProjectChapter), section)
}

// buildProject makes a project of a title.
func buildProject(c *Context) bool {
	r, ok := c.Range("name")
	if !ok {
		return c.Refuse("没有名称 / no name")
	}
	if c.Text.Block.Kind == plan.TableRow { // (1)云山水库
		r.Lo = c.Text.afterNumber(r)
	}
	p := &plan.Project{Name: c.Text.Written(r), Kind: c.Arg("kind"), Box: c.Worker.boxLabel()}
	if t := c.Text; t.Block.Kind == plan.TableRow {
		col := c.Column("name")
		if _, total := c.Worker.hasAt(listProjectTotal, r.Lo); total || r.Len() < 4 || col >= 0 && t.Block.Table.Rows[t.Block.Row].Cells[col].Filled {
			return c.Refuse("不是项目的行 / no project's row")
		}
		if c.classRow(r) {
			return c.Refuse("只是类别 / the name of a class")
		}
		if c.withoutUnit(r) != r {
			return c.Refuse("是指标,括号里是单位 / an indicator, with its unit in the bracket")
		}
		if !c.buildTable(t.Block.Table) && !c.builds(r) {
			return c.Refuse("是事项,不是要建的项目 / an item of business, nothing to be built")
		}
		p.Status = c.rowStatus()
	}
	if p.Kind == "box" && c.e.opening(listTaskBox, p.Box) != "" { // 任务三:改善人居环境 is a heading
		if _, ok := c.hasEnd(listUndertakingWord, r.Hi); !ok {
			return c.Refuse("是任务,不是项目 / a task, no undertaking")
		}
	}
	if p.Kind == "box" && r.Len() <= 3 && !c.speaksOf(listUndertakingWord, r) { // 民航, 水运
		return c.Refuse("标题只是领域 / the title names only a field")
	}
	if p.Kind == "box_item" {
		if c.listTitle(r) {
			return true
		}
		if why := c.Worker.noUndertaking(r); why != "" {
			return c.Refuse(why)
		}
		if p.Status = c.titleStatus(r); p.Status == "" {
			p.Status = c.Worker.listStatus()
		}
	}
	c.Emit(plan.Fact{Type: plan.TypeProject, Project: p}, r)
	return true
}

// buildTable reports whether a table has a column that only works have: 建设地点, 总投资.
func (c *Context) buildTable(t *plan.Table) bool {
	return slices.ContainsFunc(c.tableHeads(t), func(head string) bool { return c.headerHas("project_build_column", head) })
}

// withoutUnit returns the item of a row without the bracket behind it that says what it is
// measured in: 周转房(套).
func (w *Worker) withoutUnit(r Range) Range {
	t := &w.t
	if r.Len() == 0 || t.R[r.Hi-1] != ')' {
		return r
	}
	b := t.closing(r.Hi - 1)
	if b < 0 || t.Brackets[b].Open <= r.Lo {
		return r
	}
	family, _ := quantity.Default().Family(t.String(Range{t.Brackets[b].Open + 1, r.Hi - 1}))
	if family == quantity.Other || family == quantity.None {
		return r
	}
	return Range{r.Lo, t.Brackets[b].Open}
}

// classRow reports whether a row's item is the title of the rows below it: 续建项目(3项), or
// 二 | 水利项目 with nothing behind it but sums.
func (c *Context) classRow(r Range) bool {
	if c.groupRow(r) {
		return true
	}
	hi := r.Hi
	if hi > r.Lo && c.Text.R[hi-1] == ')' {
		if b := c.Text.closing(hi - 1); b >= 0 && c.Text.Brackets[b].Open > r.Lo {
			hi = c.Text.Brackets[b].Open
		}
	}
	lo, ok := c.hasEnd(listClassTitle, hi)
	return ok && lo <= r.Lo
}

// groupRow reports whether the number of a row is one of a group, and it says no more than the
// group's name and sums.
func (c *Context) groupRow(name Range) bool {
	t := c.Text
	number := t.Cells[0]
	if number.Len() == 0 || number.Hi > name.Lo || strings.Trim(t.Written(number), numerals+"、.()") != "" {
		return false
	}
	return !slices.ContainsFunc(t.Cells[1:], func(cell Range) bool {
		return cell.Len() > 0 && cell.Lo != name.Lo && strings.Trim(t.Written(cell), "0123456789.,") != ""
	})
}

// builds reports whether a row's item is a programme or what is built: 供水工程, 文化广场建设.
func (c *Context) builds(r Range) bool {
	thing := c.trimAction(r)
	for _, hi := range [...]int32{r.Hi, thing.Hi} {
		if _, named := c.hasEnd(listProgrammeHead, hi); named {
			return true
		}
	}
	class := c.works(thing)
	return class != "" && class != "action" && c.proper(thing)
}

// rowStatus returns the status that a cell of the row says alone: 续建, 新开工.
func (c *Context) rowStatus() string {
	t := c.Text
	for _, cell := range t.Cells {
		if end, ok := c.Worker.hasAt(listWorksVerb, cell.Lo); ok && end == cell.Hi {
			if s := c.Worker.attrs(listWorksVerb, cell)["status"]; s != "" {
				return s
			}
		}
	}
	return c.groupStatus()
}

// groupStatus returns the status that the nearest row above which says nothing else gives to
// those below it: 二|续建项目.
func (c *Context) groupStatus() string {
	const most = 2 // cells with a text: a number, and the title of the group
	rows := c.Text.Block.Table.Rows
	for k := c.Text.Block.Row - 1; k >= 0; k-- {
		title, texts := "", 0
		for _, cell := range rows[k].Cells {
			if !cell.Empty() && !cell.Filled {
				title, texts = c.CellText(cell), texts+1
			}
		}
		if texts <= most {
			return c.Worker.e.statusOfClass(title)
		}
	}
	return ""
}

// noUndertaking says why an item's title names nothing that is built or done.
func (w *Worker) noUndertaking(r Range) string {
	t := &w.t
	s := t.String(r)
	if strings.ContainsRune(s, '《') {
		return "是文件 / a document"
	}
	if w.speaksOf(listSentenceWord, r) {
		return "是句子,不是标题 / a sentence, not a title"
	}
	if lo, ok := w.classTitle(r); ok && (lo == r.Lo || w.e.places.in(t.R, r) || !w.endsIn(listProjectBare, r)) {
		return "标题只是类别 / the title names a class"
	}
	if w.listedWork(r) {
		return ""
	}
	if _, ok := w.find(listUndertakingWord, r); (!ok || r.Len() < 4) && !((r.Len() >= 6 || r.Len() == 5 && t.Block.Kind == plan.Paragraph) && w.boxOfProjects()) {
		return "标题只是领域 / the title names only a field"
	}
	if w.generic(r) {
		return "标题没有能区分的内容 / the title has nothing that identifies"
	}
	if bits, h := w.heads(r.Lo, r.Hi); r.Len() <= 8 && bits&(lineHead|siteHead) != 0 && w.nothingBut(Range{r.Lo, h}, listProjectGeneric, listWorksKind) &&
		!w.isAction(r) && !w.endsWith(listPlainHead, r.Hi) {
		return "标题只是一类工程 / the title names a class of works"
	}
	return ""
}

// listedWork reports whether an item under a heading that announces a list of
// projects (二、新建项目) names a thing that is built.
func (w *Worker) listedWork(r Range) bool {
	s := w.listSection()
	if w.box(s) >= 0 || !w.e.holds(listProjectBare, w.e.normal(w.plan.Sections[s].Title)) || !w.underProjects(s) {
		return false
	}
	c := w.works(r)
	return (c == lineClass || c == siteClass || w.endsIn(listProjectBare, r)) && !w.genericWorks(r) && !w.generic(r)
}

// listSection returns the section that the item of the block stands in.
func (w *Worker) listSection() int {
	s := w.t.Block.Section
	if w.t.Block.Kind == plan.Heading || w.plan.Sections[s].Kind == plan.KindItem {
		s = w.plan.Sections[s].Parent
	}
	return s
}

// boxOfProjects reports whether the title of the box around the block says that
// its items are projects, so that they need not say it again.
func (w *Worker) boxOfProjects() bool {
	i := w.box(w.t.Block.Section)
	if i < 0 {
		if i = w.listSection(); i <= 0 || !w.underProjects(i) { // 第二节 重点项目
			return false
		}
	}
	title := w.e.normal(w.plan.Sections[i].Title)
	return w.e.ending(listProjectBox, title) != ""
}

// listStatus returns the status that the heading of a list of projects begins with
// (二、续建项目).
func (w *Worker) listStatus() string {
	s := w.listSection()
	title := w.e.normal(w.plan.Sections[s].Title)
	if w.box(s) >= 0 || !w.e.holds(listProjectBare, title) {
		return ""
	}
	return w.e.statusOfClass(title)
}

// statusOfClass returns the status that the title of a class of projects gives: 续建项目(3项).
func (e *Extractor) statusOfClass(title string) string {
	for _, en := range e.lists[listWorksVerb].Entries {
		if rest, ok := strings.CutPrefix(title, en.Term); ok && en.Attrs["status"] != "" && en.Attrs["weak"] == "" && e.opening(listProjectBare, rest) != "" {
			return en.Attrs["status"]
		}
	}
	return ""
}

// titleStatus reads a status from the end of a title, or from the verb that
// opens the sentence after it and has the same thing for its object.
func (c *Context) titleStatus(r Range) string {
	w := c.Worker
	if lo, ok := w.hasEnd(listWorksVerb, r.Hi); ok && lo > r.Lo {
		if s := w.attrs(listWorksVerb, Range{lo, r.Hi}); s["weak"] == "" && s["status"] != "" {
			return s["status"]
		}
	}
	next := r.Hi
	for int(next) < len(c.Text.R) && (EndsClause(c.Text.R[next])) {
		next++
	}
	if end, ok := w.hasAt(listWorksVerb, next); ok && end+2 <= int32(len(c.Text.R)) && equalRunes(c.Text.R[end:end+2], c.Text.R[r.Lo:r.Lo+2]) {
		if s := w.attrs(listWorksVerb, Range{next, end}); s["weak"] == "" {
			return s["status"]
		}
	}
	return ""
}

// generic reports whether nothing is left of r after words that identify nothing.
func (w *Worker) generic(r Range) bool { return w.nothingBut(r, listProjectGeneric) }

// nothingBut reports whether less than two characters of r stand beside words of
// the lists.
func (w *Worker) nothingBut(r Range, lists ...wordList) bool {
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
func (w *Worker) skip(pos, hi int32, lists ...wordList) int32 {
	for pos < hi {
		next := w.skipOne(pos, hi, lists...)
		if next == pos {
			break
		}
		pos = next
	}
	return pos
}

// skipOne passes over the longest word of the lists that starts at pos.
func (w *Worker) skipOne(pos, hi int32, lists ...wordList) int32 {
	next := pos
	for _, l := range lists {
		if end, ok := w.hasAt(l, pos); ok && end <= hi {
			next = max(next, end)
		}
	}
	return next
}
