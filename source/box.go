package source

import (
	"slices"
	"strings"

	"plangraph/plan"
)

// Boxes: frames in the text with projects or targets (专栏3 供水工程). Where one ends nothing in
// a plain text says; it does before what no longer fits in it.

// box is the box that is open, as far as it was read.
type box struct {
	section  int // noBox while none is open
	counts   counts
	numbered bool     // a numbered item stands in it
	begun    bool     // its first paragraph, without a number, was read
	led      bool     // that paragraph begins with a title of its own
	leads    [][]rune // the titles of all its paragraphs, where the first has one
}

// noBox is no section.
const noBox = -1

func (x *box) open() bool { return x.section != noBox }

// counts are the last numbers of each class.
type counts [classLabel + 1]int

// add notes a number, below which the lower classes begin anew.
func (c *counts) add(n number) {
	c[n.class] = n.value
	for lower := n.class + 1; lower < classFirst; lower++ {
		c[lower] = 0
	}
}

// closeBox closes the open box with all sections in it.
func (b *builder) closeBox() {
	for b.box.open() {
		b.pop()
	}
}

// outerClass returns the class of the heading that the open box stands under.
func (b *builder) outerClass() class {
	for i := len(b.stack) - 1; i > 0; i-- {
		if b.stack[i].section == b.box.section {
			return b.stack[i-1].class
		}
	}
	return classNone
}

// placeInBox closes the open box when the number n goes on with the count
// outside it.
func (b *builder) placeInBox(n number, alone, column bool) {
	if !b.box.open() || column {
		return
	}
	outer := n.value == b.counts[n.class]+1
	inner := n.value == b.box.counts[n.class]+1
	started := b.box.counts[n.class] > 0
	switch {
	case n.class <= classSection:
		b.closeBox()
	case n.class == classParenHan && n.value == 1 && inner && b.boxEmpty():
		// A box has something in it: what comes first behind its title is its own.
	case n.class == classParenHan || n.class == classHan:
		// A number that begins anew under a heading of a lower kind than its own
		// («1.» and then «一、») can only be the box's.
		if !inner || outer && (b.counts[n.class] > 0 || b.outerClass() <= n.class) {
			b.closeBox()
		}
	case outer && !inner:
		b.closeBox()
	case outer && inner && started && alone:
		b.closeBox()
	case !outer && !inner && !started && n.value != 1:
		b.closeBox()
	}
}

// boxEmpty reports whether nothing stands yet below the title of the open box.
func (b *builder) boxEmpty() bool {
	return !b.box.begun && !b.box.numbered && b.p.Blocks[len(b.p.Blocks)-1].Section == b.box.section
}

// plainInBox notes a paragraph without a number, whose title is lead, as one of the open box, or
// closes the box before it.
func (b *builder) plainInBox(lead plan.Span) {
	titled := lead.Len() > 0
	switch {
	case !b.box.begun && !b.box.numbered:
		b.box.begun, b.box.led = true, titled
	case b.p.Blocks[len(b.p.Blocks)-1].Kind == plan.Heading: // the text of a heading inside the box
	case titled && b.outerLead && !b.box.led:
		b.closeBox()
	}
	if !titled || !b.box.open() || !b.box.led {
		return
	}
	const alike = 3 // titles that show how they are made
	title := leadTitle(b.t[lead.Start:lead.End])
	if b.outerLead && len(b.box.leads) >= alike && !fits(title, b.box.leads) {
		b.closeBox()
	} else {
		b.box.leads = append(b.box.leads, title)
	}
}

// leadTitle is the title of a paragraph without marks and brackets at its end.
func leadTitle(s string) []rune {
	s = strings.TrimRight(s, "。.：: ")
	if i := strings.LastIndexAny(s, "(（"); i > 0 && (strings.HasSuffix(s, ")") || strings.HasSuffix(s, "）")) {
		s = s[:i]
	}
	return []rune(s)
}

// fits reports whether a paragraph's title is made like those of the box before it:
// where they all begin alike, end alike or have a word in common, so must it
// (打造A、打造B、打造C and then 统筹D, which the box no longer holds).
func fits(title []rune, box [][]rune) bool {
	head, tail := len(box[0]), len(box[0])
	for _, o := range box[1:] {
		n := 0
		for n < head && n < len(o) && o[n] == box[0][n] {
			n++
		}
		head = n
		n = 0
		for n < tail && n < len(o) && o[len(o)-1-n] == box[0][len(box[0])-1-n] {
			n++
		}
		tail = n
	}
	if head >= 2 && !slices.Equal(title[:min(2, len(title))], box[0][:2]) {
		return false
	}
	if tail >= 2 && !slices.Equal(title[max(0, len(title)-2):], box[0][len(box[0])-2:]) {
		return false
	}
	common, kept := false, false
	for i := 0; i+2 <= len(box[0]); i++ {
		word := string(box[0][i : i+2])
		shared := !strings.ContainsAny(word, "“”、和")
		for _, o := range box[1:] {
			shared = shared && strings.Contains(string(o), word)
		}
		common = common || shared
		kept = kept || shared && strings.Contains(string(title), word)
	}
	return kept || !common
}
