package extract

import (
	"slices"
	"strings"

	"plangraph/extract/rule"
)

// The titles of the sections around a block: what they say is read once a plan.

// gate returns the list for whose words in the titles around the block a rule must not apply
// there, or, where missing, for the lack of them; "" where it may.
func (w *Worker) gate(r *rule.Rule) (list string, missing bool) {
	g := &w.e.gates[r.Index]
	for i, id := range g.notIn {
		if w.sectionHas(id) {
			return r.NotIn[i], false
		}
	}
	for i, id := range g.onlyIn {
		if !w.sectionHas(id) {
			return r.OnlyIn[i], true
		}
	}
	return "", false
}

// gated reports whether a rule must not apply in the block's section.
func (w *Worker) gated(r *rule.Rule) bool {
	list, _ := w.gate(r)
	return list != ""
}

// keptOut says why a rule is gated.
func (w *Worker) keptOut(r *rule.Rule) string {
	list, missing := w.gate(r)
	if missing {
		return "所在章节的标题没有此表之词 / no section around it has a title word of @" + list
	}
	return "所在章节的标题有此表之词 / a section around it has a title word of @" + list
}

// inSection reports whether the title of a section around the current block has
// a word of the list.
func (w *Worker) inSection(list wordList) bool { return w.sectionHas(int(list)) }

// sectionHas is inSection for a list by its number, -1 for one that there is not.
func (w *Worker) sectionHas(list int) bool {
	return list >= 0 && w.titleHas(list, w.t.Block.Section)
}

// titleHas reports whether the title of a section, or of one around it, has a
// word of the list.
func (w *Worker) titleHas(list, section int) bool {
	return section > 0 && w.titleLists[section*w.e.listWords+list/64]&(1<<(list%64)) != 0
}

// titles is what the titles of a plan and of its sections tell of the blocks below them.
type titles struct {
	titleLists []uint64 // by section, listWords each: the lists of which a title around it has a word
	titleYears []int32  // by section: the year in its title, 0 for none, -1 not read yet
	natures    []string // by section: 约束性 or 预期性, where a title around it says so
	paths      []string // by section: titles joined by " / ", "" while not asked for
	emergency  bool     // the plan says what is to be done in an emergency
	civicPlan  bool     // the plan's title says that it lists works for the people

	titleCode []uint16 // of the title that is read
	titleHits []Hit
}

// readTitles notes for every section of the plan the lists of which its title, or
// one around it, has a word.
func (w *Worker) readTitles() {
	sections := w.plan.Sections
	n := w.e.listWords
	w.titleLists = slices.Grow(w.titleLists[:0], len(sections)*n)[:len(sections)*n]
	clear(w.titleLists)
	w.titleYears, w.natures = w.titleYears[:0], w.natures[:0]
	w.paths = make([]string, len(sections))
	for i := range sections {
		s := &sections[i]
		w.titleYears, w.natures = append(w.titleYears, -1), append(w.natures, "")
		if i == 0 {
			w.scanTitle(w.plan.Title)
			w.emergency = w.e.ending(listEmergencyPlan, w.plan.Title) != ""
			w.civicPlan = slices.ContainsFunc(w.titleHits, func(h Hit) bool { return w.e.inList(h.Term, int(listProjectCivic)) })
			continue
		}
		if nature := w.e.natureOf(s.Title); nature != "" {
			w.natures[i] = nature
		} else if s.Parent > 0 {
			w.natures[i] = w.natures[s.Parent]
		}
		out := w.titleLists[i*n : i*n+n]
		w.readTitle(s.Title, out)
		if s.Parent >= 0 {
			for k, bits := range w.titleLists[s.Parent*n : s.Parent*n+n] {
				out[k] |= bits
			}
		}
	}
}

// scanTitle finds the words of the lists in a title.
func (w *Worker) scanTitle(title string) {
	w.titleCode = w.e.widths.codes(title, w.titleCode[:0])
	w.titleHits = w.e.lex.scan(w.titleCode, w.titleHits[:0])
}

