"""Tracked changes of a template, accepted: a letter shows what the template says now (ISO/IEC
29500-1, 17.13.5).
"""

from __future__ import annotations

from lxml import etree

from letters_gen.templating.containers import fill_containers
from letters_gen.word.elements import remove
from letters_gen.word.names import W

_GONE = ("del", "moveFrom", "cellIns", "cellMerge", "numberingChange")
_KEPT = ("ins", "moveTo")
_CHANGES = (
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "tblPrExChange",
    "tblGridChange",
    "trPrChange",
    "tcPrChange",
)
_RANGES = tuple(
    f"{kind}Range{end}"
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom")
    for end in ("Start", "End")
)
_MARK_GONE = (f"{W}pPr/{W}rPr/{W}del", f"{W}pPr/{W}rPr/{W}moveFrom")
_CELL_GONE = f"{W}tcPr/{W}cellDel"
_ROW_GONE = f"{W}trPr/{W}del"


def changes_in(root: etree._Element) -> int:
    """How many tracked changes stand in a part; those of formats count too."""
    return sum(1 for _ in root.iter(*map(_named, (*_GONE, *_KEPT, *_CHANGES, "cellDel"))))


def accept_changes(root: etree._Element) -> None:
    """Accept all tracked changes of a part; `root` is changed."""
    for element in list(root.iter(*map(_named, (*_CHANGES, *_RANGES)))):
        remove(element)
    _drop_rows_and_cells(root)
    joined = [paragraph for paragraph in root.iter(f"{W}p") if _loses_its_mark(paragraph)]
    for element in list(root.iter(*map(_named, _GONE))):
        remove(element)
    for element in list(root.iter(*map(_named, _KEPT))):
        unwrap(element)
    for paragraph in joined:
        _join(paragraph)
    fill_containers(root)


def _named(name: str) -> str:
    return f"{W}{name}"


def _drop_rows_and_cells(root: etree._Element) -> None:
    """Take out what is deleted of a table."""
    for row in [row for row in root.iter(f"{W}tr") if row.find(_ROW_GONE) is not None]:
        remove(row)
    for cell in [cell for cell in root.iter(f"{W}tc") if cell.find(_CELL_GONE) is not None]:
        remove(cell)


def _loses_its_mark(paragraph: etree._Element) -> bool:
    """Whether the sign that ends a paragraph is deleted: what follows joins it."""
    return any(paragraph.find(path) is not None for path in _MARK_GONE)


def unwrap(element: etree._Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def _join(paragraph: etree._Element) -> None:
    """Put what a paragraph holds at the beginning of the next, whose properties are those of both;
    an empty one goes.
    """
    following = paragraph.getnext()
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    if following is not None and following.tag == f"{W}p":
        at = int(len(following) > 0 and following[0].tag == f"{W}pPr")
        following[at:at] = content
        remove(paragraph)
    elif not content:
        remove(paragraph)
