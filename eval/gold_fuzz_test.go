package eval

import (
	"slices"
	"strings"
	"testing"

	"plangraph/plan"
)

// FuzzReadGold: annotations are read or refused with the line that is wrong; what is read can
// be compared.
func FuzzReadGold(f *testing.F) {
	for _, seed := range []string{
		`{"type":"document","first_line":5,"last_line":90}` + "\n" + `{"type":"assignment","line":12,"quote":"x","department":"市水利局","role":"lead","task":"y"}`,
		`{"type":"target","line":1,"indicator":"产量","op":">=","value":"5万","unit":"吨","year":2031}`,
		`{"type":"project","line":1e99,"name":"甲水库"}`, `{"type":"department"}`, `{"type":"task","line":1}`, "[]", "{", "\n\n", `{"type":1}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		g, err := ReadGold("a.jsonl", strings.NewReader(text))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "a.jsonl:") {
				t.Errorf("%q: the error does not name the file: %v", text, err)
			}
			return
		}
		for _, r := range g.Rows {
			if !slices.Contains(plan.FactTypes(), r.Type) {
				t.Errorf("%q: a row of type %q was read", text, r.Type)
			}
		}
		var rep Report
		rep.Compare(g.Rows, g)
	})
}
