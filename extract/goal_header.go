package extract

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"plangraph/internal/hanzi"
	"plangraph/plan"
	"plangraph/quantity"
)

// The header of a table of indicators: which column holds what, and for which year.

// headerReader reads the header of a table that may be one of indicators.
type headerReader struct {
	*Worker
	it    *indicatorTable
	table *plan.Table
	heads []string
	title string // of the table, or of the section around it
	first int    // the year from which on columns are goals, 0 where nothing tells
}

// readHeader reads which columns of a table hold what; nil where it is none of indicators.
func (w *Worker) readHeader(t *plan.Table) *indicatorTable {
	h := headerReader{Worker: w, table: t, title: w.e.normal(t.Title), first: w.firstYear()}
	h.it = &indicatorTable{indicator: -1, unit: -1, nature: -1, baseline: -1, planned: -1, achieved: -1}
	if h.title == "" && t.Section > 0 {
		h.title = w.e.normal(w.plan.Sections[t.Section].Title)
	}
	h.it.result = w.headerHas("table_result", h.title)
	h.heads = w.tableHeads(t)
	for _, head := range h.heads {
		h.it.result = h.it.result || w.headerHas("col_achieved", head)
	}
	if t.Turned && h.first == 0 && !w.setsGoals(h.heads, h.title) {
		return nil
	}
	h.findIndicator()
	if h.it.indicator < 0 {
		if h.it.result || !w.unitTable(t, h.it, h.heads, h.title) {
			return nil
		}
		return h.it
	}
	h.findFirst()
	for i, head := range h.heads {
		if i != h.it.indicator && head != "" {
			h.column(i, head, headYear(head))
		}
	}
	if h.it.result {
		return h.resultTable()
	}
	if len(h.it.goals) == 0 && !w.figureColumns(t, h.it, h.heads, h.title) {
		return nil
	}
	last := 0
	for _, gc := range h.it.goals {
		last = max(last, gc.year)
	}
	h.sumColumn()
	for i := range h.it.goals { // 2030年 | 年均增长
		h.it.goals[i].year = cmp.Or(h.it.goals[i].year, last)
	}
	return h.it
}

// findIndicator finds the column of the indicators: by the longest word for one in its head,
// or by what the title says.
func (h *headerReader) findIndicator() {
	if h.table.Turned { // the first column, whatever its head
		h.it.indicator = 0
		return
	}
	best := 0
	for i, head := range h.heads {
		for _, en := range h.e.set.Lists["col_indicator"].Entries {
			if n := len(en.Term); n > best && strings.Contains(head, en.Term) && !h.headerHas("col_not_indicator", head) {
				best, h.it.indicator = n, i
			}
		}
	}
	if h.it.indicator >= 0 || h.it.result {
		return
	}
	columnOf := func(list string) int {
		return slices.IndexFunc(h.heads, func(head string) bool { return hasTerm(h.Worker, list, head) })
	}
	if h.headerHas("indicator_title", h.title) && !h.headerHas("works_title", h.title) {
		h.it.indicator = columnOf("col_object")
	}
	if h.it.indicator < 0 { // 重点任务 | 年度目标: only where the goal is a figure
		h.it.indicator = columnOf("work_head")
		h.it.figures = h.it.indicator >= 0
	}
}

// findFirst finds from which year on columns are goals, where the plan does not tell, and
// whether what was reached is all that the table tells.
func (h *headerReader) findFirst() {
	aim, told := 0, 0 // years of the columns of goals and of what was reached
	var years []int   // of all columns
	for _, head := range h.heads {
		y := headYear(head)
		if y > 0 {
			years = append(years, y)
		}
		if y > 0 && h.headerHas("col_achieved", head) {
			told = max(told, y)
		} else if h.headerHas("col_goal", head) {
			aim = max(aim, y)
		}
	}
	if told > 0 && aim > told && !h.headerHas("table_result", h.title) { // 2029年完成值 | 2030年目标
		h.it.result = false
	}
	if h.first > 0 || h.it.result {
		return
	}
	if h.first = aim; h.first == 0 && len(years) > 1 && h.startsFrom(years) {
		h.first = slices.Min(years) + 1
	}
}

// startsFrom reports whether the first of the years that columns give is where the indicators start
// from: the only one before the goals', years before them, or the last one of a period of five
// before those of the next. Where each year has its column (2031年 | 2032年 | 2033年), none is.
func (h *headerReader) startsFrom(years []int) bool {
	const period, apart = 5, 2
	lo, hi := slices.Min(years), slices.Max(years)
	if n := len(years); n > 2 && hi-lo == n-1 {
		return n > period && lo%period == 0
	}
	bound := slices.ContainsFunc(h.heads, func(head string) bool { return h.headerHas("col_nature", head) || h.headerHas("col_change", head) })
	return hi-lo >= period-1 || bound && len(years) == 2 && hi-lo >= apart
}

