"""A week beside those before it: how the district stands on each indicator, the schools' places,
and what follows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from letters_gen.model.judgement import Finding, Indicator, Value
from letters_gen.model.matter import PastWeek
from letters_gen.model.monitoring import CellValue, Row


@dataclass(frozen=True, slots=True)
class Seen:
    """A school as one week saw it.

    Attributes:
        cell: what stood in a column.
        failing: the keys of the indicators that it didn't meet.
    """

    key: str
    name: str
    cell: Callable[[str], CellValue]
    failing: frozenset[str]


def seen_now(rows: Iterable[Row], findings: Iterable[Finding]) -> list[Seen]:
    """The schools of the week that a document is about."""
    failing: dict[str, set[str]] = {}
    for finding in findings:
        failing.setdefault(finding.school.key, set()).add(finding.indicator.key)
    seen = []
    for row in rows:
        school = row.school
        broken = frozenset(failing.get(school.key, ()))
        seen.append(Seen(school.key, school.short_name, row.value, broken))
    return seen


def seen_then(week: PastWeek) -> list[Seen]:
    """The schools of an earlier week, as the register remembers it."""
    return [
        Seen(row.key, row.school, row.values.get, frozenset(row.findings))
        for row in week.rows.values()
    ]


@dataclass(frozen=True, slots=True)
class Sums:
    """A share of the district: its two sums."""

    part: int
    whole: int

    @property
    def share(self) -> Fraction | None:
        """The exact quotient, None where the whole is nothing."""
        return Fraction(self.part, self.whole) if self.whole else None


@dataclass(frozen=True, slots=True)
class Level:
    """How the district stands on one indicator.

    Attributes:
        met: how many schools meet it, of `judged` that have data.
        sums: of a share, None of any other indicator.
    """

    met: int
    judged: int
    sums: Sums | None


@dataclass(frozen=True, slots=True)
class Compared:
    """An indicator this week and the week before, None where that isn't known."""

    indicator: Indicator
    now: Level
    before: Level | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A school's place by one indicator; schools of one value share theirs.

    Attributes:
        first, last: the places that it shares; 0 without data.
        missed: the keys of the indicators that it doesn't meet.
    """

    first: int
    last: int
    name: str
    value: Value | None
    before: Value | None
    missed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Running:
    """The schools that fall short for so many weeks running, this one included."""

    weeks: int
    schools: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conclusions:
    """What a week shows beside those before it.

    Attributes:
        newly: the schools that fall short and didn't the week before.
        mended: those that did, and don't any more.
        running: those that go on falling short, by the number of weeks, the longest first.
        commonest: the indicators that most schools don't meet, and how many these are.
        known: how many earlier weeks are known.
    """

    newly: tuple[str, ...]
    mended: tuple[str, ...]
    running: tuple[Running, ...]
    commonest: tuple[Indicator, ...]
    missed: int
    known: int


def cell_value(one: Seen, indicator: Indicator) -> Value | None:
    """The value of an indicator at a school; None for no data."""
    cells = [one.cell(column) for column in indicator.source.columns]
    if not indicator.source.is_share:
        return cells[0]
    part, whole = cells
    if isinstance(part, int) and isinstance(whole, int) and whole:
        return Fraction(part, whole)
    return None


def compared(
    indicators: Iterable[Indicator], now: Sequence[Seen], before: Sequence[Seen] | None
) -> list[Compared]:
    """Every indicator of the district, this week and the week before."""
    return [
        Compared(one, _level(one, now), None if before is None else _level(one, before))
        for one in indicators
    ]


def _level(indicator: Indicator, seen: Sequence[Seen]) -> Level:
    judged = [one for one in seen if cell_value(one, indicator) is not None]
    met = sum(indicator.key not in one.failing for one in judged)
    sums = _sums(indicator, seen) if indicator.source.is_share else None
    return Level(met, len(judged), sums)


def _sums(indicator: Indicator, seen: Iterable[Seen]) -> Sums:
    part_sum = whole_sum = 0
    for one in seen:
        part, whole = (one.cell(column) for column in indicator.source.columns)
        if isinstance(part, int) and isinstance(whole, int):
            part_sum, whole_sum = part_sum + part, whole_sum + whole
    return Sums(part_sum, whole_sum)


def ranked_by(indicators: Iterable[Indicator]) -> Indicator | None:
    """The indicator that places go by: the first share, as it grows with what is wanted."""
    return next((one for one in indicators if one.source.is_share), None)


def placed(
    indicator: Indicator, now: Sequence[Seen], before: Sequence[Seen] | None
) -> list[Placed]:
    """The schools in the order of their places, those without data at the end."""
    earlier = {one.key: cell_value(one, indicator) for one in before or ()}
    values = [(one, _number(cell_value(one, indicator))) for one in now]
    counts = Counter(value for _, value in values if value is not None)
    found = []
    for one, value in sorted(values, key=_by_value):
        first = 0 if value is None else 1 + _above(counts, value)
        last = 0 if value is None else first + counts[value] - 1
        found.append(Placed(first, last, one.name, value, earlier.get(one.key), one.failing))
    return found


def _number(value: Value | None) -> Fraction | None:
    return None if value is None or isinstance(value, str) else Fraction(value)


def _by_value(ranked: tuple[Seen, Fraction | None]) -> tuple[bool, Fraction]:
    value = ranked[1]
    return value is None, -(value or Fraction())


def _above(counts: Mapping[Fraction, int], value: Fraction) -> int:
    return sum(number for other, number in counts.items() if other > value)


def conclusions(
    indicators: Iterable[Indicator], now: Sequence[Seen], weeks: Sequence[PastWeek]
) -> Conclusions:
    """What the week shows beside `weeks`, the nearest first."""
    failing = [one for one in now if one.failing]
    running = _by_weeks(failing, weeks)
    newly = running.pop(1, ())
    counted = Counter(key for one in failing for key in one.failing)
    most = max(counted.values(), default=0)
    commonest = [one for one in indicators if most and counted[one.key] == most]
    return Conclusions(
        newly=newly if weeks else (),
        mended=tuple(_mended(now, weeks)),
        running=tuple(Running(*told) for told in sorted(running.items(), reverse=True)),
        commonest=tuple(commonest),
        missed=most,
        known=len(weeks),
    )


def _by_weeks(failing: Iterable[Seen], weeks: Sequence[PastWeek]) -> dict[int, tuple[str, ...]]:
    """The schools that fall short, by the number of weeks running."""
    found: dict[int, tuple[str, ...]] = {}
    for one in failing:
        number = _weeks_running(one.key, weeks)
        found[number] = (*found.get(number, ()), one.name)
    return found


def _mended(now: Iterable[Seen], weeks: Sequence[PastWeek]) -> Iterator[str]:
    """The schools that fell short the week before and don't any more."""
    before = weeks[0].rows if weeks else {}
    for one in now:
        row = before.get(one.key)
        if row is not None and row.findings and not one.failing:
            yield one.name


def _weeks_running(key: str, weeks: Iterable[PastWeek]) -> int:
    """For how many weeks running a school falls short in anything, this one included."""
    running = 1
    for week in weeks:
        row = week.rows.get(key)
        if row is None or not row.findings:
            break
        running += 1
    return running
