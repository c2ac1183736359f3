package extract

// wordList is the number of a word list that recognisers and builders read, which is its id:
// no name is looked up while a text is read.
type wordList int

// listNames are the names of those lists in the order of their numbers. It does not change
// after the variables below have their values.
var listNames []string

// knownList gives the next number to the list of a name.
func knownList(name string) wordList {
	listNames = append(listNames, name)
	return wordList(len(listNames) - 1)
// The lists, by the names that listNames gives them.
const (
	listAdvisedWord wordList = iota
	listAforesaid
	listAgeGroup
	listAgeUnit
	listAllDone
	listAllReached
	listAllVerb
	listAllWord
	listAndName
	listAnnouncingEnd
	listAnyPlace
	listApproxVerb
	listAreaEnd
	listAreaLetter
	listAsFollows
	listAsideWord
	listAtLeast
	listAttachedWord
	listBareCount
	listBasisWord
	listBesides
	listBodyFirst
	listBodyLetter
	listBranchHead
	listBranchNot
	listBuildNoun
	listByInner
	listCauseVerb
	listCellAmong
	listCellAside
	listCellChange
	listChargeAbove
	listChargeAll
	listChargeBearing
	listChargeBelow
	listChargeDue
	listChargeEach
	listChargeEachHead
	listChargeField
	listChargeHalf
	listChargeLasting
	listChargeLeadIn
	listChargeLevel
	listChargeManner
	listChargeMark
	listChargeNoise
	listChargeNotFirst
	listChargeNotName
	listChargeOpening
	listChargeOrder
	listChargeOrderFirst
	listChargeOrderGap
	listChargeOrderLead
	listChargeOtherLabel
	listChargeOthers
	listChargePlace
	listChargeRuleFirst
	listChargeShared
	listChargeSign
	listChargeStanding
	listChargeTail
	listChargeTaskLabel
	listChargeTold
	listChargeUnit
	listChargeWhen
	listChargeWord
	listCircleJoin
	listCitationVerb
	listCivicEnd
	listClassTitle
	listClauseOpening
	listCommitteeOffice
	listCompanyHead
	listCompanyWord
	listCompareBase
	listCompareMean
	listCompareVerb
	listCompletedVerb
	listCountedEnd
	listCountingIs
	listCoverKind
	listCoverTail
	listCoverWord
	listDesignSpeed
	listDirection
	listDiversionWay
	listDoneManner
	listDutyAdverb
	listDutyAnswers
	listDutyAsFollows
	listDutyBears
	listDutyBefore
	listDutyCharges
	listDutyConsists
	listDutyDetail
	listDutyEach
	listDutyEffect
	listDutyEmpty
	listDutyExplicit
	listDutyExplicitHead
	listDutyForbid
	listDutyFound
	listDutyFuture
	listDutyGroup
	listDutyHave
	listDutyHavePlace
	listDutyHaveUnit
	listDutyHelp
	listDutyHelpLead
	listDutyHost
	listDutyHosted
	listDutyInCharge
	listDutyJoint
	listDutyJointTail
	listDutyJointUnnamed
	listDutyLead
	listDutyLeadNot
	listDutyManner
	listDutyMannerEnd
	listDutyMannerNot
	listDutyMatter
	listDutyMechanism
	listDutyMechanismVerb
	listDutyMemberEnd
	listDutyMemberTail
	listDutyModifier
	listDutyMust
	listDutyMustInside
	listDutyMustNot
	listDutyNews
	listDutyNextStep
	listDutyNoBody
	listDutyNoTask
	listDutyNotBefore
	listDutyNoun
	listDutyNounBare
	listDutyNounVerb
	listDutyObjectBefore
	listDutyObjectNot
	listDutyOther
	listDutyPart
	listDutyPast
	listDutyPerson
	listDutyPersonNot
	listDutyPlaceGets
	listDutyPush
	listDutyReport
	listDutyRoleClass
	listDutySettle
	listDutyStrong
	listDutyTitleTail
	listDutyTogether
	listDutyVerb
	listDutyVerbNot
	listDutyWithVerb
	listEachSubject
	listEachUnit
	listEachWord
	listEditionWord
	listEffectWord
	listEmergencyPlan
	listEmptyTitle
	listEntitleWord
	listEtcCount
	listEtcNot
	listEveryVerb
	listExitVerb
	listExtentUnit
	listFacilityNoun
	listFacilityTitle
	listFigureTail
	listFirmEnd
	listFirstly
	listFundSource
	listFutureWord
	listGoalIntro
	listGoalNature
	listGoalPredicate
	listGoalWord
	listGovernmentEnd
	listGovernmentSpot
	listGradeEnd
	listGradeMark
	listGroupLetter
	listGroupNot
	listGroupNoun
	listGroupUnit
	listGrowthManner
	listGrowthWord
	listHalfBefore
	listHeadLead
	listHeadModifier
	listHeadNoTask
	listHeadOfBoth
	listHeadOther
	listHeadPerson
	listHeadTie
	listHeadUnit
	listHorizonTitle
	listJoinInside
	listKeyWord
	listLandVerb
	listLevelVerb
	listLevelsBehind
	listLightVerb
	listLineKind
	listLineLetter
	listLineNumber
	listLinePart
	listLineSystem
	listLineWord
	listListCloser
	listListCount
	listListHead
	listListIntro
	listListJoin
	listListScope
	listListedNotIn
	listLocalityTail
	listMadeOfEnd
	listMajorWord
	listMannerLead
	listMeanBase
	listMeasureHead
	listMeasureTail
	listMonthTail
	listMultiplied
	listNameNotFirst
	listNameNotIn
	listNameTie
	listNatureTitle
	listNormWord
	listNotSecondName
	listNumberPlace
	listNumberSchool
	listNumberUnit
	listNumeralName
	listOccasionUnit
	listOfficeEnd
	listOneNot
	listOrdinalNot
	listOtherEnd
	listOutlayWord
	listOversight
	listPaceWord
	listPaired
	listPartEnd
	listPartWord
	listPartialNoun
	listPastClause
	listPastLead
	listPastMore
	listPastWord
	listPeopleUnit
	listPerBase
	listPerCrowd
	listPerCrowdVerb
	listPerHead
	listPerLead
	listPerMeasure
	listPerUnit
	listPhaseAlter
	listPlaceAbbr
	listPlaceEnd
	listPlaceFeature
	listPlaceKind
	listPlaceSide
	listPlaceWithParts
	listPlainHead
	listPlanKind
	listPointNoun
	listPolicyWord
	listPostNoun
	listPostedOffice
	listPresentWord
	listPrincipleEnd
	listProgrammeAfter
	listProgrammeCount
	listProgrammeHead
	listProgrammeNoun
	listProgrammeOther
	listProgrammeUnit
	listProjectAdverb
	listProjectBox
	listProjectChapter
	listProjectChapterTail
	listProjectCivic
	listProjectClass
	listProjectCount
	listProjectDoing
	listProjectEnding
	listProjectGeneric
	listProjectMention
	listProjectNoun
	listProjectReference
	listProjectTotal
	listProjectWord
	listRateHead
	listRatePhrase
	listReachWord
	listRealise
	listReferenceLead
	listRelativeLead
	listRepealWord
	listRespective
	listRhythmUnit
	listRingRoad
	listRiverLetter
	listRiverPart
	listRoadClass
	listRoadPart
	listRouteAbbr
	listRouteNot
	listRouteSign
	listSameGoal
	listSameUnit
	listSchoolLevel
	listSecondGovernment
	listSecondHead
	listSecondNameTail
	listSectionAction
	listSectionGoals
	listSectionPast
	listSectionSituation
	listSentenceVerb
	listSentenceWord
	listSetBy
	listShareHead
	listShareVerb
	listSharedHead
	listSharedWith
	listSizeUnit
	listSizedBy
	listSizedThing
	listSomeOf
	listSpecAfter
	listSpecBefore
	listSpecNoun
	listSpecUnit
	listStartEnd
	listStatusBehind
	listStatusInName
	listStriveVerb
	listStudyNoun
	listSubjectVerb
	listSumEnd
	listTargetBatch
	listTargetLead
	listTargetVerb
	listTaskNot
	listTaskNotIn
	listTaskNoun
	listTimeNoun
	listTimeOfYear
	listTopicEnd
	listToward
	listTowardEnd
	listTownEnd
	listTwoNameLetter
	listUndertake
	listUndertakeNot
	listUndertakeWeak
	listUndertakingWord
	listUnitNoun
	listUnitOfWork
	listUnitWord
	listVerbLead
	listVillageEnd
	listWhenLead
	listWhenLetter
	listWhereEnd
	listWholePlace
	listWordGoal
	listWordMeasure
	listWorkNotFirst
	listWorkNotIn
	listWorksAction
	listWorksAhead
	listWorksAlter
	listWorksArea
	listWorksClass
	listWorksCommon
	listWorksCrossing
	listWorksDepot
	listWorksDone
	listWorksFacility
	listWorksHypernym
	listWorksInner
	listWorksKind
	listWorksLevel
	listWorksNamed
	listWorksNamely
	listWorksPart
	listWorksPhase
	listWorksPurpose
	listWorksRoute
	listWorksSpec
	listWorksStage
	listWorksTail
	listWorksTold
	listWorksUnit
	listWorksVague
	listWorksVerb
	listWorksVerbNot
	listWorksWhen
	listYearTail
	listYearlyAlone
	listYearlyWord
)
var listNames = [...]string{
	listAdvisedWord:        "advised_word",
	listAforesaid:          "aforesaid",
	listAgeGroup:           "age_group",
	listAgeUnit:            "age_unit",
	listAllDone:            "all_done",
	listAllReached:         "all_reached",
	listAllVerb:            "all_verb",
	listAllWord:            "all_word",
	listAndName:            "and_name",
	listAnnouncingEnd:      "announcing_end",
	listAnyPlace:           "any_place",
	listApproxVerb:         "approx_verb",
	listAreaEnd:            "area_end",
	listAreaLetter:         "area_letter",
	listAsFollows:          "as_follows",
	listAsideWord:          "aside_word",
	listAtLeast:            "at_least",
	listAttachedWord:       "attached_word",
	listBareCount:          "bare_count",
	listBasisWord:          "basis_word",
	listBesides:            "besides",
	listBodyFirst:          "body_first",
	listBodyLetter:         "body_letter",
	listBranchHead:         "branch_head",
	listBranchNot:          "branch_not",
	listBuildNoun:          "build_noun",
	listByInner:            "by_inner",
	listCauseVerb:          "cause_verb",
	listCellAmong:          "cell_among",
	listCellAside:          "cell_aside",
	listCellChange:         "cell_change",
	listChargeAbove:        "charge_above",
	listChargeAll:          "charge_all",
	listChargeBearing:      "charge_bearing",
	listChargeBelow:        "charge_below",
	listChargeDue:          "charge_due",
	listChargeEach:         "charge_each",
	listChargeEachHead:     "charge_each_head",
	listChargeField:        "charge_field",
	listChargeHalf:         "charge_half",
	listChargeLasting:      "charge_lasting",
	listChargeLeadIn:       "charge_lead_in",
	listChargeLevel:        "charge_level",
	listChargeManner:       "charge_manner",
	listChargeMark:         "charge_mark",
	listChargeNoise:        "charge_noise",
	listChargeNotFirst:     "charge_not_first",
	listChargeNotName:      "charge_not_name",
	listChargeOpening:      "charge_opening",
	listChargeOrder:        "charge_order",
	listChargeOrderFirst:   "charge_order_first",
	listChargeOrderGap:     "charge_order_gap",
	listChargeOrderLead:    "charge_order_lead",
	listChargeOtherLabel:   "charge_other_label",
	listChargeOthers:       "charge_others",
	listChargePlace:        "charge_place",
	listChargeRuleFirst:    "charge_rule_first",
	listChargeShared:       "charge_shared",
	listChargeSign:         "charge_sign",
	listChargeStanding:     "charge_standing",
	listChargeTail:         "charge_tail",
	listChargeTaskLabel:    "charge_task_label",
	listChargeTold:         "charge_told",
	listChargeUnit:         "charge_unit",
	listChargeWhen:         "charge_when",
	listChargeWord:         "charge_word",
	listCircleJoin:         "circle_join",
	listCitationVerb:       "citation_verb",
	listCivicEnd:           "civic_end",
	listClassTitle:         "class_title",
	listClauseOpening:      "clause_opening",
	listCommitteeOffice:    "committee_office",
	listCompanyHead:        "company_head",
	listCompanyWord:        "company_word",
	listCompareBase:        "compare_base",
	listCompareMean:        "compare_mean",
	listCompareVerb:        "compare_verb",
	listCompletedVerb:      "completed_verb",
	listCountedEnd:         "counted_end",
	listCountingIs:         "counting_is",
	listCoverKind:          "cover_kind",
	listCoverTail:          "cover_tail",
	listCoverWord:          "cover_word",
	listDesignSpeed:        "design_speed",
	listDirection:          "direction",
	listDiversionWay:       "diversion_way",
	listDoneManner:         "done_manner",
	listDutyAdverb:         "duty_adverb",
	listDutyAnswers:        "duty_answers",
	listDutyAsFollows:      "duty_as_follows",
	listDutyBears:          "duty_bears",
	listDutyBefore:         "duty_before",
	listDutyCharges:        "duty_charges",
	listDutyConsists:       "duty_consists",
	listDutyDetail:         "duty_detail",
	listDutyEach:           "duty_each",
	listDutyEffect:         "duty_effect",
	listDutyEmpty:          "duty_empty",
	listDutyExplicit:       "duty_explicit",
	listDutyExplicitHead:   "duty_explicit_head",
	listDutyForbid:         "duty_forbid",
	listDutyFound:          "duty_found",
	listDutyFuture:         "duty_future",
	listDutyGroup:          "duty_group",
	listDutyHave:           "duty_have",
	listDutyHavePlace:      "duty_have_place",
	listDutyHaveUnit:       "duty_have_unit",
	listDutyHelp:           "duty_help",
	listDutyHelpLead:       "duty_help_lead",
	listDutyHost:           "duty_host",
	listDutyHosted:         "duty_hosted",
	listDutyInCharge:       "duty_in_charge",
	listDutyJoint:          "duty_joint",
	listDutyJointTail:      "duty_joint_tail",
	listDutyJointUnnamed:   "duty_joint_unnamed",
	listDutyLead:           "duty_lead",
	listDutyLeadNot:        "duty_lead_not",
	listDutyManner:         "duty_manner",
	listDutyMannerEnd:      "duty_manner_end",
	listDutyMannerNot:      "duty_manner_not",
	listDutyMatter:         "duty_matter",
	listDutyMechanism:      "duty_mechanism",
	listDutyMechanismVerb:  "duty_mechanism_verb",
	listDutyMemberEnd:      "duty_member_end",
	listDutyMemberTail:     "duty_member_tail",
	listDutyModifier:       "duty_modifier",
	listDutyMust:           "duty_must",
	listDutyMustInside:     "duty_must_inside",
	listDutyMustNot:        "duty_must_not",
	listDutyNews:           "duty_news",
	listDutyNextStep:       "duty_next_step",
	listDutyNoBody:         "duty_no_body",
	listDutyNoTask:         "duty_no_task",
	listDutyNotBefore:      "duty_not_before",
	listDutyNoun:           "duty_noun",
	listDutyNounBare:       "duty_noun_bare",
	listDutyNounVerb:       "duty_noun_verb",
	listDutyObjectBefore:   "duty_object_before",
	listDutyObjectNot:      "duty_object_not",
	listDutyOther:          "duty_other",
	listDutyPart:           "duty_part",
	listDutyPast:           "duty_past",
	listDutyPerson:         "duty_person",
	listDutyPersonNot:      "duty_person_not",
	listDutyPlaceGets:      "duty_place_gets",
	listDutyPush:           "duty_push",
	listDutyReport:         "duty_report",
	listDutyRoleClass:      "duty_role_class",
	listDutySettle:         "duty_settle",
	listDutyStrong:         "duty_strong",
	listDutyTitleTail:      "duty_title_tail",
	listDutyTogether:       "duty_together",
	listDutyVerb:           "duty_verb",
	listDutyVerbNot:        "duty_verb_not",
	listDutyWithVerb:       "duty_with_verb",
	listEachSubject:        "each_subject",
	listEachUnit:           "each_unit",
	listEachWord:           "each_word",
	listEditionWord:        "edition_word",
	listEffectWord:         "effect_word",
	listEmergencyPlan:      "emergency_plan",
	listEmptyTitle:         "empty_title",
	listEntitleWord:        "entitle_word",
	listEtcCount:           "etc_count",
	listEtcNot:             "etc_not",
	listEveryVerb:          "every_verb",
	listExitVerb:           "exit_verb",
	listExtentUnit:         "extent_unit",
	listFacilityNoun:       "facility_noun",
	listFacilityTitle:      "facility_title",
	listFigureTail:         "figure_tail",
	listFirmEnd:            "firm_end",
	listFirstly:            "firstly",
	listFundSource:         "fund_source",
	listFutureWord:         "future_word",
	listGoalIntro:          "goal_intro",
	listGoalNature:         "goal_nature",
	listGoalPredicate:      "goal_predicate",
	listGoalWord:           "goal_word",
	listGovernmentEnd:      "government_end",
	listGovernmentSpot:     "government_spot",
	listGradeEnd:           "grade_end",
	listGradeMark:          "grade_mark",
	listGroupLetter:        "group_letter",
	listGroupNot:           "group_not",
	listGroupNoun:          "group_noun",
	listGroupUnit:          "group_unit",
	listGrowthManner:       "growth_manner",
	listGrowthWord:         "growth_word",
	listHalfBefore:         "half_before",
	listHeadLead:           "head_lead",
	listHeadModifier:       "head_modifier",
	listHeadNoTask:         "head_no_task",
	listHeadOfBoth:         "head_of_both",
	listHeadOther:          "head_other",
	listHeadPerson:         "head_person",
	listHeadTie:            "head_tie",
	listHeadUnit:           "head_unit",
	listHorizonTitle:       "horizon_title",
	listJoinInside:         "join_inside",
	listKeyWord:            "key_word",
	listLandVerb:           "land_verb",
	listLevelVerb:          "level_verb",
	listLevelsBehind:       "levels_behind",
	listLightVerb:          "light_verb",
	listLineKind:           "line_kind",
	listLineLetter:         "line_letter",
	listLineNumber:         "line_number",
	listLinePart:           "line_part",
	listLineSystem:         "line_system",
	listLineWord:           "line_word",
	listListCloser:         "list_closer",
	listListCount:          "list_count",
	listListHead:           "list_head",
	listListIntro:          "list_intro",
	listListJoin:           "list_join",
	listListScope:          "list_scope",
	listListedNotIn:        "listed_not_in",
	listLocalityTail:       "locality_tail",
	listMadeOfEnd:          "made_of_end",
	listMajorWord:          "major_word",
	listMannerLead:         "manner_lead",
	listMeanBase:           "mean_base",
	listMeasureHead:        "measure_head",
	listMeasureTail:        "measure_tail",
	listMonthTail:          "month_tail",
	listMultiplied:         "multiplied",
	listNameNotFirst:       "name_not_first",
	listNameNotIn:          "name_not_in",
	listNameTie:            "name_tie",
	listNatureTitle:        "nature_title",
	listNormWord:           "norm_word",
	listNotSecondName:      "not_second_name",
	listNumberPlace:        "number_place",
	listNumberSchool:       "number_school",
	listNumberUnit:         "number_unit",
	listNumeralName:        "numeral_name",
	listOccasionUnit:       "occasion_unit",
	listOfficeEnd:          "office_end",
	listOneNot:             "one_not",
	listOrdinalNot:         "ordinal_not",
	listOtherEnd:           "other_end",
	listOutlayWord:         "outlay_word",
	listOversight:          "oversight",
	listPaceWord:           "pace_word",
	listPaired:             "paired",
	listPartEnd:            "part_end",
	listPartWord:           "part_word",
	listPartialNoun:        "partial_noun",
	listPastClause:         "past_clause",
	listPastLead:           "past_lead",
	listPastMore:           "past_more",
	listPastWord:           "past_word",
	listPeopleUnit:         "people_unit",
	listPerBase:            "per_base",
	listPerCrowd:           "per_crowd",
	listPerCrowdVerb:       "per_crowd_verb",
	listPerHead:            "per_head",
	listPerLead:            "per_lead",
	listPerMeasure:         "per_measure",
	listPerUnit:            "per_unit",
	listPhaseAlter:         "phase_alter",
	listPlaceAbbr:          "place_abbr",
	listPlaceEnd:           "place_end",
	listPlaceFeature:       "place_feature",
	listPlaceKind:          "place_kind",
	listPlaceSide:          "place_side",
	listPlaceWithParts:     "place_with_parts",
	listPlainHead:          "plain_head",
	listPlanKind:           "plan_kind",
	listPointNoun:          "point_noun",
	listPolicyWord:         "policy_word",
	listPostNoun:           "post_noun",
	listPostedOffice:       "posted_office",
	listPresentWord:        "present_word",
	listPrincipleEnd:       "principle_end",
	listProgrammeAfter:     "programme_after",
	listProgrammeCount:     "programme_count",
	listProgrammeHead:      "programme_head",
	listProgrammeNoun:      "programme_noun",
	listProgrammeOther:     "programme_other",
	listProgrammeUnit:      "programme_unit",
	listProjectAdverb:      "project_adverb",
	listProjectBox:         "project_box",
	listProjectChapter:     "project_chapter",
	listProjectChapterTail: "project_chapter_tail",
	listProjectCivic:       "project_civic",
	listProjectClass:       "project_class",
	listProjectCount:       "project_count",
	listProjectDoing:       "project_doing",
	listProjectEnding:      "project_ending",
	listProjectGeneric:     "project_generic",
	listProjectMention:     "project_mention",
	listProjectNoun:        "project_noun",
	listProjectReference:   "project_reference",
	listProjectTotal:       "project_total",
	listProjectWord:        "project_word",
	listRateHead:           "rate_head",
	listRatePhrase:         "rate_phrase",
	listReachWord:          "reach_word",
	listRealise:            "realise",
	listReferenceLead:      "reference_lead",
	listRelativeLead:       "relative_lead",
	listRepealWord:         "repeal_word",
	listRespective:         "respective",
	listRhythmUnit:         "rhythm_unit",
	listRingRoad:           "ring_road",
	listRiverLetter:        "river_letter",
	listRiverPart:          "river_part",
	listRoadClass:          "road_class",
	listRoadPart:           "road_part",
	listRouteAbbr:          "route_abbr",
	listRouteNot:           "route_not",
	listRouteSign:          "route_sign",
	listSameGoal:           "same_goal",
	listSameUnit:           "same_unit",
	listSchoolLevel:        "school_level",
	listSecondGovernment:   "second_government",
	listSecondHead:         "second_head",
	listSecondNameTail:     "second_name_tail",
	listSectionAction:      "section_action",
	listSectionGoals:       "section_goals",
	listSectionPast:        "section_past",
	listSectionSituation:   "section_situation",
	listSentenceVerb:       "sentence_verb",
	listSentenceWord:       "sentence_word",
	listSetBy:              "set_by",
	listShareHead:          "share_head",
	listShareVerb:          "share_verb",
	listSharedHead:         "shared_head",
	listSharedWith:         "shared_with",
	listSizeUnit:           "size_unit",
	listSizedBy:            "sized_by",
	listSizedThing:         "sized_thing",
	listSomeOf:             "some_of",
	listSpecAfter:          "spec_after",
	listSpecBefore:         "spec_before",
	listSpecNoun:           "spec_noun",
	listSpecUnit:           "spec_unit",
	listStartEnd:           "start_end",
	listStatusBehind:       "status_behind",
	listStatusInName:       "status_in_name",
	listStriveVerb:         "strive_verb",
	listStudyNoun:          "study_noun",
	listSubjectVerb:        "subject_verb",
	listSumEnd:             "sum_end",
	listTargetBatch:        "target_batch",
	listTargetLead:         "target_lead",
	listTargetVerb:         "target_verb",
	listTaskNot:            "task_not",
	listTaskNotIn:          "task_not_in",
	listTaskNoun:           "task_noun",
	listTimeNoun:           "time_noun",
	listTimeOfYear:         "time_of_year",
	listTopicEnd:           "topic_end",
	listToward:             "toward",
	listTowardEnd:          "toward_end",
	listTownEnd:            "town_end",
	listTwoNameLetter:      "two_name_letter",
	listUndertake:          "undertake",
	listUndertakeNot:       "undertake_not",
	listUndertakeWeak:      "undertake_weak",
	listUndertakingWord:    "undertaking_word",
	listUnitNoun:           "unit_noun",
	listUnitOfWork:         "unit_of_work",
	listUnitWord:           "unit_word",
	listVerbLead:           "verb_lead",
	listVillageEnd:         "village_end",
	listWhenLead:           "when_lead",
	listWhenLetter:         "when_letter",
	listWhereEnd:           "where_end",
	listWholePlace:         "whole_place",
	listWordGoal:           "word_goal",
	listWordMeasure:        "word_measure",
	listWorkNotFirst:       "work_not_first",
	listWorkNotIn:          "work_not_in",
	listWorksAction:        "works_action",
	listWorksAhead:         "works_ahead",
	listWorksAlter:         "works_alter",
	listWorksArea:          "works_area",
	listWorksClass:         "works_class",
	listWorksCommon:        "works_common",
	listWorksCrossing:      "works_crossing",
	listWorksDepot:         "works_depot",
	listWorksDone:          "works_done",
	listWorksFacility:      "works_facility",
	listWorksHypernym:      "works_hypernym",
	listWorksInner:         "works_inner",
	listWorksKind:          "works_kind",
	listWorksLevel:         "works_level",
	listWorksNamed:         "works_named",
	listWorksNamely:        "works_namely",
	listWorksPart:          "works_part",
	listWorksPhase:         "works_phase",
	listWorksPurpose:       "works_purpose",
	listWorksRoute:         "works_route",
	listWorksSpec:          "works_spec",
	listWorksStage:         "works_stage",
	listWorksTail:          "works_tail",
	listWorksTold:          "works_told",
	listWorksUnit:          "works_unit",
	listWorksVague:         "works_vague",
	listWorksVerb:          "works_verb",
	listWorksVerbNot:       "works_verb_not",
	listWorksWhen:          "works_when",
	listYearTail:           "year_tail",
	listYearlyAlone:        "yearly_alone",
	listYearlyWord:         "yearly_word",
}

// The lists, in the order of their names, by which addList finds them.
var (
	listAdvisedWord        = knownList("advised_word")
	listAforesaid          = knownList("aforesaid")
	listAgeGroup           = knownList("age_group")
	listAgeUnit            = knownList("age_unit")
	listAllDone            = knownList("all_done")
	listAllReached         = knownList("all_reached")
	listAllVerb            = knownList("all_verb")
	listAllWord            = knownList("all_word")
	listAndName            = knownList("and_name")
	listAnnouncingEnd      = knownList("announcing_end")
	listAnyPlace           = knownList("any_place")
	listApproxVerb         = knownList("approx_verb")
	listAreaEnd            = knownList("area_end")
	listAreaLetter         = knownList("area_letter")
	listAsFollows          = knownList("as_follows")
	listAsideWord          = knownList("aside_word")
	listAtLeast            = knownList("at_least")
	listAttachedWord       = knownList("attached_word")
	listBareCount          = knownList("bare_count")
	listBasisWord          = knownList("basis_word")
	listBesides            = knownList("besides")
	listBodyFirst          = knownList("body_first")
	listBodyLetter         = knownList("body_letter")
	listBranchHead         = knownList("branch_head")
	listBranchNot          = knownList("branch_not")
	listBuildNoun          = knownList("build_noun")
	listByInner            = knownList("by_inner")
	listCauseVerb          = knownList("cause_verb")
	listCellAmong          = knownList("cell_among")
	listCellAside          = knownList("cell_aside")
	listCellChange         = knownList("cell_change")
	listChargeAbove        = knownList("charge_above")
	listChargeAll          = knownList("charge_all")
	listChargeBearing      = knownList("charge_bearing")
	listChargeBelow        = knownList("charge_below")
	listChargeDue          = knownList("charge_due")
	listChargeEach         = knownList("charge_each")
	listChargeEachHead     = knownList("charge_each_head")
	listChargeField        = knownList("charge_field")
	listChargeHalf         = knownList("charge_half")
	listChargeLasting      = knownList("charge_lasting")
	listChargeLeadIn       = knownList("charge_lead_in")
	listChargeLevel        = knownList("charge_level")
	listChargeManner       = knownList("charge_manner")
	listChargeMark         = knownList("charge_mark")
	listChargeNoise        = knownList("charge_noise")
	listChargeNotFirst     = knownList("charge_not_first")
	listChargeNotName      = knownList("charge_not_name")
	listChargeOpening      = knownList("charge_opening")
	listChargeOrder        = knownList("charge_order")
	listChargeOrderFirst   = knownList("charge_order_first")
	listChargeOrderGap     = knownList("charge_order_gap")
	listChargeOrderLead    = knownList("charge_order_lead")
	listChargeOtherLabel   = knownList("charge_other_label")
	listChargeOthers       = knownList("charge_others")
	listChargePlace        = knownList("charge_place")
	listChargeRuleFirst    = knownList("charge_rule_first")
	listChargeShared       = knownList("charge_shared")
	listChargeSign         = knownList("charge_sign")
	listChargeStanding     = knownList("charge_standing")
	listChargeTail         = knownList("charge_tail")
	listChargeTaskLabel    = knownList("charge_task_label")
	listChargeTold         = knownList("charge_told")
	listChargeUnit         = knownList("charge_unit")
	listChargeWhen         = knownList("charge_when")
	listChargeWord         = knownList("charge_word")
	listCircleJoin         = knownList("circle_join")
	listCitationVerb       = knownList("citation_verb")
	listCivicEnd           = knownList("civic_end")
	listClassTitle         = knownList("class_title")
	listClauseOpening      = knownList("clause_opening")
	listCommitteeOffice    = knownList("committee_office")
	listCompanyHead        = knownList("company_head")
	listCompanyWord        = knownList("company_word")
	listCompareBase        = knownList("compare_base")
	listCompareMean        = knownList("compare_mean")
	listCompareVerb        = knownList("compare_verb")
	listCompletedVerb      = knownList("completed_verb")
	listCountedEnd         = knownList("counted_end")
	listCountingIs         = knownList("counting_is")
	listCoverKind          = knownList("cover_kind")
	listCoverTail          = knownList("cover_tail")
	listCoverWord          = knownList("cover_word")
	listDesignSpeed        = knownList("design_speed")
	listDirection          = knownList("direction")
	listDiversionWay       = knownList("diversion_way")
	listDoneManner         = knownList("done_manner")
	listDutyAdverb         = knownList("duty_adverb")
	listDutyAnswers        = knownList("duty_answers")
	listDutyAsFollows      = knownList("duty_as_follows")
	listDutyBears          = knownList("duty_bears")
	listDutyBefore         = knownList("duty_before")
	listDutyBetween        = knownList("duty_between")
	listDutyCharges        = knownList("duty_charges")
	listDutyConsists       = knownList("duty_consists")
	listDutyDetail         = knownList("duty_detail")
	listDutyEach           = knownList("duty_each")
	listDutyEffect         = knownList("duty_effect")
	listDutyEmpty          = knownList("duty_empty")
	listDutyEntrusted      = knownList("duty_entrusted")
	listDutyExplicit       = knownList("duty_explicit")
	listDutyExplicitHead   = knownList("duty_explicit_head")
	listDutyForbid         = knownList("duty_forbid")
	listDutyFound          = knownList("duty_found")
	listDutyFuture         = knownList("duty_future")
	listDutyGroup          = knownList("duty_group")
	listDutyHave           = knownList("duty_have")
	listDutyHavePlace      = knownList("duty_have_place")
	listDutyHaveUnit       = knownList("duty_have_unit")
	listDutyHelp           = knownList("duty_help")
	listDutyHelpLead       = knownList("duty_help_lead")
	listDutyHost           = knownList("duty_host")
	listDutyHosted         = knownList("duty_hosted")
	listDutyInCharge       = knownList("duty_in_charge")
	listDutyJoint          = knownList("duty_joint")
	listDutyJointTail      = knownList("duty_joint_tail")
	listDutyJointUnnamed   = knownList("duty_joint_unnamed")
	listDutyLead           = knownList("duty_lead")
	listDutyLeadNot        = knownList("duty_lead_not")
	listDutyManner         = knownList("duty_manner")
	listDutyMannerEnd      = knownList("duty_manner_end")
	listDutyMannerNot      = knownList("duty_manner_not")
	listDutyMatter         = knownList("duty_matter")
	listDutyMechanism      = knownList("duty_mechanism")
	listDutyMechanismVerb  = knownList("duty_mechanism_verb")
	listDutyMemberEnd      = knownList("duty_member_end")
	listDutyMemberTail     = knownList("duty_member_tail")
	listDutyMemberVerb     = knownList("duty_member_verb")
	listDutyModifier       = knownList("duty_modifier")
	listDutyMust           = knownList("duty_must")
	listDutyMustInside     = knownList("duty_must_inside")
	listDutyMustNot        = knownList("duty_must_not")
	listDutyNews           = knownList("duty_news")
	listDutyNextStep       = knownList("duty_next_step")
	listDutyNoBody         = knownList("duty_no_body")
	listDutyNoTask         = knownList("duty_no_task")
	listDutyNotBefore      = knownList("duty_not_before")
	listDutyNoun           = knownList("duty_noun")
	listDutyNounBare       = knownList("duty_noun_bare")
	listDutyNounVerb       = knownList("duty_noun_verb")
	listDutyObjectBefore   = knownList("duty_object_before")
	listDutyObjectNot      = knownList("duty_object_not")
	listDutyOther          = knownList("duty_other")
	listDutyPart           = knownList("duty_part")
	listDutyPast           = knownList("duty_past")
	listDutyPerson         = knownList("duty_person")
	listDutyPersonNot      = knownList("duty_person_not")
	listDutyPlaceGets      = knownList("duty_place_gets")
	listDutyPlay           = knownList("duty_play")
	listDutyPlayEnd        = knownList("duty_play_end")
	listDutyPush           = knownList("duty_push")
	listDutyReport         = knownList("duty_report")
	listDutyRoleClass      = knownList("duty_role_class")
	listDutySetOut         = knownList("duty_set_out")
	listDutySetUp          = knownList("duty_set_up")
	listDutySettle         = knownList("duty_settle")
	listDutyStrong         = knownList("duty_strong")
	listDutyTitleTail      = knownList("duty_title_tail")
	listDutyTogether       = knownList("duty_together")
	listDutyVerb           = knownList("duty_verb")
	listDutyVerbNot        = knownList("duty_verb_not")
	listDutyWith           = knownList("duty_with")
	listDutyWithVerb       = knownList("duty_with_verb")
	listEachSubject        = knownList("each_subject")
	listEachUnit           = knownList("each_unit")
	listEachWord           = knownList("each_word")
	listEditionWord        = knownList("edition_word")
	listEffectWord         = knownList("effect_word")
	listEmergencyPlan      = knownList("emergency_plan")
	listEmptyTitle         = knownList("empty_title")
	listEntitleWord        = knownList("entitle_word")
	listEtcCount           = knownList("etc_count")
	listEtcNot             = knownList("etc_not")
	listEveryVerb          = knownList("every_verb")
	listExitVerb           = knownList("exit_verb")
	listExtentUnit         = knownList("extent_unit")
	listFacilityNoun       = knownList("facility_noun")
	listFacilityTitle      = knownList("facility_title")
	listFigureTail         = knownList("figure_tail")
	listFirmEnd            = knownList("firm_end")
	listFirstly            = knownList("firstly")
	listFundSource         = knownList("fund_source")
	listFutureWord         = knownList("future_word")
	listGoalIntro          = knownList("goal_intro")
	listGoalLetter         = knownList("goal_letter")
	listGoalNature         = knownList("goal_nature")
	listGoalPredicate      = knownList("goal_predicate")
	listGoalWord           = knownList("goal_word")
	listGovernmentEnd      = knownList("government_end")
	listGovernmentSpot     = knownList("government_spot")
	listGradeEnd           = knownList("grade_end")
	listGradeMark          = knownList("grade_mark")
	listGroupLetter        = knownList("group_letter")
	listGroupNot           = knownList("group_not")
	listGroupNoun          = knownList("group_noun")
	listGroupUnit          = knownList("group_unit")
	listGrowthManner       = knownList("growth_manner")
	listGrowthShort        = knownList("growth_short")
	listGrowthWord         = knownList("growth_word")
	listHalfBefore         = knownList("half_before")
	listHeadLead           = knownList("head_lead")
	listHeadModifier       = knownList("head_modifier")
	listHeadNoTask         = knownList("head_no_task")
	listHeadOfBoth         = knownList("head_of_both")
	listHeadOther          = knownList("head_other")
	listHeadPerson         = knownList("head_person")
	listHeadTie            = knownList("head_tie")
	listHeadUnit           = knownList("head_unit")
	listHorizonTitle       = knownList("horizon_title")
	listJoinInside         = knownList("join_inside")
	listKeyWord            = knownList("key_word")
	listLandVerb           = knownList("land_verb")
	listLevelVerb          = knownList("level_verb")
	listLevelsBehind       = knownList("levels_behind")
	listLightVerb          = knownList("light_verb")
	listLineKind           = knownList("line_kind")
	listLineLetter         = knownList("line_letter")
	listLineNumber         = knownList("line_number")
	listLinePart           = knownList("line_part")
	listLineSystem         = knownList("line_system")
	listLineWord           = knownList("line_word")
	listListCloser         = knownList("list_closer")
	listListCount          = knownList("list_count")
	listListHead           = knownList("list_head")
	listListIntro          = knownList("list_intro")
	listListJoin           = knownList("list_join")
	listListScope          = knownList("list_scope")
	listListedNotIn        = knownList("listed_not_in")
	listLocalityTail       = knownList("locality_tail")
	listMadeOfEnd          = knownList("made_of_end")
	listMajorWord          = knownList("major_word")
	listMannerLead         = knownList("manner_lead")
	listMeanBase           = knownList("mean_base")
	listMeasureHead        = knownList("measure_head")
	listMeasureTail        = knownList("measure_tail")
	listMonthTail          = knownList("month_tail")
	listMultiplied         = knownList("multiplied")
	listNameNotFirst       = knownList("name_not_first")
	listNameNotIn          = knownList("name_not_in")
	listNameTie            = knownList("name_tie")
	listNatureTitle        = knownList("nature_title")
	listNormWord           = knownList("norm_word")
	listNotSecondName      = knownList("not_second_name")
	listNumberHead         = knownList("number_head")
	listNumberSchool       = knownList("number_school")
	listNumberUnit         = knownList("number_unit")
	listNumeralName        = knownList("numeral_name")
	listOccasionUnit       = knownList("occasion_unit")
	listOfficeEnd          = knownList("office_end")
	listOfficeName         = knownList("office_name")
	listOneNot             = knownList("one_not")
	listOrdinalNot         = knownList("ordinal_not")
	listOtherEnd           = knownList("other_end")
	listOtherMustNot       = knownList("other_must_not")
	listOutlayWord         = knownList("outlay_word")
	listOversight          = knownList("oversight")
	listPaceWord           = knownList("pace_word")
	listPaired             = knownList("paired")
	listPartEnd            = knownList("part_end")
	listPartWord           = knownList("part_word")
	listPartialNoun        = knownList("partial_noun")
	listPastClause         = knownList("past_clause")
	listPastLead           = knownList("past_lead")
	listPastMore           = knownList("past_more")
	listPastWord           = knownList("past_word")
	listPeopleUnit         = knownList("people_unit")
	listPerBase            = knownList("per_base")
	listPerCrowd           = knownList("per_crowd")
	listPerCrowdVerb       = knownList("per_crowd_verb")
	listPerHead            = knownList("per_head")
	listPerLead            = knownList("per_lead")
	listPerMeasure         = knownList("per_measure")
	listPerUnit            = knownList("per_unit")
	listPhaseAlter         = knownList("phase_alter")
	listPlaceAbbr          = knownList("place_abbr")
	listPlaceEnd           = knownList("place_end")
	listPlaceFeature       = knownList("place_feature")
	listPlaceKind          = knownList("place_kind")
	listPlaceSide          = knownList("place_side")
	listPlaceWithParts     = knownList("place_with_parts")
	listPlainHead          = knownList("plain_head")
	listPlanKind           = knownList("plan_kind")
	listPointNoun          = knownList("point_noun")
	listPolicyWord         = knownList("policy_word")
	listPostNoun           = knownList("post_noun")
	listPostedOffice       = knownList("posted_office")
	listPresentWord        = knownList("present_word")
	listPrincipleEnd       = knownList("principle_end")
	listProgrammeAfter     = knownList("programme_after")
	listProgrammeCount     = knownList("programme_count")
	listProgrammeHead      = knownList("programme_head")
	listProgrammeNoun      = knownList("programme_noun")
	listProgrammeOther     = knownList("programme_other")
	listProgrammeUnit      = knownList("programme_unit")
	listProjectAdverb      = knownList("project_adverb")
	listProjectBox         = knownList("project_box")
	listProjectChapter     = knownList("project_chapter")
	listProjectChapterTail = knownList("project_chapter_tail")
	listProjectCivic       = knownList("project_civic")
	listProjectClass       = knownList("project_class")
	listProjectCount       = knownList("project_count")
	listProjectDoing       = knownList("project_doing")
	listProjectEnding      = knownList("project_ending")
	listProjectGeneric     = knownList("project_generic")
	listProjectMention     = knownList("project_mention")
	listProjectNoun        = knownList("project_noun")
	listProjectReference   = knownList("project_reference")
	listProjectTotal       = knownList("project_total")
	listProjectWord        = knownList("project_word")
	listRateHead           = knownList("rate_head")
	listRatePhrase         = knownList("rate_phrase")
	listReachWord          = knownList("reach_word")
	listRealise            = knownList("realise")
	listReferenceLead      = knownList("reference_lead")
	listRelativeLead       = knownList("relative_lead")
	listRepealWord         = knownList("repeal_word")
	listRespective         = knownList("respective")
	listRhythmUnit         = knownList("rhythm_unit")
	listRingRoad           = knownList("ring_road")
	listRiverLetter        = knownList("river_letter")
	listRiverPart          = knownList("river_part")
	listRoadClass          = knownList("road_class")
	listRoadPart           = knownList("road_part")
	listRouteAbbr          = knownList("route_abbr")
	listRouteNot           = knownList("route_not")
	listRouteSign          = knownList("route_sign")
	listSameGoal           = knownList("same_goal")
	listSameUnit           = knownList("same_unit")
	listSchoolLevel        = knownList("school_level")
	listSecondGovernment   = knownList("second_government")
	listSecondHead         = knownList("second_head")
	listSecondNameTail     = knownList("second_name_tail")
	listSectionAction      = knownList("section_action")
	listSectionGoals       = knownList("section_goals")
	listSectionPast        = knownList("section_past")
	listSectionSituation   = knownList("section_situation")
	listSentenceVerb       = knownList("sentence_verb")
	listSentenceWord       = knownList("sentence_word")
	listSetBy              = knownList("set_by")
	listShareHead          = knownList("share_head")
	listShareVerb          = knownList("share_verb")
	listSharedHead         = knownList("shared_head")
	listSharedWith         = knownList("shared_with")
	listSizeUnit           = knownList("size_unit")
	listSizedBy            = knownList("sized_by")
	listSizedThing         = knownList("sized_thing")
	listSomeOf             = knownList("some_of")
	listSpecAfter          = knownList("spec_after")
	listSpecBefore         = knownList("spec_before")
	listSpecNoun           = knownList("spec_noun")
	listSpecUnit           = knownList("spec_unit")
	listSpotNot            = knownList("spot_not")
	listStageWord          = knownList("stage_word")
	listStartEnd           = knownList("start_end")
	listStatusBehind       = knownList("status_behind")
	listStatusInName       = knownList("status_in_name")
	listStriveVerb         = knownList("strive_verb")
	listStudyNoun          = knownList("study_noun")
	listSubjectVerb        = knownList("subject_verb")
	listSumEnd             = knownList("sum_end")
	listTargetBatch        = knownList("target_batch")
	listTargetLead         = knownList("target_lead")
	listTargetVerb         = knownList("target_verb")
	listTaskNot            = knownList("task_not")
	listTaskNotIn          = knownList("task_not_in")
	listTaskNoun           = knownList("task_noun")
	listTimeBound          = knownList("time_bound")
	listTimeLead           = knownList("time_lead")
	listTimeLetter         = knownList("time_letter")
	listTimeNoun           = knownList("time_noun")
	listTimeOfYear         = knownList("time_of_year")
	listTimeUnit           = knownList("time_unit")
	listTopicEnd           = knownList("topic_end")
	listToward             = knownList("toward")
	listTowardEnd          = knownList("toward_end")
	listTownEnd            = knownList("town_end")
	listTwoNameLetter      = knownList("two_name_letter")
	listUndertake          = knownList("undertake")
	listUndertakeNot       = knownList("undertake_not")
	listUndertakeWeak      = knownList("undertake_weak")
	listUndertakingWord    = knownList("undertaking_word")
	listUnitNoun           = knownList("unit_noun")
	listUnitOfWork         = knownList("unit_of_work")
	listUnitWord           = knownList("unit_word")
	listVerbLead           = knownList("verb_lead")
	listVerbObjectNot      = knownList("verb_object_not")
	listVillageEnd         = knownList("village_end")
	listWaterKind          = knownList("water_kind")
	listWaterLetter        = knownList("water_letter")
	listWhenLead           = knownList("when_lead")
	listWhenLetter         = knownList("when_letter")
	listWhereEnd           = knownList("where_end")
	listWholePlace         = knownList("whole_place")
	listWordGoal           = knownList("word_goal")
	listWordMeasure        = knownList("word_measure")
	listWorkNotFirst       = knownList("work_not_first")
	listWorkNotIn          = knownList("work_not_in")
	listWorksAction        = knownList("works_action")
	listWorksAhead         = knownList("works_ahead")
	listWorksAlter         = knownList("works_alter")
	listWorksArea          = knownList("works_area")
	listWorksClass         = knownList("works_class")
	listWorksCommon        = knownList("works_common")
	listWorksCrossing      = knownList("works_crossing")
	listWorksDepot         = knownList("works_depot")
	listWorksDone          = knownList("works_done")
	listWorksFacility      = knownList("works_facility")
	listWorksHypernym      = knownList("works_hypernym")
	listWorksInner         = knownList("works_inner")
	listWorksKind          = knownList("works_kind")
	listWorksLevel         = knownList("works_level")
	listWorksNamed         = knownList("works_named")
	listWorksNamely        = knownList("works_namely")
	listWorksPart          = knownList("works_part")
	listWorksPhase         = knownList("works_phase")
	listWorksPurpose       = knownList("works_purpose")
	listWorksRoute         = knownList("works_route")
	listWorksSole          = knownList("works_sole")
	listWorksSpec          = knownList("works_spec")
	listWorksStage         = knownList("works_stage")
	listWorksTail          = knownList("works_tail")
	listWorksTold          = knownList("works_told")
	listWorksUnit          = knownList("works_unit")
	listWorksVague         = knownList("works_vague")
	listWorksVerb          = knownList("works_verb")
	listWorksVerbNot       = knownList("works_verb_not")
	listWorksWhen          = knownList("works_when")
	listYearTail           = knownList("year_tail")
	listYearlyAlone        = knownList("yearly_alone")
	listYearlyWord         = knownList("yearly_word")
)
