package extract

import (
	"slices"
	"strings"

	"plangraph/plan"
)

// What can be seen of a verb of building without reading what it governs.

// buildsNothing says why a verb of building governs no works, as far as that can
// be seen without reading them; "" where it may. Most verbs build nothing, so what
// costs least is asked first.
func (w *Worker) buildsNothing(verb Range) string {
	t := &w.t
	if !w.runs(verb.Lo) {
		return "不是正文 / not running text"
	}
	bits := w.verbBits(verb)
	where := w.worksPlace()
	if where <= inCivic && where != inItem && bits&boxVerb != 0 && (w.box(t.Block.Section) < 0 || bits&properVerb != 0) && !(bits&properVerb != 0 && w.underProjects(t.Block.Section)) {
		return "该动词只在专栏中表示建设 / this verb builds only in boxes"
	}
	if _, name := w.hasAt(listWorksVerbNot, verb.Lo); bits&longerVerb != 0 || name {
		return "是更长动词的一部分 / part of a longer verb"
	}
	first := Range{verb.Hi, verb.Hi}
	if lo := w.behindLabel(verb); lo > verb.Hi {
		first = Range{lo, lo}
	}
	seen := w.readClause(&first, min(t.Sentence(verb.Lo).Hi, verb.Hi+longestList))
	_, namely := w.hasAt(listWorksNamely, verb.Lo)
	namely = namely || bits&namesVerb != 0 || int(first.Hi) < len(t.R) && t.R[first.Hi] == ':' && w.countBehind(verb) > 0
	head := seen.has(anyHead)
	byNumber := (!head || where == inText) && w.namedByNumber(first, seen)
	if !head && !namely && !byNumber && !(seen.has(etcSign) && w.namedProjects(first)) && !w.opensNames(first, verb) {
		return "所在分句没有工程类中心词 / no head noun of works in its clause"
	}
	if w.inTitle(verb) {
		return "不是正文 / not running text"
	}
	if bits&weakVerb != 0 && !namely && !w.opensClause(verb) {
		return "该动词不在分句开头 / the verb does not open its clause"
	}
	if w.pastOrDenied(verb, verb) {
		return "说的是过去 / it is told as past"
	}
	if where == inCivic && w.onePromise(first) {
		return "是一项有名工程,由工程的规则来读 / one named programme"
	}
	if where == inText && !seen.has(lineHead|siteHead) && !(seen.has(actionHead) && seen.has(listSign)) && !namely && !byNumber && // a single thing in running text is a line or a site
		!(seen.has(etcSign) && w.etc(first) >= 0) && !w.underProjects(t.Block.Section) && !w.opensNames(first, verb) {
		return "所在分句没有线路或场所 / no line and no site in its clause"
	}
	return ""
}

// opensNames reports whether commas part the names of a list that begins with a clause behind a
// verb, up to 等项目.
func (w *Worker) opensNames(first, verb Range) bool {
	return int(first.Hi) < len(w.t.R) && w.t.R[first.Hi] == ',' && w.namesUntilEtc(Range{first.Lo, w.t.Sentence(verb.Lo).Hi})
}

// signs are what kinds of words and characters stand in a clause: in the low byte the classes
// of head nouns of works, see headLists.
type signs uint16

const (
	stopSign   signs = 1 << (8 + iota) // ends a clause
	listSign                           // joins the members of a list: 、 和
	etcSign                            // 等
	figureSign                         // a figure
	waterSign                          // 引 or 调, of which one is in each name of a diversion
	phaseSign                          // 期
)

// has reports whether one of the kinds is there.
func (s signs) has(kinds signs) bool { return s&kinds != 0 }

// signLetters are the characters of those kinds.
var signLetters = map[signs]string{
	stopSign: ",:。;!?", listSign: "、和", etcSign: "等", figureSign: "0123456789", waterSign: "引调", phaseSign: string(phaseEnd),
}

