package report

import (
	"bufio"
	"bytes"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"
)

var (
	columns = []string{"department", "tasks", "note", "absent"}
	rows    = [][]any{
		{"青川市水务局", int64(3), "a\tb\nc", nil},
		{"ABC", int64(12), []string{"甲", "乙"}, nil},
		{"“引号”<&>", 1.5, true, nil},
	}
)

func TestFormats(t *testing.T) {
	want := map[string]string{
		"table": "department    tasks  note\n" +
			"------------  -----  ------\n" +
			"青川市水务局      3  a b c\n" +
			"ABC              12  甲; 乙\n" +
			"“引号”<&>       1.5  true\n",
		"json": "[\n" + `{"department":"青川市水务局","tasks":3,"note":"a\tb\nc"},` + "\n" +
			`{"department":"ABC","tasks":12,"note":["甲","乙"]},` + "\n" +
			`{"department":"“引号”<&>","tasks":1.5,"note":true}` + "\n]\n",
		"jsonl": `{"department":"青川市水务局","tasks":3,"note":"a\tb\nc"}` + "\n" +
			`{"department":"ABC","tasks":12,"note":["甲","乙"]}` + "\n" +
			`{"department":"“引号”<&>","tasks":1.5,"note":true}` + "\n",
		"csv":   "department,tasks,note,absent\n青川市水务局,3,\"a\tb\nc\",\nABC,12,甲; 乙,\n“引号”<&>,1.5,true,\n",
		"excel": "\ufeffdepartment,tasks,note,absent\r\n青川市水务局,3,\"a\tb\r\nc\",\r\nABC,12,甲; 乙,\r\n“引号”<&>,1.5,true,\r\n",
	}
	for _, format := range Formats {
		var b bytes.Buffer
		if err := Write(&b, format, columns, rows); err != nil {
			t.Fatal(err)
		}
		if b.String() != want[format] {
			t.Errorf("%s:\n%s\nwant:\n%s", format, b.String(), want[format])
		}
	}
	if err := Write(&bytes.Buffer{}, "xml", columns, rows); err == nil {
		t.Error("an unknown format passes")
	}
}

// Every full line of a table ends at the same column of a terminal.
func TestAligned(t *testing.T) {
	var b bytes.Buffer
	long := strings.Repeat("长", 60)
	if err := Write(&b, "table", []string{"x", "n"}, [][]any{{long, 1}, {"短a", 2}, {"ｆｕｌｌ", 3}}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	for _, line := range lines {
		if w := eastAsian.StringWidth(line); w != eastAsian.StringWidth(lines[0]) || w > widest+3 {
			t.Errorf("width %d, the head's is %d: %s", w, eastAsian.StringWidth(lines[0]), line)
		}
	}
	if runewidth.StringWidth("长") != 2 {
		t.Error("a Chinese character must be two columns wide")
	}
}

// A table for a terminal is as wide as that: the widest columns give way, numbers
// and short columns do not, and of a file's name the end is left.
func TestFit(t *testing.T) {
	var b bytes.Buffer
	out := bufio.NewWriter(&b)
	long := strings.Repeat("河道整治", 10)
	writeTable(out, []string{"plan", "quote", "source", "line"}, [][]any{{"青政发〔2024〕3号", long, "plans/2024/water/security-plan.txt", 1234567}}, 70)
	out.Flush()
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if w := eastAsian.StringWidth(lines[1]); w > 70 || w < 66 {
		t.Errorf("the table is %d columns wide, the terminal 70:\n%s", w, b.String())
	}
	row := lines[2]
	for _, want := range []string{"青政发〔2024〕3号 ", "  河道整治", "…", "-plan.txt ", " 1234567"} {
		if !strings.Contains(row, want) {
			t.Errorf("no %q in %s", want, row)
		}
	}
	if eastAsian.StringWidth(row) != eastAsian.StringWidth(lines[1]) {
		t.Errorf("not aligned:\n%s", b.String())
	}
}

// What all rows of a table that is too wide have in common is told once above it.
func TestConstant(t *testing.T) {
	show := func(rows [][]any, width int) string {
		var b bytes.Buffer
		out := bufio.NewWriter(&b)
		writeTable(out, []string{"plan", "task", "source"}, rows, width)
		out.Flush()
		return b.String()
	}
	rows := [][]any{{"青政发〔2024〕3号", "河道整治", "plans/a.txt"}, {"青政发〔2024〕3号", "修缮堤坝", "plans/a.txt"}, {"青政发〔2024〕3号", "种树", "plans/a.txt"}}
	got := show(rows, 30)
	if want := "各行相同 / the same in every row:  plan = 青政发〔2024〕3号  source = plans/a.txt\n\ntask\n--------\n河道整治\n修缮堤坝\n种树\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, wide := range []string{show(rows, 80), show(rows[:2], 30), show(rows, 0)} {
		if strings.Contains(wide, "the same") {
			t.Errorf("columns were taken out of\n%s", wide)
		}
	}
}

// Where the columns of a table could not be read any more, those that tell least are
// left out and named.
func TestNarrow(t *testing.T) {
	show := func(rows [][]any, width int) string {
		var b bytes.Buffer
		out := bufio.NewWriter(&b)
		writeTable(out, []string{"task", "name", "lead", "section", "line", "quote"}, rows, width)
		out.Flush()
		return b.String()
	}
	row := func(n int, lead, quote string) []any {
		return []any{"整治河道及其支流沟渠工程", "整治河道及其支流沟渠工程", lead, "重点任务 / 水环境综合整治", n, quote}
	}
	two := [][]any{row(12, "青川市水务局", "由青川市水务局牵头整治"), row(15, "青川市财政局", "由青川市财政局牵头整治")}
	got := show(two, 90)
	if !strings.HasPrefix(got, "终端较窄,未列出 / not shown for want of room: section\n\ntask ") || !strings.Contains(got, "青川市水务局") {
		t.Errorf("got\n%s", got)
	}
	got = show(two, 60)
	if !strings.HasPrefix(got, "终端较窄,未列出 / not shown for want of room: section, quote\n\n") {
		t.Errorf("got\n%s", got)
	}
	if got = show(two, 200); strings.Contains(got, "not shown") || !strings.Contains(got, "section") {
		t.Errorf("got\n%s", got)
	}
	three := append(two, row(18, "青川市民政局", "由青川市民政局牵头整治"))
	three[2][0], three[2][1] = "修缮堤坝", "修缮堤坝"
	if got = show(three, 70); !strings.Contains(got, "not shown for want of room: name\n") { // it says what task says
		t.Errorf("got\n%s", got)
	}
	for _, line := range strings.Split(strings.TrimSpace(got), "\n") {
		if w := eastAsian.StringWidth(line); w > 70 {
			t.Errorf("%d columns wide: %s", w, line)
		}
	}
}

func TestNothing(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, "json", columns, nil); err != nil || b.String() != "[]\n" {
		t.Errorf("%v %q", err, b.String())
	}
}

// A bar is for terminals only.
func TestProgressElsewhere(t *testing.T) {
	var b bytes.Buffer
	p := NewProgress(&b)
	p.Set(1, 2, "x")
	p.Clear()
	if b.Len() != 0 {
		t.Errorf("%q", b.String())
	}
}
