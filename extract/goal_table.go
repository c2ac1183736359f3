package extract

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"plangraph/plan"
	"plangraph/quantity"
)

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
}

type goalColumn struct {
	col, year int
	change    bool // of the change up to then, beside a column of the level: 年均增长〔累计〕
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
// no goal: 建设规模, 进展情况.
func (w *Worker) dropSilent(t *Text) {
	table := t.Block.Table
	silent, known := w.goals.silent[table]
	if !known {
		works := slices.ContainsFunc(table.Header, func(c plan.Cell) bool { return w.headerHas("col_invest", w.CellText(c)) })
		for i, c := range table.Header {
			if head := w.CellText(c); w.headerHas("col_no_goal", head) || works && w.headerHas("col_content", head) {
				if silent == nil {
					silent = make([]bool, len(table.Header))
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

func (w *Worker) readHeader(t *plan.Table) *indicatorTable {
	it := &indicatorTable{indicator: -1, unit: -1, nature: -1, baseline: -1, planned: -1, achieved: -1}
	first := w.firstYear()
	title := w.e.normal(t.Title)
	if title == "" && t.Section > 0 {
		title = w.e.normal(w.plan.Sections[t.Section].Title)
	}
	it.result = w.headerHas("table_result", title)
	heads := make([]string, len(t.Header))
	for i, c := range t.Header {
		heads[i] = w.CellText(c)
		if w.headerHas("col_achieved", heads[i]) {
			it.result = true
		}
	}
	best := 0
	if t.Turned { // the first column, whatever its head
		if first == 0 && !w.setsGoals(heads, title) {
			return nil
		}
		best, it.indicator = math.MaxInt, 0
	}
	for i, h := range heads {
		for _, en := range w.e.set.Lists["col_indicator"].Entries {
			if n := len(en.Term); n > best && strings.Contains(h, en.Term) && !w.headerHas("col_not_indicator", h) {
				best, it.indicator = n, i
			}
		}
	}
	if it.indicator < 0 && w.headerHas("indicator_title", title) && !w.headerHas("works_title", title) && !it.result { // the title says it
		for i, h := range heads {
			if hasTerm(w, "col_object", h) {
				it.indicator = i
				break
			}
		}
	}
	if it.indicator < 0 && !it.result { // 重点任务 | 年度目标: only where the goal is a figure
		for i, h := range heads {
			if hasTerm(w, "work_head", h) {
				it.indicator, it.figures = i, true
				break
			}
		}
	}
	if it.indicator < 0 {
		if it.result || !w.unitTable(t, it, heads, title) {
			return nil
		}
		return it
	}
	aim, told := 0, 0 // years of the columns of goals and of what was reached
	for _, h := range heads {
		if y := headYear(h); y > 0 && w.headerHas("col_achieved", h) {
			told = max(told, y)
		} else if w.headerHas("col_goal", h) {
			aim = max(aim, y)
		}
	}
	if it.result && told > 0 && aim > told && !w.headerHas("table_result", title) { // 2029年完成值 | 2030年目标
		it.result = false
	}
	if first == 0 && !it.result {
		first = aim
	}
	if first == 0 && !it.result { // years apart without a plan's own: the first is where it starts from
		lo, hi := 0, 0
		for _, h := range heads {
			if y := headYear(h); y > 0 {
				hi = max(hi, y)
				if lo == 0 || y < lo {
					lo = y
				}
			}
		}
		if hi-lo >= 4 {
			first = lo + 1
		}
	}
	for i, h := range heads {
		year := headYear(h)
		switch {
		case i == it.indicator || h == "":
		case w.headerHas("col_nature", h):
			it.nature = i
		case it.result && w.headerHas("col_achieved", h):
			it.achieved = i
			it.year = max(it.year, year)
		case it.result && it.planned < 0 && w.headerHas("col_planned", h):
			it.planned = i
		case it.result && year > 0 && it.achieved < 0:
			it.achieved, it.year = i, year
		case w.headerHas("col_baseline", h) || year > 0 && first > 0 && year < first && !strings.Contains(h, "增") && !w.headerHas("col_goal", h):
			it.baseline, it.baseYear = i, year
			if it.baseYear == 0 && first > 0 {
				it.baseYear = first - 1
			}
		case hasTerm(w, "col_unit", h):
			it.unit = i
		case (year > 0 || w.headerHas("col_goal", h)) && !w.headerHas("col_no_goal", h):
			change := year == 0 && w.headerHas("col_change", h)
			if year == 0 {
				year = lastYearIn(title)
			}
			if year == 0 || year < first && !w.headerHas("col_goal", h) {
				year = w.lastYear()
			}
			it.goals = append(it.goals, goalColumn{col: i, year: year, change: change})
		}
	}
	if it.result {
		if it.achieved < 0 {
			return nil
		}
		if it.year == 0 {
			if it.year = lastYearIn(title); it.year == 0 {
				it.year = first - 1
			}
		}
		return it
	}
	if len(it.goals) == 0 && !w.figureColumns(t, it, heads, title) {
		return nil
	}
	return it
}

// figureColumns takes the columns of figures of a table of indicators for goals whose title
// says that it sets tasks: one for each place or body (指标 | 全市 | 甲县 | 乙区).
func (w *Worker) figureColumns(t *plan.Table, it *indicatorTable, heads []string, title string) bool {
	if !w.tasksTitle(title) {
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
	if !w.tasksTitle(title) {
		return false
	}
	for i := at + 1; i < len(heads); i++ {
		h := heads[i]
		if len([]rune(h)) < 2 || w.headerHas("unit_no_goal", h) {
			continue
		}
		if !w.mostlyFigures(t, i) {
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
		it.units = append(it.units, unitColumn{i, label, unit})
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
	if !ok {
		return ""
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
	return len([]rune(s)) <= 12 && !strings.ContainsAny(s, "年月:")
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
		w.goals.found = append(w.goals.found, goal{frame: frameTable, label: uc.label, op: op, value: value, unit: own, year: it.year, at: at})
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
	if name.Len() == 0 {
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
			if t.Block.Table.Turned {
				g.at = cg.at
			}
			level = level || !gc.change
			w.goals.found = append(w.goals.found, g)
		}
	}
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
			if fam != quantity.Other && (fam != quantity.None || power > 0) || fam == quantity.Other && (inside.Len() <= 3 || strings.Contains(s, "/")) {
				unit = t.Written(inside)
				c.Hi = t.Brackets[b].Open
			}
		}
	}
	return c, unit
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
