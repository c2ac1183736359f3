package source

import (
	"fmt"
	"slices"
	"strings"

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
	for _, p := range r.findPlans(t, units) {
		doc.Plans = append(doc.Plans, r.buildPlan(doc, t, units[p.first:p.last], p))
	}
	if len(doc.Plans) == 0 {
		doc.Warnings = append(doc.Warnings, "没有找到规划 / no plan found")
	}
	return doc
}

// rawPlan is what is known of a plan before its structure: the units that it
// covers and what its circular says. Unit indexes are those of the document.
type rawPlan struct {
	first, last int       // units [first, last)
	body        int       // first unit behind the circular's title and number
	number      string    // the document number, with 〔〕; "" for none
	title       string    // of the circular, its lines joined
	titleSpan   plan.Span // of the circular's title
}

// planFinder finds where the plans of a document begin.
type planFinder struct {
	*words
	t     string
	u     []unit
	floor int // the units before it belong to plans that were found
	plans []rawPlan
}

// findPlans finds the plans of a document.
func (ws *words) findPlans(t string, u []unit) []rawPlan {
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
			i = f.byNumber(i, num)
		} else if ws.addressee(s) && i > f.floor { // a circular whose number is missing
			if first := f.titleBack(i); first >= 0 {
				f.add(rawPlan{first: first, body: i, titleSpan: f.titleSpan(first, i)}, i+1)
			}
		} else if f.restart(i) {
			f.add(rawPlan{first: i, body: i + 1, titleSpan: plan.Span{Start: u[i].start, End: u[i].end}}, i+1)
		}
	}
	if len(f.plans) == 0 { // the whole text may be one
		first := 0
		for first < len(u)-1 && ws.noise(f.text(first)) {
			first++
		}
		f.plans = append(f.plans, rawPlan{first: first, body: first})
	}
	f.finish()
	// What holds a title and nothing else is a list of titles; a title
	// alone does not make a plan of a text that sets no tasks.
	return slices.DeleteFunc(f.plans, func(x rawPlan) bool {
		return x.last <= x.body || x.number == "" && !ws.looksLikePlan(t, u[x.first:x.last])
	})
}

func (f *planFinder) text(i int) string { return f.t[f.u[i].start:f.u[i].end] }

// add adds a plan whose title and number end before the unit floor.
func (f *planFinder) add(x rawPlan, floor int) {
	f.plans = append(f.plans, x)
	f.floor = floor
}

// titleSpan is the span of the title whose first line is the unit first, before the unit end.
func (f *planFinder) titleSpan(first, end int) plan.Span {
	return plan.Span{Start: f.u[first].start, End: f.u[f.lastTitle(end)].end}
}

