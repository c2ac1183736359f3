package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// ErrEmpty is returned for a file without any text.
var ErrEmpty = errors.New("the file is empty")

// NotTextError says that a file holds something else than plain text.
type NotTextError struct {
	Kind string // what it is: PDF, PNG, Word (.doc), ZIP or Office (.docx, .xlsx), binary
}

// Error says what the file is and what to save it as.
func (e *NotTextError) Error() string {
	return fmt.Sprintf("not a text file (%s); save it as plain text (.txt, UTF-8) and try again", e.Kind)
}

// LineError says that a line is longer than any of a plan, so that the text has
// lost its line ends: nothing could be told apart in it.
type LineError struct {
	Line  int // 1-based
	Bytes int // how long it is
}

// Error says which line and how to mend the file.
func (e *LineError) Error() string {
	return fmt.Sprintf("line %d has %d MB; no plan has such lines: put its line ends back and try again", e.Line, e.Bytes>>20)
}

// longestLine is what a line may have in bytes. Whole gazettes have less.
const longestLine = 2 << 20

// checkLines returns a *LineError for a line that is too long.
func checkLines(text string) error {
	for n, rest := 1, text; len(rest) > longestLine; n++ {
		end := strings.IndexByte(rest, '\n')
		if end < 0 {
			end = len(rest)
		}
		if end > longestLine {
			return &LineError{Line: n, Bytes: end}
		}
		rest = rest[min(end+1, len(rest)):]
	}
	return nil
}

// EncodingError says where a text stops being valid in any supported encoding.
type EncodingError struct {
	Offset    int  // of the first bad byte, from 0
	Line      int  // 1-based
	Truncated bool // the file ends in the middle of a character
}

// Error says where the text breaks and what to do about it.
func (e *EncodingError) Error() string {
	if e.Truncated {
		return fmt.Sprintf("the file ends in the middle of a UTF-8 character (byte %d, line %d); it was cut off: fetch it again", e.Offset, e.Line)
	}
	return fmt.Sprintf("neither UTF-8 nor GB18030 (bad byte at %d, line %d); save the file as UTF-8 and try again", e.Offset, e.Line)
}

// magics are the first bytes of the kinds of files that people mistake for text.
var magics = []struct{ head, kind string }{
	{"%PDF-", "PDF"},
	{"\x89PNG\r\n\x1a\n", "PNG picture"},
	{"\xff\xd8\xff", "JPEG picture"},
	{"GIF8", "GIF picture"},
	{"II*\x00", "TIFF picture"},
	{"MM\x00*", "TIFF picture"},
	{"PK\x03\x04", "ZIP or Office file (.docx, .xlsx)"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word file (.doc)"},
	{"{\\rtf", "RTF file"},
	{"\x1f\x8b", "gzip archive"},
	{"Rar!", "RAR archive"},
	{"7z\xbc\xaf\x27\x1c", "7z archive"},
	{"SQLite format 3\x00", "SQLite database"},
	{"\x7fELF", "program"},
}

// Decode returns the text of a file in UTF-8 (with or without byte-order mark),
// UTF-16 (with one) or GB18030. Line ends stay as they are, but for those of a file
// that has carriage returns alone. The text may share
// memory with raw, which must not be changed afterwards.
//
// Errors: ErrEmpty, *NotTextError, *EncodingError.
func Decode(raw []byte) (text string, warnings []string, err error) {
	text, warnings, err = decode(raw)
	if strings.IndexByte(text, '\n') < 0 && strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(text, "\r", "\n")
		warnings = append(warnings, "换行符为 CR,按 LF 读取 / line ends are CR, read as LF")
	}
	return mendMarks(text), warnings, err
}

// mendMarks puts right the marks of a PDF whose converter took their GBK codes for those of
// Unicode: ꎬ (U+A3AC) is the comma A3AC. Either takes three bytes, so offsets stay.
func mendMarks(text string) string {
	const lost, last, full = 0xA3A1, 0xA3FE, 0xFF01 // the row A3 of GBK, the full-width forms
	if !strings.Contains(text, "\uA3AC") && !strings.Contains(text, "\uA3AE") {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == lost+'.'-'!':
			return '。'
		case r >= lost && r <= last:
			return r - lost + full
		}
		return r
	}, text)
}

