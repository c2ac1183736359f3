package resolve

import (
	"slices"
	"testing"

	"plangraph/internal/testkit"
	"plangraph/plan"
)

func resolver(t testing.TB) *Resolver { return New(testkit.Engine(t).Bodies()) }

// TestBody is a table of hard cases: a name, the place whose plan it stands in,
// and what it stands for.
func TestBody(t *testing.T) {
	r := resolver(t)
	for _, c := range []struct{ name, region, canonical, level, kind string }{
		{"省发展改革委", "四川省", "四川省发展和改革委员会", "省", "body"},
		{"省发改委", "四川省", "四川省发展和改革委员会", "省", "body"},
		{"四川省发展和改革委员会", "四川省", "四川省发展和改革委员会", "省", "body"},
		{"自治区党委", "广西壮族自治区", "中国共产党广西壮族自治区委员会", "省", "body"},
		{"省委", "湖南省", "中国共产党湖南省委员会", "省", "body"},
		{"省委宣传部", "湖南省", "中共湖南省委宣传部", "省", "body"},
		{"省委网信办", "湖南省", "中共湖南省委网络安全和信息化委员会办公室", "省", "body"},
		{"省政府", "甘肃省", "甘肃省人民政府", "省", "body"},
		{"省国资委", "甘肃省", "甘肃省人民政府国有资产监督管理委员会", "省", "body"},
		{"省税务局", "甘肃省", "国家税务总局甘肃省税务局", "省", "body"},
		{"省法院", "甘肃省", "甘肃省高级人民法院", "省", "body"},
		{"市中院", "绵阳市", "绵阳市中级人民法院", "市", "body"},
		{"市发展改革委", "绵阳市", "绵阳市发展和改革委员会", "市", "body"},
		{"省生态环境厅", "绵阳市", "四川省生态环境厅", "省", "body"},
		{"教育局", "沭阳县", "沭阳县教育局", "县", "body"},
		{"市教委", "渝北区", "重庆市教育委员会", "市", "body"},
		{"民建市直工委", "绵阳市", "民建市直工委", "其他", "body"},
		{"民建市委", "绵阳市", "中国民主建国会绵阳市委员会", "市", "body"},
		{"九三学社省委", "绵阳市", "九三学社四川省委员会", "省", "body"},
		{"国家统计局绵阳调查队", "绵阳市", "国家统计局绵阳调查队", "国家", "body"},
		{"绵阳银保监分局", "绵阳市", "中国银行保险监督管理委员会绵阳监管分局", "国家", "body"},
		{"宁夏军区", "宁夏回族自治区", "中国人民解放军宁夏军区", "省", "body"},
		{"省军区", "四川省", "中国人民解放军四川省军区", "省", "body"},
		{"县文旅局", "沭阳县", "沭阳县文化和旅游局", "县", "body"},
		{"州林草局", "凉山彝族自治州", "凉山彝族自治州林业和草原局", "市", "body"},
		{"应急管理部", "四川省", "中华人民共和国应急管理部", "国家", "body"},
		{"国家发展改革委", "四川省", "中华人民共和国国家发展和改革委员会", "国家", "body"},
		{"国务院", "四川省", "中华人民共和国国务院", "国家", "body"},
		{"党中央", "", "中国共产党中央委员会", "国家", "body"},
		{"各级政府", "四川省", "各级人民政府", "各级", "collective"},
		{"地方政府", "四川省", "地方人民政府", "各级", "collective"},
		{"省各有关部门", "四川省", "省各有关部门", "省", "collective"},
		{"各市(州)人民政府", "四川省", "各市(州)人民政府", "市", "collective"},
		{"各县(市、区)人民政府", "绵阳市", "各县(市、区)人民政府", "县", "collective"},
		{"教育、公安等部门", "四川省", "教育、公安等部门", "各级", "collective"},
		{"各级民政部门", "四川省", "各级民政部门", "各级", "class"},
		{"人民银行成都分行", "四川省", "中国人民银行成都分行", "国家", "body"},
		{"省财\u200b政\u00a0厅\u2003", "四川省", "四川省财政厅", "省", "body"},
		{"省财政廳", "四川省", "四川省财政厅", "省", "body"},
		{"市环保局", "绵阳市", "绵阳市环境保护局", "市", "body"},
		{"团省委", "四川省", "中国共产主义青年团四川省委员会", "省", "body"},
		{"市财政、审计等部门", "四川省", "市财政、审计等部门", "市", "collective"},
		{"林业厅", "绵阳市", "四川省林业厅", "省", "body"},
		{"郑州海关", "河南省", "中华人民共和国郑州海关", "国家", "body"},
		{"市城管局", "绵阳市", "绵阳市城市管理局", "市", "body"},
		{"区科技和工业信息化局", "武侯区", "武侯区科技和工业信息化局", "县", "body"},
		{"省公共数据工作领导小组", "四川省", "四川省公共数据工作领导小组", "省", "body"},
	} {
		reg := r.region(c.region)
		if c.region == "" {
			reg = plan.Region{}
		}
		b := r.Body(c.name, reg, true)
		if b.Canonical != c.canonical || b.Level != c.level || b.Kind != c.kind {
			t.Errorf("%s in %s: %s %s %s, want %s %s %s", c.name, c.region, b.Canonical, b.Level, b.Kind, c.canonical, c.level, c.kind)
		}
	}
}

