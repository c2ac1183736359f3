package extract

// Names of roads that no list of places knows.

// roadByWord reports whether r is a road with a common word of two characters for its name: 文化路,
// 工业大道二期; but 旅游路 only says of what kind it is.
func (w *Worker) roadByWord(r Range) bool {
	const name = 2 // characters before the head noun
	hi := w.phase(Range{r.Lo, w.unaltered(r)})
	lo, ok := w.hasEnd(listRoadEnd, hi)
	if !ok || lo != r.Lo+name || w.common(hi-1) {
		return false
	}
	word := Range{r.Lo, lo}
	return w.t.isHan(word) && !w.isWord(listRoadKind, word) && !w.startsWith(listWorksVague, r.Lo) && !w.startsVerb(r.Lo)
}
