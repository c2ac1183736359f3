package neo4j

import (
	"context"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"golang.org/x/text/unicode/norm"

	"plangraph/graph"
)

// The queries find candidates by index and keep those that hold every word: the
// index knows pairs of characters only. A quote that several edges rest on comes
// once, with the place of the edge that was written first.
const (
	holds    = "all(word IN $words WHERE any(s IN word WHERE all(w IN s.han WHERE text CONTAINS w) AND all(p IN s.latin WHERE toLower(text) =~ p)))"
	nameRows = "WITH n, coalesce(n.name, n.title) AS text WHERE text IS NOT NULL AND " + holds +
		" WITH n, text, labels(n)[0] AS kind, n.id AS id, CASE WHEN n:Plan THEN n.id ELSE n.plan END AS plan ORDER BY size(text), kind, id LIMIT $limit" +
		" OPTIONAL MATCH (p:Plan {id: plan}) OPTIONAL MATCH (c)-[h:HAS_SECTION|HAS_TASK]->(n)" +
		" RETURN kind, text, plan, CASE WHEN c:Section THEN c.path END AS section, p.source AS source, h.line AS line, id ORDER BY size(text), kind, id"
	quoteRows = "WITH e, e.quote AS text WHERE e.plan IS NOT NULL AND " + holds +
		" WITH e ORDER BY e.plan, e.start, e.end, CASE type(e) WHEN 'HAS_SECTION' THEN 0 WHEN 'HAS_TASK' THEN 1 ELSE 2 END, CASE WHEN startNode(e):Section THEN 0 ELSE 1 END, e.key" +
		" WITH e.plan AS plan, e.start AS start, e.end AS end, head(collect(e)) AS e ORDER BY plan, start, end LIMIT $limit" +
		" MATCH (p:Plan {id: plan}) WITH plan, start, end, e, p, startNode(e) AS s, endNode(e) AS t" +
		" RETURN 'quote' AS kind, e.quote AS text, plan, CASE WHEN s:Section THEN s.path WHEN t:Task THEN head([(t)<-[:HAS_TASK]-(x) | x.path]) END AS section," +
		" p.source AS source, e.line AS line, start, end ORDER BY plan, start, end"
)

// Search finds names and quotes; see graph.Store.
func (s *Store) Search(ctx context.Context, words [][]string, limit int) (*graph.Rows, error) {
	q := newSearch(words)
	if len(q.words) == 0 || limit <= 0 {
		return graph.SearchRows(nil, nil, 0), nil
	}
	nodes, edges := "MATCH (n:"+join(graph.Labels(), "|")+") ", "MATCH ()-[e:"+join(graph.EdgeTypes(), "|")+"]->() WHERE e.quote IS NOT NULL "
	if q.lucene != "" {
		nodes = "CALL db.index.fulltext.queryNodes($index, $lucene) YIELD node AS n "
		edges = "CALL db.index.fulltext.queryRelationships($index, $lucene) YIELD relationship AS e "
	}
	var found [2][][]any // names, and twice as many quotes: see graph.SearchRows
	err := s.read(ctx, func(tx driver.ManagedTransaction) error {
		for i, part := range [][2]string{{nodes + nameRows, namesIndex}, {edges + quoteRows, quotesIndex}} {
			found[i] = nil
			params := row{"index": part[1], "lucene": q.lucene, "words": q.words, "limit": limit * (i + 1)}
			rows, err := collect(ctx, tx, part[0], params)
			if err != nil {
				return err
			}
			for _, r := range rows {
				found[i] = append(found[i], r.Values[:len(graph.SearchColumns())])
			}
		}
		return nil
	})
	return graph.SearchRows(found[0], found[1], limit), err
}

// search is what texts must hold: each word in one of its spellings.
type search struct {
	words  []any  // of each word, its spellings; of each spelling, the map that holds reads
	lucene string // the same for the index, as far as it can tell; "" for nothing
}

func newSearch(words [][]string) search {
	var q search
	var lucene []string
	for _, spellings := range words {
		var forms []any
		var terms []string
		known := true // by the index, in all spellings
		for _, w := range spellings {
			s, term := newSpelling(w)
			if s == nil {
				continue
			}
			forms = append(forms, s)
			terms = append(terms, term)
			known = known && term != ""
		}
		if len(forms) == 0 {
			continue
		}
		q.words = append(q.words, forms)
		if known {
			lucene = append(lucene, "("+strings.Join(terms, " OR ")+")")
		}
	}
	q.lucene = strings.Join(lucene, " AND ")
	return q
}

// newSpelling parts a word into runs: of characters without spaces between words,
// which may stand anywhere (han), and of other letters and digits, which stand at the
// beginning of a word (latin, as regular expressions of the server). It is nil for a
// word without any letter.
func newSpelling(word string) (runs map[string]any, lucene string) {
	hans, latins, terms := []string{}, []string{}, []string(nil)
	word = strings.ToLower(norm.NFKC.String(word))
	for len(word) > 0 {
		r, size := utf8.DecodeRuneInString(word)
		kind := letterKind(r)
		end := size
		for end < len(word) {
			r, size := utf8.DecodeRuneInString(word[end:])
			if point := r == '.' && end+1 < len(word) && isDigit(word[end-1]) && isDigit(word[end+1]); letterKind(r) != kind && !point { // 3.2 is one word
				break
			}
			end += size
		}
		switch run := word[:end]; kind {
		case han:
			hans = append(hans, run)
			if utf8.RuneCountInString(run) > 1 { // a single character has no pair to look up
				terms = append(terms, `"`+run+`"`)
			}
		case latin:
			latins = append(latins, `(?s)(.*[^\p{L}\p{N}]|.*[\x{3000}-\x{10FFFF}])?`+regexp.QuoteMeta(run)+`.*`)
			terms = append(terms, run+"*")
		}
		word = word[end:]
	}
	if len(hans)+len(latins) == 0 {
		return nil, ""
	}
	if len(terms) > 0 {
		lucene = "(" + strings.Join(terms, " AND ") + ")"
	}
	return map[string]any{"han": hans, "latin": latins}, lucene
}

// The kinds of characters; zero is what stands between words.
const (
	latin = 1
	han   = 2
)

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func letterKind(r rune) int {
	switch {
	case !unicode.IsLetter(r) && !unicode.IsDigit(r):
		return 0
	case r < 0x3000:
		return latin
	}
	return han
}
