"""The weeks of a trend as tables, a line a school and a column a week: pandas' work."""

from __future__ import annotations

from collections.abc import Iterator
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
        yield _judged(frame, trend, rule, weeks, schools)


def _judged(
    frame: DataFrame,
    trend: Trend,
    rule: Indicator,
    weeks: tuple[str, ...],
    schools: tuple[str, ...],
) -> TrendTable:
    bound, kind = rule.requirement.bound, "count"
    if isinstance(bound, str):
        averages = [week[rule.key] for week in trend.averages]
        values = frame.assign(**{rule.key: frame[rule.source.columns[0]]})
        told, kind = averages, "text"
    elif rule.source.is_share:
        part, whole = (_numbers(frame, column) for column in rule.source.columns)
        both = part.notna() & whole.notna()
        values = frame.assign(**{rule.key: (part / whole).where(whole != 0)})
        sums = values.assign(part=part.where(both), whole=whole.where(both)).groupby("week")
        told, kind = _listed(sums["part"].sum() / sums["whole"].sum(), trend), "share"
    else:
        values = frame.assign(**{rule.key: _numbers(frame, rule.source.columns[0])})
        told = _listed(values.groupby("week")[rule.key].mean(), trend)
    required: Any = bound if isinstance(bound, str) else float(bound)
    return TrendTable(
        rule.title,
        weeks,
        schools,
        _by_week(values, rule.key, trend),
        told,
        kind=kind,
        required=required,
        requirement=requirement_text(rule.requirement),
    )


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
