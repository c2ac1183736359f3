// Package export writes a store's graph in formats of other programs.
package export

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"plangraph/graph"
)

// ErrNotEmpty says that files would be mixed with those of another export.
var ErrNotEmpty = errors.New("the folder is not empty")

// Source is the part of a store that exports read; see graph.Store for its methods.
type Source interface {
	Stamps(ctx context.Context) (map[string]graph.Stamp, error)
	Derived(ctx context.Context) (bool, error)
	Dump(ctx context.Context, node func(graph.Node) error, edge func(graph.Edge) error) error
}

// arrayDelimiter parts the elements of a list. It is the unit separator, which no
// text has use for; one that stands in a text becomes a space.
const arrayDelimiter = "\x1f"

// NeoAdmin writes the graph into a folder as CSV with typed headers, for
// `neo4j-admin database import full`, and returns the arguments of that command,
// the name of the database (neo4j) included. Plangraph opens the imported
// database as if it had written it itself. The folder must be empty or absent.
func NeoAdmin(ctx context.Context, dir string, from Source) (args []string, err error) {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return nil, fmt.Errorf("%s: %w; name another", dir, ErrNotEmpty)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	w := &neoAdmin{dir: dir, files: map[string]*csvFile{}}
	defer func() { // a full disk is no news a second time
		if e := w.close(); err == nil {
			err = e
		}
	}()
	if w.stamps, err = from.Stamps(ctx); err != nil {
		return nil, err
	}
	derived, err := from.Derived(ctx)
	if err != nil {
		return nil, err
	}
	if err := from.Dump(ctx, w.node, w.edge); err != nil {
		return nil, err
	}
	// The node by which package neo4j knows its own.
	store, err := w.file("nodes", "PlangraphStore", "PlangraphStore", []string{"id:ID(PlangraphStore)", "format:long", "writes:long", "derived:boolean"})
	if err != nil {
		return nil, err
	}
	if err := store.csv.Write([]string{"store", "1", "0", strconv.FormatBool(derived)}); err != nil {
		return nil, err
	}
	return w.args(), nil
}

// Command makes arguments of NeoAdmin into a line for a shell.
func Command(args []string) string {
	out := []string{"neo4j-admin"}
	for _, a := range args {
		if strings.ContainsFunc(a, func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_=./+:,", r))
		}) {
			a = "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
		}
		out = append(out, a)
	}
	return strings.Join(out, " ")
}

type neoAdmin struct {
	dir    string
	stamps map[string]graph.Stamp
	files  map[string]*csvFile
	row    []string
}

type csvFile struct {
	option string // --nodes=Plan=…
	file   *os.File
	csv    *csv.Writer
}

// file returns the file of a name and makes it with its header.
func (w *neoAdmin) file(option, kind, name string, header []string) (*csvFile, error) {
	if f := w.files[name]; f != nil {
		return f, nil
	}
	path := filepath.Join(w.dir, name+".csv")
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	f := &csvFile{"--" + option + "=" + kind + "=" + path, file, csv.NewWriter(file)}
	w.files[name] = f
	return f, f.csv.Write(header)
}

func (w *neoAdmin) close() error {
	var first error
	for _, f := range w.files {
		f.csv.Flush()
		for _, err := range []error{f.csv.Error(), f.file.Close()} {
			if first == nil {
				first = err
			}
		}
	}
	return first
}

func (w *neoAdmin) args() []string {
	args := []string{"database", "import", "full", "neo4j", "--id-type=string", "--multiline-fields=true", "--array-delimiter=U+001F"}
	var files []string
	for _, f := range w.files {
		files = append(files, f.option)
	}
	slices.Sort(files)
	return append(args, files...)
}

