package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// What the words of a header say of its column, and what a cell reads like. Cells may be
// set wide (牵 头 部 门): joinTitle takes the blanks out.

// headCell reports whether s could be a cell of a header.
func (ws *words) headCell(s string) bool {
	if n := runes(s); n == 0 || n > 24 || hasAny(s, "。", ";", "；") {
		return false
	}
	return ws.tableHead.in(s)
}

// headerBehind returns where a table's header begins that stands in one line with the table's
// title: 任务分解表 序号 工作任务 责任单位; 0 where none does.
func (ws *words) headerBehind(s string) int {
	const longest, fewest = 240, 3 // bytes of the line, words of the header
	if len(s) > longest || strings.IndexByte(s, ' ') <= 0 {
		return 0
	}
	k, _ := ws.columnSerials.index(s)
	if k <= 0 || s[k-1] != ' ' || strings.Contains(s[:k], "\t") {
		return 0
	}
	heads := strings.Fields(s[k:])
	if len(heads) < fewest || !hasSuffix(strings.TrimRight(s[:k], " "), ws.tableTitleEnd) {
		return 0
	}
	for _, h := range heads {
		if !ws.headCell(h) {
			return 0
		}
	}
	return k
}

// bodyColumn reports whether a header's cell names a column of bodies.
func (ws *words) bodyColumn(s string) bool {
	s = joinTitle(s)
	return hasAny(s, ws.tableBodyHead...) && !hasAny(s, ws.tableOtherHead...)
}

// bodyColumnOnly reports whether a header's cell names a column of bodies and cannot
// name one of units of measure.
func (ws *words) bodyColumnOnly(s string) bool {
	return ws.bodyColumn(s) && !slices.Contains(ws.columnMeasure, joinTitle(s))
}

// serialColumn reports whether a header's cell names the column of the rows' numbers.
func (ws *words) serialColumn(s string) bool { return ws.columnSerials.in(joinTitle(s)) }

// classColumn reports whether a header's cell names a column of classes of rows.
func (ws *words) classColumn(s string) bool {
	return runes(s) <= 6 && hasAny(joinTitle(s), ws.columnClass...)
}

// leaderColumn reports whether a header's cell names a column of persons.
func (ws *words) leaderColumn(s string) bool { return hasAny(joinTitle(s), ws.columnLeader...) }

// timeColumn reports whether a header's cell names a column of times.
func (ws *words) timeColumn(s string) bool { return hasAny(joinTitle(s), ws.columnTime...) }

// amountColumn reports whether a header's cell names a column of bare amounts or years.
func (ws *words) amountColumn(s string) bool {
	return hasAny(s, ws.columnAmount...) && !hasAny(s, ws.columnAmountNot...)
}

// goalColumn reports whether a header's cell names a column of goals: 2030年, 目标值.
func (ws *words) goalColumn(s string) bool { return firstYear(s) > 0 || hasAny(s, ws.columnGoal...) }

// nameColumn reports whether a header's cell may name the column of indicators.
func (ws *words) nameColumn(s string) bool { return hasAny(s, ws.columnName...) }

// spreadHead puts right a header of two rows that were written one behind the other: a head over
// several columns of bodies gives way to those under it, which stand behind all the others.
// 任务 | 责任单位 | 时限 | 牵头部门 | 配合部门 is 任务 | 牵头部门 | 配合部门 | 时限.
func (b *builder) spreadHead(header []plan.Cell) []plan.Cell {
	heads := b.heads(header)
	under := len(heads) // where the second row of the header begins
	for under > 0 && b.bodyColumnOnly(heads[under-1]) {
		under--
	}
	if len(heads)-under < 2 || under < 2 || !hasAny(joinTitle(heads[under]), b.columnLead...) {
		return header
	}
	over := under - 1
	for over > 0 && !b.bodyColumnOnly(heads[over]) {
		over--
	}
	if over == 0 || hasAny(joinTitle(heads[over]), b.columnLead...) {
		return header
	}
	return slices.Concat(header[:over], header[under:], header[over+1:under])
}

