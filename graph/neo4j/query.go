package neo4j

import (
	"context"
	"fmt"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"plangraph/graph"
)

// Query answers a named analysis.
func (s *Store) Query(ctx context.Context, analysis *graph.Analysis, params graph.Params) (*graph.Rows, error) {
	checked, err := analysis.Check(params)
	if err != nil {
		return nil, err
	}
	for _, f := range analysis.Filters {
		if ids, ok := checked[f.Name].([]string); ok && f.Kind == graph.FilterIDs {
			short := make([]string, len(ids))
			for i, id := range ids {
				short[i] = dbID(id)
			}
			checked[f.Name] = short
		}
	}
	var values [][]any
	err = s.read(ctx, func(tx driver.ManagedTransaction) error {
		values = nil
		var bad error
		err := each(ctx, tx, analysis.Cypher, checked, func(r *driver.Record) bool {
			if len(r.Values) != len(analysis.Columns) {
				bad = fmt.Errorf("query %s: Cypher gives %d columns, not %d", analysis.Name, len(r.Values), len(analysis.Columns))
				return false
			}
			out := make([]any, len(r.Values))
			for i, v := range r.Values {
				out[i] = cell(analysis.Columns[i].Kind, v)
			}
			values = append(values, out)
			return true
		})
		if bad != nil {
			return bad
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return analysis.Finish(values), nil
}

// cell gives a value the type of its column.
func cell(kind graph.ColumnKind, v any) any {
	switch v := v.(type) {
	case []any:
		return typed[string](v)
	case int64:
		if kind == graph.ColumnNumber {
			return float64(v)
		}
		return v
	}
	if d, ok := fromNeo4j(graph.PropText, v).(graph.Date); ok {
		return string(d)
	}
	return v
}
