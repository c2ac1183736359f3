package main

import (
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"plangraph/extract"
	"plangraph/extract/rule"
	"plangraph/rules"
)

var rulesFlag = &cli.StringSliceFlag{Name: "rules", Usage: "另加规则的文件夹 / folder with rules of your own, added to the built-in ones", TakesFile: true}

// loadRules reads the built-in rules and those of the folders, and says every
// mistake in them with file, line and column.
func loadRules(c *cli.Context) (*rule.Set, *extract.Extractor, error) {
	systems := []fs.FS{rules.FS}
	for _, dir := range c.StringSlice("rules") {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, nil, fmt.Errorf("%s: 没有这个规则文件夹 / there is no such folder of rules", dir)
		}
		systems = append(systems, os.DirFS(dir))
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
