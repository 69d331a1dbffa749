"""What is entered into the register by hand, and what is taken out of it.

`acts` are the clerk's: a number for a typed letter, a file, who got it, what is void; `attachments`
places the files; `answering` enters letters that came in and answers, `answers` reports on them,
`acquainting` enters who has read an order; `lookup` finds the entries that are meant; `journals`
writes journals, `inventory` the inner list of a file, `journal_import` takes over a paper journal;
`audit` holds register and files against each other (`file_check`); `backup` copies the register,
`restoring` brings a copy back, `renaming` goes on under an office's new name.

`sending` enters who signed and who got what, `mailing` the same of mail; `possible` says what may
be entered of a document, `named_documents` and `replying` which ones a new one is about. A file
that is attached is asked about by `attach_doubts` (`stated_number`), a signature by
`signature_check` (`signature_reading`). Scans are read as runs of pages (`scan_runs`), judged by
`scans`, `scan_lengths` and `codes`, and filed by `scan_filing`. `answers_book` is a report on
answers for Excel.
"""
