package source

import (
	"strings"

	"plangraph/plan"
)

// Pieces of lists of works whose header stands on another page, with a row a line whose cells blanks
// part: what is built, its status or years, what is invested, how far it is to get, who is charged.
//
//	3 柳河大桥 桥长420米 新建 2031-2033 9800 4000 完成桥墩 县交通局

// hiddenWorks reads such a piece from unit i on; i where there is none.
func (b *builder) hiddenWorks(i int) int {
	const fewest = 2 // rows
	if len(b.headlessHead) != hiddenHeads {
		return i
	}
	r := &rawTable{}
	for _, head := range hiddenWorksHeads {
		r.implied = append(r.implied, b.headlessHead[head])
	}
	end, works, groups := i, 0, 0
	for ; end < len(b.u); end++ {
		row, ok := b.hiddenWorksRow(end)
		if !ok && (works == 0 || groups > 0 || !b.worksBetween(end)) {
			break
		}
		if groups++; ok {
			works, groups = works+1, 0
		} else {
			row = plan.Row{Span: b.unitSpan(end, end+1), Cells: make([]plan.Cell, len(r.implied))}
			row.Cells[1] = b.unitCell(end)
		}
		r.rows = append(r.rows, row)
	}
	if works < fewest {
		return i
	}
	end -= groups
	r.rows = r.rows[:len(r.rows)-groups]
	r.span = b.unitSpan(i, end)
	b.addTable(r)
	return end
}

// The columns of such a piece.
var hiddenWorksHeads = [...]int{hiddenNumber, hiddenClass, hiddenProject, hiddenStatus, hiddenContent, hiddenYears, hiddenInvest, hiddenYearly, hiddenAim, hiddenBody, hiddenPerson}

// worksBetween reports whether the unit k names the class of the rows below it, perhaps with their
// sums: 二 水利类(2个), (二)续建项目(61个).
func (b *builder) worksBetween(k int) bool {
	const longest = 24 // characters
	s := b.text(k)
	return !b.u[k].tab && runes(s) <= longest && !hasAny(s, "。", ",", "，") && !serial(strings.Fields(s + " -")[0])
}

// hiddenWorksRow reads the row in the line of unit k.
func (b *builder) hiddenWorksRow(k int) (row plan.Row, ok bool) {
	const number, name, status, content, years, invest, yearly, aim, body, person = 0, 2, 3, 4, 5, 6, 7, 8, 9, 10
	const fewest, longest = 5, 400 // tokens; bytes
	s := b.text(k)
	if b.u[k].tab || len(s) > longest || strings.ContainsAny(s, ":：|│。") {
		return row, false
	}
	tk := b.joinNames(tokens(b.t, b.u[k]))
	if len(tk) < fewest || !serial(b.word(tk[0])) {
		return row, false
	}
	cells := make([]plan.Cell, len(hiddenWorksHeads))
	put := func(c int, t token) { cells[c].Pieces = append(cells[c].Pieces, t.pieces()...) }
	put(number, tk[0])
	put(name, tk[1])
	text, money := content, invest
	for n, t := range tk[2:] {
		w := b.word(t)
		next := ""
		if n+3 < len(tk) {
			next = b.word(tk[n+3])
		}
		switch kind := b.kindOf(w); {
		case kind == statusCell && cells[status].Empty():
			if !cells[content].Empty() && next != "" && b.kindOf(next) == textCell { // what stands before it is the name's rest
				cells[name].Pieces = append(cells[name].Pieces, cells[content].Pieces...)
				cells[content] = plan.Cell{}
			}
			put(status, t)
		case kind == yearsCell && cells[years].Empty():
			put(years, t)
			text = aim
		case bareAmount(w) && money <= yearly && !hasPrefix(next, b.gluedUnit) && (text == aim || !cells[status].Empty()):
			put(money, t)
			money++
			text = aim
		case kind == bodyCell && text == aim:
			put(body, t)
		case kind == personCell && !cells[body].Empty():
			put(person, t)
		case cells[body].Empty():
			put(text, t)
		default:
			return row, false
		}
	}
	ok = !cells[body].Empty() && !cells[invest].Empty() && !(cells[years].Empty() && cells[status].Empty())
	return plan.Row{Span: b.unitSpan(k, k+1), Cells: cells}, ok
}

// bareAmount reports whether s is a decimal alone.
func bareAmount(s string) bool { return s != "" && digit(s[0]) && strings.Trim(s, "0123456789.") == "" }
