package extract

import (
	"slices"
	"strings"

	"plangraph/plan"
)

// buildWorks makes projects of the things that a verb of building governs:
// lines, stations, crossings, bases; in a box also systems, centres, platforms.
func buildWorks(c *Context) bool {
	w, t := c.Worker, c.Text
	if label, ok := c.Range("label"); ok {
		return c.enumeration(label)
	}
	verb, ok1 := c.Range("verb")
	list, ok2 := c.Range("list")
	if !ok1 || !ok2 || t.Block.Kind == plan.Cover || t.Block.Kind == plan.TableRow || w.inTitle(verb) {
		return c.Refuse("not running text")
	}
	list.Hi = t.Sentence(verb.Lo).Hi // a list may be longer than a capture looks
	if end, ok := w.HasAt("works_verb", verb.Lo); ok && end > verb.Hi {
		return c.Refuse("part of a longer verb")
	}
	attrs := w.Attrs("works_verb", t.String(verb))
	where := w.worksPlace()
	if where == inText && attrs["box"] != "" {
		return c.Refuse("this verb builds only in boxes")
	}
	if attrs["weak"] != "" && !w.opensClause(verb) {
		return c.Refuse("the verb does not open its clause")
	}
	if w.pastOrDenied(verb, verb) {
		return c.Refuse("it is told as past")
	}
	first := Range{list.Lo, list.Lo}
	for first.Hi < list.Hi && !EndsClause(t.R[first.Hi]) {
		first.Hi++
	}
	classes := uint8(anyHead)
	if where == inText && w.etc(first) < 0 && !w.underProjects(t.Block.Section) { // a single thing in running text is a line or a site
		classes = lineHead | siteHead
	}
	if !w.hasHead(first, classes) && t.String(verb) != "分别为" {
		return c.Refuse("no head noun of works in its clause")
	}
	place := w.placeBefore(verb)
	pos := w.skipVerbs(list.Lo, list.Hi, "works_verb")
	if s := t.String(Range{pos, min(pos+2, list.Hi)}); s == "工程" || s == "项目" || pos < list.Hi && t.R[pos] == '、' {
		return c.Refuse("the verb is the end of a name")
	}
	status := attrs["status"]
	if s := w.Attrs("works_verb", t.String(Range{verb.Hi, pos}))["status"]; status == "" {
		status = s
	}
	if status == "" && t.String(verb) == "分别为" {
		status = w.statusBefore(verb.Lo)
	}
	if where == inTitled && w.partsOfFacility() {
		return c.Refuse("parts of a titled system or facility")
	}
	follows := status != "" && w.statusBefore(verb.Lo) != "" && w.etc(Range{t.Sentence(verb.Lo).Lo, verb.Lo}) >= 0
	found := false
	for _, seg := range w.segments(Range{pos, list.Hi}) {
		l := w.parseList(seg)
		l.follows = follows
		if attrs["proper"] != "" && !slices.Contains(l.proper, true) {
			continue
		}
		if !w.admit(&l, where) {
			continue
		}
		kind := "list"
		if len(l.members) == 1 && !l.open && !follows && where == inText && !w.underProjects(t.Block.Section) {
			kind = "prose"
		}
		for _, m := range l.members {
			name := m.name
			if place.Len() > 0 && len(l.members) == 1 && !w.proper(m.at) {
				name = t.Written(place) + name
			}
			p := &plan.Project{Name: name, Kind: kind, Status: status, Box: w.boxLabel()}
			switch after := t.String(Range{m.at.Hi, min(m.at.Hi+2, int32(len(t.R)))}); {
			case m.status != "":
				p.Status = m.status
			case status == "" && after == "研究":
				p.Status = "研究"
			case status == "" && (strings.HasSuffix(name, "改建") || strings.HasSuffix(name, "扩建")):
				p.Status = "改扩建"
			}
			c.Emit(plan.Fact{Type: plan.TypeProject, Project: p}, m.at)
			found = true
		}
	}
	if !found {
		return c.Refuse("no list of things to be built")
	}
	return true
}

