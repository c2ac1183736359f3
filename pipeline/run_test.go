package pipeline

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"plangraph/internal/testkit"
	"plangraph/resolve"
)

// ready returns a pipeline with four workers and n files of one plan each.
func ready(t *testing.T, n int) (*Pipeline, []File) {
	t.Helper()
	e := testkit.Engine(t)
	var files []File
	for i := range n {
		name := filepath.Join(t.TempDir(), fmt.Sprintf("%d.txt", i))
		text := fmt.Sprintf("青川市水利方案\n青政发〔2030〕%d号\n\n一、任务\n\n%s修建水渠。(市水务局负责)\n", i+1, strings.Repeat("疏浚河道。", (n-i)*40))
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, File{Name: name, Size: int64(len(text))})
	}
	return &Pipeline{Reader: testkit.Reader(t), Extractor: e, Resolver: resolve.New(e.Bodies()), Jobs: 4}, files
}

// Results come in the order of the files, the longest of which stands first.
func TestRunKeepsTheOrder(t *testing.T) {
	p, files := ready(t, 20)
	files[3].Name += ".gone"
	var got []string
	err := p.Run(t.Context(), files, func(r *Result) error {
		if r.Err != nil {
			got = append(got, "failed")
			return nil
		}
		got = append(got, r.Plans[0].ID)
		if len(r.Plans[0].Facts) < 3 {
			t.Errorf("%s: %d facts", r.File.Name, len(r.Plans[0].Facts))
		}
		return nil
	})
	if err != nil || len(got) != 20 {
		t.Fatalf("%d results, %v", len(got), err)
	}
	for i, id := range got {
		want := fmt.Sprintf("青政发〔2030〕%d号", i+1)
		if i == 3 {
			want = "failed"
		}
		if id != want {
			t.Errorf("result %d is %s, want %s", i, id, want)
		}
	}
}

func TestRunStops(t *testing.T) {
	p, files := ready(t, 20)
	full := errors.New("the disk is full")
	n := 0
	if err := p.Run(t.Context(), files, func(*Result) error { n++; return full }); !errors.Is(err, full) || n != 1 {
		t.Errorf("an error of each: %v after %d results", err, n)
	}
	ctx, cancel := context.WithCancel(t.Context())
	n = 0
	err := p.Run(ctx, files, func(*Result) error {
		if n++; n == 2 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || n == 20 {
		t.Errorf("a context that ends: %v after %d results", err, n)
	}
}

// A panic costs the file that it happens in, and says so.
func TestRunOutlivesAPanic(t *testing.T) {
	p, files := ready(t, 6)
	p.Jobs = 1
	p.Keep = func(_, id, _ string) bool {
		if strings.HasSuffix(id, "〕2号") {
			panic("no such plan")
		}
		return false
	}
	var failed, read int
	err := p.Run(t.Context(), files, func(r *Result) error {
		switch {
		case r.Err == nil:
			read += len(r.Plans)
		case strings.Contains(r.Err.Error(), "internal error") && strings.Contains(r.Err.Error(), files[1].Name) && len(r.Plans) == 0:
			failed++
		default:
			t.Error(r.Err)
		}
		return nil
	})
	if err != nil || failed != 1 || read != 5 {
		t.Errorf("%d files failed and %d were read, want 1 and 5: %v", failed, read, err)
	}
}
