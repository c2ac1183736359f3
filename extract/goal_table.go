package extract

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"plangraph/plan"
	"plangraph/quantity"
)

// Tables of indicators: what their columns hold, and the goals of a row.

// indicatorTable says what the columns of a table of indicators hold.
type indicatorTable struct {
	indicator int
	unit      int // -1 for none
	nature    int
	baseline  int
	baseYear  int
	goals     []goalColumn
	planned   int // tables of results
	achieved  int
	result    bool
	figures   bool         // goals in words are tasks
	units     []unitColumn // of a table that gives each place its figures
	year      int
}

// unitColumn is a column of figures, one for each place or body that a row names; its
// head is the indicator.
type unitColumn struct {
	col         int
	label, unit string
	year        int // that its head names; 0 for none
}

type goalColumn struct {
	col, year int
	change    bool   // of the change up to then, beside a column of the level: 年均增长〔累计〕
	growth    string // what that column measures of each indicator (年均增长), "" for a sum …
	unit      string // … and in what
}

// indicatorTable reads a table's header once; nil where the table is none of
// indicators.
func (w *Worker) indicatorTable(t *plan.Table) *indicatorTable {
	if it, ok := w.goals.tables[t]; ok {
		return it
	}
	it := w.readHeader(t)
	w.goals.tables[t] = it
	return it
}

// dropSilent leaves out the figures of a row in columns that describe or report and set
// no goal: 建设规模, 进展情况; beside a column of investment 建设内容, too, but for works for
// the people, which are promised.
func (w *Worker) dropSilent(t *Text) {
	table := t.Block.Table
	silent, known := w.goals.silent[table]
	if !known {
		heads := w.tableHeads(table)
		works := !w.civic() && slices.ContainsFunc(heads, func(head string) bool { return w.headerHas("col_invest", head) })
		for i, head := range heads {
			if w.headerHas("col_no_goal", head) || works && w.headerHas("col_content", head) {
				if silent == nil {
					silent = make([]bool, len(heads))
				}
				silent[i] = true
			}
		}
		w.goals.silent[table] = silent
	}
	if silent == nil {
		return
	}
	kept := w.goals.all[:0]
	for _, f := range w.goals.all {
		if !slices.ContainsFunc(t.Cells, func(c Range) bool {
			return c.Lo <= f.from && f.from < c.Hi && silent[min(len(silent)-1, slices.Index(t.Cells, c))]
		}) {
			kept = append(kept, f)
		}
	}
	w.goals.all = kept
}

func (w *Worker) headerHas(list, head string) bool {
	return slices.ContainsFunc(w.e.written[list], func(term string) bool { return strings.Contains(head, term) })
}

