package extract

import (
	"slices"
	"strings"
)

// How an enumeration of works is cut into lists, and a list into its members.

// segments splits what a verb governs at clauses and at 和 between groups that
// are each closed by a count (A、B4座X和C、D5座Y). A comma goes on where the next
// clause is a name, too.
func (w *Worker) segments(r Range) []Range {
	t := &w.t
	var out []Range
	lo, depth := r.Lo, 0
	for i := r.Lo; i < r.Hi; i++ {
		depth += nesting(t.R[i])
		switch t.R[i] {
		case ':':
			if depth <= 0 {
				return append(out, Range{lo, i})
			}
		case ',':
			if depth > 0 {
				continue
			}
			if more := w.moreList(Range{lo, i}, Range{i + 1, r.Hi}); more > 0 {
				out = append(out, Range{lo, i})
				lo = more
				continue
			}
			if !w.carriesOn(Range{i + 1, r.Hi}) {
				return append(out, Range{lo, i})
			}
			if w.countedGroup(Range{lo, i}) {
				out = append(out, Range{lo, i})
				lo = i + 1
			}
		case '、':
			if depth <= 0 && (w.count(Range{lo, i}) > 0 && w.etc(Range{lo, i}) > 0 && w.countedGroups(Range{i + 1, r.Hi}) || w.countedGroup(Range{lo, i})) {
				out = append(out, Range{lo, i})
				lo = i + 1
			}
		case '和', '及':
			if depth <= 0 && (w.closedList(Range{lo, i}, Range{i + 1, r.Hi}) || w.countedGroup(Range{lo, i})) {
				out = append(out, Range{lo, i})
				lo = i + 1
			} else if t.R[i] == '和' && depth <= 0 && w.trimGroup(Range{lo, i}).Hi == i && (w.count(Range{lo, i}) > 0 && w.count(Range{i, r.Hi}) > 0 || w.twoGroups(Range{lo, i}, Range{i + 1, r.Hi})) {
				out = append(out, Range{lo, i})
				lo = i + 1
			}
		}
	}
	return append(out, Range{lo, r.Hi})
}

// carriesOn reports whether rest, behind a comma, goes on with the list before it: it begins
// with a line by name, or with works of a list that is closed there (…等项目).
func (w *Worker) carriesOn(rest Range) bool {
	next := Range{rest.Lo, w.firstPiece(rest.Lo, rest.Hi)}
	clause := Range{rest.Lo, rest.Lo}
	for clause.Hi < rest.Hi && !EndsClause(w.t.R[clause.Hi]) {
		clause.Hi++
	}
	if w.predicate(next) || w.endsWith(listWorksDone, clause.Hi) && !w.saysProject(clause) { // 乙桥年内建成通车 is told by itself
		return false
	}
	class := w.works(next)
	if class == lineClass || w.routeOnly(next) {
		return true
	}
	return class == siteClass && w.namedProjects(clause) || w.namesUntilEtc(rest)
}

// namesUntilEtc reports whether the clauses of r are names, as if 、 parted them, up to one
// in which 等项目 closes the list: 建设甲电厂,|乙河水电开发,丙风电场等项目.
func (w *Worker) namesUntilEtc(r Range) bool {
	const most = 40 // clauses
	for n := 0; n < most && r.Lo < r.Hi; n++ {
		c := before(r, w.t.Clause(r.Lo).Hi)
		if c.Hi > r.Hi {
			c.Hi = r.Hi
		}
		closed := w.closesProjects(c)
		own := closed && w.namedProjects(c) && w.endsWith(listWorksDone, c.Hi) // 乙厂、丙园等项目竣工投产
		if own || w.predicate(c) || !closed && !w.nameLike(c) {
			return false
		}
		if closed || c.Hi >= r.Hi || w.t.R[c.Hi] != ',' {
			return closed
		}
		r.Lo = c.Hi + 1
	}
	return false
}

// closesProjects reports whether 等 stands in a clause with a word for projects soon behind it.
func (w *Worker) closesProjects(c Range) bool {
	e := w.etc(c)
	return e >= 0 && w.saysProject(Range{e + 1, min(c.Hi, e+14)})
}

