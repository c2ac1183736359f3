package graph

import (
	"fmt"
	"iter"
	"os"
	"reflect"
	"testing"
)

type noNaming struct{ Naming }

// lists is a plan's statement of a project, at a place.
func lists(project, plan string, start int) Use {
	n := Ref{Project, project}
	return Use{n, Edge{Key: fmt.Sprint(project, plan, start), Type: Lists, From: Ref{Section, plan + "#1"}, To: n, Plan: plan,
		Evidence: &Evidence{Quote: fmt.Sprintf("%s建设%s于%d", plan, project, start), Start: start, Line: start + 1}}}
}

func derive(t *testing.T, uses []Use, failing error) ([]Edge, error) {
	t.Helper()
	t.Setenv("TMPDIR", t.TempDir())
	var edges []Edge
	settled := false
	d := Derivation{
		Naming: noNaming{},
		Cites:  func(func(Edge, error) bool) {},
		Uses: iter.Seq2[Use, error](func(yield func(Use, error) bool) {
			for _, u := range uses {
				if !yield(u, nil) {
					return
				}
			}
		}),
		Patch: func(Ref, Props) error {
			if settled {
				t.Error("a patch after Settle")
			}
			return nil
		},
		Settle: func() error { settled = true; return nil },
		Add: func(e Edge) error {
			if !settled {
				t.Error("an edge before Settle")
			}
			edges = append(edges, e)
			return failing
		},
	}
	err := d.Run()
	left, dirErr := os.ReadDir(os.TempDir())
	if dirErr != nil || len(left) > 0 {
		t.Errorf("left in the temporary folder: %v %v", left, dirErr)
	}
	return edges, err
}

func TestOverlapsKeepTheFirstStatementOfEachPlan(t *testing.T) {
	// 乙 stands before 甲 in plan b; the later statement in a does not count.
	edges, err := derive(t, []Use{lists("丙", "c", 1), lists("乙", "b", 5), lists("乙", "a", 9), lists("乙", "a", 30),
		lists("甲", "a", 9), lists("甲", "b", 2), lists("甲", "c", 7)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range edges {
		got = append(got, fmt.Sprint(e.From.ID, e.To.ID, e.Props.Get("count"), e.Props.Get("what"), e.Props.Get("lines"), e.Props.Get("on_lines"),
			e.Props.Get("quotes"), e.Props.Get("on_quotes")))
	}
	want := []string{
		"ab2 [甲 乙] [10 10] [3 6] [a建设甲于9 a建设乙于9] [b建设甲于2 b建设乙于5]",
		"ac1 [甲] [10] [8] [a建设甲于9] [c建设甲于7]",
		"bc1 [甲] [3] [8] [b建设甲于2] [c建设甲于7]",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestOverlapsCountMoreThanTheyQuote(t *testing.T) {
	var uses []Use
	for i := range 5 * maxQuotes {
		name := fmt.Sprintf("项目%03d", i)
		uses = append(uses, lists(name, "a", 1000-i), lists(name, "b", i))
	}
	edges, err := derive(t, uses, nil)
	if err != nil || len(edges) != 1 {
		t.Fatal(edges, err)
	}
	p := edges[0].Props
	what := p.Get("what").([]string)
	if p.Get("count") != int64(5*maxQuotes) || len(what) != maxQuotes || what[0] != fmt.Sprintf("项目%03d", 5*maxQuotes-1) {
		t.Error(p)
	}
}

func TestWhatTooManyPlansNameTiesNone(t *testing.T) {
	for _, c := range []struct{ plans, edges int }{{MaxSharing, MaxSharing * (MaxSharing - 1) / 2}, {MaxSharing + 1, 0}} {
		var uses []Use
		for i := range c.plans {
			uses = append(uses, lists("桥", fmt.Sprintf("p%03d", i), 1), lists("桥", fmt.Sprintf("p%03d", i), 2))
		}
		edges, err := derive(t, uses, nil)
		if err != nil || len(edges) != c.edges {
			t.Errorf("%d plans: %d edges, want %d (%v)", c.plans, len(edges), c.edges, err)
		}
	}
}

func TestAFailingStoreLeavesNoFile(t *testing.T) {
	if _, err := derive(t, []Use{lists("桥", "a", 1), lists("桥", "b", 1)}, os.ErrClosed); err != os.ErrClosed {
		t.Error(err)
	}
}
