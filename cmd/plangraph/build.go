package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"time"

	"github.com/urfave/cli/v2"

	"plangraph/graph"
	"plangraph/pipeline"
	"plangraph/plan"
	"plangraph/report"
)

// batch is how many nodes and edges are gathered before they are written in one
// transaction; a plan is never parted.
const batch = 20000

func buildCommand() *cli.Command {
	return &cli.Command{
		Name:      "build",
		Usage:     "读取规划,建立图谱 / read plans and build the graph",
		ArgsUsage: "FILE|FOLDER…",
		Description: "文件夹递归读取 .txt(--facts 时为 .jsonl);- 为标准输入。原文、规则和程序版本都未变的规划不再读取。\n" +
			"Folders are read recursively (.txt, with --facts .jsonl); - is standard input. A plan whose text, rules and\n" +
			"program version are those of the stored one is skipped. Every plan is written wholly or not at all.\n\n" +
			"例 / examples:\n   plangraph build samples\n   plangraph build plans/ --store neo4j://neo4j@localhost:7687\n   plangraph build --facts facts.jsonl",
		Flags: []cli.Flag{storeFlag, databaseFlag, jobsFlag, rulesFlag,
			&cli.BoolFlag{Name: "force", Usage: "未变的规划也重新读取 / read plans again that have not changed"},
			&cli.BoolFlag{Name: "facts", Usage: "参数是 extract 输出的事实文件 / the arguments are what extract printed"}},
		Action: build,
	}
}

// builder writes plans to a store and counts what happened.
type builder struct {
	c      *cli.Context
	store  graph.Store
	know   graph.Knowledge
	stamps map[string]graph.Stamp
	before map[string][]string // by file: the plans that were last read from it, before this build
	base   string              // digest of everything but the text that a plan's facts hang on

	pending []graph.PlanGraph
	items   int

	order                             []string          // plans of this build
	seen                              map[string]string // plan -> source, in this build
	refused                           map[string]bool   // plans whose facts make no graph: a stored one stays, a later one counts
	written, kept, doubles, withdrawn int
	files, failed                     int
	folders                           *folders
	bytes                             int64
}

func build(c *cli.Context) error {
	began := time.Now()
	var p *pipeline.Pipeline
	var files []pipeline.File
	var skipped int
	var err error
	if p, files, skipped, err = newPipeline(c); err != nil {
		return err
	}
	b := &builder{c: c, know: knowledge(p.Resolver), seen: map[string]string{}, refused: map[string]bool{}, base: baseStamp(p.Extractor.Digest())}
	b.folders = namedFolders(c.Args().Slice())
	if len(files) == 0 { // of folders only
		b.folders.report(c)
		if skipped > 0 {
			fmt.Fprintf(c.App.ErrWriter, "plangraph: 跳过 %d 个其他文件,只读取 %s;Word、PDF 请另存为纯文本 / %s skipped: only %[2]s is read; save Word or PDF files as plain text\n", skipped, extension(c), counted(skipped, "other file"))
		}
		return errReported
	}
	if !slices.ContainsFunc(files, func(f pipeline.File) bool { return f.Err == nil }) { // no store is made of nothing
		for _, f := range files {
			fmt.Fprintln(c.App.ErrWriter, "plangraph:", f.Err)
		}
		return errReported
	}
	if b.store, err = openStore(c, true); err != nil {
		return err
	}
	defer b.store.Close()
	if b.stamps, err = b.store.Stamps(c.Context); err != nil {
		return err
	}
	if c.Bool("facts") {
		err = b.readFacts(files, p)
	} else {
		err = b.readTexts(files, p)
	}
	if err != nil {
		return err
	}
	if err := b.flush(); err != nil {
		return err
	}
	done := tellIfSlow(c)
	err = b.store.Derive(c.Context, b.know.Naming)
	done()
	if err != nil {
		return err
	}
	if err := b.summary(skipped, time.Since(began)); err != nil {
		return err
	}
	if barren := !c.Bool("facts") && b.folders.report(c); barren || b.failed > 0 {
		return errReported
	}
	return nil
}

