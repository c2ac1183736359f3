package plan

import (
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// docs/facts.md lists exactly the keys that rows have, in their order.
func TestFactsDocument(t *testing.T) {
	text, err := os.ReadFile("../docs/facts.md")
	if err != nil {
		t.Fatal(err)
	}
	documented := map[string][]string{} // by heading
	heading := ""
	key := regexp.MustCompile("`([a-z_0-9]+)`")
	for _, line := range strings.Split(string(text), "\n") {
		if h, ok := strings.CutPrefix(line, "## "); ok {
			heading, _, _ = strings.Cut(h, " / ")
		}
		if strings.HasPrefix(line, "| `") {
			cell, _, _ := strings.Cut(line[1:], "|")
			for _, m := range key.FindAllStringSubmatch(cell, -1) {
				documented[heading] = append(documented[heading], m[1])
			}
		}
	}
	full := Fact{Plan: "x", Section: "x", Source: "x", Span: Span{1, 2}, Line: 1, Quote: "x", Rule: "x", Confidence: Certain}
	types := []FactType{TypePlan, TypeSection, TypeTask, TypeTarget, TypeResult, TypeProject, TypeAssignment, TypeDepartment, TypeCitation}
	for _, typ := range types {
		f := full
		f.Type = typ
		fill(t, &f, typ)
		want := slices.Concat(documented["every row"], documented[string(typ)])
		if got := keysInOrder(t, f.AppendJSON(nil)); !slices.Equal(got, want) {
			t.Errorf("a row of type %s has the keys %v, docs/facts.md says %v", typ, got, want)
		}
	}
	if len(documented) != 1+len(types) {
		t.Errorf("docs/facts.md has tables for %d types, there are %d", len(documented)-1, len(types))
	}
}

// fill sets every field of the part of a fact that its type names.
func fill(t *testing.T, f *Fact, typ FactType) {
	field := map[FactType]string{TypePlan: "PlanInfo", TypeSection: "SectionOf"}[typ]
	if field == "" {
		field = strings.ToUpper(string(typ[:1])) + string(typ[1:])
	}
	part := reflect.ValueOf(f).Elem().FieldByName(field)
	part.Set(reflect.New(part.Type().Elem()))
	for i := range part.Elem().NumField() {
		switch v := part.Elem().Field(i); v.Kind() {
		case reflect.String:
			v.SetString("x")
		case reflect.Int:
			v.SetInt(2030)
		case reflect.Bool:
			v.SetBool(true)
		default:
			t.Fatalf("%s has a field of kind %s", field, v.Kind())
		}
	}
}

func keysInOrder(t *testing.T, row []byte) []string {
	d := json.NewDecoder(strings.NewReader(string(row)))
	var keys []string
	for i := 0; ; i++ {
		token, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		if token == json.Delim('}') {
			return keys
		}
		if i%2 == 1 { // {, then key and value in turn
			keys = append(keys, token.(string))
		}
	}
}
