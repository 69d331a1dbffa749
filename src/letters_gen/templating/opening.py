"""A template opened safely: proved to be a Word document, what must not be in one refused."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from letters_gen.errors import InputError, Place, together
from letters_gen.office.files import read_file
from letters_gen.templating.harm import harms
from letters_gen.word.names import CONTENT_TYPES, MAIN_KINDS
from letters_gen.word.package import UNREADABLE, Package, comparable
from letters_gen.word.packing import Packed

DAMAGED = "template-damaged"
_MOST_MEMBERS = 2_000
_MOST_BYTES = 200 * 1024 * 1024
# A small file may well be deflated to a two hundredth.
_STEEPEST_RATIO = 200
_STEEP_FROM = 10 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_LOCAL_HEADER = 30


class TemplatePackage(Package):
    """A template's package.

    Attributes:
        packed: its members as they are stored, to be laid into letters without being unpacked.
    """

    def __init__(
        self, file: str, members: Mapping[str, bytes], packed: Mapping[str, Packed]
    ) -> None:
        super().__init__(file, members, DAMAGED)
        self.packed = packed


def open_template(path: Path) -> TemplatePackage:
    """The package at `path`, proved to be a Word document that may serve as a template.

    Raises:
        InputError: see `files.unreadable`; `not-a-template`, `template-old-format`
            (.doc), `template-encrypted`, `template-damaged`, `template-too-large`;
            `template-harmful` for whatever would run or fetch something (see `harm`), all of it in
            `also`.
    """
    raw = read_file(path)
    if raw.startswith(_OLE):
        code = "template-encrypted" if _ENCRYPTED_STREAM in raw else "template-old-format"
        raise InputError(code, Place(file=path.name))
    package = _unpacked(raw, path.name)
    _refuse_other_kinds(package)
    _refuse_harmful(package)
    return package


def _unpacked(raw: bytes, file: str) -> TemplatePackage:
    """The package of a file's bytes; each member is unpacked, and so proved to be whole."""
    members: dict[str, bytes] = {}
    packed: dict[str, Packed] = {}
    known: set[str] = set()
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            _refuse_bomb(archive, file)
            for info in archive.infolist():
                if not info.is_dir():
                    _refuse_twin(info.filename, known, file)
                    members[info.filename] = archive.read(info)
                    packed[info.filename] = _as_stored(raw, info)
    except UNREADABLE as error:
        code = DAMAGED if raw.startswith(b"PK") else "not-a-template"
        raise InputError(code, Place(file=file)) from error
    return TemplatePackage(file, members, packed)


def _refuse_bomb(archive: zipfile.ZipFile, file: str) -> None:
    """Nothing is unpacked that would fill the memory."""
    infos = archive.infolist()
    size = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    are_too_many = len(infos) > _MOST_MEMBERS
    is_too_large = size > _MOST_BYTES
    is_too_steep = size > max(_STEEP_FROM, packed * _STEEPEST_RATIO)
    if are_too_many or is_too_large or is_too_steep:
        raise InputError("template-too-large", Place(file=file), members=len(infos), size=size)


def _refuse_twin(name: str, known: set[str], file: str) -> None:
    """Two members of one name (29500-2, 6.2.2.3): which of them Word would read nobody knows."""
    if comparable(name) in known:
        raise InputError(DAMAGED, Place(file=file, part=name))
    known.add(comparable(name))


def _as_stored(raw: bytes, info: zipfile.ZipInfo) -> Packed:
    """A member's stored bytes: behind its local header, whose name and extra field may be longer
    than in the directory (APPNOTE 4.3.7).
    """
    header = raw[info.header_offset : info.header_offset + _LOCAL_HEADER]
    name, extra = int.from_bytes(header[26:28], "little"), int.from_bytes(header[28:30], "little")
    start = info.header_offset + _LOCAL_HEADER + name + extra
    data = raw[start : start + info.compress_size]
    return Packed(info.filename, info.compress_type, info.CRC, info.file_size, data)


def _refuse_other_kinds(package: Package) -> None:
    """Only documents and templates of Word without macros are let through."""
    if package.stored_name(CONTENT_TYPES) is None:
        raise InputError("not-a-template", Place(file=package.file))
    kind = package.kind(package.main)
    if "macroEnabled" in kind:
        raise InputError(
            "template-harmful", Place(file=package.file, part=package.main), what="macro"
        )
    if kind not in MAIN_KINDS:
        raise InputError("not-a-template", Place(file=package.file))


def _refuse_harmful(package: Package) -> None:
    """All that is harmful in the package is one error."""
    found = list(harms(package))
    if found:
        raise together(found)
