// Plangraph reads plans of Chinese governments and turns them into a knowledge
// graph. This command only wires the rooms of the house together; every verb
// has a file of its own.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"plangraph/graph"
	"plangraph/graph/export"
	"plangraph/graph/neo4j"
	"plangraph/report"
)

// version is part of every plan's stamp: raise it when the same text and rules
// give other facts or another graph.
const version = "0.9.0"

func main() { os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr)) }

// usageError is a mistake on the command line: exit code 2.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// errReported ends a command with code 1 after everything has been said.
var errReported = errors.New("reported")

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	debug.SetMemoryLimit(380 << 20) // the collector works harder near it; folders of any size fit
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() { // a second Ctrl-C ends what waits for standard input or a password
		<-ctx.Done()
		stop()
	}()
	out := &output{Writer: stdout}
	app := newApp(stdin, out, stderr)
	if len(args) > 1 && args[1] == completeVerb {
		complete(app, args[2:])
		return 0
	}
	err := app.RunContext(ctx, permute(app, args))
	if err == nil {
		err = out.err
	}
	var usage usageError
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errReported):
		return 1
	case errors.As(err, &usage):
		fmt.Fprintln(stderr, "plangraph:", err)
		return 2
	case errors.Is(err, syscall.EPIPE):
		return 1 // whoever read the output has gone, and reads no message either
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "plangraph: 已中断,每份规划或为旧版或为新版 / interrupted; every plan is wholly old or wholly new")
		return 1
	}
	fmt.Fprintf(stderr, "plangraph: %s%v\n", inChinese(err), err)
	return 1
}

// output remembers whether something could not be written: a result that is not
// whole is a failure, whoever wrote it.
type output struct {
	io.Writer
	err error
}

func (o *output) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	if o.err == nil {
		o.err = err
	}
	return n, err
}

// Fd is that of the file behind it, by which terminals are told.
func (o *output) Fd() uintptr {
	if f, ok := o.Writer.(*os.File); ok {
		return f.Fd()
	}
	return ^uintptr(0)
}

// inChinese says in Chinese what is wrong with a store; the stores' own messages
// are English.
func inChinese(err error) string {
	for _, e := range []struct {
		err error
		zh  string
	}{
		{graph.ErrNotThere, "图库不存在,请先运行 plangraph build"},
		{graph.ErrNotStore, "这不是 plangraph 图库,请用 --store 另选"},
		{graph.ErrNewer, "图库由更新版本的 plangraph 写成,请用新版本或另建"},
		{graph.ErrHeld, "图库正被另一进程占用,请稍后再试"},
		{graph.ErrReadOnly, "图库不可写,请检查权限或用 --store 另选"},
		{graph.ErrNoFolder, "图库所在的文件夹不存在,请先建立或用 --store 另选"},
		{export.ErrNotEmpty, "文件夹不是空的,请另选"},
		{fs.ErrPermission, "没有权限,请检查文件权限或另选"},
		{graph.ErrFolder, "图库路径是文件夹,请写文件名"},
		{graph.ErrFull, "磁盘已满,请腾出空间后重试"},
		{graph.ErrDamaged, "图库文件已损坏,请移走后重新 build"},
		{syscall.ENOSPC, "磁盘已满,请腾出空间后重试"},
		{syscall.EDQUOT, "磁盘配额已满,请腾出空间后重试"},
		{syscall.EFBIG, "输出超过文件大小限制"},
		{graph.ErrNoPlan, "图库中没有这份规划"},
		{neo4j.ErrNoServer, "没有 Neo4j 服务器应答,请检查是否已启动,地址、端口和协议是否正确"},
		{neo4j.ErrLogin, "Neo4j 拒绝此用户名或密码"},
		{neo4j.ErrNoDatabase, "Neo4j 服务器上没有这个数据库,请检查 --database 与 NEO4J_DATABASE"},
		{neo4j.ErrOldServer, "Neo4j 服务器版本过旧"},
		{neo4j.ErrServerSick, "Neo4j 服务器不能写入,或数据库不在线"},
		{neo4j.ErrWrites, "该语句会写入;确要写入请加 --write"},
		{neo4j.ErrTooLong, "语句超过时限,可用 --timeout 延长"},
		{neo4j.ErrNotTrusted, "本机不信任 Neo4j 服务器的证书"},
	} {
		if errors.Is(err, e.err) {
			return e.zh + " / "
		}
	}
	return ""
}

