// Package hanzi knows which characters are Chinese, those that numbers are written with, and which
// numbers are years.
package hanzi

// Is reports whether a character is a Chinese one of the basic plane.
func Is(r rune) bool { return r >= 0x3400 && r <= 0x9fff }

// IsYear reports whether a number is that of a year which a plan may name: from 1949, when the
// oldest can be, to 2100.
func IsYear(y int) bool { return y >= 1949 && y <= 2100 }

// Numerals are the characters that count from one to ten.
const Numerals = "一二三四五六七八九十"

// Digit returns the value of a digit in words (〇, 零, 一 to 九, 两), -1 for another character.
func Digit(r rune) int {
	switch r {
	case '零', '〇':
		return 0
	case '一':
		return 1
	case '二', '两', '兩':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

// Power returns the power of ten that a character stands for (十, 百, 千, 万, 亿), 0 for another
// character.
func Power(r rune) int {
	switch r {
	case '十':
		return 1
	case '百':
		return 2
	case '千':
		return 3
	case '万', '萬':
		return 4
	case '亿', '億':
		return 8
	}
	return 0
}

// Teen writes a number from 10 to 19: 十, 十一.
func Teen(n int) string {
	if n == 10 {
		return "十"
	}
	return "十" + string([]rune(Numerals)[n-11])
}
