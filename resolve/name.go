package resolve

import (
	"strings"
	"unicode"

	"plangraph/body"
	"plangraph/plan"
)

// Body is what a name of a body stands for in a plan.
type Body struct {
	ID        string // id of the node: Canonical, with @region for classes and names without a place
	Canonical string // full official name where it is sure, else the form as written
	ShortName string // 江苏省民政厅: 省民政厅
	Level     string // 国家, 省, 市, 县, 各级, 其他
	Kind      string // body, class, collective
	Region    string // full name of the place; "" for national bodies
	ValidTo   string // year in which a reform ended the body; "" for none
}

// Succession is a rename or a merger: the body's duties went to another.
type Succession struct {
	ID string // of the body that took the duties over
	On string // year of the reform
}

// Resolver resolves names; it may be used by many goroutines.
type Resolver struct {
	lex   *body.Lexicon
	lists lists
}

// New returns a resolver over the lexicon.
func New(lex *body.Lexicon) *Resolver { return &Resolver{lex: lex, lists: newLists(lex)} }

// clean makes a name simplified, without blanks and the pinyin of converters.
func (r *Resolver) clean(name string) string {
	var out []rune
	depth := 0
	text := []rune(name)
	for i, c := range text {
		switch {
		case (c == '(' || c == '\uff08') && i+1 < len(text) && latin(text[i+1]):
			depth++
		case depth > 0:
			if c == ')' || c == '\uff09' {
				depth--
			}
		case noInk(c) || c == '│':
		default:
			out = append(out, c)
		}
	}
	s := string(r.lex.Simplify(out))
	if p, _, ok := r.lists.ownScope.head(s); ok && len(s)-len(p) > len("两字") {
		return s[len(p):]
	}
	return s
}

// Simplify returns a name in simplified characters, with half-width brackets and commas.
func (r *Resolver) Simplify(name string) string { return string(r.lex.Simplify([]rune(name))) }

// noInk reports whether a character is blank or not seen at all, as the marks at which
// word processors may break a line.
func noInk(c rune) bool {
	return unicode.IsSpace(c) || c == '\u00ad' || c >= '\u200b' && c <= '\u200d' || c == '\u2060' || c == '\ufeff'
}

func latin(c rune) bool { return c < 0x250 && c > 'A'-1 && (c <= 'Z' || c >= 'a') }

// Body says what a name as written stands for in a plan of the region. listed
// tells that it stands in a list of duty-bearers, where the level is written
// once or never (教育局 in a county's plan is the county's).
func (r *Resolver) Body(name string, region plan.Region, listed bool) Body {
	s := r.clean(name)
	for _, state := range [...]string{"中华人民共和国", "中华"} { // the official name of a national body
		if bare, ok := strings.CutPrefix(s, state); ok {
			if b := r.Body(bare, region, listed); b.Canonical == s {
				b.ShortName = s
				return b
			}
		}
	}
	if r.plural(s) {
		return r.several(s, region)
	}
	if b, ok := r.minorParty(s, region); ok {
		return b
	}
	if n, ok := r.lex.Parse(s); ok {
		if b, ok := r.compose(s, n, region, listed); ok {
			return b
		}
	}
	return r.other(s, region)
}
