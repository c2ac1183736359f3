package source

import (
	"strings"

	"plangraph/plan"
)

// Rows that blanks part and whose cells the width of their columns wrapped: the next line holds
// the rest of some of them, and which tells whether the cell above is finished.
//
//	7 推进厕所改造,新建 县农业农村局 县财政局、各 10月底
//	户厕300座 乡镇

// continued adds the tokens of the line below a row to the cells that they go on with; false
// where the row's first line did not fill all of its columns, so that nothing tells which.
func (t *blankLines) continued(row *plan.Row, tk []token) bool {
	tk = t.joinParted(tk)
	if !t.whole || len(row.Cells) != len(t.raw.header) || len(tk) >= len(row.Cells) {
		return false
	}
	places := make([]int, len(tk))
	c := len(row.Cells) - 1
	for k := len(tk) - 1; k >= 0; k-- {
		for c > t.lastText && !t.takes(c, row.Cells[c], t.word(tk[k])) {
			c--
		}
		if c <= 0 {
			return false
		}
		places[k] = c
		if c > t.lastText || k < c && k > 0 {
			c--
		}
	}
	for k, c := range places {
		row.Cells[c].Pieces = append(row.Cells[c].Pieces, tk[k].pieces()...)
	}
	return true
}

// takes reports whether the cell of the column c, which holds no text of tasks, goes on with s.
func (t *blankLines) takes(c int, cell plan.Cell, s string) bool {
	const longestPerson = 4 // characters
	head, above := cellText(t.t, t.raw.header[c]), cellText(t.t, cell)
	switch {
	case t.leaderColumn(head):
		return runes(s) <= longestPerson && !hasPrefix(s, t.gluedUnit) && (hasPrefix(s, t.surname) || hasPrefix(s, t.doubleSurname))
	case t.timeColumn(head):
		return t.timeLike(above+s) && (t.timeLike(s) || hasSuffix(s, t.cellTimeEnd))
	case t.bodyColumn(head):
		if t.bodyLike(above) && !strings.HasSuffix(above, "、") && !strings.HasSuffix(above, ",") {
			return false
		}
		whole := above + s
		mark := strings.LastIndex(whole, "、") // …、沿线|各镇
		return t.bodyLike(whole) || mark > len(above) && t.bodyLike(whole[:mark])
	}
	return false
}

// textColumns returns the last column before those of leaders, times and bodies, 0 for none.
func (t *blankLines) textColumns() int {
	for c, h := range t.raw.header {
		if head := cellText(t.t, h); t.leaderColumn(head) || t.timeColumn(head) || t.bodyColumn(head) {
			return c - 1
		}
	}
	return 0
}

// joinParted puts together what blanks part inside of a cell: a figure and what stands around it,
// a person's names of one or two characters. 新建泵站 8 座, 李 明.
func (b *builder) joinParted(tk []token) []token {
	var out []token
	for k, x := range tk {
		n := len(out)
		if n == 0 || !b.parts(b.word(out[n-1]), b.word(tk[k-1]), b.word(x), k+1 < len(tk)) {
			out = append(out, x)
			continue
		}
		last := &out[n-1]
		last.rest = append(last.rest[:len(last.rest):len(last.rest)], x.pieces()...)
	}
	return out
}

// parts reports whether the blank behind the cell so far, whose last token is before, stands
// inside of it: s goes on with it, with more behind.
func (b *builder) parts(cell, before, s string, more bool) bool {
	person := hasPrefix(s, b.surname) && runes(s) == 1
	switch {
	case isFigure(before):
		return !person
	case isFigure(s):
		return more
	case runes(cell) == 1: // 李|明, 李|小明
		return runes(s) <= 2
	}
	return runes(before) == 1 && runes(s) == 1
}
