package neo4jtest

import (
	"os/exec"
	"syscall"
)

// endWithParent makes the kernel end the server when a test process dies
// without stopping it (a panic, a time limit).
func endWithParent(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
