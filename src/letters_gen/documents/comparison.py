"""A week beside the week before: how the district stands on each indicator, and what follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from letters_gen.compliance import judged_value, share_of_sums
from letters_gen.documents.letter import Letter
from letters_gen.documents.past import remembered
from letters_gen.model.judgement import Indicator
from letters_gen.model.monitoring import Row
from letters_gen.model.past import PastWeek
from letters_gen.model.settings import Settings

# What schools don't meet: the indicators' keys, by the school's key.
Failing = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Level:
    """How the district stands on one indicator.

    Attributes:
        met: how many schools meet it, of `judged` that have data.
        part, whole: the sums of a share, 0 of any other indicator.
    """

    met: int
    judged: int
    part: int = 0
    whole: int = 0

    @property
    def share(self) -> Fraction | None:
        """The exact quotient of a share's sums; None of any other indicator, and without data."""
        return Fraction(self.part, self.whole) if self.whole else None


@dataclass(frozen=True, slots=True)
class Compared:
    """An indicator this week and the week before, None where that isn't known."""

    indicator: Indicator
    now: Level
    before: Level | None


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
        met_before: how many schools met everything the week before, None where it isn't known.
    """

    newly: tuple[str, ...]
    mended: tuple[str, ...]
    running: tuple[Running, ...]
    commonest: tuple[Indicator, ...]
    missed: int
    met_before: int | None


def failing_in(letter: Letter) -> Failing:
    """What the schools of a letter don't meet."""
    found: dict[str, list[str]] = {}
    for finding in letter.findings:
        found.setdefault(finding.school.key, []).append(finding.indicator.key)
    return found


def compared(letter: Letter, settings: Settings) -> list[Compared]:
    """Every indicator over the schools of a letter, this week and the week before."""
    failing, earlier = failing_in(letter), _week_before(letter)
    before = remembered(earlier, settings).rows if earlier else ()
    failed = {key: row.findings for key, row in earlier.rows.items()} if earlier else {}
    found = []
    for rule in settings.indicators.values():
        then = _level(rule, before, failed) if earlier else None
        found.append(Compared(rule, _level(rule, letter.rows, failing), then))
    return found


def _week_before(letter: Letter) -> PastWeek | None:
    week = letter.batch.matter.week
    return week.past.nearest if week else None


def _level(rule: Indicator, rows: Sequence[Row], failing: Failing) -> Level:
    judged = [row.school.key for row in rows if judged_value(row, rule.source) is not None]
    met = sum(rule.key not in failing.get(key, ()) for key in judged)
    if not rule.source.is_share:
        return Level(met, len(judged))
    sums = share_of_sums(rows, rule.source)
    return Level(met, len(judged), sums.part, sums.whole)


def conclusions(letter: Letter, settings: Settings) -> Conclusions:
    """What the week of a letter shows beside those before it."""
    failing, earlier = failing_in(letter), _week_before(letter)
    running = _by_weeks(letter, failing)
    newly = running.pop(1, ())
    counted = Counter(key for keys in failing.values() for key in keys)
    most = max(counted.values(), default=0)
    rules = settings.indicators.values()
    return Conclusions(
        newly=newly if earlier else (),
        mended=tuple(_mended(letter.rows, earlier, failing)),
        running=tuple(Running(*told) for told in sorted(running.items(), reverse=True)),
        commonest=tuple(rule for rule in rules if most and counted[rule.key] == most),
        missed=most,
        met_before=_met(earlier) if earlier else None,
    )


def _met(week: PastWeek) -> int:
    return sum(not row.findings for row in week.rows.values())


def _by_weeks(letter: Letter, failing: Failing) -> dict[int, tuple[str, ...]]:
    """The schools that fall short, by the number of weeks running."""
    found: dict[int, tuple[str, ...]] = {}
    for row in letter.rows:
        past = letter.pasts.get(row.school.key)
        if past is not None and row.school.key in failing:
            found[past.running] = (*found.get(past.running, ()), row.school.short_name)
    return found


def _mended(rows: Iterable[Row], earlier: PastWeek | None, failing: Failing) -> list[str]:
    """The schools that fell short the week before and don't any more."""
    was = earlier.rows if earlier else {}
    return [
        row.school.short_name
        for row in rows
        if row.school.key in was and was[row.school.key].findings and row.school.key not in failing
    ]
