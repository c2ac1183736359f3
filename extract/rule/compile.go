package rule

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"plangraph/plan"
)

// How one rule is checked and compiled.

// complaint notes a problem with a rule, at the place of the key, or of the rule where key is
// "". The hint says what to do.
type complaint func(key, hint, format string, args ...any)

// rule checks and compiles one rule, and adds it to the set.
func (l *loader) rule(file string, line, col int, node *yaml.Node, y yamlRule) {
	complain := func(key, hint, format string, args ...any) {
		ln, c := line, col
		if key != "" {
			ln, c = keyPosition(node, key)
		}
		l.problem(Problem{File: file, Line: ln, Column: c, Rule: y.ID, Text: fmt.Sprintf(format, args...), Hint: hint})
	}
	r := &Rule{ID: y.ID, File: file, Line: line, Column: col, node: node, Doc: strings.TrimSpace(y.Doc), Scope: Scope(y.Scope), Claim: y.Claim, Over: y.Over,
		OnlyIn: y.OnlyIn, NotIn: y.NotIn, Confidence: plan.Confidence(y.Confidence), Index: len(l.set.Rules)}
	if r.ID == "" {
		complain("", "起一个名称,如 assignment.lead / give it a name such as assignment.lead", "规则没有 id / a rule without id")
		return
	}
	if !ValidID(r.ID) {
		complain("id", "主题.内容,用小写拉丁字母,如 water.lead / SUBJECT.WHAT in lower case, such as water.lead", "id %[1]q 不合写法 / the id %[1]q is not well formed", r.ID)
	}
	if have := l.ids[r.ID]; have != nil {
		complain("id", "id 在所有文件中不得重复 / ids are unique over all files", "已在 %[1]s:%[2]d 定义 / already defined at %[1]s:%[2]d", have.File, have.Line)
		return
	}
	if r.Doc == "" {
		complain("", "用一句话说明它找什么、为什么对 / say in one sentence what it finds and why that is right", "没有 doc / no doc")
	}
	r.settings(complain)
	names := map[string]bool{} // of what is captured
	if r.Scope == ScopeTable {
		if len(y.Match) > 0 {
			complain("match", "删去 match,列名写在 columns 之下 / leave match out; the columns say what is read", "scope: table 的规则没有 match / a rule of scope table has no match")
		}
		l.columns(r, &y.Columns, names, complain)
	} else {
		l.match(r, y.Match, names, complain)
	}
	l.unless(r, y.Unless, complain)
	for _, n := range slices.Concat(r.OnlyIn, r.NotIn) {
		if l.set.Lists[n] == nil {
			complain("", l.listHint(n), "没有词表 %[1]q / there is no word list %[1]q", n)
		}
	}
	r.emissions(y.Emit, names, complain)
	if r.Claim != "" && !names[r.Claim] {
		complain("claim", "", "claim: 没有名为 %[1]q 的捕获 / nothing is captured as %[1]q", r.Claim)
	}
	if len(y.Yes) == 0 || len(y.No) == 0 {
		complain("", "yes 和 no 之下至少各写一例 / every rule has one text under yes that it must match and one under no that it must not", "缺少例句 / examples are missing")
	}
	r.Yes = l.examples(y.Yes, complain)
	r.Todo = l.examples(y.Todo, complain)
	for _, n := range y.No {
		r.No = append(r.No, Example{Text: n.Text.Value, Section: n.Section, Issuer: n.Issuer, Line: n.Text.Line})
	}
	l.ids[r.ID] = r
	l.set.Rules = append(l.set.Rules, r)
}

// scopes are the stretches that a rule may match in.
var scopes = []string{string(ScopeClause), string(ScopeSentence), string(ScopeParagraph), string(ScopeBracket), string(ScopeHeading), string(ScopeCell), string(ScopeTable)}

