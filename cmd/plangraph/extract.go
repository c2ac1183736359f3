package main

import (
	"bufio"
	"fmt"
	"runtime"

	"github.com/urfave/cli/v2"

	"plangraph/pipeline"
	"plangraph/report"
	"plangraph/source"
)

var jobsFlag = &cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Usage: "并行读取数,至多 32,不影响结果 / workers, 32 at most; changes nothing but the time", Value: runtime.NumCPU()}

func extractCommand() *cli.Command {
	return &cli.Command{
		Name:      "extract",
		Usage:     "把文件中的事实逐行输出为 JSON / print the facts of files as JSON lines",
		ArgsUsage: "FILE…",
		Description: fmt.Sprintf("每行一个事实,含原文位置;文件夹递归读取 .txt,- 为标准输入;每个文件至多 %d MB。\n"+
			"One fact a line with its place in the text; folders are read recursively (.txt), - is standard input;\n"+
			"a file has %[1]d MB at most.\n\n", pipeline.MostBytes>>20) +
			"例 / examples:\n   plangraph extract samples > facts.jsonl\n   plangraph build --facts facts.jsonl",
		Flags: []cli.Flag{jobsFlag, rulesFlag},
		Action: func(c *cli.Context) error {
			p, files, _, err := newPipeline(c)
			if err != nil {
				return err
			}
			out := bufio.NewWriterSize(c.App.Writer, 1<<16)
			failed := 0
			named := namedFolders(c.Args().Slice())
			var line []byte
			bar := &report.Progress{}
			if !report.IsTerminal(c.App.Writer) { // there the facts themselves run over the screen
				bar = report.NewProgress(c.App.ErrWriter)
			}
			defer bar.Clear()
			var whole, done int64
			for _, f := range files {
				whole += f.Size
			}
			err = p.Run(c.Context, files, func(r *pipeline.Result) error {
				if r.Err != nil || len(r.Warnings) > 0 {
					bar.Clear()
				}
				reportFile(c, r)
				named.note(r)
				done += r.File.Size
				bar.Set(done, whole, r.File.Name)
				if r.Err != nil {
					failed++
					return nil
				}
				for _, pl := range r.Plans {
					for i := range pl.Facts {
						line = pl.Facts[i].AppendJSON(line[:0])
						if _, err := out.Write(line); err != nil {
							return err
						}
					}
				}
				return nil
			})
			if err != nil {
				return err
			}
			if err := out.Flush(); err != nil {
				return err
			}
			if barren := named.report(c); barren || failed > 0 {
				return errReported
			}
			return nil
		},
	}
}

// newPipeline makes what extracts the files that the command line names.
func newPipeline(c *cli.Context) (*pipeline.Pipeline, []pipeline.File, int, error) {
	if !c.Args().Present() {
		return nil, nil, 0, usagef("%s: 请给出文件或文件夹 / name a file or a folder;用法见 / see: %s -h", c.Command.Name, c.Command.HelpName)
	}
	if c.Int("jobs") < 1 {
		return nil, nil, 0, usagef("--jobs: 至少为 1 / must be 1 at least")
	}
	_, e, err := loadRules(c)
	if err != nil {
		return nil, nil, 0, err
	}
	files, skipped := pipeline.Files(c.Args().Slice(), extension(c))
	return &pipeline.Pipeline{Reader: source.New(e.Words, e.Simplified), Extractor: e, Resolver: newNaming(e), Jobs: c.Int("jobs"), Stdin: c.App.Reader}, files, skipped, nil
}

// extension is that of the files which are read in folders.
func extension(c *cli.Context) string {
	if c.Bool("facts") {
		return ".jsonl"
	}
	return ".txt"
}

// reportFile says on standard error what a reader of the results should know of a file.
func reportFile(c *cli.Context, r *pipeline.Result) {
	if r.Err != nil {
		fmt.Fprintln(c.App.ErrWriter, "plangraph:", r.Err)
		return
	}
	for _, w := range r.Warnings {
		fmt.Fprintf(c.App.ErrWriter, "plangraph: %s: %s\n", r.File.Name, w)
	}
}
