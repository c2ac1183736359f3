package source

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"plangraph/internal/golden"
	"plangraph/plan"
)

var outlineFile = flag.String("outline", "", "print the outline of this file")

// TestOutline compares the outline of the sample with one that was read line by
// line against the text. To see any file's:
//
//	go test ./source -run TestOutline -v -outline FILE
func TestOutline(t *testing.T) {
	if *outlineFile != "" {
		raw, err := os.ReadFile(*outlineFile)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := reader(t).Read(*outlineFile, raw)
		if err != nil {
			t.Fatal(err)
		}
		check(t, doc)
		fmt.Print(outline(doc))
		return
	}
	doc := reader(t).Parse("gazette", sample(t))
	check(t, doc)
	golden.Check(t, "testdata/gazette.outline", outline(doc))
}

// outline prints the structure of a document for people who check it: a line
// for each plan, block and table row, with line numbers and shortened texts.
func outline(doc *plan.Document) string {
	var b strings.Builder
	for _, p := range doc.Plans {
		end := p.Span.End
		if end > p.Span.Start {
			end--
		}
		fmt.Fprintf(&b, "PLAN %d-%d %s | %s | %s | %s | %d-%d →%d\n", doc.Line(p.Span.Start), doc.Line(end), p.ID, p.Title, p.Issuer, p.IssuedOn, p.PeriodStart, p.PeriodEnd, p.Horizon)
		var table *plan.Table
		for i := range p.Blocks {
			x := &p.Blocks[i]
			s := &p.Sections[x.Section]
			line := doc.Line(x.Span().Start)
			switch x.Kind {
			case plan.TableRow:
				if x.Table != table {
					table = x.Table
					fmt.Fprintf(&b, "%5d TABLE %q [%s] %s\n", line, table.Title, s.Path, cells(doc, table.Header))
				}
				fmt.Fprintf(&b, "%5d   row %s\n", line, cells(doc, table.Rows[x.Row].Cells))
			case plan.Heading:
				fmt.Fprintf(&b, "%5d %s%s %s %q %q\n", line, strings.Repeat("  ", s.Level), strings.ToUpper(s.Kind), s.Path, s.Number, s.Title)
			case plan.Cover:
				fmt.Fprintf(&b, "%5d cover %s\n", line, shorten(blockText(doc, x)))
			default:
				item := ""
				if s.Span.Start == x.Span().Start && x.Section > 0 {
					item = fmt.Sprintf(" ITEM %q", s.Title)
				}
				fmt.Fprintf(&b, "%5d   %s[%s]%s p%d %q <%s> %s\n", line, strings.Repeat("  ", s.Level), s.Path, item, len(x.Pieces), x.Number, doc.Slice(x.Lead), shorten(blockText(doc, x)))
			}
		}
	}
	return b.String()
}

func blockText(doc *plan.Document, x *plan.Block) string {
	var b strings.Builder
	for i, s := range x.Pieces {
		if i > 0 {
			b.WriteString("⏎")
		}
		b.WriteString(doc.Slice(s))
	}
	return b.String()
}

func cells(doc *plan.Document, cs []plan.Cell) string {
	var b strings.Builder
	for i, c := range cs {
		if i > 0 {
			b.WriteString(" | ")
		}
		if c.Filled {
			b.WriteString("^")
		}
		b.WriteString(shorten(cellText(doc.Text, c)))
	}
	return b.String()
}

// shorten keeps the beginning and the end of a long text.
func shorten(s string) string {
	r := []rune(s)
	if len(r) <= 44 {
		return s
	}
	return string(r[:28]) + "…" + string(r[len(r)-14:])
}