// counted writes a number with its noun: 1 file, 2 files.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// baseStamp digests the rules and the program.
func baseStamp(rules string) string {
	program := version
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" || s.Key == "vcs.modified" {
				program += " " + s.Value
			}
		}
	}
	return rules + "\x00" + program
}

func (b *builder) stamp(text string) string {
	h := sha256.Sum256([]byte(text + "\x00" + b.base))
	return hex.EncodeToString(h[:])
}

func (b *builder) readTexts(files []pipeline.File, p *pipeline.Pipeline) error {
	var size, done int64
	for _, f := range files {
		size += f.Size
	}
	stored := make(map[string]graph.Stamp, len(b.stamps)) // read by the workers, never written
	b.before = map[string][]string{}
	for id, s := range b.stamps {
		stored[id] = s
		b.before[s.Source] = append(b.before[s.Source], id)
	}
	if !b.c.Bool("force") {
		p.Keep = func(source, id, text string) bool {
			s, ok := stored[id]
			return ok && s.Source == whole(source) && s.Digest == b.stamp(text)
		}
	}
	bar := report.NewProgress(b.c.App.ErrWriter)
	defer bar.Clear()
	err := p.Run(b.c.Context, files, func(r *pipeline.Result) error {
		b.files++
		b.folders.note(r)
		b.bytes += r.Bytes
		done += r.File.Size
		if r.Err != nil || len(r.Warnings) > 0 {
			bar.Clear()
		}
		reportFile(b.c, r)
		if r.Err != nil {
			b.failed++
			return nil
		}
		broken := false
		for i := range r.Plans {
			var bad factsError
			if err := b.add(r.File.Name, &r.Plans[i]); errors.As(err, &bad) {
				bar.Clear()
				fmt.Fprintln(b.c.App.ErrWriter, "plangraph:", bad)
				broken = true
			} else if err != nil {
				return err
			}
		}
		if broken {
			b.failed++
		}
		if err := b.withdraw(r); err != nil {
			return err
		}
		bar.Set(done, size, r.File.Name)
		return nil
	})
	if err == nil {
		b.tellGone()
	}
	return err
}

// whole is what a file is told by from build to build, wherever the command is run
// and however the file is named. Standard input is another text each time.
func whole(name string) string {
	if name == "-" {
		return name
	}
	if path, err := filepath.Abs(name); err == nil {
		return path
	}
	return name
}

// tellGone names what was last read from files of the folders that are no longer
// there. The plans stay: a file may only have been moved out of the way.
func (b *builder) tellGone() {
	for _, file := range slices.Sorted(maps.Keys(b.before)) {
		if _, err := os.Stat(file); !b.folders.hold(file) || !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		for _, id := range b.before[file] {
			if b.seen[id] == "" && !b.refused[id] {
				fmt.Fprintf(b.c.App.ErrWriter, "plangraph: %s: 文件已不存在,其中的 %s 仍在图库;删除请用 / the file is gone, its plan is still in the store; to take it out: plangraph remove %[2]s\n", file, id)
			}
		}
	}
}

// first reports whether a plan is met for the first time in this build.
func (b *builder) first(id, source string) bool {
	if other, ok := b.seen[id]; ok {
		b.doubles++
		fmt.Fprintf(b.c.App.ErrWriter, "plangraph: %s: 规划 %s 已见于 %s,以先见者为准 / %s was met in %s already; the first one counts\n", source, id, other, id, other)
		return false
	}
	b.seen[id] = source
	b.order = append(b.order, id)
	return true
}

func (b *builder) add(source string, p *pipeline.Plan) error {
	if !b.first(p.ID, source) {
		return nil
	}
	if p.Kept {
		b.kept++
		return nil
	}
	return b.write(source, whole(source), p.Facts, b.stamp(p.SHA256))
}

