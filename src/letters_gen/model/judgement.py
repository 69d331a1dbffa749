"""What the facts mean: indicators with their requirements, findings, figures of the whole
district.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from letters_gen.model.monitoring import Row
from letters_gen.model.school import School

Value = Fraction | int | str


class Relation(Enum):
    """How a value is held against what is required."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EQUALS = "equals"


@dataclass(frozen=True)
class Requirement:
    """A relation and its bound: a count or text as it stands, a share as the exact quotient (80% is
    4/5).
    """

    relation: Relation
    bound: Value


@dataclass(frozen=True)
class Source:
    """What is judged: one column, or the quotient of two (part, whole)."""

    columns: tuple[str, ...]

    @property
    def is_share(self) -> bool:
        """Whether the value is a quotient of two columns."""
        return len(self.columns) == 2


@dataclass(frozen=True)
class Indicator:
    """One judged figure of a school.

    Attributes:
        key: the indicator's name in the settings.
        field: its name in the templates, where a row of the appendix shows its value.
        finding: what a school that doesn't meet it has to do, an infinitive.
        of: what a share counts, in the genitive of the plural: «учителей»; '' where nothing is
            said.
        steps: where what is required changes by date: from which day on it is what, oldest first.
    """

    key: str
    title: str
    source: Source
    requirement: Requirement
    finding: str
    field: str
    of: str = ""
    steps: tuple[tuple[date, Requirement], ...] = ()

    def on(self, day: date) -> Indicator | None:
        """The indicator as it is judged on `day`; None where nothing is required yet."""
        if not self.steps:
            return self
        due = [requirement for since, requirement in self.steps if since <= day]
        return replace(self, requirement=due[-1], steps=()) if due else None


class Finding(NamedTuple):
    """One indicator that one school, the row's, does not meet.

    A country has a hundred thousand, and a frozen dataclass takes ten times as long to make.
    """

    row: Row
    indicator: Indicator
    value: Value

    @property
    def school(self) -> School:
        """The school that falls short."""
        return self.row.school

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells that show it: `Мониторинг!H27`."""
        return tuple(self.row.cells[column].at for column in self.indicator.source.columns)


@dataclass(frozen=True)
class FigureRule:
    """How one figure of the whole district is computed: the quotient of two sums, or one less it
    (`complement`).
    """

    key: str
    title: str
    source: Source
    complement: bool = False


@dataclass(frozen=True)
class Figure:
    """One figure of the whole district.

    Attributes:
        value: the exact quotient, None where no row has data.
        cells: the ranges that were summed.
        left_out: the schools whose rows lack one of the two counts.
    """

    rule: FigureRule
    value: Fraction | None
    part: int
    whole: int
    cells: tuple[str, ...]
    left_out: tuple[School, ...]