// recognizeListLabel finds what heads a bare enumeration in a box: a label before
// a colon (续建项目:), or a title of a class (重点园区。).
func recognizeListLabel(w *Worker, t *Text) {
	b := t.Block
	if b.Kind != plan.Paragraph {
		return
	}
	r := Range{w.bodyStart(), 0}
	if w.box(b.Section) < 0 && !w.underProjects(b.Section) {
		if r = t.runes(b.Lead); r.Len() == 0 || int(r.Hi) >= len(t.R) {
			return
		}
		if lo, ok := w.HasEnd("class_title", r.Hi); !ok || lo < r.Lo {
			return
		}
	} else if ms := t.Mentions(w.Kind("item_title")); len(ms) > 0 {
		r = ms[0].Range
		if int(r.Hi) >= len(t.R) || t.R[r.Hi] != '。' {
			return
		}
	} else {
		for r.Hi = r.Lo; int(r.Hi) < len(t.R) && r.Len() <= 14 && !EndsClause(t.R[r.Hi]); r.Hi++ {
		}
		if int(r.Hi) >= len(t.R) || t.R[r.Hi] != ':' {
			return
		}
	}
	if r.Len() >= 2 {
		w.AddMention(w.Kind("list_label"), Mention{Range: Range{r.Lo, r.Hi + 1}})
	}
}

// enumeration makes projects of the members of a bare list behind a label.
func (c *Context) enumeration(label Range) bool {
	w, t := c.Worker, c.Text
	list := Range{label.Hi, label.Hi}
	for int(list.Hi) < len(t.R) && !EndsSentence(t.R[list.Hi]) {
		list.Hi++
	}
	if end := w.skipOne(list.Lo, list.Hi, "project_adverb", "works_verb", "undertake", "undertake_weak", "project_reference"); end > list.Lo {
		return c.Refuse("a verb heads the list")
	}
	l := w.parseList(list)
	l.projects = true
	n := 0
	for i := range l.members {
		if l.classes[i] != "" && l.classes[i] != "soft" {
			n++
		}
	}
	least := 3
	if w.worksPlace() == inText {
		least = 6 // without a box around it, only what cannot be mistaken
	}
	if len(l.members) < least || 4*n < 3*len(l.members) || !w.admit(&l, inTitled) {
		return c.Refuse("no list of things to be built")
	}
	status := ""
	for i := label.Lo; i < label.Hi && status == ""; i++ {
		if end, ok := w.HasAt("works_verb", i); ok {
			status = w.Attrs("works_verb", t.String(Range{i, end}))["status"]
		}
	}
	for _, m := range l.members {
		p := &plan.Project{Name: m.name, Kind: "list", Status: status, Box: w.boxLabel()}
		if m.status != "" {
			p.Status = m.status
		}
		c.Emit(plan.Fact{Type: plan.TypeProject, Project: p}, m.at)
	}
	return true
}

// worksPlace says what kind of text a block is for the purposes of works.
type worksPlace int

const (
	inText     worksPlace = iota // running text
	inItem                       // a short numbered item outside of boxes
	inTitled                     // an item with a title in a box
	inUntitled                   // an item without a title in a box
)

// worksPlace tells items in boxes from running text. A whole paragraph in a box
// that is neither numbered nor titled describes the box, as running text does.
func (w *Worker) worksPlace() worksPlace {
	b := w.t.Block
	if w.box(b.Section) < 0 {
		if b.Number != "" && b.Kind == plan.Paragraph && len(w.t.R) <= 80 {
			return inItem
		}
		return inText
	}
	if len(w.t.Mentions(w.Kind("item_title"))) > 0 {
		return inTitled
	}
	if b.Number != "" || b.Kind == plan.Heading {
		return inUntitled
	}
	for i, r := range w.t.R {
		if i > 14 || EndsSentence(r) || r == ',' {
			break
		}
		if r == ':' {
			return inTitled
		}
	}
	return inText
}

// opensClause reports whether a verb stands where the predicate of its clause
// begins: at its head, or behind adverbs and adverbial phrases.
func (w *Worker) opensClause(verb Range) bool {
	t := &w.t
	lo := max(t.Clause(verb.Lo).Lo, min(w.bodyStart(), verb.Lo))
	if ms := t.Mentions(w.Kind("item_title")); len(ms) > 0 && lo < ms[0].Hi {
		return false
	}
	pos := w.skip(lo, verb.Lo, "project_adverb", "works_verb")
	if pos == verb.Lo {
		return true
	}
	switch t.R[lo] {
	case '在', '以', '依', '联', '围', '按', '通', '与', '由', '统':
		return true
	}
	if end := w.e.places.at(t.R, pos); end > 0 { // a place as subject
		return w.skip(end, verb.Lo, "project_adverb", "works_verb") == verb.Lo
	}
	return verb.Lo-lo <= 8 && strings.ContainsAny(t.String(Range{lo, verb.Lo}), "省市县区期时")
}

