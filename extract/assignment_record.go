package extract

import (
	"strings"

	"plangraph/plan"
)

// Records of which every line has a label, and whose fields stand above their task:
// 责任单位:…, then 工作任务:….

// records is the run of such lines around a block.
type records struct {
	from, to int    // blocks
	first    string // the label that each record begins with
}

// recordTasks returns the tasks of the record that the block belongs to where they stand
// below the block's fields; none where they do not. Numbered items are one task each.
func (w *Worker) recordTasks() []string {
	i := w.state.block
	d := &w.state.duties
	if i < d.records.from || i >= d.records.to {
		d.records = w.recordsAround(i)
	}
	r := &d.records
	for k := i; k >= r.from; k-- {
		b := &w.plan.Blocks[k]
		if k < i && w.taskLine(b) {
			return nil
		}
		if label, _ := w.labelled(b); label == r.first {
			break
		}
	}
	for k := i + 1; k < r.to; k++ {
		b := &w.plan.Blocks[k]
		label, value := w.labelled(b)
		if label == r.first {
			return nil
		}
		if !w.taskLine(b) {
			continue
		}
		tasks := []string{firstItem(value)}
		for k++; k < r.to && w.plan.Blocks[k].Number != ""; k++ {
			tasks = append(tasks, firstItem(w.doc.Slice(w.plan.Blocks[k].Pieces[0])))
		}
		return tasks
	}
	return nil
}

// firstItem returns the first sentence of a text without the number of a list before it.
func firstItem(s string) string {
	s, _, _ = strings.Cut(s, "。")
	return withoutNumber(strings.TrimRight(strings.TrimSpace(s), ";；"))
}

// withoutNumber returns a text without the number of a list before it: 1.新建书屋.
func withoutNumber(s string) string {
	rest := strings.TrimLeft(s, "0123456789")
	for _, mark := range [...]string{".", "、", "．"} {
		if after, ok := strings.CutPrefix(rest, mark); ok && len(rest) < len(s) {
			return strings.TrimSpace(after)
		}
	}
	return s
}

// recordsAround returns the run of labelled lines around block i.
func (w *Worker) recordsAround(i int) records {
	r := records{from: i, to: i + 1}
	for r.from > 0 && w.inRecord(&w.plan.Blocks[r.from-1]) {
		r.from--
	}
	for r.to < len(w.plan.Blocks) && w.inRecord(&w.plan.Blocks[r.to]) {
		r.to++
	}
	for r.from < i && w.plan.Blocks[r.from].Number != "" { // items above the first record are none of its
		r.from++
	}
	r.first, _ = w.labelled(&w.plan.Blocks[r.from])
	return r
}

// inRecord reports whether a block may be a line of a record: one with a label, or a numbered
// item below one.
func (w *Worker) inRecord(b *plan.Block) bool {
	if b.Kind != plan.Paragraph && b.Kind != plan.Heading || len(b.Pieces) == 0 {
		return false
	}
	label, _ := w.labelled(b)
	return label != "" || b.Number != "" && countsItems(b.Number)
}

// labelled returns the label that a block begins with and what stands behind it; "" where
// it has none.
func (w *Worker) labelled(b *plan.Block) (label, value string) {
	const longest = 30 // bytes of a label
	if b.Kind != plan.Paragraph || b.Number != "" || len(b.Pieces) == 0 {
		return "", ""
	}
	text := w.doc.Slice(b.Pieces[0])
	end := strings.IndexFunc(text[:min(len(text), longest+len("："))], func(r rune) bool { return r == ':' || r == '：' })
	if end <= 0 || strings.ContainsAny(text[:end], ",，。、(") {
		return "", ""
	}
	return strings.TrimSpace(text[:end]), strings.TrimLeft(text[end:], ":：")
}

// taskLine reports whether a block is the line that names the task of a record.
func (w *Worker) taskLine(b *plan.Block) bool {
	return w.hasLabel(b, listChargeTaskLabel)
}
