package extract

import (
	"strings"

	"plangraph/extract/rule"
	"plangraph/plan"
)

// titled is the body that a heading names, which what stands under it is for:
// (二)县公安局, then 1.…, 2.….
type titled struct {
	section int // of the heading
	block   int // index of the heading's block, +1
	names   []string
	by      *rule.Rule
}

// titleDuty keeps the bodies that a heading names.
func (c *Context) titleDuty(names []Range) bool {
	t := c.Text
	h := &c.state.duties.titled
	h.names = h.names[:0]
	for _, n := range names {
		h.names = append(h.names, t.Written(n))
	}
	h.section, h.block, h.by = t.Block.Section, c.state.block+1, c.Rule
	return true
}

// titledDuties charges the bodies of the heading above with what stands under it.
func (w *Worker) titledDuties() {
	h, b := &w.state.duties.titled, w.t.Block
	if len(h.names) == 0 || h.block == w.state.block+1 || b.Kind == plan.TableRow {
		return
	}
	in := b.Section
	for in > 0 && in != h.section {
		in = w.plan.Sections[in].Parent
	}
	if in <= 0 {
		h.names = h.names[:0]
		return
	}
	for i := len(w.facts) - 1; i >= 0 && w.facts[i].Span.Start >= b.Span().Start; i-- {
		if w.facts[i].Type == plan.TypeAssignment { // it names its own
			return
		}
	}
	t := &w.t
	lo := t.head()
	task := t.trim(Range{lo, t.next(lo, int32(len(t.R)), EndsSentence)})
	c := &Context{Worker: w, Text: t}
	if task.Len() < 4 || !c.startsDuty(task.Lo, task.Hi) {
		return
	}
	role := c.memberRole(task)
	span := task
	task = c.withoutCharge(task)
	for _, name := range h.names {
		w.emit(plan.Fact{Type: plan.TypeAssignment, Assignment: &plan.Assignment{Department: name, Role: role, Task: t.Written(task), Explicit: true}}, span, h.by)
	}
}

// memberRole returns the role that the first words of a member's duty tell.
func (c *Context) memberRole(task Range) string {
	switch text := c.Text.String(task); {
	case supports(text):
		return "support"
	case strings.HasPrefix(text, "牵头"):
		return "lead"
	}
	return "responsible"
}
