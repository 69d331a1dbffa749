"""Writing a package: what many documents share is laid out once, only what is filled is deflated
for each. Equal members give equal bytes.

The ZIP format as PKWARE's APPNOTE 6.3 has it: local headers (4.3.7), central directory (4.3.12),
its end (4.3.16).
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from isal import isal_zlib

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_VERSION = 20
_RAW = -15
_UTF8 = 0x800
# One moment for every member (1980-01-01), so that equal letters are equal bytes.
_TIME, _DATE = 0, 0x21
_PIECES_AT_ONCE = 4096
# A part of one page: the quickest level takes half the time there, and makes the whole file a
# twentieth larger.
_SHORT = 32_000


@dataclass(frozen=True)
class Packed:
    """One member ready to be laid into a package."""

    name: str
    method: int
    crc: int
    size: int
    data: bytes


def stored(name: str, content: bytes) -> Packed:
    """A member laid in as it is: pictures are compressed already."""
    return Packed(name, zipfile.ZIP_STORED, isal_zlib.crc32(content), len(content), content)


def level(size: int) -> int:
    """How thoroughly isal deflates a part of so many bytes."""
    thorough: int = isal_zlib.Z_DEFAULT_COMPRESSION
    quick: int = isal_zlib.ISAL_BEST_SPEED
    return quick if size <= _SHORT else thorough


def deflated(name: str, pieces: Iterable[str]) -> Packed:
    """A member deflated as its text comes, so that no more than a few pieces of it stand in memory
    at once.
    """
    batches = _encoded(pieces)
    first, second = next(batches, b""), next(batches, None)
    if second is None:
        return deflated_bytes(name, first)
    packer = isal_zlib.compressobj(isal_zlib.Z_DEFAULT_COMPRESSION, isal_zlib.DEFLATED, _RAW)
    crc = size = 0
    out: list[bytes] = []
    for content in chain((first, second), batches):
        crc = isal_zlib.crc32(content, crc)
        size += len(content)
        out.append(packer.compress(content))
    out.append(packer.flush())
    return Packed(name, zipfile.ZIP_DEFLATED, crc, size, b"".join(out))


def deflated_bytes(name: str, content: bytes) -> Packed:
    """A member deflated as a whole."""
    data = isal_zlib.compress(content, level(len(content)), _RAW)
    return Packed(name, zipfile.ZIP_DEFLATED, isal_zlib.crc32(content), len(content), data)


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    source = iter(pieces)
    while batch := "".join(islice(source, _PIECES_AT_ONCE)):
        yield batch.encode()


class Layout:
    """A package's unchanging members, laid out once: their bytes, and their entries in the central
    directory.
    """

    def __init__(self, members: Iterable[Packed]) -> None:
        body: list[bytes] = []
        entries: list[bytes] = []
        self._size, self._count = _lay(members, 0, body, entries)
        self._body, self._entries = b"".join(body), b"".join(entries)

    def package(self, filled: Iterable[Packed]) -> bytes:
        """The whole package, with the members `filled` for this letter."""
        body, entries = [self._body], [self._entries]
        size, count = _lay(filled, self._size, body, entries)
        directory = b"".join(entries)
        total = self._count + count
        ending = _END.pack(b"PK\x05\x06", 0, 0, total, total, len(directory), size, 0)
        return b"".join((*body, directory, ending))


def _lay(
    members: Iterable[Packed], offset: int, body: list[bytes], entries: list[bytes]
) -> tuple[int, int]:
    """Lay `members` behind `offset` bytes into `body` and `entries`; the new offset, and how many
    they were.
    """
    count = 0
    for member in members:
        name = member.name.encode()
        flags = 0 if member.name.isascii() else _UTF8
        facts = (
            _VERSION,
            flags,
            member.method,
            _TIME,
            _DATE,
            member.crc,
            len(member.data),
            member.size,
            len(name),
        )
        body += (_LOCAL.pack(b"PK\x03\x04", *facts, 0), name, member.data)
        entries += (_CENTRAL.pack(b"PK\x01\x02", _VERSION, *facts, 0, 0, 0, 0, 0, offset), name)
        offset += _LOCAL.size + len(name) + len(member.data)
        count += 1
    return offset, count
