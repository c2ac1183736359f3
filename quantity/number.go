package quantity

import "plangraph/internal/hanzi"

// digit returns the value of an Arabic digit, half or full width, or -1.
func digit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	}
	return -1
}

// IsStart reports whether a quantity may begin with r; callers ask Parse only
// where it does.
func IsStart(r rune) bool { return uint32(r) < 65536 && starts[r>>6]&(1<<(r&63)) != 0 }

// starts is a bitmap of the characters that a quantity may begin with.
var starts = func() (m [65536 / 64]uint64) {
	for r := rune(0); r < 65536; r++ {
		if digit(r) >= 0 || hanzi.Digit(r) > 0 || hanzi.Power(r) > 0 || r == '半' || r == '翻' {
			m[r>>6] |= 1 << (r & 63)
		}
	}
	return m
}()

// maxPower bounds the power of ten that 十, 百, 千, 万 and 亿 add up to; more of
// them in a row are no number (and would take long to write out).
const maxPower = 24

// number is a number as it stands in the text, without unit and bounds.
type number struct {
	low, high Decimal // equal unless the words name two neighbours (两三, 七八十)
	end       int
	ranged    bool
	words     bool // written in Chinese numerals
	bare      bool // a magnitude alone (万人, 亿元)
	fraction  bool // …分之…
	more      bool // 余, 多 or 几 inside
}

// at returns the rune at i, 0 outside of t.
func at(t []rune, i int) rune {
	if i < 0 || i >= len(t) {
		return 0
	}
	return t[i]
}

// parseNumber reads the number that starts at i.
func (w *Words) parseNumber(t []rune, i int) (number, bool) {
	if digit(at(t, i)) >= 0 {
		return w.arabic(t, i)
	}
	return w.chinese(t, i)
}

// digits reads 1,100 or 12.5.
func digits(t []rune, i int) (Decimal, int, bool) {
	var d Decimal
	start := i
	lead := 0
	for digit(at(t, i)) >= 0 {
		if d.Coef > maxCoef/10-1 {
			return d, i, false
		}
		d.Coef = d.Coef*10 + int64(digit(t[i]))
		i++
		lead++
	}
	for lead >= 1 && lead <= 3 && at(t, i) == ',' && digit(at(t, i+1)) >= 0 && digit(at(t, i+2)) >= 0 && digit(at(t, i+3)) >= 0 && digit(at(t, i+4)) < 0 && !(at(t, start) == '0') {
		for k := 1; k <= 3; k++ {
			if d.Coef > maxCoef/10-1 {
				return d, i, false
			}
			d.Coef = d.Coef*10 + int64(digit(t[i+k]))
		}
		i += 4
	}
	if p := at(t, i); (p == '.' || p == '．') && digit(at(t, i+1)) >= 0 {
		i++
		for digit(at(t, i)) >= 0 {
			if d.Coef > maxCoef/10-1 {
				return d, i, false
			}
			d.Coef = d.Coef*10 + int64(digit(t[i]))
			d.Exp--
			i++
		}
	}
	return d, i, i > start
}

