package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
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
	systems := []fs.FS{rules.FS}
	for _, dir := range c.StringSlice("rules") {
		if dir == "" { // PLANGRAPH_RULES=
			continue
		}
		fsys, err := ownRules(dir)
		if err != nil {
			return nil, nil, err
		}
		systems = append(systems, fsys)
	}
	set, problems := rule.Load(systems...)
	if len(problems) == 0 {
		var e *extract.Extractor
		if e, problems = extract.New(set); len(problems) == 0 {
			return set, e, nil
		}
	}
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "\n%s", p)
	}
	return nil, nil, fmt.Errorf("规则有误,未运行 / mistakes in the rules, nothing was run (%d):%s", len(problems), b.String())
}
