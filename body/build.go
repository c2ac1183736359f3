package body

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// How the word lists are compiled.

// New compiles the word lists; list returns the entries of a list by name.
func New(list func(name string) []Word) *Lexicon {
	l := &Lexicon{list: list}
	l.addLookups()
	l.addTraditional()
	l.addTries()
	l.addPlaces()
	l.addForms()
	l.addHeads()
	l.addLevels()
	l.addEnds()
	for _, t := range l.tries {
		t.build()
	}
	return l
}

// addLookups reads the lists that are only looked up.
func (l *Lexicon) addLookups() {
	l.dictionary = dictionary{trie: trie{alphabet: &l.alphabet}, ids: map[string]int{}}
	l.tries = append(l.tries, &l.dictionary.trie)
	for list, name := range lookupNames {
		for _, w := range l.list(name) {
			l.dictionary.enter(w.Term, lookup(list))
		}
	}
}

// addTraditional reads what is written for traditional characters.
func (l *Lexicon) addTraditional() {
	l.trad = map[rune]rune{}
	for _, w := range l.list("traditional") {
		from, to := []rune(w.Term), []rune(w.Attrs["to"])
		if len(from) == 1 && len(to) == 1 {
			l.trad[from[0]] = to[0]
		}
	}
}

// addTries reads the lists of which the longest word that ends somewhere is asked for.
func (l *Lexicon) addTries() {
	l.form, l.place = l.newTrie(), l.newTrie() // addForms and addPlaces fill them
	for _, named := range []struct {           // in one order, for the arrays to be the same in each run
		list string
		t    **trie
	}{
		{"scope", &l.scope}, {"before_body", &l.stop}, {"charged_only", &l.locality}, {"place_unit", &l.unit}, {"government_spot", &l.spot}, {"seat_part", &l.wide},
		{"class_field", &l.field}, {"class_middle", &l.middle}, {"institution_middle", &l.instMiddle},
		{"institute_head", &l.institute}, {"institution_own", &l.ownHead}, {"institution_class", &l.publicHead}, {"institute_built", &l.builds},
		{"collective_word", &l.colWord}, {"collective_head", &l.colHead}, {"group_head", &l.group}, {"force", &l.force},
	} {
		*named.t = l.newTrie()
		for i, w := range l.list(named.list) {
			(*named.t).add(w.Term, i)
		}
	}
}

// newTrie returns an empty trie, which New builds in the end.
func (l *Lexicon) newTrie() *trie {
	t := &trie{alphabet: &l.alphabet}
	l.tries = append(l.tries, t)
	return t
}

// heads returns the words of a list, the longest first: a head that ends another one must
// not win.
func (l *Lexicon) heads(name string) [][]rune {
	var out [][]rune
	for _, w := range l.list(name) {
		out = append(out, []rune(w.Term))
	}
	slices.SortStableFunc(out, func(a, b []rune) int { return len(b) - len(a) })
	return out
}

// addHeads reads the heads of names that are looked for one by one.
func (l *Lexicon) addHeads() {
	l.governments, l.zones, l.banks, l.councils, l.tails = l.heads("government_head"), l.heads("zone_head"), l.heads("bank_head"), l.heads("council"), l.heads("place_with")
	l.elidedHeads, l.classOwners, l.eachWords = l.heads("elided_head"), l.heads("class_owner"), l.heads("each_next")
	l.streets = l.heads("street_head")
	l.zoneKinds, l.seats, l.seatOf, l.branchTails = l.heads("zone_kind"), l.heads("seat_head"), l.heads("seat_of"), l.heads("branch_tail")
	for _, w := range l.list("class_head") {
		h := classHead{runes: []rune(w.Term), inst: w.Attrs["inst"] != "", org: w.Attrs["org"] != "", office: w.Attrs["office"] != ""}
		for _, b := range split(w.Attrs["behind"]) {
			h.behind = append(h.behind, []rune(b))
		}
		l.classHeads = append(l.classHeads, h)
	}
	slices.SortStableFunc(l.classHeads, func(a, b classHead) int { return len(b.runes) - len(a.runes) })
	l.kindZone, l.plainSeat = map[string]bool{}, map[string]bool{}
	for _, w := range l.list("zone_head") {
		l.kindZone[w.Term] = w.Attrs["kind"] != ""
	}
	for _, w := range l.list("seat_of") {
		l.plainSeat[w.Term] = w.Attrs["plain"] != ""
	}
	l.unlistedHeads = map[rune][][]rune{}
	for _, w := range l.list("unlisted_head") {
		r := []rune(w.Term)
		last := r[len(r)-1]
		l.unlistedHeads[last] = append(l.unlistedHeads[last], r)
	}
	l.notAfter = map[string][][]rune{}
	for _, w := range l.list("not_behind") {
		h := w.Attrs["head"]
		tail := []rune(strings.TrimPrefix(w.Term, h))
		l.notAfter[h] = append(l.notAfter[h], tail)
		if len(tail) > 0 {
			l.cuts.add(tail[0])
		}
	}
}

