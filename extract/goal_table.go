package extract

import (
	"cmp"
	"slices"
	"strings"

	"plangraph/plan"
	"plangraph/quantity"
)

// Tables of indicators: the goals of a row, of which goal_header.go says what its columns hold.

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
	silent    bool   // its head names no year
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
	if it.unit >= 0 && unit == "" {
		if unit = t.Written(t.cell(it.unit)); hasTerm(w, "no_value", w.e.normal(unit)) {
			unit = ""
		}
	}
	row := Range{name.Lo, int32(len(t.R))}
	if it.result {
		w.resultGoal(t, it, goal{frame: frameResult, name: []Range{name}, unit: unit, year: it.year, at: row})
		return
	}
	baseline, _, _ := w.cellValue(t, t.cell(it.baseline))
	base := it.baseYear
	if baseline == "" {
		base = 0
	}
	nature := w.rowNature(t, it)
	due, _ := w.dueInRow(t)
	level := false
	for _, gc := range it.goals {
		if gc.change && level {
			continue
		}
		if gc.silent && due > 0 {
			gc.year = due
		}
		for _, cg := range w.cellGoals(t, name, t.cell(gc.col), it.figures) {
			g := goal{frame: frameTable, name: cg.name, op: cg.op, value: cg.value, year: gc.year, baseline: baseline, baseYear: base, nature: nature, at: row}
			g.value, g.unit = tableUnit(cg, unit)
			if gc.growth != "" && cg.op != "text" && w.growsOnly(t, name, t.cell(gc.col)) {
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

// cell returns the words of the cell i of a row; none where the row has it not.
func (t *Text) cell(i int) Range {
	if i < 0 || i >= len(t.Cells) {
		return Range{}
	}
	return t.Cells[i]
}

// resultGoal adds the result of a row, g, with what was planned and achieved, if the row says so.
func (w *Worker) resultGoal(t *Text, it *indicatorTable, g goal) {
	g.achieved, g.planned = t.Written(t.cell(it.achieved)), t.Written(t.cell(it.planned))
	if g.achieved == "" && g.planned == "" {
		return
	}
	if g.unit == "" {
		if v, unit, op := w.cellValue(t, t.cell(it.planned)); op != "text" { // 100亿元: the magnitude is part of the unit
			g.unit = v[len(strings.TrimRight(v, magnitudes)):] + unit
		}
	}
	w.goals.found = append(w.goals.found, g)
}

// rowNature returns whether the indicator of a row binds, by the column for that or else by the
// first cell that says so.
func (w *Worker) rowNature(t *Text, it *indicatorTable) string {
	if nature := t.String(t.cell(it.nature)); nature != "" {
		return nature
	}
	for _, c := range t.Cells {
		if w.isWord(listGoalNature, c) {
			return t.String(c)
		}
	}
	return ""
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
