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

// lists are the lists of rules/words/levels.txt, by their names there.
type lists struct {
	ownScope, manyHead, manyTail, manyPart, manyName, onePart, classTail, collectivePart,
	manyLevel, manyLevelPart, levelWord, taskBodyTail, coinedTail, forceTail, bankHead, zoneWord,
	issuerLevel, centralIssuer, systemLead, placeWide, instituteHead, properHead, seatGovernment, committeeNamed, seatOf, seatHead, zoneHead, zoneKind, verticalTail words
}

func newLists(lex *body.Lexicon) lists {
	get := func(name string) words { return newWords(lex.Entries(name)) }
	return lists{
		ownScope: get("own_scope"), manyHead: get("many_head"), manyTail: get("many_tail"), manyPart: get("many_part"), manyName: get("many_name"),
		onePart: get("one_part"), classTail: get("class_tail"), collectivePart: get("collective_part"), manyLevel: get("many_level"),
		manyLevelPart: get("many_level_part"), levelWord: get("level_word"), taskBodyTail: get("task_body_tail"), coinedTail: get("coined_tail"),
		forceTail: get("force_tail"), bankHead: get("bank_head"), zoneWord: get("zone_word"), issuerLevel: get("issuer_level"), centralIssuer: get("central_issuer"), systemLead: get("system_lead"),
		placeWide: get("place_wide"), instituteHead: get("institute_head"), properHead: get("proper_head"), seatGovernment: get("seat_government"), committeeNamed: get("committee_named"), seatOf: get("seat_of"), seatHead: get("seat_head"), zoneHead: get("zone_head"), zoneKind: get("zone_kind"), verticalTail: get("vertical_tail"),
	}
}
