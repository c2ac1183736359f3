package graph

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"plangraph/quantity"
)

// Naming tells what names say. All its methods are pure functions of their
// arguments, so that a node looks the same whichever plan was read first;
// package resolve has the real one.
type Naming interface {
	// ID returns the Department id of a body's name, as written or canonical, in a
	// plan of the region (full name, "" when unknown).
	ID(name, region string) string
	// Describe takes a Department id: a name, or a name + "@" + region.
	Describe(id string) Body
	// Place returns the full name of the place that a name begins with
	// (南京北站枢纽: 南京市), read in a plan of the region; "" when there is none.
	Place(name, region string) string
	// Simplify writes a name in simplified characters, in which plans in either kind
	// of characters meet (綠色金融: 绿色金融).
	Simplify(name string) string
	// Region returns a place's level (国家, 省, 市, 县) and the full name of the
	// place above it, each "" when unknown.
	Region(name string) (level, above string)
}

// Body is what a body's id says about it.
type Body struct {
	ShortName string // 江苏省民政厅: 省民政厅
	Level     string // 国家, 省, 市, 县, 各级, 其他
	Kind      string // body, class, collective
	Region    string // full name of the place; "" for national bodies
	ValidFrom Date   // year or day from which it bears this name; "" when unknown or always
	ValidTo   Date   // year or day until which it bore it; "" for one that stands
	Above     string // id of the body that it is a part of

	// Members are, for a collective (教育、公安、民政等部门@江苏省), the ids of the
	// classes that it names (民政部门@江苏省) and of the bodies that those are in
	// its region (江苏省民政厅).
	Members []string
	// Classes are the ids of the classes that the body belongs to
	// (各级民政部门@江苏省).
	Classes    []string
	Successors []Succession // several where a reform shared the duties out
}

// Succession is a rename or a merger: the body's duties went to another.
type Succession struct {
	ID string // of the body that took the duties over
	On Date   // day or year of the reform
}

// Quantities tells what a value and its unit amount to; package quantity knows.
type Quantities interface {
	// Number returns the value in base units (2 and 万人: 20000; 95 and %: 0.95) and,
	// for a range, its upper end; ok is false when it is no number.
	Number(value, unit string) (low, high float64, isRange, ok bool)
	// Amount returns what Number does in the standard unit of the unit's kind (12 and 公里:
	// 12000, metres), which units that differ in size only have in common; ok is false
	// where the unit is none of those.
	Amount(value, unit string) (low, high float64, ok bool)
	// Family returns the unit's family: ratio, count, money, length, area, mass,
	// volume, energy, time, rate, other.
	Family(unit string) string
}

// Canonical returns the form of a name by which two plans meet: compatibility
// forms folded (full-width to half-width), quotation marks, spaces and unseen marks
// gone, years in figures (二〇三五年 is 2035年). Other numbers and 一期 stay: they tell
// things apart. @, which parts name and region in an id, is written wide.
func Canonical(name string) string {
	name = norm.NFKC.String(strings.ToValidUTF8(name, "\ufffd"))
	name = strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '\n', '\r', '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '"', '\'', '“', '”', '‘', '’', '「', '」', '『', '』', '《', '》', '〈', '〉':
			return -1
		}
		return r
	}, name)
	name = norm.NFKC.String(name) // what a mark kept apart may join now
	return years(strings.ReplaceAll(name, "@", "＠"))
}

// years writes years that are spelled digit by digit in figures.
func years(name string) string {
	if !strings.ContainsAny(name, "〇○零九") {
		return name
	}
	rs := []rune(name)
	var p quantity.Period
	for i := 0; i+4 < len(rs); i++ {
		if rs[i+4] == '年' && (rs[i] == '一' || rs[i] == '二') && quantity.ParsePeriod(rs, i, &p) && !p.Relative {
			copy(rs[i:], []rune(strconv.Itoa(p.Start)))
		}
	}
	return string(rs)
}

// SplitID parts a node's id into name and region ("" when it has none).
func SplitID(id string) (name, region string) {
	if i := strings.LastIndexByte(id, '@'); i > 0 {
		return id[:i], id[i+1:]
	}
	return id, ""
}
