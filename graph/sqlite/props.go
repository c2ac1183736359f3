package sqlite

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"plangraph/graph"
)

// appendProps appends properties as a JSON object, by name.
func appendProps(b []byte, p graph.Props) []byte {
	p = slices.Clone(p)
	slices.SortFunc(p, func(a, b graph.Prop) int { return strings.Compare(a.Name, b.Name) })
	b = append(b, '{')
	for i, prop := range p {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '"')
		b = append(b, prop.Name...)
		b = append(b, '"', ':')
		switch v := prop.Value.(type) {
		case string:
			b = appendText(b, v)
		case graph.Date:
			b = appendText(b, string(v))
		case int64:
			b = strconv.AppendInt(b, v, 10)
		case float64:
			b = strconv.AppendFloat(b, v, 'g', -1, 64)
		case bool:
			b = strconv.AppendBool(b, v)
		case []string:
			b = append(b, '[')
			for i, s := range v {
				if i > 0 {
					b = append(b, ',')
				}
				b = appendText(b, s)
			}
			b = append(b, ']')
		case []int64:
			b = append(b, '[')
			for i, n := range v {
				if i > 0 {
					b = append(b, ',')
				}
				b = strconv.AppendInt(b, n, 10)
			}
			b = append(b, ']')
		default:
			panic(fmt.Sprintf("graph property %s of type %T", prop.Name, v)) // the closed list of graph.Prop
		}
	}
	return append(b, '}')
}

// appendText appends a JSON string. A character that JSON must escape is rare
// in names and values; it goes the slow way.
func appendText(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c == 0x7f {
			text, _ := json.Marshal(s)
			return append(b, text...)
		}
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

// parseProps reads what appendProps wrote; types tells how.
func parseProps(text string, types []graph.PropType) (graph.Props, error) {
	if text == "{}" {
		return nil, nil
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal([]byte(text), &raw); err != nil {
		return nil, fmt.Errorf("damaged properties %.80q: %w", text, err)
	}
	p := make(graph.Props, 0, len(raw))
	for _, t := range types {
		r, ok := raw[t.Name]
		if !ok {
			continue
		}
		v, err := parseValue(r, t.Kind)
		if err != nil {
			return nil, fmt.Errorf("damaged property %s %.80q: %w", t.Name, r, err)
		}
		p = append(p, graph.Prop{Name: t.Name, Value: v})
	}
	slices.SortFunc(p, func(a, b graph.Prop) int { return strings.Compare(a.Name, b.Name) })
	return p, nil
}

func parseValue(r json.RawMessage, kind graph.PropKind) (any, error) {
	switch kind {
	case graph.PropDate:
		return parseAs[graph.Date](r)
	case graph.PropInt:
		return parseAs[int64](r)
	case graph.PropNumber:
		return parseAs[float64](r)
	case graph.PropBool:
		return parseAs[bool](r)
	case graph.PropTexts:
		return parseAs[[]string](r)
	case graph.PropInts:
		return parseAs[[]int64](r)
	}
	return parseAs[string](r)
}

func parseAs[T any](r json.RawMessage) (any, error) {
	var v T
	err := json.Unmarshal(r, &v)
	return v, err
}
