package extract

// natives are the recognisers written in Go, in the order in which they run; a
// later one may read the mentions of an earlier one.
func natives() []native {
	return []native{
		{"title", recognizeTitles},
		{"quote", recognizeQuotes},
		{"department", recognizeDepartments},
		{"departments", recognizeDepartmentLists},
		{"box_title", recognizeBoxTitle},
		{"item_title", recognizeItemTitle},
		{"measure", recognizeMeasure},
		{"list_label", recognizeListLabel},
		{frameLevel, recognizeGoals}, // emits the other frames of goals, too
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
func recognizeTitles(w *Worker, t *Text) { w.paired(w.Kind("title"), '《', '》') }

// recognizeQuotes finds “…”.
func recognizeQuotes(w *Worker, t *Text) { w.paired(w.Kind("quote"), '“', '”') }

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
