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
	holds    = "all(w IN $han WHERE text CONTAINS w) AND all(p IN $latin WHERE toLower(text) =~ p)"
	nameRows = "WITH n, coalesce(n.name, n.title) AS text WHERE text IS NOT NULL AND " + holds +
		" RETURN labels(n)[0] AS kind, text, CASE WHEN n:Plan THEN n.id ELSE n.plan END AS plan, null AS section, null AS source, null AS line, n.id AS id" +
		" ORDER BY kind, id LIMIT $limit"
	quoteRows = "WITH e, e.quote AS text WHERE e.plan IS NOT NULL AND " + holds +
		" WITH e ORDER BY e.plan, e.start, e.end, CASE type(e) WHEN 'HAS_SECTION' THEN 0 WHEN 'HAS_TASK' THEN 1 ELSE 2 END, CASE WHEN startNode(e):Section THEN 0 ELSE 1 END, e.key" +
		" WITH e.plan AS plan, e.start AS start, e.end AS end, head(collect(e)) AS e ORDER BY plan, start, end LIMIT $limit" +
		" MATCH (p:Plan {id: plan}) WITH plan, start, end, e, p, startNode(e) AS s, endNode(e) AS t" +
		" RETURN 'quote' AS kind, e.quote AS text, plan, CASE WHEN s:Section THEN s.path WHEN t:Task THEN head([(t)<-[:HAS_TASK]-(x) | x.path]) END AS section," +
		" p.source AS source, e.line AS line, start, end ORDER BY plan, start, end"
)

// Search finds names first, by label and id, then quotes in the order of the
// text.
func (s *Store) Search(ctx context.Context, words []string, limit int) (*graph.Rows, error) {
	out := &graph.Rows{Columns: graph.SearchColumns()}
	q := newSearch(words)
	if len(q.han)+len(q.latin) == 0 || limit <= 0 {
		return out, nil
	}
	nodes, edges := "MATCH (n:"+join(graph.Labels(), "|")+") ", "MATCH ()-[e:"+join(graph.EdgeTypes(), "|")+"]->() WHERE e.quote IS NOT NULL "
	if len(q.lucene) > 0 {
		nodes = "CALL db.index.fulltext.queryNodes($index, $lucene) YIELD node AS n "
		edges = "CALL db.index.fulltext.queryRelationships($index, $lucene) YIELD relationship AS e "
	}
	err := s.read(ctx, func(tx driver.ManagedTransaction) error {
		out.Values = nil
		for _, part := range [][2]string{{nodes + nameRows, namesIndex}, {edges + quoteRows, quotesIndex}} {
			params := row{"index": part[1], "lucene": strings.Join(q.lucene, " AND "), "han": q.han, "latin": q.latin, "limit": limit - len(out.Values)}
			rows, err := collect(ctx, tx, part[0], params)
			if err != nil {
				return err
			}
			for _, r := range rows {
				out.Values = append(out.Values, r.Values[:len(out.Columns)])
			}
		}
		return nil
	})
	return out, err
}

// search is what texts must hold: runs of characters without spaces between
// words anywhere, runs of other letters and digits at the beginning of a word.
type search struct {
	han    []string
	latin  []string // as regular expressions of the server
	lucene []string // the same for the index, as far as it can tell
}

func newSearch(words []string) search {
	q := search{han: []string{}, latin: []string{}}
	for _, w := range words {
		w = strings.ToLower(norm.NFKC.String(w))
		for len(w) > 0 {
			r, size := utf8.DecodeRuneInString(w)
			kind := letterKind(r)
			end := size
			for end < len(w) {
				r, size := utf8.DecodeRuneInString(w[end:])
				if letterKind(r) != kind {
					break
				}
				end += size
			}
			q.add(w[:end], kind)
			w = w[end:]
		}
	}
	return q
}

func (q *search) add(run string, kind int) {
	switch {
	case kind == han:
		q.han = append(q.han, run)
		if utf8.RuneCountInString(run) > 1 { // a single character has no pair to look up
			q.lucene = append(q.lucene, `"`+run+`"`)
		}
	case kind == latin:
		q.latin = append(q.latin, `(?s)(.*[^\p{L}\p{N}]|.*[\x{3000}-\x{10FFFF}])?`+regexp.QuoteMeta(run)+`.*`)
		q.lucene = append(q.lucene, run+"*")
	}
}

// The kinds of characters; zero is what stands between words.
const (
	latin = 1
	han   = 2
)

func letterKind(r rune) int {
	switch {
	case !unicode.IsLetter(r) && !unicode.IsDigit(r):
		return 0
	case r < 0x3000:
		return latin
	}
	return han
}
