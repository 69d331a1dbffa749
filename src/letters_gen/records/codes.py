"""Which document a code is of (form: requisite 31), and whether it is one of this office's."""

from __future__ import annotations

from letters_gen.errors import InputError
from letters_gen.model.document_code import DocumentCode, read_code
from letters_gen.model.entry import Entry
from letters_gen.model.folding import folded
from letters_gen.model.settings import Settings
from letters_gen.records.lookup import entries_numbered
from letters_gen.register.book import Register
from letters_gen.register.event_form import token_said


def verified_code(register: Register, settings: Settings, text: str) -> Entry:
    """The document whose code says `text`.

    Raises:
        InputError: `code-unreadable`: that is no code of a document; as `coded_entry`.
    """
    code = read_code(text)
    if code is None:
        raise InputError("code-unreadable", found=text)
    return coded_entry(register, settings, code)


def coded_entry(register: Register, settings: Settings, code: DocumentCode) -> Entry:
    """The document that bears `code`: of this number, day and token.

    Raises:
        InputError: `code-of-another`: another office's; `code-former`: the number bore it before it
            was corrected, or its date moved; `code-unknown`: nothing bears it.
    """
    found = entries_numbered(register, settings, code.number)
    for entry in found:
        if entry.own.token == code.token and entry.date == code.day:
            return entry
    for entry in found:
        if _has_borne(register, entry, code):
            raise InputError("code-former", number=entry.number, day=code.day)
    if folded(code.organisation) != folded(settings.office.short_name):
        office, number = code.organisation, code.number
        raise InputError("code-of-another", office=office, number=number, day=code.day)
    raise InputError("code-unknown", number=code.number, day=code.day)


def _has_borne(register: Register, entry: Entry, code: DocumentCode) -> bool:
    """Whether the document bore `code` before it was corrected, or its date moved."""
    events = register.events_of(entry.key)
    if entry.own.token == code.token:
        return any(event.what == "redated" for event in events)
    return any(token_said(event) == code.token for event in events)
