package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"plangraph/graph"
	"plangraph/graph/neo4j"
)

func schemaCommand() *cli.Command {
	return &cli.Command{
		Name:        "schema",
		Usage:       "图谱的结构:标签、边、属性与数量 / labels, edge types, properties and counts; constraints and indexes",
		Description: "例 / examples:\n   plangraph schema\n   plangraph schema --cypher",
		Flags: []cli.Flag{storeFlag, databaseFlag,
			&cli.BoolFlag{Name: "cypher", Usage: "输出 Cypher 约束与索引语句,不需要图库 / print the constraints and indexes as Cypher; needs no store"}},
		Action: func(c *cli.Context) error {
			w := c.App.Writer
			if c.Args().Present() {
				return surplus(c, 0)
			}
			if c.Bool("cypher") {
				for _, statement := range neo4j.Schema() {
					fmt.Fprintf(w, "%s;\n", statement)
				}
				return nil
			}
			s, err := openStore(c, false)
			if err != nil {
				return err
			}
			defer s.Close()
			counts, err := s.Counts(c.Context)
			if err != nil {
				return err
			}
			for _, l := range graph.Labels() {
				fmt.Fprintf(w, "%8d  %-16s %s\n", counts.Nodes[l], l, propNames(graph.NodeProps(l)))
			}
			fmt.Fprintln(w)
			for _, t := range graph.EdgeTypes() {
				fmt.Fprintf(w, "%8d  %-16s %s\n", counts.Edges[t], t, propNames(graph.EdgeProps(t)))
			}
			fmt.Fprintf(w, "\n边上的证据 / evidence on edges: %s\n唯一 / unique: id of each label, key of each edge\n"+
				"索引 / indexed: plan of sections, tasks, targets, results and edges; 全文 / full text: names and titles of nodes, quotes of edges\n", propNames(graph.EvidenceProps()))
			return nil
		},
	}
}

func propNames(props []graph.PropType) string {
	names := make([]string, len(props))
	for i, p := range props {
		names[i] = p.Name
	}
	return strings.Join(names, " ")
}
