package resolve

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"plangraph/body"
	"plangraph/internal/hanzi"
	"plangraph/plan"
)

// Region says whose plan a plan is: by its issuer, its title, its document
// number, and else by how its text speaks of its own bodies. The name is "" where
// only the level is known.
func (r *Resolver) Region(doc *plan.Document, p *plan.Plan) plan.Region {
	issuer, _, _ := strings.Cut(p.Issuer, "、") // the first of several leads
	if reg, ok := r.zone(issuer); ok {
		return reg
	}
	for _, s := range []string{issuer, p.Title} {
		s = r.clean(s)
		if s == "" {
			continue
		}
		if r.lists.centralIssuer.begins(s) {
			return plan.Region{Name: "", Level: plan.LevelNation}
		}
		s = r.behindLead(s)
		if pl, code, _, ok := r.lex.Leading(s); ok {
			return plan.Region{Code: code, Name: pl.Name, Level: pl.Level}
		}
		if n, ok := r.lex.Parse(s); ok && n.Form != nil && n.Place == "" && n.Form.Head == "部" && n.Form.Central != "" {
			return plan.Region{Level: plan.LevelNation}
		}
	}
	if reg, ok := r.unlisted(issuer); ok {
		return reg
	}
	text := r.byText(doc, p)
	if reg, ok := r.byNumber(p.DocumentNumber); ok && !elsewhere(text, reg) {
		return reg
	}
	return text
}

// elsewhere reports whether the place that a text names is in another province than the one that
// its number was read as: 宁政发 is of 宁夏 and of 南京.
func elsewhere(text, number plan.Region) bool {
	const province = 2 // digits of a code (GB/T 2260)
	return len(text.Code) >= province && len(number.Code) >= province && text.Code[:province] != number.Code[:province]
}

// behindLead returns an issuer or title from its place on: without words (中共, 关于印发, 附件),
// marks and numbers, and years and periods (2023年度, 二〇二三年, “十四五”) that may stand before it.
func (r *Resolver) behindLead(s string) string {
	s = norm.NFKC.String(s) // titles keep their full-width figures and marks
	for {
		if _, _, _, ok := r.lex.Leading(s); ok {
			return s
		}
		rest := strings.TrimLeft(s, leadMarks)
		if figures := strings.TrimLeft(rest, yearFigures); rest != s || figures != rest {
			if unit, _, ok := r.lists.yearUnit.head(figures); ok {
				rest = figures[len(unit):]
			}
		}
		if word, _, ok := r.lists.titleLead.head(rest); ok {
			rest = rest[len(word):]
		}
		if rest == s {
			return s
		}
		s = rest
	}
}

// What numbers and years at the head of a title are written with.
const (
	leadMarks   = " :,.、-—–~至《》“”\"()〔〕[]【】0123456789"
	yearFigures = "〇○零" + hanzi.Numerals
)

// unlisted reads the place of a government that the lists lack, as towns are and what a new
// division made, from its name: 清河镇人民政府. Its level is the one that the name says; that of
// a town is 其他.
func (r *Resolver) unlisted(issuer string) (plan.Region, bool) {
	const shortest, longest = 2, 8 // characters of a place's name
	s := r.clean(issuer)
	for _, head := range r.lists.placeGovernment.order {
		name, _, ok := strings.Cut(s, head)
		if n := len([]rune(name)); !ok || n < shortest || n > longest {
			continue
		}
		if _, word, ok := r.lists.levelWord.tail(name); ok && word["full"] == "" && word["level"] != plan.LevelAll && word["level"] != plan.LevelNation {
			return plan.Region{Name: name, Level: word["level"]}, true
		}
	}
	return plan.Region{}, false
}

// zone reads a development zone from the name of its own authority, which issued
// the plan: 河北雄安新区管理委员会. One that bears the name of a province counts as a
// prefecture, others as counties.
func (r *Resolver) zone(issuer string) (plan.Region, bool) {
	s := r.clean(issuer)
	for _, tail := range r.lists.zoneAuthority.order {
		name, _, ok := strings.Cut(s, tail)
		if !ok || !r.lists.zoneNameEnd.ends(name) {
			continue
		}
		pl, code, end, ok := r.lex.Leading(name)
		if !ok || end >= len([]rune(name)) {
			continue
		}
		level := plan.LevelCounty
		if pl.Level == plan.LevelProvince {
			level = plan.LevelCity
		}
		return plan.Region{Code: code, Name: name, Level: level}, true
	}
	return plan.Region{}, false
}

