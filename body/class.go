package body

import (
	"slices"
	"strings"
)

// government finds governments, party committees and their collectives:
// 各市、县(市、区)人民政府, 各级党委、政府, 当地人民政府.
func (l *Lexicon) government(text []rune, end int) (Mention, bool) {
	for _, h := range l.governments {
		if !hasAt(text, end-len(h), h) {
			continue
		}
		start, level := l.soup(text, end-len(h))
		if s, _, spot := l.spot.longest(text, start); spot && end-len(h)-start <= 1 && (h[0] == '人' || h[0] == '政') { // 事发地人民政府, 所在镇人民政府
			return Mention{Start: s, End: end, Kind: Class}, true
		}
		level = level || start < end-len(h) && l.hasLevel(h) && h[0] != '人'
		if !level || start == end-len(h) { // 乡镇党委 is a head and 党委 another
			continue
		}
		m := Mention{Start: start, End: end, Kind: Body, Charged: text[end-1] == '政'}
		if town := l.townBefore(text, start, end-len(h)); town < start { // 石桥|镇人民政府
			m.Start = town
			return m, true
		}
		if s, solid, ok := l.placeBefore(text, end-len(h)); !(ok && s == start && (solid || end-len(h)-s == 1)) {
			m.Kind = Collective
		}
		return m, true
	}
	return Mention{}, false
}

// townBefore returns where the name of a town or the like that no list has begins before
// its level, which stands at start and ends at end; start for none. All provinces are
// listed, and behind 委 a second body begins (县委县政府).
func (l *Lexicon) townBefore(text []rune, start, end int) int {
	if end-start != 1 || start == 0 || text[start] == '省' || text[start-1] == '委' || !han(text[start-1]) || l.opens(text, start) {
		return start
	}
	t, ok := l.unknownPlace(text, start)
	if !ok || t > 0 && l.NoLevel(text[start-1], text[start]) || l.word(noPlaceName, string(text[t:start])) {
		return start
	}
	return t
}

// soup reads backwards over levels, places, brackets and separators as they
// stand before a government's head; level is true when one was met.
func (l *Lexicon) soup(text []rune, end int) (start int, level bool) {
	i := end
	start = end
	depth := 0
	lastSep := false
	for i > 0 {
		switch r := text[i-1]; {
		case r == ')' || r == '〕':
			depth++
			lastSep = false
			i--
			continue
		case r == '(' || r == '〔':
			if depth == 0 {
				return start, level
			}
			depth--
			i--
			if depth == 0 && level {
				// the word before the bracket must follow
				lastSep = false
			}
			continue
		case r == '、' || r == '和' || r == '及' || r == '与' || (depth > 0 && r == ','):
			if i == end || lastSep {
				return start, level
			}
			lastSep = true
			i--
			continue
		}
		s, ok := l.token(text, i)
		if !ok && lastSep && depth == 0 { // 天峻、都兰、乌兰县政府: short names
			if p, _, short := l.place.longest(text, i); short && (p == 0 || !han(text[p-1])) {
				s, ok = p, true
			}
		}
		if !ok || i-s == 1 && depth == 0 && s > 0 && (text[s-1] == '全' || text[s-1] == '我' || text[s-1] == '本') {
			break
		}
		if lastSep && depth == 0 && !l.joins(text, s, i, start) {
			break
		}
		i = s
		lastSep = false
		if depth == 0 {
			start = s
		}
		level = level || l.hasLevel(text[s:end])
	}
	if start < end && text[start] == '等' { // 甲、乙等市县政府
		p := start
		for {
			s, _, ok := l.place.longest(text, p)
			if !ok {
				break
			}
			start, p = s, s
			if p > 1 && text[p-1] == '、' {
				p--
			}
		}
		if text[start] == '等' {
			start++
		}
	}
	// 每个县
	if start < end && start >= 1 && text[start-1] == '驻' {
		start--
	}
	return start, level
}

// joins reports whether the token before a separator belongs to the same list
// of places as what follows: 市、县(市、区), but not 省委、省.
func (l *Lexicon) joins(text []rune, s, e, start int) bool {
	// behind the separator must stand a level or place that the token before can be coordinated with
	before, after := text[s:e], text[start:]
	if len(before) == 0 || len(after) == 0 {
		return false
	}
	if string(before) == "省" && (after[0] == '省' || len(after) > 1 && after[0] == '市' && (after[1] == '委' || after[1] == '政')) {
		return false
	}
	if after[0] == '省' || l.wordAt(newList, text, start) || after[0] == '各' && before[0] != '各' {
		return false
	}
	return !l.word(ownList, string(before))
}

