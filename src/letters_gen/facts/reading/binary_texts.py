"""How the cells of an .xls of Excel 97 to 2003 are written ([MS-XLS] 2.4): which of their texts
have pieces above the line or struck out, which are struck out whole.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, pairwise, takewhile

from letters_gen.facts.grid import Spot
from letters_gen.facts.reading.binary_marks import (
    UNREADABLE,
    records,
    sheet_places,
    styled_numbers,
)
from letters_gen.facts.reading.rich_text import Lettering, Piece, joined

_FONT, _CONTINUED, _STYLE, _STRINGS = 0x31, 0x3C, 0xE0, 0xFC
_SHARED_TEXT, _OWN_TEXT = 0xFD, 0x204
_STRUCK, _SUPERSCRIPT = 0x08, 1
# There is no font number four ([MS-XLS] 2.5.129).
_LEFT_OUT = 4
_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08


@dataclass(frozen=True)
class Font:
    """How a font changes what a text says."""

    is_raised: bool = False
    is_struck: bool = False


PLAIN = Font()


@dataclass(frozen=True)
class RichText:
    """A text in pieces: where each begins, and its font; what stands before the first is in the
    cell's.
    """

    text: str
    runs: Sequence[tuple[int, Font]]

    def pieces(self, of_cell: Font) -> Iterator[Piece]:
        """Its pieces in a cell of that font."""
        begun = [(0, of_cell), *self.runs, (len(self.text), PLAIN)]
        for (start, font), (end, _) in pairwise(begun):
            if start < end:
                yield Piece(_letters_of(self.text[start:end]), font.is_raised, font.is_struck)


def places_of(raw: bytes) -> str:
    """A text in UTF-16 by its places, as runs count them: a rare letter takes two."""
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))


def _letters_of(places: str) -> str:
    return places.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def lettering_of_binary(stream: bytes) -> Mapping[str, Lettering]:
    """How each worksheet's cells are written, by its name; nothing where no font raises or strikes
    out a text, or the records can't be followed.
    """
    try:
        fonts, styles = _fonts(stream)
        if not any(font != PLAIN for font in fonts.values()):
            return {}
        of_styles = [fonts.get(number, PLAIN) for number in styles]
        sheet = _Sheets(of_styles, _rich_texts(stream, fonts))
        return {name: sheet.read(stream, at) for name, at in sheet_places(stream).items()}
    except UNREADABLE:
        return {}


def _fonts(stream: bytes) -> tuple[Mapping[int, Font], Sequence[int]]:
    """The fonts by their numbers, and the font's number of each style."""
    fonts: list[Font] = []
    styles: list[int] = []
    for kind, data in records(stream):
        if kind == _FONT:
            fonts.append(font_of(data, raised_at=8))
        elif kind == _STYLE:
            styles.append(struct.unpack_from("<H", data)[0])
    return {at + (at >= _LEFT_OUT): font for at, font in enumerate(fonts)}, styles


def font_of(data: bytes, raised_at: int) -> Font:
    """The font that a record tells, which says at `raised_at` whether it raises."""
    (flags,), (raised,) = (struct.unpack_from("<H", data, at) for at in (2, raised_at))
    return Font(raised == _SUPERSCRIPT, bool(flags & _STRUCK))


def _rich_texts(stream: bytes, fonts: Mapping[int, Font]) -> Mapping[int, RichText]:
    """The shared texts with pieces that a font changes, by their numbers."""
    found: dict[int, RichText] = {}
    for number, (text, runs) in enumerate(_shared_texts(stream)):
        told = [(start, fonts.get(font, PLAIN)) for start, font in runs]
        if any(font != PLAIN for _, font in told):
            found[number] = RichText(text, told)
    return found


def _shared_texts(stream: bytes) -> Iterator[tuple[str, Sequence[tuple[int, int]]]]:
    """The texts that cells share, each with its runs."""
    following = dropwhile(lambda record: record[0] != _STRINGS, records(stream))
    first = next(following, None)
    if first is not None:
        more = takewhile(lambda record: record[0] == _CONTINUED, following)
        strings = _Strings([data for _, data in (first, *more)])
        (count,) = struct.unpack("<4xI", strings.take(8))
        for _ in range(count):
            yield strings.next()


@dataclass
class _Strings:
    """The shared texts as they are taken off the records that hold them ([MS-XLS] 2.5.293)."""

    parts: Sequence[bytes]
    part: int = 0
    place: int = 0

    def next(self) -> tuple[str, Sequence[tuple[int, int]]]:
        """A text, and its runs: where each begins, and its font's number."""
        length, flags = struct.unpack("<HB", self.take(3))
        runs = struct.unpack("<H", self.take(2))[0] if flags & _RICH else 0
        extended = struct.unpack("<I", self.take(4))[0] if flags & _EXTENDED else 0
        text = self._letters(length, bool(flags & _WIDE))
        told = list(struct.iter_unpack("<HH", self.take(4 * runs)))
        self.take(extended)
        return text, told

    def take(self, size: int) -> bytes:
        """The next bytes; raises ValueError where there are no more."""
        taken = b""
        while len(taken) < size:
            if self._left == 0:
                self._go_on()
            here = self.parts[self.part][self.place : self.place + size - len(taken)]
            self.place += len(here)
            taken += here
        return taken

    def _letters(self, length: int, is_wide: bool) -> str:
        """The letters of a text: each record that it goes on in says anew how wide they are."""
        text = ""
        while len(text) < length:
            if self._left == 0:
                self._go_on()
                is_wide = bool(self.take(1)[0] & _WIDE)
            width = 2 if is_wide else 1
            count = min(length - len(text), self._left // width)
            if not count:
                raise ValueError("a letter cut in two")
            raw = self.take(width * count)
            text += places_of(raw) if is_wide else raw.decode("latin-1")
        return text

    @property
    def _left(self) -> int:
        return len(self.parts[self.part]) - self.place

    def _go_on(self) -> None:
        if self.part + 1 >= len(self.parts):
            raise ValueError("the texts end early")
        self.part, self.place = self.part + 1, 0


@dataclass
class _Sheets:
    """Reads how the cells of a worksheet are written."""

    fonts: Sequence[Font]
    rich: Mapping[int, RichText]
    _texts: dict[Spot, str] = field(default_factory=dict)
    _struck: set[Spot] = field(default_factory=set)

    def read(self, stream: bytes, place: int) -> Lettering:
        """How those of the worksheet at `place` are."""
        self._texts, self._struck = {}, set()
        for kind, data in records(stream, place):
            if kind == _SHARED_TEXT:
                row, column, style, number = struct.unpack_from("<HHHI", data)
                self._read_text((row, column), self.fonts[style], self.rich.get(number))
            elif kind == _OWN_TEXT:
                row, column, style = struct.unpack_from("<HHH", data)
                self._read_text((row, column), self.fonts[style], None)
            for spot, style in styled_numbers(kind, data):
                self._read_text(spot, self.fonts[style], None)
        return Lettering(self._texts, frozenset(self._struck))

    def _read_text(self, spot: Spot, font: Font, rich: RichText | None) -> None:
        if rich is not None:
            self._texts[spot] = joined(list(rich.pieces(font)))
        elif font.is_struck:
            self._struck.add(spot)
