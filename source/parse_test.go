package source

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"plangraph/internal/golden"
	"plangraph/plan"
)

// check fails the test when the document breaks what later stages rely on.
func check(t *testing.T, d *plan.Document) {
	t.Helper()
	valid := func(what string, s plan.Span, within plan.Span) {
		t.Helper()
		if s.Start < within.Start || s.End > within.End || s.Start > s.End {
			t.Fatalf("%s %v lies outside %v", what, s, within)
		}
		for _, at := range [2]int{s.Start, s.End} {
			if at < len(d.Text) && !utf8.RuneStart(d.Text[at]) {
				t.Fatalf("%s %v cuts a character", what, s)
			}
		}
	}
	whole := plan.Span{Start: 0, End: len(d.Text)}
	last := 0
	for _, p := range d.Plans {
		valid("plan", p.Span, whole)
		if p.Span.Start < last {
			t.Fatalf("plan %v overlaps the one before", p.Span)
		}
		last = p.Span.End
		valid("title", p.TitleSpan, p.Span)
		paths := map[string]bool{}
		for i, s := range p.Sections {
			valid("section", s.Span, p.Span)
			valid("section title", s.TitleSpan, p.Span)
			if paths[s.Path] {
				t.Fatalf("two sections have the path %q", s.Path)
			}
			paths[s.Path] = true
			if i == 0 {
				continue
			}
			if s.Parent < 0 || s.Parent >= i {
				t.Fatalf("section %d has the parent %d", i, s.Parent)
			}
			valid("section", s.Span, p.Sections[s.Parent].Span)
		}
		at := p.Span.Start
		for i := range p.Blocks {
			b := &p.Blocks[i]
			if b.Section < 0 || b.Section >= len(p.Sections) || len(b.Pieces) == 0 {
				t.Fatalf("block %d: section %d, %d pieces", i, b.Section, len(b.Pieces))
			}
			for _, s := range b.Pieces {
				valid("piece", s, p.Span)
				if s.Start < at && b.Kind != plan.TableRow {
					t.Fatalf("block %d (%v) does not follow the one before (%d)", i, s, at)
				}
				if b.Kind != plan.TableRow {
					at = s.End
				}
			}
			valid("lead", b.Lead, whole)
			if b.Kind == plan.TableRow {
				if b.Table == nil || b.Row >= len(b.Table.Rows) {
					t.Fatalf("block %d: no row", i)
				}
				for _, c := range b.Table.Rows[b.Row].Cells {
					for _, s := range c.Pieces {
						valid("cell", s, p.Span)
					}
				}
			}
		}
	}
}

