"""From a request to issued documents, one transaction (design §6).

`sheets` chooses the monitoring; `plan` says what would be issued, under which numbers, and what is odd; `issue` does
it: number → render → write → record; `lease` lets one run at a time; `placing` gives files their final names;
`doubts` is what isn't certain; `history` looks back at earlier weeks; `templates` checks templates; `doctor`
checks what all of it needs. Nothing here asks or prints.
"""
