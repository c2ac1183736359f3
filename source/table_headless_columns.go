package source

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"plangraph/plan"
)

// What the columns of rows hold whose header stands on another page, as their cells tell: an
// indicator, its unit and values, a task, who is charged with it.

// The heads that such columns get; their words stand in the same order in the word list
// headless_head.
const (
	hiddenNumber = iota
	hiddenClass
	hiddenTask
	hiddenDetail
	hiddenBody
	hiddenMore
	hiddenPerson
	hiddenTime
	hiddenName
	hiddenUnit
	hiddenBase
	hiddenGoal
	hiddenNature
	hiddenProject
	hiddenContent
	hiddenYears
	hiddenInvest
	hiddenYearly
	hiddenAim
	hiddenMember
	hiddenDuty
	hiddenGrowth
	hiddenSum
	hiddenStatus
	hiddenHeads
)

// cellKind is what a cell reads like.
type cellKind int

const (
	emptyCell cellKind = iota
	textCell
	valueCell
	measureCell // 万吨
	natureCell  // 约束性
	yearsCell   // 2031-2033
	timeCell    // 9月底
	bodyCell
	personCell
	statusCell // 续建
	cellKinds
)

// kindOf says what a cell reads like.
func (ws *words) kindOf(s string) cellKind {
	s = joinTitle(s)
	switch {
	case s == "":
		return emptyCell
	case slices.Contains(ws.natureWord, s):
		return natureCell
	case yearSpan(s):
		return yearsCell
	case firstYear(s) > 0:
		return timeCell
	case ws.measureLike(s):
		return measureCell
	case ws.timeLike(s) && (hasFigure(s) && strings.Contains(s, "月") || hasAny(s, ws.cellDue...)):
		return timeCell
	case slices.Contains(ws.cellStatus, s):
		return statusCell
	case ws.figureLike(s) && !itemLike(s) && led(s):
		return valueCell
	case ws.bodyLike(s):
		return bodyCell
	case ws.person(s):
		return personCell
	}
	return textCell
}

// itemLike reports whether s begins with the number of an item: 1.河东路, 2、引水.
func itemLike(s string) bool {
	_, w := digits(s)
	for _, mark := range [...]string{".", "、", "．"} {
		if rest, ok := strings.CutPrefix(s[w:], mark); ok && w > 0 {
			return rest != "" && !digit(rest[0])
		}
	}
	return false
}

// led reports whether at most a verb stands before the figure of s: 控制在5%, but no 供电率达到95%.
func led(s string) bool {
	const longest = 3 // characters of the verb
	k := strings.IndexAny(s, "0123456789")
	return k <= 0 || runes(s[:k]) <= longest
}

// yearSpan reports whether s is a span of years: 2031-2033, 2031年—2033年.
func yearSpan(s string) bool {
	const least = 8 // digits
	return bareFigure(s) && firstDigits(s) == 4 && strings.IndexByte("12", s[0]) >= 0 && countDigits(s) >= least && !strings.ContainsAny(s, ".,、")
}

func firstDigits(s string) int {
	_, w := digits(s)
	return w
}

func countDigits(s string) (n int) {
	for i := range len(s) {
		if digit(s[i]) {
			n++
		}
	}
	return n
}

// measureLike reports whether s is the name of a unit: 万吨, 个/万人.
func (ws *words) measureLike(s string) bool {
	const longest = 9 // characters
	if runes(s) > longest || digit(s[0]) && !strings.HasPrefix(s, "1/") {
		return false
	}
	return slices.Contains(ws.gluedUnit, s) || strings.HasPrefix(s, "/") || strings.HasPrefix(s, "1/") ||
		strings.Contains(s, "/") && hasPrefix(s, ws.gluedUnit)
}

// person reports whether s may be the names of persons, one behind the other: 李明, 李明王小军.
func (ws *words) person(s string) bool {
	const shortest, longest, most = 2, 4, 12 // characters of a name; of all
	n := runes(s)
	if n < shortest || n > most || hasFigure(s) {
		return false
	}
	if n <= longest && hasPrefix(s, ws.doubleSurname) {
		return true
	}
	if !hasPrefix(s, ws.surname) {
		return false
	}
	for k := shortest; k < longest; k++ {
		at := runeStart(s, k)
		if at == len(s) || at < len(s) && ws.person(s[at:]) {
			return true
		}
	}
	return false
}

