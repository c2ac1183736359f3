module plangraph

go 1.26.0

require (
	golang.org/x/text v0.43.0
	gopkg.in/yaml.v3 v3.0.1
)

require (
	github.com/neo4j/neo4j-go-driver/v5 v5.28.4 // indirect
	github.com/rogpeppe/go-internal v1.16.0 // indirect
)
