package main

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"plangraph/extract"
	"plangraph/extract/rule"
	"plangraph/rules"
)

var rulesFlag = &cli.StringSliceFlag{Name: "rules", Usage: "另加的规则文件夹(*.yaml 与 words/*.txt)/ folder with rules of your own (*.yaml and words/*.txt), added to the built-in ones", TakesFile: true, EnvVars: []string{"PLANGRAPH_RULES"}}

// ownRules opens a folder of the user's.
func ownRules(dir string) (fs.FS, error) {
	info, err := os.Stat(dir)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: 没有这个规则文件夹 / there is no such folder of rules; start one with: plangraph rules new water.lead --dir %s", dir, dir)
	case !info.IsDir():
		return nil, fmt.Errorf("%s: 是文件,请指定它所在的文件夹 / is a file; name the folder that it is in", dir)
	}
	fsys := rule.Folder{FS: os.DirFS(dir), Name: filepath.ToSlash(filepath.Clean(dir))}
	if _, err := os.ReadDir(dir); err != nil {
		return nil, fmt.Errorf("%s: 无法读取规则文件夹 / the folder of rules cannot be read: %w", dir, err)
	}
	files, _ := fs.Glob(fsys, "*.yaml") // the patterns are right
	lists, _ := fs.Glob(fsys, "words/*.txt")
	if len(files)+len(lists) == 0 {
		return nil, fmt.Errorf("%s: 没有规则(*.yaml)和词表(words/*.txt)/ holds no rules (*.yaml) and no word lists (words/*.txt)", dir)
	}
	return fsys, nil
}

// loadRules reads the built-in rules and those of the folders, and says every
// mistake in them with file, line and column.
func loadRules(c *cli.Context) (*rule.Set, *extract.Extractor, error) {
	set, e, unused, err := checkRules(c)
	for _, u := range unused {
		fmt.Fprintln(c.App.ErrWriter, "plangraph: "+u)
	}
	return set, e, err
}

// checkRules reads the built-in rules and those of the user's folders, and returns what to say of
// the user's word lists that nothing reads.
func checkRules(c *cli.Context) (*rule.Set, *extract.Extractor, []string, error) {
	systems := []fs.FS{rules.FS}
	for _, dir := range c.StringSlice("rules") {
		if dir == "" { // PLANGRAPH_RULES=
			continue
		}
		fsys, err := ownRules(dir)
		if err != nil {
			return nil, nil, nil, err
		}
		systems = append(systems, fsys)
	}
	set, problems := rule.Load(systems...)
	if len(problems) == 0 {
		var e *extract.Extractor
		if e, problems = extract.New(set); len(problems) == 0 {
			return set, e, unusedLists(set), nil
		}
	}
	var b strings.Builder
	for _, p := range problems {
		if len(systems) == 1 { // a path that an editor finds from the top of the sources
			p.File = "rules/" + p.File
		}
		fmt.Fprintf(&b, "\n%s", p)
	}
	return nil, nil, nil, fmt.Errorf("规则有误,未运行 / mistakes in the rules, nothing was run (%d):%s", len(problems), b.String())
}

// unusedLists tells of the word lists of the user's folders that nothing reads: most
// likely their words were to be added to a built-in list.
func unusedLists(set *rule.Set) (unused []string) {
	builtIn := map[string]bool{}
	files, _ := fs.Glob(rules.FS, "words/*.txt") // the pattern is right
	for _, file := range files {
		text, err := fs.ReadFile(rules.FS, file)
		if err != nil {
			continue // rule.Load has said so
		}
		lists, _ := rule.ParseWords(file, string(text))
		for _, l := range lists {
			builtIn[l.Name] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(set.Lists)) {
		if builtIn[name] || slices.ContainsFunc(set.Rules, func(r *rule.Rule) bool { return r.Uses(name) }) {
			continue
		}
		hint := ""
		if close := nearest(name, slices.Sorted(maps.Keys(builtIn)), 3); len(close) > 0 {
			hint = ";相近 / nearest: " + strings.Join(close, ", ")
		}
		l, line := set.Lists[name], 1
		if len(l.Entries) > 0 {
			line = l.Entries[0].Line
		}
		unused = append(unused, fmt.Sprintf("%s:%d: 没有规则用到词表 %s,内置词表中也没有此名;补充内置词表请先写一行 [词表名] / no rule uses the word list %[3]s and no built-in list has that name; to add to a built-in one, write its name above the words: [organ]%s",
			l.File, line, name, hint))
	}
	return unused
}
