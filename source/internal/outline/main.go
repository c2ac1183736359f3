// Command outline prints what package source sees in a file: its plans, with
// their sections, blocks and tables, one line each.
//
//	go run ./source/internal/outline FILE…
package main

import (
	"bufio"
	"fmt"
	"os"

	"plangraph/source"
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, name := range os.Args[1:] {
		raw, err := os.ReadFile(name)
		if err == nil {
			var text string
			if text, err = render(name, raw); err == nil {
				fmt.Fprint(out, text)
			}
		}
		if err != nil {
			out.Flush()
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func render(name string, raw []byte) (string, error) {
	doc, err := source.Read(name, raw)
	if err != nil {
		return "", err
	}
	return source.Outline(doc), nil
}
