// Package body knows how the names of China's public bodies are composed: a
// place or level, the stem of a field, a head (江苏省 + 发展和改革 + 委员会). It
// finds such names in text and takes them apart; what they stand for in a plan
// is decided by package resolve. All words come from the lists of rules/words.
package body

import (
	"slices"
	"strings"
	"unicode/utf8"
)

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
	zoneKinds   [][]rune             // kinds of zones that an office of their own runs
	seats       [][]rune             // heads of a national body's offices in the country
	seatOf      [][]rune             // and the bodies that have such offices
	banks       [][]rune             // and for the names of the people's bank
	classHeads  []classHead          // heads of classes of bodies, the longest first
	classOwners [][]rune             // governments whose the class behind them is
	elidedHeads [][]rune             // heads that end an elided list of offices (发改、财政等局)
	eachWords   [][]rune             // classes that a list of such goes on with, 各 left out
	councils    [][]rune             // between a place and an organ that its government runs
	levels      map[rune][]levelWord // by their last character, the longest first
	isLevel     map[string]bool
	notLevel    map[[2]rune]bool // characters before a level that make it another word: 社区
	leagueLevel map[rune]bool    // levels at which the youth league's committees are called 团X委
	institution map[rune]bool    // last characters of institutions
	letter      map[rune]bool    // one-character parts of coined names

	kindZone  map[string]bool   // heads of zones that need the kind of zone before them
	fullHeads map[string]string // official heads by the short ones
	plainSeat map[string]bool   // bodies whose offices are called 局 alone

	unlistedHeads map[rune][][]rune // heads of bodies that a level and what follows show, by their last character
	last          [1 << 16]uint16   // by the last character of a name: which recognisers to ask
	pairs         [1 << 10]uint64   // a filter: hashes of the last two characters of names: most of the text needs no more

	words [len(lookupNames)]wordSet // the lists that are only looked up
	list  func(name string) []Word

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

