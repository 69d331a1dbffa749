"""Detached electronic signatures: files of an entry, each beside the file whose bytes it signs."""

from __future__ import annotations

from letters_gen.errors import InputError
from letters_gen.model.entry import Entry
from letters_gen.model.entry_parts import IssuedFile

# DER (a SEQUENCE), its text form, and base64 of DER.
_BEGINNINGS = (b"\x30", b"-----BEGIN", b"MI")


def looks_like_signature(content: bytes) -> bool:
    """Whether a file begins as detached signatures do (CMS); what it signs is for those to check
    who have the certificates.
    """
    return content.lstrip(b"\xef\xbb\xbf \r\n").startswith(_BEGINNINGS)


def signatures_of(entry: Entry, file: IssuedFile | None) -> list[IssuedFile]:
    """The signatures of one of an entry's files: `….docx.sig` of `….docx`."""
    if file is None:
        return []
    return [one for one in _signatures(entry) if one.path.startswith(f"{file.path}.")]


def signature_path(entry: Entry, name: str) -> str:
    """Where a signature is kept: beside the file that its name tells (`….pdf.sig`), else beside the
    document; behind those that are there already.

    Raises:
        InputError: `signature-of-nothing`: the entry has no file that it could be of.
    """
    own = {one.path.rpartition("/")[2]: one for one in entry.files if one.role != "signature"}
    signed, _, suffix = name.rpartition(".")
    file = own.get(signed) or entry.document
    if file is None:
        raise InputError("signature-of-nothing", number=entry.number)
    count = len(signatures_of(entry, file))
    told = f".{count + 1}" if count else ""
    return f"{file.path}{told}.{suffix.lower()}"


def _signatures(entry: Entry) -> list[IssuedFile]:
    return [one for one in entry.files if one.role == "signature"]
