package rule

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

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
	l := &loader{set: &Set{Lists: map[string]*List{}}, ids: map[string]*Rule{}, lists: map[string]int{}}
	hash := sha256.New()
	var ruleFiles []source
	for k, fsys := range systems {
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
					l.words(name, string(raw), k)
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
	lists    map[string]int // by list: the number of the file system that opened it
	problems []Problem

	traditional map[string]string // what simplified reads
}

func (l *loader) problem(p Problem) { l.problems = append(l.problems, p) }

// ruleIDs returns the ids of all rules.
func (l *loader) ruleIDs() []string {
	ids := make([]string, 0, len(l.set.Rules))
	for _, r := range l.set.Rules {
		ids = append(ids, r.ID)
	}
	return ids
}

// listNames returns the names of all lists, sorted.
func (l *loader) listNames() []string {
	names := make([]string, 0, len(l.set.Lists))
	for n := range l.set.Lists {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// fieldRoles are what a label may stand for in the lists beside the roles of bodies: who leads
// where others help, a person, a time limit, a scope, and with whom.
var fieldRoles = []string{"main", "person", "due", "scope", "with"}

// words adds the lists of a file of the file system with the given number; a list of a
// name that another file system has is extended, so that a user's file can add terms to a
// built-in list.
func (l *loader) words(file, text string, system int) {
	lists, problems := ParseWords(file, text)
	l.problems = append(l.problems, problems...)
	for _, list := range lists {
		for _, e := range list.Entries {
			if text := l.slip(e, system); text != "" {
				l.problem(Problem{File: file, Line: e.Line, Column: 1, Text: text})
			}
			if role := e.Attrs["role"]; role != "" && !slices.Contains(plan.Roles(), role) && !slices.Contains(fieldRoles, role) {
				l.problem(Problem{File: file, Line: e.Line, Column: 1, Text: fmt.Sprintf("没有这种 role / unknown role %q", role), Hint: "可用 / one of " + strings.Join(append(plan.Roles(), fieldRoles...), ", ")})
			}
		}
		if have := l.set.Lists[list.Name]; have != nil {
			if l.lists[list.Name] == system {
				l.problem(Problem{File: file, Line: 1, Column: 1, Text: fmt.Sprintf("词表 %[1]q 在 %[2]s 中已有 / list %[1]q is already opened in %[2]s", list.Name, have.File), Hint: "合并到一个标题之下 / put its entries under one header"})
				continue
			}
			l.extend(file, have, list)
			continue
		}
		l.set.Lists[list.Name], l.lists[list.Name] = list, system
	}
}

// slip says what a user has most likely mistyped in an entry; "" for nothing, and for the
// built-in lists.
func (l *loader) slip(e Entry, system int) string {
	if system == 0 {
		return ""
	}
	if strings.HasPrefix(e.Term, "【") || strings.HasPrefix(e.Term, "［") {
		return fmt.Sprintf("词表标题 %[1]q 请用半角方括号:[名称] / write the list header %[1]q in half-width brackets: [name]", e.Term)
	}
	if strings.ContainsAny(e.Term[len(e.Term)-1:], ":,;.") || strings.HasSuffix(e.Term, "：") || strings.HasSuffix(e.Term, "，") || strings.HasSuffix(e.Term, "。") {
		return fmt.Sprintf("词语 %[1]q 末尾的标点请删去 / leave the mark at the end of %[1]q out", e.Term)
	}
	if s := l.simplified(e.Term); s != e.Term {
		return fmt.Sprintf("词语 %[1]q 请写简体 %[2]q:原文先转为简体再查 / write %[1]q in simplified characters, %[2]q: texts are turned into those before words are looked for", e.Term, s)
	}
	for k, v := range e.Attrs {
		if strings.ContainsAny(v, ",，、") {
			return fmt.Sprintf("属性 %[1]s=%[2]s 的几个值请用 | 分开 / part the values of %[1]s=%[2]s with |", k, v)
		}
	}
	return ""
}

// simplified returns a text in simplified characters, by the list of the built-in rules.
func (l *loader) simplified(text string) string {
	list := l.set.Lists["traditional"]
	if list == nil {
		return text
	}
	if l.traditional == nil {
		l.traditional = make(map[string]string, len(list.Entries))
		for _, e := range list.Entries {
			l.traditional[e.Term] = e.Attrs["to"]
		}
	}
	return strings.Map(func(r rune) rune {
		if to := []rune(l.traditional[string(r)]); len(to) == 1 {
			return to[0]
		}
		return r
	}, text)
}

// extend adds a user's entries to a built-in list. An attribute that no entry of that list has
// is one that nobody reads.
func (l *loader) extend(file string, have, list *List) {
	known := map[string]bool{}
	for _, e := range have.Entries {
		for k := range e.Attrs {
			known[k] = true
		}
	}
	names := slices.Sorted(maps.Keys(known))
	for _, e := range list.Entries {
		for k := range e.Attrs {
			if !known[k] {
				hint := "它没有属性 / it has none"
				if len(names) > 0 {
					hint = "可用 / it knows " + strings.Join(names, ", ")
				}
				l.problem(Problem{File: file, Line: e.Line, Column: 1, Text: fmt.Sprintf("词表 [%[1]s] 没有属性 %[2]q / the list [%[1]s] knows no attribute %[2]q", list.Name, k), Hint: hint})
			}
		}
	}
	have.Entries = append(have.Entries, list.Entries...)
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
	Text    yaml.Node   `yaml:"text"` // a node for its line
	Section string      `yaml:"section"`
	Issuer  string      `yaml:"issuer"`
	Want    []yaml.Node `yaml:"want"`
}

type yamlNo struct{ yamlYes }

// UnmarshalYAML lets a negative example be a bare text.
func (n *yamlNo) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.ScalarNode {
		n.Text = *node
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

// file reads the rules of a YAML file.
func (l *loader) file(name string, raw []byte) {
	var root yaml.Node
	if strings.TrimSpace(string(raw)) == "" {
		l.problem(Problem{File: name, Line: 1, Column: 1, Text: "文件为空 / the file is empty", Hint: "开头写 format: 1,再写 rules:;或用 plangraph rules new 新建 / write format: 1 at its head, then rules:, or start one with plangraph rules new"})
		return
	}
	if !utf8.Valid(raw) {
		l.problem(Problem{File: name, Line: 1 + strings.Count(string(raw[:firstInvalid(raw)]), "\n"), Column: 1, Text: "不是 UTF-8 / not valid UTF-8", Hint: "请另存为 UTF-8 / save the file as UTF-8"})
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

// firstInvalid returns where a text stops being UTF-8.
func firstInvalid(raw []byte) int {
	i := 0
	for i < len(raw) {
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		i += n
	}
	return i
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

// rulePositions returns the nodes of the rules in a file, for the places of mistakes.
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

// keyPosition returns the line and column of a key in a rule, those of the rule where it has no
// such key.
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

// Primitives are the kinds that stretch over running text and cannot start a
// match; package extract implements them.
var Primitives = map[string]bool{"clause": true, "span": true, "any": true, "name": true, "han": true}