// token returns the start of the scope word or place that ends at end.
func (l *Lexicon) token(text []rune, end int) (int, bool) {
	a, okA := l.placeAt(text, end)
	b, _, okB := l.scope.longest(text, end)
	if n := counted(text, end); n < end { // 三县一区人民政府
		return n, true
	}
	switch {
	case okA && (!okB || a < b):
		return a, true
	case okB:
		if end-b == 1 && b > 0 && l.NoLevel(text[b-1], text[b]) {
			return 0, false
		}
		return b, true
	case end >= 2 && text[end-1] == '等' && han(text[end-2]):
		if _, _, place := l.place.longest(text, end-1); place {
			return end - 1, true
		}
	}
	return 0, false
}

// hasLevel reports whether a level or a place stands in words before a body's head.
func (l *Lexicon) hasLevel(t []rune) bool {
	for _, r := range t {
		if l.letterOf(levelLetter, r) {
			return true
		}
	}
	return len(t) > 1 && t[0] != '有' && t[0] != '相' && t[0] != '所'
}

// classHead is a word that ends the name of a class of bodies.
type classHead struct {
	runes  []rune
	behind [][]rune // what must stand before it; nil for anything
	inst   bool     // institutions: only public ones are meant
	org    bool     // organizations of the people
	office bool     // organs of the state: only some fields have them
	elided bool     // the heads of offices behind 等: 发改、财政等局
}

// classHeadAt returns the head that ends at end, and where it begins.
func (l *Lexicon) classHeadAt(text []rune, end int) (h classHead, start int, ok bool) {
	for _, h := range l.classHeads {
		start := end - len(h.runes)
		if hasAt(text, start, h.runes) && (h.behind == nil || slices.ContainsFunc(h.behind, func(w []rune) bool { return hasAt(text, start-len(w), w) })) {
			return h, start, true
		}
	}
	if !l.elided(text, end) {
		return classHead{}, 0, false
	}
	start = end - 1
	for text[start-1] != '等' {
		start--
	}
	return classHead{elided: true}, start, true
}

// class finds classes that say which by a field: 各级民政部门, 教育、公安等部门.
func (l *Lexicon) class(text []rune, end int) (Mention, bool) {
	if m, ok := l.relative(text, end); ok {
		return m, true
	}
	h, head, ok := l.classHeadAt(text, end)
	if !ok {
		return Mention{}, false
	}
	if h.org { // 工会组织
		if s, _, ok := l.field.longest(text, head); !ok || !l.word(orgField, string(text[s:head])) {
			return Mention{}, false
		}
	}
	i, middle, public, ok := l.classMiddle(text, head)
	if !ok {
		return Mention{}, false
	}
	start, ok := l.fieldBefore(text, i)
	if !ok && middle && i < head && text[i] == '等' && hasPart(string(text[i:head]), "领域") { // a field that the lists lack, the last of several
		s := i
		for s > 0 && han(text[s-1]) && i-s < 7 {
			s--
		}
		if s > 0 && text[s-1] == '、' && i-s > 1 && i-s < 7 {
			start, ok = s, true
		}
	}
	if !ok && middle { // 行业主管部门: the word between is the field
		start, ok = l.fieldBefore(text, head)
		middle = !ok
	}
	if !ok {
		return Mention{}, false
	}
	if middle && (reads(text, i, "有关") || reads(text, i, "相关")) && l.word(fieldVerb, string(text[start:i])) {
		return Mention{}, false
	}
	if h.inst && !middle { // 安全监管 is a field and says by itself that it is public
		s, _, ok := l.instMiddle.longest(text, i)
		public = ok && s > start
		if !public && !l.word(instField, string(text[start:i])) {
			return Mention{}, false
		}
	}
	if h.office && !middle && !l.word(officeField, string(text[start:i])) {
		return Mention{}, false
	}
	etc := text[min(head, len(text)-1)-1] == '等' || i < head && text[i] == '等'
	start = l.fieldList(text, start, etc, h.org)
	if text[end-1] == '位' && etc && !slices.Contains(text[start:end], '、') {
		return Mention{}, false // 铁路等单位: the names before are no fields
	}
	return l.classOf(text, start, end, h, h.inst && !etc && !public)
}

