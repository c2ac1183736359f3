package extract

import (
	"slices"

	"plangraph/body"
	"plangraph/extract/rule"
	"plangraph/internal/hanzi"
	"plangraph/plan"
)

// Values of a mention of kind department.
const (
	DepartmentCounted int32 = iota // a body or class that counts wherever it is named
	DepartmentCharged              // counts only where the plan makes it responsible: 各地, 各级财政
)

// newBodies compiles the lexicon of bodies from the lists of a rule set.
func newBodies(set *rule.Set) *body.Lexicon {
	return body.New(func(name string) []body.Word { return bodyWords(set, name) })
}

func bodyWords(set *rule.Set, name string) []body.Word {
	l := set.Lists[name]
	if l == nil {
		return nil
	}
	out := make([]body.Word, len(l.Entries))
	for i, en := range l.Entries {
		out[i] = body.Word{Term: en.Term, Attrs: en.Attrs}
	}
	return out
}

// recognizeDepartments finds the names of bodies. A class with an elided list
// (教育、公安等部门) is one name.
func recognizeDepartments(w *Worker, t *Text) {
	k := kindDepartment
	for _, m := range t.bodies {
		v := DepartmentCounted
		if m.Charged {
			v = DepartmentCharged
		}
		at := Range{int32(m.Start), int32(m.End)}
		at = t.withoutHead(at)
		at.Lo = w.placeBehindBlank(w.behindBlank(at), at.Hi)
		at.Hi = w.lineEnd(at)
		if n := len(t.mentions[k]); n > 0 && t.mentions[k][n-1].Hi > at.Lo {
			continue // 监管局 in 财政部江苏监管局
		}
		if end, charged := w.branchEnd(at); m.Kind == body.Body && end > at.Hi {
			at.Hi = end
			if charged {
				v = DepartmentCharged
			}
		}
		if m.Kind == body.Body || t.R[at.Lo] == '各' || int(at.Hi) < len(t.R) && t.R[at.Hi] == '(' && (w.attrs(listTwoNameLetter, Range{at.Hi - 1, at.Hi})["any"] == "yes" || t.R[at.Hi-1] == '府') {
			at.Hi = w.secondName(at)
		}
		if lo := w.levelsBefore(at); lo < at.Lo {
			n := len(t.mentions[k])
			for n > 0 && t.mentions[k][n-1].Lo >= lo { // 各区 in 各区、县民政局
				n--
			}
			if n == 0 || t.mentions[k][n-1].Hi <= lo {
				t.mentions[k], at.Lo = t.mentions[k][:n], lo
			}
		}
		if m.Kind == body.Body {
			at.Lo = w.coinedBefore(at)
		}
		t.mentions[k] = append(t.mentions[k], Mention{Range: at, Value: v})
	}
}

// coinedBefore returns where a member of a list begins whose name a level opens and words follow
// that no lexicon has, before what reads like the name of another place's body: 、|省数字|甲地管理局.
func (w *Worker) coinedBefore(r Range) int32 {
	const longest = 4 // characters between the level and the place
	t := &w.t
	if r.Lo < 3 || !hanzi.Is(t.R[r.Lo-1]) || w.e.places.at(t.R, r.Lo) <= r.Lo {
		return r.Lo
	}
	for lo := r.Lo - 2; lo > 0 && lo > r.Lo-2-longest; lo-- {
		if !hanzi.Is(t.R[lo]) {
			break
		}
		if w.single(listAreaLetter, lo) && (t.R[lo-1] == '、' || t.R[lo-1] == '由') {
			if n := len(t.mentions[kindDepartment]); n > 0 && t.mentions[kindDepartment][n-1].Hi > lo {
				return r.Lo
			}
			for p := lo + 1; p < r.Lo; p++ {
				if _, verb := w.hasAt(listDutyVerb, p); verb {
					return r.Lo
				}
			}
			return lo
		}
	}
	return r.Lo
}

// placeBehindBlank returns where the place of a government begins that no list has, behind a
// blank: 中共青岚市委办公室 |青岚市人民政府办公室.
func (w *Worker) placeBehindBlank(lo, hi int32) int32 {
	const shortest, longest = 2, 3 // characters before the level
	t := &w.t
	if !w.single(listAreaLetter, lo) || !t.has(lo+1, "人民政府") || lo+1 >= hi {
		return lo
	}
	for n := int32(1); n <= longest && lo-n > 0 && hanzi.Is(t.R[lo-n]); n++ {
		if t.blankBefore(lo - n + 1) {
			break
		}
		if n >= shortest && t.blankBefore(lo-n) {
			return lo - n
		}
	}
	return lo
}

// withoutHead returns r without the number of its block: 2.3|县防指办公室.
func (t *Text) withoutHead(r Range) Range {
	if lo := t.head(); r.Lo < lo && lo < r.Hi {
		r.Lo = lo
	}
	return r
}

