"""Issued documents in files to print: volumes with a cover that lists what is in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from letters_gen.documents.fields import field_names, fields_of
from letters_gen.documents.filenames import document_stem, number_mark
from letters_gen.documents.filters import filters_of
from letters_gen.documents.print_cover import COVER, TEMPLATE, Cover, Listed, listed_document
from letters_gen.errors import DamageError, InputError, Place
from letters_gen.model.entry import Entry, EntryKey
from letters_gen.model.settings import Settings
from letters_gen.office.files import sha256_of, write_file
from letters_gen.office.workspace import Workspace
from letters_gen.outputs.print_file import bookmark, kinship, print_file
from letters_gen.templating import CompiledTemplate, compile_template

_FOLDER = "print"
# What the file is called that holds documents of several kinds.
_MIXED = "Документы"


def cover_template(workspace: Workspace, settings: Settings) -> CompiledTemplate:
    """The cover of the print files, compiled; checked like this before a number is taken.

    Raises:
        InputError: it has a fault, or isn't there.
    """
    names, filters = field_names(COVER), filters_of(settings.office, settings.forms)
    return compile_template(workspace.templates / TEMPLATE, names, filters)


def printable(entry: Entry) -> bool:
    """Whether a print file can hold the entry's document: it stands, as a Word file."""
    document = entry.document
    return entry.is_issued and document is not None and document.path.endswith(".docx")


def print_files(
    workspace: Workspace, settings: Settings, entries: Iterable[Entry], cover: CompiledTemplate
) -> Iterator[str]:
    """Write the print files of those documents of `entries` that can be printed; their paths in the
    workspace, each as it is written.

    A volume holds `print_volume` documents at most, all made with the same state of their template.

    Raises:
        DamageError: `issued-file-missing`.
        InputError: `print-damaged`; what `files.write_file` tells.
    """
    chosen = {entry.key: entry for entry in entries if printable(entry)}
    listed = sorted(map(listed_document, chosen.values()), key=in_order)
    volumes = list(_volumes(listed, workspace, settings.office.print_volume))
    for number, volume in enumerate(volumes, 1):
        marks = [bookmark(position) for position in range(1, len(volume) + 1)]
        shown = Cover(settings.office, volume, marks, number, len(volumes))
        files = (_path(workspace, document) for document in volume)
        path = print_place(workspace, volume)
        write_file(path, print_file(cover.render(fields_of(COVER, shown)), files))
        yield workspace.relative(path)


def lost_files(workspace: Workspace, entries: Iterable[Entry]) -> dict[EntryKey, DamageError]:
    """Those of `entries` that could be printed if their file were there, each as `issued-file-
    missing`.
    """
    lost = {}
    for entry in filter(printable, entries):
        try:
            _path(workspace, listed_document(entry))
        except DamageError as error:
            lost[entry.key] = error
    return lost


def changed_files(workspace: Workspace, entries: Iterable[Entry]) -> list[str]:
    """The numbers of documents whose file isn't as it was issued or attached (design §6.5)."""
    changed = []
    for entry in entries:
        document = entry.document
        if document is None or not printable(entry):
            continue
        path = workspace.root / document.path
        if path.is_file() and sha256_of(path) != document.sha256:
            changed.append(entry.number)
    return changed


def printed_again(
    workspace: Workspace, settings: Settings, entries: Sequence[Entry]
) -> Iterator[str]:
    """The print files of documents issued long ago, of any runs (see `print_files`).

    Raises:
        InputError: `print-nothing`: none of `entries` can be printed.
    """
    if not any(map(printable, entries)):
        raise InputError("print-nothing")
    yield from print_files(workspace, settings, entries, cover_template(workspace, settings))


def former_print_files(
    workspace: Workspace, entries: Iterable[Entry], written: Collection[str]
) -> list[str]:
    """Print files beside those `written` that begin with a document of `entries`: made earlier, of
    another size.
    """
    suffixes = {Path(path).suffix for path in written}
    standing = standing_print_files(workspace, entries)
    return [path for path in standing if path not in written and Path(path).suffix in suffixes]


def standing_print_files(workspace: Workspace, entries: Iterable[Entry]) -> list[str]:
    """The print files that begin with a document of `entries`, of any kind."""
    firsts: dict[int, set[str]] = {}
    for entry in entries:
        firsts.setdefault(entry.date.year, set()).add(number_mark(entry.number))
    found = []
    for year, marks in sorted(firsts.items()):
        for path in sorted((workspace.year(year) / _FOLDER).glob("*.*")):
            if re.split("[– ]", path.stem, maxsplit=1)[0] in marks:
                found.append(workspace.relative(path))
    return found


def outdated_print_files(
    workspace: Workspace, gone: Iterable[Entry], written: Collection[str]
) -> list[str]:
    """Print files besides those `written` whose numbers take in one of `gone`: documents that were
    made anew, or are no more.
    """
    numbers: dict[int, list[list[int]]] = {}
    for entry in gone:
        numbers.setdefault(entry.date.year, []).append(_digits(entry.number))
    found = []
    for year, wanted in sorted(numbers.items()):
        for path in sorted((workspace.year(year) / _FOLDER).glob("*.*")):
            first, _, last = path.stem.partition(" ")[0].partition("–")
            low, high = _digits(first), _digits(last or first)
            held = any(len(one) == len(low) and low <= one <= high for one in wanted)
            if held and workspace.relative(path) not in written:
                found.append(workspace.relative(path))
    return found


def _digits(number: str) -> list[int]:
    return [int(digits) for digits in re.findall("[0-9]+", number)]


def in_order(document: Listed) -> tuple[int, list[int]]:
    """Documents by their numbers: a new edition stands in the batch where the school does, its
    number is later.
    """
    return document.day.year, _digits(document.number)


def _running(document: Listed) -> int:
    """The running number, the last in the whole one."""
    return in_order(document)[1][-1]


def _volumes(
    documents: Iterable[Listed], workspace: Workspace, size: int
) -> Iterator[list[Listed]]:
    volume: list[Listed] = []
    kin = ""
    for document in documents:
        own = kinship(_path(workspace, document))
        if volume and (len(volume) == size or own != kin):
            yield volume
            volume = []
        volume.append(document)
        kin = own
    if volume:
        yield volume


def _path(workspace: Workspace, document: Listed) -> Path:
    path = workspace.root / document.path
    if not path.exists():
        raise DamageError("issued-file-missing", Place(file=document.path), number=document.number)
    return path


def print_place(workspace: Workspace, volume: Sequence[Listed]) -> Path:
    """Where a volume lies: `letters/2023/print/01-16_219–01-16_240 Уведомление.docx`."""
    first, last = volume[0], volume[-1]
    numbers = first.number if first is last else f"{first.number}–{last.number}"
    if len(volume) <= _running(last) - _running(first):
        # Another choice out of the same numbers is another file.
        numbers += f" ({len(volume)})"
    titles = {document.title for document in volume}
    title = titles.pop() if len(titles) == 1 else _MIXED
    return workspace.year(first.day.year) / _FOLDER / f"{document_stem(numbers, title)}.docx"
