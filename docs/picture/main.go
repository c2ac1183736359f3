// Picture draws one task of the sample gazette with all that the graph holds
// around it, as SVG:
//
//	go run ./docs/picture > docs/plangraph.svg
//
// Everything in the picture comes out of the extraction; nothing is typed in but
// the task's name.
package main

import (
	"fmt"
	"html"
	"log"
	"os"
	"strings"

	"plangraph/internal/testkit"
	"plangraph/plan"
	"plangraph/resolve"
	"plangraph/source"
)

const (
	sample = "samples/jiangsu-gazette-2021-17.txt"
	task   = "“苏服码”推广工程"
)

func main() {
	log.SetFlags(0)
	e, err := testkit.Load()
	if err != nil {
		log.Fatal(err)
	}
	raw, err := os.ReadFile(sample)
	if err != nil {
		log.Fatal(err)
	}
	doc, err := source.New(e.Words, e.Simplified).Read(sample, raw)
	if err != nil {
		log.Fatal(err)
	}
	r := resolve.New(e.Bodies())
	for _, p := range doc.Plans {
		var duties []plan.Fact
		for _, f := range r.Facts(doc, p, e.NewWorker().Plan(doc, p)) {
			if f.Assignment != nil && f.Assignment.Task == task {
				duties = append(duties, f)
			}
		}
		if len(duties) > 0 {
			draw(p, duties)
			return
		}
	}
	log.Fatalf("%s: no task %s", sample, task)
}

func draw(p *plan.Plan, duties []plan.Fact) {
	const width, left, right, row = 1040, 30, 690, 50
	height := 130 + row*len(duties)
	fmt.Printf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif" font-size="15">
<rect width="100%%" height="100%%" fill="#fff"/>
`, width, height)
	path := strings.Split(duties[0].Section, " / ")
	middle := 70 + row*len(duties)/2
	chain := []struct{ label, text, fill string }{{"Plan " + p.ID, p.Title, "#dbeafe"}}
	for _, title := range path {
		chain = append(chain, struct{ label, text, fill string }{"Section", title, "#f1f5f9"})
	}
	chain = append(chain, struct{ label, text, fill string }{"Task", task, "#fef3c7"})
	step := 78
	top := max(20, middle-step*len(chain)/2)
	for i, n := range chain {
		y := top + i*step
		if i > 0 {
			edge := "HAS_SECTION"
			if i == len(chain)-1 {
				edge = "HAS_TASK"
			}
			line(left+180, y-step+42, left+180, y)
			fmt.Printf("<text x=\"%d\" y=\"%d\" font-size=\"11\" fill=\"#64748b\">%s</text>\n", left+190, y-11, edge)
		}
		node(left, y, 360, n.label, n.text, n.fill)
	}
	taskY := top + (len(chain)-1)*step + 21
	for i, f := range duties {
		y := 30 + i*row
		line(right, y+21, left+360, taskY)
		node(right, y, 320, fmt.Sprintf("Department: RESPONSIBLE_FOR, role %s", f.Assignment.Role), f.Assignment.DepartmentID, "#dcfce7")
	}
	first := duties[0]
	y := height - 72
	fmt.Printf("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"58\" rx=\"6\" fill=\"#f8fafc\" stroke=\"#cbd5e1\"/>\n", left, y, width-2*left)
	fmt.Printf("<text x=\"%d\" y=\"%d\" font-size=\"11\" fill=\"#64748b\">%s</text>\n", left+12, y+20,
		html.EscapeString(fmt.Sprintf("%s, line %d, bytes %d to %d, rule %s, %s", sample, first.Line, first.Span.Start, first.Span.End, first.Rule, first.Confidence)))
	fmt.Printf("<text x=\"%d\" y=\"%d\" font-size=\"12\">%s</text>\n</svg>\n", left+12, y+43, html.EscapeString(first.Quote))
}

func line(x1, y1, x2, y2 int) {
	fmt.Printf("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#94a3b8\"/>\n", x1, y1, x2, y2)
}

func node(x, y, width int, label, text, fill string) {
	const height = 42
	fmt.Printf("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"%s\" stroke=\"#94a3b8\"/>\n", x, y, width, height, fill)
	fmt.Printf("<text x=\"%d\" y=\"%d\" font-size=\"10\" fill=\"#64748b\">%s</text>\n", x+10, y+14, html.EscapeString(label))
	fmt.Printf("<text x=\"%d\" y=\"%d\">%s</text>\n", x+10, y+height-8, html.EscapeString(text))
}