var ruleID = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$`)

// ValidID reports whether an id has the form subject.what.
func ValidID(id string) bool { return ruleID.MatchString(id) }

// listHint says what somebody who named a list that there is none of may have meant, or how a
// list is made.
func (l *loader) listHint(name string) string {
	if hint := Nearest(name, l.listNames()); hint != "" {
		return hint
	}
	return "词表写在 words/*.txt 中:一行 [" + name + "],之后每行一个词 / a list stands in words/*.txt: a line [" + name + "], then a word a line"
}

// settings checks the scope and the confidence, or sets those that hold where none is given.
func (r *Rule) settings(complain complaint) {
	switch r.Scope {
	case "":
		r.Scope = ScopeSentence
	case ScopeClause, ScopeSentence, ScopeParagraph, ScopeBracket, ScopeHeading, ScopeCell, ScopeTable:
	default:
		hint := Nearest(string(r.Scope), scopes)
		if hint == "" {
			hint = "可用 / one of " + strings.Join(scopes, ", ")
		}
		complain("scope", hint, "没有这种范围 / unknown scope %q", r.Scope)
	}
	switch r.Confidence {
	case "":
		r.Confidence = plan.Certain
	case plan.Certain, plan.Likely, plan.Weak:
	default:
		complain("confidence", "可用 / one of certain, likely, weak", "没有这种可信度 / unknown confidence %q", r.Confidence)
	}
}

// pattern compiles a pattern that stands under key; nil where it is none.
func (l *loader) pattern(key, src string, complain complaint) *Pattern {
	p, err := ParsePattern(src)
	if err != nil {
		complain(key, "", key+": %v", err)
		return nil
	}
	if s := l.simplified(src); s != src {
		complain(key, "", key+": 请写简体 %[1]q:原文先转为简体再匹配 / write simplified characters, %[1]q: texts are turned into those before they are matched", s)
	}
	l.bind(p.Elems, func(format string, args ...any) { complain(key, "", format, args...) })
	if p.Anchor = chooseAnchor(p.Elems); p.Anchor < 0 {
		complain(key, "在可选部分之外放一个文字、两字以上词语的 @list 或 {kind} / put a literal, a @list of words of two or more characters, or a {kind} outside of optional parts", "模式没有可以起头的元素 / the pattern has nothing to start from")
		return nil
	}
	return p
}

// match compiles the patterns of a rule and notes the names of what they capture.
func (l *loader) match(r *Rule, sources []string, names map[string]bool, complain complaint) {
	for _, src := range sources {
		p := l.pattern("match", src, complain)
		if p == nil {
			continue
		}
		for _, c := range p.Captures {
			names[c] = true
		}
		r.Patterns = append(r.Patterns, p)
	}
	if len(sources) == 0 {
		complain("", "除 scope: table 外,每条规则都有 match / every rule but one of scope table has a match", "没有 match / no match")
	}
}

// unless compiles the patterns that keep a rule from matching.
func (l *loader) unless(r *Rule, sources []string, complain complaint) {
	for _, src := range sources {
		if p := l.pattern("unless", src, complain); p != nil {
			r.Unless = append(r.Unless, p)
		}
	}
}

// emissions parses what a rule states of what was captured as names.
func (r *Rule) emissions(sources []string, names map[string]bool, complain complaint) {
	for _, src := range sources {
		e, err := parseEmission(src, names)
		if err != nil {
			complain("emit", "", "emit: %v", err)
			continue
		}
		r.Emit = append(r.Emit, e)
	}
	if len(r.Emit) == 0 {
		complain("", "写作 emit: assignment(who=unit, task=task, role=lead) 之类 / write emit: assignment(who=unit, task=task, role=lead) or the like", "没有 emit / no emit")
	}
}

// columns reads the columns of a table rule and notes their names.
func (l *loader) columns(r *Rule, node *yaml.Node, names map[string]bool, complain complaint) {
	if node.Kind != yaml.MappingNode {
		complain("columns", "write columns: {task: \"@col_task\", …}", "scope: table 的规则要有 columns / a rule of scope table needs columns")
		return
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		name, list := node.Content[i].Value, node.Content[i+1].Value
		c := Column{Name: strings.TrimSuffix(name, "?"), Optional: strings.HasSuffix(name, "?")}
		names[c.Name] = true
		c.List = l.set.Lists[strings.TrimPrefix(list, "@")]
		if c.List == nil {
			complain("columns", l.listHint(strings.TrimPrefix(list, "@")), "没有词表 %[1]q / there is no word list %[1]q", list)
			continue
		}
		r.Columns = append(r.Columns, c)
	}
}

// examples reads the texts under yes or todo with the facts that they state.
func (l *loader) examples(list []yamlYes, complain complaint) []Example {
	var out []Example
	for _, y := range list {
		e := Example{Text: y.Text.Value, Section: y.Section, Issuer: y.Issuer, Line: y.Text.Line}
		for _, n := range y.Want {
			w := map[string]string{}
			if n.Kind != yaml.MappingNode {
				complain("yes", "write want: [{type: assignment, department: 市水务局, role: lead}]", "want: 每个事实写成键值 / a fact is a mapping of keys")
				continue
			}
			for i := 0; i+1 < len(n.Content); i += 2 {
				w[n.Content[i].Value] = n.Content[i+1].Value
			}
			if key, hint, ok := checkWant(w); !ok {
				complain("yes", hint, "want: %s", key)
			}
			e.Want = append(e.Want, w)
		}
		out = append(out, e)
	}
	return out
}

// wantKeys are the keys by which an example may tell the facts of a type.
var wantKeys = map[string][]string{
	"target":     {"indicator", "op", "value", "unit", "nature", "baseline", "origin", "year", "baseline_year"},
	"result":     {"indicator", "planned", "achieved", "unit", "year"},
	"project":    {"name", "status", "kind", "box"},
	"assignment": {"department", "role", "task", "explicit", "due", "scope"},
	"department": {"name", "canonical", "level"},
	"citation":   {"title", "document_number", "kind"},
	"task":       {"title", "kind"},
}

// checkWant looks for a type or key of a wanted fact that no fact has; what, and what to write.
func checkWant(want map[string]string) (problem, hint string, ok bool) {
	kind := want["type"]
	keys := wantKeys[kind]
	types := slices.Sorted(maps.Keys(wantKeys))
	if kind == "" {
		return "事实没有 type / a fact without type", "写明种类 / say which fact: type: assignment", false
	}
	if keys == nil {
		return fmt.Sprintf("没有这种事实 / unknown type %q", kind), "可用 / one of " + strings.Join(types, ", "), false
	}
	for _, k := range slices.Sorted(maps.Keys(want)) {
		if k != "type" && !slices.Contains(keys, k) {
			return fmt.Sprintf("%[1]s 没有键 %[2]q / %[1]s has no key %[2]q", kind, k), "可用 / one of " + strings.Join(keys, ", "), false
		}
	}
	return "", "", true
}

// bind looks up the lists that a pattern names.
func (l *loader) bind(elems []Elem, complain func(format string, args ...any)) {
	for i := range elems {
		e := &elems[i]
		if e.Kind == ListRef {
			e.List = l.set.Lists[e.Text]
			if e.List == nil {
				complain("没有词表 @%[1]s / there is no word list @%[1]s%[2]s", e.Text, suffix(l.listHint(e.Text)))
			}
		}
		for _, alt := range e.Alts {
			l.bind(alt, complain)
		}
	}
}

// chooseAnchor picks the element from whose words a match starts: the rarest sort first, that
// is a longer literal, then brackets, titles and quotations, a list, a mention of another kind,
// and last a single character, which may be a comma.
func chooseAnchor(elems []Elem) int {
	best, most := -1, 0
	for i := range elems {
		if s := rarity(&elems[i]); s > most {
			best, most = i, s
		}
	}
	return best
}

// rarity tells how seldom a match can start at an element, against others; 0 where none can.
// A group is as rare as the commonest of its alternatives, each of which must be one word.
func rarity(e *Elem) int {
	switch {
	case e.Optional:
		return 0
	case e.Kind == Literal && len(e.Runes) == 1:
		if strings.ContainsRune("(〔[【", e.Runes[0]) { // what stands inside of a bracket is in a sentence of its own
			return 5
		}
		return 2
	case e.Kind == Literal:
		return 4 + len(e.Runes)
	case e.Kind == ListRef && e.List != nil && hasSingle(e.List):
		return 1
	case e.Kind == ListRef:
		return 4
	case e.Kind == KindRef && (e.Text == "title" || e.Text == "quote"):
		return 5
	case e.Kind == KindRef && !Primitives[e.Text]:
		return 3
	case e.Kind == Group:
		least := 0
		for i, alt := range e.Alts {
			if len(alt) != 1 || alt[0].Kind != Literal && alt[0].Kind != ListRef {
				return 0
			}
			s := rarity(&alt[0])
			if s == 0 {
				return 0
			}
			if i == 0 || s < least {
				least = s
			}
		}
		return least
	}
	return 0
}

// hasSingle reports whether a list has words of one character, from which no match can start.
func hasSingle(l *List) bool {
	for _, e := range l.Entries {
		if len([]rune(e.Term)) == 1 {
			return true
		}
	}
	return false
}

// parseEmission reads builder(param=value, …); a value that names a capture is
// that capture, anything else is a fixed text.
func parseEmission(src string, captures map[string]bool) (Emission, error) {
	if strings.ContainsAny(src, "，＝（）") {
		return Emission{}, fmt.Errorf("%[1]q 中的标点请用半角:, = ( ) / write the marks of %[1]q in half width: , = ( )", src)
	}
	name, rest, ok := strings.Cut(src, "(")
	if !ok || !strings.HasSuffix(rest, ")") {
		return Emission{}, fmt.Errorf("%[1]q 应写作 / is not of the form name(param=value, …)", src)
	}
	e := Emission{Builder: strings.TrimSpace(name)}
	rest = strings.TrimSuffix(rest, ")")
	if strings.TrimSpace(rest) == "" {
		return e, nil
	}
	for _, arg := range strings.Split(rest, ",") {
		param, value, ok := strings.Cut(arg, "=")
		if !ok {
			return Emission{}, fmt.Errorf("参数 %[1]q 缺 = / argument %[1]q has no =", strings.TrimSpace(arg))
		}
		v := Value{Param: strings.TrimSpace(param), Text: strings.TrimSpace(value)}
		if captures[v.Text] {
			v.Capture, v.Text = v.Text, ""
		}
		e.Args = append(e.Args, v)
	}
	return e, nil
}
