package rule

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"gopkg.in/yaml.v3"

	"plangraph/plan"
)

// Folder is a file system whose files problems and rules call Name/…, so that a
// mistake in a user's own folder says which folder that is.
type Folder struct {
	fs.FS
	Name string // how the user names the folder, with slashes
}

// Load reads every *.yaml and words/*.txt of the file systems (a later one adds
// to an earlier one: the user's own rules to the built-in ones) and compiles
// them. With any problem the set is nil: nothing runs on half-read rules.
func Load(systems ...fs.FS) (*Set, []Problem) {
	l := &loader{set: &Set{Lists: map[string]*List{}}, ids: map[string]*Rule{}}
	hash := sha256.New()
	var ruleFiles []source
	for _, fsys := range systems {
		folder := ""
		if f, ok := fsys.(Folder); ok {
			folder = f.Name
		}
		for _, pattern := range []string{"words/*.txt", "*.yaml"} {
			names, err := fs.Glob(fsys, pattern)
			if err != nil {
				l.problem(Problem{File: pattern, Line: 1, Column: 1, Text: err.Error()})
				continue
			}
			sort.Strings(names)
			for _, file := range names {
				name := path.Join(folder, file)
				raw, err := fs.ReadFile(fsys, file)
				if err != nil {
					l.problem(Problem{File: name, Line: 1, Column: 1, Text: err.Error(), Hint: "改为可读的文件,或移出文件夹 / make it a file that can be read, or take it out of the folder"})
					continue
				}
				fmt.Fprintf(hash, "%s\x00%d\x00", file, len(raw))
				hash.Write(raw)
				if path.Ext(file) == ".txt" {
					l.words(name, string(raw))
				} else {
					ruleFiles = append(ruleFiles, source{name, raw})
				}
			}
		}
	}
	for _, f := range ruleFiles {
		l.file(f.name, f.raw)
	}
	for _, r := range l.set.Rules {
		for _, o := range r.Over {
			if l.ids[o] == nil {
				l.problem(Problem{File: r.File, Line: r.Line, Column: 1, Rule: r.ID, Text: fmt.Sprintf("over: 没有规则 %[1]q / there is no rule %[1]q", o), Hint: Nearest(o, l.ruleIDs())})
			}
		}
	}
	if len(l.problems) > 0 {
		sort.SliceStable(l.problems, func(i, j int) bool {
			a, b := l.problems[i], l.problems[j]
			return a.File < b.File || a.File == b.File && a.Line < b.Line
		})
		return nil, l.problems
	}
	l.set.Digest = hex.EncodeToString(hash.Sum(nil))
	return l.set, nil
}

type source struct {
	name string
	raw  []byte
}

type loader struct {
	set      *Set
	ids      map[string]*Rule
	problems []Problem
}

func (l *loader) problem(p Problem) { l.problems = append(l.problems, p) }

func (l *loader) ruleIDs() []string {
	ids := make([]string, 0, len(l.set.Rules))
	for _, r := range l.set.Rules {
		ids = append(ids, r.ID)
	}
	return ids
}

func (l *loader) listNames() []string {
	names := make([]string, 0, len(l.set.Lists))
	for n := range l.set.Lists {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// words adds a file's lists; a list of a name that exists already is extended,
// so that a user's file can add terms to a built-in list.
func (l *loader) words(file, text string) {
	lists, problems := ParseWords(file, text)
	l.problems = append(l.problems, problems...)
	for _, list := range lists {
		if have := l.set.Lists[list.Name]; have != nil {
			if have.File == file {
				l.problem(Problem{File: file, Line: 1, Column: 1, Text: fmt.Sprintf("词表 %[1]q 出现两次 / list %[1]q is opened twice", list.Name), Hint: "合并到一个标题之下 / put its entries under one header"})
				continue
			}
			have.Entries = append(have.Entries, list.Entries...)
			continue
		}
		l.set.Lists[list.Name] = list
	}
}

type yamlFile struct {
	Format int        `yaml:"format"`
	Doc    string     `yaml:"doc"`
	Rules  []yamlRule `yaml:"rules"`
}

type yamlRule struct {
	ID         string     `yaml:"id"`
	Doc        string     `yaml:"doc"`
	Scope      string     `yaml:"scope"`
	Match      stringList `yaml:"match"`
	Columns    yaml.Node  `yaml:"columns"`
	Emit       stringList `yaml:"emit"`
	Claim      string     `yaml:"claim"`
	Over       stringList `yaml:"over"`
	Unless     stringList `yaml:"unless"`
	OnlyIn     stringList `yaml:"only_in"`
	NotIn      stringList `yaml:"not_in"`
	Confidence string     `yaml:"confidence"`
	Yes        []yamlYes  `yaml:"yes"`
	No         []yamlNo   `yaml:"no"`
	Todo       []yamlYes  `yaml:"todo"`
}

type yamlYes struct {
	Text    string      `yaml:"text"`
	Section string      `yaml:"section"`
	Issuer  string      `yaml:"issuer"`
	Want    []yaml.Node `yaml:"want"`
}

type yamlNo struct{ yamlYes }

// UnmarshalYAML lets a negative example be a bare text.
func (n *yamlNo) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.ScalarNode {
		n.Text = node.Value
		return nil
	}
	return node.Decode(&n.yamlYes)
}

type stringList []string

// UnmarshalYAML lets a list of one be written as the string itself.
func (s *stringList) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.ScalarNode {
		*s = []string{node.Value}
		return nil
	}
	return node.Decode((*[]string)(s))
}

