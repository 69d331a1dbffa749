"""The rim of a workspace: letters.toml, sidecars and paths turned into values of the model, and
answers back.

`files` writes and reads any of its files and tells what the system refuses; `placing` names issued
documents, which are never overwritten, with the same parts; `flushing` lets both outlast a power
cut. `settings` checks letters.toml and turns it into `Settings`, `settings_answers` puts answers
into it; `toml_text` reads and writes any of the office's TOML files and knows on which line a key
stands; `sidecar` keeps the covering letter, and what was answered about a sheet, beside it;
`directory_file` puts answers into the directory; `workspace` knows where things lie; `sample` makes
a new workspace of a sample office, `own_office` one of the clerk's own.
"""
