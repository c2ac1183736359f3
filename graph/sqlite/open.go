// Package sqlite keeps a graph in one file that any SQLite tool can read: plain
// tables of nodes, edges and evidence, and a view for each label and edge type.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	sqlitedriver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"plangraph/graph"
)

// The numbers in the file's header by which it is known.
const (
	applicationID = 0x706c6772 // "plgr"
	format        = 1          // user_version; raised when older programs cannot read it
)

// Store is a graph in a file. It is safe for one goroutine at a time.
type Store struct {
	path string
	db   *sql.DB
}

// Create opens the store for writing and makes it when it is not there.
func Create(ctx context.Context, path string) (*Store, error) {
	there, err := look(path)
	if err != nil && !errors.Is(err, graph.ErrNotThere) {
		return nil, err
	}
	if dir := filepath.Dir(path); !there {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, fmt.Errorf("%s: %w: %s; make it first or choose another place with --store", path, graph.ErrNoFolder, dir)
		}
	}
	s, err := open(path, "rwc", "immediate")
	if err != nil {
		return nil, err
	}
	if err := s.prepare(ctx); err != nil {
		s.db.Close()
		return nil, err
	}
	return s, nil
}

// Open opens a store that is there, for reading. It makes no file.
func Open(ctx context.Context, path string) (*Store, error) {
	if _, err := look(path); err != nil {
		return nil, err
	}
	// Mode rw, not ro: what a killed build left behind is rolled back by the next
	// that opens the file. On a file that cannot be written SQLite falls back to
	// reading.
	s, err := open(path, "rw", "deferred")
	if err != nil {
		return nil, err
	}
	if _, err := s.db.ExecContext(ctx, "PRAGMA query_only = 1"); err != nil {
		s.db.Close()
		return nil, s.explain(err)
	}
	if err := s.checkFormat(ctx); err != nil {
		s.db.Close()
		return nil, err
	}
	return s, nil
}

// look says whether a file is there that may be a store, and what is wrong else.
func look(path string) (there bool, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, fmt.Errorf("%s: %w; make it with: plangraph build FILE… --store %s", path, graph.ErrNotThere, path)
	case errors.Is(err, fs.ErrPermission):
		return false, fmt.Errorf("%s: its folder is closed to you: %w; change its permissions or choose another with --store", path, graph.ErrReadOnly)
	case err != nil:
		return false, fmt.Errorf("%s: cannot look at the store: %w", path, err)
	case info.IsDir():
		return true, fmt.Errorf("%s: %w; name a file in it", path, graph.ErrFolder)
	}
	f, err := os.Open(path)
	if err != nil {
		return true, fmt.Errorf("%s: cannot read the store: %w; change its permissions or choose another with --store", path, err)
	}
	defer f.Close()
	head := make([]byte, 16)
	n, err := io.ReadFull(f, head)
	if n == 0 && errors.Is(err, io.EOF) {
		return true, nil // an empty file is an empty database
	}
	if err != nil || string(head) != "SQLite format 3\x00" {
		return true, fmt.Errorf("%s: %w, and no SQLite file at all; choose another with --store", path, graph.ErrNotStore)
	}
	return true, nil
}

func open(path, mode, lock string) (*Store, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(full)}
	if !strings.HasPrefix(u.Path, "/") { // C:/… on Windows
		u.Path = "/" + u.Path
	}
	// The rollback journal, not the write-ahead log: a reader of that one makes
	// files of its own beside the store.
	u.RawQuery = "mode=" + mode + "&_txlock=" + lock + "&_pragma=busy_timeout(5000)&_pragma=temp_store(memory)&_pragma=cache_size(-32000)"
	if mode == "rwc" {
		u.RawQuery += "&_pragma=journal_mode(delete)&_pragma=synchronous(normal)"
	}
	db, err := sql.Open("sqlite", u.String())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	db.SetMaxOpenConns(1)
	return &Store{path: path, db: db}, nil
}

// Close closes the file.
func (s *Store) Close() error { return s.explain(s.db.Close()) }

// checkFormat refuses files that are no stores and those of newer programs.
func (s *Store) checkFormat(ctx context.Context) error {
	var id, version int
	if err := s.db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id); err != nil {
		return s.explain(err)
	}
	if err := s.db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return s.explain(err)
	}
	switch {
	case id != applicationID:
		return fmt.Errorf("%s: %w: a SQLite file of another program, or of none; choose another with --store", s.path, graph.ErrNotStore)
	case version > format:
		return fmt.Errorf("%s: %w (format %d, this one knows %d); use that plangraph, or build a new store", s.path, graph.ErrNewer, version, format)
	}
	return nil
}

// prepare makes the tables in an empty file and checks any other.
func (s *Store) prepare(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil) // takes the write lock: what cannot be written shows here
	if err != nil {
		return s.explain(err)
	}
	defer tx.Rollback()
	var objects int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&objects); err != nil {
		return s.explain(err)
	}
	if objects > 0 {
		tx.Rollback()
		return s.checkFormat(ctx)
	}
	if _, err := tx.ExecContext(ctx, schema()); err != nil {
		return s.explain(err)
	}
	return s.explain(tx.Commit())
}

// explain turns SQLite's errors into those of the Store interface, with the
// file's name and what to do.
func (s *Store) explain(err error) error {
	if err == nil {
		return nil
	}
	var e *sqlitedriver.Error
	if !errors.As(err, &e) {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("%s: %w; wait until it is done and try again", s.path, graph.ErrHeld)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		return fmt.Errorf("%s: %w; make the file and its folder writable or choose another with --store", s.path, graph.ErrReadOnly)
	case sqlite3.SQLITE_CANTOPEN:
		return fmt.Errorf("%s: cannot open the store or a file beside it; the folder must be writable: %w", s.path, graph.ErrReadOnly)
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%s: %w; choose another with --store", s.path, graph.ErrNotStore)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%s: %w; make room and run the same command again", s.path, graph.ErrFull)
	case sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("%s: %w (%v); move it away and build a new one", s.path, graph.ErrDamaged, err)
	case sqlite3.SQLITE_IOERR:
		return fmt.Errorf("%s: the disk refuses to read or write the store (%w); check its free space, your quota and the disk, then run the same command again", s.path, err)
	}
	return fmt.Errorf("%s: %w", s.path, err)
}