// readClause sets the end of a clause of which the start is given, at most at end, and returns
// what stands in it.
func (w *Worker) readClause(c *Range, end int32) (seen signs) {
	t := &w.t
	for c.Hi = c.Lo; c.Hi < end; c.Hi++ {
		s := w.e.signs[t.code[c.Hi]]
		if s.has(stopSign) {
			break
		}
		seen |= s
	}
	for _, h := range t.hits[t.from[c.Lo]:t.from[c.Hi]] {
		seen |= signs(w.e.workBits[h.Term])
	}
	return seen
}

// namedByNumber reports whether a clause names a work in which a number or 引 does what a
// head noun does elsewhere.
func (w *Worker) namedByNumber(c Range, seen signs) bool {
	rs := w.t.R[c.Lo:c.Hi]
	return seen.has(figureSign) && (w.substation(Range{c.Lo, w.firstPiece(c.Lo, c.Hi)}) || numbered(rs) || w.lineNumber(c) >= 0) ||
		seen.has(waterSign) && w.diversion(w.trimAction(c)) || seen.has(phaseSign) && phased(rs)
}

// behindLabel returns where the list begins that a verb of building is the label of,
// inside a paragraph (…。续建:甲水库、乙水库;新建项目:丙水库); verb.Hi where it is none.
func (w *Worker) behindLabel(verb Range) int32 {
	t := &w.t
	at := verb.Hi
	if end, ok := w.hasAt(listPlainHead, at); ok {
		at = end
	}
	if int(at)+2 < len(t.R) && t.R[at] == ':' && verb.Lo > w.bodyStart() && EndsSentence(t.R[verb.Lo-1]) && w.attrs(listWorksVerb, verb)["status"] != "" {
		return at + 1
	}
	return verb.Hi
}

// runs reports whether the text at pos is running text: not on a cover, and in a
// table only in a cell that says what is to be done by the bodies of its row.
func (w *Worker) runs(pos int32) bool {
	t := &w.t
	switch t.Block.Kind {
	case plan.Cover:
		return false
	case plan.TableRow:
		for _, tm := range w.tableMatches(t.Block.Table) {
			if !strings.HasPrefix(tm.rule.ID, "assignment.table") {
				continue
			}
			for i, name := range tm.names {
				col := tm.cols[i]
				if (name == "task" || name == "detail") && col >= 0 && col < len(t.Cells) && t.Cells[col].Lo <= pos && pos < t.Cells[col].Hi && !t.Block.Table.Rows[t.Block.Row].Cells[col].Filled {
					return true
				}
			}
		}
		return false
	}
	return true
}

// namedProjects reports whether a clause lists things and says that they are
// projects: A、B等58个项目开工.
func (w *Worker) namedProjects(r Range) bool {
	t := &w.t
	e := w.etc(r)
	if e < 0 || !slices.Contains(t.R[r.Lo:e], '、') {
		return false
	}
	for i := e + 1; i+1 < r.Hi; i++ {
		if i >= e+14 && t.R[i-1] != '的' { // 等一批产业链长、带动力强的|项目
			continue
		}
		if w.startsWith(listPlainHead, i) || w.startsWith(listFacilityNoun, i) {
			return true
		}
	}
	return false
}

// What indexWorks notes of a verb of building.
const (
	boxVerb    = 1 << iota // it builds only in boxes
	weakVerb               // it counts only where it opens its clause
	longerVerb             // a longer verb starts with it, here
	properVerb             // it counts only with a proper name
	namesVerb              // names stand behind it, whatever their head nouns
)

// verbBits returns what is noted of the verb that r is.
func (w *Worker) verbBits(r Range) (bits uint8) {
	t := &w.t
	for k := t.from[r.Lo+1] - 1; k >= t.from[r.Lo]; k-- {
		switch h := &t.hits[k]; {
		case h.Hi == r.Hi:
			return bits | w.e.worksVerbs[h.Term]
		case h.Hi > r.Hi && w.e.inList(h.Term, int(listWorksVerb)):
			bits = longerVerb
		}
	}
	return bits
}
