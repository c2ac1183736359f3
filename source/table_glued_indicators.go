package source

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// Tables of indicators that were flattened with nothing between their cells: numbered rows of
// an indicator, its unit, its figures, whether it binds, and the body that answers for it.

// gluedGoals is such a table while it is being read.
type gluedGoals struct {
	*builder
	header  []plan.Cell
	figures int  // columns of figures: the goal, perhaps behind what it starts from
	nature  bool // a column says whether the indicator binds
	bodies  bool // the last column names bodies
}

// gluedIndicators reads such a table, whose header stands in the line of unit i, and returns
// the unit behind it; i where there is none.
func (b *builder) gluedIndicators(i int) int {
	const fewest = 3 // rows
	s, start := b.text(i), b.u[i].start
	g := gluedGoals{builder: b}
	at, p := g.readHeader(i)
	if g.header == nil {
		return i
	}
	r := &rawTable{header: g.header, span: plan.Span{Start: start + at, End: b.u[i].end}}
	for want := 1; p < len(s); want++ {
		end, next := g.rowEnd(s, p, want+1)
		cells := g.row(start+p, start+end)
		if cells == nil {
			return i
		}
		r.rows = append(r.rows, plan.Row{Span: plan.Span{Start: start + p, End: start + end}, Cells: cells})
		p = next
	}
	if len(r.rows) < fewest {
		return i
	}
	b.textBefore(i, start+at)
	b.addTable(r)
	return i + 1
}

// readHeader reads the header in the unit i: where it begins and where row 1 begins.
func (g *gluedGoals) readHeader(i int) (at, row int) {
	const (
		farthest = 240 // bytes before the header
		longest  = 120 // of the header
	)
	s := g.text(i)
	at, serial := g.columnSerials.index(s[:runeCut(s, farthest)])
	if at < 0 {
		return 0, 0
	}
	name := at + len(serial)
	word := ""
	for _, w := range g.columnIndicator {
		if len(w) > len(word) && strings.HasPrefix(s[name:], w) {
			word = w
		}
	}
	row = name
	for row < len(s) && row < at+longest && !g.gluedRow(s, row, 1) {
		row++
	}
	if word == "" || row == len(s) || row == at+longest {
		return 0, 0
	}
	unit := name + len(word)
	goal, measure := indexAny(s[unit:row], g.columnMeasure)
	if goal < 0 {
		return 0, 0
	}
	goal += unit + len(measure)
	if cuts := g.readGoals(s, goal, row); cuts != nil {
		start := g.u[i].start
		cuts = append([]int{at, name, unit}, cuts...)
		for c := range cuts[1:] {
			g.header = append(g.header, g.cell(start+cuts[c], start+cuts[c+1]))
		}
	}
	return at, row
}

// readGoals reads the heads in s[goal:row], of figures, nature and bodies, and returns where each of
// them begins and the last ends; nil where they are none.
func (g *gluedGoals) readGoals(s string, goal, row int) []int {
	body := row - len(lastWord(s[goal:row], g.gluedHead))
	if g.bodies = body < row && body > goal && g.bodyColumn(s[body:row]); !g.bodies {
		body = row
	}
	nature := body - len(lastWord(s[goal:body], g.natureHead))
	if g.nature = nature < body; g.nature { // 指标属性
		nature -= len(lastWord(s[goal:nature], g.columnIndicator))
	}
	if nature <= goal || !g.bodies && !g.nature || !g.goalColumn(s[goal:nature]) {
		return nil
	}
	cuts := []int{goal}
	if second := g.secondYear(s[goal:nature]); second > 0 {
		cuts = append(cuts, goal+second)
	}
	g.figures = len(cuts)
	if g.nature {
		cuts = append(cuts, nature)
	}
	if g.bodies {
		cuts = append(cuts, body)
	}
	return append(cuts, row)
}

// secondYear returns where in s another year than that which it begins with begins, 0 for none.
func (g *gluedGoals) secondYear(s string) int {
	for k := 1; k < len(s); k++ {
		if y, w := year(s[k:]); y > 0 && strings.HasPrefix(s[k+w:], "年") && !digit(s[k-1]) {
			return k
		}
	}
	return 0
}

// rowEnd returns where the row at s[p:] ends and where row n begins: behind the name of
// a body or what says whether the indicator binds, or behind the title of a class that follows it
// (二、民生).
func (g *gluedGoals) rowEnd(s string, p, n int) (end, next int) {
	ends := func(s string) bool {
		return g.bodies && g.nameEnds(s) || !g.bodies && hasSuffix(s, g.natureWord)
	}
	for q := p + 1; q < len(s); q++ {
		if !g.gluedRow(s, q, n) {
			continue
		}
		if ends(s[p:q]) {
			return q, q
		}
		if k := strings.LastIndex(s[p:q], "、"); k > 0 {
			_, w := utf8.DecodeLastRuneInString(s[p : p+k])
			if class := p + k - w; numberAlone(s[class:p+k]) && ends(s[p:class]) {
				return class, q
			}
		}
	}
	return len(s), len(s)
}

