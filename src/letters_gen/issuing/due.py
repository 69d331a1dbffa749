"""What a week asks for and how far it is: of each type of document what is due, begun, issued, and
still to be signed and sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from letters_gen.model.entry import Entry
from letters_gen.model.period import Period
from letters_gen.model.settings import DocumentType, Settings
from letters_gen.register.book import Register


@dataclass(frozen=True)
class Due:
    """What one week has of one type.

    Attributes:
        subject: the week as the register's keys name it, '' where nothing is registered yet.
        begun: how many documents have a number and no file yet.
        issued: how many stand, issued; of those `unsigned` and `unsent` ones.
    """

    kind: DocumentType
    subject: str
    begun: int = 0
    issued: int = 0
    unsigned: int = 0
    unsent: int = 0

    @property
    def total(self) -> int:
        """How many documents have a number."""
        return self.begun + self.issued


def week_due(register: Register, settings: Settings, end: date) -> list[Due]:
    """What the week that ends on `end` has: of types that are due each week, and of those that
    something is registered of.
    """
    found = []
    for kind in settings.types.values():
        if kind.sheet:
            found += list(_of_type(register, kind, end)) or _nothing_yet(kind)
    return found


def subjects_of(register: Register, kind: DocumentType, end: date) -> list[str]:
    """How the register's keys name the week that ends on `end`: once, or not at all, but where its
    first day was corrected.
    """
    named = {subject: Period.named(subject) for subject in register.subjects(kind.key)}
    return [subject for subject, period in named.items() if period and period.end == end]


def _of_type(register: Register, kind: DocumentType, end: date) -> Iterator[Due]:
    for subject in subjects_of(register, kind, end):
        standing = [one for one in register.batch(kind.key, subject) if _stands(one)]
        if standing:
            yield _counted(kind, subject, standing)


def _nothing_yet(kind: DocumentType) -> list[Due]:
    return [Due(kind, "")] if kind.every == "week" else []


def _stands(entry: Entry) -> bool:
    return entry.state not in ("annulled", "replaced")


def _counted(kind: DocumentType, subject: str, standing: list[Entry]) -> Due:
    issued = [entry for entry in standing if entry.is_issued]
    unsent = [entry for entry in issued if not entry.has_left]
    return Due(
        kind,
        subject,
        begun=len(standing) - len(issued),
        issued=len(issued),
        unsigned=sum(not entry.is_signed for entry in unsent),
        unsent=len(unsent),
    )
