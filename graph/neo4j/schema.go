package neo4j

import (
	"context"
	"fmt"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"plangraph/graph"
)

// storeLabel is the label of the one node that speaks of the store itself: the
// format, whether Derive is due, and the lock that writers take.
const storeLabel = "PlangraphStore"

// format is the version of how the graph lies in Neo4j.
const format = 1

// The full-text indexes. The cjk analyser cuts Chinese into pairs of characters.
const (
	namesIndex  = "plangraph_names"
	quotesIndex = "plangraph_quotes"
)

// ownLabels are the labels whose nodes belong to one plan and say so in the
// property plan. The Plan itself is found by its id.
var ownLabels = []graph.Label{graph.Section, graph.Task, graph.Target, graph.Result}

// Schema returns the statements that make the constraints and indexes, each of
// which does nothing when it ran before. All are community edition's.
func Schema() []string {
	var out []string
	for _, l := range graph.Labels() {
		out = append(out, fmt.Sprintf("CREATE CONSTRAINT plangraph_%s_id IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE", strings.ToLower(string(l)), l))
	}
	out = append(out, "CREATE CONSTRAINT plangraph_store IF NOT EXISTS FOR (n:"+storeLabel+") REQUIRE n.id IS UNIQUE")
	for _, l := range ownLabels {
		out = append(out, fmt.Sprintf("CREATE INDEX plangraph_%s_plan IF NOT EXISTS FOR (n:%s) ON (n.plan)", strings.ToLower(string(l)), l))
	}
	for _, t := range graph.EdgeTypes() {
		name := strings.ToLower(string(t))
		out = append(out,
			fmt.Sprintf("CREATE CONSTRAINT plangraph_%s_key IF NOT EXISTS FOR ()-[e:%s]-() REQUIRE e.key IS UNIQUE", name, t),
			fmt.Sprintf("CREATE INDEX plangraph_%s_plan IF NOT EXISTS FOR ()-[e:%s]-() ON (e.plan)", name, t))
	}
	return append(out,
		fmt.Sprintf("CREATE FULLTEXT INDEX %s IF NOT EXISTS FOR (n:%s) ON EACH [n.name, n.title, n.short_name] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}",
			namesIndex, join(graph.Labels(), "|")),
		fmt.Sprintf("CREATE FULLTEXT INDEX %s IF NOT EXISTS FOR ()-[e:%s]-() ON EACH [e.quote] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}",
			quotesIndex, join(graph.EdgeTypes(), "|")))
}

func join[T ~string](list []T, sep string) string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return strings.Join(out, sep)
}

// check reports whether a plangraph was ever kept in the database, and refuses
// one of a later format.
func (s *Store) check(ctx context.Context) (there bool, err error) {
	err = s.read(ctx, func(tx driver.ManagedTransaction) error {
		rows, err := collect(ctx, tx, "MATCH (s:"+storeLabel+" {id: 'store'}) RETURN s.format", nil)
		if err != nil || len(rows) == 0 {
			return err
		}
		there = true
		if v, ok := rows[0].Values[0].(int64); !ok || v > format {
			return fmt.Errorf("%s: %w: format %v, this plangraph knows %d; update it", s.uri, graph.ErrNewer, rows[0].Values[0], format)
		}
		return nil
	})
	return there, err
}

// prepare makes what is missing: all of it in a new database, constraints and
// indexes alone in one that neo4j-admin imported.
func (s *Store) prepare(ctx context.Context) error {
	there, err := s.check(ctx)
	if err != nil {
		return err
	}
	if there {
		var n int
		err := s.read(ctx, func(tx driver.ManagedTransaction) (err error) {
			n, err = countOf(ctx, tx, "SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'plangraph_' AND state = 'ONLINE' RETURN count(*)")
			return err
		})
		if err != nil || n == len(Schema()) {
			return err
		}
	}
	session := s.session(ctx, driver.AccessModeWrite)
	defer session.Close(ctx)
	// Managed, because two first builds at once make each other wait.
	steps := [][]string{Schema(), {"CALL db.awaitIndexes(300)"},
		{fmt.Sprintf("MERGE (s:%s {id: 'store'}) ON CREATE SET s.format = %d, s.writes = 0, s.derived = true", storeLabel, format)}}
	for _, step := range steps {
		_, err := session.ExecuteWrite(ctx, func(tx driver.ManagedTransaction) (any, error) {
			for _, q := range step {
				if _, err := collect(ctx, tx, q, nil); err != nil {
					return nil, err
				}
			}
			return nil, nil
		}, driver.WithTxTimeout(s.patience))
		if err != nil {
			return s.explain(err)
		}
	}
	return nil
}
