package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/body"
	"plangraph/plan"
)

// view is what is found in a block by looking at each character once, before anything
// that knows of plans reads it.
type view struct {
	block *plan.Block
	index int // of the block in the plan

	R      []rune
	code   []uint16 // the lexicon's code of each rune
	off    []int32  // byte offset in the source of each rune
	starts []int32  // where a number or a period may start
	Cells  []Range  // rows only: where each cell stands in R

	Brackets []Bracket
	marks    []mark         // punctuation, in order
	hits     []Hit          // the words that the scan found
	from     []int32        // by position: the first hit that starts there or behind
	bodies   []body.Mention // the names of bodies
}

// batch gathers views of blocks. Each step of the reading goes over all of them before the
// next one, so that the tables of one lexicon at a time fill the processor's cache.
type batch struct {
	views []view // those behind used are kept for their memory
	used  int
	runes int
}

// A batch is full when it has so many blocks or characters: few enough that all that is
// known of them stays in the cache, too.
const (
	batchBlocks = 32
	batchRunes  = 4 << 10
)

func (b *batch) full() bool { return b.used >= batchBlocks || b.runes >= batchRunes }

// add loads a block, unless there is nothing in it.
func (b *batch) add(w *widths, text string, x *plan.Block, index int) {
	if b.used == len(b.views) {
		b.views = append(b.views, view{})
	}
	v := &b.views[b.used]
	v.block, v.index = x, index
	v.load(w, text)
	if len(v.R) > 0 {
		b.used++
		b.runes += len(v.R)
	}
}

// scan finds the words and the names of bodies in all blocks.
func (b *batch) scan(e *Extractor) {
	views := b.views[:b.used]
	for i := range views {
		v := &views[i]
		v.hits = e.lex.scan(v.code, v.hits[:0])
		v.from = slices.Grow(v.from[:0], len(v.R)+1)[:len(v.R)+1]
		firstHits(v.hits, v.from)
	}
	for i := range views {
		v := &views[i]
		v.bodies = e.bodies.ScanTo(v.bodies, v.R)
	}
}

// cellMark ends a cell, or a name in a cell, at the offset last unless text stands before.
func (v *view) cellMark(last int32) {
	v.marks = append(v.marks, mark{int32(len(v.R)), CellMark, -1})
	v.R = append(v.R, CellMark)
	v.code = append(v.code, 0)
	if n := len(v.off); n > 0 {
		last = v.off[n-1]
	}
	v.off = append(v.off, last)
}

// leastLine is how many bytes of text before <br> are a line of their own: what is shorter may be
// half of a word in a narrow column.
const leastLine = len("市财政局")

