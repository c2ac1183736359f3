package graph_test

import (
	"testing"

	"plangraph/graph"
	"plangraph/graph/storetest"
	"plangraph/plan"
)

// TestDutiesArePartOfTheirItem checks that a duty is tied to the item in whose own text it
// stands, and to no other: to a heading of which that is the section, to an item of one
// paragraph.
func TestDutiesArePartOfTheirItem(t *testing.T) {
	const rule = "assignment.subject"
	at := func(start, line int, f plan.Fact) plan.Fact {
		f.Plan, f.Source, f.Span, f.Line = "青政发〔2031〕1号", "a.txt", plan.Span{Start: start, End: start + 9}, line
		return f
	}
	section := func(start, line int, path, title string) plan.Fact {
		return at(start, line, plan.Fact{Type: plan.TypeSection, SectionOf: &plan.SectionInfo{Path: path, Title: title, Level: 1}})
	}
	task := func(start, line int, path, title, rule string) plan.Fact {
		return at(start, line, plan.Fact{Type: plan.TypeTask, Rule: rule, Task: &plan.Task{Title: title, SectionPath: path}})
	}
	duty := func(start, line int, section, body, task string) plan.Fact {
		return at(start, line, plan.Fact{Type: plan.TypeAssignment, Section: section, Rule: rule, Assignment: &plan.Assignment{Department: body, Role: "responsible", Task: task}})
	}
	g, err := graph.Build([]plan.Fact{
		at(0, 1, plan.Fact{Type: plan.TypePlan, PlanInfo: &plan.PlanInfo{Title: "青川市方案"}}),
		section(10, 2, "1", "建立渠道清单"),
		task(10, 2, "1", "建立渠道清单", "task.measure"),
		task(40, 4, "1", "制定标准", rule),
		duty(40, 4, "建立渠道清单", "市水利局", "制定标准"),
		section(60, 5, "2", "任务"),
		task(70, 6, "2", "修缮戏台", "task.measure"),
		task(90, 6, "2", "拨付经费", rule),
		duty(90, 6, "任务", "市财政局", "拨付经费"),
		task(110, 7, "2", "更换路灯", "task.measure"),
		task(130, 8, "2", "疏浚河道", "task.measure"),
		task(150, 8, "2", "加固堤防", "task.measure"), // a second item of the line
		task(170, 8, "2", "备好石料", rule),
		duty(170, 8, "任务", "市应急局", "备好石料"),
	}, storetest.Know)
	if err != nil {
		t.Fatal(err)
	}
	titles := map[graph.Ref]string{}
	for _, n := range g.Nodes {
		titles[n.Ref] = n.Props.Text("title")
	}
	got := map[string]string{}
	for _, e := range g.Edges {
		if e.Type == graph.PartOf {
			got[titles[e.From]] += titles[e.To]
		}
	}
	if len(got) != 3 || got["备好石料"] != "加固堤防" || got["制定标准"] != "建立渠道清单" || got["拨付经费"] != "修缮戏台" {
		t.Errorf("duties are part of %v", got)
	}
}