// natureOf returns the nature that a title gives to the indicators below it.
func (e *Extractor) natureOf(title string) string {
	for _, en := range e.lists[listNatureTitle].Entries {
		if strings.Contains(title, en.Term) {
			return en.Attrs["nature"]
		}
	}
	return ""
}

// longTitle is from how many characters on a title is a whole sentence: …将工作进展情况报甲局.
const longTitle = 25

// readTitle notes in out the lists of which a title has a word.
func (w *Worker) readTitle(title string, out []uint64) {
	e := w.e
	w.scanTitle(title)
	action := len(w.titleCode) > 0 && e.singleIn(w.titleCode[0], int(listSectionAction)) // 夯实工作基础 is a task, no past
	for _, h := range w.titleHits {
		action = action || h.Lo == 0 && e.inList(h.Term, int(listSectionAction))
	}
	e.addLists(out, w.titleHits)
	e.addLetters(out, w.titleCode)
	for k := range out {
		out[k] &= e.titleMask[k]
		if action {
			out[k] &^= e.chapterMask[k]
		}
	}
	if action {
		return
	}
	drop := func(l wordList) { out[l/64] &^= 1 << (l % 64) }
	if len(w.titleCode) >= longTitle {
		for _, l := range [...]wordList{listSectionPast, listSectionSituation} {
			if !w.endsTitle(l) || strings.ContainsAny(title, ",，") {
				drop(l)
			}
		}
	}
	if !w.endsInProjects(title) {
		drop(listProjectChapter)
	}
}

// endsTitle reports whether the title just scanned ends with a word of the list.
func (w *Worker) endsTitle(list wordList) bool {
	return slices.ContainsFunc(w.titleHits, func(h Hit) bool {
		return h.Hi == int32(len(w.titleCode)) && w.e.inList(h.Term, int(list))
	})
}

// endsInProjects reports whether the title just scanned ends in the word for
// projects that it has: 发挥重大项目牵引作用 heads measures, no projects.
func (w *Worker) endsInProjects(title string) bool {
	full := int32(len(w.titleCode))
	if bare := w.e.withoutCount(title); len(bare) < len(title) {
		full = int32(len(w.e.widths.codes(bare, nil)))
	}
	end := full
	for _, h := range w.titleHits {
		if w.e.inList(h.Term, int(listProjectChapterTail)) && h.Hi == full && h.Lo < end {
			end = h.Lo
		}
	}
	for _, h := range w.titleHits {
		if (h.Hi == end || h.Hi == full) && w.e.inList(h.Term, int(listProjectChapter)) {
			return true
		}
	}
	return false
}

// countsProjects reports whether a title says of how many projects its list is: 续建项目:3个.
func (w *Worker) countsProjects(title string) bool {
	if len(w.e.withoutCount(title)) == len(title) {
		return false
	}
	w.scanTitle(title)
	return w.endsInProjects(title)
}

// withoutCount returns a title without what it says behind of how many things its list is:
// 新建项目|(3个), 续建项目|:12个, 前期项目|共6项.
func (e *Extractor) withoutCount(title string) string {
	if i := max(strings.LastIndexByte(title, '('), strings.LastIndex(title, "（")); i > 0 && strings.IndexAny(title[i:], ")）") > len(title)-i-4 {
		return title[:i]
	}
	for _, en := range e.lists[listGroupUnit].Entries {
		rest, ok := strings.CutSuffix(title, en.Term)
		if !ok {
			continue
		}
		bare := strings.TrimRight(rest, "0123456789０１２３４５６７８９ ")
		if len(bare) == len(rest) {
			break
		}
		bare = strings.TrimSuffix(bare, "共")
		return strings.TrimRight(bare, ":： ")
	}
	return title
}

// SectionPath returns the titles of the sections around section i, joined.
func (w *Worker) SectionPath(i int) string {
	if i <= 0 {
		return ""
	}
	if w.paths[i] == "" {
		w.paths[i] = w.plan.Sections[i].Title
		if up := w.SectionPath(w.plan.Sections[i].Parent); up != "" {
			w.paths[i] = up + " / " + w.paths[i]
		}
	}
	return w.paths[i]
}
