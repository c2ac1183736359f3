package extract

import (
	"strings"

	"plangraph/plan"
)

// buildCitation makes a citation of a captured 《…》 with its document number.
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
	f := plan.Fact{Type: plan.TypeCitation, Citation: &plan.Citation{Title: title, DocumentNumber: c.Arg("number"), Kind: kind}}
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
