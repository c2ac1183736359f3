package extract

import (
	"slices"
	"strings"

	"plangraph/plan"
)

// What governs the name of a programme: a verb of undertaking, or that it is all that a
// heading or a line says; and where the name begins behind that.

// governed returns where the name before head begins: after the last verb of
// undertaking, or after the verbs at the head of the clause.
func (w *Worker) governed(clause Range, head int32) (int32, Range, bool) {
	t := &w.t
	lo, verb := int32(-1), Range{}
	quote := 0
	for pos := clause.Lo; pos < head; pos++ {
		switch t.R[pos] {
		case '“':
			quote++
		case '”':
			quote--
		}
		if quote > 0 {
			continue
		}
		if end, ok := w.hasAt(listUndertakeNot, pos); ok {
			pos = end - 1
			continue
		}
		if end, ok := w.hasAt(listUndertake, pos); ok && end <= head {
			after := w.skipVerbs(end, head, listUndertake, listUndertakeWeak)
			if head-after >= 2 || head == after && lo < 0 {
				lo, verb = after, Range{pos, end}
			}
			pos = end - 1
		}
	}
	if lo >= 0 {
		return lo, verb, true
	}
	pos := w.skip(clause.Lo, head, listProjectAdverb)
	if end, ok := w.hasAt(listUndertakeWeak, pos); ok && end <= head {
		return w.skipVerbs(end, head, listUndertake, listUndertakeWeak), Range{pos, end}, true
	}
	if pos > clause.Lo {
		for p := clause.Lo; p < pos; p++ { // the adverbs hold the verb (加快推广)
			if end, ok := w.hasAt(listUndertakeWeak, p); ok && end == pos {
				return pos, Range{p, end}, true
			}
		}
	}
	return 0, Range{}, false
}

// listedUnder returns where the names begin that a clause lists of programmes which the
// clause before undertakes without naming them: 实施五大行动,包括|甲行动、乙行动.
func (w *Worker) listedUnder(clause, head Range) (int32, Range, bool) {
	t := &w.t
	lo, ok := w.hasAt(listListIntro, clause.Lo)
	if !ok || lo >= head.Lo || clause.Lo < 6 || t.R[clause.Lo-1] != ',' && t.R[clause.Lo-1] != ':' {
		return 0, Range{}, false
	}
	before := t.Clause(clause.Lo - 2)
	at, ok := w.hasEnd(listProgrammeHead, before.Hi)
	if !ok || before.Hi != clause.Lo-1 {
		return 0, Range{}, false
	}
	_, verb, ok := w.governed(before, at)
	return lo, verb, ok
}

// oneOfCounted returns where the name begins of one of the programmes that the words before a
// colon count: 实施三大工程:1、甲工程;2、|乙工程.
func (p *programme) oneOfCounted() (int32, bool) {
	const farthest = 300 // characters from the colon
	t := &p.t
	colon := p.clause.Lo - 1
	for colon > 0 && p.clause.Lo-colon < farthest && t.R[colon] != ':' && t.R[colon] != '。' {
		colon--
	}
	if colon <= 0 || t.R[colon] != ':' {
		return 0, false
	}
	end := colon
	if t.R[end-1] == '”' { // “五大行动”:
		end--
	}
	if head, ok := p.hasEnd(listProgrammeHead, end); !ok || !p.countedBefore(head) || p.speaksOf(listPastWord, t.Clause(head)) {
		return 0, false
	}
	lo := p.behindNumber(p.clause.Lo, p.head.Lo)
	if end, ok := p.hasAt(listCountingIs, lo); ok {
		lo = end
	}
	return lo, lo < p.head.Lo
}

// countedBefore reports whether a count stands before the head noun at pos, with nothing but general
// words between: 三大|工程, 六大|重点|工程.
func (w *Worker) countedBefore(pos int32) bool {
	for pos >= 2 {
		if w.single(listGroupUnit, pos-1) && several(w.t.R[pos-2]) {
			return true
		}
		lo, ok := w.hasEnd(listProjectGeneric, pos)
		if !ok {
			break
		}
		pos = lo
	}
	return false
}

// completedBehind reports whether the clause goes on behind a name with nothing but when and
// that the thing is to be done: 管网改造工程|10月底前完工.
func (p *programme) completedBehind() bool {
	done, ok := p.hasEnd(listWorksDone, p.clause.Hi)
	if !ok || done <= p.end || p.beforeManner(Range{p.head.Lo, done}) != p.end {
		return false
	}
	return p.speaksOf(listWorksAhead, Range{p.end, done})
}

// pastOrDenied reports whether the words before a name tell the past or refer to
// the name instead of undertaking it.
func (w *Worker) pastOrDenied(r, verb Range) bool {
	t := &w.t
	if verb.Hi < int32(len(t.R)) && (t.R[verb.Hi] == '了' || t.R[verb.Hi] == '的') {
		return true
	}
	if verb.Lo > 0 && t.R[verb.Lo-1] == '已' {
		return true
	}
	if _, ok := w.hasAt(listProjectReference, w.skip(verb.Hi, r.Hi, listProjectAdverb)); ok {
		return true
	}
	word, ok := w.find(listProjectMention, Range{verb.Hi, r.Hi})
	return ok && (word.Hi < r.Hi || r.Hi == verb.Hi) // 校企对接行动: before the head noun it is a part of the name
}

