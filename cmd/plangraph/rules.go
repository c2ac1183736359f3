package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"plangraph/extract/rule"
	"plangraph/extract/ruletest"
)

func rulesCommand() *cli.Command {
	return &cli.Command{
		Name:  "rules",
		Usage: "检查、测试、新建规则 / check, test, start and document rules",
		Subcommands: []*cli.Command{
			{
				Name:      "lint",
				Usage:     "检查规则文件和词表 / check rule files and word lists",
				ArgsUsage: "[FOLDER…]",
				Description: "每个错误给出文件、行、列和提示;不给文件夹时检查内置规则。\n" +
					"Every mistake with file, line, column and a hint; without a folder the built-in rules alone are checked.",
				Flags: []cli.Flag{rulesFlag},
				Action: func(c *cli.Context) error {
					for _, dir := range c.Args().Slice() {
						if err := c.Set("rules", dir); err != nil {
							return err
						}
					}
					set, _, unused, err := checkRules(c)
					if err != nil {
						return err
					}
					if len(unused) > 0 {
						return errors.New(strings.Join(unused, "\n"))
					}
					fmt.Fprintf(c.App.Writer, "%d 条规则、%d 个词表无误 / %d rules and %d word lists are in order\n", len(set.Rules), len(set.Lists), len(set.Rules), len(set.Lists))
					return nil
				},
			},
			{
				Name:        "test",
				Usage:       "运行规则自带的例句 / run the examples of rules",
				ArgsUsage:   "[ID-PREFIX]",
				Description: "例 / examples:\n   plangraph rules test assignment\n   plangraph rules test --rules myrules\n   plangraph rules test --cases extract/testdata/cases",
				Flags:       []cli.Flag{rulesFlag, &cli.StringFlag{Name: "cases", Usage: "另运行该文件夹中标注的段落 / also run the annotated passages of a `FOLDER`"}},
				Action:      testRules,
			},
			{
				Name:      "new",
				Usage:     "新建一条规则 / start a rule",
				ArgsUsage: "ID",
				Description: "写入 DIR/SUBJECT.yaml,ID 如 water.lead;样板可直接运行,请照着改。\n自己的规则放在自己的文件夹,运行时用 --rules DIR 加上,不需要写 Go,也不需要重新编译。\n" +
					"Writes a rule that works to DIR/SUBJECT.yaml, to be edited; an ID is SUBJECT.WHAT, such as water.lead.\n" +
					"Rules of your own live in a folder of your own, which --rules DIR adds to any command: no Go, no compiling.\n\n" +
					"例 / example:\n   plangraph rules new water.lead --dir myrules\n   plangraph rules test water.lead --rules myrules\n   plangraph build plans/ --rules myrules",
				Flags:  []cli.Flag{&cli.StringFlag{Name: "dir", Value: "rules", Usage: "规则文件夹 / folder of the rules"}, rulesFlag},
				Action: newRule,
			},
			{
				Name:  "docs",
				Usage: "输出规则说明(Markdown)/ print the rules as a document (docs/rules.md is made with it)",
				Flags: []cli.Flag{rulesFlag},
				Action: func(c *cli.Context) error {
					if c.Args().Present() {
						return surplus(c, 0)
					}
					return documentRules(c)
				},
			},
		},
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return unknownCommand(c.Args().First(), c.Command.Subcommands)
			}
			return cli.ShowSubcommandHelp(c)
		},
	}
}

