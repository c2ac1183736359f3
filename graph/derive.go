package graph

import (
	"cmp"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Derivation is what a store hands over to find what follows from all plans
// together, and where the result goes. It works on streams: a store of any size
// needs memory for its bodies, its citations, the names of what plans share and
// some 40 bytes for each plan that names such a thing; quotes wait in a temporary
// file.
type Derivation struct {
	Naming Naming

	// Plans are the Plan nodes, in any order.
	Plans []Node

	// Cites are all CITES edges with their evidence, in any order; they are read
	// twice.
	Cites iter.Seq2[Edge, error]

	// Uses are the edges of plans (not derived ones) that touch a node of the
	// labels Project, Indicator and Department, sorted by the node's label and id.
	Uses iter.Seq2[Use, error]

	// Patch sets the properties of a shared node; those not named are dropped.
	Patch func(Ref, Props) error

	// Retarget lets a CITES edge end at another node, made if need be; the edge
	// keeps its key. The node that it ended at goes when no plan's edge is left.
	Retarget func(key string, to Node) error

	// Settle is called once, when Cites and Uses are read to their ends and all
	// calls of Patch and Retarget are made: from then on Add may write at once.
	Settle func() error

	// Add writes a derived edge. All earlier ones are gone by then.
	Add func(Edge) error
}

// Use is one plan's edge at a shared node.
type Use struct {
	Node Ref  // the shared node
	Edge Edge // of one plan, with one end at Node
}

// The limits of derived edges. A thing that very many plans name ties none of
// them to another, and would make the graph grow with the square of its plans.
const (
	MaxSharing = 100 // plans that name a thing; beyond, it gives no OVERLAPS_WITH
	maxQuotes  = 20  // quotes on one edge; its count goes on
)

// Run derives: nodes' properties that depend on all plans, citations of plans
// that are in the graph, MEMBER_OF, PART_OF and SUCCEEDED_BY between bodies,
// DEPENDS_ON, OVERLAPS_WITH.
func (d *Derivation) Run() (err error) {
	cited, err := d.citations()
	if err != nil {
		return err
	}
	shared := newOverlaps()
	defer func() {
		if e := shared.close(); err == nil {
			err = e
		}
	}()
	bodies, err := d.uses(shared)
	if err != nil {
		return err
	}
	if err := d.Settle(); err != nil {
		return err
	}
	if err := d.addLinks(cited); err != nil {
		return err
	}
	if err := d.bodies(bodies); err != nil {
		return err
	}
	return shared.edges(d.Add)
}

// link gathers one derived edge between two plans, or a plan and a document.
type link struct {
	edge  EdgeType
	from  Ref
	to    Ref
	via   string
	count int
	items []item
}

// item is one thing that a derived edge rests on.
type item struct {
	what                string
	quote, onQuote      string
	start, line, onLine int
}

type linkKey struct {
	from, to Ref
	via      string
}

func addItem(links map[linkKey]*link, key linkKey, it item) {
	l := links[key]
	if l == nil {
		l = &link{edge: DependsOn, from: key.from, to: key.to, via: key.via}
		links[key] = l
	}
	l.count++
	l.items = append(l.items, it)
	if len(l.items) > 4*maxQuotes { // keep the first, whatever order they came in
		slices.SortFunc(l.items, compareItems)
		l.items = l.items[:maxQuotes]
	}
}

func compareItems(a, b item) int {
	if c := a.start - b.start; c != 0 {
		return c
	}
	return strings.Compare(a.what, b.what)
}

func (d *Derivation) addLinks(links map[linkKey]*link) error {
	keys := slices.SortedFunc(maps.Keys(links), func(a, b linkKey) int {
		if c := strings.Compare(a.from.ID, b.from.ID); c != 0 {
			return c
		}
		if c := strings.Compare(string(a.to.Label)+a.to.ID, string(b.to.Label)+b.to.ID); c != 0 {
			return c
		}
		return strings.Compare(a.via, b.via)
	})
	for _, k := range keys {
		l := links[k]
		slices.SortFunc(l.items, compareItems)
		l.items = l.items[:min(len(l.items), maxQuotes)]
		if err := d.Add(l.derived()); err != nil {
			return err
		}
	}
	return nil
}

// derived makes the edge.
func (l *link) derived() Edge {
	var what, quotes, onQuotes []string
	var lines, onLines []int64
	for _, it := range l.items {
		what = append(what, it.what)
		quotes = append(quotes, it.quote)
		lines = append(lines, int64(it.line))
		onQuotes = append(onQuotes, it.onQuote)
		onLines = append(onLines, int64(it.onLine))
	}
	p := Props{{"via", l.via}, {"count", int64(l.count)}, {"what", what}, {"quotes", quotes}, {"lines", lines}}
	if l.edge == OverlapsWith {
		p = append(p, Prop{"on_quotes", onQuotes}, Prop{"on_lines", onLines})
	}
	return Edge{Key: EdgeKey(l.edge, l.from, l.to, "", l.via, 0), Type: l.edge, From: l.from, To: l.to, Props: p}
}

// citations lets each CITES edge end at the plan that it means, if that is in
// the graph, else at a document, and gathers DEPENDS_ON of them.
func (d *Derivation) citations() (map[linkKey]*link, error) {
	resolve := newResolver(d.Plans)
	numbers, err := d.numbers()
	if err != nil {
		return nil, err
	}
	links := map[linkKey]*link{}
	type doc struct {
		node  Node
		kind  string
		names map[string]bool
		first firstUse
	}
	docs := map[Ref]*doc{}
	for e, err := range d.Cites {
		if err != nil {
			return nil, err
		}
		title, number := e.Props.Text("title"), e.Props.Text("document_number")
		to := CitedDocument(title, cmp.Or(number, numbers[Canonical(title)]))
		if id := resolve.plan(title, number, e.Plan); id != "" {
			to = Node{Ref: Ref{Plan, id}}
		}
		if to.Ref != e.To {
			if err := d.Retarget(e.Key, to); err != nil {
				return nil, err
			}
		}
		kind := e.Props.Text("kind")
		if to.Label == Document {
			r := docs[to.Ref]
			if r == nil {
				r = &doc{node: to, names: map[string]bool{}}
				docs[to.Ref] = r
			}
			r.names[title] = true
			if kind != "" && r.first.before(&e) {
				r.kind = kind
			}
		}
		via := "citation"
		if e.Evidence != nil && strings.HasPrefix(e.Evidence.Rule, "citation.coordination") {
			via = "coordination"
		}
		from := Ref{Plan, e.Plan}
		if e.Evidence != nil && from != to.Ref && (to.Label == Plan || kind == "plan") {
			addItem(links, linkKey{from, to.Ref, via},
				item{what: title, quote: e.Evidence.Quote, start: e.Evidence.Start, line: e.Evidence.Line})
		}
	}
	for _, ref := range slices.SortedFunc(maps.Keys(docs), compareRefs) {
		r := docs[ref]
		p := props{r.node.Props}
		p.text("kind", r.kind)
		p.list("aliases", aliases(r.names, r.node.Props.Text("title")))
		if err := d.Patch(ref, p.Props); err != nil {
			return nil, err
		}
	}
	return links, nil
}

// numbers are the document numbers of titles that are cited with one. A citation
// without one means the same document, unless two of them have the title.
func (d *Derivation) numbers() (map[string]string, error) {
	out := map[string]string{}
	for e, err := range d.Cites {
		if err != nil {
			return nil, err
		}
		number := e.Props.Text("document_number")
		if number == "" {
			continue
		}
		title := Canonical(e.Props.Text("title"))
		if other, twice := out[title]; twice && Canonical(other) != Canonical(number) {
			number = "" // and stays so, whatever comes
		}
		out[title] = number
	}
	return out, nil
}

func compareRefs(a, b Ref) int {
	if c := strings.Compare(string(a.Label), string(b.Label)); c != 0 {
		return c
	}
	return strings.Compare(a.ID, b.ID)
}

// firstUse finds the earliest of several edges, by plan and place.
type firstUse struct {
	plan  string
	start int
	key   string
	set   bool
}

// before reports whether e comes before all that it was asked for before.
func (f *firstUse) before(e *Edge) bool {
	start := 0
	if e.Evidence != nil {
		start = e.Evidence.Start
	}
	if f.set {
		c := strings.Compare(e.Plan, f.plan)
		if c == 0 {
			c = start - f.start
		}
		if c == 0 {
			c = strings.Compare(e.Key, f.key)
		}
		if c >= 0 {
			return false
		}
	}
	*f = firstUse{e.Plan, start, e.Key, true}
	return true
}

// aliases are the other forms of a name, sorted.
func aliases(names map[string]bool, name string) []string {
	var out []string
	for n := range names {
		if n != "" && n != name {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}

// group is one shared node with all its uses.
type group struct {
	ref                         Ref
	names                       map[string]bool
	kind, status, level         string
	firstKind, firstStat, first firstUse
	plans                       map[string]*planUse
	crowded                     bool // more than MaxSharing plans; they are no longer kept
}

// planUse is the first statement of a plan that ties it to others.
type planUse struct {
	first    firstUse
	evidence *Evidence
}

// uses patches the shared nodes and gathers the bodies and what plans share.
func (d *Derivation) uses(shared *overlaps) (bodies []string, err error) {
	var g *group
	flush := func() error {
		if g == nil {
			return nil
		}
		name, _ := SplitID(g.ref.ID)
		var p props
		switch g.ref.Label {
		case Department:
			bodies = append(bodies, g.ref.ID)
			return d.Patch(g.ref, bodyPatch(d.Naming.Describe(g.ref.ID), name, g))
		case Project:
			p.text("name", name)
			p.text("kind", g.kind)
			p.text("status", g.status)
		case Indicator:
			name = g.ref.ID
			if i := strings.LastIndexByte(name, '|'); i >= 0 { // a node that is not ours may have none
				name = name[:i]
				p.text("unit_family", g.ref.ID[i+1:])
			}
			p.text("name", name)
		}
		p.list("aliases", aliases(g.names, name))
		if err := shared.add(g, name); err != nil {
			return err
		}
		return d.Patch(g.ref, p.Props)
	}
	for u, err := range d.Uses {
		if err != nil {
			return nil, err
		}
		if g == nil || g.ref != u.Node {
			if err := flush(); err != nil {
				return nil, err
			}
			g = &group{ref: u.Node, names: map[string]bool{}, plans: map[string]*planUse{}}
		}
		g.add(u.Edge)
	}
	return bodies, flush()
}

func (g *group) add(e Edge) {
	g.names[e.Props.Text("as_written")] = true
	if v := e.Props.Text("kind"); v != "" && g.firstKind.before(&e) {
		g.kind = v
	}
	if v := e.Props.Text("status"); v != "" && g.firstStat.before(&e) {
		g.status = v
	}
	if v := e.Props.Text("level"); v != "" && g.first.before(&e) {
		g.level = v
	}
	if g.crowded || e.Type != Lists && !(e.Type == Measures && e.From.Label == Target) {
		return
	}
	u := g.plans[e.Plan]
	if u == nil {
		u = &planUse{}
		g.plans[e.Plan] = u
		if len(g.plans) > MaxSharing {
			g.crowded, g.plans = true, nil
			return
		}
	}
	if u.first.before(&e) {
		u.evidence = e.Evidence
	}
}

func bodyPatch(b Body, name string, g *group) Props {
	var p props
	p.text("name", name)
	p.text("short_name", b.ShortName)
	level := b.Level
	if level == "" {
		level = g.level
	}
	p.text("level", level)
	p.text("kind", b.Kind)
	p.text("region", b.Region)
	p.date("valid_from", string(b.ValidFrom))
	p.date("valid_to", string(b.ValidTo))
	p.list("aliases", aliases(g.names, name))
	return p.Props
}

// bodies ties bodies to the collectives and classes that they belong to, the
// body above them and the body that took over; only to such as are in the graph.
func (d *Derivation) bodies(ids []string) error {
	there := make(map[string]bool, len(ids))
	for _, id := range ids {
		there[id] = true
	}
	done := map[string]bool{}
	add := func(t EdgeType, from, to string, p Props) error {
		key := EdgeKey(t, Ref{Department, from}, Ref{Department, to}, "", "", 0)
		if from == to || !there[from] || !there[to] || done[key] {
			return nil
		}
		done[key] = true
		return d.Add(Edge{Key: key, Type: t, From: Ref{Department, from}, To: Ref{Department, to}, Props: p})
	}
	for _, id := range ids {
		b := d.Naming.Describe(id)
		for _, m := range b.Members {
			if d.Naming.Describe(m).Kind == "class" {
				continue // the plan itself states these
			}
			if err := add(MemberOf, m, id, nil); err != nil {
				return err
			}
		}
		for _, c := range b.Classes {
			if err := add(MemberOf, id, c, nil); err != nil {
				return err
			}
		}
		if b.Above != "" {
			if err := add(PartOf, id, b.Above, nil); err != nil {
				return err
			}
		}
		for _, s := range b.Successors {
			var p props
			p.date("on", string(s.On))
			if err := add(SucceededBy, id, s.ID, p.Props); err != nil {
				return err
			}
		}
	}
	return nil
}

// resolver finds the plan in the graph that a citation means: by its number,
// else by a title that only one plan has. A plan with another number than the
// one cited is another document; one without any may be the one.
type resolver struct {
	byNumber map[string]string
	byTitle  map[string]string // "" when several plans have it
	undated  map[string]string // by the title without its period
	numbered map[string]bool   // plans by id
}

func newResolver(plans []Node) *resolver {
	r := &resolver{map[string]string{}, map[string]string{}, map[string]string{}, map[string]bool{}}
	enter := func(titles map[string]string, t, id string) {
		if other, twice := titles[t]; twice && other != id {
			id = ""
		}
		titles[t] = id
	}
	for _, p := range plans {
		if n := Canonical(p.Props.Text("document_number")); n != "" {
			r.byNumber[n] = p.ID
			r.numbered[p.ID] = true
		}
		if t := plainTitle(p.Props.Text("title")); t != "" {
			enter(r.byTitle, t, p.ID)
			enter(r.undated, withoutPeriod(t), p.ID)
		}
	}
	return r
}

func (r *resolver) plan(title, number, citing string) string {
	if id := r.byNumber[Canonical(number)]; id != "" {
		return id
	}
	t := plainTitle(title)
	id, ok := r.byTitle[t]
	if !ok { // 《甲行动方案》 for 甲行动方案(2022—2024年); a title with another period is another plan's
		id = r.undated[t]
	}
	if id != citing && (number == "" || !r.numbered[id]) {
		return id
	}
	return ""
}

// periodBehind is a bracket with a year at the end of a title, whose forms Canonical has folded.
var periodBehind = regexp.MustCompile(`\([^()]*\d{4}[^()]*\)$`)

// withoutPeriod takes the bracket with years from the end of a title.
func withoutPeriod(title string) string {
	if at := periodBehind.FindStringIndex(title); at != nil && at[0] > 0 {
		return title[:at[0]]
	}
	return title
}

// plainTitle takes the covering circular's words from a title: 省政府关于印发
// 甲规划的通知 is 甲规划.
func plainTitle(title string) string {
	t := Canonical(title)
	for _, verb := range []string{"关于印发", "关于转发", "关于公布"} {
		if i := strings.Index(t, verb); i >= 0 {
			return strings.TrimSuffix(t[i+len(verb):], "的通知")
		}
	}
	return t
}