// heads returns what the cells of a header say.
func (b *builder) heads(header []plan.Cell) []string {
	heads := make([]string, len(header))
	for c, h := range header {
		heads[c] = cellText(b.t, h)
	}
	return heads
}

// indicatorHeader reports whether a header is that of a table of indicators.
func (b *builder) indicatorHeader(header []plan.Cell) bool { return b.indicatorHeads(b.heads(header)) }

// indicatorHeads reports whether heads are those of a table of indicators: years or goals
// stand in its columns.
func (ws *words) indicatorHeads(heads []string) bool {
	values, named := false, false
	for _, s := range heads {
		values = values || firstYear(s) > 0 || isYear(s) || hasAny(s, ws.columnValue...)
		named = named || hasAny(s, ws.columnIndicator...)
	}
	return values && named
}

// governing reports a line that names the government or the committee of a level alone,
// as the first half of a head of a column does: 县政府 / 分管领导.
func (ws *words) governing(s string) bool {
	level := firstWord(s, ws.cellLevel)
	return level != "" && slices.Contains(ws.cellGoverning, s[len(level):])
}

// bodyLike reports whether a cell reads like the name of a body or a list of them.
func (ws *words) bodyLike(s string) bool {
	s = strings.TrimRight(s, " 。,，、;；)）")
	if s == "" || runes(s) > 300 || hasAny(s, "。") {
		return false
	}
	first := s
	for _, sep := range [...]string{"、", ",", "，", ";", "；", " "} {
		if k := strings.Index(first, sep); k > 0 {
			first = first[:k]
		}
	}
	if runes(first) > 24 || runes(first) < 2 || countEnd(s) || ws.taskLike(first) {
		return false
	}
	return hasSuffix(first, ws.bodyEnd) && hasSuffix(s, ws.bodyEnd) || strings.HasPrefix(s, "各") && hasSuffix(s, ws.bodyEnd)
}

// taskLike reports whether s begins with the verb of a task, and not as a body's name does:
// 新建幼儿园, but 组织部.
func (ws *words) taskLike(s string) bool {
	return ws.gluedVerbs.opening(s) != "" && !ws.gluedName(s) && !strings.Contains(s, "各")
}

// countEnd reports whether s ends in a figure and one character, by which things are counted
// that bodies' names end with, too: 幼儿园2所, 服务站8处.
func countEnd(s string) bool {
	_, w := utf8.DecodeLastRuneInString(s)
	return len(s) > w && digit(s[len(s)-w-1])
}

// serial reports whether s is a row's number.
func serial(s string) bool {
	s = strings.TrimRight(s, ".、．")
	if s == "" || len(s) > 3 {
		return false
	}
	for i := 0; i < len(s); i++ {
		if !digit(s[i]) {
			return false
		}
	}
	return true
}

// rowNumber returns the number of a row that s is, 0 for none.
func rowNumber(s string) int {
	if !serial(s) {
		return 0
	}
	return gluedNumber(s, 0)
}

// dueLike reports whether a cell says by when something is to be done.
func (ws *words) dueLike(s string) bool {
	return runes(s) <= 24 && (hasFigure(s) && hasAny(s, ws.cellDate...) || hasAny(s, ws.cellDue...))
}

// timeLike reports whether a token reads like the time that a task has.
func (ws *words) timeLike(s string) bool {
	return runes(s) <= 14 && hasAny(s, ws.cellTime...) && !hasAny(s, "、", ",")
}

// valueLike reports whether s reads like the cell of a figure: 76.5, >80, 〔18〕, -; no
// indicator of an age: 5岁以下儿童死亡率.
func (ws *words) valueLike(s string) bool {
	s = strings.TrimLeft(joinTitle(s), "〔[(（<>≥≤＞＜≦≧约")
	if s == "" {
		return true
	}
	c, _ := utf8.DecodeRuneInString(s)
	return digit(s[0]) && runes(s) <= 14 && !hasAny(s, ws.nameAge...) || strings.ContainsRune("-—－/–…", c)
}

// bareFigure reports whether a token is a figure or a span of years alone.
func bareFigure(s string) bool {
	n := 0
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			n++
		case !strings.ContainsRune(".-—–~～年月,、/", c):
			return false
		}
	}
	return n > 1
}
