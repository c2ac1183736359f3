package neo4jtest

import (
	"os"
	"testing"
)

var neo Lazy

func TestMain(m *testing.M) { os.Exit(neo.Run(m)) }

func TestServerAnswersAndSurvivesACrash(t *testing.T) {
	s := neo.Server(t)
	if _, err := s.Run("CREATE (:Kept {id: $id})", map[string]any{"id": "一"}); err != nil {
		t.Fatal(err)
	}
	if s.Own() {
		if err := s.Kill(); err != nil {
			t.Fatal(err)
		}
		if err := s.Start(); err != nil {
			t.Fatal(err)
		}
	}
	rows, err := s.Run("MATCH (k:Kept) RETURN k.id", nil)
	if err != nil || len(rows) != 1 || rows[0].Values[0] != "一" {
		t.Fatalf("after a restart: %v, %v", rows, err)
	}
	if err := s.Wipe(); err != nil {
		t.Fatal(err)
	}
	if n, err := s.count(); n != 0 || err != nil {
		t.Fatalf("after Wipe: %d nodes, %v", n, err)
	}
}

func TestAtLeast17(t *testing.T) {
	for out, want := range map[string]bool{
		`openjdk version "17.0.15" 2025-04-15`: true,
		`openjdk version "21" 2023-09-19`:      true,
		`java version "1.8.0_402"`:             false,
		`openjdk version "11.0.22" 2024-01-16`: false,
		`The operation couldn’t be completed.`: false,
	} {
		if atLeast17(out) != want {
			t.Errorf("atLeast17(%q) is not %v", out, want)
		}
	}
}
