"""What an entry of the register is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class IssuedFile(NamedTuple):
    """A file of an entry: role (document, appendix, enclosure, pdf, scan, signature), path inside
    the workspace, SHA-256, bytes.

    Attributes:
        pages: of a PDF that the program had made, how many it has; `made_by`: what made it:
            `LibreOffice 7.4`; another version may break lines elsewhere.
    """

    role: str
    path: str
    sha256: str
    size: int
    pages: int = 0
    made_by: str = ""


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
class Mailing:
    """A message that the mail server is given, and of whose fate nothing is known yet.

    Attributes:
        to: the recipient, as the entry calls it; `address`: where it goes.
        on: the day on which the server was asked.
        id: the message's own (`Message-ID`).
    """

    to: str
    address: str
    on: date
    id: str


@dataclass(frozen=True)
class Acquaintance:
    """One person who has been acquainted with an order, and the day.

    Attributes:
        way: how, where it wasn't by signature: «почтой»; '' for a signature.
        refused: the act that tells of a refusal to sign; '' where nobody refused.
    """

    name: str
    on: date
    way: str = ""
    refused: str = ""


@dataclass(frozen=True)
class Recognition:
    """What the clerk said of a line that looks like a document: that it is it, or that it isn't."""

    type: str
    subject: str
    school: str
    is_it: bool