// arabic reads 16.4亿, 3万5千, 2/3, 10余万.
func (w *Words) arabic(t []rune, i int) (number, bool) {
	var n number
	d, j, ok := digits(t, i)
	if !ok {
		return n, false
	}
	if at(t, j) == '/' && digit(at(t, j+1)) >= 0 {
		e, k, ok := digits(t, j+1)
		if ok && hanzi.Power(at(t, k)) == 0 && !isLetter(at(t, k)) && d.Exp == 0 && e.Exp == 0 && d.Coef < e.Coef && e.Coef > 1 && e.Coef <= 100 {
			n.low = Decimal{Coef: d.Coef, Den: e.Coef}
			n.high, n.end, n.fraction = n.low, k, true
			return n, true
		}
		if ok && isLetter(at(t, k)) {
			return n, false // 4/5G
		}
	}
	var sum Decimal
	last := 1 << 30
	for {
		j0 := j
		for at(t, j) == ' ' {
			j++
		}
		if (at(t, j) == '余' || at(t, j) == '多' || at(t, j) == '餘') && hanzi.Power(at(t, j+1)) > 0 {
			n.more = true
			j++
		}
		p := 0
		for m := hanzi.Power(at(t, j)); m > 0 && w.unitAt(t, j) == nil; m = hanzi.Power(at(t, j)) {
			if p += m; p > maxPower {
				return n, false
			}
			j++
		}
		if p == 0 {
			j = j0
		}
		if p >= last {
			return n, false
		}
		s, ok := sum.add(d.scale(p))
		if !ok {
			return n, false
		}
		sum = s
		if p == 0 || digit(at(t, j)) < 0 {
			break
		}
		e, k, ok := digits(t, j)
		if !ok || hanzi.Power(at(t, k)) == 0 && k-j < 3 {
			break
		}
		last, d, j = p, e, k
	}
	n.low, n.high, n.end = sum, sum, j
	return n, true
}

// hanNumber is a number in Chinese numerals while it is read.
type hanNumber struct {
	total   Decimal // what stands before the last 万 or 亿
	section Decimal // what is read behind that, up to the last magnitude
	cur     Decimal // the numeral behind the last magnitude
	have    bool    // there is one
	seen    bool    // anything was read
	bare    bool    // a magnitude opened it: 万
	pair    int     // the second of two neighbouring numerals (两三), -1 for none
	pairPow int     // the power of ten of that pair
}

// chinese reads 二十万亿, 两三, 七八十, 三分之一, 百分之八十, 三点五, 半.
func (w *Words) chinese(t []rune, i int) (number, bool) {
	n := number{words: true}
	if t[i] == '半' {
		n.low = Decimal{Coef: 5, Exp: -1}
		n.high, n.end = n.low, i+1
		return n, true
	}
	h := hanNumber{pair: -1}
	j := i
	for ; ; j++ {
		r := at(t, j)
		if v := hanzi.Digit(r); v >= 0 {
			if !h.numeral(v) {
				return n, false
			}
			continue
		}
		m := hanzi.Power(r)
		if m == 0 || w.unitAt(t, j) != nil && h.seen && m == 3 {
			break
		}
		if !h.magnitude(m) {
			return n, false
		}
	}
	sum, ok := h.sum()
	if !ok {
		return n, false
	}
	n.bare = h.bare && j-i == 1
	n.low, n.high, n.end = sum, sum, j
	if h.pair >= 0 {
		gap := int64(h.pair) - int64(pairDigit(t, i, j))
		if n.high, ok = sum.add(Decimal{Coef: gap, Exp: h.pairPow}); !ok {
			return n, false
		}
		n.ranged = true
		return n, true
	}
	if at(t, j) == '点' && hanzi.Digit(at(t, j+1)) >= 0 {
		if !n.point(t, j+1) {
			return n, false
		}
	}
	if at(t, n.end) == '分' && at(t, n.end+1) == '之' && n.low.Exp >= 0 && n.low.Coef > 0 {
		return w.fraction(t, n)
	}
	return n, true
}

// numeral reads one numeral; false where the figures stand one by one (二〇二五).
func (h *hanNumber) numeral(v int) bool {
	switch {
	case h.have:
		neighbours := int64(v) == h.cur.Coef+1 || h.cur.Coef == 3 && v == 5 // 三五十人
		if v == 0 || h.pair >= 0 || !neighbours {
			return false
		}
		h.pair = v
		return true
	case v == 0 && !h.seen:
		return false
	case v > 0:
		h.cur, h.have = Decimal{Coef: int64(v)}, true
	}
	h.seen = true
	return true
}

