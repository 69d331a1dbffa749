"""Entries as the lines of a journal (form: the register); in Russian whatever the screen
speaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from letters_gen.errors import InputError, Place
from letters_gen.model.answer import IncomingStatement
from letters_gen.model.awaited import unanswered
from letters_gen.model.entry import Acquaintance, Entry
from letters_gen.model.entry_state import ended_by, is_being_typed, is_withdrawn
from letters_gen.model.journal import (
    AWAITED_ANY_DAY,
    FROM_PAPER,
    ISSUED_HERE,
    NOT_ISSUED,
    NUMBER_ALONE,
    RECEIVED_HERE,
    RESTORING,
    TYPED_HERE,
    UNSIGNED,
    Journal,
    JournalColumn,
)
from letters_gen.model.period import Period
from letters_gen.model.rendering import appendices_text, sheets_text
from letters_gen.model.settings import Series
from letters_gen.office.workspace import SETTINGS
from letters_gen.register.book import Register
from letters_gen.register.journal_columns import COLUMNS, TITLES
from letters_gen.register.runs import Account, Run
from letters_gen.register.wanted import Wanted
from letters_gen.russian.dates import numeric

_MOST_RECIPIENTS = 3
# Who has kept the journal signs under the lines that close it.
_SIGNED = (
    "Ответственный за журнал: ____________________ (должность)    ______________ (подпись)    "
    "____________________ (И.О. Фамилия)    «___» ______________ 20___ г."
)


def journals(register: Register, series: Sequence[Series], year: int | None) -> list[Journal]:
    """The journals that the register makes, one for each journal of the settings and each year (or
    of `year` alone), oldest first; their lines are read when they are asked for.

    Raises:
        InputError: `series-unsettled`: a series that the settings no longer have.
    """
    known = {one.key: one for one in series}
    account = Account(series)
    lost: Counter[str] = Counter()
    days: dict[tuple[int, str], tuple[date, date]] = {}
    for entry in register.entries(Wanted(year=year)):
        account.add(entry)
        if entry.series not in known:
            lost[entry.series] += 1
            continue
        whose = entry.year, known[entry.series].journal
        first, last = days.get(whose, (entry.date, entry.date))
        days[whose] = min(first, entry.date), max(last, entry.date)
    for key, count in lost.items():
        raise InputError("series-unsettled", Place(file=SETTINGS), series=key, count=count)
    parted: dict[tuple[int, str], list[Run]] = {}
    for run in account.runs():
        parted.setdefault((run.year, known[run.series].journal), []).append(run)
    return [
        _journal(register, key, accounted, known, Period(*days[year, key]))
        for (year, key), accounted in sorted(parted.items(), key=lambda one: one[0])
    ]


@dataclass(frozen=True)
class _Lines:
    """The lines of one journal's year."""

    register: Register
    year: int
    series: tuple[str, ...]
    columns: tuple[JournalColumn, ...]

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        found = chain.from_iterable(
            self.register.entries(Wanted(year=self.year, series=key)) for key in self.series
        )
        for position, entry in enumerate(found, 1):
            line = _line(position, entry)
            yield tuple(line[column.key] for column in self.columns)


def _journal(
    register: Register,
    key: str,
    accounted: Sequence[Run],
    series: Mapping[str, Series],
    days: Period,
) -> Journal:
    columns = COLUMNS[key]
    year = accounted[0].year
    closing: list[str] = []
    for run in accounted:
        closing += _closing(run, series[run.series], len(accounted) > 1)
    closing += ["", _SIGNED]
    lines = _Lines(register, year, tuple(run.series for run in accounted), columns)
    title = f"{TITLES[key]} за {year} год"
    registered = sum(run.registered for run in accounted)
    return Journal(key, year, title, columns, lines, tuple(closing), days, registered)


def _line(position: int, entry: Entry) -> dict[str, str]:
    """Everything that a journal may say of an entry."""
    if entry.own.incoming:
        return _incoming_line(position, entry, entry.own.incoming)
    return {
        "position": str(position),
        "date": numeric(entry.date),
        "number": entry.number,
        "kind": entry.title,
        "addressee": entry.addressee,
        "heading": entry.heading,
        "related": _related(entry),
        "signatory": entry.signatory,
        "executor": entry.executor,
        "sheets": sheets_text(entry),
        "appendices": appendices_text(entry),
        "case": entry.case,
        "dispatch": _dispatch(entry),
        "acquainted": _acquainted(entry),
        "remark": remark_text(entry),
        **_restoring(entry),
    }


def _restoring(entry: Entry) -> dict[str, str]:
    """What brings the entry back whole (see `facts.journal_entries`)."""
    files = " ".join(f"{file.role}:{file.sha256}" for file in entry.files)
    if entry.by_hand and not entry.own.incoming:
        return dict.fromkeys((column.key for column in RESTORING), "") | {
            "kept": FROM_PAPER if entry.is_imported else TYPED_HERE,
            "hashes": files,
        }
    return {
        "kept": RECEIVED_HERE if entry.own.incoming else ISSUED_HERE,
        "type": entry.key.type,
        "subject": entry.key.subject,
        "school": entry.school,
        "school_key": entry.known_inn or entry.key.school,
        "edition": str(entry.key.edition),
        "awaited": _awaited(entry),
        "hashes": files,
        "token": entry.own.token,
    }


