package extract

import (
	"slices"
	"strings"
)

// works is an enumeration of things that are built.
type works struct {
	members  []member
	classes  []string // by member: line, site, box or "" (no head noun of works)
	proper   []bool   // by member: it holds a place's or another proper name
	open     bool     // 等 closes it
	counted  bool     // the things are counted, not named (建设20个站)
	projects bool     // 等项目 closes it
	staged   bool     // 等项目 with what becomes of them closes it: 等项目开工
	namely   bool     // the words before it say that projects follow
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
			if next := (Range{i + 1, w.firstPiece(i+1, r.Hi)}); w.works(next) != "line" || w.predicate(next) {
				return append(out, Range{lo, i})
			}
		case '和':
			if depth <= 0 && (w.count(Range{lo, i}) > 0 && w.count(Range{i, r.Hi}) > 0 || w.twoGroups(Range{lo, i}, Range{i + 1, r.Hi})) {
				out = append(out, Range{lo, i})
				lo = i + 1
			}
		}
	}
	return append(out, Range{lo, r.Hi})
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
	if !w.isAction(a) || b.Len() < 2 {
		return false
	}
	if c := w.works(w.trimAction(b)); c != "" && w.proper(b) && w.proper(a) && w.count(a) == 0 { // 甲江、乙河防洪治理和丙河山洪治理工程
		return true
	}
	if b.Len() > 8 {
		return false
	}
	return int(b.Hi) < len(t.R) && strings.ContainsRune("、等", t.R[b.Hi]) && w.works(b) == "" && (w.feature(b.Hi-1) || w.e.places.in(t.R, b))
}

func (w *Worker) startsVerb(pos int32) bool {
	if _, ok := w.hasAt(listWorksVerb, pos); ok {
		return true
	}
	_, ok := w.hasAt(listUndertake, pos)
	return ok
}

