"""The clerk's page in the browser: the same plans and calls as the commands', behind forms.

`serving` starts and ends it, with `running` for the one page of a workspace and `folders` for what
it keeps outside of it. `application` puts it together: `routes` (the table of contents), `guards`
(who may ask), `failing` (how a request ends that can't be done; `fault_log` is where faults of the
program are written down). `desk` is what a request has at hand, `spool` the sheets that were
uploaded, `runs` the batches that are being issued.
`founding_page` is where all begins that has no office yet.
`week_page`, `sheet_page`, `plan_page` and `issued_page` are the pages, in the order of a week's
work: each reads a form, calls, shows. `journal_page` and `entry_page` show the register;
`act_page`, `reserve_page` and `incoming_page` are what is entered by hand (`once`: what is sent
twice is done once), `control_page` and `history_page` what is watched. Words stand in the
templates, and below in `wording`.
"""
