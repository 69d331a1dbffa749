"""A sheet as it was understood, for whoever wants to look: its columns and some of its rows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SeenColumn:
    """A column of the settings: its key, its letters in the sheet, and what stands over it."""

    key: str
    letters: str
    heading: str


@dataclass(frozen=True)
class SheetView:
    """One table of a sheet.

    Attributes:
        header: the rows of the header, from 1, as `4–5`.
        columns: those that were found, in the order of the sheet.
        rows: the first and the last rows under the header: the number from 1, and the text of each
            of `columns`.
        others: what stands over the columns that were passed over, with their letters.
    """

    sheet: str
    header: str
    columns: tuple[SeenColumn, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    others: tuple[str, ...]
