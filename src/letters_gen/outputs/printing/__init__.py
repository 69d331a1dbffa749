"""The print file, made: many finished documents in one package.

`source` reads a document, `volume` lays one after another: `sections`, `headers`, `page_numbers`,
`own_numbers`, `lists`, `footnotes`, `note_marks`, `field_names` and `unique_ids` change what can't
stay as it was, `parts` gathers what the file consists of. `cover`, `sheets` and `page_count` see to
the page that lists the documents. What all of them know of a Word package stands in
`letters_gen.word`.
"""
