package main

import (
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"

	"plangraph/graph"
	"plangraph/graph/export"
	"plangraph/graph/neo4j"
)

func copyCommand() *cli.Command {
	return &cli.Command{
		Name:        "copy",
		Usage:       "把全部规划从一个图库复制到另一个 / copy all plans from one store to another",
		Description: "例 / examples:\n   plangraph copy --from plangraph.db --to neo4j://neo4j@localhost:7687\n   plangraph copy --from bolt://localhost --to copy.db",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "from", Usage: "来源图库 / store to read", EnvVars: storeFlag.EnvVars, DefaultText: defaultStore},
			&cli.StringFlag{Name: "to", Usage: "目标图库(必需)/ store to write (required)"},
			databaseFlag, rulesFlag},
		Action: func(c *cli.Context) error {
			if c.String("to") == "" || c.Args().Present() {
				return usagef("请给出来源和目标 / name both stores: plangraph copy --from A --to B")
			}
			if a, b := namedStore(c, "from"), c.String("to"); a == b || !neo4j.IsURI(a) && !neo4j.IsURI(b) && whole(a) == whole(b) {
				return usagef("来源与目标相同 / both stores are the same")
			}
			_, e, err := loadRules(c)
			if err != nil {
				return err
			}
			from, err := openNamed(c, namedStore(c, "from"), false)
			if err != nil {
				return err
			}
			defer from.Close()
			to, err := openNamed(c, c.String("to"), true)
			if err != nil {
				return err
			}
			defer to.Close()
			n, err := copyPlans(c, from, to)
			if err != nil {
				return err
			}
			if err := to.Derive(c.Context, naming{newNaming(e)}); err != nil {
				return err
			}
			fmt.Fprintf(c.App.Writer, "已复制 %d 份规划 / %s copied\n", n, counted(n, "plan"))
			return nil
		},
	}
}

func copyPlans(c *cli.Context, from, to graph.Store) (int, error) {
	stamps, err := from.Stamps(c.Context)
	if err != nil {
		return 0, err
	}
	ids := make([]string, 0, len(stamps))
	for id := range stamps {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	var pending []graph.PlanGraph
	items := 0
	for i, id := range ids {
		g, err := from.Read(c.Context, id)
		if err != nil {
			return 0, err
		}
		pending = append(pending, g)
		items += len(g.Nodes) + len(g.Edges)
		if items >= batch || i == len(ids)-1 {
			if err := to.Replace(c.Context, pending); err != nil {
				return 0, err
			}
			pending, items = nil, 0
		}
	}
	return len(ids), nil
}

func exportCommand() *cli.Command {
	return &cli.Command{
		Name:        "export",
		Usage:       "导出图谱 / export the graph",
		ArgsUsage:   "FOLDER",
		Description: "neo4j-admin:供 neo4j-admin database import full 使用的 CSV,并打印该命令。\nneo4j-admin: CSV for `neo4j-admin database import full`; the command is printed.\n\n例 / example:   plangraph export --format neo4j-admin csv/",
		Flags:       []cli.Flag{storeFlag, databaseFlag, &cli.StringFlag{Name: "format", Value: "neo4j-admin", Usage: "neo4j-admin"}},
		Action: func(c *cli.Context) error {
			if f := c.String("format"); f != "neo4j-admin" {
				return usagef("--format %s: 可用 / use: neo4j-admin", f)
			}
			if c.NArg() != 1 {
				return usagef("请给出目标文件夹 / name the folder to write to")
			}
			s, err := openStore(c, false)
			if err != nil {
				return err
			}
			defer s.Close()
			args, err := export.NeoAdmin(c.Context, c.Args().First(), s)
			if err != nil {
				return err
			}
			fmt.Fprintln(c.App.Writer, export.Command(args))
			return nil
		},
	}
}
