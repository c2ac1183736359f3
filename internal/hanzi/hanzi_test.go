package hanzi

import "testing"

// TestNumerals: the tables agree with each other.
func TestNumerals(t *testing.T) {
	for i, r := range []rune(Numerals) {
		if want := i + 1; want < 10 && Digit(r) != want || want == 10 && (Digit(r) != -1 || Power(r) != 1) {
			t.Errorf("%c is not %d", r, want)
		}
	}
	for n, want := range map[int]string{10: "十", 11: "十一", 19: "十九"} {
		if got := Teen(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
	for _, r := range "点几半壹a" {
		if Digit(r) >= 0 || Power(r) != 0 {
			t.Errorf("%c is a numeral", r)
		}
	}
}
