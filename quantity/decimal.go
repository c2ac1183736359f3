// Package quantity reads Chinese numbers, units, bounds and periods: 16.4亿,
// 两三个, 三成以上, 4.5%—5%, 到2025年底, “十四五”末. It works on decoded text
// (a slice of runes) at a position that its caller has found (a digit or a
// numeral), allocates nothing while it looks, and computes in exact decimals.
// It imports next to nothing of ours: the extraction and the graph both stand on it.
package quantity

import (
	"math/big"
	"strconv"
)

// maxCoef bounds the coefficient of a Decimal: numbers of more than eighteen
// significant digits are identifiers, not quantities, and are refused.
const maxCoef = 999_999_999_999_999_999

// Decimal is the exact number Coef × 10^Exp / Den. Den is 0 or 1 unless the
// number was written as a fraction whose decimal form may not end (三分之一).
type Decimal struct {
	Coef int64 // of at most eighteen digits, never negative
	Exp  int   // power of ten
	Den  int64 // 0 is 1
}

// scale returns d × 10^n.
func (d Decimal) scale(n int) Decimal { d.Exp += n; return d }

// add returns d + e; ok is false where the sum has too many digits.
func (d Decimal) add(e Decimal) (Decimal, bool) {
	if d.Coef == 0 {
		return e, true
	}
	if e.Coef == 0 {
		return d, true
	}
	for d.Exp > e.Exp {
		if d.Coef > maxCoef/10 {
			return d, false
		}
		d.Coef, d.Exp = d.Coef*10, d.Exp-1
	}
	for e.Exp > d.Exp {
		if e.Coef > maxCoef/10 {
			return d, false
		}
		e.Coef, e.Exp = e.Coef*10, e.Exp-1
	}
	if d.Coef > maxCoef-e.Coef {
		return d, false
	}
	d.Coef += e.Coef
	return d, true
}

// Rat returns d as an exact fraction.
func (d Decimal) Rat() *big.Rat {
	n, m := big.NewInt(d.Coef), big.NewInt(1)
	if d.Den > 1 {
		m.SetInt64(d.Den)
	}
	e := d.Exp
	if e < 0 {
		e = -e
	}
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(e)), nil)
	if d.Exp < 0 {
		m.Mul(m, p)
	} else {
		n.Mul(n, p)
	}
	return new(big.Rat).SetFrac(n, m)
}

// String writes d without an exponent (0.8, 1640000000); a fraction whose
// decimal form does not end is rounded to six places (0.333333).
func (d Decimal) String() string {
	if d.Den > 1 {
		r := d.Rat()
		if n, exact := r.FloatPrec(); exact {
			return r.FloatString(n)
		}
		return r.FloatString(6)
	}
	s := strconv.FormatInt(d.Coef, 10)
	neg := false
	if s[0] == '-' {
		neg, s = true, s[1:]
	}
	if s == "0" {
		return s
	}
	if d.Exp >= 0 {
		for range d.Exp {
			s += "0"
		}
	} else {
		for len(s) <= -d.Exp {
			s = "0" + s
		}
		cut := len(s) + d.Exp
		whole, frac := s[:cut], s[cut:]
		for frac != "" && frac[len(frac)-1] == '0' {
			frac = frac[:len(frac)-1]
		}
		s = whole
		if frac != "" {
			s += "." + frac
		}
	}
	if neg {
		s = "-" + s
	}
	return s
}

// Cmp compares d and e exactly: -1, 0 or 1.
func (d Decimal) Cmp(e Decimal) int { return d.Rat().Cmp(e.Rat()) }
