package sqlite

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// appendWords appends text as the full-text index holds it: of each run of
// characters without spaces between words (Han, kana) all pairs and its last
// character, of every other run of letters and digits the whole in lower case.
func appendWords(b []byte, text string) []byte {
	eachRun(text, func(run string, han bool) {
		if len(b) > 0 {
			b = append(b, ' ')
		}
		if !han {
			b = append(b, run...)
			return
		}
		for i := 0; i < len(run); {
			_, n := utf8.DecodeRuneInString(run[i:])
			if i > 0 {
				b = append(b, ' ')
			}
			if i+n == len(run) {
				b = append(b, run[i:]...)
				break
			}
			_, m := utf8.DecodeRuneInString(run[i+n:])
			b = append(b, run[i:i+n+m]...)
			i += n
		}
	})
	return b
}

// match is the full-text query for texts that hold every word in one of its
// spellings; "" when the words hold no letter at all.
func match(words [][]string) string {
	var all []string
	for _, spellings := range words {
		var any []string
		for _, w := range spellings {
			if q := matchWord(w); q != "" && !slices.Contains(any, q) {
				any = append(any, q)
			}
		}
		if len(any) > 0 {
			all = append(all, "("+strings.Join(any, " OR ")+")")
		}
	}
	return strings.Join(all, " AND ")
}

func matchWord(word string) string {
	var runs []string
	eachRun(word, func(run string, han bool) {
		switch {
		case !han, utf8.RuneCountInString(run) == 1:
			runs = append(runs, `"`+run+`"*`) // a single character: the pairs that begin with it
		default:
			pairs := string(appendWords(nil, run))
			runs = append(runs, `"`+pairs[:strings.LastIndexByte(pairs, ' ')]+`"`)
		}
	})
	if len(runs) < 2 {
		return strings.Join(runs, "")
	}
	return "(" + strings.Join(runs, " AND ") + ")"
}

// point reports whether the full stop at i is that of a decimal: 3.2. The index parts it there
// and finds both halves side by side.
func point(text string, i int) bool {
	digit := func(k int) bool { return k < len(text) && text[k] >= '0' && text[k] <= '9' }
	return i > 0 && digit(i-1) && digit(i+1)
}

// eachRun visits the runs of letters and digits of a text, of which han tells whether they
// are of characters without spaces between words. A decimal is one run.
func eachRun(text string, visit func(run string, han bool)) {
	if !norm.NFKC.IsNormalString(text) {
		text = norm.NFKC.String(text)
	}
	from, kind := 0, 0
	for i, r := range text {
		k := 0
		switch {
		case r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'):
			k = 1
		case r < 0x3000:
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				k = 1
			}
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			k = 2
		}
		if r == '.' && kind == 1 && point(text, i) {
			k = 1
		}
		if k != kind {
			if kind != 0 {
				visit(lower(text[from:i], kind), kind == 2)
			}
			from, kind = i, k
		}
	}
	if kind != 0 {
		visit(lower(text[from:], kind), kind == 2)
	}
}

func lower(run string, kind int) string {
	if kind == 1 {
		return strings.ToLower(run)
	}
	return run
}
