package extract

import (
	"cmp"
	"strings"
	"unicode"

	"plangraph/plan"
)

// Citations: 《…》 with the document number behind it.

// buildCitation makes a citation of a captured 《…》 with the document number
// behind it.
func buildCitation(c *Context) bool {
	r, ok := c.Range("title")
	if !ok {
		return c.Refuse("没有标题 / no title")
	}
	if c.insideTitle(c.Whole.Lo) && !c.citedBefore(r) {
		return c.Refuse("其动词是另一标题的一部分 / its verb is part of another title")
	}
	title := strings.TrimSuffix(strings.TrimPrefix(c.Text.Written(r), "《"), "》")
	if title == "" {
		return c.Refuse("标题为空 / an empty title")
	}
	kind := c.Arg("kind")
	if kind == "" {
		kind = c.citationKind(title)
	}
	f := plan.Fact{Type: plan.TypeCitation, Citation: &plan.Citation{Title: title, DocumentNumber: cmp.Or(c.Arg("number"), numberBehind(c.Text, int(r.Hi))), Kind: kind}}
	c.Emit(f, r)
	return true
}

// citedBefore reports whether a verb that makes a document a basis stands in the
// sentence before a title, outside of other titles: 根据《甲推进乙的意见》和《丙规划》.
func (c *Context) citedBefore(title Range) bool {
	for lo := c.Text.Sentence(title.Lo).Lo; ; {
		at, ok := c.find(listCitationVerb, Range{lo, title.Lo})
		if !ok {
			return false
		}
		if !c.insideTitle(at.Lo) {
			return true
		}
		lo = at.Lo + 1
	}
}

// citationKind reads a document's kind from the last words of its title, without
// brackets behind them: …管理办法(试行).
func (c *Context) citationKind(title string) string {
	title = c.Worker.e.normal(title)
	for strings.HasSuffix(title, ")") && strings.Contains(title, "(") {
		title = title[:strings.LastIndex(title, "(")]
	}
	longest, kind := 0, "other"
	for _, en := range c.Worker.e.set.Lists["citation_kind"].Entries {
		if len(en.Term) > longest && strings.HasSuffix(title, en.Term) {
			longest, kind = len(en.Term), en.Attrs["kind"]
		}
	}
	return kind
}

// numberBehind reads the document number in the bracket that follows a title:
// (国办函〔2021〕27号), (国发〔2021〕5号,以下简称…). It is written with 〔〕.
func numberBehind(t *Text, pos int) string {
	if pos >= len(t.R) || t.R[pos] != '(' {
		return ""
	}
	var b strings.Builder
	digits := func(from int) int {
		for from < len(t.R) && isDigit(t.R[from]) {
			b.WriteRune(t.R[from])
			from++
		}
		return from
	}
	head := pos + 1
	pos = head
	for pos < len(t.R) && pos-head < 20 && unicode.Is(unicode.Han, t.R[pos]) {
		b.WriteRune(t.R[pos])
		pos++
	}
	if pos == head || pos >= len(t.R) || t.R[pos] != '〔' && t.R[pos] != '(' {
		return ""
	}
	closing := t.R[pos] + 1
	b.WriteRune('〔')
	year := pos + 1
	if pos = digits(year); pos-year != 4 || pos >= len(t.R) || t.R[pos] != closing {
		return ""
	}
	b.WriteRune('〕')
	if pos++; pos < len(t.R) && t.R[pos] == '第' {
		pos++
	}
	number := pos
	if pos = digits(number); pos == number || pos >= len(t.R) || t.R[pos] != '号' {
		return ""
	}
	b.WriteRune('号')
	if pos++; pos < len(t.R) && t.R[pos] != ')' && !EndsClause(t.R[pos]) && t.R[pos] != '、' {
		return ""
	}
	return b.String()
}
