package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"plangraph/graph"
	"plangraph/graph/storetest"
)

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) graph.Store {
		s, err := Create(context.Background(), filepath.Join(t.TempDir(), "a?b%#.db"))
		if err != nil {
			t.Fatal(err)
		}
		return s
	})
}