// predicate reports whether r begins with a verb of building, maybe behind adverbs.
func (w *Worker) predicate(r Range) bool {
	for pos := r.Lo; pos < r.Hi; {
		if w.startsVerb(pos) {
			return true
		}
		next := w.skipOne(pos, r.Hi, listProjectAdverb, listWorksWhen)
		if next == pos {
			return false
		}
		pos = next
	}
	return false
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
		if i > r.Lo+1 && w.single(listGroupUnit, i) && w.t.R[i-2] != '、' && (strings.ContainsRune("两三四五六七八九", w.t.R[i-1]) || w.t.R[i-1] == '十' && !numeral(w.t.R[i-2])) && w.t.BracketAt(i-1) < 0 {
			return i - 1
		}
		if isDigit(w.t.R[i-1]) && w.single(listWorksUnit, i) {
			at := i // i itself only goes forward: a count in a bracket is passed over
			for at > r.Lo && isDigit(w.t.R[at-1]) {
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
// What it returns holds until it is called again.
func (w *Worker) parseList(r Range) works {
	t := &w.t
	l := works{members: w.listed.members[:0], classes: w.listed.classes[:0], proper: w.listed.proper[:0]}
	body, tail := r, Range{r.Hi, r.Hi}
	if e := w.etc(r); e >= 0 {
		body, tail, l.open = Range{r.Lo, e}, Range{e + 1, r.Hi}, true
		if n := w.count(Range{tail.Lo - 1, tail.Hi}); n == tail.Lo {
			tail.Lo = w.afterCount(n)
		}
	} else if n := w.count(r); n > r.Lo+1 && slices.Contains(t.R[r.Lo:n], '、') && len(w.pieces(Range{r.Lo, n})) > 1 {
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
	if ref, ok := w.find(listProjectMention, body); ok && t.BracketAt(ref.Lo) == t.BracketAt(body.Lo) {
		return l
	}
	if _, ok := w.hasAt(listProjectReference, body.Lo); ok {
		return l
	}
	w.pieceBuf = w.appendPieces(w.pieceBuf[:0], body)
	parts := w.partBuf[:0]
	for _, p := range w.pieceBuf {
		parts = w.conjuncts(parts, p)
	}
	w.partBuf = parts
	for i := range parts {
		parts[i] = w.trimAction(parts[i])
	}
	if tail.Len() == 0 && len(parts) > 1 && w.oneName(parts) {
		parts[0].Hi = parts[len(parts)-1].Hi
		parts = parts[:1]
	}
	if l.open && len(parts) == 1 && tail.Len() > 0 && w.countBefore(tail.Lo) { // 完成和平路等12条道路改造: counted
		l.counted = true
		return l
	}
	shared, sharedClass, crossing := "", "", false
	if n := w.count(tail); n > tail.Lo+1 && n >= tail.Hi-5 {
		tail.Hi = n // 等学校15所
	}
	if tail.Len() > 0 && tail.Lo > body.Hi+1 && w.attrs(listGroupUnit, Range{tail.Lo - 1, tail.Lo})["kind"] != "" && w.generic(tail) && w.headClass(tail.Lo, tail.Hi) == "box" {
		l.counted = true // 三大工程: programmes
		return l
	}
	if tail.Len() > 0 {
		head := w.trimAction(tail)
		if t.ends(head, 2, "项目") && w.headClass(head.Lo, head.Hi-2) != "" {
			head.Hi -= 2 // 等高速公路项目
		}
		if at, ok := w.find(listWorksClass, head); ok && at.Hi < head.Hi {
			head.Lo = at.Hi
		}
		if head.Len() > 4 && strings.ContainsRune("与对", t.R[head.Lo]) { // 等与周边互联互通铁路
			_, head.Lo = w.heads(head.Lo, head.Hi)
		}
		_, crossing = w.hasEnd(listWorksCrossing, head.Hi)
		_, verb := w.find(listWorksInner, head)
		counted := tail.Lo > body.Hi+1 && w.attrs(listGroupUnit, Range{tail.Lo - 1, tail.Lo})["works"] != "" // 五大基础库
		if !verb && w.works(head) != "" && (counted || !w.generic(head)) && (head.Len() <= 16 || head.Len() <= 18 && w.works(head) == "line") && !strings.ContainsAny(t.String(head), "、,") {
			shared, sharedClass = t.Written(head), w.works(head)
			if lo, ok := w.hasEnd(listWorksTail, head.Hi); ok && lo > head.Lo && sharedClass == "action" { // 污水处理厂提标改造
				if of := w.works(Range{head.Lo, lo}); of != "" {
					sharedClass = of
				}
			}
		}
	}
	if head := w.trimAction(tail); l.open && shared == "" && head.Len() > 16 && w.described(parts, head) { // 建设甲检验、乙试验等丙市丁基地
		l.members = append(l.members, member{name: t.Written(head), at: head})
		l.classes, l.proper = append(l.classes, w.works(head)), append(l.proper, true)
		l.open = false
		w.listed = l
		return l
	}
	if what := w.trimAction(tail); tail.Len() > 0 && w.generic(what) {
		l.projects = w.speaksOf(listPlainHead, tail) || strings.Contains(t.String(tail), "重大") && strings.Contains(t.String(tail), "设施")
	} else if l.open && t.ends(what, 2, "项目") && what.Len() <= 10 { // 等地产项目, 等重大龙头项目
		long := 0
		for _, p := range parts {
			if p.Len() > 4 || p.Len() > 2 && w.e.places.at(t.R, p.Lo) < p.Hi {
				long++
			}
		}
		l.projects = 2*long > len(parts)
	}
	if lo, ok := w.hasEnd(listWorksDone, tail.Hi); ok && lo > tail.Lo && l.projects {
		l.staged = true
	}
	hypernym := w.isHypernym(shared)
	kindOf := false // 等民航项目 says of what kind they are, 等绿化项目 what is done
	if what := w.trimAction(tail); sharedClass == "box" && t.ends(what, 2, "项目") {
		_, phase := w.hasEnd(listWorksPhase, what.Hi-2)
		_, alter := w.hasEnd(listWorksAlter, what.Hi-2)
		_, action := w.hasEnd(listWorksAction, what.Hi-2)
		kindOf = !phase && !alter && !action
	}
	among := false // a place is one of the first members: the others are places, too
	for i := 0; i < len(parts)-1 && !among; i++ {
		among = parts[i].Len() > 1 && w.e.places.at(t.R, parts[i].Lo) == parts[i].Hi
	}
	prefix, headless := "", false
	for i, p := range parts {
		if p.Len() == 0 {
			continue
		}
		class := w.works(p)
		p, st := w.cutBracket(p)
		if lo := w.skipVerbs(p.Lo, p.Hi, listWorksVerb); i > 0 && p.Hi-lo > 3 && w.works(Range{lo, p.Hi}) != "" {
			p.Lo = lo // 建设甲水库、加快建设乙铁路
		}
		if p = w.afterSubject(p); p.Len() <= 0 {
			continue
		}
		quoted := t.R[p.Lo] == '“' && t.R[p.Hi-1] == '”' && p.Len() > 2
		if quoted {
			p = Range{p.Lo + 1, p.Hi - 1}
			class = w.works(p)
		}
		if next := (Range{p.Hi, min(p.Hi+2, int32(len(t.R)))}); t.is(next, "续建") {
			st = "续建"
		}
		name := t.Written(p)
		if e := w.etc(p); e > 0 { // 眉太等13条高速
			if n := w.count(Range{e, p.Hi}); n == e+1 && w.afterCount(n) < p.Hi {
				name = t.Written(Range{p.Lo, e}) + t.Written(Range{w.afterCount(n), p.Hi})
			}
		}
		if k := w.lineNumber(p); k >= 0 {
			switch {
			case k > p.Lo:
				prefix = t.Written(Range{p.Lo, k})
			case prefix != "":
				name = prefix + name
			}
		}
		own, alike := class, false
		if hypernym && class == "" && p.Len() >= 4 {
			class = sharedClass
		}
		if shared != "" && !(hypernym && p.Len() >= 4) && !(own != "" && kindOf) && !quoted && !strings.HasSuffix(name, shared) && !strings.HasSuffix(name, "公司") && !w.sameHead(p, shared) && completes(own, crossing, sharedClass) {
			name = lap(name, shared)
			if class == "" {
				class = sharedClass
			}
			if class == "action" {
				class = ""
			}
			l.elided = true
		}
		if shared == "" && i < len(parts)-1 {
			next := i + 1 // the next that has a head noun says what this one is
			for next < len(parts)-1 && (parts[next].Len() == 0 || w.works(parts[next]) == "") {
				next++
			}
			s := w.parallel(p, parts[next])
			if s == "" && len(parts) == 2 {
				s = w.alteredToo(p, parts[1])
			}
			if s == "" && class == "" && i == 0 {
				headless = w.headless(parts)
			}
			if s == "" && class == "" && headless {
				s = w.lastHead(parts[len(parts)-1])
			}
			if s == "" && class == "" && among && p.Len() <= 4 {
				s = w.headOf(parts[len(parts)-1])
			}
			if s == "" && class == "" && w.sureNames {
				s = w.namedAlike(p, parts[next])
				alike = s != ""
			}
			if s != "" {
				if end := string(t.R[p.Hi-1]); w.feature(p.Hi-1) && strings.HasPrefix(s, end) { // 清水河, (白沙)河治理
					s = s[len(end):]
				}
				name += s
				class = w.works(parts[next])
			}
		}
		if class == "" && w.numberedPhase(p, w.phase(p)) { // 光源二期, 银都广场(二期)
			class = "site"
		}
		proper := alike || w.proper(p) || prefix != "" && w.lineNumber(p) == p.Lo
		for _, n := range numeralRun(name) {
			l.members = append(l.members, member{name: n, at: p, status: st})
			l.classes = append(l.classes, class)
			l.proper = append(l.proper, proper)
		}
	}
	if n := len(l.members); tail.Len() == 0 && n > 1 && !l.projects { // 甲三期、乙制造项目
		at := l.members[n-1].at
		l.projects = t.ends(at, 2, "项目") && at.Len() > 5
	}
	w.listed = l
	return l
}

// numeralRun returns the names that a name with numerals in a row stands for:
// 白沙电厂5、6号机组, 白沙一、二期工程.
func numeralRun(name string) []string {
	rs := []rune(name)
	lo := -1
	for i, r := range rs {
		if r == '、' && i > 0 && i+1 < len(rs) {
			lo = i
			break
		}
	}
	if lo < 0 {
		return []string{name}
	}
	digit := isDigit
	is := digit
	if numeral(rs[lo-1]) {
		is = numeral
	}
	for lo > 0 && is(rs[lo-1]) {
		lo--
	}
	var numbers []string
	hi := lo
	for {
		at := hi
		for hi < len(rs) && is(rs[hi]) {
			hi++
		}
		if hi == at {
			return []string{name}
		}
		numbers = append(numbers, string(rs[at:hi]))
		if hi+1 >= len(rs) || rs[hi] != '、' {
			break
		}
		hi++
	}
	rest := rs[hi:]
	if len(numbers) < 2 || lo < 1 || len(rest) == 0 || is(rs[lo]) && digit(rs[lo]) && (!strings.ContainsRune("号期", rest[0]) || len(rest) > 6) {
		return []string{name}
	}
	var out []string
	for _, n := range numbers {
		out = append(out, string(rs[:lo])+n+string(rest))
	}
	return out
}

// countBefore reports whether a count ends at pos (等12条).
func (w *Worker) countBefore(pos int32) bool {
	t := &w.t
	return pos >= 2 && (isDigit(t.R[pos-2]) || numeral(t.R[pos-2]) || t.R[pos-2] == '两') && w.single(listLineUnit, pos-1)
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
		if end, ok := w.hasAt(listSubjectVerb, i); ok && i > r.Lo+1 && r.Hi-end >= 6 && w.headClass(end, r.Hi) != "" {
			return Range{end, r.Hi}
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
	c := w.works(last)
	return c != "" && c != "line" && c != "site"
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
			if depth > 0 || w.endsWith(listEtcNot, i+1) || i+1 < r.Hi && w.startsWith(listEtcNot, i) {
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

func (w *Worker) startsNumber(pos int32) bool {
	t := &w.t
	if int(pos) >= len(t.R) {
		return false
	}
	r := t.R[pos]
	if r == '一' && int(pos)+1 < len(t.R) && (t.R[pos+1] == '批' || t.R[pos+1] == '系') || r == '若' {
		return true
	}
	if !isDigit(r) {
		return false
	}
	i := pos
	for int(i) < len(t.R) && isDigit(t.R[i]) {
		i++
	}
	if _, spec := w.hasAt(listWorksSpec, i); spec {
		return false // 220千伏…输变电工程
	}
	if int(i)+1 < len(t.R) && t.R[i+1] == '道' && strings.ContainsRune("国省县", t.R[i]) {
		return false // 107国道
	}
	return int(i) < len(t.R) && t.R[i] != '号'
}

func (w *Worker) afterCount(pos int32) int32 {
	if w.t.R[pos] > '9' { // 三座
		return pos + 2
	}
	for int(pos) < len(w.t.R) && isDigit(w.t.R[pos]) {
		pos++
	}
	return pos + 1
}

// conjuncts appends to out the parts of a piece, split at 和, 及, 与 and 以及 where the part before is whole:
// it ends in a head noun of works, a phase or a bracket, or names a place.
func (w *Worker) conjuncts(out []Range, r Range) []Range {
	t := &w.t
	for i := r.Lo + 2; i < r.Hi-1; i++ {
		n := int32(1)
		switch t.R[i] {
		case '和', '及', '与', '暨':
			if t.R[i+1] == '其' {
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
		if right := w.trimAction(Range{i + n, r.Hi}); w.isAction(before(r, i)) && w.isAction(right) &&
			!(right.Len() >= 4 && w.proper(before(r, i)) && w.proper(right)) { // 清河治理和柳湖修复 are two
			continue
		}
		if t.R[i] == '暨' || t.BracketAt(i) >= 0 && t.BracketAt(i) != t.BracketAt(r.Lo) {
			continue
		}
		left := before(r, i)
		if right := w.trimAction(Range{i + n, r.Hi}); right.Len() <= 3 {
			if _, h := w.heads(right.Lo, right.Hi); h == right.Lo {
				continue // 甲水库及灌区
			}
		}
		if end := w.e.places.at(t.R, i); end > 0 { // 和县
			continue
		}
		if _, programme := w.hasEnd(listProgrammeHead, i); !programme && w.works(w.trimAction(left)) == "" && w.e.places.at(t.R, r.Lo) != i && w.phase(left) == i {
			continue
		}
		return w.conjuncts(append(out, left), Range{i + n, r.Hi})
	}
	return append(out, r)
}

func before(r Range, pos int32) Range { return Range{r.Lo, pos} }

// isAction reports whether r ends in a noun of action (治理, 搬迁).
func (w *Worker) isAction(r Range) bool {
	lo, ok := w.hasEnd(listWorksAction, r.Hi)
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
	if _, ok := w.hasAt(listProjectReference, in.Lo); ok {
		return Range{r.Lo, in.Lo - 1}, ""
	}
	return r, ""
}

// trimAction leaves out the nouns of action after a name (建设, 前期工作).
func (w *Worker) trimAction(r Range) Range {
	for r.Len() > 2 {
		if w.isWorksHead(r) && !w.endsWith(listPlainHead, r.Hi) {
			return r
		}
		lo, ok := w.hasEnd(listWorksTail, r.Hi)
		if !ok || lo < r.Lo {
			return r
		}
		if tail := (Range{lo, r.Hi}); w.isWord(listPlainHead, tail) && lo-r.Lo >= 2 {
			return r // part of the name, unless it is all that the tail says
		}
		r.Hi = lo
	}
	if r.Len() == 2 {
		if w.isWord(listPlainHead, r) || w.t.is(r, "建设") {
			r.Hi = r.Lo
		}
	}
	return r
}

// numbered reports whether rs holds the number of a road (G318线, S206).
func numbered(rs []rune) bool {
	for i := 0; i+2 < len(rs); i++ {
		switch rs[i] {
		case 'G', 'S', 'X', 'Y':
			if isDigit(rs[i+1]) {
				return true
			}
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

// namedAlike returns the words of kind and the head noun of the last member, where both it
// and p begin with a short name: (沙坪, 石门大型水库): 大型水库; (东门, 西岭公交场站): 公交场站.
func (w *Worker) namedAlike(p, last Range) string {
	t := &w.t
	if p.Len() < 2 || p.Len() > 4 || w.startsVerb(p.Lo) || w.nothingBut(p, listProjectGeneric, listWorksKind) {
		return ""
	}
	for _, r := range t.R[p.Lo:p.Hi] {
		if r < 0x3400 {
			return ""
		}
	}
	bits, h := w.heads(last.Lo, w.phase(last))
	if bits&(lineHead|siteHead) == 0 || bits&notHead != 0 {
		return ""
	}
	for i := last.Lo + 2; i <= h && i <= last.Lo+4; i++ {
		if w.skip(i, h, listProjectGeneric, listWorksKind) == h && !w.nothingBut(Range{last.Lo, i}, listProjectGeneric, listWorksKind) {
			return t.Written(Range{i, last.Hi})
		}
	}
	return ""
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
				if at, ok := w.endIn(listPlainHead, rest); ok && w.phase(Range{last.Lo, at}) == at {
					return t.Written(rest)
				}
			}
		}
		return ""
	}
	if end := w.e.places.at(t.R, p.Lo); end == p.Hi {
		end := w.e.places.at(t.R, last.Lo)
		if end > last.Lo+2 && end < last.Hi && t.R[end] == '级' { // 佳木斯 in 佳木斯市级疾控中心
			end--
		}
		if end > 0 && end < last.Hi && w.works(Range{end, last.Hi}) != "" {
			return t.Written(Range{end, last.Hi})
		}
	}
	if p.Len() >= 2 && p.Len() <= 4 && (w.feature(p.Hi-1) || w.single(listWorksLevel, p.Hi-1)) { // (白水, 清水干流治理): 干流治理
		for i := min(last.Lo+3, last.Hi-3); i > last.Lo; i-- {
			alike := t.R[i] == t.R[p.Hi-1] || w.river(i) && w.river(p.Hi-1)
			if rest := (Range{i + 1, last.Hi}); alike && !w.common(i) && w.works(rest) != "" {
				return t.Written(rest)
			}
		}
	}
	if hi := w.phase(p); hi < p.Hi && w.works(p) == "" {
		unit := t.R[p.Hi-1]
		for i := last.Lo + 1; i < last.Hi-1; i++ {
			if rest := (Range{i + 1, last.Hi}); t.R[i] == unit && w.works(rest) != "" {
				return t.Written(rest)
			}
		}
	}
	if w.works(p) == "" && slices.Contains(t.R[p.Lo:p.Hi], '至') && slices.Contains(t.R[last.Lo:last.Hi], '至') { // (甲至乙, 丙至丁高速公路): 高速公路
		if bits, lo := w.heads(last.Lo, last.Hi); bits&lineHead != 0 && lo > last.Lo+2 {
			return t.Written(Range{lo, last.Hi})
		}
	}
	if p.Len() > 2 && routeSign(t.R[p.Lo:p.Hi]) && w.works(p) == "" { // (甲县至乙县, 丙县至丁县高速公路): 高速公路
		if _, h := w.heads(last.Lo, w.phase(last)); h > last.Lo+2 && routeSign(t.R[last.Lo:h]) {
			return t.Written(Range{h, last.Hi})
		}
	}
	if w.abbreviated(p) { // (京沪, 哈大高速铁路): 高速铁路
		if _, h := w.heads(last.Lo, w.phase(last)); w.abbreviated(Range{last.Lo, h}) {
			return t.Written(Range{h, last.Hi})
		}
	}
	if p.Len() > 3 { // (甲灾害, 乙灾害监测网络): 监测网络
		for i := last.Lo + 1; i < last.Hi-3; i++ {
			if equalRunes(t.R[i:i+2], t.R[p.Hi-2:p.Hi]) && w.works(Range{i + 2, last.Hi}) != "" {
				return t.Written(Range{i + 2, last.Hi})
			}
		}
	}
	return ""
}

// river reports whether the rune at pos ends the names of running water.
func (w *Worker) river(pos int32) bool {
	return w.single(listRiverLetter, pos) || w.attrs(listPlaceFeature, Range{pos, pos + 1})["river"] == "yes"
}

// feature reports whether the rune at pos ends the names of natural features.
func (w *Worker) feature(pos int32) bool {
	return w.single(listPlaceFeature, pos) || w.t.R[pos] == '水'
}

// alteredToo returns what is done to the second of two things of a kind, where
// nothing is said of the first: (甲一中, 乙二中改扩建): 改扩建.
func (w *Worker) alteredToo(p, last Range) string {
	lo := w.unaltered(last)
	if lo == last.Hi {
		if at, ok := w.hasEnd(listWorksPhase, last.Hi); !ok || !strings.ContainsRune("改扩", w.t.R[at]) {
			return ""
		} else {
			lo = at
		}
	}
	a, h := w.heads(p.Lo, p.Hi)
	b, k := w.heads(last.Lo, lo)
	if a&^notHead == 0 || a&b == 0 || w.works(p) == "" || string(w.t.R[p.Hi-1]) != string(w.t.R[lo-1]) || h == p.Lo || k == last.Lo {
		return ""
	}
	return w.t.Written(Range{lo, last.Hi})
}

// routeSign reports whether a name says from where to where.
func routeSign(rs []rune) bool {
	return slices.ContainsFunc(rs[1:], func(r rune) bool { return r == '至' || r == '—' || r == '-' || r == '–' })
}

// abbreviated reports whether a name is only the abbreviations of the ends of a
// line: 京沪, 广深港.
func (w *Worker) abbreviated(r Range) bool {
	if r.Len() < 2 || r.Len() > 4 {
		return false
	}
	for i := r.Lo; i < r.Hi; i++ {
		if !w.single(listPlaceAbbr, i) && !w.single(listRouteAbbr, i) {
			return false
		}
	}
	return true
}

// headOf returns the head noun of a name with up to four characters before it.
func (w *Worker) headOf(r Range) string {
	if _, h := w.heads(r.Lo, w.phase(r)); h-r.Lo >= 2 && h-r.Lo <= 4 {
		return w.t.Written(Range{h, r.Hi})
	}
	return ""
}

// headless reports whether all parts but the last are proper names without a head
// noun of works, and the last has one: 甲市二期、乙市丙山抽水蓄能电站.
func (w *Worker) headless(parts []Range) bool {
	last := parts[len(parts)-1]
	if c := w.works(last); c != "line" && c != "site" || !w.proper(last) {
		return false
	}
	for _, p := range parts[:len(parts)-1] {
		if p.Len() < 2 || p.Len() > 8 || w.works(p) != "" || !w.e.places.in(w.t.R, p) {
			return false
		}
	}
	return true
}

// lastHead returns the head noun of a name, with its phase.
func (w *Worker) lastHead(r Range) string {
	if _, h := w.heads(r.Lo, w.phase(r)); h > r.Lo {
		return w.t.Written(Range{h, r.Hi})
	}
	return ""
}

// isHypernym reports whether a shared head noun says only of what kind the members are.
func (w *Worker) isHypernym(s string) bool {
	for _, en := range w.e.lists[listWorksHypernym].Entries {
		if en.Term == s {
			return true
		}
	}
	return false
}

// lineNumber returns where the number of a line (12号线) begins in r; -1 for none.
func (w *Worker) lineNumber(r Range) int32 {
	t := &w.t
	for i := r.Lo + 1; i < r.Hi-1; i++ {
		if t.R[i] == '号' && t.R[i+1] == '线' && isDigit(t.R[i-1]) {
			for i > r.Lo && isDigit(t.R[i-1]) {
				i--
			}
			return i
		}
		if t.R[i+1] == '线' && isDigit(t.R[i]) && t.R[i-1] >= 'A' && t.R[i-1] <= 'Z' { // R1线
			return i - 1
		}
	}
	return -1
}
