"""A PostgreSQL that needs no installation: a Django database backend that starts it at the first connection.

`paths` says where things lie, `cluster` runs PostgreSQL's own programs, `server` shares one server between processes,
`base` is what Django loads for `ENGINE = "config.embedded"`.
"""
