package extract

// nameRead is what is known of a stretch of a block as the name of a work. It is a matter
// of the words there alone, and asked again and again while an enumeration is read.
type nameRead struct {
	at        Range
	block     uint32
	known     uint8  // which of the following have been found
	unaltered int32  // what unaltered returns
	phase     int32  // what phase returns
	works     string // what works returns
}

// The bits of nameRead.known.
const (
	knownUnaltered = 1 << iota
	knownPhase
	knownWorks
)

// nameMemo keeps what is known of the names of a block, each in one of a few places; what is
// found later takes the place of what was found before.
type nameMemo struct {
	places [128]nameRead
	block  uint32 // how many blocks were begun
}

// next forgets all, for another block.
func (m *nameMemo) next() { m.block++ }

// of returns what is known of the name at r. A search that reads other names may move it: it
// is asked for again when one is over.
func (m *nameMemo) of(r Range) *nameRead {
	n := &m.places[uint32(r.Lo*5+r.Hi*23)%uint32(len(m.places))]
	if n.at != r || n.block != m.block {
		*n = nameRead{at: r, block: m.block}
	}
	return n
}

// phase returns the end of a name before brackets and words of phase, section
// and extension (一期, 段, 西延).
func (w *Worker) phase(r Range) int32 {
	if n := w.memo.of(r); n.known&knownPhase != 0 {
		return n.phase
	}
	hi := w.findPhase(r)
	n := w.memo.of(r)
	n.phase, n.known = hi, n.known|knownPhase
	return hi
}

// unaltered returns the end of a name before what is done to the thing that it
// names (白塔大道改造, 青川机场迁建); r.Hi where nothing is said of that.
func (w *Worker) unaltered(r Range) int32 {
	if n := w.memo.of(r); n.known&knownUnaltered != 0 {
		return n.unaltered
	}
	hi := w.findUnaltered(r)
	n := w.memo.of(r)
	n.unaltered, n.known = hi, n.known|knownUnaltered
	return hi
}

// works returns the class of things that r names by its head noun: line, site,
// box; "" where it names no works.
func (w *Worker) works(r Range) string {
	if n := w.memo.of(r); n.known&knownWorks != 0 {
		return n.works
	}
	class := w.findWorks(r)
	n := w.memo.of(r)
	n.works, n.known = class, n.known|knownWorks
	return class
}
