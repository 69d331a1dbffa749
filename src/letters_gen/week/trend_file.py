"""The workbook of the weeks, in its place."""

from __future__ import annotations

from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.office.files import written_file
from letters_gen.office.workspace import Workspace
from letters_gen.outputs.trend_book import write_trend
from letters_gen.russian.dates import numeric
from letters_gen.week.pivot import trend_tables
from letters_gen.week.trend import Trend

TREND_NAME = "История показателей.xlsx"


def write_trend_file(workspace: Workspace, trend: Trend, file: Path | None) -> Path:
    """Write the workbook into `file`, else among the journals; where it stands.

    Raises:
        InputError: `history-kind`: it is no .xlsx; or what `files.write_file` tells.
    """
    path = file or workspace.letters / "journals" / TREND_NAME
    if path.suffix.lower() != ".xlsx":
        raise InputError("history-kind", Place(file=path.name))
    first, last = trend.periods[0].start, trend.periods[-1].end
    title = f"Показатели за {numeric(first)}–{numeric(last)}"
    with written_file(path) as partial:
        write_trend(partial, title, trend_tables(trend))
    return path