// byNumber reads the province from a document number: 苏政办发〔2021〕61号.
func (r *Resolver) byNumber(number string) (plan.Region, bool) {
	s := []rune(r.clean(number))
	if len(s) < 4 {
		return plan.Region{}, false
	}
	kind, ok := r.lists.numberKind.attrs[string(s[1])]
	switch {
	case ok && s[0] == '国' && kind["nation"] != "":
		return plan.Region{Level: plan.LevelNation}, true
	case ok && kind["province"] != "":
		for _, pl := range r.lex.Named(string(s[:1])) {
			if pl.Level == plan.LevelProvince {
				return plan.Region{Code: pl.Codes[0], Name: pl.Name, Level: pl.Level}, true
			}
		}
	}
	return plan.Region{}, false
}

// sampleBytes bounds how much of a plan is read for its level.
const sampleBytes = 16 << 10

// byText guesses the level of a plan that names no issuer from its addressees and
// from the level that its bodies are written with, and the place from the names
// in the text.
func (r *Resolver) byText(doc *plan.Document, p *plan.Plan) plan.Region {
	text := doc.Text[p.Span.Start:min(p.Span.End, p.Span.Start+sampleBytes)]
	s := r.clean(strings.ToValidUTF8(text, ""))
	count := map[string]int{}
	for _, w := range r.lists.issuerLevel.order { // each tells more than the name of one body
		count[r.lists.issuerLevel.attrs[w]["level"]] += 3 * strings.Count(s, w)
	}
	text2 := []rune(s)
	for _, m := range r.lex.Scan(text2) {
		name := string(text2[m.Start:m.End])
		n, ok := r.lex.Parse(name)
		if !ok || m.Kind != body.Body {
			continue
		}
		if n.Place == "" && n.Level == "" && n.Form != nil && n.Form.Head == "部" && n.Form.Central != "" {
			count[plan.LevelNation]++
		}
		if n.Level == "" {
			if n.Place == "" && n.Form != nil && n.Form.Head == "厅" {
				count[plan.LevelProvince]++
			}
		} else if level := r.lists.levelWord.attrs[n.Level]["level"]; level != plan.LevelNation && n.Level != "开发区" {
			count[level]++
		}
	}
	level, most := "", 0
	for _, lv := range []string{plan.LevelCity, plan.LevelProvince, plan.LevelCounty, plan.LevelNation} {
		if count[lv] > most {
			level, most = lv, count[lv]
		}
	}
	reg := plan.Region{Level: level}
	if level == "" || level == plan.LevelNation {
		return reg
	}
	// the place of that level that the text names most often
	names := map[string]int{}
	r.lex.PlacesIn(text2, func(pl body.Place) {
		if pl.Level == level && !pl.Common {
			names[pl.Name]++
		}
	})
	for name, n := range names {
		if n > names[reg.Name] || n == names[reg.Name] && name < reg.Name {
			pl := r.lex.Named(name)[0]
			reg.Name, reg.Code = pl.Name, pl.Codes[0]
		}
	}
	if names[reg.Name] < 2 {
		reg.Name, reg.Code = "", ""
		if pl, code, ok := r.headed(text); ok && pl.Level == level {
			reg.Name, reg.Code = pl.Name, code
		}
	}
	return reg
}

// headed returns the place that a text's first line begins with, where that is a heading.
func (r *Resolver) headed(text string) (pl body.Place, code string, ok bool) {
	const longest = 120 // bytes
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if line = strings.TrimSpace(line); len(line) > longest || strings.ContainsAny(line, "。;；") {
		return pl, "", false
	}
	pl, code, _, ok = r.lex.Leading(r.behindLead(r.clean(line)))
	return pl, code, ok
}
