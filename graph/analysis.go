package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Analysis is a named question with its text for both kinds of store. Both
// texts use the same parameter names with $, give the same columns, and need not
// sort: Finish puts the rows in order.
type Analysis struct {
	Name    string // by which query knows it
	Zh, En  string // one line each, for query --list
	Filters []Filter
	Columns []Column // of the answer, in the order of both texts
	Order   []string // names of the columns to sort by
	SQL     string   // for graph/sqlite
	Cypher  string   // for graph/neo4j
}

// Filter is an option of an analysis. Its name is the name of the option and of
// the parameter in the texts; a filter that is not given is NULL there.
type Filter struct {
	Name   string
	Zh, En string
	Kind   FilterKind
	Values []string // the only values allowed; nil when any text may stand
}

// FilterKind says what a filter's parameter holds.
type FilterKind uint8

// The kinds of filters.
const (
	FilterText FilterKind = iota // string
	FilterPart                   // part of a name in any case: string, or []string: the spellings that it may have
	FilterIDs                    // []string: ids that the user's words were resolved to
	FilterYear                   // int64
	FilterFlag                   // bool
)

// ColumnKind says how a column's values are made and shown.
type ColumnKind uint8

// The kinds of columns.
const (
	ColumnText   ColumnKind = iota // string
	ColumnInt                      // int64
	ColumnNumber                   // float64
	ColumnBool                     // bool
	ColumnList                     // []string, sorted and distinct
	ColumnPlaced                   // []string in the order of the text: each element comes as "start TAB value"
)

// Column is one key of the rows.
type Column struct {
	Name   string
	Kind   ColumnKind
	Hidden bool // only for sorting; Finish drops it
}

// Params are the values of filters by name: string, []string, int64 or bool. A
// filter that is not given has no entry.
type Params map[string]any

// Rows is an answer. Values stand in the order of Columns; an absent one is nil.
type Rows struct {
	Columns []Column
	Values  [][]any
}

// Check returns params with every filter present (nil when not given) and parts of
// names as lists of spellings, or an error that names the filters there are.
func (a *Analysis) Check(params Params) (Params, error) {
	out := Params{}
	for _, f := range a.Filters {
		v := params[f.Name]
		out[f.Name] = v
		ok := v == nil
		switch v := v.(type) {
		case string:
			if ok = f.Kind == FilterText; f.Kind == FilterPart {
				ok, out[f.Name] = true, []string{v}
			}
			if ok && f.Values != nil && !slices.Contains(f.Values, v) {
				return nil, fmt.Errorf("query %s: --%s must be one of %s, not %q", a.Name, f.Name, strings.Join(f.Values, ", "), v)
			}
		case []string:
			ok = f.Kind == FilterIDs || f.Kind == FilterPart
		case int64:
			ok = f.Kind == FilterYear
		case bool:
			ok = f.Kind == FilterFlag
		}
		if !ok {
			return nil, fmt.Errorf("query %s: filter %s does not take a %T", a.Name, f.Name, v)
		}
	}
	for name := range params {
		if _, ok := out[name]; !ok {
			var names []string
			for _, f := range a.Filters {
				names = append(names, "--"+f.Name)
			}
			return nil, fmt.Errorf("query %s has no filter --%s; it has: %s", a.Name, name, strings.Join(names, ", "))
		}
	}
	return out, nil
}

// Finish makes rows as a store returns them (all columns, any order, lists
// unsorted) into the answer: lists in order, rows sorted, hidden columns gone,
// empty text and empty lists absent. It is one piece of code so that every store
// answers alike.
func (a *Analysis) Finish(values [][]any) *Rows {
	for _, row := range values {
		for i, c := range a.Columns {
			row[i] = finishValue(c.Kind, row[i])
		}
	}
	var order []int
	for _, name := range a.Order {
		order = append(order, slices.IndexFunc(a.Columns, func(c Column) bool { return c.Name == name }))
	}
	slices.SortStableFunc(values, func(x, y []any) int {
		for _, i := range order {
			if c := compareValues(x[i], y[i]); c != 0 {
				return c
			}
		}
		for i := range x { // whatever is left: the order must not depend on the store
			if c := compareValues(x[i], y[i]); c != 0 {
				return c
			}
		}
		return 0
	})
	out := &Rows{}
	keep := make([]int, 0, len(a.Columns))
	for i, c := range a.Columns {
		if !c.Hidden {
			keep = append(keep, i)
			out.Columns = append(out.Columns, c)
		}
	}
	for _, row := range values {
		short := make([]any, len(keep))
		for i, k := range keep {
			short[i] = row[k]
		}
		out.Values = append(out.Values, short)
	}
	return out
}

func finishValue(kind ColumnKind, v any) any {
	switch v := v.(type) {
	case string:
		if v == "" {
			return nil
		}
	case []string:
		v = slices.DeleteFunc(v, func(s string) bool { return s == "" })
		if kind == ColumnPlaced {
			v = unplace(v)
		} else {
			slices.Sort(v)
			v = slices.Compact(v)
		}
		if len(v) == 0 {
			return nil
		}
		return v
	}
	return v
}

// unplace sorts elements "start TAB value" by start and returns the values, each
// where it stands first.
func unplace(v []string) []string {
	type placed struct {
		start int
		value string
	}
	all := make([]placed, len(v))
	for i, s := range v {
		start, value, _ := strings.Cut(s, "\t")
		all[i].start, _ = strconv.Atoi(start)
		all[i].value = value
	}
	slices.SortFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.value, b.value))
	})
	var out []string
	for _, p := range all {
		if !slices.Contains(out, p.value) {
			out = append(out, p.value)
		}
	}
	return out
}

// compareValues orders absent before present, numbers by size, text by bytes.
func compareValues(x, y any) int {
	if x == nil || y == nil {
		switch {
		case x == nil && y == nil:
			return 0
		case x == nil:
			return -1
		}
		return 1
	}
	switch x := x.(type) {
	case string:
		if y, ok := y.(string); ok {
			return cmp.Compare(x, y)
		}
	case int64:
		if y, ok := y.(int64); ok {
			return cmp.Compare(x, y)
		}
	case float64:
		if y, ok := y.(float64); ok {
			return cmp.Compare(x, y)
		}
	case bool:
		if y, ok := y.(bool); ok && x != y {
			if y {
				return -1
			}
			return 1
		}
	case []string:
		if y, ok := y.([]string); ok {
			return slices.Compare(x, y)
		}
	}
	return 0
}
