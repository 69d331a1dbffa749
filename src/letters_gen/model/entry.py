"""The register's values: events that are never rewritten, and the entries that follow from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from letters_gen.model.answer import Answer
from letters_gen.model.basis import Basis
from letters_gen.model.entry_key import EntryKey as EntryKey
from letters_gen.model.entry_key import typed_key as typed_key
from letters_gen.model.entry_parts import Acquaintance as Acquaintance
from letters_gen.model.entry_parts import Delivery as Delivery
from letters_gen.model.entry_parts import IssuedFile as IssuedFile
from letters_gen.model.entry_parts import Mailing as Mailing
from letters_gen.model.entry_parts import Recognition as Recognition
from letters_gen.model.event import Event as Event
from letters_gen.model.period import Period
from letters_gen.model.prior import Link
from letters_gen.model.statement import (
    NOTHING_OWN,
    NOTHING_SHARED,
    Figures,
    JudgedRow,
    OwnStatement,
    PaperStatement,
    SharedStatement,
    StatedRules,
    StatedSheet,
    Statement,
)

# An entry's own date bears the type's name.
Day = date


@dataclass(frozen=True)
class Stamp:
    """When something is done (aware, UTC) and by which user of the machine."""

    at: datetime
    by: str


@dataclass(frozen=True)
class Draft:
    """A document that wants a number: its key, addressee, and what it states, which its reservation
    freezes.
    """

    key: EntryKey
    addressee: str
    own: OwnStatement
    school: str = ""


@dataclass(frozen=True)
class Entry:
    """One line of the register, as its events left it.

    Attributes:
        twin: 0; more for the second and later entries that a paper journal gave the same number.
        state: `reserved`, `issued`, `sent`, `annulled`; `replaced`: it has left the house, and
            stands no more.
        number: as the document bears it: `01-16/219`.
        suffix: the tail of a number out of a paper journal (`а` of `219а`), '' otherwise.
        school: the school's short name, '' for an office-wide document.
        workspace: the id of the clerk's folder that holds the files, '' for an entry of a paper
            journal.
        batch: the position of the event that says what the whole batch shares.
        shared: what that event says: heading, signatory, executor, basis, week, sheet.
        own: what the document states for itself, frozen: judged rows, figures, deadline.
        by_hand: whether the document is typed by a person, and its number alone taken here.
        former: the files that corrections and attachments have replaced, as they were recorded;
            `kept`: the hashes of those that were put aside.
        deliveries: who has got it so far; `mailings`: the messages of whose fate nothing is known;
            `answers`: who has answered it.
        replaced_by: the number of the document that says that it stands no more.
        signed_on: the day on which it was signed, None while nobody has told it.
        recognised: which documents it was said to be, or not to be.
        known_inn: the ИНН that its school was found to have since, '' where its key tells it.
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
    shared: SharedStatement = NOTHING_SHARED
    own: OwnStatement = NOTHING_OWN
    files: tuple[IssuedFile, ...] = ()
    by_hand: bool = False
    twin: int = 0
    former: tuple[IssuedFile, ...] = ()
    kept: tuple[str, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    acquainted: tuple[Acquaintance, ...] = ()
    annulled_because: str = ""
    answers: tuple[Answer, ...] = ()
    replaced_by: str = ""
    signed_on: Day | None = None
    links: tuple[Link, ...] = ()
    known_inn: str = ""
    recognised: tuple[Recognition, ...] = ()
    mailings: tuple[Mailing, ...] = ()

    @property
    def is_issued(self) -> bool:
        """Whether its files are written and recorded, and its number stands."""
        return self.state in ("issued", "sent", "replaced")

    @property
    def is_number_alone(self) -> bool:
        """Whether it is a number taken for a typed letter, and nothing tells that there is one."""
        told = self.files or self.deliveries or self.signed_on or self.own.incoming
        return self.by_hand and bool(self.workspace) and self.state == "issued" and not told

    @property
    def has_left(self) -> bool:
        """Whether somebody has got it, or may have: then it is never annulled nor corrected."""
        return bool(self.deliveries or self.mailings)

    @property
    def is_signed(self) -> bool:
        """Whether it is signed: somebody has told it, or a scan or a signature is attached."""
        return self.signed_on is not None or self.has_signed_copy

    @property
    def has_signed_copy(self) -> bool:
        """Whether the register keeps what was signed: a scan, or an electronic signature."""
        return any(file.role in ("scan", "signature") for file in self.files)

    @property
    def needs_scan(self) -> bool:
        """Whether somebody has told that it is signed, and no signed copy was taken in."""
        stands = self.state in ("issued", "sent")
        return self.signed_on is not None and stands and not self.has_signed_copy

    @property
    def is_annulled(self) -> bool:
        """Whether its number is used up, and the document void."""
        return self.state == "annulled"

    @property
    def is_imported(self) -> bool:
        """Whether it was taken over from a paper journal."""
        return self.by_hand and not self.workspace

    @property
    def is_restored(self) -> bool:
        """Whether a journal brought it back after its register was lost: what its document states
        isn't known then.
        """
        return bool(self.key.type) and self.shared.journal is not None

    def is_said_to_be(self, key: EntryKey) -> bool:
        """Whether the clerk has said that it is the document of `key`."""
        return Recognition(key.type, key.subject, key.school, True) in self.recognised

    def is_said_not_to_be(self, key: EntryKey) -> bool:
        """Whether the clerk has said that it is another document than that of `key`."""
        return Recognition(key.type, key.subject, key.school, False) in self.recognised

    @property
    def is_unknown(self) -> bool:
        """Whether what its document states isn't known: a person typed it, or a journal brought it
        back.
        """
        return self.by_hand or self.is_restored

    @property
    def inn(self) -> str:
        """The ИНН of its school, '' where the school is known by name alone or it is about none."""
        return self.known_inn or (self.key.school if self.key.school.isdigit() else "")

    @property
    def document(self) -> IssuedFile | None:
        """The file of the document itself, None until it is issued."""
        return next((file for file in self.files if file.role == "document"), None)

    @property
    def appendices(self) -> tuple[IssuedFile, ...]:
        """The files of its appendices, in their order."""
        return tuple(file for file in self.files if file.role == "appendix")

    @property
    def enclosures(self) -> tuple[IssuedFile, ...]:
        """The sheets that are filed with it: who has seen it, whom it is sent to."""
        return tuple(file for file in self.files if file.role == "enclosure")

    @property
    def statement(self) -> Statement:
        """All that the document states."""
        return Statement(self.shared, self.own, self.addressee)

    @property
    def paper(self) -> PaperStatement:
        """What the paper journal said that it was taken over from, nothing of any other."""
        return self.own.paper

    @property
    def title(self) -> str:
        """What kind of document it is: «Письмо»; '' where nobody recorded it."""
        return self.paper.title or self.shared.title

    @property
    def heading(self) -> str:
        """What it is about, '' where nobody recorded it."""
        return self.paper.heading or self.shared.heading

    @property
    def case(self) -> str:
        """The index of the file (дело) that it belongs to, '' where nobody recorded it."""
        return self.paper.case or self.shared.case

    @property
    def signatory(self) -> str:
        """The name of who signed it, '' where nobody recorded it."""
        return self.paper.signatory or self.shared.signatory.name

    @property
    def executor(self) -> str:
        """The name of who prepared it, '' where nobody recorded it."""
        return self.paper.executor or self.shared.executor

    @property
    def topic(self) -> str:
        """What the clerk named that a document without a sheet is about, '' of any other."""
        return "" if self.by_hand or self.period else self.key.subject

    @property
    def basis(self) -> Basis | None:
        """The incoming letter that it relies on."""
        return self.shared.basis

    @property
    def period(self) -> Period | None:
        """The days of the week that it is about, None where it is about none."""
        if self.shared.week:
            return self.shared.week.period
        return Period.named(self.key.subject) if self.is_restored else None

    @property
    def sheet(self) -> StatedSheet | None:
        """The file that its rows were read from."""
        return self.shared.sheet

    @property
    def rules(self) -> StatedRules | None:
        """How its rows were judged, None where nobody recorded it."""
        return self.shared.week.rules if self.shared.week else None

    @property
    def rows(self) -> tuple[JudgedRow, ...]:
        """The judged rows of the schools that it is about."""
        return self.own.rows

    @property
    def figures(self) -> Figures:
        """The district's figures that it states, or was compared with."""
        compared = self.shared.week.figures if self.shared.week else None
        return self.own.figures or compared or {}

    @property
    def recipients(self) -> tuple[str, ...]:
        """Who is to get it: its school, every school of an office-wide document's week, else its
        addressee; nobody, where it came in.
        """
        if self.own.incoming:
            return ()
        if self.school or not self.rows:
            return (self.school or self.addressee,)
        return tuple(dict.fromkeys(row.school for row in self.rows))

    @property
    def awaiting(self) -> tuple[str, ...]:
        """The recipients who haven't got it yet."""
        reached = {delivery.to for delivery in self.deliveries}
        return tuple(name for name in self.recipients if name not in reached)