// placeBefore returns the place of 在X建设Y.
func (w *Worker) placeBefore(verb Range) Range {
	t := &w.t
	lo := max(t.Clause(verb.Lo).Lo, min(w.bodyStart(), verb.Lo))
	if t.R[lo] != '在' || verb.Lo-lo > 16 || strings.ContainsAny(t.String(Range{lo, verb.Lo}), "、和等") || strings.ContainsRune("中上下", t.R[verb.Lo-1]) {
		return Range{}
	}
	hi := verb.Lo
	if h, ok := w.HasEnd("project_adverb", hi); ok && h > lo+2 {
		hi = h
	}
	return Range{lo + 1, hi}
}

// statusBefore returns the status that the nearest verb before pos in its
// sentence gives.
func (w *Worker) statusBefore(pos int32) string {
	for i := pos - 1; i >= w.t.Sentence(pos).Lo; i-- {
		if end, ok := w.HasAt("works_verb", i); ok {
			if s := w.Attrs("works_verb", w.t.String(Range{i, end}))["status"]; s != "" {
				return s
			}
		}
	}
	return ""
}

// partsOfFacility reports whether the item around the block is itself a system
// or a facility, so that what is built in it are its parts.
func (w *Worker) partsOfFacility() bool {
	t := &w.t
	for _, m := range t.Mentions(w.Kind("item_title")) {
		hi := m.Hi
		for {
			if t.R[hi-1] == ')' {
				if b := t.closing(hi - 1); b >= 0 && t.Brackets[b].Open > m.Lo {
					hi = t.Brackets[b].Open
					continue
				}
			}
			lo, ok := w.HasEnd("works_tail", hi)
			if !ok || lo <= m.Lo {
				break
			}
			hi = lo
		}
		if _, ok := w.HasEnd("facility_title", hi); ok {
			return true
		}
	}
	return false
}

// works is an enumeration of things that are built.
type works struct {
	members  []member
	classes  []string // by member: line, site, box or "" (no head noun of works)
	proper   []bool   // by member: it holds a place's or another proper name
	open     bool     // 等 closes it
	counted  bool     // the things are counted, not named (建设20个站)
	projects bool     // 等项目 closes it
	elided   bool     // the members share the head noun of the last
	follows  bool     // it carries on a list before it in the sentence
}

// segments splits what a verb governs at clauses and at 和 between groups that
// are each closed by a count (A、B4座X和C、D5座Y). A comma goes on where the next
// clause is a name, too.
func (w *Worker) segments(r Range) []Range {
	t := &w.t
	var out []Range
	lo, depth := r.Lo, 0
	for i := r.Lo; i < r.Hi; i++ {
		switch t.R[i] {
		case '(', '〔', '“':
			depth++
		case ')', '〕', '”':
			depth--
		case ':':
			if depth <= 0 {
				return append(out, Range{lo, i})
			}
		case ',':
			if depth > 0 {
				continue
			}
			if next := (Range{i + 1, w.firstPiece(i+1, r.Hi)}); w.works(next) != "line" || w.startsVerb(next.Lo) {
				return append(out, Range{lo, i})
			}
		case '和':
			if depth <= 0 && w.count(Range{lo, i}) > 0 && w.count(Range{i, r.Hi}) > 0 {
				out = append(out, Range{lo, i})
				lo = i + 1
			}
		}
	}
	return append(out, Range{lo, r.Hi})
}

func (w *Worker) startsVerb(pos int32) bool {
	if _, ok := w.HasAt("works_verb", pos); ok {
		return true
	}
	_, ok := w.HasAt("undertake", pos)
	return ok
}

func (w *Worker) firstPiece(lo, hi int32) int32 {
	depth := 0
	for i := lo; i < hi; i++ {
		switch w.t.R[i] {
		case '(', '〔':
			depth++
		case ')', '〕':
			depth--
		case '、', ',', ';', '。', '等', ':':
			if depth <= 0 {
				return i
			}
		}
	}
	return hi
}

// count returns where a count (4座, 6个) begins in r; 0 for none.
func (w *Worker) count(r Range) int32 {
	for i := r.Lo + 1; i < r.Hi; i++ {
		if strings.ContainsRune("座个条处家所支项段", w.t.R[i]) && w.t.R[i-1] >= '0' && w.t.R[i-1] <= '9' {
			at := i // i itself only goes forward: a count in a bracket is passed over
			for at > r.Lo && w.t.R[at-1] >= '0' && w.t.R[at-1] <= '9' {
				at--
			}
			if w.t.BracketAt(at) < 0 {
				return at
			}
		}
	}
	return 0
}

