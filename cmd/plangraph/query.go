package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"plangraph/graph"
	"plangraph/report"
	"plangraph/resolve"
)

func queryCommand() *cli.Command {
	cmd := &cli.Command{
		Name:      "query",
		Usage:     "运行一项内置的分析 / run a named analysis",
		ArgsUsage: "NAME [FILTERS]",
		Description: "例 / examples:\n" +
			"   plangraph query --list\n" +
			"   plangraph query owners --department 省民政厅\n" +
			"   plangraph query tasks --plan 61号 --unowned\n" +
			"   plangraph query targets --indicator 研发 --format csv",
		// --list opens no store; who has typed --store before it is not sent away
		Flags: []cli.Flag{&cli.BoolFlag{Name: "list", Usage: "列出全部分析 / list the analyses"}, storeFlag, databaseFlag, formatFlag},
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return unknownCommand(c.Args().First(), c.Command.Subcommands)
			}
			if !c.Bool("list") {
				return usagef("请给出问题名 / name a question;plangraph query --list")
			}
			return listAnalyses(c)
		},
	}
	for _, a := range graph.Analyses() {
		cmd.Subcommands = append(cmd.Subcommands, analysisCommand(a))
	}
	return cmd
}

// listAnalyses prints a line for each analysis; with --format rows that tell its
// filters and keys, too.
func listAnalyses(c *cli.Context) error {
	if !c.IsSet("format") {
		for _, a := range graph.Analyses() {
			fmt.Fprintf(c.App.Writer, "%-13s %s / %s\n", a.Name, a.Zh, a.En)
		}
		return nil
	}
	format, err := checkFormat(c)
	if err != nil {
		return err
	}
	var rows [][]any
	for _, a := range graph.Analyses() {
		var filters []string
		for _, f := range a.Filters {
			filters = append(filters, f.Name)
		}
		rows = append(rows, []any{a.Name, a.Zh, a.En, filters, shownColumns(a)})
	}
	return report.Write(c.App.Writer, format, []string{"name", "zh", "en", "filters", "columns"}, rows)
}

// shownColumns are the keys of an analysis's rows.
func shownColumns(a *graph.Analysis) []string {
	var names []string
	for _, col := range a.Columns {
		if !col.Hidden {
			names = append(names, col.Name)
		}
	}
	return names
}

func analysisCommand(a *graph.Analysis) *cli.Command {
	flags := []cli.Flag{storeFlag, databaseFlag, formatFlag}
	for _, f := range a.Filters {
		usage := f.Zh + " / " + f.En
		switch f.Kind {
		case graph.FilterFlag:
			flags = append(flags, &cli.BoolFlag{Name: f.Name, Usage: usage})
		case graph.FilterYear:
			flags = append(flags, &cli.Int64Flag{Name: f.Name, Usage: usage, DefaultText: "不限 / any"})
		default:
			if f.Values != nil {
				usage += " (" + strings.Join(f.Values, ", ") + ")"
			}
			flags = append(flags, &cli.StringFlag{Name: f.Name, Usage: usage})
		}
		if f.Name == "department" { // its names are resolved as those of texts are
			flags = append(flags, rulesFlag)
		}
	}
	return &cli.Command{
		Name:        a.Name,
		Usage:       a.Zh + " / " + a.En,
		Description: describeAnalysis(a),
		Flags:       flags,
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return surplus(c, 0)
			}
			return ask(c, a)
		},
	}
}

// examples show what the analyses are asked for; an analysis without one is
// asked without filters.
var examples = map[string]string{
	"plans":        "plangraph query plans --format csv",
	"sections":     "plangraph query sections --plan 61号",
	"owners":       "plangraph query owners --department 省民政厅 --role lead",
	"tasks":        "plangraph query tasks --plan 61号 --unowned",
	"targets":      "plangraph query targets --indicator 研发 --year 2025",
	"conflicts":    "plangraph query conflicts --indicator 死亡率",
	"results":      "plangraph query results --plan 58号",
	"projects":     "plangraph query projects --region 南京 --status 开工",
	"departments":  "plangraph query departments --level 省",
	"citations":    "plangraph query citations --plan 63号",
	"dependencies": "plangraph query dependencies --plan 养老服务",
	"shared":       "plangraph query shared --kind indicator",
}

