package extract_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"plangraph/extract"
	"plangraph/internal/testkit"
	"plangraph/plan"
	"plangraph/resolve"
	"plangraph/source"
)

// said reads a text and returns what its plans state: every fact's own keys as
// JSON, without its place in the file.
func said(read *source.Reader, w *extract.Worker, r *resolve.Resolver, text string) []string {
	doc := read.Parse("metamorphic.txt", text)
	var out []string
	for _, p := range doc.Plans {
		for _, f := range r.Facts(doc, p, w.Plan(doc, p)) {
			switch f.Type {
			case plan.TypeTarget, plan.TypeProject, plan.TypeAssignment:
				f.Plan, f.Section, f.Source, f.Span, f.Line, f.Quote = "", "", "", plan.Span{}, 0, ""
				out = append(out, strings.TrimSpace(string(f.AppendJSON(nil))))
			}
		}
	}
	return out
}

const invented = `安徽省人民政府办公厅关于印发安徽省粮食安全规划(2026—2030年)的通知

皖政办〔2026〕31号

一、主要目标

到2030年,粮食产能达到830亿斤,新建仓容60万吨。

二、重点任务

合肥市人民政府要加强储备粮轮换管理,严查虚报数量。

实施“皖北粮仓”提升工程,新增高标准农田90万亩。

修订应急预案。(安徽省粮食和储备局牵头,安徽省财政厅配合)
`

// inTraditional is a plan whose layout (a table's header, fields, articles) is told by words
// that have other characters in simplified writing.
const inTraditional = `青川市辦學條件改善計劃(2031—2033年)

序號	重點任務	牽頭單位	責任單位	完成時限
1	新建學校12所	市教育局	市財政局、市發展改革委	2032年9月
2	擴建職業學院實訓樓	市人力資源社會保障局	市財政局	2033年6月

第一條 開展師資輪訓。每年輪訓教師300名。

責任單位:市教育局、市總工會

一、主要目標。到2033年,學位缺口縮減80%以上。
`

// inParagraphs is a plan of long paragraphs.
const inParagraphs = `青川市养老服务提升行动方案(2031—2033年)
一、主要目标
到2033年,全市养老床位达到1.2万张,护理型床位占比不低于65%,每个街道至少建有1处综合服务中心,助餐点320个以上,认知障碍照护专区覆盖所有县(市、区),养老护理员持证上岗率达到100%。
二、重点任务
(一)扩大床位供给。改造乡镇敬老院18所,完善医疗机构转诊流程,新增护理员2600名。(牵头单位:市民政局;责任单位:市卫生健康委、市财政局,各县(市、区)人民政府)
(二)发展老年助餐。由市商务局会同市市场监管局制定老年食堂评定办法,新办老年食堂45家,每年培训厨师300人次以上,食堂覆盖率达到85%。
(三)推动智慧养老。开工建设青川、白石等养老大数据中心,市大数据局牵头开发预约平台,上门服务预约办结率达到98%以上。
`

// TestWrappedLines: where lines end says nothing in a text whose paragraphs were broken at
// one width, as PDF files give them; some lines begin with a figure or in mid-word.
func TestWrappedLines(t *testing.T) {
	e := testkit.Engine(t)
	read, w, r := source.New(e.Words, e.Simplified), e.NewWorker(), resolve.New(e.Bodies())
	want := said(read, w, r, inParagraphs)
	if len(want) < 12 {
		t.Fatalf("the text states only %d facts: %s", len(want), strings.Join(want, "\n"))
	}
	for _, width := range []int{40, 48, 56} {
		compare(t, "wrapped lines", said(read, w, r, inLines(inParagraphs, width)), want)
	}
	short := inParagraphs[strings.Index(inParagraphs, "二、"):strings.Index(inParagraphs, "(三)")] // two lines of full width, then three
	want = said(read, w, r, short)
	for _, width := range []int{60, 66, 72} {
		compare(t, "wrapped lines of a short text", said(read, w, r, inLines(short, width)), want)
	}
}

// inLines breaks the lines of a text at a width; a Han character is as wide as two figures.
func inLines(text string, width int) string {
	var b strings.Builder
	n := 0
	for _, c := range text {
		wide := 1
		if c >= 0x2e80 {
			wide = 2
		}
		if n += wide; n > width && !strings.ContainsRune(",。;)、", c) {
			b.WriteByte('\n')
			n = wide
		}
		if c == '\n' {
			n = 0
		}
		b.WriteRune(c)
	}
	return b.String()
}

// TestTraditional: a text says the same in traditional and in simplified characters.
func TestTraditional(t *testing.T) {
	e := testkit.Engine(t)
	read, w, r := source.New(e.Words, e.Simplified), e.NewWorker(), resolve.New(e.Bodies())
	simplified := e.Simplified(inTraditional)
	want := said(read, w, r, simplified)
	if simplified == inTraditional || len(want) < 10 {
		t.Fatalf("the text states only %d facts: %s", len(want), strings.Join(want, "\n"))
	}
	compare(t, "traditional characters", split(e.Simplified(strings.Join(said(read, w, r, inTraditional), "\n"))), want)
}