func TestDecode(t *testing.T) {
	text, _, err := Decode([]byte("\xef\xbb\xbf一、总体要求\r\n"))
	if err != nil || text != "一、总体要求\r\n" {
		t.Errorf("UTF-8 with BOM: %q, %v", text, err)
	}
	gb := []byte("\xd2\xbb\xa1\xa2\xb7\xa2\xd5\xb9\xc4\xbf\xb1\xea") // 一、发展目标
	if text, w, err := Decode(gb); err != nil || text != "一、发展目标" || len(w) != 1 {
		t.Errorf("GB18030: %q, %v, %v", text, w, err)
	}
	if text, _, err := Decode([]byte("\xff\xfe\x00\x4e\x01\x30")); err != nil || text != "一、" {
		t.Errorf("UTF-16: %q, %v", text, err)
	}
	if text, w, err := Decode([]byte("一、总体要求\r二、重点任务\r")); err != nil || text != "一、总体要求\n二、重点任务\n" || len(w) != 1 {
		t.Errorf("carriage returns alone: %q, %v, %v", text, w, err)
	}
	for _, empty := range []string{"", " \r\n\t", "\xef\xbb\xbf\n"} {
		if _, _, err := Decode([]byte(empty)); !errors.Is(err, ErrEmpty) {
			t.Errorf("%q: %v", empty, err)
		}
	}
	var notText *NotTextError
	for _, bin := range []string{"%PDF-1.7\n", "\x89PNG\r\n\x1a\n\x00\x00", "PK\x03\x04\x14", "\xef\xbb\xbf\n<!DOCTYPE html>\n<p>一、总体要求", "<HTML><body>一、总体要求", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "a\x00b\x01\x02\x03\x04\x05"} {
		if _, _, err := Decode([]byte(bin)); !errors.As(err, &notText) {
			t.Errorf("%q: %v", bin, err)
		}
	}
	var enc *EncodingError
	cut := "全市要加快发展。\n推进建设"
	if _, _, err := Decode([]byte(cut[:len(cut)-1])); !errors.As(err, &enc) || !enc.Truncated || enc.Line != 2 || enc.Offset != len(cut)-3 {
		t.Errorf("truncated: %v", err)
	}
	for name, raw := range map[string][]byte{"GB18030": append(gb, "\n\xd2\xbb\xa1"...), "UTF-16": []byte("\xff\xfe\x00\x4e\x01\x30\x0a\x00\x4e")} {
		if _, _, err := Decode(raw); !errors.As(err, &enc) || !enc.Truncated || enc.Line != 2 || enc.Offset != len(raw)-1 {
			t.Errorf("truncated %s: %v", name, err)
		}
	}
	bad := "各县要加快发展特色产业,持续推进乡村建设,努力完成全年任务。\xff\xfe又要抓好落实。"
	if _, _, err := Decode([]byte(bad)); !errors.As(err, &enc) || enc.Truncated || enc.Line != 1 {
		t.Errorf("invalid: %v", err)
	}
}

// TestCases compares the outline of each testdata/cases/*.txt with the one that
// was read against the text.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc := reader(t).Parse("case", string(raw))
			check(t, doc)
			golden.Check(t, strings.TrimSuffix(file, ".txt")+".outline", outline(doc))
			// Line ends of another system change nothing.
			crlf := reader(t).Parse("case", strings.ReplaceAll(string(raw), "\n", "\r\n"))
			check(t, crlf)
			if a, b := noID(outline(doc)), noID(outline(crlf)); a != b {
				t.Errorf("with CRLF:\n%s\nwant\n%s", b, a)
			}
		})
	}
}

var digestID = regexp.MustCompile(`sha256:[0-9a-f]+`)

func noID(s string) string { return digestID.ReplaceAllString(s, "") }

