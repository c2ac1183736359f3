package plan

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// AppendJSON appends f as one line of JSON with its line end, keys in the order
// of the fact format, absent values left out.
func (f *Fact) AppendJSON(b []byte) []byte {
	b = append(b, `{"type":`...)
	b = appendString(b, string(f.Type))
	b = appendText(b, "plan", f.Plan)
	b = appendText(b, "section", f.Section)
	b = appendText(b, "source", f.Source)
	b = appendInt(b, "start", f.Span.Start)
	b = appendInt(b, "end", f.Span.End)
	b = appendInt(b, "line", f.Line)
	b = appendText(b, "quote", f.Quote)
	b = appendText(b, "rule", f.Rule)
	b = appendText(b, "confidence", string(f.Confidence))
	switch {
	case f.PlanInfo != nil:
		p := f.PlanInfo
		b = appendText(b, "title", p.Title)
		b = appendText(b, "document_number", p.DocumentNumber)
		b = appendText(b, "issuer", p.Issuer)
		b = appendText(b, "issued_on", p.IssuedOn)
		b = appendYear(b, "period_start", p.PeriodStart)
		b = appendYear(b, "period_end", p.PeriodEnd)
		b = appendYear(b, "horizon", p.Horizon)
		b = appendText(b, "region", p.Region)
		b = appendText(b, "sha256", p.SHA256)
	case f.SectionOf != nil:
		s := f.SectionOf
		b = appendText(b, "path", s.Path)
		b = appendText(b, "number", s.Number)
		b = appendText(b, "title", s.Title)
		b = appendText(b, "kind", s.Kind)
		b = appendInt(b, "level", s.Level)
	case f.Task != nil:
		b = appendText(b, "title", f.Task.Title)
		b = appendText(b, "kind", f.Task.Kind)
		b = appendText(b, "section_path", f.Task.SectionPath)
	case f.Target != nil:
		t := f.Target
		b = appendText(b, "indicator", t.Indicator)
		b = appendText(b, "op", t.Op)
		b = appendText(b, "value", t.Value)
		b = appendText(b, "unit", t.Unit)
		b = appendYear(b, "year", t.Year)
		b = appendText(b, "baseline", t.Baseline)
		b = appendYear(b, "baseline_year", t.BaselineYear)
		b = appendText(b, "nature", t.Nature)
		b = appendText(b, "origin", t.Origin)
	case f.Result != nil:
		r := f.Result
		b = appendText(b, "indicator", r.Indicator)
		b = appendText(b, "planned", r.Planned)
		b = appendText(b, "achieved", r.Achieved)
		b = appendText(b, "unit", r.Unit)
		b = appendYear(b, "year", r.Year)
	case f.Project != nil:
		p := f.Project
		b = appendText(b, "name", p.Name)
		b = appendText(b, "status", p.Status)
		b = appendText(b, "kind", p.Kind)
		b = appendText(b, "box", p.Box)
	case f.Assignment != nil:
		a := f.Assignment
		b = appendText(b, "department", a.Department)
		b = appendText(b, "department_id", a.DepartmentID)
		b = appendText(b, "role", a.Role)
		b = appendText(b, "task", a.Task)
		b = append(b, `,"explicit":`...)
		b = strconv.AppendBool(b, a.Explicit)
		b = appendText(b, "due", a.Due)
		b = appendText(b, "scope", a.Scope)
	case f.Department != nil:
		b = appendText(b, "name", f.Department.Name)
		b = appendText(b, "canonical", f.Department.Canonical)
		b = appendText(b, "level", f.Department.Level)
	case f.Citation != nil:
		b = appendText(b, "title", f.Citation.Title)
		b = appendText(b, "document_number", f.Citation.DocumentNumber)
		b = appendText(b, "kind", f.Citation.Kind)
	}
	return append(b, '}', '\n')
}

func appendText(b []byte, key, value string) []byte {
	if value == "" {
		return b
	}
	b = append(b, ',', '"')
	b = append(b, key...)
	b = append(b, '"', ':')
	return appendString(b, value)
}

func appendInt(b []byte, key string, value int) []byte {
	b = append(b, ',', '"')
	b = append(b, key...)
	b = append(b, '"', ':')
	return strconv.AppendInt(b, int64(value), 10)
}

func appendYear(b []byte, key string, year int) []byte {
	if year == 0 {
		return b
	}
	return appendInt(b, key, year)
}

const hexDigits = "0123456789abcdef"

// appendString appends s as a JSON string. Only what JSON demands is escaped, so
// that Chinese text stays readable; a byte that is no UTF-8 becomes U+FFFD.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 {
				b = append(append(b, s[from:i]...), "\ufffd"...)
				from = i + 1
			}
			i += n
			continue
		}
		if c >= ' ' && c != '"' && c != '\\' {
			i++
			continue
		}
		b = append(b, s[from:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		default:
			b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
		i++
		from = i
	}
	return append(append(b, s[from:]...), '"')
}

