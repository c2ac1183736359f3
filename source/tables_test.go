package source

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"plangraph/internal/golden"
	"plangraph/plan"
)

// TestTables reads a table of each form: testdata/tables.txt has the texts and what is read of
// them, for people to compare.
func TestTables(t *testing.T) {
	const file = "testdata/tables.txt"
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, cases, _ := strings.Cut(string(raw), "\n== ")
	out := strings.Builder{}
	out.WriteString(head)
	for _, c := range strings.Split(cases, "\n== ") {
		given, _, ok := strings.Cut(c, "\n--\n")
		name, text, _ := strings.Cut(given, "\n")
		if !ok || text == "" {
			t.Fatalf("%s: the case %q has no text or no line --", file, name)
		}
		doc := reader(t).ParsePlan(name, text+"\n")
		check(t, doc)
		fmt.Fprintf(&out, "\n== %s\n--\n%s", given, drawn(doc))
	}
	golden.Check(t, file, out.String())
}

// drawn shows the plan's blocks, a line each, with a table's header before its first row.
func drawn(doc *plan.Document) string {
	var b strings.Builder
	var table *plan.Table
	for _, p := range doc.Plans {
		for i := range p.Blocks {
			x := &p.Blocks[i]
			switch {
			case x.Table == nil && x.Kind == plan.Heading:
				fmt.Fprintf(&b, "# %s\n", blockText(doc, x))
			case x.Table == nil:
				fmt.Fprintf(&b, ". %s\n", blockText(doc, x))
			default:
				if x.Table != table {
					table = x.Table
					fmt.Fprintf(&b, "[%s]\n", header(doc, table))
				}
				fmt.Fprintln(&b, drawnCells(doc, table.Rows[x.Row].Cells))
			}
		}
	}
	return b.String()
}

// header shows a table's header, or in brackets what its columns hold where it has none.
func header(doc *plan.Document, t *plan.Table) string {
	if t.Header == nil {
		return "(" + strings.Join(t.Implied, " | ") + ")"
	}
	return drawnCells(doc, t.Header)
}

// drawnCells shows cells as testdata/tables.txt says.
func drawnCells(doc *plan.Document, cells []plan.Cell) string {
	out := make([]string, len(cells))
	for i, c := range cells {
		for k, p := range c.Pieces {
			if k > 0 {
				out[i] += "⏎"
			}
			out[i] += doc.Slice(p)
		}
		switch {
		case c.Empty():
			out[i] = "·"
		case c.Filled:
			out[i] = "^" + out[i]
		}
	}
	return strings.Join(out, " | ")
}