// parseList reads an enumeration: its members, and the head noun that they
// share (A、B等X; A、B、CX where A and B are only places or phases).
func (w *Worker) parseList(r Range) works {
	t := &w.t
	var l works
	body, tail := r, Range{r.Hi, r.Hi}
	if e := w.etc(r); e >= 0 {
		body, tail, l.open = Range{r.Lo, e}, Range{e + 1, r.Hi}, true
		if n := w.count(Range{tail.Lo - 1, tail.Hi}); n == tail.Lo {
			tail.Lo = w.afterCount(n)
		}
	} else if n := w.count(r); n > r.Lo+1 && strings.ContainsRune(t.String(Range{r.Lo, n}), '、') {
		body, tail, l.open = Range{r.Lo, n}, Range{w.afterCount(n), r.Hi}, true
	}
	if n := w.count(body); n == body.Lo && n > 0 || w.startsNumber(body.Lo) {
		if after := w.afterCount(body.Lo); t.R[body.Lo] == '1' && after == body.Lo+2 {
			body.Lo = after
		} else {
			l.counted = true
			return l
		}
	}
	var parts []Range
	if ref, ok := w.Find("project_mention", body); ok && t.BracketAt(ref.Lo) == t.BracketAt(body.Lo) {
		return l
	}
	if _, ok := w.HasAt("project_reference", body.Lo); ok {
		return l
	}
	for _, p := range w.pieces(body) {
		parts = append(parts, w.conjuncts(p)...)
	}
	for i := range parts {
		parts[i] = w.trimTail(parts[i])
	}
	if tail.Len() == 0 && len(parts) > 1 && w.oneName(parts) {
		parts = []Range{{parts[0].Lo, parts[len(parts)-1].Hi}}
	}
	shared, crossing := "", false
	if tail.Len() > 0 {
		head := w.trimTail(tail)
		if at, ok := w.Find("works_class", head); ok && at.Hi < head.Hi {
			head.Lo = at.Hi
		}
		_, crossing = w.HasEnd("works_crossing", head.Hi)
		_, verb := w.Find("works_inner", head)
		if !verb && w.works(head) != "" && head.Len() <= 16 && !strings.ContainsAny(t.String(head), "、,") {
			shared = t.Written(head)
		}
	}
	if tail.Len() > 0 && w.generic(w.trimTail(tail)) {
		l.projects = strings.Contains(t.String(tail), "项目") || strings.Contains(t.String(tail), "工程")
	}
	prefix := ""
	for i, p := range parts {
		if p.Len() == 0 {
			continue
		}
		class := w.works(p)
		p, st := w.cutBracket(p)
		p = w.afterSubject(p)
		quoted := t.R[p.Lo] == '“' && t.R[p.Hi-1] == '”' && p.Len() > 2
		if quoted {
			p = Range{p.Lo + 1, p.Hi - 1}
			class = w.works(p)
		}
		if next := (Range{p.Hi, min(p.Hi+2, int32(len(t.R)))}); t.String(next) == "续建" {
			st = "续建"
		}
		name := t.Written(p)
		if k := w.lineNumber(p); k >= 0 {
			switch {
			case k > p.Lo:
				prefix = t.Written(Range{p.Lo, k})
			case prefix != "":
				name = prefix + name
			}
		}
		own := class
		if shared != "" && !quoted && !strings.HasSuffix(name, shared) && !w.sameHead(p, shared) && completes(own, crossing, w.works(w.trimTail(tail))) {
			name += shared
			if class == "" {
				class = w.works(w.trimTail(tail))
			}
			if class == "action" {
				class = ""
			}
			l.elided = true
		}
		if shared == "" && i < len(parts)-1 {
			if s := w.parallel(p, parts[len(parts)-1]); s != "" {
				name += s
				class = w.works(parts[len(parts)-1])
			}
		}
		l.members = append(l.members, member{name: name, at: p, status: st})
		l.classes = append(l.classes, class)
		l.proper = append(l.proper, w.proper(p) || prefix != "" && w.lineNumber(p) == p.Lo)
	}
	return l
}

// afterSubject leaves out a subject with its verb before a name (X建设Y), and a
// description that ends in 的.
func (w *Worker) afterSubject(r Range) Range {
	t := &w.t
	for i := r.Hi - 3; i > r.Lo; i-- {
		if t.BracketAt(i) >= 0 && t.BracketAt(i) != t.BracketAt(r.Lo) {
			continue
		}
		if t.R[i] == '的' {
			return Range{i + 1, r.Hi}
		}
		if s := t.String(Range{i, i + 2}); (s == "建设" || s == "设立") && i > r.Lo+1 && w.headClass(i+2, r.Hi) != "" && r.Hi-i-2 >= 6 {
			return Range{i + 2, r.Hi}
		}
	}
	return r
}

