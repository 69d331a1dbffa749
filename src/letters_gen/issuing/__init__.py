"""From a request to issued documents, one transaction (design §6).

`request` is what is asked for; `flow` leads from it to questions or a plan, for every door;
`ground` is what a batch rests on, a surveyed week or a subject; `drafting` says which documents
are wanted, `decisions` what is done with each as the register stands, `cautions` what the clerk
should know; `planning` puts them together to a `plan`, which is shown; `issue` carries it out:
number → render → write → record. Nothing here asks or prints.

A plan rests on what stands (`standing`, `matching`, `alike`) and on earlier documents and weeks
(`priors`, `prior_fit`, `sparing`, `taken`, `past`, `editions`); `batches` makes what its documents
share, `roles` says who signs, `tokens` and `appendix_sheets` give it what is known before a number
is taken. What isn't certain is told by `doubts` and `form_doubts`, for `check` by `checking`;
`trial` fills the documents before a number is taken; `agreement` is what was shown. `covering`
enters the ministry's letter, `due` tells how far a week is; `tagging` makes templates out of
letters.
"""
