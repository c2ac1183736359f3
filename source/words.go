package source

import "slices"

// Reader finds the plans in texts and their structure, by the words that documents
// of that kind are laid out with. It does not change after New and may be used by
// many goroutines.
type Reader struct {
	words
	simplified func(text string) string
}

// wordLists gives the words of a list by its name, nil for one that there is not.
type wordLists func(name string) []string

// New returns a reader. list gives the words of a list by its name, nil for one that there
// is not; simplified gives a text in traditional characters in simplified ones, each of as
// many bytes as before, and any other text as it is.
func New(list func(name string) []string, simplified func(text string) string) *Reader {
	return &Reader{words: newWords(list), simplified: simplified}
}

// words are the lists of rules/words/layout.txt, which says what each is for, and what is
// made of them to look faster.
type words struct {
	titleWords
	yearWords
	pageWords
	dutyWords
	fieldWords
	columnWords
	gluedWords

	// long lists by the first characters of their words, as more are among those above
	gluedHeads, gluedStems, gluedVerbs wordsByFirst

	labels []labelWord // of boxes, tables, pictures and annexes

	// what is looked for in every line
	columnSerials, gluedSerials, tableBodyHeads wordsByFirst

	labelFirst  string // the first characters of labels
	turnedFirst string // the first characters of heads that a turned table may begin with
	pageRowHead string // the first characters of page and site rows, by which most lines are none
}

// newWords reads the lists.
func newWords(list wordLists) words {
	ws := words{
		titleWords:  newTitleWords(list),
		yearWords:   newYearWords(list),
		pageWords:   newPageWords(list),
		dutyWords:   newDutyWords(list),
		fieldWords:  newFieldWords(list),
		columnWords: newColumnWords(list),
		gluedWords:  newGluedWords(list),
	}
	ws.labels = newLabels(list)
	for _, l := range ws.labels {
		ws.labelFirst += firstLetters([]string{l.text})
	}
	// Where one begins another the longer is meant.
	ws.gluedHead = slices.Clone(ws.gluedHead)
	slices.SortStableFunc(ws.gluedHead, func(a, b string) int { return len(b) - len(a) })
	ws.gluedHeads, ws.gluedStems, ws.gluedVerbs = byFirst(ws.gluedHead), byFirst(ws.gluedStem), byFirst(ws.gluedVerb)
	ws.columnSerials, ws.gluedSerials, ws.tableBodyHeads = byFirst(ws.columnSerial), byFirst(ws.gluedSerial), byFirst(ws.tableBodyHead)
	ws.pageRowHead = "[" + firstLetters(ws.pageRow, ws.siteOwners)
	ws.turnedFirst = "|" + firstLetters(ws.turnedHead, ws.unitHead)
	return ws
}

// titleWords are what titles, and the head of a document with its circular, are written with.
type titleWords struct {
	circularEnd, planEnd, titleEnd, goalTitleEnd, headingEnd, noPlanTitle, dutyTitle, reportTitle, titleNot,
	titleRemark, unitNote, prefaceTitle, reviewEnd, issuerEnd, letterheadEnd, numberLabel, aboutWord,
	circularWord, issueWord, issuedAs, issuedTo, issueVerb, issuersEnd, circularCited, circularTail,
	addresseeBody []string
}

func newTitleWords(list wordLists) titleWords {
	return titleWords{
		circularEnd:   list("circular_end"),
		planEnd:       list("plan_end"),
		titleEnd:      list("title_end"),
		goalTitleEnd:  list("goal_title_end"),
		headingEnd:    list("heading_end"),
		noPlanTitle:   list("no_plan_title"),
		dutyTitle:     list("duty_title"),
		reportTitle:   list("report_title"),
		titleNot:      list("title_not"),
		titleRemark:   list("title_remark"),
		unitNote:      list("unit_note"),
		prefaceTitle:  list("preface_title"),
		reviewEnd:     list("review_end"),
		issuerEnd:     list("issuer_end"),
		letterheadEnd: list("letterhead_end"),
		numberLabel:   list("number_label"),
		aboutWord:     list("about_word"),
		circularWord:  list("circular_word"),
		issueWord:     list("issue_word"),
		issuedAs:      list("issued_as"),
		issuedTo:      list("issued_to"),
		issueVerb:     list("issue_verb"),
		issuersEnd:    list("issuers_end"),
		circularCited: list("circular_cited"),
		circularTail:  list("circular_tail"),
		addresseeBody: list("addressee_body"),
	}
}

