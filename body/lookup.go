package body

import "unicode/utf8"

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
	ownOffice
	zoneNot
	belonging
	genericField
	unlistedNext
	unlistedDuty
	unlistedAct
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
	groupNounVerb
	groupWord
	groupRank
	groupAim
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
	bodyLetter
	ofGarrison
	classOwner
	governmentForm
	wholeCountry
	groupOffice
	taskNotLast
	groupNotLevel
	levelTail
	directWord
	ownLetter
	fieldFirst
	fieldWord
	relatedWord
	organWord
	organNext
	garrisonOf
	relativeHead
	countedLevel
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
	ownOffice:       "own_office",
	zoneNot:         "zone_not",
	belonging:       "belonging",
	genericField:    "generic_field",
	unlistedNext:    "unlisted_next",
	unlistedDuty:    "unlisted_duty",
	unlistedAct:     "unlisted_act",
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
	groupNounVerb:   "group_noun_verb",
	groupWord:       "group_word",
	groupRank:       "group_rank",
	groupAim:        "group_aim",
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
	bodyLetter:      "body_letter",
	ofGarrison:      "of_garrison",
	classOwner:      "class_owner",
	governmentForm:  "government_form",
	wholeCountry:    "whole_country",
	groupOffice:     "group_office",
	taskNotLast:     "task_not_last",
	groupNotLevel:   "group_not_level",
	levelTail:       "level_tail",
	directWord:      "direct_word",
	ownLetter:       "own_letter",
	fieldFirst:      "field_first",
	fieldWord:       "class_field_word",
	relatedWord:     "related_word",
	organWord:       "organ_word",
	organNext:       "organ_next",
	garrisonOf:      "garrison_of",
	relativeHead:    "relative_head",
	countedLevel:    "counted_level",
}

// listSet is a set of looked-up lists, a bit for each.
type listSet [(len(lookupNames) + 63) / 64]uint64

func (s *listSet) add(list lookup)      { s[list/64] |= 1 << (list % 64) }
func (s *listSet) has(list lookup) bool { return s[list/64]&(1<<(list%64)) != 0 }

// dictionary holds the words of all looked-up lists, so that a stretch of text is looked up
// without a string being made of it.
type dictionary struct {
	trie                            // of the words, read from the first character on
	ids   map[string]int            // of each word
	lists []listSet                 // by id: the lists that have the word
	first [len(lookupNames)]runeSet // by list: with which characters its words begin
}

// enter notes that a list has a word.
func (d *dictionary) enter(word string, list lookup) {
	id, known := d.ids[word]
	if !known {
		id = len(d.lists)
		d.ids[word] = id
		d.lists = append(d.lists, listSet{})
		d.addForward(word, id)
	}
	d.lists[id].add(list)
	r, _ := utf8.DecodeRuneInString(word)
	d.first[list].add(r)
}

// longestLookup is how many characters a word has that wordAt and wordBefore look for.
const longestLookup = 4

// word reports whether a looked-up list has the word.
func (l *Lexicon) word(list lookup, w string) bool {
	id, ok := l.dictionary.ids[w]
	return ok && l.dictionary.lists[id].has(list)
}

// wordIs reports whether a looked-up list has the word that text is.
func (l *Lexicon) wordIs(list lookup, text []rune) bool {
	return len(text) > 0 && l.dictionary.first[list].has(text[0]) && l.wordWithin(list, text, len(text))
}

// letterOf reports whether a looked-up list, of single characters, has one.
func (l *Lexicon) letterOf(list lookup, r rune) bool {
	return l.dictionary.first[list].holds(r)
}

// speaksOf reports whether a word of a looked-up list stands in text.
func (l *Lexicon) speaksOf(list lookup, text []rune) bool {
	for i, r := range text {
		if l.dictionary.first[list].has(r) && l.wordWithin(list, text[i:], 1) {
			return true
		}
	}
	return false
}

// wordAt reports whether a word of a looked-up list, of up to four characters, stands
// at pos.
func (l *Lexicon) wordAt(list lookup, text []rune, pos int) bool {
	if pos >= len(text) || !l.dictionary.first[list].has(text[pos]) {
		return false
	}
	return l.wordWithin(list, text[pos:min(pos+longestLookup, len(text))], 1)
}

// wordBefore reports whether a word of a looked-up list, of two to four characters, ends
// at end.
func (l *Lexicon) wordBefore(list lookup, text []rune, end int) bool {
	for n := 2; n <= longestLookup && n <= end; n++ {
		if l.wordIs(list, text[end-n:end]) {
			return true
		}
	}
	return false
}

// wordWithin reports whether text begins with a word of a looked-up list that has shortest
// characters at least.
func (l *Lexicon) wordWithin(list lookup, text []rune, shortest int) bool {
	d, at := &l.dictionary, int32(0)
	for i, r := range text {
		next := d.step(at, r)
		if next < 0 {
			return false
		}
		at = next
		if v := d.nodes[at].Value; v != 0 && i+1 >= shortest && d.lists[v-1].has(list) {
			return true
		}
	}
	return false
}
