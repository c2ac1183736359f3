package source

import (
	"slices"

	"plangraph/plan"
)

// Which of the atoms that a table begins with are its header, and which of them the wrap cut.

// Bounds of a header, in atoms.
const (
	fewestPathHeads = 3
	mostPathHeads   = 24
)

// pathTable reads a table from its atoms, header and all, and returns the last atom of it; no rows
// where they are none. Of the possible ends of the header the one is taken with which rows fit best.
func (b *builder) pathTable(atoms []atom) (header []plan.Cell, rows []plan.Row, titles []rowTitle, end atom) {
	most := b.mostHeads(atoms)
	worth := 0
	for n := most; n >= fewestPathHeads && n > most-mostTitle; n-- {
		behind := withoutHeader(atoms, n)
		numbers := b.firstSerialBehind(atoms, n)
		for _, head := range b.headers(atoms[:n]) {
			if len(head) < fewestPathHeads || n < most && !b.closesHeader(head) {
				continue
			}
			for _, read := range b.readings(head, behind, numbers) {
				if w := read.worth + n*atomWorth - b.strangeHeads(head); read.worth > 0 && w > worth {
					worth, header, rows, titles, end = w, read.header, read.rows, read.titles, read.last
				}
			}
		}
		if numbers && b.serialColumn(atoms[0].text) {
			break
		}
	}
	return header, rows, titles, end
}

// headers makes headers of atoms: one in which only what is no head alone was cut, and where it is
// another one in which all that makes a head together was.
func (b *builder) headers(atoms []atom) [][]plan.Cell {
	whole, cut := b.joinAtoms(atoms, false), b.joinAtoms(atoms, true)
	if len(whole) == len(cut) {
		return [][]plan.Cell{whole}
	}
	return [][]plan.Cell{whole, cut}
}

// strangeHeads is what it costs that words stand in a header that no other has.
func (b *builder) strangeHeads(header []plan.Cell) (cost int) {
	const unlike, unknown = 40, 12
	for _, s := range b.heads(header) {
		switch s = joinTitle(s); {
		case b.headKind(s) != textColumnKind || b.gluedHeads.has(s):
		case b.headCell(s):
			cost += unknown
		default:
			cost += unlike
		}
	}
	return cost
}

// mostHeads returns how many of the first atoms may be words of a header: up to row 1 where one is 序号.
func (b *builder) mostHeads(atoms []atom) (most int) {
	const longest = 10 // characters of one that no header is known to have
	serials := false
	for most < len(atoms) && most < mostPathHeads && b.headAtom(atoms[most]) {
		serials = serials || b.serialColumn(atoms[most].text)
		most++
	}
	for n := most; serials && n < len(atoms) && n < mostPathHeads && runes(atoms[n].text) <= longest && !headingNumber(atoms[n].text) && !numberAlone(atoms[n].text) && !hasAny(atoms[n].text, "、"); n++ {
		if serial(atoms[n].text) {
			return n
		}
	}
	return most
}

// readings reads the atoms behind a header: where rows have numbers, for which none of its words
// stands, these are in its first column all the same, or before it, or behind it.
func (b *builder) readings(header []plan.Cell, atoms []atom, numbers bool) []pathRows {
	if slices.ContainsFunc(b.heads(header), b.serialColumn) {
		return []pathRows{b.readPath(header, atoms, -1)}
	}
	var none plan.Cell
	if numbers {
		first := slices.Concat([]plan.Cell{none}, header[1:])
		return []pathRows{b.readPath(first, atoms, 0), b.readPath(slices.Insert(slices.Clone(header), 0, none), atoms, 0)}
	}
	reads := []pathRows{b.readPath(header, atoms, -1)}
	if b.firstSerialBehind(atoms, 1) {
		reads = append(reads, b.readPath(slices.Insert(slices.Clone(header), 1, none), atoms, 1))
	}
	return reads
}

// closesHeader reports whether the last cell is the word of a header.
func (b *builder) closesHeader(header []plan.Cell) bool {
	s := joinTitle(cellText(b.t, header[len(header)-1]))
	return b.headCell(s) || b.headKind(s) != textColumnKind
}

// firstSerialBehind reports whether a row's number stands right behind the n atoms of a header.
func (b *builder) firstSerialBehind(atoms []atom, n int) bool {
	return n < len(atoms) && serial(atoms[n].text)
}

// withoutHeader returns the atoms behind a header of n without those that are the header again, as
// after a page break.
func withoutHeader(atoms []atom, n int) []atom {
	head, out := atoms[:n], make([]atom, 0, len(atoms)-n)
	for k := n; k < len(atoms); {
		if k+n <= len(atoms) && slices.EqualFunc(head, atoms[k:k+n], func(a, b atom) bool { return a.text == b.text }) {
			k += n
			continue
		}
		out = append(out, atoms[k])
		k++
	}
	return out
}

