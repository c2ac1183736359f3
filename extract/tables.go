package extract

import (
	"slices"
	"strings"

	"plangraph/extract/rule"
	"plangraph/plan"
)

// Which table rules a table's header answers to.

type tableMatch struct {
	rule  *rule.Rule
	cols  []int
	names []string // of the captures: those of the columns
}

// tableCandidates notes a candidate for every table rule whose columns the
// table's header has.
func (w *Worker) tableCandidates(b *plan.Block) {
	for _, tm := range w.tableMatches(b.Table) {
		if w.gated(tm.rule) || w.unless(tm.rule, Range{0, int32(len(w.t.R))}) != "" {
			continue
		}
		n := len(w.caps)
		c := candidate{rule: tm.rule, whole: Range{0, int32(len(w.t.R))}, cols: tm.cols, names: tm.names}
		for i, col := range tm.rule.Columns {
			r := Range{}
			if tm.cols[i] >= 0 && tm.cols[i] < len(w.t.Cells) {
				r = w.t.Cells[tm.cols[i]]
			}
			w.caps = append(w.caps, r)
			if col.Name == tm.rule.Claim {
				c.claim = r
			}
		}
		c.caps = w.caps[n:len(w.caps):len(w.caps)]
		w.candidates = append(w.candidates, c)
	}
}

// tableMatches returns the table rules whose columns the header of t has.
func (w *Worker) tableMatches(t *plan.Table) []tableMatch {
	matches, known := w.state.columns[t]
	if !known {
		heads := make([]string, len(t.Header))
		for i, c := range t.Header {
			heads[i], _ = w.headText(c)
		}
		if len(heads) == 0 {
			heads = t.Implied
		}
		for _, r := range w.e.tableRules {
			if cols, ok := w.matchColumns(r, heads); ok {
				m := tableMatch{rule: r, cols: cols}
				for _, c := range r.Columns {
					m.names = append(m.names, c.Name)
				}
				matches = append(matches, m)
			}
		}
		w.state.columns[t] = matches
	}
	return matches
}

// matchColumns finds for each column of the rule the header cell with the
// longest word of its list, one marked whole only where it is all the cell says, one marked
// field, which names where things are done, only where no other is; a header cell serves one
// column.
func (w *Worker) matchColumns(r *rule.Rule, heads []string) ([]int, bool) {
	cols := make([]int, len(r.Columns))
	used := make([]bool, len(heads))
	for i, c := range r.Columns {
		cols[i] = -1
		best := 0
		for j, head := range heads {
			if used[j] || w.servesLater(r, i, j, heads) {
				continue
			}
			if n := w.headWidth(c.List, head); n > best {
				best, cols[i] = n, j
			}
		}
		if cols[i] < 0 && c.Name == "task" && i > 0 {
			cols[i] = w.taskBefore(heads[:cols[0]])
		}
		if cols[i] < 0 && !c.Optional {
			return nil, false
		}
		if cols[i] >= 0 {
			used[cols[i]] = true
		}
	}
	return cols, true
}

// taskBefore returns the column of what the bodies of a column behind these heads are charged
// with, though no list has its head (测评点位 | 责任单位): the first, behind the rows' numbers and
// classes, unless that holds something else; -1 for none.
func (w *Worker) taskBefore(heads []string) int {
	for col, head := range heads {
		k := slices.IndexFunc(w.e.lists[listHeadNoTask].Entries, func(e rule.Entry) bool { return strings.Contains(head, e.Term) })
		switch {
		case head == "":
		case k < 0:
			return col
		case w.e.lists[listHeadNoTask].Entries[k].Attrs["skip"] == "":
			return -1
		}
	}
	return -1
}

// headWidth returns how long the longest word of the list is that a header cell holds, 1 where
// that names a field and no task (任务类别), 0 for none.
func (w *Worker) headWidth(list *rule.List, head string) int {
	width, field := 0, false
	for k, term := range w.e.written[list.Name] {
		attrs := list.Entries[k].Attrs
		if len(term) > width && len(term) <= len(head) && strings.Contains(head, term) && (head == term || attrs["whole"] == "") {
			width, field = len(term), attrs["field"] != ""
		}
	}
	if field {
		return 1
	}
	return width
}

// servesLater reports whether a header cell is just a word of the list of a column that
// may be missing and comes later in the rule (具体措施 of a task), where another cell
// has a word of the column's own list.
func (w *Worker) servesLater(r *rule.Rule, i, j int, heads []string) bool {
	later := false
	for _, c := range r.Columns[i+1:] {
		later = later || c.Optional && slices.Contains(w.e.written[c.List.Name], heads[j])
	}
	if !later {
		return false
	}
	for k, other := range heads {
		if k == j {
			continue
		}
		if w.headWidth(r.Columns[i].List, other) > 1 {
			return true
		}
	}
	return false
}

// headText returns the text of a header cell without a bracket that says by what
// order a body of the column leads, and whether the first of a list leads in it. A head
// for those who lead and for the others (牵头及配合单位) is one of those responsible.
func (w *Worker) headText(c plan.Cell) (text string, firstLeads bool) {
	text = w.CellText(c)
	if open := strings.IndexByte(text, '('); open > 0 {
		first, lead := w.orderOf(text[open:])
		if first && lead {
			return text[:open], true
		}
		if end := strings.IndexByte(text[open:], ')'); first && end > 0 {
			text = text[:open] + text[open+end+1:]
		}
	}
	if both := w.e.lists[listHeadOfBoth].Entries; len(both) > 0 && w.e.leadsAndOthers(text) {
		return both[0].Term, true
	}
	return text, false
}

// orderOf reports whether a text speaks of an order of bodies, and of who leads.
func (w *Worker) orderOf(text string) (first, lead bool) {
	w.scanTitle(text)
	for _, h := range w.titleHits {
		first = first || w.e.inList(h.Term, int(listChargeOrder)) || w.e.inList(h.Term, int(listChargeOrderFirst))
		lead = lead || w.e.inList(h.Term, int(listChargeOrderLead))
	}
	return first, lead
}

// leadsAndOthers reports whether a header cell is for those who lead and for others:
// 牵头及配合单位, 责任单位(牵头).
func (e *Extractor) leadsAndOthers(text string) bool {
	lead := e.inside(listHeadLead, text)
	before, behind, ok := strings.Cut(text, lead)
	if lead == "" || !ok {
		return false
	}
	behind = strings.TrimPrefix(behind, e.opening(listHeadUnit, behind))
	others := ""
	if tie := e.opening(listHeadTie, behind); tie != "" {
		others = behind[len(tie):]
	} else if tie := e.ending(listHeadTie, before); tie != "" {
		others = before[:len(before)-len(tie)]
	}
	for _, en := range e.lists[listHeadOther].Entries {
		if k := strings.Index(others, en.Term); k >= 0 && e.opening(listHeadPerson, others[k:]) == "" {
			return true
		}
	}
	return false
}

// CellText returns a cell's text as the view normalises it.
func (w *Worker) CellText(c plan.Cell) string {
	var b strings.Builder
	for _, s := range c.Pieces {
		b.WriteString(w.e.normal(w.doc.Slice(s)))
	}
	return b.String()
}
