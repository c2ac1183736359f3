package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"plangraph/eval"
	"plangraph/extract/rule"
	"plangraph/pipeline"
	"plangraph/plan"
	"plangraph/report"
	"plangraph/source"
)

func evalCommand() *cli.Command {
	return &cli.Command{
		Name:      "eval",
		Usage:     "与人工标注对照,给出精确率、召回率和 F1 / precision, recall and F1 against annotations",
		ArgsUsage: "FILE|FOLDER…",
		Description: "标注文件 NAME.jsonl 对应 NAME.txt;没有同名文本时对应唯一的 FILE。\n" +
			"Annotations NAME.jsonl speak of NAME.txt, or of the only FILE.\n\n" +
			"例 / examples:\n   plangraph eval --gold samples/gold samples/jiangsu-gazette-2021-17.txt\n" +
			"   plangraph eval --gold samples/gold samples/jiangsu-gazette-2021-17.txt --by-rule\n" +
			"   plangraph eval --gold G --require target.f1=0.93 --require target.precision=0.95 FILE",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "gold", Usage: "标注文件夹或文件(必需)/ folder or file of annotations (required)"},
			&cli.StringSliceFlag{Name: "only", Usage: "只用名称以此开头的标注 / only annotations whose name begins so"},
			&cli.BoolFlag{Name: "by-rule", Usage: "逐条规则 / figures of every rule, and the rules that never fire; with json, jsonl and csv only these"},
			&cli.IntFlag{Name: "misses", Usage: "每个标注文件、每类列出 N 个漏报和误报 / show N missed and extra facts of each file and type"},
			&cli.StringSliceFlag{Name: "require", Usage: "TYPE.MEASURE=BAR,低于则退出码 1;MEASURE 为 precision、recall、f1 或属性 / exit 1 below the bar"},
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "table(默认), json, jsonl, csv, excel / table (the default), json, jsonl, csv, excel"}, jobsFlag, rulesFlag},
		Action: evaluate,
	}
}

