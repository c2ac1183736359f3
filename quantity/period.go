package quantity

import "plangraph/internal/hanzi"

// Period is a stretch of years that a text names. Start and End are years; End
// is the year by which a goal holds. A relative period (今年, 五年内) has Relative
// set and its years counted from the plan's own year.
type Period struct {
	From, To   int  // runes
	Start, End int  // years, or offsets where Relative
	Relative   bool // 今年: 0–0; 明年: 1–1; 五年内: 0–5
	Since      bool // …以来, …以前: the past, no goal
	Onward     bool // 从2030年起: when something begins, not by when it is to be reached
	Compared   bool // 比2020年, 较“十三五”末: a base, no goal
	FiveYear   bool // a five-year plan's period (“十四五”)
}

// ParsePeriod reads the period that starts at i: 2025年, 2021—2025年,
// “十四五”末, 今年, 五年内, 二〇三五年.
func ParsePeriod(t []rune, i int, p *Period) bool {
	*p = Period{From: i}
	if prev := at(t, i-1); digit(prev) >= 0 || isLetter(prev) || hanzi.Digit(prev) >= 0 ||
		prev == '.' && (year4(t, i) == 0 || at(t, i+4) != '年') { // behind an item's number: 2.2025年底前
		return false
	}
	switch {
	case digit(at(t, i)) >= 0:
		if !p.arabicYears(t, i) {
			return false
		}
	case at(t, i) == '今' || at(t, i) == '本' || at(t, i) == '当' || at(t, i) == '明' || at(t, i) == '后' || at(t, i) == '去':
		if at(t, i+1) != '年' || at(t, i) == '后' && hanzi.Digit(at(t, i-1)) >= 0 {
			return false
		}
		switch t[i] {
		case '明':
			p.Start, p.End = 1, 1
		case '后':
			p.Start, p.End = 2, 2
		case '去':
			p.Start, p.End = -1, -1
		}
		p.Relative, p.To = true, i+2
	case hanzi.Digit(at(t, i)) >= 0 || hanzi.Power(at(t, i)) == 1:
		if !p.fiveYear(t, i) && !p.chineseYear(t, i) {
			return false
		}
	default:
		return false
	}
	p.context(t)
	return true
}

// year4 reads a year of four digits at i, that a plan may name; 0 for none.
func year4(t []rune, i int) int {
	y := 0
	for k := range 4 {
		d := digit(at(t, i+k))
		if d < 0 {
			return 0
		}
		y = y*10 + d
	}
	if digit(at(t, i+4)) >= 0 || !hanzi.IsYear(y) {
		return 0
	}
	return y
}

// arabicYears reads 2030年, 2026—2030年 and, with a smaller number, 3年内.
func (p *Period) arabicYears(t []rune, i int) bool {
	y := year4(t, i)
	if y == 0 { // 3年内, 5年时间内
		n, k := 0, i
		for ; digit(at(t, k)) >= 0 && k-i < 3; k++ {
			n = n*10 + digit(t[k])
		}
		return p.within(t, k, n)
	}
	j := i + 4
	for at(t, j) == ' ' {
		j++
	}
	year := at(t, j) == '年'
	if year {
		j++
	}
	p.Start, p.End, p.To = y, y, j
	if k, ok := rangeSign(t, j); ok {
		if z := year4(t, k); z >= y {
			e := k + 4
			for at(t, e) == ' ' {
				e++
			}
			if at(t, e) == '年' {
				p.End, p.To = z, e+1
				return true
			}
		}
	}
	return year
}

// within reads 年内 behind a count of years that ends at k.
func (p *Period) within(t []rune, k, n int) bool {
	if n == 0 || n > 30 || at(t, k) != '年' {
		return false
	}
	k++
	if at(t, k) == '时' && at(t, k+1) == '间' {
		k += 2
	}
	if at(t, k) == '左' && at(t, k+1) == '右' {
		k += 2
	}
	if at(t, k) == '内' {
		k++
	} else if (at(t, k) == '以' || at(t, k) == '之') && at(t, k+1) == '内' {
		k += 2
	} else {
		return false
	}
	p.Relative, p.End, p.To = true, n, k
	return true
}

// fiveYear reads 十四五 (with or without quotes) and its 末, 时期, 期间.
func (p *Period) fiveYear(t []rune, i int) bool {
	n, j := 0, i
	switch {
	case at(t, i) == '十' && at(t, i+1) == '五' && at(t, i+2) == '五':
		n, j = 15, i+3
	case at(t, i) == '十' && hanzi.Digit(at(t, i+1)) > 0 && at(t, i+2) == '五':
		n, j = 10+hanzi.Digit(t[i+1]), i+3
	case at(t, i) == '十' && at(t, i+1) == '五' && (at(t, i+2) == '”' || at(t, i+2) == '"' || at(t, i+2) == '期' || at(t, i+2) == '时'):
		n, j = 10, i+2
	default:
		return false
	}
	if at(t, j) == '”' || at(t, j) == '"' {
		j++
	}
	if at(t, i-1) == '“' || at(t, i-1) == '"' {
		p.From = i - 1
	}
	p.Start, p.End, p.FiveYear = 2001+(n-10)*5, 2005+(n-10)*5, true
	p.To = j
	return true
}