// addLevels reads the words and characters for levels and institutions.
func (l *Lexicon) addLevels() {
	l.levels, l.isLevel = map[rune][]levelWord{}, map[string]bool{}
	for _, w := range l.list("level_word") {
		r := []rune(w.Term)
		last := r[len(r)-1]
		l.levels[last] = append(l.levels[last], levelWord{r, w.Attrs["open"] != ""})
		l.levelLast.add(last)
		l.isLevel[w.Term] = true
		if w.Attrs["league"] != "" {
			l.leagueLevel.add(last)
		}
	}
	for _, words := range l.levels {
		slices.SortStableFunc(words, func(a, b levelWord) int { return len(b.runes) - len(a.runes) })
	}
	l.notLevel = map[[2]rune]bool{}
	for _, w := range l.list("not_level") {
		if r := []rune(w.Term); len(r) == 2 {
			l.notLevel[[2]rune{r[0], r[1]}] = true
		}
	}
	for _, w := range l.list("institution_tail") {
		for _, r := range w.Term {
			l.institution.add(r)
		}
	}
	for _, w := range l.list("field_letter") {
		if r := []rune(w.Term); len(r) == 1 {
			l.letter.add(r[0])
		}
	}
}

// addEnds notes how names end, so that most of a text is passed over with one look. Forms
// and fields are noted where they are read.
func (l *Lexicon) addEnds() {
	for name, ask := range map[string]uint16{
		"collective_head": askCollective, "group_head": askGroup, "force": askForce, "charged_only": askLocality,
		"institute_head": askInstitute, "institution_class": askInstitute, "institution_own": askNamed,
	} {
		for _, w := range l.list(name) {
			l.mayEnd(w.Term, ask)
		}
	}
	for _, heads := range []struct {
		words  [][]rune
		behind string
		ask    uint16
	}{
		{l.tails, "", askLocality}, {l.elidedHeads, "等", askClass}, {l.governments, "", askGovernment},
		{l.zones, "", askZone}, {l.streets, "", askZone}, {l.branchTails, "", askBranch}, {l.seats, "", askBranch},
	} {
		for _, h := range heads.words {
			l.mayEnd(heads.behind+string(h), heads.ask)
		}
	}
	for _, h := range l.classHeads {
		l.mayEnd(string(h.runes), askClass)
	}
	for _, w := range l.list("place_unit") {
		for _, before := range []string{"、", "和", "及", "各", "关", "他"} { // 有关县
			l.mayEnd(before+w.Term, askLocality)
		}
		if utf8.RuneCountInString(w.Term) > 1 {
			l.mayEnd(w.Term, askLocality)
		}
		l.mayEnd(w.Term+")", askLocality)
	}
	for _, n := range counting {
		for _, w := range l.list(lookupNames[countedLevel]) {
			l.mayEnd(string(n)+w.Term, askLocality)
		}
	}
	for w := range l.isLevel { // 省委
		l.mayEnd(w+"委", askNamed)
	}
	for _, name := range l.placeAs { // 湘西州委
		r := []rune(name)
		l.mayEnd(string(r[len(r)-1])+"委", askNamed)
	}
	for r := range l.letter.all {
		l.mayEnd(string(r)+"局", askNamed)
	}
	for r := range l.institution.all {
		l.mayEnd(string(r), askNamed)
	}
	for r := range l.unlistedHeads {
		l.mayEnd(string(r), askNamed)
	}
}

// addPlaces reads China's administrative division.
func (l *Lexicon) addPlaces() {
	l.byCode, l.byPlace, l.sure = map[string]int{}, map[string][]int{}, map[string]bool{}
	for _, name := range []string{"region_province", "region_prefecture", "region_county"} {
		for _, w := range l.list(name) {
			l.addPlace(w)
		}
	}
}

// mayEnd notes that the recogniser ask is to be asked where a text has the last two
// characters of term, or its only one.
func (l *Lexicon) mayEnd(term string, ask uint16) {
	r := []rune(term)
	if len(r) == 0 || r[len(r)-1] >= 1<<16 {
		return
	}
	l.ends.add(r[len(r)-1])
	last := &l.last[r[len(r)-1]]
	last.any |= ask
	if len(r) == 1 {
		last.always |= ask
		return
	}
	l.pairs[pair(r[len(r)-2], r[len(r)-1])] |= ask
}

// addPlace enters a place with its short names and abbreviations.
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

// addForm enters one way to write an organ's name.
func (l *Lexicon) addForm(f Form) {
	f.governing = l.word(governmentForm, f.Text)
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

// addForms enters the forms of bodies, state organs, organs of a field and of the party.
func (l *Lexicon) addForms() {
	list := l.list
	l.byStem, l.shortest, l.fullHeads = map[string][]int{}, map[string]string{}, map[string]string{}
	for _, w := range list("short_head") {
		l.fullHeads[w.Term] = w.Attrs["full"]
	}
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
