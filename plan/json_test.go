package plan

import (
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
)

func examples() []Fact {
	at := func(t FactType) Fact {
		return Fact{Type: t, Plan: "青政发〔2022〕3号", Section: "第二章 / “治水”", Source: "a b.txt", Span: Span{3, 9}, Line: 2, Quote: "甲\t\"乙\"\n", Rule: "r.x", Confidence: Likely}
	}
	var all []Fact
	f := Fact{Type: TypePlan, Plan: "青政发〔2022〕3号", Source: "a b.txt", Span: Span{0, 90}, Line: 1, Quote: "规划",
		PlanInfo: &PlanInfo{Title: "规划", DocumentNumber: "青政发〔2022〕3号", IssuedOn: "2022-01-05", PeriodEnd: 2025, Region: "青川市"}}
	all = append(all, f)
	f = Fact{Type: TypeSection, Plan: "p", Span: Span{0, 3}, Line: 1, Quote: "总", SectionOf: &SectionInfo{Path: "1", Title: "总", Kind: KindChapter, Level: 1}}
	all = append(all, f)
	f = at(TypeTask)
	f.Task = &Task{"修渠", "item", "2.1"}
	all = append(all, f)
	f = at(TypeTarget)
	f.Target = &Target{Indicator: "渠长", Op: ">=", Value: "3", Unit: "公里", Year: 2025, Origin: "prose"}
	all = append(all, f)
	f = at(TypeResult)
	f.Result = &Result{Indicator: "渠长", Planned: "2", Achieved: "3", Year: 2020}
	all = append(all, f)
	f = at(TypeProject)
	f.Project = &Project{Name: "引水工程", Kind: "box", Box: "专栏5"}
	all = append(all, f)
	f = at(TypeAssignment)
	f.Assignment = &Assignment{Department: "市水务局", DepartmentID: "青川市水务局", Role: "lead", Task: "修渠"}
	all = append(all, f)
	f = at(TypeDepartment)
	f.Department = &Department{"市水务局", "青川市水务局", "市"}
	all = append(all, f)
	f = at(TypeCitation)
	f.Citation = &Citation{Title: "水法", Kind: "law"}
	return append(all, f)
}

func TestRoundTrip(t *testing.T) {
	var b []byte
	for _, f := range examples() {
		b = f.AppendJSON(b)
	}
	r := NewFactReader("x.jsonl", strings.NewReader("\ufeff"+string(b)+"\n"))
	for _, want := range examples() {
		got, err := r.Read()
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	if _, err := r.Read(); err != io.EOF {
		t.Errorf("at the end: %v", err)
	}
}

func TestKeyOrder(t *testing.T) {
	f := examples()[6]
	want := `{"type":"assignment","plan":"青政发〔2022〕3号","section":"第二章 / “治水”","source":"a b.txt","start":3,"end":9,"line":2,` +
		`"quote":"甲\t\"乙\"\n","rule":"r.x","confidence":"likely","department":"市水务局","department_id":"青川市水务局","role":"lead","task":"修渠","explicit":false}` + "\n"
	if got := string(f.AppendJSON(nil)); got != want {
		t.Errorf("got  %s want %s", got, want)
	}
}

func TestControlCharacters(t *testing.T) {
	if got, want := string(appendString(nil, "a\x00\x1f\xff<b>")), "\"a\\u0000\\u001f\ufffd<b>\""; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestParseFactRefuses(t *testing.T) {
	for line, want := range map[string]string{
		``:                "unexpected end",
		`{`:               "unexpected end",
		`[1]`:             "array",
		`{"plan":"p"}`:    `"type" is missing`,
		`{"type":"goal"}`: `"type" holds "goal", not one of plan, section`,
		`{"type":"task","plan":"p","start":1,"end":2,"line":1,"quote":"a","title":"a","titel":"b"}`:                                         "titel",
		`{"type":"task","plan":"p","start":"1","end":2,"title":"a"}`:                                                                        `"start" holds a string, not a whole number`,
		`{"type":"task","plan":"p","end":2,"title":"a"}`:                                                                                    "without start and end",
		`{"type":"task","plan":"p","start":3,"end":2,"line":1,"quote":"a","title":"a"}`:                                                     "no span",
		`{"type":"task","start":1,"end":2,"title":"a"}`:                                                                                     "without plan",
		`{"type":"assignment","plan":"p","start":1,"end":2,"department":"a","role":"lead","task":"b"}`:                                      "without explicit",
		`{"type":"assignment","plan":"p","start":1,"end":2,"department":"a","role":"lead","explicit":true}`:                                 "without task",
		`{"type":"task","plan":"p","start":1,"end":2,"quote":"a","title":"a"}`:                                                              "without line",
		`{"type":"task","plan":"p","start":1,"end":2,"line":1,"title":"a"}`:                                                                 "without quote",
		`{"type":"task","plan":"p","start":1,"end":2,"line":1,"quote":"a","confidence":"sure","title":"a"}`:                                 `"confidence" holds "sure", not one of certain, likely, weak`,
		`{"type":"assignment","plan":"p","start":1,"end":2,"line":1,"quote":"a","department":"a","role":"boss","task":"b","explicit":true}`: `"role" holds "boss", not one of lead`,
		`{"type":"target","plan":"p","start":1,"end":2,"line":1,"quote":"a","indicator":"a","op":"=<","value":"1"}`:                         `"op" holds "=<"`,
		`{"type":"task","plan":"p","start":1,"end":2,"title":"a"} {"type":"task"}`:                                                          "invalid character",
	} {
		_, err := ParseFact([]byte(line))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", line, err, want)
		}
	}
	r := NewFactReader("facts.jsonl", strings.NewReader("\n\n{}\n"))
	if _, err := r.Read(); err == nil || !strings.HasPrefix(err.Error(), "facts.jsonl:3: ") {
		t.Errorf("error without its line: %v", err)
	}
}

// TestLongRow: a file without line ends is refused before it fills the memory.
func TestLongRow(t *testing.T) {
	r := NewFactReader("x.jsonl", strings.NewReader("\n"+strings.Repeat(" ", longestRow+1)))
	if _, err := r.Read(); !errors.Is(err, ErrLongRow) || !strings.HasPrefix(err.Error(), "x.jsonl:2: ") {
		t.Errorf("got %v, want %v in line 2", err, ErrLongRow)
	}
}

func FuzzParseFact(f *testing.F) {
	for _, e := range examples() {
		f.Add(e.AppendJSON(nil))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		a, err := ParseFact(line)
		if err != nil {
			return
		}
		b, err := ParseFact(a.AppendJSON(nil))
		if err != nil {
			t.Fatalf("own output refused: %v", err)
		}
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("%+v became %+v", a, b)
		}
	})
}