// levelsBefore returns where the levels begin that share the name of the body at r:
// 市、县水利局 is one body, as written.
func (w *Worker) levelsBefore(r Range) int32 {
	t := &w.t
	lo := r.Lo
	if r.Len() < 4 {
		return lo
	}
	if lo > 2 && t.R[lo-1] == '、' && t.R[lo-2] == '委' && t.R[lo-3] == t.R[lo] && t.has(lo+1, "政府") && r.Len() > 4 && !t.has(lo+3, "办公") && (lo == 3 || !hanzi.Is(t.R[lo-4]) || w.endsWith(listLevelsBehind, lo-3)) { // 县委、县政府督查室
		return lo - 3
	}
	if t.R[r.Hi-1] == ')' || t.ends(r, 3, "管委会") || w.endsWith(listLocalityTail, r.Hi) {
		return lo
	}
	for lo > 1 && t.R[lo-1] == '、' && w.single(listAreaLetter, lo) && w.ofArea(lo-2) {
		lo -= 2
	}
	if lo == r.Lo {
		return lo
	}
	if lo > 0 && t.R[lo-1] == '各' {
		return lo - 1
	}
	if lo > 0 && hanzi.Is(t.R[lo-1]) && !w.endsWith(listLevelsBehind, lo) { // 青川市、县水利局 are two
		return r.Lo
	}
	return lo
}

// secondName returns the end of the bracket right behind the office at r that holds
// its other name, r.Hi for none: 发展改革局(粮食局) is one body.
func (w *Worker) secondName(r Range) int32 {
	t := &w.t
	if end, ok := w.hasAt(listSecondHead, r.Hi); ok && (t.R[r.Hi] == '(' || t.R[r.Lo] == '各' && t.R[r.Hi-1] == '厅' && (end == int32(len(t.R)) || t.R[end] < 0x3400 || t.R[end] > 0x9fff)) { // 各省(区、市)林业厅(局)、公安厅、局
		return end
	}
	if k := t.opening(r.Hi); k >= 0 && t.R[r.Hi-1] == '府' { // 各区政府(开发区管委会)
		if lo, ok := w.hasEnd(listSecondGovernment, t.Brackets[k].Close); ok && lo > r.Hi && t.Brackets[k].Close-r.Hi <= 12 && !slices.Contains(t.R[r.Hi:t.Brackets[k].Close], '、') {
			return min(t.Brackets[k].Close+1, int32(len(t.R))) // one that the text never closes ends with it
		}
		return r.Hi
	}
	if int(r.Hi) >= len(t.R) || t.R[r.Hi] != '(' && t.R[r.Hi] != '〔' || !w.single(listTwoNameLetter, r.Hi-1) {
		return r.Hi
	}
	if lo, ok := w.endIn(listOfficeName, r); ok && lo > r.Lo+1 && w.single(listGroupLetter, lo-1) && !w.endsWith(listGroupNot, lo) { // 领导小组办公室(市水利局) are two
		return r.Hi
	}
	if w.startsWith(listChargeTold, r.Hi+1) { // 县水利局(以下简称县局)
		return r.Hi
	}
	for pos := r.Hi + 1; int(pos) < len(t.R) && pos < r.Hi+16; pos++ {
		if t.R[pos] == ')' || t.R[pos] == '〕' {
			if _, name := w.hasEnd(listSecondNameTail, pos); pos < r.Hi+4 || !name || w.single(listNotSecondName, r.Hi+1) {
				break
			}
			return pos + 1
		}
		if !hanzi.Is(t.R[pos]) {
			break
		}
	}
	return r.Hi
}

// lineEnd returns where a name in a cell ends when the line behind it begins with a
// level of its own, as where a cell lists one body a line: 县文旅局 / 县代建中心.
func (w *Worker) lineEnd(r Range) int32 {
	t := &w.t
	if t.Block.Kind != plan.TableRow {
		return r.Hi
	}
	for pos := r.Lo + 3; pos < r.Hi-2; pos++ {
		if w.single(listAreaLetter, pos) && w.single(listBodyLetter, pos-1) && t.lineBefore(pos) {
			return pos
		}
	}
	return r.Hi
}

// branchEnd returns where the name of an office of the body at r ends, which a
// place and the word for such an office follow (财政部江苏监管局, 市公安局交警支队),
// and whether such an office counts only where the plan charges it; r.Hi for none.
func (w *Worker) branchEnd(r Range) (int32, bool) {
	t := &w.t
	if int(r.Hi) < len(t.R) && t.R[r.Hi] == '各' { // 安委会各成员单位
		if end, ok := w.hasAt(listBranchHead, r.Hi); ok {
			return end, false
		}
	}
	for pos := r.Hi; pos <= r.Hi+5 && int(pos) < len(t.R) && hanzi.Is(t.R[pos]) && !w.single(listBranchNot, pos); pos++ {
		if _, ok := w.hasAt(listChargeWord, pos); ok || t.blankBefore(pos) { // 甲局会同乙县监管局, 甲署 乙分局
			break
		}
		if end, ok := w.hasAt(listBranchHead, pos); ok {
			return end, w.attrs(listBranchHead, Range{pos, end})["charged"] == "yes"
		}
	}
	return r.Hi, false
}

