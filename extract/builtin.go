package extract

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"plangraph/extract/rule"
	"plangraph/plan"
)

// The kinds of mention that natives find; rules may add others.
const (
	kindTitle Kind = iota
	kindQuote
	kindDepartment
	kindDepartments
	kindBoxTitle
	kindItemTitle
	kindMeasure
	kindListLabel

	// Frames of goals, which rules/target.yaml reads.
	frameLevel  // indicator, verb, value: 覆盖率达到95%
	frameCount  // verb, quantity, thing: 建成100家示范中心
	frameReach  // from place to place within a time: 与各设区市1.5小时通达
	frameSpread // 分别, 均, 各 over a list
	frameCover  // 实现X全覆盖
	frameAll    // X全部完成
	frameWords  // 与经济增长同步
	frameTable  // a cell of a table of indicators
	frameResult // a row of a table of past results
)

// nativeKinds are their names in rules.
var nativeKinds = [...]string{
	kindTitle: "title", kindQuote: "quote", kindDepartment: "department", kindDepartments: "departments",
	kindBoxTitle: "box_title", kindItemTitle: "item_title", kindMeasure: "measure", kindListLabel: "list_label",
	frameLevel: "goal_level", frameCount: "goal_count", frameReach: "goal_reach", frameSpread: "goal_spread", frameCover: "goal_cover",
	frameAll: "goal_all", frameWords: "goal_words", frameTable: "goal_table", frameResult: "goal_result",
}

// natives are the recognisers written in Go, in the order in which they run; a
// later one may read the mentions of an earlier one.
func natives() []native {
	return []native{
		recognizeTitles,
		recognizeQuotes,
		recognizeDepartments,
		recognizeDepartmentLists,
		recognizeBoxTitle,
		recognizeItemTitle,
		recognizeMeasure,
		recognizeListLabel,
		recognizeGoals,
	}
}

// builders are what emit: may name, beside mention.
func builders() map[string]Builder {
	return map[string]Builder{
		"assignment": buildAssignment,
		"citation":   buildCitation,
		"department": buildDepartment,
		"project":    buildProject,
		"programme":  buildProgramme,
		"task":       buildTask,
		"works":      buildWorks,
		"target":     buildTarget,
		"result":     buildResult,
	}
}

// builderArgs are the arguments that each builder knows.
var builderArgs = map[string][]string{
	"mention":    {"kind", "at"},
	"assignment": {"who", "department", "task", "role", "due", "explicit", "detail", "form", "as", "after"},
	"citation":   {"title", "number", "kind"},
	"department": {"name", "list", "form"},
	"project":    {"name", "kind"},
	"programme":  {"head"},
	"task":       {"title", "kind", "task", "detail"},
	"works":      {"verb", "list", "label", "done", "act", "held", "treat", "closed"},
	"target":     {"goal", "indicator", "value", "op"},
	"result":     {"goal"},
}

// fixedValues are what an argument may be that is no capture.
var fixedValues = map[string][]string{
	"role":     plan.Roles(),
	"explicit": {"true", "false"},
	"op":       {"=", ">=", ">", "<=", "<", "~"},
	"form":     {"bracket", "field", "sentence", "bare", "order", "cell", "member", "members", "prose", "host"},
	"as":       {"subject", "by", "push", "found", "use", "with", "noun", "over"},
}

// checkEmission says what is wrong with an emission and what to do; "" for nothing.
func checkEmission(em rule.Emission) (text, hint string) {
	known, ok := builderArgs[em.Builder]
	if !ok {
		names := slices.Sorted(maps.Keys(builderArgs))
		if hint = rule.Nearest(em.Builder, names); hint == "" {
			hint = "可用的有 / the builders are " + strings.Join(names, ", ")
		}
		return fmt.Sprintf("没有构造 %[1]q / there is no builder %[1]q", em.Builder), hint
	}
	given := map[string]rule.Value{}
	for _, v := range em.Args {
		if !slices.Contains(known, v.Param) {
			if hint = rule.Nearest(v.Param, known); hint == "" {
				hint = "它的参数有 / it has " + strings.Join(known, ", ")
			}
			return fmt.Sprintf("%[1]s 没有参数 %[2]q / %[1]s has no argument %[2]q", em.Builder, v.Param), hint
		}
		if values := fixedValues[v.Param]; values != nil && v.Capture != "" && slices.Contains(values, v.Capture) {
			return fmt.Sprintf("%[1]s=%[2]s 是同名的捕获,不是这个词 / %[1]s=%[2]s is the capture of that name, not the word", v.Param, v.Capture), fmt.Sprintf("改掉 match 中捕获的名称 / rename {%s:…} in match", v.Capture)
		} else if values != nil && (v.Capture != "" || !slices.Contains(values, v.Text)) {
			return fmt.Sprintf("%s=%s", v.Param, cmp.Or(v.Capture, v.Text)), "可用 / write one of " + strings.Join(values, ", ")
		}
		given[v.Param] = v
	}
	if em.Builder == "assignment" && given["form"].Text == "" {
		for _, param := range [][]string{{"who", "department"}, {"task"}} {
			if !slices.ContainsFunc(param, func(p string) bool { return given[p].Capture != "" }) {
				return "assignment 须有捕获 / an assignment needs a capture as " + param[0], "写作 / write it as assignment(who=unit, task=task, role=lead), with {unit:departments} and {task:clause} in match"
			}
		}
	}
	if em.Builder == "target" && given["goal"].Capture == "" && (given["indicator"].Capture == "" || given["value"].Capture == "") {
		return "target 须有捕获 / a target needs captures", "写作 / write it as target(indicator=name, value=figure), with {name:name} and {figure:clause} in match, or target(goal=g), with {g:goal_level}"
	}
	return "", ""
}

// screens look at the words that a builder's argument captures before a pattern is
// tried there; they say why the builder would refuse them, "" where it may not.
func screens() map[string]screen {
	return map[string]screen{
		"works": {"verb", (*Worker).buildsNothing},
	}
}

// blockEnd runs after all layers of a block.
func (w *Worker) blockEnd() {
	w.standingDuties()
	w.heldDuties()
	w.titledDuties()
	w.looseWorks()
}

// finish runs after the last block of a plan.
func (w *Worker) finish() { w.finishProjects() }

// recognizeTitles finds 《…》, the outermost where they nest.
func recognizeTitles(w *Worker, _ *Text) { w.paired(kindTitle, '《', '》') }

// recognizeQuotes finds “…”.
func recognizeQuotes(w *Worker, _ *Text) { w.paired(kindQuote, '“', '”') }

// paired adds a mention for each outermost pair of marks.
func (w *Worker) paired(k Kind, open, close rune) {
	depth, start := 0, int32(0)
	for _, m := range w.t.marks {
		switch m.r {
		case open:
			if depth == 0 {
				start = m.at
			}
			depth++
		case close:
			if depth > 0 {
				depth--
				if depth == 0 {
					w.t.mentions[k] = append(w.t.mentions[k], Mention{Range: Range{start, m.at + 1}})
				}
			}
		}
	}
}