// row parts the row [s,e): its number, the indicator, the unit, the figures, the nature, the body;
// nil where it has no figure.
func (g *gluedGoals) row(s, e int) []plan.Cell {
	number := s
	for number < e && (digit(g.t[number]) || g.t[number] == '.' || g.t[number] == ' ') {
		number++
	}
	behind, body := e, e // the figures, the nature
	if g.nature {
		at, word := lastIndexAny(g.t[number:e], g.natureWord)
		if at < 0 {
			return nil
		}
		behind, body = number+at, number+at+len(word)
	} else if begin := g.gluedBegin(number, e); begin > number {
		behind, body = begin, begin
	}
	goal := figureTail(g.t[number:behind], g.boundWord.list)
	if goal < 0 {
		return nil
	}
	goal += number
	cuts := []int{goal}
	if g.figures > 1 {
		cuts = g.cutFigures(number, goal, behind)
	}
	named := strings.TrimRight(g.t[number:cuts[0]], " ")
	unit := number + len(named)
	if w := lastWord(named, g.gluedUnit); w != "" {
		unit -= len(w)
	} else if w := dashTail(named); w != "" { // no unit
		unit -= len(w)
	}
	cuts = append([]int{s, number, unit}, cuts...)
	cuts = append(cuts, behind)
	if g.nature {
		cuts = append(cuts, body)
	}
	if g.bodies {
		cuts = append(cuts, e)
	}
	var cells []plan.Cell
	for c := range cuts[1:] {
		cells = append(cells, g.cell(cuts[c], cuts[c+1]))
	}
	return cells
}

// cutFigures returns where the two figures of a row begin, whose last digits and bounds stand in
// [goal,behind); before it stands what names them from name on.
func (g *gluedGoals) cutFigures(name, goal, behind int) []int {
	dash := goal - len(dashTail(g.t[name:goal]))
	if dash < goal && lastWord(g.t[name:dash], g.gluedUnit) != "" { // what it starts from is not known
		return []int{dash, goal}
	}
	if k := twoFigures(g.t[goal:behind]); k > 0 {
		return []int{goal, goal + k}
	}
	if k := figureTail(g.t[name:goal], nil); k >= 0 { // 3.9<4.5
		return []int{name + k, goal}
	}
	return []int{dash, goal}
}

// lastIndexAny returns where the last of the words in s begins, and the longest one there; -1 for none.
func lastIndexAny(s string, words []string) (at int, word string) {
	at = -1
	for _, w := range words {
		if k := strings.LastIndex(s, w); k >= 0 && (at < 0 || k+len(w) > at+len(word) || k+len(w) == at+len(word) && len(w) > len(word)) {
			at, word = k, w
		}
	}
	return at, word
}

// dashTail returns the dashes that s ends with, which stand for an empty cell.
func dashTail(s string) string { return s[len(strings.TrimRight(s, "-—－–")):] }

// twoFigures returns where in s, two figures of one indicator with nothing between them, the second
// begins: they are of like size, and have like many decimals. 0 where s cannot be two figures.
func twoFigures(s string) (second int) {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789."))
	if mark := strings.TrimLeft(s[digits:], " <>≥≤＜＞≧≦"); digits > 0 && len(mark) < len(s[digits:]) && mark != "" && digit(mark[0]) { // 83≥95
		return digits
	}
	least := math.Inf(1)
	for k := 1; k < digits; k++ {
		a, errA := strconv.ParseFloat(s[:k], 64)
		b, errB := strconv.ParseFloat(s[k:digits], 64)
		if errA != nil || errB != nil || !wholeFigure(s[:k]) || !wholeFigure(s[k:digits]) || a == 0 || b == 0 {
			continue
		}
		unlike := math.Abs(math.Log(b/a)) + 0.1*math.Abs(float64(decimals(s[:k])-decimals(s[k:digits])))
		if unlike < least {
			least, second = unlike, k
		}
	}
	return second
}

// wholeFigure reports whether a figure is written as one stands by itself: 0.5 and 12, but 05, .5 and 5. are not.
func wholeFigure(s string) bool {
	return digit(s[0]) && digit(s[len(s)-1]) && (s[0] != '0' || len(s) == 1 || s[1] == '.')
}

// decimals counts the digits behind the point of a figure.
func decimals(s string) int {
	if k := strings.IndexByte(s, '.'); k >= 0 {
		return len(s) - k - 1
	}
	return 0
}

// lastWord returns the longest of the words that s ends with, "" for none.
func lastWord(s string, words []string) (found string) {
	for _, w := range words {
		if len(w) > len(found) && strings.HasSuffix(s, w) {
			found = w
		}
	}
	return found
}

// figureTail returns where in s the figure begins that it ends with, with its sign and bound:
// ≥95, 98以上; -1 for none.
func figureTail(s string, bounds []string) int {
	rest := strings.TrimRight(s, " ")
	for _, w := range bounds {
		rest = strings.TrimSuffix(rest, w)
	}
	figure := strings.TrimRight(strings.TrimRight(rest, " "), "0123456789.,")
	if len(figure) == len(rest) {
		return -1
	}
	return len(strings.TrimRight(figure, " <>≥≤＜＞≧≦"))
}