// oneName reports whether the parts are the inside of one name
// (地震、水旱灾害监测网络): only the last has a head noun, none is a place.
func (w *Worker) oneName(parts []Range) bool {
	last := parts[len(parts)-1]
	for _, p := range parts[:len(parts)-1] {
		if p.Len() == 0 || w.works(p) != "" || w.parallel(p, last) != "" || w.proper(p) || w.t.R[p.Lo] == '“' {
			return false
		}
	}
	return w.works(last) != ""
}

// completes reports whether a member of class own needs the head noun that the
// list shares: a bare place does, a line before 过江通道, a station before 枢纽.
func completes(own string, crossing bool, tail string) bool {
	return own == "" || own == "line" && crossing || tail == "site" && (own == "site" || own == "line") || tail == "box" && own == "site"
}

// etc returns the position of 等 that closes an enumeration; -1 for none.
func (w *Worker) etc(r Range) int32 {
	t := &w.t
	depth := 0
	for i := r.Lo + 1; i < r.Hi; i++ {
		switch t.R[i] {
		case '(', '〔', '“':
			depth++
		case ')', '〕', '”':
			depth--
		case '等':
			if depth > 0 || strings.ContainsRune("高中平对均同初", t.R[i-1]) || i+1 < r.Hi && strings.ContainsRune("级候待额距同", t.R[i+1]) {
				continue
			}
			return i
		}
	}
	return -1
}

func (w *Worker) startsNumber(pos int32) bool {
	t := &w.t
	if int(pos) >= len(t.R) {
		return false
	}
	r := t.R[pos]
	if r == '一' && int(pos)+1 < len(t.R) && (t.R[pos+1] == '批' || t.R[pos+1] == '系') || r == '若' {
		return true
	}
	if r < '0' || r > '9' {
		return false
	}
	i := pos
	for int(i) < len(t.R) && t.R[i] >= '0' && t.R[i] <= '9' {
		i++
	}
	return int(i) < len(t.R) && t.R[i] != '号'
}

func (w *Worker) afterCount(pos int32) int32 {
	for int(pos) < len(w.t.R) && w.t.R[pos] >= '0' && w.t.R[pos] <= '9' {
		pos++
	}
	return pos + 1
}

// conjuncts splits a piece at 和, 及, 与 and 以及 where the part before is whole:
// it ends in a head noun of works, a phase or a bracket, or names a place.
func (w *Worker) conjuncts(r Range) []Range {
	t := &w.t
	for i := r.Lo + 2; i < r.Hi-1; i++ {
		n := int32(1)
		switch t.R[i] {
		case '和', '及', '与', '暨':
		case '以':
			if t.R[i+1] != '及' {
				continue
			}
			n = 2
		case '”':
			if t.R[i+1] == '“' {
				return append([]Range{{r.Lo, i + 1}}, w.conjuncts(Range{i + 1, r.Hi})...)
			}
			continue
		default:
			continue
		}
		if w.isAction(before(r, i)) && w.isAction(w.trimTail(Range{i, r.Hi})) {
			continue
		}
		if t.R[i] == '暨' || t.BracketAt(i) >= 0 && t.BracketAt(i) != t.BracketAt(r.Lo) {
			continue
		}
		left := before(r, i)
		if end := w.e.places.at(t.R, i); end > 0 { // 和县
			continue
		}
		if w.works(w.trimTail(left)) == "" && w.e.places.at(t.R, r.Lo) != i && w.phase(left) == i {
			continue
		}
		return append([]Range{left}, w.conjuncts(Range{i + n, r.Hi})...)
	}
	return []Range{r}
}

func before(r Range, pos int32) Range { return Range{r.Lo, pos} }

// isAction reports whether r ends in a noun of action (治理, 搬迁).
func (w *Worker) isAction(r Range) bool {
	lo, ok := w.HasEnd("works_action", r.Hi)
	return ok && lo >= r.Lo
}

// cutBracket leaves out a closing bracket that is no part of the name: what it
// leans on (依托…), or its status, which it returns.
func (w *Worker) cutBracket(r Range) (Range, string) {
	t := &w.t
	if r.Len() < 4 || t.R[r.Hi-1] != ')' {
		return r, ""
	}
	b := t.closing(r.Hi - 1)
	if b < 0 || t.Brackets[b].Open <= r.Lo {
		return r, ""
	}
	in := Range{t.Brackets[b].Open + 1, r.Hi - 1}
	if strings.HasPrefix(t.String(in), "续建") {
		return Range{r.Lo, in.Lo - 1}, "续建"
	}
	if _, ok := w.HasAt("project_reference", in.Lo); ok {
		return Range{r.Lo, in.Lo - 1}, ""
	}
	return r, ""
}

