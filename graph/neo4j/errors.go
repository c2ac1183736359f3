package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"plangraph/graph"
)

// What may be wrong with the way to a server. Open and all methods wrap these.
var (
	ErrNoServer   = errors.New("no Neo4j server answers")
	ErrLogin      = errors.New("Neo4j refuses the user name or the password")
	ErrNoDatabase = errors.New("the Neo4j server has no such database")
	ErrOldServer  = errors.New("the Neo4j server is too old")
	ErrServerSick = errors.New("the Neo4j server cannot write or the database is not online")
	ErrNotTrusted = errors.New("this machine does not trust the Neo4j server's certificate")
)

// explain makes an error of the driver or the server into one that says what to
// do; errors of our own pass through.
func (s *Store) explain(err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	var server *driver.Neo4jError
	if errors.As(err, &server) {
		switch code := server.Code; {
		case code == "Neo.ClientError.Security.Unauthorized", code == "Neo.ClientError.Security.CredentialsExpired":
			return s.wrap(ErrLogin, "check the user in the address or NEO4J_USERNAME, and NEO4J_PASSWORD", err)
		case code == "Neo.ClientError.Security.AuthenticationRateLimit":
			return s.wrap(ErrLogin, "too many wrong passwords; wait some seconds and try again", err)
		case code == "Neo.ClientError.Database.DatabaseNotFound":
			return s.wrap(ErrNoDatabase, fmt.Sprintf("check --database and NEO4J_DATABASE (now %q); SHOW DATABASES lists them", s.database), err)
		case strings.HasPrefix(code, "Neo.ClientError.Transaction.TransactionTimedOut"),
			code == "Neo.TransientError.Transaction.LockAcquisitionTimeout",
			code == "Neo.ClientError.Transaction.LockAcquisitionTimeout",
			code == "Neo.ClientError.Transaction.LockClientStopped",
			code == "Neo.TransientError.Transaction.LockClientStopped":
			return s.wrap(graph.ErrHeld, fmt.Sprintf("the write waited %v for a lock; SHOW TRANSACTIONS on the server tells who holds it", s.patience), err)
		case code == "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
			code == "Neo.ClientError.Security.Forbidden", code == "Neo.ClientError.Statement.AccessMode":
			return s.wrap(graph.ErrReadOnly, "the user may not write to this database", err)
		case code == "Neo.TransientError.General.MemoryPoolOutOfMemoryError":
			return fmt.Errorf("%s: the server has too little memory for one transaction; raise server.memory.heap.max_size: %w", s.uri, err)
		case strings.HasPrefix(code, "Neo.DatabaseError.Transaction."), code == "Neo.TransientError.General.DatabaseUnavailable":
			return s.wrap(ErrServerSick, fmt.Sprintf("its disk may be full; see the server's logs, make room, restart it and build again (every plan there is whole): %s", code), err)
		}
		return fmt.Errorf("%s: %w", s.uri, err)
	}
	// The driver keeps the error of crypto/x509 as text only.
	if strings.Contains(err.Error(), "x509: ") {
		return s.wrap(ErrNotTrusted, "add its authority to the machine's certificates, or, for a server of your own that signs itself, use neo4j+ssc:// or bolt+ssc://", err)
	}
	var connectivity *driver.ConnectivityError
	if errors.As(err, &connectivity) || errors.Is(err, context.DeadlineExceeded) {
		return s.wrap(ErrNoServer, "is it running (docker compose up -d), and are host, port and scheme (neo4j:// or neo4j+s://) right?", err)
	}
	var exhausted *driver.TransactionExecutionLimit
	if errors.As(err, &exhausted) && len(exhausted.Errors) > 0 {
		return s.explain(exhausted.Errors[len(exhausted.Errors)-1])
	}
	return err
}

func (s *Store) wrap(kind error, hint string, cause error) error {
	return &storeError{uri: s.uri, kind: kind, hint: hint, cause: cause}
}

// storeError is a known kind of failure. Its text leaves out the cause: the
// driver's own words would bury what to do.
type storeError struct {
	uri         string
	kind, cause error
	hint        string
}

func (e *storeError) Error() string   { return fmt.Sprintf("%s: %v; %s", e.uri, e.kind, e.hint) }
func (e *storeError) Unwrap() []error { return []error{e.kind, e.cause} }