// nameLike reports whether a clause may be the name of something that is built: it holds a
// proper name, or ends in a head noun of works or in what is done to one, and is no longer than
// names are.
func (w *Worker) nameLike(c Range) bool {
	const longest = 30
	return c.Len() <= longest && (w.works(c) != "" || w.isAction(c) || w.endsWith(listWorksTail, c.Hi) || w.proper(c))
}

// countedGroup reports whether r ends in a list that is whole by its count and its head
// noun: 甲、乙2座水库.
func (w *Worker) countedGroup(r Range) bool {
	n := w.count(r)
	if n <= r.Lo+1 || w.t.R[n-1] == '、' || w.t.R[n-1] == '等' {
		return false
	}
	kind := Range{w.afterCount(n), r.Hi}
	if kind.Len() < 1 || w.headClass(kind.Lo, kind.Hi) == "" {
		return false
	}
	names := w.pieces(before(r, n))
	return len(names) > 1 || w.pair(names[0]) > 0
}

// twoGroups reports whether 和 parts two lists, each with a head noun of its own
// behind names that need it: 甲水、乙水干流治理和丙河、丁江等支流治理工程.
func (w *Worker) twoGroups(a, b Range) bool {
	t := &w.t
	for i := a.Lo; ; i++ {
		if i >= a.Hi {
			return false
		}
		if t.R[i] == '、' {
			break
		}
	}
	b.Hi = w.firstPiece(b.Lo, b.Hi)
	if b.Len() < 2 {
		return false
	}
	if !w.isAction(a) {
		return w.headOfItsOwn(a, b)
	}
	if c := w.works(w.trimAction(b)); c != "" && w.proper(b) && w.proper(a) && w.count(a) == 0 { // 甲江、乙河防洪治理和丙河山洪治理工程
		return true
	}
	if b.Len() > 8 {
		return false
	}
	return int(b.Hi) < len(t.R) && strings.ContainsRune("、等", t.R[b.Hi]) && w.works(b) == "" && (w.feature(b.Hi-1) || w.e.places.in(t.R, b))
}

// headOfItsOwn reports whether names without a head noun share that of the last in a, and the
// name b goes with a later one behind 等: 甲江、乙水干流堤防工程|和|丙|等6座城市防洪工程.
func (w *Worker) headOfItsOwn(a, b Range) bool {
	if int(b.Hi) >= len(w.t.R) || w.t.R[b.Hi] != '等' || w.works(b) != "" || w.etc(a) >= 0 {
		return false
	}
	names := w.pieces(a)
	last := names[len(names)-1]
	return w.works(last) != "" && w.works(names[0]) == "" && (w.feature(names[0].Hi-1) || w.proper(names[0]))
}

// firstPiece returns where the first part of an enumeration in [lo,hi) ends.
func (w *Worker) firstPiece(lo, hi int32) int32 {
	depth := 0
	for i := lo; i < hi; i++ {
		depth += nesting(w.t.R[i])
		switch w.t.R[i] {
		case '、', ',', ';', '。', '等', ':':
			if depth <= 0 && !w.betweenDigits(i) {
				return i
			}
		}
	}
	return hi
}

// etc returns the position of 等 that closes an enumeration; -1 for none.
func (w *Worker) etc(r Range) int32 {
	t := &w.t
	depth := 0
	for i := r.Lo + 1; i < r.Hi; i++ {
		depth += nesting(t.R[i])
		switch t.R[i] {
		case '等':
			if depth > 0 || w.endsWith(listEtcNot, i+1) && !w.numberSchool(i-1) || i+1 < r.Hi && w.startsWith(listEtcNot, i) {
				continue
			}
			if !slices.Contains(t.R[r.Lo:i], '、') && w.listsLater(Range{i + 1, r.Hi}) || w.countedLater(Range{i, r.Hi}) {
				continue // 甲等乙区对外公路以及丙路、丁路等公路
			}
			return i
		}
	}
	return -1
}

// numberSchool reports whether a school by its number ends at the rune at pos: 青川一中|等学校, in
// which 中等 is no word.
func (w *Worker) numberSchool(pos int32) bool {
	return pos > 1 && w.t.R[pos] == '中' && numeral(w.t.R[pos-1])
}

