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
	"strings"
)

// Facts read from JSON lines, each key and value of which is checked.

// row is a line as encoding/json reads it.
type row interface {
	all() *common     // the keys that all rows have
	fill(*Fact) error // sets the part of the fact that is of the row's type, or says what is wrong with it
}

// newRow returns an empty row of a type; nil for a type that there is not.
func newRow(t FactType) row {
	switch t {
	case TypePlan:
		return &planRow{}
	case TypeSection:
		return &sectionRow{}
	case TypeTask:
		return &taskRow{}
	case TypeTarget:
		return &targetRow{}
	case TypeResult:
		return &resultRow{}
	case TypeProject:
		return &projectRow{}
	case TypeAssignment:
		return &assignmentRow{}
	case TypeDepartment:
		return &departmentRow{}
	case TypeCitation:
		return &citationRow{}
	}
	return nil
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

func (c *common) all() *common { return c }

func (r *planRow) fill(f *Fact) error {
	f.PlanInfo = &PlanInfo{r.Title, r.DocumentNumber, r.Issuer, r.IssuedOn, r.PeriodStart, r.PeriodEnd, r.Horizon, r.Region, r.SHA256}
	return nil
}

func (r *sectionRow) fill(f *Fact) error {
	f.SectionOf = &SectionInfo{r.Path, r.Number, r.Title, r.Kind, r.Level}
	return nil
}

func (r *taskRow) fill(f *Fact) error {
	f.Task = &Task{r.Title, r.Kind, r.SectionPath}
	return r.need("title", r.Title)
}

func (r *targetRow) fill(f *Fact) error {
	f.Target = &Target{r.Indicator, r.Op, r.Value, r.Unit, r.Year, r.Baseline, r.BaselineYear, r.Nature, r.Origin}
	return cmp.Or(oneOf("op", r.Op, Ops()), r.need("indicator", r.Indicator))
}

func (r *resultRow) fill(f *Fact) error {
	f.Result = &Result{r.Indicator, r.Planned, r.Achieved, r.Unit, r.Year}
	return r.need("indicator", r.Indicator)
}

func (r *projectRow) fill(f *Fact) error {
	f.Project = &Project{r.Name, r.Status, r.Kind, r.Box}
	return r.need("name", r.Name)
}

func (r *assignmentRow) fill(f *Fact) error {
	f.Assignment = &Assignment{r.Department, r.DepartmentID, r.Role, r.Task, r.Explicit != nil && *r.Explicit, r.Due, r.Scope}
	err := cmp.Or(oneOf("role", r.Role, Roles()), r.need("department", r.Department), r.need("role", r.Role), r.need("task", r.Task))
	if err == nil && r.Explicit == nil {
		return r.without("explicit")
	}
	return err
}

func (r *departmentRow) fill(f *Fact) error {
	f.Department = &Department{r.Name, r.Canonical, r.Level}
	return r.need("name", r.Name)
}

func (r *citationRow) fill(f *Fact) error {
	f.Citation = &Citation{r.Title, r.DocumentNumber, r.Kind}
	return r.need("title", r.Title)
}

// without refuses a row that lacks a key.
func (c *common) without(key string) error { return fmt.Errorf("%s row without %s", c.Type, key) }

// need is without where the value of the key is none.
func (c *common) need(key, value string) error {
	if value == "" {
		return c.without(key)
	}
	return nil
}

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
	if head.Type == "" {
		return Fact{}, errors.New(`key "type" is missing`)
	}
	r := newRow(head.Type)
	if r == nil {
		return Fact{}, oneOf("type", string(head.Type), texts(FactTypes()))
	}
	if err := strict(line, r); err != nil {
		return Fact{}, plain(err)
	}
	var f Fact
	if err := cmp.Or(r.fill(&f), r.all().check()); err != nil {
		return Fact{}, err
	}
	c := r.all()
	f.Type, f.Plan, f.Section, f.Source = c.Type, c.Plan, c.Section, c.Source
	f.Span, f.Line, f.Quote = Span{*c.Start, *c.End}, c.Line, c.Quote
	f.Rule, f.Confidence = c.Rule, c.Confidence
	return f, nil
}

// check refuses a row without what all rows must have.
func (c *common) check() error {
	if err := c.need("plan", c.Plan); err != nil {
		return err
	}
	titled := c.Type == TypePlan || c.Type == TypeSection // whose quote is a title, which a text may lack
	switch {
	case c.Start == nil || c.End == nil:
		return c.without("start and end")
	case c.Line < 1:
		return c.without("line")
	case c.Quote == "" && !titled:
		return c.without("quote")
	case *c.Start < 0 || *c.End < *c.Start:
		return fmt.Errorf("%s row: start %d and end %d are no span", c.Type, *c.Start, *c.End)
	}
	return oneOf("confidence", string(c.Confidence), []string{"", string(Certain), string(Likely), string(Weak)})
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

// strict reads a line of JSON and refuses keys that the row does not have.
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
	buf  []byte // the line that was read last
	line int    // its number
}

// NewFactReader reads from r; name stands in errors.
func NewFactReader(name string, r io.Reader) *FactReader {
	return &FactReader{name: name, r: bufio.NewReaderSize(r, 1<<16)}
}

// longestRow is how many bytes a line may have, far more than the longest quote: a file
// without line ends is no file of facts, and must not fill the memory.
const longestRow = 16 << 20

// ErrLongRow is returned for a line that no fact has.
var ErrLongRow = fmt.Errorf("the line has more than %d MB; each line must be one fact as `plangraph extract` prints it", longestRow>>20)

// next returns the next line with its end, which the line after it overwrites.
func (r *FactReader) next() ([]byte, error) {
	r.buf = r.buf[:0]
	for {
		part, err := r.r.ReadSlice('\n')
		r.buf = append(r.buf, part...)
		if len(r.buf) > longestRow {
			return nil, ErrLongRow
		}
		if err != bufio.ErrBufferFull {
			return r.buf, err
		}
	}
}

// Read returns the next fact, passing over empty lines; io.EOF at the end. Other
// errors name the file and the line.
func (r *FactReader) Read() (Fact, error) {
	for {
		line, err := r.next()
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
