package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
	"unsafe"

	"plangraph/plan"
)

// Read decodes raw and parses it; see Decode for the errors.
func (r *Reader) Read(name string, raw []byte) (*plan.Document, error) {
	text, warnings, err := Decode(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if err := checkLines(text); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	doc := r.Parse(name, text)
	doc.Warnings = append(warnings, doc.Warnings...)
	return doc, nil
}

// Parse finds the plans in text, which must be valid UTF-8, and their structure.
func (r *Reader) Parse(name, text string) *plan.Document {
	doc := &plan.Document{Source: name, Text: text}
	t := r.unwrapped(r.simplified(text))
	units := r.scanUnits(t, false)
	if lineNumbers(t, units) {
		units = r.scanUnits(t, true)
	}
	for _, f := range r.findPlans(t, units) {
		doc.Plans = append(doc.Plans, r.buildPlan(doc, t, units[f.first:f.last], f))
	}
	if len(doc.Plans) == 0 {
		doc.Warnings = append(doc.Warnings, "没有找到规划 / no plan found")
	}
	return doc
}

// frame is what is known of a plan before its structure: the units that it
// covers and what its circular says. Unit indexes are those of the document.
type frame struct {
	first, last int // units [first, last)
	body        int // first unit behind the circular's title and number
	number      string
	title       string    // of the circular, its lines joined
	titleSpan   plan.Span // of the circular's title
}

// docNumber reads a document number (苏政办发〔2021〕58号) that is the whole of
// s and returns it with 〔〕 and without blanks.
func (ws *words) docNumber(s string) (string, bool) {
	if len(s) > 110 {
		return "", false
	}
	for _, p := range ws.numberLabel {
		if strings.HasPrefix(s, p) {
			s = strings.TrimLeft(s[len(p):], " :：|\t\u3000")
		}
	}
	if in, ok := strings.CutPrefix(s, "("); ok && strings.HasSuffix(in, "号)") {
		s = strings.TrimSuffix(in, ")")
	}
	if len(s) < 12 || !strings.HasSuffix(s, "号") && !strings.HasSuffix(s, "號") {
		return "", false
	}
	if s = withoutPinyin(s); len(s) > 80 {
		return "", false
	}
	open := -1
	ow := 0
	for _, o := range [...]string{"〔", "[", "(", "（", "［", "【", "﹝"} {
		if k := strings.Index(s, o); k > 0 && (open < 0 || k < open) {
			open, ow = k, len(o)
		}
	}
	if open < 0 {
		return "", false
	}
	head := strings.ReplaceAll(strings.TrimSpace(s[:open]), " ", "")
	if n := runes(head); n < 1 || n > 14 || hasAny(head, "，", ",", "。", "《", "、") {
		return "", false
	}
	for _, r := range head {
		if r < 0x4e00 || r > 0x9fff {
			return "", false
		}
	}
	i := skipBlank(s, open+ow)
	y, w := digits(s[i:])
	if w < 4 || y < 1949 || y > 2100 {
		return "", false
	}
	i = skipBlank(s, i+w)
	_, cw := utf8.DecodeRuneInString(s[i:])
	i = skipBlank(s, i+cw)
	if strings.HasPrefix(s[i:], "第") {
		i = skipBlank(s, i+3)
	}
	v, w := digits(s[i:])
	if w == 0 {
		return "", false
	}
	i = skipBlank(s, i+w)
	if !strings.HasPrefix(s[i:], "号") && !strings.HasPrefix(s[i:], "號") {
		return "", false
	}
	if rest := strings.TrimSpace(s[i+3:]); rest != "" {
		return "", false
	}
	return fmt.Sprintf("%s〔%d〕%d号", head, y, v), true
}

// titleLike reports whether a line ends as the title of a plan does.
func (ws *words) titleLike(s string) bool {
	if hasPrefix(s, ws.columnSerial) { // the head of a table
		return false
	}
	return hasSuffix(s, ws.planEnd) || hasSuffix(s, ws.titleEnd)
}

// tocLine reports a line of a table of contents: dots and a page.
func tocLine(s string) bool {
	return strings.Contains(s, "……") || strings.Contains(s, "......") || strings.Contains(s, "·····")
}

// addressee reports a line that names whom a circular is sent to.
func (ws *words) addressee(s string) bool {
	if !strings.HasSuffix(s, ":") && !strings.HasSuffix(s, "：") || len(s) > 700 || hasAny(s, "。", ";", "；") {
		return false
	}
	return hasAny(s, ws.addresseeBody...) &&
		(strings.HasPrefix(s, "各") || hasAny(s, ",", "，", "、"))
}

// titleBack walks back from unit i (exclusive) over the lines of a title and
// returns the first of them, or -1.
func (ws *words) titleBack(t string, u []unit, i, floor int) int {
	last := ws.lastTitle(t, u, i, floor)
	if last < floor {
		return -1
	}
	if s := t[u[last].start:u[last].end]; ws.noise(s) || !hasSuffix(bareTitle(s), ws.circularEnd) {
		return -1
	}
	total := 0
	for j := last; j >= floor && j > last-7; j-- {
		s := t[u[j].start:u[j].end]
		total += len(s)
		if total > 600 || u[j].tab || tocLine(s) || (j < last && hasAny(lastMark(s), "。", ";", "；", "!", ":", "：")) {
			return -1
		}
		if k := max(strings.Index(s, "关于"), strings.Index(s, "關於")); k >= 0 {
			first := j
			if k == 0 && j > floor {
				prev := t[u[j-1].start:u[j-1].end]
				if ws.issuerLike(prev) {
					first = j - 1
				}
			}
			return first
		}
	}
	s := t[u[last].start:u[last].end]
	if runes(s) <= 60 && !hasAny(s, "。", "，", ",") {
		return last
	}
	return -1
}

// lastTitle returns the unit before unit i that is no row of metadata (发布时间:…).
func (ws *words) lastTitle(t string, u []unit, i, floor int) int {
	last := i - 1
	for last > floor && last > i-4 && ws.noise(t[u[last].start:u[last].end]) {
		last--
	}
	return last
}

// lastMark returns the end of s in which its last mark stands, of either width.
func lastMark(s string) string {
	if len(s) > 3 {
		return s[len(s)-3:]
	}
	return s
}

// issuerLike reports a line that is only the name of an issuing body.
func (ws *words) issuerLike(s string) bool {
	if runes(s) > 40 || hasAny(s, "。", ",", "，", ":", "：", "《", "关于") {
		return false
	}
	s = strings.TrimRight(s, " ")
	return hasSuffix(s, ws.issuerEnd)
}

// planFinder finds where the plans of a document begin.
type planFinder struct {
	*words
	t      string
	u      []unit
	floor  int // the units before it belong to plans that were found
	frames []frame
}

// findPlans finds the plans of a document.
func (ws *words) findPlans(t string, u []unit) []frame {
	if len(u) == 0 {
		return nil
	}
	const longest = 700 // bytes of a line that a plan may begin with
	f := &planFinder{words: ws, t: t, u: u}
	for i := 0; i < len(u); i++ {
		if u[i].tab || u[i].end-u[i].start > longest {
			continue
		}
		s := f.text(i)
		if num, ok := ws.docNumber(s); ok {
			i = f.numberAt(i, num)
		} else if ws.addressee(s) && i > f.floor { // a circular whose number is missing
			if first := ws.titleBack(t, u, i, f.floor); first >= 0 {
				f.add(frame{first: first, body: i, titleSpan: f.titleSpan(first, i)}, i+1)
			}
		} else if ws.restart(t, u, i, f.floor) {
			f.add(frame{first: i, body: i + 1, titleSpan: plan.Span{Start: u[i].start, End: u[i].end}}, i+1)
		}
	}
	if len(f.frames) == 0 { // the whole text may be one
		first := 0
		for first < len(u)-1 && ws.noise(f.text(first)) {
			first++
		}
		f.frames = append(f.frames, frame{first: first, body: first})
	}
	f.finish()
	// Frames that hold a title and nothing else are lists of titles; a title
	// alone does not make a plan of a text that sets no tasks.
	return slices.DeleteFunc(f.frames, func(f frame) bool {
		return f.last <= f.body || f.number == "" && !ws.looksLikePlan(t, u[f.first:f.last])
	})
}

func (f *planFinder) text(i int) string { return f.t[f.u[i].start:f.u[i].end] }

// add adds a plan whose title and number end before the unit floor.
func (f *planFinder) add(x frame, floor int) {
	f.frames = append(f.frames, x)
	f.floor = floor
}

// titleSpan is the span of the title whose first line is the unit first, before the unit end.
func (f *planFinder) titleSpan(first, end int) plan.Span {
	return plan.Span{Start: f.u[first].start, End: f.u[f.lastTitle(f.t, f.u, end, f.floor)].end}
}

// numberAt finds the plan that the document number in unit i is of, and returns the last unit
// that was read.
func (f *planFinder) numberAt(i int, num string) int {
	if n := len(f.frames) - 1; n >= 0 && f.frames[n].body == i && f.frames[n].number == "" { // right below the plan's own title
		f.frames[n].number, f.frames[n].body = num, i+1
		f.floor = i + 1
		return i
	}
	if first := f.titleBack(f.t, f.u, i, f.floor); first >= 0 {
		f.add(frame{first: first, body: i + 1, number: num, titleSpan: f.titleSpan(first, i)}, i+1)
		return i
	}
	// The number above the title, as on the red-headed original.
	first := i
	for first > f.floor && first > i-3 && f.letterhead(f.text(first-1)) {
		first--
	}
	least := 13 // characters of a title in one line
	if first < i {
		least = 6
	}
	k := f.titleAhead(f.t, f.u, i+1, least)
	if k <= 0 {
		if f.opens(first) { // the text is the circular without its title
			f.add(frame{first: first, body: i + 1, number: num}, i+1)
		}
		return i
	}
	f.add(frame{first: first, body: k, number: num, titleSpan: plan.Span{Start: f.u[i+1].start, End: f.u[k-1].end}}, k)
	return k - 1
}

// opens reports whether nothing but rows of metadata stands before the unit i.
func (f *planFinder) opens(i int) bool {
	for _, x := range f.u[:i] {
		if !f.noise(f.t[x.start:x.end]) {
			return false
		}
	}
	return true
}

// letterhead reports a line above the number of a red-headed original: 青川市人民政府文件.
func (f *planFinder) letterhead(s string) bool {
	return len(s) < 90 && (f.issuerLike(s) || hasSuffix(s, f.letterheadEnd))
}

// finish gives the plans their ends and titles.
func (f *planFinder) finish() {
	for k := range f.frames {
		x := &f.frames[k]
		x.last = len(f.u)
		if k+1 < len(f.frames) {
			x.last = f.frames[k+1].first
		}
		x.last = f.backMatter(f.t, f.u, x.body, x.last)
		x.title = unquoted(joinTitle(f.t[x.titleSpan.Start:x.titleSpan.End]))
	}
	// A web page gives number and title above the document and the title again in
	// it: the head belongs to what follows.
	for k := 0; k+1 < len(f.frames); k++ {
		x, next := &f.frames[k], &f.frames[k+1]
		if x.last <= x.body && x.number != "" && next.number == "" && strings.HasSuffix(plainTitle(next.title), plainTitle(x.title)) {
			next.first, next.number, next.title, next.titleSpan = x.first, x.number, x.title, x.titleSpan
		}
	}
}

// plainTitle leaves out what copies of a title differ in.
func plainTitle(s string) string {
	return strings.NewReplacer(" ", "", "\u3000", "", "《", "", "》", "").Replace(s)
}

// titleAhead returns the unit behind a title that starts at unit i, or 0; in one line it has
// at least so many characters.
func (ws *words) titleAhead(t string, u []unit, i, least int) int {
	total, best := 0, 0
	for j := i; j < len(u) && j < i+6; j++ {
		s := t[u[j].start:u[j].end]
		total += len(s)
		if u[j].tab || total > 500 || hasAny(s, "。", ";", "；") || ws.addressee(s) || numberAt(s).class == classHan {
			break
		}
		if strings.HasSuffix(bareTitle(s), "通知") {
			return j + 1
		}
		if hasSuffix(bareTitle(s), ws.circularEnd) && (j > i || runes(s) >= least) {
			best = j + 1
		}
	}
	return best
}

// restart reports whether unit i is the title of a plan without a circular that
// follows another text: a title line, then numbering that begins anew.
func (ws *words) restart(t string, u []unit, i, floor int) bool {
	s := t[u[i].start:u[i].end]
	if len(s) > 200 || len(s) < 18 || strings.HasSuffix(s, "。") || u[i].part || ws.noise(s) || !hasSuffix(bareTitle(s), ws.planEnd) || tocLine(s) {
		return false
	}
	if hasAny(s, "。", ",", "，", ";", "；", ":", "：", "《") || numberAt(s).class != classNone {
		return false
	}
	if _, ok := ws.labelAt(s); ok {
		return false
	}
	if i > 0 {
		prev := t[u[i-1].start:u[i-1].end]
		if l, ok := ws.labelAt(prev); ok && l.kind == plan.KindAnnex {
			return false
		}
		if !endsSentence(prev) && !u[i].gap {
			return false
		}
	}
	// Ahead: 一、 or 第一章 within some units.
	ahead := false
	for j := i + 1; j < len(u) && j < i+15; j++ {
		n := numberAt(t[u[j].start:min(u[j].end, u[j].start+48)])
		if n.class == classChapter || n.class == classHan || n.class == classPart {
			ahead = n.value == 1
			break
		}
	}
	if !ahead {
		return false
	}
	// The first one needs nothing before it; a later one a numbered text that
	// already ran past its first heading.
	for j := i - 1; j >= floor && j > i-4000; j-- {
		n := numberAt(t[u[j].start:min(u[j].end, u[j].start+48)])
		if n.class == classChapter || n.class == classHan {
			return n.value >= 2
		}
	}
	return floor == 0 && !ws.circularAbove(t, u[:i])
}

// circularAbove reports whether the units above a plan's title are those of the circular
// that it came with, whose own title is missing: they belong to the plan.
func (ws *words) circularAbove(t string, above []unit) bool {
	const most = 12 // units of a circular
	if len(above) > most {
		return false
	}
	for _, x := range above {
		if s := t[x.start:x.end]; ws.addressee(s) || hasAny(s, ws.circularText...) {
			return true
		}
	}
	return false
}

// noise reports a metadata row, a share-site line or a page counter.
func (ws *words) noise(s string) bool {
	if len(s) > 240 {
		return false
	}
	if pageCounter(s) || clockLine(s) {
		return true
	}
	if !strings.Contains(ws.pageRowHead, s[:runeCut(s, 1)]) {
		return false
	}
	if in, ok := strings.CutPrefix(s, "["); ok && hasPrefix(strings.TrimPrefix(in, " "), ws.pageRowBracketed) {
		return true
	}
	return hasPrefix(s, ws.pageRow) || ws.siteOwner(s)
}

// siteOwner reports the line of a web page's foot that says who keeps the site.
func (ws *words) siteOwner(s string) bool {
	for _, w := range ws.siteOwners {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return hasAny(s, ws.siteWord...) || hasSuffix(bareTitle(rest), ws.siteOwnerEnd) && !hasAny(s, "配合", "协办", "、", ",", "，")
		}
	}
	return false
}

