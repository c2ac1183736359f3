package extract

// wordList numbers the word lists that recognisers and builders read, so that
// no name is looked up while a text is read. Its number is the list's id.
type wordList int

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