func newApp(stdin io.Reader, stdout, stderr io.Writer) *cli.App {
	ownHelp()
	app := &cli.App{
		Name:    "plangraph",
		Usage:   "把政府规划读成知识图谱 / turn government plans into a knowledge graph, by rules, offline",
		Version: version,
		Description: "先运行 / start with:   plangraph build samples\n" +
			"再运行 / then:         plangraph query --list\n\n" +
			"退出码 / exit codes: 0 完成 done, 1 失败 failed, 2 用法错误 misused\n" +
			environment,
		Reader: stdin, Writer: stdout, ErrWriter: stderr,
		HideHelpCommand: true,
		Flags:           []cli.Flag{cli.HelpFlag}, // the library leaves it out where there is a command "help"
		// A flag that may be given again is never parted at commas: --param holds JSON.
		DisableSliceFlagSeparator: true,
		ExitErrHandler:            func(*cli.Context, error) {},
		Commands: []*cli.Command{buildCommand(), extractCommand(), queryCommand(), searchCommand(), whyCommand(),
			evalCommand(), rulesCommand(), removeCommand(), copyCommand(), exportCommand(), schemaCommand(), cypherCommand(),
			helpCommand(), completionCommand(), versionCommand()},
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return unknownCommand(c.Args().First(), c.App.Commands)
			}
			return cli.ShowAppHelp(c)
		},
	}
	app.OnUsageError = func(c *cli.Context, err error, _ bool) error { return misused(err, c.App.Name, c.App.Flags) }
	prepare(app.Commands)
	return app
}

// prepare gives all commands the same manners: mistakes with flags are misuse.
func prepare(commands []*cli.Command) {
	for _, c := range commands {
		c.OnUsageError = func(c *cli.Context, err error, _ bool) error {
			return misused(err, c.Command.HelpName, c.Command.Flags)
		}
		c.HideHelpCommand = true
		for _, f := range c.Flags {
			if b, ok := f.(*cli.BoolFlag); ok {
				b.DisableDefaultText = true // that it is off unless it is given goes without saying
			}
		}
		prepare(c.Subcommands)
	}
}

// misused says in both languages what the flag package says in its own way.
func misused(err error, command string, flags []cli.Flag) error {
	see := ";用法见 / see: " + command + " -h"
	_, command, _ = strings.Cut(command, " ") // the program has said its own name
	if command != "" {
		command += ": "
	}
	text := err.Error()
	if _, name, ok := strings.Cut(text, "provided but not defined: "); ok {
		name = strings.TrimLeft(name, "-")
		return usagef("%s没有选项 --%s / there is no option --%[2]s%s%s", command, name, flagHint(name, flags), see)
	}
	if _, name, ok := strings.Cut(text, "needs an argument: "); ok {
		return usagef("%s选项 --%s 之后缺少值 / option --%[2]s needs a value%s", command, strings.TrimLeft(name, "-"), see)
	}
	var value, name string
	if _, err := fmt.Sscanf(text, "invalid value %q for flag -%s", &value, &name); err == nil {
		name = strings.TrimSuffix(name, ":")
		return usagef("%s选项 --%s 不能取值 %s / option --%[2]s cannot be %[3]s%s%s", command, name, value, valueHint(name, flags), see)
	}
	return usagef("%s选项有误 / mistake in the options: %w%s", command, err, see)
}