func (l *loader) file(name string, raw []byte) {
	var root yaml.Node
	if strings.TrimSpace(string(raw)) == "" {
		l.problem(Problem{File: name, Line: 1, Column: 1, Text: "文件为空 / the file is empty", Hint: "开头写 format: 1,再写 rules:;或用 plangraph rules new 新建 / write format: 1 at its head, then rules:, or start one with plangraph rules new"})
		return
	}
	if err := yaml.Unmarshal(raw, &root); err != nil {
		l.problem(yamlProblem(name, raw, err))
		return
	}
	var f yamlFile
	dec := yaml.NewDecoder(strings.NewReader(string(raw)))
	dec.KnownFields(true)
	if err := dec.Decode(&f); err != nil {
		l.problem(yamlProblem(name, raw, err))
		return
	}
	if f.Format != Format {
		l.problem(Problem{File: name, Line: 1, Column: 1, Text: fmt.Sprintf("format: %[1]d;本程序读取格式 %[2]d / this program reads format %[2]d", f.Format, Format), Hint: "文件开头写 format: 1 / write format: 1 at the head of the file"})
		return
	}
	at := rulePositions(&root)
	for i, y := range f.Rules {
		line, col := 1, 1
		var node *yaml.Node
		if i < len(at) {
			node = at[i]
			line, col = node.Line, node.Column
		}
		l.rule(name, line, col, node, y)
	}
}

// yamlProblem turns "yaml: line 3: …" into a Problem.
func yamlProblem(file string, raw []byte, err error) Problem {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	text = strings.TrimPrefix(text, "unmarshal errors:\n  ")
	p := Problem{File: file, Line: 1, Column: 1, Text: text,
		Hint: `检查缩进;以 @、{、[、*、& 开头或含“: ”的文字要加引号 / look at the indentation; put a text in quotes that begins with @, {, [, * or & or holds ": "`}
	if strings.Contains(text, "mapping key") {
		p.Hint = "两者留一 / keep one of the two"
	}
	unmarshal := strings.Contains(text, "cannot unmarshal ")
	if unmarshal {
		p.Hint = "文字、列表或键值写错了位置,请与 plangraph rules new 生成的规则对照 / text stands where a list or keys belong, or the other way round; compare it with a rule of plangraph rules new"
	}
	if rest, ok := strings.CutPrefix(text, "line "); ok {
		if _, err := fmt.Sscanf(rest, "%d:", &p.Line); err == nil {
			_, p.Text, _ = strings.Cut(rest, ": ")
			if unmarshal {
				p.Text, _, _ = strings.Cut(p.Text, " into ")
			} else if !strings.HasPrefix(p.Text, "field ") {
				p.Line = firstBad(raw, p.Line)
			}
			p.Column = textColumn(raw, p.Line)
		}
	}
	if rest, ok := strings.CutPrefix(p.Text, "field "); ok && strings.Contains(rest, " not found in type ") {
		key, _, _ := strings.Cut(rest, " ")
		p.Text = "没有这个键 / unknown key " + key
		if p.Hint = Nearest(key, ruleKeys); p.Hint == "" {
			p.Hint = "规则的键有 / the keys of a rule are " + strings.Join(ruleKeys, ", ")
		}
	}
	return p
}

