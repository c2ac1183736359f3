// Package eval compares extracted facts with annotations made by hand and gives
// precision, recall and F1 by type of fact and by rule. What counts as a match
// is a public convention (README, "How it is measured"): a change here changes
// every figure ever published, so the golden test pins them.
package eval

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"plangraph/plan"
)

// Types are the types of facts that are scored, in the order of the report.
var Types = []plan.FactType{plan.TypeTarget, plan.TypeAssignment, plan.TypeProject, plan.TypeDepartment, plan.TypeResult}

// Attributes returns the keys of a type that are compared in matched pairs.
func Attributes(t plan.FactType) []string {
	switch t {
	case plan.TypeTarget:
		return []string{"op", "unit", "year", "nature", "baseline", "origin"}
	case plan.TypeAssignment:
		return []string{"role", "explicit"}
	case plan.TypeProject:
		return []string{"status", "kind"}
	case plan.TypeDepartment:
		return []string{"level"}
	case plan.TypeResult:
		return []string{"achieved"}
	}
	return nil
}

// Row is a fact as the comparison sees it: its type, where it stands, and its
// own keys as text.
type Row struct {
	Type  plan.FactType
	Line  int               // 1-based line of the source
	Quote string            // the words that it stands on
	Rule  string            // id of the rule; "" for annotations
	Keys  map[string]string // as the rows of extract name them
}

// FromFact returns the row of a fact; ok is false for types that are not scored.
func FromFact(f *plan.Fact) (Row, bool) {
	r := Row{Type: f.Type, Line: f.Line, Quote: f.Quote, Rule: f.Rule}
	year := func(y int) string {
		if y == 0 {
			return ""
		}
		return strconv.Itoa(y)
	}
	switch {
	case f.Target != nil:
		t := f.Target
		r.Keys = map[string]string{"indicator": t.Indicator, "op": t.Op, "value": t.Value, "unit": t.Unit, "year": year(t.Year),
			"nature": t.Nature, "baseline": t.Baseline, "origin": t.Origin}
	case f.Assignment != nil:
		a := f.Assignment
		r.Keys = map[string]string{"department": a.Department, "role": a.Role, "task": a.Task, "explicit": strconv.FormatBool(a.Explicit)}
	case f.Project != nil:
		r.Keys = map[string]string{"name": f.Project.Name, "status": f.Project.Status, "kind": f.Project.Kind}
	case f.Department != nil:
		r.Keys = map[string]string{"name": f.Department.Name, "level": f.Department.Level}
	case f.Result != nil:
		r.Keys = map[string]string{"indicator": f.Result.Indicator, "achieved": f.Result.Achieved}
	default:
		return r, false
	}
	return r, true
}

// Score is the outcome of a comparison.
type Score struct {
	OK, Extra, Missed int // found and annotated; only found; only annotated
}

// Add adds another score to s.
func (s *Score) Add(t Score) { s.OK += t.OK; s.Extra += t.Extra; s.Missed += t.Missed }

// Precision is the share of the found facts that are right.
func (s Score) Precision() float64 { return float64(s.OK) / float64(max(1, s.OK+s.Extra)) }

// Recall is the share of the annotated facts that were found.
func (s Score) Recall() float64 { return float64(s.OK) / float64(max(1, s.OK+s.Missed)) }

// F1 is the harmonic mean of both.
func (s Score) F1() float64 { return float64(2*s.OK) / float64(max(1, 2*s.OK+s.Extra+s.Missed)) }

// Pair is a found fact and the annotation that it matches.
type Pair struct{ Found, Gold Row }

// Match pairs found with annotated rows of one type, the best match first; each
// row is in one pair at most. What is left over is extra or missed.
func Match(t plan.FactType, found, gold []Row) (pairs []Pair, extra, missed []Row) {
	type candidate struct {
		score    float64
		distance int
		i, j     int
	}
	var all []candidate
	anywhere := t == plan.TypeProject || t == plan.TypeDepartment
	for i, f := range found {
		for j, g := range gold {
			d := f.Line - g.Line
			if d < 0 {
				d = -d
			}
			if !anywhere && d > 2 {
				continue
			}
			if s := alike(t, f, g, d); s > 0 {
				all = append(all, candidate{s, d, i, j})
			}
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.distance, b.distance), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	usedF, usedG := make([]bool, len(found)), make([]bool, len(gold))
	for _, c := range all {
		if !usedF[c.i] && !usedG[c.j] {
			usedF[c.i], usedG[c.j] = true, true
			pairs = append(pairs, Pair{found[c.i], gold[c.j]})
		}
	}
	for i, used := range usedF {
		if !used {
			extra = append(extra, found[i])
		}
	}
	for j, used := range usedG {
		if !used {
			missed = append(missed, gold[j])
		}
	}
	return pairs, extra, missed
}

// Distinct keeps the first row of each name for the types of which a plan has
// one record a name.
func Distinct(t plan.FactType, rows []Row) []Row {
	if t != plan.TypeDepartment && t != plan.TypeProject {
		return rows
	}
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b Row) int { return cmp.Compare(a.Line, b.Line) })
	seen := map[string]bool{}
	return slices.DeleteFunc(sorted, func(r Row) bool {
		k := normal(r.Keys["name"])
		was := seen[k]
		seen[k] = true
		return was
	})
}

