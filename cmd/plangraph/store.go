package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"plangraph/graph"
	"plangraph/graph/neo4j"
	"plangraph/graph/sqlite"
	"plangraph/report"
)

// defaultStore is the file that is made in the working folder.
const defaultStore = "plangraph.db"

var (
	storeFlag = &cli.StringFlag{Name: "store", Usage: "图库:文件或 neo4j://USER@HOST:7687(密码取自 NEO4J_PASSWORD)/ file, or neo4j://USER@HOST:7687 (the password from NEO4J_PASSWORD)",
		EnvVars: []string{"PLANGRAPH_STORE", "NEO4J_URI"}, DefaultText: defaultStore}
	databaseFlag = &cli.StringFlag{Name: "database", Usage: "Neo4j 数据库名 / name of the Neo4j database"}
	formatFlag   = &cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "table, json, jsonl, csv, excel(带 BOM 的 CSV);终端默认 table,其余 jsonl / table on a terminal, else jsonl; excel is CSV with a byte-order mark"}
)

// openStore opens the store of --store, for writing (then it is made when it is
// not there) or for reading (then nothing is made).
func openStore(c *cli.Context, write bool) (graph.Store, error) {
	return openNamed(c, storeName(c), write)
}

// storeName is what --store, PLANGRAPH_STORE or NEO4J_URI name. A variable that
// is set to nothing hides no other.
func storeName(c *cli.Context) string { return namedStore(c, "store") }

// namedStore is the same for another flag than --store.
func namedStore(c *cli.Context, flag string) string {
	return cmp.Or(c.String(flag), storeOfEnvironment())
}

// storeOfEnvironment is the store that a command without a flag uses.
func storeOfEnvironment() string {
	return cmp.Or(os.Getenv("PLANGRAPH_STORE"), os.Getenv("NEO4J_URI"), defaultStore)
}

func openNamed(c *cli.Context, name string, write bool) (graph.Store, error) {
	if strings.Contains(name, "://") {
		return openNeo4j(c, name, write)
	}
	if write {
		return sqlite.Create(c.Context, name)
	}
	return sqlite.Open(c.Context, name)
}

func openNeo4j(c *cli.Context, name string, write bool) (*neo4j.Store, error) {
	config, err := neo4j.FromEnv(name, os.Getenv)
	if err != nil {
		return nil, usagef("Neo4j 地址有误 / %w", err)
	}
	if db := c.String("database"); db != "" {
		config.Database = db
	}
	if config.Password == "" {
		if config.Password, err = askPassword(c, config); err != nil {
			return nil, err
		}
	}
	connect := neo4j.OpenReadOnly
	if write {
		connect = neo4j.Open
	}
	s, err := connect(c.Context, config)
	if errors.Is(err, neo4j.ErrLogin) && config.Password == "" {
		err = fmt.Errorf("%w (没有设置 NEO4J_PASSWORD / NEO4J_PASSWORD is not set)", err)
	}
	return s, err
}

// askPassword asks on a terminal, once for each server and user.
func askPassword(c *cli.Context, config neo4j.Config) (string, error) {
	in, ok := c.App.Reader.(*os.File)
	if !ok || !report.IsTerminal(in) {
		return "", nil
	}
	key := "password of " + config.Username + " at " + config.URI
	if known, ok := c.App.Metadata[key].(string); ok {
		return known, nil
	}
	fmt.Fprintf(c.App.ErrWriter, "%s @ %s 的密码 / password for %s: ", config.Username, config.URI, config.Username)
	secret, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(c.App.ErrWriter)
	if err != nil {
		return "", err
	}
	c.App.Metadata[key] = string(secret)
	return string(secret), nil
}

// checkFormat returns the format asked for, before anything is opened.
func checkFormat(c *cli.Context) (string, error) {
	f := c.String("format")
	if f == "" {
		if report.IsTerminal(c.App.Writer) {
			return "table", nil
		}
		return "jsonl", nil
	}
	for _, known := range report.Formats {
		if f == known {
			return f, nil
		}
	}
	return "", usagef("--format %s: 可用 / use one of %s", f, strings.Join(report.Formats, ", "))
}

func columnNames(rows *graph.Rows) []string {
	names := make([]string, len(rows.Columns))
	for i, col := range rows.Columns {
		names[i] = col.Name
	}
	return names
}

// slow is how many seconds a step of writing to a server mostly does not last. One that
// is lost or locked is waited for minutes (see neo4j.Config.Patience).
const slow = 20

// tellIfSlow says on the error stream that a server is being waited for, if that
// lasts; what it returns ends the watch.
func tellIfSlow(c *cli.Context) (done func()) {
	name := storeName(c)
	if !neo4j.IsURI(name) {
		return func() {}
	}
	t := time.AfterFunc(slow*time.Second, func() {
		fmt.Fprintf(c.App.ErrWriter, "plangraph: %s: 写入已超过 %d 秒,仍在等待服务器;若已中断,会重试几分钟 / the write has taken more than %[2]d s and the server is still waited for; if it is lost it is tried again for some minutes\n", name, slow)
	})
	return func() { t.Stop() }
}
