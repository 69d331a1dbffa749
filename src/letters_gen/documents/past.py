"""What earlier weeks tell of the present one: for how many weeks running a school falls short, what
has changed, who stands where.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from letters_gen.compliance import figures, judged_value, share_of_sums, totals
from letters_gen.documents.averages import district_averages
from letters_gen.model.judgement import Finding, Indicator, Value
from letters_gen.model.monitoring import Cells, Layout, Monitoring, Row
from letters_gen.model.past import DistrictPast, Past, PastWeek, Place, SchoolPast
from letters_gen.model.period import Period
from letters_gen.model.school import School
from letters_gen.model.settings import Settings
from letters_gen.model.statement import JudgedRow


def told_by(
    weeks: Iterable[PastWeek],
    monitoring: Monitoring,
    findings: Sequence[Finding],
    settings: Settings,
    most_met: int = 1,
) -> Past:
    """What `weeks` tell of the present one.

    Args:
        weeks: the nearest first, without a gap; no more are read than some school goes on falling
            short in.
        most_met: that a school meets everything is counted for so many weeks, and no more.
    """
    following = iter(weeks)
    nearest = next(following, None)
    runs = _runs(monitoring, findings, most_met)
    going: Sequence[_Run] = runs
    read: list[Period] = []
    for week in chain([nearest] if nearest else [], following):
        read.append(week.period)
        going = [run for run in going if run.goes_on_in(week)]
        if not going:
            break
    before = remembered(nearest, settings) if nearest else None
    had = _values(before, settings) if before else {}
    shares = settings.judged_shares
    ranked = places(monitoring.rows, shares)
    schools = {run.key: run.past(had.get(run.key), ranked.get(run.key)) for run in runs}
    ranked_by = shares[0].key if shares else ""
    return Past(schools, _district(before, monitoring, settings), ranked_by, nearest, tuple(read))


@dataclass
class _Run:
    """One school, followed back from week to week.

    Attributes:
        findings: for how many weeks it has fallen short of each indicator; `broken` are those that
            it did in every week so far.
    """

    key: str
    findings: dict[str, int]
    most_met: int

    def __post_init__(self) -> None:
        self.running = int(bool(self.findings))
        self.meeting = 1 - self.running
        self.broken = set(self.findings)
        self.was_short: bool | None = None

    def goes_on_in(self, week: PastWeek) -> bool:
        """Follow it into the week before; whether it is to be followed further."""
        row = week.rows.get(self.key)
        short = set(row.findings) if row else set()
        if self.was_short is None:
            self.was_short = bool(short)
        if row is None or bool(short) != bool(self.running):
            return False
        self.broken &= short
        for key in self.broken:
            self.findings[key] += 1
        self.running += bool(self.running)
        self.meeting += bool(self.meeting)
        return not self.meeting or self.meeting < self.most_met

    def past(self, had: Mapping[str, Value | None] | None, place: Place | None) -> SchoolPast:
        """What was found."""
        return SchoolPast(
            self.running, self.meeting, self.findings, had, bool(self.was_short), place
        )


def _runs(monitoring: Monitoring, findings: Sequence[Finding], most_met: int) -> list[_Run]:
    broken: dict[str, dict[str, int]] = {}
    for finding in findings:
        broken.setdefault(finding.school.key, {})[finding.indicator.key] = 1
    return [
        _Run(row.school.key, broken.get(row.school.key, {}), most_met) for row in monitoring.rows
    ]


def remembered(week: PastWeek, settings: Settings) -> Monitoring:
    """An earlier week as its sheet stood; what today's settings judge and it didn't have is no
    data.
    """
    layout = Layout("", dict.fromkeys(settings.columns, ""))
    rows = tuple(_row(row, layout) for row in week.rows.values())
    shown = dict.fromkeys(key for row in week.rows.values() for key in row.values)
    columns = tuple(key for key in settings.columns if key in shown)
    return Monitoring(week.period, "", columns, rows)


def _row(row: JudgedRow, layout: Layout) -> Row:
    school = School(inn=row.inn, short_name=row.school)
    values = tuple(row.values.get(key) for key in layout.letters)
    return Row(school, Cells(layout, row.line or 0, values))


def _values(before: Monitoring, settings: Settings) -> dict[str, dict[str, Value | None]]:
    """What each school had by each indicator."""
    rules = list(settings.indicators.values())
    return {
        row.school.key: {rule.key: judged_value(row, rule.source) for rule in rules}
        for row in before.rows
    }


def places(rows: Sequence[Row], shares: Sequence[Indicator]) -> dict[str, Place]:
    """The place of each school by the first of `shares`, the greatest first; those that stand alike
    share theirs, and without data there is none.
    """
    if not shares:
        return {}
    known = {}
    for row in rows:
        value = judged_value(row, shares[0].source)
        if isinstance(value, Fraction):
            known[row.school.key] = value
    first, found = 1, dict[Fraction, Place]()
    for value, count in sorted(Counter(known.values()).items(), reverse=True):
        found[value] = Place(first, first + count - 1)
        first += count
    return {key: found[value] for key, value in known.items()}


def finding_change(finding: Finding, past: SchoolPast) -> Value | None:
    """What has changed of the judged value since the week before; None as of `change`."""
    return change(finding.value, past.before.get(finding.indicator.key) if past.before else None)


def change(now: Value | None, before: Value | None) -> Value | None:
    """What has changed since `before`; None where one of them is no number."""
    if now is None or before is None or isinstance(now, str) or isinstance(before, str):
        return None
    return now - before


def _district(
    before: Monitoring | None, monitoring: Monitoring, settings: Settings
) -> DistrictPast | None:
    if before is None:
        return None
    was, now = dict(_named(before, settings)), dict(_named(monitoring, settings))
    changes = {key: change(now.get(key), value) for key, value in was.items()}
    told = {key: value for key, value in changes.items() if value is not None}
    return DistrictPast(before.period, was, told)


def _named(monitoring: Monitoring, settings: Settings) -> Iterator[tuple[str, Value]]:
    """How the district stands, by the names that templates use; of one name the last counts: the
    averages of the indicators, sums of the columns, exact shares, its own figures.
    """
    for key, average in district_averages(monitoring, settings).items():
        yield settings.indicators[key].field, average
    for key, total in totals(monitoring, settings.columns.values()).items():
        yield settings.columns[key].field, total
    for rule in settings.judged_shares:
        share = share_of_sums(monitoring.rows, rule.source).value
        if share is not None:
            yield rule.field, share
    for key, figure in figures(monitoring, settings.figures.values()).items():
        if figure.value is not None:
            yield key, figure.value
