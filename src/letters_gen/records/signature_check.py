"""A signature held against the files of the document that it is attached to."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from letters_gen.errors import InputError, Place
from letters_gen.model.entry import Entry, IssuedFile
from letters_gen.model.signing import named_file, signed_by
from letters_gen.office.files import read_file
from letters_gen.records.signature_reading import Signature, read_signature


@dataclass(frozen=True)
class Signed:
    """What a signature is of.

    Attributes:
        is_compared: whether its digest, or its content, is that of the file; else nothing but its
            name tells.
    """

    file: IssuedFile
    is_compared: bool


def signed_file(root: Path, entry: Entry, name: str, content: bytes) -> Signed:
    """Which of the entry's files the signature in a file of this name is of.

    Args:
        root: the workspace's folder.
        content: what the signature's file holds.

    Raises:
        InputError: `signature-damaged`; `signature-of-nothing`: the entry has no file that it could
            be of; `signature-of-other`: it is of none of its files.
    """
    signature = read_signature(content, name)
    named = named_file(entry, name)
    others = [one for one in entry.files if one.role != "signature" and one != named]
    verdicts = [(one, _is_of(signature, root, one)) for one in (named, *others)]
    of = next((one for one, verdict in verdicts if verdict), None)
    if of is None and verdicts[0][1] is False:
        raise InputError("signature-of-other", Place(file=name), number=entry.number)
    return Signed(of or named, is_compared=of is not None)


def taken_signature(root: Path, before: Entry, after: Entry) -> Signed | None:
    """The signature that an act has taken into an entry, and what it is of; None where it was no
    signature.
    """
    new = (one for one in after.files if one.role == "signature" and one not in before.files)
    taken = next(new, None)
    of = signed_by(after, taken) if taken else None
    if taken is None or of is None:
        return None
    signature = read_signature(read_file(root / taken.path), taken.path)
    return Signed(of, is_compared=_is_of(signature, root, of) is True)


def _is_of(signature: Signature, root: Path, file: IssuedFile) -> bool | None:
    """Whether a signature is of a file; None where that can't be told, or the file isn't there."""
    with suppress(InputError):
        return signature.is_of(read_file(root / file.path))
    return None
