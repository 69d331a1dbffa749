"""One document of a run, as it is reported: planned, or issued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from letters_gen.documents.filenames import appendix_stem, document_stem, enclosure_stem
from letters_gen.documents.letter import Letter
from letters_gen.model.entry import Entry
from letters_gen.model.rendering import document_pdf
from letters_gen.office.workspace import Workspace


@dataclass(frozen=True)
class Document:
    """A document and its files; paths are relative to the workspace, with forward slashes.

    Attributes:
        number: '' of a draft.
        enclosures: the sheets that are filed with it and are no appendices.
        pdf: of the PDF that was made of it, None where there is none.
        path: of the document itself, None for one whose number alone was ever taken.
        state: `planned`, or the state of its entry.
        findings: how many pairs of school and indicator it reports.
        is_new: whether this run has issued it.
    """

    number: str
    day: date
    addressee: str
    path: str | None
    appendices: tuple[str, ...]
    sha256: str | None
    state: str
    findings: int
    school: str | None = None
    inn: str | None = None
    is_new: bool = False
    enclosures: tuple[str, ...] = ()
    pdf: str | None = None


def issued_document(entry: Entry) -> Document:
    """An entry as a report shows it."""
    document = entry.document
    return Document(
        number=entry.number,
        day=entry.date,
        addressee=entry.addressee,
        path=document.path if document else None,
        appendices=tuple(file.path for file in entry.appendices),
        sha256=document.sha256 if document else None,
        state=entry.state,
        findings=sum(len(row.findings) for row in entry.rows),
        school=entry.school or None,
        inn=entry.inn or None,
        enclosures=tuple(file.path for file in entry.enclosures),
        pdf=document_pdf(entry),
    )


def planned_document(workspace: Workspace, letter: Letter, number: str, day: date) -> Document:
    """The letter as it would be issued under `number` on `day`: its place and those of its
    appendices.
    """
    folder = _folder(workspace, day.year)
    school, kind = letter.school, letter.batch.type
    stem = document_stem(number, kind.title, school.short_name if school else "")
    suffixes = (Path(name).suffix for name in kind.appendices)
    appendices = [
        f"{folder}/{appendix_stem(stem, position)}{suffix}"
        for position, suffix in enumerate(suffixes, 1)
    ]
    enclosures = [f"{folder}/{enclosure_stem(stem, name)}.docx" for name in kind.enclosures]
    return Document(
        number=number,
        day=day,
        addressee=letter.addressee,
        path=f"{folder}/{stem}.docx",
        appendices=tuple(appendices),
        sha256=None,
        state="planned",
        findings=len(letter.findings),
        school=school.short_name if school else None,
        inn=(school.inn or None) if school else None,
        enclosures=tuple(enclosures),
    )


@lru_cache(8)
def _folder(workspace: Workspace, year: int) -> str:
    return workspace.relative(workspace.year(year))
