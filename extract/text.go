package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// A block as rules and recognisers see it: its characters, words, mentions and spans.

// Range is a half-open stretch of runes of a Text.
type Range struct{ Lo, Hi int32 }

// Len returns the number of runes in the range.
func (r Range) Len() int { return int(r.Hi - r.Lo) }

// Contains reports whether s lies wholly in r.
func (r Range) Contains(s Range) bool { return r.Lo <= s.Lo && s.Hi <= r.Hi }

// Overlaps reports whether r and s share a rune.
func (r Range) Overlaps(s Range) bool { return r.Lo < s.Hi && s.Lo < r.Hi }

// Bracket is a pair of brackets; Open and Close are the positions of the marks
// themselves. A bracket that the text never closes ends with the text.
type Bracket struct {
	Open, Close int32
	Parent      int   // index of the bracket around it; -1 for none
	mark        int32 // index of its opening mark
}

// Text is one block as rules see it: normalised runes, each with the place in
// the source where it stands. Half- and full-width forms are one, traditional
// characters are simplified, blanks and the pinyin of a converter are left out;
// names and quotes are cut from the source, where all of that still stands.
type Text struct {
	Doc   *plan.Document
	Plan  *plan.Plan
	Block *plan.Block

	view

	cursor    int     // the mark that was asked for last, see markFrom
	sentences []Range // by mark, and for the end: the sentence that stands before it
	parts     []Range // the same for clauses
	buf       []byte  // what norm is written into
	norm      string  // R as a string, made when first asked for
	normOff   []int32 // by position: where it stands in norm
	asked     int     // how many short parts String gave out without norm
	byEnd     []int32 // first hit ending at a position, +1: the longest; nextEnd goes on
	nextEnd   []int32 // by hit: the next shorter one with the same end, +1; 0 for none
	mentions  [][]Mention
	body      int32      // what bodyStart returns; -1 where nobody has asked
	place     worksPlace // what worksPlace returns; -1 where nobody has asked
	lists     []uint64   // a bit for each list of which a word may stand in the block
}

// mark is a punctuation mark that structure is read from.
type mark struct {
	at   int32
	r    rune
	pair int32 // brackets: index in marks of the other one; -1 for none
}

// CellMark parts the cells of a row in Text.R.
const CellMark = '\t'

// Span returns the bytes of the source that the runes of r stand on.
func (t *Text) Span(r Range) plan.Span {
	if r.Hi <= r.Lo {
		return plan.Span{}
	}
	for r.Hi > r.Lo && t.R[r.Hi-1] == CellMark {
		r.Hi--
	}
	for r.Lo < r.Hi && t.R[r.Lo] == CellMark {
		r.Lo++
	}
	if r.Hi <= r.Lo {
		return plan.Span{}
	}
	last := int(t.off[r.Hi-1])
	_, n := utf8.DecodeRuneInString(t.Doc.Text[last:])
	s := plan.Span{Start: int(t.off[r.Lo]), End: last + n}
	if s.End < s.Start { // cells out of reading order: all that stands between them, too
		s.Start, s.End = s.End, s.Start
		for i, off := range t.off[r.Lo:r.Hi] {
			if t.R[r.Lo+int32(i)] == CellMark {
				continue
			}
			_, n := utf8.DecodeRuneInString(t.Doc.Text[off:])
			s.Start, s.End = min(s.Start, int(off)), max(s.End, int(off)+n)
		}
	}
	return s
}

// String returns the normalised text of r.
func (t *Text) String(r Range) string {
	if len(t.normOff) == 0 {
		if r.Len() <= 8 && t.asked < 8 { // a few short words cost less than the whole block
			t.asked++
			return string(t.R[r.Lo:r.Hi])
		}
		t.normalise()
	}
	return t.norm[t.normOff[r.Lo]:t.normOff[r.Hi]]
}

// is reports whether r reads s.
func (t *Text) is(r Range, s string) bool {
	pos := r.Lo
	for _, c := range s {
		if pos >= r.Hi || t.R[pos] != c {
			return false
		}
		pos++
	}
	return pos == r.Hi
}