// crowdedNote says why plans that have a thing in common may not be told as overlapping.
var crowdedNote = fmt.Sprintf("超过 %d 份规划都有的项目或指标不算重合,可用 query shared 查看。\n"+
	"What more than %[1]d plans name ties no two of them together; query shared lists it.", graph.MaxSharing)

// describeAnalysis says what the rows of an answer hold.
func describeAnalysis(a *graph.Analysis) string {
	text := "每行依次为(没有的略去)/ a row holds, where there is one: " + strings.Join(shownColumns(a), ", ")
	if a.Name == "dependencies" {
		text += "\n\n" + crowdedNote
	}
	if e := examples[a.Name]; e != "" {
		text += "\n\n例 / example:\n   " + e
	}
	return text
}

func ask(c *cli.Context, a *graph.Analysis) error {
	format, err := checkFormat(c)
	if err != nil {
		return err
	}
	for _, f := range a.Filters {
		if v := c.String(f.Name); c.IsSet(f.Name) && f.Values != nil && !slices.Contains(f.Values, v) {
			return usagef("--%s %s: 可用 / use one of %s", f.Name, v, strings.Join(f.Values, ", "))
		}
	}
	s, err := openStore(c, false)
	if err != nil {
		return err
	}
	defer s.Close()
	params := graph.Params{}
	for _, f := range a.Filters {
		if !c.IsSet(f.Name) {
			continue
		}
		switch f.Kind {
		case graph.FilterFlag:
			params[f.Name] = c.Bool(f.Name)
		case graph.FilterYear:
			params[f.Name] = c.Int64(f.Name)
		case graph.FilterText:
			params[f.Name] = c.String(f.Name)
		case graph.FilterPart:
			params[f.Name] = spellings(c.String(f.Name))
		case graph.FilterIDs:
			ids, err := resolveFilter(c, s, f.Name, c.String(f.Name))
			if err != nil {
				return err
			}
			params[f.Name] = ids
		}
	}
	if derived, err := s.Derived(c.Context); err != nil {
		return err
	} else if !derived {
		fmt.Fprintln(c.App.ErrWriter, "plangraph: 上次构建未完成,别名、依赖与重合关系可能缺失,请再运行一次 build / the last build did not finish: aliases, dependencies and overlaps may be missing; run build again")
	}
	rows, err := s.Query(c.Context, a, params)
	if err != nil {
		return err
	}
	if err := report.Write(c.App.Writer, format, columnNames(rows), rows.Values); err != nil {
		return err
	}
	if len(rows.Values) == 0 {
		if a.Name == "dependencies" {
			defer fmt.Fprintln(c.App.ErrWriter, "plangraph:", strings.ReplaceAll(crowdedNote, "\n", " / "))
		}
		return hintEmpty(c, s, params)
	}
	return nil
}

// hintEmpty tells which names there are where a part of a name found nothing.
func hintEmpty(c *cli.Context, s graph.Store, params graph.Params) error {
	fmt.Fprintln(c.App.ErrWriter, "plangraph: 没有结果 / nothing found")
	for _, f := range []struct {
		filter string
		label  graph.Label
	}{{"indicator", graph.Indicator}, {"project", graph.Project}, {"region", graph.Region}} {
		spelled, ok := params[f.filter].([]string)
		if !ok {
			continue
		}
		names, err := s.Names(c.Context, f.label)
		if err != nil {
			return err
		}
		known := allNames(names)
		if slices.ContainsFunc(known, func(name string) bool { return holdsAny(name, spelled) }) {
			continue // it is the other filters that leave nothing
		}
		close := nearest(spelled[0], known, 5)
		for i := 1; len(close) == 0 && i < len(spelled); i++ {
			close = nearest(spelled[i], known, 5)
		}
		if len(close) > 0 {
			fmt.Fprintf(c.App.ErrWriter, "plangraph: --%s %s: 图库中没有 / the store has none;相近 / nearest: %s\n", f.filter, spelled[0], strings.Join(close, ", "))
		}
	}
	if ids, ok := params["department"].([]string); ok && len(params) == 1 {
		names, err := s.Names(c.Context, graph.Department)
		if err != nil {
			return err
		}
		others := slices.DeleteFunc(names, func(n graph.Name) bool { return slices.Contains(ids, n.ID) })
		fmt.Fprintf(c.App.ErrWriter, "plangraph: %s 只被提到,没有任务;--classes 并列出所属类别的任务 / is named, but has no task; --classes adds those of its classes%s\n",
			strings.Join(ids, ", "), nearestHint(nearest(c.String("department"), allNames(others), 5)))
	}
	if typed, ok := params["status"].(string); ok && !slices.Contains(graph.Statuses, typed) {
		fmt.Fprintf(c.App.ErrWriter, "plangraph: --status %s: 常见的有 / the usual ones are: %s\n", typed, strings.Join(graph.Statuses, ", "))
	}
	return nil
}

