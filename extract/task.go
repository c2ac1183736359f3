package extract

import (
	"strings"

	"plangraph/plan"
)

// The task that an assignment is about, and what it is called.

// taskKey identifies a task: one title counts once in a section.
type taskKey struct {
	section int
	title   string
}

// recognizeMeasure finds what names a measure: the leading short sentence of a
// paragraph, the first sentence of a numbered item, and the heading of a
// numbered section that has no parts with titles of their own.
func recognizeMeasure(w *Worker, t *Text) {
	b := t.Block
	var r Range
	switch {
	case b.Kind == plan.Heading:
		s := &w.plan.Sections[b.Section]
		if s.Number == "" || s.Kind == plan.KindBox || s.Kind == plan.KindTable || s.Kind == plan.KindAnnex || !w.isLeaf(b.Section) {
			return
		}
		r = t.runes(s.TitleSpan)
		if b := t.closing(r.Hi - 1); b >= 0 && t.Brackets[b].Open > r.Lo+1 && t.namesBody(Range{t.Brackets[b].Open, r.Hi}) {
			r.Hi = t.Brackets[b].Open // 疏浚沟渠(县水利局)
		}
	case b.Kind != plan.Paragraph:
		return
	case b.Lead.Len() > 0:
		if b.Section == 0 && len(w.plan.Sections) > 1 && w.plan.Sections[1].Kind == plan.KindChapter {
			return // before the first chapter a plan says why it is made
		}
		r = t.runes(b.Lead)
	case b.Number != "":
		r.Lo = w.bodyStart()
		for r.Hi = r.Lo; int(r.Hi) < len(t.R) && !EndsSentence(t.R[r.Hi]); r.Hi++ {
		}
		if b := t.BracketAt(r.Hi); b >= 0 { // a bracket of bodies at the end is no part of it
			r.Hi = t.Brackets[b].Open
		}
	}
	if r.Len() >= 4 || r.Len() >= 2 && w.box(b.Section) > 0 {
		w.AddMention(kindMeasure, Mention{Range: r})
	}
}

// namesBody reports whether the name of a body stands in r.
func (t *Text) namesBody(r Range) bool {
	for _, m := range t.mentions[kindDepartment] {
		if r.Contains(m.Range) {
			return true
		}
	}
	return false
}

// isLeaf reports whether a section has no sections below it, and no paragraphs
// that name measures themselves. Without any text below, only an item or a whole
// sentence is a measure (1.疏浚沟渠): a chapter's title alone says nothing.
func (w *Worker) isLeaf(section int) bool {
	s := &w.plan.Sections[section]
	text := countsItems(s.Number) || strings.HasSuffix(w.doc.Slice(s.TitleSpan), "。") || strings.HasPrefix(w.doc.Text[s.TitleSpan.End:], "。")
	for i := w.state.block + 1; i < len(w.plan.Blocks); i++ {
		b := &w.plan.Blocks[i]
		if b.Section != section {
			return text && w.plan.Sections[b.Section].Parent != section
		}
		if b.Kind == plan.Heading || b.Kind == plan.TableRow || b.Lead.Len() > 0 || b.Number != "" {
			return false
		}
		text = true
	}
	return text
}

// buildTask makes a task of a title, or of a row of a list of tasks.
func buildTask(c *Context) bool {
	w := c.Worker
	b := c.Text.Block
	title, kind := "", c.Arg("kind")
	at := c.Whole
	if kind == "row" {
		title, at = c.cellTask(), c.ownCells()
	} else if r, ok := c.Range("title"); ok {
		title, at = c.Text.Written(r), r
		switch {
		case kind != "":
		case b.Kind == plan.Heading, b.Number != "", w.box(b.Section) > 0:
			kind = "item"
		default:
			kind = "paragraph"
		}
	}
	if title == "" {
		return c.Refuse("没有标题 / no title")
	}
	if kind != "row" && c.titlesNoTask(at) {
		return c.Refuse("不是任务 / no task")
	}
	k := taskKey{b.Section, w.e.normal(title)}
	if w.state.tasks[k] {
		return c.Refuse("本节已有该任务 / the section has this task already")
	}
	w.state.tasks[k] = true
	task := &plan.Task{Title: title, Kind: kind, SectionPath: w.plan.Sections[b.Section].Path}
	c.Emit(plan.Fact{Type: plan.TypeTask, Task: task}, at)
	return true
}

// titlesNoTask reports whether a title only says what a part of the document is about (编制目的,
// 成员单位职责), or since when and by whom it holds (本预案自发布之日起实施).
func (c *Context) titlesNoTask(r Range) bool {
	if r.Hi > r.Lo && EndsSentence(c.Text.R[r.Hi-1]) {
		r.Hi--
	}
	return c.isWord(listTaskNot, r) || c.speaksOf(listTaskNotIn, r) || c.isMention(r)
}