// trimTail leaves out the nouns of action after a name (建设, 前期工作).
func (w *Worker) trimTail(r Range) Range {
	for r.Len() > 2 {
		if w.isWorksHead(r) && !strings.HasSuffix(w.t.String(r), "工程") && !strings.HasSuffix(w.t.String(r), "项目") {
			return r
		}
		lo, ok := w.HasEnd("works_tail", r.Hi)
		if !ok || lo < r.Lo {
			return r
		}
		if s := w.t.String(Range{lo, r.Hi}); (s == "工程" || s == "项目") && lo-r.Lo >= 2 {
			return r // part of the name, unless it is all that the tail says
		}
		r.Hi = lo
	}
	if r.Len() == 2 {
		if s := w.t.String(r); s == "项目" || s == "工程" || s == "建设" {
			r.Hi = r.Lo
		}
	}
	return r
}

// headLists are the classes of head nouns of works, in the order in which a word
// that stands in several is read; works_not are words that only look like one.
var headLists = [...]string{"works_not", "works_line", "works_soft", "works_site", "works_box", "works_action"}

// The bits of the classes.
const (
	notHead  = 1
	lineHead = 2
	siteHead = 8
	anyHead  = 0xFF &^ notHead
)

// worksTerms notes for every term which classes of works it is a head noun of.
func (e *Extractor) worksTerms() {
	e.workBits, e.workRunes = make([]uint8, len(e.termLists)), map[rune]uint8{}
	for bit, name := range headLists {
		id, ok := e.listID[name]
		if !ok {
			continue
		}
		for t := range e.termLists {
			if e.inList(int32(t), id) {
				e.workBits[t] |= 1 << bit
			}
		}
		for r := range e.lists[id].single {
			e.workRunes[r] |= 1 << bit
		}
	}
}

// heads returns the classes of the head nouns that end at hi, and where the
// longest of them begins.
func (w *Worker) heads(lo, hi int32) (bits uint8, start int32) {
	t := &w.t
	start = hi
	for k := t.byEnd[hi]; k > 0; k = t.nextEnd[k-1] {
		h := t.hits[k-1]
		if b := w.e.workBits[h.Term]; b != 0 && h.Lo >= lo {
			bits |= b
			if b&^notHead != 0 {
				start = min(start, h.Lo)
			}
		}
	}
	if hi > lo {
		if b := w.e.workRunes[t.R[hi-1]]; b != 0 {
			bits |= b
			start = min(start, hi-1)
		}
	}
	return bits, start
}

// hasHead reports whether a head noun of one of the classes stands anywhere in r.
func (w *Worker) hasHead(r Range, classes uint8) bool {
	for i := r.Lo; i < r.Hi; i++ {
		for k := int(w.t.byStart[i]) - 1; k >= 0 && k < len(w.t.hits) && w.t.hits[k].Lo == i; k++ {
			if w.e.workBits[w.t.hits[k].Term]&classes != 0 {
				return true
			}
		}
		if w.e.workRunes[w.t.R[i]]&classes != 0 {
			return true
		}
	}
	return false
}

func (w *Worker) isWorksHead(r Range) bool { return w.headClass(r.Lo, r.Hi) != "" }

// headClass returns the class of the head noun that ends at hi.
func (w *Worker) headClass(lo, hi int32) string {
	bits, _ := w.heads(lo, hi)
	if bits&notHead != 0 {
		return ""
	}
	for bit, name := range headLists {
		if bits&(1<<bit) != 0 {
			return name[len("works_"):]
		}
	}
	return ""
}

// phase returns the end of a name before brackets and words of phase, section
// and extension (一期, 段, 西延).
func (w *Worker) phase(r Range) int32 {
	t := &w.t
	hi := r.Hi
	for hi > r.Lo {
		if t.R[hi-1] == ')' {
			if b := t.closing(hi - 1); b >= 0 && t.Brackets[b].Open >= r.Lo {
				hi = t.Brackets[b].Open
				continue
			}
		}
		if s := t.String(Range{max(r.Lo, hi-2), hi}); s == "工程" || s == "项目" {
			if hi-2 > r.Lo && w.headClass(r.Lo, hi-2) != "" {
				hi -= 2
				continue
			}
		}
		lo, ok := w.HasEnd("works_phase", hi)
		if !ok || lo <= r.Lo {
			break
		}
		hi = lo
	}
	return hi
}

