"""Detached electronic signatures: files of an entry, each beside the file whose bytes it signs."""

from __future__ import annotations

from letters_gen.errors import InputError
from letters_gen.model.entry import Entry
from letters_gen.model.entry_parts import IssuedFile


def signatures_of(entry: Entry, file: IssuedFile | None) -> list[IssuedFile]:
    """The signatures of one of an entry's files: `….docx.sig` of `….docx`."""
    if file is None:
        return []
    return [one for one in _signatures(entry) if one.path.startswith(f"{file.path}.")]


def named_file(entry: Entry, name: str) -> IssuedFile:
    """The file that the name of a signature tells (`….pdf.sig`), else the document.

    Raises:
        InputError: `signature-of-nothing`: the entry has no file that it could be of.
    """
    own = {one.path.rpartition("/")[2]: one for one in entry.files if one.role != "signature"}
    file = own.get(name.rpartition(".")[0]) or entry.document
    if file is None:
        raise InputError("signature-of-nothing", number=entry.number)
    return file


def signed_by(entry: Entry, signature: IssuedFile) -> IssuedFile | None:
    """The file that a signature of the entry lies beside."""
    return next((one for one in entry.files if signature in signatures_of(entry, one)), None)


def signature_path(entry: Entry, file: IssuedFile, suffix: str) -> str:
    """Where a signature of `file` is kept: beside it, behind those that are there already."""
    count = len(signatures_of(entry, file))
    told = f".{count + 1}" if count else ""
    return f"{file.path}{told}{suffix}"


def _signatures(entry: Entry) -> list[IssuedFile]:
    return [one for one in entry.files if one.role == "signature"]