// column notes what the column i holds, by its head and the year in that.
func (h *headerReader) column(i int, head string, year int) {
	goal := h.headerHas("col_goal", head)
	switch {
	case h.headerHas("col_nature", head):
		h.it.nature = i
	case h.it.result && h.headerHas("col_achieved", head):
		h.it.achieved = i
		h.it.year = max(h.it.year, year)
	case h.it.result && h.it.planned < 0 && h.headerHas("col_planned", head):
		h.it.planned = i
	case h.it.result && year > 0 && h.it.achieved < 0:
		h.it.achieved, h.it.year = i, year
	case h.headerHas("col_baseline", head) || year > 0 && h.first > 0 && year < h.first && !strings.Contains(head, "增") && !goal:
		h.it.baseline, h.it.baseYear = i, year
		if year == 0 && h.first > 0 {
			h.it.baseYear = h.first - 1
		}
	case hasTerm(h.Worker, "col_unit", head):
		h.it.unit = i
	case (year > 0 || goal) && !h.headerHas("col_no_goal", head):
		gc := goalColumn{col: i, silent: year == 0}
		if year == 0 {
			gc.change, gc.growth, gc.unit = h.changeColumn(head)
		}
		if year == 0 {
			year = lastYearIn(h.title)
		}
		if year == 0 || year < h.first && !goal {
			year = h.lastYear()
		}
		gc.year = year
		h.it.goals = append(h.it.goals, gc)
	}
}

// sumColumn takes the column that sums up those of single years for one of goals, too: 合计 |
// 2030年 | 2031年.
func (h *headerReader) sumColumn() {
	years := 0
	for _, gc := range h.it.goals {
		if headYear(h.heads[gc.col]) > 0 {
			years++
		}
	}
	if years < 2 {
		return
	}
	for i, head := range h.heads {
		if hasTerm(h.Worker, "col_sum", head) && !slices.ContainsFunc(h.it.goals, func(gc goalColumn) bool { return gc.col == i }) {
			h.it.goals = append(h.it.goals, goalColumn{col: i})
		}
	}
}

// changeColumn reports whether a column is one of changes, and what those are of each
// indicator and in which unit: 年均增长(%).
func (h *headerReader) changeColumn(head string) (change bool, growth, unit string) {
	for _, en := range h.e.set.Lists["col_change"].Entries {
		if strings.Contains(head, en.Term) {
			change = true
			if en.Attrs["sum"] == "" && len(en.Term) > len(growth) {
				growth = en.Term
			}
		}
	}
	if growth == "" {
		return change, "", ""
	}
	unit = "%"
	if k := strings.LastIndex(head, "("); k > 0 && strings.HasSuffix(head, ")") {
		if fam, _ := quantity.Default().Family(head[k+1 : len(head)-1]); fam != quantity.Other && fam != quantity.None {
			unit = head[k+1 : len(head)-1]
		}
	}
	return change, growth, unit
}

// resultTable is the table where it tells what was reached; nil where no column does.
func (h *headerReader) resultTable() *indicatorTable {
	if h.it.achieved < 0 {
		return nil
	}
	if h.it.year == 0 {
		h.it.year = lastYearIn(h.title)
	}
	if h.it.year == 0 {
		h.it.year = h.first - 1
	}
	return h.it
}

// figureColumns takes the columns of figures of a table of indicators for goals whose title
// says that it sets tasks: one for each place or body (指标 | 全市 | 甲县 | 乙区).
func (w *Worker) figureColumns(t *plan.Table, it *indicatorTable, heads []string, title string) bool {
	if !w.tasksTitle(title) && !w.chargingHeads(heads) {
		return false
	}
	year := lastYearIn(title)
	if year == 0 {
		year = w.lastYear()
	}
	for i, h := range heads {
		if h != "" && i != it.indicator && i != it.unit && i != it.baseline && !w.headerHas("unit_no_goal", h) && w.mostlyFigures(t, i) {
			it.goals = append(it.goals, goalColumn{col: i, year: year, silent: true})
		}
	}
	return len(it.goals) > 0
}

// chargingHeads reports whether a head is one that tables of tasks alone have: who is charged, by
// when it is to be done; one of what is invested in works is none.
func (w *Worker) chargingHeads(heads []string) bool {
	return !slices.ContainsFunc(heads, func(h string) bool { return w.headerHas("col_no_goal", h) }) && slices.ContainsFunc(heads, func(h string) bool {
		return w.headerHas("table_due", h) || w.headerHas("table_responsible", h) || w.headerHas("table_lead", h)
	})
}

// tasksTitle reports whether the title of a table or of the plan says that it sets tasks.
func (w *Worker) tasksTitle(title string) bool {
	whole := title + "|" + w.e.normal(w.plan.Title)
	return w.headerHas("unit_table", whole) && !w.headerHas("table_result", whole)
}

