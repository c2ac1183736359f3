package graph

// PropKind is the type of a property's values.
type PropKind uint8

// The kinds of properties, with the Go type that stands for each in a Prop.
const (
	PropText   PropKind = iota // string
	PropDate                   // Date
	PropInt                    // int64
	PropNumber                 // float64
	PropBool                   // bool
	PropTexts                  // []string
	PropInts                   // []int64
)

// PropType is a property that a label or an edge type may have.
type PropType struct {
	Name string // as Prop.Name
	Kind PropKind
}

// EvidenceProps are the properties that evidence becomes where a store has no
// table for it.
func EvidenceProps() []PropType {
	return []PropType{{"quote", PropText}, {"start", PropInt}, {"end", PropInt}, {"line", PropInt}, {"rule", PropText}, {"confidence", PropText}}
}

// NodeProps returns the closed list of a label's properties, without id.
func NodeProps(l Label) []PropType {
	switch l {
	case Plan:
		return []PropType{{"title", PropText}, {"document_number", PropText}, {"issuer", PropText}, {"issued_on", PropDate},
			{"period_start", PropInt}, {"period_end", PropInt}, {"horizon", PropInt}, {"region", PropText}, {"source", PropText}, {"sha256", PropText}}
	case Section:
		return []PropType{{"title", PropText}, {"number", PropText}, {"kind", PropText}, {"level", PropInt}, {"ordinal", PropInt}, {"path", PropText}}
	case Task:
		return []PropType{{"title", PropText}, {"text", PropText}, {"kind", PropText}}
	case Project:
		return []PropType{{"name", PropText}, {"aliases", PropTexts}, {"kind", PropText}, {"status", PropText}}
	case Indicator:
		return []PropType{{"name", PropText}, {"aliases", PropTexts}, {"unit_family", PropText}}
	case Target:
		return []PropType{{"op", PropText}, {"value", PropText}, {"unit", PropText}, {"number", PropNumber}, {"number_high", PropNumber}, {"amount", PropNumber}, {"amount_high", PropNumber},
			{"year", PropInt}, {"nature", PropText}, {"baseline", PropText}, {"baseline_year", PropInt}, {"origin", PropText}}
	case Result:
		return []PropType{{"planned", PropText}, {"achieved", PropText}, {"unit", PropText}, {"year", PropInt}}
	case Department:
		return []PropType{{"name", PropText}, {"short_name", PropText}, {"aliases", PropTexts}, {"level", PropText}, {"kind", PropText},
			{"region", PropText}, {"valid_from", PropDate}, {"valid_to", PropDate}}
	case Region:
		return []PropType{{"name", PropText}, {"level", PropText}}
	case Document:
		return []PropType{{"title", PropText}, {"aliases", PropTexts}, {"document_number", PropText}, {"kind", PropText}}
	}
	return nil
}

// EdgeProps returns the closed list of an edge type's own properties, without
// key, plan and evidence.
func EdgeProps(t EdgeType) []PropType {
	switch t {
	case HasSection:
		return []PropType{{"ordinal", PropInt}}
	case ResponsibleFor:
		return []PropType{{"as_written", PropText}, {"role", PropText}, {"explicit", PropBool}, {"due", PropText}, {"scope", PropText}, {"order", PropInt}}
	case Lists:
		return []PropType{{"as_written", PropText}, {"kind", PropText}, {"status", PropText}, {"box", PropText}}
	case Measures, IssuedBy:
		return []PropType{{"as_written", PropText}}
	case Mentions:
		return []PropType{{"as_written", PropText}, {"level", PropText}}
	case Cites:
		return []PropType{{"title", PropText}, {"document_number", PropText}, {"kind", PropText}}
	case SucceededBy:
		return []PropType{{"on", PropDate}}
	case DependsOn:
		return []PropType{{"via", PropText}, {"count", PropInt}, {"what", PropTexts}, {"quotes", PropTexts}, {"lines", PropInts}}
	case OverlapsWith:
		return []PropType{{"via", PropText}, {"count", PropInt}, {"what", PropTexts}, {"quotes", PropTexts}, {"lines", PropInts},
			{"on_quotes", PropTexts}, {"on_lines", PropInts}}
	}
	return nil
}

// Title returns the property that names a node of the label; "" when none does.
func (l Label) Title() string {
	for _, p := range NodeProps(l) {
		if p.Name == "name" || p.Name == "title" {
			return p.Name
		}
	}
	return ""
}

// Base keeps of a shared node's properties those that follow from its id, which
// are the ones that Build gives it.
func Base(l Label, p Props) Props {
	if !l.Shared() {
		return p
	}
	var out Props
	for _, prop := range p {
		switch {
		case prop.Name == "name", prop.Name == "title", prop.Name == "unit_family", prop.Name == "document_number",
			prop.Name == "level" && l == Region:
			out = append(out, prop)
		}
	}
	return out
}
