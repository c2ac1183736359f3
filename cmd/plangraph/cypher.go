package main

import (
	"fmt"
	"io"
	"time"

	"github.com/urfave/cli/v2"

	"plangraph/graph/neo4j"
	"plangraph/report"
)

func cypherCommand() *cli.Command {
	return &cli.Command{
		Name:      "cypher",
		Usage:     "在 Neo4j 上运行一条 Cypher,默认只读 / run a Cypher statement on Neo4j, read-only by default",
		ArgsUsage: "STATEMENT",
		Description: "STATEMENT 为 - 时从标准输入读取。\nSTATEMENT may be -: it is read from standard input then.\n\n例 / example:\n   plangraph cypher 'MATCH (d:Department)-[r:RESPONSIBLE_FOR]->(t) WHERE d.name CONTAINS $name RETURN d.name, t.title' \\\n" +
			"      --param name=民政 --store neo4j://neo4j@localhost:7687",
		Flags: []cli.Flag{storeFlag, databaseFlag, formatFlag,
			&cli.StringSliceFlag{Name: "param", Usage: "NAME=VALUE,值可为 JSON / a parameter; the value may be JSON"},
			&cli.BoolFlag{Name: "write", Usage: "允许写入 / allow changes"},
			&cli.DurationFlag{Name: "timeout", Value: 30 * time.Second, Usage: "时限,0 为不限 / time limit, 0 for none"},
			&cli.IntFlag{Name: "limit", Value: 1000, Usage: "最多行数,0 为不限 / rows at most, 0 for all"}},
		Action: func(c *cli.Context) error {
			format, err := checkFormat(c)
			if err != nil {
				return err
			}
			if c.NArg() != 1 {
				return usagef("请给出一条语句(加引号)/ name one statement, in quotation marks")
			}
			if c.Int("limit") < 0 || c.Duration("timeout") < 0 {
				return usagef("--limit, --timeout: 不能为负 / must not be negative")
			}
			name := storeName(c)
			if !neo4j.IsURI(name) {
				return usagef("cypher 需要 Neo4j 图库 / needs a Neo4j store: --store neo4j://USER@HOST:7687 (or PLANGRAPH_STORE)")
			}
			params := map[string]any{}
			for _, p := range c.StringSlice("param") {
				k, v, err := neo4j.ParseParam(p)
				if err != nil {
					return usagef("参数应写成 NAME=VALUE / %w", err)
				}
				params[k] = v
			}
			statement := c.Args().First()
			if statement == "-" {
				b, err := io.ReadAll(c.App.Reader)
				if err != nil {
					return err
				}
				statement = string(b)
			}
			s, err := openNeo4j(c, name, false)
			if err != nil {
				return err
			}
			defer s.Close()
			rows, err := s.Cypher(c.Context, statement, params,
				neo4j.CypherOptions{Write: c.Bool("write"), Timeout: c.Duration("timeout"), Limit: c.Int("limit")})
			if err != nil {
				return err
			}
			if err := report.Write(c.App.Writer, format, rows.Columns, rows.Values); err != nil {
				return err
			}
			for _, note := range rows.Notes {
				fmt.Fprintf(c.App.ErrWriter, "plangraph: %s\n", note)
			}
			if len(rows.Columns) > 0 && len(rows.Values) == 0 {
				fmt.Fprintln(c.App.ErrWriter, "plangraph: 没有结果 / nothing found")
			}
			if rows.More {
				fmt.Fprintf(c.App.ErrWriter, "plangraph: 只显示前 %d 行,可用 --limit / only the first %d rows; see --limit\n", len(rows.Values), len(rows.Values))
			}
			return nil
		},
	}
}
