package eval

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"plangraph/plan"
)

// Gold is one file of annotations.
type Gold struct {
	Name        string // the file's name without its folder
	First, Last int    // lines of the source that it speaks of
	Rows        []Row  // in the order of the file, rows of type document left out
}

// ReadGold reads annotations: JSON lines with type, line, quote and the type's
// own keys. A row of type document tells the first and last line of the part of
// the source that was annotated; without one it was the whole source. An error names the
// file, by name, and the line at which it is wrong.
func ReadGold(name string, r io.Reader) (Gold, error) {
	g := Gold{Name: filepath.Base(name), First: 0, Last: 1 << 60}
	in := bufio.NewScanner(r)
	in.Buffer(nil, longestLine)
	bounded := false
	n := 1
	for ; in.Scan(); n++ {
		if len(in.Bytes()) == 0 {
			continue
		}
		var m map[string]any
		if err := json.Unmarshal(in.Bytes(), &m); err != nil {
			return g, fmt.Errorf("%s:%d: 标注应为一行一个 JSON 对象 / each line must be one JSON object: %w", name, n, err)
		}
		number := func(key string) int {
			v, _ := m[key].(float64)
			return int(v)
		}
		t, _ := m["type"].(string)
		if t == "" {
			return g, fmt.Errorf("%s:%d: 缺少键 type / key \"type\" is missing", name, n)
		}
		if t == "document" {
			if first, last := number("first_line"), number("last_line"); first < 1 || last < first {
				return g, fmt.Errorf("%s:%d: document 一行应有 first_line 和 last_line / a row of type document has first_line and last_line", name, n)
			} else if !bounded {
				g.First, g.Last, bounded = first, last, true
			}
			continue
		}
		if !slices.Contains(plan.FactTypes(), plan.FactType(t)) {
			return g, fmt.Errorf("%s:%d: 没有这种事实 / unknown type %q (document, %s)", name, n, t, joinTypes(plan.FactTypes()))
		}
		if line, ok := m["line"]; !ok {
			return g, fmt.Errorf("%s:%d: 缺少行号 line / key \"line\" is missing", name, n)
		} else if _, ok := line.(float64); !ok {
			return g, fmt.Errorf("%s:%d: line 应为数字,不加引号 / \"line\" is a number, without quotation marks: %v", name, n, line)
		}
		if err := checkKeys(plan.FactType(t), m); err != nil {
			return g, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		row := Row{Type: plan.FactType(t), Line: number("line"), Keys: map[string]string{}}
		for k, v := range m {
			switch v := v.(type) {
			case string:
				row.Keys[k] = v
			case bool:
				row.Keys[k] = strconv.FormatBool(v)
			case float64:
				row.Keys[k] = strconv.FormatFloat(v, 'f', -1, 64)
			}
		}
		row.Quote = row.Keys["quote"]
		g.Rows = append(g.Rows, row)
	}
	switch err := in.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return g, fmt.Errorf("%s:%d: 这一行超过 %d MB / the line has more than %[3]d MB", name, n, longestLine>>20)
	case err != nil:
		return g, fmt.Errorf("%s: %w", name, err)
	}
	return g, nil
}

// longestLine is how many bytes an annotation may have.
const longestLine = 16 << 20

// annotationKeys are the keys that an annotation of a type may have beside those of all (type,
// line, quote, note); the first is the one that it cannot do without. A type that is not scored
// may have any.
var annotationKeys = map[plan.FactType][]string{
	plan.TypeTarget:     {"indicator", "op", "value", "unit", "year", "baseline", "baseline_year", "nature", "origin"},
	plan.TypeResult:     {"indicator", "planned", "achieved", "unit", "year"},
	plan.TypeAssignment: {"department", "role", "task", "explicit", "due", "scope"},
	plan.TypeProject:    {"name", "kind", "status", "box"},
	plan.TypeDepartment: {"name", "canonical", "level"},
}

// checkKeys looks for what would silently count as a miss: a key that is misspelled or
// missing, a role that there is not.
func checkKeys(t plan.FactType, row map[string]any) error {
	keys := annotationKeys[t]
	if keys == nil {
		return nil
	}
	for _, k := range slices.Sorted(maps.Keys(row)) {
		if !slices.Contains(keys, k) && !slices.Contains([]string{"type", "line", "quote", "note"}, k) {
			return fmt.Errorf("没有键 %[1]q / unknown key %[1]q; 可用 / one of type, line, quote, note, %[2]s", k, strings.Join(keys, ", "))
		}
	}
	if s, _ := row[keys[0]].(string); s == "" {
		return fmt.Errorf("缺少键 %[1]s / key %[1]q is missing", keys[0])
	}
	if role, ok := row["role"].(string); ok && !slices.Contains(plan.Roles(), role) {
		return fmt.Errorf("没有这种 role / unknown role %q; 可用 / one of %s", role, strings.Join(plan.Roles(), ", "))
	}
	return nil
}