// works returns the class of things that r names by its head noun: line, site,
// box; "" where it names no works.
func (w *Worker) works(r Range) string {
	if r.Len() < 2 {
		return ""
	}
	if c := w.headClass(r.Lo, r.Hi); c != "" && c != "action" {
		return c
	}
	hi := w.phase(r)
	if c := w.headClass(r.Lo, hi); c != "" {
		return c
	}
	if hi < r.Hi { // …铁路上海至合肥段: a section of a line, or a phase of a river
		s := w.t.String(Range{r.Lo, hi})
		if strings.ContainsAny(s, "线路铁") && strings.Contains(s, "至") || strings.Contains(s, "号线") || numbered(w.t.R[r.Lo:hi]) {
			return "line"
		}
	}
	if s := w.t.String(r); strings.HasSuffix(s, "线") && (strings.Contains(s, "至") || numbered(w.t.R[r.Lo:r.Hi])) {
		return "line"
	}
	return ""
}

// numbered reports whether rs holds the number of a road (G318线, S206).
func numbered(rs []rune) bool {
	for i := 0; i+2 < len(rs); i++ {
		if strings.ContainsRune("GSXY", rs[i]) && rs[i+1] >= '0' && rs[i+1] <= '9' {
			return true
		}
	}
	return false
}

// sameHead reports whether p already ends in the shared head noun's own head.
func (w *Worker) sameHead(p Range, shared string) bool {
	rs := []rune(shared)
	hi := w.phase(p)
	n := int32(min(len(rs), 2))
	return int32(p.Len()) > n && w.t.String(Range{max(p.Lo, hi-n), hi}) == string(rs[len(rs)-int(n):])
}

// parallel returns what the last member adds after the part that answers to p:
// (泰州, 张家港水域救援大队) → 水域救援大队; (A河二期, B河三期整治工程) → 整治工程.
func (w *Worker) parallel(p, last Range) string {
	t := &w.t
	if bits, lo := w.heads(p.Lo, p.Hi); bits&^notHead != 0 { // (A水库, B水库加固工程): 加固工程
		head := t.R[lo:p.Hi]
		for i := last.Lo + 1; i+int32(len(head)) < last.Hi-3; i++ {
			if equalRunes(t.R[i:i+int32(len(head))], head) {
				rest := Range{i + int32(len(head)), last.Hi}
				if s := t.String(rest); strings.HasSuffix(s, "工程") || strings.HasSuffix(s, "项目") {
					return t.Written(rest)
				}
			}
		}
		return ""
	}
	if end := w.e.places.at(t.R, p.Lo); end == p.Hi {
		if end := w.e.places.at(t.R, last.Lo); end > 0 && end < last.Hi && w.works(Range{end, last.Hi}) != "" {
			return t.Written(Range{end, last.Hi})
		}
	}
	if hi := w.phase(p); hi < p.Hi {
		unit := t.R[p.Hi-1]
		for i := last.Lo + 1; i < last.Hi-1; i++ {
			if t.R[i] == unit {
				return t.Written(Range{i + 1, last.Hi})
			}
		}
	}
	return ""
}

// lineNumber returns where the number of a line (12号线) begins in r; -1 for none.
func (w *Worker) lineNumber(r Range) int32 {
	t := &w.t
	for i := r.Lo + 1; i < r.Hi-1; i++ {
		if t.R[i] == '号' && t.R[i+1] == '线' && t.R[i-1] >= '0' && t.R[i-1] <= '9' {
			for i > r.Lo && (t.R[i-1] >= '0' && t.R[i-1] <= '9') {
				i--
			}
			return i
		}
	}
	return -1
}

// proper reports whether r holds a proper name: a place, a line's number, a
// phase, a quotation, or the name of a natural feature.
func (w *Worker) proper(r Range) bool {
	t := &w.t
	for i := r.Lo; i+1 < min(r.Hi, r.Lo+4); i++ {
		if w.single("place_abbr", i) && w.single("place_abbr", i+1) {
			return true
		}
	}
	if w.e.places.in(t.R, r) || w.lineNumber(r) >= 0 || w.phase(r) < r.Hi {
		return true
	}
	for i := r.Lo; i < r.Hi; i++ {
		if t.R[i] == '“' {
			return true
		}
	}
	hi := w.phase(r)
	if _, h := w.heads(r.Lo, hi); h < hi {
		hi = h
	}
	for i := r.Lo + 1; i < hi; i++ {
		if _, ok := w.HasAt("place_feature", i); ok && t.R[i-1] != '沿' {
			return true
		}
	}
	return false
}

