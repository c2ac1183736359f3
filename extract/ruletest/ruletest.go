// Package ruletest runs the examples that rules carry: every yes must give just
// the facts that it lists, every no must give none, and a todo that passes asks
// to be moved to yes.
package ruletest

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"plangraph/extract"
	"plangraph/extract/rule"
	"plangraph/plan"
	"plangraph/source"
)

// Failure is an example that a rule does not keep.
type Failure struct {
	Rule, File string // whose example it is, and where it stands
	Line       int    // 1-based line of the example in File
	Text       string // the example's text
	Why        string // what was not found, or found too much
}

// Error gives the failure on two lines: where and why, then the text.
func (f Failure) Error() string {
	return fmt.Sprintf("%s:%d: 规则 / rule %s: %s\n\t例句 / text: %s", f.File, f.Line, f.Rule, f.Why, f.Text)
}

// Run runs the examples of every rule whose id begins with prefix and returns
// the failures and the number of examples run.
func Run(e *extract.Extractor, prefix string) (failures []Failure, examples int) {
	w, reader := e.NewWorker(), source.New(e.Words, e.Simplified)
	for _, r := range e.Rules() {
		if !strings.HasPrefix(r.ID, prefix) {
			continue
		}
		for _, ex := range r.Yes {
			examples++
			if why := check(reader, w, r.ID, ex); why != "" {
				failures = append(failures, Failure{r.ID, r.File, ex.Line, ex.Text, why})
			}
		}
		for _, ex := range r.No {
			examples++
			ex.Want = nil
			if why := check(reader, w, r.ID, ex); why != "" {
				failures = append(failures, Failure{r.ID, r.File, ex.Line, ex.Text, "不应成立 / must not match: " + why})
			}
		}
		for _, ex := range r.Todo {
			examples++
			if check(reader, w, r.ID, ex) == "" {
				failures = append(failures, Failure{r.ID, r.File, ex.Line, ex.Text, "这条 todo 已成立,请移到 yes / this todo passes now: move it to yes"})
			}
		}
	}
	return failures, examples
}

// check runs one example and says what differs from what it wants of the rule
// (of every rule when id is empty); "" when nothing does.
func check(reader *source.Reader, w *extract.Worker, id string, ex rule.Example) string {
	doc, p := Document(reader, ex)
	var got []plan.Fact
	for _, f := range w.Plan(doc, p) {
		if id == "" || f.Rule == id {
			got = append(got, f)
		}
	}
	var missing []string
	for _, want := range ex.Want {
		found := -1
		for i, f := range got {
			if matches(f, want) {
				found = i
				break
			}
		}
		if found < 0 {
			missing = append(missing, show(want))
			continue
		}
		got = append(got[:found], got[found+1:]...)
	}
	var why []string
	if len(missing) > 0 {
		why = append(why, "未得出 / not found: "+strings.Join(missing, "; ")+stopped(w, doc, p, id))
	}
	for _, f := range got {
		why = append(why, "多得出 / not listed: "+show(Values(f)))
	}
	return strings.Join(why, "; ")
}

// stopped says where a rule stopped in a text, or to which match it lost.
func stopped(w *extract.Worker, doc *plan.Document, p *plan.Plan, id string) string {
	if id == "" {
		return ""
	}
	const most = 3 // attempts that are told
	trace := &extract.Trace{First: 1, Last: strings.Count(doc.Text, "\n") + 1, Rule: id}
	w.Explain(doc, p, trace)
	var lines []string
	for _, a := range trace.Attempts {
		line := "\n\t" + a.Outcome
		if a.Pattern != "" {
			line += ": " + a.Pattern
		}
		if a.Outcome != "" && !slices.Contains(lines, line) && len(lines) < most {
			lines = append(lines, line)
		}
	}
	if len(trace.Attempts) == 0 {
		lines = append(lines, "\n\t没有找到可以起头的词 / no word was found to start from")
	}
	return strings.Join(lines, "")
}

// Document makes a plan of an example's text: its lines as the reader of plans
// sees them, under a section of the given title.
func Document(reader *source.Reader, ex rule.Example) (*plan.Document, *plan.Plan) {
	text := ex.Text
	if ex.Section != "" {
		text = "一、" + ex.Section + "\n\n" + text
	}
	doc := reader.ParsePlan("example", text)
	p := doc.Plans[0]
	if ex.Issuer != "" {
		p.Issuer = ex.Issuer
	}
	return doc, p
}

func matches(f plan.Fact, want map[string]string) bool {
	have := Values(f)
	for k, v := range want {
		if have[k] != v {
			return false
		}
	}
	return true
}

func show(m map[string]string) string {
	keys := make([]string, 0, len(m))
	for k, v := range m {
		if v != "" && k != "type" {
			keys = append(keys, k+"="+v)
		}
	}
	sort.Strings(keys)
	return m["type"] + "(" + strings.Join(keys, ", ") + ")"
}

// Values returns a fact's own keys as texts.
func Values(f plan.Fact) map[string]string {
	v := map[string]string{"type": string(f.Type)}
	switch f.Type {
	case plan.TypeTarget:
		t := f.Target
		v["indicator"], v["op"], v["value"], v["unit"], v["nature"], v["baseline"], v["origin"] = t.Indicator, t.Op, t.Value, t.Unit, t.Nature, t.Baseline, t.Origin
		v["year"], v["baseline_year"] = year(t.Year), year(t.BaselineYear)
	case plan.TypeResult:
		t := f.Result
		v["indicator"], v["planned"], v["achieved"], v["unit"], v["year"] = t.Indicator, t.Planned, t.Achieved, t.Unit, year(t.Year)
	case plan.TypeProject:
		v["name"], v["status"], v["kind"], v["box"] = f.Project.Name, f.Project.Status, f.Project.Kind, f.Project.Box
	case plan.TypeAssignment:
		a := f.Assignment
		v["department"], v["role"], v["task"], v["explicit"], v["due"], v["scope"] = a.Department, a.Role, a.Task, fmt.Sprint(a.Explicit), a.Due, a.Scope
	case plan.TypeDepartment:
		v["name"], v["canonical"], v["level"] = f.Department.Name, f.Department.Canonical, f.Department.Level
	case plan.TypeCitation:
		v["title"], v["document_number"], v["kind"] = f.Citation.Title, f.Citation.DocumentNumber, f.Citation.Kind
	case plan.TypeTask:
		v["title"], v["kind"] = f.Task.Title, f.Task.Kind
	}
	return v
}

func year(y int) string {
	if y == 0 {
		return ""
	}
	return fmt.Sprint(y)
}
