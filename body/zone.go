package body

import "slices"

// The committees that run development zones, and the offices of streets.

// street finds the office of a street that no list has: 红旗|街道办事处.
func (l *Lexicon) street(text []rune, end int) (Mention, bool) {
	for _, h := range l.streets {
		at := end - len(h)
		if !hasAt(text, at, h) {
			continue
		}
		if s, ok := l.unknownPlace(text, at); ok && !slices.Contains(text[s:at], '各') && !l.wordIs(noPlaceName, text[s:at]) {
			return Mention{Start: s, End: end, Kind: Body}, true
		}
	}
	return Mention{}, false
}

// zone finds the committees that run development zones.
func (l *Lexicon) zone(text []rune, end int) (Mention, bool) {
	for _, h := range l.zones {
		if !hasAt(text, end-len(h), h) {
			continue
		}
		i := end - len(h)
		if i > 0 && text[i-1] == ')' { // 开发区(高新区)管委会
			for j := i - 2; j > 0 && i-j < 12 && han(text[j]); j-- {
				if text[j-1] == '(' {
					i = j - 1
					break
				}
			}
		}
		kind := 0
		if l.kindZone[string(h)] {
			if kind = l.zoneKind(text, i); kind == 0 {
				return Mention{}, false
			}
		}
		short := false // 洋浦管委会: the zone's name alone
		if i == 0 || kind == 0 && !l.wordIs(zoneEnd, text[i-1:i]) {
			if short = i > 1 && han(text[i-1]); !short {
				return Mention{}, false
			}
		}
		start := i
		for start > 0 && i-start < 16 && han(text[start-1]) {
			if _, _, stop := l.stop.longest(text, start); stop && text[start-1] != '和' && text[start-1] != '应' && !(text[start-1] == '经' && (text[start] == '开' || text[start] == '济')) {
				break
			}
			if text[start-1] == '和' && start > 1 && l.wordIs(ownOffice, text[start-2:start-1]) { // 柳河镇和高新区管委会 are two
				break
			}
			start--
		}
		if start > 1 && text[start-1] == '、' && text[start-2] == '区' && len(h) > 4 {
			for start--; start > 0 && han(text[start-1]); start-- {
			}
		}
		if short && (i-start > 3 || len(h) != 3 || l.wordIs(zoneNot, text[start:i])) {
			return Mention{}, false
		}
		m := Mention{Start: start, End: end, Kind: Body}
		if s := l.elidedZones(text, start, i); s < start { // 长沙、湘潭经济开发区管委会
			m.Start, m.Kind = s, Collective
		}
		return m, i-start >= 2 && i-start > kind
	}
	return Mention{}, false
}

// elidedZones returns where the places begin whose zones of the same kind a list names before
// the zone in [start,end), if a place opens that; start for none.
func (l *Lexicon) elidedZones(text []rune, start, end int) int {
	const shortest, longest = 2, 5
	if start < 3 || text[start-1] != '、' {
		return start
	}
	for n := shortest; n <= longest && start+n < end; n++ {
		if s, ok := l.placeAt(text, start+n); ok && s == start {
			return l.elidedPlaces(text, start)
		}
	}
	return start
}

// zoneKind is the length of the word for a kind of zone that ends at end, 0 for none.
func (l *Lexicon) zoneKind(text []rune, end int) int {
	for _, k := range l.zoneKinds {
		if hasAt(text, end-len(k), k) {
			return len(k)
		}
	}
	return 0
}
