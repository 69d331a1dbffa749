"""What an event says, by its kind: `event_form` reads and writes it, `projection` does it to an
entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from letters_gen.model.answer import Answer
from letters_gen.model.entry import (
    Acquaintance,
    Delivery,
    Entry,
    IssuedFile,
    Mailing,
    Recognition,
)
from letters_gen.model.prior import Link
from letters_gen.model.statement import OwnStatement, SharedStatement


@dataclass(frozen=True)
class Numbering:
    """What the numbers that a batch takes have alike: their series and year, the day of signing,
    the clerk's folder.
    """

    series: str
    year: int
    day: date
    workspace: str


@dataclass(frozen=True)
class BatchBegun:
    """What the documents of a batch share; the events of its documents name this one.

    Attributes:
        numbering: None where it takes no numbers: of a revision, a correction, a paper journal.
    """

    shared: SharedStatement
    numbering: Numbering | None = None


class Reserved(NamedTuple):
    """A document has got its number; one that a person types is issued with that.

    Attributes:
        batch: the position of the event that says what its batch shares.
        numbering: of a register of the first program, which repeated it; None where the batch says
            it.
    """

    batch: int
    addressee: str
    school: str
    own: OwnStatement
    seq: int
    number: str
    by_hand: bool = False
    numbering: Numbering | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """A line of a paper journal was taken over: as the entry that it is, but for what its batch
    shares.
    """

    entry: Entry


@dataclass(frozen=True, slots=True)
class Revised:
    """A document reserved and never issued states something else now."""

    batch: int
    addressee: str
    school: str
    own: OwnStatement


@dataclass(frozen=True, slots=True)
class Corrected(Revised):
    """An issued document is to be made anew under its own number.

    Attributes:
        kept: the hashes of its files, all of which are put aside.
    """

    kept: tuple[str, ...] = ()


class Issued(NamedTuple):
    """The document's files are written."""

    files: tuple[IssuedFile, ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """The files that the entry has from now on.

    Attributes:
        kept: the hashes of those that made way and were put aside; of one that was changed where it
            lies nothing is left.
    """

    files: tuple[IssuedFile, ...]
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """PDFs were made of files of the entry; each lies beside its file, under its name."""

    files: tuple[IssuedFile, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """Who has got the document."""

    deliveries: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class MailBegun:
    """The mail server is about to be given a message: until its answer is recorded, nobody knows
    whether the recipient has got it.
    """

    mailing: Mailing


@dataclass(frozen=True, slots=True)
class MailFailed:
    """A message hasn't reached its recipient: the server has refused it, or the clerk says so."""

    to: str
    id: str


@dataclass(frozen=True, slots=True)
class Acquainted:
    """Who has been acquainted with it."""

    people: tuple[Acquaintance, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """Who has answered it."""

    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """A later document speaks of it."""

    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Unlinked:
    """The later document of that number is void: what it did to this one doesn't hold."""

    number: str


@dataclass(frozen=True, slots=True)
class Annulled:
    """The document is void, its number used up."""

    because: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """A document that has left the house stands no more: another of that number says so."""

    by: str


@dataclass(frozen=True, slots=True)
class Signed:
    """The document is signed."""

    on: date


@dataclass(frozen=True, slots=True)
class SigningUndone:
    """It was never signed: what was recorded of that doesn't hold."""


@dataclass(frozen=True, slots=True)
class SendingUndone:
    """It was never sent, or has come back: what was recorded of that doesn't hold.

    Attributes:
        to: those alone who haven't got it; none where it is nobody.
    """

    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Redated:
    """The document bears another day, not yet signed nor sent; of the program's own the files are
    to be made anew.
    """

    day: date


@dataclass(frozen=True, slots=True)
class Identified:
    """The school that the document is about has this ИНН: it was entered or corrected since."""

    inn: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """Whether the line is a document that it looks like."""

    said: Recognition


@dataclass(frozen=True, slots=True)
class OfficeRenamed:
    """The office is called otherwise from here on; its chain goes on as it began."""

    former: str
    now: str


Happening = (
    BatchBegun
    | Reserved
    | Imported
    | Revised
    | Corrected
    | Issued
    | Attached
    | Rendered
    | Sent
    | MailBegun
    | MailFailed
    | Acquainted
    | Answered
    | Linked
    | Unlinked
    | Annulled
    | Replaced
    | Signed
    | SigningUndone
    | SendingUndone
    | Redated
    | Identified
    | Recognised
    | OfficeRenamed
)