// mostlyFigures reports whether half the cells of a column at the least are figures.
func (w *Worker) mostlyFigures(t *plan.Table, col int) bool {
	figures := 0
	for _, row := range t.Rows {
		if col < len(row.Cells) && figureCell(w.CellText(row.Cells[col])) {
			figures++
		}
	}
	return figures > 0 && figures*2 >= len(t.Rows)
}

// setsGoals reports whether the heads of a table or a title above it say that its figures
// are to be reached.
func (w *Worker) setsGoals(heads []string, title string) bool {
	return slices.ContainsFunc(heads, func(h string) bool { return w.headerHas("col_goal", h) }) ||
		w.headerHas("unit_table", title) || w.headerHas("unit_table", w.e.normal(w.plan.Title))
}

// headYear returns the last year that the head of a column names, which may stand there
// alone: 2027.
func headYear(h string) int {
	if y, err := strconv.Atoi(h); err == nil && hanzi.IsYear(y) {
		return y
	}
	return lastYearIn(h)
}

// unitTable reads the header of a table whose rows are places or bodies and whose columns
// are what each is to reach: 县(市、区) | 造林(万亩) | 新建道路(公里). The title has to say that
// it sets tasks, and most cells of a column have to be figures.
func (w *Worker) unitTable(t *plan.Table, it *indicatorTable, heads []string, title string) bool {
	if len(heads) < 2 || len(t.Rows) < 2 {
		return false
	}
	at := 0
	if !hasTerm(w, "unit_head", heads[0]) {
		if at = 1; !w.headerHas("col_number", heads[0]) && heads[0] != "" || !hasTerm(w, "unit_head", heads[1]) {
			return false
		}
	}
	titled := w.tasksTitle(title) || w.chargingHeads(heads)
	for i := at + 1; i < len(heads); i++ {
		h := heads[i]
		if len([]rune(h)) < 2 || w.headerHas("unit_no_goal", h) || !titled && !w.headerHas("unit_table", h) || !w.mostlyFigures(t, i) {
			continue
		}
		label, unit := strings.TrimPrefix(strings.TrimPrefix(h, "其中"), ":"), ""
		if strings.HasSuffix(h, ")") {
			if k := strings.LastIndex(h, "("); k > 0 {
				if fam, power := quantity.Default().Family(h[k+1 : len(h)-1]); fam != quantity.Other && (fam != quantity.None || power > 0) {
					label, unit = strings.TrimSuffix(label, h[k:]), h[k+1:len(h)-1]
				}
			}
		}
		if unit == "" {
			unit = w.lineUnit(title, label)
		}
		year := lastYearIn(label)
		if _, rest, ok := strings.Cut(label, "年"); ok && year > 0 && rest != "" { // 2032年 over 造林
			label = rest
		}
		it.units = append(it.units, unitColumn{i, label, unit, year})
	}
	if it.year = lastYearIn(title); it.year == 0 {
		it.year = w.lastYear()
	}
	it.indicator, it.figures = at, true
	return len(it.units) > 0
}

// lineUnit returns the unit that a line above a table gives for a column: 单位:万亩, or of
// several (单位:万亩、万株) the one that the column's head is measured in (植树), or that
// counts for a column of numbers of things.
func (w *Worker) lineUnit(title, label string) string {
	_, rest, ok := strings.Cut(title, "单位:")
	if !ok { // 面积:万亩
		of := ""
		if of, rest, ok = strings.Cut(title, ":"); !ok || of == "" || !strings.Contains(label, of) {
			return ""
		}
	}
	var units []string
	for _, u := range strings.FieldsFunc(strings.TrimRight(rest, ") "), func(r rune) bool { return strings.ContainsRune("、,/;", r) }) {
		if fam, power := quantity.Default().Family(u); fam != quantity.Other && (fam != quantity.None || power > 0) {
			units = append(units, u)
		}
	}
	if len(units) == 1 {
		return units[0]
	}
	for _, u := range units {
		if w.measures(u, label) {
			return u
		}
	}
	counts := strings.HasSuffix(label, "数") || strings.HasSuffix(label, "数量")
	for _, u := range units {
		if fam, _ := quantity.Default().Family(u); (fam == quantity.Count) == counts {
			return u
		}
	}
	return ""
}

// measures reports whether a unit is one that what the label names is measured in: 万株, 植树.
func (w *Worker) measures(unit, label string) bool {
	for _, en := range w.e.set.Lists["column_unit"].Entries {
		if strings.HasSuffix(unit, en.Term) && slices.ContainsFunc(strings.Split(en.Attrs["of"], "|"), func(of string) bool { return strings.Contains(label, of) }) {
			return true
		}
	}
	return false
}
