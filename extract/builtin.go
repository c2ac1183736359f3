package extract

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

// screens look at the words that a builder's argument captures before a pattern is
// tried there; they say why the builder would refuse them, "" where it may not.
func screens() map[string]screen {
	return map[string]screen{
		"works": {"verb", (*Worker).buildsNothing},
	}
}

// Memory is what earlier blocks of a plan said that later ones need. It is
// empty at the start of every plan.
type Memory struct {
	block       int // index of the current block
	tasks       map[taskKey]bool
	departments map[mentioned]int // names of bodies met: the block of the latest draft
	duties      duties
}

// blockEnd runs after all layers of a block.
func (w *Worker) blockEnd() { w.standingDuties() }

// finish runs after the last block of a plan.
func (w *Worker) finish() { w.finishProjects() }

// recognizeTitles finds 《…》, the outermost where they nest.
func recognizeTitles(w *Worker, t *Text) { w.paired(kindTitle, '《', '》') }

// recognizeQuotes finds “…”.
func recognizeQuotes(w *Worker, t *Text) { w.paired(kindQuote, '“', '”') }

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