func holdsAny(name string, parts []string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(strings.ToLower(name), strings.ToLower(part)) })
}

// resolveFilter finds the ids that a user's words mean.
func resolveFilter(c *cli.Context, s graph.Store, filter, typed string) ([]string, error) {
	if filter == "plan" {
		return findPlans(c.Context, s, "--plan ", typed)
	}
	return findDepartments(c, s, typed)
}

func findPlans(ctx context.Context, s graph.Store, option, typed string) ([]string, error) {
	if strings.TrimSpace(typed) == "" {
		return nil, usagef("%s规划名不能为空 / the name of the plan must not be empty", option)
	}
	names, err := s.Names(ctx, graph.Plan)
	if err != nil {
		return nil, err
	}
	number := planNumber.Replace(typed)
	if strings.Trim(number, "0123456789") == "" { // 61 for 61号
		number += "号"
	}
	spelled := spellings(typed)
	var ends, titled, parts []string
	for _, n := range names {
		switch {
		case n.ID == typed || n.ID == number:
			return []string{n.ID}, nil
		case endsWith(n.ID, typed) || endsWith(n.ID, number):
			ends = append(ends, n.ID)
		case slices.Contains(spelled, graph.Canonical(n.Name)):
			titled = append(titled, n.ID)
		case holdsAny(graph.Canonical(n.Name), spelled):
			parts = append(parts, n.ID)
		}
	}
	switch {
	case len(ends) == 1:
		return ends, nil
	case len(ends) == 0 && len(titled) > 0: // the whole title of one begins another's
		return titled, nil
	case len(ends) > 1:
		return nil, fmt.Errorf("%s%s: 有 %d 份规划以此结尾,请写全 / %d plans end so, write more of it: %s", option, typed, len(ends), len(ends), strings.Join(ends[:min(5, len(ends))], ", "))
	case len(parts) > 0:
		return parts, nil
	}
	known := allNames(names)
	for _, n := range names {
		known = append(known, n.ID)
	}
	return nil, noSuch(option, typed, nearest(number, known, 5))
}

// planNumber writes the brackets of a document number as ids have them.
var planNumber = strings.NewReplacer("[", "〔", "]", "〕", "(", "〔", ")", "〕", "（", "〔", "）", "〕", "［", "〔", "］", "〕", "【", "〔", "】", "〕", " ", "")

// endsWith reports whether an id ends with what was typed, where a number does
// not begin in its middle: 1号 is no end of 61号.
func endsWith(id, typed string) bool {
	before, ok := strings.CutSuffix(id, typed)
	digit := func(b byte) bool { return '0' <= b && b <= '9' }
	if !ok || strings.HasPrefix(id, "sha256:") { // of a plan without a number
		return ok
	}
	return before == "" || !digit(typed[0]) || !digit(before[len(before)-1])
}

func findDepartments(c *cli.Context, s graph.Store, typed string) ([]string, error) {
	if typed == "" {
		return nil, usagef("--department: 不能为空 / must not be empty")
	}
	_, e, err := loadRules(c)
	if err != nil {
		return nil, err
	}
	names, err := s.Names(c.Context, graph.Department)
	if err != nil {
		return nil, err
	}
	resolver := newNaming(e)
	meant, spelled := resolver.Candidates(typed, placesOf(names, resolver)), spellings(typed)
	var ids []string
	for _, n := range names {
		if slices.ContainsFunc(append([]string{n.ID, n.Name}, n.Aliases...), func(name string) bool { return slices.Contains(spelled, name) }) || slices.Contains(meant, n.ID) {
			ids = append(ids, n.ID)
		}
	}
	if len(ids) == 0 {
		return nil, noSuch("--department ", typed, nearest(typed, allNames(names), 5))
	}
	return ids, nil
}

// placesOf returns the places whose bodies are among the names: those that official names
// begin with, and those that ids say.
func placesOf(names []graph.Name, r *resolve.Resolver) []string {
	var places []string
	seen := map[string]bool{"": true}
	add := func(place string) {
		if !seen[place] {
			seen[place] = true
			places = append(places, place)
		}
	}
	for _, n := range names {
		add(r.Place(n.Name, ""))
		_, region := graph.SplitID(n.ID)
		add(region)
	}
	return places
}

