"""What is made besides the filled template: the appendix workbook, the journal, the file to print.

`tables` says what stands in the appendix workbook, `workbook` draws it; `journal` writes the
register's journals; `print_file` joins finished documents into one, its steps are in `printing`.
`libreoffice` is the program that makes PDF, `guard` ends it, `converting` gives it many documents,
`pdf_pages` reads and joins what it made; `draft_mark` marks what isn't issued,
`cover_pages` counts a print file's list, `substitutes` tells which faces the machine lacked.
`code_picture` draws a document's code, `scanned_pages` reads it from scans (`page_ink`: whether a
page has anything on it). `trend_book` draws the weeks, of `trend_tables`.
"""
