// Package pipeline is the way from files to facts: it finds the files, reads
// and extracts them with many workers, and hands the results over in the order
// of the files, so that the number of workers changes nothing but the time.
package pipeline

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// File is a file to read.
type File struct {
	Name string // as the user named it, or below the folder that he named; "-" is standard input
	Size int64  // bytes; 0 for standard input
	Err  error  // why it cannot be read
}

// Files lists what is to be read: files as named, folders with all files of the
// extension below them in the order of their names. Other files of folders are
// only counted.
func Files(args []string, ext string) (files []File, skipped int) {
	seen := map[string]bool{}
	add := func(f File) {
		key := filepath.Clean(f.Name)
		if !seen[key] {
			seen[key] = true
			files = append(files, f)
		}
	}
	for _, arg := range args {
		if arg == "-" {
			add(File{Name: "-"})
			continue
		}
		info, err := os.Stat(arg)
		if err != nil {
			add(File{Name: arg, Err: Explain(arg, err)})
			continue
		}
		if !info.IsDir() {
			f := File{Name: arg, Size: info.Size()}
			if !info.Mode().IsRegular() && info.Mode()&(os.ModeNamedPipe|os.ModeCharDevice) == 0 {
				f.Err = fmt.Errorf("%s: 不是普通文件,无法读取 / is no ordinary file and cannot be read", arg)
			}
			add(f)
			continue
		}
		root := arg
		if link, err := os.Lstat(arg); err == nil && link.Mode()&os.ModeSymlink != 0 {
			root += string(filepath.Separator) // else the walk ends at the link
		}
		_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				add(File{Name: path, Err: Explain(path, err)})
			case d.IsDir():
				if strings.HasPrefix(d.Name(), ".") && path != root {
					return fs.SkipDir
				}
			case !strings.EqualFold(filepath.Ext(path), ext):
				skipped++
			default:
				f := File{Name: path}
				if info, err := os.Stat(path); err != nil { // follows links, as reading does
					f.Err = Explain(path, err)
				} else if f.Size = info.Size(); !info.Mode().IsRegular() {
					skipped++
					return nil
				}
				add(f)
			}
			return nil
		})
	}
	return files, skipped
}

// MostBytes is how much of a text is read, some eighty issues of a gazette: a worker holds
// about seven times as much while it reads one.
const MostBytes = 64 << 20

// ReadFile reads a file whole, or standard input where it is called "-". An error says in
// Chinese and English what is wrong with it and what to do, also for a file that is too large.
func ReadFile(name string, stdin io.Reader) ([]byte, error) {
	if name == "-" {
		return readAll(name, stdin, 0)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, Explain(name, err)
	}
	defer f.Close()
	size := int64(0)
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		size = info.Size()
	}
	if size > MostBytes {
		return nil, Explain(name, errTooLarge)
	}
	return readAll(name, f, size)
}

// readAll reads what has about size bytes, and no more of it than MostBytes.
func readAll(name string, in io.Reader, size int64) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(int(size) + bytes.MinRead)
	_, err := b.ReadFrom(io.LimitReader(in, MostBytes+1))
	if err == nil && b.Len() > MostBytes {
		err = errTooLarge
	}
	if err != nil {
		return nil, Explain(name, err)
	}
	return b.Bytes(), nil
}
