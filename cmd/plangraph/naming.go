package main

import (
	"math/big"

	"plangraph/extract"
	"plangraph/graph"
	"plangraph/quantity"
	"plangraph/resolve"
)

// newNaming returns what resolves names for an extractor's word lists.
func newNaming(e *extract.Extractor) *resolve.Resolver { return resolve.New(e.Bodies()) }

// knowledge is what the graph asks about names and numbers.
func knowledge(r *resolve.Resolver) graph.Knowledge {
	return graph.Knowledge{Naming: naming{r}, Quantities: quantities{quantity.Default()}}
}

// naming speaks the graph's language for package resolve, which does not know
// the graph.
type naming struct{ r *resolve.Resolver }

func (n naming) ID(name, region string) string            { return n.r.ID(name, region) }
func (n naming) Place(name, region string) string         { return n.r.Place(name, region) }
func (n naming) Simplify(name string) string              { return n.r.Simplify(name) }
func (n naming) Region(name string) (level, above string) { return n.r.RegionOf(name) }
func (n naming) Describe(id string) graph.Body {
	d := n.r.Describe(id)
	b := graph.Body{ShortName: d.ShortName, Level: d.Level, Kind: d.Kind, Region: d.Region, ValidFrom: graph.Date(d.ValidFrom), ValidTo: graph.Date(d.ValidTo),
		Above: d.Above, Members: d.Members, Classes: d.Classes}
	for _, s := range d.Successors {
		b.Successors = append(b.Successors, graph.Succession{ID: s.ID, On: graph.Date(s.On)})
	}
	return b
}

// quantities gives the graph floating numbers to compare; the facts keep the
// exact values as written.
type quantities struct{ w *quantity.Words }

func (q quantities) Number(value, unit string) (low, high float64, isRange, ok bool) {
	l, h, _, ok := q.w.Number(value, unit)
	if !ok {
		return 0, 0, false, false
	}
	low, _ = l.Rat().Float64()
	high, _ = h.Rat().Float64()
	return low, high, l.Cmp(h) != 0, true
}

func (q quantities) Amount(value, unit string) (low, high float64, ok bool) {
	size := q.w.Size(unit)
	if size == nil {
		return 0, 0, false
	}
	l, h, _, ok := q.w.Number(value, unit)
	if !ok {
		return 0, 0, false
	}
	low, _ = new(big.Rat).Mul(l.Rat(), size).Float64()
	high, _ = new(big.Rat).Mul(h.Rat(), size).Float64()
	return low, high, true
}

func (q quantities) Family(unit string) string {
	f, _ := q.w.Family(unit)
	if f == quantity.None {
		return "other"
	}
	return string(f)
}
