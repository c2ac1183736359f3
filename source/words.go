package source

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Reader finds the plans in texts and their structure, by the words that documents
// of that kind are laid out with. It does not change after New and may be used by
// many goroutines.
type Reader struct {
	words
	simplified func(text string) string
}

// words are the lists of rules/words/layout.txt, which says what each is for.
type words struct {
	// titles, and the head of a document
	circularEnd, planEnd, titleEnd, goalTitleEnd, headingEnd, noPlanTitle, dutyTitle, issuerEnd,
	numberLabel, aboutWord, circularWord, issueWord, issuedAs, issuedTo, circularIssues,
	circularTail, circularText, addresseeBody, titleNot, titleRemark, reportTitle, letterheadEnd, unitNote []string

	// the years of a plan
	horizonWord, yearTo, lookedBack, periodClose, gained, visionTitle, comparedWith, yearWork, yearTold, thisYear,
	thisYearAhead, yearOpening, yearDone, aheadWord, rangeSign, yearHeading []string

	// rows of web pages and gazettes
	pageRow, pageRowBracketed, siteOwners, siteWord, siteOwnerEnd, imprint, gazetteMark []string

	// what makes a text a plan
	dutySign, directive, measureVerb, orderWord, obligation, workEnd, projectList, boundWord,
	toldWord, toldBase, aimWord, storyWord, taskSign, goalHeading, goalSign, goalEnd, promiseWord,
	outcomeWord, projectMark, progressWord, progressTotal, mustWord, mustNot, mustBody, dutyWord []string

	// chapters, fields and lists
	prefaceTitle, reviewEnd, fieldWord, fieldEnd, fieldNot, dueLabel, fieldInline, fieldVillage, stageLabel, recordLabel, rosterWord, lineFirst,
	noteLabel []string

	// headers and cells of tables
	tableHead, unitHead, columnSerial, columnClass, columnName, columnNameNot,
	columnLeader, columnTime, columnGoal, columnValue, columnAmount, columnAmountNot,
	columnMeasure, columnIndicator, tableIndicatorTitle, columnSum, cellSum, columnLate,
	cellGoverning, cellLevel, cellNameLetter, cellDate, cellDue, cellTime, cellTimeEnd, columnStatus, cellStatus, natureHead,
	natureWord, tableBodyHead, tableOtherHead, bodyEnd, nameAge, turnedHead,
	turnedLabels, columnPlace, headlessColumn []string

	// tables with nothing between their cells
	gluedSerial, gluedCounter, gluedDue, gluedLetter, gluedLevel, gluedOpening,
	gluedInner, gluedOwn, gluedEach, gluedShort, gluedWhole, gluedNot, gluedHead, columnModifier, columnNoun, gluedStem, gluedEnd, gluedOn, gluedVerb, gluedTitleEnd, gluedBranch, gluedUnit, gluedWord, doubleSurname, tableTitleEnd,
	surname []string

	// long lists by the first characters of their words
	gluedHeads, gluedStems, gluedVerbs wordsByFirst

	// what is looked for in every line
	columnSerials, gluedSerials, tableBodyHeads finder

	turnedFirst string // the first characters of heads that a turned table may begin with

	pageRowHead string // the first characters of page and site rows, by which most lines are none
}

