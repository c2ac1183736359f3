package neo4j

import (
	"context"
	"errors"
	"io"
	"net"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"plangraph/graph"
	"plangraph/graph/neo4j/neo4jtest"
)

func TestNoWayToTheServer(t *testing.T) {
	server := neo.Server(t)
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody := closed.Addr().String()
	closed.Close()
	mute, err := net.Listen("tcp", "127.0.0.1:0") // takes connections, says nothing
	if err != nil {
		t.Fatal(err)
	}
	defer mute.Close()
	go func() {
		for {
			c, err := mute.Accept()
			if err != nil {
				return
			}
			c.Write([]byte("HTTP/1.1 400 Bad Request\r\n\r\n"))
			c.Close()
		}
	}()

	for _, c := range []struct {
		name string
		edit func(*Config)
		want error
	}{
		{"no server", func(c *Config) { c.URI = "neo4j://" + nobody }, ErrNoServer},
		{"no server, bolt", func(c *Config) { c.URI = "bolt://" + nobody }, ErrNoServer},
		{"another kind of server", func(c *Config) { c.URI = "bolt://" + mute.Addr().String() }, ErrNoServer},
		{"TLS where there is none", func(c *Config) { c.URI = "neo4j+ssc://" + mute.Addr().String() }, ErrNoServer},
		{"wrong password", func(c *Config) { c.Password = "wrong-password" }, ErrLogin},
		{"wrong user", func(c *Config) { c.Username = "nobody" }, ErrLogin},
		{"wrong database", func(c *Config) { c.Database = "nosuchdatabase" }, ErrNoDatabase},
	} {
		conf := configOf(server)
		conf.Patience = time.Second
		c.edit(&conf)
		_, err := Open(t.Context(), conf)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if strings.Contains(err.Error(), conf.Password) {
			t.Errorf("%s: the message shows the password: %v", c.name, err)
		}
	}
	if _, err := OpenReadOnly(t.Context(), configOf(server)); !errors.Is(err, graph.ErrNotThere) {
		t.Errorf("reading where nothing was built: %v", err)
	}
}

// All six schemes, against a server that offers TLS with a certificate that no
// authority signed.
func TestSchemes(t *testing.T) {
	server := neo.Server(t)
	if !server.Own() {
		t.Log("a server that is not ours may have no TLS: not tried")
		return
	}
	_, address, _ := strings.Cut(server.URI, "://")
	for _, c := range []struct {
		scheme string
		want   error
	}{
		{"neo4j", nil}, {"bolt", nil}, {"neo4j+ssc", nil}, {"bolt+ssc", nil}, {"neo4j+s", ErrNotTrusted}, {"bolt+s", ErrNotTrusted},
	} {
		conf := configOf(server)
		conf.URI = c.scheme + "://" + address
		if c.want != nil { // a busy machine may need more for what is to succeed
			conf.Patience = 5 * time.Second
		}
		s, err := Open(t.Context(), conf)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.scheme, err, c.want)
		}
		if err != nil {
			continue
		}
		build(t, s, invented(t, 1))
		if stamps, err := s.Stamps(t.Context()); err != nil || len(stamps) != 1 {
			t.Errorf("%s: %d plans came back: %v", c.scheme, len(stamps), err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestNewerFormat(t *testing.T) {
	server := neo.Server(t)
	if _, err := server.Run("CREATE (:PlangraphStore {id: 'store', format: 99})", nil); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), configOf(server)); !errors.Is(err, graph.ErrNewer) {
		t.Fatal(err)
	}
}

