"""Sections of the documents in the print file: each document from a new page, with its own headers
and page setup.

A section without a header of its own shows that of the section before it (ECMA-376-1, 17.10.5), and
a first section has none before it: in the file of many each document's first section gets an empty
header for every one that it lacks.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from letters_gen.word.elements import made, properties
from letters_gen.word.names import R, W
from letters_gen.word.order import put

_KINDS = ("default", "first", "even")
_REFERENCES = ("headerReference", "footerReference")


def sections(body: etree._Element) -> list[etree._Element]:
    """The properties of the sections of a document, in their order; the last are made where it has
    none (17.6.17).
    """
    if not len(body) or body[-1].tag != f"{W}sectPr":
        body.append(made("sectPr"))
    return list(body.iter(f"{W}sectPr"))


def begin_on_new_page(section: etree._Element, has_notes: bool) -> int:
    """Let a section begin a new page, and its notes begin anew; the number that its first page has
    by itself.
    """
    if has_notes:
        for kind in ("endnotePr", "footnotePr"):
            _restart_notes(section, kind)
    begins = section.find(f"{W}type")
    if begins is None:
        begins = put(section, made("type"))
    begins.set(f"{W}val", "nextPage")
    numbers = section.find(f"{W}pgNumType")
    return 1 if numbers is None else int(numbers.get(f"{W}start") or 1)


def _restart_notes(section: etree._Element, kind: str) -> None:
    own = section.find(f"{W}{kind}")
    if own is None:
        own = put(section, made(kind))
    if own.find(f"{W}numRestart") is None:
        own.append(made("numRestart", val="eachSect"))


def continue_page_numbers(section: etree._Element) -> None:
    """Let the page numbers of a section go on from the page before; their format stays."""
    numbers = section.find(f"{W}pgNumType")
    if numbers is not None:
        numbers.attrib.pop(f"{W}start", None)
        if not numbers.attrib:
            section.remove(numbers)


def add_missing_headers(section: etree._Element, empty: Callable[[str], str]) -> None:
    """Give a document's first section the headers and footers that it lacks.

    Args:
        empty: `headerReference` or `footerReference` -> the relationship's id of an empty part.
    """
    for reference in reversed(_REFERENCES):
        standing = {one.get(f"{W}type") for one in section.iter(f"{W}{reference}")}
        for kind in _KINDS:
            if kind not in standing:
                lacking = put(section, made(reference, type=kind))
                lacking.set(f"{R}id", empty(reference))


def end_section(body: etree._Element, is_framed: Callable[[etree._Element], bool]) -> None:
    """Move the properties of the last section from the body's end into its last paragraph
    (17.6.18).

    A paragraph in a frame, or a table, can't end a section: then a line of one point behind it
    does.
    """
    section = body[-1]
    body.remove(section)
    last = body[-1] if len(body) else None
    if (
        last is None
        or last.tag != f"{W}p"
        or last.find(f"{W}pPr/{W}sectPr") is not None
        or is_framed(last)
    ):
        last = tiny_paragraph()
        body.append(last)
    put(properties(last), section)


def tiny_paragraph() -> etree._Element:
    """An empty paragraph that takes one point."""
    paragraph = made("p")
    own = properties(paragraph)
    put(own, made("spacing", before="0", after="0", line="20", lineRule="exact"))
    shape = put(own, made("rPr"))
    shape.append(made("sz", val="2"))
    return paragraph