// clockLine reports when a page was put on the web: 2020年07月23日06:05:59.
func clockLine(s string) bool {
	if len(s) > 40 || !hasAny(s, ":", "：") || s[0] < '0' || s[0] > '9' {
		return false
	}
	for _, r := range s {
		if (r < '0' || r > '9') && !strings.ContainsRune("年月日时分秒-/.:： ", r) {
			return false
		}
	}
	return true
}

// pageCounter reports «- 3 -», «— 12 —», «第3页 共9页», «3/9» or a bare page number.
func pageCounter(s string) bool {
	if len(s) > 40 {
		return false
	}
	i := 0
	seen := false
	words := false
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		switch {
		case r >= '0' && r <= '9' || r >= '０' && r <= '９':
			seen = true
		case r == ' ', r == '-', r == '—', r == '–', r == '―', r == '·', r == '/', r == '\u3000', r == '－':
			words = words || r != ' '
		case r == '第' || r == '页' || r == '共':
			words = true
		default:
			return false
		}
		i += w
	}
	return seen && words && strings.IndexByte(s, '.') < 0 && !(strings.Contains(s, "第") && !strings.Contains(s, "页"))
}

// backMatter returns where the text of a plan ends: before the distribution
// lists, the imprint and the web page's tail that may follow it.
func (ws *words) backMatter(t string, u []unit, from, to int) int {
	end := to
	for i := to - 1; i > from; i-- {
		s := t[u[i].start:min(u[i].end, u[i].start+300)]
		if u[i].tab {
			break
		}
		n := numberAt(s)
		if n.class == classHan || n.class == classChapter || n.class == classParenHan || n.class == classDigit {
			break
		}
		if ws.backHead(s) {
			end = i
		}
	}
	for end > from+1 && ws.noise(t[u[end-1].start:u[end-1].end]) {
		end--
	}
	return end
}

// backHead reports the first line of a part that follows the plans of a gazette
// or the last lines of a single document.
func (ws *words) backHead(s string) bool {
	if len(s) >= 290 {
		return false
	}
	for _, w := range ws.imprint {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	if hasAny(s, ws.gazetteMark...) && !strings.Contains(s, "。") && runes(s) < 40 {
		return true
	}
	return strings.HasSuffix(s, "印发") && strings.Contains(s, "年") && strings.Contains(s, "日") && runes(s) < 50
}

// countOf counts how often one of the words stands in s.
func countOf(s string, words []string) (n int) {
	for _, w := range words {
		n += strings.Count(s, w)
	}
	return n
}

// digest returns the hex SHA-256 of s.
func digest(s string) string {
	sum := sha256.Sum256(unsafe.Slice(unsafe.StringData(s), len(s)))
	return hex.EncodeToString(sum[:])
}
