package resolve

import (
	"sort"
	"strings"
	"unicode/utf8"

	"plangraph/body"
	"plangraph/plan"
)

// Node is what a body's id says about it.
type Node struct {
	Body
	Above      string       // id of the body that it is a part of; "" for none
	Members    []string     // for a collective: ids of the classes and bodies that it names
	Classes    []string     // for a body: ids of the classes that it belongs to
	Successors []Succession // several where a reform shared the duties out
	ValidFrom  string       // year in which a reform made it; "" for always or not known
}

// region returns the place of a full name.
func (r *Resolver) region(name string) plan.Region {
	if name == "" {
		return plan.Region{Level: plan.LevelNation}
	}
	for _, p := range r.lex.Named(name) {
		if p.Name == name {
			return plan.Region{Code: p.Codes[0], Name: p.Name, Level: p.Level}
		}
	}
	return plan.Region{Name: name}
}

// ID returns the id of a body's name, as written or canonical, in a plan of the
// region (full name, "" when unknown).
func (r *Resolver) ID(name, region string) string {
	reg := r.region(region)
	if region == "" {
		reg = plan.Region{}
	}
	return r.Body(name, reg, true).ID
}

// Describe says what an id (a name, or a name + "@" + region) tells by itself.
func (r *Resolver) Describe(id string) Node {
	name, region, placed := strings.Cut(id, "@")
	reg := r.region(region)
	if !placed {
		reg = plan.Region{}
	}
	n := Node{Body: r.Body(name, reg, false)}
	n.ID = id
	if !placed {
		r.describeOfficial(&n, name)
	}
	switch n.Kind {
	case "collective", "class":
		n.Members = r.members(name, reg)
	case "body":
		if !placed {
			n.Classes = r.classes(name)
		}
	}
	sort.Strings(n.Members)
	return n
}

// describeOfficial reads an official name whose place stands inside it:
// 国家税务总局江苏省税务局, 中共江苏省委组织部.
func (r *Resolver) describeOfficial(n *Node, name string) {
	lead, system, _ := r.lists.systemLead.head(name)
	stem := name[len(lead):]
	p, _, end, ok := r.lex.Leading(stem)
	if !ok {
		return
	}
	n.Level, n.Region, n.Kind = p.Level, p.Name, "body"
	n.Canonical = name
	level := r.ownLevel(p) // as its own texts write it: 区农业农村局, 州财政局
	rest := string([]rune(stem)[end:])
	if rest == "委员会" && strings.HasPrefix(name, "中国共产党") {
		n.ShortName = level + "委"
		return
	}
	if rest == "人民政府" {
		n.ShortName = level + "政府"
		return
	}
	n.ShortName = level + rest
	if system["short"] != "" {
		n.ShortName = system["short"] + stem
		return
	}
	reg := plan.Region{Code: p.Codes[0], Name: p.Name, Level: p.Level}
	if parsed, ok := r.lex.Parse(p.Level + rest); ok && parsed.Form != nil {
		f := parsed.Form
		n.ShortName = r.short(n.ShortName, parsed, level)
		n.ValidFrom, n.ValidTo = f.Since, f.Until
		for _, next := range f.Next {
			to := r.fill(&body.Form{Stem: next, Head: f.Head}, p.Name, p.Level)
			if b := r.Body(p.Level+next+f.Head, reg, false); b.ID != "" {
				to = b.ID
			}
			n.Successors = append(n.Successors, Succession{ID: to, On: f.Until})
		}
		if f.Kind == body.Organ && f.Full == "" {
			n.Above = p.Name + "人民政府"
		}
		if f.Kind == body.Party {
			n.Above = "中国共产党" + p.Name + "委员会"
		}
	}
	if strings.HasSuffix(rest, "领导小组办公室") {
		n.Above = strings.TrimSuffix(name, "办公室")
	}
	if n.Above == n.ID {
		n.Above = ""
	}
}

// ownLevel returns the word for its level that a place's own texts write: 区 for 鼓楼区, 州 for
// 恩施土家族苗族自治州, 自治区 for 宁夏回族自治区, 市 for 北京市.
func (r *Resolver) ownLevel(p body.Place) string {
	_, size := utf8.DecodeLastRuneInString(p.Name)
	if last := p.Name[len(p.Name)-size:]; r.lists.levelWord.attrs[last]["level"] == p.Level {
		return last
	}
	if word, _, ok := r.lists.levelWord.tail(p.Name); ok {
		return word
	}
	return p.Level
}

