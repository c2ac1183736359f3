package neo4jtest

import (
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/lockedfile"
)

//go:embed pom.xml
var pom []byte

// cacheDir is where the jars are kept from run to run, made if need be.
func cacheDir() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(base, "plangraph", "neo4j-"+Version)
	return dir, os.MkdirAll(dir, 0o755)
}

// jars returns the folder with the server's jars and fetches them when they are
// not there (116 MB, about a minute). Several test processes may ask at once:
// one fetches, the others wait.
func jars() (string, error) {
	java, err := exec.LookPath("java")
	if err != nil {
		return "", &missingError{"neither a Docker daemon nor java is here"}
	}
	if out, err := exec.Command(java, "-version").CombinedOutput(); err != nil || !atLeast17(string(out)) {
		return "", &missingError{fmt.Sprintf("no Docker daemon answers and %s is no JDK 17 or later", java)}
	}
	cache, err := cacheDir()
	if err != nil {
		return "", err
	}
	unlock, err := lockedfile.MutexAt(filepath.Join(cache, "lock")).Lock()
	if err != nil {
		return "", err
	}
	defer unlock()
	lib := filepath.Join(cache, "lib")
	if _, err := os.Stat(lib); err == nil {
		return lib, nil
	}
	mvn, err := exec.LookPath("mvn")
	if err != nil {
		return "", &missingError{"java is here but Maven (mvn) is not"}
	}
	if err := os.WriteFile(filepath.Join(cache, "pom.xml"), pom, 0o644); err != nil {
		return "", err
	}
	// Into another folder first: a fetch cut short must not look like a whole one.
	fresh := lib + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return "", err
	}
	cmd := exec.Command(mvn, "-B", "-q", "dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory="+fresh)
	cmd.Dir = cache
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", &missingError{fmt.Sprintf("Maven could not fetch the server (%v: %s)", err, firstLine(string(out)))}
	}
	return lib, os.Rename(fresh, lib)
}

// atLeast17 reads the answer of java -version: openjdk version "17.0.15" ….
func atLeast17(out string) bool {
	_, rest, ok := strings.Cut(out, `version "`)
	if !ok {
		return false
	}
	var major int
	_, err := fmt.Sscanf(rest, "%d", &major)
	return err == nil && major >= 17
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}
