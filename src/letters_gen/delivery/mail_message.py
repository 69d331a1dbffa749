"""A message as it travels: its words out of the template, its files with names that every mail
program reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from letters_gen.delivery.mail_plan import Message
from letters_gen.documents.fields import field_names, fields_of
from letters_gen.documents.filters import filters_of
from letters_gen.documents.mail_fields import MAIL, TEMPLATE, Mail, parted_words
from letters_gen.errors import InputError, Place
from letters_gen.model.mail import mail_address
from letters_gen.model.settings import Settings
from letters_gen.office.files import read_file
from letters_gen.office.sample import template_path
from letters_gen.office.workspace import Workspace
from letters_gen.templating.plain_text import TextTemplate, read_text_template

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Not asked of the system: each has other answers.
_KINDS = {
    ".pdf": "application/pdf",
    ".docx": _WORD,
    ".doc": "application/msword",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".xlsx": _SHEET,
    ".xls": "application/vnd.ms-excel",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
}
_UNKNOWN = "application/octet-stream"


@dataclass(frozen=True)
class Letterbox:
    """What messages are made with: the words' template, who sends, where the files lie."""

    workspace: Workspace
    settings: Settings
    words: TextTemplate
    sender: str

    def message(self, message: Message, at: datetime, is_draft: bool = False) -> bytes:
        """The message as it travels, CRLF at the end of its lines.

        Args:
            at: the moment that it bears.
            is_draft: whether a mail program is to open it as one that isn't sent yet.

        Raises:
            InputError: the template's faults; `mail-subject-missing`; a file can't be read.
        """
        names = [PurePosixPath(file.path).name for file in message.files]
        mail = Mail(self.settings.office, message.entry, message.recipient, names)
        subject, text = self._words(mail)
        made = EmailMessage(policy=POLICY)
        made["From"] = Address(self.settings.office.short_name, addr_spec=self.sender)
        made["To"] = Address(addr_spec=message.address)
        made["Subject"] = subject
        made["Date"] = format_datetime(at)
        made["Message-ID"] = message.id
        if is_draft:
            made["X-Unsent"] = "1"
        made.set_content(text, cte="base64")
        for name, file in zip(names, message.files, strict=True):
            _attach(made, name, self.workspace.root / file.path)
        return made.as_bytes()

    def _words(self, mail: Mail) -> tuple[str, str]:
        """Subject and text; raises InputError `mail-subject-missing`."""
        words = parted_words(self.words.render(fields_of(MAIL, mail)))
        if words is None:
            raise InputError("mail-subject-missing", Place(file=self.words.file, line=1))
        return words


def letterbox(workspace: Workspace, settings: Settings) -> Letterbox:
    """What messages are made with, checked before anything is sent.

    Raises:
        InputError: the template has a fault, or isn't in UTF-8; `mail-sender-missing`.
    """
    written = settings.mail.sender if settings.mail else settings.office.email
    sender = mail_address(written)
    if sender is None:
        raise InputError("mail-sender-missing", Place(file="letters.toml"), found=written)
    path = template_path(workspace, TEMPLATE)
    names, filters = field_names(MAIL), filters_of(settings.office)
    words = read_text_template(path, names, filters)
    return Letterbox(workspace, settings, words, sender)


def _attach(message: EmailMessage, name: str, path: Path) -> None:
    main, _, kind = _KINDS.get(path.suffix.lower(), _UNKNOWN).partition("/")
    named = {"name": name}
    message.add_attachment(read_file(path), main, kind, filename=name, params=named)


class _Policy(EmailPolicy):
    """Writes headers so that every mail program reads them: Python's own way loses spaces between
    the pieces of a long Russian text, and parts an attachment's name in pieces that some programs
    put together wrongly.
    """

    def fold_binary(self, name: str, value: Any) -> bytes:
        """A header as it travels."""
        params = getattr(value, "params", {})
        kind = name.lower()
        if kind == "subject":
            return _line(name, _encoded(str(value)))
        if kind == "from":
            [one] = value.addresses
            return _line(name, f"{_encoded(one.display_name)}\r\n <{one.addr_spec}>")
        if kind == "content-disposition" and "filename" in params:
            # In one piece (RFC 2231), and in the next header as older programs look for it.
            name_of_file = quote(params["filename"], safe="")
            return _line(name, f"attachment;\r\n filename*=UTF-8''{name_of_file}")
        if kind == "content-type" and "name" in params:
            return _line(name, f'{value.content_type};\r\n name="{_encoded(params["name"])}"')
        return super().fold_binary(name, value)


def _encoded(text: str) -> str:
    """Any text in the letters that headers have (RFC 2047)."""
    return Header(text, "utf-8").encode(linesep="\r\n")


def _line(name: str, value: str) -> bytes:
    return f"{name}: {value}\r\n".encode("ascii")


POLICY = _Policy(linesep=SMTP.linesep, cte_type="7bit")
"""How messages are written."""
