package extract

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
	"plangraph/quantity"
)

// goal is a target or result as a frame assembled it; a rule decides whether it
// becomes a fact. Name is where the indicator's words stand, in order.
type goal struct {
	frame    Kind
	name     []Range
	label    string // the indicator where the text does not hold it in the block
	op       quantity.Op
	value    string
	unit     string
	year     int
	baseYear int
	baseline string
	nature   string
	planned  string
	achieved string
	at       Range
}

// goals is what the recogniser of goals keeps for a block and for a plan.
type goals struct {
	figures
	found []goal
	year  int // carried from sentence to sentence
	goalMemory
}

// goalMemory is what a plan's earlier goals tell of later ones.
type goalMemory struct {
	tables   map[*plan.Table]*indicatorTable
	silent   map[*plan.Table][]bool // columns of a table whose figures set no goal
	said     map[string][]string    // prose goals of the plan, indicators by value: the same said again is none
	lastItem int                    // one more than the index of the last block that is a short item with goals
	section  int                    // the section of the last figure, the one around it for an item with a heading of its own
	far      int                    // the latest year that the plan has named so far
	basis    int                    // the latest year that goals were compared with
	aim      int                    // the last year by which the plan set a goal (到2030年)
	work     int                    // the year whose work a report comes to (2031年是“十六五”开局之年)
}

// clear makes the memory ready for the next plan.
func (m *goalMemory) clear() {
	*m = goalMemory{tables: map[*plan.Table]*indicatorTable{}, silent: map[*plan.Table][]bool{}, said: map[string][]string{}}
}

// shortItem is the most characters of an item of a list of goals.
const shortItem = 40

// recognizeGoals assembles the goals of a block, whatever section it stands in.
func recognizeGoals(w *Worker, t *Text) {
	g := &w.goals
	g.found = g.found[:0]
	g.year = 0
	b := t.Block
	if b.Kind == plan.Cover {
		return
	}
	if b.Kind == plan.TableRow {
		if it := w.indicatorTable(b.Table); it != nil {
			w.tableGoals(t, it)
			if !it.figures || len(g.found) > 0 { // else what stands in the cells is running text
				w.noteGoals(t)
				return
			}
		}
	}
	if label, _ := w.labelled(b); label != "" && w.headerHas("record_no_goal", label) { // 建设规模:…
		return
	}
	w.readFigures(t, &g.figures)
	if b.Kind == plan.TableRow && len(g.all) > 0 {
		w.dropSilent(t)
	}
	r := &w.goalReader
	*r = reader{w: w, t: t, g: g}
	if len(g.all) > 0 || w.wholeWord(t) || r.nature() != "" || r.besideFigures() || r.saysNature() {
		r.block()
	} else if t.Block.Kind != plan.Heading {
		r.noteAim()
	}
	if len(g.all) > 0 && len(g.found) > 0 {
		g.section = r.group()
		if len(t.R) <= shortItem {
			g.lastItem = w.state.block + 1
		}
	}
	w.noteGoals(t)
}

// wholeWord reports whether the scan found a word such as 全覆盖 or 全部.
func (w *Worker) wholeWord(t *Text) bool {
	if !t.present(int(listCoverWord)) && !t.present(int(listAllWord)) {
		return false
	}
	for _, h := range t.hits {
		if w.e.inList(h.Term, int(listCoverWord)) || w.e.inList(h.Term, int(listAllWord)) {
			return true
		}
	}
	return false
}

func (w *Worker) noteGoals(t *Text) {
	for i := range w.goals.found {
		f := &w.goals.found[i]
		t.mentions[f.frame] = append(t.mentions[f.frame], Mention{Range: f.at, Value: int32(i)})
	}
}

// goalsAt returns the goals of the frames from first to last whose mention has the range r.
func (w *Worker) goalsAt(r Range, first, last Kind) []*goal {
	var out []*goal
	for i := range w.goals.found {
		if f := &w.goals.found[i]; f.at == r {
			if first <= f.frame && f.frame <= last {
				out = append(out, f)
			}
		}
	}
	return out
}

// buildTarget makes the targets of a captured goal; one mention may stand for
// several (分别, 均, 各). A rule may also capture an indicator and its figure itself.
func buildTarget(c *Context) bool {
	if name, ok := c.Range("indicator"); ok {
		return c.figureTarget(name)
	}
	r, ok := c.Range("goal")
	if !ok {
		return c.Refuse("不是目标 / no goal")
	}
	origin := c.Text.origin()
	built := false
	for _, g := range c.Worker.goalsAt(r, frameLevel, frameTable) {
		var name strings.Builder
		for _, p := range g.name {
			name.WriteString(c.Text.Written(p))
		}
		indicator := strings.TrimSpace(name.String())
		if g.label != "" {
			indicator = g.label
		}
		if indicator == "" {
			c.Refuse("没有指标 / no indicator")
			continue
		}
		if g.frame != frameTable {
			e := c.Worker.e
			value := dashes.Replace(e.normal(g.value)) + "|" + e.sameUnit(e.normal(g.unit)) + "|" + strconv.Itoa(g.year)
			if c.Worker.goals.saidBefore(e.sameGoal(e.normal(indicator)), value) {
				c.Refuse("计划前文已说过 / the plan has said this before")
				continue
			}
		}
		c.Emit(plan.Fact{Type: plan.TypeTarget, Target: &plan.Target{
			Indicator: indicator, Op: string(g.op), Value: g.value, Unit: g.unit, Year: g.year,
			Baseline: g.baseline, BaselineYear: g.baseYear, Nature: g.nature, Origin: origin,
		}}, g.at)
		built = true
	}
	return built
}