// ends reports whether r ends with s, which has n characters.
func (t *Text) ends(r Range, n int32, s string) bool {
	return r.Hi-n >= r.Lo && t.is(Range{r.Hi - n, r.Hi}, s)
}

// normalise writes the view as one string, of which String gives out parts.
func (t *Text) normalise() {
	t.normOff = slices.Grow(t.normOff, len(t.R)+1)
	t.buf = t.buf[:0]
	for _, r := range t.R {
		t.normOff = append(t.normOff, int32(len(t.buf)))
		t.buf = utf8.AppendRune(t.buf, r)
	}
	t.normOff = append(t.normOff, int32(len(t.buf)))
	t.norm = string(t.buf)
}

// Written returns the text of r as the source writes it: its own characters and
// width, without line ends, blanks between Chinese characters, and brackets of
// the page.
func (t *Text) Written(r Range) string {
	if s, ok := t.unbroken(r); ok {
		return s
	}
	var b strings.Builder
	b.Grow(3 * r.Len())
	for i := r.Lo; i < r.Hi; i++ {
		if t.R[i] == CellMark {
			continue
		}
		o := int(t.off[i])
		_, n := utf8.DecodeRuneInString(t.Doc.Text[o:])
		b.WriteString(t.Doc.Text[o : o+n])
		// what the view left out inside a line (a converter's pinyin, a Latin blank) belongs to the name
		if i+1 < r.Hi && int(t.off[i+1]) > o+n {
			gap := t.Doc.Text[o+n : t.off[i+1]]
			if !strings.ContainsAny(gap, "\n\r│") && strings.Trim(gap, " \t\u3000\u00a0") != "" || isLatin(t.R[i]) && isLatin(t.R[i+1]) && gap == " " {
				b.WriteString(gap)
			}
		}
	}
	return b.String()
}

// unbroken returns r as a part of the source, where the view leaves nothing out of it.
func (t *Text) unbroken(r Range) (string, bool) {
	if r.Hi <= r.Lo {
		return "", true
	}
	text, lo := t.Doc.Text, int(t.off[r.Lo])
	at := lo
	for i := r.Lo; i < r.Hi; i++ {
		if int(t.off[i]) != at || t.R[i] == CellMark {
			return "", false
		}
		switch c := text[at]; {
		case c < utf8.RuneSelf:
			at++
		case c>>4 == 0xE && t.R[i] != utf8.RuneError: // not a cut sequence
			at += 3
		default:
			_, n := utf8.DecodeRuneInString(text[at:])
			at += n
		}
	}
	return text[lo:at], true
}

func isLatin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// present reports whether a word of the list (an id) may stand in the block.
func (t *Text) present(list int) bool { return t.lists[uint(list)/64]&(1<<(uint(list)%64)) != 0 }

// open begins the reading of a block of a plan, of which the view is given.
func (t *Text) open(doc *plan.Document, p *plan.Plan, v *view) {
	t.Doc, t.Plan, t.Block, t.view = doc, p, v.block, *v
	t.norm, t.normOff, t.sentences, t.cursor = "", t.normOff[:0], t.sentences[:0], 0
	t.body, t.place, t.asked = -1, -1, 0
	for i := range t.mentions {
		t.mentions[i] = t.mentions[i][:0]
	}
}

// index notes which words end where, and the lists of which a word may stand in the block.
func (t *Text) index(e *Extractor) {
	t.byEnd = slices.Grow(t.byEnd[:0], len(t.R)+1)[:len(t.R)+1]
	clear(t.byEnd)
	t.nextEnd = slices.Grow(t.nextEnd[:0], len(t.hits))[:len(t.hits)]
	for i := len(t.hits) - 1; i >= 0; i-- {
		h := t.hits[i]
		t.nextEnd[i] = t.byEnd[h.Hi]
		t.byEnd[h.Hi] = int32(i + 1)
	}
	t.lists = slices.Grow(t.lists[:0], e.listWords)[:e.listWords]
	copy(t.lists, e.letterLists) // to look for characters costs more than it would spare
	e.addLists(t.lists, t.hits)
}

// Mentions returns the mentions of a kind in the order of the text.
func (t *Text) Mentions(kind Kind) []Mention { return t.mentions[kind] }