// New returns a reader. list gives the words of a list by its name, nil for one that there
// is not; simplified gives a text in traditional characters in simplified ones, each of as
// many bytes as before, and any other text as it is.
func New(list func(name string) []string, simplified func(text string) string) *Reader {
	r := &Reader{simplified: simplified, words: words{
		circularEnd:         list("circular_end"),
		planEnd:             list("plan_end"),
		titleEnd:            list("title_end"),
		goalTitleEnd:        list("goal_title_end"),
		headingEnd:          list("heading_end"),
		noPlanTitle:         list("no_plan_title"),
		dutyTitle:           list("duty_title"),
		issuerEnd:           list("issuer_end"),
		numberLabel:         list("number_label"),
		pageRow:             list("page_row"),
		pageRowBracketed:    list("page_row_bracketed"),
		siteOwners:          list("site_owner"),
		siteWord:            list("site_word"),
		siteOwnerEnd:        list("site_owner_end"),
		imprint:             list("imprint"),
		dutySign:            list("duty_sign"),
		directive:           list("directive"),
		measureVerb:         list("measure_verb"),
		orderWord:           list("order_word"),
		obligation:          list("obligation"),
		workEnd:             list("work_end"),
		projectList:         list("project_list"),
		boundWord:           list("bound_word"),
		toldWord:            list("told_word"),
		aimWord:             list("aim_word"),
		prefaceTitle:        list("preface_title"),
		reviewEnd:           list("review_end"),
		fieldWord:           list("field_word"),
		fieldEnd:            list("field_end"),
		fieldNot:            list("field_not"),
		dueLabel:            list("due_label"),
		fieldInline:         list("field_inline"),
		rosterWord:          list("roster_word"),
		tableHead:           list("table_head"),
		unitHead:            list("unit_head"),
		columnSerial:        list("column_serial"),
		columnClass:         list("column_class"),
		columnName:          list("column_name"),
		columnNameNot:       list("column_name_not"),
		columnLeader:        list("column_leader"),
		columnTime:          list("column_time"),
		columnGoal:          list("column_goal"),
		columnValue:         list("column_value"),
		columnAmount:        list("column_amount"),
		columnAmountNot:     list("column_amount_not"),
		columnMeasure:       list("column_measure"),
		columnIndicator:     list("column_indicator"),
		tableIndicatorTitle: list("table_indicator_title"),
		columnSum:           list("column_sum"),
		cellSum:             list("cell_sum"),
		columnLate:          list("column_late"),
		cellGoverning:       list("cell_governing"),
		cellLevel:           list("cell_level"),
		cellNameLetter:      list("cell_name_letter"),
		cellDate:            list("cell_date"),
		cellDue:             list("cell_due"),
		cellTime:            list("cell_time"),
		cellTimeEnd:         list("cell_time_end"),
		columnStatus:        list("column_status"),
		cellStatus:          list("cell_status"),
		noteLabel:           list("note_label"),
		gluedSerial:         list("glued_serial"),
		gluedCounter:        list("glued_counter"),
		gluedDue:            list("glued_due"),
		gluedLetter:         list("glued_letter"),
		gluedLevel:          list("glued_level"),
		gluedOpening:        list("glued_opening"),
		natureHead:          list("nature_head"),
		natureWord:          list("nature_word"),
		tableBodyHead:       list("table_body_head"),
		tableOtherHead:      list("table_other_head"),
		bodyEnd:             list("body_end"),
		gluedHead:           list("glued_head"),
		gluedInner:          list("glued_inner"),
		gluedOwn:            list("glued_own"),
		gluedEach:           list("glued_each"),
		gluedShort:          list("glued_short"),
		gluedWhole:          list("glued_whole"),
		gluedNot:            list("glued_not"),
		columnModifier:      list("column_modifier"),
		columnNoun:          list("column_noun"),
		gluedStem:           list("glued_stem"),
		gluedEnd:            list("glued_end"),
		gluedOn:             list("glued_on"),
		gluedVerb:           list("glued_verb"),
		gluedTitleEnd:       list("glued_title_end"),
		gluedBranch:         list("glued_branch"),
		tableTitleEnd:       list("table_title_end"),
		gluedUnit:           list("glued_unit"),
		gluedWord:           list("glued_word"),
		recordLabel:         list("record_label"),
		doubleSurname:       list("double_surname"),
		lineFirst:           list("line_first"),
		goalSign:            list("goal_sign"),
		surname:             list("surname"),
		nameAge:             list("name_age"),
		columnPlace:         list("column_place"),
		headlessColumn:      list("headless_column"),
		turnedHead:          list("turned_head"),
		turnedLabels:        list("turned_label"),
		circularText:        list("circular_text"),
		aboutWord:           list("about_word"),
		circularWord:        list("circular_word"),
		issueWord:           list("issue_word"),
		issuedAs:            list("issued_as"),
		issuedTo:            list("issued_to"),
		horizonWord:         list("horizon_word"),
		yearTo:              list("year_to"),
		lookedBack:          list("looked_back"),
		periodClose:         list("period_close"),
		gained:              list("gained"),
		visionTitle:         list("vision_title"),
		comparedWith:        list("compared_with"),
		yearWork:            list("year_work"),
		yearTold:            list("year_told"),
		thisYear:            list("this_year"),
		thisYearAhead:       list("this_year_ahead"),
		yearOpening:         list("year_opening"),
		yearDone:            list("year_done"),
		aheadWord:           list("ahead_word"),
		rangeSign:           list("range_sign"),
		yearHeading:         list("year_heading"),
		circularIssues:      list("circular_issues"),
		circularTail:        list("circular_tail"),
		storyWord:           list("story_word"),
		titleRemark:         list("title_remark"),
		reportTitle:         list("report_title"),
		taskSign:            list("task_sign"),
		goalHeading:         list("goal_heading"),
		toldBase:            list("told_base"),
		promiseWord:         list("promise_word"),
		outcomeWord:         list("outcome_word"),
		projectMark:         list("project_mark"),
		progressWord:        list("progress_word"),
		progressTotal:       list("progress_total"),
		unitNote:            list("unit_note"),
		mustWord:            list("must_word"),
		mustNot:             list("must_not"),
		mustBody:            list("must_body"),
		dutyWord:            list("duty_word"),
		addresseeBody:       list("addressee_body"),
		letterheadEnd:       list("letterhead_end"),
		titleNot:            list("title_not"),
		gazetteMark:         list("gazette_mark"),
		fieldVillage:        list("field_village"),
		goalEnd:             list("goal_end"),
		stageLabel:          list("stage_label"),
	}}
	// Where one begins another the longer is meant.
	r.gluedHead = slices.Clone(r.gluedHead)
	slices.SortStableFunc(r.gluedHead, func(a, b string) int { return len(b) - len(a) })
	r.gluedHeads, r.gluedStems, r.gluedVerbs = byFirst(r.gluedHead), byFirst(r.gluedStem), byFirst(r.gluedVerb)
	r.columnSerials, r.gluedSerials, r.tableBodyHeads = newFinder(r.columnSerial), newFinder(r.gluedSerial), newFinder(r.tableBodyHead)
	r.pageRowHead = "[" + firstLetters(r.pageRow, r.siteOwners)
	r.turnedFirst = "|" + firstLetters(r.turnedHead, r.unitHead)
	return r
}