// decode makes text of the bytes of a file: UTF-8 with or without byte-order mark, UTF-16 with
// one, else GB18030. It refuses what is no text, and warns where it had to guess.
func decode(raw []byte) (text string, warnings []string, err error) {
	if len(bytes.TrimSpace(raw)) == 0 {
		return "", nil, ErrEmpty
	}
	for _, m := range magics {
		if strings.HasPrefix(unsafe.String(&raw[0], min(len(raw), 16)), m.head) {
			return "", nil, &NotTextError{m.kind}
		}
	}
	if isHTML(raw) {
		return "", nil, &NotTextError{"HTML"}
	}
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		raw = raw[3:]
	case bytes.HasPrefix(raw, []byte("\xff\xfe")), bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), raw, "UTF-16")
	}
	if len(bytes.TrimSpace(raw)) == 0 {
		return "", nil, ErrEmpty
	}
	bad := firstInvalid(raw)
	if bad < 0 {
		if isBinary(raw) {
			return "", nil, &NotTextError{"binary data"}
		}
		return unsafe.String(&raw[0], len(raw)), nil, nil
	}
	if isBinary(raw) {
		return "", nil, &NotTextError{"binary data"}
	}
	line := 1 + bytes.Count(raw[:bad], []byte{'\n'})
	// A few last bytes of a character, after text that was UTF-8 beyond doubt.
	if len(raw)-bad < utf8.UTFMax && !utf8.FullRune(raw[bad:]) && hasWide(raw[:bad]) {
		return "", nil, &EncodingError{Offset: bad, Line: line, Truncated: true}
	}
	// Much valid multi-byte UTF-8 before the first bad byte: GB18030 text does
	// not look like that, so the file is damaged UTF-8.
	if wideCount(raw[:bad]) >= 16 {
		return "", nil, &EncodingError{Offset: bad, Line: line}
	}
	text, warnings, err = decodeWith(simplifiedchinese.GB18030, raw, "GB18030")
	if e := (*EncodingError)(nil); errors.As(err, &e) && e.Truncated {
		return "", nil, err
	}
	if err != nil || !mostlyHan(text) {
		return "", nil, &EncodingError{Offset: bad, Line: line}
	}
	return text, warnings, nil
}

// decodeWith decodes with one encoding; an *EncodingError says where the bytes are none of its characters.
func decodeWith(enc encoding.Encoding, raw []byte, name string) (string, []string, error) {
	out, err := enc.NewDecoder().Bytes(raw)
	if err == nil {
		if bad := bytes.IndexRune(out, utf8.RuneError); bad >= 0 {
			e := &EncodingError{Offset: bad, Line: 1 + bytes.Count(out[:bad], []byte{'\n'})}
			if bad >= len(out)-2*utf8.RuneLen(utf8.RuneError) && bad > 0 && mostlyHan(string(out[:bad])) { // only its last bytes are no character
				e.Offset, e.Truncated = len(raw)-1, true
			}
			err = e
		}
	}
	if err != nil {
		var e *EncodingError
		if !errors.As(err, &e) {
			err = &EncodingError{Line: 1}
		}
		return "", nil, err
	}
	if len(bytes.TrimSpace(out)) == 0 {
		return "", nil, ErrEmpty
	}
	if isBinary(out) {
		return "", nil, &NotTextError{"binary data"}
	}
	return unsafe.String(&out[0], len(out)), []string{"按 " + name + " 读取 / read as " + name}, nil
}

// firstInvalid returns the offset of the first byte that is not valid UTF-8, -1 for none.
func firstInvalid(raw []byte) int {
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		if 0xE1 <= raw[i] && raw[i] <= 0xEC && i+2 < len(raw) && raw[i+1]>>6 == 2 && raw[i+2]>>6 == 2 { // nearly all of a plan
			i += 3
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// isHTML reports whether a file is a saved web page: its tags would be read as words.
func isHTML(raw []byte) bool {
	head := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(raw[:min(len(raw), 256)], []byte("\xef\xbb\xbf"))))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}

// isBinary reports whether the beginning holds control characters that no text has.
func isBinary(b []byte) bool {
	b = b[:min(len(b), 1<<16)]
	bad := 0
	for _, c := range b {
		if c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0x1a {
			bad++
		}
	}
	return bad > 2 && bad*100 > len(b)
}

func hasWide(b []byte) bool { return wideCount(b) >= 3 }

// wideCount counts the characters of three bytes or more, up to the 64th.
func wideCount(b []byte) (n int) {
	for i := 0; i < len(b) && n < 64; {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, w := utf8.DecodeRune(b[i:])
		if w >= 3 && r != utf8.RuneError {
			n++
		}
		i += w
	}
	return n
}

// mostlyHan guards against other 8-bit encodings that decode as GB18030 by chance.
func mostlyHan(s string) bool {
	han, other, seen := 0, 0, 0
	for _, r := range s {
		if r < utf8.RuneSelf {
			continue
		}
		if r >= 0x4e00 && r <= 0x9fff || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef || r >= 0x2000 && r <= 0x26ff {
			han++
		} else {
			other++
		}
		if seen++; seen > 1<<15 {
			break
		}
	}
	return han > 2*other
}
