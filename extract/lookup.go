package extract

import (
	"strings"

	"plangraph/internal/hanzi"
)

// What a stretch of text is asked about a word list; and the characters that are grammar,
// not vocabulary, and so stand in Go.

// numerals are the figures that number items and count things in words.
const numerals = hanzi.Numerals

// magnitudes stand behind a number and before its unit: 5万吨.
const magnitudes = "十百千万亿"

// numeral reports whether a character is one of numerals.
func numeral(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return false
}

// isDigit reports whether a character is an Arabic figure.
func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// joins are the characters that join the members of a list: 甲、乙和丙.
const joins = "、和及与"

// joinsNames reports whether a character is one of joins.
func joinsNames(r rune) bool { return r == '、' || r == '和' || r == '及' || r == '与' }

// isWord reports whether p is a word of the list and nothing more.
func (w *Worker) isWord(list wordList, p Range) bool {
	t := &w.t
	if p.Hi <= p.Lo || !t.present(int(list)) {
		return false
	}
	if p.Len() == 1 {
		return w.e.singleIn(t.code[p.Lo], int(list))
	}
	for _, h := range t.hits[t.from[p.Lo]:t.from[p.Lo+1]] {
		if h.Hi == p.Hi && w.e.inList(h.Term, int(list)) {
			return true
		}
	}
	return false
}

// startsWith reports whether a word of the list starts at pos.
func (w *Worker) startsWith(list wordList, pos int32) bool {
	_, ok := w.hasAt(list, pos)
	return ok
}

// endsWith reports whether a word of the list ends at pos.
func (w *Worker) endsWith(list wordList, pos int32) bool {
	_, ok := w.hasEnd(list, pos)
	return ok
}

// endsIn reports whether p ends with a word of the list that lies in it.
func (w *Worker) endsIn(list wordList, p Range) bool {
	_, ok := w.endIn(list, p)
	return ok
}

// endIn returns the start of the longest word of the list that ends with p and
// lies in it.
func (w *Worker) endIn(list wordList, p Range) (int32, bool) {
	id := int(list)
	if p.Hi <= p.Lo || !w.t.present(id) {
		return 0, false
	}
	for k := w.t.byEnd[p.Hi]; k > 0; k = w.t.nextEnd[k-1] {
		if h := w.t.hits[k-1]; h.Lo >= p.Lo && w.e.inList(h.Term, id) {
			return h.Lo, true
		}
	}
	if w.e.singleIn(w.t.code[p.Hi-1], id) {
		return p.Hi - 1, true
	}
	return 0, false
}

// holds reports whether a text that is no block's, such as a title, has a word of the list
// in it.
func (e *Extractor) holds(list wordList, text string) bool { return e.inside(list, text) != "" }

// speaksOf reports whether a word of the list stands in p.
func (w *Worker) speaksOf(list wordList, p Range) bool {
	_, ok := w.find(list, p)
	return ok
}

// opening returns the first word of the list that a text which is no block's begins with;
// "" for none.
func (e *Extractor) opening(list wordList, text string) string {
	return e.firstWord(list, text, strings.HasPrefix)
}

// inside returns the first word of the list that stands in a text which is no block's; ""
// for none.
func (e *Extractor) inside(list wordList, text string) string {
	return e.firstWord(list, text, strings.Contains)
}

// ending returns the first word of the list that a text which is no block's ends with; ""
// for none.
func (e *Extractor) ending(list wordList, text string) string {
	return e.firstWord(list, text, strings.HasSuffix)
}

// firstWord returns the first word of the list that a text has in it in some way; "" for none.
func (e *Extractor) firstWord(list wordList, text string, has func(text, word string) bool) string {
	for i := range e.lists[list].Entries {
		if word := e.lists[list].Entries[i].Term; has(text, word) {
			return word
		}
	}
	return ""
}

// attrs returns the attributes that a list gives the word that r is; nil where it
// is none of the list.
func (w *Worker) attrs(list wordList, r Range) map[string]string {
	t := &w.t
	if r.Len() == 1 {
		return w.e.lists[list].letterAttrs[t.R[r.Lo]]
	}
	if attrs := w.e.lists[list].termAttrs; attrs != nil && r.Len() > 1 {
		for _, h := range t.hits[t.from[r.Lo]:t.from[r.Lo+1]] {
			if h.Hi == r.Hi {
				return attrs[h.Term]
			}
		}
	}
	return nil
}

// hasAt reports whether a word of the list starts at pos, and returns the end
// of the longest.
func (w *Worker) hasAt(list wordList, pos int32) (int32, bool) {
	t := &w.t
	if int(pos) >= len(t.R) || !t.present(int(list)) {
		return 0, false
	}
	for k := t.from[pos+1] - 1; k >= t.from[pos]; k-- {
		if h := &t.hits[k]; w.e.inList(h.Term, int(list)) {
			return h.Hi, true
		}
	}
	if w.e.hasLetters(list) && w.e.singleIn(t.code[pos], int(list)) {
		return pos + 1, true
	}
	return 0, false
}

// hasEnd reports whether a word of the list ends at pos, and returns the start
// of the longest.
func (w *Worker) hasEnd(list wordList, pos int32) (int32, bool) {
	t := &w.t
	if !t.present(int(list)) {
		return 0, false
	}
	for k := t.byEnd[pos]; k > 0; k = t.nextEnd[k-1] {
		if h := t.hits[k-1]; w.e.inList(h.Term, int(list)) {
			return h.Lo, true
		}
	}
	if pos > 0 && w.e.hasLetters(list) && w.e.singleIn(t.code[pos-1], int(list)) {
		return pos - 1, true
	}
	return 0, false
}

// find returns the first word of the list inside r.
func (w *Worker) find(list wordList, r Range) (Range, bool) {
	t := &w.t
	if r.Len() <= 0 || !t.present(int(list)) {
		return Range{}, false
	}
	out, ok := Range{r.Hi, r.Hi}, false
	for _, h := range t.hits[t.from[r.Lo]:t.from[r.Hi]] {
		if h.Hi <= r.Hi && w.e.inList(h.Term, int(list)) {
			out, ok = Range{h.Lo, h.Hi}, true
			break
		}
	}
	if w.e.hasLetters(list) {
		for pos := r.Lo; pos < out.Lo; pos++ {
			if w.e.singleIn(t.code[pos], int(list)) {
				return Range{pos, pos + 1}, true
			}
		}
	}
	if !ok {
		return Range{}, false
	}
	return out, true
}

// single reports whether the rune at pos is a word of the list.
func (w *Worker) single(list wordList, pos int32) bool {
	return w.e.singleIn(w.t.code[pos], int(list))
}