// classMiddle returns where the words between a field and the head at head begin (主管,
// 有关, 等), whether there are any, and whether they say that the class is public. ok is
// false where a bracket stands there that belongs to no name.
func (l *Lexicon) classMiddle(text []rune, head int) (i int, middle, public, ok bool) {
	i = head
	bracket := false
	for n := 0; n < 3; n++ {
		if i > 0 && text[i-1] == ')' && !bracket {
			j := i - 2
			for j > 0 && i-j < 9 && han(text[j]) {
				j--
			}
			if j > 0 && text[j] == '(' {
				i, bracket = j, true
				continue
			}
			return i, middle, public, false
		}
		s, _, ok := l.middle.longest(text, i)
		if !ok {
			break
		}
		// a word that is part of the field itself (网络安全管理) stays with it
		if fs, _, isField := l.field.longest(text, i); isField && fs <= s {
			if before, more := l.fieldBefore(text, s); fs < s || !more || string(text[before:s]) == "组织" { // 行业主管部门
				break
			}
		}
		middle = true
		public = public || l.word(instMiddle, string(text[s:i]))
		i = s
	}
	return i, middle, public, true
}

// fieldList returns where the list of fields begins that the one at start ends: 教育、公安
// 等. etc says that 等 closes it, org that the head is 组织.
func (l *Lexicon) fieldList(text []rune, start int, etc, org bool) int {
	for start > 1 {
		mark := start - 1
		s, more := 0, false
		switch text[mark] {
		case '、':
			if org && reads(text, mark-2, "组织") { // 残联组织、妇联组织 are two
				return start
			}
			s, more = l.fieldBefore(text, mark)
			if more && !etc && l.word(ownName, string(text[s:mark])) { // 人民银行、金融监管部门 are two
				return start
			}
			if !more && etc { // a field that the lists lack, between two marks
				for s = mark; s > 0 && han(text[s-1]) && start-s < 8; s-- {
				}
				more = s > 0 && text[s-1] == '、' && mark-s > 1
			}
		case '和', '及':
			s, more = l.fieldBefore(text, mark)
			more = more && !l.word(ownName, string(text[s:mark]))
		}
		if !more {
			break
		}
		start = s
	}
	return start
}

// classOf returns a class with the place, the level or the government whose it is, which
// stands before its fields. charged says that it counts only where a plan charges it.
func (l *Lexicon) classOf(text []rune, start, end int, h classHead, charged bool) (Mention, bool) {
	m := Mention{Start: start, End: end, Kind: Class}
	for _, g := range l.classOwners { // 县级以上人民政府卫生健康主管部门
		if hasAt(text, start-len(g), g) {
			if s, level := l.soup(text, start-len(g)); level && s < start-len(g) {
				m.Start = s
				return m, true
			}
			break
		}
	}
	if start > 1 && text[start-1] == '委' { // 市委宣传部门, 党委政法部门
		if s, _, ok := l.placeBefore(text, start-1); ok {
			m.Start = s
			return m, true
		}
		if reads(text, start-2, "党委") {
			s, level := l.soup(text, start-2)
			if !level {
				s = start - 2
			}
			m.Start = s
			return m, true
		}
	}
	if i := start - 2; i >= 0 && text[i] == '驻' && text[i+1] != '地' { // 中央驻滇金融管理部门
		m.Start = i
		if reads(text, i-2, "中央") || reads(text, i-2, "中省") || reads(text, i-2, "国家") {
			m.Start = i - 2
		}
		return m, true
	}
	s, level := l.soup(text, start)
	if l.word(samePlace, string(text[s:start])) {
		m.Charged = charged
		return m, true
	}
	if level && s < start {
		m.Start, m.Charged = s, h.org
		return m, true
	}
	if start > 0 && text[start-1] == '各' && !h.inst {
		m.Start, m.Charged = start-1, h.org
		return m, true
	}
	m.Charged = h.org || charged
	// a field known by its words needs no boundary before it, a one-word class does
	return m, l.opens(text, start) || end-start >= 6
}

// longestRelative bounds how far a clause that tells a class of bodies reaches.
const longestRelative = 30

