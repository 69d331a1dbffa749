"""WordprocessingML as the print file handles it: names of elements, children put in the order of
the schema.
"""

from __future__ import annotations

from functools import cache

from lxml import etree

from letters_gen.errors import InputError, Place

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R = f"{{{OFFICE}}}"
# The children of a paragraph's and a section's properties in their order (ECMA-376-1, 17.3.1.26 and
# 17.6.17).
_ORDERS = {
    f"{W}pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN "
    "bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    f"{W}sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar "
    "paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
    "printerSettings",
}
_RANKS = {
    of: {f"{W}{name}": rank for rank, name in enumerate(order.split())}
    for of, order in _ORDERS.items()
}
_VAL = f"{W}val"
_NAMES = {"w": WORD}
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, load_dtd=False)


def parsed(content: bytes, file: str, part: str) -> etree._Element:
    """The root of a part; raises InputError `print-damaged` where it isn't well-formed XML."""
    try:
        return etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        raise InputError("print-damaged", Place(file=file, part=part)) from error


def put(parent: etree._Element, child: etree._Element) -> etree._Element:
    """`child`, put into the properties `parent` where the schema wants it, before others of its
    kind.
    """
    ranks = _RANKS[str(parent.tag)]
    rank = ranks[str(child.tag)]
    place = next(
        (at for at, other in enumerate(parent) if ranks.get(str(other.tag), -1) >= rank),
        len(parent),
    )
    parent.insert(place, child)
    return child


def made(name: str, /, **attributes: str) -> etree._Element:
    """An element of WordprocessingML with attributes of the same."""
    element = etree.Element(f"{W}{name}", nsmap=_NAMES)
    for key, value in attributes.items():
        element.set(f"{W}{key}", value)
    return element


def value(parent: etree._Element | None, path: str) -> str | None:
    """`w:val` of the element at `path` (`numPr/numId`) below `parent`, None where there is none."""
    found = None if parent is None else parent.find(_qualified(path))
    return None if found is None else found.get(_VAL)


@cache
def _qualified(path: str) -> str:
    return "/".join(f"{W}{name}" for name in path.split("/"))


def properties(paragraph: etree._Element) -> etree._Element:
    """A paragraph's properties, made where it has none."""
    found = paragraph.find(f"{W}pPr")
    if found is None:
        found = made("pPr")
        paragraph.insert(0, found)
    return found


def written(root: etree._Element) -> bytes:
    """A part's bytes."""
    return DECLARATION + etree.tostring(root, encoding="utf-8")
