package pipeline

import (
	"context"
	"fmt"
	"io"
	"runtime/debug"

	"plangraph/extract"
	"plangraph/plan"
	"plangraph/resolve"
	"plangraph/source"
)

// Result is what came of one file.
type Result struct {
	File     File
	Bytes    int64    // read from the file
	Warnings []string // what was mended or doubtful in it, one sentence each
	Plans    []Plan   // in the order of the text
	Err      error    // why there are no plans; the other files go on
}

// Plan is one plan with its facts.
type Plan struct {
	ID     string      // plan.Plan.ID
	SHA256 string      // of the plan's own text
	Kept   bool        // Keep held it to be up to date; it has no facts then
	Facts  []plan.Fact // in the order of the text
}

// Pipeline reads and extracts. Its fields are shared by all workers.
type Pipeline struct {
	Reader    *source.Reader
	Extractor *extract.Extractor
	Resolver  *resolve.Resolver
	Jobs      int       // workers; 1 at least
	Stdin     io.Reader // what "-" stands for

	// Keep tells that a plan need not be extracted again; nil for always.
	// It is called by many workers at once.
	Keep func(source, id, sha256 string) bool
}

// mostJobs bounds the memory: each worker holds up to two files with their facts
// (some 5 MB for a gazette), and what is made of them is written one by one anyway.
const mostJobs = 32

// Run calls each with every file's result, in the order of files. At most twice
// as many files as there are workers are held in memory. It stops at the first
// error of each, or when the context ends.
func (p *Pipeline) Run(ctx context.Context, files []File, each func(*Result) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	type job struct {
		file File
		done chan *Result
	}
	jobs := min(max(1, p.Jobs), mostJobs)
	work := make(chan job)
	ordered := make(chan job, jobs)
	for range jobs {
		go func() {
			w := p.Extractor.NewWorker()
			for j := range work {
				r, broken := p.read(w, j.file)
				if broken { // its buffers may be in any state
					w = p.Extractor.NewWorker()
				}
				j.done <- r
			}
		}()
	}
	go func() {
		defer close(ordered)
		defer close(work)
		for _, f := range files {
			j := job{f, make(chan *Result, 1)}
			select {
			case ordered <- j:
			case <-ctx.Done():
				return
			}
			select {
			case work <- j:
			case <-ctx.Done():
				return
			}
		}
	}()
	for j := range ordered {
		select {
		case r := <-j.done:
			if err := each(r); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

// read reads and extracts one file. A panic costs this file only: the text is
// foreign, and thousands of others wait.
func (p *Pipeline) read(w *extract.Worker, f File) (r *Result, broken bool) {
	r = &Result{File: f, Err: f.Err}
	if r.Err != nil {
		return r, false
	}
	defer func() {
		if x := recover(); x != nil {
			r.Plans, broken = nil, true
			r.Err = fmt.Errorf("%s: 程序内部错误,请报告 / internal error, please report it: %v\n%s", f.Name, x, debug.Stack())
		}
	}()
	raw, err := ReadFile(f.Name, p.Stdin)
	r.Bytes = int64(len(raw))
	if err != nil {
		r.Err = err
		return r, false
	}
	doc, err := p.Reader.Read(f.Name, raw)
	if err != nil {
		r.Err = Explain(f.Name, err)
		return r, false
	}
	r.Warnings = doc.Warnings
	for _, pl := range doc.Plans {
		out := Plan{ID: pl.ID, SHA256: pl.SHA256}
		if p.Keep != nil && p.Keep(f.Name, pl.ID, pl.SHA256) {
			out.Kept = true
		} else {
			out.Facts = p.Resolver.Facts(doc, pl, w.Plan(doc, pl))
		}
		r.Plans = append(r.Plans, out)
	}
	return r, false
}