// conjuncts appends to out the parts of a piece, split at 和, 及, 与 and 以及 where the part before is whole:
// it ends in a head noun of works, a phase or a bracket, or names a place.
func (w *Worker) conjuncts(out []Range, r Range) []Range {
	t := &w.t
	for i := r.Lo + 2; i < r.Hi-1; i++ {
		n := int32(1)
		switch t.R[i] {
		case '和', '及', '与', '暨':
			if t.R[i+1] == '其' || t.R[i] == '及' && w.attached(Range{i + 1, r.Hi}) {
				continue
			}
		case '以':
			if t.R[i+1] != '及' {
				continue
			}
			n = 2
		case '”':
			if t.R[i+1] == '“' {
				return w.conjuncts(append(out, Range{r.Lo, i + 1}), Range{i + 1, r.Hi})
			}
			continue
		default:
			continue
		}
		if at := w.unaltered(r); at < i && at > r.Lo { // 青川灌区|续建配套与节水改造
			continue
		}
		if right := w.trimAction(Range{i + n, r.Hi}); w.isAction(before(r, i)) && w.isAction(right) &&
			!(right.Len() >= 4 && w.proper(before(r, i)) && w.proper(right)) { // 清河治理和柳湖修复 are two
			continue
		}
		if t.R[i] == '暨' || t.BracketAt(i) >= 0 && t.BracketAt(i) != t.BracketAt(r.Lo) {
			continue
		}
		left := before(r, i)
		if w.onlyPhase(Range{i + n, r.Hi}) { // 甲医院住院楼及|二期项目
			continue
		}
		if w.trimGroup(left) != left { // 乙2座大型|和|丙1座小型水库
			return w.conjuncts(append(out, left), Range{i + n, r.Hi})
		}
		if right := w.trimAction(Range{i + n, r.Hi}); right.Len() <= 3 {
			if _, h := w.heads(right.Lo, right.Hi); h == right.Lo && w.ownerOf(left, right, "") == "" {
				continue // 甲水库及灌区
			}
		}
		if end := w.e.places.at(t.R, i); end > 0 && (w.works(left) == "" || w.works(w.trimAction(Range{i + n, r.Hi})) == "") { // 和县
			continue
		}
		if _, programme := w.hasEnd(listProgrammeHead, i); !programme && w.works(w.trimAction(left)) == "" && w.e.places.at(t.R, r.Lo) != i && w.phase(left) == i &&
			!(w.yields(left) && w.yields(Range{i + n, r.Hi})) {
			continue
		}
		return w.conjuncts(append(out, left), Range{i + n, r.Hi})
	}
	return append(out, r)
}

// countedBeside reports whether 和 joins the count at n, of things without a name, to works by
// name before it: 甲小学、乙幼儿园和|12个农家书屋.
func (w *Worker) countedBeside(r Range, n int32) bool {
	if c := w.t.R[n-1]; c != '和' && c != '及' {
		return false
	}
	pieces := w.pieces(before(r, n-1))
	last := pieces[len(pieces)-1]
	return w.works(last) != "" && !w.genericWorks(last)
}

// joinsWorks reports whether 和 joins two works by name that r is: 青湖蓄滞洪区和白河治理|两大项目.
func (w *Worker) joinsWorks(r Range) bool {
	for i := r.Lo + 3; i+3 < r.Hi; i++ {
		if c := w.t.R[i]; c == '和' || c == '与' {
			left, right := before(r, i), Range{i + 1, r.Hi}
			return w.works(left) != "" && w.works(right) != "" && !w.genericWorks(left) && !w.genericWorks(right)
		}
	}
	return false
}

// onlyPhase reports whether r names only a phase: 二期, 二期项目.
func (w *Worker) onlyPhase(r Range) bool {
	if at, ok := w.endIn(listPlainHead, r); ok {
		r.Hi = at
	}
	lo, ok := w.hasEnd(listWorksPhase, r.Hi)
	return ok && lo <= r.Lo
}

// before returns the part of r before pos.
func before(r Range, pos int32) Range { return Range{r.Lo, pos} }

