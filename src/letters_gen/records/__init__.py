"""What is entered into the register by hand, and what is taken out of it.

`acts` are the clerk's: a number for a typed letter, a file, who got it, what is void; `attachments`
places the files; `answering` enters letters that came in and answers, `answers` reports on them,
`acquainting` enters who has read an order; `lookup` finds the entries that are meant; `journals`
writes journals, `inventory` the inner list of a file, `journal_import` takes over a paper journal;
`audit` holds register and files against each other; `backup` copies the register.
"""
