package extract

import (
	"strings"

	"plangraph/extract/rule"
)

// places are the names of China's administrative division as running text
// writes them: full names, and short forms that are no common word.
type places struct {
	names   map[string]bool
	first   map[rune]bool
	longest int // in runes
}

func newPlaces(lists map[string]*rule.List) *places {
	p := &places{names: map[string]bool{}, first: map[rune]bool{}}
	add := func(name string) {
		rs := []rune(name)
		if len(rs) < 2 {
			return
		}
		p.names[name] = true
		p.first[rs[0]] = true
		p.longest = max(p.longest, len(rs))
	}
	for _, l := range []string{"region_province", "region_prefecture", "region_county"} {
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
	return p
}

// at returns the end of the longest place name that starts at pos; 0 for none.
func (p *places) at(rs []rune, pos int32) int32 {
	if int(pos) >= len(rs) || !p.first[rs[pos]] {
		return 0
	}
	for n := min(p.longest, len(rs)-int(pos)); n >= 2; n-- {
		if p.names[string(rs[pos:int(pos)+n])] {
			return pos + int32(n)
		}
	}
	return 0
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