// TestMetamorphic changes a text in ways whose effect on its facts is known.
func TestMetamorphic(t *testing.T) {
	raw, err := os.ReadFile(sample)
	if err != nil {
		t.Fatal(err)
	}
	e := testkit.Engine(t)
	read, w, r := source.New(e.Words, e.Simplified), e.NewWorker(), resolve.New(e.Bodies())
	base := said(read, w, r, invented)
	if len(base) < 6 {
		t.Fatalf("the text states only %d facts: %s", len(base), strings.Join(base, "\n"))
	}
	places := strings.NewReplacer("安徽", "湖南", "合肥", "长沙", "皖北", "湘北", "皖政", "湘政")
	full := strings.NewReplacer("(", "\uff08", ")", "\uff09", ",", "\uff0c", ":", "\uff1a", ";", "\uff1b")
	if full.Replace(invented) == invented {
		t.Fatal("the text has no half-width punctuation to replace")
	}
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"other places", places.Replace(invented), split(places.Replace(strings.Join(base, "\n")))},
		{"page break", strings.Replace(invented, "轮换管理", "轮换\n\n— 17 —\n\n管理", 1), base},
		{"Windows line ends", strings.ReplaceAll(invented, "\n", "\r\n"), base},
	} {
		compare(t, c.name, said(read, w, r, c.text), c.want)
	}

	// a task is quoted with the marks that the source has: folded back they are the same
	half := strings.NewReplacer("\uff08", "(", "\uff09", ")", "\uff0c", ",", "\uff1a", ":", "\uff1b", ";")
	compare(t, "full-width punctuation", split(half.Replace(strings.Join(said(read, w, r, full.Replace(invented)), "\n"))), base)

	// the paragraphs of the second chapter the other way round: the same facts in another order
	paragraphs := strings.Split(strings.TrimSpace(invented), "\n\n")
	slices.Reverse(paragraphs[len(paragraphs)-3:])
	turned := said(read, w, r, strings.Join(paragraphs, "\n\n")+"\n")
	slices.Sort(turned)
	sorted := slices.Clone(base)
	slices.Sort(sorted)
	compare(t, "paragraphs in another order", turned, sorted)

	// one file of two plans states what the two files state
	compare(t, "two plans in one file", said(read, w, r, invented+"\n"+places.Replace(invented)),
		slices.Concat(base, split(places.Replace(strings.Join(base, "\n")))))

	// a plan of a city instead of one of a province
	city := strings.NewReplacer("安徽省人民政府", "芜湖市人民政府", "安徽省粮食和储备局", "芜湖市粮食和储备局", "安徽省财政厅", "芜湖市财政局", "安徽省", "芜湖市", "合肥市人民政府", "南陵县人民政府", "皖北", "江北", "皖政", "芜政")
	compare(t, "a city's plan", said(read, w, r, city.Replace(invented)), split(city.Replace(strings.Join(base, "\n"))))

	sampleText := strings.ReplaceAll(string(raw), "\r\n", "\n")
	whole := said(read, w, r, sampleText)
	if len(whole) < 1500 {
		t.Fatalf("the sample states only %d facts", len(whole))
	}
	broken, breaks := pageBreaks(sampleText)
	if breaks < 20 {
		t.Fatalf("only %d page breaks could be put in", breaks)
	}
	compare(t, "the sample with more page breaks", said(read, w, r, broken), whole)
	compare(t, "the sample with blank lines above", said(read, w, r, "\n\n\n"+sampleText), whole)
	compare(t, "the sample with full-width punctuation",
		split(half.Replace(strings.Join(said(read, w, r, full.Replace(sampleText)), "\n"))), split(half.Replace(strings.Join(whole, "\n"))))
	moved := strings.NewReplacer("江苏", "浙江", "南京", "杭州", "苏州", "嘉兴", "苏政", "浙政")
	compare(t, "the sample of another province", said(read, w, r, moved.Replace(sampleText)), split(moved.Replace(strings.Join(whole, "\n"))))

	compare(t, "the sample with Windows line ends",
		said(read, w, r, strings.ReplaceAll(strings.ReplaceAll(string(raw), "\r\n", "\n"), "\n", "\r\n")),
		said(read, w, r, strings.ReplaceAll(string(raw), "\r\n", "\n")))
}

// pageBreaks cuts every tenth long paragraph in the middle of a word, as the
// page of a gazette does, and says how many it cut.
func pageBreaks(text string) (string, int) {
	lines := strings.Split(text, "\n")
	long, cut := 0, 0
	for i, line := range lines {
		r := []rune(line)
		if len(r) < 90 || strings.Contains(line, "\t") || !strings.HasSuffix(line, "。") {
			continue
		}
		if long++; long%10 != 0 {
			continue
		}
		for k := 40; k < 60; k++ {
			if unicode.Is(unicode.Han, r[k-1]) && unicode.Is(unicode.Han, r[k]) {
				lines[i] = string(r[:k]) + "\n\n— 17 —\n\n" + string(r[k:])
				cut++
				break
			}
		}
	}
	return strings.Join(lines, "\n"), cut
}

func split(s string) []string { return strings.Split(s, "\n") }

func compare(t *testing.T, name string, got, want []string) {
	t.Helper()
	for _, g := range got {
		if !slices.Contains(want, g) {
			t.Errorf("%s: not wanted: %s", name, g)
		}
	}
	for _, f := range want {
		if !slices.Contains(got, f) {
			t.Errorf("%s: not found: %s", name, f)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: %d facts, want %d", name, len(got), len(want))
	}
}
