package source

import (
	"slices"
	"strings"

	"plangraph/plan"
)

// What the columns of a table hold, and what it costs to put a cell under one that holds something
// else, in tenths of what a small fault costs.

// columnKind is what a column holds.
type columnKind uint8

const (
	textColumnKind   columnKind = iota
	classColumnKind             // the class of rows: 经济发展
	serialColumnKind            // the row's number
	bodyColumnKind
	personColumnKind
	timeColumnKind
	amountColumnKind // a bare figure that is no goal: 总投资
	unitColumnKind   // of measure
	figureColumnKind // a goal, or what it starts from
	natureColumnKind // one of a few words: 约束性, 续建
	goalColumnKind   // a goal, a figure or a text: 目标任务
	detailColumnKind // more of the text in the column before: 具体措施
	columnKinds
)

// most returns how many atoms a cell of the kind may have.
func (k columnKind) most() int {
	return [columnKinds]int{textColumnKind: 24, classColumnKind: 8, serialColumnKind: 1, bodyColumnKind: 12, personColumnKind: 4,
		timeColumnKind: 4, amountColumnKind: 1, unitColumnKind: 2, figureColumnKind: 2, natureColumnKind: 1, goalColumnKind: 24, detailColumnKind: 24}[k]
}

// texts reports whether cells of the kind may hold sentences.
func (k columnKind) texts() bool {
	return k == textColumnKind || k == goalColumnKind || k == detailColumnKind
}

// mostTitle is how many atoms a title over rows may have.
const mostTitle = 8

// readColumns reads what the columns of a header hold; false where nothing in it tells columns
// apart, or too little of it is a header.
func (p *cellPath) readColumns(header []plan.Cell, numbers int) bool {
	const fewest = 3
	known, telling := 0, 0
	p.texts = [2]int{-1, -1}
	for c, cell := range header {
		s := joinTitle(cellText(p.t, cell))
		kind := p.headKind(s)
		if c == numbers {
			kind = serialColumnKind
		}
		if kind == unitColumnKind && c == 0 { // measures stand behind what they measure
			kind = bodyColumnKind
		}
		if p.headCell(s) || kind != textColumnKind {
			known++
		}
		if kind == textColumnKind && slices.Contains(p.columns, textColumnKind) && !p.nameColumn(s) { // how much of the first
			kind = detailColumnKind
		}
		switch kind {
		case serialColumnKind:
			if p.serial >= 0 {
				return false
			}
			p.serial = c
		case bodyColumnKind, figureColumnKind, goalColumnKind, detailColumnKind:
			telling++
		}
		if kind.texts() {
			if p.texts[0] < 0 {
				p.texts[0] = c
			}
			p.texts[1] = c
		}
		p.columns = append(p.columns, kind)
	}
	if p.serial < 0 && !slices.Contains(p.columns, bodyColumnKind) {
		return false
	}
	return len(header) >= fewest && p.columns[0] != figureColumnKind && known*3 >= len(header)*2 && telling > 0 && p.texts[0] >= 0
}

// headKind returns what the column under a word of a header holds.
func (ws *words) headKind(s string) columnKind {
	year := firstYear(s) > 0 || isYear(s)
	switch {
	case ws.serialColumn(s):
		return serialColumnKind
	case hasAny(s, ws.natureHead...) || hasAny(s, ws.columnStatus...):
		return natureColumnKind
	case ws.leaderColumn(s):
		return personColumnKind
	case ws.bodyColumnOnly(s):
		return bodyColumnKind
	case ws.amountColumn(s):
		return amountColumnKind
	case ws.timeColumn(s):
		return timeColumnKind
	case year && hasAny(s, ws.columnGoal...): // 2030年目标
		return goalColumnKind
	case year || slices.Contains(ws.columnValue, s) || hasAny(s, ws.columnChange...):
		return figureColumnKind
	case slices.Contains(ws.columnMeasure, s):
		return unitColumnKind
	case hasAny(s, ws.columnGoal...):
		return goalColumnKind
	case ws.classColumn(s):
		return classColumnKind
	}
	return textColumnKind
}

