"""From a request to issued documents, one transaction (design §6).

`sheets` chooses the monitoring, `survey` understands it; `drafting` and `decisions` say what is wanted and what is done
with each; `plan` shows it, with what is odd and what isn't certain (`doubts`); `issue` does it: number → render → write
→ record. `crew` are the processes that work, `production` is what they do with a chunk, `placing` gives files their
final names; `lease` lets one run at a time. `printing` puts what is issued into files to print; `history` looks back at
earlier weeks; `templates` checks templates; `doctor` checks what all of it needs. Acts on the register by hand are
`by_hand`, `attachment`, `journal`, `lookup`, `audit` and `backup`. Nothing here asks or prints.
"""
