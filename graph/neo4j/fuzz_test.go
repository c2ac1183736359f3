package neo4j

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzParseParam: what is NAME=VALUE is a parameter that a server can be sent, all else is
// refused.
func FuzzParseParam(f *testing.F) {
	for _, s := range []string{"plan=61号", "years=[2025,2035]", `m={"a":[1e400,null]}`, "n=9223372036854775808", "a=b=c", "=1", "x", "s=\"未完", "a=1 2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		name, value, err := ParseParam(s)
		before, text, ok := strings.Cut(s, "=")
		if want := ok && before != ""; want != (err == nil) {
			t.Fatalf("%q: error %v", s, err)
		}
		if err != nil {
			return
		}
		if name != before {
			t.Errorf("%q: the name is %q", s, name)
		}
		if _, err := json.Marshal(value); err != nil {
			t.Errorf("%q: %v cannot be sent: %v", s, value, err)
		}
		if plain, isText := value.(string); isText && plain != text && !strings.ContainsAny(text, `"0123456789`) {
			t.Errorf("%q: the value is %q", s, plain)
		}
	})
}

// FuzzFromEnv: an address is a server's with a port, or refused without a word of a password.
func FuzzFromEnv(f *testing.F) {
	for _, s := range []string{"neo4j://h", "bolt+s://u@h:1", "neo4j://u:秘密@h", "neo4j://", "http://h", "neo4j://[::1]", "neo4j://h:x", "bolt://%zz@h"} {
		f.Add(s, "neo4j")
	}
	f.Fuzz(func(t *testing.T, name, user string) {
		const secret = "pw-of-the-environment"
		env := map[string]string{"NEO4J_USERNAME": user, "NEO4J_PASSWORD": secret}
		c, err := FromEnv(name, func(k string) string { return env[k] })
		if err != nil {
			if strings.Contains(err.Error(), secret) {
				t.Errorf("%q: the message shows the password: %v", name, err)
			}
			return
		}
		u, err := url.Parse(c.URI)
		if err != nil || u.Hostname() == "" || u.Port() == "" || u.User != nil || c.Username == "" || c.Password != secret {
			t.Errorf("%q: %+v, %v", name, c, err)
		}
	})
}

// FuzzNewSearch: the query for any words is one that the index and the server understand.
func FuzzNewSearch(f *testing.F) {
	for _, s := range []string{"养老 护理", "3.2", "a\"b* OR (c", "GB/T 2260", "\\", "５Ｇ", "é", "一"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		for _, word := range strings.Fields(s) {
			runs, lucene := newSpelling(word)
			if strings.Count(lucene, `"`)%2 != 0 || strings.Count(lucene, "(") != strings.Count(lucene, ")") {
				t.Errorf("%q: lucene %s", word, lucene)
			}
			if runs == nil {
				continue
			}
			for _, pattern := range runs["latin"].([]string) {
				if _, err := regexp.Compile(pattern); err != nil {
					t.Errorf("%q: %v", word, err)
				}
			}
		}
	})
}
