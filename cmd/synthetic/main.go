// Command synthetic prints the facts of many invented plans, made of those of a
// few by renaming places and bodies:
//
//	plangraph extract samples | go run ./cmd/synthetic -n 2000 | plangraph build --facts -
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"plangraph/graph/synthetic"
	"plangraph/plan"
)

func main() {
	n := flag.Int("n", 2000, "how many plans")
	places := flag.String("places", "江苏,南京,苏州,无锡,常州,镇江,扬州,泰州,南通,徐州,淮安,盐城,宿迁,连云", "place names of two characters to replace")
	mark := flag.String("mark", "苏", "what document numbers begin with")
	flag.Parse()
	if err := run(os.Stdin, os.Stdout, synthetic.Set{Places: strings.Split(*places, ","), Mark: *mark}, *n); err != nil {
		fmt.Fprintln(os.Stderr, "synthetic:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer, set synthetic.Set, n int) error {
	r := plan.NewFactReader("standard input", in)
	for {
		f, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if f.Type == plan.TypePlan {
			set.Plans = append(set.Plans, nil)
		}
		if len(set.Plans) == 0 {
			return fmt.Errorf("the facts must begin with a row of type plan")
		}
		last := len(set.Plans) - 1
		set.Plans[last] = append(set.Plans[last], f)
	}
	w := bufio.NewWriter(out)
	var line []byte
	err := set.Generate(n, func(facts []plan.Fact) error {
		for i := range facts {
			line = facts[i].AppendJSON(line[:0])
			if _, err := w.Write(line); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return w.Flush()
}
