// Package neo4j keeps the graph in a Neo4j server, community edition 5 or
// later, without plugins.
package neo4j

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"plangraph/graph"
)

// Config says which server and database, and who asks.
type Config struct {
	URI      string // neo4j, neo4j+s, neo4j+ssc, bolt, bolt+s or bolt+ssc://[USER@]HOST[:PORT]
	Username string
	Password string // never part of a message
	Database string // "" is the user's home database

	// Patience bounds how long a write is retried, and how long it may wait for
	// a lock that another client holds. Zero is five minutes.
	Patience time.Duration
}

// IsURI reports whether a store's name is one that Open takes.
func IsURI(name string) bool {
	scheme, _, ok := strings.Cut(name, "://")
	if !ok {
		return false
	}
	switch scheme {
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
		return true
	}
	return false
}

// FromEnv makes a Config from a store's name ("" for the one that NEO4J_URI
// names) and the variables NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and
// NEO4J_DATABASE, which are those of Aura's credential files. A user in the name
// goes before the variable; a password in it is refused, because command lines
// are seen by others. An empty Password means that it must be asked for.
func FromEnv(name string, getenv func(string) string) (Config, error) {
	if name == "" {
		name = getenv("NEO4J_URI")
	}
	if !IsURI(name) {
		return Config{}, fmt.Errorf("%q is no Neo4j address; write neo4j://USER@HOST:7687 (or neo4j+s://, bolt://, …)", name)
	}
	u, err := url.Parse(name)
	if err != nil {
		return Config{}, errors.New("the Neo4j address cannot be read; write neo4j://USER@HOST:7687") // err would show a password
	}
	if _, has := u.User.Password(); has {
		return Config{}, errors.New("a password in the address is seen by everybody on this machine; put it into NEO4J_PASSWORD")
	}
	c := Config{Username: u.User.Username(), Password: getenv("NEO4J_PASSWORD"), Database: getenv("NEO4J_DATABASE")}
	if c.Username == "" {
		c.Username = getenv("NEO4J_USERNAME")
	}
	if c.Username == "" {
		c.Username = "neo4j"
	}
	if u.Hostname() == "" {
		return Config{}, fmt.Errorf("%q names no host; write neo4j://USER@HOST:7687", name)
	}
	if u.Port() == "" {
		u.Host += ":7687"
	}
	u.User = nil
	c.URI = u.String()
	return c, nil
}

// Store is the graph in a Neo4j database. It is safe for concurrent use.
type Store struct {
	driver   driver.DriverWithContext
	database string
	uri      string
	patience time.Duration

	// bookmarks carry what this process wrote to what it reads next, also where a
	// cluster answers from another member.
	bookmarks driver.BookmarkManager
}

var _ graph.Store = (*Store)(nil)

