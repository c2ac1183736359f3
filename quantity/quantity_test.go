package quantity

import (
	"math/big"
	"strings"
	"testing"
	"unicode/utf8"
)

func first(t *testing.T, s string) (Quantity, []rune, bool) {
	t.Helper()
	r := []rune(s)
	var q Quantity
	for i := range r {
		if IsStart(r[i]) && Default().Parse(r, i, &q) {
			return q, r, true
		}
	}
	return q, r, false
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		text, value, unit, low, high string
		op                           Op
		family                       Family
	}{
		{"达到80%", "80", "%", "0.8", "", EQ, Ratio},
		{"资产16.4亿元", "16.4亿", "元", "1640000000", "", EQ, Money},
		{"规模１２．５万吨", "１２．５万", "吨", "125000", "", EQ, Mass},
		{"完成1,100万人次", "1,100万", "人次", "11000000", "", EQ, Count},
		{"规模二十万亿元", "二十万亿", "元", "20000000000000", "", EQ, Money},
		{"两三个", "两三", "个", "2", "3", Range, Count},
		{"三四成", "三四", "成", "0.3", "0.4", Range, Ratio},
		{"七八十家", "七八十", "家", "70", "80", Range, Count},
		{"不少于5支", "5", "支", "5", "", GE, Count},
		{"超过2200列", "2200", "列", "2200", "", GT, Count},
		{"50余家", "50", "家", "50", "", GT, Count},
		{"9万余人", "9万", "人", "90000", "", GT, Count},
		{"10多万亩", "10万", "亩", "100000", "", GT, Area},
		{"快于8小时", "8", "小时", "8", "", LT, Time},
		{"缩短至10小时以内", "10", "小时", "10", "", LE, Time},
		{"控制在103.5以内", "103.5", "", "103.5", "", LE, None},
		{"约1000公里", "1000", "公里", "1000", "", Approx, Length},
		{"7.5%左右", "7.5", "%", "0.075", "", Approx, Ratio},
		{"4.5%—5%", "4.5—5", "%", "0.045", "0.05", Range, Ratio},
		{"6—8个", "6—8", "个", "6", "8", Range, Count},
		{"0.5-1小时", "0.5-1", "小时", "0.5", "1", Range, Time},
		{"5至10家", "5至10", "家", "5", "10", Range, Count},
		{"5—6万吨", "5—6万", "吨", "50000", "60000", Range, Mass},
		{"三分之一以上", "三分之一", "", "0.333333", "", GE, Ratio},
		{"四分之三", "四分之三", "", "0.75", "", EQ, Ratio},
		{"百分之八十", "百分之八十", "", "0.8", "", EQ, Ratio},
		{"超过一半", "一半", "", "0.5", "", GT, Ratio},
		{"力争翻一番", "翻一番", "", "2", "", EQ, Ratio},
		{"实现翻两番以上", "翻两番", "", "4", "", GE, Ratio},
		{"增长一倍", "一", "倍", "1", "", EQ, Ratio},
		{"提高2个百分点", "2", "个百分点", "0.02", "", EQ, Ratio},
		{"两千亿元", "两千亿", "元", "200000000000", "", EQ, Money},
		{"百万亩", "百万", "亩", "1000000", "", EQ, Area},
		{"30微克/立方米以下", "30", "微克/立方米", "30", "", LE, Rate},
		{"不低于100条(次)/年", "100", "条(次)/年", "100", "", GE, Rate},
		{"半小时", "半", "小时", "0.5", "", EQ, Time},
		{"> 15", "15", "", "15", "", GT, None},
		{"300千瓦时", "300", "千瓦时", "300", "", EQ, Energy},
		{"15/10万", "15", "/10万", "15", "", EQ, Rate},
		{"3万5千人", "3万5千", "人", "35000", "", EQ, Count},
		{"一百零八项", "一百零八", "项", "108", "", EQ, Count},
		{"一亿两千万元", "一亿两千万", "元", "120000000", "", EQ, Money},
		{"20台(套)", "20", "台(套)", "20", "", EQ, Count},
	} {
		q, r, ok := first(t, c.text)
		if !ok {
			t.Errorf("%s: no quantity", c.text)
			continue
		}
		high := c.high
		if high == "" {
			high = c.low
		}
		if v, u := q.Value(r), q.Unit(r); v != c.value || u != c.unit || q.Op != c.op || q.Low.String() != c.low || q.High.String() != high || q.Family != c.family {
			t.Errorf("%s: value %q unit %q op %s low %s high %s family %s", c.text, v, u, q.Op, q.Low, q.High, q.Family)
		}
		if c.op == Range || q.Double {
			continue
		}
		low, _, fam, ok := Default().Number(c.value, c.unit)
		if !ok || low.String() != c.low || fam != c.family {
			t.Errorf("Number(%q, %q) = %s %s %v", c.value, c.unit, low, fam, ok)
		}
	}
}

