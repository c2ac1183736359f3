package plan

import "testing"

// TestLineFromIsLine asks for the line of every byte from every line, far ones too.
func TestLineFromIsLine(t *testing.T) {
	text := "一\n\n二三\n"
	for range 100 {
		text += "四\n"
	}
	d := &Document{Text: text}
	for offset := range len(text) + 1 {
		for line := -1; line <= 110; line++ {
			if got, want := d.LineFrom(line, offset), d.Line(offset); got != want {
				t.Fatalf("line of byte %d, looked for from line %d, is %d, want %d", offset, line, got, want)
			}
		}
	}
}