// fields returns the fields that a class or an elided list names: 教育 and 公安
// of 教育、公安等部门; whole is false for a name without fields.
func (r *Resolver) fields(name string) (fields []string, many bool) {
	s := r.clean(name)
	head, _, ok := r.lists.fieldTail.tail(s)
	if !ok {
		return nil, false
	}
	t, etc := strings.CutSuffix(strings.TrimSuffix(s, head), "等")
	if level, _, ok := r.lists.fieldLead.head(t); ok && level != t {
		t = t[len(level):]
	}
	parts := strings.FieldsFunc(t, func(c rune) bool { return c == '、' || c == ',' })
	return parts, etc || len(parts) > 1
}

// members returns the classes that an elided list names and the bodies that
// those are at the level of the region.
func (r *Resolver) members(name string, region plan.Region) []string {
	fields, many := r.fields(name)
	var out []string
	for _, f := range fields {
		if many {
			out = append(out, at(f+"部门", region))
		}
		if region.Name == "" || region.Level == "" {
			continue
		}
		if organ, ok := r.lex.OrganOf(f, region.Level); ok {
			out = append(out, r.Body(region.Level+organ, region, false).ID)
		}
	}
	return out
}

// classes returns the ids of the classes that an official name belongs to.
func (r *Resolver) classes(name string) []string {
	p, _, end, ok := r.lex.Leading(name)
	if !ok {
		return nil
	}
	rest := string([]rune(name)[end:])
	parsed, ok := r.lex.Parse(p.Level + rest)
	if !ok || parsed.Form == nil || parsed.Form.Stem == "" {
		return nil
	}
	var out []string
	regions := []string{p.Name}
	for _, lv := range []string{plan.LevelCity, plan.LevelProvince} {
		if up := r.lex.Above(p.Codes[0], lv); up != "" && up != p.Name {
			regions = append(regions, up)
		}
	}
	for _, stem := range r.lex.Spellings(parsed.Form.Stem) {
		for _, reg := range regions {
			out = append(out, at(stem+"部门", plan.Region{Name: reg}))
			for _, lead := range r.lists.fieldLead.order {
				if r.lists.fieldLead.attrs[lead]["class"] != "" {
					out = append(out, at(lead+stem+"部门", plan.Region{Name: reg}))
				}
			}
		}
	}
	return out
}

// Place returns the full name of the place that a name begins with (南京北站枢纽:
// 南京市), read in a plan of the region; "" when there is none.
func (r *Resolver) Place(name, region string) string {
	p, _, _, ok := r.lex.Leading(r.clean(name))
	if !ok {
		return ""
	}
	if reg := r.region(region); reg.Code != "" {
		s := []rune(r.clean(name))
		for n := min(len(s), 11); n > 1; n-- {
			for _, q := range r.lex.Named(string(s[:n])) {
				for _, c := range q.Codes {
					if c[:2] == reg.Code[:2] {
						return q.Name
					}
				}
			}
		}
	}
	return p.Name
}

// RegionOf returns a place's level (国家, 省, 市, 县) and the full name of the place
// above it, each "" when unknown.
func (r *Resolver) RegionOf(name string) (level, above string) {
	for _, p := range r.lex.Named(name) {
		if p.Name != name {
			continue
		}
		above = r.lex.Above(p.Codes[0], plan.LevelCity)
		if above == "" || above == name {
			above = r.lex.Above(p.Codes[0], plan.LevelProvince)
		}
		return p.Level, above
	}
	return "", ""
}

// Candidates returns the ids that a user's words may mean: the name as a body of
// each of the regions that the graph has, and by itself. 省发改委 finds
// 江苏省发展和改革委员会 where 江苏省 is among the regions; a name without a level (商务局) may
// be that of a body of any. 自治区发改委 is none of 江苏省: the word of level is the region's own.
func (r *Resolver) Candidates(name string, regions []string) []string {
	seen := map[string]bool{}
	var out []string
	add := func(id string) {
		if id != "" && !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	forms := []string{name}
	n, ok := r.lex.Parse(r.clean(name))
	if ok && n.Form != nil && n.Place == "" && n.Level == "" && n.Form.Level == "" {
		for _, level := range []string{plan.LevelProvince, plan.LevelCity, plan.LevelCounty, "区"} {
			forms = append(forms, level+name)
		}
	}
	for _, form := range forms {
		add(r.ID(form, ""))
		for _, reg := range regions {
			if ok && n.Place == "" && !strings.HasSuffix(reg, n.Level) {
				continue
			}
			for _, listed := range []bool{true, false} {
				add(r.Body(form, r.region(reg), listed).ID)
			}
		}
	}
	return out
}