// yearWords are what tells the years of a plan.
type yearWords struct {
	horizonWord, yearTo, lookedBack, periodClose, gained, visionTitle, comparedWith, yearWork, yearTold,
	thisYear, thisYearAhead, yearOpening, yearDone, aheadWord, rangeSign, yearHeading []string
}

func newYearWords(list wordLists) yearWords {
	return yearWords{
		horizonWord:   list("horizon_word"),
		yearTo:        list("year_to"),
		lookedBack:    list("looked_back"),
		periodClose:   list("period_close"),
		gained:        list("gained"),
		visionTitle:   list("vision_title"),
		comparedWith:  list("compared_with"),
		yearWork:      list("year_work"),
		yearTold:      list("year_told"),
		thisYear:      list("this_year"),
		thisYearAhead: list("this_year_ahead"),
		yearOpening:   list("year_opening"),
		yearDone:      list("year_done"),
		aheadWord:     list("ahead_word"),
		rangeSign:     list("range_sign"),
		yearHeading:   list("year_heading"),
	}
}

// pageWords are rows that web pages and gazettes have around a text.
type pageWords struct {
	pageRow, pageRowBracketed, siteOwners, siteWord, siteOwnerEnd, siteOwnerNot, imprint, imprintEnd, gazetteMark []string
}

func newPageWords(list wordLists) pageWords {
	return pageWords{
		pageRow:          list("page_row"),
		pageRowBracketed: list("page_row_bracketed"),
		siteOwners:       list("site_owner"),
		siteWord:         list("site_word"),
		siteOwnerEnd:     list("site_owner_end"),
		siteOwnerNot:     list("site_owner_not"),
		imprint:          list("imprint"),
		imprintEnd:       list("imprint_end"),
		gazetteMark:      list("gazette_mark"),
	}
}

// dutyWords are what makes a text a plan: that it sets tasks.
type dutyWords struct {
	directive, measureVerb, workEnd, projectList, storyWord, taskSign, goalHeading, goalEnd, promiseWord,
	outcomeWord, projectMark, progressWord, progressTotal, mustWord, mustNot, mustBody, dutyWord []string

	dutySign, orderWord, toldWord, toldBase, boundWord, aimWord, goalSign wordsByFirst
}

func newDutyWords(list wordLists) dutyWords {
	return dutyWords{
		dutySign:      byFirst(list("duty_sign")),
		directive:     list("directive"),
		measureVerb:   list("measure_verb"),
		orderWord:     byFirst(list("order_word")),
		workEnd:       list("work_end"),
		projectList:   list("project_list"),
		boundWord:     byFirst(list("bound_word")),
		toldWord:      byFirst(list("told_word")),
		toldBase:      byFirst(list("told_base")),
		aimWord:       byFirst(list("aim_word")),
		storyWord:     list("story_word"),
		taskSign:      list("task_sign"),
		goalHeading:   list("goal_heading"),
		goalSign:      byFirst(list("goal_sign")),
		goalEnd:       list("goal_end"),
		promiseWord:   list("promise_word"),
		outcomeWord:   list("outcome_word"),
		projectMark:   list("project_mark"),
		progressWord:  list("progress_word"),
		progressTotal: list("progress_total"),
		mustWord:      list("must_word"),
		mustNot:       list("must_not"),
		mustBody:      list("must_body"),
		dutyWord:      list("duty_word"),
	}
}

// fieldWords are labels of fields, and what lines of lists begin with.
type fieldWords struct {
	fieldWord, fieldEnd, fieldNot, fieldInline, dueLabel, stageLabel, recordLabel, rosterWord,
	memberEnd, noteLabel, lineGoesOn []string

	lineFirst wordsByFirst
}

func newFieldWords(list wordLists) fieldWords {
	return fieldWords{
		fieldWord:   list("field_word"),
		fieldEnd:    list("field_end"),
		fieldNot:    list("field_not"),
		fieldInline: list("field_inline"),
		dueLabel:    list("due_label"),
		stageLabel:  list("stage_label"),
		recordLabel: list("record_label"),
		rosterWord:  list("roster_word"),
		memberEnd:   list("member_end"),
		lineFirst:   byFirst(list("line_first")),
		noteLabel:   list("note_label"),
		lineGoesOn:  list("line_goes_on"),
	}
}

