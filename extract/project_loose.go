package extract

import (
	"slices"
	"strings"

	"plangraph/extract/rule"
	"plangraph/plan"
)

// Works that a sentence names alone, which count where it goes through several.

// looseWork is a work that a sentence of running text names alone behind its verb,
// with the sentence: a record only where the sentence goes through several works
// (建成甲水厂,扩建乙医院,启动丙机场前期工作).
type looseWork struct {
	sentence, at Range
	project      plan.Project
	by           *rule.Rule
}

// keepLoose keeps the lines and sites by name that a verb governs in running text,
// where the verb's list alone gives no record.
func (w *Worker) keepLoose(c *Context, l *worksList, verb Range, status string) {
	whose := func() bool {
		return slices.ContainsFunc(l.members, func(m member) bool { return w.levelled(m.at) })
	}
	for _, m := range l.members {
		if m.class == siteClass && m.at.Len() >= 3 && w.genericWorks(m.at) && whose() { // 市博物馆、科技馆
			continue
		}
		treated := m.class == actionClass && m.proper && w.unaltered(m.at) < m.at.Hi // 康熙河整治
		if l.counted || m.class != lineClass && m.class != siteClass && !treated || !w.namesWork(m) || w.startsVerb(m.at.Lo) || w.e.holds(listBuildNoun, m.name) {
			return
		}
		if !m.proper && !w.singled(m.at) && !w.ownLine(m) && !w.onlyThing(m.at) && !w.levelled(m.at) {
			return
		}
	}
	for _, m := range l.members {
		p := plan.Project{Name: m.name, Kind: "list", Status: status, Box: w.boxLabel()}
		if p.Status == "" {
			p.Status = w.e.statusInName(m.name)
		}
		w.loose = append(w.loose, looseWork{w.t.period(verb.Lo), m.at, p, c.Rule})
	}
}

// looseWorks makes records of the block's loose works that stand beside other works
// in their sentence, or are three of them.
func (w *Worker) looseWorks() {
	for i := range w.loose {
		a := &w.loose[i]
		seen, others := false, 0
		for j := range w.loose {
			b := &w.loose[j]
			if b.sentence != a.sentence || b.at == a.at {
				seen = seen || j < i && b.at == a.at
				continue
			}
			others++
		}
		if !seen && (others > 1 || w.worksIn(a.sentence, others > 0)) {
			p := a.project
			w.emit(plan.Fact{Type: plan.TypeProject, Project: &p}, a.at, a.by)
		}
	}
	w.loose = w.loose[:0]
}

// worksIn reports whether a list of works has been found in a sentence, or with
// single a single one.
func (w *Worker) worksIn(sentence Range, single bool) bool {
	span, block := w.t.Span(sentence), w.t.Block.Span().Start
	for i := len(w.facts) - 1; i >= 0 && w.facts[i].Span.Start >= block; i-- { // those of a block come in no order
		if f := &w.facts[i]; f.Type == plan.TypeProject && f.Span.Start >= span.Start && f.Span.End <= span.End && (f.Project.Kind == "list" ||
			single && (strings.HasSuffix(f.Project.Name, string(phaseEnd)) || w.e.ending(listPlainHead, f.Project.Name) != "")) {
			return true
		}
	}
	return false
}
