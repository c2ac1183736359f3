package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"plangraph/graph"
	"plangraph/plan"
)

// askNext proposes questions that the plans of a build have answers to, as they
// are to be typed.
func (b *builder) askNext() error {
	me, at := program(), storeOption(b.c)
	fmt.Fprintf(b.c.App.Writer, "\n接着可问 / ask next:\n  %s query --list\n", me)
	name, err := b.busiest(b.c.Context)
	if err != nil {
		return err
	}
	if name != "" {
		fmt.Fprintf(b.c.App.Writer, "  %s query owners --department %s%s\n", me, shellWord(name), at)
	}
	unowned, err := b.store.Query(b.c.Context, graph.FindAnalysis("tasks"), graph.Params{"plan": b.some(), "unowned": true})
	if err != nil {
		return err
	}
	if len(unowned.Values) > 0 {
		fmt.Fprintf(b.c.App.Writer, "  %s query tasks --unowned --format table%s\n", me, at)
	}
	for _, word := range []string{"养老", "服务", "建设", "工作"} {
		rows, err := b.store.Search(b.c.Context, [][]string{{word}}, 1)
		if err != nil {
			return err
		}
		if len(rows.Values) > 0 {
			fmt.Fprintf(b.c.App.Writer, "  %s search %s%s\n", me, word, at)
			break
		}
	}
	return nil
}

// some are the first plans of the build: of many they will do to find a question.
func (b *builder) some() []string { return b.order[:min(len(b.order), 20)] }

// busiest returns the short name of the body with the most duties, "" for none.
func (b *builder) busiest(ctx context.Context) (string, error) {
	answer, err := b.store.Query(ctx, graph.FindAnalysis("departments"), graph.Params{"plan": b.some()})
	if err != nil {
		return "", err
	}
	names := columnNames(answer)
	column := func(name string) int { return slices.Index(names, name) }
	best, most := "", int64(0)
	for _, row := range answer.Values {
		var duties int64
		for _, role := range plan.Roles() {
			n, _ := row[column(role)].(int64)
			duties += n
		}
		short, _ := row[column("short_name")].(string)
		if short != "" && duties > most && row[column("kind")] == "body" {
			best, most = short, duties
		}
	}
	return best, nil
}

// program is how the user called this program.
func program() string {
	if path, err := os.Executable(); err == nil && strings.Contains(filepath.ToSlash(path), "/go-build") {
		return "go run ./cmd/plangraph"
	}
	return "plangraph"
}

// storeOption is what later commands must be given to find the store of this one.
func storeOption(c *cli.Context) string {
	if name := storeName(c); name != storeOfEnvironment() {
		return " --store " + shellWord(name)
	}
	return ""
}

// shellWord quotes a word where a shell would part or read it.
func shellWord(s string) string {
	if strings.ContainsAny(s, " \t\n'\"\\$`&|;<>()*?[]{}#~!") {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return s
}
