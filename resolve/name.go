// Package resolve says what names stand for in a plan: which body, place and
// record. It makes the drafts that extract gives into the facts that users see.
package resolve

import (
	"cmp"
	"strings"
	"unicode"

	"plangraph/body"
	"plangraph/plan"
)

// Body is what a name of a body stands for in a plan.
type Body struct {
	ID        string // id of the node: Canonical, with @region for classes and names without a place
	Canonical string // full official name where it is sure, else the form as written
	ShortName string // 江苏省民政厅: 省民政厅
	Level     string // 国家, 省, 市, 县, 各级, 其他
	Kind      string // body, class, collective
	Region    string // full name of the place; "" for national bodies
	ValidTo   string // year in which a reform ended the body; "" for none
}

// Succession is a rename or a merger: the body's duties went to another.
type Succession struct {
	ID string // of the body that took the duties over
	On string // year of the reform
}

// Resolver resolves names; it may be used by many goroutines.
type Resolver struct {
	lex   *body.Lexicon
	lists lists
}

// New returns a resolver over the lexicon.
func New(lex *body.Lexicon) *Resolver { return &Resolver{lex: lex, lists: newLists(lex)} }

// clean makes a name simplified, without blanks and the pinyin of converters.
func (r *Resolver) clean(name string) string {
	var out []rune
	depth := 0
	text := []rune(name)
	for i, c := range text {
		switch {
		case (c == '(' || c == '\uff08') && i+1 < len(text) && latin(text[i+1]):
			depth++
		case depth > 0:
			if c == ')' || c == '\uff09' {
				depth--
			}
		case noInk(c) || c == '│':
		default:
			out = append(out, c)
		}
	}
	s := string(r.lex.Simplify(out))
	if p, _, ok := r.lists.ownScope.head(s); ok && len(s)-len(p) > len("两字") {
		return s[len(p):]
	}
	return s
}

// Simplify returns a name in simplified characters, with half-width brackets and commas.
func (r *Resolver) Simplify(name string) string { return string(r.lex.Simplify([]rune(name))) }

// noInk reports whether a character is blank or not seen at all, as the marks at which
// word processors may break a line.
func noInk(c rune) bool {
	return unicode.IsSpace(c) || c == '\u00ad' || c >= '\u200b' && c <= '\u200d' || c == '\u2060' || c == '\ufeff'
}

func latin(c rune) bool { return c < 0x250 && c > 'A'-1 && (c <= 'Z' || c >= 'a') }

// Body says what a name as written stands for in a plan of the region. listed
// tells that it stands in a list of duty-bearers, where the level is written
// once or never (教育局 in a county's plan is the county's).
func (r *Resolver) Body(name string, region plan.Region, listed bool) Body {
	s := r.clean(name)
	for _, state := range [...]string{"中华人民共和国", "中华"} { // the official name of a national body
		if bare, ok := strings.CutPrefix(s, state); ok {
			if b := r.Body(bare, region, listed); b.Canonical == s {
				b.ShortName = s
				return b
			}
		}
	}
	if r.plural(s) {
		return r.several(s, region)
	}
	if n, ok := r.lex.Parse(s); ok {
		if b, ok := r.compose(s, n, region, listed); ok {
			return b
		}
	}
	return r.other(s, region)
}

// unlistedPlace resolves a body of a place that the lists lack, as towns are and what a
// new division made: its level is the one that its name says.
func (r *Resolver) unlistedPlace(s string, region plan.Region) (Body, bool) {
	const shortest, longest = 2, 4 // characters of a place's name without its level
	text := []rune(s)
	for i := shortest; i <= longest && i < len(text) && text[i-1] != '各'; i++ {
		n, ok := r.lex.Parse(string(text[i:]))
		level := r.lists.levelWord.attrs[n.Level]
		if !ok || r.isZone(s) || r.lex.NoLevel(text[i-1], text[i]) || n.Council != "" || level["level"] == "" || len([]rune(n.Level)) > 1 {
			continue
		}
		n.Place, n.Level = string(text[:i])+n.Level, ""
		b, ok := r.compose(s, n, region, false)
		b.Level = level["level"]
		return b, ok
	}
	return Body{}, false
}

// plural reports whether a name means a class or several bodies.
func (r *Resolver) plural(s string) bool {
	l := &r.lists
	if l.manyHead.begins(s) || l.manyTail.ends(s) || l.manyName.has(s) {
		return true
	}
	return l.manyPart.holds(s) && !l.onePart.holds(s)
}

