"""A spreadsheet and a directory -> Monitoring, what it leaves open, and everything that was odd
about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from letters_gen.errors import Place, together
from letters_gen.facts.columns import settled_columns
from letters_gen.facts.headers import Header, find_header, texts_of
from letters_gen.facts.inquiry import Inquiry
from letters_gen.facts.period_text import PERIOD_SHAPE, as_typed, periods_in, typed_period
from letters_gen.facts.rows import RowReader, district_fault
from letters_gen.facts.schools import Directory
from letters_gen.facts.spreadsheet import read_grids
from letters_gen.model.monitoring import Monitoring, Row
from letters_gen.model.oddity import Oddity
from letters_gen.model.period import Period
from letters_gen.model.question import Answers, Question, SheetAnswer
from letters_gen.model.settings import Settings

_NOTHING: Answers = {}


@dataclass(frozen=True)
class Reading:
    """What a sheet said, and what was odd about it, in the order of the sheet.

    Attributes:
        monitoring: None where the sheet can't be read before its questions are answered.
        questions: what it leaves open.
        answers: what the clerk has answered by giving the period, to be kept with the sheet.
    """

    monitoring: Monitoring | None
    questions: tuple[Question, ...]
    oddities: tuple[Oddity, ...]
    answers: Answers = field(default_factory=dict)


def read_monitoring(
    path: Path,
    settings: Settings,
    directory: Directory,
    period: Period | None = None,
    answers: Answers = _NOTHING,
) -> Reading:
    """The monitoring in the file at `path`: the office's own rows, matched with `directory`.

    Args:
        period: the period where the clerk gave one; else the one that the title above the header
            names.
        answers: what was answered of this sheet.

    Raises:
        InputError: the file is no spreadsheet, or lacks a header, a needed column or the district;
            all that is wrong at once.
    """
    file, inquiry = path.name, Inquiry(answers)
    found = find_header(read_grids(path), settings.columns, file)
    header, faults = settled_columns(
        found, settings.columns, settings.needed_columns, file, inquiry
    )
    stated = _stated_period(header, file, inquiry, period)
    elsewhere = district_fault(header, settings, file)
    if elsewhere is not None:
        faults.append(elsewhere)
    if faults:
        raise together([*faults, *(question.fault for question in inquiry.open)])
    if stated is None or inquiry.open:
        return Reading(None, tuple(inquiry.open), ())
    reader = RowReader(file, header, settings, directory, inquiry)
    rows = reader.rows()
    columns = tuple(key for key in settings.columns if key in header.columns)
    oddities = (
        *_other_sheets(header, file),
        *directory.oddities,
        *reader.oddities,
        *_absent(rows, directory, file),
    )
    monitoring = Monitoring(stated, header.grid.sheet, columns, tuple(rows))
    return Reading(monitoring, tuple(inquiry.open), oddities, inquiry.given)


def period_of(path: Path, settings: Settings, answers: Answers = _NOTHING) -> Period:
    """The period that the file at `path` names above its header, or was answered to have.

    Raises:
        InputError: the file is no spreadsheet, or lacks a header or a certain period.
    """
    inquiry = Inquiry(answers)
    header = find_header(read_grids(path), settings.columns, path.name)
    period = _stated_period(header, path.name, inquiry, None)
    if period is None:
        raise together(question.fault for question in inquiry.open)
    return period


def _stated_period(
    header: Header, file: str, inquiry: Inquiry, given: Period | None
) -> Period | None:
    """The period as it is given, else as the sheet's name or the lines above the header state it,
    else as it was answered.

    Asks of `inquiry`: `period-not-found`, `period-twice`.
    """
    above = [text for row in header.grid.rows[: header.first] for text in texts_of(row)]
    found = periods_in([header.grid.sheet, *above])
    if len(found) == 1:
        return given or found[0]
    question = _which_period(header, file, above, found)
    if given is not None:
        inquiry.given[question.id] = as_typed(given)
        return given
    answer = inquiry.answer(question)
    if answer is None:
        return None
    period = typed_period(answer)
    if period is None:  # of the right shape, but for a day that there isn't
        inquiry.open.append(question)
    return period


def _which_period(header: Header, file: str, above: list[str], found: list[Period]) -> Question:
    sheet = header.grid.sheet
    place, kept_in = Place(file=file, sheet=sheet), SheetAnswer()
    if not found:
        arguments: dict[str, object] = {"looked_at": " · ".join(above)}
        return Question(
            "period-not-found", place, sheet, (), None, kept_in, arguments, PERIOD_SHAPE
        )
    choices = tuple(map(as_typed, found))
    arguments = {"periods": found}
    return Question("period-twice", place, sheet, choices, None, kept_in, arguments, PERIOD_SHAPE)


def _other_sheets(header: Header, file: str) -> Iterator[Oddity]:
    """That another sheet of the file could have been read as well."""
    if header.others:
        yield Oddity(
            "sheet-chosen",
            Place(file=file, sheet=header.grid.sheet),
            {"others": list(header.others)},
        )


def _absent(rows: Sequence[Row], directory: Directory, file: str) -> Iterator[Oddity]:
    present = {row.school.key for row in rows}
    for school in directory.schools:
        if school.key not in present:
            yield Oddity(
                "school-not-in-monitoring", Place(file=file), {"school": school.short_name}
            )
