package quantity

import (
	_ "embed"
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"sync"

	"plangraph/internal/hanzi"
)

// Family is the family of a unit, as an indicator's id ends in it: name|family.
type Family string

// The families of units.
const (
	None   Family = ""
	Ratio  Family = "ratio"
	Count  Family = "count"
	Money  Family = "money"
	Length Family = "length"
	Area   Family = "area"
	Mass   Family = "mass"
	Volume Family = "volume"
	Energy Family = "energy"
	Time   Family = "time"
	Rate   Family = "rate"
	Other  Family = "other"
)

var families = map[Family]bool{Ratio: true, Count: true, Money: true, Length: true, Area: true, Mass: true, Volume: true, Energy: true, Time: true, Rate: true, Other: true}

type unit struct {
	text   []rune
	family Family
	power  int // of ten, to base units: -2 for %
}

type bound struct {
	text []rune
	op   Op
}

// boundList holds bound words by their first (or last) rune, longest first.
type boundList map[rune][]bound

// Words are the lists that tell units and bounds.
type Words struct {
	units  map[rune][]unit // by first rune, longest first
	before boundList       // by last rune
	after  boundList       // by first rune
	whole  map[string]Decimal
	sizes  map[string]*big.Rat // of a unit: how many of the standard unit of its kind it is
}

//go:embed words.txt
var builtin string

// Default returns the lists that come with the package.
var Default = sync.OnceValue(func() *Words {
	w, err := Read("words.txt", builtin)
	if err != nil {
		panic(err) // a test reads the embedded file
	}
	return w
})

// Read reads word lists in the project's format, with the sections [units]
// (family=, power=), [before], [after] (op=), [whole] (number=) and [sizes] (size=). An
// error names file, line and what was expected.
func Read(name, text string) (*Words, error) {
	w := &Words{units: map[rune][]unit{}, before: boundList{}, after: boundList{}, whole: map[string]Decimal{}, sizes: map[string]*big.Rat{}}
	section := ""
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, " \r")
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' && strings.HasSuffix(line, "]") {
			section = line[1 : len(line)-1]
			continue
		}
		fail := func(want string) error {
			return fmt.Errorf("%s:%d: %q: %s", name, i+1, line, want)
		}
		terms, rest, _ := strings.Cut(line, "\t")
		key, val, _ := strings.Cut(rest, "=")
		val, more, _ := strings.Cut(val, "\t")
		for _, term := range strings.Fields(terms) {
			r := []rune(term)
			switch section {
			case "units":
				u := unit{text: r, family: Family(val)}
				if key != "family" || !families[u.family] {
					return nil, fail("expected TAB family=, one of ratio, count, money, length, area, mass, volume, energy, time, rate, other")
				}
				if k, p, ok := strings.Cut(more, "="); ok && k == "power" {
					n, err := strconv.Atoi(p)
					if err != nil {
						return nil, fail("expected power= and a whole number (a power of ten)")
					}
					u.power = n
				}
				w.units[r[0]] = insert(w.units[r[0]], u, func(a, b unit) bool { return len(a.text) > len(b.text) })
			case "before", "after":
				b := bound{text: r, op: Op(val)}
				if key != "op" || val == "" {
					return nil, fail("expected TAB op=, one of >= > <= < ~")
				}
				list, k := w.after, r[0]
				if section == "before" {
					list, k = w.before, r[len(r)-1]
				}
				list[k] = insert(list[k], b, func(a, b bound) bool { return len(a.text) > len(b.text) })
			case "whole":
				d, end, ok := digits([]rune(val), 0)
				if key != "number" || !ok || end != len([]rune(val)) {
					return nil, fail("expected TAB number= and a decimal number")
				}
				w.whole[term] = d
			case "sizes":
				size, ok := new(big.Rat).SetString(val)
				if key != "size" || !ok || size.Sign() <= 0 {
					return nil, fail("expected TAB size= and a number above 0 (10000, 0.001, 2000/3)")
				}
				w.sizes[term] = size
			default:
				return nil, fail("expected a section: [units], [before], [after], [whole] or [sizes]")
			}
		}
	}
	return w, nil
}

func insert[T any](list []T, x T, longer func(a, b T) bool) []T {
	i := 0
	for i < len(list) && !longer(x, list[i]) {
		i++
	}
	list = append(list, x)
	copy(list[i+1:], list[i:])
	list[i] = x
	return list
}

func hasAt(t []rune, i int, s []rune) bool {
	if i < 0 || i+len(s) > len(t) {
		return false
	}
	for k, r := range s {
		if t[i+k] != r {
			return false
		}
	}
	return true
}