// Open connects and makes sure that the constraints and indexes are there. A
// database that holds other data than plangraph's is taken too: labels and types
// that docs/neo4j.md tells of are the only ones that are touched.
func Open(ctx context.Context, c Config) (*Store, error) {
	s, err := connect(ctx, c)
	if err != nil {
		return nil, err
	}
	if err := s.prepare(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// OpenReadOnly connects and writes nothing, not even the constraints.
func OpenReadOnly(ctx context.Context, c Config) (*Store, error) {
	s, err := connect(ctx, c)
	if err != nil {
		return nil, err
	}
	there, err := s.check(ctx)
	if err == nil && !there {
		err = fmt.Errorf("%s: %w: nothing was built there yet; run: plangraph build FILE --store %s", s.uri, graph.ErrNotThere, s.uri)
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func connect(ctx context.Context, c Config) (*Store, error) {
	if c.Patience == 0 {
		c.Patience = 5 * time.Minute
	}
	d, err := driver.NewDriverWithContext(c.URI, driver.BasicAuth(c.Username, c.Password, ""), func(conf *config.Config) {
		conf.MaxTransactionRetryTime = c.Patience
		conf.SocketConnectTimeout = 10 * time.Second
		conf.UserAgent = "plangraph"
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.URI, err)
	}
	s := &Store{driver: d, database: c.Database, uri: c.URI, patience: c.Patience,
		bookmarks: driver.NewBookmarkManager(driver.BookmarkManagerConfig{})}
	// One plain question, because VerifyConnectivity does not look at the database.
	session := s.session(ctx, driver.AccessModeRead)
	defer session.Close(ctx)
	if _, err := run(ctx, session, "RETURN 1", nil); err != nil {
		explained := s.explain(err)
		var known *storeError
		if !errors.As(explained, &known) && !driver.IsNeo4jError(err) && ctx.Err() == nil {
			explained = s.wrap(ErrNoServer, fmt.Sprintf("what answers there is something else (%v); Bolt is on port 7687", err), err)
		}
		return nil, errors.Join(explained, d.Close(ctx))
	}
	info, err := d.GetServerInfo(ctx)
	if err == nil && tooOld(info.Agent()) {
		err = s.wrap(ErrOldServer, fmt.Sprintf("it is %s; plangraph needs Neo4j %d.%d or later (docker-compose.yml starts one)", info.Agent(), oldest[0], oldest[1]), nil)
	}
	if err != nil {
		return nil, errors.Join(s.explain(err), d.Close(ctx))
	}
	return s, nil
}

// oldest is the first version of Neo4j with uniqueness constraints on
// relationships (https://neo4j.com/docs/cypher-manual/5/deprecations-additions-removals-compatibility/, 5.7).
var oldest = [2]int{5, 7}

// tooOld reads what a server calls itself: Neo4j/5.26.16. Another product or
// another way to write the version is not held against it.
func tooOld(agent string) bool {
	var major, minor int
	if n, _ := fmt.Sscanf(agent, "Neo4j/%d.%d", &major, &minor); n != 2 {
		return false
	}
	return major < oldest[0] || major == oldest[0] && minor < oldest[1]
}

// Close ends the connections.
func (s *Store) Close() error { return s.driver.Close(context.Background()) }

func (s *Store) session(ctx context.Context, mode driver.AccessMode) driver.SessionWithContext {
	return s.driver.NewSession(ctx, driver.SessionConfig{
		AccessMode: mode, DatabaseName: s.database, BookmarkManager: s.bookmarks, FetchSize: 5000})
}

// run sends a statement as a transaction of its own.
func run(ctx context.Context, session driver.SessionWithContext, query string, params map[string]any) ([]*driver.Record, error) {
	result, err := session.Run(ctx, query, params)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

// write runs work in one transaction, again when the server or the connection
// failed for a moment. Every writer takes the lock of the store's own node
// first, so two of them never wait for each other in a circle.
func (s *Store) write(ctx context.Context, work func(tx driver.ManagedTransaction) error) error {
	session := s.session(ctx, driver.AccessModeWrite)
	defer session.Close(ctx)
	_, err := session.ExecuteWrite(ctx, func(tx driver.ManagedTransaction) (any, error) {
		_, err := collect(ctx, tx, "MATCH (s:"+storeLabel+" {id: 'store'}) SET s.writes = s.writes + 1", nil)
		if err != nil {
			return nil, err
		}
		return nil, work(tx)
	}, driver.WithTxTimeout(s.patience))
	return s.explain(err)
}

// read runs work in one read transaction.
func (s *Store) read(ctx context.Context, work func(tx driver.ManagedTransaction) error) error {
	session := s.session(ctx, driver.AccessModeRead)
	defer session.Close(ctx)
	_, err := session.ExecuteRead(ctx, func(tx driver.ManagedTransaction) (any, error) { return nil, work(tx) })
	return s.explain(err)
}

func collect(ctx context.Context, tx driver.ManagedTransaction, query string, params map[string]any) ([]*driver.Record, error) {
	result, err := tx.Run(ctx, query, params)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}