// LastLine returns the last line of the source that an annotation speaks of, 0 where there is
// none.
func (g *Gold) LastLine() int {
	last := 0
	for i := range g.Rows {
		last = max(last, g.Rows[i].Line)
	}
	return last
}

// Share counts how many (Right) of the matched pairs (Of) agree in an attribute.
type Share struct{ Right, Of int }

// FileScore is the score of one gold file and type.
type FileScore struct {
	File string // Gold.Name
	Type plan.FactType
	Score
}

// RuleScore is what the facts of one rule are worth; Missed is unused.
type RuleScore struct {
	Rule string // id; "" for facts of no rule
	Type plan.FactType
	Score
}

// Miss is an annotation that was not found, or a fact that is not annotated.
type Miss struct {
	File  string // Gold.Name
	Extra bool   // a fact that is not annotated; else an annotation that was not found
	Row
}

// Report sums comparisons up.
type Report struct {
	Files      []FileScore                        // by file, then by type
	Total      map[plan.FactType]Score            // over all files
	Attributes map[plan.FactType]map[string]Share // of matched pairs, by type and key
	Rules      []RuleScore                        // by type as in Types, then by id
	Misses     []Miss                             // in the order of the files

	similarity float64 // sum over matched assignments
}

// Task returns how alike the tasks of matched assignments are, from 0 to 1.
func (r *Report) Task() float64 {
	return r.similarity / float64(max(1, r.Total[plan.TypeAssignment].OK))
}

// Compare adds the comparison of the facts found in a source with annotations of
// that source.
func (r *Report) Compare(found []Row, gold Gold) {
	if r.Total == nil {
		r.Total = map[plan.FactType]Score{}
		r.Attributes = map[plan.FactType]map[string]Share{}
	}
	for _, t := range Types {
		var fs, gs []Row
		for _, f := range found {
			if f.Type == t && gold.First <= f.Line && f.Line <= gold.Last {
				fs = append(fs, f)
			}
		}
		for _, g := range gold.Rows {
			if g.Type == t {
				gs = append(gs, g)
			}
		}
		if len(fs) == 0 && len(gs) == 0 {
			continue
		}
		pairs, extra, missed := Match(t, Distinct(t, fs), gs)
		s := Score{len(pairs), len(extra), len(missed)}
		r.Files = append(r.Files, FileScore{gold.Name, t, s})
		total := r.Total[t]
		total.Add(s)
		r.Total[t] = total
		for _, p := range pairs {
			r.pair(t, p)
		}
		for _, row := range extra {
			r.rule(row.Rule, t).Extra++
			r.Misses = append(r.Misses, Miss{gold.Name, true, row})
		}
		for _, row := range missed {
			r.Misses = append(r.Misses, Miss{gold.Name, false, row})
		}
	}
}

// pair counts a fact that agrees with one of the gold, and which of its attributes agree.
func (r *Report) pair(t plan.FactType, p Pair) {
	r.rule(p.Found.Rule, t).OK++
	if t == plan.TypeAssignment {
		r.similarity += dice(p.Found.Keys["task"], p.Gold.Keys["task"])
	}
	if r.Attributes[t] == nil {
		r.Attributes[t] = map[string]Share{}
	}
	for _, k := range Attributes(t) {
		if p.Found.Keys[k] == "" && p.Gold.Keys[k] == "" {
			continue
		}
		s := r.Attributes[t][k]
		s.Of++
		if attribute(p.Found, k) == attribute(p.Gold, k) {
			s.Right++
		}
		r.Attributes[t][k] = s
	}
}

// rule returns the score of a rule, made where it is not there yet.
func (r *Report) rule(id string, t plan.FactType) *RuleScore {
	order := func(s RuleScore) int { return slices.Index(Types, s.Type) }
	i, ok := slices.BinarySearchFunc(r.Rules, RuleScore{Rule: id, Type: t}, func(a, b RuleScore) int {
		if d := order(a) - order(b); d != 0 {
			return d
		}
		switch {
		case a.Rule < b.Rule:
			return -1
		case a.Rule > b.Rule:
			return 1
		}
		return 0
	})
	if !ok {
		r.Rules = slices.Insert(r.Rules, i, RuleScore{Rule: id, Type: t})
	}
	return &r.Rules[i]
}

func joinTypes(types []plan.FactType) string {
	names := make([]string, len(types))
	for i, t := range types {
		names[i] = string(t)
	}
	return strings.Join(names, ", ")
}
