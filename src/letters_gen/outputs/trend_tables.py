"""A table of weeks as a value: what is drawn as a worksheet and as a chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class TrendTable:
    """One indicator over the weeks.

    Attributes:
        weeks: the headings of the columns; `schools`: those of the lines.
        values: a line a school, None for no data; of texts only those that aren't as required.
        district: the line of the whole district.
        kind: `share`, `count`, or `text`, which has no chart.
        required: what is required, None where nothing is; `requirement`: the same in words.
    """

    title: str
    weeks: tuple[str, ...]
    schools: tuple[str, ...]
    values: Sequence[Sequence[float | str | None]]
    district: Sequence[float | str | None]
    kind: str
    required: float | str | None = None
    requirement: str = ""