func TestIDs(t *testing.T) {
	r := resolver(t)
	if a, b := r.ID("省各有关部门", "四川省"), r.ID("省各有关部门", "湖南省"); a != "省各有关部门@四川省" || a == b {
		t.Errorf("collectives of two provinces: %q, %q", a, b)
	}
	if a, b := r.ID("省民政厅", "四川省"), r.ID("四川省民政厅", ""); a != b {
		t.Errorf("one body, two nodes: %q, %q", a, b)
	}
	n := r.Describe("绵阳市环境保护局")
	if n.Level != "市" || n.Region != "绵阳市" || n.ShortName != "市环境保护局" || n.ValidTo != "2018" ||
		len(n.Successors) != 1 || n.Successors[0].ID != "绵阳市生态环境局" {
		t.Errorf("绵阳市环境保护局: %+v", n)
	}
	n = r.Describe("教育、公安等部门@四川省")
	for _, want := range []string{"四川省公安厅", "四川省教育厅", "教育部门@四川省", "公安部门@四川省"} {
		found := false
		for _, m := range n.Members {
			found = found || m == want
		}
		if !found {
			t.Errorf("members of 教育、公安等部门: %v, want %s among them", n.Members, want)
		}
	}
}

// FuzzBody checks that any name resolves to something with an id and a level.
func FuzzBody(f *testing.F) {
	for _, s := range []string{"", "省", "委", "各", "等部门", "市、县政府", "中共省委", "@", "国家", "(a)局"} {
		f.Add(s)
	}
	r := resolver(f)
	reg := r.region("四川省")
	f.Fuzz(func(t *testing.T, s string) {
		b := r.Body(s, reg, true)
		if b.Level == "" || b.Kind == "" {
			t.Fatalf("%q: %+v", s, b)
		}
		r.Describe(b.ID)
	})
}

// FuzzRegion: whose plan a plan is, whatever its head holds: a place of the lists has its code.
func FuzzRegion(f *testing.F) {
	f.Add("绵阳市人民政府办公室", "2031年绵阳市工作要点", "绵府办发〔2030〕3号", "市财政局、各县区要抓好落实。")
	f.Add("", "附件2:“十六五”规划", "国办发〔2030〕3号", "省水利厅")
	f.Add("河北雄安新区管理委员会", "", "号", "")
	r := resolver(f)
	f.Fuzz(func(t *testing.T, issuer, title, number, text string) {
		p := &plan.Plan{Issuer: issuer, Title: title, DocumentNumber: number, Span: plan.Span{End: len(text)}}
		reg := r.Region(&plan.Document{Text: text}, p)
		if reg.Code != "" && (len(reg.Code) != 6 || reg.Name == "") {
			t.Errorf("%q %q %q: %+v", issuer, title, number, reg)
		}
		r.Body(title, reg, true)
	})
}

