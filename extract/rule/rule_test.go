package rule

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const goodRule = `format: 1
rules:
  - id: assign.lead
    doc: A body leads.
    match: "由 {unit:department} 牵头 {task:clause}"
    emit: assignment(department=unit, task=task, role=lead)
    yes:
      - text: 由市水务局牵头编制方案。
        want: [{type: assignment, department: 市水务局}]
    no:
      - 牵头单位按月报送进展。
`

func load(t *testing.T, files map[string]string) (*Set, []Problem) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return Load(fsys)
}

func TestLoad(t *testing.T) {
	set, problems := load(t, map[string]string{"assign.yaml": goodRule})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	r := set.Rules[0]
	if r.Scope != ScopeSentence || r.Confidence != "certain" {
		t.Errorf("scope %q, confidence %q; want the defaults sentence and certain", r.Scope, r.Confidence)
	}
	p := r.Patterns[0]
	if got := p.Elems[p.Anchor].Text; got != "牵头" {
		t.Errorf("the match starts from %q; want the longest literal, 牵头", got)
	}
	if len(r.Yes) != 1 || r.Yes[0].Want[0]["department"] != "市水务局" || len(r.No) != 1 {
		t.Errorf("examples were not read: %+v / %+v", r.Yes, r.No)
	}
}

// TestMistakes: every mistake is told with its place and what to do.
func TestMistakes(t *testing.T) {
	replace := func(old, new string) string { return strings.Replace(goodRule, old, new, 1) }
	for name, c := range map[string]struct{ text, want string }{
		"unknown key":        {replace("doc:", "docs:"), `assign.yaml:4:5: …unknown key docs; …did you mean "doc"?`},
		"no doc":             {replace("    doc: A body leads.\n", ""), "no doc"},
		"no examples":        {goodRule[:strings.Index(goodRule, "    no:")], "examples are missing"},
		"unknown list":       {replace("由 {unit", "@leed {unit"), "there is no word list @leed"},
		"open brace":         {replace("{task:clause}", "{task"), "{ without }"},
		"stray bracket":      {replace("由 ", "由) "), "column 4: \")\" outside of a group"},
		"nothing to find":    {replace("由 {unit:department} 牵头 {task:clause}", "{task:clause}"), "nothing to start from"},
		"bad scope":          {replace("    doc:", "    scope: sentense\n    doc:"), `did you mean "sentence"?`},
		"bad emit":           {replace("emit: assignment(department=unit, task=task, role=lead)", "emit: assignment"), "not of the form"},
		"format":             {replace("format: 1", "format: 7"), "this program reads format 1"},
		"not YAML":           {"format: 1\nrules: [", "assign.yaml:2:1:"},
		"no quotes":          {replace(`"由 {unit:department} 牵头 {task:clause}"`, "{unit:department} 牵头"), "assign.yaml:5:5: did not find expected key; …look at the indentation; put a text in quotes"},
		"indentation":        {replace("    match:", "   match:"), "assign.yaml:5:4: did not find expected"},
		"key twice":          {replace("    emit:", "    doc: Again.\n    emit:"), `assign.yaml:6:5: mapping key "doc" already defined at line 4; …keep one of the two`},
		"text for a list":    {goodRule[:strings.Index(goodRule, "    yes:")] + "    yes: 由甲\n", "assign.yaml:7:5: cannot unmarshal !!str `由甲`; …text stands where a list"},
		"twice":              {goodRule + strings.SplitN(goodRule, "rules:\n", 2)[1], "already defined at assign.yaml:3"},
		"a scope in Chinese": {replace("    doc:", "    scope: 句子\n    doc:"), "one of clause, sentence, paragraph"},
		"full-width marks":   {replace("role=lead)", "role=lead，due=x)"), "half width"},
		"regular expression": {replace("{task:clause}", "[^,]+"), "no regular expression"},
		"character class":    {replace("{task:clause}", `\\w+`), "no regular expression"},
		"brace of the next":  {replace("{unit:department} 牵头", "{unit:department 牵头"), "{ without }"},
		"id":                 {replace("assign.lead", "AA"), `the id "AA" is not well formed`},
		"unknown fact":       {replace("type: assignment", "type: asignment"), `unknown type "asignment"; …one of assignment, citation`},
		"unknown key wanted": {replace("department: 市水务局}", "departmnt: 市水务局}"), `assignment has no key "departmnt"; …one of department, role`},
		"GB18030":            {goodRule + "# \xd0\xde\xc9\xc6\n", "assign.yaml:12:1: …not valid UTF-8; …save the file as UTF-8"},
		"match of a table":   {replace("    doc:", "    scope: table\n    columns: {unit: \"@verbs\"}\n    doc:"), "a rule of scope table has no match"},
		"over nothing":       {replace("    emit:", "    over: assign.laed\n    emit:"), `there is no rule "assign.laed"`},
	} {
		set, problems := load(t, map[string]string{"assign.yaml": c.text})
		if set != nil || len(problems) == 0 {
			t.Errorf("%s: loaded without complaint", name)
			continue
		}
		all := ""
		for _, p := range problems {
			if p.Line < 1 || p.Column < 1 {
				t.Errorf("%s: %v has no place", name, p)
			}
			all += p.Error() + "\n"
		}
		rest, found := all, true // the parts of want, between which … stands, in this order
		for _, part := range strings.Split(c.want, "…") {
			if found {
				_, rest, found = strings.Cut(rest, part)
			}
		}
		if !found {
			t.Errorf("%s: got\n%swant something with %q", name, all, c.want)
		}
	}
}