// emptyCost is what it costs to leave the cell of the column c empty.
func (p *cellPath) emptyCost(c int, first bool) int {
	switch p.columns[c] {
	case classColumnKind:
		if first {
			return 10
		}
		return 0
	case textColumnKind, goalColumnKind, detailColumnKind:
		switch {
		case p.mergedText(c):
			return 8
		case p.columns[c] == detailColumnKind:
			return 15
		case p.columns[c] == goalColumnKind && slices.ContainsFunc(p.columns[:c], columnKind.texts): // what is to be done says how much
			return 5
		}
		return 40
	case bodyColumnKind:
		if slices.Index(p.columns, bodyColumnKind) < c { // not everybody is helped
			return 10
		}
		return 25
	case figureColumnKind:
		if slices.Contains(p.columns[c+1:], figureColumnKind) { // where it starts from is not always known
			return 15
		}
		return 45
	case natureColumnKind:
		return 25
	}
	return 20
}

// mergedText reports whether the column c, of texts, is the first of several, whose cells may be
// merged with those above.
func (p *cellPath) mergedText(c int) bool {
	return c <= p.serial+1 && c+1 < len(p.columns) && (p.columns[c+1] == textColumnKind || p.columns[c+1] == detailColumnKind)
}

// cellCost is what it costs to read the atoms [i,k) as a cell of the kind.
func (p *cellPath) cellCost(kind columnKind, i, k int) int {
	switch kind {
	case textColumnKind, classColumnKind, goalColumnKind, detailColumnKind:
		cost := 0
		for ; i < k; i++ {
			cost += p.atomCost(kind, i)
		}
		return cost
	}
	if k-i == 1 {
		cost := p.atomCost(kind, i)
		if kind == bodyColumnKind && listGoesOn(p.atoms[i].text) {
			cost += 20
		}
		return cost
	}
	var sb strings.Builder
	for _, a := range p.atoms[i:k] {
		sb.WriteString(a.text)
	}
	cost := p.readCost(kind, sb.String())
	if kind == bodyColumnKind { // names in lines of their own
		lines := 0
		for k := range p.atoms[i:k] {
			lines += p.atomCost(kind, i+k)
		}
		cost = min(cost, lines)
	}
	switch {
	case kind == timeColumnKind && slices.ContainsFunc(p.atoms[i:k], func(a atom) bool { return p.bodyLike(a.text) }):
		return 60
	case kind == bodyColumnKind && slices.ContainsFunc(p.atoms[i:k], func(a atom) bool { return !p.bodyLike(a.text) && (p.timeLike(a.text) || p.valueLike(a.text)) }):
		return 60
	case kind == bodyColumnKind && listGoesOn(p.atoms[k-1].text):
		cost += 20
	}
	return cost
}

// listGoesOn reports whether more of a list must follow s.
func listGoesOn(s string) bool { return hasSuffix(s, []string{"、", ",", "，"}) }

// atomCost is what it costs to read the atom i as a cell of the kind, or as a part of one.
func (p *cellPath) atomCost(kind columnKind, i int) int {
	at := i*int(columnKinds) + int(kind)
	if p.single[at] < 0 {
		p.single[at] = int8(p.readCost(kind, p.atoms[i].text))
	}
	return int(p.single[at])
}

// readCost is what it costs to read s as a cell of the kind.
func (ws *words) readCost(kind columnKind, s string) int {
	const longName, longClass, longTime, longPerson = 24, 14, 16, 12 // characters
	n := runes(s)
	switch kind {
	case bodyColumnKind:
		switch {
		case ws.bodyLike(s):
			return 0
		case ws.listsBodies(s):
			return 4
		case n <= longName && !hasFigure(s) && !strings.Contains(s, "。"):
			return 30
		}
		return 90
	case personColumnKind:
		switch person := hasPrefix(s, ws.surname) || hasPrefix(s, ws.doubleSurname); {
		case person && n > 1 && n <= 4 && !hasFigure(s):
			return 0
		case n <= longPerson && !hasFigure(s) && !ws.bodyLike(s):
			return 20
		}
		return 70
	case timeColumnKind:
		if n <= longTime && (ws.dueLike(s) || ws.timeLike(s) || bareFigure(s)) && !ws.bodyLike(s) && !strings.HasSuffix(s, "。") {
			return 0
		}
		if n <= longName && strings.Contains(s, "%") { // how far it has come
			return 15
		}
		return 60
	case amountColumnKind:
		if ws.valueLike(s) || bareFigure(s) {
			return 0
		}
		return 50
	case figureColumnKind:
		return ws.goalCost(s)
	case goalColumnKind, detailColumnKind:
		if ws.valueLike(s) {
			return 0
		}
	case unitColumnKind:
		if n <= 8 && (!hasFigure(s) || s[0] == '/') && !ws.bodyLike(s) {
			return 0
		}
		return 60
	case natureColumnKind:
		if slices.Contains(ws.natureWord, s) || hasPrefix(s, ws.cellStatus) && n <= 6 {
			return 0
		}
		return 60
	case classColumnKind:
		if n > longClass {
			return 40
		}
	}
	return ws.textCost(s)
}

