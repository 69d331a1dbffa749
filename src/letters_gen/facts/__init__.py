"""Files in, model out: nothing later sees a spreadsheet.

`spreadsheet` opens any accepted file as grids of cells; `headers` finds the columns in a grid and
`period_text` the period above them; `cells` reads counts and ИННs; `schools` is the directory, and
which row means which school; `monitoring` puts it all together and tells what was odd.
"""