func allNames(names []graph.Name) []string {
	var out []string
	for _, n := range names {
		out = append(append(out, n.Name), n.Aliases...)
	}
	return out
}

func noSuch(option, typed string, close []string) error {
	return fmt.Errorf("%s%s: 图库中没有 / the store has none%s", option, typed, nearestHint(close))
}

// nearestHint is what an error adds of names that are like the one typed; "" for none.
func nearestHint(close []string) string {
	if len(close) == 0 {
		return ""
	}
	return ";相近 / nearest: " + strings.Join(close, ", ")
}

func searchCommand() *cli.Command {
	return &cli.Command{
		Name:      "search",
		Usage:     "在原文引句和名称中全文检索 / full-text search over quotes and names",
		ArgsUsage: "WORDS…",
		Description: "两个字即可;多个词须同时出现;繁体、简体均可。先列名称(短者在前),再按原文顺序列引句。\n" +
			"Two characters are enough; every word must be there, in simplified or traditional characters. Names come\nfirst, the shortest first, then quotes in the order of the text.\n\n例 / example:   plangraph search 养老 护理",
		Flags: []cli.Flag{storeFlag, databaseFlag, formatFlag, &cli.IntFlag{Name: "limit", Value: 50, Usage: "最多行数 / rows at most"}},
		Action: func(c *cli.Context) error {
			format, err := checkFormat(c)
			if err != nil {
				return err
			}
			words := strings.Fields(strings.Join(c.Args().Slice(), " "))
			if len(words) == 0 {
				return usagef("请给出检索词 / name the words to search for")
			}
			if c.Int("limit") < 1 {
				return usagef("--limit: 至少为 1 / must be 1 at least")
			}
			s, err := openStore(c, false)
			if err != nil {
				return err
			}
			defer s.Close()
			spelled := make([][]string, len(words))
			for i, w := range words {
				spelled[i] = spellings(w)
			}
			rows, err := s.Search(c.Context, spelled, c.Int("limit")+1)
			if err != nil {
				return err
			}
			more := len(rows.Values) > c.Int("limit")
			if more {
				rows.Values = rows.Values[:c.Int("limit")]
			}
			if err := report.Write(c.App.Writer, format, columnNames(rows), rows.Values); err != nil {
				return err
			}
			switch {
			case more:
				fmt.Fprintf(c.App.ErrWriter, "plangraph: 还有更多,可用 --limit / there are more than %d; see --limit\n", c.Int("limit"))
			case len(rows.Values) == 0:
				fmt.Fprintln(c.App.ErrWriter, "plangraph: 没有结果 / nothing found")
			}
			return nil
		},
	}
}

func removeCommand() *cli.Command {
	return &cli.Command{
		Name:        "remove",
		Usage:       "从图库中删除一份规划 / take a plan out of the store",
		ArgsUsage:   "PLAN",
		Description: "PLAN 为文号、文号末尾(61号)或标题的一部分。\nPLAN is its id, a unique end of it (61号) or part of its title.",
		Flags:       []cli.Flag{storeFlag, databaseFlag, rulesFlag},
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return usagef("请给出一份规划 / name one plan")
			}
			_, e, err := loadRules(c)
			if err != nil {
				return err
			}
			ids, err := func() ([]string, error) { // nothing is made where there is no store
				s, err := openStore(c, false)
				if err != nil {
					return nil, err
				}
				defer s.Close()
				return findPlans(c.Context, s, "", c.Args().First())
			}()
			if err != nil {
				return err
			}
			if len(ids) > 1 {
				return fmt.Errorf("%s: 不止一份规划,请写全 / means more than one plan, write more of it: %s", c.Args().First(), strings.Join(ids, ", "))
			}
			s, err := openStore(c, true)
			if err != nil {
				return err
			}
			defer s.Close()
			if err := s.Remove(c.Context, ids[0]); err != nil && !errors.Is(err, graph.ErrNoPlan) {
				return err
			}
			if err := s.Derive(c.Context, naming{newNaming(e)}); err != nil {
				return err
			}
			fmt.Fprintf(c.App.Writer, "已删除 / removed: %s\n", ids[0])
			return nil
		},
	}
}
