package extract

import (
	"cmp"

	"plangraph/internal/hanzi"
)

// charge is what a bracket, a field or a cell says about one body.
type charge struct {
	at    Range
	role  string
	comma bool // a comma stands behind it: its group ends
}

// charges is what a stretch that charges bodies holds beside them, too.
type charges struct {
	list       []charge
	due, scope Range
	ordered    bool // the first of the list leads
	standing   bool // and so for what follows
	each       []charge
	worded     bool // a field or a role word stands in it
	fields     bool // a field stands in it
}

// What a field says, beside roles (see the attribute role of charge_field).
const (
	fieldDue    = "due"    // by when
	fieldScope  = "scope"  // where
	fieldPerson = "person" // names no body
)

// readCharges reads the bodies of r and their roles. A field word before the
// names (责任单位:) gives a role to all up to the next field; a role word behind
// them (甲、乙配合) to all since the one before it.
func (w *Worker) readCharges(r Range, role string) charges {
	var out charges
	if at, ok := w.orderIn(r); ok {
		out.ordered = true
		out.standing = w.standingIn(r)
		r = w.without(r, at)
	}
	r = w.readEach(r, &out)
	from := r.Lo
	for pos := r.Lo; pos < r.Hi; pos++ {
		if lo, ok := w.otherLabel(r, from, pos); ok { // 主要任务:… behind the bodies names none
			w.readPart(Range{from, lo}, role, &out)
			from, role = pos+1, fieldPerson
			continue
		}
		label, ok := w.labelAt(r, pos)
		if !ok {
			continue
		}
		w.readPart(Range{from, pos}, role, &out)
		from, role = label.in.Lo, label.role
		out.worded, out.fields = true, true
		if label.in.Hi < r.Hi {
			w.readPart(label.in, role, &out)
			from, role = label.in.Hi+1, fieldPerson
		}
		pos = from - 1
	}
	w.readPart(Range{from, r.Hi}, role, &out)
	out.settleMain()
	return out
}

// readPart reads what stands behind one field, or before the first.
func (w *Worker) readPart(r Range, role string, out *charges) {
	r = w.t.trim(r)
	switch {
	case r.Len() == 0 || role == fieldPerson:
	case role == fieldDue:
		out.due = r
	case role == fieldScope:
		out.scope = r
	default:
		w.readField(r, role, out)
	}
}

// otherLabel returns where a label that names no bodies begins whose colon is at pos, not
// before from.
func (w *Worker) otherLabel(r Range, from, pos int32) (int32, bool) {
	if w.t.R[pos] != ':' {
		return 0, false
	}
	lo, ok := w.hasEnd(listChargeOtherLabel, pos)
	return lo, ok && lo >= from && w.t.depth(r.Lo, pos) == 0 && w.startsItem(lo)
}

// settleMain makes those leaders of whom it is said that they are the main ones, unless
// others are; then they are responsible.
func (c *charges) settleMain() {
	role := "lead"
	if c.led() {
		role = "responsible"
	}
	for i := range c.list {
		if c.list[i].role == "main" {
			c.list[i].role = role
		}
	}
}

// startsItem reports whether a word at pos stands by itself: no character stands right
// before it.
func (w *Worker) startsItem(pos int32) bool {
	t := &w.t
	return pos == 0 || !hanzi.Is(t.R[pos-1]) || t.blankBefore(pos)
}

// fieldReader reads a list of names with role words behind them.
type fieldReader struct {
	*Worker
	out     *charges
	first   int    // where in out.list the field begins
	pending int    // and the names that have no role yet
	prefix  string // the role that 会同 gives to what follows
}

// readField reads a list of names with role words behind them; role is that of the names
// behind which none stands.
func (w *Worker) readField(r Range, role string, out *charges) {
	f := fieldReader{Worker: w, out: out, first: len(out.list), pending: len(out.list)}
	role = cmp.Or(role, "responsible")
	for _, it := range w.items(r) {
		if at, ok := w.dueIn(it.at); ok {
			if out.due.Len() == 0 {
				out.due = at
			}
			continue
		}
		f.read(it.at)
		if n := len(out.list); it.sep == ',' && n > f.pending {
			out.list[n-1].comma = true
		}
		if it.sep == ';' || it.sep == '。' {
			f.settle(role)
		}
	}
	f.settle(role)
}

