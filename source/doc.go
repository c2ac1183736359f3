// Package source turns the bytes of a file into a plan.Document: it decodes
// them, finds the plans in the text, and gives every plan its sections, boxes,
// tables and paragraphs. It knows how Chinese government texts are laid out and
// nothing about what they say.
//
// # The way of a text
//
// decode.go makes text of the bytes. wrap.go joins lines that a page's width cut;
// line.go cuts the text into units, of which a line has one, or, by cut.go, runon.go
// and headline.go, several where line breaks were lost. split.go finds where plans
// begin and end, page.go what belongs to none, sign.go whether a text is one at all;
// single.go reads a text as one plan whatever it looks like. find.go, text.go and
// words.go ask a text for words and marks.
// Then [builder] reads a plan unit by unit (structure.go): its title (meta.go) and
// years (period.go), numbers (number.go, decimal.go) and labels (label.go), headings
// (title.go), boxes (box.go), paragraphs (paragraph.go), tables.
//
// # Tables
//
// A file for each form in which tables come, by what parts their cells:
//
//	table_tabs.go      tabs
//	table_pipes.go     |
//	table_drawn.go     lines of box-drawing characters
//	table_aligned.go   the columns of a fixed-width text
//	table_blanks.go    blanks; table_columns.go and table_rest.go put what stands in
//	                   a row under its columns, table_continued.go joins what was wrapped
//	table_lines.go     line ends, a cell a line
//	table_oneline.go   anything, all rows in one line
//	table_glued.go     nothing, with table_glued_names.go; table_runs.go where the rows
//	                   have no numbers either, table_bodies_first.go where bodies begin them
//
// Others by what is odd about them: table_turned.go (rows are columns),
// table_headless*.go (the header is on another page), table_merged.go (merged cells
// have shifted others), table_values.go (empty cells are missing); table_path*.go and
// table_kinds.go find the cheapest way to put cells that stand one behind another under
// columns; table_indicators*.go and table_glued_indicators.go hold indicators. All of
// them give a rawTable to addTable in table.go; table_head.go says what words of headers
// and cells sound like. testdata/tables.txt shows each form with what is read of it.
package source