func TestWords(t *testing.T) {
	lists, problems := ParseWords("words/duty.txt", "# comment\n牵头\trole=lead\n\n[support]\n配合\n参与\trole=support\tweak=1\n")
	if len(problems) > 0 || len(lists) != 2 {
		t.Fatalf("%d lists, problems %v", len(lists), problems)
	}
	if l := lists[0]; l.Name != "duty" || l.Entries[0].Term != "牵头" || l.Entries[0].Attrs["role"] != "lead" {
		t.Errorf("entries before a header belong to the list named like the file: %+v", l)
	}
	if l := lists[1]; l.Name != "support" || len(l.Entries) != 2 || l.Entries[1].Attrs["weak"] != "1" || l.Entries[1].Line != 6 {
		t.Errorf("list support: %+v", l)
	}
	lists, _ = ParseWords("w.txt", "各{|有关|相关}{部门|单位}\tkind=many\n{等|}局\n")
	var terms []string
	for _, e := range lists[0].Entries {
		terms = append(terms, e.Term)
	}
	if want := []string{"各部门", "各单位", "各有关部门", "各有关单位", "各相关部门", "各相关单位", "等局", "局"}; !slices.Equal(terms, want) {
		t.Errorf("alternatives: %q, want %q", terms, want)
	}
	if e := lists[0].Entries[5]; e.Attrs["kind"] != "many" || e.Line != 1 {
		t.Errorf("an alternative has the attributes and the line of its entry: %+v", e)
	}
	if _, problems := ParseWords("w.txt", "[a]\n修缮\n[b]\n修缮\n"); len(problems) > 0 {
		t.Errorf("two lists may hold one term: %v", problems)
	}
	for _, bad := range []string{"[open\n", "term\tnovalue\n", "\tkey=value\n", "\xff\n", "各{有关|部门\n", "各有关}部门\n", "各{有{关}}部门\n", "领办 role=lead\n", "[a]\n修缮\n[b]\n修缮\n[c]\n修缮\n修{缮|葺}\n"} {
		if _, problems := ParseWords("w.txt", bad); len(problems) == 0 {
			t.Errorf("%q was read without complaint", bad)
		}
	}
}

