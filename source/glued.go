package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"plangraph/plan"
)

// gluedHeads are the cells of a header whose table was flattened with nothing
// between its cells, the longer ones first where one begins another.
var gluedHeads = []string{
	"工作任务", "工作内容", "工作事项", "工作目标", "工作措施", "工作要求", "重点任务", "重点工作", "主要任务", "主要内容", "主要措施", "任务名称", "任务内容", "任务分解", "目标任务", "任务", "实事项目", "实事内容", "实事名称", "项目名称", "项目内容", "项目", "建设内容", "建设地点", "具体内容", "具体措施", "具体任务", "事项", "措施", "内容",
	"责任领导", "分管领导", "牵头领导", "包保领导", "区领导", "县领导", "市领导", "责任人", "牵头单位", "牵头部门", "牵头责任单位", "主要责任单位", "责任单位", "责任部门", "主办单位", "主办部门", "承办单位", "实施单位", "落实单位", "负责单位", "负责部门", "配合单位", "配合部门", "协办单位", "协办部门", "协同单位", "参与单位", "参加单位",
	"完成时限", "完成时间", "时限要求", "时间要求", "完成期限", "时限", "备注",
}

// gluedStems begin the names of bodies that have no level before them.
var gluedStems = []string{
	"教育", "教体", "财政", "民政", "卫生", "卫计", "卫健", "公安", "司法", "人社", "人力", "劳动", "住建", "住房", "城建", "建设", "建委", "规划", "国土", "自然", "交通", "水利", "水务", "农业", "农委", "农办", "农水", "农林", "林业", "林草", "园林", "文旅", "文化", "文体", "文广", "旅游", "体育", "商务", "发改", "发展", "工信", "经信", "经贸", "科技", "城管", "综合", "行政", "环保", "环卫", "生态", "应急", "安监", "市场", "工商", "质监", "食药", "食品", "审计", "统计", "税务", "国税", "地税", "信访", "残联", "妇联", "总工", "团委", "团区", "科协", "民宗", "房管", "房产", "粮食", "物价", "气象", "供电", "电力", "招商", "投资", "监察", "纪委", "纪检", "组织", "宣传", "统战", "政法", "编办", "政务", "医保", "退役", "人防", "扶贫", "乡村", "畜牧", "供销", "老龄", "消防", "交警", "档案", "金融", "大数据", "数据", "机关", "街道",
}

