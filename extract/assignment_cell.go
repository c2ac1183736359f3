package extract

import (
	"slices"
	"strings"

	"plangraph/internal/hanzi"
	"plangraph/plan"
	"plangraph/quantity"
)

// Cells of tables that charge bodies, with the task in another cell of the row.

// cellDuty reads a cell of a table of duties.
func (c *Context) cellDuty() bool {
	who, ok := c.Range("who")
	if !ok {
		return c.Refuse("机构一栏为空 / the cell of bodies is empty")
	}
	cs := c.readCharges(who, c.Arg("role"))
	if len(cs.list) == 0 {
		return c.Refuse("没有写出机构 / no body is named")
	}
	task := c.cellTask()
	if task == "" {
		return c.Refuse("该行没有任务 / the row names no task")
	}
	if due, ok := c.Range("due"); ok {
		cs.due = due
	}
	c.orderCell(&cs)
	cells := c.Text.Block.Table.Rows[c.Text.Block.Row].Cells
	for i, x := range cs.list {
		span := who
		if col := c.Column("who"); col >= 0 && len(cells[col].Pieces) > 1 {
			span = x.at
		} else if cells[col].Filled {
			span = c.ownCells()
		}
		one := cs
		one.list, one.each = cs.list[i:i+1], nil
		if c.rowSays(c.Text.Written(x.at), x.role, task) {
			continue
		}
		c.assign(c.Text.Written(x.at), x.role, task, true, span, &one)
	}
	return true
}

// rowSays reports whether another column of the row has given a body the same task and role.
func (c *Context) rowSays(who, role, task string) bool {
	const columns = 40 // more bodies than a row has
	row := c.Text.Block.Span()
	for i := len(c.facts) - 1; i >= 0 && i >= len(c.facts)-columns; i-- {
		f := &c.facts[i]
		if a := f.Assignment; f.Type == plan.TypeAssignment && a.Department == who && a.Role == role && a.Task == task && row.Contains(f.Span) {
			return true
		}
	}
	return false
}

// ownCells returns the words of a row without those that it shares with the row above, where
// cells are merged.
func (c *Context) ownCells() Range {
	t := c.Text
	own := c.Whole
	found := false
	for i, cell := range t.Block.Table.Rows[t.Block.Row].Cells {
		if cell.Filled || t.Cells[i].Len() == 0 {
			continue
		}
		if own.Hi = t.Cells[i].Hi; !found {
			own.Lo, found = t.Cells[i].Lo, true
		}
	}
	return own
}

// orderCell applies what the text or the head of the column says about the first of
// a list: 责任单位(列首位的为牵头单位). A table that names who leads in a column of its
// own has no need of it.
func (c *Context) orderCell(cs *charges) {
	if len(cs.list) < 2 || cs.mixed() || cs.list[0].role != "responsible" {
		return
	}
	table := c.Text.Block.Table
	for _, m := range c.tableMatches(table) {
		for i := range m.rule.Emit {
			for _, v := range m.rule.Emit[i].Args {
				if v.Param == "role" && v.Text == "lead" {
					return
				}
			}
		}
	}
	d := &c.state.duties
	said := cs.ordered || d.ordered
	if col := c.Column("who"); !said && col >= 0 && col < len(table.Header) {
		_, said = c.headText(table.Header[col])
	}
	if said {
		cs.list[0].role = "lead"
	} else {
		d.firsts = append(d.firsts, len(c.facts))
	}
}

// ownTask returns the cell of a row that holds a task of its own beside the item in the
// column col, which stands over several rows: 项目名称 | 工作任务.
func (c *Context) ownTask(col int) (Range, bool) {
	t := c.Text
	table := t.Block.Table
	if col < 0 || len(table.Header) == 0 {
		return Range{}, false
	}
	if c.numberHead(table.Header[0]) && (t.Cells[0].Len() == 0 || table.Rows[t.Block.Row].Cells[0].Filled) {
		return Range{}, false // one number, one item
	}
	for i := col + 1; i < len(t.Cells) && i < len(table.Header); i++ {
		if t.Cells[i].Len() > 3 && !table.Rows[t.Block.Row].Cells[i].Filled && c.headerHas("table_own_task", c.CellText(table.Header[i])) {
			return t.Cells[i], true
		}
	}
	return Range{}, false
}

// numberHead reports whether a header's cell stands over the rows' numbers.
func (c *Context) numberHead(head plan.Cell) bool {
	return hasTerm(c.Worker, "number_head", c.CellText(head))
}