// relative finds classes that say which by the duty that they have
// (负有消防安全监管职责的部门, 承担应急救援任务的单位).
func (l *Lexicon) relative(text []rune, end int) (Mention, bool) {
	head := end - 2
	if head < 8 || !reads(text, head, "部门") && !reads(text, head, "单位") && !reads(text, head, "机关") && !reads(text, head, "机构") {
		return Mention{}, false
	}
	if text[head-1] != '的' { // 负有…职责的省级部门
		s, _, ok := l.scope.longest(text, head)
		if !ok || text[s-1] != '的' {
			return Mention{}, false
		}
		head = s
	}
	if !l.wordBefore(relativeDuty, text, head-1) {
		return Mention{}, false
	}
	for i := head - 4; i >= 0 && head-i < longestRelative && (han(text[i]) || text[i] == '、'); i-- {
		if !l.wordAt(relativeVerb, text, i) || !l.opens(text, i) && text[i-1] != '对' && !l.word(relativeVerb, string(text[i:i+2])) {
			continue
		}
		start := i
		if j := i - 1; i > 1 && han(text[j]) { // 对口岸负有监管职责的部门
			for j > 0 && i-j < 12 && han(text[j]) && text[j] != '对' {
				j--
			}
			if text[j] == '对' && l.opens(text, j) {
				start = j
			}
		}
		field := text[i+2 : head-3]
		if start == i && (len(field) < 3 || l.word(relativeVague, string(field))) {
			return Mention{}, false
		}
		return Mention{Start: start, End: end, Kind: Class}, true
	}
	return Mention{}, false
}

// publicClass finds classes of public institutions by the words for such ones, with what
// they are for and of which level before them: 各级法律援助机构, 市、县两级医疗纠纷人民
// 调解委员会. They count only where a plan charges them.
func (l *Lexicon) publicClass(text []rune, end int) (Mention, bool) {
	head, _, ok := l.publicHead.longest(text, end)
	if !ok {
		return Mention{}, false
	}
	for i := head; head-i <= longestPublic; i-- {
		if s, level := l.soup(text, i); level && s < i && l.opens(text, s) {
			return Mention{Start: s, End: end, Kind: Class, Charged: true}, true
		}
		if i > 0 && text[i-1] == '各' {
			return Mention{Start: i - 1, End: end, Kind: Class, Charged: true}, true
		}
		if l.opens(text, i) {
			return Mention{Start: i, End: end, Kind: Class, Charged: true}, true
		}
	}
	return Mention{}, false
}

// longestPublic bounds how far the field of a public institution reaches before its head.
const longestPublic = 10

// elided reports whether such a head ends at end and the name with it.
func (l *Lexicon) elided(text []rune, end int) bool {
	for _, h := range l.elidedHeads {
		if at := end - len(h); at > 2 && text[at-1] == '等' && hasAt(text, at, h) {
			return true
		}
	}
	return false
}

// fieldBefore returns the start of the field that ends at end; fields may be
// put together (卫生健康和医保).
func (l *Lexicon) fieldBefore(text []rune, end int) (int, bool) {
	s, _, ok := l.field.longest(text, end)
	if !ok {
		return 0, false
	}
	for {
		t, _, more := l.field.longest(text, s)
		if !more || string(text[t:s]) == "组织" && !reads(text, s, "人事") { // 组织发改等部门制定办法
			return s, true
		}
		s = t
	}
}

// counting are the numerals that count places: 三县一区.
const counting = "一二两三四五六七八九十"

// countedLevels are the levels that they count.
const countedLevels = "县市区旗镇乡州"

// counted returns the start of what counts the places of two levels that ends at end
// (三县一区); end for none.
func counted(text []rune, end int) int {
	i := end
	for i > 1 && strings.ContainsRune(countedLevels, text[i-1]) && strings.ContainsRune(counting, text[i-2]) {
		i -= 2
	}
	if end-i < 4 {
		return end
	}
	return i
}

