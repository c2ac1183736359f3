package source

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// Tables of indicators whose cells stand one behind another, a line each or parted by blanks, and
// of which the source left empty ones out: what reads like a figure tells where a row ends.

// valueColumn says what a column of such a table holds.
type valueColumn int

const (
	classColumn  valueColumn = iota // the class of a row, which may stand above the rows instead
	serialColumn                    // the row's number
	nameColumn                      // the indicator
	unitColumn                      // what it is measured in
	figureColumn                    // its value in a year
	changeColumn                    // how it changes up to then: 年均增长, 〔累计〕
	natureColumn                    // whether it binds: 约束性
)

// valueRun is such a table while it is being read.
type valueRun struct {
	*builder
	cells   []plan.Cell
	columns []valueColumn
	name    int   // the column of the indicators
	figures []int // those of values and changes
	years   []int // by column: for which year it gives values, 0 for none
	at      int   // the next cell
	row     int   // the number of the row that is read
	whole   int   // rows with all their figures
}

// Bounds of a header and of a row.
const (
	fewestValueHeads, mostValueHeads = 3, 12
	mostRowTexts                     = 3 // cells before a row's first figure: class, indicator, unit
	cutName                          = 9 // characters of the first half of a name, more than that of a class has
)

// valueRows reads a table whose header begins with the first of some cells. It returns the header,
// the rows and how many cells those are; no rows where the cells are no such table. The header's
// last words may be the first row's, so the widest one that fits is taken.
func (b *builder) valueRows(cells []plan.Cell) (header []plan.Cell, rows []plan.Row, end int) {
	most := 0
	for ; most < len(cells) && most < mostValueHeads && b.valueHead(cellText(b.t, cells[most])); most++ {
		if b.bodyColumnOnly(cellText(b.t, cells[most])) { // whose names are read where rows are whole
			return nil, nil, 0
		}
	}
	for w := most; w >= fewestValueHeads; w-- {
		for _, joined := range [...]bool{false, true} {
			header = slices.Clone(cells[:w])
			if joined {
				if header = b.joinYears(header); len(header) == w || len(header) < fewestValueHeads {
					continue
				}
			}
			v := &valueRun{builder: b, cells: cells, at: w}
			if !v.readColumns(header) {
				continue
			}
			if rows = v.readRows(); len(rows) > 1 && v.whole*5 >= len(rows)*3 {
				return header, rows, v.at
			}
		}
	}
	return nil, nil, 0
}

// valueHead reports whether s may be a cell of the header of a table of indicators.
func (ws *words) valueHead(s string) bool {
	const longest = 60 // bytes
	if len(s) > longest {
		return false
	}
	s = joinTitle(s)
	return ws.headCell(s) || firstYear(s) > 0 || isYear(s) || runes(s) <= 12 && (hasAny(s, ws.columnChange...) || hasAny(s, ws.columnValue...))
}

// joinYears puts a year and the word behind it that says what the column gives for it into one
// cell: 2030年 | 目标; so does it what stands in brackets: 年均增速 | 〔累计〕.
func (b *builder) joinYears(header []plan.Cell) []plan.Cell {
	out := header[:0]
	for _, c := range header {
		s := joinTitle(cellText(b.t, c))
		n := len(out)
		saysOfYear := n > 0 && firstYear(cellText(b.t, out[n-1])) > 0 && firstYear(s) == 0 && (hasAny(s, b.columnValue...) || hasAny(s, b.columnGoal...))
		if saysOfYear || n > 0 && markAt(s, 0, "〔", "[", "(", "（") > 0 {
			out[n-1].Pieces = append(slices.Clone(out[n-1].Pieces), c.Pieces...)
			continue
		}
		out = append(out, c)
	}
	return out
}

// valueMarks may stand before a figure.
const valueMarks = "〔[(（<>≥≤＞＜≦≧约"

// readColumns reads what the columns of a header hold; false where it is none of a table of
// indicators.
func (v *valueRun) readColumns(header []plan.Cell) bool {
	v.name = -1
	for c, cell := range header {
		s := joinTitle(cellText(v.t, cell))
		kind := classColumn
		switch {
		case hasAny(s, v.natureHead...):
			kind = natureColumn
		case v.bodyColumnOnly(s):
			return false
		case v.serialColumn(s):
			kind = serialColumn
		case firstYear(s) == 0 && !isYear(s) && hasAny(s, v.columnChange...):
			kind = changeColumn
		case v.goalColumn(s) || isYear(s) || hasAny(s, v.columnValue...):
			kind = figureColumn
		case hasAny(s, v.columnMeasure...):
			kind = unitColumn
		case v.name < 0 && (v.nameColumn(s) && !hasAny(s, v.columnNameNot...) || c == 0 && slices.Contains(v.columnItem, s)):
			kind = nameColumn
			v.name = c
		case v.name >= 0 || !v.classColumn(s) && !v.headCell(s):
			return false
		}
		if kind == figureColumn || kind == changeColumn {
			v.figures = append(v.figures, c)
		}
		v.columns = append(v.columns, kind)
		v.years = append(v.years, firstYear(s))
	}
	return v.name >= 0 && len(v.figures) > 0 && v.figures[0] > v.name && slices.Contains(v.columns, figureColumn)
}

