"""Issued documents in PDFs to print: joined from their own PDFs, each page as it is alone, behind a
list to sign against.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from letters_gen.delivery.print_files import in_order, print_place, printable
from letters_gen.documents.fields import fields_of
from letters_gen.documents.print_cover import COVER, Cover, Listed, listed_document
from letters_gen.errors import InputError, Place
from letters_gen.model.entry import Entry
from letters_gen.model.rendering import document_pdf
from letters_gen.model.settings import Settings
from letters_gen.office.files import write_file
from letters_gen.office.scratch import scratch_folder
from letters_gen.office.workspace import Workspace
from letters_gen.outputs.converting import converted
from letters_gen.outputs.cover_pages import numbered_cover
from letters_gen.outputs.pdf_pages import joined, page_count, starts
from letters_gen.outputs.print_file import bookmark
from letters_gen.templating import CompiledTemplate

# How often a list is set anew because its own length has moved what it lists.
_TRIES = 4


@dataclass(frozen=True)
class _Volume:
    """One PDF to print: what it lists, its files, and of how many pages each is."""

    documents: Sequence[Listed]
    files: Sequence[Path]
    pages: Sequence[int]
    number: int


@dataclass(frozen=True)
class Press:
    """What a PDF to print is made with.

    Attributes:
        program: LibreOffice; it sets the list.
        duplex: whether both sides of a sheet are printed on: each document begins on a front.
    """

    cover: CompiledTemplate
    program: str
    duplex: bool = False


def print_pdfs(
    workspace: Workspace, settings: Settings, entries: Iterable[Entry], press: Press
) -> Iterator[str]:
    """Write the PDFs to print of those documents of `entries` that have their PDF; their paths in
    the workspace, each as it is written.

    A volume holds `print_volume` documents at most.

    Raises:
        InputError: `print-not-set`: LibreOffice can't set the list; `pdf-damaged`; what
            `files.write_file` tells.
        UnavailableError: `libreoffice-fails`.
    """
    chosen = {entry.key: entry for entry in entries if _is_ready(workspace, entry)}
    listed = sorted(
        ((listed_document(entry), document_pdf(entry)) for entry in chosen.values()),
        key=lambda one: in_order(one[0]),
    )
    size = settings.office.print_volume
    volumes = -(-len(listed) // size)
    queue = iter(listed)
    for number in range(1, volumes + 1):
        some = list(islice(queue, size))
        files = [workspace.root / str(pdf) for _, pdf in some]
        pages = [page_count(file) for file in files]
        volume = _Volume([document for document, _ in some], files, pages, number)
        path = print_place(workspace, volume.documents).with_suffix(".pdf")
        write_file(path, _joined(volume, volumes, settings, press))
        yield workspace.relative(path)


def _is_ready(workspace: Workspace, entry: Entry) -> bool:
    pdf = document_pdf(entry)
    return printable(entry) and pdf is not None and (workspace.root / pdf).is_file()


def _joined(volume: _Volume, volumes: int, settings: Settings, press: Press) -> bytes:
    marks = [bookmark(position) for position in range(1, len(volume.documents) + 1)]
    shown = Cover(settings.office, volume.documents, marks, volume.number, volumes)
    cover = press.cover.render(fields_of(COVER, shown))
    with scratch_folder() as folder:
        length = 1
        for _ in range(_TRIES):
            first = starts([length, 1], 1, press.duplex)[1]
            begins = starts(volume.pages, first, press.duplex)
            laid = folder / "cover.docx"
            laid.write_bytes(numbered_cover(cover, dict(zip(marks, begins, strict=True))))
            front = _set(laid, press.program)
            if page_count(front) == length:
                break
            length = page_count(front)
        return joined([front, *volume.files], press.duplex)


def _set(cover: Path, program: str) -> Path:
    """The PDF of the list, beside it."""
    front = cover.with_suffix(".pdf")
    for [one] in converted(program, [cover], 1):
        if one.pdf is None:
            raise InputError("print-not-set", Place(file="print-cover.docx"))
        front.write_bytes(one.pdf.read_bytes())
    return front