// headAtom reports whether an atom may be a word of a header, or a part of one.
func (b *builder) headAtom(a atom) bool {
	const longest, half = 14, 3 // characters of one, and of a half that may end like the name of a body: 协办
	s := a.text
	n := runes(s)
	return n <= longest && !headingNumber(s) && !numberAlone(s) && !serial(s) && (!hasFigure(s) || firstYear(s) > 0 || isYear(s)) && !hasAny(s, "。", ",", "，", "、", ":", "：") && (n <= half || b.headCell(s) || b.bodyColumn(s) || !b.bodyLike(s))
}

// joinAtoms makes a header of atoms: the halves of a head go together, a unit in brackets with what
// is measured in it, and what a column gives for a year with the year.
// With cut heads that stand for themselves may be halves of one, too.
func (b *builder) joinAtoms(atoms []atom, cut bool) (header []plan.Cell) {
	for k := 0; k < len(atoms); {
		n := b.headAtoms(atoms[k:], cut)
		var cell plan.Cell
		for _, a := range atoms[k : k+n] {
			cell.Pieces = append(cell.Pieces, a.span)
		}
		header = append(header, cell)
		k += n
	}
	return header
}

// headAtoms returns how many of the atoms are the first word of a header.
func (b *builder) headAtoms(atoms []atom, cut bool) int {
	const most, half = 4, 4 // atoms of a head; characters of one that is cut
	s, best := atoms[0].text, 1
	whole := s
	for n := 1; n < min(most, len(atoms)); n++ {
		next := atoms[n].text
		whole += next
		switch {
		case n == best && bracketed(next) && numberOf(next).class == classNone:
			return n + 1
		case n == best && b.governing(s) && hasSuffix(next, b.columnLeader): // 县政府 / 分管领导
			return n + 1
		case n == best && firstYear(s) == 0 && !b.headCell(s) && slices.Contains(b.columnValue, next): // of a place
			return n + 1
		case n == best && firstYear(s) > 0 && firstYear(next) == 0 && (slices.Contains(b.columnValue, next) || slices.Contains(b.columnGoal, next)):
			return n + 1
		case b.gluedHeads.has(whole) && runes(s) <= half && (cut || !b.gluedHeads.has(s) || !b.gluedHeads.has(next)):
			best = n + 1
		}
	}
	return best
}

// bracketed reports whether brackets enclose s.
func bracketed(s string) bool {
	return (s[0] == '(' || hasPrefix(s, []string{"（", "〔"})) && endsInBracket(s)
}

// pathLines reads such a table that has a cell, or a part of one, a line, from the unit i on.
func (b *builder) pathLines(i int) int {
	const (
		longestHead = 60   // bytes
		longest     = 1500 // bytes of a cell
		most        = 1500 // atoms
	)
	for k := i; k < i+fewestPathHeads; k++ {
		if k >= len(b.u) || b.u[k].tab || len(b.text(k)) > longestHead || !b.headAtom(atom{text: joinTitle(b.text(k))}) {
			return i
		}
	}
	if s := joinTitle(b.text(i)); !b.headCell(s) && b.headKind(s) == textColumnKind {
		return i
	}
	if b.titleOverHeads(i, fewestPathHeads) {
		return i
	}
	var atoms []atom
	for k := i; k < len(b.u) && len(atoms) < most; k++ {
		s := b.text(k)
		if b.u[k].tab || len(s) > longest || b.noteLine(s) {
			break
		}
		if _, ok := b.labelAt(s); ok {
			break
		}
		if y, _ := year(s); y == 0 && b.noise(s) {
			continue
		}
		a := atom{span: plan.Span{Start: b.u[k].start, End: b.u[k].end}, text: joinTitle(s), gap: lineGap, unit: k}
		if b.u[k].gap || b.u[k].piped {
			a.gap = wideGap
		}
		atoms = append(atoms, a)
	}
	header, rows, titles, end := b.pathTable(atoms)
	if len(rows) == 0 {
		return i
	}
	last := end.unit + 1
	b.addParts(&rawTable{header: header, rows: rows, span: b.unitSpan(i, last)}, titles)
	return last
}

// pathBlanks reads such a table in the cells of a line from the cell lo on.
func (b *builder) pathBlanks(r *rawTable, l *oneLine, lo int) bool {
	const longest = 6 // characters of a head that no other table begins with
	if lo > 0 && runes(b.oneLineText(l, lo-1)) <= longest && b.headCell(b.oneLineText(l, lo-1)) {
		return false
	}
	var atoms []atom
	for _, c := range l.cells[lo:] {
		for _, s := range c.Pieces {
			atoms = append(atoms, atom{span: s, text: joinTitle(b.t[s.Start:s.End])})
		}
	}
	header, rows, titles, end := b.pathTable(atoms)
	if len(rows) == 0 || end.span != atoms[len(atoms)-1].span {
		return false
	}
	r.header, r.rows, l.titles = header, rows, titles
	return true
}