// firstLetters returns the first characters of words, each once.
func firstLetters(lists ...[]string) (letters string) {
	for _, w := range slices.Concat(lists...) {
		if c := w[:runeCut(w, 1)]; !strings.Contains(letters, c) {
			letters += c
		}
	}
	return letters
}

// wordsByFirst holds the words of a list by their first characters, in the order of the list.
type wordsByFirst map[rune][]string

func byFirst(list []string) wordsByFirst {
	out := wordsByFirst{}
	for _, w := range list {
		r, _ := utf8.DecodeRuneInString(w)
		out[r] = append(out[r], w)
	}
	return out
}

// opening returns the first of the words that s begins with, "" for none.
func (l wordsByFirst) opening(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	return firstWord(s, l[r])
}

// has reports whether s is one of the words.
func (l wordsByFirst) has(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return slices.Contains(l[r], s)
}

// finder looks for the words of a list in one pass over a text.
type finder struct {
	list  []string
	words wordsByFirst
	third uint64 // a bit for the last byte of each first character: most characters of a text need no more
	plain bool   // all words begin with a character of three bytes, as nearly all Chinese ones are
}

func newFinder(list []string) finder {
	f := finder{list: list, words: byFirst(list), plain: true}
	for r := range f.words {
		f.plain = f.plain && utf8.RuneLen(r) == 3
		f.third |= 1 << (r & 63)
	}
	return f
}

// index returns where the first of the words in s begins, and the word; -1 for none.
func (f *finder) index(s string) (at int, word string) {
	if !f.plain {
		return indexAny(s, f.list)
	}
	for i := 0; i+2 < len(s); {
		if s[i]>>4 != 0xE { // of another length, or not its first byte
			i++
			continue
		}
		if f.third>>(s[i+2]&63)&1 != 0 {
			if w := f.words.opening(s[i:]); w != "" {
				return i, w
			}
		}
		i += 3
	}
	return -1, ""
}