def _awaited(entry: Entry) -> str:
    """Until when an answer is awaited, once the document is sent; '' where none is, or it came."""
    is_closed = ended_by(entry) or (entry.answers and not unanswered(entry))
    if not entry.shared.answer or is_closed:
        return ""
    return numeric(entry.own.deadline) if entry.own.deadline else AWAITED_ANY_DAY


def _incoming_line(position: int, entry: Entry, said: IncomingStatement) -> dict[str, str]:
    """Everything that the journal of incoming documents says of a letter; who took it is written
    by hand.
    """
    answers = "; ".join(f"на № {one.number} от {numeric(one.day)}" for one in said.answers)
    return {
        "position": str(position),
        "date": numeric(entry.date),
        "number": entry.number,
        "kind": entry.title,
        "sender": said.sender,
        "theirs": f"{numeric(said.day)} № {said.number}",
        "heading": entry.heading,
        "sheets": said.sheets,
        "resolution": said.resolution,
        "due": numeric(entry.own.deadline) if entry.own.deadline else "",
        "taken": "",
        "done": f"ответ {answers}" if answers else "",
        "case": entry.case,
        "remark": remark_text(entry),
        **_restoring(entry),
    }


def _related(entry: Entry) -> str:
    """The document that it answers or rests on, else those that it speaks of: `06-5649/06-18/23 от
    17.04.2023`.
    """
    if entry.basis is None or entry.own.priors or entry.paper.related:
        return related_text(entry)
    return f"{entry.basis.number} от {numeric(entry.basis.date)}"


def related_text(entry: Entry) -> str:
    """The documents of this office that go with it: earlier ones that it speaks of, later ones that
    speak of it; `01-16/219 от 18.04.2023`.
    """
    told = [f"{one.number} от {numeric(one.day)}" for one in entry.own.priors]
    told += [f"{one.number} от {numeric(one.on)}" for one in entry.links]
    return entry.paper.related or "; ".join(told)


def _dispatch(entry: Entry) -> str:
    """How and when it went out: `эл. почта, 19.04.2023`; to several, those who haven't got it are
    counted.
    """
    ways: dict[tuple[str, str], list[str]] = {}
    for delivery in entry.deliveries:
        ways.setdefault((delivery.way, numeric(delivery.on)), []).append(delivery.to)
    told = []
    for (way, day), names in ways.items():
        several = f" ({len(names)})" if len(entry.recipients) > 1 else ""
        told.append(f"{way}, {day}{several}")
    if entry.deliveries and entry.awaiting:
        told.append(f"не отправлено: {len(entry.awaiting)}")
    return "; ".join(told)


def _acquainted(entry: Entry) -> str:
    if not entry.acquainted:
        return entry.paper.acquainted
    return "; ".join(map(_acquaintance, entry.acquainted))


def _acquaintance(one: Acquaintance) -> str:
    """`Исаев М.Г. 19.04.2023`, and how it was done where nobody signed."""
    refused = f"от подписи отказался, {one.refused}" if one.refused else ""
    return ", ".join(filter(None, (f"{one.name} {numeric(one.on)}", one.way, refused)))


def remark_text(entry: Entry) -> str:
    """What the journal remarks of an entry: why it is void, not issued, or what stands in its
    place; what the clerk has noted of it.
    """
    own = entry.paper.remark
    if entry.is_annulled and not own.casefold().startswith("аннулир"):
        return "; ".join(filter(None, [f"аннулирован: {entry.annulled_because}", own]))
    if entry.state == "reserved":
        return own or NOT_ISSUED
    gone = _gone(entry)
    if gone:
        return "; ".join(filter(None, [gone, own]))
    if is_being_typed(entry):
        return own or UNSIGNED
    return own or (NUMBER_ALONE if entry.is_number_alone else "")


def _gone(entry: Entry) -> str:
    """What has ended the document, or stands in its place: «отозван № 01-16/225 от 03.05.2023»."""
    ended = ended_by(entry)
    if ended:
        word = "отозван" if is_withdrawn(entry) else "прекращён"
        return f"{word} № {ended.number} от {numeric(ended.on)}"
    return f"заменён № {entry.replaced_by}" if entry.replaced_by else ""


def _closing(run: Run, series: Series, named: bool) -> list[str]:
    """The lines that close a year: registered, first and last, gaps, annulled numbers with their
    reasons.
    """
    whose = f"Индекс {series.index}. " if named else ""
    first, last = series.number(run.first), series.number(run.last)
    gaps = [*run.journal_gaps, *run.missing]
    lines = [
        f"{whose}За {run.year} год зарегистрировано документов: {run.registered}, с № {first} по "
        f"№ {last}."
    ]
    told = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in gaps)
    lines.append(f"Пропущены номера: {told}." if gaps else "Пропусков нет.")
    if run.annulled:
        reasons = "; ".join(f"№ {number} ({because})" for number, because in run.annulled)
        lines.append(f"Аннулированы: {reasons}.")
    return lines
