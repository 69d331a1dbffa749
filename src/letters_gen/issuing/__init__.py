"""From a request to issued documents, one transaction (design §6).

`request` is what is asked for; `drafting` says which documents are wanted, `decisions` what is done
with each as the register stands, `cautions` what the clerk should know; `plan` puts them together
and is shown; `issue` carries it out: number → render → write → record. Nothing here asks or prints.
"""
