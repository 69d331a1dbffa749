"""Files in, model out: nothing later sees a spreadsheet.

`spreadsheet` opens any accepted file as grids of cells (`grid`). `headers` finds the headers in a
grid, `captions` what stands over each column, `headings` how that is compared; `columns` settles
which column is which (`unheaded` one without a heading), `sheet_choice` which sheet is meant,
`periods` the period (`period_text`). `lines` sorts the rows under a header (`totals`), `districts`
picks ours, `matching` finds their schools (`schools`, `school_names`), `repeats` settles several
rows of one. `counts`, `percents` and `text_values` read a column each (`cells`, `silence`),
`doubtful` what contradicts itself; `rows` makes the rows of these, `monitoring` the whole, `view`
what is shown of it. What can't be known is put to `inquiry`, which knows what was answered.
`paper_journal` reads another kind of sheet.
"""
