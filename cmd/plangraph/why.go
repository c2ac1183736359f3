package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"plangraph/extract"
	"plangraph/pipeline"
	"plangraph/plan"
	"plangraph/source"
)

func whyCommand() *cli.Command {
	return &cli.Command{
		Name:      "why",
		Usage:     "说明某一行为何得出这些事实 / explain what was found on a line, by which rule, and what was not",
		ArgsUsage: "FILE:LINE",
		Description: "列出该行、得出的事实及规则、落选的匹配,以及各规则停在何处(▸)。\n" +
			"Shows the line, its facts and their rules, what competed and lost, and where a rule stopped (▸).\n\n" +
			"例 / example:   plangraph why samples/jiangsu-gazette-2021-17.txt:2241 --rule target.table",
		Flags:  []cli.Flag{&cli.StringFlag{Name: "rule", Usage: "只看这条规则,或以此开头的(assignment)/ only this rule, or those whose ids begin so (assignment)"}, rulesFlag},
		Action: why,
	}
}

func why(c *cli.Context) error {
	name, lineText, ok := cutLast(c.Args().First(), ":")
	line, err := strconv.Atoi(lineText)
	if c.NArg() != 1 || !ok || err != nil || line < 1 {
		return usagef("请写成 文件:行号 / write FILE:LINE, such as samples/jiangsu-gazette-2021-17.txt:2241")
	}
	set, e, err := loadRules(c)
	if err != nil {
		return err
	}
	if id := c.String("rule"); id != "" {
		var ids []string
		found := false
		for _, r := range set.Rules {
			ids = append(ids, r.ID)
			found = found || (&extract.Trace{Rule: id}).Asks(r.ID)
		}
		if !found {
			return fmt.Errorf("没有规则 %s / there is no rule %s%s", id, id, nearestHint(nearest(id, ids, 3)))
		}
	}
	raw, err := pipeline.ReadFile(name, c.App.Reader)
	if err != nil {
		return err
	}
	reader := source.New(e.Words, e.Simplified)
	doc, err := reader.Read(name, raw)
	if err != nil {
		return pipeline.Explain(name, err)
	}
	lines := strings.Split(strings.TrimSuffix(doc.Text, "\n"), "\n")
	if line > len(lines) {
		return fmt.Errorf("%s: 只有 %d 行 / has only %d lines", name, len(lines), len(lines))
	}
	w := c.App.Writer
	fmt.Fprintf(w, "%s:%d\n  %s\n", name, line, strings.TrimSuffix(lines[line-1], "\r"))
	if len(doc.Plans) == 0 {
		fmt.Fprintln(w, "\n这份文本不是规划:规划有标题(…规划、…方案、…要点)和任务,或写明由谁负责。以下当作规划来读 / the text is no plan: a plan has a title (…规划, …方案, …要点) and sets tasks, or says who is responsible. What follows reads it as one")
		doc = reader.ParsePlan(name, doc.Text)
	}
	worker := e.NewWorker()
	for _, p := range doc.Plans {
		if line < doc.Line(p.Span.Start) || line > doc.Line(max(p.Span.Start, p.Span.End-1)) {
			continue
		}
		trace := &extract.Trace{First: line, Last: line, Rule: c.String("rule")}
		facts := newNaming(e).Facts(doc, p, worker.Explain(doc, p, trace))
		explainLine(c, doc, p, facts, trace, line)
		return nil
	}
	fmt.Fprintln(w, "\n这一行不属于任何规划 / the line belongs to no plan")
	return nil
}

func explainLine(c *cli.Context, doc *plan.Document, p *plan.Plan, facts []plan.Fact, trace *extract.Trace, line int) {
	w := c.App.Writer
	fmt.Fprintf(w, "  %s %s\n\n事实 / facts:\n", p.ID, p.Title)
	n := 0
	for i := range facts {
		f := &facts[i]
		if f.Type == plan.TypePlan || trace.Rule != "" && (f.Rule == "" || !trace.Asks(f.Rule)) ||
			doc.Line(f.Span.Start) > line || doc.Line(max(f.Span.Start, f.Span.End-1)) < line {
			continue
		}
		n++
		by := "文档结构 / structure"
		if f.Rule != "" {
			by = fmt.Sprintf("%s (%s)", f.Rule, f.Confidence)
		}
		fmt.Fprintf(w, "  %s\n    %s\n    %q 字节 / bytes %d-%d\n", by, factLine(f), f.Quote, f.Span.Start, f.Span.End)
	}
	if n == 0 {
		fmt.Fprintln(w, "  无 / none")
	}
	fmt.Fprintln(w, "\n尝试 / tried:")
	var lines []string // in the order in which they come first: a comma may be tried many times over
	times := map[string]int{}
	for _, a := range trace.Attempts {
		outcome := a.Outcome
		if outcome == "" {
			outcome = "成立 / holds"
		}
		text := fmt.Sprintf("  %s: %q: %s", a.Rule, doc.Slice(a.Span), outcome)
		if a.Pattern != "" {
			text += "\n    " + a.Pattern
		}
		if times[text]++; times[text] == 1 {
			lines = append(lines, text)
		}
	}
	for _, text := range lines {
		if n := times[text]; n > 1 {
			head, pattern, more := strings.Cut(text, "\n")
			text = fmt.Sprintf("%s (×%d)", head, n)
			if more {
				text += "\n" + pattern
			}
		}
		fmt.Fprintln(w, text)
	}
	if len(trace.Attempts) == 0 {
		fmt.Fprintln(w, "  没有规则在此触发 / no rule found a word to start from")
	}
}

// factLine is a fact's type and its own keys, in the order of docs/facts.md.
func factLine(f *plan.Fact) string {
	bare := *f
	bare.Plan, bare.Section, bare.Source, bare.Quote, bare.Rule, bare.Confidence = "", "", "", "", "", ""
	d := json.NewDecoder(bytes.NewReader(bare.AppendJSON(nil)))
	d.UseNumber()
	var parts []string
	key := ""
	for {
		token, err := d.Token()
		if err != nil {
			break
		}
		switch _, isDelim := token.(json.Delim); {
		case isDelim:
		case key == "":
			key, _ = token.(string)
		default:
			if !slices.Contains([]string{"type", "start", "end", "line"}, key) {
				parts = append(parts, fmt.Sprintf("%s %v", key, token))
			}
			key = ""
		}
	}
	return string(f.Type) + ": " + strings.Join(parts, ", ")
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}