// TestSlips: what users mistype in word lists of their own.
func TestSlips(t *testing.T) {
	builtIn := fstest.MapFS{"words/traditional.txt": {Data: []byte("領\tto=领\n辦\tto=办\n")}, "words/a.txt": {Data: []byte("[charge]\n领办\thead=局|厅\n")}}
	for text, want := range map[string]string{
		"【charge】\n修缮\n":             "half-width brackets",
		"[charge]\n领衔：\n":            "leave the mark",
		"[charge]\n領辦\n":             `write "領辦" in simplified characters, "领办"`,
		"[charge]\n领衔\thead=总队，支队\n": "with |",
	} {
		_, problems := Load(builtIn, fstest.MapFS{"words/own.txt": {Data: []byte(text)}})
		if len(problems) == 0 || !strings.Contains(problems[0].Error(), want) {
			t.Errorf("%q: %v, want %s", text, problems, want)
		}
	}
	set, problems := Load(builtIn, fstest.MapFS{"words/own.txt": {Data: []byte("\ufeff[charge]\r\n领衔\thead=局\r\n")}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if n := len(set.Lists["charge"].Entries); n != 2 {
		t.Errorf("a file with a byte-order mark: %d entries of the list, want 2", n)
	}
}

// TestListTwice: two built-in files that open a list of one name would mix two lists without
// anybody meaning it.
func TestListTwice(t *testing.T) {
	for _, second := range []string{"words/a.txt", "words/b.txt"} {
		text := "[verbs]\n牵头\n"
		files := map[string]string{"words/a.txt": text}
		files[second] += text
		if _, problems := load(t, files); len(problems) != 1 || !strings.Contains(problems[0].Error(), `list "verbs" is already opened in words/a.txt`) {
			t.Errorf("%s: %v", second, problems)
		}
	}
}

func TestUserListsExtend(t *testing.T) {
	a := fstest.MapFS{"words/verbs.txt": {Data: []byte("[verbs]\n牵头\n")}}
	b := fstest.MapFS{"words/mine.txt": {Data: []byte("[verbs]\n领衔\n")}}
	set, problems := Load(a, b)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if n := len(set.Lists["verbs"].Entries); n != 2 {
		t.Errorf("%d entries; a user's file adds to a built-in list", n)
	}
	base, _ := Load(a)
	if base.Digest == set.Digest {
		t.Error("the digest does not tell the rule sets apart")
	}
}

func FuzzPattern(f *testing.F) {
	for _, s := range []string{"由 {unit:department} 牵头 {task:clause}", "(a|@b|{c})? !(d) ^ $ @e*", `\(责任单位:`, "((", "{:}", "@", "*"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePattern(s)
		if err == nil && len(p.Elems) == 0 {
			t.Error("an empty pattern was accepted")
		}
		if err == nil {
			chooseAnchor(p.Elems)
		}
	})
}

func FuzzLoad(f *testing.F) {
	f.Add(goodRule, "[verbs]\n牵头\n")
	f.Add("format: 1\nrules:\n  - {}", "")
	f.Fuzz(func(t *testing.T, yaml, words string) {
		set, problems := Load(fstest.MapFS{"a.yaml": {Data: []byte(yaml)}, "words/w.txt": {Data: []byte(words)}})
		if (set == nil) == (len(problems) == 0) {
			t.Error("a set and problems, or neither")
		}
	})
}

// FuzzWords: a word list is read, or refused with the line that is wrong; no entry is empty.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"[verbs]\n牵头\n", "各{|有关}部门\tlead=a|b\n", "{", "[a\n", "{a|b}{c|d}\tx", "# c\n\n", "[a]\n牵头\n牵头"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		lists, problems := ParseWords("words/w.txt", text)
		for _, p := range problems {
			if p.File != "words/w.txt" || p.Line < 1 {
				t.Errorf("%q: a problem without its place: %v", text, p)
			}
		}
		for _, l := range lists {
			for _, e := range l.Entries {
				if e.Term == "" && len(problems) == 0 {
					t.Errorf("%q: the list %s has an empty term", text, l.Name)
				}
			}
		}
	})
}

// FuzzCases: annotated passages are read, or refused with the file that is wrong.
func FuzzCases(f *testing.F) {
	f.Add("- id: a\n  text: 甲局负责。\n  types: [assignment]\n  want: [{type: assignment}]\n")
	f.Add("- {}\n- []")
	f.Add("a: b")
	f.Fuzz(func(t *testing.T, yaml string) {
		if _, err := LoadCases(fstest.MapFS{"d/a.yaml": {Data: []byte(yaml)}}, "d"); err != nil && !strings.Contains(err.Error(), "a.yaml") {
			t.Errorf("%q: the error does not name the file: %v", yaml, err)
		}
	})
}
