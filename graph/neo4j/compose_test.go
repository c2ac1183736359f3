package neo4j

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/cli"

	"plangraph/graph/neo4j/neo4jtest"
)

// docker-compose.yml is right by the compose specification's own library, and
// starts the server that the tests ran against.
func TestComposeFile(t *testing.T) {
	const file = "../../docker-compose.yml"
	load := func(env ...string) (image string, ports, volumes []string, err error) {
		options, err := cli.NewProjectOptions([]string{file}, cli.WithEnv(env), cli.WithName("plangraph"))
		if err != nil {
			return "", nil, nil, err
		}
		project, err := options.LoadProject(t.Context())
		if err != nil {
			return "", nil, nil, err
		}
		service, err := project.GetService("neo4j")
		if err != nil {
			return "", nil, nil, err
		}
		if service.HealthCheck == nil || len(service.HealthCheck.Test) != 2 {
			t.Error("no health check")
		}
		if auth := service.Environment["NEO4J_AUTH"]; auth == nil || *auth != "neo4j/pass-word" {
			t.Error("NEO4J_PASSWORD does not become the server's password")
		}
		for _, p := range service.Ports {
			ports = append(ports, p.HostIP+":"+p.Published)
		}
		for _, v := range service.Volumes {
			volumes = append(volumes, v.Type+" "+v.Target)
		}
		if _, ok := project.Volumes["neo4j-data"]; !ok {
			t.Error("no volume for the data")
		}
		return service.Image, ports, volumes, nil
	}
	image, ports, volumes, err := load("NEO4J_PASSWORD=pass-word")
	if err != nil {
		t.Fatal(err)
	}
	if want := "neo4j:" + neo4jtest.Version + "-community"; image != want {
		t.Errorf("image %s, the tests run %s", image, want)
	}
	if !slices.Equal(ports, []string{"127.0.0.1:7474", "127.0.0.1:7687"}) {
		t.Errorf("ports %v", ports)
	}
	if !slices.Contains(volumes, "volume /data") {
		t.Errorf("volumes %v", volumes)
	}
	if _, _, _, err := load(); err == nil || !strings.Contains(err.Error(), "NEO4J_PASSWORD") {
		t.Errorf("without a password: %v", err)
	}
}

// .env.example names every variable that the file asks for, and holds no
// password.
func TestEnvExample(t *testing.T) {
	compose, err := os.ReadFile("../../docker-compose.yml")
	if err != nil {
		t.Fatal(err)
	}
	example, err := os.Open("../../.env.example")
	if err != nil {
		t.Fatal(err)
	}
	defer example.Close()
	values := map[string]string{}
	for lines := bufio.NewScanner(example); lines.Scan(); {
		if name, value, ok := strings.Cut(lines.Text(), "="); ok && !strings.HasPrefix(name, "#") {
			values[name] = value
		}
	}
	for _, part := range strings.Split(string(compose), "${")[1:] {
		name := part[:strings.IndexAny(part, ":}")]
		if strings.HasPrefix(name, "NEO4J_AUTH#") { // the health check's own shell
			continue
		}
		if _, ok := values[name]; !ok {
			t.Errorf(".env.example does not name %s", name)
		}
	}
	if values["NEO4J_PASSWORD"] != "" {
		t.Error(".env.example gives a password that people would keep")
	}
}
