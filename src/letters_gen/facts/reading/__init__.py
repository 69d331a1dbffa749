"""The bytes of any spreadsheet -> grids of cells, in a process of its own.

`apart` starts that process and tells how it ended; `child` is what runs there, within the `limits`
of time and memory that it sets itself. `formats` knows by the content what a file is (`packages`
tests a zipped one). `workbook` reads what calamine reads. What calamine doesn't tell comes from the
file itself: `prepared`, `sheet_marks`, `styles` and `plain_form` for an .xlsx, `open_document`,
`binary_marks`. `rich_text` says what pieces of a text above the line or struck out come to;
`binary_texts` and `package_texts` find them in an .xls and an .xlsb. `text_tables`, `html_tables`
and `xml_tables` read the rest.
"""
