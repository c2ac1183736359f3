package rule

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// ElemKind says what an element of a pattern matches.
type ElemKind uint8

// The kinds of pattern elements.
const (
	Literal  ElemKind = iota // fixed text
	ListRef                  // @list: any word of a word list
	KindRef                  // {kind}: a mention of a lower layer, or a named primitive such as clause
	Group                    // (a|b): one of several sequences
	Begin                    // ^: the scope's first position
	End                      // $: the scope's last position
	NegAhead                 // !(a|b): none of the sequences stands here; takes no text
)

// Elem is one element of a compiled pattern.
type Elem struct {
	Kind     ElemKind // what it matches
	Text     string   // literal text, list name or kind name
	Runes    []rune   // the literal's runes
	Name     string   // capture name; "" when not captured
	Capture  int      // index of the capture in Pattern.Captures; -1 for none
	Alts     [][]Elem // Group and NegAhead
	Optional bool     // ?
	Repeat   bool     // * (groups, lists and kinds): zero or more
	Column   int      // 1-based byte column in the pattern, for messages

	List *List // ListRef: set by Compile
	ID   int   // ListRef: list id, KindRef: kind id; set by the engine
}

// Pattern is a compiled match expression.
type Pattern struct {
	Source   string   // as the rule writes it
	Elems    []Elem   // the sequence that it matches
	Anchor   int      // index into Elems of the element whose words start the match; -1 when none can
	Captures []string // names, by Elem.Capture
}

// Anchors are the elements from any of which a match may start: the anchor, or, where that
// is a group, the one element of each of its alternatives.
func (p *Pattern) Anchors() []*Elem {
	a := &p.Elems[p.Anchor]
	if a.Kind != Group {
		return []*Elem{a}
	}
	out := make([]*Elem, len(a.Alts))
	for i, alt := range a.Alts {
		out[i] = &alt[0]
	}
	return out
}

// ParsePattern compiles the pattern language: literals, @list, {name:kind},
// {kind}, (a|b), !(a|b), ^, $, and ? or * behind an element. Blanks part
// elements and match nothing.
func ParsePattern(src string) (*Pattern, error) {
	p := &patternParser{src: src, pat: &Pattern{Source: src, Anchor: -1}}
	elems, err := p.sequence(0)
	if err != nil {
		return nil, err
	}
	if p.pos < len(src) {
		return nil, fmt.Errorf("第 %[1]d 列:没有与 %[2]q 相配的开头 / column %[1]d: %[2]q closes nothing", p.pos+1, src[p.pos:p.pos+1])
	}
	if len(elems) == 0 {
		return nil, fmt.Errorf("模式为空 / the pattern is empty")
	}
	p.pat.Elems = elems
	return p.pat, nil
}

type patternParser struct {
	src string
	pos int
	pat *Pattern
}

// regularExpression finds what only a regular expression would mean: \w, [^,]+, .*
var regularExpression = regexp.MustCompile(`^(\\[A-Za-z0-9]|\[[^\]]*\][+*]|\.[*+])`)

const patternSpecials = "@{}()|!^$?* \t\n"

// sequence reads elements up to the end, or within a group up to | or ).
func (p *patternParser) sequence(depth int) ([]Elem, error) {
	var elems []Elem
	for p.pos < len(p.src) {
		c := p.src[p.pos]
		col := p.pos + 1
		switch c {
		case ' ', '\t', '\n':
			p.pos++
			continue
		case ')', '|':
			if depth == 0 {
				return nil, fmt.Errorf("第 %[1]d 列:%[2]q 不在组内;表示该字符本身请写 \\%[3]c / column %[1]d: %[2]q outside of a group; write \\%[3]c for the character itself", col, string(c), c)
			}
			return elems, nil
		case '}':
			return nil, fmt.Errorf("第 %[1]d 列:} 没有相配的 { / column %[1]d: } without {", col)
		case '^':
			p.pos++
			elems = append(elems, Elem{Kind: Begin, Capture: -1, Column: col})
			continue
		case '$':
			p.pos++
			elems = append(elems, Elem{Kind: End, Capture: -1, Column: col})
			continue
		case '?', '*':
			if len(elems) == 0 {
				return nil, fmt.Errorf("第 %[1]d 列:%[2]c 之前没有元素 / column %[1]d: %[2]c has nothing before it", col, c)
			}
			last := &elems[len(elems)-1]
			if c == '?' {
				last.Optional = true
			} else {
				if last.Kind == Literal {
					return nil, fmt.Errorf("第 %[1]d 列:* 只用于组、词表或类,请写 (%[2]s)* / column %[1]d: * repeats a group, a list or a kind; write (%[2]s)*", col, last.Text)
				}
				last.Repeat, last.Optional = true, true
			}
			p.pos++
			continue
		}
		e, err := p.element(depth)
		if err != nil {
			return nil, err
		}
		elems = append(elems, e)
	}
	return elems, nil
}

