package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
)

// NotFoundError says that nothing in the store has a name, and what comes near.
type NotFoundError struct {
	Label   Label
	Text    string
	Nearest []string // at most five names, the nearest first
}

func (e *NotFoundError) Error() string {
	if len(e.Nearest) == 0 {
		return fmt.Sprintf("no %s named %q in the store", strings.ToLower(string(e.Label)), e.Text)
	}
	return fmt.Sprintf("no %s named %q in the store; near it: %s", strings.ToLower(string(e.Label)), e.Text, strings.Join(e.Nearest, ", "))
}

// FindPlans returns the ids of the plans that text means: an id, a unique end of
// one (61号), else every plan with text in its title. An end that several ids
// have is an error that lists them.
func FindPlans(ctx context.Context, s Store, text string) ([]string, error) {
	plans, err := s.Names(ctx, Plan)
	if err != nil {
		return nil, err
	}
	want := Canonical(text)
	var ends, titles []string
	for _, p := range plans {
		id := Canonical(p.ID)
		switch {
		case id == want:
			return []string{p.ID}, nil
		case want != "" && strings.HasSuffix(id, want) && !splitsNumber(id, want):
			ends = append(ends, p.ID)
		case want != "" && strings.Contains(Canonical(p.Name), want):
			titles = append(titles, p.ID)
		}
	}
	switch {
	case len(ends) == 1:
		return ends, nil
	case len(ends) > 1:
		return nil, fmt.Errorf("several plans end in %q: %s; give more of the number", text, strings.Join(ends, ", "))
	case len(titles) > 0:
		return titles, nil
	}
	return nil, &NotFoundError{Plan, text, nearest(plans, want, 5)}
}

// splitsNumber reports whether the end of id begins inside a number: 1号 is no
// end of 61号.
func splitsNumber(id, end string) bool {
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	i := len(id) - len(end)
	return i > 0 && digit(id[i-1]) && digit(end[0])
}

// FindBodies returns the ids of the bodies that text means: those of which it is
// the name, the short name or a form met in a plan, and those that it names in
// one of the stored plans' regions (省发改委 in a plan of 江苏省).
func FindBodies(ctx context.Context, s Store, naming Naming, text string) ([]string, error) {
	bodies, err := s.Names(ctx, Department)
	if err != nil {
		return nil, err
	}
	regions, err := planRegions(ctx, s)
	if err != nil {
		return nil, err
	}
	ids := map[string]bool{text: true}
	for _, r := range regions {
		ids[naming.ID(text, r)] = true
	}
	want := Canonical(text)
	var found []string
	for _, b := range bodies {
		named := func(n string) bool { return Canonical(n) == want }
		if ids[b.ID] || named(b.Name) || slices.ContainsFunc(b.Aliases, named) {
			found = append(found, b.ID)
		}
	}
	if len(found) == 0 {
		return nil, &NotFoundError{Department, text, nearest(bodies, want, 5)}
	}
	return found, nil
}

func planRegions(ctx context.Context, s Store) ([]string, error) {
	rows, err := s.Query(ctx, &plansQuery, nil)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(rows.Columns, func(c Column) bool { return c.Name == "region" })
	var out []string
	for _, row := range rows.Values {
		if r, ok := row[at].(string); ok && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out, nil
}

// Nearest returns the names of a label that come nearest to text, at most n.
func Nearest(ctx context.Context, s Store, label Label, text string, n int) ([]string, error) {
	names, err := s.Names(ctx, label)
	if err != nil {
		return nil, err
	}
	return nearest(names, Canonical(text), n), nil
}

// nearest compares by the pairs of characters that two names have in common, and
// single characters for names of one; what has nothing in common is not near.
func nearest(names []Name, want string, n int) []string {
	type near struct {
		name  string
		score float64
	}
	pairs := grams(want)
	var all []near
	for _, c := range names {
		best := likeness(pairs, Canonical(c.Name))
		for _, a := range c.Aliases {
			best = max(best, likeness(pairs, Canonical(a)))
		}
		if best > 0 {
			all = append(all, near{c.Name, best})
		}
	}
	slices.SortFunc(all, func(a, b near) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.name, b.name)) })
	var out []string
	for _, a := range all {
		if len(out) == n {
			break
		}
		if !slices.Contains(out, a.name) {
			out = append(out, a.name)
		}
	}
	return out
}

// grams counts the characters and the pairs of characters of a name; pairs
// weigh double because they are two characters in order.
func grams(s string) map[string]int {
	out := map[string]int{}
	last := ""
	for _, r := range s {
		c := string(r)
		out[c]++
		if last != "" {
			out[last+c] += 2
		}
		last = c
	}
	return out
}

// likeness is Dice's coefficient of two names' grams, 0 to 1.
func likeness(a map[string]int, name string) float64 {
	b := grams(name)
	common, total := 0, 0
	for g, n := range a {
		common += min(n, b[g])
		total += n
	}
	for _, n := range b {
		total += n
	}
	if total == 0 {
		return 0
	}
	return 2 * float64(common) / float64(total)
}
