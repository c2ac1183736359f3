package rule

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"sort"

	"gopkg.in/yaml.v3"
)

// Case is an annotated passage: what all rules together must find in it.
type Case struct {
	ID      string              // layout or topic, then a number: R10.2
	File    string              // the file that it stands in
	Line    int                 // 1-based, of its head there
	Text    string              // the passage
	Section string              // title of the section that the text stands in
	Issuer  string              // whose plan it is, e.g. 青川市人民政府
	Types   []string            // types of fact for which Want is the whole list
	Want    []map[string]string // facts: type and the keys to compare
	Todo    string              // why the engine does not keep the case yet; "" when it does
}

type yamlCase struct {
	ID      string              `yaml:"id"`
	Text    string              `yaml:"text"`
	Section string              `yaml:"section"`
	Issuer  string              `yaml:"issuer"`
	Types   []string            `yaml:"types"`
	Want    []map[string]string `yaml:"want"`
	Todo    string              `yaml:"todo"`
}

// LoadCases reads the cases of every *.yaml file of a folder. An error names the
// file and the case: ids must be unique, and a fact wanted must be of a type for
// which its case is complete.
func LoadCases(fsys fs.FS, dir string) ([]Case, error) {
	files, err := fs.Glob(fsys, path.Join(dir, "*.yaml"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var cases []Case
	seen := map[string]string{}
	for _, file := range files {
		raw, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, err
		}
		var nodes []yaml.Node
		if err := yaml.Unmarshal(raw, &nodes); err != nil {
			return nil, fmt.Errorf("%s: a file of cases is a list of cases: %w", file, err)
		}
		var list []yamlCase
		dec := yaml.NewDecoder(bytes.NewReader(raw))
		dec.KnownFields(true)
		if err := dec.Decode(&list); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		for i, y := range list {
			where := fmt.Sprintf("%s:%d: case %q", file, nodes[i].Line, y.ID)
			switch {
			case y.ID == "" || y.Text == "" || len(y.Types) == 0:
				return nil, fmt.Errorf("%s: a case needs id, text and types", where)
			case seen[y.ID] != "":
				return nil, fmt.Errorf("%s: the id stands in %s already", where, seen[y.ID])
			}
			seen[y.ID] = file
			types := map[string]bool{}
			for _, t := range y.Types {
				types[t] = true
			}
			for _, w := range y.Want {
				if !types[w["type"]] {
					return nil, fmt.Errorf("%s: wants a fact of type %q, which types does not name", where, w["type"])
				}
			}
			cases = append(cases, Case{y.ID, file, nodes[i].Line, y.Text, y.Section, y.Issuer, y.Types, y.Want, y.Todo})
		}
	}
	return cases, nil
}
