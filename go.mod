module plangraph

go 1.26.0

require (
	github.com/neo4j/neo4j-go-driver/v5 v5.28.4
	github.com/rogpeppe/go-internal v1.16.0
	golang.org/x/text v0.43.0
	gopkg.in/yaml.v3 v3.0.1
)
