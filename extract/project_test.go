package extract_test

import (
	"slices"
	"strings"
	"testing"

	"plangraph/extract"
	"plangraph/extract/rule"
	"plangraph/extract/ruletest"
	"plangraph/internal/testkit"
	"plangraph/plan"
	"plangraph/source"
)

// projectsOf extracts a text and gives its projects as "kind status name", in the
// order of the text.
func projectsOf(read *source.Reader, w *extract.Worker, text string) []string {
	doc, p := ruletest.Document(read, rule.Example{Text: text})
	var out []string
	for _, f := range w.Plan(doc, p) {
		if f.Type == plan.TypeProject {
			out = append(out, strings.Join(strings.Fields(f.Project.Kind+" "+f.Project.Status+" "+f.Project.Name), " "))
		}
	}
	return out
}

// TestProjectNames reads hard cases: elided names, shared head nouns, verbs that
// are part of a name, references, classes and counts.
func TestProjectNames(t *testing.T) {
	w := testkit.Engine(t).NewWorker()
	for _, c := range []struct {
		text string
		want []string
	}{
		{"续建昆明2号线东延、4号线二期,贵阳3号线等项目。", []string{"list 续建 昆明2号线东延", "list 续建 昆明4号线二期", "list 续建 贵阳3号线"}},
		{"加快推进青河水库、柳溪水库除险加固工程建设。", []string{"list 青河水库除险加固工程", "list 柳溪水库除险加固工程"}},
		{"推进遵义、安顺、凯里水域救援基地建设。", []string{"list 遵义水域救援基地", "list 安顺水域救援基地", "list 凯里水域救援基地"}},
		{"规划新增5座跨江通道,分别为遵义青山、白石2座铁路单方式跨江通道和安顺柳溪、金竹、清泉3座多方式跨江通道。",
			[]string{"list 规划 遵义青山跨江通道", "list 规划 白石跨江通道", "list 规划 安顺柳溪跨江通道", "list 规划 金竹跨江通道", "list 规划 清泉跨江通道"}},
		{"重点推进贵南高铁、黄百铁路、纳晴高速等项目建设,力争开工遵义至泸州高铁。", []string{"list 贵南高铁", "list 黄百铁路", "list 纳晴高速", "prose 力争开工 遵义至泸州高铁"}},
		{"新开工G320线安顺段改扩建、S206线改建等项目。", []string{"list 开工 G320线安顺段改扩建", "list 开工 S206线改建"}},
		{"开展黔中枢纽货运外绕工程研究。", []string{"prose 研究 黔中枢纽货运外绕工程"}},
		{"持续推进“一户一档”“一村一策”工程。", []string{"prose “一户一档”工程", "prose “一村一策”工程"}},
		{"实施高标准农田建设工程和气象观测站网提升工程。", []string{"prose 高标准农田建设工程", "prose 气象观测站网提升工程"}},
		{"扩大“天眼”工程覆盖面。", []string{"prose “天眼”工程"}},
		{"推进铁路沿线、航道两侧安全专项治理。", []string{"prose 铁路沿线安全专项治理", "prose 航道两侧安全专项治理"}},
		{"实施银龄学堂、长者食堂等工程。", []string{"prose 银龄学堂工程", "prose 长者食堂工程"}},
		{"推进重大工程和重点项目建设,实施一批民生项目,开展专项行动。", nil},
		{"按照“双百”工程要求,把试点经验纳入三年行动计划。", nil},
		{"建设充电站、加油站,新建水库3座、泵站12个。", nil},
		{"依托贵广高铁,推动沿线开放。", nil},
		{"制定年度工作计划,加强工程质量监管和项目管理。", nil},
		{"加快建设区域医疗中心。", nil},
	} {
		if got := projectsOf(testkit.Reader(t), w, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s\n\tgot  %q\n\twant %q", c.text, got, c.want)
		}
	}
}

// TestProjectsOfBoxes reads boxes: titles, titled items, fields that are none,
// parts of a facility, and untitled sentences.
func TestProjectsOfBoxes(t *testing.T) {
	text := `一、主要任务

推进水网建设工程,建设乌江水源保护平台。

专栏1 水网建设工程

1. 骨干水源工程。续建凤山水库、观音水库。

2. 灌区。完善渠系。

3. 水利信息平台。建设水情数据库、调度系统。

专栏2 监测能力建设

1. 建设山洪、泥石流分类监测网络,升级省级雨情预报系统。

2. 在乌江上游建设水文观测台。

3. 续建省防汛物资储备库。
`
	want := []string{
		"box 水网建设工程",
		"box_item 骨干水源工程",
		"list 续建 凤山水库",
		"list 续建 观音水库",
		"box_item 水利信息平台",
		"box 监测能力建设",
		"list 山洪、泥石流分类监测网络",
		"list 省级雨情预报系统",
		"list 乌江上游水文观测台",
		"list 续建 省防汛物资储备库",
	}
	if got := projectsOf(testkit.Reader(t), testkit.Engine(t).NewWorker(), text); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
