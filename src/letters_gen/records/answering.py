"""What the clerk enters of answers: a letter that came in, a telephone call."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from letters_gen.errors import CommandLineError, InputError
from letters_gen.facts.schools import read_directory
from letters_gen.making.file_numbers import numbers_of_files
from letters_gen.model.answer import UNNUMBERED, Answer
from letters_gen.model.awaited import unanswered
from letters_gen.model.entry import Entry
from letters_gen.model.folding import folded
from letters_gen.model.school import School
from letters_gen.office.workspace import Workspace
from letters_gen.records.acts import Desk
from letters_gen.records.attachments import attached_files, refuse_unsound
from letters_gen.records.file_text import refuse_damaged
from letters_gen.register.book import Register
from letters_gen.register.happenings import Answered
from letters_gen.register.incoming import (
    Received,
    answering,
    incoming_series,
    receive,
    refuse_early,
)
from letters_gen.register.reservation import Reservation
from letters_gen.register.wanted import Wanted

_MOST_NEAR = 3
_NO_NUMBER = ("б/н", "бн", "без номера", "б.н")


@dataclass(frozen=True)
class Correspondent:
    """Whom a letter is from.

    Attributes:
        school: of the directory, None where none is meant.
        nearest: where none is, the schools whose names are like what was written.
    """

    name: str
    school: School | None
    nearest: tuple[str, ...] = ()


def correspondent(workspace: Workspace, text: str) -> Correspondent:
    """Whom the clerk means by `text`: a school of the directory, by name or ИНН, or somebody else.

    Raises:
        InputError: the directory can't be read.
    """
    plain = " ".join(text.split())
    if not workspace.directory.is_file():
        return Correspondent(plain, None)
    directory = read_directory(workspace.directory)
    school = directory.by_inn(plain) or directory.by_name(plain)
    if school is not None:
        return Correspondent(school.short_name, school)
    names, wanted = (
        {folded(one.short_name): one.short_name for one in directory.schools},
        folded(plain),
    )
    near = [one for one in names if wanted in one][:_MOST_NEAR]
    near = near or difflib.get_close_matches(wanted, names, n=_MOST_NEAR, cutoff=0.75)
    return Correspondent(plain, None, tuple(names[one] for one in near))


def their_number(text: str) -> str:
    """The number of another's letter as the clerk writes it; «б/н», however that is written."""
    plain = " ".join(text.split())
    return UNNUMBERED if plain.casefold().strip(". ") in _NO_NUMBER else plain


def answering_heading(answered: Sequence[Entry]) -> str:
    """What a letter is about where the clerk doesn't say: what it answers, '' for nothing."""
    numbers = ", ".join(entry.number for entry in answered)
    return f"Ответ на № {numbers}" if numbers else ""


def also_awaited(register: Register, school: School, answered: Sequence[Entry]) -> Iterator[Entry]:
    """The other documents that the school's answer is awaited to: of the matters that it answers
    already, of all where it answers none.
    """
    matters = {entry.key.type for entry in answered}
    keys = {entry.key for entry in answered}
    for entry in register.entries(Wanted(awaited=True)):
        if entry.key in keys or (matters and entry.key.type not in matters):
            continue
        if school.short_name in unanswered(entry):
            yield entry


def refuse_unanswerable(entries: Sequence[Entry], sender: Correspondent, day: date) -> None:
    """Raises InputError for the first of `entries` that `sender` can't have answered on `day`:
    `entry-not-issued`, `entry-annulled`, `answer-to-incoming`, `answer-from-other`,
    `answered-already`, `answer-too-early`.
    """
    for entry in entries:
        _refuse_void(entry)
        recipient = answering(entry, sender.name)
        of_other = entry.school and folded(entry.school) != folded(sender.name)
        if of_other or not recipient:
            addressee, found = entry.addressee, sender.name
            raise InputError(
                "answer-from-other", number=entry.number, addressee=addressee, found=found
            )
        for answer in entry.answers:
            if answer.sender == recipient:
                raise _answered(entry, answer)
        if day < entry.date:
            raise InputError("answer-too-early", number=entry.number, day=day, date=entry.date)


def _refuse_void(entry: Entry) -> None:
    if entry.state == "reserved":
        raise InputError("entry-not-issued", number=entry.number)
    if entry.is_annulled:
        because = entry.annulled_because
        raise InputError("entry-annulled", number=entry.number, because=because)
    if entry.own.incoming:
        raise InputError("answer-to-incoming", number=entry.number)


def _answered(entry: Entry, answer: Answer) -> InputError:
    told: dict[str, Any] = {"number": entry.number, "day": answer.on, "way": answer.way}
    return InputError("answered-already", **told, incoming=answer.incoming)


def enter_incoming(desk: Desk, letter: Received, day: date, file: Path | None) -> Entry:
    """Enter a letter that came in on `day`, with its file where it has one.

    Raises:
        InputError: `incoming-unset`, `incoming-before-date`, `scan-damaged`; see `refuse_unsound`,
            `register.incoming.receive`.
    """
    series = incoming_series(desk.settings)
    refuse_early(letter.statement.day, day)
    if file is not None:
        refuse_unsound(file)
        refuse_damaged(file)
    folder = desk.workspace.year(day.year)
    identity = desk.workspace.identity()
    with desk.alone():
        reservation = Reservation(series, day, identity, numbers_of_files(folder, series))
        with desk.register.writing(desk.stamp) as writer:
            entry = receive(desk.register, writer, reservation, letter)
        if file is None:
            return entry
        attached = attached_files(desk.workspace, entry, file, "")
        with desk.register.writing(desk.stamp) as writer:
            return writer.attach(entry.key, attached, "")


def mark_answered(
    desk: Desk, entries: Sequence[Entry], sender: Correspondent | None, answer: Answer
) -> list[Entry]:
    """Record an answer that came otherwise than by a letter of its own: a telephone call.

    Args:
        sender: None for the only recipient of each.

    Raises:
        InputError: see `refuse_unanswerable`.
        CommandLineError: `option-missing` where a document has several recipients, and nobody is
            named.
    """
    with desk.alone():
        standing = [desk.register.entry(entry.key) for entry in entries]
        for entry in standing:
            _refuse_void(entry)
            if sender is None and len(entry.recipients) > 1:
                raise CommandLineError("option-missing", option="--from")
            whom = sender or Correspondent(entry.school or entry.addressee, None)
            refuse_unanswerable([entry], whom, answer.on)
        with desk.register.writing(desk.stamp) as writer:
            return [
                writer.happen(entry.key, Answered((_of_recipient(entry, sender, answer),)))
                for entry in standing
            ]


def _of_recipient(entry: Entry, sender: Correspondent | None, answer: Answer) -> Answer:
    name = answering(entry, sender.name if sender else entry.addressee)
    return Answer(name, answer.on, answer.way, answer.incoming, answer.note)