// text returns the words of the cell k, none behind the last.
func (v *valueRun) text(k int) string {
	if k >= len(v.cells) {
		return ""
	}
	return joinTitle(cellText(v.t, v.cells[k]))
}

// readRows reads rows from the next cell on as long as there are such.
func (v *valueRun) readRows() (rows []plan.Row) {
	for v.row = 1; v.at < len(v.cells); {
		from := v.at
		row, ok := v.readRow()
		if !ok {
			v.at = from
			break
		}
		rows = append(rows, row)
		v.row++
	}
	return rows
}

// readRow reads the row that begins with the next cell: what names it, then its figures.
func (v *valueRun) readRow() (plan.Row, bool) {
	cells := make([]plan.Cell, len(v.columns))
	from, numbered := v.at, false
	var names []int
	for ; v.at < len(v.cells) && !v.startsValues(names); v.at++ {
		switch {
		case v.numbersRow(v.at, v.row):
			cells[slices.Index(v.columns, serialColumn)] = v.cells[v.at]
			numbered = len(names) == 0
		default:
			names = append(names, v.at)
		}
		if len(names) > mostRowTexts {
			return plan.Row{}, false
		}
	}
	if n := len(names); v.nature(v.at) && n > 1 && (n > 2 || !slices.Contains(v.columns, unitColumn)) { // a goal in words
		v.at, names = names[n-1], names[:n-1]
	}
	if !v.putNames(cells, names, numbered) || !v.putValues(cells) || from >= v.at {
		return plan.Row{}, false
	}
	first, last := v.cells[from], v.cells[v.at-1]
	return plan.Row{Span: plan.Span{Start: first.Pieces[0].Start, End: last.Pieces[len(last.Pieces)-1].End}, Cells: cells}, true
}

// startsValues reports whether the next cell is the first figure of a row whose names are given.
func (v *valueRun) startsValues(names []int) bool {
	return !v.numbersRow(v.at, v.row) && (len(names) > 0 && v.value(v.at) || v.nature(v.at))
}

// numbersRow reports whether the cell k is the number of the given row.
func (v *valueRun) numbersRow(k, row int) bool {
	return slices.Contains(v.columns, serialColumn) && strings.TrimRight(v.text(k), ".、．") == strconv.Itoa(row) && !v.value(k+1)
}

// value reports whether the cell k reads like a figure; an empty one does not.
func (v *valueRun) value(k int) bool { return v.figureLike(v.text(k)) }