func (w *neoAdmin) node(n graph.Node) error {
	types := graph.NodeProps(n.Label)
	whole := wholeDates(n.Props)
	header := []string{fmt.Sprintf("id:ID(%s)", n.Label)}
	w.row = append(w.row[:0], n.ID)
	switch {
	case n.Label == graph.Plan:
		header = append(header, "_source", "_stamp")
		w.row = append(w.row, w.stamps[n.ID].Source, w.stamps[n.ID].Digest)
	case !n.Label.Shared():
		header = append(header, "plan")
		w.row = append(w.row, w.planOf(n.ID))
	}
	w.values(types, n.Props)
	name := string(n.Label)
	if !whole {
		name += "-partial-dates"
	}
	f, err := w.file("nodes", string(n.Label), name, appendHeader(header, types, whole))
	if err != nil {
		return err
	}
	return f.csv.Write(w.row)
}

func (w *neoAdmin) edge(e graph.Edge) error {
	types := append(graph.EdgeProps(e.Type), graph.EvidenceProps()...)
	props := e.Props
	if v := e.Evidence; v != nil {
		props = append(slices.Clone(props), graph.Prop{Name: "quote", Value: v.Quote}, graph.Prop{Name: "start", Value: int64(v.Start)},
			graph.Prop{Name: "end", Value: int64(v.End)}, graph.Prop{Name: "line", Value: int64(v.Line)},
			graph.Prop{Name: "rule", Value: v.Rule}, graph.Prop{Name: "confidence", Value: v.Confidence})
	}
	whole := wholeDates(props)
	w.row = append(w.row[:0], e.From.ID, e.To.ID, e.Key, e.Plan)
	w.values(types, props)
	name := fmt.Sprintf("%s-%s-%s", e.Type, e.From.Label, e.To.Label)
	if !whole {
		name += "-partial-dates"
	}
	header := []string{fmt.Sprintf(":START_ID(%s)", e.From.Label), fmt.Sprintf(":END_ID(%s)", e.To.Label), "key", "plan"}
	f, err := w.file("relationships", string(e.Type), name, appendHeader(header, types, whole))
	if err != nil {
		return err
	}
	return f.csv.Write(w.row)
}

// planOf finds whose a node is by its id, which begins with the plan's: the
// longest that fits, as one plan's id may begin another's.
func (w *neoAdmin) planOf(id string) string {
	for i := len(id) - 1; i > 0; i-- {
		if _, ok := w.stamps[id[:i]]; ok {
			return id[:i]
		}
	}
	return ""
}

// wholeDates reports whether all dates can stand in a column of dates. Those of
// which the text gives a part only (2021-08) go into a file of their own.
func wholeDates(props graph.Props) bool {
	for _, p := range props {
		if d, ok := p.Value.(graph.Date); ok {
			if _, err := time.Parse(time.DateOnly, string(d)); err != nil {
				return false
			}
		}
	}
	return true
}

func appendHeader(header []string, types []graph.PropType, whole bool) []string {
	for _, t := range types {
		name := t.Name
		switch t.Kind {
		case graph.PropDate:
			if whole {
				name += ":date"
			}
		case graph.PropInt:
			name += ":long"
		case graph.PropNumber:
			name += ":double"
		case graph.PropBool:
			name += ":boolean"
		case graph.PropTexts:
			name += ":string[]"
		case graph.PropInts:
			name += ":long[]"
		}
		header = append(header, name)
	}
	return header
}

// values appends the row's values; one that is absent is an empty field, which
// the import leaves out.
func (w *neoAdmin) values(types []graph.PropType, props graph.Props) {
	for _, t := range types {
		w.row = append(w.row, field(props.Get(t.Name)))
	}
}

func field(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case graph.Date:
		return string(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case []string:
		clean := make([]string, len(v))
		for i, s := range v {
			clean[i] = strings.ReplaceAll(s, arrayDelimiter, " ")
		}
		return strings.Join(clean, arrayDelimiter)
	case []int64:
		out := make([]string, len(v))
		for i, n := range v {
			out[i] = strconv.FormatInt(n, 10)
		}
		return strings.Join(out, arrayDelimiter)
	}
	return ""
}
