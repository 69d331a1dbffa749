"""A spreadsheet and a directory -> Monitoring, and everything that was odd about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.facts.headers import Header, find_header
from letters_gen.facts.period_text import periods_in
from letters_gen.facts.rows import RowReader
from letters_gen.facts.schools import Directory
from letters_gen.facts.spreadsheet import read_grids
from letters_gen.model.monitoring import Monitoring, Row
from letters_gen.model.oddity import Oddity
from letters_gen.model.period import Period
from letters_gen.model.settings import Settings


@dataclass(frozen=True)
class Reading:
    """What a sheet said, and what was odd about it, in the order of the sheet."""

    monitoring: Monitoring
    oddities: tuple[Oddity, ...]


def read_monitoring(
    path: Path, settings: Settings, directory: Directory, period: Period | None = None
) -> Reading:
    """The monitoring in the file at `path`: the office's own rows, matched with `directory`.

    Args:
        period: the period where the clerk gave one; else the one that the title above the header
            names.

    Raises:
        InputError: the file is no spreadsheet, or lacks a header, a needed column, a period or the
            district.
    """
    header = find_header(read_grids(path), settings.columns, settings.needed_columns, path.name)
    stated = _period(header, path.name) if period is None else period
    reader = RowReader(path.name, header, settings, directory)
    rows = reader.rows()
    columns = tuple(key for key in settings.columns if key in header.columns)
    oddities = (
        *_other_sheets(header, path.name),
        *directory.oddities,
        *reader.oddities,
        *_absent(rows, directory, path.name),
    )
    return Reading(Monitoring(stated, header.grid.sheet, columns, tuple(rows)), oddities)


def period_of(path: Path, settings: Settings) -> Period:
    """The period that the file at `path` names above its header; raises as `read_monitoring`."""
    return _period(find_header(read_grids(path), settings.columns, (), path.name), path.name)


def _period(header: Header, file: str) -> Period:
    above = [
        cell
        for row in header.grid.rows[: header.first]
        for cell in row
        if isinstance(cell, str) and cell.strip()
    ]
    found = periods_in([header.grid.sheet, *above])
    place = Place(file=file, sheet=header.grid.sheet)
    if not found:
        raise InputError(
            "period-not-found",
            place,
            looked_at=" · ".join(" ".join(cell.split()) for cell in above),
        )
    if len(found) > 1:
        raise InputError("period-twice", place, periods=found)
    return found[0]


def _other_sheets(header: Header, file: str) -> Iterator[Oddity]:
    """That another sheet of the file could have been read as well."""
    if header.others:
        yield Oddity(
            "sheet-chosen",
            Place(file=file, sheet=header.grid.sheet),
            {"others": list(header.others)},
        )


def _absent(rows: Sequence[Row], directory: Directory, file: str) -> Iterator[Oddity]:
    present = {row.school.key for row in rows}
    for school in directory.schools:
        if school.key not in present:
            yield Oddity(
                "school-not-in-monitoring", Place(file=file), {"school": school.short_name}
            )
