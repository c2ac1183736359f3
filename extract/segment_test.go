package extract

import (
	"strings"
	"testing"

	"plangraph/extract/rule"
)

// vocabularyOf is a set of lists with these words and no others.
func vocabularyOf(words string) map[string]*rule.List {
	l := &rule.List{}
	for _, w := range strings.Fields(words) {
		l.Entries = append(l.Entries, rule.Entry{Term: w})
	}
	return map[string]*rule.List{"vocabulary": l}
}

func TestOwnPart(t *testing.T) {
	e := &Extractor{segmenter: &segmenter{lists: vocabularyOf("大气 苹果 葡萄 优质 品率 环境 质量 水产品 产地 低温 果蔬 城镇 农村 污水 生活 处理率 断面 河流 达标率 牛肉 合格率")}}
	for _, c := range []struct{ prev, last, own string }{
		{"苹果", "葡萄优质品率", "葡萄"},
		{"大气", "水环境质量", "水"},
		{"果蔬", "水产品产地低温处理率", "水产品"},
		{"城镇污水", "农村生活污水处理率", "农村生活污水"},
		{"国", "省控断面达标率", "省"},
		{"猪", "牛肉合格率", "牛"},
		{"火龙果", "葡萄处理率", "葡萄"},
		{"葡萄", "火龙果处理率", "火龙果"},
		{"葡萄", "火龙草莓处理率", "火龙"},
		{"清河", "沙河流域达标率", "沙河"},
		{"苹果", "葡萄", ""},
		{"", "葡萄处理率", ""},
	} {
		w := &Worker{e: e}
		w.t.R = []rune(c.prev + "、" + c.last)
		n := int32(len([]rune(c.prev)))
		last := Range{n + 1, int32(len(w.t.R))}
		end, ok := w.ownPart(Range{0, n}, last)
		if !ok {
			end = last.Lo
		}
		if got := string(w.t.R[last.Lo:end]); got != c.own {
			t.Errorf("%s、%s: own part %q, want %q", c.prev, c.last, got, c.own)
		}
	}
}
