"""The cover of a print file: its styles moved in beside those of the documents, its page numbers
filled in.

The cover comes from a template of its own, with defaults and styles that may bear the same names as
the documents'. They are taken in under other names, the cover's defaults written into its basic
style (ECMA-376-1, 17.7.2 and 17.7.5).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy

from lxml import etree

from letters_gen.outputs.printing.fields import fields, show
from letters_gen.outputs.printing.markup import W, made, put, value

_PREFIX = "Cover"
_NAMED = "Обложка: "
_USES = ("pStyle", "rStyle", "tblStyle")
_LINKS = ("basedOn", "next", "link")
_PAGE_REFERENCE = re.compile(r"^\s*PAGEREF\s+\"?([^\s\"\\]+)", re.IGNORECASE)
# What a program takes where a document says nothing (17.7.5: the application's own; Word's are
# these).
_SPACING = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
_FACE = {"ascii": "Times New Roman", "hAnsi": "Times New Roman", "cs": "Times New Roman"}
_SIZE = "20"


def move_styles(roots: list[etree._Element], own: etree._Element, styles: etree._Element) -> None:
    """Let the cover's parts use styles of their own inside `styles`, those of the file.

    Args:
        roots: the parts of the cover, changed in place.
        own: its styles.
    """
    known = {style.get(f"{W}styleId") or "": style for style in own.findall(f"{W}style")}
    basic = {style.get(f"{W}type"): key for key, style in known.items() if style.get(f"{W}default")}
    _name_the_basic(roots, basic)
    used = _used(roots, known)
    for key in used:
        styles.append(_moved(known[key], own, is_basic=key in basic.values(), used=used))
    for root in roots:
        for use in root.iter(*(f"{W}{name}" for name in _USES)):
            key = use.get(f"{W}val") or ""
            use.set(f"{W}val", _PREFIX + key if key in used else key)


def _name_the_basic(roots: list[etree._Element], basic: Mapping[str | None, str]) -> None:
    """Paragraphs and tables that name no style have the basic one, which is another in the file."""
    for root in roots:
        for paragraph in root.iter(f"{W}p"):
            if "paragraph" in basic and value(paragraph, "pPr/pStyle") is None:
                own = paragraph.find(f"{W}pPr")
                if own is None:
                    own = made("pPr")
                    paragraph.insert(0, own)
                put(own, made("pStyle", val=basic["paragraph"]))
        for table in root.iter(f"{W}tblPr"):
            if "table" in basic and value(table, "tblStyle") is None:
                table.insert(0, made("tblStyle", val=basic["table"]))


def _used(roots: list[etree._Element], known: Mapping[str, etree._Element]) -> list[str]:
    """The styles that the cover uses, and those that these are based on or linked to."""
    found: dict[str, None] = {}
    left = [
        use.get(f"{W}val") or ""
        for root in roots
        for use in root.iter(*(f"{W}{name}" for name in _USES))
    ]
    while left:
        key = left.pop()
        if key in known and key not in found:
            found[key] = None
            left += [
                linked for link in _LINKS if link != "next" and (linked := value(known[key], link))
            ]
    return list(found)


def _moved(
    style: etree._Element, own: etree._Element, is_basic: bool, used: list[str]
) -> etree._Element:
    moved = deepcopy(style)
    moved.set(f"{W}styleId", _PREFIX + (style.get(f"{W}styleId") or ""))
    moved.set(f"{W}customStyle", "1")
    moved.attrib.pop(f"{W}default", None)
    name = moved.find(f"{W}name")
    if name is not None:
        name.set(f"{W}val", _NAMED + (name.get(f"{W}val") or ""))
    for child in list(moved):
        key = child.get(f"{W}val") or ""
        if str(child.tag).removeprefix(W) in _LINKS and key in used:
            child.set(f"{W}val", _PREFIX + key)
        elif child.tag in (f"{W}next", f"{W}link", f"{W}aliases"):
            moved.remove(child)
    for numbering in list(moved.iter(f"{W}numPr")):
        parent = numbering.getparent()
        assert parent is not None
        parent.remove(numbering)
    if is_basic and style.get(f"{W}type") == "paragraph":
        _write_defaults(moved, own)
    return moved


def _write_defaults(style: etree._Element, own: etree._Element) -> None:
    """The cover's defaults as properties of its basic paragraph style, where that doesn't say
    otherwise.
    """
    shape = _child(style, "rPr", before=())
    paragraph = _child(style, "pPr", before=("rPr",))
    for child in own.iterfind(f"{W}docDefaults/{W}pPrDefault/{W}pPr/*"):
        if paragraph.find(str(child.tag)) is None:
            put(paragraph, deepcopy(child))
    if paragraph.find(f"{W}spacing") is None:
        put(paragraph, made("spacing", **_SPACING))
    given = {
        str(child.tag): child for child in own.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/*")
    }
    given.setdefault(f"{W}rFonts", made("rFonts", **_FACE))
    given.setdefault(f"{W}sz", made("sz", val=_SIZE))
    standing = {str(child.tag): child for child in shape}
    merged = {**given, **standing}
    shape[:] = [deepcopy(merged[tag]) for tag in sorted(merged, key=_rank)]


# The order of a run's properties (17.3.2.28).
_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
).split()


def _rank(tag: str) -> int:
    name = tag.removeprefix(W)
    return _RUN.index(name) if name in _RUN else len(_RUN)


def _child(style: etree._Element, name: str, before: tuple[str, ...]) -> etree._Element:
    found = style.find(f"{W}{name}")
    if found is None:
        found = made(name)
        following = next(
            (one for one in style if one.tag in {f"{W}{other}" for other in before}), None
        )
        style.append(found) if following is None else following.addprevious(found)
    return found


def fill_page_numbers(root: etree._Element, page_of: Callable[[str], int | None]) -> None:
    """Let every PAGEREF of the cover show the page of its bookmark; Word computes them anew when it
    prints.
    """
    for field in fields(root):
        match = _PAGE_REFERENCE.match(field.instruction)
        page = page_of(match[1]) if match else None
        if page is not None:
            show(field, str(page))
