package neo4j

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestCypher(t *testing.T) {
	s := open(t, neo.Server(t))
	build(t, s, invented(t, 1), invented(t, 2))

	rows, err := s.Cypher(t.Context(), "MATCH (p:Plan) WHERE p.title CONTAINS $part RETURN p.id AS id, p.issued_on AS day, p ORDER BY id", map[string]any{"part": "之1"}, CypherOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(rows.Columns, []string{"id", "day", "p"}) || len(rows.Values) != 1 || rows.Values[0][0] != "青政发〔2022〕1号" || rows.Values[0][1] != "2022-03-01" || rows.More {
		t.Errorf("%+v", rows)
	}
	node, _ := rows.Values[0][2].(map[string]any)
	if node["region"] != "青川市" || !reflect.DeepEqual(node["labels"], []any{"Plan"}) || node["_stamp"] != nil {
		t.Errorf("a node came as %v", node)
	}

	rows, err = s.Cypher(t.Context(), "UNWIND range(1, 1000000) AS i RETURN i", nil, CypherOptions{Limit: 10})
	if err != nil || len(rows.Values) != 10 || !rows.More {
		t.Errorf("a limit of 10: %d rows, more %v, %v", len(rows.Values), rows.More, err)
	}
	rows, err = s.Cypher(t.Context(), "UNWIND range(1, 10) AS i RETURN i", nil, CypherOptions{Limit: 10})
	if err != nil || len(rows.Values) != 10 || rows.More {
		t.Errorf("10 rows and a limit of 10: more %v, %v", rows.More, err)
	}
	_, err = s.Cypher(t.Context(), "UNWIND range(1, 100000) AS i UNWIND range(1, 100000) AS j RETURN sum(i * j)", nil, CypherOptions{Timeout: time.Second})
	if !errors.Is(err, ErrTooLong) {
		t.Errorf("a second for ten billion rows: %v", err)
	}
	// The place of a mistake is that in the statement as it was typed.
	_, err = s.Cypher(t.Context(), "MATCH (p:Plan RETURN p", nil, CypherOptions{})
	if err == nil || !strings.HasPrefix(err.Error(), "cypher: ") || !strings.HasSuffix(err.Error(), " (line 1, column 15 (offset: 14))\n\"MATCH (p:Plan RETURN p\"\n"+strings.Repeat(" ", 15)+"^") {
		t.Errorf("a mistake: %v", err)
	}
	_, err = s.Cypher(t.Context(), "MATCH (p:Plan)\nRETURN q", nil, CypherOptions{})
	if err == nil || !strings.Contains(err.Error(), "(line 2, column 8 (offset: 22))") {
		t.Errorf("a mistake in the second line: %v", err)
	}
	rows, err = s.Cypher(t.Context(), "MATCH (p:Paln) RETURN p", nil, CypherOptions{})
	if err != nil || len(rows.Values) != 0 || len(rows.Notes) != 1 || !strings.Contains(rows.Notes[0], "Paln") {
		t.Errorf("a label that is not there: %+v, %v", rows, err)
	}
}

func TestCypherRefusesWrites(t *testing.T) {
	s := open(t, neo.Server(t))
	build(t, s, invented(t, 1))
	before := snap(t, s)
	for _, q := range []string{
		"CREATE (n:Plan {id: 'x'})",
		"MATCH (n) DETACH DELETE n",
		"MATCH (n:Plan) SET n.title = 'x' RETURN n",
		"MERGE (n:Plan {id: 'x'}) RETURN n",
		"CREATE INDEX x FOR (n:Plan) ON (n.title)",
		"DROP CONSTRAINT plangraph_plan_id",
		"CALL db.createLabel('X')",
		"MATCH (n:Plan) CALL { WITH n SET n.x = 1 } RETURN n",
		"MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 1 ROWS",
		"FOREACH (x IN [1] | CREATE (:X))",
		"PROFILE CREATE (n:X)",
		"/* RETURN 1 */ CREATE (n:X)",
		"CYPHER runtime=slotted CREATE (n:X)",
	} {
		if _, err := s.Cypher(t.Context(), q, nil, CypherOptions{}); err == nil {
			t.Errorf("%s ran", q)
		}
	}
	same(t, "after refused writes", snap(t, s), before)
	for _, q := range []string{"RETURN 1", "MATCH (n:Plan) RETURN count(n)", "SHOW INDEXES", "CALL db.labels()", "// CREATE\nRETURN 'SET'"} {
		if _, err := s.Cypher(t.Context(), q, nil, CypherOptions{}); err != nil {
			t.Errorf("%s was refused: %v", q, err)
		}
	}
	if _, err := s.Cypher(t.Context(), "CREATE (n:Note {id: 'x'})", nil, CypherOptions{Write: true}); err != nil {
		t.Errorf("an allowed write: %v", err)
	}
}

func TestParseParam(t *testing.T) {
	for in, want := range map[string]any{
		"a=61号":                    "61号",
		"a=2025":                   int64(2025),
		"a=2.5":                    2.5,
		"a=true":                   true,
		"a=":                       "",
		`a="2025"`:                 "2025",
		"a=[1, \"x\"]":             []any{int64(1), "x"},
		"a={\"k\": [1]}":           map[string]any{"k": []any{int64(1)}},
		"a=1 2":                    "1 2",
		"a=b=c":                    "b=c",
		"a=9999999999999999999999": 1e22,
	} {
		name, got, err := ParseParam(in)
		if err != nil || name != "a" || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %s = %#v, %v", in, name, got, err)
		}
	}
	for _, in := range []string{"", "a", "=1"} {
		if _, _, err := ParseParam(in); err == nil {
			t.Errorf("%q was taken", in)
		}
	}
}
