package source

import "plangraph/plan"

// ParsePlan reads text as one plan, whatever it looks like: for an example, a
// fragment, or a text that the caller knows to be a plan.
func ParsePlan(name, text string) *plan.Document {
	doc := &plan.Document{Source: name, Text: text}
	units := scanUnits(text)
	p := buildPlan(text, units, frame{last: len(units)})
	if p.ID == "" {
		p.ID = "sha256:" + p.SHA256[:12]
	}
	doc.Plans = []*plan.Plan{p}
	return doc
}
