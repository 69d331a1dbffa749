"""The period that a file states: in the title above a header, in the header, in the sheet's or the
file's name; asked where these name none, or several.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from letters_gen.errors import Place
from letters_gen.facts.cells import text_of
from letters_gen.facts.headers import Header
from letters_gen.facts.inquiry import Inquiry
from letters_gen.facts.period_text import (
    PERIOD_SHAPE,
    as_typed,
    dates_in,
    of_no_paper,
    of_this_time,
    periods_in,
    spelt_out,
    typed_period,
)
from letters_gen.model.period import Period
from letters_gen.model.question import Question, SheetAnswer

# Two dates further apart are no week's, nor a month's.
_LONGEST = timedelta(days=92)
# Notes below a table may take this many rows.
_NOTES = 12


def stated_period(
    headers: Sequence[Header], file: str, inquiry: Inquiry, given: Period | None
) -> Period | None:
    """The period as it is given, else as the file states it, else as it was answered.

    Args:
        headers: those of one sheet, from the top.

    Asks of `inquiry`: `period-not-found`, `period-twice`, `period-long`.
    """
    found = periods_of(headers, file)
    if len(found) == 1 and (given is not None or not _is_long(found[0])):
        return given or found[0]
    question = _which_period(headers[0], file, found)
    if given is not None:
        inquiry.given[question.id] = as_typed(given)
        return given
    answer = inquiry.answer(question)
    if answer is None:
        return None
    period = typed_period(answer)
    if period is None:  # of the right shape, but for a day that there isn't
        inquiry.leave_open(question)
    return period


def periods_of(headers: Sequence[Header], file: str) -> list[Period]:
    """The distinct periods that a sheet names above its headers, in them, in its own name, or in
    the file's; else those that the notes below it name; else the one between the only two dates
    that stand above its first header.
    """
    first = headers[0]
    lines = [*_lines_above(headers), *(title for one in headers for _, _, title in one.titles())]
    named = [first.grid.sheet, *lines, spelt_out(Path(file).stem)]
    found = periods_in(of_this_time(named)) or periods_in(of_this_time(_lines_below(headers[-1])))
    if found:
        return found
    days = dates_in(of_no_paper(of_this_time(_lines_above(headers[:1]))))
    if len(days) == 2 and days[0] < days[1] and not _is_long(Period(days[0], days[1])):
        return [Period(days[0], days[1])]
    return []


def _is_long(period: Period) -> bool:
    return period.end - period.start > _LONGEST


def _lines_below(header: Header) -> Iterator[str]:
    """The notes below a table: of its last rows those that hold words in one or two cells."""
    rows = header.grid.rows[header.last + 1 : header.end]
    for row in rows[-_NOTES:]:
        said = [cell for cell in row if cell not in ("", None)]
        if 0 < len(said) <= 2 and all(isinstance(cell, (str, date)) for cell in said):
            yield _line(row)


def _lines_above(headers: Sequence[Header]) -> Iterator[str]:
    """The rows above each header, each as one line; below a table those that hold no figures."""
    rows = headers[0].grid.rows
    for row in rows[: headers[0].first]:
        yield _line(row)
    for one, other in itertools.pairwise(headers):
        for row in rows[max(one.last + 1, other.first - 3) : other.first]:
            if not any(isinstance(cell, (int, float)) for cell in row):
                yield _line(row)


def _line(row: Iterable[object]) -> str:
    texts = (text_of(cell) for cell in row if isinstance(cell, (str, date)))
    return " ".join(text for text in texts if text)


def _meant_by(period: Period) -> Iterator[Period]:
    """What a period may mean that is too long to be likely: the same with its year corrected, or
    itself.
    """
    for year in (period.start.year, period.end.year):
        try:
            other = Period(period.start.replace(year=year), period.end.replace(year=year))
        except ValueError:  # the 29th of February of another year
            continue
        if other != period and other.start <= other.end and not _is_long(other):
            yield other
    yield period


def _which_period(header: Header, file: str, found: list[Period]) -> Question:
    sheet = header.grid.sheet
    place, kept_in = Place(file=file, sheet=sheet), SheetAnswer()
    if len(found) == 1:
        choices = tuple(map(as_typed, _meant_by(found[0])))
        days = {"period": found[0], "days": (found[0].end - found[0].start).days + 1}
        return Question("period-long", place, sheet, choices, None, kept_in, days, PERIOD_SHAPE)
    if found:
        choices, arguments = tuple(map(as_typed, found)), dict[str, object](periods=found)
        return Question(
            "period-twice", place, sheet, choices, None, kept_in, arguments, PERIOD_SHAPE
        )
    lines = [line for line in _lines_above([header]) if line]
    # «По состоянию на 14.04.2023» is most likely said of the week that ends then.
    weeks = [Period(day - timedelta(days=6), day) for day in dates_in(of_no_paper(lines))[:1]]
    weeks += periods_in([*lines, *_lines_below(header)])
    return Question(
        "period-not-found",
        place,
        sheet,
        tuple(map(as_typed, weeks)),
        None,
        kept_in,
        {"looked_at": " · ".join(lines)},
        PERIOD_SHAPE,
    )
