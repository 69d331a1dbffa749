"""What goes out of a document: the signed copy, else its PDF, and its appendices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from letters_gen.errors import DamageError, InputError, LettersError, Place
from letters_gen.model.entry import Entry, IssuedFile
from letters_gen.model.rendering import pdf_of
from letters_gen.model.settings import Settings
from letters_gen.model.signing import signatures_of
from letters_gen.office.digest import file_digest
from letters_gen.office.workspace import Workspace
from letters_gen.records.sending import gone_fault


@dataclass(frozen=True)
class Parcel:
    """A document that can go out: its files, the document itself before its appendices."""

    entry: Entry
    files: tuple[IssuedFile, ...]


@dataclass(frozen=True)
class LeftOut:
    """What doesn't go out, and why: a whole document, or to one of its recipients.

    Attributes:
        to: '' where it is the document.
    """

    entry: Entry
    to: str
    error: LettersError


def parcels(
    workspace: Workspace, settings: Settings, entries: Iterable[Entry], unsigned: bool
) -> Iterator[Parcel | LeftOut]:
    """What goes out of each of `entries`, or why it doesn't.

    Args:
        unsigned: whether the PDF of what isn't signed may go, whatever its type says.
    """
    for entry in entries:
        try:
            refuse_unsendable(entry)
            files = (*_letter(settings, entry, unsigned), *_appendices(entry))
            for file in files:
                _refuse_changed(workspace, entry, file)
        except LettersError as error:
            yield LeftOut(entry, "", error)
        else:
            yield Parcel(entry, files)


_REFUSED = {
    "reserved": "entry-not-issued",
    "annulled": "entry-annulled",
}


def refuse_unsendable(entry: Entry) -> None:
    """Raises InputError where the document doesn't stand."""
    number = entry.number
    if entry.own.incoming:
        raise InputError("incoming-not-sent", number=number)
    if entry.state in _REFUSED:
        because = entry.annulled_because
        raise InputError(_REFUSED[entry.state], number=number, because=because)
    gone = gone_fault(entry)
    if gone:
        raise gone
    if entry.is_number_alone:
        raise InputError("sent-without-document", number=number)


def _letter(settings: Settings, entry: Entry, unsigned: bool) -> Sequence[IssuedFile]:
    """The scans of the signed copy, or what is signed electronically with its signatures; without
    one the PDF, where an unsigned one may go.

    Raises:
        InputError: `mail-unsigned`, `mail-without-pdf`.
    """
    scans = [file for file in entry.files if file.role == "scan"]
    if scans:
        return scans
    signed = _signed_electronically(entry)
    if signed:
        return signed
    kind = settings.types.get(entry.key.type)
    if not unsigned and (kind is None or kind.send != "unsigned"):
        raise InputError("mail-unsigned", number=entry.number)
    pdf = pdf_of(entry, entry.document)
    if pdf is None:
        raise InputError("mail-without-pdf", number=entry.number)
    return [pdf]


def _signed_electronically(entry: Entry) -> list[IssuedFile]:
    """The files that have electronic signatures, each before its own."""
    found: list[IssuedFile] = []
    for file in (entry.document, pdf_of(entry, entry.document)):
        signatures = signatures_of(entry, file)
        if file and signatures:
            found += [file, *signatures]
    return found


def _appendices(entry: Entry) -> Iterator[IssuedFile]:
    """The appendices, each as its PDF where it has one."""
    for file in entry.appendices:
        yield pdf_of(entry, file) or file


def _refuse_changed(workspace: Workspace, entry: Entry, file: IssuedFile) -> None:
    """Raises DamageError where a file isn't what the register knows: what leaves is what it
    says; InputError `entry-elsewhere` where it lies in another folder.
    """
    digest = file_digest(workspace.root / file.path)
    if digest is None and entry.workspace not in ("", workspace.known_identity()):
        raise InputError("entry-elsewhere", number=entry.number, workspace=entry.workspace)
    if digest != file.sha256:
        code = "issued-file-missing" if digest is None else "mail-file-changed"
        raise DamageError(code, Place(file=file.path), number=entry.number)