// write takes a plan that was met first in a file. If its facts make no graph, that
// costs this plan: a stored one of the same id stays as it is.
func (b *builder) write(file, source string, facts []plan.Fact, stamp string) error {
	g, err := graph.Build(facts, b.know)
	if err != nil {
		id := b.order[len(b.order)-1]
		b.refused[id] = true
		delete(b.seen, id)
		b.order = b.order[:len(b.order)-1]
		return factsError{fmt.Errorf("%s: 事实不能成图 / the facts make no graph: %w", file, err)}
	}
	g.Source, g.Stamp = source, stamp
	b.stamps[g.ID] = graph.Stamp{Source: source, Digest: stamp}
	b.pending = append(b.pending, g)
	b.items += len(g.Nodes) + len(g.Edges)
	b.written++
	if b.items >= batch {
		return b.flush()
	}
	return nil
}

func (b *builder) flush() error {
	if len(b.pending) == 0 {
		return nil
	}
	defer tellIfSlow(b.c)()
	err := b.store.Replace(b.c.Context, b.pending)
	b.pending, b.items = nil, 0
	return err
}

// withdraw removes the plans that were last read from a file and are no longer
// in it. What else of this build is pending goes first, so that a plan that
// moved from one file to another is not lost between.
func (b *builder) withdraw(r *pipeline.Result) error {
	if r.File.Name == "-" {
		return nil // another text each time
	}
	var gone []string
	for _, id := range b.before[whole(r.File.Name)] {
		if b.seen[id] == "" && !b.refused[id] {
			gone = append(gone, id)
		}
	}
	slices.Sort(gone)
	for _, id := range gone {
		if err := b.flush(); err != nil {
			return err
		}
		if err := b.store.Remove(b.c.Context, id); err != nil && !errors.Is(err, graph.ErrNoPlan) {
			return err
		}
		delete(b.stamps, id)
		b.withdrawn++
		fmt.Fprintf(b.c.App.ErrWriter, "plangraph: %s: 其中已没有 %s,从图库删除 / no longer holds %s, which is removed\n", r.File.Name, id, id)
	}
	return nil
}

// readFacts builds from what extract printed; the rows of a plan stand together.
func (b *builder) readFacts(files []pipeline.File, p *pipeline.Pipeline) error {
	for _, f := range files {
		b.files++
		err := f.Err
		if err == nil {
			err = b.readFactFile(f, p.Stdin)
		}
		var bad factsError
		switch {
		case err == nil:
		case f.Err != nil || errors.As(err, &bad):
			b.failed++
			fmt.Fprintln(b.c.App.ErrWriter, "plangraph:", err)
		default:
			return err
		}
	}
	return nil
}

// factsError is a mistake in facts, which costs the plan or the file that they are of.
type factsError struct{ error }

// readFactFile hands on plan by plan, so a file of any size takes little memory. Of a
// file that is wrong somewhere the plans that end before that place are written.
func (b *builder) readFactFile(f pipeline.File, stdin io.Reader) error {
	in := stdin
	if f.Name != "-" {
		file, err := os.Open(f.Name)
		if err != nil {
			return factsError{pipeline.Explain(f.Name, err)}
		}
		defer file.Close()
		in = file
	}
	counted := &countingReader{r: in}
	r := plan.NewFactReader(f.Name, counted)
	var group []plan.Fact
	closed := map[string]bool{}
	hand := func() error {
		if len(group) == 0 {
			return nil
		}
		id, source := group[0].Plan, group[0].Source
		h := sha256.New()
		for i := range group {
			h.Write(group[i].AppendJSON(nil))
		}
		stamp := b.stamp(hex.EncodeToString(h.Sum(nil)))
		if !b.first(id, f.Name) {
			return nil
		}
		if s := b.stamps[id]; s.Digest == stamp && s.Source == source && !b.c.Bool("force") {
			b.kept++
			return nil
		}
		return b.write(f.Name, source, group, stamp)
	}
	for {
		fact, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return factsError{fmt.Errorf("事实文件有误 / %w", err)}
		}
		if len(group) == 0 || group[0].Plan != fact.Plan {
			if fact.Type != plan.TypePlan || closed[fact.Plan] {
				return factsError{fmt.Errorf("%s: 规划 %s 的事实应连续,并以 plan 行开头 / the facts of plan %s must stand together and begin with its plan row", f.Name, fact.Plan, fact.Plan)}
			}
			if err := hand(); err != nil {
				return err
			}
			group = nil
			closed[fact.Plan] = true
		}
		group = append(group, fact)
	}
	b.bytes += counted.n
	if len(group) == 0 {
		return factsError{fmt.Errorf("%s: 没有事实 / holds no facts; make them with: plangraph extract FILE…", f.Name)}
	}
	return hand()
}

