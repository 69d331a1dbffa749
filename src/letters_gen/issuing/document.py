"""One document of a run, as it is reported: planned, or issued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from letters_gen.model.entry import Entry


@dataclass(frozen=True)
class Document:
    """A document and its files; paths are relative to the workspace, with forward slashes.

    Attributes:
        state: `planned` or `issued`.
        findings: how many pairs of school and indicator it reports.
    """

    number: str
    day: date
    addressee: str
    path: str
    appendices: tuple[str, ...]
    sha256: str | None
    state: str
    findings: int
    school: str | None = None
    inn: str | None = None


def issued_document(entry: Entry) -> Document:
    """An issued entry as a report shows it."""
    assert entry.document is not None
    return Document(
        number=entry.number,
        day=entry.date,
        addressee=entry.addressee,
        path=entry.document.path,
        appendices=tuple(file.path for file in entry.appendices),
        sha256=entry.document.sha256,
        state=entry.state,
        findings=sum(len(row["findings"]) for row in entry.values["rows"]),
        school=entry.school or None,
        inn=entry.key.school or None,
    )
