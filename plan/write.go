package plan

import (
	"strconv"
	"unicode/utf8"
)

// Facts written as JSON lines; docs/facts.md tells of the keys.

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
	return append(f.appendOwn(b), '}', '\n')
}

// appendOwn appends the keys of the fact's type.
func (f *Fact) appendOwn(b []byte) []byte {
	switch {
	case f.PlanInfo != nil:
		return f.PlanInfo.appendJSON(b)
	case f.SectionOf != nil:
		return f.SectionOf.appendJSON(b)
	case f.Task != nil:
		return f.Task.appendJSON(b)
	case f.Target != nil:
		return f.Target.appendJSON(b)
	case f.Result != nil:
		return f.Result.appendJSON(b)
	case f.Project != nil:
		return f.Project.appendJSON(b)
	case f.Assignment != nil:
		return f.Assignment.appendJSON(b)
	case f.Department != nil:
		return f.Department.appendJSON(b)
	case f.Citation != nil:
		return f.Citation.appendJSON(b)
	}
	return b
}

func (p *PlanInfo) appendJSON(b []byte) []byte {
	b = appendText(b, "title", p.Title)
	b = appendText(b, "document_number", p.DocumentNumber)
	b = appendText(b, "issuer", p.Issuer)
	b = appendText(b, "issued_on", p.IssuedOn)
	b = appendYear(b, "period_start", p.PeriodStart)
	b = appendYear(b, "period_end", p.PeriodEnd)
	b = appendYear(b, "horizon", p.Horizon)
	b = appendText(b, "region", p.Region)
	return appendText(b, "sha256", p.SHA256)
}

func (s *SectionInfo) appendJSON(b []byte) []byte {
	b = appendText(b, "path", s.Path)
	b = appendText(b, "number", s.Number)
	b = appendText(b, "title", s.Title)
	b = appendText(b, "kind", s.Kind)
	return appendInt(b, "level", s.Level)
}

func (t *Task) appendJSON(b []byte) []byte {
	b = appendText(b, "title", t.Title)
	b = appendText(b, "kind", t.Kind)
	return appendText(b, "section_path", t.SectionPath)
}

func (t *Target) appendJSON(b []byte) []byte {
	b = appendText(b, "indicator", t.Indicator)
	b = appendText(b, "op", t.Op)
	b = appendText(b, "value", t.Value)
	b = appendText(b, "unit", t.Unit)
	b = appendYear(b, "year", t.Year)
	b = appendText(b, "baseline", t.Baseline)
	b = appendYear(b, "baseline_year", t.BaselineYear)
	b = appendText(b, "nature", t.Nature)
	return appendText(b, "origin", t.Origin)
}

func (r *Result) appendJSON(b []byte) []byte {
	b = appendText(b, "indicator", r.Indicator)
	b = appendText(b, "planned", r.Planned)
	b = appendText(b, "achieved", r.Achieved)
	b = appendText(b, "unit", r.Unit)
	return appendYear(b, "year", r.Year)
}

func (p *Project) appendJSON(b []byte) []byte {
	b = appendText(b, "name", p.Name)
	b = appendText(b, "status", p.Status)
	b = appendText(b, "kind", p.Kind)
	return appendText(b, "box", p.Box)
}

func (a *Assignment) appendJSON(b []byte) []byte {
	b = appendText(b, "department", a.Department)
	b = appendText(b, "department_id", a.DepartmentID)
	b = appendText(b, "role", a.Role)
	b = appendText(b, "task", a.Task)
	b = append(b, `,"explicit":`...)
	b = strconv.AppendBool(b, a.Explicit)
	b = appendText(b, "due", a.Due)
	return appendText(b, "scope", a.Scope)
}

func (d *Department) appendJSON(b []byte) []byte {
	b = appendText(b, "name", d.Name)
	b = appendText(b, "canonical", d.Canonical)
	return appendText(b, "level", d.Level)
}

func (c *Citation) appendJSON(b []byte) []byte {
	b = appendText(b, "title", c.Title)
	b = appendText(b, "document_number", c.DocumentNumber)
	return appendText(b, "kind", c.Kind)
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
