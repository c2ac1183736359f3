package extract

import (
	"strings"
	"unicode/utf8"

	"plangraph/extract/rule"
)

// Names of places in running text.

// places are the names of China's administrative division as running text
// writes them: full names, and short forms that are no common word, and of
// regions wider than a province.
type places struct{ lex *lexicon }

// placeLists are the lists that the names of places stand in.
var placeLists = []string{"region_province", "region_prefecture", "region_county", "place_wide"}

// newPlaces builds the lexicon of places from the lists of regions.txt and levels.txt.
func newPlaces(lists map[string]*rule.List) *places {
	p := &places{lex: newLexicon()}
	add := func(name string) {
		if utf8.RuneCountInString(name) >= 2 {
			p.lex.add(name)
		}
	}
	for _, l := range placeLists {
		if lists[l] == nil {
			continue
		}
		for _, en := range lists[l].Entries {
			add(en.Term)
			if en.Attrs["bare"] == "no" {
				continue
			}
			for _, s := range strings.Split(en.Attrs["short"], "|") {
				add(s)
			}
		}
	}
	p.lex.build()
	return p
}

// at returns the end of the longest place name that starts at pos; 0 for none.
func (p *places) at(rs []rune, pos int32) int32 {
	return p.lex.longest(rs, pos)
}

// in reports whether a place name stands anywhere in r.
func (p *places) in(rs []rune, r Range) bool {
	for i := r.Lo; i < r.Hi; i++ {
		if end := p.at(rs, i); end > 0 && end <= r.Hi {
			return true
		}
	}
	return false
}
