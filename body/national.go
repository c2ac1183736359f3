package body

// What national bodies have in the country: offices, branches of the bank, the armed forces.

// forceName finds the armed forces: 武警部队, 驻苏解放军.
func (l *Lexicon) forceName(text []rune, end int) (Mention, bool) {
	s, _, ok := l.force.longest(text, end)
	if !ok {
		return Mention{}, false
	}
	word := string(text[s:end])
	if n := designation(text, s); n < s { // 武警7421部队
		if of, _, ok := l.force.longest(text, n); ok {
			n = of
		}
		return Mention{Start: n, End: end, Kind: Body}, true
	}
	if l.word(forceGarrison, word) {
		if s < 2 || text[s-2] != '驻' || text[s-1] == '地' {
			return Mention{}, false
		}
	}
	for n := 1; n <= 3; n++ {
		if s-n-1 >= 0 && text[s-n-1] == '驻' && text[s-n] != '地' {
			return Mention{Start: s - n - 1, End: end, Kind: Body}, true
		}
	}
	return Mention{Start: s, End: end, Kind: Body}, l.opens(text, s) || !l.word(forceCommon, word)
}

// designation returns where the number of a military unit begins that ends at end; end for none.
func designation(text []rune, end int) int {
	i := end
	for i > 0 && text[i-1] >= '0' && text[i-1] <= '9' {
		i--
	}
	if end-i < 3 {
		return end
	}
	return i
}

// seat finds the offices that national bodies have in the country: 国家能源局西北监管局,
// 民航黑龙江监管局, 审计署驻武汉特派员办事处.
func (l *Lexicon) seat(text []rune, end int) (Mention, bool) {
	for _, h := range l.seats {
		if !hasAt(text, end-len(h), h) || end-len(h) < 4 {
			continue
		}
		i, _, ok := l.place.longest(text, end-len(h))
		kind := Body
		if !ok {
			if i, _, ok = l.wide.longest(text, end-len(h)); !ok {
				if i = everySeat(text, end-len(h)); i < 0 {
					continue
				}
				kind = Class
			}
		}
		if i > 0 && text[i-1] == '驻' {
			i--
		}
		for _, of := range l.seatOf {
			if hasAt(text, i-len(of), of) && (len(h) > 1 || l.plainSeat[string(of)]) {
				return Mention{Start: i - len(of), End: end, Kind: kind}, true
			}
		}
	}
	return Mention{}, false
}

// everySeat returns where the word begins that says that all offices of a body are meant
// (财政部|各地监管局, 生态环境部|各督察局) and that ends at end; -1 for none.
func everySeat(text []rune, end int) int {
	if reads(text, end-2, "地区") {
		end--
	}
	if end > 0 && text[end-1] == '地' {
		end--
	}
	if end > 0 && text[end-1] == '各' {
		return end - 1
	}
	return -1
}

// branch finds the central bank's branches, and the offices of other national bodies:
// 人民银行南京分行.
func (l *Lexicon) branch(text []rune, end int) (Mention, bool) {
	i := end
	for _, tail := range l.branchTails {
		if hasAt(text, end-len(tail), tail) {
			i = end - len(tail)
			break
		}
	}
	if i == end {
		return l.seat(text, end)
	}
	if reads(text, i-2, "中心") {
		i -= 2
	}
	for n := 1; n <= 6 && i-n > 1; n++ {
		if !han(text[i-n]) {
			break
		}
		for _, bank := range l.banks {
			if hasAt(text, i-n-len(bank), bank) {
				return Mention{Start: i - n - len(bank), End: end, Kind: Body}, true
			}
		}
	}
	return Mention{}, false
}
