"""Writing a package: what a template's letters share is laid out once, only what is filled is deflated for each.

The ZIP format as PKWARE's APPNOTE 6.3 has it: local headers (4.3.7), central directory (4.3.12), its end (4.3.16).
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from isal import isal_zlib

from letters_gen.templating.package import Member

LEVEL = isal_zlib.Z_DEFAULT_COMPRESSION
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_VERSION = 20
_UTF8 = 0x800
# One moment for every member (1980-01-01), so that equal letters are equal bytes.
_TIME, _DATE = 0, 0x21
_PIECES_AT_ONCE = 4096


@dataclass(frozen=True)
class Packed:
    """One member ready to be laid into a package."""

    name: str
    method: int
    crc: int
    size: int
    data: bytes


def carried_over(member: Member) -> Packed:
    """A member as the template has it: its stored bytes, never unpacked again."""
    info = member.info
    return Packed(info.filename, info.compress_type, info.CRC, info.file_size, member.stored)


def stored(name: str, content: bytes) -> Packed:
    """A member laid in as it is: pictures are compressed already."""
    return Packed(name, zipfile.ZIP_STORED, isal_zlib.crc32(content), len(content), content)


def deflated(name: str, pieces: Iterable[str]) -> Packed:
    """A member deflated as its text comes, so that no more than a few pieces of it stand in memory at once."""
    packer = isal_zlib.compressobj(LEVEL, isal_zlib.DEFLATED, -15)
    crc = size = 0
    out: list[bytes] = []
    for content in _encoded(pieces):
        crc = isal_zlib.crc32(content, crc)
        size += len(content)
        out.append(packer.compress(content))
    out.append(packer.flush())
    return Packed(name, zipfile.ZIP_DEFLATED, crc, size, b"".join(out))


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    source = iter(pieces)
    while batch := "".join(islice(source, _PIECES_AT_ONCE)):
        yield batch.encode()


class Layout:
    """A package's unchanging members, laid out once."""

    def __init__(self, members: Iterable[Packed]) -> None:
        self._head = _Directory()
        for member in members:
            self._head.add(member)

    def package(self, filled: Iterable[Packed]) -> bytes:
        """The whole package, with the members `filled` for this letter."""
        directory = self._head.copy()
        for member in filled:
            directory.add(member)
        return directory.closed()


class _Directory:
    """The members laid in so far, and the directory that will list them."""

    def __init__(self) -> None:
        self._body: list[bytes] = []
        self._entries: list[bytes] = []
        self._offset = 0

    def copy(self) -> _Directory:
        other = _Directory()
        self._body = [b"".join(self._body)]
        self._entries, self._count = [b"".join(self._entries)], self._count
        other._body, other._entries = self._body.copy(), self._entries.copy()
        other._offset, other._count = self._offset, self._count
        return other

    _count = 0

    def add(self, member: Packed) -> None:
        name = member.name.encode()
        flags = 0 if member.name.isascii() else _UTF8
        facts = (_VERSION, flags, member.method, _TIME, _DATE, member.crc, len(member.data), member.size, len(name))
        local = _LOCAL.pack(b"PK\x03\x04", *facts, 0)
        central = _CENTRAL.pack(b"PK\x01\x02", _VERSION, *facts, 0, 0, 0, 0, 0, self._offset)
        self._body += (local, name, member.data)
        self._entries += (central, name)
        self._offset += len(local) + len(name) + len(member.data)
        self._count += 1

    def closed(self) -> bytes:
        directory = b"".join(self._entries)
        ending = _END.pack(b"PK\x05\x06", 0, 0, self._count, self._count, len(directory), self._offset, 0)
        return b"".join((*self._body, directory, ending))
