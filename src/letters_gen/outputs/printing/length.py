"""How many pages a cover takes, by its geometry: nothing here lays out text, so rows of a fixed
height are counted.
"""

from __future__ import annotations

from math import ceil

from lxml import etree

from letters_gen.outputs.printing.markup import W, value

# A line of Liberation Serif or Times New Roman in parts of its size; a sign's mean width in the
# same.
_LINE = 1.15
_SIGN = 0.52
# How much of its width a line of long words takes at least, margins of a cell counted in.
_FULL = 0.75
_TWIPS = 20
_SINGLE = 240


class Looks:
    """The heights of a document's paragraphs, as its styles make them."""

    def __init__(self, styles: etree._Element) -> None:
        self._styles = {
            style.get(f"{W}styleId") or "": style for style in styles.findall(f"{W}style")
        }
        self._defaults = styles.find(f"{W}docDefaults")
        self._basic = next((key for key, one in self._styles.items() if _is_basic(one)), "")

    def height(self, paragraph: etree._Element, width: float) -> float:
        """The height of a paragraph on lines of `width`, in twips."""
        line = self._line(paragraph)
        size = float(self._said(line, "rPr/sz", "val") or 20) / 2 * _TWIPS
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        lines = max(1, -(-len(text) * size * _SIGN // max(width, size)))
        spacing = float(self._said(line, "pPr/spacing", "line") or _SINGLE)
        is_fixed = self._said(line, "pPr/spacing", "lineRule") == "exact"
        outside = sum(
            float(self._said(line, "pPr/spacing", side) or 0) for side in ("before", "after")
        )
        return lines * (spacing if is_fixed else size * _LINE * spacing / _SINGLE) + outside

    def _line(self, paragraph: etree._Element) -> list[etree._Element]:
        """Who may say how a paragraph looks: itself, its style, and what that is based on."""
        line = [paragraph]
        style = value(paragraph, "pPr/pStyle") or self._basic
        while style in self._styles and self._styles[style] not in line:
            line.append(self._styles[style])
            style = value(line[-1], "basedOn") or ""
        return line

    def _said(self, line: list[etree._Element], path: str, attribute: str) -> str | None:
        first, _, second = path.partition("/")
        for one in line:
            found = one.find(f"{W}{first}/{W}{second}")
            if found is not None and found.get(f"{W}{attribute}") is not None:
                return found.get(f"{W}{attribute}")
        default = f"{W}{first}Default/{W}{first}/{W}{second}"
        found = None if self._defaults is None else self._defaults.find(default)
        return None if found is None else found.get(f"{W}{attribute}")


def _is_basic(style: etree._Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and bool(style.get(f"{W}default"))


def make_room(body: etree._Element, styles: etree._Element) -> None:
    """Let rows of a fixed height be as high as their text needs: what doesn't fit into such a row
    is cut off.
    """
    width, _ = _room(next(reversed(list(body.iter(f"{W}sectPr"))), None))
    looks = Looks(styles)
    for row in body.iter(f"{W}tr"):
        fixed = row.find(f"{W}trPr/{W}trHeight")
        if fixed is None or fixed.get(f"{W}hRule") != "exact":
            continue
        needed = max(
            (_cell_height(cell, looks, width, _FULL) for cell in row.iterchildren(f"{W}tc")),
            default=0,
        )
        if needed > float(fixed.get(f"{W}val") or 0):
            fixed.set(f"{W}val", str(ceil(needed)))


def pages(body: etree._Element, styles: etree._Element) -> int:
    """How many pages a document takes that is paragraphs and tables one under another.

    Exact where the rows of its tables have a fixed height (`w:hRule="exact"`), near where they
    haven't.
    """
    section = next(reversed(list(body.iter(f"{W}sectPr"))), None)
    width, height = _room(section)
    looks = Looks(styles)
    number, used = 1, 0.0
    for block in body:
        header = 0.0
        rows = list(block.iterchildren(f"{W}tr")) if block.tag == f"{W}tbl" else [block]
        for row in rows:
            needed = _row_height(row, looks, width)
            is_header = row.find(f"{W}trPr/{W}tblHeader") is not None
            if used + needed > height and used:
                number, used = number + 1, 0.0 if is_header else header
            used += needed
            header += needed if is_header else 0
    return number


def _room(section: etree._Element | None) -> tuple[float, float]:
    """The width and height that a page has for text, in twips; A4 with the margins of the standard
    by default.
    """

    def said(path: str, default: float) -> float:
        name, _, attribute = path.partition("/")
        found = None if section is None else section.find(f"{W}{name}")
        return abs(float(default if found is None else found.get(f"{W}{attribute}") or default))

    width = said("pgSz/w", 11906) - said("pgMar/left", 1134) - said("pgMar/right", 567)
    return width, said("pgSz/h", 16838) - said("pgMar/top", 1134) - said("pgMar/bottom", 1134)


def _row_height(row: etree._Element, looks: Looks, width: float) -> float:
    if row.tag == f"{W}p":
        return looks.height(row, width)
    fixed = row.find(f"{W}trPr/{W}trHeight")
    least = 0.0 if fixed is None else float(fixed.get(f"{W}val") or 0)
    if fixed is not None and fixed.get(f"{W}hRule") == "exact":
        return least
    return max(least, *(_cell_height(cell, looks, width) for cell in row.iterchildren(f"{W}tc")), 0)


def _cell_height(cell: etree._Element, looks: Looks, width: float, filled: float = 1.0) -> float:
    own = cell.find(f"{W}tcPr/{W}tcW")
    narrow = (
        float(own.get(f"{W}w") or width)
        if own is not None and own.get(f"{W}type") == "dxa"
        else width
    )
    return sum(looks.height(paragraph, narrow * filled) for paragraph in cell.iterchildren(f"{W}p"))
