package resolve

import (
	"strings"

	"plangraph/body"
	"plangraph/plan"
)

// Names of classes of bodies and of several bodies together: 各设区市人民政府, 有关部门.

// plural reports whether a name means a class or several bodies.
func (r *Resolver) plural(s string) bool {
	l := &r.lists
	if l.manyHead.begins(s) || l.manyTail.ends(s) || l.manyName.has(s) {
		return true
	}
	return l.manyPart.holds(s) && !l.onePart.holds(s)
}

// several resolves classes and collectives.
func (r *Resolver) several(s string, region plan.Region) Body {
	b := Body{Canonical: s, ShortName: s, Kind: "collective", Level: r.levelOfMany(s, region), Region: region.Name}
	if r.lists.classTail.ends(s) && !r.lists.collectivePart.holds(s) {
		b.Kind = "class"
	}
	if strings.HasSuffix(s, "政府") && !strings.HasSuffix(s, "人民政府") && !strings.Contains(s, "党委") {
		b.Canonical = strings.TrimSuffix(s, "政府") + "人民政府"
	}
	if t, ok := strings.CutPrefix(s, plan.LevelAll); ok {
		if n, parsed := r.lex.Parse(t); parsed && n.Form != nil && n.Place == "" && n.Level == "" && n.Form.Kind == body.State && n.Form.Bare != "" {
			b.Canonical = plan.LevelAll + n.Form.Bare
			b.Kind = "class"
		}
	}
	b.ID = at(b.Canonical, region)
	return b
}

func at(name string, region plan.Region) string {
	if region.Name == "" {
		return name
	}
	return name + "@" + region.Name
}

// levelOfMany reads the level of a class or collective from its first words, else
// from a place before it, else from words within.
func (r *Resolver) levelOfMany(s string, region plan.Region) string {
	if _, attrs, ok := r.lists.manyLevel.head(s); ok {
		switch level := attrs["level"]; {
		case level == "own":
			if region.Level != "" {
				return region.Level
			}
			return plan.LevelAll
		case attrs["autonomous"] != "" && strings.HasSuffix(region.Name, "自治区"):
			return attrs["autonomous"]
		case attrs["county"] != "" && region.Level == plan.LevelCounty:
			return attrs["county"]
		case level != "none":
			return level
		}
	}
	if p, _, _, ok := r.lex.Leading(s); ok {
		return p.Level
	}
	if attrs, ok := r.lists.manyLevelPart.within(s); ok {
		return attrs["level"]
	}
	return plan.LevelAll
}
