"""Lines of the register that look like a wanted document without being provably it: typed by hand,
or taken over from a journal. The clerk says once whether they are; the register keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from letters_gen.documents.letter import Letter
from letters_gen.errors import Place
from letters_gen.model.entry import Entry
from letters_gen.model.folding import folded
from letters_gen.model.question import EntryAnswer, Question
from letters_gen.register.book import Register

ANOTHER = "другой документ"
# So long after its week a document is looked for.
_LATEST = timedelta(days=31)

Alike = Mapping[str, Sequence[Entry]]
"""The lines that look like a letter, by the school that it is for, '' for one about all of them."""


def alike_lines(letters: Sequence[Letter], day: date, register: Register) -> Alike:
    """The lines that look like one of `letters`, of which none stands; those said to be another
    document are left out.

    Args:
        day: the day of signing: documents without a week are looked for in its year.
    """
    if not letters:
        return {}
    since, until = _window(letters[0], day)
    lines = [one for one in register.typed(since, until) if _is_on_its_subject(one, letters[0])]
    found: dict[str, Sequence[Entry]] = {}
    for letter in letters if lines else ():
        own = [line for line in lines if _may_be(line, letter)]
        if own:
            found[letter.key().school] = own
    return found


def recognised(alike: Alike, letters: Iterable[Letter]) -> dict[str, Entry]:
    """The lines that the clerk has said to be one of `letters`."""
    found = {}
    for letter in letters:
        key = letter.key()
        for line in alike.get(key.school, ()):
            if line.is_said_to_be(key):
                found[key.school] = line
    return found


def alike_questions(alike: Alike, letters: Iterable[Letter]) -> Iterator[Question]:
    """Which of the lines is the document, if any is, for each letter that they look like."""
    for letter in letters:
        key = letter.key()
        lines = alike.get(key.school, ())
        if lines and not any(line.is_said_to_be(key) for line in lines):
            numbers = tuple(f"{line.number} от {line.date:%d.%m.%Y}" for line in lines)
            yield Question(
                "document-alike",
                Place(),
                f"{key.type}/{key.subject}/{key.school}",
                (*numbers, ANOTHER),
                None,
                EntryAnswer(tuple(line.key for line in lines), key),
                {"number": list(numbers), "addressee": letter.addressee},
            )


def _window(letter: Letter, day: date) -> tuple[date, date]:
    week = letter.batch.matter.week
    if week is None:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    end = week.monitoring.period.end
    return end, end + _LATEST


def _is_on_its_subject(line: Entry, letter: Letter) -> bool:
    batch = letter.batch
    if line.is_annulled or line.series != batch.type.series.key:
        return False
    said = folded(line.heading)
    if batch.matter.week is None:
        subject = letter.subject or batch.matter.subject
        return bool(subject) and folded(subject) in said
    return said == folded(batch.type.heading)


def _may_be(line: Entry, letter: Letter) -> bool:
    to, school = folded(line.addressee), letter.school
    own = folded(school.short_name) if school else folded(letter.addressee)
    is_to_it = own in to or folded(letter.addressee) == to
    return is_to_it and not line.is_said_not_to_be(letter.key())
