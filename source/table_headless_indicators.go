package source

import (
	"slices"
	"strconv"
	"strings"

	"plangraph/plan"
)

// Pieces of tables of indicators whose header stands on another page, and whose cells have a line
// each or are parted by blanks: what the cells read like tells where a row begins.

// hiddenRun is such a piece while it is being read.
type hiddenRun struct {
	*builder
	cells []hiddenCell
	at    int // the next cell
	row   int // the number of the row before, 0 where rows have none
}

// hiddenCell is a cell of it.
type hiddenCell struct {
	cell plan.Cell
	text string
	kind cellKind
	unit int
}

// hiddenRow is what a row holds: the indices of its cells.
type hiddenRow struct {
	class, number, name, measure, values, nature, bodies []int
}

// hiddenIndicators reads such a piece from unit i on; i where there is none.
func (b *builder) hiddenIndicators(i int) int {
	const some, all = 40, 600 // units
	const head = 5            // characters of a header's word
	if s := joinTitle(b.text(i)); len(b.headlessHead) != hiddenHeads || b.u[i].tab || runes(s) <= head && b.valueHead(s) {
		return i
	}
	for _, most := range [...]int{some, all} {
		h := &hiddenRun{builder: b, cells: b.hiddenCells(i, most)}
		rows := h.readRows()
		if len(rows) == 0 || !h.goals(rows) || len(rows) == 1 && (len(rows[0].nature) == 0 || len(rows[0].values) < 2) {
			return i
		}
		if most == all || h.at < len(h.cells) {
			return h.add(i, rows)
		}
	}
	return i
}

// bindsNear reports whether a line near below the unit i only says whether an indicator binds.
func (b *builder) bindsNear(i int) bool {
	const near, longest = 8, 24 // units; bytes
	for k := i + 1; k < len(b.u) && k < i+near; k++ {
		if s := b.text(k); len(s) <= longest && slices.Contains(b.natureWord, strings.TrimRight(s, " |")) {
			return true
		}
	}
	return false
}

// hiddenCells returns the cells of the units from i on that may be such a piece.
func (b *builder) hiddenCells(i, most int) (cells []hiddenCell) {
	const longest = 240 // bytes
	lines := b.cellALine(i)
	for k := i; k < len(b.u) && k < i+most; k++ {
		s := strings.TrimRight(b.text(k), "| ")
		if b.u[k].tab || len(s) > longest || strings.ContainsAny(s, "|│:：;；") || fullStop(s) || b.noteLine(s) {
			break
		}
		if _, ok := b.labelAt(s); ok {
			break
		}
		tk := tokens(b.t, unit{start: b.u[k].start, end: b.u[k].start + len(s)})
		if lines && len(tk) > 0 {
			tk[0].span.End = tk[len(tk)-1].span.End
			tk = tk[:1]
		}
		for _, t := range tk {
			c := hiddenCell{cell: plan.Cell{Pieces: t.pieces()}, text: joinTitle(b.word(t)), unit: k}
			c.kind = b.kindOf(c.text)
			cells = append(cells, c)
		}
	}
	return cells
}

// cellALine reports whether the units from i on hold a cell each.
func (b *builder) cellALine(i int) bool {
	const few = 8 // units
	lines, blanks := 0, 0
	for k := i; k < len(b.u) && k < i+few; k++ {
		lines++
		if strings.Contains(strings.TrimRight(b.text(k), "| "), " ") {
			blanks++
		}
	}
	return blanks*2 < lines
}

// fullStop reports whether a full stop ends a sentence in s, which is none in a number: 76。7.
func fullStop(s string) bool {
	k := strings.Index(s, "。")
	return k >= 0 && !(k > 0 && digit(s[k-1]) && k+len("。") < len(s) && digit(s[k+len("。")]))
}

// kind returns what the cell k reads like; that of none behind the last.
func (h *hiddenRun) kind(k int) cellKind {
	if k >= len(h.cells) {
		return emptyCell
	}
	return h.cells[k].kind
}

// serial returns the number of the row that the cell k gives, 0 for none.
func (h *hiddenRun) serial(k int) int {
	if k >= len(h.cells) || !serial(h.cells[k].text) || h.kind(k+1) != textCell {
		return 0
	}
	n, _ := strconv.Atoi(strings.TrimRight(h.cells[k].text, ".、．"))
	return n
}

// readRows reads rows as long as there are such.
func (h *hiddenRun) readRows() (rows []hiddenRow) {
	for h.at < len(h.cells) {
		from := h.at
		row, ok := h.readRow()
		if !ok || len(rows) > 0 && (len(row.values) != len(rows[0].values) && len(row.values)+1 != len(rows[0].values)) {
			h.at = from
			break
		}
		rows = append(rows, row)
	}
	return rows
}

