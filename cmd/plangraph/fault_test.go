package main

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"plangraph/graph"
	"plangraph/graph/sqlite"
)

// makePlans writes n copies of the sample, each with document numbers of its own.
func makePlans(t *testing.T, n int) string {
	t.Helper()
	raw, err := os.ReadFile("../../samples/jiangsu-gazette-2021-17.txt")
	if err != nil {
		t.Fatal(err)
	}
	number := regexp.MustCompile(`〔2021〕(\d+)号`)
	dir := t.TempDir()
	for i := range n {
		text := number.ReplaceAllStringFunc(string(raw), func(s string) string {
			was, _ := strconv.Atoi(number.FindStringSubmatch(s)[1])
			return fmt.Sprintf("〔2021〕%d号", was+1000*i)
		})
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func open(t *testing.T, path string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func plans(t *testing.T, s graph.Store) map[string]graph.PlanGraph {
	t.Helper()
	stamps, err := s.Stamps(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]graph.PlanGraph{}
	for id := range stamps {
		if out[id], err = s.Read(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// A build that is killed leaves every plan whole or absent, and the next one
// completes the graph.
func TestKilledBuild(t *testing.T) {
	in := makePlans(t, 2)
	whole := filepath.Join(t.TempDir(), "whole.db")
	if out, err := exec.Command("plangraph", "build", in, "--store", whole).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want := plans(t, open(t, whole))
	if len(want) != 24 {
		t.Fatalf("%d plans", len(want))
	}
	cut := filepath.Join(t.TempDir(), "cut.db")
	kills := 0
	for size := int64(0); size < 4<<20; size += 2 << 20 { // killed when the file has grown so far
		cmd := exec.Command("plangraph", "build", in, "--store", cut)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() { done <- cmd.Wait() }()
		ended := false
		for !ended {
			select {
			case <-done:
				ended = true
			case <-time.After(time.Millisecond):
				if info, err := os.Stat(cut); err == nil && info.Size() > size {
					cmd.Process.Kill()
					<-done
					ended = true
					kills++
				}
			}
		}
		func() {
			s, err := sqlite.Open(t.Context(), cut)
			if err != nil {
				if size == 0 { // killed before the file was a store
					return
				}
				t.Fatal(err)
			}
			defer s.Close()
			for id, got := range plans(t, s) {
				if !reflect.DeepEqual(got, want[id]) {
					t.Fatalf("killed at %d bytes: plan %s is neither old nor new", size, id)
				}
			}
		}()
	}
	if kills == 0 {
		t.Fatal("every build ended before it could be killed")
	}
	if out, err := exec.Command("plangraph", "build", in, "--store", cut).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if got := dump(t, cut); !maps.Equal(got, dump(t, whole)) {
		t.Error("the build after the killed ones gives another graph")
	}
}

func dump(t *testing.T, path string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := open(t, path).Dump(t.Context(),
		func(n graph.Node) error { out[string(n.Label)+n.ID] = fmt.Sprint(n.Props); return nil },
		func(e graph.Edge) error {
			out[e.Key] = fmt.Sprint(e.Type, e.From, e.To, e.Plan, e.Props, e.Evidence)
			return nil
		})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A disk that fills up gives a message, and the store is whole.
func TestFullDisk(t *testing.T) {
	disk := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk).CombinedOutput(); err != nil {
		t.Skipf("no small disk can be mounted here: %s", out)
	}
	defer exec.Command("umount", disk).Run()
	store := filepath.Join(disk, "x.db")
	out, err := exec.Command("plangraph", "build", "../../samples", "--store", store).CombinedOutput()
	if err == nil || !strings.Contains(string(out), "磁盘已满") || !strings.Contains(string(out), store) {
		t.Fatalf("%v\n%s", err, out)
	}
	s, err := sqlite.Open(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if n := len(plans(t, s)); n != 0 {
		t.Errorf("%d plans of a batch that did not fit", n)
	}
}

// Stores of newer programs, and files of other programs, are left alone and named.
func TestForeignStores(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("plan.txt", []byte("青川市水安全保障行动计划\n(2021—2025年)\n\n一、重点任务\n由青川市水务局牵头编制实施方案。\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Create(t.Context(), "a.db")
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	raw, err := os.ReadFile("a.db")
	if err != nil {
		t.Fatal(err)
	}
	newer := append([]byte(nil), raw...)
	copy(newer[60:64], []byte{0, 0, 0, 99}) // user_version
	foreign := append([]byte(nil), raw...)
	copy(foreign[68:72], []byte{0, 0, 0, 0}) // application_id
	for name, content := range map[string][]byte{"newer.db": newer, "foreign.db": foreign} {
		if err := os.WriteFile(name, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{"newer.db": "newer plangraph", "foreign.db": "not a plangraph store"} {
		for _, verb := range [][]string{{"build", "plan.txt"}, {"query", "plans"}} {
			out, err := exec.Command("plangraph", append(verb, "--store", name)...).CombinedOutput()
			if err == nil || !strings.Contains(string(out), want) || !strings.Contains(string(out), name) {
				t.Errorf("%v on %s: %v\n%s", verb, name, err, out)
			}
		}
	}
}
