"""Letters that came in: each entered once, under a number of its own, with the answers that it
brings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from letters_gen.errors import InputError
from letters_gen.model.answer import UNNUMBERED, Answer, IncomingStatement, Numbered
from letters_gen.model.entry import Draft, Entry, EntryKey
from letters_gen.model.folding import folded
from letters_gen.model.school import School
from letters_gen.model.settings import Series, Settings
from letters_gen.model.statement import OwnStatement, SharedStatement
from letters_gen.register.book import Register
from letters_gen.register.happenings import Answered
from letters_gen.register.reservation import Reservation
from letters_gen.register.writer import Writer

LETTER = "Письмо"
_JOURNAL = "incoming"


def incoming_series(settings: Settings) -> Series:
    """The series of the journal of incoming documents; raises InputError `incoming-unset` where the
    settings have none.
    """
    for series in settings.series.values():
        if series.journal == _JOURNAL:
            return series
    raise InputError("incoming-unset")


def refuse_early(dated: date, day: date) -> None:
    """Raises InputError `incoming-before-date`: a letter can't come in before it is written."""
    if day < dated:
        raise InputError("incoming-before-date", day=day, date=dated)


@dataclass(frozen=True)
class Received:
    """A letter that came in, before it has its number.

    Attributes:
        statement: what the journal is to say of it, but for what it answers.
        school: that it is from, None for any other correspondent.
        due: the day by which its resolution is to be carried out.
        answered: the documents that it answers.
        is_another: whether it is known that a letter of the same day, without a number too, is
            another one.
    """

    statement: IncomingStatement
    heading: str = ""
    school: School | None = None
    due: date | None = None
    answered: tuple[Entry, ...] = ()
    is_another: bool = False

    @property
    def subject(self) -> str:
        """The subject of its key: its date and number, however they are spelled."""
        return letter_subject(self.statement.number, self.statement.day)

    @property
    def sender_key(self) -> str:
        """What tells its correspondent from others."""
        return self.school.key if self.school else folded(self.statement.sender)


def letter_subject(number: str, day: date) -> str:
    """How keys name a letter of another's number and date."""
    plain = "".join(folded(number).removeprefix("№").split())
    return f"{day.isoformat()} № {plain}"


def letters_of(register: Register, number: str, day: date) -> list[Entry]:
    """The entries of letters that bear this number and date, whoever sent them."""
    found = register.batch("", letter_subject(number, day))
    return [entry for entry in found if entry.own.incoming]


def receive(
    register: Register, writer: Writer, reservation: Reservation, letter: Received
) -> Entry:
    """Enter a letter that came in on the reservation's day, and the answers that it brings, in one
    transaction.

    Raises:
        InputError: `incoming-twice`: the same correspondent's letter of that number and date stands
            already; `incoming-unnumbered-twice`: perhaps, for it has no number.
        DamageError: `number-borne`.
    """
    said, day = letter.statement, reservation.day
    edition = _edition(letters_of(register, said.number, said.day), letter)
    answers = tuple(Numbered(one.number, one.date) for one in letter.answered)
    own = OwnStatement(deadline=letter.due, incoming=replace(said, answers=answers))
    key = EntryKey("", letter.subject, letter.sender_key, edition)
    shared = SharedStatement(title=LETTER, heading=letter.heading, case=reservation.series.index)
    school = letter.school.short_name if letter.school else ""
    entry = writer.enter(reservation, shared, Draft(key, said.sender, own, school))
    for one in letter.answered:
        answer = Answer(answering(one, said.sender), day, LETTER.lower(), entry.number)
        writer.happen(one.key, Answered((answer,)))
    return entry


def answering(entry: Entry, sender: str) -> str:
    """The recipient of `entry` whom an answer of `sender` is from: the only one it has, else the
    one of that name; '' where it was sent to others.
    """
    if len(entry.recipients) == 1:
        return entry.recipients[0]
    wanted = folded(sender)
    return next((name for name in entry.recipients if folded(name) == wanted), "")


def _edition(standing: Iterable[Entry], letter: Received) -> int:
    """Which of the letters of one correspondent, number and date it is."""
    alike = [entry for entry in standing if entry.key.school == letter.sender_key]
    for entry in alike:
        if entry.is_annulled:
            continue
        told: dict[str, Any] = {
            "number": entry.number,
            "received": entry.date,
            "heading": entry.heading,
        }
        if letter.statement.number != UNNUMBERED:
            raise InputError("incoming-twice", **told)
        if not letter.is_another:
            raise InputError("incoming-unnumbered-twice", **told)
    return max((entry.key.edition for entry in alike), default=0) + 1