// runeStart returns where the character k of s begins, its length behind the last.
func runeStart(s string, k int) int {
	for i := range s {
		if k == 0 {
			return i
		}
		k--
	}
	if k == 0 {
		return len(s)
	}
	return len(s) + 1
}

// hiddenTable are rows without a header while it is found out what they hold.
type hiddenTable struct {
	*builder
	rows  [][]plan.Cell // that fill more than one column
	kinds []cellKind    // by column
	full  []int         // by column: how many rows fill it
}

// hiddenHeads says what the columns of rows without a header hold; nil where they tell too little.
func (b *builder) hiddenHeads(rows []plan.Row) []string {
	const fewest = 2
	if len(b.headlessHead) != hiddenHeads {
		return nil
	}
	h := &hiddenTable{builder: b}
	n := 0
	for i, row := range rows {
		filled, told := 0, i > 0 // a first row without figures and bodies is the rest of a header
		for _, c := range row.Cells {
			if !c.Empty() {
				filled++
				kind := b.kindOf(cellText(b.t, c))
				told = told || kind == valueCell || kind == bodyCell || kind == natureCell
			}
		}
		if filled > 1 && told {
			h.rows = append(h.rows, row.Cells)
			n = max(n, len(trimCells(row.Cells)))
		}
	}
	if len(h.rows) < fewest || n < fewest {
		return nil
	}
	for c := range n {
		h.column(c)
	}
	return h.heads()
}

// column finds what the cells of the column c read like for the most part.
func (h *hiddenTable) column(c int) {
	var count [cellKinds]int
	full, none := 0, 0
	for _, row := range h.rows {
		if c >= len(row) || row[c].Empty() {
			continue
		}
		if s := cellText(h.t, row[c]); strings.Trim(s, "-—－–/ ") == "" { // nothing
			none++
		} else {
			count[h.kindOf(s)]++
			full++
		}
	}
	kind := emptyCell
	for k := emptyCell + 1; k < cellKinds; k++ {
		if count[k]*5 >= full*4 && full > 0 {
			kind = k
		}
	}
	switch {
	case full == 0 && none > 0:
		kind = valueCell
	case kind == emptyCell && full > 0:
		switch {
		case count[measureCell]*2 >= full && h.short(c): // 年一遇
			kind = measureCell
		case count[personCell]*2 >= full && count[bodyCell] == 0: // two persons, all of them
			kind = personCell
		case count[bodyCell]*2 > full && count[valueCell] == 0: // some with the name of a company or a town
			kind = bodyCell
		case (count[valueCell]+count[textCell])*5 >= full*4 && count[valueCell]*2 >= full: // goals in words
			kind = valueCell
		default:
			kind = textCell
		}
	}
	h.kinds, h.full = append(h.kinds, kind), append(h.full, full+none)
}

// serials reports whether the column c numbers the rows, but for those of sums and classes.
func (h *hiddenTable) serials(c int) bool {
	last, numbers, full := 0, 0, 0
	for _, row := range h.rows {
		if c >= len(row) || row[c].Empty() {
			continue
		}
		full++
		n, err := strconv.Atoi(strings.TrimRight(cellText(h.t, row[c]), ".、． "))
		switch {
		case err != nil: // 二, 合计
		case n <= 0 || last > 0 && n != last+1:
			return false
		default:
			last = n
			numbers++
		}
	}
	return numbers*5 >= full*3 && numbers > 0
}

// heads names the columns.
func (h *hiddenTable) heads() []string {
	heads := make([]string, len(h.kinds))
	set := func(c, head int) { heads[c] = h.headlessHead[head] }
	c := 0
	var texts []int
	for ; c < len(h.kinds) && (h.kinds[c] == textCell || h.kinds[c] == emptyCell || c < 3 && h.kinds[c] == valueCell && h.serials(c)); c++ {
		if h.kinds[c] == valueCell {
			for _, t := range texts {
				set(t, hiddenClass)
			}
			texts = texts[:0]
			set(c, hiddenNumber)
		} else if h.kinds[c] == textCell {
			texts = append(texts, c)
		}
	}
	if len(texts) == 0 {
		if !h.bodiesFirst(c, set) {
			return nil
		}
		return heads
	}
	ok := true
	switch rest := h.kinds[c:]; {
	case slices.Contains(rest, yearsCell) || slices.Contains(rest, statusCell):
		h.works(texts, c, set)
	case len(rest) > 0 && (rest[0] == valueCell || rest[0] == measureCell):
		ok = h.indicators(texts, c, set)
	default:
		ok = h.tasks(texts, c, set)
	}
	if !ok {
		return nil
	}
	return heads
}

