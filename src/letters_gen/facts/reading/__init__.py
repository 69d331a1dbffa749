"""The bytes of any spreadsheet -> grids of cells, in a process of its own.

`apart` starts that process and tells how it ended; `child` is what runs there, within the `limits`
of time and memory that it sets itself. `formats` knows by the content what a file is. `workbook`
reads what calamine reads, with the marks that `packages`, `sheet_marks` and `plain_form` find in
the XML of an .xlsx; `text_tables`, `html_tables` and `xml_tables` read the rest.
"""