// origin tells where the block's targets come from.
func (t *Text) origin() string {
	if t.Block.Kind == plan.TableRow {
		return "table"
	}
	return "prose"
}

// figureTarget makes the target of an indicator and of the one figure in what the rule captured
// as its value; the year is that of the sentence, of a title around it or of the plan.
func (c *Context) figureTarget(name Range) bool {
	value, _ := c.Range("value")
	g := &c.goals
	var f *figure
	for i := range g.all {
		if g.all[i].from < value.Lo || g.all[i].to > value.Hi {
			continue
		}
		if f != nil {
			return c.Refuse("value 中有几个数 / there are several figures in value")
		}
		f = &g.all[i]
	}
	if f == nil {
		return c.Refuse("value 中没有数 / there is no figure in value")
	}
	t := c.Text
	year := 0
	for i := range g.periods {
		p := &g.periods[i]
		if p.lo >= t.Sentence(value.Lo).Lo && p.hi <= value.Hi && !p.p.Compared && !p.p.Since && !p.p.Relative {
			year = p.p.End
		}
	}
	if year == 0 {
		year = cmp.Or(c.sectionYear(), c.lastYear())
	}
	op := cmp.Or(c.Arg("op"), string(f.q.Op))
	c.Emit(plan.Fact{Type: plan.TypeTarget, Target: &plan.Target{
		Indicator: strings.TrimSpace(t.Written(name)), Op: op, Value: written(t, &f.q),
		Unit: t.Written(Range{int32(f.q.UnitFrom), int32(f.q.UnitTo)}), Year: year, Nature: c.natures[t.Block.Section], Origin: t.origin(),
	}}, c.Whole)
	return true
}

var dashes = strings.NewReplacer("—", "-", "–", "-", "－", "-", "~", "-", "～", "-", "至", "-")

// saidBefore reports whether the plan has set this value for this indicator
// already, and notes it. A shorter name for a goal of the same uncommon value
// (完好仓容 after 国有企业完好仓容) is the same goal.
func (g *goals) saidBefore(name, value string) bool {
	for _, old := range g.said[value] {
		if old == name {
			return true
		}
		short, long := name, old
		if len(short) > len(long) {
			short, long = long, short
		}
		if len(value) > 12 && !strings.HasPrefix(value, "100|") && !strings.HasPrefix(value, "翻") && len(short) >= 12 && strings.HasSuffix(long, short) {
			return true
		}
	}
	g.said[value] = append(g.said[value], name)
	return false
}

// sameGoal takes from an indicator what a second wording may change.
func (e *Extractor) sameGoal(name string) string {
	for i := range e.lists[listSameGoal].Entries {
		name = strings.ReplaceAll(name, e.lists[listSameGoal].Entries[i].Term, "")
	}
	return name
}

// sameUnit takes together the measure words between which a second wording may
// choose: 3000人 and 3000名, 100家 and 100个, 100套 and 100套(间).
func (e *Extractor) sameUnit(unit string) string {
	if i := strings.IndexAny(unit, "(（"); i > 0 && strings.HasSuffix(unit, "）") || i > 0 && strings.HasSuffix(unit, ")") {
		unit = unit[:i]
	}
	r, n := utf8.DecodeRuneInString(unit)
	if as := e.lists[listSameUnit].letterAttrs[r]["as"]; as != "" && n == len(unit) {
		return as
	}
	return unit
}

// buildResult makes the result of a captured row.
func buildResult(c *Context) bool {
	r, ok := c.Range("goal")
	if !ok {
		return c.Refuse("不是表格行 / no row")
	}
	built := false
	for _, g := range c.Worker.goalsAt(r, frameResult, frameResult) {
		var name strings.Builder
		for _, p := range g.name {
			name.WriteString(c.Text.Written(p))
		}
		if name.Len() == 0 {
			return c.Refuse("没有指标 / no indicator")
		}
		c.Emit(plan.Fact{Type: plan.TypeResult, Result: &plan.Result{Indicator: name.String(), Planned: g.planned, Achieved: g.achieved, Unit: g.unit, Year: g.year}}, g.at)
		built = true
	}
	return built
}
