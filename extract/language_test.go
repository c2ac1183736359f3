package extract_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"plangraph/extract"
	"plangraph/extract/rule"
	"plangraph/resolve"
	"plangraph/rules"
	"plangraph/source"
)

// own returns an engine with the built-in rules and one of the user's, whose keys other
// than those that every rule needs are given, with a word list of his.
func own(t *testing.T, keys string) *extract.Extractor {
	t.Helper()
	text := "- id: own.duty\n  doc: 测试\n  scope: sentence\n  emit: assignment(who=who, task=task, role=lead)\n  claim: who\n  yes: [{text: 青川市水务局挂帅清淤。}]\n  no: [青川。]\n  " + strings.ReplaceAll(keys, "\n", "\n  ") + "\n"
	user := fstest.MapFS{
		"own.yaml":      {Data: []byte("format: 1\ndoc: 测试\nrules:\n  " + strings.ReplaceAll(text, "\n", "\n  "))},
		"words/own.txt": {Data: []byte("[own_water]\n水务\n河湖\n")},
	}
	set, problems := rule.Load(rules.FS, user)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	e, problems := extract.New(set)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return e
}

// fires reports whether the user's rule states something of the text below the title.
func fires(e *extract.Extractor, title, text string) bool {
	w := e.NewWorker()
	doc := source.New(e.Words, e.Simplified).ParsePlan("own.txt", "青川市水利规划(2026—2030年)\n\n一、"+title+"\n\n"+text+"\n")
	for _, p := range doc.Plans {
		for _, f := range resolve.New(e.Bodies()).Facts(doc, p, w.Plan(doc, p)) {
			if f.Rule == "own.duty" {
				return true
			}
		}
	}
	return false
}

// TestRuleLanguage holds the keys of a user's rule against what the guide promises of them,
// with words that no built-in list has.
func TestRuleLanguage(t *testing.T) {
	const match = "match: \"{who:departments} 挂帅 {task:clause}\"\n"
	cases := []struct {
		name, keys, title, text string
		want                    bool
	}{
		{"a word that no list has", match + "unless: 蹊跷黼黻", "重点任务", "青川市水务局挂帅清淤。", true},
		{"… keeps the rule out", match + "unless: 蹊跷黼黻", "重点任务", "青川市水务局挂帅清淤,蹊跷黼黻。", false},
		{"so does one character", match + "unless: 黼", "重点任务", "青川市水务局挂帅清淤,黼。", false},
		{"a kind that is not there", match + "unless: \"{quote}\"", "重点任务", "青川市水务局挂帅清淤。", true},
		{"a kind that is", match + "unless: \"{quote}\"", "重点任务", "青川市水务局挂帅“清河”清淤。", false},
		{"a group", match + "unless: \"(黼|黻) 黻\"", "重点任务", "青川市水务局挂帅清淤,黼黻。", false},
		{"nothing of that stands behind the anchor", "match: \"{who:departments} 挂帅 !(清淤) {task:clause}\"", "重点任务", "青川市水务局挂帅清淤。", false},
		{"… another word does", "match: \"{who:departments} 挂帅 !(清淤) {task:clause}\"", "重点任务", "青川市水务局挂帅修渠。", true},
		{"nothing of that stands before the anchor", "match: \"由 !(青川) {who:departments} 挂帅 {task:clause}\"", "重点任务", "由青川市水务局挂帅清淤。", false},
		{"… another word does, too", "match: \"由 !(和江) {who:departments} 挂帅 {task:clause}\"", "重点任务", "由青川市水务局挂帅清淤。", true},
		{"a title with a word of the list", match + "only_in: [own_water]", "水务改革", "青川市水务局挂帅清淤。", true},
		{"… that begins with an action", match + "only_in: [own_water]", "推进水务改革", "青川市水务局挂帅清淤。", true},
		{"a title without", match + "only_in: [own_water]", "推进教育改革", "青川市水务局挂帅清淤。", false},
		{"a list of levels in a title", match + "only_in: [level_word]", "全国河湖", "青川市水务局挂帅清淤。", true},
		{"… keeps the rule out", match + "not_in: [level_word]", "全国河湖", "青川市水务局挂帅清淤。", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := fires(own(t, c.keys), c.title, c.text); got != c.want {
				t.Errorf("%s\nunder %s: %s\nthe rule fires: %v, want %v", c.keys, c.title, c.text, got, c.want)
			}
		})
	}
}
