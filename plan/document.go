// Package plan holds the nouns of plangraph: what a source file, a plan, a
// section, a block of text, a table and a fact are. It imports nothing of ours
// and does nothing but describe; every other package speaks in these types.
package plan

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Span is a half-open range of bytes into Document.Text: Start is the first byte, End the
// one behind the last. The zero Span stands for no text.
type Span struct{ Start, End int }

// Len returns the number of bytes that the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Document is one source file after decoding. Text is never changed once the
// package source has made it: every span of every later stage points into it.
type Document struct {
	Source   string   // the file as the user named it
	Text     string   // UTF-8, byte-order mark removed, line ends kept
	Plans    []*Plan  // in the order of the text
	Warnings []string // what a reader of the summary should know (e.g. repaired bytes)

	lines []int // offset of the first byte of every line
}

// Line returns the 1-based line on which the byte at offset stands; an offset behind the
// text is on its last line.
func (d *Document) Line(offset int) int {
	d.index()
	return sort.SearchInts(d.lines, offset+1)
}

// LineFrom is Line for an offset that stands close to a known line.
func (d *Document) LineFrom(line, offset int) int {
	d.index()
	if line < 1 || line > len(d.lines) {
		return d.Line(offset)
	}
	for n := 0; n < 64; n++ {
		switch {
		case d.lines[line-1] > offset:
			if line--; line < 1 {
				return d.Line(offset)
			}
		case line < len(d.lines) && d.lines[line] <= offset:
			line++
		default:
			return line
		}
	}
	return d.Line(offset)
}

// index notes where the lines begin.
func (d *Document) index() {
	if d.lines != nil {
		return
	}
	d.lines = make([]int, 1, 1+strings.Count(d.Text, "\n"))
	for i := strings.IndexByte(d.Text, '\n'); i >= 0; {
		d.lines = append(d.lines, i+1)
		next := strings.IndexByte(d.Text[i+1:], '\n')
		if next < 0 {
			break
		}
		i += 1 + next
	}
}

// Slice returns the text of s exactly as it stands in the source.
func (d *Document) Slice(s Span) string { return d.Text[s.Start:s.End] }

// Plan is one government document that sets tasks, inside a Document.
type Plan struct {
	ID             string // document number with 〔〕, else sha256: and 12 hex digits
	Title          string
	DocumentNumber string // 苏政办发〔2021〕61号
	Issuer         string // as written: 江苏省人民政府办公厅
	IssuedOn       string // ISO date, 2021-08-27; "" when the text has none
	PeriodStart    int    // 2021; 0 when unknown
	PeriodEnd      int    // 2025; the year by which goals without a year hold
	Horizon        int    // 2035 (展望至2035年); 0 when there is none
	Region         Region // the place whose plan it is
	SHA256         string // hex digest of the plan's own text

	Span      Span      // the plan's whole text in the document
	TitleSpan Span      // the title in the document; empty, at the plan's start, where the text has none
	Sections  []Section // Sections[0] is the plan itself (level 0); parents come before children
	Blocks    []Block   // in the order of the text
}

// Region is a place of China's administrative division.
type Region struct {
	Code  string // GB/T 2260, six digits; "" when unknown
	Name  string // full name: 江苏省
	Level string // 国家, 省, 市, 县
}

// Levels of a body, a class of bodies or a place, as facts give them (docs/facts.md).
const (
	LevelNation   = "国家"
	LevelProvince = "省" // autonomous regions and municipalities, too
	LevelCity     = "市" // prefectures of all kinds
	LevelCounty   = "县" // districts, too
	LevelAll      = "各级"
	LevelOther    = "其他"
)

// Section kinds, as facts give them (docs/facts.md).
const (
	KindPlan    = "plan"
	KindChapter = "chapter"
	KindSection = "section"
	KindItem    = "item"
	KindBox     = "box"
	KindTable   = "table"
	KindAnnex   = "annex"
)

// Section is a chapter, section, item, box, table or annex of a plan.
type Section struct {
	Parent    int    // index into Plan.Sections; -1 for the plan itself
	Path      string // ordinal path: "3.2.1"; "" for the plan itself
	Number    string // as written: 第一章, (一), 1., 专栏 5
	Title     string // without its number
	Kind      string // one of the Kind constants
	Level     int    // 0 for the plan itself, 1 for chapters, …
	Ordinal   int    // 1-based among its siblings
	Label     string // boxes: label and number without spaces (专栏5); "" otherwise
	Span      Span   // from its title to the start of the next section that is not inside it
	TitleSpan Span   // the title without its number
}

// BlockKind says what a block of text is.
type BlockKind uint8

// The kinds of blocks.
const (
	Paragraph BlockKind = iota // running text
	Heading                    // a title line (chapter, section, item, box, table, annex)
	Cover                      // the covering circular: title, number, addressee, formula, signature
	TableRow                   // a row of a table; Block.Table and Block.Row say which
)

// Block is the unit that rules read: a paragraph (joined over page breaks), a
// heading, a line of the covering circular, or a table's row.
type Block struct {
	Kind    BlockKind
	Section int    // index into Plan.Sections: the innermost section that the block stands in (a heading: the section that it opens)
	Pieces  []Span // the text in reading order, without line ends; one piece unless a break cut it
	Number  string // the list number at its head, as written: (1), 1., ——, 一是; not in Lead
	Lead    Span   // the leading short sentence without its full stop (推行一件事通办); zero when there is none
	Table   *Table // rows only
	Row     int    // rows only: index into Table.Rows
}

// Span returns the range from the block's first to its last byte.
func (b *Block) Span() Span {
	if len(b.Pieces) == 0 {
		return Span{}
	}
	return Span{b.Pieces[0].Start, b.Pieces[len(b.Pieces)-1].End}
}

// Table is a table of any layout (tab-separated, one cell a line, box-drawn, …)
// after its pages were joined, repeated headers dropped, merged cells filled
// down and shifted cells put back.
type Table struct {
	Title   string   // 表1 … without the number; "" when it has none
	Span    Span     // from its first to its last row
	Section int      // index into Plan.Sections
	Header  []Cell   // one a column; a header of several rows is joined per column
	Rows    []Row    // without the header
	Implied []string // what the columns hold where no header says so, in a header's words
	Turned  bool     // rows and columns were exchanged: the first column names indicators that head columns in the source
}

// Row is one row of a table.
type Row struct {
	Span  Span   // all lines of the source that the row takes
	Cells []Cell // one a column, as many as Table.Header has
}

// Cell is one cell; Pieces are where its text stands, several when a line break,
// a box rule or a page break cut it.
type Cell struct {
	Pieces []Span // in reading order; none where the cell is empty
	Filled bool   // taken over from the row above (a merged cell)
}

// Empty reports whether the cell has no text.
func (c Cell) Empty() bool { return len(c.Pieces) == 0 }

// ItemMarks are the signs that may stand before an item of a list instead of a number.
const ItemMarks = "*＊★☆●○◎◉⊙◆◇◈❖♦■□▣▪▲△▼▽▶►▷▸➤➢➣•※√✓✔☑✅☐"

// Bulleted reports whether a line begins with the mark of a list's item.
func Bulleted(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(ItemMarks, r)
}
