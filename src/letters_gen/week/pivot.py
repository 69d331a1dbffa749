"""The weeks of a trend as tables, a line a school and a column a week: pandas' work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from letters_gen.model.judgement import Indicator
from letters_gen.outputs.trend_tables import TrendTable
from letters_gen.russian.dates import numeric
from letters_gen.russian.numbers import requirement_text
from letters_gen.week.trend import Trend

if TYPE_CHECKING:
    from pandas import DataFrame

Names = tuple[str, ...]
_FINDINGS = "Не выполнено показателей"


def trend_tables(trend: Trend) -> Iterator[TrendTable]:
    """How many indicators each school didn't meet, then its values by each of them."""
    frame = _frame(trend)
    weeks = tuple(numeric(week.period.end) for week in trend.weeks)
    schools = tuple(trend.schools.values())
    counts = _by_week(frame, "findings", trend)
    means = frame.groupby("week")["findings"].mean()
    yield TrendTable(_FINDINGS, weeks, schools, counts, _listed(means, trend), kind="count")
    for rule in trend.indicators:
        read = _read_of(rule)
        values, district = read.line(frame, rule)
        bound = rule.requirement.bound
        yield TrendTable(
            rule.title,
            weeks,
            schools,
            _by_week(frame.assign(judged=values), "judged", trend),
            _listed(district, trend),
            kind=read.kind,
            required=bound if isinstance(bound, str) else float(bound),
            requirement=requirement_text(rule.requirement),
        )


@dataclass(frozen=True)
class _Reading:
    """How an indicator is read: its kind, and the values of all lines with the district's."""

    kind: str
    line: Callable[[DataFrame, Indicator], tuple[Any, Any]]


def _read_of(rule: Indicator) -> _Reading:
    if isinstance(rule.requirement.bound, str):
        return _Reading("text", _texts)
    return _Reading("share", _shares) if rule.source.is_share else _Reading("count", _counts)


def _texts(frame: DataFrame, rule: Indicator) -> tuple[Any, Any]:
    """The texts that aren't what is required: where nothing stands, the requirement is met."""
    told = frame[rule.source.columns[0]]
    known, bound = told.notna(), str(rule.requirement.bound).strip().casefold()
    met = told.astype(str).str.strip().str.casefold() == bound
    by_week = frame.assign(met=met & known, known=known).groupby("week")
    district = by_week["met"].sum().astype(str) + " из " + by_week["known"].sum().astype(str)
    return told.where(known & ~met, None), district


def _shares(frame: DataFrame, rule: Indicator) -> tuple[Any, Any]:
    """Each quotient; the district's is that of the sums over the lines with both counts."""
    part, whole = (_numbers(frame, column) for column in rule.source.columns)
    both = part.notna() & whole.notna()
    by_week = frame.assign(part=part.where(both), whole=whole.where(both)).groupby("week")
    sums = by_week[["part", "whole"]].sum()
    return (part / whole).where(whole != 0), (sums["part"] / sums["whole"]).where(
        sums["whole"] != 0
    )


def _counts(frame: DataFrame, rule: Indicator) -> tuple[Any, Any]:
    """Each count; the district's is their mean."""
    values = _numbers(frame, rule.source.columns[0])
    return values, values.groupby(frame["week"]).mean()


def _frame(trend: Trend) -> DataFrame:
    """A line for each school and week: what stood in the judged columns."""
    from pandas import DataFrame

    columns = list(
        dict.fromkeys(column for one in trend.indicators for column in one.source.columns)
    )
    lines = [
        (number, key, len(row.findings), *(row.values.get(column) for column in columns))
        for number, week in enumerate(trend.weeks)
        for key, row in week.rows.items()
    ]
    return DataFrame.from_records(lines, columns=["week", "school", "findings", *columns])


def _numbers(frame: DataFrame, column: str) -> Any:
    from pandas import to_numeric

    return to_numeric(frame[column], errors="coerce").astype(float)


def _by_week(frame: DataFrame, values: str, trend: Trend) -> list[list[Any]]:
    """The schools' lines; None where one wasn't judged in a week."""
    table = frame.pivot(index="school", columns="week", values=values)
    table = table.reindex(index=list(trend.schools), columns=range(len(trend.weeks)))
    found: list[list[Any]] = table.astype(object).where(table.notna(), None).to_numpy().tolist()
    return found


def _listed(series: Any, trend: Trend) -> list[Any]:
    """The district's line; None for a week without data."""
    line = series.reindex(range(len(trend.weeks)))
    found: list[Any] = line.astype(object).where(line.notna(), None).tolist()
    return found
