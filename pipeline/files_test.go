package pipeline

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A folder is read with all *.txt below it, whether it is named itself or by a
// link; what is hidden or no .txt is not, and nothing is read twice.
func TestFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"plans/a.txt", "plans/sub/b.TXT", "plans/c.pdf", "plans/.git/d.txt", "e.md"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("plans", "link"); err != nil {
		t.Skip(err)
	}
	for _, test := range []struct {
		args, want []string
		skipped    int
	}{
		{[]string{"plans"}, []string{"plans/a.txt", "plans/sub/b.TXT"}, 1},
		{[]string{"link"}, []string{"link/a.txt", "link/sub/b.TXT"}, 1},
		{[]string{"."}, []string{"plans/a.txt", "plans/sub/b.TXT"}, 3}, // c.pdf, e.md, link
		{[]string{"plans/sub", "plans", "./plans/a.txt"}, []string{"plans/sub/b.TXT", "plans/a.txt"}, 1},
		{[]string{"e.md", "-"}, []string{"e.md", "-"}, 0}, // what is named is read
	} {
		files, skipped := Files(test.args, ".txt")
		var got []string
		for _, f := range files {
			if f.Err != nil {
				t.Errorf("%v: %v", test.args, f.Err)
			}
			got = append(got, filepath.ToSlash(f.Name))
		}
		if !slices.Equal(got, test.want) || skipped != test.skipped {
			t.Errorf("%v: %v and %d skipped, want %v and %d", test.args, got, skipped, test.want, test.skipped)
		}
	}
	if files, _ := Files([]string{"nothing"}, ".txt"); len(files) != 1 || files[0].Err == nil {
		t.Errorf("a file that is not there: %v", files)
	}
}

// endless is a reader that never ends.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '\n'
	}
	return len(p), nil
}

// A file that is too large is not read, and what has no size is read no further.
func TestReadFileIsBounded(t *testing.T) {
	name := filepath.Join(t.TempDir(), "large.txt")
	if err := os.WriteFile(name, []byte("修渠。"), 0o644); err != nil {
		t.Fatal(err)
	}
	if raw, err := ReadFile(name, nil); err != nil || string(raw) != "修渠。" {
		t.Errorf("a small file: %q, %v", raw, err)
	}
	if err := os.Truncate(name, MostBytes+1); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{name, "-"} {
		raw, err := ReadFile(name, endless{})
		if err == nil || !strings.HasPrefix(err.Error(), name+": ") || !strings.Contains(err.Error(), "64 MB") {
			t.Errorf("%s: %d bytes, %v", name, len(raw), err)
		}
	}
}
