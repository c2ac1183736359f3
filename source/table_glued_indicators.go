package source

import (
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// Tables of indicators that were flattened with nothing between their cells: numbered rows of
// an indicator, its unit, its figure and the body that answers for it.

// gluedIndicators reads such a table, whose header stands in the line of unit i, and returns
// the unit behind it; i where there is none.
func (b *builder) gluedIndicators(i int) int {
	const fewest = 3 // rows
	s, start := b.text(i), b.u[i].start
	at, header, p := b.gluedGoalHeader(i)
	if header == nil {
		return i
	}
	r := &rawTable{header: header, span: plan.Span{Start: start + at, End: b.u[i].end}}
	for want := 1; p < len(s); want++ {
		end, next := b.gluedGoalEnd(s, p, want+1)
		cells := b.gluedGoal(start+p, start+end)
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

// gluedGoalHeader reads the header in the unit i: where it begins, its cells, and where row 1
// begins; no cells where there is none.
func (b *builder) gluedGoalHeader(i int) (at int, header []plan.Cell, row int) {
	const (
		farthest = 240 // bytes before the header
		longest  = 120 // of the header
	)
	s, start := b.text(i), b.u[i].start
	at, serial := b.columnSerials.index(s[:runeCut(s, farthest)])
	if at < 0 {
		return 0, nil, 0
	}
	name := at + len(serial)
	word := ""
	for _, w := range b.columnIndicator {
		if len(w) > len(word) && strings.HasPrefix(s[name:], w) {
			word = w
		}
	}
	row = name
	for row < len(s) && row < at+longest && !b.gluedRow(s, row, 1) {
		row++
	}
	if word == "" || row == len(s) || row == at+longest {
		return 0, nil, 0
	}
	unit := name + len(word)
	goal, measure := indexAny(s[unit:row], b.columnMeasure)
	if goal < 0 {
		return 0, nil, 0
	}
	goal += unit + len(measure)
	body := row - len(lastWord(s[goal:row], b.gluedHead))
	if body <= goal || body == row || !b.bodyColumn(s[body:row]) || !b.goalColumn(s[goal:body]) {
		return 0, nil, 0
	}
	for _, c := range [...][2]int{{at, name}, {name, unit}, {unit, goal}, {goal, body}, {body, row}} {
		header = append(header, b.cell(start+c[0], start+c[1]))
	}
	return at, header, row
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

// gluedGoalEnd returns where the row at s[p:] ends and where row n begins: behind the name of
// a body, or behind the title of a class that follows it (二、民生).
func (b *builder) gluedGoalEnd(s string, p, n int) (end, next int) {
	for q := p + 1; q < len(s); q++ {
		if !b.gluedRow(s, q, n) {
			continue
		}
		if b.nameEnds(s[p:q]) {
			return q, q
		}
		if k := strings.LastIndex(s[p:q], "、"); k > 0 {
			_, w := utf8.DecodeLastRuneInString(s[p : p+k])
			if class := p + k - w; numberAlone(s[class:p+k]) && b.nameEnds(s[p:class]) {
				return class, q
			}
		}
	}
	return len(s), len(s)
}

// gluedGoal parts the row [s,e): its number, the indicator, the unit, the figure, the body; nil
// where it has no figure.
func (b *builder) gluedGoal(s, e int) []plan.Cell {
	number := s
	for number < e && (digit(b.t[number]) || b.t[number] == '.' || b.t[number] == ' ') {
		number++
	}
	body := b.gluedBegin(number, e)
	if body == number {
		body = e
	}
	goal := figureTail(b.t[number:body], b.boundWord.list)
	if goal < 0 {
		return nil
	}
	goal += number
	named := strings.TrimRight(b.t[number:goal], " ")
	unit := goal
	if w := lastWord(named, b.gluedUnit); w != "" {
		unit = number + len(named) - len(w)
	}
	var cells []plan.Cell
	for _, c := range [...][2]int{{s, number}, {number, unit}, {unit, goal}, {goal, body}, {body, e}} {
		cells = append(cells, b.cell(c[0], c[1]))
	}
	return cells
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
