// Package rules is data: what plangraph looks for, as YAML files by subject,
// and the word lists that they refer to under words/. The files are compiled
// by package extract/rule and run by package extract.
package rules

import "embed"

// FS holds every rule file (*.yaml) and word list (words/*.txt).
//
//go:embed *.yaml words/*.txt
var FS embed.FS
