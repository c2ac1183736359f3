package neo4j

import (
	"context"
	"strings"
	"unicode/utf8"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"golang.org/x/text/unicode/norm"

	"plangraph/graph"
)

// searchColumns are the columns of an answer of Search.
var searchColumns = []graph.Column{
	{Name: "kind"}, {Name: "text"}, {Name: "plan"}, {Name: "section"}, {Name: "source"}, {Name: "line", Kind: graph.ColumnInt},
}

// The queries find candidates by index and keep those that hold every word: the
// index knows pairs of characters only. Names come first, then quotes in the
// order of the text, each quote once.
const (
	holdsAll  = "all(w IN $words WHERE toLower(text) CONTAINS w)"
	nameRows  = "WITH n, coalesce(n.name, n.title) AS text WHERE text IS NOT NULL AND " + holdsAll + " RETURN labels(n)[0] AS kind, text, n.plan AS plan, null AS section, null AS source, null AS line, n.id AS id ORDER BY kind, id LIMIT $limit"
	quoteRows = "WITH e, e.quote AS text WHERE e.plan IS NOT NULL AND " + holdsAll + " WITH e.plan AS plan, e.start AS start, e.line AS line, text, e ORDER BY plan, start, e.key " +
		"WITH plan, start, line, text, head(collect(startNode(e))) AS s ORDER BY plan, start, text LIMIT $limit MATCH (p:Plan {id: plan}) " +
		"RETURN 'quote' AS kind, text, plan, CASE WHEN s:Section THEN s.path ELSE head([(x:Section)-[:HAS_TASK]->(s) | x.path]) END AS section, p.source AS source, line, start ORDER BY plan, start, text"
)

// Search returns the names and quotes that hold every word, at most limit.
func (s *Store) Search(ctx context.Context, words []string, limit int) (*graph.Rows, error) {
	var folded []string
	for _, w := range words {
		if w = strings.ToLower(norm.NFKC.String(strings.TrimSpace(w))); w != "" {
			folded = append(folded, w)
		}
	}
	out := &graph.Rows{Columns: searchColumns}
	if len(folded) == 0 || limit <= 0 {
		return out, nil
	}
	nodes, edges := "MATCH (n) WHERE n:"+join(graph.Labels(), "|")+" ", "MATCH ()-[e]->() WHERE e.quote IS NOT NULL "
	lucene := luceneQuery(folded)
	if lucene != "" {
		nodes = "CALL db.index.fulltext.queryNodes($index, $lucene) YIELD node AS n "
		edges = "CALL db.index.fulltext.queryRelationships($index, $lucene) YIELD relationship AS e "
	}
	err := s.read(ctx, func(tx driver.ManagedTransaction) error {
		out.Values = nil
		for _, part := range [][3]string{{nodes, namesIndex, nameRows}, {edges, quotesIndex, quoteRows}} {
			left := limit - len(out.Values)
			if left == 0 {
				break
			}
			rows, err := collect(ctx, tx, part[0]+part[2], row{"index": part[1], "lucene": lucene, "words": folded, "limit": left})
			if err != nil {
				return err
			}
			for _, r := range rows {
				out.Values = append(out.Values, r.Values[:len(searchColumns)])
			}
		}
		return nil
	})
	return out, err
}

// luceneQuery asks for texts that hold every word as a phrase of pairs of
// characters. A word of a single character has no pair: then there is no query,
// and everything is read.
func luceneQuery(words []string) string {
	var all []string
	escape := strings.NewReplacer(`\`, `\\`, `"`, `\"`)
	for _, w := range words {
		if utf8.RuneCountInString(w) > 1 {
			all = append(all, `"`+escape.Replace(w)+`"`)
		}
	}
	return strings.Join(all, " AND ")
}