// places returns the start of a class of places that ends at end, as levels are put
// together anywhere: 各县、区, 各市(州)、县, 有关镇街, 三县一区.
func (l *Lexicon) places(text []rune, end int) (int, bool) {
	if s := counted(text, end); s < end {
		return s, l.opens(text, s)
	}
	if end > 1 && strings.ContainsRune("、和及", text[end-2]) && end < len(text) && han(text[end]) && (!l.wordAt(placeNext, text, end) || reads(text, end, "应急")) { // 各街道、区园林局
		return 0, false
	}
	for _, tail := range l.tails { // 各县、区、各有关部门
		if hasAt(text, end-len(tail), tail) {
			if end -= len(tail); end > 1 && text[end-1] == '、' {
				end--
			}
			if end < 2 || text[end-1] == '、' {
				return 0, false
			}
			break
		}
	}
	inside, open := false, true // in a bracket; a level has to stand here
	last := end                 // where the unit read last ends
	for i := end; i > 0 && end-i < 28; {
		r := text[i-1]
		switch {
		case r == ')' && open && !inside:
			inside = true
		case r == '(' && !open && inside:
			inside, open = false, true
		case (r == '、' || r == '和' || r == '及') && !open:
			open = true
		case r == '各' && !open && !inside:
			return i - 1, true
		case r == '他' && !open && !inside && i > 1 && text[i-2] == '其': // 其他县
			return i - 2, l.opens(text, i-2)
		case r == '关' && !open && !inside && i > 1 && (text[i-2] == '有' || text[i-2] == '相'):
			if i > 2 && text[i-3] == '各' {
				return i - 3, true
			}
			return i - 2, l.opens(text, i-2)
		default:
			s, _, ok := l.unit.longest(text, i)
			if !ok || !open && i-s == 1 && i+1 < end && text[last-1] == '区' && last-i > 1 && s > 1 && strings.ContainsRune("、和及", text[s-1]) { // 各镇、县开发区管委会: the latter is one of the county's
				return 0, false
			}
			last = i
			i, open = s, false
			continue
		}
		i--
	}
	return 0, false
}

// collective finds 省各有关部门, 市政府各委办局, 中省驻X各单位.
func (l *Lexicon) collective(text []rune, end int) (Mention, bool) {
	i, _, ok := l.colHead.longest(text, end)
	if !ok {
		return Mention{}, false
	}
	words := 0
	every := false
	bare := true    // only words of level (市级) stand before the head
	worded := false // a word of level (市直, 县属) stands among them
	for {
		s, _, more := l.colWord.longest(text, i)
		if !more {
			break
		}
		if p, isPlace := l.placeAt(text, i); isPlace && p < s {
			break
		}
		if text[s] == '区' && i-s == 1 {
			break
		}
		every = every || text[s] == '各'
		worded = worded || i-s > 1 && l.hasLevel(text[s:i]) && (text[i-1] == '级' || text[i-1] == '直' || text[i-1] == '属')
		bare = bare && text[i-1] == '级'
		i = s
		words++
		if words > 8 {
			return Mention{}, false
		}
	}
	for i < end && (text[i] == '及' || text[i] == '和' || text[i] == '与') {
		i++
	}
	start := i
	solid := false
	garrison := false
	for n := 1; n <= 3 && i-n > 0; n++ { // 中央驻陕各单位: the place may be written with one character
		if text[i-n] == '驻' && (n > 1 || i < end) {
			start, garrison = i-n+1, n > 1 && text[i-n+1] != '地'
		}
	}
	if garrison {
		solid = true
	} else if s, sol, found := l.placeBefore(text, i); found {
		start, solid = s, sol
	} else if s, _, found := l.scope.longest(text, i); found && l.hasLevel(text[s:i]) {
		start = s
	}
	for start > 0 { // 各级各部门, 中省驻X各单位
		if s, _, more := l.scope.longest(text, start); more && text[start-1] != '关' && (text[s] == '各' || text[s] == '地') {
			start = s
			continue
		}
		if reads(text, start-1, "驻") {
			start--
			for start > 0 && l.letterOf(garrisonLetter, text[start-1]) {
				start--
			}
		}
		break
	}
	for start < i && (text[start] == '、' || text[start] == '和') {
		start++
	}
	t := string(text[start:end])
	level := l.hasLevel(text[start:i]) || solid || worded && every
	if !level {
		level = l.wordAt(collectiveLevel, text[:end], start)
	}
	if !level {
		// 各直属机构 in an addressee: whose they are says the plan
		return Mention{Start: start, End: end, Kind: Collective}, every && hasPart(t, "直属") && l.opens(text, start)
	}
	if words == 0 && !(text[end-1] == '委' || solid || l.wordAt(collectiveAlone, text, start)) {
		return Mention{}, false
	}
	if words == 0 && text[end-1] == '位' || bare && text[end-1] == '构' { // 市级机构: of any kind
		return Mention{}, false
	}
	if !solid && start > 0 && text[start] != '各' && text[start] != '地' && !l.opens(text, start) {
		return Mention{}, false
	}
	return Mention{Start: start, End: end, Kind: Collective}, true
}