// several resolves classes and collectives.
func (r *Resolver) several(s string, region plan.Region) Body {
	b := Body{Canonical: s, ShortName: s, Kind: "collective", Level: r.levelOfMany(s, region), Region: region.Name}
	if r.lists.classTail.ends(s) && !r.lists.collectivePart.holds(s) {
		b.Kind = "class"
	}
	if strings.HasSuffix(s, "政府") && !strings.HasSuffix(s, "人民政府") && !strings.Contains(s, "党委") {
		b.Canonical = strings.TrimSuffix(s, "政府") + "人民政府"
	}
	if t, ok := strings.CutPrefix(s, "各级"); ok {
		if n, parsed := r.lex.Parse(t); parsed && n.Form != nil && n.Place == "" && n.Level == "" && n.Form.Kind == body.State && n.Form.Bare != "" {
			b.Canonical = "各级" + n.Form.Bare
			b.Kind = "class"
		}
	}
	b.ID = at(b.Canonical, region)
	return b
}

func at(name string, region plan.Region) string {
	if region.Name == "" {
		return name
	}
	return name + "@" + region.Name
}

// levelOfMany reads the level of a class or collective from its first words, else
// from a place before it, else from words within.
func (r *Resolver) levelOfMany(s string, region plan.Region) string {
	if _, attrs, ok := r.lists.manyLevel.head(s); ok {
		switch level := attrs["level"]; {
		case level == "own":
			if region.Level != "" {
				return region.Level
			}
			return "各级"
		case attrs["autonomous"] != "" && strings.HasSuffix(region.Name, "自治区"):
			return attrs["autonomous"]
		case attrs["county"] != "" && region.Level == "县":
			return attrs["county"]
		case level != "none":
			return level
		}
	}
	if p, _, _, ok := r.lex.Leading(s); ok {
		return p.Level
	}
	if attrs, ok := r.lists.manyLevelPart.within(s); ok {
		return attrs["level"]
	}
	return "各级"
}

// place resolves the place of a name in a plan of the region: its full name and
// level; full is "" where only a level is known.
func (r *Resolver) place(n body.Name, region plan.Region) (full, level string) {
	if n.Place != "" {
		best := -1
		for i, p := range n.Places {
			pl := r.lex.Places[p]
			if best < 0 {
				best = i
			}
			for _, c := range pl.Codes {
				if region.Code != "" && c[:2] == region.Code[:2] && (best < 0 || !inProvince(r.lex.Places[n.Places[best]], region.Code)) {
					best = i
				}
			}
		}
		if best >= 0 {
			pl := r.lex.Places[n.Places[best]]
			return pl.Name, pl.Level
		}
		return n.Place, ""
	}
	word, ok := r.lists.levelWord.attrs[n.Level]
	switch level := word["level"]; {
	case !ok:
		return "", "其他"
	case word["full"] != "":
		return word["full"], level
	case level == "省":
		if region.Level == "省" {
			return region.Name, "省"
		}
		return r.lex.Above(region.Code, "省"), "省"
	case level == "市":
		if region.Level == "市" {
			return region.Name, "市"
		}
		if strings.HasSuffix(region.Name, "市") {
			if region.Level == "省" { // a municipality directly under the central government
				return region.Name, "市"
			}
			if region.Level == "县" && n.Level == "市" {
				return region.Name, "县"
			}
		}
		return r.lex.Above(region.Code, "市"), "市"
	case level == "县" && region.Level == "县" && n.Level != "开发区":
		return region.Name, "县"
	default:
		return "", level
	}
}

// inProvince reports whether a place lies in the province of a code of GB/T 2260.
func inProvince(p body.Place, code string) bool {
	for _, c := range p.Codes {
		if c[:2] == code[:2] {
			return true
		}
	}
	return false
}

