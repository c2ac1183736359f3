package extract

import (
	"plangraph/extract/rule"
	"plangraph/plan"
)

// Builder turns a match into facts. It returns false, with a reason given to
// Refuse, where the match is no fact after all; the next candidate for the same
// words then has its turn.
type Builder func(c *Context) bool

// Context is what a builder sees: the text, the match, and the arguments that
// the rule's emission gives it.
type Context struct {
	*Worker
	Text     *Text
	Rule     *rule.Rule
	Whole    Range
	emission *rule.Emission
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

func (w *Worker) emit(f plan.Fact, r Range, by *rule.Rule) {
	span := w.t.Span(r)
	if span.Len() <= 0 {
		return
	}
	f.Plan = w.plan.ID
	f.Source = w.doc.Source
	f.Section = w.SectionPath(w.t.Block.Section)
	f.Span = span
	f.Line = w.doc.Line(span.Start)
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
	k := c.Worker.e.kindID[argText(*c.emission, "kind")]
	c.Worker.AddMention(k, Mention{Range: r, Rule: c.Rule})
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

// Kind returns the number of a kind of mention; -1 for a name that is none.
func (w *Worker) Kind(name string) Kind {
	if k, ok := w.e.kindID[name]; ok {
		return k
	}
	return -1
}

// Attrs returns the attributes that a list gives a (normalised) term.
func (w *Worker) Attrs(listName, term string) map[string]string {
	if id, ok := w.e.listID[listName]; ok {
		return w.e.lists[id].attrs[term]
	}
	return nil
}

// HasAt reports whether a word of the list starts at pos, and returns the end
// of the longest.
func (w *Worker) HasAt(listName string, pos int32) (int32, bool) {
	return w.listAt(w.listNumber(listName), pos)
}

func (w *Worker) listAt(id int, pos int32) (int32, bool) {
	if id < 0 || int(pos) >= len(w.t.R) {
		return 0, false
	}
	end := int32(0)
	if first := w.t.byStart[pos]; first > 0 {
		for k := int(first - 1); k < len(w.t.hits) && w.t.hits[k].Lo == pos; k++ {
			if w.e.inList(w.t.hits[k].Term, id) {
				end = max(end, w.t.hits[k].Hi)
			}
		}
	}
	if end == 0 && w.e.lists[id].single[w.t.R[pos]] {
		end = pos + 1
	}
	return end, end > 0
}

// HasEnd reports whether a word of the list ends at pos, and returns the start
// of the longest.
func (w *Worker) HasEnd(listName string, pos int32) (int32, bool) {
	return w.listEnd(w.listNumber(listName), pos)
}

func (w *Worker) listEnd(id int, pos int32) (int32, bool) {
	if id < 0 {
		return 0, false
	}
	for k := w.t.byEnd[pos]; k > 0; k = w.t.nextEnd[k-1] {
		if h := w.t.hits[k-1]; w.e.inList(h.Term, id) {
			return h.Lo, true
		}
	}
	if pos > 0 && w.e.lists[id].single[w.t.R[pos-1]] {
		return pos - 1, true
	}
	return 0, false
}

// Find returns the first word of the list inside r.
func (w *Worker) Find(listName string, r Range) (Range, bool) {
	return w.listIn(w.listNumber(listName), r)
}

func (w *Worker) listIn(id int, r Range) (Range, bool) {
	if id < 0 {
		return Range{}, false
	}
	for pos := r.Lo; pos < r.Hi; pos++ {
		for k := int(w.t.byStart[pos]) - 1; k >= 0 && k < len(w.t.hits) && w.t.hits[k].Lo == pos; k++ {
			if h := w.t.hits[k]; h.Hi <= r.Hi && w.e.inList(h.Term, id) {
				return Range{h.Lo, h.Hi}, true
			}
		}
		if w.e.lists[id].single[w.t.R[pos]] {
			return Range{pos, pos + 1}, true
		}
	}
	return Range{}, false
}

// listNumber returns the number of a list, -1 for one that there is not.
func (w *Worker) listNumber(name string) int {
	if id, ok := w.e.listID[name]; ok {
		return id
	}
	return -1
}
