package doublearray

import "testing"

// FuzzBuild: a dictionary has the words that it was built of, each with the value of its first
// entry, and no others.
func FuzzBuild(f *testing.F) {
	f.Add([]byte("\x01\x02\x00\x01\x00\x01\x02"), []byte("\x01\x02"))
	f.Add([]byte("\x07\x07\x07\x00\x07"), []byte("\x07\x07"))
	f.Add([]byte(""), []byte("\x01"))
	f.Fuzz(func(t *testing.T, list, other []byte) {
		want := map[string]int32{}
		var words []Word
		var codes []uint16 // of the word that is being read; 0 parts words
		for _, c := range append(list, 0) {
			if c != 0 {
				codes = append(codes, uint16(c))
				continue
			}
			if len(codes) > 0 {
				value := int32(len(words))
				if _, twice := want[key(codes)]; !twice {
					want[key(codes)] = value
				}
				words = append(words, Word{codes, value})
			}
			codes = nil
		}
		nodes := Build(words, 1<<8)
		for word, value := range want {
			if got, ok := find(nodes, []byte(word)); !ok || got != value {
				t.Errorf("%q: value %d (%t), want %d", word, got, ok, value)
			}
		}
		if _, known := want[string(other)]; !known && len(other) > 0 {
			if got, ok := find(nodes, other); ok {
				t.Errorf("%q is none of %q, but has the value %d", other, list, got)
			}
		}
	})
}

// key is a word whose codes are bytes.
func key(codes []uint16) string {
	b := make([]byte, len(codes))
	for i, c := range codes {
		b[i] = byte(c)
	}
	return string(b)
}

// find steps through the nodes as the doc of Node says.
func find(nodes []Node, word []byte) (value int32, ok bool) {
	at := int32(0)
	for _, c := range word {
		next := nodes[at].Base + int32(c)
		if nodes[next].Check != at {
			return 0, false
		}
		at = next
	}
	return nodes[at].Value - 1, nodes[at].Value > 0
}
