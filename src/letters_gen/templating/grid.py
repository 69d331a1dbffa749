"""A table's grid after its columns were filled: as many as its widest row, as wide together as
before.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from letters_gen.word.elements import DECLARATION, parsed, value
from letters_gen.word.names import W


def with_fitting_grids(pieces: Iterable[str]) -> list[str]:
    """The filled part with each table's `w:tblGrid` fitted; only templates whose columns vary need
    it.
    """
    root = parsed("".join(pieces).encode())
    for table in root.iter(f"{W}tbl"):
        grid = table.find(f"{W}tblGrid")
        widest = max((_columns_of(row) for row in table.findall(f"{W}tr")), default=0)
        if grid is not None and widest:
            _fit(grid, widest)
    return [DECLARATION, etree.tostring(root, encoding="unicode")]


def _fit(grid: etree._Element, wanted: int) -> None:
    """Give a grid the wanted number of columns; what it was wide it stays."""
    columns = grid.findall(f"{W}gridCol")
    widths = [float(column.get(f"{W}w") or 0) for column in columns]
    if not columns or wanted == len(columns):
        return
    total = sum(map(int, widths))
    if wanted > len(columns):
        ratio = len(columns) / wanted
        for column, width in zip(columns, widths, strict=True):
            column.set(f"{W}w", str(int(width * ratio)))
        for _ in range(wanted - len(columns)):
            etree.SubElement(grid, f"{W}gridCol", {f"{W}w": str(total // wanted)})
    else:
        freed = sum(map(int, widths[wanted:])) // wanted
        for column, width in zip(columns[:wanted], widths, strict=False):
            column.set(f"{W}w", str(int(width) + freed))
        for column in columns[wanted:]:
            grid.remove(column)


def _columns_of(row: etree._Element) -> int:
    """How many columns of the grid a row takes."""
    columns = 0
    for cell in row.findall(f"{W}tc"):
        columns += int(value(cell, "tcPr/gridSpan") or 1)
    return columns