// addLevels reads what stands for places and heads in many names.
func (l *Lexicon) addLevels(list func(string) []Word) {
	heads := func(name string) [][]rune { // a head that ends another one must not win
		var out [][]rune
		for _, w := range list(name) {
			out = append(out, []rune(w.Term))
		}
		slices.SortStableFunc(out, func(a, b []rune) int { return len(b) - len(a) })
		return out
	}
	l.governments, l.zones, l.banks, l.councils, l.tails = heads("government_head"), heads("zone_head"), heads("bank_head"), heads("council"), heads("place_with")
	l.elidedHeads, l.classOwners = heads("elided_head"), heads("class_owner")
	for _, w := range list("class_head") {
		h := classHead{runes: []rune(w.Term), inst: w.Attrs["inst"] != "", org: w.Attrs["org"] != "", office: w.Attrs["office"] != ""}
		for _, b := range split(w.Attrs["behind"]) {
			h.behind = append(h.behind, []rune(b))
		}
		l.classHeads = append(l.classHeads, h)
	}
	slices.SortStableFunc(l.classHeads, func(a, b classHead) int { return len(b.runes) - len(a.runes) })
	l.eachWords = heads("each_next")
	l.zoneKinds, l.seats, l.seatOf = heads("zone_kind"), heads("seat_head"), heads("seat_of")
	l.kindZone, l.plainSeat = map[string]bool{}, map[string]bool{}
	for _, w := range list("zone_head") {
		l.kindZone[w.Term] = w.Attrs["kind"] != ""
	}
	for _, w := range list("seat_of") {
		l.plainSeat[w.Term] = w.Attrs["plain"] != ""
	}
	l.levels, l.isLevel, l.notLevel = map[rune][]levelWord{}, map[string]bool{}, map[[2]rune]bool{}
	l.leagueLevel, l.institution = map[rune]bool{}, map[rune]bool{}
	for _, w := range list("level_word") {
		r := []rune(w.Term)
		last := r[len(r)-1]
		l.levels[last] = append(l.levels[last], levelWord{r, w.Attrs["open"] != ""})
		l.isLevel[w.Term] = true
		if w.Attrs["league"] != "" {
			l.leagueLevel[last] = true
		}
	}
	for _, words := range l.levels {
		slices.SortStableFunc(words, func(a, b levelWord) int { return len(b.runes) - len(a.runes) })
	}
	for _, w := range list("not_level") {
		if r := []rune(w.Term); len(r) == 2 {
			l.notLevel[[2]rune{r[0], r[1]}] = true
		}
	}
	for _, w := range list("institution_tail") {
		for _, r := range w.Term {
			l.institution[r] = true
		}
	}
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

// New compiles the word lists; list returns the entries of a list by name.
func New(list func(name string) []Word) *Lexicon {
	l := &Lexicon{
		trad: map[rune]rune{}, form: newTrie(), place: newTrie(), scope: newTrie(), stop: newTrie(),
		notAfter: map[string][][]rune{}, field: newTrie(), middle: newTrie(), instMiddle: newTrie(), colWord: newTrie(), colHead: newTrie(),
		group: newTrie(), institute: newTrie(), ownHead: newTrie(), publicHead: newTrie(), builds: newTrie(), force: newTrie(), locality: newTrie(), unit: newTrie(), spot: newTrie(), wide: newTrie(), byCode: map[string]int{}, byPlace: map[string][]int{}, sure: map[string]bool{}, letter: map[rune]bool{}, byStem: map[string][]int{}, shortest: map[string]string{},
	}
	l.list = list
	for i, name := range lookupNames {
		set := &l.words[i]
		set.has = map[string]bool{}
		for _, w := range list(name) {
			set.has[w.Term] = true
			r, _ := utf8.DecodeRuneInString(w.Term)
			set.first.add(r)
		}
	}
	for _, w := range list("traditional") {
		from, to := []rune(w.Term), []rune(w.Attrs["to"])
		if len(from) == 1 && len(to) == 1 {
			l.trad[from[0]] = to[0]
		}
	}
	for _, name := range []string{"region_province", "region_prefecture", "region_county"} {
		for _, w := range list(name) {
			l.addPlace(w)
		}
	}
	l.fullHeads = map[string]string{}
	for _, w := range list("short_head") {
		l.fullHeads[w.Term] = w.Attrs["full"]
	}
	l.addForms(list)
	l.addLevels(list)
	for name, t := range map[string]*trie{"scope": l.scope, "before_body": l.stop, "class_field": l.field, "class_middle": l.middle, "institution_middle": l.instMiddle, "institute_head": l.institute, "institution_own": l.ownHead, "institution_class": l.publicHead, "institute_built": l.builds,
		"collective_word": l.colWord, "collective_head": l.colHead, "group_head": l.group, "force": l.force, "charged_only": l.locality, "place_unit": l.unit, "government_spot": l.spot, "seat_part": l.wide} {
		for i, w := range list(name) {
			t.add(w.Term, i)
		}
	}
	for _, w := range list("not_behind") {
		h := w.Attrs["head"]
		tail := []rune(strings.TrimPrefix(w.Term, h))
		l.notAfter[h] = append(l.notAfter[h], tail)
		if len(tail) > 0 {
			l.cuts.add(tail[0])
		}
	}
	for name, ask := range map[string]uint16{"collective_head": askCollective, "group_head": askGroup, "force": askForce, "charged_only": askLocality} {
		for _, w := range list(name) {
			l.mayEnd(w.Term, ask)
		}
	}
	for _, name := range [...]string{"institute_head", "institution_class"} {
		for _, w := range list(name) {
			l.mayEnd(w.Term, askInstitute)
		}
	}
	for _, w := range list("place_unit") {
		for _, before := range []string{"", "、", "和", "及", "各", "关", "他"} { // 有关县
			l.mayEnd(before+w.Term, askLocality)
		}
		l.mayEnd(w.Term+")", askLocality)
	}
	for _, t := range l.tails {
		l.mayEnd(string(t), askLocality)
	}
	for _, n := range counting {
		for _, r := range countedLevels {
			l.mayEnd(string(n)+string(r), askLocality)
		}
	}
	for _, h := range l.classHeads {
		l.mayEnd(string(h.runes), askClass)
	}
	for _, h := range l.elidedHeads {
		l.mayEnd("等"+string(h), askClass)
	}
	for _, h := range l.governments {
		l.mayEnd(string(h), askGovernment)
	}
	for _, h := range l.zones {
		l.mayEnd(string(h), askZone)
	}
	for w := range l.isLevel { // 省委
		l.mayEnd(w+"委", askNamed)
	}
	for _, name := range l.placeAs { // 湘西州委
		r := []rune(name)
		l.mayEnd(string(r[len(r)-1])+"委", askNamed)
	}
	for _, w := range list("institution_own") {
		l.mayEnd(w.Term, askNamed)
	}
	for r := range l.institution {
		l.last[r] |= askUnlisted
	}
	l.unlistedHeads = map[rune][][]rune{}
	for _, w := range list("unlisted_head") {
		r := []rune(w.Term)
		last := r[len(r)-1]
		l.unlistedHeads[last] = append(l.unlistedHeads[last], r)
		l.last[last] |= askUnlisted
	}
	for _, w := range []string{"分行", "支行"} {
		l.mayEnd(w, askBranch)
	}
	for _, h := range l.seats {
		l.mayEnd(string(h), askBranch)
	}
	for _, w := range list("field_letter") {
		if r := []rune(w.Term); len(r) == 1 {
			l.letter[r[0]] = true
			l.mayEnd(w.Term+"局", askNamed)
		}
	}
	return l
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
	askUnlisted
	askInstitute
)

func (l *Lexicon) mayEnd(term string, ask uint16) {
	r := []rune(term)
	if len(r) > 0 && r[len(r)-1] < 1<<16 {
		l.last[r[len(r)-1]] |= ask
	}
	if len(r) > 1 {
		h := pair(r[len(r)-2], r[len(r)-1])
		l.pairs[h/64] |= 1 << (h % 64)
	}
}

// pair numbers two characters for the filter on how names end.
func pair(a, b rune) uint16 { return uint16(a*31 ^ b*1021) }

// ends reports whether some name may end with the characters a and b.
func (l *Lexicon) ends(a, b rune) bool {
	h := pair(a, b)
	return l.pairs[h/64]&(1<<(h%64)) != 0
}

func (l *Lexicon) addPlace(w Word) {
	p := Place{Name: w.Term, Codes: split(w.Attrs["code"]), Level: w.Attrs["level"], Short: split(w.Attrs["short"]), Abbr: split(w.Attrs["abbr"]), Until: w.Attrs["until"], Common: w.Attrs["common"] != ""}
	i := len(l.Places)
	l.Places = append(l.Places, p)
	for _, c := range p.Codes {
		if _, taken := l.byCode[c]; !taken {
			l.byCode[c] = i
		}
	}
	enter := func(name string, bare bool) {
		l.place.add(name, len(l.placeOf))
		l.placeOf = append(l.placeOf, i)
		l.placeAs = append(l.placeAs, name)
		l.bare = append(l.bare, bare)
		l.byPlace[name] = append(l.byPlace[name], i)
		l.sure[name] = l.sure[name] || bare
	}
	enter(p.Name, true)
	for _, s := range p.Short {
		if len([]rune(s)) < 2 {
			continue
		}
		// the short form of a county is told from a common word only by what it has of a county's name
		enter(s, w.Attrs["bare"] != "no" && (p.Level != "县" || len([]rune(s)) > 2))
	}
	for _, a := range p.Abbr {
		l.byPlace[a] = append(l.byPlace[a], i)
	}
}

func (l *Lexicon) addForm(f Form) {
	i := len(l.Forms)
	l.Forms = append(l.Forms, f)
	l.form.add(f.Text, i)
	l.mayEnd(f.Text, askNamed)
	if old, ok := l.shortest[f.Full]; f.Kind == Party && (!ok || len(f.Text) < len(old)) {
		l.shortest[f.Full] = f.Text
	}
	if f.Stem != "" {
		l.byStem[f.Stem] = append(l.byStem[f.Stem], i)
	}
}

func (l *Lexicon) addForms(list func(string) []Word) {
	for _, w := range list("body_name") {
		l.addForm(Form{Kind: Whole, Text: w.Term, Full: w.Attrs["full"], Level: w.Attrs["level"], Local: w.Attrs["local"], Company: w.Attrs["kind"] == "company"})
	}
	for _, w := range list("state_organ") {
		l.addForm(Form{Kind: State, Text: w.Term, Full: w.Attrs["full"], Central: w.Attrs["central"], Bare: w.Attrs["bare"], Level: w.Attrs["level"], Until: w.Attrs["until"], Vertical: w.Attrs["vertical"] != ""})
	}
	party := list("party_organ")
	organs := list("organ")
	fields := 0
	for _, alts := range []bool{false, true} { // official stems first: a spelling that two organs share means the one it is official for
		for _, w := range organs {
			stems := []string{w.Term}
			if alts {
				stems = split(w.Attrs["alt"])
			}
			for _, stem := range stems {
				keep := w.Attrs["keep"] != "" && w.Attrs["keep"] != "0"
				for _, head := range split(w.Attrs["head"]) {
					canon := w.Term
					if alts && (keep || strings.HasSuffix(head, "中心")) {
						canon = stem // the spelling is a name of its own, not a short form
					}
					f := Form{Kind: Organ, Text: stem + head, Stem: canon, Head: l.fullHead(head), Full: w.Attrs["full"], Central: w.Attrs["central"],
						Since: w.Attrs["since"], Until: w.Attrs["until"], Next: split(w.Attrs["next"]), Vertical: w.Attrs["vertical"] != ""}
					if strings.HasSuffix(canon, f.Head) {
						f.Head = ""
					}
					l.addForm(f)
				}
				if w.Attrs["head"] == "" {
					l.addForm(Form{Kind: Organ, Text: stem, Stem: w.Term, Full: w.Attrs["full"], Central: w.Attrs["central"], Vertical: w.Attrs["vertical"] != ""})
				}
				if n := len([]rune(stem)); n > 1 && !l.word(genericField, stem) {
					l.field.add(stem, fields)
					l.mayEnd(stem+"局", askNamed)
					fields++
				}
			}
		}
	}
	for _, w := range party {
		if w.Attrs["full"] != "" {
			for _, committee := range []string{"委", "党委", "党工委"} {
				l.addForm(Form{Kind: Party, Text: committee + w.Term, Full: w.Attrs["full"], Central: w.Attrs["central"], Until: w.Attrs["until"]})
			}
		}
	}
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

// lookup names a list whose words are only looked up.
type lookup int

const (
	bareState lookup = iota
	named3
	instField
	instMiddle
	officeField
	ownName
	generic
	zoneEnd
	zoneNot
	belonging
	genericField
	unlistedNext
	unlistedDuty
	placeNext
	orgField
	noPlaceName
	unlistedStop
	unlistedNot
	founding
	fieldVerb
	newList
	ownList
	levelLetter
	samePlace
	garrisonLetter
	collectiveLevel
	collectiveAlone
	groupInner
	groupNotFirst
	forceGarrison
	forceCommon
	lowLevel
	stemLetter
	governingHead
	organHead
	provinceHead
	instituteNot
	instituteNext
	instituteCut
	instBranch
	instInner
	relativeVerb
	relativeDuty
	relativeVague
	amongTail
)

// lookupNames are the names of those lists in rules/words.
var lookupNames = [...]string{
	bareState:       "named_alone",
	named3:          "named_anywhere",
	instField:       "institution_field",
	instMiddle:      "institution_middle",
	officeField:     "office_field",
	ownName:         "own_name",
	generic:         "group_generic",
	zoneEnd:         "zone_end",
	zoneNot:         "zone_not",
	belonging:       "belonging",
	genericField:    "generic_field",
	unlistedNext:    "unlisted_next",
	unlistedDuty:    "unlisted_duty",
	placeNext:       "place_next",
	orgField:        "organization_field",
	noPlaceName:     "no_place_name",
	unlistedStop:    "unlisted_stop",
	unlistedNot:     "unlisted_not",
	founding:        "founding",
	fieldVerb:       "field_verb",
	newList:         "new_list",
	ownList:         "own_list",
	levelLetter:     "level_letter",
	samePlace:       "same_place",
	garrisonLetter:  "garrison_letter",
	collectiveLevel: "collective_level",
	collectiveAlone: "collective_alone",
	groupInner:      "group_inner",
	groupNotFirst:   "group_not_first",
	forceGarrison:   "force_garrison",
	forceCommon:     "force_common",
	lowLevel:        "low_level",
	stemLetter:      "stem_letter",
	governingHead:   "governing_head",
	organHead:       "organ_head",
	provinceHead:    "province_head",
	instituteNot:    "institute_not",
	instituteNext:   "institute_next",
	instituteCut:    "institute_cut",
	instBranch:      "institute_branch",
	instInner:       "institute_inner",
	relativeVerb:    "relative_verb",
	relativeDuty:    "relative_duty",
	relativeVague:   "relative_vague",
	amongTail:       "among_tail",
}

// wordSet is such a list.
type wordSet struct {
	has   map[string]bool
	first runeSet // with which characters its words begin
}

// word reports whether a looked-up list has the word.
func (l *Lexicon) word(list lookup, w string) bool { return l.words[list].has[w] }

// letterOf reports whether a looked-up list, of single characters, has one.
func (l *Lexicon) letterOf(list lookup, r rune) bool {
	return r < 1<<16 && l.words[list].first.has(r)
}
