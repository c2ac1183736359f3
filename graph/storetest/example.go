// Package storetest holds the contract that every graph.Store must keep, and the
// invented plans that it is tested with.
package storetest

import (
	"strconv"
	"strings"

	"plangraph/graph"
	"plangraph/plan"
)

// Naming is a small stand-in for the real one: it knows the province 和江省, its
// city 青川市 and what the example plans need.
type Naming struct{}

// ID puts the region's name in the place of a bare level: 省水利厅 is 和江省水利厅.
func (Naming) ID(name, region string) string {
	switch {
	case strings.Contains(name, "部门"), strings.HasPrefix(name, "各"):
		return name + "@" + region
	case strings.HasPrefix(name, "省") && strings.HasSuffix(region, "省"):
		return strings.TrimSuffix(region, "省") + name
	case strings.HasPrefix(name, "市") && strings.HasSuffix(region, "市"):
		return strings.TrimSuffix(region, "市") + name
	}
	return name
}

// Describe reads level, kind and members off the name.
func (Naming) Describe(id string) graph.Body {
	name, region := graph.SplitID(id)
	b := graph.Body{Kind: "body", Region: region}
	switch {
	case strings.Contains(name, "、"):
		b.Kind, b.Level = "collective", "省"
		for _, m := range strings.Split(strings.TrimSuffix(name, "等部门"), "、") {
			b.Members = append(b.Members, m+"部门@"+region, strings.TrimSuffix(region, "省")+"省"+m+"厅")
		}
	case region != "":
		b.Kind, b.Level = "class", "各级"
	case strings.HasPrefix(name, "和江省"):
		b.Level, b.Region, b.ShortName = "省", "和江省", strings.TrimPrefix(name, "和江")
		if strings.HasSuffix(name, "水利厅") {
			b.Classes = []string{"各级水利部门@和江省"}
			b.Above = "和江省人民政府"
		}
	case name == "和江省水务厅":
		b.Level = "省"
	case strings.HasPrefix(name, "青川市"):
		b.Level, b.Region, b.ShortName = "市", "青川市", strings.TrimPrefix(name, "青川")
	}
	if name == "和江省水电厅" {
		b.ValidTo = "2018-10-31"
		b.Successors = []graph.Succession{{ID: "和江省水利厅", On: "2018-11-01"}}
	}
	return b
}

// Place knows two places.
func (Naming) Place(name, region string) string {
	for _, p := range []string{"和江省", "青川市"} {
		if strings.HasPrefix(name, p) {
			return p
		}
	}
	return ""
}

// Simplify knows the traditional characters of one word.
func (Naming) Simplify(name string) string { return strings.ReplaceAll(name, "綠", "绿") }

// Region knows the places that Place does.
func (Naming) Region(name string) (level, above string) {
	switch name {
	case "和江省":
		return "省", ""
	case "青川市":
		return "市", "和江省"
	}
	return "", ""
}

// Quantities understands plain numbers, 万 and %.
type Quantities struct{}

// Number reads a decimal number or a range of two.
func (Quantities) Number(value, unit string) (low, high float64, isRange, ok bool) {
	factor, parts := 1.0, 1.0
	switch {
	case strings.HasPrefix(unit, "万"):
		factor = 10000
	case unit == "%":
		parts = 100
	}
	a, b, isRange := strings.Cut(value, "-")
	low, err := strconv.ParseFloat(a, 64)
	if err != nil {
		return 0, 0, false, false
	}
	if isRange {
		if high, err = strconv.ParseFloat(b, 64); err != nil {
			return 0, 0, false, false
		}
	}
	return low * factor / parts, high * factor / parts, isRange, true
}

// Amount knows kilometres.
func (q Quantities) Amount(value, unit string) (low, high float64, ok bool) {
	factor := map[string]float64{"米": 1, "公里": 1000}[unit]
	low, high, _, ok = q.Number(value, "")
	return low * factor, high * factor, ok && factor > 0
}

// Family knows ratios from counts.
func (Quantities) Family(unit string) string {
	switch unit {
	case "%":
		return "ratio"
	case "":
		return "other"
	}
	return "count"
}

// Know is the knowledge that the example plans are built with.
var Know = graph.Knowledge{Naming: Naming{}, Quantities: Quantities{}}

// script writes the facts of a plan; every fact gets a place of its own behind
// the one before.
type script struct {
	facts   []plan.Fact
	section string
	at      int
}

func (s *script) add(f plan.Fact, quote string) {
	f.Plan, f.Source = s.facts[0].Plan, s.facts[0].Source
	f.Span = plan.Span{Start: s.at, End: s.at + len(quote)}
	f.Line, f.Quote = 1+s.at/100, quote
	if f.Type != plan.TypeSection {
		f.Section = s.section
		if f.Rule == "" {
			f.Rule = "test." + string(f.Type)
		}
		f.Confidence = plan.Certain
	}
	s.at += len(quote) + 1
	s.facts = append(s.facts, f)
}

func begin(id, source string, info plan.PlanInfo) *script {
	info.DocumentNumber = id
	return &script{at: 1, facts: []plan.Fact{{Type: plan.TypePlan, Plan: id, Source: source, Line: 1, Quote: info.Title, PlanInfo: &info}}}
}

func (s *script) heading(path, title, titles, kind string) {
	s.add(plan.Fact{Type: plan.TypeSection, SectionOf: &plan.SectionInfo{Path: path, Title: title, Kind: kind, Level: 1 + strings.Count(path, ".")}}, title)
	s.section = titles
}

