"""The print file, made: many finished documents in one package.

`source` reads a document, `volume` lays one after another: `sections`, `fields`, `lists`, `notes`
and `unique` change what can't stay as it was, `package` keeps the parts. `cover` and `length` see
to the page that lists the documents. `markup` is what all of them know of WordprocessingML.
"""
