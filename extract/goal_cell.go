package extract

import (
	"strings"

	"plangraph/quantity"
)

// What a cell of a table of indicators says of the indicator that its row names.

// cellGoal is one goal that a cell states.
type cellGoal struct {
	name        []Range // the indicator, with words of the cell that are part of it
	value, unit string  // unit is "" where the cell gives none
	op          quantity.Op
	at          Range // where it stands in the cell
}

// cellGoals reads the cell c of the indicator name: a figure or how much it grows (增长6%),
// with what a part of it comes to in a bracket behind (80(农村70)); several of these
// (达到86亿元,增长13%; 小学60/初中90); else a goal in words. With figures only the first
// counts, for the name is a task and what more the cell says is a sentence.
func (w *Worker) cellGoals(t *Text, name, c Range, figures bool) []cellGoal {
	g := w.cellFigure(t, name, c)
	switch {
	case g.value == "" || figures && g.op == "text":
		return nil
	case figures:
		return []cellGoal{g}
	case g.op != "text":
		return append([]cellGoal{g}, w.bracketGoals(t, name, c)...)
	}
	if parts := w.partGoals(t, name, c); parts != nil {
		return parts
	}
	return []cellGoal{g}
}

// cellFigure reads a cell that states one goal.
func (w *Worker) cellFigure(t *Text, name, c Range) cellGoal {
	g := cellGoal{name: []Range{name}, at: c}
	if end := w.changeWord(c); end > c.Lo {
		if _, said := w.hasEnd(listGrowthWord, name.Hi); !said {
			g.name = append(g.name, Range{c.Lo, end})
		}
		c.Lo = end
	}
	g.value, g.unit, g.op = w.cellValue(t, c)
	return g
}

// changeWord returns the end of the word of a change that c begins with, before a figure
// (增长6%, 削减4%); c.Lo for none.
func (w *Worker) changeWord(c Range) int32 {
	for _, list := range [...]wordList{listGrowthWord, listCellChange} {
		if end, ok := w.hasAt(list, c.Lo); ok && end < c.Hi && quantity.IsStart(w.t.R[end]) {
			return end
		}
	}
	return c.Lo
}

// bracketGoals reads what the bracket at the end of a cell says of parts of the indicator:
// (农村70), (其中初中13.5万人).
func (w *Worker) bracketGoals(t *Text, name, c Range) []cellGoal {
	if t.R[c.Hi-1] != ')' {
		return nil
	}
	b := t.closing(c.Hi - 1)
	if b < 0 || t.Brackets[b].Open <= c.Lo {
		return nil
	}
	var goals []cellGoal
	for _, p := range cellParts(t, Range{t.Brackets[b].Open + 1, c.Hi - 1}) {
		if g, ok := w.labelGoal(t, name, p); ok {
			goals = append(goals, g)
		}
	}
	return goals
}

// partGoals reads a cell of several goals; nil where not each part of it is one.
func (w *Worker) partGoals(t *Text, name, c Range) []cellGoal {
	parts := cellParts(t, c)
	var goals []cellGoal
	for _, p := range parts {
		g, ok := w.labelGoal(t, name, p)
		if !ok && len(parts) > 1 {
			g = w.cellFigure(t, name, p)
			ok = g.value != "" && g.op != "text"
		}
		if !ok {
			return nil
		}
		goals = append(goals, g)
	}
	return goals
}

// cellParts cuts a cell at the marks between its parts.
func cellParts(t *Text, c Range) []Range {
	var parts []Range
	from := c.Lo
	for i := c.Lo; i <= c.Hi; i++ {
		if i < c.Hi && !strings.ContainsRune(",;、/。", t.R[i]) || i < c.Hi && i > c.Lo && t.R[i] == '/' && t.R[i-1] >= 0x3400 { // 元/月
			continue
		}
		if from < i && (i == c.Hi || !isDigit(t.R[i-1]) || t.R[i] != ',' || i+1 < c.Hi && !isDigit(t.R[i+1])) { // 1,200
			parts = append(parts, Range{from, i})
			from = i + 1
		}
	}
	return parts
}

// labelGoal reads the part p of a cell as the name of a part of the indicator with its
// figure: 农村70, 其中初中达到13.5万人.
func (w *Worker) labelGoal(t *Text, name, p Range) (cellGoal, bool) {
	const longest = 8 // characters of the label
	if end, ok := w.hasAt(listCellAmong, p.Lo); ok {
		p.Lo = end
		if p.Lo < p.Hi && t.R[p.Lo] == ':' {
			p.Lo++
		}
	}
	if _, aside := w.hasAt(listCellAside, p.Lo); aside {
		return cellGoal{}, false
	}
	i := p.Lo
	for i < p.Hi && i <= p.Lo+longest && t.R[i] >= 0x3400 && !quantity.IsStart(t.R[i]) {
		i++
	}
	label := Range{p.Lo, i}
	if lo, ok := w.endIn(listLevelVerb, label); ok {
		label.Hi = lo
	}
	if label.Len() < 2 || i >= p.Hi || w.changeWord(p) > p.Lo {
		return cellGoal{}, false
	}
	g := cellGoal{name: []Range{label, name}, at: p}
	if g.value, g.unit, g.op = w.cellValue(t, Range{i, p.Hi}); g.value == "" || g.op == "text" || g.unit == "年" {
		return cellGoal{}, false
	}
	return g, true
}