func evaluate(c *cli.Context) error {
	format := "table"
	if c.IsSet("format") {
		var err error
		if format, err = checkFormat(c); err != nil {
			return err
		}
	}
	if c.Int("misses") < 0 {
		return usagef("--misses: 不能为负 / must not be negative")
	}
	bars, err := parseBars(c.StringSlice("require"))
	if err != nil {
		return err
	}
	if c.String("gold") == "" {
		return usagef("请给出标注 / name the annotations: --gold DIR")
	}
	p, files, _, err := newPipeline(c)
	if err != nil {
		return err
	}
	golds, err := readGolds(c.String("gold"), c.StringSlice("only"))
	if err != nil {
		return err
	}
	found := map[string][]eval.Row{} // by file
	fired := map[string]int{}
	failed := 0
	err = p.Run(c.Context, files, func(r *pipeline.Result) error {
		reportFile(c, r)
		if r.Err != nil {
			failed++
		}
		for _, pl := range r.Plans {
			for i := range pl.Facts {
				fired[pl.Facts[i].Rule]++
				if row, ok := eval.FromFact(&pl.Facts[i]); ok {
					found[r.File.Name] = append(found[r.File.Name], row)
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if failed > 0 {
		return errReported
	}
	rep, err := compare(golds, files, found)
	if err != nil {
		return err
	}
	if c.Int("misses") > 0 {
		out := c.App.Writer
		if format != "table" { // what programs read holds rows of one kind only
			out = c.App.ErrWriter
		}
		printMisses(out, rep, c.Int("misses"))
	}
	byRule := c.Bool("by-rule")
	if !byRule || format == "table" { // rows of one kind only in what programs read
		if err := printScores(c, rep, format); err != nil {
			return err
		}
	}
	if byRule {
		if err := printRules(c, rep, p, fired, format); err != nil {
			return err
		}
	}
	return checkBars(c, rep, bars)
}

// compare scores what was found in each file against the annotations of it.
func compare(golds []eval.Gold, files []pipeline.File, found map[string][]eval.Row) (*eval.Report, error) {
	rep := &eval.Report{}
	for i := range golds {
		name, err := sourceOf(golds[i], files)
		if err != nil {
			return nil, err
		}
		if err := checkLines(&golds[i], name); err != nil {
			return nil, err
		}
		rep.Compare(found[name], golds[i])
	}
	return rep, nil
}

// checkLines refuses annotations of lines that their text does not have: they are of another
// text, or of another state of it.
func checkLines(g *eval.Gold, text string) error {
	if text == "-" {
		return nil // it has been read
	}
	raw, err := pipeline.ReadFile(text, nil)
	if err != nil {
		return err
	}
	doc, _, err := source.Decode(raw)
	if err != nil {
		return pipeline.Explain(text, err)
	}
	if lines := strings.Count(strings.TrimSuffix(doc, "\n"), "\n") + 1; g.LastLine() > lines {
		return fmt.Errorf("%[1]s: 标注到第 %[2]d 行,而 %[3]s 只有 %[4]d 行 / annotates line %[2]d, but %[3]s has only %[4]d lines; is it the text that was annotated?", g.Name, g.LastLine(), text, lines)
	}
	return nil
}

func readGolds(path string, only []string) ([]eval.Gold, error) {
	names := []string{path}
	if info, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("%s: 没有这个标注文件夹 / there is no such folder of annotations", path)
	} else if info.IsDir() {
		var err error
		if names, err = filepath.Glob(filepath.Join(path, "*.jsonl")); err != nil {
			return nil, err
		}
	}
	var out []eval.Gold
	for _, name := range names {
		base := filepath.Base(name)
		if len(only) > 0 && !slices.ContainsFunc(only, func(o string) bool { return strings.HasPrefix(base, o) }) {
			continue
		}
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		g, err := eval.ReadGold(name, f)
		f.Close()
		if err != nil {
			return nil, err
		}
		out = append(out, g)
	}
	if len(out) == 0 && len(names) > 0 && len(only) > 0 {
		return nil, fmt.Errorf("%s: 没有以 %[2]s 开头的标注 / no annotations begin with %[2]s (--only)", path, strings.Join(only, ", "))
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: 其中没有标注(*.jsonl)/ holds no annotations (*.jsonl)", path)
	}
	return out, nil
}

// sourceOf returns the file that annotations speak of.
func sourceOf(g eval.Gold, files []pipeline.File) (string, error) {
	stem := strings.TrimSuffix(g.Name, ".jsonl")
	for _, f := range files {
		if strings.TrimSuffix(filepath.Base(f.Name), filepath.Ext(f.Name)) == stem {
			return f.Name, nil
		}
	}
	if len(files) == 1 {
		return files[0].Name, nil
	}
	return "", fmt.Errorf("%s: 没有同名的文本 / there is no text %s.txt among the files", g.Name, stem)
}

// printMisses lists what is missed and what is extra, at most so many of each kind of a file.
func printMisses(out io.Writer, rep *eval.Report, most int) {
	type group struct {
		file  string
		t     plan.FactType
		extra bool
	}
	shown := map[group]int{}
	for _, m := range rep.Misses {
		k := group{m.File, m.Type, m.Extra}
		if shown[k]++; shown[k] > most {
			continue
		}
		kind := "MISSED"
		if m.Extra {
			kind = "EXTRA "
		}
		keys := map[string]string{}
		for _, name := range []string{"indicator", "op", "value", "unit", "year", "name", "department", "role", "task"} {
			if v := m.Keys[name]; v != "" {
				keys[name] = v
			}
		}
		if m.Rule != "" {
			keys["rule"] = m.Rule
		}
		text, _ := json.Marshal(keys) // maps of text can always be written
		fmt.Fprintf(out, "%s %s %s line %d: %s\n", kind, m.File, m.Type, m.Line, text)
	}
}

// fixed is a number with three digits, in JSON as in a table.
func fixed(x float64) json.Number { return json.Number(strconv.FormatFloat(x, 'f', 3, 64)) }

func printScores(c *cli.Context, rep *eval.Report, format string) error {
	columns := []string{"file", "type", "ok", "extra", "missed", "precision", "recall", "f1", "attributes"}
	row := func(file string, t plan.FactType, s eval.Score) []any {
		return []any{file, string(t), s.OK, s.Extra, s.Missed, fixed(s.Precision()), fixed(s.Recall()), fixed(s.F1()), nil}
	}
	var rows [][]any
	var below []string // a table cuts long cells: the attributes stand under it
	for _, f := range rep.Files {
		rows = append(rows, row(f.File, f.Type, f.Score))
	}
	for _, t := range eval.Types {
		s, ok := rep.Total[t]
		if !ok {
			continue
		}
		r := row("ALL", t, s)
		var shares []string
		for _, k := range eval.Attributes(t) {
			if a, ok := rep.Attributes[t][k]; ok {
				shares = append(shares, fmt.Sprintf("%s %d/%d", k, a.Right, a.Of))
			}
		}
		if t == plan.TypeAssignment && s.OK > 0 {
			shares = append(shares, fmt.Sprintf("task %.2f", rep.Task()))
		}
		if len(shares) > 0 && format == "table" {
			below = append(below, fmt.Sprintf("%-10s  %s", t, strings.Join(shares, " ")))
		} else if len(shares) > 0 {
			r[8] = strings.Join(shares, " ")
		}
		rows = append(rows, r)
	}
	if err := report.Write(c.App.Writer, format, columns, rows); err != nil {
		return err
	}
	if len(below) > 0 {
		fmt.Fprintf(c.App.Writer, "\n相符的属性 / attributes that agree:\n%s\n", strings.Join(below, "\n"))
	}
	return nil
}

func printRules(c *cli.Context, rep *eval.Report, p *pipeline.Pipeline, fired map[string]int, format string) error {
	var rows [][]any
	for _, r := range rep.Rules {
		total := rep.Total[r.Type]
		share := float64(r.OK+r.Extra) / float64(max(1, total.OK+total.Extra))
		rows = append(rows, []any{r.Rule, string(r.Type), r.OK + r.Extra, r.OK, r.Extra, fixed(r.Precision()), fixed(share)})
	}
	var silent []string
	for _, r := range p.Extractor.Rules() {
		states := slices.ContainsFunc(r.Emit, func(e rule.Emission) bool { return e.Builder != "mention" })
		if states && fired[r.ID] == 0 {
			silent = append(silent, r.ID)
		}
	}
	if format == "table" {
		fmt.Fprintln(c.App.Writer) // parts it from the scores
	} else {
		for _, id := range silent {
			rows = append(rows, []any{id, nil, 0, 0, 0, nil, nil})
		}
	}
	if err := report.Write(c.App.Writer, format, []string{"rule", "type", "facts", "ok", "extra", "precision", "share"}, rows); err != nil {
		return err
	}
	if len(silent) > 0 && format == "table" {
		fmt.Fprintf(c.App.Writer, "\n在这些文件中从未成立的规则 / rules that never fired on these files (%d): %s\n", len(silent), strings.Join(silent, ", "))
	}
	return nil
}

type bar struct {
	text, measure string
	t             plan.FactType
	least         float64
}

func parseBars(texts []string) ([]bar, error) {
	var out []bar
	for _, text := range texts {
		name, least, ok := strings.Cut(text, "=")
		t, measure, ok2 := strings.Cut(name, ".")
		x, err := strconv.ParseFloat(least, 64)
		b := bar{text, measure, plan.FactType(t), x}
		known := append([]string{"precision", "recall", "f1"}, eval.Attributes(b.t)...)
		if !ok || !ok2 || err != nil || !(x >= 0 && x <= 1) || !slices.Contains(eval.Types, b.t) || !slices.Contains(known, measure) {
			return nil, usagef("--require %s: 请写成 / write it as TYPE.MEASURE=BAR, such as target.f1=0.93 (0 to 1)", text)
		}
		out = append(out, b)
	}
	return out, nil
}

func checkBars(c *cli.Context, rep *eval.Report, bars []bar) error {
	below := 0
	for _, b := range bars {
		s := rep.Total[b.t]
		a := rep.Attributes[b.t][b.measure]
		got := float64(a.Right) / float64(max(1, a.Of))
		switch b.measure {
		case "precision":
			got = s.Precision()
		case "recall":
			got = s.Recall()
		case "f1":
			got = s.F1()
		}
		if got < b.least {
			below++
			fmt.Fprintf(c.App.ErrWriter, "plangraph: %s.%s 为 %.3f,低于 %.3f / is %.3f, below %.3f\n", b.t, b.measure, got, b.least, got, b.least)
		}
	}
	if below > 0 {
		return errReported
	}
	return nil
}
