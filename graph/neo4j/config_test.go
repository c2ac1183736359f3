package neo4j

import (
	"strings"
	"testing"
)

func TestFromEnv(t *testing.T) {
	aura := map[string]string{"NEO4J_URI": "neo4j+s://abc.databases.neo4j.io", "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": "secret", "NEO4J_DATABASE": "db"}
	for _, c := range []struct {
		name string
		env  map[string]string
		want Config
		err  string
	}{
		{"", aura, Config{URI: "neo4j+s://abc.databases.neo4j.io:7687", Username: "neo4j", Password: "secret", Database: "db"}, ""},
		{"neo4j://ann@localhost:7687", nil, Config{URI: "neo4j://localhost:7687", Username: "ann"}, ""},
		{"neo4j://ann@localhost", aura, Config{URI: "neo4j://localhost:7687", Username: "ann", Password: "secret", Database: "db"}, ""},
		{"bolt+ssc://[::1]:17687", nil, Config{URI: "bolt+ssc://[::1]:17687", Username: "neo4j"}, ""},
		{"neo4j://ann:secret@localhost:7687", nil, Config{}, "NEO4J_PASSWORD"},
		{"http://localhost:7474", nil, Config{}, "neo4j://"},
		{"neo4j://", nil, Config{}, "names no host"},
		{"neo4j://ann:%zz@host", nil, Config{}, "cannot be read"},
		{"", nil, Config{}, "neo4j://"},
	} {
		got, err := FromEnv(c.name, func(k string) string { return c.env[k] })
		switch {
		case c.err == "" && (err != nil || got != c.want):
			t.Errorf("%s: %+v, %v", c.name, got, err)
		case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err) || strings.Contains(err.Error(), "secret")):
			t.Errorf("%s: error %v", c.name, err)
		}
	}
	for _, scheme := range []string{"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"} {
		if !IsURI(scheme + "://h") {
			t.Errorf("%s is no scheme", scheme)
		}
	}
	if IsURI("plangraph.db") || IsURI("file://x") {
		t.Error("a file was taken for a server")
	}
}

func TestTooOld(t *testing.T) {
	for agent, want := range map[string]bool{
		"Neo4j/4.4.44": true, "Neo4j/5.6.0": true, "Neo4j/5.7.0": false, "Neo4j/5.26.16": false, "Neo4j/2026.08.1": false,
		"Neo4j/5.27-aura": false, "Other/1.0": false, "": false,
	} {
		if got := tooOld(agent); got != want {
			t.Errorf("%q: %v", agent, got)
		}
	}
}
