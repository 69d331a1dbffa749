"""The register: an append-only chain of events, and the entries that follow from them (design §6).

`chain` makes and hashes events; `happenings` are what they say, `event_form` and `statement_form`
the same as JSON, which stays in this room; `projection` says what each does to an entry; `schema`
and `migrations` are the tables; `database` opens them; `book` is the register that the rest of the
program works with.
"""
