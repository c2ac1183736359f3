package resolve

import (
	"strings"

	"plangraph/body"
)

// words is a word list that names are held against.
type words struct {
	order   []string // the words as the list has them
	attrs   map[string]map[string]string
	longest int // bytes
}

// newWords compiles a list.
func newWords(entries []body.Word) words {
	w := words{attrs: make(map[string]map[string]string, len(entries))}
	for _, e := range entries {
		w.order = append(w.order, e.Term)
		w.attrs[e.Term] = e.Attrs
		w.longest = max(w.longest, len(e.Term))
	}
	return w
}

// has reports whether the list has the word.
func (w words) has(s string) bool {
	_, ok := w.attrs[s]
	return ok
}

// head returns the longest word that s begins with, and its attributes.
func (w words) head(s string) (string, map[string]string, bool) {
	for n := min(len(s), w.longest); n > 0; n-- {
		if attrs, ok := w.attrs[s[:n]]; ok {
			return s[:n], attrs, true
		}
	}
	return "", nil, false
}

// tail returns the longest word that s ends with, and its attributes.
func (w words) tail(s string) (string, map[string]string, bool) {
	for n := min(len(s), w.longest); n > 0; n-- {
		if attrs, ok := w.attrs[s[len(s)-n:]]; ok {
			return s[len(s)-n:], attrs, true
		}
	}
	return "", nil, false
}

// within returns the attributes of the list's first word that stands in s.
func (w words) within(s string) (map[string]string, bool) {
	for _, t := range w.order {
		if strings.Contains(s, t) {
			return w.attrs[t], true
		}
	}
	return nil, false
}

// begins, ends and holds are head, tail and within where only the answer counts.
func (w words) begins(s string) bool { _, _, ok := w.head(s); return ok }
func (w words) ends(s string) bool   { _, _, ok := w.tail(s); return ok }
func (w words) holds(s string) bool  { _, ok := w.within(s); return ok }

// lists are lists of rules/words, most of them of levels.txt, by their names there.
type lists struct {
	ownScope, manyHead, manyTail, manyPart, manyName, onePart      words // several bodies under one name
	classTail, collectivePart, manyLevel, manyLevelPart            words
	levelWord, placeWide, zoneWord, zoneHead, zoneKind             words // places and levels
	zoneAuthority, zoneNameEnd, streetPart, townLetter             words
	taskBodyTail, taskGroup, taskOffice                            words // groups for a task
	minorParty, minorPartyTail                                     words // parties beside the Communist Party
	coinedTail, forceTail, instituteHead, properHead               words // heads of names that no list has
	unplacedTail                                                   words
	bankHead, bankTail, seatOf, seatHead, verticalTail, systemLead words // systems run from above
	issuerLevel, centralIssuer, seatGovernment                     words
	titleLead, yearUnit, numberKind                                words // what stands before the place in a title, and behind it in a number
	committeeNamed, builtTail                                      words
	fieldTail, fieldLead                                           words // 省级 … 部门 of classes
	nationalHead, headShort                                        words // heads of organs
	placeGovernment                                                words // what governs a place
}

// newLists reads the lists out of the lexicon.
func newLists(lex *body.Lexicon) (l lists) {
	for name, to := range map[string]*words{
		"own_scope": &l.ownScope, "many_head": &l.manyHead, "many_tail": &l.manyTail, "many_part": &l.manyPart,
		"many_name": &l.manyName, "one_part": &l.onePart, "class_tail": &l.classTail, "collective_part": &l.collectivePart,
		"many_level": &l.manyLevel, "many_level_part": &l.manyLevelPart,
		"level_word": &l.levelWord, "place_wide": &l.placeWide, "zone_word": &l.zoneWord, "zone_head": &l.zoneHead, "zone_kind": &l.zoneKind,
		"task_body_tail": &l.taskBodyTail, "task_group": &l.taskGroup, "task_office": &l.taskOffice,
		"coined_tail": &l.coinedTail, "force_tail": &l.forceTail, "institute_head": &l.instituteHead, "proper_head": &l.properHead,
		"unplaced_tail": &l.unplacedTail, "zone_authority": &l.zoneAuthority, "zone_name_end": &l.zoneNameEnd, "street_part": &l.streetPart, "town_letter": &l.townLetter,
		"bank_head": &l.bankHead, "bank_tail": &l.bankTail, "seat_of": &l.seatOf, "seat_head": &l.seatHead, "vertical_tail": &l.verticalTail, "system_lead": &l.systemLead,
		"issuer_level": &l.issuerLevel, "central_issuer": &l.centralIssuer, "minor_party": &l.minorParty, "minor_party_tail": &l.minorPartyTail,
		"title_lead": &l.titleLead, "year_unit": &l.yearUnit, "number_kind": &l.numberKind, "seat_government": &l.seatGovernment,
		"committee_named": &l.committeeNamed, "built_tail": &l.builtTail, "field_tail": &l.fieldTail, "field_lead": &l.fieldLead,
		"national_head": &l.nationalHead, "head_short": &l.headShort, "place_government": &l.placeGovernment,
	} {
		*to = newWords(lex.Entries(name))
	}
	return l
}
