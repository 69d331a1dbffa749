"""What each document says: model -> the fields of its template. Pure.

`vocabulary` declares every field once (name, meaning, example); `letter` fills them, `own_school`,
`district` and `averages` their parts; `head` addresses a school's head and says what is doubtful;
`filters` are the templates' verbs, `inflecting` those that decline; `typesetting` sets every value
as the form asks. `statement` is what a document states, as the register keeps and compares it;
`filenames` names its files; `print_cover` lists those of a print file.
"""