// compose builds the official name from the parts.
func (r *Resolver) compose(s string, n body.Name, region plan.Region, listed bool) (Body, bool) {
	b := Body{Kind: "body", ShortName: s, Canonical: s}
	if f := n.Form; f != nil && f.Kind == body.Whole {
		b.Canonical, b.Level, b.ID = f.Full, f.Level, f.Full
		if f.Local != "" && (region.Level == "市" || region.Level == "县") {
			b.Level = f.Local
		}
		return b, true
	}
	full, level := r.place(n, region)
	bare := n.Place == "" && n.Level == ""
	if bare {
		level = r.bareLevel(n.Form, region, listed)
		if level == region.Level {
			full = region.Name
		} else if level == "省" {
			full, _ = r.place(body.Name{Level: "省"}, region)
		}
	}
	b.Level = level
	if f := n.Form; f != nil && f.Level != "" && bare {
		b.Level = f.Level
	}
	b.Canonical = cmp.Or(r.canonical(s, n, full, level), s)
	if n.Form != nil {
		b.ValidTo = n.Form.Until
		if n.Form.Vertical && full == "" && n.Place == "" && n.Level == "" {
			b.Level = "其他"
			if region.Level == "省" || region.Level == "国家" {
				b.Level = "国家"
			}
		}
		if n.Form.Vertical && n.Place != "" && n.Place != full {
			b.Level = "国家" // 郑州海关: the place is no level
		}
	}
	b.Region = full
	b.ID = b.Canonical
	if full == "" && level != "国家" {
		b.Region = region.Name
		b.ID = at(b.Canonical, region)
	}
	if bare && level == "各级" {
		b.Kind = "class"
	}
	b.ShortName = r.short(s, n, level)
	return b, true
}

// canonical writes a name out, whose place has the name full ("" where it is not known) and
// the given level; "" where there is nothing to write out.
func (r *Resolver) canonical(s string, n body.Name, full, level string) string {
	place := cmp.Or(full, n.Place, n.Level)
	f := n.Form
	switch {
	case f == nil && full == "":
		if n.Rest == "政府" {
			return strings.TrimSuffix(s, "政府") + "人民政府"
		}
		return ""
	case f == nil && strings.Contains(n.Rest, "委"):
		return "中国共产党" + place + "委员会"
	case f == nil:
		return place + r.governmentOf(place)
	case level == "国家":
		return r.national(s, f)
	case level == "各级" || place == "":
		if f.Bare != "" {
			return strings.TrimSuffix(s, f.Text) + f.Bare
		}
		if f.Kind == body.Organ && f.Full == "" {
			return strings.TrimSuffix(s, f.Text) + f.Stem + f.Head
		}
		return s
	case full == "" && f.Full != "" && !strings.HasPrefix(f.Full, "{}") && !strings.HasPrefix(f.Full, "{c}"):
		return s // a body of a vertical system whose place is not known
	}
	return r.fill(f, place, level)
}

// bareLevel says at which level a body without a place or level in its name
// stands.
func (r *Resolver) bareLevel(f *body.Form, region plan.Region, listed bool) string {
	if f == nil {
		return "各级"
	}
	switch {
	case f.Level != "":
		return f.Level
	case f.Head == "厅":
		return "省"
	case f.Head == "部" && strings.HasPrefix(f.Central, "中华人民共和国"):
		return "国家"
	case strings.HasSuffix(f.Head, "总局") || f.Head == "总署" || f.Head == "署":
		return "国家"
	case region.Level == "市" || region.Level == "县":
		return region.Level
	case listed && (region.Level == "省" || region.Level == "国家"):
		return region.Level
	}
	return "各级"
}

// national writes the name of a national body out.
func (r *Resolver) national(s string, f *body.Form) string {
	if f.Central != "" && (f.Head != "部" || strings.HasSuffix(f.Central, "部")) {
		return f.Central
	}
	if f.Head == "部" {
		return "中华人民共和国" + f.Stem + "部"
	}
	if f.Kind == body.Organ {
		p, attrs, _ := r.lists.levelWord.head(s)
		if attrs["level"] != "国家" {
			p = "国家"
		}
		return p + f.Stem + f.Head
	}
	return s
}

// fill writes the official name of a form with its place in it.
func (r *Resolver) fill(f *body.Form, place, level string) string {
	t := f.Full
	if t == "" {
		return place + f.Stem + f.Head
	}
	court := map[string]string{"省": "高级", "市": "中级"}[level]
	party := "中共" + place + "委"
	if r.lists.committeeNamed.ends(place) {
		party = place + "党委"
	}
	if seat := r.governmentOf(place); seat != "人民政府" { // 锡林郭勒盟行政公署
		t = strings.Replace(t, "{}人民政府", "{}"+seat, 1)
	}
	return strings.NewReplacer("{}", place, "{s}", r.shortPlace(place), "{c}", party, "{j}", "中国共产党"+place, "{head}", f.Head, "{court}", court).Replace(t)
}

