package source

import (
	"testing"
	"unicode/utf8"
)

func FuzzDecode(f *testing.F) {
	f.Add([]byte("一、总体要求\r\n(一)抓好落实。"))
	f.Add([]byte("\xef\xbb\xbf第一章 总则"))
	f.Add([]byte("\xff\xfe\x00\x4e\x01\x30"))
	f.Add([]byte("\xd2\xbb\xa1\xa2\xb7\xa2\xd5\xb9\xc4\xbf\xb1\xea"))
	f.Add([]byte("%PDF-1.4"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		text, _, err := Decode(raw)
		if err == nil && (text == "" || !utf8.ValidString(text)) {
			t.Fatalf("%q decoded to %q", raw, text)
		}
	})
}

func FuzzParse(f *testing.F) {
	read := reader(f)
	f.Add("青川市人民政府关于印发青川市养蜂业发展规划\n(2031—2035年)的通知\n\n青政发〔2031〕7号\n\n各县人民政府:\n\n现印发给你们。\n\n2031年3月1日\n\n一、目标\n\n1. 扩大规模。到2035年,\n\n- 3 -\n\n蜂群达到3万箱。\n专栏1 蜂场建设工程\n1.北坡蜂场。新建棚舍。\n2.推广良种。\n")
	f.Add("序号\t类别\t任务\t牵头部门\n1\t农业\t修水渠\t市水利局\n2\t\t修路\t市交通局\n\n序号\t类别\t任务\t牵头部门\n3\t修桥\t\t市交通局\n")
	f.Add("┌──┬──┐\n│任务│责任单位│\n├──┼──┤\n│修桥│县交│\n│ │通局│\n└──┴──┘\n")
	f.Add("| 任务 | 责任单位 |\n|---|---|\n| 修桥 | 县交通局 |\n")
	f.Add("序号 任务 时限 牵头单位\n1 护 岸 工程 年内完工 县水利局\n2  种树 长期 县林业局\n")
	f.Add("序号\n任务\n责任单位\n1\n修桥\n县交通局\n县财政局\n2\n种树\n县林业局\n")
	f.Add("一、总体要求(一)修桥。新建桥梁3座。(县交通局负责)(二)种树。力争到2030年造林。二、保障措施 (一)加强领导。各镇要抓好落实。")
	f.Add("专栏1 重大问题\t\n1. 甲\t3. 丙\n2. 乙\t4. 丁\n")
	f.Add("附件 1\n清单\n附件:1. 甲\n2. 乙\n——做好:落实。一是抓紧。①“1”——甲。")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		check(t, read.Parse("fuzz", text))
		check(t, read.ParsePlan("fuzz", text))
	})
}
