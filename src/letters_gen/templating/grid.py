"""A table's grid after its columns were filled: as many as its widest row, as wide together as
before.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def with_fitting_grids(pieces: Iterable[str]) -> list[str]:
    """The filled part with each table's `w:tblGrid` fitted; only templates whose columns vary need
    it.
    """
    root = etree.fromstring(
        "".join(pieces).encode(), etree.XMLParser(huge_tree=True, resolve_entities=False)
    )
    for table in root.iter(f"{W}tbl"):
        _fit(table)
    return [_DECLARATION.decode(), etree.tostring(root, encoding="unicode")]


def _fit(table: etree._Element) -> None:
    grid = table.find(f"{W}tblGrid")
    if grid is None:
        return
    columns = grid.findall(f"{W}gridCol")
    wanted = max((_width(row) for row in table.findall(f"{W}tr")), default=len(columns))
    if not columns or wanted == len(columns) or wanted == 0:
        return
    total = sum(int(float(column.get(f"{W}w") or 0)) for column in columns)
    if wanted > len(columns):
        _scale(columns, len(columns) / wanted)
        average = total // wanted
        for _ in range(wanted - len(columns)):
            etree.SubElement(grid, f"{W}gridCol", {f"{W}w": str(average)})
        return
    removed = columns[wanted:]
    freed = sum(int(float(column.get(f"{W}w") or 0)) for column in removed) // wanted
    for column in removed:
        grid.remove(column)
    for column in columns[:wanted]:
        column.set(f"{W}w", str(int(float(column.get(f"{W}w") or 0)) + freed))


def _scale(columns: list[etree._Element], ratio: float) -> None:
    for column in columns:
        column.set(f"{W}w", str(int(float(column.get(f"{W}w") or 0) * ratio)))


def _width(row: etree._Element) -> int:
    """How many columns of the grid a row takes."""
    spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc"))
    return sum(1 if span is None else int(span.get(f"{W}val") or 1) for span in spans)
