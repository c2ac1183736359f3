package graph

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
)

// overlaps finds the plans that share projects and indicators. Pairs of plans
// are many more than uses, so none is kept: only the uses are, without their
// quotes, and each plan's pairs are made of them in turn and handed on.
type overlaps struct {
	ids    []string // plans in the order met
	number map[string]int32
	head   []int32 // per plan: its last place, -1 for none
	things []thing
	places []place
	quotes spool
}

// thing is a project or an indicator that several plans name.
type thing struct {
	name string
	via  string
	end  int32 // where its places end, in the order of their plans' ids
}

// place is where a plan first names a thing.
type place struct {
	start       int   // in the plan's text
	quote       int64 // where the quote begins in the spool
	size        int32 // of the quote, in bytes
	line        int32
	plan, thing int32
	next        int32 // the plan's place before this one, -1 for none
}

// pair is a thing that two plans share, as the places of both.
type pair struct{ from, to int32 }

type neighbour struct {
	plan int32
	via  string
}

func newOverlaps() *overlaps { return &overlaps{number: map[string]int32{}} }

func (o *overlaps) close() error { return o.quotes.close() }

// add takes a thing with each plan's first statement of it.
func (o *overlaps) add(g *group, name string) error {
	if g.crowded || len(g.plans) < 2 {
		return nil
	}
	t := thing{name: name, via: "project"}
	if g.ref.Label == Indicator {
		t.via = "indicator"
	}
	for _, id := range slices.Sorted(maps.Keys(g.plans)) {
		v := g.plans[id].evidence
		if v == nil {
			continue
		}
		at, err := o.quotes.add(v.Quote)
		if err != nil {
			return err
		}
		n, ok := o.number[id]
		if !ok {
			n = int32(len(o.ids))
			o.number[id] = n
			o.ids = append(o.ids, id)
			o.head = append(o.head, -1)
		}
		o.places = append(o.places, place{plan: n, thing: int32(len(o.things)), next: o.head[n],
			start: v.Start, line: int32(v.Line), size: int32(len(v.Quote)), quote: at})
		o.head[n] = int32(len(o.places) - 1)
	}
	t.end = int32(len(o.places))
	o.things = append(o.things, t)
	return nil
}

// edges calls add with OVERLAPS_WITH of all pairs, by both plans' ids and by what
// they share. An edge goes from the plan of the smaller id.
func (o *overlaps) edges(add func(Edge) error) error {
	order := make([]int32, len(o.ids))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(o.ids[a], o.ids[b]) })
	for _, from := range order {
		shared := map[neighbour][]pair{}
		for at := o.head[from]; at >= 0; at = o.places[at].next {
			t := o.things[o.places[at].thing]
			for other := at + 1; other < t.end; other++ {
				k := neighbour{o.places[other].plan, t.via}
				shared[k] = append(shared[k], pair{at, other})
			}
		}
		keys := slices.SortedFunc(maps.Keys(shared), func(a, b neighbour) int {
			if c := strings.Compare(o.ids[a.plan], o.ids[b.plan]); c != 0 {
				return c
			}
			return strings.Compare(a.via, b.via)
		})
		mine := map[int32]string{} // quotes of this plan, one for many neighbours
		for _, k := range keys {
			e, err := o.edge(Ref{Plan, o.ids[from]}, k, shared[k], mine)
			if err != nil {
				return err
			}
			if err := add(e); err != nil {
				return err
			}
		}
	}
	return nil
}

func (o *overlaps) edge(from Ref, k neighbour, pairs []pair, mine map[int32]string) (Edge, error) {
	slices.SortFunc(pairs, o.compare)
	l := link{edge: OverlapsWith, from: from, to: Ref{Plan, o.ids[k.plan]}, via: k.via, count: len(pairs)}
	for _, p := range pairs[:min(len(pairs), maxQuotes)] {
		x, y := o.places[p.from], o.places[p.to]
		quote, ok := mine[p.from]
		if !ok {
			var err error
			if quote, err = o.quotes.read(x.quote, x.size); err != nil {
				return Edge{}, err
			}
			mine[p.from] = quote
		}
		on, err := o.quotes.read(y.quote, y.size)
		if err != nil {
			return Edge{}, err
		}
		l.items = append(l.items, item{what: o.things[x.thing].name, quote: quote, line: int(x.line), onQuote: on, onLine: int(y.line)})
	}
	return l.derived(), nil
}

// compare orders by place in the first plan, then in the second, then by name and
// id of the thing.
func (o *overlaps) compare(a, b pair) int {
	x, y := o.places[a.from], o.places[b.from]
	if c := x.start - y.start; c != 0 {
		return c
	}
	if c := o.places[a.to].start - o.places[b.to].start; c != 0 {
		return c
	}
	if c := strings.Compare(o.things[x.thing].name, o.things[y.thing].name); c != 0 {
		return c
	}
	return int(x.thing) - int(y.thing)
}

// spool keeps texts out of memory, in a temporary file.
type spool struct {
	file *os.File
	w    *bufio.Writer
	size int64
}

// add returns where the text begins.
func (s *spool) add(text string) (int64, error) {
	if s.file == nil {
		f, err := os.CreateTemp("", "plangraph-*.quotes")
		if err != nil {
			return 0, s.explain(err)
		}
		os.Remove(f.Name()) // nothing stays if we are killed; on Windows it goes on closing
		s.file, s.w = f, bufio.NewWriterSize(f, 1<<16)
	}
	at := s.size
	s.size += int64(len(text))
	_, err := s.w.WriteString(text)
	return at, s.explain(err)
}

func (s *spool) read(at int64, size int32) (string, error) {
	if size == 0 {
		return "", nil
	}
	if err := s.w.Flush(); err != nil { // costs nothing when all is written
		return "", s.explain(err)
	}
	text := make([]byte, size)
	_, err := s.file.ReadAt(text, at)
	return string(text), s.explain(err)
}

func (s *spool) close() error {
	if s.file == nil {
		return nil
	}
	if err := s.file.Close(); err != nil {
		return s.explain(err)
	}
	if err := os.Remove(s.file.Name()); !errors.Is(err, fs.ErrNotExist) {
		return s.explain(err)
	}
	return nil
}

func (s *spool) explain(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("temporary file for quotes in %s: %w; make room there or set TMPDIR to another folder", os.TempDir(), err)
}
