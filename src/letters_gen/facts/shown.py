"""What Excel doesn't show of a sheet that was read, and what its format doesn't let be seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from letters_gen.errors import Place
from letters_gen.facts.grid import ERRORS, HIDDEN, Grid, column_letters
from letters_gen.model.monitoring import Row
from letters_gen.model.oddity import Oddity

_FEW = 5


def not_shown(grid: Grid, rows: Sequence[Row], file: str) -> Iterator[Oddity]:
    """What the clerk doesn't see in Excel of the sheet `grid`, or the reader in the file.

    Yields `values-covered`: values under a merge, left out; `rows-hidden`: counted all the same;
    `marks-unseen` or `hidden-unseen`: what the format keeps from the reader.
    """
    marks = grid.marks
    if marks.covered:
        cells = [f"{column_letters(column)}{row + 1}" for row, column in sorted(marks.covered)]
        place = Place(file=file, sheet=grid.sheet, cell=", ".join(cells[:_FEW]))
        yield Oddity("values-covered", place, {"count": len(cells)})
    hidden = [row for row in rows if row.cells.line - 1 in marks.hidden_rows]
    if hidden:
        schools = [row.school.short_name for row in hidden]
        yield Oddity("rows-hidden", Place(file=file, sheet=grid.sheet), {"schools": schools})
    if ERRORS in marks.unseen:
        yield Oddity("marks-unseen", Place(file=file))
    elif HIDDEN in marks.unseen:
        yield Oddity("hidden-unseen", Place(file=file))