// skipVerbs passes over verbs of undertaking with the adverbs between them; an
// adverb that no verb follows belongs to the name (高标准农田).
func (w *Worker) skipVerbs(pos, hi int32, verbs ...wordList) int32 {
	end := pos
	for pos < hi {
		if _, name := w.hasAt(listWorksVerbNot, pos); name {
			break // 推进开发区…
		}
		if next := w.skipOne(pos, hi, verbs...); next > pos {
			pos, end = next, next
			continue
		}
		next := w.skipOne(pos, hi, listProjectAdverb)
		if next == pos {
			break
		}
		pos = next
	}
	return end
}

// behindManner moves the start of a name behind a phrase that says how or with whom
// it is done: 以信用为基础的, 以企业为主体的, 与港澳的.
func (w *Worker) behindManner(lo, head int32) int32 {
	t := &w.t
	if t.R[lo] != '以' && t.R[lo] != '与' {
		return lo
	}
	means := t.R[lo] == '与'
	for i := lo + 2; i < head-2; i++ {
		switch t.R[i] {
		case '为':
			means = true
		case '的':
			if means {
				return i + 1
			}
		}
	}
	return lo
}

// afterSibling moves the start of a name behind the last sibling before it: a
// programme or a quoted name that ends at a mark of enumeration.
func (w *Worker) afterSibling(lo, head int32) int32 {
	t := &w.t
	for pos := head - 1; pos > lo; pos-- {
		n := int32(1)
		if t.R[pos] == '和' && w.e.places.at(t.R, pos) > 0 { // 和县
			continue
		}
		switch t.R[pos] {
		case '、', '和', '及', '与':
			if pos > lo && t.R[pos] == '及' && t.R[pos-1] == '以' {
				pos, n = pos-1, 2
			}
		default:
			continue
		}
		before := pos
		if before > lo && t.R[before-1] == '等' {
			before--
		}
		if in, outside, ok := t.lastBracket(Range{lo, before}); ok && w.givesSize(in) { // 甲工程(规模5万吨)和乙工程
			before = outside.Hi
		}
		if tail, ok := w.hasEnd(listWorksTail, before); ok && tail > lo {
			if h, ok := w.hasEnd(listProgrammeHead, tail); ok && h > lo {
				return w.skipVerbs(pos+n, head, listUndertake, listUndertakeWeak)
			}
		}
		if before > lo && t.R[before-1] == '”' { // “西新工程”、村村通工程
			before--
		}
		if h, ok := w.hasEnd(listProgrammeHead, before); ok && h >= lo {
			return w.skipVerbs(pos+n, head, listUndertake, listUndertakeWeak)
		}
	}
	return lo
}

// inTitle reports whether r lies in the title of a box or an item that has a
// record of its own.
func (w *Worker) inTitle(r Range) bool {
	for _, kind := range [...]Kind{kindBoxTitle, kindItemTitle} {
		for _, m := range w.t.Mentions(kind) {
			if m.Contains(r) {
				return true
			}
		}
	}
	return false
}

// isHeading reports whether r is all that the heading of a section or the title of
// a paragraph says, which does not only announce projects (重点工程).
func (w *Worker) isHeading(r Range) bool {
	t := &w.t
	title := t.Block.Lead
	if t.Block.Kind == plan.Heading {
		title = w.plan.Sections[t.Block.Section].TitleSpan
	}
	if title.Len() <= 0 || w.plan.TitleSpan.Contains(title) || r.Lo != w.bodyStart() || w.underProjects(t.Block.Section) {
		return false
	}
	hi := t.runes(title).Hi
	if _, before, ok := t.lastBracket(Range{r.Lo, hi}); ok { // (项目6个)
		hi = before.Hi
	}
	return hi == r.Hi
}

// isCell reports whether r is all that a cell of a table says of what the bodies of its row are to do.
func (w *Worker) isCell(r Range) bool {
	return w.t.Block.Kind == plan.TableRow && r.Len() > 0 && w.t.R[r.Lo] != '(' && slices.Contains(w.t.Cells, r) && w.runs(r.Lo)
}

// nameLines reports whether r is all that a line of the text says, and it is one of three
// or more in a row that do nothing but name an undertaking each.
func (w *Worker) nameLines(r Range) bool {
	if r.Lo > 0 || int(r.Hi) < len(w.t.R) || !w.nameLine(w.state.block) {
		return false
	}
	n := 1
	for k := w.state.block - 1; k >= 0 && n < 3 && w.nameLine(k); k-- {
		n++
	}
	for k := w.state.block + 1; n < 3 && k < len(w.plan.Blocks) && w.nameLine(k); k++ {
		n++
	}
	return n > 2
}

// nameLine reports whether a block is a line without a number that ends like the name of
// an undertaking and has no marks.
func (w *Worker) nameLine(k int) bool {
	const least, longest = 15, 120 // bytes
	b := &w.plan.Blocks[k]
	if b.Kind != plan.Paragraph || b.Number != "" || len(b.Pieces) != 1 || b.Pieces[0].Len() > longest || b.Pieces[0].Len() < least {
		return false
	}
	s := w.doc.Slice(b.Pieces[0])
	if strings.ContainsAny(s, ",;:|\t，；：。、") {
		return false
	}
	w.scanTitle(s)
	return w.endsTitle(listProgrammeHead)
}

// quotedToEnd reports whether a quotation that begins at pos, a name's by-name, is
// all that follows in the clause (深化整治行动“回头看”。).
func (w *Worker) quotedToEnd(pos int32, clause Range) bool {
	for _, q := range w.t.Mentions(kindQuote) {
		if q.Lo == pos {
			return q.Hi >= clause.Hi || EndsClause(w.t.R[q.Hi])
		}
	}
	return false
}
