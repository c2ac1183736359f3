package graph

import "testing"

// TestCitedPlan: which plan of the graph a cited title and number mean.
func TestCitedPlan(t *testing.T) {
	plan := func(id, title, number string) Node {
		return Node{Ref: Ref{Label: Plan, ID: id}, Props: Props{{"title", title}, {"document_number", number}}}
	}
	r := newResolver([]Node{
		plan("a", "青川市养老服务行动方案(2022—2024年)", ""),
		plan("b", "青川市水网规划(2021—2025年)", ""),
		plan("c", "青川市水网规划(2026—2030年)", ""),
		plan("d", "市政府关于印发青川市粮食规划的通知", "青政发〔2031〕5号"),
		plan("e", "青川市粮食规划(草案)", ""),
		plan("f", "青川市水价规划(第2版)", ""),
	})
	for _, c := range []struct{ title, number, want string }{
		{"青川市养老服务行动方案", "", "a"},
		{"青川市养老服务行动方案(2022—2024年)", "", "a"},
		{"青川市养老服务行动方案(2019—2021年)", "", ""},
		{"青川市水价规划", "", ""}, // of which edition it is does not go without saying
		{"青川市水网规划", "", ""}, // two plans have it
		{"青川市水网规划(2026—2030年)", "", "c"},
		{"青川市粮食规划", "", "d"},
		{"青川市粮食规划", "青政发〔2031〕5号", "d"},
		{"青川市粮食规划", "青政发〔2021〕5号", ""}, // an older one of the same title
		{"另一份规划", "青政发〔2031〕5号", "d"},
	} {
		if got := r.plan(c.title, c.number, "citing"); got != c.want {
			t.Errorf("《%s》%s: %q, want %q", c.title, c.number, got, c.want)
		}
	}
	if got := r.plan("青川市养老服务行动方案", "", "a"); got != "" {
		t.Errorf("a plan that cites itself depends on %q", got)
	}
}