// governmentOf is what the government of a place is called.
func (r *Resolver) governmentOf(place string) string {
	if _, attrs, ok := r.lists.seatGovernment.tail(place); ok {
		return attrs["is"]
	}
	return "人民政府"
}

// shortPlace is the short name of a place: 江苏 for 江苏省.
func (r *Resolver) shortPlace(name string) string {
	for _, p := range r.lex.Named(name) {
		if len(p.Short) > 0 {
			return p.Short[len(p.Short)-1]
		}
	}
	return name
}

// short is the usual short name: the level and the form (省民政厅).
func (r *Resolver) short(s string, n body.Name, level string) string {
	f := n.Rest
	if n.Form != nil {
		f = r.lex.Shortest(n.Form)
	}
	switch {
	case level == "国家" || level == "各级" || level == "其他" || f == "":
		return s
	case n.Form != nil && n.Form.Kind == body.Organ && n.Form.Full == "":
		return level + strings.Replace(n.Form.Stem, "和", "", 1) + headShort(n.Form.Head)
	}
	return level + f
}

// headShort is the short form of a head: 委 for 委员会.
func headShort(h string) string {
	switch h {
	case "委员会":
		return "委"
	case "办公室":
		return "办"
	}
	return h
}

// branch resolves the office that a body has at a place (财政部江苏监管局): its
// level is that of the body, its name goes on from the body's official one.
func (r *Resolver) branch(s string, region plan.Region) (Body, bool) {
	text := []rune(s)
	for _, m := range r.lex.Scan(text) {
		if m.Start > 0 || m.Kind != body.Body || m.End == len(text) {
			break
		}
		n, ok := r.lex.Parse(string(text[:m.End]))
		if !ok || n.Form == nil {
			break
		}
		if b, ok := r.compose(string(text[:m.End]), n, region, false); ok {
			rest := string(text[m.End:])
			b.ID, b.Canonical, b.ShortName = b.ID+rest, b.Canonical+rest, s
			return b, true
		}
	}
	return Body{}, false
}

// uncomposed are the ways to resolve a name that is not composed of known parts; the first
// that does decides.
var uncomposed = [...]func(r *Resolver, s string, region plan.Region) (Body, bool){
	(*Resolver).bankBranch, (*Resolver).seat, (*Resolver).branch, (*Resolver).ofRegions,
	(*Resolver).ofPlace, (*Resolver).ofLevel, (*Resolver).unlistedPlace, (*Resolver).vertical,
}

// other resolves names that are not composed of known parts: leading groups,
// zones, streets, institutions, companies.
func (r *Resolver) other(s string, region plan.Region) Body {
	for _, try := range uncomposed {
		if b, ok := try(r, s, region); ok {
			return b
		}
	}
	return r.ofPlan(s, region)
}

// nationalBody is a body of the whole country.
func nationalBody(name, canonical string) Body {
	return Body{Kind: "body", ShortName: name, Canonical: canonical, Level: "国家", ID: canonical}
}

// bankBranch resolves a branch of the people's bank.
func (r *Resolver) bankBranch(s string, _ plan.Region) (Body, bool) {
	bank, _, ok := r.lists.bankHead.head(s)
	if !ok || !strings.HasSuffix(s, "行") {
		return Body{}, false
	}
	return nationalBody(s, "中国人民银行"+s[len(bank):]), true
}

// seat resolves an office that a national body has in the country: 民航黑龙江监管局.
func (r *Resolver) seat(s string, _ plan.Region) (Body, bool) {
	of, attrs, ok := r.lists.seatOf.head(s)
	if !ok {
		return Body{}, false
	}
	head, _, ok := r.lists.seatHead.tail(s)
	if !ok || len(of)+len(head) >= len(s) {
		return Body{}, false
	}
	full, office := cmp.Or(attrs["full"], of), head
	if head == "监管局" {
		office = cmp.Or(attrs["office"], head)
	}
	return nationalBody(s, full+strings.TrimSuffix(s[len(of):], head)+office), true
}

// ofRegions resolves what several provinces have together: 长三角…联席会议.
func (r *Resolver) ofRegions(s string, _ plan.Region) (Body, bool) {
	wide, _, ok := r.lists.placeWide.head(s)
	return Body{Kind: "body", ShortName: s, Canonical: s, Level: "其他", ID: s}, ok && len(wide) < len(s)
}