// A client that holds a lock makes a write wait, not for ever.
func TestLockHeldByAnother(t *testing.T) {
	server := neo.Server(t)
	s := open(t, server)
	build(t, s, invented(t, 1))
	want := snap(t, s)

	other, err := driver.NewDriverWithContext(strings.Replace(server.URI, "neo4j:", "bolt:", 1), driver.BasicAuth(server.Username, server.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	defer other.Close(ctx)
	session := other.NewSession(ctx, driver.SessionConfig{})
	defer session.Close(ctx)
	tx, err := session.BeginTransaction(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Run(ctx, "MATCH (d:Department {id: '青川市民政局'}) SET d.x = 1", nil); err != nil {
		t.Fatal(err)
	}
	conf := configOf(server)
	conf.Patience = 2 * time.Second
	hasty, err := Open(ctx, conf)
	if err != nil {
		t.Fatal(err)
	}
	defer hasty.Close()
	if err := hasty.Replace(ctx, []graph.PlanGraph{invented(t, 1), invented(t, 2)}); !errors.Is(err, graph.ErrHeld) {
		t.Errorf("a write against a lock: %v", err)
	}
	if err := tx.Rollback(ctx); err != nil {
		t.Fatal(err)
	}
	same(t, "after a write that gave up", snap(t, s), want)
	if err := s.Replace(ctx, []graph.PlanGraph{invented(t, 2)}); err != nil {
		t.Errorf("after the lock was gone: %v", err)
	}
}

// proxy stands before the server and cuts connections.
type proxy struct {
	listener net.Listener
	target   string
	budget   atomic.Int64 // bytes to the server until the next cut; negative for no end
	cuts     atomic.Int64
}

func newProxy(t *testing.T, server *neo4jtest.Server) *proxy {
	u, err := url.Parse(server.URI)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &proxy{listener: l, target: u.Host}
	p.budget.Store(-1)
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go p.serve(c)
		}
	}()
	return p
}

func (p *proxy) serve(client net.Conn) {
	defer client.Close()
	server, err := net.Dial("tcp", p.target)
	if err != nil {
		return
	}
	defer server.Close()
	go func() {
		defer client.Close()
		io.Copy(client, server)
	}()
	buf := make([]byte, 4096)
	for {
		n, err := client.Read(buf)
		if err != nil {
			return
		}
		if left := p.budget.Load(); left >= 0 {
			if left < int64(n) {
				p.budget.Store(-1) // once
				p.cuts.Add(1)
				return
			}
			p.budget.Store(left - int64(n))
		}
		if _, err := server.Write(buf[:n]); err != nil {
			return
		}
	}
}

// Wherever a connection is cut, the write is done again and ends as if nothing
// had been.
func TestConnectionCut(t *testing.T) {
	server := neo.Server(t)
	direct := open(t, server)
	build(t, direct, invented(t, 1), invented(t, 2))
	want := snap(t, direct)

	p := newProxy(t, server)
	conf := configOf(server)
	conf.URI = "bolt://" + p.listener.Addr().String()
	for _, after := range []int64{100, 1000, 4000, 10_000, 20_000} {
		s, err := Open(t.Context(), conf)
		if err != nil {
			t.Fatal(err)
		}
		p.budget.Store(after)
		if err := s.Replace(t.Context(), []graph.PlanGraph{invented(t, 1), invented(t, 2)}); err != nil {
			t.Errorf("cut after %d bytes: %v", after, err)
		}
		if err := s.Derive(t.Context(), naming{}); err != nil {
			t.Errorf("cut after %d bytes: %v", after, err)
		}
		p.budget.Store(-1)
		same(t, "after a cut", snap(t, s), want)
		s.Close()
	}
	if p.cuts.Load() < 4 {
		t.Errorf("only %d connections were cut", p.cuts.Load())
	}
}

// The server dies in the middle of a build and comes back: the build goes on.
func TestServerKilledInMidBuild(t *testing.T) {
	server := neo.Server(t)
	if !server.Own() {
		t.Skip("the server is not ours to kill")
	}
	const plans = 40
	s := open(t, server)
	killed := make(chan error, 1)
	for n := 1; n <= plans; n++ {
		if n == plans/4 {
			go func() { killed <- errors.Join(server.Kill(), server.Start()) }()
		}
		if err := s.Replace(t.Context(), []graph.PlanGraph{invented(t, n)}); err != nil {
			t.Fatalf("plan %d: %v", n, err)
		}
		if n == plans/4 {
			// The rest would be done before the server is dead.
			if err := <-killed; err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := s.Derive(t.Context(), naming{}); err != nil {
		t.Fatal(err)
	}
	got := snap(t, s)
	if err := server.Wipe(); err != nil {
		t.Fatal(err)
	}
	fresh := open(t, server)
	var all []graph.PlanGraph
	for n := 1; n <= plans; n++ {
		all = append(all, invented(t, n))
	}
	build(t, fresh, all...)
	same(t, "after a crash", got, snap(t, fresh))
}

// A server that stays away ends the build with a message, and what was written
// is whole.
func TestServerStaysAway(t *testing.T) {
	server := neo.Server(t)
	if !server.Own() {
		t.Skip("the server is not ours to kill")
	}
	patient := open(t, server) // a server that is just warm may be slower than two seconds
	build(t, patient, invented(t, 1))
	want := snap(t, patient)
	conf := configOf(server)
	conf.Patience = 2 * time.Second
	s, err := Open(t.Context(), conf)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := server.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := s.Replace(t.Context(), []graph.PlanGraph{invented(t, 1), invented(t, 2)}); !errors.Is(err, ErrNoServer) {
		t.Errorf("writing to a dead server: %v", err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	same(t, "after the server came back", snap(t, open(t, server)), want)
}
