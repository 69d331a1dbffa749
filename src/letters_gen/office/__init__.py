"""The rim of a workspace: letters.toml, sidecars and paths turned into values of the model, and
answers back.

`files` writes and reads any of its files and tells what the system refuses; `placing` names issued
documents, which are never overwritten, with the same parts; `flushing` lets both outlast a power
cut. `settings` checks letters.toml and turns it into `Settings`; `toml_text` reads any of the office's
TOML files and knows on which line a key stands; `sidecar` keeps the covering letter beside its
sheet; `workspace` knows where things lie; `sample` makes a new workspace.
"""
