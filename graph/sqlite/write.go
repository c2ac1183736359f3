package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"plangraph/graph"
)

// rowsAtOnce is how many rows one INSERT takes: enough to hide the cost of a
// call, well under SQLite's limit on parameters.
const rowsAtOnce = 64

// Replace writes plans in one transaction; see graph.Store.
func (s *Store) Replace(ctx context.Context, plans []graph.PlanGraph) error {
	return s.change(ctx, func(w *writer) error {
		for i := range plans {
			if err := w.clear(plans[i].ID, true); err != nil {
				return err
			}
			if err := w.put(&plans[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// Remove takes a plan out; see graph.Store.
func (s *Store) Remove(ctx context.Context, plan string) error {
	return s.change(ctx, func(w *writer) error {
		var n int
		if err := w.tx.QueryRowContext(ctx, "SELECT count(*) FROM stamp WHERE plan = ?", plan).Scan(&n); err != nil {
			return err
		}
		if n == 0 {
			return fmt.Errorf("%w: %s; see them with: plangraph query plans", graph.ErrNoPlan, plan)
		}
		if err := w.release(plan); err != nil {
			return err
		}
		return w.clear(plan, false)
	})
}

// change runs f in a transaction that takes the write lock at once, removes the
// nodes that nothing holds any more, and marks the derived edges as out of date.
func (s *Store) change(ctx context.Context, f func(*writer) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return s.explain(err)
	}
	defer tx.Rollback()
	w, err := newWriter(ctx, tx)
	if err != nil {
		return s.explain(err)
	}
	if err := f(w); err != nil {
		return s.explain(err)
	}
	if err := w.sweep(); err != nil {
		return s.explain(err)
	}
	if err := w.exec("UPDATE meta SET value = '0' WHERE key = 'derived'"); err != nil {
		return s.explain(err)
	}
	return s.explain(tx.Commit())
}

// writer is one transaction.
type writer struct {
	ctx   context.Context
	tx    *sql.Tx
	stmts map[string]*sql.Stmt

	nid, eid, vid int64 // the last ones given out
	buf           []byte

	node, edge, evidence *batch
	quotes, names        wordRows
	made                 map[graph.Ref]int64 // shared nodes that this transaction inserted
}

func newWriter(ctx context.Context, tx *sql.Tx) (*writer, error) {
	w := &writer{ctx: ctx, tx: tx, stmts: map[string]*sql.Stmt{}, made: map[graph.Ref]int64{}}
	err := tx.QueryRowContext(ctx, `SELECT coalesce((SELECT max(nid) FROM node), 0), coalesce((SELECT max(eid) FROM edge), 0),
		coalesce((SELECT max(vid) FROM evidence), 0)`).Scan(&w.nid, &w.eid, &w.vid)
	if err != nil {
		return nil, err
	}
	w.node = w.batch("INSERT INTO node (nid, label, id, name, plan, props) VALUES ", 6)
	w.edge = w.batch("INSERT INTO edge (eid, key, type, src, dst, plan, evidence, props) VALUES ", 8)
	w.evidence = w.batch(`INSERT INTO evidence (vid, plan, section, quote, start, "end", line, rule, confidence) VALUES `, 9)
	w.quotes.table, w.names.table = "quote_words", "name_words"
	// Nodes that lost an edge in this transaction. It lives in memory and is
	// emptied first: a connection serves many transactions.
	if err := w.exec("CREATE TEMP TABLE IF NOT EXISTS touched (nid INTEGER PRIMARY KEY)"); err != nil {
		return nil, err
	}
	return w, w.exec("DELETE FROM temp.touched")
}

// exec runs a statement, prepared once in the transaction.
func (w *writer) exec(text string, args ...any) error {
	st, err := w.prepare(text)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(w.ctx, args...)
	return err
}

func (w *writer) prepare(text string) (*sql.Stmt, error) {
	if st := w.stmts[text]; st != nil {
		return st, nil
	}
	st, err := w.tx.PrepareContext(w.ctx, text)
	if err != nil {
		return nil, fmt.Errorf("%w (in %.60s…)", err, text)
	}
	w.stmts[text] = st
	return st, nil
}

// batch gathers rows for INSERT statements of many rows.
type batch struct {
	w     *writer
	head  string
	width int
	args  []any
}

func (w *writer) batch(head string, width int) *batch { return &batch{w: w, head: head, width: width} }

func (b *batch) add(values ...any) error {
	b.args = append(b.args, values...)
	if len(b.args) == rowsAtOnce*b.width {
		return b.flush()
	}
	return nil
}

func (b *batch) flush() error {
	rows := len(b.args) / b.width
	if rows == 0 {
		return nil
	}
	row := "(" + strings.Repeat("?,", b.width-1) + "?)"
	var err error
	if rows == rowsAtOnce {
		err = b.w.exec(b.head+strings.Repeat(row+",", rows-1)+row, b.args...)
	} else {
		for i := 0; i < len(b.args) && err == nil; i += b.width {
			err = b.w.exec(b.head+row, b.args[i:i+b.width]...)
		}
	}
	b.args = b.args[:0]
	return err
}

// wordRows gathers rows of a full-text table as a JSON object. They go in by
// one statement at the end: each statement of many rows makes FTS5 write out
// what it has gathered so far, as a segment of its own.
type wordRows struct {
	table string
	json  []byte
	words []byte
}

// maxWords bounds the memory of wordRows, in bytes.
const maxWords = 8 << 20

func (r *wordRows) add(w *writer, rowid int64, text string) error {
	if r.words = appendWords(r.words[:0], text); len(r.words) == 0 {
		return nil
	}
	r.json = append(r.json, ',', '"')
	r.json = strconv.AppendInt(r.json, rowid, 10)
	r.json = append(r.json, '"', ':', '"') // words are letters, digits and spaces: nothing to escape
	r.json = append(r.json, r.words...)
	r.json = append(r.json, '"')
	if len(r.json) > maxWords {
		return r.flush(w)
	}
	return nil
}

func (r *wordRows) flush(w *writer) error {
	if len(r.json) == 0 {
		return nil
	}
	r.json[0] = '{'
	r.json = append(r.json, '}')
	err := w.exec("INSERT INTO "+r.table+" (rowid, words) SELECT CAST(key AS INTEGER), value FROM json_each(?)", string(r.json))
	r.json = r.json[:0]
	return err
}

// clear takes out what a plan states. With keep its Plan node stays, because
// other plans' citations may end there.
func (w *writer) clear(plan string, keep bool) error {
	if err := w.flush(); err != nil {
		return err
	}
	steps := []string{
		`INSERT OR IGNORE INTO temp.touched SELECT n.nid FROM edge e JOIN node n ON n.nid IN (e.src, e.dst) WHERE e.plan = ?1 AND n.plan IS NULL`,
		`DELETE FROM quote_words WHERE rowid IN (SELECT vid FROM evidence WHERE plan = ?1)`,
		`DELETE FROM evidence WHERE plan = ?1`,
		`DELETE FROM edge WHERE plan = ?1`,
		`DELETE FROM edge WHERE plan IS NULL AND src IN (SELECT nid FROM node WHERE label = 'Plan' AND id = ?1)`,
		`DELETE FROM edge WHERE plan IS NULL AND dst IN (SELECT nid FROM node WHERE label = 'Plan' AND id = ?1)`,
		`DELETE FROM name_words WHERE rowid IN (SELECT nid FROM node WHERE plan = ?1)`,
		`DELETE FROM node WHERE plan = ?1 AND label <> 'Plan'`,
		`DELETE FROM stamp WHERE plan = ?1`,
	}
	if !keep {
		steps = append(steps, `DELETE FROM node WHERE plan = ?1`)
	}
	for _, step := range steps {
		if err := w.exec(step, plan); err != nil {
			return err
		}
	}
	return nil
}

// release lets other plans' citations of a plan that goes end at a document.
func (w *writer) release(plan string) error {
	rows, err := w.tx.QueryContext(w.ctx, `SELECT e.key, e.props->>'title', coalesce(e.props->>'document_number', '')
		FROM edge e JOIN node p ON p.nid = e.dst WHERE p.label = 'Plan' AND p.id = ?1 AND e.type = 'CITES' AND e.plan <> ?1`, plan)
	if err != nil {
		return err
	}
	defer rows.Close()
	type cite struct{ key, title, number string }
	var cites []cite
	for rows.Next() {
		var c cite
		if err := rows.Scan(&c.key, &c.title, &c.number); err != nil {
			return err
		}
		cites = append(cites, c)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, c := range cites {
		if err := w.retarget(c.key, graph.CitedDocument(c.title, c.number)); err != nil {
			return err
		}
	}
	return nil
}

// retarget lets a CITES edge end at another node.
func (w *writer) retarget(key string, to graph.Node) error {
	nid, err := w.shared(to)
	if err != nil {
		return err
	}
	if err := w.flush(); err != nil {
		return err
	}
	const cites = "type = 'CITES' AND key = ?1"
	if err := w.exec("INSERT OR IGNORE INTO temp.touched SELECT n.nid FROM edge e JOIN node n ON n.nid = e.dst WHERE e."+cites+" AND n.plan IS NULL", key); err != nil {
		return err
	}
	return w.exec("UPDATE edge SET dst = ?2 WHERE "+cites, key, nid)
}

// sweep removes the touched nodes that no plan's edge holds.
func (w *writer) sweep() error {
	if err := w.flush(); err != nil {
		return err
	}
	if err := w.flushWords(); err != nil {
		return err
	}
	for _, step := range []string{
		`DELETE FROM temp.touched WHERE EXISTS (SELECT 1 FROM edge e WHERE e.src = nid AND e.plan IS NOT NULL)
		   OR EXISTS (SELECT 1 FROM edge e WHERE e.dst = nid AND e.plan IS NOT NULL)`,
		`DELETE FROM edge WHERE src IN (SELECT nid FROM temp.touched)`,
		`DELETE FROM edge WHERE dst IN (SELECT nid FROM temp.touched)`,
		`DELETE FROM name_words WHERE rowid IN (SELECT nid FROM temp.touched)`,
		`DELETE FROM node WHERE nid IN (SELECT nid FROM temp.touched)`,
		`DELETE FROM temp.touched`,
	} {
		if err := w.exec(step); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) flush() error {
	for _, b := range []*batch{w.node, w.edge, w.evidence} {
		if err := b.flush(); err != nil {
			return err
		}
	}
	return nil
}

// flushWords writes the full text; rows may stay behind until then.
func (w *writer) flushWords() error {
	if err := w.quotes.flush(w); err != nil {
		return err
	}
	return w.names.flush(w)
}

// find returns a node's nid, 0 when it is not there.
func (w *writer) find(ref graph.Ref) (int64, error) {
	st, err := w.prepare("SELECT nid FROM node WHERE label = ? AND id = ?")
	if err != nil {
		return 0, err
	}
	var nid int64
	err = st.QueryRowContext(w.ctx, string(ref.Label), ref.ID).Scan(&nid)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return nid, err
}

// shared returns the nid of a node that may be there already, and makes it else.
func (w *writer) shared(n graph.Node) (int64, error) {
	if nid := w.made[n.Ref]; nid != 0 {
		return nid, nil
	}
	nid, err := w.find(n.Ref)
	if err != nil || nid != 0 {
		return nid, err
	}
	nid, err = w.insert(n, nil)
	w.made[n.Ref] = nid
	return nid, err
}

func (w *writer) insert(n graph.Node, plan any) (int64, error) {
	w.nid++
	w.buf = appendProps(w.buf[:0], n.Props)
	name := n.Props.Text(n.Label.Title())
	if err := w.node.add(w.nid, string(n.Label), n.ID, orNull(name), plan, string(w.buf)); err != nil {
		return 0, err
	}
	return w.nid, w.names.add(w, w.nid, name)
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// put writes a plan of which nothing is there but, it may be, its Plan node.
func (w *writer) put(g *graph.PlanGraph) error {
	nids := make(map[graph.Ref]int64, len(g.Nodes))
	for _, n := range g.Nodes {
		nid, err := w.putNode(n, g.ID)
		if err != nil {
			return err
		}
		nids[n.Ref] = nid
	}
	sections := make(map[graph.Ref]int64) // of tasks, for evidence of edges that do not start at a section
	for i := range g.Edges {
		if e := &g.Edges[i]; e.Type == graph.HasTask {
			sections[e.To] = nids[e.From]
		}
	}
	vids := make(map[graph.Evidence]int64)
	quoted := make(map[[2]int]bool)
	for i := range g.Edges {
		e := &g.Edges[i]
		from, to := nids[e.From], nids[e.To]
		if from == 0 || to == 0 {
			return fmt.Errorf("plan %s: edge %s %s → %s ends at a node that is not there", g.ID, e.Type, e.From.ID, e.To.ID)
		}
		var vid any
		if e.Evidence != nil {
			id := vids[*e.Evidence]
			if id == 0 {
				w.vid++
				id = w.vid
				vids[*e.Evidence] = id
				v := e.Evidence
				var section any
				if e.From.Label == graph.Section {
					section = from
				} else if s := sections[e.To]; s != 0 {
					section = s
				}
				if err := w.evidence.add(id, g.ID, section, v.Quote, v.Start, v.End, v.Line, orNull(v.Rule), orNull(v.Confidence)); err != nil {
					return err
				}
				if span := [2]int{v.Start, v.End}; !quoted[span] {
					quoted[span] = true
					if err := w.quotes.add(w, id, v.Quote); err != nil {
						return err
					}
				}
			}
			vid = id
		}
		if err := w.putEdge(e, from, to, g.ID, vid); err != nil {
			return err
		}
	}
	return w.exec("INSERT INTO stamp VALUES (?, ?, ?)", g.ID, g.Source, g.Stamp)
}

func (w *writer) putNode(n graph.Node, plan string) (int64, error) {
	switch {
	case n.Label.Shared():
		return w.shared(n)
	case n.Label == graph.Plan:
		nid, err := w.find(n.Ref)
		if err != nil {
			return 0, err
		}
		if nid != 0 {
			w.buf = appendProps(w.buf[:0], n.Props)
			name := n.Props.Text("title")
			if err := w.exec("UPDATE node SET name = ?, props = ? WHERE nid = ?", orNull(name), string(w.buf), nid); err != nil {
				return 0, err
			}
			return nid, w.names.add(w, nid, name)
		}
	}
	return w.insert(n, plan)
}

func (w *writer) putEdge(e *graph.Edge, from, to int64, plan, vid any) error {
	w.eid++
	props := "{}"
	if len(e.Props) > 0 {
		w.buf = appendProps(w.buf[:0], e.Props)
		props = string(w.buf)
	}
	return w.edge.add(w.eid, e.Key, string(e.Type), from, to, plan, vid, props)
}
