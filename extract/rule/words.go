package rule

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Entry is one term of a word list with its attributes.
type Entry struct {
	Term  string            // the word as the file writes it
	Attrs map[string]string // nil when the line has none
	Line  int               // 1-based line in the list's file
}

// List is a named word list; rules refer to it as @Name.
type List struct {
	Name    string  // unique over all files
	File    string  // where it was opened first
	Entries []Entry // in the order of the files
}

// ParseWords reads a word-list file: UTF-8, # comments, [name] opens a list
// (entries before the first one belong to the list named like the file), then
// an entry a line: term, and tab-separated key=value attributes. {a|b} in a term stands
// for each of its alternatives, of which one may be empty: 各{|有关}部门.
func ParseWords(file, text string) ([]*List, []Problem) {
	var (
		lists    []*List
		current  *List
		problems []Problem
	)
	base := file[strings.LastIndexByte(file, '/')+1:]
	base = strings.TrimSuffix(base, ".txt")
	complain := func(line int, format string, args ...any) {
		problems = append(problems, Problem{File: file, Line: line, Column: 1, Text: fmt.Sprintf(format, args...)})
	}
	text = strings.TrimPrefix(text, byteOrderMark)
	for i, line := range strings.Split(text, "\n") {
		n := i + 1
		line = strings.TrimRight(line, "\r")
		if !utf8.ValidString(line) {
			complain(n, "不是 UTF-8,请另存为 UTF-8 / not valid UTF-8; save the file as UTF-8")
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' {
			end := strings.IndexByte(line, ']')
			if end < 0 {
				complain(n, "词表标题 %[1]q 缺右括号 / list header %[1]q has no closing bracket", line)
				continue
			}
			current = &List{Name: line[1:end], File: file}
			lists = append(lists, current)
			continue
		}
		if current == nil {
			current = &List{Name: base, File: file}
			lists = append(lists, current)
		}
		fields := strings.Split(line, "\t")
		e := Entry{Term: strings.TrimSpace(fields[0]), Line: n}
		if e.Term == "" {
			complain(n, "没有词语;每行写:词语、制表符、键=值 / entry without a term; a line is term, tab, key=value")
			continue
		}
		if blankForTab.MatchString(e.Term) {
			complain(n, "%[1]q 中的属性之前是空格,请改用制表符 / %[1]q has a blank before its attribute; write a tab", e.Term)
			continue
		}
		for _, f := range fields[1:] {
			if f == "" {
				continue
			}
			k, v, ok := strings.Cut(f, "=")
			if !ok {
				complain(n, "属性 %[1]q 缺 =,请写 键=值 / attribute %[1]q has no =; write key=value", f)
				continue
			}
			if e.Attrs == nil {
				e.Attrs = map[string]string{}
			}
			e.Attrs[strings.TrimSpace(k)] = strings.TrimSpace(v)
		}
		terms, ok := alternatives(e.Term)
		if !ok {
			complain(n, "%[1]q 的花括号不成对;写成 各{|有关}部门 / the braces of %[1]q do not match; write 各{|有关}部门", e.Term)
			continue
		}
		for _, term := range terms {
			if term == "" { // every part of it may be missing
				continue
			}
			e.Term = term
			current.Entries = append(current.Entries, e)
		}
	}
	return lists, append(problems, doubled(file, lists)...)
}

// doubled complains of terms that stand twice in one list.
func doubled(file string, lists []*List) (problems []Problem) {
	for _, l := range lists {
		first := map[string]int{}
		for _, e := range l.Entries {
			if line, again := first[e.Term]; again {
				problems = append(problems, Problem{File: file, Line: e.Line, Column: 1, Text: fmt.Sprintf(
					"词语 %[1]q 在词表 [%[2]s] 第 %[3]d 行已有,请删去一处 / the term %[1]q of the list [%[2]s] stands in line %[3]d already; delete one of the two", e.Term, l.Name, line)})
				continue
			}
			first[e.Term] = e.Line
		}
	}
	return problems
}

// byteOrderMark stands at the head of what some editors save as UTF-8.
const byteOrderMark = "\ufeff"

// blankForTab finds an attribute that a blank parts from its term: 领办 role=lead.
var blankForTab = regexp.MustCompile(`\s[a-z_]+=`)

// alternatives writes out what the braces of a term stand for; ok is false where they do not
// match or nest.
func alternatives(term string) (out []string, ok bool) {
	before, rest, open := strings.Cut(term, "{")
	if !open {
		return []string{term}, !strings.Contains(term, "}")
	}
	inner, behind, closed := strings.Cut(rest, "}")
	if !closed || strings.ContainsAny(before, "}") || strings.ContainsAny(inner, "{") {
		return nil, false
	}
	ends, ok := alternatives(behind)
	if !ok {
		return nil, false
	}
	for _, choice := range strings.Split(inner, "|") {
		for _, end := range ends {
			out = append(out, before+choice+end)
		}
	}
	return out, true
}
