// Package body knows how the names of China's public bodies are composed: a
// place or level, the stem of a field, a head (江苏省 + 发展和改革 + 委员会). It
// finds such names in text and takes them apart; what they stand for in a plan
// is decided by package resolve. All words come from the lists of rules/words.
package body

import "strings"

// Word is an entry of a word list.
type Word struct {
	Term  string
	Attrs map[string]string
}

// Place is an entry of China's administrative division.
type Place struct {
	Name  string
	Codes []string // GB/T 2260; several where places share the name
	Level string   // 省, 市, 县
	Short []string
	Abbr  []string
	Until string // the last edition of GB/T 2260 that lists it; "" for today's

	Common bool // its name is a common word, too (城区)
}

// FormKind says what sort of name a form is.
type FormKind uint8

// The kinds of forms.
const (
	Organ FormKind = iota // a field's organ: place + stem + head
	Party                 // an organ of a party committee: 省委 + 组织部
	State                 // a court, assembly, mass organisation, …: place + name
	Whole                 // a name that means one body wherever it stands
)

// Form is one way to write an organ's name without its place.
type Form struct {
	Kind     FormKind
	Text     string // as written: 发展改革委
	Stem     string // canonical stem: 发展和改革; "" for other kinds
	Head     string // canonical head: 委员会
	Full     string // template of the official name, see rules/words/organs.txt
	Central  string // the official name of the national body
	Bare     string // the name without a place: 残疾人联合会
	Level    string // level that the name itself tells
	Since    string // year in which a reform made it; "" for always or not known
	Until    string // year in which a reform ended it
	Next     []string
	Local    string // level in a plan of a city or county: a branch is meant
	Vertical bool   // a system run from above the place, which a name without a place does not tell
	Company  bool   // counts only where a plan charges it

	governing bool // a government or a party committee, which a rule of their own finds
}

// Lexicon holds the compiled word lists. It is never changed after New and may
// be used by many goroutines.
type Lexicon struct {
	Places []Place
	Forms  []Form

	trad        map[rune]rune
	form        *trie
	place       *trie // full and short names
	bare        []bool
	sure        map[string]bool // names of places that are no common words
	placeOf     []int           // payload of place -> index into Places
	placeAs     []string
	scope       *trie
	stop        *trie // words that a name does not run over
	notAfter    map[string][][]rune
	cuts        runeSet // first characters of what notAfter holds
	field       *trie
	middle      *trie
	instMiddle  *trie
	institute   *trie // heads of institutions that are named by what they do
	ownHead     *trie // heads of institutions that what follows shows to do something
	publicHead  *trie // words for classes of public institutions
	builds      *trie // verbs of building: what they govern is no institution yet
	colWord     *trie
	colHead     *trie
	group       *trie
	force       *trie
	locality    *trie
	spot        *trie                // what tells a government by where something is: 事发地人民政府
	unit        *trie                // what classes of places are made of (各县、区)
	wide        *trie                // parts of the country that national bodies' offices are named by
	governments [][]rune             // heads of governments and party committees, the longest first
	tails       [][]rune             // what classes of places are named with (各县、各有关部门), the longest first
	zones       [][]rune             // the same for authorities of zones
	streets     [][]rune             // the same for offices of streets
	zoneKinds   [][]rune             // kinds of zones that an office of their own runs
	seats       [][]rune             // heads of a national body's offices in the country
	seatOf      [][]rune             // and the bodies that have such offices
	banks       [][]rune             // and for the names of the people's bank
	classHeads  []classHead          // heads of classes of bodies, the longest first
	classOwners [][]rune             // governments whose the class behind them is
	elidedHeads [][]rune             // heads that end an elided list of offices (发改、财政等局)
	eachWords   [][]rune             // classes that a list of such goes on with, 各 left out
	branchTails [][]rune             // 分行, 支行
	councils    [][]rune             // between a place and an organ that its government runs
	levels      map[rune][]levelWord // by their last character, the longest first
	levelLast   runeSet              // those last characters
	isLevel     map[string]bool
	notLevel    map[[2]rune]bool // characters before a level that make it another word: 社区
	leagueLevel runeSet          // levels at which the youth league's committees are called 团X委
	institution runeSet          // last characters of institutions
	letter      runeSet          // one-character parts of coined names

	kindZone  map[string]bool   // heads of zones that need the kind of zone before them
	fullHeads map[string]string // official heads by the short ones
	plainSeat map[string]bool   // bodies whose offices are called 局 alone

	unlistedHeads map[rune][][]rune // heads of bodies that a level and what follows show, by their last character
	ends          runeSet           // the last characters of names: most of the text needs no more
	last          [1 << 16]ending   // by the last character of a name
	pairs         [1 << 16]uint16   // by the hash of its last two characters: which recognisers to ask

	alphabet alphabet // of the tries
	tries    []*trie

	dictionary dictionary // of the lists that are only looked up
	list       func(name string) []Word

	byCode  map[string]int
	byPlace map[string][]int // full, short name or abbreviation -> places
	byStem  map[string][]int // canonical stem -> forms

	shortest map[string]string // of party organs, by official name
}

// Shortest returns the shortest way to write a party organ, and any other form as it
// is written.
func (l *Lexicon) Shortest(f *Form) string {
	if f.Kind == Party {
		return l.shortest[f.Full]
	}
	return f.Text
}

// Entries returns the entries of a list.
func (l *Lexicon) Entries(name string) []Word { return l.list(name) }

// split parts an attribute that holds several values.
func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// levelWord is a word of level that stands before a body's name.
type levelWord struct {
	runes []rune
	open  bool // only where a name may begin
}

// NoLevel reports whether the character before a level of one character makes it
// another word (社区, 城市, 节省).
func (l *Lexicon) NoLevel(before, level rune) bool { return l.notLevel[[2]rune{before, level}] }

// fullHead gives the official head for a written one: 委员会 for 委.
func (l *Lexicon) fullHead(head string) string {
	if full := l.fullHeads[head]; full != "" {
		return full
	}
	return head
}

// The recognisers, as bits.
const (
	askNamed uint16 = 1 << iota
	askGovernment
	askClass
	askCollective
	askGroup
	askZone
	askBranch
	askForce
	askLocality
	askInstitute
)

// ending says which recognisers know names that end with a character.
type ending struct {
	any    uint16 // with some character before it
	always uint16 // whatever stands before it
}

// pair numbers two characters for the filter on how names end.
func pair(a, b rune) uint16 { return uint16(a*31 ^ b*1021) }

// asked returns the recognisers to ask where the characters a and b end a stretch of text;
// most of the text needs none. Behind a bracket a name goes on: 区城管(执法)局.
func (l *Lexicon) asked(a, b rune) uint16 {
	if !l.ends.holds(b) {
		return 0
	}
	last := &l.last[b]
	if a == ')' {
		return last.any
	}
	return last.always | last.any&l.pairs[pair(a, b)]
}

// Simplify returns the text with traditional characters made simplified and
// full-width brackets and commas made half-width, rune by rune.
func (l *Lexicon) Simplify(text []rune) []rune {
	out := text
	for i, r := range text {
		s := r
		switch r {
		case '\uff08':
			s = '('
		case '\uff09':
			s = ')'
		case '\uff0c':
			s = ','
		default:
			if t, ok := l.trad[r]; ok {
				s = t
			}
		}
		if s != r {
			if &out[0] == &text[0] {
				out = append([]rune(nil), text...)
			}
			out[i] = s
		}
	}
	return out
}
