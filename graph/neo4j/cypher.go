package neo4j

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// What may be wrong with a statement of the user's.
var (
	ErrWrites  = errors.New("the statement would write")
	ErrTooLong = errors.New("the statement ran out of time")
)

// CypherOptions are the bounds within which a statement runs.
type CypherOptions struct {
	Write   bool          // let it change the database
	Timeout time.Duration // 0 for none
	Limit   int           // rows to return at most; 0 for all
}

// CypherRows is the answer to a statement. Values are nil, bool, int64, float64,
// string, []any and map[string]any; a node or an edge is a map of its properties
// with labels or type beside them, dates and times are ISO text.
type CypherRows struct {
	Columns []string // as the statement names them
	Values  [][]any  // by row, then by column
	More    bool     // there were more rows than Limit
	Notes   []string // what the server finds odd about the statement: a label that no node has
}

// Cypher runs one statement. Unless told otherwise it refuses one that writes,
// twice over: the planner is asked what the statement would do before it runs,
// and it runs in a transaction in which the server lets nobody write.
func (s *Store) Cypher(ctx context.Context, query string, params map[string]any, opts CypherOptions) (*CypherRows, error) {
	mode := driver.AccessModeWrite
	if !opts.Write {
		mode = driver.AccessModeRead
	}
	if opts.Timeout > 0 {
		// The server ends the transaction; this is for a server that does not answer.
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, opts.Timeout+5*time.Second)
		defer cancel()
	}
	fail := func(err error) error {
		if opts.Timeout > 0 && ctx.Err() == context.DeadlineExceeded {
			err = context.DeadlineExceeded // the server did not end it in time, or was not heard any more
		}
		return s.explainCypher(err, opts)
	}
	session := s.session(ctx, mode)
	defer session.Close(ctx)
	if !opts.Write {
		if err := s.checkReads(ctx, session, query, params); err != nil {
			return nil, err
		}
	}
	var conf []func(*driver.TransactionConfig)
	if opts.Timeout > 0 {
		conf = append(conf, driver.WithTxTimeout(opts.Timeout))
	}
	// Not a managed transaction: CALL … IN TRANSACTIONS needs one of its own, and a
	// user's write must not run twice.
	result, err := session.Run(ctx, query, params, conf...)
	if err != nil {
		return nil, fail(err)
	}
	out := &CypherRows{}
	if out.Columns, err = result.Keys(); err != nil {
		return nil, fail(err)
	}
	for result.Next(ctx) {
		if opts.Limit > 0 && len(out.Values) == opts.Limit {
			out.More = true
			break
		}
		values := make([]any, len(result.Record().Values))
		for i, v := range result.Record().Values {
			values[i] = plain(v)
		}
		out.Values = append(out.Values, values)
	}
	if err := result.Err(); err != nil {
		return nil, fail(err)
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return nil, fail(err)
	}
	for _, n := range summary.Notifications() {
		if strings.HasPrefix(n.Code(), "Neo.ClientNotification.Statement.Unknown") {
			out.Notes = append(out.Notes, n.Description())
		}
	}
	return out, nil
}

func (s *Store) checkReads(ctx context.Context, session driver.SessionWithContext, query string, params map[string]any) error {
	result, err := session.Run(ctx, explain+query, params)
	if err != nil {
		return s.explainCypher(withoutExplain(err), CypherOptions{})
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return s.explainCypher(withoutExplain(err), CypherOptions{})
	}
	if summary.StatementType() != driver.StatementTypeReadOnly {
		return fmt.Errorf("%w; --write allows it", ErrWrites)
	}
	return nil
}

// explain before a statement asks the server what it would do.
const explain = "EXPLAIN "

