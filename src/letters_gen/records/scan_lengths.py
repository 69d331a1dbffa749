"""Of how many pages a document is: as its PDF has them, else counted by LibreOffice."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from letters_gen.model.entry import Entry, EntryKey, IssuedFile
from letters_gen.model.rendering import pdf_of
from letters_gen.office.scratch import scratch_folder
from letters_gen.office.workspace import Workspace
from letters_gen.outputs.converting import converted
from letters_gen.outputs.libreoffice import office_program
from letters_gen.outputs.pdf_pages import page_count

Lengths = dict[EntryKey, frozenset[int]]
"""Of each document of how many pages a scan of it may be; none where nobody knows."""


def lengths_of(workspace: Workspace, entries: Sequence[Entry]) -> Lengths:
    """Of how many pages scans of `entries` may be: of the document alone, with its printed
    appendices, with what is filed with it.

    Raises:
        UnavailableError: `libreoffice-fails`.
        InputError: what `scratch_folder` tells.
    """
    counted = _counted(workspace, [one for one in entries if not _pages(one, one.document)])
    return {entry.key: _sums(entry, counted.get(entry.key, 0)) for entry in entries}


def _sums(entry: Entry, counted: int) -> frozenset[int]:
    own = _pages(entry, entry.document) or counted
    if not own:
        return frozenset()
    appendices = sum(entry.own.appendix_sheets) or _known(entry, entry.appendices)
    enclosures = _known(entry, entry.enclosures)
    return frozenset({own, own + appendices, own + enclosures, own + appendices + enclosures})


def _known(entry: Entry, files: Sequence[IssuedFile]) -> int:
    """The pages of all that is printed of `files`, 0 where those of one aren't known."""
    pages = [_pages(entry, file) for file in files if not file.path.endswith(".xlsx")]
    return sum(pages) if all(pages) else 0


def _pages(entry: Entry, file: IssuedFile | None) -> int:
    pdf = pdf_of(entry, file)
    return pdf.pages if pdf else 0


def _counted(workspace: Workspace, entries: Sequence[Entry]) -> dict[EntryKey, int]:
    """The pages of documents of which no PDF was made; nothing where LibreOffice isn't there."""
    program = office_program()
    if program is None or not entries:
        return {}
    with scratch_folder() as folder:
        laid = dict(
            _laid(workspace, entry, folder / f"{at}.docx") for at, entry in enumerate(entries)
        )
        counted = {}
        for conversions in converted(program, [path for path in laid if path.exists()]):
            for one in conversions:
                if one.pdf is not None:
                    counted[laid[one.document]] = page_count(one.pdf)
        return counted


def _laid(workspace: Workspace, entry: Entry, path: Path) -> tuple[Path, EntryKey]:
    """A copy of the document at `path`; none where the document is gone, or isn't a .docx."""
    document = entry.document
    if document and document.path.endswith(".docx"):
        found = workspace.root / document.path
        if found.is_file():
            shutil.copyfile(found, path)
    return path, entry.key
