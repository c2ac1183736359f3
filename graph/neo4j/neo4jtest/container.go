package neo4jtest

import (
	"fmt"
	"os/exec"
	"strconv"
	"strings"
)

// container is a server of ours in Docker.
type container struct {
	id   string
	port int
}

func newContainer() (*container, error) {
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	id, err := docker("create",
		"--publish", "127.0.0.1:"+strconv.Itoa(port)+":7687",
		"--env", "NEO4J_AUTH=neo4j/"+password,
		"--env", "NEO4J_server_bolt_advertised__address=127.0.0.1:"+strconv.Itoa(port),
		"neo4j:"+Version+"-community")
	if err != nil {
		return nil, err
	}
	return &container{id, port}, nil
}

func (c *container) start() error {
	_, err := docker("start", c.id)
	return err
}

func (c *container) kill() error {
	_, err := docker("kill", c.id)
	return err
}

func (c *container) stop() error {
	_, err := docker("rm", "--force", "--volumes", c.id)
	return err
}

func (c *container) failure() error {
	running, err := docker("inspect", "--format", "{{.State.Running}}", c.id)
	if err != nil || running == "true" {
		return err
	}
	log, err := docker("logs", "--tail", "20", c.id)
	if err != nil {
		return err
	}
	return fmt.Errorf("the Neo4j container ended by itself: %s", log)
}

func docker(args ...string) (string, error) {
	out, err := exec.Command("docker", args...).CombinedOutput()
	text := strings.TrimSpace(string(out))
	if err != nil {
		return "", fmt.Errorf("docker %s: %w: %s", args[0], err, text)
	}
	// A pull writes its progress before the answer.
	return text[strings.LastIndexByte(text, '\n')+1:], nil
}
