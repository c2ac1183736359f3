package extract

// Labels of fields, in all the ways that texts set them off from what they label.

// fieldLabel is the label of a field.
type fieldLabel struct {
	role string
	in   Range // what it labels, and what follows where no bracket ends it
}

// labelAt reads the label of a field at pos: 责任单位:甲局, 责任单位为甲局, 责任单位——甲局,
// 【责任单位】甲局, 责任单位(甲局) and, at the head of r, 责任单位 before a blank or a line's end.
func (w *Worker) labelAt(r Range, pos int32) (fieldLabel, bool) {
	t := &w.t
	lo := pos
	if t.R[pos] == '〔' {
		lo++
	}
	end, ok := w.hasAt(listChargeField, lo)
	if !ok || end >= r.Hi {
		return fieldLabel{}, false
	}
	in := Range{end + 1, r.Hi}
	switch c := t.R[end]; {
	case c == '〕' && lo > pos:
		if in.Lo < r.Hi && t.R[in.Lo] == ':' {
			in.Lo++
		}
	case lo > pos:
		return fieldLabel{}, false
	case c == ':' || c == '为':
	case c == '—' && w.aloneLabel(lo, end):
		for in.Lo < r.Hi && t.R[in.Lo] == '—' {
			in.Lo++
		}
	case c == '(' && w.aloneLabel(lo, end):
		b := t.opening(end)
		if b < 0 || t.Brackets[b].Close >= r.Hi {
			return fieldLabel{}, false
		}
		if in.Hi = t.Brackets[b].Close; in.Hi+1 < r.Hi && t.R[in.Hi+1] == ':' { // 责任单位(部门):甲局
			in = Range{in.Hi + 2, r.Hi}
		}
	case lo == r.Lo && (t.blankBefore(end) || t.lineBefore(end)):
		in.Lo = end
	default:
		return fieldLabel{}, false
	}
	if t.depth(r.Lo, pos) > 0 {
		return fieldLabel{}, false
	}
	return fieldLabel{role: w.attrs(listChargeField, Range{lo, end})["role"], in: in}, true
}

// aloneLabel reports whether the word of a label can be told from a verb without a
// colon: 责任单位 is a label, 牵头 in 甲局牵头(乙局配合) is none.
func (w *Worker) aloneLabel(lo, end int32) bool {
	return end-lo >= 4 && w.startsItem(lo)
}

// hasField reports whether r is made of fields (责任部门:…).
func (c *Context) hasField(r Range) bool {
	for pos := r.Lo; pos < r.Hi; pos++ {
		if lo, ok := c.labelBefore(pos); ok && lo >= r.Lo {
			return true
		}
	}
	return false
}

// labelBefore returns where the label of a field begins that the mark at pos sets off.
func (c *Context) labelBefore(pos int32) (int32, bool) {
	t := c.Text
	switch mark := t.R[pos]; mark {
	case ':':
		return c.fieldBefore(pos)
	case '〕', '—', '(':
		lo, ok := c.hasEnd(listChargeField, pos)
		if !ok || mark != '〕' {
			return lo, ok && c.aloneLabel(lo, pos)
		}
		return lo - 1, lo > 0 && t.R[lo-1] == '〔'
	}
	return 0, false
}

// fieldBefore returns where the label of a field begins that ends at pos; the end of a
// body's name (质量技术监督部门:) is none.
func (c *Context) fieldBefore(pos int32) (int32, bool) {
	lo, ok := c.hasEnd(listChargeField, pos)
	if !ok {
		return 0, false
	}
	for _, m := range c.Text.Mentions(kindDepartment) {
		if m.Hi == pos && m.Lo < lo {
			return 0, false
		}
	}
	return lo, true
}