// yearDigit is hanzi.Digit with the circles that are typed for 〇 (二○二五年); elsewhere
// those are bullets.
func yearDigit(r rune) int {
	if r == '○' || r == '◯' {
		return 0
	}
	return hanzi.Digit(r)
}

// chineseYear reads 二〇二五年 and 三年内.
func (p *Period) chineseYear(t []rune, i int) bool {
	y, k := 0, i
	for ; yearDigit(at(t, k)) >= 0 && k-i < 4; k++ {
		y = y*10 + yearDigit(t[k])
	}
	if k-i == 4 && at(t, k) == '年' && hanzi.IsYear(y) {
		p.Start, p.End, p.To = y, y, k+1
		return true
	}
	if k-i == 1 {
		return p.within(t, k, y)
	}
	if at(t, i) == '十' {
		return p.within(t, i+1, 10)
	}
	return false
}

var (
	ends   = [][]rune{[]rune("底前"), []rune("年底"), []rune("末"), []rune("期末"), []rune("底"), []rune("时期末"), []rune("时期"), []rune("期间"), []rune("時期"), []rune("年末"), []rune("前"), []rune("年中"), []rune("度"), []rune("度内"), []rune("度末")}
	past   = [][]rune{[]rune("以来"), []rune("以前"), []rune("以來")}
	toward = [][]rune{[]rune("截至到"), []rune("力争到"), []rune("截至"), []rune("截止"), []rune("到"), []rune("至")}
)

// context takes in the words beside the years and learns from them.
func (p *Period) context(t []rune) {
	longest := 0
	for _, e := range ends {
		if len(e) > longest && hasAt(t, p.To, e) {
			longest = len(e)
		}
	}
	p.To += longest
	for _, e := range past {
		if hasAt(t, p.To, e) {
			p.To += len(e)
			p.Since = true
		}
	}
	if at(t, p.To) == '建' && at(t, p.To+1) == '成' && (at(t, p.To+2) == '的' || at(t, p.To+2) == '并') { // 2000年底前建成的小区
		p.Since = true
	}
	for _, c := range toward {
		if hasAt(t, p.From-len(c), c) {
			p.From -= len(c)
			if c[0] == '截' {
				p.Since = true
			}
			return
		}
	}
	if c := at(t, p.From-1); c == '比' || c == '较' || c == '較' {
		p.Compared = true
	}
	if p.onward(t) {
		return
	}
	switch at(t, p.From-1) {
	case '由', '从', '從': // 由2020年的30%提高到…, 由2020年30%提高到…
		if at(t, p.To) == '的' || measured(t, p.To) {
			p.Compared = true
		}
	case '与', '和', '同', '與': // 与2015年相比
		if at(t, p.To) == '相' && at(t, p.To+1) == '比' {
			p.To += 2
			p.Compared = true
		}
	case '以': // 以2020年为基数
		if at(t, p.To) == '为' && at(t, p.To+1) == '基' {
			p.Compared = true
		}
	}
	next := p.To
	if at(t, next) == '的' {
		next++
	}
	if at(t, next) == '基' && (at(t, next+1) == '础' || at(t, next+1) == '礎' || at(t, next+1) == '数') { // 在2022年的基础上
		p.Compared = true
	}
}

// measured reports whether a number that is no month stands at i.
func measured(t []rune, i int) bool {
	k := i
	for digit(at(t, k)) >= 0 {
		k++
	}
	return k > i && at(t, k) != '月' && at(t, k) != '-' && at(t, k) != '—'
}

// onward takes in 起 or 开始 behind the years, maybe with a month and a day between, and 从 before
// them. Without that a mark must follow: 2030年起,….
func (p *Period) onward(t []rune) bool {
	i := p.To
	for _, unit := range [...]rune{'月', '日'} {
		k := i
		for digit(at(t, k)) >= 0 || hanzi.Digit(at(t, k)) >= 0 || at(t, k) == '十' {
			k++
		}
		if k == i || at(t, k) != unit {
			break
		}
		i = k + 1
	}
	switch {
	case at(t, i) == '起':
		i++
	case at(t, i) == '开' && at(t, i+1) == '始':
		i += 2
	default:
		return false
	}
	switch at(t, p.From-1) {
	case '从', '自', '由', '從':
		p.From--
	default:
		if at(t, i) != ',' && at(t, i) != '每' {
			return false
		}
	}
	p.To, p.Onward = i, true
	return true
}
