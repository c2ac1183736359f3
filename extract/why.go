package extract

import (
	"fmt"
	"strings"

	"plangraph/extract/rule"
	"plangraph/plan"
)

// What plangraph why tells: which rules were tried on a line and at which step each stopped.

// Attempt is one try of a rule: what it matched, and why it stated nothing.
type Attempt struct {
	Rule    string    // id
	Span    plan.Span // what matched; for a failed try the anchor
	Outcome string    // "" for a match that stated something
	Pattern string    // failed tries: the pattern, with ▸ before the element at which it stopped
}

// Trace collects the attempts on the blocks that touch the lines First to Last.
type Trace struct {
	First, Last int       // 1-based lines
	Rule        string    // only this rule, or those whose ids begin so (assignment); "" for all
	Attempts    []Attempt // in the order in which the rules were tried

	winners []winner // of the layer that is being settled
}

// winner is a match that stated something, and the words that it claimed.
type winner struct {
	candidate
	group int
}

// Explain extracts a plan and returns, beside the facts, every attempt that the
// trace asks for.
func (w *Worker) Explain(doc *plan.Document, p *plan.Plan, tr *Trace) []plan.Fact {
	w.trace = tr
	defer func() { w.trace = nil }()
	return w.Plan(doc, p)
}

// Asks reports whether the trace asks for the rule.
func (tr *Trace) Asks(id string) bool {
	return tr.Rule == "" || tr.Rule == id || strings.HasPrefix(id, tr.Rule+".")
}

func (tr *Trace) wants(w *Worker, r *rule.Rule, at Range) (plan.Span, bool) {
	if tr == nil || !tr.Asks(r.ID) {
		return plan.Span{}, false
	}
	span := w.t.Span(at)
	first, last := w.doc.Line(span.Start), w.doc.Line(span.End)
	return span, first <= tr.Last && last >= tr.First
}

func (tr *Trace) add(w *Worker, r *rule.Rule, at Range, outcome string) {
	if span, ok := tr.wants(w, r, at); ok {
		tr.Attempts = append(tr.Attempts, Attempt{Rule: r.ID, Span: span, Outcome: outcome})
	}
}

// won notes a match that states something.
func (tr *Trace) won(w *Worker, c *candidate, group int) {
	tr.winners = append(tr.winners, winner{*c, group})
	tr.add(w, c.rule, c.whole, "")
}

// lost notes a match whose words another one claimed before, and which and why.
func (tr *Trace) lost(w *Worker, c *candidate, group int) {
	for i := range tr.winners {
		by := &tr.winners[i]
		if by.group != group || by.claim.Lo >= c.claim.Hi || c.claim.Lo >= by.claim.Hi {
			continue
		}
		why := "在前 / comes first"
		switch {
		case by.whole.Len() > c.whole.Len():
			why = "较长 / is longer"
		case w.e.rank[by.rule.Index] > w.e.rank[c.rule.Index]:
			why = "优先 / stands over it"
		case by.rule.Confidence != c.rule.Confidence:
			why = "较确定 / is more confident"
		}
		tr.add(w, c.rule, c.whole, fmt.Sprintf("落选于 %[1]s / lost to %[1]s, which claims the same words (%[2]s): %[3]q", by.rule.ID, why, w.t.String(by.whole)))
		return
	}
	tr.add(w, c.rule, c.whole, "落选于占用同样文字的匹配 / lost to a match that claims the same words")
}

// failed notes a pattern that did not match at an anchor, with a mark in front of the element at
// which it stopped: the last one tried behind the anchor, or else the first one before it.
func (tr *Trace) failed(w *Worker, r *rule.Rule, p *rule.Pattern, at Range, first, last int) {
	span, ok := tr.wants(w, r, at)
	if !ok {
		return
	}
	zh, side, stop := "后", "after", last
	if last == len(p.Elems) { // all behind the anchor fits
		zh, side, stop = "前", "before", first
	}
	col := p.Elems[stop].Column - 1
	stopped := p.Source[:col] + "▸" + p.Source[col:]
	tr.Attempts = append(tr.Attempts, Attempt{Rule: r.ID, Span: span, Pattern: stopped,
		Outcome: fmt.Sprintf("%[1]q 之%[3]s的文字不合 / the words %[2]s %[1]q do not fit", w.t.String(at), side, zh)})
}