// nameSeam reports whether a name ends before and another begins behind the seam of two
// pieces of a cell: that nothing parts in the source, or <br>, or a line's end: 市财政局 / 市市场监管局.
func nameSeam(text string, a, b plan.Span) bool {
	if a.End == b.Start || text[a.End] == '<' && a.Len() >= leastLine {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(text[a.Start:a.End])
	first, w := utf8.DecodeRuneInString(text[b.Start:b.End])
	return a.Len() > 2*w && b.Len() > 2*w && strings.ContainsRune("局委厅办", last) && strings.ContainsRune("省市县区州盟旗镇乡", first)
}

// load makes the view of the block.
func (v *view) load(w *widths, text string) {
	v.R, v.code, v.off, v.starts, v.Cells, v.Brackets, v.marks = v.R[:0], v.code[:0], v.off[:0], v.starts[:0], v.Cells[:0], v.Brackets[:0], v.marks[:0]
	b := v.block
	if b.Kind != plan.TableRow {
		for _, s := range b.Pieces {
			v.add(w, text, s)
		}
		v.findBrackets()
		return
	}
	for i, c := range b.Table.Rows[b.Row].Cells {
		if i > 0 {
			v.cellMark(int32(b.Table.Rows[b.Row].Span.Start))
		}
		lo := int32(len(v.R))
		for k, s := range c.Pieces {
			if k > 0 && nameSeam(text, c.Pieces[k-1], s) {
				v.cellMark(int32(s.Start))
			}
			v.add(w, text, s)
		}
		v.Cells = append(v.Cells, Range{lo, int32(len(v.R))})
	}
	v.findBrackets()
}

// add appends the runes of a span of the source to the view.
func (v *view) add(w *widths, text string, s plan.Span) {
	text = text[:s.End]
	quoteOpen := false
	n := len(v.R)
	v.R = slices.Grow(v.R, s.Len())
	v.code = slices.Grow(v.code, s.Len())
	v.off = slices.Grow(v.off, s.Len())
	most := n + s.Len() // a rune takes a byte at least
	runes, code, off := v.R[:most], v.code[:most], v.off[:most]
	for i := s.Start; i < len(text); {
		r, size := rune(text[i]), 1
		switch {
		case r < utf8.RuneSelf:
		case r>>4 == 0xE && i+2 < len(text): // nearly all of a plan; the text is valid UTF-8
			r, size = r&0xF<<12|rune(text[i+1]&0x3F)<<6|rune(text[i+2]&0x3F), 3
		default:
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if r >= 65536 {
			runes[n], code[n], off[n] = r, 0, int32(i)
			n++
			i += size
			continue
		}
		u := w[r]
		k := uint16(u >> codeShift)
		class := u & (isMark | isFigure)
		if u &= 0xffff; u == 0 {
			i += size
			continue
		}
		if class&isFigure != 0 {
			v.starts = append(v.starts, int32(n))
		} else if class != 0 {
			switch {
			case r == '"': // straight quotation marks open and close in turn
				u = '“'
				if quoteOpen {
					u = '”'
				}
				k = uint16(w[u] >> codeShift)
				quoteOpen = !quoteOpen
			case r == '?' && i+1 < s.End && text[i+1] == '?': // what stands for characters that were lost
				for i < s.End && text[i] == '?' {
					i++
				}
				continue
			case u == '(':
				if m := pinyin(text[i+size : min(s.End, i+size+16)]); m > 0 {
					i += size + m
					continue
				}
			}
			if m := len(v.marks) - 1; m >= 0 && int(v.marks[m].at) == n-1 { // converters double marks: ,, and ,。
				if old := v.marks[m].r; old == rune(u) && (u == ',' || u == '、' || u == ';' || u == '。') {
					i += size
					continue
				} else if old == ',' && (u == '。' || u == ';') {
					runes[n-1], code[n-1], off[n-1], v.marks[m].r = rune(u), k, int32(i), rune(u)
					i += size
					continue
				}
			}
			v.marks = append(v.marks, mark{int32(n), rune(u), -1})
		}
		runes[n], code[n], off[n] = rune(u), k, int32(i)
		n++
		i += size
	}
	v.R, v.code, v.off = runes[:n], code[:n], off[:n]
}

// pinyin returns the length of a syllable and the bracket that closes it at the head of s
// ("jīng)", "jing)", as converters leave behind a character), else 0.
func pinyin(s string) int {
	tone, letters := false, 0
	for i, r := range s {
		switch {
		case r == ')' || r == '）':
			if tone || syllable(s[:i]) {
				return i + utf8.RuneLen(r)
			}
			return 0
		case 'a' <= r && r <= 'z':
			letters++
		case strings.ContainsRune("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ", r):
			tone = true
			letters++
		default:
			return 0
		}
		if letters > 6 {
			return 0
		}
	}
	return 0
}

// syllable reports whether s is a syllable of pinyin without its tone; ha and pa are
// units, and one letter says nothing.
func syllable(s string) bool {
	if len(s) < 2 || s == "ha" || s == "pa" {
		return false
	}
	if strings.IndexByte("bpmfdtnlgkhjqxzcsryw", s[0]) >= 0 {
		h := len(s) > 1 && s[1] == 'h' && strings.IndexByte("zcs", s[0]) >= 0
		if s = s[1:]; h {
			s = s[1:]
		}
	}
	switch s {
	case "a", "o", "e", "i", "u", "v", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "er", "ia", "ie", "iao", "iu", "ian", "in", "iang", "ing", "iong", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ue", "ve":
		return true
	}
	return false
}

// findBrackets pairs the brackets among the marks.
func (v *view) findBrackets() {
	opens := func(r rune) rune {
		if r == ')' {
			return '('
		}
		return '〔'
	}
	open := -1 // index in Brackets of the innermost open one
	closeAll := func(at int32) {
		for ; open >= 0; open = v.Brackets[open].Parent {
			v.Brackets[open].Close = at
		}
	}
	for i := range v.marks {
		m := &v.marks[i]
		switch m.r {
		case '(', '〔':
			v.Brackets = append(v.Brackets, Bracket{Open: m.at, Close: -1, Parent: open, mark: int32(i)})
			open = len(v.Brackets) - 1
		case ')', '〕':
			if up := open; up >= 0 && v.R[v.Brackets[up].Open] != opens(m.r) { // (国办发〔2031 9号): the inner one was never closed
				if up = v.Brackets[up].Parent; up >= 0 && v.R[v.Brackets[up].Open] == opens(m.r) {
					v.Brackets[open].Close = m.at
					open = up
				}
			}
			if open >= 0 {
				b := &v.Brackets[open]
				b.Close, m.pair, v.marks[b.mark].pair = m.at, b.mark, int32(i)
				open = b.Parent
			}
		case CellMark: // a cell closes what stands open in it
			closeAll(m.at)
		}
	}
	closeAll(int32(len(v.R)))
}