// element reads one element with its capture, without the sign of repetition behind it.
func (p *patternParser) element(depth int) (Elem, error) {
	col := p.pos + 1
	switch p.src[p.pos] {
	case '@':
		p.pos++
		name := p.word()
		if name == "" {
			return Elem{}, fmt.Errorf("第 %[1]d 列:@ 之后没有词表名 / column %[1]d: @ without a list name", col)
		}
		return Elem{Kind: ListRef, Text: name, Capture: -1, Column: col}, nil
	case '{':
		end := strings.IndexByte(p.src[p.pos:], '}')
		if end < 0 {
			return Elem{}, fmt.Errorf("第 %[1]d 列:{ 没有相配的 } / column %[1]d: { without }", col)
		}
		body := strings.TrimSpace(p.src[p.pos+1 : p.pos+end])
		if strings.ContainsAny(body, " {(") {
			return Elem{}, fmt.Errorf("第 %[1]d 列:{ 没有相配的 } / column %[1]d: { without }", col)
		}
		p.pos += end + 1
		name, kind, named := strings.Cut(body, ":")
		if !named {
			name, kind = "", body
		}
		if kind == "" {
			return Elem{}, fmt.Errorf("第 %[1]d 列:{%[2]s} 没有写类,请写 {name:kind} / column %[1]d: {%[2]s} names no kind; write {name:kind}", col, body)
		}
		e := Elem{Kind: KindRef, Text: kind, Name: name, Capture: -1, Column: col}
		if kind[0] == '@' {
			e.Kind, e.Text = ListRef, kind[1:]
		}
		if name != "" {
			e.Capture = p.capture(name)
		}
		return e, nil
	case '!':
		p.pos++
		if p.pos >= len(p.src) || p.src[p.pos] != '(' {
			return Elem{}, fmt.Errorf("第 %[1]d 列:! 之后应是组 / column %[1]d: ! is followed by a group: !(a|b)", col)
		}
		e, err := p.group(depth)
		e.Kind = NegAhead
		return e, err
	case '(':
		return p.group(depth)
	}
	var text strings.Builder
	for p.pos < len(p.src) && !strings.ContainsRune(patternSpecials, rune(p.src[p.pos])) {
		if regularExpression.MatchString(p.src[p.pos:]) {
			return Elem{}, fmt.Errorf("第 %[1]d 列:模式不是正则表达式;任意文字写 {clause}、{span}、{han},几种之一写 (a|b) / column %[1]d: a pattern is no regular expression; write {clause}, {span} or {han} for any text, (a|b) for one of several", p.pos+1)
		}
		if p.src[p.pos] == '\\' && p.pos+1 < len(p.src) {
			p.pos++
		}
		_, n := utf8.DecodeRuneInString(p.src[p.pos:])
		text.WriteString(p.src[p.pos : p.pos+n])
		p.pos += n
	}
	s := text.String()
	if s == "" {
		return Elem{}, fmt.Errorf("第 %[1]d 列:此处不应有 %[2]q / column %[1]d: %[2]q is not expected here", col, p.src[p.pos:p.pos+1])
	}
	// a ? or * behind a literal of several characters speaks of the last character
	// only in regular expressions; here it speaks of the whole literal
	return Elem{Kind: Literal, Text: s, Runes: []rune(s), Capture: -1, Column: col}, nil
}

// group reads ( … | … ).
func (p *patternParser) group(depth int) (Elem, error) {
	e := Elem{Kind: Group, Capture: -1, Column: p.pos + 1}
	for {
		p.pos++ // ( or |
		seq, err := p.sequence(depth + 1)
		if err != nil {
			return e, err
		}
		e.Alts = append(e.Alts, seq)
		if p.pos >= len(p.src) {
			return e, fmt.Errorf("第 %[1]d 列:( 没有相配的 ) / column %[1]d: ( without )", e.Column)
		}
		if p.src[p.pos] == ')' {
			p.pos++
			return e, nil
		}
	}
}

func (p *patternParser) word() string {
	start := p.pos
	for p.pos < len(p.src) {
		c := p.src[p.pos]
		if c == '_' || c == '.' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' {
			p.pos++
			continue
		}
		break
	}
	return p.src[start:p.pos]
}

func (p *patternParser) capture(name string) int {
	for i, c := range p.pat.Captures {
		if c == name {
			return i
		}
	}
	p.pat.Captures = append(p.pat.Captures, name)
	return len(p.pat.Captures) - 1
}
