"""Earlier weeks: as the register remembers them, and what they tell of the present one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from letters_gen.model.judgement import Value
from letters_gen.model.period import Period
from letters_gen.model.statement import JudgedRow


@dataclass(frozen=True)
class PastWeek:
    """One earlier week: the judged row of each school, by the school's key."""

    period: Period
    rows: Mapping[str, JudgedRow]


@dataclass(frozen=True, slots=True)
class Place:
    """A place among the schools; of several that stand alike the first and the last of theirs."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class SchoolPast:
    """What earlier weeks tell of a school.

    Attributes:
        running: for how many weeks running, this one included, it falls short; 0 where it doesn't.
        meeting: for how many it meets everything; 0 where it falls short.
        findings: for how many it falls short of each indicator that it doesn't meet.
        before: what it had the week before, by the indicators' keys; None where it wasn't judged.
        was_short: whether it fell short then.
        place: by the first share that is judged; None without data.
    """

    running: int
    meeting: int
    findings: Mapping[str, int]
    before: Mapping[str, Value | None] | None
    was_short: bool
    place: Place | None


@dataclass(frozen=True)
class DistrictPast:
    """How the whole district stood the week before, and what has changed since, by the names that
    templates use.

    Attributes:
        values: counts, shares, and what documents show as text.
        changes: of those that are numbers.
    """

    period: Period
    values: Mapping[str, Value]
    changes: Mapping[str, Value]


@dataclass(frozen=True)
class Past:
    """What earlier weeks tell of the present one: of each school by its key, and of the district;
    None where there is no week just before it.

    Attributes:
        nearest: the week just before.
        read: the periods of the weeks that were read, the nearest first.
        ranked_by: the indicator that schools have their places by, '' where no share is judged.
    """

    schools: Mapping[str, SchoolPast] = field(default_factory=dict)
    district: DistrictPast | None = None
    ranked_by: str = ""
    nearest: PastWeek | None = None
    read: tuple[Period, ...] = ()


NO_PAST = Past()