// read reads an item: names, perhaps with role words between and behind them.
func (f *fieldReader) read(r Range) {
	t := &f.t
	if end, ok := f.hasAt(listChargeLeadIn, r.Lo); ok {
		r.Lo = end
	}
	for pos := r.Lo; pos < r.Hi; pos++ {
		if t.R[pos] == '(' || t.R[pos] == '〔' {
			if b := t.opening(pos); b >= 0 && t.Brackets[b].Close < r.Hi {
				pos = t.Brackets[b].Close
				continue
			}
		}
		end, ok := f.hasAt(listChargeWord, pos)
		if !ok || end > r.Hi {
			continue
		}
		attrs := f.attrs(listChargeWord, Range{pos, end})
		if attrs["end"] == "yes" && end < r.Hi || pos > r.Lo && f.withinName(Range{pos, end}) { // 就业指导中心, 县工商业联合会
			continue
		}
		if pos == r.Lo && end+1 == r.Hi && f.single(listBodyLetter, end) { // 协作办
			continue
		}
		role := attrs["role"]
		if pos == r.Lo && role != "with" && (f.pending == len(f.out.list) || end < r.Hi) {
			return // 落实河长制的乡镇, 参加一次活动: the word closes no names
		}
		names := Range{r.Lo, pos}
		if manner, ok := f.endIn(listChargeManner, names); ok { // 甲局、乙局按职能组织实施
			names.Hi = manner
		}
		f.addNames(names, f.prefix, f.out)
		f.settleByWord(role)
		if end < r.Hi {
			f.read(Range{end, r.Hi})
		}
		return
	}
	f.addNames(r, f.prefix, f.out)
}

// settleByWord gives the pending names the role that a word behind them says.
func (f *fieldReader) settleByWord(role string) {
	f.out.worded = true
	switch {
	case role == "with": // 甲局会同乙局: the one before leads
		f.settle("lead")
		f.prefix = "joint"
		return
	case role == "support" && f.pending == f.first:
		f.settleGroups()
	}
	f.settle(role)
}

// settleGroups makes those responsible that stand before the last comma, where 配合 is said
// of the last group only: 甲局,乙局、丙局配合.
func (f *fieldReader) settleGroups() {
	list := f.out.list
	for i := len(list) - 2; i >= f.pending; i-- {
		if list[i].comma {
			for ; i >= f.pending; i-- {
				list[i].role = "responsible"
			}
		}
	}
}

// settle gives the pending names a role.
func (f *fieldReader) settle(role string) {
	for i := f.pending; i < len(f.out.list); i++ {
		if f.out.list[i].role == "" {
			f.out.list[i].role = role
		}
	}
	f.pending, f.prefix = len(f.out.list), ""
}

// dueIn reports whether an item is a time limit.
func (w *Worker) dueIn(r Range) (Range, bool) {
	if _, ok := w.find(listChargeDue, r); ok {
		return r, true
	}
	digits, unit := false, false
	for _, c := range w.t.R[r.Lo:r.Hi] {
		digits = digits || isDigit(c)
		unit = unit || c == '年' || c == '月' || c == '日'
	}
	return r, digits && unit
}

// addNames adds the bodies of an item: one, or several tied by 和 及 与.
func (w *Worker) addNames(r Range, role string, out *charges) {
	if in, before, ok := w.t.lastBracket(r); ok { // 甲局(牵头)
		if end, ok := w.hasAt(listChargeWord, in.Lo); ok && end == in.Hi {
			if word := w.attrs(listChargeWord, in)["role"]; word != "with" {
				r, role = before, word
				out.worded = true
			}
		}
	}
	for _, n := range w.names(r) {
		if !w.sharesOut(n) {
			out.list = append(out.list, charge{at: n, role: role})
		}
	}
}

// sharesOut reports whether what stands in a list of names charges a body with a part of the
// task, which is a duty of its own: 燃气由市住建局.
func (w *Worker) sharesOut(name Range) bool {
	for _, m := range w.t.Mentions(kindDepartments) {
		if m.Hi == name.Hi && m.Lo > name.Lo+1 && w.t.R[m.Lo-1] == '由' {
			return true
		}
	}
	return false
}
