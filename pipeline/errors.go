package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"plangraph/source"
)

// errTooLarge is for a file of which not all may be read.
var errTooLarge = errors.New("the file is too large")

// Explain says in Chinese and English what is wrong with a file and what to do.
func Explain(name string, err error) error {
	var notText *source.NotTextError
	var line *source.LineError
	var encoding *source.EncodingError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: 没有这个文件或文件夹,请检查路径 / there is no such file or folder; check the path", name)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: 没有读取权限,请检查文件权限 / may not be read; check its permissions", name)
	case errors.Is(err, syscall.EISDIR):
		return fmt.Errorf("%s: 是文件夹,不是文件 / is a folder, not a file", name)
	case errors.Is(err, errTooLarge):
		return fmt.Errorf("%s: 超过 %[2]d MB,请拆成一份规划一个文件 / has more than %[2]d MB; split it into a file for each plan", name, MostBytes>>20)
	case errors.Is(err, source.ErrEmpty):
		return fmt.Errorf("%s: 文件是空的 / the file is empty", name)
	case errors.As(err, &notText):
		return fmt.Errorf("%s: 不是纯文本(%s),请将其中文字另存为 .txt / is no plain text (%s); save its words as a .txt file", name, notText.Kind, notText.Kind)
	case errors.As(err, &line):
		return fmt.Errorf("%s:%d: 这一行有 %d MB,规划没有这样长的行,请恢复换行后重试 / this line has %d MB; no plan has such lines: put the line ends back and try again", name, line.Line, line.Bytes>>20, line.Bytes>>20)
	case errors.As(err, &encoding) && encoding.Truncated:
		return fmt.Errorf("%s:%d: 文件在一个字符中间结束,可能没有下载完整,请重新获取 / the file ends in the middle of a character (byte %d) and may be cut off; fetch it again", name, encoding.Line, encoding.Offset)
	case errors.As(err, &encoding):
		return fmt.Errorf("%s:%d: 不是 UTF-8,也不是 GB18030,请转换为 UTF-8 / is neither UTF-8 nor GB18030 (byte %d); convert it to UTF-8", name, encoding.Line, encoding.Offset)
	}
	return fmt.Errorf("%s: 读取失败 / cannot be read: %w", name, err)
}
