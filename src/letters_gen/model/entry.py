"""The register's values: events that are never rewritten, and the entries that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from letters_gen.model.settings import Series


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


def typed_key(series: Series, year: int, seq: int, suffix: str = "", twin: int = 0) -> EntryKey:
    """The key of a document that no template made: its number is all that tells it from others."""
    return EntryKey("", f"{series.key}/{year}/{seq}{suffix}", "", twin + 1)


# What can happen: a batch says what its documents share; the rest are about one entry each.
WHAT = (
    "batch",
    "reserved",
    "revised",
    "issued",
    "corrected",
    "attached",
    "sent",
    "acquainted",
    "annulled",
    "imported",
)


@dataclass(frozen=True)
class Event:
    """One thing that happened to the register.

    Attributes:
        position: its place in the office's chain, from 1.
        at: when, ISO 8601 in UTC.
        what: one of `WHAT`.
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
    """A file of an entry: role (document, appendix, pdf, scan), path inside the workspace, SHA-256,
    bytes.
    """

    role: str
    path: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Delivery:
    """One recipient that has got a document: which way, on which day, the id of the message where
    it was mail.
    """

    to: str
    way: str
    on: date
    id: str = ""


@dataclass(frozen=True)
class Acquaintance:
    """One person who has been acquainted with an order, and the day."""

    name: str
    on: date


@dataclass(frozen=True)
class Draft:
    """A document that wants a number: its key, addressee, and the values that its reservation
    freezes.
    """

    key: EntryKey
    addressee: str
    values: Mapping[str, Any]
    school: str = ""


@dataclass(frozen=True)
class Entry:
    """One line of the register, as its events left it.

    Attributes:
        twin: 0; more for the second and later entries that a paper journal gave the same number.
        state: `reserved`, `issued`, `sent` or `annulled`.
        number: as the document bears it: `01-16/219`.
        suffix: the tail of a number out of a paper journal (`а` of `219а`), '' otherwise.
        school: the school's short name, '' for an office-wide document.
        workspace: the id of the clerk's folder that holds the files, '' for an entry of a paper
            journal.
        batch: the position of the event that says what the whole batch shares.
        shared: what that event says: period, basis, heading, signatory, executor, sheet.
        values: the document's own frozen values: figures, judged rows.
        by_hand: whether the document is typed by a person, and its number alone taken here.
        former: the files that corrections and attachments have replaced, as they were recorded.
        deliveries: who has got it so far.
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
    by_hand: bool = False
    twin: int = 0
    former: tuple[IssuedFile, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    acquainted: tuple[Acquaintance, ...] = ()
    annulled_because: str = ""

    @property
    def is_issued(self) -> bool:
        """Whether its files are written and recorded, and its number stands."""
        return self.state in ("issued", "sent")

    @property
    def is_annulled(self) -> bool:
        """Whether its number is used up, and the document void."""
        return self.state == "annulled"

    @property
    def is_imported(self) -> bool:
        """Whether it was taken over from a paper journal."""
        return self.by_hand and not self.workspace

    @property
    def inn(self) -> str:
        """The ИНН of its school, '' where the school is known by name alone or it is about none."""
        return self.key.school if self.key.school.isdigit() else ""

    @property
    def document(self) -> IssuedFile | None:
        """The file of the document itself, None until it is issued."""
        return next((file for file in self.files if file.role == "document"), None)

    @property
    def appendices(self) -> tuple[IssuedFile, ...]:
        """The files of its appendices, in their order."""
        return tuple(file for file in self.files if file.role == "appendix")

    def stated(self, name: str) -> Any:
        """What the document states under `name`: heading, basis, signatory …; None where it states
        nothing of it.
        """
        return self.values.get(name, self.shared.get(name))

    @property
    def recipients(self) -> tuple[str, ...]:
        """Who is to get it: its school, every school of an office-wide document's week, else its
        addressee.
        """
        rows = self.stated("rows") or []
        if self.school or not rows:
            return (self.school or self.addressee,)
        return tuple(dict.fromkeys(row["school"] for row in rows))

    @property
    def awaiting(self) -> tuple[str, ...]:
        """The recipients who haven't got it yet."""
        reached = {delivery.to for delivery in self.deliveries}
        return tuple(name for name in self.recipients if name not in reached)