// bodiesFirst names the columns from c on of a table whose rows begin with those who are charged.
func (h *hiddenTable) bodiesFirst(c int, set func(c, head int)) bool {
	rest := h.kinds[c:]
	if len(rest) < 2 || rest[0] != bodyCell || rest[1] != textCell {
		return false
	}
	if len(rest) == 2 {
		set(c, hiddenMember)
		set(c+1, hiddenDuty)
		return true
	}
	set(c, hiddenBody)
	set(c+1, hiddenTask)
	for k, kind := range rest[2:] {
		switch kind {
		case timeCell:
			set(c+2+k, hiddenTime)
		case personCell:
			set(c+2+k, hiddenPerson)
		case emptyCell:
		default:
			return false
		}
	}
	return true
}

// works names the columns of a list of projects with the years and what is invested: those from c
// on stand behind the names and what is built.
func (h *hiddenTable) works(texts []int, c int, set func(c, head int)) {
	set(texts[0], hiddenProject)
	for _, t := range texts[1:] {
		set(t, hiddenContent)
	}
	money := hiddenInvest
	for ; c < len(h.kinds); c++ {
		switch h.kinds[c] {
		case yearsCell:
			set(c, hiddenYears)
		case valueCell:
			set(c, money)
			money = hiddenYearly
		case statusCell:
			set(c, hiddenStatus)
		case textCell, timeCell:
			if content := c+1 < len(h.kinds) && h.kinds[c+1] == textCell; content {
				set(c, hiddenContent)
			} else {
				set(c, hiddenAim)
			}
		case bodyCell:
			set(c, hiddenBody)
		case personCell:
			set(c, hiddenPerson)
		}
	}
}

// indicators names the columns of a table of indicators, whose units or values begin with column c.
func (h *hiddenTable) indicators(texts []int, c int, set func(c, head int)) bool {
	name := texts[len(texts)-1]
	for _, t := range texts[:len(texts)-1] {
		set(t, hiddenClass)
	}
	if len(texts) > 2 || h.full[name]*5 < len(h.rows)*4 {
		return false
	}
	set(name, hiddenName)
	unit := h.kinds[c] == measureCell
	if unit {
		set(c, hiddenUnit)
		c++
	}
	from := c
	for c < len(h.kinds) && h.kinds[c] == valueCell {
		c++
	}
	values := c - from
	if values == 0 || values > 3 {
		return false
	}
	told := false // whether more than the figures says that these are goals
	for ; c < len(h.kinds); c++ {
		switch h.kinds[c] {
		case natureCell:
			set(c, hiddenNature)
			told = true
		case bodyCell:
			told = told || unit || values > 1 || h.measured(name, from, values)
			set(c, hiddenBody)
		case timeCell:
			set(c, hiddenTime)
		case personCell:
			set(c, hiddenPerson)
		case emptyCell:
		default:
			return false
		}
	}
	if !told && (values < 2 || !unit && !h.measured(name, from, values)) {
		return false
	}
	if values > 1 {
		set(from, hiddenBase)
		from++
		values--
	}
	for ; values > 0; values-- {
		head := hiddenGoal
		if values == 1 && h.kinds[from-1] == valueCell {
			head = h.valueHeadOf(from)
		}
		set(from, head)
		from++
	}
	return true
}

// measured reports whether the names or the values of most rows hold a unit: 入学率(%), 20家.
func (h *hiddenTable) measured(name, from, values int) bool {
	n := 0
	for _, row := range h.rows {
		if name >= len(row) {
			continue
		}
		s := strings.TrimRight(cellText(h.t, row[name]), " ")
		with := endsInBracket(s)
		for c := from; c < from+values && c < len(row) && !with; c++ {
			v := cellText(h.t, row[c])
			with = hasAny(v, "%", "％", "‰") || hasFigure(v) && !bareFigure(v) && !isFigure(v)
		}
		if with {
			n++
		}
	}
	return n*2 > len(h.rows)
}