// surnames of two characters; the others have one.
var doubleSurnames = []string{"欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "司徒", "夏侯", "东方"}

// glued reads a table that was flattened with nothing between its cells: a run
// of header words behind 序号, then rows that their numbers part.
func (b *builder) glued(i int) int {
	s := b.text(i)
	at := strings.Index(s[:runeCut(s, 240)], "序号")
	if at < 0 {
		return i
	}
	r := &rawTable{span: plan.Span{Start: b.u[i].start + at, End: b.u[i].end}}
	head := b.u[i].start + at
	r.header = append(r.header, plan.Cell{Pieces: b.piece(head, head+6)})
	p := at + 6
	bodies := 0
	for {
		w := ""
		for _, h := range gluedHeads {
			if len(h) > len(w) && strings.HasPrefix(s[p:], h) {
				w = h
			}
		}
		if w == "" {
			break
		}
		c := b.piece(b.u[i].start+p, b.u[i].start+p+len(w))
		if bodyColumn(w) {
			bodies++
		}
		r.header = append(r.header, plan.Cell{Pieces: c})
		p += len(w)
	}
	if len(r.header) < 3 || bodies == 0 || bodyColumn(cellText(b.t, r.header[1])) || !gluedRow(s, p, 1) {
		return i
	}
	want, j := 1, i
	for ; j < len(b.u); j++ {
		t := b.text(j)
		if j > i {
			p = 0
			if b.u[j].tab || !gluedRow(t, 0, want) {
				break
			}
		}
		for p < len(t) {
			end := len(t)
			for q := p + 1; q < len(t); q++ {
				if gluedRow(t, q, want+1) && nameEnds(t[p:q]) {
					end = q
					break
				}
			}
			row := b.gluedCells(r.header, b.u[j].start+p, b.u[j].start+end)
			if row.Cells == nil {
				return i
			}
			r.rows = append(r.rows, row)
			r.span.End = row.Span.End
			p = end
			want++
		}
	}
	if at > 0 {
		b.plain(unit{start: b.u[i].start, end: b.u[i].start + at, gap: b.u[i].gap}, i)
	}
	b.addTable(r)
	return j
}

// gluedCounters follow a figure that is no row's number.
const gluedCounters = "个所条座处公家万亿%年月日项户名人套台辆场次期号级件亩平米吨楼层千百元株支段种类批天小岁度路届院口间"

// gluedRow reports whether the row with the number n begins at t[p:].
func gluedRow(t string, p, n int) bool {
	num := itoa(n)
	if !strings.HasPrefix(t[p:], num) || p > 0 && (t[p-1] >= '0' && t[p-1] <= '9' || t[p-1] == '.') {
		return false
	}
	p += len(num)
	for p < len(t) && (t[p] == '.' || t[p] == ' ') {
		p++
	}
	next, _ := utf8.DecodeRuneInString(t[p:])
	return (next > 0x3400 || next == '“') && !strings.ContainsRune(gluedCounters, next)
}

// itoa writes the number of a row.
func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// nameEnds reports whether a name of a body, or a time, may end behind s.
func nameEnds(s string) bool {
	s = strings.TrimRight(s, " 。\u3000")
	return hasSuffix(s, bodyEnds) || timeLike(s[max(0, len(s)-runeTail(s, 6)):])
}

// runeTail returns the length in bytes of the last n characters of s.
func runeTail(s string, n int) int {
	k := len(s)
	for ; n > 0 && k > 0; n-- {
		_, w := utf8.DecodeLastRuneInString(s[:k])
		k -= w
	}
	return len(s) - k
}

// gluedCells parts the row [s,e): its number, the task up to its last full stop or
// to the first name of a body, the leaders, the bodies, the time.
func (b *builder) gluedCells(header []plan.Cell, s, e int) plan.Row {
	row := plan.Row{Span: plan.Span{Start: s, End: e}, Cells: make([]plan.Cell, len(header))}
	p := s
	for p < e && (b.t[p] >= '0' && b.t[p] <= '9' || b.t[p] == '.' || b.t[p] == ' ') {
		p++
	}
	row.Cells[0] = b.cell(s, p)
	last := len(header)
	if timeColumn(cellText(b.t, header[last-1])) {
		last--
		for _, n := range [...]int{12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2} {
			cut := e - runeTail(b.t[p:e], n)
			if c, _ := utf8.DecodeRuneInString(b.t[cut:e]); strings.ContainsRune("0123456789年全长每持第当即常汛", c) && timeLike(b.t[cut:e]) && hasSuffix(b.t[p:cut], bodyEnds) {
				row.Cells[last] = b.cell(cut, e)
				e = cut
				break
			}
		}
	}
	first := last
	for first > 1 && bodyColumn(cellText(b.t, header[first-1])) {
		first--
	}
	leader := first > 2 && hasAny(cellText(b.t, header[first-1]), "领导", "责任人")
	if first == last || first != 2 && !(leader && first == 3) {
		return plan.Row{}
	}
	var cuts []int // where the names of bodies begin that nothing parts from what stands before
	from := p
	if k := strings.LastIndex(b.t[p:e], "。"); k >= 0 {
		from = p + k + len("。")
		row.Cells[1] = b.cell(p, from)
		if leader {
			name := b.gluedPerson(from, e)
			row.Cells[2] = b.cell(from, from+name)
			from += name
		}
		cuts = append(cuts, from)
		for q := from + 1; q < e; q++ {
			if gluedName(b.t[q:e]) && hasSuffix(b.t[from:q], bodyEnds) && !gluedShort(b.t[from:q]) {
				cuts = append(cuts, q)
			}
		}
	} else {
		end := e
		for len(cuts) < last-first {
			q := b.gluedBegin(p, end)
			if q <= p {
				break
			}
			cuts = append(cuts, q)
			end = q
		}
		if len(cuts) == 0 {
			return plan.Row{}
		}
		slices.Reverse(cuts)
		from = cuts[0]
		if leader {
			for _, n := range [...]int{3, 2} {
				if k := from - runeTail(b.t[p:from], n); k > p && b.gluedPerson(k, e) == from-k {
					row.Cells[2] = b.cell(k, from)
					from = k
					break
				}
			}
		}
		row.Cells[1] = b.cell(p, from)
	}
	if len(cuts) > last-first {
		cuts = cuts[:last-first]
	}
	for k, q := range cuts {
		end := e
		if k+1 < len(cuts) {
			end = cuts[k+1]
		}
		row.Cells[first+k] = b.cell(q, end)
	}
	return row
}

// gluedName reports whether a name of a body may begin at s.
func gluedName(s string) bool {
	first, w := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("省市县区州各镇乡", first) {
		_, v := utf8.DecodeRuneInString(s[w:])
		return len(s) > w+v
	}
	for _, x := range gluedStems {
		if strings.HasPrefix(s, x) {
			return true
		}
	}
	return false
}

// gluedShort reports whether what stands before a name ends in words that its own
// goes on behind: 市|市场监管局, 、|…
func gluedShort(s string) bool {
	last := lastRune(s)
	return strings.ContainsRune("市县区镇乡", last)
}

// gluedBegin returns where the last name or list of names in [p,e) begins: at the
// last level whose words behind it read like bodies; p for nowhere.
func (b *builder) gluedBegin(p, e int) int {
	if !bodyLike(b.t[max(p, e-runeTail(b.t[p:e], 60)):e]) && !hasSuffix(b.t[p:e], bodyEnds) {
		return p
	}
	list := p
	if k := strings.Index(b.t[p:e], "、"); k >= 0 {
		// The first item of the list holds the boundary, if the others are names.
		for k >= 0 && !hasSuffix(b.t[p:list+k], bodyEnds) {
			next := strings.Index(b.t[list+k+3:e], "、")
			if next < 0 {
				list, k = e, -1
				break
			}
			list, k = list+k+3, next
		}
		if k >= 0 {
			list += k
		}
	} else {
		list = e
	}
	for q := list; q > p; {
		_, w := utf8.DecodeLastRuneInString(b.t[p:q])
		q -= w
		c, _ := utf8.DecodeRuneInString(b.t[q:])
		if list-q > 60 {
			break
		}
		if strings.ContainsRune("省市县区州各", c) && runes(b.t[q:list]) >= 3 && bodyLike(b.t[q:e]) {
			return q
		}
	}
	return p
}

// gluedPerson returns the length of the name of a person in [s,e) that a body
// follows, 0 for none.
func (b *builder) gluedPerson(s, e int) int {
	t := b.t[s:e]
	for _, d := range doubleSurnames {
		if strings.HasPrefix(t, d) {
			return runeCut(t, 12)
		}
	}
	for _, n := range [...]int{2, 3} {
		k, q := 0, 0
		for k < n && q < len(t) {
			r, w := utf8.DecodeRuneInString(t[q:])
			if r != ' ' && r != '\u3000' {
				k++
			}
			q += w
		}
		if q < len(t) && gluedName(t[q:]) {
			return q
		}
	}
	return 0
}
