package extract

// wordList numbers the word lists that the frames of goals read, so that no
// name is looked up while a text is read.
type wordList int

// The lists, in the order of wordListNames.
const (
	listAllVerb wordList = iota
	listAllWord
	listAtLeast
	listCauseVerb
	listCoverWord
	listEachWord
	listGrowthWord
	listLevelVerb
	listMannerLead
	listMeasureHead
	listMeasureTail
	listPartWord
	listPartialNoun
	listPastClause
	listPastWord
	listPolicyWord
	listReachWord
	listSharedHead
	listSpecAfter
	listSpecBefore
	listSpecNoun
	listTargetLead
	listTargetVerb
	listWordGoal
)

var wordListNames = [...]string{"all_verb", "all_word", "at_least", "cause_verb", "cover_word", "each_word", "growth_word", "level_verb", "manner_lead", "measure_head", "measure_tail", "part_word", "partial_noun", "past_clause", "past_word", "policy_word", "reach_word", "shared_head", "spec_after", "spec_before", "spec_noun", "target_lead", "target_verb", "word_goal"}

// bindWords finds the lists; one that the rule set lacks is -1 and has no words.
func (e *Extractor) bindWords() {
	e.words = make([]int, len(wordListNames))
	for i, n := range wordListNames {
		e.words[i] = -1
		if id, ok := e.listID[n]; ok {
			e.words[i] = id
		}
	}
}

func (w *Worker) hasAt(list wordList, pos int32) (int32, bool) {
	return w.listAt(w.e.words[list], pos)
}

func (w *Worker) hasEnd(list wordList, pos int32) (int32, bool) {
	return w.listEnd(w.e.words[list], pos)
}

func (w *Worker) find(list wordList, r Range) (Range, bool) { return w.listIn(w.e.words[list], r) }
