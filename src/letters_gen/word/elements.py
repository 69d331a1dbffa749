"""What is done to the XML of a part: read, made, looked up, written."""

from __future__ import annotations

from functools import cache

from lxml import etree

from letters_gen.word.names import WORD, W

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DECLARED = DECLARATION.encode()
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, load_dtd=False)
_NAMES = {"w": WORD}
_VAL = f"{W}val"


def parsed(content: bytes) -> etree._Element:
    """The root of a part.

    Raises:
        ValueError: it isn't well-formed XML, or has a DTD, which OPC forbids (29500-2, 9.1.2).
    """
    try:
        root = etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if root.getroottree().docinfo.doctype:
        raise ValueError("a DTD")
    return root


def written(root: etree._Element) -> bytes:
    """A part's bytes."""
    return _DECLARED + etree.tostring(root, encoding="utf-8")


def made(name: str, /, **attributes: str) -> etree._Element:
    """An element of WordprocessingML with attributes of the same."""
    element = etree.Element(f"{W}{name}", nsmap=_NAMES)
    for key, value in attributes.items():
        element.set(f"{W}{key}", value)
    return element


def value(parent: etree._Element | None, path: str) -> str | None:
    """`w:val` of the element at `path` (`numPr/numId`) below `parent`, None where there is none."""
    found = None if parent is None else parent.find(qualified(path))
    return None if found is None else found.get(_VAL)


@cache
def qualified(path: str) -> str:
    """A path of WordprocessingML's names (`numPr/numId`) as lxml wants it."""
    return "/".join(f"{W}{name}" for name in path.split("/"))


def properties(paragraph: etree._Element) -> etree._Element:
    """A paragraph's properties, made where it has none."""
    found = paragraph.find(f"{W}pPr")
    if found is None:
        found = made("pPr")
        paragraph.insert(0, found)
    return found


def remove(element: etree._Element) -> None:
    """Take an element out of its parent, where it has one."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