// numberedBehind reports whether the rows' numbers stand behind the column col, which then
// holds classes of rows: 重点任务 | 序号 | 具体举措.
func (c *Context) numberedBehind(col int) bool {
	header := c.Text.Block.Table.Header
	return col+1 < len(header) && slices.ContainsFunc(header[col+1:], c.numberHead)
}

// cellTask returns a row's task: the item, or where that is taken over from the
// row above the leading sentence of its details.
func (c *Context) cellTask() string {
	t := c.Text
	r, ok := c.Range("task")
	detail, more := c.Range("detail")
	col := c.Column("task")
	if more && (!ok || col >= 0 && (t.Block.Table.Rows[t.Block.Row].Cells[col].Filled || c.numberedBehind(col))) {
		r = detail
		r.Hi = t.next(r.Lo, r.Hi, EndsSentence)
	} else if own, found := c.ownTask(col); ok && found && t.Block.Table.Rows[t.Block.Row].Cells[col].Filled {
		r = own
		r.Hi = t.next(r.Lo, r.Hi, EndsSentence)
	} else if !ok {
		if r = c.textBeforeWho(col); r.Len() == 0 {
			return ""
		}
	}
	if t.numberOnly(r) { // 投资额 | 186 | 甲局
		if r = c.textBefore(r.Lo); r.Len() == 0 {
			if r = c.textBeforeWho(col); r.Len() == 0 || t.numberOnly(r) { // 3 | 推进报装联办 | 甲局
				return ""
			}
		}
	}
	mark := func(c rune) bool { return !hanzi.Is(c) && strings.ContainsRune(plan.ItemMarks, c) }
	for r.Lo < r.Hi && mark(t.R[r.Lo]) {
		r.Lo++
	}
	r.Lo = t.afterNumber(r)
	r.Hi = t.next(r.Lo, r.Hi, func(c rune) bool { return mark(c) || c == '。' })
	for pos := r.Lo + 2; pos+2 < r.Hi; pos++ { // 一、工业强县 / 1.新引进项目12个: what the item holds
		if isDigit(t.R[pos]) && (t.R[pos+1] == '.' || t.R[pos+1] == '、') && !isDigit(t.R[pos+2]) && t.lineBefore(pos) {
			r.Hi = pos
			break
		}
	}
	return t.Written(c.titleLine(r))
}

// numberOnly reports whether r is nothing but a figure, maybe with its unit and its bound: 186, 2项,
// 不低于95%.
func (t *Text) numberOnly(r Range) bool {
	for lo := r.Lo; lo < r.Hi; lo++ {
		if quantity.IsStart(t.R[lo]) {
			var q quantity.Quantity
			return quantity.Default().Parse(t.R[:r.Hi], int(lo), &q) && int32(q.Start) == r.Lo && int32(q.End) == r.Hi
		}
	}
	return false
}

// textBefore returns the nearest cell before pos that is no figure and no unit.
func (c *Context) textBefore(pos int32) Range {
	const shortest = 4
	t := c.Text
	for i := len(t.Cells) - 1; i >= 0; i-- {
		if cell := t.Cells[i]; cell.Hi <= pos && cell.Len() >= shortest && !t.numberOnly(cell) {
			return cell
		}
	}
	return Range{}
}

// textBeforeWho returns the text between the column of tasks, which is empty in this row, and
// that of the bodies.
func (c *Context) textBeforeWho(task int) Range {
	t := c.Text
	for col := c.Column("who") - 1; task >= 0 && col > task; col-- {
		if t.Cells[col].Len() > 0 {
			r := t.Cells[col]
			r.Hi = t.next(r.Lo, r.Hi, EndsSentence)
			return r
		}
	}
	return Range{}
}

// titleLine returns the first line of a cell where that is a title above what is to be done:
// 健全机制 / 出台管理办法,…. Lines that only the width of the column parts are not shorter
// than the next.
func (c *Context) titleLine(r Range) Range {
	const (
		shortest, longest = 4, 20
		slack             = 2 // figures are narrower
	)
	t := c.Text
	for pos := r.Lo; pos < r.Hi && pos <= r.Lo+longest && !EndsClause(t.R[pos]); pos++ {
		if pos < r.Lo+shortest || !t.lineBefore(pos) {
			continue
		}
		next := pos + 1
		for next < r.Hi && !t.lineBefore(next) {
			next++
		}
		if next-pos > pos-r.Lo+slack {
			r.Hi = pos
		}
		break
	}
	return r
}
