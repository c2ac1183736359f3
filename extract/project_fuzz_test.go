package extract_test

import (
	"testing"

	"plangraph/extract/rule"
	"plangraph/extract/ruletest"
	"plangraph/internal/testkit"
	"plangraph/plan"
)

// FuzzProjects reads any text as a plan: no text may make the builders stop, and
// every project has a name.
func FuzzProjects(f *testing.F) {
	for _, s := range []string{
		"续建昆明2号线东延、4号线二期,贵阳3号线等项目。",
		"专栏1 水网\n\n1. 水库。续建凤山水库、\n\n2. 建设",
		"规划新增2座通道,分别为青山、白石2座跨江通道和",
		"推进“一户一档”“一村一策”工程、等行动,实施",
		"在建设、和改建;(续建项目)、等等项目",
		"续建项目:甲至乙铁路、、丙大桥(二期、三期项目)、“丁",
		"一、重点工程\n\n(一)工程。\n\n建设“”“甲中心”等一系列平台。",
		"1%a\xe5", // a cut sequence at the end
		"新建青川大桥、恒源石化20万吨乙二醇和青湖石化2031", // a figure ends the text
	} {
		f.Add(s)
	}
	read, w := testkit.Reader(f), testkit.Engine(f).NewWorker()
	f.Fuzz(func(t *testing.T, text string) {
		doc, p := ruletest.Document(read, rule.Example{Text: text, Section: "重点工程"})
		for _, fact := range w.Plan(doc, p) {
			if fact.Type == plan.TypeProject && fact.Project.Name == "" {
				t.Errorf("a project without a name in %q", text)
			}
		}
	})
}
