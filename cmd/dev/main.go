package main

import (
	"bufio"
	"fmt"
	"os"

	"plangraph/extract"
	"plangraph/extract/rule"
	"plangraph/plan"
	"plangraph/resolve"
	"plangraph/rules"
	"plangraph/source"
)

type triv struct{}

func (triv) Body(n string, p *plan.Plan) resolve.Body { return resolve.Body{Canonical: n, ID: n} }

func main() {
	set, ps := rule.Load(rules.FS)
	if set == nil {
		fmt.Fprintln(os.Stderr, ps)
		os.Exit(1)
	}
	e, ps := extract.New(set)
	if e == nil {
		fmt.Fprintln(os.Stderr, ps)
		os.Exit(1)
	}
	w := e.NewWorker()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, name := range os.Args[1:] {
		raw, _ := os.ReadFile(name)
		doc, err := source.Read(name, raw)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		for _, p := range doc.Plans {
			for _, f := range resolve.Facts(doc, p, w.Plan(doc, p), triv{}) {
				b := f.AppendJSON(nil)
				out.Write(append(b, '\n'))
			}
		}
	}
}
