"""What would be mailed to whom: each recipient of each document a message of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from letters_gen.delivery.addressing import known_recipients
from letters_gen.delivery.parcels import LeftOut, Parcel, parcels
from letters_gen.documents.recipients import Recipient
from letters_gen.errors import InputError, Place
from letters_gen.facts.schools import Directory
from letters_gen.model.entry import Entry, IssuedFile, Mailing
from letters_gen.model.mail import mail_address
from letters_gen.model.rendering import pdf_of
from letters_gen.model.settings import Settings
from letters_gen.office.workspace import Workspace
from letters_gen.register.chain import key_text

# What a message weighs besides its files: its words and headers.
_WORDS = 16_384
_LINE = 57
_MEGABYTES = 25


@dataclass(frozen=True)
class Message:
    """What one recipient gets of one document.

    Attributes:
        id: the message's own: the same whenever the same files go to the same recipient, so that
            mail programs know one that comes twice.
    """

    entry: Entry
    recipient: Recipient
    address: str
    files: tuple[IssuedFile, ...]
    id: str


@dataclass(frozen=True)
class MailPlan:
    """What would be mailed.

    Attributes:
        unknown: the messages of whose fate nothing is known: they aren't sent again unasked.
        already: how many recipients have got theirs.
    """

    messages: tuple[Message, ...]
    left_out: tuple[LeftOut, ...]
    unknown: tuple[tuple[Entry, Mailing], ...]
    already: int

    @cached_property
    def fingerprint(self) -> str:
        """What was agreed to: which files go to which addresses."""
        told = "\n".join(f"{one.address} {one.id}" for one in self.messages)
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def crowded(self) -> Mapping[str, Sequence[Message]]:
        """The addresses that get several messages, each with these."""
        found: dict[str, list[Message]] = {}
        for message in self.messages:
            found.setdefault(message.address, []).append(message)
        return {address: several for address, several in found.items() if len(several) > 1}

    @property
    def unsigned(self) -> list[Entry]:
        """The documents that wait for a word: they have no scan of the signed copy, and a PDF that
        could go in its place.
        """
        waiting = [one.entry for one in self.left_out if one.error.code == "mail-unsigned"]
        return [entry for entry in waiting if pdf_of(entry, entry.document)]


@dataclass(frozen=True)
class MailWish:
    """What the clerk wants mailed; `unsigned`: what isn't signed too, as its PDF."""

    entries: tuple[Entry, ...]
    unsigned: bool = False


def mail_plan(
    workspace: Workspace, settings: Settings, wish: MailWish, directory: Directory
) -> MailPlan:
    """What would be mailed of the documents that the clerk wants mailed, as they stand."""
    messages, left_out, unknown, already = [], [], [], 0
    most = settings.mail.megabytes if settings.mail else _MEGABYTES
    domain = _domain(settings)
    for parcel in parcels(workspace, settings, wish.entries, wish.unsigned):
        entry = parcel.entry
        unknown += [(entry, mailing) for mailing in entry.mailings]
        already += len(entry.recipients) - len(entry.awaiting)
        if isinstance(parcel, LeftOut):
            left_out.append(parcel)
            continue
        for found in _messages(parcel, directory, most, domain):
            if isinstance(found, Message):
                messages.append(found)
            else:
                left_out.append(found)
    return MailPlan(tuple(messages), tuple(left_out), tuple(unknown), already)


def _domain(settings: Settings) -> str:
    """The domain that the messages' ids end with: the sender's."""
    sender = settings.mail.sender if settings.mail else settings.office.email
    return (mail_address(sender) or "").rpartition("@")[2] or "localhost"


def _messages(
    parcel: Parcel, directory: Directory, most: int, domain: str
) -> Iterator[Message | LeftOut]:
    """The messages of one document to all who wait for it and aren't in question."""
    entry = parcel.entry
    waiting = set(entry.awaiting) - {mailing.to for mailing in entry.mailings}
    size = sum(_encoded(file.size) for file in parcel.files) + _WORDS
    for recipient in known_recipients(entry, directory):
        if recipient.name not in waiting:
            continue
        try:
            address = _address(recipient)
            if size > most * 1_000_000:
                shown = f"{size / 1_000_000:.1f}".replace(".", ",")
                raise InputError("mail-too-large", number=entry.number, size=shown, most=most)
        except InputError as error:
            yield LeftOut(entry, recipient.name, error)
        else:
            identity = _identity(parcel, recipient, domain)
            yield Message(entry, recipient, address, parcel.files, identity)


def _address(recipient: Recipient) -> str:
    """Where the recipient's mail goes.

    Raises:
        InputError: `mail-school-unknown`, `mail-no-address`, `mail-address-unreadable`.
    """
    school = recipient.school
    if school is None:
        raise InputError("mail-school-unknown", school=recipient.name)
    place = Place(file="schools.csv", line=school.line)
    if not school.email:
        raise InputError("mail-no-address", place, school=school.short_name)
    address = mail_address(school.email)
    if address is None:
        raise InputError(
            "mail-address-unreadable", place, school=school.short_name, found=school.email
        )
    return address


def _encoded(size: int) -> int:
    """How many bytes of a file travel: base64, in lines."""
    return (size + 2) // 3 * 4 + (size + _LINE - 1) // _LINE * 2


def _identity(parcel: Parcel, recipient: Recipient, domain: str) -> str:
    said = [key_text(parcel.entry.key) or "", parcel.entry.number, recipient.name]
    said += [file.sha256 for file in parcel.files]
    digest = hashlib.sha256("\n".join(said).encode()).hexdigest()
    return f"<{digest[:32]}@{domain}>"