// common are the keys that all rows have.
type common struct {
	Type       FactType   `json:"type"`
	Plan       string     `json:"plan"`
	Section    string     `json:"section"`
	Source     string     `json:"source"`
	Start      *int       `json:"start"`
	End        *int       `json:"end"`
	Line       int        `json:"line"`
	Quote      string     `json:"quote"`
	Rule       string     `json:"rule"`
	Confidence Confidence `json:"confidence"`
}

// The rows by type. Encoding/json lets a key of the outer struct stand for one
// of the same name further in, so the own keys come first.
type (
	planRow struct {
		common
		Title          string `json:"title"`
		DocumentNumber string `json:"document_number"`
		Issuer         string `json:"issuer"`
		IssuedOn       string `json:"issued_on"`
		PeriodStart    int    `json:"period_start"`
		PeriodEnd      int    `json:"period_end"`
		Horizon        int    `json:"horizon"`
		Region         string `json:"region"`
		SHA256         string `json:"sha256"`
	}
	sectionRow struct {
		common
		Path   string `json:"path"`
		Number string `json:"number"`
		Title  string `json:"title"`
		Kind   string `json:"kind"`
		Level  int    `json:"level"`
	}
	taskRow struct {
		common
		Title       string `json:"title"`
		Kind        string `json:"kind"`
		SectionPath string `json:"section_path"`
	}
	targetRow struct {
		common
		Indicator    string `json:"indicator"`
		Op           string `json:"op"`
		Value        string `json:"value"`
		Unit         string `json:"unit"`
		Year         int    `json:"year"`
		Baseline     string `json:"baseline"`
		BaselineYear int    `json:"baseline_year"`
		Nature       string `json:"nature"`
		Origin       string `json:"origin"`
	}
	resultRow struct {
		common
		Indicator string `json:"indicator"`
		Planned   string `json:"planned"`
		Achieved  string `json:"achieved"`
		Unit      string `json:"unit"`
		Year      int    `json:"year"`
	}
	projectRow struct {
		common
		Name   string `json:"name"`
		Status string `json:"status"`
		Kind   string `json:"kind"`
		Box    string `json:"box"`
	}
	assignmentRow struct {
		common
		Department   string `json:"department"`
		DepartmentID string `json:"department_id"`
		Role         string `json:"role"`
		Task         string `json:"task"`
		Explicit     *bool  `json:"explicit"`
		Due          string `json:"due"`
		Scope        string `json:"scope"`
	}
	departmentRow struct {
		common
		Name      string `json:"name"`
		Canonical string `json:"canonical"`
		Level     string `json:"level"`
	}
	citationRow struct {
		common
		Title          string `json:"title"`
		DocumentNumber string `json:"document_number"`
		Kind           string `json:"kind"`
	}
)

