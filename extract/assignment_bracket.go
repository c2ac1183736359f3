package extract

import (
	"slices"

	"plangraph/internal/hanzi"
)

// A bracket behind its task: 修缮戏台(甲局牵头,乙局配合).

// bracketDuty reads a bracket that closes a task.
func (c *Context) bracketDuty() bool {
	t := c.Text
	b := t.BracketAt(c.Whole.Lo)
	if b < 0 {
		b = t.BracketAt(min(c.Whole.Hi, int32(len(t.R))-1))
	}
	if b < 0 {
		b = t.closing(c.Whole.Lo)
	}
	if b < 0 || t.Brackets[b].Parent >= 0 {
		return c.Refuse("括号套在另一括号内 / the bracket stands in another one")
	}
	in := Range{t.Brackets[b].Open + 1, t.Brackets[b].Close}
	d := &c.state.duties
	if d.doneBlock != c.state.block+1 {
		d.doneBlock, d.done = c.state.block+1, d.done[:0]
	}
	if slices.Contains(d.done, in.Lo) {
		return c.Refuse("括号已读取 / the bracket was read")
	}
	cs := c.readCharges(in, "")
	if len(cs.list) == 0 {
		return c.Refuse("没有写出机构 / no body is named")
	}
	if !cs.worded && !c.closesTask(b) && !c.namesOnly(b) {
		return c.Refuse("括号未写角色,也不在句末 / the bracket says no role and closes no sentence")
	}
	if !cs.fields && !c.closesTask(b) && !c.endsText(t.Brackets[b].Close+1) && !t.namesBody(in) {
		return c.Refuse("句中括号内没有已知机构 / no known body stands in a bracket within a sentence")
	}
	if c.startsWith(listChargeBelow, in.Lo) && len(cs.each) == 0 { // (下列各项责任单位相同:甲局、乙局)
		d.done = append(d.done, in.Lo)
		c.hold(&cs)
		return true
	}
	task := c.taskBefore(t.Brackets[b].Open)
	if task == "" {
		return c.Refuse("其前没有任务 / there is no task before it")
	}
	d.done = append(d.done, in.Lo)
	c.assignAll(&cs, task, Range{in.Lo - 1, min(in.Hi+1, int32(len(t.R)))})
	for i := b - 1; i >= 0 && !cs.worded && c.runsOn(i); i-- { // 林地保有量9万亩(甲局)工业用水量下降8%(乙局)
		in := Range{t.Brackets[i].Open + 1, t.Brackets[i].Close}
		if slices.Contains(d.done, in.Lo) || !c.namesOnly(i) {
			break
		}
		if one, task := c.readCharges(in, ""), c.taskBefore(t.Brackets[i].Open); len(one.list) > 0 && task != "" {
			d.done = append(d.done, in.Lo)
			c.assignAll(&one, task, Range{in.Lo - 1, in.Hi + 1})
		}
	}
	return true
}

// runsOn reports whether text with the next bracket behind it follows a bracket, where
// the marks between the tasks of a list were lost.
func (c *Context) runsOn(b int) bool {
	t := c.Text
	if b+1 >= len(t.Brackets) || t.Brackets[b].Parent >= 0 || t.Brackets[b+1].Parent >= 0 {
		return false
	}
	from, to := t.Brackets[b].Close+1, t.Brackets[b+1].Open
	if from < to && (t.R[from] == ',' || t.R[from] == ';') {
		from++
	}
	if to-from < 5 || !hanzi.Is(t.R[from]) || t.next(from, to, EndsSentence) < to {
		return false
	}
	if _, tied := c.hasAt(listChargeWord, from); tied { // (甲局)负责
		return false
	}
	return c.namesOnly(b + 1)
}

// namesOnly reports whether a bracket before the full stop holds nothing but bodies,
// which what stands before it does not name: 新建书屋6座(县文旅局、各乡镇)。
func (c *Context) namesOnly(b int) bool {
	t := c.Text
	open, end := t.Brackets[b].Open, t.Brackets[b].Close
	if open < 4 || !c.endsText(end+1) && !c.runsOn(b) {
		return false
	}
	if _, head := c.hasEnd(listListHead, open); head {
		return false
	}
	for _, m := range t.Mentions(kindDepartment) {
		if m.Hi == open { // 市交通委(市道运局)
			return false
		}
	}
	in := Range{open + 1, end}
	known := false
	for _, it := range c.items(in) {
		if _, due := c.dueIn(it.at); due {
			continue
		}
		if len(c.names(it.at)) == 0 {
			return false
		}
		known = true
	}
	return known && t.namesBody(in)
}

// endsText reports whether a sentence or the text ends at pos.
func (c *Context) endsText(pos int32) bool {
	t := c.Text
	return pos >= int32(len(t.R)) || EndsSentence(t.R[pos]) || t.R[pos] == CellMark
}

// closesTask reports whether a bracket stands behind a whole sentence.
func (c *Context) closesTask(b int) bool {
	t := c.Text
	open := t.Brackets[b].Open
	if open == 0 || EndsSentence(t.R[open-1]) {
		return true
	}
	d := &c.state.duties // by a standing rule bare names before the full stop will do
	end := t.Brackets[b].Close + 1
	return (d.ordered || len(d.each) > 0) && end < int32(len(t.R)) && t.R[end] == '。'
}