func testRules(c *cli.Context) error {
	if c.NArg() > 1 {
		return surplus(c, 1)
	}
	_, e, err := loadRules(c)
	if err != nil {
		return err
	}
	prefix := c.Args().First()
	failures, examples := ruletest.Run(e, prefix)
	if examples == 0 {
		return fmt.Errorf("没有以 %q 开头的规则 / no rule begins with %q", prefix, prefix)
	}
	if dir := c.String("cases"); dir != "" {
		cases, err := rule.LoadCases(os.DirFS(dir), ".")
		if err != nil {
			return fmt.Errorf("%s: %w", dir, err)
		}
		if len(cases) == 0 {
			return fmt.Errorf("%s: 没有 *.yaml 段落 / no passages (*.yaml) there", dir)
		}
		failures = append(failures, ruletest.Cases(e, cases)...)
		examples += len(cases)
	}
	for _, f := range failures {
		fmt.Fprintln(c.App.Writer, f)
	}
	fmt.Fprintf(c.App.Writer, "%[1]d 例通过,%[2]d 例未通过 / %[1]d passed, %[2]d failed\n", examples-len(failures), len(failures))
	if len(failures) > 0 {
		return errReported
	}
	return nil
}

// template is a rule that works, of an id and a verb, to be edited: it passes lint and its examples.
const template = `  - id: %[1]s
    doc: 写明这条规则找什么、为什么对。Say what it finds and why that is right.
    scope: sentence
    match: 由 {who:departments} %[2]s {task:clause}
    emit: assignment(who=who, task=task, role=lead)
    confidence: likely
    yes:
      - text: 由青川市水务局%[2]s河道清淤。
        want: [{type: assignment, department: 青川市水务局, task: 河道清淤, role: lead}]
    no:
      - 市领导%[2]s河道清淤。
`

// templateVerbs are for one new rule each: two of one verb would contend for the same words.
var templateVerbs = []string{"挂帅推进", "挂点推进", "挂账推进", "包抓推进", "领衔推进", "蹲点推进", "带班推进"}

// templateVerb is a verb that no rule of the folder has yet.
func templateVerb(dir string) string {
	files, _ := filepath.Glob(filepath.Join(dir, "*.yaml"))
	var all []byte
	for _, file := range files {
		text, _ := os.ReadFile(file) // what cannot be read contends with nothing
		all = append(all, text...)
	}
	for _, verb := range templateVerbs {
		if !bytes.Contains(all, []byte(verb)) {
			return verb
		}
	}
	return templateVerbs[0]
}

func newRule(c *cli.Context) error {
	id := c.Args().First()
	if c.NArg() != 1 || !rule.ValidID(id) {
		return usagef("请给出规则名:主题.内容,用小写拉丁字母,如 water.lead / name the rule: SUBJECT.WHAT in lower case, such as water.lead")
	}
	set, _, err := loadRules(c)
	if err != nil {
		return err
	}
	for _, r := range set.Rules {
		if r.ID == id {
			return fmt.Errorf("%s:%d: 规则 %s 已存在 / the rule is there already", r.File, r.Line, id)
		}
	}
	subject, _, _ := strings.Cut(id, ".")
	path := filepath.Join(c.String("dir"), subject+".yaml")
	text, err := os.ReadFile(path)
	switch {
	case os.IsNotExist(err):
		if err := os.MkdirAll(c.String("dir"), 0o755); err != nil {
			return err
		}
		text = []byte("format: 1\nrules:\n")
	case err != nil:
		return err
	case strings.Contains(string(text), "- id: "+id+"\n"):
		return fmt.Errorf("%s: 规则 %s 已存在 / the rule is there already", path, id)
	}
	if len(text) > 0 && text[len(text)-1] != '\n' {
		text = append(text, '\n')
	}
	text = fmt.Appendf(text, template, id, templateVerb(c.String("dir")))
	if err := os.WriteFile(path, text, 0o644); err != nil {
		return err
	}
	fmt.Fprintf(c.App.Writer, "%s: 已写入规则 %s。改好后运行 / written; edit it, then run:\n", path, id)
	dir := shellWord(filepath.Clean(c.String("dir")))
	if _, err := os.Stat(filepath.Join(c.String("dir"), "embed.go")); err == nil { // the source of the built-in ones
		fmt.Fprintf(c.App.Writer, "  go run ./cmd/plangraph rules test %s\n", id)
		return nil
	}
	me := program()
	fmt.Fprintf(c.App.Writer, "  %s rules test %s --rules %s\n  %s build FILE… --rules %s\n", me, id, dir, me, dir)
	return nil
}