// ofPlace resolves a name that a place begins.
func (r *Resolver) ofPlace(s string, _ plan.Region) (Body, bool) {
	p, _, end, ok := r.lex.Leading(s)
	text := []rune(s)
	if !ok || end >= len(text) {
		return Body{}, false
	}
	b := Body{Kind: "body", ShortName: s, Canonical: s, Level: p.Level, Region: p.Name}
	if !strings.HasPrefix(s, p.Name) && !strings.Contains(s, "街道") && !r.lists.instituteHead.ends(s) && !r.lists.properHead.ends(s) { // an institution's name is its own
		b.Canonical = p.Name + string(text[end:])
	}
	if r.isZone(s) {
		b.Canonical = r.zoneName(s)
		if p.Level == "省" {
			b.Level = "市"
		}
	}
	b.ID = b.Canonical
	return b, true
}

// ofLevel resolves a name that a level of the plan's own place begins.
func (r *Resolver) ofLevel(s string, region plan.Region) (Body, bool) {
	word, attrs, ok := r.lists.levelWord.head(s)
	if !ok {
		return Body{}, false
	}
	if attrs["level"] == "国家" {
		return nationalBody(s, s), true
	}
	if attrs["level"] == "各级" || attrs["level"] == "其他" || attrs["full"] != "" || word == "开发区" {
		return Body{}, false
	}
	rest := s[len(word):]
	full, level := r.place(body.Name{Level: word}, region)
	b := Body{Kind: "body", ShortName: s, Canonical: s, Level: level, Region: region.Name}
	if full == "" {
		b.ID = at(b.Canonical, region)
		return b, true
	}
	if !strings.HasSuffix(rest, "标准化委员会") {
		b.Canonical, b.Region = full+rest, full
	}
	if strings.HasPrefix(rest, "委") {
		b.Canonical = "中共" + full + rest
	}
	b.ID = b.Canonical
	return b, true
}

// vertical resolves a body of a system that is run from above.
func (r *Resolver) vertical(s string, _ plan.Region) (Body, bool) {
	tail, _, ok := r.lists.verticalTail.tail(s)
	return nationalBody(s, s), ok && len(tail) < len(s)
}

// ofPlan resolves a name that says nothing of a place: whose it is says the plan.
func (r *Resolver) ofPlan(s string, region plan.Region) Body {
	b := Body{Kind: "body", ShortName: s, Canonical: s, Level: "其他", Region: region.Name}
	named := false // its name is that of the place with its own
	_, task, isTask := r.lists.taskBodyTail.tail(s)
	switch {
	case strings.Contains(s, "街道") || strings.HasSuffix(s, "镇") || strings.HasSuffix(s, "乡"):
		if region.Level != "省" && region.Level != "" {
			b.Level = "县"
		}
	case r.isZone(s):
		b.Level = "县"
		b.Canonical = r.zoneName(s)
	case isTask:
		b.Level = cmp.Or(region.Level, b.Level)
		named = task["sole"] != "" && region.Name != ""
	case strings.HasPrefix(s, "镇") || strings.HasPrefix(s, "乡"):
	case r.lists.forceTail.ends(s):
		b.Level = "国家"
	case r.lists.coinedTail.ends(s):
		b.Level = cmp.Or(region.Level, b.Level)
		named = region.Name != "" && (region.Level == "市" || region.Level == "县")
	case strings.HasSuffix(s, "中心") && region.Level != "" && len(s) < 30:
		b.Level = "各级"
	}
	if named {
		b.Canonical = region.Name + s
		b.ID = b.Canonical
		return b
	}
	b.ID = at(b.Canonical, region)
	return b
}

// isZone reports whether a name is that of the authority of a development zone.
func (r *Resolver) isZone(s string) bool {
	if strings.HasSuffix(s, "管委会") || strings.HasSuffix(s, "管理委员会") {
		return true
	}
	head, attrs, ok := r.lists.zoneHead.tail(s)
	if !ok || attrs["kind"] == "" {
		return ok && strings.HasPrefix(head, "执")
	}
	return r.lists.zoneKind.ends(strings.TrimSuffix(s, head))
}

// zoneName writes the name of a zone's authority out.
func (r *Resolver) zoneName(s string) string {
	if t, ok := strings.CutSuffix(s, "党工委和管委会"); ok && t != "" {
		return s
	}
	if t, ok := strings.CutSuffix(s, "管委会"); ok {
		s = t + "管理委员会"
	}
	for _, short := range r.lists.zoneWord.order {
		s = strings.ReplaceAll(s, short, r.lists.zoneWord.attrs[short]["full"])
	}
	return s
}
