package graph

import (
	"strings"

	"plangraph/plan"
)

// partOfItems ties the task of an assignment to the items of its section in whose own text the
// assignment stands: 建立清单。省民政厅制定标准。 has the item 建立清单, and what 省民政厅 does is
// a part of it.
func (b *builder) partOfItems(section, task Ref, f *plan.Fact) {
	var last *taskAt // of the items before it in its paragraph, of which a line may have several
	for i := range b.tasks[section.ID] {
		item := &b.tasks[section.ID][i]
		switch {
		case item.ref == task || item.duty:
		case b.titlesSection(section, item):
			b.edge(PartOf, task, item.ref, "", f.Span.Start, evidence(f), nil)
		case item.line == f.Line && item.start <= f.Span.Start && (last == nil || item.start >= last.start):
			last = item
		}
	}
	if last != nil {
		b.edge(PartOf, task, last.ref, "", f.Span.Start, evidence(f), nil)
	}
}

// titlesSection reports whether a task is the title of its section, all of which is then its text.
func (b *builder) titlesSection(section Ref, item *taskAt) bool {
	i, ok := b.byPath[section.ID[strings.LastIndexByte(section.ID, '#')+1:]]
	return ok && b.sections[i].start == item.start
}