// listsBodies reports whether s ends as names of bodies do, though not all in it may be one.
func (ws *words) listsBodies(s string) bool {
	const longest = 60 // characters
	return (hasSuffix(s, ws.bodyEnd) || strings.HasPrefix(s, "各")) && runes(s) <= longest && !hasFigure(s) && !ws.taskLike(s) && !strings.Contains(s, "。")
}

// headingNumber reports whether s begins with the number of a heading.
func headingNumber(s string) bool {
	class := numberOf(s).class
	return class == classHan || class == classParenHan
}

// goalCost is what it costs to read s as a goal: a figure, a bound with one, or words.
func (ws *words) goalCost(s string) int {
	const longest = 14 // characters
	switch {
	case ws.valueLike(s):
		return 0
	case runes(s) <= longest && hasFigure(s) && !ws.bodyLike(s):
		return 5
	case runes(s) <= longest && !ws.bodyLike(s) && !slices.Contains(ws.natureWord, s):
		return 24
	}
	return 90
}

// textCost is what it costs to read s as a text that says what is to be done or reached.
func (ws *words) textCost(s string) int {
	switch {
	case slices.Contains(ws.natureWord, s):
		return 60
	case serial(s):
		return 50
	case ws.valueLike(s):
		return 40
	case ws.bodyLike(s):
		return 35
	case ws.listsBodies(s):
		return 30
	case ws.dueLike(s) && ws.timeLike(s):
		return 30
	}
	if headingNumber(s) { // a title
		return 25
	}
	return 0
}

// joinCost is what it costs to read the atom i as more of the cell of the atom before it.
func (p *cellPath) joinCost(kind columnKind, i int) int {
	before, after := p.atoms[i-1].text, p.atoms[i].text
	gap := p.atoms[i].gap
	if p.mixed && gap != blankGap {
		if gap == wideGap {
			return 50
		}
		return 0
	}
	switch {
	case gap != blankGap && headingNumber(after):
		return 60
	case gap == blankGap && kind == bodyColumnKind:
		if !p.bodyLike(before) || !p.bodyLike(after) || strings.HasSuffix(before, "、") {
			return 2
		}
		return 12
	case gap == blankGap && kind.texts():
		cost := 10
		if p.gluedVerbs.opening(after) != "" {
			cost += 15
		}
		if digit(before[len(before)-1]) || digit(after[0]) && !startsYear(after) {
			cost -= 8
		}
		return cost
	case gap == blankGap:
		return 2
	case kind == bodyColumnKind:
		return 7
	case kind.texts() && endsSentence(before):
		return 8
	case kind == personColumnKind:
		return 5
	case kind.texts() || kind == classColumnKind:
		return 25
	}
	return 60
}

// titleCost is what it costs to read the atoms [i,k) as a title over the rows behind them.
func (p *cellPath) titleCost(i, k int) int {
	const longest = 24 // characters
	n := 0
	for j := i; j < k; j++ {
		s := p.atoms[j].text
		n += runes(s)
		if n > longest || j > i && p.atoms[j].gap != blankGap && !numberAlone(p.atoms[j-1].text) || p.textCost(s) > 0 && !headingNumber(s) || hasAny(s, "。") {
			return costNever
		}
	}
	first := p.atoms[i].text
	if headingNumber(first) || numberAlone(first) {
		if slices.Contains(p.columns, classColumnKind) {
			return 8
		}
		return 2
	}
	if hasFigure(first) || p.serial < 0 && endsInBracket(first) {
		return costNever
	}
	return 12
}

// endsInBracket reports whether s ends with a bracket, as the name of an indicator with its unit does.
func endsInBracket(s string) bool { return hasSuffix(s, []string{")", "）", "〕"}) }
