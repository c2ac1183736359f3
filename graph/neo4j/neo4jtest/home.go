package neo4jtest

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// home is a server of ours from the jars: a folder, a port, a process.
type home struct {
	lib, dir string
	port     int

	mu   sync.Mutex
	cmd  *exec.Cmd
	done chan struct{} // closed when the process has ended
}

const conf = `server.bolt.listen_address=127.0.0.1:%[1]d
server.bolt.advertised_address=127.0.0.1:%[1]d
server.http.enabled=false
server.https.enabled=false
server.bolt.tls_level=OPTIONAL
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory=certificates
dbms.ssl.policy.bolt.client_auth=NONE
dbms.usage_report.enabled=false
server.memory.heap.max_size=%[2]s
server.memory.pagecache.size=256m
`

// newHome makes the folder of a server that can be started.
func newHome() (*home, error) {
	lib, err := jars()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "plangraph-neo4j-")
	if err != nil {
		return nil, err
	}
	h := &home{lib: lib, dir: dir}
	if err := h.prepare(); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return h, nil
}

func (h *home) prepare() error {
	var err error
	if h.port, err = freePort(); err != nil {
		return err
	}
	if err := os.Mkdir(filepath.Join(h.dir, "conf"), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(h.dir, "conf", "neo4j.conf"), fmt.Appendf(nil, conf, h.port, heap()), 0o644); err != nil {
		return err
	}
	if err := writeCertificate(filepath.Join(h.dir, "certificates")); err != nil {
		return err
	}
	out, err := h.admin("dbms", "set-initial-password", password)
	if err != nil {
		return fmt.Errorf("neo4j-admin set-initial-password: %w: %s", err, out)
	}
	return nil
}

// heapEnv gives the server of a large benchmark its memory (4g).
const heapEnv = "PLANGRAPH_TEST_NEO4J_HEAP"

func heap() string {
	if v := os.Getenv(heapEnv); v != "" {
		return v
	}
	return "1g"
}

// tuning makes the short life of a test's server cheap: most of it would go into
// optimising code that runs once. A benchmark wants the opposite.
func tuning() []string {
	if os.Getenv(heapEnv) != "" {
		return nil
	}
	return []string{"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"}
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	return l.Addr().(*net.TCPAddr).Port, l.Close()
}

// java makes a command that runs a class of the server.
func (h *home) java(class string, args ...string) *exec.Cmd {
	all := append([]string{"-Xms128m", "-Xmx" + heap()}, tuning()...)
	for _, p := range []string{"java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"} {
		all = append(all, "--add-opens=java.base/"+p+"=ALL-UNNAMED")
	}
	all = append(all, "-cp", filepath.Join(h.lib, "*"), class)
	cmd := exec.Command("java", append(all, args...)...)
	cmd.Dir = h.dir
	cmd.Env = append(os.Environ(), "NEO4J_HOME="+h.dir, "NEO4J_CONF="+filepath.Join(h.dir, "conf"))
	return cmd
}

func (h *home) admin(args ...string) (string, error) {
	out, err := h.java("org.neo4j.cli.AdminTool", args...).CombinedOutput()
	return string(out), err
}

func (h *home) start() error {
	log, err := os.OpenFile(h.log(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer log.Close()
	cmd := h.java("org.neo4j.server.CommunityEntryPoint", "--home-dir="+h.dir, "--config-dir="+filepath.Join(h.dir, "conf"))
	cmd.Stdout, cmd.Stderr = log, log
	endWithParent(cmd)
	started, done := make(chan error, 1), make(chan struct{})
	go func() {
		// The kernel ends the server when the thread that started it ends, so this
		// thread stays for as long as the server runs.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		defer close(done)
		err := cmd.Start()
		started <- err
		if err == nil {
			_ = cmd.Wait() // how it ended is in the log; failure reads it
		}
	}()
	if err := <-started; err != nil {
		return err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.cmd, h.done = cmd, done
	return nil
}

func (h *home) log() string { return filepath.Join(h.dir, "out.log") }

func (h *home) end(sig os.Signal) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.cmd == nil {
		return nil
	}
	if err := h.cmd.Process.Signal(sig); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	select {
	case <-h.done:
	case <-time.After(30 * time.Second):
		_ = h.cmd.Process.Kill()
		<-h.done
	}
	h.cmd = nil
	return nil
}

func (h *home) kill() error { return h.end(os.Kill) }

func (h *home) stop() error {
	sig := os.Signal(syscall.SIGTERM)
	if runtime.GOOS == "windows" {
		sig = os.Kill
	}
	return errors.Join(h.end(sig), os.RemoveAll(h.dir))
}

func (h *home) failure() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	select {
	case <-h.done:
		return fmt.Errorf("the Neo4j server ended by itself: %s", h.tail())
	default:
		return nil
	}
}

func (h *home) tail() string {
	b, err := os.ReadFile(h.log())
	if err != nil {
		return err.Error()
	}
	return strings.TrimSpace(string(b[max(0, len(b)-2000):]))
}

// Local is a server of the tests' own that is not started yet, for tests that
// work on its files with the admin tool first.
type Local struct {
	home *home
	tb   testing.TB
}

// NewLocal makes one from the jars, or skips the test. It goes with the test.
func NewLocal(tb testing.TB) *Local {
	tb.Helper()
	h, err := newHome()
	skipUnless(tb, err)
	tb.Cleanup(func() {
		if err := h.stop(); err != nil {
			tb.Error(err)
		}
	})
	return &Local{h, tb}
}

// Admin runs neo4j-admin and returns what it printed.
func (l *Local) Admin(args ...string) (string, error) { return l.home.admin(args...) }

// Start starts the server.
func (l *Local) Start() *Server {
	l.tb.Helper()
	s, err := launch(l.home, l.home.port)
	if err != nil {
		l.tb.Fatal(err)
	}
	return s
}

// CPU is the processor time that a server of the tests' own has used, where that
// can be known: on a machine that others use, too, it tells more than the clock.
func (s *Server) CPU() (time.Duration, bool) {
	h, ok := s.machine.(*home)
	if !ok {
		return 0, false
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.cmd == nil {
		return 0, false
	}
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", h.cmd.Process.Pid))
	if err != nil {
		return 0, false
	}
	// The name in brackets may hold anything; utime and stime are the 12th and 13th
	// fields behind it, in hundredths of a second.
	fields := strings.Fields(string(b[strings.LastIndexByte(string(b), ')')+1:]))
	if len(fields) < 13 {
		return 0, false
	}
	user, err1 := strconv.ParseInt(fields[11], 10, 64)
	system, err2 := strconv.ParseInt(fields[12], 10, 64)
	return time.Duration(user+system) * 10 * time.Millisecond, err1 == nil && err2 == nil
}