func TestNone(t *testing.T) {
	for _, s := range []string{"4/5G", "第七七", "三农", "5G", "第3个", "AB12", "12345678901234567890", "二〇二五", "一二三四", "万众一心"} {
		if q, r, ok := first(t, s); ok {
			t.Errorf("%s: read %q %q", s, q.Value(r), q.Unit(r))
		}
	}
}

func TestPeriod(t *testing.T) {
	for _, c := range []struct {
		text       string
		start, end int
		rel, since bool
	}{
		{"到2025年底,", 2025, 2025, false, false},
		{"2021—2025年", 2021, 2025, false, false},
		{"2021年至2025年", 2021, 2025, false, false},
		{"“十四五”末", 2021, 2025, false, false},
		{"“十三五”以来", 2016, 2020, false, true},
		{"十五五时期", 2026, 2030, false, false},
		{"二〇三五年", 2035, 2035, false, false},
		{"二○一○年", 2010, 2010, false, false},
		{"今年", 0, 0, true, false},
		{"五年内", 0, 5, true, false},
		{"3年内", 0, 3, true, false},
		{"截至2020年底", 2020, 2020, false, true},
	} {
		r := []rune(c.text)
		var p Period
		ok := false
		for i := range r {
			if ParsePeriod(r, i, &p) {
				ok = true
				break
			}
		}
		if !ok || p.Start != c.start || p.End != c.end || p.Relative != c.rel || p.Since != c.since {
			t.Errorf("%s: %v %+v", c.text, ok, p)
		}
	}
}

func TestParseAllocatesNothing(t *testing.T) {
	r := []rune("覆盖率不低于95.5%,新建6—8个、微克/立方米35左右")
	w := Default()
	var q Quantity
	if n := testing.AllocsPerRun(50, func() {
		for i := range r {
			w.Parse(r, i, &q)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"不少于5—6万吨以上", "三分之一", "4/5G", "1,100万", "“十四五”末", "2021-2025年", "翻两番", "15/10万"} {
		f.Add(s)
	}
	w := Default()
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		r := []rune(s)
		var q Quantity
		var p Period
		for i := range r {
			if w.Parse(r, i, &q) {
				if q.Start > q.From || q.From >= q.To || q.To > q.End || q.End > len(r) || q.Start < 0 || q.ValueEnd > q.To || q.UnitTo > q.To {
					t.Fatalf("%q at %d: %+v", s, i, q)
				}
				_, _ = q.Value(r), q.Unit(r)
				_, _ = q.Low.String(), q.High.String()
			}
			if ParsePeriod(r, i, &p) && (p.From < 0 || p.From >= p.To || p.To > len(r)) {
				t.Fatalf("%q at %d: %+v", s, i, p)
			}
		}
		w.Number(s, "")
		w.Family(s)
		if size := w.Size(s); size != nil && size.Sign() <= 0 {
			t.Fatalf("%q has the size %v", s, size)
		}
	})
}

// FuzzRead: word lists are read, or refused with the line that is wrong; those that are read can
// be asked.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"[units]\n吨 t\tfamily=mass\tpower=3\n", "[before]\n不少于\top=>=\n[after]\n以上\top=>=\n", "[whole]\n一半\tnumber=0.5", "[sizes]\n亩\tsize=2000/3", "吨", "[units]\n吨\tfamily=", "[sizes]\n亩\tsize=1/0", "[]\n\t"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		w, err := Read("words.txt", text)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "words.txt:") {
				t.Errorf("%q: the error does not name the line: %v", text, err)
			}
			return
		}
		var q Quantity
		r := []rune("不少于5吨以上、一半、3亩")
		for i := range r {
			w.Parse(r, i, &q)
		}
		w.Size("亩")
	})
}

// TestSize: what units that differ in size only come to in the same unit.
func TestSize(t *testing.T) {
	for _, same := range [][]string{
		{"1200000 平方公里", "120000000 公顷", "1800000000 亩", "1200000000000 平方米"},
		{"3 万公里", "30000 千米", "3000 万米"},
		{"5 万吨", "50000 吨", "50000000 公斤", "1 亿斤"},
		{"2 亿立方米", "20000 万方"},
		{"500 兆瓦", "50 万千瓦", "0.5 GW"},
		{"2 小时", "120 分钟", "7200 秒"},
	} {
		var want *big.Rat
		for _, s := range same {
			value, unit, _ := strings.Cut(s, " ")
			n, _, _, ok := Default().Number(value, unit)
			size := Default().Size(unit)
			if !ok || size == nil {
				t.Errorf("%s: no number (%t) or no size (%v)", s, ok, size)
				continue
			}
			if got := new(big.Rat).Mul(n.Rat(), size); want == nil {
				want = got
			} else if got.Cmp(want) != 0 {
				t.Errorf("%s is %s, %s is %s", s, got, same[0], want)
			}
		}
	}
	for _, unit := range []string{"", "个", "%", "元", "天", "年", "立方米/人", "吨标准煤", "万"} {
		if size := Default().Size(unit); size != nil {
			t.Errorf("%q has the size %s, want none", unit, size)
		}
	}
}
