"""The register's values: events that are never rewritten, and the entries that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class Stamp:
    """When something is done (aware, UTC) and by which user of the machine."""

    at: datetime
    by: str


@dataclass(frozen=True)
class EntryKey:
    """What makes a document the same document within an office (design §6.1); no part is None.

    Attributes:
        subject: the period (`2023-04-08/2023-04-14`), or what the clerk named.
        school: the school's ИНН, failing that its short name, '' for an office-wide document.
        edition: 1, and one more for each new edition.
    """

    type: str
    subject: str
    school: str = ""
    edition: int = 1


@dataclass(frozen=True)
class Event:
    """One thing that happened to the register.

    Attributes:
        position: its place in the office's chain, from 1.
        at: when, ISO 8601 in UTC.
        what: batch, reserved, revised, issued.
        entry: the key of the entry it is about, None for an event of a whole batch.
        by: the user of the machine.
        because: the reason given, '' where none is needed.
        values: what it says, JSON values.
        previous: the hash of the event before, '' for the first.
        hash: SHA-256 over the canonical JSON of all the above.
    """

    office: str
    position: int
    at: str
    what: str
    entry: EntryKey | None
    by: str
    because: str
    values: Mapping[str, Any]
    previous: str
    hash: str


@dataclass(frozen=True)
class IssuedFile:
    """A file of an entry: its role (document, appendix), its path inside the workspace, SHA-256, size in bytes."""

    role: str
    path: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Draft:
    """A document that wants a number: its key, addressee, and the values that its reservation freezes."""

    key: EntryKey
    addressee: str
    values: Mapping[str, Any]
    school: str = ""


@dataclass(frozen=True)
class Entry:
    """One line of the register, as its events left it.

    Attributes:
        state: `reserved` or `issued`.
        number: as the document bears it: `01-16/219`.
        suffix: the tail of a number out of a paper journal (`а` of `219а`), '' otherwise.
        school: the school's short name, '' for an office-wide document.
        workspace: the id of the clerk's folder that holds the files.
        batch: the position of the event that says what the whole batch shares.
        shared: what that event says: period, basis, heading, signatory, executor, sheet.
        values: the document's own frozen values: figures, judged rows.
    """

    key: EntryKey
    series: str
    year: int
    seq: int
    suffix: str
    number: str
    date: date
    state: str
    addressee: str
    school: str
    workspace: str
    batch: int
    shared: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[IssuedFile, ...] = ()

    @property
    def is_issued(self) -> bool:
        """Whether its files are written and recorded."""
        return self.state == "issued"

    @property
    def document(self) -> IssuedFile | None:
        """The file of the document itself, None until it is issued."""
        return next((file for file in self.files if file.role == "document"), None)

    @property
    def appendices(self) -> tuple[IssuedFile, ...]:
        """The files of its appendices, in their order."""
        return tuple(file for file in self.files if file.role == "appendix")