// firstBad returns the line at which a text stops being YAML, which is often not
// the one that the parser names: the line behind the longest beginning that is.
func firstBad(raw []byte, named int) int {
	var node yaml.Node
	if yaml.Unmarshal(raw, &node) == nil { // it is YAML, but no rules
		return named
	}
	lines := strings.SplitAfter(string(raw), "\n")
	for n := len(lines) - 1; n > 0; n-- {
		if strings.TrimSpace(lines[n]) != "" && yaml.Unmarshal([]byte(strings.Join(lines[:n], "")), &node) == nil {
			return n + 1
		}
	}
	return named
}

var ruleKeys = []string{"id", "doc", "scope", "match", "columns", "emit", "claim", "over", "unless", "only_in", "not_in", "confidence", "yes", "no", "todo"}

// textColumn returns where a line's text begins, behind blanks and the mark of a list.
func textColumn(raw []byte, line int) int {
	for n, text := range strings.Split(string(raw), "\n") {
		if n+1 == line {
			return 1 + len(text) - len(strings.TrimLeft(text, " -\t"))
		}
	}
	return 1
}

func rulePositions(root *yaml.Node) []*yaml.Node {
	if len(root.Content) == 0 {
		return nil
	}
	m := root.Content[0]
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == "rules" {
			return m.Content[i+1].Content
		}
	}
	return nil
}

func keyPosition(node *yaml.Node, key string) (int, int) {
	if node == nil {
		return 1, 1
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		if node.Content[i].Value == key {
			return node.Content[i+1].Line, node.Content[i+1].Column
		}
	}
	return node.Line, node.Column
}

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
	if have := l.ids[r.ID]; have != nil {
		complain("id", "id 在所有文件中不得重复 / ids are unique over all files", "已在 %[1]s:%[2]d 定义 / already defined at %[1]s:%[2]d", have.File, have.Line)
		return
	}
	if r.Doc == "" {
		complain("", "用一句话说明它找什么、为什么对 / say in one sentence what it finds and why that is right", "没有 doc / no doc")
	}
	if r.Scope == "" {
		r.Scope = ScopeSentence
	}
	switch r.Scope {
	case ScopeClause, ScopeSentence, ScopeParagraph, ScopeBracket, ScopeHeading, ScopeCell, ScopeTable:
	default:
		complain("scope", Nearest(y.Scope, []string{"clause", "sentence", "paragraph", "bracket", "heading", "cell", "table"}), "没有这种范围 / unknown scope %q", y.Scope)
	}
	switch r.Confidence {
	case "":
		r.Confidence = plan.Certain
	case plan.Certain, plan.Likely, plan.Weak:
	default:
		complain("confidence", "可用 / one of certain, likely, weak", "没有这种可信度 / unknown confidence %q", y.Confidence)
	}
	names := map[string]bool{}
	if r.Scope == ScopeTable {
		l.columns(r, &y.Columns, names, complain)
	} else {
		for _, src := range y.Match {
			p, err := ParsePattern(src)
			if err != nil {
				complain("match", "", "match: %v", err)
				continue
			}
			l.bind(p.Elems, func(format string, args ...any) { complain("match", "", format, args...) })
			p.Anchor = chooseAnchor(p.Elems)
			if p.Anchor < 0 {
				complain("match", "在可选部分之外放一个文字、两字以上词语的 @list 或 {kind} / put a literal, a @list of words of two or more characters, or a {kind} outside of optional parts", "模式没有可以起头的元素 / the pattern has nothing to start from")
				continue
			}
			for _, c := range p.Captures {
				names[c] = true
			}
			r.Patterns = append(r.Patterns, p)
		}
		if len(y.Match) == 0 {
			complain("", "除 scope: table 外,每条规则都有 match / every rule but one of scope table has a match", "没有 match / no match")
		}
	}
	for _, src := range y.Unless {
		p, err := ParsePattern(src)
		if err != nil {
			complain("unless", "", "unless: %v", err)
			continue
		}
		l.bind(p.Elems, func(format string, args ...any) { complain("unless", "", format, args...) })
		p.Anchor = chooseAnchor(p.Elems)
		r.Unless = append(r.Unless, p)
	}
	for _, lists := range [][]string{r.OnlyIn, r.NotIn} {
		for _, n := range lists {
			if l.set.Lists[n] == nil {
				complain("", Nearest(n, l.listNames()), "没有词表 %[1]q / there is no word list %[1]q", n)
			}
		}
	}
	for _, src := range y.Emit {
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
	if r.Claim != "" && !names[r.Claim] {
		complain("claim", "", "claim: 没有名为 %[1]q 的捕获 / nothing is captured as %[1]q", r.Claim)
	}
	if len(y.Yes) == 0 || len(y.No) == 0 {
		complain("", "yes 和 no 之下至少各写一例 / every rule has one text under yes that it must match and one under no that it must not", "缺少例句 / examples are missing")
	}
	r.Yes = l.examples(y.Yes, complain)
	r.Todo = l.examples(y.Todo, complain)
	for _, n := range y.No {
		r.No = append(r.No, Example{Text: n.Text, Section: n.Section, Issuer: n.Issuer, Line: line})
	}
	l.ids[r.ID] = r
	l.set.Rules = append(l.set.Rules, r)
}

