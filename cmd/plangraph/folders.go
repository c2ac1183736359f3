package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"plangraph/pipeline"
)

// folders are the folders that the command line names. One in which no plan is
// met was most likely named by mistake; a single file without plans may well be
// what it is, a report.
type folders struct {
	names []string
	full  []string // the same as absolute paths
	met   []bool   // a plan, or a file that failed
}

func namedFolders(args []string) *folders {
	f := &folders{}
	for _, arg := range args {
		info, err := os.Stat(arg)
		if arg == "-" || err != nil || !info.IsDir() {
			continue
		}
		full, err := filepath.Abs(arg)
		if err != nil {
			continue
		}
		f.names, f.full, f.met = append(f.names, arg), append(f.full, full), append(f.met, false)
	}
	return f
}

// note looks at what came of a file.
func (f *folders) note(r *pipeline.Result) {
	if r.Err == nil && len(r.Plans) == 0 || len(f.names) == 0 {
		return
	}
	name := whole(r.File.Name)
	for i, dir := range f.full {
		if within(name, dir) {
			f.met[i] = true
		}
	}
}

// hold reports whether a file (its absolute path) lies in one of the folders.
func (f *folders) hold(file string) bool {
	return slices.ContainsFunc(f.full, func(dir string) bool { return within(file, dir) })
}

func within(file, dir string) bool {
	return file == dir || strings.HasPrefix(file, strings.TrimSuffix(dir, string(filepath.Separator))+string(filepath.Separator))
}

// report names the folders without plans and says whether there are any.
func (f *folders) report(c *cli.Context) (barren bool) {
	for i, name := range f.names {
		if !f.met[i] {
			barren = true
			fmt.Fprintf(c.App.ErrWriter, "plangraph: %s: 文件夹中没有规划,请指定存有规划(%s)的文件夹 / no plan was found in this folder; name one with plans in %[2]s files\n", name, extension(c))
		}
	}
	return barren
}
