"""The inner list of a file (внутренняя опись дела): the copies that lie in it, in their order, each
with its sheets; out of the register, for a week or for the year so far.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate, chain
from pathlib import Path

from letters_gen.documents.fields import field_names, fields_of
from letters_gen.documents.filenames import document_stem
from letters_gen.documents.filters import filters_of
from letters_gen.documents.inventory_fields import (
    INVENTORY,
    TEMPLATE,
    Filed,
    Inventory,
    Unfiled,
)
from letters_gen.errors import InputError
from letters_gen.model.entry import Entry
from letters_gen.model.entry_state import is_being_typed
from letters_gen.model.period import Period
from letters_gen.model.rendering import filed_sheets
from letters_gen.model.settings import Settings
from letters_gen.office.placing import renew_file
from letters_gen.office.sample import template_path
from letters_gen.office.workspace import Workspace
from letters_gen.register.book import Register
from letters_gen.register.journal import remark_text
from letters_gen.register.wanted import Wanted
from letters_gen.russian.dates import numeric
from letters_gen.templating import compile_template

_TITLE = "Внутренняя опись"


@dataclass
class _Folder:
    """A file's entries as they pass by: those before the days asked for are only counted."""

    count: int = 0
    sheets: int | None = 0
    listed: list[Entry] = field(default_factory=list)
    unfiled: list[Entry] = field(default_factory=list)

    def take(self, entry: Entry, days: Period | None) -> None:
        """Put an entry where it belongs."""
        if days is None or entry.date >= days.start:
            (self.listed if _is_filed(entry) else self.unfiled).append(entry)
        elif _is_filed(entry):
            self.count += 1
            self.sheets = _both(self.sheets, filed_sheets(entry))


def _is_filed(entry: Entry) -> bool:
    """Whether there is a document whose copy can lie in the file."""
    return entry.is_issued and not entry.is_number_alone and not is_being_typed(entry)


def _both(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def inventories(
    settings: Settings,
    register: Register,
    years: Sequence[int],
    days: Period | None,
    case: str | None,
    made: date,
) -> list[Inventory]:
    """The inner list of each file that has something of those days, by year and index.

    Args:
        years: of the files; `days`: those alone that are listed, None for all: the documents keep
            the positions and the sheets that they have in the whole file.
        case: the index of the one file that is wanted, None for each.
        made: the day on which the list is made.

    Raises:
        InputError: `inventory-empty`: no file has a document of these days; `case-unknown`: none
            has that index.
    """
    found: list[Inventory] = []
    known: set[str] = set()
    compiler = next(iter(settings.executors.values())).name
    for year in years:
        within = _within(days, year)
        wanted = Wanted(year=year, until=within.end if within else None)
        folders = _folders(register.entries(wanted), within)
        known |= folders.keys()
        for index, folder in sorted(folders.items()):
            if case in (None, index) and folder.listed:
                unfiled = [Unfiled(one.number, remark_text(one)) for one in folder.unfiled]
                filed = list(_filed(folder))
                found.append(
                    Inventory(settings.office, index, year, within, filed, unfiled, compiler, made)
                )
    if case is not None and case not in known:
        raise InputError("case-unknown", found=case, accepted=sorted(known))
    if not found:
        raise InputError("inventory-empty")
    return found


def _within(days: Period | None, year: int) -> Period | None:
    """Those of the days that are of `year`."""
    if days is None:
        return None
    return Period(max(days.start, date(year, 1, 1)), min(days.end, date(year, 12, 31)))


def _folders(entries: Iterable[Entry], days: Period | None) -> dict[str, _Folder]:
    """The files by their indices; what is of none stays out."""
    folders: dict[str, _Folder] = {}
    for entry in entries:
        if entry.case:
            folders.setdefault(entry.case, _Folder()).take(entry, days)
    return folders


def _filed(folder: _Folder) -> Iterator[Filed]:
    """The documents that are listed, by their days; of one day as they are numbered. The sheets
    end where the first is that nobody has counted.
    """
    entries = sorted(folder.listed, key=lambda entry: entry.date)
    counts = map(filed_sheets, entries)
    ends = list(accumulate(chain([folder.sheets], counts), _both))
    for position, entry in enumerate(entries):
        before, last = ends[position], ends[position + 1]
        is_counted = before is not None and last is not None and last > before
        yield Filed(
            position=folder.count + position + 1,
            number=entry.number,
            day=entry.date,
            kind=entry.title,
            whom=_whom(entry),
            heading=entry.heading,
            first=before + 1 if is_counted and before is not None else 0,
            last=last if is_counted and last is not None else 0,
            remark=remark_text(entry),
        )


def _whom(entry: Entry) -> str:
    incoming = entry.own.incoming
    return incoming.sender if incoming else entry.school or entry.addressee


def write_inventories(
    workspace: Workspace, settings: Settings, found: Iterable[Inventory]
) -> list[Path]:
    """Write each list as a Word document beside the journals; what was written into a former one
    by hand is kept.

    Raises:
        InputError: a fault of the template, or what `files.write_file` tells.
    """
    names, filters = field_names(INVENTORY), filters_of(settings.office)
    template = compile_template(template_path(workspace, TEMPLATE), names, filters)
    written = []
    for one in found:
        path = workspace.letters / "journals" / f"{_stem(one)}.docx"
        renew_file(path, template.render(fields_of(INVENTORY, one)))
        written.append(path)
    return written


def _stem(one: Inventory) -> str:
    return document_stem(_TITLE, one.case, _days(one.days) if one.days else str(one.year))


def _days(days: Period) -> str:
    first, last = numeric(days.start), numeric(days.end)
    return first if first == last else f"{first}–{last}"
