"""How many pages a cover takes, by its geometry: nothing here lays out text, so rows of a fixed
height are counted.
"""

from __future__ import annotations

from math import ceil

from lxml import etree

from letters_gen.word.elements import value
from letters_gen.word.names import W
from letters_gen.word.styles import Styles

# A line of Liberation Serif or Times New Roman in parts of its size; a sign's mean width in the
# same.
_LINE = 1.15
_SIGN = 0.52
# How much of its width a line of long words takes at least, margins of a cell counted in.
_FULL = 0.75
_TWIPS = 20
_SINGLE = 240
# A4 with the margins of the standard, in twips, where a section doesn't say.
_PAGE = {"w": 11906, "h": 16838}
_MARGINS = {"left": 1134, "right": 567, "top": 1134, "bottom": 1134}


class ParagraphHeights:
    """The heights of a document's paragraphs, as its styles make them."""

    def __init__(self, styles: etree._Element) -> None:
        self._styles = Styles(styles)
        self._looks: dict[str, tuple[float, dict[str, str | None]]] = {}

    def of(self, paragraph: etree._Element, width: float) -> float:
        """The height of a paragraph on lines of `width`, in twips."""
        style = value(paragraph, "pPr/pStyle") or self._styles.basic.get("paragraph", "")
        size, spaced = self._look(style)
        own = paragraph.find(f"{W}pPr/{W}spacing")
        said = spaced if own is None else {key: own.get(f"{W}{key}", spaced[key]) for key in spaced}
        signs = sum(len(node.text or "") for node in paragraph.iter(f"{W}t"))
        lines = max(1, -(-signs * size * _SIGN // max(width, size)))
        spacing = float(said["line"] or _SINGLE)
        height = spacing if said["lineRule"] == "exact" else size * _LINE * spacing / _SINGLE
        return lines * height + float(said["before"] or 0) + float(said["after"] or 0)

    def _look(self, style: str) -> tuple[float, dict[str, str | None]]:
        """The size and the spacing that a style gives."""
        if style not in self._looks:
            line = self._styles.line(style)
            size = float(self._styles.said(line, "rPr/sz") or 20) / 2 * _TWIPS
            keys = ("line", "lineRule", "before", "after")
            spaced = {key: self._styles.said(line, "pPr/spacing", key) for key in keys}
            self._looks[style] = (size, spaced)
        return self._looks[style]


def fit_row_heights(body: etree._Element, styles: etree._Element) -> None:
    """Let rows of a fixed height be as high as their text needs: what doesn't fit into such a row
    is cut off.
    """
    width, _ = _room(body)
    heights = ParagraphHeights(styles)
    for row in body.iter(f"{W}tr"):
        fixed, is_exact = _given_height(row)
        if is_exact:
            needed = _highest_cell(row, heights, width, _FULL)
            if needed > fixed:
                height = row.find(f"{W}trPr/{W}trHeight")
                assert height is not None
                height.set(f"{W}val", str(ceil(needed)))


def page_count(body: etree._Element, heights: ParagraphHeights) -> int:
    """How many pages a document takes that is paragraphs and tables one under another.

    Exact where the rows of its tables have a fixed height (`w:hRule="exact"`), near where they
    haven't.
    """
    width, height = _room(body)
    number, used = 1, 0.0
    for block in body:
        breaks = _breaks(block)
        if breaks:
            number, used = number + breaks, 0.0
            continue
        # The rows that Word repeats at the head of each page.
        header = 0.0
        rows = list(block.iterchildren(f"{W}tr")) if block.tag == f"{W}tbl" else [block]
        for row in rows:
            needed = _row_height(row, heights, width)
            is_header = row.find(f"{W}trPr/{W}tblHeader") is not None
            if used + needed > height and used:
                number += 1
                used = 0.0 if is_header else header
            used += needed
            if is_header:
                header += needed
    return number


def _breaks(block: etree._Element) -> int:
    """How many pages a paragraph begins by its own will: by breaks, or by the end of a section."""
    breaks = sum(1 for one in block.iter(f"{W}br") if one.get(f"{W}type") == "page")
    breaks += sum(1 for _ in block.iter(f"{W}pageBreakBefore"))
    section = block.find(f"{W}pPr/{W}sectPr")
    if section is not None and value(section, "type") != "continuous":
        breaks += 1
    return breaks


def _room(body: etree._Element) -> tuple[float, float]:
    """The width and height that a page of the last section has for text, in twips."""
    sections = list(body.iter(f"{W}sectPr"))
    section = sections[-1] if sections else None
    page = _lengths(section, "pgSz", _PAGE)
    margin = _lengths(section, "pgMar", _MARGINS)
    width = page["w"] - margin["left"] - margin["right"]
    return width, page["h"] - margin["top"] - margin["bottom"]


def _lengths(
    section: etree._Element | None, name: str, defaults: dict[str, int]
) -> dict[str, float]:
    found = None if section is None else section.find(f"{W}{name}")
    if found is None:
        return dict(defaults)
    return {
        side: abs(float(found.get(f"{W}{side}") or default)) for side, default in defaults.items()
    }


def _row_height(row: etree._Element, heights: ParagraphHeights, width: float) -> float:
    """The height of a table's row, or of a paragraph that stands by itself."""
    if row.tag == f"{W}p":
        return heights.of(row, width)
    given, is_exact = _given_height(row)
    return given if is_exact else max(given, _highest_cell(row, heights, width))


def _given_height(row: etree._Element) -> tuple[float, bool]:
    """The height that a row says it has, 0 where it doesn't; whether it is exactly that."""
    height = row.find(f"{W}trPr/{W}trHeight")
    if height is None:
        return 0.0, False
    return float(height.get(f"{W}val") or 0), height.get(f"{W}hRule") == "exact"


def _highest_cell(
    row: etree._Element, heights: ParagraphHeights, width: float, filled: float = 1.0
) -> float:
    """The height of the highest cell of a row.

    Args:
        width: of a cell that doesn't say its own; `filled`: how much of it the lines fill.
    """
    highest = 0.0
    for cell in row.iterchildren(f"{W}tc"):
        own = cell.find(f"{W}tcPr/{W}tcW")
        room = width
        if own is not None and own.get(f"{W}type") == "dxa":
            room = float(own.get(f"{W}w") or width)
        height = sum(heights.of(one, room * filled) for one in cell.iterchildren(f"{W}p"))
        highest = max(highest, height)
    return highest
