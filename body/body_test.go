package body

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestScan is a table of hard cases: the names that a text holds, in order; a
// name in angle brackets counts only where a plan charges it.
func TestScan(t *testing.T) {
	l := lexicon(t)
	for _, c := range []struct{ text, want string }{
		{"由省发展改革委会同省财政厅制定办法", "省发展改革委 省财政厅"},
		{"(绥化市水务局、市农业农村局等部门负责)", "绥化市水务局 市农业农村局"},
		{"省委、省政府印发意见", "省委 省政府"},
		{"中共贵州省委办公厅", "中共贵州省委办公厅"},
		{"各市(州)人民政府,贵安新区管委会,各县(市、区、特区)人民政府", "各市(州)人民政府 贵安新区管委会 各县(市、区、特区)人民政府"},
		{"各盟行政公署、市人民政府", "各盟行政公署、市人民政府"},
		{"各旗县人民政府", "各旗县人民政府"},
		{"各地级以上市人民政府,省政府各部门、各直属机构", "各地级以上市人民政府 省政府各部门 各直属机构"},
		{"县级以上地方人民政府应当负责", "县级以上地方人民政府"},
		{"农业农村、水利、林草等部门加强巡查", "农业农村、水利、林草等部门"},
		{"公安机关和检察机关", "公安机关 检察机关"},
		{"加强与税务部门的协作", "税务部门"},
		{"发行地方政府债券", ""},
		{"完善政府采购制度,有关部门要重视", ""},
		{"建设智慧法院,推进部分改革,解决局部问题", ""},
		{"市委组织部、州委编办、区委宣传部", "市委组织部 州委编办 区委宣传部"},
		{"国务院国资委、国家税务总局和国家能源局", "国务院国资委 国家税务总局 国家能源局"},
		{"人民银行石家庄中心支行、河北银保监局", "人民银行石家庄中心支行 河北银保监局"},
		{"成立省防汛抗旱指挥部", "省防汛抗旱指挥部"},
		{"充分发挥市食品安全委员会作用", "市食品安全委员会"},
		{"湘潭市文旅广体局", "湘潭市文旅广体局"},
		{"社区居委会、园区企业", ""},
		{"武警部队和民兵", "武警部队 民兵"},
		{"市直各有关单位、区级相关部门", "市直各有关单位 区级相关部门"},
		{"各级党委和政府要加强领导", "各级党委和政府"},
		{"人大代表和政协委员", ""},
		{"各地要结合实际", "<各地>"},
		{"省市场监管局办公室", "省市场监管局"},
		{"团省委、团市委会同省直各部门、中央驻鲁有关单位", "团省委 团市委 省直各部门 中央驻鲁有关单位"},
		{"村(居)民委员会、业主委员会", ""},
		{"水行政主管部门、林业主管部门", "水行政主管部门 林业主管部门"},
		{"国家统计局宿州调查队、国家金融监督管理总局宿州监管分局", "<国家统计局宿州调查队> 国家金融监督管理总局"},
		{"区科技和工业信息化局、区城管和综合执法局", "区科技和工业信息化局 区城管和综合执法局"},
		{"县级以上人民政府林业主管部门会同财政、医疗保障部门", "县级以上人民政府林业主管部门 财政、医疗保障部门"},
		{"自治区党委宣传部、哈尔滨铁路局、郑州海关", "自治区党委宣传部 哈尔滨铁路局 郑州海关"},
		{"成立市优化营商环境工作领导小组,组建推进工作专班", "市优化营商环境工作领导小组"},
	} {
		text := []rune(c.text)
		var got []string
		for _, m := range l.Scan(l.Simplify(text)) {
			s := string(text[m.Start:m.End])
			if m.Charged {
				s = "<" + s + ">"
			}
			got = append(got, s)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}

// FuzzScan checks that mentions lie in the text, in order, without overlap, and
// that every name can be taken apart or refused.
func FuzzScan(f *testing.F) {
	for _, s := range []string{"", "各市、县(市、区)人民政府", "省发展改革委、财政厅", "教育、公安等部门", ")、(县级政府", "中共委", "领导小组办公室", "驻鲁武警部队"} {
		f.Add(s)
	}
	l := lexicon(f)
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		text := l.Simplify([]rune(s))
		last := 0
		for _, m := range l.Scan(text) {
			if m.Start < last || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("mention %v after %d in %q", m, last, s)
			}
			last = m.End
		}
		l.Parse(string(text))
	})
}
