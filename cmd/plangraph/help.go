package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"plangraph/graph"
	"plangraph/report"
)

// environment is what -h says of the variables that stand for options.
const environment = "环境变量 / environment: PLANGRAPH_STORE (--store), PLANGRAPH_RULES (--rules), NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE"

// ownHelp lets the library's own options speak both languages.
func ownHelp() {
	cli.HelpFlag = &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: "显示帮助 / show this help", DisableDefaultText: true}
	cli.VersionFlag = &cli.BoolFlag{Name: "version", Aliases: []string{"v"}, Usage: "显示版本 / print the version", DisableDefaultText: true}
}

func helpCommand() *cli.Command {
	return &cli.Command{
		Name:        "help",
		Usage:       "显示一个命令的帮助 / explain a command",
		ArgsUsage:   "[COMMAND]",
		Description: "例 / example:   plangraph help query owners",
		Action: func(c *cli.Context) error {
			if !c.Args().Present() {
				return cli.ShowAppHelp(c)
			}
			commands := c.App.Commands
			for _, name := range c.Args().Slice() {
				next := find(commands, name)
				if next == nil {
					return unknownCommand(name, commands)
				}
				commands = next.Subcommands
			}
			return c.App.RunContext(c.Context, append(append([]string{c.App.Name}, c.Args().Slice()...), "--help"))
		},
	}
}

func versionCommand() *cli.Command {
	return &cli.Command{
		Name:  "version",
		Usage: "显示版本 / print the version",
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return surplus(c, 0)
			}
			cli.ShowVersion(c)
			return nil
		},
	}
}

// find returns the command of a name, or nil.
func find(commands []*cli.Command, name string) *cli.Command {
	for _, c := range commands {
		if c.HasName(name) {
			return c
		}
	}
	return nil
}

// scripts ask the program itself for what may stand next, so they never age.
var scripts = map[string]string{
	"bash": `_plangraph() {
  local IFS=$'\n'
  COMPREPLY=($(plangraph __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _plangraph plangraph
`,
	"zsh": `#compdef plangraph
_plangraph() {
  local -a found
  found=("${(@f)$(plangraph __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "${found[1]}" ]]; then compadd -- "${found[@]}"; else _files; fi
}
compdef _plangraph plangraph
`,
	"fish": `complete -c plangraph -a '(plangraph __complete (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
`,
}

func completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "输出命令补全脚本 / print the script by which a shell completes commands",
		ArgsUsage: "bash|zsh|fish",
		Description: "例 / examples:\n   source <(plangraph completion bash)\n   source <(plangraph completion zsh)\n" +
			"   plangraph completion fish > ~/.config/fish/completions/plangraph.fish",
		Action: func(c *cli.Context) error {
			script, ok := scripts[c.Args().First()]
			if !ok || c.NArg() != 1 {
				return usagef("请给出一种 / name one of: bash, zsh, fish")
			}
			_, err := fmt.Fprint(c.App.Writer, script)
			return err
		},
	}
}

// completeVerb is what the scripts call, with the words of the command line up to
// the one that is being typed.
const completeVerb = "__complete"

// complete prints what may stand for the last word; nothing where that is a file's
// name or a user's own words.
func complete(app *cli.App, words []string) {
	if len(words) == 0 {
		return
	}
	words, typed := words[:len(words)-1], words[len(words)-1]
	commands, flags, path := app.Commands, app.Flags, ""
	for _, w := range words {
		if c := find(commands, w); c != nil {
			commands, flags, path = c.Subcommands, c.Flags, path+c.Name+" "
		}
	}
	var found []string
	switch option := optionBefore(words, flags); {
	case option != "":
		found = optionValues(path, option)
	case strings.HasPrefix(typed, "-"):
		for _, f := range append(flags[:len(flags):len(flags)], cli.HelpFlag) {
			found = append(found, "--"+f.Names()[0])
		}
	case path == "completion ":
		found = slices.Sorted(maps.Keys(scripts))
	default:
		for _, c := range commands {
			found = append(found, c.Name)
		}
	}
	for _, f := range found {
		if strings.HasPrefix(f, typed) {
			fmt.Fprintln(app.Writer, f)
		}
	}
}

// optionBefore returns the option whose value is about to be typed, "" for none.
func optionBefore(words []string, flags []cli.Flag) string {
	if len(words) == 0 || !strings.HasPrefix(words[len(words)-1], "-") {
		return ""
	}
	name := strings.TrimLeft(words[len(words)-1], "-")
	for _, f := range flags {
		if _, isBool := f.(*cli.BoolFlag); !isBool && slices.Contains(f.Names(), name) {
			return f.Names()[0]
		}
	}
	return ""
}

// optionValues returns what may stand behind an option of a command, if that is known.
func optionValues(path, option string) []string {
	switch {
	case path == "export " && option == "format":
		return []string{"neo4j-admin"}
	case option == "format":
		return report.Formats
	}
	name, _ := strings.CutPrefix(strings.TrimSpace(path), "query ")
	if a := graph.FindAnalysis(name); a != nil {
		for _, f := range a.Filters {
			if f.Name == option {
				return f.Values
			}
		}
	}
	return nil
}