// oneName reports whether the parts are the inside of one name
// (地震、水旱灾害监测网络): only the last has a head noun, none is a place.
func (w *Worker) oneName(parts []Range) bool {
	last := parts[len(parts)-1]
	for _, p := range parts[:len(parts)-1] {
		if p.Len() == 0 || w.works(p) != "" || w.parallel(p, last) != "" || w.proper(p) || w.t.R[p.Lo] == '“' {
			return false
		}
	}
	c := w.works(last)
	return c != "" && c != lineClass && c != siteClass
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
			if w.ofName(r, i) {
				continue
			}
			return Range{i + 1, r.Hi}
		}
		if end, ok := w.hasAt(listSubjectVerb, i); ok && i > r.Lo+1 && r.Hi-end >= 6 && w.headClass(end, r.Hi) != "" && !w.onlyHead(end) {
			return Range{end, r.Hi}
		}
	}
	return r
}

// ofName reports whether 的 at pos stands inside of the name that r is, before what is done
// or of what kind it is: 青川小学|的抗震加固, 青川到柳湾|的二级公路.
func (w *Worker) ofName(r Range, pos int32) bool {
	kind := Range{pos + 1, r.Hi}
	return w.unaltered(r) == pos || kind.Len() > 1 && w.route(before(r, pos)) && w.headClass(kind.Lo, kind.Hi) == lineClass && w.kindOnly(kind)
}

// described reports whether the parts before 等 only describe the one thing behind
// it: they name no works and no place, it begins with a place and is a work.
func (w *Worker) described(parts []Range, head Range) bool {
	if w.e.places.at(w.t.R, head.Lo) == 0 || w.works(head) == "" {
		return false
	}
	for _, p := range parts {
		if p.Len() == 0 || w.works(p) != "" || w.e.places.in(w.t.R, p) {
			return false
		}
	}
	return len(parts) > 1
}

// betweenDigits reports whether the mark at i parts numbers of one thing (2、6号线).
func (w *Worker) betweenDigits(i int32) bool {
	t := &w.t
	digit := isDigit
	if i < 1 || int(i)+1 >= len(t.R) {
		return false
	}
	if numeral(t.R[i-1]) && numeral(t.R[i+1]) && i > 1 && !w.endsWith(listOneNot, i) { // 白沙一、二期
		return true
	}
	return digit(t.R[i-1]) && digit(t.R[i+1])
}

// pieces splits r at the 、 outside of brackets and quotes.
func (w *Worker) pieces(r Range) []Range { return w.appendPieces(nil, r) }

// appendPieces appends the pieces of r to out.
func (w *Worker) appendPieces(out []Range, r Range) []Range {
	depth, lo := 0, r.Lo
	for i := r.Lo; i < r.Hi; i++ {
		depth += nesting(w.t.R[i])
		switch w.t.R[i] {
		case '、', ',':
			if depth <= 0 && !w.betweenDigits(i) {
				out = append(out, Range{lo, i})
				lo = i + 1
			}
		}
	}
	return append(out, Range{lo, r.Hi})
}

// groups splits the lists of projects that follow each other behind one word:
// 包括甲、乙等铁路项目,丙、丁等公路项目以及戊工程.
func (w *Worker) groups(r Range) []Range {
	t := &w.t
	var out []Range
	lo, depth := r.Lo, 0
	for i := r.Lo; i <= r.Hi; i++ {
		if i < r.Hi {
			if depth += nesting(t.R[i]); depth > 0 || t.R[i] != ',' && t.R[i] != ':' {
				continue
			}
		}
		g := Range{lo, i}
		if len(out) > 0 && (w.predicate(g) || w.etc(g) < 0 && !w.saysProject(g)) {
			break
		}
		out = append(out, g)
		if lo = i + 1; i < r.Hi && t.R[i] == ':' {
			break
		}
	}
	return out
}

// listsLater reports whether r goes on with a list of its own that 等 closes.
func (w *Worker) listsLater(r Range) bool {
	marks := 0
	for i := r.Lo; i < r.Hi; i++ {
		switch w.t.R[i] {
		case '、':
			marks++
		case '等':
			return marks > 0 && slices.Contains(w.t.R[r.Lo:i], '以') // 以及
		}
	}
	return false
}

// countedLater reports whether a count stands at 等, and a list goes on behind what
// it counts until another 等: 甲等5条高铁、乙等13条高速、丙机场三期等项目.
func (w *Worker) countedLater(r Range) bool {
	if w.count(r) != r.Lo+1 {
		return false
	}
	marks := 0
	for i := r.Lo + 1; i < r.Hi; i++ {
		switch w.t.R[i] {
		case '、':
			marks++
		case '等':
			return marks > 0
		}
	}
	return false
}
