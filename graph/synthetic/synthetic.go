// Package synthetic makes many plans of a few by renaming places and with them
// bodies, projects and document numbers, to see how stores grow.
package synthetic

import (
	"fmt"
	"strings"

	"plangraph/plan"
)

// The characters of invented place names: as many as there are pairs.
const (
	firstRunes  = "清和宁安丰永嘉泰瑞昌庆德兴富新东西南北上临长大平青白金石龙云"
	secondRunes = "川原河溪山岭洲港泽湖泉塘坪陵阳阴口门关桥城乡浦湾峰林台井坝沟"
)

// MaxCopies is how many copies of each plan can be told apart.
var MaxCopies = len([]rune(firstRunes)) * len([]rune(secondRunes))

// A Set is what the copies are made of.
type Set struct {
	Plans [][]plan.Fact // the facts of each plan, as extract prints them
	// Places are the place names of two characters that each copy replaces by
	// invented ones (江苏, 南京). Names of one length keep every span's length.
	Places []string
	// Mark begins the document numbers (苏); each copy puts its first place there.
	Mark string
}

// Generate calls yield with the facts of n plans: the given ones in turn, copy 0
// as they are. It is deterministic; yield's facts may be kept.
func (s Set) Generate(n int, yield func([]plan.Fact) error) error {
	if len(s.Plans) == 0 {
		return fmt.Errorf("no plans to copy; give the facts of one at the least")
	}
	if most := MaxCopies * len(s.Plans); n > most {
		return fmt.Errorf("%d plans asked for; of %d plans at most %d can be made", n, len(s.Plans), most)
	}
	for i := range n {
		copied, facts := i/len(s.Plans), s.Plans[i%len(s.Plans)]
		if copied > 0 {
			facts = s.rename(facts, copied)
		}
		if err := yield(facts); err != nil {
			return err
		}
	}
	return nil
}

// place returns the k-th invented name.
func place(k int) string {
	first, second := []rune(firstRunes), []rune(secondRunes)
	k %= MaxCopies
	return string(first[k%len(first)]) + string(second[k/len(first)])
}

func (s Set) rename(facts []plan.Fact, copied int) []plan.Fact {
	var pairs []string
	for i, p := range s.Places {
		pairs = append(pairs, p, place(copied+i*MaxCopies/max(1, len(s.Places))))
	}
	names := strings.NewReplacer(pairs...)
	out := make([]plan.Fact, len(facts))
	number := func(t string) string {
		if rest, ok := strings.CutPrefix(t, s.Mark); ok && s.Mark != "" && strings.Contains(t, "〔") {
			return place(copied) + rest
		}
		return names.Replace(t)
	}
	for i, f := range facts {
		f.Plan = number(f.Plan)
		if strings.HasPrefix(f.Plan, "sha256:") {
			f.Plan = fmt.Sprintf("sha256:%04x%s", copied, f.Plan[len("sha256:")+4:])
		}
		f.Source = fmt.Sprintf("%s.%d", f.Source, copied)
		f.Section, f.Quote = names.Replace(f.Section), names.Replace(f.Quote)
		switch {
		case f.PlanInfo != nil:
			v := *f.PlanInfo
			v.Title, v.Issuer, v.Region = names.Replace(v.Title), names.Replace(v.Issuer), names.Replace(v.Region)
			v.DocumentNumber = number(v.DocumentNumber)
			f.PlanInfo = &v
		case f.SectionOf != nil:
			v := *f.SectionOf
			v.Title = names.Replace(v.Title)
			f.SectionOf = &v
		case f.Task != nil:
			v := *f.Task
			v.Title = names.Replace(v.Title)
			f.Task = &v
		case f.Target != nil:
			v := *f.Target
			v.Indicator = names.Replace(v.Indicator)
			f.Target = &v
		case f.Result != nil:
			v := *f.Result
			v.Indicator = names.Replace(v.Indicator)
			f.Result = &v
		case f.Project != nil:
			v := *f.Project
			v.Name = names.Replace(v.Name)
			f.Project = &v
		case f.Assignment != nil:
			v := *f.Assignment
			v.Department, v.DepartmentID, v.Task = names.Replace(v.Department), names.Replace(v.DepartmentID), names.Replace(v.Task)
			f.Assignment = &v
		case f.Department != nil:
			v := *f.Department
			v.Name, v.Canonical = names.Replace(v.Name), names.Replace(v.Canonical)
			f.Department = &v
		case f.Citation != nil:
			v := *f.Citation
			v.Title, v.DocumentNumber = names.Replace(v.Title), number(v.DocumentNumber)
			f.Citation = &v
		}
		out[i] = f
	}
	return out
}
