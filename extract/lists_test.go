package extract

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"plangraph/body"
	"plangraph/resolve"
	"plangraph/source"
)

// TestEveryListIsRead: a list that Go asks for and no file holds would be taken for an empty
// one, and a list that nobody asks for does nothing.
func TestEveryListIsRead(t *testing.T) {
	e := builtIn(t)
	set := e.set
	read := map[string]bool{"traditional": true} // by New and body
	for name := range e.referred {
		read[name] = true
	}
	for _, name := range slices.Concat(listNames, placeLists, vocabulary[:]) {
		read[name] = true
	}
	resolve.New(body.New(func(name string) []body.Word { read[name] = true; return bodyWords(set, name) }))
	source.New(func(name string) []string { read[name] = true; return e.Words(name) }, e.Simplified)
	for name := range read {
		if set.Lists[name] == nil {
			t.Errorf("the program asks for the list %q, which no file of rules/words holds", name)
		}
	}
	for _, r := range set.Rules {
		for _, c := range r.Columns {
			read[c.List.Name] = true
		}
	}
	named := literals(t)
	for name, l := range set.Lists {
		if !read[name] && !named[name] {
			t.Errorf("%s: nobody reads the list [%s]", l.File, name)
		}
	}
}

// literals are the strings that stand in the Go files of this package, tests aside.
func literals(t *testing.T) map[string]bool {
	out := map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil {
					out[s] = true
				}
			}
			return true
		})
	}
	return out
}
