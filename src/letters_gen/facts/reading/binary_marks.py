"""What an .xls of Excel 97 to 2003 tells beside its values: the records of its worksheets that
calamine passes over ([MS-XLS] 2.4).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from olefile import OleFileIO

from letters_gen.facts.grid import Marks, Spot
from letters_gen.facts.reading.sheet_marks import ERROR_NAMES
from letters_gen.facts.reading.styles import telling_formats

_FORMULA, _EOF, _PASSWORD, _COLUMNS = 0x06, 0x0A, 0x2F, 0x7D
_BOUND_SHEET, _MANY_RK, _STYLE = 0x85, 0xBD, 0xE0
_NUMBER, _BOOLEAN_OR_ERROR, _ROW, _RK, _FORMAT = 0x203, 0x205, 0x208, 0x27E, 0x41E
_CELLS = (_FORMULA, _NUMBER, _RK)
_HIDDEN_ROW, _HIDDEN_COLUMN, _COMPUTED_ON_LOAD = 0x20, 0x01, 0x02
# What a formula's result is where it is no number ([MS-XLS] 2.5.133).
_ERROR, _BLANK = 2, 3
# [MS-XLS] 2.5.10
_ERRORS: Mapping[int, str] = dict(
    zip((0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A), ERROR_NAMES.values(), strict=True)
)
UNREADABLE = (OSError, ValueError, IndexError, struct.error, TypeError, AttributeError)

Record = tuple[int, bytes]


def workbook_stream(content: bytes) -> bytes:
    """The records of the workbook in a compound file, b'' where they can't be reached."""
    try:
        with OleFileIO(BytesIO(content)) as file:
            name = next(one for one in file.listdir() if one[-1].lower() == "workbook")
            stream: bytes = file.openstream(name).read()
            return stream
    except (*UNREADABLE, StopIteration):
        return b""


def is_encrypted(stream: bytes) -> bool:
    """Whether a workbook's records are kept under a password ([MS-XLS] 2.4.117)."""
    return any(kind == _PASSWORD for kind, _ in records(stream))


def marks_of_binary(stream: bytes) -> Mapping[str, Marks]:
    """The marks of each worksheet by its name, but for merged ranges, which calamine tells; none
    where the records can't be followed.
    """
    try:
        return _marks(stream)
    except UNREADABLE:
        return {}


def _marks(stream: bytes) -> Mapping[str, Marks]:
    named, styles = dict[int, str](), list[int]()
    for kind, data in records(stream):
        if kind == _FORMAT:
            named[struct.unpack_from("<H", data)[0]] = _text(data[2:], 2)
        elif kind == _STYLE:
            styles.append(struct.unpack_from("<H", data, 2)[0])
    formats = telling_formats(styles, named)
    return {name: _Sheet(formats).read(stream, at) for name, at in sheet_places(stream).items()}


def sheet_places(stream: bytes) -> Mapping[str, int]:
    """Where each sheet's records begin, by its name."""
    return {
        _text(data[6:], 1): struct.unpack_from("<I", data)[0]
        for kind, data in records(stream)
        if kind == _BOUND_SHEET
    }


def records(stream: bytes, place: int = 0) -> Iterator[Record]:
    """The records from `place` to the end of their substream."""
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        if kind == _EOF:
            return
        yield kind, stream[place + 4 : place + 4 + size]
        place += 4 + size


def _text(data: bytes, width: int) -> str:
    """A text with its length in one byte or two, and a flag whether its letters take two."""
    length = int.from_bytes(data[:width], "little")
    letters = data[width + 1 :]
    if data[width] & 1:
        return letters[: 2 * length].decode("utf-16-le", "replace")
    return letters[:length].decode("latin-1")


@dataclass
class _Sheet:
    """One worksheet's marks as its records are read."""

    formats_of_styles: Mapping[int, str]
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: dict[Spot, str] = field(default_factory=dict)
    uncounted: set[Spot] = field(default_factory=set)
    formats: dict[Spot, str] = field(default_factory=dict)
    blank: set[Spot] = field(default_factory=set)
    is_computed: bool = False

    def read(self, stream: bytes, place: int) -> Marks:
        for kind, data in records(stream, place):
            self._look_at(kind, data)
        # An empty text may be a result, but hardly that of every formula of a sheet.
        if not self.is_computed:
            self.uncounted |= self.blank
        return Marks(
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            errors=self.errors,
            uncounted=frozenset(self.uncounted),
            formats=self.formats,
        )

    def _look_at(self, kind: int, data: bytes) -> None:
        if kind == _ROW and data[12] & _HIDDEN_ROW:
            self.hidden_rows.add(struct.unpack_from("<H", data)[0])
        elif kind == _COLUMNS and data[8] & _HIDDEN_COLUMN:
            first, last = struct.unpack_from("<HH", data)
            self.hidden_columns |= set(range(first, last + 1))
        elif kind == _BOOLEAN_OR_ERROR and data[7]:
            self._err(struct.unpack_from("<HH", data), data[6])
        for spot, style in styled_numbers(kind, data):
            code = self.formats_of_styles.get(style)
            if code is not None:
                self.formats[spot] = code
        if kind == _FORMULA:
            self._formula(struct.unpack_from("<HH", data), data[6:14], data[14])

    def _formula(self, spot: Spot, result: bytes, flags: int) -> None:
        """A formula's result: an error, an empty text, a zero that its writer left to be
        computed.
        """
        is_number = result[6:] != b"\xff\xff"
        if not is_number and result[0] == _BLANK:
            self.blank.add(spot)
            return
        if is_number and flags & _COMPUTED_ON_LOAD and not any(result):
            self.uncounted.add(spot)
            return
        self.is_computed = True
        if not is_number and result[0] == _ERROR:
            self._err(spot, result[2])

    def _err(self, spot: Spot, code: int) -> None:
        self.errors[spot] = _ERRORS.get(code, "#Н/Д")


def styled_numbers(kind: int, data: bytes) -> Iterator[tuple[Spot, int]]:
    """The cells with a number that a record holds, with their styles."""
    if kind in _CELLS:
        row, column, style = struct.unpack_from("<HHH", data)
        yield (row, column), style
    elif kind == _MANY_RK:
        row, first = struct.unpack_from("<HH", data)
        for number in range((len(data) - 6) // 6):
            yield (row, first + number), struct.unpack_from("<H", data, 4 + 6 * number)[0]
