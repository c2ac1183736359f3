package extract

import (
	"cmp"
	"strings"
	"unicode"

	"plangraph/plan"
)

// buildCitation makes a citation of a captured 《…》 with the document number
// behind it.
func buildCitation(c *Context) bool {
	r, ok := c.Range("title")
	if !ok {
		return c.Refuse("no title")
	}
	title := strings.TrimSuffix(strings.TrimPrefix(c.Text.Written(r), "《"), "》")
	if title == "" {
		return c.Refuse("an empty title")
	}
	kind := c.Arg("kind")
	if kind == "" {
		kind = c.citationKind(title)
	}
	f := plan.Fact{Type: plan.TypeCitation, Citation: &plan.Citation{Title: title, DocumentNumber: cmp.Or(c.Arg("number"), numberBehind(c.Text, int(r.Hi))), Kind: kind}}
	c.Emit(f, r)
	return true
}

// citationKind reads a document's kind from the last words of its title.
func (c *Context) citationKind(title string) string {
	title = c.Worker.e.normal(title)
	best, kind := -1, "other"
	for _, en := range c.Worker.e.set.Lists["citation_kind"].Entries {
		i := strings.LastIndex(title, en.Term)
		if i < 0 {
			continue
		}
		if end := i + len(en.Term); end > best {
			best, kind = end, en.Attrs["kind"]
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
		for from < len(t.R) && t.R[from] >= '0' && t.R[from] <= '9' {
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
