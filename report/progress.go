package report

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/mattn/go-isatty"
)

// IsTerminal reports whether a stream ends at a terminal.
func IsTerminal(w any) bool {
	f, ok := w.(interface{ Fd() uintptr })
	return ok && isatty.IsTerminal(f.Fd())
}

// Progress draws a bar on a terminal, at most ten times a second. The zero value
// and one made for anything else than a terminal draw nothing.
type Progress struct {
	w    io.Writer
	last time.Time
}

// NewProgress returns a bar on w.
func NewProgress(w io.Writer) *Progress {
	if !IsTerminal(w) {
		return &Progress{}
	}
	return &Progress{w: w}
}

// Set shows how much of the whole is done.
func (p *Progress) Set(done, whole int64, label string) {
	if p.w == nil || whole <= 0 || time.Since(p.last) < 100*time.Millisecond {
		return
	}
	p.last = time.Now()
	const width = 30
	full := int(done * width / whole)
	fmt.Fprintf(p.w, "\r\x1b[K[%s%s] %3d%%  %s", strings.Repeat("=", full), strings.Repeat(" ", width-full), done*100/whole,
		eastAsian.Truncate(oneLine(label), 40, "…"))
}

// Clear takes the bar off the screen.
func (p *Progress) Clear() {
	if p.w != nil && !p.last.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
