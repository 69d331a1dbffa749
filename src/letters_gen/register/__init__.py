"""The register: an append-only chain of events, and the entries that follow from them (design §6).

`chain` makes and hashes events; `projection` says what each does to an entry; `schema` and
`migrations` are the tables; `database` opens them; `book` is the register that the rest of the
program works with.
"""
