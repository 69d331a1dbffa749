"""Whose figures a sheet tells: its name or its title may speak of pupils or parents where headings
and settings speak of nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from letters_gen.errors import Place
from letters_gen.facts.headers import Header, texts_of
from letters_gen.facts.headings import speaks_of_others, speaks_of_staff
from letters_gen.facts.inquiry import Inquiry
from letters_gen.model.question import Question, SheetAnswer
from letters_gen.model.settings import Settings

# An answer on a sheet whose title speaks of others.
THE_RIGHT_ONES = "числа те самые"
# The title is among these lines; explanations below it may speak of anybody.
_TITLES = 4


def ask_whose(headers: Sequence[Header], settings: Settings, file: str, inquiry: Inquiry) -> None:
    """Ask where a sheet's title speaks of others than the settings do, and no heading of whom.

    Asks of `inquiry`: `title-of-others`.
    """
    first = headers[0]
    headings = [title for header in headers for _, _, title in header.titles()]
    own = [*_own_words(settings), *headings]
    if any(map(speaks_of_staff, headings)):
        return
    told = next((line for line in _titles(first) if speaks_of_others(line, own)), None)
    if told is not None:
        place = Place(file=file, sheet=first.grid.sheet)
        arguments = {"title": told}
        question = Question(
            "title-of-others", place, told, (THE_RIGHT_ONES,), None, SheetAnswer(), arguments
        )
        inquiry.answer(question)


def _own_words(settings: Settings) -> Iterator[str]:
    for column in settings.columns.values():
        yield from (*column.headings, *column.group, column.title)


def _titles(header: Header) -> Iterator[str]:
    """The sheet's name, and the first lines above its header, but for those that name staff."""
    lines = (" ".join(texts_of(row)) for row in header.grid.rows[: header.first])
    for line in (header.grid.sheet, *islice(filter(None, lines), _TITLES)):
        if not speaks_of_staff(line):
            yield line
