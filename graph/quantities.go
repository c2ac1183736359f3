package graph

import "plangraph/quantity"

// Exact reads quantities by the word lists of package quantity. The arithmetic
// is decimal; a number becomes a float only where the graph keeps it.
type Exact struct{ Words *quantity.Words }

// Number returns the value in base units; see Quantities.
func (x Exact) Number(value, unit string) (low, high float64, isRange, ok bool) {
	l, h, _, ok := x.Words.Number(value, unit)
	if !ok {
		return 0, 0, false, false
	}
	low, _ = l.Rat().Float64()
	high, _ = h.Rat().Float64()
	return low, high, l.Cmp(h) != 0, true
}

// Family returns the unit's family; a magnitude alone (万) counts things.
func (x Exact) Family(unit string) string {
	family, power := x.Words.Family(unit)
	switch {
	case family != quantity.None:
		return string(family)
	case power > 0:
		return string(quantity.Count)
	}
	return string(quantity.Other)
}