func (l boundList) startingAt(t []rune, i int) (Op, int, bool) {
	for _, b := range l[at(t, i)] {
		if hasAt(t, i, b.text) {
			return b.op, i + len(b.text), true
		}
	}
	return "", 0, false
}

func (l boundList) endingAt(t []rune, i int) (Op, int, bool) {
	for _, b := range l[at(t, i-1)] {
		if hasAt(t, i-len(b.text), b.text) {
			return b.op, i - len(b.text), true
		}
	}
	return "", 0, false
}

// unitAt returns the longest unit that starts at i, or nil.
func (w *Words) unitAt(t []rune, i int) *unit {
	list := w.units[at(t, i)]
	for k := range list {
		if hasAt(t, i, list[k].text) {
			return &list[k]
		}
	}
	return nil
}

// unitSpan is a unit as it stands in the text; from == to where there is none.
type unitSpan struct {
	from, to, end int // end: where reading goes on
	family        Family
	power         int
}

// unitAfter reads the unit behind a number that ends at i: 个, 亿元,
// 微克/立方米, 条(次)/年, /10万.
func (w *Words) unitAfter(t []rune, i int) unitSpan {
	j := i
	for at(t, j) == ' ' {
		j++
	}
	s := unitSpan{from: i, to: i, end: i}
	u := w.unitAt(t, j)
	if u == nil {
		if at(t, j) == '/' && (digit(at(t, j+1)) >= 0 || hanzi.Power(at(t, j+1)) > 0) {
			if n, ok := w.parseNumber(t, j+1); ok && trailing(t, n.end) > 0 {
				end := n.end
				if v := w.unitAt(t, end); v != nil {
					end += len(v.text)
				}
				return unitSpan{from: j, to: end, end: end, family: Rate}
			}
		}
		return s
	}
	s.from, s.to, s.family, s.power = j, j+len(u.text), u.family, u.power
	if o := at(t, s.to); o == '(' || o == '（' { // 台(套)
		if v := w.unitAt(t, s.to+1); v != nil {
			if c := at(t, s.to+1+len(v.text)); c == ')' || c == '）' {
				s.to += len(v.text) + 2
			}
		}
	}
	for at(t, s.to) == '/' || at(t, s.to) == '／' || at(t, s.to) == '·' || at(t, s.to) == '每' && w.measures(t, s.to+1) {
		k := s.to + 1
		for at(t, k) == ' ' {
			k++
		}
		if digit(at(t, k)) >= 0 || hanzi.Power(at(t, k)) > 0 {
			n, ok := w.parseNumber(t, k)
			if !ok {
				break
			}
			k = n.end
		}
		v := w.unitAt(t, k)
		switch {
		case v != nil:
			s.to, s.family = k+len(v.text), Rate
		case k > s.to+1:
			s.to, s.family = k, Rate
		default:
			s.end = s.to
			return s
		}
	}
	s.end = s.to
	return s
}

// measures reports whether a unit that counts nothing stands at i: 微克每立方米, but
// not 2名每个社区.
func (w *Words) measures(t []rune, i int) bool {
	u := w.unitAt(t, i)
	return u != nil && u.family != Count
}

// Family returns the family of a unit as written (万吨, 亿立方米, 条(次)/年) and
// the power of ten that its number is multiplied by (万吨: 4, %: -2).
func (w *Words) Family(unit string) (Family, int) {
	if unit == "" {
		return None, 0
	}
	t := []rune(unit)
	i, p := w.magnitudes(t)
	s := w.unitAfter(t, i)
	if s.from == s.to {
		if i == len(t) {
			return None, p
		}
		return Other, p
	}
	if s.to != len(t) {
		return Other, p
	}
	return s.family, p + s.power
}

// magnitudes returns where a unit begins behind the 万 and 亿 before it, and the power of ten
// that they are.
func (w *Words) magnitudes(t []rune) (i, power int) {
	for i < len(t) && hanzi.Power(t[i]) > 0 {
		if u := w.unitAt(t, i); u != nil && i+len(u.text) == len(t) {
			break
		}
		power += hanzi.Power(t[i])
		i++
	}
	return i, power
}

// Size returns how many of the standard unit of its kind a unit as written is, its 万 and 亿
// aside: 10000 (square metres) for 公顷 and for 万公顷; nil where the lists do not tell.
func (w *Words) Size(unit string) *big.Rat {
	t := []rune(unit)
	i, _ := w.magnitudes(t)
	return w.sizes[string(t[i:])]
}