// withoutExplain makes the server's message on a mistake speak of the statement
// as the user wrote it: the word before it goes, places in the first line move
// back, and so does the mark under it.
func withoutExplain(err error) error {
	var server *driver.Neo4jError
	if !errors.As(err, &server) {
		return err
	}
	lines := strings.Split(server.Msg, "\n")
	at := strings.LastIndex(lines[0], " (line ")
	var line, column, offset int
	if at >= 0 {
		if n, _ := fmt.Sscanf(lines[0][at:], " (line %d, column %d (offset: %d))", &line, &column, &offset); n == 3 {
			if line == 1 {
				column -= len(explain)
			}
			lines[0] = fmt.Sprintf("%s (line %d, column %d (offset: %d))", lines[0][:at], line, column, offset-len(explain))
		}
	}
	if len(lines) == 3 && strings.HasPrefix(lines[1], `"`+explain) {
		lines[1] = `"` + lines[1][1+len(explain):]
		lines[2] = strings.Replace(lines[2], strings.Repeat(" ", len(explain)), "", 1)
	}
	plain := *server
	plain.Msg = strings.Join(lines, "\n")
	return &plain
}

func (s *Store) explainCypher(err error, opts CypherOptions) error {
	var server *driver.Neo4jError
	switch {
	case err == context.DeadlineExceeded,
		errors.As(err, &server) && strings.HasPrefix(server.Code, "Neo.ClientError.Transaction.TransactionTimedOut"):
		return fmt.Errorf("%w (%v); --timeout gives it more", ErrTooLong, opts.Timeout)
	case errors.As(err, &server) && server.Code == "Neo.ClientError.Statement.AccessMode":
		return fmt.Errorf("%w; --write allows it", ErrWrites)
	case errors.As(err, &server) && strings.HasPrefix(server.Code, "Neo.ClientError.Statement."):
		// A mistake in the statement: the server says where, the address does not matter.
		return fmt.Errorf("cypher: %s", server.Msg)
	}
	return s.explain(err)
}

// plain makes a value of the driver into one that every format can print. The
// store's own properties, which begin with an underscore, are left out.
func plain(v any) any {
	switch v := v.(type) {
	case []any:
		out := make([]any, len(v))
		for i, x := range v {
			out[i] = plain(x)
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(v))
		for k, x := range v {
			out[k] = plain(x)
		}
		return out
	case dbtype.Node:
		labels := make([]any, len(v.Labels))
		for i, l := range v.Labels {
			labels[i] = l
		}
		return entity("labels", labels, v.Props)
	case dbtype.Relationship:
		return entity("type", v.Type, v.Props)
	case dbtype.Path:
		var out []any
		for i, n := range v.Nodes {
			out = append(out, plain(n))
			if i < len(v.Relationships) {
				out = append(out, plain(v.Relationships[i]))
			}
		}
		return out
	case dbtype.Date:
		return v.Time().Format(time.DateOnly)
	case time.Time:
		return v.Format(time.RFC3339Nano)
	case nil, bool, int64, float64, string:
		return v
	case fmt.Stringer:
		return v.String()
	}
	return fmt.Sprint(v)
}

func entity(what string, kind any, values map[string]any) map[string]any {
	out := map[string]any{what: kind}
	for k, x := range values {
		if !strings.HasPrefix(k, "_") {
			out[k] = plain(x)
		}
	}
	return out
}

// ParseParam reads a parameter as it is given on a command line: name=value,
// where value is JSON, or text that is not JSON.
func ParseParam(s string) (name string, value any, err error) {
	name, text, ok := strings.Cut(s, "=")
	if !ok || name == "" {
		return "", nil, fmt.Errorf("--param %s: write NAME=VALUE, for example --param plan=61号 or --param years='[2025,2035]'", s)
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if d.Decode(&value) != nil || d.More() {
		return name, text, nil
	}
	return name, numbers(value), nil
}

// numbers makes JSON's numbers into integers where they are whole.
func numbers(v any) any {
	switch v := v.(type) {
	case json.Number:
		if i, err := v.Int64(); err == nil {
			return i
		}
		f, err := v.Float64()
		if err != nil {
			return v.String()
		}
		return f
	case []any:
		for i := range v {
			v[i] = numbers(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = numbers(v[k])
		}
	}
	return v
}
