package body

import "strings"

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

// speaksOf reports whether a word of a looked-up list stands in text.
func (l *Lexicon) speaksOf(list lookup, text []rune) bool {
	s := string(text)
	for w := range l.words[list].has {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// wordAt reports whether a word of a looked-up list, of up to four characters, stands
// at pos.
func (l *Lexicon) wordAt(list lookup, text []rune, pos int) bool {
	if pos >= len(text) || !l.words[list].first.has(text[pos]) {
		return false
	}
	for n := 1; n <= 4 && pos+n <= len(text); n++ {
		if l.word(list, string(text[pos:pos+n])) {
			return true
		}
	}
	return false
}

// wordBefore reports whether a word of a looked-up list, of up to four characters, ends
// at end.
func (l *Lexicon) wordBefore(list lookup, text []rune, end int) bool {
	for n := 2; n <= 4 && n <= end; n++ {
		if l.word(list, string(text[end-n:end])) {
			return true
		}
	}
	return false
}