// tableHeads returns the heads of a table's columns, those that its cells imply where no header
// stands there.
func (w *Worker) tableHeads(t *plan.Table) []string {
	if len(t.Header) == 0 {
		return t.Implied
	}
	heads := make([]string, len(t.Header))
	for i, c := range t.Header {
		heads[i] = w.CellText(c)
	}
	return heads
}

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
		gc := goalColumn{col: i}
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
			it.goals = append(it.goals, goalColumn{col: i, year: year})
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
	if y, err := strconv.Atoi(h); err == nil && y > 1990 && y < 2100 {
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

// figureCell reports whether a cell holds a figure alone: 1.2, ≥95, 36以上, 12%.
func figureCell(s string) bool {
	s = strings.TrimLeft(s, "≥≤><=约")
	if s == "" || s[0] < '0' || s[0] > '9' {
		return false
	}
	return len([]rune(s)) <= 12 && !strings.ContainsAny(s, "年月:") && !yearsOnly(s)
}

// yearsOnly reports whether s is a span of years: 2031-2033.
func yearsOnly(s string) bool {
	const year = 4 // digits
	first := strings.TrimLeft(s, "0123456789")
	last := strings.TrimLeft(first, "-—~")
	return len(s)-len(first) == year && len(first) > len(last) && len(last) == year && strings.Trim(last, "0123456789") == ""
}

// unitGoals reads one row of a table that gives each place its figures.
func (w *Worker) unitGoals(t *Text, it *indicatorTable) {
	for _, uc := range it.units {
		if uc.col >= len(t.Cells) || !figureCell(t.String(t.Cells[uc.col])) {
			continue
		}
		value, own, op := w.cellValue(t, t.Cells[uc.col])
		if value == "" || op == "text" {
			continue
		}
		if own == "" {
			own = uc.unit
		}
		at := Range{0, int32(len(t.R))}
		if cell := t.Cells[uc.col]; t.lineBefore(cell.Lo) { // a cell a line
			at = cell
		}
		w.goals.found = append(w.goals.found, goal{frame: frameTable, label: uc.label, op: op, value: value, unit: own, year: cmp.Or(uc.year, it.year), at: at})
	}
}

// tableGoals reads one row of a table of indicators.
func (w *Worker) tableGoals(t *Text, it *indicatorTable) {
	if it.units != nil {
		w.unitGoals(t, it)
		return
	}
	if it.indicator >= len(t.Cells) {
		return
	}
	name, unit := w.indicatorCell(t, t.Cells[it.indicator])
	if name.Len() == 0 || t.numberOnly(name) {
		return
	}
	cell := func(i int) Range {
		if i < 0 || i >= len(t.Cells) {
			return Range{}
		}
		return t.Cells[i]
	}
	if it.unit >= 0 && unit == "" {
		if unit = t.Written(cell(it.unit)); hasTerm(w, "no_value", w.e.normal(unit)) {
			unit = ""
		}
	}
	row := Range{0, int32(len(t.R))}
	row.Lo = name.Lo
	if it.result {
		a := t.Written(cell(it.achieved))
		p := t.Written(cell(it.planned))
		if a == "" && p == "" {
			return
		}
		if unit == "" {
			v, u, op := w.cellValue(t, cell(it.planned))
			if op != "text" { // 100亿元: the magnitude is part of the unit
				unit = v[len(strings.TrimRight(v, magnitudes)):] + u
			}
		}
		w.goals.found = append(w.goals.found, goal{frame: frameResult, name: []Range{name}, planned: p, achieved: a, unit: unit, year: it.year, at: row})
		return
	}
	nature := t.String(cell(it.nature))
	for i := range t.Cells {
		if s := t.String(t.Cells[i]); nature == "" && w.isWord(listGoalNature, t.Cells[i]) {
			nature = s
		}
	}
	baseline, _, _ := w.cellValue(t, cell(it.baseline))
	base := it.baseYear
	if baseline == "" {
		base = 0
	}
	level := false
	for _, gc := range it.goals {
		if gc.change && level {
			continue
		}
		for _, cg := range w.cellGoals(t, name, cell(gc.col), it.figures) {
			g := goal{frame: frameTable, name: cg.name, op: cg.op, value: cg.value, year: gc.year, baseline: baseline, baseYear: base, nature: nature, at: row}
			g.value, g.unit = tableUnit(cg, unit)
			if gc.growth != "" && cg.op != "text" && w.growsOnly(t, name, cell(gc.col)) {
				g.label, g.unit = t.Written(name)+gc.growth, cmp.Or(cg.unit, gc.unit)
			}
			if t.Block.Table.Turned {
				g.at = cg.at
			}
			level = level || !gc.change
			w.goals.found = append(w.goals.found, g)
		}
	}
}

// growsOnly reports whether the cell c in a column of changes says how much an indicator is to
// grow: no 〔sum〕, and the name is not one of growth itself.
func (w *Worker) growsOnly(t *Text, name, c Range) bool {
	_, named := w.hasEnd(listGrowthWord, name.Hi)
	return !named && !strings.ContainsRune("〔[(", t.R[c.Lo])
}

// tableUnit returns the value of a goal and its unit, which the table gives for the row,
// the cell, or both for a part: (亿元) and 2000亿.
func tableUnit(g cellGoal, unit string) (value, u string) {
	if g.op == "text" {
		return g.value, ""
	}
	value, u = g.value, unit
	if u == "" || strings.TrimLeft(g.unit, magnitudes) != "" && strings.TrimLeft(u, magnitudes) == "" {
		u = g.unit
	}
	if g.unit == "" || strings.TrimLeft(unit, magnitudes) != g.unit {
		return value, u
	}
	if mag := unit[:len(unit)-len(g.unit)]; mag != "" && strings.HasSuffix(value, mag) { // (亿元) and 2000亿元: the magnitude stands with the unit
		return strings.TrimSuffix(value, mag), unit
	} else if mag != "" && strings.TrimRight(value, magnitudes) != value {
		u = g.unit
	}
	return value, u
}

// indicatorCell parts an indicator's cell into its name and the unit in its last
// bracket: 居家适老化改造户数(含社会老年人家庭)(万户).
func (w *Worker) indicatorCell(t *Text, c Range) (Range, string) {
	for c.Lo < c.Hi { // 1. or 1、 before the name, 其中: within it
		i := c.Lo
		for i < c.Hi && isDigit(t.R[i]) {
			i++
		}
		if i > c.Lo && i < c.Hi && (t.R[i] == '.' || t.R[i] == '、' || t.R[i] == '．') && (i+1 >= c.Hi || !isDigit(t.R[i+1])) {
			c.Lo = i + 1
			continue
		}
		if end := t.afterItem(c); end > c.Lo { // 一、 or (二), 3.4A级景区
			c.Lo = end
			continue
		}
		if i := c.Lo; i+3 <= c.Hi && t.R[i] == '其' && t.R[i+1] == '中' && t.R[i+2] == ':' {
			c.Lo += 3
			continue
		}
		break
	}
	unit := ""
	if c.Len() > 2 && t.R[c.Hi-1] == ')' {
		if b := t.closing(c.Hi - 1); b >= 0 && t.Brackets[b].Open > c.Lo {
			inside := Range{t.Brackets[b].Open + 1, c.Hi - 1}
			s := t.String(inside)
			fam, power := quantity.Default().Family(s)
			if fam != quantity.Other && (fam != quantity.None || power > 0) || fam == quantity.Other && (inside.Len() <= 3 && !acronym(s) || strings.Contains(s, "/")) {
				unit = t.Written(inside)
				c.Hi = t.Brackets[b].Open
			}
		}
	}
	return c, unit
}

// acronym reports whether a word is one of capitals: (PUE), (AQI).
func acronym(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < 'A' || r > 'Z' }) < 0
}