// figureLike reports whether s reads like a figure, or like a goal that ends in one or in a
// bound: 下降2%, 保持1人以上.
func (ws *words) figureLike(s string) bool {
	const longest = 14 // characters
	if s == "" || ws.valueLike(s) {
		return s != "" && !namesThing(s) && !(s[0] == '/' && len(s) > 1)
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	return runes(s) <= longest && hasFigure(s) && (last >= '0' && last <= '9' || strings.ContainsRune("%％‰", last) || hasSuffix(s, ws.boundWord.list))
}

// namesThing reports whether what begins with a figure is a name: 5G基站数, 4A级及以上景区.
func namesThing(s string) bool {
	const longest = 6 // characters of a unit and a bound
	rest := strings.TrimLeft(strings.TrimLeft(s, valueMarks), "0123456789.,:/~-—－～∶％%‰")
	if rest == "" || strings.HasPrefix(s, rest) {
		return false
	}
	return rest[0] >= 'A' && rest[0] <= 'z' && rest[0] != '[' && rest[0] != ']' || runes(rest) > longest && !strings.ContainsAny(rest[:1], "[(") && !hasPrefix(rest, []string{"〔", "（"})
}

// nature reports whether the cell k says whether an indicator binds.
func (v *valueRun) nature(k int) bool { return slices.Contains(v.natureWord, v.text(k)) }

// putNames puts the cells before a row's figures under their columns: the last is the unit, where
// there is such a column, or the indicator; what is before that is its class, or behind the row's
// number the first half of a name that the wrap cut.
func (v *valueRun) putNames(cells []plan.Cell, names []int, numbered bool) bool {
	unit := slices.Index(v.columns, unitColumn)
	if n := len(names); n > 1 && unit > v.name && v.unitLike(v.text(names[n-1])) {
		cells[unit] = v.cells[names[n-1]]
		names = names[:n-1]
	}
	n := len(names)
	if n == 0 || n > 2 || v.value(names[n-1]) {
		return false
	}
	cells[v.name] = v.cells[names[n-1]]
	switch class := slices.Index(v.columns, classColumn); {
	case n == 1:
	case class >= 0:
		cells[class] = v.cells[names[0]]
	case numbered || runes(v.text(names[0])) >= cutName:
		cells[v.name].Pieces = slices.Concat(v.cells[names[0]].Pieces, cells[v.name].Pieces)
	} // else it is a line above the rows
	return true
}

// unitLike reports whether s may be the name of a unit: 万吨, 个/万人, %.
func (v *valueRun) unitLike(s string) bool {
	const longest = 8
	return runes(s) <= longest && (!hasFigure(s) || s[0] == '/')
}

// putValues puts the cells from the next on that are a row's figures under their columns.
func (v *valueRun) putValues(cells []plan.Cell) bool {
	var values []int
	nature := slices.Index(v.columns, natureColumn)
	for ; v.at < len(v.cells) && !v.nature(v.at); v.at++ {
		if len(values) == len(v.figures) || len(values) > 0 && v.numbersRow(v.at, v.row+1) {
			break
		}
		if nature < 0 && !v.value(v.at) && v.beginsRow(v.at) {
			break
		}
		values = append(values, v.at)
	}
	if bound := v.nature(v.at); bound != (nature >= 0) && (bound || len(values) < len(v.figures)) {
		return false
	} else if bound {
		cells[nature] = v.cells[v.at]
		v.at++
	}
	if len(values) == 0 {
		return false
	}
	if len(values) == len(v.figures) {
		v.whole++
	}
	for i, c := range v.columnsOf(values) {
		cells[c] = v.cells[values[i]]
	}
	return true
}

// beginsRow reports whether the cell k, which is no figure, begins the next row: one follows it
// or its unit.
func (v *valueRun) beginsRow(k int) bool {
	return v.value(k+1) || slices.Contains(v.columns, unitColumn) && v.value(k+2) && v.unitLike(v.text(k+1))
}

// columnsOf returns under which columns a row's figures belong. Where some are missing, a change
// up to then (〔18〕) stands under its column, and another one lacks what it starts from.
func (v *valueRun) columnsOf(values []int) []int {
	missing := len(v.figures) - len(values)
	if missing == 0 {
		return v.figures
	}
	columns := slices.Clone(v.figures)
	change := slices.IndexFunc(columns, func(c int) bool { return v.columns[c] == changeColumn })
	last := v.text(values[len(values)-1])
	switch {
	case change >= 0 && strings.ContainsAny(last[:1+len(last)/4], "〔[［"):
		columns = append(columns[:max(change-missing, 0)], columns[change:]...)
	case change >= 0 && missing == 1:
		columns = slices.Delete(columns, change, change+1)
	default: // the first years'
		for ; missing > 0; missing-- {
			first := slices.MinFunc(columns, func(a, b int) int { return cmp.Compare(v.years[a], v.years[b]) })
			columns = slices.DeleteFunc(columns, func(c int) bool { return c == first })
		}
	}
	return columns[:len(values)]
}

// valueTable adds the table that some cells from the unit i on are and returns the unit behind
// it, i where they are none. of has for each cell its unit.
func (b *builder) valueTable(i int, cells []plan.Cell, of []int) int {
	header, rows, n := b.valueRows(cells)
	if len(rows) == 0 {
		return i
	}
	end := of[n-1] + 1
	b.addTable(&rawTable{header: header, rows: rows, span: b.unitSpan(i, end)})
	return end
}

// valueLines reads such a table that has a cell a line, from the unit i on.
func (b *builder) valueLines(i int) int {
	for k := i; k < i+fewestValueHeads; k++ {
		if k >= len(b.u) || b.u[k].tab || !b.valueHead(b.text(k)) {
			return i
		}
	}
	var cells []plan.Cell
	var of []int
	for k, end := i, b.indicatorEnd(i, true, longestCell); k < end; k++ {
		cells, of = append(cells, b.unitCell(k)), append(of, k)
	}
	return b.valueTable(i, cells, of)
}

// valueBlanks reads such a table whose cells blanks part, from the unit i on.
func (b *builder) valueBlanks(i int) int {
	const longest = 300 // bytes of a row
	s := b.text(i)
	if len(s) > longest || strings.Count(s, " ")+strings.Count(s, "\u3000") < fewestValueHeads-1 {
		return i
	}
	head := b.headTokens(b.u[i])
	if len(head) < fewestValueHeads || !slices.ContainsFunc(head, func(k token) bool {
		return b.nameColumn(joinTitle(b.word(k))) || slices.Contains(b.columnItem, b.word(k))
	}) {
		return i
	}
	cells := cellsOf(head)
	of := slices.Repeat([]int{i}, len(head))
	for k, end := i+1, b.indicatorEnd(i, true, longest); k < end; k++ {
		for _, c := range cellsOf(tokens(b.t, b.u[k])) {
			cells, of = append(cells, c), append(of, k)
		}
	}
	return b.valueTable(i, cells, of)
}