type countingReader struct {
	r io.Reader
	n int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// summary prints the plans of this build as the store holds them.
func (b *builder) summary(skipped int, took time.Duration) error {
	w := b.c.App.Writer
	if len(b.order) > 0 {
		rows, err := b.planRows(b.c.Context)
		if err != nil {
			return err
		}
		if err := report.Write(w, "table", summaryColumns, rows); err != nil {
			return err
		}
		fmt.Fprintln(w)
	}
	seconds := took.Seconds()
	fmt.Fprintf(w, "%d 个文件,%d 份规划:新读 %d,未变 %d", b.files, len(b.order), b.written, b.kept)
	fmt.Fprintf(w, " / %s, %s: %d read, %d unchanged\n", counted(b.files, "file"), counted(len(b.order), "plan"), b.written, b.kept)
	for _, n := range []struct {
		count        int
		zh, noun, en string
	}{{b.failed, "个文件失败", "file", "failed"}, {skipped, "个其他文件跳过", "other file", "skipped"}, {b.doubles, "份规划重复出现", "plan", "met again"}, {b.withdrawn, "份规划已不在文件中,删除", "plan", "no longer in the file, removed"}} {
		if n.count > 0 {
			fmt.Fprintf(w, "%d %s / %s %s\n", n.count, n.zh, counted(n.count, n.noun), n.en)
		}
	}
	fmt.Fprintf(w, "%.2f s, %.1f MB, %.1f MB/s\n", seconds, float64(b.bytes)/1e6, float64(b.bytes)/1e6/seconds)
	if len(b.order) > 0 {
		return b.askNext()
	}
	return nil
}

var summaryColumns = []string{"document_number", "title", "tasks", "assignments", "departments", "projects", "targets", "citations"}

// planRows are the rows of the analysis plans, in the order of the build, with a
// row of totals.
func (b *builder) planRows(ctx context.Context) ([][]any, error) {
	answer, err := b.store.Query(ctx, graph.FindAnalysis("plans"), graph.Params{"plan": b.order})
	if err != nil {
		return nil, err
	}
	names := columnNames(answer)
	id, source := slices.Index(names, "id"), slices.Index(names, "source")
	place := map[string]int{}
	for i, plan := range b.order {
		place[plan] = i
	}
	slices.SortStableFunc(answer.Values, func(x, y []any) int {
		return cmp.Compare(place[fmt.Sprint(x[id])], place[fmt.Sprint(y[id])])
	})
	totals := make([]any, len(summaryColumns))
	totals[0] = "合计 / total"
	rows := [][]any{}
	for _, values := range answer.Values {
		row := make([]any, len(summaryColumns))
		for i, name := range summaryColumns {
			row[i] = values[slices.Index(names, name)]
			if n, ok := row[i].(int64); ok {
				sum, _ := totals[i].(int64)
				totals[i] = sum + n
			}
		}
		if row[0] == nil {
			row[0] = values[id]
		}
		if row[1] == nil { // by its file, so that it can be told from others
			row[1] = "(" + filepath.Base(fmt.Sprint(values[source])) + ")"
		}
		rows = append(rows, row)
	}
	return append(rows, totals), nil
}