// columnWords are headers and cells of tables.
type columnWords struct {
	unitHead, columnSerial, columnClass, columnName, columnNameNot, columnLeader, columnTime,
	columnGoal, columnValue, columnAmount, columnAmountNot, columnMeasure, columnIndicator, columnSum, columnChange, columnItem,
	columnLate, columnLead, columnProblem, problemEnd, timeVerb, columnStatus, columnPlace, tableBodyHead, tableOtherHead,
	tableTitleEnd, tableIndicatorTitle, natureHead, natureWord, turnedHead, turnedLabels, headlessColumn, headlessHead,
	cellSum, cellGoverning, cellLevel, cellNameLetter, cellDate, cellDue, cellTime, cellTimeEnd, cellUnitEnd, cellStatus,
	bodyEnd, nameAge, surname, doubleSurname []string

	columnModifier, columnNoun, tableHead wordsByFirst
}

func newColumnWords(list wordLists) columnWords {
	return columnWords{
		tableHead:           byFirst(list("table_head")),
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
		columnSum:           list("column_sum"),
		columnChange:        list("column_change"),
		columnItem:          list("column_item"),
		columnLate:          list("column_late"),
		columnLead:          list("column_lead"),
		columnProblem:       list("column_problem"),
		problemEnd:          list("problem_end"),
		timeVerb:            list("time_verb"),
		columnStatus:        list("column_status"),
		columnPlace:         list("column_place"),
		columnModifier:      byFirst(list("column_modifier")),
		columnNoun:          byFirst(list("column_noun")),
		tableBodyHead:       list("table_body_head"),
		tableOtherHead:      list("table_other_head"),
		tableTitleEnd:       list("table_title_end"),
		tableIndicatorTitle: list("table_indicator_title"),
		natureHead:          list("nature_head"),
		natureWord:          list("nature_word"),
		turnedHead:          list("turned_head"),
		turnedLabels:        list("turned_label"),
		headlessColumn:      list("headless_column"),
		headlessHead:        list("headless_head"),
		cellSum:             list("cell_sum"),
		cellGoverning:       list("cell_governing"),
		cellLevel:           list("cell_level"),
		cellNameLetter:      list("cell_name_letter"),
		cellDate:            list("cell_date"),
		cellDue:             list("cell_due"),
		cellTime:            list("cell_time"),
		cellTimeEnd:         list("cell_time_end"),
		cellUnitEnd:         list("cell_unit_end"),
		cellStatus:          list("cell_status"),
		bodyEnd:             list("body_end"),
		nameAge:             list("name_age"),
		surname:             list("surname"),
		doubleSurname:       list("double_surname"),
	}
}

// gluedWords are tables with nothing between their cells.
type gluedWords struct {
	gluedSerial, gluedCounter, gluedDue, gluedLetter, gluedLevel, gluedOpening, gluedInner, gluedOwn, gluedEach,
	gluedShort, gluedWhole, gluedNot, gluedHead, gluedStem, gluedEnd, gluedOn, gluedVerb, gluedTitleEnd,
	gluedBranch, gluedUnit, gluedWord []string
}

func newGluedWords(list wordLists) gluedWords {
	return gluedWords{
		gluedSerial:   list("glued_serial"),
		gluedCounter:  list("glued_counter"),
		gluedDue:      list("glued_due"),
		gluedLetter:   list("glued_letter"),
		gluedLevel:    list("glued_level"),
		gluedOpening:  list("glued_opening"),
		gluedInner:    list("glued_inner"),
		gluedOwn:      list("glued_own"),
		gluedEach:     list("glued_each"),
		gluedShort:    list("glued_short"),
		gluedWhole:    list("glued_whole"),
		gluedNot:      list("glued_not"),
		gluedHead:     list("glued_head"),
		gluedStem:     list("glued_stem"),
		gluedEnd:      list("glued_end"),
		gluedOn:       list("glued_on"),
		gluedVerb:     list("glued_verb"),
		gluedTitleEnd: list("glued_title_end"),
		gluedBranch:   list("glued_branch"),
		gluedUnit:     list("glued_unit"),
		gluedWord:     list("glued_word"),
	}
}
