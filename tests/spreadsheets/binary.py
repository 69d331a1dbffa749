"""Binary files put together by hand: an .xlsb ([MS-XLSB]), a compound file ([MS-CFB])."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from spreadsheets import week

_KIND = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def _record(kind: int, data: bytes = b"") -> bytes:
    """A record of BIFF12: kind and length in seven bits a byte ([MS-XLSB] 2.1.4)."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = b"", len(data)
    while size >= 128:
        length, size = length + bytes([size & 0x7F | 0x80]), size >> 7
    return head + length + bytes([size]) + data


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _cell(column: int, value: week.Cell, shared: int | None) -> bytes:
    place = struct.pack("<II", column, 0)
    if shared is not None:
        return _record(7, place + struct.pack("<I", shared))  # BrtCellIsst
    if isinstance(value, str):
        return _record(6, place + _wide(value))  # BrtCellSt
    return _record(5, place + struct.pack("<d", value)) if value is not None else b""  # BrtCellReal


def _marked_text(text: str, mark: str) -> bytes:
    """A shared text with a mark above the line behind it: BrtSSTItem of two runs."""
    run = struct.pack("<IHH", 1, len(text), 1)
    return _record(19, b"\x01" + _wide(text + mark) + run)


# Two fonts, plain and above the line, and the only style of cells: BrtFont, BrtXF.
_STYLES = b"".join(
    (
        *(
            _record(43, struct.pack("<HHHH", 220, 0, 400, raised) + bytes(13) + _wide("Calibri"))
            for raised in (0, 1)
        ),
        _record(617, struct.pack("<I", 1)),
        _record(47, bytes(16)),
        _record(618),
    )
)


def write_xlsb(
    path: Path,
    table: Sequence[Sequence[week.Cell]],
    relation: str = "rId1",
    marks: Mapping[tuple[int, int], str] = MappingProxyType({}),
) -> None:
    """A table as an .xlsb.

    Args:
        relation: by which its sheet is looked for.
        marks: the footnote marks behind some of its cells, above the line.
    """
    book = (
        _record(131)
        + _record(143)
        + _record(156, struct.pack("<II", 0, 1) + _wide(relation) + _wide("Мониторинг"))
        + _record(144)
        + _record(132)
    )
    size = struct.pack("<IIII", 0, len(table) - 1, 0, len(table[0]) - 1)
    sheet = _record(129) + _record(148, size) + _record(145)
    texts: list[bytes] = []
    for number, row in enumerate(table):
        sheet += _record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))
        for column, value in enumerate(row):
            mark = marks.get((number, column))
            sheet += _cell(column, value, None if mark is None else len(texts))
            texts += [] if mark is None else [_marked_text(str(value), mark)]
    sheet += _record(146) + _record(130)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        f'Extension="bin" ContentType="{_KIND}"/><Override PartName="/xl/worksheets/sheet1.bin" '
        'ContentType="application/vnd.ms-excel.worksheet"/></Types>',
        "_rels/.rels": _relationship("officeDocument", "xl/workbook.bin"),
        "xl/_rels/workbook.bin.rels": _relationship(
            "worksheet",
            "worksheets/sheet1.bin",
            styles="styles.bin",
            sharedStrings="sharedStrings.bin",
        ),
        "xl/workbook.bin": book,
        "xl/worksheets/sheet1.bin": sheet,
        "xl/styles.bin": _STYLES,
        "xl/sharedStrings.bin": _record(159, struct.pack("<II", len(texts), len(texts)))
        + b"".join(texts),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


def _relationship(kind: str, target: str, **others: str) -> str:
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{one}" Target="{at}"/>'
        for number, (one, at) in enumerate([(kind, target), *others.items()], 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def xls_record(kind: int, data: bytes = b"") -> bytes:
    """A record of BIFF8 ([MS-XLS] 2.1.4)."""
    return struct.pack("<HH", kind, len(data)) + data


def xls_book(sheet: bytes) -> bytes:
    """The workbook stream of one worksheet, which holds these records."""
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)
    begin_sheet = begin[:2] + b"\x10" + begin[3:]
    told = struct.pack("<BB", len(_SHEET), 0) + _SHEET
    place = len(xls_record(0x809, begin) + xls_record(0x85, bytes(6) + told) + xls_record(0xA))
    book = xls_record(0x809, begin)
    book += xls_record(0x85, struct.pack("<IBB", place, 0, 0) + told) + xls_record(0xA)
    return book + xls_record(0x809, begin_sheet) + sheet + xls_record(0xA)


_SHEET = b"Monitoring"
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams, each of at least 4,096 bytes."""
    sectors: list[bytes] = []
    chain: list[int] = []
    starts = []
    for content in streams.values():
        content = content.ljust(-(-max(len(content), 4096) // 512) * 512, b"\0")
        starts.append((len(sectors), len(content)))
        count = len(content) // 512
        chain += [*range(len(sectors) + 1, len(sectors) + count), _END]
        sectors += [content[at : at + 512] for at in range(0, len(content), 512)]
    directory = _entry("Root Entry", 5, _END, 0, child=1 if streams else _FREE)
    for number, (name, (start, size)) in enumerate(zip(streams, starts, strict=True), 1):
        following = number + 1 if number < len(streams) else _FREE
        directory += _entry(name, 2, start, size, right=following)
    directory = directory.ljust(-(-len(directory) // 512) * 512, b"\0")
    first = len(sectors)
    count = len(directory) // 512
    chain += [*range(first + 1, first + count), _END]
    sectors += [directory[at : at + 512] for at in range(0, len(directory), 512)]
    tables = -(-(len(chain) + 1) // 128)
    chain += [_TABLE] * tables
    chain += [_FREE] * (tables * 128 - len(chain))
    table_at = len(sectors)
    packed = struct.pack(f"<{len(chain)}I", *chain)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, tables, first, 0, 4096, _END, 0, _END, 0)
    places = [table_at + number for number in range(tables)] + [_FREE] * (109 - tables)
    return head + struct.pack("<109I", *places) + b"".join(sectors) + packed


def _entry(
    name: str, kind: int, start: int, size: int, child: int = _FREE, right: int = _FREE
) -> bytes:
    raw = f"{name}\0".encode("utf-16-le")
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(raw), kind, 1, _FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