// byNumber finds the plan that the document number in unit i is of, and returns the last unit
// that was read.
func (f *planFinder) byNumber(i int, num string) int {
	if n := len(f.plans) - 1; n >= 0 && f.plans[n].body == i && f.plans[n].number == "" { // right below the plan's own title
		f.plans[n].number, f.plans[n].body = num, i+1
		f.floor = i + 1
		return i
	}
	if first := f.titleBack(i); first >= 0 {
		f.add(rawPlan{first: first, body: i + 1, number: num, titleSpan: f.titleSpan(first, i)}, i+1)
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
	k := f.titleAhead(i+1, least)
	if k <= 0 {
		if f.opens(first) { // the text is the circular without its title
			f.add(rawPlan{first: first, body: i + 1, number: num}, i+1)
		}
		return i
	}
	f.add(rawPlan{first: first, body: k, number: num, titleSpan: plan.Span{Start: f.u[i+1].start, End: f.u[k-1].end}}, k)
	return k - 1
}

// titleBack walks back from unit i (exclusive) over the lines of a title and
// returns the first of them, or -1.
func (f *planFinder) titleBack(i int) int {
	last := f.lastTitle(i)
	if last < f.floor {
		return -1
	}
	if s := f.text(last); f.noise(s) || !hasSuffix(bareTitle(s), f.circularEnd) {
		return -1
	}
	total := 0
	for j := last; j >= f.floor && j > last-7; j-- {
		s := f.text(j)
		total += len(s)
		if total > 600 || f.u[j].tab || tocLine(s) || (j < last && hasAny(lastMark(s), "。", ";", "；", "!", ":", "：")) {
			return -1
		}
		if k, _ := indexAny(s, f.aboutWord); k >= 0 {
			if k == 0 && j > f.floor && f.issuerLike(f.text(j-1)) {
				return j - 1
			}
			return j
		}
	}
	s := f.text(last)
	if runes(s) <= 60 && !hasAny(s, "。", "，", ",") {
		return last
	}
	return -1
}

// lastTitle returns the unit before unit i that is no row of metadata (发布时间:…).
func (f *planFinder) lastTitle(i int) int {
	last := i - 1
	for last > f.floor && last > i-4 && f.noise(f.text(last)) {
		last--
	}
	return last
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

// finish gives the plans their ends and titles.
func (f *planFinder) finish() {
	for k := range f.plans {
		x := &f.plans[k]
		x.last = len(f.u)
		if k+1 < len(f.plans) {
			x.last = f.plans[k+1].first
		}
		x.last = f.backMatter(x.body, x.last)
		x.title = unquoted(joinTitle(f.t[x.titleSpan.Start:x.titleSpan.End]))
	}
	// A web page gives number and title above the document and the title again in
	// it: the head belongs to what follows.
	for k := 0; k+1 < len(f.plans); k++ {
		x, next := &f.plans[k], &f.plans[k+1]
		if x.last <= x.body && x.number != "" && next.number == "" && strings.HasSuffix(plainTitle(next.title), plainTitle(x.title)) {
			next.first, next.number, next.title, next.titleSpan = x.first, x.number, x.title, x.titleSpan
		}
	}
}

// titleAhead returns the unit behind a title that starts at unit i, or 0; in one line it has
// at least so many characters.
func (f *planFinder) titleAhead(i, least int) int {
	total, best := 0, 0
	for j := i; j < len(f.u) && j < i+6; j++ {
		s := f.text(j)
		total += len(s)
		if f.u[j].tab || total > 500 || hasAny(s, "。", ";", "；") || f.addressee(s) || numberOf(s).class == classHan {
			break
		}
		if hasSuffix(bareTitle(s), f.circularWord) {
			return j + 1
		}
		if hasSuffix(bareTitle(s), f.circularEnd) && (j > i || runes(s) >= least) {
			best = j + 1
		}
	}
	return best
}

// restart reports whether unit i is the title of a plan without a circular that
// follows another text: a title line, then numbering that begins anew.
func (f *planFinder) restart(i int) bool {
	s := f.text(i)
	if len(s) > 200 || len(s) < 18 || strings.HasSuffix(s, "。") || f.u[i].part || f.noise(s) || !hasSuffix(bareTitle(s), f.planEnd) || tocLine(s) {
		return false
	}
	if hasAny(s, "。", ",", "，", ";", "；", ":", "：", "《") || numberOf(s).class != classNone {
		return false
	}
	if _, ok := f.labelAt(s); ok {
		return false
	}
	if i > 0 {
		prev := f.text(i - 1)
		if l, ok := f.labelAt(prev); ok && l.kind == plan.KindAnnex {
			return false
		}
		if !endsSentence(prev) && !f.u[i].gap {
			return false
		}
	}
	// Ahead: 一、 or 第一章 within some units.
	ahead := false
	for j := i + 1; j < len(f.u) && j < i+15; j++ {
		n := numberOf(f.text(j))
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
	for j := i - 1; j >= f.floor && j > i-4000; j-- {
		n := numberOf(f.text(j))
		if n.class == classChapter || n.class == classHan {
			return n.value >= 2
		}
	}
	return f.floor == 0
}

// backMatter returns where the text of a plan ends: before the distribution
// lists, the imprint and the web page's tail that may follow it.
func (f *planFinder) backMatter(from, to int) int {
	end := to
	for i := to - 1; i > from; i-- {
		s := f.t[f.u[i].start:min(f.u[i].end, f.u[i].start+300)]
		if f.u[i].tab {
			break
		}
		n := numberOf(s)
		if n.class == classHan || n.class == classChapter || n.class == classParenHan || n.class == classDigit {
			break
		}
		if f.backHead(s) {
			end = i
		}
	}
	for end > from+1 && f.noise(f.text(end-1)) {
		end--
	}
	return end
}
