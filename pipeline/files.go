// Package pipeline is the way from files to facts: it finds the files, reads
// and extracts them with many workers, and hands the results over in the order
// of the files, so that the number of workers changes nothing but the time.
package pipeline

import (
	"fmt"
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
