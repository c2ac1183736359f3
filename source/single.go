package source

import "plangraph/plan"

// ParsePlan reads text as one plan, whatever it looks like: for an example, a
// fragment, or a text that the caller knows to be a plan. A text of blanks has
// none.
func (r *Reader) ParsePlan(name, text string) *plan.Document {
	doc := &plan.Document{Source: name, Text: text}
	t := r.unwrapped(r.simplified(text))
	if units := r.scanUnits(t, false); len(units) > 0 {
		doc.Plans = []*plan.Plan{r.buildPlan(doc, t, units, rawPlan{last: len(units)})}
	}
	return doc
}
