"""How the cells of an .xlsb are written ([MS-XLSB] 2.4): which of their texts have pieces above the
line or struck out, which are struck out whole.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from letters_gen.errors import InputError
from letters_gen.facts.grid import Spot
from letters_gen.facts.reading.binary_marks import UNREADABLE, Record
from letters_gen.facts.reading.binary_texts import PLAIN, Font, RichText, font_of, places_of
from letters_gen.facts.reading.rich_text import Lettering, joined
from letters_gen.word.package import Package

_ROW, _SHARED_TEXT, _TEXT, _OWN_RICH_TEXT = 0, 7, 19, 62
# Cells with a number, a text, a formula's result.
_CELLS = (2, 5, 6, 8, 9)
_FONT, _STYLE, _STYLES_OF_CELLS, _END_OF_STYLES = 43, 47, 617, 618
_SHEET = 156
_RICH, _SEVEN_BITS = 0x01, 0x7F


def lettering_of_package(package: Package) -> Mapping[str, Lettering]:
    """How each worksheet's cells are written, by its name; nothing where no font raises or strikes
    out a text, or the records can't be followed.
    """
    try:
        fonts, styles = _fonts(_part(package, "styles"))
        if not any(font != PLAIN for font in fonts):
            return {}
        strings = _rich_texts(_part(package, "sharedStrings"), fonts)
        return {
            name: _Cells(fonts, styles, strings).read(package.content(part))
            for name, part in _sheets(package)
        }
    except (*UNREADABLE, InputError):
        return {}


def _part(package: Package, kind: str) -> bytes:
    relations = package.relations(package.main).values()
    found = [one.target for one in relations if one.kind == kind]
    return package.content(found[0]) if found else b""


def _sheets(package: Package) -> Iterator[tuple[str, str]]:
    """The name of each worksheet, and its part."""
    relations = package.relations(package.main)
    for kind, data in _records(package.content(package.main)):
        if kind == _SHEET:
            relation, name = _two_texts(data[8:])
            found = relations.get(relation)
            if found is not None and found.kind == "worksheet":
                yield name, found.target


def _two_texts(data: bytes) -> tuple[str, str]:
    first = _text(data)
    return first, _text(data[4 + 2 * len(first) :])


def _text(data: bytes) -> str:
    """A text with its length before it, by its places."""
    (length,) = struct.unpack_from("<I", data)
    return places_of(data[4 : 4 + 2 * length])


def _records(data: bytes) -> Iterator[Record]:
    """The records of a part: kind and size are told in seven bits a byte ([MS-XLSB] 2.1.4)."""
    place = 0
    while place < len(data):
        kind, place = _number(data, place, 2)
        size, place = _number(data, place, 4)
        yield kind, data[place : place + size]
        place += size


def _number(data: bytes, place: int, longest: int) -> tuple[int, int]:
    """A number, and where it ends."""
    number = 0
    for at in range(longest):
        one = data[place + at]
        number |= (one & _SEVEN_BITS) << 7 * at
        if one <= _SEVEN_BITS:
            return number, place + at + 1
    return number, place + longest


def _fonts(data: bytes) -> tuple[Sequence[Font], Sequence[int]]:
    """The fonts, and the font's number of each style of cells."""
    fonts, styles, is_of_cells = list[Font](), list[int](), False
    for kind, record in _records(data):
        if kind == _FONT:
            fonts.append(font_of(record, raised_at=6))
        elif kind in (_STYLES_OF_CELLS, _END_OF_STYLES):
            is_of_cells = kind == _STYLES_OF_CELLS
        elif kind == _STYLE and is_of_cells:
            styles.append(struct.unpack_from("<H", record, 4)[0])
    return fonts, styles


def _rich_texts(data: bytes, fonts: Sequence[Font]) -> Mapping[int, RichText]:
    """The shared texts with pieces that a font changes, by their numbers."""
    texts = (record for kind, record in _records(data) if kind == _TEXT)
    told = {number: _rich_text(record, fonts) for number, record in enumerate(texts)}
    return {number: text for number, text in told.items() if text is not None}


def _rich_text(data: bytes, fonts: Sequence[Font]) -> RichText | None:
    """A text with pieces that a font changes; None of any other."""
    if not data[0] & _RICH:
        return None
    text = _text(data[1:])
    at = 5 + 2 * len(text)
    (count,) = struct.unpack_from("<I", data, at)
    runs = [struct.unpack_from("<HH", data, at + 4 + 4 * one) for one in range(count)]
    told = [(start, fonts[font]) for start, font in runs]
    return RichText(text, told) if any(font != PLAIN for _, font in told) else None


@dataclass
class _Cells:
    """Reads how the cells of a worksheet are written."""

    fonts: Sequence[Font]
    styles: Sequence[int]
    rich: Mapping[int, RichText]
    _row: int = 0
    _texts: dict[Spot, str] = field(default_factory=dict)
    _struck: set[Spot] = field(default_factory=set)

    def read(self, data: bytes) -> Lettering:
        """How those of a worksheet's part are."""
        for kind, record in _records(data):
            if kind == _ROW:
                (self._row,) = struct.unpack_from("<I", record)
            elif kind == _SHARED_TEXT:
                self._read_text(record, self.rich.get(struct.unpack_from("<I", record, 8)[0]))
            elif kind == _OWN_RICH_TEXT:
                self._read_text(record, _rich_text(record[8:], self.fonts))
            elif kind in _CELLS:
                self._read_text(record, None)
        return Lettering(self._texts, frozenset(self._struck))

    def _read_text(self, record: bytes, rich: RichText | None) -> None:
        column, told = struct.unpack_from("<II", record)
        style = told & 0xFFFFFF
        font = self.fonts[self.styles[style]] if style < len(self.styles) else PLAIN
        if rich is not None:
            self._texts[self._row, column] = joined(list(rich.pieces(font)))
        elif font.is_struck:
            self._struck.add((self._row, column))
