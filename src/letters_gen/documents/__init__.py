"""What each document says: model -> the fields of its template. Pure.

Every field of the templates is declared once, with its meaning, an example and its value: those of
a batch in `batch_fields`, of one document in `letter_fields`, of a school and a finding in
`school_fields`, of a print file's cover in `print_cover`, of other papers in files named after
them; `vocabulary` puts them together for each kind of document, `fields` puts those that a template
names into words. `head` addresses a school's head and says what is doubtful; `averages` are the
district's; `filters` are the templates' verbs,
`inflecting` those that decline. `statement` is what a document states, as the register keeps and
compares it; `filenames` names its files.
"""
