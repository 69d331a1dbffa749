"""A zip archive as it was sent: whole, and no larger than can be."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO

from letters_gen.errors import InputError, Place
from letters_gen.word.package import UNREADABLE, Package, open_archive

DAMAGED = "sheet-damaged"
# Unpacked. A sheet of 100,000 rows takes some 30 MB.
_LARGEST = 250_000_000
_MANY = 10_000
_ENCRYPTED = 0x1


@lru_cache(maxsize=1)
def tested_package(content: bytes, file: str) -> Package:
    """The members of an archive, unpacked once: their checksums are tested with that.

    Raises:
        InputError: `sheet-damaged`: a member's checksum doesn't fit, or the archive ends early;
            `sheet-too-large` unpacked; `sheet-password`.
    """
    try:
        archive = open_archive(content, DAMAGED)
    except InputError as error:
        raise error.at(Place(file=file)) from error
    infos = archive.infolist()
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise InputError("sheet-password", Place(file=file))
    if sum(info.file_size for info in infos) > _LARGEST or len(infos) > _MANY:
        raise InputError("sheet-too-large", Place(file=file))
    try:
        members = {info.filename: archive.read(info) for info in infos}
    except UNREADABLE as error:
        raise InputError(DAMAGED, Place(file=file)) from error
    return Package(file, members, DAMAGED)


def text_of(package: Package, part: str) -> str:
    """The text of a part in UTF-8, '' where there is none."""
    if package.stored_name(part) is None:
        return ""
    return package.content(part).decode("utf-8", "replace")


def has_pictures(package: Package) -> bool:
    """Whether a workbook carries pictures."""
    return any(name.startswith(("xl/media/", "Pictures/")) for name in package)


def repacked(package: Package, replaced: Mapping[str, bytes]) -> bytes:
    """The archive with other bytes for some of its members."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name in package:
            archive.writestr(name, replaced[name] if name in replaced else package.content(name))
    return file.getvalue()
