package extract

import (
	"strings"
	"unicode/utf8"

	"plangraph/quantity"
)

// The characters of the source and those of the view that rules see.

// widths maps a rune of the source to the rune of the view (the low 16 bits; 0
// leaves it out), says whether that is punctuation that structure is read from
// (isMark), and holds the lexicon's code of it (from codeShift on).
type widths [65536]uint32

const (
	isMark    = 1 << 16
	isFigure  = 1 << 17 // a number or a period may start here
	codeShift = 18
)

// rune returns the view's rune.
func (w *widths) rune(r rune) rune {
	if r < 65536 {
		return rune(w[r] & 0xffff)
	}
	return r
}

// alike are marks that are read as another one, which stands behind each: the shapes of brackets,
// of commas, dashes and dots; and the crosses of a name that is left open.
const alike = "﹙( ﹚) 【〔 】〕 [〔 ]〕 ［〔 ］〕 {〔 }〕 ｛〔 ｝〕 ‹( ›) ⟨( ⟩) 〘〔 〙〕 〖〔 〗〕 ﹝〔 ﹞〕 " +
	"「“ 」” 『“ 』” ﹑、 ､、 ｡。 〈《 〉》 ＂\" ─— ━— ―— –— ･· •· ‧· ×某 ╳某"

// noCharacter are what the view leaves out: blanks of all widths, marks without a width, and the
// lines of a drawn table.
const noCharacter = "\x00 \t\n\r\v\f\u3000\u00a0\u2002\u2003\u2009\u00ad\u200b\u200c\u200d\u2060\ufeff│┃|"

// runePair returns the two characters of a string that has no more.
func runePair(s string) (a, b rune) {
	a, n := utf8.DecodeRuneInString(s)
	b, _ = utf8.DecodeRuneInString(s[n:])
	return a, b
}

// newWidths makes the table: full-width forms become half-width, alike marks one, and
// traditional characters simplified (the pairs come from the word list "traditional").
func newWidths(traditional map[rune]rune) *widths {
	w := new(widths)
	for i := range w {
		w[i] = uint32(i)
	}
	for t, s := range traditional {
		if t < 65536 && s < 65536 {
			w[t] = uint32(s)
		}
	}
	for r := 0xFF01; r <= 0xFF5E; r++ {
		w[r] = uint32(r - 0xFF01 + 0x21)
	}
	for _, pair := range strings.Fields(alike) {
		shape, view := runePair(pair)
		w[shape] = uint32(view)
	}
	for _, r := range noCharacter {
		w[r] = 0
	}
	for i, v := range w {
		if strings.ContainsRune(",:;。!?、()〔〕“”《》\"", rune(v)) && v != 0 {
			w[i] |= isMark
		}
		if r := rune(v & 0xffff); quantity.IsStart(r) || r == '今' || r == '去' || r == '明' || r == '本' {
			w[i] |= isFigure
		}
	}
	return w
}

// encode adds the lexicon's codes to the table.
func (w *widths) encode(l *lexicon) {
	for i, v := range w {
		w[i] = v | uint32(l.code[v&0xffff])<<codeShift
	}
}

// codes appends the lexicon's codes of a text's view to out.
func (w *widths) codes(s string, out []uint16) []uint16 {
	for _, r := range s {
		switch {
		case r >= 65536:
			out = append(out, 0)
		case w[r]&0xffff != 0:
			out = append(out, uint16(w[r]>>codeShift))
		}
	}
	return out
}