// ParseFact reads one row. It refuses unknown types and keys, values of the
// wrong type, and rows without what every row must have, because a typing error
// in a pipeline would else lose facts silently.
func ParseFact(line []byte) (Fact, error) {
	var head struct {
		Type FactType `json:"type"`
	}
	if err := json.Unmarshal(line, &head); err != nil {
		return Fact{}, plain(err)
	}
	var f Fact
	var c common
	var err error
	missing := ""
	switch head.Type {
	case TypePlan:
		var r planRow
		err, c = strict(line, &r), r.common
		f.PlanInfo = &PlanInfo{r.Title, r.DocumentNumber, r.Issuer, r.IssuedOn, r.PeriodStart, r.PeriodEnd, r.Horizon, r.Region, r.SHA256}
	case TypeSection:
		var r sectionRow
		err, c = strict(line, &r), r.common
		f.SectionOf = &SectionInfo{r.Path, r.Number, r.Title, r.Kind, r.Level}
	case TypeTask:
		var r taskRow
		err, c = strict(line, &r), r.common
		f.Task = &Task{r.Title, r.Kind, r.SectionPath}
		missing = without(missing, "title", r.Title)
	case TypeTarget:
		var r targetRow
		err, c = strict(line, &r), r.common
		f.Target = &Target{r.Indicator, r.Op, r.Value, r.Unit, r.Year, r.Baseline, r.BaselineYear, r.Nature, r.Origin}
		missing = without(missing, "indicator", r.Indicator)
		err = cmp.Or(err, oneOf("op", r.Op, Ops()))
	case TypeResult:
		var r resultRow
		err, c = strict(line, &r), r.common
		f.Result = &Result{r.Indicator, r.Planned, r.Achieved, r.Unit, r.Year}
		missing = without(missing, "indicator", r.Indicator)
	case TypeProject:
		var r projectRow
		err, c = strict(line, &r), r.common
		f.Project = &Project{r.Name, r.Status, r.Kind, r.Box}
		missing = without(missing, "name", r.Name)
	case TypeAssignment:
		var r assignmentRow
		err, c = strict(line, &r), r.common
		f.Assignment = &Assignment{r.Department, r.DepartmentID, r.Role, r.Task, r.Explicit != nil && *r.Explicit, r.Due, r.Scope}
		missing = without(missing, "department", r.Department)
		missing = without(missing, "role", r.Role)
		missing = without(missing, "task", r.Task)
		if missing == "" && r.Explicit == nil {
			missing = "explicit"
		}
		err = cmp.Or(err, oneOf("role", r.Role, Roles()))
	case TypeDepartment:
		var r departmentRow
		err, c = strict(line, &r), r.common
		f.Department = &Department{r.Name, r.Canonical, r.Level}
		missing = without(missing, "name", r.Name)
	case TypeCitation:
		var r citationRow
		err, c = strict(line, &r), r.common
		f.Citation = &Citation{r.Title, r.DocumentNumber, r.Kind}
		missing = without(missing, "title", r.Title)
	case "":
		return Fact{}, errors.New(`key "type" is missing`)
	default:
		return Fact{}, oneOf("type", string(head.Type), texts(FactTypes()))
	}
	if err != nil {
		return Fact{}, plain(err)
	}
	missing = without(missing, "plan", c.Plan)
	if missing == "" && (c.Start == nil || c.End == nil) {
		missing = "start and end"
	}
	if missing == "" && c.Line < 1 {
		missing = "line"
	}
	if head.Type != TypePlan && head.Type != TypeSection { // whose quote is a title, which a text may lack
		missing = without(missing, "quote", c.Quote)
	}
	if missing != "" {
		return Fact{}, fmt.Errorf("%s row without %s", head.Type, missing)
	}
	if *c.Start < 0 || *c.End < *c.Start {
		return Fact{}, fmt.Errorf("%s row: start %d and end %d are no span", head.Type, *c.Start, *c.End)
	}
	if err := oneOf("confidence", string(c.Confidence), []string{"", string(Certain), string(Likely), string(Weak)}); err != nil {
		return Fact{}, err
	}
	f.Type, f.Plan, f.Section, f.Source = c.Type, c.Plan, c.Section, c.Source
	f.Span, f.Line, f.Quote = Span{*c.Start, *c.End}, c.Line, c.Quote
	f.Rule, f.Confidence = c.Rule, c.Confidence
	return f, nil
}

// texts are the types as texts.
func texts(types []FactType) []string {
	out := make([]string, len(types))
	for i, t := range types {
		out[i] = string(t)
	}
	return out
}

// oneOf refuses a value that the key cannot have; a missing one is another mistake.
func oneOf(key, value string, known []string) error {
	if value == "" || slices.Contains(known, value) {
		return nil
	}
	return fmt.Errorf("key %q holds %q, not one of %s", key, value, strings.Join(slices.DeleteFunc(slices.Clone(known), func(k string) bool { return k == "" }), ", "))
}

func without(missing, key, value string) string {
	if missing == "" && value == "" {
		return key
	}
	return missing
}

func strict(line []byte, row any) error {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	return d.Decode(row)
}

// plain says what encoding/json found wrong without its words for Go types.
func plain(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		want := "text"
		switch wrong.Type.Kind().String() {
		case "int":
			want = "a whole number"
		case "bool":
			want = "true or false"
		case "struct":
			want = "an object"
		}
		if wrong.Field == "" {
			return fmt.Errorf("this is a %s, not %s", wrong.Value, want)
		}
		key := wrong.Field[strings.LastIndexByte(wrong.Field, '.')+1:]
		return fmt.Errorf("key %q holds a %s, not %s", key, wrong.Value, want)
	}
	return err
}

// FactReader reads rows one by one.
type FactReader struct {
	name string
	r    *bufio.Reader
	line int
}

// NewFactReader reads from r; name stands in errors.
func NewFactReader(name string, r io.Reader) *FactReader {
	return &FactReader{name: name, r: bufio.NewReaderSize(r, 1<<16)}
}

// Read returns the next fact, passing over empty lines; io.EOF at the end. Other
// errors name the file and the line.
func (r *FactReader) Read() (Fact, error) {
	for {
		line, err := r.r.ReadBytes('\n')
		if len(line) == 0 && err != nil {
			if err == io.EOF {
				return Fact{}, err
			}
			return Fact{}, fmt.Errorf("%s:%d: %w", r.name, r.line+1, err)
		}
		r.line++
		if r.line == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		f, err := ParseFact(line)
		if err != nil {
			return Fact{}, fmt.Errorf("%s:%d: %w; each line must be one fact as `plangraph extract` prints it", r.name, r.line, err)
		}
		return f, nil
	}
}
