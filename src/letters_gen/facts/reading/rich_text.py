"""Texts that are written in pieces: what stands above the line is a footnote's mark and no part of
a number, what is struck out doesn't hold.

Readers join the pieces: a one with the mark ² would be a twelve.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from letters_gen.facts.cells import text_of
from letters_gen.facts.grid import Spot
from letters_gen.word.elements import parsed, written

_SIGNS = (b"superscript", b"strike")
_MARK = re.compile(r"[\d*,)\s]+")
_STRUCK = "\u0336"


@dataclass(frozen=True)
class Piece:
    """A part of a text, and how it is written."""

    text: str
    is_raised: bool = False
    is_struck: bool = False


@dataclass(frozen=True)
class Lettering:
    """How a sheet's cells are written, as far as it changes what they say.

    Attributes:
        texts: what cells hold whose texts have pieces above the line or struck out.
        struck: the cells that are struck out whole.
    """

    texts: Mapping[Spot, str] = field(default_factory=dict)
    struck: frozenset[Spot] = frozenset()

    def put_into(self, rows: Sequence[list[object]]) -> None:
        """Put it into the rows as they were read."""
        for (row, column), text in self.texts.items():
            if row < len(rows) and column < len(rows[row]):
                rows[row][column] = text
        for row, column in self.struck:
            if row < len(rows) and column < len(rows[row]):
                rows[row][column] = struck_out(text_of(rows[row][column]))


def joined(pieces: Sequence[Piece]) -> str:
    """The text that pieces make, without footnote marks; what is struck out stays so, letter by
    letter.
    """
    if all(one.is_raised for one in pieces):
        return "".join(one.text for one in pieces)
    return "".join(map(_settled, pieces))


def _settled(piece: Piece) -> str:
    if piece.is_raised and _MARK.fullmatch(piece.text):
        return ""
    return struck_out(piece.text) if piece.is_struck else piece.text


def settle_raised(piece: etree._Element, cell: etree._Element) -> None:
    """Take a piece above the line out of its cell where it is a footnote's mark and not all of
    it.
    """
    said = "".join(piece.itertext())
    if _MARK.fullmatch(said) and said.strip() != "".join(cell.itertext()).strip():
        _put(piece, lambda _: "")


def settle_struck(piece: etree._Element) -> None:
    """Strike out a piece letter by letter: it is read as nothing that it isn't."""
    _put(piece, struck_out)


def is_struck_out(cell: object) -> bool:
    """Whether a cell holds a text with letters that are struck out."""
    return isinstance(cell, str) and _STRUCK in cell


def without_strokes(text: str) -> str:
    """A text as it was before it was struck out."""
    return text.replace(_STRUCK, "")


def _put(piece: etree._Element, changed: Callable[[str], str]) -> None:
    """Change all texts of a piece."""
    for node in piece.iter():
        node.text = changed(node.text or "")
        if node is not piece:
            node.tail = changed(node.tail or "")


def struck_out(text: str) -> str:
    """A text struck out letter by letter."""
    return "".join(letter + _STRUCK for letter in text)


def is_marked(xml: bytes) -> bool:
    """Whether a part may hold texts with pieces above the line or struck out."""
    return any(sign in xml for sign in _SIGNS)


def without_marks(xml: bytes) -> bytes:
    """A part of an .xlsx with shared strings, or a worksheet, without footnote marks; what is
    struck out stays so, letter by letter.

    Raises:
        etree.LxmlError, ValueError: it isn't well-formed.
    """
    root = parsed(xml)
    for string in root.iter("{*}si", "{*}is"):
        runs = list(string.iterchildren("{*}r"))
        if not all(_is_raised(run) for run in runs):
            for run in runs:
                _settle(run)
    return written(root)


def _settle(run: etree._Element) -> None:
    for text in run.iterchildren("{*}t"):
        said = text.text or ""
        if _is_raised(run) and _MARK.fullmatch(said):
            text.text = ""
        elif _is_struck(run):
            text.text = struck_out(said)


def _is_raised(run: etree._Element) -> bool:
    sign = run.find("{*}rPr/{*}vertAlign")
    return sign is not None and sign.get("val") == "superscript"


def _is_struck(run: etree._Element) -> bool:
    sign = run.find("{*}rPr/{*}strike")
    return sign is not None and sign.get("val") not in ("0", "false")