func TestPlanFacts(t *testing.T) {
	cases := []struct {
		name, text, number, title, issuer, issued string
		start, end, horizon                       int
	}{
		{"frame", "江口省人民政府关于印发江口省“十五五”水网建设规划的通知\n江政发(2026)3号\n各市人民政府:\n现印发给你们。\n江口省人民政府\n2026年3月9日\n江口省“十五五”水网建设规划\n一、目标\n展望至2035年,建成水网。\n",
			"江政发〔2026〕3号", "江口省“十五五”水网建设规划", "江口省人民政府", "2026-03-09", 2026, 2030, 2035},
		{"full width", "青川市人民政府办公室关于印发《青川市养蜂业行动方案（２０３１—２０３３年）》的通知\n青政办发［２０３１］第１２号\n各县人民政府：\n现印发给你们。\n一、推进养蜂。（市农业农村局负责）\n",
			"青政办发〔2031〕12号", "青川市养蜂业行动方案（２０３１—２０３３年）", "青川市人民政府办公室", "", 2031, 2033, 0},
		{"single year", "青石市2032年交通工作要点\n一、主要任务\n(一)建设公路。新建公路30公里。(市交通局负责)\n",
			"", "青石市2032年交通工作要点", "", "", 2032, 2032, 0},
		{"five-year outline", "白石县国民经济和社会发展第十三个五年规划和2030年远景目标纲要\n第一章 目标\n推进工业发展,力争到2020年翻一番。\n",
			"", "白石县国民经济和社会发展第十三个五年规划和2030年远景目标纲要", "", "", 2016, 2020, 2030},
		{"under a site's name", "某某法规资料网\n白石市人民政府办公室关于印发白石市“十四五”渔业规划的通知\n\n  主要经济指标表\n\n类别\n\n  指标\n\n  2020年实绩\n\n  2025年目标\n\n  一、产量\n\n  水产品(万吨)\n\n  5\n\n  6\n",
			"", "白石市“十四五”渔业规划", "白石市人民政府办公室", "", 2021, 2025, 0},
		{"with an explanation", "白石市十五五规划 附解读\n\n  规划提出,到2030年新增学位9万个以上,新建医院3家。\n",
			"", "", "", "", 2026, 2030, 0},
		{"in one line", "江口市人民政府关于印发江口市“十六五”渔业规划的通知江政发〔2031〕8号各县(市、区)人民政府:《江口市“十六五”渔业规划》已经市人民政府同意,现印发给你们,请认真贯彻执行。江口市人民政府2031年4月6日江口市“十六五”渔业规划为推进水产养殖,促进渔民增收,保护水域生态,制定本规划。一、主要目标。到2035年,水产品产量达到9万吨。",
			"江政发〔2031〕8号", "江口市“十六五”渔业规划", "江口市人民政府", "2031-04-06", 2031, 2035, 0},
		{"in one line without a number", "白石县关于印发《白石县蚕桑发展规划》的通知各乡镇人民政府,县直各部门:现将《白石县蚕桑发展规划》印发给你们,请结合实际认真贯彻执行。一、发展目标。到2033年,桑园面积达到3万亩,蚕茧产量达到2千吨,蚕农收入明显增加。二、重点任务。推进桑园改造,加强蚕种管理,健全服务体系,落实扶持政策。",
			"", "白石县蚕桑发展规划", "白石县", "", 0, 0, 0},
		{"a title without number and addressees", "白石市人民政府督查室关于开展河渠清淤专项督查的通知\n一、督查内容\n市水利局要报送河渠清淤进度。\n",
			"", "白石市人民政府督查室关于开展河渠清淤专项督查的通知", "白石市人民政府督查室", "", 0, 0, 0},
		{"several issuers, not all named", "青川省水利厅等三部门关于规范农村供水收费的意见\n一、市级水利部门要核定成本。\n",
			"", "青川省水利厅等三部门关于规范农村供水收费的意见", "青川省水利厅等三部门", "", 0, 0, 0},
		{"several issuers", "水利部 财政部关于加强灌区管理的指导意见\n一、各地水利部门要核定成本。\n",
			"", "水利部财政部关于加强灌区管理的指导意见", "水利部、财政部", "", 0, 0, 0},
		{"issued by a verb before 关于", "青川省人民政府印发关于推进河渠管护责任分工的通知\n一、推进清淤。责任单位:省水利厅\n",
			"", "关于推进河渠管护责任分工", "青川省人民政府", "", 0, 0, 0},
		{"no issuer", "关于做好2031年防汛工作的通知\n一、县水利局要加强巡查。\n",
			"", "关于做好2031年防汛工作的通知", "", "", 2031, 2031, 0},
		{"a number and no title", "青政辦(bàn)發〔2031〕6号\n各市人民政府,省政府各部門:\n一、省水利廳要加強巡查。\n",
			"青政办发〔2031〕6号", "", "", "", 0, 0, 0},
		{"a cited circular is no title", "按照水利部关于加强巡查的通知\n一、县水利局要加强巡查。\n",
			"", "", "", "", 0, 0, 0},
		{"expected goals of a year", "2031年全县经济发展主要预期目标\n\n生产总值增长6%左右;\n\n“十六五”期间统筹考核能耗。\n\n力争粮食产量达到9万吨以上。\n",
			"", "2031年全县经济发展主要预期目标", "", "", 2031, 2031, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := reader(t).Parse(c.name, c.text)
			check(t, d)
			if len(d.Plans) != 1 {
				t.Fatalf("%d plans", len(d.Plans))
			}
			p := d.Plans[0]
			if p.DocumentNumber != c.number || p.Title != c.title || p.Issuer != c.issuer || p.IssuedOn != c.issued || p.PeriodStart != c.start || p.PeriodEnd != c.end || p.Horizon != c.horizon {
				t.Errorf("got %q %q %q %q %d-%d %d", p.DocumentNumber, p.Title, p.Issuer, p.IssuedOn, p.PeriodStart, p.PeriodEnd, p.Horizon)
			}
		})
	}
}

