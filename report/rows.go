// Package report shows answers: rows as an aligned table, JSON, JSON lines or
// CSV, and a progress bar on a terminal.
package report

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Formats are the names of the formats that Write knows.
var Formats = []string{"table", "json", "jsonl", "csv", "excel"}

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
		err = writeCSV(out, columns, rows, false)
	case "excel": // takes CSV for the machine's own encoding unless a mark says that it is UTF-8
		out.WriteString("\ufeff")
		err = writeCSV(out, columns, rows, true)
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

func writeCSV(out *bufio.Writer, columns []string, rows [][]any, crlf bool) error {
	c := csv.NewWriter(out)
	c.UseCRLF = crlf
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
