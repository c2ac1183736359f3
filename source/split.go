package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf8"
	"unsafe"

	"plangraph/plan"
)

// Read decodes raw and parses it; see Decode for the errors.
func Read(name string, raw []byte) (*plan.Document, error) {
	text, warnings, err := Decode(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if err := checkLines(text); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	doc := Parse(name, text)
	doc.Warnings = append(warnings, doc.Warnings...)
	return doc, nil
}

// Parse finds the plans in text, which must be valid UTF-8, and their structure.
func Parse(name, text string) *plan.Document {
	doc := &plan.Document{Source: name, Text: text}
	units := scanUnits(text, false)
	if lineNumbers(text, units) {
		units = scanUnits(text, true)
	}
	for _, f := range findPlans(text, units) {
		doc.Plans = append(doc.Plans, buildPlan(text, units[f.first:f.last], f))
	}
	if len(doc.Plans) == 0 {
		doc.Warnings = append(doc.Warnings, "没有找到计划 / no plan found")
	}
	return doc
}

// frame is what is known of a plan before its structure: the units that it
// covers and what its circular says. Unit indexes are those of the document.
type frame struct {
	first, last int // units [first, last)
	body        int // first unit behind the circular's title and number
	number      string
	title       string    // of the circular, its lines joined
	titleSpan   plan.Span // of the circular's title
}

// docNumber reads a document number (苏政办发〔2021〕58号) that is the whole of
// s and returns it with 〔〕 and without blanks.
func docNumber(s string) (string, bool) {
	if len(s) > 110 {
		return "", false
	}
	for _, p := range [...]string{"发文字号", "发布文号", "发文文号", "文号", "发文号", "字号"} {
		if strings.HasPrefix(s, p) {
			s = strings.TrimLeft(s[len(p):], " :：|\t\u3000")
		}
	}
	if in, ok := strings.CutPrefix(s, "("); ok && strings.HasSuffix(in, "号)") {
		s = strings.TrimSuffix(in, ")")
	}
	if len(s) > 80 || len(s) < 12 || !strings.HasSuffix(s, "号") && !strings.HasSuffix(s, "號") {
		return "", false
	}
	open := -1
	ow := 0
	for _, o := range [...]string{"〔", "[", "(", "（", "［", "【", "﹝"} {
		if k := strings.Index(s, o); k > 0 && (open < 0 || k < open) {
			open, ow = k, len(o)
		}
	}
	if open < 0 {
		return "", false
	}
	head := strings.ReplaceAll(strings.TrimSpace(s[:open]), " ", "")
	if n := runes(head); n < 1 || n > 14 || hasAny(head, "，", ",", "。", "《", "、") {
		return "", false
	}
	for _, r := range head {
		if r < 0x4e00 || r > 0x9fff {
			return "", false
		}
	}
	i := skipBlank(s, open+ow)
	y, w := digits(s[i:])
	if w < 4 || y < 1949 || y > 2100 {
		return "", false
	}
	i = skipBlank(s, i+w)
	_, cw := utf8.DecodeRuneInString(s[i:])
	i = skipBlank(s, i+cw)
	if strings.HasPrefix(s[i:], "第") {
		i = skipBlank(s, i+3)
	}
	v, w := digits(s[i:])
	if w == 0 {
		return "", false
	}
	i = skipBlank(s, i+w)
	if !strings.HasPrefix(s[i:], "号") && !strings.HasPrefix(s[i:], "號") {
		return "", false
	}
	if rest := strings.TrimSpace(s[i+3:]); rest != "" {
		return "", false
	}
	return fmt.Sprintf("%s〔%d〕%d号", head, y, v), true
}

// unquoted takes the marks from a title that stands wholly in them.
func unquoted(s string) string {
	if in, ok := strings.CutPrefix(s, "《"); ok && strings.HasSuffix(in, "》") && strings.Index(in, "》") == len(in)-len("》") {
		return strings.TrimSuffix(in, "》")
	}
	return s
}

// circularEnds are the last words of the title of a document that issues a plan.
var circularEnds = []string{"通知", "意见", "方案", "规划", "计划", "决定", "纲要", "要点", "批复", "措施", "办法", "规定", "函", "通报", "公告", "报告", "细则", "指示", "清单", "分工"}

// planEnds are the last words of a plan's own title.
var planEnds = []string{"规划", "行动计划", "计划", "方案", "要点", "纲要", "意见", "措施", "任务分解", "分工", "任务分解表", "分工表", "任务清单", "清单", "工作报告", "举措", "实施细则", "责任书", "目标任务", "重点任务", "行动纲领", "路线图", "任务书", "規劃", "計劃", "要點", "綱要", "意見", "實事", "实事", "责任分解", "責任分解", "工作安排", "工作部署", "任务安排", "责任清单", "项目清单", "项目表", "工作事项", "工作任务"}

// titleEnds are the last words of what stands above the text like a plan's title: its
// lists of works and its tables of goals.
var titleEnds = []string{"实事项目", "实事工程", "民生工程", "主要指标", "指标表", "指标体系", "指标", "主要目标", "发展目标", "目标表", "奋斗目标", "预期目标", "重大项目", "重点项目", "重点工程"}

func titleLike(s string) bool { return hasSuffix(s, planEnds) || hasSuffix(s, titleEnds) }

func hasSuffix(s string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// bareTitle drops a bracketed period or state at the end of a title:
// (2021—2025年), (征求意见稿), 的通知(节选).
func bareTitle(s string) string {
	s = unquoted(strings.TrimRight(s, " 。"))
	for strings.HasSuffix(s, ")") || strings.HasSuffix(s, "）") {
		k := max(strings.LastIndexByte(s, '('), strings.LastIndex(s, "（"))
		if k <= 0 {
			break
		}
		s = strings.TrimRight(s[:k], " ")
	}
	return s
}

// tocLine reports a line of a table of contents: dots and a page.
func tocLine(s string) bool {
	return strings.Contains(s, "……") || strings.Contains(s, "......") || strings.Contains(s, "·····")
}

// addressee reports a line that names whom a circular is sent to.
func addressee(s string) bool {
	if !strings.HasSuffix(s, ":") && !strings.HasSuffix(s, "：") || len(s) > 700 || hasAny(s, "。", ";", "；") {
		return false
	}
	return hasAny(s, "政府", "委", "局", "部门", "部門", "单位", "單位", "厅", "各县", "各市", "各区", "各镇", "各乡", "街道", "机构") &&
		(strings.HasPrefix(s, "各") || hasAny(s, ",", "，", "、"))
}

// titleBack walks back from unit i (exclusive) over the lines of a title and
// returns the first of them, or -1.
func titleBack(t string, u []unit, i, floor int) int {
	last := lastTitle(t, u, i, floor)
	if last < floor {
		return -1
	}
	if s := t[u[last].start:u[last].end]; noise(s) || !hasSuffix(bareTitle(s), circularEnds) {
		return -1
	}
	total := 0
	for j := last; j >= floor && j > last-7; j-- {
		s := t[u[j].start:u[j].end]
		total += len(s)
		if total > 600 || u[j].tab || tocLine(s) || (j < last && hasAny(lastTwo(s), "。", ";", "；", "!", ":", "：")) {
			return -1
		}
		if k := strings.Index(s, "关于"); k >= 0 || strings.Contains(s, "關於") {
			first := j
			if k == 0 && j > floor {
				prev := t[u[j-1].start:u[j-1].end]
				if issuerLike(prev) {
					first = j - 1
				}
			}
			return first
		}
	}
	s := t[u[last].start:u[last].end]
	if runes(s) <= 60 && !hasAny(s, "。", "，", ",") {
		return last
	}
	return -1
}

// lastTitle returns the unit before unit i that is no row of metadata (发布时间:…).
func lastTitle(t string, u []unit, i, floor int) int {
	last := i - 1
	for last > floor && last > i-4 && noise(t[u[last].start:u[last].end]) {
		last--
	}
	return last
}

func lastTwo(s string) string {
	if len(s) > 3 {
		return s[len(s)-3:]
	}
	return s
}

// issuerLike reports a line that is only the name of an issuing body.
func issuerLike(s string) bool {
	if runes(s) > 40 || hasAny(s, "。", ",", "，", ":", "：", "《", "关于") {
		return false
	}
	s = strings.TrimRight(s, " ")
	return hasSuffix(s, []string{"政府", "办公厅", "办公室", "委员会", "局", "厅", "部", "委", "办", "院", "领导小组", "指挥部", "管委会", "政府办", "省委", "市委", "县委", "区委", "辦公廳", "辦公室", "委員會", "廳", "辦", "領導小組"})
}

// findPlans finds the plans of a document.
func findPlans(t string, u []unit) []frame {
	var out []frame
	floor := 0
	for i := 0; i < len(u); i++ {
		if u[i].tab || u[i].end-u[i].start > 700 {
			continue
		}
		s := t[u[i].start:u[i].end]
		if num, ok := docNumber(s); ok {
			if f := titleBack(t, u, i, floor); f >= 0 {
				out = append(out, frame{first: f, body: i + 1, number: num, titleSpan: plan.Span{Start: u[f].start, End: u[lastTitle(t, u, i, floor)].end}})
				floor = i + 1
				continue
			}
			// The number above the title, as on the red-headed original.
			if k := titleAhead(t, u, i+1); k > 0 {
				f := i
				for f > floor && f > i-3 && len(t[u[f-1].start:u[f-1].end]) < 90 && (issuerLike(t[u[f-1].start:u[f-1].end]) || strings.HasSuffix(t[u[f-1].start:u[f-1].end], "文件")) {
					f--
				}
				out = append(out, frame{first: f, body: k, number: num, titleSpan: plan.Span{Start: u[i+1].start, End: u[k-1].end}})
				floor = k
				i = k - 1
			}
			continue
		}
		if addressee(s) && i > floor {
			// A circular whose number is missing.
			if f := titleBack(t, u, i, floor); f >= 0 {
				out = append(out, frame{first: f, body: i, titleSpan: plan.Span{Start: u[f].start, End: u[lastTitle(t, u, i, floor)].end}})
				floor = i + 1
			}
			continue
		}
		if restart(t, u, i, floor) {
			out = append(out, frame{first: i, body: i + 1, titleSpan: plan.Span{Start: u[i].start, End: u[i].end}})
			floor = i + 1
		}
	}
	if len(out) == 0 {
		if len(u) == 0 {
			return nil
		}
		first := 0
		for first < len(u)-1 && noise(t[u[first].start:u[first].end]) {
			first++
		}
		out = append(out, frame{first: first, body: first})
	}
	for k := range out {
		f := &out[k]
		f.last = len(u)
		if k+1 < len(out) {
			f.last = out[k+1].first
		}
		f.last = backMatter(t, u, f.body, f.last)
		f.title = unquoted(joinTitle(t[f.titleSpan.Start:f.titleSpan.End]))
	}
	// A web page gives number and title above the document and the title again in
	// it: the head belongs to what follows.
	for k := 0; k+1 < len(out); k++ {
		f, next := &out[k], &out[k+1]
		if f.last <= f.body && f.number != "" && next.number == "" && strings.HasSuffix(plainTitle(next.title), plainTitle(f.title)) {
			next.first, next.number, next.title, next.titleSpan = f.first, f.number, f.title, f.titleSpan
		}
	}
	// Frames that hold a title and nothing else are lists of titles; a title
	// alone does not make a plan of a text that sets no tasks.
	kept := out[:0]
	for _, f := range out {
		if f.last > f.body && (f.number != "" || looksLikePlan(t, u[f.first:f.last])) {
			kept = append(kept, f)
		}
	}
	return kept
}

// plainTitle leaves out what copies of a title differ in.
func plainTitle(s string) string {
	return strings.NewReplacer(" ", "", "\u3000", "", "《", "", "》", "").Replace(s)
}

// titleAhead returns the unit behind a title that starts at unit i, or 0.
func titleAhead(t string, u []unit, i int) int {
	total, best := 0, 0
	for j := i; j < len(u) && j < i+6; j++ {
		s := t[u[j].start:u[j].end]
		total += len(s)
		if u[j].tab || total > 500 || hasAny(s, "。", ";", "；") || addressee(s) || numberAt(s).class == classHan {
			break
		}
		if strings.HasSuffix(bareTitle(s), "通知") {
			return j + 1
		}
		if hasSuffix(bareTitle(s), circularEnds) && (j > i || runes(s) > 12) {
			best = j + 1
		}
	}
	return best
}

// restart reports whether unit i is the title of a plan without a circular that
// follows another text: a title line, then numbering that begins anew.
func restart(t string, u []unit, i, floor int) bool {
	s := t[u[i].start:u[i].end]
	if len(s) > 200 || len(s) < 18 || strings.HasSuffix(s, "。") || u[i].part || noise(s) || !hasSuffix(bareTitle(s), planEnds) || tocLine(s) {
		return false
	}
	if hasAny(s, "。", ",", "，", ";", "；", ":", "：", "《") || numberAt(s).class != classNone {
		return false
	}
	if _, ok := labelAt(s); ok {
		return false
	}
	if i > 0 {
		prev := t[u[i-1].start:u[i-1].end]
		if l, ok := labelAt(prev); ok && l.kind == plan.KindAnnex {
			return false
		}
		if !endsSentence(prev) && !u[i].gap {
			return false
		}
	}
	// Ahead: 一、 or 第一章 within some units.
	ahead := false
	for j := i + 1; j < len(u) && j < i+15; j++ {
		n := numberAt(t[u[j].start:min(u[j].end, u[j].start+48)])
		if n.class == classChapter || n.class == classHan || n.class == classPart {
			ahead = n.value == 1
			break
		}
	}
	if !ahead {
		return false
	}
	// The first one needs nothing before it; a later one a numbered text that
	// already ran past its first heading.
	for j := i - 1; j >= floor && j > i-4000; j-- {
		n := numberAt(t[u[j].start:min(u[j].end, u[j].start+48)])
		if n.class == classChapter || n.class == classHan {
			return n.value >= 2
		}
	}
	return floor == 0
}

// noiseWords open lines that belong to a web page or a file form, not to the text.
var noiseWords = []string{"索引号", "索 引 号", "主题分类", "发布部门", "发布单位", "发布文号", "发文单位", "颁布时间", "颁布单位", "制定机关", "【制定机关", "∙【", "施行日期", "实施日期", "效力等级", "时效性", "点击量", "发文机关", "发文机构", "发布机构", "成文日期", "发布日期", "有效性", "发文字号", "文号", "公开方式", "公开时限", "信息分类", "信息名称", "信息来源", "内容概述", "体裁分类", "服务对象", "生命周期", "生成日期", "发文日期", "公开日期", "发布时间", "公开责任", "浏览量", "阅读次数", "访问次数", "字号:", "字号：", "标题:", "标题：", "标 题", "文 号", "文  号", "返回首页", "返回政府网", "[ 索引", "[索引", "[ 主题", "[主题", "[ 发文", "[发文", "[ 发布", "[发布", "[ 成文", "[成文", "[标题", "[ 标题", "[ 有效", "[有效", "来源:", "来源：", "浏览次数", "点击数", "字体:", "字体：", "【字体", "打印本页", "关闭窗口", "分享到", "扫一扫", "上一篇", "下一篇", "相关链接", "相关附件", "当前位置", "您现在的位置", "您的位置", "责任编辑", "版权所有", "网站地图", "ICP备", "首页 >", "首页>", "微信扫", "下载Word", "在线阅读", "文档下载"}

// noiseHeads are the first characters of noiseWords.
const noiseHeads = "颁制∙施实效时索主发成有文公信来浏点字【打关分扫上下相当您责版网承I首微在内体服生阅访标返["

// noise reports a metadata row, a share-site line or a page counter.
func noise(s string) bool {
	if len(s) > 240 {
		return false
	}
	if pageCounter(s) || clockLine(s) {
		return true
	}
	if !strings.Contains(noiseHeads, s[:runeCut(s, 1)]) {
		return false
	}
	for _, w := range noiseWords {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return siteOwner(s)
}

// siteOwner reports the line of a web page's foot that says who keeps the site. A
// plan says with the same words who carries a task: 主办单位:县教育局,协办单位:县财政局.
func siteOwner(s string) bool {
	for _, w := range [...]string{"主办单位", "承办单位"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return hasAny(s, "网站", "技术支持", "备案", "网安备", "ICP", "维护") || hasSuffix(bareTitle(rest), []string{"人民政府", "政府办公室", "政府办公厅", "政府办"}) && !hasAny(s, "配合", "协办", "、", ",", "，")
		}
	}
	return false
}

// clockLine reports when a page was put on the web: 2020年07月23日06:05:59.
func clockLine(s string) bool {
	if len(s) > 40 || !hasAny(s, ":", "：") || s[0] < '0' || s[0] > '9' {
		return false
	}
	for _, r := range s {
		if (r < '0' || r > '9') && !strings.ContainsRune("年月日时分秒-/.:： ", r) {
			return false
		}
	}
	return true
}

// pageCounter reports «- 3 -», «— 12 —», «第3页 共9页», «3/9» or a bare page number.
func pageCounter(s string) bool {
	if len(s) > 40 {
		return false
	}
	i := 0
	seen := false
	words := false
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		switch {
		case r >= '0' && r <= '9' || r >= '０' && r <= '９':
			seen = true
		case r == ' ', r == '-', r == '—', r == '–', r == '―', r == '·', r == '/', r == '\u3000', r == '－':
			words = words || r != ' '
		case r == '第' || r == '页' || r == '共':
			words = true
		default:
			return false
		}
		i += w
	}
	return seen && words && strings.IndexByte(s, '.') < 0 && !(strings.Contains(s, "第") && !strings.Contains(s, "页"))
}

// backMatter returns where the text of a plan ends: before the distribution
// lists, the imprint and the web page's tail that may follow it.
func backMatter(t string, u []unit, from, to int) int {
	end := to
	for i := to - 1; i > from; i-- {
		s := t[u[i].start:min(u[i].end, u[i].start+300)]
		if u[i].tab {
			break
		}
		n := numberAt(s)
		if n.class == classHan || n.class == classChapter || n.class == classParenHan || n.class == classDigit {
			break
		}
		if backHead(s) {
			end = i
		}
	}
	for end > from+1 && noise(t[u[end-1].start:u[end-1].end]) {
		end--
	}
	return end
}

// backHead reports the first line of a part that follows the plans of a gazette
// or the last lines of a single document.
func backHead(s string) bool {
	if len(s) >= 290 {
		return false
	}
	for _, w := range [...]string{"抄送", "抄报", "主送", "分送:", "分送：", "国内统一刊号", "印刷:", "编辑出版"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	if hasAny(s, "公报》", "公報》") && !strings.Contains(s, "。") && runes(s) < 40 {
		return true
	}
	return strings.HasSuffix(s, "印发") && strings.Contains(s, "年") && strings.Contains(s, "日") && runes(s) < 50
}

// joinTitle joins the lines of a title and drops blanks inside it.
func joinTitle(s string) string {
	if !strings.ContainsAny(s, " \t\r\n") && !strings.Contains(s, "\u3000") && !strings.Contains(s, "\u00a0") {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch r {
		case ' ', '\t', '\r', '\n', '\u3000', '\u00a0':
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// noPlanTitles end the titles of texts that report and set no tasks.
var noPlanTitles = []string{"统计公报", "审计报告", "调研报告", "年度报告", "述职报告", "总结", "研究报告", "说明书", "年报", "简报", "工作总结", "情况的报告", "审计结果", "解读", "综述"}

// dutyWords show that a text makes somebody responsible.
var dutyWords = []string{"责任单位", "責任單位", "责任部门", "責任部門", "牵头单位", "牽頭單位", "牵头部门", "配合单位", "负责)", "负责）", "負責)", "負責）", "牵头)", "牵头）", "牽頭)", "牽頭）", "配合)", "配合）", "责任分工", "落实)", "落实）", "牵头,", "任务分工", "牵头组织", "责任领导", "配合部门", "主责单位", "牵头负责", "按职责分工", "负责,", "列第一", "排名第一", "列首位"}

// directives are the verbs that a task begins with.
var directives = []string{"推进", "推動", "推动", "加快", "加强", "加強", "建设", "建設", "实施", "實施", "完善", "强化", "強化", "提升", "健全", "开展", "開展", "建立", "优化", "優化", "落实", "落實", "深化", "支持", "培育", "打造", "构建", "促进", "促進", "严格", "嚴格", "确保", "確保", "力争", "力爭", "继续", "繼續", "新建", "启动", "組織", "组织", "加大", "做好", "规范", "扩大", "鼓励", "制定", "到20", "稳定", "稳住", "抓好", "推广", "提高", "发展", "积极", "全面", "进一步", "大力", "着力", "坚持", "持续", "完成", "巩固", "改造", "新增", "推進", "優化", "擴大", "穩定", "規範", "啟動", "積極", "進一步", "堅持", "持續", "鞏固", "發展", "構建", "開工", "开工", "打好", "保障", "引导", "統籌", "统筹", "创新", "强力"}

// orderWords show anywhere in a sentence that it sets a task.
var orderWords = []string{"力争", "力爭", "确保", "確保", "到20", "负责", "負責", "做好", "牵头", "牽頭", "会同", "落实", "落實", "承担", "目标是", "目標是", "目标为", "目標為"}

// fragment is the most bytes that a text without a title may have to be taken for a
// piece of a plan by its words of obligation alone.
const fragment = 4 << 10

// obligations say that a body has to do something.
var obligations = []string{"局要", "委要", "办要", "部要", "厅要", "会要", "院要", "地要", "门要", "位要", "府要", "区要", "县要", "市要", "镇要", "级要", "也要", "还要", "都要", "均要", "组要", "中心要", "处要", "队要", "局应", "委应", "门应", "府应", "地应", "应当", "必须", "務必", "务必", "門要", "會要", "辦要", "廳要", "縣要", "區要", "鎮要", "級要", "單位要"}

// workEnds end the name of a thing to be done, as a numbered line of its own.
var workEnds = []string{"工程", "项目", "項目", "行动", "行動", "建设", "建設"}

// boundWords show that a sentence sets a goal, unless one of toldWords says that
// it reports.
var (
	boundWords = []string{"以上", "以内", "以下", "左右", "不低于", "不少于", "不高于", "控制在", "达到", "年均增长", "翻番", "翻一番"}
	toldWords  = []string{"同比", "去年", "上年", "截至", "截止", "目前", "过去", "增长了", "下降了", "提高了", "达到了", "实现了", "完成了", "已", "首次", "连续"}
)

// looksLikePlan judges a text without a circular: whether it sets tasks.
func looksLikePlan(t string, u []unit) bool {
	end := u[0].start + min(u[len(u)-1].end-u[0].start, 200<<10)
	for end < len(t) && !utf8.RuneStart(t[end]) {
		end++
	}
	s := t[u[0].start:end]
	if countAny(s, dutyWords, 1) > 0 || countAny(joinTitle(s[:runeCut(s, 3000)]), dutyWords, 1) > 0 { // also where a header is set wide
		return true
	}
	story := hasAny(s[:min(len(s), 3000)], "本报讯", "本报记者", "新华社", "记者", "小说")
	title, titled := "", false
	for i := 0; i < len(u) && i < 12; i++ {
		line := t[u[i].start:min(u[i].end, u[i].start+200)]
		if addressee(t[u[i].start:min(u[i].end, u[i].start+800)]) {
			return true
		}
		if l, ok := labelAt(line); ok && (l.kind == plan.KindBox || l.kind == plan.KindTable && hasAny(line, "指标", "目标")) {
			return true // a box, or a table of goals
		}
		if title == "" && !noise(line) && runes(line) < 60 && !endsSentence(bareTitle(line)) {
			title = bareTitle(line)
			if title = strings.TrimRight(strings.TrimSuffix(title, "附解读"), " \u3000"); hasSuffix(title, noPlanTitles) && !strings.HasSuffix(title, "政府工作报告") {
				return false
			}
			titled = titleLike(title)
		} else if !titled && !story && runes(line) < 60 && !noise(line) { // the site's name may stand above the title
			titled = titleLike(bareTitle(line)) && numberAt(line).class == classNone
		}
	}
	if title != "" && hasSuffix(title, []string{"指标", "指标表", "指标体系", "目标表"}) {
		return true
	}
	if first, _ := utf8.DecodeRuneInString(s); first == '┌' || first == '┏' {
		return hasAny(s, "责任", "任务", "目标", "牵头", "責任", "任務", "目標") // a drawn table by itself
	}
	rows := 0
	for i := range u {
		if u[i].tab {
			rows++
		}
	}
	if titled && rows > 2 {
		return true
	}
	sentences, orders, numbered, works := 0, 0, 0, 0
	for i := range u {
		if u[i].start > end || sentences > 4000 {
			break
		}
		x := t[u[i].start:u[i].end]
		if n := numberAt(x[:min(len(x), 48)]); n.class != classNone {
			numbered++
			x = x[n.width:]
			if hasSuffix(strings.TrimRight(x, "；;。 "), workEnds) {
				works++
			}
			if head := x[:max(0, strings.Index(x+"。", "。"))]; len(head) <= 60 && hasAny(head, "目标", "目標") && !hasAny(head, "完成", "回顾", "情况", "情況") {
				orders += 3 // a heading of goals
			}
		}
		for k := 0; k < len(x); {
			e := strings.Index(x[k:], "。")
			if e < 0 {
				e = len(x) - k
			}
			if v := strings.TrimLeft(x[k:k+e], " \u3000"); len(v) > 12 {
				sentences++
				_, w := digits(v)
				if n := numberAt(v[:runeCut(v, 48)]); n.class == classParenDigit && k > 0 { // (2)… in the same line
					w = n.width
					numbered++
				}
				if startsAny(strings.TrimLeft(v[w:], " .、"), directives) || hasAny(v, orderWords...) || bodyMust(v) || hasAny(v, boundWords...) && !hasAny(v, toldWords...) {
					orders++
				}
			}
			k += e + 3
			if k > 200<<10 {
				break
			}
		}
	}
	switch {
	case titled && (orders > 0 || numbered > 0):
		return true
	case works >= 3 && hasAny(s[:runeCut(s, 1500)], "实事", "實事") && !hasAny(s[:runeCut(s, 1500)], "完成情况", "完成情況", "进展情况", "進展情況", "落实情况", "投入使用", "回顾"):
		return true // what is to be done for the people, by name
	case story:
		return numbered >= 3 && orders*3 >= sentences
	case title == "" && len(s) < fragment && countAny(s, obligations, 1) > 0:
		return true // a fragment: a plan's title stands elsewhere
	case numbered > 0:
		return orders >= 1 && orders*6 >= sentences
	}
	return orders >= 1 && orders*4 >= sentences
}

// bodyMust reports a sentence in which a body or a place has to do something:
// 县水利局要…, 各镇应….
func bodyMust(s string) bool {
	for _, must := range [...]string{"要", "应", "應"} {
		for from := 0; ; {
			i := strings.Index(s[from:], must)
			if i < 0 {
				break
			}
			at := from + i
			from = at + len(must)
			if startsAny(s[from:], []string{"求", "素", "点", "點", "急", "用", "对", "收"}) {
				continue
			}
			if strings.ContainsRune("局委办厅部院署门位府区县市镇乡地辦廳門縣鎮鄉區", lastRune(s[:at])) {
				return true
			}
		}
	}
	return false
}

func startsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// countAny counts occurrences of words in s, up to limit.
func countAny(s string, words []string, limit int) (n int) {
	for _, w := range words {
		if strings.Contains(s, w) {
			if n++; n >= limit {
				return n
			}
		}
	}
	return n
}

// digest returns the hex SHA-256 of s.
func digest(s string) string {
	sum := sha256.Sum256(unsafe.Slice(unsafe.StringData(s), len(s)))
	return hex.EncodeToString(sum[:])
}