// TestRegion: whose plan a plan is, by its issuers, also where the lists lack the place.
func TestRegion(t *testing.T) {
	r := resolver(t)
	for title, want := range map[string]string{
		"2031年绵阳市游仙区政府工作报告任务分解表": "游仙区", "2031年度绵阳市工作要点": "绵阳市", "二〇三一年绵阳市工作要点": "绵阳市", "“十六五”绵阳市水利规划": "绵阳市",
		"关于2031年绵阳市重点工作的通知": "绵阳市", "附件2：２０３１年绵阳市工作要点": "绵阳市", "【附件】绵阳市工作要点": "绵阳市", "附件2:四川省2031年任务清单": "四川省", "2031—2035年四川省养老规划": "四川省", "2031年七台河市工作要点": "七台河市",
		"九江市工作要点": "九江市", "2031年四川省工作要点": "四川省", "二〇三一年工作要点": "",
	} {
		if got := r.Region(&plan.Document{}, &plan.Plan{Title: title}); got.Name != want {
			t.Errorf("%s: %q, want %q", title, got.Name, want)
		}
	}
	for _, c := range []struct{ issuer, number, name, level string }{
		{"绵阳市人民政府办公室", "绵府办发〔2030〕3号", "绵阳市", "市"},
		{"绵阳市水利局、绵阳市财政局", "", "绵阳市", "市"},
		{"国家发展改革委、财政部", "", "", "国家"},
		{"和安县人民政府", "", "和安县", "县"},
		{"宁石市人民政府", "宁政发〔2030〕3号", "宁石市", "市"}, // 宁 is no sign of Ningxia here
		{"石桥镇人民政府", "", "石桥镇", "其他"},
		{"", "宁政发〔2030〕3号", "宁夏回族自治区", "省"},
		{"", "国办发〔2030〕3号", "", "国家"},
		{"", "川府发〔2030〕3号", "", ""}, // 府 is what cities number by, too
	} {
		p := &plan.Plan{Issuer: c.issuer, DocumentNumber: c.number}
		if got := r.Region(&plan.Document{}, p); got.Name != c.name || got.Level != c.level {
			t.Errorf("%s %s: %s %s, want %s %s", c.issuer, c.number, got.Name, got.Level, c.name, c.level)
		}
	}
}

// TestRegionOfNumber: an abbreviation that two places share stands for the one that the text names.
func TestRegionOfNumber(t *testing.T) {
	r := resolver(t)
	for text, want := range map[string]string{
		"南京市水务局负责南京市河道管护。市水务局每月通报。": "南京市",
		"自治区水利厅负责。": "宁夏回族自治区",
		"银川市水务局负责银川市河道管护。市水务局每月通报。": "宁夏回族自治区",
	} {
		doc := &plan.Document{Text: text}
		p := &plan.Plan{DocumentNumber: "宁政发〔2030〕3号", Span: plan.Span{Start: 0, End: len(text)}}
		if got := r.Region(doc, p); got.Name != want {
			t.Errorf("%s: %q, want %q", text, got.Name, want)
		}
	}
}

// TestRegionOfFirstLine: a heading tells the place where the text never names it again.
func TestRegionOfFirstLine(t *testing.T) {
	r := resolver(t)
	for text, want := range map[string]string{
		"2031年绵阳市重点工作进展\n市水利局负责清淤。": "绵阳市",
		"绵阳市水利局负责清淤。\n市财政局拨付资金。":    "", // a sentence: the body may be somebody else's
		"四川省重点工作进展\n市水利局、市财政局负责清淤。": "", // a city's text under its province's name
	} {
		p := &plan.Plan{Span: plan.Span{Start: 0, End: len(text)}}
		if got := r.Region(&plan.Document{Text: text}, p); got.Name != want {
			t.Errorf("%s: %q, want %q", text, got.Name, want)
		}
	}
}

