package source

import (
	"strconv"
	"strings"
)

// Texts numbered by decimals (1, 1.1, 1.1.1), as emergency plans are: their chapters have a
// number without a mark.

// decimalChapter reads the number of the chapter that unit i opens (1 总则): the first section
// follows (1.1), or a chapter of the number before was one.
func (b *builder) decimalChapter(i int) number {
	const longest = 20 // characters of a chapter's title
	s := b.text(i)
	v, w := digits(s)
	at := skipBlank(s, w)
	if w == 0 || v == 0 || at == w || at >= len(s) || !hanAt(s[at:]) || runes(s[at:]) > longest || strings.ContainsAny(s[at:], ",;:。，；：、") {
		return number{}
	}
	opens := false
	if j := i + 1; j < len(b.u) {
		rest, ok := strings.CutPrefix(b.text(j), strconv.Itoa(v)+".1")
		opens = ok && rest != "" && !digit(rest[0])
	}
	if !opens && (v == 1 || v != b.decimal+1) {
		return number{}
	}
	return number{class: classHan, value: v, len: w, width: at}
}