// TestIsPlan: which texts without a circular are plans. A list of what a place does for its people
// is one by the names that it numbers, a report of how far they have got is none.
func TestIsPlan(t *testing.T) {
	const works = "一、乡村道路硬化工程\n二、敬老院改造项目\n三、城区水管更新工程\n"
	for _, c := range []struct {
		name, text string
		plans      int
	}{
		{"works for the people", "经代表票决,青岭县2031年民生实事项目如下:\n" + works, 1},
		{"a report of them", "青岭县2031年民生实事项目完成情况:\n" + works, 0},
		{"a line a task", "组建城北片区文艺队伍8支。\n培训城东片区技术骨干300名。\n资助城西片区学生600名。\n", 1},
		{"what bodies do", "县财政局统筹安排项目资金。县教育局指导学校开设课程。\n", 1},
		{"what bodies did", "县教育局组织学生参观了文化馆。县林业局指导农户栽下了果树。\n", 0},
		{"rows without their header", "修建水窖工程 修建水窖60口 青岭县水务局 丁一帆\n硬化村道工程 硬化村道9公里 青岭县交通局 于大成\n", 1},
		{"rows of a drawn table", "│ 3 │翻修村级文化室8间│县文化局│\n└───┴────────┴────┘\n", 1},
		{"a cell a line", "母婴室覆盖率\n%\n40\n≥65\n", 1},
		{"works by their kinds", "中型水库:青崖水库、古渡水库。\n灌区:北岭灌区续建配套工程。\n", 1},
		{"who does what", "县总工会、团县委:动员职工和青年参加。\n", 1},
		{"what is planned where", "文化方面,规划新建县图书馆(青岭路以北)、白石档案馆等设施。\n", 1},
		{"an item out of the middle", "(四)完善预案。县督查室适时开展检查。\n", 1},
		{"the weather", "今天多云,最高气温25度。昨天下午,有市民在公园发现了一只受伤的小鸟。\n", 0},
		{"a lexicon", "青岭河是白石江的支流,全长63公里,流经11个乡镇。\n", 0},
		{"time limits", "9月底前,完成全部隐患排查。年底前,完成全部问题整改。\n", 1},
		{"what a plan compares with", "2031年全县计划种植谷子4.2万亩,与上年持平。其中,山区谷子1.2万亩,比上年增0.1万亩。\n", 1},
		{"a table of goals", "附件1\n2031年度全县粮食生产目标任务分解表\n单位:万亩、万吨\n地区 粮食面积 粮食产量\n全县 86.5 24.3\n青岭镇 12.8 7.1\n", 1},
	} {
		if doc := reader(t).Parse(c.name, c.text); len(doc.Plans) != c.plans {
			t.Errorf("%s: %d plans, want %d", c.name, len(doc.Plans), c.plans)
		}
	}
}

// TestMendMarks: marks whose codes in GBK were taken for Unicode, as some converters of PDF files do.
func TestMendMarks(t *testing.T) {
	got, _, err := Decode([]byte("修缮古井ꎬ清理渠道ꎮ(县文物局)ꎻ"))
	if want := "修缮古井,清理渠道。(县文物局);"; err != nil || got != strings.NewReplacer(",", "，", ";", "；").Replace(want) {
		t.Errorf("got %q, %v", got, err)
	}
}