// onlyProgrammes reports whether all members are named 工程 without a place,
// which a rule of their own reads.
func (w *Worker) onlyProgrammes(members []member) bool {
	for _, m := range members {
		if !strings.HasSuffix(m.name, "工程") || w.proper(m.at) {
			return false
		}
	}
	return true
}

// namesWork reports whether a member names one thing that is built.
func (w *Worker) namesWork(m member, class string, proper bool) bool {
	n := len([]rune(m.name))
	if class == "" || n < 4 || n > 45 || strings.ContainsAny(m.name, "的了或在,;。:《") {
		return false
	}
	if strings.ContainsRune("对向将以从与", w.t.R[m.at.Lo]) {
		return false
	}
	if _, verb := w.Find("works_inner", m.at); verb && (m.at.Lo == 0 || w.t.R[m.at.Lo-1] != '“') {
		return false
	}
	if !proper && strings.ContainsRune("一二三四五六七八九十两", w.t.R[m.at.Lo]) {
		return false
	}
	if !proper && (w.genericWorks(m.at) || w.startsNumber(m.at.Lo)) {
		return false
	}
	_, vague := w.HasAt("works_vague", m.at.Lo)
	return !vague
}

// kindOnly reports whether a name says only of what kind a line is (货运铁路).
func (w *Worker) kindOnly(r Range) bool {
	_, h := w.heads(r.Lo, w.phase(r))
	return w.nothingBut(Range{r.Lo, h}, "project_generic", "works_kind")
}

// genericWorks reports whether nothing but a class stands before the head noun.
func (w *Worker) genericWorks(r Range) bool {
	hi := w.phase(r)
	if _, h := w.heads(r.Lo, hi); h < hi {
		return h == r.Lo || w.generic(Range{r.Lo, h})
	}
	return w.generic(r)
}

// single reports whether the rune at pos is a word of the list.
func (w *Worker) single(list string, pos int32) bool {
	id, ok := w.e.listID[list]
	return ok && w.e.lists[id].single[w.t.R[pos]]
}

// admit reports whether an enumeration gives records here: lines, crossings,
// stations and bases by proper name anywhere, other things that are built only
// in boxes, single ones in running text only where they are lines.
func (w *Worker) admit(l *works, where worksPlace) bool {
	if l.counted || len(l.members) == 0 {
		return false
	}
	t := &w.t
	sites, boxes, soft, proper := 0, 0, 0, 0
	kept := works{open: l.open}
	classed := 0
	for i := range l.members {
		if l.classes[i] != "" && l.classes[i] != "soft" || l.proper[i] {
			classed++
		}
	}
	if where == inText && w.onlyProgrammes(l.members) {
		return false
	}
	projects := l.projects && len(l.members) > 1 && 2*classed >= len(l.members)
	for i, m := range l.members {
		if projects && l.classes[i] == "" && !w.startsVerb(m.at.Lo) {
			l.classes[i] = "named"
		}
		if !w.namesWork(m, l.classes[i], l.proper[i]) || l.classes[i] == "action" && len(l.members) < 4 && !projects {
			continue
		}
		kept.members = append(kept.members, m)
		switch l.classes[i] {
		case "site":
			sites++
		case "box", "action":
			boxes++
		case "soft":
			soft++
		}
		if l.proper[i] || l.classes[i] == "line" && len(l.members) > 1 && m.at.Len() <= 8 && !w.kindOnly(m.at) {
			proper++ // a short name before 高铁, 高速: no class, since that is kept out above
		}
	}
	if n := len(kept.members); n == 0 || n < len(l.members) && (where == inText || 2*n < len(l.members)) {
		return false
	}
	l.members = kept.members
	first := l.members[0].at
	quoted := first.Lo > 0 && t.R[first.Lo-1] == '“'
	if where == inUntitled || where == inTitled && soft == 0 || quoted && w.underProjects(t.Block.Section) {
		return true
	}
	if where == inItem && soft == 0 && !strings.ContainsRune(l.members[0].name, '、') && (boxes == 0 || strings.ContainsRune("省市县区镇乡", t.R[l.members[0].at.Lo])) {
		return true
	}
	many := len(l.members) > 1 || l.open || l.follows
	if projects {
		return 3*proper >= len(l.members)
	}
	if soft > 0 || boxes > 0 && !w.underProjects(t.Block.Section) {
		return false
	}
	if !many && sites > 0 && !w.underProjects(t.Block.Section) {
		return false
	}
	if l.elided {
		return 3*proper >= len(l.members)
	}
	return 2*proper >= len(l.members)
}