// cellValue reads a cell of a goal or baseline: a figure with its unit and
// bounds, or a goal in words; "" where the cell has none.
func (w *Worker) cellValue(t *Text, c Range) (value, unit string, op quantity.Op) {
	for c.Lo < c.Hi && (t.R[c.Lo] == '〔' || t.R[c.Lo] == '(') && t.R[c.Hi-1] == t.R[c.Lo]+1 {
		c.Lo++
		c.Hi--
	}
	s := t.String(c)
	if s == "" || hasTerm(w, "no_value", s) {
		return "", "", ""
	}
	var q quantity.Quantity
	words := quantity.Default()
	for i := c.Lo; i < c.Hi && i < c.Lo+6; i++ {
		if !quantity.IsStart(t.R[i]) || !words.Parse(t.R[:c.Hi], int(i), &q) {
			continue
		}
		lo := c.Lo
		if end, ok := w.hasAt(listLevelVerb, lo); ok && end <= int32(q.Start) {
			lo = end
		}
		rest := t.String(Range{int32(q.End), c.Hi})
		if int32(q.Start) <= lo && (rest == "" || strings.HasPrefix(rest, "(") || q.UnitFrom == q.UnitTo && len(rest) < 10 && int32(q.End) == int32(q.To)) {
			u := q.Unit(t.R)
			if u == "" && rest != "" && !strings.HasPrefix(rest, "(") {
				u = rest
			}
			return q.Value(t.R), u, q.Op
		}
		break
	}
	return t.Written(c), "", "text"
}

func hasTerm(w *Worker, list, s string) bool {
	return slices.Contains(w.e.written[list], s)
}