// alike says how well a found row matches an annotation d lines away, 0 for not
// at all.
func alike(t plan.FactType, f, g Row, d int) float64 {
	switch t {
	case plan.TypeTarget:
		if !sameValue(f, g) {
			return 0
		}
		return atLeast(near(f.Keys["indicator"], g.Keys["indicator"], 0.5), 0.6)
	case plan.TypeAssignment:
		if body(f.Keys["department"]) != body(g.Keys["department"]) {
			return 0
		}
		var s float64
		if strings.Contains(g.Quote, "\t") { // a table's row is one line: the row beside it is another task
			if s = dice(f.Keys["task"], g.Keys["task"]); s < 0.9 || d != 0 {
				return 0
			}
		} else if s = near(f.Keys["task"], g.Keys["task"], 0.3); s < 0.5 {
			return 0
		}
		return 0.1 + s
	case plan.TypeProject:
		s := near(f.Keys["name"], g.Keys["name"], 0.5)
		if !slices.Equal(numbers(f.Keys["name"]), numbers(g.Keys["name"])) {
			return 0
		}
		if s >= 0.85 || s >= 0.75 && d <= 2 {
			return s
		}
	case plan.TypeDepartment:
		if body(f.Keys["name"]) == body(g.Keys["name"]) {
			return 1
		}
	case plan.TypeResult:
		return atLeast(near(f.Keys["indicator"], g.Keys["indicator"], 0.5), 0.6)
	}
	return 0
}

func atLeast(s, bar float64) float64 {
	if s < bar {
		return 0
	}
	return s
}

var (
	stripped = strings.NewReplacer(" ", "", "\t", "", "\u3000", "", "“", "", "”", "", `"`, "", "‘", "", "’", "", "'", "",
		"「", "", "」", "", "《", "", "》", "", "·", "", "—", "-", "–", "-", "－", "-", "~", "-", "～", "-", "−", "-")
	bounds = strings.NewReplacer("≥", ">=", "≤", "<=")
)

// normal makes names comparable: compatibility forms, quotation marks, blanks,
// dashes and case do not count.
func normal(s string) string {
	s = strings.ToLower(stripped.Replace(norm.NFKC.String(s)))
	return bounds.Replace(strings.ReplaceAll(s, "--", "-"))
}

// dice is the share of character pairs that two names have in common.
func dice(a, b string) float64 {
	a, b = normal(a), normal(b)
	if a == b {
		return 1
	}
	x, nx := bigrams(a)
	y, ny := bigrams(b)
	if nx < 1 || ny < 1 {
		return 0
	}
	common := 0
	for k, n := range x {
		common += min(n, y[k])
	}
	return float64(2*common) / float64(nx+ny)
}

func bigrams(s string) (map[[2]rune]int, int) {
	rs := []rune(s)
	m := make(map[[2]rune]int, len(rs))
	for i := 0; i+1 < len(rs); i++ {
		m[[2]rune{rs[i], rs[i+1]}]++
	}
	return m, len(rs) - 1
}

// near is dice, but a name that holds the other one counts as close when little
// is added: when the shorter is at least the given share of the longer.
func near(a, b string, share float64) float64 {
	x, y := normal(a), normal(b)
	if utf8.RuneCountInString(x) > utf8.RuneCountInString(y) {
		x, y = y, x
	}
	if x != "" && strings.Contains(y, x) && float64(utf8.RuneCountInString(x))/float64(utf8.RuneCountInString(y)) >= share {
		return max(dice(a, b), 0.75)
	}
	return dice(a, b)
}

// body is the name of a body without a word of scope before it (全省各有关部门).
func body(s string) string {
	s = normal(s)
	for _, scope := range []string{"全省", "我省", "全市", "全国"} {
		if rest, ok := strings.CutPrefix(s, scope); ok && utf8.RuneCountInString(s) > 4 {
			return rest
		}
	}
	return s
}

const magnitudes = "十百千万亿"

var numerals = map[string]string{"零": "0", "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8",
	"九": "9", "十": "10", "两": "2", "翻番": "翻一番"}

// value is the value with its magnitude, which may stand with the value or with
// the unit: 2万 人 is 2 万人, and 4.5%-5% is 4.5-5 %.
func value(r Row) string {
	v := strings.TrimLeft(strings.ReplaceAll(normal(r.Keys["value"]), ",", ""), "><=")
	v = strings.ReplaceAll(v, "%", "")
	if n, ok := numerals[v]; ok {
		v = n
	}
	last, _ := utf8.DecodeLastRuneInString(v)
	if v == "" || unicode.IsDigit(last) || strings.ContainsRune(magnitudes, last) {
		u := normal(r.Keys["unit"])
		v += u[:len(u)-len(strings.TrimLeft(u, magnitudes))]
	}
	return v
}

// sameValue reports whether two values mean the same: the magnitude may stand with the number or
// with the unit, and words need only be near.
func sameValue(f, g Row) bool {
	if g.Keys["op"] == "text" {
		return near(f.Keys["value"], g.Keys["value"], 0.5) >= 0.6
	}
	if value(f) == value(g) {
		return true
	}
	if f.Keys["unit"] != "" && g.Keys["unit"] != "" {
		return false
	}
	whole := func(r Row) string {
		return value(r) + strings.ReplaceAll(strings.TrimLeft(normal(r.Keys["unit"]), magnitudes), "%", "")
	}
	return whole(f) == whole(g)
}

var numberInName = regexp.MustCompile(`\p{Nd}+(?:\.\p{Nd}+)?|[一二三四五六七八九十]+[期号]`)

// numbers are the numbers in a project's name: 一期 is not 二期.
func numbers(name string) []string {
	found := numberInName.FindAllString(normal(name), -1)
	for i := range found {
		found[i] = strings.TrimRight(found[i], "期号")
	}
	slices.Sort(found)
	return found
}

// attribute is the form in which a key of matched rows is compared.
func attribute(r Row, key string) string {
	v := normal(r.Keys[key])
	if key == "unit" {
		return strings.TrimLeft(v, magnitudes)
	}
	return v
}