// magnitude reads 十, 百, 千 (the power m is below 4), 万 or 亿; false where the number gets
// too great, or none stands before it.
func (h *hanNumber) magnitude(m int) bool {
	if h.pair >= 0 {
		if h.pairPow += m; h.pairPow > maxPower {
			return false
		}
	}
	var ok bool
	if m < 4 {
		ok = h.small(m)
	} else {
		ok = h.great(m)
	}
	if !h.seen {
		h.bare = true
	}
	h.seen = true
	return ok
}

// small adds the last numeral times 10^m to the section.
func (h *hanNumber) small(m int) (ok bool) {
	if !h.have {
		if h.seen && h.section.Coef == 0 && h.total.Coef == 0 {
			return false
		}
		h.cur = Decimal{Coef: 1}
	}
	h.section, ok = h.section.add(h.cur.scale(m))
	h.cur, h.have = Decimal{}, false
	return ok
}

// great adds the section times 10^m to the total; behind 万, 亿 multiplies both.
func (h *hanNumber) great(m int) (ok bool) {
	if h.have {
		if h.section, ok = h.section.add(h.cur); !ok {
			return false
		}
	}
	h.cur, h.have = Decimal{}, false
	if h.section.Coef == 0 {
		if h.total.Coef != 0 { // 万亿
			h.total = h.total.scale(m)
			return h.total.Exp <= maxPower
		}
		h.section = Decimal{Coef: 1}
	}
	sum, ok := h.total.add(h.section.scale(m))
	if ok && m == 8 && h.total.Coef != 0 {
		if sum, ok = h.total.add(h.section); ok {
			sum = sum.scale(8)
		}
	}
	h.total, h.section = sum, Decimal{}
	return ok && sum.Exp <= maxPower
}

// sum is the whole number; false where nothing was read, or it gets too great.
func (h *hanNumber) sum() (Decimal, bool) {
	sum, ok := h.total.add(h.section)
	if ok && h.have {
		sum, ok = sum.add(h.cur)
	}
	return sum, ok && h.seen
}

// point reads the numerals behind 点, from k on: 三点五.
func (n *number) point(t []rune, k int) (ok bool) {
	const most = 7 // numerals
	for e := 1; hanzi.Digit(at(t, k)) >= 0 && e <= most; e++ {
		if n.low, ok = n.low.add(Decimal{Coef: int64(hanzi.Digit(t[k])), Exp: -e}); !ok {
			return false
		}
		k++
	}
	n.high, n.end = n.low, k
	return true
}

// fraction reads the numerator behind 分之, where n is the denominator: 三分之一.
func (w *Words) fraction(t []rune, n number) (number, bool) {
	from := n.end + len([]rune("分之"))
	if r := at(t, from); !IsStart(r) || r == '半' || r == '翻' {
		return n, false
	}
	num, ok := w.parseNumber(t, from)
	if !ok {
		return n, false
	}
	den := n.low.Coef
	for range n.low.Exp {
		if den > maxCoef/10 {
			return n, false
		}
		den *= 10
	}
	n.fraction, n.bare, n.ranged, n.end = true, false, num.ranged, num.end
	n.low, n.high = num.low.over(den), num.high.over(den)
	return n, true
}

// over returns d / den, in decimal form where den is a power of ten.
func (d Decimal) over(den int64) Decimal {
	for den > 1 && den%10 == 0 {
		den, d.Exp = den/10, d.Exp-1
	}
	if den > 1 {
		d.Den = den
	}
	return d
}

// pairDigit returns the first of the two neighbouring digits between i and j.
func pairDigit(t []rune, i, j int) int {
	for k := i; k+1 < j; k++ {
		if a, b := hanzi.Digit(t[k]), hanzi.Digit(t[k+1]); a > 0 && b > 0 {
			return a
		}
	}
	return 0
}

// isLetter reports a Latin letter of either width.
func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 'ａ' && r <= 'ｚ' || r >= 'Ａ' && r <= 'Ｚ'
}
