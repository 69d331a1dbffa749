"""What is made besides the filled template: the appendix workbook, the journal, the file to print.

`tables` says what stands in the appendix workbook, `workbook` draws it; `journal` writes the
register's journals; `print_file` joins finished documents into one, its steps are in `printing`.
`libreoffice` is the program that makes PDF, `guard` ends it, `converting` gives it many documents,
`pdf_pages` reads and joins what it made; `draft_mark` marks what isn't issued.
"""
