"""A table's grid after its columns were filled: as many as its widest row, as wide together as
before.
"""

from __future__ import annotations

from lxml import etree

from letters_gen.word.elements import made, value
from letters_gen.word.names import W


def fit_grids(root: etree._Element) -> None:
    """Fit the `w:tblGrid` of each table below `root`; only templates whose columns vary need it."""
    for table in root.iter(f"{W}tbl"):
        grid = table.find(f"{W}tblGrid")
        widest = max((_columns_of(row) for row in table.findall(f"{W}tr")), default=0)
        if grid is not None and widest:
            _fit(grid, widest)


def _fit(grid: etree._Element, wanted: int) -> None:
    """Give a grid the wanted number of columns; what it was wide it stays."""
    columns = grid.findall(f"{W}gridCol")
    if not columns or wanted == len(columns):
        return
    widths = [float(column.get(f"{W}w") or 0) for column in columns]
    if wanted > len(columns):
        ratio = len(columns) / wanted
        average = sum(map(int, widths)) // wanted
        fitted = [int(width * ratio) for width in widths]
        fitted += [average] * (wanted - len(columns))
    else:
        freed = sum(map(int, widths[wanted:])) // wanted
        fitted = [int(width) + freed for width in widths[:wanted]]
    for column in columns:
        grid.remove(column)
    for width in reversed(fitted):
        grid.insert(0, made("gridCol", w=str(width)))


def _columns_of(row: etree._Element) -> int:
    """How many columns of the grid a row takes."""
    columns = 0
    for cell in row.findall(f"{W}tc"):
        columns += int(value(cell, "tcPr/gridSpan") or 1)
    return columns