func (l *loader) columns(r *Rule, node *yaml.Node, names map[string]bool, complain func(key, hint, format string, args ...any)) {
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
			complain("columns", Nearest(strings.TrimPrefix(list, "@"), l.listNames()), "没有词表 %[1]q / there is no word list %[1]q", list)
			continue
		}
		r.Columns = append(r.Columns, c)
	}
}

func (l *loader) examples(list []yamlYes, complain func(key, hint, format string, args ...any)) []Example {
	var out []Example
	for _, y := range list {
		e := Example{Text: y.Text, Section: y.Section, Issuer: y.Issuer}
		for _, n := range y.Want {
			w := map[string]string{}
			if n.Kind != yaml.MappingNode {
				complain("yes", "write want: [{type: assignment, department: 市水务局, role: lead}]", "want: 每个事实写成键值 / a fact is a mapping of keys")
				continue
			}
			for i := 0; i+1 < len(n.Content); i += 2 {
				w[n.Content[i].Value] = n.Content[i+1].Value
			}
			if w["type"] == "" {
				complain("yes", "写明种类 / say which fact: type: assignment", "want: 事实没有 type / a fact without type")
			}
			e.Want = append(e.Want, w)
			e.Line = n.Line
		}
		out = append(out, e)
	}
	return out
}

// bind looks up the lists that a pattern names.
func (l *loader) bind(elems []Elem, complain func(format string, args ...any)) {
	for i := range elems {
		e := &elems[i]
		if e.Kind == ListRef {
			e.List = l.set.Lists[e.Text]
			if e.List == nil {
				complain("没有词表 @%[1]s / there is no word list @%[1]s%[2]s", e.Text, suffix(Nearest(e.Text, l.listNames())))
			}
		}
		for _, alt := range e.Alts {
			l.bind(alt, complain)
		}
	}
}

func suffix(hint string) string {
	if hint == "" {
		return ""
	}
	return "; " + hint
}

// chooseAnchor picks the element from whose words a match starts: the rarest
// sort first, that is a literal, then a list, then a mention kind. Groups count
// when every alternative is a single word.
func chooseAnchor(elems []Elem) int {
	best, score := -1, 0
	for i := range elems {
		e := &elems[i]
		if e.Optional {
			continue
		}
		s := 0
		switch e.Kind {
		case Literal:
			s = 1 + 3*len(e.Runes)
		case ListRef:
			s = 3
			if e.List != nil && hasSingle(e.List) {
				s = 1
			}
		case Group:
			s = 5
			for _, alt := range e.Alts {
				if len(alt) != 1 || alt[0].Kind != Literal && alt[0].Kind != ListRef || alt[0].Optional {
					s = 0
				}
			}
		case KindRef:
			switch {
			case e.Text == "title" || e.Text == "quote": // rarer than any list of verbs
				s = 4
			case !Primitives[e.Text]:
				s = 2
			}
		}
		if s > score {
			best, score = i, s
		}
	}
	return best
}

// Primitives are the kinds that stretch over running text and cannot start a
// match; package extract implements them.
var Primitives = map[string]bool{"clause": true, "span": true, "any": true, "name": true, "han": true}

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

// Nearest proposes the known name that looks most like the given one, "" for none.
func Nearest(name string, known []string) string {
	best, score := "", 3
	for _, k := range known {
		if d := distance(name, k); d < score {
			best, score = k, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("是否指 %[1]q? / did you mean %[1]q?", best)
}

// distance is the Levenshtein distance in runes.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(x); i++ {
		prev := row[0]
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			next := min(row[j]+1, row[j-1]+1, prev+cost)
			prev, row[j] = row[j], next
		}
	}
	return row[len(y)]
}