func hasPart(s, part string) bool {
	for i := 0; i+len(part) <= len(s); i++ {
		if s[i:i+len(part)] == part {
			return true
		}
	}
	return false
}

// groupName finds bodies named by their task: 省铁路建设领导小组.
func (l *Lexicon) groupName(text []rune, end int) (Mention, bool) {
	i, _, ok := l.group.longest(text, end)
	if !ok {
		return Mention{}, false
	}
	if text[end-1] == '室' && reads(text, end-3, "办公室") && end-i > 5 && (i == 0 || l.opens(text, i)) { // 领导小组办公室, 指挥部办公室
		return Mention{Start: i, End: end, Kind: Body}, true
	}
	if i > 0 && text[i-1] == '各' { // 各督查组 are of no place and for no task
		return Mention{}, false
	}
	if s, solid, level := l.placeBefore(text, i); level && (end-i >= 5 || end-i == 3) && (solid || s == 0 || l.opens(text, s)) { // 县应急指挥部: the head says for what
		return Mention{Start: s, End: end, Kind: Body}, true
	}
	start, later := -1, -1
	for j := i; j >= 0 && i-j <= 24; j-- {
		if j < i {
			s, solid, level := l.placeBefore(text, j)
			if level && !solid && s > 0 && i-j >= 1 { // 县水务局县护城河指挥部: a name ends before the level
				if _, name := l.named(text, s); name {
					start = s
					break
				}
			}
			if level && i-j >= 1 && (solid || s == 0 || !han(text[s-1]) || l.opens(text, s) || text[s] == '省') && (solid || j-s > 0) && text[s] != '区' && text[s] != '镇' && text[s] != '乡' {
				if s == 0 || solid || l.opens(text, s) {
					start = s
					break
				}
				later = s // 省粮食安全省长责任制…: another level may stand before it
			}
		}
		if later >= 0 && (j == 0 || !han(text[j-1]) || i-j > 20) {
			start = later
			break
		}
		if j == 0 || !han(text[j-1]) && text[j-1] != '“' && text[j-1] != '”' {
			start = j
			break
		}
		if s, _, stop := l.stop.longest(text, j); stop && j == i && l.word(founding, string(text[s:j])) {
			return Mention{}, false // 组建专家咨询委员会
		} else if stop && j-s > 1 && l.word(generic, string(text[j:i])) {
			return Mention{}, false
		} else if stop && !(j-s == 1 && l.letterOf(groupInner, text[s])) && !(i-j < 4 && j-s == 2 && !l.letterOf(lowLevel, text[j]) && !l.word(founding, string(text[s:j]))) && text[j] != '与' && text[j] != '和' && text[j] != '及' {
			start = j
			if ps, _, ok := l.placeBefore(text, s); ok && !l.word(founding, string(text[s:j])) { // 市优化营商环境工作领导小组
				start = ps
			}
			if later >= 0 && !l.word(founding, string(text[s:j])) {
				start = later
			}
			break
		}
	}
	if start < 0 && later >= 0 {
		start = later
	}
	if start < 0 || i-start < 2 || text[i-1] == '长' || text[i-1] == '及' || text[i-1] == '和' || l.word(generic, string(text[start:i])) {
		return Mention{}, false
	}
	if s, _, verb := l.stop.longest(text, i); verb && s <= start { // 建立联席会议
		return Mention{}, false
	}
	if reads(text, start, "各级") && i-start > 3 && !l.word(generic, string(text[start+2:i])) { // 各级物资储备联席会议
		return Mention{Start: start, End: end, Kind: Class}, true
	}
	if l.wordAt(groupNotFirst, text, start) {
		return Mention{}, false
	}
	if reads(text, start-3, "国务院") { // 国务院青川防汛督导组
		start -= 3
	}
	if text[start] == '年' { // 2031年汛期安全防范工作领导小组
		for start > 0 && (text[start-1] >= '0' && text[start-1] <= '9') {
			start--
		}
	}
	return Mention{Start: start, End: end, Kind: Body}, true
}

