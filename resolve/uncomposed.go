package resolve

import (
	"cmp"
	"strings"

	"plangraph/body"
	"plangraph/plan"
)

// Names that are not composed of known parts: branches, zones, streets, institutions, groups.

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
	return Body{Kind: "body", ShortName: name, Canonical: canonical, Level: plan.LevelNation, ID: canonical}
}

// minorParty resolves a committee of one of the eight parties beside the Communist Party:
// 民建市委, 九三学社漳州市委员会.
func (r *Resolver) minorParty(s string, region plan.Region) (Body, bool) {
	party, attrs, ok := r.lists.minorParty.head(s)
	if !ok {
		return Body{}, false
	}
	const committee, government = "委员会", "人民政府"
	place := s[len(party):]
	tail, _, ok := r.lists.minorPartyTail.tail(place)
	if !ok {
		return Body{}, false
	}
	place = strings.TrimSuffix(place, tail)
	if n, ok := r.lex.Parse(place + government); !ok || n.Place == "" && n.Level == "" { // 民建市直工委: of no place alone
		return Body{Kind: "body", ShortName: s, Canonical: s, Level: plan.LevelOther, ID: at(s, region)}, true
	}
	b := r.Body(place+government, region, false) // of the place that it means
	b.ShortName, b.Canonical = s, attrs["full"]+strings.TrimSuffix(b.Canonical, government)+committee
	if _, region, placed := strings.Cut(b.ID, "@"); placed {
		b.ID = b.Canonical + "@" + region
	} else {
		b.ID = b.Canonical
	}
	return b, true
}

// bankBranch resolves a branch of the people's bank.
func (r *Resolver) bankBranch(s string, _ plan.Region) (Body, bool) {
	bank, attrs, ok := r.lists.bankHead.head(s)
	if !ok || !r.lists.bankTail.ends(s) {
		return Body{}, false
	}
	return nationalBody(s, cmp.Or(attrs["full"], bank)+s[len(bank):]), true
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
	if head == attrs["short"] {
		office = attrs["office"]
	}
	b := nationalBody(s, full+strings.TrimSuffix(s[len(of):], head)+office)
	b.Level = cmp.Or(attrs["level"], b.Level) // 公安青川分局
	return b, true
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

// ofRegions resolves what several provinces have together: 长三角…联席会议.
func (r *Resolver) ofRegions(s string, _ plan.Region) (Body, bool) {
	wide, _, ok := r.lists.placeWide.head(s)
	return Body{Kind: "body", ShortName: s, Canonical: s, Level: plan.LevelOther, ID: s}, ok && len(wide) < len(s)
}

// ofPlace resolves a name that a place begins.
func (r *Resolver) ofPlace(s string, _ plan.Region) (Body, bool) {
	p, _, end, ok := r.lex.Leading(s)
	text := []rune(s)
	if !ok || end >= len(text) {
		return Body{}, false
	}
	b := Body{Kind: "body", ShortName: s, Canonical: s, Level: p.Level, Region: p.Name}
	if !strings.HasPrefix(s, p.Name) && !r.lists.streetPart.holds(s) && !r.lists.instituteHead.ends(s) && !r.lists.properHead.ends(s) { // an institution's name is its own
		b.Canonical = p.Name + string(text[end:])
	}
	if r.isZone(s) {
		b.Canonical = r.zoneName(s)
		if p.Level == plan.LevelProvince {
			b.Level = plan.LevelCity
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
	if attrs["level"] == plan.LevelNation {
		return nationalBody(s, s), true
	}
	if attrs["level"] == plan.LevelAll || attrs["level"] == plan.LevelOther || attrs["full"] != "" || word == "开发区" {
		return Body{}, false
	}
	rest := s[len(word):]
	full, level := r.place(body.Name{Level: word}, region)
	b := Body{Kind: "body", ShortName: s, Canonical: s, Level: level, Region: region.Name}
	if full == "" {
		b.ID = at(b.Canonical, region)
		return b, true
	}
	if !r.lists.unplacedTail.ends(rest) {
		b.Canonical, b.Region = full+rest, full
	}
	if strings.HasPrefix(rest, "委") {
		b.Canonical = "中共" + full + rest
	}
	b.ID = b.Canonical
	return b, true
}

// unlistedPlace resolves a body of a place that the lists lack, as towns are and what a
// new division made: its level is the one that its name says.
func (r *Resolver) unlistedPlace(s string, region plan.Region) (Body, bool) {
	const shortest, longest = 2, 4              // characters of a place's name without its level
	text := []rune(strings.TrimPrefix(s, "中共")) // the name that is composed has it again
	for i := shortest; i <= longest && i < len(text) && text[i-1] != '各'; i++ {
		n, ok := r.lex.Parse(string(text[i:]))
		level := r.lists.levelWord.attrs[n.Level]
		if !ok || r.isZone(s) || r.lex.NoLevel(text[i-1], text[i]) || n.Council != "" || level["level"] == "" || len([]rune(n.Level)) > 1 {
			continue
		}
		n.Place, n.Level = string(text[:i])+n.Level, ""
		b, ok := r.compose(s, n, region, false)
		b.Level, b.ShortName = level["level"], r.short(s, n, level["level"])
		return b, ok
	}
	return Body{}, false
}

// vertical resolves a body of a system that is run from above.
func (r *Resolver) vertical(s string, _ plan.Region) (Body, bool) {
	tail, _, ok := r.lists.verticalTail.tail(s)
	return nationalBody(s, s), ok && len(tail) < len(s)
}

// ofPlan resolves a name that says nothing of a place: whose it is says the plan.
func (r *Resolver) ofPlan(s string, region plan.Region) Body {
	b := Body{Kind: "body", ShortName: s, Canonical: s, Level: plan.LevelOther, Region: region.Name}
	named := false // its name is that of the place with its own
	_, task, isTask := r.lists.taskBodyTail.tail(s)
	switch {
	case r.lists.streetPart.holds(s) || r.lists.townLetter.ends(s):
		if region.Level != plan.LevelProvince && region.Level != "" {
			b.Level = plan.LevelCounty
		}
	case r.isZone(s):
		b.Level = plan.LevelCounty
		b.Canonical = r.zoneName(s)
	case isTask:
		b.Level = cmp.Or(region.Level, b.Level)
		named = task["sole"] != "" && region.Name != ""
	case r.lists.townLetter.begins(s):
	case r.lists.forceTail.ends(s):
		b.Level = plan.LevelNation
	case r.lists.coinedTail.ends(s):
		b.Level = cmp.Or(region.Level, b.Level)
		named = region.Name != "" && (region.Level == plan.LevelCity || region.Level == plan.LevelCounty)
	case strings.HasSuffix(s, "中心") && region.Level != "" && len(s) < 30:
		b.Level = plan.LevelAll
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
	head, attrs, ok := r.lists.zoneHead.tail(s)
	if !ok || attrs["kind"] == "" {
		return ok && attrs["authority"] != ""
	}
	return r.lists.zoneKind.ends(strings.TrimSuffix(s, head))
}

// zoneName writes the name of a zone's authority out.
func (r *Resolver) zoneName(s string) string {
	head, attrs, _ := r.lists.zoneHead.tail(s)
	if attrs["whole"] != "" {
		return s
	}
	if full := attrs["full"]; full != "" {
		s = strings.TrimSuffix(s, head) + full
	}
	for _, short := range r.lists.zoneWord.order {
		s = strings.ReplaceAll(s, short, r.lists.zoneWord.attrs[short]["full"])
	}
	return s
}