// behindBlank returns where a name begins when a blank of the source parts what
// reads like its place: in a roster, 李长兴 县财政局 is no 兴县财政局.
func (w *Worker) behindBlank(r Range) int32 {
	t := &w.t
	for pos := r.Lo + 1; pos < r.Hi-2 && pos < r.Lo+8; pos++ {
		if w.ofArea(pos) && hanzi.Is(t.R[pos-1]) && t.blankBefore(pos) && !t.spacedOut(pos) {
			return pos
		}
	}
	return r.Lo
}

// recognizeDepartmentLists joins names that 、 , 和 及 与 part into one mention
// of kind departments, with the names as its parts; a name alone is a list, too.
func recognizeDepartmentLists(w *Worker, t *Text) {
	k := kindDepartments
	ms := t.mentions[kindDepartment]
	for i := 0; i < len(ms); {
		j := i + 1
		hosts := w.endsWith(listDutyHosted, ms[i].Lo)
		for j < len(ms) && w.joined(Range{ms[j-1].Hi, ms[j].Lo}) && !(hosts && t.R[ms[j-1].Hi] == ',') { // 办公室设在甲局|,乙局配合
			j++
		}
		m := Mention{Range: Range{ms[i].Lo, ms[j-1].Hi}}
		for _, p := range ms[i:j] {
			m.Parts = append(m.Parts, p.Range)
		}
		t.mentions[k] = append(t.mentions[k], m)
		i = j
	}
}

// joined reports whether what stands between two names makes them a list: 、, 和, 等、 or
// 以及 behind a comma.
func (w *Worker) joined(between Range) bool {
	mark := func(r rune) bool { return r == '、' || r == ',' }
	switch r := w.t.R[between.Lo:between.Hi]; {
	case len(r) == 1 && mark(r[0]):
		return true
	case len(r) == 2 && r[0] == '等' && (mark(r[1]) || r[1] == '和'):
		return true
	case (len(r) == 2 || len(r) == 3) && r[0] == ',':
		between.Lo++
	}
	return w.isWord(listListJoin, between)
}

// mentioned is a name of a body as the source writes it, and whether it counts
// only where a plan charges it.
type mentioned struct {
	name    string
	charged bool
}

// buildDepartment makes a department fact of a captured name. A name that
// counts only where the plan charges it is weak: package resolve keeps it
// where an assignment names it.
//
// The argument form=members reads a list of the members of a group: what it names
// counts, companies and rescue units too.
func buildDepartment(c *Context) bool {
	if c.Arg("form") == "members" {
		list, ok := c.Range("list")
		if !ok {
			return c.Refuse("不是并列 / no list")
		}
		list.Lo = max(list.Lo, min(c.Text.head(), list.Hi)) // 第四条|市教育局、市公安局为成员单位
		found := false
		for _, it := range c.items(list) {
			for _, n := range c.names(it.at) {
				c.nameDepartment(n, false)
				found = true
			}
		}
		return found || c.Refuse("没有写出机构 / no body is named")
	}
	r, ok := c.Range("name")
	if !ok {
		return c.Refuse("没有名称 / no name")
	}
	if c.ruledIn(r) {
		return c.Refuse("只是文件标题涉及它 / a document's title is about it")
	}
	if t := c.Text; int(r.Hi)+1 < len(t.R) && numeral(t.R[r.Hi]) && t.R[r.Hi+1] == '期' {
		return c.Refuse("是分期建设的工程 / a work that is built by stages")
	}
	charged := false
	for _, m := range c.Text.Mentions(kindDepartment) {
		charged = charged || m.Range == r && m.Value == DepartmentCharged
	}
	c.nameDepartment(r, charged)
	return true
}

// nameDepartment emits the first mention of a name in a plan.
func (c *Context) nameDepartment(r Range, charged bool) {
	named := c.Worker.doc.Slice(c.Text.Span(r))
	state := &c.Worker.state
	key := mentioned{named, charged}
	if at, ok := state.departments[key]; ok && at < state.block {
		return // only a plan's first mention is a fact
	}
	state.departments[key] = state.block
	f := plan.Fact{Type: plan.TypeDepartment, Department: &plan.Department{Name: c.Text.Written(r)}}
	before := len(c.Worker.facts)
	c.Emit(f, r)
	if charged && len(c.Worker.facts) > before {
		c.Worker.facts[before].Confidence = plan.Weak
	}
}

// ruledIn reports whether a name stands in a title that is about the body, not of
// it: in 《甲省省级部门职责清单》; who issues stands before 关于.
func (c *Context) ruledIn(r Range) bool {
	t := c.Text
	for _, m := range t.Mentions(kindTitle) {
		if m.Lo < r.Lo && r.Hi < m.Hi {
			for p := r.Hi; p+1 < m.Hi && p < r.Hi+24; p++ {
				if t.R[p] == '关' && t.R[p+1] == '于' {
					return false
				}
			}
			return true
		}
	}
	return false
}