// valueHeadOf returns the head of the last column of values, c: it has goals, or says by how much
// those before it change up to then or a year. 2.0 | 3.2 | 〔1.2〕, 2.0 | 3.2 | 9.9.
func (h *hiddenTable) valueHeadOf(c int) int {
	const period, near = 5, 0.6 // years; percents
	const rounding = 1e-6       // 3.2-2.0 is not 1.2 in binary
	grown, summed, all, none := 0, 0, 0, 0
	for _, row := range h.rows {
		if c >= len(row) || c < 2 || row[c].Empty() {
			continue
		}
		s := cellText(h.t, row[c])
		if strings.Trim(s, "-—－–/ ") == "" {
			none++
			continue
		}
		if markAt(s, 0, "〔", "[", "(", "（") > 0 {
			summed++
			all++
			continue
		}
		base, ok1 := amount(cellText(h.t, row[c-2]))
		goal, ok2 := amount(cellText(h.t, row[c-1]))
		change, ok3 := amount(s)
		if !ok1 || !ok2 || !ok3 || base <= 0 || base == goal {
			continue
		}
		all++
		level := base
		for range period {
			level *= 1 + change/100
		}
		switch d := (level/goal - 1) * 100 / period; {
		case d < near && d > -near:
			grown++
		case math.Abs(goal-base-change) < rounding:
			summed++
		}
	}
	switch {
	case all > 0 && grown*3 >= all*2:
		return hiddenGrowth
	case all > 0 && summed*3 >= all*2 || all == 0 && none > 0:
		return hiddenSum
	}
	return hiddenGoal
}

// amount reads a cell that is a bare decimal.
func amount(s string) (float64, bool) {
	f, err := strconv.ParseFloat(strings.Trim(s, "〔〕[]()% "), 64)
	return f, err == nil
}

// tasks names the columns of a table of tasks, whose bodies stand in column c or behind it.
func (h *hiddenTable) tasks(texts []int, c int, set func(c, head int)) bool {
	const shortest = 3 // characters of what is no task: 第一组
	if !slices.ContainsFunc(texts, func(t int) bool { return !h.within(t, shortest) }) {
		return false
	}
	switch n := len(texts); {
	case n > 3:
		return false
	case n == 1:
		set(texts[0], hiddenTask)
	case c == n && h.repeats(texts[0]): // no numbers stand before it
		set(texts[0], hiddenClass)
		set(texts[1], hiddenTask)
		if n > 2 {
			set(texts[2], hiddenDetail)
		}
	default:
		set(texts[0], hiddenTask)
		for _, t := range texts[1:] {
			set(t, hiddenDetail)
		}
	}
	var bodies []int
	for ; c < len(h.kinds); c++ {
		switch h.kinds[c] {
		case bodyCell:
			bodies = append(bodies, c)
		case timeCell:
			set(c, hiddenTime)
		case personCell:
			set(c, hiddenPerson)
		case textCell:
			if len(bodies) == 0 {
				return false
			}
		}
	}
	if len(bodies) == 0 {
		return false
	}
	set(bodies[0], hiddenBody)
	for _, c := range bodies[1:] {
		set(c, hiddenMore)
	}
	return true
}

// repeats reports whether the cells of the column c name classes of rows: some are merged with
// those above, or say the same.
func (h *hiddenTable) repeats(c int) bool {
	last := ""
	for _, row := range h.rows {
		s := ""
		if c < len(row) {
			s = cellText(h.t, row[c])
		}
		if s == last && last != "" || s == "" {
			return true
		}
		last = s
	}
	return false
}

// short reports whether the cells of the column c have few characters.
func (h *hiddenTable) short(c int) bool {
	const longest = 6
	return h.within(c, longest)
}

// within reports whether no cell of the column c has more characters than longest.
func (h *hiddenTable) within(c, longest int) bool {
	return !slices.ContainsFunc(h.rows, func(row []plan.Cell) bool {
		return c < len(row) && runes(cellText(h.t, row[c])) > longest
	})
}
