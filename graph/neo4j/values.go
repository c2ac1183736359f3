package neo4j

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"plangraph/graph"
)

// planProp says on a Section, Task, Target or Result whose it is. It is the
// store's own: Dump and Read leave it out.
const planProp = "plan"

// toNeo4j makes a value into one of the driver. A whole date is Neo4j's own
// date, a part of one (2021-08) is text.
func toNeo4j(v any) any {
	d, ok := v.(graph.Date)
	if !ok {
		return v
	}
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	return dbtype.Date(t)
}

// fromNeo4j gives a value of the server the type that the property has.
func fromNeo4j(kind graph.PropKind, v any) any {
	switch v := v.(type) {
	case dbtype.Date:
		return graph.Date(v.Time().Format(time.DateOnly))
	case string:
		if kind == graph.PropDate {
			return graph.Date(v)
		}
	case []any:
		if kind == graph.PropInts {
			return typed[int64](v)
		}
		return typed[string](v)
	}
	return v
}

func typed[T any](v []any) []T {
	out := make([]T, 0, len(v))
	for _, x := range v {
		if x, ok := x.(T); ok {
			out = append(out, x)
		}
	}
	return out
}

func nodeValues(n graph.Node) row {
	out := make(row, len(n.Props)+3)
	for _, p := range n.Props {
		out[p.Name] = toNeo4j(p.Value)
	}
	out["id"] = dbID(n.ID)
	if out["id"] != n.ID {
		out[fullID] = n.ID
	}
	return out
}

// fullID keeps an id that is too long for an index of the server.
const fullID = "_id"

// maxID is the longest id, in bytes, that is kept as it is. The server's indexes
// take 8,167 bytes; real names have a hundred.
const maxID = 4000

// dbID is the property id of the node with an id.
func dbID(id string) string {
	if len(id) <= maxID {
		return id
	}
	digest := sha256.Sum256([]byte(id))
	return strings.ToValidUTF8(id[:maxID/4], "") + "…" + hex.EncodeToString(digest[:])
}

func edgeValues(e graph.Edge) row {
	out := make(row, len(e.Props)+8)
	for _, p := range e.Props {
		out[p.Name] = toNeo4j(p.Value)
	}
	out["key"] = e.Key
	if e.Plan != "" {
		out["plan"] = e.Plan
	}
	if ev := e.Evidence; ev != nil {
		out["start"], out["end"], out["line"] = int64(ev.Start), int64(ev.End), int64(ev.Line)
		for name, v := range map[string]string{"quote": ev.Quote, "rule": ev.Rule, "confidence": ev.Confidence} {
			if v != "" {
				out[name] = v
			}
		}
	}
	return out
}

// props picks the properties of the closed list, in its order.
func props(types []graph.PropType, values map[string]any) graph.Props {
	var out graph.Props
	for _, t := range types {
		if v := values[t.Name]; v != nil {
			out = append(out, graph.Prop{Name: t.Name, Value: fromNeo4j(t.Kind, v)})
		}
	}
	return out
}

func makeNode(label graph.Label, values map[string]any) graph.Node {
	id, long := values[fullID].(string)
	if !long {
		id, _ = values["id"].(string)
	}
	return graph.Node{Ref: graph.Ref{Label: label, ID: id}, Props: props(graph.NodeProps(label), values)}
}

func makeEdge(kind graph.EdgeType, from, to graph.Ref, values map[string]any) graph.Edge {
	e := graph.Edge{Type: kind, From: from, To: to, Props: props(graph.EdgeProps(kind), values)}
	e.Key, _ = values["key"].(string)
	e.Plan, _ = values["plan"].(string)
	if start, ok := values["start"].(int64); ok {
		end, _ := values["end"].(int64)
		line, _ := values["line"].(int64)
		ev := &graph.Evidence{Start: int(start), End: int(end), Line: int(line)}
		ev.Quote, _ = values["quote"].(string)
		ev.Rule, _ = values["rule"].(string)
		ev.Confidence, _ = values["confidence"].(string)
		e.Evidence = ev
	}
	return e
}

// citedDocument is the node that a CITES edge ended at when its plan was
// written, before Derive turned it to a plan.
func citedDocument(edge map[string]any) graph.Node {
	title, _ := edge["title"].(string)
	number, _ := edge["document_number"].(string)
	return graph.CitedDocument(title, number)
}
