package extract

import (
	"plangraph/extract/rule"
	"plangraph/plan"
)

// What a builder sees of a match, and how it states a fact.

// Builder turns a match into facts. It returns false, with a reason given to
// Refuse, where the match is no fact after all; the next candidate for the same
// words then has its turn.
type Builder func(c *Context) bool

// Context is what a builder sees: the text, the match, and the arguments that
// the rule's emission gives it.
type Context struct {
	*Worker
	Text     *Text      // the block that is read
	Rule     *rule.Rule // the rule that matched
	Whole    Range      // the whole match
	emission *rule.Emission
	is       *emission
	c        *candidate
	refusal  string
}

// Refuse notes why a match is no fact, and returns false.
func (c *Context) Refuse(reason string) bool {
	c.refusal = reason
	return false
}

// Range returns the text that an argument captured; ok is false when the
// argument is not given, or its capture is empty or a fixed text.
func (c *Context) Range(param string) (Range, bool) {
	for _, v := range c.emission.Args {
		if v.Param != param || v.Capture == "" {
			continue
		}
		for i, n := range c.c.names {
			if n == v.Capture && c.c.caps[i].Hi > c.c.caps[i].Lo {
				return c.c.caps[i], true
			}
		}
	}
	return Range{}, false
}

// Arg returns an argument as text: the fixed text, or what it captured as the
// source writes it.
func (c *Context) Arg(param string) string {
	for _, v := range c.emission.Args {
		if v.Param == param && v.Capture == "" {
			return v.Text
		}
	}
	if r, ok := c.Range(param); ok {
		return c.Text.Written(r)
	}
	return ""
}

// Column returns the index of the table column that an argument's capture
// stands for, or -1.
func (c *Context) Column(param string) int {
	for _, v := range c.emission.Args {
		if v.Param != param || v.Capture == "" {
			continue
		}
		for i, n := range c.c.names {
			if n == v.Capture && c.c.cols != nil {
				return c.c.cols[i]
			}
		}
	}
	return -1
}

// Emit adds a fact that stands on r; the caller sets Type and the type's own keys.
func (c *Context) Emit(f plan.Fact, r Range) { c.Worker.emit(f, r, c.Rule) }

// emit completes a fact that a rule found on r with what all facts have (plan, section, span,
// line, quote) and keeps it.
func (w *Worker) emit(f plan.Fact, r Range, by *rule.Rule) {
	span := w.t.Span(r)
	if span.Len() <= 0 {
		return
	}
	f.Plan = w.plan.ID
	f.Source = w.doc.Source
	f.Section = w.SectionPath(w.t.Block.Section)
	f.Span = span
	w.line = w.doc.LineFrom(w.line, span.Start)
	f.Line = w.line
	f.Quote = w.doc.Slice(span)
	f.Rule = by.ID
	f.Confidence = by.Confidence
	w.facts = append(w.facts, f)
}

// mention is the builder of rules that emit a mention for other rules to read.
func (c *Context) mention() bool {
	r, ok := c.Range("at")
	if !ok {
		r = c.Whole
	}
	c.Worker.AddMention(c.is.kind, Mention{Range: r, Rule: c.Rule})
	return true
}

// AddMention adds a mention, keeping the order of the text (start, then end);
// the same range twice is one mention.
func (w *Worker) AddMention(k Kind, m Mention) {
	ms := w.t.mentions[k]
	i := len(ms)
	for i > 0 && (ms[i-1].Lo > m.Lo || ms[i-1].Lo == m.Lo && ms[i-1].Hi >= m.Hi) {
		if ms[i-1].Range == m.Range {
			return
		}
		i--
	}
	ms = append(ms, Mention{})
	copy(ms[i+1:], ms[i:])
	ms[i] = m
	w.t.mentions[k] = ms
}
