package resolve

import (
	"cmp"
	"strings"

	"plangraph/body"
	"plangraph/plan"
)

// Names composed of parts that the lists know (place or level, field, head), written out.

// place resolves the place of a name in a plan of the region: its full name and
// level; full is "" where only a level is known.
func (r *Resolver) place(n body.Name, region plan.Region) (full, level string) {
	if n.Place != "" {
		if pl, ok := r.nearest(n.Places, region.Code); ok {
			return pl.Name, pl.Level
		}
		return n.Place, ""
	}
	word, ok := r.lists.levelWord.attrs[n.Level]
	switch level := word["level"]; {
	case !ok:
		return "", plan.LevelOther
	case word["full"] != "":
		return word["full"], level
	case level == plan.LevelProvince:
		if region.Level == plan.LevelProvince {
			return region.Name, plan.LevelProvince
		}
		return r.lex.Above(region.Code, plan.LevelProvince), plan.LevelProvince
	case level == plan.LevelCity:
		if region.Level == plan.LevelCity {
			return region.Name, plan.LevelCity
		}
		if strings.HasSuffix(region.Name, plan.LevelCity) {
			if region.Level == plan.LevelProvince { // a municipality directly under the central government
				return region.Name, plan.LevelCity
			}
			if region.Level == plan.LevelCounty && n.Level == plan.LevelCity {
				return region.Name, plan.LevelCounty
			}
		}
		if city := r.lex.Above(region.Code, plan.LevelCity); city != "" {
			return city, plan.LevelCity
		}
		if above := r.lex.Above(region.Code, plan.LevelProvince); strings.HasSuffix(above, plan.LevelCity) {
			return above, plan.LevelCity // 渝北区's 市教委 is that of 重庆市
		}
		return "", plan.LevelCity
	case level == plan.LevelCounty && region.Level == plan.LevelCounty && n.Level != "开发区":
		return region.Name, plan.LevelCounty
	default:
		return "", level
	}
}

// nearest chooses among places of one name: the first that lies in the province of the
// code, else the first.
func (r *Resolver) nearest(places []int, code string) (body.Place, bool) {
	if len(places) == 0 {
		return body.Place{}, false
	}
	for _, p := range places {
		if pl := r.lex.Places[p]; code != "" && inProvince(pl, code) {
			return pl, true
		}
	}
	return r.lex.Places[places[0]], true
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
		if f.Local != "" && (region.Level == plan.LevelCity || region.Level == plan.LevelCounty) {
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
		} else if level == plan.LevelProvince {
			full, _ = r.place(body.Name{Level: plan.LevelProvince}, region)
		}
	}
	b.Level = level
	if f := n.Form; f != nil && f.Level != "" && (bare || f.Kind == body.State && n.Place != "") { // 青岚军分区: a district of that name shares it
		b.Level = f.Level
	}
	b.Canonical = cmp.Or(r.canonical(s, n, full, level), s)
	if n.Form != nil {
		b.ValidTo = n.Form.Until
		if n.Form.Vertical && full == "" && n.Place == "" && n.Level == "" {
			b.Level = plan.LevelOther
			if region.Level == plan.LevelProvince || region.Level == plan.LevelNation {
				b.Level = plan.LevelNation
			}
		}
		if n.Form.Vertical && n.Place != "" && n.Place != full {
			b.Level = plan.LevelNation // 郑州海关: the place is no level
		}
	}
	b.Region = full
	b.ID = b.Canonical
	if full == "" && level != plan.LevelNation {
		b.Region = region.Name
		b.ID = at(b.Canonical, region)
	}
	if bare && level == plan.LevelAll {
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
	case level == plan.LevelNation:
		return r.national(s, f)
	case level == plan.LevelAll || place == "":
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
		return plan.LevelAll
	}
	switch {
	case f.Level != "":
		return f.Level
	case f.Head == "厅":
		return plan.LevelProvince
	case f.Head == "部" && strings.HasPrefix(f.Central, "中华人民共和国"):
		return plan.LevelNation
	case r.lists.nationalHead.ends(f.Head):
		return plan.LevelNation
	case region.Level == plan.LevelCity || region.Level == plan.LevelCounty || region.Level == plan.LevelNation && sameHead(f):
		return region.Level
	case listed && (region.Level == plan.LevelProvince || region.Level == plan.LevelNation && f.Central == ""):
		return region.Level
	}
	return plan.LevelAll
}

// sameHead reports whether the national body of a field has the head that the form has: 林业局
// in a national plan is 国家林业局, but 财政局 is no name of 财政部.
func sameHead(f *body.Form) bool {
	if f.Kind != body.Organ { // 国资委
		return strings.HasSuffix(f.Text, "委") && strings.HasSuffix(f.Central, "委员会")
	}
	return f.Head != "" && strings.HasSuffix(f.Central, f.Head)
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
		if attrs["level"] != plan.LevelNation {
			p = plan.LevelNation
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
	court := map[string]string{plan.LevelProvince: "高级", plan.LevelCity: "中级"}[level]
	party := "中共" + place + "委"
	if r.lists.committeeNamed.ends(place) {
		party = place + "党委"
	}
	if seat := r.governmentOf(place); seat != "人民政府" { // 锡林郭勒盟行政公署
		t = strings.Replace(t, "{}人民政府", "{}"+seat, 1)
	}
	area := place
	if strings.HasSuffix(place, "自治区") {
		area = r.shortPlace(place)
	}
	return strings.NewReplacer("{}", place, "{a}", area, "{s}", r.shortPlace(place), "{c}", party, "{j}", "中国共产党"+place, "{head}", f.Head, "{court}", court).Replace(t)
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
	case level == plan.LevelNation || level == plan.LevelAll || level == plan.LevelOther || f == "":
		return s
	case n.Form != nil && n.Form.Kind == body.Organ && n.Form.Full == "":
		head := n.Form.Head
		return level + strings.Replace(n.Form.Stem, "和", "", 1) + cmp.Or(r.lists.headShort.attrs[head]["is"], head)
	}
	return level + f
}
