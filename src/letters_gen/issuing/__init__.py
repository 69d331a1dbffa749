"""From a request to issued documents, one transaction (design §6).

`request` is what is asked for; `flow` leads from it to questions or a plan, for every door;
`ground` is what a batch rests on, a surveyed week or a subject; `drafting` says which documents
are wanted, `decisions` what is done with each as the register stands, `cautions` what the clerk
should know; `planning` puts them together to a `plan`, which is shown; `issue` carries it out:
number → render → write → record. Nothing here asks or prints.
"""
