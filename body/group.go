package body

// Bodies named by their task: leading groups, joint conferences, headquarters.

import "strings"

// longestTask bounds how far the task of a group is looked for before its head.
const longestTask = 24

// groupName finds bodies named by their task (省铁路建设领导小组), and the office of the one that
// the text is about (领导小组办公室).
func (l *Lexicon) groupName(text []rune, end int) (Mention, bool) {
	head, _, ok := l.group.longest(text, end)
	if !ok {
		return Mention{}, false
	}
	m, ok := l.taskedGroup(text, head, end)
	if !ok && end-head > 5 && l.wordBefore(groupOffice, text, end) && l.opens(text, head) { // 领导小组办公室, 指挥部办公室
		return Mention{Start: head, End: end, Kind: Body}, true
	}
	return m, ok
}

// taskedGroup finds the group whose head stands in [head,end), with its task or place before it.
func (l *Lexicon) taskedGroup(text []rune, head, end int) (Mention, bool) {
	if head > 0 && text[head-1] == '各' { // 各督查组 are of no place and for no task
		return Mention{}, false
	}
	if s, solid, level := l.placeBefore(text, head); level && (end-head >= 5 || end-head == 3) && (solid || l.opens(text, s)) { // 县应急指挥部: the head says for what
		return Mention{Start: s, End: end, Kind: Body}, true
	}
	start := l.taskStart(text, head)
	if start < 0 || head-start < 2 || l.letterOf(taskNotLast, text[head-1]) && !l.insideWord(text, head-1, head) || l.wordIs(generic, text[start:head]) {
		return Mention{}, false
	}
	if s, _, verb := l.stop.longest(text, head); verb && s <= start { // 建立联席会议
		return Mention{}, false
	}
	if reads(text, start, "各级") && head-start > 3 && !l.wordIs(generic, text[start+2:head]) { // 各级物资储备联席会议
		return Mention{Start: start, End: end, Kind: Class}, true
	}
	if l.wordAt(groupNotFirst, text, start) {
		return Mention{}, false
	}
	if reads(text, start-3, "国务院") { // 国务院青川防汛督导组
		start -= 3
	}
	if text[start] == '年' { // 2031年汛期安全防范工作领导小组
		for start > 0 && text[start-1] >= '0' && text[start-1] <= '9' {
			start--
		}
	}
	return Mention{Start: start, End: end, Kind: Body}, true
}

// taskStart returns where the task before the head of a group begins, with the place or level
// whose group it is; -1 for nowhere.
func (l *Lexicon) taskStart(text []rune, head int) int {
	later := -1 // a level that is met first: another may stand before it, 省粮食安全省长责任制…
	for i := head; i >= 0 && head-i <= longestTask; i-- {
		if i < head {
			if s, sure, ok := l.groupOwner(text, i); ok {
				if sure {
					return s
				}
				later = s
			}
		}
		if open := quoteBefore(text, i, head-longestTask); open >= 0 { // 市“甲、乙”工作领导小组
			i = open + 1
			continue
		}
		switch {
		case later >= 0 && (i == 0 || !han(text[i-1]) || head-i > 20):
			return later
		case i == 0, !han(text[i-1]) && text[i-1] != '“' && text[i-1] != '”':
			return i
		}
		s, _, stop := l.stop.longest(text, i)
		if !stop {
			continue
		}
		word := string(text[s:i])
		if i == head && l.word(founding, word) || i-s > 1 && l.wordIs(generic, text[i:head]) && !l.nounBefore(text, s, i) {
			return -1 // 组建专家咨询委员会
		}
		if i == head {
			if _, body := l.named(text, s); body { // 省民政厅承担|联席会议
				return -1
			}
		}
		if l.insideTask(text, s, i, head) || l.nounBefore(text, s, i) || l.insideWord(text, s, i) || l.aimBefore(text, s, i) {
			continue
		}
		if l.word(founding, word) {
			return i
		}
		if later >= 0 {
			return later
		}
		if owner, _, ok := l.placeBefore(text, s); ok { // 市优化营商环境工作领导小组
			return owner
		}
		if owner, ok := l.ownerOfVerbs(text, s); ok { // 县|巩固|提升…工作领导小组
			return owner
		}
		return i
	}
	return later
}

// groupOwner finds whether the name of a group may begin with a place or level that ends at
// i; sure is false where another one may stand before it.
func (l *Lexicon) groupOwner(text []rune, i int) (start int, sure, ok bool) {
	s, solid, level := l.placeBefore(text, i)
	if !level || !solid && l.aimBefore(text, s, i) { // 省迎接|全国|…领导小组
		return 0, false, false
	}
	if !solid && s > 0 { // 县水务局县护城河指挥部: a name ends before the level
		if _, name := l.named(text, s); name {
			return s, true, true
		}
	}
	opens := solid || l.opens(text, s)
	if !opens && text[s] != '省' || l.letterOf(groupNotLevel, text[s]) {
		return 0, false, false
	}
	return s, opens, true
}

// insideTask reports whether the word [s,e), over which no name runs, stands inside the task
// of a group all the same.
func (l *Lexicon) insideTask(text []rune, s, e, head int) bool {
	if e-s == 1 && l.letterOf(groupInner, text[s]) {
		return true
	}
	if head-e < 4 && e-s == 2 && !l.letterOf(lowLevel, text[e]) && !l.wordIs(founding, text[s:e]) {
		return true
	}
	return text[e] == '与' || text[e] == '和' || text[e] == '及'
}

// nounBefore reports whether the verb [s,e) is a noun that goes with the words before it:
// 养老|服务|体系建设领导小组.
func (l *Lexicon) nounBefore(text []rune, s, e int) bool {
	if s == 0 || !han(text[s-1]) || !l.wordIs(groupNounVerb, text[s:e]) {
		return false
	}
	_, _, stop := l.stop.longest(text, s)
	return !stop
}

// insideWord reports whether [s,e), over which no name runs, is a part of a longer word of a
// group's task: 碳中|和, |和|谐.
func (l *Lexicon) insideWord(text []rune, s, e int) bool {
	for lo := max(0, e-longestLookup); lo <= s; lo++ {
		for hi := e; hi <= lo+longestLookup && hi <= len(text); hi++ {
			if l.wordIs(groupWord, text[lo:hi]) {
				return true
			}
		}
	}
	return false
}

// aimBefore reports whether the word [s,e) tells the rank of what a group is to win for its place,
// as a verb before it shows: 市创建|全国|….
func (l *Lexicon) aimBefore(text []rune, s, e int) bool {
	return l.wordIs(groupRank, text[s:e]) && l.wordBefore(groupAim, text, s)
}

// ownerOfVerbs finds the place or level whose group it is before the verbs that end at e, with
// which its task begins.
func (l *Lexicon) ownerOfVerbs(text []rune, e int) (int, bool) {
	s, _, verb := l.stop.longest(text, e)
	if !verb || e-s < 2 || l.wordIs(founding, text[s:e]) {
		return 0, false
	}
	owner, solid, ok := l.placeBefore(text, s)
	return owner, ok && (solid || l.opens(text, owner))
}

// quoteBefore returns where the quotation opens that closes right before i, not before the
// position lo; -1 for none.
func quoteBefore(text []rune, i, lo int) int {
	if i == 0 || text[i-1] != '”' {
		return -1
	}
	for p := i - 2; p >= max(lo, 0) && !strings.ContainsRune("。;:”", text[p]); p-- {
		if text[p] == '“' {
			return p
		}
	}
	return -1
}
