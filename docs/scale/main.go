// Scale draws the figures of docs/scale.csv (plans, store, facts, nodes, edges,
// derived edges, seconds, bytes of the store, peak memory in KB) as SVG: how the
// time of a build and the size of the store grow with the number of plans.
//
//	go run ./docs/scale < docs/scale.csv > docs/scale.svg
package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"log"
	"os"
	"strconv"
)

type point struct{ x, y float64 }

func main() {
	log.SetFlags(0)
	if err := run(os.Stdin, os.Stdout); err != nil {
		log.Fatalf("scale: %v", err)
	}
}

func run(in io.Reader, out io.Writer) error {
	rows, err := csv.NewReader(in).ReadAll()
	if err != nil {
		return err
	}
	seconds, megabytes := map[string][]point{}, map[string][]point{}
	for i, row := range rows {
		if i == 0 {
			continue // names of the columns
		}
		var v [9]float64
		for k := range row {
			if k == 1 {
				continue
			}
			if v[k], err = strconv.ParseFloat(row[k], 64); err != nil {
				return fmt.Errorf("row %d, column %s: %w", i+1, rows[0][k], err)
			}
		}
		seconds[row[1]] = append(seconds[row[1]], point{v[0], v[6]})
		megabytes[row[1]] = append(megabytes[row[1]], point{v[0], v[7] / 1e6})
	}
	fmt.Fprintln(out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 920 340" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>`)
	panel(out, 60, "time of a build from facts, s", seconds)
	panel(out, 520, "size of the store, MB", megabytes)
	_, err = fmt.Fprintln(out, "</svg>")
	return err
}

var colours = []struct{ store, colour string }{{"sqlite", "#2563eb"}, {"neo4j", "#059669"}}

// panel draws one quantity against the number of plans, both axes from zero.
func panel(out io.Writer, left float64, title string, lines map[string][]point) {
	const top, width, height = 50, 360, 230
	var most point
	for _, line := range lines {
		for _, p := range line {
			most.x, most.y = max(most.x, p.x), max(most.y, p.y)
		}
	}
	step := 1.0
	for k := 0; most.y/step > 6; k++ {
		step *= []float64{2, 2.5, 2}[k%3]
	}
	at := func(p point) (float64, float64) {
		return left + p.x/most.x*width, top + height - p.y/most.y*height
	}
	fmt.Fprintf(out, "<text x=\"%.0f\" y=\"%d\" font-size=\"14\">%s</text>\n", left, top-20, title)
	for y := 0.0; y <= most.y; y += step {
		x1, y1 := at(point{0, y})
		fmt.Fprintf(out, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#e2e8f0\"/><text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\" fill=\"#475569\">%.0f</text>\n", x1, y1, x1+width, y1, x1-6, y1+4, y)
	}
	for i, c := range colours {
		path := ""
		for k, p := range lines[c.store] {
			x, y := at(p)
			path += fmt.Sprintf("%.1f,%.1f ", x, y)
			fmt.Fprintf(out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>\n", x, y, c.colour)
			if i == 0 && (k == len(lines[c.store])-1 || p.x >= most.x/9) {
				fmt.Fprintf(out, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#475569\">%.0f</text>\n", x, top+height+18, p.x)
			}
		}
		fmt.Fprintf(out, "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n", path, c.colour)
		fmt.Fprintf(out, "<text x=\"%.0f\" y=\"%d\" fill=\"%s\">%s</text>\n", left+12, top+16+16*i, c.colour, c.store)
	}
	fmt.Fprintf(out, "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\" fill=\"#475569\">plans</text>\n", left+width/2, top+height+36)
}
