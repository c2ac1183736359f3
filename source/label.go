package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// Labels of boxes, tables, pictures and annexes: 专栏3, 表1-2, 附件.

// labelWord is a word that opens one of these where a number follows.
type labelWord struct {
	text  string
	kind  string // of the section; "" for a picture
	sure  bool   // also where nothing parts its number from the title: 专栏3供水工程
	alone bool   // also without a number
}

// newLabels reads the lists of such words, the longer of two that begin alike first.
func newLabels(list wordLists) (labels []labelWord) {
	sure, alone := list("box_label_sure"), slices.Concat(list("box_label_alone"), list("annex_label_alone"))
	for _, l := range [...]struct{ list, kind string }{
		{"box_label", plan.KindBox}, {"table_label", plan.KindTable}, {"annex_label", plan.KindAnnex}, {"picture_label", ""},
	} {
		for _, w := range list(l.list) {
			labels = append(labels, labelWord{w, l.kind, slices.Contains(sure, w), slices.Contains(alone, w)})
		}
	}
	slices.SortStableFunc(labels, func(a, b labelWord) int { return len(b.text) - len(a.text) })
	return labels
}

// label is a box, table, picture or annex mark at the head of a line.
type label struct {
	labelWord
	len    int    // of word and number as written
	width  int    // up to the title
	number string // as written; "" for none
}

// labelAt reads a label at the head of s; the number may be missing for annexes and boxes.
func (ws *words) labelAt(s string) (label, bool) {
	if len(s) < 4 || s[0] < 0xe4 || !strings.Contains(ws.labelFirst, s[:3]) {
		return label{}, false
	}
	for _, w := range ws.labels {
		if !strings.HasPrefix(s, w.text) {
			continue
		}
		i := skipBlank(s, len(w.text))
		v, width := digits(s[i:])
		if width == 0 {
			v, width = hanNumber(s[i:])
		}
		if width > 0 {
			return w.numbered(s, i, v, width)
		}
		if width = w.titleAlone(s, i); w.alone && width > 0 {
			return label{labelWord: w, len: len(w.text), width: width}, true
		}
	}
	return label{}, false
}

// numbered reads the label whose number, of value v, stands at s[i:] and takes width bytes.
func (w labelWord) numbered(s string, i, v, width int) (label, bool) {
	const highest = 300
	if v == 0 || v > highest {
		return label{}, false
	}
	e := i + width
	if e+1 < len(s) && (s[e] == '-' || s[e] == '.') && digit(s[e+1]) { // 表1-2, 专栏3.1
		_, more := digits(s[e+1:])
		e += 1 + more
	}
	title := skipBlank(s, e)
	parted := title > e
	if n := markAt(s, title, ":", "：", ".", "．", "、", "——", "—", "】"); n > 0 {
		title, parted = skipBlank(s, title+n), true
	}
	if r, _ := utf8.DecodeRuneInString(s[title:]); !parted && title < len(s) && !w.sure && r != '“' && r != '《' { // 任务3项, 表1显示
		return label{}, false
	}
	return label{labelWord: w, len: e, width: title, number: s[i:e]}, true
}

// titleAlone returns where the title begins behind a label without a number, behind which no
// blank stands before i; 0 where none may. An annex's may be missing: 附件, 附件:.
func (w labelWord) titleAlone(s string, i int) int {
	if w.kind == plan.KindAnnex {
		colon := markAt(s, i, ":", "：")
		if i < len(s) && colon == 0 {
			return 0
		}
		return skipBlank(s, i+colon)
	}
	if colon := markAt(s, i, ":", "："); colon > 0 { // 专栏:供水工程
		i = skipBlank(s, i+colon)
	}
	if i == len(w.text) || i == len(s) {
		return 0
	}
	return i
}