// surplus refuses the arguments of a command behind the first n.
func surplus(c *cli.Context, n int) error {
	_, command, _ := strings.Cut(c.Command.HelpName, " ") // the program says its own name
	return usagef("%s: 多余的参数 %q / takes no argument %[2]q;用法见 / see: %[3]s -h", command, c.Args().Get(n), c.Command.HelpName)
}

// valueHint shows how the value of an option is written, where that is not plain.
func valueHint(name string, flags []cli.Flag) string {
	for _, f := range flags {
		if _, ok := f.(*cli.DurationFlag); ok && slices.Contains(f.Names(), name) {
			return ";如 / such as: 30s, 2m"
		}
	}
	return ""
}

// flagHint proposes an option for one that a command does not have.
func flagHint(typed string, flags []cli.Flag) string {
	var names []string
	for _, f := range flags {
		names = append(names, f.Names()[0])
	}
	if slices.Contains(names, "format") && slices.Contains(report.Formats, typed) { // --json
		return ";您是否要 / did you mean: --format " + typed
	}
	if close := nearest(typed, names, 1); len(close) > 0 {
		return ";您是否要 / did you mean: --" + close[0]
	}
	return ""
}

func unknownCommand(name string, commands []*cli.Command) error {
	var names []string
	for _, c := range commands {
		names = append(names, c.Name)
	}
	hint := ""
	if close := nearest(name, names, 1); len(close) > 0 {
		hint = fmt.Sprintf(";您是否要 / did you mean: %s", close[0])
	}
	return usagef("没有命令 %q / there is no command %q%s;可用 / known: %s", name, name, hint, strings.Join(names, ", "))
}

// permute puts the flags of the innermost command behind its name and before its
// arguments, so that `plangraph build samples --force` and `plangraph query --format csv
// owners` mean what they say: the flag package stops at the first argument.
func permute(app *cli.App, args []string) []string {
	out := args[:min(1, len(args))]
	rest := args[len(out):]
	commands, flags := app.Commands, []cli.Flag(nil)
	var early []string // options before the name of a command
	for {
		valued := map[string]bool{}
		addValued(valued, commands, flags)
		n := 0
		for n < len(rest) && isOption(rest[n]) {
			n += 1 + followers(rest[n:], valued)
		}
		if n >= len(rest) {
			break
		}
		c := find(commands, rest[n])
		if c == nil {
			break
		}
		early = append(early, rest[:n]...)
		out = append(out[:len(out):len(out)], rest[n])
		commands, flags, rest = c.Subcommands, c.Flags, rest[n+1:]
	}
	rest = append(early, rest...)
	valued := map[string]bool{}
	addValued(valued, nil, flags)
	var options, words []string
	for i := 0; i < len(rest); i++ {
		switch a := rest[i]; {
		case a == "--":
			words = append(words, rest[i+1:]...)
			i = len(rest)
		case !isOption(a):
			words = append(words, a)
		default:
			n := followers(rest[i:], valued)
			options = append(options, rest[i:i+1+n]...)
			i += n
		}
	}
	out = append(out[:len(out):len(out)], options...)
	if len(words) > 0 {
		out = append(append(out, "--"), words...)
	}
	return out
}

// addValued notes the flags that take a value: those given and those of commands.
func addValued(valued map[string]bool, commands []*cli.Command, flags []cli.Flag) {
	for _, f := range flags {
		if _, isBool := f.(*cli.BoolFlag); !isBool {
			for _, n := range f.Names() {
				valued[n] = true
			}
		}
	}
	for _, c := range commands {
		addValued(valued, c.Subcommands, c.Flags)
	}
}

func isOption(word string) bool { return len(word) > 1 && word[0] == '-' && word != "--" }

// followers returns how many words belong to the option that words begin with: its
// value, if it takes one and one is there.
func followers(words []string, valued map[string]bool) int {
	if valued[strings.TrimLeft(words[0], "-")] && len(words) > 1 {
		return 1
	}
	return 0
}
