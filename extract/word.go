package extract

import "strings"

// What a stretch of text is asked about a word list, beside hasAt, hasEnd and find; and
// the characters that are grammar, not vocabulary, and so stand in Go.

// numerals are the figures that number items and count things in words.
const numerals = "一二三四五六七八九十"

// magnitudes stand behind a number and before its unit: 5万吨.
const magnitudes = "十百千万亿"

// numeral reports whether a character is one of numerals.
func numeral(r rune) bool { return strings.ContainsRune(numerals, r) }

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
func (e *Extractor) holds(list wordList, text string) bool {
	for i := range e.lists[list].Entries {
		if strings.Contains(text, e.lists[list].Entries[i].Term) {
			return true
		}
	}
	return false
}

// speaksOf reports whether a word of the list stands in p.
func (w *Worker) speaksOf(list wordList, p Range) bool {
	_, ok := w.find(list, p)
	return ok
}

// ending returns the first word of the list that a text which is no block's ends with; ""
// for none.
func (e *Extractor) ending(list wordList, text string) string {
	for i := range e.lists[list].Entries {
		if w := e.lists[list].Entries[i].Term; strings.HasSuffix(text, w) {
			return w
		}
	}
	return ""
}
