// Package report shows answers: rows as an aligned table, JSON, JSON lines or
// CSV, and a progress bar on a terminal.
package report

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"
)

// Formats are the names of the formats that Write knows.
var Formats = []string{"table", "json", "jsonl", "csv"}

// widest is how many columns of a terminal a cell of a table may take; longer
// ones are cut, as the other formats have them whole.
const widest = 44

// eastAsian counts the width of characters as terminals with Chinese text do,
// whatever the locale of the machine: the same bytes everywhere.
var eastAsian = &runewidth.Condition{EastAsianWidth: false, StrictEmojiNeutral: true}

// Write writes rows in a format. A value is nil (absent), string, bool, int,
// int64, float64, []string, or in cells that came from elsewhere anything that
// encoding/json can write.
func Write(w io.Writer, format string, columns []string, rows [][]any) error {
	out := bufio.NewWriter(w)
	var err error
	switch format {
	case "table":
		writeTable(out, columns, rows, terminalWidth(w))
	case "json":
		err = writeJSON(out, columns, rows)
	case "jsonl":
		for _, row := range rows {
			if err = writeObject(out, columns, row); err != nil {
				break
			}
			out.WriteByte('\n')
		}
	case "csv":
		err = writeCSV(out, columns, rows)
	default:
		return fmt.Errorf("没有格式 %q,可用 / there is no format %q, use one of: %s", format, format, strings.Join(Formats, ", "))
	}
	if err != nil {
		return err
	}
	return out.Flush()
}

func writeJSON(out *bufio.Writer, columns []string, rows [][]any) error {
	out.WriteByte('[')
	for i, row := range rows {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		if err := writeObject(out, columns, row); err != nil {
			return err
		}
	}
	if len(rows) > 0 {
		out.WriteByte('\n')
	}
	out.WriteString("]\n")
	return nil
}

// writeObject keeps the order of the columns, which a map would lose.
func writeObject(out *bufio.Writer, columns []string, row []any) error {
	out.WriteByte('{')
	first := true
	for i, v := range row {
		if v == nil {
			continue
		}
		if !first {
			out.WriteByte(',')
		}
		first = false
		for j, part := range []any{columns[i], v} {
			if j == 1 {
				out.WriteByte(':')
			}
			var b strings.Builder
			enc := json.NewEncoder(&b)
			enc.SetEscapeHTML(false)
			if err := enc.Encode(part); err != nil {
				return err
			}
			out.WriteString(strings.TrimSuffix(b.String(), "\n"))
		}
	}
	out.WriteByte('}')
	return nil
}

func writeCSV(out *bufio.Writer, columns []string, rows [][]any) error {
	c := csv.NewWriter(out)
	if err := c.Write(columns); err != nil {
		return err
	}
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, v := range row {
			cells[i] = Text(v)
		}
		if err := c.Write(cells); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// Text writes a value as a cell.
func Text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case []string:
		return strings.Join(v, "; ")
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool, int, int64:
		return fmt.Sprint(v)
	}
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
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

// narrowest is how far the columns of a table give way to the width of a
// terminal, and short is what they keep for numbers of documents and the like.
const (
	narrowest = 11
	short     = 22
)

// fit makes the widest columns narrower until a table fits; one of very many
// columns may not fit all the same. least is what each column needs for its head.
func fit(widths, least []int, shown []int, width int) {
	total := total(widths, shown)
	for _, floor := range []int{short, narrowest} {
		for total > width {
			widest := -1
			for _, i := range shown {
				if widths[i] > max(floor, least[i]) && (widest < 0 || widths[i] > widths[widest]) {
					widest = i
				}
			}
			if widest < 0 {
				break
			}
			widths[widest]--
			total--
		}
	}
}

// total is how wide a table is.
func total(widths, shown []int) int {
	n := 2 * (len(shown) - 1)
	for _, i := range shown {
		n += widths[i]
	}
	return n
}

// constant parts the columns of a table of several rows that have one value in all of
// them from the others, of which at least one stays.
func constant(cells [][]string, shown []int) (same, others []int) {
	for _, i := range shown {
		if len(cells) > 2 && !slices.ContainsFunc(cells, func(row []string) bool { return row[i] != cells[0][i] }) {
			same = append(same, i)
		} else {
			others = append(others, i)
		}
	}
	if len(others) == 0 {
		return nil, shown
	}
	return same, others
}

// endTells are columns of which the end says more than the beginning: names of
// files, and numbers of documents, which --plan takes by their end.
var endTells = map[string]bool{"source": true, "plan": true, "document_number": true, "id": true, "resolves_to": true}

// cut shortens a cell.
func cut(cell, column string, width int) string {
	over := eastAsian.StringWidth(cell) - width
	if over > 0 && endTells[column] {
		return eastAsian.TruncateLeft(cell, over+1, "…")
	}
	return eastAsian.Truncate(cell, width, "…")
}

// writeTable leaves out columns that are empty in all rows. A width of 0 is no limit.
func writeTable(out *bufio.Writer, columns []string, rows [][]any, width int) {
	widths := make([]int, len(columns))
	right := make([]bool, len(columns))
	cells := make([][]string, len(rows))
	for r, row := range rows {
		cells[r] = make([]string, len(columns))
		for i, v := range row {
			cell := cut(oneLine(Text(v)), columns[i], widest)
			cells[r][i] = cell
			widths[i] = max(widths[i], eastAsian.StringWidth(cell))
			switch v.(type) {
			case int, int64, float64:
				right[i] = true
			}
		}
	}
	var shown []int
	head := make([]string, len(columns))
	rule := make([]string, len(columns))
	least := make([]int, len(columns))
	for i, name := range columns {
		if widths[i] == 0 && len(rows) > 0 {
			continue
		}
		shown = append(shown, i)
		least[i] = eastAsian.StringWidth(name)
		if right[i] {
			least[i] = max(least[i], widths[i]) // numbers are never cut
		}
		widths[i] = max(widths[i], least[i])
		head[i] = name
	}
	if width > 0 {
		if total(widths, shown) > width {
			var same []int
			if same, shown = constant(cells, shown); len(same) > 0 {
				out.WriteString("各行相同 / the same in every row:")
				for _, i := range same {
					fmt.Fprintf(out, "  %s = %s", columns[i], cells[0][i])
				}
				out.WriteString("\n\n")
			}
		}
		fit(widths, least, shown, width)
	}
	for _, i := range shown {
		rule[i] = strings.Repeat("-", widths[i])
		for _, row := range cells {
			row[i] = cut(row[i], columns[i], widths[i])
		}
	}
	for _, line := range append([][]string{head, rule}, cells...) {
		var b strings.Builder
		for n, i := range shown {
			if n > 0 {
				b.WriteString("  ")
			}
			if right[i] {
				b.WriteString(eastAsian.FillLeft(line[i], widths[i]))
			} else {
				b.WriteString(eastAsian.FillRight(line[i], widths[i]))
			}
		}
		out.WriteString(strings.TrimRight(b.String(), " "))
		out.WriteByte('\n')
	}
}

// oneLine keeps line ends, tabs and control characters of quotes out of tables
// and terminals.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f || r == ' ' }), " ")
}
