"""Files in, model out: nothing later sees a spreadsheet.

`spreadsheet` opens any accepted file as grids of cells (`grid`); `headers` finds the header in a
grid, `columns` settles which column is which, `period_text` reads the period above; `cells` reads
counts and ИННs, `rows` a school each; `schools` is the directory, and which row means which school;
`monitoring` puts it all together and tells what was odd. What can't be known is put to `inquiry`,
which knows what was answered. `paper_journal` reads another kind of sheet.
"""