// readRow reads the row that begins with the next cell.
func (h *hiddenRun) readRow() (r hiddenRow, ok bool) {
	const mostTexts, mostValues = 4, 3
	texts := 0
	for ; h.at < len(h.cells); h.at++ {
		n := h.serial(h.at)
		switch k := h.cells[h.at]; {
		case n > 0 && len(r.number) == 0 && (h.row == 0 || n == h.row+1):
			r.number = []int{h.at}
			r.class, r.name = r.name, nil
			h.row = n
			continue
		case k.kind == textCell && texts < mostTexts:
			r.name = append(r.name, h.at)
			texts++
			continue
		}
		break
	}
	if len(r.name) == 0 {
		return r, false
	}
	if len(r.number) == 0 && len(r.name) > 1 { // the class, and perhaps a name that the wrap cut
		r.class, r.name = r.name[:1], r.name[1:]
	}
	if h.kind(h.at) == measureCell {
		r.measure = []int{h.at}
		h.at++
	}
	for ; len(r.values) < mostValues; h.at++ {
		next := h.kind(h.at)
		goal := next == textCell && h.kind(h.at+1) == natureCell || next == measureCell && h.cells[h.at].text == "%"
		if next != valueCell && !goal || len(r.values) > 0 && h.row > 0 && h.serial(h.at) == h.row+1 {
			break
		}
		r.values = append(r.values, h.at)
	}
	if h.kind(h.at) == natureCell {
		r.nature = []int{h.at}
		h.at++
	}
	for h.kind(h.at) == bodyCell {
		r.bodies = append(r.bodies, h.at)
		h.at++
	}
	return r, len(r.values) > 0
}

// goals reports whether the cells of the rows tell that their figures are goals.
func (h *hiddenRun) goals(rows []hiddenRow) bool {
	bound, charged, measured, pairs := 0, 0, 0, 0
	for _, r := range rows {
		if len(r.nature) > 0 {
			bound++
		}
		if len(r.bodies) > 0 {
			charged++
		}
		last := h.cells[r.values[len(r.values)-1]].text
		if len(r.measure) > 0 || endsInBracket(h.cells[r.name[len(r.name)-1]].text) || hasFigure(last) && !isFigure(last) && !bareFigure(last) {
			measured++
		}
		if len(r.values) > 1 {
			pairs++
		}
	}
	n := len(rows)
	return bound*2 >= n || measured*2 > n && (charged*2 >= n || pairs*5 >= n*4)
}

// lastValueHead returns the head of the third value, as the rows that have three tell.
func (h *hiddenRun) lastValueHead(rows []hiddenRow) int {
	t := &hiddenTable{builder: h.builder}
	for _, row := range rows {
		if len(row.values) == 3 {
			t.rows = append(t.rows, []plan.Cell{h.cells[row.values[0]].cell, h.cells[row.values[1]].cell, h.cells[row.values[2]].cell})
		}
	}
	return t.valueHeadOf(2)
}

// add adds the rows as a table, which begins with unit i, and returns the unit behind it.
func (h *hiddenRun) add(i int, rows []hiddenRow) int {
	values := 0
	for _, r := range rows {
		values = max(values, len(r.values))
	}
	r := &rawTable{implied: []string{h.headlessHead[hiddenClass], h.headlessHead[hiddenNumber], h.headlessHead[hiddenName], h.headlessHead[hiddenUnit]}}
	value := len(r.implied)
	for k := range values {
		head := hiddenGoal
		if k == 0 && values > 1 {
			head = hiddenBase
		}
		r.implied = append(r.implied, h.headlessHead[head])
	}
	r.implied = append(r.implied, h.headlessHead[hiddenNature], h.headlessHead[hiddenBody])
	sums := false
	if last := value + values - 1; values == 3 {
		of := h.lastValueHead(rows)
		sums = of != hiddenGoal
		r.implied[last] = h.headlessHead[of]
	}
	for _, row := range rows {
		out := plan.Row{Cells: make([]plan.Cell, len(r.implied))}
		lo, hi := len(h.cells), 0
		put := func(c int, of []int) {
			for _, k := range of {
				out.Cells[c].Pieces = append(out.Cells[c].Pieces, h.cells[k].cell.Pieces...)
				lo, hi = min(lo, k), max(hi, k)
			}
		}
		put(0, row.class)
		put(1, row.number)
		put(2, row.name)
		put(3, row.measure)
		missing := values - len(row.values) // the first years', or that of the change up to then
		if sums && markAt(h.cells[row.values[len(row.values)-1]].text, 0, "〔", "[", "(", "（") == 0 {
			missing = 0
		}
		for k, c := range row.values {
			put(value+missing+k, []int{c})
		}
		put(value+values, row.nature)
		put(value+values+1, row.bodies)
		last := h.cells[hi].cell.Pieces
		out.Span = plan.Span{Start: h.cells[lo].cell.Pieces[0].Start, End: last[len(last)-1].End}
		r.rows = append(r.rows, out)
	}
	end := h.cells[h.at-1].unit + 1
	r.span = h.unitSpan(i, end)
	h.addTable(r)
	return end
}
