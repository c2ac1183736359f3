package extract

import (
	"cmp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-ego/gse"

	"plangraph/extract/rule"
	"plangraph/internal/hanzi"
)

// vocabulary are the lists that the segmenter knows the words of: a general one, with how
// often they are met, and those of what indicators are counted by.
var vocabulary = [...]string{"vocabulary", "part_word", "group_noun", "per_crowd", "measure_tail", "works_kind"}

// segmenter parts running text into words, with gse. It decides where lists of known words do not:
// which part of a name is its own and which it shares with the names before it.
type segmenter struct {
	lists map[string]*rule.List
	load  sync.Once
	pairs map[[2]rune]bool // the characters that stand side by side in words of the vocabulary
	gse   gse.Segmenter    // no generic type may hold it, or the linker keeps gse's own dictionaries, 33 MB
}

// segment parts text into words. gse is loaded with the vocabulary when it is first asked; its
// default dictionary would cost two seconds and 300 MB.
func (s *segmenter) segment(text []byte) []gse.Segment {
	s.load.Do(s.loadWords)
	return s.gse.Segment(text)
}

func (s *segmenter) loadWords() {
	s.pairs = map[[2]rune]bool{}
	var dict strings.Builder
	for _, name := range vocabulary {
		if s.lists[name] == nil {
			continue
		}
		for _, en := range s.lists[name].Entries {
			term := []rune(en.Term)
			if len(term) < 2 { // it would part words that no list has
				continue
			}
			dict.WriteString(en.Term + " " + cmp.Or(en.Attrs["freq"], leastFrequent) + "\n")
			for i, r := range term[1:] {
				s.pairs[[2]rune{term[i], r}] = true
			}
		}
	}
	s.gse.SkipLog = true
	s.gse.LoadDictStr(dict.String()) // gives no error
}

// mayJoin reports whether a word of the vocabulary may have a and behind it b: a look that
// spares most segmenting. Of what is not Chinese gse makes words by rules of its own.
func (s *segmenter) mayJoin(a, b rune) bool {
	s.load.Do(s.loadWords)
	return s.pairs[[2]rune{a, b}] || !hanzi.Is(a) || !hanzi.Is(b)
}

// leastFrequent is the frequency below which gse leaves a word out of its dictionary.
const leastFrequent = "2"

// unlistedWord is what gse gives as the part of speech of a character that no word holds.
const unlistedWord = "x"

// word is a word of a segmented text; unlisted where the vocabulary has no word there.
type word struct {
	Range
	unlisted bool
}

// segment parts r into words. Characters that stand side by side and belong to no known word
// are taken for one.
func (w *Worker) segment(r Range) []word {
	text := string(w.t.R[r.Lo:r.Hi])
	var out []word
	pos := r.Lo
	for _, s := range w.e.segmenter.segment([]byte(text)) {
		v := word{Range{pos, pos + int32(utf8.RuneCountInString(text[s.Start():s.End()]))}, s.Token().Pos() == unlistedWord}
		if n := len(out); n > 0 && v.unlisted && out[n-1].unlisted {
			out[n-1].Hi = v.Hi
		} else {
			out = append(out, v)
		}
		pos = v.Hi
	}
	return out
}

// ownPart returns where the part of last ends that tells it from prev, the name before it in
// a list, when it says the rest for both: behind the word that both have (城镇污水、农村生活污水|处理率),
// else behind as many words as prev has (苹果、葡萄|优质品率). Names that the vocabulary lacks are
// taken to be alike in length (清河、沙河|流域), and so are single characters (国、省|控断面).
// ok is false where last says no more than that.
func (w *Worker) ownPart(prev, last Range) (end int32, ok bool) {
	before, words := w.segment(prev), w.segment(last)
	n := len(before)
	if n == 0 || len(words) <= n {
		return 0, false
	}
	for _, v := range words[1 : len(words)-1] {
		if w.t.String(v.Range) == w.t.String(before[n-1].Range) {
			return v.Hi, true
		}
	}
	const longer = 1 // by how many characters the second of two unlike names may be: 苹果、火龙果
	own := words[n-1]
	if end := last.Lo + int32(prev.Len()); prev.Len() == 1 || own.unlisted && (before[n-1].unlisted || own.Hi > end+longer) {
		return end, true
	}
	return own.Hi, true
}

// partsWord reports whether pos stands inside a word of r: 清溪水|厂.
func (w *Worker) partsWord(r Range, pos int32) bool {
	if pos <= r.Lo || pos >= r.Hi || !w.e.segmenter.mayJoin(w.t.R[pos-1], w.t.R[pos]) {
		return false
	}
	for _, v := range w.segment(r) {
		if v.Lo < pos && pos < v.Hi && !v.unlisted {
			return true
		}
	}
	return false
}
