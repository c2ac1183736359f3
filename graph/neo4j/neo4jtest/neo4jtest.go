// Package neo4jtest gives tests a real Neo4j server: the one that
// PLANGRAPH_TEST_NEO4J names, else one of its own in a container, else one of
// its own from the jars on Maven Central.
package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/rogpeppe/go-internal/lockedfile"
)

// Version is the server that the tests start; docker-compose.yml names the same.
const Version = "5.26.16"

// Env names the variable that points the tests at a running server, for example
// neo4j://neo4j:secret@localhost:7687. Its database must be empty.
const Env = "PLANGRAPH_TEST_NEO4J"

const password = "plangraph-test"

// startTimeout bounds the wait for a server's first answer. It takes 6 to 10 s
// on an idle machine; several of them starting on two busy cores take longer.
const startTimeout = 3 * time.Minute

// Server is a Neo4j server.
type Server struct {
	URI, Username, Password string

	machine machine // nil when the server is not ours
	release func()
}

// machine is a server that the tests run themselves.
type machine interface {
	start() error
	// kill ends the server as a crash does: what was not committed is lost.
	kill() error
	// stop ends the server for good and removes what it left.
	stop() error
	// failure tells why the server does not answer, with the end of its log.
	failure() error
}

// Lazy starts a server for a test package when the first test asks for it:
//
//	var neo neo4jtest.Lazy
//
//	func TestMain(m *testing.M) { os.Exit(neo.Run(m)) }
//
//	func TestX(t *testing.T) { server := neo.Server(t) … }
type Lazy struct {
	once   sync.Once
	server *Server
	err    error
}

// Run runs the tests and ends the server, if one was started.
func (l *Lazy) Run(m *testing.M) int {
	code := m.Run()
	if l.server != nil {
		if err := l.server.Stop(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return max(code, 1)
		}
	}
	return code
}

// Server returns the package's server, with an empty database. Without a server
// it skips the test; where CI=true it fails it.
func (l *Lazy) Server(tb testing.TB) *Server {
	tb.Helper()
	l.once.Do(func() { l.server, l.err = find() })
	skipUnless(tb, l.err)
	if err := l.server.Wipe(); err != nil {
		tb.Fatal(err)
	}
	return l.server
}

// skipUnless ends the test when there is no way to have a server.
func skipUnless(tb testing.TB, err error) {
	tb.Helper()
	if err == nil {
		return
	}
	var missing *missingError
	if errors.As(err, &missing) && os.Getenv("CI") != "true" {
		tb.Skip(err)
	}
	tb.Fatal(err)
}

// missingError says that this machine has nothing to start a server with.
type missingError struct{ what string }

func (e *missingError) Error() string {
	return "no Neo4j for the tests: " + e.what + "; set " + Env + "=neo4j://USER:PASSWORD@HOST:7687 (an empty database), or start Docker, or install JDK 17 and Maven"
}

func find() (*Server, error) {
	if uri := os.Getenv(Env); uri != "" {
		return external(uri)
	}
	if exec.Command("docker", "info").Run() == nil {
		m, err := newContainer()
		if err != nil {
			return nil, err
		}
		return launch(m, m.port)
	}
	home, err := newHome()
	if err != nil {
		return nil, err
	}
	return launch(home, home.port)
}

func launch(m machine, port int) (*Server, error) {
	s := &Server{URI: fmt.Sprintf("neo4j://127.0.0.1:%d", port), Username: "neo4j", Password: password, machine: m}
	if err := s.Start(); err != nil {
		return nil, errors.Join(err, m.stop())
	}
	return s, nil
}

// external takes the server that the user named. Test packages run side by side
// but share its one database, so each waits for the one before; and a database
// with anything in it is refused, because the tests empty it.
func external(uri string) (*Server, error) {
	u, err := url.Parse(uri)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", Env, err)
	}
	s := &Server{Username: u.User.Username()}
	s.Password, _ = u.User.Password()
	u.User = nil
	s.URI = u.String()
	cache, err := cacheDir()
	if err != nil {
		return nil, err
	}
	s.release, err = lockedfile.MutexAt(filepath.Join(cache, "external.lock")).Lock()
	if err != nil {
		return nil, err
	}
	if err := s.wait(); err != nil {
		s.release()
		return nil, err
	}
	n, err := s.count()
	if err == nil && n > 0 {
		err = fmt.Errorf("%s: the database holds %d nodes; the tests empty it, so they take an empty one only", Env, n)
	}
	if err != nil {
		s.release()
		return nil, err
	}
	return s, nil
}

// Own reports whether the tests started the server, so that they may kill it.
func (s *Server) Own() bool { return s.machine != nil }

// Start starts the server and waits until it answers.
func (s *Server) Start() error {
	if err := s.machine.start(); err != nil {
		return err
	}
	return s.wait()
}

// Kill ends the server at once, as a crash does.
func (s *Server) Kill() error { return s.machine.kill() }

// Stop ends the server and removes its folder; one that is not ours is left
// empty.
func (s *Server) Stop() error {
	if s.machine != nil {
		return s.machine.stop()
	}
	defer s.release()
	return errors.Join(s.Wipe(), s.dropSchema())
}

func (s *Server) wait() error {
	deadline := time.Now().Add(startTimeout)
	for {
		_, err := s.count()
		if err == nil {
			return nil
		}
		if s.machine != nil {
			if dead := s.machine.failure(); dead != nil {
				return dead
			}
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("neo4j at %s does not answer: %w", s.URI, err)
		}
		time.Sleep(200 * time.Millisecond)
	}
}

// Run sends one statement as a transaction of its own and returns its rows.
func (s *Server) Run(query string, params map[string]any) ([]*driver.Record, error) {
	// bolt, not neo4j: a server that just started has no routing table yet.
	u, err := url.Parse(s.URI)
	if err != nil {
		return nil, err
	}
	if u.Scheme == "neo4j" {
		u.Scheme = "bolt"
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	d, err := driver.NewDriverWithContext(u.String(), driver.BasicAuth(s.Username, s.Password, ""))
	if err != nil {
		return nil, err
	}
	defer d.Close(ctx)
	session := d.NewSession(ctx, driver.SessionConfig{})
	defer session.Close(ctx)
	result, err := session.Run(ctx, query, params)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

func (s *Server) count() (int64, error) {
	rows, err := s.Run("MATCH (n) RETURN count(n)", nil)
	if err != nil {
		return 0, err
	}
	return rows[0].Values[0].(int64), nil
}

// Wipe removes all nodes and edges. Constraints and indexes stay: making them
// anew for each test would take longer than the tests.
func (s *Server) Wipe() error {
	_, err := s.Run("MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS", nil)
	return err
}

// dropSchema removes the constraints and indexes that the tests made.
func (s *Server) dropSchema() error {
	// Constraints first: the indexes behind them go with them.
	for _, kind := range [][2]string{{"CONSTRAINTS", "CONSTRAINT"}, {"INDEXES", "INDEX"}} {
		rows, err := s.Run("SHOW "+kind[0]+" YIELD name WHERE name STARTS WITH 'plangraph_' RETURN name", nil)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if _, err := s.Run(fmt.Sprintf("DROP %s `%s` IF EXISTS", kind[1], row.Values[0]), nil); err != nil {
				return err
			}
		}
	}
	return nil
}
