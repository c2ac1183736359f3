package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"
)

// widest is how many columns of a terminal a cell of a table may take; longer
// ones are cut, as the other formats have them whole. A wide terminal gives more.
const widest = 44

// narrowest is how far the columns of a table give way to the width of a
// terminal, short is what they keep for numbers of documents and the like, and
// readable is what they are to keep if other columns can go.
const (
	narrowest = 11
	readable  = 18
	short     = 22
)

// several is how many rows there must be before columns that agree in all of them are
// taken for the same.
const several = 3

// eastAsian counts the width of characters as terminals with Chinese text do,
// whatever the locale of the machine: the same bytes everywhere.
var eastAsian = &runewidth.Condition{EastAsianWidth: false, StrictEmojiNeutral: true}

// endTells are columns of which the end says more than the beginning: names of
// files, and numbers of documents, which --plan takes by their end.
var endTells = map[string]bool{"source": true, "plan": true, "on": true, "other_plan": true, "document_number": true, "id": true, "resolves_to": true}

// expendable are the columns that a terminal loses where the table would else be cut
// to pieces, the first ones first: what can be looked up by the line, what says the
// same in other words, and counts that say least.
var expendable = []string{"source", "section", "on_quote", "other_quote", "quote", "on_line", "other_line", "as_written", "why", "number_high", "number",
	"origin", "explicit", "about", "scope", "short_name", "aliases", "issuer", "horizon", "issued_on", "sections", "citations", "host", "joint", "support"}

// table is rows as cells of text, and how wide each column is to be.
type table struct {
	columns []string
	cells   [][]string
	shown   []int // indexes of the columns that are printed
	widths  []int
	least   []int  // what a column needs for its head, and for numbers, which are never cut
	right   []bool // numbers stand at the right
	above   []string
}

// writeTable leaves out columns that are empty in all rows. A width of 0 is no limit.
func writeTable(out *bufio.Writer, columns []string, rows [][]any, width int) {
	t := newTable(columns, rows, max(widest, width/3))
	if width > 0 && t.total() > width {
		t.takeConstants()
		t.takeExpendable(width)
		t.fit(width)
	}
	for _, line := range t.above {
		out.WriteString(line + "\n\n")
	}
	head, rule := make([]string, len(columns)), make([]string, len(columns))
	for _, i := range t.shown {
		head[i], rule[i] = columns[i], strings.Repeat("-", t.widths[i])
	}
	for _, row := range append([][]string{head, rule}, t.cells...) {
		t.writeLine(out, row)
	}
}

func newTable(columns []string, rows [][]any, longest int) *table {
	t := &table{columns: columns, cells: make([][]string, len(rows)),
		widths: make([]int, len(columns)), least: make([]int, len(columns)), right: make([]bool, len(columns))}
	for r, row := range rows {
		t.cells[r] = make([]string, len(columns))
		for i, v := range row {
			cell := cut(oneLine(Text(v)), columns[i], longest)
			t.cells[r][i] = cell
			t.widths[i] = max(t.widths[i], eastAsian.StringWidth(cell))
			switch v.(type) {
			case int, int64, float64:
				t.right[i] = true
			}
		}
	}
	for i, name := range columns {
		if t.widths[i] == 0 && len(rows) > 0 {
			continue
		}
		t.shown = append(t.shown, i)
		t.least[i] = eastAsian.StringWidth(name)
		if t.right[i] {
			t.least[i] = max(t.least[i], t.widths[i])
		}
		t.widths[i] = max(t.widths[i], t.least[i])
	}
	return t
}

// total is how wide the table is.
func (t *table) total() int {
	n := 2 * (len(t.shown) - 1)
	for _, i := range t.shown {
		n += t.widths[i]
	}
	return n
}

// takeConstants takes the columns of a table of several rows that have one value in
// all of them out, and tells them above; at least one column stays.
func (t *table) takeConstants() {
	if len(t.cells) < several {
		return
	}
	var others []int
	text := ""
	for _, i := range t.shown {
		if slices.ContainsFunc(t.cells, func(row []string) bool { return row[i] != t.cells[0][i] }) {
			others = append(others, i)
		} else {
			text += fmt.Sprintf("  %s = %s", t.columns[i], t.cells[0][i])
		}
	}
	if len(others) > 0 && text != "" {
		t.shown = others
		t.above = append(t.above, "各行相同 / the same in every row:"+text)
	}
}

// takeExpendable takes columns out until the others can keep a readable width, and
// tells above which. What says in every row what another column says goes first.
func (t *table) takeExpendable(width int) {
	var gone []string
	take := func(k int) {
		gone = append(gone, t.columns[t.shown[k]])
		t.shown = slices.Delete(slices.Clone(t.shown), k, k+1)
	}
	tight := func() bool {
		n := 2 * (len(t.shown) - 1)
		for _, i := range t.shown {
			n += min(t.widths[i], max(readable, t.least[i]))
		}
		return n > width
	}
	for k := len(t.shown) - 1; k > 0 && len(t.cells) >= several && tight(); k-- {
		i := t.shown[k]
		if !t.right[i] && slices.ContainsFunc(t.shown[:k], func(j int) bool {
			return !slices.ContainsFunc(t.cells, func(row []string) bool { return row[i] != row[j] })
		}) {
			take(k)
		}
	}
	for _, name := range expendable {
		k := slices.IndexFunc(t.shown, func(i int) bool { return t.columns[i] == name })
		if k > 0 && tight() {
			take(k)
		}
	}
	if len(gone) > 0 {
		t.above = append(t.above, "终端较窄,未列出 / not shown for want of room: "+strings.Join(gone, ", "))
	}
}

// fit makes the widest columns narrower until the table fits; one of very many
// columns may not fit all the same.
func (t *table) fit(width int) {
	total := t.total()
	for _, floor := range []int{short, narrowest} {
		for total > width {
			widest := -1
			for _, i := range t.shown {
				if t.widths[i] > max(floor, t.least[i]) && (widest < 0 || t.widths[i] > t.widths[widest]) {
					widest = i
				}
			}
			if widest < 0 {
				break
			}
			t.widths[widest]--
			total--
		}
	}
}

func (t *table) writeLine(out *bufio.Writer, row []string) {
	var b strings.Builder
	for n, i := range t.shown {
		if n > 0 {
			b.WriteString("  ")
		}
		cell := cut(row[i], t.columns[i], t.widths[i])
		if t.right[i] {
			b.WriteString(eastAsian.FillLeft(cell, t.widths[i]))
		} else {
			b.WriteString(eastAsian.FillRight(cell, t.widths[i]))
		}
	}
	out.WriteString(strings.TrimRight(b.String(), " "))
	out.WriteByte('\n')
}

// cut shortens a cell.
func cut(cell, column string, width int) string {
	over := eastAsian.StringWidth(cell) - width
	if over > 0 && endTells[column] {
		return eastAsian.TruncateLeft(cell, over+1, "…")
	}
	return eastAsian.Truncate(cell, width, "…")
}

// terminalWidth returns how many columns a terminal has, 0 for anything else.
func terminalWidth(w io.Writer) int {
	if !IsTerminal(w) {
		return 0
	}
	width, _, err := term.GetSize(int(w.(interface{ Fd() uintptr }).Fd()))
	if err != nil {
		return 0
	}
	return width
}

// oneLine keeps line ends, tabs and control characters of quotes out of tables
// and terminals.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f || r == ' ' }), " ")
}
