"""The cover of a print file: its styles moved in beside those of the documents, its page numbers
filled in.

The cover comes from a template of its own, with defaults and styles that may bear the same names as
the documents'. They are taken in under other names, the cover's defaults written into its basic
style (ECMA-376-1, 17.7.2 and 17.7.5).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from copy import deepcopy

from lxml import etree

from letters_gen.outputs.printing.page_numbers import fields, formula, put_formula, show
from letters_gen.outputs.printing.sheets import Sheets
from letters_gen.outputs.printing.unique_ids import UniqueIds
from letters_gen.word.elements import made, properties, remove, value
from letters_gen.word.names import W
from letters_gen.word.order import in_order, put
from letters_gen.word.styles import Styles

_PREFIX = "Cover"
_NAMED = "Обложка: "
_USES = tuple(f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
_VAL = f"{W}val"
_PAGE_REFERENCE = re.compile(r"^\s*PAGEREF\s+\"?([^\s\"\\]+)", re.IGNORECASE)
# What a program takes where a document says nothing (17.7.5: the application's own; Word's are
# these).
_SHEET = "_sheet_{}"
_SPACING = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
_FACE = {"ascii": "Times New Roman", "hAnsi": "Times New Roman", "cs": "Times New Roman"}
_SIZE = "20"


def move_styles(roots: list[etree._Element], own: etree._Element, styles: etree._Element) -> None:
    """Let the cover's parts use styles of their own inside `styles`, those of the file.

    Args:
        roots: the parts of the cover, changed in place.
        own: its styles.
    """
    known = Styles(own)
    _name_the_basic(roots, known.basic)
    used = _used(roots, known.by_id)
    for key in used:
        moved = _moved(known.by_id[key], used)
        if key == known.basic.get("paragraph"):
            _write_defaults(moved, own)
        styles.append(moved)
    for use in _style_uses(roots):
        key = use.get(_VAL) or ""
        if key in used:
            use.set(_VAL, _PREFIX + key)


def _name_the_basic(roots: list[etree._Element], basic: Mapping[str, str]) -> None:
    """Paragraphs and tables that name no style have the basic one, which is another in the file."""
    for_paragraphs, for_tables = basic.get("paragraph"), basic.get("table")
    for root in roots:
        for paragraph in root.iter(f"{W}p"):
            if for_paragraphs and value(paragraph, "pPr/pStyle") is None:
                put(properties(paragraph), made("pStyle", val=for_paragraphs))
        for table in root.iter(f"{W}tblPr"):
            if for_tables and value(table, "tblStyle") is None:
                table.insert(0, made("tblStyle", val=for_tables))


def _style_uses(roots: list[etree._Element]) -> Iterator[etree._Element]:
    """The elements that name a style."""
    for root in roots:
        yield from root.iter(*_USES)


def _used(roots: list[etree._Element], known: Mapping[str, etree._Element]) -> Collection[str]:
    """The styles that the cover uses, and those that these are based on or linked to."""
    found: dict[str, None] = {}
    left = [use.get(_VAL) or "" for use in _style_uses(roots)]
    while left:
        key = left.pop()
        if key in known and key not in found:
            found[key] = None
            left.append(value(known[key], "basedOn") or "")
            left.append(value(known[key], "link") or "")
    return found


def _moved(style: etree._Element, used: Collection[str]) -> etree._Element:
    """A style under its new name, pointing to such of the `used` ones, in no list."""
    moved = deepcopy(style)
    moved.set(f"{W}styleId", _PREFIX + (style.get(f"{W}styleId") or ""))
    moved.set(f"{W}customStyle", "1")
    moved.attrib.pop(f"{W}default", None)
    name = moved.find(f"{W}name")
    if name is not None:
        name.set(_VAL, _NAMED + (name.get(_VAL) or ""))
    for kind in ("basedOn", "next", "link"):
        _point_to_moved(moved, kind, used)
    for unwanted in list(moved.iter(f"{W}aliases", f"{W}numPr")):
        remove(unwanted)
    return moved


def _point_to_moved(style: etree._Element, kind: str, used: Collection[str]) -> None:
    """Let what a style is based on, followed by or linked to be the moved one; what isn't moved is
    neither followed nor linked to.
    """
    for pointer in style.findall(f"{W}{kind}"):
        key = pointer.get(_VAL) or ""
        if key in used:
            pointer.set(_VAL, _PREFIX + key)
        elif kind != "basedOn":
            style.remove(pointer)


def _write_defaults(style: etree._Element, own: etree._Element) -> None:
    """The cover's defaults as properties of its basic paragraph style, where that doesn't say
    otherwise.
    """
    shape = _child(style, "rPr")
    paragraph = _child(style, "pPr", before="rPr")
    for child in own.iterfind(f"{W}docDefaults/{W}pPrDefault/{W}pPr/*"):
        if paragraph.find(str(child.tag)) is None:
            put(paragraph, deepcopy(child))
    if paragraph.find(f"{W}spacing") is None:
        put(paragraph, made("spacing", **_SPACING))
    merged = {f"{W}rFonts": made("rFonts", **_FACE), f"{W}sz": made("sz", val=_SIZE)}
    for child in own.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/*"):
        merged[str(child.tag)] = deepcopy(child)
    for child in shape:
        merged[str(child.tag)] = child
    shape[:] = in_order("rPr", list(merged.values()))


def _child(style: etree._Element, name: str, before: str | None = None) -> etree._Element:
    """The child `name` of a style, made (in front of the child `before`) where it has none."""
    found = style.find(f"{W}{name}")
    if found is not None:
        return found
    lacking = made(name)
    following = style.find(f"{W}{before}") if before else None
    if following is None:
        style.append(lacking)
    else:
        following.addprevious(lacking)
    return lacking


def fill_page_numbers(root: etree._Element, page_of: Callable[[str], int | None]) -> None:
    """Let every PAGEREF of the cover show the page of its bookmark; Word computes them anew when it
    prints.
    """
    for field in fields(root):
        match = _PAGE_REFERENCE.match(field.instruction)
        page = page_of(match[1]) if match else None
        if page is not None:
            show(field, str(page))


def add_up_page_numbers(
    root: etree._Element, sheets: Sheets, names: Mapping[str, int], unique: UniqueIds
) -> None:
    """Let every PAGEREF of the cover show on which sheet a document begins, where documents number
    their pages anew: Word adds up what comes before, other programs show what is known.

    Args:
        names: the bookmarks at the documents' starts, with their positions from 1.
    """
    former = ""
    for field in list(fields(root)):
        match = _PAGE_REFERENCE.match(field.instruction)
        position = names.get(match[1]) if match else None
        if match is None or position is None:
            continue
        shown = str(sheets.first_of(position))
        words = _sum(position, sheets, former)
        unique.around(put_formula(field, formula(words, shown), shown), _SHEET.format(position))
        former = match[1]


def _sum(position: int, sheets: Sheets, former: str) -> list[str | tuple[str]]:
    """On which sheet the document at `position` begins: where the one before does, and its pages.

    Args:
        former: the bookmark at the start of the one before.
    """
    if position == 1:
        return [" = ", (" SECTIONPAGES ",), " + 1 "]
    before = f" = {_SHEET.format(position - 1)} + "
    if sheets.own[position - 2]:
        return [before, (f" PAGEREF {former}_end ",), " "]
    return [f"{before}1 "]