// zone finds the committees that run development zones.
func (l *Lexicon) zone(text []rune, end int) (Mention, bool) {
	for _, h := range l.zones {
		if !hasAt(text, end-len(h), h) {
			continue
		}
		i := end - len(h)
		if i > 0 && text[i-1] == ')' { // 开发区(高新区)管委会
			for j := i - 2; j > 0 && i-j < 12 && han(text[j]); j-- {
				if text[j-1] == '(' {
					i = j - 1
					break
				}
			}
		}
		kind := 0
		if l.kindZone[string(h)] {
			if kind = l.zoneKind(text, i); kind == 0 {
				return Mention{}, false
			}
		}
		short := false // 洋浦管委会: the zone's name alone
		if i == 0 || kind == 0 && !l.word(zoneEnd, string(text[i-1])) {
			if short = i > 1 && han(text[i-1]); !short {
				return Mention{}, false
			}
		}
		start := i
		for start > 0 && i-start < 16 && han(text[start-1]) {
			if _, _, stop := l.stop.longest(text, start); stop && text[start-1] != '和' && text[start-1] != '应' && !(text[start-1] == '经' && (text[start] == '开' || text[start] == '济')) {
				break
			}
			start--
		}
		if start > 1 && text[start-1] == '、' && text[start-2] == '区' && len(h) > 4 {
			for start--; start > 0 && han(text[start-1]); start-- {
			}
		}
		if short && (i-start > 3 || len(h) != 3 || l.word(zoneNot, string(text[start:i]))) {
			return Mention{}, false
		}
		return Mention{Start: start, End: end, Kind: Body}, i-start >= 2 && i-start > kind
	}
	return Mention{}, false
}

// zoneKind is the length of the word for a kind of zone that ends at end, 0 for none.
func (l *Lexicon) zoneKind(text []rune, end int) int {
	for _, k := range l.zoneKinds {
		if hasAt(text, end-len(k), k) {
			return len(k)
		}
	}
	return 0
}

// forceName finds the armed forces: 武警部队, 驻苏解放军.
func (l *Lexicon) forceName(text []rune, end int) (Mention, bool) {
	s, _, ok := l.force.longest(text, end)
	if !ok {
		return Mention{}, false
	}
	word := string(text[s:end])
	if l.word(forceGarrison, word) {
		if s < 2 || text[s-2] != '驻' || text[s-1] == '地' {
			return Mention{}, false
		}
	}
	for n := 1; n <= 3; n++ {
		if s-n-1 >= 0 && text[s-n-1] == '驻' && text[s-n] != '地' {
			return Mention{Start: s - n - 1, End: end, Kind: Body}, true
		}
	}
	return Mention{Start: s, End: end, Kind: Body}, l.opens(text, s) || !l.word(forceCommon, word)
}

// seat finds the offices that national bodies have in the country: 国家能源局西北监管局,
// 民航黑龙江监管局, 审计署驻武汉特派员办事处.
func (l *Lexicon) seat(text []rune, end int) (Mention, bool) {
	for _, h := range l.seats {
		if !hasAt(text, end-len(h), h) || end-len(h) < 4 {
			continue
		}
		i, _, ok := l.place.longest(text, end-len(h))
		if !ok {
			if i, _, ok = l.wide.longest(text, end-len(h)); !ok {
				continue
			}
		}
		if i > 0 && text[i-1] == '驻' {
			i--
		}
		for _, of := range l.seatOf {
			if hasAt(text, i-len(of), of) && (len(h) > 1 || l.plainSeat[string(of)]) {
				return Mention{Start: i - len(of), End: end, Kind: Body}, true
			}
		}
	}
	return Mention{}, false
}

// branch finds the central bank's branches: 人民银行南京分行.
func (l *Lexicon) branch(text []rune, end int) (Mention, bool) {
	if end > 0 && text[end-1] != '行' {
		return l.seat(text, end)
	}
	if end < 6 || text[end-1] != '行' || text[end-2] != '分' && text[end-2] != '支' {
		return Mention{}, false
	}
	i := end - 2
	if reads(text, i-2, "中心") {
		i -= 2
	}
	for n := 1; n <= 6 && i-n > 1; n++ {
		if !han(text[i-n]) {
			break
		}
		for _, bank := range l.banks {
			if hasAt(text, i-n-len(bank), bank) {
				return Mention{Start: i - n - len(bank), End: end, Kind: Body}, true
			}
		}
	}
	return Mention{}, false
}
