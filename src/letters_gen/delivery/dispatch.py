"""The dispatch list (реестр отправки): who got what by which way, who is still to get it, and room
to sign for what goes by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from letters_gen.delivery.addressing import known_recipients
from letters_gen.documents.dispatch_fields import DISPATCH, TEMPLATE, Dispatch, DispatchList
from letters_gen.documents.fields import field_names, fields_of
from letters_gen.documents.filenames import document_stem
from letters_gen.documents.filters import filters_of
from letters_gen.documents.recipients import Recipient
from letters_gen.errors import InputError
from letters_gen.facts.schools import Directory, read_directory
from letters_gen.model.entry import Entry
from letters_gen.model.journal import Journal, JournalColumn
from letters_gen.model.mail import BY_MAIL
from letters_gen.model.period import Period
from letters_gen.model.settings import Settings
from letters_gen.office.files import write_file, written_file
from letters_gen.office.sample import template_path
from letters_gen.office.workspace import Workspace
from letters_gen.outputs.journal import write_workbook
from letters_gen.russian.dates import numeric
from letters_gen.templating import compile_template

_TITLE = "Реестр отправки"
_COLUMNS = (
    JournalColumn("position", "№ п/п", 5),
    JournalColumn("number", "Номер", 13),
    JournalColumn("date", "Дата", 11),
    JournalColumn("to", "Адресат", 28),
    JournalColumn("post", "Должность", 18),
    JournalColumn("name", "Фамилия И.О.", 18),
    JournalColumn("way", "Способ", 13),
    JournalColumn("on", "Отправлено", 12),
    JournalColumn("sheets", "Листов", 8),
    JournalColumn("receipt", "Получил: подпись, дата", 24),
)
_NOT_SENT = "не отправлено"
_UNKNOWN = "неизвестно"


def dispatch_list(
    workspace: Workspace, settings: Settings, entries: Iterable[Entry], days: Period | None, by: str
) -> DispatchList:
    """Who got what of `entries`, and who is still to get it.

    Args:
        days: those that are asked about, None for those of the documents.
        by: the way that is asked about: of what hasn't gone it is the way by which it will; '' for
            all.

    Raises:
        InputError: `dispatch-empty`: nothing of that kind has gone, nor is to go.
    """
    directory = read_directory(workspace.directory)
    standing = [entry for entry in entries if entry.is_issued and not entry.own.incoming]
    lines = [
        line for entry in standing for line in _lines(entry, directory, by) if by in ("", line.way)
    ]
    if not lines:
        raise InputError("dispatch-empty")
    dates = [line.entry.date for line in lines]
    return DispatchList(settings.office, days or Period(min(dates), max(dates)), by, lines)


def _lines(entry: Entry, directory: Directory, by: str) -> Iterator[Dispatch]:
    """One document: a line for each delivery, and for each recipient who waits for it."""
    whom = {one.name: one for one in known_recipients(entry, directory)}
    for made in entry.deliveries:
        recipient = whom.get(made.to, Recipient(made.to, None))
        yield Dispatch(entry, recipient, made.way, made.on, made.id)
    asked = {one.to: one.id for one in entry.mailings}
    for name in entry.awaiting:
        if name in asked:
            yield Dispatch(entry, whom[name], f"{BY_MAIL}: {_UNKNOWN}", None, asked[name])
        else:
            yield Dispatch(entry, whom[name], by, None)


def ways_of(found: DispatchList) -> dict[str, int]:
    """How many have gone by each way; those that haven't at last."""
    ways = Counter(line.way for line in found.lines if line.on)
    counted = dict(sorted(ways.items(), key=lambda one: -one[1]))
    waiting = sum(1 for line in found.lines if line.on is None)
    return counted | ({_NOT_SENT: waiting} if waiting else {})


def write_dispatch(
    workspace: Workspace, settings: Settings, found: DispatchList
) -> tuple[Path, Path]:
    """Write the list as a workbook and as a Word document, beside the journals.

    Raises:
        InputError: a fault of the template, or what `files.write_file` tells.
    """
    folder = workspace.letters / "journals"
    stem = document_stem(_TITLE, _days(found.days), found.way)
    book, document = folder / f"{stem}.xlsx", folder / f"{stem}.docx"
    names, filters = field_names(DISPATCH), filters_of(settings.office)
    template = compile_template(template_path(workspace, TEMPLATE), names, filters)
    with written_file(book) as partial:
        write_workbook(partial, [_journal(found)])
    write_file(document, template.render(fields_of(DISPATCH, found)))
    return book, document


def _days(days: Period) -> str:
    first, last = numeric(days.start), numeric(days.end)
    return first if first == last else f"{first}–{last}"


def _journal(found: DispatchList) -> Journal:
    title = f"{_TITLE} за {_days(found.days)}" + (f", {found.way}" if found.way else "")
    rows = [_row(position, line) for position, line in enumerate(found.lines, 1)]
    told = ", ".join(f"{way} – {count}" for way, count in ways_of(found).items())
    closing = (
        f"Всего: {len(rows)}; {told}",
        "Сдал: ____________________    Принял: ____________________    Дата: ______________",
    )
    return Journal("dispatch", found.days.start.year, title, _COLUMNS, rows, closing)


def _row(position: int, line: Dispatch) -> tuple[str, ...]:
    post, name = line.recipient.head
    return (
        str(position),
        line.entry.number,
        numeric(line.entry.date),
        line.recipient.name,
        post,
        name,
        line.way,
        numeric(line.on) if line.on else "",
        line.sheets,
        line.receipt,
    )