// TestUnlistedParty: a party body of a place that the lists lack describes itself.
func TestUnlistedParty(t *testing.T) {
	r := resolver(t)
	b := r.Body("省委编办", plan.Region{Name: "闽东省", Level: plan.LevelProvince}, true)
	if n := r.Describe(b.ID); n.Canonical != "中共闽东省委机构编制委员会办公室" || n.Level != plan.LevelProvince {
		t.Errorf("%s: %s (%s), want itself (省)", b.ID, n.Canonical, n.Level)
	}
}

// TestShortNames: a body's short name has the level as its own place writes it.
func TestShortNames(t *testing.T) {
	r := resolver(t)
	for name, want := range map[string]string{
		"四川省水利厅": "省水利厅", "绵阳市游仙区农业农村局": "区农业农村局", "凉山彝族自治州财政局": "州财政局", "宁夏回族自治区水利厅": "自治区水利厅",
		"北京市水务局": "市水务局", "大兴安岭地区行政公署": "地区行政公署", "沭阳县财政局": "县财政局", "中国共产党北京市委员会": "市委", "阿拉善盟财政局": "盟财政局",
	} {
		if got := r.Describe(r.ID(name, "")).ShortName; got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// TestOfficialNames: the official name of a body resolves to that body itself,
// whatever plan it stands in, so that both forms meet in one node.
func TestOfficialNames(t *testing.T) {
	r := resolver(t)
	for _, region := range []string{"", "江苏省", "绵阳市", "沭阳县"} {
		for _, name := range []string{
			"国务院", "国务院办公厅", "应急管理部", "最高人民法院", "财政部", "审计署", "全国妇联", "全国工商联", "中国科协", "中国残联", "中国贸促会", "国家能源局", "银保监会", "证监会",
			"公安部", "海关总署", "国家发展改革委", "中央网信办", "全国总工会", "共青团中央", "国务院国资委", "水利部", "党中央",
			"四川省发展改革委", "四川省委组织部", "四川省税务局", "四川省高级人民法院", "四川省地震局", "四川省总工会", "四川省政府办公厅",
			"成都市公安局", "成都市国资委", "成都市委宣传部", "成都市金牛区教育局",
		} {
			reg := r.region(region)
			if region == "" {
				reg = plan.Region{}
			}
			b := r.Body(name, reg, true)
			if again := r.Body(b.Canonical, reg, true); again.ID != b.ID || again.Level != b.Level || again.Canonical != b.Canonical {
				t.Errorf("%s in a plan of %q is %s (%s, %s), but that name is %s (%s, %s)", name, region, b.Canonical, b.ID, b.Level, again.Canonical, again.ID, again.Level)
			}
		}
	}
}

// TestCandidates: whom a user means by a name, among the regions of a graph.
func TestCandidates(t *testing.T) {
	r := resolver(t)
	regions := []string{"四川省", "宁夏回族自治区", "绵阳市"}
	for typed, want := range map[string][]string{
		"省水利厅":   {"四川省水利厅"},
		"自治区水利厅": {"宁夏回族自治区水利厅"},
		"水利厅":    {"四川省水利厅", "宁夏回族自治区水利厅"},
		"市水利局":   {"绵阳市水利局"},
		"四川省水利厅": {"四川省水利厅"},
	} {
		got := r.Candidates(typed, regions)
		for _, id := range want {
			if !slices.Contains(got, id) {
				t.Errorf("%s may mean %q, want %s among them", typed, got, id)
			}
		}
		for _, id := range []string{"四川省水利厅", "宁夏回族自治区水利厅", "绵阳市水利局"} {
			if slices.Contains(got, id) && !slices.Contains(want, id) {
				t.Errorf("%s may mean %q, but is not %s", typed, got, id)
			}
		}
	}
}
