package graph

import (
	"strings"

	"plangraph/plan"
)

// partOfItems ties the task of an assignment to the items of its section in whose own text the
// assignment stands: 建立清单。省民政厅制定标准。 has the item 建立清单, and what 省民政厅 does is
// a part of it.
func (b *builder) partOfItems(section, task Ref, f *plan.Fact) {
	for _, item := range b.tasks[section.ID] {
		if item.ref != task && !item.duty && b.holds(section, item, f) {
			b.edge(PartOf, task, item.ref, "", f.Span.Start, evidence(f), nil)
		}
	}
}

// holds reports whether a fact of a section stands in the own text of a task there: in all of
// the section where the task is its title, else in the task's paragraph.
func (b *builder) holds(section Ref, item taskAt, f *plan.Fact) bool {
	path := section.ID[strings.LastIndexByte(section.ID, '#')+1:]
	if i, ok := b.byPath[path]; ok && b.sections[i].start == item.start {
		return true
	}
	return item.line == f.Line && item.start <= f.Span.Start
}