func (s *script) task(title, quote string) {
	s.add(plan.Fact{Type: plan.TypeTask, Task: &plan.Task{Title: title, Kind: "item"}}, quote)
}

func (s *script) duty(department, role, task, quote string) {
	start := s.at
	s.add(plan.Fact{Type: plan.TypeAssignment, Assignment: &plan.Assignment{Department: department, Role: role, Task: task, Explicit: true}}, quote)
	s.at = start // several bodies share a bracket
}

func (s *script) project(name, kind, status, box string) {
	s.add(plan.Fact{Type: plan.TypeProject, Project: &plan.Project{Name: name, Kind: kind, Status: status, Box: box}}, name)
}

func (s *script) target(indicator, op, value, unit string, year int) {
	s.add(plan.Fact{Type: plan.TypeTarget, Target: &plan.Target{Indicator: indicator, Op: op, Value: value, Unit: unit, Year: year, Origin: "prose"}}, indicator+value+unit)
}

func (s *script) cite(title, number, kind, rule string) {
	s.add(plan.Fact{Type: plan.TypeCitation, Rule: rule, Citation: &plan.Citation{Title: title, DocumentNumber: number, Kind: kind}}, "《"+title+"》")
}

// Plans are the facts of three invented plans that share bodies, a project, an
// indicator and citations.
func Plans() [][]plan.Fact {
	a := begin("和政发〔2031〕5号", "a.txt", plan.PlanInfo{Title: "省政府关于印发和江省水网规划的通知", Issuer: "和江省人民政府", IssuedOn: "2031-02-03",
		PeriodStart: 2031, PeriodEnd: 2035, Region: "和江省", SHA256: strings.Repeat("a", 64)})
	a.heading("1", "总体要求", "总体要求", plan.KindChapter)
	a.cite("中华人民共和国水法", "", "law", "")
	a.target("节水器具普及率", ">=", "95", "%", 2035)
	a.target("新增水库", "range", "3-5", "座", 2035)
	a.heading("2", "重点任务", "重点任务", plan.KindChapter)
	a.heading("2.1", "修渠引水", "重点任务 / 修渠引水", plan.KindItem)
	a.task("修建干渠", "修建干渠。整修老渠。")
	a.duty("省水利厅", "lead", "修建干渠", "(牵头单位:省水利厅,配合单位:农业、水利等部门、青川市水务局)")
	a.duty("青川市水务局", "support", "修建干渠", "(牵头单位:省水利厅,配合单位:农业、水利等部门、青川市水务局)")
	a.duty("农业、水利等部门", "support", "修建干渠", "(牵头单位:省水利厅,配合单位:农业、水利等部门、青川市水务局)")
	a.at += 200
	a.task("开展“清水”巡查", "开展“清水”巡查。")
	a.heading("2.2", "重点工程", "重点任务 / 重点工程", plan.KindBox)
	a.task("引江工程", "引江工程。")
	a.project("引江工程", "box", "", "专栏1")
	a.project("青川市北库", "list", "新建", "专栏1")
	a.add(plan.Fact{Type: plan.TypeResult, Result: &plan.Result{Indicator: "节水器具普及率", Planned: "80", Achieved: "83", Unit: "%", Year: 2030}}, "节水器具普及率\t80\t83")

	b := begin("和政办发〔2032〕9号", "b.txt", plan.PlanInfo{Title: "和江省供水行动方案", Issuer: "和江省人民政府办公厅", PeriodEnd: 2035, Region: "和江省"})
	b.cite("和江省水网规划", "", "plan", "citation.coordination.with")
	b.cite("和江省粮食规划", "", "plan", "citation.follow")
	b.heading("1", "任务", "任务", plan.KindChapter)
	b.target("节水器具 普及率", ">=", "97", "%", 2035)
	b.project("“引江”工程", "prose", "续建", "")
	b.duty("省水电厅", "responsible", "清点水表", "省水电厅清点水表")
	b.at += 60
	b.duty("各级水利部门", "responsible", "报送水情", "各级水利部门报送水情")
	b.at += 60
	b.add(plan.Fact{Type: plan.TypeDepartment, Department: &plan.Department{Name: "省人民政府", Canonical: "和江省人民政府", Level: "省"}}, "省人民政府")

	c := begin("青政发〔2033〕1号", "c.txt", plan.PlanInfo{Title: "青川市水务计划", PeriodEnd: 2034, Region: "青川市"})
	c.heading("1", "依据", "依据", plan.KindChapter)
	c.cite("和江省供水行动方案", "和政办发〔2032〕9号", "plan", "")
	c.cite("和江省粮食规划", "和政发〔2030〕8号", "plan", "")                   // b names it without its number
	c.cite("省政府关于印发和江省水网规划的通知", "和政发〔2021〕5号", "plan", "test.old") // an older one of the same title
	c.duty("市水务局", "responsible", "管好水表", "市水务局要管好水表")
	c.at += 60
	c.project("引江工程", "prose", "", "")
	return [][]plan.Fact{a.facts, b.facts, c.facts}
}

// Graphs are the graphs of Plans.
func Graphs() ([]graph.PlanGraph, error) {
	var out []graph.PlanGraph
	for _, facts := range Plans() {
		g, err := graph.Build(facts, Know)
		if err != nil {
			return nil, err
		}
		g.Stamp = "stamp of " + g.ID
		out = append(out, g)
	}
	return out, nil
}
